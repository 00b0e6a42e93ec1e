# Two exceptions to a notice, and none goes first.
include "world.pact"
pact "Two ways to tell"
  in force from 2027-02-01

notice 1
  any movement of at least 100 troops of RU into belarus
  14 days before it starts
exception 2 to notice 1
  any movement of less than 200 troops of RU into belarus
  when it starts
exception 3 to notice 1
  without notice
  when agreed by BY
