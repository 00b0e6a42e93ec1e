/* inspection.c - what a clause says of inspections; see duties.h */
#include "pact/clause.h"
#include "pact/duties.h"
#include "pact/look.h"

/* ---- figures ------------------------------------------------------------ */

static bool whole(struct cursor *c, int64_t *out)
{
    qty n;
    span at = here(c);
    if (figure_slip(c))
        return false;
    if (!is_number(c))
        return expected(c, "a figure, such as `3`");
    if (!want_qty(c, &n) || !true_thousand(c, at))
        return false;
    *out = (int64_t)n.num;
    if (n.den == 1 && n.num >= 0 && n.num <= 1000000)
        return true;
    struct diag *d =
        wrong(c, DIAG_EXPECTED, at, "this is no whole number up to 1_000_000");
    diag_help(c->q->diags, d, "write how many, such as `3`");
    return false;
}

/* The named number, OUT->n times. */
static bool named(struct cursor *c, struct count *out)
{
    int n = find(c->q, word(c), NAME_NUMBER);
    out->of = word(c);
    if (!look_figure(c))
        return false;
    if (n < 0 || !resolve_number(c->q, n) || !qty_ok(c->q->numbers_of[n]))
        return true;
    out->n = qty_mul(out->n, c->q->numbers_of[n]);
    out->of = S("");
    return fits(c, c->i - 1, out->n);
}

/* 3, quota, 23% of quota, 50% */
static bool want_count(struct cursor *c, struct count *out)
{
    str w = word(c);
    *out = (struct count){ .n = qty_int(1) };
    bool share = is_number(c) &&
                 (str_ends(w, S("%")) || memchr(w.at, '/', w.len) != NULL);
    if (share) {
        if (!want_qty(c, &out->n))
            return false;
        out->share = !eat(c, "of");
        if (out->share)
            return true;
    } else if (is_number(c) || figure_slip(c)) {
        int64_t n = 0;
        bool good = is_number(c) && whole(c, &n);
        out->n = qty_int(n);
        return good;
    }
    return named(c, out);
}

/* ---- what is accepted --------------------------------------------------- */

/* ... at any time, everywhere in Z, without restriction */
static bool at_any_time(struct cursor *c, struct accepts *a)
{
    a->anytime = true;
    if (!want_teller(c, &a->by, &a->by_other) || !want(c, "at any time") ||
        !want(c, ", everywhere"))
        return false;
    a->places = is_place(c) ? want_places(c, &a->who) : NULL;
    if (!a->places)
        return is_place(c) ? false : expected(c, "a place, such as `in ZONE`");
    a->unrestricted = eats(c, ", without restriction");
    return true;
}

static bool sites_with(struct cursor *c, struct accepts *a)
{
    bool bad;
    a->sites_with = eat(c, "with");
    a->sites_without = !a->sites_with;
    if (a->sites_without && !eat(c, "without"))
        return expected(c, "`with` or `without`");
    return want_kinds(c, &a->kinds) &&
           (take_stated(c, &a->stated, &bad) || !bad);
}

static bool where(struct cursor *c, struct accepts *a)
{
    if (eats(c, "at sites"))
        return sites_with(c, a);
    return take_places(c, &a->who, &a->places);
}

/* 2 from the same party */
static bool from_party(struct cursor *c, struct accepts *a)
{
    struct count n;
    if (!want_count(c, &n) || !want(c, "from the"))
        return false;
    bool same = eat(c, "same");
    if (!same && !eat(c, "other"))
        return expected(c, "`same` or `other`");
    if (same ? a->same_said : a->other_said)
        return said_twice(c, rest(c));
    *(same ? &a->same : &a->other) = n;
    *(same ? &a->same_said : &a->other_said) = true;
    return want(c, "party");
}

static bool rounded(struct cursor *c, struct accepts *a)
{
    a->rounded = is(c, "up") ? ROUNDED_UP : ROUNDED_DOWN;
    return eat(c, "up") || eat(c, "down") || expected(c, "`up` or `down`");
}

/* , 2 from the same party, rounded up, at sites with ... */
static bool riders(struct cursor *c, struct accepts *a)
{
    while (eat(c, ",")) {
        bool good = eat(c, "rounded") ? rounded(c, a)
                    : is_place(c)     ? where(c, a)
                                      : from_party(c, a);
        if (!good)
            return false;
    }
    return true;
}

static bool in_period(struct cursor *c, struct accepts *a)
{
    a->in_said = true;
    return want_period(c, &a->in);
}

/* each side accepts at most 6 in a calendar year; offers at least 1 visit */
static bool accepts(struct cursor *c, struct accepts *a)
{
    static const enum name_kind kinds[] = { NAME_EVENT, NAME_ITEM };
    if (!want_subjects(c, &a->who))
        return false;
    a->offers = eat(c, "offers");
    if (!a->offers && !eat(c, "accepts"))
        return expected(c, "`accepts` or `offers`");
    a->counted = bound(c, &a->relation);
    if (!a->counted)
        return a->offers || is(c, "at")
                   ? expected(c, "`at most`, `at least` or `exactly`")
                   : at_any_time(c, a);
    if (!want_count(c, &a->count))
        return false;
    if (a->offers) {
        str what = word(c);
        bool visit = map_get(&c->q->names, what) < 0 && eat(c, "visit");
        if (!visit)
            a->unjudged = S("an offer of what is no visit");
        return (visit || look_name(c, kinds, 2)) && in_period(c, a);
    }
    if (eat(c, "by") && !want_teller(c, &a->by, &a->by_other))
        return false;
    a->from_other = eats(c, "from the other party");
    if (!a->from_other && is_period(c) && !in_period(c, a))
        return false;
    return riders(c, a);
}

