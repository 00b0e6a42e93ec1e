"""Notices: what starts on a day, is it due, and was it told in time?"""
from dataclasses import replace
from itertools import product

import bound
import choices
import worlds as w
from bans import compare_ends, size_answers, whose_event
from judge import Clash
from limits import Row, in_force, spans_of
from model import DAY, Clause, closing, day_of, holder_names, is_below, \
    opening, subjects

WORST = ("broken", "undetermined", "kept", "not_due")


def all_three(*answers):
    """Three-valued `and` of sets of answers."""
    if {False} in answers:
        return {False}
    return {True} if all(a == {True} for a in answers) else {True, False}


def inside(case, spot, words):
    region = case.places.part(("in", words))
    return {cell in region for cell in case.places.spot(spot)}


def relation_answers(case, clause, entry):
    """"`into Z`: the destination is in Z and the origin is not; `out of`: the
    reverse; `inside`: both are in; `into or inside`: the destination is in."
    """
    if clause.place is None:
        return {True}
    if entry.act == "event":
        region = case.places.region(clause.place)
        return {cell in region for cell in case.places.spot(entry.spot)}
    words = clause.place[0][1]
    here, there = (inside(case, s, words) for s in (entry.spot, entry.to))
    away = {not x for x in here}, {not x for x in there}
    return {"into": lambda: all_three(there, away[0]),
            "out of": lambda: all_three(here, away[1]),
            "inside": lambda: all_three(here, there),
            "into or inside": lambda: there}[clause.relation]()


def amount_of(ledger, entry, item):
    """(what surely is of ITEM, what may be) of a movement, as amounts."""
    sure, may = dict(w.ZERO), dict(w.ZERO)
    for f in ledger.flows:
        if f.entry is entry:
            if is_below(f.source[1], item):
                sure, may = w.plus(sure, f.amount), w.plus(may, f.amount)
            elif is_below(item, f.source[1]):
                may = w.plus(may, f.amount)
    return sure, may


def moved_size(judge, ledger, clause, entry):
    """Is the movement of the size? With `added up over N days`: "the sum of
    what that party (units with their party) moved in the same relation, as
    the same book tells it, in the N days that end with the day of this one".
    """
    if clause.size is None:
        return {True}
    moves = [entry]
    if clause.added_up:
        day, mover = day_of(entry.when), holder_names(judge.case, entry.holder)
        moves = [e for e in ledger.entries if e.act == "move"
                 and day - clause.added_up < day_of(e.when) <= day
                 and holder_names(judge.case, e.holder) == mover]
    parts = []
    for n, item in clause.size[1]:
        sure, may = dict(w.ZERO), dict(w.ZERO)
        for e in moves:
            a, b = amount_of(ledger, e, item)
            answers = {True} if e is entry else relation_answers(
                judge.case, clause, e)
            if answers == {True}:
                sure = w.plus(sure, a)
            if True in answers:
                may = w.plus(may, b)
        lows, highs = [], []
        for world, _ in judge.scenarios(ledger):
            lows.append(world.ends(sure)[0])
            highs.append(world.ends(may)[1])
        parts.append(compare_ends(clause.size[0], min(lows),
                                  None if None in highs else max(highs), n))
    if {True} in parts:
        return {True}
    return {False} if all(p == {False} for p in parts) else {True, False}


# ---- was it told? ----------------------------------------------------------

def tellings(judge, clause, entry):
    """"A telling `under ID` counts for that clause only." """
    return [when for when, under in entry.notified
            if under in (None, clause.id) and (
                choices.TELLING_IS_KNOWN_EARLY
                or day_of(when) <= judge.as_of)]


def lead_of(judge, clause, entry):
    """The best lead, or None if nothing was told: "from the day told to the
    day of the start"; "In hours, a day told ends at its close"."""
    leads = []
    for told in tellings(judge, clause, entry):
        if clause.lead[0] != "when" and clause.lead[2] == "hours":
            minutes = opening(entry.when) - closing(told)
            leads.append(w.Fraction(minutes, 60))
        else:
            leads.append(day_of(entry.when) - day_of(told))
    return max(leads) if leads else None


def needed(clause):
    """The lead that is asked for; below zero: after it started."""
    if clause.lead[0] == "when":
        return 0
    return clause.lead[1] if clause.lead[0] == "before" else -clause.lead[1]


def too_early(case, article, clause, entry):
    """"If the last day for telling lies before entry into force" of the
    clause."""
    begins = max([opening(first) for first, _ in
                  spans_of(case, article, clause) if first is not None])
    start = opening(entry.when)
    if clause.lead[0] != "when" and clause.lead[2] == "hours":
        last = start - needed(clause) * 60
        return last < begins
    return day_of(entry.when) - needed(clause) < begins // DAY


def is_over(judge, clause, entry):
    """`at most D after it`: "not due before that time is over"."""
    if clause.lead[0] != "after":
        return True
    close = (judge.as_of + 1) * DAY
    if clause.lead[2] == "hours":
        return closing(entry.when) + clause.lead[1] * 60 < close
    return day_of(entry.when) + clause.lead[1] < judge.as_of + 1


