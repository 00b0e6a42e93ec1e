/* parse.h - inside pact/: how a directive's words become meaning.
 *
 * A cursor stands on one line of one directive.  Parsing functions return
 * false after having reported what is wrong, and the rest of the line is
 * then left alone: one cause, one message.
 */
#ifndef PACT_PARSE_H
#define PACT_PARSE_H

#include "base/map.h"
#include "lang/lang.h"
#include "pact/pact.h"

#include <string.h>

/* WHICH_BOOK: of an overlay without a header, until all books are known. */
enum { NO_BOOK = -1, WHICH_BOOK = -2 };

/* One namespace for everything that is declared. */
enum name_kind {
    NAME_SIDE,
    NAME_PARTY,
    NAME_ITEM,
    NAME_SET,
    NAME_ATTR,
    NAME_FAMILY,
    NAME_STATUS,
    NAME_EVENT,
    NAME_ZONE,
    NAME_OWNED, /* a zone of each party or side: after `its` only */
    NAME_SITE,
    NAME_DATE,
    NAME_NUMBER
};

struct name {
    enum name_kind kind;
    str text;
    int index;
    span at;
    bool used; /* it stands somewhere else than where it is declared */
};

/* A name, a clause or a unit as it is written, for those that look alike. */
struct written {
    str text;
    span at;
};

/* A directive that waits to be resolved. */
struct waiting {
    uint32_t file, from;
    int article;   /* clauses: the article above, or -1 */
    int index;     /* what it declares */
    uint8_t state; /* 0 not yet, 1 in work, 2 done */
    bool broken;   /* its letters: only its name is known */
    bool later;    /* in words that are not judged yet */
    int depth;     /* how many others it is defined through, and itself */
    int outer;     /* parser.below of the one that asked for it */
};

struct waitings {
    struct waiting *at;
    size_t n, cap;
};

struct article {
    str id, title;
    struct moment from, until;
    struct condition *conditions;
    size_t conditions_n, conditions_cap;
    str unjudged;
    bool opaque; /* as of a clause */
};

struct parser {
    struct pact *p;
    struct arena *keep;
    struct diags *diags;
    struct os *os;
    struct map names; /* into names_at */
    struct name *names_at;
    size_t names_n, names_cap;
    struct map skeletons; /* into writtens */
    struct written *writtens;
    size_t writtens_n, writtens_cap;
    struct map seen;       /* files read */
    struct map clause_ids; /* into p->clauses */
    struct map unit_paths; /* into p->units */
    struct map holder_ids, spot_ids, stated_ids;
    struct map outline_ids;    /* path -> outlines */
    struct outlines *outlines; /* files of places: outline.c */
    size_t outlines_n, outlines_cap;
    size_t dated, figures; /* entries and their figures, about */
    str day_text;          /* the last date of an entry, and what it is */
    day day;
    int *file_book; /* by file; NO_BOOK: no entries and no header */
    size_t file_book_cap;
    const str *overlays; /* as they were given */
    size_t overlays_n;
    size_t first_overlay; /* files from here on are such */
    size_t books_given;   /* how many books are none of an overlay */
    struct waitings zones, sites, dates, numbers, sets, items, parties, units,
        clauses, articles_at, books,
        known; /* directives of which only the first word is known */
    struct waiting pact_at;
    struct moment *dates_of;
    qty *numbers_of; /* QTY_NONE: no plain constant; see pact.numbers */
    struct kinds *sets_of;
    size_t dates_cap, numbers_cap;
    struct article *articles;
    size_t articles_n, articles_cap;
    str header_unjudged;             /* a moment of the pact's own */
    const struct geo_zone *disputed; /* all of them together, or NULL */
    str clause_now;                  /* for messages */
    bool broken;                     /* only names: read.c, only_names() */
    bool two_pacts, not_ours;
    int deep;         /* definitions in work, see enter() */
    int below;        /* the greatest depth that the one in work refers to */
    int moments;      /* one within the other, in work */
    int includes;     /* files in work that were included */
    struct who meant; /* whom a clause or an entry is about */
    bool everybody;   /* words that are not judged may mean anybody */
    bool all_items;   /* `forces` */
    span borders;     /* the first zone drawn by the packaged boundaries */
    bool borders_said;
    struct later *later; /* words that are not judged yet */
    size_t later_n, later_cap;
    bool looking; /* over a line that is not judged yet: look.h */
};

