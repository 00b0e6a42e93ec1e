/* show.c - a message as people read it; see diag.h
 *
 *     error[E0203]: no zone `higlands` is declared
 *       --> example.pact:41:28   (limit 5.1)
 *        |
 *     41 |   no launcher of ARD in higlands
 *        |                            ^^^^^^^^
 *        = help: did you mean `highlands`?     more: detente explain E0203
 *
 * The line is shown as it was written, but for what a terminal must not see:
 * control characters and broken bytes are shown as pictures, as they are in
 * what a message quotes.  A very long
 * line is shown in part.
 */
#include "diag/own.h"

#include <stdio.h>

enum { WINDOW = 160, WRAP = 84 };

static void colour_on(struct buf *out, bool colour, const char *code)
{
    if (colour)
        buf_fmt(out, "\x1b[%sm", code);
}

static void colour_off(struct buf *out, bool colour)
{
    if (colour)
        buf_z(out, "\x1b[0m");
}

size_t diag_glyph(struct buf *out, str text, size_t *i)
{
    size_t from = *i;
    uint32_t c = str_rune(text, i);
    str s = str_cut(text, from, *i);
    if (c == '\t') { /* stands in the line below, too */
        buf_char(out, '\t');
        return 1;
    }
    if (c < 0x20) { /* U+2400 SYMBOL FOR NULL and those after it */
        buf_fmt(out, "\xe2\x90%c", (int)(0x80 + c));
        return 1;
    }
    if (c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0xfffd) {
        buf_z(out, "\xef\xbf\xbd");
        return 1;
    }
    buf_add(out, s);
    return str_width(s);
}

/* The part [from, to) of the file that is the line of AT. */
static str line_of(str text, uint32_t at, uint32_t *from)
{
    size_t a = at < text.len ? at : text.len, b = a;
    while (a && text.at[a - 1] != '\n')
        a--;
    while (b < text.len && text.at[b] != '\n')
        b++;
    if (a == 0 && str_starts(text, S("\xef\xbb\xbf")) && b >= 3)
        a = 3;
    if (b > a && text.at[b - 1] == '\r')
        b--;
    *from = (uint32_t)a;
    return str_cut(text, a, b);
}

static bool inside_char(str s, size_t i)
{
    return i < s.len && ((unsigned char)s.at[i] & 0xc0) == 0x80;
}

/* The line, and marks below bytes [from, to) of it. */
static void source_line(struct buf *out, struct sources *s, span at, int gut,
                        const char *mark, bool colour)
{
    uint32_t from;
    str line = line_of(s->at[at.file].text, at.from, &from);
    size_t a = at.from > from ? at.from - from : 0;
    size_t b = at.to > from ? at.to - from : 0, first = 0, last = line.len;
    a = a > line.len ? line.len : a;
    b = b > line.len ? line.len : b;
    if (line.len > WINDOW) { /* a part of it, about the marks */
        first = a > WINDOW / 3 ? a - WINDOW / 3 : 0;
        last = first + WINDOW < line.len ? first + WINDOW : line.len;
        while (first && inside_char(line, first))
            first--;
        while (last < line.len && inside_char(line, last))
            last++;
        b = b > last ? last : b;
    }
    buf_fmt(out, "%*zu | ", gut, diag_place(s, at.file, at.from).line);
    struct buf below = { .keep = out->keep };
    if (first) {
        buf_z(out, "...");
        buf_pad(&below, ' ', 3);
    }
    size_t marks = 0;
    for (size_t i = first; i < last;) {
        bool in = i >= a && i < b;
        char pad = line.at[i] == '\t' ? '\t' : ' ';
        size_t w = diag_glyph(out, line, &i);
        if (in)
            marks += w;
        else if (i <= a)
            buf_pad(&below, pad, w);
    }
    buf_z(out, last < line.len ? "...\n" : "\n");
    buf_fmt(out, "%*s | ", gut, "");
    buf_add(out, buf_str(&below));
    colour_on(out, colour, "1;31");
    buf_pad(out, *mark, marks ? marks : 1);
    colour_off(out, colour);
    buf_char(out, '\n');
}

