# New START, 8 April 2010: what the United States and Russia may keep ready, and how they tell.
#
# The two paragraphs on data (Part Four of the Protocol, Section II) stand in the treaty's own words.
# All else stands as a paraphrase, on lines with >~: its numbers are those of the treaty, as the
# sources in README.md tell them; its words are ours. Where a time is from memory, a note says so.

pact "Measures for the Further Reduction and Limitation of Strategic Offensive Arms"
  source "the treaty and its Protocol, Prague, 8 April 2010; Part Four: www.acq.osd.mil/tc/nst"
  source "United States Department of State: the central limits; 2009-2017.state.gov/t/avc/rls/183335.htm"
  signed 2010-04-08
  in force from 2011-02-05  # the day on which the instruments of ratification were exchanged
  until 2026-02-05
  note "ten years, until 5 February 2021; extended by five, in force 3 February 2021"
  withdrawal on 3 months notice, ends for all
  months clamp

# ---- Who ----------------------------------------------------------------------------------------

party US "United States" territory usa
party RU "Russian Federation" territory russia

# ---- What ---------------------------------------------------------------------------------------
#
# What is published are sums: so many of all kinds together. A bomber counts in the first sum as
# what carries, and in the third as what launches; and no book can state a figure for a union of
# two trees. So it stands in each tree once.

item delivery        "ICBM, SLBM or heavy bomber"
item delivery.icbm   warheads in number
item delivery.slbm   warheads in number
item delivery.bomber "Heavy bomber, as the first ceiling counts it" warheads 1
item warhead         "Warhead on a missile, or counted for a bomber"
item launcher        "Launcher of missiles, or heavy bomber"
item launcher.icbm
item launcher.icbm.mobile
item launcher.slbm
item launcher.bomber "Heavy bomber, as the third ceiling counts it"

status deployment: deployed, non-deployed

event ratification  "Instruments of ratification are exchanged"
event status-change "Change in the data of an item"
event launching     "Launch of an ICBM or SLBM"
event session       "Session of the Bilateral Consultative Commission"

# ---- Where --------------------------------------------------------------------------------------

zone usa    = country US
zone russia = country RU

# A missile on a submarine is in no country: the published sums are of the whole world.
zone north-half   = north of 0 N
zone south-half   = south of 0 N
zone land-and-sea = north-half + south-half

zone plants = within 10 km of votkinsk + promontory

site votkinsk   57.05 N 53.99 E accurate to 3 km "Votkinsk plant"  # positions are from memory
site promontory 41.62 N 112.48 W accurate to 3 km "Promontory plant"
site kozelsk    54.03 N 35.78 E accurate to 5 km "Kozelsk ICBM base"
site minot      48.42 N 101.36 W accurate to 5 km "Minot, ICBM and bomber base"
site fe-warren  41.13 N 104.87 W accurate to 5 km "ICBM base near Cheyenne"
site fairford   51.68 N 1.79 W accurate to 5 km "Fairford, England"

# ---- II: the three ceilings ---------------------------------------------------------------------

article II "Central limits"

>~ Seven years after entry into force and thereafter, each Party has no more than 700 deployed ICBMs,
>~ deployed SLBMs and deployed heavy bombers;
limit II.1.a "What is deployed"
  at most 700 delivery of each party that are deployed
  from 7 years after entry into force

>~ no more than 1,550 warheads on deployed ICBMs and SLBMs and nuclear warheads counted for deployed
>~ heavy bombers;
limit II.1.b "Warheads"
  at most 1_550 warhead of each party
  from 7 years after entry into force

>~ no more than 800 deployed and non-deployed launchers of ICBMs and SLBMs and deployed and
>~ non-deployed heavy bombers.
limit II.1.c "Launchers"
  at most 800 launcher of each party
  from 7 years after entry into force

>~ Each Party has the right to determine for itself the composition and structure of its strategic
>~ offensive arms.
uncoded II.2 "Freedom to mix" because "a right to choose within the sums needs no figure"

# ---- III: how it is counted ---------------------------------------------------------------------

article III "Counting rules"

