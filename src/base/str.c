/* str.c - see str.h */
#include "base/str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

str str_of(const char *z)
{
    return (str){ z, strlen(z) };
}

int str_cmp(str a, str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.at, b.at, n) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

int str_by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const str *)a, *(const str *)b);
}

static char capital(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool digit(str s, size_t i)
{
    return i < s.len && s.at[i] >= '0' && s.at[i] <= '9';
}

/* Up to 89: C, D and M are letters of a list sooner than numbers of articles.
 * 0: the part of S from I on, up to a dot or the end, is no such numeral. */
static int roman(str s, size_t i, size_t *end)
{
    static const struct {
        const char *word;
        int value, most;
    } signs[] = { { "L", 50, 1 }, { "XL", 40, 1 }, { "X", 10, 3 },
                  { "IX", 9, 1 }, { "V", 5, 1 },   { "IV", 4, 1 },
                  { "I", 1, 3 } };
    int value = 0;
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
        str w = str_of(signs[k].word);
        for (int n = 0;
             n < signs[k].most && str_eq(str_cut(s, i, i + w.len), w); n++) {
            value += signs[k].value;
            i += w.len;
        }
    }
    *end = i;
    return i == s.len || s.at[i] == '.' ? value : 0;
}

/* Where both have come to a new part. Digits, then Roman, then letters. */
static int by_roman(str a, str b, size_t *i, size_t *k)
{
    size_t m, n;
    int x = roman(a, *i, &m), y = roman(b, *k, &n);
    if (x && y && x == y) {
        *i = m;
        *k = n;
        return 0;
    }
    if (x && y)
        return x < y ? -1 : 1;
    if (x)
        return digit(b, *k) ? 1 : -1;
    if (y)
        return digit(a, *i) ? -1 : 1;
    return 0;
}

int str_by_numbers(str a, str b)
{
    size_t i = 0, k = 0;
    while (i < a.len && k < b.len) {
        if (!i || a.at[i - 1] == '.') {
            int c = by_roman(a, b, &i, &k);
            if (c)
                return c;
            if (i == a.len || k == b.len)
                break;
        }
        if (digit(a, i) && digit(b, k)) {
            while (digit(a, i) && a.at[i] == '0')
                i++;
            while (digit(b, k) && b.at[k] == '0')
                k++;
            size_t m = i, n = k;
            while (digit(a, m))
                m++;
            while (digit(b, n))
                n++;
            if (m - i != n - k)
                return m - i < n - k ? -1 : 1;
            int c = str_cmp(str_cut(a, i, m), str_cut(b, k, n));
            if (c)
                return c;
            i = m;
            k = n;
        } else if (a.at[i] != b.at[k]) {
            return (unsigned char)a.at[i] < (unsigned char)b.at[k] ? -1 : 1;
        } else {
            i++;
            k++;
        }
    }
    int c = (a.len - i > 0) - (b.len - k > 0);
    return c ? c : str_cmp(a, b);
}

bool str_same_letters(str a, str b)
{
    bool same = a.len == b.len;
    for (size_t i = 0; same && i < a.len; i++)
        same = capital(a.at[i]) == capital(b.at[i]);
    return same;
}

bool str_starts(str s, str head)
{
    return s.len >= head.len && str_eq(str_cut(s, 0, head.len), head);
}

bool str_below(str s, str above, char part)
{
    return s.len > above.len && str_starts(s, above) &&
           s.at[above.len] == part;
}

bool str_ends(str s, str tail)
{
    return s.len >= tail.len &&
           str_eq(str_cut(s, s.len - tail.len, s.len), tail);
}

bool str_holds(str s, str part)
{
    for (size_t i = 0; part.len && i + part.len <= s.len; i++)
        if (!memcmp(s.at + i, part.at, part.len))
            return true;
    return false;
}

