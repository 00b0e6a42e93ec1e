/* report.c - the figures below `report` and `notify`; see duties.h */
#include "pact/duties.h"
#include "pact/look.h"

static bool figure(struct cursor *c, struct reported *r)
{
    bool least = eats(c, "at least");
    if (!least)
        eat(c, "number");
    if (is(c, "all"))
        return expected(c, "a figure, such as `3_000 troops`");
    if (is_number(c) && kind_ahead(c, 1) == TOKEN_NUMBER && figure_slip(c))
        return false;
    span at = here(c);
    if (!want_estimate(c, &r->low, &r->high) || !true_thousand(c, at))
        return false;
    r->figure = least                      ? FIGURE_AT_LEAST
                : qty_cmp(r->low, r->high) ? FIGURE_RANGE
                                           : FIGURE_EXACT;
    if (least)
        r->high = QTY_NONE;
    return true;
}

/* 9_000 lt of ship: in kilograms, as attributes are kept. */
static bool in_unit(struct cursor *c, struct reported *r)
{
    uint32_t i = c->i;
    if (!is_ahead(c, 1, "of") || find(c->q, word(c), NAME_ITEM) >= 0)
        return true;
    qty factor = take_unit(c, &r->dimension);
    if (!r->dimension || r->dimension == 't')
        return expected(c, "a unit of length or of mass, such as `lt`");
    r->low = qty_mul(r->low, factor);
    if (qty_ok(r->high))
        r->high = qty_mul(r->high, factor);
    return want(c, "of") && fits(c, i, r->low) &&
           (r->figure == FIGURE_AT_LEAST || fits(c, i, r->high));
}

/* The one attribute of that dimension that what is counted has. */
static void find_attr(const struct pact *p, struct reported *r)
{
    const struct kinds *k = &r->what.kinds;
    bool several = false;
    for (size_t i = 0; i < p->items_n; i++) {
        if (k->in[i] != YES)
            continue;
        for (int up = (int)i; up >= 0; up = p->items[up].parent)
            for (size_t n = 0; n < p->items[up].attrs_n; n++) {
                const struct attr *a = &p->items[up].attrs[n];
                if (a->flag || a->dimension != r->dimension)
                    continue;
                several |= r->what.attr.len && !str_eq(r->what.attr, a->name);
                r->what.attr = a->name;
            }
    }
    if (several)
        r->what.attr = S("");
}

bool want_reported(struct cursor *c, struct act *a)
{
    static const enum name_kind events[] = { NAME_EVENT, NAME_NUMBER };
    struct reported r = { .at = rest(c) };
    if (!figure(c, &r) || !in_unit(c, &r))
        return false;
    bool other =
        !is_ahead(c, 1, "on") && (find(c->q, word(c), NAME_EVENT) >= 0 ||
                                  find(c->q, word(c), NAME_NUMBER) >= 0);
    if (other) {
        r.what = (struct counted){ .built_in = true, .text = word(c) };
        if (!look_name(c, events, 2))
            return false;
    } else if (!want_counted(c, &r.what)) {
        return false;
    }
    if (r.dimension && !r.what.built_in && !r.what.attr.len)
        find_attr(c->q->p, &r);
    while (eat(c, ",")) {
        int s = want_name(c, NAME_STATUS);
        if (s < 0 || !stated_add(c, &r.stated, s))
            return false;
    }
    if (is(c, "in") && !want_place(c, &r.place))
        return false;
    if (!want_end(c))
        return false;
    *push(c->q->keep, a->figures, a->figures_n, a->figures_cap) = r;
    return true;
}
