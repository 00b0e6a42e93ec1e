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

#include <string.h>

enum { TIED_MOST = 100 };

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
        (struct unknown){ low, high, n, -1, 1, false };
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

/* Few: looked up one after the other. */
struct part {
    const struct system *s;
    struct arena *work;
    uint32_t *unknown; /* variable -> unknown, or EXTRA */
    uint32_t *seen;    /* roots */
    struct lp_row *rows;
    size_t tied; /* unknowns tied to those seen */
    size_t vars, vars_cap, seen_n, seen_cap, rows_n, rows_cap;
};

static const uint32_t EXTRA = UINT32_MAX;

static int add_variable(struct part *p, uint32_t u)
{
    int v = (int)p->vars;
    *push(p->work, p->unknown, p->vars, p->vars_cap) = u;
    return v;
}

static int variable(struct part *p, uint32_t u)
{
    for (size_t v = 0; v < p->vars; v++)
        if (p->unknown[v] == u)
            return (int)v;
    return add_variable(p, u);
}

static struct lp_term *lp_terms(struct part *p, struct form f, int sign,
                                size_t more)
{
    struct lp_term *t = new_n(p->work, struct lp_term, f.n + more + 1);
    for (size_t i = 0; i < f.n; i++)
        t[i] = (struct lp_term){ variable(p, f.terms[i].unknown),
                                 qty_int(sign * f.terms[i].by) };
    return t;
}

static void add_row(struct part *p, struct form f)
{
    const struct lp_term *t = lp_terms(p, f, 1, 0);
    *push(p->work, p->rows, p->rows_n, p->rows_cap) =
        (struct lp_row){ t, f.n, qty_neg(f.constant) };
}

static bool seen(struct part *p, uint32_t r)
{
    for (size_t i = 0; i < p->seen_n; i++)
        if (p->seen[i] == r)
            return true;
    *push(p->work, p->seen, p->seen_n, p->seen_cap) = r;
    return false;
}

static void rows_of(struct part *p, uint32_t r)
{
    for (int32_t k = p->s->unknowns[r].rows; k >= 0; k = p->s->rows[k].next)
        add_row(p, p->s->rows[k].form);
}

/* F's unknowns, and all rows that hang together with them; false: so many
 * that it is too large. */
static bool take(struct part *p, struct form f)
{
    for (size_t i = 0; i < f.n; i++) {
        uint32_t u = f.terms[i].unknown, r = root(p->s, u);
        if (!seen(p, r)) {
            p->tied += p->s->unknowns[r].size;
            if (p->tied > TIED_MOST)
                return false;
            rows_of(p, r);
        }
        variable(p, u);
    }
    return true;
}

static struct lp lp_of(struct part *p)
{
    qty *low = new_n(p->work, qty, p->vars + 1);
    qty *high = new_n(p->work, qty, p->vars + 1);
    for (size_t v = 0; v < p->vars; v++) {
        bool extra = p->unknown[v] == EXTRA;
        low[v] = extra ? qty_int(0) : p->s->unknowns[p->unknown[v]].low;
        high[v] = extra ? QTY_NONE : p->s->unknowns[p->unknown[v]].high;
    }
    return (struct lp){ p->vars, low, high, p->rows, p->rows_n };
}

/* The least value of the sum of T; *END tells whether there is one. */
static qty least(struct part *p, const struct lp_term *t, size_t n,
                 enum lp_end *end)
{
    qty out = QTY_NONE;
    struct lp lp = lp_of(p);
    *end = lp_least(p->work, &lp, t, n, &out);
    return *end == LP_FOUND ? out : QTY_NONE;
}

/* The ends of F without its constant, by a linear programme; false: it is too
 * large for one. */
static bool tied_ends(struct arena *work, struct system *s, struct form f,
                      struct ends_known *out)
{
    struct arena_mark m = arena_mark(work);
    struct part p = { .s = s, .work = work };
    struct lp_found a = { LP_TOO_BIG, QTY_NONE }, b = a;
    if (take(&p, f)) {
        const struct lp_term *t = lp_terms(&p, f, 1, 0);
        struct lp lp = lp_of(&p);
        lp_ends(work, &lp, t, f.n, &a, &b);
    }
    arena_back(work, m);
    qty low, high;
    f.constant = qty_int(0);
    box(s, f, &low, &high);
    out->low = a.end == LP_TOO_BIG ? low : a.at;
    out->high = b.end == LP_TOO_BIG ? high : b.at;
    out->world = a.end != LP_NONE;
    return a.end != LP_TOO_BIG && b.end != LP_TOO_BIG;
}

static bool same_terms(const struct ends_known *k, struct form f)
{
    return k->n == f.n &&
           memcmp(k->terms, f.terms, f.n * sizeof *f.terms) == 0;
}

static const struct ends_known *remembered(const struct system *s,
                                           struct form f)
{
    for (size_t i = 0; i < s->known_n && i < ENDS_KNOWN; i++)
        if (same_terms(&s->known[i], f))
            return &s->known[i];
    return NULL;
}

