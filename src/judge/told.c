/* told.c - what books say of regions as wholes: completes and totals */
#include "judge/own.h"

#include <string.h>

static struct kinds one_item(struct bench *b, int item)
{
    const struct pact *p = b->p;
    uint8_t *in = new_n(b->keep, uint8_t, p->items_n + 1);
    uint8_t *unlisted = new_n(b->keep, uint8_t, p->items_n + 1);
    for (int i = 0; i < (int)p->items_n; i++) {
        in[i] = kind_of_item(p, i, item)   ? YES
                : kind_of_item(p, item, i) ? MAYBE
                                           : NO;
        unlisted[i] = kind_of_item(p, i, item) ? YES : NO;
    }
    return (struct kinds){ .in = in,
                           .unlisted = unlisted,
                           .text = p->items[item].name };
}

static struct saying *tell(struct bench *b, uint32_t entry)
{
    const struct entry *e = &b->p->entries[entry];
    struct saying *t = push(b->keep, b->told, b->told_n, b->told_cap);
    *t = (struct saying){ .entry = entry,
                          .book = e->book,
                          .from = e->from,
                          .until = INSTANT_MAX,
                          .declared = entry_declares(b->p, e),
                          .rival = b->told_n - 1 };
    t->gauge.who = b->p->holders[e->who].who;
    t->gauge.of_side = b->p->holders[e->who].side;
    t->gauge.place = e->place;
    return t;
}

static bool same_region(const struct saying *x, const struct saying *y)
{
    return x->book == y->book && x->from == y->from &&
           who_same(&x->gauge.who, &y->gauge.who) &&
           x->gauge.place == y->gauge.place &&
           str_eq(x->gauge.kinds.text, y->gauge.kinds.text) &&
           x->gauge.stated.n == y->gauge.stated.n &&
           !memcmp(x->gauge.stated.at, y->gauge.stated.at,
                   sizeof x->gauge.stated.at);
}

/* Rivals: the truth lies with one of them, somewhere between the least and
 * the greatest. The first of them speaks for all. */
static bool rival(struct bench *b, const struct saying *n)
{
    for (size_t i = 0; i + 1 < b->told_n; i++) {
        struct saying *t = &b->told[i];
        if (!t->is_total || !same_region(t, n))
            continue;
        if (qty_cmp(n->low, t->low) < 0)
            t->low = n->low;
        if (!qty_ok(n->high) ||
            (qty_ok(t->high) && qty_cmp(n->high, t->high) > 0))
            t->high = n->high;
        return true;
    }
    return false;
}

/* Does it speak for the accounts of a book that are declared (or not)? What a
 * party's book says of all of a side is said of the party's own, too. */
bool told_speaks(const struct bench *b, const struct saying *t, int book,
                 bool declared)
{
    if (t->book != book)
        return false;
    if (!declared || t->is_total)
        return t->declared == declared;
    int keeper = b->p->books[book].keeper;
    return keeper >= 0 && who_has(&t->gauge.who, keeper);
}

static void complete(struct bench *b, uint32_t entry)
{
    const struct more *m = entry_more(b->p, &b->p->entries[entry]);
    for (size_t k = 0; k < m->kinds_n; k++) {
        struct saying *t = tell(b, entry);
        t->gauge.kinds = m->kinds[k];
        t->gauge.stated = b->p->stateds[m->stated];
        if (b->p->entries[entry].sometime)
            t->from = m->until; /* from some time on: surely from then on */
    }
}

static void total(struct bench *b, uint32_t entry)
{
    const struct entry *e = &b->p->entries[entry];
    for (size_t k = 0; k < e->stocks_n; k++) {
        const struct stock *s = &b->p->stocks[e->stock + k];
        struct saying *t = tell(b, entry);
        t->is_total = true;
        t->gauge = gauge_on(b, t->gauge, e->from);
        t->until = entry_until(b->p, e);
        t->gauge.kinds = one_item(b, s->item);
        t->gauge.stated = b->p->stateds[s->stated];
        stock_ends(b->p, s, &t->low, &t->high);
        /* dated D..D it is of one day, nobody knows which: it binds none */
        if (e->sometime || rival(b, t))
            b->told_n--;
    }
}

void collect_told(struct bench *b)
{
    for (uint32_t i = 0; i < b->p->entries_n; i++) {
        const struct entry *e = &b->p->entries[i];
        if (e->from >= b->close)
            continue;
        if (e->kind == ENTRY_COMPLETE)
            complete(b, i);
        else if (e->kind == ENTRY_TOTAL)
            total(b, i);
        else if (e->kind == ENTRY_CLAIM)
            *push(b->keep, b->claims, b->claims_n, b->claims_cap) = i;
        else if (e->kind == ENTRY_OBSERVE || e->kind == ENTRY_INSPECT)
            *push(b->keep, b->seen, b->seen_n, b->seen_cap) = i;
        else if (e->kind == ENTRY_RESTRICTION)
            *push(b->keep, b->denied, b->denied_n, b->denied_cap) = i;
    }
}
