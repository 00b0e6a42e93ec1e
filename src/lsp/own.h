/* own.h - inside lsp/: messages, documents, positions. */
#ifndef LSP_OWN_H
#define LSP_OWN_H

#include "base/str.h"
#include "detente.h"
#include "lsp/lsp.h"

#include <jansson.h>

/* ---- wire.c: messages on the streams ------------------------------------ */

enum { MESSAGE_MOST = 256 << 20 }; /* bytes of one message */

enum wire_end { WIRE_MESSAGE, WIRE_BROKEN, WIRE_END };

/* The next message; the caller's, json_decref(). WIRE_BROKEN: one that is no
 * JSON; what follows can still be read. */
enum wire_end wire_read(FILE *in, json_t **out);
/* MESSAGE is taken. */
void wire_write(FILE *out, json_t *message);

/* ---- text.c: lines, characters, words ----------------------------------- */

/* A place in a text as the protocol counts: lines and UTF-16 units from 0. */
struct at {
    size_t line, unit;
};

/* The byte offset of A in TEXT, clamped to its line's end and TEXT's. */
size_t text_byte(str text, struct at a);
struct at text_at(str text, size_t byte);
/* Where line LINE (from 0) of TEXT begins; text.len if it has none. */
size_t text_line(str text, size_t line);

/* The word of the language around byte I, [from, to); empty: none. */
struct word {
    size_t from, to;
};
struct word text_word(str text, size_t i);
/* The word before byte I, in the same line, beyond blanks. */
struct word text_before(str text, size_t i);
static inline str word_of(str text, struct word w)
{
    return str_cut(text, w.from, w.to);
}

/* "file:///a%20b" -> "/a b"; empty: no file. And back. */
str uri_path(struct arena *keep, str uri);
str path_uri(struct arena *keep, str path);

/* ---- documents ---------------------------------------------------------- */

struct document {
    struct document *next;
    char *uri, *path, *text; /* malloc()ed */
    size_t length;
};

struct server {
    FILE *out;
    struct document *open;
    char **told; /* URIs for which there are messages on show */
    size_t told_n;
    int down;           /* `shutdown` came */
    int ended;          /* `exit` came */
    struct arena *work; /* of this message */
};

struct document *document_of(struct server *s, str uri);
/* Its text or, if it is not open, the file's; false: neither. */
bool text_of(struct server *s, str path, str *out);

/* ---- ask.c: a run of the front door ------------------------------------- */

/* Read PATH and what lies beside it. The caller's: dt_free(); NULL: no
 * memory. */
dt *ask_read(struct server *s, str path, dt_end *end);
/* Its names, and uses of WANTED (NULL: of nothing); json_decref(). */
json_t *ask_names(dt *d, const char *wanted);
/* What is told of clause ID, a line for each row, or what a name is. */
void ask_value(struct server *s, str path, const json_t *name,
               struct buf *out);

/* ---- what is asked ------------------------------------------------------ */

void tell_messages(struct server *s, str uri); /* ... of its folder */
json_t *do_hover(struct server *s, const json_t *params);
json_t *do_definition(struct server *s, const json_t *params);
json_t *do_references(struct server *s, const json_t *params);
json_t *do_prepare_rename(struct server *s, const json_t *params);
/* NULL: refused, and WHY says so. */
json_t *do_rename(struct server *s, const json_t *params, const char **why);
json_t *do_completion(struct server *s, const json_t *params);
json_t *do_formatting(struct server *s, const json_t *params);
json_t *do_symbols(struct server *s, const json_t *params);

/* ---- JSON in short ------------------------------------------------------ */

str json_text(const json_t *map, const char *key); /* "" if there is none */
json_t *json_range(struct at from, struct at to);
/* Of a place of dt_names(): its file, and where it is; false: gone. */
bool place_of(struct server *s, const json_t *place, str *path,
              struct at *from, struct at *to);

#endif
