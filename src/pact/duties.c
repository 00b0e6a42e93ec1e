/* duties.c - what inform, stay, access and equivalence say; see duties.h */
#include "pact/duties.h"
#include "pact/clause.h"
#include "pact/look.h"
#include "pact/place.h"

struct duties *duties_of(struct making *m)
{
    if (!m->k->duties)
        m->k->duties = new_one(m->c->q->keep, struct duties);
    return m->k->duties;
}

bool says_no_duty(const struct clause *k)
{
    if (k->kind == CLAUSE_EQUIVALENCE && k->duties)
        return !k->duties->equivalence.weights_n && !k->unjudged.len;
    return !k->duties || !k->duties->lines;
}

/* ---- what is counted ---------------------------------------------------- */

static bool built_in(const struct cursor *c)
{
    static const char *const words[] = { "holdings", "sites", "units",
                                         "inspection", "movement" };
    bool any = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        any = any || is(c, words[i]);
    return any && map_get(&c->q->names, word(c)) < 0;
}

bool want_counted(struct cursor *c, struct counted *out)
{
    static const enum name_kind sums[] = { NAME_ATTR, NAME_ITEM, NAME_SET };
    uint32_t i = c->i;
    *out = (struct counted){ .built_in = built_in(c), .text = word(c) };
    if (out->built_in) {
        c->i++;
        return true;
    }
    if (is_ahead(c, 1, "on")) {
        out->attr = word(c);
        if (!look_name(c, sums, 3) || !want(c, "on"))
            return false;
    }
    if (!want_kinds(c, &out->kinds))
        return false;
    out->text = span_text(c, since(c, i));
    return true;
}

static bool want_counteds(struct cursor *c, struct counteds *out)
{
    do {
        struct counted one;
        if (!want_counted(c, &one))
            return false;
        *push(c->q->keep, out->at, out->n, out->cap) = one;
    } while (eat(c, "and"));
    return true;
}

bool take_places(struct cursor *c, const struct subjects *who, const int **out)
{
    if (!is_place(c))
        return true;
    if (who->n) {
        *out = want_places(c, who);
        return *out != NULL;
    }
    int *one = new_one(c->q->keep, int);
    *out = one;
    return want_place(c, one);
}

/* ---- when --------------------------------------------------------------- */

bool is_schedule(const struct cursor *c)
{
    enum time_unit u;
    if (is(c, "by"))
        return is_ahead(c, 1, "day") || (kind_ahead(c, 1) == TOKEN_NUMBER &&
                                         !time_unit(word_ahead(c, 2), &u));
    if (is(c, "within")) /* 5 days after it, each EVENT, the EVENT */
        return is_ahead(c, 3, "after") &&
               (is_ahead(c, 4, "it") || is_ahead(c, 4, "each") ||
                (is_ahead(c, 4, "the") && !is_ahead(c, 5, "earlier") &&
                 !is_ahead(c, 5, "later") && !is_ahead(c, 5, "day")));
    return is2(c, "as", "of") || is(c, "every") || is(c, "to") ||
           (is2(c, "each", "day") && is_ahead(c, 2, "by"));
}

static bool as_of(struct cursor *c, struct schedule *s)
{
    do {
        if (s->as_of_n == 2)
            return expected(c, "at most two days of the year");
        if (!want_year_day(c, &s->as_of[s->as_of_n++]))
            return false;
    } while (eat(c, "and"));
    return !eat(c, "each") || want(c, "year");
}

static bool by_day(struct cursor *c, struct schedule *s)
{
    qty n;
    if (!eat(c, "day"))
        return want_year_day(c, &s->by) && want(c, "each year");
    span at = here(c);
    if (!is_number(c))
        return expected(c, "a day of the month, such as `day 5`");
    if (!want_qty(c, &n))
        return false;
    s->by_month_day = (int)n.num;
    if (n.den == 1 && n.num >= 1 && n.num <= 31)
        return want(c, "of each month");
    struct diag *d = wrong(c, DIAG_NO_SUCH_DAY, at, "no month has a day %.*s",
                           STR(span_text(c, at)));
    diag_help(c->q->diags, d, "write a day from 1 to 31");
    return false;
}

static bool by_time(struct cursor *c, struct schedule *s)
{
    s->by_time_said = want_time(c, &s->by_minute);
    return s->by_time_said;
}

