# Two exceptions that are open at once, and none goes first.
include "world.pact"
pact "None goes first"
  in force from 2027-03-01

limit 1
  at most 100 tank of RU in belarus
exception 2 to limit 1
  at most 150 tank
  from 2027-03-05, until 2027-03-20
exception 3 to limit 1
  at most 120 tank
  when agreed by PL
