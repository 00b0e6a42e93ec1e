/* at_test.c - how surely a position is in a zone */
#include "some.h"

/* Sampling cannot prove, but it can refute: points of the disc that differ
 * make it uncertain. */
static bool differs(const struct geo_zone *z, struct rng *r,
                    struct geo_point p, double radius, int n)
{
    tri first = zone_holds(z, p);
    for (int i = 0; i < n; i++) {
        struct geo_point q = i % 3 ? near_point(r, p, radius)
                                   : geo_off(p, between(r, 0, 360), radius);
        tri t = zone_holds(z, q);
        if (t != first && t != MAYBE && first != MAYBE)
            return true;
    }
    return false;
}

static const struct geo_zone *any_leaf(struct geo *g, struct rng *r,
                                       struct geo_point m, double size)
{
    switch (rng_below(r, 6)) {
    case 0:
    case 1: return any_ring(g, r, near_point(r, m, size), size);
    case 2:
        return geo_half(g, rng_below(r, 2) ? GEO_NORTH : GEO_EAST,
                        rng_below(r, 2) ? m.lat : fmax(-90, m.lat - 1));
    case 3: {
        struct geo_point l[3];
        for (int i = 0; i < 3; i++)
            l[i] = near_point(r, m, size);
        const struct geo_zone *z =
            geo_beside(g, between(r, 0, 360), geo_line(g, l, 3));
        return z ? z : any_leaf(g, r, m, size);
    }
    case 4:
        return geo_within(g, size / 2, geo_dot(g, near_point(r, m, size), 0));
    default:
        return geo_nearer(g, size / 3,
                          any_ring(g, r, near_point(r, m, size), size));
    }
}

static const struct geo_zone *any_zone(struct geo *g, struct rng *r,
                                       struct geo_point m, double size,
                                       int depth)
{
    if (depth == 0)
        return any_leaf(g, r, m, size);
    const struct geo_zone *a = any_zone(g, r, m, size, depth - 1);
    const struct geo_zone *b = any_zone(g, r, m, size, depth - 1);
    switch (rng_below(r, 3)) {
    case 0: return geo_or(g, a, b);
    case 1: return geo_and(g, a, b);
    default: return geo_and(g, a, geo_not(g, b));
    }
}

/* Bounds by chords hold what is found by geodesics, with any limit. */
TEST(what_chords_tell_of_a_distance_holds)
{
    size_t close = 0, all = 0;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = any_point(&r);
        double size = pow(10, between(&r, 3, 6)), low, high;
        const struct geo_zone *z =
            any_zone(g, &r, middle, size, (int)(seed % 3));
        struct geo_point p = near_point(&r, middle, 2 * size);
        geo_distance(g, z, p, &low, &high);
        bounds d = zone_rough(z, p, INFINITY);
        CHECK_SEED(d.low <= high + GEO_TIE && d.high >= low - GEO_TIE, seed);
        double limit = between(&r, 0, 2 * size);
        bounds l = zone_rough(z, p, limit);
        CHECK_SEED(l.low <= high + GEO_TIE && l.high >= low - GEO_TIE, seed);
        /* what is not told closely is told to be beyond, or open above */
        CHECK_SEED(l.high >= d.high || l.high - l.low < 100, seed);
        bool known = isfinite(high) != 0;
        all += known;
        close += known && d.high - d.low < 100;
        arena_back(keep, m);
    }
    CHECK(all > 200 && close > all / 2);
}

TEST(no_sample_contradicts_what_is_sure)
{
    for (uint64_t seed = 1; seed <= 250; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = any_point(&r);
        double size = pow(10, between(&r, 3, 6));
        const struct geo_zone *z =
            any_zone(g, &r, middle, size, (int)(seed % 3));
        for (int i = 0; i < 3; i++) {
            struct geo_point p = near_point(&r, middle, 1.5 * size);
            double radius = size * pow(10, between(&r, -3, -0.5));
            tri t = geo_at(g, z, p, radius);
            tri here = zone_holds(z, p);
            if (t != MAYBE)
                CHECK_SEED(here == t || here == MAYBE, seed);
            if (differs(z, &r, p, radius, 60))
                CHECK_SEED(t == MAYBE, seed);
        }
        arena_back(keep, m);
    }
}

