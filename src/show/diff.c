/* diff.c - two texts compared in meaning, as people and programs read it */
#include "show/own.h"

#include "diff/diff.h"

/* What is judged by that text. */
static struct run run_of(const struct run *run, struct judgement *j)
{
    struct run r = *run;
    r.p = (struct pact *)(uintptr_t)j->p;
    r.j = j;
    r.close = j->close;
    return r;
}

static const struct clause *clause_of(const struct compared *x)
{
    return x->clause[x->clause[DIFF_NEW] ? DIFF_NEW : DIFF_OLD];
}

static const char *in_words(const struct compared *x)
{
    static const char *const words[] = {
        "the same",     "stricter",
        "looser",       "neither: stricter in one case, looser in another",
        "new",          "gone",
        "no case found"
    };
    return words[x->is];
}

static enum paint paint_as(const struct compared *x)
{
    return x->is == DIFFERENCE_SAME ? DIM : BOLD;
}

/* ---- a case ------------------------------------------------------------- */

/* Rows of the clause, as a status on that day says; of a clause that bends
 * others, their rows. */
static bool is_row(const struct judgement *j, const struct compared *x,
                   const struct row *r)
{
    const struct clause *k = pact_clause(j->p, clause_of(x)->id);
    const struct segment *s = row_on(r, j->close);
    bool own = str_eq(r->clause->id, clause_of(x)->id);
    for (size_t i = 0; k && i < k->exception.targets_n; i++)
        own = own ||
              str_eq(r->clause->id, j->p->clauses[k->exception.targets[i]].id);
    return own && s && r->basis == COMBINED &&
           (s->verdict == BROKEN || s->verdict == KEPT);
}

static void verdicts(struct buf *out, const struct run *run,
                     const struct compared *x, struct judgement *j,
                     const char *text)
{
    struct run r = run_of(run, j);
    struct buf b = { .keep = run->keep };
    bool any = false;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < j->rows_n; i++) {
            const struct row *w = j->rows[i];
            const struct segment *s = row_on(w, j->close);
            if (!is_row(j, x, w) || (s->verdict == BROKEN) == pass ||
                (pass && any))
                continue;
            str says = figures_text(&r, w, s), why = reason_text(&r, w, s);
            buf_fmt(&b, "%s%s, %.*s", any ? "; " : "",
                    verdict_text(s->verdict),
                    STR(subject_text(run->keep, &w->subject)));
            buf_fmt(&b, "%s%.*s%s%.*s", says.len ? ": " : "", STR(says),
                    why.len ? "; " : "", STR(why));
            any = true;
        }
    if (!any)
        buf_z(&b, pact_clause(j->p, clause_of(x)->id) ? "not broken"
                                                      : "no such clause");
    buf_fmt(out, "    %s  ", text);
    folded(out, run, 9, 9, buf_str(&b));
    buf_char(out, '\n');
}

static void show_case(struct buf *out, const struct run *run,
                      const struct compared *x, const struct found *f,
                      const char *only)
{
    if (!f->any)
        return;
    buf_fmt(out, "  The %s text alone forbids, as of %.*s:\n", only,
            STR(day_words(run, last_day(f->made.close))));
    for (size_t i = 0; i < f->book.len;) {
        size_t end = i;
        while (end < f->book.len && f->book.at[end] != '\n')
            end++;
        buf_fmt(out, "      %.*s\n", STR(str_cut(f->book, i, end)));
        i = end + 1;
    }
    verdicts(out, run, x, f->j[DIFF_OLD], "old");
    verdicts(out, run, x, f->j[DIFF_NEW], "new");
}

/* ---- text --------------------------------------------------------------- */

static str list(struct arena *keep, const str *at, size_t n)
{
    struct buf b = { .keep = keep };
    for (size_t i = 0; i < n; i++)
        buf_fmt(&b, "%s%.*s", i ? ", " : "", STR(at[i]));
    return buf_str(&b);
}

/* Why nothing was found. */
static str no_case_text(struct arena *keep, const struct compared *x)
{
    const char *words =
        x->itself ? "its words have changed" : "its own words are the same";
    if (!x->tried)
        return str_fmt(keep, "%s; no case could be made up for it", words);
    return str_fmt(keep,
                   "%s; of %zu cases none is broken under one text and "
                   "allowed under the other",
                   words, x->tried);
}

static void compared(struct buf *out, const struct run *run,
                     const struct compared *x)
{
    struct arena *k = run->keep;
    buf_fmt(out, "%.*s: ", STR(clause_text(k, clause_of(x))));
    painted(out, run, paint_as(x), str_of(in_words(x)));
    if (x->unjudged && x->is != DIFFERENCE_SAME)
        buf_z(out, "; a part of it, or an exception to it, is not judged yet");
    buf_char(out, '\n');
    if (x->changed_n) {
        buf_z(out, "  not as it was: ");
        folded(out, run, 4, 18, list(k, x->changed, x->changed_n));
        buf_char(out, '\n');
    }
    if (x->is == DIFFERENCE_NO_CASE) {
        buf_z(out, "  ");
        folded(out, run, 2, 2, no_case_text(k, x));
        buf_char(out, '\n');
    }
    show_case(out, run, x, &x->stricter, "new");
    show_case(out, run, x, &x->looser, "old");
    if (x->is != DIFFERENCE_SAME)
        buf_char(out, '\n');
}

