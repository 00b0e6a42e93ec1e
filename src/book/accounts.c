/* accounts.c - every account once; see own.h */
#include "book/own.h"

#include <stdlib.h>
#include <string.h>

int where_id(struct poster *o, enum where_kind kind, int at, int to)
{
    struct ledger *l = o->l;
    int key[3] = { (int)kind, at, to };
    str k = { (const char *)key, sizeof key };
    int id = map_get(&o->where_ids, k);
    if (id >= 0)
        return id;
    id = (int)l->wheres_n;
    map_put(&o->where_ids, str_copy(o->keep, k), id);
    *push(o->keep, l->wheres, l->wheres_n, l->wheres_cap) =
        (struct whereabouts){ kind, at, to };
    return id;
}

int where_at(struct poster *o, int spot)
{
    int32_t *known = &o->at_spots[spot];
    if (!*known)
        *known = 1 + where_id(o, WHERE_AT, spot, -1);
    return *known - 1;
}

/* Held by A or by B, while a transfer between them is on its way. */
int joint_holder(struct poster *o, int a, int b)
{
    struct ledger *l = o->l;
    const struct holder *x = &l->holders[a], *y = &l->holders[b];
    struct holder h = { .who = x->who };
    who_join(&h.who, &y->who);
    h.text = str_fmt(o->keep, "%.*s or %.*s", STR(x->text), STR(y->text));
    int id = map_put(&o->holder_ids, h.text, (int)l->holders_n);
    if (id == (int)l->holders_n)
        *push(o->keep, l->holders, l->holders_n, l->holders_cap) = h;
    return id;
}

static int stated_id(struct poster *o, struct stated s)
{
    struct ledger *l = o->l;
    stated_sort(&s);
    s.groups = s.n;
    for (uint8_t i = 0; i < s.n; i++)
        s.group[i] = i;
    for (size_t i = 0; i < l->stateds_n; i++) /* few */
        if (l->stateds[i].n == s.n &&
            !memcmp(l->stateds[i].at, s.at, s.n * sizeof *s.at))
            return (int)i;
    *push(o->keep, l->stateds, l->stateds_n, l->stateds_cap) = s;
    return (int)l->stateds_n - 1;
}

int stated_with(struct poster *o, int stated, int less, int more)
{
    struct stated s = o->l->stateds[stated], t = { 0 };
    for (uint8_t i = 0; i < s.n; i++)
        if (s.at[i] != less && s.at[i] != more)
            t.at[t.n++] = s.at[i];
    if (more >= 0 && t.n < STATUSES_MAX)
        t.at[t.n++] = (int16_t)more;
    return stated_id(o, t);
}

/* ... or MORE besides, of the same family: one of the two. */
int stated_either(struct poster *o, int stated, int more)
{
    struct stated s = o->l->stateds[stated];
    if (s.n < STATUSES_MAX)
        s.at[s.n++] = (int16_t)more;
    return stated_id(o, s);
}

bool stated_fits(const struct poster *o, int have, int want)
{
    const struct stated *h = &o->l->stateds[have], *w = &o->l->stateds[want];
    for (uint8_t i = 0; i < w->n; i++) {
        bool found = false;
        for (uint8_t k = 0; k < h->n; k++)
            found = found || h->at[k] == w->at[i];
        if (!found)
            return false;
    }
    return true;
}

int neighbours(struct poster *o, int book, int item, int where)
{
    int key[3] = { book, item, where };
    return map_get(&o->groups, (str){ (const char *)key, sizeof key });
}

static void join_group(struct poster *o, int id)
{
    struct account *a = &o->l->accounts[id];
    int key[3] = { a->book, a->item, a->where };
    str k = { (const char *)key, sizeof key };
    int first = map_get(&o->groups, k);
    a->next = -1;
    o->running[id].first = first < 0 ? id : first;
    o->running[o->running[id].first].many++;
    if (first < 0) {
        map_put(&o->groups, str_copy(o->keep, k), id);
        return;
    }
    a->next = o->l->accounts[first].next;
    o->l->accounts[first].next = id;
}

/* Where the account stands among them, or would. The table is asked at every
 * movement, and so has no keys of its own: open addressing over the accounts.
 */
static int32_t *place_of(struct poster *o, int book, int holder, int item,
                         int stated, int where)
{
    uint64_t h = (uint32_t)holder;
    h = h * 0x9e3779b97f4a7c15u + (uint32_t)where;
    h = h * 0x9e3779b97f4a7c15u + (uint32_t)item;
    h = h * 0x9e3779b97f4a7c15u + ((uint32_t)stated ^ (uint32_t)book << 16);
    h ^= h >> 32;
    for (size_t i = (size_t)h;; i++) {
        int32_t *at = &o->account_at[i & (o->account_at_n - 1)];
        if (!*at)
            return at;
        const struct account *a = &o->l->accounts[*at - 1];
        if (a->holder == holder && a->where == where && a->item == item &&
            a->stated == stated && a->book == book)
            return at;
    }
}

/* Room for one more: at most half of the table is taken. */
static void make_room(struct poster *o)
{
    const struct ledger *l = o->l;
    if (2 * (l->accounts_n + 1) <= o->account_at_n)
        return;
    o->account_at_n = o->account_at_n ? o->account_at_n * 2 : 64;
    o->account_at = new_n(o->keep, int32_t, o->account_at_n);
    for (size_t i = 0; i < l->accounts_n; i++) {
        const struct account *a = &l->accounts[i];
        *place_of(o, a->book, a->holder, a->item, a->stated, a->where) =
            (int32_t)i + 1;
    }
}

int account(struct poster *o, int book, int holder, int item, int stated,
            int where, bool make)
{
    struct ledger *l = o->l;
    make_room(o);
    int32_t *at = place_of(o, book, holder, item, stated, where);
    if (*at || !make)
        return *at - 1;
    int id = (int)l->accounts_n;
    *at = id + 1;
    *push(o->keep, l->accounts, l->accounts_n, l->accounts_cap) =
        (struct account){ .book = book,
                          .holder = holder,
                          .item = item,
                          .stated = stated,
                          .where = where,
                          .declared =
                              declares(l->p, book, &l->holders[holder]) };
    *push(o->keep, o->running, o->running_n, o->running_cap) =
        (struct running){ .sum = sum_new() };
    join_group(o, id);
    return id;
}
