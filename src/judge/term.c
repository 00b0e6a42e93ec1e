/* term.c - how long the pact lasts and who is bound by it;
 * docs/judging.md, section 8
 *
 * All of it is known before judging begins: when parties begin and end, who
 * gave notice of withdrawal and when that has run, and what was renewed.
 * rows.c asks bound_says() of each row that it sets; one watcher has all
 * clauses looked at anew when somebody comes or goes.
 */
#include "judge/own.h"

static instant opens_at(const struct moment *m)
{
    return m->kind == MOMENT_AT ? m->at : INSTANT_MIN;
}

static instant closes_at(const struct moment *m)
{
    return m->kind == MOMENT_AT ? m->at + (m->dated ? DAY_SECONDS : 0)
                                : INSTANT_MAX;
}

/* ---- renewals ----------------------------------------------------------- */

static bool renews(const struct bench *b, const struct entry *e, str clause,
                   instant end)
{
    const struct more *m = entry_more(b->p, e);
    return e->kind == ENTRY_RENEW && str_eq(m->clause, clause) &&
           said_from(b->p, e) < end && m->goes_on > end;
}

/* What ends with END, by all renewals that came before it did. */
static instant renewed(const struct bench *b, str clause, instant end)
{
    bool again = end != INSTANT_MAX;
    while (again) {
        again = false;
        for (size_t i = 0; i < b->said_n; i++) {
            const struct entry *e = &b->p->entries[b->said[i]];
            if (renews(b, e, clause, end)) {
                end = entry_more(b->p, e)->goes_on;
                again = true;
            }
        }
    }
    return end;
}

/* ---- who is bound ------------------------------------------------------- */

static void take_leaves(struct bench *b)
{
    const struct pact *p = b->p;
    for (size_t i = 0; i < b->said_n; i++) {
        const struct entry *e = &p->entries[b->said[i]];
        const struct more *m = entry_more(p, e);
        if (e->kind != ENTRY_LEAVE)
            continue;
        if (p->withdrawal.for_all && m->goes_on < b->pact_until)
            b->pact_until = m->goes_on;
        for (size_t k = 0; k < p->parties_n && !p->withdrawal.for_all; k++)
            if (who_has(&m->by, (int)k) && m->goes_on < b->bound[k].until) {
                b->bound[k].until = m->goes_on;
            }
    }
}

static void turn_wake(struct bench *b, struct watcher *w, instant t)
{
    (void)w, (void)t;
    for (size_t i = 0; i < b->p->clauses_n; i++)
        wake_clause(b, &b->p->clauses[i]);
}

void terms_make(struct bench *b)
{
    const struct pact *p = b->p;
    struct watcher *w = new_one(b->keep, struct watcher);
    *w = (struct watcher){ turn_wake, false };
    b->bound = new_n(b->keep, struct force, p->parties_n + 1);
    b->clause_until = new_n(b->keep, instant, p->clauses_n + 1);
    for (size_t i = 0; i < p->parties_n; i++)
        b->bound[i] = (struct force){ opens_at(&p->parties[i].from),
                                      closes_at(&p->parties[i].until) };
    b->pact_until = renewed(b, S(""), closes_at(&p->until));
    for (size_t i = 0; i < p->clauses_n; i++)
        b->clause_until[i] =
            renewed(b, p->clauses[i].id, closes_at(&p->clauses[i].until));
    take_leaves(b);
    for (size_t i = 0; i < p->parties_n; i++) {
        b->come_and_go = b->come_and_go || b->bound[i].from != INSTANT_MIN ||
                         b->bound[i].until != INSTANT_MAX;
        if (b->bound[i].from != INSTANT_MIN)
            alarm_set(b, b->bound[i].from, w);
        if (b->bound[i].until != INSTANT_MAX)
            alarm_set(b, b->bound[i].until, w);
    }
}

struct force bound_time(const struct bench *b, const struct subject *s)
{
    struct force all = { INSTANT_MIN, INSTANT_MAX };
    return s && s->kind == SUBJECT_PARTY && s->party >= 0 ? b->bound[s->party]
                                                          : all;
}

bool bound_says(struct bench *b, struct row *r, instant t,
                struct verdict_of *v)
{
    if (v->verdict == NOT_IN_FORCE || !r->subject.ids_n ||
        r->kind == ROW_SUSPENDS || !nobody_left(b, &r->subject, t))
        return false;
    *v = it_is(NOT_IN_FORCE, REASON_NONE);
    return true;
}
