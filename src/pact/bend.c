/* bend.c - exceptions: what they bend, and for how long; see clause.h
 *
 * The lines of an exception are rows of its clause.  What they fit is found
 * when all clauses have been read: link_exceptions().
 */
#include "pact/clause.h"

/* ---- the head ----------------------------------------------------------- */

struct targets {
    int *at;
    size_t n, cap;
};

static bool one_target(struct cursor *c, struct clause *k, struct targets *t)
{
    struct parser *q = c->q;
    span at = here(c);
    str id;
    size_t before = t->n;
    if (!eat(c, "article")) {
        int index = want_clause(c);
        if (index >= 0)
            *push(q->keep, t->at, t->n, t->cap) = index;
        return index >= 0;
    }
    if (!want_id(c, &id))
        return false;
    k->exception.to_article = true;
    for (size_t i = 0; i < q->clauses.n; i++) {
        int a = q->clauses.at[i].article, index = q->clauses.at[i].index;
        enum clause_kind kind = q->p->clauses[index].kind;
        if (a >= 0 && str_eq(q->articles[a].id, id) &&
            kind != CLAUSE_EXCEPTION)
            *push(q->keep, t->at, t->n, t->cap) = index;
    }
    if (t->n > before)
        return true;
    struct diag *d =
        wrong(c, DIAG_CLAUSE_UNKNOWN, (span){ at.file, at.from, here(c).from },
              "no clause stands under an article `%.*s`", STR(id));
    diag_help(q->diags, d,
              "name an article as it is written there, or a "
              "clause");
    return false;
}

bool exception_head(struct cursor *c, struct clause *k)
{
    struct targets t = { 0 };
    if (!want(c, "to"))
        return false;
    do
        if (!one_target(c, k, &t))
            return false;
    while (eat(c, "and"));
    k->exception.targets = t.at;
    k->exception.targets_n = t.n;
    return true;
}

/* ---- its lines ---------------------------------------------------------- */

/* once per calendar year; the word `once` is read */
static bool once(struct cursor *c, struct exception *x)
{
    if (x->once)
        return said_twice(c, rest(c));
    if (!want(c, "per"))
        return false;
    x->once = true;
    x->rolling = eat(c, "rolling");
    if (!x->rolling && !eat(c, "calendar"))
        return expected(c, "`calendar` or `rolling`");
    x->per.n = 1;
    if (!time_unit(word(c), &x->per.unit))
        return expected(c, "a time, such as `once per calendar year`");
    c->i++;
    return true;
}

/* for at most 21 days [, once per calendar year] */
static bool lasts(struct cursor *c, struct exception *x)
{
    if (x->lasts_said)
        return said_twice(c, rest(c));
    x->lasts_said = true;
    if (!want(c, "for at most") || !want_duration(c, &x->lasts))
        return false;
    if (eat(c, ",") && (!want(c, "once") || !once(c, x)))
        return false;
    return want_end(c);
}

static bool over(struct making *m)
{
    struct cursor *c = m->c;
    struct exception *x = &m->k->exception;
    span at = here(c);
    str id;
    int *list = (int *)x->over;
    if (!want_id(c, &id) || !known_clause(c, at, id) || !want_end(c))
        return false;
    int index = map_get(&c->q->clause_ids, id);
    const struct clause *y = &c->q->p->clauses[index];
    if (y->kind != CLAUSE_EXCEPTION) {
        struct diag *d = wrong(c, DIAG_CLAUSE_UNKNOWN, at,
                               "`%.*s` is %.*s, not an exception", STR(id),
                               STR(a_clause(c, y->kind)));
        diag_note(c->q->diags, d, y->at, "it stands here");
        diag_help(c->q->diags, d,
                  "name the exception that this one goes before");
        return false;
    }
    *push(c->q->keep, list, x->over_n, m->over_cap) = index;
    x->over = list;
    return true;
}

