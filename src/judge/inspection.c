/* inspection.c - inspections: how many, and who refused; docs/judging.md,
 * section 8
 *
 * Each line that bounds how many leaves a row for each who accepts.  An
 * inspection that was refused, while all lines that it fits had room, is a
 * breach of whoever refused, in the row of the first of these lines.
 */
#include "judge/inspection.h"

struct inspections;

struct quota_watch {
    struct watcher watcher;
    struct inspections *all;
    const struct accepts *line;
    const struct subject *subject;
    struct who by;                /* who inspects; empty: anybody */
    struct visits list, anywhere; /* in its place, and all of the subject's */
    qty most, same, other;        /* QTY_NONE: not said */
    bool floor;                   /* at least so many; else at most */
    bool must_come;               /* it is the inspectors' duty */
    struct lapse lapse;
    struct row *row;
    struct force force;
    struct whether *whether;
};

/* The rows of a clause, in the order of its lines. */
struct inspections {
    const struct clause *clause;
    struct quota_watch **at;
    size_t n, cap;
    struct requests requests; /* if it says how early they are asked for */
};

/* ---- how many there were ------------------------------------------------ */

static const struct inspection *says_of(const struct clause *c)
{
    return &c->duties->inspection;
}

/* The first moment of the period of T; without one, the clause's time. */
static instant opens_at(struct bench *b, const struct quota_watch *w,
                        instant t)
{
    instant from =
        w->line->in_said ? period_from(b, &w->line->in, t) : INSTANT_MIN;
    return from < w->force.from ? w->force.from : from;
}

static bool at_once(const struct quota_watch *w)
{
    return w->line->in_said && w->line->in.kind == PERIOD_NOW;
}

/* Does V lie in the period of T, as of T? */
static tri lies_in(struct bench *b, const struct quota_watch *w,
                   const struct visit *v, instant t)
{
    instant from = opens_at(b, w, t);
    instant last = v->sometime ? v->sure - 1 : v->from;
    if ((v->claim >= 0 && !b->claim_known[v->claim]) || v->from > t ||
        v->from >= w->force.until)
        return NO;
    if (at_once(w))
        return t >= (v->sometime ? v->sure : v->ends) ? NO
               : v->sometime                          ? MAYBE
                                                      : v->held;
    if (last < from)
        return NO;
    bool sure = v->from >= from && v->sure <= t && last < w->force.until;
    return tri_and(v->held, sure ? YES : MAYBE);
}

/* Which of those that were let in: all, or those of one inspector, or of one
 * site or unit. */
struct pick {
    const struct who *by;
    const struct entry *like; /* at its site, or of its unit */
    bool unit;
};

/* Does E tell at which site, of which unit it was? */
static bool tells(const struct bench *b, const struct entry *e, bool unit)
{
    const struct spot *s = &b->p->spots[e->place];
    return unit ? b->p->holders[e->who].unit.len > 0
                : s->kind == SPOT_POINT ||
                      (s->kind == SPOT_SITES && s->sites_n == 1);
}

static tri picked(const struct bench *b, const struct pick *p,
                  const struct visit *v)
{
    const struct entry *e = &b->p->entries[v->entry];
    if (p->by && !who_meet(p->by, &v->by))
        return NO;
    if (!p->like)
        return YES;
    if (!tells(b, e, p->unit) || !tells(b, p->like, p->unit))
        return MAYBE;
    return tri_of(p->unit ? e->who == p->like->who
                          : e->place == p->like->place);
}

static struct measured count(struct bench *b, const struct quota_watch *w,
                             struct pick p, instant t, enum reason *why)
{
    int64_t low = 0, high = 0;
    for (size_t i = 0; i < w->list.n; i++) {
        const struct visit *v = &w->list.at[i];
        tri one = v->refused ? NO : picked(b, &p, v);
        tri in = tri_and(tri_and(one, lies_in(b, w, v, t)), v->counts);
        low += in == YES;
        high += in != NO;
        if (in == MAYBE && why && !*why)
            *why = v->counts == MAYBE ? v->why : REASON_RANGE;
    }
    return (struct measured){ true, qty_int(low), qty_int(high) };
}

/* ---- refusals ----------------------------------------------------------- */

