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

enum { REGIONS_MAX = TOTALS_MAX + 1 + UNCOUNTED_MAX, GAUGES_MAX = 64 };

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
    struct form in[REGIONS_MAX]; /* what is in each, splits included */
    const struct slice *slice;   /* of the measure: how accounts count */
    unsigned minus; /* regions that are not counted in the measure, by bits */
    unsigned caps;  /* and those of which so much at most is not */
    bool sure_only; /* what is possibly in the measure is not in it */
    bool empty[1 << REGIONS_MAX]; /* by its regions, nothing is in the cell */
    bool fills[REGIONS_MAX];      /* unlisted forces can fill up this total */
    bool open;  /* the measure reaches where no total bounds it */
    bool world; /* some world is left */
};

/* Does what is in CELL count for region I? What is not counted in the measure
 * is no part of it; what is left out up to a figure is left out of it once, by
 * the first that names it. */
static bool counts_for(const struct cells *c, unsigned cell, size_t i)
{
    bool left_out = c->caps >> i & 1;
    if (!(cell >> i & 1))
        return false;
    if (i && !left_out)
        return true;
    return cell & 1 && !(cell & c->minus) &&
           !(left_out && cell & c->caps & ((1u << i) - 1));
}

static void add_to(struct cells *c, unsigned cell, struct form f)
{
    for (size_t i = 0; i < c->n; i++)
        if (counts_for(c, cell, i))
            c->in[i] = form_add(c->b->keep, c->in[i], f, 1);
}

static struct form fresh(struct cells *c)
{
    return system_fresh(c->b->keep, c->system, qty_int(0), QTY_NONE);
}

/* For a measure that a world is left has been seen to by cells_learn(); its
 * own ends tell if not. */
static void know(struct cells *c, struct form f)
{
    struct arena *k = c->b->keep;
    c->world = c->world && (c->slice ? system_assume(k, c->system, f)
                                     : system_learn(k, c->system, f));
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

enum emptiness {
    BY_REGIONS,   /* by what its regions are, each status asked alone; */
    BY_COMPLETES, /* also by what the book says is all, and with `own` and
                   * `stationed` as the areas that they are */
};

/* Nothing can be in CELL. */
static bool is_empty(struct cells *c, unsigned cell, enum emptiness how)
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
    for (size_t i = 0; i < b->told_n && how == BY_COMPLETES && n < GAUGES_MAX;
         i++)
        if (told_counts(c, &b->told[i]))
            q[n++] = &b->told[i].gauge;
    return covered(b, &all, q, n, how != BY_REGIONS);
}

/* A total that holds something which is in no other region can always be
 * filled up there: then its least need not be asked for, and what is only in
 * such totals need not be counted.  The measure of a keeper's own forces on
 * the estimated basis is open. */
static void unlisted(struct cells *c)
{
    bool open[1 << REGIONS_MAX] = { false };
    for (unsigned cell = 1; cell < 1u << c->n; cell++) {
        c->empty[cell] = is_empty(c, cell, BY_REGIONS);
        open[cell] = !c->empty[cell] && !is_empty(c, cell, BY_COMPLETES);
    }
    c->open = !c->total[0] && open[1];
    for (size_t i = 0; i < c->n; i++)
        c->fills[i] = c->total[i] && open[1u << i];
    for (unsigned cell = 1; cell < 1u << c->n; cell++) {
        bool counts = false;
        for (size_t i = 0; i < c->n; i++)
            counts =
                counts || (cell >> i & 1 && !((c->minus | c->caps) >> i & 1) &&
                           !c->fills[i]);
        if (open[cell] && counts && !(cell == 1 && c->open))
            add_to(c, cell, fresh(c));
    }
}

/* ---- what is listed ----------------------------------------------------- */

/* The touch of an account to the measure, or NULL. */
static const struct touch *touch_at(const struct cells *c, int account)
{
    const struct bench *b = c->b;
    for (size_t i = b->touch_at[account]; i < b->touch_at[account + 1]; i++) {
        const struct touch *t = &b->touches[i];
        if (t->slice == c->slice->number)
            return t->claim >= 0 && !b->claim_known[t->claim] ? NULL : t;
    }
    return NULL;
}

/* An account, region by region. */
struct piece {
    int account;
    tri in[REGIONS_MAX];
    struct answers why[REGIONS_MAX];
    unsigned sure, maybe; /* regions, by bits */
};

static tri account_in(struct cells *c, size_t region, struct piece *p)
{
    struct bench *b = c->b;
    int claim;
    struct answers *x = &p->why[region];
    *x = answers_of(b, c->region[region], p->account, &claim);
    if (region == 0 && c->slice) {
        const struct touch *t = touch_at(c, p->account);
        if (!t || (c->sure_only && t->in != YES))
            return NO;
        if (!c->minus)
            return (tri)t->in;
    }
    if (claim >= 0 && !b->claim_known[claim])
        return NO;
    if (c->caps >> region & 1 && c->sure_only)
        return tri_of(x->whose == YES && x->kind == YES && x->where == YES &&
                      x->status == YES);
    return tri_and(tri_and(x->whose, x->kind), tri_and(x->where, x->status));
}

