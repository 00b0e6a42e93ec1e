/* entry.c - the entries of a book; see parse.h
 *
 * An entry is read into a small record; what it does to accounts is the
 * business of book/.  An entry with an error is left out: a book that is half
 * understood is not judged anyway.
 */
#include "pact/duties.h"
#include "pact/look.h"

struct filling {
    struct cursor *c;
    struct entry e;
    struct more more;        /* kept only if something is in it */
    bool rare, wrong, whose; /* e.who is known */
    bool lost;               /* some of it is not judged yet */
    instant ends; /* `until` of an event, exclusive; INSTANT_MIN: none */
    bool result;  /* of an inspection: found, refused ... */
    struct moment as_of; /* the line `as of`, of a report */
    size_t kinds_cap, tellings_cap;
};

/* ---- when ------------------------------------------------------------------
 */

static bool one_time(struct cursor *c, str s, instant *at, bool *dated)
{
    struct parser *q = c->q;
    bool shape;
    *dated = str_eq(s, q->day_text); /* the same once more, as in a book */
    if (!*dated && day_read(s, &q->day, &shape)) {
        q->day_text = s;
        *dated = true;
    }
    if (!*dated)
        return want_instant(c, s, at);
    *at = day_opens(q->day);
    return true;
}

static bool when(struct filling *f)
{
    struct cursor *c = f->c;
    struct entry *e = &f->e;
    str w = word(c);
    if (word_kind(c) == TOKEN_DATES) {
        size_t dots = 0;
        bool dated = false;
        while (!(w.at[dots] == '.' && w.at[dots + 1] == '.'))
            dots++;
        e->sometime = f->rare = true;
        if (!one_time(c, str_cut(w, 0, dots), &e->from, &e->dated) ||
            !one_time(c, str_cut(w, dots + 2, w.len), &f->more.until, &dated))
            return false;
        if (dated)
            f->more.until += DAY_SECONDS;
        if (f->more.until <= e->from) {
            struct diag *d = wrong(c, DIAG_BACKWARDS, here(c),
                                   "the second date is before the first");
            diag_help(c->q->diags, d, "write the earlier one first");
            return false;
        }
    } else if (!one_time(c, w, &e->from, &e->dated)) {
        return false;
    }
    c->i++;
    return true;
}

/* ---- stocks ------------------------------------------------------------- */

static bool figure(struct cursor *c, struct stock *s, qty *low, qty *high)
{
    span at = here(c);
    if (is_number(c)) { /* most are */
        s->figure = FIGURE_EXACT;
        if (!want_qty(c, low))
            return false;
        *high = *low;
        return true_thousand(c, at);
    }
    if (eat(c, "all")) {
        s->figure = FIGURE_ALL;
        *low = *high = qty_int(0);
        return true;
    }
    if (eats(c, "at least")) {
        s->figure = FIGURE_AT_LEAST;
        at = here(c);
        if (!want_estimate(c, low, high))
            return false;
        return true_thousand(c, at);
    }
    eat(c, "number");
    at = here(c);
    if (!want_estimate(c, low, high))
        return false;
    s->figure = qty_cmp(*low, *high) ? FIGURE_RANGE : FIGURE_EXACT;
    return true_thousand(c, at);
}

static int64_t wide_index(struct pact *p, qty q)
{
    *push(p->keep, p->wides, p->wides_n, p->wides_cap) = q;
    return (int64_t)p->wides_n - 1;
}

static bool small(qty q)
{
    return q.den == 1 && q.num <= INT64_MAX && q.num >= INT64_MIN;
}

static void put_stock(struct filling *f, struct stock s, qty low, qty high)
{
    struct pact *p = f->c->q->p;
    s.wide = !small(low) || !small(high);
    s.low = s.wide ? wide_index(p, low) : (int64_t)low.num;
    s.high = s.wide ? wide_index(p, high) : (int64_t)high.num;
    if (!f->e.stocks_n)
        f->e.stock = (uint32_t)p->stocks_n;
    f->e.stocks_n++;
    *push(p->keep, p->stocks, p->stocks_n, p->stocks_cap) = s;
}

