/* manner.c - how inspectors come: asked in time, how long, how many;
 * docs/judging.md, section 8
 *
 * These are duties of whoever inspects.  Like a notice, each stands on the day
 * of the inspection that it is about.
 */
#include "judge/inspection.h"

enum manner_kind {
    MANNER_ASKED,
    MANNER_LASTS,
    MANNER_TEAM,
    MANNER_INSPECTORS
};

struct manner_watch {
    struct watcher watcher;
    const struct clause *clause;
    const struct subject *who; /* who inspects */
    const struct manner *manner;
    enum manner_kind kind;
    struct visits list;
    struct requests requests;
    struct row *row;
    struct force force;
    struct whether *whether;
};

/* ---- how it was --------------------------------------------------------- */

static bool in_days(struct duration d)
{
    return d.unit >= DAYS;
}

static qty span_of(const struct bench *b, struct duration d, instant from,
                   instant to)
{
    return in_days(d) ? qty_ratio(clock_apart(b->p->clock, from, to), 86400)
                      : qty_ratio(clock_between(b->p->clock, from, to), 3600);
}

/* The first moment at which one may come who asked on FROM. */
static instant may_come(struct bench *b, const struct request *q, instant from,
                        struct duration d)
{
    instant at = day_opens(instant_day(from));
    if (!q->dated && !q->sometime)
        return after(b, from, d);
    return after(b, in_days(d) ? at : at + DAY_SECONDS, d);
}

tri asked_early(struct bench *b, const struct inspection *in,
                const struct requests *r, const struct visit *v,
                struct measured *m, enum reason *why)
{
    const struct request *q = request_of(r, v->entry);
    struct duration d = in->asked.within;
    *m = (struct measured){ 0 };
    if (!q) {
        *why = REASON_SILENCE;
        return covers(b, "requests", &v->by, v->from) ? NO : MAYBE;
    }
    instant last = q->sometime ? q->sure - 1 : q->from;
    bool sure = v->from >= may_come(b, q, last, d);
    bool can =
        (v->sometime ? v->sure - 1 : v->from) >= may_come(b, q, q->from, d);
    if (!q->sometime && !v->sometime) {
        instant from = q->from;
        if (q->dated && !in_days(d))
            from = day_opens(instant_day(from)) + DAY_SECONDS;
        qty n = span_of(b, d, from, v->from);
        if (in_days(d))
            n = qty_round(n, ROUND_DOWN);
        *m = (struct measured){ true, n, n };
    }
    *why = REASON_RANGE;
    return sure ? YES : can ? MAYBE : NO;
}

/* An inspection dated by a day may have begun at its close. */
static tri over_in_time(struct bench *b, const struct visit *v,
                        struct duration d)
{
    const struct entry *e = &b->p->entries[v->entry];
    instant at = day_opens(instant_day(v->from));
    instant due = !e->dated    ? after(b, v->from, d)
                  : in_days(d) ? after(b, at, d)
                               : after(b, at + DAY_SECONDS, d);
    if (in_days(d) && e->dated && due != INSTANT_MAX)
        due += DAY_SECONDS;
    return tri_of(v->ends <= due);
}

static struct verdict_of of_team(const struct manner_watch *w, int64_t team,
                                 struct measured *m)
{
    if (team < 0)
        return it_is(UNDETERMINED, REASON_SILENCE);
    *m = (struct measured){ true, qty_int(team), qty_int(team) };
    return weigh(w->kind == MANNER_TEAM ? EXACTLY : AT_MOST,
                 qty_int(w->manner->n), *m);
}

