/* freeze.c - as many as on a day, as many as last reported; see clause.h */
#include "pact/clause.h"
#include "pact/formula.h"
#include "pact/look.h"

/* as last reported: a ceiling or a floor that hangs on reports */
static bool as_reported(struct cursor *c, struct limit_row *r)
{
    struct limit_row *measure = new_one(c->q->keep, struct limit_row);
    if (r->stated.n)
        return later_as(c, r->at, S("what was last reported of a status"));
    for (size_t i = 1; i < r->subjects.n; i++)
        if (r->places[i] != r->places[0])
            return later_as(c, r->at,
                            S("what was last reported of several places"));
    *measure = *r;
    measure->subjects = (struct subjects){ 0 }; /* of whom the row is about */
    r->amount = QTY_NONE;
    r->formula = formula_node(
        c, (struct formula){ .op = FORMULA_REPORTED, .measure = measure });
    r->figure = S("the last reported");
    return true;
}

/* as on 2022-02-06 */
static bool as_on(struct cursor *c, struct limit_row *r)
{
    if (!want(c, "as"))
        return false;
    if (eats(c, "last reported"))
        return as_reported(c, r);
    uint32_t i = c->i;
    if (!eat(c, "on"))
        return expected(c, "`on DATE` or `last reported`");
    if (!want_moment(c, &r->as_on))
        return false;
    if (r->as_on.kind != MOMENT_AT)
        return later_as(c, since(c, i), S("as many as when a step is done"));
    r->kinds.text =
        str_fmt(c->q->keep, "more %.*s than %.*s", STR(r->kinds.text),
                STR(span_text(c, since(c, i))));
    return true;
}

/* at most as many tank of A that are active in Z as on D; at `as` */
bool as_many_line(struct making *m, enum relation rel, span at)
{
    struct cursor *c = m->c;
    struct tail t = { 0 };
    struct limit_row r = { .at = at, .event = -1, .relation = rel };
    if (m->k->kind == CLAUSE_EXCEPTION || rel == EXACTLY ||
        (is_ahead(c, 1, "many") &&
         find(c->q, word_ahead(c, 2), NAME_EVENT) >= 0))
        return later(c);
    if (!want(c, "as many") || !want_kinds(c, &r.kinds))
        return false;
    if (!is(c, "of"))
        return no_bearer(c, rest_of_line(c), "whose forces it binds");
    if (!want_tail(c, &t, false))
        return false;
    if (t.sizes.n)
        return later_as(c, at, S("the size of what is counted"));
    r.subjects = t.who;
    r.stated = t.stated;
    r.places = t.places ? t.places : new_n(c->q->keep, int, t.who.n);
    r.amount = qty_int(0);
    if (!as_on(c, &r) || !want_end(c))
        return false;
    struct limit_row *to = row_add(m, at);
    r.line = to->line;
    *to = r;
    return true;
}
