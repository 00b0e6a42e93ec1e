/* fuzz_table.c - any mapping and any table: CSV or a workbook.
 *
 * The input is a mapping and, after a line "===", the bytes of a table.
 * Nothing may crash, hang or leak; text and JSON end alike; what is refused
 * is told.
 */
#include "door.h"
#include "os_fake.h"

#include <stdio.h>
#include <stdlib.h>

static void must(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "fuzz_table: broken promise: %s\n", what);
    abort();
}

static dt_end made(struct fake *f, int how)
{
    dt_text t, said;
    dt_imported what = { .table = "t", .map = "m" };
    dt *d = dt_new_on(fake_os(f));
    if (!d)
        exit(1);
    dt_end end = dt_import(d, &what, how, &t);
    dt_messages(d, 0, &said);
    must(end == DT_OK || said.length, "who is refused is told why");
    must(end > DT_FINDINGS || t.length, "there is an answer");
    dt_free(d);
    return end;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = arena_new((size_t)1 << 30);
    struct fake f;
    str all = { (const char *)data, size };
    size_t at = 0;
    while (at < size && !str_starts(str_cut(all, at, size), S("\n===\n")))
        at++;
    arena_tight(size % 2 == 0);
    fake_init(&f, &keep);
    fake_put(&f, S("m"), str_cut(all, 0, at + 1));
    fake_put(&f, S("t"), str_cut(all, at + 5, size));
    must(made(&f, 0) == made(&f, DT_JSON), "text and JSON end alike");
    arena_free(&keep);
    return 0;
}
