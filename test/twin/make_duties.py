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


# ---- inspection, access ----------------------------------------------------

SITES = ("zagan", "drawsko", "luga", "yelnya", "lida", "obuz")
PERIODS = ("in a calendar month", "in a calendar week", "in 2 calendar weeks",
           "in a rolling week", "in 2 rolling weeks", "in a rolling month",
           "at once", "", "in a year from 10 April")


def zones(m):
    return m.pick("belarus", "poland", "russia", "belarus + russia")


def quota_line(m):
    n = m.n(0, 3)
    line = f"{m.pick(*WHO)} accepts at most {n}"
    period = m.pick(*PERIODS)
    line += f" {period}" if period else ""
    if n and m.chance(0.4):
        line += f", {m.n(1, n)} from the same party"
    if m.chance(0.25):
        line += f", in {zones(m)}"
    return line


def inspection(m):
    m.wide = m.chance(0.5)      # places that are zones
    for id in range(1, m.n(2, 4)):
        form = m.pick("quota", "quota", "quota", "manner", "floor", "by",
                      "answer", "answer", "request", "open", "access")
        lines = [quota_line(m)]
        if form == "quota" and m.chance(0.3):
            lines.append(quota_line(m))
        if form in ("quota", "manner") and not m.wide and m.chance(0.4):
            lines.append(f"each site at most {m.n(1, 2)}")
        if form == "manner":
            lines += m.rng.sample([
                f"asked at least {m.pick(24, 36, 40)} hours before arrival",
                f"team of exactly {m.n(2, 4)}",
                f"at most {m.n(2, 4)} inspectors",
                f"lasts at most {m.pick(30, 48)} hours"], m.n(1, 2))
        if form == "floor":
            lines = [f"{m.pick(*WHO)} accepts at least {m.n(1, 2)} " +
                     m.pick("in a calendar month", "in a calendar week",
                            "in 2 calendar weeks")]
        if form == "by":
            lines = [f"by {m.pick('OSCE', 'US')} of {m.pick(*WHO)}, "
                     f"in {zones(m)}", f"at least {m.n(1, 2)} " + m.pick(
                         "in a calendar month", "in a calendar week")]
        if form == "answer":
            lines += m.rng.sample([
                f"answer within {m.pick('24 hours', '3 days', '50 hours')}",
                f"access within {m.pick('36 hours', '4 days')}"], m.n(1, 2))
        if form == "request":
            lines = [f"by {m.pick('OSCE', 'US')}, within "
                     f"{m.pick('48 hours', '3 days')} after a request by "
                     f"{m.pick('PL or RU', 'BY')}"]
        kind = "inspection"
        if form == "open":
            lines = [f"{m.pick(*WHO)} accepts {m.pick('OSCE', 'US')} at any "
                     f"time, everywhere in {zones(m)}, without restriction"]
        if form == "access":
            kind = "access"
            lines = [f"{m.pick(*WHO)} lets {m.pick('OSCE', 'US')} "
                     f"{m.pick('pass', 'see')} in {zones(m)}"
                     for _ in range(m.pick(1, 2))]
        m.clause(f"{kind} {id}", *dict.fromkeys(lines), *m.span(),
                 *m.condition("side" not in " ".join(lines)))
        inspected(m, id, form)
    m.states()
    for kind in ("inspections", "inspections", "restrictions", "answers",
                 "requests"):
        if m.chance(0.5):
            m.cover(kind)
    return m.texts()


def spot(m):
    if not m.wide:
        return m.pick(*[f"at {s}" for s in SITES])
    return m.pick(*[f"at {s}" for s in SITES] * 2, "in belarus",
                  "in belarus + russia", "in poland")


