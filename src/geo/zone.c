/* zone.c - zones made, brought into one form, and remembered.
 *
 * A zone is kept in negation normal form: `not` stands before leaves alone,
 * and neither of `or` and `and` stands right below its like.  Their parts are
 * in order of age and distinct, so that a + b and b + a are one zone.  Four
 * rules take away what would only be an edge that is none:
 *
 *   - areas of the packaged file are sets of places; two of them beside each
 *     other become one (united, cut, or one less the other);
 *   - (a & not b) + b  is  a + b, and (a + not b) & b  is  a & b: a disputed
 *     ring cut out of a country and united with it again leaves no trace;
 *   - (a & b) + a  is  a, and (a + b) & a  is  a;
 *   - a + not a  is everything, a & not a  nothing.
 *
 * A distance to a zone of distances is one longer distance.
 *
 * Each zone is written as a string of bytes, under which it is remembered.
 */
#include "geo/own.h"

#include <assert.h>
#include <string.h>

/* ---- remembering -------------------------------------------------------- */

static void add_bytes(struct buf *b, const void *p, size_t n)
{
    buf_add(b, (str){ p, n });
}

static void add_double(struct buf *b, double x)
{
    x += 0.0; /* no negative zero */
    add_bytes(b, &x, sizeof x);
}

static str written(struct geo *g, const struct geo_zone *z)
{
    struct buf b = { .keep = g->keep };
    buf_char(&b, (char)z->kind);
    buf_char(&b, (char)z->side);
    add_double(&b, z->accuracy);
    add_double(&b, z->metres);
    if (z->places)
        add_bytes(&b, z->places, 8 * places_words(&g->file));
    for (size_t i = 0; i < z->p_n; i++) {
        add_double(&b, z->p[i].lat);
        add_double(&b, z->p[i].lon);
    }
    for (size_t i = 0; i < z->part_n; i++)
        add_bytes(&b, &z->part[i]->id, sizeof z->part[i]->id);
    return buf_str(&b);
}

/* The zone like Z that is there already, or NULL and its KEY. */
static const struct geo_zone *known(struct geo *g, const struct geo_zone *z,
                                    str *key)
{
    struct arena_mark m = arena_mark(g->keep);
    *key = written(g, z);
    int id = map_get(&g->made, *key);
    if (id < 0)
        return NULL;
    arena_back(g->keep, m);
    return g->zone[id];
}

static const struct geo_zone *remember(struct geo *g, struct geo_zone z)
{
    str key;
    const struct geo_zone *old = known(g, &z, &key);
    if (old)
        return old;
    struct geo_zone *fresh = new_one(g->keep, struct geo_zone);
    *fresh = z;
    fresh->geo = g;
    fresh->id = (int)g->zones_n;
    *push(g->keep, g->zone, g->zones_n, g->zones_cap) = fresh;
    map_put(&g->made, key, fresh->id);
    return fresh;
}

struct geo *geo_new(struct arena *keep, const str *boundaries)
{
    struct geo *g = new_one(keep, struct geo);
    g->keep = keep;
    g->made.keep = g->named.keep = g->known.keep = keep;
    str bytes, sha256 = { "", 0 };
    if (boundaries)
        bytes = *boundaries;
    else
        embedded(&bytes, &sha256);
    file_open(&g->file, bytes, sha256);
    g->file.built_in = !boundaries;
    return g;
}

str geo_boundaries_name(const struct geo *g)
{
    return g->file.title;
}

int geo_boundaries_year(const struct geo *g)
{
    return g->file.year;
}

str geo_boundaries_sha256(const struct geo *g)
{
    return g->file.sha256;
}

/* ---- leaves ------------------------------------------------------------- */

const struct geo_zone *zone_area(struct geo *g, const uint64_t *set,
                                 double accuracy)
{
    return remember(g, (struct geo_zone){ .kind = ZONE_AREA,
                                          .places = set,
                                          .accuracy = accuracy });
}

const struct geo_zone *zone_none(struct geo *g)
{
    if (!g->none)
        g->none =
            zone_area(g, new_n(g->keep, uint64_t, places_words(&g->file)), 0);
    return g->none;
}