/* A may keep 8 tank and 4 artillery that are stored */
static bool keeps(struct making *m)
{
    struct cursor *c = m->c;
    struct uncount u = { .capped = true };
    struct kinds kinds[CAPPED_MAX];
    qty caps[CAPPED_MAX];
    size_t n = 0;
    bool bad;
    int party = want_name(c, NAME_PARTY);
    if (party < 0)
        return false;
    u.who = who_one(party);
    c->i += 2; /* may keep */
    do {
        if (n == CAPPED_MAX)
            return later(c);
        if (!amount(c, &caps[n]) || !want_kinds(c, &kinds[n]))
            return false;
        n++;
    } while (eat(c, "and") || eat(c, ","));
    if ((!take_stated(c, &u.stated, &bad) && bad) || !want_end(c))
        return false;
    for (size_t i = 0; i < n; i++) {
        u.kinds = kinds[i];
        u.cap = caps[i];
        uncounted(m, u);
    }
    return true;
}

static bool measures(struct making *m)
{
    struct cursor *c = m->c;
    size_t first = m->k->rows_n;
    bool addition = eats(c, "in addition");
    if (is2(c, "of", "which"))
        return later(c);
    if (addition && !is2(c, "at", "most"))
        return want(c, "at most");
    bool ok = measure_line(m);
    for (size_t i = first; i < m->k->rows_n; i++)
        m->k->rows[i].addition = addition;
    return ok;
}

/* `at most 5 days after it`: a lead, and no figure. */
static bool is_lead(const struct cursor *c)
{
    enum time_unit u;
    return (is_number(c) && time_unit(word_ahead(c, 1), &u)) ||
           is2(c, "when", "it") ||
           (is2(c, "at", "most") && time_unit(word_ahead(c, 3), &u)) ||
           (is(c, "by") && kind_ahead(c, 1) == TOKEN_NUMBER);
}

static bool one_line(struct making *m)
{
    struct cursor *c = m->c;
    struct exception *x = &m->k->exception;
    if (eats(c, "without notice")) {
        x->no_notice = true;
        return want_end(c);
    }
    if (is(c, "for"))
        return lasts(c, x);
    if (eat(c, "once"))
        return once(c, x) && want_end(c);
    if (eat(c, "over"))
        return over(m);
    if (eats(c, "not counting"))
        return uncount(m);
    if (is_ahead(c, 1, "may"))
        return is_ahead(c, 2, "keep") ? keeps(m) : want(c, "may keep");
    if (is(c, "any") || is_lead(c))
        return notice_line(m);
    return measures(m);
}

bool exception_line(struct making *m)
{
    bool ok = one_line(m);
    if (m->c->unjudged.len)
        m->k->unjudged = m->c->unjudged;
    return ok;
}

/* ---- what it fits ------------------------------------------------------- */

static bool same_sum(const struct summed *a, const struct summed *b)
{
    return (!a && !b) || (a && b && str_eq(a->attr, b->attr) &&
                          qty_cmp(a->factor, b->factor) == 0);
}

bool same_kinds(const struct pact *p, const struct kinds *a,
                const struct kinds *b)
{
    return a->in && b->in && !memcmp(a->in, b->in, p->items_n) &&
           same_sum(a->sum, b->sum);
}

static bool same_stated(const struct stated *a, const struct stated *b)
{
    return a->n == b->n && a->groups == b->groups &&
           !memcmp(a->at, b->at, a->n * sizeof *a->at) &&
           !memcmp(a->group, b->group, a->n);
}

static bool same_sizes(const struct sizes *a, const struct sizes *b)
{
    bool same = a->n == b->n && a->groups == b->groups;
    for (size_t i = 0; same && i < a->n; i++)
        same = str_eq(a->at[i].text, b->at[i].text);
    return same;
}

static bool same_events(const struct limit_row *a, const struct limit_row *b)
{
    if (a->events_n != b->events_n || (a->event < 0) != (b->event < 0))
        return false;
    for (size_t i = 0; i < a->events_n; i++)
        if (a->events[i] != b->events[i])
            return false;
    return true;
}

bool row_fits(const struct pact *p, const struct limit_row *line,
              const struct limit_row *r, size_t subject)
{
    if (r->share || line->share || r->unjudged.len ||
        (r->as_on.kind && !line->addition) || line->relation != r->relation ||
        !same_events(line, r))
        return false;
    if (r->event < 0 && !same_kinds(p, &line->kinds, &r->kinds))
        return false;
    if (line->sizes.n && !same_sizes(&line->sizes, &r->sizes))
        return false;
    if (line->stated.n && !same_stated(&line->stated, &r->stated))
        return false;
    if (line->places && line->places[0] != r->places[subject])
        return false;
    struct who whom = subjects_who(&line->subjects);
    return !line->subjects.n ||
           who_within(&r->subjects.at[subject].who, &whom);
}

