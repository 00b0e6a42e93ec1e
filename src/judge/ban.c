/* ban.c - bans of events: how many of them go on; docs/judging.md, section 8
 *
 * An event that several books tell under one name, at overlapping times, of
 * one who takes part in both, is one event.  Where they differ on whether it
 * is forbidden, it counts 0..1: they disagree.
 */
#include "judge/own.h"

/* An event that might be forbidden to the subject. */
struct happening {
    uint32_t entry;
    tri forbidden;
    enum reason why; /* of MAYBE */
    int claim;
    bool declared, sometime;
    instant from, until;
    str name;
    struct who who;
};

struct ban_watch {
    struct watcher watcher;
    const struct clause *clause;
    const struct limit_row *line;
    struct happening *list;
    size_t n, cap;
    struct row *rows[BASES];
    struct force force;
};

/* ---- which events ------------------------------------------------------- */

struct sized {
    const struct entry *e;
    const struct stated *stated;
};

static struct measured size_of(struct bench *b, const struct size *z,
                               void *with)
{
    const struct sized *s = with;
    return entry_size(b, z, s->stated, s->e);
}

static tri where_is(struct bench *b, const struct entry *e, int place)
{
    struct whereabouts w = { WHERE_AT, e->place, -1 };
    bool way;
    if (place == ANYWHERE)
        return YES;
    return e->place == ANYWHERE ? MAYBE : where_in(b, &w, place, &way);
}

static void consider(struct bench *b, struct ban_watch *w,
                     const struct gauge *g, uint32_t entry)
{
    const struct entry *e = &b->p->entries[entry];
    const struct more *m = entry_more(b->p, e);
    struct sized s = { e, &w->line->stated };
    struct happening h = { .entry = entry,
                           .from = e->from,
                           .sometime = e->sometime };
    if (e->kind != ENTRY_EVENT || e->from >= b->close)
        return;
    tri kind = event_kind(b->p, m->event, w->line->event);
    if (!kind)
        return;
    tri whose = event_of(b, g, e, &h.claim);
    tri where = whose ? where_is(b, e, g->place) : NO;
    if (!where)
        return;
    tri size = sizes_met(b, &w->line->sizes, size_of, &s);
    h.forbidden = tri_and(tri_and(whose, where), tri_and(kind, size));
    h.why = where == MAYBE   ? REASON_PLACE
            : whose == MAYBE ? REASON_WHOSE
            : kind == MAYBE  ? REASON_KIND
                             : REASON_RANGE;
    h.until = e->sometime ? m->until : m->goes_on;
    if (h.sometime && h.forbidden == YES) {
        h.forbidden = MAYBE; /* on one of these days */
        h.why = REASON_RANGE;
    }
    h.declared = entry_declares(b->p, e);
    h.who = b->p->holders[e->who].who;
    h.name = entry_words(b->p, b->keep, e).title;
    *push(b->keep, w->list, w->n, w->cap) = h;
    alarm_set(b, h.from, &w->watcher);
    alarm_set(b, h.until, &w->watcher);
}

/* ---- how many go on ----------------------------------------------------- */

static bool goes_on(const struct bench *b, const struct happening *h,
                    instant t, enum basis k)
{
    return h->from <= t && t < h->until &&
           (h->claim < 0 || b->claim_known[h->claim]) &&
           (k == COMBINED || h->declared == (k == DECLARED));
}

static bool same_event(const struct bench *b, const struct happening *x,
                       const struct happening *y)
{
    return b->p->entries[x->entry].book != b->p->entries[y->entry].book &&
           x->name.len && str_eq(x->name, y->name) &&
           who_meet(&x->who, &y->who) && x->from < y->until &&
           y->from < x->until;
}

/* What all who tell of event I say together; false: an earlier one in the
 * list speaks for it. */
