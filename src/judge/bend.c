/* bend.c - exceptions: when they are open, and what then holds;
 * docs/judging.md, section 8
 *
 * Whether an exception is open hangs on time, conditions and consent, which
 * are the same for all bases, and on its use, which each basis has of its
 * own.  Of a use that may have begun the first and the last possible beginning
 * are kept: it is over for certain when the last one's time has run out, and
 * runs for certain while the first one's has not.
 */
#include "judge/own.h"

#include <string.h>

/* A use of an exception that began between FIRST and LAST, if at all. */
struct begun {
    instant first, last;
    bool sure;
};

struct uses {
    bool active;
    tri free;          /* may it begin, with the earlier ones counted? */
    instant first;     /* the first moment at which it may have begun */
    instant sure;      /* since then it has begun for certain, or MAX */
    instant possible;  /* it may begin until then: MAX while it may */
    struct begun *old; /* of `once` */
    size_t old_n, old_cap;
};

struct bender {
    const struct clause *exception;
    int index;
    const struct limit_row *line; /* in place of the figure, or NULL */
    struct whether *whether;
    struct meter *meter; /* if it leaves out more; else NULL */
    struct uses uses[BASES];
    struct force force;
};

struct bending {
    const struct clause *clause;
    struct watcher *watcher;
    struct bender *at;
    size_t n;
    qty amount; /* the row's own */
};

/* ---- is it open, its use left aside? ------------------------------------ */

static tri consent(const struct bench *b, const struct clause *x, instant t)
{
    tri all = YES;
    for (size_t i = 0; i < b->p->clauses_n; i++) {
        const struct clause *c = &b->p->clauses[i];
        for (size_t k = 0; k < c->needs_n; k++) {
            const struct needs *n = &c->needs[k];
            if (n->clause < 0 || &b->p->clauses[n->clause] != x)
                continue;
            struct force f = in_force(b, c);
            tri so = n->unjudged.len || c->opaque
                         ? MAYBE
                         : tri_of(agreed_to(b, x, &n->who, t) == n->who.n);
            if (f.from <= t && t < f.until)
                all = tri_and(all, so);
        }
    }
    return all;
}

static tri could_open(struct bench *b, struct bending *x, struct bender *e,
                      instant t)
{
    struct force f = in_force(b, e->exception);
    if (f.from != e->force.from)
        alarm_set(b, f.from, x->watcher);
    if (f.until != e->force.until)
        alarm_set(b, f.until, x->watcher);
    e->force = f;
    if (t < f.from || t >= f.until)
        return NO;
    tri so =
        tri_and(whether_now(b, e->whether, t), consent(b, e->exception, t));
    return e->exception->unjudged.len ? tri_and(so, MAYBE) : so;
}

/* ---- its use ------------------------------------------------------------ */

static void period_of(const struct exception *x, struct period *out)
{
    *out =
        (struct period){ .kind = x->rolling ? PERIOD_ROLLING : PERIOD_CALENDAR,
                         .span = x->per };
}

/* Could a use begin at T, with the earlier ones counted? *NEXT: when that may
 * turn. */
static tri is_free(const struct bench *b, const struct exception *x,
                   const struct uses *u, instant t, instant *next)
{
    struct period p;
    tri free = YES;
    period_of(x, &p);
    *next = INSTANT_MAX;
    for (size_t i = 0; x->once && i < u->old_n; i++) {
        const struct begun *o = &u->old[i];
        instant from = period_from(b, &p, t);
        bool first =
            x->rolling ? t < after(b, o->first, x->per) : o->first >= from;
        bool last =
            x->rolling ? t < after(b, o->last, x->per) : o->last >= from;
        instant turn = x->rolling
                           ? after(b, first ? o->first : o->last, x->per)
                           : period_next(b, &p, t);
        if (!last)
            continue;
        *next = turn < *next ? turn : *next;
        free = tri_and(free, first && o->sure ? NO : MAYBE);
    }
    return free;
}

static void use_ends(struct bench *b, struct uses *u)
{
    bool sure = u->sure != INSTANT_MAX;
    *push(b->keep, u->old, u->old_n, u->old_cap) =
        (struct begun){ u->first, sure ? u->sure : u->possible, sure };
    u->active = false;
}

/* Is the use that is going on over, for certain? EXCEEDED: is the figure not
 * kept? */
static bool is_over(const struct bench *b, const struct exception *x,
                    const struct uses *u, instant t, tri open, tri exceeded)
{
    if (open == NO)
        return true;
    if (exceeded != NO)
        return false;
    if (!x->lasts_said)
        return true;
    instant last = u->sure != INSTANT_MAX ? u->sure : u->possible;
    return last != INSTANT_MAX && t >= after(b, last, x->lasts);
}

