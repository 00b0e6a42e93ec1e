/* diff.c - the front door: dt_diff(); see detente.h */
#include "own.h"

#include "diff/diff.h"

/* The pacts among PATHS; a folder stands for those in it. */
static dt_end pacts_of(dt *d, const char *const *paths, size_t n,
                       struct stage *s)
{
    str *files = NULL;
    size_t files_n = 0, cap = 0;
    for (size_t i = 0; i < n; i++) {
        str path = str_of(paths[i]);
        struct os_names names;
        if (d->os.kind(d->os.self, &d->arena, path) != OS_FOLDER) {
            if (!str_ends(path, S(".book")))
                *push(&d->arena, files, files_n, cap) = path;
            continue;
        }
        fault f = d->os.list(d->os.self, &d->arena, path, &names);
        if (f)
            return door_faulted(d, f);
        for (size_t k = 0; k < names.n; k++)
            if (str_ends(names.at[k], S(".pact")))
                *push(&d->arena, files, files_n, cap) = str_fmt(
                    &d->arena, "%.*s/%.*s", STR(path), STR(names.at[k]));
    }
    s->files = files;
    s->files_n = files_n;
    return files_n ? DT_OK
                   : door_wrongly(d, S("a text to compare has a .pact file"));
}

/* One of the texts; its errors are the run's. */
static dt_end read_text(dt *d, struct stage *s, const char *const *paths,
                        size_t n)
{
    dt_end end = pacts_of(d, paths, n, s);
    if (end != DT_OK)
        return end;
    d->sources = (struct sources){ .keep = &d->arena };
    struct sources *own = new_one(&d->arena, struct sources);
    own->keep = &d->arena;
    fault f = pact_read_on(&d->arena, s->geo, &d->os, own, &d->diags, s->files,
                           s->files_n, NULL, 0, &s->p);
    d->sources = *own;
    d->pact = s->p;
    if (f)
        return door_faulted(d, f);
    return d->diags.errors ? DT_WRONG : DT_OK;
}

/* From here on the run has read the files of both. */
static void both_read(dt *d, const struct diff *x)
{
    struct pact *p = new_one(&d->arena, struct pact);
    *p = *x->text[DIFF_NEW].p;
    p->sources = &d->sources;
    d->sources = (struct sources){ .keep = &d->arena };
    for (int t = 0; t < 2; t++) {
        const struct sources *s = x->text[t].p->sources;
        for (size_t i = 0; i < s->n; i++)
            *push(&d->arena, d->sources.at, d->sources.n, d->sources.cap) =
                s->at[i];
    }
    d->pact = p;
}

static dt_end do_diff(dt *d, const dt_diffed *what, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    struct diff *x = new_one(&d->arena, struct diff);
    x->keep = &d->arena;
    if (d->pact || d->sources.n)
        return door_wrongly(d, S("a run reads once"));
    struct geo *geo = geo_new(&d->arena, NULL);
    for (int i = 0; i < 2; i++)
        x->text[i] =
            (struct stage){ .keep = &d->arena, .geo = geo, .os = d->os };
    dt_end end =
        read_text(d, &x->text[DIFF_OLD], what->old_paths, what->old_n);
    if (end == DT_OK)
        end = read_text(d, &x->text[DIFF_NEW], what->new_paths, what->new_n);
    if (end != DT_OK)
        return end;
    fault f = diff_make(x, str_of(what->clause ? what->clause : ""));
    if (f)
        return door_faulted(d, f);
    if (what->clause && !x->n)
        return door_wrongly(d, str_fmt(&d->arena,
                                       "neither text has a clause '%s'",
                                       what->clause));
    both_read(d, x);
    struct run r = door_run(d, how);
    bool same = show_diff(&b, &r, x, (how & DT_JSON) != 0);
    door_give(&b, out);
    return same ? DT_OK : DT_FINDINGS;
}

dt_end dt_diff(dt *d, const dt_diffed *what, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!door_begins(d) || setjmp(d->full))
        return door_refused(d);
    return do_diff(d, what, how, out);
}
