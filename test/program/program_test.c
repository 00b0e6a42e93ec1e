/* program_test.c - the least value against all corners, one by one
 *
 * The twin knows one theorem: a region with finite low ends that is not empty
 * has a corner, a bounded least value is taken at one, and it is unbounded
 * exactly if some corner of the cone of directions (cut where they sum to 1)
 * goes down.  It tries every choice of as many constraints as there are
 * variables, solves each by elimination in whole numbers, and looks.
 */
#include "check.h"
#include "program/program.h"

#include <string.h>

enum { VARS = 4, ROWS = 6, CUTS = ROWS + 2 * VARS + 1 };

/* a.x >= b in whole numbers; a tight one lies on its edge. */
struct cut {
    wide a[VARS + 1]; /* b last */
};

struct corners {
    struct cut cut[CUTS];
    size_t vars, n, always; /* the first ALWAYS are tight in each choice */
    wide goal[VARS];
    bool any;
    wide num, den; /* the least found: num / den, den > 0 */
};

/* ---- the twin ----------------------------------------------------------- */

/* Solve the cuts CHOSEN as equations: x_j = num[j] / *den. false: no single
 * solution. Gauss and Jordan without fractions. */
static bool solve(const struct corners *c, const size_t *chosen, wide *num,
                  wide *den)
{
    wide m[VARS][VARS + 1];
    size_t n = c->vars;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++)
            m[i][j] = c->cut[chosen[i]].a[j];
        m[i][n] = c->cut[chosen[i]].a[VARS];
    }
    wide last = 1; /* Bareiss: the division below is exact */
    for (size_t k = 0; k < n; k++) {
        size_t r = k;
        while (r < n && !m[r][k])
            r++;
        if (r == n)
            return false;
        for (size_t j = 0; j <= n; j++) {
            wide t = m[r][j];
            m[r][j] = m[k][j];
            m[k][j] = t;
        }
        for (size_t i = 0; i < n; i++) {
            wide f = m[i][k];
            for (size_t j = 0; j <= n && i != k; j++)
                m[i][j] = (m[k][k] * m[i][j] - f * m[k][j]) / last;
        }
        last = m[k][k];
    }
    *den = n ? last : 1;
    for (size_t j = 0; j < n; j++)
        num[j] = *den < 0 ? -m[j][n] : m[j][n];
    *den = *den < 0 ? -*den : *den;
    return true;
}

static wide times(const wide *a, const wide *x, size_t n)
{
    wide sum = 0;
    for (size_t j = 0; j < n; j++)
        sum += a[j] * x[j];
    return sum;
}

static void look(struct corners *c, const size_t *chosen)
{
    wide x[VARS] = { 0 }, den;
    if (!solve(c, chosen, x, &den))
        return;
    for (size_t i = 0; i < c->n; i++) {
        wide left = times(c->cut[i].a, x, c->vars);
        wide right = c->cut[i].a[VARS] * den;
        if (left < right || (i < c->always && left != right))
            return;
    }
    wide value = times(c->goal, x, c->vars);
    if (!c->any || value * c->den < c->num * den) {
        c->num = value;
        c->den = den;
    }
    c->any = true;
}

static void choose(struct corners *c, size_t *chosen, size_t n, size_t from)
{
    if (n == c->vars) {
        look(c, chosen);
        return;
    }
    for (size_t i = from; i < c->n; i++) {
        chosen[n] = i;
        choose(c, chosen, n + 1, i + 1);
    }
}

/* All choices; the first ALWAYS cuts are in each. */
static void visit(struct corners *c)
{
    size_t chosen[VARS];
    for (size_t i = 0; i < c->always; i++)
        chosen[i] = i;
    choose(c, chosen, c->always, c->always);
}

enum { SCALE = 36 }; /* all fractions of the cases are n/36 */

static wide scaled(qty q)
{
    qty s = qty_mul(q, qty_int(SCALE));
    CHECK(s.den == 1);
    return s.num;
}