static void counts(struct buf *out, const struct diff *d)
{
    static const char *const words[] = { "the same",      "stricter", "looser",
                                         "neither",       "new",      "gone",
                                         "without a case" };
    size_t n[DIFFERENCE_NO_CASE + 1] = { 0 };
    bool any = false;
    for (size_t i = 0; i < d->n; i++)
        n[d->at[i].is]++;
    for (int i = 1; i <= DIFFERENCE_NO_CASE + 1; i++) {
        int k = i % (DIFFERENCE_NO_CASE + 1); /* what is the same comes last */
        if (n[k])
            buf_fmt(out, "%s%zu %s", any ? ", " : "", n[k], words[k]);
        any = any || n[k];
    }
    buf_z(out, any ? "\n" : "no clauses\n");
}

static str files(const struct run *run, const struct stage *s)
{
    return list(run->keep, s->files, s->files_n);
}

static void text(struct buf *out, const struct run *run, const struct diff *d)
{
    for (int i = 0; i < 2; i++) {
        str title = d->text[i].p->title;
        buf_z(out, i == DIFF_OLD ? "old: " : "new: ");
        painted(out, run, BOLD, title.len ? title : S("(no title)"));
        buf_fmt(out, " (%.*s)\n", STR(files(run, &d->text[i])));
    }
    buf_z(out, "What each clause means, by made-up cases. The figures are "
               "judged, not the law.\n\n");
    for (size_t i = 0; i < d->n; i++)
        compared(out, run, &d->at[i]);
    if (d->n && d->at[d->n - 1].is == DIFFERENCE_SAME)
        buf_char(out, '\n');
    counts(out, d);
    fit(out, run);
}

/* ---- JSON --------------------------------------------------------------- */

static json_t *row_json(const struct run *run, const struct row *r,
                        const struct segment *s)
{
    struct arena *k = run->keep;
    json_t *j = json_map(k);
    json_put(k, j, "id", json_str(k, r->clause->id));
    json_put(k, j, "line", json_qty(k, qty_int(r->line)));
    json_put(k, j, "verdict", json_str(k, str_of(verdict_word(s->verdict))));
    json_put(k, j, "reason", json_str(k, str_of(reason_word(s->reason))));
    json_put(k, j, "subject", json_subject(k, &r->subject));
    json_put(k, j, "measured", json_measured(k, s->now, r->unit));
    json_put(k, j, "allowed", json_allowed(k, r, s));
    return j;
}

static json_t *rows_json(const struct run *run, const struct compared *x,
                         struct judgement *j)
{
    json_t *list = json_list(run->keep);
    for (size_t i = 0; i < j->rows_n; i++)
        if (is_row(j, x, j->rows[i]))
            json_add(run->keep, list,
                     row_json(run, j->rows[i], row_on(j->rows[i], j->close)));
    return list;
}

static json_t *case_json(const struct run *run, const struct compared *x,
                         const struct found *f)
{
    struct arena *k = run->keep;
    if (!f->any)
        return json_null();
    json_t *j = json_map(k);
    json_put(k, j, "on", json_when(run, last_day(f->made.close)));
    json_put(k, j, "book", json_str(k, f->book));
    json_put(k, j, "old", rows_json(run, x, f->j[DIFF_OLD]));
    json_put(k, j, "new", rows_json(run, x, f->j[DIFF_NEW]));
    return j;
}

static json_t *strings(struct arena *k, const str *at, size_t n)
{
    json_t *list = json_list(k);
    for (size_t i = 0; i < n; i++)
        json_add(k, list, json_str(k, at[i]));
    return list;
}

static json_t *compared_json(const struct run *run, const struct compared *x)
{
    struct arena *k = run->keep;
    const struct clause *c = clause_of(x);
    json_t *j = json_map(k);
    json_put(k, j, "id", json_str(k, c->id));
    json_put(k, j, "title", json_str(k, c->title));
    json_put(k, j, "kind", json_str(k, str_of(clause_word(c->kind))));
    json_put(k, j, "difference", json_str(k, str_of(difference_word(x->is))));
    json_put(k, j, "changed", strings(k, x->changed, x->changed_n));
    json_put(k, j, "unjudged", json_boolean(x->unjudged));
    json_put(k, j, "tried", json_qty(k, qty_int((int64_t)x->tried)));
    json_put(k, j, "stricter", case_json(run, x, &x->stricter));
    json_put(k, j, "looser", case_json(run, x, &x->looser));
    return j;
}

static void json(struct buf *out, const struct run *run, const struct diff *d)
{
    struct arena *k = run->keep;
    json_t *j = json_begin(run, "diff/1"), *list = json_list(k);
    for (int i = 0; i < 2; i++) {
        const struct stage *s = &d->text[i];
        json_t *x = json_map(k);
        json_put(k, x, "pact", json_str(k, s->p->title));
        json_put(k, x, "files", strings(k, s->files, s->files_n));
        json_put(k, j, i == DIFF_OLD ? "old" : "new", x);
    }
    for (size_t i = 0; i < d->n; i++)
        json_add(k, list, compared_json(run, &d->at[i]));
    json_put(k, j, "clauses", list);
    json_print(out, j);
}

bool show_diff(struct buf *out, const struct run *run, const struct diff *d,
               bool as_json)
{
    bool same = true;
    for (size_t i = 0; i < d->n; i++)
        same = same && d->at[i].is == DIFFERENCE_SAME;
    (as_json ? json : text)(out, run, d);
    return same;
}
