# Sums of an attribute: what each item, or each unit, states of it.
pact "Sums"
  in force from 2030-01-01

party AA "Ardenia"
party BB "Borland"
item ship tonnage in lt
item ship.big tonnage 22_000 lt
item ship.mid tonnage 7_500 lt
item ship.small tonnage between 800 and 1_000 lt
item ship.odd
item missile warheads in number
item missile.x warheads 3
item missile.y warheads between 1 and 4
status reserve: active, stored
zone sea = ring 50 N 10 E, 50 N 20 E, 55 N 20 E, 55 N 10 E
site port 52 N 15 E
site yard 58 N 15 E
number cap = 30_000 lt

limit 1
  at most 45_000 lt of ship of each party in sea
  of which at most 15_000 that are active
  of which at most 1_000 lt of ship.small
limit 2
  at most 2/3 of cap tonnage on ship of each party in sea
limit 3
  at most 12 warheads on missile of each party in sea
limit 4
  at most 50_000 t of ship of AA + BB in sea
limit 5
  at least 15_000 lt of ship of each party in sea
limit 6
  at most 30_000 lt of ship of AA in sea
  not counting ship that are stored
limit 7
  at most 17_000 lt of ship of BB in sea
exception 7.1 to limit 7
  in addition at most 1_000 lt of ship
  until 2030-04-30
limit 8
  no missile.x of AA in sea
  while there is at least 40_000 lt of ship of AA in sea
step 9
  AA reaches at most 22_000 lt of ship of AA in sea
  by 2030-03-31
limit 10
  no warheads on missile of BB in sea
