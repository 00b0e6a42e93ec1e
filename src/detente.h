/* detente.h - the front door: agreements judged on what happened.
 *
 * This header is all that a client sees.  A `dt` is one run: it reads pacts
 * and books, judges them as of a day, and gives answers as text for people or
 * as JSON for programs (docs/judging.md, section 9).
 *
 *     dt *d = dt_new();
 *     const char *files[] = { "drawdown.pact", "open.book" };
 *     dt_text t;
 *     if (dt_read(d, files, 2) == DT_OK && dt_judge(d, "2022-02-23") == DT_OK)
 *         dt_status(d, DT_JSON, &t);
 *     else
 *         dt_messages(d, 0, &t);
 *     fwrite(t.at, 1, t.length, stdout);
 *     dt_free(d);
 *
 * Ownership: texts belong to the `dt` and live until dt_free(); they end with
 * a NUL that `length` does not count, and are UTF-8 whatever was read or asked
 * (other bytes are given as U+FFFD); every answer stays, so a long-lived
 * program makes a `dt` for each run.  A call that gives no answer sets its
 * text to "".  Link with -ldetente (pkg-config: detente).  Errors: every call
 * says how it ended, and dt_messages() tells what was wrong in words.
 * Threads: a `dt` is one thread's; several may be used side by side.
 */
#ifndef DETENTE_H
#define DETENTE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define DT_API __attribute__((visibility("default")))
#else
#define DT_API
#endif

typedef struct dt dt;

typedef struct {
    const char *at;
    size_t length; /* bytes */
} dt_text;

/* How a call ended. */
typedef enum {
    DT_OK,
    DT_FINDINGS, /* it answered, and something stands out */
    DT_WRONG,    /* the text, or what was asked, is wrong: see dt_messages() */
    DT_FAULT     /* the world is: a file, the disk, memory */
} dt_end;

/* How answers and messages are written; may be joined by |. */
enum {
    DT_JSON = 1,     /* as JSON, not as text */
    DT_COLOUR = 2,   /* text with terminal colours */
    DT_STRICT = 4,   /* what is undetermined stands out, too */
    DT_WARNINGS = 8, /* messages: warnings, too, not only errors */
    DT_CHECK = 16,   /* dt_format(): say whether, and change nothing */
    DT_CALENDAR = 32 /* dt_due(): as iCalendar */
};

DT_API const char *dt_version(void);

/* A new run; NULL: no memory. */
DT_API dt *dt_new(void);
DT_API void dt_free(dt *d); /* NULL: nothing to do */

/* Fold text to so many columns; 0: at 100. */
DT_API void dt_columns(dt *d, size_t columns);

/* Read PATH, too, with the dt_read() to come, as a what-if: docs/verbs.md,
 * --with. Every answer names it. DT_WRONG: something was read before. */
DT_API dt_end dt_overlay(dt *d, const char *path);

/* TEXT of LENGTH bytes stands for the file PATH in all calls to come, whether
 * there is such a file or not: what an editor has not saved. It is copied; an
 * edit of the same file replaces it. PATHs are compared as they are written,
 * but for `.` and `..` in them. */
DT_API dt_end dt_edit(dt *d, const char *path, const char *text,
                      size_t length);

/* Read pacts and books; a folder stands for the .pact and .book files in it,
 * "-" for standard input. Once for a run.
 * DT_WRONG: the texts have errors, or something was read before. DT_FAULT: a
 * file cannot be read. */
DT_API dt_end dt_read(dt *d, const char *const *paths, size_t n);

/* From now on all is as the scenario NAME of the pact has it, and every answer
 * names it. Once, after a dt_read() that ended with DT_OK, before dt_judge().
 * DT_WRONG: there is none of that name, or it names an entry that is not
 * there. */
DT_API dt_end dt_scenario(dt *d, const char *name);

/* Judge what was read, as of the close of the day ON ("2022-02-23"); NULL:
 * the day of the latest entry, or of entry into force if there is none. Once
 * for a run, after a dt_read() that ended with DT_OK. DT_WRONG: the books
 * contradict themselves; or ON is no date, or no day is known, and then it may
 * be asked again. */
DT_API dt_end dt_judge(dt *d, const char *on);

/* What was wrong: what the last call was refused, or else the errors of the
 * text, drawn with their lines. Always text, DT_JSON or not (for JSON ask
 * dt_check()). Empty if nothing was. */
DT_API void dt_messages(dt *d, int how, dt_text *out);

/* Is it well written? After dt_read(), however that ended; contradictions in
 * books are known after dt_judge(). As JSON with all messages; as text "" if
 * there are errors: these are dt_messages(). */
DT_API dt_end dt_check(dt *d, int how, dt_text *out);

/* From here on dt_status(), dt_verify() and dt_timeline() tell of CLAUSE and
 * WHOM only, a party, "side" and its name, or one of a sum that is limited
 * together; NULL: of all. They are copied; where nothing is judged of them, it
 * is these answers that end with DT_WRONG. */
DT_API dt_end dt_narrow(dt *d, const char *clause, const char *whom);
/* After dt_judge(): one line a clause for the day. */
DT_API dt_end dt_status(dt *d, int how, dt_text *out);
/* What is not kept, and why. DT_FINDINGS: a clause is, or was, broken (with
 * DT_STRICT: or undetermined), among what dt_narrow() has left. */