struct later {
    str word;
    struct diag *said; /* where it stood first */
    size_t more;       /* how often after that */
};

struct cursor {
    struct parser *q;
    str text;
    struct directive d;
    uint32_t i, end; /* tokens */
    size_t line;
    str unjudged; /* set when a known form that is not judged yet stopped the
                   * line: not an error, already reported */
    const struct subject *its; /* whom `its` means, or NULL */
    bool its_used;
};

/* ---- cursor.c: words under the cursor ----------------------------------- */

/* Stand on line N of the directive; false: it has none. */
bool at_line(struct cursor *c, size_t n);
bool at_end(const struct cursor *c);
span here(const struct cursor *c);              /* of the word */
span rest(const struct cursor *c);              /* of the rest of the line */
span since(const struct cursor *c, uint32_t i); /* from token i to before */
str span_text(const struct cursor *c, span s);

/* Empty at the end of the line. */
static inline str word_ahead(const struct cursor *c, uint32_t by)
{
    return c->i + by < c->end
               ? token_text(c->q->keep, c->text, c->d.tokens[c->i + by])
               : S("");
}

static inline enum token_kind kind_ahead(const struct cursor *c, uint32_t by)
{
    return c->i + by < c->end ? (enum token_kind)c->d.tokens[c->i + by].kind
                              : TOKEN_END;
}

static inline str word(const struct cursor *c)
{
    return word_ahead(c, 0);
}

static inline enum token_kind word_kind(const struct cursor *c)
{
    return kind_ahead(c, 0);
}

static inline bool is_ahead(const struct cursor *c, uint32_t by, const char *w)
{
    str s = word_ahead(c, by);
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] != w[i]) /* or W ends */
            return false;
    return !w[s.len];
}

static inline bool is(const struct cursor *c, const char *w)
{
    return is_ahead(c, 0, w);
}

static inline bool is2(const struct cursor *c, const char *a, const char *b)
{
    return is_ahead(c, 0, a) && is_ahead(c, 1, b);
}

static inline bool eat(struct cursor *c, const char *w)
{
    bool yes = is(c, w);
    c->i += yes;
    return yes;
}

/* Several words at once: eats("of which") - all or none. */
bool eats_all(struct cursor *c, const char *words);
static inline bool eats(struct cursor *c, const char *words)
{
    str first = word(c);
    return first.len && *first.at == *words && eats_all(c, words);
}
bool want(struct cursor *c, const char *words); /* or report */
bool want_end(struct cursor *c);
/* At most 60 bytes of it, whole characters. */
str brief(str w);
/* Report that WHAT was expected here. Returns false. */
bool expected(struct cursor *c, const char *what);
struct diag *wrong(struct cursor *c, enum diag_kind k, span at,
                   const char *fmt, ...)
    __attribute__((format(printf, 4, 5), nonnull(4)));
bool want_string(struct cursor *c, str *out);
bool want_id(struct cursor *c, str *out);             /* a clause identifier */
bool known_clause(struct cursor *c, span at, str id); /* or report */
bool want_clause_id(struct cursor *c, str *id);       /* that is in the pact */
/* "a limit", "an exception" */
str a_clause(const struct cursor *c, enum clause_kind k);
/* "limit 1.1": a clause, in pact.clauses; or report, -1 */
int want_clause(struct cursor *c);
bool want_clause_ref(struct cursor *c, str *id); /* the same, its number */
bool known_step(struct cursor *c, span at, str id);
struct cursor cursor_at(struct parser *q, const struct waiting *w);
/* Is the line below, not indented, no directive of its own (reported)? It was
 * meant to belong to this one. */
