/* step.h - inside judge/: a step that is judged, deed by deed.
 *
 * step.c says how each deed stands, accept.c counts the inspections that one
 * accepts, verify.c says who has verified, tale.c what became of each move.
 */
#ifndef JUDGE_STEP_H
#define JUDGE_STEP_H

#include "judge/trace.h"

struct step_watch;

/* One deed: its progress and its rows. */
struct doing {
    const struct deed *deed;
    struct tracing *tracing, *sure; /* sure: NULL if all of it is */
    instant taken;       /* the instant of the last batch that was taken */
    struct meter *meter; /* reaches */
    uint32_t *visits;    /* accepts: inspections, by entry */
    size_t visits_n, visits_cap;
    struct row *rows[BASES], *returns[BASES];
    bool unjudged;
    struct whether *whether; /* the conditions of its clause, */
    tri holds;               /* and whether they hold now */
    instant done[BASES];
    struct measured at_done[BASES];
    bool perhaps[BASES];         /* at some moment it could have been done, */
    enum reason why[BASES];      /* the last time for this reason, */
    struct measured then[BASES]; /* with this measure */
    struct yardstick *yard;      /* NULL: a plain number */
    struct allowed allowed;      /* as it stands; once done, as it stood */
};

/* Somebody who must verify. */
struct verifying {
    struct subject subject;
    struct row *row;
    instant seen; /* INSTANT_MAX: not yet */
    struct whether *whether;
};

struct step_watch {
    struct watcher watcher;
    const struct clause *clause;
    size_t id; /* of the clause */
    struct doing *deeds;
    size_t deeds_n;
    struct verifying *verify;
    size_t verify_n;
    struct force force;
    instant anchor, deadline; /* INSTANT_MAX: not known yet */
    instant told;             /* the deadline as people say it: its day */
    bool began;
};

/* ---- step.c ------------------------------------------------------------- */

/* The end of a span that begins when something is done at T. */
instant span_end(const struct bench *b, instant t, struct duration d);
/* Row R says V from T on, if its conditions hold. */
void row_under(struct bench *b, struct row *r, instant t, tri holds,
               struct verdict_of v, struct measured m);

/* ---- accept.c ----------------------------------------------------------- */

/* At how many of the sites it has been inspected since the anchor. */
struct progress inspected(struct bench *b, const struct step_watch *w,
                          const struct doing *d, instant t);
/* Was one refused since the anchor, at a site where none has been accepted? Or
 * does a book list all inspections until the deadline? */
bool withheld(struct bench *b, const struct step_watch *w,
              const struct doing *d, instant t);
/* Find them, for D. */
void add_visits(struct bench *b, struct step_watch *w, struct doing *d);

/* ---- verify.c ----------------------------------------------------------- */

void verifiers(struct bench *b, struct step_watch *w);
void set_verified(struct bench *b, struct step_watch *w, struct verifying *v,
                  instant t);
/* Has it been verified by T, now that it is done? */
void is_verified(struct bench *b, struct step_watch *w, instant t);

#endif
