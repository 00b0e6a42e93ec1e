/* figure.c - figures that hang on something, at a moment; see own.h
 *
 * A formula comes to an interval: ranges, numbers that nobody declared and
 * what is held are between two ends, and the ends of what they make are wide
 * enough for every world. A disputed number has two readings; each formula is
 * worked out under every reading of those that it hangs on.
 */
#include "judge/own.h"

#include "pact/duties.h"

enum { DISPUTES_MAX = 4 };

/* What is held, as a figure: as it stands, or stood at the close of a day. */
struct held {
    struct watcher watcher;
    struct watcher *user;
    const struct formula *formula;
    struct meter *meter;
    instant until; /* from then on it stays */
    struct measured now;
};

struct yardstick {
    const struct formula *formula;
    const struct subject *subject;
    const struct formula *disputes[DISPUTES_MAX];
    size_t disputes_n;
    struct held *held[16];
    size_t held_n;
    bool wide; /* more than it can follow: any figure */
};

static const struct measured unknown = { true, { 0, 1 }, { 0, 0 } };

/* ---- making ------------------------------------------------------------- */

static void held_wake(struct bench *b, struct watcher *w, instant t)
{
    struct held *h = (struct held *)w;
    if (t >= h->until)
        return;
    struct measured now = meter_read(b, h->meter, t).of[COMBINED];
    if (same_measure(now, h->now))
        return;
    h->now = now;
    if (h->until == INSTANT_MAX)
        wake(b, h->user);
}

static const struct subject *whose(const struct yardstick *x,
                                   const struct formula *f)
{
    const struct limit_row *r = f->measure;
    return r->subjects.n ? &r->subjects.at[0] : x->subject;
}

static void hold(struct bench *b, struct yardstick *x, const struct formula *f,
                 struct watcher *user)
{
    const struct limit_row *r = f->measure;
    const struct subject *s = whose(x, f);
    struct gauge g = { .who = s->who,
                       .of_side = s->kind == SUBJECT_SIDE,
                       .kinds = r->kinds,
                       .stated = r->stated,
                       .place = r->places[0] };
    if (x->held_n == sizeof x->held / sizeof *x->held) {
        x->wide = true;
        return;
    }
    struct held *h = new_one(b->keep, struct held);
    *h = (struct held){ .watcher = { held_wake, false },
                        .user = user,
                        .formula = f,
                        .until = INSTANT_MAX,
                        .now = unknown };
    if (f->as_on.kind == MOMENT_AT)
        h->until = f->as_on.dated ? f->as_on.at + DAY_SECONDS : f->as_on.at;
    h->meter = meter_new(b, g, NULL, 0, &h->watcher);
    alarm_set(b, INSTANT_MIN, &h->watcher);
    if (h->until != INSTANT_MAX)
        alarm_set(b, h->until, user);
    x->held[x->held_n++] = h;
}

/* Are WHO the side of S, or that on which S stands? */
static bool is_of_side(const struct pact *p, const struct who *who,
                       const struct subject *s)
{
    int side = s->party >= 0 ? p->parties[s->party].side : s->side;
    for (size_t i = 0; i < p->parties_n; i++)
        if (who_has(who, (int)i))
            return p->parties[i].side == side;
    return false;
}

static bool is_about(const struct bench *b, const struct entry *e,
                     const struct yardstick *x, const struct number *n)
{
    const struct act *a = entry_more(b->p, e)->act;
    if (!a || !str_eq(a->what, n->name))
        return false;
    return n->each == EACH_SIDE
               ? is_of_side(b->p, &a->who, x->subject)
               : n->each == EACH_NONE || who_within(&a->who, &x->subject->who);
}

static void look_through(struct bench *b, struct yardstick *x,
                         const struct formula *f, struct watcher *user)
{
    const struct formula *parts[] = { f->a, f->b, f->asked, f->against };
    if (f->op == FORMULA_HELD)
        hold(b, x, f, user);
    if (f->op == FORMULA_REPORTED)
        wake_when_reported(b, whose(x, f), user);
    if (f->op == FORMULA_EITHER) {
        size_t i = 0;
        while (i < x->disputes_n && x->disputes[i] != f)
            i++;
        if (i == DISPUTES_MAX)
            x->wide = true;
        else if (i == x->disputes_n)
            x->disputes[x->disputes_n++] = f;
    }
    if (f->op == FORMULA_NAMED) {
        const struct number *n = &b->p->numbers[f->number];
        for (size_t i = 0; i < b->declared_n; i++) {
            const struct entry *e = &b->p->entries[b->declared[i]];
            if (is_about(b, e, x, n))
                alarm_set(b, said_from(b->p, e), user);
        }
        if (n->is)
            look_through(b, x, n->is, user);
    }
    for (int i = 0; i < 4; i++)
        if (parts[i])
            look_through(b, x, parts[i], user);
}

