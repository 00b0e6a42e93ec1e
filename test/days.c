/* days.c - each row on each day, all as of one day, for the tests in Python.
 *
 *     days FROM AS-OF FILE...
 *
 * prints for each day from FROM to AS-OF and each row of the combined basis
 * (or of none) a line: day, clause, line, subject (with `in` the host, where
 * one must agree), verdict, low, high and allowed, separated by tabs.
 */
#include "base/os.h"
#include "book/book.h"
#include "diag/diag.h"
#include "judge/judge.h"

#include <stdio.h>
#include <stdlib.h>

static struct arena keep;

static void amount(qty q)
{
    str t = qty_ok(q) ? qty_text(&keep, q) : S("");
    printf("\t%.*s", STR(t));
}

static void subject(const struct subject *s)
{
    for (size_t i = 0; i < s->ids_n; i++)
        printf("%s%.*s",
               i                         ? "+"
               : s->kind == SUBJECT_SIDE ? "side:"
                                         : "",
               STR(s->ids[i]));
}

static void row(const struct row *r, day d)
{
    const struct segment *s = row_on(r, day_opens(d) + DAY_SECONDS);
    bool judged = r->kind != ROW_UNJUDGED;
    if (judged && (!s || r->basis != COMBINED))
        return;
    printf("%.*s\t%.*s\t%d\t", STR(day_text(&keep, d)), STR(r->clause->id),
           r->line);
    if (judged)
        subject(&r->subject);
    if (judged && r->host) {
        printf(" in ");
        subject(r->host);
    }
    printf("\t%s", judged ? verdict_word(s->verdict) : "not_judged");
    amount(judged && s->now.any ? s->now.low : QTY_NONE);
    amount(judged && s->now.any ? s->now.high : QTY_NONE);
    amount(judged && r->has_allowed ? s->allowed : QTY_NONE);
    putchar('\n');
}

static day asked_day(const char *word)
{
    day d;
    bool shape;
    if (!day_read(str_of(word), &d, &shape))
        exit(2);
    return d;
}

int main(int argc, char **argv)
{
    struct os os = os_real();
    struct sources sources = { .keep = &keep };
    struct diags diags = { .keep = &keep };
    struct pact *p;
    jmp_buf full;
    str files[16];
    size_t n = 0;
    keep = arena_new((size_t)1 << 32);
    keep.full = &full;
    if (argc < 4 || setjmp(full))
        return 2;
    for (int i = 3; i < argc && n < 16; i++)
        files[n++] = str_of(argv[i]);
    day from = asked_day(argv[1]), on = asked_day(argv[2]);
    instant close = day_opens(on) + DAY_SECONDS;
    if (pact_read(&keep, &os, &sources, &diags, files, n, &p) || diags.errors)
        return 2;
    struct ledger *l = ledger_post(&keep, p, close);
    struct judgement *j =
        diags.errors ? NULL : judge(&keep, p, l, close, true);
    for (day d = from; j && !diags.errors && d <= on; d++)
        for (size_t i = 0; i < j->rows_n; i++)
            row(j->rows[i], d);
    bool bad = diags.errors > 0;
    arena_free(&keep);
    return bad ? 2 : 0;
}
