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

enum {
    FEW = 16,
    MOST_DISCS = 160,
    ROUGH = 3,
    SHORT = 50,
    MOST_TERMS = 32,
    TRIES = 6
};

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

/* The area that TERM is cut out of, or NULL. */
static const struct geo_zone *area_in(const struct geo_zone *term)
{
    if (term->kind == ZONE_AREA)
        return term;
    for (size_t i = 0; term->kind == ZONE_AND && i < term->part_n; i++)
        if (term->part[i]->kind == ZONE_AREA)
            return term->part[i];
    return NULL;
}

/* Some places of an area, from its first to its last: is the middle of one in
 * TERM? An area that spans half the Earth takes many discs. */
static bool has_middle(struct geo *g, const struct geo_zone *term)
{
    const struct geo_zone *area = area_in(term);
    size_t words = area ? places_words(&g->file) : 0;
    int all = 0, next = 0, seen = 0;
    for (size_t w = 0; w < words; w++)
        for (uint64_t left = area->places[w]; left; left &= left - 1)
            all++;
    for (size_t w = 0; w < words; w++) {
        int place = (int)(64 * w) + 1;
        for (uint64_t left = area->places[w]; left; left >>= 1, place++) {
            if (!(left & 1) || seen++ < next)
                continue;
            next += all / TRIES + 1;
            struct geo_point m = file_middle(g->keep, &g->file, place);
            if (zone_at(term, m, 0, SHORT) == YES)
                return true;
        }
    }
    return false;
}

/* Is TERM without a point? By MOST discs. */
static tri discs_void(const struct geo_zone *term, int most)
{
    struct bound b = bound_of(term);
    struct square queue[4 * MOST_DISCS + 1] = { { 0, 0, 0 } };
    int n = 1, next = 0;
    for (; next < n && next < most; next++) {
        struct square q = queue[next];
        double half = ldexp(b.radius, -q.depth), radius = half * sqrt(2);
        double out = hypot(q.x, q.y);
        if (out - radius > b.radius)
            continue;
        struct geo_point p = geo_off(b.middle, atan2(q.x, q.y) / RADIANS, out);
        if (at(term, p, radius, q.depth) == NO)
            continue;
        if (zone_at(term, p, 0, SHORT) == YES)
            return NO;
        for (int i = 0; i < 4; i++)
            queue[n++] = (struct square){ q.x + (i & 1 ? half : -half) / 2,
                                          q.y + (i & 2 ? half : -half) / 2,
                                          q.depth + 1 };
    }
    return next == n ? YES : MAYBE;
}

/* ---- what A has and Z has not, as a union ------------------------------- */

/* Each of these terms is smaller than the whole, and so is the ball around
 * it; and many a term turns out to be nothing as it is made. */
struct terms {
    struct geo *g;
    const struct geo_zone *at[MOST_TERMS];
    size_t n;
    bool full;
};

static void add_term(struct terms *t, const struct geo_zone *z)
{
    for (size_t i = 0; i < t->n; i++)
        if (t->at[i] == z)
            return;
    t->full = t->full || t->n == MOST_TERMS;
    if (!t->full && z != zone_none(t->g))
        t->at[t->n++] = z;
}

static void spread(struct terms *t, const struct geo_zone *z);

/* X times Z. */
static struct terms times(const struct terms *x, const struct geo_zone *z)
{
    struct terms z_terms = { .g = x->g }, out = { .g = x->g };
    spread(&z_terms, z);
    out.full = x->full || z_terms.full;
    for (size_t i = 0; i < x->n; i++)
        for (size_t j = 0; j < z_terms.n && !out.full; j++)
            add_term(&out, geo_and(x->g, x->at[i], z_terms.at[j]));
    return out;
}

static void spread(struct terms *t, const struct geo_zone *z)
{
    if (z->kind == ZONE_OR) {
        for (size_t i = 0; i < z->part_n; i++)
            spread(t, z->part[i]);
        return;
    }
    struct terms product = { .g = t->g };
    add_term(&product,
             z->kind == ZONE_AND ? geo_not(t->g, zone_none(t->g)) : z);
    for (size_t i = 0; z->kind == ZONE_AND && i < z->part_n; i++)
        product = times(&product, z->part[i]);
    t->full = t->full || product.full;
    for (size_t i = 0; i < product.n; i++)
        add_term(t, product.at[i]);
}

bool plainly_out(struct geo *g, const struct geo_zone *a,
                 const struct geo_zone *z)
{
    return sticks_out(a, z) || has_middle(g, geo_and(g, a, geo_not(g, z)));
}

/* A first look at all of them: often it finds a point. */
tri discs_inside(struct geo *g, const struct geo_zone *a,
                 const struct geo_zone *z)
{
    const struct geo_zone *rest = geo_and(g, a, geo_not(g, z));
    struct terms t = { .g = g };
    tri all = YES;
    spread(&t, rest);
    if (t.full) {
        t.at[0] = rest;
        t.n = 1;
    }
    for (size_t i = 0; i < t.n; i++)
        if (has_middle(g, t.at[i]) || discs_void(t.at[i], FEW) == NO)
            return NO;
    for (size_t i = 0; i < t.n && all != NO; i++)
        all = tri_and(all, discs_void(t.at[i], MOST_DISCS));
    return all;
}
