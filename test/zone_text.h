/* zone_text.h - a zone as text, whatever the order it was made in. */
#ifndef TEST_ZONE_TEXT_H
#define TEST_ZONE_TEXT_H

#include "geo/geo.h"

/* The zones of one reading, once all are made. */
struct zone_texts {
    struct arena *keep;
    uint64_t *hash; /* by number of the zone; 0: not yet */
    size_t n;
};

/* Its kind and measures, and the zones that it is made of by their hashes. */
str zone_text(struct zone_texts *d, const struct geo_zone *z);
/* The hash of that text; NULL is 0. */
uint64_t zone_hash(struct zone_texts *d, const struct geo_zone *z);

#endif