bool orphan_follows(const struct cursor *c);
void not_judged_yet(struct cursor *c, span at, str what);
/* The rest of the line is known but not judged yet: report, remember, and
 * return false. */
bool later(struct cursor *c);
bool later_as(struct cursor *c, span at, str what);
bool said_twice(struct cursor *c, span at); /* reports; returns false */

/* ---- names.c ------------------------------------------------------------ */

bool reserved(str w);
/* Declare W; false (and a message) if it is taken or reserved. */
bool declare(struct cursor *c, enum name_kind k, int index, str w, span at);
/* The index of W if it is of kind K, and W counts as used; or -1. */
int find(const struct parser *q, str w, enum name_kind k);
/* All words of the directive count as used: it is kept as written. */
void words_used(struct cursor *c);
/* Warn if W, new here, looks like another of its KIND ('n' name, 'c' clause,
 * 'u' unit). */
void look_alike(struct cursor *c, char kind, str w, span at);
void borders_used(struct cursor *c, span at);
/* The index of the name here, of kind K, and move on; or report, -1. */
int want_name(struct cursor *c, enum name_kind k);
const char *name_kind_word(enum name_kind k);

/* ---- phrases ------------------------------------------------------------ */

/* time.c */
bool want_qty(struct cursor *c, qty *out); /* a number, or a named one */
/* Is MADE, of the words from token I on, still an exact number? Or report. */
bool fits(struct cursor *c, uint32_t i, qty made);
bool is_number(const struct cursor *c);
bool figure_slip(struct cursor *c);
/* 10..14, between 10 and 14, or 12: then both are the same. */
bool want_estimate(struct cursor *c, qty *low, qty *high);
/* The unit of length or mass here, as a factor to metres or kilograms;
 * *DIMENSION 0 and factor 1: there is none. */
qty take_unit(struct cursor *c, char *dimension);
bool time_unit(str w, enum time_unit *out); /* `days`, `month` ... */
bool want_length(struct cursor *c, double *metres);
bool is_duration(const struct cursor *c); /* `14 days` here */
bool want_duration(struct cursor *c, struct duration *out);
bool want_moment(struct cursor *c, struct moment *out);
bool want_time(struct cursor *c, int *minute); /* "08:00": of the day */
/* The instant that S says, by the pact's clock. */
bool want_instant(struct cursor *c, str s, instant *out);
bool take_time_zone(struct cursor *c); /* after `time zone`: timezone.c */
/* D after M, of the words at AT; or report. */
bool moment_after(struct cursor *c, struct moment m, struct duration d,
                  span at, struct moment *out);
/* from, until, within ... on a line of their own. */
struct spans {
    struct moment from, until, deadline, anchor;
    span deadline_at, until_at;
    int deadlines;
    struct hours hours; /* each day from 08:00 to 16:00 */
    span hours_at;
};
bool spans_in_order(struct cursor *c, span at, const struct moment *from,
                    const struct moment *until); /* or report */
/* false: there are none here, or they are wrong (*BAD tells which). */
bool take_spans(struct cursor *c, struct spans *out, bool *bad);

/* formula.c */
/* A figure that is no plain number: a range, a share of a number, a named
 * one. OUT: what it comes to, and no formula; or a formula. */
bool want_figure(struct cursor *c, qty *out, const struct formula **formula,
                 char *dimension);
/* Is a figure at AT, of this dimension, one of things? Or report. */
bool plain_things(struct cursor *c, span at, char dimension);
const struct formula *formula_times(struct cursor *c, const struct formula *f,
                                    qty by);
/* Has each of WHO the numbers of its own that F names? Or report. */
bool formula_is_of(struct cursor *c, span at, const struct formula *f,
                   const struct subjects *who);

