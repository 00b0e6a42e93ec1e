"""What the rows of one day hang on together: conditions, uses, rights."""
import bound
import figures
from exceptions import Bend, bends, bent, check_clash, could_be, \
    goes_before, turning_points
from conditions import holds
from limits import Line, Row, Told, bases, in_force, left_out, lines_of, \
    predicate
from limits import cuts as day_cuts
from model import DAY, Ban, Count, subjects
from bans import ban
from quotas import quota_at
from steps import all_steps
from times import changes


class Bench:
    def __init__(self, judge):
        self.judge, self.case, self.memory = judge, judge.case, {}
        self.last = (judge.as_of + 1) * DAY - 1
        self.clauses = {c.id: (a, c) for a, c in self.case.clauses()}
        self.changes = changes(judge) if self.is_new() else []
        self.changes = sorted(set(self.changes) | {
            t for t in bound.changes_of(self.case, judge.as_of)
            if t <= self.last})
        self.steps = all_steps(judge, self)

    def is_new(self):
        """Is there any form that hangs on the past or on other clauses?"""
        return bool(self.case.numbers) or any(c.conditions or a.conditions or c.kind in (
            "exception", "quota", "consent", "remedy", "inform",
            "inspection", "access", "stay")
            for a, c in self.case.clauses())

    def clause(self, id):
        return self.clauses[id][1]

    def in_force(self, article, clause, t):
        return in_force(self.case, article, clause, t)

    def is_target(self, x, clause):
        """Does the exception X bend this clause, or an article of it?"""
        article = self.clauses[clause.id][0]
        return (clause.kind, clause.id) in x.targets \
            or ("article", article.id) in x.targets

    # -- for notices

    def notice_bends(self, clause):
        return [(article, x) for article, x in self.case.clauses()
                if x.kind == "exception" and self.is_target(x, clause)
                and (x.without_notice or x.lead)]

    def open_for_notice(self, article, x, row, t):
        return could_be(self, Bend(article, x), row, t)

    def goes_before(self, x, y):
        return goes_before(self, x, y)

    def holds(self, article, clause, row, t):
        return holds(self, article, clause, row, t)

    # -- moments

    def cuts(self, article, clause, day):
        found = set(day_cuts(self.judge, article, clause, day))
        if self.changes:
            found |= {t for t in self.moments(clause.id) if t // DAY == day}
        return sorted(found)

    def moments(self, id):
        """All moments at which a row of the clause may change."""
        key = ("moments", id)
        if key not in self.memory:
            found = set(self.changes)
            for other in self.hangs_on(id):
                found |= set(turning_points(self, self.clause(other)))
            for _, c in self.case.clauses():
                if c.kind == "remedy" and id in (c.id, c.entitled[1]):
                    from remedies import rights
                    found |= {b for _, b in rights(self, c) if b is not None}
            self.memory[key] = sorted(found)
        return self.memory[key]

    def hangs_on(self, id):
        """The clause, and those that it names in its conditions."""
        out, left = set(), [id]
        while left:
            at = left.pop()
            if at in out:
                continue
            out.add(at)
            article, clause = self.clauses[at]
            left += [c.fact[1] for c in article.conditions +
                     clause.conditions if c.fact[0] == "kept"]
            left += [x.id for _, x in self.case.clauses()
                     if x.kind == "exception" and self.is_target(x, clause)]
        return out

    # -- rows

    def when_in_force(self, article, clause, t, at):
        if not self.in_force(article, clause, t):
            return {"combined": Told(None, None, "not_in_force", "", True)}
        return at(t)

    def bound(self, article, clause, row, t, at):
        """What AT tells, as the conditions of the clause allow: "While a
        condition is false the clause is not in force; while it is uncertain,
        what would be broken is undetermined"."""
        if not self.in_force(article, clause, t):
            return {"combined": Told(None, None, "not_in_force", "", True)}
        if not bound.members(self.case, row, t, self.judge.as_of):
            return bound.NOBODY
        answers = holds(self, article, clause, row, t)
        if answers == {False}:
            return {"combined": Told(None, None, "not_in_force", "condition",
                                     True)}
        found = at(t)
        if len(answers) == 1:
            return found
        return {basis: x._replace(verdict="undetermined", reason="condition")
                if x.verdict == "broken" else x for basis, x in found.items()}

    def row_at(self, article, clause, number, line, row, t):
        """{basis: Told} of one row of a limit or quota at T."""
        key = ("row", clause.id, number, row[0], t)
        if key not in self.memory:
            self.memory[key] = self.find(article, clause, number, line, row,
                                         t)
        return self.memory[key]

    def find(self, article, clause, number, line, row, t):
        _, names, side = row
        names = bound.members(self.case, row, t, self.judge.as_of) or names
        share = isinstance(line, Line) and line.share
        found = bends(self, clause, line, names, share)
        key = (clause.id, number)

        def measured(t, figure=None, more=()):
            if isinstance(line, Ban):
                return ban(self.judge, t // DAY, line, names, side)
            if isinstance(line, Count):
                return quota_at(self, article, clause, line, row, t, figure)
            main = predicate(self.case, names, side, line.items, line.stated,
                             line.place)
            n = line.figure if figure is None else figure

            def at(n):
                return {b: x._replace(allowed=n) for b, x in bases(
                    self.judge, t, names, main,
                    left_out(self.case, clause) + list(more), line.relation,
                    n).items()}
            if isinstance(n, figures.Figure):
                return figures.measured(self, n, row, t, line.relation, at)
            return at(n)

        def plain(t):
            at = ("plain", clause.id, number, row[0], t)
            if at not in self.memory:
                self.memory[at] = self.bound(article, clause, row, t,
                                             measured)
            return self.memory[at]

        def with_bend(b, t):
            return self.bound(article, clause, row, t, lambda t: measured(
                t, b.figure, b.without or ()))
        if found:
            check_clash(self, row, found, plain)
            return bent(self, found, row, key, plain, with_bend, t)
        return plain(t)

    def rows_of(self, clause):
        """[(number, line, row)] of a limit or quota."""
        for number, line in lines_of(clause):
            for row in subjects(self.case, line.whom):
                yield number, line, row

    def told_at(self, id, t):
        """[(row, {basis: Told})] of a limit at T."""
        article, clause = self.clauses[id]
        return [(row, self.row_at(article, clause, number, line, row, t))
                for number, line, row in self.rows_of(clause)]

    def rows_at(self, id, t):
        return [told for _, told in self.told_at(id, t)]

    def limit_rows(self, article, clause, day):
        rows, times = [], self.cuts(article, clause, day)
        for number, line, row in self.rows_of(clause):
            if isinstance(line, Count) and line.relation == "at least":
                times = [(day + 1) * DAY - 1]   # due at the close of a day
            told = [self.row_at(article, clause, number, line, row, t)
                    for t in times]
            rows += self.day_rows(clause, number, row[0], told)
        return rows

    @staticmethod
    def day_rows(clause, number, subject, per_cut):
        """"`status --on D` is the state at the close of D; a breach earlier
        on D shows as a breach." """
        rows = []
        for basis in ("declared", "estimated", "evidence", "combined"):
            told = [cut[basis] for cut in per_cut if basis in cut]
            if not told or (basis not in per_cut[-1] and
                            told[-1].verdict != "broken"):
                continue
            last = per_cut[-1].get(basis, told[-1])
            vague = set(last.vague)
            if last.verdict != "broken":
                breaches = [x for x in told if x.verdict == "broken"]
                if breaches:
                    last = breaches[-1]
                    vague = {"measured", "reason", "allowed"}
            rows.append(Row(clause.id, number, clause.kind, subject, basis,
                            last.verdict, last.reason, last.low, last.high,
                            last.speaks, vague, last.allowed))
        return rows
