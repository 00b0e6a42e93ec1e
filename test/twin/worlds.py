"""Amounts as exact sums of unknowns, and the worlds that are left of them.

An amount is a dict {unknown: factor, CONST: number}. A World holds ranges,
rows that are at least zero and rows that are zero. The ends of an amount are
found by Fourier-Motzkin elimination: one unknown after the other is thrown
out by pairing each row that bounds it from below with each that bounds it
from above. It is slow, exact and has nothing in common with a simplex.

"The low end of a measure is its least value over all worlds, the high end
its greatest." (judging.md, section 2)
"""
from fractions import Fraction
from math import gcd

CONST = ""
ZERO = {CONST: 0}
TOO_MANY = 4000                     # rows of one elimination: give up loudly


class NoWorld(Exception):
    """No value of the unknowns satisfies all rows."""


class TooLarge(Exception):
    """The elimination grew beyond reason: the case is too large for a twin."""


# ---- amounts ---------------------------------------------------------------

def const(number):
    return {CONST: number}


def unknown(name):
    return {CONST: 0, name: 1}


def plus(a, b, factor=1):
    """a + factor * b"""
    out = dict(a)
    for name, f in b.items():
        out[name] = out.get(name, 0) + factor * f
        if out[name] == 0 and name != CONST:
            del out[name]
    return out


def minus(a, b):
    return plus(a, b, -1)


def total(amounts):
    out = dict(ZERO)
    for a in amounts:
        for name, f in a.items():
            out[name] = out.get(name, 0) + f
    return {n: f for n, f in out.items() if f or n == CONST}


def renamed(a, prefix):
    return {n and f"{prefix}{n}": f for n, f in a.items()}


def names(a):
    return [n for n in a if n != CONST]


def value(a, world):
    """What the amount is in one world: a dict {unknown: number}."""
    return a[CONST] + sum(f * world[n] for n, f in a.items() if n != CONST)


# ---- rows ------------------------------------------------------------------

