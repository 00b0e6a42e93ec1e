"""Reads the pacts and books of test/rulings/ into cases, so that the twin can
be asked what the table there says. It knows the forms used there, no others:
what it does not know it refuses. Zones are boxes of a map of its own.
"""
import re
from datetime import date

from model import DAY, Any, Article, Ban, Book, Case, Clause, Condition, \
    Count, Covers, Deed, Entry, Item, Measure, Party, Stock, Which, Without
from places import Places, Site, Zone
import read_duties
import read_numbers
from small import box, number as numbered, site, whom
from times import MONTHS

ZONES = ("belarus", "poland", "russia")
BROAD = Zone("broad", "", frozenset(["b0", "b1", "b2", "h2", "e0"]))
SITES = {"obuz": 0, "lida": 0, "zagan": 1, "drawsko": 1, "luga": 2,
         "yelnya": 2}
EVENTS = ("exercise", "exercise.alert", "flight")
ITEMS = ("troops", "tank", "artillery", "launcher", "aircraft",
         "aircraft.drone", "aircraft.rotary")
IT = (r"(?:troops|tank|artillery|launcher|warship|delivery|"
      r"aircraft(?:\.drone|\.rotary)?)")
FORCE = f"({IT})"
SIZE = rf"(at least|at most|more than|less than) ([\d_]+) {FORCE}"
PLACE = r"(in (?:belarus|poland|russia|broad|land|far|black-sea)(?: \+ \w+)*|at (?!once)[\w-]+(?: \+ [\w-]+)*)"


class Unknown(Exception):
    """A form that this reader does not know."""


def day(text):
    return date.fromisoformat(text).toordinal()


def moment(text):
    """2027-04-10, or 2027-04-10T09:00Z"""
    if "T" not in text:
        return ("day", day(text))
    hour, minute = text[11:16].split(":")
    return ("time", day(text[:10]) * DAY + int(hour) * 60 + int(minute))


def number(text):
    return int(text.replace("_", ""))


def names(text):
    return tuple(re.split(r" and | or | \+ ", text))


def place(text):
    if text is None:
        return None
    word, rest = text.split(" ", 1)
    parts = rest.split(" + ")
    return (word, tuple(parts) if word == "at" else tuple(
        x for part in parts for x in ("+", part))[1:])


def as_place(text):
    return None if text is None else [place(text)]


def items(text):
    return ("sum", tuple(text.split(" or ")), ())


def blocks(text):
    """[(head, [line, ...])]"""
    out = []
    for line in text.split("\n"):
        line = line.split("#")[0].rstrip()
        if not line:
            continue
        if line[0] == " ":
            out[-1][1].append(line.strip())
        else:
            out.append((line, []))
    return out


def first_of(line, *forms):
    """The match of the first form (a pattern, a function) that fits."""
    for pattern, make in forms:
        m = re.fullmatch(pattern, line)
        if m:
            return make(*m.groups())
    raise Unknown(line)


# ---- clauses ---------------------------------------------------------------

def a_period(text):
    if text in (None, "at once"):
        return text and ("at once",)
    m = re.fullmatch(r"in a year from (\d+) (\w+)", text)
    if m:
        return ("from", int(m[1]), MONTHS.index(m[2]) + 1)
    m = re.fullmatch(r"in (a|\d+) (calendar|rolling) (year|month|week)s?",
                     text)
    return (m[2], 1 if m[1] == "a" else int(m[1]), m[3])


def a_whom(text):
    return None if text is None else whom(text.replace(" + ", "+"))


def count(relation, n, kinds, by, how, size, item, who, where, when):
    bound = (how, number(size), item) if how else None
    kind, *also = kinds.split(" or ")
    more = {"also": tuple(also), "by": names(by) if by else ()}
    if relation == "no":
        return Ban(kind, bound, a_whom(who), as_place(where), **more)
    return Count(relation, number(n), kind, bound, a_whom(who),
                 as_place(where), a_period(when), **more)


def measure(relation, n, item, who, stated, where):
    plain = n is None or re.fullmatch(r"[\d_]+", n)
    return Measure(relation, [((number(n) if n else None) if plain
                               else read_numbers.figure(n), items(item))],
                   a_whom(who), ("and", (stated,)) if stated else None,
                   as_place(where))


