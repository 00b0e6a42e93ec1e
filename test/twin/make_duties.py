"""Random pacts and books of the newer kinds, as texts: make(kind, seed) is
{file name: text}, and the days worth asking about. They are read into cases by
read_rulings.py; their world is that of test/rulings/world.pact.

Day 1 is 1 March 2027; most of what is told lies in the 60 days from then on.
"""
import os
import random
from datetime import date, timedelta

HERE = os.path.dirname(os.path.abspath(__file__))
FIRST = date(2027, 3, 1)
PARTIES = ("US", "PL", "RU", "BY")
WHO = ("US", "RU", "BY", "each party", "each party", "each party on west",
       "each party on east", "each side", "side east")
MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")


def world():
    with open(os.path.join(HERE, "..", "rulings", "world.pact"),
              encoding="utf-8") as f:
        return f.read()


def block(head, *lines):
    return "\n".join([head] + ["  " + x for x in lines if x]) + "\n"


class Maker:
    """What all kinds draw from."""

    def __init__(self, kind, seed):
        self.rng = random.Random(f"{kind} {seed}")
        self.clauses, self.entries, self.covers = [], [], []
        self.times = []             # days on which something changes
        self.keeper = self.pick("observer", *PARTIES)

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, *options):
        return self.rng.choice(options)

    def n(self, a, b):
        return self.rng.randint(a, b)

    def date(self, n):
        return FIRST + timedelta(days=n - 1)

    def day(self, a=1, b=60):
        """A day as text, most of them noted as worth asking about."""
        n = self.n(a, b)
        self.times.append(n)
        return str(self.date(n))

    def moment(self, a=1, b=60, p=0.3):
        at = self.day(a, b)
        if self.chance(p):
            at += f"T{self.n(0, 23):02}:{self.pick('00', '30')}Z"
        return at

    def when(self, a=1, b=60, span=0.15, time=0.2):
        if self.chance(span):
            n = self.n(a, b)
            k = self.n(1, 4)
            self.times += [n, n + k, n + k + 1]
            return f"{self.date(n)}..{self.date(n + k)}"
        return self.moment(a, b, time)

    def clause(self, head, *lines):
        self.clauses.append(block(head, *lines))

    def entry(self, head, *lines, second=None):
        """SECOND: in the second book, or not; None: in either."""
        self.entries.append((head, lines, second))

    def span(self):
        """Lines `from` and `until` of a clause, now and then."""
        out = []
        if self.chance(0.15):
            out.append(f"from {self.day(2, 25)}")
        if self.chance(0.15):
            out.append(f"until {self.day(26, 55)}")
        return out

    def condition(self, party=True):
        """PARTY: are its lines about a party at a time?"""
        if not self.chance(0.15):
            return []
        who = self.pick("RU", "US", "that party" if party else "RU")
        return [self.pick("while", "unless") + f" {who} is belligerent"]

    def states(self):
        for who in ("RU", "US"):
            if self.chance(0.5):
                self.entry(f"{self.moment(1, 25)} state {who} belligerent")
                if self.chance(0.5):
                    self.entry(f"{self.moment(26, 60)} state {who} calm")

    def cover(self, kind, who=None):
        a = self.n(-10, 40)
        b = a + self.n(3, 60)
        self.times += [a, b, b + 1]
        self.covers.append(f"covers {kind} of {who or self.pick(*self.whoms())}"
                           f" from {self.date(a)} until {self.date(b)}")

    def whoms(self):
        return ("US", "PL", "RU", "BY", "US + PL", "RU + BY", "side east",
                "side west", "side east", "side west")

    def texts(self, declarations=(), header=()):
        """({name: text}, [day number, ...])"""
        pact = world() + "\n".join(declarations) + "\n" + block(
            'pact "Drawn"', "in force from 2027-03-01", "months clamp",
            *header) + "".join(self.clauses)
        half = [[], []]
        for head, lines, second in self.entries:
            if second is None:
                second = self.chance(0.25)
            half[second].append(block(head, *lines))
        out = {"t.pact": pact}
        for k, some in enumerate(half):
            if some or k == 0:
                covers = [c for c in self.covers if self.chance(0.5) == k
                          or len(half[1]) == 0]
                out[f"t{k}.book"] = block(
                    f'book "Book {k}"', "kept by " + (
                        "analyst" if k == 0 else self.keeper),
                    *covers) + "".join(some)
        days = sorted({d for t in self.times for d in (t, t, t + 1)
                       if 1 <= t <= 70})
        days = sorted(self.rng.sample(days, min(6, len(days))) + [75])
        return out, [self.date(d).toordinal() for d in days]


