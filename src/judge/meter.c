/* meter.c - how much there is, on three bases; see own.h
 *
 * A slice is one book on one basis.  It keeps two sums over its accounts:
 * what is surely in the gauge, and what is surely or possibly in it.  The low
 * end of a slice is the least value of the first over all worlds; the high
 * end is the greatest of the second, if the region is closed by completes, or
 * what a total of that day allows (cells.c).
 *
 * With `not counting X, up to c` the measure is M - min(X, c), the greater of
 * M - X and M - c; with several of them the greatest over all choices.  What
 * is only possibly in counts nothing where it would be taken off again.
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
    s->sure = s->possible = s->most = sum_new();
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

/* ---- what accounts are to slices ---------------------------------------- */

/* Of what is in G: is it in X, too? */
static struct class left_out_of(struct bench *b, const struct gauge *g,
                                const struct gauge *x, int account)
{
    struct class c = classify(b, x, account);
    struct gauge here = pinned(b, g, account);
    int claim;
    if (c.in != MAYBE)
        return c;
    struct answers why = answers_of(b, x, account, &claim);
    if (!gauges_meet(b, &here, x))
        c.in = NO;
    else if (drawn_in(b, g, &x, &why, 1, account))
        c.in = YES;
    return c;
}

static void put_uncounts(struct bench *b, const struct slice *s, int account,
                         struct touch *t)
{
    const struct meter *m = s->meter;
    for (size_t i = 0, k = 0; i < m->uncounts_n && t->in; i++) {
        struct gauge x = left_out(&s->gauge, &m->uncounts[i]);
        struct class c = left_out_of(b, &s->gauge, &x, account);
        if (m->uncounts[i].capped) {
            if (!t->x_sure) { /* else it is left out already */
                t->x_sure |= (uint8_t)((c.in == YES && !t->x_maybe) << k);
                t->x_maybe |= (uint8_t)((c.in != NO) << k);
                if (c.in == MAYBE)
                    t->why = (uint8_t)first_reason((enum reason)t->why, c.why);
            }
            k++;
            continue;
        }
        tri left = tri_and((tri)t->in, tri_not(c.in));
        if (left == MAYBE && t->in == YES)
            t->why = (uint8_t)c.why;
        t->in = (uint8_t)left;
    }
}

static struct touch touch_of(struct bench *b, uint32_t slice, int account)
{
    const struct slice *s = b->slices[slice];
    const struct account *a = &b->l->accounts[account];
    struct touch t = { .slice = slice, .claim = -1 };
    if (a->book != s->book || a->declared != s->declared)
        return t;
    struct class c = classify(b, &s->gauge, account);
    t.in = (uint8_t)c.in;
    t.why = (uint8_t)c.why;
    t.claim = c.claim;
    put_uncounts(b, s, account, &t);
    return t;
}

void touches_make(struct bench *b)
{
    size_t n = 0, cap = 0;
    b->touch_at = new_n(b->keep, size_t, b->l->accounts_n + 1);
    for (size_t a = 0; a < b->l->accounts_n; a++) {
        b->touch_at[a] = n;
        for (uint32_t s = 0; s < b->slices_n; s++) {
            struct touch t = touch_of(b, s, (int)a);
            if (t.in)
                *push(b->keep, b->touches, n, cap) = t;
            if (t.in == MAYBE)
                b->slices[s]->any_maybe = true;
        }
    }
    b->touch_at[b->l->accounts_n] = n;
}

static void dirty(struct bench *b, struct slice *s)
{
    s->dirty = true;
    wake(b, s->meter->watcher);
}

/* F comes to (TIMES 1) or goes from (-1) an account that is T to a slice.
 * MOST: how often it comes to the most of the day. */
static void apply(struct bench *b, const struct touch *t, struct form f,
                  int times, int most)
{
    struct slice *s = b->slices[t->slice];
    if (t->claim >= 0 && !b->claim_known[t->claim])
        return;
    dirty(b, s);
    sum_add(b->keep, &s->possible, &b->system, f, times);
    if (s->collects && most)
        sum_add(b->keep, &s->most, &b->system, f, most);
    if (t->in == YES)
        sum_add(b->keep, &s->sure, &b->system, f, times);
    for (size_t k = 0; k < s->meter->capped_n; k++) {
        if (t->in == YES && t->x_maybe >> k & 1)
            sum_add(b->keep, &s->x_possible[k], &b->system, f, times);
        if (t->in == YES && t->x_sure >> k & 1)
            sum_add(b->keep, &s->x_sure[k], &b->system, f, times);
    }
    for (unsigned i = 1; t->in == MAYBE && i < 1u << s->meter->capped_n; i++)
        if (t->x_sure & i)
            sum_add(b->keep, &s->outside[i], &b->system, f, times);
}

