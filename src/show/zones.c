/* zones.c - which zones hold a place, and how far are their edges? */
#include "show/own.h"

#include <math.h>

enum { NEARBY_M = 25000 };

/* In metres; `known` false: nothing can be said. */
struct reach {
    bool known;
    double low, high; /* high INFINITY: open */
};

struct held {
    const struct zone *zone;
    tri in;
    struct reach edge;
};

struct near {
    const struct site *site;
    struct reach away;
};

struct around {
    struct held *zones;
    struct near *sites;
    size_t zones_n, sites_n;
};

/* A single position; false: S is a zone, or an arc. */
static bool one_point(const struct spot *s)
{
    return s->kind == SPOT_POINT && s->points_n == 1;
}

/* The edge is as far as whichever it is not in, the zone or what is outside:
 * the distance to the other one is nothing. */
static struct reach to_edge(const struct pact *p, const struct spot *s,
                            const struct geo_zone *z)
{
    struct reach r = { .known = one_point(s) };
    double low, high;
    if (!r.known)
        return r;
    geo_distance(p->geo, z, s->points[0], &r.low, &r.high);
    geo_distance(p->geo, geo_not(p->geo, z), s->points[0], &low, &high);
    r.low = fmax(r.low, low);
    r.high = fmax(r.high, high);
    r.known = r.low < INFINITY; /* else there is no edge */
    return r;
}

/* Inside first, then the nearest edge first. */
static int by_hold(const struct held *a, const struct held *b)
{
    if (a->in != b->in)
        return a->in > b->in ? -1 : 1;
    if (a->edge.known != b->edge.known)
        return a->edge.known ? -1 : 1;
    if (a->edge.known && a->edge.low != b->edge.low)
        return a->edge.low < b->edge.low ? -1 : 1;
    return str_cmp(a->zone->name, b->zone->name);
}

static int by_reach(const struct near *a, const struct near *b)
{
    if (a->away.low != b->away.low)
        return a->away.low < b->away.low ? -1 : 1;
    return str_cmp(a->site->name, b->site->name);
}

/* All zones, and the sites nearby but for the one that is asked about. */
static struct around look(const struct run *run, int spot)
{
    const struct pact *p = run->p;
    const struct spot *here = &p->spots[spot];
    struct around a = { 0 };
    a.zones = new_n(run->keep, struct held, p->zones_n + 1);
    a.sites = new_n(run->keep, struct near, p->sites_n + 1);
    for (size_t i = 0; i < p->zones_n; i++) {
        struct held h = { .zone = &p->zones[i], .in = MAYBE };
        if (h.zone->geo) {
            h.in = spot_in_zone(p, here, h.zone->geo);
            h.edge = to_edge(p, here, h.zone->geo);
        }
        size_t k = a.zones_n++;
        for (; k && by_hold(&h, &a.zones[k - 1]) < 0; k--)
            a.zones[k] = a.zones[k - 1];
        a.zones[k] = h;
    }
    for (size_t i = 0; i < p->sites_n && one_point(here); i++) {
        const struct spot *s = &p->spots[p->sites[i].spot];
        if (p->sites[i].spot == spot || !one_point(s))
            continue;
        double m = geo_metres(here->points[0], s->points[0]);
        struct near n = { &p->sites[i], { true, m, m } };
        if (m > NEARBY_M)
            continue;
        size_t k = a.sites_n++;
        for (; k && by_reach(&n, &a.sites[k - 1]) < 0; k--)
            a.sites[k] = a.sites[k - 1];
        a.sites[k] = n;
    }
    return a;
}

/* "near-zone", "front of ARD", "depots of side east" */
static str zone_text(const struct run *run, const struct zone *z)
{
    struct arena *k = run->keep;
    if (z->of_party >= 0)
        return str_fmt(k, "%.*s of %.*s", STR(z->name),
                       STR(run->p->parties[z->of_party].name));
    if (z->of_side >= 0)
        return str_fmt(k, "%.*s of side %.*s", STR(z->name),
                       STR(run->p->sides[z->of_side].name));
    return z->name;
}

/* The site that stands there, or NULL. */
static const struct site *site_there(const struct pact *p, int spot)
{
    for (size_t i = 0; i < p->sites_n; i++)
        if (p->sites[i].spot == spot)
            return &p->sites[i];
    return NULL;
}

/* "camp, 54.60 N 33.16 E, accurate to 2 km" */
static str position_text(const struct run *run, int spot)
{
    const struct spot *s = &run->p->spots[spot];
    const struct site *site = site_there(run->p, spot);
    struct buf b = { .keep = run->keep };
    if (site)
        buf_fmt(&b, "%.*s, ", STR(site->name));
    buf_add(&b, s->text);
    if (s->kind == SPOT_POINT && s->accuracy_m > 0)
        buf_fmt(&b, ", accurate to %.3g km", s->accuracy_m / 1000);
    return buf_str(&b);
}

/* ---- text --------------------------------------------------------------- */

/* "850 m", "1.2 km", "244 km": to three figures or so. */
static str metres_text(struct arena *k, double m)
{
    if (m < 999.5)
        return str_fmt(k, "%.0f m", m);
    return str_fmt(k, m < 99950 ? "%.1f km" : "%.0f km", m / 1000);
}

static str reach_text(struct arena *k, struct reach r)
{
    str low = metres_text(k, r.low);
    if (r.high == INFINITY)
        return str_fmt(k, "at least %.*s", STR(low));
    str high = metres_text(k, r.high);
    if (str_eq(low, high))
        return low;
    return str_fmt(k, "%.*s to %.*s", STR(low), STR(high));
}