/* Is there room for one more below MOST (QTY_NONE: always)? */
static tri room_below(qty most, struct measured used)
{
    if (!qty_ok(most) || qty_cmp(qty_add(used.high, qty_int(1)), most) <= 0)
        return YES;
    return qty_cmp(qty_add(used.low, qty_int(1)), most) > 0 ? NO : MAYBE;
}

/* `each site at most 2, 1 from the same party`: room there for one more? */
static tri room_of_each(struct bench *b, const struct quota_watch *w,
                        const struct visit *r, instant t)
{
    const struct inspection *in = says_of(w->all->clause);
    tri room = YES;
    for (size_t i = 0; i < in->lines_n; i++) {
        const struct accepts *a = &in->lines[i];
        if (!a->each || a->unjudged.len || a->relation != AT_MOST)
            continue;
        struct pick p = { .like = &b->p->entries[r->entry],
                          .unit = str_eq(a->each_what, S("unit")) };
        room = tri_and(room, room_below(a->count.n, count(b, w, p, t, NULL)));
        p.by = &r->by;
        if (a->same_said)
            room =
                tri_and(room, room_below(a->same.n, count(b, w, p, t, NULL)));
    }
    return room;
}

static tri room_at(struct bench *b, const struct quota_watch *w,
                   const struct visit *r, instant t)
{
    struct pick all = { 0 }, same = { .by = &r->by };
    tri room = room_below(w->most, count(b, w, all, t, NULL));
    room = tri_and(room, room_below(w->same, count(b, w, same, t, NULL)));
    room = tri_and(room, room_below(w->other, count(b, w, all, t, NULL)));
    return tri_and(room, room_of_each(b, w, r, t));
}

static tri room_for(struct bench *b, const struct quota_watch *w,
                    const struct visit *r)
{
    tri first = room_at(b, w, r, r->from);
    if (!r->sometime)
        return first;
    tri last = room_at(b, w, r, r->sure - 1);
    return first == last ? first : MAYBE;
}

static const struct visit *same_in(const struct quota_watch *w,
                                   const struct visit *r)
{
    for (size_t i = 0; i < w->list.n; i++)
        if (w->list.at[i].entry == r->entry)
            return &w->list.at[i];
    return NULL;
}

/* Had all lines that R fits room for it, and is W the first of them? */
static tri had_room(struct bench *b, const struct quota_watch *w,
                    const struct visit *r)
{
    tri room = YES;
    bool before = true;
    for (size_t i = 0; i < w->all->n; i++) {
        const struct quota_watch *o = w->all->at[i];
        const struct visit *x = same_in(o, r);
        before = before && o != w;
        if (!x || o->must_come ||
            !who_same(&o->subject->who, &w->subject->who))
            continue;
        if (before && x->counts == YES)
            return NO; /* told there */
        tri mine = room_for(b, o, x);
        room = tri_and(room, x->counts == YES ? mine
                             : mine == YES    ? YES
                                              : MAYBE);
    }
    return room;
}

/* What came too early, or with too many, may be refused. */
static tri rightly_asked(struct bench *b, const struct quota_watch *w,
                         const struct visit *r, enum reason *why)
{
    const struct inspection *in = says_of(w->all->clause);
    struct measured m;
    int64_t team = entry_more(b->p, &b->p->entries[r->entry])->team;
    if (team >= 0 && ((in->team.line && team != in->team.n) ||
                      (in->inspectors.line && team > in->inspectors.n)))
        return NO;
    return in->asked.line ? asked_early(b, in, &w->all->requests, r, &m, why)
                          : YES;
}

/* Has whoever was refused been let in since, wherever, by T? */
static tri let_in(struct bench *b, const struct quota_watch *w,
                  const struct visit *r, instant t)
{
    tri in = NO;
    for (size_t i = 0; i < w->anywhere.n; i++) {
        const struct visit *v = &w->anywhere.at[i];
        if (v->refused || v->from <= r->from || v->from > t ||
            !who_meet(&v->by, &r->by) ||
            (v->claim >= 0 && !b->claim_known[v->claim]))
            continue;
        in = tri_or(in,
                    tri_and(v->counts,
                            v->sure <= t && v->from >= r->sure ? YES : MAYBE));
    }
    return in;
}

