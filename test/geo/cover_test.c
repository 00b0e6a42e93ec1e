/* cover_test.c - zones in zones, and how they are made */
#include "some.h"

/* ---- one form ----------------------------------------------------------- */

TEST(the_same_zone_made_twice_is_one)
{
    struct geo *g = the_geo();
    const struct geo_zone *pl = country("PL"), *de = country("DE");
    const struct geo_zone *n = geo_half(g, GEO_NORTH, 52);
    struct geo_point p[] = { { 50, 10 }, { 50, 11 }, { 51, 11 }, { 51, 10 } };
    struct geo_point q[] = {
        { 51, 11 }, { 50, 371 }, { 50, 10 }, { 51, 10 }, { 51, 10 }
    };
    CHECK(country("POL") == pl && country("pl") == pl);
    CHECK(geo_ring(g, p, 4) == geo_ring(g, q, 5));
    const struct geo_zone *ring = geo_ring(g, p, 4);
    CHECK(geo_or(g, pl, ring) == geo_or(g, ring, pl));
    CHECK(geo_or(g, geo_or(g, pl, ring), n) ==
          geo_or(g, pl, geo_or(g, n, ring)));
    CHECK(geo_and(g, n, ring) == geo_and(g, ring, n));
    CHECK(geo_and(g, n, n) == n && geo_or(g, n, n) == n);
    CHECK(geo_not(g, geo_not(g, n)) == n);
    CHECK(geo_not(g, geo_or(g, n, ring)) ==
          geo_and(g, geo_not(g, ring), geo_not(g, n)));
    CHECK(geo_within(g, 5e3, pl) == geo_within(g, 5e3, pl));
    CHECK(geo_within(g, 5e3, pl) != geo_nearer(g, 5e3, pl));
    CHECK(geo_within(g, 5e3, geo_within(g, 6e3, pl)) ==
          geo_within(g, 11e3, pl));
    CHECK(geo_dot(g, p[0], 5) != geo_dot(g, p[0], 6));
    CHECK(geo_accurate(g, pl, 2000) == pl);
    CHECK(geo_accurate(g, pl, 5) != pl);
    CHECK(geo_accurate(g, geo_or(g, pl, ring), 5) ==
          geo_or(g, geo_accurate(g, ring, 5), geo_accurate(g, pl, 5)));
    struct geo_point l[] = { p[0], p[1], p[2] }, b[] = { p[2], p[1], p[0] };
    CHECK(geo_line(g, l, 3) == geo_line(g, b, 3));
    /* areas are sets of places */
    CHECK(geo_or(g, pl, de) == geo_or(g, de, pl));
    CHECK(geo_and(g, geo_or(g, pl, de), geo_not(g, de)) == pl);
    CHECK(geo_and(g, pl, de) == zone_none(g));
    CHECK(geo_or(g, pl, geo_not(g, pl)) == geo_not(g, zone_none(g)));
    CHECK(geo_and(g, ring, geo_not(g, ring)) == zone_none(g));
}

TEST(what_is_said_twice_is_left_out)
{
    struct geo *g = the_geo();
    const struct geo_zone *pl = country("PL");
    const struct geo_zone *n = geo_half(g, GEO_NORTH, 52);
    const struct geo_zone *e = geo_half(g, GEO_EAST, 20);
    const struct geo_zone *not_n = geo_not(g, n);
    CHECK(geo_or(g, n, geo_and(g, n, e)) == n);
    CHECK(geo_and(g, n, geo_or(g, n, e)) == n);
    CHECK(geo_or(g, n, geo_and(g, not_n, e)) == geo_or(g, n, e));
    CHECK(geo_and(g, n, geo_or(g, not_n, e)) == geo_and(g, n, e));
    CHECK(geo_or(g, geo_and(g, pl, not_n), n) == geo_or(g, pl, n));
    CHECK(geo_or(g, n, not_n) == geo_not(g, zone_none(g)));
}

/* Whatever is left out, the answers stay: rebuilt by logic alone. */
TEST(the_one_form_has_the_same_points)
{
    struct geo *g = the_geo();
    for (uint64_t seed = 1; seed <= 300; seed++) {
        struct rng r = { seed };
        const struct geo_zone *leaf[] = {
            country("PL"),
            country("DE"),
            area("Mazowieckie"),
            geo_half(g, GEO_NORTH, 52),
            geo_half(g, GEO_EAST, 14.7),
            geo_within(g, 50e3, country("CZ")),
        };
        const struct geo_zone *z = NULL;
        int op[8], which[8], n = 2 + (int)rng_below(&r, 6);
        for (int i = 0; i < n; i++) {
            op[i] = (int)rng_below(&r, 4);
            which[i] = (int)rng_below(&r, COUNT(leaf));
            const struct geo_zone *l = leaf[which[i]];
            if (op[i] & 1)
                l = geo_not(g, l);
            z = !z ? l : op[i] & 2 ? geo_or(g, z, l) : geo_and(g, z, l);
        }
        for (int k = 0; k < 12; k++) {
            struct geo_point p =
                near_point(&r, (struct geo_point){ 52, 16 }, 5e5);
            tri t = MAYBE;
            for (int i = 0; i < n; i++) {
                tri u = zone_holds(leaf[which[i]], p);
                if (op[i] & 1)
                    u = tri_not(u);
                t = !i ? u : op[i] & 2 ? tri_or(t, u) : tri_and(t, u);
            }
            CHECK_SEED(zone_holds(z, p) == t, seed);
        }
    }
}

