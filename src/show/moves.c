/* moves.c - what moved, was seen, told of a whole, or took place, entry by
 * entry */
#include "show/own.h"

struct shown {
    uint32_t entry;
    tri in; /* the zone that is asked for */
};

struct shows {
    const struct shown **at; /* by date */
    size_t n;
};

static const struct entry *entry_of(const struct run *run,
                                    const struct shown *s)
{
    return &run->p->entries[s->entry];
}

static bool is_move(const struct entry *e)
{
    return e->kind == ENTRY_MOVE;
}

static bool is_seen(const struct entry *e)
{
    return e->kind == ENTRY_OBSERVE || e->kind == ENTRY_INSPECT ||
           e->kind == ENTRY_RESTRICTION;
}

static bool is_total(const struct entry *e)
{
    return e->kind == ENTRY_TOTAL || e->kind == ENTRY_COMPLETE;
}

static bool is_event(const struct entry *e)
{
    return e->kind == ENTRY_EVENT;
}

/* Of what moves either end counts. */
static tri entry_in(const struct run *run, const struct filter *f,
                    const struct entry *e)
{
    if (e->place == ANYWHERE) /* of an event nobody told where */
        return !f->zone || !is_event(e) ? YES : MAYBE;
    tri at = right_place(run, f, e->place);
    return is_move(e) ? tri_or(at, right_place(run, f, e->to)) : at;
}

static bool has_item(const struct run *run, const struct filter *f,
                     const struct entry *e)
{
    for (size_t i = 0; i < e->stocks_n; i++)
        if (right_item(f, run->p->stocks[e->stock + i].item))
            return true;
    const struct more *m = entry_more(run->p, e);
    for (size_t k = 0; f->kinds && k < m->kinds_n; k++)
        for (size_t i = 0; i < run->p->items_n; i++)
            if (right_item(f, (int)i) && m->kinds[k].in[i] != NO)
                return true;
    return !f->kinds; /* an inspection that was refused has none */
}

static int by_date(const void *a, const void *b, void *with)
{
    const struct run *run = with;
    return entry_cmp(run->p, entry_of(run, a), entry_of(run, b));
}

static struct shows collect(const struct run *run, const struct filter *f,
                            bool (*kind)(const struct entry *e))
{
    const struct pact *p = run->p;
    struct shows all = { 0 };
    size_t cap = 0;
    for (uint32_t i = 0; i < p->entries_n; i++) {
        const struct entry *e = &p->entries[i];
        if (!kind(e) || e->from >= run->close ||
            !right_holder(f, &p->holders[e->who]) || !has_item(run, f, e))
            continue;
        tri in = entry_in(run, f, e);
        if (in == NO)
            continue;
        struct shown *s = new_one(run->keep, struct shown);
        *s = (struct shown){ i, in };
        *push(run->keep, all.at, all.n, cap) = s;
    }
    sort_by(run->keep, (const void **)all.at, all.n, by_date, (void *)run);
    return all;
}

/* "2022-02-15", "2022-02-18..2022-02-20" */
static str dates_text(const struct run *run, const struct entry *e)
{
    struct arena *k = run->keep;
    str from = clock_text(run->keep, run->p->clock, e->from);
    if (!e->sometime)
        return from;
    return str_fmt(k, "%.*s..%.*s", STR(from),
                   STR(clock_text(run->keep, run->p->clock,
                                  last_day(entry_until(run->p, e)))));
}

/* ---- movements ---------------------------------------------------------- */

/* What `all` came to: the flows that left the places of accounts. */
struct amounts {
    int32_t *first; /* by entry: a flow, or -1 */
    int32_t *next;  /* by flow */
    struct system *system;
};

static struct amounts amounts_of(const struct run *run)
{
    const struct ledger *l = run->j->l;
    struct amounts a = { .first =
                             new_n(run->keep, int32_t, run->p->entries_n + 1),
                         .next = new_n(run->keep, int32_t, l->flows_n + 1) };
    a.system = new_one(run->keep, struct system);
    *a.system = system_copy(run->keep, &l->system);
    for (size_t i = 0; i < run->p->entries_n; i++)
        a.first[i] = -1;
    for (size_t i = 0; i < l->flows_n; i++) {
        const struct flow *f = &l->flows[i];
        if (f->from < 0 ||
            l->wheres[l->accounts[f->from].where].kind != WHERE_AT)
            continue;
        a.next[i] = a.first[f->entry];
        a.first[f->entry] = (int32_t)i;
    }
    return a;
}