def inspected(m, id, form):
    under = f" under {id}" if m.chance(0.8) else ""
    asks = form in ("manner", "answer", "request")
    for _ in range(m.n(2, 6)):
        a, b = m.pick(*PARTIES), m.pick(*PARTIES, "OSCE")
        if form in ("by", "request", "open", "access"):
            b = m.pick("OSCE", "US", b)
        if a == b:
            continue
        n, where = m.n(1, 50), spot(m)
        if m.chance(0.1):
            under = ""
        if asks and m.chance(0.7):
            to = f"{b} by {m.pick('PL', 'RU', 'BY')}" \
                if form == "request" else f"{a} by {b}"
            m.entry(f"{m.moment(n, n, 0.8)} request to {to} {where}{under}")
            if m.chance(0.3) and to[:2] != to[-2:] and "OSCE by" not in to:
                to = to.split(" by ")
                m.entry(f"{m.moment(n, n + 5, 0.8)} answer to {to[1]} by "
                        f"{to[0]} {where}{under}")
            n = m.n(n, n + 5)
        how = m.pick("refused", "refused", "accepted", "accepted",
                     "found 2 tank")
        if form == "manner":
            at = f"{m.date(n)}T{m.n(0, 23):02}:00Z"
            m.times.append(n)
        else:
            at = m.when(n, n, 0 if how == "refused" else 0.15,
                        0.7 if asks else 0.2)
        more = []
        if how != "refused" and m.chance(0.5) and ".." not in at:
            more.append(f"until {m.date(m.n(n + 1, n + 3))}")
        if form == "manner" and how != "refused" and m.chance(0.7):
            more.append(f"team {m.n(2, 4)}")
        m.entry(f"{at} inspect {a} by {b} {where}{under}", how, *more)
    for _ in range(m.n(0, 3) if form in ("open", "access") else 0):
        m.entry(f"{m.when(time=0)} restriction on {m.pick('OSCE', 'US')} by "
                f"{m.pick('RU', 'BY', 'PL')} {spot(m)}")


# ---- stay ------------------------------------------------------------------

def stay(m):
    for id in range(1, m.n(2, 3)):
        lines = []
        for _ in range(m.pick(1, 1, 2)):
            of = m.pick("", *[f" of {w}" for w in WHO])
            lines.append(f"at most {m.n(3, 14)} days for "
                         f"{m.pick('tank', 'tank', 'troops')}{of} in "
                         f"{m.pick('belarus', 'poland')}")
        if m.chance(0.4):
            lines.append(f"counted afresh after {m.n(2, 6)} days away")
        m.clause(f"stay {id}", *dict.fromkeys(lines), *m.span())
    afresh = any("afresh" in c for c in m.clauses)
    for k in range(m.n(1, 4)):
        unit(m, f"{m.pick(*PARTIES)}/u{k}", afresh)
    for who in m.rng.sample(PARTIES, m.n(1, 2)):
        crowd(m, who)
    return m.texts()


def unit(m, who, whole):
    """A unit that goes to and fro; WHOLE: all of it."""
    n, item, at = m.n(3, 20), m.pick("tank", "tank", "troops"), m.pick(*SITES)
    m.entry(f"{m.date(m.n(-5, 5))} hold {who} at {at}", f"{n} {item}",
            second=False)
    day = 6
    while day < 55:
        day += m.n(1, 12)
        to = m.pick(*[s for s in SITES if s != at])
        part = n if whole or m.chance(0.7) else m.n(1, n)
        when = str(m.date(day))
        m.times += [day, day + 1]
        if m.chance(0.15):
            k = m.n(1, 3)
            when += f"..{m.date(day + k)}"
            day += k + 1
            m.times += [day]
        m.entry(f"{when} move {who} from {at} to {to}", f"{part} {item}",
                second=False)
        n, at = part, to
        m.times += [day + k for k in (2, 4, 6, 8, 10, 12)]


