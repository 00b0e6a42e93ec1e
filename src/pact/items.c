/* items.c - phrase 1: which items, with which statuses, of which size
 *
 * What a phrase counts is a table over all declared items, in Kleene's
 * logic: an account of an item at or below the named one is in; an account
 * of something above it is possibly in; a test on an attribute that nobody
 * stated is possibly met.
 */
#include "pact/parse.h"

#include <stdlib.h>

static struct kinds table(struct parser *q, uint8_t **in, uint8_t **unlisted,
                          str text)
{
    *in = new_n(q->keep, uint8_t, q->p->items_n + 1);
    *unlisted = new_n(q->keep, uint8_t, q->p->items_n + 1);
    return (struct kinds){ .in = *in, .unlisted = *unlisted, .text = text };
}

/* ITEM -1: `forces`, every item. */
struct kinds kinds_of_item(struct parser *q, int item, str text)
{
    const struct pact *p = q->p;
    uint8_t *in, *unlisted;
    struct kinds k = table(q, &in, &unlisted, text);
    for (int i = 0; i < (int)p->items_n; i++) {
        bool at = item < 0 || kind_of_item(p, i, item);
        in[i] = at ? YES : kind_of_item(p, item, i) ? MAYBE : NO;
        unlisted[i] = at ? YES : NO;
    }
    return k;
}

static struct kinds join(struct parser *q, struct kinds a, struct kinds b,
                         bool minus)
{
    uint8_t *in, *unlisted;
    struct kinds k = table(q, &in, &unlisted, a.text);
    for (size_t i = 0; i < q->p->items_n; i++) {
        tri bi = (tri)b.in[i], bu = (tri)b.unlisted[i];
        in[i] = (uint8_t)(minus ? tri_and((tri)a.in[i], tri_not(bi))
                                : tri_or((tri)a.in[i], bi));
        unlisted[i] =
            (uint8_t)(minus ? tri_and((tri)a.unlisted[i], tri_not(bu))
                            : tri_or((tri)a.unlisted[i], bu));
    }
    return k;
}

/* ---- tests: `with calibre >= 100 mm and nuclear-capable` ---------------- */

enum compare { CMP_GE, CMP_LE, CMP_GT, CMP_LT, CMP_EQ, CMP_FLAG };

struct test {
    str attr;
    enum compare cmp;
    qty value;
    char dimension;
    span at;
};

static bool want_test(struct cursor *c, struct test *t)
{
    static const char *const signs[] = { ">=", "<=", ">", "<", "=" };
    *t = (struct test){ .cmp = CMP_FLAG, .at = here(c), .attr = word(c) };
    uint32_t i = c->i;
    if (want_name(c, NAME_ATTR) < 0)
        return false;
    if (is(c, "is"))
        return later(c);
    for (int k = 0; k < 5; k++)
        if (eat(c, signs[k])) {
            t->cmp = (enum compare)k;
            uint32_t figure = c->i;
            if (!want_qty(c, &t->value))
                return false;
            if (!qty_ok(t->value))
                return later(c); /* a named number that is no constant */
            t->value = qty_mul(t->value, take_unit(c, &t->dimension));
            t->at = since(c, i);
            return fits(c, figure, t->value);
        }
    return true;
}

const struct attr *attr_of(const struct pact *p, int item, str name)
{
    for (; item >= 0; item = p->items[item].parent)
        for (size_t i = 0; i < p->items[item].attrs_n; i++)
            if (str_eq(p->items[item].attrs[i].name, name))
                return &p->items[item].attrs[i];
    return NULL;
}

