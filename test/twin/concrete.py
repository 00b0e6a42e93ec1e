"""One concrete world at a time: every unknown a number, every force a thing
of which all is known. A trivial evaluator that shares nothing with the rules
but the words of the case; it checks what the rules say of all worlds.

    definite verdicts   no sampled world contradicts them
    undetermined ones   two sampled worlds disagree
    ends                no sampled world lies outside of them
"""
import random

from judge import Judge
from limits import lines_of
from model import DAY, Ban, closing, day_of, directed, holder_names, \
    is_below, on_side, opening, subjects, test_answers


class Impossible(Exception):
    """This is no world."""


class Play:
    """A book kept in plain numbers, up to an instant."""

    def __init__(self, case, book, values, t):
        self.case, self.book, self.values = case, book, values
        self.accounts, self.way = {}, []        # [(lands, source, to, n, how)]
        starts = {}
        for e in book.entries:
            if opening(e.when) <= t:
                starts.setdefault(opening(e.when), []).append(e)
        while True:
            times = set(starts) | {x[0] for x in self.way if x[0] <= t}
            if not times:
                break
            now = min(times)
            self.batch(now, starts.pop(now, []))

    def number(self, e, k):
        f = e.stocks[k].figure
        return f[1] if f[0] == "n" else self.values[f"{e.number}.{k}"]

    def put(self, key, n):
        self.accounts[key] = self.accounts.get(key, 0) + n

    def batch(self, now, entries):
        for x in [x for x in self.way if x[0] == now]:
            self.way.remove(x)
            if x[2] is not None:
                self.put(x[2], x[3])
        lines = [(e, k) for e in entries for k in range(len(e.stocks))]
        for e, k in lines:
            s = e.stocks[k]
            if e.act in ("hold", "raise"):
                key = (e.holder, s.item, s.statuses, e.spot)
                self.send(e, None, key, self.number(e, k))
        taking = [(e, k) for e, k in lines if e.act in (
            "move", "disband", "destroy", "transfer", "change")]
        for e, k in taking:
            if e.stocks[k].figure[0] != "all":
                key = self.find(e, e.stocks[k])
                self.send(e, key, self.goal(e, key, e.holder),
                          self.number(e, k))
        before = dict(self.accounts)
        for e, k in taking:
            s = e.stocks[k]
            if s.figure[0] == "all":
                for key, n in before.items():
                    own = e.holder[1][0]
                    if key[0][0] == "names" and len(key[0][1]) == 1 and (
                            key[0][1][0] + "/").startswith(own + "/") \
                            and is_below(key[1], s.item) \
                            and key[3] == e.spot:
                        self.send(e, key, self.goal(e, key, key[0]), n)
        for e, k in lines:
            if e.act == "recount":
                self.accounts[self.find(e, e.stocks[k])] = self.number(e, k)
        if any(n < 0 for n in self.accounts.values()):
            raise Impossible("an account below zero")

    def find(self, e, s):
        """The account itself, or else the one that holds it."""
        need = set(s.statuses) | ({e.change[0]} if e.change else set())
        fits = [k for k in self.accounts if k[1] == s.item and k[3] == e.spot
                and need <= set(k[2])]
        own = [k for k in fits if k[0] == e.holder]
        exact = [k for k in own if set(k[2]) == need]
        if exact or own:
            return (exact or own)[0]
        name = e.holder[1][0]
        while "/" in name:
            name = name.rsplit("/", 1)[0]
            for k in fits:
                if k[0] == ("names", (name,)):
                    return k
        for k in fits:
            if k[0][0] == "names" and len(k[0][1]) > 1 and any(
                    (e.holder[1][0] + "/").startswith(n + "/")
                    for n in k[0][1]):
                return k
        return [k for k in fits if k[0][0] == "side"][0]

    def goal(self, e, key, holder):
        if e.act in ("disband", "destroy"):
            return None
        if e.act == "move":
            return (holder,) + key[1:3] + (e.to,)
        if e.act == "transfer":
            return (e.to,) + key[1:]
        return (holder, key[1], tuple(sorted(
            set(key[2]) - {e.change[0]} | {e.change[1]})), key[3])

    def send(self, e, source, to, n):
        if source is not None:
            self.put(source, -n)
        if e.when[0] == "span":
            self.way.append((closing(e.when), source, to, n, "span"))
        elif e.arrives:
            self.way.append((opening(e.arrives), source, to, n, "way"))
        elif to is not None:
            self.put(to, n)


