/* base_test.c - the ground floor: memory, text, numbers, days, the machine */
#include "base/clock.h"
#include "base/map.h"
#include "base/os.h"
#include "base/qty.h"
#include "base/tri.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- arena -------------------------------------------------------------- */

TEST(arena_gives_zeroed_memory_and_takes_it_back)
{
    struct arena a = arena_new(1 << 20);
    char *p = new_n(&a, char, 100);
    for (int i = 0; i < 100; i++)
        CHECK(p[i] == 0);
    memset(p, 1, 100);
    struct arena_mark m = arena_mark(&a);
    char *q = new_n(&a, char, 200000);
    memset(q, 1, 200000);
    arena_back(&a, m);
    char *r = new_n(&a, char, 100);
    CHECK(r == p + 100 && r[0] == 0 && p[99] == 1);
    arena_free(&a);
    CHECK(a.taken == 0);
}

TEST(arena_jumps_when_its_ceiling_is_reached)
{
    jmp_buf full;
    struct arena a = arena_new(1 << 20);
    a.full = &full;
    if (!setjmp(full)) {
        for (;;)
            new_n(&a, char, 1000);
    }
    CHECK(a.taken <= 1 << 20);
    arena_free(&a);
}

static void refuse(long nth)
{
    jmp_buf full;
    struct arena a = arena_new(1 << 30);
    a.full = &full;
    os_memory_fail_at(nth);
    if (!setjmp(full)) {
        for (int i = 0; i < 1000000; i++)
            new_n(&a, char, 100);
        CHECK(false);
    }
    os_memory_fail_at(0);
    arena_free(&a);
}

TEST(arena_jumps_when_memory_is_refused_at_every_call)
{
    for (long nth = 1; nth <= 3; nth++)
        refuse(nth);
}

static void count(void *n)
{
    ++*(int *)n;
}

TEST(arena_gives_back_what_else_is_its)
{
    struct arena a = arena_new(1 << 20);
    int first = 0, second = 0;
    arena_also(&a, count, &first);
    struct arena_mark m = arena_mark(&a);
    arena_also(&a, count, &second);
    arena_also(&a, count, &second);
    arena_back(&a, m);
    CHECK(first == 0 && second == 2);
    arena_free(&a);
    CHECK(first == 1 && second == 2);
}

TEST(a_full_arena_gives_back_at_once_what_it_cannot_take)
{
    jmp_buf full;
    struct arena a = arena_new(0);
    int back = 0;
    a.full = &full;
    if (!setjmp(full)) {
        arena_also(&a, count, &back);
        CHECK(false);
    }
    CHECK(back == 1 && a.full == &full);
    arena_free(&a);
    CHECK(back == 1);
}

TEST(a_growing_array_keeps_what_it_holds)
{
    int *v = NULL;
    size_t n = 0, cap = 0;
    for (int i = 0; i < 10000; i++) {
        *push(keep, v, n, cap) = i;
        if (i % 7 == 0)
            new_n(keep, char, 3); /* in its way */
    }
    for (int i = 0; i < 10000; i++)
        CHECK(v[i] == i);
}

/* ---- text ----------------------------------------------------------------
 */

TEST(utf8_is_checked_byte_by_byte)
{
    CHECK(str_utf8(S("")) == 0);
    CHECK(str_utf8(S("a\xc3\xa9z")) == 4);
    CHECK(str_utf8(S("a\xc3")) == 1);            /* cut short */
    CHECK(str_utf8(S("\xc0\x80")) == 0);         /* overlong */
    CHECK(str_utf8(S("\xe0\x9f\xbf")) == 0);     /* overlong */
    CHECK(str_utf8(S("\xed\xa0\x80")) == 0);     /* a surrogate */
    CHECK(str_utf8(S("\xf4\x90\x80\x80")) == 0); /* above U+10FFFF */
    CHECK(str_utf8(S("\xf0\x9f\x98\x80")) == 4);
    CHECK(str_utf8(S("ab\x80")) == 2);
}

TEST(broken_bytes_are_replaced_one_by_one)
{
    str good = S("a\xc3\xa9z");
    CHECK(str_clean(keep, good).at == good.at);
    CHECK_STR(str_clean(keep, S("")), S(""));
    CHECK_STR(str_clean(keep, S("a\xe9z")), S("a\xef\xbf\xbdz"));
    CHECK_STR(str_clean(keep, S("\xc3\xa9\xe2\x82")),
              S("\xc3\xa9\xef\xbf\xbd\xef\xbf\xbd"));
    CHECK_STR(str_clean(keep, S("\xef\xbf\xbd\x80")),
              S("\xef\xbf\xbd\xef\xbf\xbd"));
}

