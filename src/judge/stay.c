/* stay.c - how long a force may stay; docs/judging.md, section 8
 *
 * What a book holds of one holder and item is one pool.  A stay is too long
 * for certain if more came before the time allowed than has left since, since
 * those that left may have been the oldest; it may be if the pool was not
 * certainly empty for so long.
 */
#include "judge/own.h"
#include "pact/duties.h"

/* What came at an instant, until its time is over. */
struct arrival {
    instant at;
    uint32_t flow;
};

/* Since when something is there; left: since when not. */
struct stopwatch {
    instant start, left;
    bool there;
};

struct pool {
    int32_t book, holder, item;
    instant since; /* its holder is bound */
    bool unit;
    uint32_t *flows; /* that touch it, by time */
    size_t flows_n, flows_cap, flow;
    struct arrival *came; /* for certain, and not over yet: from NEXT on */
    size_t came_n, came_cap, next;
    struct sum over; /* what came and is over its time, less all that left */
    struct sum sure, possible;
    struct stopwatch least, most;
};

struct stay_watch {
    struct watcher watcher;
    const struct clause *clause;
    const struct stay *line;
    struct gauge gauge;
    struct duration away;
    uint8_t *in; /* by account: tri */
    enum reason why;
    struct pool *pools;
    size_t pools_n, pools_cap;
    struct row *row;
    struct force force;
};

/* ---- pools -------------------------------------------------------------- */

/* One of several who come and go. */
static instant bound_since(const struct bench *b, const struct stay_watch *w,
                           int holder)
{
    const struct who *h = &b->l->holders[holder].who;
    instant since = INSTANT_MIN;
    for (size_t i = 0; i < b->p->parties_n; i++)
        if (w->row->subject.kind != SUBJECT_PARTY && who_has(h, (int)i) &&
            who_has(&w->gauge.who, (int)i) && b->bound[i].from > since)
            since = b->bound[i].from;
    return since;
}

static struct pool *pool_of(struct bench *b, struct stay_watch *w, int account)
{
    const struct account *a = &b->l->accounts[account];
    for (size_t i = 0; i < w->pools_n; i++)
        if (w->pools[i].book == a->book && w->pools[i].item == a->item &&
            w->pools[i].holder == a->holder)
            return &w->pools[i];
    struct pool *p = push(b->keep, w->pools, w->pools_n, w->pools_cap);
    *p = (struct pool){ .book = a->book,
                        .holder = a->holder,
                        .item = a->item,
                        .since = bound_since(b, w, a->holder),
                        .unit = b->l->holders[a->holder].unit.len > 0,
                        .over = sum_new(),
                        .sure = sum_new(),
                        .possible = sum_new() };
    return p;
}

static void find_accounts(struct bench *b, struct stay_watch *w)
{
    w->in = new_n(b->keep, uint8_t, b->l->accounts_n + 1);
    for (size_t i = 0; i < b->l->accounts_n; i++) {
        struct class c = classify(b, &w->gauge, (int)i);
        w->in[i] = (uint8_t)(c.claim >= 0 && c.in == YES ? MAYBE : c.in);
        if (w->in[i] == MAYBE)
            w->why = w->why ? w->why : c.why;
        if (w->in[i])
            pool_of(b, w, (int)i);
    }
}

static void add_flow(struct bench *b, struct stay_watch *w, int32_t account,
                     uint32_t flow)
{
    if (account < 0 || !w->in[account])
        return;
    struct pool *p = pool_of(b, w, account);
    if (!p->flows_n || p->flows[p->flows_n - 1] != flow)
        *push(b->keep, p->flows, p->flows_n, p->flows_cap) = flow;
    alarm_set(b, b->l->flows[flow].at, &w->watcher);
}

/* ---- time goes on ------------------------------------------------------- */

static tri in_pool(const struct bench *b, const struct stay_watch *w,
                   const struct pool *p, int32_t account)
{
    if (account < 0 || !w->in[account])
        return NO;
    const struct account *a = &b->l->accounts[account];
    bool mine =
        a->book == p->book && a->holder == p->holder && a->item == p->item;
    return mine ? (tri)w->in[account] : NO;
}

/* What came on one of several days came on the last of them at the latest:
 * that day counts. */
static void arrive(struct bench *b, struct pool *p, uint32_t flow)
{
    const struct flow *f = &b->l->flows[flow];
    const struct entry *e = &b->p->entries[f->entry];
    bool last = e->sometime && e->dated && f->at > e->from;
    struct arrival a = { last ? f->at - DAY_SECONDS : f->at, flow };
    push(b->keep, p->came, p->came_n, p->came_cap);
    size_t i = p->came_n - 1;
    for (; i > p->next && p->came[i - 1].at > a.at; i--)
        p->came[i] = p->came[i - 1];
    p->came[i] = a;
}

