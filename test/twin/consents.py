"""Consents: to clauses, and of hosts to forces."""
import worlds as w
from judge import Reading, hull
from limits import Row, Told, decide, predicate
from measures import Force, forces
from model import DAY, opening, subjects
from notices import is_covered

WHO = "the host"


# ---- entries ---------------------------------------------------------------

def consents_of(judge, name):
    """[(from, until or None, entry)] of NAME, known on the day."""
    for book in judge.case.books:
        for e in book.entries:
            if e.act == "consent" and name in e.who:
                yield (opening(e.when), None if e.until is None
                       else (e.until + 1) * DAY, e)


def given_for(judge, name, kind, id):
    return [(a, b) for a, b, e in consents_of(judge, name)
            if e.to_clause == (kind, id)]


def stands_for(judge, name, kind, id, t):
    """"each of them agrees to that clause from its moment on, to the close
    of its `until`, if it has one"."""
    return any(a <= t and (b is None or t < b)
               for a, b in given_for(judge, name, kind, id))


def ran_out(judge, name, kind, id, t):
    return any(b is not None and b <= t
               for _, b in given_for(judge, name, kind, id))


def asked_for(case, kind, id):
    """The names whose consent `consent` clauses ask for that clause."""
    return {n for _, c in case.clauses() if c.kind == "consent"
            and c.needs == (kind, id) for n in c.consenters}


# ---- has a step begun? -----------------------------------------------------

def is_some(judge, ledger, amount):
    """Is the amount above zero: {True}, {False} or both?"""
    ends = [x.ends(amount) for x, _ in judge.scenarios(ledger)]
    low, high = hull(ends)
    if low is not None and low > 0:
        return {True}
    return {False} if high is not None and high <= 0 else {True, False}


def left_zone(judge, ledger, counter, f, names, side, deed):
    """Did this movement lead from inside the zone of the deed to outside?"""
    if f.entry.act != "move" or f.source is None:
        return {False}
    places = judge.case.places
    zone = places.part(deed.source)
    here = {c in zone for c in places.spot(f.source[3])}
    there = {c not in zone for c in places.spot(f.to[3])}
    return both(here, there, right_sort(
        judge, ledger, counter, f, names, side, deed, None))


def right_sort(judge, ledger, counter, f, names, side, deed, place):
    """Is it of the actor and of an item of the deed, and not nothing?"""
    who = f.entry.holder
    found = set()
    for _, items in deed.terms:
        pred = predicate(judge.case, names, side, items, (), place)
        found |= {frozenset(ok for ok, in counter.signatures(
            Force(who, *f.source[1:]), [pred]))}
    sort = {True} if frozenset([True]) in found else \
        {False} if found == {frozenset([False])} else {True, False}
    return both(sort, is_some(judge, ledger, f.amount))


def both(*answers):
    if {False} in answers:
        return {False}
    return {True} if all(a == {True} for a in answers) else {True, False}


def begun(step, t):
    """"A step has begun when, since its anchor, a movement of a deed's actor
    and items went from certainly inside its zone to certainly outside, a
    `destroy` or `disband` entry counted for it for certain, or an inspection
    that it accepts took place; where that is only possible ..." """
    judge, anchor, out = step.judge, step.anchor(), {False}
    if anchor is None:
        return out
    for _, _, names, side, deed, _ in step.deeds:
        if deed.verb == "accepts":
            if step.accepted(names, deed, t):
                return {True}
            continue
        for ledger in judge.ledgers:
            for f in ledger.flows:
                if not anchor <= f.start <= t:
                    continue
                counter = judge.counter(ledger, t)
                if deed.verb == "withdraws":
                    one = left_zone(judge, ledger, counter, f, names, side,
                                    deed)
                elif f.entry.act + "s" == deed.verb \
                        or f.entry.act + "es" == deed.verb:
                    one = right_sort(judge, ledger, counter, f, names, side,
                                     deed, deed.place)
                else:
                    continue
                if f.kind == "span" and t < f.lands:
                    one = both(one, {True, False})
                if one == {True}:
                    return one
                out = out | one
    return out


def begun_since(step, t, answers=({True},)):
    """The first moment at which it had begun for certain, or None; with
    other ANSWERS that at which one of them held first."""
    for x in step.instants() if step.anchor() is not None else ():
        if x <= t and begun(step, x) in answers:
            return x
    return None


# ---- rows of a consent to a clause -----------------------------------------

