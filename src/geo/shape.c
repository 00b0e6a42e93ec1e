/* shape.c - edges in a tree: the nearest, and those crossed.
 *
 * A shape is runs of corners.  From a corner to the next in its run goes a
 * piece, straight in longitude and latitude or geodesic, and short.  Up to
 * sixteen pieces in a row are a chunk; over the chunks, in the order in which
 * they were drawn (or in which the packaged file has them, along a Hilbert
 * curve), stands a binary tree.  Each node has a ball in space and a box in
 * latitude and longitude around all that is below it.
 *
 * The nearest piece is found by descending into the nearer ball first and
 * leaving out balls whose chord is longer than any geodesic of the best
 * length so far can have (metric.c).  A piece lies within its `sag` of its
 * chord; what the sag leaves open is decided by geodesics.  Corners become
 * points in space only when their chunk is first looked at: a large land has
 * some fifty thousand of them, a question touches a few dozen.
 *
 * Inside or outside is told by the meridian of P from P to the north pole:
 * each crossing of an edge changes sides, and `top` says how it ends.  A
 * corner counts as west or east of the meridian by the sign of one and the
 * same difference for both its pieces, so that a meridian through a corner
 * is crossed once or not at all.  Where a geodesic piece crosses is looked for
 * by Newton's method only if its latitudes leave it open.
 */
#include "geo/own.h"

#include <assert.h>

enum { CHUNK = 16 };

/* ---- drawing ------------------------------------------------------------ */

void sketch_run(struct sketch *s, int left, int right)
{
    *push(s->keep, s->run, s->runs_n, s->runs_cap) =
        (struct run){ (uint32_t)s->n, 0, left, right };
}

void sketch_corner(struct sketch *s, struct geo_point p)
{
    size_t n = s->n;
    assert(s->runs_n && n < UINT32_MAX);
    *push(s->keep, s->lat, n, s->lat_cap) = p.lat;
    *push(s->keep, s->lon, s->n, s->lon_cap) = lon_in(p.lon);
    s->run[s->runs_n - 1].n++;
}

/* Both ways along an edge the corners between must be the same, so that two
 * shapes which share it share its pieces: start from the smaller end. */
static void geodesic_to(struct sketch *s, struct geo_point a,
                        struct geo_point b)
{
    struct geodesic line;
    bool back = a.lat > b.lat || (!(a.lat < b.lat) && a.lon > b.lon);
    struct geo_point from = back ? b : a, to = back ? a : b;
    geodesic_make(&line, from, to);
    int n = (int)ceil(line.length / PIECE_MAX);
    for (int i = 1; i < n; i++) {
        struct geo_point p;
        int k = back ? n - i : i;
        p = geodesic_at(&line, line.length * k / n, NULL);
        sketch_corner(s, p);
    }
}

static void straight_to(struct sketch *s, struct geo_point a,
                        struct geo_point b)
{
    double dlat = b.lat - a.lat, dlon = lon_step(a.lon, b.lon);
    if (ROUND_MAX * RADIANS * (fabs(dlat) + fabs(dlon)) < FLAT_MAX)
        return;
    double across = fmax(cos(a.lat * RADIANS), cos(b.lat * RADIANS));
    double far = ROUND_MAX * RADIANS * hypot(dlat, across * dlon);
    int n = (int)ceil(fmax(far / FLAT_MAX, fabs(dlon)));
    for (int i = 1; i < n; i++)
        sketch_corner(s, (struct geo_point){ a.lat + dlat * i / n,
                                             a.lon + dlon * i / n });
}

void sketch_to(struct sketch *s, struct geo_point p)
{
    struct geo_point a = { s->lat[s->n - 1], s->lon[s->n - 1] };
    p.lon = lon_in(p.lon);
    if (s->geodesic)
        geodesic_to(s, a, p);
    else
        straight_to(s, a, p);
    sketch_corner(s, p);
}

/* ---- the tree ----------------------------------------------------------- */

/* The longitudes of two nodes together, the short way round. */
static void join_longitudes(struct node *to, const struct node *b)
{
    double east = to->west + to->width;
    double shift =
        360 * round((to->west + to->width / 2 - b->west - b->width / 2) / 360);
    double west = fmin(to->west, b->west + shift);
    east = fmax(east, b->west + shift + b->width);
    to->west = west;
    to->width = fmin(east - west, 360);
}

