/* time.c - numbers, lengths, durations, moments and spans; see parse.h */
#include "pact/look.h"

bool is_number(const struct cursor *c)
{
    return word_kind(c) == TOKEN_NUMBER;
}

bool want_qty(struct cursor *c, qty *out)
{
    bool big;
    if (is_number(c)) {
        if (qty_read(word(c), out, &big)) {
            c->i++;
            return true;
        }
        struct diag *d = wrong(c, DIAG_TOO_BIG, here(c),
                               "the number does not fit in 128 bits");
        diag_help(c->q->diags, d, "write it in a larger unit");
        return false;
    }
    int n = find(c->q, word(c), NAME_NUMBER);
    if (n < 0 || !resolve_number(c->q, n))
        return n < 0 ? expected(c, "a number") : false;
    *out = c->q->numbers_of[n];
    c->i++;
    return true;
}

bool fits(struct cursor *c, uint32_t i, qty made)
{
    if (qty_ok(made))
        return true;
    struct diag *d = wrong(c, DIAG_TOO_BIG, since(c, i),
                           "what this comes to does not fit in 128 bits");
    diag_help(c->q->diags, d, "write it in a larger unit");
    return false;
}

/* What looks like a figure and is none: say how it is written. Else false. */
bool figure_slip(struct cursor *c)
{
    static const char *const vague[] = { "about", "around", "approximately",
                                         "circa", "some",   "nearly" };
    str w = word(c);
    const char *how = NULL;
    for (size_t i = 0; i < sizeof vague / sizeof *vague; i++)
        if (is(c, vague[i]))
            how = "say how exactly it is known: `1_800..2_200 troops`, or `at "
                  "least 2_000 troops`";
    bool digits = w.len && *w.at >= '0' && *w.at <= '9';
    if (is_number(c) && kind_ahead(c, 1) == TOKEN_NUMBER)
        how = "part the digits of one figure with _, as in 4_000";
    else if (digits && word_kind(c) == TOKEN_WORD && memchr(w.at, '-', w.len))
        how = "a range is written with two points, as in 1_800..2_200";
    else if (digits && word_kind(c) == TOKEN_WORD)
        how = "digits alone make a figure, parted with _ if they are many, as "
              "in 4_000";
    if (!how)
        return false;
    span at = here(c);
    c->i++;
    if (is_number(c))
        at.to = here(c).to;
    c->i--;
    struct diag *d = wrong(c, DIAG_EXPECTED, at, "'%.*s' is no figure",
                           STR(span_text(c, at)));
    diag_help(c->q->diags, d, "%s", how);
    return true;
}

static bool backwards(struct cursor *c, span at)
{
    struct diag *d =
        wrong(c, DIAG_BACKWARDS, at, "the range ends below where it begins");
    diag_help(c->q->diags, d, "write the smaller figure first");
    return false;
}

static bool range_ends(struct cursor *c, qty *low, qty *high)
{
    str r = word(c);
    size_t dots = 0;
    bool big;
    while (!(r.at[dots] == '.' && r.at[dots + 1] == '.'))
        dots++;
    if (qty_read(str_cut(r, 0, dots), low, &big) &&
        qty_read(str_cut(r, dots + 2, r.len), high, &big)) {
        c->i++;
        return true;
    }
    struct diag *d =
        wrong(c, DIAG_TOO_BIG, here(c), "the numbers do not fit in 128 bits");
    diag_help(c->q->diags, d, "write them in a larger unit");
    return false;
}

bool want_estimate(struct cursor *c, qty *low, qty *high)
{
    uint32_t i = c->i;
    if (word_kind(c) == TOKEN_RANGE) {
        if (!range_ends(c, low, high))
            return false;
    } else if (eat(c, "between")) {
        if (!want_qty(c, low) || !want(c, "and") || !want_qty(c, high))
            return false;
    } else {
        if (!want_qty(c, low))
            return false;
        *high = *low;
    }
    if (!qty_ok(*low) || !qty_ok(*high)) {
        c->i = i;
        return later(c); /* a named number that is no constant */
    }
    return qty_cmp(*low, *high) <= 0 || backwards(c, since(c, i));
}