static bool cancels(const struct touch *x, const struct touch *y)
{
    return x->slice == y->slice && x->in == y->in && x->claim == y->claim &&
           x->x_sure == y->x_sure && x->x_maybe == y->x_maybe && x->in == YES;
}

/* To what comes to a slice the most of the day grows; what leaves may have
 * been there before. A recount of the day stands from its opening on: the old
 * figure was never that day's. One of an hour leaves the most as it was. */
static void most_grows(const struct bench *b, const struct flow *f, int *came,
                       int *went)
{
    if (b->p->entries[f->entry].kind != ENTRY_RECOUNT)
        return;
    bool opens = day_opens(instant_day(f->at)) == f->at;
    *came = opens;
    *went = -opens;
}

/* Both accounts' touches are in order of slice: walk through both, and leave
 * out what moves within a slice. */
void slices_flow(struct bench *b, const struct flow *f)
{
    const struct touch *x = NULL, *x_end = NULL, *y = NULL, *y_end = NULL;
    struct form amount = flow_amount(b->l, f);
    int came = 1, went = 0;
    if (!b->touches)
        return; /* nothing is measured */
    if (f->from < 0 || f->to < 0)
        most_grows(b, f, &came, &went);
    if (f->from >= 0) {
        x = b->touches + b->touch_at[f->from];
        x_end = b->touches + b->touch_at[f->from + 1];
    }
    if (f->to >= 0) {
        y = b->touches + b->touch_at[f->to];
        y_end = b->touches + b->touch_at[f->to + 1];
    }
    while (x < x_end || y < y_end) {
        bool left = y == y_end || (x < x_end && x->slice <= y->slice);
        bool right = x == x_end || (y < y_end && y->slice <= x->slice);
        if (!(left && right && cancels(x, y))) {
            if (left)
                apply(b, x, amount, -1, went);
            if (right)
                apply(b, y, amount, 1, left ? 0 : came);
        }
        x = left ? x + 1 : x; /* one that is NULL stays so */
        y = right ? y + 1 : y;
    }
}

/* From now on CLAIM is known: what hangs on it counts. */
void slices_claim(struct bench *b, int claim)
{
    b->claim_known[claim] = true;
    for (size_t a = 0; a < b->l->accounts_n; a++)
        for (size_t i = b->touch_at[a]; i < b->touch_at[a + 1]; i++)
            if (b->touches[i].claim == claim)
                apply(b, &b->touches[i], sum_form(&b->balances[a]), 1, 1);
    const struct entry *e = &b->p->entries[b->claims[claim]];
    int director = entry_more(b->p, e)->director;
    for (size_t i = 0; i < b->slices_n; i++) {
        struct slice *s = b->slices[i];
        if (s->declared || !s->gauge.of_side ||
            !who_has(&s->gauge.who, director))
            continue;
        who_join(&s->gauge.claimed, &b->p->holders[e->who].who);
        dirty(b, s);
    }
}

/* Something that may be in the one may be in the other. */
static bool shared(struct bench *b, const struct slice *s,
                   const struct saying *total)
{
    for (size_t a = 0; s->any_maybe && a < b->l->accounts_n; a++)
        for (size_t i = b->touch_at[a]; i < b->touch_at[a + 1]; i++)
            if (b->touches[i].slice == s->number &&
                b->touches[i].in == MAYBE &&
                !form_zero(sum_form(&b->balances[a])) &&
                classify(b, &total->gauge, (int)a).in)
                return true;
    return false;
}

void slices_told(struct bench *b, const struct saying *t)
{
    for (size_t i = 0; i < b->slices_n; i++) {
        struct slice *s = b->slices[i];
        if (s->book == t->book && (gauges_meet(b, &s->gauge, &t->gauge) ||
                                   (t->is_total && shared(b, s, t))))
            dirty(b, s);
    }
}

