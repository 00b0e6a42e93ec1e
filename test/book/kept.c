/* kept.c - see kept.h */
#include "book/kept.h"

#include "os_fake.h"

#include <stdlib.h>

static const char names[] = "pact \"Test\"\n"
                            "  in force from 2022-01-01\n"
                            "side east \"East\"\n"
                            "side west \"West\"\n"
                            "party RU \"Russia\" on east\n"
                            "party BY \"Belarus\" on east\n"
                            "party US \"America\" on west\n"
                            "formation DNR \"Donetsk\" on east\n"
                            "item troops \"Troops\"\n"
                            "item tank \"Tank\"\n"
                            "item tank.t72 \"T-72\"\n"
                            "status storage: active, stored\n"
                            "status alarm: alert, resting\n"
                            "site depot 54 N 33 E\n"
                            "site camp 55 N 60 E\n"
                            "site home 56 N 90 E\n"
                            "zone near = within 50 km of camp\n";

/* ---- reading and asking ------------------------------------------------- */

instant book_close(const char *day_or_instant)
{
    day d;
    struct stamp at;
    struct showing how;
    bool shape;
    str s = str_of(day_or_instant);
    if (day_read(s, &d, &shape))
        return day_opens(d) + DAY_SECONDS;
    CHECK(stamp_read(s, &at, &shape));
    return clock_at(&clock_utc, at, &how) + 1; /* just after it */
}

/* One book, or two (B may be NULL), as of the close of AS_OF. */
struct posted *book_post(struct arena *keep, str a, str b, const char *as_of)
{
    struct fake fake;
    struct posted *t = new_one(keep, struct posted);
    str files[] = { S("t.pact"), S("a.book"), S("b.book") };
    fake_init(&fake, keep);
    fake_put(&fake, files[0], str_of(names));
    fake_put(&fake, files[1], a);
    fake_put(&fake, files[2], b);
    struct os os = fake_os(&fake);
    t->sources.keep = t->diags.keep = keep;
    CHECK(!pact_read(keep, &os, &t->sources, &t->diags, files, b.at ? 3 : 2,
                     &t->p));
    if (t->diags.n) { /* a case that cannot be read is no case */
        struct buf out = { .keep = keep };
        diag_show_all(&out, &t->sources, &t->diags, true, false, 9);
        CHECK_STR(buf_str(&out), S(""));
    }
    t->l = ledger_post(keep, t->p, book_close(as_of));
    return t;
}

static void add_place(struct buf *b, const struct posted *t, int spot)
{
    if (spot < 0)
        buf_char(b, '-');
    else
        buf_add(b, str_cut(t->p->spots[spot].text, 3, SIZE_MAX)); /* at */
}

str book_place(struct arena *keep, const struct posted *t, int where)
{
    struct buf b = { .keep = keep };
    const struct whereabouts *w = &t->l->wheres[where];
    add_place(&b, t, w->at);
    if (w->kind == WHERE_AT)
        return buf_str(&b);
    buf_char(&b, w->kind == WHERE_WAY ? '>' : '?');
    add_place(&b, t, w->to);
    return buf_str(&b);
}

void book_add_ends(struct buf *b, struct posted *t, struct form f)
{
    qty low, high;
    CHECK(system_ends(b->keep, &t->l->system, f, &low, &high));
    buf_add(b, qty_text(b->keep, low));
    if (qty_ok(high) && qty_cmp(low, high) == 0)
        return;
    buf_z(b, "..");
    if (qty_ok(high))
        buf_add(b, qty_text(b->keep, high));
}

/* What account ACC holds after all that happened before CLOSE. */
struct form book_holds(struct arena *keep, const struct posted *t, int acc,
                       instant close)
{
    struct form f = form_of(qty_int(0));
    for (size_t i = 0; i < t->l->flows_n; i++) {
        const struct flow *x = &t->l->flows[i];
        CHECK(!i || x[-1].at <= x->at);
        if (x->at >= close)
            break;
        if (x->to == acc)
            f = form_add(keep, f, flow_amount(t->l, x), 1);
        if (x->from == acc)
            f = form_add(keep, f, flow_amount(t->l, x), -1);
    }
    return f;
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const str *)a, *(const str *)b);
}

static str joined(struct arena *keep, str *v, size_t n)
{
    struct buf b = { .keep = keep };
    qsort(v, n, sizeof *v, by_bytes);
    for (size_t i = 0; i < n; i++) {
        buf_z(&b, i ? "; " : "");
        buf_add(&b, v[i]);
    }
    return buf_str(&b);
}

