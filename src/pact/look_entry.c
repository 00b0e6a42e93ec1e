/* look_entry.c - entries and declarations that are not judged yet; see look.h
 */
#include "pact/look.h"
#include "pact/place.h"

/* ---- entries ------------------------------------------------------------ */

static bool holder(struct cursor *c)
{
    int h;
    return want_holder(c, &h);
}

static bool held_at(struct cursor *c)
{
    double m;
    return (!is_place(c) || look_place(c)) &&
           (!eats(c, "accurate to") || want_length(c, &m));
}

static bool move(struct cursor *c)
{
    static const enum name_kind places[] = { NAME_SITE, NAME_ZONE };
    return holder(c) && want(c, "from") && look_name(c, places, 2) &&
           want(c, "to") && look_name(c, places, 2);
}

static bool change(struct cursor *c)
{
    return holder(c) && held_at(c) && want(c, "from") &&
           want_name(c, NAME_STATUS) >= 0 && want(c, "to") &&
           want_name(c, NAME_STATUS) >= 0 &&
           (!eat(c, "at") || want_name(c, NAME_SITE) >= 0);
}

static bool inspect(struct cursor *c)
{
    str id;
    if (!holder(c) || !want(c, "by") || !holder(c) || !held_at(c))
        return false;
    if (!eat(c, "under"))
        return true;
    return want_clause_id(c, &id);
}

static bool event(struct cursor *c)
{
    str title;
    return want_name(c, NAME_EVENT) >= 0 &&
           (word_kind(c) != TOKEN_STRING || want_string(c, &title)) &&
           want(c, "of") && holder(c) && held_at(c);
}

/* consent A and B to exception 2 for A/1, to troops of A in Z */
static bool consent(struct cursor *c)
{
    do
        if (want_name(c, NAME_PARTY) < 0)
            return false;
    while (eat(c, "and"));
    if (!want(c, "to"))
        return false;
    for (int k = 0; k <= CLAUSE_UNCODED; k++)
        if (is(c, clause_word((enum clause_kind)k)))
            return want_clause(c) >= 0 && (!eat(c, "for") || want_unit(c));
    if (find(c->q, word(c), NAME_PARTY) < 0 && !is(c, "side") &&
        (!look_items(c) || (is(c, "of") && c->i++ && !holder(c))))
        return false;
    return (is_place(c) || holder(c)) && held_at(c);
}

static bool head_of(struct cursor *c)
{
    static const struct {
        const char *word;
        bool (*read)(struct cursor *c);
    } acts[] = { { "move", move },
                 { "change", change },
                 { "inspect", inspect },
                 { "event", event },
                 { "consent", consent } };
    static const char *const plain[] = { "hold",    "raise",   "recount",
                                         "disband", "destroy", "total",
                                         "observe", "balance", "complete" };
    c->i++; /* its day */
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (eat(c, acts[i].word))
            return acts[i].read(c);
    if (eat(c, "transfer"))
        return holder(c) && want(c, "to") && holder(c) && held_at(c);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (eat(c, plain[i]))
            return holder(c) && held_at(c) &&
                   (!eat(c, "by") || look_word(c, "by what method")) &&
                   (!eat(c, ",") || eat(c, "opening") || want(c, "closing"));
    c->i = c->end; /* read where it stands */
    return true;
}

/* at least 5 acv, active in Z; 9_000 lt of warship; 40 warheads on missile */
static bool stock(struct cursor *c)
{
    static const char *const units[] = { "mm", "inch", "t", "lt", "kg" };
    eats(c, "at least");
    eat(c, "number");
    if (!look_amount(c))
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (eat(c, units[i]) && !want(c, "of"))
            return false;
    if (!look_thing(c))
        return false;
    while (eat(c, ","))
        if (want_name(c, NAME_STATUS) < 0)
            return false;
    static const enum name_kind places[] = { NAME_ZONE, NAME_SITE };
    return !eat(c, "in") || look_name(c, places, 2);
}

/* 80% of what is there */
static bool covered(struct cursor *c)
{
    qty n;
    bool share = is_number(c) && str_ends(word(c), S("%"));
    span at = here(c);
    if (!share || !want_qty(c, &n))
        return expected(c, "a share, such as `80%`");
    if (qty_cmp(n, qty_int(1)) <= 0)
        return true;
    struct diag *d =
        wrong(c, DIAG_TOO_BIG, at, "nobody covers more than all of it");
    diag_help(c->q->diags, d, "write a share from 0%% to 100%%");
    return false;
}

static bool unders(struct cursor *c)
{
    str id;
    if (!eat(c, "under"))
        return true;
    do {
        if (!want_clause_id(c, &id))
            return false;
    } while (eat(c, "and"));
    return true;
}

