/* pact.h - what the text means: names, clauses and entries, resolved.
 *
 * pact_read() takes files and gives one struct pact with everything in it:
 * parties, items, zones, clauses and the entries of all books.  Errors of the
 * text are reported and the reading goes on; a thing with an error is left
 * out, so that one cause makes one message.
 *
 * All indices (party, item, zone, ...) are positions in the arrays below; -1
 * says "none".  Strings point into the sources or into the arena.  Nothing is
 * changed once pact_read() has returned.
 *
 * What there may be a million of (entries, their stocks) is small: rare
 * details stand apart (struct more), and an entry's words for people (source,
 * note, id) are read again from the text by entry_words().
 */
#ifndef PACT_PACT_H
#define PACT_PACT_H

#include "base/clock.h"
#include "base/day.h"
#include "base/os.h"
#include "base/qty.h"
#include "base/tri.h"
#include "diag/diag.h"
#include "geo/geo.h"

enum { HOLDERS_MAX = 256 };

/* A set of holders (parties, formations, others), by index. */
struct who {
    uint64_t bit[HOLDERS_MAX / 64];
};

static inline bool who_has(const struct who *w, int i)
{
    return w->bit[i / 64] >> (i % 64) & 1;
}

static inline void who_add(struct who *w, int i)
{
    w->bit[i / 64] |= (uint64_t)1 << (i % 64);
}

bool who_within(const struct who *a, const struct who *b); /* a in b */
bool who_meet(const struct who *a, const struct who *b);
bool who_same(const struct who *a, const struct who *b);
bool who_empty(const struct who *a);
struct who who_one(int i);
void who_join(struct who *a, const struct who *b); /* a = a or b */

struct parser; /* pact/parse.h */

/* ---- time --------------------------------------------------------------- */

enum time_unit { MINUTES, HOURS, DAYS, WEEKS, MONTHS, YEARS };

struct duration {
    int64_t n;
    enum time_unit unit;
};

/* A moment: fixed, or some time after a step. A dated one means the whole
 * day that opens at `at`. */
enum moment_kind { MOMENT_NONE, MOMENT_AT, MOMENT_DONE, MOMENT_VERIFIED };

struct moment {
    enum moment_kind kind;
    instant at;
    bool dated;
    str step;              /* DONE, VERIFIED: the clause's identifier */
    struct duration after; /* of DONE, VERIFIED: added to it */
};

/* ---- what a pact declares ----------------------------------------------- */

struct side {
    str name, title;
    span at;
};

enum role { ROLE_PARTY, ROLE_FORMATION, ROLE_OTHER, ROLE_MONITOR };

enum { UNKNOWN = 0 }; /* among the parties: whose owner nobody knows */

struct party {
    str name, title;
    enum role role;
    int side, territory, directed_by; /* territory: a zone */
    struct moment from, until;        /* when it begins and ends */
    span at;
};

/* An attribute of an item: a flag, a value, or known between two ends. */
struct attr {
    str name;
    bool flag, open; /* open: each unit states it */
    qty low, high;   /* in metres, kilograms or plain numbers */
    char dimension;  /* 'l' length, 'm' mass, 0 plain */
    str unit;        /* as written, */
    qty factor;      /* which is so much of it */
};

struct item {
    str name, title;
    int parent;
    struct attr *attrs;
    size_t attrs_n;
    span at;
};

/* A sum of an attribute of what is counted, in a unit; pact/sum.c. */
struct summed {
    str attr, unit, of; /* of: what it is a sum of, as written */
    qty factor;         /* metres, kilograms or 1 */
    char dimension;
};

/* Which items a phrase counts. `in[i]`: does an account of item i count?
 * `unlisted[i]`: could forces of item i that no book lists count? */
struct kinds {
    const uint8_t *in, *unlisted; /* tri, one for each item */
    str text;                     /* as written, for people */
    const struct summed *sum; /* not how many: their sum of this; or NULL */
};

struct family {
    str name;
};

struct status {
    str name;
    int family;
};

struct event_kind {
    str name, title;
    int parent;
};

struct zone {
    str name;
    const struct geo_zone *geo; /* NULL: had an error */
    str unjudged;               /* what of it is not judged yet, or empty */
    bool disputed;
    int of_party, of_side; /* a zone of each, for `its`; or -1 */
    int here;              /* the spot `in NAME`, or ANYWHERE */
    span at;
};

