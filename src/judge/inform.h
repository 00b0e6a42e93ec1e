/* inform.h - inside judge/: what has to be told, as a list of dues */
#ifndef JUDGE_INFORM_H
#define JUDGE_INFORM_H

#include "judge/own.h"
#include "pact/duties.h"

/* One thing to be told. */
struct due {
    day as_of;            /* the day that its figures are of */
    bool after_as_of;     /* it is told after that day */
    instant first, end;   /* overdue from then on, perhaps, and for certain */
    bool exact;           /* an instant, itself in time; else a day's close */
    instant told, surely; /* perhaps, and for certain; MAX: not at all */
    bool sometime;        /* told on a day before SURELY, its close */
    int entry;            /* that tells it, or -1 */
    int event;            /* after which it is told: an entry, or -1 */
    tri counts;           /* it may be no event of theirs: */
    enum reason why;
    bool denied;  /* an entry says that it was not told */
    bool unknown; /* ... that it was told, when is not judged */
    bool looked;  /* its deadline has passed; was it owed, then? */
    tri owed;
};

struct inform_watch {
    struct watcher watcher;
    const struct clause *clause;
    const struct inform *line;
    struct schedule when;
    const struct subject *subject;
    struct due *dues; /* by deadline */
    size_t n, cap;
    size_t passed; /* of the calendar: so many deadlines */
    bool events;   /* they hang on events: none lapses */
    bool made;
    bool too_many;
    struct row *row;
    struct force force;
    struct whether *whether;
    tri holds; /* when it last looked */
};

/* All dues of W while it is in force as it is now, with all that was told of
 * them; W is woken when one falls due, or is told. */
void make_dues(struct bench *b, struct inform_watch *w);
/* Is E a report, an answer or the like, by the subject, under this clause? */
const struct act *tells(const struct bench *b, const struct inform_watch *w,
                        const struct entry *e);

#endif
