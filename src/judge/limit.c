/* limit.c - ceilings, floors and shares over time; docs/judging.md, section 8
 */
#include "judge/own.h"

/* One line of a limit, for one subject. */
struct limit_watch {
    struct watcher watcher; /* first: it is what is woken */
    const struct clause *clause;
    const struct limit_row *line;
    struct meter *meter;
    struct row *rows[BASES];
    const struct subject *subject;
    struct force force; /* as it was when last looked at */
    struct whether *whether;
    struct bending *bending;
    struct reading now;
    struct yardstick *figure; /* NULL: a plain number */
    struct allowed allowed;
    tri holds;        /* its condition, now */
    instant compares; /* as many as on a day: from its close on; or MIN */
};

/* Books that disagree: what each of them says by itself, if they all say the
 * same. */
static bool all_say(enum relation rel, qty n, const struct reading *x,
                    enum basis k, enum verdict *out)
{
    bool any = false;
    for (size_t i = 0; i < x->voices_n; i++) {
        const struct voice *o = &x->voices[i];
        struct measured m = o->now;
        if ((k != COMBINED && o->basis != k) || !is_telling(m))
            continue;
        if (k == COMBINED)
            with_evidence(&m, x->seen, o->most.high);
        enum verdict v = weigh(rel, n, m).verdict;
        if (any && v != *out)
            return false;
        any = true;
        *out = v;
    }
    return any;
}

/* Kept on an estimate alone, where access was denied: unseen is not absent. */
static bool unseen(enum relation rel, qty n, const struct reading *x,
                   enum basis k)
{
    static const enum basis sure[] = { DECLARED, EVIDENCE };
    struct measured any = { true, x->more ? QTY_NONE : qty_int(0), QTY_NONE };
    if (!x->denied || k == DECLARED || k == EVIDENCE ||
        weigh(rel, n, any).verdict == KEPT)
        return false;
    for (int i = 0; k == COMBINED && i < 2; i++)
        if (x->of[sure[i]].any &&
            reading_says(rel, n, x, sure[i]).verdict == KEPT)
            return false;
    return true;
}

struct verdict_of reading_says(enum relation rel, qty n,
                               const struct reading *x, enum basis k)
{
    struct verdict_of v = weigh(rel, n, x->of[k]);
    v.discrepancy = k == COMBINED && x->discrepancy;
    v.disagree = x->disagree[k];
    if (v.disagree && !all_say(rel, n, x, k, &v.verdict))
        v.verdict = UNDETERMINED;
    if (v.discrepancy && v.verdict == KEPT)
        v.verdict = UNDETERMINED;
    v.reason = REASON_NONE;
    if (v.verdict == KEPT && unseen(rel, n, x, k)) {
        v.verdict = UNDETERMINED;
        v.reason = REASON_DENIED;
        return v;
    }
    if (v.verdict != UNDETERMINED)
        return v;
    struct measured sure = x->sure_only[k];
    if (k == COMBINED)
        with_evidence(&sure, x->seen, QTY_NONE);
    if (v.disagree)
        v.reason = REASON_DISAGREE;
    else if (v.discrepancy)
        v.reason = REASON_DISCREPANCY;
    else if ((!qty_ok(x->of[k].high) || (x->more && !qty_ok(x->of[k].low))) &&
             !x->closed[k])
        v.reason = REASON_NO_COMPLETE;
    else if (x->why[k] && sure.any &&
             weigh(rel, n, sure).verdict != UNDETERMINED)
        v.reason = x->why[k];
    else
        v.reason = REASON_RANGE;
    return v;
}

static bool always_says(const struct limit_watch *w, int k)
{
    return k == COMBINED || (k == DECLARED && meter_has(w->meter, true)) ||
           (k == ESTIMATED && meter_has(w->meter, false));
}

static void out_of_force(struct bench *b, struct limit_watch *w, instant t,
                         enum reason why)
{
    struct verdict_of v = it_is(NOT_IN_FORCE, why);
    struct measured none = { 0 };
    for (int k = 0; k < BASES; k++) {
        bend_rest(b, w->bending, (enum basis)k, t);
        if (always_says(w, k))
            row_set(b, w->rows[k], t, v, none, -1);
        else
            row_stop(w->rows[k], t);
    }
}

