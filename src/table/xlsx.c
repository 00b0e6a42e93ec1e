/* xlsx.c - one sheet of a workbook (ECMA-376, part 1, clause 18)
 *
 * Of a formula what was last computed is taken.  Numbers are given with at
 * most fifteen digits, as a spreadsheet shows them.  A number whose style is
 * one of a date is a date.  Merged cells all say what the first one says.
 */
#include "base/day.h"
#include "table/own.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { CELLS_MOST = 20 * 1000 * 1000, LAST_ROW = 1048576 };

struct sheet_row {
    struct table_cell *cells;
    size_t n, cap;
};

struct merged {
    uint32_t row, column, row_to, column_to; /* from 0 */
};

struct book {
    struct arena *keep;
    struct pack pack;
    struct table_wrong *wrong;
    str sheet; /* its path in the pack */
    bool from_1904;
    str *strings;
    size_t strings_n, strings_cap;
    uint8_t *styles; /* 1: a date */
    size_t styles_n, styles_cap;
    struct sheet_row *rows;
    size_t rows_n, rows_cap;
    struct merged *merged;
    size_t merged_n, merged_cap;
    size_t cells;
};

static bool no(struct book *b, str what, const char *help)
{
    *b->wrong = (struct table_wrong){ .what = what,
                                      .help = str_of(help),
                                      .view = S("") };
    return false;
}

static bool damaged(struct book *b, str part)
{
    return no(b, str_fmt(b->keep, "the workbook is damaged: %.*s", STR(part)),
              "open it in a spreadsheet and save it as .xlsx again, or as "
              "`CSV UTF-8`");
}

/* The part NAME as XML. A part that need not be there may be missing. */
static bool part(struct book *b, str name, bool needed, struct xml *out)
{
    bool there;
    str text = S("");
    const char *why = pack_read(&b->pack, name, &there, &text);
    *out = (struct xml){ 0 };
    if (why)
        return no(b, str_fmt(b->keep, "the workbook cannot be read: %s", why),
                  "save the sheet as `CSV UTF-8`");
    if (!there)
        return !needed || no(b, S("this is no workbook (.xlsx)"),
                             "save the sheet as .xlsx, or as `CSV UTF-8`");
    return xml_open(out, b->keep, text) || damaged(b, name);
}

static bool starts(const struct xml *x, const char *name)
{
    return x->kind == XML_START && str_eq(x->name, str_of(name));
}

static bool ends(const struct xml *x, const char *name)
{
    return x->kind == XML_END && str_eq(x->name, str_of(name));
}

static bool is_true(str s)
{
    return str_eq(s, S("1")) || str_eq(s, S("true"));
}

static bool digits(str s, uint64_t most, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] < '0' || s.at[i] > '9')
            return false;
        *out = *out * 10 + (uint64_t)(s.at[i] - '0');
        if (*out > most)
            return false;
    }
    return s.len > 0;
}

/* ---- which sheet -------------------------------------------------------- */

/* The relation of the sheet that is meant. */
static bool choose(struct book *b, struct xml *x, str wanted, str *id)
{
    struct buf names = { .keep = b->keep };
    size_t n = 0, hits = 0;
    str only = { 0 };
    while (xml_next(x)) {
        if (starts(x, "workbookPr"))
            b->from_1904 = is_true(xml_attribute(x, "date1904"));
        if (!starts(x, "sheet"))
            continue;
        str name = xml_attribute(x, "name");
        buf_fmt(&names, "%s\"%.*s\"", n++ ? ", " : "", STR(name));
        if (wanted.len && !str_eq(name, wanted))
            continue;
        hits++;
        only = xml_attribute(x, "id");
    }
    *id = only;
    if (hits == 1)
        return true;
    if (!n)
        return damaged(b, S("it has no sheet"));
    if (wanted.len)
        return no(b,
                  str_fmt(b->keep, "the workbook has no sheet \"%.*s\"",
                          STR(wanted)),
                  str_z(b->keep, str_fmt(b->keep, "it has these: %.*s",
                                         STR(buf_str(&names)))));
    return no(b,
              str_fmt(b->keep, "the workbook has several sheets: %.*s",
                      STR(buf_str(&names))),
              "say which, below `table`: `sheet \"NAME\"`");
}

