/* compare.c - clause by clause: the same, stricter, looser? See diff.h */
#include "base/sort.h"
#include "diff/diff.h"

const char *difference_word(enum difference d)
{
    static const char *const words[] = { "same",    "stricter", "looser",
                                         "neither", "new",      "gone",
                                         "no_case" };
    return words[d];
}

/* ---- what a case shows -------------------------------------------------- */

enum { SHOWS_STRICTER = 1, SHOWS_LOOSER = 2 };

/* Which clauses tell how a clause stands: itself, or those that it bends. */
struct bears {
    const struct clause *k[2];
};

static bool is_about(const struct judgement *j, const struct clause *k,
                     const struct row *r)
{
    if (!k || r->basis != COMBINED)
        return false;
    if (str_eq(r->clause->id, k->id))
        return true;
    for (size_t i = 0; i < k->exception.targets_n; i++)
        if (str_eq(r->clause->id, j->p->clauses[k->exception.targets[i]].id))
            return true;
    return false;
}

static bool same_whom(const struct subject *a, const struct subject *b)
{
    bool same = a->kind == b->kind && a->ids_n == b->ids_n;
    for (size_t i = 0; same && i < a->ids_n; i++)
        same = str_eq(a->ids[i], b->ids[i]);
    return same;
}

static bool is_open(const struct segment *s)
{
    return s->verdict == UNDETERMINED || s->verdict == NOT_JUDGED;
}

enum { ANY_ROW, SAME_WHOM, SAME_UNIT, NEARNESSES };

/* How near R is to ROW of the other text. */
static int nearness(const struct row *r, const struct row *row)
{
    if (!same_whom(&r->subject, &row->subject))
        return ANY_ROW;
    return str_eq(r->unit, row->unit) ? SAME_UNIT : SAME_WHOM;
}

/* Does J, under the other text, surely not forbid what ROW does? Nothing of
 * the clause is broken, and what is nearest to ROW is not open either. */
static bool allows(const struct judgement *j, const struct clause *k,
                   const struct row *row)
{
    bool there[NEARNESSES] = { 0 }, open[NEARNESSES] = { 0 };
    int nearest = NEARNESSES - 1;
    for (size_t i = 0; i < j->rows_n; i++) {
        const struct row *r = j->rows[i];
        const struct segment *s = row_on(r, j->close);
        if (!is_about(j, k, r) || !s)
            continue;
        if (s->verdict == BROKEN)
            return false;
        int near = nearness(r, row);
        there[near] = true;
        open[near] = open[near] || is_open(s);
    }
    while (nearest && !there[nearest])
        nearest--;
    return !open[nearest];
}

/* Is something broken under A, and allowed under B? */
static bool one_way(const struct judgement *a, const struct clause *ka,
                    const struct judgement *b, const struct clause *kb)
{
    for (size_t i = 0; i < a->rows_n; i++) {
        const struct row *r = a->rows[i];
        const struct segment *s = row_on(r, a->close);
        if (is_about(a, ka, r) && s && s->verdict == BROKEN &&
            allows(b, kb, r))
            return true;
    }
    return false;
}

static unsigned shown_by(void *with, struct judgement *const *j)
{
    const struct bears *b = with;
    const struct judgement *old = j[DIFF_OLD], *new = j[DIFF_NEW];
    unsigned all = 0;
    if (one_way(new, b->k[DIFF_NEW], old, b->k[DIFF_OLD]))
        all |= SHOWS_STRICTER;
    if (one_way(old, b->k[DIFF_OLD], new, b->k[DIFF_NEW]))
        all |= SHOWS_LOOSER;
    return all;
}

/* ---- one clause --------------------------------------------------------- */

static fault look_for(struct diff *d, struct compared *x)
{
    struct cases c = cases_new(d->keep);
    struct version v[2];
    struct stage stages[2] = { d->text[0], d->text[1] };
    struct found found[2] = { 0 };
    struct bears b = { { x->clause[0], x->clause[1] } };
    for (int i = 0; i < 2; i++)
        v[i] = (struct version){ d->text[i].p, x->clause[i] };
    propose(&c, v, 2);
    if (!c.n)
        return NULL;
    for (int i = 0; i < 2; i++) {
        fault f = stage_set(&stages[i], &c);
        if (f)
            return f;
    }
    x->tried = cases_find(&c, stages, 2, shown_by, &b, 2, found);
    x->stricter = found[0];
    x->looser = found[1];
    return NULL;
}

static enum difference is_what(const struct compared *x)
{
    if (!x->clause[DIFF_OLD])
        return DIFFERENCE_NEW;
    if (!x->clause[DIFF_NEW])
        return DIFFERENCE_GONE;
    if (!x->changed_n)
        return DIFFERENCE_SAME;
    if (x->stricter.any && x->looser.any)
        return DIFFERENCE_NEITHER;
    return x->stricter.any ? DIFFERENCE_STRICTER
           : x->looser.any ? DIFFERENCE_LOOSER
                           : DIFFERENCE_NO_CASE;
}

static bool is_unjudged(const struct clause *k)
{
    return k && (k->unjudged.len || k->bent || k->kind == CLAUSE_UNCODED);
}

/* Are the clause's own words among what has changed? */
static bool is_named(struct arena *keep, const struct compared *x)
{
    bool named = false;
    for (int t = 0; t < 2; t++) {
        str own = str_fmt(keep, "%s %.*s", clause_word(x->clause[t]->kind),
                          STR(x->clause[t]->id));
        for (size_t i = 0; i < x->changed_n; i++)
            named = named || str_eq(x->changed[i], own);
    }
    return named;
}

static fault compare(struct diff *d, struct meaning *const m[2],
                     const struct clause *old, const struct clause *new)
{
    struct compared x = { .clause = { old, new } };
    fault f = NULL;
    if (old && new)
        x.changed_n =
            meanings_differ(d->keep, m[0], old, m[1], new, &x.changed);
    x.itself = !old || !new || is_named(d->keep, &x);
    x.unjudged = is_unjudged(old) || is_unjudged(new);
    if (!old || !new || x.changed_n)
        f = look_for(d, &x);
    x.is = is_what(&x);
    *push(d->keep, d->at, d->n, d->cap) = x;
    return f;
}

/* ---- all of them -------------------------------------------------------- */

static int by_number(const void *a, const void *b, void *with)
{
    const struct compared *x = a, *y = b;
    (void)with;
    return str_by_numbers(x->clause[!x->clause[0]]->id,
                          y->clause[!y->clause[0]]->id);
}

fault diff_make(struct diff *d, str clause)
{
    const struct pact *old = d->text[DIFF_OLD].p, *new = d->text[DIFF_NEW].p;
    struct meaning *m[2] = { meaning_of(d->keep, old),
                             meaning_of(d->keep, new) };
    fault f = NULL;
    for (size_t i = 0; i < old->clauses_n && !f; i++) {
        const struct clause *k = &old->clauses[i];
        if (!clause.len || str_eq(clause, k->id))
            f = compare(d, m, k, pact_clause(new, k->id));
    }
    for (size_t i = 0; i < new->clauses_n && !f; i++) {
        const struct clause *k = &new->clauses[i];
        if ((!clause.len || str_eq(clause, k->id)) && !pact_clause(old, k->id))
            f = compare(d, m, NULL, k);
    }
    sort_array(d->keep, d->at, d->n, sizeof *d->at, by_number, NULL);
    return f;
}
