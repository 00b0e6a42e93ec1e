/* os.c - the machine we run on; see os.h.  POSIX. */
#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE
#include "base/os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static long fail_at;

/* Large pieces are whole large pages where the machine has such: a book of a
 * million movements would touch fifty thousand small ones. The sanitizers
 * watch over malloc() alone. */
enum { LARGE = 2 * 1024 * 1024 };

#if defined(MADV_HUGEPAGE) && !defined(OS_WATCHED)
static bool is_large(size_t n)
{
    return n >= LARGE && n < SIZE_MAX - 2 * LARGE;
}

static size_t whole(size_t n)
{
    return (n + LARGE - 1) / LARGE * LARGE;
}

/* Begins at a large page: what is before and behind it goes back. */
static void *large_memory(size_t n)
{
    size_t all = whole(n) + LARGE;
    char *p = mmap(NULL, all, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED)
        return NULL;
    size_t before = (size_t)(-(uintptr_t)p & (LARGE - 1));
    if (before)
        munmap(p, before);
    munmap(p + before + whole(n), LARGE - before);
    p += before;
    madvise(p, whole(n), MADV_HUGEPAGE); /* it may say no */
    return p;
}
#else
static bool is_large(size_t n)
{
    (void)n;
    return false;
}

static size_t whole(size_t n)
{
    return n;
}

static void *large_memory(size_t n)
{
    return calloc(n, 1);
}
#endif

void *os_memory(size_t n)
{
    if (fail_at && --fail_at == 0)
        return NULL;
    return is_large(n) ? large_memory(n) : calloc(n, 1);
}

void os_memory_back(void *p, size_t n)
{
    if (is_large(n))
        munmap(p, whole(n));
    else
        free(p);
}

void os_memory_fail_at(long nth)
{
    fail_at = nth;
}

static fault failed(struct arena *keep, const char *doing, str path)
{
    int e = errno;
    return fault_new(keep, fault_new(keep, NULL, "%s", strerror(e)),
                     "cannot %s '%.*s'", doing, STR(path));
}

static fault too_big(struct arena *keep, str path)
{
    return fault_new(keep, NULL, "cannot read '%.*s': over 4 GB", STR(path));
}

