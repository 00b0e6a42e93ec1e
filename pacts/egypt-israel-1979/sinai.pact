# The security annex of the treaty of peace between Egypt and Israel, 26 March 1979: Annex I.
#
# Only the treaty's first article was at hand; its words stand on a line with >. What the annex says is
# told in our words, on lines with >~. Formations and personnel were checked, numbers of equipment are
# from memory.

pact "Treaty of Peace between Egypt and Israel, Annex I: Withdrawal and Security Arrangements"
  source "United Nations, Treaty Series, volume 1136, number 17813"
  source "Stratfor, Military Zones in the Sinai Peninsula; LBC, Camp David Accords"
  signed 1979-03-26
  in force from 1979-04-25
  months clamp
  time zone UTC

# ---- Who ----------------------------------------------------------------------------------------

party EG "Arab Republic of Egypt" territory egypt
party IL "State of Israel" territory israel
# The treaty foresaw forces of the United Nations; since 1982 these are in their place.
monitor MFO "Multinational Force and Observers"

date ratification = 1979-04-25

# ---- What ---------------------------------------------------------------------------------------

item troops "Military personnel"
item police "Civil police with light weapons"
item tank
item apc "Armoured personnel vehicle of all types"
item artillery
item aa-gun         "Anti-aircraft gun" calibre in mm
item aa-gun.23      calibre 23 mm
item aa-gun.37      calibre 37 mm
item sam            "Surface-to-air missile"
item sam.individual "Carried and fired by one man"
item brigade
item brigade.mechanised
item brigade.armoured
item battalion
item battalion.field-artillery
item battalion.anti-aircraft
item battalion.border "Border unit with light weapons and wheeled vehicles"
item battalion.infantry
item aircraft.transport "Unarmed transport aircraft"
item ship.navy
item boat.coast-guard
item boat.police
item helicopter.police
item station.early-warning

event flight        "Military flight"
event flight.combat "Combat aircraft, attack helicopters with them"
event flight.reconnaissance

# ---- Where --------------------------------------------------------------------------------------

zone egypt  = country EG
zone israel = country IL

# Lines A and B are drawn on a map of the treaty that is not at hand: rings from memory, good to 10 km,
# with some sea around the coast.
zone sinai-a = ring 31.40 N 32.30 E, 31.40 N 33.05 E, 30.00 N 33.15 E, 29.00 N 33.40 E, 28.00 N 33.95 E, 27.60 N 34.10 E, 27.60 N 33.90 E, 28.50 N 32.95 E, 29.90 N 32.45 E, accurate to 10 km
zone sinai-b = ring 31.40 N 33.05 E, 31.40 N 34.00 E, 30.70 N 34.10 E, 30.00 N 34.25 E, 29.20 N 34.30 E, 28.40 N 34.15 E, 27.60 N 34.10 E, 28.00 N 33.95 E, 29.00 N 33.40 E, 30.00 N 33.15 E, accurate to 10 km
zone sinai-c = ring 31.40 N 34.00 E, 31.40 N 34.20 E, 29.50 N 34.90 E, 28.50 N 34.80 E, 27.60 N 34.60 E, 27.60 N 34.10 E, 28.40 N 34.15 E, 29.20 N 34.30 E, 30.00 N 34.25 E, 30.70 N 34.10 E, accurate to 10 km
# "About 2.5 to 4 km" from the boundary.
zone sinai-d = within 4 km of egypt, inside israel
zone sinai   = sinai-a + sinai-b + sinai-c

# Places within zone C for which something was agreed later, and what is left of it.
zone rafah-strip = sinai-c & near-rafah
zone sharm-area  = sinai-c & near-sharm
zone near-rafah  = within 14 km of rafah-town
zone near-sharm  = within 30 km of sharm
zone agreed-c    = rafah-strip + sharm-area
zone rest-of-c   = sinai-c - agreed-c

# The interim line, from El Arish to Ras Muhammad.
zone interim-line    = line through 31.13 N 33.80 E, 27.73 N 34.25 E
zone west-of-interim = west of interim-line, inside sinai

