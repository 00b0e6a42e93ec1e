/* drift.c - how much more there is than on a day: a freeze; see own.h
 *
 * What has come and gone since is counted by postings, so that an amount that
 * nobody knows stays out of it: its unknowns cancel.  Of an account that is
 * only possibly in the gauge, of what came any part may have come into it, and
 * of what went any part have gone from it.  What a `hold` opens may have been
 * there before, unless completes closed the region on that day.
 *
 * Where the ends of both days are known (totals, completes), their difference
 * is a second answer; the true one lies in both.
 */
#include "judge/own.h"

/* An account that is only possibly in a slice. */
struct hazy {
    int account;
    const struct touch *touch;
    struct sum came, went;
};

struct since_then {
    struct measured then; /* as the day closed */
    bool closed;          /* nothing was unlisted then */
    struct sum moved;     /* what surely came, less what surely went */
    struct sum held;      /* ... of it opened by `hold` */
    struct hazy *hazy;
    size_t hazy_n, hazy_cap;
};

struct drift {
    instant from;
    bool floor, begun;
    size_t next; /* of the ledger's flows: not taken yet */
    struct measured then;
    struct since_then *of; /* by slice */
};

instant compares_from(const struct limit_row *r)
{
    const struct moment *m = &r->as_on;
    return !m->kind ? INSTANT_MIN : m->dated ? m->at + DAY_SECONDS : m->at;
}

void drift_new(struct bench *b, struct meter *m, instant from, bool floor)
{
    if (m->drift)
        return; /* of another era */
    for (size_t i = 0; i < m->eras_n; i++)
        drift_new(b, m->eras[i].meter, from, floor);
    if (m->eras_n)
        return;
    m->drift = new_one(b->keep, struct drift);
    *m->drift = (struct drift){ .from = from, .floor = floor };
}

void drift_watch(struct bench *b, struct meter *m, instant t)
{
    for (size_t i = 0; i < m->eras_n; i++)
        meter_read(b, m->eras[i].meter, t);
    if (!m->eras_n)
        meter_read(b, m, t);
}

qty drift_least(const struct meter *m)
{
    bool open = m->drift && m->drift->begun && m->drift->floor;
    return open ? QTY_NONE : qty_int(0);
}

void drift_then(struct meter *m, struct measured all)
{
    m->drift->then = all;
}

qty drift_seen(const struct meter *m, qty least)
{
    if (!m->drift || !m->drift->begun)
        return least;
    const struct measured *then = &m->drift->then;
    return then->any && qty_ok(then->high) ? qty_sub(least, then->high)
                                           : QTY_NONE;
}

/* ---- what has come and gone --------------------------------------------- */

static struct since_then *of_slice(const struct meter *m, uint32_t slice)
{
    return &m->drift->of[slice - m->slices[0]->number];
}

static void begin(struct bench *b, struct meter *m)
{
    struct drift *d = m->drift;
    d->begun = true;
    d->next = flows_from(b->l, d->from);
    d->of = new_n(b->keep, struct since_then, m->slices_n + 1);
    for (size_t i = 0; i < m->slices_n; i++) {
        struct slice *s = m->slices[i];
        d->of[i] = (struct since_then){ .then = s->now,
                                        .moved = sum_new(),
                                        .held = sum_new() };
        d->of[i].closed = slice_closed(b, s, d->from - 1);
        s->dirty = true;
    }
}

static struct hazy *hazy_of(struct bench *b, struct since_then *o, int account,
                            const struct touch *t)
{
    for (size_t i = 0; i < o->hazy_n; i++)
        if (o->hazy[i].account == account)
            return &o->hazy[i];
    struct hazy *h = push(b->keep, o->hazy, o->hazy_n, o->hazy_cap);
    *h = (struct hazy){ account, t, sum_new(), sum_new() };
    return h;
}

/* F comes to (SIGN 1) or goes from (-1) ACCOUNT. */
static void take(struct bench *b, struct meter *m, const struct flow *f,
                 int account, int sign)
{
    struct form amount = flow_amount(b->l, f);
    bool opens = f->from < 0 && b->p->entries[f->entry].kind == ENTRY_HOLD;
    uint32_t first = m->slices[0]->number;
    for (size_t i = b->touch_at[account]; i < b->touch_at[account + 1]; i++) {
        const struct touch *t = &b->touches[i];
        if (t->slice < first || t->slice >= first + m->slices_n)
            continue;
        struct since_then *o = of_slice(m, t->slice);
        if (t->in == YES && t->claim < 0) {
            sum_add(b->keep, &o->moved, &b->system, amount, sign);
            if (opens)
                sum_add(b->keep, &o->held, &b->system, amount, 1);
        } else {
            struct hazy *h = hazy_of(b, o, account, t);
            sum_add(b->keep, sign > 0 ? &h->came : &h->went, &b->system,
                    amount, 1);
        }
    }
}

