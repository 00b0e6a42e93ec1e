/* answer.c - messages, hover, definitions, renaming, completion, layout */
#include "lsp/own.h"

#include <stdlib.h>
#include <string.h>

/* ---- JSON in short ------------------------------------------------------ */

static json_t *json_place(struct at a)
{
    return json_pack("{s:I,s:I}", "line", (json_int_t)a.line, "character",
                     (json_int_t)a.unit);
}

json_t *json_range(struct at from, struct at to)
{
    return json_pack("{s:o,s:o}", "start", json_place(from), "end",
                     json_place(to));
}

static size_t number(const json_t *map, const char *key)
{
    json_int_t n = json_integer_value(json_object_get(map, key));
    return n > 0 ? (size_t)n : 0;
}

bool place_of(struct server *s, const json_t *place, str *path,
              struct at *from, struct at *to)
{
    str text;
    size_t line = number(place, "line"), byte = number(place, "byte");
    *path = json_text(place, "file");
    if (!line || !byte || !text_of(s, *path, &text))
        return false;
    size_t at = text_line(text, line - 1) + byte - 1,
           end = at + number(place, "length"), stop = at;
    while (stop < end && stop < text.len && text.at[stop] != '\n')
        stop++;
    *from = text_at(text, at);
    *to = text_at(text, stop);
    return true;
}

static json_t *json_s(str s)
{
    json_t *j = json_stringn(s.at, s.len);
    return j ? j : json_string("");
}

static json_t *location(struct server *s, const json_t *place)
{
    str path;
    struct at from, to;
    if (!place_of(s, place, &path, &from, &to))
        return NULL;
    return json_pack("{s:o,s:o}", "uri", json_s(path_uri(s->work, path)),
                     "range", json_range(from, to));
}

/* ---- what is asked about ------------------------------------------------ */

struct asked {
    str path, text;
    size_t byte;      /* where the cursor is */
    struct word word; /* there */
    str name;         /* the name in it; empty: none */
    json_t *names;    /* of dt_names(), with the name's uses; json_decref() */
    const json_t *it; /* the name in it, as it is declared */
};

static const json_t *declared(const json_t *names, str name, str kind)
{
    const json_t *list = json_object_get(names, "names");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *x = json_array_get(list, i);
        if (str_eq(json_text(x, "name"), name) &&
            (!kind.len || str_eq(json_text(x, "kind"), kind)))
            return x;
    }
    return NULL;
}

/* In `ARD/1A` the party, unless the cursor is behind the slash and the unit
 * is declared; in `gun.heavy.long` the longest name that is. */
static const json_t *name_at(const json_t *names, str w, size_t behind,
                             str before)
{
    const json_t *it = declared(names, w, before);
    const char *slash = memchr(w.at, '/', w.len);
    size_t n = slash ? (size_t)(slash - w.at) : w.len;
    it = it ? it : declared(names, w, S(""));
    if (it && (!slash || behind > n))
        return it;
    while (n && !(it = declared(names, str_cut(w, 0, n), S("")))) {
        while (n && w.at[n - 1] != '.')
            n--;
        n -= n > 0;
    }
    return n ? it : NULL;
}

/* false: no such document, or no memory. */
static bool ask(struct server *s, const json_t *params, struct asked *a)
{
    const json_t *p = json_object_get(params, "position");
    dt_end end;
    *a = (struct asked){ .path = uri_path(
                             s->work,
                             json_text(json_object_get(params, "textDocument"),
                                       "uri")) };
    if (!a->path.len || !text_of(s, a->path, &a->text))
        return false;
    a->byte = text_byte(
        a->text, (struct at){ number(p, "line"), number(p, "character") });
    a->word = text_word(a->text, a->byte);
    str w = word_of(a->text, a->word),
        before = word_of(a->text, text_before(a->text, a->word.from));
    dt *d = ask_read(s, a->path, &end);
    if (!d)
        return false;
    json_t *names = ask_names(d, NULL);
    const json_t *it =
        w.len ? name_at(names, w, a->byte - a->word.from, before) : NULL;
    if (it) {
        str kind = str_copy(s->work, json_text(it, "kind"));
        a->name = str_copy(s->work, json_text(it, "name"));
        json_decref(names);
        names = ask_names(d, str_z(s->work, a->name));
        it = declared(names, a->name, kind);
    }
    a->names = names;
    a->it = it;
    dt_free(d);
    return true;
}

