/* whom.c - phrase 2: parties, sides, sums, holders, tellers */
#include "pact/parse.h"

#include <stdlib.h>

bool who_within(const struct who *a, const struct who *b)
{
    for (size_t i = 0; i < HOLDERS_MAX / 64; i++)
        if (a->bit[i] & ~b->bit[i])
            return false;
    return true;
}

bool who_meet(const struct who *a, const struct who *b)
{
    for (size_t i = 0; i < HOLDERS_MAX / 64; i++)
        if (a->bit[i] & b->bit[i])
            return true;
    return false;
}

bool who_same(const struct who *a, const struct who *b)
{
    return who_within(a, b) && who_within(b, a);
}

bool who_empty(const struct who *a)
{
    struct who none = { 0 };
    return who_within(a, &none);
}

struct who who_one(int i)
{
    struct who w = { 0 };
    who_add(&w, i);
    return w;
}

void who_join(struct who *a, const struct who *b)
{
    for (size_t i = 0; i < HOLDERS_MAX / 64; i++)
        a->bit[i] |= b->bit[i];
}

struct who pact_side(const struct pact *p, int side)
{
    struct who w = { 0 };
    for (size_t i = 0; i < p->parties_n; i++)
        if (p->parties[i].side == side)
            who_add(&w, (int)i);
    /* those directed by a member, and by these in turn */
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < p->parties_n; i++) {
            int d = p->parties[i].directed_by;
            if (d >= 0 && who_has(&w, d) && !who_has(&w, (int)i)) {
                who_add(&w, (int)i);
                more = true;
            }
        }
    }
    return w;
}

/* ---- subjects ------------------------------------------------------------
 */

struct list {
    struct subject *at;
    size_t n, cap;
};

static str *one_id(struct parser *q, str name)
{
    str *s = new_one(q->keep, str);
    *s = name;
    return s;
}

static void add_party(struct parser *q, struct list *l, int party)
{
    *push(q->keep, l->at, l->n, l->cap) =
        (struct subject){ .kind = SUBJECT_PARTY,
                          .party = party,
                          .side = -1,
                          .ids = one_id(q, q->p->parties[party].name),
                          .ids_n = 1,
                          .who = who_one(party) };
    who_add(&q->meant, party);
}

static void add_side(struct parser *q, struct list *l, int side)
{
    *push(q->keep, l->at, l->n, l->cap) =
        (struct subject){ .kind = SUBJECT_SIDE,
                          .party = -1,
                          .side = side,
                          .ids = one_id(q, q->p->sides[side].name),
                          .ids_n = 1,
                          .who = pact_side(q->p, side) };
    who_join(&q->meant, &l->at[l->n - 1].who);
}

static void add_sum(struct parser *q, struct list *l, const str *ids, size_t n,
                    struct who who)
{
    *push(q->keep, l->at, l->n, l->cap) =
        (struct subject){ .kind = SUBJECT_SUM,
                          .party = -1,
                          .side = -1,
                          .ids = ids,
                          .ids_n = n,
                          .who = who };
    who_join(&q->meant, &who);
}

/* "A + B": one subject of several. */
static bool sum_of(struct cursor *c, struct list *l)
{
    struct parser *q = c->q;
    str *ids = NULL;
    size_t n = 0, cap = 0;
    struct who who = { 0 };
    int party;
    do {
        party = want_name(c, NAME_PARTY);
        if (party < 0)
            return false;
        *push(q->keep, ids, n, cap) = q->p->parties[party].name;
        who_add(&who, party);
    } while (eat(c, "+"));
    if (n == 1)
        add_party(q, l, party);
    else
        add_sum(q, l, ids, n, who);
    l->at[l->n - 1].named = true;
    return true;
}

/* [on SIDE] [except A and B] after `each party`, `all parties` */
static bool filter(struct cursor *c, int *side, struct who *except)
{
    *side = -1;
    if (eat(c, "on")) {
        *side = want_name(c, NAME_SIDE);
        if (*side < 0)
            return false;
    }
    if (eat(c, "except"))
        do {
            int party = want_name(c, NAME_PARTY);
            if (party < 0)
                return false;
            who_add(except, party);
        } while (eat(c, "and"));
    return true;
}

