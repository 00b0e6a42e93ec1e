/* bound.c - who is bound by name, and who is left out; see pact_lint()
 *
 * A clause that names a party binds those whom it directs only if it names
 * them, too, or their side.  It may be meant so, and then another clause often
 * names them for items of the same kind: of that nothing is said.
 */
#include "pact/lint.h"

/* A subject of a clause, and what it is about; KINDS without `in`: events,
 * movements, things of any kind. */
struct duty {
    const struct clause *k;
    const struct subject *s;
    struct kinds kinds;
    span at;
    bool floor; /* at least: leaving somebody out loosens nothing */
};

struct duties {
    struct duty *at;
    size_t n, cap;
};

static void add(struct parser *q, struct duties *l, struct duty d)
{
    *push(q->keep, l->at, l->n, l->cap) = d;
}

static void add_clause(struct parser *q, struct duties *l,
                       const struct clause *k)
{
    if (k->kind == CLAUSE_EXCEPTION)
        return; /* it binds nobody: it bends what does */
    for (size_t i = 0; i < k->rows_n; i++) {
        const struct limit_row *r = &k->rows[i];
        for (size_t s = 0; s < r->subjects.n; s++)
            add(q, l,
                (struct duty){ k, &r->subjects.at[s], r->kinds, r->at,
                               r->event < 0 && r->relation == AT_LEAST });
    }
    for (size_t s = 0; s < k->notice.subjects.n; s++)
        add(q, l,
            (struct duty){
                .k = k, .s = &k->notice.subjects.at[s], .at = k->notice.at });
    for (size_t i = 0; i < k->step.deeds_n; i++) {
        const struct deed *d = &k->step.deeds[i];
        if (d->actor.ids_n)
            add(q, l, (struct duty){ k, &d->actor, d->kinds, d->at, false });
    }
    for (size_t i = 0; i < k->needs_n; i++) {
        const struct limit_row *r = &k->needs[i].forces;
        for (size_t s = 0; s < r->subjects.n; s++)
            add(q, l,
                (struct duty){ k, &r->subjects.at[s], r->kinds, k->needs[i].at,
                               false });
    }
}

/* All whom D directs, and whom these do. */
static struct who below(const struct pact *p, int d)
{
    struct who w = { 0 };
    for (size_t i = 0; i < p->parties_n; i++)
        for (int at = p->parties[i].directed_by, n = 0;
             at >= 0 && n < HOLDERS_MAX; at = p->parties[at].directed_by, n++)
            if (at == d)
                who_add(&w, (int)i);
    return w;
}

/* Could one thing be counted by both? */
static bool share(const struct pact *p, const struct kinds *a,
                  const struct kinds *b)
{
    if (!a->in || !b->in)
        return true;
    for (size_t i = 0; i < p->items_n; i++)
        if (a->in[i] != NO && b->in[i] != NO)
            return true;
    return false;
}

/* Does D's clause bind WHO, or another name him for such things? */
static bool seen_to(const struct pact *p, const struct duties *l,
                    const struct duty *d, int who)
{
    for (size_t i = 0; i < l->n; i++) {
        const struct duty *o = &l->at[i];
        if (who_has(&o->s->who, who) &&
            (o->k == d->k || (o->s->named && share(p, &o->kinds, &d->kinds))))
            return true;
    }
    return false;
}

/* "a", "a and b", "a, b and c" */
static str names_of(struct parser *q, const int *who, size_t n,
                    const char *between, const char *last)
{
    struct buf b = { .keep = q->keep };
    for (size_t i = 0; i < n; i++)
        buf_fmt(&b, "%s%.*s",
                !i          ? ""
                : i + 1 < n ? between
                            : last,
                STR(q->p->parties[who[i]].name));
    return buf_str(&b);
}

static str clause_name(struct parser *q, const struct clause *k)
{
    return str_fmt(q->keep, "%s %.*s", clause_word(k->kind), STR(k->id));
}

static void left_out(struct parser *q, const struct duty *d, int director,
                     const int *who, size_t n)
{
    const struct party *p = &q->p->parties[director];
    str and = names_of(q, who, n, ", ", " and ");
    str sum = names_of(q, who, n, " + ", " + ");
    struct diag *m =
        diag_add(q->diags, DIAG_DIRECTOR, d->at,
                 "'%.*s' is bound here without %.*s, whom it directs",
                 STR(p->name), STR(and));
    m->clause = clause_name(q, d->k);
    diag_note(q->diags, m, q->p->parties[who[0]].at, "declared here");
    if (p->side >= 0)
        diag_help(q->diags, m,
                  "write `side %.*s` for all who count for it, or `%.*s + "
                  "%.*s` for one sum",
                  STR(q->p->sides[p->side].name), STR(p->name), STR(sum));
    else
        diag_help(q->diags, m,
                  "write `%.*s + %.*s` for one sum, or bind %s in a line of "
                  "%s own",
                  STR(p->name), STR(sum), n == 1 ? "it" : "them",
                  n == 1 ? "its" : "their");
}

/* The first duty of DIRECTOR in each clause that leaves somebody out. */
static void alone(struct parser *q, const struct duties *l, int director)
{
    struct who under = below(q->p, director);
    const struct clause *said = NULL;
    int who[HOLDERS_MAX];
    for (size_t i = 0; i < l->n && !who_empty(&under); i++) {
        const struct duty *d = &l->at[i];
        size_t n = 0;
        if (!d->s->named || d->floor || d->k == said ||
            !who_has(&d->s->who, director))
            continue;
        for (int w = 0; w < (int)q->p->parties_n; w++)
            if (who_has(&under, w) && !seen_to(q->p, l, d, w))
                who[n++] = w;
        if (!n)
            continue;
        left_out(q, d, director, who, n);
        said = d->k;
    }
}

/* A duty of somebody whom the pact does not bind. */
static void of_strangers(struct parser *q, const struct duties *l)
{
    for (size_t i = 0; i < l->n; i++) {
        const struct duty *d = &l->at[i];
        int party = d->s->party;
        if (party <= UNKNOWN || q->p->parties[party].role != ROLE_OTHER)
            continue;
        const struct party *p = &q->p->parties[party];
        struct diag *m =
            diag_add(q->diags, DIAG_STRANGER, d->at,
                     "'%.*s' is a non-party, and the pact does not bind it",
                     STR(p->name));
        m->clause = clause_name(q, d->k);
        diag_note(q->diags, m, p->at, "declared here");
        diag_help(q->diags, m,
                  "declare it as a `party`, or name whom the clause is to "
                  "bind");
    }
}

void lint_bound(struct parser *q)
{
    struct duties l = { 0 };
    for (size_t i = 0; i < q->p->clauses_n; i++)
        add_clause(q, &l, &q->p->clauses[i]);
    for (size_t d = 1; d < q->p->parties_n; d++)
        alone(q, &l, (int)d);
    of_strangers(q, &l);
}
