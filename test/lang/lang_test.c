/* lang_test.c - words, lines, directives, the canonical layout, names */
#include "check.h"
#include "lang/lang.h"

#include <string.h>

struct text {
    struct diags diags;
    struct reader r;
    struct directive d;
};

static void begin(struct text *t, struct arena *keep, str text)
{
    *t = (struct text){ .diags = { .keep = keep } };
    reader_open(&t->r, keep, &t->diags, 0, text);
}

/* The words of the first directive, a kind's letter before each. */
static str words(struct arena *keep, str text)
{
    static const char letters[] = "wsnrditTS";
    struct text t;
    struct buf b = { .keep = keep };
    begin(&t, keep, text);
    if (!reader_next(&t.r, &t.d))
        return S("nothing");
    for (size_t i = 0; i < t.d.tokens_n; i++) {
        if (i)
            buf_char(&b, ' ');
        buf_char(&b, letters[t.d.tokens[i].kind]);
        buf_char(&b, '|');
        buf_add(&b, token_text(keep, text, t.d.tokens[i]));
    }
    return buf_str(&b);
}

TEST(words_are_cut_where_the_grammar_says)
{
    CHECK_STR(words(keep, S("limit 1.10 a+b: RU/41CAA/35MRB # c")),
              S("w|limit n|1.10 w|a S|+ w|b S|: w|RU/41CAA/35MRB"));
    CHECK_STR(words(keep, S("x >= 4_500 and<=75% - 2/3, a-b")),
              S("w|x S|>= n|4_500 w|and S|<= n|75% S|- n|2/3 S|, w|a-b"));
    CHECK_STR(words(keep, S("10_000..14_000 2022-03-01 2022-03-01T14:30Z "
                            "2022-02-20..2022-02-22 08:00 2(a) 41CAA")),
              S("r|10_000..14_000 d|2022-03-01 i|2022-03-01T14:30Z "
                "t|2022-02-20..2022-02-22 T|08:00 w|2(a) w|41CAA"));
    CHECK_STR(words(keep, S("note \"a # b, c\" # d")),
              S("w|note s|\"a # b, c\""));
    CHECK_STR(words(keep, S("a#b c #d")), S("w|a#b w|c"));
}

TEST(what_a_word_processor_left_means_what_it_looks_like)
{
    /* a no-break space, curly quotes, an en dash in a date, an em dash */
    CHECK_STR(words(keep, S("note\xc2\xa0\xe2\x80\x9cword\xe2\x80\x9d")),
              S("w|note s|\xe2\x80\x9cword\xe2\x80\x9d"));
    CHECK_STR(words(keep, S("x 2022\xe2\x80\x93"
                            "03\xe2\x80\x93"
                            "01 a "
                            "\xe2\x80\x94 b")),
              S("w|x d|2022-03-01 w|a S|- w|b"));
    CHECK_STR(words(keep, S("n \xc2\xabmot\xc2\xbb")),
              S("w|n s|\xc2\xabmot\xc2\xbb"));
    str s = S("\xe2\x80\x9cword\xe2\x80\x9d");
    struct token t = { 0, (uint32_t)s.len, TOKEN_STRING, false };
    CHECK_STR(token_words(s, t), S("word"));
}

static size_t errors(struct arena *keep, str text)
{
    struct text t;
    begin(&t, keep, text);
    while (reader_next(&t.r, &t.d))
        ;
    return t.diags.errors;
}

TEST(each_lexical_error_is_said_once)
{
    CHECK(errors(keep, S("a \"b\nc \"d\" 2,400 03/04/2027 2022-02-30\n")) ==
          4);
    CHECK(errors(keep, S("a;b\n  c\x01\n")) == 2);
    CHECK(errors(keep, S("  indented\nhead\n  body\n")) == 1);
    CHECK(errors(keep, S("a 12:60 24:00 3.4.5 1.2.2 a, b\n")) == 0);
    CHECK(errors(keep, S("a 2022-01-01..5\n")) == 1);
}

