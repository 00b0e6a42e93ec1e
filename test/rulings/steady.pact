# A figure that nobody knows, and that does not change.
include "world.pact"
pact "Steady"
  in force from 2027-03-01

limit 1
  at most 24 tank of RU in belarus
exception 2 to limit 1
  in addition at most 6 tank
  once per rolling week
limit 3
  at most 24 artillery of RU in belarus
exception 4 to limit 3
  at most 30 artillery
  for at most 3 days
limit 5
  at most 10 launcher of RU in belarus
  when RU is belligerent
exception 6 to limit 5
  at most 15 launcher
  once per calendar month
