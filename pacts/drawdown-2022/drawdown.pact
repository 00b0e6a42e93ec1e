# A mutual drawdown in eastern Europe, January 2022: what might have been signed.
#
# Nobody agreed, tabled or proposed this text. On 7 January 2022 four subjects were reported as
# possible matters for talks: drills, American troops in Poland and the Baltic states, notice of
# movements, and the Iskander missiles in Kaliningrad. The United States denied the same day that
# it prepared any withdrawal. Here the four subjects are made into a pact, with two reciprocal
# steps, to see what such a pact would have said of the weeks that followed.
#
# EVERY FIGURE BELOW IS OURS, unless the line says whose it is. Lines with > are the real words of
# a source, lines with >~ are our own words for what was reported.

pact "Mutual drawdown in eastern Europe, January 2022 (never agreed)"
  source "four subjects reported by NBC News, 7 January 2022; denied by the White House that day"
  source "words of the replies of 26 January 2022: El Pais, 2 February 2022, via AP and civil.ge"
  note "hypothetical: all ceilings, zones, dates and sizes are ours, chosen to teach"
  signed 2022-01-21  # the day of the meeting in Geneva
  in force from 2022-01-24
  until 2027-01-23, renewable
  withdrawal on 6 months notice, ends for that party
  months clamp

# ---- Who ----------------------------------------------------------------------------------------

side west "NATO"
side east "Russia and whomever it directs"

party US "United States" on west, territory usa
party GB "United Kingdom" on west, territory britain
party DE "Germany" on west, territory germany
party CA "Canada" on west, territory canada
party PL "Poland" on west, territory poland
party EE "Estonia" on west, territory estonia
party LV "Latvia" on west, territory latvia
party LT "Lithuania" on west, territory lithuania
party RU "Russian Federation" on east, territory russia

# On no side: who directs these two is a claim, and stands in a book (claims.book), not here.
formation DNR "Armed formations in Donetsk"
formation LNR "Armed formations in Luhansk"

non-party BY "Belarus" territory belarus  # a host, bound by nothing here
non-party RO "Romania" territory romania  # a host of step 2
non-party KZ "Kazakhstan" territory kazakhstan  # a host of January
non-party UA "Ukraine" territory ukraine  # the country that it is all about
non-party DK "Denmark"
monitor OSCE "OSCE monitors"

unit RU/41CAA   "41st Combined Arms Army, elements" home yurga
unit RU/3MRD    "3rd Motor Rifle Division, elements" home boguchar
unit RU/150MRD  "150th Motor Rifle Division, elements" home persianovsky
unit RU/42MRD   "42nd Motor Rifle Division, elements" home khankala
unit RU/136MRB  "136th Motor Rifle Brigade" home buynaksk
unit RU/19MRD   "19th Motor Rifle Division, elements" home vladikavkaz
unit RU/4GTD    "4th Guards Tank Division, elements" home naro-fominsk
unit RU/47TD    "47th Tank Division (6th Tank Brigade)" home mulino
unit RU/49CAA   "49th Combined Arms Army, elements" home stavropol
unit RU/EMD     "Eastern Military District, elements" home ulan-ude
unit RU/WMD-log "Logistics units, Western Military District" home dzerzhinsk
unit RU/SMD-log "Logistics units, Southern Military District"
unit RU/11AC    "11th Army Corps" home kaliningrad-city
unit RU/152MB   "152nd Guards Missile Brigade" home chernyakhovsk
unit RU/26MB    "26th Missile Brigade" home luga
unit RU/VDV-KZ  "Russian contingent in Kazakhstan" home ivanovo
unit RU/237TR   "237th Tank Regiment" home valuyki
unit RU/752MRR  "752nd Motor Rifle Regiment" home soloti
unit RU/252MRR  "252nd Motor Rifle Regiment" home boguchar
unit RU/99AR    "99th Artillery Regiment" home boguchar
unit RU/488MRR  "488th Motor Rifle Regiment" home klintsy
unit RU/856AR   "856th Artillery Regiment" home pochep
unit RU/102MRR  "102nd Motor Rifle Regiment" home persianovsky
unit RU/381AR   "381st Artillery Regiment" home kuzminka
unit RU/126CDB  "126th Coastal Defence Brigade" home perevalne
unit RU/8AR     "8th Artillery Regiment" home simferopol
unit RU/810NIB  "810th Naval Infantry Brigade" home sevastopol
unit RU/244AB   "244th Artillery Brigade" home kaliningrad-guns
unit RU/1MB     "1st Missile Brigade" home molkino
unit RU/112MB   "112th Missile Brigade" home shuya
unit RU/12MB    "12th Missile Brigade" home mozdok
unit RU/92MB    "92nd Missile Brigade" home totskoye
unit RU/119MB   "119th Missile Brigade" home yelanskiy
unit RU/103MB   "103rd Missile Brigade" home divizionnaya
unit US/ROT     "Rotational brigade and battle group, Poland"
unit US/LT      "Rotational battalion, Lithuania"
unit US/LV      "Detachments, Latvia and Estonia"
unit US/82ABN   "82nd Airborne Division" home fort-bragg
unit US/XVIII   "XVIII Airborne Corps headquarters, part" home fort-bragg
unit US/2CR     "2nd Cavalry Regiment" home vilseck
unit US/173ABN  "173rd Airborne Brigade" home vicenza
unit US/493FS   "493rd Fighter Squadron, elements" home lakenheath
unit GB/EFP     "Battle group, Estonia"
unit GB/RE      "Royal Engineers, Poland"
unit GB/45CDO   "45 Commando, Royal Marines" home arbroath
unit GB/RWELSH  "Royal Welsh battle group" home sennelager
unit DE/EFP     "Battle group, Lithuania"
unit DE/REINF   "Reinforcement for Lithuania" home munster
unit CA/EFP     "Battle group, Latvia"
unit PL/AIR     "Polish fighters in Lithuania"
unit DK/F16     "Danish fighters" home skrydstrup

