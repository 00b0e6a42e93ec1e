# The Minsk agreements: Memorandum of 19 September 2014, Package of Measures of 12 February 2015,
# Addendum of 29 September 2015.
#
# Lines with > are the Package's words as The Moscow Times printed them on 12 February 2015, from a
# document in Russian; lines with >~ are ours. The Package says how *wide* the security zone is; that
# each side withdraws half of the width is a reading, if the usual one.

pact "Package of Measures for the Implementation of the Minsk Agreements, with Memorandum and Addendum"
  source "The Moscow Times, 12 February 2015; Kyiv Post, 12 February 2015"
  source "Memorandum: laender-analysen.de, Ukraine-Analysen 137; zakarpattya.net.ua"
  source "Addendum: unian.info and eu.eot.su, 30 September 2015"
  signed 2014-09-05
  in force from 2014-09-19
  months clamp
  time zone "Europe/Kyiv"

# ---- Who ----------------------------------------------------------------------------------------

side kyiv      "Ukraine"
side districts "Certain districts of the Donetsk and Luhansk regions"
party UA "Armed forces of Ukraine" on kyiv
formation ORDLO "Armed formations of certain districts" on districts
# Has signed, and withdraws nothing of its own.
non-party RU "Russian Federation"
monitor SMM "OSCE special monitoring mission"

date ceasefire      = 2015-02-15
date pull-out-start = 2 days after ceasefire
date addendum       = 2015-09-30
date addendum-start = 2 days after addendum

# ---- What ---------------------------------------------------------------------------------------

item tank "Main battle tank"
item tank.t-64
item tank.t-72
item artillery                "Gun, howitzer, mortar or rocket launcher"
item artillery.2s1            "Gvozdika" calibre 122 mm
item artillery.d-30           calibre 122 mm
item artillery.d-20           calibre 152 mm
item artillery.2s3            "Akatsiya" calibre 152 mm
item artillery.2s5            "Giatsint-S" calibre 152 mm
item artillery.2s19           "Msta-S" calibre 152 mm
item artillery.2a36           "Giatsint-B" calibre 152 mm
item artillery.2a65           "Msta-B" calibre 152 mm
item artillery.mt-12          "Rapira" calibre 100 mm
item artillery.d-44           calibre 85 mm
item artillery.mortar-82      calibre 82 mm
item artillery.mortar-120     calibre 120 mm
item artillery.mlrs           "Multiple launch rocket system"
item artillery.mlrs.bm-21     "Grad" calibre 122 mm
item artillery.mlrs.tornado-g calibre 122 mm
item artillery.mlrs.uragan    calibre 220 mm
item artillery.mlrs.smerch    calibre 300 mm
item artillery.mlrs.tornado-s calibre 300 mm
item missile.tochka           "Tochka and Tochka-U"
item violation                "Violation of the ceasefire, as the Mission counts them"

item tube         = artillery - artillery.mlrs
item gun-100      = tube with calibre >= 100 mm
item light        = tube with calibre < 100 mm
item second-stage = light + artillery.mortar-120
item long-range   = artillery.mlrs.tornado-s + artillery.mlrs.uragan + artillery.mlrs.smerch + missile.tochka
item howitzer-122 = artillery.d-30 + artillery.2s1
item gun-152      = artillery.2s3 + artillery.2s5 + artillery.2s19 + artillery.2a65
item covered      = tank + artillery + missile.tochka

event fire          "Firing of a weapon"
event flight        "Flight over the security zone"
event flight.combat "Combat aircraft"
event flight.drone  "Unmanned aircraft, but those of the OSCE"
event mine-laying   "Laying of mines"

# ---- Where --------------------------------------------------------------------------------------

# The actual line of contact, after Natural Earth (public domain): the edge of
# the area that was not under control from 2015 to 2022. How good that is nobody says: 3 km assumed.
zone contact-line = line from "contact-line.geojson" where name = "contact line, 2015 to 2022", accurate to 3 km

# The line of 19 September 2014: the same, with the salient of Debaltseve still Ukraine's. The salient
# is drawn from memory; 5 km assumed.
zone memorandum-line = line through 47.08 N 37.75 E, 47.12 N 37.77 E, 47.26 N 37.76 E, 47.31 N 37.79 E, 47.36 N 37.78 E, 47.70 N 37.53 E, 47.87 N 37.49 E, 47.92 N 37.50 E, 48.01 N 37.58 E, 48.06 N 37.71 E, 48.20 N 37.77 E, 48.38 N 37.96 E, 48.27 N 38.12 E, 48.22 N 38.35 E, 48.30 N 38.55 E, 48.42 N 38.62 E, 48.55 N 38.55 E, 48.67 N 38.58 E, 48.71 N 38.77 E, 48.63 N 38.95 E, 48.65 N 39.11 E, 48.68 N 39.14 E, 48.69 N 39.23 E, 48.67 N 39.30 E, 48.58 N 39.46 E, 48.60 N 39.56 E, 48.59 N 39.63 E, accurate to 5 km

