pact "A small drawdown"
  in force from 2022-01-24
side west "NATO"
side east "Russia and those it directs"
party US "United States" on west
party RU "Russian Federation" on east
item troops "Service personnel on duty"
zone ukraine      = country UA
zone near-ukraine = within 300 km of ukraine, outside ukraine
site yelnya 54.60 N 33.16 E accurate to 2 km
site yurga  55.72 N 84.94 E accurate to 5 km

> verifiable, timely and lasting
limit 1 "Ceiling"
  at most 100_000 troops of side east in near-ukraine

step 2 "First drawdown"
  RU withdraws 3_000 troops from near-ukraine to beyond 500 km of ukraine
  by 2022-02-20
