/* sum.c - sums of an attribute: `lt of warship`, `warheads on delivery`
 *
 * What is measured is not how many there are, but the sum of what each of them
 * states: in the unit of the figure, or in the one in which the attribute is
 * declared. What each weighs is looked up when it is measured, since units of
 * the books state it, too.
 */
#include "pact/parse.h"

/* Of `15_000 lt of warship`. */
static bool is_unit(const struct cursor *c)
{
    static const char *const units[] = { "mm", "inch", "t", "lt", "kg" };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (is(c, units[i]))
            return true;
    return false;
}

bool is_sum(const struct cursor *c)
{
    return is_unit(c) || is_ahead(c, 1, "on");
}

/* What the items of a phrase, and those above them, state of an attribute. */
struct sought {
    str name;                 /* or empty: any */
    char dimension;           /* of any */
    const struct attr *found; /* the first, with a unit if any has one */
    bool several;             /* of other names, too */
};

static void seek(struct sought *s, const struct attr *a)
{
    bool fits = s->name.len ? str_eq(a->name, s->name)
                            : a->dimension == s->dimension && !a->flag;
    if (!fits)
        return;
    if (s->found && !str_eq(s->found->name, a->name))
        s->several = true;
    else if (!s->found || !s->found->dimension)
        s->found = a;
}

static void seek_in(struct sought *s, const struct pact *p,
                    const struct kinds *k)
{
    for (size_t i = 0; i < p->items_n; i++)
        for (int at = k->in[i] == YES ? (int)i : -1; at >= 0;
             at = p->items[at].parent)
            for (size_t n = 0; n < p->items[at].attrs_n; n++)
                seek(s, &p->items[at].attrs[n]);
}

/* lt of warship: which attribute of it is in this unit? */
static bool of_unit(struct cursor *c, struct kinds *out, struct summed *sum)
{
    uint32_t i = c->i;
    struct sought s = { 0 };
    sum->unit = word(c);
    sum->factor = take_unit(c, &s.dimension);
    sum->dimension = s.dimension;
    if (!want(c, "of") || !want_thing(c, out))
        return false;
    sum->of = out->text;
    out->text = span_text(c, since(c, i));
    seek_in(&s, c->q->p, out);
    if (s.found && !s.several) {
        sum->attr = s.found->name;
        return true;
    }
    struct diag *d =
        wrong(c, DIAG_DIMENSION, since(c, i),
              s.found ? "several attributes of these are stated in such a unit"
                      : "nothing says what one of these is in this unit");
    diag_help(c->q->diags, d,
              s.found ? "name the number, such as `number cap = 9_000 t`, "
                        "and say `at most cap ATTRIBUTE on ITEM`"
                      : "give the item an attribute, such as `item ship "
                        "tonnage in lt`");
    return false;
}

/* warheads on delivery */
static bool of_attr(struct cursor *c, struct kinds *out, struct summed *sum)
{
    uint32_t i = c->i;
    struct sought s = { .name = word(c) };
    if (find(c->q, s.name, NAME_ITEM) >= 0)
        return later(c); /* of what one of them carries */
    if (want_name(c, NAME_ATTR) < 0 || !want(c, "on") || !want_thing(c, out))
        return false;
    sum->of = out->text;
    out->text = span_text(c, since(c, i));
    seek_in(&s, c->q->p, out);
    sum->attr = s.name;
    sum->factor = qty_int(1);
    if (s.found && s.found->dimension) {
        sum->dimension = s.found->dimension;
        sum->unit = s.found->unit;
        sum->factor = s.found->factor;
        out->text =
            str_fmt(c->q->keep, "%.*s %.*s", STR(sum->unit), STR(out->text));
    }
    return true;
}

bool want_sum(struct cursor *c, struct kinds *out)
{
    struct summed *sum = new_one(c->q->keep, struct summed);
    bool ok = is_unit(c) ? of_unit(c, out, sum) : of_attr(c, out, sum);
    out->sum = sum;
    return ok;
}
