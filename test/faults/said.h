/* said.h - what a run has said, for the tests of faults */
#ifndef SAID_H
#define SAID_H

#include "check.h"
#include "door.h"

static inline str text_of(dt_text t)
{
    return (str){ t.at, t.length };
}

static inline bool holds(str text, str part)
{
    for (size_t i = 0; i + part.len <= text.len; i++)
        if (str_eq(str_cut(text, i, i + part.len), part))
            return true;
    return false;
}

static inline str messages(dt *d)
{
    dt_text t;
    dt_messages(d, 0, &t);
    CHECK(t.at && !t.at[t.length]);
    return text_of(t);
}

#endif
