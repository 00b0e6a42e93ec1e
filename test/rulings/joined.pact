# A deed of a side, of which each declares its own (joined.book, joined-2.book).
include "world.pact"
pact "Joined"
  in force from 2027-03-01

step 1
  side east withdraws 8 tank from belarus to russia
  by 2027-03-20
step 2
  side east withdraws 10 tank from belarus to russia
  by 2027-03-20