/* What the entry moved, if it has one figure; `any` false: not told. */
static struct measured all_amount(const struct run *run, struct amounts a,
                                  uint32_t entry)
{
    const struct ledger *l = run->j->l;
    struct measured m = { 0 };
    struct sum sum = sum_new();
    if (run->p->entries[entry].stocks_n != 1 || a.first[entry] < 0)
        return m;
    for (int32_t i = a.first[entry]; i >= 0; i = a.next[i])
        sum_add(run->keep, &sum, &l->system, flow_amount(l, &l->flows[i]), 1);
    m.any = sum_ends(run->keep, a.system, &sum, &m.low, &m.high);
    run->j->widened |= a.system->widened;
    return m;
}

static struct measured moved(const struct run *run, struct amounts a,
                             uint32_t entry, const struct stock *s)
{
    return s->figure == FIGURE_ALL ? all_amount(run, a, entry)
                                   : stock_measured(run, s);
}

static bool on_the_way(const struct run *run, const struct entry *e)
{
    const struct more *m = entry_more(run->p, e);
    return m->arrives > e->from && m->arrives >= run->close;
}

/* The earliest telling that is known; NULL: none. */
static const struct telling *told_first(const struct run *run,
                                        const struct entry *e)
{
    const struct more *m = entry_more(run->p, e);
    const struct telling *first = NULL;
    for (size_t i = 0; i < m->tellings_n; i++) {
        const struct telling *t = &m->tellings[i];
        if (t->told == TOLD_AT && t->at >= run->close)
            continue;
        if (!first || (t->told == TOLD_AT &&
                       (first->told != TOLD_AT || t->at < first->at)))
            first = t;
    }
    return first;
}

static str told_words(const struct run *run, const struct entry *e)
{
    const struct telling *t = told_first(run, e);
    if (!t || t->told == TOLD_UNSAID)
        return S("nothing said of notice");
    if (t->told == TOLD_NOT)
        return S("not notified");
    if (t->told == TOLD_UNJUDGED)
        return S("notified, in words that are not judged yet");
    return str_fmt(run->keep, "notified %.*s",
                   STR(clock_text(run->keep, run->p->clock, t->at)));
}

/* "ARD/1A from camp to home: all troops (4_000..5_000); arrived
 * 2022-02-22" */
static str move_text(const struct run *run, struct amounts a,
                     const struct shown *s)
{
    struct arena *k = run->keep;
    const struct entry *e = entry_of(run, s);
    const struct more *m = entry_more(run->p, e);
    struct buf b = { .keep = k };
    buf_fmt(&b, "%.*s from %.*s to %.*s: ", STR(run->p->holders[e->who].text),
            STR(spot_name(run, e->place)), STR(spot_name(run, e->to)));
    for (size_t i = 0; i < e->stocks_n; i++) {
        const struct stock *x = &run->p->stocks[e->stock + i];
        buf_fmt(&b, "%s%.*s", i ? "; " : "", STR(stock_text(run, x)));
        struct measured all = moved(run, a, s->entry, x);
        if (x->figure == FIGURE_ALL && all.any)
            buf_fmt(&b, " (%.*s)", STR(amount_text(k, all)));
    }
    if (m->arrives > e->from)
        buf_fmt(&b, "; %s %.*s",
                on_the_way(run, e) ? "on the way until" : "arrived",
                STR(clock_text(run->keep, run->p->clock, m->arrives)));
    if (e->sometime && entry_until(run->p, e) > run->close)
        buf_z(&b, "; perhaps not yet");
    buf_fmt(&b, "; %.*s", STR(told_words(run, e)));
    return buf_str(&b);
}

static void dated_line(struct buf *out, const struct run *run,
                       const struct entry *e, str text)
{
    str dates = dates_text(run, e);
    buf_fmt(out, "  %.*s  ", STR(dates));
    folded(out, run, 14, 4 + str_width(dates), text);
    buf_char(out, '\n');
}

/* All of them below TITLE, a line each. */
static void show_dated(struct buf *out, const struct run *run,
                       struct shows all, str title,
                       str (*text)(const struct run *run,
                                   const struct shown *s))
{
    painted(out, run, BOLD, title);
    buf_char(out, '\n');
    if (!all.n)
        buf_z(out, "  none are listed\n");
    for (size_t i = 0; i < all.n; i++)
        dated_line(out, run, entry_of(run, all.at[i]), text(run, all.at[i]));
}