/* "5_000 troops, active" */
static bool want_stock(struct filling *f)
{
    struct cursor *c = f->c;
    struct stock s = { 0 };
    struct stated stated = { 0 };
    qty low, high;
    int item;
    if (is_number(c) && kind_ahead(c, 1) == TOKEN_NUMBER && figure_slip(c))
        return false;
    if (f->e.stocks_n == UINT16_MAX) {
        struct diag *d =
            wrong(c, DIAG_TOO_BIG, rest(c),
                  "more than %d figures in one entry", UINT16_MAX);
        diag_help(c->q->diags, d, "make two entries of it");
        return false;
    }
    if (!figure(c, &s, &low, &high))
        return false;
    if (is_ahead(c, 1, "on") || (is_ahead(c, 1, "of") && !is(c, "all")))
        return later(c); /* warheads on delivery, 9_000 lt of warship */
    if (!want_item(c, &item))
        return false;
    s.item = item;
    while (eat(c, ",")) {
        int st = want_name(c, NAME_STATUS);
        if (st < 0 || !stated_add(c, &stated, st))
            return false;
    }
    if (is(c, "in"))
        return later(c);
    if (!want_end(c))
        return false;
    int set = stated_id(c->q, stated);
    if (set > INT16_MAX) {
        struct diag *d = wrong(c, DIAG_TOO_BIG, here(c),
                               "more than %d sets of statuses", INT16_MAX);
        diag_help(c->q->diags, d, "tell fewer statuses apart");
        return false;
    }
    s.stated = (int16_t)set;
    put_stock(f, s, low, high);
    return true;
}

/* ---- details ------------------------------------------------------------ */

static bool under(struct cursor *c, struct telling *t)
{
    str *ids = NULL, id;
    size_t cap = 0;
    if (!eat(c, "under"))
        return true;
    do {
        if (!want_clause_id(c, &id))
            return false;
        *push(c->q->keep, ids, t->under_n, cap) = id;
    } while (eat(c, "and"));
    t->under = ids;
    return true;
}

/* A moment that must be a date or an instant. */
static bool fixed(struct cursor *c, struct moment *m)
{
    span at = here(c);
    if (!want_moment(c, m))
        return false;
    if (m->kind == MOMENT_AT)
        return true;
    struct diag *d =
        wrong(c, DIAG_NO_MOMENT, at, "in a book only a date will do here");
    diag_help(c->q->diags, d, "write when it was, such as 2022-02-15");
    return false;
}

/* It was told, and when is not judged yet. */
static void told_sometime(struct filling *f)
{
    struct telling t = { .told = TOLD_UNJUDGED };
    f->rare = true;
    *push(f->c->q->keep, f->more.tellings, f->more.tellings_n,
          f->tellings_cap) = t;
}

static bool telling(struct filling *f, bool told)
{
    struct cursor *c = f->c;
    struct telling t = { .told = told ? TOLD_AT : TOLD_NOT };
    struct moment m, other;
    if (told) {
        if (!fixed(c, &m)) {
            if (c->unjudged.len)
                told_sometime(f);
            return false;
        }
        t.at = m.at;
        t.dated = m.dated;
        t.day_said = eat(c, "for");
        if (t.day_said && !fixed(c, &other))
            return false;
        t.day = t.day_said ? other.at : 0;
    }
    if (!under(c, &t))
        return false;
    f->rare = true;
    *push(c->q->keep, f->more.tellings, f->more.tellings_n, f->tellings_cap) =
        t;
    return want_end(c);
}

static bool arrives(struct filling *f)
{
    struct cursor *c = f->c;
    struct moment m;
    span at = here(c);
    if (f->e.kind != ENTRY_MOVE) {
        struct diag *d =
            wrong(c, DIAG_LEFT_OVER, at, "only what moves arrives");
        diag_help(c->q->diags, d, "write a `move`, or leave the line out");
        return false;
    }
    if (!fixed(c, &m))
        return false;
    f->rare = true;
    f->more.arrives = m.at;
    if (m.at < f->e.from) {
        struct diag *d =
            wrong(c, DIAG_BACKWARDS, at, "it arrives before it leaves");
        diag_help(c->q->diags, d, "mend one of the two dates");
        return false;
    }
    return want_end(c);
}

