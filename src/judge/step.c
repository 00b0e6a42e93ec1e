/* step.c - steps: what was to be done by when, does it stay so, who has seen
 * it? docs/judging.md, section 8.  How much is done is traced in trace.c.
 */
#include "judge/step.h"

static const struct measured unmeasured = { false, { 0, 0 }, { 0, 0 } };

/* ---- moments ------------------------------------------------------------ */

instant span_end(const struct bench *b, instant t, struct duration d)
{
    instant end;
    bool dated = t != INSTANT_MAX && day_opens(instant_day(t)) == t;
    if (t == INSTANT_MAX || !duration_add(b->p, t, dated, d, 1, &end))
        return INSTANT_MAX;
    return dated && d.unit >= DAYS ? end + DAY_SECONDS : end;
}

static void learn_moments(struct bench *b, struct step_watch *w)
{
    const struct step *s = &w->clause->step;
    instant at;
    bool dated;
    if (w->anchor == INSTANT_MAX) {
        if (s->anchor.kind == MOMENT_NONE)
            w->anchor = INSTANT_MIN;
        else if (moment_known(b, &s->anchor, &at, &dated))
            w->anchor = at;
        if (w->anchor != INSTANT_MAX && w->anchor > b->now)
            alarm_set(b, w->anchor, &w->watcher);
    }
    if (w->deadline == INSTANT_MAX && s->deadline.kind != MOMENT_NONE &&
        moment_known(b, &s->deadline, &at, &dated)) {
        w->deadline = dated ? at + DAY_SECONDS : at;
        alarm_set(b, w->deadline, &w->watcher);
        for (size_t i = 0; i < w->deeds_n; i++)
            for (int k = 0; k < BASES; k++)
                if (w->deeds[i].rows[k])
                    w->deeds[i].rows[k]->deadline = dated ? at : w->deadline;
        w->told = dated ? at : w->deadline;
    }
}

/* ---- how far it is ------------------------------------------------------ */

/* `reaches` is a limit that has to be kept at some moment. */
static struct progress progress(struct bench *b, const struct step_watch *w,
                                struct doing *d, instant t)
{
    if (d->deed->kind == DEED_ACCEPTS)
        return inspected(b, w, d, t);
    if (!d->meter && d->tracing)
        return tracing_read(b, d->tracing, d->sure);
    if (!d->meter) { /* counted from a later day on */
        struct reading none = { 0 };
        for (int k = 0; k < BASES; k++)
            none.of[k] = (struct measured){ true, qty_int(0), qty_int(0) };
        return (struct progress){ none, none };
    }
    struct reading r = meter_read(b, d->meter, t);
    return (struct progress){ r, r };
}

static struct verdict_of asked(const struct doing *d, const struct progress *p,
                               enum basis k)
{
    if (d->yard) {
        struct reading r = p->done;
        struct measured none = { true, qty_int(0), qty_int(0) };
        if (!r.of[k].any)
            r.of[k] = none;
        return figure_says(&d->allowed, d->deed->relation, &r, k);
    }
    if (!p->done.of[k].any || (d->deed->all && !p->done.voices_n))
        return it_is(BROKEN, REASON_NONE);
    return reading_says(d->deed->relation, d->deed->amount, &p->done, k);
}

/* ---- rows --------------------------------------------------------------- */

static struct row *deed_row(struct bench *b, struct step_watch *w,
                            const struct deed *d, enum row_kind kind,
                            enum basis k)
{
    const struct step *s = &w->clause->step;
    bool returns = kind == ROW_RETURNS;
    str unit = d->all ? str_fmt(b->keep, "%.*s left", STR(d->kinds.text))
                      : d->kinds.text;
    struct row *r = row_new(
        b, (struct row){ .kind = kind,
                         .clause = w->clause,
                         .line = returns ? s->returns_line + d->line : d->line,
                         .basis = k,
                         .subject = d->actor,
                         .at = returns ? s->returns_at : d->at,
                         .has_allowed = true,
                         .relation = d->relation,
                         .allowed = d->amount,
                         .figure = d->figure,
                         .unit = unit,
                         .about = w });
    return r;
}

