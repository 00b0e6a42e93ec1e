/* ledger_twin_test.c - any book against keeping it in every world
 *
 * Two holders at three places, all of them opened on the first day, and days
 * of movements.  Each range is tried with each whole number in it, the book is
 * kept day by day in whole numbers, and those worlds count in which nothing is
 * below zero at the close of any day.  That suffices: what goes from account
 * to account and from day to day is a flow in a network, and its ends are
 * taken at whole numbers.
 */
#include "book/kept.h"

#include <string.h>

enum { HOLDERS = 2, PLACES = 3, ACCOUNTS = HOLDERS * PLACES };
enum { DEEDS = 14, ALL_DAYS = 6, RANGES = 5 };
static const char *const holder_names[] = { "RU", "BY" };
static const char *const place_names[] = { "depot", "camp", "home" };

struct deed_told {
    enum entry_kind kind;
    int on, holder, from, to; /* a transfer goes to the other holder */
    int low, high, range;     /* range: which of the unknowns, or -1 */
    bool all;
};

struct kept {
    struct deed_told deed[DEEDS];
    int deeds, ranges;
    int low[ALL_DAYS][ACCOUNTS], high[ALL_DAYS][ACCOUNTS];
    size_t worlds;
};

static void any_figure(struct rng *r, struct kept *k, struct deed_told *d)
{
    d->low = d->high = (int)rng_below(r, d->kind == ENTRY_HOLD ? 9 : 6);
    d->range = -1;
    if (k->ranges == RANGES || rng_below(r, 3) == 0)
        return;
    d->high += (int)rng_below(r, 5);
    d->range = d->high > d->low ? k->ranges++ : -1;
}

static struct deed_told any_deed(struct rng *r, struct kept *k)
{
    static const enum entry_kind kinds[] = { ENTRY_MOVE,     ENTRY_MOVE,
                                             ENTRY_MOVE,     ENTRY_MOVE,
                                             ENTRY_RAISE,    ENTRY_DISBAND,
                                             ENTRY_TRANSFER, ENTRY_RECOUNT };
    struct deed_told d = { .kind = kinds[rng_below(r, 8)],
                           .on = 1 + (int)rng_below(r, ALL_DAYS - 1),
                           .holder = (int)rng_below(r, HOLDERS),
                           .from = (int)rng_below(r, PLACES) };
    d.to = (d.from + 1 + (int)rng_below(r, PLACES - 1)) % PLACES;
    d.all = d.kind == ENTRY_MOVE && rng_below(r, 5) == 0;
    for (int i = 0; i < k->deeds; i++) /* one `all` a day, one recount */
        if (k->deed[i].on == d.on && (d.all || d.kind == ENTRY_RECOUNT) &&
            (k->deed[i].all || k->deed[i].kind == ENTRY_RECOUNT))
            return any_deed(r, k);
    any_figure(r, k, &d);
    return d;
}

static void any_book(struct rng *r, struct kept *k)
{
    *k = (struct kept){ 0 };
    for (int a = 0; a < ACCOUNTS; a++) {
        struct deed_told *d = &k->deed[k->deeds++];
        *d = (struct deed_told){ .kind = ENTRY_HOLD,
                                 .holder = a / PLACES,
                                 .from = a % PLACES };
        any_figure(r, k, d);
    }
    for (size_t n = rng_below(r, DEEDS - ACCOUNTS + 1); n; n--) {
        struct deed_told d = any_deed(r, k);
        k->deed[k->deeds++] = d;
    }
}

/* false: `all` of less than none. */
static bool do_deed(const struct deed_told *d, const int *value, int *has)
{
    int *from = &has[d->holder * PLACES + d->from];
    int n = d->range < 0 ? d->low : value[d->range];
    n = d->all ? *from : n;
    if (d->kind == ENTRY_HOLD || d->kind == ENTRY_RAISE)
        *from += n;
    else if (d->kind == ENTRY_RECOUNT)
        *from = n;
    else
        *from -= n;
    if (d->kind == ENTRY_MOVE)
        has[d->holder * PLACES + d->to] += n;
    if (d->kind == ENTRY_TRANSFER)
        has[(1 - d->holder) * PLACES + d->from] += n;
    return !d->all || n >= 0;
}

/* "arrivals and openings come first, then what moves a stated figure, then
 * what moves `all`, then recounts" */
static int phase_of(const struct deed_told *d)
{
    return d->kind == ENTRY_RECOUNT                          ? 3
           : d->all                                          ? 2
           : d->kind == ENTRY_HOLD || d->kind == ENTRY_RAISE ? 0
                                                             : 1;
}

static bool world(const struct kept *k, const int *value,
                  int has[ALL_DAYS][ACCOUNTS])
{
    for (int on = 0; on < ALL_DAYS; on++) {
        for (int a = 0; a < ACCOUNTS; a++)
            has[on][a] = on ? has[on - 1][a] : 0;
        for (int phase = 0; phase < 4; phase++)
            for (int i = 0; i < k->deeds; i++)
                if (k->deed[i].on == on && phase_of(&k->deed[i]) == phase &&
                    !do_deed(&k->deed[i], value, has[on]))
                    return false;
        for (int a = 0; a < ACCOUNTS; a++)
            if (has[on][a] < 0)
                return false;
    }
    return true;
}