# ---- inform ----------------------------------------------------------------

def yearly(m):
    d = m.date(m.n(2, 50))
    m.times += [(d - FIRST).days + k for k in (0, 1, 2)]
    return f"{d.day} {MONTHS[d.month - 1]}"


def inform_time(m, form):
    """(the times of a line, is it after what happens?)"""
    n = m.n(1, 12)
    unit = m.pick("days", "days", "days", "hours")
    if unit == "hours":
        n *= 7
    if form == "on":
        return [f"by {yearly(m)} each year"]
    if form == "as of, by":
        return [f"as of {yearly(m)}", f"by {yearly(m)} each year"]
    if form in ("as of", "within"):
        days = [yearly(m), yearly(m)]
        both = " and ".join(dict.fromkeys(days))
    if form == "as of":
        return [f"as of {both} each year"]
    if form == "within":
        return [f"as of {both} each year",
                f"within {n} {unit} after it"]
    if form == "month":
        return [f"by day {m.pick(1, 5, 10, 15, 31)} of each month"]
    if form == "every":
        return [f"every {m.n(5, 25)} days"]
    if form == "at":
        return [f"each day by {m.n(0, 23):02}:30"]
    return [f"within {n} {unit} after {form}"]


FORMS = ("on", "as of, by", "as of", "within", "within", "month", "every",
         "at", "each exercise", "each exercise.alert", "the request",
         "the request", "each inspection", "some")


def inform(m):
    happens = set()
    for id in range(1, m.n(2, 4)):
        form = m.pick(*FORMS)
        lines, own = [], m.chance(0.2)
        some = ""
        if form == "some":
            some = f" of at most {m.n(1, 2)} exercise in a calendar month"
            form = "each exercise"
        times = inform_time(m, form)
        happens.add(form)
        for _ in range(m.pick(1, 1, 2)):
            what = "an answer" if form == "the request" else \
                "its tank" + some
            lines.append(", ".join([f"{m.pick(*WHO)}, {what}"] + (
                [] if own else times)))
        lines += [", ".join(times)] if own else []
        span = m.span() if form != "at" else [
            f"from {m.day(2, 10)}", f"until {m.day(12, 18)}"]
        m.clause(f"inform {id}", *lines, *span,
                 *m.condition("side" not in " ".join(lines)))
        if form == "the request":
            asked(m, id)
        else:
            reports(m, id)
    if happens & {"each exercise", "each exercise.alert"}:
        exercises(m)
    if "each inspection" in happens:
        for _ in range(m.n(1, 4)):
            m.entry(f"{m.when()} inspect {m.pick(*PARTIES)} by OSCE at zagan",
                    m.pick("accepted", "refused", "found 3 tank"))
    m.states()
    for _ in range(m.n(1, 4)):
        m.cover("reports")
    return m.texts()


def reports(m, id):
    for _ in range(m.n(2, 8)):
        lines = []
        n = m.n(1, 60)
        if m.chance(0.3):
            lines.append(f"as of {m.day(n - 10, n)}")
        if m.chance(0.3):
            lines.append(f"notified {m.moment(n - 2, n + 8)}")
        elif m.chance(0.1):
            lines.append("not notified")
        what = f"report {m.pick(*PARTIES)}"
        if m.keeper in PARTIES and m.chance(0.3):
            what = m.pick("report holdings", "notify exercise")
        m.entry(f"{m.when(n, n)} {what} under {id}",
                "3 tank" if what[0] == "r" else "", *lines,
                second=True if len(what) > 10 else None)


def exercises(m):
    for k in range(m.n(1, 5)):
        lines = []
        if m.chance(0.3):
            lines.append(f"notified {m.moment()}")
        elif m.chance(0.1):
            lines.append("not notified")
        name = f' "E{k}"' if m.chance(0.4) else ""
        head = f"{m.when()} event exercise{name} of " \
               f"{m.pick(*PARTIES, 'RU + BY')}"
        m.entry(head, *lines, second=False)
        if name and m.keeper == "observer":
            m.entry(head, *lines[:m.n(0, 1)], second=True)


def asked(m, id):
    for _ in range(m.n(1, 4)):
        a, b = m.rng.sample(PARTIES, 2)
        m.entry(f"{m.when()} request to {a} by {b} under {id}")
        if m.chance(0.6):
            m.entry(f"{m.when()} answer to {m.pick(b, b, *PARTIES)} by {a} "
                    f"under {id}")


KINDS = {"inform": inform}


def make(kind, seed):
    return KINDS[kind](Maker(kind, seed))
