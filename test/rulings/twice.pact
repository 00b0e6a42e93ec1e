# Events that two books tell under one name (twice.book, twice-2.book).
include "world.pact"
pact "Told twice"
  in force from 2027-03-01

limit 1
  no exercise of more than 10 tank of RU in belarus
quota 2
  at most 1 exercise of more than 10 tank of RU in belarus in a calendar year
