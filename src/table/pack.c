/* pack.c - what is in a zip, by libzip; see own.h */
#include "table/own.h"

#include <zip.h>

static void discard(void *zip)
{
    zip_discard(zip);
}

const char *pack_open(struct pack *p, struct arena *keep, str bytes)
{
    *p = (struct pack){ .keep = keep, .left = TABLE_BYTES };
    zip_source_t *s = zip_source_buffer_create(bytes.at, bytes.len, 0, NULL);
    if (!s)
        arena_refused(keep);
    zip_t *z = zip_open_from_source(s, ZIP_RDONLY, NULL);
    if (!z) {
        zip_source_free(s);
        return "it cannot be unpacked";
    }
    p->zip = z;
    arena_also(keep, discard, z);
    return NULL;
}

const char *pack_read(struct pack *p, str name, bool *there, str *out)
{
    zip_stat_t stat;
    char *z = str_z(p->keep, name);
    *there = false;
    if (zip_stat(p->zip, z, 0, &stat))
        return NULL;
    *there = true;
    if (!(stat.valid & ZIP_STAT_SIZE))
        return "it cannot be unpacked";
    if (stat.size > p->left)
        return "unpacked it is larger than 256 MB";
    char *at = new_n(p->keep, char, stat.size + 1);
    zip_file_t *f = zip_fopen_index(p->zip, stat.index, 0);
    size_t n = 0;
    zip_int64_t got = -1;
    if (f) { /* at most as much as it says, whatever there is */
        while (n < stat.size &&
               (got = zip_fread(f, at + n, stat.size - n)) > 0)
            n += (size_t)got;
        zip_fclose(f);
    }
    if (!f || n < stat.size || got < 0)
        return f && !stat.size ? (*out = S(""), NULL)
                               : "it cannot be unpacked";
    p->left -= n;
    *out = (str){ at, n };
    return NULL;
}
