/* csv.c - comma-separated values; see table.h
 *
 * Written here, in one function a rule, since no library of the distribution
 * tells where in the text a cell stood, and messages point at cells.
 */
#include "table/table.h"

struct reading {
    struct arena *keep;
    str text;
    size_t at;
    char separator;
    struct table_wrong *wrong;
    struct table_row *rows;
    struct table_cell *cells; /* of the row that is read */
    size_t rows_n, rows_cap, cells_n, cells_cap;
};

/* ---- encodings ---------------------------------------------------------- */

static void put_rune(struct buf *b, unsigned c)
{
    if (c < 0x80) {
        buf_char(b, (char)c);
    } else if (c < 0x800) {
        buf_char(b, (char)(0xc0 | c >> 6));
        buf_char(b, (char)(0x80 | (c & 0x3f)));
    } else {
        buf_char(b, (char)(0xe0 | c >> 12));
        buf_char(b, (char)(0x80 | (c >> 6 & 0x3f)));
        buf_char(b, (char)(0x80 | (c & 0x3f)));
    }
}

str table_from_1252(struct arena *keep, str text)
{
    /* of 0x80 to 0x9f; the others are those of Latin 1 */
    static const unsigned short high[32] = {
        0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
        0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
        0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
        0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178
    };
    struct buf b = { .keep = keep };
    for (size_t i = 0; i < text.len; i++) {
        unsigned c = (unsigned char)text.at[i];
        put_rune(&b, c >= 0x80 && c < 0xa0 ? high[c - 0x80] : c);
    }
    return buf_str(&b);
}

/* ---- cells and rows ----------------------------------------------------- */

static bool no(struct reading *r, size_t from, size_t to, const char *what,
               const char *help)
{
    *r->wrong = (struct table_wrong){ .what = str_of(what),
                                      .help = str_of(help),
                                      .view = r->text,
                                      .from = (uint32_t)from,
                                      .to = (uint32_t)to };
    return false;
}

static bool at_end_of_cell(const struct reading *r)
{
    if (r->at == r->text.len)
        return true;
    char c = r->text.at[r->at];
    return c == r->separator || c == '\n' ||
           (c == '\r' &&
            (r->at + 1 == r->text.len || r->text.at[r->at + 1] == '\n'));
}

static bool take_cell(struct reading *r, str text, size_t from)
{
    if (r->cells_n == TABLE_COLUMNS)
        return no(r, from, r->at, "more cells than a row may have",
                  "are cells parted by another sign? say so: `cells parted "
                  "by semicolon`");
    *push(r->keep, r->cells, r->cells_n, r->cells_cap) = (struct table_cell){
        .text = str_trim(text), .from = (uint32_t)from, .to = (uint32_t)r->at
    };
    return true;
}

/* "so ""called""" */
static bool quoted_cell(struct reading *r)
{
    struct buf b = { .keep = r->keep };
    size_t from = r->at++, plain = r->at;
    for (;;) {
        while (r->at < r->text.len && r->text.at[r->at] != '"')
            r->at++;
        if (r->at == r->text.len)
            return no(r, from, from + 1,
                      "the quote that begins here is not "
                      "closed",
                      "close it, or write a quote within a cell twice: \"\"");
        str piece = str_cut(r->text, plain, r->at);
        r->at++;
        bool twice = r->at < r->text.len && r->text.at[r->at] == '"';
        if (!twice && !b.len) {
            if (!at_end_of_cell(r))
                break;
            return take_cell(r, piece, from);
        }
        buf_add(&b, piece);
        if (!twice)
            break;
        buf_char(&b, '"');
        plain = ++r->at;
    }
    if (at_end_of_cell(r))
        return take_cell(r, buf_str(&b), from);
    return no(r, r->at, r->at + 1, "a cell goes on behind its closing quote",
              "put all of it into the quotes, and write a quote within it "
              "twice: \"\"");
}

static bool one_cell(struct reading *r)
{
    size_t from = r->at;
    if (r->at < r->text.len && r->text.at[r->at] == '"')
        return quoted_cell(r);
    while (!at_end_of_cell(r))
        r->at++;
    return take_cell(r, str_cut(r->text, from, r->at), from);
}

static bool one_row(struct reading *r)
{
    size_t from = r->at;
    r->cells_n = 0;
    if (r->rows_n == TABLE_ROWS)
        return no(r, from, from, "more rows than a table may have",
                  "part the table into several");
    for (;;) {
        if (!one_cell(r))
            return false;
        if (r->at == r->text.len || r->text.at[r->at] != r->separator)
            break;
        r->at++;
    }
    struct table_cell *cells = new_n(r->keep, struct table_cell, r->cells_n);
    memcpy(cells, r->cells, r->cells_n * sizeof *cells);
    struct table_row *row = push(r->keep, r->rows, r->rows_n, r->rows_cap);
    *row = (struct table_row){ .cells = cells,
                               .n = (uint32_t)r->cells_n,
                               .number = (uint32_t)r->rows_n,
                               .from = (uint32_t)from,
                               .to = (uint32_t)r->at };
    r->at += r->at < r->text.len && r->text.at[r->at] == '\r';
    r->at += r->at < r->text.len && r->text.at[r->at] == '\n';
    return true;
}

bool table_csv(struct arena *keep, str text, const struct table_how *how,
               struct table *out, struct table_wrong *wrong)
{
    struct reading r = { .keep = keep,
                         .separator = how->separator ? how->separator : ',',
                         .wrong = wrong };
    if (how->windows_1252)
        text = table_from_1252(keep, text);
    r.text = text;
    if (text.len > TABLE_BYTES)
        return no(&r, 0, 0, "the table is larger than 256 MB",
                  "part it into several");
    if (str_starts(text, S("\xff\xfe")) || str_starts(text, S("\xfe\xff"))) {
        r.text = S("");
        return no(&r, 0, 0, "the table is in UTF-16",
                  "save it as `CSV UTF-8`");
    }
    size_t bad = str_utf8(text);
    if (bad < text.len)
        return no(&r, bad, bad + 1, "the table is not in UTF-8",
                  "save it as `CSV UTF-8`; or, if it comes from an older "
                  "Windows of the West, say `encoding windows-1252`");
    r.at = str_starts(text, S("\xef\xbb\xbf")) ? 3 : 0;
    while (r.at < text.len)
        if (!one_row(&r))
            return false;
    *out = (struct table){
        .view = text, .rows = r.rows, .n = r.rows_n, .ragged = true
    };
    return true;
}
