/* where.c - in, out, or possibly in; see own.h and docs/judging.md, section 5
 *
 * Each of whom, item, status and place is asked alone, and the weakest answer
 * counts (Kleene's `and`).
 */
#include "judge/own.h"

static tri all_of(tri so_far, tri next, bool first)
{
    return first || so_far == next ? next : MAYBE;
}

/* ---- places ------------------------------------------------------------- */

/* A spot in a zone as geo knows it. */
static tri in_zone(struct bench *b, const struct spot *s,
                   const struct geo_zone *z)
{
    struct geo *g = b->p->geo;
    tri t = NO;
    switch (s->kind) {
    case SPOT_ANY: return MAYBE;
    case SPOT_ZONE: return geo_inside(g, s->zone, z);
    case SPOT_POINT: /* on an arc: one of these positions */
        for (size_t i = 0; i < s->points_n; i++)
            t = all_of(t, geo_at(g, z, s->points[i], s->accuracy_m), i == 0);
        return t;
    case SPOT_SITES:
        for (size_t i = 0; i < s->sites_n; i++) {
            int at = b->p->sites[s->sites[i]].spot;
            t = all_of(t, in_zone(b, &b->p->spots[at], z), i == 0);
        }
        return t;
    }
    return MAYBE;
}

static bool among(const struct spot *sites, int site)
{
    for (size_t i = 0; i < sites->sites_n; i++)
        if (sites->sites[i] == site)
            return true;
    return false;
}

/* A spot among sites: a force in a zone may be at a site within it; one at a
 * position is not at a site, unless it is the site's own. */
static tri in_sites(struct bench *b, const struct spot *s,
                    const struct spot *sites)
{
    tri t = NO;
    switch (s->kind) {
    case SPOT_ANY: return MAYBE;
    case SPOT_POINT: return NO;
    case SPOT_ZONE:
        for (size_t i = 0; i < sites->sites_n; i++) {
            int at = b->p->sites[sites->sites[i]].spot;
            if (in_zone(b, &b->p->spots[at], s->zone) != NO)
                return MAYBE;
        }
        return NO;
    case SPOT_SITES:
        for (size_t i = 0; i < s->sites_n; i++)
            t = all_of(t, tri_of(among(sites, s->sites[i])), i == 0);
        return t;
    }
    return MAYBE;
}

static tri ask(struct bench *b, const struct spot *s, const struct spot *z)
{
    switch (z->kind) {
    case SPOT_ANY: return YES;
    case SPOT_ZONE: return in_zone(b, s, z->zone);
    case SPOT_SITES: return in_sites(b, s, z);
    case SPOT_POINT: return s == z ? YES : MAYBE;
    }
    return MAYBE;
}

tri spot_in(struct bench *b, int s, int zone)
{
    const struct pact *p = b->p;
    if (zone == ANYWHERE)
        return YES;
    if (!b->spots[zone])
        b->spots[zone] = new_n(b->keep, uint8_t, p->spots_n);
    uint8_t *known = &b->spots[zone][s]; /* 1 + the answer */
    if (!*known)
        *known = (uint8_t)(1 + ask(b, &p->spots[s], &p->spots[zone]));
    return (tri)(*known - 1);
}

/* ---- on the way --------------------------------------------------------- */

/* One position of a spot: its own, or the middle of its zone. */
static bool position(struct bench *b, int spot, struct geo_point *out)
{
    const struct spot *s = &b->p->spots[spot];
    if (s->kind == SPOT_SITES && s->sites_n == 1)
        s = &b->p->spots[b->p->sites[s->sites[0]].spot];
    if (s->kind == SPOT_POINT) {
        *out = s->points[s->points_n / 2];
        return true;
    }
    return s->kind == SPOT_ZONE && geo_middle(b->p->geo, s->zone, out);
}

/* Does the shortest line between the ends touch the zone? Remembered: it is
 * looked at kilometre by kilometre. */
static bool between(struct bench *b, const struct whereabouts *w, int zone)
{
    const struct spot *z = &b->p->spots[zone];
    struct geo_point from, to;
    int key[3] = { w->at, w->to, zone };
    str k = { (const char *)key, sizeof key };
    int known = map_get(&b->ways, k);
    if (known >= 0)
        return known;
    bool touches = z->kind == SPOT_ZONE && position(b, w->at, &from) &&
                   position(b, w->to, &to) &&
                   geo_crosses(b->p->geo, z->zone, from, to);
    map_put(&b->ways, str_copy(b->keep, k), touches);
    return touches;
}

