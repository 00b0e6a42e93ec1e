"""A case as plain data: what rules.py judges and render.py writes as text.

Days are numbers (date.toordinal), instants are minutes since day 0, so that
day D runs from D * DAY to (D + 1) * DAY. Places are described in places.py.

    when    ("day", D) | ("time", minutes) | ("span", D, D)
    holder  ("names", (N, ...)) | ("or", (N, N)) | ("side", S)
            N a party, or the path of a unit: "RU/x/y"
    whom    ("party", P) | ("sum", (P, ...)) | ("side", S) | ("each side",)
            | ("each party", side or None, (except, ...))
            | ("all parties", (except, ...))
    stated  None | ("and", (status, ...)) | ("or", (status, ...))
            "stationed" and "own" are statuses here, too
    items   ("sum", (item, ...), tests) | ("less", item, item)
            test: (attribute, comparison, figure) or (attribute, "flag", None)
    figure  ("n", x) | ("range", a, b) | ("least", a) | ("all",)
"""
from dataclasses import dataclass, field

DAY = 1440


@dataclass
class Party:
    name: str
    title: str
    kind: str = "party"             # party, formation, non-party, monitor
    on: str = None
    territory: str = None           # a zone
    directed_by: str = None
    first: int = None               # bound from the opening of that day
    last: int = None                # to the close of that


@dataclass
class Item:
    name: str
    attrs: dict = field(default_factory=dict)
    # attribute: ("is", n) | ("between", a, b) | ("flag",)


@dataclass
class Stock:
    item: str
    figure: tuple
    statuses: tuple = ()


@dataclass
class Entry:
    when: tuple
    act: str
    holder: tuple = None
    spot: tuple = None              # where; for a move the origin
    to: object = None               # move: spot; transfer: holder
    stocks: list = field(default_factory=list)
    arrives: tuple = None           # ("day", D) | ("time", m)
    until: int = None               # of an event, a restriction: its last day
    notified: list = field(default_factory=list)    # (when, clause or None)
    not_notified: bool = False
    not_notified_under: str = None
    grade: str = None
    event: str = None
    change: tuple = None            # (from status, to status)
    complete_for: tuple = ()        # items
    complete_stated: tuple = ()     # statuses
    claim: tuple = None             # (X, Y): X directed by Y
    step: str = None                # of done and verified: clause identifier
    by: str = None                  # inspector, verifier, claimant of done;
                                    # of a restriction, who denied access
    name: str = None                # of an event; None: one of its own
    refused: bool = False           # of an inspection
    who: tuple = None               # consent, restriction: names; suspend,
                                    # resume: whom; request, answer: to whom
    under: str = None               # report, inspect, request, answer: clause
    as_of: int = None               # report: the day of its figures
    own_id: str = None              # request: its id
    part_of: str = None             # answer, inspect: id of its request
    team: int = None                # inspect: how many came
    ends_at: int = None             # inspect: the instant at which it ends
    to_clause: tuple = None         # consent: (kind, identifier)
    to_forces: tuple = None         # consent: (whom, item, spot), each or None
    state: tuple = None             # (name, word)
    declares: tuple = None          # (number, party, how much)
    balance: str = None             # None, "opening", "closing"
    number: int = 0                 # unique in its case


@dataclass
class Covers:
    kind: str       # notices, verifications, events, consents, inspections
    whom: tuple
    first: int
    last: int                       # both days included


@dataclass
class Book:
    title: str
    keeper: str
    entries: list = field(default_factory=list)
    covers: list = field(default_factory=list)


@dataclass
class Measure:
    """One line of a limit, with the lines under it."""
    relation: str                   # at most, at least, exactly, no
    terms: list                     # (amount or None, items)
    whom: tuple = None
    stated: tuple = None
    place: list = None              # see places.py; None: anywhere
    which: list = field(default_factory=list)


@dataclass
class Which:
    """of which at most 40 [tank] that are S in Z"""
    relation: str
    terms: list                     # items None: those of the line above
    stated: tuple = None
    place: list = None


@dataclass
class Without:
    """not counting ITEMS [of whom] [that are S] [in Z] [, up to c]; in an
    exception also "A may keep c ITEMS" """
    items: tuple
    whom: tuple = None
    stated: tuple = None
    place: list = None
    cap: object = None
    keep: bool = False


@dataclass
class Ban:
    """no EVENT [or EVENT] [by ITEM or ITEM] [of more than N ITEM] of WHOM
    [in Z]"""
    event: str
    size: tuple = None              # (comparison, amount, item)
    whom: tuple = None
    place: list = None
    also: tuple = ()                # other kinds
    by: tuple = ()                  # items, one of which took part


