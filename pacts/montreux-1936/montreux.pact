# The Convention regarding the Regime of the Straits, Montreux, 20 July 1936.
#
# Articles 2, 20 and 21 stand in the words of the League of Nations' English translation; the French
# text is the authentic one. All else stands as a paraphrase, on lines with >~.

pact "Convention regarding the Regime of the Straits"
  source "Montreux, 20 July 1936; League of Nations, translation"
  note "articles 13 and 14 in figures from memory; see README.md"
  signed 1936-07-20
  in force from 1936-11-09
  until 2036-11-08, renewable
  note "twenty years, and on, as long as nobody denounces it: the end is ours, so that there is one"
  withdrawal on 2 years notice, ends for all
  months clamp

# ---- Who ----------------------------------------------------------------------------------------

side keeper       "Turkey"
side riparian     "Black Sea Powers other than Turkey"
side non-riparian "Powers that do not border the Black Sea"

party TR "Turkey" on keeper, territory turkey
party BG "Bulgaria" on riparian, territory bulgaria
party RO "Romania" on riparian, territory romania
party RU "Russia, which followed the Soviet Union" on riparian, territory russia
party FR "France" on non-riparian
party DE "Germany" on non-riparian
party GR "Greece" on non-riparian
party UK "United Kingdom" on non-riparian
party US "United States" on non-riparian

# ---- What ---------------------------------------------------------------------------------------
#
# Tonnage is in long tons of standard displacement, as in Annex II. The classes are made up.

item warship                 "Vessel of war" tonnage in lt
item warship.capital         "Capital ship"
item warship.capital.class-k tonnage 22_000 lt
item warship.destroyer       "Destroyer"
item warship.destroyer.class-a tonnage 9_000 lt
item warship.destroyer.class-b tonnage 7_500 lt
item warship.destroyer.class-c tonnage 8_500 lt
item warship.destroyer.class-l tonnage 2_000 lt
item warship.light         "Light surface vessel, minor war vessel or auxiliary"
item warship.light.class-d tonnage 4_500 lt
item warship.light.class-e tonnage 5_000 lt
item warship.light.class-f tonnage 3_000 lt
item warship.light.class-h tonnage 7_000 lt
item warship.light.class-i tonnage 3_500 lt
item warship.light.class-t tonnage 800 lt
item warship.submarine     "Submarine"
item civil-aircraft        "Civil aircraft"

item large-capital = warship.capital with tonnage > 15_000 lt

status passage: in-transit, visiting, damaged "On the way through, on a visit to a port, or damaged"
status voyage: ordinary, returning, humanitarian "Or returning to its base, or sent for a humanitarian purpose"

# ---- Where --------------------------------------------------------------------------------------
#
# The boundaries that come with the program have no seas. These rings are approximate, some 15 km good.

zone turkey    = country TR
zone bulgaria  = country BG
zone romania   = country RO
zone russia    = country RU
zone black-sea = ring 41.26 N 29.10 E, 42.00 N 28.15 E, 42.55 N 27.55 E, 43.20 N 28.00 E, 44.20 N 28.70 E, 45.20 N 29.75 E, 46.45 N 30.80 E, 46.50 N 31.60 E, 46.00 N 32.60 E, 45.30 N 32.45 E, 44.55 N 33.40 E, 44.40 N 34.00 E, 44.95 N 35.40 E, 45.05 N 36.60 E, 44.60 N 37.80 E, 43.40 N 39.85 E, 42.20 N 41.50 E, 41.55 N 41.40 E, 41.05 N 39.70 E, 41.20 N 37.00 E, 42.05 N 35.00 E, 41.80 N 33.00 E, 41.15 N 31.30 E, 41.20 N 30.20 E
zone straits   = ring 40.00 N 26.15 E, 40.18 N 26.33 E, 40.45 N 26.70 E, 40.75 N 27.30 E, 41.02 N 28.00 E, 41.00 N 28.90 E, 41.23 N 29.07 E, 41.23 N 29.15 E, 41.00 N 29.04 E, 40.75 N 29.40 E, 40.40 N 28.90 E, 40.35 N 27.90 E, 40.35 N 27.20 E, 40.15 N 26.45 E, 39.98 N 26.17 E
zone aegean    = ring 39.90 N 26.00 E, 40.60 N 25.40 E, 40.20 N 23.90 E, 38.00 N 24.10 E, 36.00 N 23.00 E, 35.50 N 25.00 E, 36.00 N 27.50 E, 37.50 N 26.80 E, 39.30 N 26.30 E

# ---- Merchant vessels ---------------------------------------------------------------------------

> In time of peace, merchant vessels shall enjoy complete freedom of transit and navigation in the
> Straits, by day and by night, under any flag and with any kind of cargo, without any formalities
access 2 "Merchant vessels"
  TR lets merchant-vessel of each party pass through straits
  unless TR is belligerent

# ---- Vessels of war in time of peace ------------------------------------------------------------

>~ In time of peace light surface vessels, minor war vessels and auxiliary vessels may pass, whichever
>~ flag they fly; other vessels only by Articles 11 and 12, which are for Black Sea Powers.
limit 10 "What may pass"
  no warship.capital + warship.submarine of side non-riparian in straits

>~ Black Sea Powers may send through capital ships of more than 15,000 tons, singly,
limit 11 "Capital ships of Black Sea Powers"
  at most 1 large-capital of each party on riparian in straits

>~ escorted by not more than two destroyers.
limit 11.escort "Their escort"
  at most 2 warship.destroyer of side riparian in straits
  while there is at least 1 large-capital of side riparian in straits

