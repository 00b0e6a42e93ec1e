/* diag.h - what is wrong with a text: collect it, point at it, show the mend.
 *
 * A message has a kind (diag/kinds.def: code, severity, and a page for
 * `detente explain`), a place, one sentence, and then any of: places that
 * belong to it (notes), the reason, the mend.  Messages are printed in order
 * of file and place, whatever the order in which they were found; two with
 * the same kind, place and sentence are one.
 *
 *     struct diag *d = diag_add(diags, DIAG_NAME_TWICE, at,
 *                               "'%.*s' is declared twice", STR(name));
 *     diag_note(diags, d, first, "first declared here");
 *     diag_help(diags, d, "rename one of the two");
 *
 * Wording: no capital, no full stop, names in quotes, what is wrong first,
 * the mend in help; never "invalid" without what was expected.
 *
 * Knows base only.  Not safe to share between threads.
 */
#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include "base/fault.h"

#include <stdarg.h>

/* A file as it was read.  `path` is as the user gave it, or as `include`
 * resolved it; the index in struct sources names it everywhere. */
struct source {
    str path, text;
    uint32_t *lines; /* where each line begins; made when asked for */
    size_t lines_n;
};

struct sources {
    struct arena *keep;
    struct source *at;
    size_t n, cap;
};

/* Bytes [from, to) of source FILE. from == to points between two bytes. */
typedef struct {
    uint32_t file, from, to;
} span;

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

enum diag_kind {
#define KIND(name, code, severity, title, what, wrong, right) DIAG_##name,
#include "diag/kinds.def"
#undef KIND
    DIAG_KINDS
};

struct diag_note {
    struct diag_note *next;
    span at;
    str text;
};

struct diag {
    enum diag_kind kind;
    span at;
    str text;          /* what is wrong */
    str clause;        /* "limit 5.2", or empty */
    str because, help; /* empty if none */
    struct diag_note *notes;
};

struct diags {
    struct arena *keep;
    struct diag **at;
    size_t n, cap;
    size_t errors; /* how many of them are errors */
};

struct diag *diag_add(struct diags *d, enum diag_kind kind, span at,
                      const char *fmt, ...)
    __attribute__((format(printf, 4, 5), nonnull(4)));
struct diag *diag_add_v(struct diags *d, enum diag_kind kind, span at,
                        const char *fmt, va_list ap)
    __attribute__((format(printf, 4, 0), nonnull(4)));
void diag_because(struct diags *d, struct diag *to, const char *fmt, ...)
    __attribute__((format(printf, 3, 4), nonnull(3)));
void diag_help(struct diags *d, struct diag *to, const char *fmt, ...)
    __attribute__((format(printf, 3, 4), nonnull(3)));
void diag_note(struct diags *d, struct diag *to, span at, const char *fmt, ...)
    __attribute__((format(printf, 4, 5), nonnull(4)));

/* Sort by place and drop what is said twice. */
void diag_sort(struct diags *d);

/* One message as people read it; COLOUR adds terminal colours. */
void diag_show(struct buf *out, struct sources *s, const struct diag *d,
               bool colour);
/* All of them, errors and, if WARNINGS, warnings, sorted, with a closing line
 * that counts; at most MOST shown, and then how many more there are. */
void diag_show_all(struct buf *out, struct sources *s, struct diags *d,
                   bool warnings, bool colour, size_t most);

/* Where byte AT of source FILE stands: line and character from 1; `byte` is
 * the byte in that line, from 1. */
struct place {
    size_t line, column, byte;
};
struct place diag_place(struct sources *s, uint32_t file, uint32_t at);

/* What a kind is called and what `explain` says of it. */
struct diag_page {
    const char *name; /* "NAME_TWICE" */
    str code, title, what, wrong, right;
    enum severity severity;
};
const struct diag_page *diag_page(enum diag_kind kind);
/* false: no such code. Upper or lower case. */
bool diag_find(str code, enum diag_kind *out);

/* The names nearest to WRONG (edit distance at most a third of its length,
 * or differing only in case), at most 3, nearest first, then by bytes.
 * Returns how many. */
size_t diag_nearest(struct arena *work, str wrong, const str *names, size_t n,
                    str out[3]);

#endif