/* LOW..HIGH against the value of T. */
static tri compare(const struct test *t, qty low, qty high)
{
    int l = qty_cmp(low, t->value), h = qty_cmp(high, t->value);
    switch (t->cmp) {
    case CMP_GE: return l >= 0 ? YES : h < 0 ? NO : MAYBE;
    case CMP_LE: return h <= 0 ? YES : l > 0 ? NO : MAYBE;
    case CMP_GT: return l > 0 ? YES : h <= 0 ? NO : MAYBE;
    case CMP_LT: return h < 0 ? YES : l >= 0 ? NO : MAYBE;
    case CMP_EQ: return l == 0 && h == 0 ? YES : l > 0 || h < 0 ? NO : MAYBE;
    case CMP_FLAG: return MAYBE;
    }
    return MAYBE;
}

static tri passes(const struct pact *p, int item, const struct test *t)
{
    const struct attr *a = attr_of(p, item, t->attr);
    if (!a || a->open)
        return MAYBE;
    if (t->cmp == CMP_FLAG)
        return a->flag ? YES : MAYBE;
    return a->flag ? MAYBE : compare(t, a->low, a->high);
}

/* A test in km on an attribute in tonnes, or without unit, is a slip. */
static bool dimension_agrees(struct cursor *c, const struct test *t)
{
    const struct pact *p = c->q->p;
    if (t->cmp == CMP_FLAG)
        return true;
    for (size_t i = 0; i < p->items_n; i++)
        for (size_t k = 0; k < p->items[i].attrs_n; k++) {
            const struct attr *a = &p->items[i].attrs[k];
            if (!str_eq(a->name, t->attr) || a->flag ||
                a->dimension == t->dimension)
                continue;
            struct diag *d = wrong(c, DIAG_DIMENSION, t->at,
                                   "`%.*s` is compared in another measure "
                                   "than it is stated in",
                                   STR(t->attr));
            diag_note(c->q->diags, d, p->items[i].at, "stated here");
            diag_help(c->q->diags, d,
                      "write the unit on both sides, such as "
                      "`range >= 300 km`");
            return false;
        }
    return true;
}

static bool apply_tests(struct cursor *c, struct kinds *k)
{
    do {
        struct test t;
        if (!want_test(c, &t) || !dimension_agrees(c, &t))
            return false;
        uint8_t *in, *unlisted;
        struct kinds n = table(c->q, &in, &unlisted, k->text);
        for (size_t i = 0; i < c->q->p->items_n; i++) {
            tri pass = passes(c->q->p, (int)i, &t);
            in[i] = (uint8_t)tri_and((tri)k->in[i], pass);
            unlisted[i] = (uint8_t)tri_and((tri)k->unlisted[i], pass);
        }
        *k = n;
        /* `and` goes on with tests only where an attribute follows */
        if (!(is(c, "and") && find(c->q, word_ahead(c, 1), NAME_ATTR) >= 0))
            return true;
        c->i++;
    } while (true);
}

/* ---- one thing, sums and differences ------------------------------------ */

bool want_thing(struct cursor *c, struct kinds *out)
{
    eat(c, "all");
    str w = word(c);
    if (eat(c, "forces")) {
        c->q->all_items = true;
        *out = kinds_of_item(c->q, -1, w);
        return true;
    }
    int set = find(c->q, w, NAME_SET);
    if (set >= 0) {
        if (!resolve_set(c->q, set))
            return false;
        *out = c->q->sets_of[set];
        out->text = w;
        c->i++;
        return true;
    }
    if (is_ahead(c, 1, "on"))
        return later(c); /* warheads on delivery: a sum of an attribute */
    int item = want_name(c, NAME_ITEM);
    if (item < 0)
        return false;
    *out = kinds_of_item(c->q, item, c->q->p->items[item].name);
    return true;
}

bool want_item(struct cursor *c, int *out)
{
    *out = want_name(c, NAME_ITEM);
    return *out >= 0;
}

