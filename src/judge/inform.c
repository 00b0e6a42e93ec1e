/* inform.c - duties to tell again and again; docs/judging.md, section 8
 *
 * What has to be told is a list of dues: one for each deadline of the
 * calendar, or one for each event after which something is told.  All that is
 * known of when each was told is put to it at once; the watcher then looks at
 * deadlines and at tellings as they come.
 */
#include "judge/inform.h"

/* ---- the verdict -------------------------------------------------------- */

static bool by_then(const struct due *d, instant told, instant end)
{
    return told < end || (d->exact && told == end);
}

static bool in_time(const struct due *d)
{
    instant last = d->sometime ? d->surely - 1 : d->surely;
    return d->surely != INSTANT_MAX && by_then(d, last, d->first);
}

/* Is D told, or overdue, at T? */
static bool is_settled(const struct due *d, instant t)
{
    return d->surely <= t || d->first <= t;
}

/* Nothing of what is owed in D's period is missing yet: whoever may choose
 * which to tell has still enough to choose from. */
static bool may_choose(struct bench *b, const struct inform_watch *w,
                       const struct due *d, instant t)
{
    const struct inform *i = w->line;
    int64_t all = 0, good = 0;
    if (!qty_ok(i->most) || d->event < 0)
        return false;
    instant at = b->p->entries[d->event].from;
    instant from = period_from(b, &i->in, at);
    instant next = period_next(b, &i->in, at);
    if (t < next)
        return true;
    for (size_t k = 0; k < w->n; k++) {
        const struct due *o = &w->dues[k];
        instant x = b->p->entries[o->event].from;
        if (x < from || x >= next)
            continue;
        all++;
        good += o->surely <= t || o->end > t;
    }
    qty owed = qty_cmp(i->most, qty_int(all)) < 0 ? i->most : qty_int(all);
    return qty_cmp(qty_int(good), owed) >= 0;
}

static struct verdict_of missing(struct bench *b, const struct inform_watch *w,
                                 const struct due *d, instant t)
{
    if (t < d->end || (d->told <= t && by_then(d, d->told, d->end)))
        return it_is(UNDETERMINED, REASON_RANGE);
    if (d->counts == MAYBE)
        return it_is(UNDETERMINED, d->why);
    struct who now = who_on(b, w->subject, d->end - 1);
    if (d->denied || covers(b, "reports", &now, d->end - 1))
        return it_is(BROKEN, REASON_NONE);
    return it_is(UNDETERMINED, REASON_SILENCE);
}

/* How D, which is settled at T, stands. */
static struct verdict_of stands(struct bench *b, const struct inform_watch *w,
                                const struct due *d, instant t)
{
    struct verdict_of v = it_is(KEPT, REASON_NONE);
    if (d->owed == NO || (d->surely > t && may_choose(b, w, d, t)))
        return it_is(NOT_DUE, REASON_NOTHING_DUE);
    if (in_time(d))
        return v;
    if (d->unknown)
        return it_is(NOT_JUDGED, REASON_UNJUDGED);
    if (d->surely > t)
        return under(d->owed, missing(b, w, d, t));
    return by_then(d, d->told, d->end) ? it_is(UNDETERMINED, REASON_RANGE)
                                       : it_is(KEPT, REASON_LATE);
}

/* What was owed when its deadline passed. */
static void look_at_deadlines(struct bench *b, struct inform_watch *w,
                              instant t)
{
    for (size_t i = w->passed; i < w->n; i++) {
        struct due *d = &w->dues[i];
        if (d->first > t && !w->events)
            return;
        if (d->looked || d->first > t)
            continue;
        w->passed += !w->events;
        d->looked = true;
        d->owed = w->whether ? w->holds : YES;
        if (is_suspended(b, w->clause, w->subject, d->first - 1))
            d->owed = NO;
    }
}

static int rank(struct verdict_of v)
{
    return v.verdict == BROKEN         ? 4
           : v.verdict == UNDETERMINED ? 3
           : v.verdict == NOT_JUDGED   ? 2
           : v.verdict == KEPT         ? 1
                                       : 0;
}

/* Of the calendar only the last that fell due counts, or one told after. */
static const struct due *latest(const struct inform_watch *w, instant t)
{
    size_t i = w->passed;
    const struct due *best = i ? &w->dues[i - 1] : NULL;
    while (i < w->n && w->dues[i].surely <= t)
        best = &w->dues[i++];
    return best;
}

/* Of events the worst that is open, or else the last. */
static struct verdict_of worst(struct bench *b, const struct inform_watch *w,
                               instant t, const struct due **which)
{
    struct verdict_of all = it_is(NOT_DUE, REASON_NOTHING_DUE);
    *which = NULL;
    for (size_t i = 0; i < w->n; i++) {
        const struct due *d = &w->dues[i];
        if (b->p->entries[d->event].from > t)
            continue;
        if (!is_settled(d, t)) {
            if (!rank(all))
                all = it_is(NOT_DUE, REASON_NONE);
            continue;
        }
        struct verdict_of v = stands(b, w, d, t);
        if (!rank(v) || rank(v) < rank(all) ||
            (rank(v) == rank(all) && rank(v) > 1))
            continue;
        all = v;
        *which = d;
        if (v.verdict == BROKEN)
            break;
    }
    return all;
}

