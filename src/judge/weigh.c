/* weigh.c - sums of an attribute: what one of the things in an account weighs
 *
 * A sum is added up in whole numbers of parts of its unit, so that amounts
 * that are not known can be multiplied by it: a unit is as many parts as all
 * that is stated needs to come out whole. Where that would be too many, ends
 * are rounded outwards: wider than need be, never narrower.
 */
#include "judge/own.h"

/* Weights, in parts, stay below this: many of them fit into an amount. */
static const int64_t PARTS_MOST = (int64_t)1 << 50;

static const struct attr *unit_attr(const struct unit *u, str name)
{
    for (size_t i = 0; i < u->attrs_n; i++)
        if (str_eq(u->attrs[i].name, name))
            return &u->attrs[i];
    return NULL;
}

/* What the unit PATH states, or the next one above it. */
static const struct attr *attr_of_unit(const struct pact *p, str path,
                                       str name)
{
    const struct attr *best = NULL;
    size_t len = 0;
    for (size_t i = 0; path.len && i < p->units_n; i++) {
        const struct unit *u = &p->units[i];
        const struct attr *a = unit_attr(u, name);
        bool ours = str_eq(path, u->path) || str_below(path, u->path, '/');
        if (a && u->path.len > len && ours) {
            best = a;
            len = u->path.len;
        }
    }
    return best;
}

/* SCALE fits A, too; false: it cannot. */
static bool fit(struct scale *s, const struct attr *a)
{
    if (!a || a->open || a->flag)
        return true;
    qty ends[] = { qty_div(a->low, s->sum->factor),
                   qty_div(a->high, s->sum->factor) };
    for (int i = 0; i < 2; i++) {
        qty parts = qty_mul(ends[i], qty_int(s->parts));
        if (!qty_ok(parts) || parts.den > PARTS_MOST)
            return false;
        int64_t by = (int64_t)parts.den;
        if (by > PARTS_MOST / s->parts)
            return false;
        s->parts *= by;
        parts = qty_mul(ends[i], qty_int(s->parts));
        if (!qty_ok(parts) || qty_cmp(parts, qty_int(PARTS_MOST)) > 0)
            return false;
    }
    return true;
}

struct scale *scale_new(struct bench *b, const struct kinds *k)
{
    const struct pact *p = b->p;
    struct scale *s = new_one(b->keep, struct scale);
    bool all = true;
    if (!k->sum)
        return NULL;
    *s = (struct scale){ .sum = k->sum, .parts = 1 };
    for (size_t i = 0; i < p->items_n; i++)
        if (k->in[i] != NO)
            all = fit(s, attr_of(p, (int)i, k->sum->attr)) && all;
    for (size_t i = 0; i < p->units_n; i++)
        all = fit(s, unit_attr(&p->units[i], k->sum->attr)) && all;
    return s;
}

/* Q of the unit, in whole parts. */
static int64_t in_parts(struct bench *b, const struct scale *s, qty q,
                        enum qty_round how)
{
    qty exact = qty_mul(qty_div(q, s->sum->factor), qty_int(s->parts));
    qty whole = qty_ok(exact) ? qty_round(exact, how) : exact;
    if (!qty_ok(whole) || qty_cmp(whole, exact))
        b->system.widened = true;
    if (!qty_ok(whole) || qty_cmp(whole, qty_int(PARTS_MOST)) > 0)
        return how == ROUND_UP ? WEIGHS_ANYTHING : 0;
    return (int64_t)whole.num;
}

struct heft heft_of(struct bench *b, const struct scale *s, int item,
                    const struct holder *h)
{
    const struct attr *a = attr_of_unit(b->p, h->unit, s->sum->attr);
    if (!a)
        a = attr_of(b->p, item, s->sum->attr);
    if (!a || a->open || a->flag)
        return (struct heft){ 0, WEIGHS_ANYTHING };
    return (struct heft){ in_parts(b, s, a->low, ROUND_DOWN),
                          in_parts(b, s, a->high, ROUND_UP) };
}

int32_t heft_id(struct bench *b, struct heft w)
{
    for (size_t i = b->hefts_n; i-- > 0;)
        if (b->hefts[i].low == w.low && b->hefts[i].high == w.high)
            return (int32_t)i;
    *push(b->keep, b->hefts, b->hefts_n, b->hefts_cap) = w;
    return (int32_t)b->hefts_n - 1;
}

qty weighed(const struct scale *s, qty parts)
{
    return s && qty_ok(parts) ? qty_div(parts, qty_int(s->parts)) : parts;
}
