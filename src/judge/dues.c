/* dues.c - what has to be told by when, and when it was; inform.h */
#include "judge/inform.h"

/* Deadlines of one row: a minute's schedule has more in a century. */
enum { DUES_MAX = 200000 };

/* ---- deadlines ---------------------------------------------------------- */

static struct due *add_due(struct bench *b, struct inform_watch *w)
{
    static struct due spare;
    if (w->n >= DUES_MAX) {
        w->too_many = true;
        return &spare;
    }
    struct due *d = push(b->keep, w->dues, w->n, w->cap);
    *d = (struct due){ .told = INSTANT_MAX,
                       .surely = INSTANT_MAX,
                       .entry = -1,
                       .event = -1,
                       .counts = YES,
                       .owed = YES };
    return d;
}

/* Overdue when D has passed since AT; a day counts to its close. */
static instant passed(const struct bench *b, instant at, bool dated,
                      struct duration d, bool *exact)
{
    instant t;
    *exact = !dated || d.unit < DAYS;
    if (!duration_add(b->p, at, dated, d, 1, &t))
        t = after(b, at, d);
    return *exact || t == INSTANT_MAX ? t : t + DAY_SECONDS;
}

static void on_day(struct bench *b, struct inform_watch *w, day d)
{
    struct due *x = add_due(b, w);
    x->as_of = d;
    x->first = x->end = day_opens(d) + DAY_SECONDS;
}

static void each_year(struct bench *b, struct inform_watch *w, int year)
{
    const struct schedule *s = &w->when;
    bool it = s->after.n && !s->after_what.len;
    if (s->by.month)
        on_day(b, w, in_year(year, s->by));
    for (size_t i = 0; i < s->as_of_n; i++) {
        day d = in_year(year, s->as_of[i]);
        if (!it && (s->by.month || s->by_month_day || s->every.n ||
                    s->by_time_said || s->after.n))
            continue; /* told by another day */
        if (!it) {
            on_day(b, w, d);
            continue;
        }
        struct due *x = add_due(b, w);
        x->as_of = d;
        x->after_as_of = true;
        x->first = x->end = passed(b, day_opens(d), true, s->after, &x->exact);
    }
    for (int m = 1; s->by_month_day && m <= 12; m++)
        on_day(b, w, in_year(year, (struct year_day){ m, s->by_month_day }));
}

/* every 15 days: of what is in force from FROM on */
static void every(struct bench *b, struct inform_watch *w, instant last)
{
    struct duration d = w->when.every;
    instant from = w->force.from;
    bool dated = day_opens(instant_day(from)) == from;
    for (int64_t k = 1; d.n && !w->too_many; k++) {
        struct duration so_long = { d.n * k, d.unit };
        bool exact;
        instant t = passed(b, from, dated, so_long, &exact);
        if (t > last)
            return;
        struct due *x = add_due(b, w);
        x->first = x->end = t;
        x->exact = exact;
        x->as_of = instant_day(exact ? t : t - 1);
    }
}

static void each_day(struct bench *b, struct inform_watch *w, day from,
                     day last)
{
    for (day d = from; w->when.by_time_said && d <= last && !w->too_many;
         d++) {
        struct due *x = add_due(b, w);
        x->as_of = d;
        x->first = x->end =
            clock_first(b->p->clock, d, w->when.by_minute * (int64_t)60);
        x->exact = true;
    }
}

/* ---- after what happens ------------------------------------------------- */

static bool is_word(str s, const char *w)
{
    return str_eq(s, str_of(w));
}

