/* make.c - each row becomes entries; see import.h */
#include "import/own.h"

#include <stdio.h>

struct making {
    struct import *im;
    struct arena *keep;
    const struct mapping *m;
    const struct rule *r;
    const struct table_row *row;
    bool refused, left_out;
    struct buf notes; /* of footnotes */
    size_t figures;
    struct declaration {
        const char *kind;
        str name, key, text;
        const struct column *of;
    } pending[2];
    size_t pending_n;
};

/* ---- refusing ----------------------------------------------------------- */

static str cell_text(const struct making *k, const struct column *c)
{
    return c->number && c->number <= k->row->n
               ? k->row->cells[c->number - 1].text
               : S("");
}

static span cell_span(const struct making *k, const struct column *c)
{
    uint32_t file = k->im->file;
    if (!c || !c->number || c->number > k->row->n)
        return (span){ file, k->row->from, k->row->to };
    const struct table_cell *cell = &k->row->cells[c->number - 1];
    return (span){ file, cell->from, cell->to };
}

/* "tanks", or column C. */
static str column_name(struct arena *keep, const struct column *c)
{
    if (c->name.len)
        return str_fmt(keep, "\"%.*s\"", STR(c->name));
    char letters[8];
    size_t at = sizeof letters;
    for (uint32_t n = c->number; n; n = (n - 1) / 26)
        letters[--at] = (char)('A' + (n - 1) % 26);
    return str_fmt(keep, "column %.*s", (int)(sizeof letters - at),
                   letters + at);
}

/* At most 40 characters of it. */
static str brief(struct arena *keep, str s)
{
    size_t i = 0, n = 0;
    s = cell_quoted(keep, s);
    while (i < s.len && n++ < 40)
        str_rune(s, &i);
    return i < s.len ? str_fmt(keep, "%.*s...", STR(str_cut(s, 0, i))) : s;
}

static void refuse(struct making *k, enum diag_kind kind,
                   const struct column *c, const char *what, str help)
{
    struct import *im = k->im;
    struct diag *d;
    str name = c ? column_name(k->keep, c) : S(""),
        cell = c ? cell_text(k, c) : S("");
    if (!c)
        d = diag_add(im->diags, kind, cell_span(k, c), "row %u: %s",
                     k->row->number, what);
    else if (!cell.len)
        d = diag_add(im->diags, kind, cell_span(k, c), "row %u, %.*s: %s",
                     k->row->number, STR(name), what);
    else
        d = diag_add(im->diags, kind, cell_span(k, c),
                     "row %u, %.*s, \"%.*s\": %s", k->row->number, STR(name),
                     STR(brief(k->keep, cell)), what);
    diag_help(im->diags, d, "%.*s", STR(help));
    k->refused = true;
    *push(im->keep, im->refusals, im->refusals_n, im->refusals_cap) =
        (struct import_refusal){ k->row->number,
                                 c && c->name.len ? c->name : name, cell, d };
}

static void missing(struct making *k, const struct column *c, const char *what)
{
    refuse(k, DIAG_CELL_MISSING, c, what,
           S("fill the cell, or leave such rows out: `leave out rows where "
             "COLUMN is empty` below `table`"));
}

/* ---- conditions --------------------------------------------------------- */

static bool holds(str s, str part)
{
    for (size_t i = 0; part.len && i + part.len <= s.len; i++)
        if (!memcmp(s.at + i, part.at, part.len))
            return true;
    return false;
}

static bool meets(const struct making *k, const struct test *c)
{
    str cell = cell_text(k, &c->of);
    bool hit = c->kind == COND_EMPTY && !cell.len;
    for (size_t i = 0; i < c->n && !hit; i++)
        hit = c->kind == COND_IS ? str_eq(cell, c->values[i])
                                 : holds(cell, c->values[i]);
    return hit != c->not ;
}

/* All of them; EMPTY: if there is none. */
static bool meets_all(const struct making *k, const struct tests *c,
                      bool empty)
{
    for (size_t i = 0; i < c->n; i++)
        if (!meets(k, &c->at[i]))
            return false;
    return c->n ? true : empty;
}

/* ---- fields ------------------------------------------------------------- */

