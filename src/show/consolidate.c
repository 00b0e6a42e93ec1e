/* consolidate.c - the text in force on a day
 *
 * All pacts in the order in which they were read, as one text, without what is
 * over or not yet in force.  The text is cut into pieces, each a directive
 * with the comments and `>` lines above it, so that a piece is kept or left
 * out as it was written.  What a kept clause names is kept, too, and so the
 * text reads as it did.
 */
#include "show/own.h"

#include "lang/lang.h"

enum fate { FATE_KEPT, FATE_OVER, FATE_LATER }; /* of a clause */

struct whole {
    const struct run *run;
    enum fate *fate; /* by clause */
    bool *named;     /* by clause: one that is kept names it */
    bool more;       /* the last walk found another */
    struct buf *out;
};

/* ---- which clauses ------------------------------------------------------ */

/* Has all that is judged of it ended, or not begun? A condition that does not
 * hold is neither. */
static bool is_out(const struct run *run, const struct clause *c, bool *any)
{
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        if (r->clause != c || r->kind == ROW_UNJUDGED)
            continue;
        const struct segment *s = row_on(r, run->close);
        *any = true;
        if (s && (s->verdict != NOT_IN_FORCE || s->reason == REASON_CONDITION))
            return false;
    }
    return *any;
}

static bool is_later(const struct run *run, const struct clause *c)
{
    return c->from.kind == MOMENT_AT ? c->from.at >= run->close
                                     : c->from.kind != MOMENT_NONE;
}

static bool has_ended(const struct run *run, const struct clause *c)
{
    return c->until.kind == MOMENT_AT &&
           c->until.at + (c->until.dated ? DAY_SECONDS : 0) <= run->close;
}

static enum fate fate_of(const struct run *run, const struct clause *c)
{
    bool any = false, out = is_out(run, c, &any);
    if (any ? out : is_later(run, c) || has_ended(run, c))
        return is_later(run, c) ? FATE_LATER : FATE_OVER;
    return FATE_KEPT;
}

/* An exception to nothing that is kept goes with what it bends. */
static void bends_nothing(struct whole *w, size_t i)
{
    const struct clause *c = &w->run->p->clauses[i];
    if (c->kind != CLAUSE_EXCEPTION || w->fate[i])
        return;
    for (size_t k = 0; k < c->exception.targets_n; k++)
        if (!w->fate[c->exception.targets[k]])
            return;
    if (c->exception.targets_n)
        w->fate[i] = w->fate[c->exception.targets[0]];
}

static int clause_of(const struct whole *w, str id)
{
    for (size_t i = 0; i < w->run->p->clauses_n; i++)
        if (str_eq(w->run->p->clauses[i].id, id))
            return (int)i;
    return -1;
}

static bool stays(const struct whole *w, int clause)
{
    return clause < 0 || !w->fate[clause] || w->named[clause];
}

/* ---- the walk through the text ------------------------------------------ */

static str word_at(const struct whole *w, str text, const struct directive *d,
                   size_t line, size_t i)
{
    const struct line *l = &d->lines[line];
    return i < l->n ? token_text(w->run->keep, text, d->tokens[l->first + i])
                    : S("");
}

/* An article that is named has a clause below it: its own, all of them, if
 * none would be left. */
static void name_article(struct whole *w, str article)
{
    const struct pact *p = w->run->p;
    for (size_t i = 0; i < p->clauses_n; i++)
        if (str_eq(p->clauses[i].article, article) && stays(w, (int)i))
            return;
    for (size_t i = 0; i < p->clauses_n; i++)
        if (str_eq(p->clauses[i].article, article))
            w->named[i] = w->more = true;
}

/* The clauses that D names. */
static void name_others(struct whole *w, str text, const struct directive *d)
{
    for (size_t l = 0; l < d->lines_n; l++) {
        str before = S(""), earlier = S("");
        bool last = false;
        for (size_t i = 0; i < d->lines[l].n; i++) {
            str word = word_at(w, text, d, l, i);
            bool is = clause_follows(before, earlier, last);
            bool own = l == 0 && i == 1;
            int c = is && !own ? clause_of(w, word) : -1;
            if (is && !own && str_eq(before, S("article")))
                name_article(w, word);
            else if (c >= 0 && !stays(w, c))
                w->named[c] = w->more = true;
            last = is || (last && str_eq(word, S("and")));
            earlier = before;
            before = word;
        }
    }
}