static bool together(const struct bench *b, const struct ban_watch *w,
                     size_t i, instant t, enum basis k, tri *all,
                     enum reason *why)
{
    *all = w->list[i].forbidden;
    *why = w->list[i].why;
    for (size_t j = 0; j < w->n; j++) {
        const struct happening *o = &w->list[j];
        if (j == i || !goes_on(b, o, t, k) || !same_event(b, &w->list[i], o))
            continue;
        if (j < i)
            return false;
        if (o->forbidden == *all)
            continue;
        if (o->forbidden + *all == YES + NO)
            *why = REASON_DISAGREE;
        else if (o->forbidden == MAYBE)
            *why = o->why;
        *all = MAYBE;
    }
    return true;
}

static void count(struct bench *b, struct ban_watch *w, instant t,
                  enum basis k)
{
    int low = 0, high = 0, which = -1;
    enum reason first = REASON_NONE;
    for (size_t i = 0; i < w->n; i++) {
        tri one;
        enum reason why;
        if (!goes_on(b, &w->list[i], t, k) ||
            !together(b, w, i, t, k, &one, &why) || one == NO)
            continue;
        low += one == YES;
        high++;
        if (which < 0 || (one == YES && low == 1))
            which = (int)w->list[i].entry;
        if (one == MAYBE && !first)
            first = why;
    }
    struct verdict_of v = it_is(low    ? BROKEN
                                : high ? UNDETERMINED
                                       : KEPT,
                                low    ? REASON_NONE
                                : high ? first
                                       : REASON_NOTHING_RECORDED);
    struct measured m = { true, qty_int(low), qty_int(high) };
    row_set(b, w->rows[k], t, bent(w->clause, v), m, which);
}

static void ban_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct ban_watch *w = (struct ban_watch *)watcher;
    struct force f = in_force(b, w->clause);
    if (f.from != w->force.from)
        alarm_set(b, f.from, watcher);
    if (f.until != w->force.until)
        alarm_set(b, f.until, watcher);
    w->force = f;
    for (int k = 0; k < BASES; k++) {
        struct verdict_of out = it_is(NOT_IN_FORCE, REASON_NONE);
        struct measured none = { 0 };
        if (!w->rows[k])
            continue;
        if (t < f.from || t >= f.until)
            row_set(b, w->rows[k], t, out, none, -1);
        else
            count(b, w, t, (enum basis)k);
    }
}

static bool says(const struct ban_watch *w, int k)
{
    for (size_t i = 0; i < w->n; i++)
        if (k != EVIDENCE && w->list[i].declared == (k == DECLARED))
            return true;
    return k == COMBINED;
}

void judge_ban(struct bench *b, const struct clause *c,
               const struct limit_row *lr)
{
    for (size_t i = 0; i < lr->subjects.n; i++) {
        const struct subject *s = &lr->subjects.at[i];
        if (part_time(b, c, lr->line, lr->at, s))
            continue;
        struct ban_watch *w = new_one(b->keep, struct ban_watch);
        struct gauge g = { .who = s->who,
                           .of_side = s->kind == SUBJECT_SIDE,
                           .place = lr->places[i] };
        *w = (struct ban_watch){ .watcher = { ban_wake, false },
                                 .clause = c,
                                 .line = lr,
                                 .force = { INSTANT_MIN, INSTANT_MAX } };
        for (uint32_t e = 0; e < b->p->entries_n; e++)
            consider(b, w, &g, e);
        for (int k = 0; k < BASES; k++)
            if (says(w, k))
                w->rows[k] = row_new(
                    b, (struct row){ .kind = ROW_BAN,
                                     .clause = c,
                                     .line = lr->line,
                                     .subject = *s,
                                     .basis = (enum basis)k,
                                     .at = lr->at,
                                     .has_allowed = true,
                                     .relation = AT_MOST,
                                     .allowed = qty_int(0),
                                     .unit = b->p->events[lr->event].name });
        for (size_t k = 0; k < b->claims_n; k++)
            alarm_set(b, b->p->entries[b->claims[k]].from, &w->watcher);
        alarm_set(b, INSTANT_MIN, &w->watcher);
        wait_for_steps(b, &w->watcher, c);
    }
}
