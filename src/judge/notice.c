/* notice.c - was it told in time? docs/judging.md, section 8
 *
 * Each movement or event that is due a notice makes a verdict on the day on
 * which it starts; on other days nothing is due.
 *
 * Movements of one holder that are added up: in order of time, with running
 * sums for each book and party, so that the sum over a window is one
 * difference.
 */
#include "judge/lead.h"

/* One movement or event that the notice may be about. */
struct due {
    uint32_t entry;
    tri relevant; /* kind, whom and place */
    enum reason why;
    int claim;
    bool declared;
    instant from, until; /* the day, or the stretch D..D */
    size_t group;        /* one book's movements of one party */
    size_t rank;         /* its place in the group, by time */
};

/* Running sums over a group: what came before place i of it. */
struct group {
    int book;
    struct who who;
    const struct due **members;
    qty **low, **high; /* by size, then by place */
    bool **open;       /* an open figure came before */
    size_t n, cap;
};

struct notice_watch {
    struct watcher watcher;
    const struct clause *clause;
    const struct subject *subject;
    struct gauge gauge;
    struct due *list; /* by time */
    size_t n, cap, at;
    bool says[BASES]; /* some book on this basis, if only of small ones */
    struct group *groups;
    size_t groups_n, groups_cap;
    struct row *rows[BASES];
    struct force force;
    struct whether *whether;
    struct bending *bending;
};

/* ---- is it due? --------------------------------------------------------- */

/* The relation of a movement to the zone; of an event, whether it lies in. */
static tri relation(struct bench *b, const struct notice *n,
                    const struct entry *e, int place)
{
    if (place == ANYWHERE)
        return YES;
    if (e->kind == ENTRY_EVENT)
        return e->place == ANYWHERE ? MAYBE : spot_in(b, e->place, place);
    tri from = spot_in(b, e->place, place), to = spot_in(b, e->to, place);
    unsigned m = n->moves;
    if (!m || m == (MOVES_INTO | MOVES_OUT | MOVES_INSIDE))
        return tri_or(from, to);
    if (m == (MOVES_INTO | MOVES_INSIDE))
        return to;
    if (m == (MOVES_OUT | MOVES_INSIDE))
        return from;
    tri t = NO;
    if (m & MOVES_INTO)
        t = tri_or(t, tri_and(to, tri_not(from)));
    if (m & MOVES_OUT)
        t = tri_or(t, tri_and(from, tri_not(to)));
    if (m & MOVES_INSIDE)
        t = tri_or(t, tri_and(from, to));
    return t;
}

static tri right_kind(const struct bench *b, const struct notice *n,
                      const struct entry *e)
{
    tri t = NO;
    if (e->kind == ENTRY_MOVE)
        return tri_of(n->movement);
    for (size_t i = 0; e->kind == ENTRY_EVENT && i < n->events_n; i++)
        t = tri_or(t,
                   event_kind(b->p, entry_more(b->p, e)->event, n->events[i]));
    return t;
}

/* How large is D, of what the line of N tells: its statuses are asked for. */
struct asking {
    const struct notice_watch *w;
    const struct due *d;
    const struct notice *n;
};

static struct measured plain_size(struct bench *b, const struct size *z,
                                  void *with)
{
    const struct asking *q = with;
    return entry_size(b, z, &q->n->stated, &b->p->entries[q->d->entry]);
}

/* It stands alone, and is too small in every world: of a million movements
 * nearly all are. */
static bool too_small(struct bench *b, const struct notice_watch *w,
                      const struct due *d)
{
    const struct notice *n = &w->clause->notice;
    struct asking q = { w, d, n };
    return !n->window.n && sizes_met(b, &n->sizes, plain_size, &q) == NO;
}

