/* clause.h - inside pact/: what the kinds of clauses share; see parse.h */
#ifndef PACT_CLAUSE_H
#define PACT_CLAUSE_H

#include "pact/parse.h"

/* What is being put together. */
struct making {
    struct cursor *c;
    struct clause *k;
    bool failed;   /* a line has an error */
    bool any_said; /* a line of a notice that begins with `any` */
    size_t rows_cap, uncounts_cap, deeds_cap, events_cap;
    int lines; /* rows so far */
    int above; /* the measure line that `of which` shares, or -1 */
    bool above_failed, above_later; /* it has an error, is not judged yet */
    size_t above_n;
};

/* What follows the terms: [of SIZE] [of WHOM] [that are ..] [place]. */
struct tail {
    struct sizes sizes;
    struct subjects who;
    struct stated stated;
    const int *places;
};

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- limit.c: measures -------------------------------------------------- */

/* `at most`, `exactly` and what means the same; false: none is here. */
bool bound(struct cursor *c, enum relation *out);
bool amount(struct cursor *c, qty *out);
bool want_of(struct cursor *c, struct sizes *sizes, struct subjects *who);
bool want_tail(struct cursor *c, struct tail *t);
/* Report that the line does not say WHAT. Returns false. */
bool no_bearer(struct cursor *c, span at, const char *what);
span rest_of_line(const struct cursor *c);

/* ---- one line of a clause each ------------------------------------------ */

bool limit_line(struct making *m);
bool notice_line(struct making *m); /* notice.c */
bool step_line(struct making *m);   /* step.c */

/* duties.c, inspection.c: read, not judged yet */
bool inform_line(struct making *m);
bool stay_line(struct making *m);
bool access_line(struct making *m);
bool equivalence_line(struct making *m);
bool inspection_line(struct making *m);
struct duties *duties_of(struct making *m);
bool says_no_duty(const struct clause *k);
/* A place, if one is here: spots for each of WHO, or one if that is nobody. */
bool take_places(struct cursor *c, const struct subjects *who,
                 const int **out);
bool is_schedule(const struct cursor *c);

#endif
