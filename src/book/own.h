/* own.h - inside book/: what posting keeps at hand. */
#ifndef BOOK_OWN_H
#define BOOK_OWN_H

#include "base/map.h"
#include "book/book.h"

/* What is on its way waits in an account until the entry's second leg. */
struct wait {
    int way;
    struct form amount;
    int32_t next;
};

/* From which accounts a debit takes: its own, then one that holds it. */
struct draw {
    int own, joint;
    bool several;       /* more than one fits: which is not said */
    bool several_above; /* ... should its own not suffice */
    int fits[2];        /* two of them */
};

/* What an account comes to while entries are posted. */
struct running {
    struct sum sum;
    bool touched;   /* debited in this batch */
    bool wrong;     /* overdrawn, and it has been said */
    int32_t first;  /* of its book, item and whereabouts: see neighbours() */
    uint32_t many;  /* of a first one: how many there are */
    uint32_t drawn; /* how many there were when `draw` was found; 0: never */
    struct draw draw;
};

struct poster {
    struct arena *keep;
    struct ledger *l;
    struct map holder_ids, where_ids, groups;
    int32_t *account_at; /* 1 + the account, by hash; 0: free */
    size_t account_at_n;
    int32_t *at_spots; /* by spot: 1 + the whereabouts at it; 0: not yet */
    struct running *running; /* by account */
    size_t running_n, running_cap;
    int32_t *touched; /* accounts debited in this batch */
    size_t touched_n, touched_cap;
    struct wait *waits;
    size_t waits_n, waits_cap;
    int32_t *waiting;     /* by entry: the first in `waits`, or -1 */
    struct late *figures; /* of a batch: one room for all of them */
    size_t figures_cap;
};

/* ---- accounts.c --------------------------------------------------------- */

int where_id(struct poster *o, enum where_kind kind, int at, int to);
int where_at(struct poster *o, int spot); /* WHERE_AT */
int joint_holder(struct poster *o, int a, int b);
int stated_either(struct poster *o, int stated, int more);
int stated_with(struct poster *o, int stated, int less, int more);
/* The account, made if MAKE; else -1 if there is none. */
int account(struct poster *o, int book, int holder, int item, int stated,
            int where, bool make);
/* The first account of a book, item and whereabouts; then l->accounts[].next;
 * -1: none. */
int neighbours(struct poster *o, int book, int item, int where);
/* Does the account's status take in all of WANT? */
bool stated_fits(const struct poster *o, int have, int want);

/* ---- draw.c
 * ---------------------------------------------------------------------------
 */

struct draw draw_on(struct poster *o, int book, int holder, int item,
                    int stated, int where);
/* The same, remembered for as long as no account comes to be there. */
struct draw draw_known(struct poster *o, int book, int holder, int item,
                       int stated, int where);

#endif
