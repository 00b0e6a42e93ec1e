/* due.c - what falls due after the day */
#include "cli/cli.h"

static int run_due(struct call *c)
{
    dt_text t;
    int code = call_judge(c);
    if (code)
        return code;
    dt_end end = dt_due(c->d, c->within, c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_due = {
    .name = "due",
    .words = "PACT BOOK... [--on DATE] [--within TIME]",
    .says = "what falls due after the day, overdue first",
    .more = "Lists what is to be done or verified and by when, what was told "
            "ahead, which\nclauses begin and end, which consents run out, and "
            "what would turn by itself,\nas an exception's use that runs out. "
            "--ics writes it as a calendar.",
    .options = OPTION_JSON | OPTION_ON | OPTION_WITH | OPTION_SCENARIO |
               OPTION_WITHIN | OPTION_ICS,
    .run = run_due,
};
