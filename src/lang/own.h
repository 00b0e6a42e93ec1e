/* own.h - inside lang/: how lines become tokens. */
#ifndef LANG_OWN_H
#define LANG_OWN_H

#include "lang/lang.h"

/* The words of line [from, to) of the text, as one more line of R. */
void lex_line(struct reader *r, uint32_t from, uint32_t to);

bool is_wide_blank(str s, size_t i, size_t *next);
/* Is there a blank at byte I of S, a word processor's or a plain one? Then
 * *NEXT is where it ends. */
static inline bool is_blank(str s, size_t i, size_t *next)
{
    unsigned char b = (unsigned char)s.at[i];
    *next = i + 1;
    if (b < 0x80)
        return b == ' ' || b == '\t';
    return is_wide_blank(s, i, next);
}

enum line_kind { LINE_BLANK, LINE_COMMENT, LINE_QUOTED, LINE_HEAD, LINE_BODY };

/* What the line that begins at byte FROM is, and where it ends: *TO without
 * its end, *NEXT with it. */
enum line_kind line_look(str text, uint32_t from, uint32_t *to,
                         uint32_t *next);
/* Where the first line begins: after a byte-order mark. */
uint32_t text_start(str text);

#endif
