/* fuzz_boundaries.c - any bytes as the packaged boundaries: nothing in the
 * file is believed, so whatever it holds, zones are made or refused, and
 * each question gets one of its answers.
 */
#include "geo/geo.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define COUNT(A) (sizeof(A) / sizeof *(A))

static void must(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "fuzz_boundaries: broken promise: %s\n", what);
    abort();
}

/* Codes and names of the seeds, and some that nothing bears. */
static const char *const codes[] = { "AA", "BBB", "CC", "UA", "" };
static const char *const names[] = { "West",  "North, AA", "Twice",
                                     "Twyce", "Twice, bb", "" };

static const struct geo_point points[] = {
    { 5, 5 }, { 10, 10 }, { 0, 180 }, { -90, 0 }
};

struct zones {
    const struct geo_zone *at[32];
    size_t n;
};

static void keep_zone(struct zones *z, const struct geo_zone *x)
{
    if (x && z->n < COUNT(z->at))
        z->at[z->n++] = x;
}

static void make(struct geo *g, struct zones *z)
{
    size_t found, n;
    str other[3];
    for (size_t i = 0; i < COUNT(codes); i++)
        keep_zone(z, geo_country(g, str_of(codes[i])));
    for (size_t i = 0; i < COUNT(names); i++) {
        const struct geo_zone *x =
            geo_area(g, str_of(names[i]), &found, other, COUNT(other), &n);
        must(n <= COUNT(other) && (!x || (found == 1 && !n)),
             "an area is one, or others are named");
        keep_zone(z, x);
    }
    size_t leaves = z->n;
    for (size_t i = 0; i + 1 < leaves; i++) {
        keep_zone(z, geo_or(g, z->at[i], geo_not(g, z->at[i + 1])));
        keep_zone(z, geo_and(g, z->at[i], z->at[i + 1]));
    }
    if (leaves)
        keep_zone(z, geo_within(g, 50e3, z->at[0]));
}

static void ask_at(struct geo *g, const struct geo_zone *z, struct geo_point p)
{
    double low, high;
    tri exact = geo_at(g, z, p, 0), rough = geo_at(g, z, p, 1e5);
    must(rough == MAYBE || exact == MAYBE || rough == exact,
         "what is sure roughly is so exactly");
    geo_distance(g, z, p, &low, &high);
    must(low >= 0 && low <= high, "a distance lies between its ends");
}

static void ask(struct geo *g, const struct zones *z)
{
    struct geo_point middle;
    for (size_t i = 0; i < z->n; i++) {
        for (size_t k = 0; k < COUNT(points); k++)
            ask_at(g, z->at[i], points[k]);
        if (geo_middle(g, z->at[i], &middle)) {
            must(fabs(middle.lat) <= 90 && isfinite(middle.lon),
                 "a middle is on the Earth");
            ask_at(g, z->at[i], middle);
        }
        geo_empty(g, z->at[i]);
        geo_crosses(g, z->at[i], points[0], points[1]);
    }
    for (size_t i = 0; i + 1 < z->n; i++)
        geo_inside(g, z->at[i], z->at[i + 1]);
    if (z->n)
        must(geo_covered(g, z->at[0], z->at, z->n), "all cover each");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = arena_new((size_t)1 << 30);
    struct zones z = { .n = 0 };
    str bytes = { (const char *)data, size };
    arena_tight(size % 2 == 0);
    struct geo *g = geo_new(&keep, &bytes);
    geo_boundaries_name(g);
    geo_boundaries_sha256(g);
    make(g, &z);
    ask(g, &z);
    arena_free(&keep);
    return 0;
}