static void consider(struct bench *b, struct notice_watch *w, uint32_t entry)
{
    const struct notice *n = &w->clause->notice;
    const struct entry *e = &b->p->entries[entry];
    struct due d = { .entry = entry, .claim = -1 };
    tri kind = right_kind(b, n, e);
    if (e->from >= b->close || !kind)
        return;
    tri who = e->kind == ENTRY_EVENT ? event_of(b, &w->gauge, e, &d.claim)
                                     : move_of(b, &w->gauge, e, &d.claim);
    tri place = who ? relation(b, n, e, w->gauge.place) : NO;
    d.relevant = tri_and(kind, tri_and(who, place));
    if (!d.relevant)
        return;
    d.why = place == MAYBE  ? REASON_PLACE
            : who == MAYBE  ? REASON_WHOSE
            : kind == MAYBE ? REASON_KIND
                            : REASON_RANGE;
    d.declared = entry_declares(b->p, e);
    d.from = e->sometime ? e->from : day_opens(instant_day(e->from));
    d.until = entry_until(b->p, e);
    w->says[d.declared ? DECLARED : ESTIMATED] = true;
    if (!too_small(b, w, &d))
        *push(b->keep, w->list, w->n, w->cap) = d;
}

/* ---- how large, with what is added up to it ----------------------------- */

static int by_start(const void *x, const void *y, void *with)
{
    const struct bench *b = with;
    const struct due *s = x, *t = y;
    return entry_cmp(b->p, &b->p->entries[s->entry], &b->p->entries[t->entry]);
}

static size_t group_of(struct bench *b, struct notice_watch *w,
                       const struct entry *e)
{
    const struct who *who = &b->p->holders[e->who].who;
    for (size_t i = 0; i < w->groups_n; i++)
        if (w->groups[i].book == e->book && who_same(&w->groups[i].who, who))
            return i;
    *push(b->keep, w->groups, w->groups_n, w->groups_cap) =
        (struct group){ .book = e->book, .who = *who };
    return w->groups_n - 1;
}

static struct measured own_size(struct bench *b, const struct notice_watch *w,
                                const struct size *z, const struct due *d)
{
    struct measured m =
        entry_size(b, z, &w->clause->notice.stated, &b->p->entries[d->entry]);
    if (d->relevant != YES)
        m.low = qty_int(0);
    return m;
}

static void running_sums(struct bench *b, struct notice_watch *w,
                         struct group *g)
{
    const struct sizes *z = &w->clause->notice.sizes;
    g->low = new_n(b->keep, qty *, z->n + 1);
    g->high = new_n(b->keep, qty *, z->n + 1);
    g->open = new_n(b->keep, bool *, z->n + 1);
    for (size_t s = 0; s < z->n; s++) {
        g->low[s] = new_n(b->keep, qty, g->n + 1);
        g->high[s] = new_n(b->keep, qty, g->n + 1);
        g->open[s] = new_n(b->keep, bool, g->n + 1);
        g->low[s][0] = g->high[s][0] = qty_int(0);
        for (size_t i = 0; i < g->n; i++) {
            struct measured m = own_size(b, w, &z->at[s], g->members[i]);
            g->low[s][i + 1] = qty_add(g->low[s][i], m.low);
            g->open[s][i] = !qty_ok(m.high);
            g->high[s][i + 1] =
                qty_add(g->high[s][i], qty_ok(m.high) ? m.high : m.low);
        }
    }
}

static void add_up(struct bench *b, struct notice_watch *w)
{
    if (!w->clause->notice.window.n)
        return;
    for (size_t i = 0; i < w->n; i++) {
        struct due *d = &w->list[i];
        const struct entry *e = &b->p->entries[d->entry];
        if (e->kind != ENTRY_MOVE)
            continue;
        d->group = group_of(b, w, e);
        struct group *g = &w->groups[d->group];
        d->rank = g->n;
        *push(b->keep, g->members, g->n, g->cap) = d;
    }
    for (size_t i = 0; i < w->groups_n; i++)
        running_sums(b, w, &w->groups[i]);
}

/* The places [*a, *z) of the group whose day lies in the window that ends
 * with the day of D. */
