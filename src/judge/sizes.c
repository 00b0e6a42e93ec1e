/* sizes.c - how large an event or a movement is; see own.h */
#include "judge/own.h"

tri size_met(const struct size *s, struct measured m)
{
    int l = qty_cmp(m.low, s->amount);
    int h = qty_ok(m.high) ? qty_cmp(m.high, s->amount) : 1;
    if (s->relation == AT_LEAST)
        return s->strict ? (l > 0   ? YES
                            : h > 0 ? MAYBE
                                    : NO)
                         : (l >= 0   ? YES
                            : h >= 0 ? MAYBE
                                     : NO);
    return s->strict ? (h < 0   ? YES
                        : l < 0 ? MAYBE
                                : NO)
                     : (h <= 0   ? YES
                        : l <= 0 ? MAYBE
                                 : NO);
}

struct measured entry_size(struct bench *b, const struct size *z,
                           const struct stated *stated, const struct entry *e)
{
    struct measured m = { true, qty_int(0), qty_int(0) };
    struct whereabouts w = { WHERE_AT, e->place, -1 };
    bool said = false;
    for (size_t i = 0; i < e->stocks_n; i++) {
        const struct stock *s = &b->p->stocks[e->stock + i];
        qty low, high;
        tri in = tri_and((tri)z->kinds.in[s->item],
                         stated_in(b, &b->p->stateds[s->stated], stated,
                                   &b->p->holders[e->who], &w));
        if (in == NO)
            continue;
        said = true;
        stock_ends(b->p, s, &low, &high);
        if (in == YES)
            m.low = qty_add(m.low, low);
        m.high = qty_add(m.high, high);
    }
    if (!said && e->kind == ENTRY_EVENT)
        m.high = QTY_NONE; /* nobody says how large it was */
    return m;
}

tri sizes_met(struct bench *b, const struct sizes *z,
              struct measured (*of)(struct bench *b, const struct size *z,
                                    void *with),
              void *with)
{
    tri all = YES;
    for (size_t g = 0; g < z->groups; g++) {
        tri one = NO;
        for (size_t i = 0; i < z->n; i++)
            if (z->group[i] == g)
                one = tri_or(one, size_met(&z->at[i], of(b, &z->at[i], with)));
        all = tri_and(all, one);
    }
    return all;
}

tri event_of(struct bench *b, const struct gauge *g, const struct entry *e,
             int *claim)
{
    const struct holder *h = &b->p->holders[e->who];
    *claim = -1;
    if (who_meet(&h->who, &g->who) && !h->either)
        return YES;
    return holder_in(b, h, g, claim);
}
