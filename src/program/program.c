/* program.c - exact simplex on a dense tableau; see program.h
 *
 * Variables are shifted to y = x - low >= 0.  Each finite high end and each
 * row is an inequality; written as
 *
 *     sum a_j y_j - s = b   (b >= 0, needs an artificial)   or
 *     sum a_j y_j + s = b   (b >= 0, s starts in the basis)
 *
 * An artificial that has left the basis never comes back, so that only the
 * basis knows them: they have no columns.
 *
 * Phase one drives the artificials to zero, phase two minimises.  The last
 * two rows of the tableau are the reduced costs of the two phases; the last
 * column is the right-hand side.  Bland: the entering column is the first
 * with negative cost, the leaving row the one of least ratio with the
 * smallest basic index.
 */
#include "program/program.h"

#include <assert.h>

enum { CELLS_MAX = 4 * 1000 * 1000 };

struct tableau {
    qty *cell;
    size_t rows, cols; /* constraints; columns without the right-hand side */
    int *basis;
    size_t artificial; /* from here on basic indices are artificials */
    bool overflow;
};

static qty *at(struct tableau *t, size_t row, size_t col)
{
    return &t->cell[row * (t->cols + 1) + col];
}

/* row R -= F * row PIVOT */
static void take_off(struct tableau *t, size_t r, size_t pivot, qty f)
{
    if (!f.num)
        return;
    for (size_t j = 0; j <= t->cols; j++) {
        qty p = *at(t, pivot, j);
        if (!p.num && qty_ok(p))
            continue;
        qty v = qty_sub(*at(t, r, j), qty_mul(f, p));
        t->overflow = t->overflow || !qty_ok(v);
        *at(t, r, j) = v;
    }
}

static void pivot(struct tableau *t, size_t row, size_t col)
{
    qty d = *at(t, row, col);
    for (size_t j = 0; j <= t->cols; j++) {
        if (!at(t, row, j)->num && qty_ok(*at(t, row, j)))
            continue; /* most are zero, and stay so */
        qty v = qty_div(*at(t, row, j), d);
        t->overflow = t->overflow || !qty_ok(v);
        *at(t, row, j) = v;
    }
    for (size_t i = 0; i < t->rows + 2 && !t->overflow; i++)
        if (i != row)
            take_off(t, i, row, *at(t, i, col));
    t->basis[row] = (int)col;
}

/* Minimise cost row COST. */
static enum lp_end run(struct tableau *t, size_t cost)
{
    for (;;) {
        size_t enter = 0, leave = t->rows;
        while (enter < t->cols && at(t, cost, enter)->num >= 0)
            enter++;
        if (enter == t->cols)
            return LP_FOUND;
        qty best = QTY_NONE;
        for (size_t i = 0; i < t->rows; i++) {
            if (at(t, i, enter)->num <= 0)
                continue;
            qty ratio = qty_div(*at(t, i, t->cols), *at(t, i, enter));
            if (!qty_ok(ratio) && at(t, i, t->cols)->num)
                return LP_TOO_BIG;
            if (!qty_ok(ratio))
                ratio = qty_int(0);
            int c = leave == t->rows ? -1 : qty_cmp(ratio, best);
            if (c < 0 || (c == 0 && t->basis[i] < t->basis[leave])) {
                best = ratio;
                leave = i;
            }
        }
        if (leave == t->rows)
            return LP_UNBOUNDED;
        pivot(t, leave, enter);
        if (t->overflow)
            return LP_TOO_BIG;
    }
}

/* Row I: sum of TERMS (in y) >= LEAST. */
static void set_row(struct tableau *t, size_t i, const struct lp *p,
                    const struct lp_term *terms, size_t n, qty least)
{
    for (size_t k = 0; k < n; k++) {
        qty *a = at(t, i, (size_t)terms[k].var);
        *a = qty_add(*a, terms[k].by);
        least = qty_sub(least, qty_mul(terms[k].by, p->low[terms[k].var]));
    }
    t->overflow = t->overflow || !qty_ok(least);
    if (t->overflow)
        return;
    qty sign = qty_int(least.num > 0 ? 1 : -1);
    for (size_t j = 0; j < p->vars && least.num <= 0; j++)
        *at(t, i, j) = qty_neg(*at(t, i, j));
    *at(t, i, t->cols) = qty_mul(least, sign);
    *at(t, i, p->vars + i) = qty_neg(sign); /* slack or surplus */
    if (least.num > 0) {
        t->basis[i] = (int)(t->artificial + i);
    } else {
        t->basis[i] = (int)(p->vars + i);
    }
}

