/* findings.c - what stands out, each with a stable code; see own.h */
#include "show/own.h"

#define TEXT(literal)                                                         \
    {                                                                         \
        (literal), sizeof(literal) - 1                                        \
    }

static const struct {
    str code, title, page;
} kinds[] = {
#define FINDING(name, code, title, page)                                      \
    { TEXT(code), TEXT(title), TEXT(page) },
#include "show/findings.def"
#undef FINDING
};

str finding_code(enum finding_kind k)
{
    return kinds[k].code;
}

str finding_title(enum finding_kind k)
{
    return kinds[k].title;
}

str finding_page(enum finding_kind k)
{
    return kinds[k].page;
}

/* What a stretch of a row is called; false: it does not stand out. */
static bool kind_of(const struct row *r, const struct segment *s, bool strict,
                    enum finding_kind *k)
{
    if (s->verdict == UNDETERMINED) {
        *k = FINDING_UNDETERMINED_;
        return strict;
    }
    if (s->verdict == KEPT && s->reason == REASON_LATE) {
        *k = r->kind == ROW_VERIFIED ? FINDING_VERIFIED_LATE
             : r->kind == ROW_INFORM ? FINDING_LATE_REPORT
             : r->kind == ROW_TIMELY ? FINDING_ANSWERED_LATE
                                     : FINDING_DONE_LATE;
        return r->kind == ROW_DEED || r->kind == ROW_VERIFIED ||
               r->kind == ROW_INFORM || r->kind == ROW_TIMELY;
    }
    if (s->verdict != BROKEN)
        return false;
    switch (r->kind) {
    case ROW_LIMIT:
        *k = r->relation == AT_LEAST  ? FINDING_FLOOR
             : r->relation == EXACTLY ? FINDING_EXACT
             : !r->more && qty_zero(s->allowed) && qty_zero(s->allowed_high)
                 ? FINDING_BANNED
                 : FINDING_CEILING;
        return true;
    case ROW_BAN:
        *k = r->relation == AT_LEAST ? FINDING_TOO_FEW_EVENTS
             : qty_zero(s->allowed)  ? FINDING_EVENT
                                     : FINDING_QUOTA;
        return true;
    case ROW_CONSENT: *k = FINDING_NO_CONSENT; return true;
    case ROW_HOST: *k = FINDING_NO_HOST_CONSENT; return true;
    case ROW_SUSPENDS:
        *k = r->clause->leaving ? FINDING_LEFT : FINDING_NO_RIGHT;
        return true;
    case ROW_REMEDY: break;
    case ROW_INFORM: *k = FINDING_NO_REPORT; return true;
    case ROW_STAY: *k = FINDING_STAY; return true;
    case ROW_NOTICE:
        *k =
            s->reason == REASON_LATE ? FINDING_LATE_NOTICE : FINDING_NO_NOTICE;
        return true;
    case ROW_DEED: *k = FINDING_NOT_DONE; return true;
    case ROW_RETURNS: *k = FINDING_RETURNED; return true;
    case ROW_VERIFIED: *k = FINDING_UNVERIFIED; return true;
    case ROW_VISITS:
        *k = s->entry >= 0 ? FINDING_REFUSED : FINDING_TOO_FEW_VISITS;
        return true;
    case ROW_TIMELY: *k = FINDING_UNANSWERED; return true;
    case ROW_MANNER: *k = FINDING_MANNER; return true;
    case ROW_ACCESS: *k = FINDING_DENIED; return true;
    case ROW_UNJUDGED: break;
    }
    return false;
}

struct gathering {
    struct finding *at;
    size_t n, cap;
};

/* One more stretch; it goes on from the last one if nothing came between. */
static void gather(const struct run *run, struct gathering *g,
                   enum finding_kind k, const struct row *r,
                   const struct segment *s)
{
    struct finding *last = g->n ? &g->at[g->n - 1] : NULL;
    bool event = r->kind == ROW_NOTICE || r->kind == ROW_BAN ||
                 r->kind == ROW_INFORM || r->kind >= ROW_VISITS;
    if (last && last->row == r && last->kind == k && last->until == s->from &&
        (!event || last->segment->entry == s->entry)) {
        last->until = s->until;
        return;
    }
    *push(run->keep, g->at, g->n, g->cap) =
        (struct finding){ k, r, s, s->from, s->until, s->worst };
}

