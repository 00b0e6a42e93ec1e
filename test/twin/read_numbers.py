"""Reads numbers and figures that hang on something, for read_rulings.py."""
import re
from datetime import date
from fractions import Fraction

from figures import Figure


def number(text):
    return Fraction(text.replace("_", ""))


def atom(text):
    """A figure of a line, or what stands in a number, without + and -."""
    text = text.strip()
    for pattern, make in (
            (r"[\d_]+(?:\.\d+)?", lambda: ("n", number(text))),
            (r"([\d_]+)\.\.([\d_]+)", lambda a, b: (
                "range", number(a), number(b))),
            (r"between ([\d_]+) and ([\d_]+)", lambda a, b: (
                "range", number(a), number(b))),
            (r"the (larger|smaller) of (.+) and (.+)", lambda w, a, b: (
                w, atom(a), atom(b))),
            (r"(\d+)% of (.+)", lambda n, e: ("share", atom(e), int(n))),
            (r"(\w+) of it in (\w+)(?: as on (\S+))?", lambda i, z, d: (
                "held", i, z, d and date.fromisoformat(d).toordinal())),
            (r"[\w-]+", lambda: ("name", text))):
        m = re.fullmatch(pattern, text)
        if m:
            return make(*m.groups())
    raise ValueError(text)


def total(text):
    """a - b + c, from left to right"""
    first, *more = re.split(r" ([+-]) ", text)
    out = atom(first)
    for op, x in zip(more[::2], more[1::2]):
        out = (op, out, atom(x))
    return out


def definition(text):
    """What stands behind `number NAME [of each party] = `."""
    m = re.fullmatch(r"(.+) by .+ or (.+) by .+", text)
    if m:
        return ("disputed", total(m[1]), total(m[2]))
    m = re.fullmatch(r"(.+) when ([\w-]+) (>=|<=|>|<) ([\d_]+), otherwise (.+)",
                     text)
    if m:
        return ("when", m[2], m[3], number(m[4]), total(m[1]), total(m[5]))
    first, *more = text.split(", ")
    out = total(first)
    for x in more:
        m = re.fullmatch(r"rounded (up|down)|at (least|most) ([\d_]+)", x)
        out = ("round", out, m[1]) if m[1] else (
            "floor" if m[2] == "least" else "cap", out, number(m[3]))
    return out


def read_number(case, line):
    """number level of each party, declared"""
    m = re.fullmatch(r"number ([\w-]+)(?: of each (?:party|side))?"
                     r"(?:, (declared)|\s*= (.*))", line)
    if m[2]:
        case.numbers[m[1]] = ("declared",)
    elif not m[3].endswith(" km"):
        case.numbers[m[1]] = definition(m[3])


def figure(text):
    return Figure(atom(text))
