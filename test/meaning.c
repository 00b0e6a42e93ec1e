/* meaning.c - what a pact and its books mean, for the tests in Python.
 *
 *     meaning FILE...           the meaning, as text
 *     meaning --words FILE...   for each word of the files one line: what
 *                               becomes of the meaning when it is deleted
 *
 * The meaning is all that pact_read() resolved, by names, without lines,
 * places in the text or what is there for messages only. Words that are kept
 * as written, because nothing is judged by them yet, are part of it as text,
 * with one blank between them: they are shown as they stand.
 *
 * A word is a token of the reader that is no quoted string. The line is END,
 * FILE, LINE, COLUMN and WORD, parted by tabs; END is the code of the first
 * error, `other` for another meaning, or `same`.
 */
#include "lang/lang.h"
#include "os_fake.h"
#include "pact/duties.h"
#include "pact/pact.h"
#include "zone_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One reading, and what is written of it. */
struct dump {
    struct arena *keep;
    const struct pact *p;
    struct buf b;
    struct zone_texts zones;
};

/* ---- small things ------------------------------------------------------- */

static void word(struct dump *d, const char *w)
{
    buf_fmt(&d->b, " %s", w);
}

static void words(struct dump *d, const char *w, str s)
{
    if (s.len)
        buf_fmt(&d->b, " %s \"%.*s\"", w, STR(s));
}

static void whole(struct dump *d, const char *w, long long n)
{
    buf_fmt(&d->b, " %s %lld", w, n);
}

static void amount(struct dump *d, const char *w, qty q)
{
    words(d, w, qty_ok(q) ? qty_text(d->keep, q) : S("open"));
}

static void flag(struct dump *d, const char *w, bool yes)
{
    if (yes)
        word(d, w);
}

static void begin(struct dump *d, const char *w)
{
    buf_fmt(&d->b, "\n%s", w);
}

static void below(struct dump *d, const char *w)
{
    buf_fmt(&d->b, "\n  %s", w);
}

/* ---- words as they stand ------------------------------------------------ */

static void as_written(struct dump *d, const char *w, str s)
{
    bool blank = true;
    if (s.len)
        word(d, w);
    for (size_t i = 0; i < s.len; i++) {
        bool is = strchr(" \t\r\n", s.at[i]) != NULL;
        if (!is && blank)
            buf_char(&d->b, ' ');
        if (!is)
            buf_char(&d->b, s.at[i]);
        blank = is;
    }
}

/* All words of the directive that begins at byte FROM. */
static void directive(struct dump *d, uint32_t file, uint32_t from)
{
    struct reader r;
    struct directive x;
    str t = d->p->sources->at[file].text;
    reader_open(&r, d->keep, NULL, file, t);
    reader_at(&r, from, &x);
    for (size_t i = 0; i < x.lines_n; i++) {
        below(d, "as written:");
        for (uint32_t k = 0; k < x.lines[i].n; k++)
            buf_fmt(
                &d->b, " %.*s",
                STR(token_text(d->keep, t, x.tokens[x.lines[i].first + k])));
    }
}

/* ---- zones and places --------------------------------------------------- */

static void where(struct dump *d, const char *w, int spot)
{
    const struct spot *s = &d->p->spots[spot];
    if (spot == ANYWHERE)
        return;
    buf_fmt(&d->b, " %s(%d", w, s->kind);
    for (size_t i = 0; i < s->sites_n; i++)
        words(d, "site", d->p->sites[s->sites[i]].name);
    if (s->zone)
        buf_fmt(&d->b, " #%llx",
                (unsigned long long)zone_hash(&d->zones, s->zone));
    for (size_t i = 0; i < s->points_n; i++)
        buf_fmt(&d->b, " %.17g,%.17g", s->points[i].lat, s->points[i].lon);
    if (s->points_n)
        buf_fmt(&d->b, " %.17g", s->accuracy_m);
    buf_char(&d->b, ')');
}

/* ---- who and what ------------------------------------------------------- */

static void who(struct dump *d, const char *w, const struct who *x)
{
    word(d, w);
    for (int i = 0; i < (int)d->p->parties_n; i++)
        if (who_has(x, i))
            buf_fmt(&d->b, "+%.*s", STR(d->p->parties[i].name));
}

