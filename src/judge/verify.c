/* verify.c - who has verified a step, and in time; see step.h */
#include "judge/step.h"

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

void set_verified(struct bench *b, struct step_watch *w, struct verifying *v,
                  instant t)
{
    const struct step *s = &w->clause->step;
    instant done = b->step_done[w->id], due = INSTANT_MAX;
    struct verdict_of x = it_is(NOT_DUE, REASON_NOTHING_DUE);
    if (done != INSTANT_MAX && s->verified_within_said)
        due = span_end(b, done, s->verified_within);
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
    row_under(b, v->row, t, whether_now(b, v->whether, t), bent(w->clause, x),
              (struct measured){ 0 });
}

void is_verified(struct bench *b, struct step_watch *w, instant t)
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

/* ---- setting up --------------------------------------------------------- */

static void add_verifier(struct bench *b, struct step_watch *w,
                         struct subject s)
{
    struct verifying *v = &w->verify[w->verify_n++];
    *v = (struct verifying){ .subject = s, .seen = INSTANT_MAX };
    v->whether = whether_new(b, w->clause, &v->subject, &w->watcher);
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

void verifiers(struct bench *b, struct step_watch *w)
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