# ---- What ---------------------------------------------------------------------------------------

item troops              "Service personnel on duty"
item btg                 "Battalion tactical group"
item tank                "Main battle tank"
item artillery           "Gun, howitzer, mortar or rocket launcher, 100 mm and over"
item aircraft            "Combat aircraft"
item vehicle             "Armoured vehicle or launcher, kind not told"
item launcher            "Launcher of ground-launched missiles"
item launcher.iskander-m range 500 km, nuclear-capable

status task: standing, reinforcing "Stationed in rotation, or sent for a while to reinforce"

event exercise         "Drill"
event exercise.planned "Drill planned and announced"
event exercise.alert   "Drill without warning to the troops"
event announcement     "Public statement: nothing is counted from it"

# ---- Where --------------------------------------------------------------------------------------

zone usa        = country US
zone britain    = country GB
zone germany    = country DE
zone canada     = country CA
zone poland     = country PL
zone estonia    = country EE
zone latvia     = country LV
zone lithuania  = country LT
zone romania    = country RO
zone russia     = country RU
zone belarus    = country BY
zone ukraine    = country UA
zone kazakhstan = country KZ

zone kaliningrad      = area "Kaliningrad"
zone bryansk-smolensk = area "Bryansk" + area "Smolensk"

# Cut out of every country. No clause here decides whose they are.
zone crimea = area "Crimea" + area "Sevastopol"
  status disputed
# "Certain areas of Donetsk and Luhansk regions": the contact line of 2015-2022 and the state
# border, twenty-two points from general maps (contact line after Natural Earth), so only coarse.
zone donbas = ring 47.08 N 37.76 E, 47.27 N 37.76 E, 47.50 N 37.66 E, 47.76 N 37.51 E, 47.97 N 37.53 E, 48.06 N 37.71 E, 48.25 N 37.83 E, 48.43 N 38.20 E, 48.52 N 38.24 E, 48.64 N 38.29 E, 48.69 N 38.66 E, 48.64 N 39.02 E, 48.69 N 39.23 E, 48.59 N 39.67 E, 48.28 N 39.90 E, 47.95 N 39.79 E, 47.83 N 39.46 E, 47.86 N 38.88 E, 47.63 N 38.59 E, 47.39 N 38.26 E, 47.24 N 38.27 E, 47.07 N 38.16 E, accurate to 10 km
  status disputed

