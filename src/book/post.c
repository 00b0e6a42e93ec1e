/* post.c - entries become flows between accounts; see book.h
 *
 * Entries are taken batch by batch: all that take effect at one instant, and
 * all arrivals then.  Within a batch arrivals and openings come first, then
 * what moves a stated figure, then what moves `all`, then recounts; the check
 * that no account is below zero comes after the whole batch, so the order in
 * the file decides nothing.
 *
 * Moves of stated figures that have an account of their own are independent
 * of each other.  The others wait until those are done: an account may come
 * into being by a move of the same batch; what still shares an account with
 * others is then taken in the order of entry_cmp(), which no file decides.
 */
#include "base/sort.h"
#include "book/own.h"

#include <stdlib.h>

enum phase { ARRIVE, OPEN, MOVE, MOVE_ALL, COUNT };

/* One leg of an entry that waits for its instant. */
struct leg {
    instant at;
    uint32_t entry;
    uint8_t phase;
};

static const struct entry *entry_of(const struct poster *o, uint32_t i)
{
    return &o->l->p->entries[i];
}

static const struct stock *stock_of(const struct poster *o,
                                    const struct entry *e, size_t i)
{
    return &o->l->p->stocks[e->stock + i];
}

/* ---- amounts ------------------------------------------------------------ */

/* What a stock states: a number, or one more unknown. */
static struct form stated_amount(struct poster *o, const struct stock *s)
{
    qty low, high;
    stock_ends(o->l->p, s, &low, &high);
    if (s->figure == FIGURE_EXACT)
        return form_of(low);
    return system_fresh(o->keep, &o->l->system, low, high);
}

static struct form balance(const struct poster *o, int acc)
{
    struct form f = sum_form(&o->running[acc].sum);
    struct form_term *t = new_n(o->keep, struct form_term, f.n + 1);
    for (size_t i = 0; i < f.n; i++)
        t[i] = f.terms[i];
    return (struct form){ f.constant, t, f.n };
}

/* ---- flows -------------------------------------------------------------- */

static void mark(struct account *a, uint32_t entry)
{
    if (a->entries_n && a->entries[a->entries_n - 1] == (int32_t)entry)
        return;
    if (a->entries_n == 4) {
        for (int i = 0; i < 3; i++)
            a->entries[i] = a->entries[i + 1];
        a->entries_n--;
    }
    a->entries[a->entries_n++] = (int32_t)entry;
}

static void change(struct poster *o, int acc, uint32_t entry, struct form f,
                   int sign)
{
    struct running *r = &o->running[acc];
    mark(&o->l->accounts[acc], entry);
    sum_add(o->keep, &r->sum, &o->l->system, f, sign);
    if (sign > 0 || r->touched)
        return;
    r->touched = true;
    *push(o->keep, o->touched, o->touched_n, o->touched_cap) = acc;
}

/* From one account to another; -1 is the outside. */
static void flow(struct poster *o, instant at, uint32_t entry, int from,
                 int to, struct form f)
{
    struct ledger *l = o->l;
    struct flow x = {
        .at = at, .from = from, .to = to, .entry = entry, .form = -1
    };
    if (form_zero(f) || from == to)
        return;
    if (f.n || f.constant.den != 1 || f.constant.num > INT64_MAX) {
        x.form = (int32_t)l->forms_n;
        *push(o->keep, l->forms, l->forms_n, l->forms_cap) = f;
    } else {
        x.n = (int64_t)f.constant.num;
    }
    *push(o->keep, l->flows, l->flows_n, l->flows_cap) = x;
    if (from >= 0)
        change(o, from, entry, f, -1);
    if (to >= 0)
        change(o, to, entry, f, 1);
}

/* ---- messages ----------------------------------------------------------- */

static struct diag *wrong(struct poster *o, enum diag_kind k,
                          const struct entry *e, const char *what)
{
    return diag_add(o->l->p->diags, k, entry_at(e), "%s", what);
}

static void point_at(struct poster *o, struct diag *d, int32_t entry, str what)
{
    diag_note(o->l->p->diags, d, entry_at(entry_of(o, (uint32_t)entry)),
              "%.*s", STR(what));
}

