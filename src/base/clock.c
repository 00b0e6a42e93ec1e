/* clock.c - see clock.h; the file of a time zone is read in tzif.c */
#include "base/clock.h"

enum { DAY = 86400, FARTHEST = 26 * 3600 /* from UTC, more than any clock */ };

static const struct ahead always[] = { { INT64_MIN, 0 } };
const struct clock clock_utc = { { "UTC", 3 }, always, 1 };

/* ---- seconds ------------------------------------------------------------ */

/* The stretch in which UTC lies. */
static size_t ahead_at(const struct clock *c, int64_t utc)
{
    size_t low = 0, high = c->n;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (c->at[mid].from <= utc)
            low = mid;
        else
            high = mid;
    }
    return low;
}

/* The first second of UTC at which the clock shows SHOWN (seconds since
 * 1970-01-01T00:00 of its own) or more. */
static int64_t first(const struct clock *c, int64_t shown, struct showing *how)
{
    int64_t found = INT64_MAX;
    *how = (struct showing){ 0 };
    for (size_t i = ahead_at(c, shown - FARTHEST);
         i < c->n && c->at[i].from <= shown + FARTHEST; i++) {
        int64_t from = c->at[i].from;
        int64_t until = i + 1 < c->n ? c->at[i + 1].from : INT64_MAX;
        int64_t then = shown - c->at[i].offset;
        if (then >= from && then < until) {
            how->offset[how->times > 0] = c->at[i].offset;
            how->times++;
        }
        if (found == INT64_MAX && then < until) {
            found = then > from ? then : from;
            how->offset[0] = how->offset[1] = c->at[i].offset;
            if (found == from && then < from)
                how->offset[0] = c->at[i - 1].offset;
        }
    }
    return found;
}

static int64_t opens(const struct clock *c, day d)
{
    struct showing how;
    return first(c, (int64_t)d * DAY, &how);
}

static day floor_day(int64_t seconds)
{
    return (day)(seconds / DAY - (seconds % DAY < 0));
}

/* ---- instants ----------------------------------------------------------- */

instant clock_from_utc(const struct clock *c, int64_t utc)
{
    if (utc == INSTANT_MIN || utc == INSTANT_MAX)
        return utc;
    day d = floor_day(utc + c->at[ahead_at(c, utc)].offset);
    while (opens(c, d + 1) <= utc) /* its date was there, and came again */
        d++;
    int64_t over = utc - opens(c, d);
    return day_opens(d) + (over < DAY_SECONDS ? over : DAY_SECONDS - 1);
}

int64_t clock_to_utc(const struct clock *c, instant t)
{
    if (t == INSTANT_MIN || t == INSTANT_MAX)
        return t;
    day d = instant_day(t);
    int64_t utc = opens(c, d) + (t - day_opens(d)), end = opens(c, d + 1);
    return utc < end ? utc : end;
}

struct wall clock_shows(const struct clock *c, instant t)
{
    int64_t utc = clock_to_utc(c, t);
    int32_t offset = c->at[ahead_at(c, utc)].offset;
    day d = floor_day(utc + offset);
    return (struct wall){ d, (int)(utc + offset - (int64_t)d * DAY), offset };
}

instant clock_first(const struct clock *c, day d, int64_t second)
{
    struct showing how;
    return clock_from_utc(c, first(c, (int64_t)d * DAY + second, &how));
}

instant clock_at(const struct clock *c, struct stamp s, struct showing *how)
{
    int64_t shown = (int64_t)s.day * DAY + s.second;
    if (!s.placed)
        return clock_from_utc(c, first(c, shown, how));
    *how = (struct showing){ 1, { s.offset, s.offset } };
    return clock_from_utc(c, shown - s.offset);
}

instant clock_plus(const struct clock *c, instant t, int64_t seconds)
{
    return clock_from_utc(c, clock_to_utc(c, t) + seconds);
}

int64_t clock_between(const struct clock *c, instant from, instant to)
{
    return clock_to_utc(c, to) - clock_to_utc(c, from);
}

int64_t clock_apart(const struct clock *c, instant from, instant to)
{
    instant t[] = { from, to };
    int64_t shown[2];
    for (int i = 0; i < 2; i++) {
        struct wall s = { .day = instant_day(t[i]) };
        if (t[i] != day_opens(s.day))
            s = clock_shows(c, t[i]);
        shown[i] = (int64_t)s.day * DAY + s.second;
    }
    return shown[1] - shown[0];
}

instant clock_on(const struct clock *c, instant t, day d)
{
    day was = instant_day(t);
    if (t == day_opens(was))
        return day_opens(d);
    struct wall s = clock_shows(c, t); /* its date may come once more */
    return clock_first(c, s.day + d - was, s.second);
}

/* ---- as text ------------------------------------------------------------ */

str clock_offset(struct arena *keep, int32_t offset)
{
    int s = offset < 0 ? -offset : offset;
    str text = str_fmt(keep, "%c%02d:%02d", offset < 0 ? '-' : '+', s / 3600,
                       s / 60 % 60);
    return s % 60 ? str_fmt(keep, "%.*s:%02d", STR(text), s % 60) : text;
}

str clock_text(struct arena *keep, const struct clock *c, instant t)
{
    if (t == INSTANT_MIN || t == INSTANT_MAX)
        return S("");
    if (t == day_opens(instant_day(t)))
        return day_text(keep, instant_day(t));
    struct wall s = clock_shows(c, t);
    str offset = c == &clock_utc ? S("Z") : clock_offset(keep, s.offset);
    return str_fmt(keep, "%.*sT%02d:%02d%.*s", STR(day_text(keep, s.day)),
                   s.second / 3600, s.second / 60 % 60, STR(offset));
}