@dataclass
class Count:
    """at most 2 EVENT [of more than N ITEM] of WHOM [in Z] in a PERIOD"""
    relation: str                   # at most, at least
    figure: object
    event: str
    size: tuple = None              # as of a ban
    whom: tuple = None
    place: list = None
    period: tuple = None            # see times.py
    also: tuple = ()                # as of a ban
    by: tuple = ()


@dataclass
class Any:
    """any KIND [of SIZE] of WHOM [into Z]: in an exception to a notice"""
    kinds: tuple
    size: tuple = None
    whom: tuple = None
    relation: str = None
    place: list = None


@dataclass
class Condition:
    """`when F`, `while F`, `unless F`, `with consent of A and B`

    fact    ("there", Measure) | ("kept", identifier of a limit)
            | ("agreed", names) | ("state", name, word)
            | ("notified", event, n, unit)
            name None: that party
    """
    word: str
    fact: tuple


@dataclass
class Tell:
    """What is told, by whom and when: a line of an `inform`."""
    who: tuple                      # whom
    what: str                       # "answer" or words
    as_of: tuple = ()               # ((day, month), ...)
    when: tuple = None              # ("on", (day, month)) | ("day", n)
                                    # | ("every", n, unit) | ("at", minutes)
                                    # | ("after as of", n, unit)
                                    # | ("after", event, n, unit): event may
                                    #   be "request" or "inspection"
    some: tuple = None              # of at most (n, event, period)


@dataclass
class Gate:
    """A line of an `inspection` or an `access`.

    kind    accepts, each site, floor, answer, access, asked, lasts, team,
            inspectors, by (W is `of`), on request (W is `who`, asked by `of`),
            open, see, pass
    """
    kind: str
    who: tuple = None               # whom; by, on request: names
    relation: str = "at most"
    figure: object = None
    period: tuple = None
    same: object = None             # so many from one inspector
    place: list = None
    length: tuple = None            # (n, unit)
    of: tuple = None                # by: whom; on request: names
    on: frozenset = frozenset()     # who is let pass, see or inspect
    by: frozenset = frozenset()     # floor: who inspects


@dataclass
class Deed:
    actor: tuple                    # whom
    verb: str           # withdraws, destroys, disbands, reaches, accepts
    terms: list = None              # (amount, items)
    source: tuple = None            # place part: ("in", words) or far
    to: tuple = None
    place: list = None
    measure: Measure = None
    sites: tuple = ()               # accepts: where
    inspectors: tuple = ()          # accepts: by one of these, or anybody


@dataclass
class Clause:
    kind: str       # limit, notice, step, exception, quota, consent, remedy,
                    # uncoded, evidence
    id: str
    title: str = None
    first: tuple = None             # from: ("day", D) | ("time", m)
    last: tuple = None              # until
    # limit
    lines: list = field(default_factory=list)       # Measure, Ban
    without: list = field(default_factory=list)
    # notice
    kinds: tuple = ()               # "movement" or events
    size: tuple = None              # (comparison, [(amount, item), ...]): any
    whom: tuple = None
    relation: str = None            # into, out of, inside, into or inside
    place: list = None              # relation: a words tuple in ("in", words)
    lead: tuple = None              # ("before", n, unit) ("when",) ("after", n, unit)
    added_up: int = None
    advised: bool = False
    # step
    deeds: list = field(default_factory=list)
    stays: object = None            # None, "good", days
    verifier: tuple = None          # ("monitor", M) | ("other side",)
    verify_within: int = None       # days
    within: tuple = None            # (days, anchor): "force" | ("day", D) | ("step", ID, word)
    by: int = None                  # day
    after: tuple = None             # ("step", ID, "done" | "verified")
    # evidence
    grade: str = None
    # all
    conditions: list = field(default_factory=list)
    # exception: a Measure in `adding` adds to the figure
    targets: tuple = ()             # ((kind, identifier), ...)
    adding: list = field(default_factory=list)
    use: tuple = None               # for at most: (n, unit)
    once: tuple = None              # once per: ("calendar" | "rolling", unit)
    over: tuple = ()
    about: Any = None
    without_notice: bool = False
    # consent
    needs: tuple = None             # (kind, identifier) | ("any", Measure)
    consenters: tuple = None        # names, or "the host"
    # inform
    tells: list = field(default_factory=list)
    # stay
    away: tuple = None              # counted afresh after (n, unit)
    # inspection, access
    visits: list = field(default_factory=list)
    # remedy
    breach: tuple = None            # (identifier of a limit, whom)
    entitled: tuple = None          # (whom, identifier of a step)
    resumes: tuple = None           # (n, unit)