/* Where something is: nowhere said, at one or several sites, in a zone, at a
 * position (or somewhere on an arc: several positions, one of them). */
enum spot_kind { SPOT_ANY, SPOT_SITES, SPOT_ZONE, SPOT_POINT };

struct spot {
    enum spot_kind kind;
    const int *sites;
    size_t sites_n;
    const struct geo_zone *zone;
    const struct geo_point *points;
    size_t points_n;
    double accuracy_m;
    str text; /* for people */
};

enum { ANYWHERE = 0 }; /* the spot that says nothing */

struct site {
    str name, title;
    int spot; /* SPOT_POINT or SPOT_ZONE */
    int here; /* the spot `at NAME`, or ANYWHERE: not asked for yet */
    span at;
};

/* Statuses that are asked for, or that an account has: all groups must hold,
 * one status of each suffices. */
enum { STATUS_STATIONED = -1, STATUS_OWN = -2, STATUSES_MAX = 8 };

struct stated {
    int16_t at[STATUSES_MAX];
    uint8_t group[STATUSES_MAX];
    uint8_t n, groups;
};

/* So many of an item. */
struct unit_part {
    qty low, high;
    int item;
};

struct unit {
    str path, title;
    int home;                /* a spot, or ANYWHERE */
    struct unit_part *parts; /* what it holds, by its declaration, */
    size_t parts_n, parts_cap;
    struct stated stated; /* ... all of it with these statuses */
    struct attr *attrs;
    size_t attrs_n;
    span at;
};

/* ---- clauses ------------------------------------------------------------ */

enum subject_kind { SUBJECT_PARTY, SUBJECT_SIDE, SUBJECT_SUM };

/* Whom a row is judged for. */
struct subject {
    enum subject_kind kind;
    int party, side; /* of a party or side, else -1 */
    bool named;      /* by name, not as one of `each party` */
    const str *ids;
    size_t ids_n;
    struct who who;
};

struct subjects {
    const struct subject *at;
    size_t n;
};

/* By number, so that equal sets are equal bytes. */
void stated_sort(struct stated *s);

enum relation { AT_MOST, AT_LEAST, EXACTLY };

/* "at least 3_000 troops": one alternative of a size. */
struct size {
    struct kinds kinds;
    enum relation relation;
    bool strict; /* more than, less than */
    bool with;   /* of an event: `by ITEMS`, any of these took part */
    struct duration lasts; /* not how many, but how long; n 0: how many */
    qty amount;
    str text;
};

struct sizes { /* all groups must hold, one of each suffices */
    struct size *at;
    size_t *group; /* group[i]: to which group at[i] belongs */
    size_t n, groups;
};

/* 15 December; month 0: none. */
struct year_day {
    int month, day;
};

/* In which events are counted: `in 3 calendar years`, `in a year from 1 July`;
 * PERIOD_NOW: how many go on. */
enum period_kind {
    PERIOD_NOW,
    PERIOD_CALENDAR,
    PERIOD_ROLLING,
    PERIOD_FROM_DAY
};

struct period {
    enum period_kind kind;
    struct duration span;
    struct year_day from; /* FROM_DAY: of each year */
};

/* ---- figures that hang on something --------------------------------------
 */

enum formula_op {
    FORMULA_IS,    /* somewhere from `low` to `high` */
    FORMULA_NAMED, /* `number`, of whom the line is about */
    FORMULA_PLUS,
    FORMULA_MINUS,
    FORMULA_TIMES,
    FORMULA_LARGER,
    FORMULA_SMALLER,
    FORMULA_UP, /* rounded */
    FORMULA_DOWN,
    FORMULA_EVEN,
    FORMULA_WHEN,    /* a if `asked` stands so to `against`, else b */
    FORMULA_EITHER,  /* a or b: disputed */
    FORMULA_HELD,    /* `measure` at `as_on`, or now */
    FORMULA_REPORTED /* ... as last reported */
};

struct limit_row;

struct formula {
    enum formula_op op;
    qty low, high;
    int number; /* in pact.numbers */
    int sign;   /* WHEN: >= <= > < =, from 0 */
    const struct formula *a, *b, *asked, *against;
    const struct limit_row *measure; /* no subject: of whom it is about */
    struct moment as_on;
};

