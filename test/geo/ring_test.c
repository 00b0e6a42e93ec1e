/* ring_test.c - rings: what is inside, on all sides of the Earth */
#include "some.h"

struct ask {
    struct geo_point p;
    tri in;
};

static void asks(struct geo *g, const struct geo_zone *z, const struct ask *v,
                 size_t n)
{
    for (size_t i = 0; i < n; i++)
        CHECK_SEED(geo_at(g, z, v[i].p, 0) == v[i].in, i);
}

static const struct geo_point am[] = {
    { -10, 170 }, { -10, -170 }, { 10, -170 }, { 10, 170 }
};
static const struct geo_point cap[] = {
    { 80, 0 }, { 80, 90 }, { 80, 180 }, { 80, -90 }
};
static const struct geo_point belt[] = {
    { 60, 20 }, { 60, 30 }, { 65, 30 }, { 65, 20 }
};
static const struct geo_point conc[] = {
    { 48, 37 }, { 48, 39 }, { 49, 39 }, { 48.5, 38 }, { 49, 37 }
};

TEST(a_ring_over_the_antimeridian)
{
    struct geo *g = geo_new(keep, NULL);
    static const struct ask v[] = {
        { { 0, 180 }, YES },   { { 0, -179.999 }, YES },
        { { 0, 175 }, YES },   { { 0, 169.9 }, NO },
        { { 0, -169.9 }, NO }, { { 10.1, 180 }, YES },
        { { 10.2, 180 }, NO },
    };
    asks(g, geo_ring(g, am, 4), v, COUNT(v));
}

TEST(a_ring_around_a_pole)
{
    struct geo *g = geo_new(keep, NULL);
    static const struct ask v[] = {
        { { 90, 0 }, YES },    { { 85, 45 }, YES },   { { 81, 45 }, NO },
        { { 82.9, 45 }, YES }, { { 80.5, .5 }, YES }, { { 89, -135 }, YES },
        { { 79, 0 }, NO },
    };
    asks(g, geo_ring(g, cap, 4), v, COUNT(v));
    /* and around the other one */
    struct geo_point south[4];
    struct ask w[COUNT(v)];
    for (size_t i = 0; i < 4; i++)
        south[i] = (struct geo_point){ -cap[i].lat, cap[i].lon };
    for (size_t i = 0; i < COUNT(v); i++) {
        w[i] = v[i];
        w[i].p.lat = -v[i].p.lat;
    }
    asks(g, geo_ring(g, south, 4), w, COUNT(w));
}

TEST(sides_are_geodesics)
{
    struct geo *g = geo_new(keep, NULL);
    static const struct ask b[] = {
        { { 60.01, 25 }, NO },  { { 60.1, 25 }, YES }, { { 60.3, 25 }, YES },
        { { 65.05, 25 }, YES }, { { 65.2, 25 }, NO },  { { 62, 19.99 }, NO },
        { { 62, 20.01 }, YES },
    };
    static const struct ask c[] = {
        { { 48.2, 37.2 }, YES },  { { 48.6, 38 }, NO }, { { 48.45, 38 }, YES },
        { { 48.9, 37.05 }, YES }, { { 48.9, 38 }, NO }, { { 47.999, 38 }, NO },
        { { 48.0005, 38 }, NO },
    };
    asks(g, geo_ring(g, belt, 4), b, COUNT(b));
    asks(g, geo_ring(g, conc, 5), c, COUNT(c));
}

/* 9f: how sure it is, and what decides it. */
TEST(a_ring_is_sure_as_far_as_its_edge)
{
    struct geo *g = geo_new(keep, NULL);
    const struct geo_zone *z = geo_ring(g, conc, 5);
    static const struct {
        struct geo_point p;
        double far;
        struct {
            double r;
            tri t;
        } at[2];
    } v[] = {
        { { 48.2, 38 }, 21754.48, { { 15e3, YES }, { 25e3, MAYBE } } },
        { { 47.9, 38 }, 11602.91, { { 5e3, NO }, { 15e3, MAYBE } } },
        { { 48.45, 38 }, 5559.98, { { 3e3, YES }, { 8e3, MAYBE } } },
    };
    for (size_t i = 0; i < COUNT(v); i++) {
        double d = shape_distance(zone_shape(z), v[i].p, INFINITY, NULL);
        CHECK_SEED(fabs(d - v[i].far) < 6e-3, i);
        for (size_t k = 0; k < 2; k++)
            CHECK_SEED(geo_at(g, z, v[i].p, v[i].at[k].r) == v[i].at[k].t, i);
    }
}

