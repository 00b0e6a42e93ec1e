/* fuzz_text.c - any pact and any book: read, judged, told, laid out.
 *
 * The input is a pact and, each after a NUL byte or a line "===", a book, a
 * what-if, and what is asked: a line for each, as `struct asked` has them.
 * Each but the pact may be missing.  Every call of the front door that takes
 * text from outside gets some.  Nothing may crash, hang or leak.  Beside that,
 * whatever the text:
 *
 *   - texts are UTF-8, and JSON can be read by others;
 *   - an answer ends alike as text and as JSON;
 *   - what was read can be laid out, and laid out again stays as it is;
 *   - the layout has the same meaning: the same end, the same `status`.
 *
 * Where an input has an even number of bytes each object gets memory of its
 * own, so that the sanitizer sees where it ends.
 */
#include "door.h"
#include "os_fake.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PACT "a.pact"
#define BOOK "b.book"
#define IF "c.overlay"

static const char *const files[] = { PACT, BOOK };

/* What is asked, a line for each; NULL: no such line. */
struct asked {
    const char *at, *accuracy;             /* of zones */
    const char *clause, *whom;             /* of why and timeline */
    const char *what, *holder, *item, *in; /* of show */
    const char *on, *code, *folder;        /* of status, explain and new */
};

struct input {
    str pact, book, overlay;
    struct asked asked;
};

static void must(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "fuzz_text: broken promise: %s\n", what);
    abort();
}

static void is_text(dt_text t)
{
    must(t.at && !t.at[t.length], "a text ends with a NUL");
    must(str_utf8((str){ t.at, t.length }) == t.length, "a text is UTF-8");
}

static json_t *is_json(dt_text t)
{
    is_text(t);
    json_t *j = json_loadb(t.at, t.length, JSON_REJECT_DUPLICATES, NULL);
    must(j, "JSON is JSON");
    return j;
}

static void is_json_or_empty(dt_text t)
{
    if (t.length)
        json_decref(is_json(t));
    else
        is_text(t);
}

/* What changes with the layout: digests, and in which line an entry stands. */
static void forget_lines(json_t *j)
{
    const char *key;
    json_t *value;
    size_t i;
    json_object_del(j, "inputs");
    if (json_object_get(j, "file"))
        json_object_del(j, "line");
    json_object_foreach(j, key, value) forget_lines(value);
    json_array_foreach(j, i, value) forget_lines(value);
}

/* ---- one run ------------------------------------------------------------ */

static void ask_why(dt *d, const json_t *status)
{
    const json_t *first =
        json_array_get(json_object_get(status, "clauses"), 0);
    const char *id = json_string_value(json_object_get(first, "id"));
    const json_t *ids =
        json_object_get(json_object_get(first, "subject"), "ids");
    const char *whom = json_string_value(json_array_get(ids, 0));
    dt_text t;
    if (!id)
        return;
    dt_why(d, id, NULL, 0, &t);
    is_text(t);
    dt_why(d, id, NULL, DT_JSON, &t);
    is_json_or_empty(t);
    dt_why(d, id, whom, DT_COLOUR, &t);
    is_text(t);
    dt_why(d, "no such clause", whom, 0, &t);
    is_text(t);
}

/* An answer as text has been given: the same as JSON, and what was refused. */
static void alike(dt *d, dt_end end, dt_text t, dt_end json, dt_text j)
{
    must(end == json, "text and JSON end alike");
    is_text(t);
    is_json_or_empty(j);
    must((end == DT_OK) == (j.length > 0), "JSON is there, or was refused");
    dt_messages(d, 0, &t);
    is_text(t);
    must(end == DT_OK || t.length, "who is refused is told why");
}

static void ask_anytime(dt *d, const struct asked *a)
{
    dt_text t, j;
    dt_end end = dt_zones(d, a->at, a->accuracy, 0, &t);
    alike(d, end, t, dt_zones(d, a->at, a->accuracy, DT_JSON, &j), j);
    if (!a->code)
        return;
    end = dt_explain(d, a->code, 0, &t);
    alike(d, end, t, dt_explain(d, a->code, DT_JSON, &j), j);
}

static void ask_judged(dt *d, const struct asked *a)
{
    dt_text t, j;
    dt_listed l = { a->what, a->holder, a->item, a->in };
    dt_end end = dt_show(d, &l, 0, &t);
    alike(d, end, t, dt_show(d, &l, DT_JSON, &j), j);
    end = dt_timeline(d, a->clause, 0, &t);
    alike(d, end, t, dt_timeline(d, a->clause, DT_JSON, &j), j);
    if (!a->clause)
        return;
    end = dt_why(d, a->clause, a->whom, 0, &t);
    alike(d, end, t, dt_why(d, a->clause, a->whom, DT_JSON, &j), j);
}