static struct verdict_of verdict_on(struct bench *b,
                                    const struct manner_watch *w,
                                    const struct visit *v, struct measured *m)
{
    const struct more *more = entry_more(b->p, &b->p->entries[v->entry]);
    enum reason why = REASON_SILENCE;
    tri good = MAYBE;
    *m = (struct measured){ 0 };
    if (w->kind == MANNER_TEAM || w->kind == MANNER_INSPECTORS) {
        if (v->refused && more->team < 0)
            return it_is(NOT_DUE, REASON_NOTHING_DUE);
        return of_team(w, more->team, m);
    }
    if (w->kind == MANNER_ASKED)
        good = asked_early(b, &w->clause->duties->inspection, &w->requests, v,
                           m, &why);
    else if (v->refused)
        return it_is(NOT_DUE, REASON_NOTHING_DUE);
    else if (more->ends_said)
        good = v->sometime ? MAYBE : over_in_time(b, v, w->manner->within);
    if (good == MAYBE && more->ends_said && w->kind == MANNER_LASTS)
        why = REASON_RANGE;
    return good == YES  ? it_is(KEPT, REASON_NONE)
           : good == NO ? it_is(BROKEN, REASON_NONE)
                        : it_is(UNDETERMINED, why);
}

/* ---- a row -------------------------------------------------------------- */

static int worse(enum verdict v)
{
    return v == BROKEN ? 3 : v == UNDETERMINED ? 2 : v == KEPT;
}

/* The day of the inspection, or all of the time that it took. */
static bool stands(const struct manner_watch *w, const struct visit *v,
                   instant t)
{
    instant ends = day_opens(instant_day(v->from)) + DAY_SECONDS;
    if (v->sometime || w->kind == MANNER_LASTS)
        ends = v->sure > v->ends ? v->sure : v->ends;
    return v->from <= t && t < ends;
}

static void manner_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct manner_watch *w = (struct manner_watch *)watcher;
    struct verdict_of worst = it_is(NOT_DUE, REASON_NOTHING_DUE);
    struct measured m = { 0 }, one;
    int entry = -1;
    bool in = look_in_force(b, w->clause, w->who, &w->force, watcher, t);
    tri holds = in ? whether_now(b, w->whether, t) : NO;
    for (size_t i = 0; i < w->list.n; i++) {
        struct visit *v = &w->list.at[i];
        remember_held(&v->held, v->from, v->sure, v->sometime, holds, t);
        if (!stands(w, v, t) || !v->held ||
            (v->claim >= 0 && !b->claim_known[v->claim]) ||
            !was_in_force(&w->force, v->from, v->from))
            continue;
        struct verdict_of x = under(v->held, verdict_on(b, w, v, &one));
        if (v->counts == MAYBE && x.verdict == BROKEN)
            x = it_is(UNDETERMINED, v->why);
        if (worse(x.verdict) <= worse(worst.verdict))
            continue;
        worst = x;
        m = one;
        entry = (int)v->entry;
    }
    if (holds == NO)
        worst = it_is(NOT_IN_FORCE, in ? REASON_CONDITION : REASON_NONE);
    row_set(b, w->row, t, bent(w->clause, under(holds, worst)), m, entry);
}

/* What is asked, as a figure of the row. */
static void allowed(const struct manner_watch *w, struct row *r)
{
    static const int64_t per[] = { 1, 1, 1, 7 };
    struct duration d = w->manner->within;
    r->has_allowed = w->kind >= MANNER_TEAM || d.unit < MONTHS;
    r->relation = w->kind == MANNER_ASKED  ? AT_LEAST
                  : w->kind == MANNER_TEAM ? EXACTLY
                                           : AT_MOST;
    r->allowed = w->kind >= MANNER_TEAM ? qty_int(w->manner->n)
                 : d.unit == MINUTES    ? qty_ratio(d.n, 60)
                 : d.unit < MONTHS      ? qty_int(d.n * per[d.unit])
                                        : qty_int(0);
    r->unit = w->kind >= MANNER_TEAM ? S("inspectors")
              : in_days(d)           ? S("days")
                                     : S("hours");
}