bool want_kinds(struct cursor *c, struct kinds *out)
{
    uint32_t i = c->i;
    if (!want_thing(c, out))
        return false;
    while (is(c, "+") || is(c, "-")) {
        bool minus = is(c, "-");
        struct kinds more;
        c->i++;
        if (!want_thing(c, &more))
            return false;
        *out = join(c->q, *out, more, minus);
    }
    if (eat(c, "with") && !apply_tests(c, out))
        return false;
    out->text = span_text(c, since(c, i));
    return true;
}

bool want_other_kinds(struct cursor *c, struct kinds *out)
{
    uint32_t i = c->i;
    struct kinds all = kinds_of_item(c->q, -1, S("")), but;
    do {
        if (!want_kinds(c, &but))
            return false;
        all = join(c->q, all, but, true);
    } while (eat(c, "and") || eat(c, ","));
    *out = all;
    out->text = str_fmt(c->q->keep, "forces other than %.*s",
                        STR(span_text(c, since(c, i))));
    return true;
}

bool want_any_kinds(struct cursor *c, struct kinds *out)
{
    uint32_t i = c->i;
    if (!want_kinds(c, out))
        return false;
    while (eat(c, "or")) {
        struct kinds more;
        if (!want_kinds(c, &more))
            return false;
        *out = join(c->q, *out, more, false);
    }
    out->text = span_text(c, since(c, i));
    return true;
}

/* ---- statuses ------------------------------------------------------------
 */

/* In a group of its own, or in the last group if it is an alternative. */
static bool put_status(struct cursor *c, struct stated *to, int status,
                       bool alternative)
{
    if (to->n == STATUSES_MAX) {
        struct diag *d =
            wrong(c, DIAG_EXPECTED, here(c),
                  "at most %d statuses can be named together", STATUSES_MAX);
        diag_help(c->q->diags, d, "part the line in two");
        return false;
    }
    if (!alternative || !to->groups)
        to->groups++;
    to->at[to->n] = (int16_t)status;
    to->group[to->n++] = (uint8_t)(to->groups - 1);
    return true;
}

bool stated_add(struct cursor *c, struct stated *to, int status)
{
    return put_status(c, to, status, false);
}

/* MORE holds, too; false: they are too many, and TO is as it was. */
bool stated_and(struct stated *to, const struct stated *more)
{
    if (to->n + more->n > STATUSES_MAX)
        return false;
    for (uint8_t i = 0; i < more->n; i++) {
        to->at[to->n] = more->at[i];
        to->group[to->n++] = (uint8_t)(to->groups + more->group[i]);
    }
    to->groups = (uint8_t)(to->groups + more->groups);
    return true;
}

static bool one_status(struct cursor *c, struct stated *out, bool alternative)
{
    int s = eat(c, "stationed") ? STATUS_STATIONED
            : eat(c, "own")     ? STATUS_OWN
                                : 0;
    if (!s) {
        s = want_name(c, NAME_STATUS);
        if (s < 0)
            return false;
    }
    return put_status(c, out, s, alternative);
}

bool take_stated(struct cursor *c, struct stated *out, bool *bad)
{
    *out = (struct stated){ 0 };
    *bad = false;
    if (!is2(c, "that", "is") && !is2(c, "that", "are"))
        return false;
    c->i += 2;
    *bad = !one_status(c, out, false);
    const char *joint = is(c, "or") ? "or" : "and";
    while (!*bad && eat(c, joint))
        *bad = !one_status(c, out, *joint == 'o');
    return !*bad;
}

static int by_value(const void *a, const void *b)
{
    return *(const int16_t *)a - *(const int16_t *)b;
}

void stated_sort(struct stated *s)
{
    if (s->n)
        qsort(s->at, s->n, sizeof *s->at, by_value);
}

/* Of an account: each status in a group of its own, in any order. */
int stated_id(struct parser *q, struct stated s)
{
    if (!s.n)
        return 0;
    stated_sort(&s);
    str key =
        str_copy(q->keep, (str){ (const char *)s.at, s.n * sizeof *s.at });
    int id = map_put(&q->stated_ids, key, (int)q->p->stateds_n);
    if (id == (int)q->p->stateds_n)
        *push(q->keep, q->p->stateds, q->p->stateds_n, q->p->stateds_cap) = s;
    return id;
}

