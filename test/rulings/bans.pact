# Bans of several kinds of events, and of those in which something takes part.
include "world.pact"
pact "What may not be"
  in force from 2027-01-01
event flight
item aircraft
item aircraft.drone
item aircraft.rotary

limit 1
  no exercise or flight of RU in belarus
limit 2
  no exercise and flight of RU in belarus
limit 3
  no flight by aircraft.drone of each side
limit 4
  no flight by aircraft.drone or tank of RU
limit 5
  no tank or artillery of RU in belarus
quota 6
  at most 1 flight by aircraft.drone of RU in a calendar year
