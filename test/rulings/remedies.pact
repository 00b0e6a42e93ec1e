# A breach gives a right; using it moves a deadline.
include "world.pact"
pact "If the ceiling is broken"
  in force from 2027-03-01

limit 1
  at most 100 tank of RU in belarus
step 2
  US withdraws 1_000 troops from poland
  PL withdraws 500 troops from poland
  by 2027-03-31
remedy 3
  on breach of limit 1 by side east: side west may suspend step 2
  resumes when limit 1 has been kept for 10 days