enum each { EACH_NONE, EACH_PARTY, EACH_SIDE };

struct number {
    str name;
    enum each each;
    bool declared;            /* by entries `declare` */
    const struct formula *is; /* NULL: declared, or had an error */
    char dimension;           /* 'l' metres, 'm' kilograms, 0 plain */
    str unjudged;             /* what of it is not judged yet, or empty */
};

/* A line of a limit or quota; of an exception: what stands in its place. */
struct limit_row {
    span at;
    int line; /* its number within the clause, from 1 */
    enum relation relation;
    qty amount;                    /* NONE: by the formula */
    const struct formula *formula; /* or NULL */
    str figure;                    /* ... as written */
    struct kinds kinds;
    struct subjects subjects; /* of an exception: of whom, or none: all */
    const int *places;        /* spots, one for each subject */
    struct stated stated;
    int event;         /* a count of events: which, or -1 */
    const int *events; /* ... or of these, `event` the first */
    size_t events_n;
    struct sizes sizes;   /* ... of this size */
    struct period period; /* ... in this time */
    struct moment as_on;  /* how many more than then: `amount` is 0 */
    bool share;           /* `of which` */
    bool addition;        /* of an exception: on top of the figure */
    str unjudged;         /* the part that is not judged yet, or empty */
};

/* ---- conditions --------------------------------------------------------- */

enum fact { FACT_MEASURE, FACT_KEPT, FACT_AGREED, FACT_STATE, FACT_TOLD };

struct condition {
    enum fact fact;
    bool unless;
    span at;
    const struct limit_row *measure; /* MEASURE: of one subject */
    int clause;                      /* KEPT: in pact.clauses */
    struct subjects who;             /* AGREED: each of them */
    int party;                       /* STATE: whose; -1: the row's own */
    str word;                        /* STATE */
    int event;                       /* TOLD: of what kind, */
    struct duration ahead;           /* at least so long before */
};

/* ---- exceptions --------------------------------------------------------- */

/* What an exception bends, and for how long; its lines are the clause's rows,
 * what it leaves out are the clause's uncounts. */
struct exception {
    const int *targets; /* clauses that it bends */
    size_t targets_n;
    bool to_article; /* of an article's clauses those that its lines fit */
    bool lasts_said, once, rolling;
    struct duration lasts, per; /* per: of `once` */
    const int *over;            /* exceptions that it goes before */
    size_t over_n;
    bool no_notice; /* `without notice` */
};

/* Exceptions to one clause. */
enum { BENDERS_MAX = 64 };

/* ---- consents and remedies ---------------------------------------------- */

/* "step 1 needs consent of B and C", "any troops ... of the host" */
struct needs {
    span at;
    int line;
    int clause;              /* in pact.clauses, or -1: forces are meant */
    struct limit_row forces; /* which */
    bool host;               /* whoever is host there: */
    struct subjects who;     /* each of these; of `host`, each host */
    const int *places;       /* of forces: spots, by subject, then by `who` */
    str unjudged;
};

/* "on breach of limit 1 by side east: side west may suspend step 2" */
struct right {
    span at;
    int line;
    int breach, target; /* in pact.clauses */
    struct subject by, whose;
    str unjudged;
};

struct remedy {
    struct right *rights;
    size_t rights_n;
    int back; /* the way back: once this has been kept, or -1 */
    struct duration kept;
};

/* Of what is not counted, and of that what is so up to a figure: each of these
 * doubles the ways of counting. */
enum { UNCOUNTS_MAX = 8, CAPPED_MAX = 4 };

struct uncount {
    struct kinds kinds;
    bool all; /* whosever */
    struct who who;
    struct stated stated;
    int place;
    bool capped;
    qty cap;
};

/* BY: by a day of the year, so many calendar years before it starts. TOLD: it
 * starts at most so long after the day that was told. */
enum lead { LEAD_BEFORE, LEAD_START, LEAD_AFTER, LEAD_BY, LEAD_TOLD };
enum { MOVES_INTO = 1, MOVES_OUT = 2, MOVES_INSIDE = 4 };

