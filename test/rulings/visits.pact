# Inspections, requests and access.
include "world.pact"
pact "Open gates"
  in force from 2027-03-01

number posts = 10
zone broad   = within 100 km of russia

inspection 1 "Visits"
  each party accepts at most 2 in a calendar year, 1 from the same party
  answer within 24 hours
  access within 2 days
inspection 2 "On notice"
  RU accepts at most 10 in a year from 5 February
  asked at least 32 hours before arrival
  at most 4 inspectors
  lasts at most 48 hours
inspection 3 "Monitoring"
  by OSCE of each party on east, in belarus + russia
  at least 2 in a calendar month
inspection 4 "On request"
  by OSCE, within 48 hours after a request by PL or RU
inspection 5 "Open"
  each side accepts OSCE at any time, everywhere in belarus, without restriction
access 6 "Passage"
  each side lets OSCE pass in russia
  unless RU is belligerent
access 7 "Convoys"
  BY lets convoy of each party on west pass through belarus
inspection 8 "Mutual"
  US accepts at least 1 from the other party
  on 2027-06-01
inspection 9 "Mutual, and nobody came"
  PL accepts at least 1 from the other party
  on 2027-06-01
inspection 10 "A share"
  BY accepts at most 15% of posts in a calendar year, 50% from the same party, rounded up
inspection 11 "A share, not rounded"
  BY accepts at most 15% of posts in a calendar year
inspection 12 "Some time"
  RU accepts at most 1 in a calendar month
inspection 13 "Sites"
  PL accepts at most 9 in a calendar year
  each site at most 1