static void add_terms(wide *a, const struct lp_term *t, size_t n)
{
    for (size_t k = 0; k < n; k++)
        a[t[k].var] += scaled(t[k].by);
}

static void cut_end(struct corners *c, size_t var, int sign, wide b)
{
    struct cut *cut = &c->cut[c->n++];
    *cut = (struct cut){ { 0 } };
    cut->a[var] = sign * SCALE;
    cut->a[VARS] = sign * b;
}

/* Directions in which one can go for ever, cut to a finite region. */
static struct corners directions(const struct corners *of)
{
    struct corners c = { .vars = of->vars, .n = 1, .always = 1, .den = 1 };
    memcpy(c.goal, of->goal, sizeof c.goal);
    for (size_t j = 0; j < c.vars; j++)
        c.cut[0].a[j] = 1;
    c.cut[0].a[VARS] = 1;
    for (size_t i = 0; i < of->n; i++) {
        c.cut[c.n] = of->cut[i];
        c.cut[c.n++].a[VARS] = 0;
    }
    return c;
}

static enum lp_end twin(const struct lp *p, const struct lp_term *terms,
                        size_t n, qty *out)
{
    struct corners c = { .vars = p->vars, .den = 1 };
    add_terms(c.goal, terms, n);
    for (size_t i = 0; i < p->rows_n; i++) {
        add_terms(c.cut[c.n].a, p->rows[i].terms, p->rows[i].n);
        c.cut[c.n++].a[VARS] = scaled(p->rows[i].least);
    }
    for (size_t j = 0; j < p->vars; j++) {
        cut_end(&c, j, 1, scaled(p->low[j]));
        if (qty_ok(p->high[j]))
            cut_end(&c, j, -1, scaled(p->high[j]));
    }
    visit(&c);
    if (!c.any)
        return LP_NONE;
    struct corners d = directions(&c);
    if (p->vars)
        visit(&d);
    if (d.any && d.num < 0)
        return LP_UNBOUNDED;
    *out = qty_div(qty_ratio((int64_t)c.num, (int64_t)c.den), qty_int(SCALE));
    return LP_FOUND;
}

/* ---- cases -------------------------------------------------------------- */

struct a_case {
    struct lp lp;
    qty low[VARS], high[VARS];
    struct lp_row rows[ROWS];
    struct lp_term terms[ROWS + 1][VARS + 1]; /* the goal last */
    size_t goal_n;
};

static qty small(struct rng *r)
{
    static const int den[] = { 1, 1, 1, 2, 3 };
    return qty_ratio((int64_t)rng_below(r, 7) - 3, den[rng_below(r, 5)]);
}

/* Few terms or many; a variable may stand there twice. */
static size_t any_terms(struct rng *r, size_t vars, struct lp_term *out)
{
    size_t n = vars ? rng_below(r, vars + 2) : 0;
    for (size_t k = 0; k < n; k++)
        out[k] = (struct lp_term){ (int)rng_below(r, vars), small(r) };
    return n;
}

static void any_ends(struct rng *r, struct a_case *c, size_t j)
{
    qty width = qty_ratio((int64_t)rng_below(r, 12), 2);
    c->low[j] = small(r);
    c->high[j] = rng_below(r, 2) ? QTY_NONE : qty_add(c->low[j], width);
    if (rng_below(r, 100) == 0) /* upside down: no solution */
        c->high[j] = qty_sub(c->low[j], qty_int(1));
}

/* The row says no more than its opposite does: an equality, as two rows. */
static void opposite(struct a_case *c, size_t i, size_t of)
{
    struct lp_row was = c->rows[of];
    for (size_t k = 0; k < was.n; k++)
        c->terms[i][k] =
            (struct lp_term){ was.terms[k].var, qty_neg(was.terms[k].by) };
    c->rows[i] = (struct lp_row){ c->terms[i], was.n, qty_neg(was.least) };
}

/* Mostly rows that hold at one point, often with nothing to spare there (so
 * that many faces meet in it); sometimes any rows at all. */
