/* trace.c - was it withdrawn, and where to? See trace.h, docs/judging.md 8
 *
 * A deed is traced in the flows of one book on one basis.  Each account that
 * can hold forces of the deed carries, beside its balance, how much of it has
 * come out of the zone to be left since the anchor (its tag).  A move out of
 * the zone tags all that it moves; a move into it takes the tag off; any other
 * move carries some share of the tag of the account it leaves.  Where tagged
 * and untagged forces stand together that share is an unknown x with
 *
 *     x <= n,  x <= g,  n - x <= b - g      (n moved, g tagged of b there)
 *
 * so that every way to pick the forces is a world.  Within a batch, what comes
 * into an account is taken before what leaves it, so that a chain of moves on
 * one day traces through; in a circle, what entry_cmp() puts first goes first.
 */
#include "judge/trace.h"

/* ---- setting up --------------------------------------------------------- */

static struct form plus(struct bench *b, struct form x, struct form y)
{
    return form_add(b->keep, x, y, 1);
}

static struct form minus(struct bench *b, struct form x, struct form y)
{
    return form_add(b->keep, x, y, -1);
}

static struct form copied(struct bench *b, struct form f)
{
    struct form_term *t = new_n(b->keep, struct form_term, f.n + 1);
    for (size_t i = 0; i < f.n; i++)
        t[i] = f.terms[i];
    return (struct form){ f.constant, t, f.n };
}

static uint8_t class_in(struct bench *b, struct tracing *t,
                        const struct gauge *g, size_t account)
{
    struct class c = classify(b, g, (int)account);
    if (c.claim >= 0 && !b->claim_known[c.claim])
        return NO;
    if (c.in != MAYBE)
        return (uint8_t)c.in;
    t->maybe = true;
    t->why = first_reason(t->why, c.why);
    return t->sure_only ? NO : MAYBE;
}

static struct pool *pool_at(struct bench *b, struct trace *x, int where)
{
    struct form zero = form_of(qty_int(0));
    for (size_t i = 0; i < x->pools_n; i++)
        if (x->pools[i].where == where)
            return &x->pools[i];
    struct pool *p = push(b->keep, x->pools, x->pools_n, x->pools_cap);
    *p = (struct pool){ where, zero, zero, zero, zero };
    return p;
}

static void add_trace(struct bench *b, struct tracing *t, int book, int party)
{
    size_t n = b->l->accounts_n;
    struct trace x = { .book = book, .party = party };
    struct gauge any = t->any, leave = t->leave, reach = t->reach;
    struct form zero = form_of(qty_int(0));
    bool some = false;
    if (party >= 0)
        any.who = leave.who = reach.who = who_one(party);
    x.match = new_n(b->keep, uint8_t, n + 1);
    x.listed = new_n(b->keep, bool, n + 1);
    x.leaves = new_n(b->keep, uint8_t, n + 1);
    x.reaches = new_n(b->keep, uint8_t, n + 1);
    x.tag = new_n(b->keep, struct form, n + 1);
    x.now = new_n(b->keep, struct form, n + 1);
    x.fall = x.gone_low = x.gone_high = x.lost = zero;
    for (size_t i = 0; i < n; i++) {
        const struct account *a = &b->l->accounts[i];
        x.tag[i] = x.now[i] = zero;
        if (a->book != book || a->declared != (party >= 0))
            continue;
        x.listed[i] = classify(b, &any, (int)i).in != NO;
        some = some || x.listed[i];
        x.match[i] = class_in(b, t, &any, i);
        if (!x.match[i])
            continue;
        x.now[i] = copied(b, sum_form(&b->balances[i]));
        if (b->l->wheres[a->where].kind == WHERE_WAY) {
            /* what is on its way stands nowhere, but within the zone */
            struct class c = classify(b, &leave, (int)i);
            x.leaves[i] = c.in == YES ? YES : NO;
        } else {
            x.leaves[i] = class_in(b, t, &leave, i);
            x.reaches[i] = class_in(b, t, &reach, i);
        }
        if (x.leaves[i] == MAYBE)
            pool_at(b, &x, a->where);
    }
    if (some)
        *push(b->keep, t->traces, t->n, t->cap) = x;
}

