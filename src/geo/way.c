/* way.c - paths over zones, and where their middle is. */
#include "geo/own.h"

#define STEP 1000.0
#define LOOK 400e3

/* Looked at every kilometre; where the zone is far off, only once in that. */
bool geo_crosses(struct geo *g, const struct geo_zone *z, struct geo_point p,
                 struct geo_point q)
{
    struct geodesic line;
    (void)g;
    geodesic_make(&line, p, q);
    double n = fmax(1, ceil(line.length / STEP));
    for (double i = 0; i <= n; i++) {
        struct geo_point x;
        x = geodesic_at(&line, line.length * i / n, NULL);
        double far = fmin(LOOK, zone_rough(z, x, LOOK).low);
        if (far <= 0 && zone_holds(z, x) == YES)
            return true;
        i += fmax(0, floor(far / STEP) - 1);
    }
    return false;
}

static void add_corners(const struct geo_zone *z, vec *sum, size_t *n)
{
    bool drawn =
        z->kind == ZONE_RING || z->kind == ZONE_LINE || z->kind == ZONE_DOT;
    for (size_t i = 0; drawn && i < z->p_n; i++) {
        vec v = vec_of(z->p[i]);
        *sum = (vec){ sum->x + v.x, sum->y + v.y, sum->z + v.z };
        ++*n;
    }
    for (size_t i = 0; i < z->part_n; i++)
        add_corners(z->part[i], sum, n);
}

/* The mean of the corners in space, brought up to the ground. */
bool geo_middle(struct geo *g, const struct geo_zone *z, struct geo_point *out)
{
    vec sum = { 0, 0, 0 }, centre = { 0, 0, 0 };
    size_t n = 0;
    (void)g;
    add_corners(z, &sum, &n);
    if (!n || vec_far(sum, centre) < 1)
        return false;
    *out = point_under(sum);
    return true;
}

static size_t add_some(struct geo *g, const struct geo_zone *z,
                       struct geo_point *out, size_t n, size_t most)
{
    size_t places = z->kind == ZONE_AREA ? g->file.places_n : 0;
    if (n < most && z->p_n && geo_middle(g, z, &out[n]))
        n++;
    for (size_t i = 0; i < z->p_n && n < most; i += z->p_n / 4 + 1)
        out[n++] = z->p[i];
    for (size_t i = 0; i < places && n < most; i++)
        if (z->places[i / 64] >> (i % 64) & 1)
            out[n++] = file_middle(g->keep, &g->file, (int)i + 1);
    for (size_t i = 0; i < z->part_n; i++)
        n = add_some(g, z->part[i], out, n, most);
    return n;
}

size_t geo_some_points(struct geo *g, const struct geo_zone *z,
                       struct geo_point *out, size_t most)
{
    return add_some(g, z, out, 0, most);
}
