/* program.h - linear programmes in exact rationals, for small systems.
 *
 * Answers "what is the least value of c.x over all x with low <= x <= high
 * and A x >= b?" exactly, or says that there is none, that it is unbounded,
 * or that 128 bits (or the size allowed) do not suffice.  Meant for tens of
 * unknowns: the dense tableau is O(rows x columns) a pivot.
 *
 * Method: two-phase primal simplex with Bland's rule, which cannot cycle
 * (R. G. Bland, "New finite pivoting rules for the simplex method", Math. of
 * Oper. Res. 2, 1977).  Knows base only.
 */
#ifndef PROGRAM_PROGRAM_H
#define PROGRAM_PROGRAM_H

#include "base/qty.h"

struct lp_term {
    int var;
    qty by;
};

struct lp_row { /* sum of terms >= least */
    const struct lp_term *terms;
    size_t n;
    qty least;
};

struct lp {
    size_t vars;
    const qty *low;  /* finite */
    const qty *high; /* QTY_NONE: open */
    const struct lp_row *rows;
    size_t rows_n;
};

enum lp_end { LP_FOUND, LP_UNBOUNDED, LP_NONE, LP_TOO_BIG };

/* The least value of the sum of TERMS; *OUT is set if LP_FOUND. */
enum lp_end lp_least(struct arena *work, const struct lp *p,
                     const struct lp_term *terms, size_t n, qty *out);

/* The least and the greatest value, for little more than one of them costs;
 * `at` is QTY_NONE unless LP_FOUND. */
struct lp_found {
    enum lp_end end;
    qty at;
};
void lp_ends(struct arena *work, const struct lp *p,
             const struct lp_term *terms, size_t n, struct lp_found *low,
             struct lp_found *high);

#endif