def clause_row(bench, clause, t):
    judge = bench.judge
    (kind, id), names = clause.needs, clause.consenters
    do = [n for n in names if stands_for(judge, n, kind, id, t)]
    missing = [n for n in names if n not in do]
    n = len(do)
    if kind == "exception":
        return Told(n, n, "not_due" if missing else "kept", "", True,
                    vague={"reason"} if missing else ())
    step = bench.steps[id]
    has = begun(step, t)
    if not missing:
        since = begun_since(step, t)
        given = max(min(a for a, b in given_for(judge, x, kind, id)
                        if a <= t and (b is None or t < b)) for x in names)
        late = since is not None and given > since
        return Told(n, n, "kept", "late" if late else "", True)
    if has == {False}:
        return Told(n, n, "not_due", "", True, vague={"reason"})
    first = begun_since(step, t, (has,))
    absent = any(is_covered(judge.case, b, "consents", frozenset(missing),
                            first // DAY) for b in judge.case.books) or any(
        ran_out(judge, x, kind, id, t) for x in missing)
    if not absent:
        return Told(n, n, "undetermined", "silence", True)
    if len(has) > 1:
        return Told(n, n, "undetermined", "range", True)
    return Told(n, n, "broken", "", True)


def subject_of(names):
    ids = tuple(sorted(names))
    return ("sum" if len(ids) > 1 else "party", ids)


# ---- rows of a consent to forces -------------------------------------------

def hosts(case, clause, names):
    """[(name, cells)]: "a declared party or other name with a territory that
    meets Z, not within the subject; the row's place is Z within that
    territory"."""
    region = case.places.region(clause.needs[1].place)
    if clause.consenters != WHO:
        return [(n, region) for n in clause.consenters if n not in names]
    out = []
    for p in case.parties.values():
        if p.territory and p.name not in names:
            home = region & case.places.territory(p.territory)
            if home:
                out.append((p.name, home))
    return out


def covers_forces(judge, name, t, old=False):
    """Predicates of the consents of NAME to forces that stand at T; or OLD
    ones, that have run out."""
    case, out = judge.case, []
    for a, b, e in consents_of(judge, name):
        if e.to_forces is None or a > t or (b is not None and b <= t) != old:
            continue
        whom, item, spot = e.to_forces
        names = side = None
        if whom is not None:
            _, names, side = subjects(case, whom)[0]
        out.append(predicate(
            case, names, side, ("sum", (item,) if item else
                                tuple(case.items), ()), (),
            [spot] if spot else None))
    return out


def force_row(judge, clause, names, side, host, cells, t):
    m = clause.needs[1]
    main = predicate(judge.case, names, side, m.terms[0][1],
                     (m.stated,) if m.stated else (), None)
    main = type(main)(**{**main.__dict__, "cells": cells})
    now = covers_forces(judge, host, t)
    old = covers_forces(judge, host, t, True)
    absent = any(
        is_covered(judge.case, b, "consents", frozenset([host]), t // DAY)
        for b in judge.case.books)
    bases = by_basis(judge, names, t, [main], now)
    lapsed = [by_basis(judge, names, t, [main, p], now) for p in old]
    out = {}
    for basis, some in bases.items():
        told = Told(*decide("no", 0, some), basis == "combined")
        if told.verdict == "broken" and not absent and not any(
                decide("no", 0, x[basis])[2] == "broken"
                for x in lapsed if basis in x):
            told = told._replace(verdict="undetermined", reason="silence")
        out[basis] = told
    return out or {"combined": Told(None, None, "not_due", "nothing_due")}


def by_basis(judge, names, t, all_of, now):
    """{basis: readings} of what is listed in ALL_OF some predicates, beyond
    what the consents NOW cover."""
    own, others = [], []
    for ledger in judge.ledgers:
        if ledger.basis == "declared" and ledger.book.keeper not in names:
            continue
        reading = bare(judge, ledger, t, all_of, now)
        if reading is not None:
            (own if ledger.basis == "declared" else others).append(reading)
    own = [added(own)] if own else []
    return {basis: some for basis, some in (
        ("declared", own), ("estimated", others),
        ("combined", own + others)) if some}


def added(readings):
    def total(ends):
        return None if None in ends else sum(ends)
    return Reading(sum(r.low for r in readings),
                   total([r.high for r in readings]),
                   (sum(r.sure[0] for r in readings),
                    total([r.sure[1] for r in readings])), True,
                   set().union(*[r.why for r in readings]), True)


def bare(judge, ledger, t, all_of, now):
    """What the book lists there beyond what consents cover; None if it lists
    nothing there."""
    counter, n = judge.counter(ledger, t), len(all_of)
    preds = all_of + now
    there, sure, maybe, why = [], [], [], set()
    for force, amount in forces(ledger, t):
        sigs = counter.signatures(force, preds)
        if any(all(s[:n]) for s in sigs):
            there.append(amount)
        answers = {all(s[:n]) and not any(s[n:]) for s in sigs}
        if True not in answers:
            continue
        maybe.append(amount)
        if answers == {True}:
            sure.append(amount)
        else:
            for p in preds:
                why |= counter.why_possible(force, p)
    scenes = [x for x, _ in judge.scenarios(ledger)]
    if all(x.ends(w.total(there))[1] == 0 for x in scenes):
        return None
    ends = [(x.ends(w.total(sure))[0], x.ends(w.total(maybe))[1])
            for x in scenes]
    some = [x.ends(w.total(sure)) for x in scenes]
    return Reading(*hull(ends), hull(some), True, why, True)


# ---- rows ------------------------------------------------------------------

def consent_rows(bench, article, clause, day):
    times = bench.cuts(article, clause, day)
    if clause.needs[0] not in ("any", "step", "exception"):
        return [Row(clause.id, 1, "consent", None, "combined", "not_judged",
                    "unjudged")]
    if clause.needs[0] != "any":
        told = [bench.when_in_force(article, clause, t, lambda t: {
            "combined": clause_row(bench, clause, t)}) for t in times]
        return bench.day_rows(clause, 1, subject_of(clause.consenters), told)
    out = []
    for subject, names, side in subjects(bench.case, clause.needs[1].whom):
        rows = []
        for host, cells in hosts(bench.case, clause, names):
            told = [bench.when_in_force(article, clause, t, lambda t:
                    force_row(bench.judge, clause, names, side, host, cells,
                              t)) for t in times]
            found = bench.day_rows(clause, 1, subject, told)
            for r in found:
                r.host = host
            rows += found
        if not rows or clause.consenters == WHO and all(
                r.verdict in ("not_due", "not_in_force") for r in rows):
            rows = bench.day_rows(clause, 1, subject, [bench.when_in_force(
                article, clause, t, lambda t: {"combined": Told(
                    None, None, "not_due", "nothing_due")}) for t in times])
        out += rows
    return out
