/* agree.c - consents: to steps and exceptions, and of hosts; docs/judging.md,
 * section 8
 */
#include "judge/own.h"

#include <string.h>

/* ---- consent to a clause ------------------------------------------------ */

/* Something done that counts for the step, or may. */
struct deed_done {
    uint32_t entry;
    instant from, sure; /* MAX: never sure */
    int claim;
};

struct consent_watch {
    struct watcher watcher;
    const struct clause *clause, *target;
    const struct needs *needs;
    struct row *row;
    struct force force;
    struct deed_done *done;
    size_t done_n, done_cap;
    instant all; /* since then all agree; MAX: they do not */
};

/* Is E a movement of the deed out of its zone, or what else counts for it? */
static tri counts_for(struct bench *b, const struct deed *d,
                      const struct entry *e, int *claim)
{
    struct gauge g = { .who = d->actor.who,
                       .of_side = d->actor.kind == SUBJECT_SIDE };
    struct size z = { .kinds = d->kinds };
    tri where = YES;
    switch (d->kind) {
    case DEED_WITHDRAWS:
        if (e->kind != ENTRY_MOVE)
            return NO;
        where = tri_and(spot_in(b, e->place, d->from),
                        tri_not(spot_in(b, e->to, d->from)));
        break;
    case DEED_DESTROYS:
    case DEED_DISBANDS:
        if (e->kind !=
            (d->kind == DEED_DESTROYS ? ENTRY_DESTROY : ENTRY_DISBAND))
            return NO;
        where = spot_in(b, e->place, d->from);
        break;
    case DEED_TRANSFERS:
        if (e->kind != ENTRY_TRANSFER)
            return NO;
        where = tri_of(
            who_meet(&b->p->holders[entry_more(b->p, e)->to_who].who, &d->by));
        break;
    case DEED_ACCEPTS: return tri_of(accepted(b, d, e, -1));
    case DEED_REACHES: return NO;
    }
    tri whose = where ? move_of(b, &g, e, claim) : NO;
    if (!whose)
        return NO;
    struct measured m = entry_size(b, &z, &d->stated, e);
    tri some = qty_ok(m.low) && qty_cmp(m.low, qty_int(0)) > 0      ? YES
               : !qty_ok(m.high) || qty_cmp(m.high, qty_int(0)) > 0 ? MAYBE
                                                                    : NO;
    return tri_and(tri_and(where, whose), some);
}

static void collect_done(struct bench *b, struct consent_watch *w)
{
    const struct step *s = &w->target->step;
    for (uint32_t i = 0; i < b->p->entries_n; i++) {
        const struct entry *e = &b->p->entries[i];
        if (e->from >= b->close ||
            (e->kind != ENTRY_MOVE && e->kind != ENTRY_DESTROY &&
             e->kind != ENTRY_DISBAND && e->kind != ENTRY_TRANSFER &&
             e->kind != ENTRY_INSPECT))
            continue;
        for (size_t k = 0; k < s->deeds_n; k++) {
            int claim = -1;
            if (s->deeds[k].unjudged.len)
                continue;
            tri t = counts_for(b, &s->deeds[k], e, &claim);
            if (!t)
                continue;
            *push(b->keep, w->done, w->done_n, w->done_cap) =
                (struct deed_done){ .entry = i,
                                    .from = e->from,
                                    .sure = t == YES ? said_from(b->p, e)
                                                     : INSTANT_MAX,
                                    .claim = claim };
            alarm_set(b, e->from, &w->watcher);
            alarm_set(b, said_from(b->p, e), &w->watcher);
            if (claim >= 0)
                alarm_set(b, b->p->entries[b->claims[claim]].from,
                          &w->watcher);
        }
    }
}

/* Since when it may have begun, and since when it has for certain, as of T. */
static void begun(struct bench *b, const struct consent_watch *w, instant t,
                  instant *perhaps, instant *sure)
{
    instant anchor;
    bool dated;
    const struct moment *m = &w->target->step.anchor;
    *perhaps = *sure = INSTANT_MAX;
    if (m->kind == MOMENT_NONE)
        anchor = INSTANT_MIN;
    else if (!moment_known(b, m, &anchor, &dated))
        return;
    for (size_t i = 0; i < w->done_n; i++) {
        const struct deed_done *d = &w->done[i];
        if (d->from < anchor || d->from > t ||
            (d->claim >= 0 && !b->claim_known[d->claim]))
            continue;
        if (d->from < *perhaps)
            *perhaps = d->from;
        if (d->sure <= t && d->sure < *sure)
            *sure = d->sure;
    }
}

