/* asked_test.c - the bad day of what is asked beside verdicts: tests, what is
 * covered and due, names, edits, scenarios, texts in force, and tables. As in
 * faults_test.c, each call to the machine and each piece of memory fails once.
 */
#include "check.h"
#include "door.h"
#include "faults/said.h"
#include "os_fake.h"

#define PACT                                                                  \
    "pact \"A small one\"\n  in force from 2022-01-24\n"                      \
    "  time zone \"Here\"\n"                                                  \
    "side east \"East\"\nparty RU \"Russia\" on east\n"                       \
    "item tank\n"                                                             \
    "zone north = north of 50 N\nzone south = south of 50 N\n"                \
    "site camp 54 N 33 E\nsite base 40 N 30 E\n"                              \
    "> no more than a hundred\n"                                              \
    "limit 1 \"Ceiling\"\n  at most 100 tank of side east in north\n"         \
    "step 2 \"Down\"\n  RU withdraws 10 tank from north to south\n"           \
    "  by 2022-02-20\n"                                                       \
    "inform 3\n  RU, its tank, by 15 March each year\n"                       \
    "expect broken 1 by side east on 2022-01-30\n"                            \
    "expect kept 1 by side east on 2022-02-04\n"                              \
    "scenario \"late\"\n  delay m1 to 2022-02-08T12:30\n"

#define BOOK                                                                  \
    "2022-01-20 hold RU at camp\n  110 tank\n  id h1\n"                       \
    "2022-01-25 complete side east in north\n  for tank\n"                    \
    "2022-02-01T10:00+02:00 move RU from camp to base\n  20 tank\n  id m1\n"

#define EDITED BOOK "2022-02-02 observe RU at base\n  1 tank\n"

/* Two hours ahead, with a rule for summers, in the manner of RFC 8536. */
#define NONE4 "\0\0\0\0"
#define HEAD(version)                                                         \
    "TZif" version NONE4 NONE4 NONE4 "\0\0\0" NONE4 NONE4 NONE4 NONE4         \
    "\0\0\0\1\0\0\0\4"
#define ZONE                                                                  \
    HEAD("2")                                                                 \
    "\0\0\x1c\x20\0\0EET\0" HEAD("2") "\0\0\x1c\x20\0\0EET\0"                 \
                                      "\nEET-2EEST,M3.5.0/3,M10.5.0/4\n"

#define MAP                                                                   \
    "table\n  names in row 1\nbook \"Made\"\n  kept by analyst\n"             \
    "entry hold\n  date from \"date\" as year-month-day\n"                    \
    "  holder RU\n  site from \"site\"\n  figure tank from \"tanks\"\n"       \
    "  source \"a table\"\n  id from \"id\"\n"

#define TABLE                                                                 \
    "id,date,site,tanks\na1,2022-03-01,camp,5\na2,2022-03-02,base,6\n"

static struct fake *machine(struct arena *keep)
{
    struct fake *f = new_one(keep, struct fake);
    fake_init(f, keep);
    fake_put(f, S("in/a.pact"), S(PACT));
    fake_put(f, S("in/b.book"), S(BOOK));
    fake_put(f, S(OS_ZONES "/Here"), S(ZONE));
    fake_put(f, S("map"), S(MAP));
    fake_put(f, S("t.csv"), S(TABLE));
    return f;
}

/* ---- what is asked ------------------------------------------------------ */

/* Each answers DT_OK, or DT_FINDINGS, on a good day. */
enum { CALLS = 17 };

static dt_end call(dt *d, int i, dt_text *t)
{
    static const char *const paths[] = { "in" };
    *t = (dt_text){ 0 };
    switch (i) {
    case 0: return dt_edit(d, "in/b.book", EDITED, sizeof EDITED - 1);
    case 1: return dt_read(d, paths, 1);
    case 2: return dt_scenario(d, "late");
    case 3: return dt_judge(d, "2022-02-10");
    case 4: return dt_test(d, 0, t);
    case 5: return dt_test(d, DT_JSON, t);
    case 6: return dt_cover(d, 0, t);
    case 7: return dt_cover(d, DT_JSON, t);
    case 8: return dt_due(d, "60 days", 0, t);
    case 9: return dt_due(d, "2 months", DT_JSON, t);
    case 10: return dt_due(d, NULL, DT_CALENDAR, t);
    case 11: return dt_names(d, NULL, t);
    case 12: return dt_names(d, "RU", t);
    case 13: return dt_consolidate(d, t);
    case 14: return dt_status(d, 0, t);
    case 15: return dt_verify(d, DT_JSON, t);
    default: return dt_timeline(d, NULL, DT_JSON, t);
    }
}

static bool answered(dt_end end)
{
    return end == DT_OK || end == DT_FINDINGS;
}

