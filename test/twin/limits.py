"""Limits: measures of force, bans of events, verdicts and their reasons."""
from dataclasses import dataclass, field
from typing import NamedTuple

import choices
from judge import Reading, hull
from measures import CATEGORIES, Force, Predicate, item_nodes, item_tests
from model import DAY, Ban, Count, closing, day_of, opening, subjects


@dataclass
class Row:
    id: str
    line: int
    kind: str
    subject: tuple                  # (kind, ids) or None
    basis: str
    verdict: str
    reason: str = ""
    low: object = None
    high: object = None
    speaks: bool = True             # a row without may be left out
    vague: set = field(default_factory=set)     # what is not to be compared
    allowed: object = None          # the figure in force
    host: str = None                # whose consent forces need

    @property
    def key(self):
        kind, ids = self.subject or (None, ())
        return (self.id, self.line, kind, tuple(sorted(ids)), self.host,
                self.basis)


class Told(NamedTuple):
    """What a row says on one basis at one moment."""
    low: object
    high: object
    verdict: str
    reason: str = ""
    speaks: bool = True
    vague: object = ()
    allowed: object = None
    discrepancy: bool = False       # more was seen than the books allow


# ---- in force --------------------------------------------------------------

def spans_of(case, article, clause):
    yield case.force, case.until
    yield article.first, article.last
    if clause.kind != "step":
        yield clause.first, clause.last


def in_force(case, article, clause, t):
    """"`from D` begins at its opening, "until D" includes D."""
    for first, last in spans_of(case, article, clause):
        if first is not None and t < opening(first):
            return False
        if last is not None and t >= closing(last):
            return False
    return clause.kind != "step" or clause.first is None \
        or t >= opening(clause.first)


def cuts(judge, article, clause, day):
    """"Time is cut into half-open segments at the instants of batches, of
    clauses coming into and out of force, and of deadlines." (section 4)
    The beginnings of the segments of a day."""
    first, last = day * DAY, (day + 1) * DAY
    found = {first}
    for ledger in judge.ledgers:
        found |= {t for t, _ in ledger.states if first < t < last}
    for a, b in spans_of(judge.case, article, clause):
        found |= {t for t in ((a and opening(a)), (b and closing(b)))
                  if t and first < t < last}
    return sorted(found)


# ---- verdicts --------------------------------------------------------------

def verdict(relation, low, high, figure):
    """The table of section 7."""
    if relation in ("at most", "no"):
        if low > figure:
            return "broken"
        return "kept" if high is not None and high <= figure \
            else "undetermined"
    if relation == "at least":
        if high is not None and high < figure:
            return "broken"
        return "kept" if low is not None and low >= figure \
            else "undetermined"
    if low > figure or (high is not None and high < figure):
        return "broken"
    return "kept" if low == high == figure else "undetermined"


def together(ends):
    """What all allow together: (low, high, do they disagree?). "Where no
    figure satisfies all books, they *disagree*: the ends reach from the
    lowest to the highest." (section 6)"""
    lows = [a for a, _ in ends if a is not None]
    highs = [b for _, b in ends if b is not None]
    low = max(lows) if lows else None
    high = min(highs) if highs else None
    if low is not None and high is not None and low > high:
        return (*hull(ends), True)
    return low, high, False


def with_evidence(low, high, seen, most):
    """"combined then begins at what was seen, is open above, is never kept":
    (low, high, discrepancy?). MOST is the most the books allow that day."""
    if seen is None or seen <= low:
        return low, high, False
    if high is None or seen <= high:
        return seen, high, False
    if most is None or seen <= most:
        return seen, most if choices.HIGH_IF_SEEN == "most" else seen, False
    return seen, None, True


def of_those_that_tell(readings, most=()):
    most = most or [None] * len(readings)
    telling = [(r, m) for r, m in zip(readings, most)
               if r.low != 0 or r.high is not None]
    return map(list, zip(*telling)) if telling else (readings, most)


def is_discrepant(readings, seen, most):
    """Was more seen than the books allow?"""
    readings, most = of_those_that_tell(readings, most)
    low, high, _ = together([(r.low, r.high) for r in readings])
    return with_evidence(low, high, seen, together(
        [(r.low, m) for r, m in zip(readings, most)])[1])[2]


def decide(relation, figure, readings, seen=None, opened=None, most=()):
    """(low, high, verdict, reason) of several readings together. A book for
    which any amount is possible says nothing, and disagrees with nobody."""
    readings, most = of_those_that_tell(readings, most)
    low, high, disagree = together([(r.low, r.high) for r in readings])
    highest = together([(r.low, m) for r, m in zip(readings, most)])[1]
    low, high, discrepancy = with_evidence(low, high, seen, highest)
    if opened is not None and highest is not None and opened > highest:
        high = None
    result = verdict(relation, low, high, figure)
    if disagree:
        each = set()
        for r, m in zip(readings, most):
            a, b, _ = with_evidence(r.low, r.high, seen, m)
            each.add(verdict(relation, a, b, figure))
        result = each.pop() if len(each) == 1 else "undetermined"
    if discrepancy and result == "kept":
        result = "undetermined"
    if result != "undetermined":
        return low, high, result, ""
    return low, high, result, reason(
        relation, figure, readings, seen, disagree, discrepancy, high)


