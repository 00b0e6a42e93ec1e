/* metric.c - lengths on the ellipsoid, and bounds for them from chords.
 *
 * A geodesic by Karney's method costs a microsecond, a chord (the straight
 * line through the Earth) a nanosecond.  A chord tells nearly all:
 *
 *   On a convex surface whose normal curvatures all lie between 1/R and 1/r,
 *   a shortest path of length s has a chord c with
 *
 *       2 r sin(s / 2r)  <=  c  <=  2 R sin(s / 2R).
 *
 * Proof.  Let g be the path from P by length, n the outward normal, k its
 * normal curvature, and f = |g - P|.  Geodesics bend along the normal alone:
 * g'' = -k n, so that (f^2)'' = 2 - 2k <g - P, n>.  The surface lies inside
 * the ball of radius R that touches it from within at g, and outside that of
 * radius r (Blaschke's rolling theorem), which says
 * f^2 / 2R <= <g - P, n> <= f^2 / 2r.  Hence u = f^2 has
 * 2 - u / r^2 <= u'' <= 2 - u / R^2 with u(0) = u'(0) = 0; Sturm's comparison
 * with the solutions 4 R^2 sin^2(s / 2R) and 4 r^2 sin^2(s / 2r) of the two
 * equations gives the claim for s <= pi r.
 *
 * For WGS 84, R = a^2/b and r = b^2/a: at 250 km the two bounds are 32 cm
 * apart, where haversine may be off by 1.4 km.
 */
#include "geo/own.h"

vec vec_of(struct geo_point p)
{
    double lat = p.lat * RADIANS, lon = p.lon * RADIANS;
    double n = WGS_A / sqrt(1 - WGS_E2 * sin(lat) * sin(lat));
    return (vec){ n * cos(lat) * cos(lon), n * cos(lat) * sin(lon),
                  n * (1 - WGS_E2) * sin(lat) };
}

struct geo_point point_under(vec v)
{
    double across = hypot(v.x, v.y);
    return (struct geo_point){
        atan2(v.z, (1 - WGS_E2) * across) / RADIANS,
        lon_in(atan2(v.y, v.x) / RADIANS),
    };
}

double lon_in(double lon)
{
    if (lon >= -180 && lon < 180)
        return lon + 0.0;
    double l = remainder(lon, 360);
    return l >= 180 ? l - 360 : l + 0.0; /* no negative zero */
}

double lon_step(double a, double b)
{
    double d = b - a;
    return d >= -180 && d <= 180 ? d : remainder(d, 360);
}

double arc_low(double chord)
{
    double x = chord / (2 * ROUND_MAX);
    return x <= 0 ? 0 : x >= 1 ? FARTHEST : 2 * ROUND_MAX * asin(x);
}

double arc_high(double chord)
{
    double x = chord / (2 * ROUND_MIN);
    if (x <= 0)
        return 0;
    return x >= 1 ? FARTHEST : fmin(2 * ROUND_MIN * asin(x), FARTHEST);
}

double chord_high(double arc)
{
    return arc >= FARTHEST ? 2 * WGS_A
                           : 2 * ROUND_MAX * sin(arc / (2 * ROUND_MAX));
}

double segment_far(vec p, vec a, vec b, double *t)
{
    vec u = vec_sub(b, a);
    double l = vec_dot(u, u);
    double at = l > 0 ? vec_dot(vec_sub(p, a), u) / l : 0;
    *t = at < 0 ? 0 : at > 1 ? 1 : at;
    return vec_far(p, vec_mix(a, b, *t));
}

struct geo_point geo_off(struct geo_point p, double bearing, double metres)
{
    return geodesic_end(p, bearing, metres);
}

double geo_metres(struct geo_point p, struct geo_point q)
{
    return geodesic_length(p, q, NULL, NULL);
}
