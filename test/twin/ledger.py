"""A book kept day by day: accounts, what is on the way, and what that tells.

"Two books are two ledgers." What a party's own book says of that party alone
is a ledger of its own, too: it declares, the rest of the book estimates.
"""
from dataclasses import dataclass

import choices
import worlds as w
from model import DAY, closing, day_of, directed, holder_names, is_below, \
    on_side, opening

POSTINGS = ("hold", "raise", "recount", "disband", "destroy", "move",
            "transfer", "change")


SEVERAL = "several accounts fit, and none is drawn on yet"


class Wrong(Exception):
    """The book cannot be kept: the program must report an error."""


@dataclass
class Flow:
    """An amount that leaves one account (or the outside) for another."""
    start: int
    lands: int                  # when it is in the account TO
    source: tuple               # account key, or None: the outside
    to: tuple
    amount: dict
    kind: str                   # "", "way", "span"
    entry: object
    stage: int                  # 0 openings, 1 stated, 2 all, 3 recounts
    whole: bool = False         # all that is in the account


@dataclass
class Total:
    day: int
    holder: tuple
    item: str
    statuses: tuple
    spot: tuple
    amount: dict


@dataclass
class Complete:
    since: int
    holder: tuple
    items: tuple
    statuses: tuple
    spot: tuple


def about(case, entry):
    """The parties that an entry is about."""
    names = set(holder_names(case, entry.holder)) if entry.holder else set()
    if entry.act == "transfer":
        names |= set(holder_names(case, entry.to))
    return names


def is_declared(case, book, entry):
    """"Entries about H in a book kept by H (and of no one else besides) are
    declared; postings of any other kind are estimated." (section 6)"""
    return about(case, entry) == {book.keeper}


def is_under(unit, holder):
    return unit == holder or unit.startswith(holder + "/")


