/* listed.c - what the books list: the question, and words for its parts */
#include "show/own.h"

#include <string.h>

/* ---- what is asked for -------------------------------------------------- */

/* Is UNIT that of PATH, or below it? */
static bool unit_within(str unit, str path)
{
    return str_starts(unit, path) &&
           (unit.len == path.len || unit.at[path.len] == '/');
}

bool right_holder(const struct filter *f, const struct holder *h)
{
    if (!f->holder)
        return true;
    if (f->holder->unit.len)
        return unit_within(h->unit, f->holder->unit);
    return who_meet(&h->who, &f->holder->who);
}

bool right_item(const struct filter *f, int item)
{
    return !f->kinds || f->kinds->in[item] != NO;
}

tri right_place(const struct run *run, const struct filter *f, int s)
{
    if (!f->zone)
        return YES;
    return s < 0 ? NO : spot_in_zone(run->p, &run->p->spots[s], f->zone);
}

static bool understand(const struct run *run, const struct listed *l,
                       struct filter *f, str *wrong)
{
    *f = (struct filter){ 0 };
    if (l->holder.len) {
        int h = pact_ask_holder(run->p, l->holder, wrong);
        if (h < 0)
            return false;
        f->holder = &run->p->holders[h];
    }
    if (l->item.len) {
        struct kinds *kinds = new_one(run->keep, struct kinds);
        if (!pact_ask_kinds(run->p, l->item, kinds, wrong))
            return false;
        f->kinds = kinds;
    }
    if (l->in.len) {
        int z = pact_ask_zone(run->p, l->in, wrong);
        if (z < 0)
            return false;
        f->zone = run->p->spots[z].zone;
    }
    return true;
}

/* ---- words -------------------------------------------------------------- */

str spot_text(const struct run *run, int s)
{
    const struct spot *x = &run->p->spots[s];
    if (x->kind != SPOT_POINT)
        return x->text;
    const char *at = str_starts(x->text, S("at ")) ? "" : "at ";
    if (!(x->accuracy_m > 0))
        return str_fmt(run->keep, "%s%.*s", at, STR(x->text));
    return str_fmt(run->keep, "%s%.*s, accurate to %.3g km", at, STR(x->text),
                   x->accuracy_m / 1000);
}

str spot_name(const struct run *run, int s)
{
    str t = spot_text(run, s);
    bool named = str_starts(t, S("at ")) || str_starts(t, S("in "));
    return named ? str_cut(t, 3, t.len) : t;
}

static str status_name(const struct run *run, int s)
{
    return s == STATUS_STATIONED ? S("stationed")
           : s == STATUS_OWN     ? S("own")
                                 : run->p->statuses[s].name;
}

str stated_text(const struct run *run, const struct stated *s)
{
    struct buf b = { .keep = run->keep };
    for (size_t i = 0; i < s->n; i++) {
        bool either = i && s->at[i] >= 0 && s->at[i - 1] >= 0 &&
                      run->p->statuses[s->at[i]].family ==
                          run->p->statuses[s->at[i - 1]].family;
        buf_z(&b, either ? " or " : ", ");
        buf_add(&b, status_name(run, s->at[i]));
    }
    return buf_str(&b);
}

struct measured stock_measured(const struct run *run, const struct stock *s)
{
    struct measured m = { .any = s->figure != FIGURE_ALL,
                          .low = QTY_NONE,
                          .high = QTY_NONE };
    if (m.any)
        stock_ends(run->p, s, &m.low, &m.high);
    return m;
}

str stock_text(const struct run *run, const struct stock *s)
{
    struct measured m = stock_measured(run, s);
    str n = m.any ? amount_text(run->keep, m) : S("all");
    return str_fmt(run->keep, "%.*s %.*s%.*s", STR(n),
                   STR(run->p->items[s->item].name),
                   STR(stated_text(run, &run->p->stateds[s->stated])));
}

static str last_part(str path)
{
    size_t n = path.len;
    while (n && path.at[n - 1] != '/')
        n--;
    return str_cut(path, n, path.len);
}

