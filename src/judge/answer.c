/* answer.c - the order of rows, and the entries behind a verdict */
#include "judge/own.h"

/* ---- the order in which rows are printed -------------------------------- */

/* What the pact calls it: a renamed party stays where it was. */
static str title_of(const struct pact *p, const struct subject *s)
{
    if (s->side >= 0)
        return p->sides[s->side].title;
    for (size_t i = 0; s->ids_n && i < p->parties_n; i++)
        if (str_eq(p->parties[i].name, s->ids[0]))
            return p->parties[i].title;
    return S("");
}

static int by_print(const void *x, const void *y, void *with)
{
    const struct row *a = x, *b = y;
    const struct pact *p = with;
    int c = str_by_numbers(a->clause->id, b->clause->id);
    c = c ? c : (a->line > b->line) - (a->line < b->line);
    c = c ? c : str_cmp(title_of(p, &a->subject), title_of(p, &b->subject));
    if (!c && a->subject.ids_n && b->subject.ids_n)
        c = str_cmp(a->subject.ids[0], b->subject.ids[0]);
    if (!c && a->host && b->host)
        c = str_cmp(title_of(p, a->host), title_of(p, b->host));
    return c ? c : (a->basis > b->basis) - (a->basis < b->basis);
}

void rows_sort(struct judgement *j)
{
    struct bench *b = j->own;
    sort_by(b->keep, (const void **)j->rows, j->rows_n, by_print,
            (void *)j->p);
}

/* ---- which entries ------------------------------------------------------ */

static const double OF_A_WHOLE = 1e300;

void mention_whole(struct bench *b, struct mentions *m, uint32_t entry)
{
    mention(b, m, entry, OF_A_WHOLE);
}

void mention(struct bench *b, struct mentions *m, uint32_t entry,
             double weight)
{
    if (!m->known[entry]) {
        *push(b->keep, m->at, m->n, m->cap) =
            (struct mention){ entry, weight };
        m->known[entry] = (uint32_t)m->n;
        return;
    }
    struct mention *old = &m->at[m->known[entry] - 1];
    old->weight = weight > old->weight ? weight : old->weight;
}

static double weight_of(struct bench *b, const struct flow *f)
{
    qty low, high;
    system_ends(b->keep, &b->system, flow_amount(b->l, f), &low, &high);
    return qty_ok(high) ? qty_double(high) : OF_A_WHOLE / 2;
}

static bool of_basis(bool declared, enum basis k)
{
    return k == COMBINED || (k != EVIDENCE && declared == (k == DECLARED));
}

/* By account: the surest it is to a slice of M on the basis. */
static uint8_t *in_measure(struct bench *b, const struct meter *m,
                           enum basis k)
{
    uint8_t *in = new_n(b->keep, uint8_t, b->l->accounts_n + 1);
    bool *mine = new_n(b->keep, bool, b->slices_n + 1);
    for (size_t i = 0; i < m->slices_n; i++)
        mine[m->slices[i]->number] = of_basis(m->slices[i]->declared, k);
    for (size_t a = 0; a < b->l->accounts_n; a++)
        for (size_t x = b->touch_at[a]; x < b->touch_at[a + 1]; x++)
            if (mine[b->touches[x].slice] && b->touches[x].in > in[a])
                in[a] = b->touches[x].in;
    return in;
}

/* Flows of accounts in the gauge up to T, and what else speaks of it. */
void about_measure(struct bench *b, struct meter *several, enum basis k,
                   instant t, struct mentions *out)
{
    const struct meter *m = meter_at(several, t);
    const uint8_t *in = in_measure(b, m, k);
    for (size_t i = 0; i < b->l->flows_n && b->l->flows[i].at <= t; i++) {
        const struct flow *f = &b->l->flows[i];
        uint8_t from = f->from >= 0 ? in[f->from] : NO;
        uint8_t to = f->to >= 0 ? in[f->to] : NO;
        if ((from || to) && !(from == YES && to == YES))
            mention(b, out, f->entry, weight_of(b, f));
    }
    for (size_t i = 0; k != EVIDENCE && i < b->told_n; i++) {
        const struct saying *r = &b->told[i];
        if (r->from <= t && t < r->until && of_basis(r->declared, k) &&
            gauges_meet(b, &m->gauge, &r->gauge))
            mention(b, out, r->entry, OF_A_WHOLE);
    }
    for (size_t i = 0; i < m->seen_n; i++)
        if ((k == EVIDENCE || k == COMBINED) && m->seen[i].from <= t &&
            t < m->seen[i].until)
            mention(b, out, m->seen[i].entry, OF_A_WHOLE);
    for (size_t i = 0; k != DECLARED && k != EVIDENCE && i < m->denied_n; i++)
        if (denies(b->p, &b->p->entries[m->denied[i]], t))
            mention(b, out, m->denied[i], OF_A_WHOLE);
}

