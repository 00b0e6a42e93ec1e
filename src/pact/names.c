/* names.c - one namespace: declare, find, and the nearest when it is not
 * there; see parse.h */
#include "pact/parse.h"

#include <stdio.h>

bool reserved(str w)
{
    static const char *const words[] = {
        "a",         "an",       "all",      "and",       "any",
        "are",       "as",       "at",       "be",        "before",
        "after",     "beyond",   "between",  "by",        "each",
        "every",     "except",   "exactly",  "for",       "from",
        "if",        "in",       "inside",   "into",      "is",
        "it",        "its",      "least",    "less",      "more",
        "most",      "nearer",   "no",       "none",      "not",
        "of",        "on",       "only",     "or",        "otherwise",
        "out",       "outside",  "over",     "per",       "than",
        "that",      "the",      "through",  "to",        "under",
        "unless",    "until",    "up",       "which",     "while",
        "when",      "with",     "within",   "without",   "side",
        "party",     "parties",  "step",     "limit",     "country",
        "countries", "area",     "line",     "ring",      "host",
        "fewer",     "article",  "there",    "signature", "once",
        "destroyed", "N",        "S",        "E",         "W",
        "km",        "m",        "nmi",      "ft",        "mm",
        "inch",      "t",        "lt",       "kg",        "minute",
        "minutes",   "hour",     "hours",    "day",       "days",
        "week",      "weeks",    "month",    "months",    "year",
        "years",     "January",  "February", "March",     "April",
        "May",       "June",     "July",     "August",    "September",
        "October",   "November", "December"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(w, str_of(words[i])))
            return true;
    return false;
}

const char *name_kind_word(enum name_kind k)
{
    switch (k) {
    case NAME_SIDE: return "side";
    case NAME_PARTY: return "party";
    case NAME_ITEM: return "item";
    case NAME_SET: return "set of items";
    case NAME_ATTR: return "attribute";
    case NAME_FAMILY: return "family of statuses";
    case NAME_STATUS: return "status";
    case NAME_EVENT: return "event";
    case NAME_ZONE: return "zone";
    case NAME_OWNED: return "zone of each";
    case NAME_SITE: return "site";
    case NAME_DATE: return "date";
    case NAME_NUMBER: return "number";
    }
    return "";
}

static const char *article_of(const char *kind)
{
    return strchr("aeiou", *kind) ? "an" : "a";
}

/* A shape that a name cannot have. */
static bool well_formed(struct cursor *c, str w, span at)
{
    if (reserved(w)) {
        struct diag *d = wrong(
            c, DIAG_NAME_RESERVED, at,
            "'%.*s' is a word of the language and cannot be a name", STR(w));
        diag_help(c->q->diags, d, "choose another name, such as '%.*s-1'",
                  STR(w));
        return false;
    }
    if (lang_is_name(w))
        return true;
    struct diag *d = wrong(c, DIAG_NOT_A_NAME, at, "'%.*s' cannot be a name",
                           STR(brief(w)));
    diag_help(c->q->diags, d,
              "a name begins with a letter and goes on with "
              "letters, digits, - _ and .");
    return false;
}

void look_alike(struct cursor *c, char kind, str w, span at)
{
    struct parser *q = c->q;
    const struct written *o = NULL;
    int fresh = (int)q->writtens_n;
    for (int i = 0; i < 2 && !o; i++) {
        str like = str_fmt(q->keep, "%c%d%.*s", kind, i,
                           STR(lang_skeleton(q->keep, w, i)));
        int twin = map_put(&q->skeletons, like, fresh);
        o = twin == fresh ? NULL : &q->writtens[twin];
    }
    *push(q->keep, q->writtens, q->writtens_n, q->writtens_cap) =
        (struct written){ w, at };
    if (!o || str_eq(o->text, w))
        return;
    struct diag *d =
        wrong(c, DIAG_LOOK_ALIKE, at, "'%.*s' looks like '%.*s', another %s",
              STR(w), STR(o->text),
              kind == 'n'   ? "name"
              : kind == 'c' ? "clause"
                            : "unit");
    diag_note(q->diags, d, o->at,
              kind == 'u' ? "it stands here" : "declared here");
    diag_help(q->diags, d,
              "if both are meant, rename one so that a reader "
              "cannot mistake them");
}

bool declare(struct cursor *c, enum name_kind k, int index, str w, span at)
{
    struct parser *q = c->q;
    if (!well_formed(c, w, at))
        return false;
    int was = map_put(&q->names, w, (int)q->names_n);
    if (was == (int)q->names_n) {
        *push(q->keep, q->names_at, q->names_n, q->names_cap) =
            (struct name){ k, w, index, at, false };
        look_alike(c, 'n', w, at);
        return true;
    }
    const struct name *n = &q->names_at[was];
    if (k == NAME_OWNED && n->kind == NAME_OWNED)
        return true; /* the zone of another: place.c compares the owners */
    struct diag *d =
        wrong(c, DIAG_NAME_TWICE, at, "'%.*s' is declared twice", STR(w));
    diag_note(q->diags, d, n->at, "first declared here, as %s %s",
              article_of(name_kind_word(n->kind)), name_kind_word(n->kind));
    diag_help(q->diags, d, "rename one of the two");
    return false;
}