static bool find_sheet(struct book *b, str wanted)
{
    struct xml x;
    str id;
    if (!part(b, S("xl/workbook.xml"), true, &x) ||
        !choose(b, &x, wanted, &id) ||
        !part(b, S("xl/_rels/workbook.xml.rels"), true, &x))
        return false;
    while (xml_next(&x)) {
        if (!starts(&x, "Relationship") ||
            !str_eq(xml_attribute(&x, "Id"), id))
            continue;
        str to = xml_attribute(&x, "Target");
        b->sheet = str_starts(to, S("/"))
                       ? str_cut(to, 1, to.len)
                       : str_fmt(b->keep, "xl/%.*s", STR(to));
        return true;
    }
    return damaged(b, S("a sheet is missing"));
}

/* ---- shared strings and styles ------------------------------------------ */

/* All text in `t` up to the end of NAME, but for how it is pronounced. */
static str rich_text(struct book *b, struct xml *x, const char *name)
{
    struct buf all = { .keep = b->keep };
    bool in = false, aside = false;
    while (xml_next(x) && !ends(x, name)) {
        if (starts(x, "rPh") || ends(x, "rPh"))
            aside = x->kind == XML_START;
        if (starts(x, "t") || ends(x, "t"))
            in = x->kind == XML_START;
        if (x->kind == XML_TEXT && in && !aside)
            buf_add(&all, x->text);
    }
    return buf_str(&all);
}

static bool read_strings(struct book *b)
{
    struct xml x;
    if (!part(b, S("xl/sharedStrings.xml"), false, &x))
        return false;
    while (xml_next(&x))
        if (starts(&x, "si"))
            *push(b->keep, b->strings, b->strings_n, b->strings_cap) =
                rich_text(b, &x, "si");
    return true;
}

/* Has a format's code days or years in it, outside of quotes and brackets? */
static bool dated_code(str code)
{
    char closing = 0;
    for (size_t i = 0; i < code.len; i++) {
        char c = code.at[i];
        if (closing)
            closing = c == closing ? 0 : closing;
        else if (c == '"' || c == '[')
            closing = c == '"' ? '"' : ']';
        else if (c == '\\' || c == '_')
            i++;
        else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y')
            return true;
    }
    return false;
}

static bool dated_format(uint64_t id)
{
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
           id == 36 || (id >= 50 && id <= 54) || (id >= 57 && id <= 58);
}

static bool read_styles(struct book *b)
{
    struct xml x;
    uint64_t id, *custom = NULL;
    size_t n = 0, cap = 0;
    bool inside = false;
    if (!part(b, S("xl/styles.xml"), false, &x))
        return false;
    while (xml_next(&x)) {
        if (starts(&x, "cellXfs") || ends(&x, "cellXfs"))
            inside = x.kind == XML_START;
        if (x.kind != XML_START ||
            !digits(xml_attribute(&x, "numFmtId"), UINT32_MAX, &id))
            id = 0;
        if (starts(&x, "numFmt") &&
            dated_code(xml_attribute(&x, "formatCode")))
            *push(b->keep, custom, n, cap) = id;
        if (!inside || !starts(&x, "xf"))
            continue;
        bool dated = dated_format(id);
        for (size_t i = 0; i < n; i++)
            dated = dated || custom[i] == id;
        *push(b->keep, b->styles, b->styles_n, b->styles_cap) = dated;
    }
    return true;
}

/* ---- cells -------------------------------------------------------------- */

/* "AB12": row 11, column 27. */
static bool reference(str s, uint32_t *row, uint32_t *column)
{
    size_t i = 0;
    uint64_t r;
    *column = 0;
    while (i < s.len && s.at[i] >= 'A' && s.at[i] <= 'Z' && i < 3)
        *column = *column * 26 + (uint32_t)(s.at[i++] - 'A' + 1);
    if (!i || *column > TABLE_COLUMNS ||
        !digits(str_cut(s, i, s.len), LAST_ROW, &r) || !r)
        return false;
    *column -= 1;
    *row = (uint32_t)r - 1;
    return true;
}

