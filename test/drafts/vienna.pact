# What is told before, in the manner of the document of 2011.
pact "Telling each other"
  in force from 2011-12-01
  months clamp

party NO "Norway" territory norway
party PL "Poland" territory poland
party RU "Russia" territory russia
party BY "Belarus" territory belarus

item troops
item tank
item division
item brigade
event exercise
event exercise.alert
event exercise.landing

zone norway  = country NO
zone poland  = country PL
zone russia  = country RU
zone belarus = country BY
zone europe  = ring 36 N 10 W, 36 N 60 E, 72 N 60 E, 72 N 10 W
site szczecin 53.40 N 15.00 E
site elverum  61.00 N 11.00 E
site pskov    57.80 N 28.90 E

notice 1 "Exercises"
  any exercise of at least 9_000 troops or 250 tank of each party in europe
  and of at least 1 division or 2 brigade
  42 days before it starts, to each party
notice 2 "Alerts"
  any exercise.alert of at least 9_000 troops of each party in europe
  when it starts
notice 3 "Landings"
  any exercise.landing of at least 3_000 troops of each party in europe
  42 days before it starts
notice 4 "Movements"
  any movement of at least 3_000 troops of each party into or inside norway
  movements of one holder are added up over 14 days
  14 days before it starts
notice 5 "Out again"
  any movement of at least 500 troops of each party out of norway
  72 hours before it starts
notice 6 "Courtesy"
  any movement of at least 1 troops of each party in norway
  2 months before it starts
  advised only
limit 7 "Too large"
  no exercise of more than 40_000 troops of each party in europe
notice 8 "After it"
  any movement of at least 1 tank of each party in norway
  at most 24 hours after it, to PL
