/* layer.c - a layer of a file of maps as a table; see table.h
 *
 * Such files are read by ogr2ogr, which is run as a program: GDAL is larger
 * than all the rest, and few tables are maps.  What it is handed is a file of
 * this machine in a format of maps, and nothing else: by default it would take
 * a name such as `PG:...` or a file of a certain content for an order to ask a
 * database, the network or another program.
 */
#include "table/own.h"

/* Five minutes: a file that takes longer is cut down better. */
enum { LAYER_SECONDS = 300, LAYERS_MOST = 1 << 20 };

/* Drivers that ask others: databases, the network, a program. */
#define NOT_ASKED                                                             \
    "OGR_VRT,HTTP,WFS,OAPIF,OGCAPI,CSW,PLSCENES,NGW,Elasticsearch,Carto,"     \
    "AmigoCloud,EEDA,PostgreSQL,MySQL,ODBC,PGeo,MSSQLSpatial,OCI,GMLAS,NAS,"  \
    "GPSBabel,MongoDBv3,Cloudant,CouchDB,DODS,Memory"

struct asking {
    struct arena *keep;
    struct os *os;
    str path;
    struct table_wrong *wrong;
    str *layers;
    size_t layers_n, layers_cap;
    fault fault;
};

bool table_is_map(str path)
{
    static const char *const tails[] = { ".gpkg", ".shp", ".geojson", ".kml",
                                         ".kmz",  ".gml", ".gpx" };
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (table_ends_in(path, tails[i]))
            return true;
    return false;
}

static bool no(struct asking *a, str what, str help)
{
    a->wrong->what = what;
    a->wrong->help = help;
    return false;
}

/* PATH, so that nothing in it is taken for an option or for another kind of
 * source. Beside a .gml a file would be left, but not beside a part of one,
 * be it all of it. */
static str as_file(struct arena *keep, str path)
{
    const char *before = !str_starts(path, S("/"))     ? "./"
                         : str_starts(path, S("/vsi")) ? "/."
                                                       : "";
    return str_fmt(keep, "%s%s%.*s",
                   table_ends_in(path, ".gml") ? "/vsisubfile/0," : "", before,
                   STR(path));
}

/* ---- what it complains of ----------------------------------------------- */

/* The next line of TEXT, without blanks at its ends. */
static str next_line(str text, size_t *at)
{
    size_t from = *at;
    while (*at < text.len && text.at[*at] != '\n')
        ++*at;
    return str_trim(str_cut(text, from, (*at)++));
}

/* Its first complaint, of several lines perhaps, in one. */
static str complaint(struct arena *keep, str err)
{
    struct buf b = { .keep = keep };
    err = str_clean(keep, err);
    for (size_t at = 0; at < err.len && b.len < 200;) {
        str line = next_line(err, &at);
        bool warns = str_starts(line, S("Warning"));
        bool head = warns || str_starts(line, S("ERROR ")) ||
                    str_starts(line, S("FAILURE"));
        if (head && b.len)
            break;
        if (head) {
            const char *colon = memchr(line.at, ':', line.len);
            size_t from = colon ? (size_t)(colon - line.at) + 1 : 0;
            line = str_trim(str_cut(line, from, line.len));
        }
        if (warns || !line.len)
            continue;
        buf_z(&b, b.len ? " " : "");
        buf_add(&b, line);
    }
    return buf_str(&b);
}

static bool failed(struct asking *a, const struct os_ran *ran)
{
    str said = complaint(a->keep, ran->err);
    if (ran->status > 128)
        said =
            str_fmt(a->keep, "it was ended by signal %d", ran->status - 128);
    else if (!said.len)
        said = str_fmt(a->keep, "it ended with status %d and no word",
                       ran->status);
    bool adrift = str_holds(said, S("no coordinate system"));
    return no(a,
              str_fmt(a->keep, "ogr2ogr cannot read this file of maps: %.*s",
                      STR(said)),
              adrift ? S("the file does not say in which coordinates it is "
                         "(of a .shp its .prj does): if you know, write it "
                         "anew: ogr2ogr -s_srs EPSG:4326 -t_srs EPSG:4326 "
                         "-f GPKG NEW.gpkg FILE")
                     : S("see what is in it: ogrinfo -al -so FILE; a .shp "
                         "needs its .shx, .dbf and .prj beside it"));
}

