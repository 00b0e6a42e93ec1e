/* read.c - lines to directives; see lang.h */
#include "lang/own.h"

#include <string.h>

uint32_t text_start(str text)
{
    return str_starts(text, S("\xef\xbb\xbf")) ? 3 : 0;
}

/* *WORDS: the first byte that is no blank. */
static enum line_kind look(str text, uint32_t from, size_t *words,
                           uint32_t *to, uint32_t *next)
{
    const char *p = memchr(text.at + from, '\n', text.len - from);
    size_t end = p ? (size_t)(p - text.at) : text.len;
    *next = (uint32_t)(p ? end + 1 : end);
    while (end > from && text.at[end - 1] == '\r')
        end--;
    *to = (uint32_t)end;
    size_t i = from, after;
    str s = { text.at, end };
    while (i < end && text.at[i] == ' ')
        i++;
    while (i < end && is_blank(s, i, &after))
        i = after; /* those of a word processor indent a line, too */
    *words = i;
    if (i == end)
        return LINE_BLANK;
    if (text.at[i] == '#')
        return LINE_COMMENT;
    if (text.at[i] == '>')
        return LINE_QUOTED;
    return i == from ? LINE_HEAD : LINE_BODY;
}

enum line_kind line_look(str text, uint32_t from, uint32_t *to, uint32_t *next)
{
    size_t words;
    return look(text, from, &words, to, next);
}

void reader_open(struct reader *r, struct arena *keep, struct diags *diags,
                 uint32_t file, str text)
{
    *r = (struct reader){ .keep = keep,
                          .diags = diags,
                          .file = file,
                          .text = text,
                          .at = text_start(text) };
}

static void bad_bytes(struct reader *r, uint32_t at)
{
    r->bad = true;
    if (!r->diags)
        return;
    struct diag *d =
        diag_add(r->diags, DIAG_NOT_UTF8, (span){ r->file, at, at + 1 },
                 "this is not UTF-8 text from here on");
    diag_help(r->diags, d,
              "save the file as UTF-8 (most editors offer it "
              "under \"Save as\" or \"Encoding\")");
}

/* U+0080 to U+009F, and U+202A to U+202E, U+2066 to U+2069, which turn the
 * direction of what follows: a reader would see another text. */
