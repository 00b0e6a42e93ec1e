/* import.c - a table becomes a book */
#include "cli/cli.h"

static int run_import(struct call *c)
{
    dt_text t, said;
    if (!c->words_n)
        return call_usage(c->verb, "which table?", NULL);
    if (c->words_n > 1)
        return call_usage(c->verb, "one word too many", c->words[1]);
    if (!c->map)
        return call_usage(c->verb, "by which mapping? Name it behind --map",
                          NULL);
    dt_imported what = { .table = c->words[0],
                         .map = c->map,
                         .pact = c->pact,
                         .with = c->with,
                         .with_n = c->with_n,
                         .to = c->to,
                         .replace = c->replace };
    dt_end end = dt_import(c->d, &what, c->how, &t);
    if (end == DT_FINDINGS && !(c->how & DT_JSON)) {
        dt_messages(c->d, c->how & ~DT_COLOUR, &said);
        print_err(said);
    }
    return call_answer(c, end, t);
}

const struct verb verb_import = {
    .name = "import",
    .words = "TABLE --map FILE [--pact PACT] [-o BOOK]",
    .says = "a table becomes the entries of a book, by a mapping",
    .more =
        "Reads a table and a mapping in plain words (docs/import.md), and "
        "prints the\nbook that it would make. With -o it is written, whole or "
        "not at all, and not\nat all if a row is refused: each is told with "
        "its row, its column and the mend.\nWith --pact the book is held to "
        "the pact as `check` would. Exit 1 if a row is\nrefused.",
    .options = OPTION_JSON | OPTION_MAP | OPTION_PACT | OPTION_BOOKS |
               OPTION_TO | OPTION_REPLACE,
    .run = run_import,
};
