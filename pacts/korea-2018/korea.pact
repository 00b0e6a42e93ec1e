# The two Koreas' military agreement of 19 September 2018.
#
# Lines with > are the agreement's words, as the Korea law page of Columbia University and the
# Ministry of National Defence's white papers of 2018 and 2020 print them; lines with >~ are ours.

pact "Agreement on the Implementation of the Historic Panmunjom Declaration in the Military Domain"
  source "kls.law.columbia.edu, Article 1"
  source "Ministry of National Defence, white papers of 2018 (page 39) and 2020 (appendix, page 52)"
  signed 2018-09-19
  in force from 2018-09-19
  time zone "Asia/Seoul"

# ---- Who ----------------------------------------------------------------------------------------

side south "South"
side north "North"
party ROK  "Republic of Korea" on south
party DPRK "Democratic People's Republic of Korea" on north
# Has the Demilitarized Zone and takes part in the Joint Security Area; has not signed.
monitor UNC "United Nations Command"

# ---- What ---------------------------------------------------------------------------------------

item guard-post "Guard post in the Demilitarized Zone"
item guard      "Soldier on duty in the Joint Security Area"
item weapon     "Firearm"
item mine       "Land mine"
item gun        "Naval gun or coastal gun"
item round      "Shot fired"
item aircraft   "Aircraft of any kind"
status manning: manned, empty
status arming: armed, unarmed
status barrel: covered, open "Barrel without its cover, or gunport open"

event fire                "Firing across the line"
event fire.hostile        "Meant for the other side, and no mishap"
event drill               "Exercise"
event drill.live-fire     "With artillery, on land or at sea"
event drill.regiment      "Field training at the regiment level and above"
event drill.manoeuvre     "Maritime manoeuvre"
event drill.air-to-ground "By aeroplanes with guided weapons"
# One kind for each depth. Flights of relief are of a kind of their own, since they are permitted;
# airliners and cargo planes have none.
event flight            "Military flight"
event flight.fixed-wing "Aeroplane"
event flight.rotary     "Helicopter"
event flight.drone      "Unmanned aircraft"
event flight.balloon    "Gas-filled balloon"
event relief            "Flight to fight fires, rescue, evacuate the sick, watch the weather or help farms"

# ---- Where --------------------------------------------------------------------------------------

# The Military Demarcation Line: the 312 points of the United States Department of State's Large Scale
# International Boundaries (public domain); 500 m assumed. Marker 0646 is taken as the middle of the
# line by its length, which is an assumption.
zone mdl         = line from "mdl.geojson" where name = "Military Demarcation Line", accurate to 500 m
zone east-sector = east of 127.53 E
zone west-sector = west of 127.53 E
zone dmz         = within 2 km of mdl
zone jsa         = within 400 m of panmunjom

# No packaged sea has these names: rings, with the coast inside, since coastal guns count. Between
# the parallels of the islands and towns named; positions from memory, good to 5 km.
zone west-sea = ring 37.23 N 124.00 E, 37.23 N 126.50 E, 37.80 N 126.50 E, 38.00 N 125.60 E, 38.53 N 125.00 E, 38.53 N 124.00 E, accurate to 5 km
zone east-sea = ring 38.20 N 128.59 E, 38.62 N 128.36 E, 38.95 N 127.90 E, 38.95 N 130.00 E, 38.20 N 130.00 E, accurate to 5 km

site panmunjom 37.956 N 126.677 E
site posts     in dmz "Eleven and eleven guard posts of the first stage"

# ---- 1: on land, at sea, in the air -------------------------------------------------------------

article 1 "Cease all hostile acts that are sources of tension"

> South and North Korea agreed to completely cease all hostile acts against each other in every
> domain, including land, air and sea that are the source of military tension and conflict.
limit 1.1 "Hostile acts"
  no fire.hostile of each party

> The two sides agreed to cease various military exercises aimed at each other along the Military
> Demarcation Line from November 1, 2018. On ground, the two sides agreed to cease all live-fire
> artillery drills and field training exercises at the regiment level and above within 5km from the
> MDL.
limit 1.2.a "Drills on land"
  no drill.live-fire of each party within 5 km of mdl
  no drill.regiment of each party within 5 km of mdl
  from 2018-11-01

