/* places.c - a place in each part of the map that some zones cut; see own.h
 *
 * From sites, corners and middles one looks out along eight bearings; where
 * what holds a point changes, the change is found by halving, and a point half
 * way between two changes is as far from both as it can be. Sites come first,
 * since they have names.
 */
#include "witness/own.h"

#include <math.h>

enum { STARTS_MAX = 24, BEARINGS = 8, CHANGES_MAX = 12 };
#define NEAREST 500.0
#define FURTHEST 8e6

static void add_one(struct maker *m, struct cond c)
{
    for (size_t i = 0; i < m->conds_n; i++)
        if (m->conds[i].zone == c.zone && m->conds[i].sites == c.sites)
            return;
    if (m->conds_n < CONDS_MAX)
        m->conds[m->conds_n++] = c;
}

void add_cond(struct maker *m, const struct pact *p, int spot)
{
    const struct spot *s = &p->spots[spot];
    if (s->kind == SPOT_ZONE)
        add_zone(m, s->zone);
    else if (s->kind == SPOT_SITES)
        add_one(m, (struct cond){ .p = p, .sites = s });
}

void add_zone(struct maker *m, const struct geo_zone *z)
{
    if (z)
        add_one(m, (struct cond){ .zone = z });
}

/* ---- what holds a point ------------------------------------------------- */

static bool is_site(const struct cond *c, str name)
{
    for (size_t i = 0; i < c->sites->sites_n; i++)
        if (str_eq(c->p->sites[c->sites->sites[i]].name, name))
            return true;
    return false;
}

/* SITE: its name, or empty. */
static void look(const struct maker *m, struct geo_point at, double accuracy,
                 str site, uint8_t in[CONDS_MAX])
{
    memset(in, 0, CONDS_MAX);
    for (size_t i = 0; i < m->conds_n; i++) {
        const struct cond *c = &m->conds[i];
        in[i] =
            (uint8_t)(c->zone ? geo_at(m->v[0].p->geo, c->zone, at, accuracy)
                              : tri_of(is_site(c, site)));
    }
}

static bool certain(const struct maker *m, const uint8_t in[CONDS_MAX])
{
    for (size_t i = 0; i < m->conds_n; i++)
        if (in[i] == MAYBE)
            return false;
    return true;
}

static bool has(const struct maker *m, const uint8_t in[CONDS_MAX])
{
    for (size_t i = 0; i < m->places_n; i++)
        if (!memcmp(m->places[i].in, in, CONDS_MAX))
            return true;
    return false;
}

static bool wanted(const struct maker *m, const uint8_t in[CONDS_MAX])
{
    return certain(m, in) && !has(m, in) && m->places_n < SPREAD_MAX;
}

static void add(struct maker *m, str text, const uint8_t in[CONDS_MAX])
{
    struct spread *x = &m->places[m->places_n++];
    x->text = text;
    memcpy(x->in, in, CONDS_MAX);
}

/* ---- points ------------------------------------------------------------- */

/* With so many decimals; P becomes what is written. */
static str point_text(struct arena *keep, struct geo_point *p, int decimals)
{
    double scale = pow(10, decimals);
    double lon = fmod(p->lon + 540, 360) - 180;
    p->lat = round(p->lat * scale) / scale;
    p->lon = round(lon * scale) / scale;
    return str_fmt(keep, "at %.*f %c %.*f %c", decimals, fabs(p->lat),
                   p->lat < 0 ? 'S' : 'N', decimals, fabs(p->lon),
                   p->lon < 0 ? 'W' : 'E');
}

/* A point that stands for IN, if it does so once written down. */
static void take(struct maker *m, struct geo_point p,
                 const uint8_t in[CONDS_MAX])
{
    static const int decimals[] = { 0, 1, 2, 4, 6 };
    uint8_t now[CONDS_MAX];
    if (!wanted(m, in))
        return;
    for (size_t i = 0; i < sizeof decimals / sizeof *decimals; i++) {
        struct geo_point q = p;
        str text = point_text(m->keep, &q, decimals[i]);
        look(m, q, 0, S(""), now);
        if (!memcmp(now, in, CONDS_MAX)) {
            add(m, text, in);
            return;
        }
    }
}