/* The words of a cell as the mapping has them. false: left out, or refused. */
static bool by_words(struct making *k, const struct field *f, str cell,
                     str *out)
{
    const struct wording *w = f->words;
    int i = map_get(&w->map, cell);
    if (i >= 0 && !w->values[i].left_out) {
        *out = w->values[i].value;
        return true;
    }
    if (i >= 0 || w->other == ELSE_LEFT_OUT) {
        k->left_out = true;
        return false;
    }
    if (w->other == ELSE_VALUE) {
        *out = w->other_value;
        return true;
    }
    *out = cell;
    if (w->other == ELSE_AS_IS)
        return true;
    refuse(k, DIAG_CELL_WORD, &f->of,
           str_z(k->keep, str_fmt(k->keep, "`words %.*s` does not have it",
                                  STR(f->by))),
           str_fmt(k->keep,
                   "add a line there: \"%.*s\" is NAME, or: \"%.*s\" is left "
                   "out",
                   STR(brief(k->keep, cell)), STR(brief(k->keep, cell))));
    return false;
}

/* What F says of this row: empty if nothing. false: left out or refused. */
static bool value(struct making *k, const struct field *f, str *out)
{
    *out = f->fixed;
    if (!f->there || !f->from)
        return true;
    str cell = cell_text(k, &f->of);
    if (f->words)
        return by_words(k, f, cell, out);
    *out = cell_is_nothing(k->m, cell) ? S("") : cell;
    return true;
}

/* ... which has to be a name, a path, or a word. */
static bool named(struct making *k, const struct field *f, const char *what,
                  str *out)
{
    if (!value(k, f, out))
        return false;
    if (!out->len) {
        missing(k, &f->of, what);
        return false;
    }
    bool own = f->from && (!f->words || f->words->other == ELSE_AS_IS);
    if (!own || lang_is_name(*out) || lang_is_path(*out) ||
        (f->words && map_get(&f->words->map, cell_text(k, &f->of)) >= 0))
        return true;
    refuse(k, DIAG_CELL_WORD, &f->of, "it is no name of a pact",
           S("say what it is: `by WORDS` behind the column, and a list "
             "`words WORDS` with a line for each: \"WORD\" is NAME"));
    return false;
}

static bool dated(struct making *k, const struct column *c, str format,
                  str *out)
{
    str cell = cell_text(k, c), help;
    *out = cell;
    if (c->number <= k->row->n && k->row->cells[c->number - 1].date)
        return true; /* a date of a workbook */
    const char *no = cell_date(k->keep, cell, format, out, &help);
    if (no)
        refuse(k, DIAG_CELL_DATE, c, no, help);
    return !no;
}

static bool date(struct making *k, str *out)
{
    const struct rule *r = k->r;
    str until;
    *out = r->date.fixed;
    if (!r->date.from)
        return true;
    if (cell_is_nothing(k->m, cell_text(k, &r->date.of))) {
        missing(k, &r->date.of, "there is no date");
        return false;
    }
    if (!dated(k, &r->date.of, r->format, out))
        return false;
    if (!r->until.there || cell_is_nothing(k->m, cell_text(k, &r->until.of)))
        return true;
    if (!dated(k, &r->until.of, r->format, &until))
        return false;
    if (!str_eq(*out, until))
        *out = str_fmt(k->keep, "%.*s..%.*s", STR(*out), STR(until));
    return true;
}

/* ---- declarations ------------------------------------------------------- */

/* TEXT declares NAME (of a kind), if the row is taken. */
static void declare(struct making *k, const char *kind, str name, str text,
                    const struct column *c)
{
    k->pending[k->pending_n++] = (struct declaration){
        kind, name, str_fmt(k->keep, "%s %.*s", kind, STR(name)), text, c
    };
}

/* What is declared so already is left as it is; otherwise is a fault of the
 * row. */
static void declare_now(struct making *k, const struct declaration *d)
{
    struct import *im = k->im;
    int i = map_get(&im->names, d->key);
    if (i == 0)
        return; /* another file has it */
    if (i < 0) {
        *push(im->keep, im->declared, im->declared_n, im->declared_cap) =
            (struct import_entry){ .kind = IMPORT_UNIT,
                                   .row = k->row->number,
                                   .at = (uint32_t)(k->row - im->table->rows),
                                   .text = d->text };
        map_put(&im->names, d->key, (int)im->declared_n);
        return;
    }
    const struct import_entry *was = &im->declared[i - 1];
    if (str_eq(was->text, d->text))
        return;
    refuse(k, DIAG_CELL_TWICE, d->of,
           str_z(k->keep,
                 str_fmt(k->keep, "the %s `%.*s` is another one in row %u",
                         d->kind, STR(d->name), was->row)),
           S("tell them apart in the table, or give them names by `words`"));
}

