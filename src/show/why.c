/* why.c - one verdict: the treaty's words, the figures, the entries */
#include "show/own.h"

#include "lang/lang.h"

#include <string.h>

enum { ENTRIES_MOST = 40 };

/* It has no rows: what it says shows in those of other clauses. */
static bool binds_nobody(enum clause_kind k)
{
    return k == CLAUSE_EXCEPTION || k == CLAUSE_EVIDENCE ||
           k == CLAUSE_EQUIVALENCE;
}

const struct clause *clause_wanted(const struct run *run, str id, str *wrong)
{
    struct arena *k = run->keep;
    const struct pact *p = run->p;
    const struct clause *c = pact_clause(p, id);
    str *names = new_n(k, str, p->clauses_n + 1), best[3];
    size_t n = 0;
    if (c)
        return c;
    for (size_t i = 0; i < p->clauses_n; i++)
        names[n++] = p->clauses[i].id;
    size_t got = diag_nearest(k, id, names, n, best);
    struct buf ids = { .keep = k };
    for (size_t i = 0; i < n && i < 12; i++)
        buf_fmt(&ids, "%s%.*s", i ? ", " : "", STR(names[i]));
    *wrong = str_fmt(k,
                     "no clause `%.*s` is in the pact%s%.*s%s; it has "
                     "%.*s%s",
                     STR(id), got ? "; did you mean `" : "",
                     STR(got ? best[0] : S("")), got ? "`?" : "",
                     STR(n ? buf_str(&ids) : S("none")), n > 12 ? " ..." : "");
    return NULL;
}

/* The rows asked for; false: *WRONG says why there are none. */
static bool find(const struct run *run, str clause, str whom,
                 const struct clause **out, str *wrong)
{
    *out = clause_wanted(run, clause, wrong);
    if (!*out)
        return false;
    if (!whom.len && binds_nobody((*out)->kind))
        return true;
    return judged_for(run, *out, whom, wrong);
}

/* ---- a step: what each entry did ---------------------------------------- */

static bool none_of(struct measured m)
{
    return m.any && qty_ok(m.high) && !m.high.num;
}

/* "1_500..2_500 troops left the zone, and stand far enough" */
static str did(const struct run *run, const struct row *r,
               const struct traced *t)
{
    struct arena *k = run->keep;
    str unit = r->unit, all = amount_text(k, t->all);
    if (t->came.any)
        return str_fmt(k, "%.*s %.*s came into the zone",
                       STR(amount_text(k, t->came)), STR(unit));
    if (none_of(t->left))
        return str_fmt(k, "%.*s %.*s: never left the zone", STR(all),
                       STR(unit));
    str left = amount_text(k, t->left), there = amount_text(k, t->there);
    str how = t->on_the_way       ? S("still on the way")
              : none_of(t->there) ? S("and went not far enough")
              : str_eq(left, there)
                  ? S("and stand far enough")
                  : str_fmt(k, "of which %.*s stand far enough", STR(there));
    bool maybe = !qty_ok(t->left.low) || !t->left.low.num;
    return str_fmt(k, "%.*s %.*s %s the zone, %.*s", STR(left), STR(unit),
                   maybe ? "perhaps left" : "left", STR(how));
}

static void total_line(struct buf *out, const struct run *run,
                       const char *what, struct measured m)
{
    if (m.any && !none_of(m))
        buf_fmt(out, "      %-28s%.*s\n", what,
                STR(amount_text(run->keep, m)));
}

/* The moves of one basis one by one, and their sums. */
static void deeds(struct buf *out, const struct run *run, const struct row *r)
{
    struct traces t = row_traces(run->j, r);
    if (!t.n)
        return;
    buf_fmt(out, "    as %s\n",
            r->basis == DECLARED ? "declared" : "others saw it (estimated)");
    for (size_t i = 0; i < t.n; i++) {
        show_entry(out, run, t.at[i].entry, 6);
        buf_z(out, "          = ");
        folded(out, run, 12, 12, did(run, r, &t.at[i]));
        buf_char(out, '\n');
    }
    total_line(out, run, "moved, of what stood there", t.sum.all);
    total_line(out, run, "  never left the zone", t.sum.inside);
    total_line(out, run, "  left the zone", t.sum.left);
    total_line(out, run, "  of these far enough", t.sum.there);
    total_line(out, run, "came into the zone", t.sum.came);
}

/* Does the Ith entry say that R's deed is done, by those who must do it? */
static bool claims_done(const struct run *run, const struct row *r, uint32_t i)
{
    const struct entry *e = &run->p->entries[i];
    const struct more *m = entry_more(run->p, e);
    return r->kind == ROW_DEED && e->kind == ENTRY_DONE &&
           e->from < run->close && str_eq(m->clause, r->clause->id) &&
           who_meet(&m->by, &r->subject.who);
}

