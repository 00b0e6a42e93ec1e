/* edit.c - texts that stand for files; see edit.h */
#include "base/edit.h"

/* The last part of B, which holds a path, is dropped: `..` was met. */
static bool drop_last(struct buf *b, size_t root)
{
    size_t n = b->len;
    while (n > root && b->at[n - 1] != '/')
        n--;
    if (str_eq(str_cut(buf_str(b), n, b->len), S("..")) || b->len == root)
        return false;
    b->len = n > root ? n - 1 : root;
    return true;
}

str path_plain(struct arena *keep, str path)
{
    struct buf b = { .keep = keep };
    size_t root = path.len && path.at[0] == '/';
    buf_add(&b, str_cut(path, 0, root));
    for (size_t i = root; i < path.len;) {
        size_t end = i;
        while (end < path.len && path.at[end] != '/')
            end++;
        str part = str_cut(path, i, end);
        i = end + 1;
        if (!part.len || str_eq(part, S(".")))
            continue;
        if (str_eq(part, S("..")) && (drop_last(&b, root) || root))
            continue;
        buf_z(&b, b.len > root ? "/" : "");
        buf_add(&b, part);
    }
    return b.len ? buf_str(&b) : S(".");
}

static const struct edit *find(struct edits *e, struct arena *work, str path)
{
    str plain = path_plain(work, path);
    for (size_t i = 0; i < e->n; i++)
        if (str_eq(e->at[i].path, plain))
            return &e->at[i];
    return NULL;
}

/* ---- the machine, as it looks with them --------------------------------- */

static fault read_edited(void *self, struct arena *keep, str path, str *out)
{
    struct edits *e = self;
    const struct edit *x = find(e, keep, path);
    if (!x)
        return e->below.read(e->below.self, keep, path, out);
    *out = x->text;
    return NULL;
}

static fault write_below(void *self, struct arena *work, str path, str text)
{
    struct edits *e = self;
    return e->below.write(e->below.self, work, path, text);
}

static fault list_below(void *self, struct arena *keep, str path,
                        struct os_names *out)
{
    struct edits *e = self;
    return e->below.list(e->below.self, keep, path, out);
}

static enum os_kind kind_edited(void *self, struct arena *work, str path)
{
    struct edits *e = self;
    return find(e, work, path) ? OS_FILE
                               : e->below.kind(e->below.self, work, path);
}

static fault folder_below(void *self, struct arena *work, str path,
                          const struct os_file *files, size_t n)
{
    struct edits *e = self;
    return e->below.folder(e->below.self, work, path, files, n);
}

static fault run_below(void *self, struct arena *keep, const str *words,
                       size_t n, unsigned seconds, size_t most,
                       struct os_ran *out)
{
    struct edits *e = self;
    return e->below.run(e->below.self, keep, words, n, seconds, most, out);
}

void edits_put(struct edits *e, struct arena *keep, struct os *os, str path,
               str text)
{
    if (!e->n) {
        e->below = *os;
        *os = (struct os){ .self = e,
                           .read = read_edited,
                           .write = write_below,
                           .list = list_below,
                           .kind = kind_edited,
                           .folder = folder_below,
                           .run = run_below };
    }
    str plain = path_plain(keep, path), copy = str_copy(keep, text);
    for (size_t i = 0; i < e->n; i++)
        if (str_eq(e->at[i].path, plain)) {
            e->at[i].text = copy;
            return;
        }
    *push(keep, e->at, e->n, e->cap) = (struct edit){ plain, copy };
}