struct notice {
    span at; /* the line that says of what */
    bool movement;
    const int *events;
    size_t events_n;
    struct sizes sizes;
    struct subjects subjects;
    const int *places; /* of events, or of movements by `moves` */
    struct stated stated;
    unsigned moves;
    enum lead lead;
    struct duration ahead; /* BY: years */
    struct year_day by;
    bool told_stated;       /* a lead was given at all */
    struct duration window; /* n == 0: not added up */
    bool advised;
};

enum deed_kind {
    DEED_WITHDRAWS,
    DEED_DESTROYS,
    DEED_DISBANDS,
    DEED_TRANSFERS,
    DEED_REACHES,
    DEED_ACCEPTS
};

struct deed {
    enum deed_kind kind;
    span at;
    int line;
    struct subject actor;
    enum relation relation; /* REACHES; else AT_LEAST, or of `all`: */
    bool all;   /* what is still to be done: AT_MOST, and none in the end */
    int unit;   /* `all` forces of this unit, a holder, or -1 */
    qty amount; /* NONE: by the formula */
    const struct formula *formula; /* of DESTROYS, DISBANDS; or NULL */
    str figure;                    /* ... as written */
    struct kinds kinds;
    struct subject whose; /* REACHES: whose forces; else the actor's */
    struct stated stated;
    struct moment since; /* `in total since`: counted from then on */
    int from, to; /* spots; `to` ANYWHERE if not said; `from` is the place of
                   * DESTROYS, DISBANDS and REACHES */
    const int *sites; /* ACCEPTS: where; `amount` of them */
    size_t sites_n;
    bool by_said;
    struct who by; /* ACCEPTS: inspected by one of these; TRANSFERS: to them */
    str unjudged;
};

struct step {
    struct deed *deeds;
    size_t deeds_n;
    bool returns_said, for_good;
    int returns_line; /* the lines of `none returns` begin after this */
    struct duration returns;
    span returns_at;
    bool verified_said, verified_by_other; /* `the other side` */
    int verified_line;
    struct subjects verifiers; /* each must; of a sum, any one */
    str verified_unjudged;     /* the line, if it is not judged yet */
    bool verified_within_said;
    struct duration verified_within;
    span verified_at;
    struct moment anchor, deadline; /* deadline: its last day or moment */
};

enum clause_kind {
    CLAUSE_LIMIT,
    CLAUSE_EXCEPTION,
    CLAUSE_NOTICE,
    CLAUSE_QUOTA,
    CLAUSE_INFORM,
    CLAUSE_STAY,
    CLAUSE_STEP,
    CLAUSE_CONSENT,
    CLAUSE_INSPECTION,
    CLAUSE_ACCESS,
    CLAUSE_EVIDENCE,
    CLAUSE_REMEDY,
    CLAUSE_EQUIVALENCE,
    CLAUSE_UNCODED
};

/* "each day from 22:00 to 04:00", minutes of the day; up to the next if they
 * end before they begin. */
struct hours {
    bool said;
    int from, until;
};

struct clause {
    enum clause_kind kind;
    str id, title, article;
    span at, head;
    bool
        leaving; /* no clause: what those are told who leave without a right */
    struct moment from, until; /* NONE: open */
    struct hours hours;        /* of events: which are counted */
    struct limit_row *rows;
    size_t rows_n;
    struct uncount *uncounts;
    size_t uncounts_n;
    int *not_under; /* of a quota: what these count is not counted */
    size_t not_under_n, not_under_cap;
    struct condition *conditions;
    size_t conditions_n, conditions_cap;
    struct notice notice;
    struct step step;
    struct duties *duties; /* inform, stay ...: see duties.h, or NULL */
    struct exception exception;
    struct needs *needs;
    size_t needs_n, needs_cap;
    struct remedy remedy;
    int *bent_by; /* exceptions that are judged, in pact.clauses */
    size_t bent_by_n, bent_by_cap;
    char grade[2]; /* evidence: at least B2 */
    str unjudged;  /* a part that is not judged yet, as written, or empty */
    bool opaque;   /* ... and it may turn any verdict, not only a breach */
    bool bent;     /* an exception that is not judged yet bends it */
    str words;     /* the treaty's own words above it, joined, or empty */
    bool paraphrase;
};

/* ---- books and their entries -------------------------------------------- */

struct cover {
    str what; /* "notices" */
    struct who who;
    instant from, until; /* half-open */
};

struct book {
    str title, keeper_name;
    int keeper; /* a party, or -1 */
    uint32_t file;
    struct cover *covers;
    size_t covers_n;
};