/* The nearest point of the edge is nearer than the radius; just beside it the
 * zone is on one side and not on the other. */
TEST(a_leaf_is_unsure_only_if_its_edge_is_in_the_disc)
{
    for (uint64_t seed = 1; seed <= 300; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = any_point(&r), n;
        double size = pow(10, between(&r, 3, 6));
        const struct geo_zone *z = any_leaf(g, &r, middle, size);
        struct geo_point p = near_point(&r, middle, 1.5 * size);
        double radius = size * pow(10, between(&r, -3, 0));
        if (!is_areal(z) || geo_at(g, z, p, radius) != MAYBE) {
            arena_back(keep, m);
            continue;
        }
        double d = shape_distance(zone_shape(z), p, INFINITY, &n);
        CHECK_SEED(d <= radius + 2e-6, seed);
        bool in = false, out = false;
        for (int i = 0; i < 360; i++) {
            tri t = zone_holds(z, geo_off(n, i, radius / 200));
            in |= t == YES;
            out |= t == NO;
        }
        CHECK_SEED(in && out, seed);
        arena_back(keep, m);
    }
}

TEST(more_accuracy_makes_nothing_less_sure)
{
    for (uint64_t seed = 1; seed <= 120; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = any_point(&r);
        double size = pow(10, between(&r, 3, 6));
        const struct geo_zone *z =
            any_zone(g, &r, middle, size, (int)(seed % 3));
        const struct geo_zone *fine = geo_accurate(g, z, size / 1000);
        const struct geo_zone *coarse = geo_accurate(g, z, size / 20);
        for (int i = 0; i < 3; i++) {
            struct geo_point p = near_point(&r, middle, 1.5 * size);
            tri a = geo_at(g, fine, p, 0), b = geo_at(g, coarse, p, 0);
            tri c = geo_at(g, fine, p, size / 50);
            CHECK_SEED(b == MAYBE || a == b, seed);
            CHECK_SEED(c == MAYBE || a == c, seed);
        }
        arena_back(keep, m);
    }
}

/* ---- edges of the zone as a whole --------------------------------------- */

/* On the Oder, some kilometres south of Frankfurt. */
static const struct geo_point oder = { 52.28, 14.59 };

TEST(a_border_inside_a_union_is_no_edge)
{
    struct geo *g = the_geo();
    const struct geo_zone *pl = country("PL"), *de = country("DE");
    CHECK(geo_at(g, pl, oder, 5e3) == MAYBE);
    CHECK(geo_at(g, de, oder, 5e3) == MAYBE);
    CHECK(geo_at(g, geo_or(g, pl, de), oder, 5e3) == YES);
    CHECK(geo_at(g, geo_and(g, pl, de), oder, 5e3) == NO);
    /* not even where one of them is cut by something else */
    struct geo_point p[] = { { 51, 10 }, { 54, 10 }, { 54, 18 }, { 51, 18 } };
    const struct geo_zone *box = geo_ring(g, p, 4);
    const struct geo_zone *z = geo_or(g, geo_and(g, pl, box), de);
    CHECK(z->kind == ZONE_OR);
    CHECK(geo_at(g, z, oder, 5e3) == YES);
    z = geo_or(g, geo_and(g, pl, geo_not(g, box)), de);
    CHECK(geo_at(g, z, oder, 5e3) == MAYBE);
}

