# Each side from its own line.
pact "Each from its own line"
  in force from 2015-02-15

side ukr "Government"
side rus "The other side"
party UA "Ukraine" on ukr
party RU "Russia" on rus
item tank
zone line-a = line through 48.0 N 38.0 E, 49.0 N 38.0 E
zone line-b = line through 48.0 N 38.2 E, 49.0 N 38.2 E
zone strip  of side ukr = within 15 km of line-a
zone strip  of side rus = within 15 km of line-b
site near-it 48.50 N 38.10 E "7 km from both lines"
site far-one 48.50 N 37.70 E "22 km and 37 km"
site far-two 48.50 N 38.35 E "26 km and 11 km"

step 1
  side ukr withdraws 5 tank from within 15 km of line-a
  side rus withdraws 5 tank from within 15 km of line-b
  by 2015-03-01
step 2
  each side withdraws 5 tank from its strip
  by 2015-03-01
