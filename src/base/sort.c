/* sort.c - see sort.h */
#include "base/sort.h"

#include <string.h>

/* Merge [a, b) and [b, c) of FROM to TO. */
static void merge(const void **from, const void **to, size_t a, size_t b,
                  size_t c, sort_cmp *cmp, void *with)
{
    size_t i = a, k = b;
    for (size_t n = a; n < c; n++) {
        bool left = i < b && (k == c || cmp(from[i], from[k], with) <= 0);
        to[n] = left ? from[i++] : from[k++];
    }
}

void sort_by(struct arena *work, const void **v, size_t n, sort_cmp *cmp,
             void *with)
{
    struct arena_mark m = arena_mark(work);
    const void **from = v, **to = new_n(work, const void *, n);
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t a = 0; a < n; a += 2 * width) {
            size_t b = a + width < n ? a + width : n;
            size_t c = a + 2 * width < n ? a + 2 * width : n;
            merge(from, to, a, b, c, cmp, with);
        }
        const void **x = from;
        from = to;
        to = x;
    }
    for (size_t i = 0; from != v && i < n; i++)
        v[i] = from[i];
    arena_back(work, m);
}

void sort_array(struct arena *work, void *at, size_t n, size_t size,
                sort_cmp *cmp, void *with)
{
    struct arena_mark m = arena_mark(work);
    const void **v = new_n(work, const void *, n);
    char *sorted = new_n(work, char, n *size);
    for (size_t i = 0; i < n; i++)
        v[i] = (char *)at + i * size;
    sort_by(work, v, n, cmp, with);
    for (size_t i = 0; i < n; i++)
        memcpy(sorted + i * size, v[i], size);
    if (n)
        memcpy(at, sorted, n * size);
    arena_back(work, m);
}

/* Of the heap V of N, whose last in order is at its top, put I's in place. */
static void sift(const void **v, size_t n, size_t i, sort_cmp *cmp, void *with)
{
    for (size_t k; (k = 2 * i + 1) < n; i = k) {
        if (k + 1 < n && cmp(v[k + 1], v[k], with) > 0)
            k++;
        if (cmp(v[k], v[i], with) <= 0)
            return;
        const void *x = v[i];
        v[i] = v[k];
        v[k] = x;
    }
}

void sort_first(const void **v, size_t n, size_t most, sort_cmp *cmp,
                void *with)
{
    if (!most || n <= most)
        return;
    for (size_t i = most / 2; i-- > 0;)
        sift(v, most, i, cmp, with);
    for (size_t i = most; i < n; i++) {
        if (cmp(v[i], v[0], with) >= 0)
            continue;
        const void *x = v[i];
        v[i] = v[0];
        v[0] = x;
        sift(v, most, 0, cmp, with);
    }
}
