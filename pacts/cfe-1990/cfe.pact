# The Treaty on Conventional Armed Forces in Europe, 19 November 1990.
#
# Lines with > are the treaty's own words, in the English text with the names of the States that came
# after 1990; where a sentence is long, only the part that the figures say. The document of 1996 on the
# flank stands as a paraphrase, on lines with >~.

pact "Treaty on Conventional Armed Forces in Europe"
  source "Treaty of Paris, 19 November 1990, with its Protocols, English text: wetten.nl, BWBV0002998"
  source "Document of 31 May 1996 on the flank, Annex A, in paraphrase"
  signed 1990-11-19
  in force from 1992-11-09
  withdrawal on 150 days notice, ends for that party
  months clamp

# The treaty was applied provisionally from 17 July 1992, and the 40 months were counted from then.
date provisional = 1992-07-17
date levels-hold = 40 months after provisional  # 17 November 1995

# ---- Who ----------------------------------------------------------------------------------------

side west "Group of States that joined NATO"
side east "Group of States of the Budapest and Tashkent agreements"

party BE "Belgium" on west, territory belgium
party CA "Canada" on west
party DK "Denmark" on west, territory denmark
party FR "France" on west, territory france
party DE "Germany" on west, territory germany
party GR "Greece" on west, territory greece
party IS "Iceland" on west, territory iceland
party IT "Italy" on west, territory italy
party LU "Luxembourg" on west, territory luxembourg
party NL "Netherlands" on west, territory netherlands
party NO "Norway" on west, territory norway
party PT "Portugal" on west, territory portugal
party ES "Spain" on west, territory spain
party TR "Turkey" on west, territory turkey
party UK "United Kingdom" on west, territory united-kingdom
party US "United States" on west
party AM "Armenia" on east, territory armenia
party AZ "Azerbaijan" on east, territory azerbaijan
party BY "Belarus" on east, territory belarus
party BG "Bulgaria" on east, territory bulgaria
party CZ "Czech Republic" on east, territory czechia
party GE "Georgia" on east, territory georgia
party HU "Hungary" on east, territory hungary
party KZ "Kazakhstan" on east, territory kazakhstan
party MD "Moldova" on east, territory moldova
party PL "Poland" on east, territory poland
party RO "Romania" on east, territory romania
party RU "Russian Federation" on east, territory russia
party SK "Slovakia" on east, territory slovakia
party UA "Ukraine" on east, territory ukraine

# ---- What ---------------------------------------------------------------------------------------

item tank       "Battle tank"
item acv        "Armoured combat vehicle"
item acv.apc    "Armoured personnel carrier"
item acv.aifv   "Armoured infantry fighting vehicle"
item acv.hacv   "Heavy armament combat vehicle"
item artillery  "Gun, howitzer, mortar or rocket launcher of 100 mm and above"
item aircraft   "Combat aircraft"
item helicopter "Attack helicopter"
item avlb       "Armoured vehicle launched bridge"
item lookalike  "Look-alike of an APC or AIFV: told of, and not limited"

item tle    = tank + acv + artillery + aircraft + helicopter
item ground = tank + acv + artillery
item heavy  = acv.aifv + acv.hacv

status service: in-service, being-made, research, museum, decommissioned, for-export, internal-security, in-transit
status posture: active, stored "In an active unit, or in a designated permanent storage site"
status presence: permanent, temporary "There for good, or deployed for a while"

event unit-change "Change of 10 percent or more in a unit's holdings"

# ---- Where --------------------------------------------------------------------------------------

zone belgium        = country BE
zone denmark        = country DK
zone france         = country FR
zone germany        = country DE
zone greece         = country GR
zone iceland        = country IS
zone italy          = country IT
zone luxembourg     = country LU
zone netherlands    = country NL
zone norway         = country NO
zone portugal       = country PT
zone spain          = country ES
zone turkey         = country TR
zone united-kingdom = country GB
zone armenia        = country AM
zone azerbaijan     = country AZ
zone belarus        = country BY
zone bulgaria       = country BG
zone czechia        = country CZ
zone georgia        = country GE
zone hungary        = country HU
zone kazakhstan     = country KZ
zone moldova        = country MD
zone poland         = country PL
zone romania        = country RO
zone russia         = country RU
zone slovakia       = country SK
zone ukraine        = country UA

