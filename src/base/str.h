/* str.h - text as a pointer and a length; a value, copied freely.
 *
 * Never NUL-terminated, except what str_z() makes for the operating system.
 * Bytes are UTF-8 unless said otherwise.  Nothing here fails.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    const char *at;
    size_t len;
} str;

#define S(literal) ((str){ (literal), sizeof(literal) - 1 })
#define STR(s) (int)(s).len, (s).at /* for "%.*s" */

str str_of(const char *z);
static inline bool str_eq(str a, str b)
{
    return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}
int str_cmp(str a, str b); /* byte order */
/* The same of what A and B point to, for qsort(). */
int str_by_bytes(const void *a, const void *b);
/* Numbers in it as numbers, and parts between dots that are Roman numerals up
 * to LXXXIX: 1.2 before 1.10, IX.1 before X.1, X before A. */
int str_by_numbers(str a, str b);
/* Equal but for capitals, of the letters A to Z. */
bool str_same_letters(str a, str b);
bool str_starts(str s, str head);
bool str_ends(str s, str tail);
/* "a/b/c" below "a/b", parts being parted by PART. */
bool str_below(str s, str above, char part);
/* PART, which is not empty, is somewhere in it. */
bool str_holds(str s, str part);
/* [from, to), clamped. */
static inline str str_cut(str s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    return (str){ s.at + from, to - from };
}
str str_trim(str s); /* blanks off both ends */
uint64_t str_hash(str s);
str str_copy(struct arena *keep, str s);
char *str_z(struct arena *keep, str s);
str str_fmt(struct arena *keep, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));

/* The code point at *I, which moves on; a bad byte reads as U+FFFD and moves
 * by one.  Precondition: *I < s.len. */
uint32_t str_rune(str s, size_t *i);
/* The offset of the first byte that is not valid UTF-8, or s.len. */
size_t str_utf8(str s);
/* S, each byte that is not valid UTF-8 as U+FFFD; S itself if there is none.
 */
str str_clean(struct arena *keep, str s);
/* Nothing but U+0020 to U+007E. */
bool str_is_plain(str s);
/* Columns a terminal uses for S: 2 for wide, 0 for combining marks. */
size_t str_width(str s);
/* Characters as a reader sees them (combining marks not counted). */
size_t str_chars(str s);

/* Text that grows; `out` so far is buf_str().  Has a ceiling: the arena's. */
struct buf {
    struct arena *keep;
    char *at;
    size_t len, cap;
};

void buf_add(struct buf *b, str s);
void buf_z(struct buf *b, const char *z);
void buf_char(struct buf *b, char c);
void buf_pad(struct buf *b, char c, size_t n);
void buf_fmt(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));
str buf_str(const struct buf *b);

#endif
