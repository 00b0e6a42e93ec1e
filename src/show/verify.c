/* verify.c - what is not kept, and why; the findings of `check` */
#include "show/own.h"

enum { SOURCES_MOST = 6 };

/* One entry: its head, its place, its sources. */
void show_entry(struct buf *out, const struct run *run, uint32_t entry,
                size_t indent)
{
    struct arena *k = run->keep;
    struct entry_words w = entry_words(run->p, k, &run->p->entries[entry]);
    str place = entry_place(run, entry), head = entry_head(run, entry);
    buf_pad(out, ' ', indent);
    folded(out, run, indent + 4, indent, head);
    buf_char(out, '\n');
    buf_pad(out, ' ', indent + 4);
    struct buf more = { .keep = k };
    buf_add(&more, place);
    for (size_t i = 0; i < w.sources_n; i++)
        buf_fmt(&more, "; %.*s", STR(w.sources[i]));
    folded(out, run, indent + 4, indent + 4, buf_str(&more));
    buf_char(out, '\n');
}

/* Those entries that weigh most, oldest first. */
void show_entries(struct buf *out, const struct run *run, const struct row *r,
                  const struct segment *s, size_t most, size_t indent)
{
    uint32_t entries[64];
    size_t left_out = 0;
    size_t n =
        row_entries(run->j, r, s, entries, most < 64 ? most : 64, &left_out);
    if (left_out) {
        buf_pad(out, ' ', indent);
        buf_fmt(out, "(%zu smaller %s not shown)\n", left_out,
                left_out == 1 ? "entry" : "entries");
    }
    for (size_t i = 0; i < n; i++)
        show_entry(out, run, entries[i], indent);
}

static void one_finding(struct buf *out, const struct run *run,
                        const struct finding *f)
{
    struct arena *k = run->keep;
    enum paint p = f->kind == FINDING_UNDETERMINED_ ? OPEN
                   : f->segment->verdict == KEPT    ? PLAIN
                                                    : BAD;
    str code = finding_code(f->kind);
    painted(out, run, p, code);
    buf_z(out, "  ");
    folded(out, run, 6, 6, finding_text(run, f));
    buf_char(out, '\n');
    if (f->row->clause->words.len) {
        buf_z(out, "      ");
        folded(out, run, 6, 6,
               str_fmt(k, "%s%.*s", f->row->clause->paraphrase ? "~ " : "> ",
                       STR(f->row->clause->words)));
        buf_char(out, '\n');
    }
    show_entries(out, run, f->row, f->segment, SOURCES_MOST, 6);
    buf_char(out, '\n');
}

/* Does the combined row say the same at that time? Then it speaks for it. */
static bool spoken_for(const struct run *run, const struct finding *f)
{
    if (f->row->basis == COMBINED)
        return false;
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        if (r->clause != f->row->clause || r->line != f->row->line ||
            r->basis != COMBINED || r->kind != f->row->kind ||
            r->subject.ids_n != f->row->subject.ids_n ||
            !who_same(&r->subject.who, &f->row->subject.who))
            continue;
        for (size_t k = 0; k < r->segments_n; k++)
            if (r->segments[k].verdict == f->segment->verdict &&
                r->segments[k].from < f->until &&
                f->from < r->segments[k].until)
                return true;
    }
    return false;
}

/* Those of all books together, or those that one basis alone gives. */
static size_t some_findings(struct buf *out, const struct run *run,
                            const struct finding *f, size_t n, bool alone)
{
    size_t shown = 0;
    for (size_t i = 0; i < n; i++) {
        if ((f[i].row->basis != COMBINED) != alone || spoken_for(run, &f[i]))
            continue;
        if (alone && !shown)
            buf_z(out, "What one basis alone says; on all together it is "
                       "not so:\n\n");
        one_finding(out, run, &f[i]);
        shown++;
    }
    return shown;
}

/* Of the rows of all books together, as of the day. */
static size_t how_many(const struct run *run, enum verdict v)
{
    size_t n = 0;
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        const struct segment *s = row_on(r, run->close);
        n += r->basis == COMBINED && s && s->verdict == v;
    }
    return n;
}

