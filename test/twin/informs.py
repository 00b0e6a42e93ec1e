"""Duties to inform: what had to be told last, and was it told?"""
from dataclasses import dataclass, replace
from datetime import date

from conditions import holds
from limits import in_force, spans_of
from model import DAY, closing, day_of, holder_names, is_below, opening, \
    party_of, subjects
from newer import acts, day_rows, word
from notices import is_covered
from remedies import is_suspended
from times import later, period_of

@dataclass
class Due:
    day: int                        # to which a report may belong
    ends: list                      # the instants that its deadline may be
    exact: bool = False             # an instant; else the close of a day
    events: tuple = ()              # after which it is told
    told: int = None                # the first instant at which it may have
    surely: int = None              # been told, and the last
    known: int = None               # from when on it is told for certain
    denied: int = None              # from when on an entry says it was not
    why: str = ""                   # why it may be none of theirs

    def last_day(self):
        return (max(self.ends) - 1) // DAY

    def passed(self, end, t):
        return t > end if self.exact else t >= end

    def in_time(self, told, end):
        return told <= end if self.exact else told < end

    def is_told(self, t):
        return self.known is not None and self.known <= t


# ---- deadlines -------------------------------------------------------------

def after(when, n, unit):
    """(instant, exact?) N units after WHEN: "Spans of hours from a date run
    from its end; a span from an instant ends at an instant"; days include
    the last."""
    if when[0] == "time":
        return later(when[1], n, unit), True
    if unit == "hour":
        return closing(when) + n * 60, True
    return later(when[1] * DAY, n, unit) + DAY, False


def beginning(bench, article, clause):
    """"in a pact that is always in force: from the day of the first entry of
    all books"."""
    firsts = [opening(a) for a, _ in spans_of(bench.case, article, clause)
              if a is not None]
    if firsts:
        return max(firsts)
    return min(opening(e.when) for b in bench.case.books
               for e in b.entries) // DAY * DAY


def calendar(bench, article, clause, tell):
    """Dues by the calendar, while the clause is in force."""
    start = beginning(bench, article, clause)
    last = bench.judge.as_of + 1100
    first = start // DAY
    out = []
    how = tell.when[0] if tell.when else "as of"
    years = range(date.fromordinal(first).year - 2,
                  date.fromordinal(last).year + 1)

    def on(y, d, m):
        for x in range(d, 0, -1):       # "a month without that day: its last"
            try:
                return date(y, m, x).toordinal()
            except ValueError:
                continue
    if how == "on":
        days = [(x, x) for x in (on(y, *tell.when[1]) for y in years)]
    elif how == "day":
        days = [(x, x) for x in (on(y, tell.when[1], m) for y in years
                                 for m in range(1, 13))]
    elif how == "as of":
        days = [(x, x) for x in (on(y, *a) for y in years
                                 for a in tell.as_of)]
    elif how == "after as of":
        days = [(x, later(x * DAY, *tell.when[1:]) // DAY) for x in (
            on(y, *a) for y in years for a in tell.as_of)]
        if tell.when[2] == "hour":
            return [Due(x, [(x + 1) * DAY + tell.when[1] * 60], True)
                    for x, _ in sorted(days)
                    if in_force(bench.case, article, clause,
                                (x + 1) * DAY + tell.when[1] * 60)]
    elif how == "every":
        days, k = [], 1
        while True:
            x = later(start, k * tell.when[1], tell.when[2]) // DAY
            if x > last:
                break
            days.append((x, x))
            k += 1
    else:
        return [Due(d, [d * DAY + tell.when[1]], True)
                for d in range(first, last)
                if in_force(bench.case, article, clause,
                            d * DAY + tell.when[1])]
    for x, end in sorted(days):
        if first <= end and in_force(bench.case, article, clause,
                                     (end + 1) * DAY - 1):
            out.append(Due(x, [(end + 1) * DAY]))
    return out


def starts(e):
    """The times at which it may have begun."""
    if e.when[0] != "span":
        return [e.when]
    return [("day", d) for d in range(e.when[1], e.when[2] + 1)]


