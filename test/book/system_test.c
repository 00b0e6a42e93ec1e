/* system_test.c - sums of unknowns against all worlds, one by one
 *
 * The twin keeps what was told as a list and tries every whole assignment.
 * That suffices where each end is taken at whole numbers, so the facts are of
 * two families whose tables are totally unimodular (every square of them has
 * determinant -1, 0 or 1): sums of neighbours in some order of the unknowns,
 * and differences of two.  What is asked for may be any sum.
 */
#include "book/book.h"
#include "check.h"

#include <string.h>

enum { UNKNOWNS = 5, FACTS = 8, WORLDS = 7 * 7 * 7 * 7 * 7 };

/* constant + by . unknowns, with no regard to order or zeroes. */
struct plain {
    int constant, by[UNKNOWNS];
};

struct twin {
    size_t n, facts_n;
    int low[UNKNOWNS], high[UNKNOWNS];
    struct plain facts[FACTS];
    int (*world)[UNKNOWNS]; /* those that are left */
    size_t worlds;
};

static int value(const struct plain *f, const int *world)
{
    int sum = f->constant;
    for (size_t i = 0; i < UNKNOWNS; i++)
        sum += f->by[i] * world[i];
    return sum;
}

/* All assignments within the ranges for which all facts are >= 0. */
static void all_worlds(struct twin *t)
{
    int x[UNKNOWNS] = { 0 };
    memcpy(x, t->low, t->n * sizeof *x);
    t->worlds = 0;
    for (;;) {
        bool holds = true;
        for (size_t i = 0; i < t->facts_n && holds; i++)
            holds = value(&t->facts[i], x) >= 0;
        if (holds)
            memcpy(t->world[t->worlds++], x, sizeof x);
        size_t k = 0;
        while (k < t->n && x[k] == t->high[k]) {
            x[k] = t->low[k];
            k++;
        }
        if (k == t->n)
            return;
        x[k]++;
    }
}

static void ends(const struct twin *t, const struct plain *f, int *low,
                 int *high)
{
    for (size_t w = 0; w < t->worlds; w++) {
        int v = value(f, t->world[w]);
        *low = !w || v < *low ? v : *low;
        *high = !w || v > *high ? v : *high;
    }
}

/* ---- any system --------------------------------------------------------- */

static struct form form_from(struct arena *keep, const struct plain *f)
{
    struct form_term *t = new_n(keep, struct form_term, UNKNOWNS);
    struct form x = { qty_int(f->constant), t, 0 };
    for (uint32_t i = 0; i < UNKNOWNS; i++)
        if (f->by[i])
            t[x.n++] = (struct form_term){ i, f->by[i] };
    return x;
}

static struct twin any_twin(struct arena *keep, struct rng *r)
{
    struct twin t = { .n = 1 };
    t.n += rng_below(r, 8) ? 1 + rng_below(r, UNKNOWNS - 1) : 0;
    size_t worlds = 1;
    for (size_t i = 0; i < t.n; i++) {
        t.low[i] = (int)rng_below(r, 7);
        t.high[i] = t.low[i] + (int)rng_below(r, 7 - (uint64_t)t.low[i]);
        if (rng_below(r, 10) == 0)
            t.low[i] = t.high[i];
        worlds *= (size_t)(t.high[i] - t.low[i] + 1);
    }
    t.world = arena_take(keep, sizeof *t.world, _Alignof(int), worlds);
    return t;
}

static struct system system_from(struct arena *keep, const struct twin *t)
{
    struct system s = { 0 };
    for (size_t i = 0; i < t->n; i++)
        CHECK(system_unknown(keep, &s, qty_int(t->low[i]),
                             qty_int(t->high[i])) == i);
    return s;
}

/* A fact that is near to its edge: some worlds are lost, seldom all. */
static void near_edge(struct rng *r, const struct twin *t, struct plain *f)
{
    int low = 0, high = 0;
    ends(t, f, &low, &high);
    int lost = (int)rng_below(r, (uint64_t)(high - low + 3)) - 1;
    f->constant -= low + (rng_below(r, 3) ? lost / 2 : lost);
}

