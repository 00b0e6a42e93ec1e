# An exception with a condition, a length and a frequency.
include "world.pact"
pact "A notified drill"
  in force from 2026-12-01

limit 3.1
  at most 120 tank of RU in belarus
exception 3.2 to limit 3.1
  at most 150 tank
  when an exercise was notified at least 42 days before
  for at most 21 days, once per calendar year
