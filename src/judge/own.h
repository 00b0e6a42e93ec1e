/* own.h - inside judge/: gauges, meters, rows, and the sweep.
 *
 * A gauge says what is counted: whose, which items, with which status, where.
 * An account is in it, out of it, or possibly in it, and then for a first
 * reason.  A meter is a gauge over time, one slice for each book and basis.
 * A watcher is what a clause leaves behind to be woken when something that
 * bears on it changes.
 */
#ifndef JUDGE_OWN_H
#define JUDGE_OWN_H

#include "base/map.h"
#include "base/sort.h"
#include "judge/judge.h"

struct bench;

struct gauge {
    struct who who;
    struct who claimed; /* only claimed to count: possibly in */
    struct who ever;    /* of several who come and go: all of them; or empty */
    bool of_side;       /* a side: claims of direction matter */
    struct kinds kinds;
    struct stated stated;
    int place;                       /* a spot */
    const struct geo_zone *narrowed; /* and only within this, or NULL */
};

struct class
{
    tri in;
    enum reason why; /* of MAYBE */
    int claim;       /* it hangs on this claim, or -1 */
};

/* ---- where.c: in, out, possibly in -------------------------------------- */

/* Is spot S in spot ZONE? Remembered. */
tri spot_in(struct bench *b, int s, int zone);
/* CLAIM: it hangs on a claim (its number), or -1. */
tri holder_in(struct bench *b, const struct holder *h, const struct gauge *g,
              int *claim);
/* Is what an account's holder H has UNIT's? What a unit belongs to may hold
 * some of its forces. */
tri unit_has(const struct holder *unit, const struct holder *h);
/* Is the spot in the territory of all (YES) or of none (NO) of H? */
tri at_home(struct bench *b, const struct holder *h, int spot);
tri stated_in(struct bench *b, const struct stated *have,
              const struct stated *want, const struct holder *h,
              const struct whereabouts *w);
tri where_in(struct bench *b, const struct whereabouts *w, int zone,
             bool *on_the_way);
struct class classify(struct bench *b, const struct gauge *g, int account);
/* The four answers one by one; what comes after a NO is not asked. */
struct answers {
    tri whose, kind, where, status;
    bool on_the_way;
};
struct answers answers_of(struct bench *b, const struct gauge *g, int account,
                          int *claim);

/* ---- region.c: gauges as sets of possible forces ------------------------ */

/* Is all of G covered by the N gauges Q? Never a wrong yes. AREAS: `own` and
 * `stationed` are the areas that they are, not asked alone. */
bool covered(struct bench *b, const struct gauge *g,
             const struct gauge *const *q, size_t n, bool areas);
bool gauges_meet(struct bench *b, const struct gauge *x,
                 const struct gauge *y); /* could they share anything? */
/* G, within the zone in which ACCOUNT stands. */
struct gauge pinned(struct bench *b, const struct gauge *g, int account);
/* Can anything of ACCOUNT be in all of ALL, by its holders and its place? */
bool can_be(struct bench *b, const struct gauge *all, int account);
/* A piece of ACCOUNT is in all of ALL (NULL: nobody says in what). Must it be
 * in one of the N regions R, if what X leaves open of each is settled that
 * way? Never a wrong yes. */
bool drawn_in(struct bench *b, const struct gauge *all,
              const struct gauge *const *r, const struct answers *x, size_t n,
              int account);

struct gauge gauge_and(struct bench *b, const struct gauge *x,
                       const struct gauge *y);

/* Something a book says of a region as a whole. */
struct saying {
    uint32_t entry;
    int book;
    bool declared, is_total;
    instant from, until;
    struct gauge gauge;
    qty low, high; /* of a total */
    size_t rival;  /* totals of one whom, item, place and day share a number */
};

void collect_told(struct bench *b);
bool told_speaks(const struct bench *b, const struct saying *t, int book,
                 bool declared);

/* ---- weigh.c: sums of an attribute -------------------------------------- */

/* In parts of the sum's unit. */
struct heft {
    int64_t low, high;
};
enum { WEIGHS_ANYTHING = -1 }; /* for `high`: nobody stated it */

struct scale {
    const struct summed *sum;
    int64_t parts; /* in one of its unit */
};

