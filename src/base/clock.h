/* clock.h - the local time of one time zone, and instants on its calendar.
 *
 * An instant (day.h) lies on the calendar of one time zone: a day, and how
 * many of its seconds are over.  So all that counts days is plain arithmetic,
 * and the zone is asked only where an instant is read, where one is written,
 * and where minutes or hours are counted.  Two rules settle what a clock that
 * is put forward or back leaves open:
 *
 *   - day D begins when the zone's date is D or later for the first time,
 *     mostly at 00:00;
 *   - a time of day means the first moment at which the clock shows it or a
 *     later one: of two such hours the first, of a missing one the moment at
 *     which the clock was put forward.
 *
 * What a zone's clock shows is read from TZif bytes (RFC 8536, versions 1 to
 * 4); libc's time zone, a state of the whole process, is never touched.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/day.h"

/* From that second (of UTC, since 1970) on the clock is OFFSET seconds ahead
 * of UTC, until the next stretch. */
struct ahead {
    int64_t from;
    int32_t offset;
};

struct clock {
    str name;
    const struct ahead *at; /* rising; the first has always been */
    size_t n;
};

extern const struct clock clock_utc;

/* The clock that BYTES, a TZif file, tells of. false: *WRONG says what is
 * wrong with them. */
bool clock_read(struct arena *keep, str name, str bytes, struct clock *out,
                const char **wrong);

/* Seconds of UTC since 1970 and back; INSTANT_MIN and _MAX stay what they are.
 * What is beyond the end of its day (as DAY_SECONDS - 1 is) is its end. */
instant clock_from_utc(const struct clock *c, int64_t utc);
int64_t clock_to_utc(const struct clock *c, instant t);

/* What the clock shows. */
struct wall {
    day day;
    int second;     /* of the day */
    int32_t offset; /* ahead of UTC, seconds */
};
struct wall clock_shows(const struct clock *c, instant t);

/* The first moment at which the clock shows SECOND of day D, or later. */
instant clock_first(const struct clock *c, day d, int64_t second);

/* How often a clock shows a time, and with which offsets: the first and the
 * last; if never, those before and after it is put forward. */
struct showing {
    int times;
    int32_t offset[2];
};

/* The moment that is written so. With an offset, or `Z`, it is exact, and
 * shown once; else as clock_first(). */
instant clock_at(const struct clock *c, struct stamp s, struct showing *how);

/* SECONDS later, or earlier. */
instant clock_plus(const struct clock *c, instant t, int64_t seconds);
/* The same time of day D; of the beginning of a day, that of D. */
instant clock_on(const struct clock *c, instant t, day d);
/* How many seconds TO is later than FROM; and by what the clock shows: from
 * 14:30 to 14:30 are whole days. */
int64_t clock_between(const struct clock *c, instant from, instant to);
int64_t clock_apart(const struct clock *c, instant from, instant to);

/* "2022-03-01", if a day begins then, or "2022-03-01T14:30Z", or under another
 * time zone "2022-03-01T14:30+02:00"; "" for INSTANT_MIN and _MAX. */
str clock_text(struct arena *keep, const struct clock *c, instant t);
/* "+02:00", "-03:30", "+02:02:04" */
str clock_offset(struct arena *keep, int32_t offset);

#endif