TEST(areas_and_lengths_are_the_published_ones)
{
    static const struct {
        const struct geo_point *p;
        unsigned n;
        double km2, metres;
    } v[] = {
        { am, 4, 4948480.5, 8808314.462 },
        { cap, 4, 2507270.0, 6301599.964 },
        { belt, 4, 286117.1, 2143264.552 },
        { conc, 5, 12330.6, 556027.956 },
    };
    const struct geod_geodesic *g = earth();
    for (size_t i = 0; i < COUNT(v); i++) {
        struct geod_polygon poly;
        double area, around;
        geod_polygon_init(&poly, 0);
        for (unsigned k = 0; k < v[i].n; k++)
            geod_polygon_addpoint(g, &poly, v[i].p[k].lat, v[i].p[k].lon);
        geod_polygon_compute(g, &poly, 0, 1, &area, &around);
        CHECK_SEED(fabs(fabs(area) / 1e6 - v[i].km2) < 0.06, i);
        CHECK_SEED(fabs(around - v[i].metres) < 6e-4, i);
    }
}

/* Found by searching sides whose geodesic lies outside of both the great
 * circle and the straight line in longitude and latitude: these say the
 * opposite of what is so. The ring closes over {lat, lon} far on one side. */
TEST(only_the_ellipsoid_places_these_points_rightly)
{
    static const struct {
        struct geo_point a, b, far, p;
    } v[] = {
        { { 12.8, 34.4 }, { 17.8, 70.0 }, { 0, 52 }, { 15.4552, 48.18 } },
        { { -9.8, 118.5 },
          { -19.2, 160.5 },
          { 0, 140 },
          { -16.4282, 143.34 } },
        { { 64.4, 177.4 },
          { 58.0, -142.5 },
          { 45, -162 },
          { 63.5725, -167.01 } },
        { { 24.8, -75.3 }, { 18.0, -32.5 }, { 5, -50 }, { 21.7564, -47.49 } },
        { { 32.3, 44.3 }, { 34.4, 79.0 }, { 20, 60 }, { 34.8146, 69.88 } },
        { { 45.8, -170.0 },
          { 42.0, -144.7 },
          { 30, -157 },
          { 43.6520, -151.58 } },
        { { -47.6, -38.9 },
          { -49.3, 5.7 },
          { -35, -15 },
          { -50.5848, -6.43 } },
        { { 27.1, -148.5 },
          { 26.0, -106.5 },
          { 15, -125 },
          { 27.8127, -120.63 } },
        { { 16.6, 24.6 }, { 17.4, 49.1 }, { 5, 35 }, { 17.4716, 41.38 } },
        { { -50.3, 3.1 }, { -51.1, 33.2 }, { -40, 18 }, { -51.6485, 17.07 } },
        { { -61.8, 177.8 },
          { -60.9, -138.8 },
          { -45, -160 },
          { -62.9577, -156.43 } },
        { { 49.1, -167.0 },
          { 56.1, -129.2 },
          { 40, -150 },
          { 55.1396, -143.20 } },
        { { 26.7, 43.2 }, { 35.4, 70.6 }, { 20, 60 }, { 29.1038, 48.81 } },
    };
    struct geo *g = geo_new(keep, NULL);
    for (size_t i = 0; i < COUNT(v); i++) {
        struct geo_point ring[] = { v[i].a, v[i].b, v[i].far };
        CHECK_SEED(geo_at(g, geo_ring(g, ring, 3), v[i].p, 0) == YES, i);
        CHECK_SEED(winds_around(ring, 3, v[i].p, 10000), i);
        /* planar: not beyond the straight line from A to B */
        double lon = lon_step(v[i].a.lon, v[i].p.lon);
        double all = lon_step(v[i].a.lon, v[i].b.lon);
        double flat = v[i].a.lat + (v[i].b.lat - v[i].a.lat) * lon / all;
        CHECK_SEED(fabs(flat) < fabs(v[i].p.lat), i);
        /* sphere: nor beyond the great circle */
        double circle =
            atan2(tan(v[i].a.lat * RADIANS) * sin((all - lon) * RADIANS) +
                      tan(v[i].b.lat * RADIANS) * sin(lon * RADIANS),
                  sin(all * RADIANS)) /
            RADIANS;
        CHECK_SEED(fabs(circle) < fabs(v[i].p.lat), i);
    }
}

