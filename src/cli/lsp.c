/* lsp.c - a language server for editors, on standard input and output */
#include "lsp/lsp.h"
#include "cli/cli.h"

#include <stdio.h>
#include <unistd.h>

static int run_lsp(struct call *c)
{
    if (c->words_n)
        return call_usage(c->verb, "it takes no file", c->words[0]);
    if (isatty(0))
        fputs("detente lsp: waits for an editor on standard input; see "
              "docs/editors.md\n",
              stderr);
    return lsp_serve(stdin, stdout);
}

const struct verb verb_lsp = {
    .name = "lsp",
    .words = "",
    .says = "a language server, for editors to start",
    .more = "Speaks the Language Server Protocol on standard input and "
            "output: errors and\nwarnings as you write, completion of names, "
            "hover with the treaty's words and\nthe current value, go to "
            "definition, references, rename, layout. See\n"
            "docs/editors.md.",
    .run = run_lsp,
};