static void claims(struct buf *out, const struct run *run, const struct row *r)
{
    bool any = false;
    for (uint32_t i = 0; i < run->p->entries_n; i++) {
        if (!claims_done(run, r, i))
            continue;
        if (!any)
            buf_z(out, "    claimed to be done (a claim decides nothing)\n");
        any = true;
        show_entry(out, run, i, 6);
    }
}

/* ---- one subject of one line -------------------------------------------- */

static void timeline(struct buf *out, const struct run *run,
                     const struct row *r)
{
    struct arena *k = run->keep;
    size_t first = r->segments_n > 12 ? r->segments_n - 12 : 0;
    buf_z(out, "    over time\n");
    if (first)
        buf_fmt(out, "      (%zu earlier stretches not shown)\n", first);
    for (size_t i = first; i < r->segments_n; i++) {
        const struct segment *s = &r->segments[i];
        str from = s->from == INSTANT_MIN
                       ? S("at first")
                       : clock_text(run->keep, run->p->clock, s->from);
        str why = reason_text(run, r, s), m = amount_text(k, s->first);
        str end = amount_text(k, s->now);
        buf_fmt(out, "      %-10.*s  ", STR(from));
        painted(out, run, paint_of(s->verdict),
                str_of(verdict_text(s->verdict)));
        if (m.len)
            buf_fmt(out, ", %.*s", STR(m));
        buf_add(out, bent_text(k, r, s));
        if (!str_eq(m, end))
            buf_fmt(out, "%s at the end %.*s", m.len ? "," : ", no figure,",
                    STR(end.len ? end : S("no figure")));
        if (why.len)
            buf_fmt(out, " (%.*s)", STR(why));
        buf_char(out, '\n');
    }
}

bool same_subject(const struct row *a, const struct row *b)
{
    return a->clause == b->clause && a->line == b->line &&
           a->kind == b->kind && a->host == b->host &&
           a->subject.kind == b->subject.kind &&
           who_same(&a->subject.who, &b->subject.who);
}

/* What each basis says by itself, where it differs. */
static void bases(struct buf *out, const struct run *run,
                  const struct row *both)
{
    const struct segment *s = row_on(both, run->close);
    str all = amount_text(run->keep, s->now);
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        const struct segment *x = row_on(r, run->close);
        if (r == both || !x || !same_subject(r, both))
            continue;
        str m = amount_text(run->keep, x->now);
        if (x->verdict == s->verdict && str_eq(m, all))
            continue;
        buf_fmt(out, "      %-10s ", basis_word(r->basis));
        painted(out, run, paint_of(x->verdict),
                str_of(verdict_text(x->verdict)));
        buf_fmt(out, "%s%.*s\n", m.len ? ", " : "", STR(m));
    }
    if (s->disagree)
        buf_z(out, "      no figure fits all books: they disagree\n");
}

static void entries(struct buf *out, const struct run *run,
                    const struct row *r, const struct segment *s)
{
    size_t before = out->len;
    if (s->verdict == NOT_DUE && !s->now.any)
        return; /* nothing to be behind of */
    buf_z(out, "    entries\n");
    size_t at = out->len;
    show_entries(out, run, r, s, ENTRIES_MOST, 6);
    if (out->len == at)
        out->len = before;
}

static void figures(struct buf *out, const struct run *run,
                    const struct row *r, const struct segment *s)
{
    struct arena *k = run->keep;
    str m = amount_text(k, s->now), a = allowed_text(k, r, s);
    struct measured head = row_headroom(r, s, s->now);
    if (!m.len || !a.len)
        return;
    if (r->kind == ROW_NOTICE) {
        buf_fmt(out, "    %.*s\n", STR(told_text(k, r, s->now)));
        return;
    }
    buf_fmt(out, "    measured %.*s, %.*s", STR(m), STR(a));
    if (head.any)
        buf_fmt(out, ", headroom %.*s", STR(amount_text(k, head)));
    buf_char(out, '\n');
}