# Military districts, put together from today's regions: from memory, and without the corners that
# were cut otherwise. The Urals and the Ural River are taken as meridians, the Turkish line (which the
# treaty gives town by town) as its eastern half, from the border at 39 N to Kemaliye.
zone baltic-md      = area "Kaliningrad"
zone pskov          = area "Pskov"
zone leningrad-rest = area "Leningrad" + area "City of St. Petersburg" + area "Murmansk" + area "Arkhangel'sk" + area "Nenets" + area "Karelia" + area "Novgorod" + area "Vologda"
zone leningrad-md   = leningrad-rest + pskov
zone rostov         = area "Rostov"
zone rostov-line    = line through 46.56 N 39.63 E, 47.51 N 42.15 E, 48.10 N 43.70 E  # Kushchevskaya, Volgodonsk, and on
zone rostov-east    = rostov, south-east of rostov-line
zone astrakhan      = area "Astrakhan'"
zone volgograd      = area "Volgograd"
zone caucasus-rest  = area "Krasnodar" + area "Stavropol'" + area "Dagestan" + area "Chechnya" + area "Ingush" + area "North Ossetia" + area "Kabardin-Balkar" + area "Karachay-Cherkess" + area "Adygey" + area "Kalmyk"
zone caucasus-md    = caucasus-rest + rostov + astrakhan + volgograd
zone odessa-oblast  = area "Odessa"
zone odessa-md      = odessa-oblast + area "Mykolayiv" + area "Kherson" + area "Zaporizhzhya" + area "Crimea" + area "Sevastopol"
zone kiev-md        = area "Kiev" + area "Kiev City" + area "Chernihiv" + area "Cherkasy" + area "Sumy" + area "Poltava" + area "Kharkiv" + area "Dnipropetrovs'k" + area "Donets'k" + area "Luhans'k" + area "Kirovohrad"
zone carpathian-md  = area "L'viv" + area "Volyn" + area "Rivne" + area "Transcarpathia" + area "Ivano-Frankivs'k" + area "Ternopil'" + area "Chernivtsi" + area "Khmel'nyts'kyy" + area "Zhytomyr" + area "Vinnytsya"

zone russian-flank = leningrad-md + caucasus-md
zone russia-west   = russia, west of 60 E
zone moscow-volga  = russia-west, outside russian-flank + baltic-md
zone kazakh-west   = kazakhstan, west of 51.5 E
zone turkish-line  = line through 39.40 N 44.40 E, 38.99 N 43.77 E, 39.23 N 42.86 E, 39.70 N 42.10 E, 39.55 N 40.90 E, 39.26 N 38.50 E
zone turkey-area   = turkey, north-west of turkish-line

# Four rings, each within the next, and the flank beside them.
zone central  = belgium + czechia + germany + hungary + luxembourg + netherlands + poland + slovakia
zone inner    = central + belarus + denmark + france + italy + united-kingdom + baltic-md + carpathian-md + kiev-md
zone expanded = inner + portugal + spain + moscow-volga + kazakh-west
zone flank    = armenia + azerbaijan + bulgaria + georgia + greece + iceland + moldova + norway + romania + russian-flank + turkey-area + odessa-md
zone attu     = expanded + flank

zone leningrad-south = leningrad-md, south of 60.25 N  # 60 degrees 15 minutes
zone strip           = pskov + volgograd + astrakhan + rostov-east  # left the flank in 1996
zone new-flank       = russian-flank - strip

site dpss-1 52.00 N 10.00 E "A designated permanent storage site, made up"
site bergen 52.80 N 9.90 E accurate to 5 km "Bergen training area"
zone dpss = within 1 km of dpss-1

# ---- III: what is not counted -------------------------------------------------------------------

article III "Counting rules"

> All battle tanks, armoured combat vehicles, artillery, combat aircraft and attack helicopters, as
> defined in Article II, within the area of application shall be subject to the numerical limitations
> and other provisions set forth in Articles IV, V and VI, with the exception of those which in a manner
> consistent with a State Party's normal practices: (A) are in the process of manufacture, including
> manufacturingrelated testing; (B) are used exclusively for the purposes of research and development;
> (C) belong to historical collections; (D) are awaiting disposal
exception III.1 to article IV and article V "What does not count for a group"
  not counting tle that are being-made or research or museum or decommissioned or for-export
  not counting acv + helicopter that are internal-security
  not counting for 7 days tle that are in-transit
  note "(G): in transit, and in the area of application for no longer than a total of seven days"
  note "what XII.1 makes count again, AIFV of one State above 1,000, no line about a group can say"