/* Can a part of P be in all regions of CELL, and in no other? */
static bool fits(struct cells *c, const struct piece *p, unsigned cell)
{
    struct gauge all = { 0 };
    if (c->empty[cell] || (cell && !all_of(c, cell, &all)))
        return false;
    if (cell && !can_be(c->b, &all, p->account))
        return false;
    const struct gauge *out[REGIONS_MAX];
    struct answers why[REGIONS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++)
        if (p->maybe >> i & 1 && !(cell >> i & 1)) {
            out[n] = c->region[i];
            why[n++] = p->why[i];
        }
    return !drawn_in(c->b, cell ? &all : NULL, out, why, n, p->account);
}

/* An account goes to one cell, or is split over those open to it; the last
 * gets what the others leave. */
static void place_account(struct cells *c, int account, struct form now)
{
    struct piece p = { .account = account };
    unsigned cells[1 << REGIONS_MAX];
    size_t n = 0;
    struct form left = now;
    for (size_t i = 0; i < c->n; i++) {
        tri in = account_in(c, i, &p);
        p.sure |= (unsigned)(in == YES) << i;
        p.maybe |= (unsigned)(in == MAYBE) << i;
    }
    for (unsigned sub = p.maybe;; sub = (sub - 1) & p.maybe) {
        if (!p.maybe || fits(c, &p, p.sure | sub))
            cells[n++] = p.sure | sub;
        if (!sub)
            break;
    }
    if (!n)
        cells[n++] = p.sure;
    for (size_t i = 0; i + 1 < n; i++) {
        struct form part = fresh(c);
        add_to(c, cells[i], part);
        left = form_add(c->b->keep, left, part, -1);
    }
    if (n > 1)
        know(c, left); /* the parts are no more than the whole */
    add_to(c, cells[n - 1], left);
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

/* The measure less what is left out of it: M - min(X, c), for each X, is the
 * greater of M - X and M - c. */
static bool ends(struct cells *c, const struct meter *m, struct measured *now)
{
    struct arena *k = c->b->keep;
    struct form f[1u << UNCOUNTED_MAX];
    size_t n = 1;
    f[0] = c->in[0];
    for (size_t i = 0, at = c->n - m->uncounts_n; i < m->uncounts_n; i++) {
        if (!m->uncounts[i].capped)
            continue;
        for (size_t j = 0; j < n; j++) {
            f[n + j] = form_add(k, f[j], c->in[at + i], -1);
            f[j] = form_add(k, f[j], form_of(m->uncounts[i].cap), -1);
        }
        n *= 2;
    }
    qty low, high;
    bool world = system_ends(k, c->system, f[0], &now->low, &now->high);
    if (n > 1)
        now->low = at_least_zero(system_least_greatest(k, c->system, f, n));
    for (size_t j = 1; j < n; j++) {
        system_ends(k, c->system, f[j], &low, &high);
        if (!qty_ok(high) || !qty_ok(now->high))
            now->high = QTY_NONE;
        else if (qty_cmp(high, now->high) > 0)
            now->high = high;
    }
    now->high = at_least_zero(now->high);
    return world;
}

struct measured cells_measure(struct bench *b, struct slice *s,
                              const struct saying *const *totals, size_t n,
                              instant t, bool sure_only)
{
    struct gauge out[UNCOUNTED_MAX];
    const struct meter *m = s->meter;
    struct system system = system_copy(b->keep, &b->system);
    struct cells c = { .b = b,
                       .system = &system,
                       .book = s->book,
                       .declared = s->declared,
                       .at = t,
                       .slice = s,
                       .sure_only = sure_only,
                       .world = true };
    struct measured now = { .any = true };
    int keeper = b->p->books[s->book].keeper;
    add_region(&c, &s->gauge, NULL);
    for (size_t i = 0; i < n; i++)
        add_region(&c, &totals[i]->gauge, totals[i]);
    for (size_t i = 0; i < m->uncounts_n; i++) {
        out[i] = left_out(&s->gauge, &m->uncounts[i]);
        if (m->uncounts[i].capped)
            c.caps |= 1u << c.n;
        else
            c.minus |= 1u << c.n;
        add_region(&c, &out[i], NULL);
    }
    build(&c);
    bool world = c.world && ends(&c, m, &now);
    b->system.widened = b->system.widened || system.widened;
    if (!world) /* more totals at once than cells_learn() took together */
        return (struct measured){ true, qty_int(0), QTY_NONE };
    if (c.open ||
        (!s->declared && keeper >= 0 && who_has(&s->gauge.who, keeper)))
        now.high = QTY_NONE;
    return now;
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
