/* diag_test.c - how messages look, and where places are */
#include "check.h"
#include "diag/diag.h"

#include <string.h>

struct sheet {
    struct sources s;
    struct diags d;
};

static void begin(struct sheet *x, struct arena *keep, str path, str text)
{
    *x = (struct sheet){ .s = { .keep = keep }, .d = { .keep = keep } };
    *push(keep, x->s.at, x->s.n, x->s.cap) =
        (struct source){ .path = path, .text = text };
}

static span find(const struct sheet *x, const char *what)
{
    str t = x->s.at[0].text;
    size_t n = strlen(what);
    for (size_t i = 0; i + n <= t.len; i++)
        if (!memcmp(t.at + i, what, n))
            return (span){ 0, (uint32_t)i, (uint32_t)(i + n) };
    return (span){ 0 };
}

TEST(a_message_is_drawn_as_the_design_draws_it)
{
    struct sheet x;
    struct buf b = { .keep = keep };
    begin(&x, keep, S("annexes/schedule.pact"),
          S("pact \"P\"\n\n  within   1 month after 2028-01-31\n"));
    struct diag *d = diag_add(&x.d, DIAG_NO_SUCH_DAY, find(&x, "1 month"),
                              "\"1 month after 31 January\" has no single "
                              "meaning");
    d->clause = S("Article 5.2");
    diag_because(&x.d, d,
                 "February 2028 has 29 days. It could be 29 "
                 "February or 1 March.");
    diag_help(&x.d, d,
              "write `months clamp` (29 February) or `months next` "
              "(1 March) in the pact's header, or write `within 30 "
              "days`.");
    diag_note(&x.d, d, find(&x, "pact"), "the header is here");
    diag_show(&b, &x.s, d, false);
    CHECK_STR(
        buf_str(&b),
        S("error[E0106]: \"1 month after 31 January\" has no single meaning\n"
          " --> annexes/schedule.pact:3:12   (Article 5.2)\n"
          "  |\n"
          "3 |   within   1 month after 2028-01-31\n"
          "  |            ^^^^^^^\n"
          " ::: annexes/schedule.pact:1:1   the header is here\n"
          "1 | pact \"P\"\n"
          "  | ----\n"
          "  = because: February 2028 has 29 days. It could be 29 February "
          "or 1 March.\n"
          "  = help: write `months clamp` (29 February) or `months next` "
          "(1 March) in the\n"
          "    pact's header, or write `within 30 days`.     more: detente "
          "explain E0106\n"));
}

TEST(marks_stand_below_words_of_any_script)
{
    struct sheet x;
    struct buf b = { .keep = keep };
    begin(&x, keep, S("x.pact"),
          S("\t\xe6\x9d\xbe\xe5\xb1\xb1 e\xcc\x81 bad \x01\n"));
    struct diag *d = diag_add(&x.d, DIAG_CHARACTER, find(&x, "bad"), "no");
    diag_show(&b, &x.s, d, false);
    CHECK_STR(buf_str(&b),
              S("error[E0102]: no\n --> x.pact:1:7\n  |\n"
                "1 | \t\xe6\x9d\xbe\xe5\xb1\xb1 e\xcc\x81 bad \xe2\x90\x81\n"
                "  | \t       ^^^\n  = more: detente explain E0102\n"));
}

TEST(places_agree_with_counting_from_the_start)
{
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct rng r = { seed };
        struct buf t = { .keep = keep };
        size_t n = rng_below(&r, 60);
        for (size_t i = 0; i < n; i++)
            buf_z(&t, (const char *[]){ "a", "\n", "\xc3\xa9",
                                        "\xcc\x81" }[rng_below(&r, 4)]);
        struct sheet x;
        begin(&x, keep, S("x"), buf_str(&t));
        uint32_t at = (uint32_t)rng_below(&r, t.len + 1);
        size_t line = 1, from = 0;
        for (size_t i = 0; i < at; i++)
            if (t.at[i] == '\n') {
                line++;
                from = i + 1;
            }
        struct place p = diag_place(&x.s, 0, at);
        CHECK_SEED(p.line == line && p.byte == at - from + 1, seed);
        str before = str_cut(buf_str(&t), from, at);
        CHECK_SEED(p.column == str_chars(before) + 1, seed);
    }
}