def crowd(m, who):
    """What one party holds at one place: some come, some go."""
    at, there = m.pick("obuz", "zagan", "lida"), m.n(3, 20)
    least = there
    figure = f"{there}"
    if m.chance(0.3):
        figure = f"{there}..{there + 4}"
    m.entry(f"{m.date(m.n(-5, 5))} hold {who} at {at}", f"{figure} tank",
            second=True)
    day = 6
    while day < 50:
        day += m.n(1, 8)
        m.times += [day, day + 3, day + 7]
        k = m.n(1, 12)
        if m.chance(0.5):
            m.entry(f"{m.date(day)} raise {who} at {at}", f"{k} tank",
                    second=True)
            least += k
        elif least:
            k = least if m.chance(0.3) else m.n(1, least)
            m.entry(f"{m.date(day)} disband {who} at {at}", f"{k} tank",
                    second=True)
            least -= k


# ---- bans of several kinds, and of what takes part -------------------------

AIR = ("event flight", "item aircraft", "item aircraft.drone",
       "item aircraft.rotary")
THINGS = ("aircraft", "aircraft.drone", "aircraft.rotary", "tank", "troops")


def some_of(m, options, word="or"):
    return f" {word} ".join(m.rng.sample(options, m.pick(1, 2, 2)))


def bans(m):
    m.wide = m.chance(0.3)
    events = ("flight", "exercise", "exercise.alert")
    for id in range(1, m.n(3, 5)):
        word, where = "limit", ""
        if m.chance(0.4):
            where = f" in {m.pick('belarus', 'poland', 'russia')}"
        by = f" by {some_of(m, THINGS)}" if m.chance(0.6) else ""
        who = m.pick(*WHO)
        line = f"no {some_of(m, events)}{by} of {who}{where}"
        if m.chance(0.2):
            line = f"no exercise and flight of {who}{where}"
        elif m.chance(0.2):
            line = f"no tank or artillery of {who}{where}"
        elif m.chance(0.35):
            word = "quota"
            line = f"at most {m.n(0, 2)} {m.pick(*events)}{by} of " \
                   f"{who}{where} {m.pick(*PERIODS[:6])}"
        m.clause(f"{word} {id}", line, *m.span(),
                 *m.condition("side" not in line))
    for k in range(m.n(4, 12)):
        n = m.n(1, 50)
        lines = [f"{m.pick('1', '3', '20', '0..3', '2..5')} {i}" for i in
                 m.rng.sample(THINGS, m.pick(0, 1, 1, 1, 2))]
        if m.chance(0.3):
            lines.append(f"until {m.date(n + m.n(1, 3))}")
        spot_ = f" {spot(m)}" if m.chance(0.8) else ""
        m.entry(f"{m.when(n, n, 0, 0.2)} event {m.pick(*events)} of "
                f"{m.pick(*PARTIES)}{spot_}", *lines, second=False)
    for who in PARTIES:
        m.entry(f"{m.date(1)} complete {who}", "for tank and artillery",
                second=False)
        if m.chance(0.5):
            n = m.n(2, 30)
            at = m.pick(*SITES)
            m.entry(f"{m.day(n, n)} hold {who} at {at}",
                    f"{m.n(1, 9)} {m.pick('tank', 'artillery')}",
                    second=False)
    m.states()
    return m.texts(AIR)


# ---- numbers ---------------------------------------------------------------