struct yardstick *figure_new(struct bench *b, const struct formula *f,
                             const struct subject *s, struct watcher *w)
{
    if (!f)
        return NULL;
    struct yardstick *x = new_one(b->keep, struct yardstick);
    *x = (struct yardstick){ .formula = f, .subject = s };
    look_through(b, x, f, w);
    return x;
}

/* ---- its worth at a moment ---------------------------------------------- */

struct asking {
    struct bench *b;
    const struct yardstick *x;
    instant t;
    unsigned reading; /* a bit for each dispute */
    bool undeclared;  /* it hangs on what nobody declared */
};

static struct measured worth(struct asking *q, const struct formula *f);

/* The last that was declared; of several at one moment any. */
static struct measured declared(struct asking *q, const struct number *n)
{
    struct measured m = { 0 };
    instant last = INSTANT_MIN;
    for (size_t i = 0; i < q->b->declared_n; i++) {
        const struct entry *e = &q->b->p->entries[q->b->declared[i]];
        instant at = said_from(q->b->p, e);
        if (at > q->t || at < last || !is_about(q->b, e, q->x, n))
            continue;
        qty v = entry_more(q->b->p, e)->act->amount;
        if (!m.any || at > last)
            m = (struct measured){ true, v, v };
        else if (qty_cmp(v, m.low) < 0)
            m.low = v;
        else if (qty_cmp(v, m.high) > 0)
            m.high = v;
        last = at;
    }
    if (m.any)
        return m;
    q->undeclared = true;
    return unknown;
}

qty more_of(qty a, qty b, bool open_wins)
{
    if (!qty_ok(a) || !qty_ok(b))
        return open_wins ? QTY_NONE : qty_ok(a) ? a : b;
    return qty_cmp(a, b) > 0 ? a : b;
}

qty less_of(qty a, qty b, bool open_wins)
{
    if (!qty_ok(a) || !qty_ok(b))
        return open_wins ? QTY_NONE : qty_ok(a) ? a : b;
    return qty_cmp(a, b) < 0 ? a : b;
}

struct measured hull(struct measured x, struct measured y)
{
    return (struct measured){ true, less_of(x.low, y.low, true),
                              more_of(x.high, y.high, true) };
}

/* A share of it: no share is below nothing. */
static qty times(qty a, qty share)
{
    return qty_zero(share) ? share : qty_ok(a) ? qty_mul(a, share) : a;
}

static qty round_to(qty a, enum formula_op op)
{
    if (!qty_ok(a))
        return a;
    return qty_round(a, op == FORMULA_UP     ? ROUND_UP
                        : op == FORMULA_DOWN ? ROUND_DOWN
                                             : ROUND_EVEN);
}

/* Is X so to Y? */
static tri stands(int sign, struct measured x, struct measured y)
{
    bool ends = qty_ok(x.low) && qty_ok(y.high);
    bool other = qty_ok(x.high) && qty_ok(y.low);
    int least = ends ? qty_cmp(x.low, y.high) : -1; /* x - y at least */
    int most = other ? qty_cmp(x.high, y.low) : 1;
    switch (sign) {
    case 0: return least >= 0 ? YES : most < 0 ? NO : MAYBE;
    case 1: return most <= 0 ? YES : least > 0 ? NO : MAYBE;
    case 2: return least > 0 ? YES : most <= 0 ? NO : MAYBE;
    case 3: return most < 0 ? YES : least >= 0 ? NO : MAYBE;
    default:
        return least == 0 && most == 0 ? YES
               : least > 0 || most < 0 ? NO
                                       : MAYBE;
    }
}

static struct measured either_worth(struct asking *q, const struct formula *f)
{
    for (size_t i = 0; i < q->x->disputes_n; i++)
        if (q->x->disputes[i] == f)
            return worth(q, q->reading >> i & 1 ? f->b : f->a);
    return hull(worth(q, f->a), worth(q, f->b));
}

static struct measured when_worth(struct asking *q, const struct formula *f)
{
    tri so = stands(f->sign, worth(q, f->asked), worth(q, f->against));
    return so == YES  ? worth(q, f->a)
           : so == NO ? worth(q, f->b)
                      : hull(worth(q, f->a), worth(q, f->b));
}

static struct measured held_worth(struct asking *q, const struct formula *f)
{
    for (size_t i = 0; i < q->x->held_n; i++) {
        const struct held *h = q->x->held[i];
        if (h->formula == f)
            return h->until == INSTANT_MAX || q->t >= h->until ? h->now
                                                               : unknown;
    }
    return unknown;
}

