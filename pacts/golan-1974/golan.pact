# The agreement on disengagement between Israel and Syria, 31 May 1974, and its protocol.
#
# Lines with > are words of the agreement as the United Nations print them (S/11302/Add.1), from
# memory; lines with >~ are our words. The figures of the limitation were not in the published text:
# they became known from accounts of the talks, and none of them is verified here.

pact "Disengagement on the Golan"
  source "S/11302 and Add.1, 30 May 1974 (text, from memory)"
  source "accounts of the talks of May 1974 (limits by belt, from memory)"
  signed 1974-05-31
  in force from 1974-05-31

# ---- Who ----------------------------------------------------------------------------------------

side west "West of line A"
side east "East of line B"
party IL "Israel" on west
party SY "Syria" on east
monitor UNDOF "United Nations Disengagement Observer Force"
# On no side: nobody that signed commands them.
formation armed-groups "Armed groups in and near the area of separation"

# ---- What ---------------------------------------------------------------------------------------

item troops "Service personnel"
item tank
item gun        "Gun, howitzer or rocket launcher"
item gun.short  range 12 km
item gun.medium range 18 km
item gun.long   range 27 km
item sam        "Surface-to-air missile"
item brigade
event fire  "Firing into or across the area of separation"
event visit "Inspection of an area of limitation by the Force"

# ---- Where --------------------------------------------------------------------------------------

# The two lines of the map, drawn from memory, and taken as good to 500 m for the exercise: what is
# nearer to a line than that is on neither side of it for certain.
zone line-a     = line through 33.40 N 35.80 E, 33.27 N 35.79 E, 33.12 N 35.80 E, 32.98 N 35.85 E, 32.85 N 35.87 E, 32.70 N 35.76 E, accurate to 500 m
zone line-b     = line through 33.40 N 35.88 E, 33.27 N 35.88 E, 33.12 N 35.86 E, 32.98 N 35.91 E, 32.85 N 35.93 E, 32.70 N 35.83 E, accurate to 500 m
zone separation = east of line-a, west of line-b, north of 32.70 N, south of 33.40 N

# Belts of 10, 20 and 25 km: each side counts from its own line.
zone west-25      = within 25 km of line-a, west of line-a
zone east-25      = within 25 km of line-b, east of line-b
zone inner-belt   of side west = within 10 km of line-a, west of line-a
zone inner-belt   of side east = within 10 km of line-b, east of line-b
zone outer-belt   of side west = within 20 km of line-a, west of line-a
zone outer-belt   of side east = within 20 km of line-b, east of line-b
zone missile-belt of side west = west-25
zone missile-belt of side east = east-25

site quneitra 33.125 N 35.824 E accurate to 1 km
site merom    33.07 N 35.76 E accurate to 1 km "A camp west of line A, made up"
site sasa     33.29 N 36.035 E accurate to 1 km "A camp east of line B, made up"
site saqba    33.15 N 35.92 E accurate to 1 km "A camp east of line B, made up"
site damascus 33.51 N 36.29 E accurate to 5 km
site haifa    32.80 N 35.00 E accurate to 5 km
site bir-ajam 33.04 N 35.86 E accurate to 500 m "Village in the area of separation"

# ---- A: the ceasefire ---------------------------------------------------------------------------

> Israel and Syria will scrupulously observe the ceasefire on land, sea and air and will refrain from
> all military actions against each other
limit A "Ceasefire"
  no fire of each side

# ---- B: separation and limitation ---------------------------------------------------------------

article B "Separation of forces"

>~ The forces stand west of line A and east of line B; between them no military forces but the United
>~ Nations'.
limit B.1 "Nobody between the lines"
  no forces of each side in separation

>~ Within 10 km of its line each has two brigades, with 6,000 men, 75 tanks and 36 guns of short range.
limit B.10 "The first ten kilometres"
  at most 2 brigade of each side in its inner-belt
  at most 6_000 troops, 75 tank and 36 gun of each side in its inner-belt
  no gun with range > 15 km of each side in its inner-belt

>~ Within 20 km each has no more than 450 tanks, and 162 guns, none of which reaches the other's line.
limit B.20 "The first twenty kilometres"
  at most 450 tank and 162 gun of each side in its outer-belt
  no gun with range > 20 km of each side in its outer-belt

>~ Missiles against aircraft stand no nearer than 25 km.
limit B.25 "Missiles"
  no sam of each side in its missile-belt

# ---- The Force ----------------------------------------------------------------------------------

>~ The Force inspects the areas of limitation at least once every fifteen days; it has about 1,250 men.
quota C.1 "Inspections by the Force"
  at least 1 visit of UNDOF in 15 rolling days
limit C.2 "Strength of the Force"
  at most 1_250 troops of UNDOF in separation

access C.3 "Freedom of movement"
  each side lets UNDOF pass in separation

# ---- The rest -----------------------------------------------------------------------------------

>~ Within 24 hours of the signing the working group begins; the disengagement is done within twenty
>~ days.
step E "Disengagement"
  IL reaches at most 0 troops of IL in separation
  SY reaches at most 0 troops of SY in separation
  within 26 days of signature
  verified by UNDOF

uncoded F "Prisoners and the fallen" because "an exchange by lists, without figures here"
uncoded H "Not a peace agreement" because "it says what the text is, and binds nobody to a figure"

# ---- What it says of some days ------------------------------------------------------------------

expect broken B.1 by side east on 2012-11-03
expect broken B.1 by side west on 2024-12-08
expect undetermined B.1 by side west on 2024-12-09
expect kept A by side east on 2013-06-06
expect kept B.10 by side west on 1974-07-01
expect broken B.20 by side east on 1974-09-01
