/* text.c - the book that is made; see import.h */
#include "import/own.h"

static uint32_t lines_in(str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += s.at[i] == '\n';
    return n;
}

static void put(struct buf *b, struct import_entry *e, uint32_t *line)
{
    e->line = *line;
    buf_add(b, e->text);
    *line += lines_in(e->text);
}

void import_count(struct import *im)
{
    bool *refused = new_n(im->keep, bool, im->table->n + 1);
    memset(im->counts, 0, sizeof im->counts);
    for (size_t i = 0; i < im->entries_n; i++)
        refused[im->entries[i].at] |= im->entries[i].refused;
    for (size_t i = 0; i < im->table->n; i++)
        im->rows_refused += refused[i];
    for (size_t i = 0; i < im->entries_n; i++) {
        struct import_entry *e = &im->entries[i];
        if (refused[e->at])
            e->refused = true;
        else
            im->counts[e->kind]++;
    }
    im->counts[IMPORT_UNIT] = im->declared_n;
}

/* A blank line between parts. */
static void part(struct buf *b, uint32_t *line, bool *any)
{
    buf_z(b, *any ? "\n" : "");
    *line += *any;
    *any = true;
}

/* Sites, or all else that is declared. */
static void declared(struct buf *b, struct import *im, bool sites,
                     uint32_t *line, bool *any)
{
    bool first = true;
    for (size_t i = 0; i < im->declared_n; i++) {
        if (str_starts(im->declared[i].text, S("site ")) != sites)
            continue;
        if (first)
            part(b, line, any);
        first = false;
        put(b, &im->declared[i], line);
    }
}

str import_text(struct import *im)
{
    struct buf b = { .keep = im->keep };
    uint32_t line = 1;
    bool any = false, first = true;
    str head[] = { im->provenance, im->mapping->book };
    for (size_t i = 0; i < 2; i++) {
        if (!head[i].len)
            continue;
        part(&b, &line, &any);
        buf_add(&b, head[i]);
        line += lines_in(head[i]);
    }
    declared(&b, im, true, &line, &any);
    declared(&b, im, false, &line, &any);
    for (size_t i = 0; i < im->entries_n; i++) {
        im->entries[i].line = line;
        if (im->entries[i].refused)
            continue;
        if (first)
            part(&b, &line, &any);
        first = false;
        put(&b, &im->entries[i], &line);
    }
    return buf_str(&b);
}

str import_laid_out(struct import *im)
{
    struct diags none = { .keep = im->keep };
    str text = import_text(im), out;
    return lang_format(im->keep, &none, 0, text, &out) ? out : text;
}
