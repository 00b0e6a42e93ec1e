/* holdings.c - who holds what where, as the postings of each book come to */
#include "show/own.h"

struct holding {
    const struct account *account;
    struct measured amount;
    tri in; /* the zone that is asked for */
    str holder, where, item;
};

struct holdings {
    const struct holding **at; /* in order */
    size_t n;
    bool several; /* books */
};

/* "at camp", "on the way from camp to home", "at camp or at home" */
static str whereabouts_text(const struct run *run, const struct whereabouts *w)
{
    struct arena *k = run->keep;
    str at = w->at >= 0 ? spot_text(run, w->at) : S("gone");
    str to = w->to >= 0 ? spot_text(run, w->to) : S("gone");
    if (w->kind == WHERE_WAY)
        return str_fmt(k, "on the way from %.*s to %.*s",
                       STR(spot_name(run, w->at)), STR(spot_name(run, w->to)));
    if (w->kind == WHERE_AT || w->at == w->to)
        return at;
    return str_fmt(k, "%.*s or %.*s", STR(at), STR(to));
}

static tri where_in(const struct run *run, const struct filter *f,
                    const struct whereabouts *w)
{
    tri at = right_place(run, f, w->at);
    if (w->kind == WHERE_AT || !f->zone)
        return at;
    tri to = right_place(run, f, w->to);
    return at == to ? at : MAYBE;
}

/* The sum of each account at the close of the day. */
static struct sum *balances(const struct run *run)
{
    const struct ledger *l = run->j->l;
    struct sum *sums = new_n(run->keep, struct sum, l->accounts_n + 1);
    for (size_t i = 0; i < l->accounts_n; i++)
        sums[i] = sum_new();
    for (size_t i = 0; i < l->flows_n; i++) {
        const struct flow *f = &l->flows[i];
        struct form amount = flow_amount(l, f);
        if (f->from >= 0)
            sum_add(run->keep, &sums[f->from], &l->system, amount, -1);
        if (f->to >= 0)
            sum_add(run->keep, &sums[f->to], &l->system, amount, 1);
    }
    return sums;
}

/* By holder, place and item; of one of these by statuses and book. */
static int by_holder(const void *a, const void *b, void *with)
{
    const struct holding *x = a, *y = b;
    const struct run *run = with;
    const struct account *p = x->account, *q = y->account;
    int c = str_cmp(x->holder, y->holder);
    c = c ? c : str_cmp(x->where, y->where);
    c = c ? c : str_cmp(x->item, y->item);
    return c ? c : str_cmp(book_text(run, p->book), book_text(run, q->book));
}

static bool wanted(const struct run *run, const struct filter *f,
                   struct holding *h)
{
    const struct ledger *l = run->j->l;
    const struct account *a = h->account;
    const struct measured *m = &h->amount;
    h->in = where_in(run, f, &l->wheres[a->where]);
    bool nothing = qty_ok(m->high) && qty_zero(m->high);
    return !nothing && h->in != NO && right_item(f, a->item) &&
           right_holder(f, &l->holders[a->holder]);
}

static struct holdings collect(const struct run *run, const struct filter *f)
{
    const struct ledger *l = run->j->l;
    struct arena *k = run->keep;
    struct holdings all = { .several = run->p->books_n > 1 };
    struct holding *list = new_n(k, struct holding, l->accounts_n + 1);
    struct system system = system_copy(k, &l->system);
    struct sum *sums = balances(run);
    all.at = new_n(k, const struct holding *, l->accounts_n + 1);
    for (size_t i = 0; i < l->accounts_n; i++) {
        struct holding *h = &list[all.n];
        const struct account *a = &l->accounts[i];
        *h = (struct holding){ .account = a, .amount.any = true };
        sum_ends(k, &system, &sums[i], &h->amount.low, &h->amount.high);
        if (!wanted(run, f, h))
            continue;
        str stated = stated_text(run, &l->stateds[a->stated]);
        h->holder = l->holders[a->holder].text;
        h->where = whereabouts_text(run, &l->wheres[a->where]);
        h->item = str_fmt(k, "%.*s%.*s", STR(run->p->items[a->item].name),
                          STR(stated));
        all.at[all.n++] = h;
    }
    run->j->widened |= system.widened;
    sort_by(k, (const void **)all.at, all.n, by_holder, (void *)run);
    return all;
}