site division-a 30.30 N 32.75 E accurate to 5 km "Division in Zone A, assumed"
site mitla      30.02 N 32.83 E accurate to 2 km
site el-arish   31.13 N 33.80 E accurate to 2 km
site rafah-town 31.28 N 34.24 E
site rafah      in rafah-strip
site north-c    30.95 N 34.22 E accurate to 2 km "South of Rafah, assumed"
site sharm      27.95 N 34.38 E accurate to 2 km
site nitzana    in sinai-d
site beersheba  31.25 N 34.79 E accurate to 2 km
site cairo      30.06 N 31.25 E accurate to 5 km

# ---- I: withdrawal ------------------------------------------------------------------------------

article I "Concept of withdrawal"

> Israel will withdraw all its armed forces and civilians from the Sinai behind the international
> boundary between Egypt and mandated Palestine, as provided in the annexed protocol (Annex I)
>~ It completes the withdrawal not later than three years from the exchange of ratifications.
step I.1 "Withdrawal from Sinai"
  IL reaches at most 0 troops of IL in sinai
  IL reaches at most 0 tank of IL in sinai
  within 36 months of ratification
>~ Within nine months it withdraws east of a line from east of El Arish to Ras Muhammad.
step I.2 "Interim withdrawal"
  IL reaches at most 0 troops of IL in west-of-interim
  IL reaches at most 0 tank of IL in west-of-interim
  within 9 months of ratification
uncoded I.3 "Sub-phases of the interim withdrawal" because "their lines are on maps that are not at hand"
uncoded I.4 "Buffer zone of the United Nations" because "it moves with each sub-phase"

# ---- II: zones ----------------------------------------------------------------------------------

article II "Final lines and zones"
  from 36 months after ratification

>~ Zone A: one Egyptian mechanised infantry division: three mechanised brigades, one armoured brigade,
>~ seven battalions of field artillery with up to 126 pieces, seven anti-aircraft battalions with
>~ individual missiles and up to 126 guns of 37 mm and more, up to 230 tanks, up to 480 armoured
>~ personnel vehicles, up to 22,000 men.
limit II.1.a "Zone A"
  at most 3 brigade.mechanised and 1 brigade.armoured of EG in sinai-a
  at most 7 battalion.field-artillery and 7 battalion.anti-aircraft of EG in sinai-a
  at most 126 artillery of EG in sinai-a
  at most 126 aa-gun with calibre >= 37 mm of EG in sinai-a
  at most 230 tank, 480 apc and 22_000 troops of EG in sinai-a
  no sam - sam.individual of EG in sinai-a

>~ Zone B: Egyptian border units of four battalions with light weapons and wheeled vehicles, up to
>~ 4,000 men.
limit II.1.b "Zone B"
  at most 4 battalion.border and 4_000 troops of EG in sinai-b
  no tank of EG in sinai-b
  no artillery of EG in sinai-b
  no sam - sam.individual of EG in sinai-b
limit II.1.b.only "Zone B, nothing else"
  only battalion.border and troops and police and boat.coast-guard and aircraft.transport of EG in sinai-b

>~ Zone C: forces of the United Nations and Egyptian civil police alone.
limit II.1.c.rafah "Zone C, along the border at Rafah"
  no troops of EG in rafah-strip
limit II.1.c "Zone C"
  no troops of EG in sharm-area
  no troops of EG in rest-of-c
  no tank of EG in sinai-c
  no artillery + apc of EG in sinai-c
limit II.1.c.only "Zone C, nothing else"
  only police and boat.police and helicopter.police of EG in sinai-c
  not counting troops and tank
  note "of troops and tanks II.1.c speaks, with what was agreed later"

>~ Zone D: an Israeli force of four infantry battalions, up to 180 armoured personnel vehicles and
>~ 4,000 men, without tanks, artillery, or anti-aircraft missiles but individual ones.
limit II.1.d "Zone D"
  at most 4 battalion.infantry, 180 apc and 4_000 troops of IL in sinai-d
  no tank of IL in sinai-d
  no artillery of IL in sinai-d
  no sam - sam.individual of IL in sinai-d

