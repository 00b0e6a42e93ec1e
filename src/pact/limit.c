/* limit.c - limits: measures, bans, what is not counted; see clause.h */
#include "pact/clause.h"
#include "pact/look.h"

/* "1.500" is a thousand and a half, or one and a half. */
static bool two_ways(str w)
{
    size_t dot = 0;
    while (dot < w.len && is_digit(w.at[dot]))
        dot++;
    if (dot < 1 || dot > 3 || w.len != dot + 4 || w.at[dot] != '.' ||
        *w.at == '0')
        return false;
    return is_digit(w.at[dot + 1]) && is_digit(w.at[dot + 2]) &&
           is_digit(w.at[dot + 3]);
}

/* A figure in counted things: either end of it says one thing only. */
bool true_thousand(struct cursor *c, span at)
{
    str w = span_text(c, at);
    size_t range = 0;
    if (!memchr(w.at, '.', w.len))
        return true;
    while (range < w.len && !str_starts(str_cut(w, range, w.len), S("..")))
        range++;
    str ends[2] = { str_cut(w, 0, range), str_cut(w, range + 2, w.len) };
    for (int i = 0; i < 2; i++) {
        if (!two_ways(ends[i]))
            continue;
        str whole = str_cut(ends[i], 0, ends[i].len - 4);
        const char *part = ends[i].at + whole.len + 1;
        struct diag *d = wrong(c, DIAG_THOUSANDS, at,
                               "a point before three digits has no single "
                               "meaning here");
        diag_because(c->q->diags, d, "it could be %.*s_%.*s or %.*s",
                     STR(whole), 3, part, STR(ends[i]));
        diag_help(c->q->diags, d,
                  "write %.*s_%.*s for the whole number, or leave "
                  "out zeros at the end of the decimals",
                  STR(whole), 3, part);
        return false;
    }
    return true;
}

bool bound(struct cursor *c, enum relation *out)
{
    static const struct {
        const char *words;
        enum relation relation;
    } bounds[] = { { "at most", AT_MOST },       { "at least", AT_LEAST },
                   { "exactly", EXACTLY },       { "up to", AT_MOST },
                   { "no more than", AT_MOST },  { "not more than", AT_MOST },
                   { "no less than", AT_LEAST }, { "not less than", AT_LEAST },
                   { "no fewer than", AT_LEAST } };
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        if (eats(c, bounds[i].words)) {
            *out = bounds[i].relation;
            return true;
        }
    return false;
}

/* The whole line, for messages about what it lacks. */
span rest_of_line(const struct cursor *c)
{
    const struct line *l = &c->d.lines[c->line];
    if (!l->n)
        return (span){ c->d.file, l->from, l->to };
    return (span){ c->d.file, c->d.tokens[l->first].from,
                   c->d.tokens[l->first + l->n - 1].to };
}

struct limit_row *row_add(struct making *m, span at)
{
    struct limit_row *r =
        push(m->c->q->keep, m->k->rows, m->k->rows_n, m->rows_cap);
    *r = (struct limit_row){ .at = at, .line = ++m->lines, .event = -1 };
    return r;
}

static void mark_rows(struct making *m, size_t first, str unjudged)
{
    for (size_t i = first; i < m->k->rows_n; i++)
        m->k->rows[i].unjudged = unjudged;
}

/* Is a figure here that is no plain number? */
static bool hangs(const struct cursor *c)
{
    bool share =
        is_number(c) && (str_ends(word(c), S("%")) || is_ahead(c, 1, "of"));
    return word_kind(c) == TOKEN_RANGE || is(c, "between") || is(c, "the") ||
           share || (!is_number(c) && find(c->q, word(c), NAME_NUMBER) >= 0);
}

/* A figure, in whatever it is measured in. */
struct figured {
    qty n;                         /* NONE: by the formula */
    const struct formula *formula; /* or NULL */
    char dimension;
    span at;
};

