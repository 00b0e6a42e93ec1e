/* names.c - areas found by name, and what may have been meant.
 *
 * Names are compared by their key: case folded, accents off, apostrophes off,
 * other marks as one blank (utf8proc; and a few letters that Unicode takes
 * for letters of their own, as l with a stroke).  The file has
 * the keys of all names in order, made by the same rule
 * (tools/boundaries/names.mjs).
 *
 * A province goes before a group of provinces of the same name, and that
 * before an area that bears the name beside another.
 */
#include "geo/own.h"

#include <string.h>
#include <utf8proc.h>

/* ---- keys --------------------------------------------------------------- */

static const struct {
    utf8proc_int32_t rune;
    const char *plain;
} letters[] = {
    { 0xdf, "ss" }, { 0xe6, "ae" }, { 0x153, "oe" }, { 0xf8, "o" },
    { 0x142, "l" }, { 0x111, "d" }, { 0xf0, "d" },   { 0xfe, "th" },
    { 0x131, "i" }, { 0x127, "h" }, { 0x259, "e" },
};

static bool is_mute(utf8proc_int32_t c)
{
    return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x2b9 ||
           c == 0x2bb || c == 0x2bc || c == 0x2be || c == 0x2bf;
}

static void add_rune(struct buf *b, utf8proc_int32_t c)
{
    if (is_mute(c))
        return;
    if (c < 128) {
        bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (word)
            buf_char(b, (char)c);
        else if (b->len && b->at[b->len - 1] != ' ')
            buf_char(b, ' ');
        return;
    }
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].rune == c) {
            buf_z(b, letters[i].plain);
            return;
        }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t n = utf8proc_encode_char(c, bytes);
    buf_add(b, (str){ (const char *)bytes, (size_t)n });
}

str name_key(struct arena *work, str name)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)name.at;
    utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                            UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
    utf8proc_ssize_t len = (utf8proc_ssize_t)name.len;
    utf8proc_ssize_t n = len ? utf8proc_decompose(at, len, NULL, 0, how) : 0;
    if (n <= 0)
        return (str){ "", 0 };
    utf8proc_int32_t *rune = new_n(work, utf8proc_int32_t, (size_t)n);
    utf8proc_decompose(at, len, rune, n, how);
    struct buf b = { .keep = work };
    for (utf8proc_ssize_t i = 0; i < n; i++)
        add_rune(&b, rune[i]);
    str key = buf_str(&b);
    return key.len && key.at[key.len - 1] == ' ' ? str_cut(key, 0, key.len - 1)
                                                 : key;
}

/* ---- the list of names -------------------------------------------------- */

enum { LONGEST = 256 };

struct keys { /* a walk through them */
    struct reader r;
    uint64_t left, area, rank;
    char at[LONGEST];
    size_t len;
};

static bool keys_next(struct keys *k)
{
    if (!k->left || k->r.bad)
        return false;
    k->left--;
    uint64_t same = read_number(&k->r);
    str rest = read_text(&k->r);
    k->area = read_number(&k->r);
    k->rank = read_number(&k->r);
    if (k->r.bad || same > k->len || rest.len > LONGEST - same)
        return false;
    memcpy(k->at + same, rest.at, rest.len);
    k->len = (size_t)same + rest.len;
    return true;
}

static struct keys keys_first(const struct file *f)
{
    struct keys k = { .r = file_reader(f, PART_KEYS) };
    k.left = k.r.bad ? 0 : read_number(&k.r);
    return k;
}

struct area {
    str name, code;
};

/* Area N of the file; its places into SET unless that is NULL. */
static bool area_read(const struct file *f, uint64_t n, struct area *out,
                      uint64_t *set)
{
    struct reader r = file_reader(f, PART_AREAS);
    uint64_t count = r.bad ? 0 : read_number(&r);
    for (uint64_t i = 0; i < count && !r.bad && i <= n; i++) {
        out->name = read_text(&r);
        out->code = read_text(&r);
        read_places(&r, f, i == n ? set : NULL);
    }
    return n < count && !r.bad;
}

static str full_name(struct arena *keep, struct area a)
{
    return a.code.len ? str_fmt(keep, "%.*s, %.*s", STR(a.name), STR(a.code))
                      : str_copy(keep, a.name);
}

/* ---- finding ------------------------------------------------------------ */

struct found {
    uint64_t *area;
    size_t n, cap;
    uint64_t rank;
};