const struct geo_zone *zone_named(const struct geo *g, str key)
{
    int id = map_get(&g->named, key);
    return id < 0 ? NULL : g->zone[id];
}

const struct geo_zone *zone_name(struct geo *g, str key,
                                 const struct geo_zone *z)
{
    map_put(&g->named, key, z->id);
    return z;
}

const struct geo_zone *geo_country(struct geo *g, str code)
{
    str key = str_fmt(g->keep, "country %.*s", STR(code));
    const struct geo_zone *old = zone_named(g, key);
    if (old)
        return old;
    uint64_t *set = new_n(g->keep, uint64_t, places_words(&g->file));
    if (!file_land(&g->file, code, set) || !file_check(g->keep, &g->file, set))
        return NULL;
    return zone_name(g, key, zone_area(g, set, AREA_ACCURACY));
}

/* Corners on the Earth, those twice in a row once; NULL: not on the Earth. */
static struct geo_point *clean(struct geo *g, const struct geo_point *p,
                               size_t *n)
{
    struct geo_point *out = new_n(g->keep, struct geo_point, *n + 1);
    size_t m = 0;
    for (size_t i = 0; i < *n; i++) {
        if (!(p[i].lat >= -90 && p[i].lat <= 90 && isfinite(p[i].lon)))
            return NULL;
        struct geo_point q = { p[i].lat + 0.0, lon_in(p[i].lon) };
        if (!m || vec_far(vec_of(q), vec_of(out[m - 1])) > GEO_TIE)
            out[m++] = q;
    }
    *n = m;
    return out;
}

static bool before(struct geo_point a, struct geo_point b)
{
    return a.lat < b.lat || (!(a.lat > b.lat) && a.lon < b.lon);
}

static void turn_round(struct geo_point *p, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        struct geo_point t = p[i];
        p[i] = p[n - 1 - i];
        p[n - 1 - i] = t;
    }
}

/* The same ring from its least corner, the lesser neighbour first. */
static struct geo_point *from_least(struct geo *g, const struct geo_point *p,
                                    size_t n)
{
    struct geo_point *out = new_n(g->keep, struct geo_point, n);
    size_t least = 0;
    for (size_t i = 1; i < n; i++)
        if (before(p[i], p[least]))
            least = i;
    for (size_t i = 0; i < n; i++)
        out[i] = p[(least + i) % n];
    if (before(out[n - 1], out[1]))
        turn_round(out + 1, n - 1);
    return out;
}

const struct geo_zone *geo_ring(struct geo *g, const struct geo_point *p,
                                size_t n)
{
    struct geo_point *q = clean(g, p, &n);
    while (q && n > 1 && vec_far(vec_of(q[0]), vec_of(q[n - 1])) <= GEO_TIE)
        n--;
    if (!q || n < 3)
        return NULL;
    q = from_least(g, q, n);
    struct geo_zone z = { .kind = ZONE_RING, .p = q, .p_n = n };
    str key;
    const struct geo_zone *old = known(g, &z, &key);
    if (old)
        return old;
    z.shape = ring_shape(g->keep, q, n);
    return z.shape ? remember(g, z) : NULL;
}

const struct geo_zone *geo_line(struct geo *g, const struct geo_point *p,
                                size_t n)
{
    struct geo_point *q = clean(g, p, &n);
    if (!q || n < 2)
        return NULL;
    if (before(q[n - 1], q[0]))
        turn_round(q, n);
    struct geo_zone z = { .kind = ZONE_LINE, .p = q, .p_n = n };
    str key;
    const struct geo_zone *old = known(g, &z, &key);
    if (old)
        return old;
    z.shape = line_shape(g->keep, q, n);
    return remember(g, z);
}

const struct geo_zone *geo_dot(struct geo *g, struct geo_point p,
                               double accuracy_m)
{
    size_t n = 1;
    struct geo_point *q = clean(g, &p, &n);
    assert(q);
    return remember(
        g, (struct geo_zone){
               .kind = ZONE_DOT, .p = q, .p_n = 1, .accuracy = accuracy_m });
}

