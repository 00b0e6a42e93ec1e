/* clause.c - clauses: limits, notices, steps; see parse.h
 *
 * A line that is known but not judged yet marks its row or its clause; a
 * line with an error leaves its row out.  ORDER CLAUSES: the words below are
 * in the order of enum clause_kind.
 */
#include "pact/parse.h"

static const char *const words[] = { "limit",       "exception", "notice",
                                     "quota",       "inform",    "stay",
                                     "step",        "consent",   "inspection",
                                     "access",      "evidence",  "remedy",
                                     "equivalence", "uncoded" };

const char *clause_word(enum clause_kind k)
{
    return words[k];
}

/* A grade of the Admiralty code: A1 to F6. */
bool want_grade(struct cursor *c, char out[2])
{
    str g = word(c);
    if (g.len != 2 || g.at[0] < 'A' || g.at[0] > 'F' || g.at[1] < '1' ||
        g.at[1] > '6')
        return expected(c, "a grade from A1 to F6");
    out[0] = g.at[0];
    out[1] = g.at[1];
    c->i++;
    return true;
}

/* What is being put together. */
struct making {
    struct cursor *c;
    struct clause *k;
    bool any_said; /* a line of a notice that begins with `any` */
    size_t rows_cap, uncounts_cap, deeds_cap, events_cap;
    int lines; /* rows so far */
    int above; /* the measure line that `of which` shares, or -1 */
    bool above_failed;
    size_t above_n;
};

/* ---- limit -------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

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

static bool bound(struct cursor *c, enum relation *out)
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
static span rest_of_line(const struct cursor *c)
{
    const struct line *l = &c->d.lines[c->line];
    if (!l->n)
        return (span){ c->d.file, l->from, l->to };
    return (span){ c->d.file, c->d.tokens[l->first].from,
                   c->d.tokens[l->first + l->n - 1].to };
}

static struct limit_row *add_row(struct making *m, span at)
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

/* An amount as the judge can use it now. */
static bool amount(struct cursor *c, qty *out)
{
    static const char *const units[] = { "mm", "inch", "t", "lt", "kg" };
    bool share = is_number(c) && str_ends(word(c), S("%"));
    if (word_kind(c) == TOKEN_RANGE || is(c, "between") || is(c, "the") ||
        is(c, "all") || share || is_ahead(c, 1, "of") || is(c, "as"))
        return later(c);
    span at = here(c);
    if (!want_qty(c, out))
        return false;
    if (!qty_ok(*out))
        return later(c); /* a number that is no constant */
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (is(c, units[i]))
            return later(c);
    return true_thousand(c, at);
}

static bool terms(struct making *m, enum relation rel, span at)
{
    struct cursor *c = m->c;
    for (;;) {
        qty n;
        struct kinds k;
        if (!amount(c, &n))
            return false;
        if (find(c->q, word(c), NAME_EVENT) >= 0)
            return later(c); /* how many events */
        if (!want_kinds(c, &k))
            return false;
        if (is(c, "destroyed"))
            return later(c);
        struct limit_row *r = add_row(m, at);
        r->relation = rel;
        r->amount = n;
        r->kinds = k;
        if (is(c, "or"))
            return later(c);
        bool more = (is(c, ",") || is(c, "and")) && c->i + 1 < c->end &&
                    (c->d.tokens[c->i + 1].kind == TOKEN_NUMBER ||
                     find(c->q, word_ahead(c, 1), NAME_NUMBER) >= 0);
        if (!more)
            return true;
        c->i++;
    }
}

/* `no tank and artillery`: each judged alone, zero allowed. */
static bool ban(struct making *m, span at)
{
    struct cursor *c = m->c;
    int event = find(c->q, word(c), NAME_EVENT);
    do {
        struct kinds k = { 0 };
        if (event >= 0)
            c->i++;
        else if (!want_kinds(c, &k))
            return false;
        struct limit_row *r = add_row(m, at);
        r->relation = AT_MOST;
        r->amount = qty_int(0);
        r->event = event;
        r->kinds = k;
    } while (event < 0 && eat(c, "and"));
    if (is(c, "or") || (event >= 0 && (is(c, "by") || is(c, "and"))))
        return later(c);
    return true;
}

