/* os.h - the seam to the machine: all that is not pure stands behind it.
 *
 * One table of functions; the program uses os_real(), tests put a second
 * machine in its place (test/os_fake.c) that fails on demand.  Contracts:
 *
 *   read        whole file into KEEP; a directory, a missing or unreadable
 *               file is a fault.  At most OS_FILE_MAX bytes.
 *   write       whole or not at all: to a new file beside it, synced, then
 *               renamed over PATH; keeps the mode of a file that was there.
 *   folder      a new folder with files, whole or not at all: PATH may not be
 *               there. Names are without a slash; made beside it, then
 * renamed. list        names in the folder, sorted by bytes, no "." or "..".
 *   kind        what PATH is.
 *   run         the program WORDS[0], found by the PATH, with these words; no
 *               shell sees them. Its standard input is empty. It is ended if
 *               it takes over SECONDS or says more than MOST bytes. A fault:
 *               the machine cannot start programs.
 *
 * What is printed, and how wide a terminal is, is the command line's.
 */
#ifndef BASE_OS_H
#define BASE_OS_H

#include "base/fault.h"

enum os_kind { OS_NOTHING, OS_FILE, OS_FOLDER, OS_OTHER };

/* Where the machine's time zones are, one file each. */
#define OS_ZONES "/usr/share/zoneinfo"

#define OS_FILE_MAX ((size_t)4 << 30)

struct os_names {
    str *at;
    size_t n;
};

struct os_file {
    str name, text;
};

enum os_end { OS_ENDED, OS_MISSING, OS_LATE, OS_TOO_MUCH };

/* What became of a program. */
struct os_ran {
    enum os_end how;
    int status; /* if OS_ENDED: 0 is well, 128 + N a signal's */
    str out;    /* what it said */
    str err;    /* of what it complained, the first 4 KB */
};

struct os {
    void *self;
    fault (*read)(void *self, struct arena *keep, str path, str *out);
    fault (*write)(void *self, struct arena *work, str path, str text);
    fault (*list)(void *self, struct arena *keep, str path,
                  struct os_names *out);
    enum os_kind (*kind)(void *self, struct arena *work, str path);
    fault (*folder)(void *self, struct arena *work, str path,
                    const struct os_file *files, size_t n);
    fault (*run)(void *self, struct arena *keep, const str *words, size_t n,
                 unsigned seconds, size_t most, struct os_ran *out);
};

/* The machine we run on. */
struct os os_real(void);
/* Its `run` (run.c). */
fault os_run(void *self, struct arena *keep, const str *words, size_t n,
             unsigned seconds, size_t most, struct os_ran *out);

/* The address sanitizer watches this build. */
#if defined(__SANITIZE_ADDRESS__)
#define OS_WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OS_WATCHED 1
#endif
#endif

/* N bytes for arenas, zeroed: the only malloc and free of the house.  A test
 * can make the Nth call from now fail (0: never). */
void *os_memory(size_t n);
void os_memory_back(void *p, size_t n);
void os_memory_fail_at(long nth);

#endif