/* Words for readers. */
static bool remark(struct cursor *c, bool *hit)
{
    static const char *const words[] = { "id", "means", "as part of", "team",
                                         "purpose" };
    str text;
    char grade[2];
    *hit = true;
    if (eat(c, "note"))
        return want_string(c, &text);
    if (eat(c, "source"))
        return want_string(c, &text) &&
               (!eat(c, "grade") || want_grade(c, grade));
    if (eat(c, "grade"))
        return want_grade(c, grade) &&
               (!eats(c, ", means") || look_word(c, "by what means"));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (eats(c, words[i]))
            return (!at_end(c) && c->i++) || expected(c, "a word");
    *hit = is(c, "under") || is(c, "refused");
    if (eat(c, "refused"))
        return true;
    return unders(c);
}

bool look_detail(struct cursor *c, bool *hit)
{
    bool good = remark(c, hit);
    if (*hit)
        return good;
    *hit = true;
    if (eats(c, "not notified"))
        return unders(c);
    if (eat(c, "notified"))
        return look_moment(c) && (!eat(c, "for") || look_moment(c)) &&
               unders(c);
    if (eat(c, "arrives") || eat(c, "until") || eat(c, "from") ||
        eats(c, "as of"))
        return look_moment(c);
    *hit = false;
    return true;
}

bool look_entry(struct cursor *c, bool head)
{
    bool hit, good;
    if (head)
        return head_of(c);
    good = look_detail(c, &hit);
    if (hit)
        return good;
    if (eat(c, "for"))
        return look_items(c) && look_stated(c);
    if (eat(c, "covered"))
        return covered(c);
    if (!eat(c, "found"))
        eat(c, "missing");
    return stock(c);
}

/* ---- numbers ------------------------------------------------------------ */

static bool value(struct cursor *c)
{
    static const enum name_kind places[] = { NAME_ZONE, NAME_SITE };
    if (!look_thing(c))
        return false;
    if (eat(c, "of") && !eat(c, "it") && !look_whom(c))
        return false;
    if (eat(c, "in") && !look_name(c, places, 2))
        return false;
    if (!eat(c, "as"))
        return true;
    return eat(c, "on") ? look_moment(c)
                        : eats(c, "last reported") ||
                              expected(c, "`on DATE` or `last reported`");
}

/* 1 for each 60 units of it */
static bool per(struct cursor *c)
{
    if (!want(c, "each"))
        return false;
    if (!is_number(c))
        return expected(c, "how many, such as `1 for each 60 units of it`");
    c->i++;
    return look_thing(c) && (!eat(c, "of") || eat(c, "it") || look_whom(c));
}

static bool addend(struct cursor *c)
{
    if (eats(c, "the largest"))
        return value(c);
    if (!is_number(c))
        return value(c);
    str w = word(c);
    bool share = str_ends(w, S("%")) || memchr(w.at, '/', w.len);
    if (!look_quantity(c))
        return false;
    return eat(c, "for") ? per(c) : share ? want(c, "of") && value(c) : true;
}

/* The larger of two, each of which may be such again: not without end. */
static bool choice(struct cursor *c, int deep)
{
    enum { NESTED_MOST = 100 };
    if (!eats(c, "the larger of") && !eats(c, "the smaller of"))
        return addend(c);
    if (deep == NESTED_MOST)
        return expected(c, "a sum with fewer parts within parts");
    return choice(c, deep + 1) && want(c, "and") && choice(c, deep + 1);
}

static bool sum(struct cursor *c)
{
    do
        if (!choice(c, 0))
            return false;
    while (eat(c, "+") || eat(c, "-"));
    return true;
}

static bool adjusts(struct cursor *c)
{
    while (eat(c, ",")) {
        if (eats(c, "rounded")) {
            if (!eat(c, "up") && !eat(c, "down") && !eats(c, "to even"))
                return expected(c, "`up`, `down` or `to even`");
        } else if (!eats(c, "at least") && !eats(c, "at most")) {
            return expected(c, "`rounded up`, `at least` or `at most`");
        } else if (!look_quantity(c)) {
            return false;
        }
    }
    return true;
}

static bool disputed(struct cursor *c)
{
    return look_whom(c) && want(c, "or") && sum(c) && want(c, "by") &&
           look_whom(c);
}

static bool when(struct cursor *c)
{
    if (want_name(c, NAME_NUMBER) < 0)
        return false;
    if (!eat(c, ">=") && !eat(c, "<=") && !eat(c, ">") && !eat(c, "<") &&
        !eat(c, "="))
        return expected(c, "`>=`, `<=`, `>`, `<` or `=`");
    return look_quantity(c) && want(c, ", otherwise") && sum(c);
}

static bool number(struct cursor *c)
{
    if (eat(c, "of") &&
        !(want(c, "each") && (eat(c, "party") || want(c, "side"))))
        return false;
    if (eat(c, ","))
        return want(c, "declared");
    if (!want(c, "=") || !sum(c))
        return false;
    return eat(c, "by") ? disputed(c) : eat(c, "when") ? when(c) : adjusts(c);
}

/* ---- what else is declared ---------------------------------------------- */

