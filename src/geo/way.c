/* way.c - paths over zones, and where their middle is. */
#include "geo/own.h"

#define STEP 1000.0
#define LOOK 400e3 /* how far ahead it is worth knowing */

/* What is left of it is all within the shape, or it is a distance. */
static double out_of(const struct geo_zone *leaf, struct geo_point p)
{
    if (leaf->kind == ZONE_WITHIN || leaf->kind == ZONE_NEARER)
        return leaf->metres -
               zone_distance(leaf->part[0], p, leaf->metres).high;
    if (leaf->kind == ZONE_LINE || leaf->kind == ZONE_DOT ||
        !leaf_holds(leaf, p))
        return 0;
    return shape_distance(zone_shape(leaf), p, LOOK, NULL);
}

/* The zone is no nearer than this: less than zone_distance() tells, and found
 * without looking for edges that count. */
static double at_least_far(const struct geo_zone *z, struct geo_point p)
{
    double far = z->kind == ZONE_OR ? INFINITY : 0;
    if (z->kind == ZONE_NOT)
        return fmax(0, fmin(LOOK, out_of(z->part[0], p)));
    if (is_leaf(z))
        return fmin(LOOK, zone_distance(z, p, LOOK).low);
    for (size_t i = 0; i < z->part_n; i++) {
        double part = at_least_far(z->part[i], p);
        far = z->kind == ZONE_OR ? fmin(far, part) : fmax(far, part);
    }
    return far;
}

/* Looked at every kilometre; where the zone is far off, only once in that. */
bool geo_crosses(struct geo *g, const struct geo_zone *z, struct geo_point p,
                 struct geo_point q)
{
    struct geod_geodesic e = earth();
    struct geod_geodesicline line;
    (void)g;
    geod_inverseline(&line, &e, p.lat, p.lon, q.lat, q.lon, 0);
    double n = fmax(1, ceil(line.s13 / STEP));
    for (double i = 0; i <= n; i++) {
        struct geo_point x;
        geod_position(&line, line.s13 * i / n, &x.lat, &x.lon, NULL);
        if (zone_holds(z, x) == YES)
            return true;
        double far = at_least_far(z, x);
        i += fmax(0, floor(far / STEP) - 1);
    }
    return false;
}

static void add_corners(const struct geo_zone *z, vec *sum, size_t *n)
{
    bool drawn =
        z->kind == ZONE_RING || z->kind == ZONE_LINE || z->kind == ZONE_DOT;
    for (size_t i = 0; drawn && i < z->p_n; i++) {
        vec v = vec_of(z->p[i]);
        *sum = (vec){ sum->x + v.x, sum->y + v.y, sum->z + v.z };
        ++*n;
    }
    for (size_t i = 0; i < z->part_n; i++)
        add_corners(z->part[i], sum, n);
}

/* The mean of the corners in space, brought up to the ground. */
bool geo_middle(struct geo *g, const struct geo_zone *z, struct geo_point *out)
{
    vec sum = { 0, 0, 0 }, centre = { 0, 0, 0 };
    size_t n = 0;
    (void)g;
    add_corners(z, &sum, &n);
    if (!n || vec_far(sum, centre) < 1)
        return false;
    *out = point_under(sum);
    return true;
}
