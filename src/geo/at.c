/* at.c - is a position in a zone, and how surely?
 *
 * Exactly.  A leaf with an inside holds the points within a micrometre of its
 * edge and those that the crossings say (shape.c); the rest is logic.
 *
 * Within an accuracy.  P stands for a disc of radius r, the edge of a leaf
 * for a band of its accuracy a to both sides.  A leaf is certain at P if its
 * edge is r + a away.  What is certain is put into the expression; often that
 * decides.  If not, the rule is:
 *
 *     The zone is uncertain at P if some edge of a leaf within r + a of P is
 *     an edge of the zone as a whole: if the expression is true on one side
 *     of it and false on the other.
 *
 * An edge is walked in parts.  On a part, the leaf itself is in on one side
 * and out on the other, and so is each leaf that shares the piece: two areas
 * along their border (the places on both sides say which), two rings that
 * have a side in common.  All other leaves have the value that they have
 * there, or either value, if their own edge is nearer than the two
 * accuracies together: each edge may lie elsewhere.  Where a part is too long
 * to tell, it is halved.  Hence near a border of two countries a site is
 * uncertain in either and certain in both, and an edge of a ring inside a
 * country does not count in their union.
 *
 * Why that is sound for r alone (a = 0): if the disc held a point in the zone
 * and one outside it, the way between them would leave the zone at some edge
 * of a leaf, with the zone on one side only.  Such parts are never passed
 * over: one is only if it is beyond reach, or the zone has one value on both
 * of its sides whatever the leaves not told apart may be.
 *
 * On the very edge of its reach: what is inside is certain at r + a from an
 * edge that belongs to the zone, what is outside only beyond.
 *
 * Leaves that are distances (and dots and lines, which have no inside) have
 * bounds instead of edges.  They are certain or they are not; if one is not,
 * both cases are looked at, and have to agree.
 */
#include "geo/own.h"

#include <assert.h>

enum {
    CASES = 6,   /* leaves told apart one by one */
    FINEST = 100 /* parts of a metre: parts of edges are not halved below */
};

/* ---- leaves ------------------------------------------------------------- */

static bool half_holds(const struct geo_zone *z, struct geo_point p)
{
    double lat = p.lat * RADIANS;
    double w = 1 - WGS_E2 * sin(lat) * sin(lat);
    if (z->side == GEO_NORTH || z->side == GEO_SOUTH) {
        double past = (p.lat - z->metres) * RADIANS * WGS_A * (1 - WGS_E2) /
                      (w * sqrt(w));
        return (z->side == GEO_NORTH ? past : -past) >= -GEO_TIE;
    }
    double east = sin(lon_step(z->metres, p.lon) * RADIANS);
    return east * cos(lat) * WGS_A / sqrt(w) >= -GEO_TIE;
}

bool leaf_holds(const struct geo_zone *z, struct geo_point p)
{
    assert(is_areal(z));
    if (z->kind == ZONE_HALF)
        return half_holds(z, p);
    const struct shape *s = zone_shape(z);
    return shape_holds(s, p) || shape_distance(s, p, GEO_TIE, NULL) <= GEO_TIE;
}

bool leaf_off_edge(const struct geo_zone *z, struct geo_point p)
{
    return z->kind == ZONE_HALF ? half_holds(z, p)
                                : shape_holds(zone_shape(z), p);
}

struct edge {
    struct walk walk;
    double reach;
    bool in, found;
};

/* Is an edge so near that a point within reach may be on its other side? */
static bool is_near(bool in, double far, double reach)
{
    return in ? far < reach - GEO_TIE : far <= reach + GEO_TIE;
}

static bool see_edge(struct walk *w, const struct part *piece, double low)
{
    struct edge *e = (struct edge *)w;
    double t;
    (void)low;
    e->found = is_near(e->in, piece_high(w, piece), e->reach) ||
               is_near(e->in, part_distance(piece, w->p, &t), e->reach);
    return !e->found;
}

static tri areal_at(const struct geo_zone *z, struct geo_point p,
                    double accuracy)
{
    struct edge e = { .walk = { .p = p, .see = see_edge },
                      .reach = accuracy + z->accuracy };
    /* what is on the edge itself need not be told from what is near */
    e.in = e.reach > 3 * GEO_TIE ? leaf_off_edge(z, p) : leaf_holds(z, p);
    e.walk.limit = e.reach + GEO_TIE;
    shape_walk(zone_shape(z), &e.walk);
    return e.found ? MAYBE : tri_of(e.in);
}

