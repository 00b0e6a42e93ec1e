/* unused.c - names that are declared and used nowhere; see pact_lint()
 *
 * A name counts as used when a phrase finds it (names.c), and so does every
 * word of a line that is kept and not judged: what nobody has read cannot be
 * called unused.  That a declaration is resolved, since all are, is no use.
 *
 * Forms that others make up together are used together: an item with those
 * above and below it in the tree, a family with its statuses, a party with
 * `each party` and its side.
 *
 * What a book may use as well as a clause (items, places, statuses, events,
 * who is not bound) is asked for only if an entry was given; of a list of
 * declarations without clauses and entries nothing is said.
 */
#include "pact/lint.h"

/* Kinds as they are told; the parties' come first, ORDER ROLES. */
static const struct group {
    enum name_kind kind;
    int role; /* of NAME_PARTY */
    bool of_books;
    const char *one, *many;
} groups[] = {
    { NAME_PARTY, ROLE_PARTY, false, "party", "parties" },
    { NAME_PARTY, ROLE_FORMATION, true, "formation", "formations" },
    { NAME_PARTY, ROLE_OTHER, true, "non-party", "non-parties" },
    { NAME_PARTY, ROLE_MONITOR, true, "monitor", "monitors" },
    { NAME_SIDE, 0, false, "side", "sides" },
    { NAME_ITEM, 0, true, "item", "items" },
    { NAME_SET, 0, false, "set of items", "sets of items" },
    { NAME_FAMILY, 0, true, "family of statuses", "families of statuses" },
    { NAME_EVENT, 0, true, "event", "events" },
    { NAME_ZONE, 0, true, "zone", "zones" },
    { NAME_OWNED, 0, false, "zone of each", "zones of each" },
    { NAME_SITE, 0, true, "site", "sites" },
    { NAME_DATE, 0, false, "date", "dates" },
    { NAME_NUMBER, 0, false, "number", "numbers" },
};

enum { GROUPS = sizeof groups / sizeof *groups, SHOWN_MOST = 8 };

static bool of_group(const struct parser *q, const struct name *n,
                     const struct group *g)
{
    if (n->kind != g->kind || (n->kind == NAME_PARTY && !n->index))
        return false; /* `unknown` is nobody's declaration */
    return n->kind != NAME_PARTY ||
           (int)q->p->parties[n->index].role == g->role;
}

/* Is one above or below it, or itself, used? */
static bool tree_used(const struct parser *q, const struct name *n)
{
    bool (*kin)(const struct pact *p, int a, int b) =
        n->kind == NAME_ITEM ? kind_of_item : kind_of_event;
    for (size_t i = 0; i < q->names_n; i++) {
        const struct name *o = &q->names_at[i];
        if (o->used && o->kind == n->kind &&
            (kin(q->p, o->index, n->index) || kin(q->p, n->index, o->index)))
            return true;
    }
    return false;
}

static bool family_used(const struct parser *q, int family)
{
    for (size_t i = 0; i < q->names_n; i++) {
        const struct name *o = &q->names_at[i];
        if (o->used && o->kind == NAME_STATUS &&
            q->p->statuses[o->index].family == family)
            return true;
    }
    return false;
}

static bool used(const struct parser *q, const struct name *n)
{
    if (n->used)
        return true;
    switch (n->kind) {
    case NAME_PARTY:
        /* on a side it is there for that, and may be promised something */
        return q->everybody || who_has(&q->meant, n->index) ||
               (q->p->parties[n->index].role == ROLE_PARTY &&
                q->p->parties[n->index].side >= 0);
    case NAME_ITEM: return q->all_items || tree_used(q, n);
    case NAME_EVENT: return tree_used(q, n);
    case NAME_FAMILY: return family_used(q, n->index);
    case NAME_ZONE:
    case NAME_OWNED: return q->p->zones[n->index].disputed; /* a cut */
    case NAME_SIDE:
    case NAME_SET:
    case NAME_ATTR:
    case NAME_STATUS:
    case NAME_SITE:
    case NAME_DATE:
    case NAME_NUMBER: return false;
    }
    return false;
}

static void tell(struct parser *q, const struct group *g,
                 const struct name *const *at, size_t n)
{
    struct buf list = { .keep = q->keep };
    for (size_t i = 0; i < n && i < SHOWN_MOST; i++)
        buf_fmt(&list, "%s%.*s", i ? ", " : "", STR(at[i]->text));
    if (n > SHOWN_MOST)
        buf_fmt(&list, " and %zu more", n - SHOWN_MOST);
    str names = buf_str(&list);
    struct diag *d =
        n == 1 ? diag_add(q->diags, DIAG_UNUSED, at[0]->at,
                          "%s '%.*s' is used nowhere", g->one, STR(names))
               : diag_add(q->diags, DIAG_UNUSED, at[0]->at,
                          "%zu %s are used nowhere: %.*s", n, g->many,
                          STR(names));
    diag_help(q->diags, d,
              "leave out what is not needed; or does a clause "
              "forget it?");
}

void lint_unused(struct parser *q)
{
    const struct name **at =
        new_n(q->keep, const struct name *, q->names_n + 1);
    if (!q->p->clauses_n && !q->p->entries_n)
        return;
    for (size_t i = 0; i < q->known.n; i++) {
        struct cursor c = cursor_at(q, &q->known.at[i]);
        words_used(&c);
    }
    for (size_t k = 0; k < GROUPS; k++) {
        size_t n = 0;
        if (groups[k].of_books && !q->p->entries_n)
            continue;
        for (size_t i = 0; i < q->names_n; i++)
            if (of_group(q, &q->names_at[i], &groups[k]) &&
                !used(q, &q->names_at[i]))
                at[n++] = &q->names_at[i];
        if (n)
            tell(q, &groups[k], at, n);
    }
}
