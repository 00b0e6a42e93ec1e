/* bench.c - the sweep: one walk through all instants
 *
 * Each clause leaves watchers behind, and alarms that say when to wake them.
 * At each instant the batch of flows is taken, which wakes those whose
 * measure it touches; then the alarms of the instant; then whoever is awake
 * looks at the state after the batch and says how it stands from now on.
 * What is never touched is never looked at again.
 *
 * A step that is done or verified wakes all who wait for steps, at the same
 * instant: moments depend on earlier ones only, so that ends.
 */
#include "judge/own.h"

/* ---- alarms: a binary heap by instant ----------------------------------- */

struct alarm {
    instant at;
    struct watcher *who;
};

void alarm_set(struct bench *b, instant t, struct watcher *w)
{
    if (t >= b->close || t < b->now)
        return;
    struct alarm a = { t, w };
    push(b->keep, b->alarms, b->alarms_n, b->alarms_cap);
    size_t i = b->alarms_n - 1;
    for (; i && b->alarms[(i - 1) / 2].at > a.at; i = (i - 1) / 2)
        b->alarms[i] = b->alarms[(i - 1) / 2];
    b->alarms[i] = a;
}

void alarm_later(struct bench *b, instant t, struct watcher *w)
{
    if (t > b->now)
        alarm_set(b, t, w);
}

static struct watcher *alarm_take(struct bench *b)
{
    struct watcher *first = b->alarms[0].who;
    struct alarm a = b->alarms[--b->alarms_n];
    size_t i = 0;
    for (;;) {
        size_t k = 2 * i + 1;
        if (k + 1 < b->alarms_n && b->alarms[k + 1].at < b->alarms[k].at)
            k++;
        if (k >= b->alarms_n || b->alarms[k].at >= a.at)
            break;
        b->alarms[i] = b->alarms[k];
        i = k;
    }
    if (b->alarms_n)
        b->alarms[i] = a;
    return first;
}

void wake(struct bench *b, struct watcher *w)
{
    if (!w || w->awake)
        return;
    w->awake = true;
    *push(b->keep, b->awake, b->awake_n, b->awake_cap) = w;
}

void listen(struct bench *b, struct watcher *w, int k)
{
    struct watchers *l = &b->on_turn[k];
    *push(b->keep, l->at, l->n, l->cap) = w;
}

void clause_turned(struct bench *b, const struct clause *c)
{
    const struct watchers *l = &b->on_turn[c - b->p->clauses];
    for (size_t i = 0; i < l->n; i++)
        wake(b, l->at[i]);
}

void wake_clause(struct bench *b, const struct clause *c)
{
    const struct watchers *l = &b->of_clause[c - b->p->clauses];
    for (size_t i = 0; i < l->n; i++)
        wake(b, l->at[i]);
}

void wait_for_steps(struct bench *b, struct watcher *w, const struct clause *c)
{
    struct watchers *own = &b->of_clause[c - b->p->clauses];
    *push(b->keep, own->at, own->n, own->cap) = w;
    *push(b->keep, b->waiting, b->waiting_n, b->waiting_cap) =
        (struct waiter){ w, c };
}

static bool hangs_on(const struct moment *m, str step)
{
    return m->kind > MOMENT_AT && str_eq(m->step, step);
}

void step_known(struct bench *b, const struct clause *step)
{
    str s = step->id;
    bool all = hangs_on(&b->p->from, s) || hangs_on(&b->p->until, s);
    for (size_t i = 0; i < b->waiting_n; i++) {
        const struct clause *c = b->waiting[i].clause;
        if (all || c == step || hangs_on(&c->from, s) ||
            hangs_on(&c->until, s) || hangs_on(&c->step.anchor, s) ||
            hangs_on(&c->step.deadline, s))
            wake(b, b->waiting[i].watcher);
    }
}

/* ---- time --------------------------------------------------------------- */

bool moment_known(const struct bench *b, const struct moment *m, instant *at,
                  bool *dated)
{
    *dated = m->dated;
    *at = m->at;
    if (m->kind == MOMENT_AT)
        return true;
    if (m->kind == MOMENT_NONE)
        return false;
    const struct clause *c = pact_clause(b->p, m->step);
    if (!c || c->kind != CLAUSE_STEP)
        return false;
    size_t id = (size_t)(c - b->p->clauses);
    *at = m->kind == MOMENT_DONE ? b->step_done[id] : b->step_verified[id];
    if (*at == INSTANT_MAX)
        return false;
    /* what was done at a day's opening was done that day */
    *dated = day_opens(instant_day(*at)) == *at;
    if (!m->after.n)
        return true;
    bool was = *dated;
    *dated = was && m->after.unit >= DAYS;
    return duration_add(b->p, *at, was, m->after, 1, at);
}