bool deed_listed(struct bench *b, const struct deed *d, bool declared)
{
    struct gauge any = { .who = d->whose.who,
                         .of_side = d->whose.kind == SUBJECT_SIDE,
                         .kinds = d->kinds,
                         .stated = d->stated };
    for (size_t i = 0; i < b->l->accounts_n; i++) {
        const struct account *a = &b->l->accounts[i];
        struct gauge g = any;
        int keeper = b->p->books[a->book].keeper;
        if (a->declared && (keeper < 0 || !who_has(&any.who, keeper)))
            continue;
        if (a->declared)
            g.who = who_one(keeper);
        if (a->declared == declared && classify(b, &g, (int)i).in)
            return true;
    }
    return false;
}

/* Has anything been listed of X before its anchor? */
static bool listed_before(const struct bench *b, const struct trace *x)
{
    for (size_t i = 0; i < b->flows_to && b->l->flows[i].at <= b->now; i++) {
        const struct flow *f = &b->l->flows[i];
        if ((f->from >= 0 && x->listed[f->from]) ||
            (f->to >= 0 && x->listed[f->to]))
            return true;
    }
    return false;
}

/* The balances of now are those after the batch: go back before it. */
static void before_batch(struct bench *b, struct trace *x)
{
    for (size_t i = b->flows_at; i < b->flows_to; i++) {
        const struct flow *f = &b->l->flows[i];
        struct form amount = flow_amount(b->l, f);
        if (f->at != b->now)
            continue;
        if (f->from >= 0 && x->match[f->from])
            x->now[f->from] = plus(b, x->now[f->from], amount);
        if (f->to >= 0 && x->match[f->to])
            x->now[f->to] = minus(b, x->now[f->to], amount);
    }
    for (size_t i = 0; i < b->l->accounts_n; i++)
        if (x->leaves[i] == MAYBE) {
            struct pool *p = pool_at(b, x, b->l->accounts[i].where);
            p->was = p->now = plus(b, p->was, x->now[i]);
        }
}

struct tracing *tracing_new(struct bench *b, const struct deed *d,
                            bool sure_only)
{
    struct tracing *t = new_one(b->keep, struct tracing);
    *t = (struct tracing){ .deed = d,
                           .anchor = b->now,
                           .sure_only = sure_only };
    t->any = (struct gauge){ .who = d->whose.who,
                             .of_side = d->whose.kind == SUBJECT_SIDE,
                             .kinds = d->kinds,
                             .stated = d->stated };
    t->any = gauge_on(b, t->any, b->now);
    t->leave = t->reach = t->any;
    t->leave.place = d->from;
    t->reach.place = d->to;
    t->system = system_copy(b->keep, &b->system);
    for (int k = 0; k < (int)b->p->books_n; k++) {
        int keeper = b->p->books[k].keeper;
        if (keeper >= 0 && who_has(&t->any.who, keeper))
            add_trace(b, t, k, keeper);
        add_trace(b, t, k, -1);
    }
    for (size_t i = 0; i < t->n; i++)
        before_batch(b, &t->traces[i]);
    for (size_t i = 0; i < t->n; i++)
        t->traces[i].speaks = listed_before(b, &t->traces[i]);
    return t;
}

/* ---- tags --------------------------------------------------------------- */

/* An unknown share of N. */
static struct form some_of(struct bench *b, struct tracing *t, struct form n)
{
    struct form x = system_fresh(b->keep, &t->system, qty_int(0), QTY_NONE);
    system_assume(b->keep, &t->system, minus(b, n, x));
    return x;
}

/* Of so many unknowns the ends alone are kept: else each move would make the
 * next one slower. */
static struct form brief(struct bench *b, struct tracing *t, struct form f)
{
    enum { TERMS_MOST = 64 };
    qty low, high;
    if (f.n <= TERMS_MOST || !system_ends(b->keep, &t->system, f, &low, &high))
        return f;
    t->system.widened = true;
    if (!qty_ok(low) || low.num < 0)
        low = qty_int(0);
    return qty_ok(high) && !qty_cmp(low, high)
               ? form_of(low)
               : system_fresh(b->keep, &t->system, low, high);
}

