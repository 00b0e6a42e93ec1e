# Moments at an hour of a zone; and some not judged yet, which can turn any
# verdict.
pact "Moments"
  in force from 2015-02-01
  time zone "Europe/Kyiv"
party RU "Russia"
item tank
event drill
date begins = 2015-02-15T00:00
limit 1
  no tank of RU
  from begins
limit 2
  no tank of RU
  until 2 days after begins
limit 3
  no drill of RU
  from the day of drill of RU/first
notice 4
  any drill of RU
  2 days before it starts
step 5
  RU destroys 9 tank
  within 3 days of begins
limit 6
  no tank of RU
  from 2015-03-01
article 7
  until the day of drill of RU/first
limit 7.1
  no tank of RU