static void party(struct dump *d, const char *w, int i)
{
    if (i >= 0)
        words(d, w, d->p->parties[i].name);
}

static void kinds(struct dump *d, const struct kinds *k)
{
    word(d, "items");
    for (size_t i = 0; i < d->p->items_n; i++)
        if (k->in && (k->in[i] || k->unlisted[i]))
            buf_fmt(&d->b, " %.*s:%d%d", STR(d->p->items[i].name), k->in[i],
                    k->unlisted[i]);
    if (k->sum) {
        words(d, "sum of", k->sum->attr);
        amount(d, "in", k->sum->factor);
    }
}

static void attrs(struct dump *d, const struct attr *at, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        words(d, "has", at[k].name);
        flag(d, "flag", at[k].flag);
        flag(d, "stated", at[k].open);
        amount(d, "low", at[k].low);
        amount(d, "high", at[k].high);
        whole(d, "in", at[k].dimension);
    }
}

static void stated(struct dump *d, const struct stated *s)
{
    if (s->n)
        word(d, "that are");
    for (int i = 0; i < s->n; i++)
        buf_fmt(&d->b, " %d:%.*s", s->group[i],
                STR(s->at[i] == STATUS_STATIONED ? S("stationed")
                    : s->at[i] == STATUS_OWN     ? S("own")
                                             : d->p->statuses[s->at[i]].name));
}

static void subject(struct dump *d, const struct subject *s)
{
    whole(d, "whom", s->kind);
    party(d, "party", s->party);
    if (s->side >= 0)
        words(d, "side", d->p->sides[s->side].name);
    who(d, "who", &s->who);
}

static void subjects(struct dump *d, const struct subjects *s,
                     const int *places)
{
    for (size_t i = 0; i < s->n; i++) {
        subject(d, &s->at[i]);
        if (places)
            where(d, "in", places[i]);
    }
}

static void span_of_time(struct dump *d, const char *w, struct duration t)
{
    buf_fmt(&d->b, " %s %lld:%d", w, (long long)t.n, t.unit);
}

static void sizes(struct dump *d, const struct sizes *s)
{
    for (size_t i = 0; i < s->n; i++) {
        whole(d, "size", (long long)s->group[i]);
        whole(d, s->at[i].strict ? "than" : "", s->at[i].relation);
        amount(d, "", s->at[i].amount);
        span_of_time(d, "lasts", s->at[i].lasts);
        if (!s->at[i].lasts.n)
            kinds(d, &s->at[i].kinds);
    }
}

/* ---- when --------------------------------------------------------------- */

static void moment(struct dump *d, const char *w, const struct moment *m)
{
    if (!m->kind)
        return;
    whole(d, w, m->kind);
    whole(d, m->dated ? "day" : "at", m->at);
    words(d, "step", m->step);
    if (m->after.n)
        span_of_time(d, "after", m->after);
}

/* ---- declarations ------------------------------------------------------- */

static void declared(struct dump *d)
{
    const struct pact *p = d->p;
    for (size_t i = 0; i < p->sides_n; i++) {
        begin(d, "side");
        words(d, "", p->sides[i].name);
        words(d, "title", p->sides[i].title);
    }
    for (size_t i = 0; i < p->parties_n; i++) {
        const struct party *x = &p->parties[i];
        begin(d, "party");
        words(d, "", x->name);
        words(d, "title", x->title);
        whole(d, "role", x->role);
        if (x->side >= 0)
            words(d, "on", p->sides[x->side].name);
        if (x->territory >= 0)
            words(d, "territory", p->zones[x->territory].name);
        party(d, "directed by", x->directed_by);
        moment(d, "from", &x->from);
        moment(d, "until", &x->until);
    }
    for (size_t i = 0; i < p->units_n; i++) {
        begin(d, "unit");
        words(d, "", p->units[i].path);
        words(d, "title", p->units[i].title);
        where(d, "home", p->units[i].home);
        attrs(d, p->units[i].attrs, p->units[i].attrs_n);
        stated(d, &p->units[i].stated);
        for (size_t k = 0; k < p->units[i].parts_n; k++) {
            const struct unit_part *x = &p->units[i].parts[k];
            words(d, "holds", p->items[x->item].name);
            amount(d, "low", x->low);
            amount(d, "high", x->high);
        }
    }
}