> At sea, the two sides agreed to cease all live-fire and maritime maneuver exercises within the zone
> north of Deokjeok-do and south of Cho-do in the West Sea, and within the zone north of Sokcho and
> south of Tongcheon in the East Sea.
limit 1.2.b "Drills at sea"
  no drill.live-fire of each party in west-sea + east-sea
  no drill.manoeuvre of each party in west-sea + east-sea
  from 2018-11-01

> The two sides also agreed to install covers on the barrels of coastal artilleries and ship guns and
> close all gunports within the zones.
limit 1.2.c "Barrels and gunports"
  no gun of each party that are open in west-sea + east-sea
  from 2018-11-01

>~ In the air they cease tactical live fire with air-to-ground guided weapons within the zones in which
>~ aeroplanes do not fly.
limit 1.2.d "Live fire from the air"
  no drill.air-to-ground of each party within 40 km of mdl, inside east-sector
  no drill.air-to-ground of each party within 20 km of mdl, inside west-sector
  from 2018-11-01

> For fixed-wing aircraft, No Fly Zones will be designated within 40km from the MDL in the East
> (between MDL Markers No. 0646 and 1292) and within 20km from the MDL in the West (between MDL
> Markers No. 0001 and 0646).
limit 1.3.a "Aeroplanes, East"
  no flight.fixed-wing of each party within 40 km of mdl, inside east-sector
  from 2018-11-01
limit 1.3.b "Aeroplanes, West"
  no flight.fixed-wing of each party within 20 km of mdl, inside west-sector
  from 2018-11-01

> Other No Fly Zones will be designated in the following way: for rotary-wing aircraft, within 10km
> from the MDL; for UAV, within 15km from the MDL in the East and 10km from the MDL in the West; for
> hot-air balloons, within 25km from the MDL.
limit 1.3.c "Helicopters"
  no flight.rotary of each party within 10 km of mdl
  from 2018-11-01
limit 1.3.d "Unmanned aircraft, East"
  no flight.drone of each party within 15 km of mdl, inside east-sector
  from 2018-11-01
limit 1.3.e "Unmanned aircraft, West"
  no flight.drone of each party within 10 km of mdl, inside west-sector
  from 2018-11-01
limit 1.3.f "Balloons"
  no flight.balloon of each party within 25 km of mdl
  from 2018-11-01

> However, when the employment of aircraft becomes necessary such as in the cases involving
> fire-fighting, ground & maritime rescue, medical evacuation, weather observation and farming
> support, aircraft will be permitted to fly subject to prior notification to the other side.
notice 1.3.x "Flights of relief"
  any relief of each party within 40 km of mdl
  when it starts, to the other side
  from 2018-11-01

> To this end, the two sides agreed to apply a five-step procedure (Initial warning broadcast,
> Secondary warning broadcast, Initial warning fire, Secondary warning fire, Military action) on ground
> and at sea, and a 4-step procedure (Warning radio & signal, Interdiction flight, Warning fire,
> Military action) in the air.
uncoded 1.4 "Order of warnings" because "the order of minutes, in an incident that each side tells in its own way"

uncoded 1.5 "Peaceful solution of all military matters" because "talks, and a hotline, are no figure"

# ---- 2: the Demilitarized Zone ------------------------------------------------------------------

article 2 "The Demilitarized Zone as a zone of peace"

>~ Guard posts that lie within 1 km of each other are withdrawn; as a first stage eleven on each side,
>~ by the end of 2018. The men and weapons go first.
step 2.1.a "Guard posts left"
  ROK reaches at most 0 guard-post of ROK that are manned at posts
  DPRK reaches at most 0 guard-post of DPRK that are manned at posts
  by 2018-12-31
limit 2.1.b "They stay empty"
  no guard-post of each party that are manned at posts
  from 2019-01-01

>~ Then the posts are taken down, and both sides verify it together.
step 2.1.c "Guard posts taken down"
  ROK destroys 11 guard-post at posts
  DPRK destroys 11 guard-post at posts
  by 2018-12-31
  verified by the other side, parts within 24 hours of each other
