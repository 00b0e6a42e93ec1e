/* scenario.c - scenarios, resolved; offer and observations: read, not judged
 * yet. What a scenario does: whatif.c
 */
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

/* ---- scenario -------------------------------------------------------------
 */

/* The figures of a clause that a line can set: those of what it counts, or its
 * one length of time. How many there are; PUT: they are set. */
static size_t set_rows(const struct pact *p, struct clause *k,
                       const struct change *x, bool put)
{
    size_t n = 0;
    for (size_t i = 0; i < k->rows_n; i++) {
        struct limit_row *r = &k->rows[i];
        bool same = x->event >= 0
                        ? r->event == x->event
                        : r->event < 0 && same_kinds(p, &r->kinds, &x->kinds);
        if (r->share || r->as_on.kind || r->unjudged.len || !same)
            continue;
        n++;
        if (put) {
            r->amount = x->amount;
            r->formula = NULL;
        }
    }
    return n;
}

static size_t set_deeds(const struct pact *p, struct clause *k,
                        const struct change *x, bool put)
{
    size_t n = 0;
    for (size_t i = 0; i < k->step.deeds_n; i++) {
        struct deed *d = &k->step.deeds[i];
        if (d->unjudged.len || d->all || !same_kinds(p, &d->kinds, &x->kinds))
            continue;
        n++;
        if (put) {
            d->amount = x->amount;
            d->formula = NULL;
        }
    }
    return n;
}

static size_t set_deadline(const struct pact *p, struct step *s,
                           struct duration time, bool put)
{
    struct moment m = s->anchor;
    if (m.kind == MOMENT_AT) {
        m.dated = m.dated && time.unit >= DAYS;
        if (!duration_add(p, s->anchor.at, s->anchor.dated, time, 1, &m.at))
            return 0;
    } else if (m.kind == MOMENT_NONE || m.after.n) {
        return 0;
    } else {
        m.after = time;
    }
    if (put)
        s->deadline = m;
    return 1;
}

static size_t set_time(const struct pact *p, struct clause *k,
                       struct duration time, bool put)
{
    struct duration *d = NULL;
    if (k->kind == CLAUSE_STEP)
        return set_deadline(p, &k->step, time, put);
    if (k->kind == CLAUSE_NOTICE && k->notice.lead != LEAD_START &&
        k->notice.lead != LEAD_BY)
        d = &k->notice.ahead;
    else if (k->kind == CLAUSE_EXCEPTION && k->exception.lasts_said)
        d = &k->exception.lasts;
    else if (k->kind == CLAUSE_REMEDY && k->remedy.back >= 0)
        d = &k->remedy.kept;
    if (d && put)
        *d = time;
    return d != NULL;
}

static size_t set(const struct pact *p, const struct change *x, bool put)
{
    struct clause *k = &p->clauses[x->clause];
    if (x->kind == CHANGE_TIME)
        return set_time(p, k, x->time, put);
    return set_rows(p, k, x, put) +
           (x->event < 0 ? set_deeds(p, k, x, put) : 0);
}

/* 30 tank, 2 exercise, 10 days */
static bool new_figure(struct cursor *c, struct change *x)
{
    enum time_unit u;
    uint32_t i = c->i;
    if (is_number(c) && time_unit(word_ahead(c, 1), &u)) {
        x->kind = CHANGE_TIME;
        return want_duration(c, &x->time);
    }
    if (figure_slip(c) || !want_qty(c, &x->amount))
        return false;
    if (!qty_ok(x->amount)) {
        c->i = i;
        return later(c); /* a named number that is no constant */
    }
    x->event = find(c->q, word(c), NAME_EVENT);
    if (x->event < 0)
        return is_sum(c) ? want_sum(c, &x->kinds) : want_kinds(c, &x->kinds);
    c->i++;
    return true;
}

static bool set_line(struct cursor *c, struct change *x)
{
    struct pact *p = c->q->p;
    x->kind = CHANGE_FIGURE;
    x->event = -1;
    if ((x->clause = want_clause(c)) < 0 || !want(c, "to"))
        return false;
    uint32_t i = c->i;
    if (!new_figure(c, x))
        return false;
    if (set(p, x, false))
        return true;
    const struct clause *k = &p->clauses[x->clause];
    struct diag *d = wrong(c, DIAG_EXPECTED, since(c, i),
                           "no line of `%s %.*s` has a figure of this",
                           clause_word(k->kind), STR(k->id));
    diag_note(c->q->diags, d, k->at, "it stands here");
    diag_help(
        c->q->diags, d,
        "name what one of its lines counts, as it stands there; a length "
        "of time only if the clause has one");
    return false;
}

static bool scenario_line(struct cursor *c, struct change *x)
{
    x->at = rest(c);
    x->id = word_ahead(c, 1);
    if (eat(c, "drop"))
        return own_name(c, "the `id` of an entry");
    if (eat(c, "delay")) {
        enum token_kind k = word_kind(c);
        x->kind = CHANGE_DELAY;
        if (!own_name(c, "the `id` of an entry") || !want(c, "to"))
            return false;
        k = word_kind(c);
        if (k != TOKEN_DATE && k != TOKEN_INSTANT)
            return expected(c, "a date, such as `2024-04-30`");
        return want_moment(c, &x->to);
    }
    if (eat(c, "set"))
        return set_line(c, x);
    return expected(c, "`drop`, `delay` or `set`");
}

static bool scenario(struct cursor *c)
{
    struct pact *p = c->q->p;
    struct scenario s = { .at = here(c) };
    bool good = want_string(c, &s.title) && want_end(c);
    for (size_t i = 0; good && i < p->scenarios_n; i++) {
        if (!str_eq(p->scenarios[i].title, s.title))
            continue;
        struct diag *d =
            wrong(c, DIAG_NAME_TWICE, s.at, "there are two scenarios \"%.*s\"",
                  STR(s.title));
        diag_note(c->q->diags, d, p->scenarios[i].at, "the first is here");
        diag_help(c->q->diags, d, "rename one of the two");
        good = false;
    }
    for (size_t n = 1; good && at_line(c, n); n++) {
        struct change x = { 0 };
        if (scenario_line(c, &x) && want_end(c))
            *push(c->q->keep, s.changes, s.changes_n, s.changes_cap) = x;
    }
    if (good)
        *push(c->q->keep, p->scenarios, p->scenarios_n, p->scenarios_cap) = s;
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

void change_clause(const struct pact *p, const struct change *x)
{
    set(p, x, true);
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
