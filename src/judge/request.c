/* request.c - what is asked for, and answered in time; docs/judging.md,
 * section 8
 *
 * A request and what came of it are two entries: told together by `as part
 * of`, or else by the same two parties and place, in order.
 */
#include "judge/inspection.h"

/* ---- requests, and what came of them ------------------------------------ */

static bool is_act(const struct bench *b, const struct entry *e,
                   const char *word)
{
    const struct act *a = entry_more(b->p, e)->act;
    return e->kind == ENTRY_OTHER && a && str_eq(a->word, str_of(word)) &&
           e->from < b->close;
}

static str clause_of(const struct more *m)
{
    return m->act && m->act->clause.len ? m->act->clause : m->under;
}

static bool for_clause(const struct more *m, const struct clause *c)
{
    str k = clause_of(m);
    return !k.len || str_eq(k, c->id);
}

static int place_of(const struct entry *e, const struct more *m)
{
    return m->act ? m->act->place : e->place;
}

/* A request for words alone: it names neither a place nor the clause. */
static bool only_words(const struct bench *b, const struct request *q)
{
    const struct entry *e = &b->p->entries[q->entry];
    const struct more *m = entry_more(b->p, e);
    return place_of(e, m) == ANYWHERE && !clause_of(m).len;
}

static int by_time(const void *x, const void *y, void *with)
{
    const struct bench *b = with;
    const struct request *s = x, *t = y;
    return entry_cmp(b->p, &b->p->entries[s->entry], &b->p->entries[t->entry]);
}

static bool same_place(int x, int y)
{
    return x == ANYWHERE || y == ANYWHERE || x == y;
}

/* What may have come of a request: told by whom, to or of whom. */
struct sequel {
    uint32_t entry;
    struct who by, to;
};

/* Is that the same pair? */
static bool fits(const struct bench *b, const struct request *r,
                 const struct sequel *s, bool visit, bool visiting)
{
    const struct entry *q = &b->p->entries[r->entry];
    const struct entry *e = &b->p->entries[s->entry];
    const struct more *m = entry_more(b->p, q), *n = entry_more(b->p, e);
    str k = clause_of(m), l = clause_of(n);
    if (e->from < q->from || (k.len && l.len && !str_eq(k, l)) ||
        !same_place(place_of(q, m), place_of(e, n)))
        return false;
    if (visit && visiting) /* whoever was asked came to see somebody */
        return who_meet(&s->by, &m->act->who);
    return visit ? who_meet(&s->to, &m->act->who) &&
                       who_meet(&s->by, &m->act->by)
                 : who_meet(&s->by, &m->act->who) &&
                       who_meet(&s->to, &m->act->by);
}

/* S goes to the request that it names, or to the first of its pair that has
 * none yet. */
static void pair(struct bench *b, struct requests *r, const struct sequel *s,
                 bool visit, bool visiting)
{
    str of = entry_more(b->p, &b->p->entries[s->entry])->part_of;
    for (size_t i = 0; i < r->n; i++) {
        struct request *q = &r->at[i];
        int *slot = visit ? &q->visit : &q->answer;
        if (*slot >= 0)
            continue;
        const struct entry *e = &b->p->entries[q->entry];
        bool meant = of.len ? str_eq(entry_words(b->p, b->keep, e).id, of)
                            : fits(b, q, s, visit, visiting);
        if (!meant)
            continue;
        *slot = (int)s->entry;
        return;
    }
}

static int sequel_time(const void *x, const void *y, void *with)
{
    const struct bench *b = with;
    const struct sequel *s = x, *t = y;
    return entry_cmp(b->p, &b->p->entries[s->entry], &b->p->entries[t->entry]);
}

static void wake_with(struct bench *b, struct watcher *w, uint32_t entry)
{
    const struct entry *e = &b->p->entries[entry];
    alarm_set(b, e->from, w);
    if (e->sometime)
        alarm_set(b, entry_until(b->p, e), w);
}

