/* own.h - what the files of this room share; see geo.h for the room itself.
 *
 *   geodesic.cc lengths on the ellipsoid, by GeographicLib
 *   metric.c    bounds for them from chords
 *   shape.c     edges in a tree of balls and boxes: the nearest, the crossed
 *   ring.c      rings, lines, half-planes and sides of lines made into shapes
 *   flat.c      sides straight in longitude and latitude, as files have them
 *   file.c      the packaged boundaries read: countries, areas, their edges
 *   names.c     areas found by name
 *   zone.c      zones made, brought into one form, and remembered
 *   at.c        is a position in a zone, and how surely?
 *   distance.c  how far is it?
 *   cover.c     is a zone inside others, by the way they are built?
 *   disc.c      the same, by covering it with discs
 *   way.c       paths and middles
 */
#ifndef GEO_OWN_H
#define GEO_OWN_H

#include "base/map.h"
#include "geo/geo.h"

#include <math.h>

/* ---- the ellipsoid (metric.c) ------------------------------------------- */

#define WGS_A 6378137.0
#define WGS_F (1 / 298.257223563)
#define WGS_E2 (WGS_F * (2 - WGS_F))
#define WGS_B (WGS_A * (1 - WGS_F))
#define RADIANS (3.14159265358979323846 / 180)
/* No two points are farther apart: half a meridian, rounded up. */
#define FARTHEST 20003931.5
/* The least and greatest radius of curvature: b^2/a and a^2/b. */
#define ROUND_MIN (WGS_B / WGS_A * WGS_B)
#define ROUND_MAX (WGS_A / WGS_B * WGS_A)

typedef struct {
    double x, y, z; /* metres from the centre of the Earth */
} vec;

static inline vec vec_sub(vec a, vec b)
{
    return (vec){ a.x - b.x, a.y - b.y, a.z - b.z };
}

