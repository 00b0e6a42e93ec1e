/* words.c - figures, days and reasons in words; see own.h */
#include "show/own.h"

#include "lang/lang.h"

#include <string.h>

str amount_text(struct arena *keep, struct measured m)
{
    if (!m.any)
        return S("");
    str low = qty_ok(m.low) ? qty_show(keep, m.low) : S("");
    str high = qty_ok(m.high) ? qty_show(keep, m.high) : S("");
    if (low.len && str_eq(low, high))
        return low;
    return str_fmt(keep, "%.*s..%.*s", STR(low), STR(high));
}

/* What is allowed: a figure, between two, or as it is written. */
str figure_text(struct arena *keep, const struct row *r,
                const struct segment *s)
{
    qty low = s ? s->allowed : r->allowed, high = s ? s->allowed_high : low;
    if (!qty_ok(high))
        return r->figure;
    if (qty_ok(low) && !qty_cmp(low, high))
        return qty_show(keep, low);
    return amount_text(keep, (struct measured){ true, low, high });
}

str allowed_text(struct arena *keep, const struct row *r,
                 const struct segment *s)
{
    static const char *const relations[] = { "at most", "at least",
                                             "exactly" };
    qty allowed = s ? s->allowed : r->allowed;
    if (!r->has_allowed)
        return S("");
    str n = figure_text(keep, r, s);
    if (r->kind == ROW_NOTICE && qty_zero(allowed))
        return r->relation == AT_LEAST ? S("when it starts, or before")
                                       : S("when it starts");
    bool only = !s || (qty_ok(s->allowed_high) && qty_zero(s->allowed_high));
    if (r->relation == AT_MOST && qty_zero(allowed) && only &&
        r->kind != ROW_NOTICE)
        return str_fmt(keep, "no %.*s", STR(r->unit));
    return str_fmt(keep, "%s %.*s %.*s", relations[r->relation], STR(n),
                   STR(r->unit));
}

str bent_text(struct arena *keep, const struct row *r, const struct segment *s)
{
    if (!qty_ok(s->allowed) || !qty_ok(r->allowed) || !s->now.any ||
        !qty_cmp(s->allowed, r->allowed))
        return S("");
    return str_fmt(keep, " of %.*s", STR(allowed_text(keep, r, s)));
}

/* Places are kept once, in the words in which one was named first: after
 * `into`, `from` or `through` that is the bare name. */
static const char *before_place(const struct spot *s)
{
    static const char *const words[] = { "in ",     "at ",     "within ",
                                         "beyond ", "nearer ", "outside ",
                                         "north ",  "south ",  "east ",
                                         "west " };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(s->text, str_of(words[i])))
            return "";
    return s->kind == SPOT_ZONE ? "in " : "at ";
}

str where_text(const struct run *run, const struct row *r)
{
    const struct spot *s = &run->p->spots[r->place];
    if (r->host && r->host->party >= 0 &&
        run->p->parties[r->host->party].territory >= 0) {
        int z = run->p->parties[r->host->party].territory;
        return str_fmt(run->keep, " in %.*s", STR(run->p->zones[z].name));
    }
    if (r->place == ANYWHERE || !s->text.len)
        return S("");
    return str_fmt(run->keep, " %s%.*s", before_place(s), STR(s->text));
}

str subject_text(struct arena *keep, const struct subject *s)
{
    struct buf b = { .keep = keep };
    if (s->kind == SUBJECT_SIDE)
        buf_z(&b, "side ");
    for (size_t i = 0; i < s->ids_n; i++) {
        if (i)
            buf_z(&b, " + ");
        buf_add(&b, s->ids[i]);
    }
    return buf_str(&b);
}

str day_words(const struct run *run, instant t)
{
    static const char *const months[] = { "January", "February", "March",
                                          "April",   "May",      "June",
                                          "July",    "August",   "September",
                                          "October", "November", "December" };
    struct arena *k = run->keep;
    const struct clock *zone = run->p->clock;
    bool midnight = t == day_opens(instant_day(t));
    struct wall x = { .day = instant_day(t) };
    if (!midnight)
        x = clock_shows(zone, t);
    struct civil c = day_civil(x.day);
    str d = str_fmt(k, "%d %s %d", c.day, months[c.month - 1], c.year);
    str offset = zone == &clock_utc ? S("") : clock_offset(k, x.offset);
    return midnight
               ? d
               : str_fmt(k, "%.*s, %02d:%02d UTC%.*s", STR(d), x.second / 3600,
                         x.second / 60 % 60, STR(offset));
}