tri where_in(struct bench *b, const struct whereabouts *w, int zone,
             bool *on_the_way)
{
    *on_the_way = w->kind != WHERE_AT;
    tri at = w->at >= 0 ? spot_in(b, w->at, zone) : NO;
    if (w->kind == WHERE_AT)
        return at;
    tri to = w->to >= 0 ? spot_in(b, w->to, zone) : NO;
    if (at == YES && to == YES)
        return YES;
    if (w->kind == WHERE_SOMETIME)
        return at != NO || to != NO ? MAYBE : NO;
    if (to != NO)
        return MAYBE;
    return at != YES && between(b, w, zone) ? MAYBE : NO;
}

/* ---- whom --------------------------------------------------------------- */

/* Somebody claims that a member of G's side directs one of H. */
static int claim_about(const struct bench *b, const struct holder *h,
                       const struct gauge *g)
{
    for (size_t i = 0; g->of_side && i < b->claims_n; i++) {
        const struct entry *e = &b->p->entries[b->claims[i]];
        const struct holder *x = &b->p->holders[e->who];
        if (who_meet(&x->who, &h->who) &&
            who_has(&g->who, entry_more(b->p, e)->director))
            return (int)i;
    }
    return -1;
}

tri unit_has(const struct holder *unit, const struct holder *h)
{
    if (!unit->unit.len || h->either || str_eq(unit->text, h->text) ||
        holder_above(unit, h))
        return YES;
    return holder_above(h, unit) ? MAYBE : NO;
}

tri holder_in(struct bench *b, const struct holder *h, const struct gauge *g,
              int *claim)
{
    *claim = -1;
    if (who_within(&h->who, &g->who) ||
        (h->side && g->of_side && who_within(&h->who, &g->ever)))
        return YES;
    if (who_meet(&h->who, &g->who) || who_has(&h->who, UNKNOWN))
        return MAYBE;
    *claim = claim_about(b, h, g);
    return *claim >= 0 ? MAYBE : NO;
}

/* ---- statuses ----------------------------------------------------------- */

/* In an area whose status is disputed nobody says whose it is. */
static bool disputed(struct bench *b, int spot)
{
    const struct pact *p = b->p;
    for (size_t z = 0; z < p->zones_n; z++)
        if (p->zones[z].disputed && p->zones[z].geo &&
            in_zone(b, &p->spots[spot], p->zones[z].geo) != NO)
            return true;
    return false;
}

tri at_home(struct bench *b, const struct holder *h, int spot)
{
    const struct pact *p = b->p;
    const struct spot *s = &p->spots[spot];
    tri t = MAYBE;
    bool first = true;
    if (disputed(b, spot))
        return MAYBE;
    for (int i = 0; i < (int)p->parties_n; i++) {
        if (!who_has(&h->who, i))
            continue;
        int z = p->parties[i].territory;
        if (z < 0 || !p->zones[z].geo)
            return MAYBE;
        t = all_of(t, in_zone(b, s, p->zones[z].geo), first);
        first = false;
    }
    return t;
}

/* Stationed is outside one's own territory: as of any zone, what is on the
 * way there counts for certain if it comes from there, too, and what is on its
 * way home not at all. */
static tri derived(struct bench *b, int want, const struct holder *h,
                   const struct whereabouts *w)
{
    tri at = w->at >= 0 ? at_home(b, h, w->at) : MAYBE, abroad = tri_not(at);
    if (w->kind != WHERE_AT && w->to >= 0) {
        tri to = at_home(b, h, w->to);
        if (w->kind == WHERE_WAY && to == YES && !disputed(b, w->at))
            abroad = NO;
        else if (to != at)
            abroad = MAYBE;
    }
    return want == STATUS_OWN ? tri_not(abroad) : abroad;
}

static bool akin(struct bench *b, int one, int other)
{
    const struct status *all = b->p->statuses;
    return one == other ||
           (one >= 0 && other >= 0 && all[one].family == all[other].family);
}

/* Two of one family are one of them, nobody knows which. */
static tri has_status(struct bench *b, const struct stated *have, int want,
                      const struct holder *h, const struct whereabouts *w)
{
    bool is = false, other = false;
    if (want < 0)
        return derived(b, want, h, w);
    for (uint8_t i = 0; i < have->n; i++) {
        is = is || have->at[i] == want;
        other = other || (have->at[i] != want && akin(b, have->at[i], want));
    }
    return is == other ? MAYBE : is ? YES : NO;
}

