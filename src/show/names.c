/* names.c - what is declared, where, and where else a name stands
 *
 * By the words alone, so that it answers for texts that have errors, too, as
 * an editor's always have. Names share one namespace, so a word that reads
 * like a name is that name; only clauses, units and the branches of items and
 * events are told by what stands around them.
 */
#include "show/own.h"

#include "lang/lang.h"

struct declared {
    str kind, name, title;
    span at;
    const struct directive *d; /* with its `>` lines */
};

struct names {
    struct arena *keep;
    struct sources *s;
    struct reader reader;
    str text;      /* of the file that is read */
    json_t *names; /* all that is declared; or NULL */
    json_t *uses;  /* of WANTED; or NULL */
    str wanted;
    bool clause, tree; /* what WANTED is */
};

static str token_at(const struct names *n, const struct directive *d,
                    size_t line, size_t i)
{
    const struct line *l = &d->lines[line];
    return i < l->n ? token_text(n->keep, n->text, d->tokens[l->first + i])
                    : S("");
}

static bool one_of(str w, const char *const *words)
{
    for (; *words; words++)
        if (str_eq(w, str_of(*words)))
            return true;
    return false;
}

bool is_clause_kind(str w)
{
    static const char *const kinds[] = {
        "limit",  "exception",  "notice",   "quota",
        "inform", "stay",       "step",     "consent",
        "access", "inspection", "evidence", "equivalence",
        "remedy", "uncoded",    "article",  NULL
    };
    return one_of(w, kinds);
}

static bool is_declaration(str w)
{
    static const char *const kinds[] = { "side",      "party",   "formation",
                                         "non-party", "monitor", "date",
                                         "number",    "item",    "status",
                                         "event",     "zone",    "site",
                                         "unit",      NULL };
    return one_of(w, kinds) || is_clause_kind(w);
}

/* ---- what is declared --------------------------------------------------- */

static json_t *place_json(const struct names *n, span at)
{
    struct place p = diag_place(n->s, at.file, at.from);
    json_t *j = json_map(n->keep);
    json_put(n->keep, j, "file", json_str(n->keep, n->s->at[at.file].path));
    json_put(n->keep, j, "line", json_qty(n->keep, qty_int((int64_t)p.line)));
    json_put(n->keep, j, "column",
             json_qty(n->keep, qty_int((int64_t)p.column)));
    json_put(n->keep, j, "byte", json_qty(n->keep, qty_int((int64_t)p.byte)));
    json_put(n->keep, j, "length",
             json_qty(n->keep, qty_int((int64_t)(at.to - at.from))));
    return j;
}

/* The treaty's words above a directive, joined. */
static str words_above(const struct names *n, const struct directive *d)
{
    struct buf b = { .keep = n->keep };
    for (size_t i = 0; i < d->quoted_n; i++) {
        buf_z(&b, i ? " " : "");
        buf_add(&b, str_cut(n->text, d->quoted[i].from, d->quoted[i].to));
    }
    return str_trim(buf_str(&b));
}

static void add(struct names *n, const struct declared *x)
{
    if (!n->names)
        return;
    struct arena *k = n->keep;
    json_t *j = place_json(n, x->at);
    str words = words_above(n, x->d);
    json_put(k, j, "name", json_str(k, x->name));
    json_put(k, j, "kind", json_str(k, x->kind));
    json_put(k, j, "title",
             x->title.len ? json_str(k, x->title) : json_null());
    json_put(k, j, "words", words.len ? json_str(k, words) : json_null());
    json_put(k, j, "paraphrase",
             json_boolean(x->d->quoted_n && x->d->quoted[0].paraphrase));
    json_add(k, n->names, j);
}

static span token_span(const struct directive *d, uint32_t token)
{
    return (span){ d->file, d->tokens[token].from, d->tokens[token].to };
}

/* The first quoted words of the head. */
static str title_of(const struct names *n, const struct directive *d)
{
    for (uint32_t i = 0; i < d->lines[0].n; i++)
        if (d->tokens[i].kind == TOKEN_STRING)
            return token_words(n->text, d->tokens[i]);
    return S("");
}

/* status storage: active, stored; item x range 500 km, nuclear-capable */
static void more_names(struct names *n, const struct directive *d, str head)
{
    bool item = str_eq(head, S("item")), status = str_eq(head, S("status"));
    bool next = item && !str_eq(token_at(n, d, 0, 2), S("="));
    for (uint32_t i = 2; i < d->lines[0].n && (item || status); i++) {
        str w = token_at(n, d, 0, i);
        if (next && d->tokens[i].kind == TOKEN_WORD)
            add(n, &(struct declared){ item ? S("attribute") : S("status"), w,
                                       S(""), token_span(d, i), d });
        if (item && d->tokens[i].kind == TOKEN_STRING)
            continue;
        next = str_eq(w, S(",")) || str_eq(w, S(":"));
    }
}