class Thing:
    """A piece of force of which all is known."""

    def __init__(self, name, led, node, item, answers, statuses, cell, abroad,
                 way=None):
        self.name, self.led, self.node, self.item = name, led, node, item
        self.answers, self.statuses = answers, statuses
        self.cell, self.abroad, self.way = cell, abroad, way
        self.spot = None


def pick(rng, case, claims, holder, item, statuses, spot, way=None):
    """A thing that this account may consist of."""
    name = rng.choice(holder_names(case, holder))
    led = name in claims and rng.random() < 0.5
    node = rng.choice([i for i in case.items if is_below(i, item)])
    have = set(statuses)
    for values in case.families.values():
        if not have & set(values):
            have.add(rng.choice(values))
    cell = rng.choice(sorted(case.places.spot(spot), key=repr))
    thing = Thing(name, led, node, item, {}, have, cell, None, way)
    thing.spot = spot
    return thing


class Question:
    """A measure, asked of things."""

    def __init__(self, case, rng, claims, names, side, line_items, stated,
                 place):
        self.case, self.rng, self.claims = case, rng, claims
        self.names, self.side = names, side
        self.items, self.stated_ = line_items, stated
        self.region = case.places.region(place)

    def takes(self, thing):
        return self.who(thing) and self.what(thing) and self.where(thing) \
            and all(self.state(thing, s) for s in self.stated_)

    def who(self, x):
        return self.names is None or x.name in self.names or (
            x.led and self.claims.get(x.name) == self.side)

    def what(self, x):
        if self.items[0] == "less":
            return is_below(x.node, self.items[1]) \
                and not is_below(x.node, self.items[2])
        if not any(is_below(x.node, i) for i in self.items[1]):
            return False
        for test in self.items[2] if len(self.items) > 2 else ():
            if test not in x.answers:
                x.answers[test] = self.rng.choice(sorted(
                    test_answers(self.case, x.item, test)))
            if not x.answers[test]:
                return False
        return True

    def where(self, x):
        if x.way is None:
            return x.cell in self.region
        places = self.case.places
        here, there = places.spot(x.way[0]), places.spot(x.way[1])
        if here <= self.region and there <= self.region:
            return True
        if there & self.region or not here & self.region and \
                places.between(*x.way) & self.region:
            key = ("way", self.region)
            if key not in x.answers:
                x.answers[key] = self.rng.random() < 0.5
            return x.answers[key]
        return False

    def state(self, x, stated):
        mode, names = stated
        return (all if mode == "and" else any)(
            self.is_abroad(x) == (n == "stationed")
            if n in ("stationed", "own") else n in x.statuses
            for n in names)

    def is_abroad(self, x):
        if x.abroad is None:
            places = self.case.places
            zone = self.case.parties[x.name].territory
            torn = places.disputed()
            cell = x.cell
            if x.spot is not None:      # asked alone: it may be elsewhere
                cell = self.rng.choice(sorted(places.spot(x.spot), key=repr))
            free = zone is None or cell in torn
            if x.way is not None:
                here, there = (places.spot(s) for s in x.way)
                free = free or (here | there) & torn
            if free:
                x.abroad = self.rng.random() < 0.5
            elif x.way is not None:
                home = places.territory(zone)
                x.abroad = not there & home and not here & home or (
                    not there <= home and self.rng.random() < 0.5)
            else:
                x.abroad = cell not in places.territory(zone)
        return x.abroad


