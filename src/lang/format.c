/* format.c - the canonical layout; see lang.h and docs/language.md, "Layout"
 *
 * Lines are printed one by one from their words, so that nothing can be lost:
 * comments, blank lines and the treaty's own words are lines, too.  Only
 * blanks change, and what a word processor left in the text.  Runs of
 * one-line declarations of one kind get their names padded to one width.
 */
#include "lang/own.h"

#include <string.h>

enum { NAME_MOST = 24 };

struct sheet {
    struct arena *keep;
    struct reader r;
    struct buf out;
};

/* One line of the text, to be printed. */
struct row {
    enum line_kind kind;
    uint32_t from, to;
    struct token *tokens;
    size_t n;
    size_t width; /* pad the second word to this; 0: not */
};

static bool declares(str word)
{
    static const char *const words[] = { "side",      "party",   "formation",
                                         "non-party", "monitor", "item",
                                         "event",     "zone",    "site",
                                         "unit",      "date",    "number" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(word, str_of(words[i])))
            return true;
    return false;
}

static str text_of(struct sheet *s, struct token t)
{
    return token_text(s->keep, s->r.text, t);
}

static struct row *all_rows(struct sheet *s, size_t *n)
{
    struct row *rows = NULL;
    size_t cap = 0;
    uint32_t to, next;
    *n = 0;
    for (uint32_t at = text_start(s->r.text); at < s->r.text.len; at = next) {
        struct row r = { .kind = line_look(s->r.text, at, &to, &next) };
        r.from = at;
        r.to = to;
        if (r.kind == LINE_HEAD || r.kind == LINE_BODY) {
            s->r.tokens_n = s->r.lines_n = 0;
            lex_line(&s->r, at, to);
            r.n = s->r.tokens_n;
            r.tokens = new_n(s->keep, struct token, r.n);
            for (size_t i = 0; i < r.n; i++)
                r.tokens[i] = s->r.tokens[i];
        }
        *push(s->keep, rows, *n, cap) = r;
    }
    return rows;
}

/* A head that could stand in a table with its neighbours. */
static bool tabular(struct sheet *s, const struct row *r,
                    const struct row *next)
{
    return r->kind == LINE_HEAD && (!next || next->kind != LINE_BODY) &&
           r->n > 2 && r->tokens[1].kind == TOKEN_WORD &&
           r->tokens[2].to - r->tokens[2].from > 0 &&
           declares(text_of(s, r->tokens[0])) &&
           str_width(text_of(s, r->tokens[1])) <= NAME_MOST;
}

static void set_widths(struct sheet *s, struct row *rows, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t k = i, most = 0;
        str kind = { 0 };
        for (; k < n; k++) {
            if (!tabular(s, &rows[k], k + 1 < n ? &rows[k + 1] : NULL))
                break;
            str w = text_of(s, rows[k].tokens[0]);
            if (k > i && !str_eq(w, kind))
                break;
            kind = w;
            size_t wide = str_width(text_of(s, rows[k].tokens[1]));
            most = wide > most ? wide : most;
        }
        for (size_t j = i; j < k; j++)
            rows[j].width = most;
        i = k > i ? k : i + 1;
    }
}

static bool no_blank_before(struct sheet *s, const struct row *r, size_t i)
{
    str w = text_of(s, r->tokens[i]);
    return r->tokens[i].kind == TOKEN_SIGN &&
           (str_eq(w, S(",")) || str_eq(w, S(":")));
}

static void words(struct sheet *s, const struct row *r)
{
    for (size_t i = 0; i < r->n; i++) {
        if (i && !no_blank_before(s, r, i))
            buf_char(&s->out, ' ');
        str w = text_of(s, r->tokens[i]);
        str quoted = r->tokens[i].kind == TOKEN_STRING
                         ? token_words(s->r.text, r->tokens[i])
                         : S("\"");
        if (!memchr(quoted.at, '"',
                    quoted.len)) { /* else the author's own quotes stay */
            buf_char(&s->out, '"');
            buf_add(&s->out, quoted);
            buf_char(&s->out, '"');
        } else {
            buf_add(&s->out, w);
        }
        if (i == 1 && r->width > str_width(w))
            buf_pad(&s->out, ' ', r->width - str_width(w));
    }
}

/* What stands behind the last word: a comment, or nothing. */
static void comment(struct sheet *s, const struct row *r, size_t from)
{
    str rest = { s->r.text.at + from, r->to - from };
    size_t i = 0;
    while (i < rest.len && rest.at[i] != '#')
        i++;
    rest = str_trim(str_cut(rest, i, rest.len));
    if (!rest.len)
        return;
    if (r->n)
        buf_z(&s->out, "  ");
    buf_add(&s->out, rest);
}

static void quoted(struct sheet *s, const struct row *r)
{
    str t = str_trim(str_cut(s->r.text, r->from, r->to));
    while (t.len && t.at[0] != '>')
        t = str_cut(t, 1, t.len); /* an indent of wide blanks */
    bool other = str_starts(t, S(">~"));
    t = str_trim(str_cut(t, other ? 2 : 1, t.len));
    buf_z(&s->out, other ? ">~" : ">");
    if (t.len)
        buf_char(&s->out, ' ');
    buf_add(&s->out, t);
}

static void print(struct sheet *s, const struct row *r)
{
    switch (r->kind) {
    case LINE_BLANK: return;
    case LINE_COMMENT:
        if (s->r.text.at[r->from] != '#')
            buf_z(&s->out, "  ");
        comment(s, r, r->from);
        break;
    case LINE_QUOTED: quoted(s, r); break;
    case LINE_BODY: buf_z(&s->out, "  "); /* fall through */
    case LINE_HEAD:
        words(s, r);
        comment(s, r, r->tokens[r->n - 1].to);
        break;
    }
    buf_char(&s->out, '\n');
}

bool lang_format(struct arena *keep, struct diags *diags, uint32_t file,
                 str text, str *out)
{
    struct sheet s = { .keep = keep, .out = { .keep = keep } };
    size_t errors = diags->errors, n;
    struct directive d;
    reader_open(&s.r, keep, diags, file, text);
    while (reader_next(&s.r, &d))
        ;
    if (diags->errors > errors)
        return false;
    s.r.diags = NULL;
    struct row *rows = all_rows(&s, &n);
    set_widths(&s, rows, n);
    for (size_t i = 0; i < n; i++) {
        if (i && rows[i].kind != LINE_BLANK && s.out.len &&
            rows[i - 1].kind == LINE_BLANK)
            buf_char(&s.out, '\n');
        print(&s, &rows[i]);
    }
    *out = buf_str(&s.out);
    return true;
}