/* Does a line of exception X fit something of clause K? */
static bool line_fits(const struct pact *p, const struct limit_row *line,
                      const struct clause *k)
{
    for (size_t i = 0; i < k->rows_n; i++)
        for (size_t s = 0; s < k->rows[i].subjects.n; s++)
            if (row_fits(p, line, &k->rows[i], s))
                return true;
    return false;
}

static bool counts(const struct clause *k)
{
    return k->kind == CLAUSE_LIMIT || k->kind == CLAUSE_QUOTA;
}

/* Has it lines about notices alone, or about figures alone? */
static bool of_notices(const struct clause *x)
{
    return x->exception.no_notice || x->notice.told_stated ||
           x->notice.subjects.n;
}

static bool of_figures(const struct clause *x)
{
    return x->rows_n || x->uncounts_n;
}

static bool bends_it(const struct pact *p, const struct clause *x,
                     const struct clause *k)
{
    if (k->kind == CLAUSE_NOTICE)
        return of_notices(x) || !of_figures(x);
    if (!counts(k))
        return false;
    if (x->uncounts_n || (!of_figures(x) && !of_notices(x)))
        return true;
    for (size_t i = 0; i < x->rows_n; i++)
        if (line_fits(p, &x->rows[i], k))
            return true;
    return false;
}

static bool any_sum(const struct clause *k)
{
    for (size_t i = 0; i < k->rows_n; i++)
        if (k->rows[i].kinds.sum)
            return true;
    return false;
}

static bool too_much(const struct clause *x, const struct clause *k)
{
    size_t capped = 0;
    for (size_t i = 0; i < k->uncounts_n; i++)
        capped += k->uncounts[i].capped;
    for (size_t i = 0; i < x->uncounts_n; i++)
        capped += x->uncounts[i].capped;
    return x->uncounts_n + k->uncounts_n > UNCOUNTS_MAX ||
           capped > CAPPED_MAX || (capped && any_sum(k));
}

static str exception_text(struct parser *q, const struct clause *x)
{
    return str_fmt(q->keep, "exception %.*s", STR(x->id));
}

static void fits_nothing(struct parser *q, const struct clause *x, span at,
                         const char *what)
{
    struct diag *d =
        diag_add(q->diags, DIAG_BENDS_NOTHING, at,
                 "%s, so the exception would change nothing", what);
    d->clause = exception_text(q, x);
    diag_help(q->diags, d,
              "repeat the line that it is to change, with another figure; "
              "whom, status and place may be left out");
}

static void link_one(struct parser *q, int index)
{
    struct pact *p = q->p;
    struct clause *x = &p->clauses[index];
    bool fits = false;
    for (size_t i = 0; i < x->exception.targets_n; i++) {
        struct clause *k = &p->clauses[x->exception.targets[i]];
        bool uses = x->exception.lasts_said || x->exception.once;
        bool judged = counts(k) || (k->kind == CLAUSE_NOTICE && !uses);
        if (x->unjudged.len || x->opaque || k->bent_by_n == BENDERS_MAX ||
            (judged && too_much(x, k)) ||
            (!judged && !x->exception.to_article)) {
            k->bent = true;
            fits = true;
        } else if (bends_it(p, x, k)) {
            *push(q->keep, k->bent_by, k->bent_by_n, k->bent_by_cap) = index;
            fits = true;
        }
    }
    if (!x->exception.targets_n || x->unjudged.len)
        return;
    for (size_t i = 0; i < x->rows_n; i++) {
        bool any = x->rows[i].unjudged.len;
        for (size_t k = 0; !any && k < x->exception.targets_n; k++) {
            const struct clause *t = &p->clauses[x->exception.targets[k]];
            any = t->unjudged.len || line_fits(p, &x->rows[i], t);
        }
        if (!any)
            fits_nothing(q, x, x->rows[i].at,
                         "no line of the clause is like this one");
        fits = fits || !any;
    }
    if (!fits)
        fits_nothing(q, x, x->at,
                     "no line of what it is to is like one of its own");
}

/* ---- which goes before which -------------------------------------------- */

