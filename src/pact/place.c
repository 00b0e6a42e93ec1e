/* place.c - phrase 3: zones, sites, positions and spots; see parse.h
 *
 * Everywhere that a place can be named it becomes a spot, and the same place
 * said twice is the same spot.  What a zone's words mean is told in
 * docs/places.md and known by geo/; here words become calls to it.
 */
#include "pact/place.h"

#include <math.h>
#include <stdio.h>

/* ---- spots ----------------------------------------------------------------
 */

/* Equal places have equal keys: what they are made of, byte by byte. */
static str spot_key(struct parser *q, const struct spot *s)
{
    struct buf b = { .keep = q->keep };
    buf_char(&b, (char)('0' + s->kind));
    if (s->kind == SPOT_SITES)
        buf_add(&b, (str){ (const char *)s->sites,
                           s->sites_n * sizeof *s->sites });
    if (s->kind == SPOT_ZONE)
        buf_add(&b, (str){ (const char *)&s->zone, sizeof s->zone });
    if (s->kind == SPOT_POINT) {
        buf_add(&b, (str){ (const char *)s->points,
                           s->points_n * sizeof *s->points });
        buf_add(&b,
                (str){ (const char *)&s->accuracy_m, sizeof s->accuracy_m });
    }
    return buf_str(&b);
}

int spot_id(struct parser *q, struct spot s)
{
    struct pact *p = q->p;
    if (s.kind == SPOT_ANY)
        return ANYWHERE;
    int id = map_put(&q->spot_ids, spot_key(q, &s), (int)p->spots_n);
    if (id == (int)p->spots_n)
        *push(q->keep, p->spots, p->spots_n, p->spots_cap) = s;
    return id;
}

int zone_spot(struct parser *q, const struct geo_zone *z, str text)
{
    return spot_id(
        q, (struct spot){ .kind = SPOT_ZONE, .zone = z, .text = text });
}

static int by_index(const int *a, const int *b)
{
    return (*a > *b) - (*a < *b);
}

static int sites_spot(struct parser *q, int *sites, size_t n, str text)
{
    for (size_t i = 1; i < n; i++) /* few: sorted by insertion */
        for (size_t k = i; k && by_index(&sites[k - 1], &sites[k]) > 0; k--) {
            int x = sites[k];
            sites[k] = sites[k - 1];
            sites[k - 1] = x;
        }
    return spot_id(q, (struct spot){ .kind = SPOT_SITES,
                                     .sites = sites,
                                     .sites_n = n,
                                     .text = text });
}

tri spot_in_zone(const struct pact *p, const struct spot *s,
                 const struct geo_zone *z)
{
    if (s->kind == SPOT_ZONE)
        return geo_inside(p->geo, s->zone, z);
    tri t = MAYBE;
    for (size_t i = 0; s->kind == SPOT_SITES && i < s->sites_n; i++) {
        const struct site *site = &p->sites[s->sites[i]];
        tri one = spot_in_zone(p, &p->spots[site->spot], z);
        t = !i || one == t ? one : MAYBE;
    }
    for (size_t i = 0; s->kind == SPOT_POINT && i < s->points_n; i++) {
        tri one = geo_at(p->geo, z, s->points[i], s->accuracy_m);
        t = !i || one == t ? one : MAYBE;
    }
    return t;
}

/* Those of the sites that are in Z; -1: of one nobody can tell. */
static int sites_in(struct parser *q, const struct spot *sites,
                    const struct spot *zone)
{
    int *in = new_n(q->keep, int, sites->sites_n + 1);
    size_t n = 0;
    str text =
        str_fmt(q->keep, "%.*s, %.*s", STR(zone->text), STR(sites->text));
    for (size_t i = 0; i < sites->sites_n; i++) {
        const struct site *s = &q->p->sites[sites->sites[i]];
        tri t = spot_in_zone(q->p, &q->p->spots[s->spot], zone->zone);
        if (t == MAYBE)
            return -1;
        if (t == YES)
            in[n++] = sites->sites[i];
    }
    return sites_spot(q, in, n, text);
}

