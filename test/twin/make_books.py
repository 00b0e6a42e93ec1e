"""Random books for cases.py: entries that are mostly valid, kept in view by
a rough tally of what each account holds."""
from fractions import Fraction

from model import DAY, Book, Entry, Stock, holder_names, on_side


class Scribe:
    """Writes the postings of one book, day by day."""

    def __init__(self, rng, case, book, force, first, last):
        self.rng, self.case, self.book, self.force = rng, case, book, force
        self.first, self.last = first, last
        self.tally = {}                 # account: [low, high]
        self.arriving = []              # (minute, account, low, high)
        self.touched = {}               # minute: accounts touched
        self.opened = set()
        self.ranges = 0

    # -- choices

    def spots(self):
        return [("at", (s,)) for s in self.case.places.sites] + [
            ("in", (z,)) for z in list(self.case.places.zones)[
                :self.case.places.boxes]]

    def spot_to_hold(self):
        roll = self.rng.random()
        if roll < 0.7:
            return ("at", (self.rng.choice(list(self.case.places.sites)),))
        if roll < 0.76:
            two = self.rng.sample(list(self.case.places.sites), 2)
            return ("at", tuple(sorted(two)))
        zones = [z for z in self.case.places.zones
                 if z not in ("rest", "both")]  # a box by another name
        return ("in", (self.rng.choice(zones),))

    def actors(self):
        return [p.name for p in self.case.parties.values()
                if p.kind != "monitor"]

    def holder_to_hold(self):
        keeper = self.book.keeper
        if keeper in self.case.parties and self.rng.random() < 0.85:
            return self.unit_of(keeper)
        name = self.rng.choice(self.actors())
        roll = self.rng.random()
        if keeper in self.case.parties:
            return ("names", (name,))
        if roll < 0.1 and len(self.actors()) > 1:
            return ("names", tuple(sorted(self.rng.sample(self.actors(), 2))))
        if roll < 0.15:
            return ("side", self.rng.choice(list(self.case.sides)))
        if roll < 0.18 and len(self.actors()) > 1:
            return ("or", tuple(sorted(self.rng.sample(self.actors(), 2))))
        return self.unit_of(name)

    def unit_of(self, name):
        roll = self.rng.random()
        tail = ("" if roll < 0.6 else "/1" if roll < 0.75 else "/1/a"
                if roll < 0.85 else "/2" if roll < 0.93 else "/rest")
        return ("names", (name + tail,))

    def statuses(self, much=0.5):
        out = []
        for values in self.case.families.values():
            if self.rng.random() < (0.75 if self.force.get("status") else much):
                out.append(self.rng.choice(values))
        return tuple(sorted(out))

    def figure(self, low=1, high=60):
        """A figure for new forces, and its ends."""
        n = self.rng.randint(low, high)
        roll = self.rng.random()
        if roll < 0.3 and self.ranges < 5:
            self.ranges += 1
            m = n + self.rng.randint(1, 30)
            return ("range", n, m), n, m
        if roll < 0.34 and self.ranges < 5:
            self.ranges += 1
            return ("least", n), n, n + 50
        return ("n", n), n, n

    # -- time

    def when(self, day):
        if self.rng.random() < 0.08:
            return ("time", day * DAY + 60 * self.rng.choice([6, 9, 14, 20]))
        return ("day", day)

    def settle(self, minute):
        """Arrivals up to MINUTE."""
        for item in list(self.arriving):
            if item[0] <= minute:
                self.credit(item[1], *item[2:])
                self.arriving.remove(item)

    def credit(self, key, low, high):
        have = self.tally.setdefault(key, [0, 0])
        have[0] += low
        have[1] += high

    def free(self, minute, *keys):
        """Are these accounts untouched by the batch so far?"""
        used = self.touched.setdefault(minute, set())
        return not used & set(keys)

    def touch(self, minute, *keys):
        self.touched.setdefault(minute, set()).update(keys)

    # -- entries

    def write(self):
        rng = self.rng
        start = self.first
        for _ in range(rng.randint(1, 4)):
            self.hold(start)
        for day in range(start, self.last + 1):
            for _ in range(rng.choice([0, 0, 0, 1, 1, 2])):
                if len(self.book.entries) > 20:
                    break
                when = self.when(day)
                minute = when[1] if when[0] == "time" else day * DAY
                self.settle(minute)
                act = rng.choices(
                    ["move", "hold", "raise", "disband", "destroy", "recount",
                     "transfer", "change"],
                    [12 if not self.force.get("moves") else 30, 2, 2, 1, 1 if
                     not self.force.get("moves") else 3, 1, 1, 1])[0]
                if act == "hold":
                    self.hold(day)
                elif act == "raise":
                    self.grow(when, minute)
                elif act == "recount":
                    self.recount(when, minute)
                else:
                    self.take(act, when, minute)

    def collides(self, holder, item, statuses, spot):
        """A party and its unit at one place, or an account opened twice."""
        for h, i, s, p in list(self.opened) + list(self.tally):
            if (i, s, p) != (item, statuses, spot):
                continue
            one = h[0] == holder[0] == "names" \
                and len(h[1]) == len(holder[1]) == 1
            if one:
                a, b = h[1][0] + "/", holder[1][0] + "/"
                if a.startswith(b) or b.startswith(a):
                    return True
            elif set(holder_names(self.case, h)) & set(
                    holder_names(self.case, holder)):
                return True
        return False

    def hold(self, day):
        holder, spot = self.holder_to_hold(), self.spot_to_hold()
        stocks = []
        for item in self.rng.sample(list(self.case.items),
                                    self.rng.choice([1, 1, 2])):
            statuses = self.statuses()
            if self.collides(holder, item, statuses, spot):
                continue
            figure, low, high = self.figure()
            key = (holder, item, statuses, spot)
            self.opened.add(key)
            self.credit(key, low, high)
            self.touch(day * DAY, key)
            stocks.append(Stock(item, figure, statuses))
        if stocks:
            e = Entry(("day", day), "hold", holder, spot, stocks=stocks)
            if day > self.first and self.rng.random() < 0.06:
                e.when = ("span", day, day + self.rng.randint(1, 3))
                for s in stocks:
                    self.tally.pop((holder, s.item, s.statuses, spot))
            self.book.entries.append(e)

    def some_account(self, minute):
        """An account with something in it that this batch has not touched."""
        keys = [k for k, (low, high) in self.tally.items()
                if high > 0 and self.free(minute, k)]
        return self.rng.choice(sorted(keys, key=repr)) if keys else None

    def grow(self, when, minute):
        key = self.some_account(minute)
        if key is None or key[0][0] == "or":
            return
        figure, low, high = self.figure(1, 20)
        self.touch(minute, key)
        self.credit(key, low, high)
        self.book.entries.append(Entry(when, "raise", key[0], key[3], stocks=[
            Stock(key[1], figure, key[2])]))

    def recount(self, when, minute):
        key = self.some_account(minute)
        if key is None or self.force.get("step"):
            return
        figure, low, high = self.figure()
        self.touch(minute, key)
        self.tally[key] = [low, high]
        self.book.entries.append(Entry(when, "recount", key[0], key[3],
                                       stocks=[Stock(key[1], figure, key[2])]))

    def amount(self, low, high):
        """(figure, low, high) of what is taken from an account."""
        rng = self.rng
        if low < 1:
            return None
        roll = rng.random()
        if self.force.get("step") and 0.3 < roll < 0.5:
            roll = 0.2
        if self.force.get("overdraw") and roll < 0.2:
            return ("n", high + rng.randint(1, 5)), 0, 0
        if roll < 0.15 and high > low:
            n = rng.randint(low, high)          # tells of the range
            return ("n", n), n, n
        if roll < 0.3 and self.ranges < 5 and low > 1:
            a = rng.randint(0, low - 1)
            b = rng.randint(a + 1, low)
            self.ranges += 1
            return ("range", a, b), a, b
        n = rng.randint(1, low)
        if roll > 0.97:
            return ("n", Fraction(2 * n - 1, 2)), n, n
        return ("n", n), n, n

    def take(self, act, when, minute):
        rng, case = self.rng, self.case
        key = self.some_account(minute)
        if key is None:
            return
        holder, item, statuses, spot = key
        entry = Entry(when, act, holder, spot)
        to = self.destination(act, entry, key)
        if to is False or not self.free(minute, *( [to] if to else [])):
            return
        if rng.random() < 0.15 and len(holder[1]) == 1 and \
                holder[0] == "names" and act != "change":
            return self.take_all(entry, key, minute)
        got = self.amount(*self.tally[key])
        if got is None:
            return
        figure, low, high = got
        mover = self.mover(key)
        entry.holder = mover
        if to is not None and act != "transfer":
            to = (mover,) + to[1:]
        named = statuses
        if statuses and act != "change" and rng.random() < 0.3:
            rest = [k for k in self.tally if k[0] == holder and k[1] == item
                    and k[3] == spot and k != key]
            if not rest and not [k for k in self.opened if k != key and
                                 k[0] == holder and k[3] == spot]:
                named = ()
        if act == "change":
            named = tuple(s for s in statuses if s != entry.change[0])
            if rng.random() < 0.5:
                named = tuple(sorted(named + (entry.change[0],)))
        entry.stocks = [Stock(item, figure, named)]
        self.touch(minute, key, *([to] if to else []))
        have = self.tally[key]
        have[0] -= high
        have[1] -= low
        self.land(entry, to, low, high, minute)
        self.book.entries.append(entry)

    def mover(self, key):
        """Mostly the holder itself; sometimes a member or a unit of it that
        has no account of its own there."""
        rng, (holder, item, statuses, spot) = self.rng, key
        if self.force.get("step") or rng.random() > 0.25:
            return holder
        options = []
        if holder[0] == "side":
            options = [("names", (n,)) for n in
                       sorted(on_side(self.case, holder[1]))]
        elif holder[0] == "names" and len(holder[1]) > 1:
            options = [("names", (n,)) for n in holder[1]]
        elif holder[0] == "names":
            options = [("names", (holder[1][0] + "/7",))]
        options = [o for o in options if not [
            k for k in list(self.tally) + list(self.opened)
            if k[3] == spot and k[1] == item and k != key
            and k[0][0] != "side"]]
        return rng.choice(options) if options else holder

    def destination(self, act, entry, key):
        """The account that gains, None for the outside, False if none."""
        rng = self.rng
        holder, item, statuses, spot = key
        if act in ("disband", "destroy"):
            return None
        if act == "transfer":
            others = [n for n in self.actors()
                      if n not in holder_names(self.case, holder)]
            if self.book.keeper in self.case.parties or not others \
                    or self.force.get("step"):
                return False
            entry.to = ("names", (rng.choice(others),))
            return (entry.to, item, statuses, spot)
        if act == "change":
            for s in statuses:
                family = [f for f in self.case.families.values() if s in f][0]
                new = rng.choice([x for x in family if x != s])
                entry.change = (s, new)
                return (holder, item, tuple(sorted(
                    (set(statuses) - {s}) | {new})), spot)
            return False
        if spot[0] == "at" and len(spot[1]) > 1 or spot not in self.spots():
            return False                # not a place that a move may name
        goals = [s for s in self.spots() if s != spot]
        entry.to = rng.choice(goals)
        return (holder, item, statuses, entry.to)

    def land(self, entry, to, low, high, minute):
        """At once, on its arrival, or at the end of its span."""
        rng = self.rng
        day = minute // DAY
        if entry.act == "move" and entry.when[0] == "day":
            roll = rng.random()
            clean = all(len(self.case.places.spot(s)) == 1 or s[0] == "in"
                        for s in (entry.spot, entry.to)) \
                and all(self.case.places.longitude(s) is not None
                        for s in (entry.spot, entry.to))
            if roll < 0.35 and clean:
                arrive = day + rng.randint(1, 5)
                entry.arrives = ("day", arrive)
                if rng.random() < 0.1:
                    entry.arrives = ("time", arrive * DAY + 720)
                when = entry.arrives[1] if entry.arrives[0] == "time" \
                    else arrive * DAY
                self.arriving.append((when, to, low, high))
                return
            if roll < 0.42 and not self.force.get("step") \
                    and not self.force.get("notice"):
                end = day + rng.randint(1, 3)
                entry.when = ("span", day, end)
                self.arriving.append(((end + 1) * DAY, to, low, high))
                return
        if to is not None:
            self.credit(to, low, high)

    def take_all(self, entry, key, minute):
        """All of an item of a holder and its units, from a place where this
        batch touches none of them."""
        holder, item, _, spot = key
        top = item.split(".")[0] if self.rng.random() < 0.4 else item
        if top not in self.case.items:
            top = item
        mine = [k for k in self.tally if k[0][0] == "names"
                and len(k[0][1]) == 1 and k[3] == spot
                and (k[0][1][0] + "/").startswith(holder[1][0] + "/")
                and (k[1] + ".").startswith(top + ".")]
        used = self.touched.setdefault(minute, set())
        if any(k[3] in (spot, entry.to if entry.act == "move" else spot)
               for k in used):
            return
        entry.stocks = [Stock(top, ("all",), ())]
        self.book.entries.append(entry)
        for k in mine:
            low, high = self.tally[k]
            self.tally[k] = [0, 0]
            to = None
            if entry.act == "move":
                to = k[:3] + (entry.to,)
            elif entry.act == "transfer":
                to = (entry.to,) + k[1:]
            self.touch(minute, k, *([to] if to else []))
            if to is not None:
                self.credit(to, low, high)


