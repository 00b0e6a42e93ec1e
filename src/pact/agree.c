/* agree.c - consents and remedies; see clause.h */
#include "pact/clause.h"
#include "pact/place.h"

/* ---- consent ------------------------------------------------------------ */

/* any troops of each party that are stationed in Z */
static bool forces(struct cursor *c, struct needs *n)
{
    struct tail t = { 0 };
    span line = rest_of_line(c);
    struct limit_row *r = &n->forces;
    *r = (struct limit_row){ .at = n->at, .relation = AT_MOST, .event = -1 };
    r->amount = qty_int(0);
    if (!want_kinds(c, &r->kinds) || !want_tail(c, &t, false))
        return false;
    if (!t.who.n)
        return no_bearer(c, line, "whose forces need consent");
    if (t.sizes.n)
        return later_as(c, line, S("the size of what needs consent"));
    r->subjects = t.who;
    r->stated = t.stated;
    r->places = t.places ? t.places : new_n(c->q->keep, int, t.who.n);
    return true;
}

/* Kinds whose consent can be judged. */
static bool step_or_exception(struct cursor *c, struct needs *n, span at)
{
    n->clause = want_clause(c);
    if (n->clause < 0)
        return false;
    enum clause_kind k = c->q->p->clauses[n->clause].kind;
    if (k != CLAUSE_STEP && k != CLAUSE_EXCEPTION)
        return later_as(c, at,
                        S("consent to what is neither a step nor an "
                          "exception"));
    return true;
}

static bool needs_line(struct cursor *c, struct needs *n)
{
    bool other;
    if (eat(c, "any") ? !forces(c, n) : !step_or_exception(c, n, n->at))
        return false;
    if (!want(c, "needs consent of"))
        return false;
    if (is2(c, "the", "host")) {
        if (n->clause >= 0)
            return later(c);
        c->i += 2;
        n->host = true;
    } else if (!want_teller(c, &n->who, &other)) {
        return false;
    } else if (other) {
        return later_as(c, n->at, S("consent of the other side"));
    }
    return want_end(c);
}

/* Those whose territory may meet where the forces stand. */
static void hosts(struct parser *q, struct needs *n)
{
    const struct pact *p = q->p;
    struct subject *list = new_n(q->keep, struct subject, p->parties_n + 1);
    for (size_t i = 0; i < p->parties_n; i++)
        if (p->parties[i].territory >= 0 &&
            p->zones[p->parties[i].territory].geo &&
            p->parties[i].role != ROLE_MONITOR)
            list[n->who.n++] = party_subject(q, (int)i).at[0];
    n->who.at = list;
}

/* Where forces of each subject are the business of each who must agree. */
static void where_each(struct parser *q, struct needs *n)
{
    struct pact *p = q->p;
    size_t subjects = n->forces.subjects.n;
    int *places = new_n(q->keep, int, subjects * n->who.n + 1);
    for (size_t s = 0; s < subjects; s++)
        for (size_t k = 0; k < n->who.n; k++) {
            int place = n->forces.places[s];
            if (n->host) {
                const struct zone *z =
                    &p->zones[p->parties[n->who.at[k].party].territory];
                str text = str_fmt(q->keep, "in %.*s", STR(z->name));
                place = spot_and(q, place, zone_spot(q, z->geo, text));
            }
            places[s * n->who.n + k] = place;
        }
    n->places = places;
}

bool consent_line(struct making *m)
{
    struct cursor *c = m->c;
    struct clause *k = m->k;
    struct needs n = { .at = rest(c), .clause = -1, .line = m->lines + 1 };
    bool ok = needs_line(c, &n);
    if (!ok && !c->unjudged.len)
        return false;
    n.unjudged = c->unjudged;
    if (n.host)
        hosts(c->q, &n);
    if (n.clause < 0 && !n.unjudged.len)
        where_each(c->q, &n);
    m->lines++;
    *push(c->q->keep, k->needs, k->needs_n, k->needs_cap) = n;
    return ok;
}

/* ---- remedy ------------------------------------------------------------- */

static bool one_subject(struct cursor *c, struct subject *out)
{
    struct subjects s;
    span at = here(c);
    if (!want_subjects(c, &s))
        return false;
    if (s.n > 1)
        return later_as(c, at, S("a remedy of each"));
    *out = s.at[0];
    return true;
}

/* on breach of limit 1 by side A: side B may suspend step 2 */
static bool right_line(struct cursor *c, struct right *r)
{
    c->i += 2;
    if (!want(c, "of"))
        return false;
    r->breach = want_clause(c);
    if (r->breach < 0 || !want(c, "by") || !one_subject(c, &r->by) ||
        !want(c, ":") || !one_subject(c, &r->whose) || !want(c, "may"))
        return false;
    span at = here(c);
    if (is(c, "leave"))
        return later(c);
    if (!want(c, "suspend"))
        return false;
    r->target = want_clause(c);
    if (r->target < 0 || !want_end(c))
        return false;
    if (!who_meet(&r->by.who, &r->whose.who))
        return true;
    struct diag *d =
        wrong(c, DIAG_LEFT_OVER, (span){ at.file, r->at.from, at.to },
              "this gives a right to those who are in breach");
    diag_help(c->q->diags, d, "name the other side or party behind the colon");
    return false;
}

/* resumes when limit 1 has been kept for 30 days */
static bool back_line(struct making *m)
{
    struct cursor *c = m->c;
    span at = rest(c);
    if (m->back)
        return said_twice(c, at);
    if (!want(c, "resumes when"))
        return false;
    int k = want_clause(c);
    if (k < 0 || !want(c, "has been kept for") ||
        !want_duration(c, &m->k->remedy.kept) || !want_end(c))
        return false;
    m->back = k + 1;
    return true;
}

bool remedy_line(struct making *m)
{
    struct cursor *c = m->c;
    struct remedy *y = &m->k->remedy;
    struct right r = {
        .at = rest(c), .breach = -1, .target = -1, .line = m->lines + 1
    };
    if (is(c, "resumes"))
        return back_line(m);
    if (!is2(c, "on", "breach"))
        return expected(c, "`on breach of CLAUSE by WHOM: WHOM may suspend "
                           "CLAUSE`, or `resumes when ...`");
    bool ok = right_line(c, &r);
    if (!ok && !c->unjudged.len)
        return false;
    r.unjudged = c->unjudged;
    m->lines++;
    *push(c->q->keep, y->rights, y->rights_n, m->rights_cap) = r;
    return ok;
}