str str_trim(str s)
{
    while (s.len && (*s.at == ' ' || *s.at == '\t'))
        s.at++, s.len--;
    while (s.len && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t'))
        s.len--;
    return s;
}

/* Up to eight bytes as a number; of four to seven some twice. */
static uint64_t word_at(const char *p, size_t n)
{
    uint64_t w = 0;
    uint32_t a, b;
    if (n >= 8) {
        memcpy(&w, p, 8);
        return w;
    }
    if (n >= 4) {
        memcpy(&a, p, 4);
        memcpy(&b, p + n - 4, 4);
        return (uint64_t)a << 32 | b;
    }
    for (size_t i = 0; i < n; i++)
        w = w << 8 | (unsigned char)p[i];
    return w;
}

/* In the manner of FNV, eight bytes at a time; each product's upper half,
 * where its good bits are, is folded into the lower. */
uint64_t str_hash(str s)
{
    uint64_t h = s.len * 0x9e3779b97f4a7c15u;
    for (size_t i = 0; i < s.len; i += 8) {
        h = (h ^ word_at(s.at + i, s.len - i)) * 0x9fb21c651e98df25u;
        h ^= h >> 32;
    }
    return h;
}

str str_copy(struct arena *keep, str s)
{
    char *p = new_n(keep, char, s.len + 1);
    if (s.len)
        memcpy(p, s.at, s.len);
    return (str){ p, s.len };
}

char *str_z(struct arena *keep, str s)
{
    char *p = new_n(keep, char, s.len + 1);
    if (s.len)
        memcpy(p, s.at, s.len);
    return p;
}

__attribute__((format(printf, 2, 0), nonnull(2))) static str vfmt(
    struct arena *keep, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    assert(n >= 0);
    char *p = new_n(keep, char, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return (str){ p, (size_t)n };
}

str str_fmt(struct arena *keep, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    str s = vfmt(keep, fmt, ap);
    va_end(ap);
    return s;
}

/* Length of the valid sequence that starts at s.at[i], or 0. */
static size_t sequence(str s, size_t i)
{
    const unsigned char *p = (const unsigned char *)s.at + i;
    size_t left = s.len - i;
    if (p[0] < 0x80)
        return 1;
    size_t n = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
    if (p[0] < 0xc2 || p[0] > 0xf4 || left < n)
        return 0;
    for (size_t k = 1; k < n; k++)
        if ((p[k] & 0xc0) != 0x80)
            return 0;
    bool over = (p[0] == 0xe0 && p[1] < 0xa0) ||
                (p[0] == 0xed && p[1] > 0x9f) ||
                (p[0] == 0xf0 && p[1] < 0x90) || (p[0] == 0xf4 && p[1] > 0x8f);
    return over ? 0 : n;
}

uint32_t str_rune(str s, size_t *i)
{
    const unsigned char *p = (const unsigned char *)s.at + *i;
    size_t n = sequence(s, *i);
    *i += n ? n : 1;
    switch (n) {
    case 1: return p[0];
    case 2: return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
    case 3: return (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
    case 4:
        return (p[0] & 0x07u) << 18 | (p[1] & 0x3fu) << 12 |
               (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
    default: return 0xfffd;
    }
}

size_t str_utf8(str s)
{
    size_t i = 0;
    while (i < s.len) {
        size_t n = sequence(s, i);
        if (!n)
            return i;
        i += n;
    }
    return i;
}

str str_clean(struct arena *keep, str s)
{
    struct buf b = { .keep = keep };
    if (str_utf8(s) == s.len)
        return s;
    for (size_t i = 0; i < s.len;) {
        size_t n = sequence(s, i);
        buf_add(&b, n ? str_cut(s, i, i + n) : S("\xef\xbf\xbd"));
        i += n ? n : 1;
    }
    return buf_str(&b);
}

/* Eight bytes at a time: a bit of FAR is set where a byte is over 0x7f, below
 * a blank, or 0x7f (H. S. Warren, Hacker's Delight, 6-1). */
bool str_is_plain(str s)
{
    const uint64_t each = 0x0101010101010101u, top = each * 0x80;
    uint64_t far = 0;
    size_t i = 0;
    for (; i + 8 <= s.len; i += 8) {
        uint64_t w = word_at(s.at + i, 8);
        far |= (w | (w - each * ' ') | (w + each)) & top;
    }
    for (; i < s.len; i++)
        if (s.at[i] < ' ' || s.at[i] > '~')
            return false;
    return !far;
}

/* Combining marks and joiners take no column of their own. */
static bool no_width(uint32_t c)
{
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_ME ||
           k == UTF8PROC_CATEGORY_CF;
}

size_t str_width(str s)
{
    size_t w = 0;
    for (size_t i = 0; i < s.len;) {
        uint32_t c = str_rune(s, &i);
        w += c < 0x7f      ? 1u
             : no_width(c) ? 0u
                           : (size_t)utf8proc_charwidth((utf8proc_int32_t)c);
    }
    return w;
}

size_t str_chars(str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len;)
        n += !no_width(str_rune(s, &i));
    return n;
}

static char *room(struct buf *b, size_t more)
{
    b->at = arena_grow(b->keep, b->at, 1, 1, &b->cap, b->len + more);
    char *p = b->at + b->len;
    b->len += more;
    return p;
}

void buf_add(struct buf *b, str s)
{
    if (s.len)
        memcpy(room(b, s.len), s.at, s.len);
}

void buf_z(struct buf *b, const char *z)
{
    buf_add(b, str_of(z));
}

void buf_char(struct buf *b, char c)
{
    *room(b, 1) = c;
}

void buf_pad(struct buf *b, char c, size_t n)
{
    if (n)
        memset(room(b, n), c, n);
}

void buf_fmt(struct buf *b, const char *fmt, ...)
{
    va_list ap, again;
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    assert(n >= 0);
    char *p = room(b, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, fmt, again);
    b->len--;
    va_end(again);
    va_end(ap);
}

str buf_str(const struct buf *b)
{
    return (str){ b->at, b->len };
}