static bool window(const struct bench *b, const struct notice_watch *w,
                   const struct due *d, size_t *a, size_t *z)
{
    const struct group *g = &w->groups[d->group];
    day last = instant_day(b->p->entries[d->entry].from);
    instant first;
    if (!duration_add(b->p, day_opens(last), true, w->clause->notice.window,
                      -1, &first))
        return false;
    *a = *z = d->rank;
    while (*a && instant_day(b->p->entries[g->members[*a - 1]->entry].from) >
                     instant_day(first))
        --*a;
    while (*z < g->n &&
           instant_day(b->p->entries[g->members[*z]->entry].from) == last)
        ++*z;
    return true;
}

/* The size of D, with what is added up to it. */
static struct measured size_of(struct bench *b, const struct size *z,
                               void *with)
{
    const struct asking *q = with;
    const struct notice_watch *w = q->w;
    size_t a, end, s = (size_t)(z - w->clause->notice.sizes.at);
    struct measured m = entry_size(b, z, &w->clause->notice.stated,
                                   &b->p->entries[q->d->entry]);
    if (!w->clause->notice.window.n ||
        b->p->entries[q->d->entry].kind != ENTRY_MOVE ||
        !window(b, w, q->d, &a, &end))
        return m;
    const struct group *g = &w->groups[q->d->group];
    struct measured own = own_size(b, w, z, q->d);
    qty low = qty_sub(g->low[s][end], g->low[s][a]);
    m.low = qty_add(m.low, qty_sub(low, own.low)); /* itself in full */
    m.high = qty_sub(g->high[s][end], g->high[s][a]);
    for (size_t i = a; i < end; i++)
        if (g->open[s][i])
            m.high = QTY_NONE;
    return m;
}

/* ---- the verdict on one ------------------------------------------------- */

static struct verdict_of unsaid(const struct bench *b,
                                const struct notice_watch *w,
                                const struct entry *e)
{
    struct who now = who_on(b, w->subject, e->from);
    struct who self = of_them(&b->p->holders[e->who].who, &now);
    if (covers(b, "notices", &self, e->from))
        return it_is(BROKEN, REASON_NONE);
    return it_is(UNDETERMINED, REASON_SILENCE);
}

static tri is_due(struct bench *b, const struct notice_watch *w,
                  const struct due *d)
{
    struct asking q = { w, d, &w->clause->notice };
    return tri_and(d->relevant,
                   sizes_met(b, &w->clause->notice.sizes, size_of, &q));
}

/* ... so that it may have been told for some day? NOT_TOLD otherwise, whatever
 * else binds to tell it. */
static bool told_at_all(const struct bench *b, const struct notice_watch *w,
                        const struct entry *e, enum answer *a)
{
    if (*a == UNSAID && unsaid(b, w, e).verdict == BROKEN)
        *a = NOT_TOLD;
    return *a != UNSAID && *a != NOT_TOLD;
}

/* The lead is that of N: the clause's own, or an exception's. */
static struct verdict_of verdict_on(struct bench *b,
                                    const struct notice_watch *w,
                                    const struct notice *n,
                                    const struct due *d, struct measured *m)
{
    const struct entry *e = &b->p->entries[d->entry];
    qty early_lead, last_lead;
    tri counts = is_due(b, w, d);
    enum answer early = lead_answer(b, w->clause, n, e, e->from, &early_lead);
    instant last_start = !e->sometime ? e->from
                         : e->dated   ? day_opens(instant_day(d->until - 1))
                                      : d->until - 1;
    enum answer last =
        e->sometime ? lead_answer(b, w->clause, n, e, last_start, &last_lead)
                    : early;
    struct verdict_of v = it_is(NOT_DUE, REASON_NOTHING_DUE);
    *m = (struct measured){ 0 };
    if (counts == NO || lead_before(b, n, e, w->force.from))
        return v;
    if (qty_ok(early_lead)) {
        qty far = e->sometime && qty_ok(last_lead) ? last_lead : early_lead;
        bool up = qty_cmp(early_lead, far) <= 0;
        *m = (struct measured){ true, up ? early_lead : far,
                                up ? far : early_lead };
    }
    /* of D..D the first day is the worst case */
    if (early == IN_TIME)
        return it_is(KEPT, REASON_NONE);
    if (early == TOLD_SOMETIME || last == TOLD_SOMETIME)
        return it_is(NOT_JUDGED, REASON_UNJUDGED);
    if (early == NO_DAY || last == NO_DAY)
        return it_is(UNDETERMINED, REASON_SILENCE);
    if (n->lead == LEAD_TOLD && !told_at_all(b, w, e, &early))
        return early == UNSAID ? it_is(UNDETERMINED, REASON_SILENCE) : v;
    if (early == UNSAID && lead_left(b, n, e, last_start))
        return it_is(NOT_DUE, REASON_NONE);
    if (n->advised)
        return it_is(KEPT, early == UNSAID ? REASON_NONE : REASON_LATE);
    if (counts == MAYBE)
        return it_is(UNDETERMINED,
                     d->relevant == MAYBE ? d->why : REASON_RANGE);
    if (last == IN_TIME)
        return it_is(UNDETERMINED, REASON_RANGE);
    if (early == UNSAID)
        return unsaid(b, w, e);
    return it_is(BROKEN, early == NOT_TOLD ? REASON_NONE : REASON_LATE);
}

