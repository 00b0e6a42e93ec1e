# Notices by a day of the year, of what lasts, and after the day told; quotas
# that leave out what another counts.
include "world.pact"
pact "Leads"
  in force from 2027-01-01

notice 1
  any exercise of at least 100 troops of RU in belarus
  by 15 November, 1 calendar year before it starts
notice 2
  any exercise of RU in belarus for more than 72 hours
  14 days before it starts, to the host
exception 2.1 to notice 2
  any exercise.alert of at most 96 hours
  when it starts
notice 3
  any movement of at least 1 tank of RU into belarus
  starts at most 5 days after the day notified
quota 4
  at most 1 exercise of more than 1_000 troops of RU in belarus in a calendar year
quota 5
  at most 2 exercise of more than 100 troops of RU in belarus in a calendar year
  not counted under 4
  of which at most 1 exercise of more than 500 troops
