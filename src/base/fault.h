/* fault.h - what the world did wrong: a file, a disk, a signature.
 *
 * A value, passed up; NULL is good news.  Each caller that adds a reason
 * wraps the one below.  What is wrong with a *text* is a diagnostic
 * (diag/diag.h); what is wrong with *us* is an assert.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include "base/str.h"

struct fault {
    str what;
    const struct fault *because;
};
typedef const struct fault *fault;

fault fault_new(struct arena *keep, fault because, const char *fmt, ...)
    __attribute__((format(printf, 3, 4), nonnull(3)));

/* "cannot X: because Y: because Z" */
str fault_text(struct arena *keep, fault f);

#endif