static bool no_bearer(struct cursor *c, span at, const char *what)
{
    struct diag *d = wrong(c, DIAG_NOBODY, at, "this does not say %s", what);
    diag_help(c->q->diags, d,
              "say `of each party`, `of side NAME` or the like");
    return false;
}

/* [of SIZE] [of WHOM] */
static bool want_of(struct cursor *c, struct sizes *sizes,
                    struct subjects *who)
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

/* What follows the terms: [of SIZE] [of WHOM] [that are ..] [place]. */
struct tail {
    struct sizes sizes;
    struct subjects who;
    struct stated stated;
    const int *places;
};

static bool want_tail(struct cursor *c, struct tail *t)
{
    bool bad;
    if (!want_of(c, &t->sizes, &t->who))
        return false;
    if (!take_stated(c, &t->stated, &bad) && bad)
        return false;
    if (!is_place(c))
        return true;
    if (!t->who.n)
        return later(c); /* e.g. `in the territory of each party` alone */
    t->places = want_places(c, &t->who);
    return t->places != NULL;
}

/* The tail of the rows from FIRST on. */
static bool tail(struct making *m, size_t first)
{
    struct cursor *c = m->c;
    struct limit_row *rows = m->k->rows;
    struct tail t = { 0 };
    span line = rest_of_line(c);
    if (!is(c, "of"))
        return no_bearer(c, line, "whose forces it binds");
    if (!want_tail(c, &t))
        return false;
    if (is2(c, "in", "a") || is2(c, "at", "once") || is(c, "as") ||
        (is(c, "in") && kind_ahead(c, 1) == TOKEN_NUMBER))
        return later(c);
    if (!want_end(c))
        return false;
    if (!t.who.n)
        return no_bearer(c, line, "whose forces it binds");
    if (t.sizes.n && rows[first].event < 0)
        return later_as(c, line, S("the size of what is counted"));
    if (!t.places)
        t.places = new_n(c->q->keep, int, t.who.n);
    for (size_t i = first; i < m->k->rows_n; i++) {
        rows[i].sizes = t.sizes;
        rows[i].subjects = t.who;
        rows[i].stated = t.stated;
        rows[i].places = t.places;
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
        r->places = both;
        r->unjudged = unjudged;
    }
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
    if (m->above < 0)
        return expected(c, "a measure line above `of which`");
    size_t first = m->k->rows_n;
    if (!bound(c, &rel))
        return expected(c, "`at most`, `at least` or `exactly`");
    struct limit_row above = m->k->rows[m->above];
    if (above.event >= 0)
        return later(c);
    if (bare_number(c)) {
        qty n;
        if (m->above_n != 1) {
            struct diag *d = wrong(c, DIAG_EXPECTED, here(c),
                                   "this does not say of which item, and the "
                                   "line above counts several");
            diag_help(c->q->diags, d, "name the item after the figure");
            return false;
        }
        if (!amount(c, &n))
            return false;
        struct limit_row *r = add_row(m, at);
        r->relation = rel;
        r->amount = n;
        r->kinds = above.kinds;
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

/* `its` where it cannot be told yet whose. */
static bool its_place(const struct cursor *c)
{
    if (!is_place(c))
        return false;
    for (uint32_t i = 0; c->i + i < c->end; i++)
        if (is_ahead(c, i, "its"))
            return true;
    return false;
}

/* not counting A and B of W that are S in Z, up to 5 and 6 */
static bool uncount(struct making *m)
{
    struct cursor *c = m->c;
    enum { MOST = 8 };
    struct kinds kinds[MOST];
    struct uncount u = { .all = true };
    size_t n = 0;
    bool bad;
    if (is(c, "for"))
        return later(c);
    do
        if (n == MOST)
            return later(c);
        else if (!want_kinds(c, &kinds[n++]))
            return false;
    while (eat(c, "and"));
    if (eat(c, "of")) {
        struct subjects s;
        if (!want_subjects(c, &s))
            return false;
        u.all = false;
        u.who = subjects_who(&s);
    }
    if (!take_stated(c, &u.stated, &bad) && bad)
        return false;
    if (its_place(c))
        return later(c);
    if (is_place(c) && !want_place(c, &u.place))
        return false;
    qty caps[MOST];
    size_t caps_n = 0;
    if (eat(c, ",")) {
        if (!eats(c, "up to") && !eats(c, "at most"))
            return expected(c, "`up to`");
        do
            if (caps_n == n)
                return expected(c, "the end: there is a figure for each item");
            else if (!amount(c, &caps[caps_n++]))
                return false;
        while (eat(c, ",") || eat(c, "and"));
        if (caps_n < n)
            return expected(c, "a figure for each item");
    }
    if (!want_end(c))
        return false;
    size_t capped = caps_n;
    for (size_t i = 0; i < m->k->uncounts_n; i++)
        capped += m->k->uncounts[i].capped;
    if (m->k->uncounts_n + n > UNCOUNTS_MAX || capped > CAPPED_MAX) {
        c->unjudged = S("so much that is not counted");
        not_judged_yet(c, here(c), c->unjudged);
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        u.kinds = kinds[i];
        u.capped = caps_n > 0;
        if (u.capped)
            u.cap = caps[i];
        *push(c->q->keep, m->k->uncounts, m->k->uncounts_n, m->uncounts_cap) =
            u;
    }
    return true;
}

/* A line that measures: its rows, or one row that is not judged yet. */
static bool measure_line(struct making *m)
{
    struct cursor *c = m->c;
    span at = rest(c);
    enum relation rel;
    size_t first = m->k->rows_n;
    int lines = m->lines;
    bool share = eats(c, "of which");
    bool ok = share            ? which(m, at)
              : bound(c, &rel) ? terms(m, rel, at) && tail(m, first)
              : eat(c, "no")   ? ban(m, at) && tail(m, first)
              : is(c, "only")  ? later(c)
                               : expected(c, "a measure, such as `at most 120 "
                                              "tank of each party in ZONE`");
    if (ok && c->unjudged.len)
        mark_rows(m, first, c->unjudged);
    if (!ok) {
        m->k->rows_n = first;
        m->lines = lines;
        if (c->unjudged.len)
            add_row(m, at)->unjudged = c->unjudged;
    }
    if (!share) {
        m->above = ok ? (int)first : -1;
        m->above_failed = !ok && !c->unjudged.len;
        m->above_n = m->k->rows_n - first;
    }
    return ok;
}

static bool limit_line(struct making *m)
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

/* ---- notice ------------------------------------------------------------- */

static bool thing(struct making *m)
{
    struct cursor *c = m->c;
    struct notice *n = &m->k->notice;
    if (eat(c, "movement")) {
        n->movement = true;
        return true;
    }
    if (is(c, "change") || is(c, "unit") || is(c, "stay") ||
        find(c->q, word(c), NAME_ITEM) >= 0 ||
        find(c->q, word(c), NAME_SET) >= 0)
        return later(c);
    int e = want_name(c, NAME_EVENT);
    if (e < 0)
        return false;
    int *list = (int *)n->events;
    *push(c->q->keep, list, n->events_n, m->events_cap) = e;
    n->events = list;
    return true;
}

/* into Z, out of Z, into or inside Z: the relation of a movement to a zone. */
static bool want_moves(struct cursor *c, struct notice *n)
{
    static const struct {
        const char *word;
        unsigned bit;
    } dirs[] = { { "into", MOVES_INTO }, { "inside", MOVES_INSIDE } };
    do {
        if (is(c, "through"))
            return later(c);
        if (eats(c, "out of")) {
            n->moves |= MOVES_OUT;
            continue;
        }
        size_t i = 0;
        while (i < 2 && !eat(c, dirs[i].word))
            i++;
        if (i == 2)
            return expected(c, "`into`, `out of` or `inside`");
        n->moves |= dirs[i].bit;
    } while (eat(c, "or"));
    if (is(c, "the") || is(c, "its"))
        return later(c); /* the site named; of which mover? */
    int spot;
    int *places = new_n(c->q->keep, int, n->subjects.n + 1);
    if (!want_spot(c, &spot))
        return false;
    for (size_t i = 0; i < n->subjects.n; i++)
        places[i] = spot;
    n->places = places;
    return true;
}

static bool any_line(struct making *m)
{
    struct cursor *c = m->c;
    struct notice *n = &m->k->notice;
    span line = rest_of_line(c);
    bool bad;
    if (m->any_said)
        return later_as(c, line, S("several lines with `any`"));
    m->any_said = true;
    n->at = line;
    do
        if (!thing(m))
            return false;
    while (eat(c, "or"));
    if (!want_of(c, &n->sizes, &n->subjects))
        return false;
    if (!n->subjects.n)
        return no_bearer(c, line, "whose duty the notice is");
    if (!take_stated(c, &n->stated, &bad) && bad)
        return false;
    if (is(c, "into") || is(c, "inside") || is(c, "out") || is(c, "through")) {
        if (!want_moves(c, n))
            return false;
    } else if (is_place(c) && !(n->places = want_places(c, &n->subjects))) {
        return false;
    }
    if (is(c, "from") || is(c, "for"))
        return later(c);
    if (!n->places)
        n->places = new_n(c->q->keep, int, n->subjects.n);
    return want_end(c);
}

/* the lead: "14 days before it starts, to each party" */
static bool lead(struct making *m)
{
    struct cursor *c = m->c;
    struct notice *n = &m->k->notice;
    if (n->told_stated)
        return said_twice(c, rest(c));
    if (eats(c, "when it starts")) {
        n->lead = LEAD_START;
    } else if (eats(c, "at most")) {
        n->lead = LEAD_AFTER;
        if (!want_duration(c, &n->ahead) || !want(c, "after") ||
            (!eat(c, "it") && !want(c, "that")))
            return false;
    } else {
        n->lead = LEAD_BEFORE;
        if (!want_duration(c, &n->ahead) || !want(c, "before it") ||
            (!eat(c, "starts") && !want(c, "holds")))
            return false;
    }
    n->told_stated = true;
    if (eats(c, ", to")) {
        struct subjects to;
        bool other;
        if (!want_teller(c, &to, &other))
            return false;
    }
    return want_end(c);
}

static bool notice_line(struct making *m)
{
    struct cursor *c = m->c;
    struct notice *n = &m->k->notice;
    if (eat(c, "any"))
        return any_line(m);
    if (eats(c, "and of"))
        return want_sizes(c, &n->sizes) && want_end(c);
    if (n->window.n && is(c, "movements"))
        return said_twice(c, rest(c));
    if (eats(c, "movements of one holder are added up over"))
        return want_duration(c, &n->window) && want_end(c);
    if (eats(c, "advised only")) {
        n->advised = true;
        return want_end(c);
    }
    if (is_number(c) || is(c, "when") || is2(c, "at", "most"))
        return lead(m);
    if (is(c, "told") || is(c, "not") || is(c, "starts") || is(c, "by"))
        return later(c);
    return expected(c, "`any movement ...`, `any EVENT ...`, or when it is "
                       "told, such as `14 days before it starts`");
}

/* ---- step --------------------------------------------------------------- */

/* Digits that are no number are a slip, and no word of the language. */
static bool is_figure(const struct cursor *c)
{
    str w = word(c);
    if (is_number(c) || find(c->q, w, NAME_NUMBER) >= 0)
        return true;
    return word_kind(c) == TOKEN_WORD && w.len &&
           (is_digit(*w.at) || *w.at == '-' || *w.at == '_');
}

/* The figures of a deed: N ITEMS { and N ITEMS }, a deed for each. */
static bool deed_terms(struct making *m, struct deed base)
{
    struct cursor *c = m->c;
    struct step *s = &m->k->step;
    for (;;) {
        if (!is_figure(c))
            return later(c); /* units by name, shares, `all` */
        struct deed d = base;
        if (!amount(c, &d.amount) || !want_kinds(c, &d.kinds))
            return false;
        d.line = m->lines + 1 + (int)(s->deeds_n - (size_t)m->above);
        *push(c->q->keep, s->deeds, s->deeds_n, m->deeds_cap) = d;
        if (is(c, "or"))
            return later(c);
        if (!is(c, ",") && !is(c, "and"))
            return true;
        c->i++;
    }
}

/* withdraws N ITEMS from Z to Z; moves the same; destroys, disbands N ITEMS */
static bool goes(struct making *m, struct deed *base, size_t first)
{
    struct cursor *c = m->c;
    struct step *s = &m->k->step;
    struct stated stated;
    int from = ANYWHERE, to = ANYWHERE;
    bool bad;
    if (!deed_terms(m, *base) || (!take_stated(c, &stated, &bad) && bad))
        return false;
    if (is2(c, "in", "total"))
        return later(c);
    if (base->kind == DEED_WITHDRAWS) {
        if (!want(c, "from") || !want_spot(c, &from) ||
            (eat(c, "to") && !want_spot(c, &to)))
            return false;
    } else if (is_place(c) && !want_place(c, &from)) {
        return false;
    }
    if (is2(c, "in", "total"))
        return later(c);
    for (size_t i = first; i < s->deeds_n; i++) {
        s->deeds[i].stated = stated;
        s->deeds[i].from = from;
        s->deeds[i].to = to;
    }
    return want_end(c);
}

/* reaches at most N ITEMS of WHOM in Z */
static bool reaches(struct making *m, struct deed *base, size_t first)
{
    struct cursor *c = m->c;
    struct step *s = &m->k->step;
    struct tail t = { 0 };
    span line = rest_of_line(c);
    if (is(c, "no") || is(c, "only"))
        return later(c);
    if (!bound(c, &base->relation))
        return expected(c, "`at most`, `at least` or `exactly`");
    if (!deed_terms(m, *base) || !want_tail(c, &t))
        return false;
    if (t.sizes.n || t.who.n > 1)
        return later_as(c, line, S("a step that reaches several figures"));
    for (size_t i = first; i < s->deeds_n; i++) {
        s->deeds[i].stated = t.stated;
        s->deeds[i].from = t.places ? t.places[0] : ANYWHERE;
        if (t.who.n)
            s->deeds[i].whose = t.who.at[0];
    }
    return want_end(c);
}

/* Each actor has deeds of its own, on the same lines. */
static void for_each_actor(struct making *m, size_t first,
                           const struct subjects *who, bool own)
{
    struct step *s = &m->k->step;
    size_t n = s->deeds_n - first;
    struct deed *made = new_n(m->c->q->keep, struct deed, n + 1);
    memcpy(made, s->deeds + first, n * sizeof *made);
    s->deeds_n = first;
    for (size_t a = 0; a < who->n; a++)
        for (size_t i = 0; i < n; i++) {
            struct deed d = made[i];
            d.actor = who->at[a];
            if (own || !d.whose.ids_n)
                d.whose = d.actor;
            *push(m->c->q->keep, s->deeds, s->deeds_n, m->deeds_cap) = d;
        }
    m->lines += (int)n;
}

static bool deed(struct making *m)
{
    struct cursor *c = m->c;
    struct subjects who;
    struct deed base = { .at = rest(c), .relation = AT_LEAST };
    size_t first = m->k->step.deeds_n;
    if (!want_subjects(c, &who))
        return false;
    m->above = (int)first;
    bool reach = eat(c, "reaches");
    if (eat(c, "destroys"))
        base.kind = DEED_DESTROYS;
    else if (eat(c, "disbands"))
        base.kind = DEED_DISBANDS;
    else if (reach)
        base.kind = DEED_REACHES;
    else if (is(c, "transfers") || is(c, "accepts"))
        return later(c);
    else if (!eat(c, "withdraws") && !eat(c, "moves"))
        return expected(c, "what it does: `withdraws`, `moves`, `destroys`, "
                           "`disbands`, `reaches`, `transfers` or `accepts`");
    if (reach ? !reaches(m, &base, first) : !goes(m, &base, first))
        return false;
    for_each_actor(m, first, &who, !reach);
    return true;
}

static bool verified(struct making *m, span at)
{
    struct cursor *c = m->c;
    struct step *s = &m->k->step;
    if (s->verified_said)
        return said_twice(c, at);
    s->verified_said = true;
    s->verified_at = at;
    bool ok = want_teller(c, &s->verifiers, &s->verified_by_other);
    if (ok && eat(c, "within")) {
        ok = want_duration(c, &s->verified_within);
        s->verified_within_said = true;
    }
    if (ok && is(c, ","))
        later(c);
    s->verified_unjudged = c->unjudged;
    return ok && want_end(c);
}

static bool step_line(struct making *m)
{
    struct cursor *c = m->c;
    struct step *s = &m->k->step;
    span at = rest(c);
    if (eats(c, "none returns or is replaced")) {
        if (s->returns_said)
            return said_twice(c, at);
        s->returns_said = true;
        s->returns_at = at;
        if (eats(c, "for good"))
            s->for_good = true;
        else if (!want(c, "for") || !want_duration(c, &s->returns))
            return false;
        return want_end(c);
    }
    if (eats(c, "verified by"))
        return verified(m, at);
    if (is(c, "begins")) {
        later(c);
        m->k->unjudged = c->unjudged;
        m->k->opaque = true;
        return false;
    }
    size_t first = s->deeds_n;
    int lines = m->lines;
    bool ok = deed(m);
    for (size_t i = first; ok && i < s->deeds_n; i++)
        s->deeds[i].unjudged = c->unjudged;
    if (ok)
        return true;
    s->deeds_n = first;
    m->lines = lines;
    if (c->unjudged.len)
        *push(c->q->keep, s->deeds, s->deeds_n, m->deeds_cap) = (struct deed){
            .at = at, .line = ++m->lines, .unjudged = c->unjudged
        };
    return false;
}

/* ---- what all have in common -------------------------------------------- */

static bool common(struct making *m, struct spans *s, bool *bad)
{
    struct cursor *c = m->c;
    str text;
    *bad = false;
    if (eat(c, "note")) {
        *bad = !want_string(c, &text) || !want_end(c);
        return true;
    }
    if (is(c, "unless") || is(c, "while") || is2(c, "with", "consent") ||
        (is(c, "when") && !is2(c, "when", "it"))) {
        span at = rest(c);
        m->k->unjudged = span_text(c, at);
        not_judged_yet(c, at, m->k->unjudged);
        return true;
    }
    if (take_spans(c, s, bad)) {
        if (s->unjudged.len) {
            m->k->unjudged = s->unjudged;
            m->k->opaque = m->k->kind == CLAUSE_STEP;
        }
        return true;
    }
    return *bad;
}

static bool own_line(struct making *m)
{
    struct cursor *c = m->c;
    switch (m->k->kind) {
    case CLAUSE_LIMIT: return limit_line(m);
    case CLAUSE_NOTICE: return notice_line(m);
    case CLAUSE_STEP: return step_line(m);
    case CLAUSE_EVIDENCE:
        return want(c, "at least") && want_grade(c, m->k->grade) &&
               want_end(c);
    case CLAUSE_EXCEPTION:
    case CLAUSE_QUOTA:
    case CLAUSE_INFORM:
    case CLAUSE_STAY:
    case CLAUSE_CONSENT:
    case CLAUSE_INSPECTION:
    case CLAUSE_ACCESS:
    case CLAUSE_REMEDY:
    case CLAUSE_EQUIVALENCE:
    case CLAUSE_UNCODED: return true;
    }
    return true;
}

static bool judged(enum clause_kind k)
{
    return k == CLAUSE_LIMIT || k == CLAUSE_NOTICE || k == CLAUSE_STEP ||
           k == CLAUSE_EVIDENCE || k == CLAUSE_UNCODED;
}

/* The words above the clause, joined by blanks. */
static void treaty_words(struct cursor *c, struct clause *k)
{
    struct buf b = { .keep = c->q->keep };
    for (size_t i = 0; i < c->d.quoted_n; i++) {
        const struct quoted *l = &c->d.quoted[i];
        if (b.len)
            buf_char(&b, ' ');
        buf_add(&b, str_trim(str_cut(c->text, l->from, l->to)));
        k->paraphrase = k->paraphrase || l->paraphrase;
    }
    k->words = buf_str(&b);
}

static void finish_step(struct making *m, const struct spans *s)
{
    struct cursor *c = m->c;
    struct step *st = &m->k->step;
    st->returns_line = m->lines; /* of a deed: this and its own line */
    st->verified_line = m->lines * (st->returns_said ? 2 : 1) + 1;
    st->anchor = s->anchor.kind ? s->anchor
                 : s->from.kind ? s->from
                                : c->q->p->from;
    st->deadline = s->deadline;
    if (s->deadlines < 2)
        return;
    struct diag *d = wrong(c, DIAG_TWO_DEADLINES, s->deadline_at,
                           "a step has one deadline, and this is another");
    diag_help(c->q->diags, d, "keep one, or make two steps of it");
}

static void finish(struct making *m, const struct spans *s)
{
    struct clause *k = m->k;
    struct cursor *c = m->c;
    if (s->from.kind)
        k->from = s->from;
    if (s->until.kind)
        k->until = s->until;
    spans_in_order(c, k->at, &s->from, &s->until);
    if (k->kind == CLAUSE_STEP) {
        finish_step(m, s);
    } else if (s->deadlines) {
        struct diag *d = wrong(c, DIAG_EXPECTED, s->deadline_at,
                               "only a step has a deadline, and this is a %s",
                               clause_word(k->kind));
        diag_help(c->q->diags, d,
                  "say `from` and `until` when it is in "
                  "force");
    }
    if (k->kind == CLAUSE_NOTICE && !k->unjudged.len && c->d.lines_n > 1 &&
        k->notice.subjects.n && !k->notice.told_stated && !k->notice.advised) {
        struct diag *d = wrong(c, DIAG_EXPECTED, k->at,
                               "this notice does not say when it is due");
        diag_help(c->q->diags, d,
                  "add a line such as `14 days before it "
                  "starts`");
    }
}

/* Has the clause, without errors, nothing that it demands? */
static bool says_nothing(const struct clause *k)
{
    if (k->unjudged.len)
        return false;
    switch (k->kind) {
    case CLAUSE_LIMIT: return !k->rows_n;
    case CLAUSE_NOTICE: return !k->notice.subjects.n;
    case CLAUSE_STEP: return !k->step.deeds_n;
    case CLAUSE_EVIDENCE: return !k->grade[0];
    case CLAUSE_EXCEPTION:
    case CLAUSE_QUOTA:
    case CLAUSE_INFORM:
    case CLAUSE_STAY:
    case CLAUSE_CONSENT:
    case CLAUSE_INSPECTION:
    case CLAUSE_ACCESS:
    case CLAUSE_REMEDY:
    case CLAUSE_EQUIVALENCE:
    case CLAUSE_UNCODED: return false;
    }
    return false;
}

/* exception 3.2 to limit 3.1 and article IV: what it bends. */
static void bends(struct cursor *c)
{
    struct parser *q = c->q;
    if (!want(c, "to"))
        return;
    do {
        str id;
        bool article = is(c, "article"), found = false;
        span at = here(c);
        c->i++; /* the kind's word */
        if (!want_id(c, &id))
            return;
        for (size_t i = 0; i < q->clauses.n; i++) {
            struct clause *k = &q->p->clauses[q->clauses.at[i].index];
            int a = q->clauses.at[i].article;
            bool hit = article ? a >= 0 && str_eq(q->articles[a].id, id)
                               : str_eq(k->id, id);
            k->bent = k->bent || hit;
            found = found || hit;
        }
        if (!found) {
            struct diag *d = wrong(c, DIAG_CLAUSE_UNKNOWN,
                                   (span){ at.file, at.from, here(c).from },
                                   "no %s `%.*s` is in the pact",
                                   article ? "article" : "clause", STR(id));
            diag_help(q->diags, d,
                      "name a clause that it makes an exception "
                      "to");
        }
    } while (eat(c, "and"));
}

/* A kind that this release reads and names, and does not judge. */
static void only_known(struct cursor *c, struct clause *k)
{
    not_judged_yet(c, k->head, str_of(clause_word(k->kind)));
    k->unjudged = str_of(clause_word(k->kind));
    if (k->kind == CLAUSE_EXCEPTION)
        bends(c);
    if (word_kind(c) == TOKEN_STRING)
        want_string(c, &k->title);
}

/* uncoded 3.4 "good-neighbourliness" because "it cannot be measured" */
static void uncoded(struct cursor *c, struct clause *k)
{
    if (!want(c, "because") || !want_string(c, &k->unjudged) || !want_end(c))
        k->unjudged = S("uncoded");
    no_body(c);
}

static void body(struct making *m, struct spans *s)
{
    struct cursor *c = m->c;
    struct clause *k = m->k;
    bool failed = false;
    for (size_t n = 1; at_line(c, n); n++) {
        bool bad;
        c->unjudged = S("");
        bool said = common(m, s, &bad);
        if (bad && c->unjudged.len) { /* when it is in force, or due */
            k->unjudged = c->unjudged;
            k->opaque = true;
        }
        failed = failed || (bad && !c->unjudged.len);
        if (said || bad)
            continue;
        if (!own_line(m) && !c->unjudged.len)
            failed = true;
        if (c->unjudged.len && k->kind == CLAUSE_NOTICE) {
            k->unjudged = c->unjudged;
            k->opaque = true;
        }
    }
    finish(m, s);
    if (failed || !says_nothing(k))
        return;
    struct diag *d = wrong(c, DIAG_SAYS_NOTHING, k->at,
                           "this %s demands nothing", clause_word(k->kind));
    diag_help(c->q->diags, d,
              "write what it demands in indented lines below "
              "it");
}

static void in_article(struct parser *q, struct clause *k, int article)
{
    if (article < 0)
        return;
    const struct article *a = &q->articles[article];
    k->article = a->id;
    k->from = a->from;
    k->until = a->until;
    k->unjudged = a->unjudged;
    k->opaque = a->opaque;
}

/* Of when the pact is in force: it could turn any verdict. */
static void in_pact(struct parser *q, struct clause *k)
{
    if (!q->header_unjudged.len)
        return;
    k->unjudged = q->header_unjudged;
    k->opaque = true;
}

void resolve_clause(struct parser *q, struct waiting *w)
{
    struct cursor c = cursor_at(q, w);
    struct clause *k = &q->p->clauses[w->index];
    struct making m = { .c = &c, .k = k, .above = -1 };
    struct spans s = { 0 };
    q->clause_now =
        str_fmt(q->keep, "%s %.*s", clause_word(k->kind), STR(k->id));
    c.i += 2;
    treaty_words(&c, k);
    in_article(q, k, w->article);
    in_pact(q, k);
    if (!judged(k->kind)) {
        only_known(&c, k);
    } else if (word_kind(&c) != TOKEN_STRING || want_string(&c, &k->title)) {
        if (k->kind == CLAUSE_UNCODED)
            uncoded(&c, k);
        else if (want_end(&c))
            body(&m, &s);
    }
    q->clause_now = S("");
}
