/* outline.c - zones and lines from files of GeoJSON (RFC 7946)
 *
 *     zone upper = area from "zones.geojson" where zone = "A"
 *     zone front = line from "lines.geojson" where year = "2019"
 *
 * One feature of the file is meant: that whose properties are as the pact
 * says. Its sides are straight in longitude and latitude. A ring encloses the
 * smaller part of the Earth, whichever way round it is drawn; rings behind
 * the first of a polygon are holes in it.
 *
 * The file is one of the sources, so its SHA-256 stands in every answer. It
 * is decoded once, by jansson, and what that holds is given back with the
 * arena. Nothing in it is believed.
 */
#include "pact/place.h"

#include <jansson.h>
#include <math.h>

enum { RINGS_MOST = 500, CORNERS_MOST = 200000, WHERE_MOST = 8 };

/* A file of places that was read. */
struct outlines {
    json_t *root;
};

struct choice {
    str key, value;
};

/* The file in work, and what is said of it. */
struct geofile {
    struct cursor *c;
    span at; /* its name in the pact */
    str name;
    bool area;
    struct choice where[WHERE_MOST];
    size_t where_n;
    size_t feature; /* from 1; 0: the file is one geometry */
    size_t rings, corners;
};

/* ---- what is wrong ------------------------------------------------------ */

static struct diag *bad_file(struct geofile *f, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static struct diag *bad_file(struct geofile *f, const char *fmt, ...)
{
    char text[300];
    va_list list;
    va_start(list, fmt);
    vsnprintf(text, sizeof text, fmt, list);
    va_end(list);
    str what = str_clean(f->c->q->keep, str_of(text));
    return f->feature ? wrong(f->c, DIAG_OUTLINE, f->at,
                              "feature %zu of '%.*s': %.*s", f->feature,
                              STR(brief(f->name)), STR(what))
                      : wrong(f->c, DIAG_OUTLINE, f->at, "'%.*s': %.*s",
                              STR(brief(f->name)), STR(what));
}

static bool mend(struct geofile *f, struct diag *d, const char *how)
{
    diag_help(f->c->q->diags, d, "%s", how);
    return false;
}

/* A text of the file in a message, not too long. */
static str words_of(struct geofile *f, const char *z)
{
    return str_clean(f->c->q->keep, brief(str_of(z ? z : "")));
}

/* ---- the file ----------------------------------------------------------- */

/* Formats that others write, and ogr2ogr reads. */
static bool other_format(struct geofile *f)
{
    static const char *const ends[] = { ".gpkg", ".shp", ".kml",
                                        ".kmz",  ".gml", ".topojson" };
    str name = f->name;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        str end = str_of(ends[i]);
        if (name.len <= end.len ||
            !str_same_letters(str_cut(name, name.len - end.len, name.len),
                              end))
            continue;
        str stem = brief(str_cut(name, 0, name.len - end.len));
        struct diag *d =
            bad_file(f, "places are read from GeoJSON, not from %s", ends[i]);
        diag_help(f->c->q->diags, d,
                  "write it anew: ogr2ogr -f GeoJSON -t_srs EPSG:4326 "
                  "%.*s.geojson %.*s%s",
                  STR(stem), STR(stem), ends[i]);
        return true;
    }
    return false;
}

static void give_back(void *root)
{
    json_decref(root);
}

static json_t *decode(struct geofile *f, str text)
{
    json_error_t e;
    if (str_starts(text, S("\xef\xbb\xbf")))
        text = str_cut(text, 3, text.len);
    json_t *root = json_loadb(text.len ? text.at : "", text.len, 0, &e);
    if (root) {
        arena_also(f->c->q->keep, give_back, root);
        return root;
    }
    if (json_error_code(&e) == json_error_out_of_memory)
        arena_refused(f->c->q->keep);
    struct diag *d = bad_file(f, "this is no JSON: line %d, character %d",
                              e.line, e.column);
    mend(f, d,
         "give a file of GeoJSON (RFC 7946); most map programs and ogr2ogr "
         "write it");
    return NULL;
}

static str path_of(struct geofile *f)
{
    struct parser *q = f->c->q;
    str from = q->p->sources->at[f->c->d.file].path, name = f->name;
    size_t n = from.len;
    while (str_starts(name, S("./")))
        name = str_cut(name, 2, name.len);
    while (n && from.at[n - 1] != '/')
        n--;
    return str_starts(name, S("/")) || !n
               ? name
               : str_fmt(q->keep, "%.*s%.*s", (int)n, from.at, STR(name));
}