static void messages(dt *d)
{
    dt_text t;
    dt_check(d, DT_JSON, &t);
    is_json_or_empty(t);
    dt_check(d, 0, &t);
    is_text(t);
    dt_messages(d, 0, &t);
    is_text(t);
    dt_messages(d, DT_WARNINGS | DT_COLOUR, &t);
    is_text(t);
}

static void ask_lists(dt *d)
{
    dt_text t;
    must(dt_timeline(d, NULL, 0, &t) == DT_OK, "what is judged has a past");
    is_text(t);
    must(dt_timeline(d, NULL, DT_JSON, &t) == DT_OK, "and as JSON");
    is_json_or_empty(t);
    must(dt_show(d, NULL, 0, &t) == DT_OK, "what is judged can be listed");
    is_text(t);
    must(dt_show(d, NULL, DT_JSON, &t) == DT_OK, "and as JSON");
    is_json_or_empty(t);
    must(dt_zones(d, "48 N 38 E", "2 km", DT_JSON, &t) == DT_OK,
         "and has zones");
    is_json_or_empty(t);
}

/* What is covered, tried, due, and in force. */
static void ask_text(dt *d)
{
    dt_text t, j;
    dt_end end = dt_cover(d, 0, &t);
    must(dt_cover(d, DT_JSON, &j) == end && end <= DT_FINDINGS,
         "what is read is covered or not");
    is_text(t);
    is_json_or_empty(j);
    end = dt_test(d, 0, &t);
    is_text(t);
    must(dt_test(d, DT_JSON, &j) == end, "text and JSON end alike");
    is_json_or_empty(j);
    end = dt_due(d, NULL, 0, &t);
    alike(d, end, t, dt_due(d, NULL, DT_JSON, &j), j);
    must(dt_due(d, NULL, DT_CALENDAR, &t) == end, "a calendar, too");
    is_text(t);
    must(dt_consolidate(d, &t) == DT_OK, "and a text is in force");
    is_text(t);
}

/* Every answer; returns `status` as JSON, or NULL if the books are wrong. */
static json_t *answers(dt *d, const struct asked *a)
{
    dt_text t;
    if (a->at)
        ask_anytime(d, a);
    if (dt_judge(d, a->on) != DT_OK && dt_judge(d, NULL) != DT_OK)
        return NULL;
    must(dt_status(d, 0, &t) == DT_OK, "what is judged has a status");
    is_text(t);
    must(dt_status(d, DT_JSON, &t) == DT_OK, "and as JSON");
    json_t *status = is_json(t);
    dt_end end = dt_verify(d, DT_STRICT, &t);
    is_text(t);
    must(dt_verify(d, DT_STRICT | DT_JSON, &t) == end,
         "text and JSON end alike");
    is_json_or_empty(t);
    ask_why(d, status);
    ask_lists(d);
    ask_text(d);
    if (a->at)
        ask_judged(d, a);
    return status;
}

/* Read and judge; *READ: how reading ended. */
static json_t *run(struct fake *f, const struct input *in, size_t columns,
                   dt_end *read)
{
    json_t *status = NULL;
    dt *d = dt_new_on(fake_os(f));
    if (!d)
        exit(1);
    dt_columns(d, columns);
    if (in->overlay.len)
        must(dt_overlay(d, IF) == DT_OK, "a what-if is taken");
    *read = dt_read(d, files, 2);
    must(*read == DT_OK || *read == DT_WRONG || in->overlay.len,
         "reading ends"); /* which book a what-if adds to may be open */
    dt_text names;
    dt_names(d, "RU", &names);
    is_json_or_empty(names);
    if (*read == DT_OK)
        status = answers(d, &in->asked);
    messages(d);
    dt_free(d);
    return status;
}

/* ---- the layout --------------------------------------------------------- */

static dt_end laid_out(struct fake *f, const char *path, int how)
{
    dt_text t;
    dt *d = dt_new_on(fake_os(f));
    if (!d)
        exit(1);
    dt_end end = dt_format(d, path, how, &t);
    is_text(t);
    dt_messages(d, 0, &t);
    is_text(t);
    dt_free(d);
    return end;
}

