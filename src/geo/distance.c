/* distance.c - how far is a zone?
 *
 * To a leaf the distance is known to a micrometre (shape.c); to a union it is
 * the least of its parts'; to what lies within D of Z it is D less than to
 * Z.  To a zone cut out of others it is the distance to the nearest part of
 * an edge of a leaf that has the zone on one of its sides: on the way from P
 * to the nearest point of the zone, the zone begins at such an edge, or at
 * the end of a distance.  Parts too long to tell are halved, down to a
 * centimetre; what is open then, and the ends of distances, of which only the
 * length is known, leave room between *low and *high:
 *
 *   low    the least of all that may be an edge; for an intersection, no less
 *          than to any of its parts
 *   high   the least of all that surely is
 */
#include "geo/own.h"

enum { FINEST = 100, MOST_PARTS = 400 };

static bounds lesser(bounds a, bounds b)
{
    return (bounds){ fmin(a.low, b.low), fmin(a.high, b.high) };
}

/* METRES less, but not below nothing. */
static bounds less(bounds a, double metres)
{
    return (bounds){ fmax(0, a.low - metres), fmax(0, a.high - metres) };
}

/* INFINITY if over LIMIT. */
static double leaf_distance(const struct geo_zone *z, struct geo_point p,
                            double limit, struct geo_point *nearest)
{
    if (nearest)
        *nearest = p;
    if (z->kind == ZONE_DOT) {
        if (nearest)
            *nearest = z->p[0];
        return geo_metres(p, z->p[0]);
    }
    if (is_areal(z) && leaf_holds(z, p))
        return 0;
    return shape_distance(zone_shape(z), p, limit, nearest);
}

/* ---- edges of a zone cut out of others ---------------------------------- */

struct cut {
    struct walk walk;
    const struct geo_zone *zone, *leaf;
    double low, high;
    int parts; /* that may still be looked at */
};

/* YES: the zone is on some side, all along; NO: on none. */
static tri beside(const struct cut *c, const struct part *part,
                  struct geo_point q, double reach)
{
    const struct geo_zone *z = c->zone;
    edge_sides(z, c->leaf, part, q, reach, NULL);
    return tri_or(zone_value(z, z->left), zone_value(z, z->right));
}

static void cut_part(struct cut *c, struct part part)
{
    double t, far = part_distance(&part, c->walk.p, &t);
    if (far >= c->high)
        return;
    if (c->parts-- <= 0) {
        c->low = fmin(c->low, far);
        return;
    }
    double length = (part.t1 - part.t0) * piece_length(part.shape, part.first);
    struct geo_point q = piece_point(part.shape, part.first, t);
    tri all = beside(c, &part, q, length);
    if (all == NO)
        return;
    if (all == YES || beside(c, &part, q, 0) == YES) {
        c->high = c->walk.limit = far;
        return;
    }
    if (length * FINEST < 1) {
        c->low = fmin(c->low, far);
        return;
    }
    double middle = (part.t0 + part.t1) / 2;
    struct part a = part, b = part;
    a.t1 = b.t0 = middle;
    cut_part(c, t < middle ? a : b);
    cut_part(c, t < middle ? b : a);
}

/* Out of patience: what has not been looked at is an edge, perhaps. */
static bool see_cut(struct walk *w, const struct part *piece, double low)
{
    struct cut *c = (struct cut *)w;
    if (c->parts > 0)
        cut_part(c, *piece);
    else
        w->limit = c->low = fmin(c->low, low);
    return true;
}

/* No edge of the zone, where the zone is nowhere. */
static bool skip_cut(struct walk *w, struct geo_point middle, double reach)
{
    struct cut *c = (struct cut *)w;
    return zone_near(c->zone, middle, reach) == NO;
}

/* ---- ends of distances -------------------------------------------------- */

/* The nearest point of a leaf, or of a union of leaves. */
static bool toward(const struct geo_zone *z, struct geo_point p, double *best,
                   struct geo_point *out)
{
    struct geo_point q;
    bool any = false;
    if (is_leaf(z) && z->part_n == 0) {
        double far = leaf_distance(z, p, *best, &q);
        any = far < *best;
        if (any) {
            *best = far;
            *out = q;
        }
    }
    for (size_t i = 0; z->kind == ZONE_OR && i < z->part_n; i++)
        any |= toward(z->part[i], p, best, out);
    return any;
}

