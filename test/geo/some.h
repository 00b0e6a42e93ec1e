/* some.h - zones and points at random, and slow twins, for tests of geo. */
#ifndef TEST_GEO_SOME_H
#define TEST_GEO_SOME_H

#include "check.h"
#include "geo/own.h"

#include <geodesic.h>

#define COUNT(A) (sizeof(A) / sizeof *(A))

double between(struct rng *r, double lo, double hi);
/* Evenly on the sphere; now and then near a pole or the antimeridian. */
struct geo_point any_point(struct rng *r);
struct geo_point near_point(struct rng *r, struct geo_point p, double metres);
/* N <= 12 corners of a ring around MIDDLE that does not cross itself, none
 * farther off than METRES. */
size_t any_corners(struct rng *r, struct geo_point middle, double metres,
                   struct geo_point *out);
const struct geo_zone *any_ring(struct geo *g, struct rng *r,
                                struct geo_point middle, double metres);

/* Geo with the packaged file; loaded once for all tests. */
struct geo *the_geo(void);
const struct geo_zone *country(const char *code);
const struct geo_zone *area(const char *name);

/* WGS 84 for PROJ's geodesics, which are the twin of those that the house
 * uses. */
const struct geod_geodesic *earth(void);

/* Twins. Inside, by the sum of the turns that the eye makes following the
 * ring; N corners, geodesic sides in STEPS pieces. */
bool winds_around(const struct geo_point *p, size_t n, struct geo_point q,
                  int steps);
/* The least distance by golden section along every piece, without a tree. */
double slow_distance(const struct shape *s, struct geo_point p);

#endif