> Armoured infantry fighting vehicles held by organisations of a State Party designed and structured to
> perform in peacetime internal security functions, which are not structured and organised for ground
> combat against an external enemy, are not limited by this Treaty.
exception XII.1 to limit VI "What does not count for one State"
  not counting tle that are being-made or research or museum or decommissioned or for-export
  not counting acv.apc + acv.hacv + helicopter that are internal-security
  not counting acv.aifv that are internal-security, up to 1_000
  not counting for 7 days tle that are in-transit

> No more than 600 such armoured infantry fighting vehicles of a State Party, assigned to such
> organisations, may be located in that part of the area of application described in Article V,
> paragraph 1, subparagraph (A).
limit XII.1.flank "Internal security in the flank"
  at most 600 acv.aifv of each party that are internal-security in flank

# ---- IV: a group, ring by ring ------------------------------------------------------------------

article IV "Ceilings of a group"
  from levels-hold

> Within the area of application, as defined in Article II, each State Party shall limit and, as
> necessary, reduce its battle tanks, armoured combat vehicles, artillery, combat aircraft and attack
> helicopters so that, 40 months after entry into force of this Treaty and thereafter, for the group of
> States Parties to which it belongs, as defined in Article II, the aggregate numbers do not exceed:
> (A)20,000 battle tanks, of which no more than 16,500 shall be in active units;
> (B)30,000 armoured combat vehicles, of which no more than 27,300 shall be in active units. Of the
> 30,000 armoured combat vehicles, no more than 18,000 shall be armoured infantry fighting vehicles and
> heavy armament combat vehicles; of armoured infantry fighting vehicles and heavy armament combat
> vehicles, no more than 1,500 shall be heavy armament combat vehicles;
> (C)20,000 pieces of artillery, of which no more than 17,000 shall be in active units;
> (D)6,800 combat aircraft; and
> (E)2,000 attack helicopters.
limit IV.1 "From the Atlantic to the Urals"
  at most 20_000 tank of each side in attu
  of which at most 16_500 that are active
  at most 30_000 acv of each side in attu
  of which at most 18_000 heavy
  of which at most 1_500 acv.hacv
  at most 27_300 acv of each side that are active in attu
  at most 20_000 artillery of each side in attu
  of which at most 17_000 that are active
  at most 6_800 aircraft and 2_000 helicopter of each side in attu

> Battle tanks, armoured combat vehicles and artillery not in active units shall be placed in designated
> permanent storage sites, as defined in Article II, and shall be located only in the area described in
> paragraph 2 of this Article.
limit IV.1.stored "Where things may be stored"
  no ground of each party that are stored outside expanded + moldova + odessa-md + leningrad-south
  note "outside the area of application nothing of the treaty holds: no book lists anything there"

> In the Odessa Military District, no more than 400 battle tanks and no more than 500 pieces of artillery
> may be thus stored.
limit IV.1.odessa "Stored in the Odessa district"
  at most 400 tank and 500 artillery of side east that are stored in odessa-md

> In the southern part of the Leningrad Military District, no more than 600 battle tanks, no more than
> 800 armoured combat vehicles, including no more than 300 armoured combat vehicles of any type with the
> remaining number consisting of armoured personnel carriers, and no more than 400 pieces of artillery
> may be thus stored.
limit IV.1.leningrad "Stored in the south of the Leningrad district"
  at most 600 tank of side east that are stored in leningrad-south
  at most 800 acv of side east that are stored in leningrad-south
  of which at most 300 heavy
  at most 400 artillery of side east that are stored in leningrad-south

> (A)15,300 battle tanks, of which no more than 11,800 shall be in active units;
> (B)24,100 armoured combat vehicles, of which no more than 21,400 shall be in active units; and
> (C)14,000 pieces of artillery, of which no more than 11,000 shall be in active units.
limit IV.2 "The widest ring"
  at most 15_300 tank, 24_100 acv and 14_000 artillery of each side in expanded
  of which at most 11_800 tank, 21_400 acv and 11_000 artillery that are active

> the aggregate numbers in active units do not exceed:
> (A)10,300 battle tanks;
> (B)19,260 armoured combat vehicles; and
> (C)9,100 pieces of artillery; and
limit IV.3 "The inner ring"
  at most 10_300 tank, 19_260 acv and 9_100 artillery of each side that are active in inner