/* See parse.h. */
qty take_unit(struct cursor *c, char *dim)
{
    static const struct {
        const char *word;
        char dim;
        int64_t num, den;
    } units[] = {
        { "km", 'l', 1000, 1 },     { "m", 'l', 1, 1 },
        { "nmi", 'l', 1852, 1 },    { "ft", 'l', 3048, 10000 },
        { "mm", 'l', 1, 1000 },     { "inch", 'l', 254, 10000 },
        { "t", 'm', 1000, 1 },      { "lt", 'm', 10160469088, 10000000 },
        { "kg", 'm', 1, 1 },        { "minutes", 't', 60, 1 },
        { "hour", 't', 3600, 1 },   { "hours", 't', 3600, 1 },
        { "day", 't', 86400, 1 },   { "days", 't', 86400, 1 },
        { "weeks", 't', 604800, 1 }
    };
    *dim = 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (eat(c, units[i].word)) {
            *dim = units[i].dim;
            return qty_ratio(units[i].num, units[i].den);
        }
    return qty_int(1);
}

/* A number that is a length. */
static bool named_length(struct cursor *c, int number, qty *out)
{
    if (!resolve_number(c->q, number))
        return false;
    const struct number *n = &c->q->p->numbers[number];
    if (n->unjudged.len || n->declared)
        return later(c);
    if (!n->is)
        return false; /* reported where it is said */
    if (n->dimension != 'l') {
        struct diag *d = wrong(c, DIAG_DIMENSION, here(c),
                               "`%.*s` is no length", STR(n->name));
        diag_help(c->q->diags, d,
                  "give it a unit where it is said, such as `25 km`");
        return false;
    }
    if (n->is->op != FORMULA_IS)
        return later(c); /* it hangs on something */
    *out = n->is->low;
    c->i++;
    return true;
}

bool want_length(struct cursor *c, double *metres)
{
    qty n;
    char dim;
    uint32_t i = c->i;
    int named = find(c->q, word(c), NAME_NUMBER);
    if (named >= 0) {
        if (!named_length(c, named, &n))
            return false;
    } else {
        if (!is_number(c))
            return expected(c, "a length, such as `25 km`");
        if (!want_qty(c, &n))
            return false;
        n = qty_mul(n, take_unit(c, &dim));
        if (dim != 'l')
            return expected(c, "a unit of length (km, m, nmi or ft)");
    }
    *metres = qty_double(n);
    if (qty_ok(n) && *metres <= 2.1e7)
        return true;
    struct diag *d = wrong(c, DIAG_TOO_BIG, since(c, i),
                           "no two places are that far apart");
    diag_help(c->q->diags, d, "the Earth's girth is 40_000 km");
    return false;
}

bool time_unit(str w, enum time_unit *out)
{
    static const char *const one[] = { "minute", "hour",  "day",
                                       "week",   "month", "year" };
    if (w.len && w.at[w.len - 1] == 's')
        w.len--;
    for (int i = 0; i < 6; i++)
        if (str_eq(w, str_of(one[i]))) {
            *out = (enum time_unit)i;
            return true;
        }
    return false;
}

bool is_duration(const struct cursor *c)
{
    enum time_unit u;
    return is_number(c) && time_unit(word_ahead(c, 1), &u);
}

str duration_text(struct arena *keep, struct duration d)
{
    static const char *const unit[] = { "minute", "hour",  "day",
                                        "week",   "month", "year" };
    return str_fmt(keep, "%lld %s%s", (long long)d.n, unit[d.unit],
                   d.n == 1 ? "" : "s");
}

bool want_duration(struct cursor *c, struct duration *out)
{
    qty n;
    if (!is_duration(c))
        return expected(c, "a length of time, such as `14 days`");
    span at = here(c);
    if (!want_qty(c, &n))
        return false;
    if (n.den != 1 || n.num > 4000000) {
        struct diag *d = wrong(c, DIAG_TOO_BIG, at,
                               "a length of time is a whole number, at most "
                               "4_000_000");
        diag_help(c->q->diags, d, "use a smaller unit, such as hours");
        return false;
    }
    out->n = (int64_t)n.num;
    time_unit(word(c), &out->unit);
    c->i++;
    return true;
}

