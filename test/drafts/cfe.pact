# Ceilings between two groups of States, in the manner of the treaty of 1990.
pact "Ceilings of two groups"
  signed 1990-11-19
  in force from 1992-11-09
  months clamp

date first-day = 1992-07-17
date hold-by   = 40 months after first-day

side west "The western group"
side east "The eastern group"
party DE "Germany" on west, territory germany
party FR "France" on west, territory france
party US "United States" on west
party RU "Russia" on east, territory russia

item tank
item acv
item acv.apc
item acv.aifv
item acv.hacv
item heavy = acv.aifv + acv.hacv
status service: active, stored
status stay: permanent, temporary

zone germany = country DE
zone france  = country FR
zone poland  = country PL
zone norway  = country NO
zone russia  = country RU
zone middle  = germany + poland
zone whole   = middle + france + norway + russia
site depot 52.00 N 10.00 E accurate to 3 km
site camp  61.00 N 10.50 E

article 4 "Groups"
limit 4
  at most 6_600 tank and 3_400 acv of each side in whole
  of which at most 5_700 tank and 3_000 acv that are active
  of which at most 1_350 heavy
  from hold-by

limit 5 "The middle"
  at most 4_500 tank of each side that are active in middle
  from 1994-01-01

limit 6 "Each State"
  at most 4_000 tank of each party in whole
  not counting tank that are temporary, up to 100
  from 1994-01-01

limit 7 "Visitors in the north"
  at most 150 tank of side west that are temporary in norway

article 8 "Scrapping"
step 8.1
  DE destroys 800 tank
  within 16 months of first-day
step 8.2
  DE destroys 1_700 tank
  within 28 months of first-day
step 8.3
  FR destroys 40 tank in france
  by 1995-01-01
step 8.4
  US reaches at most 1_100 tank of US in germany
  by 1996-03-31

notice 9 "Into the north"
  any movement of at least 100 tank of each party into norway
  when it starts