def whole(row):
    """The same row with whole factors that share no divisor."""
    numbers = row.values()
    if any(isinstance(f, Fraction) for f in numbers):
        common = 1
        for f in numbers:
            d = Fraction(f).denominator
            common = common * d // gcd(common, d)
        row = {n: int(f * common) for n, f in row.items()}
    g = 0
    for n, f in row.items():
        if n != CONST:
            g = gcd(g, f)
    if g > 1:
        c = Fraction(row[CONST], g)
        if c.denominator == 1:
            row = {n: (f // g) for n, f in row.items()}
    return row


def tightest(rows):
    """Of rows with the same factors (up to scale) only the tightest."""
    best = {}
    for row in rows:
        key = names(row)
        if not key:
            if row[CONST] < 0:
                raise NoWorld()
            continue
        scale = 0
        for n in key:
            scale = gcd(scale, row[n])
        shape = tuple(sorted((n, row[n] // scale) for n in key))
        c = Fraction(row[CONST], scale)
        if shape not in best or c < best[shape][0]:
            best[shape] = (c, row)
    return [row for _, row in best.values()]


def eliminate(rows, name):
    """All rows that follow from ROWS and do not hold the unknown NAME."""
    low = [r for r in rows if r.get(name, 0) > 0]
    high = [r for r in rows if r.get(name, 0) < 0]
    rest = [r for r in rows if name not in r]
    for a in low:
        for b in high:
            joined = {}
            fa, fb = -b[name], a[name]
            for n in set(a) | set(b):
                f = a.get(n, 0) * fa + b.get(n, 0) * fb
                if f or n == CONST:
                    joined[n] = f
            joined.pop(name, None)
            rest.append(whole(joined))
    if len(rest) > TOO_MANY:
        raise TooLarge()
    return tightest(rest)


def cheapest(rows, among):
    """The unknown whose elimination adds fewest rows."""
    def cost(name):
        low = sum(1 for r in rows if r.get(name, 0) > 0)
        high = sum(1 for r in rows if r.get(name, 0) < 0)
        return (low * high - low - high, name)
    return min(among, key=cost)


class World:
    """A system: ranges of unknowns, rows >= 0 and rows == 0."""

    def __init__(self, parent=None):
        self.ranges = dict(parent.ranges) if parent else {}
        self.least = list(parent.least) if parent else []
        self.equal = list(parent.equal) if parent else []
        self.rows = None                # what is left without empty words

    def range(self, name, low, high):
        """low <= name <= high; None: without an end."""
        self.ranges[name] = (low, high)
        self.rows = None

    def at_least_zero(self, a):
        self.least.append(a)
        self.rows = None

    def zero(self, a):
        self.equal.append(a)
        self.rows = None

    def take_in(self, other, prefix):
        """All that OTHER says, of unknowns whose names begin with PREFIX."""
        self.ranges.update({f"{prefix}{n}": x for n, x in other.ranges.items()})
        self.least += [renamed(a, prefix) for a in other.least]
        self.equal += [renamed(a, prefix) for a in other.equal]
        self.rows = None

    # -- what the ranges alone say

    def by_ranges(self, a):
        low, high = a[CONST], a[CONST]
        for n, f in a.items():
            if n == CONST:
                continue
            lo, hi = self.ranges[n]
            if f < 0:
                lo, hi = hi, lo
            low = None if low is None or lo is None else low + f * lo
            high = None if high is None or hi is None else high + f * hi
        return low, high

    def says_something(self):
        """Rows that the ranges do not grant anyway, as rows >= 0."""
        if self.rows is None:
            self.rows = []
            for a in self.least:
                low, _ = self.by_ranges(a)
                if low is None or low < 0:
                    self.rows.append(whole(a))
            for a in self.equal:
                if names(a) or a[CONST]:
                    self.rows.append(whole(a))
                    self.rows.append(whole({n: -f for n, f in a.items()}))
        return self.rows

    def tied(self, wanted):
        """The rows tied to the unknowns WANTED, and all unknowns in them."""
        seen, rows, left = set(wanted), [], list(self.says_something())
        grown = True
        while grown:
            grown = False
            for row in list(left):
                if seen.intersection(row) - {CONST} or not names(row):
                    rows.append(row)
                    left.remove(row)
                    seen.update(names(row))
                    grown = True
        return rows, seen

    def with_ranges(self, rows, among):
        out = list(rows)
        for n in among:
            low, high = self.ranges[n]
            if low is not None:
                out.append(whole({n: 1, CONST: -low}))
            if high is not None:
                out.append(whole({n: -1, CONST: high}))
        return tightest(out)

    # -- questions

    def ends(self, a):
        """(low, high) of A over all worlds; None is open."""
        rows, among = self.tied(names(a))
        if not rows:
            return self.by_ranges(a)
        goal = "= goal"
        tie = whole(plus(a, unknown(goal), -1))
        rows = self.with_ranges(rows, among)
        rows += [tie, {n: -f for n, f in tie.items()}]
        among = set(among)
        while among:
            name = cheapest(rows, among)
            rows = eliminate(rows, name)
            among.discard(name)
        low = high = None
        for row in rows:
            f = row.get(goal)
            if f is None:
                continue
            end = Fraction(-row[CONST], f)
            if f > 0:
                low = end if low is None else max(low, end)
            else:
                high = end if high is None else min(high, end)
        if low is not None and high is not None and low > high:
            raise NoWorld()
        return low, high

    def is_possible(self):
        """Is there any world?"""
        for low, high in self.ranges.values():
            if low is not None and high is not None and low > high:
                return False
        left = set()
        for row in self.says_something():
            left.update(names(row))
        try:
            self.tied([])               # rows without unknowns
            tightest([r for r in self.says_something() if not names(r)])
            while left:
                name = min(left)
                self.ends(unknown(name))
                left -= self.tied([name])[1]
        except NoWorld:
            return False
        return True

    def point(self, choose, extra=()):
        """One world as {unknown: number}, or None. CHOOSE(low, high) picks a
        value between two ends (either may be None) for each unknown."""
        rows = list(self.says_something())
        for a in extra:
            rows += [whole(a), whole({n: -f for n, f in a.items()})]
        try:
            rows = self.with_ranges(rows, self.ranges)
            stages, among = [], set(self.ranges)
            while among:
                name = cheapest(rows, among)
                stages.append((name, [r for r in rows if name in r]))
                rows = eliminate(rows, name)
                among.discard(name)
        except NoWorld:
            return None
        world = {}
        for name, rows in reversed(stages):
            low = high = None
            for row in rows:
                f = row[name]
                rest = value({n: g for n, g in row.items() if n != name},
                             world)
                end = Fraction(-rest) / f
                if f > 0:
                    low = end if low is None else max(low, end)
                else:
                    high = end if high is None else min(high, end)
            world[name] = choose(low, high)
        return world