/* TEXT folded after "   = help: ", further lines indented below it. */
static void folded(struct buf *out, int gut, const char *word, str text,
                   str tail)
{
    size_t column = (size_t)gut + 5 + str_width(str_of(word));
    buf_fmt(out, "%*s = %s:", gut, "", word);
    for (bool first = true; text.len; first = false) {
        size_t n = 0;
        while (n < text.len && text.at[n] != ' ')
            n++;
        str w = str_cut(text, 0, n);
        if (!first && column + 1 + str_width(w) > WRAP) {
            buf_fmt(out, "\n%*s  ", gut, "");
            column = (size_t)gut + 2;
        }
        buf_char(out, ' ');
        buf_add(out, w);
        column += 1 + str_width(w);
        text = str_cut(text, n + (n < text.len), text.len);
    }
    if (tail.len && column + tail.len + 5 > WRAP)
        buf_fmt(out, "\n%*s   %.*s", gut, "", STR(tail));
    else if (tail.len)
        buf_fmt(out, "     %.*s", STR(tail));
    buf_char(out, '\n');
}

static int digits(size_t n)
{
    int d = 1;
    while (n >= 10) {
        n /= 10;
        d++;
    }
    return d;
}

static int gutter(struct sources *s, const struct diag *d)
{
    int most = digits(diag_place(s, d->at.file, d->at.from).line);
    for (const struct diag_note *n = d->notes; n; n = n->next) {
        int w = digits(diag_place(s, n->at.file, n->at.from).line);
        most = w > most ? w : most;
    }
    return most;
}

static void arrow(struct buf *out, struct sources *s, span at, int gut,
                  const char *head)
{
    struct place p = diag_place(s, at.file, at.from);
    buf_fmt(out, "%*s%s %.*s:%zu:%zu", gut, "", head, STR(s->at[at.file].path),
            p.line, p.column);
}

void diag_show(struct buf *out, struct sources *s, const struct diag *d,
               bool colour)
{
    const struct diag_page *page = diag_page(d->kind);
    bool bad = page->severity == SEVERITY_ERROR;
    int gut = gutter(s, d);
    colour_on(out, colour, bad ? "1;31" : "1;33");
    buf_fmt(out, "%s[%.*s]", bad ? "error" : "warning", STR(page->code));
    colour_off(out, colour);
    buf_fmt(out, ": %.*s\n", STR(d->text));
    arrow(out, s, d->at, gut, "-->");
    if (d->clause.len)
        buf_fmt(out, "   (%.*s)", STR(d->clause));
    buf_char(out, '\n');
    if (s->at[d->at.file].text.len) { /* else there is nothing to show */
        buf_fmt(out, "%*s |\n", gut, "");
        source_line(out, s, d->at, gut, "^", colour);
    }
    for (const struct diag_note *n = d->notes; n; n = n->next) {
        arrow(out, s, n->at, gut, ":::");
        buf_fmt(out, "   %.*s\n", STR(n->text));
        source_line(out, s, n->at, gut, "-", colour);
    }
    if (d->because.len)
        folded(out, gut, "because", d->because, (str){ 0 });
    str more =
        str_fmt(out->keep, "more: detente explain %.*s", STR(page->code));
    if (d->help.len)
        folded(out, gut, "help", d->help, more);
    else
        buf_fmt(out, "%*s = %.*s\n", gut, "", STR(more));
}

static void count(struct buf *out, size_t n, const char *what)
{
    buf_fmt(out, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

void diag_show_all(struct buf *out, struct sources *s, struct diags *d,
                   bool warnings, bool colour, size_t most)
{
    size_t shown = 0, rest = 0, warned = 0;
    diag_sort(d);
    for (size_t i = 0; i < d->n; i++) {
        bool error = diag_page(d->at[i]->kind)->severity == SEVERITY_ERROR;
        warned += !error;
        if (!error && !warnings)
            continue;
        if (shown == most) {
            rest++;
            continue;
        }
        diag_show(out, s, d->at[i], colour);
        buf_char(out, '\n');
        shown++;
    }
    if (rest)
        buf_fmt(out, "... and %zu more\n", rest);
    if (!d->errors && !(warned && warnings))
        return;
    if (d->errors)
        count(out, d->errors, "error");
    if (d->errors && warned && warnings)
        buf_z(out, ", ");
    if (warned && warnings)
        count(out, warned, "warning");
    buf_char(out, '\n');
}
