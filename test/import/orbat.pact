pact "Order of battle"
party RU "Russian Federation"
item troops
item tank
item ifv
item apc
item artillery
item artillery.self-propelled
item artillery.towed
item artillery.mlrs
item mortar
zone ukraine = country UA
zone near    = within 250 km of ukraine
limit 1
  at most 4_000 tank of RU in near
