"""What the rows of the newer kinds have in common: they stand on all bases
together, and have no measure of forces."""
from limits import Told
from model import DAY, day_of, opening
from remedies import is_suspended


def acts(judge, *names):
    """[(book, entry)] of these kinds that are known on the day of the
    answer, by their date."""
    found = [(b, e) for b in judge.case.books for e in b.entries
             if e.act in names and day_of(e.when) <= judge.as_of]
    return sorted(found, key=lambda x: opening(x[1].when))


def word(verdict, reason="", low=None, high=None, allowed=None, vague=()):
    return {"combined": Told(low, high, verdict, reason, True, vague,
                             allowed)}


def day_rows(bench, article, clause, number, row, day, at, instants):
    """The row of a day: AT(t) at each moment at which it may change."""
    cuts = set(bench.cuts(article, clause, day)) | {
        t for t in instants if day * DAY < t < (day + 1) * DAY}

    def here(t):
        if is_suspended(bench, clause.id, row[1], t):
            return word("suspended")
        return at(t)
    told = [bench.bound(article, clause, row, t, here)
            for t in sorted(cuts)]
    return bench.day_rows(clause, number, row[0], told)