/* In an order that neither files nor names decide. */
static void by_title(const struct pact *p, str *ids, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k; k--) {
            str a = S(""), b = S(""), x = ids[k];
            for (size_t j = 0; j < p->parties_n; j++) {
                if (str_eq(p->parties[j].name, ids[k - 1]))
                    a = p->parties[j].title;
                if (str_eq(p->parties[j].name, ids[k]))
                    b = p->parties[j].title;
            }
            if (str_cmp(a, b) <= 0)
                break;
            ids[k] = ids[k - 1];
            ids[k - 1] = x;
        }
}

static bool each_party(struct cursor *c, bool sum, struct list *l)
{
    struct parser *q = c->q;
    int side;
    struct who except = { 0 }, all = { 0 };
    str *ids = NULL;
    size_t n = 0, cap = 0;
    if (!filter(c, &side, &except))
        return false;
    for (size_t i = 0; i < q->p->parties_n; i++) {
        const struct party *p = &q->p->parties[i];
        if (p->role != ROLE_PARTY || (side >= 0 && p->side != side) ||
            who_has(&except, (int)i))
            continue;
        if (!sum) {
            add_party(q, l, (int)i);
            continue;
        }
        who_add(&all, (int)i);
        *push(q->keep, ids, n, cap) = p->name;
    }
    if (sum && n) {
        by_title(q->p, ids, n);
        add_sum(q, l, ids, n, all);
    }
    return true;
}

static bool want_list(struct cursor *c, struct list *l)
{
    if (eats(c, "each party"))
        return each_party(c, false, l);
    if (eats(c, "all parties"))
        return each_party(c, true, l);
    if (eats(c, "each side")) {
        for (size_t i = 0; i < c->q->p->sides_n; i++)
            add_side(c->q, l, (int)i);
        return true;
    }
    if (eat(c, "side")) {
        int side = want_name(c, NAME_SIDE);
        if (side >= 0)
            add_side(c->q, l, side);
        return side >= 0;
    }
    if (is(c, "that") || is2(c, "the", "other"))
        return later(c);
    return sum_of(c, l);
}

bool want_subjects(struct cursor *c, struct subjects *out)
{
    struct list l = { 0 };
    uint32_t i = c->i;
    if (!want_list(c, &l))
        return false;
    *out = (struct subjects){ l.at, l.n };
    if (!l.n) {
        struct diag *d =
            wrong(c, DIAG_NOBODY, since(c, i), "this names nobody");
        diag_help(c->q->diags, d,
                  "the pact declares no such party or side: "
                  "`party NAME \"Title\"`");
        return false;
    }
    return true;
}

struct subjects party_subject(struct parser *q, int party)
{
    struct list l = { 0 };
    add_party(q, &l, party);
    return (struct subjects){ l.at, l.n };
}

struct subjects everybody(struct parser *q)
{
    struct list l = { 0 };
    struct who all = { 0 };
    for (size_t i = 0; i < q->p->parties_n; i++)
        who_add(&all, (int)i);
    add_sum(q, &l, NULL, 0, all);
    return (struct subjects){ l.at, l.n };
}

struct who subjects_who(const struct subjects *s)
{
    struct who all = { 0 };
    for (size_t i = 0; i < s->n; i++)
        who_join(&all, &s->at[i].who);
    return all;
}

/* ---- holders ---------------------------------------------------------------
 */

/* A, or A/first: the party at its root. */
static int root(struct cursor *c, str *unit)
{
    str w = word(c);
    const char *slash = w.len ? memchr(w.at, '/', w.len) : NULL;
    *unit = S("");
    if (!slash)
        return want_name(c, NAME_PARTY);
    str name = str_cut(w, 0, (size_t)(slash - w.at));
    int party = find(c->q, name, NAME_PARTY);
    if (party < 0) {
        struct diag *d = wrong(c, DIAG_NAME_UNKNOWN, here(c),
                               "no party `%.*s` is declared", STR(name));
        diag_help(c->q->diags, d,
                  "a unit's path begins with the name of the "
                  "party that holds it");
        return -1;
    }
    if (!lang_is_path(w)) {
        expected(c, "a unit's path, such as `ARD/first`");
        return -1;
    }
    if (map_get(&c->q->holder_ids, w) < 0)
        look_alike(c, 'u', w, here(c));
    *unit = w;
    c->i++;
    return party;
}

