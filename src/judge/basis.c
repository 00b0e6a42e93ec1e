/* basis.c - what the slices of a meter say together, on each basis; see own.h
 */
#include "judge/own.h"

/* Intervals that speak of the same: the greatest and the least of their ends;
 * QTY_NONE where open. */
struct pile {
    bool any, open_low, open_high; /* one of them is open there */
    qty low_max, low_min, high_min, high_max;
};

static void pile_add(struct pile *p, struct measured m)
{
    bool first = !p->any;
    p->any = true;
    if (first)
        p->low_max = p->low_min = p->high_min = p->high_max = QTY_NONE;
    p->open_low = p->open_low || !qty_ok(m.low);
    p->open_high = p->open_high || !qty_ok(m.high);
    if (qty_ok(m.low)) {
        if (!qty_ok(p->low_max) || qty_cmp(m.low, p->low_max) > 0)
            p->low_max = m.low;
        if (!qty_ok(p->low_min) || qty_cmp(m.low, p->low_min) < 0)
            p->low_min = m.low;
    }
    if (!qty_ok(m.high))
        return;
    if (!qty_ok(p->high_min) || qty_cmp(m.high, p->high_min) < 0)
        p->high_min = m.high;
    if (!qty_ok(p->high_max) || qty_cmp(m.high, p->high_max) > 0)
        p->high_max = m.high;
}

/* What all allow together; where nothing satisfies all, from the lowest to
 * the highest. */
static struct measured pile_ends(const struct pile *p, bool *disagree)
{
    struct measured m = { p->any, p->low_max, p->high_min };
    *disagree = qty_ok(m.low) && qty_ok(m.high) && qty_cmp(m.low, m.high) > 0;
    if (*disagree) {
        m.low = p->open_low ? QTY_NONE : p->low_min;
        m.high = p->open_high ? QTY_NONE : p->high_max;
    }
    return m;
}

bool is_telling(struct measured m)
{
    return !qty_ok(m.low) || m.low.num || qty_ok(m.high);
}

static void read_basis(struct reading *r, enum basis k, bool telling)
{
    struct pile now = { 0 }, sure = { 0 };
    bool ignore;
    for (size_t i = 0; i < r->voices_n; i++) {
        const struct voice *v = &r->voices[i];
        if ((k != COMBINED && v->basis != k) ||
            (telling && !is_telling(v->now)))
            continue;
        pile_add(&now, v->now);
        pile_add(&sure, v->sure);
        r->why[k] = first_reason(r->why[k], v->why);
        r->closed[k] = r->closed[k] || v->closed;
    }
    r->of[k] = pile_ends(&now, &r->disagree[k]);
    r->sure_only[k] = pile_ends(&sure, &ignore);
}

struct reading reading_of(const struct voice *voices, size_t n)
{
    struct reading r = { .voices = voices, .voices_n = n };
    static const enum basis bases[] = { DECLARED, ESTIMATED, COMBINED };
    for (int i = 0; i < 3; i++) {
        bool telling = false;
        for (size_t v = 0; v < n; v++)
            telling = telling ||
                      (is_telling(voices[v].now) &&
                       (bases[i] == COMBINED || voices[v].basis == bases[i]));
        read_basis(&r, bases[i], telling);
    }
    return r;
}

static struct measured plus(struct measured a, struct measured b)
{
    return (struct measured){ true, qty_add(a.low, b.low),
                              qty_add(a.high, b.high) };
}

static struct voice voice_of(const struct slice *s)
{
    return (struct voice){ .basis = s->declared ? DECLARED : ESTIMATED,
                           .now = s->now,
                           .most = s->day,
                           .sure = s->sure_only.any ? s->sure_only : s->now,
                           .why = s->why,
                           .closed = s->closed };
}

/* What party H says of itself, in all its books; false: nothing. */
static bool party_says(const struct meter *m, int h, struct voice *out)
{
    struct pile now = { 0 }, most = { 0 }, sure = { 0 };
    bool ignore;
    *out = (struct voice){ .basis = DECLARED };
    for (size_t i = 0; i < m->slices_n; i++) {
        if (m->slices[i]->party != h)
            continue;
        struct voice v = voice_of(m->slices[i]);
        pile_add(&now, v.now);
        pile_add(&most, v.most);
        pile_add(&sure, v.sure);
        out->why = first_reason(out->why, v.why);
        out->closed = out->closed || v.closed;
    }
    out->now = pile_ends(&now, &ignore);
    out->most = pile_ends(&most, &ignore);
    out->sure = pile_ends(&sure, &ignore);
    return now.any;
}

/* The sum over parties of what each declares of itself; who declares nothing
 * is unknown from zero up. */
