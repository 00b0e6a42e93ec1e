/* lang.h - the text of a pact or a book as directives, lines and words.
 *
 * One reader serves both kinds of file.  The tree is lossless and cheap: a
 * token is a kind and two byte offsets into the source; a directive (a line
 * in column 0 with the indented lines below it, and the `>` lines above it)
 * is built when it is asked for and forgotten with the next, so that a book
 * of a million movements costs its text and no more.
 *
 *     struct reader r;
 *     struct directive d;
 *     reader_open(&r, keep, diags, file, text);
 *     while (reader_next(&r, &d))
 *         ... d.lines[0] is the head; words by token_text() ...
 *
 * Words are not interpreted here beyond their shape; what "limit" means is
 * the business of pact/.  Lexical errors (bad UTF-8, a quote not closed,
 * "2,400", "03/04/2027" ...) are reported here, once each; a directive that
 * has one comes back with `bad` set.
 *
 * Cost: one pass over the bytes.  Not safe to share between threads.
 */
#ifndef LANG_LANG_H
#define LANG_LANG_H

#include "diag/diag.h"

enum token_kind {
    TOKEN_WORD,    /* names, keywords, clause identifiers, unit paths */
    TOKEN_STRING,  /* "..." with its quotes, of any style */
    TOKEN_NUMBER,  /* 4_500  2.5  75%  2/3 */
    TOKEN_RANGE,   /* 10_000..14_000 */
    TOKEN_DATE,    /* 2022-03-01 */
    TOKEN_INSTANT, /* 2022-03-01T14:30Z */
    TOKEN_DATES,   /* a range of dates or instants: D..D */
    TOKEN_TIME,    /* 14:30 */
    TOKEN_SIGN,    /* , : + & = < > <= >= and - between blanks */
    TOKEN_END      /* past the last word of a line; not in the tree */
};

struct token {
    uint32_t from, to;
    uint8_t kind; /* enum token_kind */
    bool typeset; /* has dashes of a word processor: see token_text() */
};

/* One line of a directive: tokens [first, first + n) of it. */
struct line {
    uint32_t first, n;
    uint32_t from, to; /* bytes of the line without its end */
};

/* A `>` or `>~` line above a directive. */
struct quoted {
    uint32_t from, to; /* bytes of the words, without the mark */
    bool paraphrase;
};

struct directive {
    uint32_t file, from, to; /* bytes of the whole, without `>` lines */
    const struct token *tokens;
    const struct line *lines; /* lines[0] is the head; blank and comment
                               * lines are not in it */
    size_t tokens_n, lines_n;
    const struct quoted *quoted;
    size_t quoted_n;
    bool bad; /* a lexical error was reported: do not resolve it */
};

struct reader {
    struct arena *keep;
    struct diags *diags; /* NULL: say nothing */
    uint32_t file;
    str text;
    uint32_t at; /* the next byte to read */
    str day;     /* the last date that was read, as it stands there */
    struct token *tokens;
    struct line *lines;
    struct quoted *quoted;
    size_t tokens_n, tokens_cap, lines_n, lines_cap, quoted_n, quoted_cap;
    bool bad;
    int said; /* messages about the letters of one line */
};

/* TEXT must be shorter than 4 GB. Tokens live in KEEP and are used again for
 * each directive. */
void reader_open(struct reader *r, struct arena *keep, struct diags *diags,
                 uint32_t file, str text);
bool reader_next(struct reader *r, struct directive *out);
/* Build the one directive whose head begins at byte FROM, with the `>` lines
 * above it. (Its errors are reported again: diag_sort() drops what is said
 * twice.) */
void reader_at(struct reader *r, uint32_t from, struct directive *out);
/* Only the head of the next directive, and where it ends: for a first look
 * at a book. The body is skipped unread, and not checked. */
bool reader_next_head(struct reader *r, struct directive *out);
/* Past all directives that stand here and begin with a plain date, unread and
 * not checked; returns how many. *FIGURES goes up by the lines below them that
 * begin with a digit. */
size_t reader_skip_dated(struct reader *r, size_t *figures);

/* The words of a token: as they stand, or with the dashes of a word processor
 * made plain (then copied to KEEP). */
str token_made_plain(struct arena *keep, str source, struct token t);
static inline str token_text(struct arena *keep, str source, struct token t)
{
    return t.typeset ? token_made_plain(keep, source, t)
                     : (str){ source.at + t.from, t.to - t.from };
}
/* The words inside a TOKEN_STRING. */
str token_words(str source, struct token t);

/* TEXT in canonical layout (docs/language.md, "Layout"), all of it kept:
 * comments, blank lines, order, words.  Idempotent.  false: TEXT has lexical
 * errors, which were reported. */
bool lang_format(struct arena *keep, struct diags *diags, uint32_t file,
                 str text, str *out);

/* Names that only differ by case, accent or look-alike letters have the same
 * skeleton, with CAPITALS as they stand or all letters made small first: a
 * capital may be drawn like a Latin one where its small letter is not. */
str lang_skeleton(struct arena *keep, str name, bool capitals);
/* Letters of any script, digits, - _ . and beginning with a letter. */
bool lang_is_name(str word);
/* A name, a slash and more parts: a unit's path. */
bool lang_is_path(str word);

#endif
