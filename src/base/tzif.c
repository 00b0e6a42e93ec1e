/* tzif.c - the file of a time zone, as RFC 8536 has it; see clock.h
 *
 * A file has the moments at which the clock was changed, and (from version 2
 * on, in a second block with 64 bits a moment) a rule in the words of POSIX
 * TZ for all time after the last of them. The rule is written out up to the
 * year 9999, so that a clock is one table.
 */
#include "base/clock.h"

enum {
    DAY = 86400,
    HEAD = 44,
    LEAST_OFFSET = -89999, /* what the RFC allows: over -25 h, below 26 h */
    MOST_OFFSET = 93599,
    LAST_YEAR = 9999
};
/* Earlier and later moments than these do not matter. */
static const int64_t earliest = -100000000000, latest = 300000000000;

/* ---- the blocks --------------------------------------------------------- */

static int64_t number(str s, size_t at, size_t bytes)
{
    uint64_t v = (unsigned char)s.at[at] & 0x80 ? UINT64_MAX : 0;
    for (size_t i = 0; i < bytes; i++)
        v = v << 8 | (unsigned char)s.at[at + i];
    return (int64_t)v;
}

struct block {
    size_t wide; /* bytes of a moment */
    size_t times, types, chars, leaps, standards, utcs;
    size_t at, end; /* of what follows the head */
};

/* The block whose head stands AT; false: the file ends within it. */
static bool block_at(str s, size_t at, size_t wide, struct block *b)
{
    if (at > s.len || s.len - at < HEAD || memcmp(s.at + at, "TZif", 4))
        return false;
    size_t n[6];
    for (size_t i = 0; i < 6; i++)
        n[i] = (size_t)number(s, at + 20 + 4 * i, 4) & 0xffffffff;
    *b = (struct block){ .wide = wide,
                         .utcs = n[0],
                         .standards = n[1],
                         .leaps = n[2],
                         .times = n[3],
                         .types = n[4],
                         .chars = n[5],
                         .at = at + HEAD };
    b->end = b->at + b->times * (wide + 1) + b->types * 6 + b->chars +
             b->leaps * (wide + 4) + b->standards + b->utcs;
    return b->end <= s.len;
}

/* ---- the table ---------------------------------------------------------- */

struct table {
    struct arena *keep;
    struct ahead *at;
    size_t n, cap;
};

static void from_then(struct table *t, int64_t from, int64_t offset)
{
    if (t->n && t->at[t->n - 1].offset == offset)
        return;
    if (t->n > 1 && t->at[t->n - 1].from == from)
        t->n--;
    *push(t->keep, t->at, t->n, t->cap) =
        (struct ahead){ from, (int32_t)offset };
}

static const char *moments(struct table *t, str s, const struct block *b)
{
    size_t type_at = b->at + b->times * b->wide, types = type_at + b->times;
    if (!b->types)
        return "it has no offset at all";
    for (size_t i = 0; i < b->types; i++) {
        int64_t offset = number(s, types + 6 * i, 4);
        if (offset < LEAST_OFFSET || offset > MOST_OFFSET)
            return "an offset is more than a day";
    }
    from_then(t, INT64_MIN, number(s, types, 4));
    int64_t before = INT64_MIN;
    for (size_t i = 0; i < b->times; i++) {
        int64_t then = number(s, b->at + i * b->wide, b->wide);
        size_t type = (unsigned char)s.at[type_at + i];
        if (i && then <= before)
            return "its moments do not rise";
        if (type >= b->types)
            return "a moment names an offset that is not there";
        before = then;
        if (then > latest)
            return "a moment lies beyond the year 9999";
        from_then(t, then < earliest ? earliest : then,
                  number(s, types + 6 * type, 4));
    }
    return NULL;
}

/* ---- the rule ----------------------------------------------------------- */

/* "M10.5.0/3": the day of the year, and the second of it. */
struct change {
    char kind; /* 'M' month, week, day of the week; 'J' 1 to 365, never
                * 29 February; '0' 0 to 365 */
    int a, week, weekday;
    int64_t second;
};

struct rule {
    bool summer; /* else STANDARD, always */
    int64_t standard, ahead;
    struct change begins, ends;
};

struct text {
    str s;
    size_t i;
};

static bool eat(struct text *t, char c)
{
    bool yes = t->i < t->s.len && t->s.at[t->i] == c;
    t->i += yes;
    return yes;
}

static bool digit_here(const struct text *t)
{
    return t->i < t->s.len && t->s.at[t->i] >= '0' && t->s.at[t->i] <= '9';
}

static bool want_int(struct text *t, int most, int *out)
{
    *out = 0;
    if (!digit_here(t))
        return false;
    while (digit_here(t) && *out <= most)
        *out = *out * 10 + (t->s.at[t->i++] - '0');
    return *out <= most;
}

/* "EET" or "<+03>"; it is read over. */
static bool want_letters(struct text *t)
{
    bool angle = eat(t, '<');
    size_t from = t->i;
    for (; t->i < t->s.len; t->i++) {
        char c = t->s.at[t->i];
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        bool more = angle && ((c >= '0' && c <= '9') || c == '+' || c == '-');
        if (!letter && !more)
            break;
    }
    return t->i > from && (!angle || eat(t, '>'));
}

