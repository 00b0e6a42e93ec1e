/* meaning.c - do two clauses say the same, by their words? See diff.h
 *
 * What a clause says follows from its own words and from those of the
 * directives whose names stand in it, and in these, and so on. Titles, notes
 * and the treaty's own words decide nothing. Some directives bear on every
 * clause without being named: the header, who there is, grades of evidence,
 * what is disputed. So equal words are equal in meaning; other words may be.
 */
#include "base/map.h"
#include "base/sort.h"
#include "diff/diff.h"
#include "lang/lang.h"

struct said {
    str head, name; /* "zone", "front"; as messages call it */
    str words;      /* without titles and notes, one blank between */
    const str *tokens;
    size_t tokens_n;
    bool everywhere; /* bears on all clauses */
    bool bends;      /* changes a clause that it names */
    bool reached;
};

struct meaning {
    struct arena *keep;
    const struct pact *p;
    struct said *at;
    size_t n, cap;
    struct map names; /* the last directive of that name; see `same_name` */
    int *same_name; /* by directive: the one before of the same name, or -1 */
    size_t same_cap;
    str data; /* the files of places, all together */
};

static bool one_of(str w, const char *const *words)
{
    for (; *words; words++)
        if (str_eq(w, str_of(*words)))
            return true;
    return false;
}

static bool is_clause_word(str head)
{
    static const char *const kinds[] = { "limit",      "exception",   "notice",
                                         "quota",      "inform",      "stay",
                                         "step",       "consent",     "access",
                                         "article",    "equivalence", "remedy",
                                         "inspection", "evidence",    NULL };
    return one_of(head, kinds);
}

/* Nothing follows from these. */
static bool decides_nothing(str head)
{
    static const char *const none[] = { "book",     "include", "expect",
                                        "scenario", "offer",   "observations",
                                        "uncoded",  NULL };
    return one_of(head, none);
}

static bool bears_on_all(str head)
{
    static const char *const all[] = { "pact",      "side",      "party",
                                       "formation", "non-party", "monitor",
                                       "evidence",  "status",    NULL };
    return one_of(head, all);
}

/* Words in quotes that are for readers: a title, but not the name of an area
 * or a file. */
static bool is_title(str head, const struct token *t, size_t i)
{
    static const char *const with_names[] = { "zone", "site", NULL };
    return t->kind == TOKEN_STRING && i <= 3 && !one_of(head, with_names);
}

/* ---- the words of a directive ------------------------------------------- */

static void read_line(struct meaning *m, struct said *s, str text,
                      const struct directive *d, size_t line, struct buf *b)
{
    const struct line *l = &d->lines[line];
    str *tokens = (str *)(uintptr_t)s->tokens;
    str first = l->n ? token_text(m->keep, text, d->tokens[l->first]) : S("");
    if (line && (str_eq(first, S("note")) || str_eq(first, S("source"))))
        return;
    buf_z(b, line ? "\n" : "");
    for (size_t i = 0; i < l->n; i++) {
        const struct token *t = &d->tokens[l->first + i];
        str w = token_text(m->keep, text, *t);
        if (line == 0 && is_title(s->head, t, i))
            continue;
        buf_fmt(b, "%s%.*s", i ? " " : "", STR(w));
        tokens[s->tokens_n++] = w;
    }
}

static void read_said(struct meaning *m, str text, const struct directive *d)
{
    struct said s = { 0 };
    struct buf b = { .keep = m->keep };
    str name = S("");
    s.head = token_text(m->keep, text, d->tokens[0]);
    if (d->tokens[0].kind != TOKEN_WORD || decides_nothing(s.head))
        return;
    if (d->lines[0].n > 1 && !str_eq(s.head, S("pact")))
        name = token_text(m->keep, text, d->tokens[1]);
    s.tokens = new_n(m->keep, str, d->tokens_n + 1);
    for (size_t l = 0; l < d->lines_n; l++)
        read_line(m, &s, text, d, l, &b);
    s.words = buf_str(&b);
    s.name = name;
    s.everywhere = bears_on_all(s.head);
    s.bends = str_eq(s.head, S("exception")) || str_eq(s.head, S("consent")) ||
              str_eq(s.head, S("remedy"));
    for (size_t i = 0; i + 1 < s.tokens_n; i++)
        if (str_eq(s.tokens[i], S("status")) &&
            str_eq(s.tokens[i + 1], S("disputed")))
            s.everywhere = true;
    *push(m->keep, m->at, m->n, m->cap) = s;
}

/* All names of M, so that one can look for them. */
static void index_names(struct meaning *m)
{
    int *last = new_n(m->keep, int, m->n + 1);
    size_t names = 0;
    m->same_name = new_n(m->keep, int, m->n + 1);
    for (size_t i = 0; i < m->n; i++) {
        m->same_name[i] = -1;
        if (!m->at[i].name.len)
            continue;
        int at = map_get(&m->names, m->at[i].name);
        if (at < 0)
            map_put(&m->names, m->at[i].name, at = (int)names++);
        else
            m->same_name[i] = last[at];
        last[at] = (int)i;
    }
    /* from here on the map leads to the last of each name */
    struct map to = { .keep = m->keep };
    for (size_t i = m->n; i > 0; i--)
        if (m->at[i - 1].name.len)
            map_put(&to, m->at[i - 1].name, (int)i - 1);
    m->names = to;
}