static bool wants(const struct stated *want, uint8_t group, int status)
{
    for (uint8_t i = 0; i < want->n; i++)
        if (want->group[i] == group && want->at[i] == status)
            return true;
    return false;
}

/* Whichever of a family it has, it is among those of the group. */
static bool any_will_do(struct bench *b, const struct stated *have,
                        const struct stated *want, uint8_t group)
{
    for (uint8_t i = 0; i < have->n; i++) {
        bool good = true;
        for (uint8_t k = 0; k < have->n && good; k++)
            good = !akin(b, have->at[k], have->at[i]) ||
                   wants(want, group, have->at[k]);
        if (good)
            return true;
    }
    return false;
}

tri stated_in(struct bench *b, const struct stated *have,
              const struct stated *want, const struct holder *h,
              const struct whereabouts *w)
{
    tri all = YES;
    for (uint8_t g = 0; g < want->groups; g++) {
        tri one = any_will_do(b, have, want, g) ? YES : NO;
        for (uint8_t i = 0; i < want->n && one != YES; i++)
            if (want->group[i] == g)
                one = tri_or(one, has_status(b, have, want->at[i], h, w));
        all = tri_and(all, one);
    }
    return all;
}

/* ---- an account --------------------------------------------------------- */

/* Those of several holders who are in G at all: `stationed` is asked of them
 * alone. */
static struct holder those_of(const struct holder *h, const struct gauge *g)
{
    struct holder part = *h;
    for (size_t i = 0; i < HOLDERS_MAX / 64; i++)
        part.who.bit[i] &= g->who.bit[i] | g->claimed.bit[i];
    return who_empty(&part.who) ? *h : part;
}

static struct answers answers_at(struct bench *b, const struct gauge *g,
                                 const struct account *a,
                                 const struct whereabouts *w, int *claim)
{
    const struct ledger *l = b->l;
    const struct holder *h = &l->holders[a->holder];
    struct answers x = { .kind = (tri)g->kinds.in[a->item] };
    *claim = -1;
    x.whose = x.kind ? holder_in(b, h, g, claim) : NO;
    x.where = x.whose ? where_in(b, w, g->place, &x.on_the_way) : NO;
    struct holder counted = those_of(h, g);
    x.status =
        x.where ? stated_in(b, &l->stateds[a->stated], &g->stated, &counted, w)
                : NO;
    return x;
}

static tri all_four(struct answers x)
{
    return tri_and(tri_and(x.whose, x.kind), tri_and(x.where, x.status));
}

static tri both(tri x, tri y)
{
    return x == y ? x : MAYBE;
}

/* At the one end or at the other, whole. */
static struct answers some_time(struct bench *b, const struct gauge *g,
                                const struct account *a,
                                const struct whereabouts *w, int *claim)
{
    struct whereabouts from = { WHERE_AT, w->at, -1 };
    struct whereabouts to = { WHERE_AT, w->to, -1 };
    struct answers none = { NO, NO, NO, NO, true };
    struct answers x = w->at >= 0 ? answers_at(b, g, a, &from, claim) : none;
    struct answers y = w->to >= 0 ? answers_at(b, g, a, &to, claim) : none;
    tri i = all_four(x), k = all_four(y);
    if (i == NO && k == NO)
        return none;
    bool there = x.where == YES && y.where == YES && i && k;
    if (i && k) { /* what differs from end to end is not certain */
        x.whose = both(x.whose, y.whose);
        x.kind = both(x.kind, y.kind);
        x.status = both(x.status, y.status);
    }
    x = i ? x : y;
    if (!there)
        x.where = MAYBE;
    x.on_the_way = true;
    return x;
}

struct answers answers_of(struct bench *b, const struct gauge *g, int account,
                          int *claim)
{
    const struct account *a = &b->l->accounts[account];
    const struct whereabouts *w = &b->l->wheres[a->where];
    *claim = -1;
    return w->kind == WHERE_SOMETIME ? some_time(b, g, a, w, claim)
                                     : answers_at(b, g, a, w, claim);
}

struct class classify(struct bench *b, const struct gauge *g, int account)
{
    struct class c = { NO, REASON_NONE, -1 };
    struct answers x = answers_of(b, g, account, &c.claim);
    if (!x.where)
        return c;
    c.in = all_four(x);
    if (c.in == MAYBE)
        c.why = x.where == MAYBE
                    ? (x.on_the_way ? REASON_ON_THE_WAY : REASON_PLACE)
                : x.whose == MAYBE ? REASON_WHOSE
                : x.kind == MAYBE  ? REASON_KIND
                                   : REASON_STATUS;
    return c;
}