/* Of those who do not agree: has one agreed before? */
static bool run_out(const struct bench *b, const struct consent_watch *w,
                    struct who *missing, instant t)
{
    bool out = false;
    *missing = (struct who){ 0 };
    for (size_t i = 0; i < w->needs->who.n; i++) {
        struct subjects one = { &w->needs->who.at[i], 1 };
        if (agreed_to(b, w->target, &one, t))
            continue;
        who_join(missing, &one.at->who);
        for (size_t k = 0; k < b->said_n; k++) {
            const struct entry *e = &b->p->entries[b->said[k]];
            const struct more *m = entry_more(b->p, e);
            out = out || (e->kind == ENTRY_CONSENT &&
                          str_eq(m->clause, w->target->id) &&
                          who_meet(&m->by, &one.at->who) && m->goes_on <= t);
        }
    }
    return out;
}

static struct verdict_of consent_verdict(struct bench *b,
                                         struct consent_watch *w, size_t n,
                                         instant t)
{
    instant perhaps, sure;
    struct who missing;
    bool all = n == w->needs->who.n;
    if (!all)
        w->all = INSTANT_MAX;
    else if (w->all == INSTANT_MAX)
        w->all = t;
    if (w->target->kind == CLAUSE_EXCEPTION)
        return it_is(all ? KEPT : NOT_DUE, REASON_NONE);
    begun(b, w, t, &perhaps, &sure);
    if (all)
        return it_is(KEPT, sure < w->all ? REASON_LATE : REASON_NONE);
    if (perhaps > t)
        return it_is(NOT_DUE, REASON_NONE);
    /* silence tells something of the day on which consent was due */
    instant due = sure <= t ? sure : perhaps;
    if (!run_out(b, w, &missing, t) && !covers(b, "consents", &missing, due))
        return it_is(UNDETERMINED, REASON_SILENCE);
    return sure <= t ? it_is(BROKEN, REASON_NONE)
                     : it_is(UNDETERMINED, REASON_RANGE);
}

static void consent_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct consent_watch *w = (struct consent_watch *)watcher;
    struct measured none = { 0 };
    bool in = look_in_force(b, w->clause, NULL, &w->force, watcher, t);
    size_t n = agreed_to(b, w->target, &w->needs->who, t);
    qty q = qty_int((int64_t)n);
    struct verdict_of v = consent_verdict(b, w, n, t);
    if (!in)
        row_set(b, w->row, t, it_is(NOT_IN_FORCE, REASON_NONE), none, -1);
    else
        row_set(b, w->row, t, bent(w->clause, v),
                (struct measured){ true, q, q }, -1);
}

/* All of them as one subject. */
static struct subject together(struct bench *b, const struct subjects *who)
{
    struct subject s = { .kind = SUBJECT_SUM, .party = -1, .side = -1 };
    size_t n = 0;
    if (who->n == 1)
        return who->at[0];
    for (size_t i = 0; i < who->n; i++)
        n += who->at[i].ids_n;
    str *ids = new_n(b->keep, str, n + 1);
    for (size_t i = 0; i < who->n; i++) {
        for (size_t k = 0; k < who->at[i].ids_n; k++)
            ids[s.ids_n++] = who->at[i].ids[k];
        who_join(&s.who, &who->at[i].who);
    }
    s.ids = ids;
    return s;
}

static void to_clause(struct bench *b, const struct clause *c,
                      const struct needs *n)
{
    struct consent_watch *w = new_one(b->keep, struct consent_watch);
    *w = (struct consent_watch){ .watcher = { consent_wake, false },
                                 .clause = c,
                                 .target = &b->p->clauses[n->clause],
                                 .needs = n,
                                 .force = { INSTANT_MIN, INSTANT_MAX },
                                 .all = INSTANT_MAX };
    w->row = row_new(b, (struct row){ .kind = ROW_CONSENT,
                                      .clause = c,
                                      .line = n->line,
                                      .subject = together(b, &n->who),
                                      .basis = COMBINED,
                                      .at = n->at,
                                      .has_allowed = true,
                                      .relation = AT_LEAST,
                                      .allowed = qty_int((int64_t)n->who.n),
                                      .unit = S("consents"),
                                      .about = w });
    if (w->target->kind == CLAUSE_STEP)
        collect_done(b, w);
    wake_when_agreed(b, &w->watcher, w->target);
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wait_for_steps(b, &w->watcher, c);
    wait_for_steps(b, &w->watcher, w->target);
}