/* ---- messages ----------------------------------------------------------- */

static json_t *message_json(struct server *s, const json_t *m, int severity)
{
    str path;
    struct at from, to;
    if (!place_of(s, m, &path, &from, &to))
        return NULL;
    struct buf b = { .keep = s->work };
    str because = json_text(m, "because"), hint = json_text(m, "hint");
    buf_add(&b, json_text(m, "message"));
    if (because.len)
        buf_fmt(&b, "\nbecause: %.*s", STR(because));
    if (hint.len)
        buf_fmt(&b, "\nhelp: %.*s", STR(hint));
    return json_pack("{s:o,s:i,s:o,s:s,s:o}", "range", json_range(from, to),
                     "severity", severity, "code",
                     json_s(json_text(m, "code")), "source", "detente",
                     "message", json_s(buf_str(&b)));
}

static void add_messages(struct server *s, json_t *by_file, const json_t *list,
                         int severity)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *m = json_array_get(list, i);
        const char *file = json_string_value(json_object_get(m, "file"));
        json_t *one = message_json(s, m, severity),
               *have = file ? json_object_get(by_file, file) : NULL;
        if (!one || !file) {
            json_decref(one);
            continue;
        }
        if (!have) {
            have = json_array();
            json_object_set_new(by_file, file, have);
        }
        json_array_append_new(have, one);
    }
}

static void publish(struct server *s, str uri, json_t *list)
{
    wire_write(s->out,
               json_pack("{s:s,s:s,s:{s:o,s:o}}", "jsonrpc", "2.0", "method",
                         "textDocument/publishDiagnostics", "params", "uri",
                         json_s(uri), "diagnostics", list));
}

/* What is on show and not in BY_FILE any more goes; the rest is new. */
static void publish_all(struct server *s, json_t *by_file, str folder)
{
    const char *file;
    json_t *list;
    size_t kept = 0;
    for (size_t i = 0; i < s->told_n; i++) {
        str path = str_of(s->told[i]);
        bool ours = str_starts(path, folder),
             again = json_object_get(by_file, s->told[i]);
        if (ours && !again)
            publish(s, path_uri(s->work, path), json_array());
        if (ours)
            free(s->told[i]);
        else
            s->told[kept++] = s->told[i];
    }
    s->told_n = kept;
    char **more = realloc(s->told, (kept + json_object_size(by_file) + 1) *
                                       sizeof *more);
    if (!more)
        arena_refused(s->work);
    s->told = more;
    json_object_foreach(by_file, file, list)
    {
        s->told[s->told_n] = strdup(file);
        s->told_n += s->told[s->told_n] != NULL;
        publish(s, path_uri(s->work, str_of(file)), json_incref(list));
    }
}

void tell_messages(struct server *s, str uri)
{
    dt_end end;
    dt_text t;
    str path = uri_path(s->work, uri), folder = path;
    dt *d = path.len ? ask_read(s, path, &end) : NULL;
    if (!d)
        return;
    while (folder.len && folder.at[folder.len - 1] != '/')
        folder.len--;
    if (end == DT_OK)
        dt_judge(d, NULL); /* books that contradict themselves */
    dt_check(d, DT_JSON, &t);
    json_t *j = json_loadb(t.at, t.length, 0, NULL), *by_file = json_object();
    add_messages(s, by_file, json_object_get(j, "errors"), 1);
    add_messages(s, by_file, json_object_get(j, "lint"), 2);
    json_decref(j);
    dt_free(d);
    publish_all(s, by_file, folder);
    json_decref(by_file);
}

/* ---- hover -------------------------------------------------------------- */

