/* notice.c - notices: of what, and when they are due; see clause.h */
#include "pact/clause.h"

static bool thing(struct making *m)
{
    struct cursor *c = m->c;
    struct notice *n = &m->k->notice;
    if (eat(c, "movement")) {
        n->movement = true;
        return true;
    }
    if (is(c, "change") || is(c, "unit") || is(c, "stay") ||
        find(c->q, word(c), NAME_ITEM) >= 0 ||
        find(c->q, word(c), NAME_SET) >= 0)
        return later(c);
    int e = want_name(c, NAME_EVENT);
    if (e < 0)
        return false;
    int *list = (int *)n->events;
    *push(c->q->keep, list, n->events_n, m->events_cap) = e;
    n->events = list;
    return true;
}

/* into Z, out of Z, into or inside Z: the relation of a movement to a zone. */
static bool want_moves(struct cursor *c, struct notice *n)
{
    static const struct {
        const char *word;
        unsigned bit;
    } dirs[] = { { "into", MOVES_INTO }, { "inside", MOVES_INSIDE } };
    do {
        if (is(c, "through"))
            return later(c);
        if (eats(c, "out of")) {
            n->moves |= MOVES_OUT;
            continue;
        }
        size_t i = 0;
        while (i < 2 && !eat(c, dirs[i].word))
            i++;
        if (i == 2)
            return expected(c, "`into`, `out of` or `inside`");
        n->moves |= dirs[i].bit;
    } while (eat(c, "or"));
    if (is(c, "the") || is(c, "its"))
        return later(c); /* the site named; of which mover? */
    int spot;
    int *places = new_n(c->q->keep, int, n->subjects.n + 1);
    if (!want_spot(c, &spot))
        return false;
    for (size_t i = 0; i < n->subjects.n; i++)
        places[i] = spot;
    n->places = places;
    return true;
}

static bool any_line(struct making *m)
{
    struct cursor *c = m->c;
    struct notice *n = &m->k->notice;
    span line = rest_of_line(c);
    bool bad;
    if (m->any_said)
        return later_as(c, line, S("several lines with `any`"));
    m->any_said = true;
    n->at = line;
    do
        if (!thing(m))
            return false;
    while (eat(c, "or"));
    if (!want_of(c, &n->sizes, &n->subjects))
        return false;
    if (!n->subjects.n && m->k->kind == CLAUSE_EXCEPTION)
        n->subjects = everybody(c->q);
    if (!n->subjects.n)
        return no_bearer(c, line, "whose duty the notice is");
    if (!take_stated(c, &n->stated, &bad) && bad)
        return false;
    if (is(c, "into") || is(c, "inside") || is(c, "out") || is(c, "through")) {
        if (!want_moves(c, n))
            return false;
    } else if (is_place(c) && !(n->places = want_places(c, &n->subjects))) {
        return false;
    }
    if (is(c, "from") || is(c, "for"))
        return later(c);
    if (!n->places)
        n->places = new_n(c->q->keep, int, n->subjects.n);
    return want_end(c);
}

/* the lead: "14 days before it starts, to each party" */
static bool lead(struct making *m)
{
    struct cursor *c = m->c;
    struct notice *n = &m->k->notice;
    if (n->told_stated)
        return said_twice(c, rest(c));
    if (eats(c, "when it starts")) {
        n->lead = LEAD_START;
    } else if (eats(c, "at most")) {
        n->lead = LEAD_AFTER;
        if (!want_duration(c, &n->ahead) || !want(c, "after") ||
            (!eat(c, "it") && !want(c, "that")))
            return false;
    } else {
        n->lead = LEAD_BEFORE;
        if (!want_duration(c, &n->ahead) || !want(c, "before it") ||
            (!eat(c, "starts") && !want(c, "holds")))
            return false;
    }
    n->told_stated = true;
    if (eats(c, ", to")) {
        struct subjects to;
        bool other;
        if (!want_teller(c, &to, &other))
            return false;
    }
    return want_end(c);
}

bool notice_line(struct making *m)
{
    struct cursor *c = m->c;
    struct notice *n = &m->k->notice;
    if (eat(c, "any"))
        return any_line(m);
    if (eats(c, "and of"))
        return want_sizes(c, &n->sizes) && want_end(c);
    if (n->window.n && is(c, "movements"))
        return said_twice(c, rest(c));
    if (eats(c, "movements of one holder are added up over"))
        return want_duration(c, &n->window) && want_end(c);
    if (eats(c, "advised only")) {
        n->advised = true;
        return want_end(c);
    }
    if (is_number(c) || is(c, "when") || is2(c, "at", "most"))
        return lead(m);
    if (is(c, "told") || is(c, "not") || is(c, "starts") || is(c, "by"))
        return later(c);
    return expected(c, "`any movement ...`, `any EVENT ...`, or when it is "
                       "told, such as `14 days before it starts`");
}