WHO = (r"(?: of (side \w+|each party on \w+|each party|each side|all parties"
       r"|\w+ \+ \w+|\w+))?")
EVENT = r"(?:exercise(?:\.alert)?|flight)"
COUNT = (rf"(at most|at least|no)(?: (\d+))? ({EVENT}(?: or {EVENT})?)"
         rf"(?: by ({IT}(?: or {IT})?))?(?: of {SIZE})?{WHO}"
         rf"(?: {PLACE})?(?: (at once|in (?:a|\d+) (?:calendar |rolling )?"
         r"(?:year|month|week)s?(?: from \d+ \w+)?))?")
HANGS = (r"[\d_]+(?:\.\.[\d_]+|% of [\w-]+)?|between \d+ and \d+"
         r"|the (?:larger|smaller) of [\w-]+ and [\w-]+|[a-z][\w-]*")
MEASURE = (rf"(at most|at least|exactly|no)(?: ({HANGS}))? "
           rf"({IT}(?: or {IT})*){WHO}"
           rf"(?: that are (\w+))?(?: {PLACE})?")


def fact(text):
    return first_of(
        text,
        (rf"there is {MEASURE}", lambda *m: ("there", measure(*m))),
        (r"limit (\S+) is kept", lambda id: ("kept", id)),
        (r"agreed by (.*)", lambda who: ("agreed", names(who))),
        (r"that party is (\w+)", lambda w: ("state", None, w)),
        (r"(\w+) is (\w+)", lambda n, w: ("state", n, w)),
        (r"an (\S+) was notified at least (\d+) days before",
         lambda e, n: ("notified", e, int(n), "day")))


def any_line(c, *m):
    how, n, item, who, relation, zone = m
    one = Any(("movement",), (how, [(number(n), item)]) if how else None,
              a_whom(who), relation, [("in", (zone,))])
    if c.kind == "exception":
        c.about = one
    else:
        c.kinds, c.size, c.whom, c.relation, c.place = (
            one.kinds, one.size, one.whom, one.relation, one.place)


def deed(c, *d, **more):
    c.deeds.append(Deed(*d, **more))


