# Three strips of a peninsula, in the manner of the annex of 1979.
pact "Strips of a peninsula"
  in force from 1979-04-25
  months clamp

party EG "Egypt" territory egypt
party IL "Israel" territory israel
monitor MFO "Observers"

item troops
item tank
item apc
item gun
item gun.light calibre 23 mm
item gun.heavy calibre 57 mm
item sam
item sam.shoulder
item sam.sa-6
item battalion
event flight
event flight.combat
event flight.supply

zone egypt   = country EG
zone israel  = country IL
zone strip-w = ring 29.0 N 32.7 E, 29.0 N 33.2 E, 30.9 N 33.2 E, 30.9 N 32.7 E
zone strip-m = ring 29.0 N 33.4 E, 29.0 N 33.9 E, 30.9 N 33.9 E, 30.9 N 33.4 E
zone strip-e = ring 28.5 N 34.1 E, 28.5 N 34.3 E, 30.0 N 34.3 E, 30.0 N 34.1 E
zone strips  = strip-w + strip-m + strip-e

site giddi   in strip-w
site mitla   in strip-w
site arish   in strip-m
site coast   in strip-e
site road    30.00 N 33.30 E accurate to 15 km "Between two strips"
site nitzana in israel

limit 1 "West"
  at most 230 tank, 480 apc and 22_000 troops of EG in strip-w
  at most 126 gun with calibre >= 37 mm of EG in strip-w
  no sam - sam.shoulder of EG in strip-w
  from 36 months after entry into force
limit 2 "Middle"
  at most 4_000 troops of EG in strip-m
  no tank of EG in strip-m
  exactly 4 battalion of EG in strip-m
  from 1982-04-26
limit 3 "East"
  no troops + tank of EG in strip-e
  from 1982-04-26
limit 4 "Flights"
  no flight.combat of each party in strip-m + strip-e
  from 1982-04-26

step 5 "Everybody out"
  IL withdraws 9_000 troops and 200 tank from strips to israel
  within 36 months of entry into force
  none returns or is replaced for good
  verified by MFO within 10 days
step 6 "First part"
  IL withdraws 3_000 troops from strip-w
  by 1980-01-25