/* West of 30 E is east of 150 W: the edge, over both poles, is the same. */
const struct geo_zone *geo_half(struct geo *g, enum geo_side side,
                                double degrees)
{
    if (side == GEO_WEST) {
        side = GEO_EAST;
        degrees += 180;
    }
    if (side == GEO_EAST)
        degrees = lon_in(degrees);
    return remember(g, (struct geo_zone){ .kind = ZONE_HALF,
                                          .side = side,
                                          .metres = degrees });
}

/* Which side is which is told by the way from its one end to the other. */
const struct geo_zone *geo_beside(struct geo *g, double bearing,
                                  const struct geo_zone *line)
{
    if (line->kind != ZONE_LINE)
        return NULL;
    struct geodesic l;
    struct geo_point a = line->p[0], b = line->p[line->p_n - 1];
    double azimuth;
    geodesic_make(&l, a, b);
    geodesic_at(&l, l.length / 2, &azimuth);
    double across = sin((bearing - azimuth) * RADIANS);
    if (l.length <= GEO_TIE || fabs(across) < sin(RADIANS))
        return NULL;
    struct geo_zone z = { .kind = ZONE_BESIDE,
                          .p = line->p,
                          .p_n = line->p_n,
                          .accuracy = line->accuracy,
                          .side = across > 0 ? GEO_EAST : GEO_WEST };
    str key;
    const struct geo_zone *old = known(g, &z, &key);
    if (old)
        return old;
    z.shape = beside_shape(g->keep, z.p, z.p_n, across > 0);
    return remember(g, z);
}

/* Within D of what is within E of Z is within D + E of Z: paths on the Earth
 * can be cut anywhere. */
static const struct geo_zone *distance_zone(struct geo *g, enum kind kind,
                                            double metres,
                                            const struct geo_zone *z)
{
    assert(metres >= 0);
    if (z == zone_none(g))
        return z;
    if (z->kind == ZONE_WITHIN || z->kind == ZONE_NEARER)
        return distance_zone(g, kind, metres + z->metres, z->part[0]);
    const struct geo_zone **part = new_one(g->keep, const struct geo_zone *);
    *part = z;
    return remember(
        g, (struct geo_zone){
               .kind = kind, .metres = metres, .part = part, .part_n = 1 });
}

const struct geo_zone *geo_within(struct geo *g, double metres,
                                  const struct geo_zone *z)
{
    return distance_zone(g, ZONE_WITHIN, metres, z);
}

const struct geo_zone *geo_nearer(struct geo *g, double metres,
                                  const struct geo_zone *z)
{
    return metres > 0 ? distance_zone(g, ZONE_NEARER, metres, z)
                      : zone_none(g);
}

/* ---- or, and ------------------------------------------------------------ */

struct list {
    const struct geo_zone **at;
    size_t n, cap;
};

static bool lists(const struct list *l, const struct geo_zone *z)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->at[i] == z)
            return true;
    return false;
}

static void drop(struct list *l, size_t i)
{
    l->n--;
    memmove(l->at + i, l->at + i + 1, (l->n - i) * sizeof *l->at);
}

/* Keep the list in order of age and without doubles. */
static void add(struct geo *g, struct list *l, enum kind kind,
                const struct geo_zone *z)
{
    if (z->kind == kind) {
        for (size_t i = 0; i < z->part_n; i++)
            add(g, l, kind, z->part[i]);
        return;
    }
    if (lists(l, z))
        return;
    push(g->keep, l->at, l->n, l->cap);
    size_t i = l->n - 1;
    for (; i && l->at[i - 1]->id > z->id; i--)
        l->at[i] = l->at[i - 1];
    l->at[i] = z;
}

static const struct geo_zone *negated(struct geo *g, const struct geo_zone *z)
{
    if (z->kind == ZONE_NOT)
        return z->part[0];
    const struct geo_zone **part = new_one(g->keep, const struct geo_zone *);
    *part = z;
    return remember(
        g, (struct geo_zone){ .kind = ZONE_NOT, .part = part, .part_n = 1 });
}