static void one_zone(struct buf *out, const struct run *run,
                     const struct held *h, size_t width)
{
    static const char *const words[] = { "outside", "possibly", "inside" };
    static const enum paint paints[] = { DIM, OPEN, GOOD };
    str name = zone_text(run, h->zone), word = str_of(words[h->in]);
    buf_z(out, "  ");
    painted(out, run, paints[h->in], word);
    buf_pad(out, ' ', 10 - word.len);
    buf_add(out, name);
    if (h->zone->geo && !h->edge.known) {
        buf_char(out, '\n');
        return;
    }
    size_t used = str_width(name);
    buf_pad(out, ' ', used < width ? width - used + 2 : 2);
    if (h->zone->geo)
        buf_fmt(out, "edge %.*s away\n", STR(reach_text(run->keep, h->edge)));
    else
        buf_fmt(out, "not judged: %.*s\n", STR(h->zone->unjudged));
}

static void zones_text(struct buf *out, const struct run *run, int here,
                       const struct around *a)
{
    enum { WIDEST = 30 };
    size_t width = 0;
    str title = run->p->title.len ? run->p->title : S("(no pact)");
    for (size_t i = 0; i < a->zones_n; i++) {
        size_t n = str_width(zone_text(run, a->zones[i].zone));
        width = n > width && n <= WIDEST ? n : width;
    }
    painted(out, run, BOLD, title);
    buf_fmt(out, "\n%.*s\n", STR(position_text(run, here)));
    with_overlays(out, run);
    buf_char(out, '\n');
    for (size_t i = 0; i < a->zones_n; i++)
        one_zone(out, run, &a->zones[i], width);
    if (!a->zones_n)
        buf_z(out, "  the pact has no zones\n");
    if (a->sites_n)
        buf_fmt(out, "\nSites within %d km\n", NEARBY_M / 1000);
    for (size_t i = 0; i < a->sites_n; i++) {
        const struct site *s = a->sites[i].site;
        buf_fmt(out, "  %.*s  %.*s%s%.*s\n", STR(s->name),
                STR(reach_text(run->keep, a->sites[i].away)),
                s->title.len ? "  " : "", STR(s->title));
    }
    buf_char(out, '\n');
    closing(out, run);
    fit(out, run);
}

/* ---- JSON --------------------------------------------------------------- */

/* In whole metres, rounded outwards. */
static json_t *reach_json(struct arena *k, struct reach r)
{
    if (!r.known)
        return json_null();
    qty high = r.high < INFINITY ? qty_int((int64_t)ceil(r.high)) : QTY_NONE;
    struct measured m = { true, qty_int((int64_t)floor(r.low)), high };
    return json_measured(k, m, S("m"));
}

static json_t *held_json(const struct run *run, const struct held *h)
{
    static const char *const words[] = { "outside", "possibly", "inside" };
    struct arena *k = run->keep;
    const struct zone *z = h->zone;
    json_t *j = json_map(k);
    json_put(k, j, "zone", json_str(k, z->name));
    json_put(k, j, "party",
             z->of_party >= 0 ? json_str(k, run->p->parties[z->of_party].name)
                              : json_null());
    json_put(k, j, "side",
             z->of_side >= 0 ? json_str(k, run->p->sides[z->of_side].name)
                             : json_null());
    json_put(k, j, "holds",
             json_str(k, z->geo ? str_of(words[h->in]) : S("not_judged")));
    json_put(k, j, "edge", reach_json(k, h->edge));
    return j;
}

static json_t *here_json(const struct run *run, int spot)
{
    struct arena *k = run->keep;
    const struct spot *s = &run->p->spots[spot];
    const struct site *site = site_there(run->p, spot);
    json_t *j = json_map(k);
    bool one = one_point(s);
    json_put(k, j, "site", site ? json_str(k, site->name) : json_null());
    json_put(k, j, "text", json_str(k, s->text));
    json_put(k, j, "latitude",
             one ? json_number(k, s->points[0].lat) : json_null());
    json_put(k, j, "longitude",
             one ? json_number(k, s->points[0].lon) : json_null());
    json_put(k, j, "accuracy_m",
             s->kind == SPOT_POINT ? json_number(k, s->accuracy_m)
                                   : json_null());
    return j;
}

static void zones_json(struct buf *out, const struct run *run, int here,
                       const struct around *a)
{
    struct arena *k = run->keep;
    json_t *j = json_begin(run, "zones/1"), *zones = json_list(k),
           *sites = json_list(k);
    json_put(k, j, "pact", json_str(k, run->p->title));
    json_put(k, j, "at", here_json(run, here));
    for (size_t i = 0; i < a->zones_n; i++)
        json_add(k, zones, held_json(run, &a->zones[i]));
    json_put(k, j, "zones", zones);
    for (size_t i = 0; i < a->sites_n; i++) {
        const struct near *n = &a->sites[i];
        json_t *x = json_map(k);
        json_put(k, x, "site", json_str(k, n->site->name));
        json_put(k, x, "title", json_str(k, n->site->title));
        json_put(k, x, "away", reach_json(k, n->away));
        json_add(k, sites, x);
    }
    json_put(k, j, "sites", sites);
    json_print(out, j);
}

bool show_zones(struct buf *out, const struct run *run, str at, str accuracy,
                bool json, str *wrong)
{
    int spot = pact_ask_place(run->p, at, accuracy, wrong);
    if (spot == ANYWHERE)
        return false;
    struct around a = look(run, spot);
    (json ? zones_json : zones_text)(out, run, spot, &a);
    return true;
}
