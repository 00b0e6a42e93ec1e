/* test.c - what a pact expects of itself */
#include "cli/cli.h"

static int run_test(struct call *c)
{
    dt_text t;
    int code = call_judge(c);
    if (code)
        return code;
    dt_end end = dt_test(c->d, c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_test = {
    .name = "test",
    .words = "PACT [BOOK...] [--on DATE]",
    .says = "what the lines `expect` of a pact say of it, tried out",
    .more =
        "Holds each line `expect broken 1.1 by WHOM on DATE` against what the "
        "books show as\nof that day, tells those that are not borne out and "
        "why, and which clauses have\nbeen seen kept, broken or undetermined "
        "by such a line, or in the books at all.",
    .options = OPTION_JSON | OPTION_ON | OPTION_WITH,
    .run = run_test,
};