static bool until(struct filling *f)
{
    struct cursor *c = f->c;
    struct moment m;
    span at = here(c);
    if (!fixed(c, &m))
        return false;
    f->ends = m.at + (m.dated ? DAY_SECONDS : 0);
    if (f->ends <= f->e.from) {
        struct diag *d =
            wrong(c, DIAG_BACKWARDS, at, "it ends before it begins");
        diag_help(c->q->diags, d, "mend one of the two dates");
        return false;
    }
    return want_end(c);
}

static bool a_word(struct cursor *c, const char *what)
{
    if (at_end(c) || word_kind(c) == TOKEN_SIGN)
        return expected(c, what);
    c->i++;
    return true;
}

/* team 4 */
static bool team(struct filling *f)
{
    struct cursor *c = f->c;
    qty n;
    span at = here(c);
    if (figure_slip(c))
        return false;
    if (!is_number(c))
        return expected(c, "how many came, such as `team 4`");
    if (!want_qty(c, &n) || !true_thousand(c, at))
        return false;
    if (n.den != 1 || n.num < 0 || n.num > 1000000)
        return c->i--, expected(c, "how many came, such as `team 4`");
    f->rare = true;
    f->more.team = (int64_t)n.num;
    return want_end(c);
}

/* A line that any entry may have. *HIT: it was one. */
static bool detail(struct filling *f, bool *hit)
{
    struct cursor *c = f->c;
    struct moment m;
    str text;
    *hit = true;
    if (eat(c, "source")) {
        if (!want_string(c, &text))
            return false;
        if (eat(c, "grade")) {
            f->rare = true;
            return want_grade(c, f->more.grade) && want_end(c);
        }
        return want_end(c);
    }
    if (eat(c, "grade")) {
        f->rare = true;
        return want_grade(c, f->more.grade) &&
               (!eats(c, ", means") || a_word(c, "by what means")) &&
               want_end(c);
    }
    if (eat(c, "means"))
        return a_word(c, "by what means") && want_end(c);
    if (eat(c, "note"))
        return want_string(c, &text) && want_end(c);
    if (eat(c, "id"))
        return a_word(c, "an identifier") && want_end(c);
    if (eat(c, "arrives"))
        return arrives(f);
    if (eat(c, "until"))
        return until(f);
    if (eat(c, "notified"))
        return telling(f, true);
    if (eats(c, "not notified"))
        return telling(f, false);
    if (eat(c, "under")) {
        span at = here(c);
        f->rare = true;
        return want_id(c, &f->more.under) &&
               known_clause(c, at, f->more.under) && want_end(c);
    }
    if (eats(c, "as part of")) {
        f->rare = true;
        f->more.part_of = word(c);
        return a_word(c, "an entry's identifier") && want_end(c);
    }
    if (eats(c, "as of"))
        return fixed(c, &f->as_of) && want_end(c);
    if (eat(c, "from"))
        return fixed(c, &m) && want_end(c);
    if (eat(c, "team"))
        return team(f);
    if (eat(c, "purpose"))
        return a_word(c, "a word") && want_end(c);
    *hit = false;
    return true;
}

/* ---- what happened ------------------------------------------------------ */

static bool who(struct filling *f)
{
    int h;
    if (!want_holder(f->c, &h))
        return false;
    f->e.who = h;
    f->whose = true;
    return true;
}

static bool holder(struct filling *f, int *out)
{
    return want_holder(f->c, out);
}

static bool spot(struct filling *f, bool needed)
{
    struct cursor *c = f->c;
    int s = ANYWHERE;
    uint32_t i = c->i;
    double m;
    if (is2(c, "at", "home") && map_get(&c->q->names, S("home")) < 0) {
        if (!f->whose || !want_home(c, &c->q->p->holders[f->e.who], &s))
            return false;
    } else if (is_place(c)) {
        if (!want_place(c, &s))
            return false;
    } else if (needed) {
        return expected(c, "a place, such as `at SITE` or `in ZONE`");
    }
    if (is2(c, "accurate", "to")) { /* a position again, with its accuracy */
        struct cursor start = *c;
        c->i += 2;
        if (!want_length(c, &m))
            return false;
        start.i = i;
        if (eat(&start, "at") && is_number(&start)) {
            if (!want_position(&start, m, &s))
                return false;
        } else {
            not_judged_yet(c, since(c, start.i),
                           S("the accuracy of a named place"));
        }
    }
    f->e.place = s;
    return true;
}

static bool act_hold(struct filling *f)
{
    return who(f) && spot(f, true);
}