static struct measured two(enum formula_op op, struct measured x,
                           struct measured y)
{
    struct measured m = { .any = true };
    if (op == FORMULA_PLUS) {
        m.low = qty_add(x.low, y.low);
        m.high = qty_add(x.high, y.high);
    } else if (op == FORMULA_MINUS) {
        m.low = qty_sub(x.low, y.high);
        m.high = qty_sub(x.high, y.low);
    } else if (op == FORMULA_TIMES) {
        m.low = times(x.low, y.low);
        m.high = times(x.high, y.low);
    } else if (op == FORMULA_LARGER) {
        m.low = more_of(x.low, y.low, false);
        m.high = more_of(x.high, y.high, true);
    } else {
        m.low = less_of(x.low, y.low, true);
        m.high = less_of(x.high, y.high, false);
    }
    return m;
}

static struct measured worth(struct asking *q, const struct formula *f)
{
    const struct number *n;
    struct measured m;
    switch (f->op) {
    case FORMULA_IS: return (struct measured){ true, f->low, f->high };
    case FORMULA_NAMED:
        n = &q->b->p->numbers[f->number];
        return n->is ? worth(q, n->is) : declared(q, n);
    case FORMULA_UP:
    case FORMULA_DOWN:
    case FORMULA_EVEN:
        m = worth(q, f->a);
        return (struct measured){ true, round_to(m.low, f->op),
                                  round_to(m.high, f->op) };
    case FORMULA_WHEN: return when_worth(q, f);
    case FORMULA_EITHER: return either_worth(q, f);
    case FORMULA_HELD: return held_worth(q, f);
    case FORMULA_REPORTED:
        m = last_reported(q->b, f->measure, whose(q->x, f), q->t);
        q->undeclared = q->undeclared || !m.any;
        return m.any ? m : unknown;
    case FORMULA_PLUS:
    case FORMULA_MINUS:
    case FORMULA_TIMES:
    case FORMULA_LARGER:
    case FORMULA_SMALLER: break;
    }
    return two(f->op, worth(q, f->a), worth(q, f->b));
}

struct allowed figure_now(struct bench *b, const struct yardstick *x,
                          instant t)
{
    struct allowed a = { .n = 0 };
    for (unsigned i = 0; i < 1u << x->disputes_n; i++) {
        struct asking q = { b, x, t, i, false };
        a.at[a.n++] = x->wide ? unknown : worth(&q, x->formula);
        a.undeclared = a.undeclared || q.undeclared;
    }
    a.all = a.at[0];
    for (size_t i = 1; i < a.n; i++)
        a.all = hull(a.all, a.at[i]);
    return a;
}

struct allowed figure_just(qty n)
{
    struct allowed a = { .n = 1, .at = { { true, n, n } } };
    a.all = a.at[0];
    return a;
}

struct allowed figure_more(struct allowed a, qty n)
{
    for (size_t i = 0; i < a.n; i++) {
        a.at[i].low = qty_add(a.at[i].low, n);
        a.at[i].high = qty_add(a.at[i].high, n);
    }
    a.all.low = qty_add(a.all.low, n);
    a.all.high = qty_add(a.all.high, n);
    return a;
}

/* ---- how a measure stands to it ----------------------------------------- */

static bool definite(struct verdict_of v)
{
    return v.verdict == KEPT || v.verdict == BROKEN;
}

static struct verdict_of unsettled(struct verdict_of v, struct verdict_of u)
{
    struct verdict_of x = definite(v) ? u : v;
    x.verdict = UNDETERMINED;
    if (definite(v) && definite(u))
        x.reason = REASON_RANGE;
    return x;
}

/* Against any figure of N: a measure is never below nothing, and an open end
 * is more than anything. */
static struct verdict_of against(struct measured n, enum relation rel,
                                 const struct reading *x, enum basis k)
{
    qty low = qty_ok(n.low) ? n.low : qty_int(-1);
    struct verdict_of v = reading_says(rel, low, x, k);
    if (qty_ok(n.high) && !qty_cmp(low, n.high))
        return v;
    struct verdict_of u = reading_says(rel, n.high, x, k);
    if (rel == EXACTLY) { /* beyond all of them, or one of them perhaps */
        bool over = reading_says(AT_MOST, n.high, x, k).verdict == BROKEN;
        bool under = reading_says(AT_LEAST, low, x, k).verdict == BROKEN;
        return over || under ? v : unsettled(v, u);
    }
    return definite(v) && v.verdict == u.verdict ? v : unsettled(v, u);
}

struct verdict_of figure_says(const struct allowed *a, enum relation rel,
                              const struct reading *x, enum basis k)
{
    struct verdict_of v = against(a->at[0], rel, x, k);
    bool differ = false;
    for (size_t i = 1; i < a->n; i++) {
        struct verdict_of u = against(a->at[i], rel, x, k);
        differ = differ || u.verdict != v.verdict;
        if (u.verdict != v.verdict)
            v = unsettled(v, u);
    }
    if (v.verdict == UNDETERMINED && a->undeclared)
        v.reason = REASON_UNDECLARED;
    else if (differ)
        v.reason = REASON_DISPUTED;
    v.figure = true;
    v.allowed = a->all.low;
    v.allowed_high = a->all.high;
    return v;
}
