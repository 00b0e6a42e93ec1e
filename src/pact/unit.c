/* unit.c - units: their home, what they state, what they hold; see parse.h */
#include "pact/parse.h"

/* 40 tank */
static bool want_part(struct cursor *c, struct unit *u)
{
    struct unit_part x = { 0 };
    span at = here(c);
    if (figure_slip(c) || !want_estimate(c, &x.low, &x.high) ||
        !true_thousand(c, at) || !want_item(c, &x.item))
        return false;
    *push(c->q->keep, u->parts, u->parts_n, u->parts_cap) = x;
    return true;
}

/* home camp; tonnage 9_000 lt; 40 tank; stored */
static bool unit_attr(struct cursor *c, struct unit *u, size_t *cap)
{
    if (eat(c, "home"))
        return want_site_or_zone(c, &u->home);
    int status = find(c->q, word(c), NAME_STATUS);
    if (status >= 0)
        return want_name(c, NAME_STATUS) >= 0 &&
               stated_add(c, &u->stated, status);
    if (is_number(c) || word_kind(c) == TOKEN_RANGE || is(c, "between"))
        return want_part(c, u);
    struct attr a = { 0 };
    if (find(c->q, word(c), NAME_ATTR) < 0)
        return want_name(c, NAME_ATTR) >= 0;
    if (!want_attr(c, &a))
        return false;
    *push(c->q->keep, u->attrs, u->attrs_n, *cap) = a;
    return true;
}

/* unit A/first "First brigade" home camp */
void resolve_unit(struct parser *q, struct waiting *w)
{
    if (w->state == 2)
        return; /* what it says cannot be read */
    struct cursor c = cursor_at(q, w);
    c.i += 2;
    q->clause_now = S("");
    struct unit *u = &q->p->units[w->index];
    size_t cap = 0;
    str party = u->path;
    party.len = (size_t)((char *)memchr(party.at, '/', party.len) - party.at);
    if (find(q, party, NAME_PARTY) < 0) {
        struct diag *d = wrong(&c, DIAG_NAME_UNKNOWN, u->at,
                               "no party `%.*s` is declared", STR(party));
        diag_help(q->diags, d,
                  "a unit's path begins with the name of the "
                  "party that holds it");
    }
    if (word_kind(&c) == TOKEN_STRING && !want_string(&c, &u->title))
        return;
    if (!at_end(&c))
        do
            if (!unit_attr(&c, u, &cap))
                return;
        while (eat(&c, ","));
    if (want_end(&c))
        no_body(&c);
}

/* ---- in entries --------------------------------------------------------- */

const struct unit *unit_of(const struct parser *q, const struct holder *h)
{
    int i = h->unit.len ? map_get(&q->unit_paths, h->unit) : -1;
    return i >= 0 ? &q->p->units[i] : NULL;
}

bool want_home(struct cursor *c, const struct holder *h, int *out)
{
    const struct unit *u = unit_of(c->q, h);
    if (u && u->home != ANYWHERE) {
        *out = u->home;
        c->i += 2;
        return true;
    }
    struct diag *d = wrong(c, DIAG_NAME_UNKNOWN, here(c),
                           "no home of this holder is declared");
    diag_help(c->q->diags, d,
              "name the place, or declare `unit PATH home PLACE`");
    return false;
}