/* All accounts that hold something at the close of ON. */
str book_stands(struct arena *keep, struct posted *t, const char *on)
{
    const struct ledger *l = t->l;
    str *lines = new_n(keep, str, l->accounts_n + 1);
    size_t n = 0;
    for (size_t i = 0; i < l->accounts_n; i++) {
        const struct account *a = &l->accounts[i];
        const struct stated *s = &l->stateds[a->stated];
        struct form f = book_holds(keep, t, (int)i, book_close(on));
        struct buf b = { .keep = keep };
        if (form_zero(f))
            continue;
        if (t->p->books_n > 1)
            buf_fmt(&b, "%d: ", a->book);
        buf_fmt(&b, "%.*s %.*s ", STR(l->holders[a->holder].text),
                STR(book_place(keep, t, a->where)));
        book_add_ends(&b, t, f);
        buf_fmt(&b, " %.*s", STR(t->p->items[a->item].name));
        for (uint8_t k = 0; k < s->n; k++)
            buf_fmt(&b, ", %.*s", STR(t->p->statuses[s->at[k]].name));
        lines[n++] = buf_str(&b);
    }
    return joined(keep, lines, n);
}

/* The ends of all that stands at PLACES ("camp", "depot>camp"), together. */
str book_together(struct arena *keep, struct posted *t, const char *on,
                  const char *a, const char *b)
{
    struct sum sum = sum_new();
    struct buf out = { .keep = keep };
    qty low, high, l, h;
    for (size_t i = 0; i < t->l->accounts_n; i++) {
        str at = book_place(keep, t, t->l->accounts[i].where);
        if (str_eq(at, str_of(a)) || str_eq(at, str_of(b)))
            sum_add(keep, &sum, &t->l->system,
                    book_holds(keep, t, (int)i, book_close(on)), 1);
    }
    book_add_ends(&out, t, sum_form(&sum));
    CHECK(sum_ends(keep, &t->l->system, &sum, &low, &high));
    CHECK(system_ends(keep, &t->l->system, sum_form(&sum), &l, &h));
    CHECK(qty_cmp(low, l) == 0 && qty_ok(high) == qty_ok(h) &&
          (!qty_ok(h) || qty_cmp(high, h) == 0));
    return buf_str(&out);
}

/* The codes of what is wrong, each as often as it is said. */
str book_codes(struct arena *keep, struct posted *t)
{
    str *v = new_n(keep, str, t->diags.n + 1);
    for (size_t i = 0; i < t->diags.n; i++)
        v[i] = diag_page(t->diags.at[i]->kind)->code;
    return joined(keep, v, t->diags.n);
}

/* The lines that the first message points at besides its own: "4 7". */
str book_points_at(struct arena *keep, struct posted *t)
{
    struct buf b = { .keep = keep };
    CHECK(t->diags.n);
    for (struct diag_note *n = t->diags.at[0]->notes; n; n = n->next)
        buf_fmt(&b, "%s%zu", b.len ? " " : "",
                diag_place(&t->sources, n->at.file, n->at.from).line);
    return buf_str(&b);
}

/* ---- in any order ------------------------------------------------------- */

enum { ENTRIES = 16, ORDERS = 8 };

/* The book with its entries in another order; seed 0: in reverse. */
str book_shuffled(struct arena *keep, str book, uint64_t seed)
{
    struct rng r = { seed };
    struct buf b = { .keep = keep };
    size_t from[ENTRIES + 1], n = 0;
    for (size_t i = 0; i < book.len; i++)
        if ((!i || book.at[i - 1] == '\n') && book.at[i] == '2') {
            CHECK(n < ENTRIES);
            from[n++] = i;
        }
    from[n] = book.len;
    buf_add(&b, str_cut(book, 0, n ? from[0] : book.len));
    size_t order[ENTRIES] = { 0 };
    for (size_t i = 0; i < n; i++) {
        size_t k = seed ? rng_below(&r, i + 1) : 0;
        order[i] = order[k];
        order[k] = i;
    }
    for (size_t i = 0; i < n; i++) {
        size_t k = seed ? order[i] : n - 1 - i;
        buf_add(&b, str_cut(book, from[k], from[k + 1]));
    }
    return buf_str(&b);
}

static void same(struct arena *keep, str book, str got, str want)
{
    if (!str_eq(got, want))
        test_fail_str(__FILE__, __LINE__,
                      str_fmt(keep, "%.*s\" for\n%.*s", STR(got), STR(book)),
                      want);
}

static void one_order(struct arena *keep, str book, const char *as_of,
                      const struct state *s, const char *want)
{
    struct posted *t = book_post(keep, book, NONE, as_of);
    same(keep, book, book_codes(keep, t), str_of(want));
    for (; s->on; s++)
        same(keep, book, book_stands(keep, t, s->on), str_of(s->stands));
}

void book_in_any_order(struct arena *keep, str book, const char *as_of,
                       const struct state *s, const char *want)
{
    struct arena_mark m = arena_mark(keep);
    one_order(keep, book, as_of, s, want);
    for (uint64_t seed = 0; seed < ORDERS; seed++) {
        arena_back(keep, m);
        one_order(keep, book_shuffled(keep, book, seed), as_of, s, want);
    }
    arena_back(keep, m);
}