/* ---- by construction ---------------------------------------------------- */

TEST(a_whole_is_covered_by_its_pieces)
{
    struct geo *g = the_geo();
    const struct geo_zone *pl = country("PL"), *de = country("DE");
    const struct geo_zone *europe =
        geo_or(g, pl, geo_or(g, de, country("FR")));
    const struct geo_zone *n = geo_half(g, GEO_NORTH, 52);
    const struct geo_zone *cut[] = { geo_and(g, europe, geo_not(g, pl)), pl };
    const struct geo_zone *halves[] = { geo_and(g, pl, n),
                                        geo_and(g, pl, geo_not(g, n)) };
    const struct geo_zone *sides[] = { geo_half(g, GEO_NORTH, 52),
                                       geo_half(g, GEO_SOUTH, 52) };
    CHECK(geo_covered(g, europe, cut, 2));
    CHECK(!geo_covered(g, europe, cut, 1));
    CHECK(geo_covered(g, pl, halves, 2) && !geo_covered(g, pl, halves, 1));
    CHECK(geo_covered(g, europe, sides, 2));
    CHECK(!geo_covered(g, europe, sides, 1));
    CHECK(geo_inside(g, area("Mazowieckie"), pl) == YES);
    CHECK(geo_inside(g, pl, area("Mazowieckie")) == MAYBE);
    CHECK(geo_inside(g, pl, de) == NO);
    CHECK(geo_inside(g, pl, geo_not(g, de)) == YES);
    CHECK(geo_inside(g, zone_none(g), pl) == YES);
}

TEST(distances_and_halves_know_their_order)
{
    struct geo *g = the_geo();
    const struct geo_zone *ua = country("UA"), *ru = country("RU");
    const struct geo_zone *both = geo_or(g, ua, country("BY"));
    const struct geo_zone *w200 = geo_within(g, 200e3, ua);
    const struct geo_zone *w300 = geo_within(g, 300e3, ua);
    const struct geo_zone *n300 = geo_nearer(g, 300e3, ua);
    CHECK(geo_inside(g, w200, w300) == YES);
    CHECK(geo_inside(g, w200, n300) == YES);
    CHECK(geo_inside(g, n300, w300) == YES);
    CHECK(geo_inside(g, w300, w200) == MAYBE);
    CHECK(geo_inside(g, w200, geo_within(g, 200e3, both)) == YES);
    CHECK(geo_inside(g, ua, w200) == YES);
    CHECK(geo_inside(g, area("Kharkiv"), n300) == YES);
    CHECK(geo_inside(g, geo_not(g, w300), geo_not(g, w200)) == YES);
    CHECK(geo_inside(g, w200, geo_not(g, w300)) == NO);
    CHECK(geo_inside(g, geo_and(g, w200, ru), geo_and(g, w300, ru)) == YES);
    const struct geo_zone *n60 = geo_half(g, GEO_NORTH, 60);
    const struct geo_zone *n50 = geo_half(g, GEO_NORTH, 50);
    CHECK(geo_inside(g, n60, n50) == YES && geo_inside(g, n50, n60) == MAYBE);
    CHECK(geo_inside(g, n60, geo_half(g, GEO_SOUTH, 60)) == NO);
    CHECK(geo_inside(g, n60, geo_not(g, geo_half(g, GEO_SOUTH, 50))) == YES);
    CHECK(geo_inside(g, geo_half(g, GEO_EAST, 30),
                     geo_half(g, GEO_WEST, 30)) == NO);
    CHECK(geo_empty(g, geo_and(g, n60, geo_half(g, GEO_SOUTH, 50))));
    CHECK(geo_empty(g, geo_and(g, w200, geo_not(g, w300))));
    CHECK(!geo_empty(g, geo_and(g, w300, geo_not(g, w200))));
}

