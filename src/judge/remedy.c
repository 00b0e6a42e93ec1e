/* remedy.c - rights that a breach gives, and who suspended what;
 * docs/judging.md, section 8
 *
 * One watcher keeps all rights and all suspensions.  At one instant it may be
 * woken several times, since a verdict that turns wakes it and what it
 * suspends turns verdicts; each time it begins again from the state before
 * that instant, but for a right, which stays once it is given.
 */
#include "judge/own.h"

/* A right, as of the last instant. */
struct claim_state {
    bool right;
    instant kept_since; /* of what leads back; MAX: not kept */
};

struct right_watch {
    const struct clause *clause; /* the remedy */
    const struct right *right;
    struct row *row;
    struct force force;
    struct claim_state before, now;
};

/* A suspension under a right. */
struct under {
    size_t suspension, right;
};

/* Somebody who suspends or resumes, and the row for when nothing allows it. */
struct deed_of {
    uint32_t entry;
    const struct clause *target;
    struct row *row;
    bool wrong;
};

struct remedies {
    struct watcher watcher;
    struct right_watch *rights;
    size_t rights_n, rights_cap;
    struct under *unders;
    size_t unders_n, unders_cap;
    struct deed_of *deeds; /* by time */
    size_t deeds_n, deeds_cap;
    instant at; /* the state `before` is that before this instant */
};

bool is_suspended(const struct bench *b, const struct clause *c,
                  const struct subject *s, instant t)
{
    for (size_t i = 0; i < b->suspensions_n; i++) {
        const struct suspension *x = &b->suspensions[i];
        if (x->clause == c && x->from <= t && t < x->until && s->ids_n &&
            who_within(&s->who, &x->who))
            return true;
    }
    return false;
}

/* ---- how the clause stands that gives the right ------------------------- */

/* Is a row of clause K, of those within BY (NULL: of any), broken now? And are
 * all of them free of doubt? */
static void stands(const struct bench *b, int k, const struct subject *by,
                   bool *broken, bool *kept)
{
    const struct rows_of *rows = &b->combined[k];
    *broken = false;
    *kept = true;
    for (size_t i = 0; i < rows->n; i++) {
        const struct row *r = rows->at[i];
        if (r->kind == ROW_SUSPENDS ||
            (by && r->subject.ids_n && !who_within(&r->subject.who, &by->who)))
            continue;
        enum verdict v = row_now(r);
        bool said = r->kind != ROW_UNJUDGED;
        *broken = *broken || (said && v == BROKEN);
        *kept = *kept && said && v != BROKEN && v != UNDETERMINED &&
                v != NOT_JUDGED;
    }
}

static void one_right(struct bench *b, struct remedies *m,
                      struct right_watch *w, instant t)
{
    const struct remedy *y = &w->clause->remedy;
    bool broken, kept, ignore, sticky = w->now.right && t == m->at;
    struct claim_state s = w->before;
    bool in = look_in_force(b, w->clause, NULL, &w->force, &m->watcher, t);
    stands(b, w->right->breach, &w->right->by, &broken, &kept);
    if (y->back >= 0 && y->back != w->right->breach)
        stands(b, y->back, NULL, &ignore, &kept);
    s.right = in && (s.right || broken || sticky);
    if (!kept)
        s.kept_since = INSTANT_MAX;
    else if (s.kept_since == INSTANT_MAX)
        s.kept_since = t;
    if (s.right && y->back >= 0 && s.kept_since != INSTANT_MAX) {
        instant end = after(b, s.kept_since, y->kept);
        alarm_later(b, end, &m->watcher);
        if (t >= end && !broken)
            s.right = false;
    }
    w->now = s;
}

/* ---- who suspends, who resumes ------------------------------------------ */

/* Begin again from the state before T. */
static void undo(struct bench *b, struct remedies *m, instant t)
{
    size_t n = 0;
    while (b->suspensions_n && b->suspensions[b->suspensions_n - 1].from == t)
        b->suspensions_n--;
    for (size_t i = 0; i < b->suspensions_n; i++)
        if (b->suspensions[i].until == t)
            b->suspensions[i].until = INSTANT_MAX;
    for (size_t i = 0; i < m->unders_n; i++)
        if (m->unders[i].suspension < b->suspensions_n)
            m->unders[n++] = m->unders[i];
    m->unders_n = n;
}

/* A right of WHO to suspend C, or -1. */
static int right_of(const struct remedies *m, const struct bench *b,
                    const struct clause *c, const struct who *who)
{
    for (size_t i = 0; i < m->rights_n; i++)
        if (m->rights[i].now.right &&
            &b->p->clauses[m->rights[i].right->target] == c &&
            who_within(who, &m->rights[i].right->whose.who))
            return (int)i;
    return -1;
}