static bool measures(const struct geo_zone *z)
{
    return z->kind == ZONE_WITHIN || z->kind == ZONE_NEARER;
}

/* Is D as the zone of a distance asks? A dot or a line asks for nothing. */
static tri is_met(const struct geo_zone *z, bounds d)
{
    if (z->kind == ZONE_NEARER)
        return d.high < z->metres - GEO_TIE   ? YES
               : d.low >= z->metres - GEO_TIE ? NO
                                              : MAYBE;
    double most = (measures(z) ? z->metres : 0) + GEO_TIE;
    return d.high <= most ? YES : d.low > most ? NO : MAYBE;
}

/* Lengths over this fail it, even with MORE off. */
static double enough(const struct geo_zone *z, double more)
{
    return (measures(z) ? z->metres : 0) + more + 1;
}

static bounds widened(bounds d, double more)
{
    return (bounds){ fmax(0, d.low - more), d.high + more };
}

/* The leaf by chords alone. *OPEN: may it be told by looking closer? */
static tri leaf_about(const struct geo_zone *z, struct geo_point p,
                      double accuracy, bool *open)
{
    const struct geo_zone *from = measures(z) ? z->part[0] : z;
    double more = accuracy + coarsest(from), metres = enough(z, 0);
    bounds d = zone_rough(from, p, metres + more);
    /* The accuracy of P alone makes it MAYBE, however well D is known; unless
     * all of P is in what is measured from. */
    *open = d.high <= 0 || d.low + accuracy <= metres ||
            d.high - accuracy > metres - 2;
    return is_met(z, widened(d, more));
}

tri leaf_at(const struct geo_zone *z, struct geo_point p, double accuracy)
{
    bool open;
    if (is_areal(z))
        return areal_at(z, p, accuracy);
    tri t = leaf_about(z, p, accuracy, &open);
    if (t != MAYBE || !open)
        return t;
    const struct geo_zone *from = measures(z) ? z->part[0] : z;
    return is_met(z, zone_spread(from, p, accuracy, enough(z, 0)));
}

/* The same at a glance: MAYBE, too, where it takes geodesics to tell. */
static tri leaf_glance(const struct geo_zone *z, struct geo_point p,
                       double accuracy)
{
    bool open;
    return is_areal(z) ? areal_at(z, p, accuracy)
                       : leaf_about(z, p, accuracy, &open);
}

/* The leaf everywhere within REACH of P, its accuracy left out. */
static tri leaf_near(const struct geo_zone *z, struct geo_point p,
                     double reach)
{
    if (is_areal(z))
        return areal_at(z, p, reach - z->accuracy);
    const struct geo_zone *from = measures(z) ? z->part[0] : z;
    bounds d = zone_rough(from, p, enough(z, reach));
    tri t = is_met(z, widened(d, reach));
    if (t != MAYBE)
        return t;
    d = zone_distance(from, p, enough(z, reach));
    return is_met(z, widened(d, reach));
}

static tri leaf_exactly(const struct geo_zone *z, struct geo_point p,
                        double none)
{
    return is_areal(z) ? tri_of(leaf_holds(z, p)) : leaf_near(z, p, none);
}

/* ---- the expression ----------------------------------------------------- */

static tri kleene(const struct geo_zone *z, const struct geo_zone *root,
                  const tri *value)
{
    if (is_leaf(z))
        return value[leaf_index(root, z)];
    if (z->kind == ZONE_NOT)
        return tri_not(kleene(z->part[0], root, value));
    bool all = z->kind == ZONE_AND;
    tri t = tri_of(all), end = tri_of(!all);
    for (size_t i = 0; i < z->part_n && t != end; i++) {
        tri u = kleene(z->part[i], root, value);
        t = all ? tri_and(t, u) : tri_or(t, u);
    }
    return t;
}

/* Kleene's logic does not see that `a + not a` is true; looking at the cases
 * does. VALUE comes back as it was. */
