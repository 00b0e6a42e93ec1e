/* fuzz_places.c - any bytes as a file of places: nothing in it is believed.
 *
 * A pact takes an area and a line from it, by several choices.  Whatever the
 * file holds, it is read or refused; what is read can be judged.
 */
#include "door.h"
#include "os_fake.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const pacts[] = {
    "zone z = area from \"f.json\"\n",
    "zone z = line from \"f.json\"\n",
    "zone z = area from \"f.json\" where zone = \"A\"\n",
    "zone z = line from \"f.json\" where no = \"5\" and b = \"true\"\n",
};

static const char rest[] = "party AA \"Ardenia\"\nitem tank\n"
                           "site spot 5 N 5 E accurate to 5 km\n"
                           "limit 1\n  no tank of AA within 5 km of z\n"
                           "2022-01-01 hold AA at spot\n  5 tank\n";

static void must(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "fuzz_places: broken promise: %s\n", what);
    abort();
}

static void run(struct fake *f)
{
    static const char *const files[] = { "a.pact" };
    dt_text t;
    dt *d = dt_new_on(fake_os(f));
    if (!d)
        exit(1);
    dt_end end = dt_read(d, files, 1);
    must(end == DT_OK || end == DT_WRONG, "the file is read or refused");
    dt_messages(d, DT_WARNINGS, &t);
    must(end == DT_OK || t.length, "what is refused is told");
    if (end == DT_OK)
        must(dt_judge(d, NULL) == DT_OK && dt_status(d, DT_JSON, &t) == DT_OK,
             "what was read can be judged");
    dt_free(d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = arena_new((size_t)1 << 30);
    arena_tight(size % 2 == 0);
    for (size_t i = 0; i < sizeof pacts / sizeof *pacts; i++) {
        struct fake f;
        fake_init(&f, &keep);
        fake_put(&f, S("f.json"), (str){ (const char *)data, size });
        fake_put(&f, S("a.pact"), str_fmt(&keep, "%s%s", pacts[i], rest));
        run(&f);
    }
    arena_free(&keep);
    return 0;
}