TEST(inside_agrees_with_turning_the_eye_along_the_ring)
{
    for (uint64_t seed = 1; seed <= 250; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = any_point(&r), p[12];
        double size = pow(10, between(&r, 2, 6.4));
        size_t n = any_corners(&r, middle, size, p);
        const struct geo_zone *z = geo_ring(g, p, n);
        CHECK_SEED(z, seed);
        for (int i = 0; i < 6; i++) {
            struct geo_point q = near_point(&r, middle, 1.2 * size);
            if (shape_distance(zone_shape(z), q, INFINITY, NULL) < 1)
                continue; /* the twin is coarse */
            CHECK_SEED((geo_at(g, z, q, 0) == YES) ==
                           winds_around(p, n, q, 60),
                       seed);
        }
        arena_back(keep, m);
    }
}

TEST(two_micrometres_off_a_side_the_answer_is_right)
{
    const struct geod_geodesic *e = earth();
    for (uint64_t seed = 1; seed <= 300; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = any_point(&r), p[12];
        size_t n = any_corners(&r, middle, pow(10, between(&r, 2, 6.4)), p);
        const struct geo_zone *z = geo_ring(g, p, n);
        for (size_t i = 0; i < n; i++) {
            struct geo_point a = p[i], b = p[(i + 1) % n], x;
            struct geod_geodesicline l;
            double azimuth, t = between(&r, 0.1, 0.9);
            geod_inverseline(&l, e, a.lat, a.lon, b.lat, b.lon, 0);
            geod_position(&l, t * l.s13, &x.lat, &x.lon, &azimuth);
            if (seed % 3 == 0) /* just east of a corner's meridian */
                geod_position(&l, 0.01, &x.lat, &x.lon, &azimuth);
            /* corners run clockwise: the middle is on the right */
            CHECK_SEED(geo_at(g, z, geo_off(x, azimuth + 90, 2e-6), 0) == YES,
                       seed);
            CHECK_SEED(geo_at(g, z, geo_off(x, azimuth - 90, 2e-6), 0) == NO,
                       seed);
            CHECK_SEED(geo_at(g, z, x, 0) == YES, seed);
            CHECK_SEED(geo_at(g, z, a, 0) == YES, seed);
        }
        arena_back(keep, m);
    }
}

/* Points on the very meridian of a corner, far from it. */
TEST(the_meridian_of_a_corner_is_crossed_once_or_not)
{
    for (uint64_t seed = 1; seed <= 150; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point middle = { between(&r, -80, 80),
                                    between(&r, 178, 182) },
                         p[12];
        size_t n = any_corners(&r, middle, 2e5, p);
        for (size_t i = 0; i < n; i++) {
            p[i].lat = round(p[i].lat * 100) / 100;
            p[i].lon = round(p[i].lon * 100) / 100;
        }
        const struct geo_zone *z = geo_ring(g, p, n);
        for (size_t i = 0; z && i < n; i++)
            for (int k = -3; k <= 3; k++) {
                struct geo_point q = { p[i].lat + 0.7 * k, lon_in(p[i].lon) };
                double d = shape_distance(zone_shape(z), q, INFINITY, NULL);
                if (d > 100)
                    CHECK_SEED((geo_at(g, z, q, 0) == YES) ==
                                   winds_around(p, n, q, 60),
                               seed);
            }
        arena_back(keep, m);
    }
}

TEST(rings_over_a_pole_have_it_on_their_edge)
{
    struct geo *g = geo_new(keep, NULL);
    /* a quarter of the north, with a corner at the pole */
    struct geo_point lune[] = { { 0, 0 }, { 0, 90 }, { 90, 40 } };
    const struct geo_zone *z = geo_ring(g, lune, 3);
    CHECK(geo_at(g, z, (struct geo_point){ 45, 45 }, 0) == YES);
    CHECK(geo_at(g, z, (struct geo_point){ 89.9, 30 }, 0) == YES);
    CHECK(geo_at(g, z, (struct geo_point){ 89.9, 100 }, 0) == NO);
    CHECK(geo_at(g, z, (struct geo_point){ 90, 123 }, 0) == YES);
    CHECK(geo_at(g, z, (struct geo_point){ 45, -1 }, 0) == NO);
    CHECK(geo_at(g, z, (struct geo_point){ 45, 225 }, 0) == NO);
    /* a side that goes right over it */
    struct geo_point over[] = { { 80, 10 }, { 80, -170 }, { 70, 100 } };
    z = geo_ring(g, over, 3);
    CHECK(geo_at(g, z, (struct geo_point){ 85, 100 }, 0) == YES);
    CHECK(geo_at(g, z, (struct geo_point){ 89.9, 100 }, 0) == YES);
    CHECK(geo_at(g, z, (struct geo_point){ 89.9, -80 }, 0) == NO);
    CHECK(geo_at(g, z, (struct geo_point){ 60, -80 }, 0) == NO);
    CHECK(geo_at(g, z, (struct geo_point){ 60, 100 }, 0) == NO);
    CHECK(geo_at(g, z, (struct geo_point){ 90, 0 }, 0) == YES);
}