zone seen-from-kyiv = ukraine + crimea + donbas
zone russia-main    = russia - kaliningrad
zone launch-side    = russia-main + belarus + crimea + donbas
zone near-ukraine   = within 300 km of seen-from-kyiv, inside launch-side
zone near-200       = within 200 km of seen-from-kyiv, inside launch-side
zone near-400       = within 400 km of seen-from-kyiv, inside launch-side
zone far-away       = beyond 500 km of seen-from-kyiv

zone baltics      = estonia + latvia + lithuania
zone flank        = poland + baltics
zone east-soil    = russia + belarus
zone west-far     = beyond 500 km of east-soil
zone western-ring = within 500 km of flank, inside east-soil
zone host-soil    = flank + belarus + romania + kazakhstan
zone drill-zone   = near-ukraine + flank + kaliningrad + belarus

# Positions: "monitor map" sites after the map of the Centre for Information Resilience, garrisons
# after the unit map of the Rondeli Foundation (GFSIS), the rest from memory. The accuracy is ours.
site yelnya           54.60 N 33.16 E accurate to 2 km "Yelnya camp"  # monitor map
site pochep           52.93 N 33.45 E accurate to 5 km "Pochep, Bryansk"
site kursk-range      51.79 N 36.43 E accurate to 2 km "Kursk training area"  # monitor map
site pogonovo         51.45 N 39.10 E accurate to 5 km "Pogonovo range, Voronezh"
site boguchar         49.93 N 40.55 E accurate to 5 km "3rd division, home"  # unit map
site kadamovsky       47.55 N 40.07 E accurate to 5 km "Kadamovsky range, Rostov"
site persianovsky     47.50 N 40.09 E accurate to 5 km "150th division, home"  # unit map
site oktyabrskoye     45.32 N 34.10 E accurate to 5 km "Oktyabrskoye airfield, Crimea"
site novoozerne       45.40 N 33.14 E accurate to 2 km "Novoozerne camp, Crimea"  # monitor map
site bakhchysarai     44.77 N 33.87 E accurate to 2 km "Bakhchysarai camp, Crimea"
site dzhankoi         45.70 N 34.42 E accurate to 5 km "Dzhankoi, north of Crimea"
site rechitsa         52.35 N 30.39 E accurate to 5 km "Rechitsa camps"  # monitor map
site mazyr            52.04 N 29.25 E accurate to 5 km "Mazyr"
site obuz             53.00 N 26.00 E accurate to 20 km "Obuz-Lesnovsky range"
site khankala         43.30 N 45.77 E accurate to 5 km "42nd division, home"
site buynaksk         42.82 N 47.11 E accurate to 2 km "136th brigade, home"  # unit map
site vladikavkaz      43.04 N 44.73 E accurate to 5 km "19th division, home"  # unit map
site mulino           56.31 N 42.95 E accurate to 2 km "47th division, home"  # unit map
site dzerzhinsk       56.24 N 43.46 E accurate to 5 km "Dzerzhinsk, Nizhny Novgorod"
site naro-fominsk     55.40 N 36.70 E accurate to 5 km "4th division, home"  # unit map
site stavropol        45.05 N 41.95 E accurate to 5 km "49th army, home"
site yurga            55.72 N 84.94 E accurate to 5 km "41st army, home of a brigade"
site ulan-ude         51.83 N 107.60 E accurate to 5 km "Ulan-Ude"
site smd-garrison     in russia "Garrison of the Southern district that was not named"
site kaliningrad-city 54.71 N 20.51 E accurate to 5 km "Kaliningrad"
site chernyakhovsk    54.63 N 21.82 E accurate to 2 km "152nd brigade, home"  # unit map
site luga             58.77 N 29.91 E accurate to 2 km "26th brigade, home"  # unit map
site almaty           43.24 N 76.90 E accurate to 20 km "Almaty"
site ivanovo          57.00 N 40.97 E accurate to 5 km "Ivanovo"
site valuyki          50.15 N 38.10 E accurate to 2 km "Valuyki"  # unit map, as are the next
site soloti           50.27 N 38.06 E accurate to 2 km "Soloti garrison"
site klintsy          52.76 N 32.26 E accurate to 2 km "Klintsy, Bryansk"
site kuzminka         47.44 N 39.27 E accurate to 2 km "Kuzminka, Rostov"
site perevalne        44.85 N 34.31 E accurate to 2 km "Perevalne, Crimea"
site simferopol       44.98 N 34.08 E accurate to 2 km "Simferopol, Crimea"
site sevastopol       44.55 N 33.43 E accurate to 2 km "Sevastopol, Crimea"
site kaliningrad-guns 54.66 N 20.57 E accurate to 2 km "244th brigade, home"
site molkino          44.82 N 39.23 E accurate to 2 km "1st brigade, home"
site shuya            56.85 N 41.36 E accurate to 2 km "112th brigade, home"
site mozdok           43.75 N 44.70 E accurate to 2 km "12th brigade, home"
site totskoye         52.46 N 52.73 E accurate to 2 km "92nd brigade, home"
site yelanskiy        56.84 N 62.51 E accurate to 2 km "119th brigade, home"
site divizionnaya     51.91 N 107.56 E accurate to 2 km "103rd brigade, home"

