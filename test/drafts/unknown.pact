# Whose they are nobody knows.
pact "Nobody knows whose"
party RU "Russia"
party UA "Ukraine"
item tank
event fire
zone basin = ring 46.0 N 36.0 E, 46.0 N 41.0 E, 50.5 N 41.0 E, 50.5 N 36.0 E
site town 48.33 N 38.06 E
site gate 48.00 N 45.00 E
limit 1
  no fire of each party in basin
limit 2
  at most 5 tank of each party in basin
limit 3
  at most 15 tank of all parties in basin
notice 4
  any movement of at least 5 tank of each party into basin
  2 days before it starts
