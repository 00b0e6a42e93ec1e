"""Quotas: how many events began in a period, while the clause was in force.

"The measure is the number of such events (kind, size, whom and place as in a
ban of events; an event that several books tell under one name is one) that
have started by then, in the period of the day, while the clause was in
force." (section 8)
"""
import choices
from bans import several, tally
from conditions import holds
from judge import Reading
from limits import Told, decide
from model import DAY, Ban, closing, day_of, opening
from notices import all_three, is_covered
from times import period_of


def starts(e):
    """The times at which an event may have begun."""
    if e.when[0] != "span":
        return [e.when]
    return [("day", d) for d in range(e.when[1], e.when[2] + 1)]


def goes_on(e, start, t):
    end = (day_of(start) + 1) * DAY if e.until is None \
        else (e.until + 1) * DAY
    return opening(start) <= t < end


def counted(bench, article, clause, row, e, period, t):
    """Does it count at T, as far as time goes? "An event dated `D..D` counts
    0..1 from its first day, and for certain from the close of its last, if
    both lie in the period." """
    out = set()
    at_once = period is None or period[0] == "at once"
    for start in starts(e):
        if at_once and choices.ONGOING_COUNTS:
            out |= {goes_on(e, start, t)}
            continue
        bound = {bench.in_force(article, clause, opening(start))}
        if bound == {True}:
            bound = holds(bench, article, clause, row, opening(start))
        if at_once:
            there = {goes_on(e, start, t)}
        else:
            first, last = period_of(period, t // DAY)
            there = {opening(start) <= t and first <= day_of(start) <= last}
            if e.when[0] == "span" and t < closing(e.when):
                there = there | {False}
        out |= all_three(bound, there)
    return out


def quota_at(bench, article, clause, line, row, t, figure=None):
    """{basis: Told} of a row at T."""
    n = line.figure if figure is None else figure
    out = {}
    _, names, side = row
    asked = Ban(line.event, line.size, line.whom, line.place, line.also,
                line.by)
    for basis in ("declared", "estimated", "combined"):
        x = tally(bench.judge, asked, names, side, basis, lambda e: counted(
            bench, article, clause, row, e, line.period, t))
        if basis != "combined" and not x.high:
            continue
        if line.relation == "at least":
            out[basis] = floor(bench, article, clause, line, row, t, n, x.low,
                               x.high, basis)
            continue
        told = Told(*decide(line.relation, n, [Reading(
            x.low, x.high, (x.low, x.low), True, x.why, True)]), allowed=n,
                    vague=several(x.causes))
        if told.verdict == "undetermined" and x.torn:
            told = told._replace(reason="disagree")
        if not x.high:
            told = told._replace(reason="nothing_recorded")
        out[basis] = told
    return out


# ---- floors ----------------------------------------------------------------

def floor(bench, article, clause, line, row, t, n, low, high, basis):
    """"not_due until it is met or the last day of a period that was in force
    as a whole; on that day, if not met for certain, it is broken where a
    book `covers events of` the subject for the whole period, else
    undetermined (`silence`)"."""
    vague = () if basis == "combined" else {"verdict", "reason", "measured"}
    say = basis == "combined"
    if low >= n:
        return Told(low, high, "kept", "", say, vague, n)
    first, last = period_of(line.period, t // DAY)
    whole = in_force_throughout(bench, article, clause, row, first, last) \
        if t // DAY == last else {False}
    if whole == {False}:
        return Told(low, high, "not_due", "", say, set(vague) | {"reason"}, n)
    _, names, _ = row
    if not any(all(is_covered(bench.case, b, "events", names, d)
                   for d in range(first, last + 1))
               for b in bench.case.books):
        return Told(low, high, "undetermined", "silence", say, vague, n)
    if high >= n:
        return Told(low, high, "undetermined", "range", say,
                    set(vague) | {"reason"}, n)
    if len(whole) > 1:
        return Told(low, high, "undetermined", "condition", say, vague, n)
    return Told(low, high, "broken", "", say, vague, n)


def in_force_throughout(bench, article, clause, row, first, last):
    out = {True}
    moments = {first * DAY, (last + 1) * DAY - 1} | {
        t for t in bench.changes if first * DAY <= t < (last + 1) * DAY}
    for t in sorted(moments):
        if not bench.in_force(article, clause, t):
            return {False}
        out = all_three(out, holds(bench, article, clause, row, t))
    return out
