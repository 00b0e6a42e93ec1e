/* bend.c - exceptions: when they are open, and what then holds;
 * docs/judging.md, section 8
 *
 * Whether an exception is open hangs on time, conditions and consent, which
 * are the same for all bases, and on its use, which each basis has of its own.
 * Where it is not certain whether the figure is exceeded, or whether the
 * exception could be open, either is possible, for as long as neither changes:
 * the uses that are possible are walked through side by side, as states, and
 * the verdict is that of all worlds: of those in which the figure is exceeded,
 * and of those in which it is not.
 */
#include "judge/own.h"

#include <string.h>

/* What a use may have come to: none, one that runs since BEGAN, or one whose
 * time has passed and after which the figure has not been kept yet. */
enum use { IDLE, RUNS, SPENT };

struct used {
    enum use use;
    bool exceeded, open; /* the figure; the exception, its use left aside */
    instant began;       /* of the last one, while that matters; else MIN */
};

enum { STATES_MAX = 64 };

/* What the uses hang on: while it stays, so does each world. */
struct facts {
    bool known;
    tri could, exceeded;
    struct measured figure;
};

struct uses {
    struct used *before,
        *now; /* all that are possible: before AT, and at it */
    size_t before_n, now_n;
    struct facts before_facts, facts;
    bool lost; /* too many to follow */
    instant at;
};

/* A line of a consent clause that asks consent for the exception. */
struct asks {
    const struct clause *clause;
    const struct needs *needs;
};

struct bender {
    const struct clause *exception;
    int index;
    const struct limit_row *line; /* in place of the figure, or NULL */
    struct whether *whether;
    struct meter *meter; /* if it leaves out more; else NULL */
    struct uses uses[BASES];
    struct force force;
    struct asks *asks;
    size_t asks_n, asks_cap;
    tri could; /* be open, its use left aside: bend_look() */
};

struct bending {
    const struct clause *clause;
    struct watcher *watcher;
    struct bender *at;
    size_t n;
};

/* ---- is it open, its use left aside? ------------------------------------ */

static tri consent(const struct bench *b, const struct bender *e, instant t)
{
    tri all = YES;
    for (size_t i = 0; i < e->asks_n; i++) {
        const struct clause *c = e->asks[i].clause;
        const struct needs *n = e->asks[i].needs;
        struct force f = in_force(b, c);
        size_t agreed = agreed_to(b, e->exception, &n->who, t);
        tri so =
            n->unjudged.len || c->opaque ? MAYBE : tri_of(agreed == n->who.n);
        if (f.from <= t && t < f.until)
            all = tri_and(all, so);
    }
    return all;
}

static tri could_open(struct bench *b, struct bending *x, struct bender *e,
                      instant t)
{
    if (!look_in_force(b, e->exception, NULL, &e->force, x->watcher, t))
        return NO;
    tri so = tri_and(whether_now(b, e->whether, t), consent(b, e, t));
    return e->exception->unjudged.len ? tri_and(so, MAYBE) : so;
}

/* ---- its use ------------------------------------------------------------ */

/* Is a use free to begin at T, after the last one? *TURNS: until then not. */
static bool is_free(const struct bench *b, const struct exception *x,
                    instant began, instant t, instant *turns)
{
    struct period p = { .kind = PERIOD_CALENDAR, .span = x->per };
    *turns = INSTANT_MAX;
    if (!x->once || began == INSTANT_MIN)
        return true;
    *turns = x->rolling ? after(b, began, x->per) : period_next(b, &p, began);
    return t >= *turns;
}

