/* import.c - what came of a table */
#include "import/import.h"

#include "show/own.h"

/* "3 hold, 5 observe" */
static str kinds_text(struct arena *k, const struct import *im)
{
    struct buf b = { .keep = k };
    for (int i = 0; i < IMPORT_KINDS; i++)
        if (im->counts[i] && i != IMPORT_UNIT)
            buf_fmt(&b, "%s%zu %s", b.len ? ", " : "", im->counts[i],
                    import_kind_name((enum import_kind)i));
    if (im->counts[IMPORT_UNIT])
        buf_fmt(&b, "%s%zu declared", b.len ? ", " : "",
                im->counts[IMPORT_UNIT]);
    return b.len ? buf_str(&b) : S("nothing");
}

void show_import(struct buf *out, struct arena *k, const struct imported *i)
{
    const struct import *im = i->im;
    if (!i->to.len) {
        buf_add(out, i->text);
        return;
    }
    if (i->written)
        buf_fmt(out, "wrote %.*s: %.*s; %zu of %zu rows left out\n",
                STR(i->to), STR(kinds_text(k, im)), im->rows_left_out,
                im->rows);
    else
        buf_fmt(out, "%.*s is not written: %zu of %zu rows refused\n",
                STR(i->to), im->rows_refused, im->rows);
}

static json_t *count(struct arena *k, size_t n)
{
    return json_qty(k, qty_int((int64_t)n));
}

static json_t *refusal(struct arena *k, const struct imported *i,
                       const struct import_refusal *r)
{
    json_t *j = json_map(k);
    const struct diag *d = r->said;
    struct place at = diag_place(i->sources, d->at.file, d->at.from);
    json_put(k, j, "code", json_str(k, diag_page(d->kind)->code));
    json_put(k, j, "row", count(k, r->row));
    json_put(k, j, "column",
             r->column.len ? json_str(k, r->column) : json_null());
    json_put(k, j, "cell", json_str(k, r->cell));
    json_put(k, j, "line", count(k, at.line));
    json_put(k, j, "message", json_str(k, d->text));
    json_put(k, j, "hint", d->help.len ? json_str(k, d->help) : json_null());
    return j;
}

void show_import_json(struct buf *out, struct arena *k,
                      const struct imported *i)
{
    const struct import *im = i->im;
    json_t *j = json_map(k), *entries = json_map(k), *rows = json_map(k),
           *refused = json_list(k);
    json_put(k, j, "schema", json_str(k, S("import/1")));
    json_put(k, j, "detente", json_str(k, i->version));
    json_put(k, j, "table", json_str(k, i->table));
    json_put(k, j, "map", json_str(k, i->map));
    json_put(k, rows, "all", count(k, im->rows));
    json_put(k, rows, "left_out", count(k, im->rows_left_out));
    json_put(k, rows, "refused", count(k, im->rows_refused));
    json_put(k, j, "rows", rows);
    for (int n = 0; n < IMPORT_UNIT; n++)
        if (im->counts[n])
            json_put(k, entries, import_kind_name((enum import_kind)n),
                     count(k, im->counts[n]));
    json_put(k, j, "entries", entries);
    json_put(k, j, "declared", count(k, im->declared_n));
    for (size_t n = 0; n < im->refusals_n; n++)
        json_add(k, refused, refusal(k, i, &im->refusals[n]));
    json_put(k, j, "refused", refused);
    json_put(k, j, "written", i->written ? json_str(k, i->to) : json_null());
    json_put(k, j, "book", json_str(k, i->text));
    json_print(out, j);
}
