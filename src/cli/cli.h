/* cli.h - inside cli/: what a verb is, and what it is handed.
 *
 * A verb is one file: it takes the words of the command line that are its
 * own, asks the front door, and prints.  main.c has the table of verbs; help
 * is made from it, and a test holds docs/verbs.md and the man page to it.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "detente.h"

#include <stdbool.h>

/* Exit codes (docs/verbs.md). */
enum { EXIT_CLEAN = 0, EXIT_STANDS_OUT = 1, EXIT_CANNOT = 2, EXIT_OURS = 70 };

enum option {
    OPTION_JSON = 1,
    OPTION_ON = 2,
    OPTION_STRICT = 4,
    OPTION_CHECK = 8,
    OPTION_CLAUSE = 16,
    OPTION_AT = 32,
    OPTION_ACCURATE_TO = 64,
    OPTION_HOLDER = 128,
    OPTION_ITEM = 256,
    OPTION_IN = 512,
    OPTION_WITH = 1024,
    OPTION_BOOKS = 2048, /* --with, of import */
    OPTION_MAP = 4096,
    OPTION_PACT = 8192,
    OPTION_TO = 16384,
    OPTION_REPLACE = 32768,
    OPTION_SCENARIO = 65536,
    OPTION_WITHIN = 131072,
    OPTION_ICS = 262144,
    OPTION_WHOM = 524288
};

struct verb;

struct call {
    const struct verb *verb;
    dt *d;
    const char **words; /* what is left without options */
    size_t words_n;
    int how; /* DT_JSON, DT_STRICT ... */
    /* what --on and the like gave, or NULL */
    const char *on, *clause, *whom, *at, *accurate_to, *holder, *item, *in,
        *map, *pact, *to, *scenario, *within;
    bool replace;
    const char **with; /* --with, as often as it stands there */
    size_t with_n;
};

struct verb {
    const char *name, *words; /* words: "PACT [BOOK...]" */
    const char *says;         /* one line of help */
    const char *more;         /* the rest of its help */
    unsigned options;         /* of enum option */
    int (*run)(struct call *c);
};

extern const struct verb verb_check, verb_fmt, verb_status, verb_verify,
    verb_timeline, verb_why, verb_zones, verb_show, verb_test, verb_cover,
    verb_consolidate, verb_diff, verb_due, verb_new, verb_import, verb_explain,
    verb_lsp, verb_help;
/* All verbs, in the order of help; NULL ends them. */
extern const struct verb *const verbs[];
const struct verb *verb_find(const char *name);

/* An option; one with a VALUE puts it into a `const char *` of the call. */
struct option_is {
    const char *name, *value; /* value: what it is called, or NULL */
    const char *says;         /* one line of help */
    enum option option;
    int how;      /* joined to how */
    size_t field; /* of struct call; 0: it is `with`; of one without a value
                   * a bool, or 0 */
};

/* All options, in the order of help; one without a name ends them. */
extern const struct option_is options[];
bool is_option(const char *word);
/* How many words the option W takes, with its value; 0: no such option. */
int option_words(const char *w);
/* Options come anywhere; after `--` all words are words. The verb at word
 * VERB is taken already. false: wrong, and said. */
bool take_words(struct call *c, char **argv, int argc, int verb);

/* Hand the overlays of the call to the run. */
void call_overlays(struct call *c);
/* Read and judge the files of the call. EXIT_CLEAN, or the exit code after
 * having said what was wrong. */
int call_read(struct call *c);
int call_judge(struct call *c);
/* The same, and then only what --clause and --whom ask for. */
int call_narrowed(struct call *c);
/* Print an answer; the exit code for how the call ended. */
int call_answer(struct call *c, dt_end end, dt_text t);
/* Say on standard error that the command line is wrong. */
int call_usage(const struct verb *v, const char *what, const char *which);
/* Write to standard output; EXIT_CLEAN, or EXIT_CANNOT having said why. */
int print_out(dt_text t);
/* ... what was written by printf() and the like. */
int print_end(void);
void print_err(dt_text t);
/* A file, a folder, standard input, or named like one of them. */
bool is_path(const char *word);
/* Say that NAME (NULL: none) is no verb, and which are. */
int no_verb(const char *name);

#endif
