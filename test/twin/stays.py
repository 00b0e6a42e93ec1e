"""How long forces stay: pools of what one book holds of one holder and item
in a place."""
import worlds as w
from informs import beginning
from limits import lines_of, predicate
from measures import Force
from model import DAY, party_of, subjects
from newer import day_rows, word
from times import later

ORDER = ("broken", "undetermined", "kept")


class Pool:
    """COMES and GOES: (perhaps from, for certain from, amount)."""

    def __init__(self, judge, ledger, unit, start):
        self.judge, self.ledger, self.unit = judge, ledger, unit
        self.start, self.comes, self.goes = start, [], []
        self.last = {}              # the last day on which it may have come

    def ends(self, amount):
        found = [world.ends(amount) for world, _
                 in self.judge.scenarios(self.ledger)]
        return (min(a for a, _ in found),
                None if None in [b for _, b in found]
                else max(b for _, b in found))

    def low(self, t):
        """What is there for certain."""
        return self.ends(w.minus(
            w.total(x for _, sure, x in self.comes if sure <= t),
            w.total(x for may, _, x in self.goes if may <= t)))[0]

    def high(self, t):
        return self.ends(w.minus(
            w.total(x for may, _, x in self.comes if may <= t),
            w.total(x for _, sure, x in self.goes if sure <= t)))[1]

    def instants(self):
        return sorted({x for a, b, _ in self.comes + self.goes
                       for x in (a, b)} | {self.start})


def pools(judge, pred, start):
    """All pools of the forces that PRED takes in."""
    out = []
    for ledger in judge.ledgers:
        counter = judge.counter(ledger, 0)
        found = {}

        def inside(key):
            if key is None:
                return False
            sigs = counter.signatures(Force(key[0], key[1], key[2], key[3]),
                                      [pred])
            return sigs == {(True,)}
        for f in ledger.flows:
            came, left = inside(f.to), inside(f.source)
            if not came and not left or f.start > (judge.as_of + 1) * DAY - 1:
                continue
            same = came and left and f.source[:2] == f.to[:2]
            if same:
                continue        # it stays there; so if its status changes
            for key, here, list_name in ((f.to, came, "comes"),
                                         (f.source, left, "goes")):
                if not here:
                    continue
                pool = found.setdefault(key[:2], Pool(
                    judge, ledger, is_unit(key[0]), start))
                sure = f.lands
                last = sure - DAY if f.kind == "span" else sure
                getattr(pool, list_name).append((f.start, sure, f.amount))
                pool.last[f.start, sure] = last
        out += found.values()
    return out


def is_unit(holder):
    return holder[0] == "names" and len(holder[1]) == 1 \
        and party_of(holder[1][0]) != holder[1][0]


def verdict(pool, t, limit, away):
    n, unit = limit

    def over(a):
        return later(max(a, pool.start) // DAY * DAY, n, unit) <= t
    if pool.high(t) <= 0:
        return None
    old = w.total(x for may, sure, x in pool.comes
                  if sure <= t and over(pool.last[may, sure]))
    gone = w.total(x for may, _, x in pool.goes if may <= t)
    if pool.ends(w.minus(old, gone))[0] > 0 or (
            away and pool.unit
            and stayed(pool, t, away, pool.low) >= n * DAY):
        return "broken"
    if stayed(pool, t, away, pool.high) >= n * DAY:
        return "undetermined"
    return "kept"


def stayed(pool, t, away, amount):
    """How long, up to T, it has been there without a break that counts."""
    cuts = [x for x in pool.instants() if pool.start <= x <= t]
    total, out_since = 0, None
    for a, b in zip(cuts, cuts[1:] + [t]):
        if amount(a) > 0:
            if out_since is not None:
                if away is None or a - out_since >= away[0] * DAY:
                    total = 0
                out_since = None
            total += b - a
        elif out_since is None:
            out_since = a
    return 0 if out_since is not None else total


def stay_rows(bench, article, clause, day):
    out, start = [], beginning(bench, article, clause)
    for number, line in lines_of(clause):
        for row in subjects(bench.case, line.whom):
            pred = predicate(bench.case, row[1], row[2], line.items,
                             line.stated, line.place)
            some = pools(bench.judge, pred, start)

            def at(t):
                found = [v for v in (verdict(
                    p, t, line.figure, clause.away)
                    for p in some) if v]
                if not found:
                    return word("not_due", "nothing_due")
                worst = min(found, key=ORDER.index)
                return word(worst, "range" if worst == "undetermined" else "",
                            vague={"reason", "measured"})
            out += day_rows(bench, article, clause, number, row, day, at,
                            {x for p in some for x in p.instants()})
    return out
