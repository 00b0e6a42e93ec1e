/* book.h - who has what where at which instant; every posting sums to nothing.
 *
 * ledger_post() turns the entries of all books, up to the close of the as-of
 * day, into accounts and flows.  A flow has two legs: from one account to
 * another, -1 being the outside.  Amounts are exact sums of named unknowns
 * and rationals (docs/judging.md, section 2); what is known of the unknowns
 * stands in a struct system.
 *
 *     struct ledger *l = ledger_post(keep, pact, close);
 *     for (size_t i = 0; i < l->flows_n; i++)
 *         sum_flow(keep, &sum, l, &l->flows[i], +1);
 *     sum_ends(work, &l->system, &sum, &low, &high);
 *
 * Cost: O(entries log entries), and a linear programme for each question
 * about unknowns that are tied together.  Not safe to share between threads.
 */
#ifndef BOOK_BOOK_H
#define BOOK_BOOK_H

#include "pact/pact.h"

/* ---- amounts ------------------------------------------------------------ */

struct form_term {
    uint32_t unknown;
    int64_t by; /* not 0 */
};

/* constant + sum of by x unknown; terms in order of unknown. A value. */
struct form {
    qty constant;
    const struct form_term *terms;
    size_t n;
};

static inline struct form form_of(qty q)
{
    return (struct form){ .constant = q };
}
/* a + times x b */
struct form form_add(struct arena *keep, struct form a, struct form b,
                     int64_t times);
bool form_same(struct form a, struct form b);
bool form_zero(struct form f);

/* ---- what is known of the unknowns -------------------------------------- */

struct unknown {
    qty low, high;  /* high QTY_NONE: open */
    uint32_t above; /* union-find: those tied together have one root */
    int32_t rows;   /* of a root: the first row about it, or -1 */
    uint32_t size;  /* of a root: how many are tied to it, itself included */
    bool tied;
};

struct known { /* form >= 0 */
    struct form form;
    int32_t next; /* the next row of the same root, or -1 */
};

/* The ends of a form, remembered until something more is known: they are asked
 * for again and again while it stands. */
enum { ENDS_KNOWN = 16, ENDS_TERMS = 24 };
struct ends_known {
    struct form_term terms[ENDS_TERMS];
    size_t n;
    qty low, high; /* without the constant */
    bool world;
};

struct system {
    struct unknown *unknowns;
    struct known *rows;
    size_t unknowns_n, unknowns_cap, rows_n, rows_cap;
    bool widened; /* some answer is wider than need be: see system.c */
    struct ends_known known[ENDS_KNOWN];
    size_t known_n;
};

/* A new unknown within LOW..HIGH (QTY_NONE: open); its number. */
uint32_t system_unknown(struct arena *keep, struct system *s, qty low,
                        qty high);
/* The same as a form: the unknown itself. */
struct form system_fresh(struct arena *keep, struct system *s, qty low,
                         qty high);
/* F >= 0 from now on. false: then no world is left (S is as before). */
bool system_learn(struct arena *keep, struct system *s, struct form f);
/* The same of what is known to be possible: no contradiction is looked for. */
bool system_assume(struct arena *keep, struct system *s, struct form f);
/* The least and greatest value of F over all worlds (QTY_NONE: open); false:
 * there is no world. */
bool system_ends(struct arena *work, struct system *s, struct form f, qty *low,
                 qty *high);
/* The greatest value of the smallest of the N forms; QTY_NONE: open. */
qty system_greatest_least(struct arena *work, struct system *s,
                          const struct form *f, size_t n);
/* The least value of the greatest of the N forms. */
qty system_least_greatest(struct arena *work, struct system *s,
                          const struct form *f, size_t n);
struct system system_copy(struct arena *keep, const struct system *s);

/* ---- sums that change --------------------------------------------------- */

/* A form that is added to in place, with the ends that the ranges alone give.
 * Starts as all zeroes with sum_new(). */
struct sum {
    qty constant;
    qty low, high; /* of the unknown part, where it is not open */
    size_t open_low, open_high, tied;
    struct form_term *terms;
    size_t n, cap;
};

struct sum sum_new(void);
void sum_add_any(struct arena *keep, struct sum *s, const struct system *sys,
                 struct form f, int64_t times);
static inline void sum_add(struct arena *keep, struct sum *s,
                           const struct system *sys, struct form f,
                           int64_t times)
{
    if (!f.n && times == 1)
        s->constant = qty_add(s->constant, f.constant);
    else if (!f.n && times == -1)
        s->constant = qty_sub(s->constant, f.constant);
    else
        sum_add_any(keep, s, sys, f, times);
}
/* As it is now; shares the terms, so it holds until the next sum_add(). */
struct form sum_form(const struct sum *s);
bool sum_ends(struct arena *work, struct system *sys, const struct sum *s,
              qty *low, qty *high);

/* ---- accounts and flows ------------------------------------------------- */

/* At a place; on the way between two; at one or the other of two. A spot -1
 * is the outside. */
enum where_kind { WHERE_AT, WHERE_WAY, WHERE_SOMETIME };

struct whereabouts {
    enum where_kind kind;
    int at, to; /* spots */
};

struct account {
    int32_t book, holder, item, stated, where;
    bool declared;
    int32_t entries[4]; /* the last that changed it, oldest first */
    uint8_t entries_n;
    int32_t next; /* the next of the same book, item and whereabouts */
};

struct flow {
    instant at;
    int32_t from, to; /* accounts, or -1 */
    uint32_t entry;
    int32_t form; /* the amount: l->forms[form], or n if -1; >= 0 */
    int64_t n;
};

struct ledger {
    const struct pact *p;
    instant close; /* the end of the as-of day: nothing later is known */
    struct holder *holders; /* the pact's, and those that postings made */
    struct stated *stateds;
    struct whereabouts *wheres;
    struct account *accounts;
    struct form *forms;
    struct flow *flows; /* in order of time */
    struct system system;
    size_t holders_n, holders_cap, stateds_n, stateds_cap, wheres_n,
        wheres_cap, accounts_n, accounts_cap, forms_n, forms_cap, flows_n,
        flows_cap;
};

/* Do all sums of what is stated fit into 128 bits? If not, that is reported,
 * and the entries must not be posted. */
bool ledger_has_room(const struct pact *p);
/* Post all entries dated before CLOSE; what contradicts is reported. */
struct ledger *ledger_post(struct arena *keep, const struct pact *p,
                           instant close);

/* The amount of a flow. */
static inline struct form flow_amount(const struct ledger *l,
                                      const struct flow *f)
{
    return f->form >= 0 ? l->forms[f->form] : form_of(qty_int(f->n));
}
/* Is H2 a unit of H1 or one of several in H1, or the other way round? */
bool holder_above(const struct holder *up, const struct holder *h);

#endif
