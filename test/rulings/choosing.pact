# Some of what happens, and under a condition.
include "world.pact"
pact "Choosing"
  in force from 2027-01-01

inform 1
  each party on west, its telemetry of at most 2 exercise in a calendar year
  within 10 days after each exercise
inform 2
  each party on east, its troops, by day 1 of each month
  while RU is belligerent
inform 3
  RU, its holdings, as of 1 January, by 15 December each year