TEST(a_disputed_ring_lies_in_what_is_near_it)
{
    struct geo *g = the_geo();
    struct geo_point p[] = {
        { 47.1, 37.7 }, { 48.6, 38.2 }, { 48.6, 39.7 }, { 47.8, 39.5 }
    };
    const struct geo_zone *d = geo_accurate(g, geo_ring(g, p, 4), 10e3);
    const struct geo_zone *out = geo_not(g, d);
    const struct geo_zone *crimea =
        geo_or(g, area("Crimea"), area("Sevastopol"));
    const struct geo_zone *ua = geo_and(g, country("UA"), out);
    const struct geo_zone *ru = geo_and(g, country("RU"), out);
    const struct geo_zone *by = geo_and(g, country("BY"), out);
    const struct geo_zone *seen = geo_or(g, geo_or(g, ua, crimea), d);
    const struct geo_zone *soil = geo_or(
        g, geo_or(g, geo_and(g, ru, geo_not(g, area("Kaliningrad"))), by),
        geo_or(g, crimea, d));
    const struct geo_zone *near = geo_and(g, geo_within(g, 300e3, seen), soil);
    const struct geo_zone *near200 =
        geo_and(g, geo_within(g, 200e3, seen), soil);
    CHECK(geo_inside(g, d, near) == YES);
    CHECK(geo_inside(g, crimea, near) == YES);
    CHECK(geo_inside(g, d, ua) == NO && geo_inside(g, d, ru) == NO);
    CHECK(geo_inside(g, near200, near) == YES);
    CHECK(geo_inside(g, near, near200) == MAYBE);
    CHECK(geo_inside(g, d, geo_not(g, geo_within(g, 500e3, seen))) == NO);
    const struct geo_zone *three[] = { ru, by, geo_or(g, crimea, d) };
    CHECK(geo_covered(g, near, three, 3));
    CHECK(!geo_covered(g, near, three, 2));
}

/* Without discs, which would find it too. */
TEST(construction_alone_tells_much)
{
    struct geo *g = the_geo();
    const struct geo_zone *ua = country("UA"), *pl = country("PL");
    const struct geo_zone *both = geo_or(g, ua, pl);
    const struct geo_zone *w = geo_within(g, 200e3, both);
    struct geo_point p[] = { { 50, 10 }, { 50, 11 }, { 51, 11 } };
    const struct geo_zone *ring = geo_ring(g, p, 3);
    CHECK(built_inside(g, ua, w) && built_inside(g, both, w));
    CHECK(built_inside(g, ua, geo_nearer(g, 1, both)));
    CHECK(built_inside(g, ring, geo_within(g, 0, geo_or(g, pl, ring))));
    CHECK(built_inside(g, geo_within(g, 5e3, ua), w));
    CHECK(!built_inside(g, w, both) && !built_inside(g, ring, pl));
}

TEST(what_sticks_out_is_shown_by_a_point)
{
    struct geo *g = the_geo();
    struct geo_point p[] = { { 52, 19 }, { 52, 20 }, { 53, 20 }, { 53, 19 } };
    const struct geo_zone *ring = geo_ring(g, p, 4), *pl = country("PL");
    CHECK(zone_inside(g, pl, ring) == NO && zone_inside(g, ring, pl) == YES);
    CHECK(zone_inside(g, ring, geo_half(g, GEO_NORTH, 52.5)) == NO);
}

TEST(a_leaf_either_way_is_looked_at_both_ways)
{
    struct geo *g = the_geo();
    const struct geo_zone *n = geo_half(g, GEO_NORTH, 50);
    const struct geo_zone *pl = country("PL"), *e = geo_half(g, GEO_EAST, 9);
    const struct geo_zone *z =
        geo_or(g, geo_and(g, n, pl), geo_and(g, geo_not(g, n), e));
    zone_leaves(z);
    tri v[3] = { YES, YES, YES };
    CHECK(z->leaf_n == 3);
    v[leaf_index(z, n)] = MAYBE;
    CHECK(zone_value(z, v) == YES && v[leaf_index(z, n)] == MAYBE);
    v[leaf_index(z, e)] = NO;
    CHECK(zone_value(z, v) == MAYBE);
    v[leaf_index(z, pl)] = NO;
    CHECK(zone_value(z, v) == NO);
}

/* ---- by discs ----------------------------------------------------------- */