/* All rows at once, before anything can be due. */
static void all_rows(struct bench *b, struct step_watch *w, instant t,
                     struct verdict_of v)
{
    struct verdict_of rest = v;
    if (v.verdict == NOT_DUE && !v.reason)
        rest.reason = REASON_NOTHING_DUE;
    for (size_t i = 0; i < w->deeds_n; i++)
        for (int k = 0; k < BASES; k++) {
            if (w->deeds[i].rows[k])
                row_set(b, w->deeds[i].rows[k], t, v, unmeasured, -1);
            if (w->deeds[i].returns[k])
                row_set(b, w->deeds[i].returns[k], t, rest, unmeasured, -1);
        }
    for (size_t i = 0; i < w->verify_n; i++)
        row_set(b, w->verify[i].row, t, rest, unmeasured, -1);
}

/* The deadline, moved by as long as the deed was suspended. */
static instant due_at(struct bench *b, const struct step_watch *w,
                      const struct doing *d, instant t)
{
    instant due = w->deadline;
    for (size_t i = 0; due != INSTANT_MAX && i < b->suspensions_n; i++) {
        const struct suspension *s = &b->suspensions[i];
        if (s->clause == w->clause && s->from < due && s->from <= t &&
            who_within(&d->deed->actor.who, &s->who))
            due += (s->until < t ? s->until : t) - s->from;
    }
    return due;
}

static struct verdict_of deed_verdict(struct bench *b,
                                      const struct step_watch *w,
                                      const struct doing *d,
                                      const struct progress *p, enum basis k,
                                      instant t)
{
    struct verdict_of v = it_is(NOT_DUE, REASON_NONE);
    instant due = due_at(b, w, d, t);
    v.disagree = p->done.disagree[k] && t < d->done[k];
    if (t >= d->done[k]) {
        v.verdict = KEPT;
        v.reason = d->done[k] >= due ? REASON_LATE : REASON_NONE;
    } else if (t >= due && d->deed->kind == DEED_ACCEPTS) {
        v = withheld(b, w, d, t) ? it_is(BROKEN, REASON_NONE)
                                 : it_is(UNDETERMINED, REASON_SILENCE);
    } else if (t >= due && d->deed->all && !p->done.voices_n) {
        v = it_is(UNDETERMINED, REASON_SILENCE); /* nobody lists any */
    } else if (t >= due) {
        v.verdict = d->perhaps[k] ? UNDETERMINED : BROKEN;
        v.reason = d->perhaps[k] ? d->why[k] : REASON_NONE;
    }
    return bent(w->clause, v);
}

void row_under(struct bench *b, struct row *r, instant t, tri holds,
               struct verdict_of v, struct measured m)
{
    if (holds == NO)
        row_set(b, r, t, it_is(NOT_IN_FORCE, REASON_CONDITION), unmeasured,
                -1);
    else
        row_set(b, r, t, under(holds, v), m, -1);
}

static void set_returns(struct bench *b, struct step_watch *w, struct doing *d,
                        const struct progress *p, enum basis k, instant t)
{
    const struct step *s = &w->clause->step;
    struct verdict_of v = it_is(NOT_DUE, REASON_NOTHING_DUE);
    struct measured m = unmeasured;
    instant end =
        s->for_good ? INSTANT_MAX : span_end(b, d->done[k], s->returns);
    if (!d->returns[k])
        return;
    if (t >= d->done[k] && t < end) {
        enum relation rel = d->deed->all ? AT_MOST : AT_LEAST;
        v = bent(w->clause, figure_says(&d->allowed, rel, &p->fall, k));
        m = p->fall.of[k];
        alarm_set(b, end, &w->watcher);
    }
    row_under(b, d->returns[k], t, d->holds, v, m);
}

