/* look.c - figures, things and whom, in lines not judged yet; see look.h */
#include "pact/look.h"
#include "pact/clause.h"

/* ---- names and figures -------------------------------------------------- */

/* Is W nearly the name of some K? */
static bool nearly(struct parser *q, str w, enum name_kind k)
{
    str *names = new_n(q->keep, str, q->names_n + 1), best[3];
    size_t n = 0;
    for (size_t i = 0; i < q->names_n; i++)
        if (q->names_at[i].kind == k)
            names[n++] = q->names_at[i].text;
    return diag_nearest(q->keep, w, names, n, best) > 0;
}

/* A name of one of KINDS; where there is none, one of the first kind was
 * meant, or one of that kind of which it is nearly a name. */
bool look_name(struct cursor *c, const enum name_kind *kinds, size_t n)
{
    bool plain = word_kind(c) == TOKEN_WORD && !reserved(word(c));
    for (size_t i = 0; plain && i < n; i++)
        if (find(c->q, word(c), kinds[i]) >= 0) {
            c->i++;
            return true;
        }
    for (size_t i = 0; plain && i < n; i++)
        if (nearly(c->q, word(c), kinds[i]))
            return want_name(c, kinds[i]) >= 0;
    return want_name(c, kinds[0]) >= 0;
}

bool look_word(struct cursor *c, const char *what)
{
    if (word_kind(c) != TOKEN_WORD || reserved(word(c)))
        return expected(c, what);
    c->i++;
    return true;
}

bool look_figure(struct cursor *c)
{
    qty n;
    if (figure_slip(c))
        return false;
    if (is_number(c)) {
        span at = here(c);
        return want_qty(c, &n) && true_thousand(c, at);
    }
    if (word_kind(c) != TOKEN_WORD || reserved(word(c)) ||
        (find(c->q, word(c), NAME_NUMBER) < 0 &&
         !nearly(c->q, word(c), NAME_NUMBER)))
        return expected(c, "a figure, such as `1_000`");
    return want_name(c, NAME_NUMBER) >= 0;
}

bool look_quantity(struct cursor *c)
{
    enum time_unit u;
    char dim;
    if (!is_number(c))
        return look_figure(c);
    qty n;
    if (!want_qty(c, &n))
        return false;
    take_unit(c, &dim);
    if (!dim && time_unit(word(c), &u))
        c->i++;
    return true;
}

static bool is_share(const struct cursor *c)
{
    str w = word(c);
    return is_number(c) && (str_ends(w, S("%")) || memchr(w.at, '/', w.len));
}

bool is_amount(const struct cursor *c, uint32_t by)
{
    enum token_kind k = kind_ahead(c, by);
    str w = word_ahead(c, by);
    return k == TOKEN_NUMBER || k == TOKEN_RANGE || str_eq(w, S("all")) ||
           str_eq(w, S("between")) ||
           (k == TOKEN_WORD && w.len && is_digit(*w.at)) ||
           (str_eq(w, S("the")) && (is_ahead(c, by + 1, "smaller") ||
                                    is_ahead(c, by + 1, "larger"))) ||
           find(c->q, w, NAME_NUMBER) >= 0;
}

bool look_amount(struct cursor *c)
{
    static const enum name_kind whole[] = { NAME_NUMBER, NAME_ITEM, NAME_SET,
                                            NAME_ATTR };
    qty low, high;
    if (eat(c, "all"))
        return true;
    if (word_kind(c) == TOKEN_RANGE)
        return want_estimate(c, &low, &high);
    if (eat(c, "between") || eats(c, "the smaller of") ||
        eats(c, "the larger of"))
        return look_figure(c) && want(c, "and") && look_figure(c);
    bool share = is_share(c);
    if (share ? !want_qty(c, &low) : !look_figure(c))
        return false;
    return !share || !eat(c, "of") || look_name(c, whole, 4);
}

/* ---- things ------------------------------------------------------------- */