> (D)in that part of Ukraine comprising the former Kiev Military District, the aggregate numbers in
> active units and designated permanent storage sites together shall not exceed:
> (1)2,250 battle tanks;
> (2)2,500 armoured combat vehicles; and
> (3)1,500 pieces of artillery.
limit IV.3.D "The former Kiev district"
  at most 2_250 tank, 2_500 acv and 1_500 artillery of side east in kiev-md

> the aggregate numbers in active units do not exceed:
> (A)7,500 battle tanks;
> (B)11,250 armoured combat vehicles; and
> (C)5,000 pieces of artillery.
limit IV.4 "The centre"
  at most 7_500 tank, 11_250 acv and 5_000 artillery of each side that are active in central

> no State Party stations conventional armed forces on the territory of another State Party without the
> agreement of that State Party.
consent IV.5 "Guests"
  any ground of each party that are stationed in attu needs consent of the host

uncoded IV.6 "What the centre leaves unused may be used in the inner ring" because "the nested ceilings allow it already: what is not in the centre is in the inner ring or beyond"

# ---- V: the flank -------------------------------------------------------------------------------

article V "The flank"

> the aggregate numbers in active units do not exceed the difference between the overall numerical
> limitations set forth in Article IV, paragraph 1 and those in Article IV, paragraph 2, that is:
> (1)4,700 battle tanks;
> (2)5,900 armoured combat vehicles; and
> (3)6,000 pieces of artillery;
limit V.1.A "The flank"
  at most 4_700 tank, 5_900 acv and 6_000 artillery of each side that are active in flank
  not counting tank and acv and artillery that are temporary, up to 459, 723 and 420
  from levels-hold
  note "the second line is V.1.B: additional aggregate numbers, on a temporary basis"

> provided that for each group of States Parties no more than one-third of each of these additional
> aggregate numbers shall be deployed to any State Party with territory within the area described in
> subparagraph (A) of this paragraph, that is:
> (1)153 battle tanks;
> (2)241 armoured combat vehicles; and
> (3)140 pieces of artillery.
limit V.1.C "A third to any one State"
  at most 153 tank, 241 acv and 140 artillery of each side that are temporary in the territory of each party, inside flank
  from levels-hold

> Notification shall be provided to all other States Parties no later than at the start of the deployment
> by the State Party or States Parties conducting the deployment and by the recipient State Party or
> States Parties
notice V.2.start "Deployed for a while"
  any movement of at least 1 tank or 1 acv or 1 artillery of each party that are temporary into flank
  when it starts, to each party
  told by the mover and the host

> Notification also shall be provided to all other States Parties by the State Party or States Parties
> conducting the deployment and by the recipient State Party or States Parties within 30 days of the
> withdrawal
notice V.2.end "And withdrawn"
  any movement of at least 1 tank or 1 acv or 1 artillery of each party that are temporary out of flank
  at most 30 days after it, to each party
  note "that the host has to tell as well is left out here"

# ---- VI, VII: one State -------------------------------------------------------------------------

> With the objective of ensuring that no single State Party possesses more than approximately one-third
> of the conventional armaments and equipment limited by the Treaty within the area of application
limit VI "Sufficiency"
  at most 13_300 tank, 20_000 acv, 13_700 artillery, 5_150 aircraft and 1_500 helicopter of each party in attu
  from levels-hold

article VII "Levels that each State notifies"

number level-tank      of each party, declared
number level-acv       of each party, declared
number level-artillery of each party, declared

> no State Party shall exceed, from 40 months after entry into force of this Treaty, the maximum levels
> which it has previously agreed upon within its group of States Parties
limit VII.1 "Notified levels"
  at most level-tank tank, level-acv acv and level-artillery artillery of each party in attu
  from levels-hold

> Any change in the maximum levels for holdings of a State Party shall be notified by that State Party to
> all other States Parties at least 90 days in advance of the date, specified in the notification, on
> which such a change takes effect.
notice VII.3 "Change of a level"
  any change to level-tank or level-acv or level-artillery
  90 days before it holds, to each party

# ---- VIII: reductions in three phases -----------------------------------------------------------

article VIII "Reductions"

