/* define.c - what zones and sites are declared as; see parse.h */
#include "pact/place.h"

/* ---- what a zone is declared as ----------------------------------------- */

static const struct geo_zone *country(struct cursor *c)
{
    struct parser *q = c->q;
    str code = word(c);
    if (word_kind(c) != TOKEN_WORD) {
        expected(c, "a country's code of ISO 3166");
        return NULL;
    }
    const struct geo_zone *z = geo_country(q->p->geo, code);
    if (!z) {
        struct diag *d = wrong(c, DIAG_BOUNDARY, here(c),
                               "no country has the code '%.*s'", STR(code));
        diag_help(q->diags, d,
                  "write its ISO 3166 code, of two or three "
                  "letters");
        return NULL;
    }
    c->i++;
    if (q->disputed)
        z = geo_and(q->p->geo, z, geo_not(q->p->geo, q->disputed));
    return z;
}

/* The first place in the text, whatever is resolved first. */
void borders_used(struct cursor *c, span at)
{
    span was = c->q->borders;
    if (c->q->borders_said &&
        (was.file < at.file || (was.file == at.file && was.from <= at.from)))
        return;
    c->q->borders_said = true;
    c->q->borders = at;
}

static const struct geo_zone *countries(struct cursor *c)
{
    uint32_t i = c->i - 1;
    const struct geo_zone *z = country(c);
    while (z && eat(c, "and")) {
        const struct geo_zone *b = country(c);
        z = b ? geo_or(c->q->p->geo, z, b) : NULL;
    }
    if (!z)
        return NULL;
    if (eats(c, "as of")) {
        struct moment m;
        span at = here(c);
        if (!want_moment(c, &m))
            return NULL;
        c->unjudged = S("boundaries as of another day");
        not_judged_yet(c, at, c->unjudged);
        return z;
    }
    borders_used(c, since(c, i));
    return z;
}

static bool points(struct cursor *c, struct geo_point **out, size_t *n)
{
    size_t cap = 0;
    *out = NULL;
    *n = 0;
    do {
        struct geo_point p;
        struct cursor ahead = *c;
        char dim;
        ahead.i++;
        take_unit(&ahead, &dim);
        if (is_number(c) && dim == 'l')
            return later(c); /* `25 km north of SITE` */
        if (!want_point(c, &p))
            return false;
        *push(c->q->keep, *out, *n, cap) = p;
    } while (is(c, ",") && kind_ahead(c, 1) == TOKEN_NUMBER && c->i++);
    return true;
}

static const struct geo_zone *ring(struct cursor *c, uint32_t i)
{
    struct geo_point *p;
    size_t n;
    if (!points(c, &p, &n))
        return NULL;
    const struct geo_zone *z = n >= 3 ? geo_ring(c->q->p->geo, p, n) : NULL;
    if (!z) {
        struct diag *d = wrong(c, DIAG_SHAPE, since(c, i),
                               n < 3 ? "a ring needs at least three corners"
                                     : "this ring crosses itself, or has no "
                                       "inside");
        diag_help(c->q->diags, d,
                  "name the corners in order along the "
                  "outline, each once");
    }
    return z;
}

static const struct geo_zone *line(struct cursor *c, uint32_t i)
{
    struct geo_point *p;
    size_t n;
    if (eat(c, "from"))
        return zone_from_file(c, false);
    if (!want(c, "through") || !points(c, &p, &n))
        return NULL;
    const struct geo_zone *z = n >= 2 ? geo_line(c->q->p->geo, p, n) : NULL;
    if (!z) {
        struct diag *d = wrong(c, DIAG_SHAPE, since(c, i),
                               "a line needs at least two points");
        diag_help(c->q->diags, d, "add one after a comma");
    }
    return z;
}

static const struct geo_zone *definition(struct cursor *c)
{
    uint32_t i = c->i;
    const struct geo_zone *z = NULL;
    if (eat(c, "country") || eat(c, "countries"))
        return countries(c);
    if (eat(c, "ring"))
        return ring(c, i);
    if (eat(c, "line"))
        return line(c, i);
    if (eats(c, "area from"))
        return zone_from_file(c, true);
    if (is_far(c))
        return far(c, &z) ? z : NULL;
    if (wind(word(c)) >= 0 && is_ahead(c, 1, "of"))
        return half(c, &z) ? z : NULL;
    return zone_sum(c, false, &z) ? z : NULL;
}

