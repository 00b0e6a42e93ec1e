/* region.c - gauges as sets of possible forces; see own.h
 *
 * "That is all" can only be said of a whole region: each holder, each item
 * and each part of the map of it.  Holders and items are finite, so they are
 * tried one by one; places are asked of geo, which never says a wrong yes.
 */
#include "judge/own.h"

enum { GAUGES_MAX = 64 };

/* Whatever has the statuses WANT has the statuses HAVE, too. */
static bool implied(const struct stated *have, const struct stated *want)
{
    for (uint8_t g = 0; g < have->groups; g++) {
        bool found = false; /* a group of WANT within this group of HAVE */
        for (uint8_t k = 0; k < want->groups && !found; k++) {
            found = true;
            for (uint8_t i = 0; i < want->n; i++) {
                bool in = false;
                for (uint8_t j = 0; j < have->n; j++)
                    in = in ||
                         (have->group[j] == g && have->at[j] == want->at[i]);
                found = found && (want->group[i] != k || in);
            }
        }
        if (!found)
            return false;
    }
    return true;
}

/* Two statuses of one family that differ: nothing has both. */
static bool exclude(const struct bench *b, const struct stated *x,
                    const struct stated *y)
{
    for (uint8_t i = 0; i < x->n; i++)
        for (uint8_t k = 0; k < y->n; k++) {
            int s = x->at[i], t = y->at[k];
            bool alone = true; /* each the only one of its group */
            for (uint8_t j = 0; j < x->n; j++)
                alone = alone && (j == i || x->group[j] != x->group[i]);
            for (uint8_t j = 0; j < y->n; j++)
                alone = alone && (j == k || y->group[j] != y->group[k]);
            if (alone && s >= 0 && t >= 0 && s != t &&
                b->p->statuses[s].family == b->p->statuses[t].family)
                return true;
        }
    return false;
}

static const struct spot *spot_of(const struct bench *b, int place)
{
    return &b->p->spots[place];
}

/* The zone of a gauge; NULL: it is at sites, or anywhere at all. */
static const struct geo_zone *zone_of(struct bench *b, const struct gauge *g)
{
    const struct spot *s = spot_of(b, g->place);
    if (s->kind != SPOT_ZONE)
        return s->kind == SPOT_ANY ? g->narrowed : NULL;
    return g->narrowed ? geo_and(b->p->geo, s->zone, g->narrowed) : s->zone;
}

/* Is the place of G within the places of the N gauges? */
static bool place_covered(struct bench *b, const struct gauge *g,
                          const struct gauge *const *q, size_t n)
{
    const struct geo_zone *zones[GAUGES_MAX], *mine = zone_of(b, g);
    const struct spot *s = spot_of(b, g->place);
    size_t zones_n = 0;
    for (size_t i = 0; i < n; i++) {
        const struct geo_zone *z = zone_of(b, q[i]);
        if ((q[i]->place == ANYWHERE || q[i]->place == g->place) &&
            !q[i]->narrowed)
            return true;
        if (z)
            zones[zones_n++] = z;
    }
    if (mine)
        return zones_n && geo_covered(b->p->geo, mine, zones, zones_n);
    if (s->kind != SPOT_SITES)
        return false;
    for (size_t k = 0; k < s->sites_n; k++) {
        int at = b->p->sites[s->sites[k]].spot;
        bool found = false;
        for (size_t i = 0; i < n && !found; i++)
            found = !q[i]->narrowed && spot_in(b, at, q[i]->place) == YES;
        if (!found)
            return false;
    }
    return true;
}

/* Those of Q that speak of all forces of holder H and ITEM with statuses
 * STATED. */
static size_t about(const struct gauge *const *q, size_t n, int h, size_t item,
                    const struct stated *stated, const struct gauge **out)
{
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        if (who_has(&q[i]->who, h) && q[i]->kinds.unlisted[item] == YES &&
            implied(&q[i]->stated, stated))
            out[k++] = q[i];
    return k;
}

