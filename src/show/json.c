/* json.c - values and the envelope, by jansson; see own.h */
#include "show/own.h"

enum { ENTRIES_MOST = 100 };

static void give_back(void *j)
{
    json_decref(j);
}

/* Each value is the arena's: where memory runs out half way, nothing else
 * knows of those that have no place yet. */
static json_t *must(struct arena *keep, json_t *j)
{
    if (!j)
        arena_refused(keep);
    arena_also(keep, give_back, j);
    return j;
}

/* A file's name may be anything. */
json_t *json_str(struct arena *keep, str s)
{
    str c = str_clean(keep, s);
    return must(keep, json_stringn(c.len ? c.at : "", c.len));
}

json_t *json_qty(struct arena *keep, qty q)
{
    if (!qty_ok(q))
        return json_null();
    if (q.den == 1 && q.num <= INT64_MAX && q.num >= INT64_MIN)
        return must(keep, json_integer((json_int_t)q.num));
    str text = qty_text(keep, q); /* "p/q" even where q is 1 */
    return json_str(keep,
                    q.den == 1 ? str_fmt(keep, "%.*s/1", STR(text)) : text);
}

json_t *json_number(struct arena *keep, double x)
{
    return must(keep, json_real(x));
}

json_t *json_list(struct arena *keep)
{
    return must(keep, json_array());
}

json_t *json_map(struct arena *keep)
{
    return must(keep, json_object());
}

void json_put(struct arena *keep, json_t *map, const char *key, json_t *value)
{
    if (json_object_set(map, key, value))
        arena_refused(keep);
}

void json_add(struct arena *keep, json_t *list, json_t *value)
{
    if (json_array_append(list, value))
        arena_refused(keep);
}

json_t *json_measured(struct arena *keep, struct measured m, str unit)
{
    if (!m.any)
        return json_null();
    json_t *j = json_map(keep);
    json_put(keep, j, "low", json_qty(keep, m.low));
    json_put(keep, j, "high", json_qty(keep, m.high));
    json_put(keep, j, "unit", json_str(keep, unit));
    return j;
}

/* RFC 3339: seconds are never left out there, and offsets have none. */
json_t *json_when(const struct run *run, instant t)
{
    const struct clock *c = run->p->clock;
    struct arena *k = run->keep;
    str s = clock_text(k, c, t);
    if (!s.len)
        return json_null();
    if (s.len == 10)
        return json_str(k, s);
    struct wall x = clock_shows(c, t);
    if (x.offset % 60)
        x = clock_shows(&clock_utc,
                        clock_from_utc(&clock_utc, clock_to_utc(c, t)));
    return json_str(
        k, str_fmt(k, "%.*sT%02d:%02d:%02d%.*s", STR(day_text(k, x.day)),
                   x.second / 3600, x.second / 60 % 60, x.second % 60,
                   STR(x.offset ? clock_offset(k, x.offset) : S("Z"))));
}

json_t *json_allowed(struct arena *keep, const struct row *r,
                     const struct segment *s)
{
    static const char *const relations[] = { "at_most", "at_least",
                                             "exactly" };
    if (!r->has_allowed)
        return json_null();
    json_t *j = json_map(keep);
    json_put(keep, j, "relation",
             json_str(keep, str_of(relations[r->relation])));
    qty low = s ? s->allowed : r->allowed, high = s ? s->allowed_high : low;
    bool one = qty_ok(low) && qty_ok(high) && !qty_cmp(low, high);
    json_put(keep, j, "amount", json_qty(keep, one ? low : QTY_NONE));
    json_put(keep, j, "unit", json_str(keep, r->unit));
    if (r->figure.len) { /* it hangs on something: as written, and its ends */
        json_put(keep, j, "figure", json_str(keep, r->figure));
        json_put(keep, j, "low", json_qty(keep, low));
        json_put(keep, j, "high", json_qty(keep, high));
    }
    return j;
}

