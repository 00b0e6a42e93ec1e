/* fuzz_lsp.c - any bytes from an editor: the heads of messages, or messages
 * with right heads before them.
 *
 * An input that begins with a head is what comes on the stream. Else it is
 * messages, parted by lines "===". Nothing may crash, hang or leak, and what
 * is answered has heads that count its bytes.
 */
#include "base/str.h"
#include "lsp/lsp.h"

#include <stdio.h>
#include <stdlib.h>

static void must(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "fuzz_lsp: broken promise: %s\n", what);
    abort();
}

static void message(struct buf *b, str s)
{
    buf_fmt(b, "Content-Length: %zu\r\n\r\n", s.len);
    buf_add(b, s);
}

/* Each answer is a head and as many bytes as it says. */
static void heads_count(const char *at, size_t n)
{
    size_t i = 0;
    while (i < n) {
        size_t length = 0;
        int head = 0;
        must(sscanf(at + i, "Content-Length: %zu\r\n\r%n", &length, &head) ==
                     1 &&
                 head,
             "an answer has a head");
        i += (size_t)head + length;
    }
    must(i == n, "a head counts its bytes");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = arena_new((size_t)64 << 20);
    struct buf b = { .keep = &keep };
    str all = { (const char *)data, size };
    char *said = NULL;
    size_t said_n = 0, from = 0;
    if (str_starts(all, S("Content-"))) {
        buf_add(&b, all);
        from = size + 1;
    }
    for (size_t i = 0; from <= size && i <= size; i++)
        if (i == size || str_starts(str_cut(all, i, size), S("\n===\n"))) {
            message(&b, str_cut(all, from, i));
            from = i + 5;
        }
    buf_char(&b, '\n');
    FILE *in = fmemopen(b.at, b.len, "r"),
         *out = open_memstream(&said, &said_n);
    if (!in || !out)
        exit(1);
    int end = lsp_serve(in, out);
    fclose(in);
    fclose(out);
    must(end == 0 || end == 1 || end == 70, "one of its ends");
    heads_count(said, said_n);
    free(said);
    arena_free(&keep);
    return 0;
}