/* +-(sum of neighbours in ORDER) + constant, or a difference + constant. */
static struct plain any_fact(struct rng *r, const struct twin *t,
                             const size_t *order, bool differences)
{
    struct plain f = { 0 };
    size_t a = rng_below(r, t->n), b = rng_below(r, t->n);
    int sign = rng_below(r, 2) ? 1 : -1;
    if (rng_below(r, 30) == 0) {
        ; /* of nothing but its constant */
    } else if (differences && a != b) {
        f.by[a] = 1;
        f.by[b] = -1;
    } else if (differences) {
        f.by[a] = sign;
    } else {
        for (size_t i = a < b ? a : b; i <= (a < b ? b : a); i++)
            f.by[order[i]] = sign;
    }
    near_edge(r, t, &f);
    return f;
}

static struct plain any_sum(struct rng *r, const struct twin *t)
{
    struct plain f = { .constant = (int)rng_below(r, 21) - 10 };
    bool simple = rng_below(r, 2);
    for (size_t i = 0; i < t->n; i++)
        f.by[i] = simple ? (int)rng_below(r, 2) : (int)rng_below(r, 7) - 3;
    return f;
}

static void any_order(struct rng *r, size_t *order, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t k = rng_below(r, i + 1);
        order[i] = order[k];
        order[k] = i;
    }
}

static bool qty_is(qty q, int64_t n)
{
    return qty_ok(q) && qty_cmp(q, qty_int(n)) == 0;
}

/* Ends, and whether what was learned without contradiction left worlds. */
static void same_ends(struct arena *keep, struct system *s,
                      const struct twin *t, struct plain f, uint64_t seed)
{
    int low = 0, high = 0;
    qty l, h;
    ends(t, &f, &low, &high);
    CHECK_SEED(system_ends(keep, s, form_from(keep, &f), &l, &h), seed);
    CHECK_SEED(qty_is(l, low) && qty_is(h, high), seed);
}

/* A system told up to FACTS facts, and what its twin makes of them. */
static struct system any_system(struct arena *keep, struct rng *r,
                                struct twin *t, bool differences,
                                size_t *refused, uint64_t seed)
{
    size_t order[UNKNOWNS];
    *t = any_twin(keep, r);
    struct system s = system_from(keep, t);
    any_order(r, order, t->n);
    all_worlds(t);
    for (size_t n = rng_below(r, FACTS + 1); n; n--) {
        struct plain f = any_fact(r, t, order, differences);
        t->facts[t->facts_n++] = f;
        all_worlds(t);
        bool left = t->worlds > 0;
        CHECK_SEED(system_learn(keep, &s, form_from(keep, &f)) == left, seed);
        if (!left) { /* the system must be as before, so is the twin */
            t->facts_n--;
            all_worlds(t);
            ++*refused;
        }
        for (size_t i = 0; i < t->n && rng_below(r, 2); i++)
            same_ends(keep, &s, t, any_sum(r, t), seed);
    }
    return s;
}

TEST(ends_and_contradictions_agree_with_trying_all_worlds)
{
    size_t refused = 0, tied = 0;
    for (uint64_t seed = 1; seed <= 6000; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct twin t;
        struct system s = any_system(keep, &r, &t, seed % 2, &refused, seed);
        for (size_t i = 0; i < t.n; i++) {
            struct plain one = { 0 };
            one.by[i] = 1;
            same_ends(keep, &s, &t, one, seed);
        }
        for (int i = 0; i < 5; i++)
            same_ends(keep, &s, &t, any_sum(&r, &t), seed);
        CHECK_SEED(!s.widened, seed);
        tied += s.rows_n > 1;
        arena_back(keep, m);
    }
    CHECK(refused > 1500 && tied > 1200);
}

/* ---- the smallest and the greatest of several --------------------------- */

/* The greatest smallest (SIGN 1) or least greatest (-1) of two sums. Worlds
 * between worlds are worlds, too, so the pairs (f, g) fill the hull of those
 * of whole worlds, and what is sought lies on a line between two of them:
 * at an end, or where f = g. */
static qty of_pair(const struct twin *t, const struct plain f[2], int sign)
{
    qty best = QTY_NONE;
    for (size_t v = 0; v < t->worlds; v++)
        for (size_t w = 0; w <= v; w++) {
            int a = value(&f[0], t->world[v]), b = value(&f[1], t->world[v]);
            int c = value(&f[0], t->world[w]), d = value(&f[1], t->world[w]);
            qty q = qty_int(sign * a < sign * b ? a : b); /* v == w */
            if ((a < b && c > d) || (a > b && c < d))     /* they cross at */
                q = qty_ratio(a * d - b * c, a - b - c + d);
            if (!qty_ok(best) || sign * qty_cmp(q, best) > 0)
                best = q;
        }
    return best;
}

