/* look_line.c - lines of clauses that are not judged yet; see look.h */
#include "pact/clause.h"
#include "pact/look.h"
#include "pact/place.h"

/* ---- measures and conditions -------------------------------------------- */

static bool as_then(struct cursor *c)
{
    return eat(c, "on") ? look_moment(c)
                        : eats(c, "last reported") ||
                              expected(c, "`on DATE` or `last reported`");
}

/* [by ITEMS] [of SIZE] [of WHOM] [that are ..] [place] [as ..] [period] */
static bool tail(struct cursor *c)
{
    struct period period;
    if (eat(c, "by") && !look_items(c))
        return false;
    while (eat(c, "of"))
        if (is_size(c) ? !look_sizes(c) : !look_whom(c))
            return false;
    if (!look_stated(c) || (is_place(c) && !look_place(c)))
        return false;
    if (eat(c, "as") && !as_then(c))
        return false;
    return !is_period(c) || want_period(c, &period);
}

/* at most as many tank of A as on DATE */
static bool as_many(struct cursor *c)
{
    c->i += 2;
    return want(c, "as many") && look_items(c) &&
           (!eat(c, "of") || look_whom(c)) && look_stated(c) &&
           (!is_place(c) || look_place(c)) && want(c, "as") && as_then(c);
}

static bool how(struct cursor *c)
{
    enum relation r;
    if (bound(c, &r)) {
        if (!look_terms(c))
            return false;
        if (!eat(c, "destroyed") || eats(c, "in any way"))
            return true;
        if (!eat(c, "by"))
            return expected(c, "`by HOW` or `in any way`");
        return look_word(c, "by what method");
    }
    if (eat(c, "no") || eat(c, "only"))
        return look_items(c);
    return expected(c, "a measure, such as `at most 120 tank of each party "
                       "in ZONE`");
}

bool look_measure(struct cursor *c)
{
    bool at = is2(c, "at", "most") || is2(c, "at", "least");
    if (at && is_ahead(c, 2, "as"))
        return as_many(c);
    return how(c) && tail(c);
}

static bool clause_ahead(const struct cursor *c)
{
    for (int k = 0; k <= CLAUSE_UNCODED; k++)
        if (is(c, clause_word((enum clause_kind)k)))
            return true;
    return false;
}

static bool fact(struct cursor *c)
{
    struct duration d;
    if (eat(c, "there"))
        return (eat(c, "is") || want(c, "are")) && look_measure(c);
    if (clause_ahead(c))
        return want_clause(c) >= 0 && want(c, "is kept");
    if (eats(c, "agreed by"))
        return look_teller(c);
    if (eats(c, "notified before"))
        return true;
    if (eat(c, "a") || eat(c, "an"))
        return want_name(c, NAME_EVENT) >= 0 &&
               want(c, "was notified at least") && want_duration(c, &d) &&
               want(c, "before");
    return (eats(c, "that party") || want_name(c, NAME_PARTY) >= 0) &&
           want(c, "is") && look_word(c, "a word that `state` entries use");
}

static bool is_common(const struct cursor *c)
{
    return is(c, "unless") || is(c, "while") || is(c, "with") ||
           (is(c, "when") && !is2(c, "when", "it")) || is(c, "note");
}

static bool common(struct cursor *c)
{
    str text;
    if (eat(c, "note"))
        return want_string(c, &text);
    if (eat(c, "with"))
        return want(c, "consent of") && look_teller(c);
    c->i++;
    return fact(c);
}

/* ---- limits, exceptions, quotas ----------------------------------------- */

/* of which at most 10% that are active */
static bool which(struct cursor *c)
{
    enum relation r;
    if (!bound(c, &r))
        return expected(c, "`at most`, `at least` or `exactly`");
    struct cursor ahead = *c;
    ahead.i++;
    bool bare = is_number(c) &&
                (at_end(&ahead) || is(&ahead, "that") || is_place(&ahead));
    if (bare)
        return look_amount(c) && tail(c);
    return look_terms(c) && tail(c);
}

/* , up to 5, 6 and 7 */
static bool caps(struct cursor *c)
{
    if (!eats(c, "up to") && !want(c, "at most"))
        return false;
    do
        if (!look_amount(c))
            return false;
    while (eat(c, ",") || eat(c, "and"));
    return true;
}

static bool uncount_of(struct cursor *c)
{
    struct duration d;
    if (eat(c, "for") && !want_duration(c, &d))
        return false;
    return look_items(c) && (!eat(c, "of") || look_whom(c)) &&
           look_stated(c) && (!is_place(c) || look_place(c)) &&
           (!eat(c, ",") || caps(c));
}

static bool limit_line_of(struct cursor *c)
{
    if (eats(c, "of which"))
        return which(c);
    if (eats(c, "not counting"))
        return uncount_of(c);
    if (eat(c, "counting"))
        return look_thing(c) && is(c, "that") && look_stated(c) &&
               want(c, "as") && look_thing(c);
    return look_measure(c);
}