static bool act_complete(struct filling *f)
{
    return who(f) && spot(f, false);
}

static bool act_destroy(struct filling *f)
{
    return who(f) && spot(f, true) &&
           (!eat(f->c, "by") || a_word(f->c, "by what method"));
}

static bool act_move(struct filling *f)
{
    struct cursor *c = f->c;
    int from, to;
    if (!who(f) || !want(c, "from") || !want_site_or_zone(c, &from) ||
        !want(c, "to") || !want_site_or_zone(c, &to))
        return false;
    f->e.place = from;
    f->e.to = to;
    return true;
}

static bool act_transfer(struct filling *f)
{
    f->rare = true;
    return who(f) && want(f->c, "to") && holder(f, &f->more.to_who) &&
           spot(f, true);
}

static bool act_change(struct filling *f)
{
    struct cursor *c = f->c;
    f->rare = true;
    if (!who(f) || !spot(f, true) || !want(c, "from"))
        return false;
    f->more.change_from = want_name(c, NAME_STATUS);
    if (f->more.change_from < 0 || !want(c, "to"))
        return false;
    f->more.change_to = want_name(c, NAME_STATUS);
    if (is(c, "at"))
        return later(c); /* ... and moves it in the same breath */
    return f->more.change_to >= 0;
}

static bool act_balance(struct filling *f)
{
    if (!act_hold(f))
        return false;
    if (!eat(f->c, ","))
        return true;
    return is(f->c, "opening") ? later(f->c) : want(f->c, "closing");
}

static bool act_inspect(struct filling *f)
{
    struct cursor *c = f->c;
    int by;
    f->rare = true;
    if (!who(f) || !want(c, "by") || !holder(f, &by))
        return false;
    f->more.by = c->q->p->holders[by].who;
    if (!spot(f, true))
        return false;
    if (!eat(c, "under"))
        return true;
    return want_clause_id(c, &f->more.under);
}

static bool act_restriction(struct filling *f)
{
    struct cursor *c = f->c;
    int on;
    f->rare = true;
    if (!want(c, "on") || (on = want_name(c, NAME_PARTY)) < 0)
        return false;
    f->more.by = who_one(on);
    return want(c, "by") && who(f) && spot(f, true);
}

static bool act_event(struct filling *f)
{
    struct cursor *c = f->c;
    str name;
    f->rare = true;
    f->more.event = want_name(c, NAME_EVENT);
    if (f->more.event < 0)
        return false;
    if (word_kind(c) == TOKEN_STRING && !want_string(c, &name))
        return false;
    return want(c, "of") && who(f) && spot(f, false);
}

static bool act_claim(struct filling *f)
{
    f->rare = true;
    if (!who(f) || !want(f->c, "directed by"))
        return false;
    f->more.director = want_name(f->c, NAME_PARTY);
    return f->more.director >= 0;
}

static bool act_by(struct filling *f)
{
    int by;
    f->rare = true;
    if (!want_clause_ref(f->c, &f->more.clause) || !want(f->c, "by") ||
        !holder(f, &by))
        return false;
    f->more.by = f->c->q->p->holders[by].who;
    f->more.to_who = by;
    return true;
}

/* A { and B }: each of them. */
static bool several(struct filling *f)
{
    f->rare = true;
    do {
        int party = want_name(f->c, NAME_PARTY);
        if (party < 0)
            return false;
        who_add(&f->more.by, party);
    } while (eat(f->c, "and"));
    return !is(f->c, "+") ||
           expected(f->c, "`and`: each of them agrees, such as "
                          "`consent A and B to step 1`");
}

/* ... to A in Z, to troops in Z, to troops of A in Z */
static bool to_forces(struct filling *f)
{
    struct cursor *c = f->c;
    int h, party = find(c->q, word(c), NAME_PARTY);
    f->more.anybodys = true;
    if (party < 0 && !is(c, "side")) {
        struct kinds *k = new_one(c->q->keep, struct kinds);
        if (!want_kinds(c, k))
            return false;
        f->more.kinds = k;
        f->more.kinds_n = 1;
        if (!eat(c, "of"))
            return spot(f, false);
    }
    if (!holder(f, &h))
        return false;
    f->more.anybodys = false;
    f->more.whose = c->q->p->holders[h].who;
    return spot(f, false);
}