> a State Party's reduction liability in each category shall be no less than the difference between its
> holdings notified, in accordance with the Protocol on Information Exchange, at signature or effective
> upon entry into force of this Treaty, whichever is the greater, and the maximum levels for holdings it
> notified pursuant to Article VII.
number start-tank     of each party = the larger of tank of it in attu as on 1990-11-19 and tank of it in attu as on provisional
number liability-tank of each party = start-tank - level-tank, at least 0

> (A)by the end of the first reduction phase, that is, no later than 16 months after entry into force of
> this Treaty, each State Party shall have ensured that at least 25 percent of its total reduction
> liability in each of the categories of conventional armaments and equipment limited by the Treaty has
> been reduced;
step VIII.4.A "First phase, tanks"
  each party destroys 25% of liability-tank tank in total since provisional
  within 16 months of provisional

> (B)by the end of the second reduction phase, that is, no later than 28 months after entry into force of
> this Treaty, each State Party shall have ensured that at least 60 percent of its total reduction
> liability in each of the categories of conventional armaments and equipment limited by the Treaty has
> been reduced;
step VIII.4.B "Second phase, tanks"
  each party destroys 60% of liability-tank tank in total since provisional
  within 28 months of provisional

> (C)by the end of the third reduction phase, that is, no later than 40 months after entry into force of
> this Treaty, each State Party shall have reduced its total reduction liability in each of the
> categories of conventional armaments and equipment limited by the Treaty.
step VIII.4.C "Third phase, tanks"
  each party destroys 100% of liability-tank tank in total since provisional
  within 40 months of provisional

# The same for one State, with its figures worked out: 7,170 - 4,166 = 3,004; 25% is 751, 60% 1,802.4.
>~ Germany: at least 751 tanks by 17 November 1993, at least 1,803 by 17 November 1994, 3,004 by
>~ 17 November 1995.
step VIII.4.DE-A "First phase, tanks of Germany"
  DE destroys 751 tank in attu
  from provisional
  within 16 months of provisional
step VIII.4.DE-B "Second phase, tanks of Germany"
  DE destroys 1_803 tank in attu
  from provisional
  within 28 months of provisional
step VIII.4.DE-C "Third phase, tanks of Germany"
  DE destroys 3_004 tank in attu
  from provisional
  within 40 months of provisional

# ---- IX, X, XI: decommissioned, stored, bridges -------------------------------------------------

article IX "Decommissioned"

number level-all        of each party = level-tank + level-acv + level-artillery
number may-decommission of each party = the larger of 1% of level-all and 250

> the numbers of such decommissioned conventional armaments and equipment limited by the Treaty do not
> exceed, in the case of any individual State Party, one percent of its notified holdings of conventional
> armaments and equipment limited by the Treaty, or a total of 250, whichever is greater, of which no
> more than 200 shall be battle tanks, armoured combat vehicles and pieces of artillery, and no more than
> 50 shall be attack helicopters and combat aircraft.
limit IX.1.B "Decommissioned"
  at most may-decommission tle of each party that are decommissioned in attu
  of which at most 200 ground
limit IX.1.air "Decommissioned aircraft and helicopters"
  at most 50 aircraft + helicopter of each party that are decommissioned in attu

article X "Designated permanent storage sites"

> no State Party shall remove conventional armaments and equipment limited by the Treaty from designated
> permanent storage sites unless notification has been provided to all other States Parties at least 42
> days in advance of such removal.
notice X.8 "Out of storage"
  any movement of more than 10 tank or 10 acv or 10 artillery of each party that are stored out of dpss
  42 days before it starts, to each party
  note "X.7 lets 10 percent, rounded up to even, or 10 go without notice, whichever is less: 10, from 91 on"

> the aggregate numbers of conventional armaments and equipment limited by the Treaty removed from and
> retained outside designated permanent storage sites by States Parties belonging to the same group of
> States Parties shall at no time exceed the following levels:
> (A)550 battle tanks;
> (B)1,000 armoured combat vehicles; and
> (C)300 pieces of artillery.
limit X.9 "Out at one time"
  at most 550 tank, 1_000 acv and 300 artillery of each side that are stored in expanded, outside dpss
  note "X.4: what is removed for a while still counts as stored"

> shall be returned to designated permanent storage sites no later than 42 days after their removal
stay X.10 "Back within 42 days"
  at most 43 days for ground of each party that are stored in expanded, outside dpss
  note "42 days after the removal: 43 with its own day, which a stay counts"

