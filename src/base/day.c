/* day.c - see day.h */
#include "base/day.h"

#include <assert.h>

static bool leap(int y)
{
    return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

int month_days(int year, int month)
{
    static const int n[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return month == 2 && leap(year) ? 29 : n[month - 1];
}

bool civil_real(struct civil c)
{
    return c.year >= 1 && c.year <= 9999 && c.month >= 1 && c.month <= 12 &&
           c.day >= 1 && c.day <= month_days(c.year, c.month);
}

/* Years run from March, so that the leap day is the last of its year. */
day day_of(struct civil c)
{
    assert(civil_real(c));
    int y = c.month <= 2 ? c.year - 1 : c.year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int yoe = y - era * 400;
    int doy = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

struct civil day_civil(day d)
{
    int z = d + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int month = mp + (mp < 10 ? 3 : -9);
    return (struct civil){ yoe + era * 400 + (month <= 2), month,
                           doy - (153 * mp + 2) / 5 + 1 };
}

instant day_opens(day d)
{
    return (instant)d * DAY_SECONDS;
}

day instant_day(instant t)
{
    instant q = t / DAY_SECONDS;
    return (day)(q - (t % DAY_SECONDS < 0));
}

str day_text(struct arena *keep, day d)
{
    struct civil c = day_civil(d);
    return str_fmt(keep, "%04d-%02d-%02d", c.year, c.month, c.day);
}

/* N digits of S at AT as a number, or -1. */
static int digits(str s, size_t at, size_t n)
{
    int v = 0;
    for (size_t i = at; i < at + n; i++) {
        if (i >= s.len || s.at[i] < '0' || s.at[i] > '9')
            return -1;
        v = v * 10 + (s.at[i] - '0');
    }
    return v;
}

bool day_read(str s, day *out, bool *shape)
{
    *shape = false;
    if (s.len != 10 || s.at[4] != '-' || s.at[7] != '-')
        return false;
    struct civil c = { digits(s, 0, 4), digits(s, 5, 2), digits(s, 8, 2) };
    *shape = c.year >= 0 && c.month >= 0 && c.day >= 0;
    if (!*shape || !civil_real(c))
        return false;
    *out = day_of(c);
    return true;
}

/* "+02:00" behind an instant; false: it is not of that shape. */
static bool offset_read(str s, int *out)
{
    int h = digits(s, 1, 2), m = digits(s, 4, 2);
    if (s.len != 6 || (s.at[0] != '+' && s.at[0] != '-') || s.at[3] != ':' ||
        h < 0 || h > 26 || m < 0 || m > 59)
        return false;
    *out = (h * 3600 + m * 60) * (s.at[0] == '-' ? -1 : 1);
    return true;
}

bool stamp_read(str s, struct stamp *out, bool *shape)
{
    day d = 0;
    bool day_shape;
    str behind = str_cut(s, 16, s.len);
    int h = digits(s, 11, 2), m = digits(s, 14, 2);
    bool real = day_read(str_cut(s, 0, 10), &d, &day_shape);
    *out = (struct stamp){ .day = d, .second = h * 3600 + m * 60 };
    out->placed = str_eq(behind, S("Z")) || offset_read(behind, &out->offset);
    *shape = day_shape && (!behind.len || out->placed) && s.at[10] == 'T' &&
             s.at[13] == ':' && h >= 0 && m >= 0;
    return *shape && real && h <= 23 && m <= 59;
}

bool day_months(day from, int n, day *out, day *clamp, day *next)
{
    struct civil c = day_civil(from);
    int m = c.year * 12 + c.month - 1 + n;
    struct civil to = { m / 12, m % 12 + 1, c.day };
    if (to.year < 1 || to.year > 9999)
        return false;
    int last = month_days(to.year, to.month);
    *clamp = day_of((struct civil){ to.year, to.month, last });
    *next = *clamp + 1;
    if (c.day > last)
        return false;
    *out = day_of(to);
    return true;
}
