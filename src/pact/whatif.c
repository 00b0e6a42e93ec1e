/* whatif.c - a pact as a scenario has it
 *
 * Entries are few enough to be read again for their ids, once. All that bear
 * the id are meant: two books may tell the same event.
 */
#include "pact/look.h"

/* By how much: whole days, or seconds. */
struct shift {
    bool by_days;
    int64_t n;
};

/* AT later by SHIFT, but for the ends of time. */
static instant later_by(const struct pact *p, instant at, struct shift by)
{
    if (at == INSTANT_MIN || at == INSTANT_MAX)
        return at;
    return by.by_days ? clock_on(p->clock, at, instant_day(at) + (day)by.n)
                      : clock_plus(p->clock, at, by.n);
}

/* E happens at TO; what was said of its arrival and its end moves with it,
 * when it was notified does not. */
static void delay(const struct pact *p, struct entry *e, struct moment to)
{
    struct shift by = { .by_days = to.dated };
    by.n = to.dated ? instant_day(to.at) - instant_day(e->from)
                    : clock_between(p->clock, e->from, to.at);
    e->from = later_by(p, e->from, by);
    e->dated = e->dated && to.dated;
    if (e->more < 0)
        return;
    struct more *m = &p->mores[e->more];
    m->until = later_by(p, m->until, by);
    m->arrives = later_by(p, m->arrives, by);
    m->goes_on = later_by(p, m->goes_on, by);
}

static str where(const struct pact *p, span at)
{
    struct place l = diag_place(p->sources, at.file, at.from);
    return str_fmt(p->keep, "%.*s:%zu", STR(p->sources->at[at.file].path),
                   l.line);
}

static bool too_early(const struct pact *p, const struct change *x,
                      const struct entry *e, str *why)
{
    if (x->to.at >= day_opens(instant_day(e->from)))
        return false;
    *why = str_fmt(p->keep,
                   "%.*s: `%.*s` is of %.*s, and cannot be delayed "
                   "to a day before",
                   STR(where(p, x->at)), STR(x->id),
                   STR(day_text(p->keep, instant_day(e->from))));
    return true;
}

/* No entry has the id of X. */
static str no_entry(const struct pact *p, const struct change *x,
                    const str *ids)
{
    str *known = new_n(p->keep, str, p->entries_n + 1), best[3];
    size_t n = 0;
    for (size_t i = 0; i < p->entries_n; i++)
        if (ids[i].len)
            known[n++] = ids[i];
    size_t got = diag_nearest(p->keep, x->id, known, n, best);
    str near =
        got ? str_fmt(p->keep, "; did you mean `%.*s`?", STR(best[0])) : S("");
    return str_fmt(p->keep,
                   "%.*s: no entry of these books has the id "
                   "`%.*s`%.*s",
                   STR(where(p, x->at)), STR(x->id), STR(near));
}

static bool of_entries(const struct change *x)
{
    return x->kind == CHANGE_DROP || x->kind == CHANGE_DELAY;
}

/* X done to the entries that bear its id; false: *WHY it cannot be. */
static bool change_them(struct pact *p, const struct change *x, const str *ids,
                        bool *gone, str *why)
{
    bool found = false;
    for (size_t i = 0; i < p->entries_n; i++) {
        if (!str_eq(ids[i], x->id))
            continue;
        found = true;
        if (x->kind == CHANGE_DROP)
            gone[i] = true;
        else if (too_early(p, x, &p->entries[i], why))
            return false;
        else
            delay(p, &p->entries[i], x->to);
    }
    if (!found)
        *why = no_entry(p, x, ids);
    return found;
}

static bool change_entries(struct pact *p, const struct scenario *s, str *why)
{
    str *ids = new_n(p->keep, str, p->entries_n + 1);
    bool *gone = new_n(p->keep, bool, p->entries_n + 1);
    for (size_t i = 0; i < p->entries_n; i++)
        ids[i] = entry_words(p, p->keep, &p->entries[i]).id;
    for (size_t i = 0; i < s->changes_n; i++)
        if (of_entries(&s->changes[i]) &&
            !change_them(p, &s->changes[i], ids, gone, why))
            return false;
    size_t n = 0;
    for (size_t i = 0; i < p->entries_n; i++)
        if (!gone[i])
            p->entries[n++] = p->entries[i];
    p->entries_n = n;
    return true;
}

static str no_scenario(const struct pact *p, str name)
{
    struct buf b = { .keep = p->keep };
    str *titles = new_n(p->keep, str, p->scenarios_n + 1), best[3];
    for (size_t i = 0; i < p->scenarios_n; i++)
        titles[i] = p->scenarios[i].title;
    size_t n = diag_nearest(p->keep, name, titles, p->scenarios_n, best);
    buf_fmt(&b, "no scenario is called \"%.*s\"", STR(name));
    if (!p->scenarios_n)
        buf_z(&b, ": these files have none");
    else if (n)
        buf_fmt(&b, "; did you mean \"%.*s\"?", STR(best[0]));
    for (size_t i = 0; !n && i < p->scenarios_n; i++)
        buf_fmt(&b, "%s\"%.*s\"", i ? ", " : "; there are: ", STR(titles[i]));
    return buf_str(&b);
}

bool pact_scenario(struct pact *p, str name, str *why)
{
    const struct scenario *s = NULL;
    for (size_t i = 0; i < p->scenarios_n && !s; i++)
        if (str_eq(p->scenarios[i].title, name))
            s = &p->scenarios[i];
    if (!s)
        *why = no_scenario(p, name);
    if (!s || !change_entries(p, s, why))
        return false;
    for (size_t i = 0; i < s->changes_n; i++)
        if (!of_entries(&s->changes[i]))
            change_clause(p, &s->changes[i]);
    p->scenario = s->title;
    return true;
}