static inline double vec_dot(vec a, vec b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline double vec_far(vec a, vec b)
{
    vec d = vec_sub(a, b);
    return sqrt(vec_dot(d, d));
}

/* From T = 0 at A to T = 1 at B. */
static inline vec vec_mix(vec a, vec b, double t)
{
    return (vec){ a.x + t * (b.x - a.x), a.y + t * (b.y - a.y),
                  a.z + t * (b.z - a.z) };
}

vec vec_of(struct geo_point p);
/* The point whose normal runs nearly through V; V not at the centre. */
struct geo_point point_under(vec v);
/* Longitude in [-180, 180), so that equal ones are the same bits. */
double lon_in(double lon);
/* B - A the short way round, in [-180, 180]. */
double lon_step(double a, double b);
/* Bounds of a geodesic with that CHORD, and of a chord for a geodesic. */
double arc_low(double chord);
double arc_high(double chord);
double chord_high(double arc);
/* From P to the segment A B; *T where on it. */
double segment_far(vec p, vec a, vec b, double *t);

/* A length lies between the two. */
typedef struct {
    double low, high;
} bounds;

/* ---- shapes (shape.c) --------------------------------------------------- */

/* Edges as pieces, each from a corner to the next in its run.  A piece is
 * straight in longitude and latitude, or geodesic; it is short (PIECE_MAX),
 * so that a chord tells nearly all about it. */
#define PIECE_MAX 50e3 /* of a geodesic */
#define FLAT_MAX 20e3  /* of a straight one */

struct run {
    uint32_t first, n; /* corners: n - 1 pieces; one corner: a dot */
    int left, right;   /* of a ring 1 is in; of areas the places */
};

struct chunk {
    uint32_t run, first, n; /* pieces from corner FIRST on */
};

struct node {
    vec middle;
    double radius;       /* metres: all lies in this ball ... */
    double south, north; /* ... and in this box, degrees */
    double west, width;  /* WIDTH 360: all around */
    uint32_t n;          /* chunks below; 1: a leaf */
};

/* Of an area the leaves of the tree are its arcs, each of which is a shape of
 * its own, drawn when it is first looked at; of the rest they are chunks. */
struct shape {
    struct arena *keep;
    bool geodesic;
    bool top; /* is the north pole in? see shape_holds() */
    uint32_t corners_n, runs_n, chunks_n;
    struct file *file; /* of an area, with its CHUNKS_N arcs; else NULL */
    const uint32_t *arc;
    double *lat, *lon;    /* of corners; lon in [-180, 180) */
    vec *at;              /* of corners, where chunk is READY */
    double *sag;          /* of the piece from a corner on: metres off the
                             chord at most */
    unsigned char *ready; /* chunks whose AT and SAG are known */
    struct run *run;
    struct chunk *chunk;
    struct node *node; /* 2 * chunks_n - 1, in preorder */
};

/* Building: runs of corners, then the tree. Lives in KEEP. */
struct sketch {
    struct arena *keep;
    bool geodesic;
    double *lat, *lon;
    size_t n, lat_cap, lon_cap;
    struct run *run;
    size_t runs_n, runs_cap;
};
void sketch_run(struct sketch *s, int left, int right);
void sketch_corner(struct sketch *s, struct geo_point p);
/* From the last corner to P, in pieces short enough. */
void sketch_to(struct sketch *s, struct geo_point p);
struct shape *sketch_shape(struct sketch *s);
/* The same of arcs; all of them can be read. */
struct shape *arcs_shape(struct arena *keep, struct file *f,
                         const uint32_t *arc, uint32_t n);
/* All that lies between these, degrees: WEST to EAST is eastward. */
struct node node_around(double south, double north, double west, double east);
/* O and A together; O may be empty, with n 0. */
void node_join(struct node *o, const struct node *a);

/* A part of a piece: from share T0 to share T1 of it. */
struct part {
    const struct shape *shape;
    const struct run *run;
    uint32_t first; /* the corner where the piece starts */
    double t0, t1;
};

/* The shapes with corners that S consists of: its arcs, or itself. */
uint32_t shape_parts(const struct shape *s);
const struct shape *shape_part(const struct shape *s, uint32_t i);
struct geo_point piece_point(const struct shape *s, uint32_t first, double t);
double piece_length(const struct shape *s, uint32_t first); /* at most */
/* The least distance from P to the part; *T where. */
double part_distance(const struct part *part, struct geo_point p, double *t);

/* All pieces that may lie within LIMIT of P, near ones rather first. SEE
 * gets a lower bound, may lower w->limit, and returns false to stop. */
struct walk {
    struct geo_point p;
    vec at;
    double limit; /* metres */
    double chord; /* from P to that of the piece that is seen */
    bool (*see)(struct walk *w, const struct part *piece, double low);
    /* may be NULL: need nothing be seen within REACH of MIDDLE? */
    bool (*skip)(struct walk *w, struct geo_point middle, double reach);
};
void shape_walk(const struct shape *s, struct walk *w);

/* The least distance from P to an edge, or INFINITY if over LIMIT; *NEAREST
 * (may be NULL) is the point there. */
double shape_distance(const struct shape *s, struct geo_point p, double limit,
                      struct geo_point *nearest);
/* Bounds for it by chords alone, some metres apart: a tenth of the work. Over
 * LIMIT: low is, too, and high INFINITY; else the point with that distance is
 * within *REACH of *NEAR (NEAR may be NULL). */
bounds shape_rough(const struct shape *s, struct geo_point p, double limit,
                   struct geo_point *near, double *reach);
/* The piece that is seen is no farther than this. */
double piece_high(const struct walk *w, const struct part *piece);
/* Is P inside? Right wherever P is not on an edge. */
bool shape_holds(const struct shape *s, struct geo_point p);

/* ---- leaves that are drawn (ring.c) ------------------------------------- */

struct shape *ring_shape(struct arena *keep, const struct geo_point *p,
                         size_t n);
struct shape *line_shape(struct arena *keep, const struct geo_point *p,
                         size_t n);
struct shape *half_shape(struct arena *keep, enum geo_side side,
                         double degrees);
/* The side of LINE (a line's corners) to its RIGHT, or its left. */
struct shape *beside_shape(struct arena *keep, const struct geo_point *p,
                           size_t n, bool right);

/* ---- the packaged file (file.c, names.c) -------------------------------- */

struct arc {
    int left, right;
    uint32_t points, at, bytes;
    bool good;               /* its points can be read */
    struct outline *outline; /* by file_outline() */
};

/* What an arc is like, before it is drawn. */
struct outline {
    struct node box;
    double from, to; /* longitudes of its ends */
    struct shape *shape;
};

struct file {
    str bytes, title, sha256;
    str part[6]; /* ORDER BOUNDARIES */
    int year;    /* 0: not said */
    bool broken, built_in;
    uint32_t places_n, units;
    struct arc *arc;
    uint32_t arcs_n;
    bool arcs_read;
    uint32_t *first_arc, *arcs_by_place; /* by place, 0 the sea */
};

/* A cursor over bytes; BAD once it has run out or read nonsense. */
struct reader {
    const unsigned char *at, *end;
    bool bad;
};
uint64_t read_number(struct reader *r);
int64_t read_signed(struct reader *r);
str read_text(struct reader *r);
enum { PART_TITLE, PART_LANDS, PART_PLACES, PART_AREAS, PART_KEYS, PART_ARCS };
struct reader file_reader(const struct file *f, int part);
void file_open(struct file *f, str bytes, str sha256);
void embedded(str *bytes, str *sha256); /* embed.c */

/* Sets of places: bit N is place N + 1. */
size_t places_words(const struct file *f);
void read_places(struct reader *r, const struct file *f, uint64_t *set);
bool file_land(const struct file *f, str code, uint64_t *set);
/* All edges of SET can be read: ask before file_shape(). */
bool file_check(struct arena *keep, struct file *f, const uint64_t *set);
struct shape *file_shape(struct arena *keep, struct file *f,
                         const uint64_t *set);
/* Of an arc of such a shape. */
const struct outline *file_outline(struct arena *keep, struct file *f,
                                   uint32_t arc);
const struct shape *file_arc(struct arena *keep, struct file *f, uint32_t arc);
/* The middle of the box around a place of such a set: often it is in it. */
struct geo_point file_middle(struct arena *keep, struct file *f, int place);
/* The key names are compared by. */
str name_key(struct arena *work, str name);

/* ---- zones (zone.c) ----------------------------------------------------- */

enum kind {
    ZONE_AREA,   /* places of the packaged file */
    ZONE_RING,   /* the smaller part of the Earth within corners */
    ZONE_HALF,   /* by a parallel or a meridian */
    ZONE_BESIDE, /* by a line */
    ZONE_LINE,
    ZONE_DOT,
    ZONE_WITHIN, /* at most METRES from PART */
    ZONE_NEARER, /* less */
    ZONE_NOT,    /* of a leaf only */
    ZONE_OR,
    ZONE_AND,
};

struct geo_zone {
    struct geo *geo;
    enum kind kind;
    int id;
    double accuracy;           /* of a leaf's edge */
    double metres;             /* WITHIN, NEARER; degrees of HALF */
    enum geo_side side;        /* HALF; of BESIDE east is right */
    const uint64_t *places;    /* AREA */
    const struct geo_point *p; /* corners as given */
    size_t p_n;
    struct shape *shape; /* by zone_shape() */
    const struct geo_zone *const *part;
    size_t part_n;
    /* filled on demand by zone_leaves() */
    const struct geo_zone **leaf;
    size_t leaf_n;
    tri *value, *left, *right; /* scratch for at.c: one each a leaf */
    bool *asked;
};

struct geo {
    struct arena *keep;
    struct file file;
    const struct geo_zone *none;
    struct map made;  /* key -> number of the zone */
    struct map named; /* a country's code, an area's name -> the same */
    struct geo_zone **zone;
    size_t zones_n, zones_cap;
    struct map known; /* question -> number of the answer */
    struct answer *answer;
    size_t answers_n, answers_cap;
};

static inline bool is_leaf(const struct geo_zone *z)
{
    return z->kind < ZONE_NOT;
}

/* Does the leaf have an inside and edges of its own? */
static inline bool is_areal(const struct geo_zone *z)
{
    return z->kind <= ZONE_BESIDE;
}

/* The packaged boundaries are good to this. */
#define AREA_ACCURACY 2000.0

const struct geo_zone *zone_area(struct geo *g, const uint64_t *set,
                                 double accuracy);
const struct geo_zone *zone_none(struct geo *g);
/* What a country's code or an area's name stands for, if it was asked before;
 * and remember it. */
const struct geo_zone *zone_named(const struct geo *g, str key);
const struct geo_zone *zone_name(struct geo *g, str key,
                                 const struct geo_zone *z);
const struct shape *zone_shape(const struct geo_zone *leaf);
/* Distinct leaves of Z, not those of what is measured from. */
void zone_leaves(const struct geo_zone *z);
size_t leaf_index(const struct geo_zone *z, const struct geo_zone *leaf);

/* ---- answers ------------------------------------------------------------ */

/* Z with each leaf as VALUE says (Kleene, then by cases). */
tri zone_value(const struct geo_zone *z, tri *value); /* left as it was */
/* Exactly at P; MAYBE where only bounds are known. */
tri zone_holds(const struct geo_zone *z, struct geo_point p);
/* geo_at() without remembering. Where that takes more than STEPS parts of
 * edges to look at: MAYBE. */
enum { PATIENT = 4000 };
tri zone_at(const struct geo_zone *z, struct geo_point p, double accuracy,
            int steps);
/* geo_distance() without remembering.  What is over LIMIT need not be known
 * closer than that: then low is over LIMIT too. */
bounds zone_distance(const struct geo_zone *z, struct geo_point p,
                     double limit);
/* Wider bounds, by chords alone: often they are all that is asked. */
bounds zone_rough(const struct geo_zone *z, struct geo_point p, double limit);
/* The same as zone_distance() with the accuracy of its leaves and that of P.
 */
bounds zone_spread(const struct geo_zone *z, struct geo_point p,
                   double accuracy, double limit);
/* The greatest accuracy of its leaves and of what they measure from. */
double coarsest(const struct geo_zone *z);
tri leaf_at(const struct geo_zone *leaf, struct geo_point p, double accuracy);
bool leaf_holds(const struct geo_zone *areal, struct geo_point p);
/* The same; right wherever P is not on an edge. */
bool leaf_off_edge(const struct geo_zone *areal, struct geo_point p);
/* The zone everywhere within REACH of P, accuracies left out. */
tri zone_near(const struct geo_zone *z, struct geo_point p, double reach);
/* What the leaves of Z are to the left and to the right of a part of an edge
 * of areal LEAF, into z->left and z->right: the others as VALUE says or, if
 * it does not, as they are within REACH and their accuracy of Q; without
 * VALUE, within REACH of Q. */
void edge_sides(const struct geo_zone *z, const struct geo_zone *leaf,
                const struct part *part, struct geo_point q, double reach,
                const tri *value);
/* Is A in Z? NO: some of it surely is not. Remembered (at.c). */
tri zone_inside(struct geo *g, const struct geo_zone *a,
                const struct geo_zone *z);
/* The same, worked out (cover.c). */
tri inside_of(struct geo *g, const struct geo_zone *a,
              const struct geo_zone *z);
/* Is A covered by Z, as far as the way both are built tells? */
bool built_inside(struct geo *g, const struct geo_zone *a,
                  const struct geo_zone *z);
/* Is some point of A that is soon found not in Z? */
bool plainly_out(struct geo *g, const struct geo_zone *a,
                 const struct geo_zone *z);
/* The same by discs; MAYBE: not known. */
tri discs_inside(struct geo *g, const struct geo_zone *a,
                 const struct geo_zone *z);

#endif