static void last_movements(struct poster *o, struct diag *d, int acc)
{
    const struct account *a = &o->l->accounts[acc];
    for (int i = 0; i + 1 < a->entries_n; i++)
        point_at(o, d, a->entries[i],
                 S("what the account holds changed here"));
}

/* BALANCE is below zero in all worlds. */
static struct diag *overdrawn(struct poster *o, const struct entry *e,
                              const struct account *a, struct form balance)
{
    qty low, high;
    system_ends(o->keep, &o->l->system, balance, &low, &high);
    str more =
        qty_ok(high) && high.num < 0
            ? str_fmt(o->keep, "%.*s ", STR(qty_show(o->keep, qty_neg(high))))
            : S("");
    return diag_add(o->l->p->diags, DIAG_OVERDRAWN, entry_at(e),
                    "this takes %.*s%.*s more than can be there", STR(more),
                    STR(o->l->p->items[a->item].name));
}

/* "one is here: tank, stored" */
static str which_text(struct poster *o, const struct account *a)
{
    const struct pact *p = o->l->p;
    const struct stated *s = &p->stateds[a->stated];
    struct buf b = { .keep = o->keep };
    buf_fmt(&b, "one is here: %.*s", STR(p->items[a->item].name));
    for (uint8_t i = 0; i < s->n; i++)
        if (s->at[i] >= 0)
            buf_fmt(&b, ", %.*s", STR(p->statuses[s->at[i]].name));
    return buf_str(&b);
}

static void nothing_there(struct poster *o, const struct entry *e,
                          const struct stock *s)
{
    const struct pact *p = o->l->p;
    const struct ledger *l = o->l;
    int at = where_at(o, e->place);
    for (int i = neighbours(o, e->book, s->item, at); i >= 0;
         i = l->accounts[i].next) {
        const struct account *a = &l->accounts[i];
        if (a->holder != e->who || !a->entries_n)
            continue;
        struct diag *d = diag_add(
            p->diags, DIAG_NO_ACCOUNT, entry_at(e),
            "this book holds %.*s of %.*s there, but not of that status",
            STR(p->items[s->item].name), STR(l->holders[e->who].text));
        point_at(o, d, a->entries[0], which_text(o, a));
        diag_help(p->diags, d,
                  "state it where it is held, as in `50 tank, stored`");
        return;
    }
    struct diag *d =
        diag_add(p->diags, DIAG_NO_ACCOUNT, entry_at(e),
                 "this book holds no %.*s of %.*s there",
                 STR(p->items[s->item].name), STR(l->holders[e->who].text));
    diag_help(p->diags, d,
              "enter a `hold` of this holder and item at that "
              "place, dated before");
}

static void which_one(struct poster *o, const struct entry *e,
                      const struct draw *dr)
{
    struct diag *d = wrong(o, DIAG_AMBIGUOUS, e,
                           "several accounts fit, and this does not say "
                           "which");
    for (int i = 0; i < 2; i++) {
        const struct account *a = &o->l->accounts[dr->fits[i]];
        if (a->entries_n)
            point_at(o, d, a->entries[0], which_text(o, a));
    }
    diag_help(o->l->p->diags, d,
              "name the status after the item, such as "
              "`50 tank, stored`, or the holder");
}

/* ---- where it goes ------------------------------------------------------ */

/* The account that what leaves FROM goes to: at once, or to wait in. *WAITS:
 * an arrival will come. -1: the outside. */