/* consent A and B to step 1, to exception 2, to troops in Z */
static bool act_consent(struct filling *f)
{
    struct cursor *c = f->c;
    if (!several(f) || !want(c, "to"))
        return false;
    for (int k = 0; k <= CLAUSE_UNCODED; k++)
        if (is(c, clause_word((enum clause_kind)k))) {
            bool ok = want_clause_ref(c, &f->more.clause);
            return ok && is(c, "for") ? later(c) : ok;
        }
    return to_forces(f);
}

static bool act_state(struct filling *f)
{
    struct cursor *c = f->c;
    f->rare = true;
    int party = want_name(c, NAME_PARTY);
    if (party < 0)
        return false;
    if (at_end(c) || word_kind(c) != TOKEN_WORD)
        return expected(c, "what state it is in, in one word");
    f->more.by = who_one(party);
    f->more.clause = word(c);
    c->i++;
    return true;
}

/* leave A: from when on it is bound no more, by the pact's notice. */
static bool act_leave(struct filling *f)
{
    struct cursor *c = f->c;
    const struct withdrawal *w = &c->q->p->withdrawal;
    span at = here(c);
    struct moment m = { .kind = MOMENT_AT,
                        .at = f->e.sometime ? f->more.until - DAY_SECONDS
                                            : f->e.from,
                        .dated = f->e.dated || f->e.sometime };
    int party = want_name(c, NAME_PARTY);
    f->rare = true;
    if (party < 0)
        return false;
    f->more.by = who_one(party);
    f->more.goes_on = INSTANT_MAX;
    if (!w->said)
        return true;
    if (!moment_after(c, m, w->notice, at, &m))
        return false;
    f->more.goes_on = m.at + (m.dated ? DAY_SECONDS : 0);
    if (f->more.goes_on < w->not_before)
        f->more.goes_on = w->not_before;
    return true;
}

/* renew until D; renew limit 1 until D */
static bool act_renew(struct filling *f)
{
    struct cursor *c = f->c;
    struct moment m;
    f->rare = true;
    f->more.clause = S("");
    if (!is(c, "until") && !want_clause_ref(c, &f->more.clause))
        return false;
    if (!want(c, "until") || !fixed(c, &m))
        return false;
    f->more.goes_on = m.at + (m.dated ? DAY_SECONDS : 0);
    return true;
}

static const struct {
    const char *word;
    enum entry_kind kind;
    bool (*read)(struct filling *f); /* NULL: not judged yet, see act.c */
} acts[] = {
    { "hold", ENTRY_HOLD, act_hold },
    { "move", ENTRY_MOVE, act_move },
    { "raise", ENTRY_RAISE, act_hold },
    { "recount", ENTRY_RECOUNT, act_hold },
    { "disband", ENTRY_DISBAND, act_destroy },
    { "destroy", ENTRY_DESTROY, act_destroy },
    { "transfer", ENTRY_TRANSFER, act_transfer },
    { "change", ENTRY_CHANGE, act_change },
    { "balance", ENTRY_BALANCE, act_balance },
    { "total", ENTRY_TOTAL, act_hold },
    { "complete", ENTRY_COMPLETE, act_complete },
    { "observe", ENTRY_OBSERVE, act_hold },
    { "inspect", ENTRY_INSPECT, act_inspect },
    { "event", ENTRY_EVENT, act_event },
    { "claim", ENTRY_CLAIM, act_claim },
    { "verified", ENTRY_VERIFIED, act_by },
    { "done", ENTRY_DONE, act_by },
    { "restriction", ENTRY_RESTRICTION, act_restriction },
    { "declare", ENTRY_DECLARE, NULL },
    { "report", ENTRY_REPORT, NULL },
    { "request", ENTRY_OTHER, NULL },
    { "answer", ENTRY_OTHER, NULL },
    { "notify", ENTRY_NOTIFY, NULL },
    { "consent", ENTRY_CONSENT, act_consent },
    { "protest", ENTRY_OTHER, NULL },
    { "suspend", ENTRY_SUSPEND, act_by },
    { "resume", ENTRY_RESUME, act_by },
    { "leave", ENTRY_LEAVE, act_leave },
    { "renew", ENTRY_RENEW, act_renew },
    { "state", ENTRY_STATE, act_state },
};

