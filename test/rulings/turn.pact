# As the one exception opens the other closes, by a verdict of the same moment.
include "world.pact"
pact "One closes as the other opens"
  in force from 2027-03-01

limit 1
  at most 50 tank of RU in belarus
exception 2 to limit 1
  at most 100 tank
  when limit 4 is kept
exception 3 to limit 1
  at most 150 tank
  when agreed by BY
limit 4
  at most 100 tank of RU in belarus
