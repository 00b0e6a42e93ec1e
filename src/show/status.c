/* status.c - how each clause stands on one day */
#include "show/own.h"

/* Width of the widest verdict, and of the widest whom up to a limit. */
struct widths {
    size_t whom, verdict;
};

static bool printed(const struct row *r, const struct segment *s)
{
    return s && r->basis == COMBINED;
}

static struct widths measure(const struct run *run)
{
    struct widths w = { 4, 12 };
    for (size_t i = 0; i < run->j->rows_n; i++) {
        size_t n =
            str_width(subject_text(run->keep, &run->j->rows[i]->subject));
        if (n > w.whom && n <= 24)
            w.whom = n;
    }
    return w;
}

static void pad_to(struct buf *out, size_t used, size_t width)
{
    buf_pad(out, ' ', used < width ? width - used : 1);
}

/* "1 of 2 consents", "5_000 troops in zone-a without consent" */
static str consent_text(const struct run *run, const struct row *r,
                        const struct segment *s)
{
    struct arena *k = run->keep;
    str m = amount_text(k, s->now);
    if (r->kind == ROW_CONSENT)
        return str_fmt(k, "%.*s of %.*s %.*s", STR(m.len ? m : S("0")),
                       STR(qty_show(k, r->allowed)), STR(r->unit));
    if (s->verdict == NOT_DUE || s->verdict == NOT_IN_FORCE)
        return str_fmt(k, "%.*s%.*s", STR(r->unit), STR(where_text(run, r)));
    if (s->verdict == KEPT)
        return str_fmt(k, "%.*s%.*s, with consent", STR(r->unit),
                       STR(where_text(run, r)));
    return str_fmt(k, "%.*s %.*s%.*s without consent", STR(m), STR(r->unit),
                   STR(where_text(run, r)));
}

str figures_text(const struct run *run, const struct row *r,
                 const struct segment *s)
{
    struct arena *k = run->keep;
    str m = amount_text(k, s->now), a = allowed_text(k, r, s);
    if (a.len)
        a = str_fmt(k, "%.*s%.*s", STR(a), STR(where_text(run, r)));
    if (r->kind == ROW_BAN && qty_zero(s->allowed) && s->verdict == KEPT)
        return S("");
    if (r->kind == ROW_CONSENT || r->kind == ROW_HOST)
        return consent_text(run, r, s);
    if (s->verdict == NOT_IN_FORCE || s->verdict == NOT_JUDGED)
        return a;
    if (r->kind == ROW_NOTICE)
        return told_text(k, r, s->now);
    if (r->kind == ROW_INFORM)
        return r->unit;
    if (r->kind == ROW_ACCESS)
        return str_fmt(k, "%.*s%.*s", STR(r->unit), STR(where_text(run, r)));
    if (r->kind == ROW_VERIFIED || !a.len)
        return m;
    return m.len ? str_fmt(k, "%.*s of %.*s", STR(m), STR(a)) : a;
}

/* The same row on another basis, where it says something else. */
static void other_bases(struct buf *out, const struct run *run, size_t i,
                        const struct segment *s, size_t indent)
{
    const struct row *r = run->j->rows[i];
    struct buf line = { .keep = run->keep };
    for (size_t k = i; k && run->j->rows[k - 1]->clause == r->clause &&
                       run->j->rows[k - 1]->line == r->line;
         k--) {
        const struct row *o = run->j->rows[k - 1];
        const struct segment *x = row_on(o, run->close);
        if (o->basis == COMBINED)
            break;
        if (!x || x->verdict == s->verdict)
            continue;
        str m = amount_text(run->keep, x->now);
        buf_fmt(&line, "%s%s: %s%s%.*s", line.len ? "; " : "",
                basis_word(o->basis), verdict_text(x->verdict),
                m.len ? ", " : "", STR(m));
    }
    if (!line.len)
        return;
    buf_pad(out, ' ', indent);
    folded(out, run, indent, indent, buf_str(&line));
    buf_char(out, '\n');
}