void meter_day(struct bench *b, struct meter *m, instant t)
{
    bool seen = false;
    for (size_t i = 0; i < m->seen_n; i++)
        seen = seen ||
               (m->seen[i].from < t + DAY_SECONDS && m->seen[i].until > t);
    for (size_t i = 0; i < m->slices_n; i++) {
        struct slice *s = m->slices[i];
        if (seen || s->collects)
            dirty(b, s); /* the most of the day is another */
        s->collects = seen;
        if (!seen)
            continue;
        s->most = sum_new();
        sum_add(b->keep, &s->most, &b->system, sum_form(&s->possible), 1);
    }
}

/* ---- one slice at one moment -------------------------------------------- */

/* BASE less, for each capped uncount, what is in it or its cap: by bits. */
static struct form less(struct bench *b, const struct meter *m,
                        struct form base, const struct sum *x, unsigned choice)
{
    for (size_t u = 0, k = 0; u < m->uncounts_n; u++) {
        if (!m->uncounts[u].capped)
            continue;
        struct form off =
            choice >> k & 1 ? sum_form(&x[k]) : form_of(m->uncounts[u].cap);
        base = form_add(b->keep, base, off, -1);
        k++;
    }
    return base;
}

/* SURE_ONLY: what is only possibly left out is not. */
static struct measured capped_ends(struct bench *b, const struct slice *s,
                                   const struct sum *high, bool sure_only)
{
    const struct meter *m = s->meter;
    unsigned n = 1u << m->capped_n;
    struct form *f = new_n(b->keep, struct form, n);
    struct measured out = { .any = true, .high = qty_int(0) };
    for (unsigned i = 0; i < n; i++)
        f[i] = less(b, m, sum_form(&s->sure),
                    sure_only ? s->x_sure : s->x_possible, i);
    out.low = at_least_zero(system_least_greatest(b->keep, &b->system, f, n));
    for (unsigned i = 0; i < n; i++) {
        qty l, h;
        struct form most = less(b, m, sum_form(high), s->x_sure, i);
        if (i)
            most = form_add(b->keep, most, sum_form(&s->outside[i]), -1);
        system_ends(b->keep, &b->system, most, &l, &h);
        if (!qty_ok(h)) {
            out.high = QTY_NONE;
            return out;
        }
        if (qty_cmp(h, out.high) > 0)
            out.high = h;
    }
    return out;
}

/* Without totals. HIGH: the sum that the high end is of. */
static struct measured plain(struct bench *b, const struct slice *s,
                             const struct sum *high)
{
    struct measured out = { .any = true };
    qty other;
    if (s->meter->capped_n) {
        out = capped_ends(b, s, high, high == &s->sure);
    } else {
        sum_ends(b->keep, &b->system, &s->sure, &out.low, &other);
        if (high == &s->sure)
            out.high = other;
        else
            sum_ends(b->keep, &b->system, high, &other, &out.high);
    }
    if (!s->closed)
        out.high = QTY_NONE;
    return out;
}

/* Do completes close the region? What is not counted need not be. */
static bool is_closed(struct bench *b, const struct slice *s, instant t)
{
    enum { MOST = 64 };
    const struct gauge *q[MOST];
    struct gauge out[UNCOUNTS_MAX];
    const struct meter *m = s->meter;
    int keeper = b->p->books[s->book].keeper;
    size_t n = 0, k = 0;
    if (m->listed)
        return true;
    if (!s->declared && keeper >= 0 && who_has(&s->gauge.who, keeper))
        return false; /* this basis does not speak of the keeper's own */
    for (size_t i = 0; i < b->told_n && n < MOST - UNCOUNTS_MAX; i++)
        if (!b->told[i].is_total && b->told[i].from <= t &&
            told_speaks(b, &b->told[i], s->book, s->declared) &&
            (b->told_n < MOST - UNCOUNTS_MAX ||
             gauges_meet(b, &s->gauge, &b->told[i].gauge)))
            q[n++] = &b->told[i].gauge;
    if (!n && !s->gauge.stated.groups)
        return false; /* else `own` or `stationed` may leave no place */
    for (size_t u = 0; u < m->uncounts_n && k < UNCOUNTS_MAX; u++) {
        if (m->uncounts[u].capped)
            continue;
        out[k] = left_out(&s->gauge, &m->uncounts[u]);
        q[n++] = &out[k++];
    }
    return covered(b, &s->gauge, q, n, true);
}