static bool unit(struct making *k, str *holder)
{
    const struct field *f = &k->r->unit;
    str cell;
    if (!f->there)
        return true;
    if (!value(k, f, &cell))
        return false;
    if (!cell.len) {
        missing(k, &f->of, "there is no unit");
        return false;
    }
    str part = f->words ? cell : cell_slug(k->keep, cell);
    if (!part.len) {
        refuse(k, DIAG_CELL_WORD, &f->of, "no name can be made of it",
               S("name it: `by WORDS` behind the column"));
        return false;
    }
    *holder = str_fmt(k->keep, "%.*s/%.*s", STR(*holder), STR(part));
    return true;
}

/* What the mapping says of signs is of text: a number of a workbook has a
 * point, and nothing else. */
static const char *read_figure(struct making *k, const struct column *c,
                               bool about, struct reading *x, str *help)
{
    struct mapping plain = *k->m;
    if (c->number <= k->row->n && k->row->cells[c->number - 1].number) {
        plain.decimal = '.';
        plain.thousands[0] = '\0';
    }
    return cell_figure(k->keep, &plain, cell_text(k, c), about, x, help);
}

static bool coordinates(struct making *k, str *out)
{
    const struct rule *r = k->r;
    str a, b, help, lat = cell_text(k, &r->latitude),
                    lon = cell_text(k, &r->longitude);
    if (!lat.len || !lon.len) {
        missing(k, lat.len ? &r->longitude : &r->latitude,
                "there is no position");
        return false;
    }
    const char *no = cell_degrees(k->keep, lat, true, &a, &help);
    if (no)
        refuse(k, DIAG_CELL_POSITION, &r->latitude, no, help);
    const char *no2 = cell_degrees(k->keep, lon, false, &b, &help);
    if (no2)
        refuse(k, DIAG_CELL_POSITION, &r->longitude, no2, help);
    if (no || no2)
        return false;
    str accuracy = r->accuracy.fixed;
    if (r->accuracy.from) {
        struct reading x;
        no = read_figure(k, &r->accuracy.of, false, &x, &help);
        if (no || x.open || (!x.nothing && qty_cmp(x.low, x.high))) {
            refuse(k, DIAG_CELL_FIGURE, &r->accuracy.of,
                   no ? no : "an accuracy is one figure", help);
            return false;
        }
        if (!x.nothing)
            accuracy =
                str_fmt(k->keep, "%.*s %.*s", STR(qty_show(k->keep, x.low)),
                        STR(r->accuracy_unit));
    }
    *out = str_fmt(k->keep, "%.*s %.*s%s%.*s", STR(a), STR(b),
                   accuracy.len ? " accurate to " : "", STR(accuracy));
    return true;
}

/* " at camp", or nothing. */
static bool place(struct making *k, str *out)
{
    const struct rule *r = k->r;
    str at = S(""), cell, name;
    *out = S("");
    if (r->position && !coordinates(k, &at))
        return false;
    if (r->site.there) {
        if (!value(k, &r->site, &cell))
            return false;
        name = r->site.words ? cell : cell_slug(k->keep, cell);
        if (!lang_is_name(name)) {
            if (!cell.len)
                missing(k, &r->site.of, "there is no site");
            else
                refuse(k, DIAG_CELL_WORD, &r->site.of,
                       "no name can be made of it",
                       S("name it: `by WORDS` behind the column"));
            return false;
        }
        *out = str_fmt(k->keep, " at %.*s", STR(name));
        if (at.len)
            declare(
                k, "site", name,
                str_fmt(k->keep, "site %.*s %.*s \"%.*s\"\n", STR(name),
                        STR(at),
                        STR(cell_quoted(k->keep, cell_text(k, &r->site.of)))),
                &r->site.of);
        return true;
    }
    if (at.len)
        *out = str_fmt(k->keep, " at %.*s", STR(at));
    if (!r->place.there)
        return true;
    if (!named(k, &r->place, "there is no place", &name))
        return false;
    bool own = r->place.from && !r->place.words;
    *out = str_fmt(k->keep, "%s%.*s", own ? " at " : " ", STR(name));
    return true;
}

