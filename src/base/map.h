/* map.h - from text to a small number, for names and keys.
 *
 * Open addressing over an arena; keys are not copied and must outlive the
 * map.  Nothing is ever taken out.  Order of insertion is the caller's own
 * business: nothing here is iterated, so hash order cannot leak.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

struct map_slot {
    str key;
    int value;     /* stored as value + 1; 0: free */
    uint32_t hash; /* its lower half */
};

struct map {
    struct arena *keep;
    struct map_slot *slots;
    size_t n, size;
};

/* The value of KEY, or -1. */
int map_get(const struct map *m, str key);
/* Put VALUE (>= 0) if KEY is new; returns the value that is there now. */
int map_put(struct map *m, str key, int value);

#endif
