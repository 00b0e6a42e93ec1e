/* show.c - what the books list */
#include "cli/cli.h"

#include <string.h>

static const char *const lists[] = { "holdings", "movements", "observations",
                                     "totals",   "events",    NULL };

static bool is_list(const char *w)
{
    for (size_t i = 0; lists[i]; i++)
        if (!strcmp(w, lists[i]))
            return true;
    return false;
}

/* The name of a list is never a file: that is ./NAME. */
static int run_show(struct call *c)
{
    dt_text t;
    dt_listed listed = { NULL, c->holder, c->item, c->in };
    size_t files = 0;
    for (size_t i = 0; i < c->words_n; i++) {
        const char *w = c->words[i];
        if (!is_list(w))
            c->words[files++] = w;
        else if (listed.what && strcmp(listed.what, w))
            return call_usage(c->verb, "one list, or no word for all", w);
        else
            listed.what = w;
    }
    c->words_n = files;
    int code = call_judge(c);
    if (code)
        return code;
    dt_end end = dt_show(c->d, &listed, c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_show = {
    .name = "show",
    .words = "PACT BOOK... [holdings|movements|observations|totals|events]\n"
             "                    [OPTION...]",
    .says = "what the books list: holdings, movements, observations, events",
    .more =
        "Who holds what where at the close of the day, by the postings of "
        "each book; what\nmoved until then, and what of it is on the way; "
        "what was seen, and by what\nsource, and where access was denied; of "
        "what a total is told, and of what all is\nlisted; which events "
        "took place. Without a word: all of these.",
    .options = OPTION_JSON | OPTION_ON | OPTION_WITH | OPTION_SCENARIO |
               OPTION_HOLDER | OPTION_ITEM | OPTION_IN,
    .run = run_show,
};