/* A new source. NULL: reported. */
static json_t *open_file(struct geofile *f, str path)
{
    struct parser *q = f->c->q;
    struct sources *s = q->p->sources;
    size_t files = s->n;
    str text;
    fault bad = q->os->read(q->os->self, q->keep, path, &text);
    if (!bad && text.len > UINT32_MAX - 1)
        bad = fault_new(q->keep, NULL, "cannot read '%.*s': over 4 GB",
                        STR(path));
    if (bad) {
        str why = fault_text(q->keep, pact_missing(q->keep, q->os, path, bad));
        mend(f, wrong(f->c, DIAG_OUTLINE, f->at, "%.*s", STR(why)),
             "the path is taken from the folder of the file that names it");
        return NULL;
    }
    *push(s->keep, s->at, s->n, s->cap) =
        (struct source){ .path = path, .text = text };
    *push(q->keep, q->file_book, files, q->file_book_cap) = NO_BOOK;
    return decode(f, text);
}

/* The file decoded, once in a run; what is wrong with it is said once. */
static json_t *read_outlines(struct geofile *f)
{
    struct parser *q = f->c->q;
    str path = path_of(f);
    int known = map_put(&q->outline_ids, path, (int)q->outlines_n);
    if (known == (int)q->outlines_n)
        *push(q->keep, q->outlines, q->outlines_n, q->outlines_cap) =
            (struct outlines){ open_file(f, path) };
    else if (!q->outlines[known].root)
        f->c->unjudged = S("a file with an error");
    return q->outlines[known].root;
}

/* ---- which feature ------------------------------------------------------ */

static const char *type_of(const json_t *j)
{
    const char *z = json_string_value(json_object_get(j, "type"));
    return z ? z : "";
}

static bool is_type(const json_t *j, const char *type)
{
    return !strcmp(type_of(j), type);
}

/* RFC 7946 knows longitude and latitude of WGS 84 alone; older files say so
 * in a member of their own, or something else. */
static bool wgs84(struct geofile *f, const json_t *root)
{
    const json_t *crs = json_object_get(root, "crs");
    const char *name = json_string_value(
        json_object_get(json_object_get(crs, "properties"), "name"));
    if (!crs || json_is_null(crs))
        return true;
    str n = str_of(name ? name : "");
    if (str_ends(n, S("CRS84")) || str_ends(n, S(":4326")))
        return true;
    struct diag *d = bad_file(
        f, "its coordinates are in \"%.*s\", not in degrees of WGS 84",
        STR(words_of(f, name)));
    return mend(f, d,
                "write it anew: ogr2ogr -f GeoJSON -t_srs EPSG:4326 NEW OLD");
}

/* A property as it is written in the pact: texts, whole numbers, true and
 * false; "" else. */
static str property(struct geofile *f, const json_t *feature, str key)
{
    struct arena *k = f->c->q->keep;
    const json_t *v =
        json_object_get(json_object_get(feature, "properties"), str_z(k, key));
    if (json_is_string(v))
        return str_of(json_string_value(v));
    if (json_is_integer(v))
        return str_fmt(k, "%lld", (long long)json_integer_value(v));
    return json_is_true(v) ? S("true") : json_is_false(v) ? S("false") : S("");
}

static bool is_meant(struct geofile *f, const json_t *feature)
{
    for (size_t i = 0; i < f->where_n; i++)
        if (!str_eq(property(f, feature, f->where[i].key), f->where[i].value))
            return false;
    return true;
}

static str conditions(struct geofile *f)
{
    struct buf b = { .keep = f->c->q->keep };
    for (size_t i = 0; i < f->where_n; i++)
        buf_fmt(&b, "%s%.*s = \"%.*s\"", i ? " and " : "",
                STR(f->where[i].key), STR(brief(f->where[i].value)));
    return buf_str(&b);
}

static bool listed(const str *v, size_t n, str s)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(v[i], s))
            return true;
    return false;
}

/* What the features have there, up to five. */
static void none_meant(struct geofile *f, const json_t *features)
{
    enum { MOST = 5 };
    str seen[MOST], key = f->where[0].key;
    size_t n = 0, i;
    json_t *one;
    struct buf b = { .keep = f->c->q->keep };
    json_array_foreach(features, i, one)
    {
        str v = property(f, one, key);
        if (n == MOST || !v.len || listed(seen, n, v))
            continue;
        buf_fmt(&b, "%s\"%.*s\"", n ? ", " : "",
                STR(words_of(f, str_z(b.keep, v))));
        seen[n++] = v;
    }
    str all = conditions(f);
    struct diag *d = bad_file(f, "no feature has %.*s", STR(all));
    str have = buf_str(&b);
    if (n)
        diag_help(f->c->q->diags, d, "its features have %.*s = %.*s%s",
                  STR(key), STR(have), n == MOST ? " ..." : "");
    else
        diag_help(f->c->q->diags, d,
                  "no feature has a property `%.*s`: look into the file for "
                  "what tells them apart",
                  STR(key));
}