struct scale *scale_new(struct bench *b, const struct kinds *k); /* or NULL */
struct heft heft_of(struct bench *b, const struct scale *s, int item,
                    const struct holder *h);
int32_t heft_id(struct bench *b, struct heft w); /* in bench.hefts */
/* What was added up, in the unit; S NULL: as it is. */
qty weighed(const struct scale *s, qty parts);

/* ---- meter.c, slice.c, basis.c ------------------------------------------ */

/* What an account is to a slice. */
struct touch {
    uint32_t slice;
    int32_t claim;           /* counts only once this claim is known; or -1 */
    int32_t heft;            /* of one, in bench.hefts; -1: it is counted */
    uint8_t in, why;         /* tri; enum reason */
    uint8_t x_sure, x_maybe; /* by bits: in which capped uncounts */
};

/* One book on one basis, of the holders that it speaks for there. */
struct slice {
    struct meter *meter;
    uint32_t number; /* in bench.slices */
    int book, party; /* party: whose declaration, or -1 */
    bool declared, dirty, closed;
    bool any_maybe; /* some account is in it only possibly */
    struct gauge gauge;
    struct sum sure, possible;
    struct sum unweighed; /* how many there are of which nobody told what they
                           * add to a sum */
    struct sum x_sure[UNCOUNTS_MAX], x_possible[UNCOUNTS_MAX];
    struct sum *outside; /* by choice: possibly in, and then left out */
    struct measured now;
    struct measured sure_only; /* as if what is possibly in were not there */
    enum reason why;
    bool collects;       /* a day on which something was seen: */
    struct sum most;     /* `possible` as it opened, plus what came since */
    struct measured day; /* as `now`, but with the most of that day */
};

struct watcher {
    void (*wake)(struct bench *b, struct watcher *w, instant t);
    bool awake;
};

/* Something seen of the gauge: at least `least`, on its own day. */
struct sighting {
    uint32_t entry;
    instant from, until;
    qty least;
    bool sometime; /* on one of several days */
};

/* A measure of several who come and go, from then on. */
struct era {
    instant from;
    struct meter *meter;
};

struct drift;

struct meter {
    struct drift *drift;     /* how much more than on a day; or NULL */
    struct watcher *watcher; /* whom to wake when it changes */
    struct gauge gauge;
    const struct scale *scale; /* of a sum of an attribute, or NULL */
    const struct uncount *uncounts;
    size_t uncounts_n, capped_n;
    struct slice **slices;
    size_t slices_n, slices_cap;
    struct sighting *seen; /* by time */
    size_t seen_n, seen_cap;
    uint32_t *denied; /* entries: access to a place of it was denied */
    size_t denied_n, denied_cap;
    struct voice *voices; /* of the last reading */
    tri nothing;      /* can be in it, whatever is said; MAYBE: not asked */
    bool listed;      /* only what books list is counted */
    struct era *eras; /* if there are any, the meter is only these */
    size_t eras_n, eras_cap;
};

/* What one book says, or all parties of themselves. */
struct voice {
    enum basis basis; /* DECLARED or ESTIMATED */
    struct measured now;
    struct measured most; /* of the whole day */
    struct measured sure; /* as if what is only possibly in were not there */
    enum reason why;      /* for what it is only possibly in */
    bool closed;
};

struct reading {
    struct measured of[BASES]; /* any false: nothing to say */
    bool disagree[BASES], closed[BASES], discrepancy;
    bool more;   /* how much more than on a day: may be below zero */
    bool denied; /* nobody could look everywhere */
    struct measured sure_only[BASES];
    enum reason why[BASES];
    struct measured seen; /* any false: nothing */
    const struct voice *voices;
    size_t voices_n;
};

/* A meter for G, less what is in U; wakes WATCHER when it changes. */
struct meter *meter_new(struct bench *b, struct gauge g,
                        const struct uncount *u, size_t n,
                        struct watcher *watcher);
/* ... for those in G, whoever is bound; for member.c. */
struct meter *meter_plain(struct bench *b, struct gauge g,
                          const struct uncount *u, size_t n,
                          struct watcher *watcher);
