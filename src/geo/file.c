/* file.c - the packaged boundaries: countries, areas and their edges.
 *
 * The file divides the land into places that never overlap, and draws each
 * stretch of edge once, with the place on either side (tools/boundaries).  An
 * area is a set of places; its edges are the arcs with one side in the set
 * and one outside.  So two areas of one border share its very corners, and
 * a union of areas has no edge between them.
 *
 * Sections are found by the table at the head (tools/boundaries/pack.mjs has
 * the format); only the arcs that are asked for are decoded.  Nothing in the
 * file is believed: whatever is out of bounds makes it `broken`, and then
 * there are no areas.
 */
#include "geo/own.h"

#include <assert.h>
#include <string.h>

enum {
    PARTS = 6,
    HEAD = 8 + 8 * PARTS,
    MOST_PLACES = 1 << 16,
    MOST_STEP = 90 /* degrees from a corner to the next */
};

/* ---- reading ------------------------------------------------------------ */

uint64_t read_number(struct reader *r)
{
    uint64_t n = 0;
    if (r->end - r->at > 2 && r->at[0] < 128) /* as most are */
        return *r->at++;
    if (r->end - r->at > 2 && r->at[1] < 128) {
        n = (r->at[0] & 127u) | (unsigned)r->at[1] << 7;
        r->at += 2;
        return n;
    }
    for (int shift = 0; shift < 56; shift += 7) {
        if (r->at == r->end)
            break;
        unsigned char c = *r->at++;
        n |= (uint64_t)(c & 127) << shift;
        if (c < 128)
            return n;
    }
    r->bad = true;
    r->at = r->end;
    return 0;
}

int64_t read_signed(struct reader *r)
{
    uint64_t n = read_number(r);
    return n & 1 ? -(int64_t)(n / 2) - 1 : (int64_t)(n / 2);
}

str read_text(struct reader *r)
{
    uint64_t n = read_number(r);
    if (n > (uint64_t)(r->end - r->at)) {
        r->bad = true;
        r->at = r->end;
        return (str){ 0 };
    }
    str s = { (const char *)r->at, (size_t)n };
    r->at += n;
    return s;
}

struct reader file_reader(const struct file *f, int part)
{
    const unsigned char *at = (const unsigned char *)f->part[part].at;
    return (struct reader){ at, at + f->part[part].len, f->broken };
}

static uint32_t little_endian(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
           (uint32_t)b[3] << 24;
}

void file_open(struct file *f, str bytes, str sha256)
{
    *f = (struct file){ .bytes = bytes, .sha256 = sha256, .broken = true };
    for (int i = 0; i < PARTS; i++)
        f->part[i] = (str){ bytes.at ? bytes.at : "", 0 };
    f->title = f->part[0];
    if (bytes.len < HEAD || memcmp(bytes.at, "geobnds1", 8))
        return;
    for (int i = 0; i < PARTS; i++) {
        size_t at = little_endian(bytes.at + 8 + 8 * i);
        size_t n = little_endian(bytes.at + 12 + 8 * i);
        if (at > bytes.len || n > bytes.len - at)
            return;
        f->part[i] = (str){ bytes.at + at, n };
    }
    f->broken = false;
    struct reader r = file_reader(f, PART_TITLE);
    f->title = read_text(&r);
    if (!r.bad && r.at < r.end) {
        uint64_t year = read_number(&r);
        f->year = year <= 9999 ? (int)year : 0;
    }
    struct reader p = file_reader(f, PART_PLACES);
    uint64_t n = read_number(&p);
    f->broken = r.bad || p.bad || n > MOST_PLACES;
    f->places_n = f->broken ? 0 : (uint32_t)n;
}

/* ---- places ------------------------------------------------------------- */

size_t places_words(const struct file *f)
{
    return (f->places_n + 63) / 64;
}

/* SET may be NULL: the list is only stepped over. */
void read_places(struct reader *r, const struct file *f, uint64_t *set)
{
    uint64_t n = read_number(r), place = 0;
    if (n > f->places_n)
        r->bad = true;
    for (uint64_t i = 0; i < n && !r->bad; i++) {
        place += read_number(r);
        if (place < 1 || place > f->places_n)
            r->bad = true;
        else if (set)
            set[(place - 1) / 64] |= (uint64_t)1 << (place - 1) % 64;
    }
}

static bool has(const uint64_t *set, int place)
{
    unsigned i = (unsigned)place - 1;
    return place && set[i / 64] >> i % 64 & 1;
}

