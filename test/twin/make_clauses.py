"""Random clauses for cases.py, with figures near what the books say."""
from judge import Judge
from limits import left_out, lines_of, predicate
from model import DAY, Ban, Clause, Covers, Deed, Entry, Measure, Stock, \
    Which, Without, day_of, holder_names, subjects
from steps import Step, all_steps

RELATIONS = ("at most", "at most", "at most", "at least", "at least",
             "exactly", "no")


class Drafter:
    def __init__(self, rng, case, force, first, last):
        self.rng, self.case, self.force = rng, case, force
        self.first, self.last = first, last
        self.arrives = any(e.arrives for b in case.books for e in b.entries)

    # -- phrases

    def whom(self, mine=None):
        rng, case = self.rng, self.case
        bound = [p.name for p in case.parties.values() if p.kind == "party"]
        actors = [p.name for p in case.parties.values()
                  if p.kind in ("party", "formation")]
        kind = mine or rng.choice(["party", "party", "sum", "side", "side",
                                   "each party", "each side", "on",
                                   "all parties", "formation"])
        if kind in ("sum", "all parties", "on") and len(bound) < 2:
            kind = "party"
        if kind == "sum":
            return ("sum", tuple(rng.sample(actors, 2)))
        if kind == "side":
            return ("side", rng.choice(list(case.sides)))
        if kind == "each side":
            return ("each side",)
        if kind == "each party":
            return ("each party", None, ())
        if kind == "on":
            side = case.parties[rng.choice(bound)].on
            others = [n for n in bound if case.parties[n].on == side]
            spared = (rng.choice(others),) if len(others) > 1 \
                and rng.random() < 0.4 else ()
            return ("each party", side, spared)
        if kind == "all parties":
            spared = (rng.choice(bound),) if len(bound) > 2 \
                and rng.random() < 0.5 else ()
            return ("all parties", spared)
        return ("party", rng.choice(actors if kind == "formation" else bound))

    def words(self):
        rng, zones = self.rng, list(self.case.places.zones)
        roll = rng.random()
        boxes = zones[:self.case.places.boxes]
        if roll < 0.15:
            a, b = rng.sample(boxes, 2)
            return (a, "+", b)
        if roll < 0.2 and "near" in zones:
            return ("near", "-", rng.choice(boxes))
        if roll < 0.25:
            return ("pair", "&", rng.choice(boxes))
        return (rng.choice(zones),)

    def place(self):
        rng = self.rng
        boxes = list(self.case.places.zones)[:self.case.places.boxes]
        roll = rng.random()
        if roll < 0.08:
            return None
        if roll < 0.2:
            return [("outside", self.words())]
        if roll < 0.32:
            return [(rng.choice(["within", "beyond"]), 60,
                     (rng.choice(boxes),))]
        if roll < 0.42 and not self.arrives:
            names = rng.sample(list(self.case.places.sites),
                               rng.choice([1, 1, 2]))
            return [("at", tuple(names))]
        out = [("in", self.words())]
        if roll > 0.92:
            out.append((rng.choice(["in", "outside"]), (rng.choice(boxes),)))
        return out

    def stated(self, form):
        rng = self.rng
        if form in ("stationed", "own"):
            return ("and", (form,))
        if form == "none" or not self.case.families:
            return None
        values = rng.choice(list(self.case.families.values()))
        if form == "or":
            return ("or", tuple(rng.sample(values, 2)))
        if len(self.case.families) > 1 and rng.random() < 0.3:
            return ("and", tuple(rng.choice(v) for v in
                                 self.case.families.values()))
        return ("and", (rng.choice(values),))

    def items(self, form="one"):
        rng, names = self.rng, list(self.case.items)
        if form == "tests":
            tests = [("range", rng.choice([">=", ">", "<", "<="]),
                      rng.choice([300, 90, 500, 450])),
                     ("nuclear-capable", "flag", None)]
            stated = {a for i in self.case.items.values() for a in i.attrs}
            tests = [t for t in tests if t[0] in stated]
            some = rng.sample(tests, min(len(tests), rng.choice([1, 1, 2])))
            tops = [n for n in names if "launcher" in n] or names
            return ("sum", (rng.choice(tops),), tuple(some))
        if form == "sum":
            return ("sum", tuple(rng.sample(names, 2)), ())
        if form == "less":
            under = [n for n in names if "." in n]
            if under:
                low = rng.choice(under)
                return ("less", low.split(".")[0], low)
        return ("sum", (rng.choice(names),), ())

    def a_move(self, acts=("move",)):
        """(book, entry) of a movement of one holder, or None."""
        found = [(b, e) for b in self.case.books for e in b.entries
                 if e.act in acts and e.when[0] != "span"
                 and (e.holder[0] == "side" or len(e.holder[1]) == 1)
                 and (b.keeper not in self.case.parties
                      or holder_names(self.case, e.holder) == (b.keeper,))]
        return self.rng.choice(found)[1] if found else None

    def whom_of(self, entry):
        """A whom that takes in the holder of an entry."""
        rng, case = self.rng, self.case
        name = holder_names(case, entry.holder)[0]
        p = case.parties[name]
        if entry.holder[0] == "side":
            return rng.choice([entry.holder, ("each side",)])
        options = [("party", name)]
        if p.on:
            options += [("side", p.on), ("each side",)]
        if p.kind == "party":
            options += [("each party", None, ()), ("each party", p.on, ())]
        return rng.choice(options)

    def zones_with(self, spot, without=None):
        """Zones that surely hold SPOT, and nothing of the other spot."""
        places = self.case.places
        return [z for z in places.zones
                if places.spot(spot) <= places.part(("in", (z,)))
                and not (without and places.spot(without)
                         & places.part(("in", (z,))))]

    # -- limits

    def limit(self, id, form, status):
        rng = self.rng
        relation = rng.choice(RELATIONS)
        what = "one"
        if form in ("at most", "at least", "exactly", "no"):
            relation = form
        elif form == "no-two":
            relation = "no"
        elif form in ("sum", "less", "tests"):
            what = form
        terms = [(1, self.items(what))]
        if form in ("several", "no-two"):
            terms = [(1, ("sum", (n,), ())) for n in
                     rng.sample(list(self.case.items), 2)]
        if relation == "no":
            terms = [(None, items) for _, items in terms]
        if what == "sum" and relation == "no":
            relation, terms = "at most", [(1, terms[0][1])]
        m = Measure(relation, terms, self.whom(), self.stated(status),
                    self.place())
        clause = Clause("limit", id, f"Limit {id}", lines=[m])
        if form in ("which", "which-bare"):
            self.which(m, form)
        if form in ("without", "without-cap"):
            self.without(clause, m, form)
        return clause

    def close(self, clause):
        """Says in some book, early, that what is listed is all that the
        clause asks for: else nearly all would be open above."""
        rng, case = self.rng, self.case
        for m in clause.lines:
            subject, names, side = rng.choice(subjects(case, m.whom))
            holder = ("side", side) if side else (
                "names", tuple(sorted(names)))
            tops = sorted({i.split(".")[0] for _, items in m.terms
                           for i in (items[1] if items[0] == "sum"
                                     else items[1:2])})
            spot = None
            if m.place and m.place[0][0] == "in" and rng.random() < 0.6:
                spot = ("in", m.place[0][1])
            for book in case.books:
                if rng.random() < 0.25:
                    continue
                mine = holder
                if book.keeper in case.parties:
                    if book.keeper not in names:
                        continue
                    mine = ("names", (book.keeper,))
                book.entries.append(Entry(
                    ("day", self.first + rng.choice([0, 0, 2, 6])),
                    "complete", mine, spot, complete_for=tuple(tops)))

    def which(self, m, form):
        rng = self.rng
        if m.relation == "no":
            m.relation, m.terms = "at most", [(1, m.terms[0][1])]
        stated = self.stated(rng.choice(["none", "and"]))
        boxes = list(self.case.places.zones)[:self.case.places.boxes]
        place = [("in", (rng.choice(boxes),))]
        if stated is None or rng.random() < 0.3:
            m.which.append(Which("at most", [], None, place))
        else:
            m.which.append(Which("at most", [], stated, rng.choice(
                [None, None, place])))
        m.which[0].terms = [(1, None if form == "which-bare" else
                             self.items())]
        if form == "which" and rng.random() < 0.2:
            m.which[0].terms.append((1, self.items()))

    def without(self, clause, m, form):
        rng = self.rng
        items = m.terms[0][1]
        if items[0] == "less" or rng.random() < 0.3:
            items = self.items()
        x = Without(items[:2] + ((),) if items[0] == "sum" else items)
        x.stated = self.stated(rng.choice(["and", "and", "none"]))
        if x.stated is None:
            boxes = list(self.case.places.zones)[:self.case.places.boxes]
            x.place = [("in", (rng.choice(boxes),))]
        if m.whom[0] in ("party", "side") and rng.random() < 0.3:
            x.whom = m.whom
        if form == "without-cap":
            x.cap = rng.randint(1, 30)
        clause.without.append(x)

    def sightings(self, clause, book, graded):
        """Observations that count, or nearly, for the first line."""
        rng, case = self.rng, self.case
        line = lines_of(clause)[0][1]
        places = case.places
        region = places.region(line.place)
        spots = [("at", (s,)) for s in places.sites
                 if places.spot(("at", (s,))) & region]
        _, names, _ = rng.choice(subjects(case, line.whom))
        names = sorted(n for n in names)
        have = [n for _, ns in line.stated for n in ns
                if n not in ("stationed", "own")]
        if not spots:
            return
        for _ in range(rng.randint(1, 3)):
            item = rng.choice(line.items[1]) if line.items[0] == "sum" \
                else line.items[1]
            e = Entry(("day", rng.randint(day_of(case.force), self.last)),
                      "observe", ("names", (rng.choice(names),)),
                      rng.choice(spots))
            if rng.random() < 0.2 and len(names) > 1:
                e.holder = ("or", tuple(rng.sample(names, 2)))
            e.stocks = [Stock(item, rng.choice([
                ("n", rng.randint(1, 120)), ("least", rng.randint(1, 90))]),
                tuple(have[:1]))]
            if graded:
                e.grade = rng.choice(["A1", "B2", "B1", "C3", None])
            book.entries.append(e)

    def figures(self, clause):
        """Figures near the ends of what some book says on some day."""
        case, rng = self.case, self.rng
        judge = Judge(case, self.last)
        lines = dict(lines_of(clause))
        without = left_out(case, clause)

        def near(line):
            subject, names, side = rng.choice(subjects(case, line.whom))
            main = predicate(case, names, side, line.items, line.stated,
                             line.place)
            t = rng.randint(self.first, self.last) * DAY + DAY - 1
            found = [judge.reading(x, t, main, without)
                     for x in judge.ledgers]
            ends = [e for r in found for e in (r.low, r.high)
                    if e is not None] or [0]
            n = rng.choice(ends) + rng.choice([-1, 0, 0, 1, 5, 20])
            n = max(0, int(n))
            return n
        number = 0
        for m in clause.lines:
            for k, (n, items) in enumerate(m.terms):
                number += 1
                if n is not None:
                    m.terms[k] = (near(lines[number]), items)
            for sub in m.which:
                for k, (n, items) in enumerate(sub.terms):
                    number += 1
                    sub.terms[k] = (near(lines[number]), items)

    def ban(self, id):
        rng = self.rng
        size = None
        if rng.random() < 0.8:
            size = (rng.choice(["more than", "at least"]),
                    rng.randint(5, 60), rng.choice(list(self.case.items)))
        place = self.place()
        if place and place[0][0] == "at" and len(place) > 1:
            place = place[:1]
        return Clause("limit", id, f"Ban {id}", lines=[Ban(
            rng.choice(self.case.events), size, self.whom(), place)])

    # -- notices

    def notice(self, id, form):
        rng, case = self.rng, self.case
        sizes = [int(s.figure[1]) for b in case.books for e in b.entries
                 for s in e.stocks if e.act in ("move", "event")
                 and s.figure[0] != "all"] or [10]
        whom = self.whom(rng.choice(["party", "side", "each party",
                                     "each side", "on", "sum"]))
        c = Clause("notice", id, f"Notice {id}", kinds=("movement",),
                   whom=whom)
        if rng.random() < 0.85:
            parts = rng.choice([1, 1, 2])
            c.size = (rng.choice(["at least", "at least", "more than"]), [
                (max(1, rng.choice(sizes) + rng.choice([-1, 0, 0, 1])), n)
                for n in rng.sample(list(case.items), parts)])
        c.relation = rng.choice(["into", "out of", "inside",
                                 "into or inside"])
        if form in ("into", "out of", "inside", "into or inside"):
            c.relation = form
        c.place = [("in", (rng.choice(list(case.places.zones)),))]
        c.lead = ("before", rng.randint(1, 8), "days")
        move = self.a_move()
        if form != "event" and move and rng.random() < 0.8:
            c.whom = self.whom_of(move)
            zones = {"into": self.zones_with(move.to, move.spot),
                     "out of": self.zones_with(move.spot, move.to),
                     "into or inside": self.zones_with(move.to),
                     "inside": [z for z in self.zones_with(move.to)
                                if z in self.zones_with(move.spot)]}[c.relation]
            if zones:
                c.place = [("in", (rng.choice(zones),))]
            s = move.stocks[0]
            if c.size and s.figure[0] != "all":
                n = max(1, int(rng.choice(s.figure[1:])) +
                        rng.choice([-3, -1, 0, 0, 1, 6]))
                c.size = (c.size[0], [(n, s.item)] + c.size[1][1:])
        if form == "event":
            move = self.a_move(("event",))
            c.kinds = (rng.choice(case.events),)
            if move and rng.random() < 0.8:
                c.whom, c.kinds = self.whom_of(move), (move.event,)
            c.relation, c.place = None, self.place()
            if c.place and c.place[0][0] == "at":
                c.place = [("in", ("pair",))]
        elif form == "added":
            c.added_up = rng.randint(2, 8)
        elif form == "hours":
            c.lead = ("before", rng.choice([12, 24, 48, 72]), "hours")
        elif form == "after":
            c.lead = ("after", rng.randint(1, 4), "days")
        elif form == "when":
            c.lead = ("when",)
        c.advised = form == "advised"
        return c

    def tellings(self, ids):
        """Notices given of movements and events, some late, some under one
        clause only, some refused, some never spoken of."""
        rng, case = self.rng, self.case
        for book in case.books:
            for e in book.entries:
                if e.act not in ("move", "event"):
                    continue
                roll = rng.random()
                under = rng.choice(ids) if rng.random() < 0.2 else None
                if roll < 0.6:
                    told = ("day", day_of(e.when) - rng.randint(-2, 9))
                    if rng.random() < 0.1:
                        told = ("time", told[1] * DAY + 660)
                    e.notified = [(told, under)]
                    if rng.random() < 0.1:
                        e.notified.append((("day", day_of(e.when) - 5), None))
                elif roll < 0.75:
                    e.not_notified, e.not_notified_under = True, under
        if rng.random() < 0.35:
            for book in case.books:
                book.covers.append(Covers(
                    "notices", ("side", rng.choice(list(case.sides))),
                    self.first + rng.randint(-3, 6),
                    self.last - rng.randint(0, 6)))

    # -- steps

    def step(self, id, form, others):
        rng, case = self.rng, self.case
        bound = [p.name for p in case.parties.values() if p.kind == "party"]
        c = Clause("step", id, f"Step {id}")
        for _ in range(rng.choice([1, 1, 2]) if form != "monitor" else 1):
            c.deeds.append(self.good_deed(form, bound))
        if form == "other side":
            c.deeds = [self.good_deed(form, [n for n in bound if
                                             case.parties[n].on == s])
                       for s in case.sides]
            c.verifier = ("other side",)
            c.verify_within = rng.randint(1, 6)
        elif form == "monitor":
            c.verifier = ("monitor", "OSCE")
            c.verify_within = rng.choice([None, 1, 3, 6])
        elif form == "stays":
            c.stays = rng.choice(["good", 90])
            c.deeds = [d for d in c.deeds if d.verb == "withdraws"] or [
                self.good_deed("to", bound)]
        elif form == "several":
            d = self.good_deed("to", bound)
            d.terms = d.terms + [(1, ("sum", (rng.choice(
                [n for n in case.items if n != d.terms[0][1][1][0]]),), ()))]
            c.deeds = [d]
        span = rng.randint(3, 15)
        roll = rng.random()
        if form.startswith("waits") and others:
            word = form.split()[1]
            other = rng.choice(others)
            if word == "verified" and other.verifier is None:
                word = "done"
            if rng.random() < 0.5:
                c.after = ("step", other.id, word)
            else:
                c.within = (rng.randint(1, 8), ("step", other.id, word))
        elif form == "by" or roll < 0.3:
            c.by = max(self.first + span, day_of(case.force))
        elif roll < 0.7:
            c.within = (span, "force")
        elif roll < 0.85:
            c.within = (span, ("day", day_of(case.force) + rng.randint(0, 5)))
        elif roll < 0.95:
            c.first = ("day", self.first + rng.randint(1, 6))
            c.by = c.first[1] + span
        return c

    def good_deed(self, form, bound):
        """Mostly a deed of which something was done."""
        deed, surely = None, form in ("monitor", "other side")
        for _ in range(25 if surely else self.rng.choice([1, 8, 8, 8])):
            deed = self.deed(form, bound)
            if deed.verb == "reaches":
                break
            step = Step(Judge(self.case, self.last), None,
                        Clause("step", "0", deeds=[deed]), {})
            if step.anchor() <= step.last:
                low, high = step.outcome(0, step.last)["combined"][:2]
                if high is None or high > 0 and not (
                        surely and (low is None or low < 1)):
                    break
        return deed

    def deed(self, form, bound):
        rng, case = self.rng, self.case
        actor = ("party", rng.choice(bound))
        if rng.random() < 0.2:
            actor = ("side", case.parties[actor[1]].on)
        if form == "each":
            actor = rng.choice([("each side",), ("each party", None, ())])
        boxes = list(case.places.zones)[:case.places.boxes]
        source = ("in", (rng.choice(boxes + ["pair"]),))
        terms = [(1, self.items())]
        goals = None
        act = {"destroys": "destroy", "disbands": "disband"}.get(form, "move")
        seen = [x for x in (self.a_move((act,)) for _ in range(6)) if x
                and holder_names(case, x.holder)[0] in bound]
        if seen and rng.random() < 0.85:
            e = seen[0]
            if form != "each":
                actor = ("party", holder_names(case, e.holder)[0]) \
                    if e.holder[0] != "side" else e.holder
            zones = self.zones_with(e.spot, e.to if act == "move" else None)
            if zones:
                source = ("in", (rng.choice(zones),))
            terms = [(1, ("sum", (e.stocks[0].item,), ()))]
            if act == "move":
                goals = self.zones_with(e.to)
        if form in ("destroys", "disbands"):
            return Deed(actor, form, terms, place=rng.choice(
                [None, None, [source]]))
        if form == "reaches":
            m = Measure(rng.choice(["at most", "at least"]), terms, actor,
                        None, [source])
            return Deed(actor, "reaches", measure=m)
        inside = case.places.part(source)
        options = [o for o in [("in", (z,)) for z in case.places.zones]
                   if not case.places.part(o) & inside]
        if goals:
            options = [o for o in options if o[1][0] in goals] or options
        if source[1][0] in boxes + ["pair"]:
            options.append(("beyond", 60, source[1]))
        if not options:
            to = None
            return Deed(actor, "withdraws", terms, source, to)
        to = None if form == "no to" else rng.choice(options)
        return Deed(actor, "withdraws", terms, source, to)

    def step_figures(self):
        """Figures near what was done at the end."""
        rng = self.rng
        steps = all_steps(Judge(self.case, self.last))
        for step in steps.values():
            for deed in step.clause.deeds:
                terms = deed.terms or deed.measure.terms
                for n, (_, items) in enumerate(terms):
                    k = [i for i, d in enumerate(step.deeds) if d[4] is deed
                         and d[5] in (terms[n], None)][0]
                    ends = [0]
                    if step.anchor() is not None \
                            and step.anchor() <= step.last:
                        t = rng.choice(step.instants())
                        told = step.outcome(k, t)["combined"]
                        ends = [e for e in told[:2] if e is not None] or [0]
                    want = max(1, int(rng.choice(ends) +
                                      rng.choice([-3, -1, 0, 0, 1, 6])))
                    if step.clause.verifier and rng.random() < 0.8:
                        want = max(1, int(min(ends)))
                    terms[n] = (want, items)
            # the deeds hold their terms: look them up anew
            steps = all_steps(Judge(self.case, self.last))

    def verifications(self):
        rng, case = self.rng, self.case
        book = case.books[-1]
        for id in [c.id for _, c in case.clauses() if c.kind == "step"]:
            step = all_steps(Judge(case, self.last))[id]
            done = step.all_done()
            for subject, names in step.verifiers():
                if rng.random() < 0.2:
                    book.covers.append(Covers(
                        "verifications", ("party", subject[1][0])
                        if subject[0] == "party" else subject[:1] +
                        (subject[1][0],), self.first - 5, self.last + 30))
                if done is None or rng.random() < 0.25:
                    continue
                day = done // DAY + rng.randint(0, 7)
                if day <= self.last + 3:
                    by = rng.choice(sorted(n for n in names
                                           if n in case.parties))
                    book.entries.append(Entry(("day", day), "verified",
                                              step=id, by=by))
        if rng.random() < 0.1:
            book.entries.append(Entry(
                ("day", self.last), "done", step=step.clause.id,
                by=sorted(n for n in case.parties)[0]))
