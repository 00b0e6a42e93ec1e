/* step.c - steps: what was to be done by when, does it stay so, who has seen
 * it? docs/judging.md, section 8.  How much is done is traced in trace.c.
 */
#include "judge/trace.h"

struct step_watch;

/* One deed: its progress and its rows. */
struct doing {
    const struct deed *deed;
    struct tracing *tracing, *sure; /* sure: NULL if all of it is */
    struct meter *meter;            /* reaches */
    uint32_t *visits;               /* accepts: inspections, by entry */
    size_t visits_n, visits_cap;
    struct row *rows[BASES], *returns[BASES];
    bool unjudged;
    instant done[BASES];
    struct measured at_done[BASES];
    bool perhaps[BASES];         /* at some moment it could have been done, */
    enum reason why[BASES];      /* the last time for this reason, */
    struct measured then[BASES]; /* with this measure */
    struct yardstick *yard;      /* NULL: a plain number */
    struct allowed allowed;      /* as it stands; once done, as it stood */
};

/* Somebody who must verify. */
struct verifying {
    struct subject subject;
    struct row *row;
    instant seen; /* INSTANT_MAX: not yet */
};

struct step_watch {
    struct watcher watcher;
    const struct clause *clause;
    size_t id; /* of the clause */
    struct doing *deeds;
    size_t deeds_n;
    struct verifying *verify;
    size_t verify_n;
    struct force force;
    instant anchor, deadline; /* INSTANT_MAX: not known yet */
    instant told;             /* the deadline as people say it: its day */
    bool began;
    instant taken; /* the instant of the last batch that was taken */
};

static const struct measured unmeasured = { false, { 0, 0 }, { 0, 0 } };

/* ---- moments ------------------------------------------------------------ */

/* The end of a span that begins when something is done at T. */
static instant end_of(const struct bench *b, instant t, struct duration d)
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

/* ---- inspections that are accepted -------------------------------------- */

/* Is E an inspection of the deed's actor by one who may, at its SITEth site
 * (-1: at any of them)? */
static bool visits(const struct bench *b, const struct deed *d,
                   const struct entry *e, int site)
{
    const struct more *m = entry_more(b->p, e);
    const struct spot *at = &b->p->spots[e->place];
    if (e->kind != ENTRY_INSPECT || at->kind != SPOT_SITES ||
        (d->by_said && !who_meet(&m->by, &d->by)) ||
        !who_meet(&b->p->holders[e->who].who, &d->actor.who))
        return false;
    for (size_t i = 0; i < d->sites_n; i++)
        for (size_t k = 0; k < at->sites_n; k++)
            if (at->sites[k] == d->sites[i] && (site < 0 || site == (int)i))
                return true;
    return false;
}

bool accepted(const struct bench *b, const struct deed *d,
              const struct entry *e, int site)
{
    return visits(b, d, e, site) && !entry_more(b->p, e)->refused;
}

/* Is there one at the SITEth site since the anchor, by T, that was accepted,
 * or was refused? */
static bool was_there(const struct bench *b, const struct step_watch *w,
                      const struct doing *d, int site, instant t, bool refused)
{
    for (size_t k = 0; k < d->visits_n; k++) {
        const struct entry *e = &b->p->entries[d->visits[k]];
        if (e->from >= w->anchor && said_from(b->p, e) <= t &&
            visits(b, d->deed, e, site) &&
            entry_more(b->p, e)->refused == refused)
            return true;
    }
    return false;
}

/* At how many of the sites it has been inspected since the anchor. */
static struct progress inspected(struct bench *b, const struct step_watch *w,
                                 const struct doing *d, instant t)
{
    struct progress p = { 0 };
    int64_t n = 0;
    for (size_t i = 0; i < d->deed->sites_n; i++)
        n += was_there(b, w, d, (int)i, t, false);
    p.done.of[COMBINED] = (struct measured){ true, qty_int(n), qty_int(n) };
    return p;
}

/* Was one refused since the anchor, at a site where none has been accepted? Or
 * does a book list all inspections until the deadline? */
static bool withheld(struct bench *b, const struct step_watch *w,
                     const struct doing *d, instant t)
{
    for (size_t i = 0; i < d->deed->sites_n; i++)
        if (!was_there(b, w, d, (int)i, t, false) &&
            was_there(b, w, d, (int)i, t, true))
            return true;
    return covers(b, "inspections", &d->deed->actor.who, w->deadline - 1);
}

static void add_visits(struct bench *b, struct step_watch *w, struct doing *d)
{
    for (uint32_t i = 0; i < b->p->entries_n; i++) {
        const struct entry *e = &b->p->entries[i];
        if (e->from >= b->close || !visits(b, d->deed, e, -1))
            continue;
        *push(b->keep, d->visits, d->visits_n, d->visits_cap) = i;
        alarm_set(b, said_from(b->p, e), &w->watcher);
    }
}

