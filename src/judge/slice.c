/* slice.c - one book on one basis: what flows in and out, and how much it is
 *
 * A slice keeps two sums over its accounts: what is surely in the gauge, and
 * what is surely or possibly in it.  The low end of a slice is the least value
 * of the first over all worlds; the high end is the greatest of the second, if
 * the region is closed by completes, or what a total of that day allows
 * (cells.c).
 *
 * With `not counting X, up to c` the measure is M - min(X, c), the greater of
 * M - X and M - c; with several of them the greatest over all choices.  What
 * is only possibly in counts nothing where it would be taken off again.
 */
#include "judge/own.h"

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
    struct touch t = { .slice = slice, .claim = -1, .heft = -1 };
    if (a->book != s->book || a->declared != s->declared)
        return t;
    struct class c = classify(b, &s->gauge, account);
    t.in = (uint8_t)c.in;
    t.why = (uint8_t)c.why;
    t.claim = c.claim;
    put_uncounts(b, s, account, &t);
    if (t.in && s->meter->scale)
        t.heft = heft_id(b, heft_of(b, s->meter->scale, a->item,
                                    &b->l->holders[a->holder]));
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

static bool is_unweighed(const struct bench *b, const struct touch *t)
{
    return t->heft >= 0 && b->hefts[t->heft].high == WEIGHS_ANYTHING;
}

/* F comes to (TIMES 1) or goes from (-1) an account that is T to a slice.
 * MOST: how often it comes to the most of the day. */
static void apply(struct bench *b, const struct touch *t, struct form f,
                  int times, int most)
{
    struct slice *s = b->slices[t->slice];
    struct heft one = { 1, 1 };
    if (t->claim >= 0 && !b->claim_known[t->claim])
        return;
    dirty(b, s);
    if (t->heft >= 0)
        one = b->hefts[t->heft];
    if (is_unweighed(b, t)) {
        sum_add(b->keep, &s->unweighed, &b->system, f, times);
        one.high = one.low;
    }
    sum_add(b->keep, &s->possible, &b->system, f, times * one.high);
    if (s->collects && most)
        sum_add(b->keep, &s->most, &b->system, f, most * one.high);
    if (t->in == YES)
        sum_add(b->keep, &s->sure, &b->system, f, times * one.low);
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
           x->heft == y->heft && x->x_sure == y->x_sure &&
           x->x_maybe == y->x_maybe && x->in == YES;
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

/* Could there be anything of which nobody told what it adds to the sum? */
static bool any_unweighed(struct bench *b, const struct slice *s)
{
    qty low, high;
    if (form_zero(sum_form(&s->unweighed)))
        return false;
    sum_ends(b->keep, &b->system, &s->unweighed, &low, &high);
    return !qty_ok(high) || high.num > 0;
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
    if (!s->closed || (high != &s->sure && any_unweighed(b, s)))
        out.high = QTY_NONE;
    out.low = weighed(s->meter->scale, out.low);
    out.high = weighed(s->meter->scale, out.high);
    return out;
}

/* Do completes close the region? What is not counted need not be. */
bool slice_closed(struct bench *b, const struct slice *s, instant t)
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
    if (s->meter->listed || s->meter->uncounts_n > UNCOUNTED_MAX ||
        s->meter->scale)
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
        [REASON_NONE] = 9,    [REASON_ON_THE_WAY] = 1, [REASON_PLACE] = 2,
        [REASON_WHOSE] = 3,   [REASON_KIND] = 4,       [REASON_STATUS] = 5,
        [REASON_UNSTATED] = 6
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
            bool unstated = is_unweighed(b, t);
            if (t->slice != slice || !(open || unstated) ||
                (t->claim >= 0 && !b->claim_known[t->claim]) ||
                form_zero(sum_form(&b->balances[a])))
                continue;
            if (open)
                best = first_reason(best, (enum reason)t->why);
            if (unstated)
                best = first_reason(best, REASON_UNSTATED);
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
    bool open = !form_same(sum_form(&s->sure), sum_form(&s->possible)) ||
                !form_zero(sum_form(&s->unweighed));
    for (size_t k = 0; k < s->meter->capped_n; k++)
        open = open || !form_same(sum_form(&s->x_sure[k]),
                                  sum_form(&s->x_possible[k]));
    return open;
}

void read_slice(struct bench *b, struct slice *s, instant t)
{
    const struct saying *totals[TOTALS_MAX];
    size_t n = totals_of(b, s, t, totals, TOTALS_MAX);
    s->sure_only = (struct measured){ 0 };
    s->why = REASON_NONE;
    s->dirty = false;
    s->closed = slice_closed(b, s, t);
    s->now = n ? cells_measure(b, s, totals, n, t, false)
               : plain(b, s, &s->possible);
    if (is_open(s)) {
        s->sure_only = n ? cells_measure(b, s, totals, n, t, true)
                         : plain(b, s, &s->sure);
        s->why = why_possible(b, s->number);
    }
    read_day(b, s);
    if (s->meter->drift)
        drift_slice(b, s);
}
