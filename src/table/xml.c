/* xml.c - a document as events, by expat; see own.h */
#include "table/own.h"

#include <expat.h>

struct writing {
    XML_Parser parser;
    char *at;
    size_t n, cap;
    size_t text; /* where the last event, a text, ends; 0: it is none */
    bool failed;
};

static void fail(struct writing *w)
{
    w->failed = true;
    XML_StopParser(w->parser, XML_FALSE);
}

static void put(struct writing *w, const char *s, size_t n)
{
    if (w->failed)
        return;
    if (n > w->cap - w->n) {
        fail(w);
        return;
    }
    memcpy(w->at + w->n, s, n);
    w->n += n;
}

/* Behind the prefix. */
static const char *local(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

static void on_start(void *self, const char *name, const char **attributes)
{
    struct writing *w = self;
    w->text = 0;
    put(w, "S", 1);
    put(w, local(name), strlen(local(name)) + 1);
    for (size_t i = 0; attributes[i]; i++) {
        const char *s = i % 2 ? attributes[i] : local(attributes[i]);
        put(w, s, strlen(s) + 1);
    }
    put(w, "", 1);
}

static void on_end(void *self, const char *name)
{
    struct writing *w = self;
    w->text = 0;
    put(w, "E", 1);
    put(w, local(name), strlen(local(name)) + 1);
}

static void on_text(void *self, const char *s, int n)
{
    struct writing *w = self;
    if (w->text)
        w->n--; /* goes on: over the NUL */
    else
        put(w, "T", 1);
    put(w, s, (size_t)n);
    put(w, "", 1);
    w->text = w->n;
}

static void on_doctype(void *self, const char *name, const char *system,
                       const char *public, int internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    fail(self);
}

bool xml_open(struct xml *x, struct arena *keep, str text)
{
    struct writing w = { .cap = 2 * text.len + 64 };
    *x = (struct xml){ 0 };
    w.at = new_n(keep, char, w.cap);
    if (text.len > INT32_MAX)
        return false;
    w.parser = XML_ParserCreate(NULL);
    if (!w.parser)
        arena_refused(keep);
    XML_SetUserData(w.parser, &w);
    XML_SetElementHandler(w.parser, on_start, on_end);
    XML_SetCharacterDataHandler(w.parser, on_text);
    XML_SetStartDoctypeDeclHandler(w.parser, on_doctype);
    bool good =
        XML_Parse(w.parser, text.at, (int)text.len, 1) == XML_STATUS_OK &&
        !w.failed;
    XML_ParserFree(w.parser);
    x->at = w.at;
    x->end = w.at + w.n;
    return good;
}

static str next_word(struct xml *x)
{
    str s = str_of(x->at);
    x->at += s.len + 1;
    return s;
}

bool xml_next(struct xml *x)
{
    if (x->at == x->end) {
        x->kind = XML_DONE;
        return false;
    }
    char c = *x->at++;
    x->kind = c == 'S' ? XML_START : c == 'E' ? XML_END : XML_TEXT;
    if (x->kind == XML_TEXT) {
        x->text = next_word(x);
        return true;
    }
    x->name = next_word(x);
    x->attributes = x->at;
    if (x->kind == XML_START) {
        while (*x->at)
            next_word(x), next_word(x);
        x->at++;
    }
    return true;
}

str xml_attribute(const struct xml *x, const char *name)
{
    for (const char *p = x->attributes; *p;) {
        const char *value = p + strlen(p) + 1;
        if (!strcmp(p, name))
            return str_of(value);
        p = value + strlen(value) + 1;
    }
    return (str){ 0 };
}
