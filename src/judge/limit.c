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
    struct force force; /* as it was when last looked at */
};

/* Does each of the books that disagree say the same by itself? */
static bool all_say(const struct limit_row *r, const struct reading *x,
                    enum basis k, enum verdict v)
{
    for (size_t i = 0; i < x->alone_n; i++)
        if ((k == COMBINED || x->alone_of[i] == k) &&
            weigh(r->relation, r->amount, x->alone[i]).verdict != v)
            return false;
    return true;
}

/* The verdict on one basis, and its reason: the first that applies. */
static struct verdict_of decide(const struct limit_row *r,
                                const struct reading *x, enum basis k)
{
    struct verdict_of v = weigh(r->relation, r->amount, x->of[k]);
    v.discrepancy = k == COMBINED && x->discrepancy;
    v.disagree = k != EVIDENCE && x->disagree[k];
    if (v.discrepancy && v.verdict != BROKEN) {
        v.verdict = UNDETERMINED;
        v.reason = REASON_DISCREPANCY;
        return v;
    }
    if (k != EVIDENCE && x->disagree[k] && !v.discrepancy) {
        if (v.verdict == UNDETERMINED || !all_say(r, x, k, v.verdict)) {
            v.verdict = UNDETERMINED;
            v.reason = REASON_DISAGREE;
            for (size_t i = 0; i < x->alone_n; i++) {
                struct verdict_of one =
                    weigh(r->relation, r->amount, x->alone[i]);
                if (k != COMBINED || one.verdict == UNDETERMINED ||
                    !all_say(r, x, k, one.verdict))
                    continue;
                v.verdict = one.verdict; /* all of them, each alone */
                v.reason = REASON_NONE;
                break;
            }
        }
        return v;
    }
    if (v.verdict != UNDETERMINED)
        return v;
    if (!qty_ok(x->of[k].high) && !x->closed[k]) {
        v.reason = REASON_NO_COMPLETE;
        return v;
    }
    if (x->sure_only[k].any && x->why[k] &&
        weigh(r->relation, r->amount, x->sure_only[k]).verdict != UNDETERMINED)
        v.reason = x->why[k];
    return v;
}

static bool always_says(const struct limit_watch *w, int k)
{
    return k == COMBINED || (k == DECLARED && meter_has(w->meter, true)) ||
           (k == ESTIMATED && meter_has(w->meter, false));
}

static void out_of_force(struct bench *b, struct limit_watch *w, instant t)
{
    struct verdict_of v = it_is(NOT_IN_FORCE, REASON_NONE);
    struct measured none = { 0 };
    for (int k = 0; k < BASES; k++)
        if (always_says(w, k))
            row_set(b, w->rows[k], t, v, none, -1);
        else
            row_stop(w->rows[k], t);
}

static void limit_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct limit_watch *w = (struct limit_watch *)watcher;
    struct force f = in_force(b, w->clause);
    if (f.from != w->force.from)
        alarm_set(b, f.from, watcher);
    if (f.until != w->force.until)
        alarm_set(b, f.until, watcher);
    w->force = f;
    if (t < f.from || t >= f.until) {
        out_of_force(b, w, t);
        return;
    }
    struct reading x = meter_read(b, w->meter, t);
    for (int k = 0; k < BASES; k++)
        if (x.of[k].any)
            row_set(b, w->rows[k], t,
                    bent(w->clause, decide(w->line, &x, (enum basis)k)),
                    x.of[k], -1);
        else
            row_stop(w->rows[k], t);
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
                               .force = { INSTANT_MIN, INSTANT_MAX } };
    w->meter = meter_new(b, g, c->uncounts, c->uncounts_n, &w->watcher);
    for (int k = 0; k < BASES; k++)
        w->rows[k] = row_new(b, (struct row){ .kind = ROW_LIMIT,
                                              .clause = c,
                                              .line = lr->line,
                                              .subject = *s,
                                              .basis = (enum basis)k,
                                              .at = lr->at,
                                              .has_allowed = true,
                                              .relation = lr->relation,
                                              .allowed = lr->amount,
                                              .unit = lr->kinds.text,
                                              .place = lr->places[i],
                                              .about = w->meter });
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wait_for_steps(b, &w->watcher);
}

void judge_limit(struct bench *b, const struct clause *c)
{
    for (size_t i = 0; i < c->rows_n; i++) {
        const struct limit_row *lr = &c->rows[i];
        if (lr->unjudged.len || c->uncounts_n > UNCOUNTS_MAX) {
            row_new(b, (struct row){ .kind = ROW_UNJUDGED,
                                     .clause = c,
                                     .line = lr->line,
                                     .basis = COMBINED,
                                     .at = lr->at,
                                     .unjudged = lr->unjudged });
            continue;
        }
        if (lr->event >= 0) {
            judge_ban(b, c, lr);
            continue;
        }
        for (size_t s = 0; s < lr->subjects.n; s++)
            one_subject(b, c, lr, s);
    }
}
