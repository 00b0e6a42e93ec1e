/* clause.c - clauses, and what lines all of them may have; see parse.h
 *
 * A line that is known but not judged yet marks its row or its clause; a
 * line with an error leaves its row out.  ORDER CLAUSES: the words below are
 * in the order of enum clause_kind.
 */
#include "pact/clause.h"
#include "pact/duties.h"

static const char *const words[] = { "limit",       "exception", "notice",
                                     "quota",       "inform",    "stay",
                                     "step",        "consent",   "inspection",
                                     "access",      "evidence",  "remedy",
                                     "equivalence", "uncoded" };

const char *clause_word(enum clause_kind k)
{
    return words[k];
}

/* A grade of the Admiralty code: A1 to F6. */
bool want_grade(struct cursor *c, char out[2])
{
    str g = word(c);
    if (g.len != 2 || g.at[0] < 'A' || g.at[0] > 'F' || g.at[1] < '1' ||
        g.at[1] > '6')
        return expected(c, "a grade from A1 to F6");
    out[0] = g.at[0];
    out[1] = g.at[1];
    c->i++;
    return true;
}

/* ---- what all have in common -------------------------------------------- */

/* A line that begins like a time, and is a line of the clause's own kind. */
static bool own_time(const struct making *m)
{
    const struct cursor *c = m->c;
    if (m->k->kind == CLAUSE_INFORM)
        return is_schedule(c);
    if (m->k->kind == CLAUSE_NOTICE || m->k->kind == CLAUSE_EXCEPTION)
        return is(c, "by") && kind_ahead(c, 1) == TOKEN_NUMBER;
    return m->k->kind == CLAUSE_INSPECTION && is(c, "by") &&
           (is_ahead(c, 2, "of") || is_ahead(c, 2, ",") ||
            find(c->q, word_ahead(c, 1), NAME_PARTY) >= 0);
}

static bool takes_conditions(enum clause_kind k)
{
    return k == CLAUSE_LIMIT || k == CLAUSE_QUOTA || k == CLAUSE_NOTICE ||
           k == CLAUSE_EXCEPTION || k == CLAUSE_INFORM || k == CLAUSE_STEP ||
           k == CLAUSE_INSPECTION || k == CLAUSE_ACCESS;
}

/* when, unless, while ...: what is not judged of it might excuse. */
static bool condition(struct making *m)
{
    struct cursor *c = m->c;
    struct clause *k = m->k;
    struct condition x;
    span at = rest(c);
    if (!want_condition(c, &x)) {
        if (c->unjudged.len)
            k->unjudged = c->unjudged;
        return c->unjudged.len;
    }
    if (!takes_conditions(k->kind)) {
        k->unjudged = span_text(c, at);
        k->opaque = k->opaque || k->kind != CLAUSE_STEP;
        not_judged_yet(c, at, k->unjudged);
        return true;
    }
    *push(c->q->keep, k->conditions, k->conditions_n, k->conditions_cap) = x;
    return true;
}

static bool common(struct making *m, struct spans *s, bool *bad)
{
    struct cursor *c = m->c;
    str text;
    *bad = false;
    if (own_time(m))
        return false;
    if (eat(c, "note")) {
        *bad = !want_string(c, &text) || !want_end(c);
        return true;
    }
    if (m->k->kind == CLAUSE_REMEDY && is2(c, "on", "breach"))
        return false;
    if (is_condition(c)) {
        *bad = !condition(m);
        return true;
    }
    return take_spans(c, s, bad) || *bad;
}