site zagan        51.62 N 15.32 E accurate to 5 km "Zagan and camps near it"
site rzeszow      50.11 N 22.02 E accurate to 5 km "Rzeszow-Jasionka airport"
site pabrade      54.98 N 25.77 E accurate to 2 km "Pabrade"
site rukla        55.05 N 24.39 E accurate to 5 km "Rukla"
site adazi        57.08 N 24.32 E accurate to 2 km "Adazi"
site tapa         59.26 N 25.96 E accurate to 5 km "Tapa"
site redzikowo    54.48 N 17.10 E accurate to 5 km "Aegis Ashore, Poland"
site deveselu     44.07 N 24.38 E accurate to 5 km "Aegis Ashore, Romania"
site kogalniceanu 44.36 N 28.49 E accurate to 5 km "Mihail Kogalniceanu, Romania"
site amari        59.26 N 24.21 E accurate to 5 km "Amari air base"
site lask         51.55 N 19.18 E accurate to 5 km "Lask air base"
site siauliai     55.89 N 23.40 E accurate to 5 km "Siauliai air base"
site skrydstrup   55.22 N 9.26 E accurate to 5 km "Skrydstrup air base"
site lakenheath   52.41 N 0.56 E accurate to 5 km "Lakenheath air base"
site vilseck      49.64 N 11.80 E accurate to 5 km "Vilseck"
site wiesbaden    50.05 N 8.33 E accurate to 5 km "Wiesbaden"
site munster      52.99 N 10.10 E accurate to 5 km "Munster, Lower Saxony"
site sennelager   51.76 N 8.72 E accurate to 5 km "Sennelager"
site arbroath     56.58 N 2.63 W accurate to 5 km "Arbroath"
site vicenza      45.55 N 11.55 E accurate to 5 km "Vicenza"
site fort-bragg   35.14 N 79.00 W accurate to 10 km "Fort Bragg"

# ---- Article 1: the forces ----------------------------------------------------------------------

article 1 "Forces around Ukraine"
# NATO's reply of 26 January 2022, as published: the build-up is to be undone, and how.
> verifiable, timely and lasting
limit 1.1 "Ceiling around Ukraine"
  at most 140_000 troops of side east in near-ukraine
  of which at most 20_000 in belarus
  note "140,000 and 20,000 are ours"

>~ Not more tanks and guns than Ukraine counted there in November 2021.
limit 1.2 "Tanks and guns around Ukraine"
  at most 1_200 tank and 1_600 artillery of side east in near-ukraine
  note "the figures of Ukraine's military intelligence for November 2021"

>~ The formations in Donetsk and Luhansk grow no further, and Russia stays out.
limit 1.3 "Armed formations in Donetsk and Luhansk"
  at most 35_000 troops of DNR + LNR in donbas
  note "35,000 is the highest of the Ukrainian figures, 2017 to 2020"
limit 1.4 "No Russian troops in Donetsk and Luhansk"
  no troops of RU in donbas

article 2 "American and allied forces in Poland and the Baltic states"
>~ Second subject reported: the number of American troops in Poland and the Baltic states.
limit 2.1 "Ceiling for American troops"
  at most 6_500 troops of US that are stationed in flank
  not counting troops of US that are reinforcing, up to 1_000
  note "some 6,000 were east of Berlin in January 2022 (PBS); 6,500 and 1,000 are ours"

>~ The four battle groups stay: the drawdown is not a way out for those who lead them.
limit 2.2 "Floor for the four lead nations"
  at least 500 troops of each party on west except PL and EE and LV and LT in flank