static instant begins(const struct bench *b, const struct moment *m)
{
    instant at;
    bool dated;
    if (m->kind == MOMENT_NONE)
        return INSTANT_MIN;
    return moment_known(b, m, &at, &dated) ? at : INSTANT_MAX;
}

static instant ends(const struct bench *b, const struct moment *m)
{
    instant at;
    bool dated;
    if (m->kind == MOMENT_NONE || !moment_known(b, m, &at, &dated))
        return INSTANT_MAX;
    return dated ? at + DAY_SECONDS : at;
}

static instant pact_ends(const struct bench *b)
{
    instant u = ends(b, &b->p->until);
    return b->p->until.kind > MOMENT_AT && u < b->pact_until ? u
                                                             : b->pact_until;
}

static instant clause_ends(const struct bench *b, const struct clause *c)
{
    return c->until.kind > MOMENT_AT ? ends(b, &c->until)
                                     : b->clause_until[c - b->p->clauses];
}

struct force in_force(const struct bench *b, const struct clause *c)
{
    instant f = begins(b, &b->p->from), g = begins(b, &c->from);
    instant u = pact_ends(b), v = clause_ends(b, c);
    struct force x = { f > g ? f : g, u < v ? u : v };
    if (x.until < x.from)
        x.from = x.until;
    return x;
}

bool look_in_force(struct bench *b, const struct clause *c,
                   const struct subject *s, struct force *f, struct watcher *w,
                   instant t)
{
    struct force now = in_force(b, c), bound = bound_time(b, s);
    if (bound.from > now.from)
        now.from = bound.from;
    if (bound.until < now.until)
        now.until = bound.until;
    if (now.until < now.from)
        now.from = now.until;
    if (now.from != f->from)
        alarm_set(b, now.from, w);
    if (now.until != f->until)
        alarm_set(b, now.until, w);
    *f = now;
    return t >= now.from && t < now.until;
}

bool waits_for_step(const struct bench *b, const struct clause *c, instant t)
{
    return c->from.kind > MOMENT_AT && begins(b, &c->from) > t &&
           begins(b, &b->p->from) <= t && t < pact_ends(b) &&
           t < clause_ends(b, c);
}

void wake_when_lost(struct bench *b, struct watcher *w)
{
    for (size_t i = 0; i < b->p->lost_n; i++)
        alarm_set(b, b->p->lost[i].from, w);
}

/* ---- what books cover, and what grades count ---------------------------- */

bool covers_all(const struct bench *b, const char *what, const struct who *who,
                instant from, instant t)
{
    for (size_t i = 0; i < b->p->books_n; i++)
        for (size_t k = 0; k < b->p->books[i].covers_n; k++) {
            const struct cover *c = &b->p->books[i].covers[k];
            if (str_eq(c->what, str_of(what)) && who_within(who, &c->who) &&
                c->from <= from && t < c->until)
                return true;
        }
    return false;
}

bool covers(const struct bench *b, const char *what, const struct who *who,
            instant t)
{
    return covers_all(b, what, who, t, t);
}

void wake_when_covered(struct bench *b, struct watcher *w)
{
    for (size_t i = 0; i < b->p->books_n; i++)
        for (size_t k = 0; k < b->p->books[i].covers_n; k++) {
            alarm_set(b, b->p->books[i].covers[k].from, w);
            alarm_set(b, b->p->books[i].covers[k].until, w);
        }
}

bool grade_counts(const struct bench *b, const struct entry *e)
{
    const char *g = entry_more(b->p, e)->grade;
    if (!b->grade[0])
        return true;
    /* F and 6 say that it cannot be judged */
    return g[0] && g[0] != 'F' && g[1] != '6' && g[0] <= b->grade[0] &&
           g[1] <= b->grade[1];
}

static void evidence_grade(struct bench *b)
{
    for (size_t i = 0; i < b->p->clauses_n; i++)
        if (b->p->clauses[i].kind == CLAUSE_EVIDENCE) {
            b->grade[0] = b->p->clauses[i].grade[0];
            b->grade[1] = b->p->clauses[i].grade[1];
        }
}

/* ---- what `balance` asserts --------------------------------------------- */

