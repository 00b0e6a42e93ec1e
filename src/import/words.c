/* words.c - the words of a mapping under the cursor; see own.h */
#include "import/own.h"

void mw_at_line(struct cursor *c, size_t n)
{
    c->line = n;
    c->i = c->d.lines[n].first;
    c->end = c->i + c->d.lines[n].n;
}

bool mw_at_end(const struct cursor *c)
{
    return c->i >= c->end;
}

static str word_at(struct cursor *c, uint32_t i)
{
    return i < c->end ? token_text(c->keep, c->text, c->d.tokens[i]) : S("");
}

str mw_word(struct cursor *c)
{
    return word_at(c, c->i);
}

enum token_kind mw_word_kind(const struct cursor *c)
{
    return mw_at_end(c) ? TOKEN_END : (enum token_kind)c->d.tokens[c->i].kind;
}

span mw_here(const struct cursor *c)
{
    uint32_t end = c->d.lines[c->line].to;
    if (mw_at_end(c)) {
        uint32_t n = c->end;
        end = n > c->d.lines[c->line].first ? c->d.tokens[n - 1].to : end;
        return (span){ c->file, end, end };
    }
    return (span){ c->file, c->d.tokens[c->i].from, c->d.tokens[c->i].to };
}

/* How many words of WORDS stand here; 0: not all do. */
static uint32_t stands(struct cursor *c, const char *words)
{
    uint32_t n = 0;
    for (const char *w = words; *w; n++) {
        size_t len = strcspn(w, " ");
        bool quoted =
            c->i + n < c->end && c->d.tokens[c->i + n].kind == TOKEN_STRING;
        if (quoted || !str_eq(word_at(c, c->i + n), (str){ w, len }))
            return 0;
        w += len + (w[len] == ' ');
    }
    return n;
}

bool mw_is(struct cursor *c, const char *words)
{
    return stands(c, words) != 0;
}

bool mw_eats(struct cursor *c, const char *words)
{
    uint32_t n = stands(c, words);
    c->i += n;
    return n != 0;
}

bool mw_expected(struct cursor *c, const char *what)
{
    static const char such[] = ", such as ";
    const char *example = strstr(what, such);
    int n = (int)(example ? (size_t)(example - what) : strlen(what));
    struct diag *d =
        mw_at_end(c)
            ? diag_add(c->diags, DIAG_EXPECTED, mw_here(c),
                       "the line ends where %.*s was expected", n, what)
            : diag_add(c->diags, DIAG_EXPECTED, mw_here(c),
                       "'%.*s' stands where %.*s was expected",
                       STR(mw_word(c)), n, what);
    if (example)
        diag_help(c->diags, d, "write it like this: %s",
                  example + sizeof such - 1);
    else if (mw_at_end(c))
        diag_help(c->diags, d, "add %s at the end of the line", what);
    else
        diag_help(c->diags, d, "write %s before it, or in its place", what);
    return false;
}

bool mw_want(struct cursor *c, const char *words)
{
    return mw_eats(c, words) ||
           mw_expected(c, str_z(c->keep, str_fmt(c->keep, "`%s`", words)));
}

bool mw_want_end(struct cursor *c)
{
    if (mw_at_end(c))
        return true;
    span at = mw_here(c);
    at.to = c->d.tokens[c->end - 1].to;
    struct diag *d =
        diag_add(c->diags, DIAG_LEFT_OVER, at,
                 "these words were not expected at the end of this line");
    diag_help(c->diags, d,
              "one sentence stands on a line: is a word missing before them, "
              "or do they belong on a line of their own?");
    return false;
}

bool mw_want_string(struct cursor *c, str *out)
{
    if (mw_word_kind(c) != TOKEN_STRING)
        return mw_expected(c, "words in quotes");
    *out = token_words(c->text, c->d.tokens[c->i++]);
    return true;
}

bool mw_want_count(struct cursor *c, uint32_t *out)
{
    qty q;
    bool big;
    if (mw_word_kind(c) != TOKEN_NUMBER || !qty_read(mw_word(c), &q, &big) ||
        q.den != 1 || q.num < 1 || q.num > (wide)TABLE_ROWS)
        return mw_expected(c, "a number of rows or columns, from 1 on");
    *out = (uint32_t)q.num;
    c->i++;
    return true;
}

/* "AB" is 28. */
static bool letters(str w, uint32_t *out)
{
    *out = 0;
    for (size_t i = 0; i < w.len; i++) {
        if (w.at[i] < 'A' || w.at[i] > 'Z' || i == 3)
            return false;
        *out = *out * 26 + (uint32_t)(w.at[i] - 'A' + 1);
    }
    return w.len && *out <= TABLE_COLUMNS;
}