static void declared_in(struct names *n, const struct directive *d)
{
    str head = token_at(n, d, 0, 0);
    if (!is_declaration(head) || d->lines[0].n < 2)
        return;
    struct declared x = { .kind = head,
                          .name = token_at(n, d, 0, 1),
                          .title = title_of(n, d),
                          .at = token_span(d, 1),
                          .d = d };
    bool family = str_eq(head, S("status"));
    if (family)
        x.kind = S("family");
    uint8_t kind = d->tokens[1].kind;
    if (kind != TOKEN_WORD && !(kind == TOKEN_NUMBER && is_clause_kind(head)))
        return;
    add(n, &x);
    more_names(n, d, head);
}

/* ---- where a name stands ------------------------------------------------ */

bool clause_follows(str before, str earlier, bool last)
{
    static const char *const marks[] = { "under",  "over",         "kept",
                                         "broken", "undetermined", NULL };
    if (str_eq(before, S("and")))
        return last;
    if (one_of(before, marks))
        return !str_eq(earlier, S("is")); /* limit 1 is kept */
    return is_clause_kind(before);
}

/* Of WANTED, this much stands in W at its beginning; 0: not it. */
static size_t name_in(const struct names *n, str w)
{
    if (!str_starts(w, n->wanted))
        return 0;
    if (w.len == n->wanted.len)
        return w.len;
    char next = w.at[n->wanted.len];
    return next == '/' || (n->tree && next == '.') ? n->wanted.len : 0;
}

static void uses_in_line(struct names *n, const struct directive *d, size_t l)
{
    str before = S(""), earlier = S("");
    bool last = false;
    for (uint32_t i = 0; i < d->lines[l].n; i++) {
        uint32_t token = d->lines[l].first + i;
        uint8_t kind = d->tokens[token].kind;
        str w = token_at(n, d, l, i);
        bool here = clause_follows(before, earlier, last);
        bool word = kind == TOKEN_WORD || kind == TOKEN_NUMBER;
        size_t len = 0;
        if (word && n->clause && here && str_eq(w, n->wanted))
            len = w.len;
        if (word && !n->clause && !(l == 0 && i == 0) &&
            !(here && is_clause_kind(before) && l == 0 && i == 1))
            len = name_in(n, w);
        if (len) {
            span at = token_span(d, token);
            at.to = at.from + (uint32_t)len;
            json_add(n->keep, n->uses, place_json(n, at));
        }
        last = word ? here : last;
        earlier = before;
        before = w;
    }
}

bool is_data(str text)
{
    text = str_trim(text);
    return text.len && text.at[0] == '{';
}

static void read_one(struct names *n, uint32_t file)
{
    struct directive d;
    n->text = n->s->at[file].text;
    if (is_data(n->text))
        return;
    reader_open(&n->reader, n->keep, NULL, file, n->text);
    while (reader_next(&n->reader, &d)) {
        if (n->names)
            declared_in(n, &d);
        for (size_t l = 0; n->uses && l < d.lines_n; l++)
            uses_in_line(n, &d, l);
    }
}

/* What is WANTED? A clause, if only clauses are called so. */
static void what_it_is(struct names *n, const json_t *names)
{
    bool other = false;
    for (size_t i = 0; i < json_array_size(names); i++) {
        const json_t *x = json_array_get(names, i);
        str name = str_of(json_string_value(json_object_get(x, "name"))),
            kind = str_of(json_string_value(json_object_get(x, "kind")));
        if (!str_eq(name, n->wanted))
            continue;
        other = other || !is_clause_kind(kind);
        n->clause = n->clause || is_clause_kind(kind);
        n->tree =
            n->tree || str_eq(kind, S("item")) || str_eq(kind, S("event"));
    }
    n->clause = n->clause && !other;
}

void show_names(struct buf *out, const struct run *run, str wanted)
{
    struct arena *k = run->keep;
    json_t *j = json_begin(run, "names/1");
    struct names n = { .keep = k, .s = run->p->sources };
    n.names = json_list(k);
    for (uint32_t i = 0; i < n.s->n; i++)
        read_one(&n, i);
    json_put(k, j, "names", n.names);
    if (wanted.len) {
        n.wanted = wanted;
        what_it_is(&n, n.names);
        n.names = NULL;
        n.uses = json_list(k);
        for (uint32_t i = 0; i < n.s->n; i++)
            read_one(&n, i);
        json_put(k, j, "uses", n.uses);
    }
    json_print(out, j);
}
