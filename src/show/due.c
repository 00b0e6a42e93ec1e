/* due.c - what falls due after the day, overdue first
 *
 * Deadlines come from the rows; what ends or begins from the pact and from
 * the entries that are known; what turns by itself (an exception's use that
 * runs out, a condition that ends) from a second judgement of the known
 * entries alone, as of the end of the time asked for: if nothing more happens.
 */
#include "show/due.h"

static void add(struct dues *v, struct due x)
{
    if (x.overdue || (x.at >= v->run->close && x.at < v->until))
        *push(v->run->keep, v->at, v->n, v->cap) = x;
}

/* ---- deadlines ---------------------------------------------------------- */

static bool has_deadline(const struct row *r)
{
    return r->basis == COMBINED && r->deadline != INSTANT_MAX;
}

static void deadline(struct dues *v, const struct row *r)
{
    const struct run *run = v->run;
    const struct segment *s = row_on(r, run->close);
    instant next = row_deadline(r, run->close);
    if (!has_deadline(r) || !s)
        return;
    bool open = s->verdict == NOT_DUE && s->reason == REASON_NONE;
    bool missed = next == INSTANT_MAX &&
                  (s->verdict == BROKEN || s->verdict == UNDETERMINED);
    if (!missed && (!open || next == INSTANT_MAX))
        return;
    str m = figures_text(run, r, s);
    const char *what = r->kind == ROW_VERIFIED ? "to verify" : "to be done";
    add(v, (struct due){
               .at = r->deadline,
               .overdue = missed,
               .kind = r->kind == ROW_VERIFIED ? DUE_VERIFY : DUE_DONE,
               .clause = r->clause,
               .line = r->line,
               .who = subject_text(run->keep, &r->subject),
               .text = str_fmt(
                   run->keep, "%s%s%.*s%s", what, m.len ? ": " : "", STR(m),
                   missed && s->verdict == UNDETERMINED ? "; undetermined"
                                                        : "") });
}

/* ---- what begins and ends ----------------------------------------------- */

static void moment(struct dues *v, const struct moment *m, enum due_kind kind,
                   const struct clause *c)
{
    if (m->kind != MOMENT_AT)
        return;
    add(v, (struct due){ .at = m->at,
                         .kind = kind,
                         .clause = c,
                         .text = kind == DUE_BEGINS ? S("enters into force")
                                                    : S("ends") });
}

static void times_of(struct dues *v)
{
    const struct pact *p = v->run->p;
    moment(v, &p->from, DUE_BEGINS, NULL);
    moment(v, &p->until, DUE_ENDS, NULL);
    for (size_t i = 0; i < p->clauses_n; i++) {
        const struct clause *c = &p->clauses[i];
        moment(v, &c->from, DUE_BEGINS, c);
        moment(v, &c->until, DUE_ENDS, c);
    }
}

/* Told by the day, and still to come. */
static bool told_before(const struct run *run, const struct more *m)
{
    for (size_t i = 0; i < m->tellings_n; i++)
        if (m->tellings[i].told == TOLD_AT && m->tellings[i].at < run->close)
            return true;
    return false;
}

static void entries_of(struct dues *v)
{
    const struct run *run = v->run;
    const struct pact *p = run->p;
    for (uint32_t i = 0; i < p->entries_n; i++) {
        const struct entry *e = &p->entries[i];
        const struct more *m = entry_more(p, e);
        bool moves = e->kind == ENTRY_MOVE || e->kind == ENTRY_EVENT;
        if (!moves && e->kind != ENTRY_CONSENT)
            continue;
        struct due x = { .who = moves ? p->holders[e->who].text : S(""),
                         .text = entry_head(run, i) };
        if (!moves && e->from < run->close && m->goes_on != INSTANT_MAX) {
            x.at = m->goes_on - 1; /* its last day */
            x.at = day_opens(instant_day(x.at));
            x.kind = DUE_CONSENT;
            x.text = str_fmt(run->keep, "runs out: %.*s", STR(x.text));
            add(v, x);
        }
        if (moves && e->from >= run->close && told_before(run, m)) {
            x.at = e->from;
            x.kind = DUE_TOLD;
            x.text = str_fmt(run->keep, "told ahead: %.*s", STR(x.text));
            add(v, x);
        }
    }
}

/* ---- what turns by itself ----------------------------------------------- */

