/* some.c - see some.h */
#include "some.h"

const struct geod_geodesic *earth(void)
{
    static struct geod_geodesic g;
    geod_init(&g, WGS_A, WGS_F);
    return &g;
}

double between(struct rng *r, double lo, double hi)
{
    return lo + (hi - lo) * rng_unit(r);
}

struct geo_point any_point(struct rng *r)
{
    struct geo_point p = { asin(between(r, -1, 1)) / RADIANS,
                           between(r, -180, 180) };
    switch (rng_below(r, 6)) {
    case 0: p.lat = between(r, 80, 90); break;
    case 1: p.lat = between(r, -90, -85); break;
    case 2: p.lon = between(r, 175, 185); break;
    default: break;
    }
    return p;
}

struct geo_point near_point(struct rng *r, struct geo_point p, double metres)
{
    double far = metres * sqrt(rng_unit(r));
    return geo_off(p, between(r, 0, 360), far);
}

/* A star: seen from the middle, the corners follow each other by less than
 * half a turn, so that no two sides meet. */
size_t any_corners(struct rng *r, struct geo_point middle, double metres,
                   struct geo_point *out)
{
    size_t n = 3 + rng_below(r, 10);
    for (size_t i = 0; i < n; i++) {
        double turn = 360.0 / (double)n * ((double)i + 0.8 * rng_unit(r));
        out[i] = geo_off(middle, turn, metres * between(r, 0.2, 1));
    }
    return n;
}

const struct geo_zone *any_ring(struct geo *g, struct rng *r,
                                struct geo_point middle, double metres)
{
    struct geo_point p[12];
    size_t n = any_corners(r, middle, metres, p);
    const struct geo_zone *z = geo_ring(g, p, n);
    CHECK(z);
    return z;
}

struct geo *the_geo(void)
{
    static struct arena keep;
    static struct geo *g;
    if (!g) {
        keep = arena_new((size_t)1 << 30);
        g = geo_new(&keep, NULL);
    }
    return g;
}

const struct geo_zone *country(const char *code)
{
    const struct geo_zone *z = geo_country(the_geo(), str_of(code));
    CHECK(z);
    return z;
}

const struct geo_zone *area(const char *name)
{
    size_t found, n;
    str names[4];
    const struct geo_zone *z =
        geo_area(the_geo(), str_of(name), &found, names, 4, &n);
    CHECK(z && found == 1);
    return z;
}

bool winds_around(const struct geo_point *p, size_t n, struct geo_point q,
                  int steps)
{
    const struct geod_geodesic *g = earth();
    double sum = 0, last = 0;
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        struct geod_geodesicline l;
        struct geo_point a = p[i], b = p[(i + 1) % n];
        geod_inverseline(&l, g, a.lat, a.lon, b.lat, b.lon, 0);
        for (int k = 0; k <= steps; k++) {
            struct geo_point x;
            double azimuth;
            geod_position(&l, l.s13 * k / steps, &x.lat, &x.lon, NULL);
            geod_inverse(g, q.lat, q.lon, x.lat, x.lon, NULL, &azimuth, NULL);
            if (any)
                sum += remainder(azimuth - last, 360);
            last = azimuth;
            any = true;
        }
    }
    return fabs(sum) > 180;
}

static double golden(const struct shape *s, uint32_t first, struct geo_point p,
                     double lo, double hi)
{
    const double ratio = (sqrt(5) - 1) / 2;
    double a = hi - ratio * (hi - lo), b = lo + ratio * (hi - lo);
    double fa = geo_metres(p, piece_point(s, first, a));
    double fb = geo_metres(p, piece_point(s, first, b));
    while (hi - lo > 1e-9) {
        if (fa < fb) {
            hi = b;
            b = a;
            fb = fa;
            a = hi - ratio * (hi - lo);
            fa = geo_metres(p, piece_point(s, first, a));
        } else {
            lo = a;
            a = b;
            fa = fb;
            b = lo + ratio * (hi - lo);
            fb = geo_metres(p, piece_point(s, first, b));
        }
    }
    return fmin(fa, fb);
}

/* Both halves of every piece that can be the nearest by the triangle
 * inequality from its first corner. */
static double slow_part(const struct shape *s, struct geo_point p, double best)
{
    for (uint32_t i = 0; i < s->runs_n; i++) {
        const struct run *r = &s->run[i];
        for (uint32_t j = r->first; j + 1 < r->first + r->n; j++) {
            struct geo_point a = { s->lat[j], s->lon[j] };
            struct geo_point b = { s->lat[j + 1], s->lon[j + 1] };
            double from = geo_metres(p, a);
            best = fmin(best, from);
            if (from - 1.2 * geo_metres(a, b) - 10e3 > best)
                continue;
            best = fmin(best, golden(s, j, p, 0, 0.5));
            best = fmin(best, golden(s, j, p, 0.5, 1));
            best = fmin(best, geo_metres(p, b));
        }
    }
    return best;
}

double slow_distance(const struct shape *s, struct geo_point p)
{
    double best = INFINITY;
    for (uint32_t i = 0; i < shape_parts(s); i++)
        best = slow_part(shape_part(s, i), p, best);
    return best;
}