struct meaning *meaning_of(struct arena *keep, const struct pact *p)
{
    struct meaning *m = new_one(keep, struct meaning);
    struct buf data = { .keep = keep };
    *m = (struct meaning){ .keep = keep, .p = p, .names = { .keep = keep } };
    for (uint32_t i = 0; i < p->sources->n; i++) {
        str text = p->sources->at[i].text;
        struct reader r;
        struct directive d;
        if (text.len && *str_trim(text).at == '{') {
            buf_add(&data, text);
            continue;
        }
        reader_open(&r, keep, NULL, i, text);
        while (reader_next(&r, &d))
            read_said(m, text, &d);
    }
    m->data = buf_str(&data);
    index_names(m);
    return m;
}

/* ---- what follows from what --------------------------------------------- */

static void reach(struct meaning *m, size_t i);

/* All that is called W; a clause may be called 1, and not every 1 is one. */
static void reach_name(struct meaning *m, str w, bool clause)
{
    for (int i = map_get(&m->names, w); i >= 0; i = m->same_name[i])
        if (clause || !is_clause_word(m->at[i].head))
            reach(m, (size_t)i);
}

/* What lies below it in a tree of names. */
static void reach_below(struct meaning *m, str w)
{
    for (size_t i = 0; i < m->n; i++) {
        const struct said *s = &m->at[i];
        bool tree = str_eq(s->head, S("item")) || str_eq(s->head, S("event"));
        if (tree && (str_eq(w, S("forces")) ||
                     (str_starts(s->name, w) && s->name.len > w.len &&
                      s->name.at[w.len] == '.')))
            reach(m, i);
    }
}

/* Is token I of S behind the word for a clause, or behind an `and` there? */
static bool behind_clause_word(const struct said *s, size_t i)
{
    str before = s->tokens[i - 1];
    return is_clause_word(before) || str_eq(before, S("and"));
}

/* `a.b` has `a` above it, and `a/b` is of `a`. */
static void reach(struct meaning *m, size_t i)
{
    struct said *s = &m->at[i];
    if (s->reached)
        return;
    s->reached = true;
    for (size_t k = 1; k < s->tokens_n; k++) {
        str w = s->tokens[k];
        reach_name(m, w, behind_clause_word(s, k));
        reach_below(m, w);
        for (size_t at = w.len; at > 0; at--)
            if (w.at[at - 1] == '.' || w.at[at - 1] == '/')
                reach_name(m, str_cut(w, 0, at - 1), false);
    }
}

/* What bends a clause that is reached is part of it. */
static bool reach_benders(struct meaning *m, const struct clause *k)
{
    bool more = false;
    for (size_t i = 0; i < m->n; i++) {
        struct said *s = &m->at[i];
        if (!s->bends || s->reached)
            continue;
        for (size_t t = 2; t < s->tokens_n && !s->reached; t++)
            if (behind_clause_word(s, t) &&
                (str_eq(s->tokens[t], k->id) ||
                 (k->article.len && str_eq(s->tokens[t], k->article)))) {
                reach(m, i);
                more = true;
            }
    }
    return more;
}

static void reach_clause(struct meaning *m, const struct clause *k)
{
    for (size_t i = 0; i < m->n; i++)
        m->at[i].reached = false;
    for (size_t i = 0; i < m->n; i++)
        if (m->at[i].everywhere)
            reach(m, i);
    if (k->article.len)
        reach_name(m, k->article, true);
    reach_name(m, k->id, true);
    while (reach_benders(m, k))
        continue;
}

/* ---- two of them -------------------------------------------------------- */

static bool has_words(const struct meaning *m, str words)
{
    for (size_t i = 0; i < m->n; i++)
        if (m->at[i].reached && str_eq(m->at[i].words, words))
            return true;
    return false;
}

static int by_bytes(const void *a, const void *b, void *with)
{
    (void)with;
    return str_cmp(*(const str *)a, *(const str *)b);
}

struct names {
    str *at;
    size_t n, cap;
};

static void add_missing(struct arena *keep, const struct meaning *a,
                        const struct meaning *b, struct names *out)
{
    for (size_t i = 0; i < a->n; i++) {
        const struct said *s = &a->at[i];
        if (!s->reached || has_words(b, s->words))
            continue;
        str name = s->name.len
                       ? str_fmt(keep, "%.*s %.*s", STR(s->head), STR(s->name))
                       : S("the heading");
        bool known = false;
        for (size_t k = 0; k < out->n; k++)
            known = known || str_eq(out->at[k], name);
        if (!known)
            *push(keep, out->at, out->n, out->cap) = name;
    }
}

size_t meanings_differ(struct arena *keep, const struct meaning *a,
                       const struct clause *k, const struct meaning *b,
                       const struct clause *l, const str **out)
{
    struct meaning x = *a, y = *b; /* `reached` is scratch of theirs */
    struct names names = { 0 };
    reach_clause(&x, k);
    reach_clause(&y, l);
    add_missing(keep, &x, &y, &names);
    add_missing(keep, &y, &x, &names);
    if (!str_eq(a->data, b->data))
        *push(keep, names.at, names.n, names.cap) = S("a file of places");
    sort_array(keep, names.at, names.n, sizeof *names.at, by_bytes, NULL);
    *out = names.at;
    return names.n;
}
