"""Random exceptions: to limits, bans, quotas and notices."""
import random
from dataclasses import replace

from model import Any, Ban, Clause, Count, Measure, Without, subjects

USES = ((1, "day"), (2, "day"), (3, "day"), (5, "day"), (1, "week"),
        (36, "hour"), (9, "day"))
ONCES = tuple((how, unit) for how in ("calendar", "rolling")
              for unit in ("week", "month", "year"))
EXCEPTIONS = ("replace", "addition", "without", "keep", "lift", "whom",
              "same place", "same status", "for", "once", "for once", "over",
              "chain", "clash", "consent", "article", "ban", "quota lift",
              "quota number", "two lines")
TO_NOTICES = ("without notice", "other lead", "any", "any and lead", "over",
              "article")
FACTS = ("there", "there", "there", "kept", "agreed", "with consent", "state",
         "that party", "notified", "notified")


def within(case, rng, m):
    """A whom that takes in one of the subjects of M, or None."""
    subject, names, side = rng.choice(subjects(case, m.whom))
    if subject[0] == "side":
        return ("side", subject[1][0])
    if subject[0] == "sum":
        return None
    name = subject[1][0]
    options = [("party", name)]
    if case.parties[name].on:
        options.append(("side", case.parties[name].on))
    return rng.choice(options)


def replaced(draft, m, whom=None, place=None, stated=None):
    """A line with another figure in place of that of a line of M."""
    rng = draft.rng
    _, items = rng.choice(m.terms)
    one = Measure(m.relation, [(1, items)], m.whom, m.stated, m.place)
    draft.figures(Clause("limit", "0", lines=[one]))
    n = one.terms[0][0] + rng.choice([0, 0, 3, 12])
    return Measure(m.relation, [(n, items)], whom, stated, place)


def line_of(draft, target, form):
    """Lines of an exception to TARGET, as (lines, adding, without)."""
    rng, m = draft.rng, target.lines[0]
    if isinstance(m, Ban):
        return [], [], []
    if isinstance(m, Count):
        if form != "quota number":
            return [], [], []
        size = m.size if rng.random() < 0.3 else None
        return [Count(m.relation, m.figure + rng.randint(1, 2), m.event,
                      size)], [], []
    if m.relation == "no" and form not in ("without", "keep", "lift"):
        form = rng.choice(["without", "keep", "lift"])
    if form == "lift":
        return [], [], []
    if form == "without":
        c = Clause("limit", "0", lines=[m])
        draft.without(c, m, rng.choice(["without", "without-cap"]))
        return [], [], c.without
    if form == "keep":
        items = m.terms[0][1]
        name = rng.choice(items[1]) if items[0] == "sum" else items[1]
        names = sorted(n for _, ns, _ in subjects(draft.case, m.whom)
                       for n in ns)
        return [], [], [Without(("sum", (name,), ()),
                                ("party", rng.choice(names)),
                                cap=rng.randint(1, 30), keep=True)]
    if form == "addition" and m.relation == "at most":
        _, items = rng.choice(m.terms)
        return [], [Measure("at most", [(rng.randint(1, 25), items)])], []
    whom = within(draft.case, rng, m) if form == "whom" else None
    lines = [replaced(draft, m, whom, m.place if form == "same place" else
                      None, m.stated if form == "same status" else None)]
    if form == "two lines":
        c = Clause("limit", "0", lines=[m])
        draft.without(c, m, "without")
        return lines, [], c.without
    return lines, [], []


def exception(draft, facts, id, target, form, earlier):
    """One exception to TARGET; its use and conditions as FORM asks."""
    rng = draft.rng
    body = form if form in ("replace", "addition", "without", "keep", "lift",
                            "whom", "same place", "same status",
                            "quota number", "two lines") else rng.choice(
        ["replace", "replace", "addition", "lift", "without", "keep", "whom"])
    if isinstance(target.lines[0], Count) and form != "quota lift":
        body = "quota number"
    lines, adding, without = line_of(draft, target, body)
    x = Clause("exception", id, f"Exception {id}", lines=lines,
               adding=adding, without=without,
               targets=((target.kind, target.id),))
    roll = rng.random()
    if form in ("for", "for once") or roll < 0.25:
        x.use = rng.choice(USES)
    if form in ("once", "for once") or 0.2 < roll < 0.35:
        x.once = rng.choice(ONCES)
    for _ in range(rng.choice([0, 1, 1, 2] if form != "lift" else [1, 1, 2])):
        x.conditions.append(facts.condition(
            replace(x, lines=target.lines), rng.choice(FACTS), earlier))
    if rng.random() < 0.15:
        x.first = ("day", draft.first + rng.randint(0, 8))
    if rng.random() < 0.15:
        x.last = ("day", draft.last - rng.randint(0, 9))
    if x.first and x.last and x.first[1] > x.last[1]:
        x.first, x.last = x.last, x.first
    return x