/* ---- forces that need consent ------------------------------------------- */

/* A stretch of time in which the same consents stand. */
struct stretch {
    instant from;
    struct meter *left;    /* what they do not cover */
    struct meter **lapsed; /* of that: what one that has run out would cover */
    size_t lapsed_n, lapsed_cap;
};

struct host_watch {
    struct watcher watcher;
    const struct clause *clause;
    const struct needs *needs;
    const struct subject *host;
    struct meter *all;
    struct stretch *stretches; /* by time; the first from INSTANT_MIN */
    size_t stretches_n, stretches_cap;
    struct row *rows[BASES];
    struct force force;
};

static bool is_of(const struct entry *e, const struct more *m,
                  const struct subject *host)
{
    return e->kind == ENTRY_CONSENT && !m->clause.len &&
           who_meet(&m->by, &host->who);
}

static struct uncount covering(const struct bench *b, const struct entry *e,
                               const struct more *m)
{
    struct uncount u = { .all = m->anybodys,
                         .who = m->whose,
                         .place = e->place };
    uint8_t *all = new_n(b->keep, uint8_t, b->p->items_n + 1);
    memset(all, YES, b->p->items_n + 1);
    if (m->kinds_n)
        u.kinds = m->kinds[0];
    else
        u.kinds =
            (struct kinds){ .in = all, .unlisted = all, .text = S("forces") };
    return u;
}

static struct meter *listed_only(struct bench *b, const struct gauge *g,
                                 const struct uncount *u, size_t n,
                                 struct watcher *w)
{
    struct meter *m = meter_new(b, *g, u, n, w);
    meter_only_listed(m);
    return m;
}

/* Room for what stands, and for what has run out: one for all stretches. */
struct consents {
    struct uncount *now;
    struct gauge *old;
};

static void add_stretch(struct bench *b, struct host_watch *w,
                        const struct gauge *g, instant t,
                        const struct consents *c)
{
    struct stretch s = { .from = t };
    size_t n = 0, old_n = 0;
    for (size_t i = 0; i < b->said_n; i++) {
        const struct entry *e = &b->p->entries[b->said[i]];
        const struct more *m = entry_more(b->p, e);
        if (!is_of(e, m, w->host) || said_from(b->p, e) > t)
            continue;
        struct uncount one = covering(b, e, m);
        struct gauge x = left_out(g, &one);
        if (!gauges_meet(b, g, &x))
            continue;
        if (m->goes_on <= t)
            c->old[old_n++] = gauge_and(b, g, &x);
        else
            c->now[n++] = one;
    }
    s.left = listed_only(b, g, c->now, n, &w->watcher);
    for (size_t i = 0; i < old_n; i++)
        *push(b->keep, s.lapsed, s.lapsed_n, s.lapsed_cap) =
            listed_only(b, &c->old[i], c->now, n, &w->watcher);
    *push(b->keep, w->stretches, w->stretches_n, w->stretches_cap) = s;
    alarm_set(b, t, &w->watcher);
}

/* A stretch begins with each consent, and when one runs out. */
static void all_stretches(struct bench *b, struct host_watch *w,
                          const struct gauge *g)
{
    instant t = INSTANT_MIN;
    size_t most = 1;
    for (size_t i = 0; i < b->said_n; i++) {
        const struct entry *e = &b->p->entries[b->said[i]];
        most += is_of(e, entry_more(b->p, e), w->host);
    }
    struct consents c = { new_n(b->keep, struct uncount, most),
                          new_n(b->keep, struct gauge, most) };
    for (;;) {
        add_stretch(b, w, g, t, &c);
        instant next = INSTANT_MAX;
        for (size_t i = 0; i < b->said_n; i++) {
            const struct entry *e = &b->p->entries[b->said[i]];
            const struct more *m = entry_more(b->p, e);
            instant from = said_from(b->p, e);
            if (!is_of(e, m, w->host))
                continue;
            next = from > t && from < next ? from : next;
            next = m->goes_on > t && m->goes_on < next ? m->goes_on : next;
        }
        if (next >= b->close)
            return;
        t = next;
    }
}

