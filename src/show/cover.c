/* cover.c - of the treaty's words, what is coded, left out, or forgotten
 *
 * The text is walked once more for its heads and its `>` lines; nothing is
 * judged.  Forgotten is what the text itself gives away: words above no
 * clause, an article without a clause, and numbers that are missing between
 * those that are there (docs/verbs.md, `cover`).
 */
#include "show/own.h"

#include "lang/lang.h"

enum state { CODED, LEFT_OUT, EMPTY_ARTICLE, MISSING }; /* ORDER STATES */

/* A paragraph, an article without one, or numbers that are missing. */
struct part {
    enum state state;
    str id, to;  /* to: the last of several that are missing */
    str title;   /* an article's; else the clause has it */
    bool quoted; /* an article: words stand above it */
    const struct clause *clause;
};

/* Words above no clause. */
struct loose {
    uint32_t file;
    struct quoted at;
};

struct covered {
    const struct run *run;
    struct part *parts;
    size_t parts_n, parts_cap;
    struct loose *loose;
    size_t loose_n, loose_cap;
    str *ids; /* of clauses and articles, and what these lie below */
    size_t ids_n, ids_cap;
    size_t coded, wordless, paraphrased, left_out, forgotten;
};

/* ---- the walk through the text ------------------------------------------ */

static void add_part(struct covered *v, struct part p)
{
    *push(v->run->keep, v->parts, v->parts_n, v->parts_cap) = p;
}

/* ID, and all that it lies below: 3.1.2, 3.1, 3 */
static void add_id(struct covered *v, str id)
{
    for (size_t n = id.len; n; n--)
        if (n == id.len || id.at[n] == '.')
            *push(v->run->keep, v->ids, v->ids_n, v->ids_cap) =
                str_cut(id, 0, n);
}

/* By its number, or, if that has no point, by standing below it. */
static bool has_clause(const struct pact *p, str article)
{
    for (size_t i = 0; i < p->clauses_n; i++) {
        str id = p->clauses[i].id;
        bool below = str_eq(p->clauses[i].article, article) &&
                     !(id.len && memchr(id.at, '.', id.len));
        if (below || str_eq(id, article) ||
            (str_starts(id, article) && id.len > article.len &&
             id.at[article.len] == '.'))
            return true;
    }
    return false;
}

static void article(struct covered *v, str text, const struct directive *d)
{
    struct part p = { .state = EMPTY_ARTICLE, .quoted = d->quoted_n > 0 };
    p.id = token_text(v->run->keep, text, d->tokens[1]);
    if (d->lines[0].n > 2 && d->tokens[2].kind == TOKEN_STRING)
        p.title = token_words(text, d->tokens[2]);
    add_id(v, p.id);
    if (!has_clause(v->run->p, p.id))
        add_part(v, p);
}

static void loose_words(struct covered *v, uint32_t file,
                        const struct quoted *at, size_t n)
{
    for (size_t i = 0; i < n; i++)
        *push(v->run->keep, v->loose, v->loose_n, v->loose_cap) =
            (struct loose){ file, at[i] };
}

/* Words above a declaration are what it says; above an entry they are not. */
static void walk(struct covered *v, uint32_t file)
{
    str text = v->run->p->sources->at[file].text;
    struct reader r;
    struct directive d;
    reader_open(&r, v->run->keep, NULL, file, text);
    while (reader_next(&r, &d)) {
        enum token_kind k = (enum token_kind)d.tokens[0].kind;
        if (k != TOKEN_WORD)
            loose_words(v, file, d.quoted, d.quoted_n);
        else if (d.lines[0].n > 1 &&
                 str_eq(token_text(v->run->keep, text, d.tokens[0]),
                        S("article")))
            article(v, text, &d);
    }
    loose_words(v, file, r.quoted, r.quoted_n);
}

/* ---- numbers that are missing ------------------------------------------- */

/* "3.12" is "3." and 12; false: it does not end in a number. */
static bool numbered(str id, str *head, int64_t *n)
{
    enum { DIGITS_MOST = 9 };
    size_t at = id.len;
    while (at && id.at[at - 1] >= '0' && id.at[at - 1] <= '9')
        at--;
    *head = str_cut(id, 0, at);
    *n = 0;
    for (size_t i = at; i < id.len; i++)
        *n = *n * 10 + (id.at[i] - '0');
    return at < id.len && id.len - at <= DIGITS_MOST;
}