/* false: it cannot be laid out. */
static bool layout(struct fake *f, const char *path)
{
    dt_end end = laid_out(f, path, DT_CHECK);
    must(laid_out(f, path, 0) == end, "--check tells what would be done");
    must(end == DT_OK || end == DT_FINDINGS || end == DT_WRONG,
         "the layout is made");
    if (end == DT_WRONG)
        return false;
    must(laid_out(f, path, 0) == DT_OK, "laid out again it stays as it is");
    return true;
}

static void check_layout(struct fake *f, const struct input *in,
                         size_t columns, dt_end read, json_t *status)
{
    bool all = layout(f, PACT);
    all = layout(f, BOOK) && all;
    all = (!in->overlay.len || layout(f, IF)) && all;
    must(all || read != DT_OK, "what was read can be laid out");
    if (read != DT_OK)
        return;
    dt_end again;
    json_t *other = run(f, in, columns, &again);
    must(again == DT_OK, "the layout can be read");
    must(!status == !other, "and be judged");
    if (!status)
        return;
    forget_lines(status);
    forget_lines(other);
    must(json_equal(status, other), "and has the same meaning");
    json_decref(other);
}

/* ---- the input ---------------------------------------------------------- */

/* What of ALL stands before a NUL byte or a line "==="; the rest is left. */
static str part(str *all)
{
    size_t at = 0;
    str whole = *all;
    while (at < whole.len) {
        str rest = str_cut(whole, at, whole.len);
        bool line = !at || whole.at[at - 1] == '\n';
        if (!*rest.at || (line && str_starts(rest, S("===\n"))))
            break;
        at++;
    }
    *all = str_cut(whole, at, whole.len);
    *all = str_cut(*all, str_starts(*all, S("=")) ? 4 : 1, all->len);
    return str_cut(whole, 0, at);
}

/* The next line, or NULL. */
static const char *line(struct arena *keep, str *all)
{
    size_t n = 0;
    if (!all->len)
        return NULL;
    while (n < all->len && all->at[n] && all->at[n] != '\n')
        n++;
    const char *z = str_z(keep, str_cut(*all, 0, n));
    *all = str_cut(*all, n + 1, all->len);
    return z;
}

static void load(struct fake *f, struct arena *keep, str all, struct input *in)
{
    struct asked *a = &in->asked;
    const char **lines[] = { &a->at,   &a->accuracy, &a->clause, &a->whom,
                             &a->what, &a->holder,   &a->item,   &a->in,
                             &a->on,   &a->code,     &a->folder };
    in->pact = part(&all);
    in->book = part(&all);
    in->overlay = part(&all);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        *lines[i] = line(keep, &all);
    fake_init(f, keep);
    fake_put(f, S(PACT), in->pact);
    fake_put(f, S(BOOK), in->book);
    if (in->overlay.len)
        fake_put(f, S(IF), in->overlay);
}

/* A draft is readable wherever it is put. */
static void draft(struct fake *f, const char *folder)
{
    dt_text t;
    dt *d = dt_new_on(fake_os(f));
    if (!d)
        exit(1);
    dt_end end = dt_draft(d, folder, DT_JSON, &t);
    must(end != DT_FINDINGS, "a draft is made or refused");
    is_json_or_empty(t);
    if (end == DT_OK)
        must(dt_read(d, &folder, 1) == DT_OK, "a draft can be read");
    dt_messages(d, 0, &t);
    is_text(t);
    dt_free(d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = arena_new((size_t)1 << 30);
    struct fake f;
    struct input in;
    dt_end read;
    arena_tight(size % 2 == 0);
    load(&f, &keep, (str){ (const char *)data, size }, &in);
    size_t columns = size % 5 ? 0 : size % 97;
    json_t *status = run(&f, &in, columns, &read);
    check_layout(&f, &in, columns, read, status);
    json_decref(status);
    if (in.asked.folder)
        draft(&f, in.asked.folder);
    arena_free(&keep);
    return 0;
}

#ifdef READABLE
/* ---- other inputs that can be read --------------------------------------
 *
 * Of a hundred changes of bytes two leave a text that can be read.  This
 * target goes behind the reader: it changes words and lines, and takes only
 * what can still be read.
 */

enum { TRIES = 10, CHANGES = 2, WORDS_MOST = 3 };

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most,
                               unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_n,
                                 const uint8_t *b, size_t b_n, uint8_t *out,
                                 size_t most, unsigned seed);

struct edit {
    char *at;
    size_t len, most;
    uint32_t dice;
};