static void things(struct dump *d)
{
    const struct pact *p = d->p;
    for (size_t i = 0; i < p->items_n; i++) {
        const struct item *x = &p->items[i];
        begin(d, "item");
        words(d, "", x->name);
        words(d, "title", x->title);
        if (x->parent >= 0)
            words(d, "below", p->items[x->parent].name);
        attrs(d, x->attrs, x->attrs_n);
    }
    for (size_t i = 0; i < p->statuses_n; i++) {
        begin(d, "status");
        words(d, "", p->statuses[i].name);
        words(d, "of", p->families[p->statuses[i].family].name);
    }
    for (size_t i = 0; i < p->events_n; i++) {
        begin(d, "event");
        words(d, "", p->events[i].name);
        words(d, "title", p->events[i].title);
        if (p->events[i].parent >= 0)
            words(d, "below", p->events[p->events[i].parent].name);
    }
}

static void places(struct dump *d)
{
    const struct pact *p = d->p;
    for (size_t i = 0; i < p->zones_n; i++) {
        const struct zone *z = &p->zones[i];
        begin(d, "zone");
        words(d, "", z->name);
        party(d, "of", z->of_party);
        if (z->of_side >= 0)
            words(d, "of side", p->sides[z->of_side].name);
        flag(d, "disputed", z->disputed);
        as_written(d, "not judged", z->unjudged);
        if (z->geo)
            words(d, "is", zone_text(&d->zones, z->geo));
    }
    for (size_t i = 0; i < p->sites_n; i++) {
        begin(d, "site");
        words(d, "", p->sites[i].name);
        words(d, "title", p->sites[i].title);
        if (p->sites[i].spot >= 0)
            where(d, "at", p->sites[i].spot);
    }
}

/* ---- clauses ------------------------------------------------------------ */

static void row(struct dump *d, const struct limit_row *r)
{
    whole(d, "", r->line);
    whole(d, "relation", r->relation);
    amount(d, "", r->amount);
    as_written(d, "figure", r->figure);
    for (size_t i = 0; i < r->events_n; i++)
        words(d, "event", d->p->events[r->events[i]].name);
    if (r->event < 0)
        kinds(d, &r->kinds);
    sizes(d, &r->sizes);
    subjects(d, &r->subjects, r->places);
    if (!r->subjects.n && r->places)
        where(d, "in", r->places[0]);
    stated(d, &r->stated);
    whole(d, "period", r->period.kind);
    span_of_time(d, "of", r->period.span);
    whole(d, "day", r->period.from.month * 100 + r->period.from.day);
    moment(d, "as on", &r->as_on);
    flag(d, "share", r->share);
    flag(d, "in addition", r->addition);
    as_written(d, "not judged", r->unjudged);
}

static void limit(struct dump *d, const struct clause *k)
{
    for (size_t i = 0; i < k->rows_n; i++) {
        below(d, "line");
        row(d, &k->rows[i]);
    }
    for (size_t i = 0; i < k->not_under_n; i++)
        words(d, "not under", d->p->clauses[k->not_under[i]].id);
    for (size_t i = 0; i < k->uncounts_n; i++) {
        const struct uncount *u = &k->uncounts[i];
        below(d, "not counting");
        kinds(d, &u->kinds);
        flag(d, "of all", u->all);
        who(d, "of", &u->who);
        stated(d, &u->stated);
        where(d, "in", u->place);
        if (u->capped)
            amount(d, "up to", u->cap);
    }
}

static void notice(struct dump *d, const struct notice *n)
{
    below(d, "notice");
    flag(d, "movement", n->movement);
    for (size_t i = 0; i < n->events_n; i++)
        words(d, "event", d->p->events[n->events[i]].name);
    sizes(d, &n->sizes);
    subjects(d, &n->subjects, n->places);
    stated(d, &n->stated);
    whole(d, "moves", n->moves);
    whole(d, "lead", n->lead);
    span_of_time(d, "ahead", n->ahead);
    whole(d, "by", n->by.month * 100 + n->by.day);
    flag(d, "told", n->told_stated);
    span_of_time(d, "window", n->window);
    flag(d, "advised", n->advised);
}