/* Is it done, or could it be? Known from the anchor on, in force or not. */
static struct progress look(struct bench *b, const struct step_watch *w,
                            struct doing *d, instant t)
{
    struct progress p = progress(b, w, d, t);
    if (d->yard && d->done[COMBINED] == INSTANT_MAX) {
        struct allowed a = figure_now(b, d->yard, t);
        for (int k = 0; k < BASES; k++) /* of another figure */
            if (!same_measure(a.all, d->allowed.all))
                d->perhaps[k] = false;
        d->allowed = a;
    }
    for (int k = 0; k < BASES; k++) {
        struct verdict_of v = asked(d, &p, (enum basis)k);
        if (d->done[k] == INSTANT_MAX && v.verdict == KEPT) {
            d->done[k] = t;
            d->at_done[k] = p.done.of[k];
        }
        if (v.verdict != BROKEN) {
            d->perhaps[k] = true;
            d->why[k] = v.reason;
            d->then[k] = p.done.of[k];
        }
    }
    return p;
}

static void set_deed(struct bench *b, struct step_watch *w, struct doing *d,
                     const struct progress *p, instant t)
{
    for (int k = 0; k < BASES; k++) {
        if (!d->rows[k])
            continue;
        struct verdict_of v = deed_verdict(b, w, d, p, (enum basis)k, t);
        instant due = due_at(b, w, d, t);
        bool missed = t >= due && d->perhaps[k];
        alarm_later(b, due, &w->watcher);
        if (due != INSTANT_MAX)
            d->rows[k]->deadline = w->told + (due - w->deadline);
        if (d->yard) {
            v.figure = true;
            v.allowed = d->allowed.all.low;
            v.allowed_high = d->allowed.all.high;
        }
        row_under(b, d->rows[k], t, d->holds, v,
                  t >= d->done[k] ? d->at_done[k]
                  : missed        ? d->then[k]
                                  : p->done.of[k]);
        set_returns(b, w, d, p, (enum basis)k, t);
    }
}

/* All deeds are done: from now on it can be verified. */
static void is_step_done(struct bench *b, struct step_watch *w, instant t)
{
    if (b->step_done[w->id] != INSTANT_MAX || !w->deeds_n)
        return;
    for (size_t i = 0; i < w->deeds_n; i++)
        if (w->deeds[i].unjudged || w->deeds[i].done[COMBINED] > t)
            return;
    b->step_done[w->id] = t;
    step_known(b, w->clause);
}

/* ---- awake -------------------------------------------------------------- */

/* From the anchor on each is followed; what is counted in total, from the day
 * that it names. */
static void follow(struct bench *b, struct step_watch *w, instant t)
{
    w->began = w->began || w->anchor <= t;
    for (size_t i = 0; i < w->deeds_n; i++) {
        struct doing *d = &w->deeds[i];
        bool now = d->deed->since.kind ? d->deed->since.at <= t : w->began;
        if (!now || d->tracing || d->unjudged || d->meter ||
            d->deed->kind == DEED_ACCEPTS)
            continue;
        d->tracing = tracing_new(b, d->deed, false);
        if (d->tracing->maybe)
            d->sure = tracing_new(b, d->deed, true);
    }
}

/* The batch of this instant, once each: one that is followed only since
 * another step was done, at this instant too, takes it as well. */
static void take_batch(struct bench *b, struct step_watch *w, instant t)
{
    for (size_t i = 0; i < w->deeds_n; i++) {
        struct doing *d = &w->deeds[i];
        if (!d->tracing || d->taken == t)
            continue;
        d->taken = t;
        tracing_batch(b, d->tracing);
        if (d->sure)
            tracing_batch(b, d->sure);
    }
}