>~ For ICBMs and SLBMs, the number of warheads is that of the reentry vehicles emplaced on them. For
>~ each deployed heavy bomber, one warhead is counted.
limit III.2 "Warheads, counted item by item"
  at most 1_550 warheads on delivery of each party that are deployed
  from 7 years after entry into force
  note "the same ceiling by the rule itself; the published sums do not tell it by item"

>~ A converted launcher or bomber ceases to be counted if it has been rendered incapable of employing
>~ ICBMs, SLBMs or nuclear armaments, and the other Party can confirm it.
uncoded III.converted "When a converted item ceases to count" because "whether the other can confirm it is a quarrel, not a figure: see the book of the claim"

uncoded V.3 "Prototypes and exhibitions" because "exhibitions have no measure"

# ---- VII: data and notifications ----------------------------------------------------------------

article VII "Data and notifications"

> 1. Notification, to be provided no later than 45 days after entry into force of the Treaty, providing
> data current as of the date of entry into force of the Treaty for each category of data contained in
> Part Two of this Protocol.
inform VII.4.II.1 "First exchange"
  each party, its delivery and warhead and launcher, to the other party
  within 45 days after the ratification

> 2. Notification, to be provided no later than 30 days after the expiration of each six-month period
> following the entry into force of the Treaty, providing updated data for each category of data
> contained in Part Two of this Protocol. The first of these six-month periods shall begin the first
> day of the calendar month following the month in which the Treaty enters into force.
inform VII.4.II.2 "Exchange of data, twice a year"
  each party, its delivery and warhead and launcher
  as of 1 March and 1 September each year, within 29 days after it, to the other party
  note "the six months expire with the last of February and of August: the 30th day after is the 29th after the first of the month"

> 3. Notification, to be provided no later than five days after it occurs, of each change in data for
> each category of data contained in Part Two of this Protocol
notice VII.4.II.3 "Change in data"
  any status-change of each party
  at most 5 days after it, to the other party

>~ The exit of an ICBM for mobile launchers from a production facility is told 48 hours before.
notice VII.exit "Out of the plant"
  any movement of at least 1 delivery.icbm of each party out of plants
  48 hours before it starts, to the other party
  note "48 hours from memory"

>~ A heavy bomber outside its national territory for more than 24 hours is told of.
notice VII.bomber "Bombers abroad"
  any stay of at least 1 delivery.bomber of each party outside its territory for more than 24 hours
  at most 24 hours after that, to the other party
  note "more than 24 hours: verified; the time to tell is from memory"

# ---- IX, XI, XII: telemetry, inspections, the Commission ----------------------------------------

article IX "Telemetry"

>~ By agreement, telemetry is exchanged on an equal number of launches, on no more than five a year.
inform IX.1
  each party, its telemetry of at most 5 launching in a calendar year, to the other party
  within 65 days after each launching
  note "65 days from memory"

article XI "Inspections"

>~ Each Party may conduct ten Type One inspections a year, at facilities with deployed and
>~ non-deployed systems,
inspection XI.2 "Type One"
  each party accepts at most 10 in a year from 5 February, at sites with delivery that are deployed
  asked at least 32 hours before arrival
  team of exactly 10
  note "32 hours and the size of a team from memory"

>~ and eight Type Two inspections a year, at facilities with non-deployed systems only.
inspection XI.3 "Type Two"
  each party accepts at most 8 in a year from 5 February, at sites without delivery that are deployed
  asked at least 32 hours before arrival
  note "32 hours from memory"

>~ One hour after a site has been named nothing that may be inspected leaves it.
uncoded XI.freeze "Nothing leaves the site named" because "the words for a ban that begins with an inspection are not in the language yet"

article XII "Bilateral Consultative Commission"

>~ Unless the Parties agree otherwise, the Commission meets no less than twice a year.
quota XII.1 "Two sessions a year"
  at least 2 session of all parties in a calendar year
  note "from memory"

>~ Each Party may withdraw from the treaty; it gives notice three months before.
uncoded XIV.3 "Withdrawal" because "it is written in the head of this pact"

# ---- What the books should say ------------------------------------------------------------------

expect kept II.1.a by US on 2018-02-05
expect kept II.1.b by RU on 2022-09-01
expect undetermined II.1.c by US on 2018-02-05
expect kept II.1.c by RU on 2018-02-05
expect undetermined II.1.b by RU on 2023-03-01