def observations(rng, case, book, first, last, graded):
    """What was seen, by whom ever: observe and inspect entries."""
    actors = [p.name for p in case.parties.values() if p.kind != "monitor"]
    moved = [(e.holder, e.spot, s.item) for b in case.books
             for e in b.entries for s in e.stocks if e.spot]
    for _ in range(rng.randint(1, 4)):
        holder = ("names", (rng.choice(actors),))
        spot = ("at", (rng.choice(list(case.places.sites)),))
        item = rng.choice(list(case.items))
        if moved and rng.random() < 0.6:
            holder, spot, item = rng.choice(moved)
        roll = rng.random()
        if roll < 0.15 and len(actors) > 1:
            holder = ("or", tuple(sorted(rng.sample(actors, 2))))
        elif roll < 0.25:
            k = rng.randrange(case.places.boxes)
            spot = ("pos", 0.13, round(10 + 3 * k + 0.07, 3))
        figure = rng.choice([("n", rng.randint(1, 60)),
                             ("least", rng.randint(1, 60)),
                             ("range", rng.randint(1, 20),
                              rng.randint(21, 60))])
        statuses = tuple(rng.choice(f) for f in case.families.values()
                         if rng.random() < 0.4)
        day = rng.randint(first, last)
        if moved and rng.random() < 0.5:
            holder, spot, item = rng.choice(moved)
            figure = ("n", rng.randint(20, 90))
            statuses = ()
        e = Entry(("day", day), "observe", holder, spot, stocks=[
            Stock(item, figure, tuple(sorted(statuses)))])
        if rng.random() < 0.25 and holder[0] == "names" \
                and len(holder[1]) == 1 and "/" not in holder[1][0]:
            e.act, e.by = "inspect", "OSCE"
        elif rng.random() < 0.06:
            e.when = ("span", day, day + rng.randint(1, 2))
        if graded or rng.random() < 0.3:
            e.grade = rng.choice(["A1", "B2", "B1", "C3", "D4", None])
        book.entries.append(e)


