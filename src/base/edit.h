/* edit.h - texts that stand for files.
 *
 * An editor's buffers lie over the machine: a path that has one is read from
 * it, and is a file, saved or not; all others are the machine's.
 */
#ifndef BASE_EDIT_H
#define BASE_EDIT_H

#include "base/os.h"

struct edit {
    str path, text; /* path: without `.` and `..` in it */
};

struct edits {
    struct os below; /* the machine */
    struct edit *at;
    size_t n, cap;
};

/* From now on OS goes by E: PATH is TEXT (copied to KEEP). */
void edits_put(struct edits *e, struct arena *keep, struct os *os, str path,
               str text);
/* PATH without `.`, `..` and doubled slashes, as far as words go. */
str path_plain(struct arena *keep, str path);

#endif
