/* check.c - is it well written? And the pages of `explain`. */
#include "show/own.h"

static void count(struct buf *out, size_t n, const char *one, const char *many)
{
    buf_fmt(out, "%zu %s", n, n == 1 ? one : many);
}

void show_check(struct buf *out, const struct run *run)
{
    const struct pact *p = run->p;
    if (p->title.len)
        buf_fmt(out, "%.*s: ", STR(p->title));
    count(out, p->clauses_n, "clause", "clauses");
    buf_z(out, ", ");
    size_t parties = 0, others = p->parties_n - 1; /* but for `unknown` */
    for (size_t i = 1; i < p->parties_n; i++)
        parties += p->parties[i].role == ROLE_PARTY;
    others -= parties;
    count(out, parties, "party", "parties");
    if (others) {
        buf_z(out, ", ");
        count(out, others, "other", "others");
    }
    buf_z(out, ", ");
    count(out, p->entries_n, "entry", "entries");
    buf_z(out, " in ");
    count(out, p->books_n, "book", "books");
    buf_z(out, ": well written\n");
    with_overlays(out, run);
}

static json_t *message(const struct run *run, const struct diag *d)
{
    struct arena *k = run->keep;
    struct sources *s = run->p->sources;
    struct place at = diag_place(s, d->at.file, d->at.from);
    json_t *j = json_map(k);
    json_put(k, j, "code", json_str(k, diag_page(d->kind)->code));
    json_put(k, j, "clause",
             d->clause.len ? json_str(k, d->clause) : json_null());
    json_put(k, j, "file", json_str(k, s->at[d->at.file].path));
    json_put(k, j, "line", json_qty(k, qty_int((int64_t)at.line)));
    json_put(k, j, "column", json_qty(k, qty_int((int64_t)at.column)));
    json_put(k, j, "byte", json_qty(k, qty_int((int64_t)at.byte)));
    json_put(k, j, "length",
             json_qty(k, qty_int((int64_t)(d->at.to - d->at.from))));
    json_put(k, j, "message", json_str(k, d->text));
    json_put(k, j, "because",
             d->because.len ? json_str(k, d->because) : json_null());
    json_put(k, j, "hint", d->help.len ? json_str(k, d->help) : json_null());
    return j;
}

void show_check_json(struct buf *out, const struct run *run)
{
    struct arena *k = run->keep;
    struct diags *d = run->p->diags;
    json_t *j = json_begin(run, "check/1"), *errors = json_list(k),
           *lint = json_list(k);
    diag_sort(d);
    for (size_t i = 0; i < d->n; i++) {
        bool error = diag_page(d->at[i]->kind)->severity == SEVERITY_ERROR;
        json_add(k, error ? errors : lint, message(run, d->at[i]));
    }
    json_put(k, j, "errors", errors);
    json_put(k, j, "lint", lint);
    json_print(out, j);
}

/* ---- explain ------------------------------------------------------------ */

static void indented(struct buf *out, str text)
{
    for (size_t i = 0; i < text.len;) {
        size_t n = i;
        while (n < text.len && text.at[n] != '\n')
            n++;
        buf_z(out, n > i ? "    " : "");
        str line = str_cut(text, i, n);
        for (size_t k = 0; k < line.len;) { /* broken bytes made harmless */
            size_t from = k;
            bool bad = str_rune(line, &k) == 0xfffd;
            buf_add(out, bad ? S("\xef\xbf\xbd") : str_cut(line, from, k));
        }
        buf_char(out, '\n');
        i = n + 1;
    }
}

static void diag_words(struct buf *out, const struct diag_page *p)
{
    buf_fmt(out, "%.*s  %.*s\n\n%.*s\n\n  wrong\n\n", STR(p->code),
            STR(p->title), STR(p->what));
    indented(out, p->wrong);
    buf_z(out, "\n  right\n\n");
    indented(out, p->right);
}

static void page_json(struct buf *out, struct arena *k, str version, str code,
                      str title, str what, const struct diag_page *p)
{
    json_t *j = json_map(k);
    json_put(k, j, "schema", json_str(k, S("explain/1")));
    json_put(k, j, "detente", json_str(k, version));
    json_put(k, j, "code", json_str(k, code));
    json_put(k, j, "title", json_str(k, title));
    json_put(k, j, "text", json_str(k, what));
    json_put(k, j, "wrong", p ? json_str(k, p->wrong) : json_null());
    json_put(k, j, "right", p ? json_str(k, p->right) : json_null());
    json_print(out, j);
}

bool show_explain(struct buf *out, struct arena *keep, str code, bool json,
                  str version, str *near)
{
    enum diag_kind kind;
    str all[DIAG_KINDS + FINDING_KINDS], best[3];
    size_t n = 0;
    if (diag_find(code, &kind)) {
        const struct diag_page *p = diag_page(kind);
        if (json)
            page_json(out, keep, version, p->code, p->title, p->what, p);
        else
            diag_words(out, p);
        return true;
    }
    for (int i = 0; i < FINDING_KINDS; i++) {
        enum finding_kind k = (enum finding_kind)i;
        if (!str_same_letters(finding_code(k), code))
            continue;
        if (json)
            page_json(out, keep, version, finding_code(k), finding_title(k),
                      finding_page(k), NULL);
        else
            buf_fmt(out, "%.*s  %.*s\n\n%.*s", STR(finding_code(k)),
                    STR(finding_title(k)), STR(finding_page(k)));
        return true;
    }
    for (int i = 0; i < DIAG_KINDS; i++)
        all[n++] = diag_page((enum diag_kind)i)->code;
    for (int i = 0; i < FINDING_KINDS; i++)
        all[n++] = finding_code((enum finding_kind)i);
    *near = diag_nearest(keep, code, all, n, best) ? best[0] : S("");
    return false;
}
