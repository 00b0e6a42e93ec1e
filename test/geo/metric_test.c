/* metric_test.c - lengths on the ellipsoid against published values */
#include "some.h"

static bool about(double x, double y, double within)
{
    return fabs(x - y) <= within;
}

TEST(geodesics_have_the_published_lengths)
{
    static const struct {
        struct geo_point a, b;
        double metres;
    } v[] = {
        { { 0, 0 }, { 0, 1 }, 111319.4908 },
        { { 0, 0 }, { 1, 0 }, 110574.3886 },
        { { 60, 20 }, { 60, 20.5 }, 27899.9344 },
        { { 60, 20 }, { 60.3, 20 }, 33424.4495 },
        { { 34.4, 77.5 }, { 34.5, 77.7 }, 21467.2201 },
        { { 35, 74 }, { 35.3, 74.4 }, 49358.3041 },
        { { 48.2, 37.9 }, { 48.7, 38.9 }, 92537.6923 },
        { { 70, 179.8 }, { 70.1, -179.7 }, 22074.1044 },
        { { 38, 126.5 }, { 38.3, 128.4 }, 169834.3072 },
        { { 89.9, 0 }, { 89.9, 180 }, 22338.7957 },
        { { 0, 40 }, { 90, 0 }, 10001965.7293 },
    };
    for (size_t i = 0; i < COUNT(v); i++)
        CHECK_SEED(about(geo_metres(v[i].a, v[i].b), v[i].metres, 6e-5), i);
}

/* Geoscience Australia's example. */
TEST(flinders_peak_to_buninyong)
{
    struct geo_point a = { -37.95103341667, 144.42486788889 };
    struct geo_point b = { -37.65282113889, 143.92649552778 };
    CHECK(about(geo_metres(a, b), 54972.2711, 1e-3));
    struct geo_point c = geo_off(a, 306.86815920, 54972.2711);
    CHECK(geo_metres(b, c) < 1e-3);
}

TEST(longitudes_are_taken_as_they_come)
{
    struct geo_point a = { 10, 181 }, b = { 10, -179 }, c = { 10, 541 };
    CHECK(geo_metres(a, b) < 1e-8 && geo_metres(a, c) < 1e-8);
    CHECK(about(lon_in(181), -179, 0) && about(lon_in(180), -180, 0) &&
          about(lon_in(-180), -180, 0) && about(lon_in(-540), -180, 0));
}

TEST(chords_bound_geodesics)
{
    for (uint64_t seed = 1; seed <= 20000; seed++) {
        struct rng r = { seed };
        struct geo_point a = any_point(&r);
        double far = pow(10, between(&r, -3, 7.3));
        struct geo_point b =
            seed % 5 ? geo_off(a, between(&r, 0, 360), far) : any_point(&r);
        if (seed % 7 == 0)
            b = near_point(&r, (struct geo_point){ -a.lat, a.lon + 180 },
                           50e3);
        double s = geo_metres(a, b), c = vec_far(vec_of(a), vec_of(b));
        CHECK_SEED(arc_low(c) <= s + 1e-8 && s <= arc_high(c) + 1e-8, seed);
        CHECK_SEED(c <= chord_high(s) + 1e-8, seed);
        if (s < 250e3)
            CHECK_SEED(arc_high(c) - arc_low(c) < 0.35, seed);
    }
}

static double to_line(struct arena *keep, struct geo_point p,
                      struct geo_point a, struct geo_point b)
{
    struct geo *g = geo_new(keep, NULL);
    struct geo_point l[] = { a, b };
    double low, high;
    geo_distance(g, geo_line(g, l, 2), p, &low, &high);
    CHECK(about(low, high, 0));
    return low;
}

TEST(a_point_is_as_far_from_a_segment_as_published)
{
    static const struct {
        struct geo_point p, a, b;
        double metres;
    } v[] = {
        { { 48.5, 37.0 }, { 48, 38 }, { 49, 38 }, 73899.306 },
        { { 38.3, 127 }, { 37.9, 126.7 }, { 38.6, 128.3 }, 25746.006 },
        { { 60.4, 29 }, { 60, 28 }, { 60, 30 }, 44144.557 },
        { { 70, -179.9 }, { 69.8, 179.5 }, { 70.3, -179.0 }, 351.304 },
        { { 34, 74 }, { 34.5, 75 }, { 34.5, 76 }, 107521.398 },
        { { .45, 10 }, { 0, 9 }, { 0, 11 }, 49758.434 },
    };
    for (size_t i = 0; i < COUNT(v); i++)
        CHECK_SEED(
            about(to_line(keep, v[i].p, v[i].a, v[i].b), v[i].metres, 6e-4),
            i);
}

static struct sketch geodesic_sketch(struct arena *keep, struct geo_point a,
                                     struct geo_point b)
{
    struct sketch s = { .keep = keep, .geodesic = true };
    sketch_run(&s, 0, 1);
    sketch_corner(&s, a);
    sketch_to(&s, b);
    return s;
}

/* Two shapes that share an edge, each drawn its own way round, share all its
 * corners to the last bit, however its longitudes are counted. */