/* within D after it, after each EVENT, after the EVENT, after the request */
static bool after(struct cursor *c, struct schedule *s)
{
    if (!want_duration(c, &s->after) || !want(c, "after"))
        return false;
    if (eat(c, "it"))
        return true;
    s->each = eat(c, "each");
    if (!s->each && !eat(c, "the"))
        return expected(c, "`it`, `each EVENT` or `the EVENT`");
    s->after_what = word(c);
    if (map_get(&c->q->names, word(c)) < 0 &&
        (eat(c, "request") || eat(c, "inspection")))
        return true;
    return want_name(c, NAME_EVENT) >= 0;
}

static bool said_already(const struct cursor *c, const struct schedule *s)
{
    return (is(c, "as") && s->as_of_n) || (is(c, "every") && s->every.n) ||
           (is(c, "by") && (s->by.month || s->by_month_day)) ||
           (is(c, "each") && s->by_time_said) ||
           (is(c, "within") && s->after.n) || (is(c, "to") && s->to_said);
}

static bool one_time(struct cursor *c, struct schedule *s)
{
    if (said_already(c, s))
        return said_twice(c, rest(c));
    if (eats(c, "as of"))
        return as_of(c, s);
    if (eat(c, "by"))
        return by_day(c, s);
    if (eat(c, "every"))
        return want_duration(c, &s->every);
    if (eats(c, "each day"))
        return want(c, "by") && by_time(c, s);
    if (eat(c, "within"))
        return after(c, s);
    if (!eat(c, "to"))
        return expected(c, "when it is told (`as of`, `by`, `every`, `within` "
                           "...), or to whom (`to`)");
    s->to_said = true;
    return want_teller(c, &s->to, &s->to_other);
}

static bool want_schedule(struct cursor *c, struct schedule *s)
{
    do
        if (!one_time(c, s))
            return false;
    while (eat(c, ","));
    return true;
}

/* ---- inform ------------------------------------------------------------- */

/* telemetry of at most 5 launch in a calendar year */
static bool some_of(struct cursor *c, struct inform *i)
{
    i->other = word(c);
    if (!look_word(c, "what is told"))
        return false;
    span at = (c->i += 3, here(c)); /* of at most */
    if (figure_slip(c) || !want_qty(c, &i->most) || !true_thousand(c, at))
        return false;
    i->event = want_name(c, NAME_EVENT);
    return i->event >= 0 && want_period(c, &i->in);
}

static bool want_subject(struct cursor *c, struct inform *i)
{
    if (eat(c, "an") || eat(c, "a")) { /* answer */
        i->other = word(c);
        return look_word(c, "what is told, such as `an answer`");
    }
    if (!want(c, "its"))
        return false;
    if (is_ahead(c, 1, "of") && is_ahead(c, 2, "at") && is_ahead(c, 3, "most"))
        return some_of(c, i);
    if (!want_counteds(c, &i->what))
        return false;
    i->by_unit = eats(c, "by unit");
    return take_places(c, &i->who, &i->places);
}

static bool subject(struct cursor *c, struct inform *i)
{
    uint32_t from = c->i + 1; /* behind `its`, `an` */
    if (!want_subject(c, i))
        return false;
    i->text = span_text(c, since(c, from));
    return true;
}

bool inform_line(struct making *m)
{
    struct cursor *c = m->c;
    struct duties *d = duties_of(m);
    struct inform i = { .at = rest(c), .most = QTY_NONE, .event = -1 };
    d->lines++;
    if (is_schedule(c))
        return want_schedule(c, &d->when) && want_end(c);
    if (!want_subjects(c, &i.who) || !want(c, ",") || !subject(c, &i) ||
        (eat(c, ",") && !want_schedule(c, &i.when)) || !want_end(c))
        return false;
    *push(c->q->keep, d->informs, d->informs_n, d->informs_cap) = i;
    return true;
}

/* ---- stay --------------------------------------------------------------- */

/* It does not say whose: a row for each party. */
static void of_each_party(struct parser *q, struct stay *s)
{
    const struct pact *p = q->p;
    struct subject *at = new_n(q->keep, struct subject, p->parties_n + 1);
    int *places = new_n(q->keep, int, p->parties_n + 1);
    for (size_t i = 0; i < p->parties_n; i++)
        if (i != UNKNOWN && p->parties[i].role == ROLE_PARTY) {
            places[s->who.n] = s->places ? s->places[0] : ANYWHERE;
            at[s->who.n++] = *party_subject(q, (int)i).at;
        }
    s->who.at = at;
    s->places = places;
}