static bool stretch_of(struct cursor *c)
{
    enum time_unit u;
    return (eat(c, "calendar") || eat(c, "rolling") ||
            expected(c, "`calendar` or `rolling`")) &&
           want_time_unit(c, &u);
}

static bool quota_line_of(struct cursor *c)
{
    struct duration d;
    str id;
    if (eats(c, "not counted under")) {
        return want_clause_id(c, &id);
    }
    if (is(c, "from") && kind_ahead(c, 1) == TOKEN_NUMBER) {
        c->i++;
        if (!want_duration(c, &d) || !want(c, "after"))
            return false;
        if (!eat(c, "each"))
            return look_moment(c);
        return look_thing(c) && want(c, "names a site until it ends");
    }
    uint32_t i = c->i;
    if (eat(c, "no") && look_thing(c) && is(c, "of")) {
        struct cursor ahead = *c;
        for (; !at_end(&ahead); ahead.i++)
            if (is2(&ahead, "the", "site"))
                return want(c, "of") && look_items(c) && look_moves(c);
    }
    c->i = i;
    return limit_line_of(c);
}

static bool told(struct cursor *c);
static bool any(struct cursor *c);

static bool exception_line_of(struct cursor *c)
{
    struct duration d;
    str id;
    if (eats(c, "without notice"))
        return true;
    if (eat(c, "any"))
        return any(c);
    if (eats(c, "in addition"))
        return look_measure(c);
    if (eat(c, "over")) {
        return want_clause_id(c, &id);
    }
    if (eats(c, "once per"))
        return stretch_of(c);
    if (eat(c, "for"))
        return want(c, "at most") && want_duration(c, &d) &&
               (!eats(c, ", once per") || stretch_of(c));
    if (is_ahead(c, 1, "may"))
        return want_name(c, NAME_PARTY) >= 0 && want(c, "may keep") &&
               look_terms(c) && look_stated(c);
    if (is_number(c) || is2(c, "when", "it"))
        return told(c);
    return limit_line_of(c);
}

/* ---- notices ------------------------------------------------------------ */

/* any movement of SIZE of WHOM into Z for more than 72 hours */
static bool any(struct cursor *c)
{
    static const enum name_kind states[] = { NAME_STATUS, NAME_SITE,
                                             NAME_ZONE };
    struct duration d;
    if (eats(c, "change to"))
        return look_items(c);
    do
        if (!look_thing(c))
            return false;
    while (eat(c, "or"));
    while (eat(c, "of"))
        if (is_size(c) ? !look_sizes(c) : !look_whom(c))
            return false;
    if (!look_stated(c))
        return false;
    if (is(c, "into") || is(c, "out") || is(c, "through") || is(c, "inside")) {
        if (!look_moves(c))
            return false;
    } else if (eat(c, "from")) {
        if (!look_name(c, states, 3) || !want(c, "to") ||
            !look_name(c, states, 3))
            return false;
    } else if (is_place(c) && !look_place(c)) {
        return false;
    }
    return !eat(c, "for") || (want(c, "more than") && want_duration(c, &d));
}

static bool tell(struct cursor *c)
{
    struct duration d;
    struct year_day due;
    enum time_unit u;
    if (eats(c, "when it starts"))
        return true;
    if (eats(c, "at most"))
        return want_duration(c, &d) && want(c, "after") &&
               (eat(c, "it") || want(c, "that"));
    if (eat(c, "starts"))
        return want(c, "at most") && want_duration(c, &d) &&
               want(c, "after the day notified");
    if (!eat(c, "by"))
        return want_duration(c, &d) && want(c, "before it") &&
               (eat(c, "starts") || want(c, "holds"));
    if (!want_year_day(c, &due) || !want(c, ","))
        return false;
    if (!is_number(c))
        return expected(c, "a figure, such as `1 calendar year`");
    c->i++;
    return want(c, "calendar") && want_time_unit(c, &u) &&
           want(c, "before it starts");
}

static bool told(struct cursor *c)
{
    return tell(c) && (!eats(c, ", to") || look_teller(c));
}

static bool notice_line_of(struct cursor *c)
{
    if (eat(c, "any"))
        return any(c);
    if (eats(c, "and of"))
        return look_sizes(c);
    if (eats(c, "told by"))
        return look_teller(c);
    if (eats(c, "not counting"))
        return look_items(c) && look_stated(c);
    return told(c);
}

/* ---- steps -------------------------------------------------------------- */

static bool unit_paths(struct cursor *c)
{
    do
        if (!want_unit(c))
            return false;
    while (eat(c, "+"));
    return true;
}

static bool what(struct cursor *c)
{
    if (memchr(word(c).at, '/', word(c).len) && !is_number(c))
        return unit_paths(c);
    return look_terms(c) && look_stated(c);
}

