# Conditions of limits.
include "world.pact"
pact "If and unless"
  in force from 2027-03-01

limit 1
  at most 100 tank of RU in belarus
  unless there is at least 1 tank of US in poland
limit 2
  at most 50 tank of BY in belarus
  when limit 1 is kept
limit 3
  at most 1_000 troops of each party on west in poland
  while that party is belligerent
limit 4
  no artillery of RU in belarus
  with consent of PL and BY
limit 5
  at most 10 launcher of RU in belarus
  when an exercise was notified at least 10 days before

article 6
  when RU is belligerent
limit 6.1
  at most 100 tank of RU in belarus
notice 6.2
  any movement of RU into belarus
  1 day before it starts