/* not counted under X; the words up to X are read */
static bool not_under(struct making *m)
{
    struct cursor *c = m->c;
    struct clause *k = m->k;
    span at = here(c);
    str id;
    if (!want_clause_id(c, &id) || !want_end(c))
        return false;
    int index = map_get(&c->q->clause_ids, id);
    const struct clause *x = &c->q->p->clauses[index];
    if (x->kind == CLAUSE_QUOTA && x != k) {
        *push(c->q->keep, k->not_under, k->not_under_n, k->not_under_cap) =
            index;
        return true;
    }
    struct diag *d = wrong(
        c, DIAG_CLAUSE_UNKNOWN, at, "`%.*s` is %s, not another quota", STR(id),
        x == k ? "this quota itself"
               : str_fmt(c->q->keep, "%.*s", STR(a_clause(c, x->kind))).at);
    diag_note(c->q->diags, d, x->at, "it stands here");
    diag_help(c->q->diags, d, "name the quota that counts them instead");
    return false;
}

static bool quota_line(struct making *m)
{
    struct cursor *c = m->c;
    return eats(c, "not counted under") ? not_under(m) : limit_line(m);
}

static bool own_line(struct making *m)
{
    struct cursor *c = m->c;
    switch (m->k->kind) {
    case CLAUSE_LIMIT: return limit_line(m);
    case CLAUSE_NOTICE: return notice_line(m);
    case CLAUSE_STEP: return step_line(m);
    case CLAUSE_EVIDENCE:
        return want(c, "at least") && want_grade(c, m->k->grade) &&
               want_end(c);
    case CLAUSE_INFORM: return inform_line(m);
    case CLAUSE_STAY: return stay_line(m);
    case CLAUSE_INSPECTION: return inspection_line(m);
    case CLAUSE_ACCESS: return access_line(m);
    case CLAUSE_EQUIVALENCE: return equivalence_line(m);
    case CLAUSE_EXCEPTION: return exception_line(m);
    case CLAUSE_QUOTA: return quota_line(m);
    case CLAUSE_CONSENT: return consent_line(m);
    case CLAUSE_REMEDY: return remedy_line(m);
    case CLAUSE_UNCODED: return true;
    }
    return true;
}

/* The words above the clause, joined by blanks. */
static void treaty_words(struct cursor *c, struct clause *k)
{
    struct buf b = { .keep = c->q->keep };
    for (size_t i = 0; i < c->d.quoted_n; i++) {
        const struct quoted *l = &c->d.quoted[i];
        if (b.len)
            buf_char(&b, ' ');
        buf_add(&b, str_trim(str_cut(c->text, l->from, l->to)));
        k->paraphrase = k->paraphrase || l->paraphrase;
    }
    k->words = buf_str(&b);
}

/* The last day of a step is not over before it begins; or report. */
static void due_in_time(struct cursor *c, const struct step *st, span at)
{
    const struct moment *a = &st->anchor, *d = &st->deadline;
    if (a->kind != MOMENT_AT || d->kind != MOMENT_AT ||
        (d->dated ? d->at + DAY_SECONDS > a->at : d->at >= a->at))
        return;
    struct diag *x =
        wrong(c, DIAG_BACKWARDS, at, "this step is due before it begins");
    diag_help(c->q->diags, x,
              "mend one of the two dates: a step begins with its `from` or "
              "`after`, else when the pact is in force");
}

static void finish_step(struct making *m, const struct spans *s)
{
    struct cursor *c = m->c;
    struct step *st = &m->k->step;
    st->returns_line = m->lines; /* of a deed: this and its own line */
    st->verified_line = m->lines * (st->returns_said ? 2 : 1) + 1;
    st->anchor = s->anchor.kind ? s->anchor
                 : s->from.kind ? s->from
                                : c->q->p->from;
    st->deadline = s->deadline;
    if (!s->deadlines && st->deeds_n && !m->k->unjudged.len && !m->failed) {
        struct diag *d = wrong(c, DIAG_NO_DEADLINE, m->k->at,
                               "this step has no deadline: it is never due");
        diag_help(c->q->diags, d, "say by when, as in `by 2022-02-20`");
    }
    if (s->deadlines == 1)
        due_in_time(c, st, s->deadline_at);
    if (s->deadlines < 2)
        return;
    struct diag *d = wrong(c, DIAG_TWO_DEADLINES, s->deadline_at,
                           "a step has one deadline, and this is another");
    diag_help(c->q->diags, d, "keep one, or make two steps of it");
}