static void keep_book(struct kept *k)
{
    int value[RANGES] = { 0 }, low[RANGES] = { 0 }, high[RANGES] = { 0 };
    for (int i = 0; i < k->deeds; i++)
        if (k->deed[i].range >= 0) {
            low[k->deed[i].range] = k->deed[i].low;
            high[k->deed[i].range] = k->deed[i].high;
        }
    memcpy(value, low, sizeof value);
    for (;;) {
        int has[ALL_DAYS][ACCOUNTS], i = 0;
        if (world(k, value, has)) {
            for (int *l = k->low[0], *h = k->high[0], *x = has[0];
                 x < has[0] + ALL_DAYS * ACCOUNTS; l++, h++, x++) {
                *l = !k->worlds || *x < *l ? *x : *l;
                *h = !k->worlds || *x > *h ? *x : *h;
            }
            k->worlds++;
        }
        while (i < k->ranges && value[i] == high[i]) {
            value[i] = low[i];
            i++;
        }
        if (i == k->ranges)
            return;
        value[i]++;
    }
}

static str book_text(struct arena *keep, const struct kept *k)
{
    static const char *const words[] = {
        [ENTRY_HOLD] = "hold",       [ENTRY_RAISE] = "raise",
        [ENTRY_DISBAND] = "disband", [ENTRY_MOVE] = "move",
        [ENTRY_RECOUNT] = "recount", [ENTRY_TRANSFER] = "transfer"
    };
    struct buf b = { .keep = keep };
    for (int i = 0; i < k->deeds; i++) {
        const struct deed_told *d = &k->deed[i];
        buf_fmt(&b, "2022-02-0%d %s %s", d->on + 1, words[d->kind],
                holder_names[d->holder]);
        if (d->kind == ENTRY_MOVE)
            buf_fmt(&b, " from %s to %s\n  ", place_names[d->from],
                    place_names[d->to]);
        else if (d->kind == ENTRY_TRANSFER)
            buf_fmt(&b, " to %s at %s\n  ", holder_names[1 - d->holder],
                    place_names[d->from]);
        else
            buf_fmt(&b, " at %s\n  ", place_names[d->from]);
        if (d->all)
            buf_z(&b, "all tank\n");
        else if (d->range < 0)
            buf_fmt(&b, "%d tank\n", d->low);
        else
            buf_fmt(&b, "%d..%d tank\n", d->low, d->high);
    }
    return buf_str(&b);
}

static int account_of(struct arena *keep, const struct posted *t, int a)
{
    for (size_t i = 0; i < t->l->accounts_n; i++) {
        const struct account *x = &t->l->accounts[i];
        if (str_eq(t->l->holders[x->holder].text,
                   str_of(holder_names[a / PLACES])) &&
            str_eq(book_place(keep, t, x->where),
                   str_of(place_names[a % PLACES])))
            return (int)i;
    }
    return -1;
}

static void same_book(struct arena *keep, const struct kept *k,
                      struct posted *t, uint64_t seed)
{
    for (int on = 0; on < ALL_DAYS; on++)
        for (int a = 0; a < ACCOUNTS; a++) {
            qty low, high;
            const char *when =
                str_z(keep, str_fmt(keep, "2022-02-0%d", on + 1));
            struct form f =
                book_holds(keep, t, account_of(keep, t, a), book_close(when));
            CHECK_SEED(system_ends(keep, &t->l->system, f, &low, &high), seed);
            CHECK_SEED(qty_ok(high), seed);
            CHECK_SEED(qty_cmp(low, qty_int(k->low[on][a])) == 0, seed);
            CHECK_SEED(qty_cmp(high, qty_int(k->high[on][a])) == 0, seed);
        }
    CHECK_SEED(!t->l->system.widened, seed);
}

TEST(any_book_agrees_with_keeping_it_in_every_world)
{
    size_t sound = 0, narrowed = 0;
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        struct rng r = { seed };
        struct arena_mark m = arena_mark(keep);
        struct kept k;
        any_book(&r, &k);
        keep_book(&k);
        size_t all = 1;
        for (int i = 0; i < k.deeds; i++)
            all *= (size_t)(k.deed[i].high - k.deed[i].low + 1);
        str text = book_shuffled(keep, book_text(keep, &k), seed % 3);
        struct posted *t = book_post(keep, text, NONE, LATEST);
        CHECK_SEED((t->diags.n == 0) == (k.worlds > 0), seed);
        for (size_t i = 0; i < t->diags.n; i++)
            CHECK_SEED(t->diags.at[i]->kind == DIAG_OVERDRAWN, seed);
        if (k.worlds) {
            same_book(keep, &k, t, seed);
            sound++;
            narrowed += k.worlds < all;
        }
        arena_back(keep, m);
    }
    CHECK(sound > 1500 && sound < 2500 && narrowed > 500);
}
