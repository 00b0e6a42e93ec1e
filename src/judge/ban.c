/* ban.c - counts of events: bans and quotas; docs/judging.md, section 8
 *
 * Counted are those that go on, or those that have started in the period.
 *
 * An event that several books tell under one name, at overlapping times, of
 * one who takes part in both, is one event.  It counts as all of them allow
 * together.  Where they contradict each other, on its size or on whether it
 * counts, they disagree: 0..1, unless each alone says the same.
 */
#include "judge/own.h"

/* An event that might count. */
struct happening {
    uint32_t entry;
    tri counts;
    enum reason why; /* of MAYBE */
    int claim;
    bool declared, sometime;
    tri held;            /* the clause's condition, when it started */
    instant from, until; /* until: of D..D its last day's close */
    instant ends;        /* when it goes on no more */
    str name;
    struct who who;
    const struct measured *sizes; /* by size of the line */
};

struct ban_watch {
    struct watcher watcher;
    const struct clause *clause;
    const struct limit_row *line;
    struct happening *list;
    size_t n, cap;
    struct row *rows[BASES];
    struct force force;
    const struct subject *subject;
    struct whether *whether;
    struct bending *bending;
    struct tally *now; /* the one of the basis in work */
    tri holds;         /* its condition, now */
    struct lapse lapse;
};

/* How many, and which was one too many. */
struct tally {
    struct measured measured;
    enum reason why; /* of what counts only possibly */
};

/* ---- which events ------------------------------------------------------- */

struct sized {
    const struct entry *e;
    const struct limit_row *line;
    struct measured *found;
};

static struct measured size_of(struct bench *b, const struct size *z,
                               void *with)
{
    const struct sized *s = with;
    struct measured m = entry_size(b, z, &s->line->stated, s->e);
    s->found[z - s->line->sizes.at] = m;
    return m;
}

/* Is it only possible that such things took part? */
static bool unsure_with(const struct ban_watch *w, const struct sized *s)
{
    for (size_t i = 0; i < w->line->sizes.n; i++)
        if (w->line->sizes.at[i].with &&
            size_met(&w->line->sizes.at[i], s->found[i]) == MAYBE)
            return true;
    return false;
}

static tri where_is(struct bench *b, const struct entry *e, int place)
{
    struct whereabouts w = { WHERE_AT, e->place, -1 };
    bool way;
    if (place == ANYWHERE)
        return YES;
    return e->place == ANYWHERE ? MAYBE : where_in(b, &w, place, &way);
}

static tri kind_in(const struct bench *b, const struct entry *e,
                   const struct limit_row *r)
{
    tri kind = NO;
    for (size_t i = 0; i < r->events_n; i++)
        kind = tri_or(
            kind, event_kind(b->p, entry_more(b->p, e)->event, r->events[i]));
    return kind;
}

/* Is E one of those that line R of a quota is about? */
static tri line_counts(struct bench *b, const struct limit_row *r,
                       const struct entry *e)
{
    struct sized s = { e, r, NULL };
    tri of_any = NO, kind = kind_in(b, e, r);
    if (kind == NO || r->unjudged.len)
        return r->unjudged.len ? MAYBE : NO;
    s.found = new_n(b->keep, struct measured, r->sizes.n + 1);
    for (size_t i = 0; i < r->subjects.n; i++) {
        int claim;
        struct gauge g = { .who = r->subjects.at[i].who,
                           .of_side = r->subjects.at[i].kind == SUBJECT_SIDE };
        of_any = tri_or(of_any, tri_and(event_of(b, &g, e, &claim),
                                        where_is(b, e, r->places[i])));
    }
    return tri_and(tri_and(kind, of_any),
                   sizes_met(b, &r->sizes, size_of, &s));
}

/* Does a quota count it under which the clause of W does not? */
static tri counted_elsewhere(struct bench *b, const struct ban_watch *w,
                             const struct entry *e)
{
    tri any = NO;
    for (size_t i = 0; i < w->clause->not_under_n; i++) {
        const struct clause *x = &b->p->clauses[w->clause->not_under[i]];
        for (size_t k = 0; k < x->rows_n; k++)
            if (!x->rows[k].share && x->rows[k].event >= 0)
                any = tri_or(any, tri_and(line_counts(b, &x->rows[k], e),
                                          in_hours(b, &x->hours, e)));
    }
    return any;
}