/* "2", "-3:30", "167:59:59": hours, minutes, seconds. */
static bool want_time(struct text *t, int most_hours, int64_t *out)
{
    int sign = eat(t, '-') ? -1 : 1, h, m = 0, s = 0;
    if (sign > 0)
        eat(t, '+');
    if (!want_int(t, most_hours, &h) ||
        (eat(t, ':') && !want_int(t, 59, &m)) ||
        (eat(t, ':') && !want_int(t, 59, &s)))
        return false;
    *out = sign * ((int64_t)h * 3600 + m * 60 + s);
    return true;
}

static bool want_change(struct text *t, struct change *x)
{
    *x = (struct change){ .kind = '0', .second = 7200 };
    if (!eat(t, ','))
        return false;
    if (eat(t, 'M')) {
        x->kind = 'M';
        if (!want_int(t, 12, &x->a) || !x->a || !eat(t, '.') ||
            !want_int(t, 5, &x->week) || !x->week || !eat(t, '.') ||
            !want_int(t, 6, &x->weekday))
            return false;
    } else {
        x->kind = eat(t, 'J') ? 'J' : '0';
        if (!want_int(t, 365, &x->a) || (x->kind == 'J' && !x->a))
            return false;
    }
    return !eat(t, '/') || want_time(t, 167, &x->second);
}

/* POSIX counts offsets the other way round: EET-2 is ahead of UTC. */
static bool want_rule(str s, struct rule *r)
{
    struct text t = { s, 0 };
    *r = (struct rule){ 0 };
    if (!want_letters(&t) || !want_time(&t, 24, &r->standard))
        return false;
    r->standard = -r->standard;
    if (t.i == s.len)
        return true;
    r->summer = want_letters(&t);
    r->ahead = r->standard + 3600;
    if (r->summer && t.i < s.len && s.at[t.i] != ',') {
        if (!want_time(&t, 24, &r->ahead))
            return false;
        r->ahead = -r->ahead;
    }
    return r->summer && want_change(&t, &r->begins) &&
           want_change(&t, &r->ends) && t.i == s.len;
}

/* When the clock changes in YEAR, if it was OFFSET before; seconds of UTC. */
static int64_t change_in(const struct change *x, int year, int64_t offset)
{
    day d = day_of((struct civil){ year, x->kind == 'M' ? x->a : 1, 1 });
    if (x->kind == 'M') {
        int first = ((d + 4) % 7 + 7) % 7; /* 1970-01-01 was a Thursday */
        int n = 1 + (x->weekday - first + 7) % 7 + 7 * (x->week - 1);
        while (n > month_days(year, x->a))
            n -= 7;
        d += n - 1;
    } else if (x->kind == 'J') {
        d += x->a - 1 + (month_days(year, 2) == 29 && x->a > 59);
    } else {
        d += x->a;
    }
    return (int64_t)d * DAY + x->second - offset;
}

static void change_to(struct table *t, int64_t after, int64_t then,
                      int64_t offset)
{
    if (then > after && then >= t->at[t->n - 1].from)
        from_then(t, then, offset);
}

/* All changes after AFTER, the last moment of the table. */
static void by_rule(struct table *t, const struct rule *r, int64_t after)
{
    int64_t year_ago = after == INT64_MIN ? 0 : after - 366 * (int64_t)DAY;
    int first = after == INT64_MIN ? 1 : day_civil((day)(year_ago / DAY)).year;
    if (!r->summer) {
        if (after == INT64_MIN)
            t->at[0].offset = (int32_t)r->standard;
        else
            from_then(t, after, r->standard);
        return;
    }
    for (int year = first < 1 ? 1 : first; year <= LAST_YEAR; year++) {
        int64_t on = change_in(&r->begins, year, r->standard);
        int64_t off = change_in(&r->ends, year, r->ahead);
        if (on <= off) {
            change_to(t, after, on, r->ahead);
            change_to(t, after, off, r->standard);
        } else {
            change_to(t, after, off, r->standard);
            change_to(t, after, on, r->ahead);
        }
    }
}

/* ---- the file ----------------------------------------------------------- */

bool clock_read(struct arena *keep, str name, str bytes, struct clock *out,
                const char **wrong)
{
    struct block b;
    struct table t = { .keep = keep };
    struct rule r;
    str s = bytes, tail = S("");
    *wrong = "it is no file of a time zone, or only a part of one";
    if (!block_at(s, 0, 4, &b))
        return false;
    if (s.at[4]) { /* the same once more, with 64 bits, and the rule */
        if (!block_at(s, b.end, 8, &b))
            return false;
        size_t end = b.end + 1;
        while (end < s.len && s.at[end] != '\n')
            end++;
        if (end >= s.len || s.at[b.end] != '\n')
            return false;
        tail = str_cut(s, b.end + 1, end);
    }
    if (b.leaps) {
        *wrong = "it counts leap seconds, which no treaty does";
        return false;
    }
    *wrong = moments(&t, s, &b);
    if (*wrong)
        return false;
    if (tail.len && !want_rule(tail, &r)) {
        *wrong = "its rule for later years cannot be read";
        return false;
    }
    if (tail.len) {
        int64_t last = INT64_MIN;
        if (b.times)
            last = number(s, b.at + (b.times - 1) * 8, 8);
        by_rule(&t, &r, b.times && last < earliest ? earliest : last);
    }
    *out = (struct clock){ name, t.at, t.n };
    return true;
}
