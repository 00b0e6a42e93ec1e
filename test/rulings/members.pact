# Sides and sums of whom some begin, end or leave.
pact "Members"
  in force from 2027-01-01
  withdrawal on 1 months notice, ends for that party
  months clamp

side east "East"
side west "West"
party AA "Ardenia" on west
party BB "Borland" on west
  from 2027-02-01
party CC "Cadia" on east
  until 2027-02-28
party DD "Dorland" on east
formation FF "Free Corps" directed by CC
item tank
event exercise
zone land = ring 50 N 10 E, 50 N 20 E, 55 N 20 E, 55 N 10 E
zone far  = ring 40 N 10 E, 40 N 20 E, 45 N 20 E, 45 N 10 E
site camp 52 N 15 E
site port 42 N 15 E

limit 1
  at most 100 tank of each side in land
limit 2
  at most 160 tank of all parties in land
limit 3
  at most 100 tank of BB + CC in land
limit 4
  at most 10 tank of DD in land
  while there is at least 100 tank of side west in land
limit 5
  no exercise of side west
notice 6
  any exercise of side east
  14 days before it starts
step 7
  side east withdraws 30 tank from land to far
  from 2027-03-05
  by 2027-03-20
step 8
  side west reaches at most 60 tank of side west in land
  by 2027-01-20
stay 9
  at most 10 days for tank of all parties in land
  at most 40 days for tank of BB + CC in land
inform 10
  side west, its tank, as of 1 February each year, within 20 days after it
limit 11
  at most 5 tank of AA in far
