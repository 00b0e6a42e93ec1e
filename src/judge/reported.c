/* reported.c - what was last reported, as a figure; see own.h
 *
 * Of the figures that reports tell of a party, of these items and in this
 * place, those of the latest day count: the day of `as of`, else the report's
 * own. A report is known from when it was told.
 */
#include "judge/own.h"

#include "pact/duties.h"

static bool is_of(const struct bench *b, const struct reported *r,
                  const struct limit_row *want)
{
    const struct summed *sum = want->kinds.sum;
    if (r->what.built_in || !r->what.kinds.in || r->stated.n ||
        r->place != want->places[0])
        return false;
    bool same = sum ? str_eq(r->what.attr, sum->attr) : !r->what.attr.len;
    for (size_t i = 0; same && i < b->p->items_n; i++)
        same = r->what.kinds.in[i] == want->kinds.in[i];
    return same && (!r->dimension || (sum && sum->dimension == r->dimension));
}

/* When E was told: by its lines, else on its day; MAX: it was not. */
static instant told_at(const struct bench *b, const struct entry *e)
{
    const struct more *m = entry_more(b->p, e);
    instant first = INSTANT_MAX;
    for (size_t i = 0; i < m->tellings_n; i++)
        if (m->tellings[i].told == TOLD_AT && m->tellings[i].at < first)
            first = m->tellings[i].at;
    return m->tellings_n ? first : said_from(b->p, e);
}

static const struct act *report_of(const struct bench *b,
                                   const struct entry *e,
                                   const struct subject *s)
{
    const struct act *a =
        e->kind == ENTRY_REPORT ? entry_more(b->p, e)->act : NULL;
    return a && !who_empty(&a->who) && who_same(&a->who, &s->who) ? a : NULL;
}

void wake_when_reported(struct bench *b, const struct subject *s,
                        struct watcher *w)
{
    for (size_t i = 0; i < b->reports_n; i++) {
        const struct entry *e = &b->p->entries[b->reports[i]];
        if (report_of(b, e, s) && told_at(b, e) != INSTANT_MAX)
            alarm_set(b, told_at(b, e), w);
    }
}

struct measured last_reported(const struct bench *b, const struct limit_row *r,
                              const struct subject *s, instant t)
{
    struct measured m = { 0 };
    day last = 0;
    for (size_t i = 0; i < b->reports_n; i++) {
        const struct entry *e = &b->p->entries[b->reports[i]];
        const struct act *a = report_of(b, e, s);
        if (!a || told_at(b, e) > t)
            continue;
        day of =
            instant_day(a->as_of.kind == MOMENT_AT ? a->as_of.at : e->from);
        for (size_t k = 0; k < a->figures_n; k++) {
            const struct reported *f = &a->figures[k];
            if (!is_of(b, f, r) || (m.any && of < last))
                continue;
            /* in metres, kilograms or as they are */
            struct measured one = { true, f->low, f->high };
            m = m.any && of == last ? hull(m, one) : one;
            last = of;
        }
    }
    return m;
}
