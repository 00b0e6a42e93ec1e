/* show.h - a judgement as people and programs read it.
 *
 * Everything is written to a struct buf; nothing is judged here.  Text wraps
 * at `columns` (0: not at all) and has terminal colours only if asked for.
 * JSON is as docs/judging.md, section 9, and docs/verbs.md describe it.
 */
#ifndef SHOW_SHOW_H
#define SHOW_SHOW_H

#include "judge/judge.h"

/* What a run is about. */
struct run {
    struct arena *keep;
    struct pact *p;
    struct judgement *j; /* NULL for `check` and `zones` */
    instant close;       /* the end of the as-of day */
    str version;
    const str *sha256; /* of the inputs, by source; NULL: not wanted */
    str clock_sha256;  /* of the file of the time zone; empty: it is UTC */
    size_t columns;
    bool colour;
    str only_clause, only_whom; /* see show_narrowed() */
};

/* From here on only the rows of CLAUSE, and of WHOM (empty: of all). false:
 * there are none; *WRONG says so. */
bool show_narrowed(struct run *r, str clause, str whom, str *wrong);

/* How the rows of a day stand: for exit codes. */
bool run_broken(const struct run *r, bool strict);

void show_status(struct buf *out, const struct run *r);
void show_status_json(struct buf *out, const struct run *r);
/* STRICT: what is undetermined, too. */
void show_verify(struct buf *out, const struct run *r, bool strict);
void show_verify_json(struct buf *out, const struct run *r, bool strict);
void show_check(struct buf *out, const struct run *r);
void show_check_json(struct buf *out, const struct run *r);
/* Are the lines `expect` of the pact borne out? OF: the judgement as of the
 * day of each. What they, and the books, have seen of each clause. false: one
 * is not. */
bool show_test(struct buf *out, const struct run *r,
               struct judgement *const *of);
bool show_test_json(struct buf *out, const struct run *r,
                    struct judgement *const *of);
/* What of the treaty's words is coded; J need not be there. false: something
 * is forgotten. */
bool show_cover(struct buf *out, const struct run *r, bool json);
/* What falls due from the close of the day up to UNTIL. AHEAD: the judgement
 * of the entries known on the day, as of UNTIL. */
enum due_form { DUE_TEXT, DUE_JSON, DUE_CALENDAR };
void show_due(struct buf *out, const struct run *r,
              const struct judgement *ahead, instant until,
              enum due_form form);
/* Every stretch of time. */
void show_timeline(struct buf *out, const struct run *r);
void show_timeline_json(struct buf *out, const struct run *r);
/* Why CLAUSE stands as it does, for WHOM (empty: everybody). false: there is
 * no such clause, or nobody of that name in it; *WRONG says so. */
bool show_why(struct buf *out, const struct run *r, str clause, str whom,
              str *wrong);
bool show_why_json(struct buf *out, const struct run *r, str clause, str whom,
                   str *wrong);
/* What the books list; empty: of all. */
struct listed {
    str what, holder, item, in;
};

/* false: LISTED names something that is not there; *WRONG says so. */
bool show_listed(struct buf *out, const struct run *r, struct listed listed,
                 bool json, str *wrong);
/* Which zones hold the place that AT names, and how far their edges are.
 * false: it names none; *WRONG says why. */
bool show_zones(struct buf *out, const struct run *r, str at, str accuracy,
                bool json, str *wrong);
/* All that is declared and where, and where WANTED (empty: nothing) stands. As
 * JSON; of texts with errors, too. */
void show_names(struct buf *out, const struct run *r, str wanted);
/* The text in force at the run's close, in canonical layout. */
void show_consolidated(struct buf *out, const struct run *r);
/* Two texts compared. false: they are not the same. */
struct diff;
bool show_diff(struct buf *out, const struct run *r, const struct diff *d,
               bool json);
/* The files of a draft: a pact and a book. */
enum { DRAFT_FILES = 2 };
void draft_files(struct os_file out[DRAFT_FILES]);
/* What was written to FOLDER, and what to run next. */
void show_draft(struct buf *out, struct arena *keep, str folder, bool json,
                str version);
/* What came of a table. */
struct imported {
    const struct import *im;
    str text; /* the book */
    str table, map, to;
    bool written;
    struct sources *sources;
    str version;
};
/* The book; or, if it was to be written, what came of that. */
void show_import(struct buf *out, struct arena *keep,
                 const struct imported *i);
void show_import_json(struct buf *out, struct arena *keep,
                      const struct imported *i);
/* A code's page. false: there is no such code; *NEAR: one like it, or empty.
 */
bool show_explain(struct buf *out, struct arena *keep, str code, bool json,
                  str version, str *near);

#endif
