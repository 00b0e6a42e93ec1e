/* own.h - inside import/: a mapping as it was understood. */
#ifndef IMPORT_OWN_H
#define IMPORT_OWN_H

#include "base/day.h"
#include "base/map.h"
#include "base/qty.h"
#include "import/import.h"
#include "lang/lang.h"

/* A column by its name in the table's row of names, or by its number. */
struct column {
    str name;        /* empty: by number */
    uint32_t number; /* from 1; found by import_rows() for a name */
    span at;
};

/* only where "check" is "verified" or "partly" */
struct test {
    struct column of;
    enum { COND_IS, COND_HAS, COND_EMPTY } kind;
    bool not ;
    str *values;
    size_t n, cap;
};

/* All of them. */
struct tests {
    struct test *at;
    size_t n, cap;
};

/* words parties */
struct wording {
    str name;
    span at;
    struct map map; /* into values */
    struct meaning {
        str value;
        bool left_out;
        bool used;
        span at;
    } * values;
    size_t n, cap;
    enum { ELSE_REFUSED, ELSE_AS_IS, ELSE_LEFT_OUT, ELSE_VALUE } other;
    str other_value;
};

/* Words of the mapping, or the cell of a column. */
struct field {
    bool there, from;
    str fixed;
    struct column of;
    str by; /* the name of a wording, or empty */
    span by_at;
    const struct wording *words;
    span at;
};

/* figure at least tank, active from "tanks", about where "inexact" has "~" */
struct amount {
    str item; /* empty: from a column */
    bool least;
    struct column of;
    struct field items;
    struct tests least_if, about_if;
};

/* Lines that are kept in the order of the mapping. */
struct detail {
    const char *lead; /* "source", "note", "id", "until" ... */
    str prefix;       /* note "prefix" from COLUMN */
    struct field field, grade;
    str format; /* of a date */
};

struct rule {
    enum import_kind kind;
    str event;
    bool closing;
    span at;
    struct tests only;
    bool bare_left_out; /* leave out rows without figures */
    struct field date, until;
    str format;
    struct field holder, unit, place, site, source_place, target, title,
        status;
    bool position;
    struct column latitude, longitude;
    struct field accuracy;
    str accuracy_unit;
    struct amount *figures;
    size_t figures_n, figures_cap;
    struct detail *details;
    size_t details_n, details_cap;
};

struct footnote {
    str mark, says;
};

struct mapping {
    uint32_t file;
    str book; /* its header, as it stands; empty: none */
    struct table_how how;
    bool no_names;
    uint32_t names_row; /* from 1 */
    uint32_t *skipped;
    size_t skipped_n, skipped_cap;
    uint32_t skip_last;
    char thousands[4], decimal; /* '\0': none; UTF-8 is not needed: ' ' is all
                                 * blanks */
    str *nothing;
    size_t nothing_n, nothing_cap;
    bool about;
    qty about_share;
    struct footnote *footnotes;
    size_t footnotes_n, footnotes_cap;
    struct tests *never; /* any of them */
    size_t never_n, never_cap;
    struct wording **words;
    size_t words_n, words_cap;
    struct map words_map;
    struct rule *rules;
    size_t rules_n, rules_cap;
    bool table_said, book_said;
};

/* ---- words.c: words under the cursor ------------------------------------ */

struct cursor {
    struct arena *keep;
    struct diags *diags;
    uint32_t file;
    str text;
    struct directive d;
    size_t line;
    uint32_t i, end; /* tokens of the line */
    struct mapping *m;
};

void mw_at_line(struct cursor *c, size_t n);
bool mw_at_end(const struct cursor *c);
str mw_word(struct cursor *c);
enum token_kind mw_word_kind(const struct cursor *c);
span mw_here(const struct cursor *c);
/* These words stand here, and are passed; nothing is if not all do. */
bool mw_eats(struct cursor *c, const char *words);
bool mw_is(struct cursor *c, const char *words);
bool mw_expected(struct cursor *c, const char *what);
bool mw_want(struct cursor *c, const char *words);
bool mw_want_end(struct cursor *c);
bool mw_want_string(struct cursor *c, str *out);
bool mw_want_count(struct cursor *c, uint32_t *out);
bool mw_want_column(struct cursor *c, struct column *out);
bool mw_want_conditions(struct cursor *c, struct tests *out);
/* The words up to one of STOPS (NULL: none) or the end, as they stand. */
str mw_words_until(struct cursor *c, const char *stop, const char *stop2);
/* `from COLUMN [by WORDS]`, or words as they stand. */
bool mw_want_field(struct cursor *c, struct field *out, const char *what);
bool mw_want_format(struct cursor *c, str *out);

/* ---- rule.c: what each row becomes -------------------------------------- */

bool mw_read_rule(struct cursor *c);

/* ---- known.c ------------------------------------------------------------ */

/* The row of E is refused after all. */
void import_refuse_row(struct import *im, struct import_entry *e,
                       enum diag_kind kind, str what, str because, str help);

/* ---- columns.c: which columns are meant ----------------------------------
 */

/* *COLUMNS: how many have a name; 0: the table has no names. */
bool import_columns(struct import *im, uint32_t *columns);

/* ---- cell.c: what a cell says ------------------------------------------- */

/* A figure: low and high, or open above. Returns what is wrong with it, or
 * NULL; *HELP the mend. *NOTHING: it tells none. *MARK: the footnote's. */
struct reading {
    qty low, high;
    bool open, nothing;
    const struct footnote *mark;
};
const char *cell_figure(struct arena *keep, const struct mapping *m, str cell,
                        bool about, struct reading *out, str *help);
const char *cell_date(struct arena *keep, str cell, str format, str *out,
                      str *help);
/* Degrees north or east as the language writes them: "54.57 N". */
const char *cell_degrees(struct arena *keep, str cell, bool latitude, str *out,
                         str *help);
/* As a part of a path or an id: "3rd-army". */
str cell_slug(struct arena *keep, str cell);
/* As it can stand between quotes. */
str cell_quoted(struct arena *keep, str cell);
bool cell_is_nothing(const struct mapping *m, str cell);

#endif