/* by W of each party, in Z; by W, within 48 hours after a request by A or B */
static bool by(struct cursor *c, struct accepts *a)
{
    bool other;
    if (!want_teller(c, &a->by, &a->by_other))
        return false;
    if (eat(c, "of"))
        return want_subjects(c, &a->who) && want(c, ",") && where(c, a);
    return want(c, ", within") && want_duration(c, &a->after_request) &&
           want(c, "after a request by") &&
           want_teller(c, &a->requesters, &other);
}

/* each unit at most 2, 1 from the same party */
static bool each(struct cursor *c, struct accepts *a)
{
    static const enum name_kind kinds[] = { NAME_ITEM, NAME_SET, NAME_EVENT };
    a->each = a->counted = true;
    a->each_what = word(c);
    bool known = map_get(&c->q->names, word(c)) < 0 &&
                 (eat(c, "unit") || eat(c, "site"));
    if (!known && !look_name(c, kinds, 3))
        return false;
    if (!bound(c, &a->relation))
        return expected(c, "`at most`, `at least` or `exactly`");
    return want_count(c, &a->count) && riders(c, a);
}

/* What of the line is not judged yet. */
static str not_judged_of(const struct accepts *a)
{
    const struct count *of[] = { &a->count, &a->same, &a->other };
    if (a->each && !str_eq(a->each_what, S("unit")) &&
        !str_eq(a->each_what, S("site")))
        return a->each_what;
    for (size_t i = 0; i < sizeof of / sizeof *of; i++)
        if (of[i]->of.len)
            return of[i]->of;
    return a->count.share ? S("a share of nothing named") : a->unjudged;
}

/* at least 2 in a calendar month; at most 4 inspectors */
static bool how_many(struct cursor *c, struct inspection *in,
                     struct accepts *a)
{
    a->counted = true;
    if (!want_count(c, &a->count))
        return false;
    if (is(c, "inspectors")) {
        if (in->inspectors.line)
            return said_twice(c, rest(c));
        c->i++;
        in->inspectors.line = a->line;
        in->inspectors.at = a->at;
        in->inspectors.n = (int64_t)a->count.n.num;
        a->counted = false;
        return true;
    }
    if (!is_period(c))
        return expected(c, "`inspectors`, or a time, such as `in a calendar "
                           "year`");
    return in_period(c, a);
}

/* ---- how it is done ----------------------------------------------------- */

/* answer within D, access within D, lasts at most D, asked at least D before
 * arrival */
static bool manner(struct cursor *c, struct inspection *in,
                   const struct accepts *a, bool *hit)
{
    struct {
        const char *word, *then;
        struct manner *out;
    } lines[] = { { "answer", "within", &in->answer },
                  { "access", "within", &in->access },
                  { "lasts", "at most", &in->lasts },
                  { "asked", "at least", &in->asked },
                  { "team", "of exactly", &in->team } };
    *hit = true;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct manner *m = lines[i].out;
        if (!is(c, lines[i].word))
            continue;
        if (m->line)
            return said_twice(c, rest(c));
        c->i++;
        m->line = a->line;
        m->at = a->at;
        if (!want(c, lines[i].then))
            return false;
        if (m == &in->team)
            return whole(c, &m->n);
        return want_duration(c, &m->within) &&
               (m != &in->asked || want(c, "before arrival"));
    }
    *hit = false;
    return true;
}

bool inspection_line(struct making *m)
{
    struct cursor *c = m->c;
    struct duties *d = duties_of(m);
    struct inspection *in = &d->inspection;
    struct accepts a = { .line = ++d->lines, .at = rest(c) };
    bool hit;
    bool good = manner(c, in, &a, &hit);
    if (!hit) {
        bool of_each = is(c, "each") && !is_ahead(c, 1, "party") &&
                       !is_ahead(c, 1, "side");
        good = eat(c, "by")            ? by(c, &a)
               : of_each               ? (c->i++, each(c, &a))
               : bound(c, &a.relation) ? how_many(c, in, &a)
                                       : accepts(c, &a);
    }
    if (!good || !want_end(c))
        return false;
    a.unjudged = not_judged_of(&a);
    if (a.unjudged.len)
        not_judged_yet(c, a.at, a.unjudged);
    if (!hit && in->inspectors.line != a.line)
        *push(c->q->keep, in->lines, in->lines_n, in->lines_cap) = a;
    return true;
}

bool inspection_binds(const struct inspection *in)
{
    for (size_t i = 0; i < in->lines_n; i++)
        if (in->lines[i].who.n || in->lines[i].by.n || in->lines[i].by_other)
            return true;
    return false;
}