/* One world goes on: the figure is EXCEEDED or not, it is OPEN or not. */
static struct used step_on(struct bench *b, const struct bending *w,
                           const struct exception *x, struct used s, instant t,
                           bool open, bool exceeded)
{
    instant turns, end = x->lasts_said && s.use == RUNS
                             ? after(b, s.began, x->lasts)
                             : INSTANT_MAX;
    if (s.use == RUNS && (!open || (!x->lasts_said && !exceeded)))
        s.use = IDLE;
    else if (s.use == RUNS && t >= end)
        s.use = SPENT;
    if (s.use == SPENT && !exceeded)
        s.use = IDLE;
    bool free = is_free(b, x, s.began, t, &turns);
    if (s.use == IDLE && open && exceeded && free) {
        s.use = RUNS;
        s.began = t;
        end = x->lasts_said ? after(b, t, x->lasts) : INSTANT_MAX;
        is_free(b, x, t, t, &turns);
        free = false;
    }
    alarm_later(b, end, w->watcher);
    alarm_later(b, turns, w->watcher);
    if (s.use != RUNS && free)
        s.began = INSTANT_MIN; /* it does not matter any more */
    s.open = open;
    s.exceeded = exceeded;
    return s;
}

static bool put_state(struct bench *b, struct uses *u, struct used s)
{
    for (size_t i = 0; i < u->now_n; i++)
        if (u->now[i].use == s.use && u->now[i].began == s.began &&
            u->now[i].open == s.open && u->now[i].exceeded == s.exceeded)
            return true;
    if (u->now_n == STATES_MAX)
        return false;
    if (!u->now)
        u->now = new_n(b->keep, struct used, STATES_MAX);
    u->now[u->now_n++] = s;
    return true;
}

/* Begin again from the state before T, if this is not the first look at it. */
static void rewind_uses(struct bench *b, struct uses *u, instant t)
{
    if (!u->before) {
        u->before = new_n(b->keep, struct used, STATES_MAX);
        u->before[u->before_n++] = (struct used){ IDLE, .began = INSTANT_MIN };
    } else if (t > u->at) {
        memcpy(u->before, u->now, u->now_n * sizeof *u->now);
        u->before_n = u->now_n;
        u->before_facts = u->facts;
    }
    u->at = t;
    u->now_n = 0;
}

/* Is an exception open, in the worlds in which the figure of L itself is kept
 * [0], and in those in which it is not [1]? */
struct openness {
    tri in[2];
};

static tri open_if(bool any, bool all)
{
    return any ? (all ? YES : MAYBE) : NO;
}

static bool may_be(tri so, int is)
{
    return is ? so != NO : so != YES;
}

static struct openness in_use(struct bench *b, const struct bending *w,
                              const struct exception *x, struct uses *u,
                              instant t, struct facts f)
{
    const struct facts *last = &u->before_facts;
    bool any[2] = { false, false }, all[2] = { true, true };
    if (!x->lasts_said && !x->once)
        return (struct openness){ { f.could, f.could } };
    rewind_uses(b, u, t);
    u->facts = f;
    bool turns = !last->known || last->could != f.could;
    bool moves = !last->known || last->exceeded != f.exceeded ||
                 !same_measure(last->figure, f.figure);
    for (size_t i = 0; !u->lost && i < u->before_n; i++)
        for (int o = 0; o < 2; o++)
            for (int e = 0; e < 2; e++) {
                instant until;
                struct used s = u->before[i];
                if ((turns ? !may_be(f.could, o) : s.open != o) ||
                    (moves ? !may_be(f.exceeded, e) : s.exceeded != e))
                    continue;
                s = step_on(b, w, x, s, t, o > 0, e > 0);
                u->lost = u->lost || !put_state(b, u, s);
                bool now = o && (s.use == RUNS ||
                                 (!e && s.use == IDLE &&
                                  is_free(b, x, s.began, t, &until)));
                any[e] = any[e] || now;
                all[e] = all[e] && now;
            }
    tri perhaps = tri_and(f.could, MAYBE);
    if (u->lost)
        return (struct openness){ { perhaps, perhaps } };
    return (struct openness){ { open_if(any[0], all[0]),
                                open_if(any[1], all[1]) } };
}

/* ---- two at once -------------------------------------------------------- */

static void drop_warning(struct diags *d, span at)
{
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++)
        if (d->at[i]->kind != DIAG_MAY_MEET || d->at[i]->at.file != at.file ||
            d->at[i]->at.from != at.from)
            d->at[n++] = d->at[i];
    d->n = n;
}

/* Exceptions ONE and TWO, in the order of the text. */
struct meeting {
    const struct bending *at;
    const struct clause *one, *two;
};