/* The calendar ends with year 9999. */
static bool in_calendar(instant t)
{
    return t >= day_opens(day_of((struct civil){ 1, 1, 1 })) &&
           t <= day_opens(day_of((struct civil){ 9999, 12, 31 }));
}

bool duration_add(const struct pact *p, instant at, bool dated,
                  struct duration d, int sign, instant *out)
{
    if (d.unit < MONTHS) {
        static const int each[] = { 60, 3600, 1, 7 };
        int64_t n = sign * d.n * each[d.unit];
        /* hours after a date run from its end */
        bool end = dated && sign > 0;
        *out = d.unit < DAYS
                   ? clock_plus(p->clock, at + (end ? DAY_SECONDS : 0), n)
                   : clock_on(p->clock, at, instant_day(at) + (day)n);
        return in_calendar(*out);
    }
    int n = (int)(d.unit == YEARS ? d.n * 12 : d.n) * sign;
    day to, clamp = 0, next = 0;
    if (d.n > 120000)
        return false;
    if (!day_months(instant_day(at), n, &to, &clamp, &next)) {
        if (!next || p->months == MONTHS_UNSAID)
            return false;
        to = p->months == MONTHS_CLAMP ? clamp : next;
    }
    *out = clock_on(p->clock, at, to);
    return in_calendar(*out);
}

/* "1 month after 2028-01-31": February has no such day. */
static bool no_such_day(struct cursor *c, instant from, struct duration d,
                        int sign, span at)
{
    struct arena *k = c->q->keep;
    day to, clamp = 0, next = 0;
    int n = (int)(d.unit == YEARS ? d.n * 12 : d.n) * sign;
    day start = instant_day(from);
    if (d.unit < MONTHS || d.n > 120000 ||
        day_months(start, n, &to, &clamp, &next) || !next)
        return false;
    str was = day_text(k, start), text = duration_text(k, d);
    str a = day_text(k, clamp), b = day_text(k, next);
    struct diag *e =
        wrong(c, DIAG_MONTHS, at, "\"%.*s %s %.*s\" has no single meaning",
              STR(text), sign > 0 ? "after" : "before", STR(was));
    diag_because(c->q->diags, e,
                 "that month has no day %d. It could be %.*s or %.*s.",
                 day_civil(start).day, STR(a), STR(b));
    diag_help(c->q->diags, e,
              "write `months clamp` (%.*s) or `months next` (%.*s) in the "
              "pact's header, or count in days",
              STR(a), STR(b));
    return true;
}

static bool out_of_years(struct cursor *c, span at)
{
    struct diag *d =
        wrong(c, DIAG_TOO_BIG, at, "this leads out of the years 1 to 9999");
    diag_help(c->q->diags, d, "use a shorter time");
    return false;
}

/* M shifted by D. */
static bool shift(struct cursor *c, struct moment m, struct duration d,
                  int sign, span at, struct moment *out)
{
    *out = m;
    if (m.kind != MOMENT_AT) {
        if (!m.after.n && sign > 0) {
            out->after = d;
            return true;
        }
        struct diag *e =
            wrong(c, DIAG_NO_MOMENT, at,
                  "only one length of time after a step can be counted");
        diag_help(c->q->diags, e,
                  "say it as one length, such as `60 days "
                  "after step 1 is verified`");
        return false;
    }
    if (duration_add(c->q->p, m.at, m.dated, d, sign, &out->at)) {
        out->dated = m.dated && d.unit >= DAYS;
        return true;
    }
    if (no_such_day(c, m.at, d, sign, at))
        return false;
    return out_of_years(c, at);
}

bool moment_after(struct cursor *c, struct moment m, struct duration d,
                  span at, struct moment *out)
{
    return shift(c, m, d, 1, at, out);
}

static bool step_moment(struct cursor *c, struct moment *out)
{
    span at = here(c);
    if (!want_id(c, &out->step) || !known_step(c, at, out->step) ||
        !want(c, "is"))
        return false;
    if (eat(c, "done"))
        out->kind = MOMENT_DONE;
    else if (eat(c, "verified"))
        out->kind = MOMENT_VERIFIED;
    else
        return expected(c, "`done` or `verified`");
    return true;
}

