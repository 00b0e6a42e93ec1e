"""Random cases of the forms that hang on other clauses and on the past:
conditions, exceptions, quotas, consents, remedies, inspections.

Their days 1 to 20 lie round the turn of a year (day 1 is Monday, 21 December
2026), so that weeks, months and years of the calendar begin within them.
"""
from dataclasses import replace
from datetime import date

from bench import Bench
from judge import Contradiction, Judge
from make_books import books, events
from make_clauses import Drafter
from make_denials import denials
from make_exceptions import EXCEPTIONS, TO_NOTICES, exceptions, \
    notice_exceptions
from make_facts import Facts
from make_others import ACCEPTS, CONSENTS, QUOTAS, REMEDIES, accepting, \
    consent_of_host, consent_to_step, quota, remedy, suspensions, \
    with_condition
from make_world import world
from model import DAY, Article, Measure, day_of
from remedies import rights
from rules import Twin

CONDITIONS = ("there", "there side", "kept", "agreed", "with consent",
              "state", "that party", "notified", "article", "notice", "ban",
              "two")
FORMS = [("exception", f) for f in EXCEPTIONS] + [
    ("to notice", f) for f in TO_NOTICES] + [
    ("condition", f) for f in CONDITIONS] + [("quota", f) for f in QUOTAS] + [
    ("consent", f) for f in CONSENTS] + [("remedy", f) for f in REMEDIES] + [
    ("accepts", f) for f in ACCEPTS]
START = date(2026, 12, 21).toordinal() - 1
LIMITS = ("at most", "at most", "at least", "exactly", "no", "several", "sum",
          "which", "without", "without-cap")


def day(n):
    return START + n


def build(rng, seed, plan, tools):
    """A case of the plan (kind, form, basis). TOOLS: from cases.py."""
    kind, form, basis = plan
    force = {
        "basis": basis, "sides": basis == "both" or form == "there side",
        "status": form == "same status",
        "territory": kind == "consent", "moves": kind in ("to notice",
                                                          "remedy"),
        "step": kind == "remedy" or (kind, form) == ("consent", "step"),
        "notice": kind == "to notice" or form == "notice",
        "events": "ban" in form or rng.random() < 0.1,
        "closed": rng.random() < 0.75, "claim": rng.random() < 0.04}
    out = world(rng, seed, day, force)
    out.clamp = True
    if kind == "quota":
        out.force = ("day", day(1) - rng.choice([0, 8, 40, 400, 800]))
        out.until = None
    first, last = day(1), day(20)
    books(rng, out, basis, force, first, last)
    tools.number(out)
    tools.check_small(out)
    if tools.keepable(out, last) is not None:
        raise tools.Again()
    draft = Drafter(rng, out, force, first, last)
    out.articles = [Article("1", "Article 1", clauses=[])]
    make = {"exception": made_exception, "to notice": made_to_notice,
            "condition": made_condition, "quota": made_quota,
            "consent": made_consent, "remedy": made_remedy,
            "accepts": made_accepts}[kind]
    make(draft, Facts(draft), form, tools)
    evidence(draft, basis)
    tools.number(out)
    for book in out.books:
        if not book.entries:
            raise tools.Again()
    out.marks.add((kind, form, basis))
    finish(rng, out, first, last, tools, kind)
    return out


def add(draft, *clauses):
    draft.case.articles[-1].clauses += clauses
    for c in clauses:
        for m in c.lines:
            if isinstance(m, Measure) and m.whom is None:
                continue
            places = [m.place] + [(m.place or []) + (x.place or [])
                                  for x in getattr(m, "which", ())]
            if not all(draft.case.places.region(p) for p in places):
                raise ValueError("a place that is nowhere")


def limit(draft, id, tools, form=None, status=None):
    rng = draft.rng
    c = draft.limit(id, form or rng.choice(LIMITS), status or rng.choice(
        ["none", "none", "none", "and", "stationed"]))
    add(draft, c)
    if rng.random() < 0.8:
        draft.close(c)
    tools.number(draft.case)
    draft.figures(c)
    return c


def evidence(draft, basis):
    if basis in ("evidence", "graded"):
        for c in draft.case.articles[0].clauses:
            if c.kind == "limit" and isinstance(c.lines[0], Measure):
                draft.sightings(c, draft.case.books[0], False)


