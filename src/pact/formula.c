/* formula.c - figures that hang on something: shares, sums of numbers,
 * numbers of each party, declared and disputed ones; see pact.h
 */
#include "pact/formula.h"
#include "pact/look.h"

const struct formula *formula_node(struct cursor *c, struct formula f)
{
    struct formula *n = new_one(c->q->keep, struct formula);
    *n = f;
    return n;
}

static const struct formula *just(struct cursor *c, qty low, qty high)
{
    return formula_node(
        c, (struct formula){ .op = FORMULA_IS, .low = low, .high = high });
}

static bool is_constant(const struct formula *f)
{
    return f->op == FORMULA_IS && qty_ok(f->low) && qty_ok(f->high) &&
           qty_cmp(f->low, f->high) == 0;
}

static qty greater(qty a, qty b, bool smaller)
{
    if (!qty_ok(a) || !qty_ok(b))
        return QTY_NONE;
    return (qty_cmp(a, b) > 0) != smaller ? a : b;
}

/* A and B put together; of constants a constant, which has to fit. */
bool formula_join(struct cursor *c, uint32_t i, enum formula_op op,
                  struct made *a, const struct formula *b)
{
    if (!is_constant(a->f) || !is_constant(b)) {
        a->f =
            formula_node(c, (struct formula){ .op = op, .a = a->f, .b = b });
        return true;
    }
    qty x = a->f->low, y = b->low;
    x = op == FORMULA_PLUS    ? qty_add(x, y)
        : op == FORMULA_MINUS ? qty_sub(x, y)
        : op == FORMULA_TIMES ? qty_mul(x, y)
                              : greater(x, y, op == FORMULA_SMALLER);
    a->f = just(c, x, x);
    return fits(c, i, x);
}

static bool dimensions_agree(struct cursor *c, uint32_t i, char a, char b)
{
    if (a == b)
        return true;
    struct diag *d = wrong(c, DIAG_DIMENSION, since(c, i),
                           "a length, a mass and a plain number are put "
                           "together");
    diag_help(c->q->diags, d,
              "write the unit with each of them, such as `25 km + 10 km`");
    return false;
}

/* ---- numbers by name ---------------------------------------------------- */

static bool unfit(struct cursor *c)
{
    return later_as(c, rest(c),
                    S("a figure that hangs on what is not judged "
                      "yet"));
}

static bool named(struct cursor *c, struct made *out)
{
    int n = find(c->q, word(c), NAME_NUMBER);
    if (n < 0)
        return want_name(c, NAME_NUMBER) >= 0;
    if (!resolve_number(c->q, n))
        return false;
    const struct number *x = &c->q->p->numbers[n];
    if (x->unjudged.len)
        return unfit(c);
    if (!x->is && !x->declared)
        return false; /* reported where it is said */
    c->i++;
    out->dimension = x->dimension;
    out->f = x->is && is_constant(x->is)
                 ? x->is
                 : formula_node(c, (struct formula){ .op = FORMULA_NAMED,
                                                     .number = n });
    return true;
}

/* ---- sums --------------------------------------------------------------- */

/* Digits that are no number are a slip; a word may be what is held. */
static bool no_figure(struct cursor *c, struct made *out)
{
    str w = word(c);
    bool slip = at_end(c) || !(*w.at < '0' || *w.at > '9') || *w.at == '-' ||
                *w.at == '_';
    bool name = lang_is_name(w) && !reserved(w);
    if (name && map_get(&c->q->names, w) < 0 && !is(c, "forces"))
        return is(c, "sites") || is(c, "units")
                   ? later(c)
                   : want_name(c, NAME_NUMBER) >= 0; /* nobody declared it */
    if (slip)
        return expected(c, "a number, such as `1_000`");
    return name ? want_held(c, out) : later(c);
}

static bool is_share(const struct cursor *c)
{
    str w = word(c);
    return is_number(c) && (str_ends(w, S("%")) || memchr(w.at, '/', w.len));
}

static bool value(struct cursor *c, struct made *out)
{
    if (find(c->q, word(c), NAME_NUMBER) >= 0)
        return named(c, out);
    return no_figure(c, out);
}

/* [2 for each] 10 tank of it: that share of it, exactly */
static bool for_each(struct cursor *c, qty n, struct made *out)
{
    uint32_t i = c->i;
    qty each;
    if (!want_qty(c, &each))
        return false;
    if (each.num <= 0)
        return c->i = i, expected(c, "how many, such as `2 for each 10 tank`");
    n = qty_div(n, each);
    return value(c, out) && fits(c, i, n) &&
           formula_join(c, i, FORMULA_TIMES, out, just(c, n, n));
}

/* 25 km, 10% of level, 1_000 */
static bool plain(struct cursor *c, struct made *out)
{
    enum time_unit u;
    uint32_t i = c->i;
    qty n;
    bool share = is_share(c);
    if (!want_qty(c, &n))
        return false;
    if (time_unit(word(c), &u))
        return later(c); /* 30 days */
    if (eat(c, "for"))
        return want(c, "each") && for_each(c, n, out);
    if (share && eat(c, "of")) {
        const struct formula *by = just(c, n, n);
        return value(c, out) && formula_join(c, i, FORMULA_TIMES, out, by);
    }
    n = qty_mul(n, take_unit(c, &out->dimension));
    out->f = just(c, n, n);
    return fits(c, i, n);
}