static void missing(struct covered *v, str head, int64_t from, int64_t to)
{
    struct arena *k = v->run->keep;
    struct part p = { .state = MISSING };
    p.id = str_fmt(k, "%.*s%lld", STR(head), (long long)from);
    if (to > from)
        p.to = str_fmt(k, "%.*s%lld", STR(head), (long long)to);
    add_part(v, p);
}

static int by_numbers(const void *a, const void *b, void *with)
{
    (void)with;
    return str_by_numbers(*(const str *)a, *(const str *)b);
}

/* Of articles between the first and the last, of paragraphs from 1 on. */
static void gaps(struct covered *v)
{
    str last = { 0 };
    sort_array(v->run->keep, v->ids, v->ids_n, sizeof *v->ids, by_numbers,
               NULL);
    for (size_t i = 0; i < v->ids_n; i++) {
        str head, other;
        int64_t n, m;
        if (!numbered(v->ids[i], &head, &n))
            continue;
        /* the one before it with the same head: not always the neighbour */
        bool any = false;
        int64_t before = head.len && head.at[head.len - 1] == '.' ? 0 : n;
        for (size_t k = 0; k < i; k++)
            if (numbered(v->ids[k], &other, &m) && str_eq(head, other) &&
                (!any || m > before)) {
                before = m;
                any = true;
            }
        if (n > before + 1 && !str_eq(last, v->ids[i]))
            missing(v, head, before + 1, n - 1);
        last = v->ids[i];
    }
}

/* ---- all of it ---------------------------------------------------------- */

static int by_id(const void *a, const void *b, void *with)
{
    const struct part *x = a, *y = b;
    (void)with;
    return str_by_numbers(x->id, y->id);
}

static void count(struct covered *v)
{
    for (size_t i = 0; i < v->parts_n; i++) {
        const struct part *p = &v->parts[i];
        v->coded += p->state == CODED;
        v->left_out += p->state == LEFT_OUT;
        v->forgotten += p->state == EMPTY_ARTICLE || p->state == MISSING;
        if (p->state != CODED)
            continue;
        v->wordless += !p->clause->words.len;
        v->paraphrased += p->clause->words.len && p->clause->paraphrase;
    }
    v->forgotten += v->loose_n;
}

static struct covered cover(const struct run *run)
{
    const struct pact *p = run->p;
    struct covered v = { .run = run };
    for (size_t i = 0; i < p->clauses_n; i++) {
        const struct clause *c = &p->clauses[i];
        add_part(&v, (struct part){
                         .state = c->kind == CLAUSE_UNCODED ? LEFT_OUT : CODED,
                         .id = c->id,
                         .clause = c });
        add_id(&v, c->id);
    }
    for (size_t i = 0; i < p->sources->n; i++)
        walk(&v, (uint32_t)i);
    gaps(&v);
    sort_array(run->keep, v.parts, v.parts_n, sizeof *v.parts, by_id, NULL);
    count(&v);
    return v;
}

static str title_of(const struct part *p)
{
    if (!p->clause)
        return p->title;
    return p->clause->title.len ? p->clause->title
                                : str_of(clause_word(p->clause->kind));
}

static str state_text(struct arena *k, const struct part *p)
{
    switch (p->state) {
    case CODED:
        return !p->clause->words.len   ? S("coded, without the treaty's words")
               : p->clause->paraphrase ? S("coded, by a paraphrase")
                                       : S("coded");
    case LEFT_OUT:
        return str_fmt(k, "left out: %.*s", STR(p->clause->unjudged));
    case EMPTY_ARTICLE:
        return p->quoted ? S("forgotten: words, and no clause below them")
                         : S("forgotten: an article without a clause");
    case MISSING: break;
    }
    return p->to.len ? S("forgotten: no clauses have these numbers")
                     : S("forgotten: no clause has this number");
}

static str loose_place(const struct run *run, const struct loose *l)
{
    struct place at = diag_place(run->p->sources, l->file, l->at.from);
    return str_fmt(run->keep, "%.*s:%zu",
                   STR(run->p->sources->at[l->file].path), at.line);
}

