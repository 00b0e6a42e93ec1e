/* rule.c - `entry KIND`: what each row becomes; see own.h */
#include "import/own.h"

static const char *const kinds[IMPORT_KINDS + 1] = {
    "hold",    "raise",   "recount", "disband", "destroy", "move", "report",
    "balance", "observe", "event",   "total",   "unit",    NULL
};

const char *import_kind_name(enum import_kind k)
{
    return kinds[k];
}

/* ---- its lines ---------------------------------------------------------- */

static bool figure(struct cursor *c, struct rule *r)
{
    struct amount f = { 0 };
    f.least = mw_eats(c, "at least");
    if (!mw_is(c, "from"))
        f.item = mw_words_until(c, "from", NULL);
    if (!mw_want(c, "from") || !mw_want_column(c, &f.of))
        return false;
    if (!f.item.len) {
        if (!mw_want(c, "of item") || !mw_want_field(c, &f.items, "a column"))
            return false;
        if (!f.items.from)
            return mw_expected(c, "`from` and a column");
    }
    while (mw_eats(c, ",")) {
        bool least = mw_eats(c, "at least");
        if (!least && !mw_eats(c, "about"))
            return mw_expected(c, "`at least where` or `about where`");
        if (!mw_want(c, "where") ||
            !mw_want_conditions(c, least ? &f.least_if : &f.about_if))
            return false;
    }
    *push(c->keep, r->figures, r->figures_n, r->figures_cap) = f;
    return mw_want_end(c);
}

static bool position(struct cursor *c, struct rule *r)
{
    r->position = true;
    if (!mw_want(c, "latitude from") || !mw_want_column(c, &r->latitude) ||
        !mw_want(c, "longitude from") || !mw_want_column(c, &r->longitude))
        return false;
    if (!mw_eats(c, "accurate to"))
        return mw_want_end(c);
    r->accuracy = (struct field){ .there = true, .at = mw_here(c) };
    if (!mw_eats(c, "from")) {
        r->accuracy.fixed = mw_words_until(c, NULL, NULL);
        return r->accuracy.fixed.len > 0 ||
               mw_expected(c, "a length, such as 5 km");
    }
    r->accuracy.from = true;
    if (!mw_want_column(c, &r->accuracy.of))
        return false;
    if (!mw_is(c, "km") && !mw_is(c, "m") && !mw_is(c, "nmi") &&
        !mw_is(c, "ft"))
        return mw_expected(c, "a unit of length, such as km");
    r->accuracy_unit = mw_word(c);
    c->i++;
    return mw_want_end(c);
}

static bool date(struct cursor *c, struct rule *r)
{
    r->date = (struct field){ .there = true, .at = mw_here(c) };
    if (!mw_eats(c, "from")) {
        enum token_kind k = mw_word_kind(c);
        if (k != TOKEN_DATE && k != TOKEN_INSTANT && k != TOKEN_DATES)
            return mw_expected(c, "a date, such as from \"date\" as "
                                  "day/month/year, or 2022-02-01");
        r->date.fixed = mw_word(c);
        c->i++;
        return mw_want_end(c);
    }
    r->date.from = true;
    if (!mw_want_column(c, &r->date.of))
        return false;
    if (mw_eats(c, "to")) {
        r->until = (struct field){ .there = true, .from = true };
        if (!mw_want_column(c, &r->until.of))
            return false;
    }
    return mw_want_format(c, &r->format);
}

/* source, note, grade, id, and what else is a line of its own. */
static bool detail(struct cursor *c, struct rule *r, bool *hit)
{
    static const struct {
        const char *word;
        bool dated;
    } leads[] = {
        { "source", false }, { "note", false },    { "grade", false },
        { "id", false },     { "means", false },   { "under", false },
        { "until", true },   { "arrives", true },  { "notified", true },
        { "as of", true },   { "purpose", false }, { "not notified", false },
    };
    struct detail d = { 0 };
    *hit = false;
    for (size_t i = 0; i < sizeof leads / sizeof *leads && !*hit; i++) {
        *hit = mw_eats(c, leads[i].word);
        if (!*hit)
            continue;
        d.lead = leads[i].word;
        d.field.at = mw_here(c);
        bool quoted = mw_word_kind(c) == TOKEN_STRING;
        if (quoted && (i == 1 || i == 3)) {
            mw_want_string(c, &d.prefix);
            if (mw_at_end(c)) {
                d.field = (struct field){ .there = true, .fixed = d.prefix };
                d.prefix = S("");
                break;
            }
        } else if (quoted) {
            d.field = (struct field){ .there = true };
            mw_want_string(c, &d.field.fixed);
            if (i == 0 && mw_eats(c, "grade") &&
                !mw_want_field(c, &d.grade, "a grade, such as B2"))
                return false;
            break;
        }
        if (mw_at_end(c) && i >= 11) {
            d.field.there = true;
            break;
        }
        if (!mw_want_field(c, &d.field,
                           "`from` and a column, or words in quotes"))
            return false;
        if (i == 0 && mw_eats(c, "grade") &&
            !mw_want_field(c, &d.grade, "a grade, such as B2"))
            return false;
        if (leads[i].dated && d.field.from && !mw_want_format(c, &d.format))
            return false;
    }
    if (!*hit)
        return true;
    *push(c->keep, r->details, r->details_n, r->details_cap) = d;
    return mw_want_end(c);
}