enum { ACTS = sizeof acts / sizeof *acts };

/* ---- the lines below ---------------------------------------------------- */

/* "for troops and tank [that are ..]" below `complete` */
static bool complete_line(struct filling *f)
{
    struct cursor *c = f->c;
    struct stated stated;
    span at = rest(c);
    bool bad;
    if (!eat(c, "for"))
        return expected(c, "`for ITEMS`");
    f->rare = true;
    do {
        struct kinds k;
        if (!want_kinds(c, &k))
            return false;
        *push(c->q->keep, f->more.kinds, f->more.kinds_n, f->kinds_cap) = k;
    } while (eat(c, "and"));
    if (take_stated(c, &stated, &bad)) {
        if (stated.groups < stated.n)
            return later_as(c, at, S("`or` between statuses of `complete`"));
        f->more.stated = stated_id(c->q, stated);
    }
    return !bad && want_end(c);
}

/* found 300 troops; missing, covered, refused */
static bool result_line(struct filling *f)
{
    struct cursor *c = f->c;
    f->result = true;
    if (eat(c, "found"))
        return want_stock(f);
    if (eat(c, "accepted"))
        return want_end(c); /* let in; nothing is counted from it */
    if (eat(c, "refused")) {
        f->rare = f->more.refused = true;
        return want_end(c);
    }
    if (is(c, "missing") || is(c, "covered"))
        return later(c);
    return expected(c,
                    "`found`, `accepted`, `refused`, `missing` or `covered`");
}

static bool own_line(struct filling *f)
{
    struct cursor *c = f->c;
    if (f->e.kind == ENTRY_COMPLETE)
        return complete_line(f);
    if (f->e.kind == ENTRY_INSPECT)
        return result_line(f);
    if (is_number(c) || word_kind(c) == TOKEN_RANGE || is(c, "all") ||
        is(c, "at") || is(c, "between") || is(c, "number"))
        return want_stock(f);
    if (figure_slip(c))
        return false;
    return expected(c, "a figure, such as `5_000 troops`, or a detail, such "
                       "as `source`, `note` or `notified`");
}

static bool posts(enum entry_kind k)
{
    return k < ENTRY_BALANCE; /* ORDER POSTINGS */
}

/* What is moved or held in words that are not judged yet: no verdict about
 * its holder can be definite from then on. */
static void lose(struct filling *f)
{
    struct pact *p = f->c->q->p;
    struct lost l = { .from = f->e.from, .what = f->c->unjudged };
    if (f->whose)
        l.who = p->holders[f->e.who].who;
    else
        for (size_t i = 0; i < p->parties_n; i++)
            who_add(&l.who, (int)i);
    f->lost = true;
    if (posts((enum entry_kind)f->e.kind))
        *push(p->keep, p->lost, p->lost_n, p->lost_cap) = l;
}

static void body(struct filling *f)
{
    struct cursor *c = f->c;
    for (size_t n = 1; at_line(c, n); n++) {
        bool hit = true;
        c->unjudged = S("");
        bool plain = is_number(c) && f->e.kind != ENTRY_COMPLETE &&
                     f->e.kind != ENTRY_INSPECT;
        bool ok = plain ? want_stock(f) : detail(f, &hit);
        if (!plain && !hit)
            ok = own_line(f);
        if (!ok && !c->unjudged.len)
            f->wrong = true;
        if (!ok && c->unjudged.len)
            lose(f);
    }
}

/* `hold A/first at home` without figures: those of its declaration. */
static void as_declared(struct filling *f)
{
    const struct unit *u =
        f->whose ? unit_of(f->c->q, &f->c->q->p->holders[f->e.who]) : NULL;
    if ((f->e.kind != ENTRY_HOLD && f->e.kind != ENTRY_RAISE) || !u ||
        f->e.stocks_n || f->lost || f->wrong)
        return;
    int stated = stated_id(f->c->q, u->stated);
    for (size_t i = 0; i < u->parts_n; i++) {
        const struct unit_part *x = &u->parts[i];
        bool range = qty_cmp(x->low, x->high) != 0;
        put_stock(
            f,
            (struct stock){ .item = x->item,
                            .stated = (int16_t)stated,
                            .figure = range ? FIGURE_RANGE : FIGURE_EXACT },
            x->low, x->high);
    }
}