str book_text(const struct run *run, int book)
{
    const struct pact *p = run->p;
    str path = p->sources->at[p->books[book].file].path;
    str name = last_part(path);
    for (size_t i = 0; i < p->books_n; i++)
        if ((int)i != book &&
            str_eq(last_part(p->sources->at[p->books[i].file].path), name))
            return path;
    return name;
}

/* ---- JSON --------------------------------------------------------------- */

json_t *json_book(const struct run *run, int book)
{
    struct arena *k = run->keep;
    const struct book *b = &run->p->books[book];
    json_t *j = json_map(k);
    json_put(k, j, "title", json_str(k, b->title));
    json_put(k, j, "file", json_str(k, run->p->sources->at[b->file].path));
    json_put(k, j, "keeper",
             b->keeper_name.len ? json_str(k, b->keeper_name) : json_null());
    return j;
}

json_t *json_holder(const struct run *run, const struct holder *h)
{
    struct arena *k = run->keep;
    json_t *j = json_map(k), *ids = json_list(k);
    for (int i = 0; i < (int)run->p->parties_n; i++)
        if (who_has(&h->who, i))
            json_add(k, ids, json_str(k, run->p->parties[i].name));
    json_put(k, j, "text", json_str(k, h->text));
    json_put(k, j, "ids", ids);
    json_put(k, j, "either", json_boolean(h->either));
    return j;
}

json_t *json_stated(const struct run *run, const struct stated *s)
{
    json_t *list = json_list(run->keep);
    for (size_t i = 0; i < s->n; i++)
        json_add(run->keep, list,
                 json_str(run->keep, status_name(run, s->at[i])));
    return list;
}

json_t *json_in(const struct run *run, const struct filter *f, tri in)
{
    if (!f->zone)
        return json_null();
    return json_str(run->keep, in == YES ? S("inside") : S("possibly"));
}

/* ---- all of it ---------------------------------------------------------- */

static const struct {
    const char *name;
    void (*text)(struct buf *out, const struct run *run,
                 const struct filter *f);
    json_t *(*json)(const struct run *run, const struct filter *f);
} lists[] = { { "holdings", show_holdings, holdings_json },
              { "movements", show_movements, movements_json },
              { "observations", show_observations, observations_json },
              { "totals", show_totals, totals_json },
              { "events", show_events, events_json } };

enum { LISTS = sizeof lists / sizeof *lists };

static bool asked_for(const struct listed *l, size_t i)
{
    return !l->what.len || str_eq(l->what, str_of(lists[i].name));
}

static json_t *or_null(struct arena *k, str s)
{
    return s.len ? json_str(k, s) : json_null();
}

static void all_json(struct buf *out, const struct run *run,
                     const struct listed *l, const struct filter *f)
{
    struct arena *k = run->keep;
    json_t *made[LISTS], *asked = json_map(k);
    for (size_t i = 0; i < LISTS; i++) /* first: it may widen ranges */
        made[i] = asked_for(l, i) ? lists[i].json(run, f) : json_null();
    json_t *j = json_begin(run, "show/1");
    json_put(k, asked, "holder", or_null(k, l->holder));
    json_put(k, asked, "item", or_null(k, l->item));
    json_put(k, asked, "in", or_null(k, l->in));
    json_put(k, j, "asked", asked);
    for (size_t i = 0; i < LISTS; i++)
        json_put(k, j, lists[i].name, made[i]);
    json_print(out, j);
}

bool show_listed(struct buf *out, const struct run *run, struct listed l,
                 bool json, str *wrong)
{
    struct filter f;
    bool known = false;
    for (size_t i = 0; i < LISTS; i++)
        known |= asked_for(&l, i);
    if (!known) {
        *wrong = str_fmt(run->keep, "no list is called '%.*s'", STR(l.what));
        return false;
    }
    if (!understand(run, &l, &f, wrong))
        return false;
    if (json) {
        all_json(out, run, &l, &f);
        return true;
    }
    heading(out, run);
    for (size_t i = 0; i < LISTS; i++)
        if (asked_for(&l, i)) {
            lists[i].text(out, run, &f);
            buf_char(out, '\n');
        }
    closing(out, run);
    fit(out, run);
    return true;
}