/* The zone may begin where the distance M of Z ends. Try the points there on
 * the way to the nearest point of what is measured from, or away from it. */
static void distance_end(struct cut *c, const struct geo_zone *m)
{
    struct geo_point p = c->walk.p, q;
    double far = INFINITY, azimuth;
    bounds d = zone_distance(m->part[0], p, c->walk.limit + m->metres);
    bool out = d.low > m->metres;
    double end = out ? d.low - m->metres : fmax(0, m->metres - d.high);
    if (end >= c->high)
        return;
    c->low = fmin(c->low, end);
    if (!toward(m->part[0], p, &far, &q) || far <= 0)
        return;
    geodesic_length(p, q, &azimuth, NULL);
    double step = out ? far - m->metres : m->metres - far;
    struct geo_point x =
        geo_off(p, out ? azimuth : azimuth + 180, step + 1e-3);
    if (step >= 0 && zone_holds(c->zone, x) == YES)
        c->high = fmin(c->high, step + (out ? 0 : 1e-3));
}

/* ---- zones -------------------------------------------------------------- */

/* Is Z, but for its part I, all there is within REACH of P? */
static bool others_near(const struct geo_zone *z, size_t i, struct geo_point p,
                        double reach)
{
    for (size_t j = 0; j < z->part_n; j++)
        if (j != i && zone_near(z->part[j], p, reach) != YES)
            return false;
    return true;
}

/* How far the areal part I of an intersection is, if its nearest point lies in
 * all others: then nothing of Z is nearer. INFINITY: it does not. */
static double nearest_of_part(const struct geo_zone *z, size_t i,
                              struct geo_point p, double limit)
{
    struct geo_point q;
    if (z->kind != ZONE_AND || !is_areal(z->part[i]))
        return INFINITY;
    double far = leaf_distance(z->part[i], p, limit, &q);
    return far > 0 && isfinite(far) && others_near(z, i, q, 1) ? far
                                                               : INFINITY;
}

static bounds cut_distance(const struct geo_zone *z, struct geo_point p,
                           double limit)
{
    tri here = zone_holds(z, p);
    double far = INFINITY;
    if (here == YES)
        return (bounds){ 0, 0 };
    for (size_t i = 0; i < z->part_n && here == NO && isinf(far); i++)
        far = nearest_of_part(z, i, p, limit);
    if (isfinite(far))
        return (bounds){ far, far };
    zone_leaves(z);
    struct cut c = { .zone = z,
                     .low = nextafter(limit, INFINITY),
                     .high = INFINITY,
                     .parts = MOST_PARTS,
                     .walk = { .p = p, .see = see_cut, .skip = skip_cut } };
    for (size_t i = 0; i < z->leaf_n; i++) {
        c.leaf = z->leaf[i];
        c.walk.limit = fmin(limit, c.parts > 0 ? c.high : fmin(c.low, c.high));
        if (is_areal(c.leaf))
            shape_walk(zone_shape(c.leaf), &c.walk);
        else if (c.leaf->part_n)
            distance_end(&c, c.leaf);
    }
    bounds d = { here == MAYBE ? 0 : fmin(c.low, c.high), c.high };
    for (size_t i = 0; z->kind == ZONE_AND && i < z->part_n; i++) {
        bounds b = zone_distance(z->part[i], p, limit);
        d.low = fmin(fmax(d.low, b.low), d.high);
    }
    return d;
}

bounds zone_distance(const struct geo_zone *z, struct geo_point p,
                     double limit)
{
    switch (z->kind) {
    case ZONE_AREA:
    case ZONE_RING:
    case ZONE_HALF:
    case ZONE_BESIDE:
    case ZONE_LINE:
    case ZONE_DOT: {
        double d = leaf_distance(z, p, limit, NULL);
        return (bounds){ isinf(d) ? nextafter(limit, INFINITY) : d, d };
    }
    case ZONE_WITHIN:
    case ZONE_NEARER:
        return less(zone_distance(z->part[0], p, limit + z->metres),
                    z->metres);
    case ZONE_OR: {
        bounds d = { INFINITY, INFINITY };
        for (size_t i = 0; i < z->part_n; i++)
            d = lesser(d, zone_distance(z->part[i], p, limit));
        return d;
    }
    case ZONE_NOT:
    case ZONE_AND: break;
    }
    return cut_distance(z, p, limit);
}

