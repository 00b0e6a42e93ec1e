/* duties.h - what duties, and entries about them, say
 *
 * Clauses of inform, stay, inspection, access and equivalence have one struct
 * duties each, in which what their lines say is filled in; entries of acts
 * that are not judged have a struct act.
 */
#ifndef PACT_DUTIES_H
#define PACT_DUTIES_H

#include "pact/pact.h"

/* When something is told, again and again. */
struct schedule {
    struct year_day as_of[2]; /* the days that the figures are of */
    size_t as_of_n;
    struct year_day by;    /* by 15 December each year */
    int by_month_day;      /* by day 5 of each month; 0: not said */
    bool by_time_said;     /* each day by 18:00 */
    int by_minute;         /* ... counted from midnight */
    struct duration every; /* n 0: not said */
    struct duration after; /* within D after ...; n 0: not said */
    bool each;             /* ... each such event, else `it` or `the` one */
    str after_what;        /* ... its word; empty: `it` */
    bool to_said, to_other;
    struct subjects to; /* each of these */
};

/* "warheads on missile", "tank + acv", "holdings" */
struct counted {
    str text;
    bool built_in; /* a word of the language: forces, sites, units ... */
    str attr;      /* the sum of this attribute; empty: how many */
    struct kinds kinds;
};

struct counteds {
    struct counted *at;
    size_t n, cap;
};

/* "each party, its tank and acv by unit in Z, as of 1 January"; a schedule on
 * lines of its own is that of the clause. */
struct inform {
    struct subjects who;
    struct counteds what;
    bool by_unit;
    str other;         /* what is no item: `an answer`, telemetry of ... */
    const int *places; /* spots, one for each of WHO; NULL: anywhere */
    qty most;          /* ... of at most so many, or QTY_NONE, */
    int event;         /* of this kind, or -1, */
    struct period in;  /* in this time */
    struct schedule when;
};

/* "at most 21 days for ship of each party in Z" */
struct stay {
    struct duration most;
    struct counteds what;
    struct subjects who;
    struct stated stated;
    const int *places;    /* one for each of WHO, or one if it is nobody */
    struct duration away; /* counted afresh after; n 0: not said */
};

/* 3; 23% of quota; quota; 50% (of the line's own figure). */
struct count {
    qty n;
    bool share; /* of the line's own figure */
    str of;     /* a number that is not judged yet, or empty */
};

enum round_way { ROUNDED_NOT, ROUNDED_UP, ROUNDED_DOWN };

/* "each side accepts at most 6 in a calendar year, 2 from the same party" */
struct accepts {
    span at;
    int line;
    struct subjects who; /* of `each unit`, `by W of whom`: see those */
    bool offers, anytime, unrestricted;
    bool each; /* each NAME at most so many: a unit, say */
    str each_what;
    bool counted; /* a bound is stated */
    enum relation relation;
    struct count count;
    bool in_said;
    struct period in;
    struct subjects by;            /* inspectors */
    bool by_other;                 /* ... who are not of WHO */
    struct duration after_request; /* n 0: not said */
    struct subjects requesters;
    bool from_other; /* at all: from the other party */
    bool same_said, other_said;
    struct count same, other; /* so many of these from ... */
    enum round_way rounded;
    bool sites_with, sites_without; /* place: sites with such things */
    struct kinds kinds;
    struct stated stated;
    const int *places;
    str unjudged; /* a part that is not judged yet, or empty */
};

/* "asked at least 32 hours before arrival", "team of exactly 9" */
struct manner {
    span at;
    int line; /* 0: not said */
    struct duration within;
    int64_t n; /* of a team: how many */
};

struct inspection {
    struct accepts *lines;
    size_t lines_n, lines_cap;
    struct manner asked, answer, access, lasts, team, inspectors;
};

/* "each side lets A pass in Z" */
struct access {
    span at;
    int line;
    struct subjects who, whose; /* of whom, if that is said */
    str what;
    int party; /* WHAT is one of those declared, or -1 */
    bool see, through;
    const int *places; /* one for each of WHO */
};

/* "1_000 troops is 2.0" */
struct weight {
    qty n, is;
    struct kinds kinds;
};

struct equivalence {
    struct weight *weights;
    size_t weights_n, weights_cap;
    struct duration within; /* available within D of Z; n 0: not said */
    int place;
    bool tolerance_said;
    qty tolerance; /* a share of one */
};

struct duties {
    int lines; /* that are its own */
    struct schedule when;
    struct duration away; /* stays are counted afresh after; n 0: not said */
    struct inform *informs;
    struct stay *stays;
    struct access *accesses;
    size_t informs_n, informs_cap, stays_n, stays_cap, accesses_n,
        accesses_cap;
    struct inspection inspection;
    struct equivalence equivalence;
};

/* declare, report, request, answer, notify, protest, leave, renew.
 * Figures below such an entry stay in the text. */
struct act {
    str word;           /* which of these */
    struct who who, by; /* on, of, to, against whom; and by whom; or empty */
    int place;          /* a spot */
    str what;           /* what is reported, notified; the number declared */
    str clause;         /* under it, on it; or empty */
    qty amount;         /* declared */
    struct moment until;
};

#endif