/* The one that speaks of the moment T. */
struct meter *meter_at(struct meter *m, instant t);
/* From now on only what books list is counted. */
void meter_only_listed(struct meter *m);
/* The bases at instant T (after its batch). */
struct reading meter_read(struct bench *b, struct meter *m, instant t);
/* Does entry E deny access at T? */
bool denies(const struct pact *p, const struct entry *e, instant t);
bool meter_has(const struct meter *m, bool declared);
/* The verdict on one basis, and its reason: the first that applies; limit.c */
struct verdict_of;
struct verdict_of reading_says(enum relation rel, qty n,
                               const struct reading *x, enum basis k);
/* Does any book say anything of the gauge on this basis? */
bool books_say(struct bench *b, bool declared, const struct gauge *g);
/* What all of the voices say together, on each basis. */
struct reading reading_of(const struct voice *voices, size_t n);
/* M, if SEEN was seen on a day for which at most MOST was allowed; true: it is
 * more than that. */
bool with_evidence(struct measured *m, struct measured seen, qty most);
/* Does it say anything? What allows any amount does not. */
bool is_telling(struct measured m);
/* The smaller, the greater of two ends; of an open one and another: the open
 * one if OPEN_WINS, else the other. */
qty less_of(qty a, qty b, bool open_wins);
qty more_of(qty a, qty b, bool open_wins);
/* From the lower end of the two to the higher one. */
struct measured hull(struct measured x, struct measured y);
/* The one that is told of several: by their order. */
enum reason first_reason(enum reason x, enum reason y);
qty at_least_zero(qty q);
/* The gauge of what an uncount leaves out of G. */
struct gauge left_out(const struct gauge *g, const struct uncount *u);

/* For bench.c. */
void touches_make(struct bench *b);
void slices_flow(struct bench *b, const struct flow *f);
void slices_claim(struct bench *b, int claim);
/* A complete or a total begins or ends. */
void slices_told(struct bench *b, const struct saying *t);
/* The day of T opens; its batch is not yet taken. */
void meter_day(struct bench *b, struct meter *m, instant t);

/* For basis.c: S as it is at T. */
void read_slice(struct bench *b, struct slice *s, instant t);
/* Do completes close the region of S at T? */
bool slice_closed(struct bench *b, const struct slice *s, instant t);

/* ---- drift.c: how much more than on a day ------------------------------- */

/* From FROM on M measures how much more there is than just before. FLOOR:
 * nothing may be missing, so that what nobody lists does not stay as it was.
 */
void drift_new(struct bench *b, struct meter *m, instant from, bool floor);
/* Before that: what it will be compared with. Of several who come and go it
 * is those who are bound now, now and then. */
void drift_watch(struct bench *b, struct meter *m, instant t);
/* Is it T or later? Then all flows up to now are taken. */
bool drift_look(struct bench *b, struct meter *m, instant t);
/* What S has just read, as the difference. */
void drift_slice(struct bench *b, struct slice *s);
/* What all bases say together before it begins. */
void drift_then(struct meter *m, struct measured all);
/* What was seen, as the difference; NONE: nothing is known. */
qty drift_seen(const struct meter *m, qty least);
/* From when on R compares: the close of its `as on`; MIN if it has none. */
instant compares_from(const struct limit_row *r);
/* The least that is possible where nobody says anything. */
qty drift_least(const struct meter *m);

/* ---- cells.c: totals ---------------------------------------------------- */

/* The totals that bound slice S at T; at most MOST. */
size_t totals_of(struct bench *b, const struct slice *s, instant t,
                 const struct saying **out, size_t most);
enum { TOTALS_MAX = 5, UNCOUNTED_MAX = 2 };
/* The slice's measure with the totals of the moment; SURE_ONLY: as if what is
 * only possibly in were not there. */
struct measured cells_measure(struct bench *b, struct slice *s,
                              const struct saying *const *totals, size_t n,
                              instant t, bool sure_only);
/* What all totals tell of the unknowns, for good. */
void cells_learn(struct bench *b);

/* ---- figure.c: figures that hang on something --------------------------- */

struct yardstick;

/* What is allowed: any figure of an interval, under each reading of what is
 * disputed; and all of them together. */
struct allowed {
    struct measured at[16], all;
    size_t n;
    bool undeclared; /* it hangs on what nobody declared */
};

/* F of S; wakes W when it changes. NULL: there is no formula. */
struct yardstick *figure_new(struct bench *b, const struct formula *f,
                             const struct subject *s, struct watcher *w);
