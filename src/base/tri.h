/* tri.h - three-valued truth (Kleene): what is not known stays possible. */
#ifndef BASE_TRI_H
#define BASE_TRI_H

#include <stdbool.h>

typedef enum { NO, MAYBE, YES } tri;

static inline tri tri_and(tri a, tri b)
{
    return a < b ? a : b;
}

static inline tri tri_or(tri a, tri b)
{
    return a > b ? a : b;
}

static inline tri tri_not(tri a)
{
    return (tri)(YES - a);
}

static inline tri tri_of(bool b)
{
    return b ? YES : NO;
}

#endif
