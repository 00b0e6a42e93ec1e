/* cover.c - is a zone inside others, by the way they are built?
 *
 * "All of A is in B" means that no point is in `A and not B`.  Leaves are
 * taken for propositions: a point is in each or not.  If no way of saying so
 * for each leaf that the facts below allow makes the expression true, there
 * is no such point.  So `all` is in {`all - part`, `part`}, and a
 * ring in `within 300 km of (a + ring)`, inside (b + ring)`.
 *
 *   - Of the packaged areas, a point is in those that hold one place (or the
 *     sea): one after the other, each set of them that occurs is tried.
 *   - What is within D of Z is within any D' >= D of any Z' that holds Z;
 *     `nearer` likewise.  What is in Z is within any distance of it.
 *   - Two rings or distances that lie apart, or one in the other, or on one
 *     side of a parallel or meridian, by discs (disc.c); asked only when it
 *     does not go without.
 *   - North of 60 is north of 50; north and south of one parallel are all
 *     there is and, but for the parallel, nothing is in both; so for
 *     opposite meridians.
 *
 * It never says `inside` wrongly; edges and accuracies are left out, for what
 * is the same edge is the same wherever it lies.  The search is cut off after
 * some thousand steps: then it is not known.
 */
#include "geo/own.h"

enum { MOST_STEPS = 5000, MOST_AREAS = 64, MOST_LOOKED_AT = 8 };

struct logic {
    struct geo *g;
    const struct geo_zone *goal;
    const struct geo_zone **leaf;
    size_t n, cap;
    tri *value;
    size_t *at; /* by the number of a zone: its place among the leaves */
    bool *bad;  /* [i][j][value of i][value of j]: cannot be */
    int steps;
    bool by_discs;
};

/* ---- leaves, also those that are measured from -------------------------- */

static bool measures(const struct geo_zone *z)
{
    return z->kind == ZONE_WITHIN || z->kind == ZONE_NEARER;
}

static void add_leaves(struct logic *l, const struct geo_zone *z)
{
    zone_leaves(z);
    for (size_t i = 0; i < z->leaf_n; i++) {
        const struct geo_zone *m = z->leaf[i];
        bool known = false;
        for (size_t j = 0; j < l->n; j++)
            known |= l->leaf[j] == m;
        if (known)
            continue;
        *push(l->g->keep, l->leaf, l->n, l->cap) = m;
        if (measures(m))
            add_leaves(l, m->part[0]);
    }
}

static tri value_of(const struct logic *l, const struct geo_zone *z)
{
    if (is_leaf(z))
        return l->value[l->at[z->id]];
    if (z->kind == ZONE_NOT)
        return tri_not(value_of(l, z->part[0]));
    bool all = z->kind == ZONE_AND;
    tri t = tri_of(all);
    for (size_t i = 0; i < z->part_n; i++) {
        tri u = value_of(l, z->part[i]);
        t = all ? tri_and(t, u) : tri_or(t, u);
    }
    return t;
}

/* ---- facts -------------------------------------------------------------- */

static bool distance_implies(struct geo *g, const struct geo_zone *a,
                             const struct geo_zone *b)
{
    bool longer = a->metres < b->metres ||
                  (!(a->metres > b->metres) &&
                   !(a->kind == ZONE_WITHIN && b->kind == ZONE_NEARER));
    return longer && (a->part[0] == b->part[0] ||
                      built_inside(g, a->part[0], b->part[0]));
}

static bool is_parallel(const struct geo_zone *z)
{
    return z->side == GEO_NORTH || z->side == GEO_SOUTH;
}

/* Can a point off all edges be in A or not (IN_A), and in B or not? */
static bool halves_allow(const struct geo_zone *a, bool in_a,
                         const struct geo_zone *b, bool in_b)
{
    if (is_parallel(a) != is_parallel(b))
        return true;
    if (!is_parallel(a)) { /* all stand east of something */
        double apart = fabs(lon_step(a->metres, b->metres));
        return !(apart >= 180 && in_a == in_b);
    }
    bool north_a = (a->side == GEO_NORTH) == in_a; /* of A's parallel */
    bool north_b = (b->side == GEO_NORTH) == in_b;
    return north_a == north_b ||
           (north_a ? a->metres < b->metres : b->metres < a->metres);
}