json_t *do_hover(struct server *s, const json_t *params)
{
    struct asked a;
    struct buf b = { .keep = s->work };
    if (!ask(s, params, &a))
        return json_null();
    if (!a.it) {
        json_decref(a.names);
        return json_null();
    }
    str title = json_text(a.it, "title"), words = json_text(a.it, "words");
    buf_fmt(&b, "**%.*s %.*s**", STR(json_text(a.it, "kind")), STR(a.name));
    if (title.len)
        buf_fmt(&b, " %.*s", STR(title));
    if (words.len)
        buf_fmt(&b, "\n\n> %.*s%s", STR(words),
                json_is_true(json_object_get(a.it, "paraphrase"))
                    ? " (in our words)"
                    : "");
    ask_value(s, a.path, a.it, &b);
    json_decref(a.names);
    size_t from = a.word.from, to = a.word.to;
    return json_pack("{s:{s:s,s:o},s:o}", "contents", "kind", "markdown",
                     "value", json_s(buf_str(&b)), "range",
                     json_range(text_at(a.text, from), text_at(a.text, to)));
}

/* ---- definition, references, renaming ----------------------------------- */

json_t *do_definition(struct server *s, const json_t *params)
{
    struct asked a;
    json_t *out = json_array();
    if (!ask(s, params, &a))
        return out;
    const json_t *list = json_object_get(a.names, "names");
    for (size_t i = 0; a.it && i < json_array_size(list); i++) {
        const json_t *x = json_array_get(list, i);
        json_t *place =
            str_eq(json_text(x, "name"), a.name) &&
                    str_eq(json_text(x, "kind"), json_text(a.it, "kind"))
                ? location(s, x)
                : NULL;
        if (place)
            json_array_append_new(out, place);
    }
    json_decref(a.names);
    return out;
}

json_t *do_references(struct server *s, const json_t *params)
{
    struct asked a;
    json_t *out = json_array();
    if (!ask(s, params, &a))
        return out;
    const json_t *list = json_object_get(a.names, "uses");
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *place = location(s, json_array_get(list, i));
        if (place)
            json_array_append_new(out, place);
    }
    json_decref(a.names);
    return out;
}

/* The range of the name around the cursor, or null. */
json_t *do_prepare_rename(struct server *s, const json_t *params)
{
    struct asked a;
    json_t *out = json_null();
    if (!ask(s, params, &a))
        return out;
    if (a.it)
        out = json_range(text_at(a.text, a.word.from),
                         text_at(a.text, a.word.from + a.name.len));
    json_decref(a.names);
    return out;
}

static size_t errors_of(dt *d)
{
    dt_text t;
    dt_judge(d, NULL);
    dt_check(d, DT_JSON, &t);
    json_t *j = json_loadb(t.at, t.length, 0, NULL);
    size_t n = json_array_size(json_object_get(j, "errors"));
    json_decref(j);
    return n;
}

/* PATH with its uses of the name renamed; uses stand in order of place. */
static str renamed(struct server *s, const struct asked *a, str path, str to)
{
    str text;
    struct buf b = { .keep = s->work };
    const json_t *uses = json_object_get(a->names, "uses");
    size_t at = 0;
    if (!text_of(s, path, &text))
        return S("");
    for (size_t i = 0; i < json_array_size(uses); i++) {
        const json_t *u = json_array_get(uses, i);
        if (!str_eq(json_text(u, "file"), path))
            continue;
        size_t from =
            text_line(text, number(u, "line") - 1) + number(u, "byte") - 1;
        buf_add(&b, str_cut(text, at, from));
        buf_add(&b, to);
        at = from + number(u, "length");
    }
    buf_add(&b, str_cut(text, at, text.len));
    return buf_str(&b);
}

/* Would the texts have as few errors if all were renamed? A name that is also
 * a word of the language may not be told from that. */
