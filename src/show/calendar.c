/* calendar.c - what falls due, as iCalendar (RFC 5545)
 *
 * Nothing of it hangs on the clock: DTSTAMP is the day of the answer.  A UID
 * is made of what falls due and not of when, so that a program that reads the
 * file again moves an event whose date has moved.
 */
#include "show/due.h"

enum { OCTETS = 75 }; /* of a line, its end not counted (3.1) */

/* A line, folded between characters. */
static void line(struct buf *out, str s)
{
    size_t used = 0;
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        str_rune(s, &i);
        if (used + (i - from) > OCTETS) {
            buf_z(out, "\r\n ");
            used = 1;
        }
        buf_add(out, str_cut(s, from, i));
        used += i - from;
    }
    buf_z(out, "\r\n");
}

/* TEXT of 3.3.11. */
static str escaped(struct arena *keep, str s)
{
    struct buf b = { .keep = keep };
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '\\' || s.at[i] == ';' || s.at[i] == ',')
            buf_char(&b, '\\');
        if (s.at[i] == '\n')
            buf_z(&b, "\\n");
        else
            buf_char(&b, s.at[i]);
    }
    return buf_str(&b);
}

/* In UTC, as calendars have it. */
static str stamp(const struct run *run, instant t)
{
    int64_t utc = clock_to_utc(run->p->clock, t);
    struct wall x = clock_shows(&clock_utc, clock_from_utc(&clock_utc, utc));
    struct civil c = day_civil(x.day);
    return str_fmt(run->keep, "%04d%02d%02dT%02d%02d%02dZ", c.year, c.month,
                   c.day, x.second / 3600, x.second / 60 % 60, x.second % 60);
}

static str date(struct arena *k, instant t)
{
    struct civil c = day_civil(instant_day(t));
    return str_fmt(k, "%04d%02d%02d", c.year, c.month, c.day);
}

static void when(struct buf *out, const struct run *run, const struct due *x)
{
    struct arena *k = run->keep;
    if (x->at != day_opens(instant_day(x->at))) {
        line(out, str_fmt(k, "DTSTART:%.*s", STR(stamp(run, x->at))));
        return;
    }
    str from = date(k, x->at), to = date(k, x->at + DAY_SECONDS);
    line(out, str_fmt(k, "DTSTART;VALUE=DATE:%.*s", STR(from)));
    line(out, str_fmt(k, "DTEND;VALUE=DATE:%.*s", STR(to)));
}

/* The figures of a row change from day to day, and stay out of it. SAME: how
 * many of the same came before. */
static str key(const struct run *run, const struct due *x, size_t same)
{
    struct arena *k = run->keep;
    bool entry = x->kind == DUE_CONSENT || x->kind == DUE_TOLD;
    return str_fmt(k, "%.*s|%s|%.*s|%d|%.*s|%.*s|%zu", STR(run->p->title),
                   due_word(x->kind), STR(x->clause ? x->clause->id : S("")),
                   x->line, STR(x->who), STR(entry ? x->text : S("")), same);
}

static str uid(const struct run *run, const struct dues *v, size_t i)
{
    struct arena *k = run->keep;
    size_t same = 0;
    for (size_t m = 0; m < i; m++)
        same += str_eq(key(run, &v->at[m], 0), key(run, &v->at[i], 0));
    str s = key(run, &v->at[i], same);
    return str_fmt(k, "%016llx%016llx@detente",
                   (unsigned long long)str_hash(s),
                   (unsigned long long)str_hash(str_fmt(k, "%.*s|", STR(s))));
}

void calendar(struct buf *out, const struct dues *v)
{
    const struct run *run = v->run;
    struct arena *k = run->keep;
    str as_of = stamp(run, run->close - DAY_SECONDS);
    str what_if =
        run->p->scenario.len
            ? str_fmt(k, " In the scenario \"%.*s\".", STR(run->p->scenario))
            : S("");
    if (run->p->overlays_n)
        what_if = str_fmt(k, "%.*s A what-if: with overlays.", STR(what_if));
    line(out, S("BEGIN:VCALENDAR"));
    line(out, S("VERSION:2.0"));
    line(out,
         str_fmt(k, "PRODID:-//detente//detente %.*s//EN", STR(run->version)));
    line(out, S("CALSCALE:GREGORIAN"));
    for (size_t i = 0; i < v->n; i++) {
        const struct due *x = &v->at[i];
        str what = str_fmt(k, "%s%.*s", x->overdue ? "overdue: " : "",
                           STR(due_what(run, x)));
        str more = str_fmt(k, "%.*s. On the figures given, as of %.*s.%.*s",
                           STR(run->p->title),
                           STR(day_text(k, instant_day(run->close - 1))),
                           STR(what_if));
        line(out, S("BEGIN:VEVENT"));
        line(out, str_fmt(k, "UID:%.*s", STR(uid(run, v, i))));
        line(out, str_fmt(k, "DTSTAMP:%.*s", STR(as_of)));
        when(out, run, x);
        line(out, str_fmt(k, "SUMMARY:%.*s", STR(escaped(k, what))));
        line(out, str_fmt(k, "DESCRIPTION:%.*s", STR(escaped(k, more))));
        line(out, S("TRANSP:TRANSPARENT"));
        line(out, S("END:VEVENT"));
    }
    line(out, S("END:VCALENDAR"));
}