# Each side measures from a line of its own.
zone line-of of side kyiv = contact-line
zone line-of of side districts = memorandum-line

# Where it is asked at all: within 100 km of the line. What a storage site is, is told to the
# Mission alone: these two are made up.
zone near-the-line = within 100 km of contact-line
zone depot         of side kyiv = within 2 km of depot-west
zone depot         of side districts = within 2 km of depot-east
site depot-west 48.47 N 37.08 E "Holding area, made up" storage of UA
site depot-east 48.20 N 39.40 E "Holding area, made up" storage of ORDLO

# Places that the Mission names; positions from memory.
site donetsk       48.00 N 37.80 E
site luhansk       48.57 N 39.31 E
site avdiivka      48.14 N 37.74 E accurate to 2 km
site vidrodzhennia 48.50 N 38.10 E accurate to 2 km
site chornukhyne   48.32 N 38.52 E accurate to 2 km
site khrustalnyi   48.14 N 38.93 E accurate to 2 km
site horlivka      48.33 N 38.06 E accurate to 2 km
site snizhne       48.03 N 38.76 E accurate to 2 km
site ternove       47.95 N 38.60 E accurate to 2 km
site brianka       48.51 N 38.64 E accurate to 2 km
site lyman         48.62 N 39.20 E accurate to 2 km
site vilkhivka     48.02 N 38.33 E accurate to 2 km
site vasylivka     47.60 N 37.90 E accurate to 2 km
site novoazovsk    47.09 N 38.12 E accurate to 2 km
site buhaivka      48.35 N 38.92 E accurate to 2 km
site myrne         48.39 N 39.05 E accurate to 2 km

# ---- Memorandum of 19 September 2014 ------------------------------------------------------------

article M "Memorandum"

>~ Within 24 hours weapons of more than 100 mm go back by at least 15 km on each side, those of the
>~ list excepted, which go back to about their range.
limit M.4 "More than 100 mm"
  no artillery with calibre > 100 mm of each side within 15 km of memorandum-line
  not counting artillery.mortar-120
  from 2014-09-20
  until 2015-02-14
limit M.4.list "By system"
  no artillery.mt-12 of each side within 9 km of memorandum-line
  no artillery.mortar-120 of each side within 8 km of memorandum-line
  no howitzer-122 of each side within 16 km of memorandum-line
  no gun-152 of each side within 33 km of memorandum-line
  no artillery.mlrs.bm-21 of each side within 21 km of memorandum-line
  no artillery.mlrs.uragan of each side within 36 km of memorandum-line
  no artillery.mlrs.smerch of each side within 70 km of memorandum-line
  no artillery.mlrs.tornado-g of each side within 40 km of memorandum-line
  no artillery.mlrs.tornado-s of each side within 120 km of memorandum-line
  no missile.tochka of each side within 120 km of memorandum-line
  from 2014-09-20
  until 2015-02-14
  note "9 and 8 km are less than the 15 km of the rule: a list can loosen as well as tighten"

>~ No heavy weapons within an area of named settlements.
uncoded M.5 "Named settlements" because "the list of settlements is not at hand"
>~ No mines within the security zone.
limit M.6 "Mines"
  no mine-laying of each side within 15 km of memorandum-line
>~ No combat aircraft and no foreign unmanned aircraft over the security zone, but those of the OSCE.
limit M.7 "Aircraft"
  no flight.combat of each side within 15 km of memorandum-line
  no flight.drone of each side within 15 km of memorandum-line
uncoded M.9 "Foreign formations" because "no party says whose they are"

# ---- Package of 12 February 2015 ----------------------------------------------------------------

article P "Package of Measures"

> An immediate and comprehensive cease-fire in certain areas of the Donetsk and Luhansk regions of
> Ukraine and its strict implementation starting from 00:00 (Kiev time) on Feb. 15, 2015.
limit 1 "Ceasefire"
  no fire of each side in near-the-line
  from ceasefire

> Withdrawal of all heavy weapons by both sides by an equal distance to create a security zone at least
> 50 kilometers wide for artillery systems of calibre of 100 millimeters and more
> for the Ukrainian troops: from the de facto line of contact;
> for the armed formations of certain areas of Donetsk and Luhansk regions of Ukraine: from the line of
> contact according to the Minsk Memorandum of Sept. 19, 2014.
> The withdrawal of heavy weapons as specified above should start no later than on the second day of
> the cease-fire and be completed within 14 days.
step 2.a "Artillery of 100 mm and more goes back"
  UA reaches at most 0 gun-100 of UA within 25 km of contact-line
  ORDLO reaches at most 0 gun-100 of ORDLO within 25 km of memorandum-line
  from ceasefire
  within 14 days of pull-out-start
  verified by SMM
