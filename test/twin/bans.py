"""Bans of events: which events are of the kind, whom, size and place."""
from dataclasses import dataclass, field, replace

import choices
from judge import Reading
from limits import Told, decide
from model import DAY, day_of, holder_names, is_below


def size_answers(judge, ledger, entry, size):
    """May the event be of that size? {True}, {False} or both. "An event
    whose size nobody told may have any."  SIZE: (comparison, [(n, item)])."""
    if size is None:
        return {True}
    parts = [compare_ends(size[0], *size_ends(entry, item), n)
             for n, item in size[1]]
    if {True} in parts:
        return {True}
    return {False} if all(p == {False} for p in parts) else {True, False}


def size_ends(entry, item):
    """How many of the item took part, as far as the entry tells."""
    low, high, told = 0, 0, False
    for s in entry.stocks:
        if is_below(s.item, item) or is_below(item, s.item):
            f, told = s.figure, True
            a, b = f[1], (f[1] if f[0] == "n" else
                          f[2] if f[0] == "range" else None)
            if not is_below(s.item, item):
                a = 0
            low += a
            high = None if high is None or b is None else high + b
    return (low, high) if told else (0, None)


def no_size(told, ban):
    """Do the books have no size of the event in common?"""
    if ban.size is None:
        return False
    ends = [size_ends(e, ban.size[2]) for _, e in told]
    highs = [b for _, b in ends if b is not None]
    return bool(highs) and max(a for a, _ in ends) > min(highs)


def compare_ends(how, low, high, n):
    """The answers of `more than n` and its like for low..high."""
    test = {"more than": lambda x: x > n, "at least": lambda x: x >= n,
            "at most": lambda x: x <= n, "less than": lambda x: x < n}[how]
    if high is None:
        return {test(low), how in ("more than", "at least")}
    return {test(low), test(high)}


def whose_event(case, holder, names, side, claimed):
    """"A joint event (`of RU + BY`) is an event of each." One of `RU or BY`
    or of a side is possibly that of one of them."""
    inside = {n in names or (side is not None and claimed.get(n) == side)
              for n in holder_names(case, holder)}
    sure = {n in names for n in holder_names(case, holder)}
    if holder[0] == "names":
        return {True} if True in sure else (
            {True, False} if True in inside else {False})
    if True not in inside:
        return {False}
    return {True} if sure == {True} else {True, False}


def such_took_part(entry, items):
    """"`no flight by aircraft or tank` bans those in which at least one such
    thing took part: an event that lists what took part, none of which may be
    such, is none; one that lists nothing may be one"."""
    if not items:
        return {True}
    if not entry.stocks:
        return {True, False}
    out = {False}
    for s in entry.stocks:
        figure = s.figure
        most = figure[1] if figure[0] == "n" else (
            figure[2] if figure[0] == "range" else 1)
        if any(is_below(s.item, i) for i in items):
            if figure[1] > 0:
                return {True}
            out |= {most > 0}
        elif any(is_below(i, s.item) for i in items):
            out |= {most > 0}
    return out


def event_answer(judge, ledger, entry, ban, names, side):
    """(answers, categories) of one event for one ban."""
    case, why = judge.case, set()
    kinds = (ban.event,) + ban.also
    if any(is_below(entry.event, k) for k in kinds):
        kind = {True}
    elif any(is_below(k, entry.event) for k in kinds) \
            and choices.EVENT_ABOVE_MAY_BE:
        kind = {True, False}
        why.add("kind")
    else:
        return {False}, why
    took_part = such_took_part(entry, ban.by)
    if took_part == {False}:
        return {False}, set()
    if len(took_part) > 1:
        why.add("kind")
    claimed = ledger.claimed((judge.as_of + 1) * DAY - 1)
    whom = whose_event(case, entry.holder, names, side, claimed)
    if len(whom) > 1:
        why.add("whose")
    region = case.places.region(ban.place)
    spot = {cell in region for cell in case.places.spot(entry.spot)}
    if len(spot) > 1:
        why.add("place")
    size = size_answers(judge, ledger, entry, ban.size and
                        (ban.size[0], [ban.size[1:]]))
    if len(size) > 1 and why:
        why.add("range")
    answers = [kind, took_part, whom, spot, size]
    if {False} in answers:
        return {False}, set()
    return ({True} if all(a == {True} for a in answers) else {True, False},
            why)


def goes_on(e, day):
    """On its days; once, if it began on one of several, nobody knows which:
    "from its start to its `until`, both included"."""
    first, last = e.when[1:] if e.when[0] == "span" else (day_of(e.when),) * 2
    return {d <= day <= (e.until or d) for d in range(first, last + 1)}


def several(causes):
    """Where events are uncertain for different causes, no ruling says which
    of these is told."""
    return {"reason"} if len(causes) > 1 else ()


def events_of(judge, basis, names):
    """{name: [(ledger, entry)]}: "Events that several books tell under one
    name are one event." (section 6)"""
    out = {}
    for ledger in judge.ledgers:
        if ledger.basis == "declared" and ledger.book.keeper not in names:
            continue
        if basis in (ledger.basis, "combined"):
            for e in ledger.events:
                if day_of(e.when) <= judge.as_of:
                    out.setdefault(e.name or e.number, []).append((ledger, e))
    return out


@dataclass
class Tally:
    """How many events count, and what makes some of them uncertain."""
    low: int = 0
    high: int = 0
    why: set = field(default_factory=set)       # categories
    causes: set = field(default_factory=set)    # these, and "range"
    torn: bool = False          # books disagree about one event


def tally(judge, ban, names, side, basis, when):
    """WHEN(entry): does it count, as far as time goes?"""
    out = Tally()
    for told in events_of(judge, basis, names).values():
        found, because, each = {True, False}, set(), []
        for ledger, e in told:
            answers, reasons = event_answer(judge, ledger, e, ban, names, side)
            time = when(e)
            if len(time) > 1:
                reasons = reasons | {"range"}
            one = {a and b for a in answers for b in time}
            because |= reasons if len(one) > 1 else set()
            found = found & one
            each.append(one)
        if not found or no_size(told, ban) and any(x != each[0] for x in each):
            out.torn, found = True, {True, False}
        out.low += found == {True}
        out.high += True in found
        if len(found) > 1:
            out.why |= because
            out.causes |= because or {"range"}
    return out


def ban(judge, day, line, names, side):
    """"measured in events: how many go on. It is broken on each day on which
    such an event goes on (its start to its `until`, both included; without
    `until` its own day), undetermined where size, place or holder are
    uncertain, else kept." A book that lists no such event that day says
    nothing of it; where no book lists one, it is kept."""
    out = {}
    for basis in ("declared", "estimated", "combined"):
        t = tally(judge, line, names, side, basis, lambda e: goes_on(e, day))
        if basis != "combined" and not t.high and not tally(
                judge, replace(line, size=None), names, side, basis,
                lambda e: goes_on(e, day)).high:
            continue            # it tells of none there that day
        told = Told(*decide("no", 0, [Reading(
            t.low, t.high, (t.low, t.low), True, t.why, True)]),
            vague=several(t.causes), allowed=0)
        if told.verdict == "undetermined" and t.torn:
            told = told._replace(reason="disagree")
        if not t.high:
            told = told._replace(reason="nothing_recorded")
        out[basis] = told
    return out