static void several_meant(struct geofile *f, size_t n)
{
    str all = conditions(f);
    struct diag *d = f->where_n
                         ? bad_file(f, "%zu features have %.*s", n, STR(all))
                         : bad_file(f, "it holds %zu features", n);
    mend(f, d,
         f->where_n ? "add what tells them apart: `and NAME = \"...\"`"
                    : "say which is meant: `where NAME = \"...\"`");
}

static const json_t *feature(struct geofile *f, const json_t *features)
{
    const json_t *found = NULL;
    json_t *one;
    size_t i, n = 0;
    json_array_foreach(features, i, one) if (is_meant(f, one))
    {
        found = one;
        f->feature = i + 1;
        n++;
    }
    if (n == 1)
        return found;
    f->feature = 0;
    if (n)
        several_meant(f, n);
    else if (f->where_n)
        none_meant(f, features);
    else
        mend(f, bad_file(f, "it holds no feature"),
             "add the feature to the file");
    return NULL;
}

/* The geometry that is meant, perhaps NULL. false: reported. */
static bool geometry(struct geofile *f, const json_t *root, const json_t **out)
{
    *out = root;
    if (!wgs84(f, root))
        return false;
    if (is_type(root, "FeatureCollection")) {
        const json_t *one = feature(f, json_object_get(root, "features"));
        *out = json_object_get(one, "geometry");
        return one;
    }
    if (is_type(root, "Feature")) {
        *out = json_object_get(root, "geometry");
        if (is_meant(f, root))
            return true;
        str all = conditions(f);
        return mend(f, bad_file(f, "its feature does not have %.*s", STR(all)),
                    "leave out `where`, or mend what it says");
    }
    if (f->where_n)
        return mend(f, bad_file(f, "it has no features to choose from"),
                    "leave out `where`; GeoJSON with features is a "
                    "FeatureCollection");
    return true;
}

/* ---- positions ---------------------------------------------------------- */

static bool position(struct geofile *f, const json_t *j, size_t i,
                     struct geo_point *out)
{
    const json_t *x = json_array_get(j, 0), *y = json_array_get(j, 1);
    if (!json_is_number(x) || !json_is_number(y))
        return mend(f, bad_file(f, "position %zu is not two numbers", i + 1),
                    "a position is [longitude, latitude], in degrees");
    *out = (struct geo_point){ json_number_value(y), json_number_value(x) };
    if (fabs(out->lat) <= 90 && fabs(out->lon) <= 180)
        return true;
    struct diag *d = bad_file(f, "position %zu, [%g, %g], is not on the Earth",
                              i + 1, out->lon, out->lat);
    return mend(f, d,
                "a position is [longitude, latitude], in degrees of WGS 84: "
                "is it the wrong way round, or in metres?");
}

static bool side_fits(struct geofile *f, size_t i, struct geo_point a,
                      struct geo_point b)
{
    if (fabs(b.lon - a.lon) >= 180)
        return mend(
            f,
            bad_file(f, "the side from position %zu goes half round the Earth",
                     i),
            "cut it at 180 degrees of longitude, as RFC 7946 (3.1.9) says");
    return true;
}

/* Positions of a ring or a line. NULL: reported. */
static struct geo_point *positions(struct geofile *f, const json_t *j,
                                   size_t *n)
{
    *n = json_array_size(j);
    if (*n < (f->area ? 4 : 2)) {
        mend(f,
             bad_file(f, f->area ? "a ring has fewer than four positions"
                                 : "a line has fewer than two positions"),
             f->area ? "it has three corners at least, and the first once "
                       "more at its end"
                     : "name two at least");
        return NULL;
    }
    struct geo_point *p = new_n(f->c->q->keep, struct geo_point, *n);
    for (size_t i = 0; i < *n; i++) {
        if (!position(f, json_array_get(j, i), i, &p[i]) ||
            (i && !side_fits(f, i, p[i - 1], p[i])))
            return NULL;
        if (fabs(p[i].lat) >= 90) {
            mend(f, bad_file(f, "position %zu is a pole", i + 1),
                 "a pole has every longitude: draw up to near it, or write "
                 "`north of 80 N`");
            return NULL;
        }
    }
    f->corners += geo_flat_corners(p, *n);
    if (f->corners <= CORNERS_MOST && ++f->rings <= RINGS_MOST)
        return p;
    mend(f,
         bad_file(f, "more than %d rings, or sides too many and too long",
                  RINGS_MOST),
         "leave out details: ogr2ogr -simplify 0.001, or small islands");
    return NULL;
}

