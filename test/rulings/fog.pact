# When did the use begin? A range does not tell.
include "world.pact"
pact "A beginning in the fog"
  in force from 2027-03-01

limit 1
  at most 100 tank of RU in belarus
exception 2 to limit 1
  at most 130 tank
  for at most 10 days

# Is it open? The tanks that its condition asks for are on the way.
limit 3
  at most 50 artillery of BY in belarus
exception 4 to limit 3
  in addition at most 20 artillery
  when there is at least 5 tank of US in poland