static void consider(struct bench *b, struct ban_watch *w,
                     const struct gauge *g, uint32_t entry)
{
    const struct entry *e = &b->p->entries[entry];
    const struct more *m = entry_more(b->p, e);
    struct sized s = { e, w->line, NULL };
    struct happening h = {
        .entry = entry, .from = e->from, .sometime = e->sometime, .held = YES
    };
    if (e->kind != ENTRY_EVENT || e->from >= b->close)
        return;
    tri kind = kind_in(b, e, w->line);
    if (!kind)
        return;
    tri whose = event_of(b, g, e, &h.claim);
    tri where = whose ? where_is(b, e, g->place) : NO;
    tri hours = in_hours(b, &w->clause->hours, e);
    if (!where || !hours)
        return;
    s.found = new_n(b->keep, struct measured, w->line->sizes.n + 1);
    tri size = sizes_met(b, &w->line->sizes, size_of, &s);
    h.counts = tri_and(tri_and(whose, where), tri_and(kind, size));
    h.counts = tri_and(h.counts, hours);
    h.counts = tri_and(h.counts, tri_not(counted_elsewhere(b, w, e)));
    h.why = where == MAYBE                        ? REASON_PLACE
            : whose == MAYBE                      ? REASON_WHOSE
            : kind == MAYBE || unsure_with(w, &s) ? REASON_KIND
                                                  : REASON_RANGE;
    h.until = e->sometime ? m->until : m->goes_on;
    h.ends = e->sometime && !m->ends_said ? m->until : m->goes_on;
    h.declared = entry_declares(b->p, e);
    h.who = b->p->holders[e->who].who;
    h.sizes = s.found;
    h.name = entry_words(b->p, b->keep, e).title;
    *push(b->keep, w->list, w->n, w->cap) = h;
    wake_with_event(b, &w->watcher, e);
}

static int by_time(const void *x, const void *y, void *with)
{
    const struct bench *b = with;
    const struct happening *s = x, *t = y;
    return entry_cmp(b->p, &b->p->entries[s->entry], &b->p->entries[t->entry]);
}

/* ---- how many count ----------------------------------------------------- */

/* Does it lie in the period of T: has it started there, in force? */
static tri in_period(struct bench *b, const struct ban_watch *w,
                     const struct happening *h, instant t)
{
    instant from = period_from(b, &w->line->period, t);
    instant last = h->sometime ? h->until - 1 : h->from;
    if (from < w->force.from)
        from = w->force.from;
    if (h->from > t || last < from || h->from >= w->force.until)
        return NO;
    bool sure = h->from >= from && last < w->force.until &&
                (!h->sometime || h->until <= t);
    return tri_and(h->held, sure ? YES : MAYBE);
}

static tri counts_now(struct bench *b, const struct ban_watch *w,
                      const struct happening *h, instant t, enum basis k,
                      enum reason *why)
{
    tri when = NO;
    *why = h->why;
    if ((h->claim >= 0 && !b->claim_known[h->claim]) ||
        (k != COMBINED && h->declared != (k == DECLARED)))
        return NO;
    if (w->line->period.kind != PERIOD_NOW)
        when = in_period(b, w, h, t);
    else
        when = event_goes_on(b->p, &b->p->entries[h->entry], t);
    if (when == MAYBE && h->counts == YES)
        *why = REASON_RANGE;
    return tri_and(when, h->counts);
}

static bool same_event(const struct bench *b, const struct happening *x,
                       const struct happening *y)
{
    return b->p->entries[x->entry].book != b->p->entries[y->entry].book &&
           x->name.len && str_eq(x->name, y->name) &&
           who_meet(&x->who, &y->who) && x->from < y->ends &&
           y->from < x->ends;
}

/* Is what book says of event I told now, on basis K? */
static bool is_told(const struct bench *b, const struct ban_watch *w,
                    const struct happening *h, instant t, enum basis k)
{
    bool now = w->line->period.kind != PERIOD_NOW || t < h->ends;
    return h->from <= t && now && (h->claim < 0 || b->claim_known[h->claim]) &&
           (k == COMBINED || h->declared == (k == DECLARED));
}

static bool above(qty low, qty high)
{
    return qty_ok(high) && qty_cmp(low, high) > 0;
}

/* Is there a size that X and Y have no figure in common for? */
static bool sizes_clash(const struct ban_watch *w, const struct happening *x,
                        const struct happening *y)
{
    for (size_t i = 0; i < w->line->sizes.n; i++)
        if (above(x->sizes[i].low, y->sizes[i].high) ||
            above(y->sizes[i].low, x->sizes[i].high))
            return true;
    return false;
}

/* ... with any that tells of the same event, later in the list than FIRST? */
static bool clashes(const struct bench *b, const struct ban_watch *w,
                    size_t first, const struct happening *o, instant t,
                    enum basis k)
{
    for (size_t i = first; i < w->n; i++)
        if (is_told(b, w, &w->list[i], t, k) &&
            (i == first || same_event(b, &w->list[first], &w->list[i])) &&
            sizes_clash(w, &w->list[i], o))
            return true;
    return false;
}

/* What all who tell of event I allow together; false: an earlier one in the
 * list speaks for it. */
