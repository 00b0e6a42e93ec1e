/* timeline.c - how each clause stood, from beginning to end */
#include "cli/cli.h"

static int run_timeline(struct call *c)
{
    dt_text t;
    int code = call_narrowed(c);
    if (code)
        return code;
    dt_end end = dt_timeline(c->d, NULL, c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_timeline = {
    .name = "timeline",
    .words = "PACT BOOK... [--clause ID] [--on DATE]",
    .says = "how each clause stood over time, stretch by stretch",
    .more = "Lists for each clause, and each party or side it binds, every "
            "stretch of time\nup to the day in which the verdict and its "
            "reason were the same, with what was\nmeasured. With --json on "
            "each basis, too.",
    .options = OPTION_JSON | OPTION_ON | OPTION_WITH | OPTION_SCENARIO |
               OPTION_CLAUSE | OPTION_WHOM,
    .run = run_timeline,
};
