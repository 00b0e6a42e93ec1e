/* formula.h - what formula.c and value.c share: formulas in the making */
#ifndef PACT_FORMULA_H
#define PACT_FORMULA_H

#include "pact/clause.h"

/* A formula and what it is measured in: 'l' length, 'm' mass, 0 plain. */
struct made {
    const struct formula *f;
    char dimension;
};

const struct formula *formula_node(struct cursor *c, struct formula f);
/* OUT and F put together by OP; I: where its words begin. */
bool formula_join(struct cursor *c, uint32_t i, enum formula_op op,
                  struct made *out, const struct formula *f);

/* ---- value.c ------------------------------------------------------------ */

/* tank of it in Z as on D, tonnage on ship of A as last reported */
bool want_held(struct cursor *c, struct made *out);
/* `the largest` was read: the same of each of several, the largest of these */
bool want_largest(struct cursor *c, struct made *out);

#endif
