/* timeline.c - how each clause stood, from beginning to end */
#include "show/own.h"

/* Of "2022-01-24", of "2022-01-24 until 2022-02-14", of a verdict. */
enum { DATE = 10, STRETCH = 27, VERDICT = 12 };

/* The last day of a stretch, or the moment at which it ends. */
static str last_moment(const struct run *run, instant until)
{
    bool midnight = until == day_opens(instant_day(until));
    return clock_text(run->keep, run->p->clock,
                      midnight ? last_day(until) : until);
}

/* "2022-01-24 until 2022-02-14", "until 2022-01-23", "2022-02-15 on",
 * "2022-02-12 only"
 */
static str stretch_text(const struct run *run, const struct segment *s)
{
    struct arena *k = run->keep;
    if (s->from == INSTANT_MIN && s->until == INSTANT_MAX)
        return S("always");
    str from = clock_text(run->keep, run->p->clock, s->from);
    if (s->until == INSTANT_MAX)
        return str_fmt(k, "%.*s on", STR(from));
    str until = last_moment(run, s->until);
    if (str_eq(from, until))
        return str_fmt(k, "%.*s only", STR(from));
    return s->from == INSTANT_MIN
               ? str_fmt(k, "%*s until %.*s", DATE, "", STR(until))
               : str_fmt(k, "%.*s until %.*s", STR(from), STR(until));
}

/* "4_000..5_000, at the end 0; some are on the way" */
static str what_text(const struct run *run, const struct row *r,
                     const struct segment *s)
{
    struct arena *k = run->keep;
    str m = amount_text(k, s->first), end = amount_text(k, s->now);
    str why = reason_text(run, r, s);
    struct buf b = { .keep = k };
    if (r->kind == ROW_NOTICE && s->first.any)
        m = end = str_fmt(k, "told %.*s", STR(lead_text(k, r, s->first)));
    buf_add(&b, m);
    buf_add(&b, bent_text(k, r, s));
    if (!str_eq(m, end))
        buf_fmt(&b, "%s at the end %.*s", m.len ? "," : "no figure,",
                STR(end.len ? end : S("no figure")));
    if (why.len)
        buf_fmt(&b, "%s%.*s", b.len ? "; " : "", STR(why));
    return buf_str(&b);
}

static void one_stretch(struct buf *out, const struct run *run,
                        const struct row *r, const struct segment *s)
{
    str when = stretch_text(run, s), what = what_text(run, r, s);
    str verdict = str_of(verdict_text(s->verdict));
    size_t at = 4 + str_width(when);
    buf_pad(out, ' ', 4);
    buf_add(out, when);
    for (; at < 4 + STRETCH; at++)
        buf_char(out, ' ');
    buf_z(out, "  ");
    painted(out, run, paint_of(s->verdict), verdict);
    at += 2 + verdict.len;
    for (; what.len && at < 4 + STRETCH + 2 + VERDICT + 2; at++)
        buf_char(out, ' ');
    folded(out, run, at, at, what);
    buf_char(out, '\n');
}

/* "A, to be told at least 14 days ahead" */
static str notice_text(struct arena *k, const struct row *r, str who)
{
    str a = allowed_text(k, r, NULL);
    const char *side = r->relation == AT_MOST ? "after the start" : "ahead";
    str by = by_day_text(k, r);
    if (by.len)
        return str_fmt(k, "%.*s, to be told %.*s", STR(who), STR(by));
    if (r->clause->notice.lead == LEAD_TOLD)
        return str_fmt(k, "%.*s, to start %.*s after the day told", STR(who),
                       STR(a));
    if (!a.len)
        return str_fmt(k, "%.*s, to be told", STR(who));
    return str_fmt(k, "%.*s, to be told %.*s%s%s", STR(who), STR(a),
                   qty_zero(r->allowed) ? "" : " ",
                   qty_zero(r->allowed) ? "" : side);
}