limit 2.a.kept "and stays there"
  no gun-100 of each side within 25 km of its line-of
  from 15 days after pull-out-start

> 70 kilometers wide for Multiple Rocket Launching Systems (MLRS)
limit 2.b "Rocket launchers"
  no artillery.mlrs of each side within 35 km of its line-of
  from 15 days after pull-out-start

> and 140 kilometers wide for MLRS "Tornado-S," "Uragan," "Smerch" and tactical missile systems
> "Tochka" and "Tochka-U"
limit 2.c "Long range"
  no long-range of each side within 70 km of its line-of
  from 15 days after pull-out-start

> Ensure effective monitoring and verification of the cease-fire regime and the withdrawal of heavy
> weapons by the OSCE from day one of the withdrawal, using all technical equipment necessary,
> including satellites, drones, radar systems, etc.
inspection 3 "Monitoring"
  each side accepts SMM at any time, everywhere in near-the-line, without restriction
  from pull-out-start
access 3.a "Passage for the Mission"
  each side lets SMM pass in near-the-line
  from pull-out-start
evidence 3.e "What counts"
  at least B2

uncoded 4-9 "Elections, amnesty, prisoners, aid, pensions, the border" because "no figures, and no forces"
uncoded 10 "Withdrawal of foreign armed formations" because "no party says whose they are"
uncoded 11-13 "Constitution, elections, contact group" because "no figures, and no forces"

# ---- Addendum of 29 September 2015 --------------------------------------------------------------

article A "Addendum"

>~ If the ceasefire holds, tanks go back 15 km within 15 days of the start, which is two days after
>~ the signing; then, within 24 days, guns below 100 mm and mortars of up to 120 mm. In all 41 days.
step A.1 "Tanks go back"
  UA reaches at most 0 tank of UA within 15 km of contact-line
  ORDLO reaches at most 0 tank of ORDLO within 15 km of memorandum-line
  from addendum-start
  within 15 days of addendum-start
  while limit 1 is kept
step A.2 "Light guns and mortars go back"
  UA reaches at most 0 second-stage of UA within 15 km of contact-line
  ORDLO reaches at most 0 second-stage of ORDLO within 15 km of memorandum-line
  from addendum-start
  within 41 days of addendum
  while limit 1 is kept
limit A.3 "They stay there"
  no tank of each side within 15 km of its line-of
  no second-stage of each side within 15 km of its line-of
  from 42 days after addendum

>~ What is withdrawn stands in storage that meets the Mission's criteria of 16 October 2015; what is
>~ kept otherwise cannot be verified as withdrawn.
limit S "Withdrawn weapons stay in storage"
  no covered of each side in near-the-line, outside its depot
  from 2015-10-16

remedy R "What a breach of the ceasefire allows"
  on breach of limit 1 by side districts: side kyiv may suspend step A.2
  on breach of limit 1 by side kyiv: side districts may suspend step A.2
  note "a reading of: if the ceasefire holds"

# ---- What it says of some days ------------------------------------------------------------------

expect kept 2.a by UA on 2015-02-17
expect broken 2.a.kept by side districts on 2015-09-08
expect broken A.3 by side districts on 2017-02-07
expect undetermined 2.b by side districts on 2018-07-30
expect broken 2.a.kept by side kyiv on 2018-08-01
expect undetermined 1 by side kyiv on 2022-01-11
expect undetermined M.4 by side kyiv on 2014-09-20
expect undetermined M.4.list by side districts on 2014-09-20
expect kept M.6 by side kyiv on 2015-02-15
expect kept M.7 by side districts on 2018-08-01
expect kept 1 by side kyiv on 2018-08-01
expect broken 2.a by ORDLO on 2015-03-04
expect kept 2.a.kept by side kyiv on 2015-03-04
expect undetermined 2.a.kept by side districts on 2015-10-10
expect kept 2.b by side kyiv on 2015-03-04
expect kept 2.c by side kyiv on 2018-07-30
expect undetermined 2.c by side districts on 2018-07-30
expect kept A.1 by UA on 2015-10-14
expect kept A.2 by UA on 2015-11-10
expect undetermined A.1 by ORDLO on 2015-10-18
expect undetermined A.2 by ORDLO on 2015-11-11
expect kept A.3 by side kyiv on 2015-11-11
expect undetermined A.3 by side districts on 2015-11-11
expect kept S by side kyiv on 2015-10-16
expect broken S by side kyiv on 2017-02-07
expect undetermined S by side districts on 2015-10-16