static bool once(struct cursor *c, bool there, span before)
{
    if (!there)
        return true;
    struct diag *d = diag_add(c->diags, DIAG_SAID_TWICE, before,
                              "this is said twice in one `entry`");
    diag_help(c->diags, d, "leave one of the two out");
    return false;
}

static bool field_line(struct cursor *c, struct rule *r, bool *hit)
{
    const struct {
        const char *word, *what;
        struct field *to;
    } fields[] = {
        { "holder", "whose it is, such as from \"party\" by parties",
          &r->holder },
        { "unit", "`from` and a column", &r->unit },
        { "place", "where it is, such as at camp or from \"place\" by places",
          &r->place },
        { "site", "`from` and a column", &r->site },
        { "leaves", "a site or zone", &r->source_place },
        { "reaches", "a site or zone", &r->target },
        { "title", "`from` and a column", &r->title },
        { "status", "`from` and a column", &r->status },
    };
    span at = mw_here(c);
    *hit = false;
    for (size_t i = 0; i < sizeof fields / sizeof *fields && !*hit; i++) {
        *hit = mw_eats(c, fields[i].word);
        if (*hit)
            return once(c, fields[i].to->there, at) &&
                   mw_want_field(c, fields[i].to, fields[i].what) &&
                   mw_want_end(c);
    }
    return true;
}

static bool one_line(struct cursor *c, struct rule *r)
{
    bool hit;
    span at = mw_here(c);
    if (mw_eats(c, "only where"))
        return mw_want_conditions(c, &r->only) && mw_want_end(c);
    if (mw_eats(c, "leave out rows without figures")) {
        r->bare_left_out = true;
        return mw_want_end(c);
    }
    if (mw_eats(c, "date"))
        return once(c, r->date.there, at) && date(c, r);
    if (mw_eats(c, "position"))
        return once(c, r->position, at) && position(c, r);
    if (mw_eats(c, "figure"))
        return figure(c, r);
    bool good = field_line(c, r, &hit);
    if (!hit)
        good = detail(c, r, &hit);
    if (hit)
        return good;
    return mw_expected(c,
                       "a line of an `entry`, such as date, holder, unit, "
                       "place, site, position, figure, status, source, grade, "
                       "note, id, only where");
}

/* ---- the whole ---------------------------------------------------------- */

static bool lacks(struct cursor *c, const struct rule *r, const char *what,
                  const char *example)
{
    struct diag *d = diag_add(c->diags, DIAG_SAYS_NOTHING, r->at,
                              "this `entry` does not say %s", what);
    diag_help(c->diags, d, "add a line below it, such as `%s`", example);
    return false;
}

static bool whole(struct cursor *c, const struct rule *r)
{
    bool stands = r->place.there || r->site.there || r->position;
    enum import_kind k = r->kind;
    if (k != IMPORT_UNIT && !r->date.there)
        return lacks(c, r, "when it was",
                     "date from \"date\" as day/month/year");
    if (!r->holder.there)
        return lacks(c, r, "whose it is", "holder from \"party\"");
    if (k == IMPORT_UNIT && !r->unit.there)
        return lacks(c, r, "which unit it is", "unit from \"unit\"");
    if (k == IMPORT_MOVE && !(r->source_place.there && r->target.there))
        return lacks(c, r, "from where to where it went",
                     "leaves from \"from\"");
    if (k != IMPORT_MOVE && k != IMPORT_REPORT && k != IMPORT_EVENT &&
        k != IMPORT_UNIT && !stands)
        return lacks(c, r, "where it is", "place from \"place\" by places");
    if (k <= IMPORT_MOVE || k == IMPORT_BALANCE || k == IMPORT_TOTAL)
        if (!r->figures_n)
            return lacks(c, r, "how much it is", "figure tank from \"tanks\"");
    return true;
}

bool mw_read_rule(struct cursor *c)
{
    struct rule r = { .at = mw_here(c) };
    size_t k = 0;
    bool good = true;
    while (kinds[k] && !mw_eats(c, kinds[k]))
        k++;
    if (!kinds[k])
        return mw_expected(c, "what a row becomes, such as hold, report, "
                              "observe, event, balance, total, move or unit");
    r.kind = (enum import_kind)k;
    if (r.kind == IMPORT_EVENT) {
        if (mw_word_kind(c) != TOKEN_WORD)
            return mw_expected(c, "a kind of event");
        r.event = mw_word(c);
        c->i++;
    }
    r.closing = r.kind == IMPORT_BALANCE && mw_eats(c, ", closing");
    if (!mw_want_end(c))
        return false;
    for (size_t n = 1; n < c->d.lines_n; n++) {
        mw_at_line(c, n);
        good = one_line(c, &r) && good;
    }
    if (!good || !whole(c, &r))
        return false;
    *push(c->keep, c->m->rules, c->m->rules_n, c->m->rules_cap) = r;
    return true;
}