void show_movements(struct buf *out, const struct run *run,
                    const struct filter *f)
{
    struct shows all = collect(run, f, is_move);
    struct amounts a = amounts_of(run);
    painted(out, run, BOLD, S("Movements"));
    buf_char(out, '\n');
    if (!all.n)
        buf_z(out, "  none are listed\n");
    for (size_t i = 0; i < all.n; i++)
        dated_line(out, run, entry_of(run, all.at[i]),
                   move_text(run, a, all.at[i]));
}

/* ---- observations ------------------------------------------------------- */

static str names_of(const struct run *run, const struct who *w)
{
    struct buf b = { .keep = run->keep };
    for (int i = 0; i < (int)run->p->parties_n; i++)
        if (who_has(w, i))
            buf_fmt(&b, "%s%.*s", b.len ? " + " : "",
                    STR(run->p->parties[i].name));
    return buf_str(&b);
}

/* "; until 2022-02-20", or empty: its own days alone */
static str until_text(const struct run *run, const struct entry *e)
{
    instant ends = entry_more(run->p, e)->goes_on;
    if (ends <= entry_until(run->p, e))
        return S("");
    return str_fmt(run->keep, "; until %.*s",
                   STR(clock_text(run->keep, run->p->clock, last_day(ends))));
}

/* "ARD at 54.57 N 33.17 E, accurate to 2 km: 60.. tank; grade B2; "..."" */
static str seen_text(const struct run *run, const struct shown *s)
{
    struct arena *k = run->keep;
    const struct entry *e = entry_of(run, s);
    const struct more *m = entry_more(run->p, e);
    struct entry_words w = entry_words(run->p, k, e);
    struct buf b = { .keep = k };
    buf_fmt(&b, "%.*s %.*s: ", STR(run->p->holders[e->who].text),
            STR(spot_text(run, e->place)));
    if (e->kind == ENTRY_INSPECT)
        buf_fmt(&b, "inspected by %.*s, ", STR(names_of(run, &m->by)));
    if (e->kind == ENTRY_RESTRICTION)
        buf_fmt(&b, "access denied to %.*s%.*s", STR(names_of(run, &m->by)),
                STR(until_text(run, e)));
    if (e->kind == ENTRY_INSPECT && !e->stocks_n)
        buf_z(&b, m->refused ? "refused" : "accepted");
    for (size_t i = 0; i < e->stocks_n; i++)
        buf_fmt(&b, "%s%.*s", i ? "; " : "",
                STR(stock_text(run, &run->p->stocks[e->stock + i])));
    if (m->grade[0])
        buf_fmt(&b, "; grade %.2s", m->grade);
    if (w.means.len)
        buf_fmt(&b, "; %.*s", STR(w.means));
    for (size_t i = 0; i < w.sources_n; i++)
        buf_fmt(&b, "; \"%.*s\"", STR(w.sources[i]));
    if (s->in == MAYBE)
        buf_z(&b, "; possibly there");
    return buf_str(&b);
}

void show_observations(struct buf *out, const struct run *run,
                       const struct filter *f)
{
    show_dated(out, run, collect(run, f, is_seen), S("Observations"),
               seen_text);
}

/* ---- of a whole --------------------------------------------------------- */

/* "troops and tank that are active" */
static str kinds_text(const struct run *run, const struct entry *e)
{
    const struct more *m = entry_more(run->p, e);
    struct buf b = { .keep = run->keep };
    for (size_t k = 0; k < m->kinds_n; k++)
        buf_fmt(&b, "%s%.*s", k ? " and " : "", STR(m->kinds[k].text));
    str stated = stated_text(run, &run->p->stateds[m->stated]);
    if (stated.len)
        buf_fmt(&b, " that are %.*s", STR(str_cut(stated, 2, stated.len)));
    return buf_str(&b);
}

/* "ARD at camp", "ARD", with what stands behind the colon */
static struct buf of_whom(const struct run *run, const struct entry *e)
{
    struct buf b = { .keep = run->keep };
    buf_add(&b, run->p->holders[e->who].text);
    if (e->place != ANYWHERE)
        buf_fmt(&b, " %.*s", STR(spot_text(run, e->place)));
    buf_z(&b, ": ");
    return b;
}

static str total_text(const struct run *run, const struct shown *s)
{
    const struct entry *e = entry_of(run, s);
    struct buf b = of_whom(run, e);
    for (size_t i = 0; i < e->stocks_n; i++)
        buf_fmt(&b, "%s%.*s", i ? "; " : "",
                STR(stock_text(run, &run->p->stocks[e->stock + i])));
    if (e->kind == ENTRY_TOTAL)
        buf_z(&b, " in all");
    else
        buf_fmt(&b, "of %.*s all is listed", STR(kinds_text(run, e)));
    if (s->in == MAYBE)
        buf_z(&b, "; possibly there");
    return buf_str(&b);
}