/* ---- by chords ---------------------------------------------------------- */

static bounds leaf_rough(const struct geo_zone *z, struct geo_point p,
                         double limit, struct geo_point *near, double *reach)
{
    if (z->kind == ZONE_DOT) {
        double far = geo_metres(p, z->p[0]);
        return (bounds){ far, far };
    }
    if (is_areal(z) && leaf_off_edge(z, p))
        return (bounds){ 0, 0 };
    return shape_rough(zone_shape(z), p, limit, near, reach);
}

/* Out of a leaf: to its edge, or to where a distance ends. */
static bounds outside(const struct geo_zone *leaf, struct geo_point p,
                      double limit)
{
    bounds d = { 0, INFINITY };
    if (leaf->kind == ZONE_WITHIN || leaf->kind == ZONE_NEARER) {
        bounds from = zone_rough(leaf->part[0], p, leaf->metres + 1);
        d.low = fmax(0, leaf->metres - from.high);
        d.high = from.low > leaf->metres + GEO_TIE ? 0 : INFINITY;
    } else if (is_areal(leaf)) {
        if (!leaf_off_edge(leaf, p))
            return (bounds){ 0, 0 };
        d = shape_rough(zone_shape(leaf), p, limit, NULL, NULL);
    }
    return d;
}

/* No nearer than any of its parts; and as near as that of them of which the
 * nearest lies in all others. */
static bounds rough_cut(const struct geo_zone *z, struct geo_point p,
                        double limit)
{
    bounds d = { 0, INFINITY };
    bool inside = true;
    for (size_t i = 0; i < z->part_n && d.low <= limit; i++) {
        const struct geo_zone *m = z->part[i];
        struct geo_point near;
        double reach;
        bounds part = is_areal(m) ? leaf_rough(m, p, limit, &near, &reach)
                                  : zone_rough(m, p, limit);
        inside &= part.high <= 0;
        d.low = fmax(d.low, part.low);
        if (is_areal(m) && part.high > 0 && part.high < d.high &&
            others_near(z, i, near, reach + 1))
            d.high = part.high;
    }
    if (inside)
        d.high = 0;
    return d;
}

bounds zone_rough(const struct geo_zone *z, struct geo_point p, double limit)
{
    bounds d = { INFINITY, INFINITY };
    switch (z->kind) {
    case ZONE_WITHIN:
    case ZONE_NEARER:
        return less(zone_rough(z->part[0], p, limit + z->metres), z->metres);
    case ZONE_NOT: return outside(z->part[0], p, limit);
    case ZONE_AND: return rough_cut(z, p, limit);
    case ZONE_OR:
        for (size_t i = 0; i < z->part_n; i++)
            d = lesser(d, zone_rough(z->part[i], p, limit));
        return d;
    case ZONE_AREA:
    case ZONE_RING:
    case ZONE_HALF:
    case ZONE_BESIDE:
    case ZONE_LINE:
    case ZONE_DOT: break;
    }
    return leaf_rough(z, p, limit, NULL, NULL);
}

/* ---- with accuracy ------------------------------------------------------ */

double coarsest(const struct geo_zone *z)
{
    double a = z->accuracy;
    for (size_t i = 0; i < z->part_n; i++)
        a = fmax(a, coarsest(z->part[i]));
    return a;
}

bounds zone_spread(const struct geo_zone *z, struct geo_point p,
                   double accuracy, double limit)
{
    if (z->kind == ZONE_OR) {
        bounds d = { INFINITY, INFINITY };
        for (size_t i = 0; i < z->part_n; i++)
            d = lesser(d, zone_spread(z->part[i], p, accuracy, limit));
        return d;
    }
    if (z->kind == ZONE_WITHIN || z->kind == ZONE_NEARER)
        return less(zone_spread(z->part[0], p, accuracy, limit + z->metres),
                    z->metres);
    bool deep = !is_leaf(z) || is_areal(z);
    if (deep && zone_at(z, p, accuracy, PATIENT) == YES)
        return (bounds){ 0, 0 };
    double more = accuracy + coarsest(z);
    bounds d = zone_distance(z, p, limit + more);
    return (bounds){ fmax(0, d.low - more), d.high + more };
}
