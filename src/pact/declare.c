/* declare.c - the declarations: parties, items, numbers, dates; see parse.h
 *
 * Names are known before any of this runs (read.c), so that the order of
 * blocks does not matter. What depends on other declarations is resolved on
 * demand; a circle is an error.
 */
#include "pact/clause.h"

/* Stand behind "WORD NAME" of the head, and remember what we are at. */
static struct cursor head(struct parser *q, const struct waiting *w,
                          uint32_t skip)
{
    struct cursor c = cursor_at(q, w);
    q->clause_now = S("");
    c.i += skip;
    return c;
}

void no_body(struct cursor *c)
{
    if (at_line(c, 1)) {
        struct diag *d = wrong(c, DIAG_EXPECTED, rest(c),
                               "nothing was expected below this declaration");
        diag_help(c->q->diags, d,
                  "if this is a directive of its own, begin "
                  "it in the first column");
    }
}

/* What is defined through so many others, one through the other, is refused,
 * in whatever order they stand: the stack has an end. */
enum { DEEPEST = 500 };

static bool too_deep(struct parser *q, const struct waiting *w)
{
    struct cursor c = cursor_at(q, w);
    struct diag *d =
        wrong(&c, DIAG_TOO_BIG, rest(&c),
              "this is defined through more than %d others", DEEPEST);
    diag_help(q->diags, d, "say one of them outright");
    return false;
}

bool enter(struct parser *q, struct waiting *w, bool *done)
{
    *done = w->state == 2;
    if (*done) { /* whoever asks stands one above */
        if (w->depth > q->below)
            q->below = w->depth;
        return true;
    }
    if (w->state == 0) {
        w->state = q->deep < DEEPEST ? 1 : 2;
        if (w->state == 2)
            return too_deep(q, w);
        q->deep++;
        w->outer = q->below;
        q->below = 0;
        return true;
    }
    struct cursor c = cursor_at(q, w);
    struct diag *d =
        wrong(&c, DIAG_CIRCLE, rest(&c), "this is defined through itself");
    diag_help(q->diags, d, "break the circle: say one of them outright");
    w->state = 2;
    return false;
}

void leave(struct parser *q, struct waiting *w)
{
    w->state = 2;
    q->deep--;
    w->depth = q->below + 1;
    if (w->depth > DEEPEST) {
        too_deep(q, w);
        w->depth = 0;
    }
    q->below = w->depth > w->outer ? w->depth : w->outer;
}

/* ---- parties ---------------------------------------------------------------
 */

static bool party_attr(struct cursor *c, struct party *p)
{
    if ((is(c, "on") && p->side >= 0) ||
        (is(c, "territory") && p->territory >= 0) ||
        (is(c, "directed") && p->directed_by >= 0))
        return said_twice(c, rest(c));
    if (eat(c, "on"))
        return (p->side = want_name(c, NAME_SIDE)) >= 0;
    if (eat(c, "territory"))
        return (p->territory = want_name(c, NAME_ZONE)) >= 0;
    if (eats(c, "directed by")) {
        span at = here(c);
        p->directed_by = want_name(c, NAME_PARTY);
        if (p->directed_by < 0 || p != &c->q->p->parties[p->directed_by])
            return p->directed_by >= 0;
        struct diag *d = wrong(c, DIAG_CIRCLE, at, "nobody directs himself");
        diag_help(c->q->diags, d,
                  "name who gives the orders, or leave the "
                  "words out");
        return false;
    }
    return expected(c, "`on SIDE`, `territory ZONE` or `directed by PARTY`");
}

void resolve_party(struct parser *q, struct waiting *w)
{
    if (w->state == 2)
        return; /* what it says cannot be read */
    struct cursor c = head(q, w, 2);
    struct party *p = &q->p->parties[w->index];
    if (!want_string(&c, &p->title))
        return;
    if (!at_end(&c))
        do
            if (!party_attr(&c, p))
                return;
        while (eat(&c, ","));
    want_end(&c);
    if (p->role == ROLE_PARTY && p->side < 0 && q->p->sides_n) {
        struct diag *d = wrong(&c, DIAG_NO_SIDE, p->at,
                               "party '%.*s' stands on no side, and this "
                               "pact has sides",
                               STR(p->name));
        diag_help(q->diags, d,
                  "write `on SIDE`, or declare it as a `non-party`");
    }
    struct spans s = { 0 };
    for (size_t n = 1; at_line(&c, n); n++) {
        bool bad;
        if (take_spans(&c, &s, &bad)) {
            if (s.from.kind > MOMENT_AT || s.until.kind > MOMENT_AT ||
                s.deadlines || s.hours.said)
                not_judged_yet(
                    &c, (span){ c.d.file, c.d.lines[n].from, c.d.lines[n].to },
                    S("a party that begins or ends with a step, or daily"));
        } else if (!bad)
            expected(&c, "`from` or `until`");
    }
    spans_in_order(&c, s.until_at, &s.from, &s.until);
    p->from = s.from;
    p->until = s.until;
}