static int goes_to(struct poster *o, const struct entry *e, int from,
                   int holder, bool *waits)
{
    const struct account a = o->l->accounts[from];
    const struct more *m = entry_more(o->l->p, e);
    int here = e->place, stated = a.stated;
    *waits = e->sometime || (e->kind == ENTRY_MOVE && m->arrives > e->from);
    /* it stays there, but until it is done nothing can be drawn on it */
    int stays =
        e->sometime ? where_id(o, WHERE_SOMETIME, here, here) : a.where;
    switch ((enum entry_kind)e->kind) {
    case ENTRY_MOVE: {
        enum where_kind k = e->sometime ? WHERE_SOMETIME
                            : *waits    ? WHERE_WAY
                                        : WHERE_AT;
        int w = *waits ? where_id(o, k, here, e->to) : where_at(o, e->to);
        return account(o, a.book, holder, a.item, stated, w, true);
    }
    case ENTRY_TRANSFER:
        holder = *waits ? joint_holder(o, holder, m->to_who) : m->to_who;
        return account(o, a.book, holder, a.item, stated, stays, true);
    case ENTRY_CHANGE:
        stated = *waits ? stated_either(o, stated, m->change_to)
                        : stated_with(o, stated, m->change_from, m->change_to);
        return account(o, a.book, holder, a.item, stated, stays, true);
    case ENTRY_DISBAND:
    case ENTRY_DESTROY:
        if (!*waits)
            return -1;
        return account(o, a.book, holder, a.item, stated,
                       where_id(o, WHERE_SOMETIME, here, -1), true);
    case ENTRY_HOLD:
    case ENTRY_RAISE:
    case ENTRY_RECOUNT:
    case ENTRY_BALANCE:
    case ENTRY_TOTAL:
    case ENTRY_COMPLETE:
    case ENTRY_OBSERVE:
    case ENTRY_INSPECT:
    case ENTRY_RESTRICTION:
    case ENTRY_EVENT:
    case ENTRY_CLAIM:
    case ENTRY_VERIFIED:
    case ENTRY_DONE:
    case ENTRY_CONSENT:
    case ENTRY_SUSPEND:
    case ENTRY_RESUME:
    case ENTRY_STATE:
    case ENTRY_LEAVE:
    case ENTRY_RENEW:
    case ENTRY_REPORT:
    case ENTRY_NOTIFY:
    case ENTRY_DECLARE:
    case ENTRY_OTHER: break;
    }
    return -1;
}

/* And from there, when it arrives. */
static int ends_in(struct poster *o, const struct entry *e, int way)
{
    const struct account a = o->l->accounts[way];
    const struct more *m = entry_more(o->l->p, e);
    int at = where_at(o, e->kind == ENTRY_MOVE ? e->to : e->place);
    switch ((enum entry_kind)e->kind) {
    case ENTRY_MOVE:
    case ENTRY_HOLD:
    case ENTRY_RAISE:
        return account(o, a.book, a.holder, a.item, a.stated, at, true);
    case ENTRY_TRANSFER:
        return account(o, a.book, m->to_who, a.item, a.stated, at, true);
    case ENTRY_CHANGE:
        return account(o, a.book, a.holder, a.item,
                       stated_with(o, a.stated, m->change_from, m->change_to),
                       at, true);
    case ENTRY_DISBAND:
    case ENTRY_DESTROY:
    case ENTRY_RECOUNT:
    case ENTRY_BALANCE:
    case ENTRY_TOTAL:
    case ENTRY_COMPLETE:
    case ENTRY_OBSERVE:
    case ENTRY_INSPECT:
    case ENTRY_RESTRICTION:
    case ENTRY_EVENT:
    case ENTRY_CLAIM:
    case ENTRY_VERIFIED:
    case ENTRY_DONE:
    case ENTRY_CONSENT:
    case ENTRY_SUSPEND:
    case ENTRY_RESUME:
    case ENTRY_STATE:
    case ENTRY_LEAVE:
    case ENTRY_RENEW:
    case ENTRY_REPORT:
    case ENTRY_NOTIFY:
    case ENTRY_DECLARE:
    case ENTRY_OTHER: break;
    }
    return -1;
}

/* ---- what leaves, and what arrives -------------------------------------- */

/* F goes out of account FROM, for HOLDER. */
static void leave(struct poster *o, instant at, uint32_t entry, int from,
                  int holder, struct form f)
{
    bool waits;
    const struct entry *e = entry_of(o, entry);
    int to = goes_to(o, e, from, holder, &waits);
    flow(o, at, entry, from, to, f);
    if (!waits || to < 0 || form_zero(f))
        return;
    struct wait w = { to, f, o->waiting[entry] };
    o->waiting[entry] = (int32_t)o->waits_n;
    *push(o->keep, o->waits, o->waits_n, o->waits_cap) = w;
}

