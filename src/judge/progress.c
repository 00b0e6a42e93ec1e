/* progress.c - how far a deed is, as its tracing stands; see trace.h */
#include "judge/trace.h"

/* How far the balance fell: no less than the greatest of `low`, no more than
 * the least of `high`; what stands where it must. */
enum { WAYS_MOST = 16 };
struct forms {
    struct form low[WAYS_MOST], high[WAYS_MOST];
    size_t low_n, high_n;
    struct sum here_low, here_high;
    struct sum in_low, in_high; /* of `all` */
};

/* Add to each way TIMES the less of X and Y: both, or one where it is known
 * to be less. */
static void add_less(struct bench *b, struct form *ways, size_t *n,
                     struct form x, struct form y, int times)
{
    size_t was = *n;
    bool both = was * 2 <= WAYS_MOST;
    for (size_t i = 0; i < was; i++) {
        if (both)
            ways[was + i] = form_add(b->keep, ways[i], y, times);
        ways[i] = form_add(b->keep, ways[i], x, times);
    }
    *n = both ? was * 2 : was;
    b->system.widened = b->system.widened || !both;
}

static void add_form(struct bench *b, struct form *ways, size_t n,
                     struct form x, int times)
{
    for (size_t i = 0; i < n; i++)
        ways[i] = form_add(b->keep, ways[i], x, times);
}

/* Forces that stay in a place stay where they are in it. So at most what came
 * since, and is still there, was put into the zone; at most what was there,
 * and has gone, was taken out of it. */
static void add_pool(struct bench *b, const struct pool *p, struct forms *f)
{
    if (form_zero(p->came) || form_zero(p->now))
        ;
    else if (form_zero(p->went))
        add_form(b, f->low, f->low_n, p->came, -1);
    else if (form_zero(p->was))
        add_form(b, f->low, f->low_n, p->now, -1);
    else
        add_less(b, f->low, &f->low_n, p->came, p->now, -1);
    if (form_zero(p->went) || form_zero(p->was))
        ;
    else if (form_zero(p->came))
        add_form(b, f->high, f->high_n, p->went, 1);
    else if (form_zero(p->now))
        add_form(b, f->high, f->high_n, p->was, 1);
    else
        add_less(b, f->high, &f->high_n, p->went, p->was, 1);
}

static void add_one(struct bench *b, const struct tracing *t, struct sum *low,
                    struct sum *high, tri in, struct form n)
{
    if (in == YES)
        sum_add(b->keep, low, &t->system, n, 1);
    if (in != NO)
        sum_add(b->keep, high, &t->system, n, 1);
}

/* Of `all`: what is still to be done, and what is in the zone. */
static void add_rest(struct bench *b, const struct tracing *t,
                     const struct trace *x, struct forms *f)
{
    bool leaves = t->deed->kind == DEED_WITHDRAWS;
    for (size_t i = 0; i < b->l->accounts_n; i++) {
        tri in = tri_and((tri)x->match[i], (tri)x->leaves[i]);
        add_one(b, t, &f->in_low, &f->in_high, in, x->now[i]);
        if (leaves)
            add_one(b, t, &f->here_low, &f->here_high, in, x->now[i]);
        if (leaves && in == NO && t->deed->to != ANYWHERE)
            add_one(b, t, &f->here_low, &f->here_high,
                    tri_and((tri)x->match[i], tri_not((tri)x->reaches[i])),
                    x->tag[i]);
    }
    if (leaves)
        return;
    sum_add(b->keep, &f->here_low, &t->system, x->was_low, 1);
    sum_add(b->keep, &f->here_low, &t->system, x->gone_high, -1);
    sum_add(b->keep, &f->here_high, &t->system, x->was_high, 1);
    sum_add(b->keep, &f->here_high, &t->system, x->gone_low, -1);
}

static void add_counts(struct bench *b, const struct tracing *t,
                       const struct trace *x, struct forms *f)
{
    if (t->deed->all) {
        add_rest(b, t, x, f);
        return;
    }
    bool anywhere = t->deed->to == ANYWHERE;
    add_form(b, f->low, f->low_n, x->fall, 1);
    add_form(b, f->high, f->high_n, x->fall, 1);
    for (size_t i = 0; i < x->pools_n; i++)
        add_pool(b, &x->pools[i], f);
    if (t->deed->kind != DEED_WITHDRAWS) {
        sum_add(b->keep, &f->here_low, &t->system, x->gone_low, 1);
        sum_add(b->keep, &f->here_high, &t->system, x->gone_high, 1);
        return;
    }
    if (anywhere) {
        sum_add(b->keep, &f->here_low, &t->system, x->lost, 1);
        sum_add(b->keep, &f->here_high, &t->system, x->lost, 1);
    }
    for (size_t i = 0; i < b->l->accounts_n; i++) {
        if (!x->match[i] || form_zero(x->tag[i]))
            continue;
        tri here = anywhere
                       ? tri_and((tri)x->match[i], tri_not((tri)x->leaves[i]))
                       : (tri)x->reaches[i];
        if (here == YES)
            sum_add(b->keep, &f->here_low, &t->system, x->tag[i], 1);
        if (here != NO)
            sum_add(b->keep, &f->here_high, &t->system, x->tag[i], 1);
    }
}

