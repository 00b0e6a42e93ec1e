/* system.c - what is known of the unknowns, and what follows; see book.h
 *
 * Most unknowns stand alone: a range, perhaps narrowed by what was moved out
 * of it.  For a form of such the ends are a sum of ends.  Unknowns that a row
 * ties together have one root (union-find, R. E. Tarjan, JACM 22, 1975), and
 * the root has the rows; for these the ends are found by an exact linear
 * programme over all that hangs together with the form.
 *
 * If that is too large, or 128 bits do not suffice, the rows are left out and
 * `widened` is set: the ends are then wider than need be and never narrower,
 * so that a definite verdict stays right.
 */
#include "book/book.h"
#include "program/program.h"

enum { TIED_MOST = 200 };

static uint32_t root(const struct system *s, uint32_t u)
{
    while (s->unknowns[u].above != u) {
        struct unknown *x = &s->unknowns[u];
        x->above = s->unknowns[x->above].above; /* path halving */
        u = x->above;
    }
    return u;
}

uint32_t system_unknown(struct arena *keep, struct system *s, qty low,
                        qty high)
{
    uint32_t n = (uint32_t)s->unknowns_n;
    *push(keep, s->unknowns, s->unknowns_n, s->unknowns_cap) =
        (struct unknown){ low, high, n, -1, false };
    return n;
}

struct form system_fresh(struct arena *keep, struct system *s, qty low,
                         qty high)
{
    struct form_term *t = new_one(keep, struct form_term);
    *t = (struct form_term){ system_unknown(keep, s, low, high), 1 };
    return (struct form){ qty_int(0), t, 1 };
}

struct system system_copy(struct arena *keep, const struct system *s)
{
    struct system c = { .widened = s->widened };
    for (size_t i = 0; i < s->unknowns_n; i++)
        *push(keep, c.unknowns, c.unknowns_n, c.unknowns_cap) = s->unknowns[i];
    for (size_t i = 0; i < s->rows_n; i++)
        *push(keep, c.rows, c.rows_n, c.rows_cap) = s->rows[i];
    return c;
}

/* ---- ends from the ranges alone ----------------------------------------- */

static qty by_of(struct form_term t, qty q)
{
    return qty_mul(qty_int(t.by), q); /* an open end stays open */
}

static void box(const struct system *s, struct form f, qty *low, qty *high)
{
    *low = *high = f.constant;
    for (size_t i = 0; i < f.n; i++) {
        const struct unknown *u = &s->unknowns[f.terms[i].unknown];
        qty a = by_of(f.terms[i], u->low), b = by_of(f.terms[i], u->high);
        bool up = f.terms[i].by > 0;
        *low = qty_add(*low, up ? a : b);
        *high = qty_add(*high, up ? b : a);
    }
}

static bool any_tied(const struct system *s, struct form f)
{
    for (size_t i = 0; i < f.n; i++)
        if (s->unknowns[f.terms[i].unknown].tied)
            return true;
    return false;
}

/* ---- the linear programme of what hangs together ------------------------ */

struct part {
    const struct system *s;
    struct arena *work;
    int *var;          /* unknown -> variable, or -1 */
    uint32_t *unknown; /* variable -> unknown */
    qty *low, *high;
    struct lp_row *rows;
    size_t vars, rows_n, rows_cap, vars_cap;
    bool *seen; /* roots */
};

static struct part part_new(struct arena *work, const struct system *s)
{
    struct part p = { .s = s, .work = work };
    p.var = new_n(work, int, s->unknowns_n + 1);
    p.seen = new_n(work, bool, s->unknowns_n + 1);
    for (size_t i = 0; i < s->unknowns_n; i++)
        p.var[i] = -1;
    return p;
}

static int variable(struct part *p, uint32_t u)
{
    if (p->var[u] < 0) {
        p->var[u] = (int)p->vars;
        *push(p->work, p->unknown, p->vars, p->vars_cap) = u;
    }
    return p->var[u];
}

static const struct lp_term *lp_terms(struct part *p, struct form f)
{
    struct lp_term *t = new_n(p->work, struct lp_term, f.n + 1);
    for (size_t i = 0; i < f.n; i++)
        t[i] = (struct lp_term){ variable(p, f.terms[i].unknown),
                                 qty_int(f.terms[i].by) };
    return t;
}

static void add_row(struct part *p, struct form f)
{
    const struct lp_term *t = lp_terms(p, f);
    *push(p->work, p->rows, p->rows_n, p->rows_cap) =
        (struct lp_row){ t, f.n, qty_neg(f.constant) };
}

/* F's unknowns, and all rows that hang together with them; or so many that
 * it is too large anyway. */
static void take(struct part *p, struct form f)
{
    for (size_t i = 0; i < f.n && p->vars <= TIED_MOST; i++) {
        uint32_t u = f.terms[i].unknown, r = root(p->s, u);
        variable(p, u);
        if (p->seen[r])
            continue;
        p->seen[r] = true;
        for (int32_t k = p->s->unknowns[r].rows;
             k >= 0 && p->vars <= TIED_MOST; k = p->s->rows[k].next)
            add_row(p, p->s->rows[k].form);
    }
}

