# Many who hold together.
pact "Crowd"

party P1 "Party 1"
party P2 "Party 2"
party P3 "Party 3"
party P4 "Party 4"
party P5 "Party 5"
party P6 "Party 6"
party P7 "Party 7"
party P8 "Party 8"
party P9 "Party 9"
party P10 "Party 10"
party P11 "Party 11"
party P12 "Party 12"
party P13 "Party 13"
party P14 "Party 14"
party P15 "Party 15"
party P16 "Party 16"
party P17 "Party 17"
party P18 "Party 18"
item tank
zone land = ring 50 N 10 E, 50 N 20 E, 55 N 20 E, 55 N 10 E
site camp 52 N 15 E
limit 1
  at most 30 tank of all parties in land
limit 2
  at most 30 tank of P1 in land