/* What is in both: for a share of a share. -1: it has no spot of its own. */
int spot_and(struct parser *q, int a, int b)
{
    const struct spot *x = &q->p->spots[a], *y = &q->p->spots[b];
    if (a == b || x->kind == SPOT_ANY)
        return b;
    if (y->kind == SPOT_ANY)
        return a;
    if (x->kind == SPOT_SITES && y->kind == SPOT_ZONE)
        return sites_in(q, x, y);
    if (x->kind == SPOT_ZONE && y->kind == SPOT_SITES)
        return sites_in(q, y, x);
    if (x->kind != SPOT_ZONE || y->kind != SPOT_ZONE)
        return -1;
    str text = str_fmt(q->keep, "%.*s, %.*s", STR(y->text), STR(x->text));
    return zone_spot(q, geo_and(q->p->geo, x->zone, y->zone), text);
}

/* ---- positions ---------------------------------------------------------- */

static bool degrees(struct cursor *c, const char *plus, const char *minus,
                    double most, double *out)
{
    qty n;
    span at = here(c);
    char what[60];
    if (!want_qty(c, &n))
        return false;
    bool negative = is(c, minus);
    if (!negative && !is(c, plus)) {
        snprintf(what, sizeof what, "`%s` or `%s`", plus, minus);
        return expected(c, what);
    }
    c->i++;
    *out = qty_double(n);
    if (*out > most) {
        struct diag *d =
            wrong(c, DIAG_POSITION, at, "a degree of %s goes from 0 to %g",
                  most > 100 ? "longitude" : "latitude", most);
        diag_help(c->q->diags, d,
                  "are latitude and longitude the wrong way "
                  "round? Latitude (N or S) comes first");
        return false;
    }
    if (negative)
        *out = -*out;
    return true;
}

bool want_point(struct cursor *c, struct geo_point *out)
{
    if (!is_number(c))
        return expected(c, "a position, such as `54.57 N 33.17 E`");
    if (is_ahead(c, 1, "E") || is_ahead(c, 1, "W") || is_ahead(c, 1, ",")) {
        span at = { c->d.file, here(c).from, c->d.tokens[c->i + 1].to };
        struct diag *d = wrong(c, DIAG_POSITION, at,
                               "a position begins with its latitude, north "
                               "or south");
        diag_help(c->q->diags, d,
                  "latitude first, each with its letter: 14.70 N 39.43 E");
        return false;
    }
    return degrees(c, "N", "S", 90, &out->lat) &&
           degrees(c, "E", "W", 180, &out->lon);
}

/* The sixteen winds, by number of 22.5 degrees; -1: W is none. */
int wind(str w)
{
    static const char *const names[] = {
        "north", "north-north-east", "north-east", "east-north-east",
        "east",  "east-south-east",  "south-east", "south-south-east",
        "south", "south-south-west", "south-west", "west-south-west",
        "west",  "west-north-west",  "north-west", "north-north-west"
    };
    for (int i = 0; i < 16; i++)
        if (str_eq(w, str_of(names[i])))
            return i;
    return -1;
}

/* The centre and accuracy of a site that is a position. */
static bool site_point(struct cursor *c, int site, struct geo_point *out,
                       double *accuracy_m)
{
    if (!resolve_site(c->q, site))
        return false;
    const struct spot *s = &c->q->p->spots[c->q->p->sites[site].spot];
    if (s->kind != SPOT_POINT) {
        struct diag *d = wrong(c, DIAG_POSITION, here(c),
                               "this site has no position to measure from");
        diag_note(c->q->diags, d, c->q->p->sites[site].at, "declared here");
        diag_help(c->q->diags, d, "give it one: `site NAME LAT N LON E`");
        return false;
    }
    *out = s->points[0];
    *accuracy_m = s->accuracy_m;
    return true;
}

/* "56 km south-west of camp": somewhere on an arc of half a sector each
 * way. The eight main winds part the compass into sectors of 45 degrees, the
 * others into sectors of half that. */
