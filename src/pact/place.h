/* place.h - inside pact/: places in words, for place.c and define.c */
#ifndef PACT_PLACE_H
#define PACT_PLACE_H

#include "pact/parse.h"

/* A zone by what it is made of, as a spot that TEXT names. */
int zone_spot(struct parser *q, const struct geo_zone *z, str text);
/* `54.60 N 33.16 E` */
bool want_point(struct cursor *c, struct geo_point *out);
/* The number of a wind, north being 0 and so on through east; or -1. */
int wind(str w);
/* NAME, a + b, a - b, a & b, area "NAME"; SITES: a site will do, too. */
bool zone_sum(struct cursor *c, bool sites, const struct geo_zone **out);
/* within D of Z, beyond D of Z, nearer than D of Z: is one here, and which. */
bool is_far(const struct cursor *c);
bool far(struct cursor *c, const struct geo_zone **out);
/* north of 50 N, south-west of SITE */
bool half(struct cursor *c, const struct geo_zone **out);
/* "FILE" [where NAME = "..."]: of a line or an area in a file (outline.c). */
const struct geo_zone *zone_from_file(struct cursor *c, bool area);
/* , inside Z, outside Z: what *Z is cut to. */
bool cuts(struct cursor *c, const struct geo_zone **z);

#endif
