/* ring.c - what is drawn by hand: rings, lines, half-planes, sides of lines.
 *
 * A ring's inside is the smaller of the two parts of the Earth, told by the
 * sign of the area to its left (geodesic_area).  Which of the two the parity
 * of crossings calls odd depends on where the north pole lies, so it is
 * tried out: a point just to the left of the ring, nearer to its piece than
 * any other piece is, must come out on the left.  That holds for rings around
 * a pole, through it and over the antimeridian alike.
 *
 * The side of a line is a ring too: the line, run on along its end segments
 * for 9000 km each, and closed over the far side of the Earth by way of the
 * point opposite to its middle.
 */
#include "base/sort.h"
#include "geo/own.h"

#include <assert.h>

#define RUN_ON 9000e3

/* ---- does it touch itself? ---------------------------------------------- */

/* Is C to the left (-1) or right (1) of the way from A to B? */
static int hand(struct geo_point a, struct geo_point b, struct geo_point c)
{
    double to_b, to_c;
    geodesic_length(a, b, &to_b, NULL);
    geodesic_length(a, c, &to_c, NULL);
    double s = sin((to_c - to_b) * RADIANS);
    return (s > 0) - (s < 0);
}

static struct geo_point corner(const struct shape *s, uint32_t i)
{
    return (struct geo_point){ s->lat[i], s->lon[i] };
}

static bool is_on(const struct shape *s, uint32_t piece, uint32_t i)
{
    struct part part = { s, s->run, piece, 0, 1 };
    double t;
    return part_distance(&part, corner(s, i), &t) <= GEO_TIE;
}

static bool meet(const struct shape *s, uint32_t i, uint32_t j)
{
    if (is_on(s, i, j) || is_on(s, i, j + 1) || is_on(s, j, i) ||
        is_on(s, j, i + 1))
        return true;
    struct geo_point a = corner(s, i), b = corner(s, i + 1);
    struct geo_point c = corner(s, j), d = corner(s, j + 1);
    return hand(a, b, c) * hand(a, b, d) < 0 &&
           hand(c, d, a) * hand(c, d, b) < 0;
}

/* Pieces I and I + 1 share a corner: do they fold back on each other? */
static bool folded(const struct shape *s, uint32_t i, uint32_t j)
{
    return is_on(s, i, j + 1) || is_on(s, j, i);
}

/* A ball around a piece; those that are apart cannot touch. */
struct ball {
    vec middle;
    double radius;
    uint32_t piece;
};

static int by_west_end(const void *a, const void *b, void *with)
{
    const struct ball *x = a, *y = b;
    double p = x->middle.x - x->radius, q = y->middle.x - y->radius;
    (void)with;
    return (p > q) - (p < q);
}

static bool balls_meet(const struct shape *s, const struct ball *a,
                       const struct ball *b)
{
    uint32_t n = s->corners_n - 1;
    uint32_t apart = (b->piece + n - a->piece) % n;
    return apart != 1 && apart != n - 1 &&
           vec_far(a->middle, b->middle) <= a->radius + b->radius + GEO_TIE &&
           meet(s, a->piece, b->piece);
}

/* Of balls in the order in which they begin along an axis, each is held
 * against those that begin before it ends. */
static bool some_meet(const struct shape *s)
{
    uint32_t n = s->corners_n - 1;
    struct arena_mark mark = arena_mark(s->keep);
    struct ball *ball = new_n(s->keep, struct ball, n);
    for (uint32_t i = 0; i < n; i++)
        ball[i] = (struct ball){ vec_mix(s->at[i], s->at[i + 1], 0.5),
                                 piece_length(s, i) / 2, i };
    sort_array(s->keep, ball, n, sizeof *ball, by_west_end, NULL);
    bool met = false;
    for (uint32_t i = 0; i < n && !met; i++) {
        double end = ball[i].middle.x + ball[i].radius + GEO_TIE;
        for (uint32_t j = i + 1;
             j < n && !met && ball[j].middle.x - ball[j].radius <= end; j++)
            met = balls_meet(s, &ball[i], &ball[j]);
    }
    arena_back(s->keep, mark);
    return met;
}

/* One run that is closed. */
static bool touches_itself(const struct shape *s)
{
    uint32_t n = s->corners_n - 1;
    for (uint32_t i = 0; i < n; i++)
        if (folded(s, i, (i + 1) % n))
            return true;
    return some_meet(s);
}

/* Nothing is near the centre of the Earth: sees all pieces, stays at none. */
static bool look(struct walk *w, const struct part *piece, double low)
{
    (void)w, (void)piece, (void)low;
    return true;
}

static void look_at_all(const struct shape *s)
{
    struct walk w = { .p = { 0, 0 }, .limit = FARTHEST * 2, .see = look };
    shape_walk(s, &w);
}