/* An area, or none of one? */
static const struct geo_zone *area_of(const struct geo_zone *z)
{
    const struct geo_zone *a = z->kind == ZONE_NOT ? z->part[0] : z;
    return a->kind == ZONE_AREA ? a : NULL;
}

/* Two areas, or what lies outside them, as one. `or` by De Morgan. */
static const struct geo_zone *merge(struct geo *g, enum kind kind,
                                    const struct geo_zone *a,
                                    const struct geo_zone *b)
{
    size_t words = places_words(&g->file);
    const uint64_t *s = area_of(a)->places, *t = area_of(b)->places;
    uint64_t *out = new_n(g->keep, uint64_t, words);
    bool flip = kind == ZONE_OR;
    bool not_a = (a->kind == ZONE_NOT) != flip;
    bool not_b = (b->kind == ZONE_NOT) != flip;
    for (size_t i = 0; i < words; i++)
        out[i] = not_a && not_b ? s[i] | t[i]
                 : not_a        ? t[i] & ~s[i]
                 : not_b        ? s[i] & ~t[i]
                                : s[i] & t[i];
    bool empty = true;
    for (size_t i = 0; i < words; i++)
        empty &= !out[i];
    const struct geo_zone *z =
        empty ? zone_none(g) : zone_area(g, out, area_of(a)->accuracy);
    return (not_a && not_b) != flip ? negated(g, z) : z;
}

static bool merge_areas(struct geo *g, enum kind kind, struct list *l)
{
    for (size_t i = 0; i < l->n; i++)
        for (size_t j = i + 1; j < l->n; j++) {
            const struct geo_zone *a = l->at[i], *b = l->at[j];
            if (!area_of(a) || !area_of(b) ||
                area_of(a)->accuracy < area_of(b)->accuracy ||
                area_of(a)->accuracy > area_of(b)->accuracy)
                continue;
            drop(l, j);
            drop(l, i);
            add(g, l, kind, merge(g, kind, a, b));
            return true;
        }
    return false;
}

static const struct geo_zone *combine(struct geo *g, enum kind kind,
                                      const struct list *l);

/* Is `not Z` in the list, and Z a literal? */
static bool lists_not(const struct list *l, const struct geo_zone *z)
{
    for (size_t i = 0; i < l->n; i++) {
        const struct geo_zone *a = l->at[i];
        if ((a->kind == ZONE_NOT && a->part[0] == z) ||
            (z->kind == ZONE_NOT && z->part[0] == a))
            return true;
    }
    return false;
}

/* Take away what a part of the other kind says again. */
static bool absorb(struct geo *g, enum kind kind, struct list *l)
{
    enum kind other = kind == ZONE_OR ? ZONE_AND : ZONE_OR;
    for (size_t i = 0; i < l->n; i++) {
        const struct geo_zone *z = l->at[i];
        if (z->kind != other)
            continue;
        struct list rest = { 0 };
        bool again = false;
        for (size_t j = 0; j < z->part_n; j++) {
            again |= lists(l, z->part[j]);
            if (!lists_not(l, z->part[j]))
                add(g, &rest, other, z->part[j]);
        }
        if (!again && rest.n == z->part_n)
            continue;
        drop(l, i);
        if (!again)
            add(g, l, kind, combine(g, other, &rest));
        return true;
    }
    return false;
}

static const struct geo_zone *combine(struct geo *g, enum kind kind,
                                      const struct list *from)
{
    const struct geo_zone *none = zone_none(g), *all = negated(g, none);
    const struct geo_zone *zero = kind == ZONE_OR ? all : none;
    const struct geo_zone *one = kind == ZONE_OR ? none : all;
    struct list l = { 0 };
    for (size_t i = 0; i < from->n; i++)
        add(g, &l, kind, from->at[i]);
    while (merge_areas(g, kind, &l) || absorb(g, kind, &l))
        ;
    for (size_t i = l.n; i-- > 0;) {
        if (l.at[i] == zero || lists_not(&l, l.at[i]))
            return zero;
        if (l.at[i] == one)
            drop(&l, i);
    }
    if (l.n < 2)
        return l.n ? l.at[0] : one;
    return remember(
        g, (struct geo_zone){ .kind = kind, .part = l.at, .part_n = l.n });
}

