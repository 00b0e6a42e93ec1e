/* limits.c - cases for what is held: figures at the bound and beyond it
 *
 * Which rows of any version count a holder, an item and a place together is
 * known from what they say; of all that the same rows count one is enough.
 */
#include "base/sort.h"
#include "witness/own.h"

enum { ROWS_MAX = 256, COMBOS_MAX = 96, STATES_MAX = 12 };

/* A row for one of its subjects. */
struct aim {
    size_t version;
    const struct limit_row *r;
    size_t subject;
};

struct combo {
    const struct common *holder, *item;
    size_t place, state;
    uint8_t counts[ROWS_MAX]; /* tri, by aim */
};

struct limits {
    struct maker *m;
    struct aim aims[ROWS_MAX];
    size_t aims_n;
    struct combo *combos;
    size_t combos_n;
};

static const struct subject *subject_of(const struct aim *a)
{
    return &a->r->subjects.at[a->subject];
}

/* ---- what the clause asks about ----------------------------------------- */

static void add_state(struct maker *m, str text)
{
    for (size_t i = 0; i < m->states_n; i++)
        if (str_eq(m->states[i], text))
            return;
    if (m->states_n < STATES_MAX)
        *push(m->keep, m->states, m->states_n, m->states_cap) = text;
}

/* Each status of the families that S asks for, and all that it asks for
 * together; its own soil is a place. */
static void add_states(struct maker *m, const struct pact *p,
                       const struct stated *s, const struct subject *who)
{
    struct buf both = { .keep = m->keep };
    for (int i = 0; i < s->n; i++) {
        if (s->at[i] < 0) {
            for (size_t k = 0; who && k < p->parties_n; k++)
                if (who_has(&who->who, (int)k) && p->parties[k].territory >= 0)
                    add_zone(m, p->zones[p->parties[k].territory].geo);
            continue;
        }
        if (!i || s->group[i] != s->group[i - 1])
            buf_fmt(&both, "%s%.*s", both.len ? ", " : "",
                    STR(p->statuses[s->at[i]].name));
        for (size_t k = 0; k < p->statuses_n; k++)
            if (p->statuses[k].family == p->statuses[s->at[i]].family)
                add_state(m, p->statuses[k].name);
    }
    add_state(m, buf_str(&both));
}

static void add_row(struct limits *x, size_t version,
                    const struct limit_row *r)
{
    const struct pact *p = x->m->v[version].p;
    if (r->unjudged.len || r->event >= 0 || !r->kinds.in)
        return;
    for (size_t i = 0; i < r->subjects.n && x->aims_n < ROWS_MAX; i++) {
        x->aims[x->aims_n++] = (struct aim){ version, r, i };
        add_states(x->m, p, &r->stated, &r->subjects.at[i]);
        if (r->places)
            add_cond(x->m, p, r->places[i]);
    }
}

static void add_clause(struct limits *x, size_t version,
                       const struct clause *k)
{
    const struct pact *p = x->m->v[version].p;
    for (size_t i = 0; i < k->rows_n; i++)
        add_row(x, version, &k->rows[i]);
    for (size_t i = 0; i < k->uncounts_n; i++) {
        add_states(x->m, p, &k->uncounts[i].stated, NULL);
        add_cond(x->m, p, k->uncounts[i].place);
    }
}

/* ---- which rows count what ---------------------------------------------- */

static tri counts(const struct limits *x, const struct aim *a,
                  const struct combo *c)
{
    const struct pact *p = x->m->v[a->version].p;
    if (!who_has(&subject_of(a)->who, c->holder->at[a->version]))
        return NO;
    tri t = (tri)a->r->kinds.in[c->item->at[a->version]];
    if (a->r->places)
        t = tri_and(t, is_at(x->m, c->place, p, a->r->places[a->subject]));
    return t;
}

