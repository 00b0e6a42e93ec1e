/* diff.c - two texts compared in meaning */
#include "cli/cli.h"

static int run_diff(struct call *c)
{
    dt_text t;
    if (c->words_n < 2)
        return call_usage(c->verb, "which two pacts?", NULL);
    if (c->words_n > 2)
        return call_usage(c->verb, "one word too many", c->words[2]);
    dt_diffed what = { .old_paths = c->words,
                       .old_n = 1,
                       .new_paths = c->words + 1,
                       .new_n = 1,
                       .clause = c->clause };
    dt_end end = dt_diff(c->d, &what, c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_diff = {
    .name = "diff",
    .words = "OLD NEW [--clause ID]",
    .says = "two texts, clause by clause: stricter, looser, neither?",
    .more = "Compares what two pacts mean, clause by clause, and shows the "
            "smallest case that\nwas found which one forbids and the other "
            "allows, judged under both. Exit code\n1: they are not the "
            "same.",
    .options = OPTION_CLAUSE | OPTION_JSON,
    .run = run_diff,
};