bool drift_look(struct bench *b, struct meter *m, instant t)
{
    struct drift *d = m->drift;
    if (t < d->from)
        return false;
    if (!d->begun)
        begin(b, m);
    for (; d->next < b->flows_to && m->slices_n; d->next++) {
        const struct flow *f = &b->l->flows[d->next];
        if (f->from >= 0)
            take(b, m, f, f->from, -1);
        if (f->to >= 0)
            take(b, m, f, f->to, 1);
    }
    return true;
}

/* ---- the difference ----------------------------------------------------- */

/* What of HAZY may have come to be in (HIGH), or gone (not HIGH: a negative
 * form): nothing of it was there then, or all has left, or whatever came or
 * went. */
static struct form may_be(struct bench *b, const struct hazy *h, bool high)
{
    struct arena *k = b->keep;
    struct form none = form_of(qty_int(0));
    struct form now = sum_form(&b->balances[h->account]);
    struct form came = sum_form(&h->came), went = sum_form(&h->went);
    struct form then = form_add(k, form_add(k, now, came, -1), went, 1);
    if (h->touch->claim >= 0 && !b->claim_known[h->touch->claim])
        return none;
    if (form_zero(high ? now : then))
        return none;
    if (high)
        return form_zero(then) ? now : came;
    return form_add(k, none, form_zero(now) ? then : went, -1);
}

/* By what the ends of both days are. */
static struct measured apart(struct measured now, struct measured then)
{
    struct measured m = { .any = true, .low = QTY_NONE, .high = QTY_NONE };
    if (qty_ok(now.low) && qty_ok(then.high))
        m.low = qty_sub(now.low, then.high);
    if (qty_ok(now.high) && qty_ok(then.low))
        m.high = qty_sub(now.high, then.low);
    return m;
}

/* By postings; HAZY: with what is only possibly in. */
static struct measured posted(struct bench *b, const struct slice *s,
                              const struct since_then *o, bool hazy)
{
    struct arena *k = b->keep;
    struct form low = sum_form(&o->moved), high = low;
    struct measured m = { .any = true };
    qty other;
    if (!o->closed)
        low = form_add(k, low, sum_form(&o->held), -1);
    for (size_t i = 0; hazy && i < o->hazy_n; i++) {
        low = form_add(k, low, may_be(b, &o->hazy[i], false), 1);
        high = form_add(k, high, may_be(b, &o->hazy[i], true), 1);
    }
    system_ends(k, &b->system, low, &m.low, &other);
    system_ends(k, &b->system, high, &other, &m.high);
    if (!o->closed && s->meter->drift->floor)
        m.low = QTY_NONE;
    if (!s->closed)
        m.high = QTY_NONE;
    return m;
}

static struct measured both(struct measured x, struct measured y)
{
    struct measured m = { true, more_of(x.low, y.low, false),
                          less_of(x.high, y.high, false) };
    bool meet =
        !qty_ok(m.low) || !qty_ok(m.high) || qty_cmp(m.low, m.high) <= 0;
    return meet ? m : y; /* what no book lists has changed */
}

void drift_slice(struct bench *b, struct slice *s)
{
    const struct drift *d = s->meter->drift;
    if (!d->begun)
        return;
    const struct since_then *o = of_slice(s->meter, s->number);
    bool capped = s->meter->capped_n > 0; /* then not by postings */
    struct measured by = apart(s->now, o->then);
    qty more = qty_ok(s->day.high) && qty_ok(s->now.high)
                   ? qty_sub(s->day.high, s->now.high)
                   : qty_int(0);
    s->now = capped ? by : both(posted(b, s, o, true), by);
    s->sure_only = (struct measured){ 0 };
    s->why = REASON_NONE;
    for (size_t i = 0; i < o->hazy_n; i++)
        s->why = first_reason(s->why, (enum reason)o->hazy[i].touch->why);
    if (o->hazy_n && !capped)
        s->sure_only = posted(b, s, o, false);
    s->closed = s->closed && (o->closed || !d->floor);
    s->day = s->now;
    if (qty_ok(s->day.high))
        s->day.high = qty_add(s->day.high, more);
}