def clause_line(c, line):
    """Puts a line into a clause or article."""
    def put(name, make=lambda *m: m):
        return lambda *m: setattr(c, name, make(*m))

    def add(name, make):
        return lambda *m: getattr(c, name).append(make(*m))
    first_of(
        line,
        (r"when it starts", put("lead", lambda: ("when",))),
        (r"(when|unless|while) (.*)", add(
            "conditions", lambda w, f: Condition(w, fact(f)))),
        (r"with consent of (.*)", add("conditions", lambda who: Condition(
            "with consent", ("agreed", names(who))))),
        (r"from (\S+)", put("first", lambda d: ("day", day(d)))),
        (r"until ([^\s,]+)(?:, renewable)?", put("last", lambda d: (
            "day", day(d)))),
        (r"renewable", lambda: None),
        (r"on (\S+)", lambda d: (setattr(c, "first", ("day", day(d))),
                                 setattr(c, "last", ("day", day(d))))),
        (r"by (\d\S+)", put("by", day)),
        (r"within (\d+) days of entry into force", put(
            "within", lambda n: (int(n), "force"))),
        (COUNT, add("lines", count)),
        (rf"of which at most ({HANGS}) {FORCE} that are (\w+)",
         lambda n, i, st: c.lines[-1].which.append(Which(
             "at most", [(read_numbers.figure(n), items(i))],
             ("and", (st,))))),
        (rf"no {FORCE} of (\w+) within near of lida", lambda i, w:
         c.lines.append(Measure("no", [(None, items(i))], whom(w), None,
                                [("at", ("lida",))]))),
        (MEASURE, add("lines", measure)),
        (rf"in addition {MEASURE}", add("adding", measure)),
        (rf"(\w+) may keep (\d+) {FORCE}", add("without", lambda who, n, i:
         Without(items(i), ("party", who), cap=int(n), keep=True))),
        (rf"not counting {FORCE} that are (\w+)", add("without", lambda i, s:
         Without(items(i), None, ("and", (s,))))),
        (rf"any movement(?: of {SIZE})?{WHO} (into) (\w+)",
         lambda *m: any_line(c, *m)),
        (rf"any (exercise){WHO}", lambda kind, who: (
            setattr(c, "kinds", (kind,)), setattr(c, "whom", a_whom(who)))),
        (r"(\d+) days? before it starts", put("lead", lambda n: (
            "before", int(n), "days"))),
        (r"without notice", put("without_notice", lambda: True)),
        (r"over (\S+)", put("over", lambda id: (id,))),
        (r"for at most (\d+) days", put("use", lambda n: (int(n), "day"))),
        (r"once per (\w+) (\w+)", put("once", lambda h, u: (h, u))),
        (r"(\S+) (\S+) needs consent of (.*)", lambda k, id, who: (
            setattr(c, "needs", (k, id)), setattr(c, "consenters",
                                                  names(who)))),
        (rf"any {FORCE}{WHO}(?: that are (\w+))?(?: {PLACE})? needs consent "
         "of (.*)", lambda i, who, s, p, by: (
             setattr(c, "needs", ("any", measure("no", None, i, who, s, p))),
             setattr(c, "consenters", by if by == "the host"
                     else names(by)))),
        (r"on breach of limit (\S+) by (.*): (.*) may suspend step (\S+)",
         lambda id, by, who, step: (
             setattr(c, "breach", (id, whom(by))),
             setattr(c, "entitled", (whom(who), step)))),
        (r"resumes when limit \S+ has been kept for (\d+) days", put(
            "resumes", lambda n: (int(n), "day"))),
        (rf"(side \w+|\w+) withdraws ([\d_]+) {FORCE} from (\w+)"
         r"(?: to (\w+))?",
         lambda who, n, i, a, b: deed(
             c, whom(who), "withdraws", [(number(n), items(i))],
             ("in", (a,)), ("in", (b,)) if b else None)),
        (rf"(each party on \w+|each party|\w+) (destroys|disbands) ({HANGS}) "
         rf"{FORCE}(?: {PLACE})?", lambda who, verb, n, i, p: deed(
             c, whom(who), verb, [(
                 number(n) if re.fullmatch(r"[\d_]+", n)
                 else read_numbers.figure(n), items(i))],
             place=as_place(p))),
        (r"within (\d+) days of (\d\S+)", put("within", lambda n, d: (
            int(n), ("day", day(d))))),
        (r"(\w+) accepts an inspection(?: by (\w+))? at (.*)",
         lambda who, by, at: deed(
             c, ("party", who), "accepts", sites=names(at),
             inspectors=names(by) if by else ())))


def header(case, line):
    if line.startswith("in force from "):
        case.force = ("day", day(line.split()[-1]))
    elif line.startswith("until "):
        case.until = ("day", day(line.split()[1].rstrip(",")))
    m = re.fullmatch(r"withdrawal on (\d+) (\w+?)s? notice"
                     r"(?:, not before (\S+))?(?:, ends for (.*))?", line)
    if m:
        case.withdrawal = ((int(m[1]), m[2]), m[3] and day(m[3]),
                           m[4] == "all")


def read_pact(case, text):
    for head, lines in blocks(text):
        kind, *rest = head.split()
        if kind in ("include", "event", "item", "party", "side", "monitor",
                    "formation", "zone", "site", "status"):
            continue
        if kind == "number":
            read_numbers.read_number(case, head)
            continue
        if kind == "pact":
            for line in lines:
                header(case, line)
            continue
        if kind == "article":
            case.articles.append(Article(rest[0], "", clauses=[]))
            for line in lines:
                clause_line(case.articles[-1], line)
            continue
        c = Clause(kind, rest[0])
        c.numbers = case.numbers
        if kind == "exception":
            c.targets = ((rest[2], rest[3]),)
        if kind in read_duties.KINDS:
            rest = [x for x in lines if not read_duties.line(c, x)]
            read_duties.finish(c)
            lines = rest
        for line in lines:
            both = re.fullmatch(rf"no ({EVENT}) and ({EVENT}) (.*)", line)
            if both:                    # each of the two is a line
                clause_line(c, f"no {both[1]} {both[3]}")
                line = f"no {both[2]} {both[3]}"
            for part in re.split(r", (?=once|until)", line):
                clause_line(c, part)
        case.articles[-1].clauses.append(c)