struct allowed figure_now(struct bench *b, const struct yardstick *x,
                          instant t);
struct allowed figure_just(qty n);
struct allowed figure_more(struct allowed a, qty n); /* N on top */
/* How what was read stands to it. */
struct verdict_of figure_says(const struct allowed *a, enum relation rel,
                              const struct reading *x, enum basis k);

/* ---- reported.c --------------------------------------------------------- */

/* What S last reported, as known at T, of what R measures; any false: nothing.
 */
struct measured last_reported(const struct bench *b, const struct limit_row *r,
                              const struct subject *s, instant t);
void wake_when_reported(struct bench *b, const struct subject *s,
                        struct watcher *w);

/* ---- rows.c ------------------------------------------------------------- */

struct verdict_of {
    enum verdict verdict;
    enum reason reason;
    bool discrepancy, disagree;
    bool figure;               /* this figure stands in place of the row's: */
    qty allowed, allowed_high; /* its ends; NONE: open */
    bool remeasured;           /* an exception counts otherwise: */
    struct measured measured;
};

struct row *row_new(struct bench *b, struct row proto);
/* A row that only says WHAT is not judged yet. */
void unjudged_line(struct bench *b, const struct clause *c, int line, span at,
                   str what);
/* From T on this is how it stands. */
void row_set(struct bench *b, struct row *r, instant t, struct verdict_of v,
             struct measured m, int entry);
/* How it stood when it was last set. */
enum verdict row_now(const struct row *r);
/* A posting of theirs in words not judged yet, by T; or NULL. */
const struct lost *lost_of(const struct bench *b, const struct who *who,
                           instant t);
/* From T on it says nothing. */
void row_stop(struct row *r, instant t);
struct verdict_of it_is(enum verdict v, enum reason why);
bool same_measure(struct measured a, struct measured b);
struct verdict_of weigh(enum relation rel, qty allowed, struct measured m);
struct verdict_of bent(const struct clause *c, struct verdict_of v);
/* In the order in which they are printed. */
void rows_sort(struct judgement *j);

/* ---- bench.c: the sweep ------------------------------------------------- */

/* A clause's own time: known from the start, or once a step is done. */
struct remedies;
struct force {
    instant from, until; /* INSTANT_MAX: not known yet, or open */
};

/* Watchers by clause. */
struct watchers {
    struct watcher **at;
    size_t n, cap;
};

/* SUBJECT's duties under a clause are suspended from FROM on. */
struct suspension {
    const struct clause *clause;
    struct who who;
    instant from, until; /* MAX: still */
};

/* Who waits for steps, and whose clause it is. */
struct waiter {
    struct watcher *watcher;
    const struct clause *clause;
};

/* The rows of a clause on all bases together. */
struct rows_of {
    struct row **at;
    size_t n, cap;
};

struct bench {
    struct arena *keep;
    const struct pact *p;
    const struct ledger *l;
    struct judgement *j;
    instant close, now;
    struct force *bound;   /* by party: term.c */
    instant *clause_until; /* by clause, renewals and all; the pact's */
    instant pact_until;
    bool come_and_go;     /* some parties are not always bound */
    struct system system; /* the ledger's, plus what totals tell */
    struct sum *balances; /* by account, as of now */
    uint8_t **spots;      /* by zone and spot: remembered answers */
    struct map ways;      /* by both ends and zone: the same */
    struct saying *told;
    size_t told_n, told_cap;
    uint32_t *claims, *seen; /* entries: claims; observations in time */
    uint32_t *denied;        /* entries: where access was denied */
    size_t claims_n, claims_cap, seen_n, seen_cap, denied_n, denied_cap;
    bool *claim_known;
    char grade[2]; /* evidence asked for, or 0 */
    struct meter **meters;
    size_t meters_n, meters_cap;
    struct slice **slices;
    size_t slices_n, slices_cap;
    struct heft *hefts;
    size_t hefts_n, hefts_cap;
    struct touch *touches; /* by account, in order of slice */
    size_t *touch_at;      /* account -> first of its touches */
    struct alarm *alarms;  /* a heap */
    size_t alarms_n, alarms_cap;
    struct watcher **awake;
    size_t awake_n, awake_cap;
    instant *step_done, *step_verified; /* by clause; MAX: not (yet) */
    struct waiter *waiting;    /* woken when a step is done or verified */
    struct watcher **steppers; /* woken at every batch */
    size_t waiting_n, waiting_cap, steppers_n, steppers_cap;
    struct rows_of *combined;             /* by clause */
    struct watchers *of_clause, *on_turn; /* by clause: its own; those who
                                           * listen when its verdict turns */
    struct suspension *suspensions;
    size_t suspensions_n, suspensions_cap;
    struct remedies *remedies; /* NULL: none, and nothing suspended */
    uint32_t *said;            /* entries: consent, suspend, resume, state */
    size_t said_n, said_cap;
    uint32_t *verified; /* entries of that kind */
    size_t verified_n, verified_cap;
    uint32_t *declared; /* ... and `declare` */
    size_t declared_n, declared_cap;
    uint32_t *reports; /* ... and `report` */
    size_t reports_n, reports_cap;
    uint32_t *mentioned;       /* by entry: see row_entries() */
    size_t flows_at, flows_to; /* the batch of this instant */
    struct meeting *meetings;  /* exceptions that are open together, as it
                                * looks at this instant */
    size_t meetings_n, meetings_cap;
};