int find(const struct parser *q, str w, enum name_kind k)
{
    int i = map_get(&q->names, w);
    if (i < 0 || q->names_at[i].kind != k)
        return -1;
    q->names_at[i].used = true;
    return q->names_at[i].index;
}

/* A word that may be a name, or begin a unit's path. */
static void word_used(struct parser *q, str w, span at)
{
    static const char *const many[] = { "each",    "all",   "other", "that",
                                        "parties", "party", "side",  "host" };
    size_t n = 0;
    while (n < w.len && w.at[n] != '/')
        n++;
    int i = map_get(&q->names, str_cut(w, 0, n));
    if (i >= 0 && (q->names_at[i].at.file != at.file ||
                   q->names_at[i].at.from != at.from))
        q->names_at[i].used = true;
    for (size_t k = 0; k < sizeof many / sizeof *many; k++)
        q->everybody = q->everybody || str_eq(w, str_of(many[k]));
    q->all_items = q->all_items || str_eq(w, S("forces"));
}

void words_used(struct cursor *c)
{
    for (size_t i = 0; i < c->d.tokens_n; i++) {
        struct token t = c->d.tokens[i];
        if (t.kind == TOKEN_WORD)
            word_used(c->q, token_text(c->q->keep, c->text, t),
                      (span){ c->d.file, t.from, t.to });
    }
}

/* Whose title that is. */
static size_t by_title(const struct parser *q, str w, str *out)
{
    for (size_t i = 0; i < q->p->parties_n; i++)
        if (str_eq(q->p->parties[i].title, w)) {
            *out = q->p->parties[i].name;
            return 1;
        }
    return 0;
}

/* ", or use `troops` or `tank`": where there are few. */
static str or_one_of(struct parser *q, const str *names, size_t n)
{
    enum { FEW = 6 };
    struct buf b = { .keep = q->keep };
    for (size_t i = 0; i < n && n <= FEW; i++)
        buf_fmt(&b, "%s`%.*s`", i ? i + 1 < n ? ", " : " or " : ", or use ",
                STR(names[i]));
    return buf_str(&b);
}

/* "did you mean `highlands`?" */
static void suggest(struct cursor *c, struct diag *d, str w, enum name_kind k)
{
    enum { MANY = 100 }; /* errors: nobody reads so far */
    struct parser *q = c->q;
    str *names = new_n(q->keep, str, q->names_n + 1), best[3];
    size_t n = 0;
    for (size_t i = 0; q->diags->errors <= MANY && i < q->names_n; i++)
        if (q->names_at[i].kind == k)
            names[n++] = q->names_at[i].text;
    size_t got = diag_nearest(q->keep, w, names, n, best);
    if (k == NAME_PARTY && !got && (got = by_title(q, w, best)))
        n = got; /* `Ardenia` for `ARD` */
    if (got == 1)
        diag_help(q->diags, d, "did you mean `%.*s`?", STR(best[0]));
    else if (got == 2)
        diag_help(q->diags, d, "did you mean `%.*s` or `%.*s`?", STR(best[0]),
                  STR(best[1]));
    else if (got == 3)
        diag_help(q->diags, d, "did you mean `%.*s`, `%.*s` or `%.*s`?",
                  STR(best[0]), STR(best[1]), STR(best[2]));
    else if (k == NAME_SITE)
        diag_help(q->diags, d,
                  "declare it: `site %.*s LAT N LON E` or `site %.*s in "
                  "ZONE`",
                  STR(w), STR(w));
    else
        diag_help(q->diags, d, "declare it with `%s %.*s ...`%.*s",
                  k == NAME_STATUS ? "status FAMILY:" : name_kind_word(k),
                  STR(w), STR(or_one_of(q, names, n)));
}

static void other_kind(struct cursor *c, const struct name *n, str w,
                       const char *what)
{
    const char *kind = name_kind_word(n->kind);
    struct diag *d = wrong(c, DIAG_NAME_KIND, here(c),
                           "'%.*s' is %s %s, and %s was expected", STR(w),
                           article_of(kind), kind, what);
    diag_note(c->q->diags, d, n->at, "declared here");
    if (n->kind == NAME_OWNED)
        diag_help(c->q->diags, d, "write `its %.*s`: each has one of its own",
                  STR(w));
    if (n->kind == NAME_SIDE)
        diag_help(c->q->diags, d, "write `side %.*s` for all who stand on it",
                  STR(w));
}

int want_name(struct cursor *c, enum name_kind k)
{
    char what[48];
    const char *kind = name_kind_word(k);
    str w = word(c);
    int i = word_kind(c) == TOKEN_WORD ? map_get(&c->q->names, w) : -1;
    if (i >= 0 && c->q->names_at[i].kind == k) { /* what is reserved is none */
        c->i++;
        c->q->names_at[i].used = true;
        return c->q->names_at[i].index;
    }
    snprintf(what, sizeof what, "the name of %s %s", article_of(kind), kind);
    if (word_kind(c) != TOKEN_WORD || reserved(w)) {
        expected(c, what);
        return -1;
    }
    if (i >= 0) {
        other_kind(c, &c->q->names_at[i], w, what);
        return -1;
    }
    struct diag *d = wrong(c, DIAG_NAME_UNKNOWN, here(c),
                           "no %s `%.*s` is declared", kind, STR(brief(w)));
    suggest(c, d, w, k);
    return -1;
}