struct finding *findings(const struct run *run, bool strict, size_t *n)
{
    struct gathering g = { 0 };
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        for (size_t k = 0; k < r->segments_n; k++) {
            const struct segment *s = &r->segments[k];
            enum finding_kind kind;
            if (kind_of(r, s, strict, &kind))
                gather(run, &g, kind, r, s);
        }
        for (size_t k = 0; k < r->segments_n; k++)
            if (r->segments[k].discrepancy)
                gather(run, &g, FINDING_DISCREPANCY, r, &r->segments[k]);
    }
    *n = g.n;
    return g.at;
}

/* ---- one sentence ------------------------------------------------------- */

static str stretch(const struct run *run, const struct finding *f)
{
    struct arena *k = run->keep;
    str from =
        f->from == INSTANT_MIN ? S("the beginning") : day_words(run, f->from);
    if (f->until == INSTANT_MAX)
        return str_fmt(k, "since %.*s", STR(from));
    str to = day_words(run, last_day(f->until));
    if (str_eq(from, to))
        return str_fmt(k, "on %.*s", STR(from));
    return str_fmt(k, "from %.*s to %.*s", STR(from), STR(to));
}

/* How much too many, or too few, at the least. */
static str excess(struct arena *k, const struct finding *f)
{
    const struct row *r = f->row;
    struct measured h = row_headroom(r, f->segment, f->measured);
    if (!h.any || !qty_ok(h.high) || h.high.num >= 0)
        return S("");
    str n = qty_show(k, qty_neg(h.high));
    bool exact = qty_ok(h.low) && !qty_cmp(h.low, h.high);
    return str_fmt(k, ", %s%.*s too %s", exact ? "" : "at least ", STR(n),
                   r->relation == AT_MOST ? "many" : "few");
}

static str limit_text(const struct run *run, const struct finding *f)
{
    struct arena *k = run->keep;
    const struct row *r = f->row;
    str m = amount_text(k, f->measured), a = allowed_text(k, r, f->segment);
    str more = excess(k, f);
    return str_fmt(k, "%.*s %.*s%.*s where %.*s %s allowed%.*s", STR(m),
                   STR(r->unit), STR(where_text(run, r)), STR(a),
                   f->kind == FINDING_BANNED ? "is" : "are", STR(more));
}

