/* look_where.c - places and times in lines not judged yet; see look.h
 *
 * Only names and figures are checked: no zone is made of them.
 */
#include "pact/look.h"
#include "pact/place.h"

/* ---- places ------------------------------------------------------------- */

static bool zone(struct cursor *c, bool its, bool sites)
{
    static const enum name_kind plain[] = { NAME_ZONE, NAME_SITE };
    static const enum name_kind owned[] = { NAME_OWNED, NAME_ZONE, NAME_SITE };
    str name;
    if (eat(c, "area"))
        return want_string(c, &name);
    if (its && eat(c, "territory"))
        return true;
    return its ? look_name(c, owned, sites ? 3 : 2)
               : look_name(c, plain, sites ? 2 : 1);
}

bool look_zones(struct cursor *c, bool sites)
{
    bool its = eat(c, "its");
    do
        if (!zone(c, its, sites))
            return false;
    while (eat(c, "+") || eat(c, "&") || eat(c, "-"));
    return true;
}

static bool length(struct cursor *c)
{
    double m;
    if (is_number(c))
        return want_length(c, &m);
    return look_figure(c);
}

bool look_far(struct cursor *c)
{
    c->i += is(c, "nearer") ? 2 : 1;
    if (eat(c, "its")) { /* its range */
        static const enum name_kind kinds[] = { NAME_ATTR, NAME_NUMBER };
        if (!look_name(c, kinds, 2))
            return false;
    } else if (!length(c)) {
        return false;
    }
    return want(c, "of") && look_zones(c, true);
}

/* A degree, or the name of a line, behind the wind and `of`. */
bool look_half(struct cursor *c)
{
    c->i++;
    if (!want(c, "of"))
        return false;
    if (!is_number(c))
        return zone(c, false, true);
    c->i++;
    return eat(c, "N") || eat(c, "S") || eat(c, "E") || eat(c, "W") ||
           expected(c, "`N`, `S`, `E` or `W`");
}

bool look_cuts(struct cursor *c)
{
    while (is(c, ",") &&
           (is_ahead(c, 1, "inside") || is_ahead(c, 1, "outside") ||
            wind(word_ahead(c, 1)) >= 0)) {
        c->i++;
        if (wind(word(c)) >= 0 ? !look_half(c)
                               : (c->i++, !look_zones(c, false)))
            return false;
    }
    return true;
}

bool look_position(struct cursor *c)
{
    struct geo_point p;
    struct cursor ahead = *c;
    char dim;
    ahead.i++;
    take_unit(&ahead, &dim);
    if (dim != 'l')
        return want_point(c, &p);
    if (!length(c))
        return false;
    if (wind(word(c)) < 0)
        return expected(c, "a direction, such as `south-west`");
    c->i++;
    return want(c, "of") && want_name(c, NAME_SITE) >= 0;
}

/* behind `at` */
static bool at_sites(struct cursor *c)
{
    if (is_number(c))
        return look_position(c);
    if (eat(c, "sites"))
        return (eat(c, "with") || want(c, "without")) &&
               (eat(c, "storage") || look_thing(c)) && look_stated(c);
    do
        if (want_name(c, NAME_SITE) < 0)
            return false;
    while (eat(c, "+"));
    return true;
}

bool look_place(struct cursor *c)
{
    bool good = eat(c, "at")                     ? at_sites(c)
                : eats(c, "in the territory of") ? look_whom(c)
                : is_far(c)                      ? look_far(c)
                : eat(c, "outside")              ? look_zones(c, false)
                                    : want(c, "in") && look_zones(c, false);
    return good && look_cuts(c);
}

bool look_spot(struct cursor *c)
{
    return (is_far(c) ? look_far(c) : look_zones(c, false)) && look_cuts(c);
}

bool look_moves(struct cursor *c)
{
    do
        if (!eat(c, "into") && !eats(c, "out of") && !eat(c, "through") &&
            !eat(c, "inside"))
            return expected(c, "`into`, `out of`, `through` or `inside`");
    while (eat(c, "or"));
    if (eat(c, "the"))
        return want(c, "site named");
    return look_spot(c);
}

/* ---- times -------------------------------------------------------------- */

bool want_time_unit(struct cursor *c, enum time_unit *out)
{
    if (!time_unit(word(c), out))
        return expected(c, "a unit of time, such as `month`");
    c->i++;
    return true;
}

bool want_year_day(struct cursor *c, struct year_day *out)
{
    static const char *const months[] = { "January", "February", "March",
                                          "April",   "May",      "June",
                                          "July",    "August",   "September",
                                          "October", "November", "December" };
    static const int days[] = {
        31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    };
    qty n;
    if (!is_number(c))
        return expected(c, "a day of the year, such as `15 December`");
    span at = here(c);
    if (!want_qty(c, &n))
        return false;
    for (int i = 0; i < 12; i++) {
        if (!eat(c, months[i]))
            continue;
        *out = (struct year_day){ i + 1, (int)n.num };
        if (n.den == 1 && n.num >= 1 && n.num <= days[i])
            return true;
        struct diag *d = wrong(c, DIAG_NO_SUCH_DAY, at, "%s has no day %.*s",
                               months[i], STR(span_text(c, at)));
        diag_help(c->q->diags, d, "%s has %d days", months[i], days[i]);
        return false;
    }
    return expected(c, "a month, such as `December`");
}

