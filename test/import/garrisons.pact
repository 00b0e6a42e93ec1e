pact "Garrisons"
party PL "Poland"
party LT "Lithuania"
party LV "Latvia"
party EE "Estonia"
item troops
limit 1
  at most 100_000 troops of each party
