"""A small world for examples by hand, and short words to write them.

The map: three boxes za, zb, zc from west to east; a1 a2 stand in za, b1 in zb,
c1 in zc, ha within 60 km of za but outside it, far outside everything, edge on
the edge of za (its accuracy reaches over it). Day 1 is 1 March 2027, the day
on which the pact enters into force unless an example says otherwise.
"""
from datetime import date

from model import DAY, Article, Book, Case, Clause, Covers, Entry, Item, \
    Measure, Party, Stock
from places import HALF, Places, Site, Zone, centre, with_halo

DAY_0 = date(2027, 3, 1).toordinal() - 1


def day(n):
    return DAY_0 + n


def ring(k):
    """A box: sides along meridians, short sides near the equator."""
    west, east = centre(k) - HALF, centre(k) + HALF
    return (f"ring {HALF} S {west} E, {HALF} S {east} E, "
            f"{HALF} N {east} E, {HALF} N {west} E")


def box(k, name, disputed=False):
    return Zone(name, ring(k), frozenset([f"b{k}"]), disputed, centre(k))


def site(name, k, east=0.0, north=0.0, atoms=None, accurate=None):
    lon = round(centre(k) + east, 3)
    text = f"{abs(north)} {'N' if north >= 0 else 'S'} {lon} E"
    if accurate:
        text += f" accurate to {accurate} km"
    return Site(name, frozenset(atoms or [f"b{k}"]), text, lon=lon, lat=north)


def small_places(disputed=()):
    zones = [box(0, "za", "za" in disputed), box(1, "zb", "zb" in disputed),
             box(2, "zc", "zc" in disputed),
             Zone("zab", "za + zb", frozenset(["b0", "b1"]), uses=("za", "zb")),
             Zone("zbc", "zb + zc", frozenset(["b1", "b2"]), uses=("zb", "zc")),
             Zone("near-za", "within 60 km of za", with_halo(["b0"]),
                  uses=("za",))]
    sites = [site("a1", 0, 0.2, 0.1), site("a2", 0, -0.2, -0.1),
             site("b1", 1, 0.1, 0.12), site("c1", 2, -0.1, -0.12),
             site("ha", 0, 0.8, 0.05, ["h0"]),
             site("far", 2, 1.3, 0.02, ["e2"]),
             site("edge", 0, 0.47, 0.03, ["b0", "h0"], 10)]
    return Places(3, zones, sites)


def small(force=1, disputed=(), until=None, **territories):
    """The case without clauses and books."""
    def party(name, title, on=None, kind="party", by=None):
        return Party(name, title, kind, on, territories.get(name), by)
    people = [party("RU", "Russia", "east"), party("BY", "Belarus", "east"),
              party("US", "United States", "west"),
              party("PL", "Poland", "west"),
              party("DNR", "A formation", "east", "formation", "RU"),
              party("LOC", "Local formation", "west", "formation"),
              party("OSCE", "Observers", kind="monitor")]
    items = [Item("troops"), Item("tank"), Item("artillery"),
             Item("artillery.mlrs", {"range": ("is", 90)}),
             Item("launcher"),
             Item("launcher.big", {"range": ("is", 500),
                                   "nuclear-capable": ("flag",)}),
             Item("launcher.odd", {"range": ("between", 200, 400)})]
    return Case(0, {"west": "The west", "east": "The east"},
                {p.name: p for p in people}, {i.name: i for i in items},
                {"storage": ("active", "stored", "lost")},
                ("exercise", "exercise.alert"), small_places(disputed),
                [Article("1", "All", clauses=[])], [], ("day", day(force)),
                ("day", day(until)) if until else None)


# ---- short words -----------------------------------------------------------

def who(text):
    """"RU", "RU/x", "RU+BY", "RU|BY", "side east" """
    if text.startswith("side "):
        return ("side", text[5:])
    if "|" in text:
        return ("or", tuple(text.split("|")))
    return ("names", tuple(text.split("+")))