static void step(struct dump *d, const struct step *s)
{
    for (size_t i = 0; i < s->deeds_n; i++) {
        const struct deed *x = &s->deeds[i];
        below(d, "deed");
        whole(d, "", x->kind);
        whole(d, "line", x->line);
        subject(d, &x->actor);
        whole(d, "relation", x->relation);
        amount(d, "", x->amount);
        kinds(d, &x->kinds);
        subject(d, &x->whose);
        stated(d, &x->stated);
        moment(d, "since", &x->since);
        where(d, "from", x->from);
        where(d, "to", x->to);
        flag(d, "inspected by", x->by_said);
        who(d, "", &x->by);
        as_written(d, "not judged", x->unjudged);
    }
    below(d, "step");
    flag(d, "returns", s->returns_said);
    flag(d, "for good", s->for_good);
    span_of_time(d, "for", s->returns);
    flag(d, "verified", s->verified_said);
    flag(d, "by the other side", s->verified_by_other);
    flag(d, "in time", s->verified_within_said);
    span_of_time(d, "within", s->verified_within);
    as_written(d, "not judged", s->verified_unjudged);
    subjects(d, &s->verifiers, NULL);
    moment(d, "anchor", &s->anchor);
    moment(d, "deadline", &s->deadline);
}

static void clause_id(struct dump *d, const char *w, int i)
{
    if (i >= 0)
        words(d, w, d->p->clauses[i].id);
}

static void conditions(struct dump *d, const struct clause *k)
{
    for (size_t i = 0; i < k->conditions_n; i++) {
        const struct condition *c = &k->conditions[i];
        below(d, c->unless ? "unless" : "when");
        whole(d, "", c->fact);
        if (c->measure)
            row(d, c->measure);
        clause_id(d, "kept", c->clause);
        subjects(d, &c->who, NULL);
        party(d, "is", c->party);
        words(d, "state", c->word);
        if (c->event >= 0)
            words(d, "event", d->p->events[c->event].name);
        span_of_time(d, "ahead", c->ahead);
    }
}

static void exception(struct dump *d, const struct exception *x)
{
    for (size_t i = 0; i < x->targets_n; i++)
        clause_id(d, "to", x->targets[i]);
    for (size_t i = 0; i < x->over_n; i++)
        clause_id(d, "over", x->over[i]);
    flag(d, "article", x->to_article);
    flag(d, "lasts", x->lasts_said);
    span_of_time(d, "so long", x->lasts);
    flag(d, "once", x->once);
    flag(d, "rolling", x->rolling);
    span_of_time(d, "per", x->per);
    flag(d, "no notice", x->no_notice);
}

static void consents(struct dump *d, const struct clause *k)
{
    for (size_t i = 0; i < k->needs_n; i++) {
        const struct needs *n = &k->needs[i];
        below(d, "consent");
        clause_id(d, "to", n->clause);
        if (n->clause < 0)
            row(d, &n->forces);
        flag(d, "host", n->host);
        subjects(d, &n->who, NULL);
        as_written(d, "not judged", n->unjudged);
    }
}

static void remedy(struct dump *d, const struct remedy *y)
{
    for (size_t i = 0; i < y->rights_n; i++) {
        const struct right *r = &y->rights[i];
        below(d, "right");
        clause_id(d, "breach", r->breach);
        clause_id(d, "suspends", r->target);
        subject(d, &r->by);
        subject(d, &r->whose);
        as_written(d, "not judged", r->unjudged);
    }
    clause_id(d, "back", y->back);
    span_of_time(d, "kept", y->kept);
}

static void how_many(struct dump *d, const char *w, const struct count *n)
{
    amount(d, w, n->n);
    flag(d, "share", n->share);
    words(d, "of", n->of);
}