static void arrive(struct poster *o, instant at, uint32_t entry)
{
    for (int32_t i = o->waiting[entry]; i >= 0; i = o->waits[i].next) {
        struct wait w = o->waits[i];
        flow(o, at, entry, w.way, ends_in(o, entry_of(o, entry), w.way),
             w.amount);
    }
}

/* The statuses of what leaves: for a change, the one that it has so far. */
static int source_stated(struct poster *o, const struct entry *e,
                         const struct stock *s)
{
    if (e->kind != ENTRY_CHANGE)
        return s->stated;
    return stated_with(o, s->stated, -1, entry_more(o->l->p, e)->change_from);
}

/* What a stated figure draws on, as things stand. */
static struct draw drawn(struct poster *o, const struct leg *g, size_t i)
{
    const struct entry *e = entry_of(o, g->entry);
    const struct stock *s = stock_of(o, e, i);
    return draw_known(o, e->book, e->who, s->item, source_stated(o, e, s),
                      where_at(o, e->place));
}

/* Could this account give so much, in some world? */
static bool can_give(struct poster *o, int acc, struct form f)
{
    qty low, high;
    system_ends(o->keep, &o->l->system,
                form_add(o->keep, balance(o, acc), f, -1), &low, &high);
    return !qty_ok(high) || high.num >= 0;
}

/* The account whose holder is the nearest above that of ACC, or -1. */
static int next_above(struct poster *o, const struct leg *g, size_t i, int acc)
{
    const struct entry *e = entry_of(o, g->entry);
    const struct stock *s = stock_of(o, e, i);
    struct draw d = draw_on(o, e->book, o->l->accounts[acc].holder, s->item,
                            source_stated(o, e, s), where_at(o, e->place));
    return d.several ? -1 : d.joint;
}

/* F from the account of D, as long as that can suffice; what it cannot give
 * in any world from the next one above. */
static void take_from(struct poster *o, const struct leg *g, size_t i,
                      struct draw d, struct form f)
{
    const struct entry *e = entry_of(o, g->entry);
    int acc = d.own >= 0 ? d.own : d.joint;
    int above = d.own >= 0 ? d.joint : next_above(o, g, i, acc);
    while (above >= 0 && !can_give(o, acc, f)) {
        struct form there =
            form_add(o->keep, balance(o, acc), form_of(qty_int(0)), 1);
        leave(o, g->at, g->entry, acc, e->who, there);
        f = form_add(o->keep, f, there, -1);
        acc = above;
        above = next_above(o, g, i, acc);
    }
    leave(o, g->at, g->entry, acc, e->who, f);
}

/* By the ranges alone: there is less than S in account ACC, as things stand.
 */
static bool too_little(const struct poster *o, int acc, const struct stock *s)
{
    const struct sum *there = &o->running[acc].sum;
    qty low, high;
    if (!there->n && !s->wide && there->constant.den == 1)
        return there->constant.num < s->low; /* nearly always */
    if (there->open_high)
        return false;
    stock_ends(o->l->p, s, &low, &high);
    qty most = qty_add(there->constant, there->high);
    return qty_ok(most) && qty_cmp(most, low) < 0;
}

/* A stated figure leaves. false: there is no account to take it from (yet),
 * or (SIMPLE) others may draw on the same one, or the rest may come yet. */
static bool take(struct poster *o, const struct leg *g, size_t i,
                 struct draw d, bool simple)
{
    const struct entry *e = entry_of(o, g->entry);
    const struct stock *s = stock_of(o, e, i);
    if (d.several) {
        if (!simple)
            which_one(o, e, &d);
        return !simple;
    }
    if (d.own < 0 && d.joint < 0)
        return false;
    if (simple && (d.own < 0 || d.joint >= 0 || d.several_above ||
                   too_little(o, d.own, s)))
        return false;
    if (d.several_above && !can_give(o, d.own, stated_amount(o, s))) {
        which_one(o, e, &d);
        return true;
    }
    take_from(o, g, i, d, stated_amount(o, s));
    return true;
}

