/* scenario.c - scenario, offer and observations: read, not judged yet */
#include "pact/clause.h"
#include "pact/look.h"

/* An entry's id, or an offer's name. */
static bool own_name(struct cursor *c, const char *what)
{
    if (word_kind(c) != TOKEN_WORD || !lang_is_name(word(c)))
        return expected(c, what);
    c->i++;
    return true;
}

static bool date(struct cursor *c)
{
    enum token_kind k = word_kind(c);
    if (k != TOKEN_DATE && k != TOKEN_INSTANT)
        return expected(c, "a date, such as `2024-04-30`");
    c->i++;
    return true;
}

/* 30 tank, 50 km */
static bool new_figure(struct cursor *c)
{
    enum time_unit u;
    char dim;
    if (!look_figure(c))
        return false;
    take_unit(c, &dim);
    if (dim || (time_unit(word(c), &u) && c->i++))
        return true;
    return look_thing(c);
}

static bool scenario_line(struct cursor *c)
{
    if (eat(c, "drop"))
        return own_name(c, "the `id` of an entry");
    if (eat(c, "delay"))
        return own_name(c, "the `id` of an entry") && want(c, "to") && date(c);
    if (eat(c, "set"))
        return want_clause(c) >= 0 && want(c, "to") && new_figure(c);
    return expected(c, "`drop`, `delay` or `set`");
}

static bool scenario(struct cursor *c)
{
    str title;
    bool good = want_string(c, &title) && want_end(c);
    for (size_t n = 1; good && at_line(c, n); n++)
        if (scenario_line(c))
            want_end(c);
    return good;
}

/* offer o1: at most 500 troops from Z */
static bool offer(struct cursor *c)
{
    enum relation r;
    if (!own_name(c, "a name for the offer") || !want(c, ":"))
        return false;
    bound(c, &r);
    return look_terms(c) && want(c, "from") && look_spot(c);
}

static bool observations(struct cursor *c)
{
    str path;
    bool hit, good = want_string(c, &path) && want_end(c);
    for (size_t n = 1; good && at_line(c, n); n++) {
        bool read = look_detail(c, &hit);
        if (!hit)
            expected(c, "`source`, `grade`, `means`, `note`, `as of` ...");
        else if (read)
            want_end(c);
    }
    return good;
}

void resolve_asked(struct parser *q, struct waiting *w)
{
    if (w->state == 2)
        return; /* what it says cannot be read */
    struct cursor c = cursor_at(q, w);
    q->clause_now = S("");
    if (eat(&c, "scenario"))
        scenario(&c);
    else if (eat(&c, "observations"))
        observations(&c);
    else if (eat(&c, "expect"))
        resolve_expect(&c);
    else if (c.i++, offer(&c) && want_end(&c))
        no_body(&c);
}