# ---- of each kind ----------------------------------------------------------

def made_exception(draft, facts, form, tools):
    rng = draft.rng
    earlier = [limit(draft, "1.1", tools)] if rng.random() < 0.3 else []
    if form == "ban" or (form == "lift" and rng.random() < 0.3):
        target = draft.ban("1.2")
        add(draft, target)
    elif form.startswith("quota"):
        target = quota(draft, facts, "1.2", rng.choice(
            ["calendar", "rolling", "rollings", "unsaid", "at once", "from"]))
        add(draft, target)
    else:
        target = limit(draft, "1.2", tools, "at most" if form == "addition"
                       else None, "and" if form == "same status" else None)
    if form != "article" and rng.random() < 0.1:
        target.conditions.append(facts.condition(target, "there", earlier))
    tools.number(draft.case)
    made = exceptions(draft, facts, target, form, earlier)
    if form == "article":
        other = limit(draft, "1.3", tools)
        x = made[0]
        x.targets = (("article", "1"),)
        if rng.random() < 0.4:
            x.targets = (("limit", target.id), ("limit", other.id))
        x.conditions = [c for c in x.conditions if c.fact[0] != "kept"]
        made, x.over = [x], ()
    draft.case.articles.append(Article("9", "Article 9", clauses=[]))
    add(draft, *made)


def made_to_notice(draft, facts, form, tools):
    rng = draft.rng
    earlier = [limit(draft, "1.1", tools)] if rng.random() < 0.2 else []
    notice = draft.notice("1.2", rng.choice(
        ["into", "out of", "inside", "into or inside", "event", "hours",
         "after", "when"]))
    if notice.kinds[0] != "movement":
        events(rng, draft.case, draft.case.books[0], draft.first, draft.last)
        notice.place = None
    add(draft, notice)
    if form == "article" and rng.random() < 0.5:
        add(draft, draft.notice("1.3", "into"))
    draft.tellings(["1.2"])
    tools.number(draft.case)
    made = notice_exceptions(draft, facts, notice, form, earlier)
    if form == "article":
        made[0].targets = (("article", "1"),)
        made[0].conditions = [c for c in made[0].conditions
                              if c.fact[0] != "kept"]
    draft.case.articles.append(Article("9", "Article 9", clauses=[]))
    add(draft, *made)


def made_condition(draft, facts, form, tools):
    rng = draft.rng
    earlier = [limit(draft, "1.1", tools)] if rng.random() < 0.4 \
        or form == "kept" else []
    draft.case.articles.append(Article("2", "Article 2", clauses=[]))
    if form == "notice":
        c = draft.notice("2.1", rng.choice(["into", "out of", "event",
                                            "when", "after"]))
        add(draft, c)
        draft.tellings(["2.1"])
    elif form == "ban":
        c = draft.ban("2.1")
        add(draft, c)
    else:
        c = limit(draft, "2.1", tools)
    tools.number(draft.case)
    some = rng.choice(["there", "state", "agreed", "notified", "kept"])
    if form == "article":
        if rng.random() < 0.5:
            add(draft, draft.ban("2.2"))
        draft.case.articles[-1].conditions.append(
            facts.condition(c, rng.choice(["there", "state"])))
        return
    with_condition(facts, c, some if form in ("notice", "ban", "two")
                   else "there" if form == "there side" else form, earlier)
    if form == "two" or rng.random() < 0.1:
        with_condition(facts, c, rng.choice(["there", "kept", "state",
                                             "agreed"]), earlier)


def made_quota(draft, facts, form, tools):
    c = quota(draft, facts, "1.1", form)
    add(draft, c)
    if draft.rng.random() < 0.3:
        add(draft, quota(draft, facts, "1.2", draft.rng.choice(QUOTAS[:8])))


def a_step(draft, id, tools, form=None):
    rng = draft.rng
    c = draft.step(id, form or rng.choice(
        ["to", "no to", "destroys", "disbands", "each", "several", "by"]), [])
    add(draft, c)
    tools.number(draft.case)
    draft.step_figures()
    return c