TEST(directives_take_their_lines_and_their_quotes)
{
    struct text t;
    begin(&t, keep,
          S("\xef\xbb\xbf# c\n> one\n\n>~ two\nlimit 1\r\n"
            "  at most\r\n\n# between\n  from\n> next\nlimit 2"));
    CHECK(reader_next(&t.r, &t.d));
    CHECK(t.d.quoted_n == 2 && !t.d.quoted[0].paraphrase &&
          t.d.quoted[1].paraphrase);
    CHECK(t.d.lines_n == 3 && t.d.lines[1].n == 2 && t.d.lines[2].n == 1);
    uint32_t first = t.d.lines[0].from;
    CHECK(reader_next(&t.r, &t.d));
    CHECK(t.d.quoted_n == 1 && t.d.lines_n == 1);
    CHECK(!reader_next(&t.r, &t.d));
    /* and again from the byte where its head begins */
    reader_at(&t.r, first, &t.d);
    CHECK(t.d.quoted_n == 2 && t.d.lines_n == 3);
    CHECK(!t.diags.n);
}

static str fmt(struct arena *keep, str text)
{
    struct diags d = { .keep = keep };
    str out = { 0 };
    CHECK(lang_format(keep, &d, 0, text, &out));
    return out;
}

TEST(the_layout_is_canonical_and_loses_nothing)
{
    str text = S("\n\n# top\n\n\n\nzone  a = b\t+  c   # why\nzone long-one = "
                 "\xc2\xab"
                 "x\xc2\xbb\n\n>  The words ,\n>~a\nlimit 1(a)\n"
                 "\tat most 5 tank , 6 acv\n\n\n     # inside\n  until "
                 "2022\xe2\x80\x93"
                 "01\xe2\x80\x93"
                 "01\n\n\n");
    str want = S("# top\n\nzone a        = b + c  # why\nzone long-one = "
                 "\"x\"\n\n> The words ,\n>~ a\nlimit 1(a)\n"
                 "  at most 5 tank, 6 acv\n\n  # inside\n  until "
                 "2022-01-01\n");
    CHECK_STR(fmt(keep, text), want);
    CHECK_STR(fmt(keep, want), want);
    CHECK_STR(fmt(keep, S("")), S(""));
    CHECK_STR(fmt(keep, S("a")), S("a\n"));
}

/* Text of pieces that are likely to meet badly. */
static str any_text(struct arena *keep, struct rng *r)
{
    static const char *const pieces[] = { "zone",
                                          " ",
                                          "  ",
                                          "\n",
                                          "\n  ",
                                          "\n\n",
                                          "a-b",
                                          "\"q # q\"",
                                          "#c",
                                          " # c",
                                          ",",
                                          ":",
                                          " - ",
                                          "+",
                                          ">=",
                                          "> words",
                                          ">~ own",
                                          "\n>",
                                          "4_5",
                                          "2022-03-01",
                                          "\r\n",
                                          "\t",
                                          "\xc2\xa0",
                                          "\xe2\x80\x93",
                                          "\xe2\x80\x9cq\xe2\x80\x9d",
                                          "party PL",
                                          "\nparty X",
                                          "75%",
                                          "1.10" };
    struct buf b = { .keep = keep };
    size_t n = rng_below(r, 40);
    for (size_t i = 0; i < n; i++)
        buf_z(&b, pieces[rng_below(r, sizeof pieces / sizeof *pieces)]);
    return buf_str(&b);
}

/* All words, quotes and comments of a text, one after the other. */
static str essence(struct arena *keep, str text)
{
    struct buf b = { .keep = keep };
    for (size_t i = 0; i < text.len;) {
        size_t from = i;
        uint32_t c = str_rune(text, &i);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0)
            continue;
        if (c == 0x201c || c == 0x201d)
            buf_char(&b, '"');
        else if (c == 0x2013)
            buf_char(&b, '-');
        else
            buf_add(&b, str_cut(text, from, i));
    }
    return buf_str(&b);
}

TEST(formatting_any_text_keeps_its_words_and_is_idempotent)
{
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct diags d = { .keep = keep };
        str text = any_text(keep, &r), once, twice;
        if (lang_format(keep, &d, 0, text, &once)) {
            CHECK_SEED(lang_format(keep, &d, 0, once, &twice), seed);
            CHECK_SEED(str_eq(once, twice), seed);
            CHECK_SEED(str_eq(essence(keep, text), essence(keep, once)), seed);
        }
        arena_back(keep, m);
    }
}