>~ Each side keeps one post for its history, without men or weapons (agreed while it was being done).
exception 2.1.x to step 2.1.c "One post each"
  ROK may keep 1 guard-post that are empty
  DPRK may keep 1 guard-post that are empty
  when agreed by ROK and DPRK
inspection 2.1.v "Eleven teams of seven, on one day"
  each party accepts at least 1 from the other party
  on 2018-12-12
  team of exactly 77

> The South, the North and the UNC (hereafter referred to as "The three parties") will remove all mines
> in the Joint Security Area in Panmunjom within 20 days, beginning on October 1, 2018.
step 2.2.a "Mines"
  ROK reaches at most 0 mine of ROK in jsa
  DPRK reaches at most 0 mine of DPRK in jsa
  from 2018-10-01
  by 2018-10-20

> The three parties will completely withdraw guard posts, personnel and firearms within 5 days after
> the minesweeping is completed in the Joint Security Area in Panmunjom.
> The three parties will jointly verify the completion of the measures to demilitarize the Joint
> Security Area in Panmunjom over 2 days.
step 2.2.b "Firearms"
  ROK reaches at most 0 weapon of ROK in jsa
  DPRK reaches at most 0 weapon of DPRK in jsa
  within 5 days after step 2.2.a is done
  verified by ROK and DPRK and UNC within 2 days

> Guard duty will be carried out by up to 35 unarmed personnel from each side.
limit 2.2.c "Guards"
  at most 35 guard of each party that are unarmed in jsa
  no guard of each party that are armed in jsa
  no weapon of each party in jsa
  from 2018-10-28

uncoded 2.3 "Recovery of the fallen" because "a common work, with no figure that either side owes"

# ---- 3 to 6 -------------------------------------------------------------------------------------

uncoded 3 "Zone of peace in the West Sea" because "where it lies was left to talks that never ended"
uncoded 4 "Exchanges and travel" because "guarantees for civilians, without figures"
uncoded 5 "Hotline and joint committee" because "they set up offices"

# ---- What it says of some days ------------------------------------------------------------------

expect broken 1.2.b by DPRK on 2019-11-23
expect undetermined 1.1 by DPRK on 2020-05-03
expect kept 1.3.b by DPRK on 2022-10-13
expect broken 1.3.e by DPRK on 2022-12-26
expect broken 1.3.e by ROK on 2022-12-26
expect kept 2.1.b by DPRK on 2023-11-23
expect broken 2.1.b by DPRK on 2023-11-24
expect kept 1.1 by ROK on 2018-11-02
expect kept 1.2.a by ROK on 2018-11-01
expect undetermined 1.2.a by DPRK on 2022-10-14
expect kept 1.2.b by DPRK on 2019-11-22
expect undetermined 1.2.b by ROK on 2022-12-05
expect undetermined 1.2.c by ROK on 2018-11-01
expect kept 1.2.d by DPRK on 2022-10-14
expect kept 1.3.a by ROK on 2019-05-02
expect broken 1.3.b by ROK on 2019-05-02
expect broken 1.3.a by ROK on 2019-05-03
expect kept 1.3.c by ROK on 2020-07-10
expect undetermined 1.3.c by ROK on 2021-06-01
expect undetermined 1.3.b by ROK on 2021-06-01
expect undetermined 1.3.e by ROK on 2021-06-01
expect undetermined 1.3.f by ROK on 2021-06-01
expect kept 1.3.d by ROK on 2021-06-01
expect kept 1.3.e by DPRK on 2022-12-27
expect broken 1.3.f by DPRK on 2024-05-28
expect kept 1.3.x by ROK on 2019-04-04
expect broken 1.3.x by DPRK on 2020-08-10
expect kept 2.1.a by ROK on 2018-11-10
expect kept 2.2.a by ROK on 2018-10-20
expect kept 2.2.b by ROK on 2018-10-25
expect kept 2.2.c by ROK on 2018-10-28
expect undetermined 2.2.c by DPRK on 2018-10-28
expect broken 2.2.c by DPRK on 2023-11-28
