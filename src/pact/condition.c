/* condition.c - phrase 6: when, unless, while, with consent of; see clause.h
 */
#include "pact/clause.h"

bool is_condition(const struct cursor *c)
{
    return is(c, "unless") || is(c, "while") || is2(c, "with", "consent") ||
           (is(c, "when") && !is2(c, "when", "it"));
}

/* Kinds of clauses that are, or are not, kept. */
static bool has_verdict(enum clause_kind k)
{
    return k != CLAUSE_EXCEPTION && k != CLAUSE_EVIDENCE &&
           k != CLAUSE_EQUIVALENCE && k != CLAUSE_UNCODED;
}

/* "there is at least 1 tank of A in Z" */
static bool measured(struct cursor *c, struct condition *out)
{
    struct limit_row *r = new_one(c->q->keep, struct limit_row);
    out->fact = FACT_MEASURE;
    out->measure = r;
    c->i++;
    if (!eat(c, "is") && !eat(c, "are"))
        return expected(c, "`there is` or `there are`");
    return one_measure(c, r);
}

/* "limit 1 is kept" */
static bool kept(struct cursor *c, struct condition *out)
{
    span at = here(c);
    out->fact = FACT_KEPT;
    out->clause = want_clause(c);
    if (out->clause < 0 || !want(c, "is kept"))
        return false;
    if (has_verdict(c->q->p->clauses[out->clause].kind))
        return true;
    struct diag *d = wrong(c, DIAG_CLAUSE_UNKNOWN, at,
                           "nobody keeps or breaks such a clause");
    diag_help(c->q->diags, d, "name a limit, a step, a notice or the like");
    return false;
}

static bool agreed(struct cursor *c, struct condition *out)
{
    bool other;
    uint32_t i = c->i;
    out->fact = FACT_AGREED;
    if (!want_teller(c, &out->who, &other))
        return false;
    return !other || later_as(c, since(c, i), S("agreed by the other side"));
}

/* "an exercise was notified at least 42 days before" */
static bool told(struct cursor *c, struct condition *out)
{
    c->i++;
    out->fact = FACT_TOLD;
    out->event = want_name(c, NAME_EVENT);
    return out->event >= 0 && want(c, "was notified at least") &&
           want_duration(c, &out->ahead) && want(c, "before");
}

/* "A is belligerent", "that party is belligerent" */
static bool stated(struct cursor *c, struct condition *out)
{
    out->fact = FACT_STATE;
    out->party = -1;
    if (!eats(c, "that party")) {
        out->party = want_name(c, NAME_PARTY);
        if (out->party < 0)
            return false;
    }
    if (!want(c, "is"))
        return false;
    if (at_end(c) || word_kind(c) != TOKEN_WORD)
        return expected(c, "a word that `state` entries use");
    out->word = word(c);
    c->i++;
    return true;
}

static bool is_clause_word(const struct cursor *c)
{
    for (int k = 0; k <= CLAUSE_UNCODED; k++)
        if (is(c, clause_word((enum clause_kind)k)))
            return true;
    return false;
}

static bool fact(struct cursor *c, struct condition *out)
{
    if (is(c, "there"))
        return measured(c, out);
    if (eats(c, "agreed by"))
        return agreed(c, out);
    if (is(c, "notified"))
        return later(c);
    if (is(c, "a") || is(c, "an"))
        return told(c, out);
    if (is_clause_word(c))
        return kept(c, out);
    if (is2(c, "that", "party") || is_ahead(c, 1, "is"))
        return stated(c, out);
    return expected(c, "what has to be so, such as `there is at least 1 tank "
                       "of A in ZONE` or `limit 1 is kept`");
}

bool want_condition(struct cursor *c, struct condition *out)
{
    *out = (struct condition){ .at = rest(c), .clause = -1, .event = -1 };
    if (eats(c, "with consent of"))
        return agreed(c, out) && want_end(c);
    if (is(c, "with"))
        return want(c, "with consent of");
    out->unless = is(c, "unless");
    c->i++;
    return fact(c, out) && want_end(c);
}

/* ---- circles ------------------------------------------------------------ */

/* The Nth clause whose verdict that of K hangs on, or -1: by conditions of its
 * own, and of what bends it. */
static int hangs_on(const struct pact *p, const struct clause *k, size_t n)
{
    for (size_t x = 0; x <= k->bent_by_n; x++) {
        const struct clause *of = x ? &p->clauses[k->bent_by[x - 1]] : k;
        for (size_t i = 0; i < of->conditions_n; i++)
            if (of->conditions[i].fact == FACT_KEPT && !n--)
                return of->conditions[i].clause;
    }
    return -1;
}

enum { UNSEEN, IN_WORK, SETTLED };

struct visit {
    int clause;
    size_t next;
};

/* Walk on from clause I; the one that closes a circle, or -1. */
static int circle_from(struct parser *q, int i, uint8_t *state,
                       struct visit *stack)
{
    struct pact *p = q->p;
    size_t n = 0;
    stack[n++] = (struct visit){ i, 0 };
    state[i] = IN_WORK;
    while (n) {
        struct visit *v = &stack[n - 1];
        int to = hangs_on(p, &p->clauses[v->clause], v->next++);
        if (to < 0) {
            state[v->clause] = SETTLED;
            n--;
        } else if (state[to] == IN_WORK) {
            return to;
        } else if (state[to] == UNSEEN) {
            stack[n++] = (struct visit){ to, 0 };
            state[to] = IN_WORK;
        }
    }
    return -1;
}

void conditions_in_order(struct parser *q)
{
    struct pact *p = q->p;
    uint8_t *state = new_n(q->keep, uint8_t, p->clauses_n + 1);
    struct visit *stack = new_n(q->keep, struct visit, p->clauses_n + 1);
    for (size_t i = 0; i < p->clauses_n; i++) {
        int at =
            state[i] == UNSEEN ? circle_from(q, (int)i, state, stack) : -1;
        if (at < 0)
            continue;
        const struct clause *k = &p->clauses[at];
        struct diag *d =
            diag_add(q->diags, DIAG_CIRCLE, k->at,
                     "whether `%.*s` is kept hangs on itself", STR(k->id));
        diag_help(q->diags, d,
                  "leave out one of the conditions `is kept` of the circle");
        return;
    }
}
