/* overlay.c - a what-if beside the books: to which of them does it add?
 *
 * Two books are two ledgers, so an overlay that moves what a book lists has to
 * be part of that book: what stands in it is entered as if it stood there.
 */
#include "pact/parse.h"

/* "./a//b" is "a/b". */
static str plain(struct arena *keep, str path)
{
    struct buf b = { .keep = keep };
    while (str_starts(path, S("./")))
        path = str_cut(path, 2, path.len);
    for (size_t i = 0; i < path.len; i++)
        if (path.at[i] != '/' || !i || path.at[i - 1] != '/')
            buf_char(&b, path.at[i]);
    return buf_str(&b);
}

bool is_overlay(const struct parser *q, str path)
{
    for (size_t i = 0; i < q->overlays_n; i++)
        if (str_eq(plain(q->keep, q->overlays[i]), plain(q->keep, path)))
            return true;
    return false;
}

static str name_of(struct parser *q, int book)
{
    const struct book *b = &q->p->books[book];
    str path = q->p->sources->at[b->file].path;
    return b->title.len
               ? str_fmt(q->keep, "\"%.*s\" (%.*s)", STR(b->title), STR(path))
               : path;
}

static fault which_of(struct parser *q, size_t file, bool titled)
{
    struct buf b = { .keep = q->keep };
    str path = q->p->sources->at[file].path;
    for (size_t i = 0; i < q->books_given; i++)
        buf_fmt(&b, "%s%.*s", i ? ", " : "", STR(name_of(q, (int)i)));
    str books = buf_str(&b);
    return fault_new(q->keep, NULL,
                     "the overlay '%.*s' could add to several books: %.*s; "
                     "%s",
                     STR(path), STR(books),
                     titled ? "give those of one title different ones"
                            : "begin it with the line `book \"TITLE\"` of the "
                              "one that is meant, or with a title of its own");
}

/* The one book given, or the one of them that no party keeps; -1: none was
 * given; -2: several. */
static int only_book(const struct parser *q)
{
    int only = -1;
    if (q->books_given == 1)
        return 0;
    for (size_t i = 0; i < q->books_given; i++)
        if (q->p->books[i].keeper < 0)
            only = only == -1 ? (int)i : -2;
    return q->books_given && only == -1 ? -2 : only;
}

/* The given book that has B's title, and its keeper if B names one; as above.
 */
static int same_book(const struct parser *q, const struct book *b)
{
    int only = -1;
    for (size_t i = 0; b->title.len && i < q->books_given; i++) {
        const struct book *o = &q->p->books[i];
        bool keeper =
            !b->keeper_name.len || str_eq(b->keeper_name, o->keeper_name);
        if (keeper && str_eq(o->title, b->title))
            only = only == -1 ? (int)i : -2;
    }
    return only;
}

static void join_covers(struct parser *q, struct book *to,
                        const struct book *b)
{
    size_t n = to->covers_n + b->covers_n;
    struct cover *all = new_n(q->keep, struct cover, n + 1);
    for (size_t i = 0; i < n; i++)
        all[i] =
            i < to->covers_n ? to->covers[i] : b->covers[i - to->covers_n];
    to->covers = all;
    to->covers_n = n;
}

/* B stays a book of its own, or the overlay adds to another. */
static fault with_header(struct parser *q, size_t file, const struct book *b)
{
    struct book *books = q->p->books;
    int to = same_book(q, b);
    if (to == -2)
        return which_of(q, file, true);
    if (to >= 0) {
        join_covers(q, &books[to], b);
        q->file_book[file] = to;
        return NULL;
    }
    books[q->p->books_n] = *b;
    q->file_book[file] = (int)q->p->books_n++;
    return NULL;
}

static fault without_header(struct parser *q, size_t file)
{
    struct pact *p = q->p;
    int to = only_book(q);
    if (to == -2)
        return which_of(q, file, false);
    q->file_book[file] = to;
    if (to >= 0)
        return NULL;
    q->file_book[file] = (int)p->books_n;
    *push(q->keep, p->books, p->books_n, p->books_cap) =
        (struct book){ .keeper = -1, .file = (uint32_t)file };
    return NULL;
}

/* Books of overlays stand behind those given; those that stay move up. */
fault join_books(struct parser *q)
{
    fault f = NULL;
    size_t n = q->p->sources->n, given = q->books_given;
    if (q->first_overlay >= n)
        return NULL;
    struct book *theirs = new_n(q->keep, struct book, q->p->books_n + 1);
    for (size_t i = given; i < q->p->books_n; i++)
        theirs[i] = q->p->books[i];
    q->p->books_n = given;
    for (size_t i = q->first_overlay; !f && i < n; i++)
        if (q->file_book[i] >= 0)
            f = with_header(q, i, &theirs[q->file_book[i]]);
    for (size_t i = q->first_overlay; !f && i < n; i++)
        if (q->file_book[i] == WHICH_BOOK)
            f = without_header(q, i);
    return f;
}
