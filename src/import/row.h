/* row.h - inside import/: the row that becomes entries. */
#ifndef IMPORT_ROW_H
#define IMPORT_ROW_H

#include "import/own.h"

/* A site or a unit. */
struct declaration {
    const char *kind;
    str name, key, text;
    const struct column *of;
};

struct making {
    struct import *im;
    struct arena *keep;
    const struct mapping *m;
    const struct rule *r;
    const struct table_row *row;
    bool refused, left_out;
    struct buf notes; /* of footnotes */
    size_t figures;
    struct declaration pending[2]; /* if the row is taken */
    size_t pending_n;
};

/* ---- cells.c: what its cells say ---------------------------------------- */

str row_cell(const struct making *k, const struct column *c);
/* "tanks", or column C. */
str row_column(struct arena *keep, const struct column *c);
/* WHAT is wrong with the cell, or (NULL) with the row, and the mend. */
void row_refuse(struct making *k, enum diag_kind kind, const struct column *c,
                const char *what, str help);
void row_missing(struct making *k, const struct column *c, const char *what);
/* All of the tests; EMPTY: if there is none. */
bool row_meets(const struct making *k, const struct tests *c, bool empty);
/* What F says of this row: empty if nothing. false: left out or refused. */
bool row_says(struct making *k, const struct field *f, str *out);
/* ... which has to be a name, a path, or a word. */
bool row_named(struct making *k, const struct field *f, const char *what,
               str *out);
bool row_dated(struct making *k, const struct column *c, str format, str *out);
bool row_date(struct making *k, str *out);
/* As cell_figure(). */
const char *row_figure(struct making *k, const struct column *c, bool about,
                       struct reading *x, str *help);

/* ---- place.c: where, and what is declared of it ------------------------- */

/* TEXT declares NAME (of a kind), if the row is taken. */
void row_declare(struct making *k, const char *kind, str name, str text,
                 const struct column *c);
/* What is declared so already is left as it is; otherwise is a fault of the
 * row. */
void row_declare_now(struct making *k, const struct declaration *d);
/* The unit's path behind its holder. */
bool row_unit(struct making *k, str *holder);
/* " at camp", or nothing. */
bool row_place(struct making *k, str *out);

#endif