/* Was R a breach, and does it stand at T? */
static tri is_breach(struct bench *b, const struct quota_watch *w,
                     const struct visit *r, instant t, enum reason *why)
{
    instant last = r->sometime ? r->sure - 1 : r->from;
    *why = r->why;
    if (!r->refused || r->from > t || w->must_come ||
        (r->claim >= 0 && !b->claim_known[r->claim]) ||
        !was_in_force(&w->force, r->from, last))
        return NO;
    if (w->line->in_said && !at_once(w) && last < opens_at(b, w, t))
        return NO;
    tri room = had_room(b, w, r);
    tri early = room ? rightly_asked(b, w, r, why) : NO;
    tri sure = r->sure <= t ? YES : MAYBE;
    tri so = tri_and(tri_and(r->counts, room), tri_and(early, sure));
    if (early != MAYBE && r->counts == YES)
        *why = REASON_RANGE;
    so = tri_and(so, r->held);
    return tri_and(so, tri_not(let_in(b, w, r, t)));
}

/* The breach that stands, or one that may; -1: none. */
static struct verdict_of refusals(struct bench *b, const struct quota_watch *w,
                                  instant t, int *which)
{
    struct verdict_of v = it_is(KEPT, REASON_NONE);
    *which = -1;
    for (size_t i = 0; i < w->list.n; i++) {
        enum reason why;
        tri so = is_breach(b, w, &w->list.at[i], t, &why);
        if (so == NO || v.verdict == BROKEN ||
            (so == MAYBE && v.verdict != KEPT))
            continue;
        v = so == YES ? it_is(BROKEN, REASON_NONE) : it_is(UNDETERMINED, why);
        *which = (int)w->list.at[i].entry;
    }
    return v;
}

/* ---- floors ------------------------------------------------------------- */

/* The close of the period of T; without one, of the clause's time. */
static instant closes_at(struct bench *b, const struct quota_watch *w,
                         instant t)
{
    if (!w->line->in_said)
        return w->force.until;
    if (w->line->in.kind == PERIOD_ROLLING)
        return day_opens(instant_day(t)) + DAY_SECONDS;
    return period_next(b, &w->line->in, t);
}

/* At least so many: due on the last day of a period that is in force as a
 * whole. */
static struct verdict_of floor_says(struct bench *b, struct quota_watch *w,
                                    struct measured m, enum reason why,
                                    instant t)
{
    struct verdict_of v = weigh(AT_LEAST, w->most, m);
    if (v.verdict == KEPT)
        return v;
    instant from =
        w->line->in_said ? period_from(b, &w->line->in, t) : w->force.from;
    instant ends = t == INSTANT_MIN ? INSTANT_MAX : closes_at(b, w, t);
    instant today =
        t == INSTANT_MIN ? t : day_opens(instant_day(t)) + DAY_SECONDS;
    bool whole = from >= w->force.from && ends <= w->force.until &&
                 from >= w->lapse.off;
    if (!whole || ends == INSTANT_MAX || today < ends) {
        if (whole && ends != INSTANT_MAX)
            w->row->deadline = day_opens(instant_day(ends - 1));
        return it_is(NOT_DUE, REASON_NONE);
    }
    if (v.verdict == UNDETERMINED) {
        v.reason = why ? why : REASON_RANGE;
        return v;
    }
    struct who now = who_on(b, w->subject, t);
    bool told =
        covers_all(b, "inspections", &now, from, t) ||
        (!who_empty(&w->by) && covers_all(b, "inspections", &w->by, from, t));
    return !told ? it_is(UNDETERMINED, REASON_SILENCE)
                 : under(w->lapse.unsure > from ? MAYBE : YES, v);
}

/* ---- a row -------------------------------------------------------------- */

static struct verdict_of says(struct bench *b, struct quota_watch *w,
                              instant t, struct measured *m, int *which)
{
    enum reason why = REASON_NONE;
    struct pick all = { 0 };
    *m = count(b, w, all, t, &why);
    struct verdict_of v = refusals(b, w, t, which);
    if (v.verdict != KEPT)
        return v;
    if (w->floor)
        return floor_says(b, w, *m, why, t);
    if (qty_zero(m->high))
        v.reason = REASON_NOTHING_RECORDED;
    return v;
}

