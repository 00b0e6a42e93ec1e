/* trace.h - inside judge/: how much of a deed is done, traced move by move. */
#ifndef JUDGE_TRACE_H
#define JUDGE_TRACE_H

#include "judge/own.h"

/* A place that is only possibly in the zone to be left: what was there at the
 * anchor, what has come since, and what has gone. */
struct pool {
    int where;
    struct form was, came, went, now;
};

/* One book on one basis. */
struct trace {
    int book, party;                   /* party: whose declaration, or -1 */
    uint8_t *match, *leaves, *reaches; /* tri, by account */
    bool *listed;                      /* by account: it could match */
    struct form *tag, *now;            /* by account */
    struct form fall;                  /* of what is surely in the zone */
    struct pool *pools;
    size_t pools_n, pools_cap;
    struct form gone_low, gone_high; /* destroyed or disbanded */
    struct form lost; /* of what had left: destroyed or disbanded since */
    struct form was_low, was_high; /* in the zone, but for what was raised */
    bool speaks;                   /* something of it has been listed by now */
};

/* How far a deed is done, and how far the zone's balance fell. */
struct progress {
    struct reading done, fall;
};

/* A deed from its anchor on. */
struct tracing {
    const struct deed *deed;
    instant anchor;
    struct trace *traces;
    size_t n, cap;
    struct system system; /* with a share for each choice nobody told */
    struct gauge any, leave, reach;
    bool sure_only;            /* what is only possibly in a zone is in none */
    bool maybe;                /* something is only possibly in a zone */
    enum reason why;           /* the first reason for it */
    struct voice *done, *fall; /* of the last reading */
    size_t voices_n;
};

/* Begin at B->now, whose batch has been taken already. */
struct tracing *tracing_new(struct bench *b, const struct deed *d,
                            bool sure_only);
/* Does any book list forces that the deed is about? */
bool deed_listed(struct bench *b, const struct deed *d, bool declared);
/* The batch of this instant. */
void tracing_batch(struct bench *b, struct tracing *t);
/* SURE: the same deed traced as if what is only possibly in a zone were in
 * none; for the reason of a verdict. May be NULL. */
struct progress tracing_read(struct bench *b, struct tracing *t,
                             struct tracing *sure);

#endif
