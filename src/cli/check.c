/* check.c - is it well written? */
#include "cli/cli.h"

static int run_check(struct call *c)
{
    dt_text t;
    dt_end end;
    if (!c->words_n)
        return call_usage(c->verb, "which pact?", NULL);
    end = dt_read(c->d, c->words, c->words_n);
    if (end == DT_FAULT)
        return call_answer(c, end, (dt_text){ "", 0 });
    if (end == DT_OK)
        end = dt_judge(c->d, NULL); /* contradictions in books show there */
    if (end == DT_FAULT)
        return call_answer(c, end, (dt_text){ "", 0 });
    end = dt_check(c->d, c->how, &t);
    if (c->how & DT_JSON)
        return print_out(t) ? EXIT_CANNOT
                            : (end == DT_WRONG ? EXIT_CANNOT : EXIT_CLEAN);
    dt_text said;
    dt_messages(c->d, c->how | DT_WARNINGS, &said);
    print_err(said);
    return print_out(t) || end == DT_WRONG ? EXIT_CANNOT : EXIT_CLEAN;
}

const struct verb verb_check = {
    .name = "check",
    .words = "PACT [BOOK...]",
    .says = "is it well written? errors and warnings",
    .more =
        "Reads the pact and its books, posts every entry, and says what is "
        "wrong with\nthe text, where, and how to mend it; if nothing is, what "
        "is doubtful in it.\nExit 2 if there is an error.",
    .options = OPTION_JSON,
    .run = run_check,
};