/* items.c */
bool want_thing(struct cursor *c, struct kinds *out); /* one name */
bool want_item(struct cursor *c, int *out);
struct kinds kinds_of_item(struct parser *q, int item, str text);
/* One thing that a measure counts: NAME, a + b, a - b, NAME with tests. */
bool want_kinds(struct cursor *c, struct kinds *out);
/* The same, or several with `or` between: whatever is one of them. */
bool want_any_kinds(struct cursor *c, struct kinds *out);
/* A, B and C: whatever is none of these. */
bool want_other_kinds(struct cursor *c, struct kinds *out);
bool want_with(struct cursor *c, struct sizes *out); /* after `by` */

/* sum.c */
/* `lt of warship`, `warheads on delivery`: is one here? */
bool is_sum(const struct cursor *c);
bool want_sum(struct cursor *c, struct kinds *out);

bool take_stated(struct cursor *c, struct stated *out, bool *bad);
bool stated_and(struct stated *to, const struct stated *more);
bool stated_add(struct cursor *c, struct stated *to, int status);
bool want_sizes(struct cursor *c, struct sizes *out); /* after `of` */
/* `more than 72 hours`, after `for` */
bool want_lasts(struct cursor *c, struct sizes *out);
bool is_size(const struct cursor *c); /* `at least`, `more than` ... here */
int stated_id(struct parser *q, struct stated s);

/* clause.c */
bool want_grade(struct cursor *c, char out[2]);
bool true_thousand(struct cursor *c, span at); /* or "1.500": reported */

/* whom.c */
bool want_subjects(struct cursor *c, struct subjects *out);
bool want_holder(struct cursor *c, int *out);
bool want_unit(struct cursor *c); /* a unit's path */
/* ... as a holder; it has to be one of WHO's. */
bool want_unit_of(struct cursor *c, const struct who *who, int *out);
/* Who tells or verifies: each of OUT must; *OTHER: the other side. */
bool want_teller(struct cursor *c, struct subjects *out, bool *other);
struct who subjects_who(const struct subjects *s);
struct subjects everybody(struct parser *q); /* as one sum */
struct subjects party_subject(struct parser *q, int party);

/* place.c */
bool is_place(const struct cursor *c);
bool want_place(struct cursor *c, int *out); /* in, at, within ... */
/* The same for each of the subjects, which `its` is about. NULL: reported. */
const int *want_places(struct cursor *c, const struct subjects *s);
bool want_spot(struct cursor *c, int *out); /* after from, to */
const int *want_spots(struct cursor *c, const struct subjects *s);
bool want_site_or_zone(struct cursor *c, int *out);
bool want_position(struct cursor *c, double more_m, int *out);
int spot_id(struct parser *q, struct spot s);
int spot_and(struct parser *q, int a, int b);
bool resolve_zone(struct parser *q, int index);
bool resolve_site(struct parser *q, int index);

/* ---- the parts that read.c puts together -------------------------------- */

/* false: it is in a circle (reported). *DONE: nothing left to do. */
bool enter(struct parser *q, struct waiting *w, bool *done);
void leave(struct parser *q, struct waiting *w);
void no_body(struct cursor *c);

void resolve_party(struct parser *q, struct waiting *w);
void resolve_unit(struct parser *q, struct waiting *w);
/* unit.c: the declaration of H, if it is a unit that has one; or NULL */
const struct unit *unit_of(const struct parser *q, const struct holder *h);
bool want_home(struct cursor *c, const struct holder *h, int *out);
/* declare.c: tonnage 9_000 lt, tonnage in lt, armoured */
bool want_attr(struct cursor *c, struct attr *a);
void resolve_item(struct parser *q, struct waiting *w);
bool resolve_set(struct parser *q, int index);
bool resolve_date(struct parser *q, int index);
bool resolve_number(struct parser *q, int index);
void resolve_article(struct cursor *c, struct article *a);
void resolve_clause(struct parser *q, struct waiting *w);
void resolve_pact(struct cursor *c);
void resolve_book(struct cursor *c, struct book *b);
void read_entry(struct cursor *c, int book);

/* overlay.c */
/* Is PATH one of the overlays? */
bool is_overlay(const struct parser *q, str path);
/* Put the entries of overlays into books, once these are known. */
fault join_books(struct parser *q);

#endif
