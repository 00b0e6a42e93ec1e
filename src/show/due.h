/* due.h - inside show/: what falls due, for due.c and calendar.c */
#ifndef SHOW_DUE_H
#define SHOW_DUE_H

#include "show/own.h"

enum due_kind {
    DUE_DONE,
    DUE_VERIFY,
    DUE_BEGINS,
    DUE_ENDS,
    DUE_CONSENT,
    DUE_TOLD,
    DUE_TURNS
}; /* ORDER DUES */

struct due {
    instant at; /* midnight: the day is meant */
    bool overdue;
    enum due_kind kind;
    const struct clause *clause; /* NULL: the pact, or an entry */
    int line;
    str who, text;
};

struct dues {
    const struct run *run;
    instant until; /* exclusive */
    struct due *at;
    size_t n, cap;
};

struct dues dues(const struct run *run, const struct judgement *ahead,
                 instant until);
/* "step 2, A: to be done: 0 of at least 3 tank" */
str due_what(const struct run *run, const struct due *x);
const char *due_word(enum due_kind k);
/* As iCalendar, RFC 5545. */
void calendar(struct buf *out, const struct dues *v);

#endif
