/* ask.c - places that a user asks about, in the words of the language
 *
 * What stands on a command line is read as a line of a pact is, so that there
 * is one way to write a position; only signed degrees ("54.57, 33.17"), which
 * maps hand out, are turned into words first.
 */
#include "pact/place.h"

/* The next word of *REST, parted by blanks and commas; empty: none. */
static str next_word(str *rest)
{
    size_t i = 0, n;
    while (i < rest->len && strchr(" \t,", rest->at[i]))
        i++;
    for (n = i; n < rest->len && !strchr(" \t,", rest->at[n]);)
        n++;
    str w = str_cut(*rest, i, n);
    *rest = str_cut(*rest, n, rest->len);
    return w;
}

/* "-33.9" as "33.9 S"; false: it is no such number. */
static bool signed_degrees(struct arena *keep, str w, const char *letters,
                           str *out)
{
    bool minus = str_starts(w, S("-")), big;
    qty q;
    if (minus || str_starts(w, S("+")))
        w = str_cut(w, 1, w.len);
    if (!w.len || *w.at < '0' || *w.at > '9' || memchr(w.at, '/', w.len) ||
        memchr(w.at, '%', w.len) || !qty_read(w, &q, &big))
        return false;
    *out = str_fmt(keep, "%.*s %c", STR(w), letters[minus]);
    return true;
}

/* "54.57N" as "54.57 N", in words that begin with a digit. */
static str letters_apart(struct arena *keep, str at)
{
    struct buf b = { .keep = keep };
    bool number = false;
    for (size_t i = 0; i < at.len; i++) {
        char c = at.at[i], before = i ? at.at[i - 1] : ' ';
        bool digit = c >= '0' && c <= '9';
        if (before == ' ')
            number = digit;
        if (number && strchr("NSEW", c) && before != ' ' &&
            (i + 1 == at.len || at.at[i + 1] == ' ')) {
            buf_char(&b, ' ');
            number = false;
        }
        buf_char(&b, c);
    }
    return buf_str(&b);
}

/* Two signed numbers as a position; all else as good as it stands. */
static str in_words(struct arena *keep, str at)
{
    str rest = at, lat, lon;
    str a = next_word(&rest), b = next_word(&rest);
    if (next_word(&rest).len || !signed_degrees(keep, a, "NS", &lat) ||
        !signed_degrees(keep, b, "EW", &lon))
        return letters_apart(keep, at);
    return str_fmt(keep, "%.*s %.*s", STR(lat), STR(lon));
}

/* A cursor on TEXT as the one line of a directive; false: it is none. */
static bool on_line(struct parser *q, str text, struct cursor *c)
{
    struct reader r;
    *c = (struct cursor){ .q = q, .text = text };
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == '\n' || text.at[i] == '\r' || text.at[i] == '#')
            return false;
    reader_open(&r, q->keep, q->diags, 0, c->text);
    return reader_next(&r, &c->d) && !c->d.bad && at_line(c, 0);
}

static bool length(struct parser *q, str text, double *metres)
{
    struct cursor c;
    return on_line(q, text, &c) && want_length(&c, metres) && want_end(&c);
}

/* `at SITE` or a position, and how accurate it is. */
static bool place(struct parser *q, str at, str accuracy, int *out)
{
    struct cursor c;
    double m = 0;
    if (!on_line(q, in_words(q->keep, at), &c))
        return false;
    eat(&c, "at");
    struct cursor start = c;
    if (!is_number(&c)) {
        int site = want_name(&c, NAME_SITE);
        if (site < 0 || !want_end(&c))
            return false;
        *out = q->p->sites[site].spot;
        if (accuracy.len)
            diag_help(q->diags,
                      wrong(&c, DIAG_POSITION, here(&c),
                            "how accurate a site is stands in the pact"),
                      "give its position instead, or leave that out");
        return !accuracy.len;
    }
    if (!want_position(&c, 0, out))
        return false;
    if (eats(&c, "accurate to") && !want_length(&c, &m))
        return false;
    if (!want_end(&c) || (accuracy.len && !length(q, accuracy, &m)))
        return false;
    return want_position(&start, m, out);
}

/* ---- asking ------------------------------------------------------------- */

/* What is wrong with a question is told in one sentence. */
struct question {
    struct parser *q;
    struct diags said, *was;
};

static struct question question(struct pact *p)
{
    struct question x = { .q = p->reader, .was = p->reader->diags };
    x.said.keep = p->keep;
    x.q->clause_now = S("");
    return x;
}

/* WHAT: "place"; HELP: where nothing better is known. */
static bool answered(struct question *x, bool good, const char *what, str text,
                     str help, str *wrong)
{
    const struct diag *d = x->said.n ? x->said.at[0] : NULL;
    x->q->diags = x->was;
    if (good)
        return true;
    if (d && d->kind != DIAG_NAME_UNKNOWN && d->help.len)
        help = d->help;
    *wrong =
        str_fmt(x->q->keep, "no %s is '%.*s'%s%.*s; %.*s", what, STR(text),
                d ? ": " : "", STR(d ? d->text : S("")), STR(help));
    return false;
}

int pact_ask_place(struct pact *p, str at, str accuracy, str *wrong)
{
    struct question x = question(p);
    int out = ANYWHERE;
    at = str_trim(at);
    x.q->diags = &x.said;
    bool good = place(x.q, at, str_trim(accuracy), &out);
    return answered(&x, good, "place", at,
                    S("write a position, such as 54.57 N 33.17 E, or the name "
                      "of a site"),
                    wrong)
               ? out
               : ANYWHERE;
}

int pact_ask_holder(struct pact *p, str text, str *wrong)
{
    struct question x = question(p);
    struct cursor c;
    int out = -1;
    x.q->diags = &x.said;
    bool good =
        on_line(x.q, text, &c) && want_holder(&c, &out) && want_end(&c);
    return answered(&x, good, "holder", text,
                    S("name a party, a unit's path or a side, as in `side "
                      "NAME`"),
                    wrong)
               ? out
               : -1;
}

bool pact_ask_kinds(struct pact *p, str text, struct kinds *out, str *wrong)
{
    struct question x = question(p);
    struct cursor c;
    x.q->diags = &x.said;
    bool good = on_line(x.q, text, &c) && want_kinds(&c, out) && want_end(&c);
    return answered(&x, good, "item", text,
                    S("name an item that the pact declares"), wrong);
}

int pact_ask_zone(struct pact *p, str text, str *wrong)
{
    struct question x = question(p);
    struct cursor c;
    int out = -1;
    x.q->diags = &x.said;
    bool good = on_line(x.q, text, &c);
    if (good && eat(&c, "outside"))
        c.i--;
    else if (good)
        eat(&c, "in");
    good = good &&
           (is(&c, "outside") ? want_place(&c, &out) : want_spot(&c, &out)) &&
           want_end(&c) && !c.unjudged.len;
    return answered(&x, good, "zone", text,
                    S("name a zone of the pact, or a distance, as in `within "
                      "50 km of NAME`"),
                    wrong)
               ? out
               : -1;
}

bool pact_ask_duration(struct pact *p, str text, struct duration *out,
                       str *wrong)
{
    struct question x = question(p);
    struct cursor c;
    x.q->diags = &x.said;
    bool good =
        on_line(x.q, text, &c) && want_duration(&c, out) && want_end(&c);
    return answered(&x, good, "length of time", text,
                    S("write it like this: 30 days"), wrong);
}