/* The smallest ball around two. */
static void join_balls(struct node *to, const struct node *b)
{
    double far = vec_far(to->middle, b->middle);
    if (far + b->radius <= to->radius)
        return;
    if (far + to->radius <= b->radius) {
        to->middle = b->middle;
        to->radius = b->radius;
        return;
    }
    double radius = (far + to->radius + b->radius) / 2;
    to->middle = vec_mix(to->middle, b->middle, (radius - to->radius) / far);
    to->radius = radius;
}

void node_join(struct node *o, const struct node *a)
{
    if (!o->n) {
        *o = *a;
        return;
    }
    join_balls(o, a);
    join_longitudes(o, a);
    o->south = fmin(o->south, a->south);
    o->north = fmax(o->north, a->north);
    o->n += a->n;
}

/* No point of a box is farther from its middle than the path that is straight
 * in latitude and longitude. */
static void ball_of_box(struct node *o)
{
    double half_lat = (o->north - o->south) / 2, half_lon = o->width / 2;
    double least = o->south > 0 ? o->south : o->north < 0 ? -o->north : 0;
    o->middle =
        vec_of((struct geo_point){ o->south + half_lat, o->west + half_lon });
    o->radius =
        ROUND_MAX * RADIANS * hypot(half_lat, half_lon * cos(least * RADIANS));
}

struct node node_around(double south, double north, double west, double east)
{
    const double slack = 1e-9; /* degrees, for rounding */
    struct node o = { .south = fmax(south - slack, -90),
                      .north = fmin(north + slack, 90),
                      .west = west - slack,
                      .width = fmin(east - west + 2 * slack, 360),
                      .n = 1 };
    ball_of_box(&o);
    return o;
}

/* A geodesic piece strays from the latitudes of its ends by half its length
 * at most; its longitudes lie between theirs. */
static struct node chunk_node(const struct shape *s, const struct chunk *c)
{
    double lon = s->lon[c->first], west = lon, east = lon;
    double south = s->lat[c->first], north = south, more = 0;
    for (uint32_t i = c->first + 1; i <= c->first + c->n; i++) {
        lon += lon_step(s->lon[i - 1], s->lon[i]);
        west = fmin(west, lon);
        east = fmax(east, lon);
        south = fmin(south, s->lat[i]);
        north = fmax(north, s->lat[i]);
    }
    if (s->geodesic)
        more = PIECE_MAX / 2 / ROUND_MIN / RADIANS;
    return node_around(south - more, north + more, west, east);
}

static struct node leaf_node(const struct shape *s, uint32_t i)
{
    return s->file ? file_outline(s->keep, s->file, s->arc[i])->box
                   : chunk_node(s, &s->chunk[i]);
}

static void build(struct shape *s, struct node *o, uint32_t lo, uint32_t hi)
{
    if (hi - lo == 1) {
        *o = leaf_node(s, lo);
        return;
    }
    uint32_t mid = lo + (hi - lo) / 2;
    struct node *a = o + 1, *b = o + 2 * (mid - lo);
    build(s, a, lo, mid);
    build(s, b, mid, hi);
    *o = *a;
    node_join(o, b);
}

static void grow_tree(struct shape *s)
{
    if (!s->chunks_n)
        return;
    s->node = new_n(s->keep, struct node, 2 * (size_t)s->chunks_n - 1);
    build(s, s->node, 0, s->chunks_n);
}

struct shape *sketch_shape(struct sketch *k)
{
    struct shape *s = new_one(k->keep, struct shape);
    size_t chunks = 0;
    for (size_t i = 0; i < k->runs_n; i++)
        chunks += (k->run[i].n - 1 + CHUNK - 1) / CHUNK;
    *s = (struct shape){ .keep = k->keep,
                         .geodesic = k->geodesic,
                         .corners_n = (uint32_t)k->n,
                         .runs_n = (uint32_t)k->runs_n,
                         .chunks_n = (uint32_t)chunks,
                         .lat = k->lat,
                         .lon = k->lon,
                         .run = k->run };
    s->at = new_n(k->keep, vec, k->n);
    s->sag = new_n(k->keep, double, k->n);
    s->ready = new_n(k->keep, unsigned char, chunks);
    s->chunk = new_n(k->keep, struct chunk, chunks);
    uint32_t c = 0;
    for (uint32_t i = 0; i < s->runs_n; i++) {
        const struct run *r = &s->run[i];
        for (uint32_t j = 0; j + 1 < r->n; j += CHUNK) {
            uint32_t left = r->n - 1 - j;
            s->chunk[c++] =
                (struct chunk){ i, r->first + j, left < CHUNK ? left : CHUNK };
        }
    }
    grow_tree(s);
    return s;
}

