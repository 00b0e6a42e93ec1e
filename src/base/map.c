/* map.c - see map.h */
#include "base/map.h"

static struct map_slot *find(const struct map *m, str key, uint32_t hash)
{
    size_t i = hash & (m->size - 1);
    while (m->slots[i].value &&
           (m->slots[i].hash != hash || !str_eq(m->slots[i].key, key)))
        i = (i + 1) & (m->size - 1);
    return &m->slots[i];
}

int map_get(const struct map *m, str key)
{
    return m->size ? find(m, key, (uint32_t)str_hash(key))->value - 1 : -1;
}

int map_put(struct map *m, str key, int value)
{
    if (2 * (m->n + 1) > m->size) {
        struct map bigger = { .keep = m->keep,
                              .size = m->size ? m->size * 2 : 64 };
        bigger.slots = new_n(m->keep, struct map_slot, bigger.size);
        for (size_t i = 0; i < m->size; i++)
            if (m->slots[i].value)
                *find(&bigger, m->slots[i].key, m->slots[i].hash) =
                    m->slots[i];
        bigger.n = m->n;
        *m = bigger;
    }
    uint32_t hash = (uint32_t)str_hash(key);
    struct map_slot *s = find(m, key, hash);
    if (!s->value) {
        *s = (struct map_slot){ key, value + 1, hash };
        m->n++;
    }
    return s->value - 1;
}