static void one_row(struct buf *out, const struct run *run, size_t i,
                    const struct segment *s, struct widths w)
{
    struct arena *k = run->keep;
    const struct row *r = run->j->rows[i];
    str who = subject_text(k, &r->subject);
    str verdict = str_of(verdict_text(s->verdict));
    str what = figures_text(run, r, s), why = reason_text(run, r, s);
    size_t at = 4;
    buf_pad(out, ' ', at);
    painted(out, run, paint_of(s->verdict), verdict);
    pad_to(out, str_width(verdict), w.verdict + 2);
    at += w.verdict + 2;
    buf_add(out, who);
    pad_to(out, str_width(who), w.whom + 2);
    at += str_width(who) < w.whom + 2 ? w.whom + 2 : str_width(who) + 1;
    if (r->kind == ROW_RETURNS)
        what =
            str_fmt(k, "none returns%s%.*s", what.len ? ": " : "", STR(what));
    if (r->kind == ROW_VERIFIED)
        what = S("verifies");
    str all = what.len && why.len
                  ? str_fmt(k, "%.*s; %.*s", STR(what), STR(why))
              : what.len ? what
                         : why;
    folded(out, run, at, at, all);
    buf_char(out, '\n');
    other_bases(out, run, i, s, w.verdict + 6);
}

/* A clause that is not judged has nobody and no figure. */
static void unjudged_row(struct buf *out, const struct run *run,
                         const struct row *r, struct widths w)
{
    str words = r->unjudged;
    buf_pad(out, ' ', 4);
    painted(out, run, DIM, S("not judged"));
    pad_to(out, 10, w.verdict + 2);
    size_t at = w.verdict + 6;
    if (r->clause->kind == CLAUSE_UNCODED)
        folded(out, run, at, at,
               str_fmt(run->keep, "left uncoded: %.*s", STR(words)));
    else
        folded(
            out, run, at, at,
            str_fmt(run->keep, "`%.*s` is known, not judged yet", STR(words)));
    buf_char(out, '\n');
}

static void counts(struct buf *out, const struct run *run)
{
    static const enum verdict order[] = { BROKEN,  UNDETERMINED, KEPT,
                                          NOT_DUE, NOT_IN_FORCE, NOT_JUDGED };
    size_t n[NOT_JUDGED + 1] = { 0 };
    bool any = false;
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        const struct segment *s = row_on(r, run->close);
        if (r->kind == ROW_UNJUDGED)
            n[NOT_JUDGED]++;
        else if (printed(r, s))
            n[s->verdict]++;
    }
    buf_char(out, '\n');
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (!n[order[i]])
            continue;
        if (any)
            buf_z(out, ", ");
        any = true;
        painted(
            out, run, paint_of(order[i]),
            str_fmt(run->keep, "%zu %s", n[order[i]], verdict_text(order[i])));
    }
    buf_z(out, any ? "\n" : "no clause judges anything\n");
}

static bool broken_before(const struct run *run, const struct row *r)
{
    const struct segment *now = row_on(r, run->close);
    if (r->basis != COMBINED || (now && now->verdict == BROKEN))
        return false;
    for (size_t i = 0; i < r->segments_n; i++)
        if (r->segments[i].verdict == BROKEN &&
            r->segments[i].from < run->close)
            return true;
    return false;
}

/* The clauses that stand well today, and did not always. */
static void earlier(struct buf *out, const struct run *run)
{
    struct buf all = { .keep = run->keep };
    const struct clause *last = NULL;
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        if (r->clause == last || !broken_before(run, r))
            continue;
        buf_fmt(&all, "%s%.*s", last ? ", " : "", STR(r->clause->id));
        last = r->clause;
    }
    if (!last)
        return;
    folded(out, run, 2, 0,
           str_fmt(run->keep,
                   "Broken before, not on this day: %.*s; `detente verify` "
                   "tells when",
                   STR(buf_str(&all))));
    buf_char(out, '\n');
}

