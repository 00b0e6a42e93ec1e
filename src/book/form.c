/* form.c - exact sums of unknowns, as values and as sums that change; see
 * book.h */
#include "book/book.h"

#include <string.h>

bool form_zero(struct form f)
{
    return !f.n && qty_zero(f.constant);
}

bool form_same(struct form a, struct form b)
{
    if (a.n != b.n || qty_cmp(a.constant, b.constant))
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (a.terms[i].unknown != b.terms[i].unknown ||
            a.terms[i].by != b.terms[i].by)
            return false;
    return true;
}

/* A merge of two sorted lists; what cancels is dropped. */
struct form form_add(struct arena *keep, struct form a, struct form b,
                     int64_t times)
{
    qty c = times == 1 ? qty_add(a.constant, b.constant)
            : times == -1
                ? qty_sub(a.constant, b.constant)
                : qty_add(a.constant, qty_mul(b.constant, qty_int(times)));
    struct form f = { c, NULL, 0 };
    if (!b.n) {
        f.terms = a.terms;
        f.n = a.n;
        return f;
    }
    struct form_term *t = new_n(keep, struct form_term, a.n + b.n);
    size_t i = 0, k = 0;
    while (i < a.n || k < b.n) {
        bool left =
            k == b.n || (i < a.n && a.terms[i].unknown <= b.terms[k].unknown);
        bool right =
            i == a.n || (k < b.n && b.terms[k].unknown <= a.terms[i].unknown);
        struct form_term x = { left ? a.terms[i].unknown : b.terms[k].unknown,
                               left ? a.terms[i].by : 0 };
        if (right)
            x.by += b.terms[k].by * times;
        i += left;
        k += right;
        if (x.by)
            t[f.n++] = x;
    }
    f.terms = t;
    return f;
}

/* ---- sums that change --------------------------------------------------- */

struct sum sum_new(void)
{
    return (struct sum){ .constant = qty_int(0),
                         .low = qty_int(0),
                         .high = qty_int(0) };
}

static qty times(qty q, int64_t by)
{
    return by == 1 ? q : by == -1 ? qty_neg(q) : qty_mul(q, qty_int(by));
}

/* What BY x unknown gives the ends (SIGN -1: no longer gives). */
static void ends_of_term(struct sum *s, const struct unknown *u, int64_t by,
                         int sign)
{
    qty a = times(u->low, by);
    qty *bottom = by > 0 ? &s->low : &s->high;
    *bottom = sign > 0 ? qty_add(*bottom, a) : qty_sub(*bottom, a);
    s->tied += (size_t)(u->tied ? sign : 0);
    if (!qty_ok(u->high)) {
        *(by > 0 ? &s->open_high : &s->open_low) += (size_t)sign;
        return;
    }
    qty b = times(u->high, by);
    qty *top = by > 0 ? &s->high : &s->low;
    *top = sign > 0 ? qty_add(*top, b) : qty_sub(*top, b);
}

/* The place of UNKNOWN in the terms, or where it would be put in. */
static size_t find(const struct sum *s, uint32_t unknown)
{
    size_t low = 0, high = s->n;
    if (s->n && s->terms[s->n - 1].unknown < unknown)
        return s->n; /* the usual case: a new one */
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (s->terms[mid].unknown < unknown)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static void add_term(struct arena *keep, struct sum *s,
                     const struct system *sys, uint32_t unknown, int64_t by)
{
    const struct unknown *u = &sys->unknowns[unknown];
    size_t i = find(s, unknown);
    if (i < s->n && s->terms[i].unknown == unknown) {
        ends_of_term(s, u, s->terms[i].by, -1);
        s->terms[i].by += by;
        if (s->terms[i].by) {
            ends_of_term(s, u, s->terms[i].by, 1);
        } else {
            memmove(s->terms + i, s->terms + i + 1,
                    (s->n - i - 1) * sizeof *s->terms);
            s->n--;
        }
        return;
    }
    push(keep, s->terms, s->n, s->cap);
    memmove(s->terms + i + 1, s->terms + i, (s->n - 1 - i) * sizeof *s->terms);
    s->terms[i] = (struct form_term){ unknown, by };
    ends_of_term(s, u, by, 1);
}

void sum_add_any(struct arena *keep, struct sum *s, const struct system *sys,
                 struct form f, int64_t by)
{
    s->constant = qty_add(s->constant, times(f.constant, by));
    for (size_t i = 0; i < f.n && by; i++)
        add_term(keep, s, sys, f.terms[i].unknown, f.terms[i].by * by);
}

struct form sum_form(const struct sum *s)
{
    return (struct form){ s->constant, s->terms, s->n };
}

bool sum_ends(struct arena *work, struct system *sys, const struct sum *s,
              qty *low, qty *high)
{
    if (s->tied)
        return system_ends(work, sys, sum_form(s), low, high);
    *low = s->open_low ? QTY_NONE : qty_add(s->constant, s->low);
    *high = s->open_high ? QTY_NONE : qty_add(s->constant, s->high);
    return true;
}