size_t totals_of(struct bench *b, const struct slice *s, instant t,
                 const struct saying **out, size_t most)
{
    size_t n = 0;
    if (s->meter->listed || s->meter->uncounts_n > UNCOUNTED_MAX)
        return 0; /* else wider than need be */
    for (size_t i = 0; i < b->told_n && n < most; i++) {
        const struct saying *r = &b->told[i];
        if (r->is_total && r->from <= t && t < r->until &&
            told_speaks(b, r, s->book, s->declared) &&
            (gauges_meet(b, &s->gauge, &r->gauge) || shared(b, s, r)))
            out[n++] = r;
    }
    return n;
}

enum reason first_reason(enum reason x, enum reason y)
{
    static const int rank[] = {
        [REASON_NONE] = 9,  [REASON_ON_THE_WAY] = 1, [REASON_PLACE] = 2,
        [REASON_WHOSE] = 3, [REASON_KIND] = 4,       [REASON_STATUS] = 5
    };
    return rank[y] < rank[x] ? y : x;
}

/* The first reason among what is possibly in. */
static enum reason why_possible(struct bench *b, uint32_t slice)
{
    enum reason best = REASON_NONE;
    for (size_t a = 0; a < b->l->accounts_n; a++)
        for (size_t i = b->touch_at[a]; i < b->touch_at[a + 1]; i++) {
            const struct touch *t = &b->touches[i];
            bool open = t->in == MAYBE || (t->x_maybe & ~t->x_sure);
            if (t->slice == slice && open &&
                (t->claim < 0 || b->claim_known[t->claim]) &&
                !form_zero(sum_form(&b->balances[a])))
                best = first_reason(best, (enum reason)t->why);
        }
    return best;
}

/* Against evidence a movement dated by a day happened at some moment of it:
 * all that came may have been there with all that has left. */
static void read_day(struct bench *b, struct slice *s)
{
    s->day = s->now;
    if (!s->collects || !s->closed || !qty_ok(s->now.high))
        return;
    qty high = plain(b, s, &s->most).high;
    if (!qty_ok(high) || qty_cmp(high, s->now.high) > 0)
        s->day.high = high;
}

/* Is something only possibly counted, or only possibly left out? */
static bool is_open(const struct slice *s)
{
    bool open = !form_same(sum_form(&s->sure), sum_form(&s->possible));
    for (size_t k = 0; k < s->meter->capped_n; k++)
        open = open || !form_same(sum_form(&s->x_sure[k]),
                                  sum_form(&s->x_possible[k]));
    return open;
}

static void read_slice(struct bench *b, struct slice *s, instant t)
{
    const struct saying *totals[TOTALS_MAX];
    size_t n = totals_of(b, s, t, totals, TOTALS_MAX);
    s->sure_only = (struct measured){ 0 };
    s->why = REASON_NONE;
    s->dirty = false;
    s->closed = is_closed(b, s, t);
    s->now = n ? cells_measure(b, s, totals, n, t, false)
               : plain(b, s, &s->possible);
    if (is_open(s)) {
        s->sure_only = n ? cells_measure(b, s, totals, n, t, true)
                         : plain(b, s, &s->sure);
        s->why = why_possible(b, s->number);
    }
    read_day(b, s);
}

/* ---- bases -------------------------------------------------------------- */

/* Intervals that speak of the same: the greatest and the least of their ends;
 * QTY_NONE where open. */
struct pile {
    bool any, open_low, open_high; /* one of them is open there */
    qty low_max, low_min, high_min, high_max;
};

static void pile_add(struct pile *p, struct measured m)
{
    bool first = !p->any;
    p->any = true;
    if (first)
        p->low_max = p->low_min = p->high_min = p->high_max = QTY_NONE;
    p->open_low = p->open_low || !qty_ok(m.low);
    p->open_high = p->open_high || !qty_ok(m.high);
    if (qty_ok(m.low)) {
        if (!qty_ok(p->low_max) || qty_cmp(m.low, p->low_max) > 0)
            p->low_max = m.low;
        if (!qty_ok(p->low_min) || qty_cmp(m.low, p->low_min) < 0)
            p->low_min = m.low;
    }
    if (!qty_ok(m.high))
        return;
    if (!qty_ok(p->high_min) || qty_cmp(m.high, p->high_min) < 0)
        p->high_min = m.high;
    if (!qty_ok(p->high_max) || qty_cmp(m.high, p->high_max) > 0)
        p->high_max = m.high;
}