/* What an entry of its kind cannot do without. */
static bool whole(struct filling *f)
{
    struct cursor *c = f->c;
    const char *lacks = NULL;
    enum entry_kind k = (enum entry_kind)f->e.kind;
    bool figures = posts(k) || k == ENTRY_BALANCE || k == ENTRY_TOTAL ||
                   k == ENTRY_OBSERVE;
    if (figures && !f->e.stocks_n && c->d.lines_n < 2)
        lacks = "a figure below it, such as `5_000 troops`";
    if (k == ENTRY_INSPECT && !f->result)
        lacks = "what was found below it, such as `found 5_000 troops`, "
                "`accepted` or `refused`";
    if (k == ENTRY_COMPLETE && !f->more.kinds_n)
        lacks = "a line `for ITEMS` below it";
    if (!lacks)
        return true;
    if (orphan_follows(c))
        return false;
    at_line(c, 0);
    struct diag *d =
        wrong(c, DIAG_SAYS_NOTHING, rest(c), "this entry lacks %s", lacks);
    diag_help(c->q->diags, d, "add an indented line below it");
    return false;
}

/* `all` and open figures are not for every kind. */
static bool figures_fit(struct filling *f)
{
    struct cursor *c = f->c;
    enum entry_kind k = (enum entry_kind)f->e.kind;
    bool all_ok = k >= ENTRY_DISBAND && k <= ENTRY_CHANGE;
    for (uint16_t i = 0; i < f->e.stocks_n; i++) {
        const struct stock *s = &c->q->p->stocks[f->e.stock + i];
        if (s->figure != FIGURE_ALL || all_ok)
            continue;
        at_line(c, 0);
        struct diag *d = wrong(c, DIAG_EXPECTED, rest(c),
                               "`all` says how much moves, not how much "
                               "there is");
        diag_help(c->q->diags, d, "write a figure, or a range");
        return false;
    }
    return true;
}

/* ---- one entry
 * -------------------------------------------------------------------------------
 */

static void start(struct filling *f, struct cursor *c, int book)
{
    *f = (struct filling){ .c = c, .ends = INSTANT_MIN };
    f->e.file = c->d.file;
    f->e.head = c->d.from;
    f->e.end = c->d.to;
    f->e.more = -1;
    f->e.book = (uint16_t)book;
    f->more.arrives = INSTANT_MIN;
    f->more.event = f->more.director = -1;
    f->more.change_from = f->more.change_to = -1;
    f->more.team = -1;
}

/* The close of its day, or of its stretch D..D. */
static instant ends(const struct filling *f)
{
    return f->e.sometime ? f->more.until
                         : day_opens(instant_day(f->e.from)) + DAY_SECONDS;
}

static void keep(struct filling *f)
{
    struct pact *p = f->c->q->p;
    f->more.ends_said = f->ends != INSTANT_MIN;
    if (f->e.kind == ENTRY_EVENT)
        f->more.goes_on =
            f->ends != INSTANT_MIN
                ? f->ends
                : day_opens(instant_day(f->e.from)) + DAY_SECONDS;
    if (f->e.kind == ENTRY_RESTRICTION || f->e.kind == ENTRY_INSPECT)
        f->more.goes_on = f->ends != INSTANT_MIN ? f->ends : ends(f);
    if (f->e.kind == ENTRY_CONSENT)
        f->more.goes_on = f->ends != INSTANT_MIN ? f->ends : INSTANT_MAX;
    if (f->rare) {
        f->e.more = (int32_t)p->mores_n;
        *push(p->keep, p->mores, p->mores_n, p->mores_cap) = f->more;
    }
    *push(p->keep, p->entries, p->entries_n, p->entries_cap) = f->e;
}

static void unknown_act(struct cursor *c)
{
    str names[ACTS], best[3];
    for (int i = 0; i < ACTS; i++)
        names[i] = str_of(acts[i].word);
    str w = word(c);
    struct diag *d =
        wrong(c, DIAG_DIRECTIVE_UNKNOWN, here(c),
              "no entry says '%.*s' after its date", STR(brief(w)));
    size_t got = diag_nearest(c->q->keep, w, names, ACTS, best);
    if (got)
        diag_help(c->q->diags, d, "did you mean `%.*s`?", STR(best[0]));
    else
        diag_help(c->q->diags, d,
                  "an entry is a date and what happened: "
                  "hold, move, observe, event, total, complete ...");
}

