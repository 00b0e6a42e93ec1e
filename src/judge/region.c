/* region.c - gauges as sets of possible forces; see own.h
 *
 * "That is all" can only be said of a whole region: each holder, each item
 * and each part of the map of it.  Holders and items are finite, so they are
 * tried one by one; places are asked of geo, which never says a wrong yes.
 */
#include "judge/own.h"

enum { GAUGES_MAX = 64 };

/* Whatever has the statuses WANT has one of group G of HAVE, too: a group of
 * WANT lies within it. */
static bool group_implied(const struct stated *have, uint8_t g,
                          const struct stated *want)
{
    for (uint8_t k = 0; k < want->groups; k++) {
        bool found = true;
        for (uint8_t i = 0; i < want->n; i++) {
            bool in = want->group[i] != k;
            for (uint8_t j = 0; j < have->n; j++)
                in = in || (have->group[j] == g && have->at[j] == want->at[i]);
            found = found && in;
        }
        if (found)
            return true;
    }
    return false;
}

/* Whatever has the statuses WANT has the statuses HAVE, too. */
static bool implied(const struct stated *have, const struct stated *want)
{
    for (uint8_t g = 0; g < have->groups; g++)
        if (!group_implied(have, g, want))
            return false;
    return true;
}

/* Nothing has a status of group G of X and one of group K of Y: each pair is
 * of one family and differs. */
static bool groups_exclude(const struct bench *b, const struct stated *x,
                           uint8_t g, const struct stated *y, uint8_t k)
{
    for (uint8_t i = 0; i < x->n; i++)
        for (uint8_t j = 0; j < y->n; j++) {
            int s = x->at[i], t = y->at[j];
            if (x->group[i] == g && y->group[j] == k &&
                (s < 0 || t < 0 || s == t ||
                 b->p->statuses[s].family != b->p->statuses[t].family))
                return false;
        }
    return true;
}

