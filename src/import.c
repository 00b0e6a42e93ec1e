/* import.c - the front door: dt_import(); see detente.h */
#include "own.h"

#include "import/import.h"

struct importing {
    dt *d;
    const dt_imported *what;
    struct import im;
    struct table table;
    str *files; /* the pact and the books */
    size_t files_n;
};

static uint32_t add_source(dt *d, str path, str text)
{
    *push(&d->arena, d->sources.at, d->sources.n, d->sources.cap) =
        (struct source){ .path = path, .text = text };
    return (uint32_t)d->sources.n - 1;
}

static str last_part(str path)
{
    for (size_t i = path.len; i; i--)
        if (path.at[i - 1] == '/')
            return str_cut(path, i, path.len);
    return path;
}

static dt_end read_text(dt *d, const char *path, str *out)
{
    str p = str_of(path);
    fault f = d->os.read(d->os.self, &d->arena, p, out);
    if (f)
        return door_faulted(d, pact_missing(&d->arena, &d->os, p, f));
    if (out->len > UINT32_MAX - 1)
        return door_wrongly(
            d, str_fmt(&d->arena, "cannot read '%s': over 4 GB", path));
    return DT_OK;
}

static dt_end read_map(struct importing *g)
{
    dt *d = g->d;
    str text;
    dt_end end = read_text(d, g->what->map, &text);
    if (end != DT_OK)
        return end;
    uint32_t file = add_source(d, str_of(g->what->map), text);
    if (!pact_is_text(&d->diags, file, text) ||
        !import_map(&d->arena, &d->diags, file, text, &g->im.mapping))
        return DT_WRONG;
    return DT_OK;
}

static dt_end no_table(dt *d, str path, const struct table_wrong *wrong)
{
    uint32_t file = add_source(d, path, wrong->view);
    struct diag *m =
        diag_add(&d->diags, DIAG_TABLE, (span){ file, wrong->from, wrong->to },
                 "%.*s", STR(wrong->what));
    diag_help(&d->diags, m, "%.*s", STR(wrong->help));
    return DT_WRONG;
}

static dt_end read_table(struct importing *g)
{
    dt *d = g->d;
    struct table_wrong wrong = { 0 };
    struct table_how how = import_how(g->im.mapping);
    str path = str_of(g->what->table), text;
    bool good;
    if (table_is_map(path) &&
        d->os.kind(d->os.self, &d->arena, path) == OS_FILE) {
        fault f = table_layer(&d->arena, &d->os, path, &how, &g->table, &good,
                              &wrong);
        if (f)
            return door_faulted(d, f);
    } else {
        dt_end end = read_text(d, g->what->table, &text);
        if (end != DT_OK)
            return end;
        good = table_read(&d->arena, path, text, &how, &g->table, &wrong);
    }
    if (!good)
        return no_table(d, path, &wrong);
    g->im.file = add_source(d, path, g->table.view);
    return DT_OK;
}

/* The pact and the books, by themselves: their errors are not the table's. */
static dt_end read_others(struct importing *g)
{
    dt *d = g->d;
    const dt_imported *w = g->what;
    struct pact *p;
    g->files = new_n(&d->arena, str, w->with_n + 2);
    if (w->pact)
        g->files[g->files_n++] = str_of(w->pact);
    for (size_t i = 0; i < w->with_n; i++)
        g->files[g->files_n++] = str_of(w->with[i]);
    if (w->pact) {
        fault f = pact_read_with(&d->arena, &d->os, &d->sources, &d->diags,
                                 g->files, g->files_n, NULL, 0, &p);
        if (f)
            return door_faulted(d, f);
    } else {
        for (size_t i = 0; i < w->with_n; i++) {
            str text;
            dt_end end = read_text(d, w->with[i], &text);
            if (end != DT_OK)
                return end;
            add_source(d, g->files[i], text);
        }
    }
    for (size_t i = 0; i < d->sources.n; i++)
        import_known(&g->im, d->sources.at[i].path, d->sources.at[i].text);
    return d->diags.errors ? DT_WRONG : DT_OK;
}

