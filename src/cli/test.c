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
    .says = "whether the lines `expect` of the pact are borne out",
    .more = "Holds each line `expect broken 1.1 by WHOM on DATE` against what "
            "the books show\nas of that day, tells those that are not borne "
            "out and why, and which clauses\nhave been seen kept, broken or "
            "undetermined by such a line, or in the books.",
    .options = OPTION_JSON | OPTION_ON | OPTION_WITH | OPTION_SCENARIO,
    .run = run_test,
};
