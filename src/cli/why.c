/* why.c - one verdict, and what made it */
#include "cli/cli.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static bool is_date(const char *w)
{
    static const char shape[] = "dddd-dd-dd";
    size_t i = 0;
    for (; shape[i] && w[i]; i++)
        if (shape[i] == 'd' ? !isdigit((unsigned char)w[i]) : w[i] != shape[i])
            return false;
    return !shape[i] && !w[i];
}

static bool is_kind(const char *w)
{
    static const char *const kinds[] = { "limit", "notice", "step" };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(w, kinds[i]))
            return true;
    return false;
}

/* Files, a clause, perhaps for whom, perhaps on what day: in any order, but
 * the clause before the whom. A file is what is there, or named like one. */
static int run_why(struct call *c)
{
    dt_text t;
    const char *clause = NULL, *whom = NULL;
    char side[200];
    size_t files = 0;
    for (size_t i = 0; i < c->words_n; i++) {
        const char *w = c->words[i];
        bool more = i + 1 < c->words_n;
        if (!clause && more && is_kind(w))
            continue; /* `limit 1` is 1 */
        if (clause && !whom && more && !strcmp(w, "side") &&
            strlen(c->words[i + 1]) < sizeof side - 6) {
            snprintf(side, sizeof side, "side %s", c->words[++i]);
            whom = side;
        } else if (is_path(w))
            c->words[files++] = w;
        else if (is_date(w) && c->on && strcmp(c->on, w))
            return call_usage(c->verb, "a second day", w);
        else if (is_date(w))
            c->on = w;
        else if (!clause)
            clause = w;
        else if (!whom)
            whom = w;
        else
            return call_usage(c->verb, "one word too many", w);
    }
    c->words_n = files;
    if (!files)
        return call_usage(c->verb, clause ? "no such file" : "which pact?",
                          clause);
    if (!clause)
        return call_usage(c->verb, "which clause?", NULL);
    int code = call_judge(c);
    if (code)
        return code;
    dt_end end = dt_why(c->d, clause, whom, c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_why = {
    .name = "why",
    .words = "PACT BOOK... CLAUSE [WHOM] [DATE]",
    .says = "one verdict: the treaty's words, the figures, the entries",
    .more =
        "Shows how one clause came to its verdict: the words of the treaty, "
        "the line as\nwritten, what was measured, the entries behind it "
        "with their sources, and for a\nstep each move: what left the "
        "zone, what arrived far enough, what never left.",
    .options = OPTION_JSON | OPTION_ON | OPTION_WITH | OPTION_SCENARIO,
    .run = run_why,
};