static bool any_figure(struct cursor *c, struct figured *f)
{
    uint32_t i = c->i;
    *f = (struct figured){ .at = here(c) };
    if (is(c, "all") || is(c, "as"))
        return later(c);
    if (is_number(c) && str_ends(word(c), S("%")) && !is_ahead(c, 1, "of"))
        return later(c); /* a share of the line above */
    if (hangs(c)) {
        if (!want_figure(c, &f->n, &f->formula, &f->dimension))
            return false;
    } else if (figure_slip(c) || !want_qty(c, &f->n)) {
        return false;
    }
    bool ok = true_thousand(c, f->at);
    f->at = since(c, i);
    return ok;
}

bool figure(struct cursor *c, qty *out, const struct formula **formula)
{
    struct figured f;
    if (!any_figure(c, &f) || !plain_things(c, f.at, f.dimension))
        return false;
    *out = f.n;
    *formula = f.formula;
    return !is_sum(c) || later(c);
}

/* F, in kilograms or metres, becomes a figure in the unit of a sum. */
static bool in_its_unit(struct cursor *c, struct figured *f,
                        const struct summed *sum)
{
    if (f->dimension != sum->dimension) {
        struct diag *d = wrong(c, DIAG_DIMENSION, f->at,
                               "this figure is in another measure than "
                               "`%.*s` is stated in",
                               STR(sum->attr));
        if (sum->dimension)
            diag_help(c->q->diags, d,
                      "write the unit: `15_000 %.*s of ITEM`, or a named "
                      "number with it",
                      STR(sum->unit));
        else
            diag_help(c->q->diags, d, "name a number without a unit");
        return false;
    }
    qty by = qty_div(qty_int(1), sum->factor);
    f->n = qty_mul(f->n, by);
    if (f->formula && sum->dimension)
        f->formula = formula_times(c, f->formula, by);
    return true;
}

/* What F counts: things, or a sum of an attribute of them. */
static bool counted(struct cursor *c, struct figured *f, struct kinds *k)
{
    bool by_name = is_ahead(c, 1, "on");
    if (!is_sum(c))
        return plain_things(c, f->at, f->dimension) && want_kinds(c, k);
    if (!want_sum(c, k))
        return false;
    return by_name ? in_its_unit(c, f, k->sum)
                   : plain_things(c, f->at, f->dimension);
}

bool want_plain_terms(struct cursor *c, qty *out, struct kinds *k)
{
    struct figured f;
    uint32_t i = c->i;
    if (!any_figure(c, &f))
        return false;
    if (f.formula)
        return c->i = i, later(c); /* a figure that hangs on something */
    bool ok = counted(c, &f, k);
    *out = f.n;
    return ok;
}

static void set_figure(struct cursor *c, struct limit_row *r,
                       const struct figured *f)
{
    r->amount = f->n;
    r->formula = f->formula;
    r->figure = f->formula ? span_text(c, f->at) : S("");
}

bool amount(struct cursor *c, qty *out)
{
    const struct formula *formula;
    uint32_t i = c->i;
    if (!figure(c, out, &formula))
        return false;
    if (!formula)
        return true;
    c->i = i;
    return later(c); /* a figure that hangs on something */
}

/* What is counted by words of the language, and not judged yet. */
static bool counted_later(const struct cursor *c)
{
    static const char *const built_in[] = { "movement",   "change", "stay",
                                            "inspection", "sites",  "units" };
    bool any = false;
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
        any = any || is(c, built_in[i]);
    return any && find(c->q, word(c), NAME_ITEM) < 0 &&
           find(c->q, word(c), NAME_SET) < 0;
}

/* R counts events: those of kind EVENT, the word at FIRST. */
static void one_event(struct cursor *c, struct limit_row *r, int event,
                      uint32_t first)
{
    int *only = new_one(c->q->keep, int);
    *only = r->event = event;
    r->events = only;
    r->events_n = 1;
    r->kinds.text = span_text(c, since(c, first));
}

