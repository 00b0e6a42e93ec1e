"""Figures that hang on something: declared, computed, disputed, held.

An expression is a tuple:

    ("n", x) | ("range", a, b) | ("name", number) | ("share", percent, expr)
    | ("+", e, f) | ("-", e, f) | ("larger", e, f) | ("smaller", e, f)
    | ("floor", e, n) | ("cap", e, n) | ("round", e, "up" or "down")
    | ("held", item, zone, day or None) | ("declared",)
    | ("disputed", e, f) | ("when", name, comparison, n, e, f)

Its value at a moment, for one subject, is (low, high, undeclared?); high None
is open. "Ends are put together one by one, so they may be wider than need
be, never narrower." A disputed number has two readings, the same wherever it
stands: READING is {its name: 0 or 1}.
"""
from fractions import Fraction
from itertools import product
from math import ceil, floor

from limits import bases, predicate
from model import COMPARE, DAY, closing, opening


class Figure:
    """An expression as the figure of a limit; an exception may add to it."""

    def __init__(self, expr):
        self.expr = expr

    def __add__(self, n):
        return Figure(("+", self.expr, n.expr if isinstance(n, Figure)
                       else ("n", Fraction(n))))


def disputes(case, expr):
    """The names of the disputed numbers that it hangs on."""
    if not isinstance(expr, tuple):
        return set()
    if expr[0] in ("name", "when"):
        mine = case.numbers[expr[1]]
        out = {expr[1]} if mine[0] == "disputed" else disputes(case, mine)
        return out.union(*[disputes(case, x) for x in expr[2:]])
    return set().union(*[disputes(case, x) for x in expr[1:]])


def plus(a, b):
    return None if None in (a, b) else a + b


class Value:
    def __init__(self, bench, row, reading, t):
        self.bench, self.row, self.reading, self.t = bench, row, reading, t

    def of(self, e, name=None):
        kind = e[0]
        if kind == "n":
            return e[1], e[1], False
        if kind == "range":
            return e[1], e[2], False
        if kind == "declared":
            return self.declared(name)
        if kind == "name":
            mine = self.bench.case.numbers[e[1]]
            if mine[0] == "disputed":
                return self.of(mine[1 + self.reading[e[1]]])
            return self.of(mine, e[1])
        if kind == "held":
            return self.held(*e[1:])
        if kind == "when":
            return self.when(*e[1:])
        low, high, bare = self.of(e[1])
        if kind == "share":
            k = Fraction(e[2], 100)
            return None if low is None else low * k, None if high is None else high * k, bare
        if kind == "round":
            how = ceil if e[2] == "up" else floor
            return None if low is None else Fraction(how(low)), None if high is None else \
                Fraction(how(high)), bare
        if kind == "floor":
            return e[2] if low is None else max(low, e[2]), None if high is None else max(
                high, e[2]), bare
        if kind == "cap":
            return None if low is None else min(low, e[2]), e[2] if high is None else min(
                high, e[2]), bare
        a, b, also = self.of(e[2])
        bare = bare or also
        if kind == "+":
            return plus(low, a), plus(high, b), bare
        if kind == "-":
            return (None if None in (b, low) else low - b,
                    None if None in (high, a) else high - a, bare)
        if kind == "larger":
            lows = [x for x in (low, a) if x is not None]
            return max(lows) if lows else None, None if None in (high, b) else max(high, b), \
                bare
        return None if None in (low, a) else min(low, a), min(x for x in (high, b) if x is not None) \
            if (high, b) != (None, None) else None, bare

    def when(self, name, how, n, yes, no):
        low, high, bare = self.of(("name", name))
        found = []
        for x, above in ((low, False), (high, True)):
            found.append((how in (">=", ">")) == above if x is None
                         else COMPARE[how](x, n))
        some = [self.of(yes)] if True in found else []
        some += [self.of(no)] if False in found else []
        return (None if None in [x[0] for x in some]
                else min(x[0] for x in some),
                None if None in [x[1] for x in some]
                else max(x[1] for x in some),
                bare or any(x[2] for x in some))

    def declared(self, name):
        """"what the last entry `declare` says, from its day on (one dated
        `D..D` from the close of its last day)"; before "anything from 0
        up"."""
        said = []
        for book in self.bench.case.books:
            for e in book.entries:
                if e.act == "declare" and e.declares[:2] == (
                        name, self.row[0][1][0]):
                    at = closing(e.when) if e.when[0] == "span" \
                        else opening(e.when)
                    if at <= self.t and opening(e.when) <= self.bench.last:
                        said.append((at, e.declares[2]))
        if not said:
            return Fraction(0), None, True
        last = max(at for at, _ in said)
        now = [n for at, n in said if at == last]
        return min(now), max(now), False

    def held(self, item, zone, day):
        """"what all bases together say at the close of D, and from then on
        stays; without `as on`, at the moment"."""
        if day is not None and self.t < (day + 1) * DAY:
            return Fraction(0), None, False
        t = self.t if day is None else (day + 1) * DAY - 1
        _, names, side = self.row
        main = predicate(self.bench.case, names, side, ("sum", (item,), ()),
                         (), [("in", (zone,))])
        told = bases(self.bench.judge, t, names, main, (), "at most",
                     0)["combined"]
        return Fraction(told.low), None if told.high is None \
            else Fraction(told.high), False


