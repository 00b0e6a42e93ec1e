/* fault.c - see fault.h */
#include "base/fault.h"

#include <stdarg.h>
#include <stdio.h>

fault fault_new(struct arena *keep, fault because, const char *fmt, ...)
{
    char text[1024];
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    struct fault *f = new_one(keep, struct fault);
    f->what = str_copy(keep, str_of(text));
    f->because = because;
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
