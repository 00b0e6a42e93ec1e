/* replay.c - the inputs that a fuzz target has kept, once each, without
 * libFuzzer:
 *
 *     replay_TARGET FILE...
 *
 * The name of each is said before it is tried, so that the last one said is
 * the one that ended it.
 */
#include "base/arena.h"
#include "base/os.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    struct os os = os_real();
    for (int i = 1; i < argc; i++) {
        struct arena keep = arena_new((size_t)1 << 30);
        str text;
        printf("%s\n", argv[i]);
        fflush(stdout);
        if (os.read(os.self, &keep, str_of(argv[i]), &text))
            return 2;
        LLVMFuzzerTestOneInput((const uint8_t *)text.at, text.len);
        arena_tight(false);
        arena_free(&keep);
    }
    return 0;
}