static bool allowed(struct geo *g, const struct geo_zone *a, bool in_a,
                    const struct geo_zone *b, bool in_b)
{
    if (a->kind == ZONE_HALF && b->kind == ZONE_HALF)
        return halves_allow(a, in_a, b, in_b);
    if (measures(a) && measures(b) && in_a && !in_b)
        return !distance_implies(g, a, b);
    if (measures(a) && measures(b) && in_b && !in_a)
        return !distance_implies(g, b, a);
    return true;
}

static bool bounded(const struct geo_zone *z)
{
    return z->kind == ZONE_RING || z->kind == ZONE_DOT || measures(z);
}

/* Can a point be in A, which has an end, and on this side of HALF? */
static bool seen_beside(struct geo *g, const struct geo_zone *a, bool in_a,
                        const struct geo_zone *half, bool in_half)
{
    if (!in_a)
        return true;
    return discs_inside(g, a, in_half ? geo_not(g, half) : half) != YES;
}

static bool seen_to_be(struct geo *g, const struct geo_zone *a, bool in_a,
                       const struct geo_zone *b, bool in_b)
{
    if (bounded(a) && b->kind == ZONE_HALF)
        return seen_beside(g, a, in_a, b, in_b);
    if (a->kind == ZONE_HALF && bounded(b))
        return seen_beside(g, b, in_b, a, in_a);
    if (!bounded(a) || !bounded(b) || (!in_a && !in_b))
        return true;
    if (in_a && in_b)
        return discs_inside(g, a, geo_not(g, b)) != YES;
    return discs_inside(g, in_a ? a : b, in_a ? b : a) != YES;
}

static bool *cell(const struct logic *l, size_t i, size_t j, bool a, bool b)
{
    return &l->bad[((i * l->n + j) * 2 + a) * 2 + b];
}

static void find_facts(struct logic *l)
{
    l->bad = new_n(l->g->keep, bool, 4 * l->n * l->n);
    for (size_t i = 0; i < l->n; i++)
        for (size_t j = 0; j < i; j++)
            for (int v = 0; v < 4; v++) {
                bool a = v & 1, b = v >> 1;
                bool no = !allowed(l->g, l->leaf[i], a, l->leaf[j], b) ||
                          (l->by_discs &&
                           !seen_to_be(l->g, l->leaf[i], a, l->leaf[j], b));
                *cell(l, i, j, a, b) = *cell(l, j, i, b, a) = no;
            }
}

/* ---- the search --------------------------------------------------------- */

static bool contradicts(const struct logic *l, size_t i)
{
    for (size_t j = 0; j < l->n; j++)
        if (j != i && l->value[j] != MAYBE &&
            *cell(l, i, j, l->value[i] == YES, l->value[j] == YES))
            return true;
    return false;
}

/* A point of Z that is not within some distance of Z? */
static bool leaves_own_distance(const struct logic *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (measures(l->leaf[i]) && l->value[i] == NO &&
            value_of(l, l->leaf[i]->part[0]) == YES)
            return true;
    return false;
}

/* Is there no way to say yes or no to the leaves from I on? */
static bool impossible(struct logic *l, size_t i)
{
    if (l->steps++ > MOST_STEPS)
        return false;
    if (value_of(l, l->goal) == NO || leaves_own_distance(l))
        return true;
    while (i < l->n && l->value[i] != MAYBE)
        i++;
    if (i == l->n)
        return false;
    for (tri t = NO; t <= YES; t += YES) {
        l->value[i] = t;
        if (!contradicts(l, i) && !impossible(l, i + 1)) {
            l->value[i] = MAYBE;
            return false;
        }
    }
    l->value[i] = MAYBE;
    return true;
}

/* Which areas hold the place, as bits in the order of the leaves. */
static uint64_t areas_of(const struct logic *l, uint32_t place)
{
    uint64_t bits = 0;
    int n = 0;
    for (size_t i = 0; i < l->n; i++)
        if (l->leaf[i]->kind == ZONE_AREA) {
            uint32_t k = place - 1;
            if (place && l->leaf[i]->places[k / 64] >> k % 64 & 1)
                bits |= (uint64_t)1 << n;
            n++;
        }
    return bits;
}