/* May it be used at T, if it is OPEN, and the figure is EXCEEDED? */
static tri in_use(struct bench *b, const struct bending *w,
                  const struct exception *x, struct uses *u, instant t,
                  tri open, tri exceeded)
{
    instant next;
    if (!x->lasts_said && !x->once)
        return open;
    if (u->active && exceeded == NO && u->possible == INSTANT_MAX)
        u->possible = t;
    if (u->active && is_over(b, x, u, t, open, exceeded))
        use_ends(b, u);
    if (open == NO)
        return NO;
    if (!u->active) {
        u->free = is_free(b, x, u, t, &next);
        alarm_later(b, next, w->watcher);
        if (u->free == NO || exceeded == NO)
            return tri_and(open, u->free);
        u->active = true;
        u->first = t;
        u->sure = INSTANT_MAX;
    }
    if (exceeded != NO)
        u->possible = INSTANT_MAX;
    if (u->sure == INSTANT_MAX && exceeded == YES && open == YES &&
        u->free == YES)
        u->sure = t;
    if (!x->lasts_said)
        return tri_and(open, u->free);
    instant first = after(b, u->first, x->lasts);
    instant last =
        u->sure == INSTANT_MAX ? INSTANT_MAX : after(b, u->sure, x->lasts);
    alarm_later(b, first, w->watcher);
    alarm_later(b, last, w->watcher);
    return tri_and(tri_and(open, u->free), t < first  ? YES
                                           : t < last ? MAYBE
                                                      : NO);
}

/* ---- two at once -------------------------------------------------------- */

static void drop_warning(struct diags *d, span at)
{
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++)
        if (d->at[i]->kind != DIAG_MAY_MEET || d->at[i]->at.file != at.file ||
            d->at[i]->at.from != at.from)
            d->at[n++] = d->at[i];
    d->n = n;
}

static void they_meet(struct bench *b, const struct bending *x, size_t i,
                      size_t k, instant t)
{
    const struct clause *one = x->at[i].exception, *two = x->at[k].exception;
    struct diags *d = b->p->diags;
    if (one->at.file == two->at.file && one->at.from > two->at.from) {
        const struct clause *s = one;
        one = two;
        two = s;
    }
    for (size_t n = 0; n < d->n; n++)
        if (d->at[n]->kind == DIAG_EXCEPTIONS_MEET &&
            d->at[n]->at.file == two->at.file &&
            d->at[n]->at.from == two->at.from)
            return; /* told already */
    drop_warning(d, two->at);
    struct diag *e = diag_add(
        d, DIAG_EXCEPTIONS_MEET, two->at,
        "exceptions `%.*s` and `%.*s` to `%.*s` are both open on %.*s, and "
        "neither goes before the other",
        STR(one->id), STR(two->id), STR(x->clause->id),
        STR(day_text(b->keep, instant_day(t))));
    e->clause = str_fmt(b->keep, "exception %.*s", STR(two->id));
    diag_note(d, e, one->at, "the other stands here");
    diag_help(d, e, "write `over %.*s` below the one that is to hold",
              STR(one->id));
}

static void no_two(struct bench *b, const struct bending *x, const tri *open,
                   instant t)
{
    for (size_t i = 0; i < x->n; i++)
        for (size_t k = 0; k < i; k++)
            if (open[i] == YES && open[k] == YES &&
                !goes_before(b->p, x->at[i].index, x->at[k].index) &&
                !goes_before(b->p, x->at[k].index, x->at[i].index))
                they_meet(b, x, i, k, t);
}

/* ---- what holds --------------------------------------------------------- */

struct verdict_of either(struct verdict_of v, struct verdict_of w)
{
    if (v.verdict == w.verdict) {
        if (v.reason != w.reason)
            v.reason =
                v.verdict == UNDETERMINED ? REASON_EXCEPTION : REASON_NONE;
        return v;
    }
    struct verdict_of u = it_is(UNDETERMINED, REASON_EXCEPTION);
    u.discrepancy = v.discrepancy;
    u.disagree = v.disagree;
    return u;
}

static struct verdict_of with_it(struct bench *b, const struct bending *x,
                                 const struct bender *e, enum basis k,
                                 struct verdict_of v, instant t, says_fn *says,
                                 void *with)
{
    const struct limit_row *l = e->line;
    if (!l && !e->meter) { /* it lifts */
        if (v.verdict == KEPT)
            return v;
        struct verdict_of kept = it_is(KEPT, REASON_EXCEPTION);
        kept.discrepancy = v.discrepancy;
        kept.disagree = v.disagree;
        return kept;
    }
    qty n = !l            ? x->amount
            : l->addition ? qty_add(x->amount, l->amount)
                          : l->amount;
    struct verdict_of w = says(b, with, k, e->meter, n, t);
    w.figure = l != NULL;
    w.allowed = n;
    if (e->meter) {
        w.remeasured = true;
        w.measured = meter_read(b, e->meter, t).of[k];
    }
    return w;
}

