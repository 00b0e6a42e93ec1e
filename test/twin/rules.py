"""The slow twin: judges a case (model.py) from the rulings of judging.md.

    rows(case, day)     every row at the close of a day, as of that day
    Contradiction       raised when the books leave no world

The rooms: worlds.py (amounts, elimination), places.py (the map by a table),
ledger.py (accounts), measures.py (in, out, possibly in), judge.py (ends of a
measure in one book), limits.py, bans.py, notices.py, follow.py (withdrawals,
move by move), steps.py, informs.py, visits.py, stays.py, bound.py,
and what hangs on other clauses and on the past:
bench.py, conditions.py, exceptions.py, quotas.py, consents.py, remedies.py.
choices.py holds what the rulings leave open.
"""
from bench import Bench
from bound import leave_rows, renewed
from consents import consent_rows
from informs import inform_rows
from judge import Clash, Contradiction, Judge
from ledger import ledgers
from limits import Row
from notices import notice_rows
from remedies import remedy_rows, wrong_rows
from stays import stay_rows
from steps import step_rows
from visits import access_rows, inspection_rows

__all__ = ["Contradiction", "Twin", "rows"]


class Twin:
    """A case whose books are kept once and judged as of several days."""

    def __init__(self, case):
        self.case = case
        self.kept = ledgers(case)

    def rows(self, day):
        try:
            case = renewed(self.case, day)
            return self.all_rows(case, Bench(Judge(case, day, self.kept)), day)
        except Clash as e:
            raise Contradiction(f"two exceptions at once: {e}") from e

    def all_rows(self, case, bench, day):
        out = leave_rows(bench, day)
        for article, clause in case.clauses():
            if clause.kind == "uncoded":
                # "A clause that is not judged has one row without subject."
                out.append(Row(clause.id, 1, clause.kind, None, "combined",
                               "not_judged", "unjudged"))
            elif clause.kind in ("limit", "quota"):
                out += bench.limit_rows(article, clause, day)
            elif clause.kind == "notice":
                out += notice_rows(bench, article, clause, day)
            elif clause.kind == "step":
                out += step_rows(bench.steps[clause.id], day)
                out += wrong_rows(bench, clause, day)
            elif clause.kind == "consent":
                out += consent_rows(bench, article, clause, day)
            elif clause.kind == "inform":
                out += inform_rows(bench, article, clause, day)
                out += wrong_rows(bench, clause, day)
            elif clause.kind == "inspection":
                out += inspection_rows(bench, article, clause, day)
            elif clause.kind == "stay":
                out += stay_rows(bench, article, clause, day)
            elif clause.kind == "access":
                out += access_rows(bench, article, clause, day)
            elif clause.kind == "remedy":
                out += remedy_rows(bench, article, clause, day)
        return out


def rows(case, day):
    return Twin(case).rows(day)