static bool polar(struct cursor *c, double more_m, int *out)
{
    enum { PIECES = 32 };
    double metres, acc;
    struct geo_point centre;
    uint32_t i = c->i;
    if (!want_length(c, &metres))
        return false;
    int w = wind(word(c));
    if (w < 0)
        return expected(c, "a direction, such as `south-west`");
    c->i++;
    if (!want(c, "of"))
        return false;
    int site = want_name(c, NAME_SITE);
    if (site < 0 || !site_point(c, site, &centre, &acc))
        return false;
    double half = w % 2 ? 11.25 : 22.5;
    struct geo_point *p = new_n(c->q->keep, struct geo_point, PIECES);
    for (int k = 0; k < PIECES; k++)
        p[k] = geo_off(centre, 22.5 * w - half + 2 * half * (k + 0.5) / PIECES,
                       metres);
    double piece = metres * half / PIECES * 3.14159265358979 / 180;
    *out = spot_id(c->q, (struct spot){ .kind = SPOT_POINT,
                                        .points = p,
                                        .points_n = PIECES,
                                        .accuracy_m = piece + acc + more_m,
                                        .text = span_text(c, since(c, i)) });
    return true;
}

bool want_position(struct cursor *c, double more_m, int *out)
{
    char dim;
    struct cursor ahead = *c;
    ahead.i++;
    take_unit(&ahead, &dim);
    if (is_number(c) && dim == 'l')
        return polar(c, more_m, out);
    struct geo_point *p = new_one(c->q->keep, struct geo_point);
    uint32_t i = c->i;
    if (!want_point(c, p))
        return false;
    *out = spot_id(c->q, (struct spot){ .kind = SPOT_POINT,
                                        .points = p,
                                        .points_n = 1,
                                        .accuracy_m = more_m,
                                        .text = span_text(c, since(c, i)) });
    return true;
}

/* ---- zones as they are named -------------------------------------------- */

/* `its NAME`: the zone of that name that belongs to whom the line is about,
 * or to its side. */
static int owned_zone(struct cursor *c, str name)
{
    const struct pact *p = c->q->p;
    const struct subject *s = c->its;
    int own = -1, sides = -1, side = -1;
    c->its_used = true;
    if (s)
        side = s->party >= 0 ? p->parties[s->party].side : s->side;
    for (size_t i = 0; s && i < p->zones_n; i++) {
        if (!str_eq(p->zones[i].name, name))
            continue;
        if (s->party >= 0 && p->zones[i].of_party == s->party)
            own = (int)i;
        if (side >= 0 && p->zones[i].of_side == side)
            sides = (int)i;
    }
    if (own >= 0 || sides >= 0)
        return own >= 0 ? own : sides;
    if (!s || s->kind == SUBJECT_SUM) {
        struct diag *d = wrong(c, DIAG_ITS, here(c),
                               "`its` is about one party or side, and this "
                               "line is not");
        diag_help(c->q->diags, d,
                  "say `each party` or `each side`, or name "
                  "the zone outright");
        return -1;
    }
    struct diag *d = wrong(c, DIAG_ITS, here(c), "%.*s has no `%.*s`",
                           STR(s->ids[0]), STR(name));
    diag_help(c->q->diags, d, "declare it: `zone %.*s of %.*s = ...`",
              STR(name), STR(s->ids[0]));
    return -1;
}

static void no_area(struct cursor *c, str name, span at, size_t found,
                    const str *names, size_t n)
{
    struct diag *d =
        found ? wrong(c, DIAG_BOUNDARY, at, "%zu areas are called \"%.*s\"",
                      found, STR(name))
              : wrong(c, DIAG_BOUNDARY, at,
                      "no area is called \"%.*s\" in the packaged boundaries",
                      STR(name));
    struct buf b = { .keep = c->q->keep };
    for (size_t i = 0; i < n; i++)
        buf_fmt(&b, "%s\"%.*s\"", i ? i + 1 == n ? " or " : ", " : "",
                STR(names[i]));
    if (found)
        diag_help(c->q->diags, d, "say which: %.*s", STR(buf_str(&b)));
    else if (n)
        diag_help(c->q->diags, d,
                  "did you mean %.*s? Or write its outline: "
                  "`ring LAT N LON E, ...`",
                  STR(buf_str(&b)));
    else
        diag_help(c->q->diags, d,
                  "write its outline: `ring LAT N LON E, ...`");
}

