/* paint.c - colours, folding, the first and last lines; see own.h */
#include "show/own.h"

void painted(struct buf *out, const struct run *run, enum paint p, str text)
{
    static const char *const codes[] = { "0", "1", "32", "1;31", "33", "2" };
    if (run->colour && p != PLAIN)
        buf_fmt(out, "\x1b[%sm%.*s\x1b[0m", codes[p], STR(text));
    else
        buf_add(out, text);
}

enum paint paint_of(enum verdict v)
{
    switch (v) {
    case KEPT: return GOOD;
    case BROKEN: return BAD;
    case UNDETERMINED: return OPEN;
    case NOT_IN_FORCE:
    case NOT_DUE:
    case SUSPENDED:
    case NOT_JUDGED: break;
    }
    return DIM;
}

static size_t columns(const struct run *run)
{
    return run->columns ? run->columns : 100;
}

static void next_line(struct buf *out, size_t indent)
{
    while (out->len && out->at[out->len - 1] == ' ')
        out->len--;
    buf_char(out, '\n');
    buf_pad(out, ' ', indent);
}

void folded(struct buf *out, const struct run *run, size_t indent, size_t at,
            str text)
{
    size_t most = columns(run);
    if (most < indent + 24) /* too narrow: begin further left */
        indent = most / 8;
    for (bool first = true; text.len; first = false) {
        size_t n = 0;
        while (n < text.len && text.at[n] != ' ')
            n++;
        str w = str_cut(text, 0, n);
        size_t used = str_width(w);
        if (at > indent && at + !first + used > most) {
            next_line(out, indent);
            at = indent;
        } else if (!first) {
            buf_char(out, ' ');
            at++;
        }
        buf_add(out, w);
        at += used;
        text = str_cut(text, n + (n < text.len), text.len);
    }
}

/* Columns of a piece of a line: colours take none. */
static size_t shown(str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        while (i < s.len && s.at[i] != '\x1b')
            i++;
        n += str_width(str_cut(s, from, i));
        while (i < s.len && s.at[i++] != 'm')
            ;
    }
    return n;
}

/* One line, broken at blanks; those that part columns of a table stay. */
static void fit_line(struct buf *out, str line, size_t most)
{
    size_t lead = 0, at = 0;
    while (lead < line.len && line.at[lead] == ' ')
        lead++;
    size_t indent = lead + 4 <= most / 2 ? lead + 4 : most / 8;
    for (size_t i = 0; i < line.len;) {
        size_t from = i, word;
        while (i < line.len && line.at[i] == ' ')
            i++;
        word = i;
        while (i < line.len && line.at[i] != ' ')
            i++;
        size_t used = shown(str_cut(line, word, i)), gap = word - from;
        if (at + gap + used > most && at + gap > indent) {
            if (at)
                next_line(out, indent);
            else
                buf_pad(out, ' ', indent);
            at = indent;
        } else {
            buf_pad(out, ' ', gap);
            at += gap;
        }
        buf_add(out, str_cut(line, word, i));
        at += used;
    }
}

void fit(struct buf *out, const struct run *run)
{
    str all = str_copy(run->keep, buf_str(out));
    out->len = 0;
    for (size_t i = 0; i < all.len; i++) {
        size_t from = i;
        while (i < all.len && all.at[i] != '\n')
            i++;
        str line = str_cut(all, from, i);
        if (shown(line) <= columns(run))
            buf_add(out, line);
        else
            fit_line(out, line, columns(run));
        if (i < all.len)
            buf_char(out, '\n');
    }
}

/* An answer for a day long after the last entry says so. */
static str long_silence(const struct run *run)
{
    enum { LONG_DAYS = 31 };
    instant last = entries_until(run->p);
    if (last == INSTANT_MIN ||
        run->close - last <= (int64_t)LONG_DAYS * DAY_SECONDS)
        return S("");
    return str_fmt(run->keep, "; the last entry is of %.*s",
                   STR(day_words(run, last_day(last))));
}

void heading(struct buf *out, const struct run *run)
{
    str on = day_words(run, run->close - DAY_SECONDS);
    heading_of(out, run,
               str_fmt(run->keep,
                       "On the figures given, as of %.*s%.*s. The figures are "
                       "judged, not the law.",
                       STR(on), STR(long_silence(run))));
}

void heading_of(struct buf *out, const struct run *run, str line)
{
    str title = run->p->title.len ? run->p->title : S("(no pact)");
    painted(out, run, BOLD, title);
    buf_char(out, '\n');
    folded(out, run, 0, 0, line);
    buf_char(out, '\n');
    with_overlays(out, run);
    buf_char(out, '\n');
}

static void narrowed_to(struct buf *out, const struct run *run)
{
    if (!run->only_clause.len && !run->only_whom.len)
        return;
    str c = run->only_clause, w = run->only_whom;
    str line = str_fmt(run->keep, "only%s%.*s%s%.*s", c.len ? " clause " : "",
                       STR(c), w.len ? " for " : "", STR(w));
    painted(out, run, OPEN, line);
    buf_char(out, '\n');
}

void with_overlays(struct buf *out, const struct run *run)
{
    narrowed_to(out, run);
    if (run->p->scenario.len) {
        painted(out, run, OPEN,
                str_fmt(run->keep, "in the scenario \"%.*s\"",
                        STR(run->p->scenario)));
        buf_char(out, '\n');
    }
    for (size_t i = 0; i < run->p->overlays_n; i++) {
        painted(
            out, run, OPEN,
            str_fmt(run->keep, "with overlay %.*s", STR(run->p->overlays[i])));
        buf_char(out, '\n');
    }
}

void closing(struct buf *out, const struct run *run)
{
    str hash = geo_boundaries_sha256(run->p->geo);
    str name = geo_boundaries_name(run->p->geo);
    if (run->j && run->j->widened)
        folded(out, run, 0, 0,
               S("Some ranges are wider than need be: too many unknowns hang "
                 "together for an exact answer. What is called kept or broken "
                 "is so.\n"));
    painted(out, run, DIM,
            str_fmt(run->keep, "Boundaries: %.*s, sha256 %.*s\n", STR(name),
                    STR(str_cut(hash, 0, 16))));
    if (run->clock_sha256.len)
        painted(out, run, DIM,
                str_fmt(run->keep, "Time zone: %.*s, sha256 %.*s\n",
                        STR(run->p->clock->name),
                        STR(str_cut(run->clock_sha256, 0, 16))));
}