static void what_would_settle(struct buf *out, const struct run *run)
{
    bool first = true;
    str last = { 0 };
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        const struct segment *s = row_on(r, run->close);
        if (!printed(r, s) || s->verdict != UNDETERMINED)
            continue;
        str settle = settle_text(run, r, s);
        str all = str_fmt(run->keep, "%.*s, %.*s, %.*s%.*s: %.*s",
                          STR(r->clause->id),
                          STR(subject_text(run->keep, &r->subject)),
                          STR(r->unit), STR(where_text(run, r)), STR(settle));
        if (!settle.len || str_eq(all, last))
            continue;
        last = all;
        if (first) {
            buf_char(out, '\n');
            painted(out, run, BOLD, S("What would settle the undetermined"));
            buf_char(out, '\n');
        }
        first = false;
        buf_z(out, "  ");
        folded(out, run, 6, 2, all);
        buf_char(out, '\n');
    }
}

void show_status(struct buf *out, const struct run *run)
{
    struct widths w = measure(run);
    const struct clause *last = NULL;
    heading(out, run);
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        const struct segment *s = row_on(r, run->close);
        if (r->kind != ROW_UNJUDGED && !printed(r, s))
            continue;
        if (r->clause != last) {
            str head =
                str_fmt(run->keep, "%.*s  %.*s", STR(r->clause->id),
                        STR(r->clause->title.len
                                ? r->clause->title
                                : str_of(clause_word(r->clause->kind))));
            painted(out, run, BOLD, head);
            buf_char(out, '\n');
        }
        last = r->clause;
        if (r->kind == ROW_UNJUDGED)
            unjudged_row(out, run, r, w);
        else
            one_row(out, run, i, s, w);
    }
    counts(out, run);
    earlier(out, run);
    what_would_settle(out, run);
    buf_char(out, '\n');
    closing(out, run);
    fit(out, run);
}

/* ---- JSON --------------------------------------------------------------- */

static json_t *row_json(const struct run *run, const struct row *r,
                        const struct segment *s)
{
    struct arena *k = run->keep;
    json_t *j = json_map(k);
    bool judged = r->kind != ROW_UNJUDGED;
    const struct clause *c = r->clause;
    struct measured none = { 0 }, m = s ? s->now : none;
    json_put(k, j, "id", json_str(k, c->id));
    json_put(k, j, "line", json_qty(k, qty_int(r->line)));
    json_put(k, j, "title", json_str(k, c->title));
    json_put(k, j, "kind", json_str(k, str_of(clause_word(c->kind))));
    json_put(
        k, j, "verdict",
        json_str(k, str_of(verdict_word(judged ? s->verdict : NOT_JUDGED))));
    json_put(k, j, "reason",
             json_str(k, str_of(reason_word(judged ? s->reason
                                                   : REASON_UNJUDGED))));
    json_put(k, j, "subject", json_subject(k, &r->subject));
    json_put(k, j, "measured", json_measured(k, m, r->unit));
    json_put(k, j, "allowed", json_allowed(k, r, s));
    json_put(k, j, "headroom",
             json_measured(k, row_headroom(r, s, m), r->unit));
    json_put(k, j, "basis", json_str(k, str_of(basis_word(r->basis))));
    json_put(k, j, "since",
             judged ? json_when(run, row_since(r, s)) : json_null());
    instant due = row_deadline(r, run->close);
    json_put(k, j, "next_deadline",
             due == INSTANT_MAX ? json_null() : json_when(run, due));
    json_put(k, j, "host", r->host ? json_subject(k, r->host) : json_null());
    json_put(k, j, "discrepancy", json_boolean(s && s->discrepancy));
    json_put_entries(run, j, r, s);
    return j;
}

void show_status_json(struct buf *out, const struct run *run)
{
    struct arena *k = run->keep;
    json_t *j = json_begin(run, "status/1"), *list = json_list(k);
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        const struct segment *s =
            r->kind == ROW_UNJUDGED ? NULL : row_on(r, run->close);
        if (s || r->kind == ROW_UNJUDGED)
            json_add(k, list, row_json(run, r, s));
    }
    json_put(k, j, "clauses", list);
    json_print(out, j);
}