/* Does an article, up to the next one, still hold a clause? */
static bool has_kept(const struct whole *w, str text, struct reader r)
{
    struct directive d;
    while (reader_next(&r, &d)) {
        str head = word_at(w, text, &d, 0, 0);
        if (str_eq(head, S("article")))
            return false;
        if (is_clause_kind(head) &&
            stays(w, clause_of(w, word_at(w, text, &d, 0, 1))))
            return true;
    }
    return false;
}

static bool is_kept(const struct whole *w, str text, const struct directive *d,
                    const struct reader *r)
{
    static const char *const dropped[] = { "book", "include", "scenario",
                                           "expect", "observations" };
    str head = word_at(w, text, d, 0, 0);
    if (d->tokens[0].kind != TOKEN_WORD)
        return false; /* an entry */
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        if (str_eq(head, str_of(dropped[i])))
            return false;
    if (str_eq(head, S("article"))) {
        struct reader ahead = { 0 };
        reader_open(&ahead, w->run->keep, NULL, r->file, text);
        ahead.at = d->to;
        return has_kept(w, text, ahead);
    }
    return !is_clause_kind(head) ||
           stays(w, clause_of(w, word_at(w, text, d, 0, 1)));
}

static void walk(struct whole *w, uint32_t file)
{
    str text = w->run->p->sources->at[file].text;
    struct reader r;
    struct directive d;
    uint32_t from = 0;
    reader_open(&r, w->run->keep, NULL, file, text);
    while (reader_next(&r, &d)) {
        bool kept = is_kept(w, text, &d, &r);
        if (kept && !w->out)
            name_others(w, text, &d);
        if (kept && w->out) {
            buf_z(w->out, from ? "" : "\n"); /* else it begins with one */
            buf_add(w->out, str_cut(text, from, d.to));
        }
        from = d.to;
    }
}

static void walk_all(struct whole *w)
{
    const struct sources *s = w->run->p->sources;
    for (uint32_t i = 0; i < s->n; i++) /* what a book declares is its own */
        if (!is_data(s->at[i].text) && !str_ends(s->at[i].path, S(".book")))
            walk(w, i);
}

/* ---- what was left out -------------------------------------------------- */

static void list(const struct whole *w, struct buf *b, enum fate f,
                 const char *what)
{
    const struct pact *p = w->run->p;
    for (size_t i = 0; i < p->clauses_n; i++)
        if (w->fate[i] == f && !w->named[i])
            buf_fmt(b, "#   %s: %.*s\n", what,
                    STR(clause_text(w->run->keep, &p->clauses[i])));
}

static void head(const struct whole *w, struct buf *b)
{
    instant opens = w->run->close - DAY_SECONDS;
    buf_fmt(b, "# The text in force on %.*s. Left out, besides entries:\n",
            STR(day_words(w->run, opens)));
    size_t from = b->len;
    list(w, b, FATE_OVER, "over");
    list(w, b, FATE_LATER, "not yet in force");
    buf_z(b, b->len == from ? "#   nothing\n\n" : "\n");
}

void show_consolidated(struct buf *out, const struct run *run)
{
    const struct pact *p = run->p;
    struct buf b = { .keep = run->keep };
    struct whole w = { .run = run };
    str made;
    w.fate = new_n(run->keep, enum fate, p->clauses_n + 1);
    w.named = new_n(run->keep, bool, p->clauses_n + 1);
    for (size_t i = 0; i < p->clauses_n; i++)
        w.fate[i] = fate_of(run, &p->clauses[i]);
    for (size_t i = 0; i < p->clauses_n; i++)
        bends_nothing(&w, i);
    do {
        w.more = false;
        walk_all(&w);
    } while (w.more);
    head(&w, &b);
    w.out = &b;
    walk_all(&w);
    buf_char(&b, '\n');
    bool well = lang_format(run->keep, p->diags, 0, buf_str(&b), &made);
    buf_add(out, well ? made : buf_str(&b));
}