/* Of single unknowns under facts about differences whole worlds suffice. */
static int of_many(const struct twin *t, const struct plain *f, size_t n,
                   int sign)
{
    int best = 0;
    for (size_t w = 0; w < t->worlds; w++) {
        int worst = value(&f[0], t->world[w]);
        for (size_t i = 1; i < n; i++) {
            int v = value(&f[i], t->world[w]);
            worst = sign * v < sign * worst ? v : worst;
        }
        best = !w || sign * worst > sign * best ? worst : best;
    }
    return best;
}

static qty extreme(struct arena *keep, struct system *s, const struct plain *f,
                   size_t n, int sign)
{
    struct form *x = new_n(keep, struct form, n);
    for (size_t i = 0; i < n; i++)
        x[i] = form_from(keep, &f[i]);
    return sign > 0 ? system_greatest_least(keep, s, x, n)
                    : system_least_greatest(keep, s, x, n);
}

TEST(the_extremes_of_two_sums_agree_with_all_pairs_of_worlds)
{
    size_t between = 0, refused = 0;
    for (uint64_t seed = 1; seed <= 4000; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct twin t;
        struct system s = any_system(keep, &r, &t, seed % 2, &refused, seed);
        if (t.worlds <= 300)
            for (int sign = -1; sign <= 1; sign += 2) {
                struct plain f[2] = { any_sum(&r, &t), any_sum(&r, &t) };
                qty got = extreme(keep, &s, f, 2, sign);
                CHECK_SEED(qty_ok(got), seed);
                CHECK_SEED(qty_cmp(got, of_pair(&t, f, sign)) == 0, seed);
                between += got.den > 1;
            }
        arena_back(keep, m);
    }
    CHECK(between > 100);
}

TEST(the_extremes_of_many_agree_with_trying_all_worlds)
{
    size_t refused = 0;
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct twin t;
        struct system s = any_system(keep, &r, &t, true, &refused, seed);
        struct plain f[5] = { { 0 } };
        size_t n = 1 + rng_below(&r, 5);
        for (size_t i = 0; i < n; i++) {
            f[i].constant = (int)rng_below(&r, 9) - 4;
            f[i].by[rng_below(&r, t.n)] = rng_below(&r, 9) > 0;
        }
        for (int sign = -1; sign <= 1; sign += 2)
            CHECK_SEED(
                qty_is(extreme(keep, &s, f, n, sign), of_many(&t, f, n, sign)),
                seed);
        arena_back(keep, m);
    }
}

/* They are what can be reached, and no more can be. */
TEST(an_extreme_can_be_learned_and_nothing_beyond_it)
{
    size_t refused = 0;
    for (uint64_t seed = 1; seed <= 1500; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct twin t;
        struct system s = any_system(keep, &r, &t, seed % 2, &refused, seed);
        struct plain f[4];
        size_t n = 1 + rng_below(&r, 4);
        for (size_t i = 0; i < n; i++)
            f[i] = any_sum(&r, &t);
        for (int sign = -1; sign <= 1; sign += 2) {
            qty edge = extreme(keep, &s, f, n, sign);
            qty more = qty_add(edge, qty_ratio(sign, 1000));
            struct system at = system_copy(keep, &s);
            struct system beyond = system_copy(keep, &s);
            bool fits = true, fits_more = true;
            for (size_t i = 0; i < n; i++) {
                struct form x = form_from(keep, &f[i]);
                struct form zero = form_of(qty_int(0));
                struct form up = form_add(keep, x, form_of(edge), -1);
                struct form on = form_add(keep, x, form_of(more), -1);
                fits = fits &&
                       system_learn(keep, &at, form_add(keep, zero, up, sign));
                fits_more =
                    fits_more && system_learn(keep, &beyond,
                                              form_add(keep, zero, on, sign));
            }
            CHECK_SEED(fits && !fits_more, seed);
        }
        arena_back(keep, m);
    }
}

/* ---- copies ------------------------------------------------------------- */

