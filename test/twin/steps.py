"""Steps: deeds, their deadlines, what must stay so, and who must verify."""
from itertools import product

import choices
import figures
import worlds as w
from judge import Reading, hull
from limits import Row, Told, bases, cuts, decide, in_force, predicate
from measures import Force
from model import DAY, closing, opening, subjects
from notices import is_covered
from follow import Trace
from remedies import is_suspended, moved


class Step:
    """One step as of a day: anchor, deeds, when they were done."""

    def __init__(self, judge, article, clause, others, bench=None):
        self.judge, self.case, self.bench = judge, judge.case, bench
        self.article, self.clause = article, clause
        self.others = others                # {id: Step}
        self.last = (judge.as_of + 1) * DAY - 1
        self.traces, self.memory = {}, {}
        self.deeds = []                     # (line, subject, names, deed, term)
        line = 0
        for deed in clause.deeds:
            for term in deed.terms or [None]:
                line += 1
                for subject, names, side in subjects(self.case, deed.actor):
                    self.deeds.append((line, subject, names, side, deed, term))
        self.lines = line

    # -- when

    def waits_for(self):
        if self.clause.after:
            return self.clause.after
        if self.clause.within and self.clause.within[1][0] == "step":
            return self.clause.within[1]
        return None

    def anchor(self):
        """"what `within D of ANCHOR` names, else `from`, else entry into
        force"; None: it waits for another step."""
        wait = self.waits_for()
        if wait:
            other = self.others[wait[1]]
            return other.all_done() if wait[2] == "done" else other.verified()
        if self.clause.within and self.clause.within[1] != "force":
            return opening(self.clause.within[1])
        if self.clause.first:
            return opening(self.clause.first)
        return opening(self.case.force)

    def deadline_of(self, k):
        """The deadline of deed K, moved by the suspensions of its row."""
        limit = self.deadline()
        if limit is None or self.bench is None:
            return limit
        return moved(self.bench, self.clause.id, self.deeds[k][2], limit)

    def deadline(self):
        """"A span from a date does not count that day and includes its last";
        "by D" includes D."""
        if self.clause.by is not None:
            return closing(("day", self.clause.by))
        if self.clause.within is None or self.anchor() is None:
            return None
        if self.anchor() % DAY:     # "a span from an instant ends at an instant"
            return self.anchor() + self.clause.within[0] * DAY
        return closing(("day", self.anchor() // DAY + self.clause.within[0]))

    def instants(self):
        """All moments from the anchor on at which anything may change."""
        start = self.anchor()
        found = {start} | {d * DAY for d in range(start // DAY + 1,
                                                  self.judge.as_of + 1)}
        for ledger in self.judge.ledgers:
            found |= {t for t, _ in ledger.states if t > start}
        return sorted(t for t in found if t <= self.last)

    # -- readings

    def trace(self, k, ledger):
        key = (k, id(ledger))
        if key not in self.traces:
            _, _, names, _, deed, term = self.deeds[k]
            self.traces[key] = Trace(self.judge, ledger, names, term[1],
                                     deed.source, deed.to, self.anchor())
        return self.traces[key]

    def withdrawn(self, k, ledgers, t, fall_only):
        """The smaller of what has fallen and what stands there, or (for
        `none returns`) what has fallen alone; of several LEDGERS the one and
        the other are the sums of what each of them says."""
        traces = [(x, self.trace(k, x)) for x in ledgers]
        traces = [(x, trace) for x, trace in traces if trace.speaks(t)]
        if not traces:
            return None
        ends, sure, unsure = [], [], False
        for leave_out, into in ((False, ends), (True, sure)):
            for bases_of in product(*[self.judge.scenarios(x)
                                      for x, _ in traces]):
                every, fell, stands = w.World(), dict(w.ZERO), dict(w.ZERO)
                for n, (base, _) in enumerate(bases_of):
                    trace, world = traces[n][1], w.World(base)
                    a, b = trace.at(t, world, leave_out)
                    unsure = unsure or (not leave_out and trace.place_unsure)
                    every.take_in(world, f"{n} ")
                    fell = w.plus(fell, w.renamed(a, f"{n} "))
                    stands = w.plus(stands, w.renamed(b, f"{n} "))
                into.append(every.ends(fell) if fall_only else
                            smaller(every, fell, stands))
        return Reading(*hull(ends), hull(sure), True,
                       {"place"} if unsure else set(), True)

    def lost(self, k, ledger, t):
        """"`destroys N`, `disbands N` is what left for good by `destroy`
        (`disband`) entries of the actor since the anchor, in the place"."""
        _, _, names, side, deed, term = self.deeds[k]
        act = {"destroys": "destroy", "disbands": "disband"}[deed.verb]
        pred = predicate(self.case, names, side, term[1], (), deed.place)
        counter = self.judge.counter(ledger, t)
        surely, maybe, why = [], [], set()
        for f in ledger.flows:
            if f.entry.act != act or not self.anchor() <= f.start <= t:
                continue
            force = Force(f.entry.holder, *f.source[1:])
            if f.kind == "span" and t < f.lands:
                force = Force(*f.source, done="gone")
            answers = counter.signatures(force, [pred])
            if answers == {(True,)}:
                surely.append(f.amount)
            elif (True,) in answers:
                maybe.append(f.amount)
                why |= counter.why_possible(force, pred)
        anywhere = predicate(self.case, names, side, term[1], (), None)
        if not any((True,) in counter.signatures(Force(*key), [anywhere])
                   for instant, state in ledger.states if instant <= t
                   for key in state):
            return None             # it lists none of these
        ends = [(x.ends(w.total(surely))[0],
                 x.ends(w.total(surely + maybe))[1])
                for x, _ in self.judge.scenarios(ledger)]
        sure = [x.ends(w.total(surely))
                for x, _ in self.judge.scenarios(ledger)]
        return Reading(*hull(ends), hull(sure), True, why, True)

    def read(self, k, ledgers, t, fall_only):
        """What some ledgers say together, as of one; None: nothing."""
        key = (k, tuple(map(id, ledgers)), t, fall_only)
        if key not in self.memory:
            if self.deeds[k][4].verb == "withdraws":
                found = self.withdrawn(k, ledgers, t, fall_only)
            else:
                some = [r for r in (self.lost(k, x, t) for x in ledgers)
                        if r is not None]
                found = added(some) if some else None
            self.memory[key] = found
        return self.memory[key]

    def outcome(self, k, t, fall_only=False, then=None):
        """{basis: (low, high, verdict, reason)} of deed K at T, the verdict
        being that of "at least N". "Each book is traced alone; declared and
        estimated are combined as for limits." A book that lists nothing of
        it says nothing; if none does, nothing was done. A figure that hangs
        on something is that of T, or of THEN."""
        _, _, names, side, deed, term = self.deeds[k]
        if deed.verb == "accepts":
            n = len(self.accepted(names, deed, t))
            return {"combined": (n, n, "kept" if n == len(deed.sites)
                                 else "undetermined", "")}
        if deed.verb == "reaches":
            m = deed.measure
            main = predicate(self.case, names, side, m.terms[0][1],
                             (m.stated,) if m.stated else (), m.place)
            return {b: x[:4] for b, x in bases(
                self.judge, t, names, main, (), m.relation,
                m.terms[0][0]).items()}
        books = [[x for x in self.judge.ledgers if x.basis == "declared"
                  and x.book.keeper in names]] + [
            [x] for x in self.judge.ledgers if x.basis != "declared"]
        own, *others = [self.read(k, some, t, fall_only) for some in books]
        own = [] if own is None else [own]
        others = [r for r in others if r is not None]
        figure = term[0]
        if isinstance(figure, figures.Figure):
            told = figures.measured(
                self.bench, figure, self.deeds[k][1:4], then or t, "at least",
                lambda n: {b: Told(*x) for b, x in self.reached(
                    own, others, n).items()})
            return {b: x[:4] for b, x in told.items()}
        return self.reached(own, others, figure)

    @staticmethod
    def reached(own, others, figure):
        out = {}
        if own:
            out["declared"] = decide("at least", figure, own)
        if others:
            out["estimated"] = decide("at least", figure, others)
        if own or others or choices.UNLISTED_DEED_IS_NOTHING:
            out["combined"] = decide("at least", figure, own + others or [
                Reading(0, 0, (0, 0), True)])
        else:
            out["combined"] = (None, None, "undetermined", "range")
        return out

    # -- inspections

    def inspections(self, names, deed, t):
        """`inspect` entries of the actor since the anchor, by one of those
        named (by anybody, if none is), at a site of the deed."""
        for book in self.case.books:
            for e in book.entries:
                if e.act == "inspect" and self.anchor() <= opening(e.when) \
                        <= t and e.spot and e.spot[0] == "at" \
                        and frozenset(n.split("/")[0] for n in e.holder[1]) \
                        <= names and e.by in (deed.inspectors or (e.by,)):
                    yield e

    def accepted(self, names, deed, t):
        """The sites of the deed at which one was not refused."""
        return {s for e in self.inspections(names, deed, t)
                if not e.refused for s in e.spot[1] if s in deed.sites}

    def not_accepted(self, k, t):
        """"an `inspect` at a missing site that was refused since the anchor,
        or a book that `covers inspections of` the actor: broken; else
        undetermined (`silence`)"."""
        _, _, names, _, deed, _ = self.deeds[k]
        missing = set(deed.sites) - self.accepted(names, deed, t)
        refused = any(e.refused and missing & set(e.spot[1])
                      for e in self.inspections(names, deed, t))
        day = self.deadline_of(k) // DAY - 1
        if refused or any(is_covered(self.case, b, "inspections", names, day)
                          for b in self.case.books):
            return "broken", "", None
        return "undetermined", "silence", None

    def is_reached(self, k, outcome):
        """Done: "the first moment at which its low end reaches N"."""
        return outcome[2] == "kept"

    def done(self, k, basis="combined"):
        """The first moment at which deed K is done, or None."""
        key = ("done", k, basis)
        if key not in self.memory:
            self.memory[key] = None
            if self.anchor() is not None:
                for t in self.instants():
                    told = self.outcome(k, t)
                    if basis in told and self.is_reached(k, told[basis]):
                        self.memory[key] = t
                        break
        return self.memory[key]

    def all_done(self):
        moments = [self.done(k) for k in range(len(self.deeds))]
        return None if None in moments else max(moments)

    # -- verifying

    def verifiers(self):
        """[(subject, names that may verify)]: "`verified by the other side`:
        a row for each side whose counterpart has a deed"."""
        v = self.clause.verifier
        if v is None:
            return []
        if v[0] == "monitor":
            return [(("party", (v[1],)), frozenset([v[1]]))]
        out = []
        for subject, names, side in subjects(self.case, ("each side",)):
            theirs = [names2 for _, names2, s in
                      subjects(self.case, ("each side",)) if s != side]
            acts = [n for _, _, n, _, _, _ in self.deeds]
            if any(n & t for n in acts for t in theirs):
                out.append((subject, names))
        return out

    def verified_by(self, names):
        """The first moment at which one of NAMES says so."""
        done = self.all_done()
        moments = [opening(e.when) for book in self.case.books
                   for e in book.entries
                   if e.act == "verified" and e.step == self.clause.id
                   and e.by in names and opening(e.when) <= self.last
                   and done is not None and opening(e.when) >= done]
        return min(moments) if moments else None

    def verified(self):
        moments = [self.verified_by(n) for _, n in self.verifiers()]
        return max(moments) if moments and None not in moments else None

    # -- rows at a moment

    def deed_row(self, k, t):
        """{basis: (low, high, verdict, reason, speaks)}"""
        anchor, deadline = self.anchor(), self.deadline_of(k)
        if anchor is None or t < anchor:
            why = "waits" if self.waits_for() else "?"
            return {"combined": (None, None, "not_due", why, True)}
        out = {}
        for basis, (low, high, _, _) in self.outcome(k, t).items():
            done = self.done(k, basis)
            if done is not None and done <= t:
                if not choices.DONE_IS_MEASURED_NOW:
                    low, high = self.outcome(k, done)[basis][:2]
                late = deadline is not None and done >= deadline
                out[basis] = (low, high, "kept", "late" if late else "", True)
            elif deadline is None or t < deadline:
                out[basis] = (low, high, "not_due", "", True)
            else:
                verdict, why, then = self.missed(k, basis, t)
                low, high = then or (low, high)
                out[basis] = (low, high, verdict, why, True)
        return out

    def missed(self, k, basis, t):
        """Past its deadline, and not surely done: "broken, if at no moment
        since the anchor it could have been done; else undetermined", for the
        reason of the last such moment, with the figure of that moment."""
        if self.deeds[k][4].verb == "accepts":
            return self.not_accepted(k, t)
        why = then = None
        for moment in self.instants():
            told = self.outcome(k, moment, then=t) if moment <= t else {}
            if basis in told and told[basis][2] != "broken":
                why, then = told[basis][3], told[basis][:2]
        return ("broken", "", None) if why is None else (
            "undetermined", why, then)

    def stay_row(self, k, t):
        """"judged from the moment the deed is done for the time D: kept while
        the balance of Z1 stays fallen by N, broken when it is not"."""
        over = self.clause.stays != "good"
        why = "waits" if self.waits_for() and (
            self.anchor() is None or t < self.anchor()) else "nothing_due"
        out = {"combined": (None, None, "not_due", why, True)}
        if self.anchor() is None or t < self.anchor():
            return out
        for basis, row in self.outcome(k, t, True).items():
            done = self.done(k, basis)
            if done is None or t < done:
                continue
            out[basis] = row + (True,)
            if over and t >= self.span_end(done, self.clause.stays):
                out[basis] = (None, None, "over", "", True)
        return out

    @staticmethod
    def span_end(done, days):
        """"A span from an instant ends at an instant"; one from the opening
        of a day with its last day."""
        if done % DAY:
            return done + days * DAY
        return closing(("day", done // DAY + days))

    def verify_row(self, subject, names, t):
        done, said = self.all_done(), self.verified_by(names)
        within = self.clause.verify_within
        if done is None or t < done:
            waits = self.waits_for() and (
                self.anchor() is None or t < self.anchor())
            early = self.anchor() is None or t < self.anchor()
            return {"combined": (None, None, "not_due", "waits" if waits else
                                 "?" if early else "nothing_due", True)}
        limit = None if within is None else self.span_end(done, within)
        if said is not None and said <= t:
            late = limit is not None and said >= limit
            return {"combined": (None, None, "kept", "late" if late else "",
                                 True)}
        if limit is None or t < limit:
            return {"combined": (None, None, "not_due", "", True)}
        absent = any(is_covered(self.case, book, "verifications", names,
                                limit // DAY - 1) for book in self.case.books)
        return {"combined": (None, None, "broken" if absent else
                             "undetermined", "" if absent else "silence",
                             True)}


def smaller(world, a, b):
    """The ends of the smaller of two amounts."""
    both = w.World(world)
    both.range("the smaller", None, None)
    z = w.unknown("the smaller")
    both.at_least_zero(w.minus(a, z))
    both.at_least_zero(w.minus(b, z))
    lows = [world.ends(a)[0], world.ends(b)[0]]
    return (None if None in lows else min(lows), both.ends(z)[1])


def added(readings):
    out = readings[0]
    for r in readings[1:]:
        out = Reading(sum_ends(out.low, r.low), sum_ends(out.high, r.high),
                      (sum_ends(out.sure[0], r.sure[0]),
                       sum_ends(out.sure[1], r.sure[1])),
                      True, out.why | r.why, True)
    return out


def sum_ends(a, b):
    return None if a is None or b is None else a + b


def all_steps(judge, bench=None):
    steps = {}
    for article, clause in judge.case.clauses():
        if clause.kind == "step":
            steps[clause.id] = Step(judge, article, clause, steps, bench)
    return steps


def step_rows(step, day):
    """Rows of a step at the close of DAY, a breach earlier that day too."""
    judge, clause, bench = step.judge, step.clause, step.bench
    wanted = []             # (line, subject, names, function of t)
    for k, (line, subject, names, *_) in enumerate(step.deeds):
        wanted.append((line, subject, names,
                       lambda t, k=k: step.deed_row(k, t)))
        if clause.stays is not None:
            wanted.append((step.lines + line, subject, names,
                           lambda t, k=k: step.stay_row(k, t)))
    line = step.lines * (2 if clause.stays is not None else 1) + 1
    for subject, names in step.verifiers():
        wanted.append((line, subject, names, lambda t, s=subject, n=names:
                       step.verify_row(s, n, t)))
    out = []
    for number, subject, names, at in wanted:
        per_cut = []
        for t in moments_of(step, day):
            if not in_force(judge.case, step.article, clause, t):
                per_cut.append({"combined": (None, None, "not_in_force", "",
                                             True)})
            elif bench and is_suspended(bench, clause.id, names, t):
                per_cut.append({"combined": (None, None, "suspended", "",
                                             True)})
            else:
                per_cut.append(at(t))
        out += finish(clause, number, subject, per_cut)
    return out


def moments_of(step, day):
    """The beginnings of the segments of a day, for a step."""
    clause = step.clause
    cut = step.bench.cuts(step.article, clause, day) if step.bench else cuts(
        step.judge, step.article, clause, day)
    ends = [step.deadline_of(k) for k in range(len(step.deeds))]
    done = step.all_done()
    if done is not None and clause.verify_within is not None:
        ends.append(step.span_end(done, clause.verify_within))
    if clause.stays not in (None, "good"):
        ends += [step.span_end(step.done(k, basis), clause.stays)
                 for k in range(len(step.deeds))
                 for basis in ("declared", "estimated", "combined")
                 if step.done(k, basis) is not None]
    return sorted(set(cut) | {t for t in ends
                              if t is not None and t // DAY == day})


def finish(clause, number, subject, per_cut):
    rows = []
    for basis in per_cut[-1]:
        told = [cut[basis] for cut in per_cut if basis in cut]
        last, vague = told[-1], set()
        breaches = [x for x in told if x[2] == "broken"]
        if breaches and last[2] != "broken":
            last, vague = breaches[-1], {"measured", "reason"}
        low, high, result, why, speaks = last
        if result == "over":            # no ruling says what it is then
            vague = {"verdict", "measured", "reason"}
        if why == "?":                  # before the anchor: no ruling either
            vague, why = {"reason"}, ""
        rows.append(Row(clause.id, number, "step", subject, basis, result, why,
                        low, high, speaks and basis == "combined", vague))
    return rows
