/* test.c - what a pact expects of its clauses, and what is tried out of them
 *
 * A line `expect` says what `status` would say as of its day: of the rows
 * whose subject lies within its whom (or else takes it in) the one that stands
 * worst, on all bases together.
 */
#include "show/own.h"

/* What became of one line. */
struct tried {
    const struct expect *e;
    instant close;
    const struct row *row; /* the one that decides; NULL: nobody is bound */
    const struct segment *segment; /* NULL: it says nothing of that day */
    enum verdict verdict;
    bool good;
};

/* The verdicts that were seen of a clause; of an exception, whether it was
 * seen at work. */
struct seen {
    bool v[NOT_JUDGED + 1];
    bool at_work, unjudged;
};

struct trial {
    const struct run *run;
    struct tried *at;
    size_t n, good;
    struct seen *expected, *booked; /* by clause */
    const struct clause **clauses;  /* that are tried, as they are printed */
    size_t clauses_n;
};

/* ---- what becomes of a line --------------------------------------------- */

/* The worse, the higher. */
static int weight(enum verdict v)
{
    static const int w[] = {
        [NOT_IN_FORCE] = 0, [NOT_DUE] = 1,      [SUSPENDED] = 2, [KEPT] = 3,
        [NOT_JUDGED] = 4,   [UNDETERMINED] = 5, [BROKEN] = 6
    };
    return w[v];
}

static enum verdict verdict_on(const struct row *r, const struct segment *s)
{
    return r->kind == ROW_UNJUDGED ? NOT_JUDGED
           : s                     ? s->verdict
                                   : NOT_IN_FORCE;
}

/* INSIDE: rows whose subject lies within, else those that take it in. */
static bool about(const struct row *r, const struct expect *e, bool inside)
{
    const struct who *s = &r->subject.who;
    if (!r->subject.ids_n)
        return r->kind == ROW_UNJUDGED && !inside;
    return inside ? who_within(s, &e->who) : who_within(&e->who, s);
}

static void try_rows(struct tried *t, const struct judgement *j, bool inside)
{
    const struct clause *c = &j->p->clauses[t->e->clause];
    for (size_t i = 0; i < j->rows_n; i++) {
        const struct row *r = j->rows[i];
        if (r->clause != c || r->basis != COMBINED || !about(r, t->e, inside))
            continue;
        const struct segment *s = row_on(r, t->close);
        enum verdict v = verdict_on(r, s);
        if (t->row && weight(v) <= weight(t->verdict))
            continue;
        t->row = r;
        t->segment = s;
        t->verdict = v;
    }
}

static struct tried try_line(const struct expect *e, const struct judgement *j)
{
    static const enum verdict wanted[] = { KEPT, BROKEN,
                                           UNDETERMINED }; /* ORDER EXPECTS */
    struct tried t = { .e = e,
                       .close = day_opens(instant_day(e->on)) + DAY_SECONDS,
                       .verdict = NOT_IN_FORCE };
    try_rows(&t, j, true);
    if (!t.row)
        try_rows(&t, j, false);
    t.good = t.row && t.verdict == wanted[e->expects];
    return t;
}

/* ---- coverage ----------------------------------------------------------- */

/* Does exception X stand behind the figure, or the lack of one, of S? */
static bool works_in(const struct clause *x, const struct row *r,
                     const struct segment *s)
{
    if (s->verdict == KEPT && s->reason == REASON_EXCEPTION)
        return !x->rows_n && !x->uncounts_n;
    if (!qty_ok(s->allowed) || !qty_ok(r->allowed) ||
        !qty_cmp(s->allowed, r->allowed))
        return false;
    for (size_t i = 0; i < x->rows_n; i++) {
        qty n = x->rows[i].amount;
        if (x->rows[i].addition)
            n = qty_add(n, r->allowed);
        if (qty_ok(n) && !qty_cmp(n, s->allowed))
            return true;
    }
    return false;
}

static void see(const struct pact *p, struct seen *all, const struct row *r,
                const struct segment *s)
{
    all[r->clause - p->clauses].v[s->verdict] = true;
    for (size_t i = 0; i < r->clause->bent_by_n; i++) {
        int x = r->clause->bent_by[i];
        if (works_in(&p->clauses[x], r, s))
            all[x].at_work = true;
    }
}

static int by_id(const void *a, const void *b, void *with)
{
    const struct clause *x = a, *y = b;
    (void)with;
    return str_by_numbers(x->id, y->id);
}

/* A clause that can be kept or broken, or bends one that can. */
static bool is_tried(const struct clause *c)
{
    return c->kind != CLAUSE_EVIDENCE && c->kind != CLAUSE_EQUIVALENCE &&
           c->kind != CLAUSE_UNCODED;
}

