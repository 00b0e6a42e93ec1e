/* draw.c - which account a debit draws on (docs/judging.md, section 3)
 *
 * First the account of exactly that holder, item, statuses and place; else
 * the one of that holder that has these statuses and more.  What that does
 * not suffice for comes from the nearest account that holds it: the parent
 * unit's, the party's, a joint one's, the side's.
 */
#include "book/own.h"

#include <string.h>

bool holder_above(const struct holder *up, const struct holder *h)
{
    if (up->either || h->either)
        return false;
    if (!up->unit.len) /* a party, several, a side */
        return who_within(&h->who, &up->who) &&
               (h->unit.len || !who_same(&h->who, &up->who) ||
                (up->side && !h->side));
    return str_below(h->unit, up->unit, '/');
}

/* How far above: parent units first, the longest path nearest; then by how
 * many share it. */
static size_t distance(const struct holder *up)
{
    size_t n = 0;
    if (up->unit.len)
        return 10000 - up->unit.len;
    for (int i = 0; i < HOLDERS_MAX; i++)
        n += who_has(&up->who, i);
    return 20000 + n + (up->side ? HOLDERS_MAX : 0);
}

/* One more account that would do: the nearest wins, two as near are one too
 * many; exact statuses win over more of them. */
static void consider(int id, size_t far, int *best, size_t *nearest,
                     struct draw *d)
{
    if (*best >= 0 && far > *nearest)
        return;
    if (*best >= 0 && far == *nearest) {
        d->several = true;
        d->fits[0] = *best;
        d->fits[1] = id;
        return;
    }
    d->several = false;
    *best = id;
    *nearest = far;
}

struct draw draw_on(struct poster *o, int book, int holder, int item,
                    int stated, int where)
{
    const struct ledger *l = o->l;
    const struct holder *h = &l->holders[holder];
    struct draw d = { .own = -1, .joint = -1 };
    size_t own_far = 0, joint_far = 0;
    for (int i = neighbours(o, book, item, where); i >= 0;
         i = l->accounts[i].next) {
        const struct account *a = &l->accounts[i];
        size_t more = a->stated != stated;
        if (more && !stated_fits(o, a->stated, stated))
            continue;
        if (a->holder == holder)
            consider(i, more, &d.own, &own_far, &d);
    }
    if (d.several)
        return d;
    struct draw above = { .joint = -1 };
    for (int i = neighbours(o, book, item, where); i >= 0;
         i = l->accounts[i].next) {
        const struct account *a = &l->accounts[i];
        const struct holder *up = &l->holders[a->holder];
        size_t more = a->stated != stated;
        if (a->holder == holder || !holder_above(up, h) ||
            (more && !stated_fits(o, a->stated, stated)))
            continue;
        consider(i, distance(up) * 2 + more, &above.joint, &joint_far, &above);
    }
    d.joint = above.several ? -1 : above.joint;
    d.several = d.own < 0 && above.several;
    d.several_above = d.own >= 0 && above.several;
    memcpy(d.fits, above.fits, sizeof d.fits);
    return d;
}

struct draw draw_known(struct poster *o, int book, int holder, int item,
                       int stated, int where)
{
    int own = account(o, book, holder, item, stated, where, false);
    if (own < 0)
        return draw_on(o, book, holder, item, stated, where);
    struct running *r = &o->running[own];
    uint32_t many = o->running[r->first].many;
    if (r->drawn != many) {
        r->draw = draw_on(o, book, holder, item, stated, where);
        r->drawn = many;
    }
    return r->draw;
}
