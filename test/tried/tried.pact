pact "Tried"
  in force from 2022-01-01
side east "East"
side west "West"
party RU "Ru" on east
party BY "By" on east
party US "Us" on west
item tank
zone z = country UA
limit 1 "Ceiling"
  at most 100 tank of each party in z
exception 1.a to limit 1
  at most 120 tank
  when US is belligerent
limit 2
  at most 500 tank of side east in z
evidence 3
  at least B2
expect kept 1 by RU on 2022-01-31
expect broken 1 by RU on 2022-02-01
expect undetermined 1 by US on 2022-02-01
expect broken 1 by side east on 2022-02-01
expect kept 1 by RU on 2022-02-10
expect kept 2 by RU on 2022-02-10
expect kept 1.a by RU on 2022-02-10
expect broken 1 by BY on 1 month after entry into force