/* What is left out has a row of its own here: it too tells cases apart. */
static bool left_out(const struct limits *x, size_t version,
                     const struct uncount *u, const struct combo *c)
{
    if (!u->all && !who_has(&u->who, c->holder->at[version]))
        return false;
    return u->kinds.in && u->kinds.in[c->item->at[version]] != NO &&
           is_at(x->m, c->place, x->m->v[version].p, u->place) != NO;
}

static bool is_new(const struct limits *x, const struct combo *c)
{
    for (size_t i = 0; i < x->combos_n; i++)
        if (x->combos[i].state == c->state &&
            !memcmp(x->combos[i].counts, c->counts, ROWS_MAX))
            return false;
    return true;
}

static void add_combo(struct limits *x, struct combo *c)
{
    bool any = false;
    size_t n = x->aims_n;
    memset(c->counts, 0, ROWS_MAX);
    for (size_t i = 0; i < n; i++) {
        c->counts[i] = (uint8_t)counts(x, &x->aims[i], c);
        any = any || c->counts[i];
    }
    for (size_t v = 0; v < x->m->n; v++)
        for (size_t i = 0;
             x->m->v[v].clause && i < x->m->v[v].clause->uncounts_n; i++)
            if (n < ROWS_MAX)
                c->counts[n++] =
                    left_out(x, v, &x->m->v[v].clause->uncounts[i], c);
    if (any && is_new(x, c) && x->combos_n < COMBOS_MAX)
        x->combos[x->combos_n++] = *c;
}

static void find_combos(struct limits *x)
{
    struct maker *m = x->m;
    struct combo c;
    x->combos = new_n(m->keep, struct combo, COMBOS_MAX);
    for (size_t s = 0; s < m->states_n; s++)
        for (size_t h = 0; h < m->holders.n; h++)
            for (size_t i = 0; i < m->items.n; i++)
                for (size_t p = 0; p < m->places_n; p++) {
                    c.holder = &m->holders.at[h];
                    c.item = &m->items.at[i];
                    c.place = p;
                    c.state = s;
                    add_combo(x, &c);
                }
}

/* ---- the cases ---------------------------------------------------------- */

/* All that R counts, by the names above which none is counted. */
static str items_text(const struct maker *m, const struct aim *a)
{
    struct buf b = { .keep = m->keep };
    const struct pact *p = m->v[a->version].p;
    for (size_t i = 0; i < m->items.n; i++) {
        int at = m->items.at[i].at[a->version], up = p->items[at].parent;
        if (a->r->kinds.in[at] != NO && (up < 0 || a->r->kinds.in[up] == NO))
            buf_fmt(&b, "%s%.*s", b.len ? " and " : "",
                    STR(m->items.at[i].name));
    }
    return buf_str(&b);
}

/* "That is all": of WHOM, of what A counts. */
static void complete(const struct limits *x, struct made *made,
                     const struct aim *a, str whom, day d)
{
    const struct maker *m = x->m;
    str items = items_text(m, a);
    if (items.len)
        made_fact(m, made,
                  str_fmt(m->keep, "%.*scomplete %.*s\n  for %.*s\n",
                          STR(on_day(m, d)), STR(whom), STR(items)));
}

/* Everybody whom a row about C's item and place is about, for rows of others
 * than its holder. */
static str everybody(const struct limits *x, const struct combo *c)
{
    const struct maker *m = x->m;
    struct buf b = { .keep = m->keep };
    for (size_t h = 0; h < m->holders.n; h++) {
        struct combo other = *c;
        bool any = false;
        other.holder = &m->holders.at[h];
        for (size_t i = 0; i < x->aims_n && !any; i++)
            any = counts(x, &x->aims[i], &other) != NO;
        if (any)
            buf_fmt(&b, "%s%.*s", b.len ? " + " : "", STR(other.holder->name));
    }
    return buf_str(&b);
}

