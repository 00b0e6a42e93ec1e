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

void folded(struct buf *out, const struct run *run, size_t indent, size_t at,
            str text)
{
    size_t most = run->columns ? run->columns : 100;
    if (most < indent + 24)
        most = indent + 24;
    for (bool first = true; text.len; first = false) {
        size_t n = 0;
        while (n < text.len && text.at[n] != ' ')
            n++;
        str w = str_cut(text, 0, n);
        size_t used = str_width(w);
        if (!first && at + 1 + used > most) {
            buf_char(out, '\n');
            buf_pad(out, ' ', indent);
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

void heading(struct buf *out, const struct run *run)
{
    str title = run->p->title.len ? run->p->title : S("(no pact)");
    str on = day_words(run->keep, run->close - DAY_SECONDS);
    painted(out, run, BOLD, title);
    buf_char(out, '\n');
    folded(out, run, 0, 0,
           str_fmt(run->keep,
                   "On the figures given, as of %.*s. The figures are judged, "
                   "not the law.",
                   STR(on)));
    buf_z(out, "\n\n");
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
}
