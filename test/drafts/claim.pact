# A side's forces are complete, and a book claims one more for it.
pact "Directed, says the book"
side rus "One side"
party RU "Russia" on rus
formation DON "Donetsk formations"
item troops
item tank
zone basin = ring 46.0 N 36.0 E, 46.0 N 41.0 E, 50.5 N 41.0 E, 50.5 N 36.0 E
limit 1
  at most 1_000 troops of side rus in basin
limit 2
  at most 10 tank of side rus in basin