/* Wake when the count, or a refusal, may turn because time goes on. */
static void period_alarm(struct bench *b, struct quota_watch *w, instant t)
{
    const struct period *p = &w->line->in;
    if (t == INSTANT_MIN || t < w->force.from || at_once(w))
        return;
    if (w->floor && w->force.until != INSTANT_MAX)
        alarm_later(b, w->force.until - DAY_SECONDS, &w->watcher);
    if (!w->line->in_said)
        return;
    instant next = period_next(b, p, t), from = period_from(b, p, t);
    if (p->kind != PERIOD_ROLLING) {
        alarm_later(b, next, &w->watcher);
        if (w->floor) /* its last day */
            alarm_later(b, next - DAY_SECONDS, &w->watcher);
        return;
    }
    bool any = w->floor; /* can one of them fall out of the period? */
    for (size_t i = 0; i < w->list.n && !any; i++)
        any = w->list.at[i].from <= t && w->list.at[i].sure >= from;
    if (any)
        alarm_later(b,
                    p->span.unit < DAYS
                        ? t + 60
                        : day_opens(instant_day(t)) + DAY_SECONDS,
                    &w->watcher);
}

static void quota_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct quota_watch *w = (struct quota_watch *)watcher;
    struct measured m = { 0 }, none = { 0 };
    int which;
    bool in = look_in_force(b, w->all->clause, &w->row->subject, &w->force,
                            watcher, t);
    tri holds = in ? whether_now(b, w->whether, t) : NO;
    lapse_look(&w->lapse, holds, t);
    for (size_t i = 0; i < w->list.n; i++) {
        struct visit *v = &w->list.at[i];
        remember_held(&v->held, v->from, v->sure, v->sometime, holds, t);
    }
    w->row->deadline = INSTANT_MAX;
    if (holds == NO) {
        row_set(b, w->row, t,
                it_is(NOT_IN_FORCE, in ? REASON_CONDITION : REASON_NONE), none,
                -1);
    } else {
        struct verdict_of v = under(holds, says(b, w, t, &m, &which));
        row_set(b, w->row, t, bent(w->all->clause, v), m, which);
    }
    period_alarm(b, w, t);
}

/* ---- from the lines to the rows ----------------------------------------- */

static qty rounded(const struct accepts *a, qty q)
{
    return a->rounded == ROUNDED_UP     ? qty_round(q, ROUND_UP)
           : a->rounded == ROUNDED_DOWN ? qty_round(q, ROUND_DOWN)
                                        : q;
}

/* A figure of the line, itself or a share of the line's own. */
static qty part_of(const struct accepts *a, bool said, const struct count *n)
{
    if (!said)
        return QTY_NONE;
    return rounded(a, n->share ? qty_mul(n->n, rounded(a, a->count.n)) : n->n);
}

static void quota_row(struct bench *b, struct inspections *all,
                      const struct accepts *figure, const struct accepts *of,
                      size_t s)
{
    const struct clause *c = all->clause;
    const struct subject *who = &of->who.at[s];
    if (part_time(b, c, figure->line, figure->at, who))
        return;
    struct quota_watch *w = new_one(b->keep, struct quota_watch);
    *w = (struct quota_watch){ .watcher = { quota_wake, false },
                               .all = all,
                               .line = figure,
                               .subject = who,
                               .by = all_of(&of->by),
                               .most = rounded(figure, figure->count.n),
                               .floor = figure->relation != AT_MOST,
                               .must_come =
                                   !figure->who.n && of->by.n && !of->counted,
                               .force = { INSTANT_MIN, INSTANT_MAX } };
    w->same = part_of(figure, figure->same_said, &figure->same);
    w->other = part_of(figure, figure->other_said, &figure->other);
    w->lapse = STEADY;
    w->whether = whether_new(b, c, who, &w->watcher);
    struct visited v = { .who = who,
                         .by = of->by.n ? &w->by : NULL,
                         .place = of->places ? of->places[s] : ANYWHERE,
                         .sites_asked = of->sites_with || of->sites_without };
    visits_find(b, c, &v, &w->list, &w->watcher);
    visits_sort(b, &w->list);
    v.place = ANYWHERE;
    v.sites_asked = false;
    visits_find(b, c, &v, &w->anywhere, &w->watcher);
    w->row = row_new(
        b, (struct row){ .kind = ROW_VISITS,
                         .clause = c,
                         .line = figure->line,
                         .subject = *who,
                         .basis = COMBINED,
                         .at = figure->at,
                         .has_allowed = true,
                         .relation = w->floor ? AT_LEAST : AT_MOST,
                         .allowed = w->most,
                         .unit = S("inspections"),
                         .place = of->places ? of->places[s] : ANYWHERE,
                         .about = w });
    *push(b->keep, all->at, all->n, all->cap) = w;
    wake_with_claims(b, &w->watcher);
    if (w->floor)
        wake_when_covered(b, &w->watcher);
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wait_for_steps(b, &w->watcher, c);
}

