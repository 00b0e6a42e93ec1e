"""Concrete worlds that last: every unknown a number, every event of one kind,
holder, day, place and size; conditions true or false, exceptions open or not.

A trivial evaluator of limits and quotas, with their conditions and exceptions,
for cases with one analyst's book without observations. It follows one world
from its first day to the day of the answer; definite verdicts (of the twin, or
of the program) must be those of each world.
"""
import random

from concrete import Impossible, Sampler, keeps, measure_of
from limits import Line, in_force, lines_of
from model import DAY, Ban, Count, day_of, holder_names, is_below, \
    opening, subjects
from times import changes, later, period_of, calendar


class Told:
    """An event of which all is known."""

    def __init__(self, story, e):
        rng, case = story.rng, story.case
        self.start = e.when if e.when[0] != "span" else (
            "day", rng.randint(*e.when[1:]))
        self.end = (day_of(self.start) + 1) * DAY if e.until is None \
            else (e.until + 1) * DAY
        self.kind = rng.choice([k for k in case.events
                                if is_below(k, e.event)])
        names = holder_names(case, e.holder)
        self.names = set(names) if e.holder[0] == "names" \
            else {rng.choice(names)}
        self.cell = rng.choice(sorted(case.places.spot(e.spot), key=repr))
        self.sizes = [(rng.choice([i for i in case.items
                                   if is_below(i, s.item)]),
                       self.number(rng, s.figure)) for s in e.stocks]
        self.any_size = rng.choice([0, 1000])
        self.lead = self.how_long(story, e)

    @staticmethod
    def number(rng, f):
        return f[1] if f[0] == "n" else rng.choice(
            [f[1], f[2] if f[0] == "range" else f[1] + 1000])

    def how_long(self, story, e):
        """Days between the telling and the start; below zero: not told."""
        told = [day_of(self.start) - day_of(when) for when, under in
                e.notified if under is None and day_of(when) <= story.as_of]
        if told:
            return max(told)
        silent = e.not_notified and e.not_notified_under is None
        for book in story.case.books:
            for c in book.covers:
                whom = {n for _, ns, _ in subjects(story.case, c.whom)
                        for n in ns}
                if c.kind == "notices" and self.names & whom \
                        and c.first <= day_of(self.start) <= c.last:
                    silent = True
        return -1 if silent else story.rng.choice([-1, 1000])

    def goes_on(self, t):
        return opening(self.start) <= t < self.end

    def is_of(self, event, size, names, region):
        return is_below(self.kind, event) and bool(self.names & names) \
            and self.cell in region and self.has(size)

    def has(self, size):
        """Is it of this size? The parts below the item are added."""
        if size is None:
            return True
        how, n, item = size
        near = [x for i, x in self.sizes
                if is_below(i, item) or is_below(item, i)]
        total = sum(x for i, x in self.sizes if is_below(i, item))
        if not near:
            total = self.any_size
        return {"more than": total > n, "at least": total >= n,
                "at most": total <= n, "less than": total < n}[how]


