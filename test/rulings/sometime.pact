# A change of status on a day that nobody knows: it is one of two, no third.
pact "Some time"
  in force from 2027-01-01
party AA "Ardenia"
item tank
status use: active, stored, scrap
limit 1
  at most 60 tank of AA that are active
limit 2
  at most 0 tank of AA that are stored
limit 3
  at most 0 tank of AA that are scrap
limit 4
  at least 100 tank of AA that are active or stored
limit 5
  at least 100 tank of AA that are active or scrap