def completes(rng, case, book, first, last, much):
    """"that is all": of a party, a side or a joint holder, somewhere."""
    actors = [p.name for p in case.parties.values() if p.kind != "monitor"]
    for _ in range(rng.choice(much)):
        if book.keeper in case.parties:
            holder = ("names", (book.keeper,))
        elif rng.random() < 0.5:
            holder = ("side", rng.choice(list(case.sides)))
        else:
            holder = ("names", tuple(sorted(rng.sample(
                actors, min(len(actors), rng.choice([1, 1, 2]))))))
        roll = rng.random()
        spot = None
        if roll > 0.4:
            spot = ("in", (rng.choice(list(case.places.zones)),))
        tops = sorted({i.split(".")[0] for i in case.items})
        chosen = rng.sample(tops, rng.randint(1, len(tops)))
        if rng.random() < 0.15:
            chosen = [rng.choice(list(case.items))]
        stated = ()
        if case.families and rng.random() < 0.1:
            stated = (rng.choice(rng.choice(list(case.families.values()))),)
        book.entries.append(Entry(
            ("day", rng.choice([first, first, rng.randint(first, last)])),
            "complete", holder, spot, complete_for=tuple(sorted(chosen)),
            complete_stated=stated))


def events(rng, case, book, first, last):
    actors = [p.name for p in case.parties.values() if p.kind != "monitor"]
    for _ in range(rng.randint(1, 4)):
        day = rng.randint(first, last)
        holder = ("names", (rng.choice(actors),))
        if book.keeper in case.parties and rng.random() < 0.8:
            holder = ("names", (book.keeper,))
        elif rng.random() < 0.2 and len(actors) > 1:
            holder = ("names", tuple(sorted(rng.sample(actors, 2))))
        if rng.random() < 0.8:
            spot = ("at", (rng.choice(list(case.places.sites)),))
        else:
            spot = ("in", (rng.choice(list(case.places.zones)),))
        stocks = []
        if rng.random() < 0.85:
            n = rng.randint(5, 60)
            figure = ("n", n) if rng.random() < 0.7 else (
                "range", n, n + rng.randint(1, 30))
            stocks = [Stock(rng.choice(list(case.items)), figure)]
        book.entries.append(Entry(
            ("day", day), "event", holder, spot, stocks=stocks,
            event=rng.choice(case.events),
            until=day + rng.randint(0, 5) if rng.random() < 0.6 else None))