/* ---- items -----------------------------------------------------------------
 */

bool want_attr(struct cursor *c, struct attr *a)
{
    a->name = word(c);
    c->i++;
    a->flag = at_end(c) || is(c, ",");
    if (a->flag)
        return true;
    a->open = eat(c, "in");
    uint32_t i = c->i;
    if (!a->open && !want_estimate(c, &a->low, &a->high))
        return false;
    a->unit = word(c);
    a->factor = take_unit(c, &a->dimension);
    if (!a->dimension)
        a->unit = S("");
    a->low = qty_mul(a->low, a->factor);
    a->high = qty_mul(a->high, a->factor);
    if (!a->open && (!fits(c, i, a->low) || !fits(c, i, a->high)))
        return false;
    return a->dimension || !a->open || eat(c, "number") ||
           expected(c, "a unit, or `number`");
}

static void parent_of(struct pact *p, int index)
{
    struct item *it = &p->items[index];
    size_t best = 0;
    it->parent = -1;
    for (size_t i = 0; i < p->items_n; i++) {
        str up = p->items[i].name;
        if (up.len > best && str_below(it->name, up, '.')) {
            it->parent = (int)i;
            best = up.len;
        }
    }
}

void resolve_item(struct parser *q, struct waiting *w)
{
    if (w->state == 2)
        return; /* what it says cannot be read */
    struct cursor c = head(q, w, 2);
    struct item *it = &q->p->items[w->index];
    size_t cap = 0;
    parent_of(q->p, w->index);
    if (word_kind(&c) == TOKEN_STRING && !want_string(&c, &it->title))
        return;
    if (!at_end(&c))
        do {
            struct attr a = { 0 };
            if (word_kind(&c) != TOKEN_WORD || reserved(word(&c))) {
                expected(&c, "an attribute, such as `range 500 km`");
                return;
            }
            if (!want_attr(&c, &a))
                return;
            *push(q->keep, it->attrs, it->attrs_n, cap) = a;
        } while (eat(&c, ","));
    if (want_end(&c))
        no_body(&c);
}

bool resolve_set(struct parser *q, int index)
{
    struct waiting *w = &q->sets.at[index];
    bool done;
    if (!enter(q, w, &done))
        return false;
    if (!done) {
        struct cursor c = head(q, w, 3);
        if (!want_kinds(&c, &q->sets_of[index]) || !want_end(&c))
            q->sets_of[index].in = NULL;
        no_body(&c);
        leave(q, w);
    }
    return q->sets_of[index].in != NULL;
}

/* ---- numbers and dates -------------------------------------------------- */

bool resolve_date(struct parser *q, int index)
{
    struct waiting *w = &q->dates.at[index];
    bool done;
    if (!enter(q, w, &done))
        return false;
    if (!done) {
        str was = q->clause_now;
        int moments = q->moments;
        q->moments = 0;
        struct cursor c = head(q, w, 2);
        if (!want(&c, "=") || !want_moment(&c, &q->dates_of[index]) ||
            !want_end(&c))
            q->dates_of[index].kind = MOMENT_NONE;
        q->moments = moments;
        w->later = c.unjudged.len > 0;
        no_body(&c);
        q->clause_now = was;
        leave(q, w);
    }
    return q->dates_of[index].kind != MOMENT_NONE;
}

/* ---- the two heads ------------------------------------------------------ */