# ---- books -----------------------------------------------------------------

def stock(line):
    m = re.fullmatch(rf"([\d_]+)(?:\.\.([\d_]+))? {FORCE}((?:, \w+)*)", line)
    figure = ("n", number(m[1])) if m[2] is None else (
        "range", number(m[1]), number(m[2]))
    return Stock(m[3], figure, tuple(x for x in m[4].split(", ") if x))


def entry_line(e, line):
    word, *rest = line.split()
    if word == "until":
        if "T" in rest[0]:
            e.ends_at = moment(rest[0])[1]
        else:
            e.until = day(rest[0])
    elif word == "arrives":
        e.arrives = ("day", day(rest[0]))
    elif word == "notified":
        e.notified.append((moment(rest[0]), None))
    elif line == "not notified":
        e.not_notified = True
    elif word == "for":
        e.complete_for = names(line[4:])
    elif word == "under":
        e.under = rest[0]
    elif line.startswith("as of "):
        e.as_of = day(rest[1])
    elif word == "id":
        e.own_id = rest[0]
    elif line.startswith("as part of "):
        e.part_of = rest[2]
    elif word == "team":
        e.team = int(rest[0])
    elif line == "accepted":
        pass
    elif line == "refused":
        e.refused = True
    elif e.act == "report" and word[0].isdigit():
        pass                    # what stands in a report is for readers
    elif word == "found":
        e.stocks.append(stock(line[6:]))
    else:
        e.stocks.append(stock(line))


def holder(text):
    if text.startswith("side "):
        return ("side", text[5:])
    return ("or" if " or " in text else "names", names(text))


HOLDERS = r"(side \w+|[\w/]+(?: \+ \w+)*)"
HOLDER = r"(side \w+|[\w/]+)"


def read_entry(head):
    at, rest = head.split(" ", 1)
    when = ("span", *map(day, at.split(".."))) if ".." in at \
        else moment(at)
    under = None
    if " under " in rest:
        rest, under = rest.split(" under ")

    def made(act, **more):
        return Entry(when, act, under=under, **more)
    return first_of(
        rest,
        (r"(report|notify)(?: (\w+(?: \+ \w+)*))?", lambda act, h: made(
            act, holder=("names", names(h)) if h and h.isupper() else None)),
        (rf"(request|answer) to (.*?)(?: by (\w+))?(?: {PLACE})?",
         lambda act, to, by, p: made(
             act, who=names(to), holder=("names", (by,)) if by else None,
             spot=place(p))),
        (r'event (\S+)(?: "(\w+)")? of (\w+(?: (?:or|\+) \w+)?)'
         rf'(?: {PLACE})?', lambda k, n, h, p: made(
             "event", holder=holder(h), spot=place(p), event=k, name=n)),
        (rf"(hold|raise|recount|observe|destroy|disband|complete) {HOLDERS}"
         rf"(?: {PLACE})?", lambda act, h, p: made(
             act, holder=holder(h), spot=place(p))),
        (r"move ([\w/]+) from ([\w-]+) to ([\w-]+)", lambda h, a, b: made(
            "move", holder=holder(h), spot=("at", (a,)), to=("at", (b,)))),
        (r"declare ([\w-]+) of (\w+) ([\d_]+)", lambda n, w, x: made(
            "declare", declares=(n, w, number(x)))),
        (rf"transfer (\w+) to (\w+)(?: {PLACE})?", lambda a, b, p: made(
            "transfer", holder=holder(a), to=holder(b), spot=place(p))),
        (r"leave (\w+)", lambda n: made("leave", who=(n,))),
        (r"renew(?: (\w+) (\S+))? until (\S+)", lambda k, id, d: made(
            "renew", to_clause=id and (k, id), as_of=day(d))),
        (r"state (\w+) (\w+)", lambda n, w: made("state", state=(n, w))),
        (rf"restriction on (\w+) by (\w+) {PLACE}", lambda on, by, p: made(
            "restriction", who=(on,), by=by, spot=place(p))),
        (r"consent (.*) to (step|exception|limit) (\S+)", lambda who, k, id:
         made("consent", who=names(who), to_clause=(k, id))),
        (rf"consent (.*) to (?:{FORCE} of )?(\w+)(?: {PLACE})?",
         lambda who, i, n, p: made("consent", who=names(who), to_forces=(
             ("party", n), i, place(p)))),
        (r"(suspend|resume) \w+ (\S+) by (.*)", lambda act, id, who: made(
            act, step=id, who=whom(who))),
        (rf"inspect (\w+) by (\w+)(?: {PLACE})?", lambda h, by, p: made(
            "inspect", holder=holder(h), by=by, spot=place(p))))


