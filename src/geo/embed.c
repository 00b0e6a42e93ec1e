/* embed.c - the packaged file in the program, and the SHA-256 that its maker
 * wrote beside it.  GEO_BOUNDARIES is its path, given by meson.build. */
#include "geo/own.h"

__asm__(".section .rodata\n"
        ".balign 8\n"
        "geo_boundaries_first:\n"
        ".incbin \"" GEO_BOUNDARIES "\"\n"
        "geo_boundaries_last:\n"
        ".previous\n");

extern const char first[] __asm__("geo_boundaries_first");
extern const char last[] __asm__("geo_boundaries_last");

static const char digest[] =
#include "geo/boundaries.inc"
    ;

void embedded(str *bytes, str *sha256)
{
    *bytes = (str){ first, (size_t)(last - first) };
    *sha256 = (str){ digest, sizeof digest - 1 };
}
