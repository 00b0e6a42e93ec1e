pact "Sightings"
party RU "Russian Federation"
item troops
zone ukraine = country UA
zone near    = within 250 km of ukraine
limit 1
  at most 100_000 troops of RU in near