class Ledger:
    """The entries of one book that have one basis."""

    def __init__(self, case, book, basis):
        self.case, self.book, self.basis = case, book, basis
        self.entries = [e for e in book.entries if e.holder is not None
                        and e.act not in ("observe", "inspect")
                        and is_declared(case, book, e) == (basis == "declared")]
        self.ranges = {}
        self.flows = []
        self.accounts = {}
        self.states = []            # (instant, accounts after the batch)
        self.known = []             # (instant, amount that is >= 0)
        self.wrong = []             # (day, message)
        self.totals = []
        self.completes = []
        self.balances = []          # (day, entry, stock, amount)
        self.counters = {}          # for judge.py
        self.events = [e for e in self.entries if e.act == "event"]
        self.keep()

    # -- figures

    def figure(self, entry, index):
        """"Each range that an entry states is one unknown; `at least 60` is
        an unknown without an upper end." (section 2)"""
        f = entry.stocks[index].figure
        if f[0] == "n":
            return w.const(f[1])
        name = f"{entry.number}.{index}"
        self.ranges[name] = (f[1], f[2] if f[0] == "range" else None)
        return w.unknown(name)

    # -- the sweep

    def keep(self):
        """All batches in order of their instants."""
        waiting = {}
        for e in self.entries:
            if e.act in POSTINGS:
                waiting.setdefault(opening(e.when), []).append(e)
            elif e.act == "total":
                for k, s in enumerate(e.stocks):
                    self.totals.append(Total(day_of(e.when), e.holder, s.item,
                                             s.statuses, e.spot,
                                             self.figure(e, k)))
            elif e.act == "complete":
                self.completes.append(Complete(
                    opening(e.when), e.holder, e.complete_for,
                    e.complete_stated, e.spot))
            elif e.act == "balance":
                for k, s in enumerate(e.stocks):
                    self.balances.append((day_of(e.when), e, s,
                                          self.figure(e, k)))
        while True:
            later = set(waiting) | {f.lands for f in self.flows
                                    if f.lands > f.start}
            last = self.states[-1][0] if self.states else -1
            later = [t for t in later if t > last]
            if not later:
                return
            t = min(later)
            try:
                self.batch(t, waiting.get(t, []))
            except Wrong as e:
                self.wrong.append((t // DAY, str(e)))
                return

    def batch(self, t, entries):
        """"Within a batch arrivals and openings come first, then what moves
        a stated figure, then what moves `all`, then recounts." What counts
        is the state after it: no account is then below zero."""
        touched = set()
        for f in self.flows:
            if f.lands == t and f.start < t:
                self.credit(f.to, f.amount)
        lines = [(e, k) for e in entries for k in range(len(e.stocks))]
        for e, k in lines:
            if e.act == "hold":
                self.post(t, e, None, (e.holder, e.stocks[k].item,
                          e.stocks[k].statuses, e.spot), self.figure(e, k), 0)
        stated = [(e, k) for e, k in lines if e.act not in ("hold", "recount")
                  and e.stocks[k].figure[0] != "all"]
        for e, k in self.in_turn(stated):
            touched |= self.take(t, e, k)
        before = dict(self.accounts)
        for e, k in lines:
            if e.stocks[k].figure[0] == "all":
                touched |= self.take_all(t, e, k, before)
        for e, k in lines:
            if e.act == "recount":
                key = self.account(e.holder, e.stocks[k], e.spot)
                if key is None or key is SEVERAL:
                    raise Wrong("recount of an account that is not open")
                new = self.figure(e, k)
                self.flows.append(Flow(t, t, key, key, new, "recount", e, 3))
                self.accounts[key] = new
        for key in touched:
            self.known.append((t, self.accounts[key]))
        self.states.append((t, dict(self.accounts)))

    def in_turn(self, lines):
        """Lines whose account is there first; a chain within one batch (from
        A to B, from B to C) is followed whatever the order in the file."""
        lines = sorted(lines, key=lambda x: x[0].act != "raise")
        while lines:
            ready = [x for x in lines if x[0].act == "raise"
                     or self.chain(x[0].holder, x[0].stocks[x[1]], x[0].spot,
                                   x[0])]
            if not ready:
                raise Wrong("nothing is listed that could be taken from")
            # one whose account holds too little waits for those that fill it
            first = ([x for x in ready if self.is_enough(*x)] or ready)[0]
            yield first
            lines.remove(first)

    def is_enough(self, e, k):
        """By the ranges alone."""
        if e.act == "raise":
            return True
        key = self.chain(e.holder, e.stocks[k], e.spot, e)[0]
        if key is SEVERAL:
            return True
        world = w.World()
        world.ranges = self.ranges
        high = world.by_ranges(w.minus(self.accounts[key],
                                       self.figure(e, k)))[1]
        return high is None or high >= 0

    # -- accounts

    def credit(self, key, amount):
        if key is not None:
            self.accounts[key] = w.plus(self.accounts.get(key, w.ZERO), amount)

    def post(self, t, entry, source, to, amount, stage, whole=False):
        """One posting: at once, on the way until it arrives, or some time
        in the span of the entry."""
        lands, kind = t, ""
        if entry.when[0] == "span":
            lands, kind = closing(entry.when), "span"
        elif entry.arrives is not None:
            lands, kind = opening(entry.arrives), "way"
        self.flows.append(Flow(t, lands, source, to, amount, kind, entry,
                               stage, whole))
        if source is not None:
            self.accounts[source] = w.minus(self.accounts[source], amount)
        if lands == t:
            self.credit(to, amount)

    def account(self, holder, stock, spot):
        """The account of exactly that holder, item, statuses and place;
        "where the entry names fewer statuses than the account has, the one
        account there that fits is meant; if several fit, it is an error"."""
        key = (holder, stock.item, stock.statuses, spot)
        if key in self.accounts:
            return key
        fits = [k for k in self.accounts
                if k[0] == holder and k[1] == stock.item and k[3] == spot
                and set(stock.statuses) <= set(k[2])]
        return SEVERAL if len(fits) > 1 else fits[0] if fits else None

    def chain(self, holder, stock, spot, entry):
        """The account, then those that hold it, nearest first: "its parent
        unit's, its party's, a joint one's, its side's"."""
        if entry.change:
            stock = type(stock)(stock.item, stock.figure, tuple(sorted(
                set(stock.statuses) | {entry.change[0]})))
        holders = [holder]
        if holder[0] == "names" and len(holder[1]) == 1:
            name = holder[1][0]
            while "/" in name:
                name = name.rsplit("/", 1)[0]
                holders.append(("names", (name,)))
            joint = {k[0] for k in self.accounts if k[0][0] == "names"
                     and len(k[0][1]) > 1
                     and any(is_under(holder[1][0], n) for n in k[0][1])}
            holders += sorted(joint)
            holders += [("side", s) for s in sorted(self.case.sides)
                        if name in on_side(self.case, s)]
        found = [self.account(h, stock, spot) for h in holders]
        return [k for k in found if k is not None]

    def draws(self, t, entry, k):
        """[(account, amount)]: "A unit whose own account does not suffice
        draws the rest from an account that holds it." It suffices if it can
        in any world; the worlds in which it cannot are then no worlds."""
        left = self.figure(entry, k)
        keys = self.chain(entry.holder, entry.stocks[k], entry.spot, entry)
        out = []
        for n, key in enumerate(keys):
            if key is SEVERAL:
                raise Wrong("several accounts fit")
            there = self.accounts[key]
            rest = w.minus(there, left)
            if n == len(keys) - 1 or self.can_reach(rest, t):
                out.append((key, left))
                return out
            if w.names(there) or there[w.CONST]:
                out.append((key, there))
                left = w.minus(left, there)
        return out

    def can_reach(self, amount, t):
        try:
            high = self.world(t).ends(amount)[1]
        except w.NoWorld:
            raise Wrong("no world is left")
        return high is None or high >= 0

    def target(self, entry, key, holder):
        """Where what leaves the account KEY goes: None is the outside."""
        if entry.act in ("disband", "destroy"):
            return None
        if entry.act == "move":
            return (holder, key[1], key[2], entry.to)
        if entry.act == "transfer":
            return (entry.to, key[1], key[2], key[3])
        statuses = (set(key[2]) - {entry.change[0]}) | {entry.change[1]}
        return (holder, key[1], tuple(sorted(statuses)), key[3])

    def take(self, t, e, k):
        """A stated figure. Returns the accounts that were drawn on."""
        s = e.stocks[k]
        if e.act == "raise":
            self.post(t, e, None, (e.holder, s.item, s.statuses, e.spot),
                      self.figure(e, k), 1)
            return set()
        touched = set()
        for key, amount in self.draws(t, e, k):
            self.post(t, e, key, self.target(e, key, e.holder), amount, 1)
            touched.add(key)
        return touched

    def take_all(self, t, e, k, before):
        """"`all troops` moves what is there: everything of the holder and of
        its units, of the item and what lies below it." (section 3)"""
        s, touched = e.stocks[k], set()
        stated = set(s.statuses) | ({e.change[0]} if e.change else set())
        for key, amount in before.items():
            mine = key[0] == e.holder or (
                key[0][0] == e.holder[0] == "names" and len(key[0][1]) == 1
                and len(e.holder[1]) == 1
                and is_under(key[0][1][0], e.holder[1][0]))
            if mine and is_below(key[1], s.item) and key[3] == e.spot \
                    and stated <= set(key[2]):
                self.post(t, e, key, self.target(e, key, key[0]), amount, 2,
                          True)
                touched.add(key)
        if not touched:
            raise Wrong("there is nothing to take all of")
        return touched

    # -- what is so at an instant

    def state(self, t):
        """Accounts after the last batch up to T."""
        out = {}
        for instant, accounts in self.states:
            if instant <= t:
                out = accounts
        return out

    def pending(self, t):
        """What is on the way, or has happened some time in a span."""
        return [f for f in self.flows if f.start <= t < f.lands]

    def world(self, t):
        """Ranges, and no account below zero after any batch up to T."""
        out = w.World()
        out.ranges = dict(self.ranges)
        for instant, amount in self.known:
            if instant <= t:
                out.at_least_zero(amount)
        return out

    # -- claims

    def claimed(self, t):
        """{name: side}: whom this book claims to be directed by a side that
        it is not on, "from the claim's date"."""
        out = {}
        books = [self.book] if choices.CLAIM_IS_OF_ITS_BOOK \
            else self.case.books
        for e in [e for b in books for e in b.entries]:
            if e.act == "claim" and opening(e.when) <= t:
                for side in self.case.sides:
                    members = on_side(self.case, side)
                    if e.claim[1] in members:
                        for n in directed(self.case, [e.claim[0]]):
                            if n not in members:
                                out[n] = side
        return out


def ledgers(case):
    """[ledger]: the declared part of each book kept by a party, and the
    estimated part of each book."""
    out = []
    for book in case.books:
        if book.keeper in case.parties:
            out.append(Ledger(case, book, "declared"))
        out.append(Ledger(case, book, "estimated"))
    return out