/* So many of them are not counted: what of a sum? */
static void no_capped_sums(struct making *m)
{
    struct clause *k = m->k;
    bool capped = false;
    for (size_t i = 0; i < k->uncounts_n; i++)
        capped = capped || k->uncounts[i].capped;
    for (size_t i = 0; i < k->rows_n && capped; i++)
        if (k->rows[i].kinds.sum && !k->rows[i].unjudged.len) {
            k->rows[i].unjudged = S("a sum of which so many are not counted");
            not_judged_yet(m->c, k->rows[i].at, k->rows[i].unjudged);
        }
}

/* Events are in the hours or not; a measure would be in force by turns. */
static void daily_hours(struct making *m, const struct spans *s)
{
    struct clause *k = m->k;
    bool events = k->kind == CLAUSE_LIMIT || k->kind == CLAUSE_QUOTA;
    for (size_t i = 0; i < k->rows_n; i++)
        events = events && k->rows[i].events_n;
    if (events)
        k->hours = s->hours;
    if (events || !s->hours.said)
        return;
    k->unjudged = span_text(m->c, s->hours_at);
    k->opaque = k->opaque || k->kind == CLAUSE_STEP;
    not_judged_yet(m->c, s->hours_at, k->unjudged);
}

static void finish(struct making *m, const struct spans *s)
{
    struct clause *k = m->k;
    struct cursor *c = m->c;
    if (s->from.kind)
        k->from = s->from;
    if (s->until.kind)
        k->until = s->until;
    daily_hours(m, s);
    no_capped_sums(m);
    spans_in_order(c, s->until.kind ? s->until_at : k->at, &k->from,
                   &k->until);
    if (k->kind == CLAUSE_STEP) {
        finish_step(m, s);
    } else if (s->deadlines) {
        struct diag *d = wrong(c, DIAG_EXPECTED, s->deadline_at,
                               "only a step has a deadline, and this is %.*s",
                               STR(a_clause(c, k->kind)));
        diag_help(c->q->diags, d,
                  "say `from` and `until` when it is in "
                  "force");
    }
    k->remedy.back = k->kind == CLAUSE_REMEDY ? m->back - 1 : -1;
    if (k->kind == CLAUSE_NOTICE && !k->unjudged.len && !m->failed &&
        c->d.lines_n > 1 && k->notice.subjects.n && !k->notice.told_stated &&
        !k->notice.advised) {
        struct diag *d = wrong(c, DIAG_EXPECTED, k->at,
                               "this notice does not say when it is due");
        diag_help(c->q->diags, d,
                  "add a line such as `14 days before it "
                  "starts`");
    }
}

/* Has the clause, without errors, nothing that it demands? */
static bool says_nothing(const struct clause *k)
{
    if (k->unjudged.len)
        return false;
    switch (k->kind) {
    case CLAUSE_LIMIT:
    case CLAUSE_QUOTA: return !k->rows_n;
    case CLAUSE_NOTICE: return !k->notice.subjects.n;
    case CLAUSE_STEP: return !k->step.deeds_n;
    case CLAUSE_EVIDENCE: return !k->grade[0];
    case CLAUSE_CONSENT: return !k->needs_n;
    case CLAUSE_REMEDY: return !k->remedy.rights_n;
    case CLAUSE_EXCEPTION:
    case CLAUSE_UNCODED: return false;
    case CLAUSE_INFORM:
    case CLAUSE_STAY:
    case CLAUSE_INSPECTION:
    case CLAUSE_ACCESS:
    case CLAUSE_EQUIVALENCE: return says_no_duty(k);
    }
    return false;
}