/* A zone of which only the name is known: whatever stands in it, or near it,
 * may be anywhere. Each is a place of its own. */
static const struct geo_zone *somewhere(struct cursor *c, const struct zone *z)
{
    double number = (double)(z - c->q->p->zones);
    struct geo_point p = { 0, number / 1000 };
    return geo_dot(c->q->p->geo, p, 3e7);
}

static bool define_zone(struct cursor *c, struct zone *z)
{
    const struct geo_zone *g = NULL;
    double m;
    if (!want(c, "="))
        return false;
    g = definition(c);
    if (!g && c->unjudged.len) {
        g = somewhere(c, z);
        c->i = c->end;
    }
    if (!g || !cuts(c, &g))
        return false;
    if (eats(c, ", accurate to")) {
        if (!want_length(c, &m))
            return false;
        g = geo_accurate(c->q->p->geo, g, m);
    }
    if (!want_end(c))
        return false;
    z->geo = g;
    z->unjudged = c->unjudged;
    return true;
}

bool resolve_zone(struct parser *q, int index)
{
    struct waiting *w = &q->zones.at[index];
    bool done;
    if (!enter(q, w, &done))
        return false;
    if (!done) {
        str was = q->clause_now;
        struct cursor c = cursor_at(q, w);
        q->clause_now = S("");
        c.i += 2;
        if (is(&c, "of"))
            c.i += is_ahead(&c, 1, "side") ? 3 : 2;
        q->p->zones[index].geo = NULL;
        define_zone(&c, &q->p->zones[index]);
        q->clause_now = was;
        leave(q, w);
    }
    return q->p->zones[index].geo != NULL;
}

/* ---- sites
 * -----------------------------------------------------------------------------------
 */

static bool define_site(struct cursor *c, struct site *s)
{
    struct cursor start = *c;
    bool point = is_number(c);
    double m = 0;
    if (!point && word_kind(c) == TOKEN_WORD && *word(c).at >= '0' &&
        *word(c).at <= '9') {
        struct diag *d = wrong(c, DIAG_POSITION, here(c),
                               "degrees are written with decimals");
        diag_help(c->q->diags, d, "like this: 14.70 N 39.43 E");
        return false;
    }
    if (point) {
        if (!want_position(c, 0, &s->spot))
            return false;
    } else {
        const struct geo_zone *z;
        uint32_t i = c->i;
        if (!want(c, "in") || !zone_sum(c, false, &z))
            return false;
        s->spot = zone_spot(c->q, z, span_text(c, since(c, i)));
    }
    if (eats(c, "accurate to")) {
        span at = here(c);
        if (!want_length(c, &m))
            return false;
        if (!point) {
            struct diag *d = wrong(c, DIAG_POSITION, at,
                                   "only a position is accurate to a length");
            diag_help(c->q->diags, d,
                      "it stands somewhere in the zone, which "
                      "says enough: leave the words out");
            return false;
        }
        if (!want_position(&start, m, &s->spot))
            return false;
    }
    if (word_kind(c) == TOKEN_STRING && !want_string(c, &s->title))
        return false;
    if (eats(c, "storage of") && want_name(c, NAME_PARTY) < 0)
        return false;
    return want_end(c);
}

bool resolve_site(struct parser *q, int index)
{
    struct waiting *w = &q->sites.at[index];
    bool done;
    if (!enter(q, w, &done)) {
        q->p->sites[index].spot = -1;
        return false;
    }
    if (!done) {
        str was = q->clause_now;
        struct cursor c = cursor_at(q, w);
        q->clause_now = S("");
        c.i += 2;
        if (!define_site(&c, &q->p->sites[index]))
            q->p->sites[index].spot = -1;
        else
            no_body(&c);
        q->clause_now = was;
        leave(q, w);
    }
    return q->p->sites[index].spot >= 0;
}
