/* act.c - entries that are read, but not judged yet; see duties.h */
#include "pact/duties.h"
#include "pact/look.h"

static bool party(struct cursor *c, struct who *out)
{
    int i = want_name(c, NAME_PARTY);
    if (i >= 0)
        who_add(out, i);
    return i >= 0;
}

/* A and B: each of them. */
static bool parties(struct cursor *c, struct who *out)
{
    do
        if (!party(c, out))
            return false;
    while (eat(c, "and"));
    return true;
}

static bool under(struct cursor *c, struct act *a, bool needed)
{
    if (!needed && !is(c, "under"))
        return true;
    if (!want(c, "under"))
        return false;
    span at = here(c);
    return want_id(c, &a->clause) && known_clause(c, at, a->clause);
}

static bool place(struct cursor *c, struct act *a)
{
    return !is_place(c) || want_place(c, &a->place);
}

static bool is_declared(struct cursor *c, int number, span at)
{
    const struct number *n = &c->q->p->numbers[number];
    if (n->declared || n->unjudged.len || !n->is)
        return true;
    struct diag *d = wrong(
        c, DIAG_EXPECTED, at,
        "the pact says what `%.*s` is: no entry declares it", STR(n->name));
    diag_help(c->q->diags, d,
              "to have it declared, write `number %.*s of each "
              "party, declared` in the pact",
              STR(n->name));
    return false;
}

/* side east: of a number of each side. */
static bool whose_number(struct cursor *c, int number, struct act *a)
{
    const struct pact *p = c->q->p;
    if (p->numbers[number].each != EACH_SIDE)
        return party(c, &a->who);
    int side = want(c, "side") ? want_name(c, NAME_SIDE) : -1;
    for (size_t i = 0; i < p->parties_n && side >= 0; i++)
        if (p->parties[i].side == side)
            who_add(&a->who, (int)i);
    return side >= 0;
}

static bool declares_number(struct cursor *c, struct act *a)
{
    span at = here(c);
    a->what = word(c);
    int n = want_name(c, NAME_NUMBER);
    if (n < 0 || !is_declared(c, n, at) || !want(c, "of") ||
        !whose_number(c, n, a))
        return false;
    at = here(c);
    if (figure_slip(c))
        return false;
    if (!is_number(c))
        return expected(c, "a figure, such as `1_000`");
    return want_qty(c, &a->amount) && true_thousand(c, at);
}

/* report A under 3.2, report holdings under 3.2 */
static bool report(struct cursor *c, struct act *a)
{
    a->what = word(c);
    if (find(c->q, word(c), NAME_PARTY) < 0 && eat(c, "holdings"))
        return under(c, a, false);
    return party(c, &a->who) && under(c, a, false);
}

static bool request(struct cursor *c, struct act *a)
{
    return want(c, "to") && parties(c, &a->who) && want(c, "by") &&
           parties(c, &a->by) && place(c, a) && under(c, a, false);
}

static bool notify(struct cursor *c, struct act *a)
{
    static const enum name_kind kinds[] = { NAME_EVENT, NAME_NUMBER, NAME_ITEM,
                                            NAME_SET };
    a->what = word(c);
    bool moves = map_get(&c->q->names, word(c)) < 0 && eat(c, "movement");
    return (moves || look_name(c, kinds, 4)) && under(c, a, true);
}

static bool protest(struct cursor *c, struct act *a)
{
    return party(c, &a->by) && want(c, "against") && party(c, &a->who) &&
           want(c, "on") && want_clause_ref(c, &a->clause);
}

bool want_act(struct cursor *c, str word, struct act *out)
{
    static const struct {
        const char *word;
        bool (*read)(struct cursor *c, struct act *a);
    } acts[] = { { "declare", declares_number }, { "report", report },
                 { "request", request },         { "answer", request },
                 { "notify", notify },           { "protest", protest } };
    *out = (struct act){ .word = word };
    out->amount = QTY_NONE;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (str_eq(word, str_of(acts[i].word)))
            return acts[i].read(c, out);
    return false;
}