class Story:
    def __init__(self, case, as_of, seed):
        self.case, self.as_of = case, as_of
        self.rng = random.Random(f"story {seed} {as_of}")
        self.sampler = Sampler(case, as_of, f"story {seed}")
        self.moments = changes(self.sampler.judge)
        self.articles = {c.id: (a, c) for a, c in case.clauses()}
        self.last = (as_of + 1) * DAY - 1

    def begin(self):
        """Another world."""
        self.values = self.sampler.values()
        self.memory = {}
        self.events = [Told(self, e) for e in self.case.books[0].entries
                       if e.act == "event" and day_of(e.when) <= self.as_of]

    def things(self, t):
        if ("things", t) not in self.memory:
            self.sampler.t = t
            self.memory["things", t] = self.sampler.things(self.values)
        return self.memory["things", t]

    # -- facts

    def measure(self, line, names, side, without, t):
        holder = type("Clause", (), {"without": without})
        return measure_of(self.case, self.sampler, holder, line, names, side,
                          self.things(t))

    def consents(self, name, kind, id, t):
        return any(e.act == "consent" and name in e.who
                   and e.to_clause == (kind, id) and opening(e.when) <= t
                   and (e.until is None or t < (e.until + 1) * DAY)
                   for e in self.case.books[0].entries)

    def is_so(self, clause, f, row, t):
        if f[0] == "there":
            m = f[1]
            _, names, side = subjects(self.case, m.whom)[0]
            n, items = m.terms[0]
            line = Line(1, m.relation, n or 0, items, m.whom,
                        (m.stated,) if m.stated else (), m.place)
            return keeps(m.relation, self.measure(line, names, side, [], t),
                         n or 0)
        if f[0] == "kept":
            return "broken" not in self.verdicts(f[1], t)
        if f[0] == "agreed":
            return all(self.consents(n, clause.kind, clause.id, t)
                       for n in f[1])
        if f[0] == "state":
            name = f[1] or row[0][1][0]
            said = None
            for e in sorted(self.case.books[0].entries,
                            key=lambda e: opening(e.when)):
                if e.act == "state" and e.state[0] == name \
                        and opening(e.when) <= t:
                    said = e.state[1]
            return said == f[2]
        return any(is_below(e.kind, f[1]) and e.names & row[1]
                   and e.goes_on(t) and e.lead >= f[2] for e in self.events)

    def is_bound(self, article, clause, row, t):
        if not in_force(self.case, article, clause, t):
            return False
        return all(self.is_so(clause, c.fact, row, t) != (c.word == "unless")
                   for c in article.conditions + clause.conditions)

    # -- rows

    def own(self, clause, line, row, t, figure=None, more=()):
        """(is it kept, the measure) of the words of the clause alone."""
        _, names, side = row
        if isinstance(line, Ban):
            region = self.case.places.region(line.place)
            n = sum(e.goes_on(t) and e.is_of(line.event, line.size, names,
                                             region) for e in self.events)
            return n == 0
        if isinstance(line, Count):
            return self.count(clause, line, row, t) <= (
                line.figure if figure is None else figure)
        m = self.measure(line, names, side, clause.without + list(more), t)
        return keeps(line.relation, m,
                     line.figure if figure is None else figure)

    def count(self, clause, line, row, t):
        article = self.articles[clause.id][0]
        region = self.case.places.region(line.place)
        n = 0
        for e in self.events:
            if not e.is_of(line.event, line.size, row[1], region):
                continue
            if line.period is None or line.period[0] == "at once":
                n += e.goes_on(t)
                continue
            first, last = period_of(line.period, t // DAY)
            n += opening(e.start) <= t \
                and first <= day_of(e.start) <= last \
                and self.is_bound(article, clause, row, opening(e.start))
        return n

    def verdicts(self, id, t):
        """The verdicts of all rows of a clause."""
        article, clause = self.articles[id]
        return [self.verdict(article, clause, number, line, row, t)
                for number, line in lines_of(clause)
                for row in subjects(self.case, line.whom)]

    def verdict(self, article, clause, number, line, row, t):
        key = (clause.id, number, row[0], t)
        if key not in self.memory:
            self.memory[key] = self.find(article, clause, line, row, t)
        return self.memory[key]

    def find(self, article, clause, line, row, t):
        if not self.is_bound(article, clause, row, t):
            return "not_in_force"
        there = [x for a, x in self.bending(clause, line, row)
                 if self.is_open(a, x, article, clause, line, row, t)]
        first = [x for x in there if not any(
            x.id in self.all_over(o) for o in there)]
        if len(first) > 1:
            raise Impossible("which of them?")
        if not first:
            good = self.own(clause, line, row, t)
        else:
            good = self.as_bent(first[0], clause, line, row, t)
        return "kept" if good else "broken"

    def all_over(self, x):
        return {i for o in x.over for i in
                {o} | self.all_over(self.articles[o][1])}

    def bending(self, clause, line, row):
        from exceptions import bend
        home = self.articles[clause.id][0]
        for a, x in self.case.clauses():
            if x.kind == "exception" and (
                    (clause.kind, clause.id) in x.targets
                    or ("article", home.id) in x.targets):
                if bend(self.case, a, x, line, row[1], isinstance(
                        line, Line) and line.share):
                    yield a, x

    def as_bent(self, x, clause, line, row, t):
        from exceptions import bend
        b = bend(self.case, None, x, line, row[1],
                 isinstance(line, Line) and line.share)
        return b.lifts or self.own(clause, line, row, t, b.figure, x.without)

    # -- is an exception open?

    def could(self, a, x, row, t):
        asked = [n for _, c in self.case.clauses() if c.kind == "consent"
                 and c.needs == ("exception", x.id) for n in c.consenters]
        return self.is_bound(a, x, row, t) and all(
            self.consents(n, "exception", x.id, t) for n in asked)

    def is_open(self, a, x, article, clause, line, row, t):
        """Goes through all moments: when did uses begin and end?"""
        if not x.use and not x.once:
            return self.could(a, x, row, t)
        begins, ends, stuck = [], None, False
        moments = sorted({m for m in self.moments if m <= t} | {t})
        k = 0
        while k < len(moments):
            m = moments[k]
            k += 1
            can = self.could(a, x, row, m)
            bad = self.is_bound(article, clause, row, m) \
                and not self.own(clause, line, row, m)
            if ends is not None and m >= ends:      # its time has passed
                ends, stuck = None, True
            elif begins and begins[-1][1] is None and (
                    not can or (not x.use and not bad)):
                ends = None
                begins[-1] = (begins[-1][0], m)
            if ends is None and begins and begins[-1][1] is None and stuck:
                begins[-1] = (begins[-1][0], m)
            runs = bool(begins) and begins[-1][1] is None
            stuck = stuck and bad
            free = not runs and not stuck and self.may_again(x, begins, m)
            if free and can and bad:
                begins.append((m, None))
                runs = True
                if x.use:
                    ends = later(m, *x.use)
                    self.wake(moments, ends, t, k)
                if x.once:
                    self.wake(moments, self.next_time(x, m), t, k)
            is_open = can and (runs or free)
        return is_open

    @staticmethod
    def wake(moments, at, t, k):
        if at <= t and at not in moments:
            moments[k:] = sorted(moments[k:] + [at])

    @staticmethod
    def next_time(x, begun):
        if x.once[0] == "calendar":
            return (calendar(begun // DAY, 1, x.once[1])[1] + 1) * DAY
        return later(begun, 1, x.once[1])

    def may_again(self, x, begins, m):
        return not x.once or not begins \
            or m >= self.next_time(x, begins[-1][0])


# ---- checking --------------------------------------------------------------

def fits(case):
    acts = {e.act for b in case.books for e in b.entries}
    return len(case.books) == 1 and case.books[0].keeper == "analyst" \
        and not case.contradiction \
        and not acts & {"observe", "inspect", "claim", "total"} \
        and not any(isinstance(x, Count) and x.relation == "at least"
                    for _, c in case.clauses() for x in c.lines)


def check(case, seed, verdicts, as_of, rounds=12):
    """VERDICTS: {(id, line, subject): verdict} on what the book estimates.
    What is wrong with them, as a list."""
    story, out = Story(case, as_of, seed), set()
    for _ in range(rounds):
        story.begin()
        for article, clause in case.clauses():
            if clause.kind not in ("limit", "quota"):
                continue
            for number, line in lines_of(clause):
                for row in subjects(case, line.whom):
                    said = verdicts.get((clause.id, number, row[0]))
                    if said not in ("kept", "broken", "not_in_force"):
                        continue
                    try:
                        is_so = story.verdict(article, clause, number, line,
                                              row, story.last)
                    except Impossible:
                        continue
                    if is_so != said and not (
                            said == "kept" and is_so == "not_in_force"):
                        out.add(f"{clause.id} {number} {row[0]}: {said}, "
                                f"but {is_so} in a world")
    return sorted(out)


def of_twin(rows):
    """Verdicts of the twin to check: not those of a breach earlier on."""
    return {(r.id, r.line, r.subject): r.verdict for r in rows
            if r.basis == "combined" and not (
                r.verdict == "broken" and "reason" in r.vague)}
