# Two exceptions, one over the other.
include "world.pact"
pact "Which goes first"
  in force from 2027-03-01

limit 1
  at most 100 tank of RU in belarus
exception 2 to limit 1
  at most 150 tank
  from 2027-03-05, until 2027-03-20
exception 3 to limit 1
  at most 120 tank
  when agreed by PL
  over 2

limit 4
  at most 50 tank of each party in belarus
exception 5 to limit 4
  at most 140 tank of RU
