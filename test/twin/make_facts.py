"""Random conditions, and the entries that they hang on."""
from model import Clause, Condition, Covers, Entry, Measure, day_of, \
    holder_names, subjects

STATES = ("belligerent", "neutral")


class Facts:
    """Makes conditions for clauses of a case, and tells what they need."""

    def __init__(self, draft):
        self.draft, self.rng, self.case = draft, draft.rng, draft.case
        self.first, self.last = draft.first, draft.last

    def day(self, early=False):
        return ("day", self.rng.randint(self.first, self.last - 6 if early
                                        else self.last))

    def bound(self):
        return [p.name for p in self.case.parties.values()
                if p.kind == "party"]

    def book(self):
        return self.rng.choice(self.case.books)

    # -- facts

    def condition(self, clause, form, earlier=()):
        """A condition of CLAUSE (which has its number and kind); EARLIER:
        limits that it may name."""
        rng = self.rng
        word = rng.choice(["when", "when", "while", "unless"])
        if form == "kept" and not earlier:
            form = "there"
        if form == "there":
            return Condition(word, ("there", self.measure(clause)))
        if form == "kept":
            return Condition(word, ("kept", rng.choice(earlier).id))
        if form in ("agreed", "with consent"):
            names = tuple(rng.sample(self.bound(), min(
                len(self.bound()), rng.choice([1, 1, 2]))))
            self.consents(names, (clause.kind, clause.id))
            return Condition(form if form == "with consent" else word,
                             ("agreed", names))
        if form in ("state", "that party"):
            name = rng.choice(self.bound())
            self.states(name)
            if form == "that party" and self.is_of_parties(clause):
                name = None
            return Condition(word, ("state", name, STATES[0]))
        return Condition(word, self.notified(clause))

    def measure(self, clause):
        """Of one subject, often one that the clause is about in another
        way; with a figure near what the books say."""
        rng, draft = self.rng, self.draft
        m = Measure(rng.choice(["at least"] * 3 + ["at most", "no"]),
                    [(1, draft.items(rng.choice(["one", "one", "sum"])))],
                    draft.whom(rng.choice(["party", "party", "side", "sum"])),
                    draft.stated(rng.choice(["none"] * 4 + ["and"])),
                    draft.place())
        old = clause.lines[0] if clause.lines else None
        if isinstance(old, Measure) and rng.random() < 0.3:
            m.terms = [(1, old.terms[0][1])]
        if isinstance(old, Measure) and rng.random() < 0.3:
            m.place = old.place
        if m.relation == "no":
            if m.terms[0][1][0] == "sum" and len(m.terms[0][1][1]) > 1:
                m.relation = "at least"
            else:
                m.terms = [(None, m.terms[0][1])]
        if not self.case.places.region(m.place):
            raise ValueError("a place that is nowhere")
        draft.figures(Clause("limit", "0", lines=[m]))
        if m.relation == "at least":
            m.terms = [(max(1, m.terms[0][0]), m.terms[0][1])]
        return m

    # -- entries

    def consents(self, names, to_clause):
        rng = self.rng
        for name in names:
            if rng.random() < 0.15:
                continue
            e = Entry(self.day(True), "consent", who=(name,),
                      to_clause=to_clause)
            if rng.random() < 0.4:
                e.until = e.when[1] + rng.randint(0, 8)
            self.book().entries.append(e)
        if len(names) > 1 and rng.random() < 0.3:
            self.book().entries.append(Entry(
                self.day(), "consent", who=tuple(names),
                to_clause=to_clause))

    def states(self, name):
        rng = self.rng
        days = rng.sample(range(self.first, self.last), rng.choice([1, 2, 2]))
        for k, day in enumerate(sorted(days)):
            self.book().entries.append(Entry(
                ("day", day), "state", state=(name, STATES[k % 2])))

    def subject_names(self, clause):
        """Those whom a row of the clause may be about."""
        whom = clause.whom or (clause.lines and clause.lines[0].whom)
        if not whom:
            return self.bound()
        found = sorted(n for _, ns, _ in subjects(self.case, whom)
                       for n in ns)
        return found or self.bound()

    def is_of_parties(self, clause):
        """Is every row of the clause that of one party?"""
        whom = clause.whom or (clause.lines and clause.lines[0].whom)
        return bool(whom) and whom[0] in ("party", "each party")

    def notified(self, clause):
        """"an exercise was notified at least N days before", and events that
        may be such."""
        rng = self.rng
        n = rng.randint(2, 8)
        kind = rng.choice(["exercise", "exercise", "exercise.alert"])
        for _ in range(rng.choice([1, 2, 2, 3])):
            e = self.event(rng.choice(["exercise", "exercise",
                                       "exercise.alert"]),
                           rng.choice(self.subject_names(clause)))
            roll = rng.random()
            start = day_of(e.when)
            if roll < 0.65:
                e.notified = [(("day", start - n + rng.choice(
                    [-3, -1, 0, 0, 1, 2])), None)]
            elif roll < 0.8:
                e.not_notified = True
        if rng.random() < 0.3:
            self.book().covers.append(Covers(
                "notices", ("side", rng.choice(list(self.case.sides))),
                self.first + rng.randint(-3, 3),
                self.last - rng.randint(0, 8)))
        return ("notified", kind, n, "day")

    def event(self, kind, name, day=None):
        rng, case = self.rng, self.case
        start = rng.randint(self.first, self.last - 2) if day is None else day
        holder = ("names", (name,))
        others = [n for n in self.bound() if n != name]
        if others and rng.random() < 0.12:
            holder = (rng.choice(["names", "or"]),
                      tuple(sorted([name, rng.choice(others)])))
        elif rng.random() < 0.06 and case.parties[name].on:
            holder = ("side", case.parties[name].on)
        e = Entry(("day", start), "event", holder, rng.choice([
            None, ("at", (rng.choice(list(case.places.sites)),)),
            ("in", (rng.choice(list(case.places.zones)),))]), event=kind,
            until=start + rng.randint(1, 8) if rng.random() < 0.8 else None)
        if e.until is None and rng.random() < 0.25 or rng.random() < 0.06:
            e.when = ("span", start, start + rng.randint(1, 3))
            if e.until is not None:
                e.until = max(e.until, e.when[2])
        book = self.book()
        if book.keeper in case.parties and rng.random() < 0.8 \
                and holder_names(case, holder) != (book.keeper,):
            e.holder = ("names", (book.keeper,))
        book.entries.append(e)
        return e
