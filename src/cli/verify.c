/* verify.c - what is not kept, and why */
#include "cli/cli.h"

static int run_verify(struct call *c)
{
    dt_text t;
    int code = call_narrowed(c);
    if (code)
        return code;
    dt_end end = dt_verify(c->d, c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_verify = {
    .name = "verify",
    .words = "PACT BOOK... [--on DATE] [--strict]",
    .says = "what is not kept up to that day, and why",
    .more =
        "Lists the findings up to the day, each with its code, the "
        "treaty's words and the\nentries behind it. Exit 1 if a clause is, "
        "or was, broken (with --strict: or\nundetermined).",
    .options = OPTION_JSON | OPTION_ON | OPTION_WITH | OPTION_SCENARIO |
               OPTION_STRICT | OPTION_CLAUSE | OPTION_WHOM,
    .run = run_verify,
};