static void fill(struct tableau *t, const struct lp *p,
                 const struct lp_term *terms, size_t n)
{
    size_t i = 0;
    for (; i < p->rows_n; i++)
        set_row(t, i, p, p->rows[i].terms, p->rows[i].n, p->rows[i].least);
    for (size_t j = 0; j < p->vars; j++)
        if (qty_ok(p->high[j])) {
            struct lp_term top = { (int)j, qty_int(-1) };
            set_row(t, i++, p, &top, 1, qty_neg(p->high[j]));
        }
    /* phase one: cost 1 for each artificial, less the rows they stand in */
    for (i = 0; i < t->rows && !t->overflow; i++)
        if ((size_t)t->basis[i] >= t->artificial)
            take_off(t, t->rows, i, qty_int(1));
    /* phase two: the objective; its constant goes to the corner */
    qty *corner = at(t, t->rows + 1, t->cols);
    for (size_t k = 0; k < n; k++) {
        qty *c = at(t, t->rows + 1, (size_t)terms[k].var);
        *c = qty_add(*c, terms[k].by);
        *corner = qty_sub(*corner, qty_mul(terms[k].by, p->low[terms[k].var]));
    }
    t->overflow = t->overflow || !qty_ok(*corner);
}

/* Artificials that stay in the basis at zero leave it where they can. */
static void clear_artificials(struct tableau *t)
{
    for (size_t i = 0; i < t->rows && !t->overflow; i++) {
        if ((size_t)t->basis[i] < t->artificial)
            continue;
        for (size_t j = 0; j < t->artificial; j++)
            if (at(t, i, j)->num) {
                pivot(t, i, j);
                break;
            }
    }
}

/* Somewhere where all rows hold; LP_NONE: nowhere. */
static enum lp_end begin(struct arena *work, struct tableau *t,
                         const struct lp *p, const struct lp_term *terms,
                         size_t n)
{
    *t = (struct tableau){ .rows = p->rows_n };
    for (size_t j = 0; j < p->vars; j++)
        t->rows += qty_ok(p->high[j]);
    t->artificial = t->cols = p->vars + t->rows;
    size_t cells = (t->rows + 2) * (t->cols + 1);
    if (cells > CELLS_MAX)
        return LP_TOO_BIG;
    t->cell = new_n(work, qty, cells);
    t->basis = new_n(work, int, t->rows + 1);
    for (size_t i = 0; i < cells; i++)
        t->cell[i] = qty_int(0);
    fill(t, p, terms, n);
    enum lp_end end = t->overflow ? LP_TOO_BIG : run(t, t->rows);
    if (end == LP_FOUND && at(t, t->rows, t->cols)->num)
        end = LP_NONE;
    if (end == LP_FOUND)
        clear_artificials(t);
    return t->overflow ? LP_TOO_BIG : end;
}

enum lp_end lp_least(struct arena *work, const struct lp *p,
                     const struct lp_term *terms, size_t n, qty *out)
{
    struct arena_mark m = arena_mark(work);
    struct tableau t;
    enum lp_end end = begin(work, &t, p, terms, n);
    if (end == LP_FOUND)
        end = run(&t, t.rows + 1);
    if (end == LP_FOUND)
        *out = qty_neg(*at(&t, t.rows + 1, t.cols));
    arena_back(work, m);
    return end;
}

/* The greatest is sought from where the least was found: with all costs
 * negated, of which the last row knows what is left. */
void lp_ends(struct arena *work, const struct lp *p,
             const struct lp_term *terms, size_t n, struct lp_found *low,
             struct lp_found *high)
{
    struct arena_mark m = arena_mark(work);
    struct tableau t;
    low->end = high->end = begin(work, &t, p, terms, n);
    low->at = high->at = QTY_NONE;
    if (low->end == LP_FOUND)
        low->end = high->end = run(&t, t.rows + 1);
    if (low->end == LP_FOUND)
        low->at = qty_neg(*at(&t, t.rows + 1, t.cols));
    if (low->end == LP_FOUND || low->end == LP_UNBOUNDED) {
        for (size_t j = 0; j <= t.cols; j++)
            *at(&t, t.rows + 1, j) = qty_neg(*at(&t, t.rows + 1, j));
        high->end = run(&t, t.rows + 1);
    }
    if (high->end == LP_FOUND)
        high->at = *at(&t, t.rows + 1, t.cols);
    arena_back(work, m);
}
