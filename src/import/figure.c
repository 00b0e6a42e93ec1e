/* figure.c - what a cell says of how much; see own.h */
#include "import/own.h"

bool cell_is_nothing(const struct mapping *m, str cell)
{
    if (!cell.len)
        return true;
    for (size_t i = 0; i < m->nothing_n; i++)
        if (str_same_letters(m->nothing[i], cell))
            return true;
    return false;
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A no-break or a narrow blank, too. */
static size_t blank_at(str s, size_t i)
{
    static const char *const blanks[] = { " ", "\xc2\xa0", "\xe2\x80\xaf",
                                          "\xe2\x80\x89", "\t" };
    for (size_t k = 0; k < sizeof blanks / sizeof *blanks; k++)
        if (str_starts(str_cut(s, i, s.len), str_of(blanks[k])))
            return strlen(blanks[k]);
    return 0;
}

static str trim(str s)
{
    size_t n;
    while ((n = blank_at(s, 0)) > 0)
        s = str_cut(s, n, s.len);
    for (bool more = true; more && s.len;) {
        more = false;
        for (n = 1; n <= 3 && n <= s.len && !more; n++)
            if (blank_at(s, s.len - n) == n) {
                s.len -= n;
                more = true;
            }
    }
    return s;
}

/* The sign between groups of digits at I: its bytes, and which it is. */
static size_t group_sign(str s, size_t i, char *sign)
{
    size_t n = blank_at(s, i);
    str rest = str_cut(s, i, s.len);
    *sign = n ? ' ' : rest.len ? *rest.at : '\0';
    if (str_starts(rest, S("\xe2\x80\x99"))) {
        *sign = '\'';
        return 3;
    }
    return n ? n : *sign == ',' || *sign == '.' || *sign == '\'';
}

static bool three_digits(str s, size_t i)
{
    return i + 3 <= s.len && digit(s.at[i]) && digit(s.at[i + 1]) &&
           digit(s.at[i + 2]) && (i + 3 == s.len || !digit(s.at[i + 3]));
}

/* Why SIGN within a number is refused. */
static const char *doubtful(struct arena *keep, char sign, str *help)
{
    const char *name = sign == ','   ? "comma"
                       : sign == '.' ? "point"
                       : sign == ' ' ? "blank"
                                     : "apostrophe";
    *help = sign == ',' || sign == '.'
                ? str_fmt(keep,
                          "say below `table` what it is: `thousands parted by "
                          "%s` or `decimals behind %s`",
                          name, name)
                : str_fmt(keep,
                          "if it parts thousands, say so below `table`: "
                          "`thousands parted by %s`",
                          name);
    return str_z(
        keep,
        str_fmt(keep, "the %s in it has no reading in the mapping", name));
}

/* All of S as one number. */
static const char *number(struct arena *keep, const struct mapping *m, str s,
                          qty *out, str *help)
{
    struct buf b = { .keep = keep };
    size_t i = 0, first = 0;
    bool big;
    char sign;
    *help = S("write digits, such as 300; a range is 300-400, an open end is "
              "300+, an estimate ~300; what means no figure stands below "
              "`table`: `nothing is \"...\"`");
    while (first < s.len && digit(s.at[first]))
        first++;
    while (i < s.len) {
        size_t n;
        if (digit(s.at[i])) {
            buf_char(&b, s.at[i++]);
            continue;
        }
        if (!b.len || !(n = group_sign(s, i, &sign)))
            return "it is no figure";
        bool three = three_digits(s, i + n);
        bool decimal = sign == (m->decimal ? m->decimal : '.');
        if (three && first <= 3 && strchr(m->thousands, sign)) {
            i += n;
            continue;
        }
        if (!decimal || memchr(b.at, '.', b.len) ||
            (three && !m->decimal && first <= 3))
            return sign == '.' && !three ? "it is no figure"
                                         : doubtful(keep, sign, help);
        buf_char(&b, '.');
        i += n;
    }
    if (!b.len || !qty_read(buf_str(&b), out, &big))
        return b.len && big ? "it is too large" : "it is no figure";
    return NULL;
}

/* ---- about, at least, from and to --------------------------------------- */

static bool eat(str *s, const char *word)
{
    str w = str_of(word);
    if (!str_same_letters(str_cut(*s, 0, w.len), w))
        return false;
    *s = trim(str_cut(*s, w.len, s->len));
    return true;
}

static bool eat_any(str *s, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (eat(s, words[i]))
            return true;
    return false;
}

/* Where the sign or word between two figures begins, and its length. */
static size_t between(str s, size_t *n)
{
    static const char *const signs[] = {
        "..", "\xe2\x80\x93", "\xe2\x80\x94", " to ", " and ", "-", NULL
    };
    for (size_t i = 1; i < s.len; i++)
        for (size_t k = 0; signs[k]; k++)
            if (str_starts(str_cut(s, i, s.len), str_of(signs[k]))) {
                *n = strlen(signs[k]);
                return i;
            }
    return 0;
}

static const char *ends(struct arena *keep, const struct mapping *m, str s,
                        struct reading *out, str *help)
{
    size_t n, i = between(s, &n);
    if (!i) {
        const char *no = number(keep, m, s, &out->low, help);
        out->high = out->low;
        return no;
    }
    const char *no = number(keep, m, trim(str_cut(s, 0, i)), &out->low, help);
    if (!no)
        no = number(keep, m, trim(str_cut(s, i + n, s.len)), &out->high, help);
    if (!no && qty_cmp(out->low, out->high) > 0) {
        *help = S("write the smaller figure first");
        no = "the range runs backwards";
    }
    return no;
}

/* N times (1 + SHARE), away from N to a whole one where N is whole. */
static qty widened(qty n, qty share, bool up)
{
    qty x = qty_mul(n, up ? qty_add(qty_int(1), share)
                          : qty_sub(qty_int(1), share));
    return n.den == 1 ? qty_round(x, up ? ROUND_UP : ROUND_DOWN) : x;
}

const char *cell_figure(struct arena *keep, const struct mapping *m, str cell,
                        bool about, struct reading *out, str *help)
{
    static const char *const abouts[] = { "~",        "\xe2\x89\x88",
                                          "about ",   "approximately ",
                                          "approx. ", "approx ",
                                          "circa ",   "ca. ",
                                          "c. ",      NULL };
    static const char *const leasts[] = {
        "\xe2\x89\xa5", ">=", ">", "at least ", "more than ", "over ", NULL
    };
    static const char *const mosts[] = {
        "\xe2\x89\xa4", "<=",         "<",           "at most ",
        "up to ",       "less than ", "fewer than ", NULL
    };
    str s = trim(cell);
    *out = (struct reading){ 0 };
    for (size_t i = 0; i < m->footnotes_n && !out->mark; i++)
        if (str_ends(s, m->footnotes[i].mark)) {
            out->mark = &m->footnotes[i];
            s = trim(str_cut(s, 0, s.len - out->mark->mark.len));
        }
    out->nothing = cell_is_nothing(m, s);
    if (out->nothing)
        return NULL;
    bool least = eat_any(&s, leasts), most = !least && eat_any(&s, mosts);
    about = eat_any(&s, abouts) || about;
    eat(&s, "between ");
    if (str_ends(s, S("+"))) {
        least = true;
        s = trim(str_cut(s, 0, s.len - 1));
    }
    const char *no = ends(keep, m, s, out, help);
    if (no)
        return no;
    if (about && !m->about) {
        *help = S("add a line below `table`: `about is within "
                  "10%`");
        return "it is an estimate, and the mapping does not say how far off "
               "it may be";
    }
    if (about) {
        out->low = widened(out->low, m->about_share, false);
        out->high = widened(out->high, m->about_share, true);
    }
    if (most)
        out->low = qty_int(0);
    out->open = least;
    if (qty_ok(out->low) && qty_ok(out->high))
        return NULL;
    *help = S("write a smaller figure");
    return "it is too large";
}