static struct verdict_of says(struct bench *b, void *with, enum basis k,
                              struct meter *m, struct against n, instant t)
{
    const struct limit_watch *w = with;
    const struct reading *x = &w->now;
    struct reading other;
    if (m) {
        other = meter_read(b, m, t);
        x = &other;
    }
    struct allowed a = n.own ? figure_more(w->allowed, n.n) : figure_just(n.n);
    return under(w->holds, figure_says(&a, w->line->relation, x, k));
}

static struct verdict_of verdict(struct bench *b, struct limit_watch *w,
                                 enum basis k, instant t)
{
    struct verdict_of v =
        says(b, w, k, NULL, (struct against){ true, { 0, 1 } }, t);
    if (w->bending)
        v = bend(b, w->bending, k, v, w->now.of[k], t, says, w);
    return bent(w->clause, under(w->holds, v));
}

static void limit_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct limit_watch *w = (struct limit_watch *)watcher;
    if (t < w->compares) {
        drift_watch(b, w->meter, t);
        out_of_force(b, w, t, REASON_NONE);
        return;
    }
    bool in = look_in_force(b, w->clause, w->subject, &w->force, watcher, t);
    meet_again(b, w->bending);
    w->holds = in ? whether_now(b, w->whether, t) : NO;
    if (w->holds == NO) {
        out_of_force(b, w, t, in ? REASON_CONDITION : REASON_NONE);
        return;
    }
    w->now = meter_read(b, w->meter, t);
    w->allowed =
        w->figure ? figure_now(b, w->figure, t) : figure_just(w->line->amount);
    bend_look(b, w->bending, t);
    for (int k = 0; k < BASES; k++)
        if (w->now.of[k].any)
            row_set(b, w->rows[k], t, verdict(b, w, (enum basis)k, t),
                    w->now.of[k], -1);
        else {
            bend_rest(b, w->bending, (enum basis)k, t);
            row_stop(w->rows[k], t);
        }
}

static str of_what(const struct kinds *k)
{
    return k->sum ? k->sum->of : S("");
}

static void one_subject(struct bench *b, const struct clause *c,
                        const struct limit_row *lr, size_t i)
{
    struct limit_watch *w = new_one(b->keep, struct limit_watch);
    const struct subject *s = &lr->subjects.at[i];
    struct gauge g = { .who = s->who,
                       .of_side = s->kind == SUBJECT_SIDE,
                       .kinds = lr->kinds,
                       .stated = lr->stated,
                       .place = lr->places[i] };
    *w = (struct limit_watch){ .watcher = { limit_wake, false },
                               .clause = c,
                               .line = lr,
                               .subject = s,
                               .force = { INSTANT_MIN, INSTANT_MAX },
                               .compares = compares_from(lr) };
    w->meter = meter_new(b, g, c->uncounts, c->uncounts_n, &w->watcher);
    if (lr->as_on.kind) {
        drift_new(b, w->meter, w->compares, lr->relation != AT_MOST);
        alarm_set(b, w->compares, &w->watcher);
    }
    w->figure = figure_new(b, lr->formula, s, &w->watcher);
    w->whether = whether_new(b, c, s, &w->watcher);
    w->bending = bending_new(b, c, lr, i, &g, &w->watcher);
    for (int k = 0; k < BASES; k++)
        w->rows[k] = row_new(b, (struct row){ .kind = ROW_LIMIT,
                                              .clause = c,
                                              .line = lr->line,
                                              .subject = *s,
                                              .basis = (enum basis)k,
                                              .at = lr->at,
                                              .has_allowed = true,
                                              .more = lr->as_on.kind,
                                              .relation = lr->relation,
                                              .allowed = lr->amount,
                                              .figure = lr->figure,
                                              .unit = lr->kinds.text,
                                              .of = of_what(&lr->kinds),
                                              .place = lr->places[i],
                                              .about = w->meter });
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wake_when_lost(b, &w->watcher);
    wait_for_steps(b, &w->watcher, c);
}

void judge_limit(struct bench *b, const struct clause *c)
{
    for (size_t i = 0; i < c->rows_n; i++) {
        const struct limit_row *lr = &c->rows[i];
        if (lr->unjudged.len) {
            unjudged_line(b, c, lr->line, lr->at, lr->unjudged);
            continue;
        }
        if (lr->event >= 0) {
            judge_ban(b, c, lr);
            continue;
        }
        for (size_t s = 0; s < lr->subjects.n; s++)
            if (!part_time(b, c, lr->line, lr->at, &lr->subjects.at[s]))
                one_subject(b, c, lr, s);
    }
}