static bool one_of_two(struct cursor *c, bool earlier, struct moment *out)
{
    struct moment a, b;
    uint32_t i = c->i;
    if (!want_moment(c, &a) || !want(c, "and") || !want_moment(c, &b))
        return false;
    if (a.kind != MOMENT_AT || b.kind != MOMENT_AT) {
        struct diag *d = wrong(c, DIAG_NO_MOMENT, since(c, i),
                               "only fixed dates can be compared here");
        diag_help(c->q->diags, d, "name two dates");
        return false;
    }
    *out = (a.at <= b.at) == earlier ? a : b;
    return true;
}

/* An hour that the clock of the zone does not show, or shows twice. */
static bool no_one_hour(struct cursor *c, str s, const struct showing *how)
{
    struct arena *k = c->q->keep;
    str zone = c->q->p->clock->name;
    str a = clock_offset(k, how->offset[0]),
        b = clock_offset(k, how->offset[1]);
    struct diag *d =
        wrong(c, DIAG_CLOCK, here(c), "the clock of %.*s shows %.*s %s",
              STR(zone), STR(s), how->times ? "twice" : "never");
    diag_because(c->q->diags, d,
                 "it is put %s at that time, from %.*s to %.*s",
                 how->times ? "back" : "forward", STR(a), STR(b));
    diag_help(c->q->diags, d,
              how->times ? "write %.*s%.*s for the first of the two, or "
                           "%.*s%.*s"
                         : "write %.*s%.*s if the clock was not put forward, "
                           "%.*s%.*s if it was already",
              STR(s), STR(a), STR(s), STR(b));
    return false;
}

bool want_instant(struct cursor *c, str s, instant *out)
{
    struct stamp stamp;
    struct showing how;
    bool shape;
    stamp_read(s, &stamp, &shape);
    *out = clock_at(c->q->p->clock, stamp, &how);
    return how.times == 1 || no_one_hour(c, s, &how);
}

static bool moment_here(struct cursor *c, struct moment *out)
{
    *out = (struct moment){ 0 };
    uint32_t i = c->i;
    bool shape;
    if (word_kind(c) == TOKEN_DATE) {
        day d = 0;
        day_read(word(c), &d, &shape);
        *out = (struct moment){ .kind = MOMENT_AT,
                                .at = day_opens(d),
                                .dated = true };
        c->i++;
        return true;
    }
    if (word_kind(c) == TOKEN_INSTANT) {
        out->kind = MOMENT_AT;
        bool good = want_instant(c, word(c), &out->at);
        c->i++;
        return good;
    }
    if (is_duration(c)) {
        struct duration d;
        struct moment m;
        if (!want_duration(c, &d))
            return false;
        int sign = eat(c, "after") ? 1 : eat(c, "before") ? -1 : 0;
        if (!sign)
            return expected(c, "`after` or `before`");
        return want_moment(c, &m) && shift(c, m, d, sign, since(c, i), out);
    }
    if (eats(c, "entry into force") || eat(c, "signature")) {
        bool force = c->i - i == 3;
        *out = force ? c->q->p->from : c->q->p->signed_on;
        if (out->kind != MOMENT_NONE)
            return true;
        struct diag *d = wrong(c, DIAG_NO_MOMENT, since(c, i),
                               "the pact does not say when that is");
        diag_help(c->q->diags, d, "write `%s DATE` in the pact's header",
                  force ? "in force from" : "signed");
        return false;
    }
    if (eats(c, "the day"))
        return later(c);
    if (eats(c, "the earlier of"))
        return one_of_two(c, true, out);
    if (eats(c, "the later of"))
        return one_of_two(c, false, out);
    if (eat(c, "step"))
        return step_moment(c, out);
    int n = word_kind(c) == TOKEN_WORD && !reserved(word(c)) &&
                    !(*word(c).at >= '0' && *word(c).at <= '9')
                ? want_name(c, NAME_DATE)
                : (expected(c, "a date or another moment, such as "
                               "`2024-04-30`"),
                   -1);
    if (n < 0)
        return false;
    if (!resolve_date(c->q, n)) {
        if (c->q->dates.at[n].later && look_over(c))
            c->unjudged = S("a date that is not judged yet"); /* reported
                                                where it is declared */
        return false;
    }
    *out = c->q->dates_of[n];
    return true;
}