static void check_stock(struct bench *b, const struct entry *e,
                        const struct stock *s)
{
    const struct pact *p = b->p;
    struct sum sure = sum_new(), maybe = sum_new();
    struct gauge g = { .who = p->holders[e->who].who,
                       .place = e->place,
                       .stated = p->stateds[s->stated] };
    uint8_t *in = new_n(b->keep, uint8_t, p->items_n + 1);
    for (int i = 0; i < (int)p->items_n; i++) {
        int up = i;
        while (up >= 0 && up != s->item)
            up = p->items[up].parent;
        in[i] = up == s->item ? YES : NO;
    }
    g.kinds.in = g.kinds.unlisted = in;
    for (size_t a = 0; a < b->l->accounts_n; a++) {
        const struct account *x = &b->l->accounts[a];
        tri whose =
            unit_has(&b->l->holders[e->who], &b->l->holders[x->holder]);
        if (x->book != e->book || whose == NO)
            continue;
        tri c = tri_and(whose, classify(b, &g, (int)a).in);
        struct form now = sum_form(&b->balances[a]);
        if (c == YES)
            sum_add(b->keep, &sure, &b->system, now, 1);
        if (c != NO)
            sum_add(b->keep, &maybe, &b->system, now, 1);
    }
    qty low, high, sl, sh, ml, mh;
    stock_ends(p, s, &low, &high);
    sum_ends(b->keep, &b->system, &sure, &sl, &sh);
    sum_ends(b->keep, &b->system, &maybe, &ml, &mh);
    if ((!qty_ok(high) || qty_cmp(sl, high) <= 0) &&
        (!qty_ok(mh) || qty_cmp(mh, low) >= 0))
        return;
    str from = qty_show(b->keep, sl);
    str to = qty_ok(mh) ? qty_show(b->keep, mh) : S("any number");
    bool one = qty_ok(mh) && !qty_cmp(sl, mh);
    struct diag *d = diag_add(
        p->diags, DIAG_BALANCE, entry_at(e),
        "the book has %.*s%s%.*s %.*s here, not this", STR(from),
        one ? "" : " to ", STR(one ? S("") : to), STR(p->items[s->item].name));
    diag_help(p->diags, d,
              "find the entry that is missing or wrong, or write "
              "`recount` if the figure is new");
}

/* ---- the walk ----------------------------------------------------------- */

void balance_flow(struct bench *b, const struct flow *f)
{
    struct form amount = flow_amount(b->l, f);
    if (f->from >= 0)
        sum_add(b->keep, &b->balances[f->from], &b->system, amount, -1);
    if (f->to >= 0)
        sum_add(b->keep, &b->balances[f->to], &b->system, amount, 1);
}

static void zero_balances(struct bench *b)
{
    for (size_t i = 0; i < b->l->accounts_n; i++)
        b->balances[i] = sum_new();
}

/* A day on which something was seen: its opening is looked at before the
 * batch. */
struct day_of_meter {
    instant at;
    struct meter *m;
};

struct walk {
    struct day_of_meter *days; /* by time */
    size_t days_n, days_cap, day;
    uint32_t *balances; /* entries, by time */
    size_t balances_n, balances_cap, balance;
};

static int by_day(const void *x, const void *y, void *with)
{
    const struct day_of_meter *a = x, *b = y;
    (void)with;
    return (a->at > b->at) - (a->at < b->at);
}

static int by_instant(const void *x, const void *y, void *with)
{
    const struct bench *b = with;
    instant s = b->p->entries[*(const uint32_t *)x].from;
    instant t = b->p->entries[*(const uint32_t *)y].from;
    return (s > t) - (s < t);
}

static void add_day(struct bench *b, struct walk *w, struct meter *m, day d)
{
    size_t n = w->days_n;
    if (n && w->days[n - 1].m == m && w->days[n - 1].at == day_opens(d))
        return;
    *push(b->keep, w->days, w->days_n, w->days_cap) =
        (struct day_of_meter){ day_opens(d), m };
}

/* Of the days that an observation lies in the first, and each that follows one
 * on which something moved: on others the most of the day is as it was. And
 * the day after it. */
