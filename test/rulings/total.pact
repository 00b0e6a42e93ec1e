# What is destroyed in total since a day.
include "world.pact"
pact "In total"
  in force from 2027-01-01
step 1 "since before it begins"
  RU destroys 100 tank in total since 2027-01-05
  from 2027-02-01
  by 2027-03-01
step 2 "since it begins"
  RU destroys 100 tank
  from 2027-02-01
  by 2027-03-01
step 3 "since after it begins, and in a place"
  RU destroys 20 tank in russia in total since 2027-02-15
  from 2027-02-01
  by 2027-03-01