TEST(a_ring_cut_out_and_put_back_leaves_no_edge)
{
    struct geo *g = the_geo();
    /* half of it in Ukraine, half in Belarus */
    struct geo_point p[] = { { 51, 27 }, { 53, 27 }, { 53, 29 }, { 51, 29 } };
    const struct geo_zone *ring = geo_ring(g, p, 4), *ua = country("UA");
    const struct geo_zone *by = country("BY"), *out = geo_not(g, ring);
    const struct geo_zone *z =
        geo_or(g, geo_and(g, ua, out), geo_or(g, geo_and(g, by, out), ring));
    CHECK(z == geo_or(g, geo_or(g, by, ring), ua));
    CHECK(geo_at(g, z, (struct geo_point){ 51, 28 }, 5e3) == YES);
    CHECK(geo_at(g, z, (struct geo_point){ 51.9, 27.01 }, 5e3) == YES);
    CHECK(geo_at(g, geo_and(g, ua, out), (struct geo_point){ 51, 28 }, 5e3) ==
          MAYBE);
    /* with its edge known badly, but far inside */
    const struct geo_zone *rough = geo_accurate(g, ring, 20e3);
    z = geo_or(g, geo_or(g, ua, by), rough);
    CHECK(geo_at(g, z, (struct geo_point){ 51, 28 }, 5e3) == YES);
}

TEST(rings_that_share_a_side_have_no_edge_between_them)
{
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point a = any_point(&r);
        double size = pow(10, between(&r, 3, 6.3)), turn = between(&r, 0, 360);
        struct geo_point b = geo_off(a, turn, size);
        struct geo_point c = geo_off(a, turn + 60, size);
        struct geo_point d = geo_off(a, turn - 60, size);
        struct geo_point x[] = { a, b, c }, y[] = { b, a, d };
        const struct geo_zone *one = geo_ring(g, x, 3);
        const struct geo_zone *two = geo_ring(g, y, 3);
        const struct geod_geodesic *e = earth();
        struct geod_geodesicline l;
        struct geo_point p;
        geod_inverseline(&l, e, a.lat, a.lon, b.lat, b.lon, 0);
        geod_position(&l, l.s13 * between(&r, .4, .6), &p.lat, &p.lon, NULL);
        p = near_point(&r, p, size / 100);
        CHECK_SEED(geo_at(g, one, p, size / 20) == MAYBE, seed);
        CHECK_SEED(geo_at(g, geo_or(g, one, two), p, size / 20) == YES, seed);
        CHECK_SEED(geo_at(g, geo_and(g, one, two), p, size / 20) == NO, seed);
        arena_back(keep, m);
    }
}

TEST(a_parallel_does_not_part_what_lies_on_both_sides_of_it)
{
    struct geo *g = the_geo();
    const struct geo_zone *ua = country("UA");
    const struct geo_zone *n = geo_half(g, GEO_NORTH, 49);
    const struct geo_zone *s = geo_half(g, GEO_SOUTH, 49);
    struct geo_point p = { 49.001, 31 };
    CHECK(geo_at(g, geo_and(g, ua, n), p, 1e3) == MAYBE);
    const struct geo_zone *both =
        geo_or(g, geo_and(g, ua, n), geo_and(g, ua, s));
    CHECK(geo_at(g, both, p, 0) == YES);
    CHECK(geo_at(g, geo_and(g, ua, n), p, 50) == YES);
}

/* ---- figures ------------------------------------------------------------ */

TEST(accuracies_add_up)
{
    struct geo *g = geo_new(keep, NULL);
    struct geo_point c[] = { { 0, 0 }, { 0, 2 }, { 2, 2 }, { 2, 0 } };
    const struct geo_zone *ring = geo_ring(g, c, 4), *z;
    struct geo_point p = { 1, 0.1 };
    double d = shape_distance(zone_shape(ring), p, INFINITY, NULL);
    z = geo_accurate(g, ring, 4e3);
    CHECK(geo_at(g, z, p, d - 4e3) == YES);
    CHECK(geo_at(g, z, p, d - 4e3 + 1e-3) == MAYBE);
    p.lon = -p.lon;
    d = shape_distance(zone_shape(ring), p, INFINITY, NULL);
    CHECK(geo_at(g, z, p, d - 4e3 - 1e-3) == NO);
    CHECK(geo_at(g, z, p, d - 4e3) == MAYBE);
    const struct geo_zone *dot = geo_dot(g, p, 500);
    struct geo_point q = geo_off(p, 77, 10e3);
    CHECK(geo_at(g, geo_within(g, 11e3, dot), q, 500) == YES);
    CHECK(geo_at(g, geo_within(g, 11e3, dot), q, 501) == MAYBE);
    CHECK(geo_at(g, geo_within(g, 9e3, dot), q, 500) == MAYBE);
    CHECK(geo_at(g, geo_within(g, 9e3, dot), q, 499) == NO);
    CHECK(geo_at(g, geo_not(g, geo_within(g, 9e3, dot)), q, 499) == YES);
    /* deep inside what is measured from, a short distance is sure */
    z = geo_within(g, 100, geo_accurate(g, ring, 4e3));
    CHECK(geo_at(g, z, (struct geo_point){ 1, 1 }, 10) == YES);
}

