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
    struct form *tag, *now;            /* by account */
    struct form fall;                  /* of what is surely in the zone */
    struct pool *pools;
    size_t pools_n, pools_cap;
    struct form gone_low, gone_high; /* destroyed or disbanded */
};

/* How far a deed is done, and how far the zone's balance fell. */
struct count {
    struct measured done, fall;
};

struct progress {
    struct count of[BASES];
    struct count alone[16];
    enum basis alone_of[16];
    size_t alone_n;
    bool disagree, fall_disagree; /* of the combined */
};

/* A deed from its anchor on. */
struct tracing {
    const struct deed *deed;
    instant anchor;
    struct trace *traces;
    size_t n, cap;
    struct system system; /* with a share for each choice nobody told */
    struct gauge any, leave, reach;
};

/* Begin at B->now, whose batch has been taken already. */
struct tracing *tracing_new(struct bench *b, const struct deed *d);
bool tracing_has(const struct tracing *t, bool declared);
/* The batch of this instant. */
void tracing_batch(struct bench *b, struct tracing *t);
struct progress tracing_read(struct bench *b, struct tracing *t);

#endif
