# Who is bound when: parties that begin and end, that leave, and renewals.
pact "Bound"
  in force from 2027-01-01
  until 2027-06-30, renewable
  withdrawal on 1 months notice, not before 2027-03-01, ends for that party
  months clamp

party AA "Ardenia"
party BB "Borland"
  from 2027-02-01
party CC "Cadia"
  until 2027-02-28
party DD "Dorland"
item tank
event exercise
zone land = ring 50 N 10 E, 50 N 20 E, 55 N 20 E, 55 N 10 E
site camp 52 N 15 E

limit 1
  at most 100 tank of each party in land
limit 2
  at most 300 tank of AA + DD in land
limit 3
  at most 300 tank of AA + BB in land
limit 4
  at most 10 tank of AA in land
  until 2027-04-30, renewable
notice 5
  any exercise of each party
  14 days before it starts
limit 6
  no exercise of DD
