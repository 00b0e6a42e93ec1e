/* day.h - civil dates and instants in the proleptic Gregorian calendar.
 *
 * An instant is a day of the pact's time zone and how many of its seconds are
 * over (no leap seconds), as one integer: days are DAY_SECONDS apart, more
 * than the longest day has, since one on which the clock is put back has 25
 * hours, and at a date line 48.  So a day is [day_opens(D), day_opens(D + 1))
 * whatever the zone; what has to do with clocks is in clock.h.  Dates run from
 * year 1 to 9999.
 * Algorithm: days_from_civil, Howard Hinnant, "chrono-Compatible Low-Level
 * Date Algorithms".
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include "base/str.h"

typedef int64_t instant; /* see above */
typedef int32_t day;     /* days since 1970-01-01 */

#define INSTANT_MIN INT64_MIN
#define INSTANT_MAX INT64_MAX
#define DAY_SECONDS 172800 /* kept free for each */

struct civil {
    int year, month, day;
};

day day_of(struct civil c); /* precondition: a real date */
struct civil day_civil(day d);
bool civil_real(struct civil c); /* year 1..9999, month, day in range */
int month_days(int year, int month);

instant day_opens(day d);   /* its first second */
day instant_day(instant t); /* the day that holds T (floor) */

str day_text(struct arena *keep, day d); /* "2022-03-01" */

/* Read exactly YYYY-MM-DD; false if S is not of that shape or no real date
 * (then *SHAPE tells which: true if the shape was right). */
bool day_read(str s, day *out, bool *shape);

/* A moment as it is written: what a clock shows, and perhaps which clock. */
struct stamp {
    day day;
    int second, offset; /* of the day; ahead of UTC, if PLACED */
    bool placed;        /* by `Z` or an offset */
};

/* Read YYYY-MM-DDThh:mm, alone or with Z or an offset such as +02:00. */
bool stamp_read(str s, struct stamp *out, bool *shape);

/* N months after C. false where the month has no such day; then *CLAMP is
 * its last day and *NEXT the first of the month after. */
bool day_months(day from, int n, day *out, day *clamp, day *next);

#endif
