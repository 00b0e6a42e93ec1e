# Heavy weapons behind two lines, in the manner of the measures of 2015.
pact "Weapons behind two lines"
  in force from 2015-02-15
  months clamp

side ukr "Government"
side rus "The other side"
party UA "Ukraine" on ukr
party RU "Russia" on rus
formation LUH "Luhansk formations" on rus, directed by RU
formation DON "Donetsk formations"
monitor SMM "Observers"

date pull-back = 2015-02-17

item troops
item tank
item artillery
item artillery.d30    calibre 122 mm
item artillery.mt12   calibre 100 mm
item artillery.old    calibre 85 mm
item artillery.mortar calibre 60..120 mm
item large            = artillery with calibre >= 100 mm

event fire
event fire.heavy

zone front   = line through 48.0 N 38.0 E, 49.0 N 38.0 E
zone older   = line through 48.0 N 38.2 E, 49.0 N 38.2 E
zone line-of of side ukr = front
zone line-of of side rus = older
zone basin   = ring 46.0 N 36.0 E, 46.0 N 41.0 E, 50.5 N 41.0 E, 50.5 N 36.0 E

site west22 48.50 N 37.70 E "22 km west of the front"
site west15 48.50 N 37.80 E "15 km west of the front"
site west37 48.50 N 37.50 E "37 km west of the front"
site east22 48.50 N 38.50 E "22 km east of the older line"
site east30 48.50 N 38.60 E "30 km east of the older line"
site town   48.50 N 39.20 E

limit 1 "Guns stay back"
  no artillery with calibre >= 100 mm of each side within 25 km of its line-of
  from 15 days after pull-back
limit 2 "One side's people"
  at most 1_000 troops of side rus in basin
limit 3 "One party's people"
  at most 1_000 troops of RU in basin
limit 4 "Tanks of two"
  at most 30 tank of DON + LUH in basin
limit 5 "Tanks of one"
  at most 25 tank of LUH in basin
limit 6 "Ceasefire"
  no fire of each side in basin

step 7 "Guns go back"
  UA withdraws 4 large from within 25 km of front to beyond 30 km of front
  none returns or is replaced for 2 months
  within 14 days of pull-back
  verified by SMM

evidence 8
  at least B2
