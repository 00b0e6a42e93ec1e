pact "Limits by zone"
  in force from 1990-11-19
side west "Western group"
side east "Eastern group"
party BE "Belgium"       on west
party CA "Canada"        on west
party DK "Denmark"       on west
party FR "France"        on west
party DE "Germany"       on west
party GR "Greece"        on west
party IS "Iceland"       on west
party IT "Italy"         on west
party LU "Luxembourg"    on west
party NL "Netherlands"   on west
party NO "Norway"        on west
party US "United States" on west
party RU "Russia"        on east
item tank              "Battle tank"
item acv               "Armoured combat vehicle"
item artillery         "Artillery of 100 mm and above"
item combat-aircraft   "Combat aircraft"
item attack-helicopter "Attack helicopter"
zone area-of-application = west of 60 E
limit 1
  at most 20_000 tank of each side in area-of-application
