# The Treaty for the Limitation of Naval Armament, Washington, 6 February 1922.
#
# Articles XIX and XXIII stand in part in the treaty's words. All else stands as a paraphrase, on lines
# with >~: its numbers are the treaty's, its words are ours. How sure each is, README.md tells.

pact "Treaty for the Limitation of Naval Armament"
  source "Washington, 6 February 1922; from public knowledge, see README.md"
  signed 1922-02-06
  in force from 1923-08-17
  withdrawal on 2 years notice, not before 1937-01-01, ends for all
  note "in force until 31 December 1936, and on, until two years after a notice: then it ends for all"
  months clamp

# ---- Who ----------------------------------------------------------------------------------------

party US "United States of America"
party UK "British Empire"
party FR "France"
party IT "Italy"
party JP "Japan"

# ---- What ---------------------------------------------------------------------------------------
#
# A ton is 2,240 pounds of standard displacement: the ship complete and ready for sea, without fuel and
# reserve feed water. Capital ships that were kept have the tonnage of the treaty's own list.

item warship         tonnage in lt, gun in inch
item warship.capital "Capital ship"

item warship.capital.colorado tonnage 32_600 lt, gun 16 inch  # Maryland, Colorado, West Virginia
item warship.capital.tennessee tonnage 32_300 lt, gun 14 inch  # California, Tennessee
item warship.capital.new-mexico tonnage 32_000 lt, gun 14 inch  # Idaho, New Mexico, Mississippi
item warship.capital.pennsylvania tonnage 31_400 lt, gun 14 inch  # Arizona, Pennsylvania
item warship.capital.nevada   tonnage 27_500 lt, gun 14 inch  # Oklahoma, Nevada
item warship.capital.new-york tonnage 27_000 lt, gun 14 inch  # New York, Texas
item warship.capital.wyoming  tonnage 26_000 lt, gun 12 inch  # Arkansas, Wyoming
item warship.capital.florida  tonnage 21_825 lt, gun 12 inch  # Florida, Utah
item warship.capital.delaware tonnage 20_000 lt, gun 12 inch  # North Dakota, Delaware

item warship.capital.revenge tonnage 25_750 lt, gun 15 inch  # five
item warship.capital.queen   tonnage 27_500 lt, gun 15 inch  # Queen Elizabeth and four
item warship.capital.iron-duke tonnage 25_000 lt, gun 13.5 inch  # and three
item warship.capital.hood   tonnage 41_200 lt, gun 15 inch
item warship.capital.renown tonnage 26_500 lt, gun 15 inch  # and Repulse
item warship.capital.tiger  tonnage 28_500 lt, gun 13.5 inch
item warship.capital.thunderer tonnage 22_500 lt, gun 13.5 inch
item warship.capital.king-george tonnage 23_000 lt, gun 13.5 inch  # King George V, Ajax, Centurion
item warship.capital.nelson tonnage 33_300..33_800 lt, gun 16 inch  # and Rodney

item warship.capital.courbet tonnage 23_500 lt, gun 12 inch  # and the Bretagne class, 13.4 inch
item warship.capital.danton  tonnage 18_890 lt, gun 12 inch  # Condorcet, Diderot, Voltaire
item warship.capital.doria   tonnage 22_700 lt, gun 12 inch  # Andrea Doria, Caio Duilio
item warship.capital.cavour  tonnage 22_500 lt, gun 12 inch  # and Giulio Cesare
item warship.capital.dante   tonnage 19_500 lt, gun 12 inch
item warship.capital.roma    tonnage 12_600 lt, gun 12 inch  # and three

item warship.capital.nagato tonnage 33_800 lt, gun 406..410 mm  # as declared, and as known today
item warship.capital.ise    tonnage 31_260 lt, gun 356 mm  # and Hyuga
item warship.capital.fuso   tonnage 30_600 lt, gun 356 mm  # and Yamashiro
item warship.capital.kongo  tonnage 27_500 lt, gun 356 mm  # Kongo, Hiei, Kirishima, Haruna

item warship.capital.old "To be scrapped" tonnage 10_000..30_000 lt, gun 12..13.5 inch