def is_covered(case, book, kind, names, day):
    """"broken if the `covers notices of` of a book takes in the subject and
    the day": the book that tells the movement."""
    for c in book.covers:
        if c.kind == kind and c.first <= day <= c.last:
            whom = frozenset().union(*[n for _, n, _ in
                                       subjects(case, c.whom)])
            if names <= whom:
                return True
    return False


def judge_span(judge, ledger, clause, entry, due, names, why):
    """Once, on one of several days: told in time if it is for the first of
    them; undetermined if only for the last; else as for any."""
    first, last = (judge_one(judge, ledger, clause,
                             replace(entry, when=("day", d)), due, names, why)
                   for d in entry.when[1:])
    if first[0] != "kept" and last[0] == "not_due":
        return last
    if first[0] != "kept" and last[0] == "kept" and len(due) == 1 \
            and not clause.advised:
        return "undetermined", "range", None
    return first


def judge_one(judge, ledger, clause, entry, due, names, why):
    """(verdict, reason, lead) of one movement or event."""
    lead = lead_of(judge, clause, entry)
    if lead is not None and lead >= needed(clause):
        return "kept", "", lead
    if lead is None and not is_over(judge, clause, entry) and not (
            entry.not_notified and entry.not_notified_under in (
                None, clause.id)):
        return "not_due", "", None
    if len(due) > 1 and not clause.advised:
        return "undetermined", why or "range", lead
    refused = entry.not_notified and entry.not_notified_under in (
        None, clause.id)
    books = [ledger.book] if choices.COVERS_OF_ITS_BOOK else judge.case.books
    movers = names & frozenset(holder_names(judge.case, entry.holder))
    absent = refused or (lead is None and any(is_covered(
        judge.case, b, "notices", movers or names, day_of(entry.when))
        for b in books))
    if clause.advised:          # "never broken"; whether it was told or not
        return "kept", "late" if lead is not None or refused else "", lead
    if lead is None and not absent:
        return "undetermined", "silence", None
    return "broken", "late" if lead is not None else "", lead


def starts_of(judge, ledger, clause, day):
    """Movements and events of the clause's kinds that start on DAY."""
    for e in ledger.entries:
        days = e.when[1:] if e.when[0] == "span" else [day_of(e.when)] * 2
        if not days[0] <= day <= days[1]:
            continue
        if e.act == "move" and "movement" in clause.kinds:
            yield e, {True}
        elif e.act == "event":
            if any(is_below(e.event, k) for k in clause.kinds):
                yield e, {True}
            elif choices.EVENT_ABOVE_MAY_BE and any(
                    is_below(k, e.event) for k in clause.kinds):
                yield e, {True, False}


def due_of(judge, ledger, clause, entry, kind, names, side):
    """(answers, category): "of the subject, of at least the size and in the
    stated relation to the zone"."""
    case = judge.case
    claimed = ledger.claimed((judge.as_of + 1) * DAY - 1)
    if entry.act == "event":
        whom = whose_event(case, entry.holder, names, side, claimed)
        size = size_answers(judge, ledger, entry, clause.size)
    else:
        people = {n in names for n in holder_names(case, entry.holder)}
        led = {side is not None and claimed.get(n) == side
               for n in holder_names(case, entry.holder)}
        whom = people if people == {True} or True not in led else \
            {True, False}
        size = moved_size(judge, ledger, clause, entry)
    place = relation_answers(case, clause, entry)
    for answers, why in ((place, "place"), (whom, "whose"), (kind, "kind"),
                         (size, "range")):
        if len(answers) > 1:
            return all_three(kind, whom, place, size), why
    return all_three(kind, whom, place, size), ""


def with_condition(one, answers):
    """"while it is uncertain, what would be broken is undetermined"."""
    if len(answers) > 1 and one[0] == "broken":
        return ("undetermined", "condition", one[2])
    return one


def told_of(judge, article, ledger, clause, e, kind, names, side):
    """What is judged of one movement or event, or None: nothing is due."""
    due, why = due_of(judge, ledger, clause, e, kind, names, side)
    if True not in due or too_early(judge.case, article, clause, e):
        return None
    one = judge_span if e.when[0] == "span" else judge_one
    verdict, reason, lead = one(judge, ledger, clause, e, due, names, why)
    if clause.lead[0] == "after" and lead is not None:
        lead *= choices.SIGN_OF_AFTER
    return verdict, reason, lead