TEST(messages_are_sorted_and_said_once)
{
    struct sheet x;
    struct buf b = { .keep = keep };
    begin(&x, keep, S("x"), S("aa bb\n"));
    diag_add(&x.d, DIAG_CHARACTER, find(&x, "bb"), "second");
    diag_add(&x.d, DIAG_CHARACTER, find(&x, "aa"), "first");
    diag_add(&x.d, DIAG_CHARACTER, find(&x, "bb"), "second");
    diag_show_all(&b, &x.s, &x.d, true, false, 1);
    CHECK(x.d.n == 2 && x.d.errors == 2);
    CHECK_STR(x.d.at[0]->text, S("first"));
    CHECK(str_ends(buf_str(&b), S("... and 1 more\n2 errors\n")));
}

TEST(the_nearest_names_come_first)
{
    str names[] = { S("kaliningrad"), S("poland"), S("Poland"), S("polska"),
                    S("x") };
    str out[3];
    CHECK(diag_nearest(keep, S("kalinigrad"), names, 5, out) == 1);
    CHECK_STR(out[0], S("kaliningrad"));
    CHECK(diag_nearest(keep, S("polnad"), names, 5, out) == 2);
    CHECK_STR(out[0], S("Poland"));
    CHECK(diag_nearest(keep, S("zzz"), names, 5, out) == 0);
    CHECK(diag_nearest(keep, S(""), names, 5, out) == 0);
}

TEST(codes_are_in_order_and_found_in_any_case)
{
    enum diag_kind k;
    CHECK(diag_find(S("e0102"), &k) && k == DIAG_CHARACTER);
    CHECK(!diag_find(S("E9999"), &k) && !diag_find(S(""), &k));
    for (int i = 1; i < DIAG_KINDS; i++)
        CHECK(str_cmp(diag_page((enum diag_kind)(i - 1))->code,
                      diag_page((enum diag_kind)i)->code) < 0);
}

/* Names are quoted that may be any bytes: the message is text all the same,
 * with nothing that a terminal would obey. */
TEST(what_a_message_quotes_is_made_harmless)
{
    struct diags d = { .keep = keep };
    span at = { 0, 0, 0 };
    struct diag *m =
        diag_add(&d, DIAG_NOT_A_NAME, at, "no '%s'", "d\xe9-\xc3\xa9");
    diag_because(&d, m, "'%s'", "\x1b[1m");
    diag_help(&d, m, "'%s'",
              "a\x7f\xc2\x9b"
              "b");
    diag_note(&d, m, at, "'%s'", "\xe2\x82");
    CHECK_STR(m->text, S("no 'd\xef\xbf\xbd-\xc3\xa9'"));
    CHECK_STR(m->because, S("'\xe2\x90\x9b[1m'"));
    CHECK_STR(m->help, S("'a\xef\xbf\xbd\xef\xbf\xbd"
                         "b'"));
    CHECK_STR(m->notes->text, S("'\xef\xbf\xbd\xef\xbf\xbd'"));
}

/* A path may be any bytes, and a sentence may be too long for a message. */
TEST(a_sentence_is_cut_only_where_it_is_too_long)
{
    struct diags d = { .keep = keep };
    span at = { 0, 0, 0 };
    struct buf b = { .keep = keep };
    CHECK_STR(diag_add(&d, DIAG_INCLUDE, at, "'%s': why", "\xff/a")->text,
              S("'\xef\xbf\xbd/a': why"));
    buf_char(&b, 'a');
    for (int i = 0; i < 2000; i++)
        buf_z(&b, "\xc3\xa9");
    str whole = buf_str(&b);
    str text = diag_add(&d, DIAG_INCLUDE, at, "%.*s", STR(whole))->text;
    CHECK(text.len == 2047 && str_starts(whole, text));
    text = diag_add(&d, DIAG_INCLUDE, at, "b%.*s", STR(whole))->text;
    CHECK(text.len == 2046 && str_utf8(text) == text.len);
}