static tri by_cases(const struct geo_zone *z, tri *value, int cases)
{
    tri t = kleene(z, z, value);
    if (t != MAYBE || !cases)
        return t;
    for (size_t i = 0; i < z->leaf_n; i++) {
        if (value[i] != MAYBE)
            continue;
        value[i] = NO;
        tri no = by_cases(z, value, cases - 1);
        value[i] = YES;
        tri yes = no == MAYBE ? MAYBE : by_cases(z, value, cases - 1);
        value[i] = MAYBE;
        return no == yes ? no : MAYBE;
    }
    return MAYBE;
}

tri zone_value(const struct geo_zone *z, tri *value)
{
    return by_cases(z, value, CASES);
}

/* What a leaf is, to a point and a length. */
typedef tri leaf_answer(const struct geo_zone *leaf, struct geo_point p,
                        double length);

struct asking {
    const struct geo_zone *root;
    leaf_answer *ask;
    struct geo_point p;
    double length;
    tri *value;
};

static tri leaf_told(const struct asking *a, size_t i)
{
    const struct geo_zone *root = a->root;
    if (!root->asked[i]) {
        root->asked[i] = true;
        a->value[i] = a->ask(root->leaf[i], a->p, a->length);
    }
    return a->value[i];
}

/* As kleene(), but a leaf is asked only if the answer hangs on it. */
static tri told(const struct asking *a, const struct geo_zone *z)
{
    if (is_leaf(z))
        return leaf_told(a, leaf_index(a->root, z));
    if (z->kind == ZONE_NOT)
        return tri_not(told(a, z->part[0]));
    bool all = z->kind == ZONE_AND;
    tri t = tri_of(all), end = tri_of(!all);
    for (size_t i = 0; i < z->part_n && t != end; i++) {
        tri u = told(a, z->part[i]);
        t = all ? tri_and(t, u) : tri_or(t, u);
    }
    return t;
}

/* The zone by its leaves, which are there; MAYBE: all have been asked. */
static tri by_leaves(struct asking a)
{
    const struct geo_zone *z = a.root;
    for (size_t i = 0; i < z->leaf_n; i++)
        z->asked[i] = false;
    tri t = told(&a, z);
    for (size_t i = 0; i < z->leaf_n && t == MAYBE; i++)
        leaf_told(&a, i);
    return t;
}

tri zone_near(const struct geo_zone *z, struct geo_point p, double reach)
{
    zone_leaves(z);
    tri t = by_leaves((struct asking){ z, leaf_near, p, reach, z->left });
    return t != MAYBE ? t : zone_value(z, z->left);
}

tri zone_holds(const struct geo_zone *z, struct geo_point p)
{
    if (is_leaf(z))
        return leaf_exactly(z, p, 0);
    zone_leaves(z);
    tri t = by_leaves((struct asking){ z, leaf_exactly, p, 0, z->value });
    return t != MAYBE ? t : zone_value(z, z->value);
}

/* ---- both sides of an edge ---------------------------------------------- */

struct twin {
    struct walk walk;
    vec a, b;
    const struct run *run;
    bool back;
};

static bool see_twin(struct walk *w, const struct part *piece, double low)
{
    struct twin *t = (struct twin *)w;
    vec a = piece->shape->at[piece->first];
    vec b = piece->shape->at[piece->first + 1];
    (void)low;
    bool ahead = vec_far(a, t->a) <= GEO_TIE && vec_far(b, t->b) <= GEO_TIE;
    t->back = vec_far(a, t->b) <= GEO_TIE && vec_far(b, t->a) <= GEO_TIE;
    if (ahead || t->back)
        t->run = piece->run;
    return !t->run;
}

/* Does another drawn leaf have this very piece?  Then what is on its sides. */
static bool shares(const struct geo_zone *leaf, const struct part *part,
                   tri *left, tri *right)
{
    const struct shape *s = part->shape;
    if (leaf->kind == ZONE_AREA || zone_shape(leaf)->geodesic != s->geodesic)
        return false;
    struct twin t = { .walk = { .p = { s->lat[part->first],
                                       s->lon[part->first] },
                                .limit = 2 * GEO_TIE,
                                .see = see_twin },
                      .a = s->at[part->first],
                      .b = s->at[part->first + 1] };
    shape_walk(zone_shape(leaf), &t.walk);
    if (!t.run)
        return false;
    *left = tri_of(t.back ? t.run->right : t.run->left);
    *right = tri_of(t.back ? t.run->left : t.run->right);
    return true;
}

