"""A case as texts: render, shuffled, renamed."""
import random
from datetime import date
from fractions import Fraction

from model import DAY, Ban

TITLES = "pact, sides, parties and clauses keep their titles when renamed"


def day_text(day):
    return date.fromordinal(day).isoformat()


def when_text(when):
    if when[0] == "day":
        return day_text(when[1])
    if when[0] == "span":
        return f"{day_text(when[1])}..{day_text(when[2])}"
    minute = when[1] % DAY
    return f"{day_text(when[1] // DAY)}T{minute // 60:02}:{minute % 60:02}Z"


def number_text(n):
    """2.5 for 5/2, 10_000 for 10000."""
    f = Fraction(n)
    if f.denominator == 1:
        return f"{int(f):_}"
    scaled = f * 1000
    assert scaled.denominator == 1, n
    return f"{float(f):.3f}".rstrip("0")


def figure_text(figure):
    if figure[0] == "n":
        return number_text(figure[1])
    if figure[0] == "range":
        return f"{number_text(figure[1])}..{number_text(figure[2])}"
    if figure[0] == "least":
        return "at least " + number_text(figure[1])
    return "all"


class Writer:
    """Writes a case; NAMES renames what the pact declares."""

    def __init__(self, case, names=None):
        self.case, self.names = case, names or {}

    def n(self, name):
        """A name, by its parts: units by `/`, items and events by `.`"""
        if name in self.names:
            return self.names[name]
        if "/" in name:
            head, tail = name.split("/", 1)
            return self.n(head) + "/" + tail
        return name

    def many(self, names, word=" + "):
        return word.join(self.n(x) for x in names)

    # -- phrases

    def words(self, words):
        return " ".join(w if w in "+-&" else self.n(w) for w in words)

    def part(self, part):
        if part[0] == "at":
            return "at " + self.many(part[1])
        if part[0] in ("within", "beyond"):
            return f"{part[0]} {part[1]} km of {self.words(part[2])}"
        return f"{part[0]} {self.words(part[1])}"

    def place(self, place):
        out = self.part(place[0])
        for part in place[1:]:
            word = {"in": "inside"}.get(part[0], part[0])
            out += f", {word} {self.words(part[1])}"
        return out

    def spot(self, spot):
        if spot[0] == "pos":
            return (f"at {abs(spot[1]):.3f} {'N' if spot[1] >= 0 else 'S'} "
                    f"{spot[2]:.3f} E")
        return self.part(spot)

    def holder(self, holder):
        if holder[0] == "side":
            return "side " + self.n(holder[1])
        return self.many(holder[1], " or " if holder[0] == "or" else " + ")

    def whom(self, whom):
        kind = whom[0]
        if kind == "party":
            return self.n(whom[1])
        if kind == "sum":
            return self.many(whom[1])
        if kind == "side":
            return "side " + self.n(whom[1])
        if kind == "each side":
            return "each side"
        out = kind
        if kind == "each party" and whom[1]:
            out += " on " + self.n(whom[1])
        if whom[-1]:
            out += " except " + self.many(whom[-1], " and ")
        return out

    def test(self, test):
        if test[1] == "flag":
            return test[0]
        unit = {"range": "km", "calibre": "mm"}[test[0]]
        return f"{test[0]} {test[1]} {number_text(test[2])} {unit}"

    def items(self, items):
        if items[0] == "less":
            return f"{self.n(items[1])} - {self.n(items[2])}"
        out = self.many(items[1])
        if len(items) > 2 and items[2]:
            out += " with " + " and ".join(self.test(t) for t in items[2])
        return out

    def terms(self, terms):
        texts = [(number_text(n) + " " if n is not None else "") +
                 (self.items(items) if items else "")
                 for n, items in terms]
        texts = [t.strip() for t in texts]
        if len(texts) == 1:
            return texts[0]
        if terms[0][0] is None:
            return " and ".join(texts)
        return ", ".join(texts[:-1]) + " and " + texts[-1]

    def stated(self, stated):
        return "that are " + self.many(stated[1], f" {stated[0]} ")

    def tail(self, whom=None, stated=None, place=None):
        out = ""
        if whom:
            out += " of " + self.whom(whom)
        if stated:
            out += " " + self.stated(stated)
        if place:
            out += " " + self.place(place)
        return out

    def measure(self, m):
        if isinstance(m, Ban):
            size = f" of {m.size[0]} {number_text(m.size[1])} " \
                   f"{self.n(m.size[2])}" if m.size else ""
            return [f"no {self.n(m.event)}{size}" +
                    self.tail(m.whom, None, m.place)]
        lines = [f"{m.relation} {self.terms(m.terms)}" +
                 self.tail(m.whom, m.stated, m.place)]
        for x in m.which:
            lines.append(f"of which {x.relation} {self.terms(x.terms)}" +
                         self.tail(None, x.stated, x.place))
        return lines

    # -- clauses

    def span(self, clause):
        out = []
        if clause.first:
            out.append("from " + when_text(clause.first))
        if clause.last:
            out.append("until " + when_text(clause.last))
        return out

    def limit(self, c):
        out = [line for m in c.lines for line in self.measure(m)]
        for x in c.without:
            cap = f", up to {number_text(x.cap)}" if x.cap is not None else ""
            out.append("not counting " + self.items(x.items) +
                       self.tail(x.whom, x.stated, x.place) + cap)
        return out

    def notice(self, c):
        kinds = " or ".join(self.n(k) if k != "movement" else k
                            for k in c.kinds)
        size = ""
        if c.size:
            size = f" of {c.size[0]} " + " or ".join(
                f"{number_text(n)} {self.n(i)}" for n, i in c.size[1])
        out = f"any {kinds}{size} of {self.whom(c.whom)}"
        if c.relation:
            out += f" {c.relation} {self.words(c.place[0][1])}"
        elif c.place:
            out += " " + self.place(c.place)
        out = [out]
        if c.added_up:
            out.append("movements of one holder are added up over "
                       f"{c.added_up} days")
        if c.lead[0] == "before":
            out.append(f"{c.lead[1]} {c.lead[2]} before it starts")
        elif c.lead[0] == "after":
            out.append(f"at most {c.lead[1]} {c.lead[2]} after it")
        else:
            out.append("when it starts")
        if c.advised:
            out.append("advised only")
        return out

    def deed(self, d):
        out = f"{self.whom(d.actor)} {d.verb} "
        if d.verb == "reaches":
            return out + self.measure(d.measure)[0]
        out += self.terms(d.terms)
        if d.verb == "withdraws":
            out += " from " + self.far(d.source)
            if d.to:
                out += " to " + self.far(d.to)
        elif d.place:
            out += " " + self.place(d.place)
        return out

    def far(self, part):
        return self.words(part[1]) if part[0] == "in" else self.part(part)

    def anchor(self, anchor):
        if anchor == "force":
            return "entry into force"
        if anchor[0] == "step":
            return f"step {anchor[1]} is {anchor[2]}"
        return when_text(anchor)

    def step(self, c):
        out = [self.deed(d) for d in c.deeds]
        if c.stays is not None:
            out.append("none returns or is replaced for " + (
                "good" if c.stays == "good" else f"{c.stays} days"))
        if c.verifier:
            out.append("verified by " + (
                "the other side" if c.verifier[0] == "other side"
                else self.n(c.verifier[1])) + (
                    f" within {c.verify_within} days"
                    if c.verify_within is not None else ""))
        if c.within:
            word = "after" if c.within[1][0] == "step" else "of"
            out.append(f"within {c.within[0]} days {word} "
                       f"{self.anchor(c.within[1])}")
        if c.by is not None:
            out.append("by " + day_text(c.by))
        if c.after:
            out.append("after " + self.anchor(c.after))
        return out

    def clause(self, c):
        title = f' "{c.title}"' if c.title else ""
        if c.kind == "uncoded":
            return f'uncoded {c.id}{title} because "nobody can count it"\n'
        if c.kind == "exception":
            head = f"exception {c.id} to limit {c.target}{title}"
            return block(head, ["in addition at most " +
                                self.terms(c.lines[0].terms)])
        if c.kind == "evidence":
            return block(f"evidence {c.id}{title}", [f"at least {c.grade}"])
        body = {"limit": self.limit, "notice": self.notice,
                "step": self.step}[c.kind](c)
        return block(f"{c.kind} {c.id}{title}", body + self.span(c))

    def article(self, a):
        return block(f'article {a.id} "{a.title}"', self.span(a)) + "".join(
            self.clause(c) for c in a.clauses)

    # -- declarations

    def pact(self):
        body = ["in force from " + when_text(self.case.force)]
        if self.case.until:
            body.append("until " + when_text(self.case.until))
        return block(f'pact "Twin {self.case.seed}"', body)

    def party(self, p):
        attrs = ([f"on {self.n(p.on)}"] if p.on else []) + (
            [f"territory {self.n(p.territory)}"] if p.territory else []) + (
                [f"directed by {self.n(p.directed_by)}"]
                if p.directed_by else [])
        return f'{p.kind} {self.n(p.name)} "{p.title}" ' + ", ".join(attrs)

    def item(self, i):
        attrs = []
        for name, v in i.attrs.items():
            unit = {"range": " km", "calibre": " mm"}.get(name, "")
            if v[0] == "flag":
                attrs.append(name)
            elif v[0] == "is":
                attrs.append(f"{name} {number_text(v[1])}{unit}")
            else:
                attrs.append(f"{name} {number_text(v[1])}.."
                             f"{number_text(v[2])}{unit}")
        return f"item {self.n(i.name)} " + ", ".join(attrs)

    def own_text(self, thing):
        """A definition whose words may name zones."""
        return " ".join(self.n(x) if x in thing.uses else
                        self.n(x[:-1]) + "," if x[-1] == ","
                        and x[:-1] in thing.uses else x
                        for x in thing.text.split())

    def declarations(self):
        case = self.case
        out = [f'side {self.n(s)} "{t}"' for s, t in case.sides.items()]
        out += [self.party(p) for p in case.parties.values()]
        out += [self.item(i) for i in case.items.values()]
        out += [f"status {self.n(f)}: " + self.many(v, ", ")
                for f, v in case.families.items()]
        out += [f"event {self.n(e)}" for e in case.events]
        for z in case.places.zones.values():
            out.append(f"zone {self.n(z.name)} = {self.own_text(z)}" +
                       ("\n  status disputed" if z.disputed else ""))
        out += [f"site {self.n(s.name)} {self.own_text(s)}"
                for s in case.places.sites.values()]
        return [x.strip() + "\n" for x in out]

    # -- books

    def head(self, e):
        holder = self.holder(e.holder) if e.holder else ""
        where = " " + self.spot(e.spot) if e.spot else ""
        at = when_text(e.when) + " "
        if e.act == "move":
            return (f"{at}move {holder} from {self.place_name(e.spot)} "
                    f"to {self.place_name(e.to)}")
        if e.act == "transfer":
            return f"{at}transfer {holder} to {self.holder(e.to)}{where}"
        if e.act == "change":
            a, b = e.change
            return f"{at}change {holder}{where} from {self.n(a)} to {self.n(b)}"
        if e.act == "inspect":
            return f"{at}inspect {holder} by {self.n(e.by)}{where}"
        if e.act == "event":
            return f'{at}event {self.n(e.event)} "Event {e.number}" of ' \
                   f"{holder}{where}"
        if e.act == "claim":
            return f"{at}claim {self.n(e.claim[0])} directed by " \
                   f"{self.n(e.claim[1])}"
        if e.act in ("verified", "done"):
            return f"{at}{e.act} step {e.step} by {self.n(e.by)}"
        if e.act == "balance" and e.balance:
            where += ", " + e.balance
        return f"{at}{e.act} {holder}{where}"

    def place_name(self, spot):
        return self.n(spot[1][0])

    def stock(self, s):
        return f"{figure_text(s.figure)} {self.n(s.item)}" + "".join(
            ", " + self.n(x) for x in s.statuses)

    def entry(self, e):
        word = "found " if e.act == "inspect" else ""
        body = [word + self.stock(s) for s in e.stocks]
        if e.act == "complete":
            body = ["for " + self.many(e.complete_for, " and ") + (
                " that are " + self.many(e.complete_stated, " and ")
                if e.complete_stated else "")]
        if e.arrives:
            body.append("arrives " + when_text(e.arrives))
        if e.until:
            body.append("until " + day_text(e.until))
        for when, under in e.notified:
            body.append("notified " + when_text(when) +
                        (f" under {under}" if under else ""))
        if e.not_notified:
            body.append("not notified" + (f" under {e.not_notified_under}"
                                          if e.not_notified_under else ""))
        if e.grade:
            body.append("grade " + e.grade)
        return block(self.head(e), body)

    def book_head(self, b):
        return block(f'book "{b.title}"', [f"kept by {self.n(b.keeper)}"] + [
            f"covers {c.kind} of {self.whom(c.whom)} from "
            f"{day_text(c.first)} until {day_text(c.last)}"
            for c in b.covers])


