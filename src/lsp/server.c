/* server.c - the loop: what is open, and who answers what */
#include "lsp/own.h"

#include <stdlib.h>
#include <string.h>

/* One message may need this much. */
#define WORK_MOST ((size_t)16 << 30)

enum {
    NO_METHOD = -32601,
    BAD_JSON = -32700,
    REFUSED = -32803,
    FULL = -32603
};

str json_text(const json_t *map, const char *key)
{
    const json_t *x = json_object_get(map, key);
    return json_is_string(x)
               ? (str){ json_string_value(x), json_string_length(x) }
               : S("");
}

/* ---- documents ---------------------------------------------------------- */

static char *kept(str s)
{
    char *z = malloc(s.len + 1);
    if (z) {
        memcpy(z, s.len ? s.at : "", s.len);
        z[s.len] = 0;
    }
    return z;
}

struct document *document_of(struct server *s, str uri)
{
    struct document *d = s->open;
    while (d && !str_eq(str_of(d->uri), uri))
        d = d->next;
    return d;
}

static void drop(struct document *d)
{
    free(d->uri);
    free(d->path);
    free(d->text);
    free(d);
}

static void close_document(struct server *s, str uri)
{
    for (struct document **at = &s->open; *at; at = &(*at)->next)
        if (str_eq(str_of((*at)->uri), uri)) {
            struct document *d = *at;
            *at = d->next;
            drop(d);
            return;
        }
}

static void set_text(struct server *s, struct document *d, str text)
{
    char *z = kept(text);
    if (!z)
        arena_refused(s->work);
    free(d->text);
    d->text = z;
    d->length = text.len;
}

static void open_document(struct server *s, str uri, str text)
{
    str path = uri_path(s->work, uri);
    if (!path.len)
        return; /* not in a file system: nothing lies beside it */
    close_document(s, uri);
    struct document *d = calloc(1, sizeof *d);
    if (!d)
        arena_refused(s->work);
    *d = (struct document){ s->open, kept(uri), kept(path), kept(text),
                            text.len };
    if (!d->uri || !d->path || !d->text) {
        drop(d);
        arena_refused(s->work);
    }
    s->open = d;
}

static struct at place_in(const json_t *p)
{
    json_int_t line = json_integer_value(json_object_get(p, "line")),
               unit = json_integer_value(json_object_get(p, "character"));
    return (struct at){ line > 0 ? (size_t)line : 0,
                        unit > 0 ? (size_t)unit : 0 };
}

/* One change: of a range, or of all of the text. */
static void change(struct server *s, struct document *d, const json_t *c)
{
    const json_t *range = json_object_get(c, "range");
    str old = { d->text, d->length }, with = json_text(c, "text");
    struct buf b = { .keep = s->work };
    if (!json_is_object(range)) {
        set_text(s, d, with);
        return;
    }
    size_t from = text_byte(old, place_in(json_object_get(range, "start"))),
           to = text_byte(old, place_in(json_object_get(range, "end")));
    buf_add(&b, str_cut(old, 0, from));
    buf_add(&b, with);
    buf_add(&b, str_cut(old, to > from ? to : from, old.len));
    set_text(s, d, buf_str(&b));
}

static void did_change(struct server *s, str uri, const json_t *params)
{
    struct document *d = document_of(s, uri);
    const json_t *changes = json_object_get(params, "contentChanges");
    for (size_t i = 0; d && i < json_array_size(changes); i++)
        change(s, d, json_array_get(changes, i));
}

/* ---- what it can do ----------------------------------------------------- */

static json_t *abilities(void)
{
    return json_pack(
        "{s:{s:{s:b,s:i,s:b},s:{s:[s]},s:b,s:b,s:b,s:{s:b},s:b,s:b},"
        "s:{s:s,s:s}}",
        "capabilities", "textDocumentSync", "openClose", 1, "change", 2,
        "save", 1, "completionProvider", "triggerCharacters", " ",
        "hoverProvider", 1, "definitionProvider", 1, "referencesProvider", 1,
        "renameProvider", "prepareProvider", 1, "documentFormattingProvider",
        1, "documentSymbolProvider", 1, "serverInfo", "name", "detente",
        "version", dt_version());
}