/* `all`: what the holder and its units have there, of the item and below. */
struct portion {
    const struct leg *leg;
    int from;
    struct form amount;
};

static size_t all_of(struct poster *o, const struct leg *g, size_t i,
                     struct portion **list, size_t *n, size_t *cap)
{
    const struct ledger *l = o->l;
    const struct entry *e = entry_of(o, g->entry);
    const struct stock *s = stock_of(o, e, i);
    const struct holder *h = &l->holders[e->who];
    int where = where_at(o, e->place);
    int stated = source_stated(o, e, s);
    size_t found = 0;
    for (size_t item = 0; item < l->p->items_n; item++) {
        if (!kind_of_item(l->p, (int)item, s->item))
            continue;
        for (int a = neighbours(o, e->book, (int)item, where); a >= 0;
             a = l->accounts[a].next) {
            const struct account *x = &l->accounts[a];
            bool mine =
                x->holder == e->who || holder_above(h, &l->holders[x->holder]);
            if (!mine || !stated_fits(o, x->stated, stated))
                continue;
            found++;
            *push(o->keep, *list, *n, *cap) =
                (struct portion){ .leg = g, .from = a };
        }
    }
    return found;
}

/* ---- the other kinds ---------------------------------------------------- */

static void clash(struct poster *o, const struct entry *e, int acc, int other)
{
    const struct ledger *l = o->l;
    const struct holder *h = &l->holders[l->accounts[acc].holder];
    const struct holder *b = &l->holders[l->accounts[other].holder];
    struct diag *d = wrong(o, DIAG_UNIT_TWICE, e,
                           "a unit and what it belongs to both state this, "
                           "at one place");
    point_at(o, d, l->accounts[other].entries[0], S("the other is here"));
    str parent = h->unit.len > b->unit.len ? b->text : h->text;
    diag_help(l->p->diags, d,
              "a unit's holdings are in its parent's: write `%.*s/rest` for "
              "what is not in the named units",
              STR(parent));
}

/* `hold A at x` beside `hold A/first at x`: counted twice? */
static bool counted_twice(struct poster *o, const struct entry *e, int acc)
{
    const struct ledger *l = o->l;
    const struct account *a = &l->accounts[acc];
    const struct holder *h = &l->holders[a->holder];
    for (int i = neighbours(o, a->book, a->item, a->where); i >= 0;
         i = l->accounts[i].next) {
        const struct account *x = &l->accounts[i];
        const struct holder *b = &l->holders[x->holder];
        bool units = h->unit.len || b->unit.len;
        if (i == acc || x->stated != a->stated || !x->entries_n || !units ||
            !who_same(&h->who, &b->who) ||
            (!holder_above(h, b) && !holder_above(b, h)))
            continue;
        clash(o, e, acc, i);
        return true;
    }
    return false;
}

/* hold, raise: from the outside. */
static void gain(struct poster *o, const struct leg *g, size_t i)
{
    struct ledger *l = o->l;
    const struct entry *e = entry_of(o, g->entry);
    const struct stock *s = stock_of(o, e, i);
    int at = where_at(o, e->place);
    int acc = account(o, e->book, e->who, s->item, s->stated, at, true), to;
    if (e->kind == ENTRY_HOLD && l->accounts[acc].entries_n) {
        struct diag *d = wrong(o, DIAG_HOLD_TWICE, e,
                               "this account is opened a second time");
        point_at(o, d, l->accounts[acc].entries[0], S("it was opened here"));
        diag_help(l->p->diags, d,
                  "write `recount` for a later figure, `balance` to check "
                  "the sum, `raise` for new forces");
        return;
    }
    if (e->kind == ENTRY_HOLD && counted_twice(o, e, acc))
        return;
    mark(&l->accounts[acc], g->entry); /* even if it holds nothing yet */
    struct form f = stated_amount(o, s);
    to = e->sometime ? account(o, e->book, e->who, s->item, s->stated,
                               where_id(o, WHERE_SOMETIME, e->place, -1), true)
                     : acc;
    flow(o, g->at, g->entry, -1, to, f);
    if (!e->sometime)
        return;
    struct wait w = { to, f, o->waiting[g->entry] };
    o->waiting[g->entry] = (int32_t)o->waits_n;
    *push(o->keep, o->waits, o->waits_n, o->waits_cap) = w;
}

