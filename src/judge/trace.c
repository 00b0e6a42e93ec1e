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

/* Of the deed's unit, if it is about one. */
static uint8_t in_unit(struct bench *b, struct tracing *t, size_t account)
{
    if (t->deed->unit < 0)
        return YES;
    int h = b->l->accounts[account].holder;
    tri in = unit_has(&b->p->holders[t->deed->unit], &b->l->holders[h]);
    if (in != MAYBE)
        return (uint8_t)in;
    t->maybe = true;
    t->why = first_reason(t->why, REASON_WHOSE);
    return t->sure_only ? NO : MAYBE;
}

static uint8_t and (uint8_t x, uint8_t y)
{
    return (uint8_t)tri_and((tri)x, (tri)y);
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
    x.was_low = x.was_high = zero;
    for (size_t i = 0; i < n; i++) {
        const struct account *a = &b->l->accounts[i];
        x.tag[i] = x.now[i] = zero;
        if (a->book != book || a->declared != (party >= 0))
            continue;
        uint8_t unit = in_unit(b, t, i);
        x.listed[i] = unit && classify(b, &any, (int)i).in != NO;
        some = some || x.listed[i];
        x.match[i] = and(unit, class_in(b, t, &any, i));
        if (!x.match[i])
            continue;
        x.now[i] = copied(b, sum_form(&b->balances[i]));
        if (b->l->wheres[a->where].kind == WHERE_WAY) {
            /* what is on its way stands nowhere, but within the zone */
            struct class c = classify(b, &leave, (int)i);
            x.leaves[i] = c.in == YES ? unit : NO;
        } else {
            x.leaves[i] = and(unit, class_in(b, t, &leave, i));
            x.reaches[i] = and(unit, class_in(b, t, &reach, i));
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

/* Is it listed? Of `all`, in the zone: who lists nothing there does not say
 * that nothing is. */
static bool says(const struct tracing *t, const struct trace *x, int account)
{
    return account >= 0 &&
           (t->deed->all ? x->leaves[account] != NO : x->listed[account]);
}

/* Has anything been listed of X before its anchor? */
static bool listed_before(const struct bench *b, const struct tracing *t,
                          const struct trace *x)
{
    for (size_t i = 0; i < b->flows_to && b->l->flows[i].at <= b->now; i++) {
        const struct flow *f = &b->l->flows[i];
        if (says(t, x, f->from) || says(t, x, f->to))
            return true;
    }
    return false;
}

/* N stood at ACCOUNT, and was not raised since the anchor. */
static void there_was(struct bench *b, struct trace *x, int account,
                      struct form n)
{
    if (account < 0)
        return;
    if (x->leaves[account] == YES)
        x->was_low = plus(b, x->was_low, n);
    if (x->leaves[account] != NO)
        x->was_high = plus(b, x->was_high, n);
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
    for (size_t i = 0; i < b->l->accounts_n; i++) {
        there_was(b, x, (int)i, x->now[i]);
        if (x->leaves[i] == MAYBE) {
            struct pool *p = pool_at(b, x, b->l->accounts[i].where);
            p->was = p->now = plus(b, p->was, x->now[i]);
        }
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
        t->traces[i].speaks = listed_before(b, t, &t->traces[i]);
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

/* Whom a transfer is to: those whom the deed names? */
static tri received(const struct bench *b, const struct deed *d,
                    const struct entry *e)
{
    const struct who *to = &b->p->holders[entry_more(b->p, e)->to_who].who;
    return who_within(to, &d->by) ? YES : who_meet(to, &d->by) ? MAYBE : NO;
}

/* Is flow F of the kind that counts for the deed? */
static tri right_flow(const struct bench *b, const struct deed *d,
                      const struct flow *f)
{
    const struct entry *e = &b->l->p->entries[f->entry];
    enum entry_kind k = (enum entry_kind)e->kind;
    if (d->kind == DEED_TRANSFERS)
        return k == ENTRY_TRANSFER ? received(b, d, e) : NO;
    return tri_of((k == ENTRY_DESTROY && d->kind == DEED_DESTROYS) ||
                  (k == ENTRY_DISBAND && d->kind == DEED_DISBANDS));
}

/* Has it left the book, or come to whom it was to be given? */
static bool is_final(const struct bench *b, const struct flow *f)
{
    return f->to < 0 ||
           b->l->wheres[b->l->accounts[f->to].where].kind != WHERE_SOMETIME;
}

/* destroy, disband, transfer: for good once it is done, possibly before. */
static void gone(struct bench *b, struct tracing *t, struct trace *x,
                 const struct flow *f, struct form amount)
{
    tri right = right_flow(b, t->deed, f);
    if (!right || f->from < 0 || x->match[f->from] == NO)
        return;
    const struct account *a = &b->l->accounts[f->from];
    struct whereabouts at = b->l->wheres[a->where];
    bool second = at.kind == WHERE_SOMETIME;
    tri was = second ? what_it_was(b, t, x, f->from) : (tri)x->match[f->from];
    tri in = tri_and(tri_and(right, was), spot_in(b, at.at, t->deed->from));
    if (in == YES && is_final(b, f))
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
    x->speaks = x->speaks || says(t, x, f->from) || says(t, x, f->to);
    if (!from && !to)
        return;
    struct form bears = tagged(b, t, x, f->from, amount, f->to < 0);
    if (from && f->to < 0 && x->leaves[f->from] != YES &&
        (k == ENTRY_DESTROY || k == ENTRY_DISBAND))
        x->lost = plus(b, x->lost, bears);
    if (k == ENTRY_HOLD) /* whenever it is told, it was there */
        there_was(b, x, f->to, amount);
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