static void take_deed(struct bench *b, struct remedies *m, struct deed_of *d,
                      instant t)
{
    const struct entry *e = &b->p->entries[d->entry];
    const struct who *who = &entry_more(b->p, e)->by;
    if (e->kind == ENTRY_RESUME) {
        for (size_t i = 0; i < b->suspensions_n; i++)
            if (b->suspensions[i].clause == d->target &&
                b->suspensions[i].until == INSTANT_MAX &&
                b->suspensions[i].from < t &&
                who_within(&b->suspensions[i].who, who))
                b->suspensions[i].until = t;
        return;
    }
    if (e->kind == ENTRY_LEAVE) {
        d->wrong = true;
        return;
    }
    int right = right_of(m, b, d->target, who);
    d->wrong = right < 0;
    if (d->wrong)
        return;
    *push(b->keep, m->unders, m->unders_n, m->unders_cap) =
        (struct under){ b->suspensions_n, (size_t)right };
    *push(b->keep, b->suspensions, b->suspensions_n, b->suspensions_cap) =
        (struct suspension){ d->target, *who, t, INSTANT_MAX };
}

static void end_with_right(struct bench *b, struct remedies *m, instant t)
{
    for (size_t i = 0; i < m->unders_n; i++) {
        struct suspension *s = &b->suspensions[m->unders[i].suspension];
        if (s->until == INSTANT_MAX &&
            !m->rights[m->unders[i].right].now.right)
            s->until = t;
    }
}

/* ---- rows --------------------------------------------------------------- */

static void right_row(struct bench *b, struct remedies *m, size_t i, instant t)
{
    struct right_watch *w = &m->rights[i];
    struct measured none = { 0 };
    enum reason why = w->now.right ? REASON_RIGHT : REASON_NO_RIGHT;
    for (size_t k = 0; k < m->unders_n; k++)
        if (m->unders[k].right == i &&
            b->suspensions[m->unders[k].suspension].until == INSTANT_MAX)
            why = REASON_IN_USE;
    bool in = t >= w->force.from && t < w->force.until;
    row_set(b, w->row, t,
            in ? bent(w->clause, it_is(NOT_DUE, why))
               : it_is(NOT_IN_FORCE, REASON_NONE),
            none, -1);
}

/* Without a right it is a breach, on its day. */
static void deed_row(struct bench *b, struct remedies *m, struct deed_of *d,
                     instant t)
{
    const struct entry *e = &b->p->entries[d->entry];
    instant from = said_from(b->p, e);
    instant until = day_opens(instant_day(from)) + DAY_SECONDS;
    struct measured none = { 0 };
    if (from == t)
        alarm_later(b, until, &m->watcher);
    if (d->row && from <= t && t < until)
        row_set(b, d->row, t,
                d->wrong ? it_is(BROKEN, REASON_NO_RIGHT)
                         : it_is(NOT_DUE, REASON_NOTHING_DUE),
                none, d->wrong ? (int)d->entry : -1);
    else if (d->row && t == until)
        row_set(b, d->row, t, it_is(NOT_DUE, REASON_NOTHING_DUE), none, -1);
}

static void remedies_wake(struct bench *b, struct watcher *watcher, instant t)
{
    struct remedies *m = (struct remedies *)watcher;
    size_t changes = b->suspensions_n;
    if (t > m->at)
        for (size_t i = 0; i < m->rights_n; i++)
            m->rights[i].before = m->rights[i].now;
    undo(b, m, t);
    for (size_t i = 0; i < m->rights_n; i++)
        one_right(b, m, &m->rights[i], t);
    m->at = t;
    end_with_right(b, m, t);
    for (size_t i = 0; i < m->deeds_n; i++)
        if (said_from(b->p, &b->p->entries[m->deeds[i].entry]) == t)
            take_deed(b, m, &m->deeds[i], t);
    for (size_t i = 0; i < m->rights_n; i++)
        right_row(b, m, i, t);
    for (size_t i = 0; i < m->deeds_n; i++)
        deed_row(b, m, &m->deeds[i], t);
    for (size_t i = 0; i < b->suspensions_n; i++) {
        const struct suspension *s = &b->suspensions[i];
        if (s->from == t || s->until == t || changes > b->suspensions_n)
            wake_clause(b, s->clause);
    }
}

/* ---- setting up --------------------------------------------------------- */

static struct remedies *remedies_of(struct bench *b)
{
    if (!b->remedies) {
        b->remedies = new_one(b->keep, struct remedies);
        *b->remedies = (struct remedies){ .watcher = { remedies_wake, false },
                                          .at = INSTANT_MIN };
        alarm_set(b, INSTANT_MIN, &b->remedies->watcher);
    }
    return b->remedies;
}

