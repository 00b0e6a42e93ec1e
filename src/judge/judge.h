/* judge.h - what is kept, broken or undetermined, when, why, on what basis.
 *
 * judge() gives for each clause, line, subject and basis the whole timeline
 * in half-open segments with one verdict each (docs/judging.md tells the
 * rules).  All of it is as of a day: entries dated later are not known.
 *
 *     struct judgement *j = judge(keep, pact, ledger, close, false);
 *     for (size_t i = 0; i < j->rows_n; i++)
 *         ... row_on(j->rows[i], close) ...
 *
 * Cost: one sweep by instants, O((flows + clause touches) log n), and a
 * linear programme where unknowns are tied together.
 */
#ifndef JUDGE_JUDGE_H
#define JUDGE_JUDGE_H

#include "book/book.h"

enum verdict {
    KEPT,
    BROKEN,
    UNDETERMINED,
    NOT_IN_FORCE,
    NOT_DUE,
    SUSPENDED,
    NOT_JUDGED
};

/* ORDER BASES: as rows are printed. */
enum basis { DECLARED, ESTIMATED, EVIDENCE, COMBINED, BASES };

enum reason {
    REASON_NONE,
    REASON_NO_COMPLETE,
    REASON_RANGE,
    REASON_PLACE,
    REASON_ON_THE_WAY,
    REASON_WHOSE,
    REASON_KIND,
    REASON_STATUS,
    REASON_UNSTATED,
    REASON_DISAGREE,
    REASON_DISCREPANCY,
    REASON_DENIED,
    REASON_SILENCE,
    REASON_LATE,
    REASON_WAITS,
    REASON_NOTHING_DUE,
    REASON_NOTHING_RECORDED,
    REASON_EXCEPTION,
    REASON_CONDITION,
    REASON_NO_RIGHT,
    REASON_RIGHT,
    REASON_IN_USE,
    REASON_UNDECLARED,
    REASON_DISPUTED,
    REASON_UNJUDGED
};

const char *verdict_word(enum verdict v);
const char *basis_word(enum basis b);
const char *reason_word(enum reason r);

/* What was measured: LOW and HIGH, QTY_NONE where open; `any` false: a
 * verdict without a figure. */
struct measured {
    bool any;
    qty low, high;
};

struct segment {
    instant from, until; /* INSTANT_MAX: goes on at the as-of day */
    enum verdict verdict;
    enum reason reason;
    struct measured first;     /* at its beginning */
    struct measured now;       /* at its end */
    struct measured worst;     /* where it was furthest from kept */
    int entry;                 /* the event or movement it is about, or -1 */
    qty allowed, allowed_high; /* the row's figure, or an exception's: its
                                * ends, NONE where open */
    bool discrepancy;          /* more was seen than the books allow */
    bool disagree;             /* no figure satisfies all books */
};

enum row_kind {
    ROW_LIMIT,
    ROW_BAN,
    ROW_NOTICE,
    ROW_DEED,
    ROW_RETURNS,
    ROW_VERIFIED,
    ROW_CONSENT,  /* to a step or an exception: how many have agreed */
    ROW_HOST,     /* forces that stand without consent */
    ROW_REMEDY,   /* a right, and whether it is used */
    ROW_SUSPENDS, /* suspended or resumed without a right */
    ROW_INFORM,   /* the last that had to be told */
    ROW_STAY,     /* the longest stay */
    ROW_VISITS,   /* inspections: how many, and whether one was refused */
    ROW_TIMELY,   /* a request answered, or followed by a visit, in time */
    ROW_MANNER,   /* how inspectors come: when asked, how long, how many */
    ROW_ACCESS,   /* let pass or see */
    ROW_UNJUDGED
};

struct row {
    enum row_kind kind;
    const struct clause *clause;
    int line;
    struct subject subject; /* ids_n 0: none */
    enum basis basis;
    span at;
    bool has_allowed;
    bool more; /* it is measured how much more there is than on a day */
    enum relation relation;
    qty allowed; /* NONE: it hangs on something, */
    str figure;  /* ... as written */
    str unit;
    str of;    /* of a sum of an attribute: what it is a sum of; or empty */
    int place; /* of a limit: a spot of the pact; ANYWHERE: not said */
    const struct subject *host; /* ROW_HOST: whose consent; or NULL */
    str unjudged;               /* what is not judged, in words */
    struct segment *segments;
    size_t segments_n, segments_cap;
    instant deadline; /* the last known one, INSTANT_MAX: none */
    void *about;      /* judge's own */
};

struct judgement {
    const struct pact *p;
    const struct ledger *l;
    instant close;
    struct row **rows; /* in the order in which they are printed */
    size_t rows_n, rows_cap;
    bool widened; /* somewhere 128 bits or the size did not suffice */
    bool fine;    /* a segment for each change of the measure */
    void *own;
};

/* Judge everything as of the day that ends at CLOSE. FINE: a segment for each
 * change of a measure, not only of a verdict. Contradictions in the books are
 * reported to the pact's diags: then the judgement is not to be used. */
struct judgement *judge(struct arena *keep, const struct pact *p,
                        const struct ledger *l, instant close, bool fine);

/* The segment of ROW for the day that ends at CLOSE: the last one before it,
 * or one broken earlier that day; NULL: it says nothing of that day. */
const struct segment *row_on(const struct row *r, instant close);
/* Since when it has had this verdict. */
instant row_since(const struct row *r, const struct segment *s);
/* The next moment after CLOSE at which something of it falls due, or
 * INSTANT_MAX. */
instant row_deadline(const struct row *r, instant close);
/* What is left of what SEGMENT allows: N - high .. N - low for a ceiling, low
 * - N .. high - N for a floor; `any` false where nothing is compared. */
struct measured row_headroom(const struct row *r, const struct segment *s,
                             struct measured m);

/* The entries that made the measure of ROW in segment S, oldest first (by
 * entry_cmp()); at most MOST, those that weigh most; *LEFT_OUT more. */
size_t row_entries(struct judgement *j, const struct row *r,
                   const struct segment *s, uint32_t *out, size_t most,
                   size_t *left_out);

/* What an entry did to a deed: of what it moved, how much left the zone that
 * it must leave, how much stands where it must, how much never left, and how
 * much came into the zone. */
struct traced {
    uint32_t entry;
    struct measured all, left, there, inside, came;
    bool on_the_way; /* has not arrived yet */
};

struct traces {
    struct traced *at; /* by time */
    size_t n, cap;
    struct traced sum; /* exact: a unit that moves twice is one */
};

/* Of a deed that withdraws, on the basis of ROW: of one basis, not of the
 * combined one, in which the same move may be told twice. */
struct traces row_traces(struct judgement *j, const struct row *r);

#endif
