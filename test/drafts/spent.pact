pact "What was destroyed on a day that nobody knows"
  in force from 2027-01-01

party RU "Russia" territory russia

item tank

zone russia  = country RU
zone belarus = country BY

site yurga 55.72 N 84.94 E

step 1
  RU destroys 80 tank in russia
  by 2027-02-28
step 2
  RU destroys 80 tank in russia
  by 2027-03-31
step 3
  RU destroys 80 tank in belarus
  by 2027-02-28
