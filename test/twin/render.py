"""A case as texts: render, shuffled, renamed."""
import random

from phrases import Phrases, day_text, figure_text, number_text, plural, \
    when_text

TITLES = "pact, sides, parties and clauses keep their titles when renamed"


class Writer(Phrases):
    """Writes a case."""

    # -- clauses

    def span(self, clause):
        out = []
        if clause.first:
            out.append("from " + when_text(clause.first))
        if clause.last:
            out.append("until " + when_text(clause.last))
        return out

    def limit(self, c):
        return [line for m in c.lines for line in self.measure(m)] \
            + self.uncounted(c)

    def uncounted(self, c):
        out = []
        for x in c.without:
            if x.keep:
                out.append(f"{self.whom(x.whom)} may keep "
                           f"{number_text(x.cap)} {self.items(x.items)}" +
                           self.tail(None, x.stated))
                continue
            cap = f", up to {number_text(x.cap)}" if x.cap is not None else ""
            out.append("not counting " + self.items(x.items) +
                       self.tail(x.whom, x.stated, x.place) + cap)
        return out

    def fact(self, f):
        if f[0] == "there":
            return "there is " + self.measure(f[1])[0]
        if f[0] == "kept":
            return f"limit {f[1]} is kept"
        if f[0] == "agreed":
            return "agreed by " + self.many(f[1], " and ")
        if f[0] == "state":
            who = "that party" if f[1] is None else self.n(f[1])
            return f"{who} is {f[2]}"
        article = "an" if self.n(f[1])[0] in "aeiou" else "a"
        return f"{article} {self.n(f[1])} was notified at least {f[2]} " \
               f"{f[3]}s before"

    def conditions(self, thing):
        out = []
        for c in thing.conditions:
            if c.word == "with consent":
                out.append("with consent of " + self.many(c.fact[1], " and "))
            else:
                out.append(f"{c.word} {self.fact(c.fact)}")
        return out

    def exception(self, c):
        out = [line for m in c.lines for line in self.measure(m)]
        out += ["in addition " + line for m in c.adding
                for line in self.measure(m)]
        out += self.uncounted(c)
        if c.about is not None:
            out.append(self.any_line(c.about))
        if c.without_notice:
            out.append("without notice")
        if c.lead:
            out.append(self.lead(c))
        use = []
        if c.use:
            use.append(f"for at most {plural(*c.use)}")
        if c.once:
            use.append(f"once per {c.once[0]} {c.once[1]}")
        out += [", ".join(use)] if use else []
        out += [f"over {x}" for x in c.over]
        return out

    def consent(self, c):
        if c.needs[0] == "any":
            m = c.needs[1]
            what = "any " + self.items(m.terms[0][1]) + self.tail(
                m.whom, m.stated, m.place)
        else:
            what = f"{c.needs[0]} {c.needs[1]}"
        who = c.consenters if isinstance(c.consenters, str) \
            else self.many(c.consenters, " and ")
        return [f"{what} needs consent of {who}"]

    def remedy(self, c):
        limit, by = c.breach
        who, step = c.entitled
        out = [f"on breach of limit {limit} by {self.whom(by)}: "
               f"{self.whom(who)} may suspend step {step}"]
        if c.resumes:
            out.append(f"resumes when limit {limit} has been kept for "
                       f"{plural(*c.resumes)}")
        return out

    def quota(self, c):
        return [line for m in c.lines for line in self.measure(m)]

    def any_line(self, c):
        kinds = " or ".join(self.n(k) if k != "movement" else k
                            for k in c.kinds)
        size = ""
        if c.size:
            size = f" of {c.size[0]} " + " or ".join(
                f"{number_text(n)} {self.n(i)}" for n, i in c.size[1])
        out = f"any {kinds}{size}" + self.tail(c.whom)
        if c.relation:
            out += f" {c.relation} {self.words(c.place[0][1])}"
        elif c.place:
            out += " " + self.place(c.place)
        return out

    def lead(self, c):
        if c.lead[0] == "before":
            return f"{c.lead[1]} {c.lead[2]} before it starts"
        if c.lead[0] == "after":
            return f"at most {c.lead[1]} {c.lead[2]} after it"
        return "when it starts"

    def notice(self, c):
        out = [self.any_line(c)]
        if c.added_up:
            out.append("movements of one holder are added up over "
                       f"{c.added_up} days")
        out.append(self.lead(c))
        if c.advised:
            out.append("advised only")
        return out

    def deed(self, d):
        out = f"{self.whom(d.actor)} {d.verb} "
        if d.verb == "reaches":
            return out + self.measure(d.measure)[0]
        if d.verb == "accepts":
            by = " by " + self.many(d.inspectors, " or ") \
                if d.inspectors else ""
            return out + f"an inspection{by} at {self.many(d.sites)}"
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
            to = " and ".join(f"{kind} {id}" for kind, id in c.targets)
            return block(f"exception {c.id} to {to}{title}",
                         self.exception(c) + self.conditions(c) +
                         self.span(c))
        if c.kind == "evidence":
            return block(f"evidence {c.id}{title}", [f"at least {c.grade}"])
        body = {"limit": self.limit, "notice": self.notice,
                "step": self.step, "quota": self.quota,
                "consent": self.consent, "remedy": self.remedy}[c.kind](c)
        return block(f"{c.kind} {c.id}{title}",
                     body + self.conditions(c) + self.span(c))

    def article(self, a):
        return block(f'article {a.id} "{a.title}"',
                     self.conditions(a) + self.span(a)) + "".join(
            self.clause(c) for c in a.clauses)

    # -- declarations

    def pact(self):
        body = ["in force from " + when_text(self.case.force)]
        if self.case.until:
            body.append("until " + when_text(self.case.until))
        if self.case.clamp:
            body.append("months clamp")
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
        if e.act == "restriction":
            return f"{at}restriction on {self.n(e.who[0])} by " \
                   f"{self.n(e.by)}{where}"
        if e.act == "event":
            return f'{at}event {self.n(e.event)} ' \
                   f'"{e.name or f"Event {e.number}"}" of {holder}{where}'
        if e.act == "consent":
            return f"{at}consent {self.many(e.who, ' and ')} to " + (
                " ".join(e.to_clause) if e.to_clause
                else self.forces(*e.to_forces))
        if e.act in ("suspend", "resume"):
            return f"{at}{e.act} step {e.step} by {self.whom(e.who)}"
        if e.act == "state":
            return f"{at}state {self.n(e.state[0])} {e.state[1]}"
        if e.act == "claim":
            return f"{at}claim {self.n(e.claim[0])} directed by " \
                   f"{self.n(e.claim[1])}"
        if e.act in ("verified", "done"):
            return f"{at}{e.act} step {e.step} by {self.n(e.by)}"
        if e.act == "balance" and e.balance:
            where += ", " + e.balance
        return f"{at}{e.act} {holder}{where}"

    def forces(self, whom, item, spot):
        out = [self.n(item)] if item else []
        if whom:
            out.append(("of " if out else "") + self.whom(whom))
        if spot:
            out.append(self.spot(spot))
        return " ".join(out)

    def place_name(self, spot):
        return self.n(spot[1][0])

    def stock(self, s):
        return f"{figure_text(s.figure)} {self.n(s.item)}" + "".join(
            ", " + self.n(x) for x in s.statuses)

    def entry(self, e):
        word = "found " if e.act == "inspect" else ""
        body = [word + self.stock(s) for s in e.stocks]
        if e.refused:
            body = ["refused"]
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