/* A, A/first, A + B, "A or B". Each once in pact.holders. */
struct holder {
    struct who who;
    bool either; /* `or`: one of them, not known which */
    bool side;   /* `side east`, even if only one party stands on it */
    str unit;    /* the path, or empty */
    str text;    /* as people write it */
};

enum figure { FIGURE_EXACT, FIGURE_RANGE, FIGURE_AT_LEAST, FIGURE_ALL };

struct stock {
    int64_t low, high; /* whole numbers, or places in pact.wides */
    int32_t item;
    int16_t stated; /* in pact.stateds: the statuses of the account */
    uint8_t figure; /* enum figure */
    bool wide;
};

enum entry_kind {
    ENTRY_HOLD,
    ENTRY_RAISE,
    ENTRY_RECOUNT,
    ENTRY_DISBAND,
    ENTRY_DESTROY,
    ENTRY_MOVE,
    ENTRY_TRANSFER,
    ENTRY_CHANGE,
    /* ORDER POSTINGS: those above post */
    ENTRY_BALANCE,
    ENTRY_TOTAL,
    ENTRY_COMPLETE,
    ENTRY_OBSERVE,
    ENTRY_INSPECT,
    ENTRY_RESTRICTION,
    ENTRY_EVENT,
    ENTRY_CLAIM,
    ENTRY_VERIFIED,
    ENTRY_DONE,
    ENTRY_CONSENT,
    ENTRY_SUSPEND,
    ENTRY_RESUME,
    ENTRY_STATE,
    ENTRY_LEAVE,
    ENTRY_RENEW,
    ENTRY_REPORT, /* these have a struct act, see duties.h */
    ENTRY_NOTIFY,
    ENTRY_DECLARE,
    ENTRY_OTHER
};

enum told { TOLD_UNSAID, TOLD_NOT, TOLD_AT, TOLD_UNJUDGED };

struct telling {
    enum told told;
    instant at;
    bool dated;
    bool day_said;    /* `notified D for DAY`: when it is to start, */
    instant day;      /* as told */
    const str *under; /* clauses it is for; none: all */
    size_t under_n;
};

/* What few entries have. */
struct more {
    instant until;   /* D..D: the close of the last day */
    instant arrives; /* INSTANT_MIN: at once */
    instant goes_on; /* an event, a consent, a restriction, an inspection:
                      * its exclusive end, or MAX; of a leave when the notice
                      * has run, of a renewal the new end */
    struct telling *tellings;
    size_t tellings_n;
    struct kinds *kinds; /* of complete, one for each name */
    size_t kinds_n;
    int stated; /* complete ... that are; a set of pact.stateds */
    int change_from, change_to, director, event;
    int to_who;    /* transfer: to whom; suspend: by whom, a holder */
    struct who by; /* a restriction: who was denied access; `who` denied
                    * it */
    str clause;    /* verified, done, consent, suspend, resume, renew (empty:
                    * the pact): which; of a consent to forces empty; of a
                    * state: the word */
    struct who whose;      /* a consent to forces: whose, */
    bool anybodys;         /* or anybody's; what: in `kinds` */
    bool refused;          /* an inspection */
    int64_t team;          /* an inspection: how many came; -1: not told */
    str under, part_of;    /* a clause; the `id` of another entry; or empty */
    const struct act *act; /* of reports, requests ...: duties.h */
    bool ends_said;        /* an event: its `until` */
    char grade[2];
};

/* `withdrawal on 6 months notice, not before D, ends for that party` */
struct withdrawal {
    bool said, for_all;
    struct duration notice;
    instant not_before; /* INSTANT_MIN: any time */
};

struct entry {
    instant from;             /* it takes effect then */
    uint32_t file, head, end; /* bytes of its text */
    int32_t who, place, to;   /* holder, spots */
    uint32_t stock;           /* the first of its stocks */
    int32_t more;             /* in pact.mores, or -1 */
    uint16_t book, stocks_n;
    uint8_t kind;         /* enum entry_kind */
    bool dated, sometime; /* by a day; D..D */
};

/* A posting in words that are not judged yet: whose, and from when on. */
struct lost {
    instant from;
    struct who who;
    str what;
};

/* ---- what the text says of itself ------------------------------------- */