struct shape *arcs_shape(struct arena *keep, struct file *f,
                         const uint32_t *arc, uint32_t n)
{
    struct shape *s = new_one(keep, struct shape);
    *s = (struct shape){ .keep = keep, .chunks_n = n, .file = f, .arc = arc };
    grow_tree(s);
    return s;
}

uint32_t shape_parts(const struct shape *s)
{
    return s->file ? s->chunks_n : 1;
}

const struct shape *shape_part(const struct shape *s, uint32_t i)
{
    return s->file ? file_arc(s->keep, s->file, s->arc[i]) : s;
}

/* ---- pieces ------------------------------------------------------------- */

double piece_length(const struct shape *s, uint32_t first)
{
    return arc_high(vec_far(s->at[first], s->at[first + 1])) +
           (s->geodesic ? 0 : 2 * s->sag[first]);
}

/* How far a piece may be off its chord.  Geodesic: as an arc of the smallest
 * radius.  Straight: x(t) strays from its chord by max |x''| / 8, and the
 * second derivatives of the ellipsoid by latitude and longitude are at most
 * its greatest radius; that by longitude twice, the parallel's. */
static double sag_of(const struct shape *s, uint32_t i)
{
    vec a = s->at[i], b = s->at[i + 1];
    if (s->geodesic) {
        double l = arc_high(vec_far(a, b));
        return 1.01 * l * l / (8 * ROUND_MIN);
    }
    double dlat = fabs(s->lat[i + 1] - s->lat[i]) * RADIANS;
    double dlon = fabs(lon_step(s->lon[i], s->lon[i + 1])) * RADIANS;
    double across = fmax(hypot(a.x, a.y), hypot(b.x, b.y)) / WGS_A;
    return 1.01 * ROUND_MAX / 8 *
           (dlat * dlat + 2 * dlat * dlon + across * dlon * dlon);
}

static void make_ready(const struct shape *s, uint32_t k)
{
    const struct chunk *c = &s->chunk[k];
    for (uint32_t i = c->first; i <= c->first + c->n; i++)
        s->at[i] = vec_of((struct geo_point){ s->lat[i], s->lon[i] });
    for (uint32_t i = c->first; i < c->first + c->n; i++)
        s->sag[i] = sag_of(s, i);
    s->ready[k] = 1;
}

/* A piece as a curve from 0 to 1. */
struct curve {
    bool geodesic;
    struct geo_point a;
    double dlat, dlon;
    struct geodesic line;
};

static struct curve curve_of(const struct shape *s, uint32_t i)
{
    struct curve c = { .geodesic = s->geodesic,
                       .a = { s->lat[i], s->lon[i] } };
    c.dlat = s->lat[i + 1] - s->lat[i];
    c.dlon = lon_step(s->lon[i], s->lon[i + 1]);
    if (c.geodesic) {
        geodesic_make(&c.line, c.a,
                      (struct geo_point){ s->lat[i + 1], s->lon[i + 1] });
    }
    return c;
}

/* Where the curve is at T, and how fast it goes north and east there. */
static struct geo_point curve_at(const struct curve *c, double t,
                                 double *north, double *east)
{
    struct geo_point p;
    if (c->geodesic) {
        double azimuth;
        p = geodesic_at(&c->line, t * c->line.length, &azimuth);
        *north = c->line.length * cos(azimuth * RADIANS);
        *east = c->line.length * sin(azimuth * RADIANS);
        return p;
    }
    p = (struct geo_point){ c->a.lat + t * c->dlat, c->a.lon + t * c->dlon };
    double sine = sin(p.lat * RADIANS);
    double w = 1 - WGS_E2 * sine * sine, n = WGS_A / sqrt(w);
    *north = n * (1 - WGS_E2) / w * c->dlat * RADIANS;
    *east = n * cos(p.lat * RADIANS) * c->dlon * RADIANS;
    return p;
}

