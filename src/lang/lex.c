/* lex.c - bytes to words: one line at a time; see lang.h and own.h
 *
 * A line is cut at blanks.  What lies between is a chunk; quotes make a chunk
 * of their own, so do , + & = < > <= >=, and a colon at a chunk's end.  The
 * shape of a chunk gives its kind: a chunk of digits is a number, one like
 * 2022-03-01 a date, and so on; all else is a word.  A # where a chunk would
 * begin starts a comment.
 *
 * Word processors leave curly quotes, guillemets, no-break spaces and long
 * dashes in pasted text.  They mean what they look like.
 */
#include "lang/own.h"

#include "base/day.h"
#include "base/qty.h"

#include <string.h>

/* ---- characters --------------------------------------------------------- */

/* U+00A0, U+2000 to U+200A, U+202F, U+205F, U+3000: blanks. */
static bool wide_blank(uint32_t c)
{
    return c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f ||
           c == 0x205f || c == 0x3000;
}

/* U+2010 to U+2015, U+2212: dashes and the minus sign. */
static bool wide_dash(uint32_t c)
{
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Quotes that open or close: U+201C to U+201F, guillemets. */
static bool wide_quote(uint32_t c)
{
    return (c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb;
}

bool is_wide_blank(str s, size_t i, size_t *next)
{
    *next = i;
    return wide_blank(str_rune(s, next));
}

/* Does the quote CLOSE end what OPEN began? Each kind ends its own; „ ends
 * with “ or ”, » with « or », as languages have it. */
static bool ends_quote(uint32_t open, uint32_t close)
{
    switch (open) {
    case 0x201c:
    case 0x201d:
    case 0x201f: return close == 0x201d;
    case 0x201e: return close == 0x201c || close == 0x201d;
    case 0xab: return close == 0xbb;
    case 0xbb: return close == 0xab || close == 0xbb;
    default: return close == '"';
    }
}

static uint32_t rune_at(str s, size_t i)
{
    return (unsigned char)s.at[i] < 0x80 ? (unsigned char)s.at[i]
                                         : str_rune(s, &i);
}

/* A quote at I, and where it ends; U+0022 or a wide one. */
static bool is_quote(str s, size_t i, size_t *next)
{
    *next = i + 1;
    if (s.at[i] == '"')
        return true;
    if ((unsigned char)s.at[i] < 0x80)
        return false;
    *next = i;
    return wide_quote(str_rune(s, next));
}

/* ---- messages ----------------------------------------------------------- */

/* A line that is wrong all over needs no more words than these. */
enum { LINE_SAID_MOST = 20 };

static struct diag *wrong(struct reader *r, enum diag_kind k, size_t from,
                          size_t to, const char *what)
{
    r->bad = true;
    if (!r->diags || r->said == LINE_SAID_MOST)
        return NULL;
    r->said++;
    span at = { r->file, (uint32_t)from, (uint32_t)to };
    return diag_add(r->diags, k, at, "%s", what);
}

static void help(struct reader *r, struct diag *d, const char *what)
{
    if (d)
        diag_help(r->diags, d, "%s", what);
}

/* ---- shapes ------------------------------------------------------------- */

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A date or an instant; *SHAPED if it looks like one, whether or not there is
 * such a day. */
static bool one_time(str s, bool *shaped, bool *instant_too)
{
    day d;
    struct stamp t;
    bool day_shape = false, instant_shape = false;
    *instant_too = false;
    bool ok = day_read(s, &d, &day_shape);
    if (!ok && !day_shape) {
        ok = stamp_read(s, &t, &instant_shape);
        *instant_too = instant_shape;
    }
    *shaped = day_shape || instant_shape;
    return ok;
}

static bool is_time(str s)
{
    return s.len == 5 && digit(s.at[0]) && digit(s.at[1]) && s.at[2] == ':' &&
           digit(s.at[3]) && digit(s.at[4]) &&
           (s.at[0] - '0') * 10 + s.at[1] - '0' < 24 && s.at[3] < '6';
}

/* Where ".." stands in S, or s.len. */
static size_t dots(str s)
{
    for (size_t i = 1; i + 2 < s.len; i++)
        if (s.at[i] == '.' && s.at[i + 1] == '.')
            return i;
    return s.len;
}

/* "03/04/2027", "3.4.2027": a date of which nobody knows what comes first. */
static bool doubtful_date(str s, int part[3])
{
    size_t i = 0;
    char sep = 0;
    for (int k = 0; k < 3; k++) {
        size_t n = 0;
        part[k] = 0;
        while (i + n < s.len && n < 4 && digit(s.at[i + n])) {
            part[k] = part[k] * 10 + s.at[i + n] - '0';
            n++;
        }
        if ((k < 2 && (n < 1 || n > 2)) || (k == 2 && n != 4))
            return false;
        i += n;
        if (k == 2)
            return i == s.len;
        if (i == s.len || (s.at[i] != '/' && s.at[i] != '.') ||
            (sep && s.at[i] != sep))
            return false;
        sep = s.at[i++];
    }
    return false;
}

static void say_doubtful(struct reader *r, size_t from, size_t to,
                         const int part[3])
{
    struct diag *d = wrong(r, DIAG_DATE_DOUBTFUL, from, to,
                           "this date has no single meaning");
    if (!d)
        return;
    bool a = civil_real((struct civil){ part[2], part[1], part[0] });
    bool b = civil_real((struct civil){ part[2], part[0], part[1] });
    if (a && b && part[0] != part[1])
        diag_because(r->diags, d,
                     "it could be %04d-%02d-%02d or %04d-%02d-%02d", part[2],
                     part[1], part[0], part[2], part[0], part[1]);
    diag_help(r->diags, d,
              "write the year first, then the month, then the "
              "day: %04d-%02d-%02d",
              part[2], a ? part[1] : part[0], a ? part[0] : part[1]);
}

static bool only_digits(str s)
{
    size_t i = 0;
    while (i < s.len && digit(s.at[i]))
        i++;
    return i == s.len;
}

/* The kind of a chunk that begins with a digit. */
static enum token_kind digit_kind(struct reader *r, str s, size_t from)
{
    bool shaped, instant_too, big;
    int part[3];
    qty q, q2;
    if (only_digits(s))
        return TOKEN_NUMBER; /* as most are, and it can be nothing else */
    if (str_eq(s, r->day))
        return TOKEN_DATE; /* the same once more, as in a book */
    if (one_time(s, &shaped, &instant_too)) {
        if (!instant_too)
            r->day = s;
        return instant_too ? TOKEN_INSTANT : TOKEN_DATE;
    }
    if (shaped) {
        help(r,
             wrong(r, DIAG_NO_SUCH_DAY, from, from + s.len,
                   "there is no such day or hour"),
             "look it up in a calendar: dates are YEAR-MONTH-DAY, hours go "
             "from 00:00 to 23:59");
        return TOKEN_DATE;
    }
    if (is_time(s))
        return TOKEN_TIME;
    size_t i = dots(s);
    if (i < s.len) {
        str a = str_cut(s, 0, i), b = str_cut(s, i + 2, s.len);
        bool sa, sb, x;
        bool ta = one_time(a, &sa, &x), tb = one_time(b, &sb, &x);
        if (ta && tb)
            return TOKEN_DATES;
        if (sa || sb) {
            help(r,
                 wrong(r, DIAG_NO_SUCH_DAY, from, from + s.len,
                       "this is no stretch from one day to another"),
                 "write both days in full: 2022-02-20..2022-02-22");
            return TOKEN_DATES;
        }
        if ((qty_read(a, &q, &big) || big) && (qty_read(b, &q2, &big) || big))
            return TOKEN_RANGE;
    }
    if (doubtful_date(s, part)) {
        say_doubtful(r, from, from + s.len, part);
        return TOKEN_DATE;
    }
    return qty_read(s, &q, &big) || big ? TOKEN_NUMBER : TOKEN_WORD;
}

/* ---- one line ----------------------------------------------------------- */

static void add(struct reader *r, enum token_kind k, size_t from, size_t to,
                bool typeset)
{
    *push(r->keep, r->tokens, r->tokens_n, r->tokens_cap) =
        (struct token){ (uint32_t)from, (uint32_t)to, (uint8_t)k, typeset };
}

/* A quoted string that begins at FROM, its first quote ending at I. */
static size_t quote(struct reader *r, str s, size_t from, size_t i)
{
    uint32_t open = rune_at(s, from);
    while (i < s.len) {
        size_t next;
        if (is_quote(s, i, &next) && ends_quote(open, rune_at(s, i))) {
            add(r, TOKEN_STRING, from, next, false);
            return next;
        }
        i = (unsigned char)s.at[i] < 0x80 ? i + 1 : next;
    }
    help(r,
         wrong(r, DIAG_QUOTE_OPEN, from, s.len,
               "the quote that opens here is not closed on this line"),
         open == '"'
             ? "close it with \" - what is quoted stands on one line"
             : "it ends with the other quote of its kind, on the same line");
    add(r, TOKEN_STRING, from, s.len, false);
    return s.len;
}

/* "2,400": the comma between two digits. */
static void say_comma(struct reader *r, str s, size_t comma)
{
    size_t a = comma, b = comma + 1;
    while (a && digit(s.at[a - 1]))
        a--;
    while (b < s.len && (digit(s.at[b]) || s.at[b] == ','))
        b++;
    struct diag *d = wrong(r, DIAG_COMMA_DIGITS, a, b,
                           "a comma within a number has no single meaning");
    if (!d)
        return;
    char thousands[48], point[48];
    size_t n = 0, m = 0;
    for (size_t i = a; i < b && n < 40; i++) {
        thousands[n++] = s.at[i] == ',' ? '_' : s.at[i];
        point[m++] = s.at[i] == ',' ? '.' : s.at[i];
    }
    diag_because(r->diags, d, "it could be %.*s or %.*s", (int)n, thousands,
                 (int)m, point);
    diag_help(r->diags, d,
              "write %.*s for the whole number, or %.*s with a "
              "point",
              (int)n, thousands, (int)m, point);
}

static bool alone(char c)
{
    return c == '+' || c == '&' || c == '=' || c == '<' || c == '>' ||
           c == ',';
}

/* A sign at I that stands alone; returns where it ends. */
static size_t sign(struct reader *r, str s, size_t i)
{
    size_t to = i + 1;
    if ((s.at[i] == '<' || s.at[i] == '>') && to < s.len && s.at[to] == '=')
        to++;
    if (s.at[i] == ',' && i && to < s.len && digit(s.at[i - 1]) &&
        digit(s.at[to]))
        say_comma(r, s, i);
    add(r, TOKEN_SIGN, i, to, false);
    return to;
}

/* Where the chunk at I comes to a byte that must be looked at: a blank, a
 * quote, a sign that stands alone, a semicolon, or more than ASCII. */
static size_t through_dull(str s, size_t i)
{
    static const char look[256 + 1] =
        "         x                      x x   x    xx              xxxx  "
        "                                                               "
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    while (i < s.len && look[(unsigned char)s.at[i]] == ' ')
        i++;
    return i;
}

/* Is the + at I that of "2022-03-01T14:30+02:00"? */
static bool of_an_offset(str s, size_t from, size_t i)
{
    return s.at[i] == '+' && i - from >= 16 && i + 5 < s.len &&
           s.at[i - 6] == 'T' && s.at[i - 3] == ':' && digit(s.at[i - 1]) &&
           digit(s.at[i + 1]) && s.at[i + 3] == ':';
}

/* A chunk from I on; returns where it ends. */
static size_t chunk(struct reader *r, str s, size_t i)
{
    size_t from = i, next, to;
    bool typeset = false;
    while ((i = through_dull(s, i)) < s.len) {
        unsigned char b = (unsigned char)s.at[i];
        if (b < 0x80) {
            if (of_an_offset(s, from, i)) {
                i++;
                continue;
            }
            if (b == ' ' || b == '\t' || b == '"' || alone((char)b))
                break;
            if (b == ';')
                help(r,
                     wrong(r, DIAG_CHARACTER, i, i + 1,
                           "no line has a semicolon"),
                     "begin a new line instead");
            i++;
            continue;
        }
        next = i;
        uint32_t c = str_rune(s, &next);
        if (wide_blank(c) || wide_quote(c))
            break;
        typeset = typeset || wide_dash(c);
        i = next;
    }
    to = i;
    while (to - from > 1 && s.at[to - 1] == ':')
        to--;
    struct token raw = { (uint32_t)from, (uint32_t)to, TOKEN_WORD, typeset };
    str t = token_text(r->keep, s, raw);
    enum token_kind k = TOKEN_WORD;
    if (digit(t.at[0]))
        k = digit_kind(r, t, from);
    else if (t.len == 1 && (*t.at == '-' || *t.at == ':'))
        k = TOKEN_SIGN;
    add(r, k, from, to, typeset);
    for (; to < i; to++)
        add(r, TOKEN_SIGN, to, to + 1, false); /* colons at its end */
    return i;
}

/* The chunks from I on that stand between plain blanks and have nothing in
 * them that must be looked at, as nearly all are: the same as chunk() makes of
 * them. Returns where something else begins. */
static size_t dull_words(struct reader *r, str s, size_t i)
{
    for (;;) {
        while (i < s.len && s.at[i] == ' ')
            i++;
        size_t to = through_dull(s, i);
        if (to == i || (to < s.len && s.at[to] != ' ') || s.at[i] == '#' ||
            s.at[to - 1] == ':')
            return i;
        str t = { s.at + i, to - i };
        add(r,
            digit(*t.at)                 ? digit_kind(r, t, i)
            : t.len == 1 && *t.at == '-' ? TOKEN_SIGN
                                         : TOKEN_WORD,
            i, to, false);
        i = to;
    }
}

void lex_line(struct reader *r, uint32_t from, uint32_t to)
{
    /* offsets stay those of the whole text: only its end is cut off */
    str s = { r->text.at, to };
    struct line *l = push(r->keep, r->lines, r->lines_n, r->lines_cap);
    *l = (struct line){ .first = (uint32_t)r->tokens_n,
                        .from = from,
                        .to = to };
    r->said = 0;
    size_t i = from, next;
    while ((i = dull_words(r, s, i)) < to) {
        if (is_blank(s, i, &next))
            i = next;
        else if (s.at[i] == '#')
            break; /* a comment */
        else if (is_quote(s, i, &next))
            i = quote(r, s, i, next);
        else
            i = alone(s.at[i]) ? sign(r, s, i) : chunk(r, s, i);
    }
    l->n = (uint32_t)(r->tokens_n - l->first);
}

/* ---- the words of a token ----------------------------------------------- */

str token_made_plain(struct arena *keep, str source, struct token t)
{
    str s = { source.at + t.from, t.to - t.from };
    struct buf b = { .keep = keep };
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        if (wide_dash(str_rune(s, &i)))
            buf_char(&b, '-');
        else
            buf_add(&b, str_cut(s, from, i));
    }
    return buf_str(&b);
}

str token_words(str source, struct token t)
{
    str s = { source.at + t.from, t.to - t.from };
    size_t open = 0, close = s.len, next;
    if (s.len && is_quote(s, 0, &next))
        open = next;
    size_t last = s.len - 1;
    while (last > open && ((unsigned char)s.at[last] & 0xc0) == 0x80)
        last--;
    if (last >= open && last < s.len && is_quote(s, last, &next))
        close = last;
    return str_cut(s, open, close);
}
