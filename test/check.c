/* check.c - runs the tests that registered themselves; see check.h */
#include "check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* it wants the above first */
#include <cmocka.h>

static struct test *tests;
static size_t tests_n;

void test_register(struct test *t)
{
    t->next = tests;
    tests = t;
    tests_n++;
}

_Noreturn void test_fail(const char *file, int line, const char *what,
                         bool has_seed, uint64_t seed)
{
    if (has_seed)
        print_error("%s:%d: %s   (seed %llu)\n", file, line, what,
                    (unsigned long long)seed);
    else
        print_error("%s:%d: %s\n", file, line, what);
    _fail(file, line);
    abort();
}

_Noreturn void test_fail_str(const char *file, int line, str got, str want)
{
    print_error("%s:%d: got \"%.*s\"\n  instead of \"%.*s\"\n", file, line,
                STR(got), STR(want));
    _fail(file, line);
    abort();
}

static void run_one(void **state)
{
    struct test *t = *state;
    static struct arena keep;
    arena_free(&keep);
    keep = arena_new((size_t)4 << 30);
    t->run(&keep);
    arena_free(&keep);
}

/* Names alone, or those that hold the word given. */
int main(int argc, char **argv)
{
    struct CMUnitTest *list = calloc(tests_n + 1, sizeof *list);
    size_t n = 0;
    if (!list)
        return 70;
    for (struct test *t = tests; t; t = t->next)
        if (argc < 2 || strstr(t->name, argv[1]))
            list[n++] = (struct CMUnitTest){ t->name, run_one, NULL, NULL, t };
    int failed = _cmocka_run_group_tests("unit", list, n, NULL, NULL);
    free(list);
    return failed ? 1 : 0;
}

uint64_t rng_next(struct rng *r)
{
    uint64_t z = r->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

uint64_t rng_below(struct rng *r, uint64_t n)
{
    return rng_next(r) % n;
}

double rng_unit(struct rng *r)
{
    return (double)(rng_next(r) >> 11) / 9007199254740992.0;
}
