/* os_fake.h - a second machine: files in memory, and it fails on demand. */
#ifndef TEST_OS_FAKE_H
#define TEST_OS_FAKE_H

#include "base/os.h"

struct fake_file {
    str path, text;
    bool unreadable;
};

struct fake {
    struct arena *keep;
    struct fake_file files[32];
    size_t n;
    long fail_at;      /* the Nth call from now fails; 0: none does */
    long calls;        /* so far */
    struct buf out[3]; /* what was printed, by descriptor */
};

void fake_init(struct fake *f, struct arena *keep);
void fake_put(struct fake *f, str path, str text);
/* The text of a file, or NULL text if there is none. */
str fake_get(const struct fake *f, str path);
struct os fake_os(struct fake *f);

#endif