> the aggregate number of armoured vehicle launched bridges in active units within the area of
> application does not exceed 740.
limit XI.1 "Bridges"
  at most 740 avlb of each side that are active in attu
  from levels-hold

# ---- XIII, XIV: information and inspection ------------------------------------------------------

article XIII "Information"

> on the 15th day of December of every year thereafter, with the information effective as of the first
> day of January of the following year
inform XIII.VII.1.C "Holdings, every year"
  each party, its tle and lookalike and sites
  as of 1 January, by 15 December each year, to each party

> any change of 10 percent or more in any one of the categories of conventional armaments and equipment
> limited by the Treaty
> Such notification shall be given no later than five days after such change occurs
notice XIII.VIII.1.B "A unit changes"
  any unit-change of each party in attu
  at most 5 days after it, to each party

article XIV "Inspection"

number passive-quota of each party = 15% of sites of it, rounded up, at least 1

> (D)each year, commencing after completion of the 120-day residual level validation period, for the
> duration of the Treaty, the passive declared site inspection quota shall be equal to 15 percent of a
> State Party's objects of verification
> an inspection team conducting an inspection pursuant to Section VII or VIII of this Protocol shall
> spend no more than 48 hours at a declared site and no more than 24 hours in inspection within a
> specified area.
inspection XIV.II.10.D "Declared sites"
  each party accepts at most passive-quota in a calendar year, 50% from the same party
  asked at least 36 hours before arrival
  answer within 3 hours
  lasts at most 48 hours
  from 1996-03-16
  note "120 days after 17 November 1995 end with 16 March 1996; the three hours: facts read elsewhere in the Protocol"

> (B)during each year of the residual period, up to 23 percent of the number of inspections of declared
> sites which that State Party is obliged to receive on its territory
inspection XIV.II.11.B "Challenge, in a specified area"
  each party accepts at most 23% of passive-quota in a calendar year, rounded up
  lasts at most 24 hours
  from 1996-03-16

> Each State Party shall, in exercising its national sovereignty, have the right to withdraw from this
> Treaty if it decides that extraordinary events related to the subject matter of this Treaty have
> jeopardised its supreme interests.
> Such notice shall be given at least 150 days prior to the intended withdrawal from this Treaty.
uncoded XIX.2 "Withdrawal" because "it is written in the head of this pact"

# ---- 1996: the flank drawn anew -----------------------------------------------------------------

article A "The flank document of 1996, Annex A"

>~ In the flank as drawn anew, Russia keeps the levels that it had: 1,300 battle tanks, 1,380 armoured
>~ combat vehicles, 1,680 pieces of artillery in active units.
limit A.new "Russia, the flank as drawn anew"
  at most 1_300 tank, 1_380 acv and 1_680 artillery of RU that are active in new-flank
  from 1999-05-31

>~ Until 31 May 1999 Russia holds in the flank as first drawn no more than 1,897 battle tanks, 4,397
>~ armoured combat vehicles and 2,422 pieces of artillery,
limit A.interim "Russia, the flank as first drawn, for three years"
  at most 1_897 tank, 4_397 acv and 2_422 artillery of RU in russian-flank
  from 1996-05-31
  until 1999-05-30

>~ and from then on no more than 1,800, 3,700 and 2,400; of the armoured combat vehicles no more than 552
>~ in Astrakhan, 552 in Volgograd, 310 in the east of Rostov and 600 in Pskov.
limit A.old "Russia, the flank as first drawn"
  at most 1_800 tank of RU in russian-flank
  at most 3_700 acv of RU in russian-flank
  of which at most 552 in astrakhan
  at most 552 acv of RU in volgograd
  at most 310 acv of RU in rostov-east
  at most 600 acv of RU in pskov
  at most 2_400 artillery of RU in russian-flank
  from 1999-05-31

>~ In the Odessa region Ukraine holds no more than 400 battle tanks, 400 armoured combat vehicles and 350
>~ pieces of artillery.
limit A.odessa "Ukraine, Odessa region"
  at most 400 tank, 400 acv and 350 artillery of UA in odessa-oblast
  from 1996-05-31

# ---- What the books should say ------------------------------------------------------------------

expect kept VI by DE on 1995-11-17
expect broken A.new by RU on 1999-07-01
expect undetermined IV.4 by west on 1995-11-17
