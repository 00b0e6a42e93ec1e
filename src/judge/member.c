/* member.c - who belongs to a side or a sum, and when; docs/judging.md,
 * section 8, "Who is bound"
 *
 * A side or a sum is, at each moment, those of it who are bound then.  When
 * they come and go is known before judging begins (term.c), so that a measure
 * of several is a few plain ones, one after the other: its eras.
 */
#include "judge/own.h"

static bool out_of_time(const struct bench *b, int party, instant t)
{
    const struct force *f = &b->bound[party];
    return t < f->from || t >= f->until;
}

static bool is_one(const struct who *w)
{
    int n = 0;
    for (int i = 0; i < HOLDERS_MAX && n < 2; i++)
        n += who_has(w, i);
    return n == 1;
}

static void drop(struct who *w, int i)
{
    w->bit[i / 64] &= ~((uint64_t)1 << (i % 64));
}

/* Of NOW those who stand on WHOLE's side, and whom these direct. */
static struct who directed(const struct bench *b, const struct who *whole,
                           const struct who *now)
{
    const struct pact *p = b->p;
    struct who w = { 0 };
    int side = 0;
    for (; side < (int)p->sides_n; side++) {
        struct who all = pact_side(p, side);
        if (who_same(&all, whole))
            break;
    }
    for (bool more = true; more;) {
        more = false;
        for (int i = 0; i < (int)p->parties_n; i++) {
            int d = p->parties[i].directed_by;
            if (who_has(now, i) && !who_has(&w, i) &&
                (p->parties[i].side == side || (d >= 0 && who_has(&w, d)))) {
                who_add(&w, i);
                more = true;
            }
        }
    }
    return w;
}

/* One alone is measured whether he is bound or not; and so is everybody. */
static struct who who_at(const struct bench *b, const struct who *whole,
                         bool side, instant t)
{
    struct who now = *whole;
    if (!b->come_and_go || who_has(whole, UNKNOWN) || (!side && is_one(whole)))
        return now;
    for (int i = 0; i < (int)b->p->parties_n; i++)
        if (who_has(whole, i) && out_of_time(b, i, t))
            drop(&now, i);
    return side && !who_same(&now, whole) ? directed(b, whole, &now) : now;
}

struct who who_on(const struct bench *b, const struct subject *s, instant t)
{
    return who_at(b, &s->who, s->kind == SUBJECT_SIDE, t);
}

struct gauge gauge_on(const struct bench *b, struct gauge g, instant t)
{
    struct who now = who_at(b, &g.who, g.of_side, t);
    if (!who_same(&now, &g.who)) {
        g.ever = g.who;
        g.who = now;
    }
    return g;
}

bool nobody_left(const struct bench *b, const struct subject *s, instant t)
{
    bool some = false;
    for (int i = 0; i < (int)b->p->parties_n; i++) {
        if (!who_has(&s->who, i) ||
            (s->kind == SUBJECT_SIDE && b->p->parties[i].role != ROLE_PARTY))
            continue; /* a side without parties binds nobody */
        if (!out_of_time(b, i, t))
            return false;
        some = true;
    }
    return some;
}

bool with_a_step(const struct bench *b, const struct who *who)
{
    for (int i = 0; i < (int)b->p->parties_n; i++)
        if (who_has(who, i) && (b->p->parties[i].from.kind > MOMENT_AT ||
                                b->p->parties[i].until.kind > MOMENT_AT))
            return true;
    return false;
}

/* ---- measures of several ------------------------------------------------ */

/* The first moment after T at which somebody of WHO comes or goes. */
static instant next_turn(const struct bench *b, const struct who *who,
                         instant t)
{
    instant next = INSTANT_MAX;
    for (int i = 0; i < (int)b->p->parties_n; i++) {
        const struct force *f = &b->bound[i];
        if (!who_has(who, i))
            continue;
        next = f->from > t && f->from < next ? f->from : next;
        next = f->until > t && f->until < next ? f->until : next;
    }
    return next;
}

static struct meter *era_like(const struct meter *m, const struct who *who)
{
    for (size_t i = 0; i < m->eras_n; i++)
        if (who_same(&m->eras[i].meter->gauge.who, who))
            return m->eras[i].meter;
    return NULL;
}

struct meter *meter_new(struct bench *b, struct gauge g,
                        const struct uncount *u, size_t n,
                        struct watcher *watcher)
{
    struct gauge first = gauge_on(b, g, INSTANT_MIN);
    instant t = next_turn(b, &g.who, INSTANT_MIN);
    if (!b->come_and_go || t >= b->close)
        return meter_plain(b, first, u, n, watcher);
    struct meter *m = new_one(b->keep, struct meter);
    *m = (struct meter){ .watcher = watcher, .gauge = g };
    for (t = INSTANT_MIN; t < b->close; t = next_turn(b, &g.who, t)) {
        struct gauge now = gauge_on(b, g, t);
        struct meter *one = era_like(m, &now.who);
        if (!one)
            one = meter_plain(b, now, u, n, watcher);
        *push(b->keep, m->eras, m->eras_n, m->eras_cap) =
            (struct era){ t, one };
        if (t != INSTANT_MIN)
            alarm_set(b, t, watcher);
    }
    return m;
}

struct meter *meter_at(struct meter *m, instant t)
{
    struct meter *now = m;
    for (size_t i = 0; i < m->eras_n && m->eras[i].from <= t; i++)
        now = m->eras[i].meter;
    return now;
}

bool meter_has(const struct meter *m, bool declared)
{
    for (size_t i = 0; i < m->slices_n; i++)
        if (m->slices[i]->declared == declared)
            return true;
    for (size_t i = 0; i < m->eras_n; i++)
        if (meter_has(m->eras[i].meter, declared))
            return true;
    return false;
}

void meter_only_listed(struct meter *m)
{
    m->listed = true;
    m->seen_n = 0;
    for (size_t i = 0; i < m->eras_n; i++)
        meter_only_listed(m->eras[i].meter);
}
