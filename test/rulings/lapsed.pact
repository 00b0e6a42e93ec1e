# Consents that have run out, and days on which silence tells something.
include "world.pact"
pact "Lapsed"
  in force from 2027-03-01

consent 1
  any tank of RU in belarus needs consent of the host
consent 2
  any troops of RU in belarus needs consent of PL
step 4
  BY disbands 5 launcher
  by 2027-04-30
consent 5
  step 4 needs consent of US
step 6
  RU destroys 5 artillery in belarus
  by 2027-04-30
consent 7
  step 6 needs consent of US
