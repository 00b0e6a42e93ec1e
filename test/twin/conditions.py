"""Conditions: is a fact true, false or uncertain at a moment?

Answers are sets: {True}, {False} or both. "A clause may have several, and an
article's hold for all its clauses."
"""
from dataclasses import replace

from limits import bases, predicate
from bans import whose_event
from consents import stands_for
from model import DAY, Clause, closing, day_of, holder_names, is_below, \
    opening, subjects
from notices import all_three, is_covered, lead_of

SURE, NOT, MAYBE = {True}, {False}, {True, False}


def turned(answers):
    return {not a for a in answers}


def holds(bench, article, clause, row, t):
    """May the clause bind the ROW (subject, names, side) at T?"""
    out = SURE
    for c in article.conditions + clause.conditions:
        key = ("condition", id(c), clause.kind, clause.id, row[0], t)
        if key not in bench.memory:
            found = fact(bench, clause, c.fact, row, t)
            bench.memory[key] = turned(found) if c.word == "unless" else found
        out = all_three(out, bench.memory[key])
    return out


def fact(bench, clause, f, row, t):
    if f[0] == "there":
        return there(bench.judge, f[1], t)
    if f[0] == "kept":
        return is_kept(bench, f[1], t)
    if f[0] == "agreed":
        return {all(stands_for(bench.judge, n, clause.kind, clause.id, t)
                    for n in f[1])}
    if f[0] == "state":
        return {state_of(bench.judge, f[1] or row[0][1][0], t) == f[2]}
    return notified(bench.judge, clause, f[1:], row, t)


def there(judge, m, t):
    """"as that measure is kept, broken or undetermined, on all bases
    together"."""
    figure, items = m.terms[0]
    _, names, side = subjects(judge.case, m.whom)[0]
    main = predicate(judge.case, names, side, items,
                     (m.stated,) if m.stated else (), m.place)
    told = bases(judge, t, names, main, (), m.relation,
                 0 if m.relation == "no" else figure)["combined"]
    return {"kept": SURE, "broken": NOT}.get(told[2], MAYBE)


def is_kept(bench, id, t):
    """"false while a row of it (all bases together) is broken, uncertain
    while one is undetermined or not judged, else true"."""
    verdicts = {told["combined"][2] for told in bench.rows_at(id, t)}
    if "broken" in verdicts:
        return NOT
    return MAYBE if verdicts & {"undetermined", "not_judged"} else SURE


def state_of(judge, name, t):
    """The last word that an entry `state` says of NAME by T, or None."""
    said = [(opening(e.when), e.state[1]) for book in judge.case.books
            for e in book.entries if e.act == "state" and e.state[0] == name
            and opening(e.when) <= t]
    return max(said, key=lambda x: x[0])[1] if said else None


def notified(judge, clause, f, row, t):
    """"true while an event of that kind goes on that is one of the row's
    subject and was told at least so long before it started; uncertain while
    that hangs on its kind, its holder, its day, or on silence"."""
    event, n, unit = f
    _, names, side = row
    out = NOT
    for ledger in judge.ledgers:
        claimed = ledger.claimed((judge.as_of + 1) * DAY - 1)
        for e in ledger.events:
            if is_below(e.event, event):
                kind = SURE
            elif is_below(event, e.event):
                kind = MAYBE
            else:
                continue
            whom = whose_event(judge.case, e.holder, names, side, claimed)
            one = all_three(kind, whom, told_in_time(
                judge, clause, e, names, n, unit, t))
            if one == SURE:
                return SURE
            out = out | one
    return out


def told_in_time(judge, clause, e, names, n, unit, t):
    """Does the event go on at T, and was it told so long before? One dated
    D..D began on one of its days, nobody knows on which."""
    if day_of(e.when) > judge.as_of:
        return NOT
    days = range(e.when[1], e.when[2] + 1) if e.when[0] == "span" \
        else [day_of(e.when)]
    out = set()
    for day in days:
        start = e.when if e.when[0] != "span" else ("day", day)
        end = closing(start) if e.until is None else (e.until + 1) * DAY
        if start[0] == "time" and e.until is None:
            end = (start[1] // DAY + 1) * DAY
        if not opening(start) <= t < end:
            out |= NOT
        else:
            out |= was_told(judge, clause, e, names, start, n, unit)
    return out


def was_told(judge, clause, e, names, start, n, unit):
    asks = Clause("notice", clause.id, lead=("before", n, unit + "s"))
    lead = lead_of(judge, asks, replace(e, when=start))
    if lead is not None:
        return {lead >= n}
    if e.not_notified and e.not_notified_under in (None, clause.id):
        return NOT
    holders = frozenset(holder_names(judge.case, e.holder))
    if any(is_covered(judge.case, b, "notices", names & holders or names,
                      day_of(start))
           for b in judge.case.books):
        return NOT
    return MAYBE
