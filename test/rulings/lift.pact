# Exceptions that lift, that add, and how often.
include "world.pact"
pact "Lifted for a while"
  in force from 2027-03-01

limit 1
  no artillery of RU in belarus
exception 2 to limit 1
  for at most 5 days, once per rolling month

limit 3
  at most 15 launcher of RU in belarus
exception 4 to limit 3
  in addition at most 5 launcher
  once per calendar month

# 4 of Belarus and all that are stored do not count, from 10 March on.
limit 5
  at most 15 launcher of side east at lida + obuz
exception 6 to limit 5
  BY may keep 4 launcher
  not counting launcher that are stored
  from 2027-03-10

article 7
limit 7.1
  at most 40 troops of RU in belarus
limit 7.2
  at most 10 troops of BY in belarus
limit 7.3
  no exercise of BY
article 8
exception 8.1 to article 7
  in addition at most 10 troops
  when agreed by US
exception 8.2 to limit 7.3
  when that party is belligerent
consent 8.3
  exception 8.1 needs consent of PL
