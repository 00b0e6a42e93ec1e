/* cursor.c - words under the cursor; see parse.h */
#include "pact/look.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct cursor cursor_at(struct parser *q, const struct waiting *w)
{
    struct cursor c = { .q = q };
    struct reader r; /* its own: other directives are read meanwhile */
    c.text = q->p->sources->at[w->file].text;
    reader_open(&r, q->keep, q->diags, w->file, c.text);
    reader_at(&r, w->from, &c.d);
    at_line(&c, 0);
    return c;
}

bool at_line(struct cursor *c, size_t n)
{
    if (n >= c->d.lines_n)
        return false;
    c->line = n;
    c->i = c->d.lines[n].first;
    c->end = c->i + c->d.lines[n].n;
    return true;
}

bool at_end(const struct cursor *c)
{
    return c->i >= c->end;
}

span here(const struct cursor *c)
{
    if (at_end(c)) {
        uint32_t to = c->d.lines[c->line].to;
        if (c->end > c->d.lines[c->line].first)
            to = c->d.tokens[c->end - 1].to;
        return (span){ c->d.file, to, to };
    }
    struct token t = c->d.tokens[c->i];
    return (span){ c->d.file, t.from, t.to };
}

span rest(const struct cursor *c)
{
    span s = here(c);
    if (!at_end(c))
        s.to = c->d.tokens[c->end - 1].to;
    return s;
}

span since(const struct cursor *c, uint32_t i)
{
    if (i >= c->i)
        return here(c);
    return (span){ c->d.file, c->d.tokens[i].from, c->d.tokens[c->i - 1].to };
}

str span_text(const struct cursor *c, span s)
{
    return str_cut(c->text, s.from, s.to);
}

bool eats_all(struct cursor *c, const char *words)
{
    uint32_t n = 0;
    for (const char *p = words; *p; n++) {
        size_t len = strcspn(p, " ");
        if (!str_eq(word_ahead(c, n), (str){ p, len }))
            return false;
        p += len + (p[len] == ' ');
    }
    c->i += n;
    return true;
}

struct diag *wrong(struct cursor *c, enum diag_kind k, span at,
                   const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    struct diag *d = diag_add_v(c->q->diags, k, at, fmt, ap);
    va_end(ap);
    d->clause = c->q->clause_now;
    return d;
}

str brief(str w)
{
    size_t n = w.len > 60 ? 60 : w.len;
    while (n && n < w.len && ((unsigned char)w.at[n] & 0xc0) == 0x80)
        n--;
    return str_cut(w, 0, n);
}

/* WHAT may end in an example: "a length, such as `25 km`". */
bool expected(struct cursor *c, const char *what)
{
    static const char such[] = ", such as ";
    const char *example = strstr(what, such);
    int n = (int)(example ? (size_t)(example - what) : strlen(what));
    struct diag *d =
        at_end(c) ? wrong(c, DIAG_EXPECTED, here(c),
                          "the line ends where %.*s was expected", n, what)
                  : wrong(c, DIAG_EXPECTED, here(c),
                          "'%.*s' stands where %.*s was expected",
                          STR(brief(word(c))), n, what);
    if (example)
        diag_help(c->q->diags, d, "write it like this: %s",
                  example + sizeof such - 1);
    else if (at_end(c))
        diag_help(c->q->diags, d, "add %s at the end of the line", what);
    else
        diag_help(c->q->diags, d, "write %s before it, or in its place", what);
    return false;
}

bool want(struct cursor *c, const char *words)
{
    char what[80];
    if (eat(c, words) || eats(c, words))
        return true;
    snprintf(what, sizeof what, "`%s`", words);
    return expected(c, what);
}

bool want_end(struct cursor *c)
{
    if (at_end(c))
        return true;
    struct diag *d =
        wrong(c, DIAG_LEFT_OVER, rest(c),
              "these words were not expected at the end of this line");
    diag_help(c->q->diags, d,
              "one sentence stands on a line: is a word missing before them, "
              "or do they belong on a line of their own?");
    return false;
}

bool want_string(struct cursor *c, str *out)
{
    if (word_kind(c) != TOKEN_STRING)
        return expected(c, "words in quotes");
    *out = token_words(c->text, c->d.tokens[c->i++]);
    return true;
}

bool want_id(struct cursor *c, str *out)
{
    str w = word(c);
    enum token_kind k = word_kind(c);
    bool latin = w.len == 1 && strchr("NSEW", *w.at);
    if (at_end(c) || k == TOKEN_SIGN || k == TOKEN_STRING || k == TOKEN_DATE ||
        k == TOKEN_INSTANT || k == TOKEN_DATES || (reserved(w) && !latin))
        return expected(c, "a clause's number or name");
    *out = w;
    c->i++;
    return true;
}