item warship.carrier         "Ship that carries aircraft and is built for that alone"
item warship.carrier.langley tonnage 11_500 lt, gun 5 inch
item warship.carrier.lexington tonnage 33_000 lt, gun 8 inch  # and Saratoga
item warship.carrier.ranger  tonnage 14_500 lt, gun 5 inch
item warship.carrier.argus   tonnage 14_450 lt, gun 4 inch
item warship.carrier.hermes  tonnage 10_850 lt, gun 5.5 inch
item warship.carrier.eagle   tonnage 22_600 lt, gun 6 inch
item warship.carrier.furious tonnage 22_450 lt, gun 5.5 inch
item warship.carrier.courageous tonnage 22_500 lt, gun 4.7 inch  # and Glorious
item warship.carrier.bearn tonnage 22_146 lt, gun 155 mm
item warship.carrier.hosho tonnage 7_470 lt, gun 140 mm
item warship.carrier.akagi tonnage 26_900..29_600 lt, gun 200 mm  # and Kaga: as declared, and as known today
item warship.carrier.ryujo tonnage 7_600..10_600 lt, gun 127 mm  # as declared, and as known today

item warship.cruiser "Any other vessel of war"
item warship.cruiser.pensacola tonnage 9_100 lt, gun 8 inch
item warship.cruiser.duquesne tonnage 10_000 lt, gun 203 mm
item warship.cruiser.kent     tonnage 9_750..10_000 lt, gun 8 inch
item warship.cruiser.trento   tonnage 10_000..10_500 lt, gun 203 mm  # as declared, and as known today
item warship.cruiser.zara     tonnage 11_300..11_900 lt, gun 203 mm  # as known today; declared as 10,000
item warship.cruiser.myoko    tonnage 10_500..11_000 lt, gun 200 mm  # as known today; declared as 10,000

# The treaty's own definition: what carries aircraft and has 10,000 tons or less is none.
item carrier = warship.carrier with tonnage > 10_000 lt

status standing: retained, replacement, condemned, disarmed, other "What the treaty makes of a ship: on its list, built to replace, to be scrapped, made harmless or turned to another use; all that is no capital ship"

event keel  "A capital ship's keel is laid"
event works "New fortification or naval base, or one made stronger"

# ---- Where --------------------------------------------------------------------------------------

zone north-half   = north of 0 N
zone south-half   = south of 0 N
zone land-and-sea = north-half + south-half

zone status-quo of US = countries PH and GU
zone status-quo of UK = country HK
zone status-quo of JP = country TW

# ---- Capital ships ------------------------------------------------------------------------------

>~ Each Power may keep the capital ships that are named in Part 1: 500,650 tons of the United States,
>~ 580,450 of the British Empire, 221,170 of France, 182,800 of Italy, 301,320 of Japan. All others,
>~ built or building, are disposed of as Part 2 says.
limit II "What may be kept"
  at most 500_650 lt of warship.capital of US that are retained
  at most 580_450 lt of warship.capital of UK that are retained
  at most 221_170 lt of warship.capital of FR that are retained
  at most 182_800 lt of warship.capital of IT that are retained
  at most 301_320 lt of warship.capital of JP that are retained

>~ No keel of a capital ship is laid until ten years from 12 November 1921; France and Italy may in
>~ 1927, 1929 and 1931 lay down what replaces. (The two new ships of the British Empire were laid down
>~ before the treaty came into force.)
limit 3.I.a "The holiday"
  no keel of US
  no keel of UK
  no keel of JP
  until 1931-11-11
limit 3.I.a.fr-it "The holiday of France and Italy"
  no keel of FR
  no keel of IT
  until 1926-12-31

>~ The total capital ship replacement tonnage is no more than 525,000 tons of the United States, 525,000
>~ of the British Empire, 175,000 of France, 175,000 of Italy, 315,000 of Japan.
limit IV "What replaces"
  at most 525_000 lt of warship.capital of US that are replacement
  at most 525_000 lt of warship.capital of UK that are replacement
  at most 175_000 lt of warship.capital of FR that are replacement
  at most 175_000 lt of warship.capital of IT that are replacement
  at most 315_000 lt of warship.capital of JP that are replacement