static bool terms(struct making *m, enum relation rel, span at)
{
    struct cursor *c = m->c;
    for (;;) {
        struct figured f;
        struct kinds k = { 0 };
        if (!any_figure(c, &f))
            return false;
        int event = find(c->q, word(c), NAME_EVENT);
        uint32_t first = c->i;
        if (event >= 0)
            c->i++; /* how many events */
        else if (counted_later(c))
            return later(c);
        else if (!counted(c, &f, &k))
            return false;
        if (is(c, "destroyed") ||
            (event >= 0 && (rel == EXACTLY || f.formula)))
            return later(c);
        if (event >= 0 && !plain_things(c, f.at, f.dimension))
            return false;
        struct limit_row *r = row_add(m, at);
        r->relation = rel;
        r->kinds = k;
        set_figure(c, r, &f);
        if (event >= 0)
            one_event(c, r, event, first);
        if (is(c, "or"))
            return later(c);
        bool more = (is(c, ",") || is(c, "and")) && c->i + 1 < c->end &&
                    is_amount(c, 1);
        if (!more)
            return true;
        c->i++;
    }
}

/* exercise { or launching }: either of them. */
static bool either_event(struct cursor *c, struct limit_row *r)
{
    int *events = NULL;
    size_t n = 0, cap = 0;
    uint32_t i = c->i;
    do {
        int e = want_name(c, NAME_EVENT);
        if (e < 0)
            return false;
        *push(c->q->keep, events, n, cap) = e;
    } while (eat(c, "or"));
    r->event = events[0];
    r->events = events;
    r->events_n = n;
    r->kinds.text = span_text(c, since(c, i));
    return true;
}

/* `no tank and artillery`: each judged alone, zero allowed; `no tank or
 * artillery`: whatever is one of them. */
static bool ban(struct making *m, span at)
{
    struct cursor *c = m->c;
    bool events = find(c->q, word(c), NAME_EVENT) >= 0;
    do {
        struct limit_row r = { .event = -1 };
        if (events      ? !either_event(c, &r)
            : is_sum(c) ? !want_sum(c, &r.kinds)
                        : !want_any_kinds(c, &r.kinds))
            return false;
        struct limit_row *to = row_add(m, at);
        r.at = to->at;
        r.line = to->line;
        r.amount = qty_int(0);
        *to = r;
    } while (eat(c, "and"));
    return true;
}

/* `only tank and artillery`: a ban of all that is neither. */
static bool only(struct making *m, span at)
{
    struct cursor *c = m->c;
    struct kinds others;
    for (uint32_t i = 0; i < c->end - c->i; i++)
        if (find(c->q, word_ahead(c, i), NAME_EVENT) >= 0)
            return later(c);
    if (!want_other_kinds(c, &others))
        return false;
    struct limit_row *r = row_add(m, at);
    r->amount = qty_int(0);
    r->kinds = others;
    return true;
}

bool no_bearer(struct cursor *c, span at, const char *what)
{
    struct diag *d = wrong(c, DIAG_NOBODY, at, "this does not say %s", what);
    diag_help(c->q->diags, d,
              "say `of each party`, `of side NAME` or the like");
    return false;
}

/* [of SIZE] [of WHOM] */
bool want_of(struct cursor *c, struct sizes *sizes, struct subjects *who)
{
    for (uint32_t i = c->i; eat(c, "of"); i = c->i) {
        if (is_size(c)) {
            if (!want_sizes(c, sizes))
                return false;
            continue;
        }
        bool again = who->n > 0;
        if (!want_subjects(c, who))
            return false;
        if (again)
            return said_twice(c, since(c, i));
    }
    return true;
}

bool want_tail(struct cursor *c, struct tail *t, bool anybody)
{
    bool bad;
    if (!want_of(c, &t->sizes, &t->who))
        return false;
    if (!take_stated(c, &t->stated, &bad) && bad)
        return false;
    if (!is_place(c))
        return true;
    if (!t->who.n && anybody) {
        int *place = new_one(c->q->keep, int);
        t->places = place;
        return want_place(c, place);
    }
    if (!t->who.n)
        return later(c); /* e.g. `in the territory of each party` alone */
    t->places = want_places(c, &t->who);
    return t->places != NULL;
}

