# Numbers reckoned from sums, from the largest of several and from reports.
pact "Reckoned"
  in force from 2030-01-01

side east "East"
side west "West"
party AA "Ardenia" on east
party BB "Borland" on east
party CC "Cadia" on west
item ship tonnage in lt
item ship.big tonnage 20_000 lt
item ship.small tonnage 5_000 lt
item tank
status reserve: active, stored
zone sea = ring 50 N 10 E, 50 N 20 E, 55 N 20 E, 55 N 10 E
site port 52 N 15 E
site yard 58 N 15 E
number strongest = the largest tonnage on ship of each party on east in sea
number reported = the largest tonnage on ship of each party on east in sea as last reported
number per-ten of each party = 2 for each 10 tank of it in sea
number own-tons of each party = 50% of tonnage on ship of it in sea, at most 6 t
number level of each side, declared

limit 1
  at most strongest tonnage on ship of CC in sea
  of which at most 10%
limit 2
  at most 1/2 of reported tonnage on ship of CC in sea
limit 3
  at most per-ten tank of each party that are active in sea
limit 4
  at most 40 tank of AA in sea
  of which at most 10%
  of which at most 50% that are active
limit 5
  at most own-tons tonnage on ship of AA in sea
limit 6
  at most level tank of each party in sea
limit 7
  at most level tank of each side in sea