/* ---- figures ------------------------------------------------------------ */

/* As the language writes it, which takes `1.125` for a slip. */
static str amount_of(struct arena *keep, qty q)
{
    str s = qty_show(keep, q);
    bool doubtful = s.len > 4 && s.at[s.len - 4] == '.' &&
                    !memchr(s.at, '_', s.len) && !memchr(s.at, '/', s.len);
    return doubtful ? str_fmt(keep, "%.*s0", STR(s)) : s;
}

static bool figure(struct making *k, const struct amount *f, str tail,
                   struct buf *out)
{
    struct reading x;
    str help, item = f->item;
    bool about = meets_all(k, &f->about_if, false);
    const char *no =
        cell_figure(k->keep, k->m, cell_text(k, &f->of), about, &x, &help);
    if (no) {
        refuse(k, DIAG_CELL_FIGURE, &f->of, no, help);
        return false;
    }
    if (x.mark)
        buf_fmt(&k->notes, "  note \"%.*s: %.*s\"\n",
                STR(cell_quoted(k->keep, column_name(k->keep, &f->of))),
                STR(cell_quoted(k->keep, x.mark->says.len ? x.mark->says
                                                          : x.mark->mark)));
    if (x.nothing)
        return true;
    if (!item.len && !named(k, &f->items, "there is no item", &item))
        return false;
    bool open = x.open || f->least || meets_all(k, &f->least_if, false);
    str low = amount_of(k->keep, x.low), high = amount_of(k->keep, x.high);
    if (open)
        buf_fmt(out, "  at least %.*s", STR(low));
    else if (qty_cmp(x.low, x.high))
        buf_fmt(out, "  %.*s..%.*s", STR(low), STR(high));
    else
        buf_fmt(out, "  %.*s", STR(low));
    buf_fmt(out, " %.*s%.*s\n", STR(item), STR(tail));
    k->figures++;
    return true;
}

static bool figures(struct making *k, str where, struct buf *out)
{
    const struct rule *r = k->r;
    str tail = S(""), status;
    bool good = true;
    if (r->status.there) {
        if (!value(k, &r->status, &status))
            return false;
        if (status.len)
            tail = str_fmt(k->keep, ", %.*s", STR(status));
    }
    if (r->kind == IMPORT_REPORT)
        tail = str_fmt(k->keep, "%.*s%.*s", STR(tail), STR(where));
    k->figures = 0;
    for (size_t i = 0; i < r->figures_n; i++)
        good = figure(k, &r->figures[i], tail, out) && good;
    if (!good || k->figures || !r->figures_n)
        return good;
    if (r->bare_left_out) {
        k->left_out = true;
        return false;
    }
    if (r->kind == IMPORT_OBSERVE || r->kind == IMPORT_EVENT)
        return true;
    refuse(k, DIAG_CELL_MISSING, &r->figures[0].of,
           r->figures_n > 1 ? "none of its figures is there"
                            : "there is no figure",
           S("fill the cell, or add below `entry`: `leave out rows without "
             "figures`"));
    return false;
}

/* ---- details ------------------------------------------------------------ */

static bool wordlike(str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] <= ' ' || strchr("\"#;,:&+=<>", s.at[i]))
            return false;
    return s.len > 0;
}