TEST(width_counts_columns_and_chars_counts_what_a_reader_sees)
{
    CHECK(str_width(S("abc")) == 3);
    CHECK(str_width(S("\xe6\x9d\xbe\xe5\xb1\xb1")) == 4); /* two wide */
    CHECK(str_width(S("e\xcc\x81")) == 1);                /* e + accent */
    CHECK(str_chars(S("e\xcc\x81t\xc3\xa9")) == 3);
    CHECK(str_width(S("\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2")) == 4);
}

TEST(text_is_cut_trimmed_and_compared)
{
    CHECK_STR(str_trim(S(" \t a b ")), S("a b"));
    CHECK_STR(str_cut(S("abc"), 1, 9), S("bc"));
    CHECK(str_cmp(S("ab"), S("abc")) < 0 && str_cmp(S("b"), S("abc")) > 0);
    CHECK(str_starts(S("ab"), S("")) && !str_starts(S("a"), S("ab")));
    CHECK(str_ends(S("ab"), S("b")));
    struct buf b = { .keep = keep };
    buf_z(&b, "x");
    buf_pad(&b, '-', 3);
    buf_fmt(&b, "%d|%s", 42, "y");
    CHECK_STR(buf_str(&b), S("x---42|y"));
}

TEST(a_map_finds_what_was_put)
{
    struct map m = { .keep = keep };
    for (int i = 0; i < 5000; i++) {
        CHECK(map_put(&m, str_fmt(keep, "k%d", i), i) == i);
        CHECK(map_put(&m, str_fmt(keep, "k%d", i), 7777) == i);
    }
    for (int i = 0; i < 5000; i++)
        CHECK(map_get(&m, str_fmt(keep, "k%d", i)) == i);
    CHECK(map_get(&m, S("none")) == -1);
}

/* ---- exact quantities ------------------------------------------------------
 */

static qty some_qty(struct rng *r)
{
    int64_t n = (int64_t)rng_below(r, 2001) - 1000;
    return qty_ratio(n, (int64_t)rng_below(r, 60) + 1);
}

/* Over 60-bit numbers long double (64-bit mantissa) is no twin; over small
 * ones integers are: a/b + c/d = (ad + cb)/bd. */
TEST(rational_sums_and_products_agree_with_schoolbook)
{
    for (uint64_t seed = 1; seed <= 2000; seed++) {
        struct rng r = { seed };
        qty a = some_qty(&r), b = some_qty(&r);
        int64_t an = (int64_t)a.num, ad = (int64_t)a.den, bn = (int64_t)b.num,
                bd = (int64_t)b.den;
        qty sum = qty_ratio(an * bd + bn * ad, ad * bd);
        qty product = qty_ratio(an * bn, ad * bd);
        CHECK_SEED(qty_cmp(qty_add(a, b), sum) == 0, seed);
        CHECK_SEED(qty_cmp(qty_mul(a, b), product) == 0, seed);
        CHECK_SEED(qty_cmp(qty_sub(qty_add(a, b), b), a) == 0, seed);
        int64_t cross = an * bd - bn * ad;
        CHECK_SEED(qty_cmp(a, b) == (cross > 0) - (cross < 0), seed);
        if (bn)
            CHECK_SEED(qty_cmp(qty_mul(qty_div(a, b), b), a) == 0, seed);
    }
}

TEST(overflow_is_never_silent)
{
    qty big = qty_int(INT64_MAX);
    qty huge = qty_mul(big, big);
    CHECK(qty_ok(huge));
    CHECK(!qty_ok(qty_mul(huge, big)));
    CHECK(!qty_ok(qty_add(qty_mul(huge, qty_int(2)), huge)));
    CHECK(!qty_ok(qty_add(QTY_NONE, qty_int(1))));
    CHECK(!qty_ok(qty_div(qty_int(1), qty_int(0))));
    /* and comparing never overflows */
    CHECK(qty_cmp(huge, qty_sub(huge, qty_ratio(1, 1))) > 0);
    CHECK(qty_cmp(qty_div(qty_int(1), huge), qty_int(0)) > 0);
}

