"""What counts for a measure, and between which ends it lies in one ledger.

A predicate asks four things of a piece of force: whom, item, status, place.
Nobody knows all about a force that is listed: a joint holder's may be the
one's or the other's, `artillery` may be artillery.mlrs, and so on. So each
force has a set of *signatures*: for several predicates at once, which of them
it may meet together. With one predicate P the signatures are {True} (in),
{False} (out) or both (possibly in): the weakest of the four answers, as
section 5 says. What is only possibly in is split over its signatures, and
every split is a world.
"""
from dataclasses import dataclass, replace
from itertools import product

import choices
import worlds as w
from model import below, holder_names, on_side, test_answers

CATEGORIES = ("on_the_way", "place", "whose", "kind", "status")


@dataclass(frozen=True)
class Predicate:
    names: frozenset = None         # None: anybody
    side: str = None                # with whom the names are meant
    nodes: frozenset = None         # items, None: all
    tests: tuple = ()
    stated: tuple = ()              # several: all must hold
    cells: frozenset = None         # None: everywhere
    closes: bool = False            # of a `complete`


@dataclass(frozen=True)
class Force:
    """Something listed: an account, what is on the way, or a span."""
    holder: tuple
    item: str
    statuses: tuple
    spot: tuple
    to: tuple = None                # on the way to it
    done: object = None             # a span: the Force after it, or "gone"
    opened: bool = False            # a span that comes from the outside


def item_nodes(case, items):
    if items[0] == "less":
        return frozenset(below(case, items[1])) - frozenset(
            below(case, items[2]))
    return frozenset(n for i in items[1] for n in below(case, i))


def item_tests(items):
    return tuple(items[2]) if items[0] == "sum" and len(items) > 2 else ()