TEST(discs_tell_what_construction_does_not)
{
    struct geo *g = the_geo();
    struct geo_point p[] = { { 52, 19 }, { 52, 20 }, { 53, 20 }, { 53, 19 } };
    const struct geo_zone *ring = geo_ring(g, p, 4), *pl = country("PL");
    CHECK(geo_inside(g, ring, pl) == YES);
    CHECK(geo_inside(g, ring, country("DE")) == NO);
    CHECK(geo_inside(g, pl, ring) == MAYBE);
    CHECK(geo_inside(g, ring, geo_within(g, 400e3, country("RU"))) == YES);
    CHECK(geo_inside(g, ring, geo_half(g, GEO_NORTH, 51.9)) == YES);
    CHECK(geo_inside(g, ring, geo_half(g, GEO_NORTH, 52.5)) == MAYBE);
    CHECK(geo_inside(g, ring, geo_half(g, GEO_SOUTH, 51.9)) == NO);
    CHECK(geo_inside(g, geo_dot(g, p[0], 5e3), pl) == YES);
    CHECK(geo_inside(g, geo_dot(g, p[0], 5e3), ring) == MAYBE);
    CHECK(geo_inside(g, geo_dot(g, p[0], 5e3), country("UA")) == NO);
    CHECK(geo_inside(g, geo_dot(g, p[0], 3e7), pl) == MAYBE);
    CHECK(geo_inside(g, geo_line(g, p, 3), pl) == YES);
    CHECK(geo_inside(g, geo_line(g, p, 3), country("UA")) == NO);
    CHECK(!geo_empty(g, geo_dot(g, p[0], 0)));
    CHECK(!geo_empty(g, geo_line(g, p, 3)));
    CHECK(geo_inside(g, country("LU"), country("FR")) == NO);
    CHECK(geo_inside(g, country("PT"), geo_within(g, 4000e3, country("PL"))) ==
          YES);
    CHECK(geo_empty(g, geo_and(g, ring, geo_half(g, GEO_NORTH, 60))));
}

/* A small hole somewhere, also close to the rim, is never missed. */
TEST(discs_leave_no_hole_out)
{
    for (uint64_t seed = 1; seed <= 400; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = any_point(&r);
        double size = pow(10, between(&r, 4, 6.5));
        double far =
            size * (seed % 2 ? between(&r, 0.9, 0.99) : between(&r, 0, 1));
        struct geo_point hole = geo_off(middle, between(&r, 0, 360), far);
        const struct geo_zone *a = geo_within(g, size, geo_dot(g, middle, 0));
        const struct geo_zone *b =
            geo_or(g, geo_not(g, any_ring(g, &r, hole, size * 0.03)),
                   geo_half(g, GEO_NORTH, 89.999));
        CHECK_SEED(geo_inside(g, a, b) != YES, seed);
        arena_back(keep, m);
    }
}

static const struct geo_zone *any_leaf(struct geo *g, struct rng *r,
                                       struct geo_point m)
{
    switch (rng_below(r, 6)) {
    case 0: return any_ring(g, r, near_point(r, m, 2e5), 2e5);
    case 1: return country(rng_below(r, 2) ? "PL" : "CZ");
    case 2: return geo_half(g, GEO_NORTH, 50 + 0.5 * (double)rng_below(r, 5));
    case 3: return geo_half(g, GEO_EAST, 17 + (double)rng_below(r, 5));
    case 4:
        return geo_within(g, 50e3 * (double)(1 + rng_below(r, 3)),
                          country("CZ"));
    default:
        return geo_within(g, 100e3 * (double)(1 + rng_below(r, 3)),
                          geo_dot(g, near_point(r, m, 1e5), 0));
    }
}

static const struct geo_zone *any_zone(struct geo *g, struct rng *r,
                                       struct geo_point m, int depth)
{
    if (!depth)
        return any_leaf(g, r, m);
    const struct geo_zone *a = any_zone(g, r, m, depth - 1);
    const struct geo_zone *b = any_zone(g, r, m, depth - 1);
    return rng_below(r, 2)   ? geo_or(g, a, b)
           : rng_below(r, 2) ? geo_and(g, a, b)
                             : geo_and(g, a, geo_not(g, b));
}

TEST(no_sample_contradicts_inside_or_empty)
{
    struct geo *g = the_geo();
    int yes = 0, no = 0;
    for (uint64_t seed = 1; seed <= 150; seed++) {
        struct rng r = { seed };
        struct geo_point m = { 51, 19 };
        const struct geo_zone *a = any_zone(g, &r, m, (int)rng_below(&r, 2));
        const struct geo_zone *b = any_zone(g, &r, m, (int)rng_below(&r, 3));
        tri t = geo_inside(g, a, b);
        bool none = geo_empty(g, a);
        yes += t == YES;
        no += t == NO;
        for (int i = 0; i < 150; i++) {
            struct geo_point p = near_point(&r, m, i % 2 ? 4e5 : 1e6);
            if (zone_holds(a, p) != YES)
                continue;
            CHECK_SEED(!none, seed);
            tri in = zone_holds(b, p);
            CHECK_SEED(!(t == YES && in == NO), seed);
            CHECK_SEED(!(t == NO && in == YES), seed);
        }
    }
    CHECK(yes > 8 && no > 8); /* it does tell something */
}
