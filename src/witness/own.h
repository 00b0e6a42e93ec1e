/* own.h - inside witness/: what cases are made of */
#ifndef WITNESS_OWN_H
#define WITNESS_OWN_H

#include "witness/witness.h"

enum { SPREAD_MAX = 12, CONDS_MAX = 16 };

/* A name that all texts have, and its number in each. */
struct common {
    str name;
    int at[VERSIONS_MAX];
};

struct commons {
    struct common *at;
    size_t n, cap;
};

/* A place that a clause asks about: a zone, or some sites. */
struct cond {
    const struct geo_zone *zone; /* or NULL: */
    const struct pact *p;
    const struct spot *sites;
};

/* Where something could be, and what of the conditions it fulfils. */
struct spread {
    str text;              /* "at camp", "at 54.57 N 33.17 E" */
    uint8_t in[CONDS_MAX]; /* tri */
};

struct maker {
    struct arena *keep;
    struct cases *c;
    const struct version *v;
    size_t n;
    struct commons holders, items, events;
    struct cond conds[CONDS_MAX];
    size_t conds_n;
    struct spread places[SPREAD_MAX];
    size_t places_n;
    str *states; /* "", "active", "active, standing" */
    size_t states_n, states_cap;
    day plain;  /* a day on which each version is in force */
    day *edges; /* days on either side of where one begins or ends */
    size_t edges_n, edges_cap;
};

/* ---- propose.c ---------------------------------------------------------- */

/* "2022-02-01 " */
str on_day(const struct maker *m, day d);
/* "side east", "A + B" */
str whom_text(const struct maker *m, const struct subject *s);
void made_fact(const struct maker *m, struct made *x, str text);
/* X as of the close of D. */
void made_case(const struct maker *m, struct made x, day d);

/* ---- places.c ----------------------------------------------------------- */

/* What is asked about a place: is it at SPOT of P, in Z (NULL: no zone)? */
void add_cond(struct maker *m, const struct pact *p, int spot);
void add_zone(struct maker *m, const struct geo_zone *z);
/* A place in each part of the map that the conditions cut, as far as they
 * are found. */
void find_places(struct maker *m);
/* Is place I of the maker at that spot? */
tri is_at(const struct maker *m, size_t i, const struct pact *p, int spot);

/* ---- limits.c ----------------------------------------------------------- */

void propose_limits(struct maker *m);

#endif