void show_totals(struct buf *out, const struct run *run,
                 const struct filter *f)
{
    show_dated(out, run, collect(run, f, is_total), S("Totals"), total_text);
}

/* ---- events ------------------------------------------------------------- */

static str event_text(const struct run *run, const struct shown *s)
{
    const struct entry *e = entry_of(run, s);
    struct entry_words w = entry_words(run->p, run->keep, e);
    struct buf b = of_whom(run, e);
    buf_add(&b, run->p->events[entry_more(run->p, e)->event].name);
    if (w.title.len)
        buf_fmt(&b, " \"%.*s\"", STR(w.title));
    for (size_t i = 0; i < e->stocks_n; i++)
        buf_fmt(&b, "; %.*s",
                STR(stock_text(run, &run->p->stocks[e->stock + i])));
    buf_fmt(&b, "%.*s; %.*s", STR(until_text(run, e)),
            STR(told_words(run, e)));
    if (s->in == MAYBE)
        buf_z(&b, "; possibly there");
    return buf_str(&b);
}

void show_events(struct buf *out, const struct run *run,
                 const struct filter *f)
{
    show_dated(out, run, collect(run, f, is_event), S("Events"), event_text);
}

/* ---- JSON --------------------------------------------------------------- */

/* What all have. */
static json_t *shown_json(const struct run *run, const struct filter *f,
                          const struct shown *s)
{
    struct arena *k = run->keep;
    const struct entry *e = entry_of(run, s);
    json_t *j = json_map(k);
    json_put(k, j, "from", json_when(run, e->from));
    json_put(k, j, "until",
             json_when(run, e->sometime ? last_day(entry_until(run->p, e))
                                        : e->from));
    json_put(k, j, "holder", json_holder(run, &run->p->holders[e->who]));
    json_put(k, j, "place",
             e->place == ANYWHERE ? json_null()
                                  : json_str(k, spot_text(run, e->place)));
    json_put(k, j, "in_zone", json_in(run, f, s->in));
    json_put(k, j, "book", json_book(run, e->book));
    json_put(k, j, "entry", json_entry(run, s->entry));
    return j;
}

static json_t *stock_json(const struct run *run, const struct stock *s,
                          struct measured m)
{
    struct arena *k = run->keep;
    str item = run->p->items[s->item].name;
    json_t *j = json_map(k);
    json_put(k, j, "item", json_str(k, item));
    json_put(k, j, "statuses", json_stated(run, &run->p->stateds[s->stated]));
    json_put(k, j, "all", json_boolean(s->figure == FIGURE_ALL));
    json_put(k, j, "amount", json_measured(k, m, item));
    return j;
}

static json_t *telling_json(const struct run *run, const struct telling *t)
{
    struct arena *k = run->keep;
    static const char *const words[] = { "unsaid", "not_notified", "notified",
                                         "not_judged" };
    json_t *j = json_map(k), *under = json_list(k);
    for (size_t i = 0; i < t->under_n; i++)
        json_add(k, under, json_str(k, t->under[i]));
    json_put(k, j, "told", json_str(k, str_of(words[t->told])));
    json_put(k, j, "at",
             t->told == TOLD_AT ? json_when(run, t->at) : json_null());
    json_put(k, j, "under", under);
    return j;
}

static json_t *notices_json(const struct run *run, const struct more *m)
{
    json_t *told = json_list(run->keep);
    for (size_t n = 0; n < m->tellings_n; n++)
        if (m->tellings[n].told != TOLD_AT || m->tellings[n].at < run->close)
            json_add(run->keep, told, telling_json(run, &m->tellings[n]));
    return told;
}

/* The figures, as they stand in the entry. */
static json_t *stocks_json(const struct run *run, const struct entry *e)
{
    json_t *stocks = json_list(run->keep);
    for (size_t n = 0; n < e->stocks_n; n++) {
        const struct stock *x = &run->p->stocks[e->stock + n];
        json_add(run->keep, stocks,
                 stock_json(run, x, stock_measured(run, x)));
    }
    return stocks;
}