json_t *json_subject(struct arena *keep, const struct subject *s)
{
    static const char *const kinds[] = { "party", "side", "sum" };
    if (!s->ids_n)
        return json_null();
    json_t *j = json_map(keep), *ids = json_list(keep);
    for (size_t i = 0; i < s->ids_n; i++)
        json_add(keep, ids, json_str(keep, s->ids[i]));
    json_put(keep, j, "kind", json_str(keep, str_of(kinds[s->kind])));
    json_put(keep, j, "ids", ids);
    return j;
}

json_t *json_entry(const struct run *run, uint32_t entry)
{
    struct arena *k = run->keep;
    const struct entry *e = &run->p->entries[entry];
    struct place at = diag_place(run->p->sources, e->file, e->head);
    str id = entry_words(run->p, k, e).id;
    json_t *j = json_map(k);
    json_put(k, j, "file", json_str(k, run->p->sources->at[e->file].path));
    json_put(k, j, "line", must(k, json_integer((json_int_t)at.line)));
    json_put(k, j, "id", id.len ? json_str(k, id) : json_null());
    return j;
}

void json_put_entries(const struct run *run, json_t *map, const struct row *r,
                      const struct segment *s)
{
    struct arena *k = run->keep;
    uint32_t entries[ENTRIES_MOST];
    size_t left_out = 0, n = 0;
    json_t *list = json_list(k);
    if (s)
        n = row_entries(run->j, r, s, entries, ENTRIES_MOST, &left_out);
    for (size_t i = 0; i < n; i++)
        json_add(k, list, json_entry(run, entries[i]));
    json_put(k, map, "entries", list);
    json_put(k, map, "entries_left_out",
             must(k, json_integer((json_int_t)left_out)));
}

static json_t *inputs(const struct run *run)
{
    struct arena *k = run->keep;
    json_t *list = json_list(k);
    for (size_t i = 0; i < run->p->sources->n; i++) {
        json_t *j = json_map(k);
        json_put(k, j, "path", json_str(k, run->p->sources->at[i].path));
        json_put(k, j, "sha256",
                 run->sha256 ? json_str(k, run->sha256[i]) : json_null());
        json_add(k, list, j);
    }
    return list;
}

static json_t *overlays(const struct run *run)
{
    json_t *list = json_list(run->keep);
    for (size_t i = 0; i < run->p->overlays_n; i++)
        json_add(run->keep, list, json_str(run->keep, run->p->overlays[i]));
    return list;
}

json_t *json_begin(const struct run *run, const char *schema)
{
    struct arena *k = run->keep;
    json_t *j = json_map(k), *b = json_map(k);
    json_put(k, j, "schema", json_str(k, str_of(schema)));
    json_put(k, j, "detente", json_str(k, run->version));
    json_put(k, j, "as_of",
             run->j ? json_when(run, run->close - DAY_SECONDS) : json_null());
    json_put(k, j, "scenario",
             run->p->scenario.len ? json_str(k, run->p->scenario)
                                  : json_null());
    json_put(k, b, "name", json_str(k, geo_boundaries_name(run->p->geo)));
    json_put(k, b, "sha256", json_str(k, geo_boundaries_sha256(run->p->geo)));
    json_put(k, j, "boundaries", b);
    if (run->clock_sha256.len) {
        json_t *z = json_map(k);
        json_put(k, z, "name", json_str(k, run->p->clock->name));
        json_put(k, z, "sha256", json_str(k, run->clock_sha256));
        json_put(k, j, "time_zone", z);
    }
    json_put(k, j, "inputs", inputs(run));
    json_put(k, j, "overlays", overlays(run));
    if (run->j) {
        json_put(k, j, "widened", json_boolean(run->j->widened));
        json_put(k, j, "pact", json_str(k, run->p->title));
        json_put(k, j, "on", json_when(run, run->close - DAY_SECONDS));
    }
    return j;
}

/* Not by json_dumps(): where its buffer cannot grow it leaves bytes out. */
void json_print(struct buf *out, json_t *j)
{
    size_t how = JSON_INDENT(2) | JSON_REAL_PRECISION(12);
    size_t n = json_dumpb(j, NULL, 0, how);
    char *text = new_n(out->keep, char, n);
    if (!n || json_dumpb(j, text, n, how) != n)
        arena_refused(out->keep);
    buf_add(out, (str){ text, n });
    buf_char(out, '\n');
}
