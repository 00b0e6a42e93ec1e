/* map.c - a mapping: how the table is written, what its words mean, what each
 * row becomes; see own.h and docs/import.md */
#include "import/own.h"

/* ---- table -------------------------------------------------------------- */

static bool separator(struct cursor *c)
{
    static const struct {
        const char *word;
        char sign;
    } signs[] = {
        { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "bar", '|' }
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (mw_eats(c, signs[i].word)) {
            c->m->how.separator = signs[i].sign;
            return mw_want_end(c);
        }
    return mw_expected(c, "comma, semicolon, tab or bar");
}

static bool thousands(struct cursor *c)
{
    struct mapping *m = c->m;
    size_t n = strlen(m->thousands);
    char sign = mw_eats(c, "comma")        ? ','
                : mw_eats(c, "point")      ? '.'
                : mw_eats(c, "blank")      ? ' '
                : mw_eats(c, "apostrophe") ? '\''
                                           : 0;
    if (!sign)
        return mw_expected(c, "comma, point, blank or apostrophe");
    if (!memchr(m->thousands, sign, n) && n + 1 < sizeof m->thousands)
        m->thousands[n] = sign;
    return mw_eats(c, "or") ? thousands(c) : mw_want_end(c);
}

static bool skips(struct cursor *c)
{
    struct mapping *m = c->m;
    uint32_t row;
    if (mw_eats(c, "the last")) {
        if (!mw_want_count(c, &m->skip_last))
            return false;
        return (mw_eats(c, "rows") || mw_want(c, "row")) && mw_want_end(c);
    }
    if (!mw_eats(c, "rows") && !mw_eats(c, "row"))
        return mw_expected(c, "rows, such as row 2 or rows 2 and 3");
    do {
        if (!mw_want_count(c, &row))
            return false;
        *push(c->keep, m->skipped, m->skipped_n, m->skipped_cap) = row;
    } while (mw_eats(c, "and"));
    return mw_want_end(c);
}

static bool nothing(struct cursor *c)
{
    struct mapping *m = c->m;
    str s;
    do {
        if (!mw_want_string(c, &s))
            return false;
        *push(c->keep, m->nothing, m->nothing_n, m->nothing_cap) = str_trim(s);
    } while (mw_eats(c, "or"));
    return mw_want_end(c);
}

/* about is within 10% */
static bool about(struct cursor *c)
{
    bool big;
    if (!qty_read(mw_word(c), &c->m->about_share, &big) ||
        !str_ends(mw_word(c), S("%")) ||
        qty_cmp(c->m->about_share, qty_int(1)) > 0)
        return mw_expected(c, "a share, such as 10%");
    c->m->about = true;
    c->i++;
    return mw_want_end(c);
}

static bool footnote(struct cursor *c)
{
    struct mapping *m = c->m;
    struct footnote f = { 0 };
    if (!mw_want_string(c, &f.mark))
        return false;
    if (!f.mark.len) {
        c->i--;
        return mw_expected(c, "the footnote's mark, such as \"*\"");
    }
    if (mw_eats(c, "says") && !mw_want_string(c, &f.says))
        return false;
    *push(c->keep, m->footnotes, m->footnotes_n, m->footnotes_cap) = f;
    return mw_want_end(c);
}

static bool table_line(struct cursor *c)
{
    struct mapping *m = c->m;
    if (mw_eats(c, "names in row"))
        return mw_want_count(c, &m->names_row) && mw_want_end(c);
    if (mw_eats(c, "no names")) {
        m->no_names = true;
        return mw_want_end(c);
    }
    if (mw_eats(c, "skip"))
        return skips(c);
    if (mw_eats(c, "leave out rows where")) {
        struct tests *t = push(c->keep, m->never, m->never_n, m->never_cap);
        *t = (struct tests){ 0 };
        return mw_want_conditions(c, t) && mw_want_end(c);
    }
    if (mw_eats(c, "sheet") || mw_eats(c, "layer"))
        return mw_want_string(c, &m->how.sheet) && mw_want_end(c);
    if (mw_eats(c, "cells parted by"))
        return separator(c);
    if (mw_eats(c, "encoding")) {
        m->how.windows_1252 = mw_eats(c, "windows-1252");
        if (!m->how.windows_1252 && !mw_eats(c, "utf-8"))
            return mw_expected(c, "utf-8 or windows-1252");
        return mw_want_end(c);
    }
    if (mw_eats(c, "thousands parted by"))
        return thousands(c);
    if (mw_eats(c, "decimals behind")) {
        m->decimal = mw_eats(c, "comma") ? ',' : '.';
        return m->decimal == ',' ? mw_want_end(c)
                                 : mw_want(c, "point") && mw_want_end(c);
    }
    if (mw_eats(c, "nothing is"))
        return nothing(c);
    if (mw_eats(c, "about is within"))
        return about(c);
    if (mw_eats(c, "footnote"))
        return footnote(c);
    return mw_expected(c,
                       "a line of `table`, such as names in row 1, skip row "
                       "2, sheet \"NAME\", cells parted by semicolon, "
                       "encoding windows-1252, thousands parted by comma, "
                       "nothing is \"n/a\", about is within 10%");
}

static bool twice(struct cursor *c, const char *what)
{
    struct diag *d = diag_add(c->diags, DIAG_SAID_TWICE, mw_here(c),
                              "a mapping has one `%s`", what);
    diag_help(c->diags, d, "put the lines of both below one of them");
    return false;
}

static bool read_table(struct cursor *c)
{
    bool good = true;
    if (c->m->table_said)
        return twice(c, "table");
    c->m->table_said = true;
    c->i++;
    if (!mw_want_end(c))
        return false;
    for (size_t n = 1; n < c->d.lines_n; n++) {
        mw_at_line(c, n);
        good = table_line(c) && good;
    }
    return good;
}

/* ---- book and words ----------------------------------------------------- */

/* Its lines are the book's, as they stand. */
static bool read_book(struct cursor *c)
{
    struct buf b = { .keep = c->keep };
    if (c->m->book_said)
        return twice(c, "book");
    c->m->book_said = true;
    for (size_t n = 0; n < c->d.lines_n; n++) {
        struct line l = c->d.lines[n];
        buf_z(&b, n ? "  " : "");
        buf_add(&b, str_trim(str_cut(c->text, l.from, l.to)));
        buf_char(&b, '\n');
    }
    c->m->book = buf_str(&b);
    return true;
}

static bool all_else(struct cursor *c, struct wording *w)
{
    if (mw_eats(c, "as it stands")) {
        w->other = ELSE_AS_IS;
        return mw_want_end(c);
    }
    if (mw_eats(c, "left out")) {
        w->other = ELSE_LEFT_OUT;
        return mw_want_end(c);
    }
    w->other = ELSE_VALUE;
    w->other_value = mw_words_until(c, NULL, NULL);
    return w->other_value.len > 0 ||
           mw_expected(c, "a name of the pact, or as it stands, or left out");
}

/* "Ardenia" or "the Ardenians" is ARD */
static bool meaning(struct cursor *c, struct wording *w)
{
    struct meaning v = { .at = mw_here(c) };
    uint32_t first = c->i;
    str s;
    if (mw_eats(c, "all else is"))
        return all_else(c, w);
    do {
        if (mw_word_kind(c) != TOKEN_STRING)
            return mw_expected(c,
                               "a word of the table, such as \"Ardenia\" is "
                               "ARD");
        mw_want_string(c, &s);
    } while (mw_eats(c, "or"));
    uint32_t last = c->i;
    if (!mw_want(c, "is"))
        return false;
    v.left_out = mw_eats(c, "left out");
    v.value = mw_words_until(c, NULL, NULL);
    if (!v.left_out && !v.value.len)
        return mw_expected(c, "what it is in the pact, or left out");
    if (v.left_out && v.value.len)
        return mw_expected(c, "the end of the line");
    for (uint32_t i = first; i < last; i += 2) {
        s = str_trim(token_words(c->text, c->d.tokens[i]));
        *push(c->keep, w->values, w->n, w->cap) = v;
        if (map_put(&w->map, s, (int)w->n - 1) == (int)w->n - 1)
            continue;
        struct diag *d =
            diag_add(c->diags, DIAG_NAME_TWICE, v.at,
                     "\"%.*s\" stands twice in these words", STR(s));
        diag_help(c->diags, d, "leave one of the two out");
        return false;
    }
    return true;
}

static bool read_words(struct cursor *c)
{
    struct mapping *m = c->m;
    struct wording *w = new_one(c->keep, struct wording);
    bool good = true;
    c->i++;
    w->map.keep = c->keep;
    w->at = mw_here(c);
    w->name = mw_word(c);
    if (mw_word_kind(c) != TOKEN_WORD)
        return mw_expected(c, "a name for these words, such as parties");
    c->i++;
    if (!mw_want_end(c))
        return false;
    *push(c->keep, m->words, m->words_n, m->words_cap) = w;
    if (map_put(&m->words_map, w->name, (int)m->words_n - 1) !=
        (int)m->words_n - 1) {
        struct diag *d = diag_add(c->diags, DIAG_NAME_TWICE, w->at,
                                  "`words %.*s` stands twice", STR(w->name));
        diag_help(c->diags, d, "put the lines of both below one of them");
        return false;
    }
    for (size_t n = 1; n < c->d.lines_n; n++) {
        mw_at_line(c, n);
        good = meaning(c, w) && good;
    }
    return good;
}

/* ---- names of words ----------------------------------------------------- */

static void resolve(struct cursor *c, struct field *f)
{
    str near[3], *names;
    struct mapping *m = c->m;
    if (!f->by.len)
        return;
    int i = map_get(&m->words_map, f->by);
    if (i >= 0) {
        f->words = m->words[i];
        return;
    }
    struct diag *d = diag_add(c->diags, DIAG_NAME_UNKNOWN, f->by_at,
                              "the mapping has no `words %.*s`", STR(f->by));
    names = new_n(c->keep, str, m->words_n + 1);
    for (size_t k = 0; k < m->words_n; k++)
        names[k] = m->words[k]->name;
    if (diag_nearest(c->keep, f->by, names, m->words_n, near))
        diag_help(c->diags, d, "did you mean `%.*s`?", STR(near[0]));
    else
        diag_help(c->diags, d,
                  "begin them in the first column: words %.*s, and below it "
                  "a line for each: \"WORD\" is NAME",
                  STR(f->by));
}

static void resolve_rule(struct cursor *c, struct rule *r)
{
    struct field *const fields[] = { &r->holder, &r->unit,   &r->place,
                                     &r->site,   &r->target, &r->source_place,
                                     &r->title,  &r->status };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        resolve(c, fields[i]);
    for (size_t i = 0; i < r->figures_n; i++)
        resolve(c, &r->figures[i].items);
    for (size_t i = 0; i < r->details_n; i++) {
        resolve(c, &r->details[i].field);
        resolve(c, &r->details[i].grade);
    }
}

/* ---- the whole ---------------------------------------------------------- */

static bool one(struct cursor *c)
{
    mw_at_line(c, 0);
    if (mw_is(c, "table"))
        return read_table(c);
    if (mw_is(c, "book"))
        return read_book(c);
    if (mw_is(c, "words"))
        return read_words(c);
    if (mw_eats(c, "entry"))
        return mw_read_rule(c);
    struct diag *d =
        diag_add(c->diags, DIAG_DIRECTIVE_UNKNOWN, mw_here(c),
                 "'%.*s' begins nothing in a mapping", STR(mw_word(c)));
    diag_help(c->diags, d, "a mapping has: table, book, words, entry");
    return false;
}

bool import_map(struct arena *keep, struct diags *diags, uint32_t file,
                str text, struct mapping **out)
{
    struct reader r;
    size_t errors = diags->errors;
    struct mapping *m = new_one(keep, struct mapping);
    *m = (struct mapping){ .file = file, .names_row = 1 };
    m->words_map.keep = keep;
    struct cursor c = {
        .keep = keep, .diags = diags, .file = file, .text = text, .m = m
    };
    reader_open(&r, keep, diags, file, text);
    while (reader_next(&r, &c.d))
        if (!c.d.bad)
            one(&c);
    for (size_t i = 0; i < m->rules_n; i++)
        resolve_rule(&c, &m->rules[i]);
    if (!m->rules_n && diags->errors == errors) {
        uint32_t end = (uint32_t)text.len;
        struct diag *d =
            diag_add(diags, DIAG_SAYS_NOTHING, (span){ file, end, end },
                     "the mapping does not say what a row "
                     "becomes");
        diag_help(diags, d,
                  "add an `entry`, such as `entry hold`, with its "
                  "lines below it");
    }
    *out = m;
    return diags->errors == errors;
}

struct table_how import_how(const struct mapping *m)
{
    return m->how;
}