/* withdrawal on 6 months notice, not before D, ends for that party */
static bool withdrawal(struct cursor *c, struct withdrawal *w)
{
    struct moment m = { 0 };
    span at = rest(c);
    if (w->said)
        return said_twice(c, at);
    if (!want(c, "withdrawal on") || !want_duration(c, &w->notice) ||
        !want(c, "notice"))
        return false;
    if (eats(c, ", not") && !(want(c, "before") && want_moment(c, &m)))
        return false;
    if (m.kind > MOMENT_AT)
        return later_as(c, at, S("a withdrawal that waits for a step"));
    w->not_before = m.kind == MOMENT_AT ? m.at : INSTANT_MIN;
    w->said = true;
    if (!want(c, ", ends for"))
        return false;
    w->for_all = eat(c, "all");
    return w->for_all || want(c, "that party");
}

static bool pact_line(struct cursor *c)
{
    struct pact *p = c->q->p;
    str text;
    if (eat(c, "source") || eat(c, "note"))
        return want_string(c, &text) && want_end(c);
    if ((is(c, "signed") && p->signed_on.kind) ||
        (is(c, "in") && p->from.kind) || (is(c, "until") && p->until.kind) ||
        (is(c, "months") && p->months != MONTHS_UNSAID))
        return said_twice(c, rest(c));
    if (eat(c, "signed"))
        return want_moment(c, &p->signed_on) && want_end(c);
    if (eats(c, "in force from"))
        return want_moment(c, &p->from) && want_end(c);
    if (eat(c, "until"))
        return want_moment(c, &p->until) &&
               (!eat(c, ",") || (p->renewable = want(c, "renewable"))) &&
               want_end(c);
    if (eats(c, "months clamp"))
        p->months = MONTHS_CLAMP;
    else if (eats(c, "months next"))
        p->months = MONTHS_NEXT;
    else if (is(c, "withdrawal"))
        return withdrawal(c, &p->withdrawal) && want_end(c);
    else if (eats(c, "time zone"))
        return take_time_zone(c);
    else
        return expected(c, "`source`, `note`, `signed`, `in force from`, "
                           "`until`, `withdrawal`, `months` or `time zone`");
    return want_end(c);
}

/* The line of the header that begins with W. */
static span line_of(struct cursor *c, const char *w)
{
    for (size_t n = 1; at_line(c, n); n++)
        if (is(c, w))
            return rest(c);
    return c->q->p->header;
}

static void header_in_order(struct cursor *c)
{
    const struct pact *p = c->q->p;
    spans_in_order(c, line_of(c, "until"), &p->from, &p->until);
    if (p->signed_on.kind != MOMENT_AT || p->from.kind != MOMENT_AT ||
        instant_day(p->signed_on.at) <= instant_day(p->from.at))
        return;
    struct diag *d = wrong(c, DIAG_BACKWARDS, line_of(c, "signed"),
                           "it is signed after it is in force");
    diag_help(c->q->diags, d, "mend one of the two dates");
}

/* The rule for months first, `signed` before `in force`: whatever the order
 * of lines, each is there when the next needs it. */
void resolve_pact(struct cursor *c)
{
    c->i++;
    if (!want_string(c, &c->q->p->title) || !want_end(c))
        return;
    for (int round = 0; round < 4; round++)
        for (size_t n = 1; at_line(c, n); n++) {
            int when = is(c, "months") || is(c, "time") ? 0
                       : is(c, "signed")                ? 1
                       : is(c, "in") || is(c, "until")  ? 2
                                                        : 3;
            if (when != round)
                continue;
            c->unjudged = S("");
            pact_line(c);
            if (c->unjudged.len && (when == 1 || when == 2))
                c->q->header_unjudged = c->unjudged;
        }
    header_in_order(c);
}

static bool no_two_dates(struct cursor *c, span at)
{
    struct diag *d = wrong(c, DIAG_NO_MOMENT, at,
                           "what a book covers lies between two dates");
    diag_help(c->q->diags, d,
              "write both, as in `from 2022-01-24 until "
              "2022-02-23`");
    return false;
}

