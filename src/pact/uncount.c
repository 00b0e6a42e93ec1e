/* uncount.c - what a limit or an exception does not count; see clause.h */
#include "pact/clause.h"

/* `its` where it cannot be told yet whose. */
static bool its_place(const struct cursor *c)
{
    if (!is_place(c))
        return false;
    for (uint32_t i = 0; c->i + i < c->end; i++)
        if (is_ahead(c, i, "its"))
            return true;
    return false;
}

/* up to 5, 6 and 7: a figure for each of N items. */
static bool want_caps(struct cursor *c, qty *caps, size_t n)
{
    if (!eats(c, "up to") && !eats(c, "at most"))
        return expected(c, "`up to`");
    for (size_t i = 0; i < n; i++) {
        if (i && !eat(c, ",") && !eat(c, "and"))
            return expected(c, "a figure for each item");
        if (!amount(c, &caps[i]))
            return false;
    }
    return true;
}

void uncounted(struct making *m, struct uncount u)
{
    *push(m->c->q->keep, m->k->uncounts, m->k->uncounts_n, m->uncounts_cap) =
        u;
}

/* not counting A and B of W that are S in Z, up to 5 and 6 */
bool uncount(struct making *m)
{
    struct cursor *c = m->c;
    enum { MOST = 8 };
    struct kinds kinds[MOST];
    struct uncount u = { .all = true };
    size_t n = 0;
    bool bad;
    if (is(c, "for"))
        return later(c);
    do {
        if (n == MOST)
            return later(c);
        if (!want_kinds(c, &kinds[n++]))
            return false;
    } while (eat(c, "and"));
    if (eat(c, "of")) {
        struct subjects s;
        if (!want_subjects(c, &s))
            return false;
        u.all = false;
        u.who = subjects_who(&s);
    }
    if (!take_stated(c, &u.stated, &bad) && bad)
        return false;
    if (its_place(c))
        return later(c);
    if (is_place(c) && !want_place(c, &u.place))
        return false;
    qty caps[MOST];
    bool capped_too = eat(c, ",");
    if ((capped_too && !want_caps(c, caps, n)) || !want_end(c))
        return false;
    size_t capped = capped_too ? n : 0;
    for (size_t i = 0; i < m->k->uncounts_n; i++)
        capped += m->k->uncounts[i].capped;
    if (m->k->uncounts_n + n > UNCOUNTS_MAX || capped > CAPPED_MAX) {
        c->unjudged = S("so much that is not counted");
        not_judged_yet(c, here(c), c->unjudged);
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        u.kinds = kinds[i];
        u.capped = capped_too;
        if (u.capped)
            u.cap = caps[i];
        uncounted(m, u);
    }
    return true;
}