static void accepts(struct dump *d, const struct accepts *a)
{
    below(d, "accepts");
    whole(d, "line", a->line);
    subjects(d, &a->who, a->places);
    flag(d, "offers", a->offers);
    flag(d, "any time", a->anytime);
    flag(d, "unrestricted", a->unrestricted);
    words(d, "each", a->each_what);
    if (a->counted) {
        whole(d, "relation", a->relation);
        how_many(d, "", &a->count);
    }
    if (a->in_said) {
        whole(d, "period", a->in.kind);
        span_of_time(d, "in", a->in.span);
        whole(d, "day", a->in.from.month * 100 + a->in.from.day);
    }
    subjects(d, &a->by, NULL);
    flag(d, "by other", a->by_other);
    flag(d, "from other", a->from_other);
    span_of_time(d, "after request", a->after_request);
    subjects(d, &a->requesters, NULL);
    if (a->same_said)
        how_many(d, "same", &a->same);
    if (a->other_said)
        how_many(d, "other", &a->other);
    whole(d, "rounded", a->rounded);
    if (a->sites_with || a->sites_without) {
        flag(d, "with", a->sites_with);
        kinds(d, &a->kinds);
        stated(d, &a->stated);
    }
    as_written(d, "not judged", a->unjudged);
}

static void manner(struct dump *d, const char *w, const struct manner *m)
{
    if (!m->line)
        return;
    below(d, w);
    whole(d, "line", m->line);
    span_of_time(d, "", m->within);
    whole(d, "n", m->n);
}

static void inspection(struct dump *d, const struct inspection *in)
{
    for (size_t i = 0; i < in->lines_n; i++)
        accepts(d, &in->lines[i]);
    manner(d, "asked", &in->asked);
    manner(d, "answer", &in->answer);
    manner(d, "access", &in->access);
    manner(d, "lasts", &in->lasts);
    manner(d, "team", &in->team);
    manner(d, "inspectors", &in->inspectors);
}

static void accesses(struct dump *d, const struct duties *y)
{
    for (size_t i = 0; i < y->accesses_n; i++) {
        const struct access *a = &y->accesses[i];
        below(d, "lets");
        whole(d, "line", a->line);
        subjects(d, &a->who, a->places);
        words(d, "what", a->what);
        subjects(d, &a->whose, NULL);
        flag(d, "see", a->see);
        flag(d, "through", a->through);
    }
}

/* Is it of a kind that is only named as such? */
static bool only_named(const struct clause *k)
{
    return str_eq(k->unjudged, str_of(clause_word(k->kind)));
}

static void clauses(struct dump *d)
{
    for (size_t i = 0; i < d->p->clauses_n; i++) {
        const struct clause *k = &d->p->clauses[i];
        begin(d, clause_word(k->kind));
        words(d, "", k->id);
        words(d, "title", k->title);
        words(d, "in article", k->article);
        words(d, "words", k->words);
        flag(d, "paraphrase", k->paraphrase);
        moment(d, "from", &k->from);
        moment(d, "until", &k->until);
        as_written(d, "not judged", k->unjudged);
        flag(d, "opaque", k->opaque);
        flag(d, "bent", k->bent);
        whole(d, "grade", k->grade[0] * 256 + k->grade[1]);
        limit(d, k);
        conditions(d, k);
        if (k->kind == CLAUSE_EXCEPTION)
            exception(d, &k->exception);
        consents(d, k);
        if (k->kind == CLAUSE_REMEDY)
            remedy(d, &k->remedy);
        if (k->kind == CLAUSE_NOTICE || k->kind == CLAUSE_EXCEPTION)
            notice(d, &k->notice);
        if (k->kind == CLAUSE_STEP)
            step(d, &k->step);
        if (k->kind == CLAUSE_INSPECTION && k->duties)
            inspection(d, &k->duties->inspection);
        if (k->kind == CLAUSE_ACCESS && k->duties)
            accesses(d, k->duties);
        if (only_named(k))
            directive(d, k->head.file, k->head.from);
    }
}

/* ---- books -------------------------------------------------------------- */

static void books(struct dump *d)
{
    const struct pact *p = d->p;
    for (size_t i = 0; i < p->books_n; i++) {
        const struct book *b = &p->books[i];
        begin(d, "book");
        words(d, "title", b->title);
        words(d, "kept by", b->keeper_name);
        party(d, "who is", b->keeper);
        for (size_t k = 0; k < b->covers_n; k++) {
            words(d, "covers", b->covers[k].what);
            who(d, "of", &b->covers[k].who);
            whole(d, "from", b->covers[k].from);
            whole(d, "until", b->covers[k].until);
        }
    }
}