static void inform_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct inform_watch *w = (struct inform_watch *)watcher;
    struct force was = w->force;
    struct measured none = { 0 };
    const struct due *d = NULL;
    struct verdict_of v = it_is(NOT_DUE, REASON_NOTHING_DUE);
    bool in = look_in_force(b, w->clause, w->subject, &w->force, watcher, t);
    if (w->force.from != was.from || w->force.until != was.until || !w->made)
        make_dues(b, w);
    look_at_deadlines(b, w, t);
    w->holds = in ? whether_now(b, w->whether, t) : NO;
    if (w->holds == NO) {
        v = it_is(NOT_IN_FORCE, in ? REASON_CONDITION : REASON_NONE);
    } else if (w->too_many) {
        v = it_is(NOT_JUDGED, REASON_UNJUDGED);
    } else if (w->events) {
        v = worst(b, w, t, &d);
    } else {
        d = latest(w, t);
        v = d ? stands(b, w, d, t) : it_is(NOT_DUE, REASON_NONE);
    }
    int entry = !d ? -1 : d->surely <= t ? d->entry : d->event;
    row_set(b, w->row, t, bent(w->clause, v), none, entry);
}

/* ---- all of it ---------------------------------------------------------- */

static bool says_when(const struct schedule *s)
{
    return s->as_of_n || s->by.month || s->by_month_day || s->by_time_said ||
           s->every.n || s->after.n;
}

/* The line's own times, or those that the clause gives for all its lines. */
static struct schedule times_of(const struct duties *d, const struct inform *i)
{
    struct schedule s = says_when(&i->when) ? i->when : d->when;
    if (s.as_of_n && !s.after.n && !d->when.after_what.len)
        s.after = d->when.after;
    if (s.after.n && !s.after_what.len && !s.as_of_n) {
        s.as_of_n = d->when.as_of_n;
        s.as_of[0] = d->when.as_of[0];
        s.as_of[1] = d->when.as_of[1];
    }
    return s;
}

/* Why its times cannot be judged; empty: they can. */
static str unclear(const struct bench *b, const struct clause *c,
                   const struct schedule *s)
{
    if (!says_when(s))
        return S("a duty to tell that does not say when");
    if (s->after.n && !s->after_what.len && !s->as_of_n)
        return S("after it, without a day that it is of");
    if (s->every.n && c->from.kind == MOMENT_NONE &&
        b->p->from.kind == MOMENT_NONE)
        return S("every so long, without a beginning");
    return S("");
}

/* The next deadline after the close; of a day, its opening. */
static void next_deadline(const struct bench *b, struct inform_watch *w)
{
    for (size_t i = 0; i < w->n; i++) {
        const struct due *d = &w->dues[i];
        instant t = d->exact ? d->end : d->end - DAY_SECONDS;
        bool soon =
            row_now(w->row) == NOT_DUE ? d->end >= b->close : t >= b->close;
        if (d->surely != INSTANT_MAX || !soon || t >= w->row->deadline)
            continue;
        w->row->deadline = t;
    }
}

static void for_subject(struct bench *b, const struct clause *c, size_t line,
                        const struct subject *s, struct schedule when)
{
    const struct inform *i = &c->duties->informs[line];
    struct inform_watch *w = new_one(b->keep, struct inform_watch);
    *w = (struct inform_watch){ .watcher = { inform_wake, false },
                                .clause = c,
                                .line = i,
                                .when = when,
                                .subject = s,
                                .force = { INSTANT_MIN, INSTANT_MAX },
                                .holds = YES };
    w->whether = whether_new(b, c, s, &w->watcher);
    w->row = row_new(b, (struct row){ .kind = ROW_INFORM,
                                      .clause = c,
                                      .line = (int)line + 1,
                                      .subject = *s,
                                      .basis = COMBINED,
                                      .at = i->at,
                                      .unit = i->text,
                                      .unjudged = S("more deadlines than "
                                                    "200_000"),
                                      .about = w });
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wait_for_steps(b, &w->watcher, c);
}

void judge_inform(struct bench *b, const struct clause *c)
{
    const struct duties *d = c->duties;
    for (size_t i = 0; i < d->informs_n; i++) {
        const struct inform *x = &d->informs[i];
        struct schedule when = times_of(d, x);
        str what = unclear(b, c, &when);
        if (what.len) {
            unjudged_line(b, c, (int)i + 1, x->at, what);
            continue;
        }
        for (size_t k = 0; k < x->who.n; k++)
            if (!part_time(b, c, (int)i + 1, x->at, &x->who.at[k]))
                for_subject(b, c, i, &x->who.at[k], when);
    }
}

/* ---- what it rests on --------------------------------------------------- */

void duties_deadlines(struct bench *b)
{
    for (size_t i = 0; i < b->j->rows_n; i++)
        if (b->j->rows[i]->kind == ROW_INFORM)
            next_deadline(b, b->j->rows[i]->about);
        else if (b->j->rows[i]->kind == ROW_STAY)
            stay_deadline(b, b->j->rows[i]);
}

/* The reports by T, and the event that the last of them is of. */
void about_inform(struct bench *b, const struct row *r, instant t,
                  struct mentions *out)
{
    const struct inform_watch *w = r->about;
    for (uint32_t i = 0; i < b->p->entries_n; i++)
        if (b->p->entries[i].from <= t && tells(b, w, &b->p->entries[i]))
            mention_whole(b, out, i);
    for (size_t i = 0; i < w->n; i++)
        if (w->dues[i].event >= 0 && b->p->entries[w->dues[i].event].from <= t)
            mention_whole(b, out, (uint32_t)w->dues[i].event);
}