/* Runs it; false: there is nothing to go on with. */
static bool asked(struct asking *a, const str *words, size_t n, size_t most,
                  struct os_ran *ran)
{
    a->fault =
        a->os->run(a->os->self, a->keep, words, n, LAYER_SECONDS, most, ran);
    if (a->fault)
        return false;
    switch (ran->how) {
    case OS_MISSING:
        return no(a,
                  S("this is a file of maps, which ogr2ogr reads, and that is "
                    "not installed"),
                  S("install it (package gdal-bin); or, where it is, make a "
                    "table of the points: ogr2ogr -f CSV -t_srs EPSG:4326 "
                    "-lco GEOMETRY=AS_XY points.csv FILE"));
    case OS_LATE:
        return no(a,
                  str_fmt(a->keep, "ogr2ogr has not read it within %d minutes",
                          LAYER_SECONDS / 60),
                  S("take what is needed out of it: ogr2ogr -f GPKG "
                    "-where CONDITION SMALL.gpkg FILE LAYER"));
    case OS_TOO_MUCH:
        return no(a, S("what is in it is larger than 256 MB as a table"),
                  S("take what is needed out of it: ogr2ogr -f GPKG "
                    "-where CONDITION SMALL.gpkg FILE LAYER"));
    case OS_ENDED: break;
    }
    return !ran->status || failed(a, ran);
}

/* ---- layers ------------------------------------------------------------- */

#define GUARDED                                                               \
    S("--config"), S("OGR_SKIP"), S(NOT_ASKED), S("--config"),                \
        S("GML_SKIP_RESOLVE_ELEMS"), S("ALL"), S("--config"),                 \
        S("CPL_VSIL_CURL_ALLOWED_EXTENSIONS"), S("{none}")

static bool find_layers(struct asking *a)
{
    static const char head[] = "Layer name: ";
    str words[] = { S("ogrinfo"),
                    GUARDED,
                    S("-ro"),
                    S("-q"),
                    S("-so"),
                    S("-al"),
                    as_file(a->keep, a->path) };
    struct os_ran ran;
    if (!asked(a, words, sizeof words / sizeof *words, LAYERS_MOST, &ran))
        return false;
    for (size_t at = 0; at < ran.out.len;) {
        str line = next_line(ran.out, &at);
        if (str_starts(line, S(head)))
            *push(a->keep, a->layers, a->layers_n, a->layers_cap) =
                str_cut(line, sizeof head - 1, line.len);
    }
    return a->layers_n || no(a, S("there is no layer in this file of maps"),
                             S("see what is in it: ogrinfo -al -so FILE"));
}

static str names_of(const struct asking *a)
{
    struct buf b = { .keep = a->keep };
    for (size_t i = 0; i < a->layers_n; i++)
        buf_fmt(&b, "%s\"%.*s\"", i ? ", " : "", STR(a->layers[i]));
    return buf_str(&b);
}

/* The layer to ask for by its name; empty: the only one. */
static bool choose(struct asking *a, str wanted, str *out)
{
    *out = S("");
    bool there = !wanted.len;
    for (size_t i = 0; i < a->layers_n; i++)
        there = there || str_eq(a->layers[i], wanted);
    if (!there)
        return no(a,
                  str_fmt(a->keep, "the file of maps has no layer \"%.*s\"",
                          STR(wanted)),
                  str_fmt(a->keep, "it has these: %.*s", STR(names_of(a))));
    if (a->layers_n == 1)
        return true;
    if (!wanted.len)
        return no(a,
                  str_fmt(a->keep, "the file of maps has several layers: %.*s",
                          STR(names_of(a))),
                  S("say which, below `table`: `layer \"NAME\"`"));
    if (str_starts(wanted, S("-")))
        return no(a,
                  str_fmt(a->keep,
                          "ogr2ogr would take the layer's name \"%.*s\" for "
                          "an option",
                          STR(wanted)),
                  S("give the layer another name; none that begins with -"));
    *out = wanted;
    return true;
}

fault table_layer(struct arena *keep, struct os *os, str path,
                  const struct table_how *how, struct table *out, bool *good,
                  struct table_wrong *wrong)
{
    struct asking a = { .keep = keep, .os = os, .path = path, .wrong = wrong };
    struct table_how csv = { .separator = ',' };
    struct os_ran ran;
    str layer;
    *wrong = (struct table_wrong){ .what = S(""), .view = S("") };
    *good = find_layers(&a) && choose(&a, how->sheet, &layer);
    if (!*good)
        return a.fault;
    str words[] = { S("ogr2ogr"),
                    GUARDED,
                    S("-f"),
                    S("CSV"),
                    S("-t_srs"),
                    S("EPSG:4326"),
                    S("-lco"),
                    S("GEOMETRY=AS_XY"),
                    S("/vsistdout/"),
                    as_file(keep, path),
                    layer };
    size_t n = sizeof words / sizeof *words;
    *good = asked(&a, words, layer.len ? n : n - 1, TABLE_BYTES, &ran) &&
            table_csv(keep, ran.out, &csv, out, wrong);
    return a.fault;
}