# ---- Article 3: drills and notice ---------------------------------------------------------------

article 3 "Drills and notice"
>~ First subject reported: the scope of drills.
limit 3.1 "Size of a drill"
  no exercise of more than 13_000 troops of each side in drill-zone
  note "13,000 is the figure from which the Vienna Document asks for observers"

>~ Third subject reported: notice of the movement of forces.
notice 3.2 "Movements"
  any movement of at least 3_000 troops of each side into or inside drill-zone
  movements of one holder are added up over 14 days
  7 days before it starts, to each party
notice 3.3 "Planned drills"
  any exercise.planned of at least 3_000 troops of each side in drill-zone
  14 days before it starts, to each party
notice 3.4 "Drills without warning"
  any exercise.alert of at least 3_000 troops of each side in drill-zone
  when it starts, to each party

quota 3.5 "Number of drills"
  at most 2 exercise of more than 3_000 troops of each side in drill-zone in a calendar year

exception 3.6 to limit 3.1 "A larger drill, told long before"
  when an exercise was notified at least 42 days before
  for at most 21 days, once per calendar year
  note "42 days are the Vienna Document's notice; that a larger drill may follow it is ours"

# ---- Article 4: missiles ------------------------------------------------------------------------

article 4 "Missiles"
>~ Fourth subject reported: the nuclear-capable Iskanders in Kaliningrad.
limit 4.1 "No more of them in Kaliningrad"
  at most 12 launcher with range >= 300 km and nuclear-capable of RU in kaliningrad
limit 4.2 "None in Belarus"
  no launcher with range >= 300 km and nuclear-capable of RU in belarus
limit 4.3 "None near Poland and the Baltic states"
  no launcher with range >= 300 km and nuclear-capable of each side in western-ring
  from 2022-06-01

# ---- Article 5: two steps -----------------------------------------------------------------------

article 5 "Two reciprocal steps"
>~ Each side draws down; one side's part is the price of the other's.
step 5.1 "First drawdown"
  side east withdraws 10_000 troops from near-ukraine to far-away
  US withdraws 1_000 troops from flank to west-far
  none returns or is replaced for 12 months
  by 2022-02-20
  verified by OSCE within 14 days
  note "10,000 and 1,000 are ours; 20 February is the day the drill in Belarus was to end"

# From the American reply of 26 January 2022, as published:
> a transparency mechanism to confirm the absences of Tomahawk cruise missiles
> at Aegis Ashore sites in Romania and Poland
step 5.2 "Missiles for transparency"
  RU withdraws 12 launcher.iskander-m from kaliningrad to beyond 500 km of flank
  US accepts an inspection by RU at redzikowo + deveselu
  none returns or is replaced for good
  within 60 days after step 5.1 is verified
  verified by OSCE within 14 days

# ---- Article 6: hosts, checks, remedies ---------------------------------------------------------

article 6 "Hosts, checks and remedies"
consent 6.1 "Hosts of step 5.1"
  step 5.1 needs consent of PL and EE and LV and LT
consent 6.2 "Hosts of step 5.2"
  step 5.2 needs consent of PL and RO
# NATO's reply of 26 January 2022, as published, of Russian forces in three other countries:
> where they are deployed without host-nation consent
consent 6.3 "Host consent"
  any troops of each party that are stationed in host-soil needs consent of the host
  note "Ukraine is no host here: its disputed areas are cut out, and 1.4 speaks of them"
inspection 6.4 "Inspections"
  each side accepts at most 6 in a calendar year, 2 from the same party
  access within 36 hours
  lasts at most 48 hours
inform 6.5 "Monthly figures"
  each party, its troops and tank in drill-zone, by day 5 of each month
remedy 6.6 "If the ceiling is broken"
  on breach of limit 1.1 by side east: side west may suspend step 5.2
  resumes when limit 1.1 has been kept for 30 days
equivalence 6.7 "How concessions are weighed"
  1 tank is 1.0, 1 artillery is 1.2, 1_000 troops is 2.0, 1 launcher is 3.0
  available within 10 days of seen-from-kyiv
  tolerance 10%
  source "weights invented for teaching"
> an atmosphere of de-escalation
uncoded 6.8 "an atmosphere of de-escalation" because "it cannot be measured"
