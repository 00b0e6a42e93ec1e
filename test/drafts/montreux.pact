# Ships in a strait and in the sea behind it, in the manner of 1936.
pact "Ships in a strait"
  in force from 1936-11-09

side keeper "The keeper of the strait"
side inner  "Powers on the sea"
side outer  "Other powers"
party TR "Turkey" on keeper
party RU "Russia" on inner
party US "United States" on outer
party FR "France" on outer
party GB "United Kingdom" on outer

item ship
status errand: transit, visiting
status state: sound, damaged

zone strait  = ring 40.0 N 26.3 E, 40.0 N 29.0 E, 41.0 N 29.0 E, 41.0 N 26.3 E
zone the-sea = ring 42.0 N 30.0 E, 42.0 N 38.0 E, 44.0 N 38.0 E, 44.0 N 30.0 E
zone far-out = ring 37.0 N 24.0 E, 37.0 N 25.5 E, 39.0 N 25.5 E, 39.0 N 24.0 E
site roads   in far-out
site narrows in strait
site harbour in strait
site offing  in the-sea

limit 1 "In the strait at once"
  at most 9 ship of all parties except TR in strait
  not counting ship that are visiting or damaged
limit 2 "One power in the sea"
  at most 3 ship of each party on outer in the-sea
limit 3 "All of them in the sea"
  at most 5 ship of side outer in the-sea
notice 4 "Before they pass"
  any movement of at least 1 ship of each party except TR into strait
  8 days before it starts, to TR
notice 5 "Better still"
  any movement of at least 1 ship of each party on outer into strait
  15 days before it starts, to TR
  advised only