static tri holds_place(const struct geo_zone *area, int place)
{
    unsigned i = (unsigned)place - 1;
    return tri_of(place && area->places[i / 64] >> i % 64 & 1);
}

void edge_sides(const struct geo_zone *z, const struct geo_zone *leaf,
                const struct part *part, struct geo_point q, double reach,
                const tri *value)
{
    for (size_t i = 0; i < z->leaf_n; i++) {
        const struct geo_zone *m = z->leaf[i];
        tri *l = &z->left[i], *r = &z->right[i];
        if (value && value[i] != MAYBE) {
            *l = *r = value[i];
        } else if (leaf->kind == ZONE_AREA && m->kind == ZONE_AREA) {
            *l = holds_place(m, part->run->left);
            *r = holds_place(m, part->run->right);
        } else if (m == leaf) {
            *l = tri_of(part->run->left);
            *r = tri_of(part->run->right);
        } else if (!is_areal(m) || !shares(m, part, l, r)) {
            *l = *r = value ? leaf_at(m, q, reach) : leaf_near(m, q, reach);
        }
    }
}

/* ---- edges of the zone as a whole --------------------------------------- */

struct whole {
    struct walk walk;
    const struct geo_zone *zone, *leaf;
    double reach;
    tri base; /* the zone at P itself */
    int steps;
    bool found;
};

/* Can the zone be one thing to the left and another to the right, whatever
 * the leaves not told apart may be? */
static bool may_differ(const struct geo_zone *z, int cases)
{
    tri l = kleene(z, z, z->left), r = kleene(z, z, z->right);
    if (l != MAYBE && r != MAYBE)
        return l != r;
    for (size_t i = 0; i < z->leaf_n && cases; i++) {
        if (z->left[i] != MAYBE)
            continue;
        bool differ = false;
        for (tri t = NO; t <= YES && !differ; t += YES) {
            z->left[i] = z->right[i] = t;
            differ = may_differ(z, cases - 1);
        }
        z->left[i] = z->right[i] = MAYBE;
        return differ;
    }
    return true;
}

/* Does the zone surely not change across the part? Else *BELONGS: is what
 * lies on the very edge in? */
static bool is_seam(const struct whole *w, const struct part *part,
                    struct geo_point q, double extent, tri *belongs)
{
    const struct geo_zone *z = w->zone;
    edge_sides(z, w->leaf, part, q, extent + w->leaf->accuracy, z->value);
    if (!may_differ(z, CASES))
        return true;
    for (size_t i = 0; i < z->leaf_n; i++)
        z->left[i] = tri_or(z->left[i], z->right[i]);
    *belongs = zone_value(z, z->left);
    return false;
}

static bool has_edge(struct whole *w, struct part part)
{
    double t, far = part_distance(&part, w->walk.p, &t);
    tri belongs;
    if (far > w->reach + GEO_TIE)
        return false;
    if (w->steps-- <= 0)
        return true; /* enough: not known */
    double length = (part.t1 - part.t0) * piece_length(part.shape, part.first);
    struct geo_point q = piece_point(part.shape, part.first, t);
    if (is_seam(w, &part, q, length, &belongs))
        return false;
    if (!is_seam(w, &part, q, 0, &belongs) &&
        is_near(belongs == w->base, far, w->reach))
        return true;
    if (length * FINEST < 1)
        return is_near(false, far, w->reach);
    double middle = (part.t0 + part.t1) / 2;
    struct part a = part, b = part;
    a.t1 = b.t0 = middle;
    return t < middle ? has_edge(w, a) || has_edge(w, b)
                      : has_edge(w, b) || has_edge(w, a);
}

static bool see_whole(struct walk *w, const struct part *piece, double low)
{
    struct whole *e = (struct whole *)w;
    (void)low;
    e->found = has_edge(e, *piece);
    return !e->found;
}