/* What all allow together; where nothing satisfies all, from the lowest to
 * the highest. */
static struct measured pile_ends(const struct pile *p, bool *disagree)
{
    struct measured m = { p->any, p->low_max, p->high_min };
    *disagree = qty_ok(m.low) && qty_ok(m.high) && qty_cmp(m.low, m.high) > 0;
    if (*disagree) {
        m.low = p->open_low ? QTY_NONE : p->low_min;
        m.high = p->open_high ? QTY_NONE : p->high_max;
    }
    return m;
}

bool is_telling(struct measured m)
{
    return !qty_ok(m.low) || m.low.num || qty_ok(m.high);
}

static void read_basis(struct reading *r, enum basis k, bool telling)
{
    struct pile now = { 0 }, sure = { 0 };
    bool ignore;
    for (size_t i = 0; i < r->voices_n; i++) {
        const struct voice *v = &r->voices[i];
        if ((k != COMBINED && v->basis != k) ||
            (telling && !is_telling(v->now)))
            continue;
        pile_add(&now, v->now);
        pile_add(&sure, v->sure);
        r->why[k] = first_reason(r->why[k], v->why);
        r->closed[k] = r->closed[k] || v->closed;
    }
    r->of[k] = pile_ends(&now, &r->disagree[k]);
    r->sure_only[k] = pile_ends(&sure, &ignore);
}

struct reading reading_of(const struct voice *voices, size_t n)
{
    struct reading r = { .voices = voices, .voices_n = n };
    static const enum basis bases[] = { DECLARED, ESTIMATED, COMBINED };
    for (int i = 0; i < 3; i++) {
        bool telling = false;
        for (size_t v = 0; v < n; v++)
            telling = telling ||
                      (is_telling(voices[v].now) &&
                       (bases[i] == COMBINED || voices[v].basis == bases[i]));
        read_basis(&r, bases[i], telling);
    }
    return r;
}

static struct measured plus(struct measured a, struct measured b)
{
    return (struct measured){ true, qty_add(a.low, b.low),
                              qty_add(a.high, b.high) };
}

static struct voice voice_of(const struct slice *s)
{
    return (struct voice){ .basis = s->declared ? DECLARED : ESTIMATED,
                           .now = s->now,
                           .most = s->day,
                           .sure = s->sure_only.any ? s->sure_only : s->now,
                           .why = s->why,
                           .closed = s->closed };
}

/* What party H says of itself, in all its books; false: nothing. */
static bool party_says(const struct meter *m, int h, struct voice *out)
{
    struct pile now = { 0 }, most = { 0 }, sure = { 0 };
    bool ignore;
    *out = (struct voice){ .basis = DECLARED };
    for (size_t i = 0; i < m->slices_n; i++) {
        if (m->slices[i]->party != h)
            continue;
        struct voice v = voice_of(m->slices[i]);
        pile_add(&now, v.now);
        pile_add(&most, v.most);
        pile_add(&sure, v.sure);
        out->why = first_reason(out->why, v.why);
        out->closed = out->closed || v.closed;
    }
    out->now = pile_ends(&now, &ignore);
    out->most = pile_ends(&most, &ignore);
    out->sure = pile_ends(&sure, &ignore);
    return now.any;
}

/* The sum over parties of what each declares of itself; who declares nothing
 * is unknown from zero up. */
static bool declared_voice(struct bench *b, const struct meter *m,
                           struct voice *out)
{
    struct measured zero = { true, qty_int(0), qty_int(0) };
    struct measured unknown = { true, qty_int(0), QTY_NONE };
    bool any = false;
    *out = (struct voice){ DECLARED, zero, zero, zero, REASON_NONE, true };
    for (int h = 0; h < (int)b->p->parties_n; h++) {
        struct voice one;
        if (!who_has(&m->gauge.who, h))
            continue;
        if (!party_says(m, h, &one))
            one = m->listed ? (struct voice){ DECLARED, zero,        zero,
                                              zero,     REASON_NONE, true }
                            : (struct voice){ DECLARED, unknown,     unknown,
                                              unknown,  REASON_NONE, false };
        else
            any = true;
        out->now = plus(out->now, one.now);
        out->most = plus(out->most, one.most);
        out->sure = plus(out->sure, one.sure);
        out->why = first_reason(out->why, one.why);
        out->closed = out->closed && one.closed;
    }
    return any;
}

