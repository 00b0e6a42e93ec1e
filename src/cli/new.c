/* new.c - something to go on from */
#include "cli/cli.h"

static int run_new(struct call *c)
{
    dt_text t;
    if (!c->words_n)
        return call_usage(c->verb, "which folder?", NULL);
    if (c->words_n > 1)
        return call_usage(c->verb, "one word too many", c->words[1]);
    dt_end end = dt_draft(c->d, c->words[0], c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_new = {
    .name = "new",
    .words = "FOLDER",
    .says = "a small pact and book to go on from, in a new folder",
    .more = "Writes a commented pact and book that work: `check` has nothing "
            "to say of them,\nand `status` says something that is kept and "
            "something that is undetermined.\nThe folder may not be there "
            "yet; it is written whole or not at all.",
    .options = OPTION_JSON,
    .run = run_new,
};
