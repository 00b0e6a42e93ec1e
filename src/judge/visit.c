/* visit.c - which inspections a row is about; see inspection.h */
#include "judge/inspection.h"

struct who all_of(const struct subjects *s)
{
    struct who all = { 0 };
    for (size_t i = 0; i < s->n; i++)
        who_join(&all, &s->at[i].who);
    return all;
}

static tri where_is(struct bench *b, const struct entry *e, int place)
{
    struct whereabouts w = { WHERE_AT, e->place, -1 };
    bool way;
    if (place == ANYWHERE)
        return YES;
    return e->place == ANYWHERE ? MAYBE : where_in(b, &w, place, &way);
}

/* Is it one of who is looked at, made by one who may? */
static tri whose_is(struct bench *b, const struct visited *of,
                    const struct entry *e, int *claim)
{
    const struct who *by = &entry_more(b->p, e)->by;
    *claim = -1;
    if (of->by && !who_meet(by, of->by))
        return NO;
    if (!of->who)
        return YES;
    struct gauge g = { .who = of->who->who,
                       .of_side = of->who->kind == SUBJECT_SIDE };
    struct who now = who_on(b, of->who, e->from);
    if (who_within(by, &now))
        return NO; /* one's own people */
    return event_of(b, &g, e, claim);
}

/* Two books tell of one inspection. */
static bool same_visit(const struct bench *b, const struct visit *x,
                       const struct visit *y)
{
    const struct entry *e = &b->p->entries[x->entry];
    const struct entry *f = &b->p->entries[y->entry];
    return e->book != f->book && e->from == f->from && e->who == f->who &&
           e->place == f->place && who_same(&x->by, &y->by) &&
           x->sure == y->sure;
}

/* One more, if no other tells of it: let in or refused, if they differ. */
static void add(struct bench *b, struct visits *out, struct visit v)
{
    for (size_t i = 0; i < out->n; i++) {
        struct visit *o = &out->at[i];
        if (o->entry == v.entry) { /* of another line of the clause */
            o->counts = tri_or(o->counts, v.counts);
            return;
        }
        if (!same_visit(b, o, &v))
            continue;
        if (o->refused == v.refused)
            return;
        o->counts = v.counts = MAYBE;
        o->why = v.why = REASON_DISAGREE;
    }
    *push(b->keep, out->at, out->n, out->cap) = v;
}

void visits_find(struct bench *b, const struct clause *c,
                 const struct visited *of, struct visits *out,
                 struct watcher *w)
{
    for (uint32_t i = 0; i < b->p->entries_n; i++) {
        const struct entry *e = &b->p->entries[i];
        const struct more *m = entry_more(b->p, e);
        struct visit v = { .entry = i, .held = YES, .claim = -1 };
        if (e->kind != ENTRY_INSPECT || e->from >= b->close ||
            (m->under.len && !str_eq(m->under, c->id)))
            continue;
        tri whose = whose_is(b, of, e, &v.claim);
        tri where = whose ? where_is(b, e, of->place) : NO;
        tri kind = of->sites_asked && !m->under.len ? MAYBE : YES;
        v.counts = tri_and(tri_and(whose, where), kind);
        if (!v.counts)
            continue;
        v.why = where == MAYBE   ? REASON_PLACE
                : whose == MAYBE ? REASON_WHOSE
                : kind == MAYBE  ? REASON_KIND
                                 : REASON_RANGE;
        v.refused = m->refused;
        v.sometime = e->sometime;
        v.from = e->from;
        v.sure = said_from(b->p, e);
        v.ends = m->goes_on;
        v.by = m->by;
        add(b, out, v);
        alarm_set(b, v.from, w);
        alarm_set(b, v.sure, w);
        alarm_set(b, v.ends, w);
    }
}

static int by_time(const void *x, const void *y, void *with)
{
    const struct bench *b = with;
    const struct visit *s = x, *t = y;
    return entry_cmp(b->p, &b->p->entries[s->entry], &b->p->entries[t->entry]);
}

void visits_sort(struct bench *b, struct visits *v)
{
    sort_array(b->keep, v->at, v->n, sizeof *v->at, by_time, b);
}
