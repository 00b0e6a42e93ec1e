pact "A ceasefire in phases, with a corridor"
  in force from 2027-01-19
  until 42 days after entry into force, renewable

party NL "northern side"
party SL "southern side"
non-party AID "relief agency"
monitor MON "monitors"

item troops

event attack
event convoy

zone road  = line through 50 N 30 E, 50 N 31 E
zone lane  = within 2 km of road
zone town  = within 10 km of market
zone heart = within 60 km of market

site market 50 N 30.5 E

limit 1 "No attacks"
  no attack of each party
step 2 "First phase: out of the town"
  NL withdraws 500 troops from town
  within 7 days of entry into force
  verified by MON within 3 days
limit 3 "The corridor is clear"
  no troops of each party in lane
  after step 2 is verified
access 4 "Who passes"
  each party lets AID pass in lane
  after step 2 is verified
quota 5 "So many convoys"
  at least 2 convoy of AID in lane in a rolling week
  after step 2 is verified
step 6 "Second phase: out of the heart"
  NL withdraws 1_000 troops from heart
  after step 2 is verified
  within 14 days after step 2 is verified
