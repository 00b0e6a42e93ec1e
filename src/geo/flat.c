/* flat.c - sides that are straight in longitude and latitude
 *
 * A file's sides are straight on a map whose axes are longitude and latitude
 * (RFC 7946), a geodesic is straight on the ground. So from one corner to next
 * others are put, so close that no geodesic from each to the following one
 * strays more than TOLERANCE. On a sphere the way (lat + t dlat, lon + t dlon)
 * accelerates off the great circle by
 *
 *     sin lat cos lat dlon^2 northward and -2 sin lat dlat dlon eastward,
 *
 * in radii; and what accelerates by A strays from its chord by A / 8 at most,
 * in N pieces by A / 8 N^2.
 */
#include "geo/own.h"

#define TOLERANCE 0.1

static size_t pieces(struct geo_point a, struct geo_point b)
{
    double dlat = fabs(b.lat - a.lat) * RADIANS;
    double dlon = fabs(b.lon - a.lon) * RADIANS;
    double off = fmax(fabs(a.lat), fabs(b.lat)) * RADIANS;
    double across = dlon * dlon + 2 * dlat * dlon;
    double stray = 1.01 * ROUND_MAX / 8 * sin(off) * across;
    return (size_t)fmax(1, ceil(sqrt(stray / TOLERANCE)));
}

size_t geo_flat_corners(const struct geo_point *p, size_t n)
{
    size_t all = n > 0;
    for (size_t i = 0; i + 1 < n; i++)
        all += pieces(p[i], p[i + 1]);
    return all;
}

/* Both ways along a side its corners are the same: from the lesser end. */
static struct geo_point on_side(struct geo_point a, struct geo_point b,
                                size_t i, size_t n)
{
    bool back = a.lat > b.lat || (!(a.lat < b.lat) && a.lon > b.lon);
    struct geo_point from = back ? b : a, to = back ? a : b;
    double t = (double)(back ? n - i : i) / (double)n;
    return (struct geo_point){ from.lat + t * (to.lat - from.lat),
                               from.lon + t * (to.lon - from.lon) };
}

static struct geo_point *corners(struct geo *g, const struct geo_point *p,
                                 size_t n, size_t *out_n)
{
    struct geo_point *out =
        new_n(g->keep, struct geo_point, geo_flat_corners(p, n) + 1);
    size_t m = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        size_t k = pieces(p[i], p[i + 1]);
        out[m++] = p[i];
        for (size_t j = 1; j < k; j++)
            out[m++] = on_side(p[i], p[i + 1], j, k);
    }
    out[m++] = p[n - 1];
    *out_n = m;
    return out;
}

const struct geo_zone *geo_flat_ring(struct geo *g, const struct geo_point *p,
                                     size_t n)
{
    struct geo_point *q = corners(g, p, n, &n);
    return geo_ring(g, q, n);
}

const struct geo_zone *geo_flat_line(struct geo *g, const struct geo_point *p,
                                     size_t n)
{
    struct geo_point *q = corners(g, p, n, &n);
    return geo_line(g, q, n);
}
