pact "Known"
  in force from 2022-01-24
  time zone "Europe/Kyiv"
side east "East"
side west "West"
party RU "Russia" on east, territory z
party US "United States" on west
party BY "Belarus" on east
  from 2022-02-01
monitor OSCE "Observers"
item troops
item tank tonnage 5 t, notice-time 72 hours
number radius = 25 km
number declared-sites of each party, declared
event exercise
event launching
status s: active, stored
zone z = ring 46 N 28 E, 38 N 28 E, 38 N 33 E
zone y = ring 56 N 28 E, 48 N 28 E, 48 N 33 E
zone front of RU = z
zone w = line through 46 N 28 E, 25 km north of camp
site camp 54 N 33 E
limit 1
  at most 100 troops of RU within radius of z
limit 2
  exactly 1 exercise of RU in z
limit 3
  no launching by tank and troops of RU in z
limit 4
  at most 100 troops of RU in z
  not counting tank in its front
limit 6
  at most 100 troops of more than 3 tank of RU
limit 7
  at most 5 troops of RU + BY
limit 8
  at most 5 troops of RU in z
  counting tank that are stored as troops
limit 9
  at most 9 tank of RU in z
  from the day of launching of RU/1
notice 10
  any movement of RU through z
  14 days before it starts
notice 11
  any movement of RU from z to y
  14 days before it starts
notice 12
  any movement of RU into z for more than 72 hours
  14 days before it starts
notice 13
  any movement of RU into the site named
  14 days before it starts
notice 14
  any tank of RU in z
  14 days before it starts
notice 15
  any change to tank
  14 days before it starts
notice 16
  any exercise of RU in z
  any movement of RU in z
  told by US
  14 days before it starts
step 17
  RU withdraws 5 tank or 6 troops from z
  verified by the host
  by 2022-02-20
step 18
  RU destroys 5 tank in total since step 17 is done
  verified by OSCE and US
  by 2022-02-20
step 19
  begins on or before 2022-02-01
  by 2022-02-20
limit 20
  at most 9 tank of RU in z
limit 21
  at most 9 tank of RU in z at once
  of which at most 3 in y
inform 22
  each party, its tank in z, to OSCE
stay 23
  at most 21 days for units of each party in z
inspection 24
  RU accepts at most 15% of declared-sites in a calendar year
access 25
  each side lets OSCE pass in z
  from the day of launching of RU/1
equivalence 26
  1 tank is 1.5, 100 troops is 1
  tolerance 10%
limit 27
  at most 50 t of tank of RU in z
  not counting tank that are stored, up to 3