struct geo_point piece_point(const struct shape *s, uint32_t first, double t)
{
    if (t <= 0 || t >= 1) {
        uint32_t i = first + (t >= 1);
        return (struct geo_point){ s->lat[i], s->lon[i] };
    }
    struct curve c = curve_of(s, first);
    double north, east;
    return curve_at(&c, t, &north, &east);
}

static double clamp(double t, double lo, double hi)
{
    return t < lo ? lo : t > hi ? hi : t;
}

/* Where to look next for the foot: from AT the way to P has the slope
 * SLOPE = d(FAR)/d(metre), as it had WAS at BEFORE (NAN: nowhere).  As in a
 * right triangle on a sphere, or by secants, for an edge that is no geodesic
 * bends away from that triangle. */
static double foot_ahead(double at, double slope, double before, double was,
                         double far, double speed)
{
    double rise = (slope - was) / (at - before);
    if (rise > 0 && isfinite(rise))
        return at - slope / rise;
    double a = far / WGS_A;
    return at - WGS_A * atan2(sin(a) * slope, cos(a)) / speed;
}

/* The foot of the perpendicular, from where the chord has it. FAR is flat at
 * the foot: to be off by d there costs d^2 / 2 FAR. */
double part_distance(const struct part *part, struct geo_point p, double *t)
{
    const struct shape *s = part->shape;
    struct curve c = curve_of(s, part->first);
    double at, best = INFINITY, azimuth, north, east;
    double before = NAN, was = 0;
    segment_far(vec_of(p), s->at[part->first], s->at[part->first + 1], &at);
    at = clamp(at, part->t0, part->t1);
    *t = at;
    for (int i = 0; i < 30; i++) {
        struct geo_point q = curve_at(&c, at, &north, &east);
        double far, speed = hypot(north, east);
        far = geodesic_length(p, q, NULL, &azimuth);
        if (far < best) {
            best = far;
            *t = at;
        }
        if (far < 1e-9 || speed < 1e-9)
            break;
        double slope =
            (north * cos(azimuth * RADIANS) + east * sin(azimuth * RADIANS)) /
            speed;
        double next = clamp(foot_ahead(at, slope, before, was, far, speed),
                            part->t0, part->t1);
        double moved = fabs(next - at) * speed;
        before = i ? at : NAN; /* near by, two triangles do */
        was = slope;
        at = next;
        if (moved < 1e-8 || moved * moved < 1e-8 * fmin(far, 1e6))
            break;
    }
    /* not too far off, the distance has but one least along a piece: as long
     * as the piece bends less (a parallel does by tan(lat) / radius) than
     * circles around P do */
    double bend = c.geodesic ? 0.7 : 0.3 * cos(c.a.lat * RADIANS);
    if (best < bend * WGS_A)
        return best;
    for (int i = 0; i < 2; i++) {
        double end = i ? part->t1 : part->t0, far;
        struct geo_point q = curve_at(&c, end, &north, &east);
        far = geodesic_length(p, q, NULL, NULL);
        if (far < best) {
            best = far;
            *t = end;
        }
    }
    return best;
}

/* ---- the nearest -------------------------------------------------------- */

static bool walk_chunk(const struct shape *s, struct walk *w, uint32_t k)
{
    if (!s->ready[k])
        make_ready(s, k);
    const struct chunk *c = &s->chunk[k];
    for (uint32_t i = c->first; i < c->first + c->n; i++) {
        double t;
        double chord = segment_far(w->at, s->at[i], s->at[i + 1], &t);
        double low = arc_low(chord - s->sag[i]);
        if (low > w->limit)
            continue;
        struct part part = { s, &s->run[c->run], i, 0, 1 };
        w->chord = chord;
        if (!w->see(w, &part, low))
            return false;
    }
    return true;
}

static bool may_skip(struct walk *w, const struct node *o)
{
    if (o->radius > WGS_A / 2)
        return false;
    struct geo_point m = point_under(o->middle);
    double chord = vec_far(vec_of(m), o->middle) + o->radius;
    return w->skip(w, m, arc_high(chord));
}

