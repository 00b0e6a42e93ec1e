/* sort_test.c - sorting against putting in one after the other */
#include "base/sort.h"
#include "check.h"

#include <string.h>

/* What is sorted: by key; `place` tells equal ones apart. */
struct card {
    int key;
    size_t place;
};

struct counting {
    int sign;
    size_t compared;
};

static int by_key(const void *a, const void *b, void *with)
{
    const struct card *x = a, *y = b;
    struct counting *c = with;
    c->compared++;
    return c->sign * ((x->key > y->key) - (x->key < y->key));
}

/* The slow twin: each goes before the first that is greater than it. */
static void put_in(const struct card **v, size_t n, int sign)
{
    for (size_t i = 1; i < n; i++) {
        const struct card *x = v[i];
        size_t k = i;
        for (; k && sign * v[k - 1]->key > sign * x->key; k--)
            v[k] = v[k - 1];
        v[k] = x;
    }
}

enum shape { RANDOM, RISING, FALLING, SAWTOOTH, FEW_KEYS, ONE_KEY, SHAPES };

static int any_key(struct rng *r, enum shape shape, size_t i)
{
    switch (shape) {
    case RANDOM: return (int)rng_below(r, 1000000) - 500000;
    case RISING: return (int)i;
    case FALLING: return -(int)i;
    case SAWTOOTH: return (int)(i % 17);
    case FEW_KEYS: return (int)rng_below(r, 4);
    case ONE_KEY:
    case SHAPES: break;
    }
    return 7;
}

static void sorts(struct arena *keep, size_t n, enum shape shape,
                  uint64_t seed)
{
    struct rng r = { seed };
    struct arena_mark m = arena_mark(keep);
    struct counting c = { rng_below(&r, 2) ? 1 : -1, 0 };
    struct card *cards = new_n(keep, struct card, n + 1);
    const void **got = new_n(keep, const void *, n + 2);
    const struct card **want = new_n(keep, const struct card *, n + 1);
    for (size_t i = 0; i < n; i++) {
        cards[i] = (struct card){ any_key(&r, shape, i), i };
        got[i + 1] = want[i] = &cards[i];
    }
    got[0] = got[n + 1] = keep; /* neighbours that must stay as they are */
    put_in(want, n, c.sign);
    struct arena_mark before = arena_mark(keep);
    sort_by(keep, got + 1, n, by_key, &c);
    CHECK_SEED(arena_mark(keep).at == before.at, seed);
    for (size_t i = 0; i < n; i++)
        CHECK_SEED(got[i + 1] == want[i], seed);
    CHECK_SEED(got[0] == keep && got[n + 1] == keep, seed);
    size_t rounds = 0; /* n log n, and no more */
    while ((size_t)1 << rounds < n)
        rounds++;
    CHECK_SEED(c.compared <= n * rounds, seed);
    struct card *moved = new_n(keep, struct card, n + 1);
    memcpy(moved, cards, (n + 1) * sizeof *moved);
    before = arena_mark(keep);
    sort_array(keep, moved, n, sizeof *moved, by_key, &c);
    CHECK_SEED(arena_mark(keep).at == before.at, seed);
    for (size_t i = 0; i < n; i++)
        CHECK_SEED(moved[i].place == want[i]->place, seed);
    arena_back(keep, m);
}

TEST(sorting_agrees_with_putting_in_one_after_the_other)
{
    uint64_t seed = 0;
    for (size_t n = 0; n <= 70; n++)
        for (int shape = 0; shape < SHAPES; shape++)
            sorts(keep, n, (enum shape)shape, ++seed);
    static const size_t many[] = { 127,  128,  129,  255,  256,  257,
                                   1000, 1023, 1024, 1025, 1999, 2000 };
    for (size_t i = 0; i < sizeof many / sizeof *many; i++)
        for (int shape = 0; shape < SHAPES; shape++)
            sorts(keep, many[i], (enum shape)shape, ++seed);
    for (int i = 0; i < 300; i++) {
        struct rng r = { ++seed };
        sorts(keep, rng_below(&r, 300), (enum shape)rng_below(&r, SHAPES),
              seed);
    }
}

/* ---- the first of many -------------------------------------------------- */

static void first_of(struct arena *keep, size_t n, size_t most,
                     enum shape shape, uint64_t seed)
{
    struct rng r = { seed };
    struct arena_mark m = arena_mark(keep);
    struct counting c = { 1, 0 };
    struct card *cards = new_n(keep, struct card, n + 1);
    const void **v = new_n(keep, const void *, n + 1);
    const struct card **slow = new_n(keep, const struct card *, n + 1);
    int *got = new_n(keep, int, n + 1);
    for (size_t i = 0; i < n; i++) {
        cards[i] = (struct card){ any_key(&r, shape, i), i };
        v[i] = slow[i] = &cards[i];
    }
    sort_first(v, n, most, by_key, &c);
    put_in(slow, n, 1);
    /* the same keys in front, and all are still there once */
    for (size_t i = 0; i < n; i++)
        got[((const struct card *)v[i])->place]++;
    for (size_t i = 0; i < n; i++)
        CHECK(got[i] == 1);
    if (most < n)
        sort_by(keep, v, most, by_key, &c);
    for (size_t i = 0; i < most && most < n; i++)
        CHECK(((const struct card *)v[i])->key == slow[i]->key);
    arena_back(keep, m);
}

TEST(the_first_of_many_are_those_of_the_whole_order)
{
    for (uint64_t seed = 1; seed <= 400; seed++) {
        struct rng r = { seed };
        size_t n = rng_below(&r, 60);
        first_of(keep, n, rng_below(&r, 70), (enum shape)rng_below(&r, SHAPES),
                 seed);
    }
}