TEST(a_copy_learns_for_itself_alone)
{
    size_t refused = 0;
    for (uint64_t seed = 1; seed <= 500; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct twin t;
        size_t order[UNKNOWNS];
        struct system s = any_system(keep, &r, &t, true, &refused, seed);
        struct system c = system_copy(keep, &s);
        any_order(&r, order, t.n);
        for (int i = 0; i < 4; i++) {
            struct plain f = any_fact(&r, &t, order, true);
            system_learn(keep, &c, form_from(keep, &f));
            system_fresh(keep, &c, qty_int(1), qty_int(2));
        }
        for (int i = 0; i < 5; i++)
            same_ends(keep, &s, &t, any_sum(&r, &t), seed);
        arena_back(keep, m);
    }
}

/* ---- forms and sums ----------------------------------------------------- */

static bool same_form(const struct plain *want, struct form got)
{
    size_t n = 0;
    for (uint32_t i = 0; i < UNKNOWNS; i++) {
        if (!want->by[i])
            continue;
        if (n == got.n || got.terms[n].unknown != i ||
            got.terms[n].by != want->by[i])
            return false;
        n++;
    }
    return n == got.n && qty_is(got.constant, want->constant);
}

static struct plain any_form(struct rng *r)
{
    struct plain f = { .constant = (int)rng_below(r, 5) - 2 };
    for (size_t i = 0; i < UNKNOWNS; i++)
        f.by[i] = rng_below(r, 2) ? (int)rng_below(r, 5) - 2 : 0;
    return f;
}

static void add_plain(struct plain *a, const struct plain *b, int times)
{
    a->constant += times * b->constant;
    for (size_t i = 0; i < UNKNOWNS; i++)
        a->by[i] += times * b->by[i];
}

TEST(forms_and_sums_add_up_like_rows_of_numbers)
{
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct twin t = { .n = UNKNOWNS };
        struct system s = { 0 };
        struct plain want = { 0 };
        struct form f = form_of(qty_int(0));
        struct sum sum = sum_new();
        for (size_t i = 0; i < UNKNOWNS; i++) {
            t.high[i] = (int)rng_below(&r, 4);
            system_fresh(keep, &s, qty_int(0),
                         rng_below(&r, 3) ? qty_int(t.high[i]) : QTY_NONE);
        }
        CHECK_SEED(form_zero(f), seed);
        for (int i = 0; i < 8; i++) {
            struct plain b = any_form(&r);
            int by = (int)rng_below(&r, 7) - 3;
            struct form was = f, x = form_from(keep, &b);
            struct plain before = want;
            qty low, high, l, h;
            f = form_add(keep, f, x, by);
            sum_add(keep, &sum, &s, x, by);
            add_plain(&want, &b, by);
            CHECK_SEED(same_form(&want, f) && same_form(&before, was), seed);
            CHECK_SEED(same_form(&want, sum_form(&sum)), seed);
            CHECK_SEED(form_same(f, sum_form(&sum)), seed);
            CHECK_SEED(form_same(f, was) ==
                           !memcmp(&want, &before, sizeof want),
                       seed);
            struct plain none = { 0 };
            CHECK_SEED(form_zero(f) == !memcmp(&want, &none, sizeof want),
                       seed);
            CHECK_SEED(system_ends(keep, &s, f, &low, &high) &&
                           sum_ends(keep, &s, &sum, &l, &h),
                       seed);
            CHECK_SEED(low.num == l.num && low.den == l.den &&
                           high.num == h.num && high.den == h.den,
                       seed);
        }
        arena_back(keep, m);
    }
}

/* Nothing learned while a sum holds an unknown makes its ends too narrow. */
TEST(a_sum_that_is_kept_while_more_is_learned_is_never_too_narrow)
{
    for (uint64_t seed = 1; seed <= 2000; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct twin t = any_twin(keep, &r);
        struct system s = system_from(keep, &t);
        struct sum sum = sum_new();
        struct plain want = { 0 };
        size_t order[UNKNOWNS];
        any_order(&r, order, t.n);
        for (int i = 0; i < 12; i++) {
            qty l, h;
            int low = 0, high = 0;
            struct plain f = any_fact(&r, &t, order, false);
            struct plain b = any_sum(&r, &t);
            all_worlds(&t);
            if (t.facts_n < FACTS && rng_below(&r, 2)) {
                near_edge(&r, &t, &f);
                if (system_learn(keep, &s, form_from(keep, &f)))
                    t.facts[t.facts_n++] = f;
                all_worlds(&t);
            }
            int by = (int)rng_below(&r, 5) - 2;
            sum_add(keep, &sum, &s, form_from(keep, &b), by);
            add_plain(&want, &b, by);
            ends(&t, &want, &low, &high);
            CHECK_SEED(sum_ends(keep, &s, &sum, &l, &h), seed);
            CHECK_SEED(!qty_ok(l) || qty_cmp(l, qty_int(low)) <= 0, seed);
            CHECK_SEED(!qty_ok(h) || qty_cmp(h, qty_int(high)) >= 0, seed);
        }
        arena_back(keep, m);
    }
}

