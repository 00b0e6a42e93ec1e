/* cells.c - what the cells of a row say; see row.h */
#include "import/row.h"

/* ---- refusing ----------------------------------------------------------- */

str row_cell(const struct making *k, const struct column *c)
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

str row_column(struct arena *keep, const struct column *c)
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
static str row_brief(struct arena *keep, str s)
{
    size_t i = 0, n = 0;
    s = cell_quoted(keep, s);
    while (i < s.len && n++ < 40)
        str_rune(s, &i);
    return i < s.len ? str_fmt(keep, "%.*s...", STR(str_cut(s, 0, i))) : s;
}

void row_refuse(struct making *k, enum diag_kind kind, const struct column *c,
                const char *what, str help)
{
    struct import *im = k->im;
    struct diag *d;
    str name = c ? row_column(k->keep, c) : S(""),
        cell = c ? row_cell(k, c) : S("");
    if (!c)
        d = diag_add(im->diags, kind, cell_span(k, c), "row %u: %s",
                     k->row->number, what);
    else if (!cell.len)
        d = diag_add(im->diags, kind, cell_span(k, c), "row %u, %.*s: %s",
                     k->row->number, STR(name), what);
    else
        d = diag_add(im->diags, kind, cell_span(k, c),
                     "row %u, %.*s, \"%.*s\": %s", k->row->number, STR(name),
                     STR(row_brief(k->keep, cell)), what);
    diag_help(im->diags, d, "%.*s", STR(help));
    k->refused = true;
    *push(im->keep, im->refusals, im->refusals_n, im->refusals_cap) =
        (struct import_refusal){ k->row->number,
                                 c && c->name.len ? c->name : name, cell, d };
}

void row_missing(struct making *k, const struct column *c, const char *what)
{
    row_refuse(
        k, DIAG_CELL_MISSING, c, what,
        S("fill the cell, or leave such rows out: `leave out rows where "
          "COLUMN is empty` below `table`"));
}

/* ---- conditions --------------------------------------------------------- */

static bool meets(const struct making *k, const struct test *c)
{
    str cell = row_cell(k, &c->of);
    bool hit = c->kind == COND_EMPTY && !cell.len;
    for (size_t i = 0; i < c->n && !hit; i++)
        hit = c->kind == COND_IS ? str_eq(cell, c->values[i])
                                 : str_holds(cell, c->values[i]);
    return hit != c->not ;
}

bool row_meets(const struct making *k, const struct tests *c, bool empty)
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
    row_refuse(
        k, DIAG_CELL_WORD, &f->of,
        str_z(k->keep,
              str_fmt(k->keep, "`words %.*s` does not have it", STR(f->by))),
        str_fmt(k->keep,
                "add a line there: \"%.*s\" is NAME, or: \"%.*s\" is left "
                "out",
                STR(row_brief(k->keep, cell)), STR(row_brief(k->keep, cell))));
    return false;
}

bool row_says(struct making *k, const struct field *f, str *out)
{
    *out = f->fixed;
    if (!f->there || !f->from)
        return true;
    str cell = row_cell(k, &f->of);
    if (f->words)
        return by_words(k, f, cell, out);
    *out = cell_is_nothing(k->m, cell) ? S("") : cell;
    return true;
}

bool row_named(struct making *k, const struct field *f, const char *what,
               str *out)
{
    if (!row_says(k, f, out))
        return false;
    if (!out->len) {
        row_missing(k, &f->of, what);
        return false;
    }
    bool own = f->from && (!f->words || f->words->other == ELSE_AS_IS);
    if (!own || lang_is_name(*out) || lang_is_path(*out) ||
        (f->words && map_get(&f->words->map, row_cell(k, &f->of)) >= 0))
        return true;
    row_refuse(k, DIAG_CELL_WORD, &f->of, "it is no name of a pact",
               S("say what it is: `by WORDS` behind the column, and a list "
                 "`words WORDS` with a line for each: \"WORD\" is NAME"));
    return false;
}

bool row_dated(struct making *k, const struct column *c, str format, str *out)
{
    str cell = row_cell(k, c), help;
    *out = cell;
    if (c->number <= k->row->n && k->row->cells[c->number - 1].date)
        return true; /* a date of a workbook */
    const char *no = cell_date(k->keep, cell, format, out, &help);
    if (no)
        row_refuse(k, DIAG_CELL_DATE, c, no, help);
    return !no;
}

bool row_date(struct making *k, str *out)
{
    const struct rule *r = k->r;
    str until;
    *out = r->date.fixed;
    if (!r->date.from)
        return true;
    if (cell_is_nothing(k->m, row_cell(k, &r->date.of))) {
        row_missing(k, &r->date.of, "there is no date");
        return false;
    }
    if (!row_dated(k, &r->date.of, r->format, out))
        return false;
    if (!r->until.there || cell_is_nothing(k->m, row_cell(k, &r->until.of)))
        return true;
    if (!row_dated(k, &r->until.of, r->format, &until))
        return false;
    if (!str_eq(*out, until))
        *out = str_fmt(k->keep, "%.*s..%.*s", STR(*out), STR(until));
    return true;
}

/* What the mapping says of signs is of text: a number of a workbook has a
 * point, and nothing else. */
const char *row_figure(struct making *k, const struct column *c, bool about,
                       struct reading *x, str *help)
{
    struct mapping plain = *k->m;
    if (c->number <= k->row->n && k->row->cells[c->number - 1].number) {
        plain.decimal = '.';
        plain.thousands[0] = '\0';
    }
    return cell_figure(k->keep, &plain, row_cell(k, c), about, x, help);
}