static bool detail(struct making *k, const struct detail *d,
                   struct import_entry *e, struct buf *out)
{
    bool source = !strcmp(d->lead, "source"), note = !strcmp(d->lead, "note");
    str s, grade;
    if (d->format.len) {
        if (cell_is_nothing(k->m, cell_text(k, &d->field.of)))
            return true;
        if (!dated(k, &d->field.of, d->format, &s))
            return false;
    } else if (!value(k, &d->field, &s)) {
        return false;
    }
    if (!strcmp(d->lead, "id") && d->field.from && s.len) {
        s = cell_slug(k->keep,
                      str_fmt(k->keep, "%.*s%.*s", STR(d->prefix), STR(s)));
        e->id = s;
    }
    if (!s.len && (d->field.from || d->field.fixed.len))
        return true;
    if (source || note) {
        s = cell_quoted(k->keep, s);
        buf_fmt(out, "  %s \"%.*s%s%.*s\"", d->lead,
                STR(cell_quoted(k->keep, d->prefix)),
                d->prefix.len ? ": " : "", STR(s));
        if (source)
            e->source = e->source.len ? str_fmt(k->keep, "%.*s\n%.*s",
                                                STR(e->source), STR(s))
                                      : s;
    } else if (d->field.from && !d->field.words && !wordlike(s)) {
        refuse(k, DIAG_CELL_WORD, &d->field.of, "it is not one word",
               S("say what it is: `by WORDS` behind the column"));
        return false;
    } else {
        buf_fmt(out, "  %s%s%.*s", d->lead, s.len ? " " : "", STR(s));
    }
    if (d->grade.there) {
        if (!value(k, &d->grade, &grade))
            return false;
        if (grade.len && d->grade.from && !wordlike(grade)) {
            refuse(k, DIAG_CELL_WORD, &d->grade.of, "it is no grade",
                   S("grades go from A1 to F6; say which it is: `by WORDS` "
                     "behind the column"));
            return false;
        }
        if (grade.len)
            buf_fmt(out, " grade %.*s", STR(grade));
    }
    buf_char(out, '\n');
    return true;
}

/* ---- one entry ---------------------------------------------------------- */

static bool titled(struct making *k, str *out)
{
    str s;
    *out = S("");
    if (!value(k, &k->r->title, &s))
        return false;
    if (s.len && str_starts(s, S("\"")))
        *out = str_fmt(k->keep, " %.*s", STR(s)); /* fixed, in its quotes */
    else if (s.len)
        *out = str_fmt(k->keep, " \"%.*s\"", STR(cell_quoted(k->keep, s)));
    return true;
}

/* A unit whose path says all that is known of it is not declared. */
static void declare_unit(struct making *k, str path, str title, str spot)
{
    const struct rule *r = k->r;
    str cell = r->unit.from ? cell_text(k, &r->unit.of) : r->unit.fixed;
    bool home = r->kind == IMPORT_UNIT && spot.len > 4;
    if (!home && !r->title.there && str_ends(path, cell))
        return;
    if (!title.len || r->kind == IMPORT_EVENT)
        title = str_fmt(k->keep, " \"%.*s\"", STR(cell_quoted(k->keep, cell)));
    declare(k, "unit", path,
            str_fmt(k->keep, "unit %.*s%.*s%s%.*s\n", STR(path), STR(title),
                    home ? " home " : "",
                    STR(home ? str_cut(spot, 4, spot.len) : S(""))),
            r->unit.from ? &r->unit.of : NULL);
}

static bool head(struct making *k, str *where, struct buf *out)
{
    const struct rule *r = k->r;
    str on = S(""), holder, spot = S(""), title, a = S(""), b = S("");
    bool good = r->kind == IMPORT_UNIT || date(k, &on);
    good = named(k, &r->holder, "nobody is named", &holder) && good;
    good = (!good || unit(k, &holder)) && good;
    good = place(k, &spot) && good;
    good = titled(k, &title) && good;
    if (r->kind == IMPORT_MOVE) {
        good = named(k, &r->source_place, "there is no place", &a) && good;
        good = named(k, &r->target, "there is no place", &b) && good;
    }
    if (!good)
        return false;
    if (r->unit.there)
        declare_unit(k, holder, title, spot);
    const char *kind = import_kind_name(r->kind);
    *where = spot;
    if (r->kind == IMPORT_EVENT)
        buf_fmt(out, "%.*s event %.*s%.*s of %.*s%.*s\n", STR(on),
                STR(r->event), STR(title), STR(holder), STR(spot));
    else if (r->kind == IMPORT_MOVE)
        buf_fmt(out, "%.*s move %.*s from %.*s to %.*s\n", STR(on),
                STR(holder), STR(a), STR(b));
    else if (r->kind != IMPORT_UNIT)
        buf_fmt(out, "%.*s %s %.*s%.*s%s\n", STR(on), kind, STR(holder),
                STR(r->kind == IMPORT_REPORT ? S("") : spot),
                r->closing ? ", closing" : "");
    return true;
}