void balance_flow(struct bench *b, const struct flow *f);
/* Wake W at T, if that is before the close. */
/* Nobody who begins or ends with a step is judged yet: a row for LINE that
 * says so, and true. */
bool part_time(struct bench *b, const struct clause *c, int line, span at,
               const struct subject *s);
void alarm_set(struct bench *b, instant t, struct watcher *w);
/* ... unless that is now, or was: for what looks again when it is woken. */
void alarm_later(struct bench *b, instant t, struct watcher *w);
/* ... wherever a posting is not judged yet. */
void wake_when_lost(struct bench *b, struct watcher *w);
void wake(struct bench *b, struct watcher *w);
/* Wake W, which is C's, whenever a step is done or verified that C hangs on.
 */
void wait_for_steps(struct bench *b, struct watcher *w,
                    const struct clause *c);
/* Wake W whenever a verdict of clause K (in pact.clauses) turns. */
void listen(struct bench *b, struct watcher *w, int k);
void clause_turned(struct bench *b, const struct clause *c);
/* Wake all who set rows of C. */
void wake_clause(struct bench *b, const struct clause *c);
bool is_suspended(const struct bench *b, const struct clause *c,
                  const struct subject *s, instant t);
/* STEP is done or verified: wake those who wait for it. */
void step_known(struct bench *b, const struct clause *step);
bool moment_known(const struct bench *b, const struct moment *m, instant *at,
                  bool *dated);
/* When the clause is in force, as far as is known; cut at the close. */
struct force in_force(const struct bench *b, const struct clause *c);
/* Is C in force at T? *F is as it was when W last looked; W is woken when that
 * may turn. S: of a party that begins or ends; may be NULL. */
bool look_in_force(struct bench *b, const struct clause *c,
                   const struct subject *s, struct force *f, struct watcher *w,
                   instant t);

/* ---- term.c: who is bound, and how long the pact lasts ------------------ */

void terms_make(struct bench *b);
/* ---- member.c: who belongs to several, and when ------------------------- */

/* Who of S is bound at T. One alone is himself, bound or not. */
struct who who_on(const struct bench *b, const struct subject *s, instant t);
/* G, of those who belong to it at T. */
struct gauge gauge_on(const struct bench *b, struct gauge g, instant t);
/* Does any of WHO begin or end with a step? That is not judged yet. */
bool with_a_step(const struct bench *b, const struct who *who);
/* Is no party of S bound at T? */
bool nobody_left(const struct bench *b, const struct subject *s, instant t);

/* When S is bound, if it is a party. */
struct force bound_time(const struct bench *b, const struct subject *s);
/* Nothing is said of R at T, whatever *V is, because of who is bound. */
bool bound_says(struct bench *b, struct row *r, instant t,
                struct verdict_of *v);

/* At T it would be in force, but for a step that it waits for. */
bool waits_for_step(const struct bench *b, const struct clause *c, instant t);
bool covers(const struct bench *b, const char *what, const struct who *who,
            instant t);