static void any_case(struct rng *r, struct a_case *c)
{
    *c = (struct a_case){ .lp = { .low = c->low, .high = c->high } };
    qty point[VARS];
    bool wild = rng_below(r, 4) == 0;
    c->lp.vars = rng_below(r, 30) ? 1 + rng_below(r, VARS) : 0;
    c->lp.rows = c->rows;
    c->lp.rows_n = rng_below(r, ROWS + 1);
    for (size_t j = 0; j < c->lp.vars; j++) {
        any_ends(r, c, j);
        point[j] = qty_add(c->low[j], qty_int((int64_t)rng_below(r, 3)));
    }
    for (size_t i = 0; i < c->lp.rows_n; i++) {
        size_t n = any_terms(r, c->lp.vars, c->terms[i]);
        qty least = wild              ? small(r)
                    : rng_below(r, 2) ? qty_int(0)
                                      : qty_int(-(int64_t)rng_below(r, 6));
        for (size_t k = 0; k < n && !wild; k++)
            least = qty_add(
                least, qty_mul(c->terms[i][k].by, point[c->terms[i][k].var]));
        c->rows[i] = (struct lp_row){ c->terms[i], n, least };
        if (i && rng_below(r, 6) == 0)
            opposite(c, i, i - 1);
    }
    c->goal_n = any_terms(r, c->lp.vars, c->terms[ROWS]);
}

TEST(the_least_value_agrees_with_looking_at_all_corners)
{
    size_t seen[LP_TOO_BIG + 1] = { 0 };
    for (uint64_t seed = 1; seed <= 20000; seed++) {
        struct rng r = { seed };
        struct a_case c;
        qty got = QTY_NONE, want = QTY_NONE;
        any_case(&r, &c);
        struct arena_mark before = arena_mark(keep);
        enum lp_end end = lp_least(keep, &c.lp, c.terms[ROWS], c.goal_n, &got);
        CHECK_SEED(arena_mark(keep).at == before.at, seed);
        CHECK_SEED(end == twin(&c.lp, c.terms[ROWS], c.goal_n, &want), seed);
        if (end == LP_FOUND)
            CHECK_SEED(qty_cmp(got, want) == 0, seed);
        seen[end]++;
    }
    /* and each answer came up often enough to mean something */
    CHECK(seen[LP_FOUND] > 10000 && seen[LP_NONE] > 4000 &&
          seen[LP_UNBOUNDED] > 2000 && !seen[LP_TOO_BIG]);
}

/* The greatest is the least of all terms negated, sought afresh. */
TEST(both_ends_at_once_are_those_of_each)
{
    for (uint64_t seed = 1; seed <= 20000; seed++) {
        struct rng r = { seed };
        struct a_case c;
        qty least = QTY_NONE, most = QTY_NONE;
        struct lp_found low, high;
        any_case(&r, &c);
        struct lp_term *t = c.terms[ROWS];
        enum lp_end down = lp_least(keep, &c.lp, t, c.goal_n, &least);
        lp_ends(keep, &c.lp, t, c.goal_n, &low, &high);
        for (size_t i = 0; i < c.goal_n; i++)
            t[i].by = qty_neg(t[i].by);
        enum lp_end up = lp_least(keep, &c.lp, t, c.goal_n, &most);
        CHECK_SEED(low.end == down && high.end == up, seed);
        CHECK_SEED(qty_ok(low.at) == (down == LP_FOUND), seed);
        CHECK_SEED(qty_ok(high.at) == (up == LP_FOUND), seed);
        if (down == LP_FOUND)
            CHECK_SEED(qty_cmp(low.at, least) == 0, seed);
        if (up == LP_FOUND)
            CHECK_SEED(qty_cmp(high.at, qty_neg(most)) == 0, seed);
    }
}

/* A row says the same when both its sides are multiplied: large numbers give
 * the small answer, or none at all, never another. */
