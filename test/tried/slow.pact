pact "S"
  in force from 2022-01-01
side east "East"
side west "West"
party RU "Ru" on east
party US "Us" on west
item tank
event exercise
zone z = country UA
zone y = country PL
limit 1 "Ceiling"
  at most 100 tank of RU in z
  of which at most 50 tank in z
notice 2
  any movement of RU into z
  7 days before it starts
step 3
  RU withdraws 20 tank from y
  within 30 days of 2022-01-10
quota 4
  at most 2 exercise of RU in a calendar year
scenario "slow"
  delay m1 to 2022-02-20
  set step 3 to 20 days
  set notice 2 to 5 days
scenario "tight"
  set limit 1 to 30 tank
  set quota 4 to 0 exercise
  drop m1
scenario "early"
  delay m1 to 2022-01-30
scenario "lost"
  drop m2
scenario "tighter"
  set limit 1 to 30 tank