def reason(relation, figure, readings, seen, disagree, discrepancy, high):
    """"Of several the first in this order that applies is told." """
    if disagree:
        return "disagree"
    if discrepancy:
        return "discrepancy"
    if high is None and not any(r.closed for r in readings):
        return "no_complete"
    why = set().union(*[r.why for r in readings]) - {"range"}
    a, b, _ = together([r.sure for r in readings])
    a, b, _ = with_evidence(a, b, seen, None)
    if why and verdict(relation, a, b, figure) != "undetermined":
        return [c for c in CATEGORIES if c in why][0]
    return "range"


# ---- the lines of a limit --------------------------------------------------

@dataclass
class Line:
    number: int
    relation: str
    figure: object
    items: tuple
    whom: tuple
    stated: tuple
    place: list
    share: bool = False


def lines_of(clause):
    """"Lines of a clause are numbered from 1 in the order of its terms";
    `of which` is "a row of its own: the whom, place and status of the line
    above it, further narrowed"."""
    out = []
    for m in clause.lines:
        if isinstance(m, (Ban, Count)):
            out.append((len(out) + 1, m))
            continue
        stated = (m.stated,) if m.stated else ()
        for figure, items in m.terms:
            out.append((len(out) + 1, Line(
                len(out) + 1, m.relation, 0 if m.relation == "no" else figure,
                items, m.whom, stated, m.place)))
        for sub in m.which:
            place = (m.place or []) + (sub.place or []) or None
            for figure, items in sub.terms:
                out.append((len(out) + 1, Line(
                    len(out) + 1, sub.relation, figure,
                    items or m.terms[0][1], m.whom,
                    stated + ((sub.stated,) if sub.stated else ()), place,
                    True)))
    return out


def predicate(case, names, side, items, stated, place):
    return Predicate(
        names=names, side=side, nodes=item_nodes(case, items),
        tests=item_tests(items), stated=tuple(stated),
        cells=None if place is None else case.places.region(place))


def left_out(case, clause):
    """[(predicate, cap)] of the `not counting` lines."""
    out = []
    for x in clause.without:
        names = side = None
        if x.whom:
            found = subjects(case, x.whom)
            names = frozenset().union(*[n for _, n, _ in found])
            side = found[0][2]
        out.append((predicate(case, names, side, x.items,
                              (x.stated,) if x.stated else (), x.place),
                    x.cap))
    return out


# ---- evidence --------------------------------------------------------------

def good_enough(case, grade):
    """"Where the pact has an `evidence` clause, worse grades and entries
    without a grade do not count." A to F and 1 to 6, both at least as good."""
    for _, clause in case.clauses():
        if clause.kind == "evidence":
            if grade is None or grade[0] > clause.grade[0] \
                    or grade[1] > clause.grade[1]:
                return False
    return True


def evidence(judge, day, main, without):
    """The most that was seen on DAY, and on one of several days, or None.

    "at least n on that day, at a place certainly in the zone, of holders
    certainly in the whom, of items certainly counted. Two observations are
    never added"; one dated D..D "proves nothing of any single day; where it
    is more than the books allow, it opens the high end". (section 6)
    """
    seen, opened = None, None
    preds = [main] + [p for p, _ in without]
    for book in judge.case.books:
        for e in book.entries:
            if e.act not in ("observe", "inspect") \
                    or not good_enough(judge.case, e.grade) \
                    or e.when[-1] is None:
                continue
            span = e.when[0] == "span"
            days = e.when[1:] if span else (day_of(e.when),) * 2
            if days[0] > judge.as_of or not days[0] <= day <= days[1]:
                continue
            ledger = [x for x in judge.ledgers if x.book is book][0]
            counter = judge.counter(ledger, (day + 1) * DAY - 1)
            for s in e.stocks:
                sigs = counter.signatures(
                    Force(e.holder, s.item, s.statuses, e.spot), preds)
                n = seen_of(s.figure[1], sigs, [c for _, c in without])
                if n is None:
                    continue
                if span:
                    opened = n if opened is None else max(opened, n)
                else:
                    seen = n if seen is None else max(seen, n)
    return seen, opened


def seen_of(n, sigs, caps):
    """How much of N seen counts for certain; None: it is not certain at all."""
    for sig in sigs:
        if not sig[0] or any(x for x, c in zip(sig[1:], caps) if c is None):
            return None
    for k, cap in enumerate(caps):
        if cap is not None and any(sig[k + 1] for sig in sigs):
            n = max(0, n - cap)
    return n


