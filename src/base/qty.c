/* qty.c - exact rationals in 128 bits; see qty.h
 *
 * Sums and products divide by common factors first (Knuth, TAOCP 2, 4.5.1),
 * so that overflow comes only where the reduced result or a cross product of
 * coprime parts needs more than 127 bits.  Comparison never overflows: it
 * compares continued fractions.
 */
#include "base/qty.h"

#include <assert.h>

#define add_over __builtin_add_overflow
#define sub_over __builtin_sub_overflow
#define mul_over __builtin_mul_overflow

static wide magnitude(wide a)
{
    return a < 0 ? -a : a;
}

static wide gcd(wide a, wide b)
{
    if (a <= INT64_MAX && b <= INT64_MAX) {
        uint64_t x = (uint64_t)a, y = (uint64_t)b;
        while (y) {
            uint64_t t = x % y;
            x = y;
            y = t;
        }
        return (wide)x;
    }
    while (b) {
        wide t = a % b;
        a = b;
        b = t;
    }
    return a;
}

qty qty_ratio(int64_t num, int64_t den)
{
    assert(den);
    return qty_div(qty_int(num), qty_int(den));
}

/* By a common factor, mostly 1. */
static wide over(wide a, wide g)
{
    return g == 1 ? a : a / g;
}

qty qty_add_any(qty a, qty b)
{
    wide n;
    if (!a.den || !b.den)
        return QTY_NONE;
    wide g = gcd(a.den, b.den), l, r, d;
    if (mul_over(a.num, over(b.den, g), &l) ||
        mul_over(b.num, over(a.den, g), &r) || add_over(l, r, &n) ||
        mul_over(a.den, over(b.den, g), &d))
        return QTY_NONE;
    if (n == WIDE_LEAST)
        return QTY_NONE;
    wide h = gcd(magnitude(n), g);
    return (qty){ over(n, h), over(d, h) };
}

qty qty_mul_any(qty a, qty b)
{
    if (!a.den || !b.den)
        return QTY_NONE;
    wide g = gcd(magnitude(a.num), b.den), h = gcd(magnitude(b.num), a.den);
    wide n, d;
    if (!a.num || !b.num)
        return qty_int(0);
    if (mul_over(over(a.num, g), over(b.num, h), &n) ||
        mul_over(over(a.den, h), over(b.den, g), &d) || n == WIDE_LEAST)
        return QTY_NONE;
    return (qty){ n, d };
}

qty qty_div(qty a, qty b)
{
    if (!b.den || !b.num)
        return QTY_NONE;
    qty inverse = { b.num < 0 ? -b.den : b.den, magnitude(b.num) };
    return qty_mul(a, inverse);
}

static wide floor_of(qty a)
{
    wide q = a.num / a.den;
    return q - (a.num % a.den < 0);
}

int qty_cmp_any(qty a, qty b)
{
    assert(a.den && b.den);
    for (int sign = 1;; sign = -sign) {
        wide p = floor_of(a), q = floor_of(b);
        if (p != q)
            return p < q ? -sign : sign;
        a.num -= p * a.den;
        b.num -= q * b.den;
        if (!a.num || !b.num) {
            int c = (a.num != 0) - (b.num != 0);
            return sign * c;
        }
        a = (qty){ a.den, a.num };
        b = (qty){ b.den, b.num };
    }
}

double qty_double(qty a)
{
    return a.den ? (double)a.num / (double)a.den : 0;
}

qty qty_round(qty a, enum qty_round how)
{
    if (!a.den)
        return a;
    wide low = floor_of(a);
    qty rest = qty_sub(a, (qty){ low, 1 });
    int half = qty_cmp(rest, (qty){ 1, 2 });
    bool up = how == ROUND_UP     ? rest.num != 0
              : how == ROUND_DOWN ? false
                                  : half > 0 || (half == 0 && low % 2 != 0);
    return (qty){ low + up, 1 };
}