bool file_land(const struct file *f, str code, uint64_t *set)
{
    struct reader r = file_reader(f, PART_LANDS);
    uint64_t n = r.bad ? 0 : read_number(&r);
    for (uint64_t i = 0; i < n && !r.bad; i++) {
        str two = read_text(&r), three = read_text(&r);
        bool found = code.len && (str_same_letters(code, two) ||
                                  str_same_letters(code, three));
        read_places(&r, f, found ? set : NULL);
        if (found)
            return !r.bad;
    }
    return false;
}

/* ---- edges -------------------------------------------------------------- */

static bool read_arcs(struct arena *keep, struct file *f)
{
    if (f->arcs_read)
        return !f->broken;
    f->arcs_read = true;
    struct reader r = file_reader(f, PART_ARCS);
    uint64_t units = read_number(&r), n = read_number(&r), at = 0;
    /* an arc takes four bytes at least */
    if (r.bad || !units || units > 1000000 ||
        n > (uint64_t)(r.end - r.at) / 4) {
        f->broken = true;
        return false;
    }
    f->units = (uint32_t)units;
    f->arcs_n = (uint32_t)n;
    f->arc = new_n(keep, struct arc, n);
    for (uint32_t i = 0; i < n; i++) {
        uint64_t left = read_number(&r), right = read_number(&r);
        uint64_t points = read_number(&r), bytes = read_number(&r);
        r.bad |= left > f->places_n || right > f->places_n || points < 2 ||
                 bytes < 2 * points || bytes > f->part[PART_ARCS].len ||
                 at > f->part[PART_ARCS].len;
        if (r.bad)
            break;
        f->arc[i] =
            (struct arc){ (int)left,    (int)right,      (uint32_t)points,
                          (uint32_t)at, (uint32_t)bytes, false,
                          NULL };
        at += bytes;
    }
    /* the points follow the heads */
    size_t left = (size_t)(r.end - r.at);
    for (uint32_t i = 0; i < n && !r.bad; i++) {
        r.bad = f->arc[i].at > left || f->arc[i].bytes > left - f->arc[i].at;
        f->arc[i].at += (uint32_t)(f->part[PART_ARCS].len - left);
    }
    f->broken = r.bad;
    return !f->broken;
}

static struct geo_point grid_point(const struct file *f, int64_t x, int64_t y)
{
    double units = f->units;
    return (struct geo_point){ (double)y / units - 90,
                               (double)x / units - 180 };
}

static struct reader arc_reader(const struct file *f, const struct arc *a)
{
    const unsigned char *at =
        (const unsigned char *)f->part[PART_ARCS].at + a->at;
    return (struct reader){ at, at + a->bytes, false };
}

/* The corners of arc A on to the sketch, or, without one, only looked at. */
static bool draw(const struct file *f, const struct arc *a, struct sketch *k)
{
    struct reader r = arc_reader(f, a);
    int64_t round = 360 * (int64_t)f->units, top = 180 * (int64_t)f->units;
    int64_t step = MOST_STEP * (int64_t)f->units, x = 0, y = 0;
    for (uint32_t i = 0; i < a->points; i++) {
        int64_t dx = read_signed(&r), dy = read_signed(&r);
        int64_t most = i ? step : round;
        if (r.bad || dx > most || dx < -most || dy > top || dy < -top)
            return false;
        x += dx;
        y += dy;
        x = x >= round ? x - round : x < 0 ? x + round : x;
        if (x < 0 || x >= round || y < 0 || y > top)
            return false;
        if (k && i)
            sketch_to(k, grid_point(f, x, y));
        else if (k)
            sketch_corner(k, grid_point(f, x, y));
    }
    return true;
}

/* Can all edges of SET be read? Each arc is looked at once; those of the file
 * that is built in by the tests. */
bool file_check(struct arena *keep, struct file *f, const uint64_t *set)
{
    if (f->built_in)
        return true;
    if (!read_arcs(keep, f))
        return false;
    for (uint32_t i = 0; i < f->arcs_n; i++) {
        struct arc *a = &f->arc[i];
        if (a->good || has(set, a->left) == has(set, a->right))
            continue;
        a->good = draw(f, a, NULL);
        if (!a->good) {
            f->broken = true;
            return false;
        }
    }
    return true;
}

/* How far the corners go, east on beyond a whole round. file_check() has seen
 * to what they are. */