static struct trial try_all(const struct run *run, struct judgement *const *of)
{
    struct arena *k = run->keep;
    const struct pact *p = run->p;
    struct trial t = { .run = run, .n = p->expects_n };
    t.at = new_n(k, struct tried, t.n + 1);
    t.expected = new_n(k, struct seen, p->clauses_n + 1);
    t.booked = new_n(k, struct seen, p->clauses_n + 1);
    t.clauses = new_n(k, const struct clause *, p->clauses_n + 1);
    for (size_t i = 0; i < t.n; i++) {
        t.at[i] = try_line(&p->expects[i], of[i]);
        t.good += t.at[i].good;
        if (t.at[i].good)
            see(p, t.expected, t.at[i].row, t.at[i].segment);
    }
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        if (r->kind == ROW_UNJUDGED)
            t.booked[r->clause - p->clauses].unjudged = true;
        for (size_t m = 0; r->basis == COMBINED && m < r->segments_n; m++)
            if (r->segments[m].from < run->close)
                see(p, t.booked, r, &r->segments[m]);
    }
    for (size_t i = 0; i < p->clauses_n; i++)
        if (is_tried(&p->clauses[i]))
            t.clauses[t.clauses_n++] = &p->clauses[i];
    sort_by(k, (const void **)t.clauses, t.clauses_n, by_id, NULL);
    return t;
}

/* Can it be told from a verdict whether the exception was at work? Not if it
 * only leaves out what is not counted. */
static bool shows(const struct clause *c)
{
    return c->exception.targets_n && (c->rows_n || !c->uncounts_n) &&
           !c->notice.told_stated && !c->exception.no_notice;
}

/* ---- as text ------------------------------------------------------------ */

static const enum verdict tellable[] = { KEPT, BROKEN, UNDETERMINED };
enum { TELLABLE = sizeof tellable / sizeof *tellable };

static str seen_text(struct arena *k, const struct clause *c,
                     const struct seen *s)
{
    struct buf b = { .keep = k };
    if (c->kind == CLAUSE_EXCEPTION)
        return s->at_work ? S("at work")
               : shows(c) ? S("never")
                          : S("cannot be told");
    for (size_t i = 0; i < TELLABLE; i++)
        if (s->v[tellable[i]])
            buf_fmt(&b, "%s%s", b.len ? ", " : "", verdict_text(tellable[i]));
    return b.len ? buf_str(&b) : s->unjudged ? S("not judged") : S("never");
}

static str expect_place(const struct run *run, const struct expect *e)
{
    struct place at = diag_place(run->p->sources, e->at.file, e->at.from);
    return str_fmt(run->keep, "%.*s:%zu",
                   STR(run->p->sources->at[e->at.file].path), at.line);
}

/* "undetermined: 0.. of at most 5 tank in upland; the range lies ..." */
static str said_text(const struct run *run, const struct tried *t)
{
    struct arena *k = run->keep;
    const struct clause *c = &run->p->clauses[t->e->clause];
    if (!t->row && c->kind == CLAUSE_EXCEPTION)
        return S("an exception has no verdict of its own: expect one of the "
                 "clause that it bends");
    if (!t->row)
        return str_fmt(k, "%.*s binds nobody of that name",
                       STR(clause_text(k, c)));
    if (t->row->kind == ROW_UNJUDGED)
        return str_fmt(k, "not judged: %.*s", STR(t->row->unjudged));
    struct buf b = { .keep = k };
    buf_z(&b, verdict_text(t->verdict));
    if (!t->segment)
        return buf_str(&b);
    str m = figures_text(run, t->row, t->segment);
    str why = reason_text(run, t->row, t->segment);
    if (!str_eq(subject_text(k, &t->row->subject), t->e->by))
        buf_fmt(&b, ", %.*s", STR(subject_text(k, &t->row->subject)));
    buf_fmt(&b, "%s%.*s%s%.*s", m.len || why.len ? ": " : "", STR(m),
            m.len && why.len ? "; " : "", STR(why));
    return buf_str(&b);
}

static const char *const words[] = { "kept", "broken", "undetermined" };

static void one_line(struct buf *out, const struct run *run,
                     const struct tried *t)
{
    struct arena *k = run->keep;
    painted(out, run, BAD, S("not as expected"));
    buf_z(out, "  ");
    folded(out, run, 4, 17,
           str_fmt(k, "%.*s: %s %.*s by %.*s on %.*s",
                   STR(expect_place(run, t->e)), words[t->e->expects],
                   STR(run->p->clauses[t->e->clause].id), STR(t->e->by),
                   STR(day_text(k, instant_day(t->e->on)))));
    buf_z(out, "\n    ");
    folded(out, run, 4, 4, said_text(run, t));
    buf_z(out, "\n");
}