static void days_of(struct bench *b, struct walk *w, struct meter *m)
{
    const struct ledger *l = b->l;
    for (size_t i = 0; i < m->seen_n; i++) {
        day first = instant_day(m->seen[i].from);
        day last = instant_day(m->seen[i].until + DAY_SECONDS - 1);
        add_day(b, w, m, first);
        for (size_t k = flows_from(l, day_opens(first));
             k < l->flows_n && l->flows[k].at < day_opens(last); k++)
            add_day(b, w, m, instant_day(l->flows[k].at) + 1);
        add_day(b, w, m, last);
        alarm_set(b, m->seen[i].from, m->watcher);
        alarm_set(b, m->seen[i].until, m->watcher);
    }
    for (size_t i = 0; i < m->denied_n; i++) {
        const struct entry *e = &b->p->entries[m->denied[i]];
        alarm_set(b, e->from, m->watcher);
        alarm_set(b, entry_more(b->p, e)->goes_on, m->watcher);
    }
}

static struct walk walk_plan(struct bench *b)
{
    struct walk w = { 0 };
    for (size_t i = 0; i < b->meters_n; i++)
        days_of(b, &w, b->meters[i]);
    sort_array(b->keep, w.days, w.days_n, sizeof *w.days, by_day, NULL);
    for (uint32_t i = 0; i < b->p->entries_n; i++)
        if (b->p->entries[i].kind == ENTRY_BALANCE &&
            !b->p->entries[i].sometime && b->p->entries[i].from < b->close)
            *push(b->keep, w.balances, w.balances_n, w.balances_cap) = i;
    sort_array(b->keep, w.balances, w.balances_n, sizeof *w.balances,
               by_instant, b);
    return w;
}

static void earlier(instant *t, instant other)
{
    if (other < *t)
        *t = other;
}

/* The next instant at which anything happens. */
static instant next_instant(const struct bench *b, const struct walk *w)
{
    instant t = b->alarms_n ? b->alarms[0].at : INSTANT_MAX;
    if (b->flows_to < b->l->flows_n)
        earlier(&t, b->l->flows[b->flows_to].at);
    if (w->day < w->days_n)
        earlier(&t, w->days[w->day].at);
    if (w->balance < w->balances_n)
        earlier(&t, b->p->entries[w->balances[w->balance]].from);
    return t;
}

static void take_batch(struct bench *b)
{
    b->flows_at = b->flows_to;
    while (b->flows_to < b->l->flows_n &&
           b->l->flows[b->flows_to].at == b->now) {
        const struct flow *f = &b->l->flows[b->flows_to++];
        balance_flow(b, f);
        slices_flow(b, f);
    }
    for (size_t i = 0; b->flows_to > b->flows_at && i < b->steppers_n; i++)
        wake(b, b->steppers[i]);
}

/* What is told, and what is claimed, from now on. */
static void hear(struct bench *b)
{
    for (size_t i = 0; i < b->told_n; i++)
        if (b->told[i].from == b->now || b->told[i].until == b->now)
            slices_told(b, &b->told[i]);
    for (size_t i = 0; i < b->claims_n; i++)
        if (b->p->entries[b->claims[i]].from == b->now)
            slices_claim(b, (int)i);
}

static void look(struct bench *b)
{
    while (b->alarms_n && b->alarms[0].at == b->now)
        wake(b, alarm_take(b));
    for (size_t i = 0; i < b->awake_n; i++) { /* it may grow meanwhile */
        struct watcher *w = b->awake[i];
        w->awake = false;
        w->wake(b, w, b->now);
    }
    b->awake_n = 0;
    meetings_tell(b);
}

static void nothing(struct bench *b, struct watcher *w, instant t)
{
    (void)b;
    (void)w;
    (void)t;
}

static void walk(struct bench *b)
{
    struct walk w = walk_plan(b);
    struct watcher hearer = { nothing, false };
    for (size_t i = 0; i < b->told_n; i++) {
        alarm_set(b, b->told[i].from, &hearer);
        alarm_set(b, b->told[i].until, &hearer);
    }
    for (size_t i = 0; i < b->claims_n; i++)
        alarm_set(b, b->p->entries[b->claims[i]].from, &hearer);
    while ((b->now = next_instant(b, &w)) < b->close) {
        for (; w.day < w.days_n && w.days[w.day].at == b->now; w.day++)
            meter_day(b, w.days[w.day].m, b->now);
        take_batch(b);
        hear(b);
        for (; w.balance < w.balances_n &&
               b->p->entries[w.balances[w.balance]].from == b->now;
             w.balance++) {
            const struct entry *e = &b->p->entries[w.balances[w.balance]];
            for (size_t i = 0; i < e->stocks_n; i++)
                check_stock(b, e, &b->p->stocks[e->stock + i]);
        }
        look(b);
    }
}

/* ---- all of it ---------------------------------------------------------- */