static void on_a_good_day(struct arena *keep, dt_end want[CALLS])
{
    dt *d = dt_new_on(fake_os(machine(keep)));
    dt_text t;
    CHECK(d);
    for (int i = 0; i < CALLS; i++) {
        want[i] = call(d, i, &t);
        CHECK_STR(messages(d), S(""));
        CHECK(answered(want[i]) && (i < 4 || t.length));
    }
    dt_free(d);
}

/* The Nth call to the machine fails: what could not be read is told, nothing
 * falls, and what could do without is as on a good day. */
static long with_failing(struct arena *keep, long nth, const dt_end want[])
{
    struct fake *f = machine(keep);
    f->fail_at = nth;
    dt *d = dt_new_on(fake_os(f));
    dt_text t;
    bool bad = false;
    CHECK(d);
    for (int i = 0; i < CALLS; i++) {
        dt_end end = call(d, i, &t);
        bad = bad || end != want[i];
        CHECK(answered(end) || messages(d).len);
    }
    CHECK(!nth || f->failed);
    CHECK(bad || !f->failed || !strcmp(f->failed, "kind"));
    long calls = f->calls;
    dt_free(d);
    return calls;
}

TEST(what_is_asked_ends_with_words_at_every_call_that_fails)
{
    dt_end want[CALLS];
    on_a_good_day(keep, want);
    long calls = with_failing(keep, 0, want);
    CHECK(calls >= 5); /* kind, list, read; kind and read of the zone */
    for (long nth = 1; nth <= calls; nth++)
        with_failing(keep, nth, want);
}

/* false: memory ran out, and the run says so. */
static bool with_refused(struct arena *keep, long nth, const dt_end want[])
{
    struct fake *f = machine(keep);
    os_memory_fail_at(nth);
    dt *d = dt_new_on(fake_os(f));
    dt_text t;
    bool whole = d;
    for (int i = 0; whole && i < CALLS; i++) {
        dt_end end = call(d, i, &t);
        whole = end == want[i];
        CHECK(whole || end == DT_FAULT);
    }
    os_memory_fail_at(0);
    CHECK(whole || !d || holds(messages(d), S("out of memory")));
    for (int i = 0; d && i < CALLS; i++)
        call(d, i, &t);
    dt_free(d);
    return whole;
}

TEST(what_is_asked_ends_with_words_wherever_memory_is_refused)
{
    dt_end want[CALLS];
    long nth = 0;
    on_a_good_day(keep, want);
    arena_tight(true);
    for (bool whole = false; !whole;) {
        struct arena_mark m = arena_mark(keep);
        whole = with_refused(keep, ++nth, want);
        arena_back(keep, m);
    }
    arena_tight(false);
    CHECK(nth > 1000);
}

/* ---- a table becomes a book --------------------------------------------- */

static dt_end import(dt *d, const char *to, dt_text *t)
{
    dt_imported what = {
        .table = "t.csv", .map = "map", .pact = "in", .to = to
    };
    return dt_import(d, &what, 0, t);
}

/* The book is there whole or not at all, as the run says. */
static void whole_or_not(const struct fake *f, dt *d, dt_end end)
{
    str made = fake_get(f, S("made.book"));
    CHECK((end == DT_OK) == (made.at != NULL));
    CHECK(end == DT_OK || messages(d).len);
    CHECK(!made.at || (holds(made, S("a1")) && holds(made, S("6 tank"))));
}

TEST(a_table_becomes_a_book_or_words_at_every_call_that_fails)
{
    long calls = 1;
    for (long nth = 0; nth <= calls; nth++) {
        struct fake *f = machine(keep);
        f->fail_at = nth;
        dt *d = dt_new_on(fake_os(f));
        dt_text t;
        CHECK(d);
        dt_end end = import(d, "made.book", &t);
        whole_or_not(f, d, end);
        CHECK(nth || end == DT_OK);
        CHECK(!nth || end != DT_OK || !strcmp(f->failed, "kind"));
        calls = nth ? calls : f->calls;
        dt_free(d);
    }
    CHECK(calls >= 6); /* the table, the map, the pact, its zone, the book */
}

/* Shown only: the second machine's files take memory, too. */
TEST(a_table_becomes_a_book_or_words_wherever_memory_is_refused)
{
    long nth = 0;
    arena_tight(true);
    for (bool whole = false; !whole;) {
        struct arena_mark m = arena_mark(keep);
        struct fake *f = machine(keep);
        os_memory_fail_at(++nth);
        dt *d = dt_new_on(fake_os(f));
        dt_text t;
        dt_end end = d ? import(d, NULL, &t) : DT_FAULT;
        os_memory_fail_at(0);
        whole = end == DT_OK;
        CHECK(whole || end == DT_FAULT);
        CHECK(whole || !d || holds(messages(d), S("out of memory")));
        CHECK(!whole || holds(text_of(t), S("6 tank")));
        dt_free(d);
        arena_back(keep, m);
    }
    arena_tight(false);
    CHECK(nth > 500);
}
