/* os_fake.h - a second machine: files in memory, and it fails on demand.
 *
 * A call that fails changes nothing, and says FAKE_FAILED; `kind`, which has
 * no words for it, says that there is nothing.
 */
#ifndef TEST_OS_FAKE_H
#define TEST_OS_FAKE_H

#include "base/os.h"

#define FAKE_FAILED "the machine was told to fail"
#define FAKE_MISSING "there is no such file"
#define FAKE_THERE "it is there already"
#define FAKE_NO_MORE "it has no more programs"
#define FAKE_CLOSED "nobody may read it"

struct fake_file {
    str path, text;
    bool unreadable;
};

struct fake {
    struct arena *keep;
    struct fake_file files[32];
    size_t n;
    long fail_at;       /* the Nth call from now fails; 0: none does */
    long calls;         /* so far */
    const char *failed; /* which call failed last, and on what */
    str failed_path;
    struct os_ran ran[4]; /* what programs that are run say, in this order */
    size_t ran_n, run_n;  /* how many there are, and how many were run */
    str words[4];         /* with which words, a blank between them */
};

void fake_init(struct fake *f, struct arena *keep);
void fake_put(struct fake *f, str path, str text);
/* The text of a file, or NULL text if there is none. */
str fake_get(const struct fake *f, str path);
struct os fake_os(struct fake *f);

#endif
