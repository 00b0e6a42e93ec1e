/* witness.h - small books, made up, that show what a text says.
 *
 * A *case* is a few entries and a day. propose() makes cases from what the
 * versions of a clause say: figures at the bound and one beyond it, a place in
 * each part of the map that their zones cut, days on either side of a date. A
 * *stage* is a text that cases are put to: it is read together with the
 * entries of all of them once, and then judges any few of these as the
 * ordinary judge does. cases_find() gives the first that show what is looked
 * for, with nothing in them that could be left out, and only if they show it
 * once more when they are written out and read with the text as a book.
 *
 *     struct cases c = cases_new(keep);
 *     propose(&c, versions, 2);
 *     stage_set(&old, &c) ... stage_set(&new, &c)
 *     cases_find(&c, stages, 2, shows, with, 1, &found);
 *
 * What is looked for is the caller's business; nothing here is judged. Cases
 * are tried in a fixed order, the smallest first, at most CASES_MOST of them.
 */
#ifndef WITNESS_WITNESS_H
#define WITNESS_WITNESS_H

#include "base/map.h"
#include "judge/judge.h"

enum { CASE_FACTS = 12, CASES_MOST = 3000, VERSIONS_MAX = 2 };

struct made {
    uint32_t fact[CASE_FACTS]; /* in cases.facts */
    size_t n;
    bool covers;   /* the book says that it has all that there was */
    instant close; /* the end of the day that it is judged on */
    qty size;      /* all its figures together */
};

struct cases {
    struct arena *keep;
    str *facts; /* entries, as the language writes them */
    size_t facts_n, facts_cap;
    struct map known, made; /* the texts of these; the cases */
    struct made *at; /* the smallest first, once cases_sort() is called */
    size_t n, cap;
    str covers; /* the lines of the header that a book with `covers` has */
};

struct cases cases_new(struct arena *keep);
/* The number of the entry TEXT. */
uint32_t cases_fact(struct cases *c, str text);
void cases_add(struct cases *c, struct made m);
void cases_sort(struct cases *c);
/* M as a book. */
str made_text(struct arena *keep, const struct cases *c, const struct made *m);

/* ---- making them -------------------------------------------------------- */

/* A clause as one text has it; CLAUSE NULL: that text has none. All texts are
 * read on one geo. */
struct version {
    const struct pact *p;
    const struct clause *clause;
};

/* Cases that may tell the N versions of a clause apart, or one that breaks
 * it. */
void propose(struct cases *c, const struct version *v, size_t n);

/* ---- putting them to a text --------------------------------------------- */

struct stage {
    struct arena *keep;
    struct geo *geo;
    struct os os;
    const str *files; /* of the text */
    size_t files_n;
    const struct cases *cases;
    struct pact *p;  /* the text with all entries */
    int32_t *entry;  /* by fact: in p->entries; -1: it cannot be read there */
    uint32_t source; /* where they stand */
};

fault stage_set(struct stage *s, const struct cases *c);
/* M under that text; NULL: it cannot happen there. All of it is WORK's. */
struct judgement *stage_judge(const struct stage *s, struct arena *work,
                              const struct made *m);
/* BOOK read with the text, and judged as of CLOSE; NULL: that has errors. */
struct judgement *stage_replay(const struct stage *s, struct arena *keep,
                               str book, instant close);

/* What a case shows, as a set of bits. J: under each text, none NULL. */
typedef unsigned shows(void *with, struct judgement *const *j);

struct found {
    bool any;
    struct made made;
    str book;
    struct judgement *j[VERSIONS_MAX]; /* of the book, under each text */
};

/* For each of the BITS that are asked for, the first case that shows it, into
 * OUT. How many cases were tried. */
size_t cases_find(const struct cases *c, const struct stage *s, size_t n,
                  shows *what, void *with, size_t bits, struct found *out);

#endif