static bool unseen(uint32_t c)
{
    return (c >= 0x80 && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

/* The first character that nobody can see, or s.len. */
static size_t stray(str s, size_t *next)
{
    for (size_t i = 0; i < s.len; i = *next) {
        unsigned char b = (unsigned char)s.at[i];
        *next = i + 1;
        if ((b < 0x20 && b != '\t') || b == 0x7f)
            return i;
        if (b != 0xc2 && b != 0xe2)
            continue;
        *next = i;
        if (unseen(str_rune(s, next)))
            return i;
    }
    return s.len;
}

/* Broken characters and unseen ones, each line's first. */
static void check_bytes(struct reader *r, uint32_t from, uint32_t to)
{
    str s = { r->text.at + from, to - from };
    size_t i, next = 0;
    if (str_is_plain(s))
        return;
    i = str_utf8(s);
    if (i < s.len)
        bad_bytes(r, from + (uint32_t)i);
    i = stray(s, &next);
    if (i == s.len)
        return;
    r->bad = true;
    if (!r->diags)
        return;
    bool nul = !s.at[i];
    struct diag *d =
        diag_add(r->diags, DIAG_CHARACTER,
                 (span){ r->file, from + (uint32_t)i, from + (uint32_t)next },
                 nul ? "a NUL byte stands in the text"
                     : "a character that nobody can see stands here");
    diag_help(r->diags, d,
              nul ? "is this really a text file? Remove the byte, or "
                    "save the file as UTF-8 and not as UTF-16"
                  : "remove it");
}

static void take_quoted(struct reader *r, uint32_t from, uint32_t to)
{
    const char *p = memchr(r->text.at + from, '>', to - from);
    uint32_t at = (uint32_t)(p - r->text.at) + 1;
    bool other = at < to && r->text.at[at] == '~';
    *push(r->keep, r->quoted, r->quoted_n, r->quoted_cap) =
        (struct quoted){ at + other, to, other };
}

static void give(struct reader *r, uint32_t from, uint32_t to,
                 struct directive *out)
{
    *out = (struct directive){ r->file,     from,        to,         r->tokens,
                               r->lines,    r->tokens_n, r->lines_n, r->quoted,
                               r->quoted_n, r->bad };
}

static void orphan(struct reader *r, uint32_t from, uint32_t to)
{
    if (!r->diags)
        return;
    struct diag *d =
        diag_add(r->diags, DIAG_ORPHAN_LINE, (span){ r->file, from, to },
                 "this line is indented, but stands below nothing");
    diag_help(r->diags, d,
              "begin it in the first column, or put the line "
              "that it belongs to above it");
}

/* A line that begins so is a head, whatever comes behind; others are looked
 * at. */
static bool head_begins(char c)
{
    return c > ' ' && c < 0x7f && c != '#' && c != '>';
}

/* Lines from r->at on, up to the next head or quoted line. */
static uint32_t take_body(struct reader *r, bool lex)
{
    uint32_t to = 0, next, last = 0;
    while (r->at < r->text.len && !head_begins(r->text.at[r->at])) {
        enum line_kind k = line_look(r->text, r->at, &to, &next);
        if (k == LINE_HEAD || k == LINE_QUOTED)
            break;
        if (k == LINE_BODY) {
            if (lex) {
                check_bytes(r, r->at, to);
                lex_line(r, r->at, to);
            }
            last = to;
        } else if (k == LINE_COMMENT && lex) {
            check_bytes(r, r->at, to);
        }
        r->at = next;
    }
    return last;
}

static bool next(struct reader *r, struct directive *out, bool lex)
{
    uint32_t to, after;
    r->tokens_n = r->lines_n = r->quoted_n = 0;
    r->bad = false;
    while (r->at < r->text.len) {
        uint32_t from = r->at;
        enum line_kind k = line_look(r->text, from, &to, &after);
        if (k != LINE_BLANK)
            check_bytes(r, from, to);
        r->at = after;
        if (k == LINE_QUOTED)
            take_quoted(r, from, to);
        if (k == LINE_BODY)
            orphan(r, from, to);
        if (k == LINE_HEAD) {
            lex_line(r, from, to);
            uint32_t end = take_body(r, lex);
            give(r, from, end ? end : to, out);
            return true;
        }
    }
    return false;
}

bool reader_next(struct reader *r, struct directive *out)
{
    return next(r, out, true);
}

bool reader_next_head(struct reader *r, struct directive *out)
{
    return next(r, out, false);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "2022-03-01 ": no more is looked at, whether there is such a day or not. */
static bool dated(str text, uint32_t at)
{
    static const char shape[] = "0000-00-00 ";
    size_t n = sizeof shape - 1, i = 0;
    if (text.len - at < n)
        return false;
    const char *s = text.at + at;
    while (i < n && (shape[i] == '0' ? is_digit(s[i]) : s[i] == shape[i]))
        i++;
    return i == n;
}

size_t reader_skip_dated(struct reader *r, size_t *figures)
{
    size_t n = 0, words;
    uint32_t to, next;
    for (; r->at < r->text.len && dated(r->text, r->at); n++) {
        line_look(r->text, r->at, &to, &next);
        r->at = next;
        while (r->at < r->text.len && !head_begins(r->text.at[r->at])) {
            enum line_kind k = look(r->text, r->at, &words, &to, &next);
            if (k == LINE_HEAD || k == LINE_QUOTED)
                break;
            *figures += k == LINE_BODY && is_digit(r->text.at[words]);
            r->at = next;
        }
    }
    return n;
}

/* The `>` lines right above a head belong to it: go up while there are some,
 * over blank and comment lines. */
static uint32_t above(str text, uint32_t from)
{
    uint32_t start = from, first = text_start(text);
    while (from > first) {
        uint32_t p = from - 1, to, next;
        while (p > first && text.at[p - 1] != '\n')
            p--;
        enum line_kind k = line_look(text, p, &to, &next);
        if (k == LINE_HEAD || k == LINE_BODY)
            break;
        if (k == LINE_QUOTED)
            start = p;
        from = p;
    }
    return start;
}

void reader_at(struct reader *r, uint32_t from, struct directive *out)
{
    r->at = above(r->text, from);
    next(r, out, true);
}
