/* sort.h - a stable sort that hands an argument to the comparison.
 *
 * qsort() has no argument and is not stable; this is a merge sort, bottom up,
 * in O(n log n) comparisons and n pointers of scratch room.
 */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include "base/arena.h"

typedef int sort_cmp(const void *a, const void *b, void *with);

/* Sort the N pointers of V. */
void sort_by(struct arena *work, const void **v, size_t n, sort_cmp *cmp,
             void *with);

/* The same for an array of N things of SIZE bytes each, in place. */
void sort_array(struct arena *work, void *at, size_t n, size_t size,
                sort_cmp *cmp, void *with);

/* Bring the MOST pointers of V that come first to its front, in any order; of
 * equal ones any. A heap of MOST: far fewer comparisons than a sort, where
 * MOST is small (J. W. J. Williams, CACM 7, 1964). */
void sort_first(const void **v, size_t n, size_t most, sort_cmp *cmp,
                void *with);

#endif
