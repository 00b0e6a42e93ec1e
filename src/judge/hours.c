/* hours.c - hours of the day, and events in them; docs/judging.md, section 8
 */
#include "judge/own.h"

/* Does [FROM, UNTIL), or the moment that both are, meet the hours of a day? */
static bool meets(const struct bench *b, const struct hours *h, instant from,
                  instant until)
{
    if (until - from >= 3 * (int64_t)DAY_SECONDS)
        return true;                 /* a whole day and its night */
    bool over = h->until <= h->from; /* midnight */
    for (day d = (day)instant_day(from) - 1; day_opens(d) <= until; d++) {
        instant a = clock_first(b->p->clock, d, h->from * (int64_t)60);
        instant z = clock_first(b->p->clock, d + over, h->until * (int64_t)60);
        if (from < z && (a < until || (a <= from && from == until)))
            return true;
    }
    return false;
}

/* A day alone, as beginning or end, may mean any moment of it. */
tri in_hours(const struct bench *b, const struct hours *h,
             const struct entry *e)
{
    const struct more *m = entry_more(b->p, e);
    if (!h->said)
        return YES;
    bool by_day = e->dated || e->sometime;
    instant last = by_day ? entry_until(b->p, e) : e->from; /* it began */
    instant ends = m->ends_said ? m->goes_on : last;
    instant over = ends; /* the earliest end */
    if (m->ends_said && ends == day_opens(instant_day(ends)))
        over -= DAY_SECONDS;
    if (over < last)
        over = last;
    bool sure = over > last || !by_day ? meets(b, h, last, over) : false;
    return sure ? YES : meets(b, h, e->from, ends) ? MAYBE : NO;
}