static struct form share(struct bench *b, struct tracing *t, struct form tag,
                         struct form has, struct form moved)
{
    if (form_zero(tag))
        return tag;
    if (form_same(tag, has))
        return moved;
    if (form_same(moved, has))
        return tag;
    struct form x = some_of(b, t, moved);
    system_assume(b->keep, &t->system, minus(b, tag, x));
    system_assume(b->keep, &t->system,
                  plus(b, minus(b, minus(b, has, tag), moved), x));
    return x;
}

/* What of this flow bears the tag as it leaves; it is taken off FROM. ENDS: it
 * goes nowhere, and what is destroyed in the zone has not left it. */
static struct form tagged(struct bench *b, struct tracing *t, struct trace *x,
                          int from, struct form amount, bool ends)
{
    if (from < 0 || x->match[from] == NO)
        return form_of(qty_int(0));
    if (x->leaves[from] == YES)
        return amount;
    struct form s = share(b, t, x->tag[from], x->now[from], amount);
    x->tag[from] = brief(b, t, minus(b, x->tag[from], s));
    if (ends || x->leaves[from] == NO || form_same(s, amount))
        return s;
    /* what did not come out of the zone may be in it, and leaves it now */
    return plus(b, s, some_of(b, t, minus(b, amount, s)));
}

/* The pool of an account that is possibly in the zone to be left, or NULL. */
static struct pool *pool_of(struct bench *b, struct trace *x, int account)
{
    if (account < 0 || x->leaves[account] != MAYBE)
        return NULL;
    return pool_at(b, x, b->l->accounts[account].where);
}

/* What is held in the zone changes by this flow. OPENS: it was there when
 * the anchor came. */
static void fall(struct bench *b, struct trace *x, const struct flow *f,
                 struct form amount, bool opens)
{
    const struct account *a = b->l->accounts;
    struct pool *from = pool_of(b, x, f->from), *to = pool_of(b, x, f->to);
    bool stays = f->from >= 0 && f->to >= 0 && x->match[f->from] &&
                 x->match[f->to] && a[f->from].where == a[f->to].where;
    if (from)
        from->now = minus(b, from->now, amount);
    if (to)
        to->now = plus(b, to->now, amount);
    if (opens && to)
        to->was = plus(b, to->was, amount);
    if (opens || stays)
        return;
    if (from)
        from->went = plus(b, from->went, amount);
    else if (f->from >= 0 && x->leaves[f->from] == YES)
        x->fall = plus(b, x->fall, amount);
    if (to)
        to->came = plus(b, to->came, amount);
    else if (f->to >= 0 && x->leaves[f->to] == YES)
        x->fall = minus(b, x->fall, amount);
}

/* Whom, item and status of an account. What is gone on a day that nobody knows
 * is possibly somewhere until then; once it has left the book it is gone. */
static tri what_it_was(struct bench *b, const struct tracing *t,
                       const struct trace *x, int account)
{
    struct gauge any = t->any;
    int claim;
    if (x->party >= 0)
        any.who = who_one(x->party);
    struct answers a = answers_of(b, &any, account, &claim);
    return claim >= 0 ? MAYBE : tri_and(tri_and(a.whose, a.kind), a.status);
}

/* destroy, disband: for good once it leaves the book, possibly before. */
static void gone(struct bench *b, struct tracing *t, struct trace *x,
                 const struct flow *f, struct form amount)
{
    enum entry_kind k = (enum entry_kind)b->l->p->entries[f->entry].kind;
    bool right = (k == ENTRY_DESTROY && t->deed->kind == DEED_DESTROYS) ||
                 (k == ENTRY_DISBAND && t->deed->kind == DEED_DISBANDS);
    if (!right || f->from < 0 || x->match[f->from] == NO)
        return;
    const struct account *a = &b->l->accounts[f->from];
    struct whereabouts at = b->l->wheres[a->where];
    bool second = at.kind == WHERE_SOMETIME;
    tri was = second ? what_it_was(b, t, x, f->from) : (tri)x->match[f->from];
    tri in = tri_and(was, spot_in(b, at.at, t->deed->from));
    if (in == YES && f->to < 0)
        x->gone_low = plus(b, x->gone_low, amount);
    if (in != NO && !second)
        x->gone_high = plus(b, x->gone_high, amount);
}