/* A cell's place, made if need be; NULL: too many. */
static struct table_cell *cell_at(struct book *b, uint32_t row,
                                  uint32_t column)
{
    while (b->rows_n <= row)
        *push(b->keep, b->rows, b->rows_n, b->rows_cap) =
            (struct sheet_row){ 0 };
    struct sheet_row *r = &b->rows[row];
    while (r->n <= column) {
        if (++b->cells > CELLS_MOST)
            return NULL;
        *push(b->keep, r->cells, r->n, r->cap) =
            (struct table_cell){ .text = S("") };
    }
    return &r->cells[column];
}

/* Days since 1899-12-30, or 1904-01-01, as a date; there was no 29 February
 * 1900, though spreadsheets count it. */
static bool as_date(const struct book *b, double x, str *out)
{
    if (!(x >= 0 && x < 2958466) || (!b->from_1904 && x < 61 && x >= 60))
        return false;
    int64_t minutes = (int64_t)floor(x * 1440 + 0.5);
    day from = b->from_1904 ? day_of((struct civil){ 1904, 1, 1 })
                            : day_of((struct civil){ 1899, 12, 30 });
    if (!b->from_1904 && x < 60)
        from++;
    day d = from + (day)(minutes / 1440);
    if (!civil_real(day_civil(d)))
        return false;
    int m = (int)(minutes % 1440);
    *out = day_text(b->keep, d);
    if (m)
        *out = str_fmt(b->keep, "%.*sT%02d:%02d", STR(*out), m / 60, m % 60);
    return true;
}

static void number(struct book *b, str v, uint64_t style, struct table_cell *c)
{
    char *end, *z = str_z(b->keep, str_trim(v));
    double x = strtod(z, &end);
    c->text = str_of(z);
    if (!*z || *end || !isfinite(x))
        return;
    c->number = true;
    c->date =
        style < b->styles_n && b->styles[style] && as_date(b, x, &c->text);
    if (c->date)
        c->number = false;
    else if (fabs(x) < 1e15 && floor(x) == x)
        c->text = str_fmt(b->keep, "%.0f", x == 0 ? 0.0 : x);
    else if (fabs(x) < 1e15 && fabs(x) >= 1e-4)
        c->text = str_fmt(b->keep, "%.15g", x);
}

/* `v` or `is` of a cell of TYPE. */
static void content(struct book *b, struct xml *x, str type, uint64_t style,
                    struct table_cell *c)
{
    uint64_t n;
    day d;
    bool shape;
    if (starts(x, "is")) {
        c->text = rich_text(b, x, "is");
        return;
    }
    str v = S("");
    while (xml_next(x) && !ends(x, "v"))
        if (x->kind == XML_TEXT)
            v = x->text;
    c->text = v;
    if (str_eq(type, S("s")))
        c->text = digits(str_trim(v), UINT32_MAX, &n) && n < b->strings_n
                      ? b->strings[n]
                      : S("");
    else if (str_eq(type, S("b")))
        c->text = is_true(v) ? S("TRUE") : S("FALSE");
    else if (str_eq(type, S("d")))
        c->date = day_read(str_trim(v), &d, &shape);
    else if (!type.len || str_eq(type, S("n")))
        number(b, v, style, c);
    c->text = str_trim(c->text);
}

static bool merge(struct book *b, str ref)
{
    struct merged m;
    size_t colon = 0;
    while (colon < ref.len && ref.at[colon] != ':')
        colon++;
    if (!reference(str_cut(ref, 0, colon), &m.row, &m.column) ||
        !reference(str_cut(ref, colon + 1, ref.len), &m.row_to, &m.column_to))
        return colon == ref.len || damaged(b, S("merged cells"));
    *push(b->keep, b->merged, b->merged_n, b->merged_cap) = m;
    return true;
}

