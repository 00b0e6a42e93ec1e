pact "An exception of what has a status"
  in force from 2027-01-01

party RU "Russia" territory russia

item tank

status use: active, stored

zone russia  = country RU
zone belarus = country BY

site yurga 55.72 N 84.94 E
site lida  53.90 N 26.30 E

notice 1
  any movement of at least 10 tank of RU into belarus
  8 days before it starts
exception 2 to notice 1
  any movement of at least 10 tank of RU that are stored into belarus
  without notice