/* ---- by hand ------------------------------------------------------------ */

static struct form plus(struct arena *keep, struct form a, int n,
                        struct form b)
{
    return form_add(keep, a, b, n);
}

static struct form number(int64_t n)
{
    return form_of(qty_int(n));
}

/* F lies between LOW and HIGH; -1 as an end: open. */
static bool lies(struct arena *keep, struct system *s, struct form f,
                 int64_t low, int64_t high)
{
    qty l, h;
    return system_ends(keep, s, f, &l, &h) &&
           (low < 0 ? !qty_ok(l) : qty_is(l, low)) &&
           (high < 0 ? !qty_ok(h) : qty_is(h, high));
}

/* Moving 12 out of 10..14 tells that it held at least 12; 15 cannot be. */
TEST(a_range_is_narrowed_by_what_leaves_it)
{
    struct system s = { 0 };
    struct form u = system_fresh(keep, &s, qty_int(10), qty_int(14));
    CHECK(system_learn(keep, &s, plus(keep, u, -1, number(12))));
    CHECK(lies(keep, &s, u, 12, 14));
    CHECK(!system_learn(keep, &s, plus(keep, u, -1, number(15))));
    CHECK(lies(keep, &s, u, 12, 14));
    CHECK(system_learn(keep, &s, plus(keep, u, -1, number(14))));
    CHECK(lies(keep, &s, u, 14, 14));
    /* 3u <= 43 is nothing new, 3u <= 41 is a contradiction */
    CHECK(system_learn(keep, &s, plus(keep, number(43), -3, u)));
    CHECK(!system_learn(keep, &s, plus(keep, number(41), -3, u)));
}

/* u >= v is kept once, however often it is told; u >= v + 1 is more. */
TEST(what_follows_from_what_is_known_is_not_kept)
{
    struct system s = { 0 };
    struct form u = system_fresh(keep, &s, qty_int(0), qty_int(9));
    struct form v = system_fresh(keep, &s, qty_int(0), qty_int(9));
    struct form more = plus(keep, u, -1, v);
    CHECK(system_learn(keep, &s, more) && s.rows_n == 1);
    CHECK(system_learn(keep, &s, more) && s.rows_n == 1);
    CHECK(system_learn(keep, &s, plus(keep, more, 1, number(1))));
    CHECK(s.rows_n == 1);
    CHECK(system_learn(keep, &s, plus(keep, more, -1, number(1))));
    CHECK(s.rows_n == 2);
}

TEST(factors_give_fractions)
{
    struct system s = { 0 };
    qty low, high;
    struct form u = system_fresh(keep, &s, qty_int(0), qty_int(9));
    struct form zero = number(0);
    CHECK(system_learn(keep, &s, /* 3u >= 7 */
                       plus(keep, plus(keep, zero, 3, u), -1, number(7))));
    CHECK(system_learn(keep, &s, /* 2u <= 11 */
                       plus(keep, number(11), -2, u)));
    CHECK(system_ends(keep, &s, u, &low, &high));
    CHECK(qty_cmp(low, qty_ratio(7, 3)) == 0);
    CHECK(qty_cmp(high, qty_ratio(11, 2)) == 0);
}

/* A range that changes behind the system's back: no world is left. */
TEST(where_there_is_no_world_there_are_no_ends)
{
    struct system s = { 0 };
    qty low, high;
    struct form u = system_fresh(keep, &s, qty_int(0), qty_int(9));
    struct form v = system_fresh(keep, &s, qty_int(0), qty_int(9));
    struct form both = plus(keep, u, 1, v);
    CHECK(system_learn(keep, &s, plus(keep, both, -1, number(12))));
    CHECK(system_ends(keep, &s, u, &low, &high) && qty_is(low, 3));
    s.unknowns[1].high = qty_int(2);
    s.known_n = 0;
    CHECK(!system_ends(keep, &s, u, &low, &high));
    CHECK(!system_ends(keep, &s, both, &low, &high));
    CHECK(!system_learn(keep, &s, plus(keep, number(8), -1, u)));
}