static void provenance(struct importing *g)
{
    dt *d = g->d;
    struct import *im = &g->im;
    struct buf b = { .keep = &d->arena };
    size_t entries = 0;
    for (int k = 0; k < IMPORT_UNIT; k++)
        entries += im->counts[k];
    str sum = door_sha256(d, g->table.view);
    buf_fmt(&b, "# Made by `detente import` from %.*s by %.*s.\n",
            STR(last_part(str_of(g->what->table))),
            STR(last_part(str_of(g->what->map))));
    buf_fmt(&b, "# The table's SHA-256: %.*s\n", STR(sum));
    buf_fmt(&b, "# Of %zu rows %zu %s", im->rows, entries,
            entries == 1 ? "entry" : "entries");
    if (im->declared_n)
        buf_fmt(&b, " and %zu %s", im->declared_n,
                im->declared_n == 1 ? "declaration" : "declarations");
    buf_fmt(&b, "; %zu left out, %zu refused.\n", im->rows_left_out,
            im->rows_refused);
    im->provenance = buf_str(&b);
}

/* The rows, and what of them is refused. */
static dt_end make(struct importing *g)
{
    dt *d = g->d;
    str other = S("");
    if (!import_rows(&g->im))
        return DT_WRONG;
    import_twice(&g->im);
    if (g->what->pact) {
        fault f = import_check(&g->im, &d->os, g->files, g->files_n, &other);
        if (f)
            return door_faulted(d, f);
        if (other.len)
            return door_wrongly(d, str_fmt(&d->arena,
                                           "with these entries the books "
                                           "contradict themselves:\n%.*s",
                                           STR(other)));
    }
    import_count(&g->im);
    provenance(g);
    return DT_OK;
}

static dt_end write_book(struct importing *g, str text)
{
    dt *d = g->d;
    const char *to = g->what->to;
    str path = str_of(to);
    if (!g->what->replace &&
        d->os.kind(d->os.self, &d->arena, path) != OS_NOTHING)
        return door_wrongly(d, str_fmt(&d->arena,
                                       "'%s' is there already; with --replace "
                                       "it is written over",
                                       to));
    fault f = d->os.write(d->os.self, &d->arena, path, text);
    return f ? door_faulted(d, f) : DT_OK;
}

static dt_end do_import(dt *d, const dt_imported *what, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    struct importing *g = new_one(&d->arena, struct importing);
    struct import *im = &g->im;
    *g = (struct importing){ .d = d, .what = what };
    im->keep = im->names.keep = im->told.keep = &d->arena;
    im->diags = &d->diags;
    im->table = &g->table;
    if (d->sources.n)
        return door_wrongly(d, S("a run reads once"));
    if (!what->table || !what->map)
        return door_wrongly(d, S("an import takes a table and a mapping"));
    dt_end end = read_others(g); /* first: a pact is what was read first */
    if (end == DT_OK)
        end = read_map(g);
    if (end == DT_OK)
        end = read_table(g);
    if (end == DT_OK)
        end = make(g);
    if (end != DT_OK)
        return end;
    str text = import_laid_out(im);
    bool refused = im->rows_refused > 0;
    if (what->to && !refused)
        end = write_book(g, text);
    if (end != DT_OK)
        return end;
    struct imported shown = { .im = im,
                              .text = text,
                              .table = str_of(what->table),
                              .map = str_of(what->map),
                              .to = str_of(what->to ? what->to : ""),
                              .written = what->to && !refused,
                              .sources = &d->sources,
                              .version = S(DETENTE_VERSION) };
    (how & DT_JSON ? show_import_json : show_import)(&b, &d->arena, &shown);
    door_give(&b, out);
    return refused ? DT_FINDINGS : DT_OK;
}

dt_end dt_import(dt *d, const dt_imported *what, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!door_begins(d) || setjmp(d->full))
        return door_refused(d);
    return do_import(d, what, how, out);
}