/* ---- sizes: "at least 3_000 troops or 100 tank" --------------------------
 */

bool is_size(const struct cursor *c)
{
    return is2(c, "at", "least") || is2(c, "at", "most") ||
           is2(c, "up", "to") || is2(c, "more", "than") ||
           is2(c, "less", "than");
}

static bool comparator(struct cursor *c, struct size *s)
{
    s->relation = AT_LEAST;
    s->strict = false;
    if (eats(c, "at least"))
        return true;
    if (eats(c, "more than")) {
        s->strict = true;
        return true;
    }
    s->relation = AT_MOST;
    if (eats(c, "at most") || eats(c, "up to"))
        return true;
    s->strict = true;
    return eats(c, "less than") ||
           expected(c, "`at least`, `more than`, `at most` or `less than`");
}

static bool other_unit(const struct cursor *c)
{
    static const char *const units[] = { "t",    "lt",   "kg",    "km",
                                         "m",    "days", "hours", "day",
                                         "hour", "weeks" };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (is(c, units[i]))
            return true;
    return false;
}

static bool want_many(struct cursor *c, struct size *s)
{
    s->lasts = (struct duration){ 0 };
    if (!want_qty(c, &s->amount))
        return false;
    if (other_unit(c) || !qty_ok(s->amount))
        return later(c);
    return want_kinds(c, &s->kinds);
}

/* 72 hours: measured in seconds beyond it. */
static bool want_lasting(struct cursor *c, struct size *s)
{
    s->kinds = (struct kinds){ 0 };
    s->amount = qty_int(0);
    return want_duration(c, &s->lasts);
}

bool want_lasts(struct cursor *c, struct sizes *out)
{
    struct size s = { .relation = AT_LEAST, .strict = true };
    size_t cap = out->n, group_cap = out->n, n = out->n;
    uint32_t i = c->i;
    if (!want(c, "more than") || !want_lasting(c, &s))
        return false;
    s.text = span_text(c, since(c, i));
    *push(c->q->keep, out->at, out->n, cap) = s;
    *push(c->q->keep, out->group, n, group_cap) = out->groups++;
    return true;
}

bool want_sizes(struct cursor *c, struct sizes *out)
{
    struct size s = { 0 };
    size_t cap = out->n, group_cap = out->n;
    if (!comparator(c, &s))
        return false;
    size_t group = out->groups++;
    for (;;) {
        uint32_t i = c->i;
        if (is_duration(c) ? !want_lasting(c, &s) : !want_many(c, &s))
            return false;
        s.text = span_text(c, since(c, i));
        size_t m = out->n;
        *push(c->q->keep, out->at, out->n, cap) = s;
        *push(c->q->keep, out->group, m, group_cap) = group;
        if (eat(c, "or"))
            continue;
        /* "8 division, 2 brigade and 300 tank": each must be met */
        if (!(is(c, ",") || is(c, "and")) || kind_ahead(c, 1) != TOKEN_NUMBER)
            return true;
        c->i++;
        group = out->groups++;
    }
}

/* by aircraft, by tank or acv: one of these, at least, takes part. */
bool want_with(struct cursor *c, struct sizes *out)
{
    struct size s = { .relation = AT_LEAST, .strict = true, .with = true };
    size_t cap = out->n, group_cap = out->n, n = out->n;
    s.amount = qty_int(0);
    if (!want_any_kinds(c, &s.kinds))
        return false;
    if (is(c, "and"))
        return later(c);
    s.text = str_fmt(c->q->keep, "by %.*s", STR(s.kinds.text));
    *push(c->q->keep, out->at, out->n, cap) = s;
    *push(c->q->keep, out->group, n, group_cap) = out->groups++;
    return true;
}
