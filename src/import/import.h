/* import.h - a table becomes the entries of a book, by a mapping.
 *
 *     import_map(keep, diags, file, text, &mapping)     the mapping's own
 * words table_csv(keep, ..., import_how(mapping), &table, &wrong)
 *     import_rows(keep, diags, mapping, &source, &made) each row, one by one
 *     import_known(made, books, n)                      what is there already
 *     import_check(made, ...)                           as `check` would
 *     import_text(made, keep, &out)                     the book
 *
 * A row gives whole entries or none: what is wrong with it is reported, as a
 * diagnostic that points at the cell, and the row is refused.  Nothing is
 * guessed: a cell is read as the mapping says, or refused.  The mapping's
 * language is told in docs/import.md.
 */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include "base/map.h"
#include "base/os.h"
#include "diag/diag.h"
#include "table/table.h"

struct mapping;

enum import_kind {
    IMPORT_HOLD,
    IMPORT_RAISE,
    IMPORT_RECOUNT,
    IMPORT_DISBAND,
    IMPORT_DESTROY,
    IMPORT_MOVE,
    IMPORT_REPORT,
    IMPORT_BALANCE,
    IMPORT_OBSERVE,
    IMPORT_EVENT,
    IMPORT_TOTAL,
    IMPORT_UNIT, /* no entry: only what is declared of it */
    IMPORT_KINDS
};

/* "hold", or NULL for one past the last. */
const char *import_kind_name(enum import_kind k);

/* One entry, or one declaration. */
struct import_entry {
    enum import_kind kind;
    uint32_t row;  /* of the table, as people count */
    uint32_t at;   /* index of the row */
    str text;      /* its lines, with the last line end */
    str id;        /* empty: none */
    str source;    /* its sources, one after the other */
    bool refused;  /* after all, by what others hold */
    uint32_t line; /* in the whole, from 1; see import_text() */
};

/* A row, or a cell of it, that was refused. */
struct import_refusal {
    uint32_t row;
    str column; /* its name; empty: the whole row */
    str cell;
    const struct diag *said;
};

struct import {
    struct arena *keep;
    struct diags *diags;
    struct mapping *mapping;
    const struct table *table;
    uint32_t file;  /* the table's view, among the sources */
    str title;      /* of the table, as its file is called */
    str provenance; /* comment lines for the head of the book */
    struct import_entry *entries, *declared;
    size_t entries_n, entries_cap, declared_n, declared_cap;
    struct map names; /* "site camp": 0 what others declare, or into declared,
                       * from 1 */
    struct map told;  /* entries by what makes them the same */
    str *others;      /* the files of those of others */
    size_t others_n, others_cap;
    struct import_refusal *refusals;
    size_t refusals_n, refusals_cap;
    size_t rows; /* that hold something, below the names */
    size_t rows_refused, rows_left_out;
    size_t counts[IMPORT_KINDS]; /* entries; of what is not refused */
};

/* false: the mapping has errors, and they were reported. */
bool import_map(struct arena *keep, struct diags *diags, uint32_t file,
                str text, struct mapping **out);
/* How the mapping says that the table is written. */
struct table_how import_how(const struct mapping *m);

/* All rows; the fields above FILE are set by the caller, and FILE. false: the
 * table has not the columns of the mapping, which was reported. */
bool import_rows(struct import *made);

/* TEXT of PATH, a pact or a book, has these names and entries: before
 * import_rows(). */
void import_known(struct import *made, str path, str text);
/* What is there already, in books that are known or in a row above, is
 * refused. */
void import_twice(struct import *made);
/* What `check` would refuse beside FILES, a pact and books without errors of
 * their own, is refused. *OTHER: what is then wrong elsewhere, or empty. */
fault import_check(struct import *made, struct os *os, const str *files,
                   size_t n, str *other);

/* Rows and entries are counted; once, after all that may refuse some. */
void import_count(struct import *made);

/* The book as it would be written; sets import_entry.line. */
str import_text(struct import *made);
/* The same in canonical layout. */
str import_laid_out(struct import *made);

#endif
