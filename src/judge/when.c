/* when.c - conditions, consents as they stand, and periods of the calendar;
 * docs/judging.md, section 8
 */
#include "judge/own.h"

/* ---- times -------------------------------------------------------------- */

/* At the ends of the calendar: for ever. */
static instant opens(int year, int month, int d)
{
    if (year < 1)
        return INSTANT_MIN;
    if (year > 9999)
        return INSTANT_MAX;
    return day_opens(day_of((struct civil){ year, month, d }));
}

static bool in_calendar(instant t)
{
    return t >= opens(1, 1, 1) && t < opens(9999, 12, 31) + DAY_SECONDS;
}

instant said_from(const struct pact *p, const struct entry *e)
{
    return e->sometime ? entry_more(p, e)->until : e->from;
}

/* T and N times D; a month that lacks the day ends with its last, as `months
 * clamp` says, if the pact does not say. FAR: where that leaves the calendar.
 */
static instant shifted(const struct bench *b, instant t, struct duration d,
                       int sign, instant far)
{
    instant end;
    day to, clamp = 0, next = 0;
    int64_t months = d.unit == YEARS ? d.n * 12 : d.n;
    if (!in_calendar(t))
        return t;
    if (duration_add(b->p, t, false, d, sign, &end))
        return end;
    if (d.unit < MONTHS || months > 120000)
        return far;
    if (!day_months(instant_day(t), (int)months * sign, &to, &clamp, &next) &&
        next)
        return clock_on(b->p->clock, t, clamp);
    return far;
}

instant after(const struct bench *b, instant t, struct duration d)
{
    return shifted(b, t, d, 1, INSTANT_MAX);
}

/* The first moment of the calendar's unit that holds T, or of the Nth after.
 */
static instant unit_opens(enum time_unit u, instant t, int n)
{
    day d = instant_day(t);
    struct civil c = day_civil(d);
    int m = c.year * 12 + c.month - 1 + n; /* months since year 0 */
    switch (u) {
    case YEARS: return opens(c.year + n, 1, 1);
    case MONTHS: return m < 12 ? INSTANT_MIN : opens(m / 12, m % 12 + 1, 1);
    case WEEKS: /* 1970-01-01 was a Thursday */
        d -= ((d + 3) % 7 + 7) % 7;
        return day_opens(d + 7 * n);
    case DAYS:
    case HOURS:
    case MINUTES: break;
    }
    return day_opens(d + n);
}

day in_year(int year, struct year_day y)
{
    int last = month_days(year, y.month);
    return day_of(
        (struct civil){ year, y.month, y.day < last ? y.day : last });
}

static instant day_of_year(int year, const struct period *p)
{
    return day_opens(in_year(year, p->from));
}

instant period_from(const struct bench *b, const struct period *p, instant t)
{
    int n = (int)p->span.n;
    if (!in_calendar(t))
        return INSTANT_MIN;
    if (p->kind == PERIOD_CALENDAR)
        return unit_opens(p->span.unit, t, 1 - n);
    if (p->kind == PERIOD_FROM_DAY) {
        int year = day_civil(instant_day(t)).year;
        instant at = day_of_year(year, p);
        return at <= t ? at : day_of_year(year - 1, p);
    }
    if (p->kind == PERIOD_NOW)
        return t;
    /* so long, ending with the day of T: the days after the one so long ago */
    if (p->span.unit < DAYS)
        return shifted(b, t, p->span, -1, INSTANT_MIN);
    instant ago =
        shifted(b, day_opens(instant_day(t)), p->span, -1, INSTANT_MIN);
    return ago == INSTANT_MIN ? ago : ago + DAY_SECONDS;
}