def whom(text):
    """"RU", "RU+BY", "side east", "each party", "each party on west",
    "all parties", "each side" """
    words = text.split()
    if text == "each side":
        return ("each side",)
    if words[:2] == ["all", "parties"]:
        return ("all parties", tuple(words[3].split("+"))
                if len(words) > 2 else ())
    if words[:2] == ["each", "party"]:
        return ("each party", words[3] if "on" in words else None,
                tuple(words[-1].split("+")) if "except" in words else ())
    if words[0] == "side":
        return ("side", words[1])
    return ("sum", tuple(text.split("+"))) if "+" in text else ("party", text)


ZONES = ("za", "zb", "zc", "zab", "zbc", "near-za")


def where(text):
    """"a1" or "a1+a2": at sites; "za": in a zone; "za&zb": in a sum"""
    if text is None:
        return None
    for op in "+&-":
        head, _, tail = text.partition(op)
        if head in ZONES and tail in ZONES:
            return ("in", (head, op, tail))
    if text in ZONES:
        return ("in", (text,))
    return ("at", tuple(text.split("+")))


def stock(text):
    """"10 tank", "10..14 tank/active", "10+ tank" (at least), "all tank" """
    figure, item = text.split()
    item, *statuses = item.split("/")
    if figure == "all":
        f = ("all",)
    elif ".." in figure:
        f = ("range", *map(int, figure.split("..")))
    elif figure.endswith("+"):
        f = ("least", int(figure[:-1]))
    else:
        f = ("n", int(figure))
    return Stock(item, f, tuple(sorted(statuses)))


def when(at):
    """3: day 3; 3.5: noon of day 3; (3, 5): some time in days 3 to 5"""
    if isinstance(at, tuple):
        return ("span", day(at[0]), day(at[1]))
    if isinstance(at, float):
        return ("time", int((DAY_0 + at) * DAY))
    return ("day", day(at))


def E(at, act, holder=None, spot=None, *stocks, to=None, arrives=None,
      notified=None, until=None, **more):
    """An entry."""
    e = Entry(when(at), act, who(holder) if holder else None, where(spot),
              stocks=[stock(s) for s in stocks], **more)
    if to is not None:
        e.to = who(to) if act == "transfer" else where(to)
    if arrives is not None:
        e.arrives = when(arrives)
    if until is not None:
        e.until = day(until)
    if notified is not None:
        told = notified if isinstance(notified, list) else [notified]
        e.notified = [(when(x[0]), x[1]) if isinstance(x, tuple)
                      else (when(x), None) for x in told]
    return e


def complete(at, holder, spot, *items, stated=()):
    return Entry(when(at), "complete", who(holder), where(spot),
                 complete_for=items, complete_stated=stated)


def book(case, keeper, *entries, covers=()):
    case.books.append(Book(f"Book {len(case.books) + 1}", keeper,
                           list(entries),
                           [Covers(k, whom(x), day(a), day(b))
                            for k, x, a, b in covers]))
    return number(case)


def number(case):
    n = 0
    for b in case.books:
        for e in b.entries:
            n += 1
            e.number = n
    return case


def items(text):
    """"tank", "tank+artillery", "artillery-artillery.mlrs" """
    if "-" in text and "+" not in text:
        return ("less", *text.split("-"))
    return ("sum", tuple(text.split("+")), ())


def limit(relation, terms, of, place=None, stated=None, which=(), without=(),
          id="1", tests=(), **more):
    """TERMS: "100 tank", "100 tank, 5 troops" or (for no) "tank, troops" """
    parts = []
    for text in terms.split(", "):
        words = text.split()
        n = int(words[0]) if len(words) > 1 else None
        what = items(words[-1])
        parts.append((n, what[:2] + (tuple(tests),)
                      if what[0] == "sum" else what))
    m = Measure(relation, parts, whom(of), stated, place, list(which))
    return Clause("limit", id, f"Limit {id}", lines=[m],
                  without=list(without), **more)


def IN(text):
    return [where(text)]


def clauses(case, *some):
    case.articles[0].clauses += some
    return case