/* NULL: no such method, or refused, and then *WHY says so. */
static json_t *request(struct server *s, str method, const json_t *params,
                       const char **why)
{
    static const struct {
        const char *name;
        json_t *(*run)(struct server *s, const json_t *params);
    } methods[] = {
        { "textDocument/completion", do_completion },
        { "textDocument/hover", do_hover },
        { "textDocument/definition", do_definition },
        { "textDocument/references", do_references },
        { "textDocument/prepareRename", do_prepare_rename },
        { "textDocument/formatting", do_formatting },
        { "textDocument/documentSymbol", do_symbols },
    };
    if (str_eq(method, S("initialize")))
        return abilities();
    if (str_eq(method, S("shutdown"))) {
        s->down = 1;
        return json_null();
    }
    if (str_eq(method, S("textDocument/rename")))
        return do_rename(s, params, why);
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (str_eq(method, str_of(methods[i].name)))
            return methods[i].run(s, params);
    return NULL;
}

static void notified(struct server *s, str method, const json_t *params)
{
    const json_t *d = json_object_get(params, "textDocument");
    str uri = json_text(d, "uri");
    if (str_eq(method, S("exit"))) {
        s->ended = 1;
        return;
    }
    if (str_eq(method, S("textDocument/didOpen")))
        open_document(s, uri, json_text(d, "text"));
    else if (str_eq(method, S("textDocument/didChange")))
        did_change(s, uri, params);
    else if (str_eq(method, S("textDocument/didClose")))
        close_document(s, uri);
    else if (!str_eq(method, S("textDocument/didSave")))
        return;
    tell_messages(s, uri);
}

static void refuse(struct server *s, const json_t *id, int code,
                   const char *why)
{
    wire_write(s->out,
               json_pack("{s:s,s:O?,s:{s:i,s:s}}", "jsonrpc", "2.0", "id", id,
                         "error", "code", code, "message", why));
}

static void message(struct server *s, const json_t *m)
{
    const json_t *id = json_object_get(m, "id"),
                 *params = json_object_get(m, "params");
    const char *why = NULL;
    str method = json_text(m, "method");
    if (!id || !method.len) { /* one that is told, or an answer to us */
        notified(s, method, params);
        return;
    }
    json_t *result = request(s, method, params, &why);
    if (result)
        wire_write(s->out, json_pack("{s:s,s:O,s:o}", "jsonrpc", "2.0", "id",
                                     id, "result", result));
    else
        refuse(s, id, why ? REFUSED : NO_METHOD,
               why ? why : "there is no such method");
}

int lsp_serve(FILE *in, FILE *out)
{
    struct server s = { .out = out };
    struct arena work = arena_new(WORK_MOST);
    struct arena_mark start = arena_mark(&work);
    jmp_buf full;
    json_t *volatile m = NULL;
    s.work = &work;
    work.full = &full;
    while (!s.ended) {
        json_t *next;
        enum wire_end end = wire_read(in, &next);
        if (end == WIRE_END)
            break;
        m = next;
        if (end == WIRE_BROKEN)
            refuse(&s, json_null(), BAD_JSON, "this message is no JSON");
        else if (!setjmp(full))
            message(&s, m);
        else
            refuse(&s, json_object_get(m, "id"), FULL, "out of memory");
        json_decref(m);
        arena_back(&work, start);
    }
    while (s.open)
        close_document(&s, str_of(s.open->uri));
    for (size_t i = 0; i < s.told_n; i++)
        free(s.told[i]);
    free(s.told);
    arena_free(&work);
    return s.ended && s.down ? 0 : 1;
}
