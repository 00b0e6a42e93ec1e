"""Reads the lines of duties to inform and their like, for read_rulings.py."""
import re
from fractions import Fraction
from math import ceil, floor

from model import Gate, Measure, Tell
from small import whom
from times import MONTHS

KINDS = ("inform", "inspection", "access", "stay")
UNIT = r"(hour|day|week|month|year)s?"


def length(n, unit):
    return int(n), unit


def on_day(text):
    n, month = text.split()
    return int(n), MONTHS.index(month) + 1


def period(text):
    m = re.fullmatch(r"in (a|\d+) (calendar|rolling) (\w+?)s?", text)
    return m[2], 1 if m[1] == "a" else int(m[1]), m[3]


# ---- inform ----------------------------------------------------------------

def told_when(tell, part):
    """Puts a time of a duty to inform into a line; False: it is none."""
    forms = (
        (r"as of (\d+ \w+)(?: and (\d+ \w+))?(?: each year)?", lambda a, b: setattr(
            tell, "as_of", tuple(on_day(x) for x in (a, b) if x))),
        (rf"within (\d+) {UNIT} after it", lambda n, u: setattr(
            tell, "when", ("after as of", *length(n, u)))),
        (r"by (\d+ \w+) each year", lambda d: setattr(
            tell, "when", ("on", on_day(d)))),
        (r"by day (\d+) of each month", lambda n: setattr(
            tell, "when", ("day", int(n)))),
        (rf"every (\d+) {UNIT}", lambda n, u: setattr(
            tell, "when", ("every", *length(n, u)))),
        (r"each day by (\d+):(\d+)", lambda h, m: setattr(
            tell, "when", ("at", int(h) * 60 + int(m)))),
        (rf"within (\d+) {UNIT} after (?:each|the) (\S+)",
         lambda n, u, e: setattr(tell, "when", ("after", e,
                                                *length(n, u)))))
    for pattern, make in forms:
        m = re.fullmatch(pattern, part)
        if m:
            make(*m.groups())
            return True
    return part.startswith("to ")


def tell_line(c, text):
    parts = text.split(", ")
    m = re.match(r"((?:each|side|all)? ?\w[\w ]*?), (its|an answer)", text)
    if not m:
        one = Tell(None, "")
        return all(told_when(one, p) for p in parts) and c.tells.append(
            one) is None
    tell = Tell(whom(m[1]), "answer" if m[2] == "an answer" else "figures")
    for part in parts[1:]:
        some = re.search(r" of at most (\d+) (\S+) (in .*)", part)
        if some:
            tell.some = int(some[1]), some[2], period(some[3])
        elif not told_when(tell, part) and not part.startswith((
                "its ", "an answer")):
            return False
    c.tells.append(tell)
    return True


# ---- inspection, access ----------------------------------------------------

WHO = r"(each party on \w+|each party|each side|side \w+|[A-Z]\w*)"
PERIOD = (r"(at once|in a year from \d+ \w+|in (?:a|\d+) (?:calendar |rolling )?"
          r"(?:year|month|week|day)s?)")
ALSO = r"(?:, (\d+%?) from the same party)?(?:, rounded (up|down))?"


def a_period(text):
    if text is None or text == "at once":
        return text and ("at once",)
    m = re.fullmatch(r"in a year from (\d+) (\w+)", text)
    return ("from", *on_day(f"{m[1]} {m[2]}")) if m else period(text)


def figure(n, of=None, rounded=None):
    """15% of 10, rounded up"""
    if n is None:
        return None
    out = Fraction(n.rstrip("%"))
    if n[-1] == "%":
        out = out * of / 100
    return Fraction(ceil(out)) if rounded == "up" else \
        Fraction(floor(out)) if rounded == "down" else out


def zones(text):
    if text is None:
        return None
    return [("in", tuple(x for part in text.split(" + ")
                         for x in ("+", part))[1:])]


def accepts(c, who, how, n, of, when, same, rounded, place):
    base = figure(n, c.numbers[of][1] if of else 1, rounded)
    c.visits.append(Gate("accepts", whom(who), how or "at most", base,
                         a_period(when), figure(same, base, rounded),
                         zones(place)))


