/* fault.c - see fault.h */
#include "base/fault.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

fault fault_new(struct arena *keep, fault because, const char *fmt, ...)
{
    va_list ap, again;
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    assert(n >= 0);
    char *text = new_n(keep, char, (size_t)n + 1);
    vsnprintf(text, (size_t)n + 1, fmt, again);
    va_end(again);
    va_end(ap);
    struct fault *f = new_one(keep, struct fault);
    *f = (struct fault){ { text, (size_t)n }, because };
    return f;
}

str fault_text(struct arena *keep, fault f)
{
    struct buf b = { .keep = keep };
    for (; f; f = f->because) {
        buf_add(&b, f->what);
        if (f->because)
            buf_z(&b, ": ");
    }
    return buf_str(&b);
}
