/* consolidate.c - the text in force on a day */
#include "cli/cli.h"

static int run_consolidate(struct call *c)
{
    dt_text t;
    int code = call_judge(c);
    if (code)
        return code;
    dt_end end = dt_consolidate(c->d, &t);
    return call_answer(c, end, t);
}

const struct verb verb_consolidate = {
    .name = "consolidate",
    .words = "PACT [BOOK...] [--on DATE]",
    .says = "the text in force on a day, as one pact",
    .more =
        "All files as one text, without entries, and without the clauses "
        "that are over or\nnot yet in force that day, unless a clause that "
        "is names them. A pact again:\nredirect it into a file.",
    .options = OPTION_ON | OPTION_WITH | OPTION_SCENARIO,
    .run = run_consolidate,
};
