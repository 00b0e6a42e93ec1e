/* accept.c - inspections that a step accepts; see step.h */
#include "judge/step.h"

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

struct progress inspected(struct bench *b, const struct step_watch *w,
                          const struct doing *d, instant t)
{
    struct progress p = { 0 };
    int64_t n = 0;
    for (size_t i = 0; i < d->deed->sites_n; i++)
        n += was_there(b, w, d, (int)i, t, false);
    p.done.of[COMBINED] = (struct measured){ true, qty_int(n), qty_int(n) };
    return p;
}

bool withheld(struct bench *b, const struct step_watch *w,
              const struct doing *d, instant t)
{
    for (size_t i = 0; i < d->deed->sites_n; i++)
        if (!was_there(b, w, d, (int)i, t, false) &&
            was_there(b, w, d, (int)i, t, true))
            return true;
    return covers(b, "inspections", &d->deed->actor.who, w->deadline - 1);
}

void add_visits(struct bench *b, struct step_watch *w, struct doing *d)
{
    for (uint32_t i = 0; i < b->p->entries_n; i++) {
        const struct entry *e = &b->p->entries[i];
        if (e->from >= b->close || !visits(b, d->deed, e, -1))
            continue;
        *push(b->keep, d->visits, d->visits_n, d->visits_cap) = i;
        alarm_set(b, said_from(b->p, e), &w->watcher);
    }
}
