/* meter.c - how much there is, on three bases: making a meter; see own.h
 *
 * A slice is one book on one basis: slice.c.  What the slices of a meter say
 * together, and what was seen: basis.c.
 */
#include "judge/own.h"

/* ---- setting up --------------------------------------------------------- */

/* Does this book, on this basis, say anything of the gauge? */
static bool has_say(struct bench *b, int book, bool declared,
                    const struct gauge *g)
{
    for (size_t i = 0; i < b->l->accounts_n; i++) {
        const struct account *a = &b->l->accounts[i];
        if (a->book == book && a->declared == declared &&
            classify(b, g, (int)i).in)
            return true;
    }
    for (size_t i = 0; i < b->told_n; i++)
        if (b->told[i].book == book && b->told[i].declared == declared &&
            gauges_meet(b, g, &b->told[i].gauge))
            return true;
    return false;
}

bool books_say(struct bench *b, bool declared, const struct gauge *g)
{
    for (int k = 0; k < (int)b->p->books_n; k++)
        if (has_say(b, k, declared, g))
            return true;
    return false;
}

static void add_slice(struct bench *b, struct meter *m, int book, int party,
                      struct gauge g)
{
    struct slice *s = new_one(b->keep, struct slice);
    *s = (struct slice){ .meter = m,
                         .number = (uint32_t)b->slices_n,
                         .book = book,
                         .party = party,
                         .declared = party >= 0,
                         .gauge = g,
                         .dirty = true };
    s->sure = s->possible = s->unweighed = s->most = sum_new();
    s->outside = new_n(b->keep, struct sum, 1u << m->capped_n);
    for (unsigned i = 0; i < 1u << m->capped_n; i++)
        s->outside[i] = sum_new();
    for (int i = 0; i < UNCOUNTS_MAX; i++)
        s->x_sure[i] = s->x_possible[i] = sum_new();
    *push(b->keep, m->slices, m->slices_n, m->slices_cap) = s;
    *push(b->keep, b->slices, b->slices_n, b->slices_cap) = s;
}

struct gauge left_out(const struct gauge *g, const struct uncount *u)
{
    struct gauge x = { .who = u->all ? g->who : u->who,
                       .kinds = u->kinds,
                       .stated = u->stated,
                       .place = u->place };
    if (u->all)
        x.claimed = g->claimed;
    return x;
}

qty at_least_zero(qty q)
{
    return qty_ok(q) && q.num < 0 ? qty_int(0) : q;
}

/* The least of a sighting that surely counts: a caps' worth may be left out
 * of it, or nothing of it may count at all. */
static bool surely_counts(struct bench *b, const struct meter *m,
                          const struct entry *e, const struct stock *s,
                          qty *least)
{
    struct whereabouts w = { WHERE_AT, e->place, -1 };
    const struct holder *h = &b->p->holders[e->who];
    const struct stated *have = &b->p->stateds[s->stated];
    for (size_t i = 0; i < m->uncounts_n; i++) {
        struct gauge x = left_out(&m->gauge, &m->uncounts[i]);
        int claim;
        bool way;
        tri in = tri_and((tri)x.kinds.in[s->item],
                         tri_and(holder_in(b, h, &x, &claim),
                                 stated_in(b, have, &x.stated, h, &w)));
        if (in == NO || where_in(b, &w, x.place, &way) == NO)
            continue;
        if (!m->uncounts[i].capped)
            return false;
        *least = at_least_zero(qty_sub(*least, m->uncounts[i].cap));
    }
    return true;
}

static void add_sighting(struct bench *b, struct meter *m, uint32_t entry)
{
    const struct entry *e = &b->p->entries[entry];
    const struct holder *h = &b->p->holders[e->who];
    struct whereabouts w = { WHERE_AT, e->place, -1 };
    struct sighting s = { .entry = entry,
                          .from = e->from,
                          .until = entry_until(b->p, e),
                          .sometime = e->sometime };
    bool any = false, way;
    int claim;
    if (!grade_counts(b, e) || holder_in(b, h, &m->gauge, &claim) != YES ||
        where_in(b, &w, m->gauge.place, &way) != YES)
        return;
    for (size_t k = 0; k < e->stocks_n; k++) {
        const struct stock *st = &b->p->stocks[e->stock + k];
        qty low, high;
        stock_ends(b->p, st, &low, &high);
        if (m->gauge.kinds.in[st->item] != YES ||
            stated_in(b, &b->p->stateds[st->stated], &m->gauge.stated, h,
                      &w) != YES ||
            !surely_counts(b, m, e, st, &low))
            continue;
        if (m->scale) {
            struct heft one = heft_of(b, m->scale, st->item, h);
            low = weighed(m->scale, qty_mul(low, qty_int(one.low)));
        }
        /* two figures of one entry are two things: they add up */
        s.least = any ? qty_add(s.least, low) : low;
        any = true;
    }
    if (any)
        *push(b->keep, m->seen, m->seen_n, m->seen_cap) = s;
}

struct meter *meter_plain(struct bench *b, struct gauge g,
                          const struct uncount *u, size_t n,
                          struct watcher *watcher)
{
    struct meter *m = new_one(b->keep, struct meter);
    struct uncount *left = new_n(b->keep, struct uncount, n + 1);
    int books = (int)b->p->books_n;
    *m = (struct meter){
        .watcher = watcher, .gauge = g, .uncounts = left, .nothing = MAYBE
    };
    m->scale = scale_new(b, &g.kinds);
    for (size_t i = 0; i < n; i++) {
        struct gauge x = left_out(&g, &u[i]);
        if (!gauges_meet(b, &g, &x))
            continue; /* it has nothing to do with this measure */
        left[m->uncounts_n++] = u[i];
        m->capped_n += u[i].capped;
    }
    for (int k = 0; k < books; k++) {
        int party = b->p->books[k].keeper;
        struct gauge own = g;
        own.who = own.claimed = (struct who){ 0 };
        if (party < 0 || !who_has(&g.who, party))
            continue;
        who_add(&own.who, party);
        if (has_say(b, k, true, &own))
            add_slice(b, m, k, party, own);
    }
    for (int k = 0; k < books; k++)
        if (has_say(b, k, false, &g))
            add_slice(b, m, k, -1, g);
    for (size_t i = 0; i < b->seen_n; i++)
        add_sighting(b, m, b->seen[i]);
    for (size_t i = 0; i < b->denied_n; i++)
        if (spot_in(b, b->p->entries[b->denied[i]].place, g.place) != NO)
            *push(b->keep, m->denied, m->denied_n, m->denied_cap) =
                b->denied[i];
    *push(b->keep, b->meters, b->meters_n, b->meters_cap) = m;
    return m;
}