def kinds_and_whose(bench, kind, row, e):
    """(may it be one of theirs? why not?)"""
    names = row[1]
    if not set(holder_names(bench.case, e.holder)) & names:
        return {False}, ""
    if kind in ("inspection", "request") or is_below(e.event, kind):
        return {True}, ""
    return ({True, False}, "kind") if is_below(kind, e.event) \
        else ({False}, "")


def happened(bench, article, clause, tell, row):
    """A due for each event of that kind that is the subject's and began while
    the clause was in force."""
    kind, n, unit = tell.when[1:]
    act = {"request": "request", "inspection": "inspect"}.get(kind, "event")
    out = {}
    for _, e in acts(bench.judge, act):
        if kind == "request":
            answers, why = {e.under == clause.id
                            and bool(set(e.who) & row[1])}, ""
        else:
            answers, why = kinds_and_whose(bench, kind, row, e)
        bound = {in_force(bench.case, article, clause, opening(x))
                 for x in starts(e)}
        if {False} in (answers, bound):
            continue
        ends = [after(x, n, unit) for x in starts(e)]
        due = out.setdefault(e.name or e.number, Due(
            day_of(e.when), [x for x, _ in ends], ends[0][1]))
        due.events += (e,)
        due.why = why or ("range" if len(bound) > 1 else "")
    return sorted(out.values(), key=lambda d: (
        opening(d.events[0].when), d.events[0].number))


# ---- what was told ---------------------------------------------------------

def told_at(e):
    """(first, last, known): when it may have been told. "when `notified`
    says, else on the entry's day; an entry `D..D` at the close of the last".
    """
    if e.notified:
        at = min(opening(w) for w, _ in e.notified)
        return at, at, at
    if e.when[0] == "span":
        return opening(e.when), closing(e.when) - 1, closing(e.when)
    return (opening(e.when),) * 3


def tellings(bench, clause, tell, row):
    """[entry] `report` and the like under the clause, by one of the subject;
    of a request `answer`s."""
    asked = tell.when and tell.when[:2] == ("after", "request")
    out = []
    for book, e in acts(bench.judge, *(("answer",) if asked else (
            "report", "notify"))):
        by = {party_of(book.keeper)} if e.holder is None else set(
            holder_names(bench.case, e.holder))
        if by & row[1] and e.under == clause.id:
            out.append(e)
    return sorted(out, key=lambda e: (e.not_notified, told_at(e)[2]))


def tell_one(due, e, t):
    if e.not_notified:
        due.denied = opening(e.when)
        return
    first, last, known = told_at(e)
    if first <= t:
        due.told = first if due.told is None else min(due.told, first)
    if known <= t:
        due.surely = last if due.surely is None else min(due.surely, last)
        due.known = known if due.known is None else min(due.known, known)


def assign(tell, dues, entries, t):
    """Which report is for which due. For this an entry `D..D` stands on its
    first day."""
    for e in entries:
        first, _, known = told_at(e)
        if e.not_notified or known > t:
            known = first
        day = e.as_of or day_of(e.when)
        if tell.when and tell.when[0] == "after as of":
            fits = [d for d in dues if d.day <= day][-1:]
        elif tell.when and tell.when[0] == "after":
            fits = [d for d in dues if opening(d.events[0].when) <= known]
            if tell.when[1] == "request":
                fits = [d for d in fits if set(d.events[0].holder[1])
                        & set(e.who)]
            if e.as_of is None:
                fits = [d for d in fits
                        if d.known is None or d.known > known][:1]
            else:
                fits = [d for d in fits if d.day <= day][-1:]
        else:
            fits = sorted(dues, key=lambda d: (
                abs(d.last_day() - day), d.ends))[:1]
        for d in fits:
            tell_one(d, e, t)


# ---- verdicts --------------------------------------------------------------