static void take(struct bench *b, struct stay_watch *w, struct pool *p,
                 uint32_t flow)
{
    const struct flow *f = &b->l->flows[flow];
    struct form amount = flow_amount(b->l, f);
    tri from = in_pool(b, w, p, f->from), to = in_pool(b, w, p, f->to);
    int sure = (to == YES) - (from == YES), any = (to != NO) - (from != NO);
    if (any)
        sum_add(b->keep, &p->possible, &b->system, amount, any);
    if (sure)
        sum_add(b->keep, &p->sure, &b->system, amount, sure);
    if (sure < 0)
        sum_add(b->keep, &p->over, &b->system, amount, -1);
    if (sure > 0)
        arrive(b, p, flow);
}

static bool above_zero(struct bench *b, struct sum *s, bool surely)
{
    qty low, high;
    sum_ends(b->keep, &b->system, s, &low, &high);
    if (surely)
        return qty_ok(low) && qty_cmp(low, qty_int(0)) > 0;
    return !qty_ok(high) || qty_cmp(high, qty_int(0)) > 0;
}

/* When it would have come, had there been no break until T. What was before
 * the clause is in force counts for nothing. */
static instant goes_on(const struct stay_watch *w, const struct stopwatch *s,
                       instant t)
{
    instant start = s->start > w->force.from ? s->start : w->force.from;
    return start < s->left ? start + (t - s->left) : t;
}

static void watch(struct bench *b, const struct stay_watch *w,
                  struct stopwatch *s, bool there, instant t)
{
    if (there == s->there)
        return;
    if (!there)
        s->left = t;
    else if (w->away.n && s->left && t < after(b, s->left, w->away))
        s->start = goes_on(w, s, t);
    else
        s->start = t;
    s->there = there;
}

/* When the time of what is there since START is over. */
static instant is_over(struct bench *b, const struct stay_watch *w,
                       const struct pool *p, instant start)
{
    instant from = start > w->force.from ? start : w->force.from;
    from = from > p->since ? from : p->since;
    return from == INSTANT_MAX ? from : after(b, from, w->line->most);
}

static void mature(struct bench *b, struct stay_watch *w, struct pool *p,
                   instant t)
{
    for (; p->next < p->came_n; p->next++) {
        const struct arrival *a = &p->came[p->next];
        instant over = is_over(b, w, p, a->at);
        if (over > t) {
            alarm_later(b, over, &w->watcher);
            return;
        }
        sum_add(b->keep, &p->over, &b->system,
                flow_amount(b->l, &b->l->flows[a->flow]), 1);
    }
}

static bool too_long(struct bench *b, struct stay_watch *w,
                     const struct pool *p, const struct stopwatch *s,
                     instant t)
{
    instant over = s->there ? is_over(b, w, p, s->start) : INSTANT_MAX;
    alarm_later(b, over, &w->watcher);
    return over <= t;
}

/* How POOL stands at T; NOT_DUE: nothing is there. */
static struct verdict_of stands(struct bench *b, struct stay_watch *w,
                                struct pool *p, instant t)
{
    while (p->flow < p->flows_n && b->l->flows[p->flows[p->flow]].at <= t)
        take(b, w, p, p->flows[p->flow++]);
    mature(b, w, p, t);
    watch(b, w, &p->least, above_zero(b, &p->sure, true), t);
    watch(b, w, &p->most, above_zero(b, &p->possible, false), t);
    bool sure = above_zero(b, &p->over, true);
    bool unit = p->unit && w->away.n && too_long(b, w, p, &p->least, t);
    bool may = too_long(b, w, p, &p->most, t);
    if (sure || unit)
        return it_is(BROKEN, REASON_NONE);
    if (may)
        return it_is(UNDETERMINED, w->why ? w->why : REASON_RANGE);
    return p->most.there ? it_is(KEPT, REASON_NONE)
                         : it_is(NOT_DUE, REASON_NOTHING_DUE);
}

static int rank(enum verdict v)
{
    return v == BROKEN ? 3 : v == UNDETERMINED ? 2 : v == KEPT;
}

