/* fast_test.c - what is fast for the usual case, beside what is right in all
 */
#include "base/qty.h"
#include "base/str.h"
#include "check.h"

#include <string.h>

/* ---- whole numbers ------------------------------------------------------ */

static bool alike(qty a, qty b)
{
    return a.num == b.num && a.den == b.den;
}

/* Small, about 64 bits, about 128 bits, fractions, none. */
static qty any_qty(struct rng *r)
{
    wide edge = (wide)1 << (rng_below(r, 2) ? 126 : 63);
    wide near = (wide)rng_below(r, 7) - 3;
    int64_t n = (int64_t)rng_below(r, 41) - 20;
    switch (rng_below(r, 5)) {
    case 0: return qty_int((int64_t)rng_next(r));
    case 1: return (qty){ edge - 1 + edge + (near > 0 ? 0 : near), 1 };
    case 2: return (qty){ -(edge + near), 1 };
    case 3: return qty_ratio(n, (int64_t)rng_below(r, 9) + 1);
    default: return rng_below(r, 20) ? qty_int(n) : QTY_NONE;
    }
}

TEST(whole_numbers_are_reckoned_like_any)
{
    size_t none = 0;
    for (uint64_t seed = 1; seed <= 200000; seed++) {
        struct rng r = { seed };
        qty a = any_qty(&r), b = any_qty(&r);
        CHECK_SEED(alike(qty_add(a, b), qty_add_any(a, b)), seed);
        CHECK_SEED(alike(qty_mul(a, b), qty_mul_any(a, b)), seed);
        CHECK_SEED(alike(qty_sub(a, b), qty_add_any(a, qty_neg(b))), seed);
        if (qty_ok(a) && qty_ok(b))
            CHECK_SEED(qty_cmp(a, b) == qty_cmp_any(a, b), seed);
        none += !qty_ok(qty_mul(a, b));
    }
    CHECK(none > 1000);
}

/* Digits alone take the short way; behind "/1" they take the long one. */
TEST(digits_alone_are_read_like_any_number)
{
    for (uint64_t seed = 1; seed <= 20000; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct buf b = { .keep = keep };
        size_t n = rng_below(&r, 45);
        for (size_t i = 0; i < n; i++)
            buf_char(&b, "0123456789_"[rng_below(&r, i ? 11 : 10)]);
        str digits = buf_str(&b), ratio;
        ratio = str_fmt(keep, "%.*s/1", STR(digits));
        qty x = QTY_NONE, y = QTY_NONE;
        bool big_x, big_y;
        bool read = qty_read(digits, &x, &big_x);
        CHECK_SEED(read == qty_read(ratio, &y, &big_y), seed);
        CHECK_SEED(!read || alike(x, y), seed);
        CHECK_SEED(read || big_x == big_y, seed);
        arena_back(keep, m);
    }
}

/* ---- text --------------------------------------------------------------- */

TEST(plain_text_is_told_as_byte_by_byte)
{
    static const char odd[] = "\x1f\x20\x7e\x7f\x80\xa0\xff\t";
    size_t plain = 0;
    for (uint64_t seed = 1; seed <= 100000; seed++) {
        struct rng r = { seed };
        char text[40];
        size_t n = rng_below(&r, sizeof text);
        bool all = true;
        for (size_t i = 0; i < n; i++)
            text[i] = rng_below(&r, 30) ? (char)(' ' + rng_below(&r, 95))
                                        : odd[rng_below(&r, sizeof odd)];
        for (size_t i = 0; i < n; i++)
            all = all && text[i] >= ' ' && text[i] <= '~';
        CHECK_SEED(str_is_plain((str){ text, n }) == all, seed);
        plain += all;
    }
    CHECK(plain > 20000 && plain < 90000);
}

/* ---- memory ------------------------------------------------------------- */

/* What was used and given back is zero again; what is fresh is so as it came.
 */
TEST(what_an_arena_gives_is_zero_however_it_was_used)
{
    struct rng r = { 7 };
    struct arena a = arena_new((size_t)1 << 30);
    struct arena_mark marks[20];
    size_t n = 0;
    for (int turn = 0; turn < 5000; turn++) {
        size_t size = rng_below(&r, rng_below(&r, 40) ? 500 : 200000);
        if (n < 20 && rng_below(&r, 3) == 0)
            marks[n++] = arena_mark(&a);
        if (n && rng_below(&r, 4) == 0)
            arena_back(&a, marks[--n]);
        char *p = new_n(&a, char, size + 1);
        for (size_t i = 0; i <= size; i++)
            CHECK_SEED(!p[i], (uint64_t)turn);
        memset(p, 0xff, size + 1);
    }
    arena_free(&a);
}