static void sum_up(struct buf *out, const struct run *run, size_t shown,
                   size_t alone, bool strict)
{
    size_t open = how_many(run, UNDETERMINED), rows = 0;
    for (size_t i = 0; i < run->j->rows_n; i++)
        rows += run->j->rows[i]->basis == COMBINED &&
                run->j->rows[i]->kind != ROW_UNJUDGED;
    if (!shown && rows && how_many(run, NOT_IN_FORCE) == rows)
        buf_z(out, "No clause is in force that day, and none was broken "
                   "before.");
    else if (!shown)
        buf_fmt(out, "No clause is %sbroken%s.", alone ? "all in all " : "",
                strict ? " or undetermined" : "");
    else
        buf_fmt(out, "%zu finding%s.", shown, shown == 1 ? "" : "s");
    if (alone)
        buf_fmt(out, " %zu on one basis alone.", alone);
    if (open && !strict)
        buf_fmt(out, " %zu undetermined: detente verify --strict lists %s.",
                open, open == 1 ? "it" : "them");
    buf_char(out, '\n');
}

void show_verify(struct buf *out, const struct run *run, bool strict)
{
    size_t n;
    struct finding *f = findings(run, strict, &n);
    heading(out, run);
    size_t shown = some_findings(out, run, f, n, false);
    size_t alone = some_findings(out, run, f, n, true);
    sum_up(out, run, shown, alone, strict);
    if (shown + alone)
        buf_fmt(out,
                "More about a code: detente explain %.*s; about a clause: "
                "detente why ... %.*s\n",
                STR(finding_code(f[0].kind)), STR(f[0].row->clause->id));
    buf_char(out, '\n');
    closing(out, run);
    fit(out, run);
}

static json_t *arguments(const struct run *run, const struct finding *f)
{
    struct arena *k = run->keep;
    json_t *j = json_map(k);
    json_put(k, j, "clause", json_str(k, clause_text(k, f->row->clause)));
    json_put(k, j, "whom", json_str(k, subject_text(k, &f->row->subject)));
    json_put(k, j, "measured", json_str(k, amount_text(k, f->measured)));
    json_put(k, j, "allowed",
             json_str(k, allowed_text(k, f->row, f->segment)));
    json_put(k, j, "unit", json_str(k, f->row->unit));
    return j;
}

void show_verify_json(struct buf *out, const struct run *run, bool strict)
{
    struct arena *k = run->keep;
    size_t n;
    struct finding *f = findings(run, strict, &n);
    json_t *j = json_begin(run, "verify/1"), *list = json_list(k);
    for (size_t i = 0; i < n; i++) {
        json_t *x = json_map(k);
        const struct row *r = f[i].row;
        json_put(k, x, "code", json_str(k, finding_code(f[i].kind)));
        json_put(k, x, "clause", json_str(k, r->clause->id));
        json_put(k, x, "line", json_qty(k, qty_int(r->line)));
        json_put(k, x, "subject", json_subject(k, &r->subject));
        json_put(k, x, "verdict",
                 json_str(k, str_of(verdict_word(f[i].segment->verdict))));
        json_put(k, x, "reason",
                 json_str(k, str_of(reason_word(f[i].segment->reason))));
        json_put(k, x, "from", json_when(run, f[i].from));
        json_put(k, x, "until", json_when(run, f[i].until));
        json_put(k, x, "measured", json_measured(k, f[i].measured, r->unit));
        json_put(k, x, "allowed", json_allowed(k, r, f[i].segment));
        json_put(k, x, "basis", json_str(k, str_of(basis_word(r->basis))));
        json_put(k, x, "text", json_str(k, finding_text(run, &f[i])));
        json_put(k, x, "arguments", arguments(run, &f[i]));
        json_put_entries(run, x, r, f[i].segment);
        json_add(k, list, x);
    }
    json_put(k, j, "findings", list);
    json_print(out, j);
}
