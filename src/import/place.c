/* place.c - where a row is, and what it declares; see row.h */
#include "import/row.h"

/* ---- declarations ------------------------------------------------------- */

void row_declare(struct making *k, const char *kind, str name, str text,
                 const struct column *c)
{
    k->pending[k->pending_n++] = (struct declaration){
        kind, name, str_fmt(k->keep, "%s %.*s", kind, STR(name)), text, c
    };
}

void row_declare_now(struct making *k, const struct declaration *d)
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
    row_refuse(
        k, DIAG_CELL_TWICE, d->of,
        str_z(k->keep,
              str_fmt(k->keep, "the %s `%.*s` is another one in row %u",
                      d->kind, STR(d->name), was->row)),
        S("tell them apart in the table, or give them names by `words`"));
}

bool row_unit(struct making *k, str *holder)
{
    const struct field *f = &k->r->unit;
    str cell;
    if (!f->there)
        return true;
    if (!row_says(k, f, &cell))
        return false;
    if (!cell.len) {
        row_missing(k, &f->of, "there is no unit");
        return false;
    }
    str part = f->words ? cell : cell_slug(k->keep, cell);
    if (!part.len) {
        row_refuse(k, DIAG_CELL_WORD, &f->of, "no name can be made of it",
                   S("name it: `by WORDS` behind the column"));
        return false;
    }
    *holder = str_fmt(k->keep, "%.*s/%.*s", STR(*holder), STR(part));
    return true;
}

static bool coordinates(struct making *k, str *out)
{
    const struct rule *r = k->r;
    str a, b, help, lat = row_cell(k, &r->latitude),
                    lon = row_cell(k, &r->longitude);
    if (!lat.len || !lon.len) {
        row_missing(k, lat.len ? &r->longitude : &r->latitude,
                    "there is no position");
        return false;
    }
    const char *no = cell_degrees(k->keep, lat, true, &a, &help);
    if (no)
        row_refuse(k, DIAG_CELL_POSITION, &r->latitude, no, help);
    const char *no2 = cell_degrees(k->keep, lon, false, &b, &help);
    if (no2)
        row_refuse(k, DIAG_CELL_POSITION, &r->longitude, no2, help);
    if (no || no2)
        return false;
    str accuracy = r->accuracy.fixed;
    if (r->accuracy.from) {
        struct reading x;
        no = row_figure(k, &r->accuracy.of, false, &x, &help);
        if (no || x.open || (!x.nothing && qty_cmp(x.low, x.high))) {
            row_refuse(k, DIAG_CELL_FIGURE, &r->accuracy.of,
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

bool row_place(struct making *k, str *out)
{
    const struct rule *r = k->r;
    str at = S(""), cell, name;
    *out = S("");
    if (r->position && !coordinates(k, &at))
        return false;
    if (r->site.there) {
        if (!row_says(k, &r->site, &cell))
            return false;
        name = r->site.words ? cell : cell_slug(k->keep, cell);
        if (!lang_is_name(name)) {
            if (!cell.len)
                row_missing(k, &r->site.of, "there is no site");
            else
                row_refuse(k, DIAG_CELL_WORD, &r->site.of,
                           "no name can be made of it",
                           S("name it: `by WORDS` behind the column"));
            return false;
        }
        *out = str_fmt(k->keep, " at %.*s", STR(name));
        if (at.len)
            row_declare(
                k, "site", name,
                str_fmt(k->keep, "site %.*s %.*s \"%.*s\"\n", STR(name),
                        STR(at),
                        STR(cell_quoted(k->keep, row_cell(k, &r->site.of)))),
                &r->site.of);
        return true;
    }
    if (at.len)
        *out = str_fmt(k->keep, " at %.*s", STR(at));
    if (!r->place.there)
        return true;
    if (!row_named(k, &r->place, "there is no place", &name))
        return false;
    bool own = r->place.from && !r->place.words;
    *out = str_fmt(k->keep, "%s%.*s", own ? " at " : " ", STR(name));
    return true;
}