enum expects { EXPECTS_KEPT, EXPECTS_BROKEN, EXPECTS_UNDETERMINED };

/* "expect broken 1.1 by A on 2022-02-15" */
struct expect {
    span at;
    enum expects expects;
    int clause; /* in pact.clauses */
    str by;     /* as written: "A", "side east" */
    struct who who;
    instant on; /* its day is meant */
};

enum change_kind { CHANGE_DROP, CHANGE_DELAY, CHANGE_FIGURE, CHANGE_TIME };

/* A line of a scenario. */
struct change {
    span at;
    enum change_kind kind;
    str id;           /* DROP, DELAY: of entries */
    struct moment to; /* DELAY */
    int clause;       /* FIGURE, TIME: in pact.clauses */
    qty amount;       /* FIGURE: of what: */
    struct kinds kinds;
    int event; /* ... or events, or -1 */
    struct duration time;
};

struct scenario {
    span at;
    str title;
    struct change *changes;
    size_t changes_n, changes_cap;
};

/* ---- all of it ---------------------------------------------------------- */

enum months_rule { MONTHS_UNSAID, MONTHS_CLAMP, MONTHS_NEXT };

struct parser;

struct pact {
    struct arena *keep;
    struct sources *sources;
    struct diags *diags;
    struct geo *geo;

    bool has_header;
    str title;
    span header;
    struct moment signed_on, from, until;
    bool renewable; /* behind `until` */
    struct withdrawal withdrawal;
    enum months_rule months;

    struct side *sides;
    struct party *parties; /* 0 is `unknown` */
    struct item *items;
    struct family *families;
    struct status *statuses;
    struct event_kind *events;
    struct number *numbers;
    struct zone *zones;
    struct site *sites;
    struct unit *units;
    struct clause *clauses;
    struct book *books;
    str *overlays; /* files of the what-if, as they were read */
    struct holder *holders;
    struct spot *spots;     /* 0 is ANYWHERE */
    struct stated *stateds; /* 0 is empty */
    struct entry *entries;
    struct stock *stocks;
    struct more *mores;
    qty *wides;
    struct lost *lost;
    struct expect *expects;
    struct scenario *scenarios;
    str scenario;              /* the one that is judged, or empty */
    const struct clock *clock; /* of the pact's time zone */
    str clock_file;            /* the bytes of it; none: it is UTC */
    struct parser *reader; /* pact/'s own, for pact_lint(), pact_ask_place() */
    size_t sides_n, sides_cap, parties_n, parties_cap, items_n, items_cap,
        families_n, families_cap, statuses_n, statuses_cap, events_n,
        events_cap, numbers_n, numbers_cap, zones_n, zones_cap, sites_n,
        sites_cap, units_n, units_cap, clauses_n, clauses_cap, books_n,
        books_cap, overlays_n, overlays_cap, holders_n, holders_cap, spots_n,
        spots_cap, stateds_n, stateds_cap, entries_n, entries_cap, stocks_n,
        stocks_cap, mores_n, mores_cap, wides_n, wides_cap, lost_n, lost_cap,
        expects_n, expects_cap, scenarios_n, scenarios_cap;
};

/* Read the FILES (pacts and books; a folder stands for the .pact and .book
 * files in it) and what they include.  A file that cannot be read is a
 * fault; errors of the text are in DIAGS, and *OUT is then as much as was
 * understood. */
fault pact_read(struct arena *keep, struct os *os, struct sources *sources,
                struct diags *diags, const str *files, size_t n,
                struct pact **out);

/* What is doubtful in a text without errors, as warnings. Takes some
 * milliseconds a zone. */
void pact_lint(const struct pact *p);

/* The same with OVERLAYS, which are read last, and are left out of FILES and
 * of the folders among them.  One without a `book` header adds to the one book
 * given, or to the one among them that no party keeps; with the header of a
 * book that was given, to that one; else it is a book of its own. */
fault pact_read_with(struct arena *keep, struct os *os,
                     struct sources *sources, struct diags *diags,
                     const str *files, size_t n, const str *overlays,
                     size_t overlays_n, struct pact **out);

/* The same on an Earth that others may have read on: what was drawn once is
 * there. GEO must outlive *OUT. */
