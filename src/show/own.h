/* own.h - inside show/: words, tables, findings, JSON. */
#ifndef SHOW_OWN_H
#define SHOW_OWN_H

#include "base/sort.h"
#include "show/show.h"

#include <jansson.h>

/* ---- words.c ------------------------------------------------------------ */

/* "41_300..", "4_160..5_560", "12", or "" */
str amount_text(struct arena *keep, struct measured m);
/* "at most 150_000 troops" */
str allowed_text(struct arena *keep, const struct row *r,
                 const struct segment *s);
/* " in near-zone", " at camp"; empty if no place is said. */
str where_text(const struct run *run, const struct row *r);
/* "A", "side east", "A + B" */
str subject_text(struct arena *keep, const struct subject *s);
/* "23 February 2022", with the hour if it is not midnight */
str day_words(struct arena *keep, instant t);
/* A reason in a few words; empty for REASON_NONE. */
str reason_text(struct arena *keep, const struct row *r,
                const struct segment *s);
/* What entry would settle an undetermined row; empty: nothing can be said. */
str settle_text(const struct run *run, const struct row *r,
                const struct segment *s);
const char *verdict_text(enum verdict v);
/* The clause as a whole: "limit 1.1, \"Ceiling\"" */
str clause_text(struct arena *keep, const struct clause *c);
/* "open-sources.book:312" */
str entry_place(const struct run *run, uint32_t entry);
/* The head of an entry as it is written. */
str entry_head(const struct run *run, uint32_t entry);
/* The first day after the last of a stretch, as its last day. */
instant last_day(instant until);

/* ---- paint.c: colours, folding, tables ---------------------------------- */

enum paint { PLAIN, BOLD, GOOD, BAD, OPEN, DIM };
void painted(struct buf *out, const struct run *run, enum paint p, str text);
enum paint paint_of(enum verdict v);
/* TEXT folded to the columns of the run, each line after INDENT blanks; the
 * first one begins where the line stands (AT columns used). */
void folded(struct buf *out, const struct run *run, size_t indent, size_t at,
            str text);
/* "9 days ahead", "2 days after the start": of a notice. */
str lead_text(struct arena *keep, const struct row *r, struct measured m);
/* "told 9 days ahead, at least 14 days asked" */
str told_text(struct arena *keep, const struct row *r, struct measured m);
/* All lines of OUT made to fit the columns of the run, where words can be
 * parted: for what is printed without folded(). */
void fit(struct buf *out, const struct run *run);
/* The heading that every answer begins with, and the lines it ends with. */
void heading(struct buf *out, const struct run *run);
void closing(struct buf *out, const struct run *run);

/* Entries, as written, with their places and sources; verify.c. */
void show_entry(struct buf *out, const struct run *run, uint32_t entry,
                size_t indent);
/* The weightiest entries behind a verdict, oldest first. */
void show_entries(struct buf *out, const struct run *run, const struct row *r,
                  const struct segment *s, size_t most, size_t indent);

/* ---- findings.c --------------------------------------------------------- */

enum finding_kind {
#define FINDING(name, code, title, page) FINDING_##name,
#include "show/findings.def"
#undef FINDING
    FINDING_KINDS
};

struct finding {
    enum finding_kind kind;
    const struct row *row;
    const struct segment *segment;
    instant from, until; /* INSTANT_MAX: it goes on */
    struct measured measured;
};

str finding_code(enum finding_kind k);
str finding_title(enum finding_kind k);
str finding_page(enum finding_kind k);
/* One sentence. */
str finding_text(const struct run *run, const struct finding *f);
/* All up to the as-of day, in the order of rows, then of time. */
struct finding *findings(const struct run *run, bool strict, size_t *n);

/* ---- json.c ------------------------------------------------------------- */

/* Values; out of memory is told to KEEP. */
json_t *json_str(struct arena *keep, str s);
json_t *json_qty(struct arena *keep, qty q);
json_t *json_measured(struct arena *keep, struct measured m, str unit);
/* A date, an instant, or null at either end of time. */
json_t *json_when(struct arena *keep, instant t);
json_t *json_allowed(struct arena *keep, const struct row *r,
                     const struct segment *s);
json_t *json_subject(struct arena *keep, const struct subject *s);
json_t *json_entry(const struct run *run, uint32_t entry);
json_t *json_list(struct arena *keep);
json_t *json_map(struct arena *keep);
/* Put VALUE under KEY; append it. */
void json_put(struct arena *keep, json_t *map, const char *key, json_t *value);
void json_add(struct arena *keep, json_t *list, json_t *value);
/* "entries" and "entries_left_out" of a verdict. */
void json_put_entries(const struct run *run, json_t *map, const struct row *r,
                      const struct segment *s);
/* The envelope, with SCHEMA. */
json_t *json_begin(const struct run *run, const char *schema);
void json_print(struct buf *out, json_t *j);

#endif