static bool reaches(const struct pact *p, int x, int y, uint8_t *seen)
{
    const struct exception *e = &p->clauses[x].exception;
    for (size_t i = 0; i < e->over_n; i++) {
        if (e->over[i] == y)
            return true;
        if (seen[e->over[i]])
            continue;
        seen[e->over[i]] = 1;
        if (reaches(p, e->over[i], y, seen))
            return true;
    }
    return false;
}

bool goes_before(const struct pact *p, int x, int y)
{
    if (!p->clauses[x].exception.over_n)
        return false;
    struct arena_mark m = arena_mark(p->keep);
    bool yes = reaches(p, x, y, new_n(p->keep, uint8_t, p->clauses_n + 1));
    arena_back(p->keep, m);
    return yes;
}

/* `over` in a circle: what goes before itself. */
static bool over_in_order(struct parser *q)
{
    struct pact *p = q->p;
    for (size_t i = 0; i < p->clauses_n; i++) {
        if (!goes_before(p, (int)i, (int)i))
            continue;
        struct diag *d = diag_add(q->diags, DIAG_CIRCLE, p->clauses[i].at,
                                  "this exception goes before itself");
        diag_help(q->diags, d, "leave out one line `over` of the circle");
        return false;
    }
    return true;
}

static bool times_meet(const struct clause *a, const struct clause *b)
{
    const struct clause *two[2] = { a, b };
    for (int i = 0; i < 2; i++) {
        const struct moment *until = &two[i]->until, *from = &two[!i]->from;
        if (until->kind == MOMENT_AT && from->kind == MOMENT_AT &&
            (until->dated ? until->at + DAY_SECONDS : until->at) <= from->at)
            return false;
    }
    return true;
}

/* Do both bend one row? What leaves out, or lifts, bends all. */
static bool share_a_row(const struct pact *p, const struct clause *x,
                        const struct clause *y, const struct clause *k)
{
    if (k->kind == CLAUSE_NOTICE || !x->rows_n || !y->rows_n)
        return true;
    for (size_t i = 0; i < k->rows_n; i++)
        for (size_t s = 0; s < k->rows[i].subjects.n; s++) {
            bool a = x->uncounts_n > 0, b = y->uncounts_n > 0;
            for (size_t l = 0; l < x->rows_n; l++)
                a = a || row_fits(p, &x->rows[l], &k->rows[i], s);
            for (size_t l = 0; l < y->rows_n; l++)
                b = b || row_fits(p, &y->rows[l], &k->rows[i], s);
            if (a && b)
                return true;
        }
    return false;
}

static bool warned_already(const struct parser *q, span at)
{
    for (size_t i = 0; i < q->diags->n; i++)
        if (q->diags->at[i]->kind == DIAG_MAY_MEET &&
            q->diags->at[i]->at.file == at.file &&
            q->diags->at[i]->at.from == at.from)
            return true;
    return false;
}

static void may_meet(struct parser *q, const struct clause *k)
{
    struct pact *p = q->p;
    for (size_t i = 0; i < k->bent_by_n; i++)
        for (size_t j = 0; j < i; j++) {
            int a = k->bent_by[j], b = k->bent_by[i];
            const struct clause *x = &p->clauses[a], *y = &p->clauses[b];
            if (goes_before(p, a, b) || goes_before(p, b, a) ||
                !times_meet(x, y) || !share_a_row(p, x, y, k) ||
                warned_already(q, y->at))
                continue;
            struct diag *d = diag_add(
                q->diags, DIAG_MAY_MEET, y->at,
                "exceptions `%.*s` and `%.*s` change the same of `%.*s`, and "
                "nothing says which of them holds",
                STR(x->id), STR(y->id), STR(k->id));
            d->clause = exception_text(q, y);
            diag_note(q->diags, d, x->at, "the other stands here");
            diag_help(q->diags, d,
                      "if both can be open at once, write `over %.*s` below "
                      "the one that is to hold",
                      STR(x->id));
        }
}

void link_exceptions(struct parser *q)
{
    struct pact *p = q->p;
    bool any = false;
    for (size_t i = 0; i < p->clauses_n; i++)
        if (p->clauses[i].kind == CLAUSE_EXCEPTION) {
            link_one(q, (int)i);
            any = true;
        }
    if (!any || !over_in_order(q))
        return;
    for (size_t i = 0; i < p->clauses_n; i++)
        may_meet(q, &p->clauses[i]);
}