struct verdict_of bend(struct bench *b, struct bending *x, enum basis k,
                       struct verdict_of v, instant t, says_fn *says,
                       void *with)
{
    tri open[BENDERS_MAX];
    bool any = false;
    struct verdict_of all = v;
    tri exceeded = v.verdict == KEPT ? NO : v.verdict == BROKEN ? YES : MAYBE;
    for (size_t i = 0; i < x->n; i++)
        open[i] = could_open(b, x, &x->at[i], t);
    no_two(b, x, open, t);
    for (size_t i = 0; i < x->n; i++)
        open[i] = in_use(b, x, &x->at[i].exception->exception,
                         &x->at[i].uses[k], t, open[i], exceeded);
    for (size_t i = 0; i < x->n; i++) {
        if (open[i] == NO)
            continue;
        struct verdict_of w = with_it(b, x, &x->at[i], k, v, t, says, with);
        all = any ? either(all, w) : w;
        any = true;
        if (open[i] == YES)
            return all;
    }
    if (!any)
        return v;
    all = either(v, all); /* none of them may be open */
    return all;
}

size_t open_at(struct bench *b, struct bending *x, instant t,
               struct open_now *out, size_t most)
{
    size_t n = 0;
    for (size_t i = 0; x && i < x->n && n < most; i++) {
        tri open = could_open(b, x, &x->at[i], t);
        if (open)
            out[n++] = (struct open_now){ x->at[i].exception, open };
    }
    return n;
}

/* ---- making ------------------------------------------------------------- */

/* The line of exception C that stands in place of R's figure, or NULL. */
static const struct limit_row *line_for(const struct pact *p,
                                        const struct clause *c,
                                        const struct limit_row *r,
                                        size_t subject)
{
    for (size_t i = 0; i < c->rows_n; i++)
        if (!c->rows[i].unjudged.len && row_fits(p, &c->rows[i], r, subject))
            return &c->rows[i];
    return NULL;
}

static struct meter *wider_meter(struct bench *b, const struct clause *c,
                                 const struct clause *x, const struct gauge *g,
                                 struct watcher *w)
{
    size_t n = c->uncounts_n + x->uncounts_n;
    if (!x->uncounts_n || !g)
        return NULL;
    struct uncount *u = new_n(b->keep, struct uncount, n);
    memcpy(u, c->uncounts, c->uncounts_n * sizeof *u);
    memcpy(u + c->uncounts_n, x->uncounts, x->uncounts_n * sizeof *u);
    return meter_new(b, *g, u, n, w);
}

/* Those that go before others first; else as the pact has them. */
static void in_order(const struct pact *p, struct bending *x)
{
    for (size_t i = 0; i < x->n; i++)
        for (size_t k = i + 1; k < x->n; k++)
            if (goes_before(p, x->at[k].index, x->at[i].index)) {
                struct bender first = x->at[k];
                memmove(&x->at[i + 1], &x->at[i], (k - i) * sizeof *x->at);
                x->at[i] = first;
                k = i;
            }
}

static void wake_for_consent(struct bench *b, struct bending *x,
                             const struct clause *e)
{
    for (size_t i = 0; i < b->p->clauses_n; i++)
        for (size_t k = 0; k < b->p->clauses[i].needs_n; k++) {
            const struct needs *n = &b->p->clauses[i].needs[k];
            if (n->clause >= 0 && &b->p->clauses[n->clause] == e) {
                wake_when_agreed(b, x->watcher, e);
                struct force f = in_force(b, &b->p->clauses[i]);
                alarm_set(b, f.from, x->watcher);
                alarm_set(b, f.until, x->watcher);
            }
        }
}

struct bending *bending_new(struct bench *b, const struct clause *c,
                            const struct limit_row *r, size_t subject,
                            const struct gauge *g, struct watcher *w)
{
    if (!c->bent_by_n)
        return NULL;
    struct bending *x = new_one(b->keep, struct bending);
    *x = (struct bending){ .clause = c, .watcher = w };
    x->amount = r ? r->amount : qty_int(0);
    x->at = new_n(b->keep, struct bender, c->bent_by_n);
    for (size_t i = 0; i < c->bent_by_n && x->n < BENDERS_MAX; i++) {
        const struct clause *e = &b->p->clauses[c->bent_by[i]];
        const struct limit_row *line =
            r ? line_for(b->p, e, r, subject) : NULL;
        bool leaves_out = e->uncounts_n && g;
        if (r && !line && !leaves_out && (e->rows_n || e->uncounts_n))
            continue; /* other rows alone */
        const struct subject *s =
            r ? &r->subjects.at[subject] : &c->notice.subjects.at[subject];
        struct bender *n = &x->at[x->n++];
        *n = (struct bender){ .exception = e,
                              .index = c->bent_by[i],
                              .line = line,
                              .force = { INSTANT_MIN, INSTANT_MAX } };
        n->whether = whether_new(b, e, s, w);
        n->meter = wider_meter(b, c, e, g, w);
        wake_for_consent(b, x, e);
    }
    in_order(b->p, x);
    return x->n ? x : NULL;
}