def block(head, lines):
    return "\n".join([head] + ["  " + line for line in lines]) + "\n"


# ---- texts -----------------------------------------------------------------

def render(case, names=None):
    """{file name: text}"""
    out = Writer(case, names)
    texts = {"t.pact": "".join([out.pact()] + out.declarations() +
                               [out.article(a) for a in case.articles])}
    for k, b in enumerate(case.books):
        texts[f"t{k}.book"] = "".join(
            [out.book_head(b)] + [out.entry(e) for e in b.entries])
    return texts


def shuffled(case, seed):
    """The same case: blocks and entries in another order, the pact split by
    include, some files with CRLF or a byte-order mark. A book stays one file:
    a file is a book."""
    rng = random.Random(seed)
    out = Writer(case)
    blocks = out.declarations() + [out.article(a) for a in case.articles]
    rng.shuffle(blocks)
    cut = rng.randint(0, len(blocks))
    texts = {"s.pact": 'include "part.pact"\n' + out.pact() +
             "".join(blocks[:cut]), "part.pact": "".join(blocks[cut:])}
    if not texts["part.pact"]:
        texts["part.pact"] = "# nothing\n"
    for k, b in enumerate(case.books):
        entries = [out.entry(e) for e in b.entries]
        rng.shuffle(entries)
        texts[f"s{k}.book"] = "".join([out.book_head(b)] + entries)
    for name in texts:
        if rng.random() < 0.5:
            texts[name] = texts[name].replace("\n", "\r\n")
        if rng.random() < 0.3:
            texts[name] = "\ufeff" + texts[name]
    order = [n for n in texts if n != "part.pact"]
    rng.shuffle(order)
    return {n: texts[n] for n in order + ["part.pact"]}


def new_names(case, seed):
    """{old: new} for all parties, sides, places, items, statuses, events and
    keepers; a tree by dots stays a tree."""
    rng = random.Random(seed)
    old = list(case.sides) + list(case.parties) + list(case.families) + [
        s for f in case.families.values() for s in f] + list(
            case.places.zones) + list(case.places.sites) + [
                b.keeper for b in case.books if b.keeper not in case.parties]
    trees = list(case.items) + list(case.events)
    old += sorted({part for t in trees for part in t.split(".")})
    old = list(dict.fromkeys(old))
    fresh = [f"{a}{b}" for a in "zyxwvutsrq" for b in
             ("ola", "ema", "iri", "ulu", "ano", "eko", "isa", "omi")]
    rng.shuffle(fresh)
    names = dict(zip(old, fresh))
    for t in trees:
        names[t] = ".".join(names[p] for p in t.split("."))
    return names


def renamed(case, seed):
    """(texts, {new name: old name})"""
    names = new_names(case, seed)
    return render(case, names), {v: k for k, v in names.items()}
