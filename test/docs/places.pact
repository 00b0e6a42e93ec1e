# What the zones in docs/places.md are made of.
party RU "Russian Federation"
zone ukraine = country UA
zone russia  = country RU
zone belarus = country BY
zone norway  = country NO
