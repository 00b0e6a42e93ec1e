/* distance_test.c - distances against walking along every edge */
#include "some.h"

static double distance(const struct geo_zone *z, struct geo_point p)
{
    double low, high;
    geo_distance(z->geo, z, p, &low, &high);
    CHECK(low <= high && low >= 0);
    return (low + high) / 2;
}

TEST(rings_are_as_far_as_all_their_sides_say)
{
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = any_point(&r);
        double size = pow(10, between(&r, 1, 6.4));
        const struct geo_zone *z = any_ring(g, &r, middle, size);
        for (int i = 0; i < 3; i++) {
            struct geo_point p =
                i < 2 ? near_point(&r, middle, 3 * size) : any_point(&r);
            double slow = slow_distance(zone_shape(z), p);
            if (geo_at(g, z, p, 0) == YES)
                CHECK_SEED(distance(z, p) <= 0, seed);
            else
                CHECK_SEED(fabs(distance(z, p) - slow) <= 2e-6, seed);
            CHECK_SEED(fabs(shape_distance(zone_shape(z), p, INFINITY, NULL) -
                            slow) <= 2e-6,
                       seed);
        }
        arena_back(keep, m);
    }
}

TEST(countries_are_as_far_as_all_their_edges_say)
{
    static const char *const codes[] = { "PL", "UA", "NO", "FJ", "AQ" };
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct rng r = { seed };
        const struct geo_zone *z = country(codes[seed % COUNT(codes)]);
        struct geo_point p = any_point(&r);
        if (seed % 2)
            p = near_point(&r, (struct geo_point){ 52, 22 }, 2e6);
        double slow = slow_distance(zone_shape(z), p);
        CHECK_SEED(fabs(shape_distance(zone_shape(z), p, INFINITY, NULL) -
                        slow) <= 2e-6,
                   seed);
    }
}

/* The tree against every piece. */
struct seen {
    struct walk walk;
    size_t n;
};

static bool count(struct walk *w, const struct part *piece, double low)
{
    double t;
    if (part_distance(piece, w->p, &t) <= w->limit)
        ((struct seen *)w)->n++;
    (void)low;
    return true;
}

static bool stay(struct walk *w, const struct part *piece, double low)
{
    (void)w, (void)piece, (void)low;
    return true;
}

TEST(the_tree_sees_all_that_is_near)
{
    const struct shape *s = zone_shape(country("EE"));
    struct walk all = { .limit = 2 * FARTHEST, .see = stay };
    shape_walk(s, &all); /* all corners are in space now */
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct rng r = { seed };
        struct geo_point p =
            near_point(&r, (struct geo_point){ 58.5, 25 }, 300e3);
        struct seen w = { .walk = { .p = p, .see = count } };
        w.walk.limit = pow(10, between(&r, 3, 5));
        shape_walk(s, &w.walk);
        size_t n = 0;
        double t;
        for (uint32_t i = 0; i < shape_parts(s); i++) {
            const struct shape *arc = shape_part(s, i);
            for (uint32_t j = 0; j + 1 < arc->run->n; j++) {
                struct part part = { arc, arc->run, j, 0, 1 };
                n += part_distance(&part, p, &t) <= w.walk.limit;
            }
        }
        CHECK_SEED(w.n == n, seed);
    }
}

TEST(exactly_at_its_length_a_distance_ends)
{
    struct geo *g = geo_new(keep, NULL);
    for (uint64_t seed = 1; seed <= 100; seed++) {
        struct rng r = { seed };
        struct geo_point p = any_point(&r);
        double d = round(pow(10, between(&r, 2, 6.8)));
        struct geo_point q = geo_off(p, between(&r, 0, 360), d);
        const struct geo_zone *dot = geo_dot(g, p, 0);
        CHECK_SEED(geo_at(g, geo_within(g, d, dot), q, 0) == YES, seed);
        CHECK_SEED(geo_at(g, geo_nearer(g, d, dot), q, 0) == NO, seed);
        CHECK_SEED(geo_at(g, geo_not(g, geo_within(g, d, dot)), q, 0) == NO,
                   seed);
        CHECK_SEED(geo_at(g, geo_within(g, d - 1e-3, dot), q, 0) == NO, seed);
        CHECK_SEED(geo_at(g, geo_nearer(g, d + 1e-3, dot), q, 0) == YES, seed);
        CHECK_SEED(distance(geo_within(g, d - 10, dot), q) > 10 - 1e-5 &&
                       distance(geo_within(g, d - 10, dot), q) < 10 + 1e-5,
                   seed);
    }
}

/* A zone cut out of others, against points of it found by chance and points
 * on a fine star of ways to it. */
static const struct geo_zone *any_cut(struct geo *g, struct rng *r,
                                      struct geo_point middle)
{
    const struct geo_zone *a = any_ring(g, r, near_point(r, middle, 1e5), 2e5);
    const struct geo_zone *b = any_ring(g, r, near_point(r, middle, 1e5), 2e5);
    const struct geo_zone *c = any_ring(g, r, near_point(r, middle, 1e5), 1e5);
    switch (rng_below(r, 5)) {
    case 0: return geo_and(g, a, b);
    case 1: return geo_and(g, a, geo_not(g, b));
    case 2: return geo_or(g, geo_and(g, a, geo_not(g, b)), c);
    case 3: return geo_and(g, geo_or(g, a, b), geo_not(g, c));
    default: return geo_and(g, geo_within(g, 5e4, c), geo_not(g, a));
    }
}

