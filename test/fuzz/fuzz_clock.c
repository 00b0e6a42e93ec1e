/* fuzz_clock.c - any bytes as the file of a time zone: it is read or refused,
 * and then each question about it gets an answer that keeps clock.h's word:
 * what is turned from UTC and back is the same, days follow each other, and
 * what comes later does not come earlier on the calendar.
 */
#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "fuzz_clock: broken promise: %s\n", what);
    abort();
}

static void ask(struct arena *keep, const struct clock *c, int64_t utc)
{
    instant t = clock_from_utc(c, utc), next = clock_from_utc(c, utc + 3600);
    struct wall w = clock_shows(c, t);
    struct showing how;
    day d = (day)instant_day(t);
    must(next >= t, "later is not earlier");
    must(clock_to_utc(c, day_opens(d)) <= utc, "a day has begun in it");
    must(clock_to_utc(c, day_opens(d + 1)) > utc, "and has not ended");
    /* a day of over 48 hours (no zone had one) is cut short */
    if (t - day_opens(d) < DAY_SECONDS - 1)
        must(clock_to_utc(c, t) == utc, "there and back");
    must(w.second >= 0 && w.second < 86400, "seconds of a day");
    clock_at(c, (struct stamp){ .day = w.day, .second = w.second }, &how);
    must(how.times > 0, "what it shows, it shows");
    clock_on(c, t, d + 1);
    clock_text(keep, c, clock_plus(c, t, -5400));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = arena_new((size_t)64 << 20);
    struct clock c;
    const char *wrong = "";
    if (clock_read(&keep, S("it"), (str){ (const char *)data, size }, &c,
                   &wrong)) {
        for (size_t i = 1; i < c.n; i += 1 + c.n / 40) {
            must(c.at[i].from > c.at[i - 1].from, "rising");
            ask(&keep, &c, c.at[i].from - 1);
            ask(&keep, &c, c.at[i].from);
        }
        for (int64_t utc = -62000000000; utc < 253000000000; utc += 5000000000)
            ask(&keep, &c, utc);
    } else {
        must(*wrong, "a refusal says why");
    }
    arena_free(&keep);
    return 0;
}
