/* geo.h - which zone holds a position, how surely, and how far is it?
 *
 * A zone is an expression over leaves (areas, rings, half-planes, distances);
 * docs/places.md tells what each means.  Zones are made once, never changed
 * and compared by pointer: making the same one twice gives the same pointer.
 * Answers are remembered, so a struct geo is not safe to share between
 * threads.
 *
 *     struct geo *g = geo_new(keep, NULL);
 *     const struct geo_zone *land = geo_country(g, code);
 *     tri t = geo_at(g, geo_within(g, 250e3, land), camp, 5e3);
 *
 * Lengths are metres, positions degrees.  Knows base only: nothing of
 * parties, items or dates.  Distances by GeographicLib (Karney 2013).
 */
#ifndef GEO_GEO_H
#define GEO_GEO_H

#include "base/str.h"
#include "base/tri.h"
#include "geo/geodesic.h"

struct geo;
struct geo_zone;

/* Two lengths within this are equal: a micrometre. */
#define GEO_TIE 1e-6

/* All zones of a run, kept in KEEP. BOUNDARIES: the bytes of a packaged
 * file for tests, or NULL for the one that is built in. */
struct geo *geo_new(struct arena *keep, const str *boundaries);

/* What the packaged file is called, the year whose borders it has (0: it does
 * not say), and its SHA-256 in hex ("" for BOUNDARIES that were given). */
str geo_boundaries_name(const struct geo *g);
int geo_boundaries_year(const struct geo *g);
str geo_boundaries_sha256(const struct geo *g);

/* ---- leaves ------------------------------------------------------------- */

/* A country by ISO 3166 code, two or three letters; NULL: none such. */
const struct geo_zone *geo_country(struct geo *g, str code);
/* A province or another area by name; "NAME, CODE" where several bear it.
 * NULL if none or several do: *FOUND then says how many, and up to MOST of
 * their full names ("NAME, CODE"), or the nearest names if there is none,
 * stand in NAMES (*NAMES_N of them). */
const struct geo_zone *geo_area(struct geo *g, str name, size_t *found,
                                str *names, size_t most, size_t *names_n);
/* Sides along geodesics; at least 3 points. NULL: it crosses or touches
 * itself, has no area, or a point is not on the Earth. */
const struct geo_zone *geo_ring(struct geo *g, const struct geo_point *p,
                                size_t n);
/* Has no area, only distances and sides; at least 2 points. */
const struct geo_zone *geo_line(struct geo *g, const struct geo_point *p,
                                size_t n);
/* The same with sides that are straight in longitude and latitude, to ten
 * centimetres; no side goes half round the Earth. The ring's last point is
 * its first once more; at least 1 point. */
const struct geo_zone *geo_flat_ring(struct geo *g, const struct geo_point *p,
                                     size_t n);
const struct geo_zone *geo_flat_line(struct geo *g, const struct geo_point *p,
                                     size_t n);
/* How many corners that takes. */
size_t geo_flat_corners(const struct geo_point *p, size_t n);
/* A position as a zone, to measure distances from. */
const struct geo_zone *geo_dot(struct geo *g, struct geo_point p,
                               double accuracy_m);

enum geo_side { GEO_NORTH, GEO_EAST, GEO_SOUTH, GEO_WEST };
/* `north of 60 N`, `west of 30 E`: DEGREES of latitude or longitude. */
const struct geo_zone *geo_half(struct geo *g, enum geo_side side,
                                double degrees);
/* `BEARING of LINE`: the side that lies more towards BEARING (degrees from
 * north, so that south-west is 225). NULL: LINE is none, or runs that way
 * itself (to a degree, from its one end to the other). */
const struct geo_zone *geo_beside(struct geo *g, double bearing,
                                  const struct geo_zone *line);
/* At most METRES from Z; `nearer` is less than. */
const struct geo_zone *geo_within(struct geo *g, double metres,
                                  const struct geo_zone *z);
const struct geo_zone *geo_nearer(struct geo *g, double metres,
                                  const struct geo_zone *z);

/* ---- composition -------------------------------------------------------- */

const struct geo_zone *geo_or(struct geo *g, const struct geo_zone *a,
                              const struct geo_zone *b);
const struct geo_zone *geo_and(struct geo *g, const struct geo_zone *a,
                               const struct geo_zone *b);
const struct geo_zone *geo_not(struct geo *g, const struct geo_zone *z);
/* The same zone, known to be accurate to METRES only. */
const struct geo_zone *geo_accurate(struct geo *g, const struct geo_zone *z,
                                    double metres);

/* ---- questions ---------------------------------------------------------- */

/* Is P, known to ACCURACY_M, in Z?  MAYBE: within the accuracy of the edge. */
tri geo_at(struct geo *g, const struct geo_zone *z, struct geo_point p,
           double accuracy_m);
/* The distance from P to Z lies in [*low, *high]; equal where it is known to
 * GEO_TIE, as it is from leaves and unions of them; both 0 inside. The
 * accuracy of Z is not in it. *high INFINITY: Z may be empty. */
void geo_distance(struct geo *g, const struct geo_zone *z, struct geo_point p,
                  double *low, double *high);
/* All of A in B: YES. Nothing of A in B, edges left out: NO. Part of it, or
 * not known: MAYBE. */
tri geo_inside(struct geo *g, const struct geo_zone *a,
               const struct geo_zone *b);
/* Is all of A in the N zones together? Never a wrong true. */
bool geo_covered(struct geo *g, const struct geo_zone *a,
                 const struct geo_zone *const *z, size_t n);
/* Has Z surely no points, edges left out? Never a wrong true; dots and lines
 * are not empty. */
bool geo_empty(struct geo *g, const struct geo_zone *z);
/* Does the geodesic from P to Q touch Z? Looked at every kilometre. */
bool geo_crosses(struct geo *g, const struct geo_zone *z, struct geo_point p,
                 struct geo_point q);
/* Some middle of Z: of the corners of its rings, lines and dots. false: it
 * has none. */
bool geo_middle(struct geo *g, const struct geo_zone *z,
                struct geo_point *out);
/* Some points in or near the parts of Z, to look around from, at most MOST:
 * corners, dots, the middles of areas. How many. */
size_t geo_some_points(struct geo *g, const struct geo_zone *z,
                       struct geo_point *out, size_t most);
/* The point METRES from P in the direction BEARING (degrees). */
struct geo_point geo_off(struct geo_point p, double bearing, double metres);
double geo_metres(struct geo_point p, struct geo_point q);

#endif