/* From FROM to T, in one book. */
bool covers_all(const struct bench *b, const char *what, const struct who *who,
                instant from, instant t);
/* Wake W when silence begins or ceases to tell something. */
void wake_when_covered(struct bench *b, struct watcher *w);
bool grade_counts(const struct bench *b, const struct entry *e);

/* The clause kinds. */
void judge_limit(struct bench *b, const struct clause *c);
void judge_ban(struct bench *b, const struct clause *c,
               const struct limit_row *lr);
void judge_notice(struct bench *b, const struct clause *c);
void judge_step(struct bench *b, const struct clause *c);

/* Was E an inspection that deed D accepts, at its SITEth site (-1: at any)? */
bool accepted(const struct bench *b, const struct deed *d,
              const struct entry *e, int site);
void judge_consent(struct bench *b, const struct clause *c);
void judge_inform(struct bench *b, const struct clause *c);
void judge_stay(struct bench *b, const struct clause *c);
void duties_deadlines(struct bench *b); /* when all is judged: what is next */
void stay_deadline(struct bench *b, const struct row *r);
void judge_remedy(struct bench *b, const struct clause *c);
void judge_suspensions(struct bench *b); /* when all remedies are known */
void drop_rightful(struct judgement *j); /* rows of what had a right */

void judge_inspection(struct bench *b, const struct clause *c);
void judge_access(struct bench *b, const struct clause *c);

/* ---- when.c: conditions, and what stands by its word -------------------- */

/* The conditions of a clause, as they bear on one row. */
struct whether;
/* W is woken whenever a condition may turn. NULL: there are none. */
struct whether *whether_new(struct bench *b, const struct clause *c,
                            const struct subject *s, struct watcher *w);
tri whether_now(struct bench *b, const struct whether *x, instant t);
/* Until when a condition was false last, and until when uncertain. It starts
 * with STEADY. */
#define STEADY ((struct lapse){ YES, INSTANT_MIN, INSTANT_MIN })
struct lapse {
    tri was;
    instant off, unsure;
};
static inline void lapse_look(struct lapse *l, tri holds, instant t)
{
    l->off = l->was == NO ? t : l->off;
    l->unsure = l->was == MAYBE ? t : l->unsure;
    l->was = holds;
}
/* V under a condition that holds or is uncertain. */
struct verdict_of under(tri holds, struct verdict_of v);
/* Has each of WHO agreed to clause C, as of T? How many of them have? */
size_t agreed_to(const struct bench *b, const struct clause *c,
                 const struct subjects *who, instant t);
/* Wake W whenever that may turn. */
void wake_when_agreed(struct bench *b, struct watcher *w,
                      const struct clause *c);
/* An entry D..D says it from the close of its last day on. */
instant said_from(const struct pact *p, const struct entry *e);
/* What is D after T, whatever the pact says of months. */
instant after(const struct bench *b, instant t, struct duration d);
/* That day of the year; a 29 February that it has not, its last. */
day in_year(int year, struct year_day y);
/* The first moment of the period of P that holds T. */
instant period_from(const struct bench *b, const struct period *p, instant t);
/* ... and of the next one; MAX for a rolling one. */
instant period_next(const struct bench *b, const struct period *p, instant t);

/* ---- answer.c: the entries behind a verdict ----------------------------- */

/* An entry, and how much it weighs: what it says of a whole, or was seen,
 * more than any amount. */
struct mention {
    uint32_t entry;
    double weight;
};

struct mentions {
    struct mention *at;
    size_t n, cap;
    uint32_t *known; /* by entry: 1 + its index, 0: not yet */
};

void mention(struct bench *b, struct mentions *m, uint32_t entry,
             double weight);
void mention_whole(struct bench *b, struct mentions *m, uint32_t entry);
void about_measure(struct bench *b, struct meter *m, enum basis k, instant t,
                   struct mentions *out);
/* Of rows of their kinds: what they rest on at T. */
void about_events(struct bench *b, const struct row *r, instant t,
                  struct mentions *out); /* ban.c */
void about_consent(struct bench *b, const struct row *r, instant t,
                   struct mentions *out); /* agree.c */
void about_remedy(struct bench *b, const struct row *r, instant t,
                  struct mentions *out); /* remedy.c */
void about_inform(struct bench *b, const struct row *r, instant t,
                  struct mentions *out); /* inform.c */