/* Areas with that key, of the best rank there is; of one country if CODE. */
static void find(struct geo *g, str key, str code, struct found *out)
{
    struct keys k = keys_first(&g->file);
    while (key.len && keys_next(&k)) {
        struct area a;
        int order = str_cmp((str){ k.at, k.len }, key);
        if (order > 0)
            break; /* they are sorted */
        if (order < 0 || (out->n && k.rank > out->rank))
            continue;
        if (code.len &&
            (!area_read(&g->file, k.area, &a, NULL) || !str_eq(a.code, code)))
            continue;
        if (out->n && k.rank < out->rank)
            out->n = 0;
        out->rank = k.rank;
        *push(g->keep, out->area, out->n, out->cap) = k.area;
    }
}

/* The two letters that stand with areas, for a code of two or three. */
static bool two_letters(const struct file *f, str code, str *out)
{
    struct reader r = file_reader(f, PART_LANDS);
    uint64_t n = r.bad ? 0 : read_number(&r);
    for (uint64_t i = 0; i < n && !r.bad; i++) {
        str two = read_text(&r), three = read_text(&r);
        read_places(&r, f, NULL);
        if (str_same_letters(code, two) || str_same_letters(code, three)) {
            *out = two;
            return true;
        }
    }
    return false;
}

static void find_named(struct geo *g, str name, struct found *out)
{
    find(g, name_key(g->keep, name), (str){ 0 }, out);
    size_t comma = name.len;
    while (comma && name.at[comma - 1] != ',')
        comma--;
    str code = str_trim(str_cut(name, comma, name.len)), two;
    if (!out->n && comma && two_letters(&g->file, code, &two))
        find(g, name_key(g->keep, str_cut(name, 0, comma - 1)), two, out);
}

/* ---- what may have been meant ------------------------------------------- */

/* Letters to change, add or leave out (Levenshtein), or MOST + 1 if more. */
static size_t apart(str a, str b, size_t most)
{
    size_t row[LONGEST + 1];
    if (a.len > LONGEST || b.len > LONGEST ||
        (a.len > b.len ? a.len - b.len : b.len - a.len) > most)
        return most + 1;
    for (size_t j = 0; j <= b.len; j++)
        row[j] = j;
    for (size_t i = 0; i < a.len; i++) {
        size_t corner = row[0], least = row[0] = i + 1;
        for (size_t j = 0; j < b.len; j++) {
            size_t best = corner + (a.at[i] != b.at[j]);
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j + 1] + 1 < best)
                best = row[j + 1] + 1;
            corner = row[j + 1];
            row[j + 1] = best;
            if (best < least)
                least = best;
        }
        if (least > most)
            return most + 1;
    }
    return row[b.len];
}

/* Up to MOST full names nearest to NAME, nearest first. */
static size_t nearest(struct geo *g, str name, str *names, size_t most)
{
    str key = name_key(g->keep, name);
    size_t n = 0, reach = key.len ? key.len / 4 + 1 : 0;
    for (size_t d = 1; d <= reach && n < most; d++) {
        struct keys k = keys_first(&g->file);
        while (n < most && keys_next(&k)) {
            struct area a;
            if (apart(key, (str){ k.at, k.len }, d) != d ||
                !area_read(&g->file, k.area, &a, NULL))
                continue;
            str full = full_name(g->keep, a);
            bool known = false;
            for (size_t i = 0; i < n; i++)
                known |= str_eq(names[i], full);
            if (!known)
                names[n++] = full;
        }
    }
    return n;
}

const struct geo_zone *geo_area(struct geo *g, str name, size_t *found,
                                str *names, size_t most, size_t *names_n)
{
    struct found f = { 0 };
    struct area a;
    str key = str_fmt(g->keep, "area %.*s", STR(name));
    const struct geo_zone *old = zone_named(g, key);
    *found = 1;
    *names_n = 0;
    if (old)
        return old;
    find_named(g, name, &f);
    *found = f.n;
    if (f.n == 0)
        *names_n = nearest(g, name, names, most);
    for (size_t i = 0; f.n > 1 && i < f.n && i < most; i++)
        if (area_read(&g->file, f.area[i], &a, NULL))
            names[(*names_n)++] = full_name(g->keep, a);
    if (f.n != 1)
        return NULL;
    uint64_t *set = new_n(g->keep, uint64_t, places_words(&g->file));
    if (!area_read(&g->file, f.area[0], &a, set) ||
        !file_check(g->keep, &g->file, set)) {
        *found = 0;
        return NULL;
    }
    return zone_name(g, key, zone_area(g, set, AREA_ACCURACY));
}
