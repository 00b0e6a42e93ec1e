"""The slow twin: judges a case (model.py) from the rulings of judging.md.

    rows(case, day)     every row at the close of a day, as of that day
    Contradiction       raised when the books leave no world

The rooms: worlds.py (amounts, elimination), places.py (the map by a table),
ledger.py (accounts), measures.py (in, out, possibly in), judge.py (ends of a
measure in one book), limits.py, notices.py, follow.py (withdrawals, move by
move) and steps.py. choices.py holds what the rulings leave open.
"""
from judge import Contradiction, Judge
from ledger import ledgers
from limits import Row, limit_rows
from notices import notice_rows
from steps import all_steps, step_rows

__all__ = ["Contradiction", "Twin", "rows"]


class Twin:
    """A case whose books are kept once and judged as of several days."""

    def __init__(self, case):
        self.case = case
        self.kept = ledgers(case)

    def rows(self, day):
        judge = Judge(self.case, day, self.kept)
        steps = all_steps(judge)
        out = []
        for article, clause in self.case.clauses():
            if clause.kind == "limit":
                out += limit_rows(judge, article, clause, day)
            elif clause.kind == "notice":
                out += notice_rows(judge, article, clause, day)
            elif clause.kind == "step":
                out += step_rows(steps[clause.id], day)
            elif clause.kind in ("exception", "uncoded"):
                # "A clause that is not judged has one row without subject."
                out.append(Row(clause.id, 1, clause.kind, None, "combined",
                               "not_judged", "unjudged"))
        return out


def rows(case, day):
    return Twin(case).rows(day)
