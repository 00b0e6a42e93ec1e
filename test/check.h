/* check.h - how tests are written here: a few words over cmocka.
 *
 *     TEST(a_sum_is_exact)
 *     {
 *         CHECK(qty_cmp(qty_add(a, b), c) == 0);
 *         CHECK_SEED(same(x, y), seed);       a failure prints the seed
 *     }
 *
 * A test registers itself; each gets an arena `keep` that is emptied after
 * it.  The first failed check ends the test.
 */
#ifndef TEST_CHECK_H
#define TEST_CHECK_H

#include "base/str.h"

struct test {
    const char *name;
    void (*run)(struct arena *keep);
    struct test *next;
};

void test_register(struct test *t);
_Noreturn void test_fail(const char *file, int line, const char *what,
                         bool has_seed, uint64_t seed);
_Noreturn void test_fail_str(const char *file, int line, str got, str want);

#define TEST(NAME)                                                            \
    static void NAME(struct arena *keep);                                     \
    static struct test NAME##_test = { #NAME, NAME, NULL };                   \
    __attribute__((constructor)) static void NAME##_register(void)            \
    {                                                                         \
        test_register(&NAME##_test);                                          \
    }                                                                         \
    static void NAME(__attribute__((unused)) struct arena *keep)

#define CHECK(X)                                                              \
    do                                                                        \
        if (!(X))                                                             \
            test_fail(__FILE__, __LINE__, #X, false, 0);                      \
    while (0)

#define CHECK_SEED(X, SEED)                                                   \
    do                                                                        \
        if (!(X))                                                             \
            test_fail(__FILE__, __LINE__, #X, true, (SEED));                  \
    while (0)

#define CHECK_STR(GOT, WANT)                                                  \
    do {                                                                      \
        str got_ = (GOT), want_ = (WANT);                                     \
        if (!str_eq(got_, want_))                                             \
            test_fail_str(__FILE__, __LINE__, got_, want_);                   \
    } while (0)

/* SplitMix64 (S. Vigna): numbers that are the same everywhere. */
struct rng {
    uint64_t state;
};
uint64_t rng_next(struct rng *r);
/* 0 .. n - 1 */
uint64_t rng_below(struct rng *r, uint64_t n);
double rng_unit(struct rng *r); /* [0, 1) */

#endif