static bool addend(struct cursor *c, struct made *out, int deep)
{
    enum { NESTED_MOST = 100 };
    uint32_t i = c->i;
    bool larger = is2(c, "the", "larger");
    *out = (struct made){ 0 };
    if (!eats(c, "the larger of") && !eats(c, "the smaller of")) {
        if (eats(c, "the largest"))
            return want_largest(c, out);
        return is_number(c) ? plain(c, out) : value(c, out);
    }
    struct made other;
    if (deep == NESTED_MOST)
        return expected(c, "a sum with fewer parts within parts");
    return addend(c, out, deep + 1) && want(c, "and") &&
           addend(c, &other, deep + 1) &&
           dimensions_agree(c, i, out->dimension, other.dimension) &&
           formula_join(c, i, larger ? FORMULA_LARGER : FORMULA_SMALLER, out,
                        other.f);
}

static bool sum(struct cursor *c, struct made *out)
{
    uint32_t i = c->i;
    if (!addend(c, out, 0))
        return false;
    while (is(c, "+") || is(c, "-")) {
        enum formula_op op = is(c, "-") ? FORMULA_MINUS : FORMULA_PLUS;
        struct made more;
        c->i++;
        if (!addend(c, &more, 0) ||
            !dimensions_agree(c, i, out->dimension, more.dimension) ||
            !formula_join(c, i, op, out, more.f))
            return false;
    }
    return true;
}

static bool rounded(struct cursor *c, struct made *out)
{
    enum formula_op op;
    enum qty_round how;
    if (eat(c, "up"))
        op = FORMULA_UP, how = ROUND_UP;
    else if (eat(c, "down"))
        op = FORMULA_DOWN, how = ROUND_DOWN;
    else if (eats(c, "to even"))
        op = FORMULA_EVEN, how = ROUND_EVEN;
    else
        return expected(c, "`up`, `down` or `to even`");
    if (is_constant(out->f)) {
        qty n = qty_round(out->f->low, how);
        out->f = just(c, n, n);
    } else {
        out->f = formula_node(c, (struct formula){ .op = op, .a = out->f });
    }
    return true;
}

/* , rounded up, at least 1 */
static bool adjusted(struct cursor *c, struct made *out)
{
    while (eat(c, ",")) {
        uint32_t i = c->i;
        struct made bound;
        if (eat(c, "rounded")) {
            if (!rounded(c, out))
                return false;
            continue;
        }
        bool least = is2(c, "at", "least");
        if (!least && !is2(c, "at", "most"))
            return expected(c, "`rounded up`, `at least` or `at most`");
        c->i += 2;
        if (!addend(c, &bound, 0) ||
            !dimensions_agree(c, i, out->dimension, bound.dimension) ||
            !formula_join(c, i, least ? FORMULA_LARGER : FORMULA_SMALLER, out,
                          bound.f))
            return false;
    }
    return true;
}

/* 5 by A or 6 by B: nobody knows which holds */
static bool disputed(struct cursor *c, struct made *out)
{
    uint32_t i = c->i;
    struct subjects who;
    struct made other;
    if (!want_subjects(c, &who) || !want(c, "or") || !sum(c, &other) ||
        !dimensions_agree(c, i, out->dimension, other.dimension) ||
        !want(c, "by") || !want_subjects(c, &who))
        return false;
    out->f = formula_node(
        c,
        (struct formula){ .op = FORMULA_EITHER, .a = out->f, .b = other.f });
    return true;
}

/* A when N >= 10, otherwise B */
static bool when(struct cursor *c, struct made *out)
{
    static const char *const signs[] = { ">=", "<=", ">", "<", "=" };
    struct formula f = { .op = FORMULA_WHEN, .a = out->f };
    struct made asked, figure, other;
    uint32_t i = c->i;
    if (!named(c, &asked))
        return false;
    while (f.sign < 5 && !eat(c, signs[f.sign]))
        f.sign++;
    if (f.sign == 5)
        return expected(c, "`>=`, `<=`, `>`, `<` or `=`");
    if (!addend(c, &figure, 0) ||
        !dimensions_agree(c, i, asked.dimension, figure.dimension) ||
        !want(c, ", otherwise") || !sum(c, &other) ||
        !dimensions_agree(c, i, out->dimension, other.dimension))
        return false;
    f.b = other.f;
    f.asked = asked.f;
    f.against = figure.f;
    out->f = formula_node(c, f);
    return true;
}