bool mw_want_column(struct cursor *c, struct column *out)
{
    *out = (struct column){ .at = mw_here(c) };
    if (mw_word_kind(c) == TOKEN_STRING) {
        out->name = str_trim(token_words(c->text, c->d.tokens[c->i++]));
        return out->name.len > 0 ||
               (c->i--, mw_expected(c, "a column, such as \"date\""));
    }
    if (!mw_eats(c, "column"))
        return mw_expected(c, "a column, such as \"date\" or column C");
    out->at.to = mw_here(c).to;
    if (letters(mw_word(c), &out->number)) {
        c->i++;
        return true;
    }
    return mw_want_count(c, &out->number);
}

/* "X" or "Y" */
static bool values(struct cursor *c, struct test *k)
{
    str s;
    do {
        if (!mw_want_string(c, &s))
            return false;
        *push(c->keep, k->values, k->n, k->cap) = str_trim(s);
    } while (mw_eats(c, "or"));
    return true;
}

static bool one_condition(struct cursor *c, struct test *k)
{
    if (!mw_want_column(c, &k->of))
        return false;
    if (mw_eats(c, "has")) {
        k->kind = COND_HAS;
        k->not = mw_eats(c, "no");
        return values(c, k);
    }
    if (!mw_eats(c, "is"))
        return mw_expected(c,
                           "a test, such as is \"X\", has \"X\" or is empty");
    k->not = mw_eats(c, "not");
    k->kind = mw_eats(c, "empty") ? COND_EMPTY : COND_IS;
    return k->kind == COND_EMPTY || values(c, k);
}

bool mw_want_conditions(struct cursor *c, struct tests *out)
{
    do {
        struct test k = { 0 };
        if (!one_condition(c, &k))
            return false;
        *push(c->keep, out->at, out->n, out->cap) = k;
    } while (mw_eats(c, "and"));
    return true;
}

str mw_words_until(struct cursor *c, const char *stop, const char *stop2)
{
    struct buf b = { .keep = c->keep };
    for (; !mw_at_end(c); c->i++) {
        if ((stop && mw_is(c, stop)) || (stop2 && mw_is(c, stop2)))
            break;
        bool comma =
            mw_word_kind(c) == TOKEN_SIGN && str_eq(mw_word(c), S(","));
        buf_z(&b, b.len && !comma ? " " : "");
        buf_add(&b, mw_word(c));
    }
    return buf_str(&b);
}

bool mw_want_field(struct cursor *c, struct field *out, const char *what)
{
    *out = (struct field){ .there = true, .at = mw_here(c) };
    out->from = mw_eats(c, "from");
    if (!out->from) {
        if (mw_at_end(c))
            return mw_expected(c, what);
        out->fixed = mw_words_until(c, NULL, NULL);
        return true;
    }
    if (!mw_want_column(c, &out->of))
        return false;
    if (!mw_eats(c, "by"))
        return true;
    out->by_at = mw_here(c);
    out->by = mw_word(c);
    if (mw_word_kind(c) != TOKEN_WORD)
        return mw_expected(c, "the name of some `words`");
    c->i++;
    return true;
}

/* What of a date stands where. */
bool mw_want_format(struct cursor *c, str *out)
{
    span at = mw_here(c);
    static const char *const parts[] = { "year", "month", "day" };
    if (!mw_eats(c, "as"))
        return mw_expected(
            c, "how the date is written, such as as day/month/year");
    if (mw_at_end(c))
        return mw_expected(c, "the parts of a date, such as day/month/year");
    at = mw_here(c);
    at.to = c->d.tokens[c->end - 1].to;
    *out = mw_word_kind(c) == TOKEN_STRING
               ? token_words(c->text, c->d.tokens[c->i])
               : str_cut(c->text, at.from, at.to);
    for (size_t k = 0; k < 3; k++) {
        size_t n = 0;
        for (size_t i = 0; i + strlen(parts[k]) <= out->len; i++)
            n += str_starts(str_cut(*out, i, out->len), str_of(parts[k]));
        if (n != 1) {
            struct diag *d = diag_add(c->diags, DIAG_EXPECTED, at,
                                      "of a date's form, the %s stands in it "
                                      "%s",
                                      parts[k], n ? "twice" : "nowhere");
            diag_help(c->diags, d,
                      "write year, month and day as they stand "
                      "in the cells: day/month/year, "
                      "year-month-day, day.month.year");
            return false;
        }
    }
    c->i = c->end;
    return true;
}
