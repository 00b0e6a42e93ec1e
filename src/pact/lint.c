/* lint.c - what is doubtful in a text without errors: warnings that need no
 * more than the text; see pact_lint() in pact.h
 *
 * Only what is certain is told: a zone that is shown to be empty, a date that
 * lies outside.  What is still read and not judged is left alone.
 */
#include "pact/lint.h"

/* For message_of(): whose clause it is. */
static struct diag *of_clause(struct parser *q, struct diag *d,
                              const struct clause *k)
{
    d->clause = str_fmt(q->keep, "%s %.*s", clause_word(k->kind), STR(k->id));
    return d;
}

/* ---- the boundaries ----------------------------------------------------- */

static int year_of(instant t)
{
    return day_civil(instant_day(t)).year;
}

/* The file knows the borders of one year, and says only the year. A pact of
 * that year, or of the one before, may well mean the same ones: it takes some
 * months until a change is drawn. Before that a whole year lies between. */
static void old_pact(struct parser *q)
{
    const struct pact *p = q->p;
    int year = geo_boundaries_year(p->geo);
    bool is_signed = p->signed_on.kind == MOMENT_AT;
    struct moment m = is_signed ? p->signed_on : p->from;
    if (!q->borders_said || m.kind != MOMENT_AT || year_of(m.at) >= year - 1)
        return;
    struct diag *d = diag_add(q->diags, DIAG_BORDERS, p->header,
                              "this pact %s %d, and its boundaries are those "
                              "of %d",
                              is_signed ? "was signed in" : "is in force from",
                              year_of(m.at), year);
    diag_note(q->diags, d, q->borders, "drawn by them");
    diag_help(q->diags, d,
              "look whether those borders were there already; where they "
              "were not, draw a `ring` of your own");
}

/* ---- empty zones -------------------------------------------------------- */

struct voids {
    const struct geo_zone **at;
    size_t n, cap;
};

static bool listed(const struct voids *v, const struct geo_zone *z)
{
    for (size_t i = 0; i < v->n; i++)
        if (v->at[i] == z)
            return true;
    return false;
}

static void empty_zones(struct parser *q, struct voids *v)
{
    for (size_t i = 0; i < q->p->zones_n; i++) {
        const struct zone *z = &q->p->zones[i];
        if (!z->geo || z->unjudged.len || !geo_empty(q->p->geo, z->geo))
            continue;
        struct diag *d = diag_add(q->diags, DIAG_EMPTY_ZONE, z->at,
                                  "zone '%.*s' holds no place", STR(z->name));
        diag_help(q->diags, d,
                  "mend what it is made of: what is asked of it is never "
                  "broken, or never kept");
        *push(q->keep, v->at, v->n, v->cap) = z->geo;
    }
}

/* A place in a clause. Of a zone that has its own message nothing is said. */
static void empty_spot(struct parser *q, struct voids *v,
                       const struct clause *k, int spot, span at)
{
    const struct spot *s = &q->p->spots[spot];
    if (s->kind != SPOT_ZONE || listed(v, s->zone) ||
        !geo_empty(q->p->geo, s->zone))
        return;
    struct diag *d =
        of_clause(q,
                  diag_add(q->diags, DIAG_EMPTY_ZONE, at,
                           "the zone that this is about holds no place"),
                  k);
    diag_help(q->diags, d, "mend what it is made of");
}

static void empty_places(struct parser *q, struct voids *v,
                         const struct clause *k)
{
    for (size_t i = 0; i < k->rows_n; i++)
        for (size_t s = 0; k->rows[i].places && s < k->rows[i].subjects.n; s++)
            empty_spot(q, v, k, k->rows[i].places[s], k->rows[i].at);
    for (size_t s = 0; k->notice.places && s < k->notice.subjects.n; s++)
        empty_spot(q, v, k, k->notice.places[s], k->notice.at);
    for (size_t i = 0; i < k->step.deeds_n; i++) {
        const struct deed *d = &k->step.deeds[i];
        empty_spot(q, v, k, d->from, d->at);
        empty_spot(q, v, k, d->to, d->at);
    }
}

/* ---- dates -------------------------------------------------------------- */

/* The first moment that is not in it any more. */
static instant end_of(struct moment m)
{
    return m.kind == MOMENT_AT ? m.at + (m.dated ? DAY_SECONDS : 0)
                               : INSTANT_MAX;
}

static instant start_of(struct moment m)
{
    return m.kind == MOMENT_AT ? m.at : INSTANT_MIN;
}

