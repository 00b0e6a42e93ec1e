/* arena.h - memory by lifetime, not by object.
 *
 *   struct arena *keep   by pointer: what is made outlives the call
 *   struct arena *work   scratch: arena_mark() before, arena_back() after
 *
 * An arena grows by blocks up to a ceiling; nothing is freed singly, all of
 * it at once by arena_free().  Memory comes back zeroed.  When the ceiling is
 * reached or the machine refuses, arena_take() jumps to `full` if that is
 * set, or else says so and ends the program with exit code 70: callers never
 * see NULL.  The one longjmp of the house stands in arena_take().
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena_block;
struct arena_also;

struct arena {
    struct arena_block *last; /* blocks are a stack, newest first */
    char *at, *end;           /* free room in the newest block */
    char *clean;              /* from here on it is zero as it came */
    size_t taken, ceiling;    /* bytes from the machine, and at most */
    jmp_buf *full;            /* where to go when it is full */
    struct arena_also *also;  /* see arena_also(), newest first */
};

struct arena_mark {
    struct arena_block *last;
    char *at;
    struct arena_also *also;
};

#define new_one(a, T) ((T *)arena_take((a), sizeof(T), _Alignof(T), 1))
#define new_n(a, T, n) ((T *)arena_take((a), sizeof(T), _Alignof(T), (n)))

/* An empty arena that may take up to CEILING bytes. */
struct arena arena_new(size_t ceiling);

/* Out of memory: jump or end, as above. For what allocates elsewhere. */
_Noreturn void arena_refused(struct arena *a);

/* N zeroed objects of SIZE bytes, aligned to ALIGN. */
void *arena_take(struct arena *a, size_t size, size_t align, size_t n);

/* Grow an array that grows at its end: returns room for at least NEED
 * objects; *CAP is updated.  Old contents are kept (copied if moved). */
void *arena_grow(struct arena *a, void *old, size_t size, size_t align,
                 size_t *cap, size_t need);

static inline void *arena_room(struct arena *a, void *old, size_t size,
                               size_t align, size_t *cap, size_t need)
{
    return need <= *cap ? old : arena_grow(a, old, size, align, cap, need);
}

struct arena_mark arena_mark(const struct arena *a);
void arena_back(struct arena *a, struct arena_mark m);
void arena_free(struct arena *a);

/* WHAT was allocated elsewhere, as by a library, and is A's from now on: when
 * its part of A is given back, or A is full already, it is BACK()'s. */
void arena_also(struct arena *a, void (*back)(void *what), void *what);

/* For tests: from now on each object gets a block of its own, so that a
 * sanitizer sees where it ends, and os_memory_fail_at() counts objects. */
void arena_tight(bool on);

/* Append X to the growing array V with count N and capacity CAP. */
#define push(a, v, n, cap)                                                    \
    ((v) = arena_room((a), (v), sizeof *(v), _Alignof(max_align_t), &(cap),   \
                      (n) + 1),                                               \
     &(v)[(n)++])

#endif
