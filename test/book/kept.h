/* kept.h - books for tests: a text, and what stands in it.
 *
 * What a book holds at the close of a day is one line, all of it:
 *
 *     "RU depot 70 tank; RU depot>camp 30 tank"
 *
 * a>b is on the way, a?b is at one or the other, a?- there or gone; 10..14 is
 * a range, 60.. is open.  With two books each has its number before it.
 */
#ifndef TEST_BOOK_KEPT_H
#define TEST_BOOK_KEPT_H

#include "book/book.h"
#include "check.h"

#define LATEST "2022-12-31"
#define NONE ((str){ NULL, 0 })

struct posted {
    struct sources sources;
    struct diags diags;
    struct pact *p;
    struct ledger *l;
};

/* One book, or two (B may be NONE), beside a small pact, posted as of the
 * close of AS_OF. A text that cannot be read fails the test. */
struct posted *book_post(struct arena *keep, str a, str b, const char *as_of);

/* The close of a day; of an instant, the second after it. */
instant book_close(const char *day_or_instant);
/* All accounts that hold something at the close of ON. */
str book_stands(struct arena *keep, struct posted *t, const char *on);
/* The ends of all that stands at A and B ("camp", "depot>camp"), together. */
str book_together(struct arena *keep, struct posted *t, const char *on,
                  const char *a, const char *b);
/* What account ACC holds after all that happened before CLOSE. */
struct form book_holds(struct arena *keep, const struct posted *t, int acc,
                       instant close);
/* "camp", "depot>camp" */
str book_place(struct arena *keep, const struct posted *t, int where);
void book_add_ends(struct buf *b, struct posted *t, struct form f);

/* The codes of what is wrong, each as often as it is said. */
str book_codes(struct arena *keep, struct posted *t);
/* The lines that the first message points at besides its own: "4 7". */
str book_points_at(struct arena *keep, struct posted *t);

/* The book with its entries in another order; seed 0: in reverse. */
str book_shuffled(struct arena *keep, str book, uint64_t seed);

/* What must stand at the close of a day; the last has no day. */
struct state {
    const char *on, *stands;
};

/* BOOK has these errors and stands so, whatever the order of its entries. */
void book_in_any_order(struct arena *keep, str book, const char *as_of,
                       const struct state *s, const char *want);

/* BOOK has no errors, and then stands as told. */
#define STANDS(BOOK, ...)                                                     \
    book_in_any_order(keep, S(BOOK), LATEST,                                  \
                      (struct state[]){ __VA_ARGS__, { NULL, NULL } }, "")
/* BOOK has exactly these errors, "E0403; E0404". */
#define REFUSED(BOOK, CODES)                                                  \
    book_in_any_order(keep, S(BOOK), LATEST,                                  \
                      (struct state[]){ { NULL, NULL } }, CODES)

#endif