TEST(the_same_unknown_on_both_sides_cancels)
{
    struct system s = { 0 };
    struct form u = system_fresh(keep, &s, qty_int(10000), qty_int(14000));
    struct form left = plus(keep, u, -1, number(9000));
    CHECK(lies(keep, &s, left, 1000, 5000));
    CHECK(lies(keep, &s, plus(keep, left, 1, number(9000)), 10000, 14000));
    CHECK(form_zero(plus(keep, left, -1, left)));
}

TEST(open_ends_stay_open_until_something_closes_them)
{
    struct system s = { 0 };
    struct form u = system_fresh(keep, &s, qty_int(60), QTY_NONE);
    struct form v = system_fresh(keep, &s, qty_int(0), QTY_NONE);
    struct form w = system_fresh(keep, &s, qty_int(5), QTY_NONE);
    struct form both = plus(keep, u, 1, v);
    CHECK(lies(keep, &s, both, 60, -1));
    CHECK(lies(keep, &s, plus(keep, u, -1, v), -1, -1));
    /* u + v <= 100: each of them is closed, w is not */
    CHECK(system_learn(keep, &s, plus(keep, number(100), -1, both)));
    CHECK(lies(keep, &s, both, 60, 100));
    CHECK(lies(keep, &s, u, 60, 100) && lies(keep, &s, v, 0, 40));
    CHECK(lies(keep, &s, plus(keep, u, -1, v), 20, 100));
    CHECK(lies(keep, &s, plus(keep, both, 1, w), 65, -1));
    /* w <= v, so w <= 40, u <= 95, v >= 5 */
    CHECK(system_learn(keep, &s, plus(keep, v, -1, w)));
    CHECK(lies(keep, &s, w, 5, 40) && lies(keep, &s, v, 5, 40));
    CHECK(lies(keep, &s, u, 60, 95));
    CHECK(lies(keep, &s, plus(keep, both, 1, w), 70, 140));
    CHECK(!system_learn(keep, &s, plus(keep, w, -1, number(41))));
    CHECK(!s.widened);
}

/* One unknown that a row already ties is narrowed by a row of its own. */
TEST(what_is_tied_is_narrowed_with_all_that_hangs_on_it)
{
    struct system s = { 0 };
    struct form u = system_fresh(keep, &s, qty_int(0), qty_int(10));
    struct form v = system_fresh(keep, &s, qty_int(0), qty_int(10));
    struct form x = system_fresh(keep, &s, qty_int(0), qty_int(10));
    struct form y = system_fresh(keep, &s, qty_int(0), qty_int(10));
    /* two pairs, each of 10 together; then v <= x ties them all */
    CHECK(system_learn(keep, &s,
                       plus(keep, plus(keep, number(10), -1, u), -1, v)));
    CHECK(system_learn(keep, &s,
                       plus(keep, plus(keep, number(-10), 1, u), 1, v)));
    CHECK(system_learn(keep, &s,
                       plus(keep, plus(keep, number(10), -1, x), -1, y)));
    CHECK(system_learn(keep, &s,
                       plus(keep, plus(keep, number(-10), 1, x), 1, y)));
    CHECK(lies(keep, &s, plus(keep, u, 1, y), 0, 20));
    CHECK(system_learn(keep, &s, plus(keep, x, -1, v)));
    CHECK(lies(keep, &s, plus(keep, plus(keep, u, -1, y), 0, v), 0, 10));
    CHECK(system_learn(keep, &s, plus(keep, v, -1, number(7))));
    CHECK(lies(keep, &s, u, 0, 3) && lies(keep, &s, y, 0, 3));
    CHECK(lies(keep, &s, x, 7, 10));
}