/* "side east, at most 100_000 troops in near-zone" */
static str row_text(const struct run *run, const struct row *r)
{
    struct arena *k = run->keep;
    str a = allowed_text(k, r, NULL), who = subject_text(k, &r->subject);
    if (r->kind == ROW_VERIFIED)
        return str_fmt(k, "%.*s, verifies", STR(who));
    if (r->kind == ROW_NOTICE)
        return notice_text(k, r, who);
    if (r->kind == ROW_RETURNS)
        return str_fmt(k, "%.*s, none returns%s%.*s", STR(who),
                       a.len ? ": " : "", STR(a));
    if (r->kind == ROW_HOST)
        return str_fmt(k, "%.*s, %.*s%.*s by consent", STR(who), STR(r->unit),
                       STR(where_text(run, r)));
    if (r->kind == ROW_CONSENT)
        return str_fmt(k, "%.*s, consent asked", STR(who));
    if (r->kind == ROW_INFORM)
        return str_fmt(k, "%.*s, tells %.*s", STR(who), STR(r->unit));
    if (r->kind == ROW_SUSPENDS)
        return str_fmt(k,
                       r->clause->leaving ? "%.*s, leaves" : "%.*s, suspends",
                       STR(who));
    return a.len ? str_fmt(k, "%.*s, %.*s%.*s", STR(who), STR(a),
                           STR(where_text(run, r)))
                 : who;
}

static void one_row(struct buf *out, const struct run *run,
                    const struct row *r)
{
    buf_z(out, "  ");
    if (r->kind == ROW_UNJUDGED) {
        folded(out, run, 4, 2,
               str_fmt(run->keep, "not judged: %.*s", STR(r->unjudged)));
        buf_char(out, '\n');
        return;
    }
    folded(out, run, 4, 2, row_text(run, r));
    buf_char(out, '\n');
    for (size_t i = 0; i < r->segments_n; i++)
        one_stretch(out, run, r, &r->segments[i]);
}

void show_timeline(struct buf *out, const struct run *run)
{
    const struct clause *last = NULL;
    heading(out, run);
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        if (r->basis != COMBINED)
            continue;
        if (r->clause != last) {
            if (last)
                buf_char(out, '\n');
            painted(out, run, BOLD, clause_text(run->keep, r->clause));
            buf_char(out, '\n');
        }
        last = r->clause;
        one_row(out, run, r);
    }
    if (!last)
        buf_z(out, "no clause judges anything\n");
    buf_char(out, '\n');
    closing(out, run);
    fit(out, run);
}

/* ---- JSON --------------------------------------------------------------- */

static void put_segments(const struct run *run, json_t *list,
                         const struct row *r)
{
    struct arena *k = run->keep;
    struct segment none = { .from = INSTANT_MIN,
                            .until = INSTANT_MAX,
                            .verdict = NOT_JUDGED,
                            .reason = REASON_UNJUDGED };
    bool judged = r->kind != ROW_UNJUDGED;
    for (size_t i = 0; i < (judged ? r->segments_n : 1); i++) {
        json_t *j = segment_json(run, r, judged ? &r->segments[i] : &none);
        json_put(k, j, "basis", json_str(k, str_of(basis_word(r->basis))));
        json_add(k, list, j);
    }
}

/* The rows from FIRST on that differ in their basis only; the number of the
 * next. */
static size_t subject_json(const struct run *run, json_t *list, size_t first)
{
    struct arena *k = run->keep;
    const struct row *r = run->j->rows[first];
    json_t *j = json_map(k), *segments = json_list(k);
    size_t i = first;
    for (; i < run->j->rows_n && same_subject(run->j->rows[i], r); i++)
        put_segments(run, segments, run->j->rows[i]);
    json_put(k, j, "id", json_str(k, r->clause->id));
    json_put(k, j, "line", json_qty(k, qty_int(r->line)));
    json_put(k, j, "title", json_str(k, r->clause->title));
    json_put(k, j, "kind", json_str(k, str_of(clause_word(r->clause->kind))));
    json_put(k, j, "subject", json_subject(k, &r->subject));
    json_put(k, j, "segments", segments);
    if (json_array_size(segments))
        json_add(k, list, j);
    return i;
}

void show_timeline_json(struct buf *out, const struct run *run)
{
    struct arena *k = run->keep;
    json_t *j = json_begin(run, "timeline/1"), *list = json_list(k);
    for (size_t i = 0; i < run->j->rows_n;)
        i = subject_json(run, list, i);
    json_put(k, j, "clauses", list);
    json_print(out, j);
}
