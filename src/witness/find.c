/* find.c - the first cases that show something, and nothing needless in them;
 * see witness.h
 */
#include "witness/own.h"

struct search {
    const struct cases *c;
    const struct stage *s;
    size_t n;
    shows *what;
    void *with;
    struct arena *work;
};

/* What M shows; nothing, if under one of the texts it cannot happen. */
static unsigned shown(struct search *x, const struct made *m)
{
    struct judgement *j[VERSIONS_MAX] = { 0 };
    struct arena_mark mark = arena_mark(x->work);
    unsigned all = 0;
    size_t i = 0;
    while (i < x->n && (j[i] = stage_judge(&x->s[i], x->work, m)))
        i++;
    if (i == x->n)
        all = x->what(x->with, j);
    arena_back(x->work, mark);
    return all;
}

static struct made without(const struct made *m, size_t gone)
{
    struct made less = *m;
    less.n = 0;
    for (size_t i = 0; i < m->n; i++)
        if (i != gone)
            less.fact[less.n++] = m->fact[i];
    return less;
}

/* All that can be left out of M is. */
static struct made shrunk(struct search *x, struct made m, unsigned bit)
{
    struct made less = m;
    less.covers = false;
    if (m.covers && (shown(x, &less) & bit))
        m = less;
    for (size_t i = m.n; i > 0; i--) {
        less = without(&m, i - 1);
        if (shown(x, &less) & bit)
            m = less;
    }
    return m;
}

/* M as a book that anybody could read. false: then it does not show it. */
static bool replayed(struct search *x, const struct made *m, unsigned bit,
                     struct found *out)
{
    *out = (struct found){ .made = *m };
    out->book = made_text(x->c->keep, x->c, m);
    for (size_t i = 0; i < x->n; i++) {
        out->j[i] = stage_replay(&x->s[i], x->c->keep, out->book, m->close);
        if (!out->j[i])
            return false;
    }
    return out->any = (x->what(x->with, out->j) & bit) != 0;
}

static void give_back(void *work)
{
    arena_free(work);
}

size_t cases_find(const struct cases *c, const struct stage *s, size_t n,
                  shows *what, void *with, size_t bits, struct found *out)
{
    struct arena *work = new_one(c->keep, struct arena);
    struct search x = { c, s, n, what, with, work };
    size_t tried = 0;
    unsigned wanted = (1U << bits) - 1;
    *work = arena_new(c->keep->ceiling);
    work->full = c->keep->full;
    arena_also(c->keep, give_back, work);
    new_one(work, char); /* a block that stays */
    for (size_t i = 0; i < c->n && wanted; i++) {
        unsigned got = shown(&x, &c->at[i]) & wanted;
        tried++;
        for (size_t b = 0; b < bits; b++) {
            if (!(got >> b & 1))
                continue;
            struct found f;
            struct made m = shrunk(&x, c->at[i], 1U << b);
            if (!replayed(&x, &m, 1U << b, &f))
                continue;
            out[b] = f;
            wanted &= ~(1U << b);
        }
    }
    arena_free(work);
    return tried;
}