/* Nothing of it can be judged. */
static void not_judged(struct bench *b, const struct clause *c)
{
    unjudged_line(b, c, 1, c->head, c->unjudged);
}

static void judge_clause(struct bench *b, const struct clause *c)
{
    if (c->kind == CLAUSE_EQUIVALENCE)
        return; /* no duty */
    if (c->opaque) {
        not_judged(b, c);
        return;
    }
    switch (c->kind) {
    case CLAUSE_LIMIT:
    case CLAUSE_QUOTA: judge_limit(b, c); return;
    case CLAUSE_CONSENT: judge_consent(b, c); return;
    case CLAUSE_REMEDY: judge_remedy(b, c); return;
    case CLAUSE_NOTICE:
        if (c->notice.subjects.n && c->notice.told_stated) {
            judge_notice(b, c);
            return;
        }
        break;
    case CLAUSE_STEP: judge_step(b, c); return;
    case CLAUSE_EVIDENCE: return;
    case CLAUSE_EXCEPTION: /* what it bends shows it, if it is judged */
        if (!c->unjudged.len)
            return;
        break;
    case CLAUSE_INFORM: judge_inform(b, c); return;
    case CLAUSE_STAY: judge_stay(b, c); return;
    case CLAUSE_EQUIVALENCE:
    case CLAUSE_UNCODED: break;
    case CLAUSE_INSPECTION:
    case CLAUSE_ACCESS:
        if (!c->duties)
            break;
        if (c->kind == CLAUSE_INSPECTION)
            judge_inspection(b, c);
        else
            judge_access(b, c);
        return;
    }
    not_judged(b, c);
}

static struct bench *bench_new(struct arena *keep, const struct pact *p,
                               const struct ledger *l, instant close,
                               struct judgement *j)
{
    struct bench *b = new_one(keep, struct bench);
    *b = (struct bench){ .keep = keep,
                         .p = p,
                         .l = l,
                         .j = j,
                         .close = close,
                         .now = INSTANT_MIN };
    b->ways.keep = keep;
    b->system = system_copy(keep, &l->system);
    b->balances = new_n(keep, struct sum, l->accounts_n + 1);
    b->spots = new_n(keep, uint8_t *, p->spots_n + 1);
    b->combined = new_n(keep, struct rows_of, p->clauses_n + 1);
    b->of_clause = new_n(keep, struct watchers, p->clauses_n + 1);
    b->on_turn = new_n(keep, struct watchers, p->clauses_n + 1);
    b->step_done = new_n(keep, instant, p->clauses_n + 1);
    b->step_verified = new_n(keep, instant, p->clauses_n + 1);
    for (size_t i = 0; i < p->clauses_n; i++)
        b->step_done[i] = b->step_verified[i] = INSTANT_MAX;
    evidence_grade(b);
    for (uint32_t i = 0; i < p->entries_n; i++)
        if (p->entries[i].kind >= ENTRY_CONSENT &&
            p->entries[i].kind <= ENTRY_RENEW && p->entries[i].from < close)
            *push(keep, b->said, b->said_n, b->said_cap) = i;
        else if (p->entries[i].kind == ENTRY_VERIFIED)
            *push(keep, b->verified, b->verified_n, b->verified_cap) = i;
        else if (p->entries[i].kind == ENTRY_DECLARE &&
                 p->entries[i].from < close)
            *push(keep, b->declared, b->declared_n, b->declared_cap) = i;
        else if (p->entries[i].kind == ENTRY_REPORT &&
                 p->entries[i].from < close)
            *push(keep, b->reports, b->reports_n, b->reports_cap) = i;
    terms_make(b);
    collect_told(b);
    b->claim_known = new_n(keep, bool, b->claims_n + 1);
    zero_balances(b);
    return b;
}

struct judgement *judge(struct arena *keep, const struct pact *p,
                        const struct ledger *l, instant close, bool fine)
{
    struct judgement *j = new_one(keep, struct judgement);
    *j = (struct judgement){ .p = p, .l = l, .close = close, .fine = fine };
    struct bench *b = bench_new(keep, p, l, close, j);
    j->own = b;
    cells_learn(b);
    zero_balances(b);
    b->now = INSTANT_MIN;
    if (p->diags->errors)
        return j;
    for (size_t i = 0; i < p->clauses_n; i++)
        judge_clause(b, &p->clauses[i]);
    judge_suspensions(b);
    touches_make(b);
    walk(b);
    duties_deadlines(b);
    drop_rightful(j);
    rows_sort(j);
    j->widened = b->system.widened;
    return j;
}
