/* stage.c - a text with made-up entries, judged; see witness.h
 *
 * All entries are read at once and the few of a case picked out of them, so
 * that a case costs its judging and no reading.
 */
#include "base/edit.h"
#include "base/sort.h"
#include "witness/own.h"

#define MADE_UP S("a made-up case.book")

/* ---- cases -------------------------------------------------------------- */

struct cases cases_new(struct arena *keep)
{
    return (struct cases){ .keep = keep,
                           .known = { .keep = keep },
                           .made = { .keep = keep } };
}

uint32_t cases_fact(struct cases *c, str text)
{
    int at = map_get(&c->known, text);
    if (at >= 0)
        return (uint32_t)at;
    *push(c->keep, c->facts, c->facts_n, c->facts_cap) = text;
    return (uint32_t)map_put(&c->known, text, (int)c->facts_n - 1);
}

/* What makes two cases one. */
static str key_of(struct arena *keep, const struct made *m)
{
    struct buf b = { .keep = keep };
    buf_fmt(&b, "%lld %d", (long long)m->close, m->covers);
    for (size_t i = 0; i < m->n; i++)
        buf_fmt(&b, " %u", (unsigned)m->fact[i]);
    return buf_str(&b);
}

void cases_add(struct cases *c, struct made m)
{
    str key = key_of(c->keep, &m);
    if (c->n == CASES_MOST || map_get(&c->made, key) >= 0)
        return;
    map_put(&c->made, key, 0);
    *push(c->keep, c->at, c->n, c->cap) = m;
}

static int by_size(const void *a, const void *b, void *with)
{
    const struct made *x = a, *y = b;
    (void)with;
    if (x->n != y->n)
        return x->n < y->n ? -1 : 1;
    return qty_ok(x->size) && qty_ok(y->size) ? qty_cmp(x->size, y->size) : 0;
}

void cases_sort(struct cases *c)
{
    sort_array(c->keep, c->at, c->n, sizeof *c->at, by_size, NULL);
}

/* By day; those of one day stay as they were proposed. */
static int by_day(const void *a, const void *b, void *with)
{
    enum { DAY = 10 };
    (void)with;
    return str_cmp(str_cut(*(const str *)a, 0, DAY),
                   str_cut(*(const str *)b, 0, DAY));
}

static void add_header(struct buf *b, const struct cases *c, bool covers)
{
    if (covers)
        buf_fmt(b, "book \"A made-up case\"\n%.*s", STR(c->covers));
}

str made_text(struct arena *keep, const struct cases *c, const struct made *m)
{
    struct buf b = { .keep = keep };
    str entry[CASE_FACTS];
    for (size_t i = 0; i < m->n; i++)
        entry[i] = c->facts[m->fact[i]];
    sort_array(keep, entry, m->n, sizeof *entry, by_day, NULL);
    add_header(&b, c, m->covers);
    for (size_t i = 0; i < m->n; i++)
        buf_add(&b, entry[i]);
    return buf_str(&b);
}

/* ---- the stage ---------------------------------------------------------- */

/* The text and BOOK as its last file. */
static fault read_with(const struct stage *s, struct arena *keep, str book,
                       struct diags *diags, struct pact **out)
{
    struct edits *made = new_one(keep, struct edits);
    struct os *os = new_one(keep, struct os);
    struct sources *sources = new_one(keep, struct sources);
    str *files = new_n(keep, str, s->files_n + 1);
    *os = s->os;
    sources->keep = keep;
    memcpy(files, s->files, s->files_n * sizeof *files);
    files[s->files_n] = MADE_UP;
    edits_put(made, keep, os, MADE_UP, book);
    return pact_read_on(keep, s->geo, os, sources, diags, files,
                        s->files_n + 1, NULL, 0, out);
}

fault stage_set(struct stage *s, const struct cases *c)
{
    struct buf b = { .keep = s->keep };
    struct diags *diags = new_one(s->keep, struct diags);
    uint32_t *at = new_n(s->keep, uint32_t, c->facts_n + 1);
    diags->keep = s->keep;
    s->cases = c;
    add_header(&b, c, c->covers.len > 0);
    for (size_t i = 0; i < c->facts_n; i++) {
        at[i] = (uint32_t)b.len;
        buf_add(&b, c->facts[i]);
    }
    fault f = read_with(s, s->keep, buf_str(&b), diags, &s->p);
    if (f)
        return f;
    s->entry = new_n(s->keep, int32_t, c->facts_n + 1);
    for (size_t i = 0; i < c->facts_n; i++)
        s->entry[i] = -1;
    s->source = (uint32_t)s->p->sources->n - 1;
    size_t fact = 0;
    for (size_t i = 0; i < s->p->entries_n; i++) {
        const struct entry *e = &s->p->entries[i];
        if (e->file != s->source)
            continue;
        while (fact < c->facts_n && at[fact] < e->head)
            fact++;
        if (fact < c->facts_n && at[fact] == e->head)
            s->entry[fact] = (int32_t)i;
    }
    return NULL;
}

static void only_covers(const struct stage *s, struct pact *p, bool covers)
{
    struct book *books = new_n(p->keep, struct book, p->books_n + 1);
    for (size_t i = 0; i < p->books_n; i++) {
        books[i] = p->books[i];
        if (!covers || books[i].file != s->source)
            books[i].covers_n = 0;
    }
    p->books = books;
}

/* NULL: the books contradict themselves. */
static struct judgement *judged(struct arena *keep, const struct pact *p,
                                instant close)
{
    if (!ledger_has_room(p))
        return NULL;
    struct ledger *l = ledger_post(keep, p, close);
    struct judgement *j = NULL;
    if (!p->diags->errors)
        j = judge(keep, p, l, close, false);
    return p->diags->errors ? NULL : j;
}

struct judgement *stage_judge(const struct stage *s, struct arena *work,
                              const struct made *m)
{
    struct pact *p = new_one(work, struct pact);
    *p = *s->p;
    p->keep = work;
    p->diags = new_one(work, struct diags);
    p->diags->keep = work;
    p->entries = new_n(work, struct entry, m->n + 1);
    p->entries_n = 0;
    for (size_t i = 0; i < m->n; i++) {
        int32_t e = s->entry[m->fact[i]];
        if (e < 0)
            return NULL;
        p->entries[p->entries_n++] = s->p->entries[e];
    }
    only_covers(s, p, m->covers);
    return judged(work, p, m->close);
}

struct judgement *stage_replay(const struct stage *s, struct arena *keep,
                               str book, instant close)
{
    struct pact *p;
    struct diags *diags = new_one(keep, struct diags);
    diags->keep = keep;
    if (read_with(s, keep, book, diags, &p) || diags->errors)
        return NULL;
    return judged(keep, p, close);
}
