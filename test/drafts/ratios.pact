pact "Ratios, and entities within a State, in the manner of Florence 1996"
  in force from 1996-06-14

party YU  "Yugoslavia"
party HR  "Croatia"
party FBH "Federation of Bosnia and Herzegovina"
party RS  "Republika Srpska"

item tank

# Five to two to two, of what the first held; within the third State two to one.
number base = tank of YU as on 1996-06-14
number five = 75% of base, rounded down
number two  = 30% of base, rounded down
number fed  = 2/3 of two, rounded down
number rest = two - fed

limit 1 "Five"
  at most five tank of YU
  from 1997-11-01
limit 2 "Two"
  at most two tank of HR
  from 1997-11-01
limit 3 "Two, of both entities"
  at most two tank of FBH + RS
  from 1997-11-01
limit 4 "Two to one within them"
  at most fed tank of FBH
  at most rest tank of RS
  from 1997-11-01

# A ratio that moves with what the other holds.
number held = tank of FBH
number half = 50% of held, rounded down
limit 5 "Never more than half of what the other has"
  at most half tank of RS
