/* own.h - inside the door: what a run is, and how its calls end. */
#ifndef DOOR_OWN_H
#define DOOR_OWN_H

#include "base/edit.h"
#include "door.h"
#include "show/show.h"

struct dt {
    struct arena arena;
    jmp_buf full;
    struct os os;
    struct edits edits;
    struct sources sources;
    struct diags diags;
    struct pact *pact;
    dt_end read; /* how dt_read() ended, once there is a pact */
    struct judgement *judgement;
    instant close;
    str *overlays;
    size_t overlays_n, overlays_cap;
    str only_clause, only_whom; /* see dt_narrow() */
    size_t columns;
    bool linted;
    bool spent; /* memory ran out, and what there is may be half made */
    str wrong;  /* what was asked wrongly, or what the world refused */
};

/* How calls end: memory ran out; the world says no; what was asked is wrong.
 */
dt_end door_refused(dt *d);
dt_end door_faulted(dt *d, fault f);
dt_end door_wrongly(dt *d, str what);
/* Names of files and what was asked may be any bytes; a text is UTF-8. */
void door_give(const struct buf *b, dt_text *out);
/* What the last call was refused is forgotten, but for files that could not
 * be read. false: the run is over. */
bool door_begins(dt *d);
/* What answers are about; as JSON with the sums of all that was read. */
struct run door_run(dt *d, int how);
str door_sha256(dt *d, str text);

#endif
