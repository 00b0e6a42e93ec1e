/* own.h - inside show/: words, tables, findings, JSON. */
#ifndef SHOW_OWN_H
#define SHOW_OWN_H

#include "base/sort.h"
#include "show/show.h"

#include <jansson.h>

/* ---- words.c ------------------------------------------------------------ */

/* "41_300..", "4_160..5_560", "12", or "" */
str amount_text(struct arena *keep, struct measured m);
/* "150_000", "90..120": the figure alone */
str figure_text(struct arena *keep, const struct row *r,
                const struct segment *s);
/* "at most 150_000 troops" */
str allowed_text(struct arena *keep, const struct row *r,
                 const struct segment *s);
/* " of at most 150 tank": an exception's figure, in place of the row's. */
str bent_text(struct arena *keep, const struct row *r,
              const struct segment *s);
/* " in near-zone", " at camp"; empty if no place is said. */
str where_text(const struct run *run, const struct row *r);
/* "A", "side east", "A + B" */
str subject_text(struct arena *keep, const struct subject *s);
/* "23 February 2022"; if it is not midnight, "23 February 2022, 14:30 UTC",
 * under another time zone "..., 16:30 UTC+02:00" */
str day_words(const struct run *run, instant t);
/* A reason in a few words; empty for REASON_NONE. */
str reason_text(const struct run *run, const struct row *r,
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
/* `by 15 November, 1 calendar year before`, of a notice that is told by a day
 * of the year; else empty. */
str by_day_text(struct arena *keep, const struct row *r);
/* "told 9 days ahead, at least 14 days asked" */
str told_text(struct arena *keep, const struct row *r, struct measured m);
/* All lines of OUT made to fit the columns of the run, where words can be
 * parted: for what is printed without folded(). */
void fit(struct buf *out, const struct run *run);
/* The heading that every answer begins with, and the lines it ends with. */
void heading(struct buf *out, const struct run *run);
void closing(struct buf *out, const struct run *run);
/* A line for the scenario and each overlay: what is said is a what-if. */
void with_overlays(struct buf *out, const struct run *run);
/* The title and the line LINE below it, and what is a what-if. */
void heading_of(struct buf *out, const struct run *run, str line);

/* Entries, as written, with their places and sources; verify.c. */
void show_entry(struct buf *out, const struct run *run, uint32_t entry,
                size_t indent);
/* The weightiest entries behind a verdict, oldest first. */
void show_entries(struct buf *out, const struct run *run, const struct row *r,
                  const struct segment *s, size_t most, size_t indent);

/* "4_160..5_560 of at most 6_500 troops"; status.c */
str figures_text(const struct run *run, const struct row *r,
                 const struct segment *s);

/* ---- why.c -------------------------------------------------------------- */

/* The clause with that identifier; NULL: *WRONG says that there is none. */
/* Does the row speak for WHOM (empty: anybody): by name, side, or in a sum? */
bool right_whom(const struct run *run, const struct row *r, str whom);
/* Is a row of C (NULL: any) WHOM's? If not, *WRONG says whose there are. */
bool judged_for(const struct run *run, const struct clause *c, str whom,
                str *wrong);
const struct clause *clause_wanted(const struct run *run, str id, str *wrong);
/* Rows of one subject and line, perhaps on another basis. */
bool same_subject(const struct row *a, const struct row *b);
json_t *segment_json(const struct run *run, const struct row *r,
                     const struct segment *s);

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

/* ---- listed.c: what holdings.c and moves.c share ------------------------ */

/* What is asked for; NULL: all. */
struct filter {
    const struct holder *holder;
    const struct kinds *kinds;
    const struct geo_zone *zone;
};

bool right_holder(const struct filter *f, const struct holder *h);
bool right_item(const struct filter *f, int item);
/* At S; a spot below 0 is nowhere. NO: not in the zone asked for. */
tri right_place(const struct run *run, const struct filter *f, int s);
/* "at camp", "at 54.57 N 33.17 E, accurate to 2 km" */
str spot_text(const struct run *run, int s);
/* The name of a site or a zone alone: "camp" */
str spot_name(const struct run *run, int s);
/* ", active, reinforcing", or empty */
str stated_text(const struct run *run, const struct stated *s);
/* "4_000..5_000 troops, active" */
str stock_text(const struct run *run, const struct stock *s);
struct measured stock_measured(const struct run *run, const struct stock *s);
/* The file of a book, without its folders if that tells which. */
str book_text(const struct run *run, int book);
json_t *json_book(const struct run *run, int book);
json_t *json_holder(const struct run *run, const struct holder *h);
json_t *json_stated(const struct run *run, const struct stated *s);
/* "inside", "possibly"; null: no zone was asked for. */
json_t *json_in(const struct run *run, const struct filter *f, tri in);

void show_holdings(struct buf *out, const struct run *run,
                   const struct filter *f);
json_t *holdings_json(const struct run *run, const struct filter *f);
void show_movements(struct buf *out, const struct run *run,
                    const struct filter *f);
json_t *movements_json(const struct run *run, const struct filter *f);
void show_observations(struct buf *out, const struct run *run,
                       const struct filter *f);
json_t *observations_json(const struct run *run, const struct filter *f);
/* What books tell of a whole: totals, and that all is listed. */
void show_totals(struct buf *out, const struct run *run,
                 const struct filter *f);
json_t *totals_json(const struct run *run, const struct filter *f);
void show_events(struct buf *out, const struct run *run,
                 const struct filter *f);
json_t *events_json(const struct run *run, const struct filter *f);

/* ---- names.c ------------------------------------------------------------ */

bool is_clause_kind(str w); /* ... or `article` */
/* No pact and no book, but a file that one of them reads: GeoJSON. */
bool is_data(str text);
/* Does the word behind BEFORE and, before that, EARLIER name a clause? Behind
 * `and`, if the one before it did (LAST). */
bool clause_follows(str before, str earlier, bool last);

/* ---- json.c ------------------------------------------------------------- */

/* Values; out of memory is told to KEEP. */
json_t *json_str(struct arena *keep, str s);
json_t *json_qty(struct arena *keep, qty q);
json_t *json_measured(struct arena *keep, struct measured m, str unit);
/* A date, an instant, or null at either end of time. */
json_t *json_when(const struct run *run, instant t);
json_t *json_allowed(struct arena *keep, const struct row *r,
                     const struct segment *s);
json_t *json_subject(struct arena *keep, const struct subject *s);
json_t *json_entry(const struct run *run, uint32_t entry);
/* A number that is measured, not exact. */
json_t *json_number(struct arena *keep, double x);
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