DT_API dt_end dt_verify(dt *d, int how, dt_text *out);
/* Every stretch of every clause, or of CLAUSE only (NULL: of all). DT_WRONG:
 * no such clause. */
DT_API dt_end dt_timeline(dt *d, const char *clause, int how, dt_text *out);
/* Why CLAUSE stands as it does for WHOM (NULL: for everybody). DT_WRONG: no
 * such clause, or nobody of that name in it. */
DT_API dt_end dt_why(dt *d, const char *clause, const char *whom, int how,
                     dt_text *out);

/* Are the lines `expect` of the pact borne out, each as of its own day? And
 * what they, and the books up to the day, have seen of each clause. After
 * dt_judge(). DT_FINDINGS: one is not. DT_WRONG: the books contradict
 * themselves as of one of these days. */
DT_API dt_end dt_test(dt *d, int how, dt_text *out);

/* What falls due after the day, overdue first, up to WITHIN ("30 days"; NULL:
 * 30 days) after it; with DT_CALENDAR as iCalendar. After dt_judge().
 * DT_WRONG: WITHIN is no length of time. */
DT_API dt_end dt_due(dt *d, const char *within, int how, dt_text *out);

/* What dt_show() lists. Each may be NULL: all. */
typedef struct {
    const char *what;   /* "holdings", "movements", "observations", "totals"
                         * or "events" */
    const char *holder; /* "ARD", "ARD/1A", "side east" */
    const char *item;   /* "tank" */
    const char *in;     /* a zone: "upland", "within 50 km of camp" */
} dt_listed;

/* What the books list as of the day: who holds what where, what moved, what
 * was seen, what is told of a whole, what took place; LISTED NULL: all.
 * DT_WRONG: LISTED names something that is not there. */
DT_API dt_end dt_show(dt *d, const dt_listed *listed, int how, dt_text *out);
/* Which zones of the pact hold AT, a site's name or a position such as
 * "54.57 N 33.17 E", known to ACCURACY ("5 km"; NULL: as AT says, else
 * exactly), and how far their edges are. After a dt_read() that ended with
 * DT_OK; nothing need be judged. DT_WRONG: AT is no place of these. */
DT_API dt_end dt_zones(dt *d, const char *at, const char *accuracy, int how,
                       dt_text *out);

/* As JSON: all that is declared, where it is and what the treaty says above
 * it; and, unless WANTED is NULL, every place at which that name stands. After
 * dt_read(), however that ended: it goes by the words alone. */
DT_API dt_end dt_names(dt *d, const char *wanted, dt_text *out);
/* After dt_judge(): the text in force on that day, as one pact in canonical
 * layout. */
DT_API dt_end dt_consolidate(dt *d, dt_text *out);

/* What of the treaty's words is coded, left out on purpose, or forgotten.
 * After a dt_read() that ended with DT_OK; nothing need be judged.
 * DT_FINDINGS: something is forgotten. */
DT_API dt_end dt_cover(dt *d, int how, dt_text *out);

/* What a code such as E0331 or F101 means. At any time. DT_WRONG: there is
 * none. */
DT_API dt_end dt_explain(dt *d, const char *code, int how, dt_text *out);

/* PATH in canonical layout: written whole or not at all; "-": to OUT, and then
 * DT_OK. At any time. With DT_CHECK nothing is written. DT_FINDINGS: it was,
 * or would be, changed. DT_WRONG: the text has errors, and is left alone. */
DT_API dt_end dt_format(dt *d, const char *path, int how, dt_text *out);

/* What dt_import() is given; paths. */
typedef struct {
    const char *table; /* CSV, .xlsx, a file of maps; "-": standard input */
    const char *map;   /* the mapping: docs/import.md */
    const char *pact;  /* what the entries are held to; NULL: nothing */
    const char *const *with; /* books whose entries are not taken again */
    size_t with_n;
    const char *to; /* the book to write; NULL: only shown */
    int replace;    /* a book that is there may be written over */
} dt_imported;

/* A table's rows as the entries of a book. Written whole or not at all, and
 * not at all if a row was refused. In a run that has read nothing.
 * DT_FINDINGS: rows were refused; dt_messages() tells each. DT_WRONG: the
 * mapping or the pact has errors, or the table is none. */
DT_API dt_end dt_import(dt *d, const dt_imported *what, int how, dt_text *out);

/* What dt_diff() is given: two texts, each as files or folders of which only
 * the pacts are taken. */
typedef struct {
    const char *const *old_paths, *const *new_paths;
    size_t old_n, new_n;
    const char *clause; /* that one only; NULL: all */
} dt_diffed;

/* What two texts mean, clause by clause: the same, stricter, looser, neither,
 * new or gone, each with the smallest case that was found to show it. In a run
 * that has read nothing. DT_FINDINGS: they are not the same. DT_WRONG: one of
 * them has errors, or neither has CLAUSE. */
DT_API dt_end dt_diff(dt *d, const dt_diffed *what, int how, dt_text *out);

/* A new folder with a small pact and book to go on from, written whole or not
 * at all; OUT says what to run next. At any time. DT_FAULT: it is there
 * already, or cannot be written. */
DT_API dt_end dt_draft(dt *d, const char *folder, int how, dt_text *out);

#ifdef __cplusplus
}
#endif

#endif