/* Z->value has what is certain; only areal leaves are not. */
static tri areas_at(const struct geo_zone *z, struct geo_point p,
                    double accuracy, int steps)
{
    tri t = zone_value(z, z->value);
    if (t != MAYBE || !steps)
        return t;
    for (size_t i = 0; i < z->leaf_n; i++)
        z->left[i] = z->value[i] != MAYBE ? z->value[i]
                                          : tri_of(leaf_holds(z->leaf[i], p));
    struct whole w = { .zone = z,
                       .base = zone_value(z, z->left),
                       .steps = steps };
    for (size_t i = 0; i < z->leaf_n && !w.found; i++) {
        if (z->value[i] != MAYBE)
            continue;
        w.leaf = z->leaf[i];
        w.reach = accuracy + w.leaf->accuracy;
        w.walk = (struct walk){ .p = p,
                                .limit = w.reach + GEO_TIE,
                                .see = see_whole };
        shape_walk(zone_shape(w.leaf), &w.walk);
    }
    return w.found ? MAYBE : w.base;
}

/* Both cases of each distance from I on that is not certain. */
static tri cases_at(const struct geo_zone *z, size_t i, struct geo_point p,
                    double accuracy, int steps)
{
    while (i < z->leaf_n && (is_areal(z->leaf[i]) || z->value[i] != MAYBE))
        i++;
    if (i == z->leaf_n)
        return areas_at(z, p, accuracy, steps);
    if (!steps)
        return MAYBE;
    z->value[i] = NO;
    tri no = cases_at(z, i + 1, p, accuracy, steps / 2);
    z->value[i] = YES;
    tri yes = no == MAYBE ? MAYBE : cases_at(z, i + 1, p, accuracy, steps / 2);
    z->value[i] = MAYBE;
    return no == yes ? no : MAYBE;
}

tri zone_at(const struct geo_zone *z, struct geo_point p, double accuracy,
            int steps)
{
    leaf_answer *ask = steps ? leaf_at : leaf_glance;
    if (is_leaf(z))
        return ask(z, p, accuracy);
    if (z->kind == ZONE_NOT)
        return tri_not(ask(z->part[0], p, accuracy));
    zone_leaves(z);
    tri t = by_leaves((struct asking){ z, ask, p, accuracy, z->value });
    return t != MAYBE ? t : cases_at(z, 0, p, accuracy, steps);
}

/* ---- remembering -------------------------------------------------------- */

enum { MOST_KNOWN = 1 << 20 };

enum asked { ASKED_AT, ASKED_DISTANCE, ASKED_INSIDE };

struct question {
    int64_t asked, zone, other;
    double lat, lon, accuracy;
};

struct answer {
    tri t;
    bounds d;
};

static struct answer work_out(struct geo *g, const struct question *q)
{
    struct answer a = { 0 };
    const struct geo_zone *z = g->zone[q->zone];
    struct geo_point p = { q->lat, q->lon };
    switch ((enum asked)q->asked) {
    case ASKED_AT: a.t = zone_at(z, p, q->accuracy, PATIENT); break;
    case ASKED_DISTANCE: a.d = zone_distance(z, p, INFINITY); break;
    case ASKED_INSIDE: a.t = inside_of(g, z, g->zone[q->other]);
    }
    return a;
}

static struct answer ask(struct geo *g, struct question q)
{
    str key = { (const char *)&q, sizeof q };
    q.lon = lon_in(q.lon);
    int known = map_get(&g->known, key);
    if (known >= 0)
        return g->answer[known];
    struct answer a = work_out(g, &q);
    if (g->answers_n < MOST_KNOWN) {
        map_put(&g->known, str_copy(g->keep, key), (int)g->answers_n);
        *push(g->keep, g->answer, g->answers_n, g->answers_cap) = a;
    }
    return a;
}

tri geo_at(struct geo *g, const struct geo_zone *z, struct geo_point p,
           double accuracy_m)
{
    assert(accuracy_m >= 0);
    return ask(g, (struct question){ ASKED_AT, z->id, 0, p.lat, p.lon,
                                     accuracy_m })
        .t;
}

void geo_distance(struct geo *g, const struct geo_zone *z, struct geo_point p,
                  double *low, double *high)
{
    struct answer a =
        ask(g, (struct question){ ASKED_DISTANCE, z->id, 0, p.lat, p.lon, 0 });
    *low = a.d.low;
    *high = a.d.high;
}

tri zone_inside(struct geo *g, const struct geo_zone *a,
                const struct geo_zone *z)
{
    return ask(g, (struct question){ ASKED_INSIDE, a->id, z->id, 0, 0, 0 }).t;
}
