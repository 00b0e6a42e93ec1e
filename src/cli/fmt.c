/* fmt.c - the canonical layout */
#include "cli/cli.h"

#include <stdio.h>

static int one_file(struct call *c, const char *path)
{
    dt_text t;
    dt *d = dt_new(); /* each file by itself: one that fails hinders none */
    if (!d)
        return EXIT_OURS;
    struct call one = *c;
    one.d = d;
    dt_end end = dt_format(d, path, c->how, &t);
    int code = EXIT_CLEAN;
    if (end == DT_FINDINGS && c->how & DT_CHECK) {
        fprintf(stderr, "%s: not in canonical layout\n", path);
        code = EXIT_STANDS_OUT;
    } else if (end == DT_OK || end == DT_FINDINGS) {
        code = print_out(t);
    } else {
        code = call_answer(&one, end, t);
    }
    dt_free(d);
    return code;
}

static int run_fmt(struct call *c)
{
    int worst = EXIT_CLEAN;
    if (!c->words_n)
        return call_usage(c->verb, "which file?", NULL);
    for (size_t i = 0; i < c->words_n; i++) {
        int code = one_file(c, c->words[i]);
        worst = code > worst ? code : worst;
    }
    return worst;
}

const struct verb verb_fmt = {
    .name = "fmt",
    .words = "FILE... [--check]",
    .says = "canonical layout, in place",
    .more = "Blanks and blank lines change, and what a word processor left in "
            "the text; words,\ncomments and order stay. `-` reads standard "
            "input and writes standard output.\nWith --check nothing is "
            "written; exit 1 if a file would change.",
    .options = OPTION_CHECK,
    .run = run_fmt,
};