/* Digits with single underscores between them from *I on; false: none. */
static bool whole(str s, size_t *i, wide *out, int *places, bool *big)
{
    bool any = false, bar = true; /* bar: an underscore may not come now */
    *places = 0;
    for (; *i < s.len; ++*i) {
        char c = s.at[*i];
        if (c == '_' && !bar) {
            bar = true;
            continue;
        }
        if (c < '0' || c > '9')
            break;
        if (mul_over(*out, 10, out) || add_over(*out, c - '0', out))
            *big = true;
        any = true;
        bar = false;
        ++*places;
    }
    return any && !bar;
}

/* Digits alone, so few that 64 bits are enough: as nearly all are. */
static bool few_digits(str s, qty *out)
{
    uint64_t n = 0;
    size_t i = 0;
    for (; i < s.len && i < 18 && s.at[i] >= '0' && s.at[i] <= '9'; i++)
        n = n * 10 + (uint64_t)(s.at[i] - '0');
    *out = (qty){ (wide)n, 1 };
    return i && i == s.len;
}

bool qty_read(str s, qty *out, bool *big)
{
    wide n = 0, d = 1;
    size_t i = 0;
    int places;
    *big = false;
    if (few_digits(s, out))
        return true;
    if (!whole(s, &i, &n, &places, big))
        return false;
    if (i < s.len && s.at[i] == '.') {
        i++;
        if (!whole(s, &i, &n, &places, big))
            return false;
        while (places--)
            if (mul_over(d, 10, &d))
                *big = true;
    } else if (i < s.len && s.at[i] == '/') {
        i++;
        d = 0;
        if (!whole(s, &i, &d, &places, big) || !d)
            return false;
    }
    if (i < s.len && s.at[i] == '%') {
        i++;
        if (mul_over(d, 100, &d))
            *big = true;
    }
    if (i != s.len || *big)
        return false;
    wide g = gcd(n, d);
    *out = (qty){ n / g, d / g };
    return true;
}

/* Decimal digits of N, parted by SEP in threes (0: none). */
static void put(struct buf *b, wide n, char sep)
{
    char text[64];
    size_t at = sizeof text;
    bool minus = n < 0;
    int count = 0;
    do {
        if (sep && count && count % 3 == 0)
            text[--at] = sep;
        int digit = (int)(n % 10);
        text[--at] = (char)('0' + (digit < 0 ? -digit : digit));
        n /= 10;
        count++;
    } while (n);
    if (minus)
        text[--at] = '-';
    buf_add(b, (str){ text + at, sizeof text - at });
}

str qty_text(struct arena *keep, qty q)
{
    struct buf b = { .keep = keep };
    put(&b, q.num, 0);
    if (q.den != 1) {
        buf_char(&b, '/');
        put(&b, q.den, 0);
    }
    return buf_str(&b);
}

/* The number of decimal places that say Q exactly, at most 6, or -1. */
static int decimals(qty q)
{
    wide d = 1;
    for (int i = 0; i <= 6; i++, d *= 10)
        if (d % q.den == 0)
            return i;
    return -1;
}

str qty_show(struct arena *keep, qty q)
{
    struct buf b = { .keep = keep };
    int places = decimals(q);
    char sep = magnitude(q.num) / q.den >= 1000 ? '_' : 0;
    if (places > 0) {
        wide w = magnitude(q.num) / q.den, rest = magnitude(q.num) % q.den;
        if (q.num < 0)
            buf_char(&b, '-');
        put(&b, w, sep);
        buf_char(&b, '.');
        for (int i = 0; i < places; i++) {
            rest *= 10;
            buf_char(&b, (char)('0' + (int)(rest / q.den)));
            rest %= q.den;
        }
    } else {
        put(&b, q.num, sep);
        if (q.den != 1) {
            buf_char(&b, '/');
            put(&b, q.den, 0);
        }
    }
    return buf_str(&b);
}