static void reads(str text, int64_t num, int64_t den)
{
    qty q;
    bool big;
    CHECK(qty_read(text, &q, &big));
    CHECK(qty_cmp(q, qty_ratio(num, den)) == 0);
}

TEST(numbers_are_read_as_the_language_writes_them)
{
    qty q;
    bool big;
    reads(S("4500"), 4500, 1);
    reads(S("4_500"), 4500, 1);
    reads(S("2.5"), 5, 2);
    reads(S("75%"), 3, 4);
    reads(S("12.5%"), 1, 8);
    reads(S("2/3"), 2, 3);
    static const char *const no[] = {
        "",    "_1", "1_", "1__0", "1.",    ".5",
        "1/0", "1/", "x",  "1x",   "1.5/2", "-1"
    };
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        CHECK(!qty_read(str_of(no[i]), &q, &big) && !big);
    CHECK(
        !qty_read(S("999999999999999999999999999999999999999999"), &q, &big) &&
        big);
}

TEST(numbers_are_shown_exactly)
{
    CHECK_STR(qty_show(keep, qty_int(1234567)), S("1_234_567"));
    CHECK_STR(qty_show(keep, qty_int(-1000)), S("-1_000"));
    CHECK_STR(qty_show(keep, qty_int(999)), S("999"));
    CHECK_STR(qty_show(keep, qty_ratio(5, 2)), S("2.5"));
    CHECK_STR(qty_show(keep, qty_ratio(1, 3)), S("1/3"));
    CHECK_STR(qty_text(keep, qty_ratio(-1, 3)), S("-1/3"));
    CHECK_STR(qty_text(keep, qty_int(1234567)), S("1234567"));
}

TEST(rounding_follows_its_word)
{
    CHECK(qty_round(qty_ratio(5, 2), ROUND_EVEN).num == 2);
    CHECK(qty_round(qty_ratio(7, 2), ROUND_EVEN).num == 4);
    CHECK(qty_round(qty_ratio(-5, 2), ROUND_DOWN).num == -3);
    CHECK(qty_round(qty_ratio(-5, 2), ROUND_UP).num == -2);
    CHECK(qty_round(qty_int(3), ROUND_UP).num == 3);
}

/* ---- days --------------------------------------------------------------- */

/* The slow twin: walk through the calendar day by day. */
TEST(days_agree_with_walking_through_the_calendar)
{
    struct civil c = { 1, 1, 1 };
    day d = day_of(c);
    while (c.year < 2101) {
        CHECK(day_of(c) == d);
        struct civil back = day_civil(d);
        CHECK(back.year == c.year && back.month == c.month &&
              back.day == c.day);
        bool leap = c.year % 4 == 0 && (c.year % 100 || c.year % 400 == 0);
        static const int n[] = {
            31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
        };
        int last = c.month == 2 && leap ? 29 : n[c.month - 1];
        d++;
        c.day++;
        if (c.day > last)
            c = (struct civil){ c.year, c.month + 1, 1 };
        if (c.month > 12)
            c = (struct civil){ c.year + 1, 1, 1 };
    }
    CHECK(day_of((struct civil){ 1970, 1, 1 }) == 0);
}

TEST(dates_and_instants_are_read_strictly)
{
    day d;
    struct stamp t;
    bool shape;
    CHECK(day_read(S("2022-03-01"), &d, &shape) && d == 19052);
    CHECK(!day_read(S("2022-02-29"), &d, &shape) && shape);
    CHECK(!day_read(S("2022-3-01"), &d, &shape) && !shape);
    CHECK(!day_read(S("0000-01-01"), &d, &shape) && shape);
    CHECK(stamp_read(S("1970-01-02T00:01Z"), &t, &shape) && t.day == 1 &&
          t.second == 60 && t.placed && !t.offset);
    CHECK(stamp_read(S("1970-01-02T13:59"), &t, &shape) && !t.placed &&
          t.second == 50340);
    CHECK(stamp_read(S("1970-01-02T13:59-03:30"), &t, &shape) && t.placed &&
          t.offset == -12600);
    CHECK(!stamp_read(S("1970-01-02T13:59+03:60"), &t, &shape) && !shape);
    CHECK(!stamp_read(S("1970-01-02T13:59+3:00"), &t, &shape) && !shape);
    CHECK(!stamp_read(S("1970-01-01T24:00"), &t, &shape) && shape);
    CHECK_STR(clock_text(keep, &clock_utc, 60), S("1970-01-01T00:01Z"));
    CHECK_STR(clock_text(keep, &clock_utc, -DAY_SECONDS), S("1969-12-31"));
}

