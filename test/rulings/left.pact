# Who leaves a pact that does not say how.
pact "Left"
  in force from 2027-01-01
party AA "Ardenia"
party BB "Borland"
item tank
limit 1
  at most 100 tank of each party
