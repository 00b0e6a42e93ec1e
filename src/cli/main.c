/* main.c - the command line: verbs, options, exit codes */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

const struct verb *const verbs[] = {
    &verb_new,      &verb_check,       &verb_fmt,  &verb_status, &verb_verify,
    &verb_timeline, &verb_why,         &verb_show, &verb_due,    &verb_test,
    &verb_cover,    &verb_consolidate, &verb_diff, &verb_zones,  &verb_import,
    &verb_explain,  &verb_lsp,         &verb_help, NULL,
};

const struct verb *verb_find(const char *name)
{
    for (size_t i = 0; verbs[i]; i++)
        if (!strcmp(verbs[i]->name, name))
            return verbs[i];
    return NULL;
}

/* ---- printing ----------------------------------------------------------- */

int print_end(void)
{
    if (!ferror(stdout) && !fflush(stdout))
        return EXIT_CLEAN;
    if (errno != EPIPE) /* whoever reads has seen enough: say nothing */
        fprintf(stderr, "detente: cannot write to standard output: %s\n",
                strerror(errno));
    return EXIT_CANNOT;
}

int print_out(dt_text t)
{
    fwrite(t.at, 1, t.length, stdout);
    return print_end();
}

void print_err(dt_text t)
{
    fwrite(t.at, 1, t.length, stderr);
}

bool is_path(const char *word)
{
    struct stat st;
    const char *dot = strrchr(word, '.');
    return !strcmp(word, "-") || strchr(word, '/') ||
           (dot && (!strcmp(dot, ".pact") || !strcmp(dot, ".book"))) ||
           !stat(word, &st);
}

/* Colour only on a terminal, and never with NO_COLOR. */
static bool wants_colour(int fd)
{
    const char *no = getenv("NO_COLOR");
    return isatty(fd) && !(no && *no);
}

static size_t terminal_columns(void)
{
    struct winsize w;
    if (isatty(1) && !ioctl(1, TIOCGWINSZ, &w))
        return w.ws_col;
    return 0;
}

/* ---- what verbs share --------------------------------------------------- */

static int said(struct call *c, int code)
{
    dt_text t;
    int how = c->how & ~DT_COLOUR;
    dt_messages(c->d, how | (wants_colour(2) ? DT_COLOUR : 0), &t);
    print_err(t);
    return code;
}

int call_answer(struct call *c, dt_end end, dt_text t)
{
    switch (end) {
    case DT_OK: return print_out(t);
    case DT_FINDINGS: return print_out(t) ? EXIT_CANNOT : EXIT_STANDS_OUT;
    case DT_WRONG:
    case DT_FAULT: break;
    }
    return said(c, EXIT_CANNOT);
}

void call_overlays(struct call *c)
{
    for (size_t i = 0; i < c->with_n; i++)
        dt_overlay(c->d, c->with[i]);
}

int call_read(struct call *c)
{
    if (!c->words_n)
        return call_usage(c->verb, "which pact?", NULL);
    call_overlays(c);
    dt_end end = dt_read(c->d, c->words, c->words_n);
    if (end == DT_OK && c->scenario)
        end = dt_scenario(c->d, c->scenario);
    return end == DT_OK ? EXIT_CLEAN : said(c, EXIT_CANNOT);
}

int call_judge(struct call *c)
{
    int code = call_read(c);
    if (code)
        return code;
    return dt_judge(c->d, c->on) == DT_OK ? EXIT_CLEAN : said(c, EXIT_CANNOT);
}

int call_narrowed(struct call *c)
{
    int code = call_judge(c);
    if (code)
        return code;
    return dt_narrow(c->d, c->clause, c->whom) == DT_OK ? EXIT_CLEAN
                                                        : said(c, EXIT_CANNOT);
}

int call_usage(const struct verb *v, const char *what, const char *which)
{
    fprintf(stderr, "detente %s: %s%s%s%s\n", v->name, what,
            which ? ": '" : "", which ? which : "", which ? "'" : "");
    fprintf(stderr, "usage: detente %s %s\n", v->name, v->words);
    return EXIT_CANNOT;
}

static bool is_one(const char *w, const char *name, const char *letter)
{
    return !strcmp(w, name) || !strcmp(w, letter);
}

/* ---- main --------------------------------------------------------------- */

int no_verb(const char *name)
{
    if (!name)
        fputs("detente: no verb", stderr);
    else if (is_option(name))
        fprintf(stderr, "detente: no such option: '%s'", name);
    else if (is_path(name))
        fprintf(stderr, "detente: the verb comes before '%s'", name);
    else
        fprintf(stderr, "detente: no verb '%s'", name);
    fputs("; verbs are:", stderr);
    for (size_t i = 0; verbs[i]; i++)
        fprintf(stderr, " %s", verbs[i]->name);
    fputs("\n", stderr);
    return EXIT_CANNOT;
}

static int run(const struct verb *v, int argc, char **argv, int verb)
{
    struct call c = { .verb = v, .d = dt_new() };
    c.words = calloc((size_t)argc + 1, sizeof *c.words);
    c.with = calloc((size_t)argc + 1, sizeof *c.with);
    int code = EXIT_OURS;
    if (c.d && c.words && c.with) {
        dt_columns(c.d, terminal_columns());
        c.how = wants_colour(1) ? DT_COLOUR : 0;
        code = take_words(&c, argv, argc, verb) ? v->run(&c) : EXIT_CANNOT;
    } else {
        fputs("detente: out of memory\n", stderr);
    }
    dt_free(c.d);
    free(c.words);
    free(c.with);
    return code;
}

/* `--help` anywhere asks for help of the verb that is named, if one is. */
static bool asks_help(int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--"); i++)
        if (is_one(argv[i], "--help", "-h"))
            return true;
    return false;
}

static int version(void)
{
    printf("detente %s\n", dt_version());
    return print_end();
}

int main(int argc, char **argv)
{
    int at = 1; /* the verb: the first word that belongs to no option */
    const char *unknown = NULL;
    for (; at < argc && is_option(argv[at]) && strcmp(argv[at], "--");) {
        if (is_one(argv[at], "--version", "-V"))
            return version();
        int n = option_words(argv[at]);
        unknown = n || unknown ? unknown : argv[at];
        at += n ? n : 1;
    }
    const char *name = at < argc ? argv[at] : NULL;
    if (argc < 2 || asks_help(argc, argv)) {
        struct call c = { .verb = &verb_help, .words = &name };
        c.words_n = name != NULL;
        return verb_help.run(&c);
    }
    const struct verb *v = name ? verb_find(name) : NULL;
    return v ? run(v, argc, argv, at) : no_verb(unknown ? unknown : name);
}