instant period_next(const struct bench *b, const struct period *p, instant t)
{
    (void)b;
    if (!in_calendar(t))
        return INSTANT_MAX;
    if (p->kind == PERIOD_CALENDAR)
        return unit_opens(p->span.unit, t, 1);
    if (p->kind != PERIOD_FROM_DAY)
        return INSTANT_MAX;
    int year = day_civil(instant_day(t)).year;
    instant at = day_of_year(year, p);
    return at > t ? at : day_of_year(year + 1, p);
}

/* ---- who has agreed ----------------------------------------------------- */

static bool stands(const struct pact *p, const struct entry *e, instant t)
{
    return said_from(p, e) <= t && t < entry_more(p, e)->goes_on;
}

static bool agrees(const struct bench *b, const struct clause *c,
                   const struct who *who, instant t)
{
    for (size_t i = 0; i < b->said_n; i++) {
        const struct entry *e = &b->p->entries[b->said[i]];
        const struct more *m = entry_more(b->p, e);
        if (e->kind == ENTRY_CONSENT && str_eq(m->clause, c->id) &&
            who_meet(&m->by, who) && stands(b->p, e, t))
            return true;
    }
    return false;
}

size_t agreed_to(const struct bench *b, const struct clause *c,
                 const struct subjects *who, instant t)
{
    size_t n = 0;
    for (size_t i = 0; i < who->n; i++)
        n += agrees(b, c, &who->at[i].who, t);
    return n;
}

void wake_when_agreed(struct bench *b, struct watcher *w,
                      const struct clause *c)
{
    for (size_t i = 0; i < b->said_n; i++) {
        const struct entry *e = &b->p->entries[b->said[i]];
        const struct more *m = entry_more(b->p, e);
        if (e->kind != ENTRY_CONSENT || !str_eq(m->clause, c->id))
            continue;
        alarm_set(b, said_from(b->p, e), w);
        alarm_set(b, m->goes_on, w);
    }
}

/* ---- one condition ------------------------------------------------------ */

/* An event that may have been told in time. */
struct notified {
    const struct entry *e;
    tri counts; /* by its kind and its holder */
    int claim;
};

struct asked {
    const struct condition *condition;
    struct meter *meter; /* MEASURE; NULL: not judged */
    struct notified *list;
    size_t n, cap;
};

struct whether {
    const struct clause *clause;
    const struct subject *subject;
    struct asked *asked;
    size_t n;
};

/* Told at least D before START, if it is S's? */
static tri told_before(const struct bench *b, const struct subject *s,
                       const struct entry *e, instant start, struct duration d)
{
    const struct more *m = entry_more(b->p, e);
    instant due;
    tri best = NO;
    bool any = false;
    if (!duration_add(b->p, start, e->dated, d, -1, &due))
        return MAYBE;
    for (size_t i = 0; i < m->tellings_n; i++) {
        const struct telling *t = &m->tellings[i];
        if (t->told == TOLD_AT && t->at >= b->close)
            continue; /* not known yet */
        bool early = d.unit >= DAYS
                         ? instant_day(t->at) <= instant_day(due)
                         : t->at + (t->dated ? DAY_SECONDS : 0) <= due;
        tri one = t->told == TOLD_NOT        ? NO
                  : t->told == TOLD_UNJUDGED ? MAYBE
                                             : tri_of(early);
        best = tri_or(best, one);
        any = true;
    }
    if (any)
        return best;
    struct who now = who_on(b, s, e->from);
    struct who whose = of_them(&b->p->holders[e->who].who, &now);
    return covers(b, "notices", &whose, start) ? NO : MAYBE;
}

/* The first day on which E, which happened on one of several, can have started
 * so that it was told in time; and the days on which silence begins or ceases
 * to tell something. */
static void wake_with_start(struct bench *b, struct watcher *w,
                            const struct entry *e, struct duration d)
{
    const struct more *m = entry_more(b->p, e);
    for (size_t i = 0; i < m->tellings_n; i++) {
        if (m->tellings[i].told != TOLD_AT)
            continue;
        instant due = after(b, m->tellings[i].at, d);
        if (due == INSTANT_MAX)
            continue;
        due = day_opens(instant_day(due));
        for (int k = -3; k <= 3; k++) /* months have ends of their own */
            alarm_set(b, due + k * (instant)DAY_SECONDS, w);
    }
    wake_when_covered(b, w);
}

