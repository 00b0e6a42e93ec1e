"""The phrases of a case: names, places, whom, items, measures, conditions."""
from datetime import date
from fractions import Fraction

from model import DAY, Ban, Count
from times import MONTHS


def day_text(day):
    return date.fromordinal(day).isoformat()


def when_text(when):
    if when[0] == "day":
        return day_text(when[1])
    if when[0] == "span":
        return f"{day_text(when[1])}..{day_text(when[2])}"
    minute = when[1] % DAY
    return f"{day_text(when[1] // DAY)}T{minute // 60:02}:{minute % 60:02}Z"


def number_text(n):
    """2.5 for 5/2, 10_000 for 10000."""
    f = Fraction(n)
    if f.denominator == 1:
        return f"{int(f):_}"
    scaled = f * 1000
    assert scaled.denominator == 1, n
    return f"{float(f):.3f}".rstrip("0")


def figure_text(figure):
    if figure[0] == "n":
        return number_text(figure[1])
    if figure[0] == "range":
        return f"{number_text(figure[1])}..{number_text(figure[2])}"
    if figure[0] == "least":
        return "at least " + number_text(figure[1])
    return "all"


def plural(n, unit):
    return f"{n} {unit}" if n == 1 else f"{n} {unit}s"


class Phrases:
    """Writes phrases of a case; NAMES renames what the pact declares."""

    def __init__(self, case, names=None):
        self.case, self.names = case, names or {}

    def n(self, name):
        """A name, by its parts: units by `/`, items and events by `.`"""
        if name in self.names:
            return self.names[name]
        if "/" in name:
            head, tail = name.split("/", 1)
            return self.n(head) + "/" + tail
        return name

    def many(self, names, word=" + "):
        return word.join(self.n(x) for x in names)

    # -- phrases

    def words(self, words):
        return " ".join(w if w in "+-&" else self.n(w) for w in words)

    def part(self, part):
        if part[0] == "at":
            return "at " + self.many(part[1])
        if part[0] in ("within", "beyond"):
            return f"{part[0]} {part[1]} km of {self.words(part[2])}"
        return f"{part[0]} {self.words(part[1])}"

    def place(self, place):
        out = self.part(place[0])
        for part in place[1:]:
            word = {"in": "inside"}.get(part[0], part[0])
            out += f", {word} {self.words(part[1])}"
        return out

    def spot(self, spot):
        if spot[0] == "pos":
            return (f"at {abs(spot[1]):.3f} {'N' if spot[1] >= 0 else 'S'} "
                    f"{spot[2]:.3f} E")
        return self.part(spot)

    def holder(self, holder):
        if holder[0] == "side":
            return "side " + self.n(holder[1])
        return self.many(holder[1], " or " if holder[0] == "or" else " + ")

    def whom(self, whom):
        kind = whom[0]
        if kind == "party":
            return self.n(whom[1])
        if kind == "sum":
            return self.many(whom[1])
        if kind == "side":
            return "side " + self.n(whom[1])
        if kind == "each side":
            return "each side"
        out = kind
        if kind == "each party" and whom[1]:
            out += " on " + self.n(whom[1])
        if whom[-1]:
            out += " except " + self.many(whom[-1], " and ")
        return out

    def test(self, test):
        if test[1] == "flag":
            return test[0]
        unit = {"range": "km", "calibre": "mm"}[test[0]]
        return f"{test[0]} {test[1]} {number_text(test[2])} {unit}"

    def items(self, items):
        if items[0] == "less":
            return f"{self.n(items[1])} - {self.n(items[2])}"
        out = self.many(items[1])
        if len(items) > 2 and items[2]:
            out += " with " + " and ".join(self.test(t) for t in items[2])
        return out

    def terms(self, terms):
        texts = [(number_text(n) + " " if n is not None else "") +
                 (self.items(items) if items else "")
                 for n, items in terms]
        texts = [t.strip() for t in texts]
        if len(texts) == 1:
            return texts[0]
        if terms[0][0] is None:
            return " and ".join(texts)
        return ", ".join(texts[:-1]) + " and " + texts[-1]

    def stated(self, stated):
        return "that are " + self.many(stated[1], f" {stated[0]} ")

    def tail(self, whom=None, stated=None, place=None):
        out = ""
        if whom:
            out += " of " + self.whom(whom)
        if stated:
            out += " " + self.stated(stated)
        if place:
            out += " " + self.place(place)
        return out

    def period(self, p):
        if p is None:
            return ""
        if p[0] == "at once":
            return " at once"
        if p[0] == "from":
            return f" in a year from {p[1]} {MONTHS[p[2] - 1]}"
        return f" in a {p[0]} {p[2]}" if p[1] == 1 else \
            f" in {p[1]} {p[0]} {p[2]}s"

    def measure(self, m):
        if isinstance(m, Count):
            size = f" of {m.size[0]} {number_text(m.size[1])} " \
                   f"{self.n(m.size[2])}" if m.size else ""
            return [f"{m.relation} {m.figure} {self.n(m.event)}{size}" +
                    self.tail(m.whom, None, m.place) + self.period(m.period)]
        if isinstance(m, Ban):
            size = f" of {m.size[0]} {number_text(m.size[1])} " \
                   f"{self.n(m.size[2])}" if m.size else ""
            return [f"no {self.n(m.event)}{size}" +
                    self.tail(m.whom, None, m.place)]
        lines = [f"{m.relation} {self.terms(m.terms)}" +
                 self.tail(m.whom, m.stated, m.place)]
        for x in m.which:
            lines.append(f"of which {x.relation} {self.terms(x.terms)}" +
                         self.tail(None, x.stated, x.place))
        return lines