# ---- III to V -----------------------------------------------------------------------------------

article III "Air, sea, early warning"
  from 36 months after ratification

>~ Combat aircraft and reconnaissance fly over Zones A and D alone, each side over its own.
limit III.1 "Combat and reconnaissance flights"
  no flight.combat of EG in sinai-b + sinai-c
  no flight.reconnaissance of EG in sinai-b + sinai-c
  no flight.combat of IL in sinai
  no flight.reconnaissance of IL in sinai
>~ Up to eight unarmed Egyptian transport aircraft in Zone B.
limit III.2 "Transport aircraft"
  at most 8 aircraft.transport of EG in sinai-b
>~ The Egyptian navy may operate along Zone A; the coast guard along Zone B; police boats along Zone C.
limit IV.1 "Navy"
  no ship.navy of EG within 12 nmi of sinai-c
  note "along: the width is ours"
>~ Early warning in Zones A and D alone.
limit V.1 "Early warning"
  no station.early-warning of EG in sinai-b + sinai-c
  no station.early-warning of IL in sinai

# ---- VI: observers ------------------------------------------------------------------------------

article VI "Forces and observers"

>~ The observers verify not less than twice a month, unless otherwise agreed, and within 48 hours of a
>~ request by either Party.
inspection VI.1 "Twice a month"
  by MFO of each party, in sinai + sinai-d
  at least 2 in a calendar month
  from 1982-04-25
inspection VI.2 "On request"
  by MFO, within 48 hours after a request by EG or IL
uncoded VII "Liaison system" because "it sets up an office"

# ---- What was agreed later ----------------------------------------------------------------------

>~ The security arrangements may, at the request of either Party, be reviewed and amended by mutual
>~ agreement (Article IV.4). What follows was agreed so, or as an "agreed activity", and is no
>~ amendment.
exception AA.2005 to limit II.1.c.rafah "Border guards at Rafah"
  at most 750 troops of EG in rafah-strip
  when agreed by EG and IL
  from 2005-09-01
exception AA.2011.a to limit II.1.c "Two battalions at Sharm el-Sheikh"
  at most 800 troops of EG in sharm-area
  when agreed by EG and IL
  from 2011-01-30
exception AA.2011.b to limit II.1.c "Against the unrest in the north"
  at most 3_500 troops of EG in rest-of-c
  at most 20 tank of EG in sinai-c
  when agreed by EG and IL
  from 2011-08-12
  until 2011-12-31
  note "3,500 men in one account, seven battalions and 20 tanks in another; the end is assumed"
exception AA.2012 to limit III.1 "Attack helicopters"
  when agreed by EG and IL
  from 2012-08-05
  until 2012-09-30
  note "the end is assumed"
exception AA.2021 to limit II.1.c.rafah "More border guards at Rafah"
  at most 750..5_000 troops of EG in rafah-strip
  when agreed by EG and IL
  from 2021-11-07
  over AA.2005
  note "the figure was not published: more than 750; 5,000 is ours"

# ---- What it says of some days ------------------------------------------------------------------

expect kept I.1 by IL on 1982-04-25
expect undetermined II.1.a by EG on 1982-04-26
expect kept II.1.c.rafah by EG on 2005-09-10
expect kept II.1.c by EG on 2011-08-12
expect broken II.1.c by EG on 2012-08-09
expect broken II.1.b by EG on 2012-08-30
expect undetermined II.1.b by EG on 2012-09-03
expect kept I.2 by IL on 1980-01-20
expect kept II.1.b by EG on 1982-04-26
expect kept II.1.d by IL on 1982-04-26
expect kept III.1 by EG on 2012-08-07
expect undetermined III.2 by EG on 1982-04-26
expect undetermined IV.1 by EG on 1982-04-26
expect undetermined V.1 by IL on 1982-04-26
