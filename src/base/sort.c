/* sort.c - see sort.h */
#include "base/sort.h"

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