/* Off the end of the side that two rings share, both being unsure. */
TEST(accuracies_add_up_in_unions_too)
{
    struct geo *g = geo_new(keep, NULL);
    struct geo_point x[] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
    struct geo_point y[] = { { 0, 0 }, { 1, 0 }, { 1, -1 }, { 0, -1 } };
    const struct geo_zone *z =
        geo_accurate(g, geo_or(g, geo_ring(g, x, 4), geo_ring(g, y, 4)), 4e3);
    struct geo_point p = geo_off(x[1], 0, 3e3);
    CHECK(geo_at(g, z, p, 0) == MAYBE && geo_at(g, z, p, 500) == MAYBE);
    CHECK(geo_at(g, z, geo_off(x[1], 0, 4.1e3), 0) == NO);
    CHECK(geo_at(g, z, geo_off(x[1], 0, 4.1e3), 200) == MAYBE);
    CHECK(geo_at(g, z, geo_off(x[1], 180, 3e3), 0) == MAYBE);
    CHECK(geo_at(g, z, geo_off(x[1], 180, 4.1e3), 0) == YES);
}

TEST(the_edge_belongs_to_the_zone)
{
    struct geo *g = geo_new(keep, NULL);
    struct geo_point c[] = { { 50, 10 }, { 50, 11 }, { 51, 11 }, { 51, 10 } };
    const struct geo_zone *z = geo_ring(g, c, 4);
    for (size_t i = 0; i < 4; i++) {
        CHECK(geo_at(g, z, c[i], 0) == YES);
        CHECK(geo_at(g, z, geo_off(c[i], 77, 5e-7), 0) == YES);
        CHECK(geo_at(g, geo_not(g, z), c[i], 0) == NO);
    }
    const struct geo_zone *half = geo_half(g, GEO_EAST, 10.5);
    const struct geo_zone *both = geo_and(g, z, half);
    CHECK(geo_at(g, both, (struct geo_point){ 50.5, 10.5 }, 0) == YES);
    CHECK(geo_at(g, both, (struct geo_point){ 50.5, 10.49999 }, 0) == NO);
}

TEST(a_dot_and_a_line_hold_only_themselves)
{
    struct geo *g = geo_new(keep, NULL);
    struct geo_point a = { 50, 10 }, b = { 50, 12 };
    const struct geo_zone *dot = geo_dot(g, a, 0), *rough = geo_dot(g, a, 9);
    CHECK(geo_at(g, dot, a, 0) == YES && geo_at(g, dot, b, 0) == NO);
    CHECK(geo_at(g, dot, a, 1) == MAYBE && geo_at(g, rough, a, 0) == MAYBE);
    struct geo_point l[] = { a, b };
    const struct geo_zone *line = geo_line(g, l, 2);
    CHECK(geo_at(g, line, b, 0) == YES);
    CHECK(geo_at(g, line, (struct geo_point){ 50, 11 }, 0) == NO);
    CHECK(geo_at(g, line, (struct geo_point){ 50, 11 }, 500) == MAYBE);
}