def gate_line(c, text):
    def add(*make, **more):
        c.visits.append(Gate(*make, **more))
    forms = (
        (rf"{WHO} accepts (at most|at least|exactly) (\d+%?)(?: of (\w+))?"
         rf"(?: from the other party)?(?: {PERIOD})?{ALSO}"
         r"(?:, in ([\w+ ]+))?", lambda *m: accepts(c, *m)),
        (rf"{WHO} offers at least (\d+) visits? {PERIOD}", lambda w, n, p: add(
            "accepts", whom(w), "at least", int(n), a_period(p))),
        (r"each site at most (\d+)(?:, (\d+) from the same party)?",
         lambda n, s: add("each site", figure=int(n),
                          same=int(s) if s else None)),
        (rf"at least (\d+)(?: {PERIOD})?", lambda n, p: add(
            "floor", None, "at least", int(n), a_period(p))),
        (rf"(answer|access) within (\d+) {UNIT}", lambda k, n, u: add(
            k, length=length(n, u))),
        (rf"asked at least (\d+) {UNIT} before arrival", lambda n, u: add(
            "asked", length=length(n, u))),
        (rf"lasts at most (\d+) {UNIT}", lambda n, u: add(
            "lasts", length=length(n, u))),
        (r"team of exactly (\d+)", lambda n: add("team", figure=int(n))),
        (r"at most (\d+) inspectors", lambda n: add(
            "inspectors", figure=int(n))),
        (rf"by (\w+), within (\d+) {UNIT} after a request by (.*)",
         lambda w, n, u, by: add("on request", (w,), length=length(n, u),
                                 of=tuple(by.split(" or ")))),
        (rf"by (\w+)(?: of {WHO})?(?:, in ([\w+ ]+))?", lambda w, of, p: add(
            "by", (w,), of=of and whom(of), place=zones(p))),
        (rf"{WHO} accepts (\w+) at any time, everywhere in ([\w+ ]+), "
         "without restriction", lambda w, a, p: add(
             "open", whom(w), place=zones(p), on=frozenset([a]))),
        (rf"{WHO} lets (\w+) (pass|see) (?:in|through|at) ([\w+ ]+)",
         lambda w, a, k, p: add(k, whom(w), place=zones(p),
                                on=frozenset([a]))),
        (rf"{WHO} lets \w+ of each party on (\w+) pass through (\w+)",
         lambda w, s, p: add("pass", whom(w), place=zones(p),
                             on=frozenset(n for n in SIDES[s]))))
    for pattern, make in forms:
        m = re.fullmatch(pattern, text)
        if m:
            make(*m.groups())
            return True
    return False


SIDES = {"west": ("US", "PL"), "east": ("RU", "BY")}


# ---- stay ------------------------------------------------------------------

def stay_line(c, text):
    m = re.fullmatch(rf"counted afresh after (\d+) {UNIT} away", text)
    if m:
        c.away = length(*m.groups())
        return True
    m = re.fullmatch(rf"at most (\d+) {UNIT} for (\w+)(?: of {WHO})?"
                     r"(?: that are (\w+))?(?: in ([\w-]+))?", text)
    if not m:
        return False
    n, unit, item, who, stated, zone = m.groups()
    c.lines.append(Measure(
        "at most", [(length(n, unit), ("sum", (item,), ()))],
        whom(who or "each party"), ("and", (stated,)) if stated else None,
        zones(zone)))
    return True


# ---- all of them -----------------------------------------------------------

def line(c, text):
    """Is it a line of these kinds? Then it is in the clause now."""
    return {"inform": tell_line, "stay": stay_line}.get(
        c.kind, gate_line)(c, text)


def finish(c):
    """Times on lines of their own go with all lines that have none."""
    times = [t for t in c.tells if t.who is None]
    c.tells = [t for t in c.tells if t.who is not None]
    for t in c.tells:
        if not t.as_of and not t.when:
            for x in times:
                t.as_of, t.when = t.as_of or x.as_of, t.when or x.when