static bool together(struct bench *b, const struct ban_watch *w, size_t i,
                     instant t, enum basis k, tri *all, enum reason *why)
{
    bool torn = false, clash = false, differ = false;
    *all = counts_now(b, w, &w->list[i], t, k, why);
    for (size_t j = 0; j < w->n; j++) {
        const struct happening *o = &w->list[j];
        enum reason other;
        if (j == i || !is_told(b, w, o, t, k) ||
            !same_event(b, &w->list[i], o))
            continue;
        if (j < i)
            return false;
        tri x = counts_now(b, w, o, t, k, &other);
        torn = torn || (x != MAYBE && *all != MAYBE && x != *all);
        differ = differ || x != *all;
        clash = clash || clashes(b, w, i, o, t, k);
        if (x == MAYBE && *why == REASON_RANGE)
            *why = other; /* range is told last */
        *all = *all == MAYBE ? x : *all;
    }
    if (torn || (clash && differ)) {
        *all = MAYBE;
        *why = REASON_DISAGREE;
    }
    return true;
}

/* The one that is one too many, or one that may be; -1: none. */
static struct tally count(struct bench *b, struct ban_watch *w, instant t,
                          enum basis k, int *which)
{
    int64_t low = 0, high = 0;
    struct tally x = { 0 };
    *which = -1;
    for (size_t i = 0; i < w->n; i++) {
        tri one;
        enum reason why;
        if (!is_told(b, w, &w->list[i], t, k) ||
            !together(b, w, i, t, k, &one, &why) || one == NO)
            continue;
        low += one == YES;
        high++;
        bool over =
            one == YES && qty_cmp(qty_int(low - 1), w->line->amount) == 0;
        if (*which < 0 || over)
            *which = (int)w->list[i].entry;
        if (one == MAYBE && !x.why)
            x.why = why;
    }
    x.measured = (struct measured){ true, qty_int(low), qty_int(high) };
    return x;
}

/* Is T on the last day of a period that was in force as a whole? */
static bool closes_period(struct bench *b, const struct ban_watch *w,
                          instant t)
{
    const struct period *p = &w->line->period;
    if (p->kind == PERIOD_NOW || t == INSTANT_MIN)
        return false;
    instant from = period_from(b, p, t), next = period_next(b, p, t);
    instant day_ends = day_opens(instant_day(t)) + DAY_SECONDS;
    return from >= w->force.from && from >= w->lapse.off &&
           (p->kind == PERIOD_ROLLING || day_ends >= next);
}

/* At least so many: due when the period ends, unless met before. */
static struct verdict_of floor_says(struct bench *b, const struct ban_watch *w,
                                    struct verdict_of v, instant t)
{
    if (v.verdict == KEPT || w->line->period.kind == PERIOD_NOW)
        return v;
    if (!closes_period(b, w, t))
        return it_is(NOT_DUE, REASON_NONE);
    instant from = period_from(b, &w->line->period, t);
    struct who now = who_on(b, w->subject, t);
    if (!covers_all(b, "events", &now, from, t))
        return it_is(UNDETERMINED, REASON_SILENCE);
    return under(w->lapse.unsure > from ? MAYBE : YES, v);
}

static struct verdict_of says(struct bench *b, void *with, enum basis k,
                              struct meter *m, struct against n, instant t)
{
    const struct ban_watch *w = with;
    const struct tally *x = w->now;
    qty amount = n.own ? qty_add(w->line->amount, n.n) : n.n;
    struct verdict_of v = weigh(w->line->relation, amount, x->measured);
    v.figure = true;
    v.allowed = v.allowed_high = amount;
    (void)k;
    (void)m;
    if (v.verdict == UNDETERMINED)
        v.reason = x->why ? x->why : REASON_RANGE;
    if (w->line->relation == AT_LEAST)
        return under(w->holds, floor_says(b, w, v, t));
    if (v.verdict == KEPT && qty_zero(x->measured.high))
        v.reason = REASON_NOTHING_RECORDED;
    return under(w->holds, v);
}

static void set_row(struct bench *b, struct ban_watch *w, instant t,
                    enum basis k)
{
    int which;
    struct tally x = count(b, w, t, k, &which);
    w->now = &x;
    struct verdict_of v =
        says(b, w, k, NULL, (struct against){ true, { 0, 1 } }, t);
    if (w->bending)
        v = bend(b, w->bending, k, v, x.measured, t, says, w);
    row_set(b, w->rows[k], t, bent(w->clause, under(w->holds, v)), x.measured,
            which);
}

