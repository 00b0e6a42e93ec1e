"""Bans of events: which events are of the kind, whom, size and place."""
import choices
from judge import Reading
from limits import Told, decide
from model import DAY, Ban, day_of, holder_names, is_below


def size_answers(judge, ledger, entry, size):
    """May the event be of that size? {True}, {False} or both. "An event
    whose size nobody told may have any."  SIZE: (comparison, [(n, item)])."""
    if size is None:
        return {True}
    parts = []
    for n, item in size[1]:
        low, high, told = 0, 0, False
        for k, s in enumerate(entry.stocks):
            if is_below(s.item, item) or is_below(item, s.item):
                f, told = s.figure, True
                a, b = f[1], (f[1] if f[0] == "n" else
                              f[2] if f[0] == "range" else None)
                if not is_below(s.item, item):
                    a = 0
                low += a
                high = None if high is None or b is None else high + b
        if not told:
            low, high = 0, None
        parts.append(compare_ends(size[0], low, high, n))
    if {True} in parts:
        return {True}
    return {False} if all(p == {False} for p in parts) else {True, False}


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


def event_answer(judge, ledger, entry, ban, names, side):
    """(answers, categories) of one event for one ban."""
    case, why = judge.case, set()
    if is_below(entry.event, ban.event):
        kind = {True}
    elif is_below(ban.event, entry.event) and choices.EVENT_ABOVE_MAY_BE:
        kind = {True, False}
        why.add("kind")
    else:
        return {False}, why
    claimed = ledger.claimed((judge.as_of + 1) * DAY - 1)
    whom = whose_event(case, entry.holder, names, side, claimed)
    if len(whom) > 1:
        why.add("whose")
    region = case.places.region(ban.place)
    spot = {cell in region for cell in case.places.spot(entry.spot)}
    if len(spot) > 1 and (entry.spot or choices.UNTOLD_PLACE_IS_PLACE):
        why.add("place")
    size = size_answers(judge, ledger, entry, ban.size and
                        (ban.size[0], [ban.size[1:]]))
    answers = [kind, whom, spot, size]
    if {False} in answers:
        return {False}, set()
    return ({True} if all(a == {True} for a in answers) else {True, False},
            why)


def ban(judge, day, line, names, side):
    """"measured in events: how many go on. It is broken on each day on which
    such an event goes on (its start to its `until`, both included; without
    `until` its own day), undetermined where size, place or holder are
    uncertain, else kept." A book that lists no such event that day says
    nothing of it; where no book lists one, it is kept."""
    readings, recorded = {"declared": [], "estimated": []}, False
    for ledger in judge.ledgers:
        sure = maybe = 0
        why, speaks = set(), False
        if ledger.basis == "declared" and ledger.book.keeper not in names:
            continue
        for e in ledger.events:
            if day_of(e.when) > judge.as_of:
                continue
            voice, _ = event_answer(judge, ledger, e, Ban(
                line.event, None, line.whom, None), names, side)
            recorded |= True in voice
            if not day_of(e.when) <= day <= (e.until or day_of(e.when)):
                continue
            here, _ = event_answer(judge, ledger, e, Ban(
                line.event, None, line.whom, line.place), names, side)
            speaks |= True in here
            answers, because = event_answer(judge, ledger, e, line, names,
                                            side)
            sure += answers == {True}
            maybe += len(answers) > 1
            why |= because if len(answers) > 1 else set()
        if speaks:
            readings[ledger.basis].append(Reading(
                sure, sure + maybe, (sure, sure), True, why, True))
    out = {}
    if readings["declared"]:
        own = readings["declared"]
        readings["declared"] = [Reading(
            sum(r.low for r in own), sum(r.high for r in own),
            (sum(r.sure[0] for r in own),) * 2, True,
            set().union(*[r.why for r in own]), True)]
    every = readings["declared"] + readings["estimated"]
    for basis, some in list(readings.items()) + [("combined", every)]:
        if some:
            out[basis] = Told(*decide("no", 0, some), allowed=0)
            if not choices.RECORDED_EVER and out[basis][:2] == (0, 0):
                out[basis] = Told(0, 0, "kept", "nothing_recorded",
                                  allowed=0)
    if not every:
        out["combined"] = Told(0, 0, "kept", ""
                               if recorded and choices.RECORDED_EVER
                               else "nothing_recorded", allowed=0)
    return out