/* The lines that say of whom, for a line that only says how many. */
static bool says_whom(const struct inspection *in, const struct accepts *a)
{
    bool inspects = false; /* is there a line `by W of WHOM`? */
    for (size_t i = 0; i < in->lines_n; i++)
        inspects = inspects || (in->lines[i].who.n && !in->lines[i].counted &&
                                !in->lines[i].anytime);
    return a->who.n && !a->anytime && (!inspects || !a->counted);
}

static void quota_line(struct bench *b, struct inspections *all,
                       const struct accepts *a)
{
    const struct inspection *in = says_of(all->clause);
    bool any = false;
    for (size_t s = 0; s < a->who.n; s++)
        quota_row(b, all, a, a, s);
    for (size_t i = 0; !a->who.n && i < in->lines_n; i++)
        for (size_t s = 0;
             says_whom(in, &in->lines[i]) && s < in->lines[i].who.n; s++) {
            quota_row(b, all, a, &in->lines[i], s);
            any = true;
        }
    if (!any && !a->who.n)
        unjudged_line(b, all->clause, a->line, a->at,
                      S("how many, without who accepts them"));
}

static void one_line(struct bench *b, struct inspections *all,
                     const struct accepts *a)
{
    const struct clause *c = all->clause;
    if (a->unjudged.len) {
        unjudged_line(b, c, a->line, a->at, a->unjudged);
    } else if (a->anytime) {
        judge_open(b, c, a);
    } else if (a->after_request.n) {
        struct who *by = new_one(b->keep, struct who);
        *by = all_of(&a->requesters);
        for (size_t s = 0; s < a->by.n; s++)
            judge_timely(b, c, a->line, a->at, &a->by.at[s],
                         a->requesters.n ? by : NULL, a->after_request,
                         FOR_VISIT);
    } else if (a->counted && !a->each) {
        quota_line(b, all, a);
    }
}

/* Those who accept, or, where nobody is said to, who inspect: each once. */
static struct subjects bearers(struct bench *b, const struct inspection *in)
{
    struct subject *list = NULL;
    size_t n = 0, cap = 0;
    for (size_t i = 0; i < in->lines_n; i++) {
        const struct accepts *a = &in->lines[i];
        const struct subjects *of = a->who.n ? &a->who : &a->by;
        for (size_t s = 0; s < of->n; s++) {
            bool known = false;
            for (size_t k = 0; k < n; k++)
                known = known || who_same(&list[k].who, &of->at[s].who);
            if (!known)
                *push(b->keep, list, n, cap) = of->at[s];
        }
    }
    return (struct subjects){ list, n };
}

static void timely_lines(struct bench *b, const struct clause *c)
{
    const struct inspection *in = says_of(c);
    struct subjects who = bearers(b, in);
    for (size_t s = 0; s < who.n; s++) {
        if (in->answer.line)
            judge_timely(b, c, in->answer.line, in->answer.at, &who.at[s],
                         NULL, in->answer.within, FOR_ANSWER);
        if (in->access.line)
            judge_timely(b, c, in->access.line, in->access.at, &who.at[s],
                         NULL, in->access.within, FOR_ACCESS);
    }
}

void judge_inspection(struct bench *b, const struct clause *c)
{
    const struct inspection *in = says_of(c);
    struct inspections *all = new_one(b->keep, struct inspections);
    *all = (struct inspections){ .clause = c };
    for (size_t i = 0; i < in->lines_n; i++)
        one_line(b, all, &in->lines[i]);
    timely_lines(b, c);
    judge_manner(b, c);
    if (!in->asked.line || !all->n)
        return;
    requests_find(b, c, NULL, NULL, false, &all->requests,
                  &all->at[0]->watcher);
}

void about_visits(struct bench *b, const struct row *r, instant t,
                  struct mentions *out)
{
    const struct quota_watch *w = r->about;
    instant from = opens_at(b, w, t);
    for (size_t i = 0; i < w->list.n; i++)
        if (w->list.at[i].from <= t && w->list.at[i].sure > from)
            mention_whole(b, out, w->list.at[i].entry);
}