/* From A, where it is IN, to B, where it is not: the last that is. */
static double last_same(const struct maker *m, struct geo_point from,
                        double bearing, double a, double b,
                        const uint8_t in[CONDS_MAX])
{
    uint8_t now[CONDS_MAX];
    for (int i = 0; i < 24 && b - a > 1; i++) {
        double mid = (a + b) / 2;
        look(m, geo_off(from, bearing, mid), 0, S(""), now);
        if (memcmp(now, in, CONDS_MAX))
            b = mid;
        else
            a = mid;
    }
    return a;
}

static void along(struct maker *m, struct geo_point from, double bearing)
{
    uint8_t in[CONDS_MAX], next[CONDS_MAX];
    double begun = 0;
    int changes = 0;
    look(m, from, 0, S(""), in);
    take(m, from, in);
    for (double far = NEAREST, last = 0; far < FURTHEST; far *= 1.5) {
        look(m, geo_off(from, bearing, far), 0, S(""), next);
        while (memcmp(in, next, CONDS_MAX) && changes++ < CHANGES_MAX) {
            last = last_same(m, from, bearing, last, far, in);
            take(m, geo_off(from, bearing, (begun + last) / 2), in);
            begun = last += 1;
            look(m, geo_off(from, bearing, last), 0, S(""), in);
        }
        last = far;
    }
    take(m, geo_off(from, bearing, (begun + FURTHEST) / 2), in);
}

/* ---- all of it ---------------------------------------------------------- */

/* A site that all texts have at the same place. */
static bool same_site(const struct maker *m, size_t i, struct spot **out)
{
    const struct pact *p = m->v[0].p;
    const struct site *x = &p->sites[i];
    *out = x->spot >= 0 ? &p->spots[x->spot] : NULL;
    if (!*out || (*out)->kind != SPOT_POINT || (*out)->points_n != 1)
        return false;
    for (size_t v = 1; v < m->n; v++) {
        const struct pact *q = m->v[v].p;
        size_t k = 0;
        while (k < q->sites_n && !str_eq(q->sites[k].name, x->name))
            k++;
        const struct spot *s = k < q->sites_n && q->sites[k].spot >= 0
                                   ? &q->spots[q->sites[k].spot]
                                   : NULL;
        if (!s || s->kind != SPOT_POINT || s->points_n != 1 ||
            memcmp(s->points, (*out)->points, sizeof *s->points) ||
            s->accuracy_m < (*out)->accuracy_m ||
            s->accuracy_m > (*out)->accuracy_m)
            return false;
    }
    return true;
}

void find_places(struct maker *m)
{
    struct geo_point start[STARTS_MAX];
    uint8_t in[CONDS_MAX];
    size_t n = 0;
    struct spot *s;
    for (size_t i = 0; i < m->v[0].p->sites_n; i++) {
        if (!same_site(m, i, &s))
            continue;
        str name = m->v[0].p->sites[i].name;
        look(m, s->points[0], s->accuracy_m, name, in);
        if (wanted(m, in))
            add(m, str_fmt(m->keep, "at %.*s", STR(name)), in);
    }
    for (size_t i = 0; i < m->conds_n; i++)
        if (m->conds[i].zone)
            n += geo_some_points(m->v[0].p->geo, m->conds[i].zone, start + n,
                                 (STARTS_MAX - n) / (m->conds_n - i));
    for (size_t i = 0; i < n && m->places_n < SPREAD_MAX; i++)
        for (int b = 0; b < BEARINGS; b++)
            along(m, start[i], 360.0 * b / BEARINGS);
    if (!n)
        along(m, (struct geo_point){ 0, 0 }, 0);
}

tri is_at(const struct maker *m, size_t i, const struct pact *p, int spot)
{
    const struct spot *s = &p->spots[spot];
    if (s->kind == SPOT_ANY)
        return YES;
    for (size_t k = 0; k < m->conds_n; k++)
        if (s->kind == SPOT_ZONE ? m->conds[k].zone == s->zone
                                 : m->conds[k].sites == s)
            return (tri)m->places[i].in[k];
    return MAYBE;
}
