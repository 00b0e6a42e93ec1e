"""Withdrawals followed move by move.

"how much the listed balance of the whom and items in Z1 has fallen since the
anchor ... and how much of what was moved out of Z1 since then stands in Z2 at
t, traced move by move (without `to`: is no longer in Z1)." (section 8)

The content of every account that counts is kept in parcels: (traced?, zone),
zone being "1" in Z1, "2" in Z2 and "o" in neither. A place that only overlaps
a zone holds parcels of several zones. "Where an account mixes traced and
other forces, which of them a later move takes is unknown: every split is a
world": each such split is a new unknown.
"""
from itertools import count

import choices
import worlds as w
from measures import Predicate, item_nodes, item_tests


class Unsupported(Exception):
    """A case that the generator is not to make."""


class Trace:
    def __init__(self, judge, ledger, names, items, source, to, anchor):
        self.judge, self.ledger, self.anchor = judge, ledger, anchor
        self.pred = Predicate(names=names, nodes=item_nodes(judge.case, items),
                              tests=item_tests(items))
        places = judge.case.places
        self.z1 = places.part(source)
        self.z2 = places.part(to) if to else frozenset()
        self.has_to = to is not None
        self.memory = {}

    # -- what counts, and where it may be

    def is_mine(self, key):
        """Does this account count: is it of the whom and the items?"""
        if key[:2] not in self.memory:
            self.memory[key[:2]] = self.ask(key)
        return self.memory[key[:2]]

    def ask(self, key):
        counter = self.judge.counter(self.ledger, 0)
        answers = counter.people(key[0], [self.pred])
        kinds = counter.kinds(key[1], [self.pred])
        if (False,) in answers and len(answers) == 1 \
                or (False,) in kinds and len(kinds) == 1:
            return False
        if len(answers) > 1 or len(kinds) > 1:
            raise Unsupported("a step whose holder or item is uncertain")
        return True

    def zones(self, spot):
        cells = self.judge.case.places.spot(spot)
        return sorted({"1" if c in self.z1 else "2" if c in self.z2 else "o"
                       for c in cells})

    def speaks(self, t):
        """Has this book listed anything of these, up to T? A book that lists
        none of them says nothing of the deed."""
        return any(self.is_mine(key) for instant, state in self.ledger.states
                   if instant <= t for key in state)

    # -- splitting

    def parts(self, world, amount, options):
        """AMOUNT over OPTIONS: {option: amount}."""
        if len(options) == 1:
            return {options[0]: amount}
        out = {}
        for o in options:
            name = f"split {next(self.number)} {o}"
            world.range(name, 0, None)
            out[o] = w.unknown(name)
        world.zero(w.minus(w.total(out.values()), amount))
        return out

    def landing(self, world, spot, amount):
        """AMOUNT at a spot over the zones in which it may be."""
        zones = self.zones(spot)
        if len(zones) > 1 and (w.names(amount) or amount[w.CONST]):
            self.place_unsure = True
            if self.leave_out:
                zones = ["o"]
        return self.parts(world, amount, zones)

    # -- the sweep

    def at(self, t, world, leave_out=False):
        """(how much it has fallen, how much stands there) as amounts over
        WORLD, which gets a row for each split."""
        self.number, self.leave_out = count(), leave_out
        self.place_unsure = False
        self.content, self.way, self.gone = {}, {}, dict(w.ZERO)
        start = self.anchor
        for key, amount in self.ledger.state(start - 1).items():
            if self.is_mine(key):
                for z, a in self.landing(world, key[3], amount).items():
                    self.put(key, (False, z), a)
        flows = self.ledger.flows
        for f in flows:
            if f.start < start <= f.lands and f.source and f.to \
                    and self.is_mine(f.source) and self.is_mine(f.to):
                left = self.zones(f.source[3])
                self.way[id(f)] = [
                    (False, z, a, "1" if left == ["1"] else "o") for z, a in
                    self.landing(world, f.to[3], f.amount).items()]
        openings = [f for f in flows if f.start == f.lands == start
                    and f.entry.act == "hold"]
        for f in openings:
            self.arrive_new(world, f)
        before = self.inside()
        instants = sorted({x for f in flows for x in (f.start, f.lands)
                           if start <= x <= t})
        for instant in instants:
            self.batch(world, instant, [f for f in flows if f not in openings])
        fell = w.minus(before, self.inside())
        return fell, self.stands()

    def put(self, key, parcel, amount):
        here = self.content.setdefault(key, {})
        here[parcel] = w.plus(here.get(parcel, w.ZERO), amount)

    def inside(self):
        """What is held in Z1."""
        out = [a for parcels in self.content.values()
               for (_, z), a in parcels.items() if z == "1"]
        if not choices.WAY_INSIDE_HAS_LEFT:
            out += [a for pieces in self.way.values()
                    for _, z, a, left in pieces if left == z == "1"]
        return w.total(out)

    def stands(self):
        traced = [(z, a) for parcels in self.content.values()
                  for (tr, z), a in parcels.items() if tr]
        if self.has_to:
            return w.total(a for z, a in traced if z == "2")
        under_way = [a for pieces in self.way.values()
                     for tr, _, a, _ in pieces if tr]
        return w.total([a for _, a in traced] + under_way + [self.gone])

    def batch(self, world, t, flows):
        """Arrivals and openings, what moves, then recounts."""
        for f in flows:
            if f.lands == t and f.start < t:
                self.land(world, f)
        leaving = [f for f in flows if f.start == t]
        for f in sorted(leaving, key=lambda f: f.stage):
            if f.kind == "span":
                raise Unsupported("a span in a step")
            if f.kind == "recount":
                self.recount(world, f)
            elif f.source is None:
                if f.lands == t:
                    self.arrive_new(world, f)
            else:
                self.leave(world, f, t)
        for parcels in self.content.values():
            if len(parcels) > 1:
                for a in parcels.values():
                    if w.names(a):
                        world.at_least_zero(a)

    def arrive_new(self, world, f):
        if self.is_mine(f.to):
            for z, a in self.landing(world, f.to[3], f.amount).items():
                self.put(f.to, (False, z), a)

    def recount(self, world, f):
        if self.is_mine(f.to):
            parcels = list(self.content.get(f.to, {})) or [
                (False, z) for z in self.zones(f.to[3])]
            self.content[f.to] = self.parts(world, f.amount, sorted(parcels))

    def taken(self, world, f):
        """{parcel: amount} that F takes out of its account."""
        here = self.content.setdefault(f.source, {})
        full = sorted(p for p, a in here.items() if w.names(a) or a[w.CONST])
        if f.whole:
            out = dict(here)
        else:
            out = self.parts(world, f.amount, full or sorted(here) or [
                (False, z) for z in self.zones(f.source[3])])
        for p, a in out.items():
            here[p] = w.minus(here.get(p, w.ZERO), a)
        return out

    def leave(self, world, f, t):
        """Out of an account: to the outside, to another, or on the way."""
        if not self.is_mine(f.source):
            if f.to is not None and self.is_mine(f.to) and f.lands == t:
                self.arrive_new(world, f)
            return
        pieces = []     # (traced, zone of destination, amount, zone it left)
        for (traced, zone), amount in self.taken(world, f).items():
            if f.to is None:
                if traced:
                    self.gone = w.plus(self.gone, amount)
                continue
            if not self.is_mine(f.to):
                continue
            if f.to[3] == f.source[3]:      # transfer, change: it stays there
                pieces.append((traced, zone, amount, zone))
                continue
            for z, a in self.landing(world, f.to[3], amount).items():
                pieces.append((traced or (zone == "1" and z != "1"), z, a,
                               zone))
        self.way[id(f)] = pieces
        if f.lands == t:
            self.land(world, f)

    def land(self, world, f):
        """"Going back into Z1 takes the trace away." """
        if f.source is None or id(f) not in self.way:
            if f.to is not None and self.is_mine(f.to):
                self.arrive_new(world, f)       # left before the anchor
            return
        for traced, zone, amount, _ in self.way.pop(id(f)):
            self.put(f.to, (traced and zone != "1", zone), amount)