static bool define(struct cursor *c, struct number *n)
{
    struct made m;
    if (eats(c, "of each")) {
        n->each = is(c, "side") ? EACH_SIDE : EACH_PARTY;
        if (!eat(c, "party") && !eat(c, "side"))
            return expected(c, "`party` or `side`");
    }
    if (eat(c, ",")) {
        if (!want(c, "declared") || !want_end(c))
            return false;
        n->declared = true;
        return true;
    }
    if (!want(c, "=") || !sum(c, &m))
        return false;
    bool ok = eat(c, "by")     ? disputed(c, &m)
              : eat(c, "when") ? when(c, &m)
                               : adjusted(c, &m);
    if (!ok || !want_end(c))
        return false;
    n->is = m.f;
    n->dimension = m.dimension;
    return true;
}

bool resolve_number(struct parser *q, int index)
{
    struct waiting *w = &q->numbers.at[index];
    bool done;
    if (!enter(q, w, &done))
        return false;
    if (!done) {
        str was = q->clause_now;
        struct cursor c = cursor_at(q, w);
        struct number n = { .name = q->p->numbers[index].name };
        q->clause_now = S("");
        c.i += 2;
        if (!define(&c, &n))
            n.is = NULL;
        n.unjudged = c.unjudged;
        q->p->numbers[index] = n;
        bool plain = n.is && is_constant(n.is) && !n.unjudged.len;
        q->numbers_of[index] = plain && !n.dimension ? n.is->low : QTY_NONE;
        no_body(&c);
        q->clause_now = was;
        leave(q, w);
    }
    return true;
}

/* ---- figures of lines --------------------------------------------------- */

const struct formula *formula_times(struct cursor *c, const struct formula *f,
                                    qty by)
{
    return formula_node(
        c,
        (struct formula){ .op = FORMULA_TIMES, .a = f, .b = just(c, by, by) });
}

bool plain_things(struct cursor *c, span at, char dimension)
{
    if (!dimension)
        return true;
    struct diag *d = wrong(c, DIAG_DIMENSION, at,
                           "this is a length or a mass, and no number of "
                           "things");
    diag_help(c->q->diags, d, "name a number without a unit");
    return false;
}

static bool one_of_two(struct cursor *c, struct made *out)
{
    *out = (struct made){ 0 };
    return is_number(c) && !is_share(c) ? plain(c, out) : named(c, out);
}

bool want_figure(struct cursor *c, qty *out, const struct formula **formula,
                 char *dimension)
{
    uint32_t i = c->i;
    struct made m = { 0 }, other;
    qty low, high;
    *formula = NULL;
    if (word_kind(c) == TOKEN_RANGE || is(c, "between")) {
        if (!want_estimate(c, &low, &high))
            return false;
        m.f = just(c, low, high);
    } else if (is2(c, "the", "smaller") || is2(c, "the", "larger")) {
        enum formula_op op =
            is_ahead(c, 1, "larger") ? FORMULA_LARGER : FORMULA_SMALLER;
        c->i += 2;
        if (!want(c, "of") || !one_of_two(c, &m) || !want(c, "and") ||
            !one_of_two(c, &other) || !formula_join(c, i, op, &m, other.f))
            return false;
    } else if (is_share(c) && is_ahead(c, 1, "of")) {
        qty n;
        if (!want_qty(c, &n))
            return false;
        c->i++;
        if (find(c->q, word(c), NAME_NUMBER) < 0)
            return c->i = i, later(c); /* of things */
        if (!named(c, &m) ||
            !formula_join(c, i, FORMULA_TIMES, &m, just(c, n, n)))
            return false;
    } else if (!named(c, &m)) {
        return false;
    }
    *dimension = m.dimension;
    *out = is_constant(m.f) ? m.f->low : QTY_NONE;
    *formula = is_constant(m.f) ? NULL : m.f;
    return true;
}

/* Whose number is missing: a number of each party in a line about a side. */
static int not_of(const struct pact *p, const struct formula *f,
                  const struct subject *s)
{
    const struct formula *parts[] = { f->a, f->b, f->asked, f->against };
    if (f->op == FORMULA_NAMED) {
        const struct number *n = &p->numbers[f->number];
        int side = s->party >= 0 ? p->parties[s->party].side : s->side;
        if ((n->each == EACH_PARTY && s->party < 0) ||
            (n->each == EACH_SIDE && side < 0))
            return f->number;
        return n->is ? not_of(p, n->is, s) : -1;
    }
    for (int i = 0; i < 4; i++) {
        int n = parts[i] ? not_of(p, parts[i], s) : -1;
        if (n >= 0)
            return n;
    }
    return -1;
}

bool formula_is_of(struct cursor *c, span at, const struct formula *f,
                   const struct subjects *who)
{
    const struct pact *p = c->q->p;
    for (size_t i = 0; f && i < who->n; i++) {
        int n = not_of(p, f, &who->at[i]);
        if (n < 0)
            continue;
        bool party = p->numbers[n].each == EACH_PARTY;
        struct diag *d =
            wrong(c, DIAG_ITS, at,
                  "each %s has a `%.*s` of its own, and this line is about "
                  "several together",
                  party ? "party" : "side", STR(p->numbers[n].name));
        diag_help(c->q->diags, d, "say `each %s`, or name one",
                  party ? "party" : "side");
        return false;
    }
    return true;
}
