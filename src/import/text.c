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

str import_text(struct import *im)
{
    struct buf b = { .keep = im->keep };
    uint32_t line = 1;
    str head[] = { im->provenance, im->mapping->book };
    for (size_t i = 0; i < 2; i++) {
        buf_add(&b, head[i]);
        buf_z(&b, head[i].len ? "\n" : "");
        line += lines_in(head[i]) + (head[i].len > 0);
    }
    for (size_t i = 0; i < im->declared_n; i++)
        put(&b, &im->declared[i], &line);
    if (im->declared_n) {
        buf_char(&b, '\n');
        line++;
    }
    for (size_t i = 0; i < im->entries_n; i++)
        if (!im->entries[i].refused)
            put(&b, &im->entries[i], &line);
    return buf_str(&b);
}
