# Inspections in the manner of eight treaties.
pact "Doors"
  in force from 1979-04-25
  months clamp
side west "West"
side east "East"
party US "United States" on west
party DE "Germany"       on west
party PL "Poland"        on west
party LT "Lithuania"     on west
party RU "Russia"        on east
party BY "Belarus"       on east
party EG "Egypt"         on east
party IL "Israel"        on west
monitor MFO "Multinational Force"
monitor SMM "Observers"
item tank
item guard-post


number visits   = 3

zone sinai  = ring 29.5 N 32.5 E, 27.7 N 34.3 E, 29.5 N 34.9 E, 31.3 N 34.2 E, 31.2 N 32.4 E
zone poland = country PL
zone strait = within 20 km of bosporus
zone donbas = within 150 km of donetsk
site bosporus 41.1 N 29.1 E
site donetsk  48.0 N 37.8 E
site el-arish 31.13 N 33.80 E
site rafah    31.20 N 34.10 E
site kozelsk  54.03 N 35.78 E
site warren   41.15 N 104.87 W
site dpss     52.00 N 12.00 E
site gp-belt  38.32 N 127.20 E
site horlivka 48.30 N 38.05 E
site yelnya   54.57 N 33.17 E

inspection XIV.declared
  DE accepts at most 30 in a calendar year, 50% from the same party
  from 1995-01-01, until 1999-12-31
inspection IX.74
  each party accepts at most 3 in a calendar year, 1 from the same party
  answer within 24 hours
  access within 36 hours
  lasts at most 48 hours
  at most 4 inspectors
  from 2011-01-01
inspection IX.107
  PL accepts at most visits in a calendar year, 1 from the same party
  each unit at most 2, 1 from the same party
  at most 1 at once
  from 2011-01-01
inspection III.16
  BY accepts at most 99 in a calendar year
  answer within 48 hours
  from 2011-01-01
inspection VI.1
  by MFO of each party, in sinai
  at least 2 in a calendar month
  from 1982-04-25, until 2012-12-31
inspection VI.2
  by MFO, within 48 hours after a request by EG or IL
  until 2012-12-31
inspection 2.1.v
  RU accepts at least 1 from the other party
  on 2018-12-12
  team of exactly 77
inspection 3
  each side accepts SMM at any time, everywhere in donbas, without restriction
  from 2015-02-17
access 2
  RU lets merchant-vessel of each party pass through strait
inspection 7.1
  each side accepts at most 6 in a calendar year, 2 from the same party
  access within 36 hours
  lasts at most 48 hours
  from 2022-02-01
inspection XI.2
  each party accepts at most 10 in a year from 5 February, at sites with tank
  asked at least 32 hours before arrival
  from 2011-02-05
