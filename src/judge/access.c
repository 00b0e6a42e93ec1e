/* access.c - who lets whom pass, see or inspect; docs/judging.md, section 8
 *
 * Broken on the days on which a `restriction`, or an inspection refused,
 * shows that it was denied.  That nothing is told of one is not freedom.
 */
#include "judge/inspection.h"

/* An entry that denies it, or may. */
struct denial {
    uint32_t entry;
    tri counts;
    enum reason why;
    int claim;
    instant from, until;
    bool sometime;
};

struct access_watch {
    struct watcher watcher;
    const struct clause *clause;
    const struct subject *who;
    struct who whom; /* who passes; empty: it is not known who */
    bool sees;       /* an inspection refused denies it, too */
    int place;
    struct denial *list; /* by time */
    size_t n, cap;
    struct row *row;
    struct force force;
    struct whether *whether;
};

/* Does E deny it to one of those? */
static tri to_whom(const struct access_watch *w, const struct who *by)
{
    if (who_empty(&w->whom))
        return MAYBE;
    return who_meet(&w->whom, by) ? YES : NO;
}

static void consider(struct bench *b, struct access_watch *w, uint32_t i)
{
    const struct entry *e = &b->p->entries[i];
    const struct more *m = entry_more(b->p, e);
    struct gauge g = { .who = w->who->who,
                       .of_side = w->who->kind == SUBJECT_SIDE };
    struct whereabouts at = { WHERE_AT, e->place, -1 };
    struct denial d = { .entry = i, .from = e->from };
    bool way, stands = e->kind == ENTRY_RESTRICTION;
    if (!stands && !(w->sees && e->kind == ENTRY_INSPECT && m->refused))
        return;
    tri whom = e->from < b->close ? to_whom(w, &m->by) : NO;
    tri who = whom ? event_of(b, &g, e, &d.claim) : NO;
    if (!who || (m->under.len && !str_eq(m->under, w->clause->id)))
        return;
    tri where = w->place == ANYWHERE   ? YES
                : e->place == ANYWHERE ? MAYBE
                                       : where_in(b, &at, w->place, &way);
    d.counts = tri_and(tri_and(whom, who), where);
    if (!d.counts)
        return;
    d.why = where == MAYBE  ? REASON_PLACE
            : who == MAYBE  ? REASON_WHOSE
            : whom == MAYBE ? REASON_KIND
                            : REASON_RANGE;
    d.sometime = e->sometime && !stands;
    d.until = stands ? m->goes_on : entry_until(b->p, e);
    *push(b->keep, w->list, w->n, w->cap) = d;
    alarm_set(b, d.from, &w->watcher);
    alarm_set(b, d.until, &w->watcher);
}

static int by_time(const void *x, const void *y, void *with)
{
    const struct bench *b = with;
    const struct denial *s = x, *t = y;
    return entry_cmp(b->p, &b->p->entries[s->entry], &b->p->entries[t->entry]);
}

/* How it stands: denied, perhaps, or whether silence tells that it was not. */
static struct verdict_of says(struct bench *b, const struct access_watch *w,
                              instant t, int *which)
{
    struct verdict_of v = it_is(KEPT, REASON_NOTHING_RECORDED);
    *which = -1;
    for (size_t i = 0; i < w->n; i++) {
        const struct denial *d = &w->list[i];
        if (t < d->from || t >= d->until || v.verdict == BROKEN ||
            (d->claim >= 0 && !b->claim_known[d->claim]))
            continue;
        tri so = d->sometime ? tri_and(d->counts, MAYBE) : d->counts;
        if (so == MAYBE && v.verdict == UNDETERMINED)
            continue;
        v = so == YES ? it_is(BROKEN, REASON_NONE)
                      : it_is(UNDETERMINED,
                              d->counts == YES ? REASON_RANGE : d->why);
        *which = (int)d->entry;
    }
    struct who now = who_on(b, w->who, t);
    if (v.verdict == KEPT && !covers(b, "restrictions", &now, t))
        return it_is(UNDETERMINED, REASON_SILENCE);
    return v;
}

static void access_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct access_watch *w = (struct access_watch *)watcher;
    struct measured none = { 0 };
    int which = -1;
    bool in = look_in_force(b, w->clause, w->who, &w->force, watcher, t);
    tri holds = in ? whether_now(b, w->whether, t) : NO;
    struct verdict_of v =
        holds == NO ? it_is(NOT_IN_FORCE, in ? REASON_CONDITION : REASON_NONE)
                    : under(holds, says(b, w, t, &which));
    row_set(b, w->row, t, bent(w->clause, v), none, which);
}

static void open_row(struct bench *b, struct access_watch proto, int line,
                     span at, str what)
{
    if (part_time(b, proto.clause, line, at, proto.who))
        return;
    struct access_watch *w = new_one(b->keep, struct access_watch);
    *w = proto;
    w->watcher.wake = access_wake;
    w->force = (struct force){ INSTANT_MIN, INSTANT_MAX };
    w->whether = whether_new(b, w->clause, w->who, &w->watcher);
    for (uint32_t i = 0; i < b->p->entries_n; i++)
        consider(b, w, i);
    sort_array(b->keep, w->list, w->n, sizeof *w->list, by_time, b);
    w->row = row_new(b, (struct row){ .kind = ROW_ACCESS,
                                      .clause = w->clause,
                                      .line = line,
                                      .subject = *w->who,
                                      .basis = COMBINED,
                                      .at = at,
                                      .relation = AT_MOST,
                                      .unit = what,
                                      .place = w->place,
                                      .about = w });
    wake_when_covered(b, &w->watcher);
    wake_with_claims(b, &w->watcher);
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wait_for_steps(b, &w->watcher, w->clause);
}

void judge_open(struct bench *b, const struct clause *c,
                const struct accepts *a)
{
    struct buf what = { .keep = b->keep };
    for (size_t i = 0; i < a->by.n; i++)
        for (size_t k = 0; k < a->by.at[i].ids_n; k++)
            buf_fmt(&what, "%s%.*s", what.len ? " + " : "",
                    STR(a->by.at[i].ids[k]));
    for (size_t s = 0; s < a->who.n; s++)
        open_row(b,
                 (struct access_watch){ .clause = c,
                                        .who = &a->who.at[s],
                                        .whom = all_of(&a->by),
                                        .sees = true,
                                        .place = a->places[s] },
                 a->line, a->at, buf_str(&what));
}

void judge_access(struct bench *b, const struct clause *c)
{
    for (size_t i = 0; i < c->duties->accesses_n; i++) {
        const struct access *a = &c->duties->accesses[i];
        struct who whom = all_of(&a->whose);
        if (a->party >= 0)
            who_add(&whom, a->party);
        for (size_t s = 0; s < a->who.n; s++)
            open_row(b,
                     (struct access_watch){ .clause = c,
                                            .who = &a->who.at[s],
                                            .whom = whom,
                                            .sees = a->see,
                                            .place = a->places[s] },
                     a->line, a->at, a->what);
    }
}

void about_access(struct bench *b, const struct row *r, instant t,
                  struct mentions *out)
{
    const struct access_watch *w = r->about;
    for (size_t i = 0; i < w->n; i++)
        if (w->list[i].from <= t && t < w->list[i].until)
            mention_whole(b, out, w->list[i].entry);
}