bool want_unit(struct cursor *c)
{
    str unit;
    if (!lang_is_path(word(c)))
        return expected(c, "a unit's path, such as `NAME/1`");
    return root(c, &unit) >= 0;
}

static int holder_id(struct parser *q, struct holder h)
{
    int id = map_put(&q->holder_ids, h.text, (int)q->p->holders_n);
    if (id == (int)q->p->holders_n)
        *push(q->keep, q->p->holders, q->p->holders_n, q->p->holders_cap) = h;
    return id;
}

bool want_unit_of(struct cursor *c, const struct who *who, int *out)
{
    span at = here(c);
    str unit;
    int party = root(c, &unit);
    if (party < 0)
        return false;
    *out = holder_id(
        c->q,
        (struct holder){ .who = who_one(party), .unit = unit, .text = unit });
    if (who_has(who, party))
        return true;
    struct diag *d =
        wrong(c, DIAG_EXPECTED, at,
              "'%.*s' is no unit of whom this line is about", STR(unit));
    diag_help(c->q->diags, d, "let %.*s do it, or name another unit",
              STR(c->q->p->parties[party].name));
    return false;
}

static bool side_holder(struct cursor *c, int *out)
{
    struct parser *q = c->q;
    int side = want_name(c, NAME_SIDE);
    if (side < 0)
        return false;
    struct who who = pact_side(q->p, side);
    who_join(&q->meant, &who);
    *out = holder_id(
        q, (struct holder){ .who = who,
                            .side = true,
                            .text = str_fmt(q->keep, "side %.*s",
                                            STR(q->p->sides[side].name)) });
    return true;
}

/* "A + B" is "B + A": one text for both. */
static str joined(struct parser *q, str *names, size_t n, const char *by)
{
    struct buf b = { .keep = q->keep };
    qsort(names, n, sizeof *names, str_by_bytes);
    for (size_t i = 0; i < n; i++) {
        if (i)
            buf_z(&b, by);
        buf_add(&b, names[i]);
    }
    return buf_str(&b);
}

bool want_holder(struct cursor *c, int *out)
{
    struct parser *q = c->q;
    struct holder h = { 0 };
    str *names = NULL, unit;
    size_t n = 0, cap = 0;
    if (eat(c, "side"))
        return side_holder(c, out);
    int known = map_get(&q->holder_ids, word(c));
    if (known >= 0 && !is_ahead(c, 1, "+") && !is_ahead(c, 1, "or")) {
        c->i++;
        *out = known;
        return true;
    }
    do {
        *push(q->keep, names, n, cap) = word(c);
        int party = root(c, &unit);
        if (party < 0)
            return false;
        who_add(&h.who, party);
        if (n == 1 && is(c, "or"))
            h.either = true;
    } while (eat(c, h.either ? "or" : "+"));
    h.unit = n == 1 ? unit : S("");
    h.text =
        n == 1 ? names[0] : joined(q, names, n, h.either ? " or " : " + ");
    *out = holder_id(q, h);
    return true;
}

/* A, A and B, A or B, the other side, each party */
bool want_teller(struct cursor *c, struct subjects *out, bool *other)
{
    struct parser *q = c->q;
    struct list l = { 0 };
    struct who any = { 0 };
    str *ids = NULL;
    size_t n = 0, cap = 0;
    *out = (struct subjects){ 0 };
    *other = eats(c, "the other side") || eats(c, "the other party");
    if (*other) {
        q->everybody = true;
        return true;
    }
    if (is(c, "the"))
        return later(c);
    if (is(c, "all"))
        return later(c); /* as one, or each? */
    if (is(c, "each") || is(c, "side"))
        return want_subjects(c, out);
    const char *joint = is_ahead(c, 1, "or") ? "or" : "and";
    do {
        int party = want_name(c, NAME_PARTY);
        if (party < 0)
            return false;
        who_add(&any, party);
        *push(q->keep, ids, n, cap) = q->p->parties[party].name;
        if (*joint == 'a')
            add_party(q, &l, party);
    } while (eat(c, joint));
    if (*joint == 'o')
        add_sum(q, &l, ids, n, any);
    *out = (struct subjects){ l.at, l.n };
    return true;
}