static bool book_cover(struct cursor *c, struct book *b)
{
    struct parser *q = c->q;
    struct subjects s;
    struct moment from, until;
    str whats[8];
    size_t n = 0, cap = b->covers_n;
    span at = rest(c);
    do {
        if (word_kind(c) != TOKEN_WORD || n == 8)
            return expected(c, "what is covered, such as `notices`");
        whats[n++] = word(c);
        c->i++;
    } while (eat(c, "and"));
    if (!want(c, "of") || !want_subjects(c, &s) || !want(c, "from") ||
        !want_moment(c, &from) || !want(c, "until") ||
        !want_moment(c, &until) || !want_end(c))
        return false;
    if (from.kind != MOMENT_AT || until.kind != MOMENT_AT)
        return no_two_dates(c, at);
    if (!spans_in_order(c, at, &from, &until))
        return false;
    for (size_t i = 0; i < n; i++)
        *push(q->keep, b->covers, b->covers_n, cap) =
            (struct cover){ whats[i], subjects_who(&s), from.at,
                            until.at + (until.dated ? DAY_SECONDS : 0) };
    return true;
}

/* Is W, which nobody declared, a slip for a party that is? */
static void nearly_a_party(struct cursor *c, str w)
{
    const struct pact *p = c->q->p;
    str *names = new_n(c->q->keep, str, p->parties_n + 1), best[3];
    size_t n = 0;
    for (size_t i = 0; i < p->parties_n; i++)
        if (p->parties[i].role != ROLE_OTHER)
            names[n++] = p->parties[i].name;
    if (!diag_nearest(c->q->keep, w, names, n, best))
        return;
    struct diag *d =
        wrong(c, DIAG_KEEPER, here(c),
              "'%.*s' is declared nowhere, so this book's entries "
              "are estimates",
              STR(w));
    diag_help(c->q->diags, d, "did you mean `%.*s`?", STR(best[0]));
}

static void keeper_of_another_kind(struct cursor *c, str w, enum name_kind k)
{
    struct diag *d = wrong(c, DIAG_NAME_KIND, here(c),
                           "'%.*s' is a %s; a book is kept by a party, or by "
                           "somebody the pact does not name",
                           STR(w), name_kind_word(k));
    diag_help(c->q->diags, d,
              "name the party, or give the keeper a name that "
              "nothing else has");
}

void resolve_book(struct cursor *c, struct book *b)
{
    str text;
    c->i++;
    if (!want_string(c, &b->title) || !want_end(c))
        return;
    for (size_t n = 1; at_line(c, n); n++) {
        if (b->keeper_name.len && is2(c, "kept", "by")) {
            said_twice(c, rest(c));
        } else if (eats(c, "kept by")) {
            str w = word(c);
            int i = map_get(&c->q->names, w);
            b->keeper_name = w;
            b->keeper = find(c->q, w, NAME_PARTY);
            if (b->keeper == UNKNOWN)
                b->keeper = -1; /* nobody's own declarations */
            if (i < 0)
                nearly_a_party(c, w);
            if (i >= 0 && c->q->names_at[i].kind != NAME_PARTY)
                keeper_of_another_kind(c, w, c->q->names_at[i].kind);
            if (word_kind(c) != TOKEN_WORD || reserved(w))
                expected(c, "who keeps the book");
            else if (c->i++, true)
                want_end(c);
        } else if (eat(c, "source") || eat(c, "note")) {
            if (want_string(c, &text))
                want_end(c);
        } else if (eat(c, "covers")) {
            book_cover(c, b);
        } else {
            expected(c, "`kept by`, `source`, `note` or `covers`");
        }
    }
}

void resolve_article(struct cursor *c, struct article *a)
{
    c->i++;
    if (!want_id(c, &a->id))
        return;
    if (word_kind(c) == TOKEN_STRING && !want_string(c, &a->title))
        return;
    want_end(c);
    struct spans s = { 0 };
    for (size_t n = 1; at_line(c, n); n++) {
        bool bad;
        c->unjudged = S("");
        if (is2(c, "each", "day")) {
            later(c);
            a->unjudged = c->unjudged;
        } else if (is_condition(c)) {
            struct condition k;
            if (want_condition(c, &k))
                *push(c->q->keep, a->conditions, a->conditions_n,
                      a->conditions_cap) = k;
            else if (c->unjudged.len)
                a->unjudged = c->unjudged;
        } else if (take_spans(c, &s, &bad)) {
            a->from = s.from.kind ? s.from : a->from;
            a->until = s.until.kind ? s.until : a->until;
        } else if (bad && c->unjudged.len) {
            a->unjudged = c->unjudged;
            a->opaque = true;
        } else if (!bad) {
            a->opaque = true; /* a place: another measure */
            later(c);
            a->unjudged = c->unjudged;
        }
    }
    spans_in_order(c, s.until_at, &s.from, &s.until);
}