static void remember(struct system *s, struct form f, struct ends_known k)
{
    if (f.n > ENDS_TERMS)
        return;
    k.n = f.n;
    memcpy(k.terms, f.terms, f.n * sizeof *f.terms);
    s->known[s->known_n++ % ENDS_KNOWN] = k;
}

bool system_ends(struct arena *work, struct system *s, struct form f, qty *low,
                 qty *high)
{
    box(s, f, low, high);
    if (!any_tied(s, f))
        return true;
    struct ends_known fresh;
    const struct ends_known *k = remembered(s, f);
    if (!k) {
        if (tied_ends(work, s, f, &fresh))
            remember(s, f, fresh);
        else
            s->widened = true;
        k = &fresh;
    }
    *low = qty_add(k->low, f.constant);
    *high = qty_add(k->high, f.constant);
    return k->world;
}

/* ---- the smallest or greatest of several -------------------------------- */

/* One more variable t, and t <= f (SIGN 1) or t >= f (SIGN -1) for each f:
 * the greatest t is the greatest smallest, the least t the least greatest. A
 * variable has a low end, t need not: it is the difference of two. */
static qty greatest_below(struct part *p, const struct form *f, size_t n,
                          int sign, enum lp_end *end)
{
    int up = add_variable(p, EXTRA), down = add_variable(p, EXTRA);
    for (size_t i = 0; i < n; i++) {
        struct lp_term *t = lp_terms(p, f[i], sign, 2);
        t[f[i].n] = (struct lp_term){ up, qty_int(-sign) };
        t[f[i].n + 1] = (struct lp_term){ down, qty_int(sign) };
        *push(p->work, p->rows, p->rows_n, p->rows_cap) = (struct lp_row){
            t, f[i].n + 2, sign > 0 ? qty_neg(f[i].constant) : f[i].constant
        };
    }
    struct lp_term goal[2] = { { up, qty_int(-sign) },
                               { down, qty_int(sign) } };
    qty least_of = least(p, goal, 2, end);
    return sign > 0 && *end == LP_FOUND ? qty_neg(least_of) : least_of;
}

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
    struct part p = { .s = s, .work = work };
    enum lp_end end = LP_TOO_BIG;
    qty found = QTY_NONE;
    bool all = true;
    for (size_t i = 0; i < n && all; i++)
        all = take(&p, f[i]);
    if (all)
        found = greatest_below(&p, f, n, sign, &end);
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
static bool narrow(struct unknown *u, qty constant, int64_t by)
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

/* All unknowns of F get one root, which has the rows of all. false: they are
 * too many; the rows are never asked for again. */
static bool tie(struct system *s, struct form f)
{
    uint32_t r = root(s, f.terms[0].unknown);
    for (size_t i = 0; i < f.n; i++) {
        uint32_t x = root(s, f.terms[i].unknown);
        s->unknowns[f.terms[i].unknown].tied = true;
        if (x == r)
            continue;
        bool large = s->unknowns[r].size + s->unknowns[x].size > TIED_MOST;
        s->unknowns[x].above = r;
        s->unknowns[r].size += s->unknowns[x].size;
        if (large) {
            s->unknowns[r].rows = -1;
            continue;
        }
        int32_t *last = &s->unknowns[r].rows;
        while (*last >= 0)
            last = &s->rows[*last].next;
        *last = s->unknowns[x].rows;
    }
    return s->unknowns[r].size <= TIED_MOST;
}

static void add_known(struct arena *keep, struct system *s, struct form f)
{
    s->known_n = 0;
    if (!tie(s, f))
        return; /* it would be left out anyway */
    uint32_t r = root(s, f.terms[0].unknown);
    struct form_term *t = new_n(keep, struct form_term, f.n);
    for (size_t i = 0; i < f.n; i++)
        t[i] = f.terms[i];
    *push(keep, s->rows, s->rows_n, s->rows_cap) =
        (struct known){ { f.constant, t, f.n }, s->unknowns[r].rows };
    s->unknowns[r].rows = (int32_t)s->rows_n - 1;
}

/* Is F >= 0 settled by ranges alone? *IT_IS: so, or narrowed to be so. */
static bool settled(struct system *s, struct form f, bool *it_is)
{
    qty low, high;
    box(s, f, &low, &high);
    *it_is = qty_ok(low) && low.num >= 0;
    if (*it_is || (qty_ok(high) && high.num < 0))
        return true;
    if (f.n != 1 || s->unknowns[f.terms[0].unknown].tied)
        return false;
    s->known_n = 0;
    *it_is =
        narrow(&s->unknowns[f.terms[0].unknown], f.constant, f.terms[0].by);
    return true;
}

bool system_assume(struct arena *keep, struct system *s, struct form f)
{
    bool it_is;
    if (settled(s, f, &it_is))
        return it_is;
    add_known(keep, s, f);
    return true;
}

bool system_learn(struct arena *keep, struct system *s, struct form f)
{
    qty low, high;
    bool it_is;
    if (settled(s, f, &it_is))
        return it_is;
    if (!system_ends(keep, s, f, &low, &high) ||
        (qty_ok(high) && high.num < 0))
        return false;
    if (!qty_ok(low) || low.num < 0) /* else it follows from what is known */
        add_known(keep, s, f);
    return true;
}
