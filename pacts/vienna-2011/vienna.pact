# The Vienna Document of 2011: what 57 States tell each other of their soldiers.
#
# It limits what is done, and never what is held. The copy at hand shows the contents page and no
# more, so every rule below stands as a paraphrase, on lines with >~, and the numbers of the
# paragraphs are those of the document as they are remembered. Seven States stand for 57.

pact "Vienna Document 2011 on Confidence- and Security-Building Measures"
  source "FSC.DOC/1/11, 30 November 2011, OSCE"
  source "Overview of Vienna Document 2011, United States Department of State, 2009-2017.state.gov"
  note "politically binding; thresholds from memory, checked against the public accounts in README.md"
  signed 2011-11-30
  in force from 2011-12-01
  months clamp
  time zone UTC

# ---- Who ----------------------------------------------------------------------------------------

party RU "Russian Federation" territory russia
party BY "Belarus" territory belarus
party UA "Ukraine" territory ukraine
party NO "Norway" territory norway
party PL "Poland" territory poland
party LV "Latvia" territory latvia
party LT "Lithuania" territory lithuania

# ---- What ---------------------------------------------------------------------------------------

item troops           "Personnel, support troops included"
item tank             "Battle tank"
item acv              "Armoured combat vehicle"
item artillery        "Self-propelled and towed artillery, mortars and rocket launchers of 100 mm and more"
item division         "Formation of a division"
item brigade          "Brigade or regiment"
item defence-planning "Information on defence planning"

event exercise         "Military activity in the field"
event exercise.planned "Planned, and told to the troops before"
event exercise.alert   "Carried out without advance notice to the troops involved"
event exercise.landing "Amphibious landing, heliborne landing or parachute assault"
event transfer         "Transfer from outside the zone, or to a point of concentration in it"
event activation       "Temporary activation of a non-active formation"
event budget           "Approval of a defence budget"

# ---- Where --------------------------------------------------------------------------------------

zone russia      = country RU
zone belarus     = country BY
zone ukraine     = country UA
zone norway      = country NO
zone poland      = country PL
zone latvia      = country LV
zone lithuania   = country LT
zone kaliningrad = area "Kaliningrad"

# "Europe" from the Atlantic to the Urals, and the States of Central Asia. The Urals are taken as a
# meridian, which cuts off a little; the adjoining sea is left out, since no figure says how wide.
zone russia-urals = russia, west of 60 E
zone western      = countries AL and AD and AT and BE and BA and BG and HR and CY and CZ and DK and EE and FI and FR and DE and GR and HU and IS and IE and IT and LI and LU and MT and MD and MC and ME and NL and MK and PT and RO and SM and RS and SK and SI and ES and SE and CH and TR and GB and VA
zone eastern      = countries AM and AZ and GE and KZ and KG and TJ and TM and UZ
zone zoa          = western + eastern + russia-urals + belarus + ukraine + norway + poland + latvia + lithuania

# ---- I: annual exchange -------------------------------------------------------------------------

article I "Annual exchange of military information"

>~ Each State gives its forces, down to brigade or regiment, as of 1 January, not later than
>~ 15 December of the year before.
inform I.9 "Forces and major weapons"
  each party, its troops and tank and acv and artillery by unit in zoa, as of 1 January, by 15 December each year

>~ A non-active formation that is to have more than 2,000 additional personnel for more than 21 days
>~ is told of 42 days before.
notice I.10.3 "Temporary activation"
  any activation of more than 2_000 troops of each party in zoa
  42 days before it starts, to each party

# ---- II: defence planning -----------------------------------------------------------------------

article II "Defence planning"

>~ Information is given not later than three months after the budget of the year is approved.
inform II.15 "Plans and budgets"
  each party, its defence-planning, within 3 months after each budget

# ---- III: risk reduction ------------------------------------------------------------------------

article III "Risk reduction"

>~ A State asked about unusual and unscheduled activities of its forces outside their normal
>~ peacetime locations answers within 48 hours.
inform III.16 "Explanation of unusual military activities"
  each party, an answer, within 48 hours after the request

>~ The State that asked may call a meeting, to be held within 48 hours; both may call one of all.
uncoded III.16.2 "Meetings" because "a meeting is no figure, and no word of a book says that one was held"
uncoded III.17 "Hazardous incidents" because "who clarifies what in which words is not counted"

# ---- IV: contacts -------------------------------------------------------------------------------

article IV "Contacts"

>~ Each State with air combat units arranges a visit to one of its air bases; none has to do so more
>~ than once in five years.
inspection IV.19 "Air bases"
  each party offers at least 1 visit in 5 calendar years

uncoded IV.31 "New types of major weapons" because "the first deployment of a type is known to nobody else"

# ---- V: prior notification ----------------------------------------------------------------------

article V "Prior notification of certain military activities"

>~ Notification is given 42 days or more before the start of an activity of land forces with at least
>~ 9,000 troops, or 250 battle tanks, or 500 armoured combat vehicles, or 250 pieces of artillery, if
>~ they are organised as a division or at least two brigades or regiments.
notice V.40.1 "Land forces"
  any exercise of at least 9_000 troops or 250 tank or 500 acv or 250 artillery of each party in zoa
  and of at least 1 division or 2 brigade
  42 days before it starts, to each party

>~ 200 or more sorties by aircraft, helicopters not counted, are put into that notification.
uncoded V.40.1.2 "Air forces in it" because "it says what a notification holds, not when one is due"

>~ The same for a landing or a drop with at least 3,000 troops.
notice V.40.2 "Landings and drops"
  any exercise.landing of at least 3_000 troops of each party in zoa
  42 days before it starts, to each party

