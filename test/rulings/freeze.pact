# As many as on a day.
include "world.pact"
pact "Freeze"
  in force from 2027-01-01

limit 1 "closed"
  at most as many tank of RU in belarus as on 2027-01-10
  at least as many tank of RU in belarus as on 2027-01-10
limit 2 "open, then closed"
  at most as many artillery of RU in belarus as on 2027-01-10
  at least as many artillery of RU in belarus as on 2027-01-10
limit 3 "a status that is not stated"
  at most as many launcher of RU that are active in belarus as on 2027-01-10
limit 4 "what was seen"
  at most as many troops of each side in belarus as on 2027-01-10
limit 5 "totals"
  at most as many troops of side west in poland as on 2027-01-10
limit 6 "declared"
  at most as many artillery of BY in belarus as on 2027-01-10
limit 7 "with an exception"
  at most as many tank of RU in belarus as on 2027-01-10
exception 8 to limit 7
  in addition at most 10 tank
  until 2027-01-12
exception 9 to limit 7
  not counting tank at lida
  from 2027-01-16
limit 10 "nothing is known"
  at least as many artillery of US in poland as on 2027-01-10
  at most as many artillery of US in poland as on 2027-01-10
