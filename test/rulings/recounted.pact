# What was seen on the day of a recount.
include "world.pact"
pact "Recounted"
  in force from 2027-03-01

limit 1
  at most 35 tank of RU in belarus