static bool walk_node(const struct shape *s, struct walk *w,
                      const struct node *o, uint32_t lo)
{
    double near = vec_far(w->at, o->middle) - o->radius;
    if (near > chord_high(w->limit))
        return true;
    if (w->skip && may_skip(w, o))
        return true;
    if (o->n == 1 && s->file) {
        const struct shape *arc = shape_part(s, lo);
        return walk_node(arc, w, arc->node, 0);
    }
    if (o->n == 1)
        return walk_chunk(s, w, lo);
    uint32_t half = o->n / 2;
    const struct node *a = o + 1, *b = o + 2 * half;
    if (vec_far(w->at, a->middle) - a->radius <=
        vec_far(w->at, b->middle) - b->radius)
        return walk_node(s, w, a, lo) && walk_node(s, w, b, lo + half);
    return walk_node(s, w, b, lo + half) && walk_node(s, w, a, lo);
}

static void walk_on(const struct shape *s, struct walk *w)
{
    if (s->chunks_n)
        walk_node(s, w, s->node, 0);
}

void shape_walk(const struct shape *s, struct walk *w)
{
    w->at = vec_of(w->p);
    walk_on(s, w);
}

/* A little is left for rounding. */
static double by_chord(double chord)
{
    return arc_high(chord) * (1 + 1e-9) + GEO_TIE;
}

double piece_high(const struct walk *w, const struct part *piece)
{
    const struct shape *s = piece->shape;
    const vec *corner = &s->at[piece->first];
    double near = fmin(vec_far(w->at, corner[0]), vec_far(w->at, corner[1]));
    return by_chord(fmin(near, w->chord + s->sag[piece->first]));
}

struct rough {
    struct walk walk;
    bounds d;
    const struct shape *shape; /* whose piece from corner FIRST is near */
    uint32_t first;
};

static bool see_rough(struct walk *w, const struct part *piece, double low)
{
    struct rough *r = (struct rough *)w;
    double high = piece_high(w, piece);
    r->d.low = fmin(r->d.low, fmax(0, low * (1 - 1e-9) - GEO_TIE));
    if (high < r->d.high) {
        r->d.high = high;
        r->shape = piece->shape;
        r->first = piece->first;
    }
    w->limit = fmin(w->limit, high);
    return true;
}

bounds shape_rough(const struct shape *s, struct geo_point p, double limit,
                   struct geo_point *near, double *reach)
{
    struct rough r = { .walk = { .p = p, .limit = limit, .see = see_rough },
                       .d = { INFINITY, INFINITY } };
    shape_walk(s, &r.walk);
    if (!r.shape)
        return (bounds){ nextafter(limit, INFINITY), INFINITY };
    if (near) {
        *near = piece_point(r.shape, r.first, 0);
        *reach = piece_length(r.shape, r.first);
    }
    return r.d;
}

struct nearest {
    struct walk walk;
    double best, t;
    struct part part;
};

/* First by chords alone, which spares most geodesics. */
static bool see_chords(struct walk *w, const struct part *piece, double low)
{
    (void)low;
    w->limit = fmin(w->limit, piece_high(w, piece));
    return true;
}

static bool see_nearest(struct walk *w, const struct part *piece, double low)
{
    struct nearest *n = (struct nearest *)w;
    double t, far = part_distance(piece, w->p, &t);
    (void)low;
    if (far < n->best && far <= w->limit) {
        n->best = w->limit = far;
        n->t = t;
        n->part = *piece;
    }
    return n->best > 0;
}

double shape_distance(const struct shape *s, struct geo_point p, double limit,
                      struct geo_point *nearest)
{
    struct nearest n = { .walk = { .p = p, .limit = limit, .see = see_chords },
                         .best = INFINITY };
    n.walk.at = vec_of(p);
    if (limit > PIECE_MAX)
        walk_on(s, &n.walk);
    n.walk.see = see_nearest;
    walk_on(s, &n.walk);
    if (nearest && n.part.shape)
        *nearest = piece_point(n.part.shape, n.part.first, n.t);
    return n.best;
}

/* ---- inside or outside -------------------------------------------------- */

/* East of the meridian of P (0 counts), or west: [-180, 180). */
static double beyond(double lon, double p)
{
    double d = lon - p;
    return d >= 180 ? d - 360 : d < -180 ? d + 360 : d;
}

/* The latitude where the geodesic piece from corner I meets longitude LON,
 * which lies between its ends. */