/* For whom the rows that count C are, and for everybody. */
static void all_of(const struct limits *x, struct made *made,
                   const struct combo *c, day d)
{
    str whom = everybody(x, c);
    for (size_t i = 0; i < x->aims_n; i++)
        if (c->counts[i])
            complete(x, made, &x->aims[i],
                     whom_text(x->m, subject_of(&x->aims[i])), d);
    for (size_t i = 0; i < x->aims_n; i++)
        if (c->counts[i])
            complete(x, made, &x->aims[i], whom, d);
}

static void hold(const struct limits *x, struct made *made,
                 const struct combo *c, qty n, day d)
{
    const struct maker *m = x->m;
    str state = m->states[c->state];
    if (n.num <= 0)
        return;
    made->size = qty_add(made->size, n);
    made_fact(m, made,
              str_fmt(m->keep, "%.*shold %.*s %.*s\n  %.*s %.*s%s%.*s\n",
                      STR(on_day(m, d)), STR(c->holder->name),
                      STR(m->places[c->place].text), STR(qty_show(m->keep, n)),
                      STR(c->item->name), state.len ? ", " : "", STR(state)));
}

/* N of what C is and, unless ALSO is NULL, MORE of that; and that is all. */
static void one(const struct limits *x, const struct combo *c, qty n,
                const struct combo *also, qty more, day d)
{
    struct made made = { .size = qty_int(0) };
    hold(x, &made, c, n, d);
    if (also)
        hold(x, &made, also, more, d);
    all_of(x, &made, c, d);
    if (also)
        all_of(x, &made, also, d);
    made_case(x->m, made, d);
}

/* At the figure of A and one beyond it, on either side. */
static void around(const struct limits *x, const struct combo *c, qty amount,
                   day d)
{
    if (!qty_ok(amount))
        return;
    qty low = qty_round(amount, ROUND_DOWN);
    for (int i = -1; i <= 1; i++)
        one(x, c, qty_add(low, qty_int(i)), NULL, low, d);
}

static void cases_of(const struct limits *x, const struct combo *c, day d)
{
    for (size_t i = 0; i < x->aims_n; i++)
        if (c->counts[i])
            around(x, c, x->aims[i].r->amount, d);
}

/* Of one as much as row I allows, and of the other so much that both together
 * are one beyond row K. */
static void pair(const struct limits *x, const struct combo *a,
                 const struct combo *b, size_t i, size_t k)
{
    qty n = x->aims[i].r->amount, most = x->aims[k].r->amount;
    if (!a->counts[k] || !b->counts[k] || !qty_ok(n) || !qty_ok(most))
        return;
    n = qty_round(n, ROUND_DOWN);
    most = qty_add(qty_round(most, ROUND_DOWN), qty_int(1));
    if (qty_cmp(n, most) < 0)
        one(x, a, n, b, qty_sub(most, n), x->m->plain);
}

static void pairs(const struct limits *x)
{
    for (size_t a = 0; a < x->combos_n; a++)
        for (size_t b = 0; b < x->combos_n; b++)
            for (size_t i = 0; a != b && i < x->aims_n; i++)
                for (size_t k = 0; x->combos[a].counts[i] && k < x->aims_n;
                     k++)
                    pair(x, &x->combos[a], &x->combos[b], i, k);
}

void propose_limits(struct maker *m)
{
    struct limits *x = new_one(m->keep, struct limits);
    x->m = m;
    add_state(m, S(""));
    for (size_t v = 0; v < m->n; v++)
        if (m->v[v].clause)
            add_clause(x, v, m->v[v].clause);
    if (!x->aims_n)
        return;
    find_places(m);
    find_combos(x);
    for (size_t i = 0; i < x->combos_n; i++)
        cases_of(x, &x->combos[i], m->plain);
    for (size_t i = 0; i < x->combos_n; i++)
        for (size_t d = 0; d < m->edges_n; d++)
            cases_of(x, &x->combos[i], m->edges[d]);
    pairs(x);
}