static void recount(struct poster *o, const struct leg *g, size_t i)
{
    const struct entry *e = entry_of(o, g->entry);
    const struct stock *s = stock_of(o, e, i);
    struct draw d =
        draw_on(o, e->book, e->who, s->item, s->stated, where_at(o, e->place));
    if (d.several && d.own >= 0) {
        which_one(o, e, &d);
        return;
    }
    if (d.own < 0) {
        struct diag *x = wrong(o, DIAG_NO_ACCOUNT, e,
                               "there is nothing to recount: this book never "
                               "held any of it there");
        diag_help(o->l->p->diags, x, "write `hold` for a first figure");
        return;
    }
    flow(o, g->at, g->entry, d.own, -1, balance(o, d.own));
    flow(o, g->at, g->entry, -1, d.own, stated_amount(o, s));
}

/* ---- batches
 * ----------------------------------------------------------------------------------
 */

/* Account ACC is not below zero in any world from now on. */
static void not_below_zero(struct poster *o, int acc)
{
    struct ledger *l = o->l;
    struct running *r = &o->running[acc];
    qty low =
        r->sum.open_low ? QTY_NONE : qty_add(r->sum.constant, r->sum.low);
    if (r->wrong || (qty_ok(low) && low.num >= 0)) /* by the ranges alone */
        return;
    if (system_learn(o->keep, &l->system, balance(o, acc)))
        return;
    struct account *a = &l->accounts[acc];
    const struct entry *e =
        entry_of(o, (uint32_t)a->entries[a->entries_n - 1]);
    struct diag *d = overdrawn(o, e, a, balance(o, acc));
    last_movements(o, d, acc);
    diag_help(l->p->diags, d,
              "mend the figure, or enter the `raise`, "
              "`move` or `hold` that brought the rest");
    r->sum = sum_new();
    r->wrong = true; /* silent from here on */
}

/* After a batch no debited account may be below zero. */
static void check(struct poster *o)
{
    for (size_t i = 0; i < o->touched_n; i++) {
        o->running[o->touched[i]].touched = false;
        not_below_zero(o, o->touched[i]);
    }
    o->touched_n = 0;
}

/* One figure of a batch; a stated one draws on something, or waits for it. */
struct late {
    const struct leg *leg;
    size_t stock;
    struct draw draw;
};

static int by_what_they_say(const void *x, const void *y, void *with)
{
    const struct late *a = x, *b = y;
    const struct pact *p = with;
    int c =
        entry_cmp(p, &p->entries[a->leg->entry], &p->entries[b->leg->entry]);
    return c ? c : (a->stock > b->stock) - (a->stock < b->stock);
}

/* Where order matters, it is that of what the entries say. */
static struct late *settled(struct poster *o, struct late *late, size_t n)
{
    const void **p = new_n(o->keep, const void *, n + 1);
    struct late *out = new_n(o->keep, struct late, n + 1);
    for (size_t i = 0; i < n; i++)
        p[i] = &late[i];
    sort_by(o->keep, p, n, by_what_they_say, (void *)o->l->p);
    for (size_t i = 0; i < n; i++)
        out[i] = *(const struct late *)p[i];
    return out;
}