bool want_moment(struct cursor *c, struct moment *out)
{
    enum { NESTED_MOST = 100 };
    *out = (struct moment){ 0 };
    if (c->q->moments == NESTED_MOST) {
        struct diag *d =
            wrong(c, DIAG_TOO_BIG, rest(c),
                  "more than %d moments hang on each other", NESTED_MOST);
        diag_help(c->q->diags, d, "add them up, or name a date");
        return false;
    }
    c->q->moments++;
    bool good = moment_here(c, out);
    c->q->moments--;
    return good;
}

bool want_time(struct cursor *c, int *minute)
{
    str w = word(c);
    if (word_kind(c) != TOKEN_TIME)
        return expected(c, "a time of day, such as `08:00`");
    *minute = ((w.at[0] - '0') * 10 + w.at[1] - '0') * 60 +
              (w.at[3] - '0') * 10 + w.at[4] - '0';
    c->i++;
    return true;
}

/* "within 30 days of entry into force" */
static bool take_within(struct cursor *c, struct spans *out)
{
    struct duration d;
    uint32_t i = c->i - 1;
    if (!want_duration(c, &d))
        return false;
    if (!eat(c, "of") && !eat(c, "after"))
        return expected(c, "`of` or `after`");
    if (!want_moment(c, &out->anchor))
        return false;
    out->deadlines++;
    out->deadline_at = since(c, i);
    return shift(c, out->anchor, d, 1, since(c, i), &out->deadline);
}

static bool take_one(struct cursor *c, struct spans *out)
{
    uint32_t i = c->i;
    bool begins = is(c, "from") || is(c, "on") || is(c, "after");
    bool ends = is(c, "until") || is(c, "on");
    if ((begins && out->from.kind) || (ends && out->until.kind))
        return said_twice(c, rest(c));
    if (ends)
        out->until_at = rest(c);
    if (eat(c, "from"))
        return want_moment(c, &out->from);
    if (eat(c, "until"))
        return want_moment(c, &out->until);
    if (eat(c, "on")) {
        if (!want_moment(c, &out->from))
            return false;
        out->until = out->from;
        return true;
    }
    if (eat(c, "after")) {
        if (!want_moment(c, &out->from))
            return false;
        if (out->from.kind != MOMENT_AT || !out->from.dated)
            return true;
        out->from.at += DAY_SECONDS;
        return in_calendar(out->from.at) || out_of_years(c, since(c, i));
    }
    if (eat(c, "by")) {
        out->deadlines++;
        bool ok = want_moment(c, &out->deadline);
        out->deadline_at = since(c, i);
        return ok;
    }
    if (eat(c, "within"))
        return take_within(c, out);
    if (eats(c, "each day")) {
        if (out->hours.said)
            return said_twice(c, since(c, i));
        out->hours.said = want(c, "from") && want_time(c, &out->hours.from) &&
                          want(c, "to") && want_time(c, &out->hours.until);
        out->hours_at = since(c, i);
        return out->hours.said;
    }
    return expected(c, "a time (`from`, `until`, `by`, `within` ...)");
}

bool spans_in_order(struct cursor *c, span at, const struct moment *from,
                    const struct moment *until)
{
    if (from->kind != MOMENT_AT || until->kind != MOMENT_AT ||
        from->at <= until->at)
        return true;
    struct diag *d = wrong(c, DIAG_BACKWARDS, at, "it ends before it begins");
    diag_help(c->q->diags, d, "mend one of the two dates");
    return false;
}

bool take_spans(struct cursor *c, struct spans *out, bool *bad)
{
    static const char *const first[] = { "from", "until", "on", "after",
                                         "by" };
    *bad = false;
    enum time_unit u;
    bool any = is2(c, "each", "day") ||
               (is(c, "within") && time_unit(word_ahead(c, 2), &u));
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        any = any || is(c, first[i]);
    /* a day of the year: of a notice */
    if (!any || (is(c, "by") && kind_ahead(c, 1) == TOKEN_NUMBER &&
                 is_ahead(c, 3, ",")))
        return false;
    do {
        if (eat(c, "renewable"))
            break;
        if (!take_one(c, out)) {
            *bad = true;
            return false;
        }
    } while (eat(c, ","));
    *bad = !want_end(c);
    return !*bad;
}
