# A party that begins: not bound before, nor is its side, which it is alone.
pact "A party that begins"
side west "West"
side east "East"
party DE "Germany" on west
party CZ "Czechia" on east
  from 1993-01-01
item tank
status service: active, stored
limit 1
  at most 50 tank of side east
  of which at most 5 that are active
limit 2
  at most 5 tank of CZ
limit 3
  at most 5 tank of DE