static double crossing(const struct shape *s, uint32_t i, double lon)
{
    if (90 - fabs(s->lat[i]) <= 0 || 90 - fabs(s->lat[i + 1]) <= 0)
        return s->lat[i] + s->lat[i + 1] > 0 ? 90 : -90;
    struct curve c = curve_of(s, i);
    double way = copysign(1, c.dlon), lo = 0, hi = 1;
    double t = fabs(lon_step(s->lon[i], lon) / c.dlon);
    struct geo_point q = { 0, 0 };
    for (int k = 0; k < 80; k++) {
        double north, east;
        q = curve_at(&c, t, &north, &east);
        double past = way * lon_step(lon, q.lon);
        if (past > 0)
            hi = t;
        else
            lo = t;
        double lat = q.lat * RADIANS;
        double metres = past * RADIANS * cos(lat) * WGS_A /
                        sqrt(1 - WGS_E2 * sin(lat) * sin(lat));
        double next = t - metres / fabs(east);
        if (!(next > lo && next < hi))
            next = (lo + hi) / 2;
        if (fabs(next - t) * c.line.length < 1e-9)
            break;
        t = next;
    }
    return q.lat;
}

/* Does the piece from corner I cross the meridian of P north of P? */
static bool crosses(const struct shape *s, uint32_t i, struct geo_point p)
{
    double a = beyond(s->lon[i], p.lon), b = beyond(s->lon[i + 1], p.lon);
    if ((a < 0) == (b < 0))
        return false;
    bool eastward = lon_step(s->lon[i], s->lon[i + 1]) > 0;
    if (eastward != (a < 0))
        return false; /* it goes round the other way */
    double la = s->lat[i], lb = s->lat[i + 1];
    if (!s->geodesic) {
        /* from west to east, so that both ways give the same bits */
        double west = a < 0 ? la : lb, east = a < 0 ? lb : la;
        double w = fmin(a, b), e = fmax(a, b);
        return west + (east - west) * (-w / (e - w)) > p.lat;
    }
    double stray = PIECE_MAX / 2 / ROUND_MIN / RADIANS;
    if (fmin(la, lb) - stray > p.lat)
        return true;
    if (fmax(la, lb) + stray < p.lat)
        return false;
    return crossing(s, i, p.lon) > p.lat;
}

/* Do the ends of what is drawn lie on either side of the meridian of P? */
static bool ends_odd(const struct shape *s, uint32_t leaf, struct geo_point p)
{
    double from, to;
    if (s->file) {
        const struct outline *o = file_outline(s->keep, s->file, s->arc[leaf]);
        from = o->from;
        to = o->to;
    } else {
        const struct chunk *c = &s->chunk[leaf];
        from = s->lon[c->first];
        to = s->lon[c->first + c->n];
    }
    return (beyond(from, p.lon) < 0) != (beyond(to, p.lon) < 0);
}

static bool node_odd(const struct shape *s, const struct node *o, uint32_t lo,
                     struct geo_point p);

static bool leaf_odd(const struct shape *s, const struct node *o,
                     uint32_t leaf, struct geo_point p)
{
    bool odd = false;
    if (o->south > p.lat && o->width < 180) /* only its ends matter */
        return ends_odd(s, leaf, p);
    if (s->file) {
        const struct shape *arc = shape_part(s, leaf);
        return node_odd(arc, arc->node, 0, p);
    }
    const struct chunk *c = &s->chunk[leaf];
    for (uint32_t i = c->first; i < c->first + c->n; i++)
        odd ^= crosses(s, i, p);
    return odd;
}

static bool node_odd(const struct shape *s, const struct node *o, uint32_t lo,
                     struct geo_point p)
{
    double east = p.lon - o->west;
    east -= 360 * floor(east / 360);
    if (p.lat > o->north || east > o->width)
        return false;
    if (o->n == 1)
        return leaf_odd(s, o, lo, p);
    uint32_t half = o->n / 2;
    return node_odd(s, o + 1, lo, p) !=
           node_odd(s, o + 2 * half, lo + half, p);
}

bool shape_holds(const struct shape *s, struct geo_point p)
{
    p.lon = lon_in(p.lon);
    return s->top != (s->chunks_n && node_odd(s, s->node, 0, p));
}
