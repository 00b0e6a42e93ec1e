pact "Elimination in phases, in the manner of the treaty of 1987"
  in force from 1988-06-01
  months clamp

party US "United States"
party SU "Soviet Union"

item missile          warheads in number
item missile.ss-20    warheads 3
item missile.ss-4     warheads 1
item missile.pershing warheads 1
item short            "Shorter-range missile"

status readiness: deployed, stored

limit 1 "The end of the first phase: deployed"
  at most 180 warheads on missile of each party that are deployed
  from 29 months after entry into force
limit 2 "The end of the first phase: all"
  at most 200 warheads on missile of each party
  from 29 months after entry into force
step 3 "The end of the second phase"
  US reaches at most 0 missile of US
  SU reaches at most 0 missile of SU
  within 3 years of entry into force
step 4 "Shorter range"
  SU reaches at most 0 short of SU
  within 18 months of entry into force
limit 5 "None ever after"
  no missile of each party
  no short of each party
  from 1991-06-02