static void they_meet(struct bench *b, const struct meeting *m)
{
    const struct clause *one = m->one, *two = m->two;
    struct diags *d = b->p->diags;
    for (size_t n = 0; n < d->n; n++)
        if (d->at[n]->kind == DIAG_EXCEPTIONS_MEET &&
            d->at[n]->at.file == two->at.file &&
            d->at[n]->at.from == two->at.from)
            return; /* told already */
    drop_warning(d, two->at);
    struct diag *e = diag_add(
        d, DIAG_EXCEPTIONS_MEET, two->at,
        "exceptions `%.*s` and `%.*s` to `%.*s` are both open on %.*s, and "
        "neither goes before the other",
        STR(one->id), STR(two->id), STR(m->at->clause->id),
        STR(day_text(b->keep, instant_day(b->now))));
    e->clause = str_fmt(b->keep, "exception %.*s", STR(two->id));
    diag_note(d, e, one->at, "the other stands here");
    diag_help(d, e, "write `over %.*s` below the one that is to hold",
              STR(one->id));
}

void meetings_tell(struct bench *b)
{
    for (size_t i = 0; i < b->meetings_n; i++)
        they_meet(b, &b->meetings[i]);
    b->meetings_n = 0;
}

void meet_again(struct bench *b, const struct bending *x)
{
    size_t n = 0;
    for (size_t i = 0; i < b->meetings_n; i++)
        if (b->meetings[i].at != x)
            b->meetings[n++] = b->meetings[i];
    b->meetings_n = n;
}

static bool before(const struct bench *b, const struct clause *x,
                   const struct clause *y)
{
    const struct clause *all = b->p->clauses;
    return goes_before(b->p, (int)(x - all), (int)(y - all));
}

bool is_behind(const struct bench *b, const struct opens *open, size_t i)
{
    for (size_t k = 0; k < open->n; k++)
        if (open->at[k].open == YES &&
            before(b, open->at[k].exception, open->at[i].exception))
            return true;
    return false;
}

void meet(struct bench *b, struct bending *x, const struct opens *open)
{
    for (size_t i = 0; i < open->n; i++)
        for (size_t k = 0; k < i; k++) {
            const struct clause *one = open->at[k].exception;
            const struct clause *two = open->at[i].exception;
            if (open->at[i].open != YES || open->at[k].open != YES ||
                before(b, one, two) || before(b, two, one))
                continue;
            bool turned =
                one->at.file == two->at.file && one->at.from > two->at.from;
            *push(b->keep, b->meetings, b->meetings_n, b->meetings_cap) =
                (struct meeting){ x, turned ? two : one, turned ? one : two };
        }
}

void bend_look(struct bench *b, struct bending *x, instant t)
{
    struct opens open = { .n = 0 };
    for (size_t i = 0; x && i < x->n; i++) {
        x->at[i].could = could_open(b, x, &x->at[i], t);
        open.at[open.n++] =
            (struct open_now){ x->at[i].exception, x->at[i].could };
    }
    meet(b, x, &open);
}

/* ---- what holds --------------------------------------------------------- */

struct verdict_of either(struct verdict_of v, struct verdict_of w)
{
    if (v.verdict == w.verdict) {
        if (v.reason != w.reason)
            v.reason =
                v.verdict == UNDETERMINED ? REASON_EXCEPTION : REASON_NONE;
        return v;
    }
    struct verdict_of u = it_is(UNDETERMINED, REASON_EXCEPTION);
    u.discrepancy = v.discrepancy;
    u.disagree = v.disagree;
    return u;
}