def against(relation, told, low, high, at):
    """The verdict of a measure against every figure of low..high. AT(n): what
    it says against one figure."""
    if low == high:
        return at(low)
    lowest, highest = at(low), None if high is None else at(high)
    if relation == "exactly":
        sure = low is not None and (
            told.low is not None and high is not None and told.low > high
            or told.high is not None and told.high < low)
        return lowest._replace(verdict="broken" if sure else "undetermined",
                               reason="" if sure else "range",
                               vague={"reason"})
    if highest is None:             # open above
        highest = lowest._replace(verdict="kept" if relation == "at most"
                                  else "undetermined" if told.high is None
                                  else "broken")
    if lowest.verdict == highest.verdict:
        return lowest
    return lowest._replace(verdict="undetermined", reason="range",
                           vague={"reason"})


def measured(bench, figure, row, t, relation, at):
    """{basis: Told} of a measure whose figure hangs on something. AT(n): the
    rows against the figure n."""
    case = bench.case
    names = sorted(disputes(case, figure.expr))
    each = []
    for choice in product((0, 1), repeat=len(names)):
        value = Value(bench, row, dict(zip(names, choice)), t)
        low, high, bare = value.of(figure.expr)
        rows = {}
        if low is None:                 # below any measure
            low = Fraction(-1)
        plain = at(low)
        for basis, told in plain.items():
            one = against(relation, told, low, high,
                          lambda n, b=basis: at(n).get(b, told))
            if one.verdict == "undetermined" and bare:
                one = one._replace(reason="undeclared", vague=())
            rows[basis] = one._replace(
                allowed=low if low == high else None)
        each.append((rows, (low, high)))
    out = {}
    for basis, first in each[0][0].items():
        some = [rows[basis] for rows, _ in each]
        verdicts = {x.verdict for x in some}
        one = first
        if len(verdicts) > 1:
            bare = any(x.reason == "undeclared" for x in some)
            one = one._replace(verdict="undetermined", reason="undeclared"
                               if bare else "disputed", vague=())
        ends = {x for _, x in each}
        if len(ends) > 1:
            one = one._replace(allowed=None, vague=set(one.vague)
                               | {"allowed"})
        if one.allowed is None:
            one = one._replace(vague=set(one.vague) | {"allowed"})
        if one.reason != "undeclared" and len(verdicts) == 1 and len(
                {x.reason for x in some}) > 1:
            one = one._replace(vague=set(one.vague) | {"reason"})
        out[basis] = one
    return out
