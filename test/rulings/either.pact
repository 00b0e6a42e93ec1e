# Exceptions that make a figure smaller, and two of which either may hold.
include "world.pact"
pact "Either"
  in force from 2027-03-01

limit 1
  at most 100 tank of RU in belarus
exception 2 to limit 1
  at most 80 tank
  for at most 10 days
limit 3
  at most 50 tank of BY in belarus
exception 4 to limit 3
exception 5 to limit 3
  at most 55 tank
  when there is at least 1 tank of US in poland
limit 6
  at most 5 artillery of BY in belarus
exception 7 to limit 6
  at most 6 artillery
  when there is at least 1 tank of US in poland
exception 8 to limit 6