class Counter:
    """Signatures of forces in one ledger at one time."""

    def __init__(self, case, claimed):
        self.case, self.claimed = case, claimed
        self.memory = {}

    # -- the four questions, each alone: {True}, {False} or both

    def whom(self, force, p):
        return {ok for ok, in self.people(force.holder, [p])}

    def people(self, holder, preds):
        """For each that may be the holder: which predicates take him in.

        "Direction that only a book claims makes X's forces 0..n for Y's
        side": X is two people, one who is directed and one who is not."""
        out = set()
        for name in holder_names(self.case, holder):
            for led in ((False, True) if name in self.claimed else (False,)):
                out.add(tuple(p.names is None or name in p.names or
                              (led and p.side == self.claimed[name]
                               and not (p.closes and not
                                        choices.CLAIM_IS_CLOSED_TOO))
                              for p in preds))
        return out

    def kinds(self, item, preds):
        """"An account of `artillery` is possibly in a measure of
        `artillery.mlrs`", and tests that nobody stated may go either way."""
        key = ("kinds", item, tuple((p.nodes, p.tests) for p in preds))
        if key not in self.memory:
            self.memory[key] = self.all_kinds(item, preds)
        return self.memory[key]

    def all_kinds(self, item, preds):
        tests = sorted({t for p in preds for t in p.tests}, key=repr)
        answers = [sorted(test_answers(self.case, item, t)) for t in tests]
        out = set()
        for node in below(self.case, item):
            for choice in product(*answers):
                truth = dict(zip(tests, choice))
                out.add(tuple((p.nodes is None or node in p.nodes)
                              and all(truth[t] for t in p.tests)
                              for p in preds))
        return out

    def states(self, statuses, preds):
        """"A status of the same family that differs: out. No status of that
        family stated: possibly in." The derived ones are asked with place."""
        families = self.case.families.values()
        options = [[s for s in f if s in statuses] or list(f)
                   for f in families]
        out = set()
        for choice in product(*options):
            have = set(choice) | {"stationed", "own"}
            out.add(tuple(all(self.stated(st, have) for st in p.stated)
                          for p in preds))
        return out

    @staticmethod
    def stated(st, have):
        mode, names = st
        return (all if mode == "and" else any)(n in have for n in names)

    def derived(self, p):
        return {n for _, names in p.stated for n in names
                if n in ("stationed", "own")}

    def abroad(self, name, force, cell):
        """{True}: outside the holder's own territory, {False}: inside it; at
        CELL, or for a force on the way where CELL is None.

        "for a holder without a declared territory, and in an area of
        `status disputed`, either is possible"
        """
        places = self.case.places
        zone = self.case.parties[name].territory
        if zone is None:
            return {True, False}
        home, torn = places.territory(zone), places.disputed()
        if cell is not None:
            return {True, False} if cell in torn else {cell not in home}
        here, there = places.spot(force.spot), places.spot(force.to)
        if (here | there) & torn:
            return {True, False}
        if not choices.STATIONED_IS_A_ZONE:
            return {cell not in home for cell in here | there}
        return self.under_way(here, there, None, places.cells - home)

    def under_way(self, here, there, line, region):
        """"for certain in zones that hold both ends; 0..n in other zones
        that hold its destination, or may hold it; 0..n in zones that hold
        neither end, but that the shortest line between them touches; not at
        all in others, those of its origin alone included" (section 4)"""
        if here <= region and there <= region:
            return {True}
        if there & region:
            return {True, False}
        if not here & region and line is not None and line & region:
            return {True, False}
        return {False}

    def spots(self, force, preds):
        """For each place where it may be: which predicates hold it."""
        places = self.case.places
        here = places.spot(force.spot)
        everywhere = places.cells
        regions = [everywhere if p.cells is None else p.cells for p in preds]
        if force.to is None:
            return {tuple(cell in r for r in regions) for cell in here}
        there = places.spot(force.to)
        line = places.between(force.spot, force.to)
        answers = [sorted(self.under_way(here, there, line, r))
                   for r in regions]
        return {told for told in product(*answers)
                if self.somewhere(told, regions)}

    @staticmethod
    def somewhere(told, regions):
        """On its way it is in these regions and in no others: is there a
        place that is? (In none at all it may always be.)"""
        inside = [r for t, r in zip(told, regions) if t]
        outside = [r for t, r in zip(told, regions) if not t]
        return not inside or bool(frozenset.intersection(
            *map(frozenset, inside)).difference(*outside))

    # -- all four together

    def signatures(self, force, preds):
        """The set of tuples, one bool for each predicate."""
        key = (force, tuple(preds))
        if key not in self.memory:
            self.memory[key] = self.work_out(force, preds)
        return self.memory[key]

    def work_out(self, force, preds):
        if force.done is not None:
            # "0..n at either end, and certain only in a zone that holds both"
            gone = {tuple(False for _ in preds)}
            now = Force(force.holder, force.item, force.statuses, force.spot)
            first = gone if force.opened else self.signatures(now, preds)
            last = gone if force.done == "gone" else self.signatures(
                force.done, preds)
            return first | last
        return {tuple(all(x) for x in zip(*choice)) for choice in
                product(self.kinds(force.item, preds),
                        self.states(force.statuses, preds),
                        self.where(force, preds))}

    def where(self, force, preds):
        """Whom and place, each asked alone; `stationed` of each who may be
        the holder."""
        derived, out = any(self.derived(p) for p in preds), set()
        for name in holder_names(self.case, force.holder):
            one = ("names", (name,))
            parts = [self.people(one, preds), self.spots(force, preds)]
            if derived:
                parts.append(self.away(replace(force, holder=one), preds))
            out |= {tuple(all(x) for x in zip(*choice))
                    for choice in product(*parts)}
        return out

    def away(self, force, preds):
        """`stationed` and `own`, of any that may be the holder."""
        out = set()
        cells = [None] if force.to else self.case.places.spot(force.spot)
        for name in holder_names(self.case, force.holder):
            for cell in cells:
                for abroad in self.abroad(name, force, cell):
                    have = {"stationed" if abroad else "own"}
                    out.add(tuple(all(self.derived_ok(st, have)
                                      for st in p.stated) for p in preds))
        return out

    def moved(self, force, p):
        """Done some time between, and in P at the one end alone."""
        ends = [force, force.done] if isinstance(force.done, Force) else []
        return any(self.signatures(replace(end, done=None), [p]) == {(False,)}
                   for end in ends)

    def anywhere(self, name, preds):
        """What someone's unlisted forces may be: in each cell they are in
        that cell for certain, and so stationed or not."""
        out = set()
        people = self.people(("names", (name,)), preds)
        derived = any(self.derived(p) for p in preds)
        for cell in self.case.places.cells:
            here = tuple(p.cells is None or cell in p.cells for p in preds)
            for abroad in (self.abroad(name, None, cell) if derived
                           else (True,)):
                have = {"stationed" if abroad else "own"}
                ok = tuple(not derived or all(self.derived_ok(st, have)
                           for st in p.stated) for p in preds)
                out |= {tuple(all(x) for x in zip(who, here, ok))
                        for who in people}
        return out

    @staticmethod
    def derived_ok(st, have):
        mode, names = st
        derived = [n for n in names if n in ("stationed", "own")]
        if not derived:
            return True
        return (all if mode == "and" else any)(n in have for n in derived)

    # -- why something is only possibly in

    def why_possible(self, force, p):
        """The categories that make FORCE only possibly in P."""
        if len(self.signatures(force, [p])) < 2:
            return set()
        out = set()
        place_only = Predicate(cells=p.cells)
        if len(self.signatures(force, [place_only])) > 1:
            out.add("place" if force.to is None and force.done is None
                    else "on_the_way")
        if len(self.whom(force, p)) > 1:
            out.add("whose")
        if len(self.kinds(force.item, [p])) > 1:
            out.add("kind")
        if len(self.states(force.statuses, [p])) > 1:
            out.add("status")
        if self.derived(p):
            ends = [force] + ([force.done] if isinstance(force.done, Force)
                              else [])
            if len(set().union(*[self.away(end, [p]) for end in ends])) > 1:
                out.add("status")
        if self.moved(force, p):
            out.add("on_the_way")
        return out


