/* make.c - each row becomes entries; see import.h */
#include "import/row.h"

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
    bool about = row_meets(k, &f->about_if, false);
    const char *no = row_figure(k, &f->of, about, &x, &help);
    if (no) {
        row_refuse(k, DIAG_CELL_FIGURE, &f->of, no, help);
        return false;
    }
    if (x.mark)
        buf_fmt(&k->notes, "  note \"%.*s: %.*s\"\n",
                STR(cell_quoted(k->keep, row_column(k->keep, &f->of))),
                STR(cell_quoted(k->keep, x.mark->says.len ? x.mark->says
                                                          : x.mark->mark)));
    if (x.nothing)
        return true;
    if (!item.len && !row_named(k, &f->items, "there is no item", &item))
        return false;
    bool open = x.open || f->least || row_meets(k, &f->least_if, false);
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
        if (!row_says(k, &r->status, &status))
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
    row_refuse(
        k, DIAG_CELL_MISSING, &r->figures[0].of,
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
        if (cell_is_nothing(k->m, row_cell(k, &d->field.of)))
            return true;
        if (!row_dated(k, &d->field.of, d->format, &s))
            return false;
    } else if (!row_says(k, &d->field, &s)) {
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
        row_refuse(k, DIAG_CELL_WORD, &d->field.of, "it is not one word",
                   S("say what it is: `by WORDS` behind the column"));
        return false;
    } else {
        buf_fmt(out, "  %s%s%.*s", d->lead, s.len ? " " : "", STR(s));
    }
    if (d->grade.there) {
        if (!row_says(k, &d->grade, &grade))
            return false;
        if (grade.len && d->grade.from && !wordlike(grade)) {
            row_refuse(
                k, DIAG_CELL_WORD, &d->grade.of, "it is no grade",
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
    if (!row_says(k, &k->r->title, &s))
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
    str cell = r->unit.from ? row_cell(k, &r->unit.of) : r->unit.fixed;
    bool home = r->kind == IMPORT_UNIT && spot.len > 4;
    if (!home && !r->title.there && str_ends(path, cell))
        return;
    if (!title.len || r->kind == IMPORT_EVENT)
        title = str_fmt(k->keep, " \"%.*s\"", STR(cell_quoted(k->keep, cell)));
    row_declare(k, "unit", path,
                str_fmt(k->keep, "unit %.*s%.*s%s%.*s\n", STR(path),
                        STR(title), home ? " home " : "",
                        STR(home ? str_cut(spot, 4, spot.len) : S(""))),
                r->unit.from ? &r->unit.of : NULL);
}

static bool head(struct making *k, str *where, struct buf *out)
{
    const struct rule *r = k->r;
    str on = S(""), holder, spot = S(""), title, a = S(""), b = S("");
    bool good = r->kind == IMPORT_UNIT || row_date(k, &on);
    good = row_named(k, &r->holder, "nobody is named", &holder) && good;
    good = (!good || row_unit(k, &holder)) && good;
    good = row_place(k, &spot) && good;
    good = titled(k, &title) && good;
    if (r->kind == IMPORT_MOVE) {
        good = row_named(k, &r->source_place, "there is no place", &a) && good;
        good = row_named(k, &r->target, "there is no place", &b) && good;
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
        row_declare_now(k, &k->pending[i]);
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
    row_refuse(
        k, DIAG_ROW_LENGTH, NULL,
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
        if (row_meets(k, &k->m->never[i], false)) {
            im->rows_left_out++;
            return;
        }
    for (size_t i = 0; i < k->m->rules_n; i++) {
        struct import_entry e;
        k->r = &k->m->rules[i];
        k->left_out = false;
        if (!row_meets(k, &k->r->only, true))
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
