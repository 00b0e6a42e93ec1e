/* draft.c - a small pact and book to go on from */
#include "show/own.h"

static const struct {
    const char *name, *text;
} drafts[DRAFT_FILES] = {
#define FILE(name, text) { name, text },
#include "show/draft.def"
#undef FILE
};

void draft_files(struct os_file out[DRAFT_FILES])
{
    for (size_t i = 0; i < DRAFT_FILES; i++)
        out[i] =
            (struct os_file){ str_of(drafts[i].name), str_of(drafts[i].text) };
}

static bool harmless(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '_' ||
           c == '-';
}

/* PATH as a word of a shell. */
static str shell_word(struct arena *k, str path)
{
    struct buf b = { .keep = k };
    bool plain = true;
    for (size_t i = 0; i < path.len; i++)
        plain = plain && harmless(path.at[i]);
    buf_z(&b, plain ? "" : "'");
    buf_z(&b, str_starts(path, S("-")) ? "./" : "");
    for (size_t i = 0; i < path.len; i++)
        if (path.at[i] == '\'')
            buf_z(&b, "'\\''");
        else
            buf_char(&b, path.at[i]);
    buf_z(&b, plain ? "" : "'");
    return buf_str(&b);
}

void show_draft(struct buf *out, struct arena *k, str folder, bool json,
                str version)
{
    while (folder.len > 1 && str_ends(folder, S("/")))
        folder.len--;
    json_t *j = json_map(k), *written = json_list(k);
    str word = shell_word(k, folder);
    for (size_t i = 0; i < DRAFT_FILES; i++) {
        str path = str_fmt(k, "%.*s/%s", STR(folder), drafts[i].name);
        json_add(k, written, json_str(k, path));
        if (!json)
            buf_fmt(out, "wrote %.*s\n", STR(path));
    }
    if (!json) {
        buf_fmt(out, "\nnext:\n  detente check %.*s\n", STR(word));
        buf_fmt(out, "  detente status %.*s\n", STR(word));
        return;
    }
    json_put(k, j, "schema", json_str(k, S("new/1")));
    json_put(k, j, "detente", json_str(k, version));
    json_put(k, j, "folder", json_str(k, folder));
    json_put(k, j, "written", written);
    json_print(out, j);
}
