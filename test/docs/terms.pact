# A few clauses for examples that name them; stands below forces.pact.
limit 1.1 "Ceiling around Ukraine"
  at most 150_000 troops of side east in near-ukraine
notice 3.2 "Movements"
  any movement of at least 3_000 troops of each side into near-ukraine
  7 days before it starts, to each party
step 5.1 "First drawdown"
  side east withdraws 10_000 troops from near-ukraine to far-away
  by 2022-02-20
  verified by OSCE within 14 days
