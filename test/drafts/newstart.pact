# Central ceilings, declared by each and counted by others.
pact "Central ceilings"
  in force from 2011-02-05

party US "United States" territory usa
party RU "Russia" territory russia

item vehicle
item vehicle.icbm
item vehicle.slbm
item vehicle.bomber
item launcher
status deployment: deployed, reserve

zone usa    = country US
zone russia = country RU
site minot  48.42 N 101.36 W
site orel   54.03 N 35.78 E

limit 1 "Deployed"
  at most 700 vehicle of each party that are deployed
  of which at most 60 vehicle.bomber
  from 2018-02-05
limit 2 "Launchers"
  at most 800 launcher of each party
  from 2018-02-05
limit 3 "Both together"
  at most 1_400 vehicle of all parties that are deployed
  from 2018-02-05
step 4 "Fewer launchers"
  US disbands 20 launcher in usa
  RU reaches at most 770 launcher of RU
  from 2018-02-05
  by 2019-06-30
step 5 "Since entry into force"
  RU reaches at most 770 launcher of RU
  by 2019-06-30