static void never_in_force(struct parser *q, const struct clause *k)
{
    const struct pact *p = q->p;
    instant ends = p->renewable ? INSTANT_MAX : end_of(p->until);
    struct moment due = k->step.deadline;
    const char *what =
        start_of(k->from) >= ends ? "begins when the pact has ended"
        : end_of(k->until) <= start_of(p->from)
            ? "ends before the pact is in force"
        : start_of(due) >= ends ? "is due when the pact has ended"
                                : NULL;
    if (!what)
        return;
    struct diag *d =
        of_clause(q,
                  diag_add(q->diags, DIAG_OUT_OF_FORCE, k->at, "this %s %s",
                           clause_word(k->kind), what),
                  k);
    diag_help(q->diags, d, "mend one of the dates");
}

/* ---- years -------------------------------------------------------------- */

enum { YEARS_END = 10000, APART = 80 };

/* A stretch of years without a gap of APART. */
struct era {
    int first, last;
    uint32_t entries, from; /* an index: the first entry in the text */
};

static size_t eras_of(struct parser *q, struct era *out)
{
    const struct pact *p = q->p;
    uint32_t *n = new_n(q->keep, uint32_t, YEARS_END),
             *from = new_n(q->keep, uint32_t, YEARS_END);
    size_t eras = 0;
    for (size_t i = p->entries_n; i-- > 0;) {
        int year = year_of(p->entries[i].from);
        if (year < 0 || year >= YEARS_END)
            continue;
        n[year]++;
        from[year] = (uint32_t)i;
    }
    for (int year = 0; year < YEARS_END; year++) {
        if (!n[year])
            continue;
        if (!eras || year - out[eras - 1].last >= APART)
            out[eras++] = (struct era){ year, year, 0, from[year] };
        struct era *e = &out[eras - 1];
        e->last = year;
        e->entries += n[year];
        e->from = from[year] < e->from ? from[year] : e->from;
    }
    return eras;
}

static str years_text(struct parser *q, const struct era *e)
{
    return e->first == e->last
               ? str_fmt(q->keep, "%d", e->first)
               : str_fmt(q->keep, "%d to %d", e->first, e->last);
}

static void years_apart(struct parser *q)
{
    struct era *era = new_n(q->keep, struct era, YEARS_END / APART + 2);
    size_t n = eras_of(q, era), most = 0;
    for (size_t i = 1; i < n; i++)
        most = era[i].entries > era[most].entries ? i : most;
    for (size_t i = 0; i < n; i++) {
        if (era[i].entries >= era[most].entries)
            continue; /* which of the two is the slip? */
        str others = years_text(q, &era[most]), own = years_text(q, &era[i]);
        struct diag *d = diag_add(
            q->diags, DIAG_YEARS, entry_at(&q->p->entries[era[i].from]),
            "this is of %.*s, and most entries are of %.*s", STR(own),
            STR(others));
        diag_help(q->diags, d,
                  "is a digit wrong? If the year is meant, leave it so");
    }
}

/* ---- circles of steps --------------------------------------------------- */

/* For which steps does it wait? */
static size_t waits_for(const struct parser *q, const struct clause *k,
                        int out[3])
{
    const struct moment *m[] = { &k->from, &k->step.anchor,
                                 &k->step.deadline };
    size_t n = 0;
    for (size_t i = 0; i < 3; i++)
        if (m[i]->kind == MOMENT_DONE || m[i]->kind == MOMENT_VERIFIED)
            out[n++] = map_get(&q->clause_ids, m[i]->step);
    return n;
}

enum { SHOWN_CIRCLE = 8 };

static void tell_circle(struct parser *q, const int *by, int first, int last)
{
    const struct clause *all = q->p->clauses;
    int path[SHOWN_CIRCLE];
    size_t n = 0;
    for (int at = last; at != first && n < SHOWN_CIRCLE; at = by[at])
        path[n++] = at;
    struct diag *d;
    if (!n) {
        d = diag_add(q->diags, DIAG_WAITING, all[first].at,
                     "this step waits for itself");
        diag_help(q->diags, d, "name the step that comes before it");
        of_clause(q, d, &all[first]);
        return;
    }
    d = diag_add(q->diags, DIAG_WAITING, all[first].at, "%s",
                 n == 1 ? "these two steps wait for each other: neither is "
                          "due before the other is done"
                        : "these steps wait for each other: none is due "
                          "before another is done");
    of_clause(q, d, &all[first]);
    while (n-- > 0)
        diag_note(q->diags, d, all[path[n]].at, "for this");
    diag_help(q->diags, d, "let one of them begin on a date");
}