void about_stay(struct bench *b, const struct row *r, instant t,
                struct mentions *out); /* stay.c */

void about_visits(struct bench *b, const struct row *r, instant t,
                  struct mentions *out); /* inspection.c */
void about_timely(struct bench *b, const struct row *r, instant t,
                  struct mentions *out); /* request.c */
void about_access(struct bench *b, const struct row *r, instant t,
                  struct mentions *out); /* access.c */

/* ---- bend.c: exceptions ------------------------------------------------- */

/* What bends one row, those first that go before others. */
struct bending;
/* NULL: nothing does. GAUGE: what the row measures, or NULL. */
struct bending *bending_new(struct bench *b, const struct clause *c,
                            const struct limit_row *r, size_t subject,
                            const struct gauge *g, struct watcher *w);
/* A figure: N, or (OWN) N on top of the row's own. */
struct against {
    bool own;
    qty n;
};

/* How does the row stand against it, measured by M (NULL: by the row's own
 * meter)? */
typedef struct verdict_of says_fn(struct bench *b, void *with, enum basis k,
                                  struct meter *m, struct against n,
                                  instant t);
/* What could be open at T: before bend() is asked, on whatever basis. */
void bend_look(struct bench *b, struct bending *x, instant t);
/* What X bends is not in force at T, or K says nothing: uses go on as if its
 * figure were kept. */
void bend_rest(struct bench *b, struct bending *x, enum basis k, instant t);
/* The verdict on one basis at T, with all that bends it; V is the one without.
 */
struct verdict_of bend(struct bench *b, struct bending *x, enum basis k,
                       struct verdict_of v, struct measured figure, instant t,
                       says_fn *says, void *with);
/* V or W, nobody knows which. */
struct verdict_of either(struct verdict_of v, struct verdict_of w);
/* What is open, or may be, at T. */
struct open_now {
    const struct clause *exception;
    tri open;
};
struct opens {
    struct open_now at[BENDERS_MAX];
    size_t n;
};

struct opens open_at(struct bench *b, struct bending *x, instant t);
/* Goes one before the Ith of OPEN that is open for certain? */
bool is_behind(const struct bench *b, const struct opens *open, size_t i);
/* Two of OPEN that are so for certain, of which neither goes before the other,
 * are an error; told once all have looked at the instant: until then verdicts
 * that they hang on may turn. */
void meet(struct bench *b, struct bending *x, const struct opens *open);
/* X looks again: what it found to meet at this instant is forgotten. */
void meet_again(struct bench *b, const struct bending *x);
void meetings_tell(struct bench *b);

/* ---- sizes.c: of events and movements ----------------------------------- */

/* The first flow at instant T or later. */
size_t flows_from(const struct ledger *l, instant t);

/* Is what was measured of the size? */
tri size_met(const struct size *s, struct measured m);
/* How large an entry is, in what a size counts; of an event of which nobody
 * told it, anything. */
struct measured entry_size(struct bench *b, const struct size *z,
                           const struct stated *stated, const struct entry *e);
/* All groups must be met, one size of each suffices. OF measures. */
tri sizes_met(struct bench *b, const struct sizes *z,
              struct measured (*of)(struct bench *b, const struct size *z,
                                    void *with),
              void *with);
/* Is an event of one kind one of another? An `exercise` may be an
 * `exercise.alert`. */
tri event_kind(const struct pact *p, int event, int want);
/* Did event E go on in the hours H of a day? hours.c */
tri in_hours(const struct bench *b, const struct hours *h,
             const struct entry *e);
/* Does event E go on at T? */
tri event_goes_on(const struct pact *p, const struct entry *e, instant t);
/* Wake W whenever that may turn. */
void wake_with_event(struct bench *b, struct watcher *w,
                     const struct entry *e);
/* Those of HOLDERS within SUBJECT; if none is (a claim), all of SUBJECT. */
struct who of_them(const struct who *holders, const struct who *subject);
/* Is E an event of WHO? One of several is an event of each. */
tri event_of(struct bench *b, const struct gauge *g, const struct entry *e,
             int *claim);
/* ... a movement of them? */
tri move_of(struct bench *b, const struct gauge *g, const struct entry *e,
            int *claim);

#endif