static void step_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct step_watch *w = (struct step_watch *)watcher;
    bool in_force =
        look_in_force(b, w->clause, NULL, &w->force, &w->watcher, t);
    learn_moments(b, w);
    follow(b, w, t);
    take_batch(b, w, t);
    bool waits = waits_for_step(b, w->clause, t);
    for (size_t i = 0; w->began && i < w->deeds_n; i++) {
        struct doing *d = &w->deeds[i];
        if (d->unjudged)
            continue;
        struct progress p = look(b, w, d, t);
        d->holds = whether_now(b, d->whether, t);
        if (in_force)
            set_deed(b, w, d, &p, t);
    }
    if (!waits && !in_force) {
        all_rows(b, w, t, it_is(NOT_IN_FORCE, REASON_NONE));
        return;
    }
    if (waits || !w->began) {
        waits = waits || w->anchor == INSTANT_MAX;
        all_rows(b, w, t, it_is(NOT_DUE, waits ? REASON_WAITS : REASON_NONE));
        return;
    }
    is_step_done(b, w, t);
    is_verified(b, w, t);
    for (size_t i = 0; i < w->verify_n; i++)
        set_verified(b, w, &w->verify[i], t);
}

/* ---- setting up --------------------------------------------------------- */

static void add_deed(struct bench *b, struct step_watch *w,
                     const struct deed *deed)
{
    struct doing *d = &w->deeds[w->deeds_n++];
    struct gauge g = { .who = deed->whose.who,
                       .of_side = deed->whose.kind == SUBJECT_SIDE,
                       .kinds = deed->kinds,
                       .stated = deed->stated };
    bool accepts = deed->kind == DEED_ACCEPTS;
    bool returns =
        w->clause->step.returns_said && !accepts && deed->kind != DEED_REACHES;
    *d = (struct doing){ .deed = deed, .taken = INSTANT_MAX };
    d->allowed = figure_just(deed->amount);
    d->yard = figure_new(b, deed->formula, &deed->actor, &w->watcher);
    d->whether = whether_new(b, w->clause, &deed->actor, &w->watcher);
    for (int k = 0; k < BASES; k++)
        d->done[k] = INSTANT_MAX;
    if (deed->unjudged.len)
        unjudged_line(b, w->clause, deed->line, deed->at, deed->unjudged);
    d->unjudged = deed->unjudged.len ||
                  part_time(b, w->clause, deed->line, deed->at, &deed->whose);
    if (d->unjudged)
        return;
    if (deed->kind == DEED_REACHES) {
        g.place = deed->from;
        d->meter = meter_new(b, g, NULL, 0, &w->watcher);
    }
    if (accepts)
        add_visits(b, w, d);
    if (deed->since.kind)
        alarm_set(b, deed->since.at, &w->watcher);
    for (int k = 0; k < BASES; k++) {
        bool listed =
            !accepts && (d->meter ? books_say(b, k == DECLARED, &g)
                                  : deed_listed(b, deed, k == DECLARED));
        if (k == EVIDENCE || (k != COMBINED && !listed))
            continue;
        d->rows[k] = deed_row(b, w, deed, ROW_DEED, (enum basis)k);
        if (returns)
            d->returns[k] = deed_row(b, w, deed, ROW_RETURNS, (enum basis)k);
    }
}

void judge_step(struct bench *b, const struct clause *c)
{
    struct step_watch *w = new_one(b->keep, struct step_watch);
    *w = (struct step_watch){ .watcher = { step_wake, false },
                              .clause = c,
                              .id = (size_t)(c - b->p->clauses),
                              .force = { INSTANT_MIN, INSTANT_MAX },
                              .anchor = INSTANT_MAX,
                              .deadline = INSTANT_MAX };
    w->deeds = new_n(b->keep, struct doing, c->step.deeds_n + 1);
    for (size_t i = 0; i < c->step.deeds_n; i++)
        add_deed(b, w, &c->step.deeds[i]);
    verifiers(b, w);
    for (size_t i = 0; i < b->verified_n; i++) {
        const struct entry *e = &b->p->entries[b->verified[i]];
        if (str_eq(entry_more(b->p, e)->clause, c->id))
            alarm_set(b, e->from, &w->watcher);
    }
    instant begins;
    bool dated;
    if (moment_known(b, &b->p->from, &begins, &dated))
        alarm_set(b, begins, &w->watcher); /* from then on it waits */
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wake_when_lost(b, &w->watcher);
    wait_for_steps(b, &w->watcher, c);
    *push(b->keep, b->steppers, b->steppers_n, b->steppers_cap) = &w->watcher;
}
