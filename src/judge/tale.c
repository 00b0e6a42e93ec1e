/* tale.c - what became of each move of a deed; see row_traces() */
#include "judge/step.h"

/* Where the last leg of what F moved has brought it. */
static int last_account(const struct ledger *l, size_t f)
{
    int end = l->flows[f].to;
    for (size_t k = f + 1; k < l->flows_n; k++)
        if (l->flows[k].from == end && l->flows[k].entry == l->flows[f].entry)
            end = l->flows[k].to;
    return end;
}

static struct doing *doing_of(const struct row *r)
{
    struct step_watch *w = r->about;
    for (size_t i = 0; r->kind == ROW_DEED && w && i < w->deeds_n; i++)
        if (w->deeds[i].rows[r->basis] == r)
            return &w->deeds[i];
    return NULL;
}

/* Sums of what is surely, and of what is possibly so. */
struct share {
    struct form low, high;
};

struct tale {
    struct bench *b;
    struct tracing *t;
    struct traces out;
    struct share all, left, there, inside, came;
};

static struct measured ends_of(struct tale *x, struct form low,
                               struct form high)
{
    struct measured m = { .any = true };
    qty other;
    system_ends(x->b->keep, &x->t->system, low, &m.low, &other);
    system_ends(x->b->keep, &x->t->system, high, &other, &m.high);
    return m;
}

/* AMOUNT counts as IN says, for one entry and in the sum. */
static struct measured count(struct tale *x, struct share *sum, tri in,
                             struct form amount)
{
    struct form none = form_of(qty_int(0));
    if (in == YES)
        sum->low = form_add(x->b->keep, sum->low, amount, 1);
    if (in != NO)
        sum->high = form_add(x->b->keep, sum->high, amount, 1);
    return ends_of(x, in == YES ? amount : none, in != NO ? amount : none);
}

/* The first leg of a move of what may stand in the zone. */
static void tell_move(struct tale *x, const struct trace *trace, size_t i)
{
    const struct ledger *l = x->b->l;
    const struct flow *f = &l->flows[i];
    struct form a = flow_amount(l, f);
    tri was = tri_and((tri)trace->match[f->from], (tri)trace->leaves[f->from]);
    int end = last_account(l, i);
    if (end < 0)
        return;
    tri in = (tri)trace->leaves[end], out = tri_and(was, tri_not(in));
    struct traced *o = push(x->b->keep, x->out.at, x->out.n, x->out.cap);
    *o = (struct traced){ .entry = f->entry };
    o->on_the_way = l->wheres[l->accounts[end].where].kind == WHERE_WAY;
    o->all = count(x, &x->all, was, a);
    o->left = count(x, &x->left, out, a);
    o->inside = count(x, &x->inside, tri_and(was, in), a);
    o->there = count(x, &x->there,
                     x->t->deed->to == ANYWHERE
                         ? out
                         : tri_and(was, (tri)trace->reaches[end]),
                     a);
}

static void tell_arrival(struct tale *x, const struct trace *trace,
                         const struct flow *f)
{
    struct form a = flow_amount(x->b->l, f);
    tri in = tri_and((tri)trace->match[f->to], (tri)trace->leaves[f->to]);
    struct traced *o = push(x->b->keep, x->out.at, x->out.n, x->out.cap);
    *o = (struct traced){ .entry = f->entry };
    o->came = count(x, &x->came, in, a);
}

static void tell_flow(struct tale *x, const struct trace *trace, size_t i)
{
    const struct flow *f = &x->b->l->flows[i];
    const struct entry *e = &x->b->p->entries[f->entry];
    bool from = f->from >= 0 && trace->leaves[f->from];
    if (f->at < x->t->anchor ||
        (e->kind == ENTRY_HOLD && f->at == x->t->anchor))
        return;
    if (from && f->to >= 0 && e->kind == ENTRY_MOVE && f->at == e->from)
        tell_move(x, trace, i);
    else if (!from && f->to >= 0 && trace->leaves[f->to])
        tell_arrival(x, trace, f);
}

static int by_say(const void *x, const void *y, void *with)
{
    const struct traced *a = x, *b = y;
    const struct pact *p = with;
    return entry_cmp(p, &p->entries[a->entry], &p->entries[b->entry]);
}

struct traces row_traces(struct judgement *j, const struct row *r)
{
    struct bench *b = j->own;
    struct doing *d = doing_of(r);
    struct form zero = form_of(qty_int(0));
    struct share none = { zero, zero };
    struct tale x = { .b = b,
                      .all = none,
                      .left = none,
                      .there = none,
                      .inside = none,
                      .came = none };
    if (!d || !d->tracing || r->basis == COMBINED ||
        d->deed->kind != DEED_WITHDRAWS)
        return x.out;
    x.t = d->tracing;
    for (size_t k = 0; k < x.t->n; k++)
        if ((x.t->traces[k].party >= 0) == (r->basis == DECLARED))
            for (size_t i = 0; i < b->l->flows_n; i++)
                tell_flow(&x, &x.t->traces[k], i);
    sort_array(b->keep, x.out.at, x.out.n, sizeof *x.out.at, by_say,
               (void *)b->p);
    x.out.sum.all = ends_of(&x, x.all.low, x.all.high);
    x.out.sum.left = ends_of(&x, x.left.low, x.left.high);
    x.out.sum.there = ends_of(&x, x.there.low, x.there.high);
    x.out.sum.inside = ends_of(&x, x.inside.low, x.inside.high);
    x.out.sum.came = ends_of(&x, x.came.low, x.came.high);
    return x.out;
}