static bool still_well(struct server *s, const struct asked *a, str to)
{
    dt_end end;
    dt *d = ask_read(s, a->path, &end);
    size_t before = d ? errors_of(d) : 0;
    dt_free(d);
    const json_t *uses = json_object_get(a->names, "uses");
    struct document *was = s->open, *mark = was;
    for (size_t i = 0; i < json_array_size(uses); i++) {
        str path = json_text(json_array_get(uses, i), "file");
        bool done = false;
        for (struct document *x = s->open; x != mark; x = x->next)
            done = done || str_eq(str_of(x->path), path);
        if (done)
            continue;
        str text = renamed(s, a, path, to);
        struct document *x = new_one(s->work, struct document);
        *x = (struct document){ s->open, str_z(s->work, path),
                                str_z(s->work, path), str_z(s->work, text),
                                text.len };
        s->open = x;
    }
    d = ask_read(s, a->path, &end);
    bool well = d && errors_of(d) <= before;
    dt_free(d);
    s->open = was;
    return well;
}

static json_t *edits(struct server *s, const struct asked *a, str to)
{
    json_t *by_file = json_object();
    const json_t *uses = json_object_get(a->names, "uses");
    for (size_t i = 0; i < json_array_size(uses); i++) {
        str path;
        struct at from, end;
        if (!place_of(s, json_array_get(uses, i), &path, &from, &end))
            continue;
        const char *uri = str_z(s->work, path_uri(s->work, path));
        json_t *list = json_object_get(by_file, uri);
        if (!list) {
            list = json_array();
            json_object_set_new(by_file, uri, list);
        }
        json_array_append_new(list, json_pack("{s:o,s:o}", "range",
                                              json_range(from, end), "newText",
                                              json_s(to)));
    }
    return json_pack("{s:o}", "changes", by_file);
}

json_t *do_rename(struct server *s, const json_t *params, const char **why)
{
    struct asked a;
    str to = str_trim(json_text(params, "newName"));
    *why = "this is no name that is declared";
    if (!ask(s, params, &a))
        return NULL;
    json_t *out = NULL;
    if (a.it && (declared(a.names, to, S("")) || !to.len))
        *why = "another thing is called so already";
    else if (a.it && !still_well(s, &a, to))
        *why = "the texts would have an error then: it is a word of the "
               "language, or looks like another name";
    else if (a.it)
        out = edits(s, &a, to);
    json_decref(a.names);
    return out;
}

/* ---- completion --------------------------------------------------------- */

static void offer(json_t *list, str label, int kind, str detail)
{
    json_array_append_new(list,
                          json_pack("{s:o,s:i,s:o}", "label", json_s(label),
                                    "kind", kind, "detail", json_s(detail)));
}

static bool is_in(str w, const char *const *words)
{
    for (; *words; words++)
        if (str_eq(w, str_of(*words)))
            return true;
    return false;
}

static const char *const heads[] = {
    "pact",      "book",      "include", "side",  "party",
    "formation", "non-party", "monitor", "date",  "number",
    "item",      "status",    "event",   "zone",  "site",
    "unit",      "scenario",  "expect",  "offer", NULL
};
static const char *const clauses[] = {
    "article", "limit",       "exception", "notice",     "quota",  "inform",
    "stay",    "step",        "consent",   "inspection", "access", "evidence",
    "remedy",  "equivalence", "uncoded",   NULL
};
static const char *const acts[] = {
    "hold",    "raise",       "recount", "disband",  "destroy", "total",
    "balance", "complete",    "move",    "transfer", "change",  "observe",
    "inspect", "restriction", "declare", "report",   "request", "answer",
    "notify",  "verified",    "done",    "consent",  "protest", "suspend",
    "resume",  "leave",       "renew",   "state",    "claim",   "event",
    NULL
};

/* Which kinds of name may stand behind BEFORE; NULL: any. */
static const char *const *kinds_behind(str before)
{
    static const char *const places[] = { "zone", "site", NULL },
                             *const who[] = { "party",     "formation",
                                              "non-party", "monitor",
                                              "unit",      NULL },
                             *const sides[] = { "side", NULL },
                             *const status[] = { "status", NULL };
    static const char *const in[] = { "in",   "at",      "from",
                                      "to",   "inside",  "outside",
                                      "into", "through", NULL },
                             *const of[] = { "of",      "by",       "except",
                                             "hold",    "move",     "raise",
                                             "disband", "destroy",  "observe",
                                             "inspect", "complete", "total",
                                             "recount", NULL },
                             *const are[] = { "are", "is", NULL };
    if (is_in(before, in))
        return places;
    if (is_in(before, of))
        return who;
    if (str_eq(before, S("side")))
        return sides;
    return is_in(before, are) ? status : NULL;
}