static bool is_zero(qty q)
{
    return qty_ok(q) && qty_zero(q);
}

/* Is there something for certain that no consent covers, and that one would
 * which has run out? */
static bool has_lapsed(struct bench *b, const struct stretch *s, enum basis k,
                       instant t)
{
    for (size_t i = 0; i < s->lapsed_n; i++) {
        struct reading x = meter_read(b, s->lapsed[i], t);
        if (x.of[k].any &&
            reading_says(AT_MOST, qty_int(0), &x, k).verdict == BROKEN)
            return true;
    }
    return false;
}

static struct verdict_of host_verdict(struct bench *b,
                                      const struct host_watch *w,
                                      const struct stretch *s, enum basis k,
                                      instant t, struct measured *m)
{
    struct reading all = meter_read(b, w->all, t);
    struct reading left = meter_read(b, s->left, t);
    struct measured none = { true, qty_int(0), qty_int(0) };
    *m = left.of[k].any ? left.of[k] : none;
    if (!all.of[k].any || is_zero(all.of[k].high))
        return it_is(NOT_DUE, REASON_NOTHING_DUE);
    if (!left.of[k].any)
        return it_is(KEPT, REASON_NONE);
    struct verdict_of v = reading_says(AT_MOST, qty_int(0), &left, k);
    if (v.verdict != BROKEN || covers(b, "consents", &w->host->who, t) ||
        has_lapsed(b, s, k, t))
        return v;
    return it_is(UNDETERMINED, REASON_SILENCE);
}

static void host_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct host_watch *w = (struct host_watch *)watcher;
    struct measured m = { 0 };
    const struct stretch *s = w->stretches;
    bool in = look_in_force(b, w->clause, NULL, &w->force, watcher, t);
    while (s + 1 < w->stretches + w->stretches_n && s[1].from <= t)
        s++;
    for (int k = 0; k < BASES; k++) {
        struct verdict_of v = it_is(NOT_IN_FORCE, REASON_NONE);
        if (!w->rows[k])
            continue;
        if (in)
            v = host_verdict(b, w, s, (enum basis)k, t, &m);
        row_set(b, w->rows[k], t, bent(w->clause, v), m, -1);
    }
}

/* Could anything that a book lists ever be of the gauge? */
static bool ever_listed(struct bench *b, const struct gauge *g)
{
    for (size_t a = 0; a < b->l->accounts_n; a++)
        if (classify(b, g, (int)a).in != NO)
            return true;
    return false;
}

static struct row host_row(const struct clause *c, const struct needs *n,
                           size_t s, int place, const struct subject *host,
                           enum basis k)
{
    return (struct row){ .kind = ROW_HOST,
                         .clause = c,
                         .line = n->line,
                         .subject = n->forces.subjects.at[s],
                         .basis = k,
                         .at = n->at,
                         .has_allowed = true,
                         .relation = AT_MOST,
                         .allowed = qty_int(0),
                         .unit = n->forces.kinds.text,
                         .place = place,
                         .host = host };
}

static struct gauge forces_of(const struct needs *n, size_t s, int place)
{
    const struct subject *who = &n->forces.subjects.at[s];
    return (struct gauge){ .who = who->who,
                           .of_side = who->kind == SUBJECT_SIDE,
                           .kinds = n->forces.kinds,
                           .stated = n->forces.stated,
                           .place = place };
}

