"""Readings: between which ends a measure lies in each book, as of a day.

"Every answer is as of a day": entries dated later are not known; those dated
on or before it are all known, for every day.
"""
from dataclasses import dataclass, field
from itertools import product

import worlds as w
from ledger import ledgers
from measures import Counter, Predicate, forces, item_nodes, listed_forces, \
    total_predicate, unlisted
from model import DAY, on_side


class Contradiction(Exception):
    """No world is left, or a book that cannot be kept."""


class Clash(Exception):
    """Two exceptions are open together, and none goes before the other."""


@dataclass
class Reading:
    """What one book says of a measure at one moment."""
    low: object = 0
    high: object = None
    sure: tuple = (0, None)         # ends if what is possibly in is left out
    closed: bool = False            # somebody said that this is all
    why: set = field(default_factory=set)
    speaks: bool = False            # lists or bounds anything at all


SILENT = Reading()


def hull(ends):
    lows = [a for a, _ in ends]
    highs = [b for _, b in ends]
    return (None if None in lows else min(lows),
            None if None in highs else max(highs))


class Judge:
    def __init__(self, case, as_of, kept=None):
        self.case, self.as_of = case, as_of
        self.ledgers = kept or ledgers(case)
        self.scenes, self.memory = {}, {}
        self.check()

    # -- can the books be kept?

    def check(self):
        for ledger in self.ledgers:
            for day, text in ledger.wrong:
                if day <= self.as_of:
                    raise Contradiction(text)
            if not self.scenarios(ledger):
                raise Contradiction("no world is left")
            for day, entry, stock, amount in ledger.balances:
                if day <= self.as_of:
                    self.check_balance(ledger, day, entry, stock, amount)

    def check_balance(self, ledger, day, entry, stock, amount):
        """"`balance` asserts that the sum of what this book lists for a
        holder and item at a place can be the figure; if no world has it,
        that is an error." The opening balance is that before the day."""
        t = day * DAY - 1 if entry.balance == "opening" else (day + 1) * DAY - 1
        p = Predicate(
            names=self.names(entry.holder),
            nodes=item_nodes(self.case, ("sum", (stock.item,), ())),
            stated=(("and", stock.statuses),) if stock.statuses else (),
            cells=self.case.places.part(entry.spot))
        counter = self.counter(ledger, t)
        for world, _ in self.scenarios(ledger):
            world = w.World(world)
            listed = []
            for k, (force, there) in enumerate(forces(ledger, t)):
                listed += [a for sig, a in split(
                    world, f"balance {k}", counter.signatures(force, [p]),
                    there) if sig[0]]
            world.zero(w.minus(w.total(listed), amount))
            if world.is_possible():
                return
        raise Contradiction("a balance that no world has")

    def names(self, holder):
        if holder[0] == "side":
            return on_side(self.case, holder[1])
        return frozenset(n.split("/")[0] for n in holder[1])

    # -- worlds

    def counter(self, ledger, t):
        claimed = ledger.claimed(t)
        key = tuple(sorted(claimed.items()))
        if key not in ledger.counters:
            ledger.counters[key] = Counter(self.case, claimed)
        return ledger.counters[key]

    def scenarios(self, ledger):
        """[(World, totals believed)]: one for each choice among rivals.

        "Two totals of one whom, item and place on one day are rivals: the
        truth lies with one of them, and the row is judged under each."
        """
        if id(ledger) in self.scenes:
            return self.scenes[id(ledger)]
        rivals = {}
        for total in ledger.totals:
            if total.day <= self.as_of:
                rivals.setdefault((total.day, total.holder, total.item,
                                   total.statuses, total.spot),
                                  []).append(total)
        out = []
        for believed in product(*rivals.values()):
            world = ledger.world((self.as_of + 1) * DAY - 1)
            for day in sorted({b.day for b in believed}):
                for t in moments(ledger, day):
                    self.lay_out(world, ledger, t, [], believed)
            if world.is_possible():
                out.append((world, believed))
        self.scenes[id(ledger)] = out
        return out

    def lay_out(self, world, ledger, t, preds, believed):
        """Splits all that is listed and unlisted at T over its signatures,
        so that every total of that day holds. Returns [(signature, amount)]
        of what is in any of PREDS; unlisted forces have an open amount."""
        today = [b for b in believed if b.day == t // DAY]
        every = list(preds) + [total_predicate(self.case, b) for b in today]
        counter = self.counter(ledger, t)
        n, pieces = len(preds), []
        for k, (force, amount) in enumerate(forces(ledger, t)):
            pieces += split(world, f"{t} {k}", counter.signatures(force, every),
                            amount)
        for sig in sorted(unlisted(counter, ledger, t, every)):
            name = f"{t} unlisted {sig}"
            world.range(name, 0, None)
            pieces.append((sig, w.unknown(name)))
        for k, b in enumerate(today):
            inside = w.total(a for sig, a in pieces if sig[n + k])
            world.zero(w.minus(inside, b.amount))
        return [(sig[:n], a) for sig, a in pieces if any(sig[:n])]

    # -- a measure in one ledger

    def reading(self, ledger, t, main, without=()):
        key = (id(ledger), t, main, tuple(without))
        if key not in self.memory:
            self.memory[key] = self.read(ledger, t, main, without)
        return self.memory[key]

    def read(self, ledger, t, main, without):
        """WITHOUT: [(predicate, cap or None)] of `not counting`."""
        preds = [main] + [p for p, _ in without]
        counter = self.counter(ledger, t)
        listed = forces(ledger, t)
        sigs = [counter.signatures(f, preds) for f, _ in listed]
        caps = [c for _, c in without]
        touched = [k for k, s in enumerate(sigs) if any(counts(x, caps)
                                                        for x in s)]
        uncounted = {counts(x, caps) for x in
                     unlisted(counter, ledger, t, preds)} - {False}
        why = set()
        for k in touched:
            for p in preds:
                why |= counter.why_possible(listed[k][0], p)
            if len({counts(x, caps) for x in sigs[k]}) > 1 and not why:
                why |= counter.why_possible(listed[k][0], main)
        ends, sure = [], []
        for world, believed in self.scenarios(ledger):
            if not any(b.day == t // DAY for b in believed) \
                    and not any(c is not None for c in caps):
                ends.append(self.plain(world, listed, sigs, caps, uncounted,
                                       False))
                sure.append(self.plain(world, listed, sigs, caps, uncounted,
                                       True))
            else:
                ends.append(self.full(world, ledger, t, preds, caps, believed,
                                      None))
                sure.append(self.full(world, ledger, t, preds, caps, believed,
                                      (listed, sigs)))
        low, high = hull(ends)
        # What is nothing whatever a book says: that book says nothing of it.
        said = touched or high or any(c.since <= t for c in ledger.completes)
        return Reading(low, high, hull(sure), not uncounted, why,
                       low > 0 or (high is not None and bool(said)))

    def undone(self, ledger, t, flows, main, without):
        """The high end just before these movements of the batch at T are
        made, the others being made; 0 if an account would be below zero."""
        accounts, pending = dict(ledger.state(t)), ledger.pending(t)
        for f in flows:
            if f.lands == t:
                if f.to is not None:
                    accounts[f.to] = w.minus(accounts[f.to], f.amount)
            if f.start == t:
                accounts[f.source] = w.plus(accounts[f.source], f.amount)
            pending = [x for x in pending if x is not f]
            if f.start < t:
                pending.append(f)
        listed = listed_forces(accounts, pending)
        counter = self.counter(ledger, t)
        preds, caps = [main] + [p for p, _ in without], [c for _, c in without]
        sigs = [counter.signatures(f, preds) for f, _ in listed]
        best = 0
        for world, _ in self.scenarios(ledger):
            world = w.World(world)
            for amount in accounts.values():
                world.at_least_zero(amount)
            if not world.is_possible():
                continue
            high = self.plain(world, listed, sigs, caps, (), False)[1]
            if high is None:
                return None
            best = max(best, high)
        return best

    @staticmethod
    def plain(world, listed, sigs, caps, uncounted, leave_out):
        """Without totals and caps: none of what is only possibly in counts
        in the low end, all of it in the high end."""
        surely, maybe = [], []
        for (_, amount), s in zip(listed, sigs):
            answers = {counts(x, caps) for x in s}
            if answers == {True}:
                surely.append(amount)
            elif True in answers and not leave_out:
                maybe.append(amount)
        low = world.ends(w.total(surely))[0]
        if uncounted:
            return low, None
        return low, world.ends(w.total(surely + maybe))[1]

    def full(self, world, ledger, t, preds, caps, believed, leave_out):
        """"`up to c` leaves out at most c of it: the measure is
        M - min(X, c)". The low end is that of M - x with x at most X and at
        most c; the high end the greatest of M - X and M - c. Each force is
        left out once, "by the first that names it"."""
        world = w.World(world)
        pieces = self.lay_out(world, ledger, t, preds, believed)
        if leave_out:
            # splits named after forces that are only possibly in
            unsure = {f"{t} {k} " for k, s in enumerate(leave_out[1])
                      if len(s) > 1}
            pieces = self.surely(pieces, leave_out, unsure)
        measure = w.total(a for sig, a in pieces if counts(sig, caps))
        capped = [k for k, cap in enumerate(caps) if cap is not None]

        def first(sig, k):
            return sig[k + 1] and not any(sig[j + 1] for j in capped if j < k)
        parts = [(w.total(a for sig, a in pieces
                          if counts(sig, caps) and first(sig, k)), caps[k])
                 for k in capped]
        lowest = w.World(world)
        low = measure
        for k, (x, cap) in enumerate(parts):
            name = f"left out {k}"
            lowest.range(name, 0, cap)
            lowest.at_least_zero(w.minus(x, w.unknown(name)))
            low = w.minus(low, w.unknown(name))
        highs = []
        for choice in product(*[(x, w.const(cap)) for x, cap in parts]):
            highs.append(world.ends(w.minus(measure, w.total(choice)))[1])
        return (lowest.ends(low)[0],
                None if None in highs else max(highs))

    @staticmethod
    def surely(pieces, leave_out, unsure):
        """Each measure leaves out what is only possibly in it: a force counts
        for a predicate only if all its signatures have it."""
        listed, sigs = leave_out
        out = [(sig, a) for sig, a in pieces
               if not any(n.startswith(tuple(unsure)) for n in w.names(a))
               ] if unsure else list(pieces)
        for (_, amount), s in zip(listed, sigs):
            if len(s) > 1:
                out.append((tuple(all(x) for x in zip(*s)), amount))
        return out


def counts(sig, caps):
    """In the measure, and in nothing that is left out without a cap."""
    return sig[0] and not any(x for x, cap in zip(sig[1:], caps)
                              if cap is None)


def split(world, name, signatures, amount):
    """[(signature, amount)]: "every split is a world"."""
    signatures = sorted(signatures)
    if len(signatures) == 1:
        return [(signatures[0], amount)]
    parts = []
    for sig in signatures:
        part = f"{name} {sig}"
        world.range(part, 0, None)
        parts.append((sig, w.unknown(part)))
    world.zero(w.minus(w.total(a for _, a in parts), amount))
    return parts


def moments(ledger, day):
    """The moments of a day at which this ledger stands anew."""
    first, last = day * DAY, (day + 1) * DAY
    return [first] + [t for t, _ in ledger.states if first < t < last]
