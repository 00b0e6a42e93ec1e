/* check.c - the book that is made, held to a pact as `check` would; see
 * import.h */
#include "import/own.h"

#include "base/edit.h"
#include "book/book.h"

/* The one of E that has LINE of the text, or NULL; lines ascend. */
static struct import_entry *entry_of(struct import_entry *e, size_t n,
                                     size_t line)
{
    size_t low = 0, high = n; /* the answer is before HIGH */
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (e[mid].line <= line)
            low = mid + 1;
        else
            high = mid;
    }
    while (low && e[low - 1].refused)
        low--;
    return low ? &e[low - 1] : NULL;
}

/* The same of what is declared, where sites stand before units. */
static struct import_entry *declared_of(struct import_entry *e, size_t n,
                                        size_t line)
{
    for (size_t i = 0; i < n; i++)
        if (e[i].line == line)
            return &e[i];
    return NULL;
}

static void one(struct import *im, struct sources *s, const struct diag *d)
{
    size_t line = diag_place(s, d->at.file, d->at.from).line;
    struct import_entry *e = entry_of(im->entries, im->entries_n, line);
    if (!e)
        e = declared_of(im->declared, im->declared_n, line);
    if (e)
        import_refuse_row(im, e, d->kind, d->text, d->because, d->help);
}

fault import_check(struct import *im, struct os *os, const str *files,
                   size_t n, str *other)
{
    struct sources sources = { .keep = im->keep };
    struct diags diags = { .keep = im->keep };
    struct pact *p;
    str path = S("the book that is made.book");
    struct edits made = { 0 };
    struct os with = *os;
    edits_put(&made, im->keep, &with, path, import_text(im));
    str *all = new_n(im->keep, str, n + 1);
    memcpy(all, files, n * sizeof *all);
    all[n] = path;
    *other = S("");
    fault f = pact_read_with(im->keep, &with, &sources, &diags, all, n + 1,
                             NULL, 0, &p);
    if (f)
        return f;
    instant close = diags.errors ? INSTANT_MIN : entries_until(p);
    if (close != INSTANT_MIN && ledger_has_room(p))
        ledger_post(im->keep, p, close);
    diag_sort(&diags);
    for (size_t i = 0; i < diags.n; i++) {
        const struct diag *d = diags.at[i];
        if (diag_page(d->kind)->severity != SEVERITY_ERROR)
            continue;
        if (str_eq(sources.at[d->at.file].path, path)) {
            one(im, &sources, d);
        } else if (!other->len) {
            struct buf out = { .keep = im->keep };
            diag_show(&out, &sources, d, false);
            *other = buf_str(&out);
        }
    }
    return NULL;
}
