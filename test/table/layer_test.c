/* layer_test.c - files of maps, and programs that are run: what takes too
 * long, says too much, or cannot be run. The rest is asked in test/imports.py.
 */
#include "check.h"
#include "os_fake.h"

#include "table/table.h"

#define WELL(TEXT) ((struct os_ran){ OS_ENDED, 0, S(TEXT), S("") })

struct layer {
    struct fake fake;
    struct table table;
    struct table_wrong wrong;
    bool good;
    fault fault;
};

static struct layer *read_layer(struct arena *keep, struct os_ran first,
                                struct os_ran second, long fail_at)
{
    struct layer *l = new_one(keep, struct layer);
    fake_init(&l->fake, keep);
    l->fake.ran[0] = first;
    l->fake.ran[1] = second;
    l->fake.ran_n = 2;
    l->fake.fail_at = fail_at;
    struct os os = fake_os(&l->fake);
    struct table_how how = { .windows_1252 = true, .separator = ';' };
    l->fault = table_layer(keep, &os, S("/vsicurl/x.kml"), &how, &l->table,
                           &l->good, &l->wrong);
    return l;
}

TEST(a_layer_is_read)
{
    struct layer *l = read_layer(keep, WELL("\nLayer name: a b\n\n"),
                                 WELL("X,Y,n\n1,2,\xc3\xa9;\n"), 0);
    CHECK(!l->fault && l->good);
    CHECK(l->table.n == 2 && l->table.rows[1].n == 3);
    CHECK_STR(l->table.rows[1].cells[2].text, S("\xc3\xa9;"));
    /* a name that would be an order is none */
    CHECK(str_ends(l->fake.words[0], S("-al /./vsicurl/x.kml")));
    CHECK(str_ends(l->fake.words[1], S("/vsistdout/ /./vsicurl/x.kml")));
}

TEST(a_layer_that_takes_too_long)
{
    struct layer *l =
        read_layer(keep, WELL("Layer name: a\n"),
                   (struct os_ran){ OS_LATE, 0, S("X,Y\n"), S("") }, 0);
    CHECK(!l->fault && !l->good);
    CHECK_STR(l->wrong.what, S("ogr2ogr has not read it within 5 minutes"));
    CHECK(str_starts(l->wrong.help, S("take what is needed out of it")));
}

TEST(a_layer_that_is_too_large)
{
    struct layer *l =
        read_layer(keep, WELL("Layer name: a\n"),
                   (struct os_ran){ OS_TOO_MUCH, 0, S("X,Y\n"), S("") }, 0);
    CHECK(!l->fault && !l->good);
    CHECK_STR(l->wrong.what,
              S("what is in it is larger than 256 MB as a table"));
}

TEST(no_program_can_be_run)
{
    for (long nth = 1; nth <= 2; nth++) {
        struct layer *l =
            read_layer(keep, WELL("Layer name: a\n"), WELL("X,Y\n1,2\n"), nth);
        CHECK(l->fault && !l->good);
        CHECK(!l->wrong.what.len);
    }
}

/* ---- the machine's own -------------------------------------------------- */

static struct os_ran run(struct arena *keep, const char *script,
                         unsigned seconds, size_t most)
{
    str words[] = { S("sh"), S("-c"), str_of(script), S("sh"), S("a  b") };
    struct os os = os_real();
    struct os_ran ran;
    fault f = os.run(os.self, keep, words, 5, seconds, most, &ran);
    CHECK(!f);
    return ran;
}

TEST(a_program_is_run)
{
    struct os_ran r = run(keep, "echo \"$1\"; echo no >&2; exit 3", 60, 9);
    CHECK(r.how == OS_ENDED && r.status == 3);
    CHECK_STR(r.out, S("a  b\n"));
    CHECK_STR(r.err, S("no\n"));
    r = run(keep, "kill -9 $$", 60, 9);
    CHECK(r.how == OS_ENDED && r.status == 128 + 9);
    r = run(keep, "cat; echo 56789", 60, 6); /* nothing on its input */
    CHECK(r.how == OS_ENDED && r.status == 0);
    CHECK_STR(r.out, S("56789\n"));
}

TEST(a_program_is_ended)
{
    struct os_ran r = run(keep, "echo 567890", 60, 6);
    CHECK(r.how == OS_TOO_MUCH);
    r = run(keep, "while :; do echo lots of it; done", 60, 1000000);
    CHECK(r.how == OS_TOO_MUCH);
    r = run(keep, "exec sleep 600", 1, 6);
    CHECK(r.how == OS_LATE);
    r = run(keep, "exec >&- 2>&-; exec sleep 600", 1, 6);
    CHECK(r.how == OS_LATE);
    r = run(keep, "while :; do echo lots of it >&2; done", 1, 6);
    CHECK(r.how == OS_LATE && r.err.len == 4096);
}

TEST(a_program_is_missing)
{
    struct os os = os_real();
    struct os_ran ran;
    str words[] = { S("no-such-program-at-all") };
    CHECK(!os.run(os.self, keep, words, 1, 60, 6, &ran));
    CHECK(ran.how == OS_MISSING);
    words[0] = S("/");
    CHECK(os.run(os.self, keep, words, 1, 60, 6, &ran));
}

TEST(a_program_is_ended_when_memory_runs_out)
{
    struct arena small = arena_new((size_t)1 << 20);
    jmp_buf here;
    small.full = &here;
    if (!setjmp(here)) {
        run(&small, "while :; do echo lots of it; done", 60, 100000000);
        CHECK(false); /* memory is enough */
    }
    arena_free(&small);
}