static void coverage(struct buf *out, const struct trial *t)
{
    enum { NAME = 40, EXPECTED = 28 };
    const struct run *run = t->run;
    struct arena *k = run->keep;
    size_t name = 10;
    str *names = new_n(k, str, t->clauses_n + 1);
    for (size_t i = 0; i < t->clauses_n; i++) {
        const struct clause *c = t->clauses[i];
        names[i] = str_fmt(
            k, "%.*s  %.*s", STR(c->id),
            STR(c->title.len ? c->title : str_of(clause_word(c->kind))));
        size_t n = str_width(names[i]);
        name = n > name && n <= NAME ? n : name;
    }
    str head = S("What was seen");
    painted(out, run, BOLD, head);
    buf_pad(out, ' ', name + 4 > head.len ? name + 4 - head.len : 1);
    buf_z(out, "by `expect`");
    buf_pad(out, ' ', EXPECTED - 11);
    buf_z(out, "in the books\n");
    for (size_t i = 0; i < t->clauses_n; i++) {
        size_t c = (size_t)(t->clauses[i] - run->p->clauses);
        str a = seen_text(k, t->clauses[i], &t->expected[c]);
        size_t n = str_width(names[i]);
        buf_fmt(out, "  %.*s", STR(names[i]));
        buf_pad(out, ' ', n < name ? name - n + 2 : 2);
        buf_add(out, a);
        buf_pad(out, ' ', EXPECTED - a.len);
        buf_add(out, seen_text(k, t->clauses[i], &t->booked[c]));
        buf_char(out, '\n');
    }
    buf_char(out, '\n');
}

bool show_test(struct buf *out, const struct run *run,
               struct judgement *const *of)
{
    struct trial t = try_all(run, of);
    heading_of(out, run,
               S("Each expectation as of its own day. The figures are judged, "
                 "not the law."));
    for (size_t i = 0; i < t.n; i++)
        if (!t.at[i].good)
            one_line(out, run, &t.at[i]);
    if (t.good < t.n)
        buf_char(out, '\n');
    coverage(out, &t);
    buf_fmt(out, "%zu expected, %zu as expected\n\n", t.n, t.good);
    closing(out, run);
    fit(out, run);
    return t.good == t.n;
}

/* ---- as JSON ------------------------------------------------------------ */

static json_t *line_json(const struct run *run, const struct tried *t)
{
    struct arena *k = run->keep;
    const struct expect *e = t->e;
    struct place at = diag_place(run->p->sources, e->at.file, e->at.from);
    json_t *j = json_map(k);
    const struct row *r = t->row;
    bool any = r && t->segment;
    json_put(k, j, "file", json_str(k, run->p->sources->at[e->at.file].path));
    json_put(k, j, "line", json_qty(k, qty_int((int64_t)at.line)));
    json_put(k, j, "clause", json_str(k, run->p->clauses[e->clause].id));
    json_put(k, j, "by", json_str(k, e->by));
    json_put(k, j, "on", json_str(k, day_text(k, instant_day(e->on))));
    json_put(k, j, "expected", json_str(k, str_of(words[e->expects])));
    json_put(k, j, "as_expected", json_boolean(t->good));
    json_put(k, j, "verdict",
             r ? json_str(k, str_of(verdict_word(t->verdict))) : json_null());
    json_put(k, j, "reason",
             any ? json_str(k, str_of(reason_word(t->segment->reason)))
                 : json_null());
    json_put(k, j, "subject", r ? json_subject(k, &r->subject) : json_null());
    json_put(k, j, "measured",
             any ? json_measured(k, t->segment->now, r->unit) : json_null());
    json_put(k, j, "allowed",
             any ? json_allowed(k, r, t->segment) : json_null());
    json_put(k, j, "text", json_str(k, said_text(run, t)));
    return j;
}

static json_t *seen_json(struct arena *k, const struct clause *c,
                         const struct seen *s)
{
    json_t *list = json_list(k);
    for (size_t i = 0; c->kind != CLAUSE_EXCEPTION && i < TELLABLE; i++)
        if (s->v[tellable[i]])
            json_add(k, list, json_str(k, str_of(verdict_word(tellable[i]))));
    if (s->at_work)
        json_add(k, list, json_str(k, S("at_work")));
    return list;
}

bool show_test_json(struct buf *out, const struct run *run,
                    struct judgement *const *of)
{
    struct arena *k = run->keep;
    struct trial t = try_all(run, of);
    json_t *j = json_begin(run, "test/1"), *lines = json_list(k),
           *clauses = json_list(k);
    for (size_t i = 0; i < t.n; i++)
        json_add(k, lines, line_json(run, &t.at[i]));
    for (size_t i = 0; i < t.clauses_n; i++) {
        const struct clause *c = t.clauses[i];
        size_t n = (size_t)(c - run->p->clauses);
        json_t *x = json_map(k);
        json_put(k, x, "id", json_str(k, c->id));
        json_put(k, x, "title", json_str(k, c->title));
        json_put(k, x, "kind", json_str(k, str_of(clause_word(c->kind))));
        json_put(k, x, "expected", seen_json(k, c, &t.expected[n]));
        json_put(k, x, "books", seen_json(k, c, &t.booked[n]));
        json_add(k, clauses, x);
    }
    json_put(k, j, "expectations", lines);
    json_put(k, j, "coverage", clauses);
    json_print(out, j);
    return t.good == t.n;
}
