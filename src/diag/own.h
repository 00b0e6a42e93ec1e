/* own.h - what the files of diag share */
#ifndef DIAG_OWN_H
#define DIAG_OWN_H

#include "diag/diag.h"

/* The character of TEXT at *I, which moves on, as a terminal may see it:
 * control characters and broken bytes as pictures. Returns its columns. */
size_t diag_glyph(struct buf *out, str text, size_t *i);

#endif