static const struct geo_zone *area(struct cursor *c)
{
    str name, names[5];
    size_t found, n = 0;
    span at = here(c);
    uint32_t i = c->i - 1;
    if (!want_string(c, &name))
        return NULL;
    const struct geo_zone *z =
        geo_area(c->q->p->geo, name, &found, names, 5, &n);
    if (!z)
        no_area(c, name, at, found, names, n);
    else
        borders_used(c, since(c, i));
    return z;
}

/* A declared zone. One that is only known, not judged, marks the line. */
static const struct geo_zone *known_zone(struct cursor *c, int z)
{
    const struct zone *zone = &c->q->p->zones[z];
    if (!resolve_zone(c->q, z))
        return NULL;
    if (zone->unjudged.len)
        c->unjudged = zone->unjudged;
    return zone->geo;
}

/* One name in a sum of zones. SITES: sites will do, too (for distances). */
static const struct geo_zone *zone_atom(struct cursor *c, bool its, bool sites)
{
    struct parser *q = c->q;
    if (eat(c, "area"))
        return area(c);
    if (its && find(q, word(c), NAME_OWNED) >= 0) {
        int z = owned_zone(c, word(c));
        if (z >= 0)
            c->i++;
        return z >= 0 ? known_zone(c, z) : NULL;
    }
    int site = find(q, word(c), NAME_SITE);
    if (site >= 0 && sites) {
        if (!resolve_site(q, site))
            return NULL;
        c->i++;
        const struct spot *s = &q->p->spots[q->p->sites[site].spot];
        return s->kind == SPOT_ZONE
                   ? s->zone
                   : geo_dot(q->p->geo, s->points[0], s->accuracy_m);
    }
    if (site >= 0) {
        struct diag *d = wrong(c, DIAG_NAME_KIND, here(c),
                               "'%.*s' is a site, and the name of a zone was "
                               "expected",
                               STR(word(c)));
        diag_note(q->diags, d, q->p->sites[site].at, "declared here");
        diag_help(q->diags, d,
                  "write `within 5 km of %.*s`, or, in a limit, `at %.*s`",
                  STR(word(c)), STR(word(c)));
        return NULL;
    }
    int z = want_name(c, NAME_ZONE);
    return z >= 0 ? known_zone(c, z) : NULL;
}

/* `+` and `&` go left to right; `-` stands alone between two. */
bool zone_sum(struct cursor *c, bool sites, const struct geo_zone **out)
{
    struct geo *g = c->q->p->geo;
    bool its = eat(c, "its"), minus = false;
    const struct geo_zone *z = zone_atom(c, its, sites);
    for (int n = 0; z && (is(c, "+") || is(c, "&") || is(c, "-")); n++) {
        char op = *word(c).at;
        if (n && (op == '-' || minus)) {
            struct diag *d = wrong(c, DIAG_EXPECTED, here(c),
                                   "a `-` of zones stands alone between two");
            diag_help(c->q->diags, d,
                      "give one part a name of its own with "
                      "`zone NAME = ...`");
            return false;
        }
        c->i++;
        const struct geo_zone *b = zone_atom(c, its, sites);
        if (!b)
            return false;
        minus = op == '-';
        z = op == '+' ? geo_or(g, z, b)
                      : geo_and(g, z, minus ? geo_not(g, b) : b);
    }
    *out = z;
    return z != NULL;
}

/* ---- distances, halves and cuts ----------------------------------------- */

bool is_far(const struct cursor *c)
{
    return is(c, "within") || is(c, "beyond") || is2(c, "nearer", "than");
}