static void pair_all(struct bench *b, struct requests *r, bool visiting,
                     struct watcher *w)
{
    struct sequel *list = NULL;
    size_t n = 0, cap = 0;
    for (uint32_t i = 0; r->n && i < b->p->entries_n; i++) {
        const struct entry *e = &b->p->entries[i];
        const struct more *m = entry_more(b->p, e);
        bool visit = e->kind == ENTRY_INSPECT && e->from < b->close;
        if (!visit && !is_act(b, e, "answer"))
            continue;
        struct sequel s = { i, m->by, b->p->holders[e->who].who };
        if (!visit)
            s = (struct sequel){ i, m->act->by, m->act->who };
        *push(b->keep, list, n, cap) = s;
    }
    sort_array(b->keep, list, n, sizeof *list, sequel_time, b);
    for (size_t i = 0; i < n; i++)
        pair(b, r, &list[i],
             b->p->entries[list[i].entry].kind == ENTRY_INSPECT, visiting);
    for (size_t i = 0; i < r->n; i++) {
        if (r->at[i].answer >= 0)
            wake_with(b, w, (uint32_t)r->at[i].answer);
        if (r->at[i].visit >= 0)
            wake_with(b, w, (uint32_t)r->at[i].visit);
    }
}

void requests_find(struct bench *b, const struct clause *c,
                   const struct subject *to, const struct who *by,
                   bool visiting, struct requests *out, struct watcher *w)
{
    for (uint32_t i = 0; i < b->p->entries_n; i++) {
        const struct entry *e = &b->p->entries[i];
        const struct more *m = entry_more(b->p, e);
        if (!is_act(b, e, "request") || !for_clause(m, c) ||
            (by && !who_meet(&m->act->by, by)))
            continue;
        struct who now = to ? who_on(b, to, e->from) : m->act->who;
        if (!who_meet(&m->act->who, &now))
            continue;
        *push(b->keep, out->at, out->n, out->cap) =
            (struct request){ .entry = i,
                              .held = YES,
                              .sometime = e->sometime,
                              .dated = e->dated,
                              .from = e->from,
                              .sure = said_from(b->p, e),
                              .answer = -1,
                              .visit = -1 };
        wake_with(b, w, i);
    }
    sort_array(b->keep, out->at, out->n, sizeof *out->at, by_time, b);
    pair_all(b, out, visiting, w);
}

const struct request *request_of(const struct requests *r, uint32_t entry)
{
    for (size_t i = 0; i < r->n; i++)
        if (r->at[i].visit == (int)entry)
            return &r->at[i];
    return NULL;
}

/* ---- what all rows about acts share ------------------------------------- */

void wake_with_claims(struct bench *b, struct watcher *w)
{
    for (size_t i = 0; i < b->claims_n; i++)
        alarm_set(b, b->p->entries[b->claims[i]].from, w);
}

void remember_held(tri *held, instant from, instant sure, bool sometime,
                   tri now, instant t)
{
    if (from == t)
        *held = now;
    else if (sometime && from < t && t < sure && *held != now)
        *held = MAYBE;
}

bool was_in_force(const struct force *f, instant from, instant sure)
{
    return from < f->until && sure >= f->from;
}

/* ---- a row -------------------------------------------------------------- */

struct timely {
    struct watcher watcher;
    const struct clause *clause;
    const struct subject *who;
    struct duration within;
    enum asked_for what;
    struct requests list;
    struct row *row;
    struct force force;
    struct whether *whether;
};

/* What stands of one request at a moment. */
struct stands {
    struct verdict_of v;
    struct measured m;
    int entry;
    instant due, done; /* done: MAX: not yet */
    bool dated;        /* due by the end of a day */
};

/* The first moment that is too late. What D..D asked is asked on the last. */
static instant due_of(struct bench *b, const struct timely *w,
                      const struct request *q)
{
    bool by_day = q->dated || q->sometime;
    instant from = q->sometime ? q->sure - 1 : q->from;
    if (!by_day)
        return after(b, q->from, w->within);
    instant at = day_opens(instant_day(from));
    instant due =
        after(b, w->within.unit < DAYS ? at + DAY_SECONDS : at, w->within);
    return w->within.unit < DAYS || due == INSTANT_MAX ? due
                                                       : due + DAY_SECONDS;
}

