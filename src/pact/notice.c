/* notice.c - notices: of what, and when they are due; see clause.h */
#include "pact/clause.h"
#include "pact/look.h"

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

static bool lasts(const struct sizes *z)
{
    for (size_t i = 0; i < z->n; i++)
        if (z->at[i].lasts.n)
            return true;
    return false;
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
    if (eat(c, "for") && !want_lasts(c, &n->sizes))
        return false;
    if (is(c, "from") || (n->movement && lasts(&n->sizes)))
        return later_as(c, is(c, "from") ? rest(c) : line,
                        S("how long what moved stays"));
    if (!n->places)
        n->places = new_n(c->q->keep, int, n->subjects.n);
    return want_end(c);
}

/* 2 calendar years; the day before it is one of the year */
static bool calendar_years(struct cursor *c, struct duration *out)
{
    qty n;
    span at = here(c);
    if (!is_number(c))
        return expected(c, "a figure, such as `1 calendar year`");
    if (!want_qty(c, &n) || !want(c, "calendar"))
        return false;
    if (n.den != 1 || n.num > 1000) {
        struct diag *d = wrong(c, DIAG_TOO_BIG, at,
                               "so many years are a whole number, at most "
                               "1_000");
        diag_help(c->q->diags, d, "write `1 calendar year`, or the like");
        return false;
    }
    *out = (struct duration){ (int64_t)n.num, YEARS };
    return eat(c, "year") || eat(c, "years") ||
           expected(c, "`year` or `years`, since the day is one of the year");
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
    } else if (eat(c, "by")) {
        n->lead = LEAD_BY;
        if (!want_year_day(c, &n->by) || !want(c, ",") ||
            !calendar_years(c, &n->ahead) || !want(c, "before it starts"))
            return false;
    } else if (eats(c, "starts at most")) {
        n->lead = LEAD_TOLD;
        if (!want_duration(c, &n->ahead) || !want(c, "after the day notified"))
            return false;
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
    if (eats(c, ", to the host"))
        return want_end(c);
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
    if (is_number(c) || is(c, "when") || is2(c, "at", "most") ||
        is(c, "starts") || (is(c, "by") && kind_ahead(c, 1) == TOKEN_NUMBER))
        return lead(m);
    if (is(c, "told") || is(c, "not"))
        return later(c);
    return expected(c, "`any movement ...`, `any EVENT ...`, or when it is "
                       "told, such as `14 days before it starts`");
}
