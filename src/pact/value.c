/* value.c - what is held, or was reported, as a figure; see formula.h */
#include "pact/formula.h"

/* [as on D, as last reported] */
static bool as_of(struct cursor *c, struct formula *f)
{
    if (!eat(c, "as"))
        return true;
    if (eats(c, "last reported")) {
        f->op = FORMULA_REPORTED;
        return true;
    }
    if (!eat(c, "on"))
        return expected(c, "`as on DATE` or `as last reported`");
    if (!want_moment(c, &f->as_on))
        return false;
    return f->as_on.kind == MOMENT_AT || later(c);
}

/* tank, tonnage on ship */
static bool of_what(struct cursor *c, struct kinds *out)
{
    if (is_ahead(c, 1, "on"))
        return want_sum(c, out);
    if (find(c->q, word(c), NAME_ATTR) >= 0)
        return later(c); /* of what? */
    return want_thing(c, out);
}

/* THING [of it, of WHOM] [in Z] [as ...]; F: all but whose it is. */
static bool value(struct cursor *c, struct limit_row *r, struct formula *f)
{
    int *place = new_one(c->q->keep, int);
    *f = (struct formula){ .op = FORMULA_HELD };
    *r = (struct limit_row){ .at = here(c), .event = -1, .places = place };
    *place = ANYWHERE;
    if (!of_what(c, &r->kinds))
        return false;
    if (!eat(c, "of"))
        return later(c); /* whose? */
    if (!eat(c, "it") && !want_subjects(c, &r->subjects))
        return false;
    if (eat(c, "in") && !want_site_or_zone(c, place))
        return false;
    return as_of(c, f);
}

/* F, measured by R, for the subject at WHO; in kilograms or metres. */
static const struct formula *one(struct cursor *c, struct limit_row r,
                                 struct formula f, const struct subject *who)
{
    const struct summed *sum = r.kinds.sum;
    struct limit_row *own = new_one(c->q->keep, struct limit_row);
    if (who)
        r.subjects = (struct subjects){ .at = who, .n = 1 };
    *own = r;
    f.measure = own;
    const struct formula *made = formula_node(c, f);
    return sum && sum->dimension && f.op == FORMULA_HELD
               ? formula_times(c, made, sum->factor)
               : made;
}

bool want_held(struct cursor *c, struct made *out)
{
    struct limit_row r;
    struct formula f;
    if (!value(c, &r, &f))
        return false;
    if (r.subjects.n > 1)
        return later(c); /* of which of them? */
    out->f = one(c, r, f, NULL);
    out->dimension = r.kinds.sum ? r.kinds.sum->dimension : 0;
    return true;
}

bool want_largest(struct cursor *c, struct made *out)
{
    struct limit_row r;
    struct formula f;
    uint32_t i = c->i;
    if (!value(c, &r, &f))
        return false;
    *out =
        (struct made){ one(c, r, f, r.subjects.n ? &r.subjects.at[0] : NULL),
                       r.kinds.sum ? r.kinds.sum->dimension : 0 };
    for (size_t k = 1; k < r.subjects.n; k++)
        if (!formula_join(c, i, FORMULA_LARGER, out,
                          one(c, r, f, &r.subjects.at[k])))
            return false;
    return true;
}