/* A deadline says so already; what is not in force is no breach. */
static void turns_of(struct dues *v, const struct row *r)
{
    const struct run *run = v->run;
    for (size_t i = 1; i < r->segments_n; i++) {
        const struct segment *s = &r->segments[i];
        enum verdict was = r->segments[i - 1].verdict;
        bool bad = s->verdict == BROKEN ||
                   (s->verdict == UNDETERMINED && was != BROKEN);
        if (r->basis != COMBINED || has_deadline(r) || !bad ||
            was == s->verdict)
            continue;
        add(v,
            (struct due){ .at = s->from,
                          .kind = DUE_TURNS,
                          .clause = r->clause,
                          .line = r->line,
                          .who = subject_text(run->keep, &r->subject),
                          .text = str_fmt(run->keep,
                                          "%s from then on, if nothing more "
                                          "happens: %.*s",
                                          verdict_text(s->verdict),
                                          STR(figures_text(run, r, s))) });
    }
}

/* ---- all of it ---------------------------------------------------------- */

static int by_time(const void *a, const void *b, void *with)
{
    const struct due *x = a, *y = b;
    (void)with;
    int c = y->overdue - x->overdue;
    c = c ? c : (x->at > y->at) - (x->at < y->at);
    c = c ? c
          : str_by_numbers(x->clause ? x->clause->id : S(""),
                           y->clause ? y->clause->id : S(""));
    c = c ? c : (x->line > y->line) - (x->line < y->line);
    c = c ? c : (x->kind > y->kind) - (x->kind < y->kind);
    c = c ? c : str_cmp(x->who, y->who);
    return c ? c : str_cmp(x->text, y->text);
}

struct dues dues(const struct run *run, const struct judgement *ahead,
                 instant until)
{
    struct dues v = { .run = run, .until = until };
    for (size_t i = 0; i < run->j->rows_n; i++)
        deadline(&v, run->j->rows[i]);
    times_of(&v);
    entries_of(&v);
    for (size_t i = 0; i < ahead->rows_n; i++)
        turns_of(&v, ahead->rows[i]);
    sort_array(run->keep, v.at, v.n, sizeof *v.at, by_time, NULL);
    return v;
}

str due_what(const struct run *run, const struct due *x)
{
    struct buf b = { .keep = run->keep };
    if (x->clause)
        buf_add(&b, clause_text(run->keep, x->clause));
    else if (x->kind == DUE_BEGINS || x->kind == DUE_ENDS)
        buf_z(&b, "the pact");
    if (x->who.len && x->clause)
        buf_fmt(&b, ", %.*s", STR(x->who));
    buf_fmt(&b, "%s%.*s", b.len ? ": " : "", STR(x->text));
    return buf_str(&b);
}

static void text(struct buf *out, const struct dues *v)
{
    const struct run *run = v->run;
    heading(out, run);
    for (size_t i = 0; i < v->n; i++) {
        const struct due *x = &v->at[i];
        str when = clock_text(run->keep, run->p->clock, x->at);
        buf_fmt(out, "  %.*s  ", STR(when));
        size_t at = 4 + when.len;
        if (x->overdue) {
            painted(out, run, BAD, S("overdue  "));
            at += 9;
        }
        folded(out, run, 14, at, due_what(run, x));
        buf_char(out, '\n');
    }
    if (!v->n)
        buf_z(out, "Nothing falls due.\n");
    buf_fmt(out, "\nUp to %.*s.\n\n", STR(day_words(run, last_day(v->until))));
    closing(out, run);
    fit(out, run);
}

const char *due_word(enum due_kind k)
{
    static const char *const words[] = { "to_do", "to_verify",    "begins",
                                         "ends",  "consent_ends", "told",
                                         "turns" }; /* ORDER DUES */
    return words[k];
}

static void json(struct buf *out, const struct dues *v)
{
    const struct run *run = v->run;
    struct arena *k = run->keep;
    json_t *j = json_begin(run, "due/1"), *list = json_list(k);
    for (size_t i = 0; i < v->n; i++) {
        const struct due *d = &v->at[i];
        json_t *x = json_map(k);
        json_put(k, x, "on", json_when(run, d->at));
        json_put(k, x, "overdue", json_boolean(d->overdue));
        json_put(k, x, "kind", json_str(k, str_of(due_word(d->kind))));
        json_put(k, x, "clause",
                 d->clause ? json_str(k, d->clause->id) : json_null());
        json_put(k, x, "line", json_qty(k, qty_int(d->line)));
        json_put(k, x, "who", json_str(k, d->who));
        json_put(k, x, "text", json_str(k, due_what(run, d)));
        json_add(k, list, x);
    }
    json_put(k, j, "until", json_when(run, last_day(v->until)));
    json_put(k, j, "due", list);
    json_print(out, j);
}

void show_due(struct buf *out, const struct run *run,
              const struct judgement *ahead, instant until, enum due_form form)
{
    struct dues v = dues(run, ahead, until);
    switch (form) {
    case DUE_TEXT: text(out, &v); break;
    case DUE_JSON: json(out, &v); break;
    case DUE_CALENDAR: calendar(out, &v); break;
    }
}
