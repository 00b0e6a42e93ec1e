/* cell.c - what a cell says of when and where, and its words; see own.h */
#include "import/own.h"

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- dates -------------------------------------------------------------- */

enum part { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, PARTS };

static const char *const parts[PARTS] = { "year", "month",  "day",
                                          "hour", "minute", "second" };

static int part_at(str format, size_t i)
{
    for (int k = 0; k < PARTS; k++)
        if (str_starts(str_cut(format, i, format.len), str_of(parts[k])))
            return k;
    return -1;
}

static bool take_digits(str s, size_t *at, size_t least, size_t most, int *out)
{
    size_t n = 0;
    *out = 0;
    while (n < most && *at + n < s.len && digit(s.at[*at + n]))
        *out = *out * 10 + s.at[*at + n++] - '0';
    *at += n;
    return n >= least;
}

/* "March", "Mar" or "Mar." */
static bool take_month(str s, size_t *at, int *out)
{
    static const char *const months[] = { "January", "February", "March",
                                          "April",   "May",      "June",
                                          "July",    "August",   "September",
                                          "October", "November", "December" };
    str rest = str_cut(s, *at, s.len);
    for (int k = 0; k < 12; k++) {
        str name = str_of(months[k]);
        size_t n =
            str_same_letters(str_cut(rest, 0, name.len), name) ? name.len : 3;
        if (!str_same_letters(str_cut(rest, 0, n), str_cut(name, 0, n)))
            continue;
        n += n == 3 && rest.len > 3 && rest.at[3] == '.';
        *at += n;
        *out = k + 1;
        return true;
    }
    return false;
}

/* Does S read as FORMAT? */
static bool matches(str s, str format, int got[PARTS])
{
    size_t at = 0, i = 0;
    bool after = false; /* a part stood just before */
    for (int k; i < format.len; after = k >= 0) {
        k = part_at(format, i);
        if (k < 0 && format.at[i] == ' ') {
            if (at == s.len || s.at[at] != ' ')
                return false;
            while (at < s.len && s.at[at] == ' ')
                at++;
            i++;
        } else if (k < 0) {
            if (at == s.len || s.at[at++] != format.at[i++])
                return false;
        } else {
            size_t next = i + strlen(parts[k]);
            bool joined = after || part_at(format, next) >= 0;
            size_t least = k == YEAR ? 4 : joined ? 2 : 1;
            if (!(k == MONTH && take_month(s, &at, &got[k])) &&
                !take_digits(s, &at, least, k == YEAR ? 4 : 2, &got[k]))
                return false;
            i = next;
        }
    }
    return at == s.len;
}

const char *cell_date(struct arena *keep, str cell, str format, str *out,
                      str *help)
{
    int got[PARTS] = { 0 };
    if (!matches(cell, format, got)) {
        *help =
            str_fmt(keep, "mend the cell, or say in the mapping how it is "
                          "written: `as year-month-day`, `as day.month.year`");
        return str_z(keep,
                     str_fmt(keep, "it does not read as %.*s", STR(format)));
    }
    struct civil c = { got[YEAR], got[MONTH], got[DAY] };
    if (!civil_real(c) || got[HOUR] > 23 || got[MINUTE] > 59 ||
        got[SECOND] > 59) {
        *help = S("look it up in a calendar; does the day stand where the "
                  "mapping has the month?");
        return str_z(keep, str_fmt(keep,
                                   "read as %.*s, there is no such day or "
                                   "hour",
                                   STR(format)));
    }
    *out = day_text(keep, day_of(c));
    for (size_t i = 0; i < format.len; i++)
        if (part_at(format, i) == HOUR) {
            *out = str_fmt(keep, "%.*sT%02d:%02d", STR(*out), got[HOUR],
                           got[MINUTE]);
            break;
        }
    return NULL;
}

/* ---- degrees ------------------------------------------------------------ */

/* One number and the sign behind it, if it is there. */
static bool take_number(str *s, const char *const *signs, qty *out)
{
    size_t n = 0;
    bool big;
    while (n < s->len && (digit(s->at[n]) || s->at[n] == '.'))
        n++;
    if (!n || n > 20 || !qty_read(str_cut(*s, 0, n), out, &big))
        return false;
    str rest = str_trim(str_cut(*s, n, s->len));
    for (size_t i = 0; signs[i]; i++)
        if (str_starts(rest, str_of(signs[i]))) {
            *s = str_trim(str_cut(rest, strlen(signs[i]), rest.len));
            return true;
        }
    *s = rest;
    return signs[0] == NULL || !rest.len;
}