/* false: no book ever lists such forces there. */
static bool of_host(struct bench *b, const struct clause *c,
                    const struct needs *n, size_t s, size_t k)
{
    const struct subject *host = &n->who.at[k];
    int place = n->places[s * n->who.n + k];
    if (who_meet(&host->who, &n->forces.subjects.at[s].who) || place < 0)
        return false;
    struct gauge g = forces_of(n, s, place);
    if (!ever_listed(b, &g))
        return false;
    struct host_watch *w = new_one(b->keep, struct host_watch);
    *w = (struct host_watch){ .watcher = { host_wake, false },
                              .clause = c,
                              .needs = n,
                              .host = host,
                              .force = { INSTANT_MIN, INSTANT_MAX } };
    w->all = listed_only(b, &g, NULL, 0, &w->watcher);
    all_stretches(b, w, &g);
    for (int i = 0; i < BASES; i++)
        if (i == COMBINED || (i == DECLARED && meter_has(w->all, true)) ||
            (i == ESTIMATED && meter_has(w->all, false)))
            (w->rows[i] =
                 row_new(b, host_row(c, n, s, place, host, (enum basis)i)))
                ->about = w;
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wake_when_lost(b, &w->watcher);
    wake_when_covered(b, &w->watcher);
    wait_for_steps(b, &w->watcher, c);
    return true;
}

/* Nothing of a subject ever stands there. */
struct idle_watch {
    struct watcher watcher;
    const struct clause *clause;
    struct row *row;
    struct force force;
};

static void idle_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct idle_watch *w = (struct idle_watch *)watcher;
    struct measured zero = { true, qty_int(0), qty_int(0) }, none = { 0 };
    bool in = look_in_force(b, w->clause, NULL, &w->force, watcher, t);
    if (in)
        row_set(b, w->row, t, it_is(NOT_DUE, REASON_NOTHING_DUE), zero, -1);
    else
        row_set(b, w->row, t, it_is(NOT_IN_FORCE, REASON_NONE), none, -1);
}

static void of_forces(struct bench *b, const struct clause *c,
                      const struct needs *n)
{
    for (size_t s = 0; s < n->forces.subjects.n; s++) {
        bool any = false;
        if (part_time(b, c, n->line, n->at, &n->forces.subjects.at[s]))
            continue;
        for (size_t k = 0; k < n->who.n; k++)
            any = of_host(b, c, n, s, k) || any;
        if (any)
            continue;
        struct idle_watch *w = new_one(b->keep, struct idle_watch);
        *w = (struct idle_watch){ .watcher = { idle_wake, false },
                                  .clause = c,
                                  .force = { INSTANT_MIN, INSTANT_MAX } };
        w->row =
            row_new(b, host_row(c, n, s, n->forces.places[s], NULL, COMBINED));
        alarm_set(b, INSTANT_MIN, &w->watcher);
        wait_for_steps(b, &w->watcher, c);
    }
}

void judge_consent(struct bench *b, const struct clause *c)
{
    for (size_t i = 0; i < c->needs_n; i++) {
        const struct needs *n = &c->needs[i];
        if (n->unjudged.len)
            unjudged_line(b, c, n->line, n->at, n->unjudged);
        else if (n->clause >= 0)
            to_clause(b, c, n);
        else
            of_forces(b, c, n);
    }
}

/* ---- what it rests on --------------------------------------------------- */

static void about_host(struct bench *b, const struct host_watch *w,
                       const struct row *r, instant t, struct mentions *out)
{
    about_measure(b, w->all, r->basis, t, out);
    for (size_t i = 0; i < b->said_n; i++) {
        const struct entry *e = &b->p->entries[b->said[i]];
        const struct more *m = entry_more(b->p, e);
        struct uncount u = covering(b, e, m);
        struct gauge x = left_out(&w->all->gauge, &u);
        if (is_of(e, m, w->host) && e->from <= t &&
            gauges_meet(b, &w->all->gauge, &x))
            mention_whole(b, out, b->said[i]);
    }
}

void about_consent(struct bench *b, const struct row *r, instant t,
                   struct mentions *out)
{
    const struct consent_watch *w = r->about;
    if (!w)
        return;
    if (r->kind == ROW_HOST) {
        about_host(b, r->about, r, t, out);
        return;
    }
    for (size_t i = 0; i < b->said_n; i++) {
        const struct entry *e = &b->p->entries[b->said[i]];
        const struct more *m = entry_more(b->p, e);
        if (e->kind == ENTRY_CONSENT && e->from <= t &&
            str_eq(m->clause, w->target->id) &&
            who_meet(&m->by, &r->subject.who))
            mention_whole(b, out, b->said[i]);
    }
    for (size_t i = 0; i < w->done_n; i++)
        if (w->done[i].from <= t)
            mention(b, out, w->done[i].entry, 1);
}