/* ---- what bends it ------------------------------------------------------ */

/* Is D one of those that the line `any ...` of exception X tells? */
static tri is_of(struct bench *b, const struct notice_watch *w,
                 const struct clause *x, const struct due *d)
{
    const struct notice *n = &x->notice;
    const struct entry *e = &b->p->entries[d->entry];
    struct asking q = { w, d, n };
    tri who = NO;
    if (!n->subjects.n)
        return YES;
    for (size_t i = 0; i < n->subjects.n; i++) {
        int claim;
        struct gauge g = { .who = n->subjects.at[i].who,
                           .of_side = n->subjects.at[i].kind == SUBJECT_SIDE };
        tri in = e->kind == ENTRY_EVENT ? event_of(b, &g, e, &claim)
                                        : move_of(b, &g, e, &claim);
        who = tri_or(who, tri_and(in, relation(b, n, e, n->places[i])));
    }
    return tri_and(tri_and(right_kind(b, n, e), who),
                   sizes_met(b, &n->sizes, plain_size, &q));
}

/* The verdict on D, with the exceptions that are open on its day. */
static struct verdict_of with_exceptions(struct bench *b,
                                         const struct notice_watch *w,
                                         const struct due *d,
                                         struct opens open, struct measured *m)
{
    const struct notice *own = &w->clause->notice;
    struct verdict_of v = verdict_on(b, w, own, d, m), all = v;
    bool any = false, sure = false;
    for (size_t i = 0; i < open.n; i++)
        open.at[i].open =
            tri_and(open.at[i].open, is_of(b, w, open.at[i].exception, d));
    if (is_due(b, w, d) == YES && !b->p->entries[d->entry].sometime)
        meet(b, w->bending, &open);
    for (size_t i = 0; i < open.n; i++) {
        const struct clause *x = open.at[i].exception;
        struct notice lead = *own;
        struct measured other = { 0 };
        if (open.at[i].open == NO || is_behind(b, &open, i))
            continue;
        lead.lead = x->notice.lead;
        lead.ahead = x->notice.ahead;
        lead.by = x->notice.by;
        struct verdict_of y = x->notice.told_stated
                                  ? verdict_on(b, w, &lead, d, &other)
                                  : it_is(NOT_DUE, REASON_NOTHING_DUE);
        all = any ? either(all, y) : y;
        any = true;
        if (open.at[i].open == YES) {
            sure = true;
            *m = other;
        }
    }
    return sure || !any ? all : either(v, all); /* perhaps none is open */
}

/* ---- days --------------------------------------------------------------- */

/* The worst of what stands on one day; last, what is not due yet. */
static int worse(struct verdict_of v)
{
    switch (v.verdict) {
    case BROKEN: return 5;
    case UNDETERMINED: return 4;
    case NOT_JUDGED: return 3;
    case KEPT: return 2;
    case NOT_DUE: return v.reason == REASON_NONE;
    case NOT_IN_FORCE:
    case SUSPENDED: break;
    }
    return 0;
}

