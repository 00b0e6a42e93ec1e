# A line of demarcation, in the manner of the agreement of September 2018.
pact "Quiet along a line"
  in force from 2018-09-19

side south "South"
side north "North"
party ROK  "Republic of Korea" on south
party DPRK "Democratic People's Republic of Korea" on north
monitor UNC "Command of the armistice"

item troops
item gun
item guard-post
item guard
item weapon
status arming: armed, unarmed
event drill
event drill.live-fire
event flight
event flight.fixed-wing

zone mdl    = line through 38.00 N 126.50 E, 38.00 N 127.50 E
zone dmz    = within 2 km of mdl
zone area-j = within 400 m of panmunjom
site panmunjom 38.00 N 126.60 E
site posts     in dmz
site hill      38.05 N 127.00 E
site half      38.12 N 127.00 E
site rear      38.30 N 127.00 E

limit 1.1 "Live fire"
  no drill.live-fire of each party within 5 km of mdl
limit 1.2 "Aeroplanes, east"
  no flight.fixed-wing of each party within 40 km of mdl, east of 127.00 E
limit 1.3 "Aeroplanes, west"
  no flight.fixed-wing of each party within 20 km of mdl, west of 127.00 E
limit 1.4 "Larger drills"
  no drill of at least 1_000 troops of each party within 10 km of mdl

step 2.1 "Guard posts"
  each party destroys 11 guard-post in dmz
  by 2018-12-31
  verified by the other side within 14 days
step 2.2 "Guns"
  DPRK withdraws 5 gun from within 10 km of mdl to beyond 20 km of mdl
  after step 2.1 is verified
  within 30 days after step 2.1 is verified
limit 2.3 "The joint area"
  at most 35 guard of each party that are unarmed in area-j
  no weapon of each party in area-j
  from 2018-10-28

evidence 3
  at least B2