static void one_subject(struct buf *out, const struct run *run,
                        const struct row *r, const struct segment *s)
{
    struct arena *k = run->keep;
    str why = reason_text(run, r, s);
    buf_char(out, '\n');
    painted(out, run, BOLD, subject_text(k, &r->subject));
    if (r->host)
        buf_add(out, where_text(run, r));
    buf_z(out, ": ");
    painted(out, run, paint_of(s->verdict), str_of(verdict_text(s->verdict)));
    if (s->verdict != NOT_IN_FORCE && row_since(r, s) != INSTANT_MIN)
        buf_fmt(out, " since %.*s", STR(day_words(run, row_since(r, s))));
    buf_char(out, '\n');
    figures(out, run, r, s);
    bases(out, run, r);
    if (why.len)
        buf_fmt(out, "    %.*s\n", STR(why));
    str settle = s->verdict == UNDETERMINED ? settle_text(run, r, s) : S("");
    if (settle.len) {
        buf_z(out, "    ");
        folded(out, run, 4, 4,
               str_fmt(k, "what would settle it: %.*s", STR(settle)));
        buf_char(out, '\n');
    }
    if (r->segments_n > 1)
        timeline(out, run, r);
    if (r->kind != ROW_DEED) {
        entries(out, run, r, s);
        return;
    }
    for (size_t i = 0; i < run->j->rows_n; i++)
        if (same_subject(run->j->rows[i], r))
            deeds(out, run, run->j->rows[i]);
    claims(out, run, r);
}

static str line_as_written(const struct run *run, const struct row *r)
{
    str text = run->p->sources->at[r->at.file].text;
    return str_cut(text, r->at.from, r->at.to);
}

/* The lines below the head of clause C as they are written, in one. */
static str lines_of(const struct run *run, const struct clause *c)
{
    str text = run->p->sources->at[c->head.file].text;
    struct buf b = { .keep = run->keep };
    struct reader r;
    struct directive d;
    reader_open(&r, run->keep, NULL, c->head.file, text);
    reader_at(&r, c->head.from, &d);
    for (size_t i = 1; i < d.lines_n; i++) {
        const struct line *l = &d.lines[i];
        if (!l->n)
            continue;
        if (b.len)
            buf_z(&b, "; ");
        buf_add(&b, str_cut(text, d.tokens[l->first].from,
                            d.tokens[l->first + l->n - 1].to));
    }
    return buf_str(&b);
}

/* Of a clause that binds nobody: what it says, and where that shows. */
static void shows_elsewhere(struct buf *out, const struct run *run,
                            const struct clause *c)
{
    struct buf b = { .keep = run->keep };
    buf_z(out, "\n  ");
    folded(out, run, 4, 2, lines_of(run, c));
    buf_char(out, '\n');
    for (size_t i = 0; i < c->exception.targets_n; i++) {
        const struct clause *k = &run->p->clauses[c->exception.targets[i]];
        buf_fmt(&b, "%s%.*s", i ? ", " : "", STR(clause_text(run->keep, k)));
    }
    if (!b.len)
        return;
    buf_z(out, "\n  ");
    folded(out, run, 4, 2,
           str_fmt(run->keep, "it shows in what it bends: %.*s",
                   STR(buf_str(&b))));
    buf_char(out, '\n');
}

/* On what it hangs: conditions, and what bends it. */
static void conditions(struct buf *out, const struct run *run,
                       const struct clause *c)
{
    struct arena *k = run->keep;
    for (size_t i = 0; i < c->conditions_n; i++) {
        span at = c->conditions[i].at;
        str text = run->p->sources->at[at.file].text;
        buf_z(out, "\n  ");
        folded(out, run, 4, 2, str_cut(text, at.from, at.to));
    }
    for (size_t i = 0; i < c->bent_by_n; i++) {
        const struct clause *x = &run->p->clauses[c->bent_by[i]];
        buf_z(out, "\n  ");
        folded(out, run, 4, 2,
               str_fmt(k, "bent by %.*s: %.*s", STR(clause_text(k, x)),
                       STR(lines_of(run, x))));
    }
    if (c->conditions_n + c->bent_by_n)
        buf_char(out, '\n');
}

bool show_why(struct buf *out, const struct run *run, str clause, str whom,
              str *wrong)
{
    const struct clause *c;
    int line = -1;
    if (!find(run, clause, whom, &c, wrong))
        return false;
    heading(out, run);
    painted(out, run, BOLD, clause_text(run->keep, c));
    buf_char(out, '\n');
    if (c->words.len) {
        buf_z(out, "  ");
        folded(out, run, 4, 2,
               str_fmt(run->keep, "%s%.*s", c->paraphrase ? "~ " : "> ",
                       STR(c->words)));
        buf_char(out, '\n');
    }
    if (binds_nobody(c->kind))
        shows_elsewhere(out, run, c);
    conditions(out, run, c);
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        if (r->clause != c || r->basis != COMBINED ||
            !right_whom(run, r, whom))
            continue;
        if (r->line != line && r->kind != ROW_UNJUDGED) {
            buf_z(out, "\n  ");
            folded(out, run, 4, 2, line_as_written(run, r));
            buf_char(out, '\n');
        }
        line = r->line;
        if (r->kind == ROW_UNJUDGED) {
            buf_fmt(out, "\n  not judged: %.*s\n", STR(r->unjudged));
            continue;
        }
        const struct segment *s = row_on(r, run->close);
        if (s)
            one_subject(out, run, r, s);
    }
    buf_char(out, '\n');
    closing(out, run);
    fit(out, run);
    return true;
}