/* The entry that does what is asked, the earlier of two; -1: none. */
static int done_by(const struct bench *b, const struct timely *w,
                   const struct request *q)
{
    const struct entry *all = b->p->entries;
    int v = q->visit;
    if (w->what == FOR_ACCESS)
        return v;
    if (q->answer < 0 || v < 0)
        return v < 0 ? q->answer : v;
    return all[v].from < all[q->answer].from ? v : q->answer;
}

/* How long it took, in days or hours; from a date to a date, whole days. */
static struct measured took(const struct bench *b, const struct timely *w,
                            const struct request *q, const struct entry *e)
{
    bool days = w->within.unit >= DAYS;
    instant from = q->from, to = e->from;
    if (q->sometime || e->sometime)
        return (struct measured){ 0 };
    if (q->dated && !e->dated && !days)
        from += DAY_SECONDS; /* hours run from its end */
    if (days && (q->dated || e->dated)) {
        from = day_opens(instant_day(from));
        to = day_opens(instant_day(to));
    }
    const struct clock *clock = b->p->clock;
    qty n = to < from ? qty_int(0)
            : days    ? qty_ratio(clock_apart(clock, from, to), 86400)
                      : qty_ratio(clock_between(clock, from, to), 3600);
    return (struct measured){ true, n, n };
}

static struct stands done(const struct bench *b, const struct timely *w,
                          const struct request *q, struct stands s, int by)
{
    const struct entry *e = &b->p->entries[by];
    instant from = e->from, sure = said_from(b->p, e);
    bool by_day = q->dated || q->sometime;
    bool late = by_day ? from >= s.due : from > s.due;
    instant last = e->sometime ? sure - 1 : from;
    bool timely = by_day ? last < s.due : last <= s.due;
    s.m = took(b, w, q, e);
    s.entry = by;
    s.done = sure;
    s.v = late     ? it_is(KEPT, REASON_LATE)
          : timely ? it_is(KEPT, REASON_NONE)
                   : it_is(UNDETERMINED, REASON_RANGE);
    if (w->what == FOR_ACCESS && entry_more(b->p, e)->refused)
        s.v = it_is(NOT_DUE, REASON_NOTHING_DUE);
    return s;
}

static struct stands stands_at(struct bench *b, const struct timely *w,
                               const struct request *q, instant t)
{
    struct stands s = { .entry = (int)q->entry,
                        .due = due_of(b, w, q),
                        .done = INSTANT_MAX,
                        .dated = q->dated || q->sometime };
    int by = done_by(b, w, q);
    const struct entry *e = by >= 0 ? &b->p->entries[by] : NULL;
    if (e && said_from(b->p, e) <= t)
        return done(b, w, q, s, by);
    if (t < s.due) {
        s.v = it_is(NOT_DUE, REASON_NONE);
        return s;
    }
    const struct who *asked =
        &entry_more(b->p, &b->p->entries[q->entry])->act->who;
    bool told =
        covers(b, "inspections", asked, s.due - 1) ||
        (w->what != FOR_ACCESS && covers(b, "answers", asked, s.due - 1));
    s.v = e && e->from <= t ? it_is(UNDETERMINED, REASON_RANGE)
          : told            ? it_is(BROKEN, REASON_NONE)
                            : it_is(UNDETERMINED, REASON_SILENCE);
    /* it was answered, and late: so it was not before */
    if (e && e->from > s.due && e->from < b->close)
        s.v = it_is(BROKEN, REASON_NONE);
    return s;
}

/* The worst; then what is due; then what was done last. */
static int rank(const struct stands *s)
{
    switch (s->v.verdict) {
    case BROKEN: return 5;
    case UNDETERMINED: return s->done == INSTANT_MAX ? 4 : 2;
    case NOT_DUE: return s->v.reason == REASON_NONE ? 3 : 1;
    case KEPT: return 2;
    case NOT_IN_FORCE:
    case SUSPENDED:
    case NOT_JUDGED: break;
    }
    return 0;
}

