# Movements of one moment that feed each other.
include "world.pact"
pact "Fed"
  in force from 2027-03-01

limit 1
  at most 7 tank of RU in belarus
limit 2
  at most 7 tank of RU in russia