fault pact_read_on(struct arena *keep, struct geo *geo, struct os *os,
                   struct sources *sources, struct diags *diags,
                   const str *files, size_t n, const str *overlays,
                   size_t overlays_n, struct pact **out);

/* From now on P is as the scenario NAME has it: entries dropped or delayed,
 * figures of clauses set. Once, after a pact_read() without errors. false:
 * *WRONG says what is wrong. */
bool pact_scenario(struct pact *p, str name, str *wrong);

/* F, why PATH cannot be read; if nothing is there, with what may have been
 * meant. */
fault pact_missing(struct arena *keep, struct os *os, str path, fault f);

/* Everybody who counts for SIDE: on it, or directed by one who is. */
struct who pact_side(const struct pact *p, int side);
/* Is TEXT text at all? If not, that is reported. */
bool pact_is_text(struct diags *diags, uint32_t file, str text);
/* A clause by its identifier, or NULL. */
const struct clause *pact_clause(const struct pact *p, str id);
/* Does LINE of an exception stand in place of R's figure for that subject? */
bool row_fits(const struct pact *p, const struct limit_row *line,
              const struct limit_row *r, size_t subject);
/* Does exception X, in pact.clauses, say `over Y`, directly or not? */
bool goes_before(const struct pact *p, int x, int y);
const char *clause_word(enum clause_kind k);
/* TIME after a moment; months and years by the pact's rule. false: no single
 * meaning, or beyond the years 1 to 9999. */
bool duration_add(const struct pact *p, instant at, bool dated,
                  struct duration d, int sign, instant *out);
/* "14 days" */
str duration_text(struct arena *keep, struct duration d);
bool kind_of_event(const struct pact *p, int event, int ancestor);
/* Is it that item, or below it in the tree? */
bool kind_of_item(const struct pact *p, int item, int ancestor);
/* What ITEM, or the next above it, states of the attribute; or NULL. */
const struct attr *attr_of(const struct pact *p, int item, str name);

/* The place that AT names: a site, or a position in the words of the language
 * ("54.57 N 33.17 E accurate to 2 km") or in signed degrees ("54.57, 33.17").
 * ACCURACY: "5 km", or empty. A spot of the pact; ANYWHERE: *WRONG says what
 * is wrong. After a pact_read() without errors. */
int pact_ask_place(struct pact *p, str at, str accuracy, str *wrong);
/* A holder, things that are counted, a zone, in the words of the language:
 * "ARD/1A", "tank with range >= 300 km", "within 50 km of camp". The number
 * of a holder, or of a spot; -1 or false: *WRONG says what is wrong. */
int pact_ask_holder(struct pact *p, str text, str *wrong);
bool pact_ask_kinds(struct pact *p, str text, struct kinds *out, str *wrong);
int pact_ask_zone(struct pact *p, str text, str *wrong);
/* A length of time: "30 days" */
bool pact_ask_duration(struct pact *p, str text, struct duration *out,
                       str *wrong);
/* Is all that S stands for in Z? */
tri spot_in_zone(const struct pact *p, const struct spot *s,
                 const struct geo_zone *z);

/* ---- entries ---------------------------------------------------------------
 */

/* The amount that a figure states, lowest and highest (QTY_NONE: open),
 * without regard to anything else. */
void stock_ends(const struct pact *p, const struct stock *s, qty *low,
                qty *high);
/* What an entry that has none would have. */
const struct more *entry_more(const struct pact *p, const struct entry *e);
/* The end of its day, or of its stretch D..D. */
instant entry_until(const struct pact *p, const struct entry *e);
/* The latest of these; INSTANT_MIN: there is no entry. */
instant entries_until(const struct pact *p);
span entry_at(const struct entry *e);
/* Is what it says about its holder that holder's own declaration? */
bool entry_declares(const struct pact *p, const struct entry *e);
bool declares(const struct pact *p, int book, const struct holder *h);

/* Its words for people, read again from the text. */
struct entry_words {
    str id, note, title; /* empty: none; the title is an event's */
    str means;           /* "satellite" */
    const str *sources;
    size_t sources_n;
};
struct entry_words entry_words(const struct pact *p, struct arena *keep,
                               const struct entry *e);
/* An order of entries that depends on neither files nor names: by instant,
 * then by kind, figures and words for people, at last by the text. */
int entry_cmp(const struct pact *p, const struct entry *a,
              const struct entry *b);

#endif