/* All bytes of FD, which need not tell its size (a pipe). */
static fault read_all(struct arena *keep, int fd, str path, size_t hint,
                      str *out)
{
    /* the last byte is for a read that finds nothing more */
    struct buf b = { .keep = keep, .cap = hint ? hint + 1 : 65536 };
    b.at = new_n(keep, char, b.cap);
    for (;;) {
        b.at = arena_room(keep, b.at, 1, 1, &b.cap, b.len + 1);
        ssize_t n = read(fd, b.at + b.len, b.cap - b.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return failed(keep, "read", path);
        if (n == 0)
            break;
        b.len += (size_t)n;
        if (b.len > OS_FILE_MAX)
            return too_big(keep, path);
    }
    *out = buf_str(&b);
    return NULL;
}

static fault read_open(struct arena *keep, int fd, str path, str *out)
{
    struct stat st;
    if (fstat(fd, &st))
        return failed(keep, "look at", path);
    if (S_ISDIR(st.st_mode))
        return fault_new(keep, NULL, "cannot read '%.*s': it is a folder",
                         STR(path));
    size_t size = S_ISREG(st.st_mode) ? (size_t)st.st_size : 0;
    return size > OS_FILE_MAX ? too_big(keep, path)
                              : read_all(keep, fd, path, size, out);
}

static fault real_read(void *self, struct arena *keep, str path, str *out)
{
    (void)self;
    if (str_eq(path, S("-")))
        return read_all(keep, 0, S("standard input"), 0, out);
    int fd = open(str_z(keep, path), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return failed(keep, "open", path);
    jmp_buf here, *outer = keep->full;
    keep->full = &here;
    if (setjmp(here)) { /* memory ran out: close it, and fall on */
        close(fd);
        keep->full = outer;
        arena_refused(keep);
    }
    fault f = read_open(keep, fd, path, out);
    keep->full = outer;
    close(fd);
    return f;
}

static bool put_all(int fd, str text)
{
    while (text.len) {
        ssize_t n = write(fd, text.at, text.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        text = str_cut(text, (size_t)n, text.len);
    }
    return true;
}

/* NULL, or what cannot be done: no memory is asked for while TMP is there. */
static const char *put_file(int fd, const char *tmp, const char *to, str text,
                            mode_t mode)
{
    const char *doing = !put_all(fd, text) ? "write"
                        : fchmod(fd, mode) ? "set the mode of"
                        : fsync(fd)        ? "write"
                                           : NULL;
    int e = errno;
    if (close(fd) && !doing) {
        doing = "write";
        e = errno;
    }
    if (!doing && rename(tmp, to)) {
        doing = "replace";
        e = errno;
    }
    if (doing)
        unlink(tmp);
    errno = e;
    return doing;
}

/* Where PATH is a link, what it leads to is replaced, and the link stays. */
static fault real_write(void *self, struct arena *work, str path, str text)
{
    (void)self;
    char real[PATH_MAX], *to = str_z(work, path);
    if (realpath(to, real))
        to = real;
    struct stat st;
    bool was = !stat(to, &st);
    if (was && !S_ISREG(st.st_mode))
        return fault_new(work, NULL, "cannot write '%.*s': it is %s",
                         STR(path),
                         S_ISDIR(st.st_mode) ? "a folder" : "no file");
    if (was && !(st.st_mode & 0222))
        return fault_new(work, NULL, "cannot write '%.*s': it is read-only",
                         STR(path));
    char *tmp = str_z(work, str_fmt(work, "%s.XXXXXX", to));
    int fd = mkstemp(tmp);
    if (fd < 0)
        return failed(work, "write beside", path);
    const char *doing =
        put_file(fd, tmp, to, text, was ? st.st_mode & 07777 : 0644);
    return doing ? failed(work, doing, path) : NULL;
}

/* One new file; NULL, or what cannot be done. */
static const char *new_file(const char *path, str text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0)
        return "write";
    bool good = put_all(fd, text) && !fsync(fd);
    int e = errno;
    if (close(fd) && good)
        return "write";
    errno = e;
    return good ? NULL : "write";
}

/* Fill the folder TMP, whose files are called PATHS, and rename it; no memory
 * is asked for while TMP is there. */
static const char *put_folder(char *tmp, const char *to, char *const *paths,
                              const struct os_file *files, size_t n)
{
    size_t made = 0;
    const char *doing = chmod(tmp, 0755) ? "set the mode of" : NULL;
    for (; !doing && made < n; made++)
        doing = new_file(paths[made], files[made].text);
    if (!doing && rename(tmp, to))
        doing = "make";
    if (!doing)
        return NULL;
    int e = errno;
    for (size_t i = 0; i < made; i++)
        unlink(paths[i]);
    rmdir(tmp);
    errno = e;
    return doing;
}

static fault real_folder(void *self, struct arena *work, str path,
                         const struct os_file *files, size_t n)
{
    (void)self;
    struct stat st;
    str plain = path;
    while (plain.len > 1 && plain.at[plain.len - 1] == '/')
        plain.len--;
    char *to = str_z(work, plain);
    if (!lstat(to, &st))
        return fault_new(work, NULL, "cannot make '%.*s': it is there already",
                         STR(path));
    char *tmp = str_z(work, str_fmt(work, "%s.XXXXXX", to));
    char **paths = new_n(work, char *, n + 1);
    for (size_t i = 0; i < n; i++) /* filled in once TMP has a name */
        paths[i] =
            str_z(work, str_fmt(work, "%s/%.*s", tmp, STR(files[i].name)));
    if (!mkdtemp(tmp))
        return failed(work, "make", path);
    for (size_t i = 0; i < n; i++)
        memcpy(paths[i], tmp, strlen(tmp));
    const char *doing = put_folder(tmp, to, paths, files, n);
    return doing ? failed(work, doing, path) : NULL;
}

static fault list_open(struct arena *keep, DIR *d, str path,
                       struct os_names *out)
{
    size_t cap = 0;
    struct dirent *e;
    *out = (struct os_names){ 0 };
    while (errno = 0, (e = readdir(d)))
        if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
            *push(keep, out->at, out->n, cap) =
                str_copy(keep, str_of(e->d_name));
    return errno ? failed(keep, "list", path) : NULL;
}

static fault real_list(void *self, struct arena *keep, str path,
                       struct os_names *out)
{
    (void)self;
    DIR *d = opendir(str_z(keep, path));
    if (!d)
        return failed(keep, "open the folder", path);
    jmp_buf here, *outer = keep->full;
    keep->full = &here;
    if (setjmp(here)) { /* as in real_read() */
        closedir(d);
        keep->full = outer;
        arena_refused(keep);
    }
    fault f = list_open(keep, d, path, out);
    keep->full = outer;
    closedir(d);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, str_by_bytes);
    return f;
}

static enum os_kind real_kind(void *self, struct arena *work, str path)
{
    (void)self;
    struct stat st;
    if (stat(str_z(work, path), &st))
        return OS_NOTHING;
    return S_ISREG(st.st_mode)   ? OS_FILE
           : S_ISDIR(st.st_mode) ? OS_FOLDER
                                 : OS_OTHER;
}

struct os os_real(void)
{
    return (struct os){ NULL,      real_read,   real_write, real_list,
                        real_kind, real_folder, os_run };
}
