# Forms that the other pacts here leave out.
pact "Further forms"
  in force from 2030-01-01
  months next

side north "North"
side south "South"
party A1 "Aland" on north
party B1 "Beland" on south
party C1 "Celand" on south

item troops
item tank
item gun
status age: old, new
event show
event parade

zone box-1 = ring 50.0 N 10.0 E, 50.0 N 11.0 E, 51.0 N 11.0 E, 51.0 N 10.0 E
zone box-2 = ring 50.0 N 12.0 E, 50.0 N 13.0 E, 51.0 N 13.0 E, 51.0 N 12.0 E
site in-1 50.50 N 10.50 E
site in-2 50.50 N 12.50 E
site away 52.50 N 20.00 E

limit 1 "A floor"
  at least 50 tank of A1 in box-1
limit 2 "Two bans"
  no tank and gun of each party except C1 in box-2
limit 3 "Left out, up to so many"
  at most 88 tank and 40 gun of all parties in box-1
  not counting tank and gun that are old, up to 5 and 6
limit 4 "Two added"
  at most 27 tank of B1 + C1 in box-1
notice 6 "Shows"
  any show or parade of each party
  2 months before it starts
step 7 "Two deeds"
  B1 moves 20 tank from box-1 to box-2
  B1 disbands 100 troops at in-1
  within 10 days after 2030-02-01
  verified by C1 or A1 within 5 days
step 8 "For ten days"
  C1 withdraws 5 gun from within 10 km of in-1
  none returns or is replaced for 10 days
  by 2030-03-31