bool covered(struct bench *b, const struct gauge *g,
             const struct gauge *const *q, size_t n)
{
    const struct gauge *good[GAUGES_MAX], *last[GAUGES_MAX];
    size_t last_n = SIZE_MAX; /* what was asked last, and was covered */
    if (n > GAUGES_MAX)
        n = GAUGES_MAX;
    for (int h = 0; h < (int)b->p->parties_n; h++) {
        if (!who_has(&g->who, h) && !who_has(&g->claimed, h))
            continue;
        for (size_t item = 0; item < b->p->items_n; item++) {
            if (g->kinds.unlisted[item] == NO)
                continue;
            size_t k = about(q, n, h, item, &g->stated, good);
            bool same = k == last_n;
            for (size_t i = 0; same && i < k; i++)
                same = good[i] == last[i];
            if (same)
                continue;
            if (!k || !place_covered(b, g, good, k))
                return false;
            last_n = k;
            for (size_t i = 0; i < k; i++)
                last[i] = good[i];
        }
    }
    return true;
}

static bool places_meet(struct bench *b, const struct gauge *x,
                        const struct gauge *y)
{
    const struct geo_zone *s = zone_of(b, x), *t = zone_of(b, y);
    if (s && t)
        return geo_inside(b->p->geo, s, t) != NO;
    if (x->place == ANYWHERE || y->place == ANYWHERE)
        return true;
    return s ? spot_in(b, y->place, x->place) != NO
             : spot_in(b, x->place, y->place) != NO;
}

bool gauges_meet(struct bench *b, const struct gauge *x, const struct gauge *y)
{
    struct who xs = x->who, ys = y->who;
    bool any = false;
    who_join(&xs, &x->claimed);
    who_join(&ys, &y->claimed);
    if (!who_meet(&xs, &ys))
        return false;
    for (size_t i = 0; i < b->p->items_n && !any; i++)
        any = x->kinds.in[i] && y->kinds.in[i];
    return any && !exclude(b, &x->stated, &y->stated) && places_meet(b, x, y);
}

/* Of sites all are kept: a larger region is safe. */
static void place_and(struct bench *b, struct gauge *g, const struct gauge *y)
{
    const struct geo_zone *z = zone_of(b, y);
    if (g->place == ANYWHERE && !g->narrowed) {
        g->place = y->place;
        g->narrowed = y->narrowed;
    } else if (z && spot_of(b, g->place)->kind != SPOT_SITES) {
        g->narrowed = g->narrowed ? geo_and(b->p->geo, g->narrowed, z) : z;
    } else if (spot_of(b, y->place)->kind == SPOT_SITES) {
        g->place = y->place;
        g->narrowed = NULL;
    }
}

struct gauge gauge_and(struct bench *b, const struct gauge *x,
                       const struct gauge *y)
{
    struct gauge g = *x;
    size_t n = b->p->items_n;
    uint8_t *in = new_n(b->keep, uint8_t, n + 1);
    uint8_t *unlisted = new_n(b->keep, uint8_t, n + 1);
    for (size_t i = 0; i < HOLDERS_MAX / 64; i++) {
        uint64_t ys = y->who.bit[i] | y->claimed.bit[i];
        g.who.bit[i] = (x->who.bit[i] | x->claimed.bit[i]) & ys;
    }
    g.claimed = (struct who){ 0 };
    for (size_t i = 0; i < n; i++) {
        in[i] = (uint8_t)tri_and((tri)x->kinds.in[i], (tri)y->kinds.in[i]);
        unlisted[i] = (uint8_t)tri_and((tri)x->kinds.unlisted[i],
                                       (tri)y->kinds.unlisted[i]);
    }
    g.kinds.in = in;
    g.kinds.unlisted = unlisted;
    place_and(b, &g, y);
    for (uint8_t i = 0; i < y->stated.n && g.stated.n < STATUSES_MAX; i++) {
        g.stated.at[g.stated.n] = y->stated.at[i];
        g.stated.group[g.stated.n++] =
            (uint8_t)(x->stated.groups + y->stated.group[i]);
    }
    g.stated.groups = (uint8_t)(x->stated.groups + y->stated.groups);
    return g;
}