/* `reaches` is a limit that has to be kept at some moment. */
static struct progress progress(struct bench *b, const struct step_watch *w,
                                struct doing *d, instant t)
{
    if (d->deed->kind == DEED_ACCEPTS)
        return inspected(b, w, d, t);
    if (!d->meter)
        return tracing_read(b, d->tracing, d->sure);
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
    if (!p->done.of[k].any)
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
                         .unit = d->kinds.text,
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
    } else if (t >= due) {
        v.verdict = d->perhaps[k] ? UNDETERMINED : BROKEN;
        v.reason = d->perhaps[k] ? d->why[k] : REASON_NONE;
    }
    return bent(w->clause, v);
}

static void set_returns(struct bench *b, struct step_watch *w, struct doing *d,
                        const struct progress *p, enum basis k, instant t)
{
    const struct step *s = &w->clause->step;
    struct verdict_of v = it_is(NOT_DUE, REASON_NOTHING_DUE);
    struct measured m = unmeasured;
    instant end =
        s->for_good ? INSTANT_MAX : end_of(b, d->done[k], s->returns);
    if (!d->returns[k])
        return;
    if (t >= d->done[k] && t < end) {
        v = bent(w->clause, figure_says(&d->allowed, AT_LEAST, &p->fall, k));
        m = p->fall.of[k];
        alarm_set(b, end, &w->watcher);
    }
    row_set(b, d->returns[k], t, v, m, -1);
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
        row_set(b, d->rows[k], t, v,
                t >= d->done[k] ? d->at_done[k]
                : missed        ? d->then[k]
                                : p->done.of[k],
                -1);
        set_returns(b, w, d, p, (enum basis)k, t);
    }
}

/* ---- verified by -------------------------------------------------------- */

static bool verifies(const struct bench *b, const struct step_watch *w,
                     const struct entry *e, const struct who *who)
{
    const struct more *m = entry_more(b->p, e);
    return e->kind == ENTRY_VERIFIED && e->from <= b->now &&
           e->from >= b->step_done[w->id] &&
           str_eq(m->clause, w->clause->id) && (!who || who_meet(&m->by, who));
}

/* The moment from which WHO (NULL: anybody) has verified the step. */
static instant seen_by(const struct bench *b, const struct step_watch *w,
                       const struct who *who)
{
    for (size_t i = 0; i < b->verified_n; i++)
        if (verifies(b, w, &b->p->entries[b->verified[i]], who))
            return b->now;
    return INSTANT_MAX;
}

