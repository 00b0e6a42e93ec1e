# Duties to tell, by the calendar and after what happens.
include "world.pact"
pact "Telling"
  in force from 2027-03-01

inform 1
  each party on west, its tank in poland, by day 5 of each month
inform 2
  each party on east, its troops
  as of 1 March and 1 September each year, within 30 days after it, to the other side
inform 3
  each party, an answer, within 48 hours after the request
inform 4
  each party, its tank
  within 10 days after each exercise
inform 5
  each side, its troops, every 15 days
inform 6
  each party on west, its troops, each day by 18:00
  from 2027-06-10
  until 2027-06-12
