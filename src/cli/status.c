/* status.c - how each clause stands on one day */
#include "cli/cli.h"

static int run_status(struct call *c)
{
    dt_text t;
    int code = call_narrowed(c);
    if (code)
        return code;
    dt_end end = dt_status(c->d, c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_status = {
    .name = "status",
    .words = "PACT BOOK... [--on DATE]",
    .says = "one line a clause for one day",
    .more =
        "Tells for each clause, and each party or side it binds, whether it "
        "is kept,\nbroken or undetermined at the close of the day, what "
        "was measured and what is\nallowed, and what would settle the "
        "undetermined.",
    .options = OPTION_JSON | OPTION_ON | OPTION_WITH | OPTION_SCENARIO |
               OPTION_CLAUSE | OPTION_WHOM,
    .run = run_status,
};