static void set_verified(struct bench *b, struct step_watch *w,
                         struct verifying *v, instant t)
{
    const struct step *s = &w->clause->step;
    instant done = b->step_done[w->id], due = INSTANT_MAX;
    struct verdict_of x = it_is(NOT_DUE, REASON_NOTHING_DUE);
    if (done != INSTANT_MAX && s->verified_within_said)
        due = end_of(b, done, s->verified_within);
    if (t >= v->seen) {
        x.verdict = KEPT;
        x.reason = v->seen >= due ? REASON_LATE : REASON_NONE;
    } else if (t >= due) {
        bool told = covers(b, "verifications", &v->subject.who, due);
        x.verdict = told ? BROKEN : UNDETERMINED;
        x.reason = told ? REASON_NONE : REASON_SILENCE;
    } else if (done != INSTANT_MAX) {
        x.reason = REASON_NONE;
        bool day_ends =
            due != INSTANT_MAX && day_opens(instant_day(due)) == due;
        v->row->deadline = day_ends ? due - DAY_SECONDS : due;
        alarm_set(b, due, &w->watcher);
    }
    row_set(b, v->row, t, bent(w->clause, x), unmeasured, -1);
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

static void is_verified(struct bench *b, struct step_watch *w, instant t)
{
    instant all = t;
    if (b->step_done[w->id] > t || b->step_verified[w->id] != INSTANT_MAX ||
        w->clause->step.verified_unjudged.len)
        return;
    for (size_t i = 0; i < w->verify_n; i++) {
        struct verifying *v = &w->verify[i];
        if (v->seen == INSTANT_MAX)
            v->seen = seen_by(b, w, &v->subject.who);
        all = v->seen > all ? v->seen : all;
    }
    if (!w->verify_n)
        all = seen_by(b, w, NULL);
    if (all == INSTANT_MAX)
        return;
    b->step_verified[w->id] = all;
    step_known(b, w->clause);
}

/* ---- awake -------------------------------------------------------------- */

static void begin(struct bench *b, struct step_watch *w)
{
    w->began = true;
    for (size_t i = 0; i < w->deeds_n; i++) {
        struct doing *d = &w->deeds[i];
        if (d->unjudged || d->meter || d->deed->kind == DEED_ACCEPTS)
            continue;
        d->tracing = tracing_new(b, d->deed, false);
        if (d->tracing->maybe)
            d->sure = tracing_new(b, d->deed, true);
    }
}

/* The batch of this instant, once. */
static void take_batch(struct bench *b, struct step_watch *w, instant t)
{
    if (w->taken == t)
        return;
    w->taken = t;
    for (size_t i = 0; i < w->deeds_n; i++) {
        if (w->deeds[i].tracing)
            tracing_batch(b, w->deeds[i].tracing);
        if (w->deeds[i].sure)
            tracing_batch(b, w->deeds[i].sure);
    }
}

static void step_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct step_watch *w = (struct step_watch *)watcher;
    bool in_force =
        look_in_force(b, w->clause, NULL, &w->force, &w->watcher, t);
    learn_moments(b, w);
    if (!w->began && w->anchor <= t)
        begin(b, w);
    if (w->began)
        take_batch(b, w, t);
    bool waits = waits_for_step(b, w->clause, t);
    for (size_t i = 0; w->began && i < w->deeds_n; i++) {
        struct doing *d = &w->deeds[i];
        if (d->unjudged)
            continue;
        struct progress p = look(b, w, d, t);
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
    *d = (struct doing){ .deed = deed };
    d->allowed = figure_just(deed->amount);
    d->yard = figure_new(b, deed->formula, &deed->actor, &w->watcher);
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

static void add_verifier(struct bench *b, struct step_watch *w,
                         struct subject s)
{
    struct verifying *v = &w->verify[w->verify_n++];
    *v = (struct verifying){ .subject = s, .seen = INSTANT_MAX };
    v->row = row_new(b, (struct row){ .kind = ROW_VERIFIED,
                                      .clause = w->clause,
                                      .line = w->clause->step.verified_line,
                                      .basis = COMBINED,
                                      .subject = s,
                                      .at = w->clause->step.verified_at });
}

/* `the other side`: each side that has a counterpart with a deed. */
static void other_sides(struct bench *b, struct step_watch *w)
{
    const struct step *s = &w->clause->step;
    for (int i = 0; i < (int)b->p->sides_n; i++) {
        str *id = new_one(b->keep, str);
        struct subject side = { .kind = SUBJECT_SIDE,
                                .party = -1,
                                .side = i,
                                .ids = id,
                                .ids_n = 1,
                                .who = pact_side(b->p, i) };
        bool counterpart = false;
        for (size_t k = 0; k < s->deeds_n; k++)
            counterpart =
                counterpart || (s->deeds[k].actor.ids_n &&
                                !who_meet(&s->deeds[k].actor.who, &side.who));
        *id = b->p->sides[i].name;
        if (counterpart)
            add_verifier(b, w, side);
    }
}

static void verifiers(struct bench *b, struct step_watch *w)
{
    const struct step *s = &w->clause->step;
    w->verify =
        new_n(b->keep, struct verifying, b->p->sides_n + s->verifiers.n + 1);
    if (s->verified_unjudged.len)
        unjudged_line(b, w->clause, s->verified_line, s->verified_at,
                      s->verified_unjudged);
    else if (s->verified_by_other)
        other_sides(b, w);
    else
        for (size_t i = 0; i < s->verifiers.n; i++)
            add_verifier(b, w, s->verifiers.at[i]);
}

void judge_step(struct bench *b, const struct clause *c)
{
    struct step_watch *w = new_one(b->keep, struct step_watch);
    *w = (struct step_watch){ .watcher = { step_wake, false },
                              .clause = c,
                              .id = (size_t)(c - b->p->clauses),
                              .force = { INSTANT_MIN, INSTANT_MAX },
                              .anchor = INSTANT_MAX,
                              .deadline = INSTANT_MAX,
                              .taken = INSTANT_MAX };
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

/* ---- what became of each move ------------------------------------------- */

/* Where the last leg of what F moved has brought it. */
static int last_account(const struct ledger *l, size_t f)
{
    int end = l->flows[f].to;
    for (size_t k = f + 1; k < l->flows_n; k++)
        if (l->flows[k].from == end && l->flows[k].entry == l->flows[f].entry)
            end = l->flows[k].to;
    return end;
}

static struct doing *doing_of(const struct row *r)
{
    struct step_watch *w = r->about;
    for (size_t i = 0; r->kind == ROW_DEED && w && i < w->deeds_n; i++)
        if (w->deeds[i].rows[r->basis] == r)
            return &w->deeds[i];
    return NULL;
}

/* Sums of what is surely, and of what is possibly so. */
struct share {
    struct form low, high;
};

struct tale {
    struct bench *b;
    struct tracing *t;
    struct traces out;
    struct share all, left, there, inside, came;
};

static struct measured ends_of(struct tale *x, struct form low,
                               struct form high)
{
    struct measured m = { .any = true };
    qty other;
    system_ends(x->b->keep, &x->t->system, low, &m.low, &other);
    system_ends(x->b->keep, &x->t->system, high, &other, &m.high);
    return m;
}

/* AMOUNT counts as IN says, for one entry and in the sum. */
static struct measured count(struct tale *x, struct share *sum, tri in,
                             struct form amount)
{
    struct form none = form_of(qty_int(0));
    if (in == YES)
        sum->low = form_add(x->b->keep, sum->low, amount, 1);
    if (in != NO)
        sum->high = form_add(x->b->keep, sum->high, amount, 1);
    return ends_of(x, in == YES ? amount : none, in != NO ? amount : none);
}

/* The first leg of a move of what may stand in the zone. */
static void tell_move(struct tale *x, const struct trace *trace, size_t i)
{
    const struct ledger *l = x->b->l;
    const struct flow *f = &l->flows[i];
    struct form a = flow_amount(l, f);
    tri was = tri_and((tri)trace->match[f->from], (tri)trace->leaves[f->from]);
    int end = last_account(l, i);
    if (end < 0)
        return;
    tri in = (tri)trace->leaves[end], out = tri_and(was, tri_not(in));
    struct traced *o = push(x->b->keep, x->out.at, x->out.n, x->out.cap);
    *o = (struct traced){ .entry = f->entry };
    o->on_the_way = l->wheres[l->accounts[end].where].kind == WHERE_WAY;
    o->all = count(x, &x->all, was, a);
    o->left = count(x, &x->left, out, a);
    o->inside = count(x, &x->inside, tri_and(was, in), a);
    o->there = count(x, &x->there,
                     x->t->deed->to == ANYWHERE
                         ? out
                         : tri_and(was, (tri)trace->reaches[end]),
                     a);
}

static void tell_arrival(struct tale *x, const struct trace *trace,
                         const struct flow *f)
{
    struct form a = flow_amount(x->b->l, f);
    tri in = tri_and((tri)trace->match[f->to], (tri)trace->leaves[f->to]);
    struct traced *o = push(x->b->keep, x->out.at, x->out.n, x->out.cap);
    *o = (struct traced){ .entry = f->entry };
    o->came = count(x, &x->came, in, a);
}

static void tell_flow(struct tale *x, const struct trace *trace, size_t i)
{
    const struct flow *f = &x->b->l->flows[i];
    const struct entry *e = &x->b->p->entries[f->entry];
    bool from = f->from >= 0 && trace->leaves[f->from];
    if (f->at < x->t->anchor ||
        (e->kind == ENTRY_HOLD && f->at == x->t->anchor))
        return;
    if (from && f->to >= 0 && e->kind == ENTRY_MOVE && f->at == e->from)
        tell_move(x, trace, i);
    else if (!from && f->to >= 0 && trace->leaves[f->to])
        tell_arrival(x, trace, f);
}

static int by_say(const void *x, const void *y, void *with)
{
    const struct traced *a = x, *b = y;
    const struct pact *p = with;
    return entry_cmp(p, &p->entries[a->entry], &p->entries[b->entry]);
}

struct traces row_traces(struct judgement *j, const struct row *r)
{
    struct bench *b = j->own;
    struct doing *d = doing_of(r);
    struct form zero = form_of(qty_int(0));
    struct share none = { zero, zero };
    struct tale x = { .b = b,
                      .all = none,
                      .left = none,
                      .there = none,
                      .inside = none,
                      .came = none };
    if (!d || !d->tracing || r->basis == COMBINED ||
        d->deed->kind != DEED_WITHDRAWS)
        return x.out;
    x.t = d->tracing;
    for (size_t k = 0; k < x.t->n; k++)
        if ((x.t->traces[k].party >= 0) == (r->basis == DECLARED))
            for (size_t i = 0; i < b->l->flows_n; i++)
                tell_flow(&x, &x.t->traces[k], i);
    sort_array(b->keep, x.out.at, x.out.n, sizeof *x.out.at, by_say,
               (void *)b->p);
    x.out.sum.all = ends_of(&x, x.all.low, x.all.high);
    x.out.sum.left = ends_of(&x, x.left.low, x.left.high);
    x.out.sum.there = ends_of(&x, x.there.low, x.there.high);
    x.out.sum.inside = ends_of(&x, x.inside.low, x.inside.high);
    x.out.sum.came = ends_of(&x, x.came.low, x.came.high);
    return x.out;
}