/* within D of Z, beyond D of Z, nearer than D of Z */
bool far(struct cursor *c, const struct geo_zone **out)
{
    struct geo *g = c->q->p->geo;
    bool beyond = is(c, "beyond"), nearer = is(c, "nearer");
    const struct geo_zone *z;
    double m;
    c->i += nearer ? 2 : 1;
    if (is(c, "its"))
        return later(c); /* its range */
    if (!want_length(c, &m) || !want(c, "of") || !zone_sum(c, true, &z))
        return false;
    *out = nearer ? geo_nearer(g, m, z) : geo_within(g, m, z);
    if (beyond)
        *out = geo_not(g, *out);
    return true;
}

/* north of 60.25 N, west of 30 E, south-west of LINE */
bool half(struct cursor *c, const struct geo_zone **out)
{
    struct geo *g = c->q->p->geo;
    int w = wind(word(c));
    span at = here(c);
    double d;
    c->i++;
    if (!want(c, "of"))
        return false;
    if (!is_number(c)) {
        const struct geo_zone *line = zone_atom(c, false, true);
        if (!line)
            return false;
        *out = geo_beside(g, 22.5 * w, line);
        if (*out)
            return true;
        struct diag *e = wrong(c, DIAG_SHAPE, at,
                               "the line has no side that lies that way");
        diag_help(c->q->diags, e,
                  "name a direction across it; what is named "
                  "must be a `line`");
        return false;
    }
    bool north_south = w == 0 || w == 8;
    if (w % 4) {
        struct diag *e = wrong(c, DIAG_EXPECTED, at,
                               "of a parallel or meridian there is only north "
                               "or south, east or west");
        diag_help(c->q->diags, e, "write `north of 60 N` or `west of 30 E`");
        return false;
    }
    if (north_south ? !degrees(c, "N", "S", 90, &d)
                    : !degrees(c, "E", "W", 180, &d))
        return false;
    *out = geo_half(g,
                    w == 0   ? GEO_NORTH
                    : w == 4 ? GEO_EAST
                    : w == 8 ? GEO_SOUTH
                             : GEO_WEST,
                    d);
    return true;
}

static bool is_cut(const struct cursor *c, uint32_t by)
{
    return is_ahead(c, by, "inside") || is_ahead(c, by, "outside") ||
           wind(word_ahead(c, by)) >= 0;
}

/* inside Z, outside Z, north of ... : narrows *Z */
static bool cut(struct cursor *c, const struct geo_zone **z)
{
    struct geo *g = c->q->p->geo;
    const struct geo_zone *b;
    if (wind(word(c)) >= 0) {
        if (!half(c, &b))
            return false;
    } else {
        bool out = is(c, "outside");
        c->i++;
        if (!zone_sum(c, false, &b))
            return false;
        if (out)
            b = geo_not(g, b);
    }
    *z = geo_and(g, *z, b);
    return true;
}

bool cuts(struct cursor *c, const struct geo_zone **z)
{
    while (is(c, ",") && is_cut(c, 1)) {
        c->i++;
        if (!cut(c, z))
            return false;
    }
    return true;
}

/* ---- places in lines ---------------------------------------------------- */

bool is_place(const struct cursor *c)
{
    /* `in a calendar year` and `within 14 days` are times, `at once`, `at
     * least` something else again */
    if (is(c, "in"))
        return !is_ahead(c, 1, "a") && kind_ahead(c, 1) != TOKEN_NUMBER;
    if (is(c, "at"))
        return !is_ahead(c, 1, "once") && !is_ahead(c, 1, "least") &&
               !is_ahead(c, 1, "most");
    if (is(c, "within")) {
        char dim;
        struct cursor ahead = *c;
        ahead.i += 2;
        take_unit(&ahead, &dim);
        return dim == 'l' || is_ahead(c, 1, "its") ||
               find(c->q, word_ahead(c, 1), NAME_NUMBER) >= 0;
    }
    return is_far(c) || is(c, "outside");
}

static bool at_sites(struct cursor *c, uint32_t i, int *out)
{
    int *sites = NULL;
    size_t n = 0, cap = 0;
    if (is(c, "sites"))
        return later(c);
    do {
        int s = want_name(c, NAME_SITE);
        if (s < 0 || !resolve_site(c->q, s))
            return false;
        *push(c->q->keep, sites, n, cap) = s;
    } while (eat(c, "+"));
    if (is(c, ",") && is_cut(c, 1))
        return later(c);
    *out = sites_spot(c->q, sites, n, span_text(c, since(c, i)));
    return true;
}

