"""Reads the lines of duties to inform and their like, for read_rulings.py."""
import re

from model import Tell
from small import whom
from times import MONTHS

KINDS = ("inform",)
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


# ---- all of them -----------------------------------------------------------

def line(c, text):
    """Is it a line of these kinds? Then it is in the clause now."""
    return c.kind == "inform" and tell_line(c, text)


def finish(c):
    """Times on lines of their own go with all lines that have none."""
    times = [t for t in c.tells if t.who is None]
    c.tells = [t for t in c.tells if t.who is not None]
    for t in c.tells:
        if not t.as_of and not t.when:
            for x in times:
                t.as_of, t.when = t.as_of or x.as_of, t.when or x.when
