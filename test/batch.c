/* batch.c - many runs in one process, for the tests in Python.
 *
 * Each line of standard input is DAY<TAB>FILE<TAB>FILE..., "-" being the day
 * of the latest entry. Each is answered with one line: the JSON of `status`,
 * or, where the texts are wrong, that of `check` (with its "errors").
 */
#include "detente.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILES_MOST = 64 };

/* JSON on one line: line ends stand only between its tokens. */
static void compact(dt_text t)
{
    for (size_t i = 0; i < t.length; i++) {
        if (t.at[i] != '\n') {
            putchar(t.at[i]);
            continue;
        }
        while (i + 1 < t.length && t.at[i + 1] == ' ')
            i++;
    }
    putchar('\n');
}

static void run(const char *on, const char *const *files, size_t n)
{
    dt *d = dt_new();
    dt_text t = { "", 0 };
    dt_end end = d ? dt_read(d, files, n) : DT_FAULT;
    if (end == DT_OK)
        end = dt_judge(d, on);
    if (end == DT_OK)
        end = dt_status(d, DT_JSON, &t);
    else if (end == DT_WRONG)
        dt_check(d, DT_JSON, &t);
    if (!t.length) {
        if (d)
            dt_messages(d, 0, &t);
        fprintf(stderr, "batch: %s\n", t.at);
        exit(1);
    }
    compact(t);
    dt_free(d);
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t got;
    while ((got = getline(&line, &room, stdin)) > 0) {
        const char *files[FILES_MOST];
        size_t n = 0;
        char *rest = NULL;
        line[strcspn(line, "\n")] = 0;
        const char *on = strtok_r(line, "\t", &rest);
        for (char *w; n < FILES_MOST && (w = strtok_r(NULL, "\t", &rest));)
            files[n++] = w;
        if (on)
            run(strcmp(on, "-") ? on : NULL, files, n);
        fflush(stdout);
    }
    free(line);
    return 0;
}