TEST(large_numbers_give_the_right_answer_or_none)
{
    size_t same = 0, too_big = 0;
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        struct rng r = { seed };
        struct a_case c;
        qty got = QTY_NONE, want = QTY_NONE;
        any_case(&r, &c);
        enum lp_end small_end =
            lp_least(keep, &c.lp, c.terms[ROWS], c.goal_n, &want);
        for (size_t i = 0; i < c.lp.rows_n; i++) {
            qty by = qty_ratio((int64_t)(rng_next(&r) >> 8) + 1,
                               (int64_t)(rng_next(&r) >> 30) + 1);
            for (size_t k = 0; k < c.rows[i].n; k++)
                c.terms[i][k].by = qty_mul(c.terms[i][k].by, by);
            c.rows[i].least = qty_mul(c.rows[i].least, by);
        }
        enum lp_end end = lp_least(keep, &c.lp, c.terms[ROWS], c.goal_n, &got);
        if (end == LP_TOO_BIG) {
            too_big++;
            continue;
        }
        same++;
        CHECK_SEED(end == small_end, seed);
        if (end == LP_FOUND)
            CHECK_SEED(qty_cmp(got, want) == 0, seed);
    }
    CHECK(same > 2500 && too_big > 50);
}

/* ---- by hand ------------------------------------------------------------ */

/* A programme in whole numbers: rows of VARS factors and a least value. The
 * twin must say the same. */
static enum lp_end least(struct arena *work, size_t vars, const qty *high,
                         size_t rows_n, int rows[][VARS + 1], const int *goal,
                         qty *out)
{
    struct lp_term terms[ROWS + 1][VARS];
    struct lp_row row[ROWS];
    qty low[VARS], open[VARS];
    struct lp p = { vars, low, high ? high : open, row, rows_n };
    for (size_t j = 0; j < VARS; j++) {
        low[j] = qty_int(0);
        open[j] = QTY_NONE;
    }
    for (size_t i = 0; i <= rows_n; i++)
        for (size_t j = 0; j < vars; j++)
            terms[i][j] =
                (struct lp_term){ (int)j,
                                  qty_int(i < rows_n ? rows[i][j] : goal[j]) };
    for (size_t i = 0; i < rows_n; i++)
        row[i] = (struct lp_row){ terms[i], vars, qty_int(rows[i][VARS]) };
    qty want;
    enum lp_end end = lp_least(work, &p, terms[rows_n], vars, out);
    CHECK(end == twin(&p, terms[rows_n], vars, &want));
    CHECK(end != LP_FOUND || qty_cmp(*out, want) == 0);
    return end;
}

static bool is(qty q, int64_t num, int64_t den)
{
    return qty_ok(q) && qty_cmp(q, qty_ratio(num, den)) == 0;
}

TEST(no_rows_leave_the_ends_of_the_variables)
{
    qty got, high[VARS] = { qty_int(7), qty_int(9) };
    int down[VARS] = { 2, -1 }, up[VARS] = { -1, -1 };
    CHECK(least(keep, 2, high, 0, NULL, down, &got) == LP_FOUND &&
          is(got, -9, 1));
    CHECK(least(keep, 2, high, 0, NULL, up, &got) == LP_FOUND &&
          is(got, -16, 1));
    CHECK(least(keep, 2, NULL, 0, NULL, down, &got) == LP_UNBOUNDED);
    /* nothing to choose at all */
    CHECK(least(keep, 0, NULL, 0, NULL, down, &got) == LP_FOUND &&
          is(got, 0, 1));
}

TEST(rows_without_terms_are_true_or_false)
{
    qty got;
    int goal[VARS] = { 1 };
    int holds[2][VARS + 1] = { { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, -3 } };
    int fails[1][VARS + 1] = { { 0, 0, 0, 0, 1 } };
    CHECK(least(keep, 1, NULL, 2, holds, goal, &got) == LP_FOUND &&
          is(got, 0, 1));
    CHECK(least(keep, 1, NULL, 1, fails, goal, &got) == LP_NONE);
    CHECK(least(keep, 0, NULL, 1, fails, goal, &got) == LP_NONE);
    struct lp_row bare = { NULL, 0, qty_int(1) };
    qty zero = qty_int(0), open = QTY_NONE;
    struct lp p = { 1, &zero, &open, &bare, 1 };
    CHECK(lp_least(keep, &p, NULL, 0, &got) == LP_NONE);
    bare.least = qty_int(0);
    CHECK(lp_least(keep, &p, NULL, 0, &got) == LP_FOUND && is(got, 0, 1));
}