struct cut {
    size_t from, to;
};

/* 0 .. n - 1 */
static size_t throw_dice(struct edit *e, size_t n)
{
    e->dice = e->dice * 1664525u + 1013904223u; /* Numerical Recipes */
    return n ? (e->dice >> 8) % n : 0;
}

static bool parts(char c, bool lines)
{
    return c == '\n' || (!lines && (c == ' ' || c == ',' || c == ':'));
}

/* Some words in a row, or some line with its end, of TEXT. */
static struct cut some(struct edit *e, str text, bool line)
{
    size_t at = throw_dice(e, text.len);
    size_t n = line ? 1 : 1 + throw_dice(e, WORDS_MOST);
    struct cut c = { at, at };
    while (c.from && !parts(text.at[c.from - 1], line))
        c.from--;
    for (; n; n--) {
        c.to += c.to < text.len && !line && c.to > at;
        while (c.to < text.len && !parts(text.at[c.to], line))
            c.to++;
        if (c.to < text.len && text.at[c.to] == '\n')
            break;
    }
    c.to += line && c.to < text.len;
    return c;
}

static bool digits(str text, struct cut c)
{
    return c.from < c.to && text.at[c.from] >= '0' && text.at[c.from] <= '9';
}

/* WITH, which is not of the text itself, instead of C. */
static void replace(struct edit *e, struct cut c, str with)
{
    if (e->len - (c.to - c.from) + with.len > e->most)
        return;
    memmove(e->at + c.from + with.len, e->at + c.to, e->len - c.to);
    memcpy(e->at + c.from, with.at, with.len);
    e->len = e->len - (c.to - c.from) + with.len;
}

/* Words or a line of FROM instead of some of E, or beside them. */
static void edit(struct edit *e, str from)
{
    static const char *const figures[] = { "0",
                                           "1",
                                           "999_999_999_999",
                                           "0.1",
                                           "1/3",
                                           "5..7",
                                           "100%",
                                           "2022-01-24",
                                           "2022-02-01..2022-03-01",
                                           "2022-02-20T12:00Z" };
    enum { FIGURES = sizeof figures / sizeof *figures };
    str own = { e->at, e->len };
    bool line = throw_dice(e, 3) == 0;
    struct cut a = some(e, own, line), b = some(e, from, line);
    for (int i = 0; !line && i < 20 && digits(own, a) != digits(from, b); i++)
        b = some(e, from, line);
    if (line && throw_dice(e, 2))
        a.to = a.from; /* one line more */
    if (throw_dice(e, line ? 4 : 10) == 0)
        replace(e, a, S(""));
    else if (digits(own, a) && throw_dice(e, 4) == 0)
        replace(e, a, str_of(figures[throw_dice(e, FIGURES)]));
    else
        replace(e, a, str_cut(from, b.from, b.to));
}

static bool readable(str text)
{
    struct arena keep = arena_new((size_t)1 << 30);
    struct fake f;
    struct input in;
    load(&f, &keep, text, &in);
    dt *d = dt_new_on(fake_os(&f));
    if (d && in.overlay.len)
        dt_overlay(d, IF);
    bool good = d && dt_read(d, files, 2) == DT_OK;
    dt_free(d);
    arena_free(&keep);
    return good;
}

/* TEXT changed by what stands in FROM, into OUT of MOST bytes. */
static size_t change(str text, str from, uint8_t *out, size_t most,
                     unsigned seed)
{
    struct arena keep = arena_new((size_t)1 << 24);
    struct edit e = { new_n(&keep, char, most + 1), 0, most, seed };
    text = str_copy(&keep, text);
    from = str_copy(&keep, from);
    int done = 0;
    arena_tight(false);
    for (int i = 0; i < TRIES && done < CHANGES; i++) {
        memcpy(e.at, text.at, text.len);
        e.len = text.len;
        edit(&e, from);
        if (!e.len || !readable((str){ e.at, e.len }))
            continue;
        text = str_copy(&keep, (str){ e.at, e.len });
        done++;
    }
    memcpy(out, text.at, text.len);
    arena_free(&keep);
    return text.len;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most,
                               unsigned seed)
{
    str text = { (const char *)data, size };
    return change(text, text, data, most, seed);
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_n,
                                 const uint8_t *b, size_t b_n, uint8_t *out,
                                 size_t most, unsigned seed)
{
    str x = { (const char *)a, a_n < most ? a_n : most };
    return change(x, (str){ (const char *)b, b_n }, out, most, seed);
}
#endif