/* Words of the language for what is counted. */
static bool built_in(struct cursor *c)
{
    static const char *const words[] = { "forces",    "holdings", "sites",
                                         "units",     "movement", "change",
                                         "stay",      "visit",    "unit",
                                         "inspection" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (eat(c, words[i]))
            return true;
    return false;
}

bool look_thing(struct cursor *c)
{
    static const enum name_kind things[] = { NAME_ITEM, NAME_SET, NAME_EVENT,
                                             NAME_NUMBER, NAME_ATTR };
    if (is_ahead(c, 1, "on")) { /* a sum: warheads on missile */
        static const enum name_kind sums[] = { NAME_ATTR, NAME_ITEM,
                                               NAME_SET };
        return look_name(c, sums, 3) && want(c, "on") &&
               look_name(c, things, 2);
    }
    if (map_get(&c->q->names, word(c)) < 0 && built_in(c))
        return true;
    return look_name(c, things, 5);
}

static bool one_test(struct cursor *c)
{
    static const char *const signs[] = { ">=", "<=", ">", "<", "=" };
    bool purpose =
        is(c, "purpose") && find(c->q, word(c), NAME_ATTR) < 0 && c->i++;
    if (!purpose && want_name(c, NAME_ATTR) < 0)
        return false;
    if (eat(c, "is")) {
        do
            if (!look_word(c, "a word"))
                return false;
        while (eat(c, "or"));
        return true;
    }
    for (int k = 0; k < 5; k++)
        if (eat(c, signs[k]))
            return look_quantity(c);
    return !purpose || want(c, "is");
}

static bool tests(struct cursor *c)
{
    do
        if (!one_test(c))
            return false;
    while (is(c, "and") && find(c->q, word_ahead(c, 1), NAME_ATTR) >= 0 &&
           c->i++);
    return true;
}

bool look_items(struct cursor *c)
{
    do
        if (!look_thing(c) || (eat(c, "with") && !tests(c)))
            return false;
    while (eat(c, "and") || eat(c, "or") || eat(c, "+") || eat(c, "-"));
    return true;
}

/* 300 tank, 15_000 lt of warship, 25% of level tank, 10 tank + acv */
static bool term(struct cursor *c)
{
    static const char *const units[] = { "mm", "inch", "t", "lt", "kg" };
    bool share = is_share(c);
    uint32_t first = c->i;
    if (!look_amount(c))
        return false;
    if (share && c->i == first + 1) /* a share of what? */
        return want(c, "of");
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (eat(c, units[i]))
            return want(c, "of") && look_thing(c);
    do
        if (!look_thing(c))
            return false;
    while (eat(c, "+") || eat(c, "-"));
    return !eat(c, "with") || tests(c);
}

bool look_terms(struct cursor *c)
{
    do
        if (!term(c))
            return false;
    while ((is(c, ",") || is(c, "and") || is(c, "or")) && is_amount(c, 1) &&
           c->i++);
    return true;
}

bool look_stated(struct cursor *c)
{
    struct stated s;
    bool bad;
    return take_stated(c, &s, &bad) || !bad;
}

bool look_sizes(struct cursor *c)
{
    static const char *const signs[] = { "at least", "at most", "up to",
                                         "more than", "less than" };
    struct duration d;
    enum time_unit u;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (eats(c, signs[i]))
            return is_number(c) && time_unit(word_ahead(c, 1), &u)
                       ? want_duration(c, &d)
                       : look_terms(c);
    return expected(c, "`at least`, `more than`, `at most`, `up to` or `less "
                       "than`");
}

/* ---- whom --------------------------------------------------------------- */

/* A { and B } of that kind. */
static bool names(struct cursor *c, enum name_kind k, const char *joint)
{
    do
        if (want_name(c, k) < 0)
            return false;
    while (eat(c, joint));
    return true;
}

static bool filter(struct cursor *c)
{
    if (eat(c, "on") && want_name(c, NAME_SIDE) < 0)
        return false;
    return !eat(c, "except") || names(c, NAME_PARTY, "and");
}

static bool party_or_side(struct cursor *c)
{
    return eat(c, "party") || eat(c, "side") ||
           expected(c, "`party` or `side`");
}

bool look_whom(struct cursor *c)
{
    if (eat(c, "side"))
        return want_name(c, NAME_SIDE) >= 0;
    if (eat(c, "each"))
        return party_or_side(c) && filter(c);
    if (eat(c, "all"))
        return want(c, "parties") && filter(c);
    if (eat(c, "that"))
        return party_or_side(c);
    if (eat(c, "the"))
        return want(c, "other") && party_or_side(c);
    return names(c, NAME_PARTY, "+");
}

bool look_teller(struct cursor *c)
{
    if (eats(c, "the host"))
        return true;
    if (eats(c, "the mover"))
        return want(c, "and the host");
    if (is2(c, "the", "other") || is(c, "that") || is(c, "each") ||
        is(c, "all") || is(c, "side"))
        return look_whom(c);
    if (is(c, "the"))
        return expected(c, "`the host`, `the mover and the host` or `the "
                           "other side`");
    return names(c, NAME_PARTY, is_ahead(c, 1, "or") ? "or" : "and");
}