/* uncoded 3.4 "good-neighbourliness" because "it cannot be measured" */
static void uncoded(struct cursor *c, struct clause *k)
{
    if (!want(c, "because") || !want_string(c, &k->unjudged) || !want_end(c))
        k->unjudged = S("uncoded");
    no_body(c);
}

static void body(struct making *m, struct spans *s)
{
    struct cursor *c = m->c;
    struct clause *k = m->k;
    for (size_t n = 1; at_line(c, n); n++) {
        bool bad;
        c->unjudged = S("");
        bool said = common(m, s, &bad);
        if (bad && c->unjudged.len) { /* when it is in force, or due */
            k->unjudged = c->unjudged;
            k->opaque = true;
        }
        m->failed = m->failed || (bad && !c->unjudged.len);
        if (said || bad)
            continue;
        if (!own_line(m) && !c->unjudged.len)
            m->failed = true;
        if (c->unjudged.len &&
            (k->kind == CLAUSE_NOTICE || k->kind == CLAUSE_INFORM ||
             k->kind == CLAUSE_STAY)) {
            k->unjudged = c->unjudged;
            k->opaque = true;
        }
    }
    finish(m, s);
    if (k->kind == CLAUSE_INSPECTION && !m->failed && k->duties &&
        k->duties->lines && !inspection_binds(&k->duties->inspection)) {
        struct diag *d = wrong(c, DIAG_NOBODY, k->at,
                               "this does not say who accepts inspections, or "
                               "who inspects");
        diag_help(c->q->diags, d,
                  "say `each party accepts at most 3 in a calendar year`, or "
                  "`by NAME of each party, in ZONE`");
        return;
    }
    if (m->failed || !says_nothing(k) || orphan_follows(c))
        return;
    struct diag *d = wrong(c, DIAG_SAYS_NOTHING, k->at,
                           "this %s demands nothing", clause_word(k->kind));
    diag_help(c->q->diags, d,
              "write what it demands in indented lines below "
              "it");
}

static void in_article(struct parser *q, struct clause *k, int article)
{
    if (article < 0)
        return;
    const struct article *a = &q->articles[article];
    k->article = a->id;
    k->from = a->from;
    k->until = a->until;
    k->unjudged = a->unjudged;
    k->opaque = a->opaque;
    if (takes_conditions(k->kind) && k->kind != CLAUSE_EXCEPTION)
        for (size_t i = 0; i < a->conditions_n; i++)
            *push(q->keep, k->conditions, k->conditions_n, k->conditions_cap) =
                a->conditions[i];
    else if (a->conditions_n && k->kind != CLAUSE_EXCEPTION)
        k->unjudged = S("the condition of its article");
}

/* Of when the pact is in force: it could turn any verdict. */
static void in_pact(struct parser *q, struct clause *k)
{
    if (!q->header_unjudged.len)
        return;
    k->unjudged = q->header_unjudged;
    k->opaque = true;
}

void resolve_clause(struct parser *q, struct waiting *w)
{
    if (w->state == 2)
        return; /* what it says cannot be read */
    struct cursor c = cursor_at(q, w);
    struct clause *k = &q->p->clauses[w->index];
    struct making m = { .c = &c, .k = k, .above = -1 };
    struct spans s = { 0 };
    q->clause_now =
        str_fmt(q->keep, "%s %.*s", clause_word(k->kind), STR(k->id));
    c.i += 2;
    treaty_words(&c, k);
    in_article(q, k, w->article);
    in_pact(q, k);
    if (k->kind == CLAUSE_EXCEPTION && !exception_head(&c, k)) {
        /* reported */
    } else if (word_kind(&c) != TOKEN_STRING || want_string(&c, &k->title)) {
        if (k->kind == CLAUSE_UNCODED)
            uncoded(&c, k);
        else if (want_end(&c))
            body(&m, &s);
    }
    q->clause_now = S("");
}