/* x + 2y + 3z = 6 and x - z = 1: z from 0 to 5/4, 7/2 - z the middle one. */
TEST(an_equality_is_two_rows)
{
    qty got;
    int rows[4][VARS + 1] = { { 1, 2, 3, 0, 6 },
                              { -1, -2, -3, 0, -6 },
                              { 1, 0, -1, 0, 1 },
                              { -1, 0, 1, 0, -1 } };
    int z[VARS] = { 0, 0, -1 }, y[VARS] = { 0, -1 }, x[VARS] = { 1 };
    CHECK(least(keep, 3, NULL, 4, rows, z, &got) == LP_FOUND &&
          is(got, -5, 4));
    CHECK(least(keep, 3, NULL, 4, rows, y, &got) == LP_FOUND &&
          is(got, -5, 2));
    CHECK(least(keep, 3, NULL, 4, rows, x, &got) == LP_FOUND && is(got, 1, 1));
    /* said three times it is no less true, said otherwise it is false */
    int thrice[6][VARS + 1] = { { 1, 1, 0, 0, 2 },    { -1, -1, 0, 0, -2 },
                                { 2, 2, 0, 0, 4 },    { -2, -2, 0, 0, -4 },
                                { -1, -1, 0, 0, -2 }, { 1, 1, 0, 0, 2 } };
    CHECK(least(keep, 2, NULL, 6, thrice, x, &got) == LP_FOUND &&
          is(got, 0, 1));
    thrice[5][VARS] = 3;
    CHECK(least(keep, 2, NULL, 6, thrice, x, &got) == LP_NONE);
}

/* Four faces of a pyramid meet in its top (1, 1, 2), where three suffice. */
TEST(a_corner_with_more_faces_than_need_be)
{
    qty got;
    int rows[4][VARS + 1] = { { 2, 0, -1, 0, 0 },
                              { -2, 0, -1, 0, -4 },
                              { 0, 2, -1, 0, 0 },
                              { 0, -2, -1, 0, -4 } };
    int top[VARS] = { 0, 0, -1 }, x[VARS] = { 1, 0, -1 };
    CHECK(least(keep, 3, NULL, 4, rows, top, &got) == LP_FOUND &&
          is(got, -2, 1));
    CHECK(least(keep, 3, NULL, 4, rows, x, &got) == LP_FOUND &&
          is(got, -1, 1));
}

/* E. M. L. Beale's example (1955): choosing the steepest column, simplex goes
 * round six tableaux for ever. The rows are turned to >= and times 4. */
TEST(the_example_that_makes_simplex_go_in_circles_ends)
{
    qty got;
    int rows[3][VARS + 1] = { { -1, 32, 4, -36, 0 },
                              { -2, 48, 2, -12, 0 },
                              { 0, 0, -1, 0, -1 } };
    int goal[VARS] = { -3, 80, -2, 24 }; /* 4 times his */
    CHECK(least(keep, 4, NULL, 3, rows, goal, &got) == LP_FOUND &&
          is(got, -5, 1));
}

/* Found by trying many: with the first column that goes down and the first of
 * the rows that tie simplex goes round for ever in the first, with the
 * steepest column in the second. */
