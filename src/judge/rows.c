/* rows.c - verdicts over time; see own.h */
#include "judge/own.h"

const char *verdict_word(enum verdict v)
{
    static const char *const w[] = { "kept",         "broken",  "undetermined",
                                     "not_in_force", "not_due", "suspended",
                                     "not_judged" };
    return w[v];
}

const char *basis_word(enum basis b)
{
    static const char *const w[] = { "declared", "estimated", "evidence",
                                     "combined" };
    return w[b];
}

const char *reason_word(enum reason r)
{
    static const char *const w[] = { "",
                                     "no_complete",
                                     "range",
                                     "place",
                                     "on_the_way",
                                     "whose",
                                     "kind",
                                     "status",
                                     "unstated",
                                     "disagree",
                                     "discrepancy",
                                     "denied",
                                     "silence",
                                     "late",
                                     "waits",
                                     "nothing_due",
                                     "nothing_recorded",
                                     "exception",
                                     "condition",
                                     "no_right",
                                     "right",
                                     "in_use",
                                     "undeclared",
                                     "disputed",
                                     "unjudged" };
    return w[r];
}

struct verdict_of it_is(enum verdict v, enum reason why)
{
    return (struct verdict_of){ .verdict = v, .reason = why };
}

struct verdict_of weigh(enum relation rel, qty n, struct measured m)
{
    int low = qty_ok(m.low) && qty_ok(n) ? qty_cmp(m.low, n) : -1;
    int high = !qty_ok(m.high) ? 1 : qty_ok(n) ? qty_cmp(m.high, n) : -1;
    if (!qty_ok(n) && rel == AT_MOST)
        return it_is(KEPT, REASON_NONE); /* more than anything is allowed */
    bool over = low > 0, under = high < 0;
    bool kept = rel == AT_MOST    ? high <= 0
                : rel == AT_LEAST ? low >= 0
                                  : low == 0 && high == 0;
    bool broken = rel == AT_MOST    ? over
                  : rel == AT_LEAST ? under
                                    : over || under;
    return it_is(kept     ? KEPT
                 : broken ? BROKEN
                          : UNDETERMINED,
                 kept || broken ? REASON_NONE : REASON_RANGE);
}

/* What an exception or a part that is not judged yet might excuse. */
struct verdict_of bent(const struct clause *c, struct verdict_of v)
{
    if (v.verdict != BROKEN || (!c->bent && !c->unjudged.len))
        return v;
    v.verdict = NOT_JUDGED;
    v.reason = c->bent ? REASON_EXCEPTION : REASON_UNJUDGED;
    return v;
}

struct row *row_new(struct bench *b, struct row proto)
{
    struct row *r = new_one(b->keep, struct row);
    *r = proto;
    r->deadline = INSTANT_MAX;
    *push(b->keep, b->j->rows, b->j->rows_n, b->j->rows_cap) = r;
    struct rows_of *own = &b->combined[r->clause - b->p->clauses];
    if (r->basis == COMBINED)
        *push(b->keep, own->at, own->n, own->cap) = r;
    return r;
}

static bool further(enum relation rel, struct measured a, struct measured b)
{
    if (!b.any || !a.any)
        return a.any;
    if (rel != AT_LEAST)
        return qty_ok(a.low) && qty_ok(b.low) && qty_cmp(a.low, b.low) > 0;
    return qty_ok(a.high) && (!qty_ok(b.high) || qty_cmp(a.high, b.high) < 0);
}

static bool same_end(qty a, qty b)
{
    return qty_ok(a) == qty_ok(b) && (!qty_ok(a) || !qty_cmp(a, b));
}

bool same_measure(struct measured a, struct measured b)
{
    return a.any == b.any &&
           (!a.any || (same_end(a.low, b.low) && same_end(a.high, b.high)));
}

/* Goes the state on as it was? */
static bool goes_on(const struct bench *b, const struct segment *s,
                    const struct segment *n)
{
    return s->until == INSTANT_MAX && s->verdict == n->verdict &&
           s->reason == n->reason && s->entry == n->entry &&
           s->discrepancy == n->discrepancy && s->disagree == n->disagree &&
           same_end(s->allowed, n->allowed) &&
           same_end(s->allowed_high, n->allowed_high) &&
           (!b->j->fine || same_measure(s->now, n->now));
}

static struct segment *last_of(struct row *r)
{
    return r->segments_n ? &r->segments[r->segments_n - 1] : NULL;
}

void row_stop(struct row *r, instant t)
{
    struct segment *s = last_of(r);
    if (!s || s->until <= t)
        return;
    s->until = t;
    if (s->from >= t)
        r->segments_n--;
}

const struct lost *lost_of(const struct bench *b, const struct who *who,
                           instant t)
{
    for (size_t i = 0; i < b->p->lost_n; i++)
        if (b->p->lost[i].from <= t && who_meet(&b->p->lost[i].who, who))
            return &b->p->lost[i];
    return NULL;
}

