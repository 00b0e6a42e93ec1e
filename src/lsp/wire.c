/* wire.c - messages on two streams: heads, an empty line, JSON */
#include "lsp/own.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { HEAD_MOST = 1000 };

/* One line of the head without its end; false: the stream ended. */
static bool head_line(FILE *in, char line[HEAD_MOST])
{
    size_t n = 0;
    int c;
    while ((c = getc(in)) != EOF && c != '\n')
        if (n + 1 < HEAD_MOST)
            line[n++] = (char)c;
    while (n && line[n - 1] == '\r')
        n--;
    line[n] = 0;
    return c != EOF;
}

/* *LENGTH as the heads give it; false: the stream ended. Without one it is 0.
 */
static bool heads(FILE *in, size_t *length)
{
    static const char name[] = "content-length:";
    char line[HEAD_MOST];
    *length = 0;
    do {
        if (!head_line(in, line))
            return false;
        if (!strncasecmp(line, name, sizeof name - 1))
            *length = strtoul(line + sizeof name - 1, NULL, 10);
    } while (*line);
    return true;
}

/* What cannot be taken is read past. */
static bool skip(FILE *in, size_t n)
{
    while (n && getc(in) != EOF)
        n--;
    return !n;
}

enum wire_end wire_read(FILE *in, json_t **out)
{
    size_t n;
    *out = NULL;
    if (!heads(in, &n))
        return WIRE_END;
    char *body = n <= MESSAGE_MOST ? malloc(n + 1) : NULL;
    if (!body)
        return skip(in, n) ? WIRE_BROKEN : WIRE_END;
    bool whole = fread(body, 1, n, in) == n;
    if (whole)
        *out = json_loadb(body, n, JSON_REJECT_DUPLICATES, NULL);
    free(body);
    return !whole ? WIRE_END : *out ? WIRE_MESSAGE : WIRE_BROKEN;
}

void wire_write(FILE *out, json_t *message)
{
    char *text = json_dumps(message, JSON_COMPACT);
    if (text)
        fprintf(out, "Content-Length: %zu\r\n\r\n%s", strlen(text), text);
    fflush(out);
    free(text);
    json_decref(message);
}
