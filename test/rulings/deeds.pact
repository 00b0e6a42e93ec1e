# Deeds of all there is, of units, to others; from one's own zone; on condition.
pact "Deeds"
  in force from 2027-01-01

side east "East"
side west "West"
party AA "Ardenia" on west
party BB "Borland" on west
party CC "Cadia" on east
party DD "Dorland" on east
item tank
item gun
zone land = ring 50 N 10 E, 50 N 20 E, 55 N 20 E, 55 N 10 E
zone far  = ring 40 N 10 E, 40 N 20 E, 45 N 20 E, 45 N 10 E
zone strip of side west = ring 50 N 10 E, 50 N 12 E, 55 N 12 E, 55 N 10 E
zone strip of side east = ring 50 N 18 E, 50 N 20 E, 55 N 20 E, 55 N 18 E
site camp 52 N 15 E
site wood 52 N 11 E
site hill 52 N 19 E
site port 42 N 15 E
site isle 60 N 15 E
site moor 61 N 15 E

step 1
  AA withdraws all tank and gun from land to far
  none returns or is replaced for 12 months
  by 2027-02-28
step 2
  BB withdraws all tank from land
  by 2027-02-28
step 3
  CC disbands CC/1 + CC/2
  by 2027-02-28
step 4
  CC withdraws CC/3 from land
  by 2027-02-28
step 5
  AA transfers 30 tank and 5 gun to BB
  by 2027-02-28
step 6
  each side withdraws 5 gun from its strip
  by 2027-02-28
step 7
  DD reaches no tank of each side in far
  by 2027-02-28
step 8
  DD destroys all gun in land
  while DD is willing
  by 2027-02-28