TEST(an_answer_is_the_same_when_asked_again)
{
    struct geo *g = the_geo();
    const struct geo_zone *pl = country("PL");
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct rng r = { seed };
        struct geo_point p = near_point(&r, (struct geo_point){ 52, 19 }, 5e5);
        double l1, h1, l2, h2;
        tri t = geo_at(g, pl, p, 3e3);
        geo_distance(g, pl, p, &l1, &h1);
        CHECK_SEED(geo_at(g, pl, p, 3e3) == t &&
                       zone_at(pl, p, 3e3, PATIENT) == t,
                   seed);
        geo_distance(g, pl, p, &l2, &h2);
        CHECK_SEED(l1 <= l2 && l1 >= l2 && h1 <= h2 && h1 >= h2, seed);
    }
}

/* ---- paths -------------------------------------------------------------- */

TEST(a_path_touches_what_it_goes_through)
{
    struct geo *g = the_geo();
    struct geo_point warsaw = { 52.2, 21 }, kyiv = { 50.45, 30.5 };
    struct geo_point minsk = { 53.9, 27.6 }, rome = { 41.9, 12.5 };
    CHECK(geo_crosses(g, country("UA"), warsaw, kyiv));
    CHECK(!geo_crosses(g, country("RU"), warsaw, kyiv));
    CHECK(geo_crosses(g, country("BY"), warsaw, minsk));
    CHECK(geo_crosses(g, country("AT"), warsaw, rome));
    CHECK(!geo_crosses(g, country("FR"), warsaw, rome));
    CHECK(geo_crosses(g, country("PL"), warsaw, warsaw));
    CHECK(!geo_crosses(g, country("DE"), warsaw, warsaw));
    /* the slow way; of a zone that is cut out of others, too */
    const struct geo_zone *pl = country("PL");
    const struct geo_zone *ring =
        geo_and(g, geo_within(g, 2e5, pl), geo_not(g, geo_within(g, 5e4, pl)));
    for (uint64_t seed = 1; seed <= 30; seed++) {
        struct rng r = { seed };
        const struct geo_zone *z = seed % 2 ? pl : ring;
        struct geo_point p = near_point(&r, warsaw, 1.5e6);
        struct geo_point q = near_point(&r, warsaw, 1.5e6);
        double all = geo_metres(p, q), n = fmax(1, ceil(all / 1000));
        const struct geod_geodesic *e = earth();
        struct geod_geodesicline l;
        bool touched = false;
        geod_inverseline(&l, e, p.lat, p.lon, q.lat, q.lon, 0);
        for (double i = 0; i <= n && !touched; i++) {
            struct geo_point x;
            geod_position(&l, l.s13 * i / n, &x.lat, &x.lon, NULL);
            touched = zone_holds(z, x) == YES;
        }
        CHECK_SEED(geo_crosses(g, z, p, q) == touched, seed);
    }
}

TEST(a_path_does_not_jump_over_what_is_small)
{
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = any_point(&r);
        const struct geo_zone *z =
            geo_within(g, between(&r, 1e3, 3e3), geo_dot(g, middle, 0));
        double turn = between(&r, 0, 360);
        struct geo_point p = geo_off(middle, turn, between(&r, 5e3, 9e5));
        struct geo_point q =
            geo_off(middle, turn + 180, between(&r, 5e3, 9e5));
        CHECK_SEED(geo_crosses(g, z, p, q), seed);
        CHECK_SEED(!geo_crosses(g, z, p, geo_off(p, turn, 1e5)), seed);
        arena_back(keep, m);
    }
}

TEST(a_middle_is_of_what_is_drawn)
{
    struct geo *g = the_geo();
    struct geo_point c[] = { { 10, 179 },
                             { 10, -179 },
                             { 12, -179 },
                             { 12, 179 } },
                     m;
    const struct geo_zone *z = geo_ring(g, c, 4);
    CHECK(geo_middle(g, z, &m));
    CHECK(geo_metres(m, (struct geo_point){ 11, 180 }) < 1e3);
    CHECK(geo_middle(g, geo_within(g, 5e3, geo_dot(g, c[0], 0)), &m));
    CHECK(geo_metres(m, c[0]) < 1);
    CHECK(!geo_middle(g, country("PL"), &m));
    CHECK(!geo_middle(g, geo_half(g, GEO_NORTH, 50), &m));
}