class Sampler:
    """Concrete worlds of the one book of a case, at the close of a day."""

    def __init__(self, case, as_of, seed):
        self.case, self.as_of = case, as_of
        self.rng = random.Random(f"worlds {seed} {as_of}")
        self.judge = Judge(case, as_of)
        self.book = case.books[0]
        self.t = as_of * DAY + DAY - 1
        self.ledger = [x for x in self.judge.ledgers
                       if x.basis == "estimated"][0]
        self.claims = {}
        for e in self.book.entries:
            if e.act == "claim" and opening(e.when) <= self.t:
                for side in case.sides:
                    if e.claim[1] in on_side(case, side):
                        for n in directed(case, [e.claim[0]]):
                            if n not in on_side(case, side):
                                self.claims[n] = side

    def values(self):
        """All unknowns as numbers: a corner, or a place between."""
        rng = self.rng
        world = rng.choice(self.judge.scenarios(self.ledger))[0]
        lean = rng.choice(["low", "high", "any", "any"])

        def choose(low, high):
            if low is None:
                low = -1000 if high is None else high - 1000
            if high is None:
                high = low + 1000
            if lean == "any":
                return rng.choice([low, high, low + (high - low) * rng.choice(
                    [0, 1, 1]) / 2])
            return low if lean == "low" else high
        return world.point(choose)

    def things(self, values, prefer=None):
        """[(thing, number)]: listed, and some that are not listed. PREFER
        chooses the kind of thing that a world is looked for with."""
        rng, case = self.rng, self.case
        self.prefer = prefer
        play = Play(case, self.book, values, self.t)
        out = []
        for key, n in play.accounts.items():
            out += self.parts(key, n, None)
        for _, source, to, n, how in play.way:
            if how == "way":
                out += self.parts(source, n, (source[3], to[3]))
            else:
                where = rng.choice([source, to])
                options = [self.parts(x, n, None) if x else []
                           for x in (source, to)]
                rng.shuffle(options)
                if prefer:
                    options.sort(key=lambda some: not prefer(
                        [x for x, _ in some]))
                out += options[0]
        for _ in range(rng.choice([0, 1, 3])):
            thing = self.choose(self.unlisted)
            if not self.closed(thing):
                out.append((thing, rng.choice([1, 1000])))
        return out

    def unlisted(self):
        name = self.rng.choice(list(self.case.parties))
        thing = pick(self.rng, self.case, self.claims, ("names", (name,)),
                     self.rng.choice(list(self.case.items)), (), None)
        thing.item = thing.node
        return thing

    def choose(self, make):
        """Any such thing, or after some tries one that is preferred."""
        thing = make()
        if self.prefer:
            for _ in range(60):
                if self.prefer([thing]):
                    break
                thing = make()
        return thing

    def parts(self, key, n, way):
        """An account as one thing, or as two."""
        cut = 0 if self.prefer else self.rng.choice([0, 0, n // 2])
        return [(self.choose(lambda: pick(self.rng, self.case, self.claims,
                                          *key, way)), x)
                for x in (cut, n - cut) if x]

    def closed(self, thing):
        """Does a complete of the book say that there are none such?"""
        for e in self.book.entries:
            if e.act == "complete" and opening(e.when) <= self.t:
                q = self.question(e.holder, ("sum", e.complete_for, ()),
                                  (("and", e.complete_stated),), e.spot)
                if q.takes(thing):
                    return True
        return False

    def question(self, holder, items, stated, spot):
        side = holder[1] if holder[0] == "side" else None
        return Question(self.case, self.rng, self.claims,
                        frozenset(holder_names(self.case, holder)), side,
                        items, stated, [spot] if spot else None)

    def totals_today(self):
        return any(e.act == "total" and day_of(e.when) == self.as_of
                   for e in self.book.entries)

    def totals_hold(self, things, values):
        """On this day; among rivals one is enough."""
        groups = {}
        for e in self.book.entries:
            if e.act == "total" and day_of(e.when) == self.as_of:
                for k, s in enumerate(e.stocks):
                    f = s.figure
                    want = f[1] if f[0] == "n" else values[f"{e.number}.{k}"]
                    groups.setdefault((e.holder, s, e.spot)[::2] + (
                        s.item, s.statuses), []).append((e, s, want))
        for group in groups.values():
            e, s, _ = group[0]
            q = self.question(e.holder, ("sum", (s.item,), ()),
                              (("and", s.statuses),), e.spot)
            there = sum(n for x, n in things if q.takes(x))
            if there not in [want for _, _, want in group]:
                return False
        return True


def measure_of(case, sampler, clause, line, names, side, things):
    """M less what is not counted, in one world."""
    def ask(names, side, items, stated, place):
        return Question(case, sampler.rng, sampler.claims, names, side, items,
                        stated, place)
    main = ask(names, side, line.items, line.stated, line.place)
    inside = [(x, n) for x, n in things if main.takes(x)]
    left = 0
    for w in clause.without:
        who = subjects(case, w.whom)[0] if w.whom else (None, None, None)
        q = ask(who[1], who[2], w.items, (w.stated,) if w.stated else (),
                w.place)
        x = [(thing, n) for thing, n in inside if q.takes(thing)]
        if w.cap is None:
            inside = [(t, n) for t, n in inside
                      if not any(t is u for u, _ in x)]
        else:
            left += min(w.cap, sum(n for _, n in x))
    return sum(n for _, n in inside) - left


def keeps(relation, m, figure):
    return {"at most": m <= figure, "no": m <= figure,
            "at least": m >= figure, "exactly": m == figure}[relation]


def check(case, seed, rows, as_of, rounds=60):
    """What is wrong with the limit rows of a case with one analyst's book."""
    sampler = Sampler(case, as_of, seed)
    worlds = []
    for _ in range(rounds * 6):
        values = sampler.values()
        things = sampler.things(values)
        if sampler.totals_hold(things, values):
            worlds.append(things)
        if len(worlds) == rounds:
            break
    out = []
    for _, clause in case.clauses():
        if clause.kind != "limit":
            continue
        for number, line in lines_of(clause):
            if isinstance(line, Ban):
                continue
            for subject, names, side in subjects(case, line.whom):
                found = [r for r in rows if r.id == clause.id
                         and r.line == number and r.subject == subject
                         and r.basis == "estimated"]
                if found and not found[0].vague:
                    out += one_row(case, sampler, clause, line, names, side,
                                   worlds, found[0])
    return out


def one_row(case, sampler, clause, line, names, side, worlds, row):
    """Complaints about one row."""
    def measured(things):
        return measure_of(case, sampler, clause, line, names, side, things)
    seen = {measured(things) for things in worlds}
    if row.verdict == "undetermined" and line.relation != "exactly":
        seen |= set(looked_for(sampler, measured, line))
    out = [f"{row.key}: a world with {m}, outside {row.low}..{row.high}"
           for m in seen if m < row.low
           or (row.high is not None and m > row.high)]
    verdicts = {keeps(line.relation, m, line.figure) for m in seen}
    if row.verdict == "kept" and False in verdicts:
        out.append(f"{row.key}: kept, but not in all worlds")
    if row.verdict == "broken" and True in verdicts:
        out.append(f"{row.key}: broken, but not in all worlds")
    if row.verdict == "undetermined" and len(verdicts) == 1 and worlds \
            and line.relation != "exactly" and not sampler.totals_today():
        out.append(f"{row.key}: undetermined, but all worlds agree: "
                   f"{min(seen)}..{max(seen)} of {row.low}..{row.high}, "
                   f"{line.relation} {line.figure}")
    return out


def looked_for(sampler, measured, line, tries=60):
    """Measures of worlds made to disagree: some in which everything that may
    be out is out, some in which everything that may be in is in."""
    got = []
    for k in range(tries):
        want = k % 2 == 0

        def prefer(things):
            return (measured([(x, 1000) for x in things]) > 0) == want
        values = sampler.values()
        things = sampler.things(values, prefer)
        if sampler.totals_hold(things, values):
            got.append(measured(things))
        if len({keeps(line.relation, m, line.figure) for m in got}) == 2:
            break
    return got


def fits(case):
    """Cases that the trivial evaluator is for: one analyst's book."""
    return len(case.books) == 1 and case.books[0].keeper == "analyst" \
        and not case.contradiction \
        and not any(c.kind == "exception" for _, c in case.clauses())


