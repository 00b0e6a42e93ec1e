/* lint.h - inside pact/: what lint.c puts together. */
#ifndef PACT_LINT_H
#define PACT_LINT_H

#include "pact/parse.h"

/* unused.c */
void lint_unused(struct parser *q);

/* bound.c: who is bound, and who is not */
void lint_bound(struct parser *q);

#endif