static struct verdict_of with_it(struct bench *b, const struct bender *e,
                                 enum basis k, struct verdict_of v, instant t,
                                 says_fn *says, void *with)
{
    const struct limit_row *l = e->line;
    if (!l && !e->meter) { /* it lifts */
        if (v.verdict == KEPT)
            return v;
        struct verdict_of kept = it_is(KEPT, REASON_EXCEPTION);
        if (v.discrepancy) /* never kept */
            kept = it_is(UNDETERMINED, REASON_DISCREPANCY);
        kept.discrepancy = v.discrepancy;
        kept.disagree = v.disagree;
        kept.figure = v.figure;
        kept.allowed = v.allowed;
        kept.allowed_high = v.allowed_high;
        return kept;
    }
    struct against n = { .own = !l || l->addition,
                         .n = l ? l->amount : qty_int(0) };
    struct verdict_of w = says(b, with, k, e->meter, n, t);
    if (e->meter) {
        w.remeasured = true;
        w.measured = meter_read(b, e->meter, t).of[k];
    }
    return w;
}

/* Which of those that are open may be the one that holds? [n]: none. "The one
 * that says `over Y` goes before Y." */
static void may_hold(const struct bench *b, const struct bending *x,
                     const struct openness *open, int e, bool *may)
{
    may[x->n] = true;
    for (size_t i = 0; i < x->n; i++) {
        may[i] = open[i].in[e] != NO;
        may[x->n] = may[x->n] && open[i].in[e] != YES;
        for (size_t k = 0; may[i] && k < x->n; k++)
            may[i] = k == i || open[k].in[e] != YES ||
                     !goes_before(b->p, x->at[k].index, x->at[i].index);
    }
}

/* V, where the figure of L itself is certainly kept, or certainly not. */
static struct verdict_of settled(struct verdict_of v, bool exceeded)
{
    if (v.verdict == UNDETERMINED) {
        v.verdict = exceeded ? BROKEN : KEPT;
        v.reason = REASON_NONE;
    }
    return v;
}

/* All that may hold together; with none of them OWN. */
static struct verdict_of whichever(const struct bending *x, const bool *may,
                                   const struct verdict_of *with,
                                   struct verdict_of own, bool any,
                                   struct verdict_of all)
{
    for (size_t i = 0; i <= x->n; i++) {
        struct verdict_of one = i < x->n ? with[i] : own;
        if (!may[i])
            continue;
        all = any ? either(all, one) : one;
        any = true;
    }
    return all;
}

struct verdict_of bend(struct bench *b, struct bending *x, enum basis k,
                       struct verdict_of v, struct measured figure, instant t,
                       says_fn *says, void *with)
{
    tri exceeded = v.verdict == KEPT ? NO : v.verdict == BROKEN ? YES : MAYBE;
    struct openness open[BENDERS_MAX];
    struct verdict_of then[BENDERS_MAX], all = v;
    bool may[2][BENDERS_MAX + 1], any[BENDERS_MAX + 1] = { false };
    for (size_t i = 0; i < x->n; i++) /* uses go on below another's, too */
        open[i] =
            in_use(b, x, &x->at[i].exception->exception, &x->at[i].uses[k], t,
                   (struct facts){ true, x->at[i].could, exceeded, figure });
    for (int e = 0; e < 2; e++) {
        may_hold(b, x, open, e, may[e]);
        for (size_t i = 0; i <= x->n; i++)
            any[i] = any[i] || (may_be(exceeded, e) && may[e][i]);
    }
    for (size_t i = 0; i < x->n; i++)
        if (any[i])
            then[i] = with_it(b, &x->at[i], k, v, t, says, with);
    /* world by world; where they differ, for the reason that all have */
    bool some = false;
    for (int e = 0; e < 2; e++)
        if (may_be(exceeded, e)) {
            all = whichever(x, may[e], then, settled(v, e > 0), some, all);
            some = true;
        }
    return all.verdict == UNDETERMINED ? whichever(x, any, then, v, false, v)
                                       : all;
}

void bend_rest(struct bench *b, struct bending *x, enum basis k, instant t)
{
    for (size_t i = 0; x && i < x->n; i++) {
        struct facts f = { .known = true,
                           .could = could_open(b, x, &x->at[i], t) };
        in_use(b, x, &x->at[i].exception->exception, &x->at[i].uses[k], t, f);
    }
}

struct opens open_at(struct bench *b, struct bending *x, instant t)
{
    struct opens all = { .n = 0 };
    for (size_t i = 0; x && i < x->n; i++) {
        tri open = could_open(b, x, &x->at[i], t);
        if (open)
            all.at[all.n++] = (struct open_now){ x->at[i].exception, open };
    }
    return all;
}

