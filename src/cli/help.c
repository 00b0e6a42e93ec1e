/* help.c - what the verbs do */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

/* The longest option of V, with its value. */
static int widest(const struct verb *v)
{
    int most = 0;
    for (const struct option_is *o = options; o->name; o++) {
        int n = (int)(strlen(o->name) + (o->value ? strlen(o->value) + 1 : 0));
        if (v->options & o->option && n > most)
            most = n;
    }
    return most;
}

static int one_verb(const struct verb *v)
{
    printf("usage: detente %s %s\n\n%s\n\n", v->name, v->words, v->more);
    if (v->options)
        puts("options");
    for (const struct option_is *o = options; o->name; o++) {
        const char *value = o->value ? o->value : "";
        int rest = widest(v) - (int)strlen(o->name) - !!*value;
        if (v->options & o->option)
            printf("  %s%s%-*s  %s\n", o->name, *value ? " " : "", rest, value,
                   o->says);
    }
    return print_end();
}

static int all_verbs(void)
{
    puts("detente judges agreements (.pact) on what happened (.book).\n\n"
         "usage: detente VERB FILE... [OPTION...]\n");
    for (size_t i = 0; verbs[i]; i++)
        printf("  %-8s %s\n", verbs[i]->name, verbs[i]->says);
    puts("\nA folder stands for the pacts and books in it, `-` for standard "
         "input.\n`detente help VERB` tells more. Exit codes: 0 done, 1 "
         "something stands out,\n2 it cannot answer, 70 a fault of ours.");
    return print_end();
}

static int run_help(struct call *c)
{
    if (!c->words_n)
        return all_verbs();
    if (c->words_n > 1)
        return call_usage(c->verb, "one word too many", c->words[1]);
    const struct verb *v = verb_find(c->words[0]);
    if (v)
        return one_verb(v);
    return no_verb(c->words[0]);
}

const struct verb verb_help = {
    .name = "help",
    .words = "[VERB]",
    .says = "this list, or a verb's own help",
    .more = "Without a verb: the list of all. `detente VERB --help` does the "
            "same.",
    .options = 0,
    .run = run_help,
};
