"""Inspections, answers and access: who refused, who came, who was let pass."""
from dataclasses import dataclass
from fractions import Fraction

from conditions import holds
from informs import after, starts, told_at
from limits import closing
from model import DAY, bound_parties, day_of, holder_names, opening, subjects
from newer import acts, day_rows, word
from notices import all_three, is_covered
from times import FIXED, calendar, period_of

SURE, NOT, MAYBE = {True}, {False}, {True, False}


@dataclass
class Visit:
    """One inspection, as one book tells it, or several."""
    entry: object
    let_in: set                     # {True}, {False}, both: books disagree


def visits(judge):
    """"What two books tell of one day, place, inspector and inspected is one
    inspection; let in by one and refused by the other it is either"."""
    out = {}
    for book, e in acts(judge, "inspect"):
        key = (e.when, e.spot, e.by, e.holder, e.under)
        same = [x for x in out.get(key, []) if x[1] is not book]
        if same:
            same[0][0].let_in.add(not e.refused)
        else:
            out.setdefault(key, []).append((Visit(e, {not e.refused}), book))
    found = [v for some in out.values() for v, _ in some]
    return sorted(found, key=lambda v: (opening(v.entry.when),
                                        v.entry.number))


def ends(e):
    """"an inspection lasts to its `until`, else its day"."""
    if e.ends_at is not None:
        return e.ends_at
    return ((day_of(e.when) if e.until is None else e.until) + 1) * DAY


# ---- which request -------------------------------------------------------

def sequels(judge, requests, act, visiting=False):
    """{number of a request: its sequel of this kind}. "A sequel belongs to
    the request whose `id` it names, else to the first without one of the same
    two, place (if both say it) and clause (if both say it), before it."
    VISITING: whoever was asked is the one who comes."""
    done = {}
    for _, e in acts(judge, act):
        for r in requests:
            asked, by = set(r.who), set(r.holder[1])
            if act == "answer":
                same = set(e.holder[1]) & asked and set(e.who) & by
            elif visiting:
                same = e.by in asked
            else:
                same = set(e.holder[1]) & asked and e.by in by
            fits = r.own_id == e.part_of if e.part_of is not None else (
                opening(r.when) <= opening(e.when) and same
                and not (r.spot and e.spot and r.spot != e.spot)
                and not (r.under and e.under and r.under != e.under))
            if fits and r.number not in done:
                done[r.number] = e
                break
    return done


# ---- quotas ----------------------------------------------------------------