static void consider(struct bench *b, struct asked *a, const struct subject *s,
                     const struct entry *e, struct watcher *w)
{
    const struct condition *c = a->condition;
    struct gauge g = { .who = s->who, .of_side = s->kind == SUBJECT_SIDE };
    const struct more *m = entry_more(b->p, e);
    struct notified o = { .e = e, .claim = -1 };
    if (e->kind != ENTRY_EVENT || e->from >= b->close)
        return;
    tri kind = event_kind(b->p, m->event, c->event);
    tri whose = kind ? event_of(b, &g, e, &o.claim) : NO;
    o.counts = tri_and(kind, whose);
    if (!o.counts)
        return;
    *push(b->keep, a->list, a->n, a->cap) = o;
    wake_with_event(b, w, e);
    if (e->sometime)
        wake_with_start(b, w, e, c->ahead);
    if (o.claim >= 0)
        alarm_set(b, b->p->entries[b->claims[o.claim]].from, w);
}

static void prepare(struct bench *b, struct whether *x, struct asked *a,
                    struct watcher *w)
{
    const struct condition *c = a->condition;
    switch (c->fact) {
    case FACT_MEASURE: {
        const struct subject *s = &c->measure->subjects.at[0];
        struct gauge g = { .who = s->who,
                           .of_side = s->kind == SUBJECT_SIDE,
                           .kinds = c->measure->kinds,
                           .stated = c->measure->stated,
                           .place = c->measure->places[0] };
        if (!with_a_step(b, &s->who))
            a->meter = meter_new(b, g, NULL, 0, w);
        wake_when_lost(b, w);
        return;
    }
    case FACT_KEPT: listen(b, w, c->clause); return;
    case FACT_AGREED: wake_when_agreed(b, w, x->clause); return;
    case FACT_STATE:
        for (size_t i = 0; i < b->said_n; i++) {
            const struct entry *e = &b->p->entries[b->said[i]];
            alarm_set(b, e->from, w);
            alarm_set(b, said_from(b->p, e), w);
        }
        return;
    case FACT_TOLD:
        for (size_t i = 0; i < b->p->entries_n; i++)
            consider(b, a, x->subject, &b->p->entries[i], w);
        return;
    }
}

struct whether *whether_new(struct bench *b, const struct clause *c,
                            const struct subject *s, struct watcher *w)
{
    if (!c->conditions_n)
        return NULL;
    struct whether *x = new_one(b->keep, struct whether);
    *x = (struct whether){ .clause = c, .subject = s, .n = c->conditions_n };
    x->asked = new_n(b->keep, struct asked, x->n);
    for (size_t i = 0; i < x->n; i++) {
        x->asked[i].condition = &c->conditions[i];
        prepare(b, x, &x->asked[i], w);
    }
    return x;
}

/* ---- how it is now ------------------------------------------------------ */

static tri measured(struct bench *b, const struct asked *a, instant t)
{
    const struct limit_row *r = a->condition->measure;
    if (!a->meter || lost_of(b, &r->subjects.at[0].who, t))
        return MAYBE;
    struct reading x = meter_read(b, a->meter, t);
    enum verdict v =
        x.of[COMBINED].any
            ? reading_says(r->relation, r->amount, &x, COMBINED).verdict
            : UNDETERMINED;
    return v == KEPT ? YES : v == BROKEN ? NO : MAYBE;
}