/* The least value of F; *END tells whether there is one. */
static qty least(struct part *p, struct form f, int sign, enum lp_end *end)
{
    qty out = QTY_NONE;
    struct lp_term *t = new_n(p->work, struct lp_term, f.n + 1);
    for (size_t i = 0; i < f.n; i++)
        t[i] = (struct lp_term){ variable(p, f.terms[i].unknown),
                                 qty_int(sign * f.terms[i].by) };
    if (p->vars > TIED_MOST) {
        *end = LP_TOO_BIG;
        return out;
    }
    p->low = new_n(p->work, qty, p->vars + 1);
    p->high = new_n(p->work, qty, p->vars + 1);
    for (size_t v = 0; v < p->vars; v++) {
        p->low[v] = p->s->unknowns[p->unknown[v]].low;
        p->high[v] = p->s->unknowns[p->unknown[v]].high;
    }
    struct lp lp = { p->vars, p->low, p->high, p->rows, p->rows_n };
    *end = lp_least(p->work, &lp, t, f.n, &out);
    if (*end != LP_FOUND)
        return QTY_NONE;
    return sign > 0 ? qty_add(out, f.constant) : qty_sub(f.constant, out);
}

bool system_ends(struct arena *work, struct system *s, struct form f, qty *low,
                 qty *high)
{
    box(s, f, low, high);
    if (!any_tied(s, f))
        return true;
    struct arena_mark m = arena_mark(work);
    struct part p = part_new(work, s);
    enum lp_end a, b;
    take(&p, f);
    qty l = least(&p, f, 1, &a), h = least(&p, f, -1, &b);
    arena_back(work, m);
    s->widened = s->widened || a == LP_TOO_BIG || b == LP_TOO_BIG;
    if (a != LP_TOO_BIG)
        *low = l;
    if (b != LP_TOO_BIG)
        *high = h;
    return a != LP_NONE && b != LP_NONE;
}

/* ---- the smallest or greatest of several -------------------------------- */

/* One more unknown t, and t <= f (SIGN 1) or t >= f (SIGN -1) for each f:
 * the greatest t is the greatest smallest, the least t the least greatest. */
static qty extreme(struct arena *work, struct system *s, const struct form *f,
                   size_t n, int sign)
{
    qty bound = QTY_NONE; /* what the forms alone give */
    for (size_t i = 0; i < n; i++) {
        qty low, high;
        system_ends(work, s, f[i], &low, &high);
        qty end = sign > 0 ? high : low;
        if (!qty_ok(bound) || (qty_ok(end) && sign * qty_cmp(end, bound) < 0))
            bound = end;
    }
    if (n < 2)
        return bound;
    struct arena_mark m = arena_mark(work);
    struct system c = system_copy(work, s);
    /* an unknown has a low end, t need not: it is the difference of two */
    struct form t = system_fresh(work, &c, qty_int(0), QTY_NONE);
    t = form_add(work, t, system_fresh(work, &c, qty_int(0), QTY_NONE), -1);
    struct part p = part_new(work, &c);
    for (size_t i = 0; i < n; i++)
        take(&p, f[i]);
    for (size_t i = 0; i < n; i++)
        add_row(&p, sign > 0 ? form_add(work, f[i], t, -1)
                             : form_add(work, t, f[i], -1));
    enum lp_end end;
    qty found = least(&p, t, -sign, &end);
    arena_back(work, m);
    s->widened = s->widened || end == LP_TOO_BIG;
    return end == LP_FOUND ? found : bound;
}

qty system_greatest_least(struct arena *work, struct system *s,
                          const struct form *f, size_t n)
{
    return extreme(work, s, f, n, 1);
}

qty system_least_greatest(struct arena *work, struct system *s,
                          const struct form *f, size_t n)
{
    return extreme(work, s, f, n, -1);
}

/* ---- learning ----------------------------------------------------------- */

/* constant + by x >= 0 narrows the range of x itself. */
static bool narrow(struct unknown *u, qty constant, int32_t by)
{
    struct unknown was = *u;
    qty edge = qty_div(qty_neg(constant), qty_int(by));
    if (by > 0 && qty_cmp(edge, u->low) > 0)
        u->low = edge;
    if (by < 0 && (!qty_ok(u->high) || qty_cmp(edge, u->high) < 0))
        u->high = edge;
    if (!qty_ok(u->high) || qty_cmp(u->low, u->high) <= 0)
        return true;
    *u = was;
    return false;
}

/* All unknowns of F get one root, which has the rows of all. */
static void tie(struct system *s, struct form f)
{
    uint32_t r = root(s, f.terms[0].unknown);
    for (size_t i = 0; i < f.n; i++) {
        uint32_t x = root(s, f.terms[i].unknown);
        s->unknowns[f.terms[i].unknown].tied = true;
        if (x == r)
            continue;
        s->unknowns[x].above = r;
        int32_t *last = &s->unknowns[r].rows;
        while (*last >= 0)
            last = &s->rows[*last].next;
        *last = s->unknowns[x].rows;
    }
}

bool system_learn(struct arena *keep, struct system *s, struct form f)
{
    qty low, high;
    box(s, f, &low, &high);
    if (qty_ok(low) && low.num >= 0)
        return true;
    if (qty_ok(high) && high.num < 0)
        return false;
    if (f.n == 1 && !s->unknowns[f.terms[0].unknown].tied)
        return narrow(&s->unknowns[f.terms[0].unknown], f.constant,
                      f.terms[0].by);
    if (!system_ends(keep, s, f, &low, &high) ||
        (qty_ok(high) && high.num < 0))
        return false;
    if (qty_ok(low) && low.num >= 0)
        return true; /* follows from what is known */
    tie(s, f);
    uint32_t r = root(s, f.terms[0].unknown);
    struct form_term *t = new_n(keep, struct form_term, f.n);
    for (size_t i = 0; i < f.n; i++)
        t[i] = f.terms[i];
    *push(keep, s->rows, s->rows_n, s->rows_cap) =
        (struct known){ { f.constant, t, f.n }, s->unknowns[r].rows };
    s->unknowns[r].rows = (int32_t)s->rows_n - 1;
    return true;
}