static str loose_text(const struct run *run, const struct loose *l)
{
    return str_trim(
        str_cut(run->p->sources->at[l->file].text, l->at.from, l->at.to));
}

static void text(struct buf *out, const struct covered *v)
{
    enum { NAME = 44 };
    const struct run *run = v->run;
    struct arena *k = run->keep;
    heading_of(out, run,
               S("What of the treaty's words is coded. Nothing is judged."));
    for (size_t i = 0; i < v->parts_n; i++) {
        const struct part *p = &v->parts[i];
        str title = title_of(p);
        str name = str_fmt(k, "%.*s%s%.*s  %.*s", STR(p->id),
                           p->to.len ? " to " : "", STR(p->to), STR(title));
        size_t n = str_width(name);
        buf_fmt(out, "  %.*s", STR(name));
        buf_pad(out, ' ', n < NAME ? NAME - n : 2);
        painted(out, run,
                p->state == CODED      ? GOOD
                : p->state == LEFT_OUT ? DIM
                                       : BAD,
                state_text(k, p));
        buf_char(out, '\n');
    }
    if (v->loose_n)
        buf_z(out, "\nWords above no clause\n");
    for (size_t i = 0; i < v->loose_n; i++) {
        buf_fmt(out, "  %.*s  > %.*s\n", STR(loose_place(run, &v->loose[i])),
                STR(loose_text(run, &v->loose[i])));
    }
    buf_fmt(out, "\n%zu coded", v->coded);
    if (v->wordless || v->paraphrased)
        buf_fmt(out, " (%zu without words, %zu by a paraphrase)", v->wordless,
                v->paraphrased);
    buf_fmt(out, ", %zu left out on purpose, %zu forgotten\n", v->left_out,
            v->forgotten);
    fit(out, run);
}

/* ---- as JSON ------------------------------------------------------------ */

static json_t *maybe(struct arena *k, str s)
{
    return s.len ? json_str(k, s) : json_null();
}

static json_t *part_json(const struct run *run, const struct part *p)
{
    static const char *const words[] = { "coded", "left_out", "forgotten",
                                         "forgotten" }; /* ORDER STATES */
    struct arena *k = run->keep;
    const struct clause *c = p->clause;
    json_t *j = json_map(k);
    json_put(k, j, "id", json_str(k, p->id));
    json_put(k, j, "to", maybe(k, p->to));
    json_put(k, j, "title", json_str(k, c ? c->title : p->title));
    json_put(k, j, "kind",
             c ? json_str(k, str_of(clause_word(c->kind))) : json_null());
    json_put(k, j, "state", json_str(k, str_of(words[p->state])));
    json_put(k, j, "words", maybe(k, c ? c->words : S("")));
    json_put(k, j, "paraphrase",
             json_boolean(c && c->words.len && c->paraphrase));
    json_put(k, j, "because",
             p->state == LEFT_OUT ? maybe(k, c->unjudged) : json_null());
    json_put(k, j, "text", json_str(k, state_text(k, p)));
    return j;
}

static void json(struct buf *out, const struct covered *v)
{
    const struct run *run = v->run;
    struct arena *k = run->keep;
    json_t *j = json_begin(run, "cover/1"), *parts = json_list(k),
           *loose = json_list(k);
    for (size_t i = 0; i < v->parts_n; i++)
        json_add(k, parts, part_json(run, &v->parts[i]));
    for (size_t i = 0; i < v->loose_n; i++) {
        const struct loose *l = &v->loose[i];
        struct place at = diag_place(run->p->sources, l->file, l->at.from);
        json_t *x = json_map(k);
        json_put(k, x, "file", json_str(k, run->p->sources->at[l->file].path));
        json_put(k, x, "line", json_qty(k, qty_int((int64_t)at.line)));
        json_put(k, x, "words", json_str(k, loose_text(run, l)));
        json_put(k, x, "paraphrase", json_boolean(l->at.paraphrase));
        json_add(k, loose, x);
    }
    json_put(k, j, "pact", json_str(k, run->p->title));
    json_put(k, j, "paragraphs", parts);
    json_put(k, j, "loose", loose);
    json_print(out, j);
}

bool show_cover(struct buf *out, const struct run *run, bool as_json)
{
    struct covered v = cover(run);
    (as_json ? json : text)(out, &v);
    return !v.forgotten;
}