>~ Submarines of Black Sea Powers pass to rejoin their base after construction, purchase or repair; by
>~ day, on the surface, and singly.
uncoded 12 "Submarines of Black Sea Powers" because "no entry states daylight, depth, or why a vessel sails"

>~ The transit of vessels of war is preceded by a notice to the Turkish Government, normally of eight
>~ days;
notice 13.1 "Notice"
  any movement of at least 1 warship of each party except TR into straits
  8 days before it starts, to TR

>~ for non-Black-Sea Powers fifteen are desirable.
notice 13.2 "Fifteen days are better"
  any movement of at least 1 warship of each party on non-riparian into straits
  15 days before it starts, to TR
  advised only

>~ The transit takes place within five days of the date given; any change of date is told three days
>~ before.
notice 13.3 "Five days around the date"
  any movement of at least 1 warship of each party except TR into straits
  starts at most 5 days after the day notified

>~ All foreign naval forces in transit through the Straits have an aggregate tonnage of no more than
>~ 15,000 tons, and number no more than nine vessels. Capital ships under Article 11, vessels that visit
>~ a port and damaged vessels are not counted.
limit 14 "In transit"
  at most 15_000 lt of warship of all parties except TR in straits
  at most 9 warship of all parties except TR in straits
  not counting warship that are visiting or damaged
  not counting large-capital of side riparian

>~ Vessels of war do not use the aircraft which they carry; they do not stay longer than the passage
>~ takes, but for damage or peril of the sea.
uncoded 15-16 "Aircraft on board; no longer than needed" because "how long a passage takes stands nowhere"

# ---- The Black Sea ------------------------------------------------------------------------------

article 18 "Stay in the Black Sea"

# Strongest at signature, and 1936 itself, are figures of this exercise.
number strongest-1936    = 60_000 lt
number strongest-fleet   = the largest tonnage on warship of each party on riparian in black-sea as last reported
number growth            = strongest-fleet - strongest-1936
number raised            = 30_000 lt + growth, at most 45_000 lt
number black-sea-ceiling = raised when growth >= 10_000 lt, otherwise 30_000 lt

>~ The aggregate tonnage that non-Black-Sea Powers may have in that sea in time of peace is 30,000 tons;
>~ if at any time the strongest fleet of the Black Sea exceeds by at least 10,000 tons the strongest at
>~ the date of signature, it is raised by the same amount, up to a maximum of 45,000 tons.
limit 18.1.a "All of them"
  at most black-sea-ceiling tonnage on warship of side non-riparian in black-sea

>~ For this purpose each Black Sea Power tells the Turkish Government, on 1 January and 1 July of each
>~ year, the total tonnage of its fleet in the Black Sea.
inform 18.1.b "Fleets, twice a year"
  each party on riparian, its tonnage on warship in black-sea
  as of 1 January and 1 July each year, within 5 days after it, to TR
  note "the five days are ours"

>~ Any one non-Black-Sea Power has no more than two-thirds of that aggregate.
limit 18.1.c "Any one of them"
  at most 2/3 of black-sea-ceiling tonnage on warship of each party on non-riparian in black-sea

>~ For a humanitarian purpose such Powers may send forces of up to 8,000 tons altogether besides,
>~ without the notice of Article 13, if the Turkish Government lets them.
exception 18.1.d to limit 18.1.a and limit 18.1.c "For a humanitarian purpose"
  not counting warship that are humanitarian
  with consent of TR
limit 18.1.d.ceiling "So much besides"
  at most 8_000 lt of warship of side non-riparian that are humanitarian in black-sea
exception 18.1.d.notice to notice 13.1 and notice 13.2 "Without notice"
  any movement of at least 1 warship of each party on non-riparian that are humanitarian into straits
  without notice
  with consent of TR

>~ Vessels of war of non-Black-Sea Powers do not stay in the Black Sea more than twenty-one days,
>~ whatever the object of their presence there.
stay 18.2 "Twenty-one days"
  at most 21 days for warship of each party on non-riparian in black-sea

# ---- Time of war --------------------------------------------------------------------------------

>~ In time of war, Turkey not being belligerent, vessels of war of belligerent Powers do not pass, but to
>~ return to the base from which they have become separated.
limit 19 "Belligerents"
  no warship of each party in straits
  not counting warship that are returning
  when that party is belligerent
  unless TR is belligerent

> In time of war, Turkey being belligerent, the provisions of Articles 10 to 18 shall not be applicable;
> the passage of warships shall be left entirely to the discretion of the Turkish Government.
exception 20 to limit 10 and limit 11 and limit 11.escort and limit 14 and notice 13.1 and notice 13.2 "Turkey at war"
  when TR is belligerent
  over 18.1.d.notice

> Should Turkey consider herself to be threatened with imminent danger of war she shall have the right to
> apply the provisions of Article 20 of the present Convention.
exception 21 to limit 10 and limit 11 and limit 11.escort and limit 14 and notice 13.1 and notice 13.2 "Turkey threatened"
  when TR is threatened
  over 20
  over 18.1.d.notice

>~ Civil aircraft pass on the routes that Turkey indicates; of occasional flights three days' notice is
>~ given.
notice 23 "Civil aircraft"
  any movement of at least 1 civil-aircraft of each party except TR into straits
  3 days before it starts, to TR

>~ The Turkish Government supervises all this, and reports every year.
uncoded 24 "Turkey supervises and reports" because "the book of this exercise is that register"

# ---- What the books should say ------------------------------------------------------------------

expect broken 11.escort by riparian on 2031-07-25
expect broken 13.1 by UK on 2031-08-03
expect broken 19 by RU on 2031-08-12
expect undetermined 18.1.a by non-riparian on 2031-08-11
