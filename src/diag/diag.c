/* diag.c - collecting messages and finding places; see diag.h */
#include "diag/own.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- collecting --------------------------------------------------------- */

/* What is quoted may be any bytes. */
static str harmless(struct arena *keep, str text)
{
    struct buf b = { .keep = keep };
    if (str_is_plain(text))
        return str_copy(keep, text);
    for (size_t i = 0; i < text.len;)
        diag_glyph(&b, text, &i);
    return buf_str(&b);
}

__attribute__((format(printf, 2, 0))) static str say(struct arena *keep,
                                                     const char *fmt,
                                                     va_list ap)
{
    char text[2048];
    int n = vsnprintf(text, sizeof text, fmt, ap);
    assert(n >= 0);
    size_t len = (size_t)n;
    if (len >= sizeof text) { /* cut short, but not within a character */
        size_t last = len = sizeof text - 1;
        while (last && ((unsigned char)text[--last] & 0xc0) == 0x80)
            ;
        if (str_utf8((str){ text + last, len - last }) < len - last)
            len = last;
    }
    return harmless(keep, (str){ text, len });
}

struct diag *diag_add_v(struct diags *d, enum diag_kind kind, span at,
                        const char *fmt, va_list ap)
{
    struct diag *m = new_one(d->keep, struct diag);
    *m =
        (struct diag){ .kind = kind, .at = at, .text = say(d->keep, fmt, ap) };
    d->errors += diag_page(kind)->severity == SEVERITY_ERROR;
    *push(d->keep, d->at, d->n, d->cap) = m;
    return m;
}

struct diag *diag_add(struct diags *d, enum diag_kind kind, span at,
                      const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    struct diag *m = diag_add_v(d, kind, at, fmt, ap);
    va_end(ap);
    return m;
}

void diag_because(struct diags *d, struct diag *to, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    to->because = say(d->keep, fmt, ap);
    va_end(ap);
}

void diag_help(struct diags *d, struct diag *to, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    to->help = say(d->keep, fmt, ap);
    va_end(ap);
}

void diag_note(struct diags *d, struct diag *to, span at, const char *fmt, ...)
{
    struct diag_note *n = new_one(d->keep, struct diag_note);
    struct diag_note **last = &to->notes;
    va_list ap;
    va_start(ap, fmt);
    *n = (struct diag_note){ NULL, at, say(d->keep, fmt, ap) };
    va_end(ap);
    while (*last)
        last = &(*last)->next;
    *last = n;
}

static int by_place(const void *x, const void *y)
{
    const struct diag *a = *(struct diag *const *)x;
    const struct diag *b = *(struct diag *const *)y;
    if (a->at.file != b->at.file)
        return a->at.file < b->at.file ? -1 : 1;
    if (a->at.from != b->at.from)
        return a->at.from < b->at.from ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return str_cmp(a->text, b->text);
}

void diag_sort(struct diags *d)
{
    size_t k = 0;
    if (!d->n)
        return;
    qsort(d->at, d->n, sizeof *d->at, by_place);
    for (size_t i = 0; i < d->n; i++) {
        if (k && by_place(&d->at[k - 1], &d->at[i]) == 0)
            d->errors -= diag_page(d->at[i]->kind)->severity == SEVERITY_ERROR;
        else
            d->at[k++] = d->at[i];
    }
    d->n = k;
}

/* ---- places --------------------------------------------------------------
 */

static void index_lines(struct arena *keep, struct source *f)
{
    size_t cap = 0, n = 0;
    uint32_t *v = NULL;
    *push(keep, v, n, cap) = 0;
    const char *p = f->text.at, *end = p + f->text.len;
    while (p < end && (p = memchr(p, '\n', (size_t)(end - p))))
        *push(keep, v, n, cap) = (uint32_t)(++p - f->text.at);
    f->lines = v;
    f->lines_n = n;
}

