/* ask.c - runs of the front door: what is declared, wrong, and kept */
#include "lsp/own.h"

#include <stdlib.h>
#include <string.h>

bool text_of(struct server *s, str path, str *out)
{
    for (struct document *d = s->open; d; d = d->next)
        if (str_eq(str_of(d->path), path)) {
            *out = (str){ d->text, d->length };
            return true;
        }
    FILE *f = fopen(str_z(s->work, path), "rb");
    struct buf b = { .keep = s->work };
    char part[4096];
    size_t n;
    if (!f)
        return false;
    while ((n = fread(part, 1, sizeof part, f)) > 0)
        buf_add(&b, (str){ part, n });
    fclose(f);
    *out = buf_str(&b);
    return true;
}

static str folder_of(str path)
{
    size_t n = path.len;
    while (n && path.at[n - 1] != '/')
        n--;
    return str_cut(path, 0, n > 1 ? n - 1 : n);
}

static bool is_ours(str path)
{
    return str_ends(path, S(".pact")) || str_ends(path, S(".book"));
}

/* Of two documents of one path the first is meant. */
static void edit_all(dt *d, const struct document *x)
{
    if (!x)
        return;
    edit_all(d, x->next);
    dt_edit(d, x->path, x->text, x->length);
}

/* A run that knows what is open. */
static dt *ask_new(struct server *s)
{
    dt *d = dt_new();
    if (d)
        edit_all(d, s->open);
    return d;
}

/* Does the run say of CODE that it is wrong? */
static bool says(dt *d, const char *code)
{
    dt_text t;
    bool yes = false;
    dt_check(d, DT_JSON, &t);
    json_t *j = json_loadb(t.at, t.length, 0, NULL);
    const json_t *errors = json_object_get(j, "errors");
    for (size_t i = 0; i < json_array_size(errors); i++)
        yes = yes || str_eq(json_text(json_array_get(errors, i), "code"),
                            str_of(code));
    json_decref(j);
    return yes;
}

/* The folder of PATH; by itself, if several pacts lie there. */
dt *ask_read(struct server *s, str path, dt_end *end)
{
    const char *both[2] = { str_z(s->work, folder_of(path)),
                            str_z(s->work, path) };
    dt *d = ask_new(s);
    if (!d)
        return NULL;
    *end = dt_read(d, both, is_ours(path) ? 2 : 1);
    if (*end == DT_OK || !says(d, "E0210"))
        return d;
    dt_free(d);
    d = ask_new(s);
    if (d)
        *end = dt_read(d, both + 1, 1);
    return d;
}

json_t *ask_names(dt *d, const char *wanted)
{
    dt_text t;
    dt_names(d, wanted, &t);
    return json_loadb(t.at, t.length, 0, NULL);
}

/* ---- what a clause says now --------------------------------------------- */

static void amount(struct buf *out, const json_t *x)
{
    if (json_is_integer(x))
        buf_fmt(out, "%lld", (long long)json_integer_value(x));
    else if (json_is_string(x))
        buf_z(out, json_string_value(x));
}

static void measured(struct buf *out, const json_t *m)
{
    const json_t *low = json_object_get(m, "low"),
                 *high = json_object_get(m, "high");
    if (!json_is_object(m))
        return;
    buf_z(out, ", ");
    amount(out, low);
    if (!json_equal(low, high)) {
        buf_z(out, "..");
        amount(out, high);
    }
}

static void allowed(struct buf *out, const json_t *a)
{
    str unit = json_text(a, "unit"), relation = json_text(a, "relation");
    if (!json_is_object(a))
        return;
    buf_fmt(out, " of %.*s ", STR(relation));
    for (size_t i = out->len - relation.len; i < out->len; i++)
        out->at[i] = out->at[i] == '_' ? ' ' : out->at[i];
    amount(out, json_object_get(a, "amount"));
    buf_fmt(out, " %.*s", STR(unit));
}

static void row(struct buf *out, const json_t *r)
{
    const json_t *who = json_object_get(json_object_get(r, "subject"), "ids");
    str verdict = json_text(r, "verdict"), reason = json_text(r, "reason");
    buf_z(out, "\n- ");
    for (size_t i = 0; i < json_array_size(who); i++)
        buf_fmt(out, "%s%s", i ? " + " : "",
                json_string_value(json_array_get(who, i)));
    size_t from = out->len;
    buf_fmt(out, "%s%.*s", json_array_size(who) ? ": " : "", STR(verdict));
    measured(out, json_object_get(r, "measured"));
    allowed(out, json_object_get(r, "allowed"));
    if (reason.len)
        buf_fmt(out, " (%.*s)", STR(reason));
    for (; from < out->len; from++)
        out->at[from] = out->at[from] == '_' ? ' ' : out->at[from];
}

void ask_value(struct server *s, str path, const json_t *name, struct buf *out)
{
    dt_end end = DT_FAULT;
    dt_text t;
    dt *d = ask_read(s, path, &end);
    if (d && end == DT_OK && dt_judge(d, NULL) == DT_OK &&
        dt_status(d, DT_JSON, &t) == DT_OK) {
        json_t *j = json_loadb(t.at, t.length, 0, NULL);
        const json_t *rows = json_object_get(j, "clauses");
        size_t said = 0;
        for (size_t i = 0; i < json_array_size(rows); i++) {
            const json_t *r = json_array_get(rows, i);
            if (!str_eq(json_text(r, "id"), json_text(name, "name")) ||
                !str_eq(json_text(r, "kind"), json_text(name, "kind")) ||
                (json_text(r, "basis").len &&
                 !str_eq(json_text(r, "basis"), S("combined"))))
                continue;
            if (!said++)
                buf_fmt(out, "\n\nAs of %s:\n",
                        json_string_value(json_object_get(j, "on")));
            row(out, r);
        }
        json_decref(j);
    }
    dt_free(d);
}
