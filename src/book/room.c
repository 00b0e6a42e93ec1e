/* room.c - is there room for all sums of what the books state? see book.h
 *
 * A balance or a measure adds up some of the stated figures, each once: it is
 * at most the sum M of them all, and its denominator divides their least
 * common one, D. So none leaves 128 bits if M D does not; what is left above
 * ROOM is for a few sums of such sums, and for what a clause allows.
 */
#include "book/book.h"

static const int ROOM = 110; /* bits */

static wide ceiling(qty q)
{
    wide n = q.num < 0 ? -q.num : q.num;
    return n / q.den + (n % q.den != 0);
}

static wide common(wide a, wide b)
{
    wide x = a, y = b;
    while (y) {
        wide t = x % y;
        x = y;
        y = t;
    }
    return x;
}

/* Take Q into the sum and the denominator; false: there is no room for it. */
static bool take(wide *sum, wide *den, qty q)
{
    wide all;
    if (!qty_ok(q))
        return true; /* an open end */
    if (__builtin_add_overflow(*sum, ceiling(q), sum) ||
        __builtin_mul_overflow(*den, q.den / common(*den, q.den), den) ||
        __builtin_mul_overflow(*sum, *den, &all))
        return false;
    return all < (wide)1 << ROOM;
}

bool ledger_has_room(const struct pact *p)
{
    wide sum = 0, den = 1;
    for (size_t i = 0; i < p->entries_n; i++) {
        const struct entry *e = &p->entries[i];
        for (uint16_t k = 0; k < e->stocks_n; k++) {
            qty low, high;
            stock_ends(p, &p->stocks[e->stock + k], &low, &high);
            if (take(&sum, &den, qty_ok(high) ? high : low) &&
                take(&sum, &den, (qty){ 0, low.den }))
                continue;
            struct diag *d =
                diag_add(p->diags, DIAG_TOO_BIG, entry_at(e),
                         "with this entry the figures of the books no longer "
                         "add up within 128 bits");
            diag_help(p->diags, d,
                      "write them in a larger unit, or with fewer digits "
                      "behind the point");
            return false;
        }
    }
    return true;
}