static bool deed(struct cursor *c)
{
    static const char *const does[] = { "withdraws", "moves" };
    for (int i = 0; i < 2; i++)
        if (eat(c, does[i]))
            return what(c) && want(c, "from") && look_spot(c) &&
                   (!eat(c, "to") || look_spot(c));
    if (eat(c, "destroys") || eat(c, "disbands"))
        return what(c) &&
               (!is_place(c) || is2(c, "in", "total") || look_place(c)) &&
               (!eat(c, "in") || (want(c, "total since") && look_moment(c)));
    if (eat(c, "transfers"))
        return what(c) && want(c, "to") && want_name(c, NAME_PARTY) >= 0;
    if (eat(c, "reaches"))
        return look_measure(c);
    if (!eat(c, "accepts"))
        return expected(c, "what it does: `withdraws`, `moves`, `destroys`, "
                           "`disbands`, `reaches`, `transfers` or `accepts`");
    if (!want(c, "an inspection") ||
        (eat(c, "by") && want_name(c, NAME_PARTY) < 0) || !want(c, "at"))
        return false;
    do
        if (want_name(c, NAME_SITE) < 0)
            return false;
    while (eat(c, "+"));
    return true;
}

static bool step_line_of(struct cursor *c)
{
    struct duration d;
    if (eats(c, "none returns or is replaced"))
        return eats(c, "for good") || (want(c, "for") && want_duration(c, &d));
    if (eats(c, "verified by"))
        return look_teller(c) && (!eat(c, "within") || want_duration(c, &d)) &&
               (!eats(c, ", parts") ||
                (want(c, "within") && want_duration(c, &d) &&
                 want(c, "of each other")));
    if (eat(c, "begins"))
        return want(c, "on or before") && look_moment(c);
    return look_whom(c) && deed(c);
}

/* ---- consents and remedies ---------------------------------------------- */

static bool consent_line_of(struct cursor *c)
{
    if (eat(c, "any") ? !(look_items(c) && tail(c)) : want_clause(c) < 0)
        return false;
    return want(c, "needs consent of") && look_teller(c);
}

static bool remedy_line_of(struct cursor *c)
{
    struct duration d;
    if (eats(c, "resumes when"))
        return want_clause(c) >= 0 && want(c, "has been kept for") &&
               want_duration(c, &d);
    if (!want(c, "on breach of") || want_clause(c) < 0 || !want(c, "by") ||
        !look_whom(c) || !want(c, ":") || !look_whom(c) || !want(c, "may"))
        return false;
    return eat(c, "leave") || (want(c, "suspend") && want_clause(c) >= 0);
}

/* ---- all of them -------------------------------------------------------- */

static const struct {
    const char *word;
    bool (*line)(struct cursor *c);
} kinds[] = {
    { "limit", limit_line_of },   { "exception", exception_line_of },
    { "notice", notice_line_of }, { "quota", quota_line_of },
    { "step", step_line_of },     { "consent", consent_line_of },
    { "remedy", remedy_line_of },
};

bool look_clause_line(struct cursor *c, str kind)
{
    bool remedy = str_eq(kind, S("remedy"));
    bool notice = str_eq(kind, S("notice")), quota = str_eq(kind, S("quota"));
    if (is_common(c))
        return common(c);
    bool own = (remedy && is(c, "on")) ||
               (notice && is(c, "by") && kind_ahead(c, 1) == TOKEN_NUMBER) ||
               (quota && is(c, "from")) || (is(c, "within") && is_place(c));
    if (is_span(c) && !own)
        return look_spans(c);
    if (str_eq(kind, S("article")))
        return look_place(c);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_eq(kind, str_of(kinds[i].word)))
            return kinds[i].line(c);
    c->i = c->end; /* a line that is read where it stands: duties.c */
    return true;
}

/* Is it the head of a clause or of an article? Then what is behind its number
 * is read where it stands. */
static bool is_clause(str kind)
{
    for (int k = 0; k <= CLAUSE_UNCODED; k++)
        if (str_eq(kind, str_of(clause_word((enum clause_kind)k))))
            return true;
    return str_eq(kind, S("article"));
}

bool look_over(const struct cursor *at)
{
    struct cursor c = *at;
    struct parser *q = c.q;
    if (q->looking || !c.d.lines_n)
        return true;
    at_line(&c, c.line);
    str kind = token_text(q->keep, c.text, c.d.tokens[0]);
    enum token_kind first = (enum token_kind)c.d.tokens[0].kind;
    bool entry =
        first == TOKEN_DATE || first == TOKEN_INSTANT || first == TOKEN_DATES;
    bool head = c.line == 0, clause = is_clause(kind);
    if (clause && head)
        return true;
    q->looking = true;
    bool good = entry    ? look_entry(&c, head)
                : clause ? look_clause_line(&c, kind)
                         : look_declaration(&c, kind, head);
    good = good && want_end(&c);
    q->looking = false;
    return good;
}