/* Is entry E one of those after which it is told? */
static tri happens(struct bench *b, const struct inform_watch *w,
                   const struct entry *e, int *event, enum reason *why)
{
    const struct more *m = entry_more(b->p, e);
    str what = w->when.after_what;
    struct gauge g = { .who = w->subject->who,
                       .of_side = w->subject->kind == SUBJECT_SIDE };
    struct who now = who_on(b, w->subject, e->from);
    int claim = -1;
    *why = REASON_NONE;
    if (*event < 0 && is_word(what, "request"))
        return tri_of(m->act && is_word(m->act->word, "request") &&
                      str_eq(m->act->clause, w->clause->id) &&
                      who_meet(&m->act->who, &now));
    if (*event < 0)
        return e->kind == ENTRY_INSPECT ? move_of(b, &g, e, &claim) : NO;
    if (e->kind != ENTRY_EVENT)
        return NO;
    tri kind = event_kind(b->p, m->event, *event);
    tri whose = kind ? event_of(b, &g, e, &claim) : NO;
    *why = whose == MAYBE ? REASON_WHOSE : REASON_KIND;
    return tri_and(kind, whose);
}

static void tell(struct due *d, instant from, instant surely, bool sometime,
                 int entry)
{
    d->told = from < d->told ? from : d->told;
    if (surely >= d->surely)
        return;
    d->surely = surely;
    d->sometime = sometime;
    d->entry = entry;
}

static bool is_under(const struct telling *t, const struct clause *c)
{
    for (size_t i = 0; i < t->under_n; i++)
        if (str_eq(t->under[i], c->id))
            return true;
    return !t->under_n;
}

/* When E itself was told, by its lines `notified`. false: it has none. */
static bool told_by_itself(const struct bench *b, const struct inform_watch *w,
                           uint32_t entry, struct due *d)
{
    const struct more *m = entry_more(b->p, &b->p->entries[entry]);
    bool any = false;
    for (size_t i = 0; i < m->tellings_n; i++) {
        const struct telling *t = &m->tellings[i];
        if (!is_under(t, w->clause))
            continue;
        any = true;
        if (t->told == TOLD_AT && t->at < b->close)
            tell(d, t->at, t->at, false, (int)entry);
        d->denied = d->denied || t->told == TOLD_NOT;
        d->unknown = d->unknown || t->told == TOLD_UNJUDGED;
    }
    return any;
}

static int event_named(const struct pact *p, str name)
{
    for (size_t i = 0; i < p->events_n; i++)
        if (str_eq(p->events[i].name, name))
            return (int)i;
    return -1;
}

/* The last moment at which E may have begun. */
static instant began_by(const struct bench *b, const struct entry *e)
{
    instant until = entry_until(b->p, e);
    return !e->sometime ? e->from : e->dated ? until - DAY_SECONDS : until - 1;
}

/* Did E begin while the clause was in force? */
static tri began_in_force(const struct bench *b, const struct inform_watch *w,
                          const struct entry *e)
{
    instant last = began_by(b, e);
    if (last < w->force.from || e->from >= w->force.until)
        return NO;
    return e->from < w->force.from || last >= w->force.until ? MAYBE : YES;
}

/* The due of the same event, told in another book; NULL: none. */
static struct due *told_before(const struct bench *b, struct inform_watch *w,
                               const struct entry *e)
{
    str name = entry_words(b->p, b->keep, e).title;
    const struct who *who = &b->p->holders[e->who].who;
    for (size_t i = 0; name.len && i < w->n; i++) {
        const struct entry *o = &b->p->entries[w->dues[i].event];
        if (o->kind == ENTRY_EVENT && o->book != e->book &&
            str_eq(entry_words(b->p, b->keep, o).title, name) &&
            who_meet(&b->p->holders[o->who].who, who))
            return &w->dues[i];
    }
    return NULL;
}

static void add_events(struct bench *b, struct inform_watch *w)
{
    int event = event_named(b->p, w->when.after_what);
    for (uint32_t i = 0; i < b->p->entries_n; i++) {
        const struct entry *e = &b->p->entries[i];
        enum reason why;
        tri force = began_in_force(b, w, e);
        if (e->from >= b->close || force == NO)
            continue;
        tri is = happens(b, w, e, &event, &why), in = tri_and(is, force);
        if (in == NO)
            continue;
        struct due *d = e->kind == ENTRY_EVENT ? told_before(b, w, e) : NULL;
        if (d) {
            told_by_itself(b, w, i, d);
            continue;
        }
        d = add_due(b, w);
        instant last = began_by(b, e);
        d->event = (int)i;
        d->counts = in;
        d->why = is == MAYBE ? why : REASON_RANGE;
        d->as_of = instant_day(e->from);
        d->first = passed(b, e->from, e->dated, w->when.after, &d->exact);
        d->end = passed(b, last, e->dated, w->when.after, &d->exact);
        told_by_itself(b, w, i, d);
    }
}