bool stay_line(struct making *m)
{
    struct cursor *c = m->c;
    struct duties *d = duties_of(m);
    struct stay s = { .at = rest(c) };
    bool bad;
    d->lines++;
    if (eats(c, "counted afresh"))
        return d->away.n ? said_twice(c, rest(c))
                         : want(c, "after") && want_duration(c, &d->away) &&
                               want(c, "away") && want_end(c);
    if (!want(c, "at most") || !want_duration(c, &s.most) || !want(c, "for") ||
        !want_counteds(c, &s.what) ||
        (eat(c, "of") && !want_subjects(c, &s.who)) ||
        (!take_stated(c, &s.stated, &bad) && bad) ||
        !take_places(c, &s.who, &s.places) || !want_end(c))
        return false;
    if (!s.who.n)
        of_each_party(c->q, &s);
    *push(c->q->keep, d->stays, d->stays_n, d->stays_cap) = s;
    return true;
}

/* ---- access ------------------------------------------------------------- */

/* Somebody or something declared; of whom, and it may be any word. */
static bool who_passes(struct cursor *c, struct access *a)
{
    static const enum name_kind kinds[] = { NAME_PARTY, NAME_ITEM, NAME_SET,
                                            NAME_EVENT };
    a->what = word(c);
    a->party = is_ahead(c, 1, "of") ? -1 : find(c->q, word(c), NAME_PARTY);
    if (!is_ahead(c, 1, "of"))
        return look_name(c, kinds, 4);
    return look_word(c, "who passes") && want(c, "of") &&
           want_subjects(c, &a->whose);
}

bool access_line(struct making *m)
{
    struct cursor *c = m->c;
    struct duties *d = duties_of(m);
    struct access a = { .line = ++d->lines, .at = rest(c), .party = -1 };
    if (!want_subjects(c, &a.who) || !want(c, "lets") || !who_passes(c, &a))
        return false;
    a.see = eat(c, "see");
    if (!a.see && !eat(c, "pass"))
        return expected(c, "`pass` or `see`");
    a.through = eat(c, "through");
    if (a.through) {
        int *spots = new_n(c->q->keep, int, a.who.n + 1), one;
        if (!want_spot(c, &one))
            return false;
        for (size_t i = 0; i < a.who.n; i++)
            spots[i] = one;
        a.places = spots;
    } else if (!is_place(c)) {
        return expected(c, "a place, such as `through ZONE` or `in ZONE`");
    } else if (!take_places(c, &a.who, &a.places)) {
        return false;
    }
    *push(c->q->keep, d->accesses, d->accesses_n, d->accesses_cap) = a;
    return want_end(c);
}

/* ---- equivalence -------------------------------------------------------- */

/* 1_000 troops is 2.0 */
static bool weights(struct cursor *c, struct equivalence *e)
{
    do {
        struct weight w;
        span at = here(c);
        if (figure_slip(c) || !want_qty(c, &w.n) || !true_thousand(c, at) ||
            !want_kinds(c, &w.kinds) || !want(c, "is") || !want_qty(c, &w.is))
            return false;
        *push(c->q->keep, e->weights, e->weights_n, e->weights_cap) = w;
    } while (eat(c, ","));
    return true;
}

bool equivalence_line(struct making *m)
{
    struct cursor *c = m->c;
    struct duties *d = duties_of(m);
    struct equivalence *e = &d->equivalence;
    str text;
    d->lines++;
    if (eat(c, "source"))
        return want_string(c, &text) && want_end(c);
    if ((is(c, "available") && e->within.n) ||
        (is(c, "tolerance") && e->tolerance_said))
        return said_twice(c, rest(c));
    if (eat(c, "available"))
        return want(c, "within") && want_duration(c, &e->within) &&
               want(c, "of") && want_site_or_zone(c, &e->place) && want_end(c);
    if (eat(c, "tolerance")) {
        if (!is_number(c) || !str_ends(word(c), S("%")))
            return expected(c, "a share, such as `10%`");
        e->tolerance_said = true;
        return want_qty(c, &e->tolerance) && want_end(c);
    }
    if (!is_number(c) && !figure_slip(c))
        return expected(c, "a weight, such as `1_000 troops is 2.0`, "
                           "`available within`, `tolerance` or `source`");
    return is_number(c) && weights(c, e) && want_end(c);
}