def most_of_day(judge, ledger, t, main, without):
    """"Against evidence a movement dated by a day happened at some moment of
    it": the highest end over the moments of the day, each with some of the
    day's movements not yet made, as far as no account is below zero then."""
    day = t // DAY
    moments = [day * DAY] + [m for m, _ in ledger.states
                             if day * DAY < m < (day + 1) * DAY]
    best = 0
    for m in moments:
        high = judge.reading(ledger, m, main, without).high
        if high is None:
            return None
        best = max(best, high)
    for undone in some_of([f for f in ledger.flows
                           if moves_on(f, day)]):
        high = judge.undone(ledger, day * DAY, undone, main, without)
        if high is None:
            return None
        best = max(best, high)
    return best


def moves_on(flow, day):
    return flow.entry.act in ("move", "disband", "destroy", "transfer",
                              "change") and (
        (flow.start == day * DAY and flow.entry.when[0] == "day") or
        (flow.kind == "way" and flow.lands == day * DAY
         and flow.entry.arrives[0] == "day"))


def some_of(things):
    for bits in range(1, 1 << len(things)):
        yield [x for k, x in enumerate(things) if bits >> k & 1]


# ---- access denied ---------------------------------------------------------

def is_denied(judge, t, main):
    """Was access denied at T to a place that the measure takes in, or may?"""
    for book in judge.case.books:
        for e in book.entries:
            if e.act != "restriction" or opening(e.when) > t \
                    or opening(e.when) >= (judge.as_of + 1) * DAY:
                continue
            end = (e.until + 1) * DAY if e.until else closing(e.when)
            if e.when[0] == "time" and not e.until:
                end = (day_of(e.when) + 1) * DAY
            cells = judge.case.places.spot(e.spot)
            if t < end and (main.cells is None or cells & main.cells):
                return True
    return False


def unseen(out, relation, figure):
    """"what would be `kept` is `undetermined` (`denied`), on the estimated
    basis, and on the combined one unless what was seen or what the parties
    declare keeps it alone". At least 0 is kept whatever is there."""
    if verdict(relation, 0, None, figure) == "kept":
        return out
    keeps = any(out[b].verdict == "kept" for b in ("declared", "evidence")
                if b in out)
    return {basis: told._replace(verdict="undetermined", reason="denied")
            if told.verdict == "kept" and (basis == "estimated" or (
                basis == "combined" and not keeps)) else told
            for basis, told in out.items()}


# ---- rows ------------------------------------------------------------------

def declared(judge, names, t, main, without):
    """"The *declared* measure of several parties is the sum of what each
    declares of itself in its own book; a party that keeps none is unknown
    from zero up." None: nobody keeps one."""
    own = [(n, x) for n in sorted(names) for x in judge.ledgers
           if x.basis == "declared" and x.book.keeper == n]
    if not own:
        return None, []
    out = Reading(0, 0, (0, 0), True)
    parts = [judge.reading(x, t, main, without) for _, x in own]
    if {n for n, _ in own} != set(names):
        parts.append(Reading())
    for r in parts:
        out = Reading(out.low + r.low,
                      None if None in (out.high, r.high) else out.high + r.high,
                      (out.sure[0] + r.sure[0],
                       None if None in (out.sure[1], r.sure[1])
                       else out.sure[1] + r.sure[1]),
                      out.closed and r.closed, out.why | r.why,
                      False)
    out.speaks = out.low > 0 or out.high is not None
    return out, [x for _, x in own]


def bases(judge, t, names, main, without, relation, figure):
    """{basis: Told} at one moment."""
    out, readings, most = {}, [], []
    seen, opened = evidence(judge, t // DAY, main, without)

    def limit_of_day(books, reading, complete):
        if seen is opened is None or reading.high is None \
                or not complete:
            return reading.high
        parts = [most_of_day(judge, x, t, main, without) for x in books]
        return None if None in parts else sum(parts)

    own, books = declared(judge, names, t, main, without)
    if own:
        readings.append(own)
        most.append(limit_of_day(books, own, own.high is not None))
        out["declared"] = Told(*decide(relation, figure, [own]), own.speaks)
    others = [(x, judge.reading(x, t, main, without)) for x in judge.ledgers
              if x.basis == "estimated"]
    if others:
        out["estimated"] = Told(*decide(relation, figure,
                                        [r for _, r in others]),
                                any(r.speaks for _, r in others))
    for x, r in others:
        readings.append(r)
        most.append(limit_of_day([x], r, True))
    if seen is not None:
        out["evidence"] = Told(*decide(relation, figure, [Reading(seen)]))
    out["combined"] = Told(*decide(relation, figure, readings or [Reading()],
                                   seen, opened, most or [None]),
                           discrepancy=is_discrepant(
                               readings or [Reading()], seen, most))
    return unseen(out, relation, figure) if is_denied(judge, t, main) \
        else out