/* Wake when the count may turn because time goes on. */
static void period_alarm(struct bench *b, struct ban_watch *w, instant t)
{
    const struct period *p = &w->line->period;
    bool floor = w->line->relation == AT_LEAST;
    if (p->kind == PERIOD_NOW || t == INSTANT_MIN || t < w->force.from)
        return;
    instant tomorrow = day_opens(instant_day(t)) + DAY_SECONDS;
    instant next = period_next(b, p, t);
    if (p->kind != PERIOD_ROLLING) {
        alarm_later(b, next, &w->watcher);
        if (floor) /* its last day */
            alarm_later(b, next - DAY_SECONDS, &w->watcher);
        return;
    }
    if (floor && period_from(b, p, t) < w->force.from)
        alarm_later(b, after(b, w->force.from, p->span) - DAY_SECONDS,
                    &w->watcher);
    /* while any of them can fall out of the period */
    instant from = period_from(b, p, t);
    bool any = false;
    for (size_t i = 0; i < w->n; i++)
        any = any || (w->list[i].from <= t && w->list[i].until > from);
    if (any)
        alarm_later(b, p->span.unit < DAYS ? t + 60 : tomorrow, &w->watcher);
}

/* Whether the clause's condition held when they started. */
static void remember(struct ban_watch *w, instant t)
{
    for (size_t i = 0; i < w->n; i++) {
        struct happening *h = &w->list[i];
        if (h->from == t)
            h->held = w->holds;
        else if (h->sometime && h->from < t && t < h->until &&
                 h->held != w->holds)
            h->held = MAYBE;
    }
}

static void ban_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct ban_watch *w = (struct ban_watch *)watcher;
    bool in = look_in_force(b, w->clause, w->subject, &w->force, watcher, t);
    meet_again(b, w->bending);
    w->holds = in ? whether_now(b, w->whether, t) : NO;
    lapse_look(&w->lapse, w->holds, t);
    if (w->whether)
        remember(w, t);
    struct verdict_of out =
        it_is(NOT_IN_FORCE, in ? REASON_CONDITION : REASON_NONE);
    struct measured none = { 0 };
    if (w->holds != NO)
        bend_look(b, w->bending, t);
    for (int k = 0; k < BASES && w->holds == NO; k++)
        bend_rest(b, w->bending, (enum basis)k, t);
    for (int k = 0; k < BASES; k++)
        if (w->rows[k] && w->holds == NO)
            row_set(b, w->rows[k], t, out, none, -1);
        else if (w->rows[k])
            set_row(b, w, t, (enum basis)k);
    period_alarm(b, w, t);
}

/* Floors: silence begins and ceases to tell something. */
static void wake_with_covers(struct bench *b, struct ban_watch *w)
{
    const struct period *p = &w->line->period;
    for (size_t i = 0; i < b->p->books_n; i++)
        for (size_t k = 0; k < b->p->books[i].covers_n; k++) {
            const struct cover *c = &b->p->books[i].covers[k];
            instant whole = after(b, c->from, p->span);
            alarm_set(b, c->until, &w->watcher);
            if (whole == INSTANT_MAX)
                continue;
            for (int d = -3; d <= 3; d++) /* months have ends of their own */
                alarm_set(b,
                          day_opens(instant_day(whole)) +
                              d * (instant)DAY_SECONDS,
                          &w->watcher);
        }
}

static bool has_say(const struct ban_watch *w, int k)
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
                                 .subject = s,
                                 .lapse = STEADY,
                                 .force = { INSTANT_MIN, INSTANT_MAX } };
        w->whether = whether_new(b, c, s, &w->watcher);
        w->bending = bending_new(b, c, lr, i, NULL, &w->watcher);
        for (uint32_t e = 0; e < b->p->entries_n; e++)
            consider(b, w, &g, e);
        sort_array(b->keep, w->list, w->n, sizeof *w->list, by_time, b);
        for (int k = 0; k < BASES; k++)
            if (has_say(w, k))
                w->rows[k] = row_new(b, (struct row){ .kind = ROW_BAN,
                                                      .clause = c,
                                                      .line = lr->line,
                                                      .subject = *s,
                                                      .basis = (enum basis)k,
                                                      .at = lr->at,
                                                      .has_allowed = true,
                                                      .relation = lr->relation,
                                                      .allowed = lr->amount,
                                                      .unit = lr->kinds.text,
                                                      .about = w });
        if (lr->relation == AT_LEAST && lr->period.kind == PERIOD_ROLLING)
            wake_with_covers(b, w);
        for (size_t k = 0; k < b->claims_n; k++)
            alarm_set(b, b->p->entries[b->claims[k]].from, &w->watcher);
        alarm_set(b, INSTANT_MIN, &w->watcher);
        wait_for_steps(b, &w->watcher, c);
    }
}

void about_events(struct bench *b, const struct row *r, instant t,
                  struct mentions *out)
{
    const struct ban_watch *w = r->about;
    for (size_t i = 0; i < w->n; i++) {
        enum reason why;
        if (counts_now(b, w, &w->list[i], t, r->basis, &why))
            mention_whole(b, out, w->list[i].entry);
    }
}
