/* clock.c - what a time zone's clock says, for test/clocks.py
 *
 *   clock FILE < questions
 *
 * A question a line, an answer a line:
 *
 *   day D        the second of UTC at which day D (since 1970-01-01) opens
 *   is U         the day in which second U lies, and how many of its seconds
 *                are over; what the clock shows: day, second, offset
 *   first D S    the second of UTC at which it shows second S of day D, or
 *                more, and how often it shows just that, with which offsets
 *   back U       U on the calendar, and back
 */
#include "base/clock.h"
#include "base/os.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static void answer(const struct clock *c, const char *line)
{
    long long a, b;
    if (sscanf(line, "day %lld", &a) == 1) {
        printf("%" PRId64 "\n", clock_to_utc(c, day_opens((day)a)));
    } else if (sscanf(line, "is %lld", &a) == 1) {
        instant t = clock_from_utc(c, a);
        struct wall w = clock_shows(c, t);
        printf("%d %" PRId64 " %d %d %d\n", (int)instant_day(t),
               t - day_opens((day)instant_day(t)), (int)w.day, w.second,
               w.offset);
    } else if (sscanf(line, "first %lld %lld", &a, &b) == 2) {
        struct showing how;
        struct stamp s = { .day = (day)a, .second = (int)b };
        instant t = clock_at(c, s, &how);
        printf("%" PRId64 " %d %d %d\n", clock_to_utc(c, t), how.times,
               how.offset[0], how.offset[1]);
    } else if (sscanf(line, "back %lld", &a) == 1) {
        printf("%" PRId64 "\n", clock_to_utc(c, clock_from_utc(c, a)));
    } else {
        puts("?");
    }
}

int main(int argc, char **argv)
{
    struct arena keep = arena_new((size_t)64 << 20);
    struct os os = os_real();
    struct clock clock;
    const char *wrong = "";
    char line[200];
    str bytes;
    if (argc != 2)
        return 2;
    fault f = os.read(os.self, &keep, str_of(argv[1]), &bytes);
    if (f || !clock_read(&keep, S("it"), bytes, &clock, &wrong)) {
        puts(f ? "cannot be read" : wrong);
        return 1;
    }
    while (fgets(line, sizeof line, stdin))
        answer(&clock, line);
    arena_free(&keep);
    return 0;
}
