# The same by `its`, within a distance of it; no book.
pact "Within so far of its own line"
  in force from 2015-02-15
party UA "Ukraine"
party RU "Russia"
item tank
zone line-of of UA = line through 48.0 N 38.0 E, 49.0 N 38.0 E
zone line-of of RU = line through 48.0 N 38.2 E, 49.0 N 38.2 E
step 1
  each party withdraws 5 tank from within 15 km of its line-of
  by 2015-03-01