def made_consent(draft, facts, form, tools):
    rng = draft.rng
    if form == "step":
        step = a_step(draft, "1.1", tools)
        if rng.random() < 0.3:
            step.verifier, step.verify_within = ("monitor", "OSCE"), 3
        add(draft, consent_to_step(draft, facts, "1.2", step))
        return
    add(draft, consent_of_host(draft, facts, "1.1", form))


def made_remedy(draft, facts, form, tools):
    rng = draft.rng
    one = limit(draft, "1.1", tools, rng.choice(["at most", "at most", "no",
                                                 "at least", "which"]))
    step = a_step(draft, "1.2", tools, rng.choice(
        ["to", "no to", "each", "stays", "destroys", "monitor", "other side"]))
    if step.verifier:
        draft.verifications()
    r = remedy(draft, "1.3", form, one, step)
    add(draft, r)
    tools.number(draft.case)
    bench = Bench(Judge(draft.case, draft.last))
    suspensions(draft, form, r, step, rights(bench, r))


def made_accepts(draft, facts, form, tools):
    c = accepting(draft, facts, "1.1", form)
    add(draft, c)
    if draft.rng.random() < 0.3:
        add(draft, consent_to_step(draft, facts, "1.2", c))
    if draft.rng.random() < 0.2:
        tools.number(draft.case)
        limit(draft, "1.3", tools)


# ---- which days ------------------------------------------------------------

def finish(rng, out, first, last, tools, kind):
    tools.can_be(out)
    if any(c.kind == "step" for _, c in out.clauses()) and any(
            e.when[0] == "span" and e.act not in ("event", "observe")
            for b in out.books for e in b.entries):
        raise tools.Again()     # steps know no such postings
    entries = [e for b in out.books for e in b.entries]
    end = max(day_of(e.when) for e in entries)
    if kind == "to notice":
        entries = [e for e in entries if e.act in ("move", "event")] or entries
    busy = sorted({day_of(e.when) for e in entries
                   if day_of(e.when) >= first} |
                  {e.until + 1 for e in entries if e.until is not None
                   and first <= e.until < end + 3})
    out.days = set(rng.sample(busy, min(3, len(busy)))) | {end}
    out.days |= set(rng.sample(range(first, last + 3), 3))
    if kind == "quota":
        out.days |= {first + 10, first + 6} & {end, rng.choice(
            [first + 6, first + 10])}
    out.days = sorted(d for d in out.days if d >= first)
    for c in [c for _, c in out.clauses() if c.kind == "step"]:
        limit = Bench(Judge(out, end + 8)).steps[c.id].deadline()
        if limit is not None:
            out.days = sorted(set(out.days) | {
                d for d in (limit // DAY, limit // DAY + 2) if d <= end + 8})
    denials(out)
    twin = Twin(out)
    try:
        for d in out.days:
            out.answers[d] = twin.rows(d)
    except Contradiction:
        out.contradiction = True
        out.answers = {}
    if not out.contradiction and not tells(kind, out) \
            and rng.random() < 0.85:
        raise tools.Again()



def tells(kind, out):
    """Does the new form show in the answers, and not only as "nothing"? """
    rows = [r for some in out.answers.values() for r in some
            if r.basis == "combined"]
    if kind == "exception":
        figures = {}
        for r in rows:
            if r.allowed is not None:
                figures.setdefault((r.id, r.line), set()).add(r.allowed)
        return any(r.reason in ("exception",) for r in rows) \
            or any(len(f) > 1 for f in figures.values())
    if kind == "remedy":
        return any(r.reason in ("right", "in_use") for r in rows
                   if r.kind == "remedy")
    if kind == "condition":
        return any(r.reason == "condition" for r in rows)
    if kind == "to notice":
        return any(without_exceptions(out, d) != verdicts(rows)
                   for d, rows in out.answers.items())
    wanted = {"quota": "quota", "consent": "consent",
              "accepts": "step"}[kind]
    return any(r.verdict not in ("not_due", "not_in_force")
               and r.reason != "nothing_recorded"
               for r in rows if r.kind == wanted)


def verdicts(rows):
    return [(r.key, r.verdict) for r in rows if r.kind == "notice"]


def without_exceptions(case, day):
    """The verdicts on notices, had there been no exceptions."""
    articles = [replace(a, clauses=[c for c in a.clauses
                                    if c.kind != "exception"])
                for a in case.articles]
    return verdicts(Twin(replace(case, articles=articles)).rows(day))