static void leave_stated(struct poster *o, const struct leg *g, size_t n)
{
    size_t all_n = 0, late_n = 0;
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < entry_of(o, g[k].entry)->stocks_n; i++)
            if (stock_of(o, entry_of(o, g[k].entry), i)->figure != FIGURE_ALL)
                *push(o->keep, o->figures, all_n, o->figures_cap) =
                    (struct late){ &g[k], i, drawn(o, &g[k], i) };
    /* each draws on what there was before any of them brought more */
    struct late *late = o->figures;
    for (size_t k = 0; k < all_n; k++)
        if (!take(o, late[k].leg, late[k].stock, late[k].draw, true))
            late[late_n++] = late[k];
    /* those whose account came to be in this batch, or that of those above
     * it, and those that share */
    if (late_n)
        late = settled(o, late, late_n);
    for (bool simple = true;; simple = false) {
        bool more;
        do {
            size_t left = 0;
            more = false;
            for (size_t k = 0; k < late_n; k++)
                if (take(o, late[k].leg, late[k].stock,
                         drawn(o, late[k].leg, late[k].stock), simple))
                    more = true;
                else
                    late[left++] = late[k];
            late_n = left;
        } while (more && late_n);
        if (!simple)
            break;
    }
    for (size_t k = 0; k < late_n; k++) {
        const struct entry *e = entry_of(o, late[k].leg->entry);
        nothing_there(o, e, stock_of(o, e, late[k].stock));
    }
}

/* All figures of one phase, in an order that no file decides. */
static struct late *figures(struct poster *o, const struct leg *g, size_t n,
                            bool all, size_t *count)
{
    struct late *late = NULL;
    size_t cap = 0;
    *count = 0;
    for (size_t k = 0; k < n; k++) {
        const struct entry *e = entry_of(o, g[k].entry);
        for (size_t i = 0; i < e->stocks_n; i++)
            if ((stock_of(o, e, i)->figure == FIGURE_ALL) == all)
                *push(o->keep, late, *count, cap) =
                    (struct late){ .leg = &g[k], .stock = i };
    }
    return settled(o, late, *count);
}

/* What is there is looked at first, for all of them; then it goes. All that
 * comes and goes by stated figures has done so: it cannot be less than none.
 */
static void leave_all(struct poster *o, const struct leg *g, size_t n)
{
    struct portion *list = NULL;
    size_t list_n = 0, cap = 0, late_n;
    struct late *late = figures(o, g, n, true, &late_n);
    for (size_t k = 0; k < late_n; k++) {
        const struct entry *e = entry_of(o, late[k].leg->entry);
        if (!all_of(o, late[k].leg, late[k].stock, &list, &list_n, &cap))
            nothing_there(o, e, stock_of(o, e, late[k].stock));
    }
    for (size_t k = 0; k < list_n; k++) {
        not_below_zero(o, list[k].from);
        list[k].amount = balance(o, list[k].from);
    }
    for (size_t k = 0; k < list_n; k++) {
        bool again = false;
        for (size_t j = 0; j < k; j++)
            again = again || list[j].from == list[k].from;
        if (!again)
            leave(o, list[k].leg->at, list[k].leg->entry, list[k].from,
                  o->l->accounts[list[k].from].holder, list[k].amount);
    }
}

static void recounts(struct poster *o, const struct leg *g, size_t n)
{
    size_t late_n;
    struct late *late = figures(o, g, n, false, &late_n);
    for (size_t k = 0; k < late_n; k++)
        recount(o, late[k].leg, late[k].stock);
}

/* What is raised on the day on which it is opened adds to that. */
static void gains(struct poster *o, const struct leg *g, size_t n,
                  enum entry_kind kind)
{
    for (size_t k = 0; k < n; k++) {
        const struct entry *e = entry_of(o, g[k].entry);
        for (size_t i = 0; i < e->stocks_n && e->kind == kind; i++)
            gain(o, &g[k], i);
    }
}

/* The legs of one phase of one batch. */
static void do_phase(struct poster *o, const struct leg *g, size_t n)
{
    switch ((enum phase)g->phase) {
    case ARRIVE:
        for (size_t k = 0; k < n; k++)
            arrive(o, g[k].at, g[k].entry);
        return;
    case OPEN:
        gains(o, g, n, ENTRY_HOLD);
        gains(o, g, n, ENTRY_RAISE);
        return;
    case MOVE: leave_stated(o, g, n); return;
    case MOVE_ALL: leave_all(o, g, n); return;
    case COUNT: recounts(o, g, n); return;
    }
}

/* ---- all of it
 * -----------------------------------------------------------------------------------
 */