>~ The same for transfers into the zone, or to points of concentration in it, of forces of the size of
>~ the first rule.
notice V.40.3 "Transfers and concentrations"
  any transfer of at least 9_000 troops or 250 tank or 500 acv or 250 artillery of each party in zoa
  42 days before it starts, to each party

>~ An activity that is carried out without advance notice to the troops involved is told of when they
>~ begin it.
exception V.41 to notice V.40.1 "Alerts"
  any exercise.alert
  when it starts

# ---- VI: observation ----------------------------------------------------------------------------

article VI "Observation of certain military activities"

>~ Observers of all States are invited to an activity with at least 13,000 troops, or 300 battle
>~ tanks, or 500 armoured combat vehicles, or 250 pieces of artillery; the invitations go out with the
>~ notification.
notice VI.47 "Invitation"
  any exercise of at least 13_000 troops or 300 tank or 500 acv or 250 artillery of each party in zoa
  42 days before it starts, to each party

>~ And to a landing or a drop with at least 3,500 troops.
notice VI.47.2 "Invitation, landings and drops"
  any exercise.landing of at least 3_500 troops of each party in zoa
  42 days before it starts, to each party

>~ An activity carried out without advance notice is open to observers only if it lasts more than
>~ 72 hours.
exception VI.58 to notice VI.47 "Short alerts"
  any exercise.alert of at most 72 hours
  without notice

uncoded VI.49 "The observers" because "two from each State, answers in 21 days, maps and briefings: no book tells them"

# ---- VII: annual calendars ----------------------------------------------------------------------

article VII "Annual calendars"

>~ Each State exchanges a list of its notifiable activities of the next calendar year not later than
>~ 15 November.
notice VII.61 "In the calendar"
  any exercise of at least 9_000 troops or 250 tank or 500 acv or 250 artillery of each party in zoa
  by 15 November, 1 calendar year before it starts

>~ What was not foreseen stands in no calendar.
exception VII.65 to notice VII.61 and notice VIII.68 "Alerts"
  any exercise.alert
  without notice

# ---- VIII: constraints --------------------------------------------------------------------------

article VIII "Constraining provisions"

>~ No State carries out within three calendar years more than one activity with more than 40,000
>~ troops, or 900 battle tanks, or 2,000 armoured combat vehicles, or 900 pieces of artillery.
quota VIII.67.1 "The largest"
  at most 1 exercise of more than 40_000 troops or 900 tank or 2_000 acv or 900 artillery of each party in zoa in 3 calendar years

>~ Nor within a calendar year more than six with more than 13,000 troops, 300 tanks, 500 vehicles or
>~ 300 pieces of artillery, but below the first figures; of these six no more than three with more
>~ than 25,000, 400, 800 or 400.
quota VIII.67.2 "The large"
  at most 6 exercise of more than 13_000 troops or 300 tank or 500 acv or 300 artillery of each party in zoa in a calendar year
  not counted under VIII.67.1
  of which at most 3 exercise of more than 25_000 troops or 400 tank or 800 acv or 400 artillery

>~ Nor more than three at the same time with more than 13,000, 300, 500 or 300.
quota VIII.67.4 "At once"
  at most 3 exercise of more than 13_000 troops or 300 tank or 500 acv or 300 artillery of each party in zoa at once

>~ An activity of the largest kind is told of by 15 November of the second year before.
notice VIII.68 "The largest, two years before"
  any exercise of more than 40_000 troops or 900 tank or 2_000 acv or 900 artillery of each party in zoa
  by 15 November, 2 calendar years before it starts

# ---- IX: compliance and verification ------------------------------------------------------------

article IX "Compliance and verification"

>~ No State has to accept more than three inspections on its territory in a calendar year, nor more
>~ than one by the same State. It answers within 24 hours; the inspectors may enter 36 hours after the
>~ request, stay 48 hours, and are no more than four.
inspection IX.74 "Inspections of a specified area"
  each party accepts at most 3 in a calendar year, 1 from the same party
  answer within 24 hours
  access within 36 hours
  lasts at most 48 hours
  at most 4 inspectors

>~ Evaluation visits: one a year for every 60 units reported, or portion of it, and no more than 15; no
>~ more than a fifth from the same State, or one where the quota is below five; no unit more than
>~ twice a year, or more than once by the same State.
number visits-by-size of each party = 1 for each 60 units of it, rounded up
number visits         of each party = the smaller of 15 and visits-by-size
number from-one       of each party = 20% of visits, rounded down, at least 1
inspection IX.107 "Evaluation visits"
  each party accepts at most visits in a calendar year, from-one from the same party
  each unit at most 2, 1 from the same party
  at most 1 at once

uncoded IX.80 "Sensitive points" because "which place is closed, and why, is the host's word"

# ---- The decision of 2012 -----------------------------------------------------------------------

>~ A State with nothing above the thresholds tells of at least one larger activity a year
>~ (FSC.DEC/9/12, "Vienna Document Plus").
quota X.9.12 "One activity at least"
  at least 1 exercise of each party in zoa in a calendar year
  from 2013-01-01

# ---- What it says of some days ------------------------------------------------------------------

expect broken V.40.1 by RU on 2014-12-05
expect undetermined V.40.1 by BY on 2017-09-14
expect undetermined VI.47 by BY on 2017-09-14
expect kept V.40.1 by NO on 2018-10-25
expect broken VIII.67.1 by NO on 2020-03-02
expect broken V.40.1 by RU on 2022-02-10
expect kept V.40.2 by NO on 2020-06-01
expect kept VI.47 by NO on 2018-10-25
expect kept VIII.67.1 by RU on 2014-12-05
expect kept VIII.67.4 by NO on 2019-11-01
expect kept X.9.12 by RU on 2014-12-05
expect undetermined X.9.12 by PL on 2018-12-31