def books(rng, case, basis, force, first, last):
    """The books that a basis needs."""
    parties = [p.name for p in case.parties.values() if p.kind == "party"]
    keepers = {"estimated": ["analyst"], "two": ["analyst", "press"],
               "declared": [rng.choice(parties)],
               "both": [rng.choice(parties), "analyst"],
               "evidence": ["analyst"], "graded": ["analyst"]}[basis]
    if basis == "declared" and len(parties) > 1 and rng.random() < 0.4:
        keepers = rng.sample(parties, 2)
    for k, keeper in enumerate(keepers):
        book = Book(f"Book {k + 1}", keeper)
        case.books.append(book)
        Scribe(rng, case, book, force, first, last).write()
        completes(rng, case, book, first, last,
                  [0, 0, 1, 1, 2] if not force.get("closed") else [1, 2])
        if force.get("events"):
            events(rng, case, book, first, last)
    if basis in ("evidence", "graded"):
        observations(rng, case, case.books[0], first, last, basis == "graded")
    if force.get("claim"):
        outsiders = [p.name for p in case.parties.values()
                     if p.kind == "formation" and p.directed_by is None]
        if outsiders:
            case.books[-1].entries.append(Entry(
                ("day", rng.randint(first, last)), "claim",
                claim=(rng.choice(outsiders), rng.choice(parties))))