/* What is told; or not judged yet: read, marked, and its day counts for the
 * as-of day. */
static void other(struct filling *f, str act)
{
    struct cursor *c = f->c;
    struct act *a = new_one(c->q->keep, struct act);
    bool tells = f->e.kind == ENTRY_REPORT || f->e.kind == ENTRY_NOTIFY;
    span at = since(c, c->i - 1);
    if (!(want_act(c, act, a) && want_end(c)) && !c->unjudged.len)
        return;
    if (!tells && f->e.kind != ENTRY_DECLARE && !str_eq(act, S("request")) &&
        !str_eq(act, S("answer")))
        not_judged_yet(c, at, act);
    f->more.act = a;
    f->rare = true;
    for (size_t n = 1; at_line(c, n); n++) {
        bool hit;
        c->unjudged = S("");
        if (!detail(f, &hit) && !c->unjudged.len)
            f->wrong = true;
        if (!hit &&
            !(tells ? want_reported(c, a) || c->unjudged.len : look_over(c)))
            f->wrong = true;
    }
    a->as_of = f->as_of;
    if (!a->clause.len)
        a->clause = f->more.under;
    if (!f->wrong)
        keep(f);
}

void read_entry(struct cursor *c, int book)
{
    struct filling f;
    start(&f, c, book);
    int act = 0;
    c->q->clause_now = S("");
    if (!when(&f))
        return;
    while (act < ACTS && !eat(c, acts[act].word))
        act++;
    if (act == ACTS) {
        unknown_act(c);
        return;
    }
    f.e.kind = (uint8_t)acts[act].kind;
    if (!acts[act].read) {
        other(&f, str_of(acts[act].word));
        return;
    }
    bool read = acts[act].read(&f) && want_end(c);
    if (!read) {
        if (c->unjudged.len) { /* known, not judged: only its day counts */
            lose(&f);
            for (size_t n = 1; at_line(c, n); n++)
                look_over(c);
            f.e.kind = ENTRY_OTHER;
            keep(&f);
        }
        return;
    }
    body(&f);
    as_declared(&f);
    if (!f.wrong && whole(&f) && figures_fit(&f))
        keep(&f);
}

/* ---- what others ask of entries ----------------------------------------- */

void stock_ends(const struct pact *p, const struct stock *s, qty *low,
                qty *high)
{
    *low = s->wide ? p->wides[s->low] : qty_int(s->low);
    *high = s->wide ? p->wides[s->high] : qty_int(s->high);
    if (s->figure == FIGURE_ALL || s->figure == FIGURE_AT_LEAST)
        *high = QTY_NONE;
}

const struct more *entry_more(const struct pact *p, const struct entry *e)
{
    static const struct more none = { .arrives = INSTANT_MIN,
                                      .team = -1,
                                      .event = -1,
                                      .change_from = -1,
                                      .change_to = -1,
                                      .director = -1 };
    return e->more >= 0 ? &p->mores[e->more] : &none;
}

instant entry_until(const struct pact *p, const struct entry *e)
{
    return e->sometime ? entry_more(p, e)->until
                       : day_opens(instant_day(e->from)) + DAY_SECONDS;
}

instant entries_until(const struct pact *p)
{
    instant last = INSTANT_MIN, end = INSTANT_MIN;
    for (size_t i = 0; i < p->entries_n; i++) {
        const struct entry *e = &p->entries[i];
        instant *latest = e->sometime ? &end : &last;
        instant t = e->sometime ? entry_until(p, e) : e->from;
        *latest = t > *latest ? t : *latest;
    }
    if (last == INSTANT_MIN)
        return end;
    last = day_opens(instant_day(last)) + DAY_SECONDS;
    return last > end ? last : end;
}

span entry_at(const struct entry *e)
{
    return (span){ e->file, e->head, e->end };
}

bool declares(const struct pact *p, int book, const struct holder *h)
{
    int k = p->books[book].keeper;
    if (k < 0 || h->either)
        return false;
    struct who self = who_one(k);
    return who_same(&h->who, &self);
}

bool entry_declares(const struct pact *p, const struct entry *e)
{
    return declares(p, e->book, &p->holders[e->who]);
}
