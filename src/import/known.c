/* known.c - what is there already: names that are declared, entries that are
 * told; see import.h
 *
 * Two entries are one if they have the same sources and the same `id`; or, of
 * two without an `id`, if they say the same, but for `note`s.
 */
#include "import/own.h"

static bool head_is(struct arena *keep, str text, const struct directive *d,
                    size_t line, const char *w)
{
    return d->lines[line].n &&
           str_eq(token_text(keep, text, d->tokens[d->lines[line].first]),
                  str_of(w));
}

static str second(struct arena *keep, str text, const struct directive *d,
                  size_t line)
{
    return d->lines[line].n > 1
               ? token_text(keep, text, d->tokens[d->lines[line].first + 1])
               : S("");
}

static void add_line(struct arena *keep, struct buf *b, str text,
                     const struct directive *d, size_t line)
{
    struct line l = d->lines[line];
    for (uint32_t i = l.first; i < l.first + l.n; i++) {
        buf_add(b, token_text(keep, text, d->tokens[i]));
        buf_char(b, ' ');
    }
    buf_char(b, '\n');
}

static str key_of(struct arena *keep, str text, const struct directive *d)
{
    struct buf all = { .keep = keep }, sources = { .keep = keep };
    str id = S("");
    for (size_t i = 0; i < d->lines_n; i++) {
        if (i && head_is(keep, text, d, i, "id"))
            id = second(keep, text, d, i);
        if (i && head_is(keep, text, d, i, "source"))
            add_line(keep, &sources, text, d, i);
        if (!i || !head_is(keep, text, d, i, "note"))
            add_line(keep, &all, text, d, i);
    }
    return id.len ? str_fmt(keep, "id %.*s\n%.*s", STR(id),
                            STR(buf_str(&sources)))
                  : buf_str(&all);
}

static bool is_dated(const struct directive *d)
{
    enum token_kind k =
        d->lines[0].n ? (enum token_kind)d->tokens[d->lines[0].first].kind
                      : TOKEN_END;
    return k == TOKEN_DATE || k == TOKEN_INSTANT || k == TOKEN_DATES;
}

void import_known(struct import *im, str path, str text)
{
    struct reader r;
    struct directive d;
    reader_open(&r, im->keep, NULL, 0, text);
    while (reader_next(&r, &d)) {
        if (is_dated(&d)) {
            str key = key_of(im->keep, text, &d);
            *push(im->keep, im->others, im->others_n, im->others_cap) = path;
            map_put(&im->told, key, (int)im->others_n - 1);
        }
        for (int k = 0; k < 2; k++) {
            const char *kind = k ? "unit" : "site";
            if (head_is(im->keep, text, &d, 0, kind))
                map_put(&im->names,
                        str_fmt(im->keep, "%s %.*s", kind,
                                STR(second(im->keep, text, &d, 0))),
                        0);
        }
    }
}

void import_refuse_row(struct import *im, struct import_entry *e,
                       enum diag_kind kind, str what, str because, str help)
{
    const struct table_row *row = &im->table->rows[e->at];
    struct diag *d =
        diag_add(im->diags, kind, (span){ im->file, row->from, row->to },
                 "row %u: %.*s", e->row, STR(what));
    if (because.len)
        diag_because(im->diags, d, "%.*s", STR(because));
    if (help.len)
        diag_help(im->diags, d, "%.*s", STR(help));
    e->refused = true;
    *push(im->keep, im->refusals, im->refusals_n, im->refusals_cap) =
        (struct import_refusal){ .row = e->row, .said = d };
}

void import_twice(struct import *im)
{
    size_t books = im->others_n;
    for (size_t i = 0; i < im->entries_n; i++) {
        struct import_entry *e = &im->entries[i];
        struct reader r;
        struct directive d;
        reader_open(&r, im->keep, NULL, 0, e->text);
        if (!reader_next(&r, &d))
            continue;
        int was = map_put(&im->told, key_of(im->keep, e->text, &d),
                          (int)(books + i));
        if ((size_t)was == books + i)
            continue;
        str where = (size_t)was < books
                        ? str_fmt(im->keep, "'%.*s' has", STR(im->others[was]))
                        : str_fmt(im->keep, "row %u has",
                                  im->entries[(size_t)was - books].row);
        import_refuse_row(
            im, e, DIAG_ENTRY_TWICE,
            e->id.len ? str_fmt(im->keep,
                                "%.*s an entry with the id %.*s and the same "
                                "source",
                                STR(where), STR(e->id))
                      : str_fmt(im->keep, "%.*s the same entry", STR(where)),
            S(""),
            e->id.len
                ? S("leave one of the two out, or give it an id of its "
                    "own")
                : S("leave one of the two out, or give each an `id from` "
                    "a column"));
    }
}