TEST(months_that_lack_the_day_say_both_readings)
{
    day d, clamp, next;
    day jan31 = day_of((struct civil){ 2028, 1, 31 });
    CHECK(!day_months(jan31, 1, &d, &clamp, &next));
    CHECK(clamp == day_of((struct civil){ 2028, 2, 29 }) &&
          next == day_of((struct civil){ 2028, 3, 1 }));
    CHECK(day_months(jan31, -1, &d, &clamp, &next) &&
          d == day_of((struct civil){ 2027, 12, 31 }));
    CHECK(day_months(jan31, 12 * 4, &d, &clamp, &next));
}

TEST(three_values_follow_kleene)
{
    for (tri a = NO; a <= YES; a++)
        for (tri b = NO; b <= YES; b++) {
            CHECK(tri_not(tri_and(a, b)) == tri_or(tri_not(a), tri_not(b)));
            CHECK((tri_and(a, b) == YES) == (a == YES && b == YES));
            CHECK((tri_and(a, b) == NO) == (a == NO || b == NO));
        }
}

/* ---- the machine -------------------------------------------------------- */

static str temp(struct arena *keep)
{
    char *dir = str_z(keep, S("/tmp/detente-test-XXXXXX"));
    CHECK(mkdtemp(dir));
    return str_of(dir);
}

TEST(a_file_is_written_whole_and_keeps_its_mode)
{
    struct os os = os_real();
    str dir = temp(keep), path = str_fmt(keep, "%.*s/a", STR(dir)), got;
    CHECK(!os.write(os.self, keep, path, S("one")));
    CHECK(!chmod(str_z(keep, path), 0600));
    CHECK(!os.write(os.self, keep, path, S("two")));
    CHECK(!os.read(os.self, keep, path, &got));
    CHECK_STR(got, S("two"));
    struct stat st;
    CHECK(!stat(str_z(keep, path), &st) && (st.st_mode & 07777) == 0600);
    CHECK(os.kind(os.self, keep, path) == OS_FILE);
    CHECK(os.kind(os.self, keep, dir) == OS_FOLDER);
    CHECK(os.kind(os.self, keep, S("/no/such")) == OS_NOTHING);
    struct os_names names;
    CHECK(!os.list(os.self, keep, dir, &names) && names.n == 1);
    CHECK(!unlink(str_z(keep, path)) && !rmdir(str_z(keep, dir)));
}

TEST(what_cannot_be_read_or_written_is_a_fault_with_its_path)
{
    struct os os = os_real();
    str got, dir = temp(keep);
    fault f = os.read(os.self, keep, S("/no/such"), &got);
    CHECK(f);
    CHECK_STR(fault_text(keep, f),
              S("cannot open '/no/such': No such file or directory"));
    f = os.read(os.self, keep, dir, &got);
    CHECK_STR(fault_text(keep, f),
              str_fmt(keep, "cannot read '%.*s': it is a folder", STR(dir)));
    CHECK(os.write(os.self, keep, S("/no/such/file"), S("x")));
    struct os_names names;
    CHECK(os.list(os.self, keep, S("/no/such"), &names));
    CHECK(!rmdir(str_z(keep, dir)));
}

/* In the order that a reader expects; every pair is asked, both ways. */
TEST(numbers_of_clauses_are_ordered_as_numbers)
{
    static const char *const ids[] = {
        "1",    "1.2",   "1.10",   "1.a",    "2",  "10",     "10.I",
        "10.A", "I",     "I.1",    "I.1.a",  "II", "II.1.b", "IV",
        "V.2",  "V.10",  "IX",     "IX.1",   "X",  "X.9.12", "XI",
        "XIV",  "XXXIX", "XL",     "XLIX.1", "LX", "LXXXIX", "A",
        "A.1",  "A.new", "B",      "C",      "D",  "IIII",   "M.4",
        "VIa",  "VX",    "XXXX.1",
    };
    size_t n = sizeof ids / sizeof *ids;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            int c = str_by_numbers(str_of(ids[i]), str_of(ids[k]));
            CHECK((c > 0) - (c < 0) == (i > k) - (i < k));
        }
}
