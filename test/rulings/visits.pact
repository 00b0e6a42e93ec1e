# Duties in the manner of Vienna 2011, New START and Montreux.
pact "Duties of four treaties"
  in force from 2011-02-05
  months clamp
party US "United States"
party RU "Russia"
party BY "Belarus"
party PL "Poland"
party NO "Norway"
party BG "Bulgaria"
party RO "Romania"
party GR "Greece"
party FR "France"
party UK "United Kingdom"
item troops
item warship
item delivery
zone black-sea = ring 43 N 29 E, 43 N 36 E, 45 N 36 E, 45 N 29 E
site mid-sea 44.0 N 32.0 E
site aegean  38.5 N 25.0 E
inform I.9
  each party, its troops by unit, as of 1 January, by 15 December each year
  from 2011-12-01
inform III.16
  each party, an answer, within 48 hours after the request
inform VII.2
  US, its delivery
  RU, its delivery
  as of 1 March and 1 September each year, within 30 days after it, to the other party
inform 18.1.b
  each party, its warship in black-sea
  as of 1 January and 1 July each year, within 5 days after it, to PL
  from 2031-01-01
stay 18.2
  at most 21 days for warship of each party in black-sea