class Line:
    """One line of a duty to inform and one subject."""

    def __init__(self, bench, article, clause, tell, row):
        self.bench, self.article, self.clause = bench, article, clause
        self.tell, self.row = tell, row
        self.entries = tellings(bench, clause, tell, row)
        self.by_events = bool(tell.when) and tell.when[0] == "after"
        self.found = happened(bench, article, clause, tell, row) \
            if self.by_events else calendar(bench, article, clause, tell)

    def dues(self, t):
        dues = [replace(d) for d in self.found if not d.events
                or opening(d.events[0].when) <= t]
        for d in dues:
            for e in d.events:
                if e.act == "event" and (e.notified or e.not_notified):
                    tell_one(d, e, t)
        assign(self.tell, dues, self.entries, t)
        return dues

    def owed(self, due):
        """What falls due while the condition is false is not owed."""
        at = min(due.ends) - 1
        if is_suspended(self.bench, self.clause.id, self.row[1], at):
            return {False}
        return holds(self.bench, self.article, self.clause, self.row, at)

    def verdict(self, due, t):
        passed = {due.passed(end, t) for end in due.ends}
        owed = self.owed(due) if True in passed else {True}
        if owed == {False}:
            return ("not_due", "nothing_due")
        if due.is_told(t):
            found = {due.in_time(told, end) for end in due.ends
                     for told in (due.told, due.surely)}
            if len(found) > 1:
                return ("undetermined", "range")
            return ("kept", "" if found == {True} else "late")
        if passed == {False}:
            return ("not_due", "")
        if len(passed) > 1 or due.told is not None and any(
                due.in_time(due.told, end) for end in due.ends):
            return ("undetermined", "range")
        if due.why:
            return ("undetermined", due.why)
        if due.denied is None and not any(is_covered(
                self.bench.case, b, "reports", self.row[1], due.last_day())
                for b in self.bench.case.books):
            return ("undetermined", "silence")
        if len(owed) > 1:
            return ("undetermined", "condition")
        return ("broken", "")

    def of_calendar(self, dues, t):
        """"the row shows the last due that fell due, or was told ahead with
        none open before it"."""
        there = [d for d in dues if d.passed(d.ends[0], t)]
        for d in dues[len(there):]:
            if not d.is_told(t):
                break
            there.append(d)
        return self.verdict(there[-1], t) if there else ("not_due", "")

    def may_choose(self, due, dues, t):
        """`of at most N EVENT in P`: what is missing counts once the period
        is over, if fewer than N, and fewer than all, were told, or may be
        yet."""
        n, _, period = self.tell.some
        first, last = period_of(period, due.day)
        some = [d for d in dues if first <= d.day <= last]
        good = [d for d in some if d.is_told(t)
                or not d.passed(max(d.ends), t)]
        return t < (last + 1) * DAY or len(good) >= min(n, len(some))

    def of_events(self, dues, t):
        """"the worst that is missing, else the last that was told"."""
        found = []
        dues = sorted(dues, key=lambda d: max(d.ends))
        for d in dues:
            one = self.verdict(d, t)
            if self.tell.some and not d.is_told(t) and one[0] != "not_due" \
                    and self.may_choose(d, dues, t):
                one = ("not_due", "nothing_due")
            found.append(one)
        for verdict in ("broken", "undetermined"):
            for one in found:
                if one[0] == verdict:
                    return one
        kept = [x for x in found if x[0] == "kept"]
        if kept:
            last = max(max(d.ends) for d, x in zip(dues, found)
                       if x[0] == "kept")
            self.several = len({x for d, x in zip(dues, found)
                                if x[0] == "kept" and max(d.ends) == last}) > 1
            return kept[-1]
        return ("not_due", "" if ("not_due", "") in found else "nothing_due")

    def at(self, t):
        dues, self.several = self.dues(t), False
        return word(*(self.of_events(dues, t) if self.by_events
                      else self.of_calendar(dues, t)),
                    vague={"reason"} if self.several else ())

    def instants(self, day):
        out = {end + k for d in self.found for end in d.ends for k in (0, 1)}
        for e in self.entries + [e for d in self.found for e in d.events]:
            out |= set(told_at(e)) | {opening(e.when)}
        return out


def inform_rows(bench, article, clause, day):
    out = []
    for k, tell in enumerate(clause.tells):
        for row in subjects(bench.case, tell.who):
            line = Line(bench, article, clause, tell, row)
            out += day_rows(bench, article, clause, k + 1, row, day, line.at,
                            line.instants(day))
    return out