def numbers(m):
    m.tall = m.n(20, 60)
    names = ["level", "held"]
    out = ["number level of each party, declared",
           f"number held of each party = tank of it in belarus"
           + m.pick("", " as on 2027-03-01")]
    out.append("number cap = " + " or ".join(
        f"{m.n(m.tall - 15, m.tall + 15)} by {w}" for w in ("RU", "US")))
    names.append("cap")
    for k in range(m.n(2, 6)):
        name = f"n{chr(97 + k)}"
        out.append(f"number {name} of each party = {made(m, names)}")
        names.append(name)
    for id in range(1, m.n(4, 7)):
        figure = m.pick(m.pick(*names), m.pick(*names), m.pick(*names),
                        f"{m.n(1, 150)}% of {m.pick(*names)}",
                        f"{m.tall - 8}..{m.tall + 5}",
                        f"the {m.pick('larger', 'smaller')} of "
                        f"{m.pick(*names)} and {m.pick(*names)}")
        m.clause(f"limit {id}", m.pick("at most", "at most", "at least",
                                       "exactly") +
                 f" {figure} tank of " + m.pick("each party", "RU", "BY",
                                                "each party on east") +
                 m.pick("", " in belarus", " in belarus"), *m.span(),
                 *m.condition())
    for who in m.rng.sample(PARTIES, m.n(2, 4)):
        for _ in range(m.n(0, 3)):
            m.entry(f"{m.when(span=0.2, time=0.15)} declare level of {who} "
                    f"{m.n(m.tall - 15, m.tall + 15)}", second=False)
        there = m.n(m.tall - 10, m.tall + 10)
        at = m.pick("obuz", "lida", "obuz", "zagan")
        figure = m.pick(f"{there}", f"{there}", f"{there}..{there + 9}")
        m.entry(f"{m.date(m.n(-5, 1))} hold {who} at {at}", f"{figure} tank",
                second=False)
        for _ in range(m.n(0, 4)):
            m.entry(f"{m.day()} raise {who} at {at}", f"{m.n(1, 12)} tank",
                    second=False)
    if m.chance(0.8):
        m.entry("2027-03-01 complete RU + BY + US + PL", "for tank",
                second=False)
    m.states()
    return m.texts(out)


def made(m, names):
    a, b = m.pick(*names), m.pick(*names)
    return m.pick(
        f"{m.n(10, 120)}% of {a}" + m.pick("", ", rounded up",
                                           ", rounded down"),
        f"the {m.pick('larger', 'smaller')} of {a} and {m.pick(b, m.tall)}",
        f"{a} - {b}" + m.pick("", f", at least {m.n(0, 9)}"),
        f"{a} + {m.n(1, 9)}" + m.pick("", f", at most {m.tall}"),
        f"{a} - {b} + {m.tall}",
        f"{m.tall + 9} when {a} {m.pick('>=', '>', '<', '<=')} {m.tall}, "
        f"otherwise {m.pick(b, m.tall - 9)}")


# ---- reductions ------------------------------------------------------------

def reductions(m):
    m.tall = m.n(20, 60)
    out = ["number level of each party, declared",
           "number held of each party = tank of it in belarus as on "
           "2027-03-01", f"number owed of each party = held - level"
           f"{m.pick('', ', at least 0', ', at least 3')}",
           f"number cap = {m.n(3, 12)} by RU or {m.n(3, 12)} by US"]
    for id in range(1, m.n(2, 4)):
        verb = m.pick("destroys", "destroys", "disbands")
        figure = m.pick("owed", "cap", f"{m.n(10, 60)}% of owed",
                        f"{m.n(10, 40)}% of held", str(m.n(2, 9)))
        n = m.n(2, 30)
        when = m.pick(f"by {m.date(n + 2)}", f"within {n} days of 2027-03-02",
                      "")
        m.times += [n + k for k in (1, 2, 3)]
        m.clause(f"step {id}", f"{m.pick('each party', 'RU', 'BY')} {verb} "
                 f"{figure} tank" + m.pick("", " in belarus"), when)
    for who in PARTIES:
        for _ in range(m.n(0, 2)):
            m.entry(f"{m.when(1, 30, span=0.2, time=0)} declare level of {who}"
                    f" {m.n(m.tall - 15, m.tall)}", second=False)
        at, left = m.pick("obuz", "lida", "obuz", "zagan"), m.tall
        m.entry(f"{m.date(m.n(-5, 1))} hold {who} at {at}",
                m.pick(f"{left}", f"{left}", f"{left}..{left + 9}") + " tank",
                second=False)
        for _ in range(m.n(1, 4)):
            n = m.n(1, 8)
            m.entry(f"{m.day(2, 40)} {m.pick('destroy', 'destroy', 'disband')}"
                    f" {who} at {at}", f"{n} tank", second=False)
    return m.texts(out)


KINDS = {"inform": inform, "inspection": inspection, "stay": stay,
         "bans": bans, "numbers": numbers,
         "reductions": reductions}


def make(kind, seed):
    return KINDS[kind](Maker(kind, seed))