/* Each circle at its first step: a way from there and back again over later
 * ones. BY[i]: the step before i on that way. */
static void circles(struct parser *q)
{
    int n = (int)q->p->clauses_n;
    int *by = new_n(q->keep, int, (size_t)n + 1),
        *queue = new_n(q->keep, int, (size_t)n + 1);
    for (int first = 0; first < n; first++) {
        int to[3], head = 0, tail = 0;
        if (!waits_for(q, &q->p->clauses[first], to))
            continue;
        for (int i = 0; i < n; i++)
            by[i] = -1;
        queue[tail++] = first;
        for (bool found = false; head < tail && !found;) {
            int at = queue[head++];
            size_t k = waits_for(q, &q->p->clauses[at], to);
            for (size_t i = 0; i < k && !found; i++) {
                found = to[i] == first;
                if (found) {
                    tell_circle(q, by, first, at);
                } else if (to[i] > first && by[to[i]] < 0) {
                    by[to[i]] = at;
                    queue[tail++] = to[i];
                }
            }
        }
    }
}

/* ---- exceptions that are stricter --------------------------------------- */

static bool same_period(const struct period *a, const struct period *b)
{
    return a->kind == b->kind && a->span.n == b->span.n &&
           a->span.unit == b->span.unit && a->from.month == b->from.month &&
           a->from.day == b->from.day;
}

/* Does LINE of an exception allow less than R, or demand more? */
static bool stricter(const struct limit_row *line, const struct limit_row *r)
{
    if (line->addition || line->unjudged.len || !qty_ok(line->amount) ||
        !qty_ok(r->amount))
        return false;
    if (line->period.kind != PERIOD_NOW &&
        !same_period(&line->period, &r->period))
        return false;
    int more = qty_cmp(line->amount, r->amount);
    return (r->relation == AT_MOST && more < 0) ||
           (r->relation == AT_LEAST && more > 0);
}

/* The first row of K than which LINE is stricter, or NULL. */
static const struct limit_row *bent_down(const struct pact *p,
                                         const struct limit_row *line,
                                         const struct clause *k)
{
    for (size_t i = 0; i < k->rows_n; i++)
        for (size_t s = 0; s < k->rows[i].subjects.n; s++)
            if (row_fits(p, line, &k->rows[i], s) &&
                stricter(line, &k->rows[i]))
                return &k->rows[i];
    return NULL;
}

static void tell_stricter(struct parser *q, const struct clause *x,
                          const struct limit_row *line, const struct clause *k,
                          const struct limit_row *r)
{
    str own = qty_show(q->keep, line->amount),
        other = qty_show(q->keep, r->amount);
    bool most = line->relation == AT_MOST;
    struct diag *d =
        diag_add(q->diags, DIAG_STRICTER, line->at,
                 "this %s than %s %.*s, to which it is an "
                 "exception: %.*s, not %.*s",
                 most ? "allows less" : "demands more", clause_word(k->kind),
                 STR(k->id), STR(own), STR(other));
    of_clause(q, d, x);
    diag_note(q->diags, d, r->at, "the figure that it replaces");
    if (most && line->amount.num)
        diag_help(q->diags, d,
                  "if it comes on top of that figure, write `in addition at "
                  "most %.*s`; a stricter figure belongs in a clause of its "
                  "own",
                  STR(own));
    else
        diag_help(q->diags, d,
                  "mend one of the figures; a stricter one belongs in a "
                  "clause of its own");
}

/* What bends clause K, line by line. */
static void stricter_lines(struct parser *q, const struct clause *k)
{
    for (size_t b = 0; b < k->bent_by_n; b++) {
        const struct clause *x = &q->p->clauses[k->bent_by[b]];
        for (size_t i = 0; i < x->rows_n; i++) {
            const struct limit_row *r = bent_down(q->p, &x->rows[i], k);
            if (r)
                tell_stricter(q, x, &x->rows[i], k, r);
        }
    }
}

/* ---- all of them -------------------------------------------------------- */

void pact_lint(const struct pact *p)
{
    struct parser *q = p->reader;
    struct voids v = { 0 };
    if (p->diags->errors)
        return;
    lint_unused(q);
    lint_bound(q);
    old_pact(q);
    empty_zones(q, &v);
    for (size_t i = 0; i < p->clauses_n; i++) {
        empty_places(q, &v, &p->clauses[i]);
        never_in_force(q, &p->clauses[i]);
        stricter_lines(q, &q->p->clauses[i]);
    }
    years_apart(q);
    circles(q);
}
