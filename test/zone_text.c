/* zone_text.c - see zone_text.h */
#include "zone_text.h"
#include "geo/own.h"

#include <stdlib.h>

static uint64_t hash(str s)
{
    uint64_t h = 0xcbf29ce484222325;
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.at[i]) * 0x100000001b3;
    return h | 1;
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void point(struct buf *b, struct geo_point p)
{
    buf_fmt(b, " %.17g,%.17g", p.lat, p.lon);
}

str zone_text(struct zone_texts *d, const struct geo_zone *z)
{
    struct buf b = { .keep = d->keep };
    uint64_t *part = new_n(d->keep, uint64_t, z->part_n + 1);
    buf_fmt(&b, "%d %.17g %.17g %d", z->kind, z->accuracy, z->metres, z->side);
    if (z->kind == ZONE_AREA)
        for (size_t i = 0; i < places_words(&z->geo->file); i++)
            buf_fmt(&b, " %llx", (unsigned long long)z->places[i]);
    for (size_t i = 0; i < z->p_n; i++)
        point(&b, z->p[i]);
    for (size_t i = 0; i < z->part_n; i++)
        part[i] = zone_hash(d, z->part[i]);
    qsort(part, z->part_n, sizeof *part, by_number);
    for (size_t i = 0; i < z->part_n; i++)
        buf_fmt(&b, " #%llx", (unsigned long long)part[i]);
    return buf_str(&b);
}

uint64_t zone_hash(struct zone_texts *d, const struct geo_zone *z)
{
    if (!z)
        return 0;
    if (!d->hash) {
        d->n = z->geo->zones_n;
        d->hash = new_n(d->keep, uint64_t, d->n);
    }
    if (!d->hash[z->id])
        d->hash[z->id] = hash(zone_text(d, z));
    return d->hash[z->id];
}
