/* options.c - what the options are, and taking them off the command line */
#include "cli/cli.h"

#include <stddef.h>
#include <string.h>

const struct option_is options[] = {
    { "--on", "DATE",
      "as of the close of that day (else: of the latest "
      "entry's)",
      OPTION_ON, 0, offsetof(struct call, on) },
    { "--clause", "ID", "of that clause only", OPTION_CLAUSE, 0,
      offsetof(struct call, clause) },
    { "--whom", "WHO", "of that party or side only, and sums that it is in",
      OPTION_WHOM, 0, offsetof(struct call, whom) },
    { "--at", "PLACE", "a position, such as '54.57 N 33.17 E', or a site",
      OPTION_AT, 0, offsetof(struct call, at) },
    { "--accurate-to", "LENGTH",
      "how accurate the position is, such as "
      "'5 km'",
      OPTION_ACCURATE_TO, 0, offsetof(struct call, accurate_to) },
    { "--holder", "WHO", "what that party, unit or side holds, moves or shows",
      OPTION_HOLDER, 0, offsetof(struct call, holder) },
    { "--item", "ITEM", "of that item, and what lies below it", OPTION_ITEM, 0,
      offsetof(struct call, item) },
    { "--in", "ZONE", "what is there, or possibly there", OPTION_IN, 0,
      offsetof(struct call, in) },
    { "--with", "FILE", "a what-if beside the books; may stand several times",
      OPTION_WITH, 0, 0 },
    { "--with", "FILE",
      "a book whose entries are not taken again; may stand several times",
      OPTION_BOOKS, 0, 0 },
    { "--map", "FILE", "the mapping: what the table's words mean", OPTION_MAP,
      0, offsetof(struct call, map) },
    { "--pact", "FILE", "hold the book to this pact, as `check` would",
      OPTION_PACT, 0, offsetof(struct call, pact) },
    { "-o", "FILE", "write the book there", OPTION_TO, 0,
      offsetof(struct call, to) },
    { "--replace", NULL, "... over a book that is there", OPTION_REPLACE, 0,
      offsetof(struct call, replace) },
    { "--scenario", "NAME", "as a scenario of the pact has it",
      OPTION_SCENARIO, 0, offsetof(struct call, scenario) },
    { "--within", "TIME", "up to so long after the day, such as '30 days'",
      OPTION_WITHIN, 0, offsetof(struct call, within) },
    { "--ics", NULL, "as iCalendar", OPTION_ICS, DT_CALENDAR, 0 },
    { "--strict", NULL, "what is undetermined stands out, too", OPTION_STRICT,
      DT_STRICT, 0 },
    { "--check", NULL, "change nothing, say what would change", OPTION_CHECK,
      DT_CHECK, 0 },
    { "--json", NULL, "one JSON document instead of text", OPTION_JSON,
      DT_JSON, 0 },
    { NULL, NULL, NULL, 0, 0, 0 },
};

bool is_option(const char *w)
{
    return w[0] == '-' && w[1];
}

/* Is W this option? *VALUE: what stands behind `=`, or NULL. */
static bool option_is(const struct option_is *o, const char *w,
                      const char **value)
{
    size_t n = strlen(o->name);
    if (strncmp(w, o->name, n))
        return false;
    *value = o->value && w[n] == '=' ? w + n + 1 : NULL;
    return !w[n] || *value;
}

int option_words(const char *w)
{
    const char *value;
    for (const struct option_is *o = options; o->name; o++)
        if (option_is(o, w, &value))
            return o->value && !value ? 2 : 1;
    return 0;
}

/* An option at word I; returns how many words it takes, 0: wrong (said). */
static int take_option(struct call *c, char **argv, int argc, int i)
{
    const char *w = argv[i], *value;
    bool known = false;
    for (const struct option_is *o = options; o->name; o++) {
        if (!option_is(o, w, &value))
            continue;
        known = true;
        if (!(c->verb->options & o->option))
            continue;
        c->how |= o->how;
        if (!o->value && o->field)
            *(bool *)(void *)((char *)c + o->field) = true;
        if (!o->value)
            return 1;
        if (!value && i + 1 == argc) {
            call_usage(c->verb, "a value is missing after", w);
            return 0;
        }
        if (!o->field) {
            c->with[c->with_n++] = value ? value : argv[i + 1];
            return value ? 1 : 2;
        }
        const char **field = (const char **)(void *)((char *)c + o->field);
        *field = value ? value : argv[i + 1];
        return value ? 1 : 2;
    }
    call_usage(c->verb, known ? "this verb has no option" : "no such option",
               w);
    return 0;
}

bool take_words(struct call *c, char **argv, int argc, int verb)
{
    bool plain = false;
    for (int i = 1; i < argc;) {
        if (i == verb) {
            i++;
        } else if (!plain && !strcmp(argv[i], "--")) {
            plain = true;
            i++;
        } else if (!plain && is_option(argv[i])) {
            int n = take_option(c, argv, argc, i);
            if (!n)
                return false;
            i += n;
        } else {
            c->words[c->words_n++] = argv[i++];
        }
    }
    return true;
}