def read_book(case, text):
    book = None
    for head, lines in blocks(text):
        if head.startswith("book"):
            book = Book("Book", lines[0].removeprefix("kept by "))
            case.books.append(book)
            for line in lines[1:]:
                m = re.fullmatch(r"covers (\w+) of (.*) from (\S+) until "
                                 r"(\S+)", line)
                book.covers.append(Covers(m[1], whom(m[2].replace(" + ", "+")), day(m[3]),
                                          day(m[4])))
            continue
        if book is None:                # kept by nobody in particular
            book = Book("Book", "")
            case.books.append(book)
        e = read_entry(re.sub(r" at [\d.]+ N [\d.]+ E", "", head))
        for line in lines:
            entry_line(e, line)
        book.entries.append(e)


def own_world(case, pact):
    """Who, what and where of a pact that tells it itself: parties with
    `from` and `until`, zones that are boxes, sites by their position."""
    case.sides, case.parties, case.items = {}, {}, {}
    rings, sites, events = {}, [], []
    for head, lines in blocks(pact):
        kind, *rest = head.split()
        if kind == "side":
            case.sides[rest[0]] = ""
        elif kind in ("party", "formation", "monitor"):
            more = dict(re.findall(r"(on|directed by) (\w+)",
                                   head.split('"')[2]))
            p = Party(rest[0], "", kind, more.get("on"), None,
                      more.get("directed by"))
            for line in lines:
                setattr(p, {"from": "first", "until": "last"}[
                    line.split()[0]], day(line.split()[1]))
            case.parties[p.name] = p
        elif kind == "item":
            case.items[rest[0]] = Item(rest[0])
        elif kind == "event":
            events.append(rest[0])
        elif kind == "zone":
            rings[rest[0]] = [float(x) for x in re.findall(
                r"([\d.]+) [NE]", head)]
        elif kind == "site":
            sites.append((rest[0], float(rest[1]), float(rest[3])))
    case.events = tuple(events)
    zones = [Zone(z, "", frozenset([f"b{k}"])) for k, z in enumerate(rings)]
    places = []
    for name, lat, lon in sites:
        inside = [k for k, r in enumerate(rings.values())
                  if min(r[::2]) < lat < max(r[::2])
                  and min(r[1::2]) < lon < max(r[1::2])]
        places.append(Site(name, frozenset([f"b{inside[0]}" if inside
                                            else "e0"]), ""))
    case.places = Places(max(1, len(rings)), zones, places)


def read(pact, *books):
    people = [Party("US", "", on="west"),
              Party("PL", "", on="west", territory="poland"),
              Party("RU", "", on="east", territory="russia"),
              Party("BY", "", on="east", territory="belarus"),
              Party("OSCE", "", "monitor")]
    case = Case(0, {"west": "", "east": ""}, {p.name: p for p in people},
                {i: Item(i) for i in ITEMS},
                {"storage": ("active", "stored")}, EVENTS,
                Places(3, [box(k, z) for k, z in enumerate(ZONES)] + [BROAD],
                       [site(s, k) for s, k in SITES.items()]),
                [Article("0", "", clauses=[])], [], None)
    if re.search(r"^party ", pact, re.M) and "territory" not in pact:
        own_world(case, pact)
    read_pact(case, pact)
    for book in books:
        read_book(case, book)
    return numbered(case)