>~ No capital ship of more than 35,000 tons is acquired or built.
limit V "How large"
  no warship.capital with tonnage > 35_000 lt of each party that are replacement

>~ No capital ship carries a gun of more than 16 inches.
limit VI "Guns of capital ships"
  no warship.capital with gun > 16 inch of each party

# ---- Carriers -----------------------------------------------------------------------------------

>~ The total tonnage for aircraft carriers is no more than 135,000 tons of the United States, 135,000
>~ of the British Empire, 60,000 of France, 60,000 of Italy, 81,000 of Japan.
limit VII "Carriers"
  at most 135_000 lt of carrier of US
  at most 135_000 lt of carrier of UK
  at most 60_000 lt of carrier of FR
  at most 60_000 lt of carrier of IT
  at most 81_000 lt of carrier of JP

>~ No carrier of more than 27,000 tons is acquired or built; but each Power may build no more than two
>~ of no more than 33,000 tons each.
limit IX "How large carriers are"
  at most 2 warship.carrier with tonnage > 27_000 lt of each party
  no warship.carrier with tonnage > 33_000 lt of each party

>~ No carrier carries a gun of more than 8 inches.
limit X "Guns of carriers"
  no warship.carrier with gun > 8 inch of each party

# ---- Other vessels ------------------------------------------------------------------------------

>~ No vessel of war of more than 10,000 tons, other than a capital ship or a carrier, is acquired or
>~ built.
limit XI "Other vessels"
  no warship.cruiser with tonnage > 10_000 lt of each party

>~ No vessel of war laid down hereafter, other than a capital ship, carries a gun of more than 8 inches.
limit XII "Their guns"
  no warship.cruiser with gun > 8 inch of each party

# ---- What is scrapped ---------------------------------------------------------------------------

>~ Ships that are not kept are made incapable of warlike service within six months of the coming into
>~ force,
step 2.III.a "Made harmless"
  US reaches at most 0 warship.capital of US that are condemned
  UK reaches at most 0 warship.capital of UK that are condemned
  JP reaches at most 0 warship.capital of JP that are condemned
  within 6 months of entry into force

>~ and scrapping is finally effected within eighteen months of it: sunk, broken up, or turned for good
>~ into a target.
step 2.III.b "Scrapped"
  US reaches at most 0 warship.capital.old of US that are condemned or disarmed
  UK reaches at most 0 warship.capital.old of UK that are condemned or disarmed
  JP reaches at most 0 warship.capital.old of JP that are condemned or disarmed
  within 18 months of entry into force

# ---- Fortifications -----------------------------------------------------------------------------

> The United States, the British Empire and Japan agree that the status quo at the time of the signing of
> the present Treaty, with regard to fortifications and naval bases, shall be maintained in their
> respective territories and possessions specified hereunder
limit XIX "Fortifications"
  no works of US in its status-quo
  no works of UK in its status-quo
  no works of JP in its status-quo

# ---- What no figures say ------------------------------------------------------------------------

uncoded VIII "Carriers are experimental" because "what is there may be replaced whatever its age: no clause here hangs on age"
uncoded X.guns "Ten guns above 6 inches" because "what a ship carries is one figure of its class here"
uncoded XIII-XVIII "No reconversion, merchant ships, other Powers' ships, no gift or sale" because "no entry states what a ship is prepared or meant for"
>~ Capital ships and carriers may be replaced twenty years after the date of their completion; keels
>~ are laid no earlier than seventeen years after it.
uncoded 3.I.a.age "Twenty years" because "the right to lay a keel hangs on the age of the ship that it replaces"
>~ Each Power tells the others promptly the names of what is replaced and what replaces it, and the
>~ dates and displacement.
uncoded 3.I.b "Told promptly" because "promptly is no number of days"
uncoded XXI-XXII "Conferences, and war" because "whether a war affects a Power's naval defence is its own opinion"

# ---- What if, and what the books should say -----------------------------------------------------

>~ Without a notice of 1934 the treaty would have gone on.
scenario "notice half a year later"
  delay notice-of-japan to 1935-06-30

expect kept VII by UK on 1936-12-31
expect broken XI by IT on 1936-12-31
