/* text.c - lines, characters and words as an editor counts them */
#include "lsp/own.h"

#include <string.h>

/* ---- places ------------------------------------------------------------- */

size_t text_line(str text, size_t line)
{
    size_t i = 0;
    for (; line && i < text.len; line--) {
        const char *end = memchr(text.at + i, '\n', text.len - i);
        i = end ? (size_t)(end - text.at) + 1 : text.len;
    }
    return line ? text.len : i;
}

/* How many UTF-16 units a character takes. */
static size_t units(uint32_t rune)
{
    return rune > 0xffff ? 2 : 1;
}

size_t text_byte(str text, struct at a)
{
    size_t i = text_line(text, a.line);
    for (size_t u = 0; i < text.len && text.at[i] != '\n' && u < a.unit;)
        u += units(str_rune(text, &i));
    return i;
}

struct at text_at(str text, size_t byte)
{
    struct at a = { 0, 0 };
    size_t from = 0;
    byte = byte < text.len ? byte : text.len;
    for (size_t i = 0; i < byte; i++)
        if (text.at[i] == '\n') {
            a.line++;
            from = i + 1;
        }
    while (from < byte)
        a.unit += units(str_rune(text, &from));
    return a;
}

/* ---- words -------------------------------------------------------------- */

static bool parts(char c)
{
    return strchr(" \t\r\n,\"=&+<>", c) != NULL; /* and NUL */
}

struct word text_word(str text, size_t i)
{
    struct word w = { i, i };
    while (w.from && !parts(text.at[w.from - 1]))
        w.from--;
    while (w.to < text.len && !parts(text.at[w.to]))
        w.to++;
    if (w.to > w.from && text.at[w.to - 1] == ':')
        w.to--;
    return w;
}

struct word text_before(str text, size_t i)
{
    while (i && (text.at[i - 1] == ' ' || text.at[i - 1] == '\t'))
        i--;
    return i && !parts(text.at[i - 1]) ? text_word(text, i - 1)
                                       : (struct word){ i, i };
}

/* ---- addresses ---------------------------------------------------------- */

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

str uri_path(struct arena *keep, str uri)
{
    struct buf b = { .keep = keep };
    if (!str_starts(uri, S("file://")))
        return S("");
    for (size_t i = 7; i < uri.len; i++) {
        int high = i + 2 < uri.len ? hex(uri.at[i + 1]) : -1,
            low = i + 2 < uri.len ? hex(uri.at[i + 2]) : -1;
        bool escaped = uri.at[i] == '%' && high >= 0 && low >= 0;
        buf_char(&b, escaped ? (char)(high * 16 + low) : uri.at[i]);
        i += escaped ? 2 : 0;
    }
    return buf_str(&b);
}

str path_uri(struct arena *keep, str path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS"
                                "TUVWXYZ0123456789-._~/";
    struct buf b = { .keep = keep };
    buf_z(&b, "file://");
    for (size_t i = 0; i < path.len; i++)
        if (path.at[i] && strchr(plain, path.at[i]))
            buf_char(&b, path.at[i]);
        else
            buf_fmt(&b, "%%%02X", (unsigned char)path.at[i]);
    return buf_str(&b);
}