static void one_flow(struct bench *b, struct tracing *t, struct trace *x,
                     const struct flow *f)
{
    struct form amount = flow_amount(b->l, f);
    enum entry_kind k = (enum entry_kind)b->l->p->entries[f->entry].kind;
    bool moves = k == ENTRY_MOVE || k == ENTRY_TRANSFER || k == ENTRY_CHANGE;
    bool from = f->from >= 0 && x->match[f->from];
    bool to = f->to >= 0 && x->match[f->to];
    x->speaks = x->speaks || (f->from >= 0 && x->listed[f->from]) ||
                (f->to >= 0 && x->listed[f->to]);
    if (!from && !to)
        return;
    struct form bears = tagged(b, t, x, f->from, amount, f->to < 0);
    if (from && f->to < 0 && x->leaves[f->from] != YES &&
        (k == ENTRY_DESTROY || k == ENTRY_DISBAND))
        x->lost = plus(b, x->lost, bears);
    fall(b, x, f, amount, k == ENTRY_HOLD && f->at == t->anchor);
    gone(b, t, x, f, amount);
    if (from)
        x->now[f->from] = minus(b, x->now[f->from], amount);
    if (to)
        x->now[f->to] = plus(b, x->now[f->to], amount);
    if (to && moves && x->leaves[f->to] != YES)
        x->tag[f->to] = brief(b, t, plus(b, x->tag[f->to], bears));
}

/* ---- a batch, in order of its chains ------------------------------------ */

static int by_what_they_say(const void *x, const void *y, void *with)
{
    const struct flow *f = x, *g = y;
    const struct pact *p = with;
    int c = entry_cmp(p, &p->entries[f->entry], &p->entries[g->entry]);
    return c ? c : (f > g) - (f < g);
}

/* Flows of the batch that bear on X, what comes in before what goes out. */
static const struct flow **chain(struct bench *b, const struct trace *x,
                                 size_t *n)
{
    const void **v = new_n(b->keep, const void *, b->flows_to - b->flows_at);
    *n = 0;
    for (size_t i = b->flows_at; i < b->flows_to; i++) {
        const struct flow *f = &b->l->flows[i];
        if (f->at == b->now && ((f->from >= 0 && x->listed[f->from]) ||
                                (f->to >= 0 && x->listed[f->to])))
            v[(*n)++] = f;
    }
    const struct flow **out = new_n(b->keep, const struct flow *, *n + 1);
    if (*n > 1)
        sort_by(b->keep, v, *n, by_what_they_say, (void *)b->p);
    /* how many of those not yet taken come into each account */
    int *pending = new_n(b->keep, int, b->l->accounts_n + 1);
    bool *taken = new_n(b->keep, bool, *n + 1);
    for (size_t i = 0; i < *n; i++) {
        const struct flow *f = v[i];
        if (f->to >= 0)
            pending[f->to]++;
    }
    for (size_t done = 0; done < *n;) {
        size_t first = *n, was = done;
        for (size_t i = 0; i < *n; i++) {
            const struct flow *f = v[i];
            if (taken[i])
                continue;
            if (f->from >= 0 && pending[f->from]) {
                first = first == *n ? i : first;
                continue;
            }
            taken[i] = true;
            out[done++] = f;
            if (f->to >= 0)
                pending[f->to]--;
        }
        if (done == was) { /* a circle */
            const struct flow *f = v[first];
            taken[first] = true;
            out[done++] = f;
            if (f->to >= 0)
                pending[f->to]--;
        }
    }
    return out;
}

void tracing_batch(struct bench *b, struct tracing *t)
{
    for (size_t k = 0; k < t->n; k++) {
        size_t n;
        const struct flow **f = chain(b, &t->traces[k], &n);
        for (size_t i = 0; i < n; i++)
            one_flow(b, t, &t->traces[k], f[i]);
    }
}

/* ---- counting ----------------------------------------------------------- */

/* How far the balance fell: no less than the greatest of `low`, no more than
 * the least of `high`; what stands where it must. */
enum { WAYS_MOST = 16 };
struct forms {
    struct form low[WAYS_MOST], high[WAYS_MOST];
    size_t low_n, high_n;
    struct sum here_low, here_high;
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

static void add_counts(struct bench *b, const struct tracing *t,
                       const struct trace *x, struct forms *f)
{
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
                           .here_high = sum_new() };
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