/* ---- in what time events are counted ------------------------------------ */

/* [in a calendar year, in 3 rolling months, in a year from 1 July, at once] */
static bool take_period(struct cursor *c, struct period *p)
{
    uint32_t i = c->i;
    if (!is_period(c))
        return true; /* none: those that go on */
    if (!want_period(c, p))
        return false;
    if (p->kind == PERIOD_CALENDAR && p->span.unit < DAYS)
        return later_as(c, since(c, i), S("a period of less than a day"));
    return true;
}

/* ---- the tail of a line ------------------------------------------------- */

/* The tail of the rows from FIRST on. */
static bool tail(struct making *m, size_t first)
{
    struct cursor *c = m->c;
    struct limit_row *rows = m->k->rows;
    struct tail t = { 0 };
    struct period period = { 0 };
    span line = rest_of_line(c);
    bool whom = false, bends = m->k->kind == CLAUSE_EXCEPTION;
    bool events = rows[first].event >= 0, with = false;
    for (uint32_t i = 0; i < c->end - c->i; i++)
        whom = whom || is_ahead(c, i, "of");
    if (events && eat(c, "by")) {
        if (!want_with(c, &t.sizes))
            return false;
        with = true;
    }
    if (!bends && is_place(c) && whom) {
        struct diag *d = wrong(c, DIAG_NOBODY, line,
                               "this does not say whose forces it binds");
        diag_help(c->q->diags, d,
                  "`of WHOM` stands before the place: `at most N ITEMS of "
                  "WHOM in ZONE`");
        return false;
    }
    if (!bends && !is(c, "of"))
        return no_bearer(c, line, "whose forces it binds");
    if (!want_tail(c, &t, bends))
        return false;
    if (events) {
        if (!take_period(c, &period))
            return false;
    } else if (is_period(c) || is(c, "as")) {
        return later(c);
    }
    if (!want_end(c))
        return false;
    if (!bends && !t.who.n)
        return no_bearer(c, line, "whose forces it binds");
    if (t.sizes.n && !events)
        return later_as(c, line, S("the size of what is counted"));
    if (!t.places && !bends)
        t.places = new_n(c->q->keep, int, t.who.n);
    for (size_t i = first; i < m->k->rows_n; i++) {
        if (bends && rows[i].formula)
            return later_as(c, line,
                            S("an exception's figure that hangs on "
                              "something"));
        if (!formula_is_of(c, rows[i].at, rows[i].formula, &t.who))
            return false;
        rows[i].sizes = t.sizes;
        if (with)
            rows[i].kinds.text =
                str_fmt(c->q->keep, "%.*s %.*s", STR(rows[i].kinds.text),
                        STR(t.sizes.at[0].text));
        rows[i].subjects = t.who;
        rows[i].stated = t.stated;
        rows[i].places = t.places;
        rows[i].period = period;
    }
    return true;
}

/* A number that is the whole of `of which at most 40 that are active`. */
static bool bare_number(const struct cursor *c)
{
    return is_number(c) && (is_ahead(c, 1, "that") || is_ahead(c, 1, "in") ||
                            is_ahead(c, 1, "at") || is_ahead(c, 1, "within") ||
                            c->i + 1 == c->end);
}

