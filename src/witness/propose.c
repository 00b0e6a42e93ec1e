/* propose.c - what cases are made of: whom, what, when; see own.h */
#include "witness/own.h"

/* ---- words -------------------------------------------------------------- */

str on_day(const struct maker *m, day d)
{
    return str_fmt(m->keep, "%.*s ", STR(day_text(m->keep, d)));
}

str whom_text(const struct maker *m, const struct subject *s)
{
    struct buf b = { .keep = m->keep };
    if (s->kind == SUBJECT_SIDE)
        buf_z(&b, "side ");
    for (size_t i = 0; i < s->ids_n; i++)
        buf_fmt(&b, "%s%.*s", i ? " + " : "", STR(s->ids[i]));
    return buf_str(&b);
}

void made_fact(const struct maker *m, struct made *x, str text)
{
    uint32_t fact = cases_fact(m->c, text);
    for (size_t i = 0; i < x->n; i++)
        if (x->fact[i] == fact)
            return;
    if (x->n < CASE_FACTS)
        x->fact[x->n++] = fact;
}

void made_case(const struct maker *m, struct made x, day d)
{
    x.close = day_opens(d) + DAY_SECONDS;
    cases_add(m->c, x);
}

/* ---- names that all texts have ------------------------------------------ */

enum of_what { HOLDERS, ITEMS, EVENTS };

static size_t names_n(const struct pact *p, enum of_what w)
{
    return w == HOLDERS ? p->parties_n : w == ITEMS ? p->items_n : p->events_n;
}

static str name_of(const struct pact *p, enum of_what w, size_t i)
{
    return w == HOLDERS ? p->parties[i].name
           : w == ITEMS ? p->items[i].name
                        : p->events[i].name;
}

static int place_of(const struct pact *p, enum of_what w, str name)
{
    for (size_t i = 0; i < names_n(p, w); i++)
        if (str_eq(name_of(p, w, i), name))
            return (int)i;
    return -1;
}

static void gather(struct maker *m, enum of_what w, struct commons *out)
{
    const struct pact *p = m->v[0].p;
    for (size_t i = w == HOLDERS ? UNKNOWN + 1 : 0; i < names_n(p, w); i++) {
        struct common x = { .name = name_of(p, w, i), .at = { (int)i } };
        bool all = w != HOLDERS || p->parties[i].role != ROLE_MONITOR;
        for (size_t v = 1; v < m->n; v++)
            all = (x.at[v] = place_of(m->v[v].p, w, x.name)) >= 0 && all;
        if (all)
            *push(m->keep, out->at, out->n, out->cap) = x;
    }
}

/* ---- days --------------------------------------------------------------- */

struct time {
    instant from, until;
};

static instant fixed(struct moment own, struct moment pacts, instant none,
                     bool closes)
{
    struct moment t = own.kind == MOMENT_NONE ? pacts : own;
    if (t.kind != MOMENT_AT)
        return none;
    return closes && t.dated ? t.at + DAY_SECONDS : t.at;
}

static struct time in_force(struct version v)
{
    return (
        struct time){ fixed(v.clause->from, v.p->from, INSTANT_MIN, false),
                      fixed(v.clause->until, v.p->until, INSTANT_MAX, true) };
}

/* The days before and after T. */
static void edge(struct maker *m, instant t)
{
    if (t == INSTANT_MIN || t == INSTANT_MAX)
        return;
    for (int i = -1; i < 1; i++)
        *push(m->keep, m->edges, m->edges_n, m->edges_cap) =
            instant_day(t) + i;
}

/* Days at the ends matter where the versions have other ends. */
static void find_days(struct maker *m)
{
    struct time all = { INSTANT_MIN, INSTANT_MAX }, first = { 0 };
    bool any = false;
    for (size_t i = 0; i < m->n; i++) {
        if (!m->v[i].clause)
            continue;
        struct time t = in_force(m->v[i]);
        if (any && t.from != first.from) {
            edge(m, t.from);
            edge(m, first.from);
        }
        if (any && t.until != first.until) {
            edge(m, t.until);
            edge(m, first.until);
        }
        first = any ? first : t;
        any = true;
        all.from = t.from > all.from ? t.from : all.from;
        all.until = t.until < all.until ? t.until : all.until;
    }
    m->plain = day_of((struct civil){ 2000, 1, 1 });
    if (all.from != INSTANT_MIN)
        m->plain = instant_day(all.from + DAY_SECONDS - 1);
    else if (all.until != INSTANT_MAX)
        m->plain = instant_day(all.until) - 1;
}

/* ---- all of it ---------------------------------------------------------- */

void propose(struct cases *c, const struct version *v, size_t n)
{
    struct maker *m = new_one(c->keep, struct maker);
    *m = (struct maker){ .keep = c->keep, .c = c, .v = v, .n = n };
    gather(m, HOLDERS, &m->holders);
    gather(m, ITEMS, &m->items);
    gather(m, EVENTS, &m->events);
    find_days(m);
    propose_limits(m);
    cases_sort(c);
}
