/* arena_map_test.c - arenas against a list of what was taken, maps against a
 * list of what was put; base_test.c has the ceiling and refusals */
#include "base/map.h"
#include "check.h"

#include <string.h>

/* ---- arena -------------------------------------------------------------- */

enum { PIECES = 400, MARKS = 20 };

struct piece {
    unsigned char *at, fill;
    size_t size;
};

static struct piece any_piece(struct arena *a, struct rng *r, uint64_t seed)
{
    size_t align = (size_t)1 << rng_below(r, 7);
    size_t size =
        rng_below(r, 4) ? 1 + rng_below(r, 40) : 1 + rng_below(r, 3000);
    size_t n = rng_below(r, 20) ? rng_below(r, 6) : rng_below(r, 60);
    struct piece p = { arena_take(a, size, align, n),
                       (unsigned char)(1 + rng_below(r, 255)), size * n };
    CHECK_SEED(p.at && (uintptr_t)p.at % align == 0, seed);
    for (size_t i = 0; i < p.size; i++)
        CHECK_SEED(p.at[i] == 0, seed);
    memset(p.at, p.fill, p.size);
    return p;
}

static bool whole(const struct piece *p)
{
    for (size_t i = 0; i < p->size; i++)
        if (p->at[i] != p->fill)
            return false;
    return true;
}

/* Whatever is taken is zeroed, aligned and nobody else's; what a mark gives
 * back is what came after it, and nothing before. */
TEST(what_an_arena_gives_belongs_to_one_alone)
{
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct rng r = { seed };
        struct arena a = arena_new((size_t)64 << 20);
        struct piece pieces[PIECES];
        struct {
            struct arena_mark mark;
            size_t n;
        } marks[MARKS];
        size_t n = 0, marks_n = 0;
        for (int i = 0; i < PIECES; i++) {
            if (marks_n < MARKS && rng_below(&r, 12) == 0) {
                marks[marks_n].mark = arena_mark(&a);
                marks[marks_n++].n = n;
            } else if (marks_n && rng_below(&r, 25) == 0) {
                marks_n = rng_below(&r, marks_n); /* perhaps many at once */
                arena_back(&a, marks[marks_n].mark);
                n = marks[marks_n].n;
            }
            pieces[n++] = any_piece(&a, &r, seed);
        }
        for (size_t i = 0; i < n; i++)
            CHECK_SEED(whole(&pieces[i]), seed);
        CHECK_SEED(a.taken <= a.ceiling, seed);
        arena_free(&a);
        CHECK_SEED(!a.taken && !a.last, seed);
    }
}

/* Several arrays that grow in each other's way. */
TEST(arrays_grow_side_by_side_and_their_new_room_is_zero)
{
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        uint32_t *v[3] = { NULL };
        size_t n[3] = { 0 }, cap[3] = { 0 };
        for (uint32_t i = 0; i < 3000; i++) {
            size_t k = rng_below(&r, 3), was = cap[k];
            size_t need = n[k] + 1 + (rng_below(&r, 50) ? 0 : 100);
            v[k] = arena_grow(keep, v[k], sizeof *v[k], _Alignof(max_align_t),
                              &cap[k], need);
            CHECK_SEED(cap[k] >= need, seed);
            for (size_t j = was; j < cap[k]; j++)
                CHECK_SEED(v[k][j] == 0, seed);
            v[k][n[k]] = (uint32_t)(k << 24 | n[k]);
            n[k]++;
        }
        for (size_t k = 0; k < 3; k++)
            for (size_t j = 0; j < n[k]; j++)
                CHECK_SEED(v[k][j] == (uint32_t)(k << 24 | j), seed);
        arena_back(keep, m);
    }
}

static void refused(size_t size, size_t n)
{
    jmp_buf full;
    struct arena a = arena_new(SIZE_MAX);
    a.full = &full;
    if (!setjmp(full)) {
        arena_take(&a, size, 16, n);
        CHECK(false);
    }
    arena_free(&a);
}

/* SIZE x N beyond what there is in the world is refused, not wrapped. */
TEST(an_impossible_size_is_refused)
{
    refused(SIZE_MAX / 2, 3);
    refused((size_t)1 << 33, (size_t)1 << 33);
    refused(16, SIZE_MAX / 16);
    refused(1, SIZE_MAX - 8);
}

/* ---- map ---------------------------------------------------------------- */

struct entry {
    str key;
    int value;
};

struct entries {
    struct entry *at;
    size_t n, cap;
};

static int look_up(const struct entries *e, str key)
{
    for (size_t i = 0; i < e->n; i++)
        if (str_eq(e->at[i].key, key))
            return e->at[i].value;
    return -1;
}

/* Short keys of few letters, so that many meet again; zeroes among them. */
static str any_key(struct arena *keep, struct rng *r)
{
    char z[8];
    size_t n = rng_below(r, 6);
    for (size_t i = 0; i < n; i++)
        z[i] = "ab\0\xff"[rng_below(r, 4)];
    return str_copy(keep, (str){ z, n });
}

TEST(a_map_agrees_with_a_list)
{
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct map map = { .keep = keep };
        struct entries list = { 0 };
        size_t n = 1 + rng_below(&r, 600);
        CHECK_SEED(map_get(&map, S("")) == -1, seed);
        for (size_t i = 0; i < n; i++) {
            str key = any_key(keep, &r);
            int was = look_up(&list, key);
            CHECK_SEED(map_get(&map, key) == was, seed);
            if (rng_below(&r, 3) == 0)
                continue;
            int value = (int)rng_below(&r, 3); /* 0 is a value, too */
            int now = was >= 0 ? was : value;
            CHECK_SEED(map_put(&map, key, value) == now, seed);
            if (was < 0)
                *push(keep, list.at, list.n, list.cap) =
                    (struct entry){ key, value };
        }
        for (size_t i = 0; i < list.n; i++)
            CHECK_SEED(map_get(&map, list.at[i].key) == list.at[i].value,
                       seed);
        CHECK_SEED(map.n == list.n, seed);
        arena_back(keep, m);
    }
}

/* Keys whose hashes end in the same twelve bits: all of them begin at one
 * slot, whatever the size, and those at the end go round. */
TEST(keys_that_collide_stay_apart)
{
    static const uint64_t ends_in[] = { 0, 1234, 4095 };
    for (size_t k = 0; k < sizeof ends_in / sizeof *ends_in; k++) {
        struct map map = { .keep = keep };
        struct entries list = { 0 };
        for (int i = 0; list.n < 40; i++) {
            str key = str_fmt(keep, "%d", i);
            if ((str_hash(key) & 4095) != ends_in[k])
                continue;
            CHECK(map_get(&map, key) == -1);
            CHECK(map_put(&map, key, i) == i);
            *push(keep, list.at, list.n, list.cap) = (struct entry){ key, i };
        }
        for (size_t i = 0; i < list.n; i++)
            CHECK(map_get(&map, list.at[i].key) == list.at[i].value);
    }
}