/* Were forces of those that R is about moved in words not judged yet? */
static const struct lost *has_lost(const struct bench *b, const struct row *r,
                                   instant t)
{
    bool counts = r->kind == ROW_LIMIT || r->kind == ROW_DEED ||
                  r->kind == ROW_RETURNS || r->kind == ROW_HOST ||
                  r->kind == ROW_STAY;
    return counts ? lost_of(b, &r->subject.who, t) : NULL;
}

enum verdict row_now(const struct row *r)
{
    return r->segments_n ? r->segments[r->segments_n - 1].verdict
                         : NOT_IN_FORCE;
}

static void set(struct bench *b, struct row *r, instant t, struct verdict_of v,
                struct measured m, int entry)
{
    bool definite =
        v.verdict == KEPT || v.verdict == BROKEN || v.verdict == UNDETERMINED;
    const struct lost *lost = definite ? has_lost(b, r, t) : NULL;
    if (v.verdict != NOT_IN_FORCE && r->kind != ROW_SUSPENDS &&
        is_suspended(b, r->clause, &r->subject, t))
        v = it_is(SUSPENDED, REASON_NONE);
    if (v.remeasured)
        m = v.measured;
    if (bound_says(b, r, t, &v)) {
        m = (struct measured){ 0 };
        lost = NULL;
    }
    if (lost) {
        v = it_is(NOT_JUDGED, REASON_UNJUDGED);
        r->unjudged = lost->what;
    }
    struct segment n = { .from = t,
                         .until = INSTANT_MAX,
                         .verdict = v.verdict,
                         .reason = v.reason,
                         .first = m,
                         .now = m,
                         .worst = m,
                         .entry = entry,
                         .allowed = v.figure ? v.allowed : r->allowed,
                         .allowed_high =
                             v.figure ? v.allowed_high : r->allowed,
                         .discrepancy = v.discrepancy,
                         .disagree = v.disagree };
    struct segment *s = last_of(r);
    if (s && s->from >= t) { /* said again of the same moment */
        r->segments_n--;
        s = last_of(r);
        if (s && s->until == t)
            s->until = INSTANT_MAX;
    }
    if (s && goes_on(b, s, &n)) {
        s->now = m;
        if (further(r->relation, m, s->worst))
            s->worst = m;
        return;
    }
    row_stop(r, t);
    *push(b->keep, r->segments, r->segments_n, r->segments_cap) = n;
}

void row_set(struct bench *b, struct row *r, instant t, struct verdict_of v,
             struct measured m, int entry)
{
    enum verdict was = row_now(r);
    set(b, r, t, v, m, entry);
    if (r->basis == COMBINED && row_now(r) != was)
        clause_turned(b, r->clause);
}

void unjudged_line(struct bench *b, const struct clause *c, int line, span at,
                   str what)
{
    row_new(b, (struct row){ .kind = ROW_UNJUDGED,
                             .clause = c,
                             .line = line,
                             .basis = COMBINED,
                             .at = at,
                             .unjudged = what });
}

bool part_time(struct bench *b, const struct clause *c, int line, span at,
               const struct subject *s)
{
    bool so = with_a_step(b, &s->who);
    if (so)
        unjudged_line(b, c, line, at,
                      S("a party that begins or ends with a step"));
    return so;
}

/* ---- answers about a row ------------------------------------------------ */

const struct segment *row_on(const struct row *r, instant close)
{
    const struct segment *last = NULL, *broken = NULL;
    for (size_t i = 0; i < r->segments_n; i++) {
        const struct segment *s = &r->segments[i];
        if (s->from >= close || s->until <= close - DAY_SECONDS)
            continue;
        if (s->verdict == BROKEN)
            broken = s; /* the last that day */
        if (s->until >= close)
            last = s;
    }
    return broken ? broken : last;
}

instant row_since(const struct row *r, const struct segment *s)
{
    size_t i = (size_t)(s - r->segments);
    while (i && r->segments[i - 1].verdict == s->verdict &&
           r->segments[i - 1].until == r->segments[i].from)
        i--;
    return r->segments[i].from;
}

instant row_deadline(const struct row *r, instant close)
{
    return r->deadline >= close ? r->deadline : INSTANT_MAX;
}

struct measured row_headroom(const struct row *r, const struct segment *s,
                             struct measured m)
{
    struct measured h = { 0 };
    if (!m.any || !r->has_allowed || r->relation == EXACTLY)
        return h;
    h.any = true;
    if (r->relation == AT_MOST) {
        h.low = qty_sub(s->allowed, m.high); /* an open end stays open */
        h.high = qty_sub(s->allowed_high, m.low);
    } else {
        h.low = qty_sub(m.low, s->allowed_high);
        h.high = qty_sub(m.high, s->allowed);
    }
    return h;
}
