# Shares of what is to be reduced.
include "world.pact"
pact "Reductions"
  in force from 2027-01-01

number level of each party, declared
number start of each party = tank of it in belarus as on 2027-01-01
number liability of each party = start - level, at least 0

step 1
  each party destroys 25% of liability tank
  within 30 days of 2027-01-02
