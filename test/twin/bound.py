"""Who is bound, and how long: parties that begin, end and leave, and
renewals."""
from dataclasses import replace

from limits import Row, Told
from model import DAY, closing, day_of, opening
from newer import acts
from times import later


def renewed(case, as_of):
    """The case with the ends that renewals known on that day give: "if it is
    dated before the end that it moves"."""
    entries = sorted((e for b in case.books for e in b.entries
                      if e.act == "renew" and day_of(e.when) <= as_of),
                     key=lambda e: opening(e.when))
    if not entries:
        return case

    def moved(end, target):
        for e in entries:
            if e.to_clause == target and end is not None \
                    and opening(e.when) < closing(end):
                end = ("day", e.as_of)
        return end
    articles = [replace(a, clauses=[
        replace(c, last=moved(c.last, (c.kind, c.id))) for c in a.clauses])
        for a in case.articles]
    return replace(case, until=moved(case.until, None), articles=articles)


def leaves(case, name, as_of):
    return [e for b in case.books for e in b.entries if e.act == "leave"
            and name in e.who and day_of(e.when) <= as_of]


def left_at(case, name, as_of):
    """The instant from which NAME is bound no more, by its notice: "until
    the notice has run, and at least until the day that `not before` names
    opens"; None: it has not left."""
    if case.withdrawal is None:
        return None
    length, before, everybody = case.withdrawal
    names = case.parties if everybody else (name,)
    found = [max(later(day_of(e.when) * DAY, *length) + DAY,
                 (before or 0) * DAY)
             for n in names for e in leaves(case, n, as_of)]
    return min(found) if found else None


def is_bound(case, name, t, as_of):
    p = case.parties[name]
    left = left_at(case, name, as_of)
    return not (p.first is not None and t < p.first * DAY
                or p.last is not None and t >= (p.last + 1) * DAY
                or left is not None and t >= left)


def members(case, row, t, as_of):
    """The names of a row that are bound at T: "A side or a sum is, at each
    moment, those of it who are bound then, and whom these direct"."""
    (kind, ids), names, side = row
    if kind == "party":
        return names if is_bound(case, ids[0], t, as_of) else frozenset()
    own = [p.name for p in case.parties.values() if p.name in names
           and p.kind != "formation"]
    gone = {n for n in own if not is_bound(case, n, t, as_of)}
    if not gone:
        return names
    stay = {n for n in own if n not in gone}
    grown = True
    while grown:
        more = {p.name for p in case.parties.values()
                if p.directed_by in stay and p.name not in gone}
        grown = not more <= stay
        stay |= more
    on = {p.name for p in case.parties.values()
          if p.kind == "formation" and p.on == side and side}
    return frozenset((stay | on) & names) if stay or on else frozenset()


def changes_of(case, as_of):
    out = set()
    for p in case.parties.values():
        out |= {p.first * DAY} if p.first is not None else set()
        out |= {(p.last + 1) * DAY} if p.last is not None else set()
        left = left_at(case, p.name, as_of)
        out |= {left} if left is not None else set()
    return out


def leave_rows(bench, day):
    """"Where the pact has no such line, `leave` releases nobody: who left has
    a row of its own (`leave`), broken that day (`no_right`)"."""
    out = []
    if bench.case.withdrawal is None:
        for _, e in acts(bench.judge, "leave"):
            that = day_of(e.when) == day
            out.append(Row("leave", 0, "leave", ("party", e.who), "combined",
                           "broken" if that else "not_due",
                           "no_right" if that else "nothing_due",
                           vague={"line", "measured"}))
    return out


NOBODY = {"combined": Told(None, None, "not_in_force", "", True)}
