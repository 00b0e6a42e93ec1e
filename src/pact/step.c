/* step.c - steps: deeds, what stays so, who verifies; see clause.h */
#include "pact/clause.h"

/* Digits that are no number are a slip, and no word of the language. */
static bool is_figure(const struct cursor *c)
{
    str w = word(c);
    if (is_number(c) || find(c->q, w, NAME_NUMBER) >= 0)
        return true;
    return word_kind(c) == TOKEN_WORD && w.len &&
           (is_digit(*w.at) || *w.at == '-' || *w.at == '_');
}

/* What each actor's deed is about. */
struct places {
    const int *from, *to; /* by actor; NULL: not said */
};

/* One of: all ITEMS, a unit, N ITEMS; ITEMS alone where NONE is to be left. */
static bool term(struct cursor *c, struct deed *d, bool none)
{
    bool gone = d->kind == DEED_DESTROYS || d->kind == DEED_DISBANDS;
    str w = word(c);
    uint32_t i = c->i;
    bool unit = d->kind != DEED_REACHES && !is_figure(c) && w.len &&
                memchr(w.at, '/', w.len);
    if (none)
        return want_kinds(c, &d->kinds);
    if (unit) {
        d->all = true;
        d->relation = AT_MOST;
        d->kinds = kinds_of_item(
            c->q, -1, str_fmt(c->q->keep, "forces of %.*s", STR(w)));
        c->q->all_items = true;
        return want_unit_of(c, &d->actor.who, &d->unit);
    }
    d->all = d->kind != DEED_REACHES &&
             (eat(c, "all") || (d->all && !is_figure(c)));
    if (d->all && want_kinds(c, &d->kinds)) {
        d->relation = AT_MOST;
        return true;
    }
    if (d->all)
        return false;
    if (!is_figure(c))
        return later(c); /* shares */
    if (d->kind == DEED_REACHES)
        return want_plain_terms(c, &d->amount, &d->kinds);
    if (gone ? !figure(c, &d->amount, &d->formula) : !amount(c, &d->amount))
        return false;
    d->figure = d->formula ? span_text(c, since(c, i)) : S("");
    return want_kinds(c, &d->kinds);
}

/* The figures of a deed: TERM { and TERM }, a deed for each. */
static bool deed_terms(struct making *m, struct deed base, bool none)
{
    struct cursor *c = m->c;
    struct step *s = &m->k->step;
    for (;;) {
        struct deed d = base;
        if (!term(c, &d, none))
            return false;
        d.line = m->lines + 1 + (int)(s->deeds_n - (size_t)m->above);
        *push(c->q->keep, s->deeds, s->deeds_n, m->deeds_cap) = d;
        base.all = d.all;
        if (is(c, "or"))
            return later(c);
        if (!is(c, ",") && !is(c, "and") && (d.unit < 0 || !is(c, "+")))
            return true;
        c->i++;
    }
}

/* in total since M */
static bool in_total(struct cursor *c, struct deed *d)
{
    bool gone = d->kind == DEED_DESTROYS || d->kind == DEED_DISBANDS;
    uint32_t i = c->i;
    if (!gone || d->unit >= 0)
        return later(c);
    if (!want(c, "in") || !want(c, "total since") ||
        !want_moment(c, &d->since))
        return false;
    return d->since.kind == MOMENT_AT ||
           later_as(c, since(c, i), S("what is counted since a step"));
}

/* withdraws N ITEMS from Z to Z; moves the same; destroys, disbands N ITEMS;
 * transfers N ITEMS to A */
static bool goes(struct making *m, struct deed *base, size_t first,
                 const struct subjects *who, struct places *at)
{
    struct cursor *c = m->c;
    struct step *s = &m->k->step;
    struct stated stated;
    bool bad;
    base->actor.who = subjects_who(who);
    if (!deed_terms(m, *base, false) ||
        (!take_stated(c, &stated, &bad) && bad))
        return false;
    if (base->kind == DEED_WITHDRAWS) {
        at->from = want(c, "from") ? want_spots(c, who) : NULL;
        if (!at->from || (eat(c, "to") && !(at->to = want_spots(c, who))))
            return false;
    } else if (base->kind == DEED_TRANSFERS) {
        int party;
        if (!want(c, "to") || (party = want_name(c, NAME_PARTY)) < 0)
            return false;
        base->by = who_one(party);
    } else if (is_place(c) && !is2(c, "in", "total") &&
               !(at->from = want_places(c, who))) {
        return false;
    }
    if (is2(c, "in", "total") && !in_total(c, base))
        return false;
    for (size_t i = first; i < s->deeds_n; i++) {
        s->deeds[i].stated = stated;
        s->deeds[i].by = base->by;
        s->deeds[i].since = base->since;
    }
    return want_end(c);
}

