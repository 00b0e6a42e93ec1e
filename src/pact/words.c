/* words.c - an entry's words for people, and the order of entries; see pact.h
 *
 * The words are not kept when a book is read: they are read again from the
 * text when somebody asks, a few entries at a time.
 */
#include "pact/parse.h"

struct entry_words entry_words(const struct pact *p, struct arena *keep,
                               const struct entry *e)
{
    struct entry_words w = { 0 };
    struct reader r;
    struct directive d;
    str text = p->sources->at[e->file].text, *sources = NULL;
    size_t cap = 0;
    reader_open(&r, keep, NULL, e->file, text);
    reader_at(&r, e->head, &d);
    for (size_t i = 0; i < d.lines[0].n; i++)
        if (d.tokens[i].kind == TOKEN_STRING)
            w.title = token_words(text, d.tokens[i]);
    for (size_t i = 1; i < d.lines_n; i++) {
        const struct token *t = &d.tokens[d.lines[i].first];
        if (d.lines[i].n < 2)
            continue;
        str word = token_text(keep, text, t[0]);
        for (uint32_t k = 0; k + 1 < d.lines[i].n; k++)
            if (str_eq(token_text(keep, text, t[k]), S("means")))
                w.means = token_text(keep, text, t[k + 1]);
        if (str_eq(word, S("id")))
            w.id = token_text(keep, text, t[1]);
        if (t[1].kind != TOKEN_STRING)
            continue;
        if (str_eq(word, S("note")) && !w.note.len)
            w.note = token_words(text, t[1]);
        if (str_eq(word, S("source")))
            *push(keep, sources, w.sources_n, cap) = token_words(text, t[1]);
    }
    w.sources = sources;
    return w;
}

static int cmp_int(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int cmp_qty(qty a, qty b)
{
    if (!qty_ok(a) || !qty_ok(b))
        return qty_ok(b) - qty_ok(a);
    return qty_cmp(a, b);
}

static int cmp_stocks(const struct pact *p, const struct entry *a,
                      const struct entry *b)
{
    int c = cmp_int(a->stocks_n, b->stocks_n);
    for (uint16_t i = 0; !c && i < a->stocks_n; i++) {
        qty al, ah, bl, bh;
        stock_ends(p, &p->stocks[a->stock + i], &al, &ah);
        stock_ends(p, &p->stocks[b->stock + i], &bl, &bh);
        c = cmp_qty(al, bl);
        c = c ? c : cmp_qty(ah, bh);
    }
    return c;
}

static int cmp_words(const struct pact *p, const struct entry *a,
                     const struct entry *b)
{
    struct arena_mark m = arena_mark(p->keep);
    struct entry_words x = entry_words(p, p->keep, a);
    struct entry_words y = entry_words(p, p->keep, b);
    int c = cmp_int((int64_t)x.sources_n, (int64_t)y.sources_n);
    for (size_t i = 0; !c && i < x.sources_n; i++)
        c = str_cmp(x.sources[i], y.sources[i]);
    c = c ? c : str_cmp(x.note, y.note);
    c = c ? c : str_cmp(x.id, y.id);
    arena_back(p->keep, m);
    return c;
}

int entry_cmp(const struct pact *p, const struct entry *a,
              const struct entry *b)
{
    if (a == b)
        return 0;
    int c = cmp_int(a->from, b->from);
    c = c ? c : cmp_int(entry_until(p, a), entry_until(p, b));
    c = c ? c : cmp_int(a->kind, b->kind);
    c = c ? c : cmp_stocks(p, a, b);
    c = c ? c : cmp_words(p, a, b);
    if (c)
        return c;
    str x = str_cut(p->sources->at[a->file].text, a->head, a->end);
    str y = str_cut(p->sources->at[b->file].text, b->head, b->end);
    c = str_cmp(x, y);
    return c                           ? c
           : cmp_int(a->file, b->file) ? cmp_int(a->file, b->file)
                                       : cmp_int(a->head, b->head);
}
