/* cells.c - totals: a figure for a whole, listed and unlisted together
 *
 * On the day of a total the forces of the moment, listed or not, fall into
 * the cells of an arrangement: in the measure or not, in each total or not.
 * A cell that must be empty (inside what is complete, or inside others by
 * their definitions) has no unlisted forces; every other has some amount >= 0.
 * An account that is only possibly in a region may be split over the cells
 * open to it.  Each total is then a row or two about the sum of its cells,
 * and the ends of the measure are those of a linear programme.
 *
 * The same without a measure tells, for good, what each total says of the
 * unknowns: cells_learn() does that for all of them before anything is
 * measured.
 */
#include "judge/own.h"

enum { REGIONS_MAX = TOTALS_MAX + 1, GAUGES_MAX = 64 };

/* Whose accounts the cells are about. */
struct cells {
    struct bench *b;
    struct system *system; /* gets more unknowns and rows */
    int book;
    bool declared;
    instant at;
    const struct gauge *region[REGIONS_MAX];
    const struct saying *total[REGIONS_MAX]; /* NULL: the measure */
    size_t n;
    struct form in[REGIONS_MAX];  /* what is in each, splits included */
    const struct slice *slice;    /* of the measure: how accounts count */
    bool empty[1 << REGIONS_MAX]; /* by its regions, nothing is in the cell */
    bool fills[REGIONS_MAX];      /* unlisted forces can fill up this total */
    bool open;  /* the measure reaches where no total bounds it */
    bool world; /* some world is left */
};

static void add_to(struct cells *c, unsigned cell, struct form f)
{
    for (size_t i = 0; i < c->n; i++)
        if (cell >> i & 1)
            c->in[i] = form_add(c->b->keep, c->in[i], f, 1);
}

static struct form fresh(struct cells *c)
{
    return system_fresh(c->b->keep, c->system, qty_int(0), QTY_NONE);
}

static void know(struct cells *c, struct form f)
{
    c->world = c->world && system_learn(c->b->keep, c->system, f);
}

/* ---- which cells may hold unlisted forces ------------------------------- */

static bool told_counts(const struct cells *c, const struct saying *t)
{
    return !t->is_total && t->from <= c->at &&
           told_speaks(c->b, t, c->book, c->declared);
}

/* What is in all regions of CELL; false: nothing can be. */
static bool all_of(struct cells *c, unsigned cell, struct gauge *all)
{
    bool first = true;
    for (size_t i = 0; i < c->n; i++) {
        if (!(cell >> i & 1))
            continue;
        if (!first && !gauges_meet(c->b, all, c->region[i]))
            return false;
        *all = first ? *c->region[i] : gauge_and(c->b, all, c->region[i]);
        first = false;
    }
    return true;
}

/* Nothing can be in CELL: by what its regions are and, if COMPLETES, by what
 * the book says is all. */
static bool is_empty(struct cells *c, unsigned cell, bool completes)
{
    struct bench *b = c->b;
    const struct gauge *q[GAUGES_MAX];
    struct gauge all = { 0 };
    size_t n = 0;
    if (!all_of(c, cell, &all))
        return true;
    for (size_t i = 0; i < c->n; i++)
        if (!(cell >> i & 1))
            q[n++] = c->region[i];
    for (size_t i = 0; i < b->told_n && completes && n < GAUGES_MAX; i++)
        if (told_counts(c, &b->told[i]))
            q[n++] = &b->told[i].gauge;
    return covered(b, &all, q, n);
}

/* A total that holds something which is in no other region can always be
 * filled up there: then its least need not be asked for, and what is only in
 * such totals need not be counted.  The measure of a keeper's own forces on
 * the estimated basis is open. */
static void unlisted(struct cells *c)
{
    bool open[1 << REGIONS_MAX] = { false };
    for (unsigned cell = 1; cell < 1u << c->n; cell++) {
        c->empty[cell] = is_empty(c, cell, false);
        open[cell] = !c->empty[cell] && !is_empty(c, cell, true);
    }
    c->open = !c->total[0] && open[1];
    for (size_t i = 0; i < c->n; i++)
        c->fills[i] = c->total[i] && open[1u << i];
    for (unsigned cell = 1; cell < 1u << c->n; cell++) {
        bool counts = false;
        for (size_t i = 0; i < c->n; i++)
            counts = counts || (cell >> i & 1 && !c->fills[i]);
        if (open[cell] && counts && !(cell == 1 && c->open))
            add_to(c, cell, fresh(c));
    }
}

/* ---- what is listed ----------------------------------------------------- */

static tri account_in(struct cells *c, size_t region, int account)
{
    struct bench *b = c->b;
    if (!c->total[region] && c->slice)
        for (size_t i = b->touch_at[account]; i < b->touch_at[account + 1];
             i++) {
            const struct touch *t = &b->touches[i];
            if (t->slice == c->slice->number)
                return t->claim >= 0 && !b->claim_known[t->claim] ? NO
                                                                  : (tri)t->in;
        }
    if (!c->total[region] && c->slice)
        return NO;
    struct class k = classify(b, c->region[region], account);
    return k.claim >= 0 && !b->claim_known[k.claim] ? NO : k.in;
}

/* An account goes to one cell, or is split over those open to it. */
static void place_account(struct cells *c, int account, struct form now)
{
    unsigned sure = 0, maybe = 0;
    for (size_t i = 0; i < c->n; i++) {
        tri in = account_in(c, i, account);
        sure |= (unsigned)(in == YES) << i;
        maybe |= (unsigned)(in == MAYBE) << i;
    }
    struct form left = now;
    for (unsigned sub = maybe; sub; sub = (sub - 1) & maybe) {
        if (c->empty[sure | sub])
            continue;
        struct form part = fresh(c);
        add_to(c, sure | sub, part);
        left = form_add(c->b->keep, left, part, -1);
    }
    if (maybe)
        know(c, left); /* the parts are no more than the whole */
    add_to(c, sure, left);
}

