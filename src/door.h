/* door.h - for tests: a run on another machine than the real one. */
#ifndef DOOR_H
#define DOOR_H

#include "base/os.h"
#include "detente.h"

dt *dt_new_on(struct os os);

#endif