struct count {
    struct measured done, fall;
};

static struct count ends(struct bench *b, struct tracing *t,
                         const struct forms *f)
{
    struct count c = { .done.any = true, .fall.any = true };
    struct system *s = &t->system;
    struct form both[WAYS_MOST + 1];
    qty other, here;
    if (t->deed->all) {
        sum_ends(b->keep, s, &f->here_low, &c.done.low, &other);
        sum_ends(b->keep, s, &f->here_high, &other, &c.done.high);
        sum_ends(b->keep, s, &f->in_low, &c.fall.low, &other);
        sum_ends(b->keep, s, &f->in_high, &other, &c.fall.high);
        c.done.low = at_least_zero(c.done.low);
        c.done.high = at_least_zero(c.done.high);
        return c;
    }
    c.fall.low = system_least_greatest(b->keep, s, f->low, f->low_n);
    c.fall.high = system_greatest_least(b->keep, s, f->high, f->high_n);
    sum_ends(b->keep, s, &f->here_low, &c.done.low, &other);
    sum_ends(b->keep, s, &f->here_high, &other, &here);
    if (t->deed->kind != DEED_WITHDRAWS) {
        c.done.high = here;
        return c;
    }
    if (!qty_ok(c.fall.low) || qty_cmp(c.fall.low, c.done.low) < 0)
        c.done.low = c.fall.low;
    for (size_t i = 0; i < f->high_n; i++)
        both[i] = f->high[i];
    both[f->high_n] = sum_form(&f->here_high);
    c.done.high = system_greatest_least(b->keep, s, both, f->high_n + 1);
    return c;
}

static struct forms nothing(void)
{
    struct form z = form_of(qty_int(0));
    return (struct forms){ .low = { z },
                           .high = { z },
                           .low_n = 1,
                           .high_n = 1,
                           .here_low = sum_new(),
                           .here_high = sum_new(),
                           .in_low = sum_new(),
                           .in_high = sum_new() };
}

/* What is not listed plays no part in a step: it is closed. */
static void take_in(struct tracing *t, enum basis k, struct count c)
{
    struct voice v = { .basis = k, .why = t->why, .closed = true };
    v.now = v.sure = c.done;
    t->done[t->voices_n] = v;
    v.now = v.sure = c.fall;
    t->fall[t->voices_n++] = v;
}

/* The trace of PARTY's ROUNDth book of its own, its last if it has fewer. */
static const struct trace *book_of(const struct tracing *t, int party,
                                   size_t round, bool *another)
{
    const struct trace *found = NULL;
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++)
        if (t->traces[i].party == party && t->traces[i].speaks && n <= round) {
            found = &t->traces[i];
            n++;
        }
    *another = n > round;
    return found;
}

/* Declared: the sum of what each one's book says of itself; who has several
 * books is read once with each. */
static void read_declared(struct bench *b, struct tracing *t)
{
    for (size_t round = 0;; round++) {
        struct forms f = nothing();
        bool any = false;
        for (int h = 0; h < (int)b->p->parties_n; h++) {
            bool another;
            const struct trace *x = book_of(t, h, round, &another);
            any = any || another;
            if (x)
                add_counts(b, t, x, &f);
        }
        if (!any)
            return;
        take_in(t, DECLARED, ends(b, t, &f));
    }
}

static void read_all(struct bench *b, struct tracing *t)
{
    if (!t->done) {
        t->done = new_n(b->keep, struct voice, 2 * t->n + 1);
        t->fall = new_n(b->keep, struct voice, 2 * t->n + 1);
    }
    t->voices_n = 0;
    read_declared(b, t);
    for (size_t i = 0; i < t->n; i++) {
        struct forms f = nothing();
        if (t->traces[i].party >= 0 || !t->traces[i].speaks)
            continue;
        add_counts(b, t, &t->traces[i], &f);
        take_in(t, ESTIMATED, ends(b, t, &f));
    }
    b->system.widened = b->system.widened || t->system.widened;
}

static struct reading together(const struct voice *v, size_t n)
{
    struct reading r = reading_of(v, n);
    if (!n) /* nobody lists any */
        r.of[COMBINED] = (struct measured){ true, qty_int(0), qty_int(0) };
    return r;
}

struct progress tracing_read(struct bench *b, struct tracing *t,
                             struct tracing *sure)
{
    read_all(b, t);
    if (sure) {
        read_all(b, sure);
        /* both have traces of the same books in the same order */
        for (size_t i = 0; i < t->voices_n && i < sure->voices_n; i++) {
            t->done[i].sure = sure->done[i].now;
            t->fall[i].sure = sure->fall[i].now;
        }
    }
    return (struct progress){ together(t->done, t->voices_n),
                              together(t->fall, t->voices_n) };
}
