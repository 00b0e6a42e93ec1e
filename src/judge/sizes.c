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

size_t flows_from(const struct ledger *l, instant t)
{
    size_t a = 0, z = l->flows_n;
    while (a < z) {
        size_t mid = a + (z - a) / 2;
        if (l->flows[mid].at < t)
            a = mid + 1;
        else
            z = mid;
    }
    return a;
}

/* `all troops`: what the postings took. */
static struct measured all_of_it(struct bench *b, const struct size *z,
                                 const struct stated *stated,
                                 const struct entry *e, const struct stock *s)
{
    const struct ledger *l = b->l;
    struct form low = form_of(qty_int(0)), high = low;
    struct measured m = { .any = true };
    qty other;
    for (size_t i = flows_from(l, e->from);
         i < l->flows_n && l->flows[i].at == e->from; i++) {
        const struct flow *f = &l->flows[i];
        if (&b->p->entries[f->entry] != e || f->from < 0)
            continue;
        const struct account *a = &l->accounts[f->from];
        if (!kind_of_item(b->p, a->item, s->item) ||
            l->wheres[a->where].kind != WHERE_AT)
            continue;
        tri in =
            tri_and((tri)z->kinds.in[a->item],
                    stated_in(b, &l->stateds[a->stated], stated,
                              &l->holders[a->holder], &l->wheres[a->where]));
        if (in == YES)
            low = form_add(b->keep, low, flow_amount(l, f), 1);
        if (in != NO)
            high = form_add(b->keep, high, flow_amount(l, f), 1);
    }
    system_ends(b->keep, &b->system, low, &m.low, &other);
    system_ends(b->keep, &b->system, high, &other, &m.high);
    return m;
}

/* An event lasts from its beginning to its `until`; without one, nobody knows
 * how long. In seconds, less D. */
static struct measured longer_than(const struct bench *b, struct duration d,
                                   const struct entry *e)
{
    const struct more *m = entry_more(b->p, e);
    struct measured out = { true, QTY_NONE, QTY_NONE };
    instant last = e->from;
    if (e->sometime)
        last = e->dated ? m->until - DAY_SECONDS : m->until - 1;
    if (!m->ends_said) {
        out.low = qty_int(e->from - after(b, e->from, d));
        return out;
    }
    out.low = qty_int(m->goes_on - after(b, last, d));
    out.high = qty_int(m->goes_on - after(b, e->from, d));
    return out;
}

struct measured entry_size(struct bench *b, const struct size *z,
                           const struct stated *stated, const struct entry *e)
{
    if (z->lasts.n)
        return longer_than(b, z->lasts, e);
    struct measured m = { true, qty_int(0), qty_int(0) };
    struct whereabouts w = { WHERE_AT, e->place, -1 };
    bool said = false;
    for (size_t i = 0; i < e->stocks_n; i++) {
        const struct stock *s = &b->p->stocks[e->stock + i];
        qty low, high;
        if (s->figure == FIGURE_ALL) {
            struct measured all = all_of_it(b, z, stated, e, s);
            m.low = qty_add(m.low, all.low);
            m.high = qty_add(m.high, all.high);
            said = true;
            continue;
        }
        tri in = (tri)z->kinds.in[s->item];
        if (in == NO)
            continue;
        in = tri_and(in, stated_in(b, &b->p->stateds[s->stated], stated,
                                   &b->p->holders[e->who], &w));
        if (in == NO)
            continue;
        said = true;
        stock_ends(b->p, s, &low, &high);
        if (in == YES)
            m.low = qty_add(m.low, low);
        m.high = qty_add(m.high, high);
    }
    bool others = z->with && e->stocks_n; /* it lists what took part */
    if (!said && e->kind == ENTRY_EVENT && !others)
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

tri event_kind(const struct pact *p, int event, int want)
{
    if (kind_of_event(p, event, want))
        return YES;
    return kind_of_event(p, want, event) ? MAYBE : NO;
}

tri event_of(struct bench *b, const struct gauge *g, const struct entry *e,
             int *claim)
{
    const struct holder *h = &b->p->holders[e->who];
    struct gauge now = gauge_on(b, *g, e->from);
    *claim = -1;
    if (who_meet(&h->who, &now.who) && !h->either && !h->side)
        return YES;
    return holder_in(b, h, &now, claim);
}

tri move_of(struct bench *b, const struct gauge *g, const struct entry *e,
            int *claim)
{
    struct gauge now = gauge_on(b, *g, e->from);
    return holder_in(b, &b->p->holders[e->who], &now, claim);
}

struct who of_them(const struct who *holders, const struct who *subject)
{
    struct who both = *subject;
    for (size_t i = 0; i < HOLDERS_MAX / 64; i++)
        both.bit[i] &= holders->bit[i];
    return who_empty(&both) ? *subject : both;
}

/* The day on which an event D..D goes on for certain: its last, or its `until`
 * if that is earlier. Without `until` none is certain. */
static instant sure_day(const struct more *m)
{
    instant last = m->until < m->goes_on ? m->until : m->goes_on;
    return day_opens(instant_day(last - 1));
}

tri event_goes_on(const struct pact *p, const struct entry *e, instant t)
{
    const struct more *m = entry_more(p, e);
    if (!e->sometime)
        return tri_of(e->from <= t && t < m->goes_on);
    if (!m->ends_said)
        return e->from <= t && t < m->until ? MAYBE : NO;
    if (t < e->from || t >= m->goes_on)
        return NO;
    return t >= sure_day(m) ? YES : MAYBE;
}

void wake_with_event(struct bench *b, struct watcher *w, const struct entry *e)
{
    const struct more *m = entry_more(b->p, e);
    alarm_set(b, e->from, w);
    alarm_set(b, m->goes_on, w);
    if (!e->sometime)
        return;
    alarm_set(b, m->until, w);
    alarm_set(b, sure_day(m), w);
}