class Gate:
    """An inspection clause."""

    def __init__(self, bench, article, clause):
        self.bench, self.judge, self.case = bench, bench.judge, bench.case
        self.article, self.clause = article, clause
        self.visits = visits(self.judge)
        asked = [e for _, e in acts(self.judge, "request")
                 if e.under in (None, clause.id)]
        self.of = {e.number: r for r in asked for n, e in sequels(
            self.judge, asked, "inspect").items() if n == r.number}
        self.last = bench.last

    def fits(self, e, line, row, t):
        """May E be an inspection of the row's, in the line's place, that
        began in the clause's time, by T?"""
        names = row[1]
        if e.under not in (None, self.clause.id):
            return NOT, ""
        if not set(holder_names(self.case, e.holder)) & names \
                or e.by in names:
            return NOT, ""
        spot, why = SURE, ""
        if line.place is not None:
            region = self.case.places.region(line.place)
            spot = {c in region for c in self.case.places.spot(e.spot)}
            why = "place" if len(spot) > 1 else ""
        bound = set()
        for x in starts(e):
            one = {self.bench.in_force(self.article, self.clause, opening(x))}
            if one == SURE:
                one = holds(self.bench, self.article, self.clause, row,
                            opening(x))
            bound |= one
        return all_three(spot, bound), why or (
            "range" if len(bound) > 1 else "")

    def timely(self, e, line, t, day):
        """Does it count at T, in the period of DAY?"""
        if line.period is not None and line.period[0] == "at once":
            end = closing(e.when) if e.when[0] == "span" else ends(e)
            here = {opening(e.when) <= t < end}
            return MAYBE if here == SURE and e.when[0] == "span" else here
        out = set()
        first, last = (None, None) if line.period is None \
            else period_of(line.period, day)
        for x in starts(e):
            here = opening(x) <= t and (
                first is None or first <= day_of(x) <= last)
            out |= {here}
            if e.when[0] == "span" and t < closing(e.when):
                out |= NOT
        return out

    def count(self, line, row, t, more=lambda e: True):
        """(low, high, why) of those let in, in the period of T."""
        low = high = 0
        causes = set()
        for v in self.visits:
            e = v.entry
            if opening(e.when) > t or not more(e):
                continue
            answers, why = self.fits(e, line, row, t)
            answers = all_three(answers, v.let_in,
                                self.timely(e, line, t, t // DAY))
            low += answers == SURE
            high += True in answers
            if len(answers) > 1:
                causes.add("disagree" if len(v.let_in) > 1 else why
                           or "range")
        return low, high, causes

    # -- refusals

    def room(self, line, row, e):
        """Was there room for E when it was refused?"""
        t = opening(e.when)
        out = SURE
        asks = [(line.figure, lambda x: True)]
        if line.same is not None:
            asks.append((line.same, lambda x: x.by == e.by))
        for each in self.clause.visits:
            if each.kind == "each site":
                asks.append((each.figure, lambda x: x.spot == e.spot))
                if each.same is not None:
                    asks.append((each.same, lambda x: x.spot == e.spot
                                 and x.by == e.by))
        for n, more in asks:
            low, high, _ = self.count(line, row, t, more)
            out = all_three(out, {low + 1 <= n, high + 1 <= n})
        return out

    def may_refuse(self, e):
        """"A refusal of what was asked too late, or of a team of the wrong
        size, is no breach; whether it was asked in time leaves the refusal
        undetermined"."""
        out = NOT
        for rule in self.clause.visits:
            if rule.kind == "asked":
                found = self.asked_verdict(rule, e)[0]
                if found == "broken":
                    return SURE
                if found == "undetermined":
                    out = MAYBE
            if rule.kind in ("team", "inspectors") and e.team is not None \
                    and not self.right_size(rule, e):
                return SURE
        return out

    def right_size(self, rule, e):
        return e.team == rule.figure if rule.kind == "team" \
            else e.team <= rule.figure

    def stands(self, line, row, e, t):
        """Does the refusal still stand at T? "while it lies in the period of
        the day, or until the same inspector is let in by that subject"."""
        if line.period is not None and line.period[0] != "at once" \
                and True not in self.timely(e, line, t, t // DAY):
            return NOT
        out = SURE
        for v in self.visits:
            x = v.entry
            if x.by == e.by and x.under in (None, self.clause.id) \
                    and set(holder_names(self.case, x.holder)) & row[1] \
                    and True in v.let_in and x is not e:
                for s in starts(x):
                    if opening(s) <= opening(e.when):
                        continue
                    known = closing(x.when) if x.when[0] == "span" \
                        else opening(s)
                    if known <= t:
                        if v.let_in == SURE and x.when[0] != "span":
                            return NOT
                        out = MAYBE if v.let_in != SURE else NOT
                    elif opening(s) <= t:
                        out = MAYBE
        return out

    def quota(self, line, row, t):
        low, high, causes = self.count(line, row, t)
        n = line.figure
        refused, doubts = NOT, set()
        for v in self.visits:
            e = v.entry
            if False not in v.let_in or opening(e.when) > t:
                continue
            fit, why = self.fits(e, line, row, t)
            if False in (fit,) or fit == NOT or self.first_line(e, row) \
                    is not line:
                continue
            room = SURE
            for x in self.clause.visits:
                if x.kind == "accepts" and row[0] in [r[0] for r in subjects(
                            self.case, x.who)] and True in self.fits(
                                e, x, row, t)[0]:
                    mine = self.room(x, row, e)
                    sure = self.fits(e, x, row, t)[0] == SURE
                    room = all_three(room, mine if sure else mine | SURE)
            excused = self.may_refuse(e)
            one = all_three(fit, room, {not x for x in excused},
                            {not x for x in v.let_in},
                            self.stands(line, row, e, t))
            if one == SURE:
                return word("broken", "", low, high, n)
            if True in one:
                refused = MAYBE
                doubts.add("disagree" if len(v.let_in) > 1 else why if
                           len(fit) > 1 else "range" if len(room) > 1
                           else "silence")
        if refused == MAYBE:
            return word("undetermined", sorted(doubts)[0], low, high, n,
                        {"reason"} if len(doubts) > 1 or True else ())
        if line.relation != "at most":
            return self.floor(line, row, t)
        return word("kept", "nothing_recorded" if not high else "", low,
                    high, n, {"reason"} if not high and any(
                        True in self.fits(v.entry, line, row, t)[0]
                        and opening(v.entry.when) <= t
                        for v in self.visits) else ())

    def first_line(self, e, row):
        for x in self.clause.visits:
            if x.kind == "accepts" and row[0] in [r[0] for r in subjects(self.case, x.who)] \
                    and True in self.fits(e, x, row, opening(e.when))[0]:
                return x
        return None

    # -- floors

    def floor(self, line, row, t):
        low, high, _ = self.count(line, row, t, lambda e: not line.by
                                  or e.by in line.by)
        n, day = line.figure, t // DAY
        if low >= n:
            return word("kept", "", low, high, n)
        if line.period is None:
            first, last = self.whole_time()
        else:
            first, last = period_of(line.period, day)
        if first is None or day != last or not self.in_force_all(
                row, first, last):
            return word("not_due", "", low, high, n, {"reason"})
        bys = [x.who for x in self.clause.visits if x.kind == "by"]
        inspectors = [frozenset(m) for m in bys]
        covered = any(all(
            is_covered(self.case, b, "inspections", names, d)
            for d in range(first, last + 1))
            for names in [row[1]] + inspectors for b in self.case.books)
        if not covered:
            return word("undetermined", "silence", low, high, n,
                        {"reason"} if high >= n else ())
        if high >= n:
            return word("undetermined", "range", low, high, n, {"reason"})
        return word("broken", "", low, high, n)

    def whole_time(self):
        a, c = self.article, self.clause
        lasts = [x for x in (self.case.until, a.last, c.last) if x]
        firsts = [x for x in (self.case.force, a.first, c.first) if x]
        if not lasts:
            return None, None
        return max(map(day_of, firsts)), min(map(day_of, lasts))

    def in_force_all(self, row, first, last):
        moments = {first * DAY, (last + 1) * DAY - 1} | {
            t for t in self.bench.changes
            if first * DAY <= t < (last + 1) * DAY}
        return all(self.bench.in_force(self.article, self.clause, t)
                   and holds(self.bench, self.article, self.clause, row, t)
                   != NOT for t in moments)

    # -- of who inspects

    def inspectors(self):
        """"those named `by`; else, of several who accept, each of them; else
        every other party"."""
        for x in self.clause.visits:
            if x.kind == "by":
                return one_by_one(self.case, x.who)
        some = accepting(self)
        if len(some) > 1:
            return some
        return one_by_one(self.case, [n for n in bound_parties(self.case)
                                      if n not in some[0][1]])

    def theirs(self, names, t):
        """Inspections by NAMES of those who accept, in the clause's time."""
        for v in self.visits:
            e = v.entry
            if e.by not in names or e.under not in (None, self.clause.id):
                continue
            for x in self.clause.visits:
                if x.kind not in ("accepts", "by"):
                    continue
                if x.kind == "by":
                    rows = subjects(self.case, x.of) if x.of else [
                        (None, frozenset(self.case.parties), None)]
                else:
                    rows = subjects(self.case, x.who)
                found = set().union(*[self.fits(e, x, r, t)[0]
                                      for r in rows])
                if True in found:
                    yield v
                    break

    def asked_verdict(self, rule, e):
        r = self.of.get(e.number)
        if r is None:
            covered = any(is_covered(self.case, b, "requests",
                                     frozenset([e.by]), day_of(e.when))
                          for b in self.case.books)
            return ("broken", "", None) if covered else (
                "undetermined", "silence", None)
        n, unit = rule.length
        if unit == "hour":
            lead = Fraction(opening(e.when) - closing(r.when), 60)
        else:
            lead = day_of(e.when) - day_of(r.when)
            n *= FIXED[unit] // DAY
        return ("kept" if lead >= n else "broken", "", lead)

    def manner(self, rule, names, t):
        found = []
        for v in self.theirs(names, t):
            e = v.entry
            if rule.kind == "lasts":
                if v.let_in == NOT or not opening(e.when) <= t < ends(e):
                    continue
                if e.until is None and e.ends_at is None:
                    found.append(("undetermined", "silence", None))
                    continue
                limit, exact = after(e.when, *rule.length)
                end = ends(e)
                found.append(("kept" if end <= limit else "broken", "",
                              None))
            elif t // DAY not in {day_of(x) for x in starts(e)} \
                    or opening(e.when) > t:
                continue
            elif rule.kind == "asked":
                found.append(self.asked_verdict(rule, e))
            elif v.let_in == NOT and e.team is None:
                continue
            elif e.team is None:
                found.append(("undetermined", "silence", None))
            else:
                found.append(("kept" if self.right_size(rule, e)
                              else "broken", "", e.team))
        if not found:
            return word("not_due", "nothing_due")
        order = ("broken", "undetermined", "kept")
        worst = min(found, key=lambda x: order.index(x[0]))
        alike = {x for x in found if x[0] == worst[0]}
        return word(worst[0], worst[1], worst[2], worst[2], None,
                    {"measured"} if len(alike) > 1 or worst[2] is None
                    or rule.kind == "lasts" else ())

    # -- in time

    def in_time(self, rule, requests, sequel, kinds, names_of, t):
        """"Before, the row is `not_due`; then broken ...; once done `kept`,
        or `kept`, `late`, until another is asked for"."""
        found, done, asks_less = [], [], rule.kind == "access"
        for r in requests:
            if opening(r.when) > t:
                continue
            end, exact = after(r.when, *rule.length)
            came = sorted((x[r.number] for x in sequel if r.number in x),
                          key=lambda e: opening(e.when))
            first, last, known = told_at(came[0]) if came else (None,) * 3
            inclusive = exact and r.when[0] == "time"
            if came and known <= t:
                if asks_less and came[0].refused:
                    continue            # it "asks for nothing more"
                ok = {at < end or inclusive and at == end
                      for at in (first, last)}
                n = self.long(rule, r, came[0]) if first == last else None
                done.append((known, ("undetermined", "range", None)
                             if len(ok) > 1 else
                             ("kept", "" if ok == {True} else "late", n)))
            elif t < end:
                found.append(("not_due", "", None))
            elif came and first > end:
                found.append(("broken", "", None))
            elif came and first <= t:
                found.append(("undetermined", "range", None))
            elif any(is_covered(
                    self.case, b, k, names_of(r), (end - 1) // DAY)
                    for b in self.case.books for k in kinds):
                found.append(("broken", "", None))
            else:
                found.append(("undetermined", "silence", None))
        for verdict in ("broken", "undetermined", "not_due"):
            for x in found:
                if x[0] == verdict:
                    alike = {y for y in found if y[0] == verdict}
                    return word(*x[:2], vague={"measured"} | (
                        {"reason"} if len(alike) > 1 else set()))
        if not done:
            return word("not_due", "nothing_due")
        verdict, reason, n = max(done, key=lambda x: x[0])[1]
        return word(verdict, reason, n, n, rule.length[0], {"measured"}
                    if n is None else ())

    def long(self, rule, r, e):
        """How long it took: hours of a date from its end, if what came says
        its time; days, if one of the two is dated, whole."""
        start, at = opening(r.when), opening(e.when)
        timed = [x.when[0] == "time" for x in (r, e)]
        if rule.length[1] == "hour":
            start = closing(r.when) if timed == [False, True] else start
            return max(Fraction(0), Fraction(at - start, 60))
        if timed == [True, True]:
            return max(Fraction(0), Fraction(at - start, DAY))
        return Fraction(at // DAY - start // DAY)

    def requests(self, row, by=None):
        whom = row[1]
        return [e for _, e in acts(self.judge, "request")
                if e.under in (None, self.clause.id) and set(e.who) & whom
                and (by is None or set(e.holder[1]) & set(by))
                and self.bench.in_force(self.article, self.clause,
                                        opening(e.when))
                and (row[0] is None or holds(
                    self.bench, self.article, self.clause, row,
                    opening(e.when)) != NOT)]


def accepting(gate):
    out = []
    for x in gate.clause.visits:
        if x.kind == "accepts":
            out += [r for r in subjects(gate.case, x.who) if r not in out]
        if x.kind == "by" and x.of:
            out += [r for r in subjects(gate.case, x.of) if r not in out]
    return out


def one_by_one(case, names):
    return [(("party", (n,)), frozenset([n]), None) for n in names]


def inspection_rows(bench, article, clause, day):
    gate, out = Gate(bench, article, clause), []
    instants = set(bench.changes)
    for _, r in acts(bench.judge, "request"):
        for rule in clause.visits:
            if rule.length:
                instants |= {after(r.when, *rule.length)[0]}
    for v in gate.visits:
        instants |= {opening(v.entry.when), ends(v.entry)}

    def row(number, who, at):
        out.extend(day_rows(bench, article, clause, number, who, day, at,
                            instants))
    for k, x in enumerate(clause.visits):
        if x.kind == "accepts":
            for r in subjects(bench.case, x.who):
                row(k + 1, r, lambda t, r=r: gate.quota(x, r, t))
        elif x.kind == "floor":
            x.place = x.place or next((
                y.place for y in clause.visits if y.kind == "by"), None)
            x.by = frozenset(n for y in clause.visits if y.kind == "by"
                             for n in y.who)
            for r in accepting(gate):
                row(k + 1, r, lambda t, r=r: gate.floor(x, r, t))
        elif x.kind in ("asked", "team", "inspectors", "lasts"):
            for r in gate.inspectors():
                row(k + 1, r, lambda t, r=r: gate.manner(x, r[1], t))
        elif x.kind in ("answer", "access"):
            for r in accepting(gate):
                some = gate.requests(r)
                if x.kind == "access":  # not for words alone
                    some = [q for q in some if q.spot or q.under]
                done = [sequels(bench.judge, some, "inspect")]
                kinds = ("inspections",)
                if x.kind == "answer":
                    done.append(sequels(bench.judge, some, "answer"))
                    kinds = ("answers", "inspections")
                row(k + 1, r, lambda t, some=some, done=done, kinds=kinds:
                    gate.in_time(x, some, done, kinds,
                                 lambda q: frozenset(q.who), t))
        elif x.kind == "on request":
            for r in one_by_one(bench.case, x.who):
                some = gate.requests(r, x.of)
                done = [sequels(bench.judge, some, "inspect", visiting=True),
                        sequels(bench.judge, some, "answer")]
                row(k + 1, r, lambda t, some=some, done=done: gate.in_time(
                    x, some, done, ("answers", "inspections"),
                    lambda q: frozenset(q.who), t))
        elif x.kind == "open":
            for r in subjects(bench.case, x.who):
                row(k + 1, r, lambda t, r=r: passage(
                    bench, article, clause, x, r, t, True))
    return out


# ---- access ----------------------------------------------------------------

def passage(bench, article, clause, x, row, t, sees):
    """"Broken on the days on which a `restriction` on A by the subject
    stands at a place in Z, or, where A is to see or to inspect, an inspection
    by A was refused there"."""
    case, names = bench.case, row[1]
    region = case.places.region(x.place)
    found = NOT
    for _, e in acts(bench.judge, "restriction", "inspect"):
        if e.act == "restriction":
            on, by = set(e.who), {e.by}
        else:
            on, by = {e.by}, set(holder_names(case, e.holder))
            if not e.refused or not sees or e.under not in (None, clause.id):
                continue
        first = opening(e.when) // DAY * DAY
        end = (e.until + 1) * DAY if e.act == "restriction" and e.until \
            else closing(e.when) if e.when[0] != "time" \
            else (day_of(e.when) + 1) * DAY
        if not first <= t < end or opening(e.when) > t or not on & x.on \
                or not by & names:
            continue
        spot = {c in region for c in case.places.spot(e.spot)}
        if spot == SURE:
            return word("broken")
        found = found | spot
    if True in found:
        return word("undetermined", "place")
    if any(is_covered(case, b, "restrictions", names, t // DAY)
           for b in case.books):
        return word("kept", "nothing_recorded")
    return word("undetermined", "silence")


def access_rows(bench, article, clause, day):
    out = []
    instants = {opening(e.when) for _, e in acts(
        bench.judge, "restriction", "inspect")}
    for k, x in enumerate(clause.visits):
        for r in subjects(bench.case, x.who):
            out += day_rows(bench, article, clause, k + 1, r, day,
                            lambda t, r=r: passage(
                                bench, article, clause, x, r, t,
                                x.kind == "see"), instants)
    return out