static bool declared_voice(struct bench *b, const struct meter *m,
                           struct voice *out)
{
    struct measured zero = { true, qty_int(0), qty_int(0) };
    struct measured unknown = { true, drift_least(m), QTY_NONE };
    bool any = false;
    *out = (struct voice){ DECLARED, zero, zero, zero, REASON_NONE, true };
    for (int h = 0; h < (int)b->p->parties_n; h++) {
        struct voice one;
        if (!who_has(&m->gauge.who, h))
            continue;
        if (!party_says(m, h, &one))
            one = m->listed ? (struct voice){ DECLARED, zero,        zero,
                                              zero,     REASON_NONE, true }
                            : (struct voice){ DECLARED, unknown,     unknown,
                                              unknown,  REASON_NONE, false };
        else
            any = true;
        out->now = plus(out->now, one.now);
        out->most = plus(out->most, one.most);
        out->sure = plus(out->sure, one.sure);
        out->why = first_reason(out->why, one.why);
        out->closed = out->closed && one.closed;
    }
    return any;
}

/* As what is one's own in the land of others. */
static bool holds_nothing(struct bench *b, struct meter *m)
{
    if (m->listed || who_empty(&m->gauge.who))
        return true;
    if (m->nothing == MAYBE)
        m->nothing = tri_of(m->gauge.stated.groups &&
                            covered(b, &m->gauge, NULL, 0, true));
    return m->nothing == YES;
}

/* Where only what is listed counts, a book that lists nothing takes no part.
 */
static size_t those_that_list(struct voice *v, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!qty_ok(v[i].now.high) || !qty_zero(v[i].now.high))
            v[kept++] = v[i];
    return kept;
}

static struct reading read_books(struct bench *b, struct meter *m)
{
    size_t n = 0;
    if (!m->voices)
        m->voices = new_n(b->keep, struct voice, m->slices_n + 1);
    if (declared_voice(b, m, &m->voices[n]))
        n++;
    for (size_t i = 0; i < m->slices_n; i++)
        if (!m->slices[i]->declared)
            m->voices[n++] = voice_of(m->slices[i]);
    if (m->listed)
        n = those_that_list(m->voices, n);
    struct reading r = reading_of(m->voices, n);
    if (!r.of[COMBINED].any && holds_nothing(b, m))
        r.of[COMBINED] = (struct measured){ true, qty_int(0), qty_int(0) };
    else if (!r.of[COMBINED].any)
        r.of[COMBINED] = (struct measured){ true, drift_least(m), QTY_NONE };
    return r;
}

/* The most that the books allow for the whole day. */
static qty most_of_day(const struct reading *r)
{
    struct pile p = { 0 };
    bool ignore, telling = false;
    for (size_t i = 0; i < r->voices_n; i++)
        telling = telling || is_telling(r->voices[i].now);
    for (size_t i = 0; i < r->voices_n; i++) {
        struct measured m = r->voices[i].most;
        m.low = r->voices[i].now.low;
        if (!telling || is_telling(r->voices[i].now))
            pile_add(&p, m);
    }
    return p.any ? pile_ends(&p, &ignore).high : QTY_NONE;
}

bool with_evidence(struct measured *m, struct measured seen, qty most)
{
    if (!seen.any || (qty_ok(m->low) && qty_cmp(seen.low, m->low) <= 0))
        return false;
    if (qty_ok(most) && qty_cmp(seen.low, most) > 0) {
        *m = (struct measured){ true, seen.low, QTY_NONE };
        return true;
    }
    m->low = seen.low;
    if (qty_ok(m->high) && qty_cmp(m->high, m->low) < 0)
        m->high = m->low; /* it was seen before it left that day */
    return false;
}

/* What was seen at T, against the most that the books allow for its day. */
static void read_evidence(const struct meter *m, instant t, struct reading *r)
{
    struct measured *e = &r->of[EVIDENCE];
    qty most = most_of_day(r);
    bool open = false;
    for (size_t i = 0; i < m->seen_n; i++) {
        const struct sighting *s = &m->seen[i];
        qty least = drift_seen(m, s->least);
        if (t < s->from || t >= s->until || !qty_ok(least))
            continue;
        if (s->sometime) /* on one of these days */
            open = open || (qty_ok(most) && qty_cmp(least, most) > 0);
        else if (!e->any || qty_cmp(least, e->low) > 0)
            *e = (struct measured){ true, least, QTY_NONE };
    }
    r->seen = *e;
    r->discrepancy = with_evidence(&r->of[COMBINED], *e, most);
    if (open)
        r->of[COMBINED].high = QTY_NONE;
}

bool denies(const struct pact *p, const struct entry *e, instant t)
{
    return e->from <= t && t < entry_more(p, e)->goes_on;
}

struct reading meter_read(struct bench *b, struct meter *several, instant t)
{
    struct meter *m = meter_at(several, t);
    bool more = m->drift && drift_look(b, m, t);
    for (size_t i = 0; i < m->slices_n; i++)
        if (m->slices[i]->dirty)
            read_slice(b, m->slices[i], t);
    struct reading r = read_books(b, m);
    r.more = more;
    if (m->seen_n)
        read_evidence(m, t, &r);
    for (size_t i = 0; i < m->denied_n && !m->listed; i++)
        r.denied = r.denied || denies(b->p, &b->p->entries[m->denied[i]], t);
    if (m->drift && !more)
        drift_then(m, r.of[COMBINED]);
    return r;
}