void show_holdings(struct buf *out, const struct run *run,
                   const struct filter *f)
{
    enum { WIDEST = 40 };
    struct holdings all = collect(run, f);
    size_t width = 0;
    str last = { 0 };
    for (size_t i = 0; i < all.n; i++) {
        size_t n = str_width(all.at[i]->where);
        width = n > width && n <= WIDEST ? n : width;
    }
    painted(out, run, BOLD, S("Holdings"));
    buf_char(out, '\n');
    if (!all.n)
        buf_z(out, "  none are listed\n");
    for (size_t i = 0; i < all.n; i++) {
        const struct holding *h = all.at[i];
        if (!i || !str_eq(h->holder, last))
            buf_fmt(out, "  %.*s\n", STR(h->holder));
        last = h->holder;
        size_t used = str_width(h->where), at = 4 + used;
        buf_pad(out, ' ', 4);
        folded(out, run, 6, 4, h->where);
        size_t gap = used < width ? width - used + 2 : 2;
        buf_pad(out, ' ', gap);
        str all_of = str_fmt(
            run->keep, "%.*s %.*s%s%s%.*s%s",
            STR(amount_text(run->keep, h->amount)), STR(h->item),
            h->in == MAYBE ? "; possibly there" : "", all.several ? "  (" : "",
            STR(all.several ? book_text(run, h->account->book) : S("")),
            all.several ? ")" : "");
        folded(out, run, 4 + width + 2, at + gap, all_of);
        buf_char(out, '\n');
    }
}

/* ---- JSON --------------------------------------------------------------- */

static json_t *where_json(const struct run *run, const struct whereabouts *w)
{
    static const char *const states[] = { "there", "on_the_way",
                                          "one_or_the_other" };
    struct arena *k = run->keep;
    json_t *j = json_map(k);
    bool two = w->kind != WHERE_AT;
    json_put(k, j, "state", json_str(k, str_of(states[w->kind])));
    json_put(k, j, "place",
             w->at >= 0 ? json_str(k, spot_text(run, w->at)) : json_null());
    json_put(k, j, "to",
             two && w->to >= 0 ? json_str(k, spot_text(run, w->to))
                               : json_null());
    return j;
}

json_t *holdings_json(const struct run *run, const struct filter *f)
{
    struct arena *k = run->keep;
    const struct ledger *l = run->j->l;
    struct holdings all = collect(run, f);
    json_t *list = json_list(k);
    for (size_t i = 0; i < all.n; i++) {
        const struct holding *h = all.at[i];
        const struct account *a = h->account;
        json_t *j = json_map(k), *entries = json_list(k);
        str item = run->p->items[a->item].name;
        for (size_t e = 0; e < a->entries_n; e++)
            json_add(k, entries, json_entry(run, (uint32_t)a->entries[e]));
        json_put(k, j, "holder", json_holder(run, &l->holders[a->holder]));
        json_put(k, j, "where", where_json(run, &l->wheres[a->where]));
        json_put(k, j, "in_zone", json_in(run, f, h->in));
        json_put(k, j, "item", json_str(k, item));
        json_put(k, j, "statuses", json_stated(run, &l->stateds[a->stated]));
        json_put(k, j, "amount", json_measured(k, h->amount, item));
        json_put(k, j, "basis",
                 json_str(k, str_of(basis_word(a->declared ? DECLARED
                                                           : ESTIMATED))));
        json_put(k, j, "book", json_book(run, a->book));
        json_put(k, j, "entries", entries);
        json_add(k, list, j);
    }
    return list;
}