TEST(small_rings_around_a_pole)
{
    for (uint64_t seed = 1; seed <= 80; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct geo *g = geo_new(keep, NULL);
        struct rng r = { seed };
        struct geo_point p[12], pole = { seed % 2 ? 90 : -90, 0 };
        double size = pow(10, between(&r, 3, 6));
        size_t n = any_corners(&r, near_point(&r, pole, size / 9), size, p);
        const struct geo_zone *z = geo_ring(g, p, n);
        for (int i = 0; i < 8; i++) {
            struct geo_point q =
                near_point(&r, pole, (i % 2 ? 1.2 : 9) * size);
            if (shape_distance(zone_shape(z), q, INFINITY, NULL) > size / 1e3)
                CHECK_SEED((geo_at(g, z, q, 0) == YES) ==
                               winds_around(p, n, q, 60),
                           seed);
        }
        arena_back(keep, m);
    }
}

TEST(the_inside_is_the_smaller_part)
{
    struct geo *g = geo_new(keep, NULL);
    /* the equator a little south: the south is smaller, by either way */
    struct geo_point p[] = { { -1, 0 }, { -1, 120 }, { -1, -120 } };
    struct geo_point q[] = { { -1, 0 }, { -1, -120 }, { -1, 120 } };
    for (int i = 0; i < 2; i++) {
        const struct geo_zone *z = geo_ring(g, i ? p : q, 3);
        CHECK(geo_at(g, z, (struct geo_point){ -80, 0 }, 0) == YES);
        CHECK(geo_at(g, z, (struct geo_point){ 80, 0 }, 0) == NO);
    }
}

TEST(what_is_no_ring_is_refused)
{
    struct geo *g = geo_new(keep, NULL);
    struct geo_point bow[] = { { 0, 0 }, { 1, 1 }, { 1, 0 }, { 0, 1 } };
    struct geo_point flat[] = { { 10, 0 }, { 11, 0 }, { 12, 0 } };
    struct geo_point spike[] = { { 0, 0 }, { 0, 1 }, { 1, 1 },
                                 { 5, 5 }, { 1, 1 }, { 1, 0 } };
    struct geo_point eight[] = { { 0, 0 }, { 1, 1 },  { 1, -1 },
                                 { 0, 0 }, { -1, 1 }, { -1, -1 } };
    struct geo_point twice[] = { { 0, 0 }, { 0, 0 }, { 1, 1 }, { 0, 0 } };
    struct geo_point off[] = { { 0, 0 }, { 91, 0 }, { 1, 1 } };
    struct geo_point nan[] = { { 0, 0 }, { NAN, 0 }, { 1, 1 } };
    struct geo_point closed[] = {
        { 0, 0 }, { 0, 1 }, { 0, 1 }, { 1, 1 }, { 0, 360 }
    };
    CHECK(!geo_ring(g, bow, 4) && !geo_ring(g, flat, 3));
    CHECK(!geo_ring(g, spike, 6) && !geo_ring(g, eight, 6));
    CHECK(!geo_ring(g, twice, 4) && !geo_ring(g, off, 3));
    CHECK(!geo_ring(g, nan, 3) && !geo_ring(g, closed, 2));
    CHECK(geo_ring(g, closed, 5));
    CHECK(!geo_line(g, twice, 2) && geo_line(g, twice, 3));
}

/* ---- half-planes and sides ---------------------------------------------- */