/* reaches at most N ITEMS of WHOM in Z, reaches no ITEMS ...; of each of
 * several */
static bool reaches(struct making *m, struct deed *base, size_t first)
{
    struct cursor *c = m->c;
    struct step *s = &m->k->step;
    struct tail t = { 0 };
    span line = rest_of_line(c);
    bool none = eat(c, "no");
    if (is(c, "only"))
        return later(c);
    if (!none && !bound(c, &base->relation))
        return expected(c, "`at most`, `at least`, `exactly` or `no`");
    if (none)
        base->relation = AT_MOST;
    if (!deed_terms(m, *base, none) || !want_tail(c, &t, false))
        return false;
    if (t.sizes.n)
        return later_as(c, line, S("the size of what a step reaches"));
    size_t n = s->deeds_n - first;
    for (size_t k = 1; k < t.who.n; k++) /* a deed for each of them */
        for (size_t i = 0; i < n; i++) {
            struct deed d = s->deeds[first + i];
            d.line += (int)(k * n);
            *push(c->q->keep, s->deeds, s->deeds_n, m->deeds_cap) = d;
        }
    for (size_t i = first; i < s->deeds_n; i++) {
        size_t k = (i - first) / n;
        s->deeds[i].stated = t.stated;
        s->deeds[i].from = t.places ? t.places[k] : ANYWHERE;
        if (t.who.n)
            s->deeds[i].whose = t.who.at[k];
    }
    return want_end(c);
}

/* accepts an inspection [by WHOM] at S + T */
static bool accepts(struct making *m, struct deed *d)
{
    struct cursor *c = m->c;
    struct step *s = &m->k->step;
    struct subjects by;
    int spot;
    if (!want(c, "accepts an inspection"))
        return false;
    if (eat(c, "by")) {
        if (!want_subjects(c, &by))
            return false;
        d->by_said = true;
        d->by = subjects_who(&by);
    }
    if (!is(c, "at"))
        return expected(c, "`at SITE`");
    if (!want_place(c, &spot) || !want_end(c))
        return false;
    const struct spot *at = &c->q->p->spots[spot];
    if (at->kind != SPOT_SITES)
        return later_as(c, d->at, S("an inspection that is not at a site"));
    d->kind = DEED_ACCEPTS;
    d->from = spot;
    d->sites = at->sites;
    d->sites_n = at->sites_n;
    d->amount = qty_int((int64_t)at->sites_n);
    d->kinds.text = S("sites");
    d->line = m->lines + 1;
    *push(c->q->keep, s->deeds, s->deeds_n, m->deeds_cap) = *d;
    return true;
}

/* Each actor has deeds of its own, on the same lines. */
static void for_each_actor(struct making *m, size_t first,
                           const struct subjects *who, bool own,
                           const struct places *at)
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
            d.from = at->from ? at->from[a] : d.from;
            d.to = at->to ? at->to[a] : d.to;
            *push(m->c->q->keep, s->deeds, s->deeds_n, m->deeds_cap) = d;
        }
    m->lines += (int)n;
}

static bool deed(struct making *m)
{
    struct cursor *c = m->c;
    struct subjects who;
    struct places at = { NULL, NULL };
    struct deed base = {
        .at = rest(c), .relation = AT_LEAST, .amount = qty_int(0), .unit = -1
    };
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
    else if (eat(c, "transfers"))
        base.kind = DEED_TRANSFERS;
    else if (is(c, "accepts"))
        base.kind = DEED_ACCEPTS;
    else if (!eat(c, "withdraws") && !eat(c, "moves"))
        return expected(c, "what it does: `withdraws`, `moves`, `destroys`, "
                           "`disbands`, `reaches`, `transfers` or `accepts`");
    bool ok = reach                       ? reaches(m, &base, first)
              : base.kind == DEED_ACCEPTS ? accepts(m, &base)
                                          : goes(m, &base, first, &who, &at);
    if (!ok)
        return false;
    for (size_t i = first; i < m->k->step.deeds_n; i++)
        if (!formula_is_of(c, base.at, m->k->step.deeds[i].formula, &who))
            return false;
    for_each_actor(m, first, &who, !reach, &at);
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

bool step_line(struct making *m)
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