static const char *const degree[] = { "\xc2\xb0", "\xc2\xba", NULL };
static const char *const minute[] = { "'", "\xe2\x80\xb2", "\xe2\x80\x99",
                                      NULL };
static const char *const second[] = { "\"", "\xe2\x80\xb3", "\xe2\x80\x9d",
                                      "''", NULL };

/* 54.57, 54° or 54°34'12" */
static bool angle(str s, qty *out)
{
    qty m, sec;
    if (!take_number(&s, degree, out))
        return false;
    if (s.len) {
        if (!take_number(&s, minute, &m) || qty_cmp(m, qty_int(60)) >= 0)
            return false;
        *out = qty_add(*out, qty_div(m, qty_int(60)));
    }
    if (s.len) {
        if (!take_number(&s, second, &sec) || qty_cmp(sec, qty_int(60)) >= 0)
            return false;
        *out = qty_add(*out, qty_div(sec, qty_int(3600)));
    }
    return !s.len && qty_ok(*out);
}

/* N, S, E or W at either end; a minus is S or W. */
static char take_side(str *s, bool latitude)
{
    const char *sides = latitude ? "NnSs" : "EeWw";
    char side = 0;
    if (s->len && memchr(sides, *s->at, 4)) {
        side = *s->at;
        *s = str_trim(str_cut(*s, 1, s->len));
    } else if (s->len && memchr(sides, s->at[s->len - 1], 4)) {
        side = s->at[s->len - 1];
        *s = str_trim(str_cut(*s, 0, s->len - 1));
    }
    bool minus = str_starts(*s, S("-")) || str_starts(*s, S("\xe2\x88\x92"));
    if (minus && !side) {
        *s = str_cut(*s, *s->at == '-' ? 1 : 3, s->len);
        return latitude ? 'S' : 'W';
    }
    side = side >= 'a' ? (char)(side - 'a' + 'A') : side;
    return side ? side : latitude ? 'N' : 'E';
}

/* Six decimals, a tenth of a metre; trailing noughts are left out. */
static str decimals(struct arena *keep, qty q)
{
    qty scaled = qty_round(qty_mul(q, qty_int(1000000)), ROUND_EVEN);
    long long n = (long long)scaled.num;
    str s = str_fmt(keep, "%lld.%06lld", n / 1000000, n % 1000000);
    while (s.len && s.at[s.len - 1] == '0')
        s.len--;
    s.len -= s.at[s.len - 1] == '.';
    return s;
}

const char *cell_degrees(struct arena *keep, str cell, bool latitude, str *out,
                         str *help)
{
    qty q;
    str s = cell;
    char side = take_side(&s, latitude);
    *help = S("write degrees with a point, such as 54.57 or 33.17 W, or "
              "54\xc2\xb0"
              "34'12\"N");
    if (!angle(s, &q))
        return latitude ? "it is no latitude" : "it is no longitude";
    if (qty_cmp(q, qty_int(latitude ? 90 : 180)) > 0) {
        *help = S("mend the cell, or exchange the two columns in the mapping");
        return latitude ? "a latitude has at most 90 degrees"
                        : "a longitude has at most 180 degrees";
    }
    *out = str_fmt(keep, "%.*s %c", STR(decimals(keep, q)), side);
    return NULL;
}

/* ---- words -------------------------------------------------------------- */

str cell_slug(struct arena *keep, str cell)
{
    struct buf b = { .keep = keep };
    for (size_t i = 0; i < cell.len;) {
        size_t from = i;
        uint32_t c = str_rune(cell, &i);
        str one = str_cut(cell, from, i);
        bool part =
            c != 0xfffd && lang_is_name(str_fmt(keep, "a%.*s", STR(one)));
        if (part && c != '-')
            buf_add(&b, one);
        else if (b.len && b.at[b.len - 1] != '-')
            buf_char(&b, '-');
    }
    while (b.len && b.at[b.len - 1] == '-')
        b.len--;
    return buf_str(&b);
}

/* U+0000 to U+001F, U+007F to U+009F, and what turns the direction or is not
 * seen. */
static bool unseen(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) ||
           (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

str cell_quoted(struct arena *keep, str cell)
{
    struct buf b = { .keep = keep };
    for (size_t i = 0; i < cell.len;) {
        size_t from = i;
        uint32_t c = str_rune(cell, &i);
        if (c == '"' || (c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb)
            buf_char(&b, '\'');
        else if (unseen(c) || c == ' ')
            buf_z(&b, b.len && b.at[b.len - 1] != ' ' ? " " : "");
        else
            buf_add(&b, str_cut(cell, from, i));
    }
    return str_trim(buf_str(&b));
}