static bool territory(struct cursor *c, const struct geo_zone **out)
{
    struct parser *q = c->q;
    span at = here(c);
    if (is(c, "each") || is(c, "all") || is(c, "that") || is(c, "side") ||
        is(c, "the"))
        return later(c);
    int party = want_name(c, NAME_PARTY);
    if (party < 0)
        return false;
    int z = q->p->parties[party].territory;
    *out = z >= 0 ? known_zone(c, z) : NULL;
    if (*out)
        return true;
    if (z >= 0)
        return false; /* reported where it is declared */
    struct diag *d =
        wrong(c, DIAG_EXPECTED, at, "%.*s has no territory in this pact",
              STR(q->p->parties[party].name));
    diag_help(q->diags, d, "add `territory ZONE` where it is declared");
    return false;
}

bool want_place(struct cursor *c, int *out)
{
    uint32_t i = c->i;
    const struct geo_zone *z = NULL;
    if (eat(c, "at"))
        return is_number(c) ? want_position(c, 0, out) : at_sites(c, i, out);
    if (eats(c, "in the territory of")) {
        if (!territory(c, &z))
            return false;
    } else if (is_far(c)) {
        if (!far(c, &z))
            return false;
    } else {
        bool outside = eat(c, "outside");
        if ((!outside && !want(c, "in")) || !zone_sum(c, false, &z))
            return false;
        if (outside)
            z = geo_not(c->q->p->geo, z);
    }
    if (!cuts(c, &z))
        return false;
    *out = zone_spot(c->q, z, span_text(c, since(c, i)));
    return true;
}

/* What ONE reads here, for each of S. NULL: reported. */
static const int *for_each(struct cursor *c, const struct subjects *s,
                           bool (*one)(struct cursor *, int *))
{
    int *spots = new_n(c->q->keep, int, s->n + 1);
    uint32_t start = c->i;
    const struct subject *was = c->its;
    bool ok = true;
    c->its_used = false;
    for (size_t k = 0; k < s->n && ok; k++) {
        if (k && !c->its_used) {
            spots[k] = spots[0];
            continue;
        }
        c->i = start;
        c->its = &s->at[k];
        ok = one(c, &spots[k]);
    }
    c->its = was;
    return ok ? spots : NULL;
}

const int *want_places(struct cursor *c, const struct subjects *s)
{
    return for_each(c, s, want_place);
}

const int *want_spots(struct cursor *c, const struct subjects *s)
{
    return for_each(c, s, want_spot);
}

bool want_spot(struct cursor *c, int *out)
{
    uint32_t i = c->i;
    const struct geo_zone *z;
    if (is_far(c) ? !far(c, &z) : !zone_sum(c, false, &z))
        return false;
    *out = zone_spot(c->q, z, span_text(c, since(c, i)));
    return true;
}

/* After `from` and `to` of an entry: the name of a site or a zone. */
bool want_site_or_zone(struct cursor *c, int *out)
{
    struct parser *q = c->q;
    int site = find(q, word(c), NAME_SITE);
    if (site >= 0) {
        struct site *s = &q->p->sites[site];
        if (s->here == ANYWHERE && !resolve_site(q, site))
            return false;
        c->i++;
        if (s->here == ANYWHERE) {
            int *one = new_one(q->keep, int);
            *one = site;
            s->here = sites_spot(q, one, 1,
                                 str_fmt(q->keep, "at %.*s", STR(s->name)));
        }
        *out = s->here;
        return true;
    }
    int zone = find(q, word(c), NAME_ZONE);
    if (zone >= 0) {
        if (!known_zone(c, zone))
            return false;
        struct zone *z = &q->p->zones[zone];
        c->i++;
        if (z->here == ANYWHERE)
            z->here = zone_spot(q, z->geo,
                                str_fmt(q->keep, "in %.*s", STR(z->name)));
        *out = z->here;
        return true;
    }
    want_name(c, NAME_SITE); /* reports it */
    return false;
}