/* The rows of a share: whom, place and status of the line ABOVE, narrowed. */
static void narrow(struct making *m, size_t first,
                   const struct limit_row *above, const struct stated *stated,
                   const int *places)
{
    struct parser *q = m->c->q;
    size_t n = above->subjects.n;
    int *both = new_n(q->keep, int, n + 1);
    bool known = true;
    str unjudged = S("");
    for (size_t i = 0; i < n; i++) {
        both[i] = places ? spot_and(q, above->places[i], places[i])
                         : above->places[i];
        known = known && both[i] >= 0;
    }
    struct stated all = above->stated;
    if (!known)
        unjudged = S("sites within the place of the line above");
    else if (!stated_and(&all, stated))
        unjudged = S("so many statuses, with those of the line above");
    if (unjudged.len)
        not_judged_yet(m->c, m->k->rows[first].at, unjudged);
    for (size_t i = first; i < m->k->rows_n; i++) {
        struct limit_row *r = &m->k->rows[i];
        r->subjects = above->subjects;
        r->stated = all;
        formula_is_of(m->c, r->at, r->formula, &r->subjects);
        r->places = both;
        r->share = true;
        r->unjudged = unjudged;
    }
}

/* 10%: of the figure of the line above, exactly. */
static bool share_of(struct cursor *c, struct figured *f,
                     const struct limit_row *above)
{
    uint32_t i = c->i;
    qty share;
    if (!want_qty(c, &share))
        return false;
    f->at = since(c, i);
    f->n = qty_mul(above->amount, share);
    f->formula =
        above->formula ? formula_times(c, above->formula, share) : NULL;
    return above->formula || fits(c, i, f->n);
}

/* X and Y: all groups of both must be met. */
static struct sizes both_sizes(struct parser *q, const struct sizes *x,
                               const struct sizes *y)
{
    struct sizes z = { .n = x->n + y->n, .groups = x->groups + y->groups };
    z.at = new_n(q->keep, struct size, z.n + 1);
    z.group = new_n(q->keep, size_t, z.n + 1);
    for (size_t i = 0; i < z.n; i++) {
        bool first = i < x->n;
        z.at[i] = first ? x->at[i] : y->at[i - x->n];
        z.group[i] = first ? x->group[i] : x->groups + y->group[i - x->n];
    }
    return z;
}

/* of which at most 3 EVENT [of SIZE] [in Z]: of those that the line above
 * counts. The words up to the bound are read. */
static bool which_events(struct making *m, span at, enum relation rel,
                         const struct limit_row *above)
{
    struct cursor *c = m->c;
    struct stated none = { 0 };
    struct sizes own = { 0 };
    const int *places = NULL;
    size_t first = m->k->rows_n;
    if (!terms(m, rel, at))
        return false;
    struct limit_row *r = &m->k->rows[first];
    if (m->k->rows_n > first + 1 || r->event < 0) {
        wrong(c, DIAG_EXPECTED, at,
              "the line above counts events, so this has to say how many of "
              "them, such as `of which at most 3 %.*s`",
              STR(above->kinds.text));
        return false;
    }
    while (eat(c, "of"))
        if (!want_sizes(c, &own))
            return false;
    if (is_place(c) && !(places = want_places(c, &above->subjects)))
        return false;
    if (!want_end(c))
        return false;
    narrow(m, first, above, &none, places);
    r->period = above->period;
    r->sizes = both_sizes(c->q, &above->sizes, &own);
    return true;
}

/* of which at most 40 [tank] [that are active] [in Z] */
static bool which(struct making *m, span at)
{
    struct cursor *c = m->c;
    enum relation rel;
    struct stated stated = { 0 };
    const int *places = NULL;
    bool bad;
    if (m->above_failed)
        return false; /* reported there */
    if (m->above_later || (m->above >= 0 && m->k->rows[m->above].unjudged.len))
        return later(c); /* a share of what is not judged */
    if (m->above < 0)
        return expected(c, "a measure line above `of which`");
    size_t first = m->k->rows_n;
    if (!bound(c, &rel))
        return expected(c, "`at most`, `at least` or `exactly`");
    struct limit_row above = m->k->rows[m->above];
    if (above.event >= 0)
        return which_events(m, at, rel, &above);
    if (above.as_on.kind)
        return later(c);
    if (bare_number(c)) {
        struct figured f = { .at = here(c) };
        if (m->above_n != 1) {
            struct diag *d = wrong(c, DIAG_EXPECTED, here(c),
                                   "this does not say of which item, and the "
                                   "line above counts several");
            diag_help(c->q->diags, d, "name the item after the figure");
            return false;
        }
        bool percent = str_ends(word(c), S("%"));
        if (percent
                ? !share_of(c, &f, &above)
                : !any_figure(c, &f) || !plain_things(c, f.at, f.dimension))
            return false;
        struct limit_row *r = row_add(m, at);
        r->relation = rel;
        r->kinds = above.kinds;
        set_figure(c, r, &f);
    } else if (!terms(m, rel, at)) {
        return false;
    }
    if (is(c, "of"))
        return later(c);
    if (!take_stated(c, &stated, &bad) && bad)
        return false;
    if (is_place(c) && !(places = want_places(c, &above.subjects)))
        return false;
    if (!want_end(c))
        return false;
    narrow(m, first, &above, &stated, places);
    return true;
}

