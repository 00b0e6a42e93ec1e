/* expect.c - what a pact expects of its own clauses: `detente test` asks */
#include "pact/look.h"

/* Whom the line is about: a party or a side, with or without the word. */
static bool whom(struct cursor *c, struct expect *e)
{
    static const enum name_kind either[] = { NAME_PARTY, NAME_SIDE };
    struct pact *p = c->q->p;
    struct arena *k = c->q->keep;
    bool side = eat(c, "side") || find(c->q, word(c), NAME_SIDE) >= 0;
    str name = word(c);
    int n = side ? want_name(c, NAME_SIDE) : find(c->q, name, NAME_PARTY);
    if (!side && !look_name(c, either, 2))
        return false;
    if (n < 0)
        return false;
    e->by = side ? str_fmt(k, "side %.*s", STR(name)) : name;
    e->who = side ? pact_side(p, n) : who_one(n);
    return true;
}

/* A fixed one: what a step decides is known only once all is judged. */
static bool day_of_it(struct cursor *c, struct expect *e)
{
    struct moment m;
    uint32_t i = c->i;
    if (!want_moment(c, &m))
        return false;
    if (m.kind != MOMENT_AT) {
        struct diag *d = wrong(
            c, DIAG_NO_MOMENT, since(c, i),
            "an expectation is of a fixed day, and this hangs on a step");
        diag_help(c->q->diags, d, "name the day, such as `on 2024-04-30`");
        return false;
    }
    e->on = m.at;
    return true;
}

/* expect broken 1.1 by A on 2022-02-15 */
void resolve_expect(struct cursor *c)
{
    static const char *const words[] = { "kept", "broken",
                                         "undetermined" }; /* ORDER EXPECTS */
    struct pact *p = c->q->p;
    struct expect e = { .at = here(c) };
    str id;
    int k = 0;
    e.at.from = c->d.lines[0].from;
    while (k < 3 && !eat(c, words[k]))
        k++;
    if (k == 3) {
        expected(c, "`kept`, `broken` or `undetermined`");
        return;
    }
    e.expects = (enum expects)k;
    if (!want_clause_id(c, &id) || !want(c, "by") || !whom(c, &e) ||
        !want(c, "on") || !day_of_it(c, &e) || !want_end(c))
        return;
    e.clause = map_get(&c->q->clause_ids, id);
    e.at.to = c->d.tokens[c->end - 1].to;
    *push(c->q->keep, p->expects, p->expects_n, p->expects_cap) = e;
    no_body(c);
}