/* ---- which part is the inside? ------------------------------------------ */

struct beside {
    struct walk walk;
    uint32_t piece;
    double best;
};

static bool see_others(struct walk *w, const struct part *piece, double low)
{
    struct beside *b = (struct beside *)w;
    double t;
    (void)low;
    if (piece->first != b->piece)
        b->best = w->limit = fmin(w->limit, part_distance(piece, w->p, &t));
    return true;
}

/* Set S->top so that LEFT of piece I is inside, or right of it. */
static void settle(struct shape *s, uint32_t i, bool left)
{
    struct geo_point a = corner(s, i), b = corner(s, i + 1), m;
    struct geodesic line;
    double azimuth;
    geodesic_make(&line, a, b);
    m = geodesic_at(&line, line.length / 2, &azimuth);
    struct beside o = { .walk = { .p = m, .limit = 10, .see = see_others },
                        .piece = i,
                        .best = 10 };
    shape_walk(s, &o.walk);
    s->top = false;
    s->top = shape_holds(s, geo_off(m, azimuth - 90, o.best / 2)) != left;
    s->run[0].left = left;
    s->run[0].right = !left;
}

static uint32_t longest(const struct shape *s)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i + 1 < s->corners_n; i++)
        if (piece_length(s, i) > piece_length(s, best))
            best = i;
    return best;
}

/* ---- shapes ------------------------------------------------------------- */

static struct shape *draw(struct arena *keep, const struct geo_point *p,
                          size_t n, bool closed)
{
    struct sketch k = { .keep = keep, .geodesic = true };
    sketch_run(&k, 0, 0);
    sketch_corner(&k, p[0]);
    for (size_t i = 1; i < n; i++)
        sketch_to(&k, p[i]);
    if (closed)
        sketch_to(&k, p[0]);
    struct shape *s = sketch_shape(&k);
    look_at_all(s);
    return s;
}

struct shape *ring_shape(struct arena *keep, const struct geo_point *p,
                         size_t n)
{
    double around;
    assert(n >= 3);
    struct shape *s = draw(keep, p, n, true);
    double area = geodesic_area(p, n, &around);
    if (fabs(area) <= around * GEO_TIE || touches_itself(s))
        return NULL;
    settle(s, longest(s), area > 0);
    return s;
}

struct shape *line_shape(struct arena *keep, const struct geo_point *p,
                         size_t n)
{
    return draw(keep, p, n, false);
}

struct shape *half_shape(struct arena *keep, enum geo_side side,
                         double degrees)
{
    struct sketch k = { .keep = keep };
    if (side == GEO_NORTH || side == GEO_SOUTH) { /* drawn eastward */
        sketch_run(&k, side == GEO_NORTH, side == GEO_SOUTH);
        sketch_corner(&k, (struct geo_point){ degrees, -180 });
        for (int lon = -90; lon <= 180; lon += 90)
            sketch_to(&k, (struct geo_point){ degrees, lon });
        return sketch_shape(&k);
    }
    for (int i = 0; i < 2; i++) { /* north, then south behind the pole */
        sketch_run(&k, side == GEO_WEST, side == GEO_EAST);
        double lon = degrees + 180 * i, end = i ? 90 : -90;
        sketch_corner(&k, (struct geo_point){ end, lon });
        sketch_to(&k, (struct geo_point){ 0, lon });
        sketch_to(&k, (struct geo_point){ -end, lon });
    }
    return sketch_shape(&k);
}

static struct geo_point run_on(struct geo_point a, struct geo_point b)
{
    struct geodesic line;
    struct geo_point p;
    geodesic_make(&line, a, b);
    p = geodesic_at(&line, line.length + RUN_ON, NULL);
    return p;
}

struct shape *beside_shape(struct arena *keep, const struct geo_point *p,
                           size_t n, bool right)
{
    struct geodesic line;
    struct geo_point *q = new_n(keep, struct geo_point, n + 3), m;
    geodesic_make(&line, p[0], p[n - 1]);
    m = geodesic_at(&line, line.length / 2, NULL);
    q[0] = run_on(p[1], p[0]);
    for (size_t i = 0; i < n; i++)
        q[i + 1] = p[i];
    q[n + 1] = run_on(p[n - 2], p[n - 1]);
    q[n + 2] = (struct geo_point){ -m.lat, lon_in(m.lon + 180) };
    struct shape *s = draw(keep, q, n + 3, true);
    /* the first piece of the line itself */
    uint32_t i = 0;
    while (vec_far(s->at[i], vec_of(p[0])) > GEO_TIE)
        i++;
    settle(s, i, !right);
    return s;
}