/* ---- the short ways and the long ones ----------------------------------- */

static str some_line(struct arena *keep, struct rng *r)
{
    static const char *const parts[] = { " ",
                                         " ",
                                         " ",
                                         " ",
                                         "move",
                                         "RU/41CAA",
                                         "12",
                                         "4_500",
                                         "2022-02-15",
                                         "2022-02-15",
                                         "2022-02-16",
                                         "2022-02-30",
                                         "2022-02-15T10:00Z",
                                         "10..14",
                                         "\"",
                                         "a quote",
                                         ":",
                                         "-",
                                         "#",
                                         ",",
                                         "+",
                                         "<=",
                                         ";",
                                         "a.b",
                                         "3.4.2027",
                                         "2,400",
                                         "\xe2\x80\x93",
                                         "\xc2\xa0",
                                         "\xc3\xa9",
                                         "x:" };
    struct buf b = { .keep = keep };
    for (size_t n = rng_below(r, 14); n; n--)
        buf_z(&b, parts[rng_below(r, sizeof parts / sizeof *parts)]);
    return buf_str(&b);
}

/* Words between plain blanks are taken without a closer look, and so is a date
 * that has just been read; between tabs, and by a reader of its own, each word
 * is looked at.  The words must be the same, and the messages as many. */
TEST(words_between_plain_blanks_are_cut_as_between_tabs)
{
    size_t messages = 0;
    for (uint64_t seed = 1; seed <= 20000; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct rng r = { seed };
        struct text all, one;
        str lines[3];
        struct buf b = { .keep = keep };
        buf_z(&b, "x\n");
        for (int i = 0; i < 3; i++) {
            lines[i] = some_line(keep, &r);
            buf_fmt(&b, "\ty %.*s\n", STR(lines[i]));
        }
        begin(&all, keep, buf_str(&b));
        CHECK_SEED(reader_next(&all.r, &all.d) && all.d.lines_n == 4, seed);
        size_t said = 0;
        for (int i = 0; i < 3; i++) {
            str text = str_fmt(keep, "x\n\ty %.*s\n", STR(lines[i]));
            for (char *p = (char *)text.at; p < text.at + text.len; p++)
                *p = *p == ' ' ? '\t' : *p;
            begin(&one, keep, text);
            CHECK_SEED(reader_next(&one.r, &one.d), seed);
            struct line l = all.d.lines[i + 1], k = one.d.lines[1];
            CHECK_SEED(l.n == k.n, seed);
            for (uint32_t t = 0; t < l.n; t++) {
                struct token x = all.d.tokens[l.first + t];
                struct token y = one.d.tokens[k.first + t];
                CHECK_SEED(x.kind == y.kind && x.typeset == y.typeset, seed);
                CHECK_SEED(x.from - l.from == y.from - k.from &&
                               x.to - x.from == y.to - y.from,
                           seed);
            }
            said += one.diags.n;
        }
        CHECK_SEED(all.diags.n == said, seed);
        messages += said;
        arena_back(keep, m);
    }
    CHECK(messages > 10000);
}

static bool plainly_dated(const struct directive *d, str text)
{
    const struct token *t = d->tokens;
    return d->tokens_n && t->kind == TOKEN_DATE && t->to - t->from == 10 &&
           t->to < text.len && text.at[t->to] == ' ';
}

