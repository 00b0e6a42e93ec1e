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
    size_t over_cap, rights_cap; /* of an exception, of a remedy */
    int back;                    /* of a remedy: the way back, plus 1 */
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
bool amount(struct cursor *c, qty *out); /* a plain number */
/* ... or a formula. */
bool figure(struct cursor *c, qty *out, const struct formula **formula);
/* A plain figure and what it counts, or what it is a sum of. */
bool want_plain_terms(struct cursor *c, qty *out, struct kinds *k);
bool want_of(struct cursor *c, struct sizes *sizes, struct subjects *who);
/* ANYBODY: it need not say whose. */
bool want_tail(struct cursor *c, struct tail *t, bool anybody);
struct limit_row *row_add(struct making *m, span at);
bool measure_line(struct making *m);
/* freeze.c: at most as many tank of A in Z as on D */
bool as_many_line(struct making *m, enum relation rel, span at);
/* The rest of the line as one figure for one subject. */
bool one_measure(struct cursor *c, struct limit_row *out);
/* not counting A and B of W that are S in Z, up to 5 and 6; the words `not
 * counting` are read */
bool uncount(struct making *m);
void uncounted(struct making *m, struct uncount u);
/* Report that the line does not say WHAT. Returns false. */
bool no_bearer(struct cursor *c, span at, const char *what);
span rest_of_line(const struct cursor *c);

/* ---- one line of a clause each ------------------------------------------ */

bool limit_line(struct making *m);
bool notice_line(struct making *m);    /* notice.c */
bool step_line(struct making *m);      /* step.c */
bool exception_line(struct making *m); /* bend.c */
bool consent_line(struct making *m);   /* agree.c */
bool remedy_line(struct making *m);    /* agree.c */

/* condition.c: `when`, `unless`, `while`, `with consent of` are here */
bool is_condition(const struct cursor *c);
bool want_condition(struct cursor *c, struct condition *out);
/* Clauses that hang on each other in a circle are reported. */
void conditions_in_order(struct parser *q);

/* bend.c: what exceptions bend */
/* Do both measure the same? */
bool same_kinds(const struct pact *p, const struct kinds *a,
                const struct kinds *b);
bool exception_head(struct cursor *c, struct clause *k);
void link_exceptions(struct parser *q);

/* duties.c, inspection.c */
bool inform_line(struct making *m);
bool stay_line(struct making *m);
bool access_line(struct making *m);
bool equivalence_line(struct making *m);
bool inspection_line(struct making *m);
struct inspection;
bool inspection_binds(const struct inspection *in); /* anybody at all? */
struct duties *duties_of(struct making *m);
bool says_no_duty(const struct clause *k);
/* A place, if one is here: spots for each of WHO, or one if that is nobody. */
bool take_places(struct cursor *c, const struct subjects *who,
                 const int **out);
bool is_schedule(const struct cursor *c);

#endif