instant last_day(instant until)
{
    return day_opens(instant_day(until - 1));
}

const char *verdict_text(enum verdict v)
{
    static const char *const w[] = { "kept",         "broken",  "undetermined",
                                     "not in force", "not due", "suspended",
                                     "not judged" };
    return w[v];
}

str clause_text(struct arena *keep, const struct clause *c)
{
    str kind = str_of(clause_word(c->kind));
    if (!c->title.len)
        return str_fmt(keep, "%.*s %.*s", STR(kind), STR(c->id));
    return str_fmt(keep, "%.*s %.*s, \"%.*s\"", STR(kind), STR(c->id),
                   STR(c->title));
}

str entry_place(const struct run *run, uint32_t entry)
{
    const struct entry *e = &run->p->entries[entry];
    struct place at = diag_place(run->p->sources, e->file, e->head);
    return str_fmt(run->keep, "%.*s:%zu",
                   STR(run->p->sources->at[e->file].path), at.line);
}

/* Its first line without a comment; runs of blanks made one. */
str entry_head(const struct run *run, uint32_t entry)
{
    const struct entry *e = &run->p->entries[entry];
    str text = str_cut(run->p->sources->at[e->file].text, e->head, e->end);
    struct buf b = { .keep = run->keep };
    struct reader r;
    struct directive d;
    reader_open(&r, run->keep, NULL, e->file, text);
    if (!reader_next(&r, &d) || !d.lines_n)
        return S("");
    const struct line *l = &d.lines[0];
    for (uint32_t i = l->first; i < l->first + l->n; i++) {
        struct token t = d.tokens[i];
        bool joined = i == l->first ||
                      (t.to == t.from + 1 &&
                       (text.at[t.from] == ',' || text.at[t.from] == ':'));
        if (!joined)
            buf_char(&b, ' ');
        buf_add(&b, str_cut(text, t.from, t.to));
    }
    return buf_str(&b);
}

/* ---- notices --------------------------------------------------------------
 */

/* "1 day ahead", "9 days ahead", "on the day itself", "2 days after the
 * start" */
str by_day_text(struct arena *k, const struct row *r)
{
    static const char *const months[] = { "January", "February", "March",
                                          "April",   "May",      "June",
                                          "July",    "August",   "September",
                                          "October", "November", "December" };
    const struct notice *n = &r->clause->notice;
    if (n->lead != LEAD_BY)
        return S("");
    return str_fmt(k, "by %d %s, %d calendar year%s before", n->by.day,
                   months[n->by.month - 1], (int)n->ahead.n,
                   n->ahead.n == 1 ? "" : "s");
}

/* The day that was told was N before the start. */
static str for_day_text(struct arena *k, const struct row *r, qty n)
{
    bool before = n.num > 0;
    if (!n.num)
        return S("for that day");
    n = before ? n : qty_neg(n);
    return str_fmt(k, "for a day %.*s %.*s %s", STR(qty_show(k, n)),
                   STR(r->unit), before ? "before" : "after");
}

str lead_text(struct arena *k, const struct row *r, struct measured m)
{
    bool told = r->clause->notice.lead == LEAD_TOLD;
    if (told && m.any && qty_ok(m.low))
        return for_day_text(k, r, m.low);
    bool after = r->relation == AT_MOST, days = str_starts(r->unit, S("day"));
    qty n = m.low;
    if (!m.any || !qty_ok(n))
        return S("in no known time");
    if (!n.num)
        return days ? S("on the day itself") : S("at the start");
    if (n.num < 0) {
        n = qty_neg(n);
        after = !after;
    }
    bool one = !qty_cmp(n, qty_int(1));
    return str_fmt(k, "%.*s %s%s %s", STR(qty_show(k, n)),
                   days ? "day" : "hour", one ? "" : "s",
                   after ? "after the start" : "ahead");
}