static void listed(struct cells *c)
{
    struct bench *b = c->b;
    for (size_t i = 0; i < b->l->accounts_n; i++) {
        const struct account *a = &b->l->accounts[i];
        struct form now = sum_form(&b->balances[i]);
        if (a->book == c->book && a->declared == c->declared &&
            !form_zero(now))
            place_account(c, (int)i,
                          form_add(b->keep, now, form_of(qty_int(0)), 1));
    }
}

/* ---- the rows ----------------------------------------------------------- */

static void bound(struct cells *c)
{
    struct arena *k = c->b->keep;
    for (size_t i = 0; i < c->n; i++) {
        const struct saying *t = c->total[i];
        if (!t)
            continue;
        if (!c->fills[i])
            know(c, form_add(k, c->in[i], form_of(t->low), -1));
        if (qty_ok(t->high))
            know(c, form_add(k, form_of(t->high), c->in[i], -1));
    }
}

static void add_region(struct cells *c, const struct gauge *g,
                       const struct saying *t)
{
    c->region[c->n] = g;
    c->total[c->n] = t;
    c->in[c->n++] = form_of(qty_int(0));
}

static void build(struct cells *c)
{
    unlisted(c);
    listed(c);
    bound(c);
}

struct measured cells_measure(struct bench *b, struct slice *s,
                              const struct saying *const *totals, size_t n,
                              instant t)
{
    struct system system = system_copy(b->keep, &b->system);
    struct cells c = { .b = b,
                       .system = &system,
                       .book = s->book,
                       .declared = s->declared,
                       .at = t,
                       .slice = s,
                       .world = true };
    struct measured out = { .any = true };
    int keeper = b->p->books[s->book].keeper;
    add_region(&c, &s->gauge, NULL);
    for (size_t i = 0; i < n; i++)
        add_region(&c, &totals[i]->gauge, totals[i]);
    build(&c);
    bool world =
        c.world && system_ends(b->keep, &system, c.in[0], &out.low, &out.high);
    b->system.widened = b->system.widened || system.widened;
    if (!world) /* more totals at once than cells_learn() took together */
        return (struct measured){ true, qty_int(0), QTY_NONE };
    if (c.open ||
        (!s->declared && keeper >= 0 && who_has(&s->gauge.who, keeper)))
        out.high = QTY_NONE;
    return out;
}

/* ---- what all totals tell, for good ------------------------------------- */

static void exclude_each_other(struct bench *b, const struct saying *t)
{
    const struct entry *e = &b->p->entries[t->entry];
    struct diag *d = diag_add(b->p->diags, DIAG_CONTRADICTION, entry_at(e),
                              "this total and what the book lists exclude "
                              "each other");
    diag_help(b->p->diags, d,
              "mend one of them, or put rival figures into a "
              "book of their own");
}

/* All totals of one book and basis that hold at B->now, together. */
static void learn(struct bench *b, const struct saying *first)
{
    struct cells c = { .b = b,
                       .system = &b->system,
                       .book = first->book,
                       .declared = first->declared,
                       .at = b->now,
                       .world = true };
    for (size_t i = 0; i < b->told_n && c.n < TOTALS_MAX; i++) {
        const struct saying *t = &b->told[i];
        if (t->is_total && t->book == first->book &&
            t->declared == first->declared && t->from <= b->now &&
            b->now < t->until)
            add_region(&c, &t->gauge, t);
    }
    build(&c);
    if (!c.world)
        exclude_each_other(b, first);
}

/* The first total of its book and basis among those that hold now. */
static bool is_first(const struct bench *b, const struct saying *t)
{
    for (const struct saying *o = b->told; o < t; o++)
        if (o->is_total && o->book == t->book && o->declared == t->declared &&
            o->from <= b->now && b->now < o->until)
            return false;
    return true;
}

static void learn_now(struct bench *b)
{
    for (size_t i = 0; i < b->told_n; i++) {
        const struct saying *t = &b->told[i];
        if (t->is_total && t->from <= b->now && b->now < t->until &&
            is_first(b, t))
            learn(b, t);
    }
}

static instant next_total(const struct bench *b, instant after)
{
    instant next = INSTANT_MAX;
    for (size_t i = 0; i < b->told_n; i++)
        if (b->told[i].is_total && b->told[i].from > after &&
            b->told[i].from < next)
            next = b->told[i].from;
    return next;
}

static bool any_total_now(const struct bench *b)
{
    for (size_t i = 0; i < b->told_n; i++)
        if (b->told[i].is_total && b->told[i].from <= b->now &&
            b->now < b->told[i].until)
            return true;
    return false;
}

/* A first walk through all batches, at the days of totals. */
void cells_learn(struct bench *b)
{
    const struct ledger *l = b->l;
    size_t i = 0;
    b->now = INSTANT_MIN;
    for (;;) {
        instant total = next_total(b, b->now);
        instant batch = i < l->flows_n ? l->flows[i].at : INSTANT_MAX;
        b->now = total < batch ? total : batch;
        if (b->now == INSTANT_MAX ||
            (total == INSTANT_MAX && !any_total_now(b)))
            return;
        for (; i < l->flows_n && l->flows[i].at == b->now; i++)
            balance_flow(b, &l->flows[i]);
        if (any_total_now(b))
            learn_now(b);
    }
}