/* ---- JSON --------------------------------------------------------------- */

json_t *segment_json(const struct run *run, const struct row *r,
                     const struct segment *s)
{
    struct arena *k = run->keep;
    json_t *j = json_map(k);
    json_put(k, j, "from", json_when(run, s->from));
    json_put(k, j, "until", json_when(run, s->until));
    json_put(k, j, "verdict", json_str(k, str_of(verdict_word(s->verdict))));
    json_put(k, j, "reason", json_str(k, str_of(reason_word(s->reason))));
    json_put(k, j, "first", json_measured(k, s->first, r->unit));
    json_put(k, j, "measured", json_measured(k, s->now, r->unit));
    json_put(k, j, "allowed", json_allowed(k, r, s));
    return j;
}

static void put_traced(struct arena *k, json_t *j, const struct traced *t,
                       str unit)
{
    json_put(k, j, "all", json_measured(k, t->all, unit));
    json_put(k, j, "left", json_measured(k, t->left, unit));
    json_put(k, j, "there", json_measured(k, t->there, unit));
    json_put(k, j, "inside", json_measured(k, t->inside, unit));
    json_put(k, j, "came", json_measured(k, t->came, unit));
}

/* "moves", and "moved": their exact sums, or null. */
static void put_moves(const struct run *run, json_t *to, const struct row *r)
{
    struct arena *k = run->keep;
    struct traces t = row_traces(run->j, r);
    json_t *list = json_list(k), *sum = t.n ? json_map(k) : json_null();
    for (size_t i = 0; i < t.n; i++) {
        json_t *j = json_map(k);
        json_put(k, j, "entry", json_entry(run, t.at[i].entry));
        put_traced(k, j, &t.at[i], r->unit);
        json_put(k, j, "on_the_way", json_boolean(t.at[i].on_the_way));
        json_add(k, list, j);
    }
    if (t.n)
        put_traced(k, sum, &t.sum, r->unit);
    json_put(k, to, "moves", list);
    json_put(k, to, "moved", sum);
}

static json_t *why_row(const struct run *run, const struct row *r)
{
    struct arena *k = run->keep;
    json_t *j = json_map(k), *segments = json_list(k), *said = json_list(k);
    bool judged = r->kind != ROW_UNJUDGED;
    const struct segment *s = judged ? row_on(r, run->close) : NULL;
    json_put(k, j, "line", json_qty(k, qty_int(r->line)));
    json_put(k, j, "written", json_str(k, line_as_written(run, r)));
    json_put(k, j, "subject", json_subject(k, &r->subject));
    json_put(k, j, "host", r->host ? json_subject(k, r->host) : json_null());
    json_put(k, j, "basis", json_str(k, str_of(basis_word(r->basis))));
    json_put(k, j, "now", s ? segment_json(run, r, s) : json_null());
    json_put(k, j, "settle",
             s && s->verdict == UNDETERMINED
                 ? json_str(k, settle_text(run, r, s))
                 : json_null());
    for (size_t i = 0; i < r->segments_n; i++)
        json_add(k, segments, segment_json(run, r, &r->segments[i]));
    json_put(k, j, "segments", segments);
    put_moves(run, j, r);
    for (uint32_t i = 0; i < run->p->entries_n; i++)
        if (claims_done(run, r, i))
            json_add(k, said, json_entry(run, i));
    json_put(k, j, "claims", said);
    json_put_entries(run, j, r, s);
    return j;
}

bool show_why_json(struct buf *out, const struct run *run, str clause,
                   str whom, str *wrong)
{
    struct arena *k = run->keep;
    const struct clause *c;
    if (!find(run, clause, whom, &c, wrong))
        return false;
    json_t *j = json_begin(run, "why/1"), *rows = json_list(k);
    json_put(k, j, "clause", json_str(k, c->id));
    json_put(k, j, "title", json_str(k, c->title));
    json_put(k, j, "kind", json_str(k, str_of(clause_word(c->kind))));
    json_put(k, j, "words",
             c->words.len ? json_str(k, c->words) : json_null());
    json_put(k, j, "paraphrase", json_boolean(c->paraphrase));
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        if (r->clause == c && right_whom(run, r, whom) &&
            (r->segments_n || r->kind == ROW_UNJUDGED))
            json_add(k, rows, why_row(run, r));
    }
    json_put(k, j, "rows", rows);
    json_print(out, j);
    return true;
}
