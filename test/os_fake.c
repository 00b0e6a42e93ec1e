/* os_fake.c - see os_fake.h */
#include "os_fake.h"

#include <stdlib.h>

void fake_init(struct fake *f, struct arena *keep)
{
    *f = (struct fake){ .keep = keep };
}

static struct fake_file *find(struct fake *f, str path)
{
    for (size_t i = 0; i < f->n; i++)
        if (str_eq(f->files[i].path, path))
            return &f->files[i];
    return NULL;
}

void fake_put(struct fake *f, str path, str text)
{
    struct fake_file *was = find(f, path);
    if (!was)
        was = &f->files[f->n++];
    *was = (struct fake_file){ str_copy(f->keep, path),
                               str_copy(f->keep, text), false };
}

str fake_get(const struct fake *f, str path)
{
    struct fake_file *was = find((struct fake *)f, path);
    return was ? was->text : (str){ 0 };
}

/* Is it this call's turn to fail? */
static bool fails(struct fake *f, const char *call, str path)
{
    f->calls++;
    if (!f->fail_at || --f->fail_at)
        return false;
    f->failed = call;
    f->failed_path = str_copy(f->keep, path);
    return true;
}

static fault no(struct arena *keep, const char *what, str path,
                const char *because)
{
    return fault_new(keep, fault_new(keep, NULL, "%s", because),
                     "cannot %s '%.*s'", what, STR(path));
}

static fault fake_read(void *self, struct arena *keep, str path, str *out)
{
    struct fake *f = self;
    struct fake_file *file = find(f, path);
    if (fails(f, "read", path))
        return no(keep, "read", path, FAKE_FAILED);
    if (!file || file->unreadable)
        return no(keep, "read", path, file ? FAKE_CLOSED : FAKE_MISSING);
    *out = file->text;
    return NULL;
}

static fault fake_write(void *self, struct arena *work, str path, str text)
{
    struct fake *f = self;
    if (fails(f, "write", path))
        return no(work, "write", path, FAKE_FAILED);
    fake_put(f, path, text);
    return NULL;
}

static bool in_folder(str path, str folder)
{
    return path.len > folder.len && str_starts(path, folder) &&
           path.at[folder.len] == '/';
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const str *)a, *(const str *)b);
}

static fault fake_list(void *self, struct arena *keep, str path,
                       struct os_names *out)
{
    struct fake *f = self;
    *out = (struct os_names){ new_n(keep, str, f->n + 1), 0 };
    if (fails(f, "list", path))
        return no(keep, "open the folder", path, FAKE_FAILED);
    for (size_t i = 0; i < f->n; i++)
        if (in_folder(f->files[i].path, path))
            out->at[out->n++] =
                str_cut(f->files[i].path, path.len + 1, f->files[i].path.len);
    qsort(out->at, out->n, sizeof *out->at, by_bytes);
    return NULL;
}

static enum os_kind fake_kind(void *self, struct arena *work, str path)
{
    struct fake *f = self;
    (void)work;
    if (fails(f, "kind", path))
        return OS_NOTHING;
    if (find(f, path))
        return OS_FILE;
    for (size_t i = 0; i < f->n; i++)
        if (in_folder(f->files[i].path, path))
            return OS_FOLDER;
    return OS_NOTHING;
}

static fault fake_folder(void *self, struct arena *work, str path,
                         const struct os_file *files, size_t n)
{
    struct fake *f = self;
    if (fails(f, "folder", path))
        return no(work, "make", path, FAKE_FAILED);
    for (size_t i = 0; i < f->n; i++)
        if (in_folder(f->files[i].path, path))
            return no(work, "make", path, FAKE_THERE);
    for (size_t i = 0; i < n; i++)
        fake_put(f, str_fmt(work, "%.*s/%.*s", STR(path), STR(files[i].name)),
                 files[i].text);
    return NULL;
}

static fault fake_run(void *self, struct arena *keep, const str *words,
                      size_t n, unsigned seconds, size_t most,
                      struct os_ran *out)
{
    struct fake *f = self;
    struct buf b = { .keep = f->keep };
    (void)seconds;
    (void)most;
    *out = (struct os_ran){ .how = OS_MISSING };
    if (fails(f, "run", words[0]))
        return no(keep, "run", words[0], FAKE_FAILED);
    if (f->run_n == f->ran_n)
        return f->ran_n ? no(keep, "run", words[0], FAKE_NO_MORE) : NULL;
    for (size_t i = 0; i < n; i++)
        buf_fmt(&b, "%s%.*s", i ? " " : "", STR(words[i]));
    f->words[f->run_n] = buf_str(&b);
    *out = f->ran[f->run_n++];
    return NULL;
}

struct os fake_os(struct fake *f)
{
    return (struct os){ f,         fake_read,   fake_write, fake_list,
                        fake_kind, fake_folder, fake_run };
}