TEST(an_edge_has_the_same_corners_both_ways)
{
    struct rng r = { 5 };
    for (size_t seed = 0; seed < 400; seed++) {
        struct geo_point a = any_point(&r), b = near_point(&r, a, 3e5);
        double turn = seed % 2 ? 360 : -360;
        b.lat = seed % 5 ? b.lat : a.lat;     /* along a parallel, too */
        b.lon = remainder(b.lon + turn, 360); /* what a turn leaves exact */
        struct geo_point far = { b.lat, b.lon + turn };
        struct sketch there = geodesic_sketch(keep, a, b);
        struct sketch back = geodesic_sketch(keep, b, a);
        struct sketch again = geodesic_sketch(keep, a, far);
        CHECK_SEED(there.n == back.n && there.n == again.n, seed);
        for (size_t i = 0; i < there.n && i < back.n; i++) {
            CHECK_SEED(there.lat[i] == back.lat[there.n - 1 - i], seed);
            CHECK_SEED(there.lon[i] == back.lon[there.n - 1 - i], seed);
            if (i + 1 < there.n) {
                CHECK_SEED(there.lat[i] == again.lat[i], seed);
                CHECK_SEED(there.lon[i] == again.lon[i], seed);
            }
        }
    }
}

/* From the origin to (4, 0, 0); beside it, and off either end, near and far.
 */
TEST(what_is_nearest_of_a_segment_lies_on_it)
{
    static const struct {
        vec p;
        double t, far;
    } v[] = {
        { { 1, 3, 0 }, .25, 3 },  { { 4, 0, 2 }, 1, 2 },
        { { 7, 4, 0 }, 1, 5 },    { { 12, 0, 6 }, 1, 10 },
        { { -3, 4, 0 }, 0, 5 },   { { 0, -1, 0 }, 0, 1 },
        { { -12, 0, 5 }, 0, 13 }, { { 2, 0, 0 }, .5, 0 },
    };
    vec a = { 0, 0, 0 }, b = { 4, 0, 0 };
    double t;
    for (size_t i = 0; i < COUNT(v); i++) {
        CHECK_SEED(fabs(segment_far(v[i].p, a, b, &t) - v[i].far) < 1e-9, i);
        CHECK_SEED(fabs(t - v[i].t) < 1e-9, i);
        CHECK_SEED(fabs(segment_far(v[i].p, a, a, &t) - vec_far(v[i].p, a)) <
                           1e-9 &&
                       t >= 0 && t <= 1,
                   i);
    }
}

/* A sphere says 50 037.8 m and leaves it out. */
TEST(fifty_kilometres_from_a_line_on_the_equator)
{
    struct geo *g = geo_new(keep, NULL);
    struct geo_point l[] = { { 0, 9 }, { 0, 11 } };
    const struct geo_zone *z = geo_within(g, 50e3, geo_line(g, l, 2));
    CHECK(geo_at(g, z, (struct geo_point){ .45, 10 }, 0) == YES);
}

/* Between the parallel and the geodesic, half-way. */
TEST(an_edge_from_east_to_west_bulges_as_published)
{
    static const struct {
        double lat, bulge[4];
    } v[] = {
        { 35, { 1.371, 34.270, 137.081, 548.380 } },
        { 48, { 2.173, 54.315, 217.267, 869.184 } },
        { 60, { 3.386, 84.651, 338.622, 1354.777 } },
        { 70, { 5.369, 134.220, 536.938, 2148.659 } },
    };
    static const double lengths[] = { 10e3, 50e3, 100e3, 200e3 };
    const struct geod_geodesic *g = earth();
    for (size_t i = 0; i < 16; i++) {
        double lat = v[i / 4].lat, s;
        double w = 1 - WGS_E2 * pow(sin(lat * RADIANS), 2);
        double lon =
            lengths[i % 4] / (WGS_A / sqrt(w) * cos(lat * RADIANS)) / RADIANS;
        struct geod_geodesicline l;
        struct geo_point m;
        geod_inverseline(&l, g, lat, 0, lat, lon, 0);
        geod_position(&l, l.s13 / 2, &m.lat, &m.lon, NULL);
        s = geo_metres(m, (struct geo_point){ lat, lon / 2 });
        CHECK_SEED(about(s, v[i / 4].bulge[i % 4], 0.02 + s * 2e-3), i);
    }
}

/* GeographicLib, in C++, against PROJ's geodesics, in C. */
TEST(two_implementations_agree_on_geodesics)
{
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        struct rng r = { seed };
        struct geo_point p = any_point(&r), q = any_point(&r), end, there;
        double far, at_p, at_q, azimuth, want[3];
        if (seed % 2)
            q = near_point(&r, p, pow(10, between(&r, -3, 7)));
        far = geodesic_length(p, q, &at_p, &at_q);
        geod_inverse(earth(), p.lat, p.lon, q.lat, q.lon, want, want + 1,
                     want + 2);
        CHECK_SEED(fabs(far - want[0]) < 1e-7, seed);
        CHECK_SEED(fabs(geodesic_length(p, q, NULL, NULL) - far) < 1e-8, seed);
        bool turns = far > 1 && far < 19.9e6 && fabs(p.lat) < 89 &&
                     fabs(q.lat) < 89; /* else azimuths say little */
        CHECK_SEED(!turns || fabs(lon_step(at_p, want[1])) < 1e-5, seed);
        CHECK_SEED(!turns || fabs(lon_step(at_q, want[2])) < 1e-5, seed);
        end = geodesic_end(p, want[1], want[0]);
        CHECK_SEED(geodesic_length(end, q, NULL, NULL) < 1e-6, seed);
        struct geodesic line;
        geodesic_make(&line, p, q);
        CHECK_SEED(fabs(line.length - far) < 1e-8, seed);
        there = geodesic_at(&line, far * 2 / 3, &azimuth);
        double to_p = geodesic_length(p, there, NULL, NULL);
        double to_q = geodesic_length(there, q, NULL, NULL);
        CHECK_SEED(fabs(to_p - far * 2 / 3) < 1e-6 &&
                       fabs(to_q - far / 3) < 1e-6,
                   seed);
    }
}
