"""Exceptions: which rows they bend, when they are open, what then holds.

Is an exception open? That may hang on when its use began, and that on figures
that nobody knows exactly. So its states are enumerated: at each moment at
which something changes the figure of the limit itself may be kept or not, as
its verdict allows, and each way is followed.
"""
from dataclasses import dataclass
from itertools import product

from conditions import holds
from consents import asked_for, stands_for
from judge import Clash
from limits import Told, left_out
from model import DAY, Ban, Count, subjects
from times import calendar, later


# ---- what an exception bends -----------------------------------------------

@dataclass(eq=False)
class Bend:
    """What an exception makes of one row."""
    article: object
    clause: object
    figure: object = None           # None: as it is
    without: list = None            # [(predicate, cap)] beside the others
    lifts: bool = False


def says(x):
    """Has an exception lines that do something else than lift?"""
    return bool(x.lines or x.adding or x.without or x.without_notice
                or x.lead or x.about)


def lies_within(case, names, whom):
    return whom is None or any(names <= n for _, n, _ in subjects(case, whom))


def fits(case, m, line, names, share):
    """Does a line of an exception bend this row? "the figure of each line of
    L, not being a share, with the same relation and the same items ... Where
    it names a whom, only the rows whose subject lies within are bent; where
    it names a status or a place, only lines with the same."
    """
    if isinstance(line, Ban) or share:
        return False
    if isinstance(m, Count) != isinstance(line, Count) \
            or m.relation != line.relation:
        return False
    if isinstance(m, Count):
        if m.event != line.event or m.size not in (None, line.size):
            return False
    else:
        if m.terms[0][1] != line.items:
            return False
        if m.stated is not None and (m.stated,) != line.stated:
            return False
    if m.place is not None and m.place != line.place:
        return False
    return lies_within(case, names, m.whom)


def bend(case, article, x, line, names, share):
    """What X makes of a row, or None."""
    if not says(x):
        return Bend(article, x, lifts=True)
    out, does = Bend(article, x, without=left_out(case, x)), bool(x.without)
    if isinstance(line, (Ban, Count)):
        does = False
    for m in x.lines:
        if fits(case, m, line, names, share):
            out.figure, does = figure_of(m), True
    for m in x.adding:
        if fits(case, m, line, names, share):
            out.figure, does = line.figure + figure_of(m), True
    return out if does else None


def figure_of(m):
    return m.figure if isinstance(m, Count) else m.terms[0][0]


def bends(bench, clause, line, names, share=False):
    """All exceptions that bend a row of a limit or quota."""
    out = []
    for article, x in bench.case.clauses():
        if x.kind == "exception" and bench.is_target(x, clause):
            one = bend(bench.case, article, x, line, names, share)
            if one:
                out.append(one)
    return out


def goes_before(bench, x, y):
    """Does X say `over Y`, or over one that does?"""
    return any(o == y.id or goes_before(bench, bench.clause(o), y)
               for o in x.over)


# ---- could it be open? -----------------------------------------------------

def could_be(bench, b, row, t):
    """"while X is in force, its conditions are true, the consent stands that
    a `consent` clause asks for it": a set of answers."""
    key = ("could be", b.clause.id, row[0], t)
    if key not in bench.memory:
        bench.memory[key] = ask(bench, b, row, t)
    return bench.memory[key]


def ask(bench, b, row, t):
    if not bench.in_force(b.article, b.clause, t):
        return {False}
    if not all(stands_for(bench.judge, n, "exception", b.clause.id, t)
               for n in asked_for(bench.case, "exception", b.clause.id)):
        return {False}
    return holds(bench, b.article, b.clause, row, t)


def check_clash(bench, row, found, plain):
    """"if a book shows a moment at which both are open for certain (by time,
    condition and consent, used or not), that is an error"."""
    for k, one in enumerate(found):
        for two in found[k + 1:]:
            if goes_before(bench, one.clause, two.clause) \
                    or goes_before(bench, two.clause, one.clause):
                continue
            for t in bench.changes:
                if could_be(bench, one, row, t) == {True} \
                        == could_be(bench, two, row, t) \
                        and plain(t)["combined"].verdict != "not_in_force":
                    raise Clash(f"{one.clause.id} and {two.clause.id}")


