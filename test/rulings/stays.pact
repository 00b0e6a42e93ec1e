# How long a force may stay.
include "world.pact"
pact "Stays"
  in force from 2027-01-01

stay 1
  at most 21 days for tank of each party on west in poland
stay 2
  at most 10 days for troops of each party on east in belarus
  counted afresh after 5 days away
stay 3
  at most 21 days for artillery of RU in belarus
  from 2027-04-01