bool known_clause(struct cursor *c, span at, str id)
{
    if (map_get(&c->q->clause_ids, id) >= 0)
        return true;
    struct diag *d = wrong(c, DIAG_CLAUSE_UNKNOWN, at,
                           "no clause `%.*s` is in the pact", STR(id));
    diag_help(c->q->diags, d, "name one that is, as it is written there");
    return false;
}

bool want_clause_id(struct cursor *c, str *id)
{
    span at = here(c);
    return want_id(c, id) && known_clause(c, at, *id);
}

str a_clause(const struct cursor *c, enum clause_kind k)
{
    const char *w = clause_word(k);
    return str_fmt(c->q->keep, "%s %s", strchr("aeiou", *w) ? "an" : "a", w);
}

int want_clause(struct cursor *c)
{
    struct parser *q = c->q;
    enum clause_kind k = CLAUSE_LIMIT;
    str id;
    while (k <= CLAUSE_UNCODED && !eat(c, clause_word(k)))
        k++;
    if (k > CLAUSE_UNCODED) {
        expected(c, "a clause, such as `step 1`");
        return -1;
    }
    span at = here(c);
    if (!want_id(c, &id) || !known_clause(c, at, id))
        return -1;
    int index = map_get(&q->clause_ids, id);
    const struct clause *found = &q->p->clauses[index];
    if (found->kind == k)
        return index;
    struct diag *d =
        wrong(c, DIAG_CLAUSE_UNKNOWN, at, "`%.*s` is %.*s, not %.*s", STR(id),
              STR(a_clause(c, found->kind)), STR(a_clause(c, k)));
    diag_note(q->diags, d, found->at, "it stands here");
    diag_help(q->diags, d, "write `%s %.*s`", clause_word(found->kind),
              STR(id));
    return -1;
}

bool want_clause_ref(struct cursor *c, str *id)
{
    int k = want_clause(c);
    if (k >= 0)
        *id = c->q->p->clauses[k].id;
    return k >= 0;
}

bool known_step(struct cursor *c, span at, str id)
{
    if (!known_clause(c, at, id))
        return false;
    const struct clause *k = &c->q->p->clauses[map_get(&c->q->clause_ids, id)];
    if (k->kind == CLAUSE_STEP)
        return true;
    struct diag *d =
        wrong(c, DIAG_CLAUSE_UNKNOWN, at, "`%.*s` is %.*s, not a step",
              STR(id), STR(a_clause(c, k->kind)));
    diag_note(c->q->diags, d, k->at, "it stands here");
    diag_help(c->q->diags, d, "name a step: only steps are done or verified");
    return false;
}

bool orphan_follows(const struct cursor *c)
{
    const struct diags *d = c->q->diags;
    for (size_t i = 0; i < d->n; i++) {
        span at = d->at[i]->at;
        if (d->at[i]->kind != DIAG_DIRECTIVE_UNKNOWN || at.file != c->d.file ||
            at.from < c->d.to)
            continue;
        uint32_t k = c->d.to;
        while (k < at.from && strchr(" \t\r\n", c->text.at[k]))
            k++;
        if (k == at.from)
            return true;
    }
    return false;
}

/* One message for a word, however often it stands there. */
void not_judged_yet(struct cursor *c, span at, str what)
{
    struct parser *q = c->q;
    struct later *l = NULL;
    words_used(c);
    for (size_t i = 0; i < q->later_n && !l; i++)
        if (str_eq(q->later[i].word, what))
            l = &q->later[i];
    if (!l) {
        l = push(q->keep, q->later, q->later_n, q->later_cap);
        *l = (struct later){ what, NULL, 0 };
        l->said =
            wrong(c, DIAG_NOT_JUDGED, at,
                  "`%.*s` is known, but not judged yet", STR(brief(what)));
    } else {
        l->more++;
    }
    struct buf more = { .keep = q->keep };
    if (l->more)
        buf_fmt(&more, " (also in %zu more %s)", l->more,
                l->more == 1 ? "place" : "places");
    diag_help(q->diags, l->said,
              "it is kept as written; what hangs on it is shown as not "
              "judged%.*s",
              STR(buf_str(&more)));
}

bool later_as(struct cursor *c, span at, str what)
{
    if (!look_over(c)) { /* a slip in it: reported */
        c->i = c->end;
        return false;
    }
    c->unjudged = what;
    not_judged_yet(c, at, what);
    c->i = c->end;
    return false;
}

bool later(struct cursor *c)
{
    span at = at_end(c) ? since(c, c->d.lines[c->line].first) : rest(c);
    return later_as(c, at, span_text(c, at));
}

bool said_twice(struct cursor *c, span at)
{
    struct diag *d = wrong(c, DIAG_SAID_TWICE, at, "this is said already");
    diag_help(c->q->diags, d, "keep one of the two");
    return false;
}