/* ---- what was told ------------------------------------------------------ */

/* By whom: those named, or whoever keeps the book. */
static struct who teller(const struct bench *b, const struct entry *e,
                         const struct act *a)
{
    int keeper = b->p->books[e->book].keeper;
    if (is_word(a->word, "answer"))
        return a->by;
    return !who_empty(&a->who) ? a->who
           : keeper >= 0       ? who_one(keeper)
                               : (struct who){ { 0 } };
}

const struct act *tells(const struct bench *b, const struct inform_watch *w,
                        const struct entry *e)
{
    const struct act *a = entry_more(b->p, e)->act;
    if (!a || e->from >= b->close || !str_eq(a->clause, w->clause->id))
        return NULL;
    bool answers = is_word(w->when.after_what, "request");
    bool good = answers ? is_word(a->word, "answer")
                        : e->kind == ENTRY_REPORT || e->kind == ENTRY_NOTIFY;
    struct who by = teller(b, e, a), now = who_on(b, w->subject, e->from);
    return good && who_meet(&by, &now) ? a : NULL;
}

static int64_t apart(day a, day b)
{
    return a < b ? (int64_t)b - a : (int64_t)a - b;
}

/* The due that a report of day D is for; NULL: none. */
static struct due *of_day(struct inform_watch *w, day d)
{
    struct due *best = NULL;
    size_t low = 0, high = w->n; /* the first that is due after D */
    while (low < high) {
        size_t mid = (low + high) / 2;
        const struct due *x = &w->dues[mid];
        day key = x->after_as_of ? x->as_of : instant_day(x->end - 1);
        if (key > d)
            high = mid;
        else
            low = mid + 1;
    }
    if (low)
        best = &w->dues[low - 1];
    if (low == w->n || w->dues[low].after_as_of)
        return best;
    struct due *next = &w->dues[low];
    bool nearer = !best || apart(d, instant_day(next->end - 1)) <
                               apart(d, instant_day(best->end - 1));
    return nearer ? next : best;
}

static bool began_after(const struct bench *b, const struct due *x,
                        const struct due *y)
{
    return b->p->entries[x->event].from > b->p->entries[y->event].from;
}

/* The oldest that is not told by T, of an event that has begun by then; of a
 * day that is stated the last one that has by that day. */
static struct due *of_event(struct bench *b, struct inform_watch *w,
                            const struct act *a, instant t)
{
    struct due *best = NULL;
    bool stated = a->as_of.kind == MOMENT_AT;
    bool answers = is_word(a->word, "answer");
    for (size_t i = 0; i < w->n; i++) {
        struct due *d = &w->dues[i];
        const struct entry *e = &b->p->entries[d->event];
        const struct act *asked = entry_more(b->p, e)->act;
        if (e->from > t || (!stated && d->surely <= t) ||
            (stated && d->as_of > instant_day(a->as_of.at)) ||
            (answers && asked && !who_meet(&asked->by, &a->who)))
            continue;
        if (!best || began_after(b, d, best) == stated)
            best = d;
    }
    return best;
}

struct report {
    instant told, surely;
    uint32_t entry;
    bool sometime, denied, unknown;
};

static int by_told(const void *x, const void *y, void *with)
{
    const struct bench *b = with;
    const struct report *s = x, *t = y;
    if (s->surely != t->surely)
        return s->surely < t->surely ? -1 : 1;
    return entry_cmp(b->p, &b->p->entries[s->entry], &b->p->entries[t->entry]);
}

