/* own.h - inside table/: packed files, and XML as a row of events. */
#ifndef TABLE_OWN_H
#define TABLE_OWN_H

#include "table/table.h"

/* ---- read.c ------------------------------------------------------------- */

/* In any case of letters. */
bool table_ends_in(str path, const char *tail);

/* ---- pack.c: what is in a zip ------------------------------------------- */

struct pack {
    struct arena *keep;
    void *zip;   /* of libzip; the arena's */
    size_t left; /* bytes that may still be unpacked */
};

/* NULL, or why not. BYTES must outlive the pack. */
const char *pack_open(struct pack *p, struct arena *keep, str bytes);
/* The file NAME; *THERE: whether there is one. NULL, or why not. */
const char *pack_read(struct pack *p, str name, bool *there, str *out);

/* ---- xml.c: a document as events ----------------------------------------
 *
 * Expat calls back, and out of a callback of a library the house does not
 * jump; so the callbacks write into one piece of memory that was taken before,
 * and the events are read from it afterwards.
 */

enum xml_kind { XML_START, XML_TEXT, XML_END, XML_DONE };

struct xml {
    const char *at, *end;
    /* the event: names are without their prefixes */
    enum xml_kind kind;
    str name;               /* of XML_START and XML_END */
    str text;               /* of XML_TEXT */
    const char *attributes; /* of XML_START: name NUL value NUL ... NUL */
};

/* false: it is no well-formed XML, or has a document type, which no table
 * needs. */
bool xml_open(struct xml *x, struct arena *keep, str text);
bool xml_next(struct xml *x);
/* The value of an attribute, or NULL text. */
str xml_attribute(const struct xml *x, const char *name);

/* ---- xlsx.c ------------------------------------------------------------- */

bool table_xlsx(struct arena *keep, str bytes, const struct table_how *how,
                struct table *out, struct table_wrong *wrong);

#endif
