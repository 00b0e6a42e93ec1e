/* qty.h - exact quantities: rationals in 128 bits.
 *
 * A qty is a value num/den in lowest terms, den > 0.  Overflow is never
 * silent: the result is then QTY_NONE (den 0), which every further operation
 * passes on, so that a caller checks once at the end with qty_ok().
 */
#ifndef BASE_QTY_H
#define BASE_QTY_H

#include "base/str.h"

__extension__ typedef __int128 wide;

typedef struct {
    wide num, den;
} qty;

#define QTY_NONE ((qty){ 0, 0 })
/* No num is this: it could not be negated. */
#define WIDE_LEAST ((wide)((wide)1 << 126) * -2)

static inline bool qty_ok(qty q)
{
    return q.den != 0;
}

/* For any rationals; those below are faster where both are whole, as nearly
 * all are, and come here otherwise. */
qty qty_add_any(qty a, qty b);
qty qty_mul_any(qty a, qty b);
int qty_cmp_any(qty a, qty b);

static inline qty qty_int(int64_t n)
{
    return (qty){ n, 1 };
}

static inline qty qty_neg(qty a)
{
    return (qty){ -a.num, a.den };
}

static inline qty qty_add(qty a, qty b)
{
    wide n;
    if (a.den == 1 && b.den == 1 &&
        !__builtin_add_overflow(a.num, b.num, &n) && n != WIDE_LEAST)
        return (qty){ n, 1 };
    return qty_add_any(a, b);
}

static inline qty qty_sub(qty a, qty b)
{
    return qty_add(a, qty_neg(b));
}

/* A whole number that fits in 64 bits: no product of two overflows. */
static inline bool qty_small(qty a)
{
    return a.den == 1 && a.num == (int64_t)a.num;
}

static inline qty qty_mul(qty a, qty b)
{
    if (qty_small(a) && qty_small(b))
        return (qty){ a.num * b.num, 1 };
    return qty_mul_any(a, b);
}

qty qty_div(qty a, qty b); /* by zero: QTY_NONE */

/* Exact; preconditions: both ok. */
static inline int qty_cmp(qty a, qty b)
{
    if (a.den == 1 && b.den == 1)
        return (a.num > b.num) - (a.num < b.num);
    return qty_cmp_any(a, b);
}

static inline bool qty_zero(qty a)
{
    return a.den && !a.num;
}

qty qty_ratio(int64_t num, int64_t den); /* den != 0 */
double qty_double(qty a);

enum qty_round { ROUND_UP, ROUND_DOWN, ROUND_EVEN };
qty qty_round(qty a, enum qty_round how); /* half to even for ROUND_EVEN */

/* Read "4500", "4_500", "2.5", "75%", "2/3". false: not of that shape, or
 * too large (then *BIG). An underscore stands between two digits. */
bool qty_read(str s, qty *out, bool *big);
/* "4500", "5/2" */
str qty_text(struct arena *keep, qty q);
/* "4_500", "2.5", "1/3": as the language writes it, for people */
str qty_show(struct arena *keep, qty q);

#endif