def exceptions(draft, facts, target, form, earlier):
    """All that FORM asks for: [clause]."""
    rng = draft.rng
    out = [exception(draft, facts, "9.1", target, form, earlier)]
    if form == "consent":
        names = tuple(rng.sample(facts.bound(), min(
            len(facts.bound()), rng.choice([1, 2]))))
        out.append(Clause("consent", "9.8", None,
                          needs=("exception", "9.1"), consenters=names))
        facts.consents(names, ("exception", "9.1"))
    if form in ("over", "chain", "clash") or rng.random() < 0.1:
        two = exception(draft, facts, "9.2", target, rng.choice(
            ["replace", "lift", "for", "keep", "once"]), earlier)
        out.append(two)
        if form == "clash" and rng.random() < 0.4:
            out[0].conditions, two.conditions = [], []
        if form != "clash":
            first, second = rng.sample([out[0], two], 2)
            first.over = (second.id,)
        elif rng.random() < 0.5:
            k = draft.first + rng.randint(6, 12)
            out[0].first, out[0].last = None, ("day", k)
            two.first, two.last = ("day", k + rng.choice([1, 1, 0])), None
    if form == "chain":
        three = exception(draft, facts, "9.3", target, rng.choice(
            ["replace", "lift", "without"]), earlier)
        three.over = tuple(x.id for x in out if x.kind == "exception"
                           and (rng.random() < 0.5 or not x.over))
        if len(three.over) < 2:
            three.over = tuple(x.id for x in out)
        out.append(three)
    return out


# ---- to notices ------------------------------------------------------------

def to_notice(draft, facts, id, notice, form, earlier):
    rng = draft.rng
    x = Clause("exception", id, f"Exception {id}",
               targets=(("notice", notice.id),))
    if form in ("other lead", "any and lead") or (
            form == "over" and rng.random() < 0.5):
        x.lead = rng.choice([("when",), ("before", rng.randint(1, 4), "days"),
                             ("before", rng.choice([12, 24, 48]), "hours")])
    else:
        x.without_notice = True
    if form.startswith("any") or rng.random() < 0.3:
        x.about = Any(notice.kinds, None, None, notice.relation, notice.place)
        roll = rng.random()
        if notice.size and roll < 0.6:
            x.about.size = (notice.size[0], [
                (max(1, n + rng.choice([-2, 0, 1, 5])), i)
                for n, i in notice.size[1]])
        elif notice.size is None and roll < 0.6:
            x.about.size = ("at least", [(rng.randint(1, 30), rng.choice(
                list(draft.case.items)))])
        if rng.random() < 0.5:
            x.about.whom = within(draft.case, rng, notice)
        if notice.relation and rng.random() < 0.3:
            x.about.relation = rng.choice(["into", "out of", "inside",
                                           "into or inside"])
        if notice.kinds[0] != "movement" and rng.random() < 0.4:
            x.about.kinds = (rng.choice(draft.case.events),)
    for _ in range(rng.choice([0, 1, 1, 1, 2])):
        x.conditions.append(facts.condition(
            replace(x, whom=notice.whom), rng.choice(FACTS), earlier))
    return x


def notice_exceptions(draft, facts, notice, form, earlier):
    out = [to_notice(draft, facts, "9.1", notice, form, earlier)]
    if form == "over":
        out.append(to_notice(draft, facts, "9.2", notice, draft.rng.choice(
            ["without notice", "other lead"]), earlier))
        one, two = draft.rng.sample(out, 2)
        # drawn by itself: all else of the case stays as it was
        if random.Random(f"no order {draft.case.seed}").random() < 0.7:
            one.over = (two.id,)
    return out