bool is_period(const struct cursor *c)
{
    return is2(c, "in", "a") || is2(c, "at", "once") ||
           (is(c, "in") && kind_ahead(c, 1) == TOKEN_NUMBER);
}

bool want_period(struct cursor *c, struct period *out)
{
    qty n = qty_int(1);
    uint32_t i = c->i;
    *out = (struct period){ .kind = PERIOD_NOW };
    if (eats(c, "at once"))
        return true;
    if (!eats(c, "in a") && (!want(c, "in") || !want_qty(c, &n)))
        return false;
    if (n.den != 1 || n.num < 1 || n.num > 1000)
        return expected(c, "a whole number of years or months before this");
    out->span.n = (int64_t)n.num;
    if (n.num == 1 && is2(c, "year", "from")) {
        out->kind = PERIOD_FROM_DAY;
        out->span.unit = YEARS;
        c->i += 2;
        return want_year_day(c, &out->from);
    }
    out->kind = is(c, "calendar") ? PERIOD_CALENDAR : PERIOD_ROLLING;
    if (eat(c, "calendar") || eat(c, "rolling"))
        return want_time_unit(c, &out->span.unit);
    if (!time_unit(word(c), &out->span.unit))
        return expected(c, "`calendar` or `rolling`, such as `in a calendar "
                           "year`");
    c->i++;
    struct diag *d = wrong(c, DIAG_EXPECTED, since(c, i),
                           "a period has no single meaning without its kind");
    diag_help(c->q->diags, d,
              "write `calendar` (from its first day to its last), `rolling` "
              "(so long, ending with the day), or `in a year from 1 July`");
    return false;
}

static bool at_step(struct cursor *c)
{
    str id;
    span at = here(c);
    return want_id(c, &id) && known_step(c, at, id) && want(c, "is") &&
           (eat(c, "done") || eat(c, "verified") ||
            expected(c, "`done` or `verified`"));
}

static bool moment_here(struct cursor *c)
{
    struct duration d;
    for (;;) {
        enum token_kind k = word_kind(c);
        if (k == TOKEN_DATE || k == TOKEN_INSTANT) {
            c->i++;
            return true;
        }
        if (k != TOKEN_NUMBER)
            break;
        if (!want_duration(c, &d))
            return false;
        if (!eat(c, "after") && !eat(c, "before"))
            return expected(c, "`after` or `before`");
    }
    if (eats(c, "entry into force") || eat(c, "signature"))
        return true;
    if (eats(c, "the earlier of") || eats(c, "the later of"))
        return look_moment(c) && want(c, "and") && look_moment(c);
    if (eats(c, "the day"))
        return want(c, "of") && want_name(c, NAME_EVENT) >= 0 &&
               want(c, "of") && want_unit(c);
    if (eat(c, "step"))
        return at_step(c);
    if (word_kind(c) != TOKEN_WORD || reserved(word(c)))
        return expected(c, "a date or another moment, such as `2024-04-30`");
    return want_name(c, NAME_DATE) >= 0;
}

bool look_moment(struct cursor *c)
{
    enum { NESTED_MOST = 100 };
    if (c->q->moments >= NESTED_MOST)
        return expected(c, "a moment that hangs on fewer others");
    c->q->moments++;
    bool good = moment_here(c);
    c->q->moments--;
    return good;
}

static bool hour(struct cursor *c)
{
    if (word_kind(c) != TOKEN_TIME)
        return expected(c, "a time of day, such as `08:00`");
    c->i++;
    return true;
}

bool is_span(const struct cursor *c)
{
    static const char *const words[] = { "from", "until", "by",
                                         "on",   "after", "within" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is(c, words[i]))
            return true;
    return is2(c, "each", "day");
}

static bool one_span(struct cursor *c)
{
    struct duration d;
    if (eats(c, "each day"))
        return want(c, "from") && hour(c) && want(c, "to") && hour(c);
    if (eat(c, "within"))
        return want_duration(c, &d) &&
               (eat(c, "of") || eat(c, "after") ||
                expected(c, "`of` or `after`")) &&
               look_moment(c);
    if (!is_span(c))
        return expected(c, "a time (`from`, `until`, `by`, `within` ...)");
    c->i++;
    return look_moment(c);
}

bool look_spans(struct cursor *c)
{
    do
        if (!eat(c, "renewable") && !one_span(c))
            return false;
    while (eat(c, ","));
    return true;
}