static bool too_many(struct book *b)
{
    return no(b, S("the sheet has more than 20 million cells"),
              "part it into several");
}

static bool read_sheet(struct book *b)
{
    struct xml x;
    uint64_t n, style = 0;
    uint32_t row = 0, column = 0, at_row, at_column;
    if (!part(b, b->sheet, true, &x))
        return false;
    while (xml_next(&x)) {
        if (starts(&x, "row")) {
            column = 0;
            if (digits(xml_attribute(&x, "r"), LAST_ROW, &n) && n)
                row = (uint32_t)n - 1;
        }
        if (ends(&x, "row"))
            row++;
        if (starts(&x, "mergeCell") && !merge(b, xml_attribute(&x, "ref")))
            return false;
        if (!starts(&x, "c"))
            continue;
        str type = xml_attribute(&x, "t");
        if (reference(xml_attribute(&x, "r"), &at_row, &at_column)) {
            row = at_row;
            column = at_column;
        }
        if (!digits(xml_attribute(&x, "s"), UINT32_MAX, &style))
            style = 0;
        struct table_cell *c = row < LAST_ROW && column < TABLE_COLUMNS
                                   ? cell_at(b, row, column)
                                   : NULL;
        if (!c)
            return too_many(b);
        column++;
        while (xml_next(&x) && !ends(&x, "c"))
            if (starts(&x, "v") || starts(&x, "is"))
                content(b, &x, type, style, c);
    }
    return true;
}

/* ---- the whole ---------------------------------------------------------- */

static bool spread(struct book *b)
{
    for (size_t i = 0; i < b->merged_n; i++) {
        struct merged m = b->merged[i];
        if (m.row >= b->rows_n || m.column >= b->rows[m.row].n)
            continue;
        struct table_cell first = b->rows[m.row].cells[m.column];
        for (uint32_t r = m.row; r <= m.row_to && r < b->rows_n; r++)
            for (uint32_t c = m.column; c <= m.column_to; c++) {
                struct table_cell *to = cell_at(b, r, c);
                if (!to || ++b->cells > CELLS_MOST)
                    return too_many(b);
                *to = first;
            }
    }
    return true;
}

/* Cells in one line, and where each stands. */
static void line(struct book *b, struct table_row *row,
                 struct table_cell *cells, struct buf *view)
{
    row->from = (uint32_t)view->len;
    for (uint32_t i = 0; i < row->n; i++) {
        buf_z(view, i ? " | " : "");
        cells[i].from = (uint32_t)view->len;
        for (size_t k = 0; k < cells[i].text.len; k++) {
            char c = cells[i].text.at[k];
            buf_char(view, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
        }
        cells[i].to = (uint32_t)view->len;
    }
    row->to = (uint32_t)view->len;
    buf_char(view, '\n');
    (void)b;
}

bool table_xlsx(struct arena *keep, str bytes, const struct table_how *how,
                struct table *out, struct table_wrong *wrong)
{
    struct book b = { .keep = keep, .wrong = wrong };
    struct buf view = { .keep = keep };
    if (pack_open(&b.pack, keep, bytes))
        return no(&b, S("this is no workbook (.xlsx), or it is damaged"),
                  "save the sheet as .xlsx, or as `CSV UTF-8`");
    if (!find_sheet(&b, how->sheet) || !read_strings(&b) || !read_styles(&b) ||
        !read_sheet(&b) || !spread(&b))
        return false;
    struct table_row *rows = new_n(keep, struct table_row, b.rows_n + 1);
    for (size_t i = 0; i < b.rows_n; i++) {
        rows[i].cells = b.rows[i].cells;
        rows[i].n = (uint32_t)b.rows[i].n;
        rows[i].number = (uint32_t)i + 1;
        line(&b, &rows[i], b.rows[i].cells, &view);
        if (view.len > TABLE_BYTES)
            return too_many(&b);
    }
    *out =
        (struct table){ .view = buf_str(&view), .rows = rows, .n = b.rows_n };
    return true;
}