static void holder(struct dump *d, const char *w, int i)
{
    const struct holder *h = &d->p->holders[i];
    who(d, w, &h->who);
    flag(d, "either", h->either);
    flag(d, "side", h->side);
    words(d, "unit", h->unit);
}

static void stocks(struct dump *d, const struct entry *e)
{
    for (uint16_t i = 0; i < e->stocks_n; i++) {
        const struct stock *s = &d->p->stocks[e->stock + i];
        qty low, high;
        stock_ends(d->p, s, &low, &high);
        below(d, "figure");
        whole(d, "", s->figure);
        amount(d, "low", low);
        amount(d, "high", high);
        words(d, "of", d->p->items[s->item].name);
        stated(d, &d->p->stateds[s->stated]);
    }
}

static void tellings(struct dump *d, const struct more *m)
{
    for (size_t i = 0; i < m->tellings_n; i++) {
        const struct telling *t = &m->tellings[i];
        below(d, "told");
        whole(d, "", t->told);
        whole(d, t->dated ? "day" : "at", t->at);
        if (t->day_said)
            whole(d, "for", t->day);
        for (size_t k = 0; k < t->under_n; k++)
            words(d, "under", t->under[k]);
    }
}

static void status(struct dump *d, const char *w, int i)
{
    if (i >= 0)
        words(d, w, d->p->statuses[i].name);
}

/* Each kind of entry sets what it has; the rest is 0, or -1. */
static void rare(struct dump *d, const struct entry *e)
{
    const struct more *m = entry_more(d->p, e);
    whole(d, "until", m->until);
    whole(d, "arrives", m->arrives);
    whole(d, "goes on", m->goes_on);
    flag(d, "ends", m->ends_said);
    flag(d, "refused", m->refused);
    flag(d, "anybody's", m->anybodys);
    who(d, "whose", &m->whose);
    for (size_t i = 0; i < m->kinds_n; i++)
        kinds(d, &m->kinds[i]);
    stated(d, &d->p->stateds[m->stated]);
    status(d, "from", m->change_from);
    status(d, "to", m->change_to);
    if (e->kind == ENTRY_TRANSFER)
        holder(d, "to", m->to_who);
    party(d, "directed by", m->director);
    if (m->event >= 0)
        words(d, "event", d->p->events[m->event].name);
    who(d, "by", &m->by);
    words(d, "clause", m->clause);
    words(d, "under", m->under);
    words(d, "part of", m->part_of);
    whole(d, "team", m->team);
    whole(d, "grade", m->grade[0] * 256 + m->grade[1]);
    tellings(d, m);
}

static bool has_holder(const struct entry *e)
{
    return e->kind != ENTRY_VERIFIED && e->kind != ENTRY_DONE &&
           e->kind < ENTRY_REPORT;
}

static void entries(struct dump *d)
{
    for (size_t i = 0; i < d->p->entries_n; i++) {
        const struct entry *e = &d->p->entries[i];
        struct entry_words w = entry_words(d->p, d->keep, e);
        begin(d, "entry");
        whole(d, "", e->kind);
        whole(d, "book", e->book);
        whole(d, e->dated ? "day" : "at", e->from);
        flag(d, "sometime", e->sometime);
        if (has_holder(e))
            holder(d, "of", e->who);
        where(d, "at", e->place);
        where(d, "to", e->to);
        words(d, "id", w.id);
        words(d, "note", w.note);
        words(d, "title", w.title);
        for (size_t k = 0; k < w.sources_n; k++)
            words(d, "source", w.sources[k]);
        rare(d, e);
        stocks(d, e);
        if (e->kind >= ENTRY_REPORT)
            directive(d, e->file, e->head);
    }
    for (size_t i = 0; i < d->p->lost_n; i++) {
        begin(d, "lost");
        whole(d, "from", d->p->lost[i].from);
        who(d, "of", &d->p->lost[i].who);
        as_written(d, "what", d->p->lost[i].what);
    }
}

/* ---- all of it ---------------------------------------------------------- */

/* What `check` names as kept as written. */
static void named(struct dump *d)
{
    const struct diags *all = d->p->diags;
    for (size_t i = 0; i < all->n; i++) {
        span at = all->at[i]->at;
        begin(d, "warning");
        words(d, "", diag_page(all->at[i]->kind)->code);
        as_written(d, "at",
                   str_cut(d->p->sources->at[at.file].text, at.from, at.to));
    }
}

