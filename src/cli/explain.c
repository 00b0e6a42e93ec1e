/* explain.c - what a code means */
#include "cli/cli.h"

static int run_explain(struct call *c)
{
    dt_text t;
    if (!c->words_n)
        return call_usage(c->verb, "which code?", NULL);
    if (c->words_n > 1)
        return call_usage(c->verb, "one word too many", c->words[1]);
    dt_end end = dt_explain(c->d, c->words[0], c->how, &t);
    if (end != DT_WRONG)
        return call_answer(c, end, t);
    dt_text said;
    dt_messages(c->d, c->how, &said);
    print_err(said);
    return EXIT_STANDS_OUT;
}

const struct verb verb_explain = {
    .name = "explain",
    .words = "CODE",
    .says = "what a code means, a wrong and a right example",
    .more = "Codes stand in square brackets in messages (E0203, L0101) and "
            "before findings\n(F101). Exit 1 if there is no such code.",
    .options = OPTION_JSON,
    .run = run_explain,
};