static void give(struct bench *b, struct inform_watch *w,
                 const struct report *r)
{
    const struct entry *e = &b->p->entries[r->entry];
    const struct act *a = entry_more(b->p, e)->act;
    bool stated = a->as_of.kind == MOMENT_AT;
    instant t = r->denied                  ? e->from
                : r->surely == INSTANT_MAX ? r->told
                                           : r->surely;
    struct due *d =
        w->events ? of_event(b, w, a, t)
                  : of_day(w, instant_day(stated ? a->as_of.at : e->from));
    if (!d)
        return;
    tell(d, r->told, r->surely, r->sometime, (int)r->entry);
    d->denied = d->denied || r->denied;
    d->unknown = d->unknown || r->unknown;
}

static void hear_reports(struct bench *b, struct inform_watch *w)
{
    struct report *list = NULL;
    size_t n = 0, cap = 0;
    for (uint32_t i = 0; i < b->p->entries_n; i++) {
        const struct entry *e = &b->p->entries[i];
        if (!tells(b, w, e))
            continue;
        struct due d = { .told = INSTANT_MAX, .surely = INSTANT_MAX };
        if (!told_by_itself(b, w, i, &d))
            tell(&d, e->from, said_from(b->p, e), e->sometime, (int)i);
        if (d.surely >= b->close && d.surely != INSTANT_MAX)
            d.surely = INSTANT_MAX; /* it may not have been told yet */
        *push(b->keep, list, n, cap) =
            (struct report){ d.told,     d.surely, i,
                             d.sometime, d.denied, d.unknown };
    }
    sort_array(b->keep, list, n, sizeof *list, by_told, b);
    for (size_t i = 0; i < n; i++)
        give(b, w, &list[i]);
}

static int by_deadline(const void *x, const void *y, void *with)
{
    const struct due *s = x, *t = y;
    const struct bench *b = with;
    if (s->end != t->end)
        return s->end < t->end ? -1 : 1;
    if (s->event < 0 || t->event < 0)
        return (s->event > t->event) - (s->event < t->event);
    return entry_cmp(b->p, &b->p->entries[s->event], &b->p->entries[t->event]);
}

/* From when on deadlines count, if it is in force for ever. */
static instant first_entry(const struct bench *b)
{
    instant t = INSTANT_MAX;
    for (size_t i = 0; i < b->p->entries_n; i++)
        if (b->p->entries[i].from < t)
            t = b->p->entries[i].from;
    return t == INSTANT_MAX ? t : day_opens(instant_day(t));
}

void make_dues(struct bench *b, struct inform_watch *w)
{
    instant from = w->force.from, last = w->force.until;
    w->n = w->passed = 0;
    w->made = true;
    if (from == INSTANT_MIN)
        from = first_entry(b);
    if (from == INSTANT_MAX)
        return;
    if (last > b->close + 800 * (instant)DAY_SECONDS)
        last = b->close + 800 * (instant)DAY_SECONDS; /* what is due next */
    w->events = w->when.after.n && w->when.after_what.len;
    if (w->events) {
        add_events(b, w);
    } else {
        int first = day_civil(instant_day(from)).year;
        int end = day_civil(instant_day(last)).year;
        for (int y = first; y <= end && y <= 9998 && !w->too_many; y++)
            each_year(b, w, y);
        every(b, w, last);
        each_day(b, w, instant_day(from), instant_day(last));
    }
    size_t n = 0;
    for (size_t i = 0; i < w->n; i++)
        if (w->events || (w->dues[i].end > from && w->dues[i].end <= last))
            w->dues[n++] = w->dues[i];
    w->n = n;
    sort_array(b->keep, w->dues, w->n, sizeof *w->dues, by_deadline, b);
    hear_reports(b, w);
    for (size_t i = 0; i < w->n; i++) {
        const struct due *d = &w->dues[i];
        alarm_later(b, d->first, &w->watcher);
        alarm_later(b, d->end, &w->watcher);
        if (d->told != INSTANT_MAX)
            alarm_later(b, d->told, &w->watcher);
        if (d->surely != INSTANT_MAX)
            alarm_later(b, d->surely, &w->watcher);
        if (d->event < 0)
            continue;
        instant at = b->p->entries[d->event].from;
        alarm_later(b, at, &w->watcher);
        if (qty_ok(w->line->most))
            alarm_later(b, period_next(b, &w->line->in, at), &w->watcher);
    }
}
