# Figures that hang on something.
include "world.pact"
pact "Computed, declared, disputed"
  in force from 2027-01-01

number level of each party, declared
number start of each party = tank of it in belarus as on 2027-01-10
number gap of each party = start - level, at least 0
number half of each party = 50% of level, rounded up
number top of each party = the larger of half and 31
number cap = 450 by RU or 400 by BY
number base  = 1_005
number fixed = 10% of base, rounded down
number turn = 500 when cap >= 450, otherwise 100
number of-side of each side = 1_000 - cap
number twice = cap - cap + 100
number near = 20 km

limit 1 "declared"
  at most level tank of each party in belarus
limit 2 "a share"
  at most 50% of level tank of RU in belarus
  of which at most half tank that are stored
limit 3 "rounded, and at least"
  at most top tank of RU in belarus
limit 4 "disputed"
  at most cap tank of RU in belarus
limit 5 "exactly, disputed"
  exactly cap tank of RU in belarus
limit 6 "constant"
  at most fixed tank of RU in belarus
limit 7 "otherwise"
  at most turn tank of RU in belarus
limit 8 "of each side"
  at most of-side tank of each side in belarus
limit 9 "a range"
  at most 90..120 tank of RU in belarus
limit 10 "between"
  at least between 90 and 120 tank of RU in belarus
limit 11 "the smaller"
  at most the smaller of level and 90 tank of RU in belarus
limit 12 "as on a day"
  at least gap tank of RU in belarus
limit 13 "one dispute, settled one way at a time"
  at most twice tank of RU in belarus
limit 14 "exactly, between"
  exactly 90..120 tank of RU in belarus
limit 15 "a distance"
  no tank of RU within near of lida
limit 16
  at most level tank of RU in belarus
exception 17 to limit 16
  in addition at most 5 tank
  when agreed by PL