@dataclass
class Article:
    id: str
    title: str
    first: tuple = None
    last: tuple = None
    clauses: list = field(default_factory=list)
    conditions: list = field(default_factory=list)


@dataclass
class Case:
    seed: int
    sides: dict                     # name: title
    parties: dict                   # name: Party
    items: dict                     # name: Item
    families: dict                  # name: (status, ...)
    events: tuple
    places: object
    articles: list
    books: list
    force: tuple                    # ("day", D) | ("time", m)
    until: tuple = None
    clamp: bool = False             # `months clamp`
    numbers: dict = field(default_factory=dict)     # name: see figures.py
    withdrawal: tuple = None        # ((n, unit), not before or None, all?)
    days: list = field(default_factory=list)        # worth asking about
    marks: set = field(default_factory=set)         # what it covers
    answers: dict = field(default_factory=dict)     # {day: rows}, by the rules
    contradiction: bool = False     # no world is left, as of the last day

    def clauses(self):
        return [(a, c) for a in self.articles for c in a.clauses]


# ---- time ------------------------------------------------------------------
# "An entry dated by a day takes effect at the opening of that day, one with
# a time at that time." (section 4)

def opening(when):
    if when[0] == "time":
        return when[1]
    return when[1] * DAY


def closing(when):
    """`by D` and `until D` include D; an instant ends at itself."""
    if when[0] == "time":
        return when[1]
    return (when[-1] + 1) * DAY


def day_of(when):
    return when[1] // DAY if when[0] == "time" else when[1]


# ---- who -------------------------------------------------------------------

def party_of(name):
    """A unit path is held by its party."""
    return name.split("/")[0]


def directed(case, names):
    """NAMES and whomever they direct, and those these direct."""
    out = set(names)
    grown = True
    while grown:
        grown = False
        for p in case.parties.values():
            if p.directed_by in out and p.name not in out:
                out.add(p.name)
                grown = True
    return out


def on_side(case, side):
    """"A side is the parties and formations declared `on` it and whomever
    they direct, and those these direct." (section 5)"""
    return frozenset(directed(case, [p.name for p in case.parties.values()
                                     if p.on == side]))


def holder_names(case, holder):
    """The parties that a holder stands for."""
    if holder[0] == "side":
        return tuple(sorted(on_side(case, holder[1])))
    return tuple(sorted({party_of(n) for n in holder[1]}))


def bound_parties(case, side=None, without=()):
    """"`each party` means parties, never monitors or third parties"."""
    return [p.name for p in case.parties.values()
            if p.kind == "party" and p.name not in without
            and (side is None or p.on == side)]


def subjects(case, whom):
    """A row for each: [((kind, ids), names, side or None)]."""
    def party(n):
        return (("party", (n,)), frozenset([n]), None)

    def side(s):
        return (("side", (s,)), on_side(case, s), s)
    if whom[0] == "party":
        return [party(whom[1])]
    if whom[0] == "side":
        return [side(whom[1])]
    if whom[0] == "each side":
        return [side(s) for s in case.sides]
    if whom[0] == "each party":
        return [party(n) for n in bound_parties(case, whom[1], whom[2])]
    if whom[0] == "sum":
        ids = tuple(sorted(whom[1]))
    else:
        ids = tuple(sorted(bound_parties(case, None, whom[1])))
    return [(("sum", ids), frozenset(ids), None)]


# ---- what ------------------------------------------------------------------

def is_below(item, top):
    return item == top or item.startswith(top + ".")


def below(case, top):
    """The item and those below it in the tree."""
    return [i for i in case.items if is_below(i, top)]


COMPARE = {">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b,
           ">": lambda a, b: a > b, "<": lambda a, b: a < b,
           "=": lambda a, b: a == b}


def test_answers(case, item, test):
    """The answers that a test may have for an item: {True}, {False}, both.

    "A test that the item or one above it states is true or false; one that
    nobody stated is possibly true; an estimate that straddles the figure is
    possibly true. A flag that is not stated is not known." (section 5)
    """
    name, how, figure = test
    at = item
    while True:
        stated = case.items[at].attrs.get(name) if at in case.items else None
        if stated is not None:
            break
        if "." not in at:
            return {True, False}
        at = at.rsplit(".", 1)[0]
    if stated[0] == "flag":
        return {True}
    if stated[0] == "is":
        return {COMPARE[how](stated[1], figure)}
    low, high = stated[1], stated[2]
    if how == "=":
        return {False} if figure < low or figure > high else (
            {True} if low == high else {True, False})
    return {COMPARE[how](low, figure), COMPARE[how](high, figure)}
