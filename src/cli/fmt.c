/* fmt.c - the canonical layout */
#include "cli/cli.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

static int is_ours(const struct dirent *e)
{
    const char *dot = strrchr(e->d_name, '.');
    return dot && (!strcmp(dot, ".pact") || !strcmp(dot, ".book"));
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* FOLDER/NAME, or only what is wrong with that. */
static int one_of(struct call *c, const char *folder, const char *name)
{
    size_t n = strlen(folder) + strlen(name) + 2;
    char *path = malloc(n);
    if (!path)
        return EXIT_OURS;
    snprintf(path, n, "%s/%s", folder, name);
    int code = one_file(c, path);
    free(path);
    return code;
}

/* A folder stands for the pacts and books in it. */
static int one_folder(struct call *c, const char *path)
{
    struct dirent **names;
    int worst = EXIT_CLEAN, n = scandir(path, &names, is_ours, by_bytes);
    if (n < 0) {
        fprintf(stderr, "detente: cannot open the folder '%s': %s\n", path,
                strerror(errno));
        return EXIT_CANNOT;
    }
    if (!n) {
        fprintf(stderr, "detente: no .pact or .book file is in '%s'\n", path);
        worst = EXIT_CANNOT;
    }
    for (int i = 0; i < n; i++) {
        int code = one_of(c, path, names[i]->d_name);
        worst = code > worst ? code : worst;
        free(names[i]);
    }
    free(names);
    return worst;
}

static int run_fmt(struct call *c)
{
    struct stat st;
    int worst = EXIT_CLEAN;
    if (!c->words_n)
        return call_usage(c->verb, "which file?", NULL);
    for (size_t i = 0; i < c->words_n; i++) {
        const char *w = c->words[i];
        bool folder = !stat(w, &st) && S_ISDIR(st.st_mode);
        int code = folder ? one_folder(c, w) : one_file(c, w);
        worst = code > worst ? code : worst;
    }
    return worst;
}

const struct verb verb_fmt = {
    .name = "fmt",
    .words = "FILE... [--check]",
    .says = "canonical layout, in place",
    .more = "Blanks and blank lines change, and what a word processor left in "
            "the text;\nwords, comments and order stay. A folder stands for "
            "the pacts and books in it;\n`-` reads standard input and writes "
            "standard output. With --check nothing is\nwritten; exit 1 if a "
            "file would change.",
    .options = OPTION_CHECK,
    .run = run_fmt,
};