/* `at mots`, `no more then`: the words of a bound, misspelt. */
static bool half_bound(struct cursor *c)
{
    enum relation rel;
    struct cursor try = *c;
    bool at = is(c, "at"),
         no = (is(c, "no") || is(c, "not")) &&
              (is_ahead(c, 1, "more") || is_ahead(c, 1, "less") ||
               is_ahead(c, 1, "fewer"));
    if ((!at && !no) || bound(&try, &rel))
        return false;
    c->i += at ? 1 : 2;
    expected(c, at ? "`at most` or `at least`"
                   : "`than`, such as `no more than 100`");
    return true;
}

/* A line that measures: its rows, or one row that is not judged yet. */
bool measure_line(struct making *m)
{
    struct cursor *c = m->c;
    span at = rest(c);
    enum relation rel;
    size_t first = m->k->rows_n;
    int lines = m->lines;
    bool share = eats(c, "of which");
    bool ok = half_bound(c)    ? false
              : share          ? which(m, at)
              : bound(c, &rel) ? is(c, "as")
                                     ? as_many_line(m, rel, at)
                                     : terms(m, rel, at) && tail(m, first)
              : eat(c, "no") ? ban(m, at) && tail(m, first)
              : eat(c, "only") ? only(m, at) && tail(m, first)
                               : expected(c, "a measure, such as `at most 120 "
                                             "tank of each party in ZONE`");
    if (ok && c->unjudged.len)
        mark_rows(m, first, c->unjudged);
    if (!ok) {
        m->k->rows_n = first;
        m->lines = lines;
        if (c->unjudged.len)
            row_add(m, at)->unjudged = c->unjudged;
    }
    if (!share) {
        m->above = ok ? (int)first : -1;
        m->above_failed = !ok && !c->unjudged.len;
        m->above_later = !ok && c->unjudged.len;
        m->above_n = m->k->rows_n - first;
    }
    return ok;
}

bool limit_line(struct making *m)
{
    struct cursor *c = m->c;
    bool less = is2(c, "not", "counting"), as = is(c, "counting");
    if (!less && !as)
        return measure_line(m);
    bool ok = less ? (c->i += 2, uncount(m)) : later(c);
    if (c->unjudged.len) { /* it bears on every line of the clause */
        m->k->unjudged = c->unjudged;
        m->k->opaque = true;
    }
    return ok;
}

bool one_measure(struct cursor *c, struct limit_row *out)
{
    struct clause scratch = { .kind = CLAUSE_LIMIT };
    struct making m = { .c = c, .k = &scratch, .above = -1 };
    span at = rest(c);
    if (!measure_line(&m) || scratch.rows[0].unjudged.len)
        return false;
    *out = scratch.rows[0];
    if (out->formula || out->as_on.kind)
        return later_as(c, at,
                        S("a condition on a figure that hangs on "
                          "something"));
    if (scratch.rows_n == 1 && out->subjects.n == 1 && out->event < 0)
        return true;
    return later_as(c, at, S("a condition on several figures, or on events"));
}