static bool looks_dated(str w)
{
    return w.len >= 10 && w.at[4] == '-' && w.at[7] == '-';
}

static void offer_words(json_t *list, const char *const *words)
{
    for (; *words; words++)
        offer(list, str_of(*words), 14, S("a word of the language"));
}

/* May a name of KIND stand behind BEFORE? */
static bool fits(str kind, str before)
{
    const char *const *kinds = kinds_behind(before);
    if (is_in(kind, clauses))
        return str_eq(kind, before) || str_eq(before, S("under")) ||
               str_eq(before, S("over"));
    return !is_in(before, clauses) && (!kinds || is_in(kind, kinds));
}

static void offer_names(json_t *list, const json_t *names, str before)
{
    enum { VARIABLE = 6, REFERENCE = 18 }; /* the protocol's numbers */
    const json_t *all = json_object_get(names, "names");
    for (size_t i = 0; i < json_array_size(all); i++) {
        const json_t *x = json_array_get(all, i);
        str kind = json_text(x, "kind"), title = json_text(x, "title");
        if (fits(kind, before))
            offer(list, json_text(x, "name"),
                  is_in(kind, clauses) ? REFERENCE : VARIABLE,
                  title.len ? title : kind);
    }
}

json_t *do_completion(struct server *s, const json_t *params)
{
    struct asked a;
    json_t *list = json_array();
    if (!ask(s, params, &a))
        return list;
    size_t line = text_line(a.text, text_at(a.text, a.byte).line);
    size_t from = a.byte; /* the cursor may stand behind the word */
    struct word w = text_word(a.text, from);
    from = w.from < from ? w.from : from;
    str before = word_of(a.text, text_before(a.text, from));
    if (from == line) {
        offer_words(list, heads);
        offer_words(list, clauses);
    } else if (looks_dated(before) && text_before(a.text, from).from == line) {
        offer_words(list, acts);
    }
    if (from > line && !looks_dated(before))
        offer_names(list, a.names, before);
    json_decref(a.names);
    return list;
}

/* ---- layout and outline ------------------------------------------------- */

json_t *do_formatting(struct server *s, const json_t *params)
{
    str text, uri = json_text(json_object_get(params, "textDocument"), "uri");
    json_t *out = json_array();
    dt_text t;
    dt *d = dt_new();
    if (d && text_of(s, uri_path(s->work, uri), &text)) {
        dt_edit(d, "-", text.at ? text.at : "", text.len);
        if (dt_format(d, "-", 0, &t) == DT_OK &&
            !str_eq(text, (str){ t.at, t.length }))
            json_array_append_new(
                out, json_pack("{s:o,s:o}", "range",
                               json_range((struct at){ 0, 0 },
                                          text_at(text, text.len)),
                               "newText", json_s((str){ t.at, t.length })));
    }
    dt_free(d);
    return out;
}

json_t *do_symbols(struct server *s, const json_t *params)
{
    struct asked a;
    json_t *out = json_array();
    if (!ask(s, params, &a))
        return out;
    const json_t *list = json_object_get(a.names, "names");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *x = json_array_get(list, i);
        str path, title = json_text(x, "title"), kind = json_text(x, "kind");
        struct at from, to;
        if (!place_of(s, x, &path, &from, &to) || !str_eq(path, a.path))
            continue;
        str name = str_fmt(s->work, "%.*s %.*s", STR(kind),
                           STR(json_text(x, "name")));
        json_array_append_new(
            out,
            json_pack("{s:o,s:o,s:i,s:o,s:o}", "name", json_s(name), "detail",
                      json_s(title), "kind", is_in(kind, clauses) ? 12 : 13,
                      "range", json_range(from, to), "selectionRange",
                      json_range(from, to)));
    }
    json_decref(a.names);
    return out;
}
