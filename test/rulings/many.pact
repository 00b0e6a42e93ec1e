# Many consents at once.
include "world.pact"
pact "Many"
  in force from 2027-03-01

consent 1
  any troops of RU in belarus needs consent of the host
