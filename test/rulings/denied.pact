# Access denied: what nobody could see is not absent.
include "world.pact"
pact "Shut gates"
  in force from 2027-03-01

limit 1
  at most 100 tank of RU in belarus
limit 2
  at least 40 artillery of BY in belarus
limit 3
  at most 30 launcher of RU at obuz
limit 4
  at most 10 troops of US in poland
  unless there is at least 50 tank of RU in belarus
limit 5
  no exercise of RU in belarus
# Up to 120 for three days, which begin when 100 are perhaps exceeded.
limit 6
  at most 100 tank of RU in belarus
exception 7 to limit 6
  at most 120 tank
  for at most 3 days