TEST(distances_to_what_is_cut_out_are_bounds)
{
    size_t tight = 0, all = 0;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = any_point(&r);
        const struct geo_zone *z = any_cut(g, &r, middle);
        struct geo_point p = near_point(&r, middle, 5e5);
        double low, high, found = INFINITY;
        geo_distance(g, z, p, &low, &high);
        for (int i = 0; i < 1500; i++) {
            struct geo_point q = near_point(&r, middle, 4e5);
            if (geo_metres(p, q) < found && geo_at(g, z, q, 0) == YES)
                found = geo_metres(p, q);
        }
        CHECK_SEED(low <= high && low <= found + 1e-5, seed);
        if (!isinf(high) && high > 0) {
            /* something of the zone is in the disc that HIGH draws */
            bool any = false;
            for (int i = 0; i < 20000 && !any; i++) {
                struct geo_point q =
                    geo_off(p, between(&r, 0, 360), high + 2000);
                any = geo_at(g, z, q, 0) == YES || found <= high + 2000;
            }
            CHECK_SEED(any, seed);
            all++;
            tight += high - low < 1;
        }
        arena_back(keep, m);
    }
    CHECK(tight * 10 >= all * 7);
}

TEST(a_hole_that_is_filled_again_leaves_no_edge)
{
    struct geo *g = the_geo();
    struct geo_point p[] = { { 49, 30 }, { 50, 30 }, { 50, 32 }, { 49, 32 } };
    const struct geo_zone *ua = country("UA"), *hole = geo_ring(g, p, 4);
    const struct geo_zone *z =
        geo_or(g, geo_and(g, ua, geo_not(g, hole)), hole);
    struct geo_point q = { 54.6, 33.16 };
    double low, high;
    geo_distance(g, z, q, &low, &high);
    CHECK(low >= high && fabs(low - distance(ua, q)) < 1e-6);
}

/* Yelnya and the others: the table "Where things stand" of the example. */
static const struct geo_zone *donbas(struct geo *g)
{
    static const struct geo_point p[] = {
        { 47.08, 37.76 }, { 47.27, 37.76 }, { 47.50, 37.66 }, { 47.76, 37.51 },
        { 47.97, 37.53 }, { 48.06, 37.71 }, { 48.25, 37.83 }, { 48.43, 38.20 },
        { 48.52, 38.24 }, { 48.64, 38.29 }, { 48.69, 38.66 }, { 48.64, 39.02 },
        { 48.69, 39.23 }, { 48.59, 39.67 }, { 48.28, 39.90 }, { 47.95, 39.79 },
        { 47.83, 39.46 }, { 47.86, 38.88 }, { 47.63, 38.59 }, { 47.39, 38.26 },
        { 47.24, 38.27 }, { 47.07, 38.16 },
    };
    return geo_accurate(g, geo_ring(g, p, COUNT(p)), 10e3);
}

TEST(the_sites_of_the_example_stand_where_its_table_says)
{
    static const struct {
        const char *name;
        struct geo_point p;
        double km;
    } v[] = {
        { "yelnya", { 54.60, 33.16 }, 248 },
        { "pochep", { 52.93, 33.45 }, 64 },
        { "kursk-range", { 51.79, 36.43 }, 113 },
        { "pogonovo", { 51.45, 39.10 }, 163 },
        { "boguchar", { 49.93, 40.55 }, 49 },
        { "kadamovsky", { 47.55, 40.07 }, 39 },
        { "persianovsky", { 47.50, 40.09 }, 44 },
        { "rechitsa", { 52.35, 30.39 }, 48 },
        { "mazyr", { 52.04, 29.25 }, 47 },
        { "obuz", { 53.00, 26.00 }, 120 },
        { "stavropol", { 45.05, 41.95 }, 351 },
        { "naro-fominsk", { 55.40, 36.70 }, 389 },
        { "vladikavkaz", { 43.04, 44.73 }, 659 },
        { "khankala", { 43.30, 45.77 }, 688 },
        { "mulino", { 56.31, 42.95 }, 739 },
        { "dzerzhinsk", { 56.24, 43.46 }, 761 },
        { "buynaksk", { 42.82, 47.11 }, 801 },
        { "ulan-ude", { 51.83, 107.60 }, 4599 },
    };
    struct geo *g = the_geo();
    const struct geo_zone *d = donbas(g), *out = geo_not(g, d);
    const struct geo_zone *z =
        geo_or(g,
               geo_or(g, geo_and(g, country("UA"), out),
                      geo_or(g, area("Crimea"), area("Sevastopol"))),
               d);
    for (size_t i = 0; i < COUNT(v); i++)
        CHECK_SEED(fabs(distance(z, v[i].p) / 1e3 - v[i].km) < 1, i);
    struct geo_point chernyakhovsk = { 54.63, 21.82 };
    double near =
        distance(geo_or(g, country("PL"), country("LT")), chernyakhovsk);
    CHECK(fabs(near / 1e3 - 29) < 1);
    const struct geo_zone *lt = country("LT"), *lv = country("LV");
    struct geo_point pabrade = { 54.98, 25.77 }, adazi = { 57.08, 24.32 };
    CHECK(fabs(shape_distance(zone_shape(lt), pabrade, INFINITY, NULL) -
               7600) < 1000);
    CHECK(fabs(shape_distance(zone_shape(lv), adazi, INFINITY, NULL) - 8100) <
          1000);
}