static void stay_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct stay_watch *w = (struct stay_watch *)watcher;
    struct verdict_of v = it_is(NOT_DUE, REASON_NOTHING_DUE);
    struct measured none = { 0 };
    bool in =
        look_in_force(b, w->clause, &w->row->subject, &w->force, watcher, t);
    struct who now = who_on(b, &w->row->subject, t);
    int entry = -1;
    for (size_t i = 0; i < w->pools_n; i++) {
        struct pool *p = &w->pools[i];
        struct verdict_of x = stands(b, w, p, t);
        const struct who *h = &b->l->holders[p->holder].who;
        if (who_meet(h, &w->gauge.who) && !who_meet(h, &now))
            continue; /* none of them is bound */
        if (rank(x.verdict) <= rank(v.verdict))
            continue;
        v = x;
        if (p->came_n)
            entry = (int)b->l->flows[p->came[p->came_n - 1].flow].entry;
    }
    if (!in) {
        v = it_is(NOT_IN_FORCE, REASON_NONE);
        entry = -1;
    }
    row_set(b, w->row, t, bent(w->clause, v), none, entry);
}

/* ---- all of it ---------------------------------------------------------- */

static str unit_of(struct duration d)
{
    static const char *const words[] = { "minutes", "hours",  "days",
                                         "weeks",   "months", "years" };
    static const char *const one[] = { "minute", "hour",  "day",
                                       "week",   "month", "year" };
    return str_of(d.n == 1 ? one[d.unit] : words[d.unit]);
}

static void for_subject(struct bench *b, const struct clause *c,
                        const struct stay *s, int line, size_t i,
                        const struct counted *what)
{
    const struct subject *who = &s->who.at[i];
    struct stay_watch *w = new_one(b->keep, struct stay_watch);
    int place = s->places ? s->places[i] : ANYWHERE;
    *w = (struct stay_watch){ .watcher = { stay_wake, false },
                              .clause = c,
                              .line = s,
                              .away = c->duties->away,
                              .force = { INSTANT_MIN, INSTANT_MAX } };
    w->gauge = (struct gauge){ .who = who->who,
                               .of_side = who->kind == SUBJECT_SIDE,
                               .kinds = what->kinds,
                               .stated = s->stated,
                               .place = place };
    w->row = row_new(b, (struct row){ .kind = ROW_STAY,
                                      .clause = c,
                                      .line = line,
                                      .subject = *who,
                                      .basis = COMBINED,
                                      .at = s->at,
                                      .has_allowed = true,
                                      .relation = AT_MOST,
                                      .allowed = qty_int(s->most.n),
                                      .unit = unit_of(s->most),
                                      .place = place,
                                      .about = w });
    find_accounts(b, w);
    for (size_t f = 0; f < b->l->flows_n; f++) {
        add_flow(b, w, b->l->flows[f].from, (uint32_t)f);
        add_flow(b, w, b->l->flows[f].to, (uint32_t)f);
    }
    alarm_set(b, INSTANT_MIN, &w->watcher);
    wake_when_lost(b, &w->watcher);
    wait_for_steps(b, &w->watcher, c);
}

void judge_stay(struct bench *b, const struct clause *c)
{
    const struct duties *d = c->duties;
    int line = 0;
    for (size_t i = 0; i < d->stays_n; i++) {
        const struct stay *s = &d->stays[i];
        for (size_t k = 0; k < s->what.n; k++) {
            const struct counted *what = &s->what.at[k];
            line++;
            if (what->built_in || what->attr.len) {
                unjudged_line(b, c, line, s->at, what->text);
                continue;
            }
            for (size_t n = 0; n < s->who.n; n++)
                if (!part_time(b, c, line, s->at, &s->who.at[n]))
                    for_subject(b, c, s, line, n, what);
        }
    }
}

/* ---- what it rests on, what comes next ---------------------------------- */

/* When the time of what is there is over, if nothing changes. */
void stay_deadline(struct bench *b, const struct row *row)
{
    struct stay_watch *w = row->about;
    for (size_t i = 0; i < w->pools_n; i++) {
        const struct pool *p = &w->pools[i];
        const struct stopwatch *s = &p->most;
        instant over = s->there ? is_over(b, w, p, s->start) : INSTANT_MAX;
        if (over >= b->close && over < w->row->deadline)
            w->row->deadline = over;
    }
}

void about_stay(struct bench *b, const struct row *r, instant t,
                struct mentions *out)
{
    const struct stay_watch *w = r->about;
    for (size_t i = 0; i < w->pools_n; i++)
        for (size_t k = 0; k < w->pools[i].flows_n; k++) {
            const struct flow *f = &b->l->flows[w->pools[i].flows[k]];
            if (f->at <= t)
                mention_whole(b, out, f->entry);
        }
}
