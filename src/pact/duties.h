/* duties.h - what duties say, and entries that tell
 *
 * Clauses of inform, stay, inspection, access and equivalence have one struct
 * duties each, in which what their lines say is filled in; entries that
 * report, notify, ask, answer and the like have a struct act.
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
    span at;
    struct subjects who;
    struct counteds what;
    bool by_unit;
    str text;          /* what is told, as written */
    str other;         /* what is no item: `an answer`, telemetry of ... */
    const int *places; /* spots, one for each of WHO; NULL: anywhere */
    qty most;          /* ... of at most so many, or QTY_NONE, */
    int event;         /* of this kind, or -1, */
    struct period in;  /* in this time */
    struct schedule when;
};

/* "at most 21 days for ship of each party in Z" */
struct stay {
    span at;
    struct duration most;
    struct counteds what;
    struct subjects who;
    struct stated stated;
    const int *places;    /* one for each of WHO; NULL: anywhere */
    struct duration away; /* counted afresh after; n 0: not said */
};

/* 3; 23% of quota; quota. Empty OF: the figure itself. */
struct count {
    qty n;
    str of;
};

enum round_way { ROUNDED_NOT, ROUNDED_UP, ROUNDED_DOWN };

/* "each side accepts at most 6 in a calendar year, 2 from the same party" */
struct accepts {
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
};

struct inspection {
    struct accepts *lines;
    size_t lines_n, lines_cap;
    struct duration asked, answer, access, lasts; /* n 0: not said */
    int64_t team, inspectors;                     /* 0: not said */
};

/* "each side lets A pass in Z" */
struct access {
    struct subjects who, whose; /* of whom, if that is said */
    str what;
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

/* A figure below `report` or `notify`: "3_061 tank, active in Z", "68_000 lt
 * of ship", "1_550 warheads on missile", "200 sites". It posts nothing. */
struct reported {
    enum figure figure;  /* exact, a range, or at least */
    qty low, high;       /* in metres, kilograms or as they are; `at least`:
                          * HIGH is QTY_NONE */
    char dimension;      /* of a unit stated: 'l', 'm'; 0: none */
    struct counted what; /* ATTR: a sum of it. `lt of ship`: its only
                          * attribute of that dimension; empty: several */
    struct stated stated;
    int place; /* a spot */
    span at;
};

/* declare, report, request, answer, notify, protest, leave, renew. When a
 * report was told stands in the entry's tellings; without any, on its day.
 * Figures below entries other than `report` and `notify` stay in the text. */
struct act {
    str word;           /* which of these */
    struct who who, by; /* on, of, to, against whom; and by whom; or empty */
    int place;          /* a spot */
    str what;           /* what is reported, notified; the number declared */
    str clause;         /* under it, on it; or empty */
    qty amount;         /* declared */
    struct moment until;
    struct moment as_of; /* of what day its figures are, if said */
    struct reported *figures;
    size_t figures_n, figures_cap;
};

#endif