static int by_time(const void *x, const void *y)
{
    const struct leg *a = x, *b = y;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    if (a->phase != b->phase)
        return a->phase < b->phase ? -1 : 1;
    return a->entry < b->entry ? -1 : a->entry > b->entry;
}

static void add_leg(struct poster *o, struct leg **legs, size_t *n,
                    size_t *cap, instant at, uint32_t entry, enum phase ph)
{
    if (at < o->l->close)
        *push(o->keep, *legs, *n, *cap) =
            (struct leg){ at, entry, (uint8_t)ph };
}

static bool has_figure(const struct poster *o, const struct entry *e, bool all)
{
    for (size_t i = 0; i < e->stocks_n; i++)
        if ((stock_of(o, e, i)->figure == FIGURE_ALL) == all)
            return true;
    return false;
}

static struct leg *plan(struct poster *o, size_t *n)
{
    const struct pact *p = o->l->p;
    size_t cap = p->entries_n + 1; /* most have one */
    struct leg *legs = new_n(o->keep, struct leg, cap);
    *n = 0;
    for (uint32_t i = 0; i < p->entries_n; i++) {
        const struct entry *e = &p->entries[i];
        if (e->kind >= ENTRY_BALANCE || e->from >= o->l->close)
            continue; /* ORDER POSTINGS */
        const struct more *m = entry_more(p, e);
        instant second = e->sometime ? m->until : m->arrives;
        if (e->kind == ENTRY_RECOUNT) {
            add_leg(o, &legs, n, &cap, e->sometime ? m->until : e->from, i,
                    COUNT);
            continue;
        }
        bool opens = e->kind == ENTRY_HOLD || e->kind == ENTRY_RAISE;
        if (opens || has_figure(o, e, false))
            add_leg(o, &legs, n, &cap, e->from, i, opens ? OPEN : MOVE);
        if (!opens && has_figure(o, e, true))
            add_leg(o, &legs, n, &cap, e->from, i, MOVE_ALL);
        if (second > e->from)
            add_leg(o, &legs, n, &cap, second, i, ARRIVE);
    }
    for (size_t i = 1; i < *n; i++)
        if (by_time(&legs[i - 1], &legs[i]) > 0) {
            qsort(legs, *n, sizeof *legs, by_time);
            break;
        }
    return legs;
}

static struct poster poster_new(struct arena *keep, const struct pact *p,
                                instant close)
{
    struct ledger *l = new_one(keep, struct ledger);
    struct poster o = { .keep = keep, .l = l };
    *l = (struct ledger){ .p = p, .close = close };
    for (size_t i = 0; i < p->holders_n; i++)
        *push(keep, l->holders, l->holders_n, l->holders_cap) = p->holders[i];
    for (size_t i = 0; i < p->stateds_n; i++)
        *push(keep, l->stateds, l->stateds_n, l->stateds_cap) = p->stateds[i];
    o.holder_ids.keep = o.where_ids.keep = o.groups.keep = keep;
    for (size_t i = 0; i < p->holders_n; i++)
        map_put(&o.holder_ids, p->holders[i].text, (int)i);
    o.at_spots = new_n(keep, int32_t, p->spots_n + 1);
    o.waiting = new_n(keep, int32_t, p->entries_n + 1);
    for (size_t i = 0; i < p->entries_n; i++)
        o.waiting[i] = -1;
    return o;
}

struct ledger *ledger_post(struct arena *keep, const struct pact *p,
                           instant close)
{
    struct poster o = poster_new(keep, p, close);
    size_t n;
    struct leg *g = plan(&o, &n);
    o.l->flows_cap = (n > p->stocks_n ? n : p->stocks_n) + 1; /* or so */
    o.l->flows = new_n(keep, struct flow, o.l->flows_cap);
    for (size_t i = 0; i < n;) {
        size_t k = i;
        while (k < n && g[k].at == g[i].at && g[k].phase == g[i].phase)
            k++;
        do_phase(&o, g + i, k - i);
        if (k == n || g[k].at != g[i].at)
            check(&o);
        i = k;
    }
    return o.l;
}