TEST(parallels_and_meridians_part_the_earth)
{
    struct geo *g = geo_new(keep, NULL);
    const struct geo_zone *north = geo_half(g, GEO_NORTH, 60.25);
    const struct geo_zone *south = geo_half(g, GEO_SOUTH, 60.25);
    CHECK(geo_at(g, north, (struct geo_point){ 60.25, 7 }, 0) == YES);
    CHECK(geo_at(g, south, (struct geo_point){ 60.25, 7 }, 0) == YES);
    CHECK(geo_at(g, north, (struct geo_point){ 60.249999, 7 }, 0) == NO);
    CHECK(geo_at(g, south, (struct geo_point){ 60.249999, 7 }, 0) == YES);
    const struct geo_zone *west = geo_half(g, GEO_WEST, 30);
    for (int lon = -179; lon <= 180; lon++) {
        double step = lon_step(30, lon);
        bool in = step <= 0 || step >= 180;
        CHECK_SEED(
            (geo_at(g, west, (struct geo_point){ 50, lon }, 0) == YES) == in,
            (uint64_t)(lon + 180));
    }
    CHECK(geo_at(g, west, (struct geo_point){ 50, 30 }, 0) == YES);
    CHECK(geo_at(g, west, (struct geo_point){ -50, -150 }, 0) == YES);
    CHECK(geo_at(g, west, (struct geo_point){ 90, 77 }, 0) == YES);
    CHECK(west == geo_half(g, GEO_EAST, -150));
}

/* The nearest way to a parallel is the meridian. */
TEST(a_parallel_is_as_far_as_the_meridian_says)
{
    struct geo *g = geo_new(keep, NULL);
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct rng r = { seed };
        struct geo_point p = any_point(&r);
        double lat = round(between(&r, -90, 90)), low, high;
        const struct geo_zone *z = geo_half(g, GEO_NORTH, lat);
        geo_distance(g, z, p, &low, &high);
        double want =
            p.lat >= lat ? 0 : geo_metres(p, (struct geo_point){ lat, p.lon });
        CHECK_SEED(fabs(low - want) < 2e-6 && low >= high && low <= high,
                   seed);
    }
}

TEST(a_meridian_is_a_geodesic)
{
    struct geo *g = geo_new(keep, NULL);
    struct geo_point l[] = { { -40, 10 }, { 70, 10 } };
    const struct geo_zone *line = geo_line(g, l, 2);
    const struct geo_zone *east = geo_half(g, GEO_EAST, 10);
    for (uint64_t seed = 1; seed <= 100; seed++) {
        struct rng r = { seed };
        struct geo_point p = { between(&r, -30, 60), between(&r, -5, 9) };
        double a, b, c, d;
        geo_distance(g, line, p, &a, &b);
        geo_distance(g, east, p, &c, &d);
        CHECK_SEED(fabs(a - c) < 2e-6, seed);
    }
}

TEST(a_line_has_two_sides_and_runs_on)
{
    struct geo *g = geo_new(keep, NULL);
    struct geo_point l[] = { { 47.1, 37.6 }, { 48.0, 37.8 }, { 48.7, 39.2 } };
    const struct geo_zone *line = geo_line(g, l, 3);
    const struct geo_zone *west = geo_beside(g, 270, line);
    const struct geo_zone *north = geo_beside(g, 0, line);
    const struct geo_zone *east = geo_beside(g, 90, line);
    CHECK(west && west == north && east && east != west);
    static const struct ask v[] = {
        { { 48, 37 }, YES },      { { 47.5, 38 }, NO },
        { { 50.4, 30.5 }, YES },  { { 47.2, 39.7 }, NO },
        { { 55, 30 }, YES },      { { 41, 45 }, NO },
        { { 48, 37.8 }, YES },    { { 47.55, 37.69 }, YES },
        { { 47.55, 37.72 }, NO }, { { 40, 36.6 }, NO },
        { { 40, 35.6 }, YES },                           /* run on south */
        { { 49.5, 42.2 }, NO },   { { 51, 42.2 }, YES }, /* and north-east */
    };
    asks(g, west, v, COUNT(v));
    for (uint64_t seed = 1; seed <= 300; seed++) {
        struct rng r = { seed };
        struct geo_point p = { between(&r, 20, 70), between(&r, 0, 80) };
        if (shape_distance(zone_shape(west), p, INFINITY, NULL) > 1e-3)
            CHECK_SEED(geo_at(g, west, p, 0) == tri_not(geo_at(g, east, p, 0)),
                       seed);
    }
    struct geo_point due[] = { { 47, 38 }, { 49, 38 } };
    CHECK(!geo_beside(g, 0, geo_line(g, due, 2)));
    CHECK(!geo_beside(g, 180, geo_line(g, due, 2)));
    CHECK(geo_beside(g, 45, geo_line(g, due, 2)) ==
          geo_beside(g, 90, geo_line(g, due, 2)));
    CHECK(!geo_beside(g, 0, geo_ring(g, conc, 5)));
}