/* Neither of u - v and v - u has an end of its own, but not both exceed 0. */
TEST(sums_that_are_open_alone_may_bound_each_other)
{
    struct system s = { 0 };
    struct form u = system_fresh(keep, &s, qty_int(0), QTY_NONE);
    struct form v = system_fresh(keep, &s, qty_int(0), QTY_NONE);
    struct form f[] = { plus(keep, u, -1, v), plus(keep, v, -1, u) };
    CHECK(qty_is(system_greatest_least(keep, &s, f, 2), 0));
    CHECK(qty_is(system_least_greatest(keep, &s, f, 2), 0));
    struct form g[] = { u, v };
    CHECK(!qty_ok(system_greatest_least(keep, &s, g, 2)));
    CHECK(qty_is(system_least_greatest(keep, &s, g, 2), 0));
    struct form h[] = { u, plus(keep, number(-7), -1, u) };
    CHECK(qty_cmp(system_greatest_least(keep, &s, h, 2), qty_int(-7)) == 0);
    CHECK(qty_is(system_least_greatest(keep, &s, h, 2), 0));
}

/* Large, but well within 128 bits. */
TEST(extremes_of_very_large_figures_are_exact)
{
    struct system s = { 0 };
    qty k = qty_int(4000000000000000000);
    struct form u = system_fresh(keep, &s, qty_int(0), QTY_NONE);
    struct form f[] = { form_add(keep, form_of(qty_neg(k)), u, -1),
                        form_add(keep, form_of(qty_neg(k)), u, -2) };
    CHECK(qty_cmp(system_greatest_least(keep, &s, f, 2), qty_neg(k)) == 0);
    struct form e[] = { form_add(keep, form_of(qty_mul(k, qty_int(-2))), u, 1),
                        form_add(keep, form_of(qty_int(0)), u, -1) };
    CHECK(qty_cmp(system_greatest_least(keep, &s, e, 2), qty_neg(k)) == 0);
    struct form g[] = { form_add(keep, form_of(k), u, 1),
                        form_add(keep, form_of(k), u, 2) };
    CHECK(qty_cmp(system_least_greatest(keep, &s, g, 2), k) == 0);
    CHECK(!s.widened);
}

/* MANY unknowns of 0 to 10, of which no more than 100 together. */
static struct form together(struct arena *keep, struct system *s, size_t many,
                            struct form *first)
{
    struct form sum = number(0);
    for (size_t i = 0; i < many; i++) {
        struct form u = system_fresh(keep, s, qty_int(0), qty_int(10));
        *first = i ? *first : u;
        sum = plus(keep, sum, 1, u);
    }
    CHECK(system_learn(keep, s, plus(keep, number(100), -1, sum)));
    return sum;
}

/* Over 100 that hang together are too many: the ties are left out, and it is
 * said. */
TEST(what_is_too_large_is_wider_and_never_narrower)
{
    struct system s = { 0 }, large = { 0 };
    struct form u, v, sum = together(keep, &s, 100, &u);
    CHECK(lies(keep, &s, sum, 0, 100) && lies(keep, &s, u, 0, 10));
    CHECK(!s.widened);
    sum = together(keep, &large, 101, &v);
    CHECK(lies(keep, &large, sum, 0, 1010) && large.widened);
    large.widened = false;
    CHECK(lies(keep, &large, v, 0, 10) && large.widened);
    /* of several what each of them alone allows is still known */
    struct form f[] = { v, sum, plus(keep, number(7), 1, v) };
    large.widened = false;
    CHECK(qty_is(system_greatest_least(keep, &large, f, 3), 10));
    CHECK(large.widened);
    CHECK(qty_is(system_least_greatest(keep, &large, f, 3), 7));
    /* and what needs no ties exactly */
    struct form alone = system_fresh(keep, &large, qty_int(3), qty_int(4));
    large.widened = false;
    CHECK(lies(keep, &large, alone, 3, 4) && !large.widened);
}

TEST(what_does_not_fit_in_128_bits_is_wider_and_never_narrower)
{
    struct system s = { 0 };
    struct form u[8];
    for (int i = 0; i < 8; i++)
        u[i] = system_fresh(keep, &s, qty_int(i == 7), qty_int(10));
    for (int i = 0; i < 7; i++) { /* a little of each is in the one before */
        struct form x = plus(keep, number(0), 2000000011, u[i]);
        CHECK(system_learn(keep, &s, plus(keep, x, -1999999973, u[i + 1])));
    }
    qty low, high;
    CHECK(system_ends(keep, &s, u[0], &low, &high));
    CHECK(s.widened && qty_is(low, 0) && qty_is(high, 10));
}