json_t *movements_json(const struct run *run, const struct filter *f)
{
    struct arena *k = run->keep;
    struct shows all = collect(run, f, is_move);
    struct amounts a = amounts_of(run);
    json_t *list = json_list(k);
    for (size_t i = 0; i < all.n; i++) {
        const struct entry *e = entry_of(run, all.at[i]);
        const struct more *m = entry_more(run->p, e);
        json_t *j = shown_json(run, f, all.at[i]);
        json_t *stocks = json_list(k);
        for (size_t n = 0; n < e->stocks_n; n++) {
            const struct stock *s = &run->p->stocks[e->stock + n];
            json_add(k, stocks,
                     stock_json(run, s, moved(run, a, all.at[i]->entry, s)));
        }
        json_put(k, j, "to", json_str(k, spot_text(run, e->to)));
        json_put(k, j, "arrives",
                 json_when(run, m->arrives > e->from ? m->arrives : e->from));
        json_put(k, j, "on_the_way", json_boolean(on_the_way(run, e)));
        json_put(k, j, "stocks", stocks);
        json_put(k, j, "notices", notices_json(run, m));
        json_add(k, list, j);
    }
    return list;
}

static json_t *or_null(struct arena *k, str s)
{
    return s.len ? json_str(k, s) : json_null();
}

static json_t *seen_json(const struct run *run, const struct filter *f,
                         const struct shown *s)
{
    struct arena *k = run->keep;
    const struct entry *e = entry_of(run, s);
    const struct more *m = entry_more(run->p, e);
    const struct spot *at = &run->p->spots[e->place];
    struct entry_words w = entry_words(run->p, k, e);
    json_t *j = shown_json(run, f, s);
    json_t *sources = json_list(k);
    bool inspection = e->kind == ENTRY_INSPECT;
    bool denied = e->kind == ENTRY_RESTRICTION;
    for (size_t n = 0; n < w.sources_n; n++)
        json_add(k, sources, json_str(k, w.sources[n]));
    json_put(k, j, "accuracy_m",
             at->kind == SPOT_POINT ? json_number(k, at->accuracy_m)
                                    : json_null());
    json_put(k, j, "inspection", json_boolean(inspection));
    json_put(k, j, "by",
             inspection ? or_null(k, names_of(run, &m->by)) : json_null());
    json_put(k, j, "refused", json_boolean(m->refused));
    json_put(k, j, "denied_to",
             denied ? or_null(k, names_of(run, &m->by)) : json_null());
    json_put(k, j, "denied_until",
             denied ? json_when(run, last_day(m->goes_on)) : json_null());
    json_put(k, j, "stocks", stocks_json(run, e));
    json_put(k, j, "grade",
             m->grade[0] ? json_str(k, (str){ m->grade, 2 }) : json_null());
    json_put(k, j, "means", or_null(k, w.means));
    json_put(k, j, "sources", sources);
    return j;
}

json_t *observations_json(const struct run *run, const struct filter *f)
{
    struct shows all = collect(run, f, is_seen);
    json_t *list = json_list(run->keep);
    for (size_t i = 0; i < all.n; i++)
        json_add(run->keep, list, seen_json(run, f, all.at[i]));
    return list;
}

json_t *totals_json(const struct run *run, const struct filter *f)
{
    struct arena *k = run->keep;
    struct shows all = collect(run, f, is_total);
    json_t *list = json_list(k);
    for (size_t i = 0; i < all.n; i++) {
        const struct entry *e = entry_of(run, all.at[i]);
        const struct more *m = entry_more(run->p, e);
        json_t *j = shown_json(run, f, all.at[i]), *kinds = json_list(k);
        for (size_t n = 0; n < m->kinds_n; n++)
            json_add(k, kinds, json_str(k, m->kinds[n].text));
        json_put(k, j, "complete", json_boolean(e->kind == ENTRY_COMPLETE));
        json_put(k, j, "items", kinds);
        json_put(k, j, "statuses",
                 json_stated(run, &run->p->stateds[m->stated]));
        json_put(k, j, "stocks", stocks_json(run, e));
        json_add(k, list, j);
    }
    return list;
}

json_t *events_json(const struct run *run, const struct filter *f)
{
    struct arena *k = run->keep;
    struct shows all = collect(run, f, is_event);
    json_t *list = json_list(k);
    for (size_t i = 0; i < all.n; i++) {
        const struct entry *e = entry_of(run, all.at[i]);
        const struct more *m = entry_more(run->p, e);
        json_t *j = shown_json(run, f, all.at[i]);
        instant ends = m->goes_on > entry_until(run->p, e)
                           ? m->goes_on
                           : entry_until(run->p, e);
        json_put(k, j, "event", json_str(k, run->p->events[m->event].name));
        json_put(k, j, "title", or_null(k, entry_words(run->p, k, e).title));
        json_put(k, j, "last_day", json_when(run, last_day(ends)));
        json_put(k, j, "stocks", stocks_json(run, e));
        json_put(k, j, "notices", notices_json(run, m));
        json_add(k, list, j);
    }
    return list;
}