/* All inspections that WHO made under the clause. */
static void find_visits(struct bench *b, struct manner_watch *w)
{
    const struct inspection *in = &w->clause->duties->inspection;
    for (size_t i = 0; i < in->lines_n; i++) {
        const struct accepts *a = &in->lines[i];
        for (size_t s = 0; s < a->who.n; s++) {
            struct visited v = { .who = &a->who.at[s],
                                 .by = &w->who->who,
                                 .place = a->places ? a->places[s] : ANYWHERE,
                                 .sites_asked =
                                     a->sites_with || a->sites_without };
            visits_find(b, w->clause, &v, &w->list, &w->watcher);
        }
        struct visited any = { .by = &w->who->who };
        if (!a->who.n && a->by.n)
            visits_find(b, w->clause, &any, &w->list, &w->watcher);
    }
    visits_sort(b, &w->list);
}

static void manner_row(struct bench *b, const struct clause *c,
                       const struct subject *who, const struct manner *m,
                       enum manner_kind kind)
{
    if (!m->line || part_time(b, c, m->line, m->at, who))
        return;
    struct manner_watch *w = new_one(b->keep, struct manner_watch);
    *w = (struct manner_watch){ .watcher = { manner_wake, false },
                                .clause = c,
                                .who = who,
                                .manner = m,
                                .kind = kind,
                                .force = { INSTANT_MIN, INSTANT_MAX } };
    w->whether = whether_new(b, c, who, &w->watcher);
    find_visits(b, w);
    if (kind == MANNER_ASKED)
        requests_find(b, c, NULL, &who->who, false, &w->requests, &w->watcher);
    for (size_t i = 0; i < w->list.n; i++)
        alarm_set(b, day_opens(instant_day(w->list.at[i].from)) + DAY_SECONDS,
                  &w->watcher);
    struct row r = { .kind = ROW_MANNER,
                     .clause = c,
                     .line = m->line,
                     .subject = *who,
                     .basis = COMBINED,
                     .at = m->at,
                     .about = w };
    allowed(w, &r);
    w->row = row_new(b, r);
    wake_with_claims(b, &w->watcher);
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wait_for_steps(b, &w->watcher, c);
}

/* ---- who inspects ------------------------------------------------------- */

struct list {
    struct subject *at;
    size_t n, cap;
};

static void add(struct bench *b, struct list *l, const struct subject *s)
{
    for (size_t i = 0; i < l->n; i++)
        if (who_same(&l->at[i].who, &s->who))
            return;
    *push(b->keep, l->at, l->n, l->cap) = *s;
}

/* Every party but those within NOT. */
static void add_others(struct bench *b, struct list *l,
                       const struct who * not )
{
    for (size_t i = 0; i < b->p->parties_n; i++) {
        const struct party *p = &b->p->parties[i];
        if (p->role != ROLE_PARTY || (int)i == UNKNOWN || who_has(not, (int)i))
            continue;
        str *id = new_one(b->keep, str);
        *id = p->name;
        struct subject s = { .kind = SUBJECT_PARTY,
                             .party = (int)i,
                             .side = -1,
                             .ids = id,
                             .ids_n = 1,
                             .who = who_one((int)i) };
        add(b, l, &s);
    }
}

/* Those named; else of several who accept each; else whoever does not. */
static struct list inspectors(struct bench *b, const struct inspection *in)
{
    struct list l = { 0 };
    for (size_t i = 0; i < in->lines_n; i++) {
        const struct accepts *a = &in->lines[i];
        const struct subjects *of = a->by.n ? &a->by : &a->who;
        for (size_t s = 0; (a->by.n || of->n > 1) && s < of->n; s++)
            add(b, &l, &of->at[s]);
        if (!a->by.n && of->n == 1)
            add_others(b, &l, &of->at[0].who);
    }
    return l;
}

void judge_manner(struct bench *b, const struct clause *c)
{
    const struct inspection *in = &c->duties->inspection;
    struct list who = inspectors(b, in);
    for (size_t i = 0; i < who.n; i++) {
        manner_row(b, c, &who.at[i], &in->asked, MANNER_ASKED);
        manner_row(b, c, &who.at[i], &in->lasts, MANNER_LASTS);
        manner_row(b, c, &who.at[i], &in->team, MANNER_TEAM);
        manner_row(b, c, &who.at[i], &in->inspectors, MANNER_INSPECTORS);
    }
}
