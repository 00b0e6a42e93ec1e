/* day.h - civil dates and instants in the proleptic Gregorian calendar.
 *
 * An instant is whole seconds since 1970-01-01T00:00Z, no leap seconds
 * (POSIX).  A day is the half-open stretch [D 00:00, D+1 00:00) of the
 * pact's time zone; dates run from year 1 to 9999.
 * Algorithm: days_from_civil, Howard Hinnant, "chrono-Compatible Low-Level
 * Date Algorithms".
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include "base/str.h"

typedef int64_t instant; /* seconds */
typedef int32_t day;     /* days since 1970-01-01 */

#define INSTANT_MIN INT64_MIN
#define INSTANT_MAX INT64_MAX
#define DAY_SECONDS 86400

struct civil {
    int year, month, day;
};

day day_of(struct civil c); /* precondition: a real date */
struct civil day_civil(day d);
bool civil_real(struct civil c); /* year 1..9999, month, day in range */
int month_days(int year, int month);

instant day_opens(day d);   /* its first second */
day instant_day(instant t); /* the day that holds T (floor) */

/* "2022-03-01" or, unless midnight, "2022-03-01T14:30Z"; "" at the ends. */
str day_text(struct arena *keep, day d);
str instant_text(struct arena *keep, instant t);

/* Read exactly YYYY-MM-DD; false if S is not of that shape or no real date
 * (then *SHAPE tells which: true if the shape was right). */
bool day_read(str s, day *out, bool *shape);
/* Read YYYY-MM-DDThh:mm[Z]. */
bool instant_read(str s, instant *out, bool *zulu, bool *shape);

/* N months after C. false where the month has no such day; then *CLAMP is
 * its last day and *NEXT the first of the month after. */
bool day_months(day from, int n, day *out, day *clamp, day *next);

#endif
