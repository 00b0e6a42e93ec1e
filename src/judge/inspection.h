/* inspection.h - inside judge/: inspections, and requests for them */
#ifndef JUDGE_INSPECTION_H
#define JUDGE_INSPECTION_H

#include "judge/own.h"
#include "pact/duties.h"

/* An `inspect` entry, as it bears on a row. */
struct visit {
    uint32_t entry;
    tri counts;
    enum reason why; /* of MAYBE */
    int claim;       /* it hangs on this claim, or -1 */
    tri held;        /* the clause's condition, when it happened */
    bool refused, sometime;
    instant from, sure; /* sure: it has happened for certain by then */
    instant ends;       /* when it is over; its own day if that is not told */
    struct who by;
};

struct visits {
    struct visit *at; /* by time */
    size_t n, cap;
};

/* Which inspections: of whom, by whom, where. */
struct visited {
    const struct subject *who; /* NULL: whomever */
    const struct who *by;      /* NULL: any who is not of WHO */
    int place;
    bool sites_asked; /* sites with such things: only one named so is sure */
};

/* Those that a line of C may be about; W is woken when they turn. */
void visits_find(struct bench *b, const struct clause *c,
                 const struct visited *of, struct visits *out,
                 struct watcher *w);
void visits_sort(struct bench *b, struct visits *v);

/* A `request` entry, what came of it, and by when it should have. */
struct request {
    uint32_t entry;
    tri held;
    bool sometime, dated;
    instant from, sure;
    int answer, visit; /* entries, or -1: not answered, nobody came */
};

struct requests {
    struct request *at; /* by time */
    size_t n, cap;
};

/* Requests under C to one of TO, by one of BY (NULL: anybody), each with what
 * came of it. ANY: a visit of whomever by TO counts, not one of TO. */
void requests_find(struct bench *b, const struct clause *c,
                   const struct subject *to, const struct who *by,
                   bool visiting, struct requests *out, struct watcher *w);
/* The request that inspection ENTRY followed; NULL: none is told. */
const struct request *request_of(const struct requests *r, uint32_t entry);

/* What a timed row asks for. */
enum asked_for { FOR_ANSWER, FOR_ACCESS, FOR_VISIT };

/* A row: WHO answers (lets in, inspects) within D of a request by BY. */
void judge_timely(struct bench *b, const struct clause *c, int line, span at,
                  const struct subject *who, const struct who *by,
                  struct duration d, enum asked_for what);

struct who all_of(const struct subjects *s);
/* Claims of direction may turn what W is about. */
void wake_with_claims(struct bench *b, struct watcher *w);
/* HELD, the clause's condition when something happened, as T is looked at. */
void remember_held(tri *held, instant from, instant sure, bool sometime,
                   tri now, instant t);
/* Did what happened from FROM to LAST happen while F was in force? */
bool was_in_force(const struct force *f, instant from, instant last);

/* Was V asked for early enough? *M: how early, in what IN counts it. */
tri asked_early(struct bench *b, const struct inspection *in,
                const struct requests *r, const struct visit *v,
                struct measured *m, enum reason *why);
/* Rows of those who inspect: asked, how long, how many. */
void judge_manner(struct bench *b, const struct clause *c);
/* `accepts A at any time, everywhere in Z` */
void judge_open(struct bench *b, const struct clause *c,
                const struct accepts *a);

#endif
