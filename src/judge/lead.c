/* lead.c - how long before (or after) it has to be told; see lead.h */
#include "judge/lead.h"

static bool for_this(const struct telling *t, const struct clause *c)
{
    for (size_t i = 0; i < t->under_n; i++)
        if (str_eq(t->under[i], c->id))
            return true;
    return !t->under_n;
}

static bool in_days(const struct notice *n)
{
    return n->lead == LEAD_START || n->lead == LEAD_BY ||
           n->ahead.unit >= DAYS;
}

/* From telling to start, in days or hours; after the event, from start to
 * telling. */
static qty lead_of(const struct bench *b, const struct notice *n,
                   instant start, const struct telling *t)
{
    int64_t sign = n->lead == LEAD_AFTER ? -1 : 1;
    if (in_days(n))
        return qty_int(sign *
                       ((int64_t)instant_day(start) - instant_day(t->at)));
    instant told = t->at + (t->dated ? DAY_SECONDS : 0);
    return qty_ratio(sign * clock_between(b->p->clock, told, start), 3600);
}

/* When what starts at START has to be told, at the latest; in days, some
 * moment of the last one. false: beyond all years. */
static bool last_for(const struct bench *b, const struct notice *n,
                     instant start, bool dated, instant *due)
{
    *due = start;
    if (n->lead == LEAD_START)
        return true;
    if (n->lead == LEAD_BY) {
        int64_t year = day_civil(instant_day(start)).year - n->ahead.n;
        *due = day_opens(in_year(year > 1 ? (int)year : 1, n->by));
        return true;
    }
    int sign = n->lead == LEAD_AFTER ? 1 : -1;
    return duration_add(b->p, start, dated, n->ahead, sign, due);
}

static bool in_time(const struct bench *b, const struct notice *n, bool dated,
                    instant start, const struct telling *t)
{
    instant due;
    if (!last_for(b, n, start, dated, &due))
        return false;
    if (in_days(n))
        return instant_day(t->at) <= instant_day(due);
    bool after = n->lead == LEAD_AFTER;
    return t->at + (t->dated && !after ? DAY_SECONDS : 0) <= due;
}

/* It starts at most so long after the day that was told last. */
static enum answer after_day(const struct bench *b, const struct clause *c,
                             const struct notice *n, const struct entry *e,
                             instant start, qty *late)
{
    const struct more *m = entry_more(b->p, e);
    const struct telling *last = NULL;
    bool not_told = false;
    instant until;
    *late = QTY_NONE;
    for (size_t i = 0; i < m->tellings_n; i++) {
        const struct telling *t = &m->tellings[i];
        if (!for_this(t, c))
            continue;
        not_told = not_told || t->told == TOLD_NOT;
        if (t->told == TOLD_UNJUDGED)
            return TOLD_SOMETIME;
        if (t->told == TOLD_AT && t->at < b->close &&
            (!last || t->at > last->at))
            last = t;
    }
    if (!last)
        return not_told ? NOT_TOLD : UNSAID;
    if (!last->day_said)
        return NO_DAY;
    *late =
        in_days(n)
            ? qty_int((int64_t)instant_day(start) - instant_day(last->day))
            : qty_ratio(clock_between(b->p->clock, last->day, start), 3600);
    if (!duration_add(b->p, last->day, true, n->ahead, 1, &until))
        return IN_TIME; /* beyond all years */
    bool in =
        in_days(n) ? instant_day(start) <= instant_day(until) : start <= until;
    return in ? IN_TIME : TOO_LATE;
}

enum answer lead_answer(const struct bench *b, const struct clause *c,
                        const struct notice *n, const struct entry *e,
                        instant start, qty *lead)
{
    const struct more *m = entry_more(b->p, e);
    enum answer best = UNSAID;
    instant earliest = INSTANT_MAX;
    if (n->lead == LEAD_TOLD)
        return after_day(b, c, n, e, start, lead);
    *lead = QTY_NONE;
    for (size_t i = 0; i < m->tellings_n; i++) {
        const struct telling *t = &m->tellings[i];
        if (!for_this(t, c) || (t->told == TOLD_AT && t->at >= b->close))
            continue;
        enum answer one = t->told == TOLD_NOT                 ? NOT_TOLD
                          : t->told == TOLD_UNJUDGED          ? TOLD_SOMETIME
                          : in_time(b, n, e->dated, start, t) ? IN_TIME
                                                              : TOO_LATE;
        if (one > best ||
            (one == best && (t->told != TOLD_AT || t->at >= earliest)))
            continue;
        best = one;
        if (t->told != TOLD_AT)
            continue;
        earliest = t->at;
        *lead = lead_of(b, n, start, t);
    }
    return best;
}

/* Until when it can be told, exclusive. */
static bool told_until(const struct bench *b, const struct notice *n,
                       instant start, bool dated, instant *until)
{
    if (!last_for(b, n, start, dated, until))
        return false;
    if (in_days(n))
        *until = day_opens(instant_day(*until)) + DAY_SECONDS - 1;
    return true;
}

bool lead_before(const struct bench *b, const struct notice *n,
                 const struct entry *e, instant from)
{
    instant until;
    return (n->lead == LEAD_BEFORE || n->lead == LEAD_BY) &&
           from != INSTANT_MIN &&
           told_until(b, n, e->from, e->dated, &until) && until < from;
}

bool lead_left(const struct bench *b, const struct notice *n,
               const struct entry *e, instant start)
{
    instant until;
    return n->lead == LEAD_AFTER &&
           told_until(b, n, start, e->dated, &until) && until >= b->close;
}

void lead_allowed(const struct notice *n, struct row *r)
{
    static const int64_t per[] = { 1, 1, 1, 7 };
    bool start = n->lead == LEAD_START;
    r->unit = in_days(n) ? S("days") : S("hours");
    bool after = n->lead == LEAD_AFTER || n->lead == LEAD_TOLD;
    r->relation = after ? AT_MOST : AT_LEAST;
    r->has_allowed = start || (n->lead != LEAD_BY && n->ahead.unit < MONTHS);
    r->allowed = start                      ? qty_int(0)
                 : n->ahead.unit == MINUTES ? qty_ratio(n->ahead.n, 60)
                 : n->ahead.unit < MONTHS
                     ? qty_int(n->ahead.n * per[n->ahead.unit])
                     : qty_int(0);
}
