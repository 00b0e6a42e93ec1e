/* disc.c - is a zone inside another? By covering it with discs.
 *
 * Where the way two zones are built does not tell (cover.c), A is covered
 * with squares, and each square with a disc: geo_at() with the disc's radius
 * for accuracy says of all its points at once whether they are in A, or in
 * Z.  A disc without A, or within Z, is done; another is cut in four.  When
 * none is left, A is in Z.  A middle of a disc that is in A and not in Z
 * shows that it is not.  After a number of discs it is not known.
 *
 * The squares are squares of the plane that is laid on the Earth from a
 * middle of A along geodesics (azimuthal equidistant).  On a surface that is
 * nowhere saddle-shaped that makes no distance longer (Rauch), so that a
 * square's disc has half its diagonal for radius.
 */
#include "geo/own.h"

enum { MOST = 160, ROUGH = 3, SHORT = 50 };

/* ---- where A lies ------------------------------------------------------- */

struct bound {
    struct geo_point middle;
    double radius;
};

static const struct bound everywhere = { { 90, 0 }, FARTHEST };

static struct bound both(struct bound a, struct bound b)
{
    double far = geo_metres(a.middle, b.middle) + b.radius;
    a.radius = fmin(fmax(a.radius, far), FARTHEST);
    return a;
}

static struct bound bound_of(const struct geo_zone *z);

static struct bound leaf_bound(const struct geo_zone *z)
{
    if (z->kind == ZONE_DOT)
        return (struct bound){ z->p[0], fmin(z->accuracy + 1, FARTHEST) };
    if (z->kind == ZONE_HALF || z->kind == ZONE_BESIDE)
        return everywhere;
    if (z->part_n) {
        struct bound b = bound_of(z->part[0]);
        b.radius = fmin(b.radius + z->metres, FARTHEST);
        return b;
    }
    const struct shape *s = zone_shape(z);
    if (!s->chunks_n)
        return (struct bound){ { 0, 0 }, 0 };
    const struct node *o = s->node;
    /* the smaller part within an edge that lies in a small ball is there */
    if (o->radius > WGS_A / 2)
        return everywhere;
    struct geo_point m = point_under(o->middle);
    double chord = vec_far(vec_of(m), o->middle) + o->radius;
    return (struct bound){ m,
                           fmin(arc_high(chord) + z->accuracy + 1, FARTHEST) };
}

static struct bound bound_of(const struct geo_zone *z)
{
    if (is_leaf(z))
        return leaf_bound(z);
    if (z->kind == ZONE_NOT)
        return everywhere;
    struct bound b = bound_of(z->part[0]);
    for (size_t i = 1; i < z->part_n; i++) {
        struct bound c = bound_of(z->part[i]);
        if (z->kind == ZONE_OR)
            b = both(b, c);
        else if (c.radius < b.radius)
            b = c;
    }
    return b;
}

/* ---- squares ------------------------------------------------------------ */

struct square {
    double x, y; /* of its middle, metres */
    int depth;
};

/* Rough at first: what the leaves say one by one. */
static tri at(const struct geo_zone *z, struct geo_point p, double radius,
              int depth)
{
    return zone_at(z, p, radius, depth > ROUGH ? SHORT : 0);
}

/* A corner of a line or a dot of A that is surely not in Z? */
static bool sticks_out(const struct geo_zone *a, const struct geo_zone *z)
{
    if (a->kind != ZONE_LINE && a->kind != ZONE_DOT)
        return false;
    for (size_t i = 0; i < a->p_n; i++)
        if (zone_at(z, a->p[i], a->accuracy, PATIENT) == NO)
            return true;
    return false;
}

tri discs_inside(const struct geo_zone *a, const struct geo_zone *z)
{
    struct bound b = bound_of(a);
    struct square queue[4 * MOST + 1] = { { 0, 0, 0 } };
    size_t n = 1, next = 0;
    if (sticks_out(a, z))
        return NO;
    for (; next < n && next < MOST; next++) {
        struct square q = queue[next];
        double half = ldexp(b.radius, -q.depth), radius = half * sqrt(2);
        double out = hypot(q.x, q.y);
        if (out - radius > b.radius)
            continue;
        struct geo_point p = geo_off(b.middle, atan2(q.x, q.y) / RADIANS, out);
        if (at(a, p, radius, q.depth) == NO ||
            at(z, p, radius, q.depth) == YES)
            continue;
        if (zone_at(a, p, 0, SHORT) == YES && zone_at(z, p, 0, SHORT) == NO)
            return NO;
        for (int i = 0; i < 4; i++)
            queue[n++] = (struct square){ q.x + (i & 1 ? half : -half) / 2,
                                          q.y + (i & 2 ? half : -half) / 2,
                                          q.depth + 1 };
    }
    return next == n ? YES : MAYBE;
}