str told_text(struct arena *k, const struct row *r, struct measured m)
{
    str a = allowed_text(k, r, NULL);
    const char *what = r->relation == AT_MOST ? "allowed" : "asked";
    str by = by_day_text(k, r);
    if (by.len)
        return m.any ? str_fmt(k, "told %.*s, to be told %.*s",
                               STR(lead_text(k, r, m)), STR(by))
                     : str_fmt(k, "to be told %.*s", STR(by));
    if (!a.len)
        return m.any ? lead_text(k, r, m) : S("");
    if (!m.any)
        return str_fmt(k, "%.*s %s", STR(a), what);
    return str_fmt(k, "told %.*s, %.*s %s", STR(lead_text(k, r, m)), STR(a),
                   what);
}

/* ---- reasons ------------------------------------------------------------ */

/* What the verdict and the kind of row say by themselves. */
static str without_reason(const struct run *run, const struct row *r,
                          const struct segment *s)
{
    if (s->verdict == NOT_DUE && r->deadline != INSTANT_MAX)
        return str_fmt(run->keep, "due by %.*s",
                       STR(day_words(run, r->deadline)));
    if (s->verdict == BROKEN && r->kind == ROW_NOTICE)
        return S("not told");
    if (s->verdict == BROKEN && r->kind == ROW_STAY)
        return S("there for longer");
    if (s->verdict == KEPT && r->kind == ROW_STAY &&
        r->deadline != INSTANT_MAX)
        return str_fmt(run->keep, "the time is over on %.*s",
                       STR(day_words(run, r->deadline)));
    if (s->verdict == BROKEN && r->kind == ROW_INFORM)
        return S("not told by the deadline");
    if (s->verdict == KEPT && r->kind == ROW_INFORM &&
        r->deadline != INSTANT_MAX)
        return str_fmt(run->keep, "next by %.*s",
                       STR(day_words(run, r->deadline)));
    if (s->verdict == BROKEN && r->kind == ROW_VISITS && s->entry >= 0)
        return S("one was refused");
    if (s->verdict == BROKEN && r->kind == ROW_TIMELY)
        return S("asked, and nothing in time");
    if (s->verdict == BROKEN && r->kind == ROW_ACCESS)
        return S("access denied");
    return S("");
}

str reason_text(const struct run *run, const struct row *r,
                const struct segment *s)
{
    switch (s->reason) {
    case REASON_NONE: return without_reason(run, r, s);
    case REASON_NO_COMPLETE: return S("nobody said that this is all");
    case REASON_RANGE:
        return r->kind == ROW_INFORM
                   ? S("its dates lie on both sides of the deadline")
               : r->kind == ROW_STAY
                   ? S("whether the same are there so long is not certain")
                   : S("the range lies on both sides of it");
    case REASON_PLACE: return S("a place is only possibly inside");
    case REASON_ON_THE_WAY: return S("some are on the way");
    case REASON_WHOSE: return S("whose some are is not certain");
    case REASON_KIND: return S("of what kind some are is not stated");
    case REASON_STATUS: return S("the status of some is not stated");
    case REASON_UNSTATED:
        return S("what some of them add to the sum is not stated");
    case REASON_DISAGREE: return S("the books contradict each other");
    case REASON_DISCREPANCY: return S("more was seen than the books allow");
    case REASON_DENIED: return S("nobody could look: access was denied");
    case REASON_UNDECLARED: return S("the figure was never declared");
    case REASON_DISPUTED: return S("it hangs on a number that is disputed");
    case REASON_SILENCE: return S("nothing is recorded either way");
    case REASON_LATE: return S("late");
    case REASON_WAITS: return S("waits for another step");
    case REASON_NOTHING_DUE:
        return r->kind == ROW_VERIFIED ? S("the step is not shown to be done")
               : r->kind == ROW_SUSPENDS && r->clause->leaving
                   ? S("did not leave that day")
               : r->kind == ROW_SUSPENDS
                   ? S("no suspension without a right that day")
                   : S("nothing fell due");
    case REASON_NOTHING_RECORDED: return S("nothing recorded");
    case REASON_EXCEPTION:
        return s->verdict == KEPT ? S("an exception is open")
               : s->verdict == UNDETERMINED
                   ? S("whether an exception is open is not certain")
                   : S("an exception bears on it that is not judged yet");
    case REASON_CONDITION:
        return s->verdict == NOT_IN_FORCE
                   ? S("its condition is not met")
                   : S("whether its condition is met is not certain");
    case REASON_NO_RIGHT:
        return r->kind == ROW_REMEDY ? S("no breach gives the right")
                                     : S("suspended without a right");
    case REASON_RIGHT: return S("a breach gives the right; it is not used");
    case REASON_IN_USE: return S("a breach gives the right; it is in use");
    case REASON_UNJUDGED: return S("a part of the clause is not judged yet");
    }
    return S("");
}