static void one_entry(struct making *k, struct import_entry *e)
{
    struct buf out = { .keep = k->keep };
    const struct rule *r = k->r;
    str where = S("");
    k->notes = (struct buf){ .keep = k->keep };
    k->pending_n = 0;
    *e =
        (struct import_entry){ .kind = r->kind,
                               .row = k->row->number,
                               .at = (uint32_t)(k->row - k->im->table->rows) };
    bool good = head(k, &where, &out);
    good = figures(k, where, &out) && good;
    for (size_t i = 0; i < r->details_n; i++)
        good = detail(k, &r->details[i], e, &out) && good;
    for (size_t i = 0; good && i < k->pending_n; i++)
        declare_now(k, &k->pending[i]);
    buf_add(&out, buf_str(&k->notes));
    if (r->kind != IMPORT_UNIT)
        buf_fmt(&out, "  note \"row %u\"\n", k->row->number);
    e->text = r->kind == IMPORT_UNIT ? S("") : buf_str(&out);
}

/* ---- rows --------------------------------------------------------------- */

static bool is_skipped(const struct mapping *m, uint32_t number)
{
    bool skipped = number <= (m->no_names ? 0 : m->names_row);
    for (size_t i = 0; i < m->skipped_n; i++)
        skipped = skipped || m->skipped[i] == number;
    return skipped;
}

static bool is_blank_row(const struct table_row *row)
{
    for (uint32_t i = 0; i < row->n; i++)
        if (row->cells[i].text.len)
            return false;
    return true;
}

/* The cells are as many as the names. */
static bool right_length(struct making *k, uint32_t columns)
{
    const struct table_row *row = k->row;
    uint32_t n = row->n;
    while (n > columns && !row->cells[n - 1].text.len)
        n--;
    if (!columns || (n <= columns && (n == columns || !k->im->table->ragged)))
        return true;
    refuse(k, DIAG_ROW_LENGTH, NULL,
           str_z(k->keep, str_fmt(k->keep,
                                  "it has %u cells, and %u columns "
                                  "have a name",
                                  n, columns)),
           S("a separator within a cell needs quotes about the cell; a row "
             "that is no row of the table is left out by `skip row N` below "
             "`table`"));
    return false;
}

static void one_row(struct making *k, uint32_t columns)
{
    struct import *im = k->im;
    size_t before = im->entries_n;
    bool any = false;
    k->refused = k->left_out = false;
    im->rows++;
    if (!right_length(k, columns)) {
        im->rows_refused++;
        return;
    }
    for (size_t i = 0; i < k->m->never_n; i++)
        if (meets_all(k, &k->m->never[i], false)) {
            im->rows_left_out++;
            return;
        }
    for (size_t i = 0; i < k->m->rules_n; i++) {
        struct import_entry e;
        k->r = &k->m->rules[i];
        k->left_out = false;
        if (!meets_all(k, &k->r->only, true))
            continue;
        size_t refusals = im->refusals_n, errors = im->diags->n;
        bool was = k->refused;
        one_entry(k, &e);
        if (k->left_out) { /* what else is wrong with it is of no matter */
            im->refusals_n = refusals;
            im->diags->errors -= im->diags->n - errors;
            im->diags->n = errors;
            k->refused = was;
            continue;
        }
        any = true;
        if (e.text.len)
            *push(im->keep, im->entries, im->entries_n, im->entries_cap) = e;
    }
    if (k->refused) {
        im->entries_n = before;
        im->rows_refused++;
    } else if (!any) {
        im->rows_left_out++;
    }
}

bool import_rows(struct import *im)
{
    struct making k = { .im = im, .keep = im->keep, .m = im->mapping };
    const struct table *t = im->table;
    size_t end = t->n;
    uint32_t columns;
    if (!import_columns(im, &columns))
        return false;
    while (end && is_blank_row(&t->rows[end - 1]))
        end--;
    end -= im->mapping->skip_last < end ? im->mapping->skip_last : end;
    for (size_t i = 0; i < end; i++) {
        k.row = &t->rows[i];
        if (!is_skipped(im->mapping, k.row->number) && !is_blank_row(k.row))
            one_row(&k, columns);
    }
    return true;
}