/* Does an area hold any of 64 places? */
static bool any_area(const struct logic *l, uint32_t word)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->leaf[i]->kind == ZONE_AREA && l->leaf[i]->places[word])
            return true;
    return false;
}

static bool impossible_at(struct logic *l, uint64_t areas)
{
    int n = 0;
    for (size_t i = 0; i < l->n; i++)
        l->value[i] =
            l->leaf[i]->kind == ZONE_AREA ? tri_of(areas >> n++ & 1) : MAYBE;
    return impossible(l, 0);
}

/* Is there no point in GOAL, as far as this can tell? */
static bool is_void(struct geo *g, const struct geo_zone *goal, bool by_discs)
{
    struct logic l = { .g = g, .goal = goal, .by_discs = by_discs };
    uint64_t *seen = NULL;
    size_t seen_n = 0, seen_cap = 0, areas = 0;
    add_leaves(&l, goal);
    for (size_t i = 0; i < l.n; i++)
        areas += l.leaf[i]->kind == ZONE_AREA;
    if (areas > MOST_AREAS || l.n > MOST_AREAS ||
        (by_discs && l.n > MOST_LOOKED_AT))
        return false;
    l.value = new_n(g->keep, tri, l.n + 1);
    l.at = new_n(g->keep, size_t, g->zones_n);
    for (size_t i = 0; i < l.n; i++)
        l.at[l.leaf[i]->id] = i;
    find_facts(&l);
    for (uint32_t place = 0; place <= g->file.places_n; place++) {
        while (place && (place - 1) % 64 == 0 && place <= g->file.places_n &&
               !any_area(&l, (place - 1) / 64))
            place += 64;
        if (place > g->file.places_n)
            break;
        uint64_t bits = areas_of(&l, place);
        bool old = false;
        for (size_t i = 0; i < seen_n; i++)
            old |= seen[i] == bits;
        if (old)
            continue;
        *push(g->keep, seen, seen_n, seen_cap) = bits;
        if (!impossible_at(&l, bits))
            return false;
        if (!areas)
            break;
    }
    return true;
}

static bool shown_inside(struct geo *g, const struct geo_zone *a,
                         const struct geo_zone *z, bool by_discs)
{
    a = geo_accurate(g, a, 0);
    z = geo_accurate(g, z, 0);
    const struct geo_zone *rest = geo_and(g, a, geo_not(g, z));
    return rest == zone_none(g) || is_void(g, rest, by_discs);
}

bool built_inside(struct geo *g, const struct geo_zone *a,
                  const struct geo_zone *z)
{
    return shown_inside(g, a, z, false);
}

/* ---- both engines ------------------------------------------------------- */

/* Each part of A in Z, or A in each part of Z. */
static tri inside_parts(struct geo *g, const struct geo_zone *a,
                        const struct geo_zone *z)
{
    const struct geo_zone *parts = a->kind == ZONE_OR ? a : z;
    tri all = YES;
    for (size_t i = 0; i < parts->part_n && all != NO; i++)
        all = tri_and(all, a->kind == ZONE_OR ? zone_inside(g, a->part[i], z)
                                              : zone_inside(g, a, z->part[i]));
    return all;
}

tri inside_of(struct geo *g, const struct geo_zone *a,
              const struct geo_zone *z)
{
    if (plainly_out(g, a, z))
        return NO;
    if (built_inside(g, a, z))
        return YES;
    tri t = discs_inside(g, a, z);
    if (t == MAYBE && (a->kind == ZONE_OR || z->kind == ZONE_AND))
        t = inside_parts(g, a, z);
    if (t == MAYBE && shown_inside(g, a, z, true))
        return YES;
    return t;
}

bool geo_covered(struct geo *g, const struct geo_zone *a,
                 const struct geo_zone *const *z, size_t n)
{
    const struct geo_zone *all = zone_none(g);
    for (size_t i = 0; i < n; i++)
        all = geo_or(g, all, z[i]);
    return zone_inside(g, a, all) == YES;
}

bool geo_empty(struct geo *g, const struct geo_zone *z)
{
    return geo_covered(g, z, NULL, 0);
}

tri geo_inside(struct geo *g, const struct geo_zone *a,
               const struct geo_zone *b)
{
    if (zone_inside(g, a, b) == YES)
        return YES;
    return geo_empty(g, geo_and(g, a, b)) ? NO : MAYBE;
}