void judge_remedy(struct bench *b, const struct clause *c)
{
    struct remedies *m = remedies_of(b);
    for (size_t i = 0; i < c->remedy.rights_n; i++) {
        const struct right *r = &c->remedy.rights[i];
        if (r->unjudged.len) {
            unjudged_line(b, c, r->line, r->at, r->unjudged);
            continue;
        }
        struct right_watch *w =
            push(b->keep, m->rights, m->rights_n, m->rights_cap);
        *w = (struct right_watch){ .clause = c,
                                   .right = r,
                                   .force = { INSTANT_MIN, INSTANT_MAX },
                                   .before = { false, INSTANT_MAX },
                                   .now = { false, INSTANT_MAX } };
        w->row = row_new(b, (struct row){ .kind = ROW_REMEDY,
                                          .clause = c,
                                          .line = r->line,
                                          .subject = r->whose,
                                          .basis = COMBINED,
                                          .at = r->at });
        listen(b, &m->watcher, r->breach);
        if (c->remedy.back >= 0)
            listen(b, &m->watcher, c->remedy.back);
        wait_for_steps(b, &m->watcher, c);
    }
}

/* A holder as a subject: a party, a side, or the sum. */
static struct subject as_subject(struct bench *b, const struct holder *h)
{
    struct subject s = {
        .kind = SUBJECT_SUM, .party = -1, .side = -1, .who = h->who
    };
    str *ids = new_n(b->keep, str, b->p->parties_n + 1);
    s.ids = ids;
    for (size_t i = 0; h->side && i < b->p->sides_n; i++) {
        struct who side = pact_side(b->p, (int)i);
        if (s.ids_n || !who_same(&side, &h->who))
            continue;
        s.kind = SUBJECT_SIDE;
        s.side = (int)i;
        ids[s.ids_n++] = b->p->sides[i].name;
    }
    for (size_t i = 0; !h->side && i < b->p->parties_n; i++)
        if (who_has(&h->who, (int)i)) {
            s.party = (int)i;
            ids[s.ids_n++] = b->p->parties[i].name;
        }
    if (s.kind == SUBJECT_SUM && s.ids_n == 1)
        s.kind = SUBJECT_PARTY;
    else
        s.party = -1;
    return s;
}

static int by_entry(const void *x, const void *y, void *with)
{
    const struct pact *p = with;
    const struct deed_of *a = x, *b = y;
    return entry_cmp(p, &p->entries[a->entry], &p->entries[b->entry]);
}

static void add_deed(struct bench *b, uint32_t entry)
{
    const struct entry *e = &b->p->entries[entry];
    const struct more *m = entry_more(b->p, e);
    bool leaves = e->kind == ENTRY_LEAVE;
    struct holder left = { .who = m->by };
    struct remedies *all = remedies_of(b);
    struct deed_of *d =
        push(b->keep, all->deeds, all->deeds_n, all->deeds_cap);
    *d = (struct deed_of){ .entry = entry,
                           .target = pact_clause(b->p, leaves ? S("leave")
                                                              : m->clause) };
    if (e->kind != ENTRY_RESUME)
        d->row = row_new(
            b,
            (struct row){ .kind = ROW_SUSPENDS,
                          .clause = d->target,
                          .subject = as_subject(
                              b, leaves ? &left : &b->p->holders[m->to_who]),
                          .basis = COMBINED,
                          .at = d->target->head });
    alarm_set(b, said_from(b->p, e), &all->watcher);
}

void judge_suspensions(struct bench *b)
{
    for (size_t i = 0; i < b->said_n; i++) {
        enum entry_kind k = (enum entry_kind)b->p->entries[b->said[i]].kind;
        const struct clause *c = pact_clause(b->p, S("leave"));
        if (k == ENTRY_SUSPEND || k == ENTRY_RESUME ||
            (k == ENTRY_LEAVE && c && c->leaving))
            add_deed(b, b->said[i]);
    }
    if (b->remedies)
        sort_array(b->keep, b->remedies->deeds, b->remedies->deeds_n,
                   sizeof *b->remedies->deeds, by_entry, (void *)b->p);
}

/* Suspended with a right: nothing to tell. */
void drop_rightful(struct judgement *j)
{
    size_t n = 0;
    for (size_t i = 0; i < j->rows_n; i++) {
        bool wrong = j->rows[i]->kind != ROW_SUSPENDS;
        for (size_t k = 0; !wrong && k < j->rows[i]->segments_n; k++)
            wrong = j->rows[i]->segments[k].verdict == BROKEN;
        if (wrong)
            j->rows[n++] = j->rows[i];
    }
    j->rows_n = n;
}

void about_remedy(struct bench *b, const struct row *r, instant t,
                  struct mentions *out)
{
    const struct remedies *m = b->remedies;
    for (size_t i = 0; m && i < m->deeds_n; i++) {
        const struct entry *e = &b->p->entries[m->deeds[i].entry];
        bool mine = r->kind == ROW_SUSPENDS && m->deeds[i].target == r->clause;
        for (size_t k = 0; k < m->rights_n; k++)
            mine = mine || (m->rights[k].row == r &&
                            &b->p->clauses[m->rights[k].right->target] ==
                                m->deeds[i].target);
        if (mine && e->from <= t &&
            who_within(&entry_more(b->p, e)->by, &r->subject.who))
            mention_whole(b, out, m->deeds[i].entry);
    }
}