static bool where(struct cursor *c)
{
    str text;
    if (eat(c, "where"))
        do
            if (word_kind(c) != TOKEN_WORD)
                return expected(c, "the name of a property");
            else if (c->i++, !want(c, "=") || !want_string(c, &text))
                return false;
        while (eat(c, "and"));
    return !eats(c, "as of") || look_moment(c);
}

static bool from_file(struct cursor *c)
{
    str path;
    return want_string(c, &path) && where(c);
}

static bool shape(struct cursor *c)
{
    do
        if (!look_position(c))
            return false;
    while (is(c, ",") && kind_ahead(c, 1) == TOKEN_NUMBER && c->i++);
    return true;
}

static bool countries(struct cursor *c)
{
    do
        if (!look_word(c, "a country's code of ISO 3166"))
            return false;
    while (eat(c, "and"));
    return !eats(c, "as of") || look_moment(c);
}

static bool zone(struct cursor *c)
{
    double m;
    while (!at_end(c) && !eat(c, "="))
        c->i++; /* its owner is known by now */
    bool good = eats(c, "area from") || eats(c, "line from") ? from_file(c)
                : eats(c, "line through") || eat(c, "ring")  ? shape(c)
                : eat(c, "country") || eat(c, "countries")   ? countries(c)
                : is_far(c)                                  ? look_far(c)
                : wind(word(c)) >= 0 && is_ahead(c, 1, "of")
                    ? look_half(c)
                    : look_zones(c, false);
    return good && look_cuts(c) &&
           (!eats(c, ", accurate to") || want_length(c, &m));
}

static bool site(struct cursor *c)
{
    str title;
    double m;
    if (eat(c, "in") ? !look_zones(c, false) : !look_position(c))
        return false;
    return (!eats(c, "accurate to") || want_length(c, &m)) &&
           (word_kind(c) != TOKEN_STRING || want_string(c, &title)) &&
           (!eats(c, "storage of") || want_name(c, NAME_PARTY) >= 0);
}

static bool estimate(struct cursor *c)
{
    char dim;
    qty low, high;
    if (word_kind(c) == TOKEN_RANGE) {
        if (!want_estimate(c, &low, &high))
            return false;
    } else if (eat(c, "between")) {
        if (!look_figure(c) || !want(c, "and") || !look_figure(c))
            return false;
    } else {
        return look_quantity(c);
    }
    take_unit(c, &dim);
    return true;
}

static bool items(struct cursor *c)
{
    str title;
    char dim;
    if (eat(c, "="))
        return look_items(c);
    if (word_kind(c) == TOKEN_STRING && !want_string(c, &title))
        return false;
    do {
        if (!look_word(c, "an attribute, such as `range 500 km`"))
            return false;
        if (eat(c, "in"))
            (void)(eat(c, "number") || (take_unit(c, &dim), dim));
        else if (!at_end(c) && !is(c, ",") && !estimate(c))
            return false;
    } while (eat(c, ","));
    return true;
}

/* unit A/1 "Title" 1 ship, tonnage 9_000 lt, home Z */
static bool unit_attr(struct cursor *c)
{
    static const enum name_kind places[] = { NAME_SITE, NAME_ZONE };
    static const enum name_kind states[] = { NAME_ATTR, NAME_STATUS };
    if (eat(c, "home"))
        return look_name(c, places, 2);
    if (is_number(c) || figure_slip(c))
        return look_figure(c) && want_name(c, NAME_ITEM) >= 0;
    return look_name(c, states, 2) && (at_end(c) || is(c, ",") || estimate(c));
}

static bool unit(struct cursor *c)
{
    str title;
    if (word_kind(c) == TOKEN_STRING && !want_string(c, &title))
        return false;
    do
        if (!unit_attr(c))
            return false;
    while (eat(c, ","));
    return true;
}

static bool date(struct cursor *c)
{
    return want(c, "=") && look_moment(c);
}

static bool pact_line(struct cursor *c)
{
    struct duration d;
    if (eat(c, "withdrawal")) {
        if (!want(c, "on") || !want_duration(c, &d) || !want(c, "notice") ||
            (eats(c, ", not") && !(want(c, "before") && look_moment(c))))
            return false;
        return want(c, ", ends for") &&
               (eat(c, "all") || want(c, "that party"));
    }
    if (!eat(c, "signed") && !eats(c, "in force from") && !eat(c, "until"))
        return c->i = c->end, true;
    return look_moment(c) && (!eat(c, ",") || want(c, "renewable"));
}

bool look_declaration(struct cursor *c, str kind, bool head)
{
    static const struct {
        const char *word;
        bool (*read)(struct cursor *c);
    } kinds[] = { { "number", number }, { "zone", zone }, { "site", site },
                  { "item", items },    { "unit", unit }, { "date", date } };
    if (!head && str_eq(kind, S("pact")))
        return pact_line(c);
    for (size_t i = 0; head && i < sizeof kinds / sizeof *kinds; i++)
        if (str_eq(kind, str_of(kinds[i].word))) {
            c->i += 2; /* its word and its name */
            return kinds[i].read(c);
        }
    c->i = c->end;
    return true;
}