/* ---- shapes ------------------------------------------------------------- */

static const struct geo_zone *ring(struct geofile *f, const json_t *j)
{
    size_t n;
    struct geo_point *p = positions(f, j, &n);
    if (!p)
        return NULL;
    struct geo_point a = p[0], b = p[n - 1];
    if (a.lat < b.lat || a.lat > b.lat || a.lon < b.lon || a.lon > b.lon) {
        mend(f, bad_file(f, "a ring is not closed"),
             "its last position has to be its first once more");
        return NULL;
    }
    const struct geo_zone *z = geo_flat_ring(f->c->q->p->geo, p, n);
    if (!z)
        mend(f,
             bad_file(f,
                      "a ring of %zu positions crosses or touches itself, or "
                      "has no inside",
                      n),
             "mend it in a map program, or: ogr2ogr -f GeoJSON -makevalid "
             "NEW OLD");
    return z;
}

static const struct geo_zone *polygon(struct geofile *f, const json_t *rings)
{
    struct geo *g = f->c->q->p->geo;
    if (!json_array_size(rings)) {
        mend(f, bad_file(f, "a polygon has no rings"),
             "give it its outline in `coordinates`");
        return NULL;
    }
    const struct geo_zone *z = ring(f, json_array_get(rings, 0));
    for (size_t i = 1; z && i < json_array_size(rings); i++) {
        const struct geo_zone *hole = ring(f, json_array_get(rings, i));
        z = hole ? geo_and(g, z, geo_not(g, hole)) : NULL;
    }
    return z;
}

static const struct geo_zone *line(struct geofile *f, const json_t *j)
{
    size_t n;
    struct geo_point *p = positions(f, j, &n);
    return p ? geo_flat_line(f->c->q->p->geo, p, n) : NULL;
}

static const struct geo_zone *part(struct geofile *f, const json_t *j)
{
    return f->area ? polygon(f, j) : line(f, j);
}

/* Those from LO to HI as one, by halves: each step takes as long as all that
 * is in it. */
static const struct geo_zone *parts(struct geofile *f, const json_t *j,
                                    size_t lo, size_t hi)
{
    if (hi - lo == 1)
        return part(f, json_array_get(j, lo));
    size_t mid = lo + (hi - lo) / 2;
    const struct geo_zone *a = parts(f, j, lo, mid);
    const struct geo_zone *b = a ? parts(f, j, mid, hi) : NULL;
    return b ? geo_or(f->c->q->p->geo, a, b) : NULL;
}

static const struct geo_zone *shape(struct geofile *f, const json_t *j)
{
    const char *one = f->area ? "Polygon" : "LineString";
    const char *many = f->area ? "MultiPolygon" : "MultiLineString";
    const json_t *at = json_object_get(j, "coordinates");
    if (is_type(j, one))
        return part(f, at);
    if (is_type(j, many) && json_array_size(at) &&
        json_array_size(at) <= RINGS_MOST)
        return parts(f, at, 0, json_array_size(at));
    struct diag *d =
        is_type(j, many)
            ? bad_file(f, "it has no parts, or more than %d", RINGS_MOST)
            : bad_file(f, "%s is a %s or a %s, and this is %s%.*s%s",
                       f->area ? "an area" : "a line", one, many,
                       *type_of(j) ? "a \"" : "no geometry",
                       STR(words_of(f, type_of(j))), *type_of(j) ? "\"" : "");
    mend(f, d,
         f->area ? "for a line write `line from`; GeoJSON is RFC 7946"
                 : "for an area write `area from`; GeoJSON is RFC 7946");
    return NULL;
}

/* ---- in a pact ---------------------------------------------------------- */

static bool want_where(struct geofile *f)
{
    struct cursor *c = f->c;
    if (!eat(c, "where"))
        return true;
    do {
        struct choice *w = &f->where[f->where_n];
        if (f->where_n == WHERE_MOST)
            return expected(c, "at most eight properties");
        w->key = word(c);
        if (word_kind(c) != TOKEN_WORD)
            return expected(c, "the name of a property in the file");
        c->i++;
        if (!want(c, "=") || !want_string(c, &w->value))
            return false;
        f->where_n++;
    } while (eat(c, "and"));
    return true;
}

const struct geo_zone *zone_from_file(struct cursor *c, bool area)
{
    struct geofile f = { .c = c, .at = here(c), .area = area };
    struct moment m;
    if (!want_string(c, &f.name) || !want_where(&f) ||
        (eats(c, "as of") && !want_moment(c, &m)) || other_format(&f))
        return NULL;
    const json_t *root = read_outlines(&f), *j;
    return root && geometry(&f, root, &j) ? shape(&f, j) : NULL;
}