const struct geo_zone *geo_or(struct geo *g, const struct geo_zone *a,
                              const struct geo_zone *b)
{
    struct list l = { 0 };
    add(g, &l, ZONE_OR, a);
    add(g, &l, ZONE_OR, b);
    return combine(g, ZONE_OR, &l);
}

const struct geo_zone *geo_and(struct geo *g, const struct geo_zone *a,
                               const struct geo_zone *b)
{
    struct list l = { 0 };
    add(g, &l, ZONE_AND, a);
    add(g, &l, ZONE_AND, b);
    return combine(g, ZONE_AND, &l);
}

const struct geo_zone *geo_not(struct geo *g, const struct geo_zone *z)
{
    if (z->kind != ZONE_OR && z->kind != ZONE_AND)
        return negated(g, z);
    enum kind kind = z->kind == ZONE_OR ? ZONE_AND : ZONE_OR;
    struct list l = { 0 };
    for (size_t i = 0; i < z->part_n; i++)
        add(g, &l, kind, geo_not(g, z->part[i]));
    return combine(g, kind, &l);
}

const struct geo_zone *geo_accurate(struct geo *g, const struct geo_zone *z,
                                    double metres)
{
    if (z->kind == ZONE_NOT)
        return geo_not(g, geo_accurate(g, z->part[0], metres));
    if (z->kind == ZONE_WITHIN || z->kind == ZONE_NEARER)
        return distance_zone(g, z->kind, z->metres,
                             geo_accurate(g, z->part[0], metres));
    if (z->kind == ZONE_OR || z->kind == ZONE_AND) {
        struct list l = { 0 };
        for (size_t i = 0; i < z->part_n; i++)
            add(g, &l, z->kind, geo_accurate(g, z->part[i], metres));
        return combine(g, z->kind, &l);
    }
    struct geo_zone fresh = *z;
    fresh.accuracy = metres;
    fresh.leaf = NULL;
    fresh.value = fresh.left = fresh.right = NULL;
    if (z == zone_none(g))
        return z;
    return remember(g, fresh);
}

/* ---- what at.c and others ask of zones ---------------------------------- */

/* Zones are constant to callers; what is worked out late is not. */
static struct geo_zone *late(const struct geo_zone *z)
{
    return z->geo->zone[z->id];
}

const struct shape *zone_shape(const struct geo_zone *z)
{
    struct geo *g = z->geo;
    assert(is_leaf(z) && z->kind != ZONE_DOT);
    if (!z->shape && z->kind == ZONE_AREA)
        late(z)->shape = file_shape(g->keep, &g->file, z->places);
    if (!z->shape && z->kind == ZONE_HALF)
        late(z)->shape = half_shape(g->keep, z->side, z->metres);
    return z->shape;
}

static void gather(struct geo *g, struct list *l, const struct geo_zone *z)
{
    if (is_leaf(z))
        add(g, l, ZONE_OR, z);
    for (size_t i = 0; !is_leaf(z) && i < z->part_n; i++)
        gather(g, l, z->part[i]);
}

void zone_leaves(const struct geo_zone *z)
{
    if (z->leaf)
        return;
    struct geo *g = z->geo;
    struct list l = { 0 };
    gather(g, &l, z);
    struct geo_zone *w = late(z);
    w->leaf = l.at;
    w->leaf_n = l.n;
    w->value = new_n(g->keep, tri, l.n);
    w->left = new_n(g->keep, tri, l.n);
    w->right = new_n(g->keep, tri, l.n);
    w->asked = new_n(g->keep, bool, l.n);
}

size_t leaf_index(const struct geo_zone *z, const struct geo_zone *leaf)
{
    size_t i = 0;
    while (z->leaf[i] != leaf)
        i++;
    assert(i < z->leaf_n);
    return i;
}