/* ---- making ------------------------------------------------------------- */

/* The line of exception C that stands in place of R's figure, or NULL. */
static const struct limit_row *line_for(const struct pact *p,
                                        const struct clause *c,
                                        const struct limit_row *r,
                                        size_t subject)
{
    for (size_t i = 0; i < c->rows_n; i++)
        if (!c->rows[i].unjudged.len && row_fits(p, &c->rows[i], r, subject))
            return &c->rows[i];
    return NULL;
}

static struct meter *wider_meter(struct bench *b, const struct clause *c,
                                 const struct clause *x,
                                 const struct limit_row *r,
                                 const struct gauge *g, struct watcher *w)
{
    size_t n = c->uncounts_n + x->uncounts_n;
    if (!x->uncounts_n || !g)
        return NULL;
    struct uncount *u = new_n(b->keep, struct uncount, n);
    if (c->uncounts_n)
        memcpy(u, c->uncounts, c->uncounts_n * sizeof *u);
    memcpy(u + c->uncounts_n, x->uncounts, x->uncounts_n * sizeof *u);
    struct meter *m = meter_new(b, *g, u, n, w);
    if (r && r->as_on.kind)
        drift_new(b, m, compares_from(r), r->relation != AT_MOST);
    return m;
}

/* Those that go before others first; else as the pact has them. */
static void in_order(const struct pact *p, struct bending *x)
{
    for (size_t i = 0; i < x->n; i++)
        for (size_t k = i + 1; k < x->n; k++)
            if (goes_before(p, x->at[k].index, x->at[i].index)) {
                struct bender first = x->at[k];
                memmove(&x->at[i + 1], &x->at[i], (k - i) * sizeof *x->at);
                x->at[i] = first;
                k = i;
            }
}

/* Who has to agree to the exception, and when that may turn. */
static void ask_consent(struct bench *b, struct bender *e, struct watcher *w)
{
    for (size_t i = 0; i < b->p->clauses_n; i++)
        for (size_t k = 0; k < b->p->clauses[i].needs_n; k++) {
            const struct clause *c = &b->p->clauses[i];
            const struct needs *n = &c->needs[k];
            if (n->clause < 0 || &b->p->clauses[n->clause] != e->exception)
                continue;
            *push(b->keep, e->asks, e->asks_n, e->asks_cap) =
                (struct asks){ c, n };
            struct force f = in_force(b, c);
            alarm_set(b, f.from, w);
            alarm_set(b, f.until, w);
        }
    if (e->asks_n)
        wake_when_agreed(b, w, e->exception);
}

struct bending *bending_new(struct bench *b, const struct clause *c,
                            const struct limit_row *r, size_t subject,
                            const struct gauge *g, struct watcher *w)
{
    if (!c->bent_by_n)
        return NULL;
    struct bending *x = new_one(b->keep, struct bending);
    *x = (struct bending){ .clause = c, .watcher = w };
    x->at = new_n(b->keep, struct bender, c->bent_by_n);
    for (size_t i = 0; i < c->bent_by_n && x->n < BENDERS_MAX; i++) {
        const struct clause *e = &b->p->clauses[c->bent_by[i]];
        const struct limit_row *line =
            r ? line_for(b->p, e, r, subject) : NULL;
        bool leaves_out = e->uncounts_n && g;
        if (r && !line && !leaves_out && (e->rows_n || e->uncounts_n))
            continue; /* other rows alone */
        const struct subject *s =
            r ? &r->subjects.at[subject] : &c->notice.subjects.at[subject];
        struct bender *n = &x->at[x->n++];
        *n = (struct bender){ .exception = e,
                              .index = c->bent_by[i],
                              .line = line,
                              .force = { INSTANT_MIN, INSTANT_MAX } };
        n->whether = whether_new(b, e, s, w);
        n->meter = wider_meter(b, c, e, r, g, w);
        ask_consent(b, n, w);
    }
    in_order(b->p, x);
    return x->n ? x : NULL;
}
