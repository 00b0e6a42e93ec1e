# Who, what and where of the examples in docs/: see test/docs.py.
pact "Who, what and where of the examples"
  signed 2022-01-21
  in force from 2022-01-24
  months clamp

side west "NATO"
side east "Russia and the forces that it directs"
party US "United States" on west, territory usa
party GB "United Kingdom" on west, territory britain
party PL "Poland" on west, territory poland
party RU "Russian Federation" on east, territory russia
formation DNR "Armed formations in Donetsk" on east, directed by RU
formation LNR "Armed formations in Luhansk" on east, directed by RU
non-party BY "Belarus" territory belarus
non-party UA "Ukraine" territory ukraine
monitor OSCE "OSCE mission"
unit RU/41CAA "41st Combined Arms Army" home yurga

item troops              "Service personnel on duty"
item tank                "Main battle tank"
item tank.t-72           calibre 125 mm
item acv                 "Armoured combat vehicle"
item artillery           "Gun, howitzer, mortar or rocket launcher"
item artillery.mlrs      "Rocket launcher"
item launcher            "Launcher of ground-launched missiles"
item launcher.iskander-m range 500 km, nuclear-capable
item warship             tonnage in lt
item missile             "Missile"
item warheads            "Warhead"
status storage: active, stored
status task: standing, reinforcing
event exercise       "Drill"
event exercise.alert "Drill without warning to the troops"
event launching      "Launch that uses up a missile"

zone usa          = country US
zone britain      = country GB
zone poland       = country PL
zone russia       = country RU
zone belarus      = country BY
zone ukraine      = country UA
zone near-ukraine = within 300 km of ukraine, inside russia + belarus
zone far-away     = beyond 500 km of ukraine
zone contact-line = line through 47.1 N 37.6 E, 48.0 N 37.8 E, 48.7 N 39.2 E
site yelnya  54.60 N 33.16 E accurate to 2 km "Yelnya camp"
site yurga   55.72 N 84.94 E accurate to 5 km
site luga    58.77 N 29.91 E accurate to 2 km
site luhansk 48.57 N 39.31 E
site zagan   51.62 N 15.32 E accurate to 5 km
site depot   51.79 N 36.43 E
site camp    52.93 N 33.45 E
