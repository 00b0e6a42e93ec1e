# Who must agree, and did they?
include "world.pact"
pact "With consent"
  in force from 2027-03-01

step 5
  RU withdraws 10 tank from belarus to russia
  within 30 days of entry into force
consent 6
  step 5 needs consent of PL and US
step 7
  RU destroys 5 artillery in belarus
  by 2027-04-30
consent 8
  step 7 needs consent of PL and US
step 9
  BY disbands 5 launcher
  by 2027-04-30
consent 10
  step 9 needs consent of US
consent 11
  any troops of each party that are stationed in belarus needs consent of the host
consent 12
  any tank of RU in belarus needs consent of PL