/* Dated directives are skipped; all others come as without that. */
TEST(dated_directives_are_skipped_and_no_others)
{
    static const char *const lines[] = { "2022-02-15 move\n",
                                         "2022-02-15 move\n",
                                         "2022-02-15 hold # x\n",
                                         "2022-02-15\n",
                                         "2022-02-15..2022-02-16 move\n",
                                         "2022-02-15T10:00Z move\n",
                                         "2022-13-45 move\n",
                                         "limit 1\n",
                                         "  12 troops\n",
                                         "\t9 tank\n",
                                         "  source \"x\"\n",
                                         "> quoted\n",
                                         "  > quoted\n",
                                         "# comment\n",
                                         "  # comment\n",
                                         "\n",
                                         "  \n",
                                         "\xc2\xa0 3 tank\n",
                                         "\xc3\xa9t\xc3\xa9\n" };
    size_t skipped = 0;
    for (uint64_t seed = 1; seed <= 5000; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct rng r = { seed };
        struct buf b = { .keep = keep };
        struct text slow, fast;
        size_t dated = 0, n = 0, others = 0, figures = 0;
        uint32_t heads[40];
        for (size_t i = rng_below(&r, 40); i; i--)
            buf_z(&b, lines[rng_below(&r, sizeof lines / sizeof *lines)]);
        str text = buf_str(&b);
        begin(&slow, keep, text);
        begin(&fast, keep, text);
        while (reader_next_head(&slow.r, &slow.d))
            if (plainly_dated(&slow.d, text))
                dated++;
            else
                heads[others++] = slow.d.lines[0].from;
        for (size_t k = 0;;) {
            size_t some = reader_skip_dated(&fast.r, &figures);
            n += some;
            skipped += some;
            if (!reader_next_head(&fast.r, &fast.d)) {
                CHECK_SEED(k == others, seed);
                break;
            }
            if (plainly_dated(&fast.d, text))
                n++; /* there is a `>` line above it */
            else
                CHECK_SEED(k < others && heads[k++] == fast.d.lines[0].from,
                           seed);
        }
        CHECK_SEED(n == dated, seed);
        arena_back(keep, m);
    }
    CHECK(skipped > 5000);
}

/* Carriage returns end lines; within one they would hide what is before. */
TEST(carriage_returns_stand_at_ends_of_lines_only)
{
    struct diags d = { .keep = keep };
    str out;
    CHECK(lang_format(keep, &d, 0, S("item a\r\r\n\r\r\ritem b\r\r"), &out) ==
          false);
    CHECK(d.n == 1 && d.at[0]->kind == DIAG_CHARACTER &&
          d.at[0]->at.from == 9);
    CHECK(lang_format(keep, &d, 0, S("item a\r\r\n\r\r\nitem b\r\r"), &out));
    CHECK_STR(out, S("item a\n\nitem b\n"));
    CHECK(!lang_format(keep, &d, 0, S("item a # b\rc\n"), &out));
}

TEST(names_and_their_look_alikes)
{
    CHECK(lang_is_name(S("launcher.iskander-m")));
    CHECK(lang_is_name(S("\xd0\xbe\xd0\xb1")) && !lang_is_name(S("2a")));
    CHECK(!lang_is_name(S("a/b")) && lang_is_path(S("RU/41CAA/rest")));
    CHECK(!lang_is_path(S("RU/")) && !lang_is_path(S("RU")));
    static const char *const alike[][2] = {
        { "Cafe", "caf\xc3\xa9" },
        { "\xd0\xb0\xd1\x80\xd1\x81", "apc" },      /* Cyrillic a, er, es */
        { "\xd0\x9d\xd0\xa3", "hy" },               /* Cyrillic EN, U */
        { "\xd0\x9d\xd0\x90", "\xd0\xbd\xd0\xb0" }, /* the same, small */
        { "\xce\x9d\xce\xa1", "np" },               /* Greek NU, RHO */
        { "\xce\x9d\xce\xa1", "\xce\xbd\xcf\x81" },
        { "\xd5\x95\xd5\xbd", "ou" },      /* Armenian OH, seh */
        { "\xc5\x81\xc3\xb3\x64", "lod" }, /* L with a stroke, o acute */
        { "\xef\xbc\xa1", "a" },           /* a wide A */
    };
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
        str a = str_of(alike[i][0]), b = str_of(alike[i][1]);
        CHECK_SEED(str_eq(lang_skeleton(keep, a, true),
                          lang_skeleton(keep, b, true)) ||
                       str_eq(lang_skeleton(keep, a, false),
                              lang_skeleton(keep, b, false)),
                   i);
    }
    static const char *const other[][2] = {
        { "kiev", "kyiv" },
        { "camp-1", "camp-2" },
        { "\xd0\xbd", "h" }, /* Cyrillic en, small */
    };
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        for (int k = 0; k < 2; k++)
            CHECK_SEED(!str_eq(lang_skeleton(keep, str_of(other[i][0]), k),
                               lang_skeleton(keep, str_of(other[i][1]), k)),
                       i);
}