/* What changed the balance of the zone, or moved what left it; and whoever
 * claims or verifies that the step is done. */
static void about_step(struct judgement *j, const struct row *r, instant t,
                       struct mentions *out)
{
    struct bench *b = j->own;
    int line = r->line;
    if (r->kind == ROW_RETURNS)
        line -= r->clause->step.returns_line;
    for (size_t k = 0; k < j->rows_n; k++) {
        const struct row *o = j->rows[k];
        if (o->about != r->about || o->kind != ROW_DEED || o->line != line ||
            !of_basis(o->basis == DECLARED, r->basis))
            continue;
        struct traces x = row_traces(j, o);
        for (size_t i = 0; i < x.n; i++) {
            const struct traced *y = &x.at[i];
            struct measured m = y->came.any ? y->came : y->all;
            if (b->p->entries[y->entry].from <= t)
                mention(b, out, y->entry,
                        qty_ok(m.high) ? qty_double(m.high) : OF_A_WHOLE / 2);
        }
    }
    for (uint32_t i = 0; i < b->p->entries_n; i++) {
        const struct entry *e = &b->p->entries[i];
        enum entry_kind k = (enum entry_kind)e->kind;
        bool speaks =
            k == (r->kind == ROW_VERIFIED ? ENTRY_VERIFIED : ENTRY_DONE);
        if (speaks && e->from <= t &&
            str_eq(entry_more(b->p, e)->clause, r->clause->id) &&
            (k == ENTRY_VERIFIED ||
             who_meet(&entry_more(b->p, e)->by, &r->subject.who)))
            mention(b, out, i, OF_A_WHOLE);
    }
}

static int by_weight(const void *x, const void *y, void *with)
{
    const struct mention *a = x, *b = y;
    const struct pact *p = with;
    if (a->weight > b->weight || a->weight < b->weight)
        return a->weight > b->weight ? -1 : 1;
    instant s = p->entries[a->entry].from, t = p->entries[b->entry].from;
    if (s != t)
        return s > t ? -1 : 1; /* the later ones first */
    return entry_cmp(p, &p->entries[a->entry], &p->entries[b->entry]);
}

static int by_say(const void *x, const void *y, void *with)
{
    const struct mention *a = x, *b = y;
    const struct pact *p = with;
    return entry_cmp(p, &p->entries[a->entry], &p->entries[b->entry]);
}

size_t row_entries(struct judgement *j, const struct row *r,
                   const struct segment *s, uint32_t *out, size_t most,
                   size_t *left_out)
{
    struct bench *b = j->own;
    if (!b->mentioned)
        b->mentioned = new_n(b->keep, uint32_t, b->p->entries_n + 1);
    struct mentions m = { .known = b->mentioned };
    instant t = (s->until < j->close ? s->until : j->close) - 1;
    if (s->entry >= 0)
        mention(b, &m, (uint32_t)s->entry, OF_A_WHOLE);
    if (r->kind == ROW_LIMIT && s->now.any)
        about_measure(b, r->about, r->basis, t, &m);
    if (r->kind == ROW_DEED || r->kind == ROW_RETURNS ||
        r->kind == ROW_VERIFIED)
        about_step(j, r, t, &m);
    if (r->kind == ROW_BAN)
        about_events(b, r, t, &m);
    if (r->kind == ROW_CONSENT || r->kind == ROW_HOST)
        about_consent(b, r, t, &m);
    if (r->kind == ROW_REMEDY || r->kind == ROW_SUSPENDS)
        about_remedy(b, r, t, &m);
    if (r->kind == ROW_STAY)
        about_stay(b, r, t, &m);
    if (r->kind == ROW_INFORM)
        about_inform(b, r, t, &m);
    if (r->kind == ROW_VISITS)
        about_visits(b, r, t, &m);
    if (r->kind == ROW_TIMELY)
        about_timely(b, r, t, &m);
    if (r->kind == ROW_ACCESS)
        about_access(b, r, t, &m);
    const void **v = new_n(b->keep, const void *, m.n + 1);
    for (size_t i = 0; i < m.n; i++)
        v[i] = &m.at[i];
    sort_first(v, m.n, most, by_weight, (void *)b->p);
    size_t n = m.n > most ? most : m.n;
    *left_out = m.n - n;
    sort_by(b->keep, v, n, by_say, (void *)b->p);
    for (size_t i = 0; i < n; i++)
        out[i] = ((const struct mention *)v[i])->entry;
    for (size_t i = 0; i < m.n; i++)
        m.known[m.at[i].entry] = 0;
    return n;
}