# ---- what a ledger lists at an instant -------------------------------------

def forces(ledger, t):
    """[(Force, amount)] at T: accounts, on the way, and spans."""
    return listed_forces(ledger.state(t), ledger.pending(t))


def listed_forces(accounts, pending):
    out = [(Force(*key), amount) for key, amount in accounts.items()]
    for f in pending:
        if f.kind == "way":
            # whose the entry says they are: drawn on a joint account, too
            out.append((Force(*f.to[:3], f.source[3], to=f.to[3]), f.amount))
        elif f.source is None:
            out.append((Force(*f.to, done=Force(*f.to), opened=True),
                        f.amount))
        else:
            done = "gone" if f.to is None else Force(*f.to)
            first = Force(*f.source)
            if f.entry.act == "move":
                first = Force(*f.to[:3], f.source[3])
            out.append((Force(first.holder, first.item, first.statuses,
                              first.spot, done=done), f.amount))
    return [(f, a) for f, a in out if w.names(a) or a[w.CONST]]


def unlisted(counter, ledger, t, preds):
    """The signatures, other than all False, that unlisted forces may have.

    "besides what a book lists there may be any amount of unlisted forces
    anywhere, except where a `complete` of that book says that there is none"
    (section 2); "Several completes close what they cover together, cell by
    cell of the map" (section 3).
    """
    closes = tuple(closed(counter.case, c) for c in ledger.completes
                   if c.since <= t)
    key = (tuple(preds), closes)
    if key not in counter.memory:
        counter.memory[key] = left_open(counter, ledger, preds, closes)
    return counter.memory[key]


def left_open(counter, ledger, preds, closes):
    case, every = counter.case, list(preds) + list(closes)
    names = [ledger.book.keeper] if ledger.basis == "declared" else case.parties
    where = set()
    for name in names:
        where |= counter.anywhere(name, every)
    kinds = set()
    for item in case.items:
        for sig in counter.kinds(item, [Predicate(tests=p.tests)
                                        for p in every]):
            kinds.add(tuple(ok and (p.nodes is None or item in p.nodes)
                            for ok, p in zip(sig, every)))
    states = counter.states((), every)
    out = set()
    for choice in product(where, kinds, states):
        sig = tuple(all(x) for x in zip(*choice))
        if not any(sig[len(preds):]) and any(sig):
            out.add(sig[:len(preds)])
    return out


def closed(case, c):
    side = c.holder[1] if c.holder[0] == "side" else None
    names = on_side(case, side) if side else frozenset(
        holder_names(case, c.holder))
    return Predicate(
        names=names, side=side, closes=True,
        nodes=item_nodes(case, ("sum", c.items, ())),
        stated=(("and", c.statuses),) if c.statuses else (),
        cells=None if c.spot is None else case.places.part(c.spot))


def total_predicate(case, total):
    side = total.holder[1] if total.holder[0] == "side" else None
    names = on_side(case, side) if side else frozenset(
        holder_names(case, total.holder))
    return Predicate(
        names=names, side=side,
        nodes=item_nodes(case, ("sum", (total.item,), ())),
        stated=(("and", total.statuses),) if total.statuses else (),
        cells=None if total.spot is None else case.places.part(total.spot))