static tri is_kept(const struct bench *b, int clause)
{
    const struct rows_of *rows = &b->combined[clause];
    tri t = YES;
    for (size_t i = 0; i < rows->n; i++) {
        const struct row *r = rows->at[i];
        enum verdict v = row_now(r);
        t = tri_and(t, r->kind == ROW_UNJUDGED                ? MAYBE
                       : v == BROKEN                          ? NO
                       : v == UNDETERMINED || v == NOT_JUDGED ? MAYBE
                                                              : YES);
    }
    return t;
}

/* Is PARTY in that state, by the last entry that says anything of it? */
static tri in_state(const struct bench *b, int party, str word, instant t)
{
    instant last = INSTANT_MIN;
    tri now = NO;
    bool unsure = false;
    for (size_t i = 0; i < b->said_n; i++) {
        const struct entry *e = &b->p->entries[b->said[i]];
        const struct more *m = entry_more(b->p, e);
        if (e->kind != ENTRY_STATE || !who_has(&m->by, party) || e->from > t)
            continue;
        instant from = said_from(b->p, e);
        tri so = tri_of(str_eq(m->clause, word));
        if (from > t) {
            unsure = true;
        } else if (from >= last) {
            now = from == last && so != now ? MAYBE : so;
            last = from;
        }
    }
    return unsure ? MAYBE : now;
}

static tri state(const struct bench *b, const struct whether *x,
                 const struct condition *c, instant t)
{
    if (c->party >= 0)
        return in_state(b, c->party, c->word, t);
    if (x->subject->kind != SUBJECT_PARTY)
        return MAYBE; /* that party: of several */
    return in_state(b, x->subject->party, c->word, t);
}

/* Goes E on at T, told at least D before it started, if it is S's? */
static tri told_and_on(const struct bench *b, const struct subject *s,
                       const struct entry *e, struct duration d, instant t)
{
    const struct more *m = entry_more(b->p, e);
    tri on = event_goes_on(b->p, e, t);
    if (!on || !e->sometime)
        return tri_and(on, on ? told_before(b, s, e, e->from, d) : NO);
    /* the days on which it can have started, if it goes on now */
    instant today = day_opens(instant_day(t));
    instant last = today < m->until ? today : m->until - 1;
    instant first = m->ends_said || last < e->from ? e->from : last;
    tri early = told_before(b, s, e, first, d);
    tri late = told_before(b, s, e, last < e->from ? e->from : last, d);
    return tri_and(on, early == late ? early : MAYBE);
}

static tri notified(const struct bench *b, const struct whether *x,
                    const struct asked *a, instant t)
{
    tri any = NO;
    for (size_t i = 0; i < a->n; i++) {
        const struct notified *o = &a->list[i];
        if (o->claim >= 0 && !b->claim_known[o->claim])
            continue;
        tri so = told_and_on(b, x->subject, o->e, a->condition->ahead, t);
        any = tri_or(any, tri_and(so, o->counts));
    }
    return any;
}

static tri one(struct bench *b, const struct whether *x, const struct asked *a,
               instant t)
{
    const struct condition *c = a->condition;
    switch (c->fact) {
    case FACT_MEASURE: return measured(b, a, t);
    case FACT_KEPT: return is_kept(b, c->clause);
    case FACT_AGREED:
        return tri_of(agreed_to(b, x->clause, &c->who, t) == c->who.n);
    case FACT_STATE: return state(b, x, c, t);
    case FACT_TOLD: return notified(b, x, a, t);
    }
    return MAYBE;
}

tri whether_now(struct bench *b, const struct whether *x, instant t)
{
    tri all = YES;
    for (size_t i = 0; x && i < x->n; i++) {
        tri so = one(b, x, &x->asked[i], t);
        all = tri_and(all, x->asked[i].condition->unless ? tri_not(so) : so);
    }
    return all;
}

struct verdict_of under(tri holds, struct verdict_of v)
{
    if (holds == MAYBE && v.verdict == BROKEN) {
        v.verdict = UNDETERMINED;
        v.reason = REASON_CONDITION;
    }
    return v;
}