static bool goes_before_it(const struct stands *x, const struct stands *y)
{
    if (rank(x) != rank(y))
        return rank(x) > rank(y);
    return rank(x) == 3 ? x->due < y->due : rank(x) <= 2 && x->done > y->done;
}

static void timely_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct timely *w = (struct timely *)watcher;
    struct stands worst = { .v = it_is(NOT_DUE, REASON_NOTHING_DUE),
                            .entry = -1 };
    struct measured none = { 0 };
    bool in = look_in_force(b, w->clause, w->who, &w->force, watcher, t);
    tri holds = in ? whether_now(b, w->whether, t) : NO;
    w->row->deadline = INSTANT_MAX;
    for (size_t i = 0; i < w->list.n; i++) {
        struct request *q = &w->list.at[i];
        remember_held(&q->held, q->from, q->sure, q->sometime, holds, t);
        if (w->what == FOR_ACCESS && only_words(b, q))
            continue;
        if (q->from > t || !q->held ||
            !was_in_force(&w->force, q->from, q->from))
            continue;
        struct stands s = stands_at(b, w, q, t);
        s.v = under(q->held, s.v);
        if (rank(&s) > 0 && (rank(&worst) <= 1 || goes_before_it(&s, &worst)))
            worst = s;
    }
    if (holds == NO) {
        row_set(b, w->row, t,
                it_is(NOT_IN_FORCE, in ? REASON_CONDITION : REASON_NONE), none,
                -1);
        return;
    }
    if (rank(&worst) == 3)
        w->row->deadline = worst.dated ? worst.due - DAY_SECONDS : worst.due;
    row_set(b, w->row, t, bent(w->clause, under(holds, worst.v)), worst.m,
            worst.entry);
}

void judge_timely(struct bench *b, const struct clause *c, int line, span at,
                  const struct subject *who, const struct who *by,
                  struct duration d, enum asked_for what)
{
    static const int64_t per[] = { 1, 1, 1, 7 };
    if (part_time(b, c, line, at, who))
        return;
    struct timely *w = new_one(b->keep, struct timely);
    *w = (struct timely){ .watcher = { timely_wake, false },
                          .clause = c,
                          .who = who,
                          .within = d,
                          .what = what,
                          .force = { INSTANT_MIN, INSTANT_MAX } };
    w->whether = whether_new(b, c, who, &w->watcher);
    requests_find(b, c, who, by, what == FOR_VISIT, &w->list, &w->watcher);
    w->row = row_new(
        b,
        (struct row){ .kind = ROW_TIMELY,
                      .clause = c,
                      .line = line,
                      .subject = *who,
                      .basis = COMBINED,
                      .at = at,
                      .has_allowed = d.unit < MONTHS,
                      .relation = AT_MOST,
                      .allowed = d.unit == MINUTES ? qty_ratio(d.n, 60)
                                 : d.unit < MONTHS ? qty_int(d.n * per[d.unit])
                                                   : qty_int(0),
                      .unit = d.unit < DAYS ? S("hours") : S("days"),
                      .about = w });
    for (size_t i = 0; i < w->list.n; i++)
        alarm_set(b, due_of(b, w, &w->list.at[i]), &w->watcher);
    wake_when_covered(b, &w->watcher);
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wait_for_steps(b, &w->watcher, c);
}

void about_timely(struct bench *b, const struct row *r, instant t,
                  struct mentions *out)
{
    const struct timely *w = r->about;
    for (size_t i = 0; i < w->list.n; i++) {
        const struct request *q = &w->list.at[i];
        const int came[] = { (int)q->entry, q->answer, q->visit };
        for (size_t k = 0; k < 3; k++)
            if (came[k] >= 0 && b->p->entries[came[k]].from <= t)
                mention_whole(b, out, (uint32_t)came[k]);
    }
}
