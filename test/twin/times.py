"""Lengths of time, periods of the calendar, and when anything changes.

    length  (n, unit)       unit: hour, day, week, month, year
    period  None | ("at once",) | ("calendar", n, unit) | ("rolling", n, unit)
            | ("from", day, month): a year from that date on
"""
from datetime import date

from model import DAY, closing, opening

FIXED = {"hour": 60, "day": DAY, "week": 7 * DAY}
MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")


def month_on(day, n):
    """The day N months on; one that no calendar has becomes the last of the
    month (the pacts here say `months clamp`)."""
    d = date.fromordinal(day)
    y, m = divmod(d.year * 12 + d.month - 1 + n, 12)
    for last in range(d.day, 0, -1):
        try:
            return date(y, m + 1, last).toordinal()
        except ValueError:
            continue


def later(t, n, unit):
    """The instant N units after the instant T (before it, if N is less)."""
    if unit in FIXED:
        return t + n * FIXED[unit]
    months = n * (12 if unit == "year" else 1)
    return month_on(t // DAY, months) * DAY + t % DAY


def calendar(day, n, unit):
    """(first, last) of N units that end with the one that holds DAY."""
    d = date.fromordinal(day)
    if unit == "day":
        return day - n + 1, day
    if unit == "week":
        monday = day - d.weekday()
        return monday - 7 * (n - 1), monday + 6
    if unit == "month":
        first = date(d.year, d.month, 1).toordinal()
        return month_on(first, 1 - n), month_on(first, 1) - 1
    return (date(d.year - n + 1, 1, 1).toordinal(),
            date(d.year, 12, 31).toordinal())


def period_of(period, day):
    """The first and the last day of the period of DAY.

    "`in a calendar year` (month, week from Monday, day): the one that holds
    the day; `in 3 calendar years`: that year and the two before; `in a
    rolling year`, `in 3 rolling months`: so long, ending with the day; `in a
    year from 1 July`: from the last 1 July on".
    """
    if period[0] == "calendar":
        return calendar(day, *period[1:])
    if period[0] == "rolling":
        return later(day * DAY, -period[1], period[2]) // DAY + 1, day
    y = date.fromordinal(day).year
    first = date(y, period[2], period[1]).toordinal()
    if first > day:
        y -= 1
        first = date(y, period[2], period[1]).toordinal()
    return first, date(y + 1, period[2], period[1]).toordinal() - 1


# ---- when anything changes -------------------------------------------------

def instants_of(case, entry):
    """The moments from which on an entry may make a difference."""
    yield opening(entry.when)
    yield closing(entry.when)
    if entry.until is not None:
        yield (entry.until + 1) * DAY
    if entry.arrives is not None:
        yield opening(entry.arrives)
    if entry.when[0] == "span" and entry.act == "event":
        yield from (d * DAY for d in range(*entry.when[1:]))
        yield entry.when[2] * DAY
    if entry.act in ("observe", "inspect", "total"):
        yield (opening(entry.when) // DAY) * DAY
        yield (opening(entry.when) // DAY + 1) * DAY


def turns_of(line, entry):
    """The days on which an event may fall out of the period of a quota."""
    if not line.period or line.period[0] == "at once":
        return
    days = set(entry.when[1:]) if entry.when[0] == "span" \
        else {opening(entry.when) // DAY}
    for day in days:
        if line.period[0] == "rolling":
            end = later(day * DAY, *line.period[1:]) // DAY
            yield from range(end - 2, end + 4)
        else:
            unit = "year" if line.period[0] == "from" else line.period[2]
            n = 1 if line.period[0] == "from" else line.period[1]
            for k in range(n):
                on = later(day * DAY, k, unit) // DAY
                one = line.period if line.period[0] == "from" else (
                    "calendar", 1, unit)
                yield period_of(one, on)[1] + 1


def changes(judge):
    """All instants, up to the day of the answer, at which any state may
    change: those of entries, and of clauses that come into or out of force."""
    case, last = judge.case, (judge.as_of + 1) * DAY - 1
    found = {opening(case.force)}
    spans = [(case.force, case.until)]
    for article, clause in case.clauses():
        spans += [(article.first, article.last), (clause.first, clause.last)]
    for first, until in spans:
        found |= {opening(first)} if first is not None else set()
        found |= {closing(until)} if until is not None else set()
    for book in case.books:
        for e in book.entries:
            found |= set(instants_of(case, e))
        for c in book.covers:
            found |= {c.first * DAY, (c.last + 1) * DAY}
    for _, clause in case.clauses():
        for line in clause.lines if clause.kind == "quota" else ():
            for e in [e for b in case.books for e in b.entries
                      if e.act == "event" and hasattr(line, "period")]:
                found |= {d * DAY for d in turns_of(line, e)}
    return sorted(t for t in found if t <= last)
