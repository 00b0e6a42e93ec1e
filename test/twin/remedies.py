"""Remedies: rights, who uses them, what is suspended, and since when."""
from limits import Row, Told
from model import DAY, on_side, opening, subjects
from times import later


def names_of(case, whom):
    return subjects(case, whom)[0][1]


# ---- rights ----------------------------------------------------------------

def rights(bench, remedy):
    """[(from, to or None)]: "a right from the first moment at which a row of
    limit 1.1 whose subject lies within side east is broken ... It ends with
    the way back: when no row of it (by those named) has been broken,
    undetermined or not judged for so long"."""
    key = ("rights", remedy.id)
    if key in bench.memory:
        return bench.memory[key]
    id, whom = remedy.breach
    inside = names_of(bench.case, whom)
    out, since, good = [], None, None
    moments = bench.moments(id)
    for k, t in enumerate(moments):
        if since is not None and good is not None and remedy.resumes:
            end = later(good, *remedy.resumes)
            if end <= t:
                out.append((since, end))
                since = None
        verdicts = {told["combined"][2]
                    for row, told in bench.told_at(id, t) if row[1] <= inside}
        if verdicts & {"broken", "undetermined", "not_judged"}:
            good = None
        elif good is None:
            good = t
        if "broken" in verdicts and since is None:
            since = t
    if since is not None:
        end = later(good, *remedy.resumes) if remedy.resumes \
            and good is not None else None
        out.append((since, end if end is not None and end <= bench.last
                    else None))
    bench.memory[key] = out
    return out


def has_right(bench, step, whom, t):
    """The end of the right of WHOM to suspend the step at T: None: none,
    (end,) else, the end being None where it does not end."""
    ends = []
    for _, c in bench.case.clauses():
        if c.kind != "remedy" or c.entitled[1] != step:
            continue
        if whom != c.entitled[0] and not (
                whom[0] == "party" and c.entitled[0][0] == "side"
                and whom[1] in on_side(bench.case, c.entitled[0][1])):
            continue
        ends += [b for a, b in rights(bench, c)
                 if a <= t and (b is None or t < b)]
    if not ends:
        return None
    return (None if None in ends else max(ends),)


# ---- suspending ------------------------------------------------------------

def uses(bench, step):
    """({whom: [(from, to or None)]}, [(whom, moment)] of what no right
    allows) of a step."""
    key = ("uses", step)
    if key in bench.memory:
        return bench.memory[key]
    said = sorted(((opening(e.when), e.act == "suspend", e.who)
                   for b in bench.case.books for e in b.entries
                   if e.act in ("suspend", "resume") and e.step == step
                   and opening(e.when) <= bench.last), key=lambda x: x[:2])
    spans, wrong = {}, []
    for t, starts, whom in said:
        mine = spans.setdefault(whom, [])
        now = bool(mine) and mine[-1][0] <= t and (
            mine[-1][1] is None or t < mine[-1][1])
        if starts:
            right = has_right(bench, step, whom, t)
            if right is None:
                wrong.append((whom, t))
            elif not now:
                mine.append((t, right[0]))
        elif now:               # else it "changes nothing"
            mine[-1] = (mine[-1][0], t)
    bench.memory[key] = spans, wrong
    return bench.memory[key]


def suspended(bench, step, names):
    """The spans in which rows of these are suspended, one after the other."""
    found = []
    for whom, spans in uses(bench, step)[0].items():
        if names <= names_of(bench.case, whom):
            found += [(a, bench.last + 1 if b is None else b)
                      for a, b in spans]
    out = []
    for a, b in sorted(found):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], b))
        else:
            out.append((a, b))
    return out


def is_suspended(bench, step, names, t):
    return any(a <= t < b for a, b in suspended(bench, step, names))


def moved(bench, step, names, deadline):
    """"A deadline of a suspended deed that had not passed moves by as long
    as the suspension lasted." """
    for a, b in suspended(bench, step, names):
        if a < deadline:
            deadline += b - a
    return deadline


# ---- rows ------------------------------------------------------------------

def remedy_rows(bench, article, clause, day):
    whom, step = clause.entitled
    subject, _, _ = subjects(bench.case, whom)[0]

    def at(t):
        if not any(a <= t and (b is None or t < b)
                   for a, b in rights(bench, clause)):
            return {"combined": Told(None, None, "not_due", "no_right", True)}
        used = any(a <= t and (b is None or t < b)
                   for who, spans in uses(bench, step)[0].items()
                   for a, b in spans
                   if who == whom or who[0] == "party" and whom[0] == "side"
                   and who[1] in on_side(bench.case, whom[1]))
        return {"combined": Told(None, None, "not_due",
                                 "in_use" if used else "right", True)}
    told = [bench.when_in_force(article, clause, t, at)
            for t in bench.cuts(article, clause, day)]
    return bench.day_rows(clause, 1, subject, told)


def wrong_rows(bench, clause, day):
    """"A `suspend` that no remedy allows at that moment releases nobody: the
    clause has a row of its own for who suspended, broken that day"."""
    out = []
    for whom, t in uses(bench, clause.id)[1]:
        subject, _, _ = subjects(bench.case, whom)[0]
        if t // DAY == day and subject not in [r.subject for r in out]:
            out.append(Row(clause.id, 0, clause.kind, subject, "combined",
                           "broken", "no_right", vague={"line", "measured"}))
    return out      # on other days a row without a verdict may stand there