static bool exclude(const struct bench *b, const struct stated *x,
                    const struct stated *y)
{
    for (uint8_t g = 0; g < x->groups; g++)
        for (uint8_t k = 0; k < y->groups; k++)
            if (groups_exclude(b, x, g, y, k))
                return true;
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

/* Edges are good to this, or better. */
enum { EDGE_M = 10000 };

/* Where what is at a spot can be: a zone that holds it all; NULL: anywhere. */
static const struct geo_zone *around(struct bench *b, const struct spot *s)
{
    struct geo *g = b->p->geo;
    const struct geo_zone *z = NULL, *one;
    if (s->kind == SPOT_ZONE)
        return s->zone;
    for (size_t i = 0; s->kind == SPOT_POINT && i < s->points_n; i++) {
        one =
            geo_within(g, s->accuracy_m + EDGE_M, geo_dot(g, s->points[i], 0));
        z = z ? geo_or(g, z, one) : one;
    }
    for (size_t i = 0; s->kind == SPOT_SITES && i < s->sites_n; i++) {
        one = around(b, spot_of(b, b->p->sites[s->sites[i]].spot));
        if (!one)
            return NULL;
        z = z ? geo_or(g, z, one) : one;
    }
    return z;
}

static bool lies_outside(struct bench *b, int spot, const struct geo_zone *z)
{
    const struct geo_zone *here = around(b, spot_of(b, spot));
    return here && geo_inside(b->p->geo, here, z) == NO;
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
        return (zones_n || g->narrowed) &&
               geo_covered(b->p->geo, mine, zones, zones_n);
    if (s->kind != SPOT_SITES)
        return false;
    for (size_t k = 0; k < s->sites_n; k++) {
        int at = b->p->sites[s->sites[k]].spot;
        bool found = g->narrowed && lies_outside(b, at, g->narrowed);
        for (size_t i = 0; i < n && !found; i++)
            found = !q[i]->narrowed && spot_in(b, at, q[i]->place) == YES;
        if (!found)
            return false;
    }
    return true;
}

/* The area of a group of statuses that is `own` or `stationed` alone, for
 * holder H; NULL: the statuses do not tell one. In areas whose status is
 * disputed both may be: they are in it only if MAYBE. */
static const struct geo_zone *area_of(struct bench *b, const struct stated *s,
                                      uint8_t group, int h, bool maybe)
{
    struct geo *geo = b->p->geo;
    int n = 0, want = 0, t = b->p->parties[h].territory;
    for (uint8_t i = 0; i < s->n; i++)
        if (s->group[i] == group) {
            want = s->at[i];
            n++;
        }
    if (n != 1 || want >= 0 || t < 0 || !b->p->zones[t].geo)
        return NULL;
    const struct geo_zone *z = b->p->zones[t].geo;
    if (want != STATUS_OWN)
        z = geo_not(geo, z);
    for (size_t i = 0; i < b->p->zones_n; i++) {
        const struct geo_zone *d = b->p->zones[i].geo;
        if (b->p->zones[i].disputed && d)
            z = maybe ? geo_or(geo, z, d) : geo_and(geo, z, geo_not(geo, d));
    }
    return z;
}

static void narrow(struct bench *b, struct gauge *g, const struct geo_zone *z)
{
    g->narrowed = g->narrowed ? geo_and(b->p->geo, g->narrowed, z) : z;
}

/* G of holder H alone: where it can be, by its statuses. */
static struct gauge of_holder(struct bench *b, const struct gauge *g, int h)
{
    struct gauge x = *g;
    for (uint8_t k = 0; k < g->stated.groups; k++) {
        const struct geo_zone *z = area_of(b, &g->stated, k, h, true);
        if (z)
            narrow(b, &x, z);
    }
    return x;
}

/* Does Q speak of all forces of holder H and ITEM with statuses STATED? Of
 * those in OUT: where its own statuses hold for certain. */
static bool speaks_of(struct bench *b, const struct gauge *q, int h,
                      size_t item, const struct stated *stated, bool areas,
                      struct gauge *out)
{
    *out = *q;
    if (!who_has(&q->who, h) || q->kinds.unlisted[item] != YES)
        return false;
    for (uint8_t k = 0; k < q->stated.groups; k++) {
        if (group_implied(&q->stated, k, stated))
            continue;
        const struct geo_zone *z =
            areas ? area_of(b, &q->stated, k, h, false) : NULL;
        if (!z)
            return false;
        narrow(b, out, z);
    }
    return true;
}

/* All of G that holder H and ITEM can have. */
static bool item_covered(struct bench *b, const struct gauge *g, int h,
                         size_t item, const struct gauge *const *q, size_t n,
                         bool areas, uint64_t *asked)
{
    struct gauge *good = new_n(b->keep, struct gauge, n + 1);
    const struct gauge *at[GAUGES_MAX];
    uint64_t which = 0;
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        if (speaks_of(b, q[i], h, item, &g->stated, areas, &good[k])) {
            at[k] = &good[k];
            k++;
            which |= (uint64_t)1 << i;
        }
    if (which == *asked)
        return true; /* as for the item before */
    *asked = which;
    return place_covered(b, g, at, k);
}

bool covered(struct bench *b, const struct gauge *g,
             const struct gauge *const *q, size_t n, bool areas)
{
    if (n > GAUGES_MAX - 1)
        n = GAUGES_MAX - 1;
    for (int h = 0; h < (int)b->p->parties_n; h++) {
        if (!who_has(&g->who, h) && !who_has(&g->claimed, h))
            continue;
        struct gauge own = areas ? of_holder(b, g, h) : *g;
        uint64_t asked = UINT64_MAX; /* no such set */
        for (size_t item = 0; item < b->p->items_n; item++)
            if (g->kinds.unlisted[item] != NO &&
                !item_covered(b, &own, h, item, q, n, areas, &asked))
                return false;
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
    /* too many at once: the larger region is safe */
    if (x->stated.n + y->stated.n > STATUSES_MAX)
        return g;
    for (uint8_t i = 0; i < y->stated.n; i++) {
        g.stated.at[g.stated.n] = y->stated.at[i];
        g.stated.group[g.stated.n++] =
            (uint8_t)(x->stated.groups + y->stated.group[i]);
    }
    g.stated.groups = (uint8_t)(x->stated.groups + y->stated.groups);
    return g;
}

struct gauge pinned(struct bench *b, const struct gauge *g, int account)
{
    const struct whereabouts *w = &b->l->wheres[b->l->accounts[account].where];
    struct gauge x = *g;
    const struct geo_zone *z = w->kind == WHERE_WAY || w->at < 0
                                   ? NULL
                                   : around(b, spot_of(b, w->at));
    if (z && w->kind == WHERE_SOMETIME && w->to >= 0) {
        const struct geo_zone *to = around(b, spot_of(b, w->to));
        z = to ? geo_or(b->p->geo, z, to) : NULL;
    }
    if (z)
        narrow(b, &x, z);
    return x;
}

/* The holders of an account; if unknown, anybody. */
static struct who whoever(const struct bench *b, int account)
{
    struct who w = b->l->holders[b->l->accounts[account].holder].who;
    for (size_t i = 0; who_has(&w, UNKNOWN) && i < b->p->parties_n; i++)
        who_add(&w, (int)i);
    return w;
}

bool can_be(struct bench *b, const struct gauge *all, int account)
{
    const struct whereabouts *w = &b->l->wheres[b->l->accounts[account].where];
    struct gauge here = { .place = w->at };
    struct who whose = all->who;
    who_join(&whose, &all->claimed);
    struct who maybe = whoever(b, account);
    if (!who_meet(&whose, &maybe))
        return false;
    return w->kind != WHERE_AT || w->at < 0 || places_meet(b, &here, all);
}

/* What X leaves open of whom, kind and status of a piece of ACCOUNT that is
 * in all of ALL: is it as R wants it? */
static bool right_kind(struct bench *b, const struct gauge *all,
                       const struct gauge *r, int account, struct answers x)
{
    const struct account *a = &b->l->accounts[account];
    if (x.whose == MAYBE) {
        struct who left = whoever(b, account);
        for (size_t i = 0; i < HOLDERS_MAX / 64; i++)
            left.bit[i] &= all->who.bit[i] | all->claimed.bit[i];
        if (!who_within(&left, &r->who))
            return false;
    }
    for (size_t i = 0; x.kind == MAYBE && i < b->p->items_n; i++)
        if (all->kinds.unlisted[i] && kind_of_item(b->p, (int)i, a->item) &&
            r->kinds.unlisted[i] != YES)
            return false;
    return x.status != MAYBE || implied(&r->stated, &all->stated);
}

/* Whosoever of its holders it is of, it is in one of those R that ask for
 * nothing else. */
static bool whose_drawn_in(struct bench *b, const struct gauge *all,
                           const struct gauge *const *r,
                           const struct answers *x, size_t n, int account)
{
    struct who left = whoever(b, account);
    struct who taken = { 0 };
    for (size_t i = 0; all && i < HOLDERS_MAX / 64; i++)
        left.bit[i] &= all->who.bit[i] | all->claimed.bit[i];
    for (size_t i = 0; i < n; i++)
        if (x[i].where == YES && x[i].kind == YES && x[i].status == YES)
            who_join(&taken, &r[i]->who);
    return who_within(&left, &taken);
}

bool drawn_in(struct bench *b, const struct gauge *all,
              const struct gauge *const *r, const struct answers *x, size_t n,
              int account)
{
    const struct gauge *good[GAUGES_MAX];
    const struct whereabouts *w = &b->l->wheres[b->l->accounts[account].where];
    size_t k = 0;
    struct gauge here = { 0 };
    if (!all && w->kind == WHERE_SOMETIME && (w->at < 0 || w->to < 0))
        return false; /* it has not come yet, or has gone */
    for (size_t i = 0; i < n && k < GAUGES_MAX; i++) {
        bool settled =
            x[i].whose == YES && x[i].kind == YES && x[i].status == YES;
        if (!settled && (!all || !right_kind(b, all, r[i], account, x[i])))
            continue;
        if (x[i].where == YES)
            return true;
        good[k++] = r[i];
    }
    if (whose_drawn_in(b, all, r, x, n, account))
        return true;
    if (all)
        here = *all;
    here = pinned(b, &here, account);
    return k && place_covered(b, &here, good, k);
}
