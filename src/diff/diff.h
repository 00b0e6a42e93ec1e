/* diff.h - two texts of an agreement compared in what they mean.
 *
 * Clauses are paired by their numbers. Two are the same if their words are,
 * and the words of all that these name; else the witness room looks for a case
 * that breaks the one and not the other, either way, which the ordinary judge
 * confirms.  docs/diff.md tells what each answer rests on.
 */
#ifndef DIFF_DIFF_H
#define DIFF_DIFF_H

#include "witness/witness.h"

enum { DIFF_OLD, DIFF_NEW }; /* which text */

enum difference {
    DIFFERENCE_SAME,
    DIFFERENCE_STRICTER,
    DIFFERENCE_LOOSER,
    DIFFERENCE_NEITHER, /* stricter in one case, looser in another */
    DIFFERENCE_NEW,
    DIFFERENCE_GONE,
    DIFFERENCE_NO_CASE /* not the same words, and no case was found */
};

struct compared {
    enum difference is;
    const struct clause *clause[2]; /* as each text has it, or NULL */
    const str *changed;             /* "limit 1", "zone front": what is not as
                                     * it was of it and of what it names */
    size_t changed_n;
    bool itself;   /* its own words are among these */
    bool unjudged; /* a part of it, or what bends it, is not judged yet */
    /* what the new text alone forbids, what the old one alone does */
    struct found stricter, looser;
    size_t tried; /* cases */
};

struct diff {
    struct arena *keep;
    struct stage text[2]; /* geo, os, files are the caller's; p: as it was
                           * read, without cases */
    struct compared *at;  /* in the order of clauses: the old, then the new */
    size_t n, cap;
};

const char *difference_word(enum difference d);
/* TEXT[].p are read, without errors, on one geo. CLAUSE: that one only, or
 * empty. */
fault diff_make(struct diff *d, str clause);

/* ---- meaning.c ---------------------------------------------------------- */

/* The directives of P, by what they declare. */
struct meaning;
struct meaning *meaning_of(struct arena *keep, const struct pact *p);
/* What is not in both: of K in A and L in B, and of all that these name. None:
 * they mean the same. */
size_t meanings_differ(struct arena *keep, const struct meaning *a,
                       const struct clause *k, const struct meaning *b,
                       const struct clause *l, const str **out);

#endif