# ---- its use ---------------------------------------------------------------

@dataclass(frozen=True)
class State:
    start: int = None       # of the use that goes on
    over: bool = False      # D has passed; not kept in between yet
    last: int = None        # beginning of the last use
    bad: bool = False       # the figure of L is not kept
    can: bool = False       # the exception could be open


def once_ok(x, last, t):
    """"no second use begins in the calendar year in which one began"; "none
    within a year of the beginning of the last"."""
    if x.once is None or last is None:
        return True
    if x.once[0] == "calendar":
        return calendar(last // DAY, 1, x.once[1])[1] < t // DAY
    return t >= later(last, 1, x.once[1])


def step(x, s, t, bad, can):
    """(state at T, is it open?) in one world."""
    start, over, last = s.start, s.over, s.last
    if start is not None:
        if x.use and t >= later(start, *x.use):
            start, over = None, True
        elif not can or (not x.use and not bad):
            start = None
    if over and not bad:
        over = False
    free = start is None and not over and once_ok(x, last, t)
    if free and can and bad:
        start = last = t
    is_open = can and (start is not None or free)
    return State(start, over, last, bad, can), is_open


def turns(x, states):
    """The moments at which a use of these may end, or a new one be allowed,
    though nothing else changes."""
    out = set()
    for s in states:
        if s.start is not None and x.use:
            out.add(later(s.start, *x.use))
        if s.last is not None and x.once:
            out.add((calendar(s.last // DAY, 1, x.once[1])[1] + 1) * DAY
                    if x.once[0] == "calendar"
                    else later(s.last, 1, x.once[1]))
    return out


BAD = {"broken": {True}, "kept": {False}, "not_in_force": {False},
       None: {False},                   # nothing is said then
       "undetermined": {True, False}}


def opens(bench, b, row, basis, own, t):
    """{(is the figure of L itself not kept?, is the exception open?)} that
    may be so at T. OWN(T): the verdict of the figure of L itself on this
    basis, None: it says nothing then."""
    x = b.clause
    if not x.use and not x.once:
        return set(product(BAD.get(own(t), {True, False}),
                           could_be(bench, b, row, t)))
    for at, is_open in timeline(bench, b, row, basis, own):
        if at <= t:
            found = is_open
    return found


def turning(bench, ask):
    """The moments at which what ASK tells becomes another."""
    out, last = set(), None
    for t in bench.changes:
        now = ask(t)
        if now != last:
            out.add(t)
        last = now
    return out


def timeline(bench, b, row, basis, own):
    """[(moment, answers)]: is it open from that moment on? "For as long as
    the figure does not change, it is exceeded all along or not at all", and
    so with what the exception hangs on."""
    x = b.clause
    key = ("uses of", x.id, row[0], basis, own.key)
    if key in bench.memory:
        return bench.memory[key]

    def can_be(t):
        return could_be(bench, b, row, t)
    figure = turning(bench, own.figures)
    could = turning(bench, can_be)
    states, out = {State()}, [(0, {(False, False)})]
    pending = figure | could
    while pending:
        t = min(pending)
        pending.discard(t)
        bads = BAD.get(own(t)) if t in figure else None
        after, answers = set(), set()
        for s in states:
            for bad, can in product(bads or {s.bad}, can_be(t) if t in could
                                    else {s.can}):
                new, is_open = step(x, s, t, bad, can)
                after.add(new)
                answers.add((bad, is_open))
        states = after
        out.append((t, answers))
        pending |= {p for p in turns(x, states) if t < p <= bench.last}
    bench.memory[key] = out
    return out


def turning_points(bench, clause):
    """Moments that uses of exceptions add to those at which entries change
    something: enough of them, some that change nothing."""
    found = set(bench.changes)
    for _, x in bench.case.clauses():
        if x.kind != "exception" or not bench.is_target(x, clause):
            continue
        grown = set(found)
        while grown:
            new = turns(x, [State(start=t, last=t) for t in grown])
            grown = {t for t in new if t <= bench.last} - found
            found |= grown
            if len(found) > 400:
                break
    return sorted(found)


# ---- a row -----------------------------------------------------------------

def ways(bench, found, row, basis, own, t):
    """[(is the figure of L not kept?, the exception in force or None)] that
    may be so at T. "Of several exceptions the one that says `over Y` goes
    before Y." """
    pairs = [opens(bench, b, row, basis, own, t) for b in found]
    out = []
    for bad in (False, True):
        answers = [sorted({o for k, o in some if k == bad}) for some in pairs]
        for choice in product(*answers):
            there = [b for b, is_open in zip(found, choice) if is_open]
            first = [b for b in there if not any(
                goes_before(bench, o.clause, b.clause) for o in there)]
            out += [(bad, b) for b in first or [None]
                    if (bad, b) not in out]
    return out


def settled(told, bad):
    """The verdict on L, where its figure is kept (or not) in these worlds."""
    if told.verdict != "undetermined":
        return told
    return told._replace(verdict="broken" if bad else "kept", reason="")


def lifted(told):
    """"With none of these lines it lifts L: what would be broken is kept
    (`exception`)." With a discrepancy a row "is never kept"."""
    if told.discrepancy and told.verdict != "not_in_force":
        return told._replace(verdict="undetermined", reason="discrepancy")
    if told.verdict in ("broken", "undetermined"):
        return told._replace(verdict="kept", reason="exception")
    return told


def joined(told):
    """"the row's verdict is definite only if it is the same both ways, else
    undetermined (`exception`)"."""
    one = told[0]
    if all(x.verdict == one.verdict for x in told):
        vague = set(one.vague)
        if len({(x.low, x.high, x.allowed) for x in told}) > 1:
            vague |= {"measured", "allowed"}
        if len({x.reason for x in told}) > 1:
            vague.add("reason")
        return one._replace(vague=vague)
    return one._replace(verdict="undetermined", reason="exception",
                        vague={"measured", "allowed"})


class Own:
    """The verdict of the figure of L itself, for one row and one basis."""

    def __init__(self, key, told, basis):
        self.key, self.told, self.basis = key, told, basis

    def figures(self, t):
        found = self.told(t).get(self.basis)
        return found and found[:3]

    def __call__(self, t):
        found = self.told(t)
        if "combined" in found and found["combined"].verdict \
                == "not_in_force":
            return "not_in_force"
        return found[self.basis].verdict if self.basis in found else None


def bent(bench, found, row, key, plain, with_bend, t):
    """{basis: Told} of a row at T. PLAIN(T) tells of L itself (after its own
    conditions), WITH_BEND(B, T) of it as the exception B makes it."""
    base = plain(t)
    if not found or base["combined"].verdict == "not_in_force":
        return base
    def told_of(basis, b, bad=None):
        plainly = base[basis] if bad is None else settled(base[basis], bad)
        return plainly if b is None else lifted(base[basis]) if b.lifts \
            else with_bend(b, t).get(basis)

    def judged(basis):
        some = ways(bench, found, row, basis, Own(key, plain, basis), t)
        told = [told_of(basis, b, bad) for bad, b in some]
        split = len({x and x.verdict for x in told}) > 1
        if split:
            # not so in all worlds: then for the reason that both ways have
            told = [told_of(basis, b) for b in
                    dict.fromkeys(b for _, b in some)]
        if not any(told):
            return None         # what is seen of nothing that counts
        out = joined([x or Told(0, None, "undetermined") for x in told])
        if split and len({b for bad, b in some if bad}) == 1:
            # open or not is a matter of the figure alone
            out = out._replace(vague=set(out.vague) | {
                "reason", "measured", "allowed"})
        return out
    out = {}
    for basis in base:
        told = judged(basis)
        if told:
            out[basis] = told
    return out
