# Nothing but; as many as last reported.
include "world.pact"
pact "Only, and reported"
  in force from 2027-01-01

limit 1 "nothing but"
  only tank and troops of RU in belarus
limit 2 "nobody says that this is all"
  only artillery of BY in belarus
limit 3 "of one status"
  only artillery of RU that are stored in russia
limit 4 "of each, and of one item"
  only tank of each party on west in poland

limit 11 "a floor"
  at least as many tank of RU in poland as last reported
limit 12 "a ceiling"
  at most as many tank of RU in poland as last reported
limit 13 "of each"
  at most as many artillery of each party on east in poland as last reported
limit 14 "a number"
  at most told-too tank of RU in poland
limit 16 "of several together"
  at most as many tank of side east in poland as last reported
number told-too = tank of RU in poland as last reported
inform 9
  each party, its holdings, as of 1 January, by 15 December each year