struct place diag_place(struct sources *s, uint32_t file, uint32_t at)
{
    struct source *f = &s->at[file];
    if (!f->lines)
        index_lines(s->keep, f);
    size_t low = 0, high = f->lines_n; /* line LOW begins at or before AT */
    while (high - low > 1) {
        size_t mid = (low + high) / 2;
        *(f->lines[mid] <= at ? &low : &high) = mid;
    }
    str before = str_cut(f->text, f->lines[low], at);
    if (!low && str_starts(before, S("\xef\xbb\xbf")))
        before = str_cut(before, 3, before.len);
    return (struct place){ low + 1, str_chars(before) + 1, before.len + 1 };
}

/* ---- kinds -------------------------------------------------------------- */

#define error SEVERITY_ERROR
#define warning SEVERITY_WARNING

#define TEXT(literal)                                                         \
    {                                                                         \
        (literal), sizeof(literal) - 1                                        \
    }

static const struct diag_page pages[] = {
#define KIND(name, code, severity, title, what, wrong, right)                 \
    { #name,       TEXT(code),  TEXT(title), TEXT(what),                      \
      TEXT(wrong), TEXT(right), severity },
#include "diag/kinds.def"
#undef KIND
};

const struct diag_page *diag_page(enum diag_kind kind)
{
    return &pages[kind];
}

bool diag_find(str code, enum diag_kind *out)
{
    for (int i = 0; i < DIAG_KINDS; i++) {
        str c = pages[i].code;
        bool same = c.len == code.len;
        for (size_t k = 0; same && k < c.len; k++)
            same = (code.at[k] | 32) == (c.at[k] | 32);
        if (same) {
            *out = (enum diag_kind)i;
            return true;
        }
    }
    return false;
}

/* ---- the nearest names -------------------------------------------------- */

static unsigned char lower(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* Optimal string alignment over bytes, case ignored: insertions, deletions,
 * changes and swaps of neighbours (R. A. Wagner and R. Lowrance, JACM 22,
 * 1975, restricted). Above MOST it stops counting. */
static size_t distance(struct arena *work, str a, str b, size_t most)
{
    if (a.len > b.len + most || b.len > a.len + most)
        return most + 1;
    struct arena_mark m = arena_mark(work);
    size_t *two = new_n(work, size_t, 3 * (b.len + 1));
    size_t *was = two, *now = two + b.len + 1, *next = now + b.len + 1;
    for (size_t j = 0; j <= b.len; j++)
        now[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        next[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            bool same = lower(a.at[i - 1]) == lower(b.at[j - 1]);
            size_t d = now[j - 1] + !same;
            d = now[j] + 1 < d ? now[j] + 1 : d;
            d = next[j - 1] + 1 < d ? next[j - 1] + 1 : d;
            if (i > 1 && j > 1 && lower(a.at[i - 1]) == lower(b.at[j - 2]) &&
                lower(a.at[i - 2]) == lower(b.at[j - 1]) && was[j - 2] + 1 < d)
                d = was[j - 2] + 1;
            next[j] = d;
        }
        size_t *x = was;
        was = now;
        now = next;
        next = x;
    }
    size_t d = now[b.len];
    arena_back(work, m);
    return d;
}

size_t diag_nearest(struct arena *work, str wrong, const str *names, size_t n,
                    str out[3])
{
    size_t most = wrong.len < 3 ? wrong.len ? 1 : 0 : (wrong.len + 2) / 3;
    size_t far[3], got = 0;
    if (wrong.len > 100)
        return 0;
    for (size_t i = 0; i < n; i++) {
        size_t d = distance(work, wrong, names[i], most);
        if (d > most || (d == wrong.len && d > 0))
            continue; /* nothing of it is left */
        size_t k = got < 3 ? got++ : 3;
        for (;
             k > 0 && (d < far[k - 1] ||
                       (d == far[k - 1] && str_cmp(names[i], out[k - 1]) < 0));
             k--)
            if (k < 3) {
                far[k] = far[k - 1];
                out[k] = out[k - 1];
            }
        if (k < 3) {
            far[k] = d;
            out[k] = names[i];
        }
    }
    return got;
}
