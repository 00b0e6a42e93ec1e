# Units that hold what their declaration says.
pact "Units"
  in force from 2030-01-01

party AA "Ardenia"
item tank
item ship tonnage in lt
status reserve: active, stored
zone land = ring 50 N 10 E, 50 N 20 E, 55 N 20 E, 55 N 10 E
site camp 52 N 15 E
site yard 58 N 15 E

limit 1
  at most 45 tank of AA that are active in land
limit 2
  at most 15_000 lt of ship of AA in land
limit 3
  at most 60 tank of AA in land
