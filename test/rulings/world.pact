# Who, what and where, for all pacts of this folder.
side west "West"
side east "East"
party US "United States" on west
party PL "Poland"        on west, territory poland
party RU "Russia"        on east, territory russia
party BY "Belarus"       on east, territory belarus
monitor OSCE "Observers"

item troops
item tank
item artillery
item launcher
status storage: active, stored
event exercise
event exercise.alert

zone belarus = country BY
zone poland  = country PL
zone russia  = country RU
site obuz    53.00 N 26.00 E
site lida    53.90 N 26.30 E
site luga    58.77 N 29.91 E
site yelnya  54.60 N 33.16 E
site zagan   51.62 N 15.32 E
site drawsko 53.50 N 15.80 E