static str meaning(struct arena *keep, const struct pact *p)
{
    struct dump d = {
        .keep = keep, .p = p, .b = { .keep = keep }, .zones = { .keep = keep }
    };
    begin(&d, "pact");
    words(&d, "title", p->title);
    moment(&d, "signed", &p->signed_on);
    moment(&d, "from", &p->from);
    moment(&d, "until", &p->until);
    whole(&d, "months", p->months);
    words(&d, "time zone", p->clock->name);
    declared(&d);
    things(&d);
    places(&d);
    clauses(&d);
    books(&d);
    entries(&d);
    named(&d);
    buf_char(&d.b, '\n');
    return buf_str(&d.b);
}

/* One reading. *WRONG: the code of the first error, or empty. */
static str reading(struct arena *keep, struct geo *geo, struct fake *f,
                   const str *paths, size_t n, str *wrong)
{
    struct os os = fake_os(f);
    struct sources *s = new_one(keep, struct sources);
    struct diags *ds = new_one(keep, struct diags);
    struct pact *p;
    *s = (struct sources){ .keep = keep };
    *ds = (struct diags){ .keep = keep };
    *wrong = S("");
    if (pact_read_on(keep, geo, &os, s, ds, paths, n, NULL, 0, &p))
        exit(2);
    diag_sort(ds);
    for (size_t i = 0; i < ds->n && !wrong->len; i++)
        if (diag_page(ds->at[i]->kind)->severity == SEVERITY_ERROR)
            *wrong = diag_page(ds->at[i]->kind)->code;
    return wrong->len ? S("") : meaning(keep, p);
}

/* Delete one word after the other of file K. */
static void without(struct arena *keep, struct geo *geo, struct fake *f,
                    const str *paths, size_t n, size_t k, str base)
{
    str text = f->files[k].text, wrong;
    struct sources where = { .keep = keep };
    struct reader r;
    struct directive d;
    char *less = new_n(keep, char, text.len + 1);
    *push(keep, where.at, where.n, where.cap) =
        (struct source){ .path = paths[k], .text = text };
    reader_open(&r, keep, NULL, 0, text);
    while (reader_next(&r, &d))
        for (size_t i = 0; i < d.tokens_n; i++) {
            struct token t = d.tokens[i];
            if (t.kind == TOKEN_STRING)
                continue;
            struct place at = diag_place(&where, 0, t.from);
            struct arena_mark m = arena_mark(keep);
            memcpy(less, text.at, t.from);
            memcpy(less + t.from, text.at + t.to, text.len - t.to);
            f->files[k].text = (str){ less, text.len - (t.to - t.from) };
            str now = reading(keep, geo, f, paths, n, &wrong);
            printf("%.*s\t%.*s\t%zu\t%zu\t%.*s\n",
                   STR(wrong.len           ? wrong
                       : str_eq(now, base) ? S("same")
                                           : S("other")),
                   STR(paths[k]), at.line, at.column,
                   STR(str_cut(text, t.from, t.to)));
            arena_back(keep, m);
        }
    f->files[k].text = text;
}

int main(int argc, char **argv)
{
    struct arena keep = arena_new((size_t)1 << 32);
    struct arena earth = arena_new((size_t)1 << 32); /* for all readings */
    struct geo *geo = geo_new(&earth, NULL);
    struct os real = os_real();
    struct fake f;
    str paths[32], wrong;
    size_t n = 0;
    bool each = argc > 1 && !strcmp(argv[1], "--words");
    fake_init(&f, &keep);
    for (int i = each ? 2 : 1; i < argc && n < 32; i++) {
        str text;
        paths[n] = str_of(argv[i]);
        if (real.read(real.self, &keep, paths[n], &text))
            return 2;
        fake_put(&f, paths[n++], text);
    }
    str base = reading(&keep, geo, &f, paths, n, &wrong);
    if (!n || wrong.len)
        return 2;
    if (each)
        for (size_t k = 0; k < n; k++)
            without(&keep, geo, &f, paths, n, k, base);
    else
        printf("%.*s", STR(base));
    arena_free(&keep);
    arena_free(&earth);
    return 0;
}
