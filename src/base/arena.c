/* arena.c - blocks in a stack; see arena.h */
#include "base/arena.h"

#include "base/os.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef OS_WATCHED
/* The free room of a block is out of bounds for everybody. */
#include <sanitizer/asan_interface.h>
#define hide(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define show(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#else
#define hide(p, n) ((void)(p), (void)(n))
#define show(p, n) ((void)(p), (void)(n))
#endif

enum { FIRST = 64 * 1024, BIGGEST = 32 * 1024 * 1024 };

struct arena_block {
    struct arena_block *prev;
    size_t size; /* of the bytes that follow */
#ifdef OS_WATCHED
    max_align_t fence; /* out of bounds, too: what begins too early is seen */
#endif
    max_align_t bytes[];
};

#ifdef OS_WATCHED
#define FENCE sizeof(max_align_t)
#else
#define FENCE 0
#endif

struct arena_also {
    struct arena_also *prev;
    void (*back)(void *what);
    void *what;
};

static bool tight;

void arena_tight(bool on)
{
    tight = on;
}

struct arena arena_new(size_t ceiling)
{
    return (struct arena){ .ceiling = ceiling };
}

_Noreturn void arena_refused(struct arena *a)
{
    if (a->full)
        longjmp(*a->full, 1);
    fputs("detente: out of memory\n", stderr);
    exit(70);
}

/* A new block with room for at least NEED bytes. */
static void add_block(struct arena *a, size_t need)
{
    size_t size = a->last ? a->last->size * 8 : FIRST;
    if (size > BIGGEST)
        size = BIGGEST;
    if (size < need || tight)
        size = need;
    if (size > a->ceiling || a->taken > a->ceiling - size)
        arena_refused(a);
    struct arena_block *b = os_memory(sizeof *b + size);
    if (!b)
        arena_refused(a);
    b->prev = a->last;
    b->size = size;
    a->taken += size;
    a->last = b;
    a->at = a->clean = (char *)b->bytes;
    a->end = a->at + size;
    hide((char *)(b + 1) - FENCE, size + FENCE);
}

/* The next NEED bytes, zeroed: what the machine gives is zero already. */
static void hand_out(struct arena *a, size_t need)
{
    char *p = a->at;
    show(p, need);
    a->at = p + need;
    if (p < a->clean)
        memset(p, 0, a->at < a->clean ? need : (size_t)(a->clean - p));
    if (a->clean < a->at)
        a->clean = a->at;
}

void *arena_take(struct arena *a, size_t size, size_t align, size_t n)
{
    assert(align && (align & (align - 1)) == 0);
    if (size && n > SIZE_MAX / 2 / size)
        arena_refused(a);
    size_t need = size * n;
    size_t pad = a->at ? (size_t)(-(uintptr_t)a->at & (align - 1)) : 0;
    if (!a->at || (size_t)(a->end - a->at) < need + pad) {
        add_block(a, need + align);
        pad = (size_t)(-(uintptr_t)a->at & (align - 1));
    }
    a->at += pad;
    char *p = a->at;
    hand_out(a, need);
    return p;
}

void *arena_grow(struct arena *a, void *old, size_t size, size_t align,
                 size_t *cap, size_t need)
{
    if (need <= *cap)
        return old;
    size_t want = *cap ? *cap * 2 : 8;
    while (want < need)
        want *= 2;
    char *p = old;
    if (p && p + *cap * size == a->at &&
        (size_t)(a->end - a->at) >= (want - *cap) * size) {
        hand_out(a, (want - *cap) * size);
    } else {
        p = arena_take(a, size, align, want);
        if (old)
            memcpy(p, old, *cap * size);
    }
    *cap = want;
    return p;
}

struct arena_mark arena_mark(const struct arena *a)
{
    return (struct arena_mark){ a->last, a->at, a->also };
}

void arena_back(struct arena *a, struct arena_mark m)
{
    for (; a->also != m.also; a->also = a->also->prev)
        a->also->back(a->also->what);
    while (a->last != m.last) {
        struct arena_block *b = a->last;
        a->last = b->prev;
        a->taken -= b->size;
        show((char *)(b + 1) - FENCE, b->size + FENCE);
        os_memory_back(b, sizeof *b + b->size);
        a->clean = NULL;
    }
    a->at = m.at;
    a->end = a->last ? (char *)a->last->bytes + a->last->size : NULL;
    if (!a->clean)
        a->clean = a->end; /* nobody knows how far it was used */
    if (a->last)
        hide(a->at, (size_t)(a->end - a->at));
}

void arena_free(struct arena *a)
{
    arena_back(a, (struct arena_mark){ NULL, NULL, NULL });
}

void arena_also(struct arena *a, void (*back)(void *what), void *what)
{
    jmp_buf here, *outer = a->full;
    a->full = &here;
    if (setjmp(here)) {
        a->full = outer;
        back(what);
        arena_refused(a);
    }
    struct arena_also *n = new_one(a, struct arena_also);
    a->full = outer;
    *n = (struct arena_also){ a->also, back, what };
    a->also = n;
}
