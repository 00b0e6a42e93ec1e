pact "Dues"
  in force from 2022-01-01
  until 2022-12-31
party RU "Ru"
party US "Us"
monitor OSCE "Monitor"
item tank
event exercise
zone z = country UA
zone y = country PL
limit 1 "Ceiling"
  at most 100 tank of RU in z
exception 1.a to limit 1
  at most 150 tank
  for at most 21 days
limit 2
  at most 5 tank of US in z
  from 2022-02-20
  until 2022-03-02
step 3 "First"
  RU withdraws 20 tank from y
  by 2022-02-10
  verified by OSCE within 14 days
step 4
  US withdraws 20 tank from y
  by 2022-02-01
consent 5
  step 3 needs consent of US