static void that_day(struct bench *b, struct notice_watch *w, instant t)
{
    struct verdict_of v[BASES];
    struct measured m[BASES] = { { 0 } };
    int entry[BASES];
    for (int k = 0; k < BASES; k++) {
        v[k] = it_is(NOT_DUE, REASON_NOTHING_DUE);
        entry[k] = -1;
    }
    tri holds = whether_now(b, w->whether, t);
    struct opens open = open_at(b, w->bending, t);
    for (size_t i = w->at; holds && i < w->n && w->list[i].from <= t; i++) {
        const struct due *d = &w->list[i];
        const struct entry *e = &b->p->entries[d->entry];
        struct measured one;
        if (t >= d->until || e->from < w->force.from ||
            e->from >= w->force.until ||
            (d->claim >= 0 && !b->claim_known[d->claim]))
            continue;
        struct verdict_of x =
            under(holds, with_exceptions(b, w, d, open, &one));
        x = bent(w->clause, x);
        for (int k = 0; k < BASES; k++)
            if ((k == COMBINED ||
                 (k != EVIDENCE && d->declared == (k == DECLARED))) &&
                worse(x) > worse(v[k])) {
                v[k] = x;
                m[k] = one;
                entry[k] = (int)d->entry;
            }
    }
    for (int k = 0; k < BASES; k++)
        if (w->rows[k])
            row_set(b, w->rows[k], t, v[k], m[k], entry[k]);
}

static void notice_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct notice_watch *w = (struct notice_watch *)watcher;
    bool in = look_in_force(b, w->clause, w->subject, &w->force, watcher, t);
    meet_again(b, w->bending);
    while (w->at < w->n && w->list[w->at].until <= t)
        w->at++;
    if (in) {
        that_day(b, w, t);
        return;
    }
    struct verdict_of out = it_is(NOT_IN_FORCE, REASON_NONE);
    struct measured none = { 0 };
    for (int k = 0; k < BASES; k++)
        if (w->rows[k])
            row_set(b, w->rows[k], t, out, none, -1);
}

void judge_notice(struct bench *b, const struct clause *c)
{
    const struct notice *n = &c->notice;
    for (size_t i = 0; i < n->subjects.n; i++) {
        const struct subject *s = &n->subjects.at[i];
        if (part_time(b, c, 1, c->at, s))
            continue;
        struct notice_watch *w = new_one(b->keep, struct notice_watch);
        *w = (struct notice_watch){ .watcher = { notice_wake, false },
                                    .clause = c,
                                    .subject = s,
                                    .force = { INSTANT_MIN, INSTANT_MAX } };
        w->gauge = (struct gauge){ .who = s->who,
                                   .of_side = s->kind == SUBJECT_SIDE,
                                   .place = n->places[i] };
        w->whether = whether_new(b, c, s, &w->watcher);
        w->bending = bending_new(b, c, NULL, i, NULL, &w->watcher);
        for (uint32_t e = 0; e < b->p->entries_n; e++)
            consider(b, w, e);
        sort_array(b->keep, w->list, w->n, sizeof *w->list, by_start, b);
        add_up(b, w);
        for (size_t k = 0; k < w->n; k++) {
            alarm_set(b, w->list[k].from, &w->watcher);
            alarm_set(b, w->list[k].until, &w->watcher);
        }
        for (int k = 0; k < BASES; k++) {
            if (!w->says[k] && k != COMBINED)
                continue;
            struct row r = { .kind = ROW_NOTICE,
                             .clause = c,
                             .line = 1,
                             .subject = *s,
                             .basis = (enum basis)k,
                             .at = n->at };
            lead_allowed(n, &r);
            w->rows[k] = row_new(b, r);
        }
        alarm_set(b, INSTANT_MIN, &w->watcher);
        wait_for_steps(b, &w->watcher, c);
    }
}