/* ---- what would settle it ----------------------------------------------- */

str settle_text(const struct run *run, const struct row *r,
                const struct segment *s)
{
    struct arena *k = run->keep;
    str who = subject_text(k, &r->subject);
    switch (s->reason) {
    case REASON_NO_COMPLETE:
        return str_fmt(k,
                       "a `complete %.*s` entry for %.*s there (\"that is "
                       "all\"), or a total of that day",
                       STR(who), STR(r->of.len ? r->of : r->unit));
    case REASON_RANGE:
        if (r->kind == ROW_NOTICE || r->kind == ROW_BAN)
            return S("its size, told more exactly");
        if (r->kind == ROW_STAY)
            return S("when it came, and when it left");
        if (r->kind == ROW_INFORM)
            return S("on what day it happened, or was told");
        return S("a narrower figure in one of the entries");
    case REASON_PLACE:
        return S("a more exact position, or a smaller place, for what may "
                 "stand inside");
    case REASON_ON_THE_WAY: return S("their arrival, or where they are now");
    case REASON_WHOSE: return S("who holds, or who directs, these forces");
    case REASON_KIND: return S("of what kind they are");
    case REASON_STATUS:
        return S("a status after the figure, such as "
                 "`50 tank, stored`");
    case REASON_UNSTATED:
        return S("the attribute, stated in the item or in a `unit` "
                 "declaration");
    case REASON_DISAGREE:
        return S("which of the books is right: an observation or an "
                 "inspection");
    case REASON_DISCREPANCY:
        return S("an inspection, or a mended declaration");
    case REASON_DENIED:
        return S("an inspection of the place to which access was denied");
    case REASON_SILENCE:
        if (r->kind == ROW_VERIFIED)
            return S("a `verified` entry, or a book that `covers "
                     "verifications`");
        if (r->kind == ROW_CONSENT || r->kind == ROW_HOST)
            return S("a `consent` entry, or a book that `covers consents`");
        if (r->kind == ROW_DEED)
            return S("an `inspect` entry, or a book that `covers "
                     "inspections`");
        if (r->kind == ROW_INFORM)
            return S("a `report` entry under the clause, or a book that "
                     "`covers reports`");
        if (r->kind == ROW_BAN)
            return S("an `event` entry, or a book that `covers events`");
        if (r->kind == ROW_VISITS)
            return S("an `inspect` or `request` entry, or a book that `covers "
                     "inspections`");
        if (r->kind == ROW_TIMELY)
            return S("an `answer` or `inspect` entry, or a book that `covers "
                     "answers`");
        if (r->kind == ROW_MANNER)
            return S("a `request` entry before it, or its `team` or `until`");
        if (r->kind == ROW_ACCESS)
            return S("a book that `covers restrictions`");
        return S("a line `notified DATE` or `not notified` in the entry, or "
                 "a book that `covers notices`");
    case REASON_UNDECLARED:
        return S("an entry `declare` of the number that it hangs on");
    case REASON_DISPUTED: return S("agreement on the number that is disputed");
    case REASON_NONE:
    case REASON_LATE:
    case REASON_WAITS:
    case REASON_NOTHING_DUE:
    case REASON_NOTHING_RECORDED:
    case REASON_NO_RIGHT:
    case REASON_RIGHT:
    case REASON_IN_USE:
    case REASON_EXCEPTION:
    case REASON_CONDITION:
    case REASON_UNJUDGED: break;
    }
    return S("");
}