def excepted(bench, x, ledger, e, kind, row):
    """May the exception X (with its article) be open for this movement?"""
    article, x = x
    _, names, side = row
    start = opening(e.when)
    out = bench.open_for_notice(article, x, row, start)
    if x.about is not None and out != {False}:
        any_line = Clause("notice", x.id, kinds=x.about.kinds,
                          size=x.about.size, whom=x.about.whom,
                          relation=x.about.relation, place=x.about.place)
        whom = frozenset().union(*[n for _, n, _ in subjects(
            bench.case, any_line.whom)]) if any_line.whom \
            else frozenset(bench.case.parties)      # anybody
        kinds = [k for f, k in starts_of(bench.judge, ledger, any_line,
                                         day_of(e.when)) if f is e]
        fits = {False} if not kinds else due_of(
            bench.judge, ledger, any_line, e, kinds[0], whom,
            subjects(bench.case, any_line.whom)[0][2]
            if any_line.whom else side)[0]
        out = all_three(out, fits)
    return out


def one_movement(bench, article, ledger, clause, e, kind, row):
    """What is judged of it, with the exceptions that may be open then."""
    _, names, side = row
    plain = told_of(bench.judge, article, ledger, clause, e, kind, names, side)
    found = bench.notice_bends(clause)
    if plain is None and not any(x.lead for _, x in found):
        return None
    answers = [sorted(excepted(bench, x, ledger, e, kind, row))
               for x in found]
    told = []
    for choice in product(*answers):
        there = [x for x, is_open in zip(found, choice) if is_open]
        first = [x for x in there if not any(
            bench.goes_before(o[1], x[1]) for o in there)]
        for x in first or [None]:
            one = plain
            if x and x[1].without_notice:
                one = None
            elif x:
                one = told_of(bench.judge, article, ledger, replace(
                    clause, lead=x[1].lead), e, kind, names, side)
            told.append(one)
    verdicts = {x[0] if x else "not_due" for x in told}
    if len(verdicts) == 1:
        return next((x for x in told if x), None)
    return ("undetermined", "exception", None)


def asks(bench, article, clause, row, e):
    """Does it ask on the day on which E starts?"""
    start = opening(e.when)
    if not in_force(bench.case, article, clause, start) \
            or not bound.members(bench.case, row, start, bench.judge.as_of):
        return {False}
    return bench.holds(article, clause, row, start)


def check_meeting(bench, article, clause):
    """"a movement or event that N and two of its exceptions are about for
    certain, on whose day both are open for certain"."""
    found = bench.notice_bends(clause)
    pairs = [(x, y) for k, x in enumerate(found) for y in found[k + 1:]
             if not bench.goes_before(x[1], y[1])
             and not bench.goes_before(y[1], x[1])]
    if not pairs:
        return
    judge = bench.judge
    for row in subjects(bench.case, clause.whom):
        for ledger in judge.ledgers:
            for e in ledger.entries:
                if e.act not in ("move", "event") or e.when[0] == "span" \
                        or day_of(e.when) > judge.as_of:
                    continue
                kinds = [k for f, k in starts_of(judge, ledger, clause,
                                                 day_of(e.when)) if f is e]
                if kinds == [{True}] and asks(
                        bench, article, clause, row, e) != {False} \
                        and due_of(judge, ledger, clause, e, {True},
                                   row[1], row[2])[0] == {True} \
                        and any(all(excepted(bench, x, ledger, e, {True}, row)
                                    == {True} for x in p) for p in pairs):
                    raise Clash(clause.id)


def notice_rows(bench, article, clause, day):
    """"its verdict stands on the day it starts, and other days are
    `not_due`". Moves are judged whoever's book tells them."""
    rows, judge, case = [], bench.judge, bench.case
    check_meeting(bench, article, clause)
    for subject, names, side in subjects(case, clause.whom):
        def row(basis, result, reason="", lead=None, speaks=True, vague=()):
            rows.append(Row(clause.id, 1, "notice", subject, basis, result,
                            reason, lead, lead, speaks, set(vague)))
        found = {"declared": [], "estimated": []}
        for ledger in judge.ledgers:
            if ledger.basis == "declared" and ledger.book.keeper not in names:
                continue
            for e, kind in starts_of(judge, ledger, clause, day):
                answers = asks(bench, article, clause,
                               (subject, names, side), e)
                one = None if answers == {False} else one_movement(
                    bench, article, ledger, clause, e, kind,
                    (subject, names, side))
                if one is not None:
                    found[ledger.basis].append(with_condition(one, answers))
        found["combined"] = found["declared"] + found["estimated"]
        close = (day + 1) * DAY - 1
        who = bound.members(case, (subject, names, side), close, judge.as_of)
        if not (in_force(case, article, clause, close) and who) \
                and "broken" not in [x[0] for x in found["combined"]]:
            row("combined", "not_in_force")
            continue
        for basis, judged in found.items():
            if not judged:
                row(basis, "not_due", "nothing_due",
                    speaks=basis == "combined")
                continue
            worst = min(judged, key=lambda x: WORST.index(x[0]))
            alike = {x[1:] for x in judged if x[0] == worst[0]}
            spans = any(e.when[0] == "span" for ledger in judge.ledgers
                        for e in ledger.entries)
            spans = spans or worst[1] == "exception"
            row(basis, *worst, vague=("measured", "reason")
                if len(alike) > 1 else ("measured",) if spans else ())
    return rows
