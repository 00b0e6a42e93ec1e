pact "Aggregate limits"
  in force from 2011-02-05
party US "United States"
party RU "Russian Federation"
item warhead           "Deployed warhead"
item launcher          "Launcher, deployed or not"
item launcher.deployed "Deployed launcher"
limit 1
  at most 800 launcher of each party
limit 2
  at most 1_550 warhead of each party