/* As what is one's own in the land of others. */
static bool holds_nothing(struct bench *b, struct meter *m)
{
    if (m->listed || who_empty(&m->gauge.who))
        return true;
    if (m->nothing == MAYBE)
        m->nothing = tri_of(m->gauge.stated.groups &&
                            covered(b, &m->gauge, NULL, 0, true));
    return m->nothing == YES;
}

/* Where only what is listed counts, a book that lists nothing takes no part.
 */
static size_t those_that_list(struct voice *v, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!qty_ok(v[i].now.high) || !qty_zero(v[i].now.high))
            v[kept++] = v[i];
    return kept;
}

static struct reading read_books(struct bench *b, struct meter *m)
{
    size_t n = 0;
    if (!m->voices)
        m->voices = new_n(b->keep, struct voice, m->slices_n + 1);
    if (declared_voice(b, m, &m->voices[n]))
        n++;
    for (size_t i = 0; i < m->slices_n; i++)
        if (!m->slices[i]->declared)
            m->voices[n++] = voice_of(m->slices[i]);
    if (m->listed)
        n = those_that_list(m->voices, n);
    struct reading r = reading_of(m->voices, n);
    if (!r.of[COMBINED].any)
        r.of[COMBINED] =
            (struct measured){ true, qty_int(0),
                               holds_nothing(b, m) ? qty_int(0) : QTY_NONE };
    return r;
}

/* The most that the books allow for the whole day. */
static qty most_of_day(const struct reading *r)
{
    struct pile p = { 0 };
    bool ignore, telling = false;
    for (size_t i = 0; i < r->voices_n; i++)
        telling = telling || is_telling(r->voices[i].now);
    for (size_t i = 0; i < r->voices_n; i++) {
        struct measured m = r->voices[i].most;
        m.low = r->voices[i].now.low;
        if (!telling || is_telling(r->voices[i].now))
            pile_add(&p, m);
    }
    return p.any ? pile_ends(&p, &ignore).high : QTY_NONE;
}

bool with_evidence(struct measured *m, struct measured seen, qty most)
{
    if (!seen.any || (qty_ok(m->low) && qty_cmp(seen.low, m->low) <= 0))
        return false;
    if (qty_ok(most) && qty_cmp(seen.low, most) > 0) {
        *m = (struct measured){ true, seen.low, QTY_NONE };
        return true;
    }
    m->low = seen.low;
    if (qty_ok(m->high) && qty_cmp(m->high, m->low) < 0)
        m->high = m->low; /* it was seen before it left that day */
    return false;
}

/* What was seen at T, against the most that the books allow for its day. */
static void read_evidence(const struct meter *m, instant t, struct reading *r)
{
    struct measured *e = &r->of[EVIDENCE];
    qty most = most_of_day(r);
    bool open = false;
    for (size_t i = 0; i < m->seen_n; i++) {
        const struct sighting *s = &m->seen[i];
        if (t < s->from || t >= s->until)
            continue;
        if (s->sometime) /* on one of these days */
            open = open || (qty_ok(most) && qty_cmp(s->least, most) > 0);
        else if (!e->any || qty_cmp(s->least, e->low) > 0)
            *e = (struct measured){ true, s->least, QTY_NONE };
    }
    r->seen = *e;
    r->discrepancy = with_evidence(&r->of[COMBINED], *e, most);
    if (open)
        r->of[COMBINED].high = QTY_NONE;
}

bool denies(const struct pact *p, const struct entry *e, instant t)
{
    return e->from <= t && t < entry_more(p, e)->goes_on;
}

struct reading meter_read(struct bench *b, struct meter *several, instant t)
{
    struct meter *m = meter_at(several, t);
    for (size_t i = 0; i < m->slices_n; i++)
        if (m->slices[i]->dirty)
            read_slice(b, m->slices[i], t);
    struct reading r = read_books(b, m);
    if (m->seen_n)
        read_evidence(m, t, &r);
    for (size_t i = 0; i < m->denied_n && !m->listed; i++)
        r.denied = r.denied || denies(b->p, &b->p->entries[m->denied[i]], t);
    return r;
}
