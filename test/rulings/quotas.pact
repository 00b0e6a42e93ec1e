# Numbers of events.
include "world.pact"
pact "How many drills"
  in force from 2027-01-01
  months clamp

quota 1
  at most 2 exercise of more than 3_000 troops of each side in a calendar year
quota 2
  at most 1 exercise of RU in a rolling month
quota 3
  at most 1 exercise of RU in a year from 1 July
quota 4
  at most 1 exercise of each side at once
quota 5
  at least 3 exercise of side east in a calendar year
quota 6
  at least 9 exercise of side east in a calendar year
quota 7
  at least 4 exercise of side west in a calendar year
quota 8
  no exercise of more than 8_000 troops of RU
quota 9
  at most 4 exercise of RU in 2 calendar years
quota 10
  at most 1 exercise of BY in a calendar year
exception 11 to quota 10
  at most 2 exercise
  when agreed by PL
quota 12
  at most 1 exercise of PL in a calendar week
