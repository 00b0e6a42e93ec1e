# Deeds that accept inspections.
include "world.pact"
pact "Open doors"
  in force from 2027-03-01

step 1
  PL accepts an inspection by RU at zagan + drawsko
  within 30 days of entry into force
step 2
  US accepts an inspection at zagan
  within 30 days of entry into force
step 3
  BY accepts an inspection by US at lida
  within 30 days of entry into force
step 4
  RU accepts an inspection by PL at luga + yelnya
  within 30 days of entry into force
consent 5
  step 4 needs consent of BY