TEST(the_smallest_index_leaves_where_rows_tie)
{
    qty got;
    int first[3][VARS + 1] = { { 16, 14, -10, -14, 0 },
                               { 14, 19, -16, -10, 0 },
                               { -15, 16, -19, -6, 0 } };
    int steep[3][VARS + 1] = { { 7, -2, 3, -9, 0 },
                               { 7, 20, 2, 7, 0 },
                               { 1, -14, 1, -7, 0 } };
    int a[VARS] = { 12, 12, -18, 20 }, b[VARS] = { 20, -19, -2, 3 };
    CHECK(least(keep, 4, NULL, 3, first, a, &got) == LP_UNBOUNDED);
    CHECK(least(keep, 4, NULL, 3, steep, b, &got) == LP_UNBOUNDED);
}

TEST(low_ends_below_zero_and_fractions_are_exact)
{
    qty got, low[] = { qty_ratio(-7, 3), qty_ratio(-1, 2) };
    qty high[] = { qty_ratio(5, 7), QTY_NONE };
    struct lp_term sum[] = { { 0, qty_ratio(1, 3) }, { 1, qty_ratio(2, 5) } };
    struct lp_row row = { sum, 2, qty_ratio(-1, 10) };
    struct lp p = { 2, low, high, &row, 1 };
    struct lp_term x[] = { { 0, qty_int(1) } }, y[] = { { 1, qty_int(1) } };
    /* y >= (-1/10 - x/3) 5/2: least at x = 5/7 were -71/84, so its low end */
    CHECK(lp_least(keep, &p, y, 1, &got) == LP_FOUND && is(got, -1, 2));
    CHECK(lp_least(keep, &p, x, 1, &got) == LP_FOUND && is(got, -7, 3));
    p.high = (qty[]){ qty_ratio(5, 7), qty_ratio(1, 4) };
    /* now x/3 >= -1/10 - 1/10 */
    CHECK(lp_least(keep, &p, x, 1, &got) == LP_FOUND && is(got, -3, 5));
}

/* A chain x0 = 1, x1 = K x0, x2 = K x1 ..: 4 steps of 2^40 do not fit. */
static enum lp_end chain(struct arena *work, size_t steps, qty *out)
{
    enum { MOST = 8 };
    struct lp_term terms[2 * MOST][2];
    struct lp_row rows[2 * MOST];
    qty low[MOST], high[MOST], k = qty_int((int64_t)1 << 40);
    struct lp p = { steps + 1, low, high, rows, 2 * steps };
    for (size_t j = 0; j <= steps; j++) {
        low[j] = qty_int(j == 0);
        high[j] = j == 0 ? qty_int(1) : QTY_NONE;
    }
    for (size_t i = 0; i < 2 * steps; i++) {
        qty sign = qty_int(i % 2 ? 1 : -1);
        terms[i][0] = (struct lp_term){ (int)(i / 2 + 1), sign };
        terms[i][1] =
            (struct lp_term){ (int)(i / 2), qty_mul(qty_neg(sign), k) };
        rows[i] = (struct lp_row){ terms[i], 2, qty_int(0) };
    }
    struct lp_term last = { (int)steps, qty_int(1) };
    return lp_least(work, &p, &last, 1, out);
}

TEST(what_does_not_fit_in_128_bits_is_said)
{
    qty got = QTY_NONE, k = qty_int((int64_t)1 << 40);
    CHECK(chain(keep, 3, &got) == LP_FOUND &&
          qty_cmp(got, qty_mul(k, qty_mul(k, k))) == 0);
    CHECK(chain(keep, 4, &got) == LP_TOO_BIG);
}

TEST(what_needs_too_large_a_tableau_is_said)
{
    enum { MANY = 2000 };
    qty got, *low = new_n(keep, qty, MANY), *high = new_n(keep, qty, MANY);
    struct lp_term goal = { MANY - 1, qty_int(-1) };
    struct lp p = { MANY, low, high, NULL, 0 };
    for (size_t j = 0; j < MANY; j++) {
        low[j] = qty_int(0);
        high[j] = qty_int(5);
    }
    CHECK(lp_least(keep, &p, &goal, 1, &got) == LP_TOO_BIG);
    goal.var = 20;
    p.vars = 21;
    CHECK(lp_least(keep, &p, &goal, 1, &got) == LP_FOUND && is(got, -5, 1));
}
