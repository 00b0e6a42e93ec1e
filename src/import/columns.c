/* columns.c - which column a name of the mapping means; see own.h */
#include "import/own.h"

struct finding {
    struct import *im;
    const struct table_row *names; /* NULL: the table has none */
    bool good;
};

static void unknown(struct finding *f, struct column *c)
{
    str near[3], *names = NULL;
    struct import *im = f->im;
    size_t n = 0, cap = 0;
    struct buf all = { .keep = im->keep };
    struct diag *d =
        diag_add(im->diags, DIAG_COLUMN, c->at,
                 "the table has no column \"%.*s\"", STR(c->name));
    f->good = false;
    if (!f->names) {
        diag_help(im->diags, d,
                  "it has no names: write `column A`, `column "
                  "B` ..., or say where they stand: `names in "
                  "row 1`");
        return;
    }
    for (uint32_t i = 0; i < f->names->n; i++) {
        str name = f->names->cells[i].text;
        if (!name.len)
            continue;
        *push(im->keep, names, n, cap) = name;
        buf_fmt(&all, "%s\"%.*s\"", all.len ? ", " : "",
                STR(cell_quoted(im->keep, name)));
    }
    if (diag_nearest(im->keep, c->name, names, n, near))
        diag_help(im->diags, d, "did you mean \"%.*s\"?", STR(near[0]));
    else
        diag_help(im->diags, d, "row %u has these: %.*s", f->names->number,
                  STR(buf_str(&all)));
}

static void find(struct finding *f, struct column *c)
{
    uint32_t found = 0;
    if (!c->name.len)
        return;
    for (uint32_t i = 0; f->names && i < f->names->n; i++) {
        if (!str_eq(f->names->cells[i].text, c->name))
            continue;
        if (found) {
            struct diag *d =
                diag_add(f->im->diags, DIAG_COLUMN, c->at,
                         "two columns are called \"%.*s\"", STR(c->name));
            diag_help(f->im->diags, d,
                      "say which: `column A`, `column B` "
                      "...");
            f->good = false;
            return;
        }
        found = i + 1;
    }
    if (!found)
        unknown(f, c);
    c->number = found;
}

static void find_conditions(struct finding *f, struct tests *c)
{
    for (size_t i = 0; i < c->n; i++)
        find(f, &c->at[i].of);
}

static void find_field(struct finding *f, struct field *x)
{
    if (x->from)
        find(f, &x->of);
}

static void find_rule(struct finding *f, struct rule *r)
{
    struct field *const fields[] = { &r->date,         &r->until,   &r->holder,
                                     &r->unit,         &r->place,   &r->site,
                                     &r->source_place, &r->target,  &r->title,
                                     &r->status,       &r->accuracy };
    find_conditions(f, &r->only);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        find_field(f, fields[i]);
    if (r->position) {
        find(f, &r->latitude);
        find(f, &r->longitude);
    }
    for (size_t i = 0; i < r->figures_n; i++) {
        find(f, &r->figures[i].of);
        find_field(f, &r->figures[i].items);
        find_conditions(f, &r->figures[i].least_if);
        find_conditions(f, &r->figures[i].about_if);
    }
    for (size_t i = 0; i < r->details_n; i++) {
        find_field(f, &r->details[i].field);
        find_field(f, &r->details[i].grade);
    }
}

bool import_columns(struct import *im, uint32_t *columns)
{
    struct mapping *m = im->mapping;
    const struct table *t = im->table;
    struct finding f = { .im = im, .good = true };
    *columns = 0;
    if (!m->no_names && m->names_row <= t->n) {
        f.names = &t->rows[m->names_row - 1];
        for (uint32_t i = 0; i < f.names->n; i++)
            if (f.names->cells[i].text.len)
                *columns = i + 1;
    }
    for (size_t i = 0; i < m->never_n; i++)
        find_conditions(&f, &m->never[i]);
    for (size_t i = 0; i < m->rules_n; i++)
        find_rule(&f, &m->rules[i]);
    return f.good;
}