const struct outline *file_outline(struct arena *keep, struct file *f,
                                   uint32_t arc)
{
    struct arc *a = &f->arc[arc];
    if (a->outline)
        return a->outline;
    struct reader r = arc_reader(f, a);
    int64_t round = 360 * (int64_t)f->units;
    int64_t from = read_signed(&r), x = from, west = x, east = x;
    int64_t y = read_signed(&r), south = y, north = y;
    for (uint32_t i = 1; i < a->points; i++) {
        x += read_signed(&r);
        y += read_signed(&r);
        west = x < west ? x : west;
        east = x > east ? x : east;
        south = y < south ? y : south;
        north = y > north ? y : north;
    }
    struct geo_point low = grid_point(f, west, south);
    struct geo_point high = grid_point(f, east, north);
    int64_t to = (x % round + round) % round;
    a->outline = new_one(keep, struct outline);
    *a->outline = (struct outline){
        .box = node_around(low.lat, high.lat, low.lon, high.lon),
        .from = lon_in(grid_point(f, from, 0).lon),
        .to = lon_in(grid_point(f, to, 0).lon),
    };
    return a->outline;
}

const struct shape *file_arc(struct arena *keep, struct file *f, uint32_t arc)
{
    const struct arc *a = &f->arc[arc];
    struct outline *o = a->outline;
    if (o->shape)
        return o->shape;
    struct sketch k = { .keep = keep };
    k.lat_cap = k.lon_cap = a->points + a->points / 8;
    k.lat = new_n(keep, double, k.lat_cap);
    k.lon = new_n(keep, double, k.lon_cap);
    sketch_run(&k, a->left, a->right);
    draw(f, a, &k);
    o->shape = sketch_shape(&k);
    return o->shape;
}

/* The arcs of each place, one after the other: a small area need not look at
 * all arcs there are. */
static void list_arcs(struct arena *keep, struct file *f)
{
    if (f->first_arc)
        return;
    uint32_t *first = new_n(keep, uint32_t, f->places_n + 3);
    f->arcs_by_place = new_n(keep, uint32_t, 2 * (size_t)f->arcs_n + 1);
    for (uint32_t i = 0; i < f->arcs_n; i++) {
        first[f->arc[i].left + 2]++;
        first[f->arc[i].right + 2]++;
    }
    for (uint32_t p = 0; p <= f->places_n; p++)
        first[p + 2] += first[p + 1];
    /* FIRST is one place behind: as each place is filled up, it comes right */
    for (uint32_t i = 0; i < f->arcs_n; i++) {
        f->arcs_by_place[first[f->arc[i].left + 1]++] = i;
        f->arcs_by_place[first[f->arc[i].right + 1]++] = i;
    }
    f->first_arc = first;
}

struct shape *file_shape(struct arena *keep, struct file *f,
                         const uint64_t *set)
{
    read_arcs(keep, f);
    list_arcs(keep, f);
    size_t words = f->arcs_n / 64 + 1, n = 0;
    uint64_t *drawn = new_n(keep, uint64_t, words);
    for (int p = 1; p <= (int)f->places_n; p++)
        for (uint32_t i = f->first_arc[p];
             has(set, p) && i < f->first_arc[p + 1]; i++) {
            uint32_t k = f->arcs_by_place[i];
            if (has(set, f->arc[k].left) != has(set, f->arc[k].right)) {
                drawn[k / 64] |= (uint64_t)1 << k % 64;
                n++;
            }
        }
    uint32_t *arc = new_n(keep, uint32_t, n + 1);
    n = 0;
    for (size_t w = 0; w < words; w++) {
        uint32_t k = (uint32_t)(64 * w);
        for (uint64_t left = drawn[w]; left; left >>= 1, k++)
            if (left & 1)
                arc[n++] = k;
    }
    return arcs_shape(keep, f, arc, (uint32_t)n);
}

/* The arcs know it by their boxes. */
struct geo_point file_middle(struct arena *keep, struct file *f, int place)
{
    struct node all = { 0 };
    read_arcs(keep, f);
    list_arcs(keep, f);
    for (uint32_t i = f->first_arc[place]; i < f->first_arc[place + 1]; i++)
        node_join(&all, &file_outline(keep, f, f->arcs_by_place[i])->box);
    return (struct geo_point){ (all.south + all.north) / 2,
                               lon_in(all.west + all.width / 2) };
}