str finding_text(const struct run *run, const struct finding *f)
{
    struct arena *k = run->keep;
    const struct row *r = f->row;
    str who = subject_text(k, &r->subject), when = stretch(run, f);
    str m = amount_text(k, f->measured), what;
    str a = allowed_text(k, r, f->segment);
    switch (f->kind) {
    case FINDING_CEILING:
    case FINDING_BANNED: what = limit_text(run, f); break;
    case FINDING_FLOOR:
    case FINDING_EXACT:
        what = str_fmt(k, "%.*s %.*s%.*s where %.*s are demanded%.*s", STR(m),
                       STR(r->unit), STR(where_text(run, r)), STR(a),
                       STR(excess(k, f)));
        break;
    case FINDING_EVENT:
        what = str_fmt(k, "an event that the clause forbids went on");
        break;
    case FINDING_QUOTA:
    case FINDING_TOO_FEW_EVENTS:
        what = str_fmt(
            k, "%.*s %.*s where %.*s %s%.*s", STR(m), STR(r->unit), STR(a),
            f->kind == FINDING_QUOTA ? "are allowed" : "are demanded",
            STR(excess(k, f)));
        break;
    case FINDING_NO_CONSENT:
        what = str_fmt(k, "begun with %.*s of %.*s consents", STR(m),
                       STR(qty_show(k, r->allowed)));
        break;
    case FINDING_NO_HOST_CONSENT:
        what = str_fmt(k, "%.*s %.*s%.*s without consent", STR(m),
                       STR(r->unit), STR(where_text(run, r)));
        break;
    case FINDING_LEFT: what = S("left, and nothing gives the right to"); break;
    case FINDING_NO_RIGHT:
        what = S("suspended, and nothing gives the right to");
        break;
    case FINDING_DISCREPANCY:
        what = str_fmt(k, "%.*s %.*s were seen, more than the books allow",
                       STR(m), STR(r->unit));
        break;
    case FINDING_LATE_NOTICE:
        what =
            a.len ? str_fmt(k, "told %.*s, %.*s are asked",
                            STR(lead_text(k, r, f->measured)), STR(a))
            : by_day_text(k, r).len
                ? told_text(k, r, f->measured)
                : str_fmt(k, "told %.*s", STR(lead_text(k, r, f->measured)));
        break;
    case FINDING_NO_NOTICE: what = S("not told"); break;
    case FINDING_STAY:
        what = str_fmt(k, "there for longer than %.*s %.*s%.*s",
                       STR(qty_show(k, r->allowed)), STR(r->unit),
                       STR(where_text(run, r)));
        break;
    case FINDING_NO_REPORT: what = S("not told by the deadline"); break;
    case FINDING_LATE_REPORT: what = S("told after the deadline"); break;
    case FINDING_NOT_DONE:
        what = str_fmt(k, "%.*s of %.*s %.*s done by the deadline%s", STR(m),
                       STR(figure_text(k, r, f->segment)), STR(r->unit),
                       qty_ok(f->measured.high) && f->measured.high.num < 0
                           ? ": more came than left"
                           : "");
        break;
    case FINDING_DONE_LATE: what = S("done after the deadline"); break;
    case FINDING_RETURNED:
        what =
            str_fmt(k,
                    "the balance stands only %.*s %.*s below where it "
                    "began, of %.*s",
                    STR(m), STR(r->unit), STR(figure_text(k, r, f->segment)));
        break;
    case FINDING_UNVERIFIED: what = S("not verified in time"); break;
    case FINDING_VERIFIED_LATE: what = S("verified after its time"); break;
    case FINDING_REFUSED:
        what = str_fmt(k, "an inspection was refused, with %.*s of %.*s",
                       STR(m), STR(a));
        break;
    case FINDING_TOO_FEW_VISITS:
        what = str_fmt(k, "%.*s %.*s%.*s where %.*s are demanded", STR(m),
                       STR(r->unit), STR(where_text(run, r)), STR(a));
        break;
    case FINDING_UNANSWERED:
        what = a.len ? str_fmt(k, "asked, and nothing within %.*s %.*s",
                               STR(qty_show(k, r->allowed)), STR(r->unit))
                     : S("asked, and nothing in time");
        break;
    case FINDING_ANSWERED_LATE:
        what = m.len ? str_fmt(k, "after %.*s %.*s, %.*s are allowed", STR(m),
                               STR(r->unit), STR(a))
                     : S("after its time");
        break;
    case FINDING_MANNER:
        what = m.len ? str_fmt(k, "%.*s %.*s, %.*s are asked", STR(m),
                               STR(r->unit), STR(a))
                     : str_fmt(k, "not as the clause asks: %.*s", STR(a));
        break;
    case FINDING_DENIED:
        what = str_fmt(k, "access of %.*s%.*s denied", STR(r->unit),
                       STR(where_text(run, r)));
        break;
    case FINDING_UNDETERMINED_:
        what = m.len ? str_fmt(k, "%.*s %.*s; %.*s", STR(m), STR(r->unit),
                               STR(reason_text(run, r, f->segment)))
                     : reason_text(run, r, f->segment);
        break;
    case FINDING_KINDS:
    default: what = S(""); break;
    }
    if (f->segment->disagree && f->segment->reason != REASON_DISAGREE)
        what = str_fmt(k, "%.*s (the books disagree)", STR(what));
    return str_fmt(k, "%.*s, %.*s, %.*s%s%s%s: %.*s",
                   STR(clause_text(k, r->clause)), STR(who), STR(when),
                   r->basis == COMBINED ? "" : " (",
                   r->basis == COMBINED ? "" : basis_word(r->basis),
                   r->basis == COMBINED ? "" : ")", STR(what));
}

bool run_broken(const struct run *run, bool strict)
{
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        for (size_t k = 0; r->basis == COMBINED && k < r->segments_n; k++)
            if (r->segments[k].verdict == BROKEN ||
                (strict && r->segments[k].verdict == UNDETERMINED))
                return true;
    }
    return false;
}
