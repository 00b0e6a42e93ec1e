"""Random small cases: case(seed), and what the seeds cover. Their texts are
written by render.py.

    python3 cases.py [FIRST LAST]       the coverage of these seeds
"""
import random
import sys
from collections import Counter
from dataclasses import replace
from datetime import date

import cases_new
from judge import Contradiction, Judge, counts
from limits import left_out, lines_of, predicate
from make_books import books
from make_clauses import Drafter
from make_denials import denials
from make_world import world
from measures import forces
import measures
import worlds as w
from model import DAY, Article, Ban, Clause, Entry, Measure, Stock, day_of, \
    holder_names, subjects
from rules import Twin
from steps import all_steps
from follow import Unsupported
from worlds import TooLarge

LIMITS = ("at most", "at least", "exactly", "no", "no-two", "several", "sum",
          "less", "tests", "which", "which-bare", "without", "without-cap")
NOTICES = ("into", "out of", "inside", "into or inside", "event", "added",
           "hours", "after", "when", "advised")
STEPS = ("to", "no to", "destroys", "disbands", "reaches", "stays", "monitor",
         "other side", "waits done", "waits verified", "by", "several",
         "each")
FORMS = [("limit", f) for f in LIMITS] + [("ban", "event")] + [
    ("notice", f) for f in NOTICES] + [("step", f) for f in STEPS]
BASES = ("estimated", "two", "declared", "both", "evidence", "graded")
STATUSES = ("none", "and", "or", "stationed", "own")
PLAN = [(kind, form, basis, status) for kind, form in FORMS for basis in BASES
        for status in (STATUSES if kind == "limit" else ("none",))]
NEW_PLAN = [(kind, form, basis) for kind, form in cases_new.FORMS
            for basis in BASES]
OLD_SEEDS = 1000
START = date(2027, 3, 1).toordinal() - 1


def day(n):
    return START + n


class Again(Exception):
    """This attempt is not fit for a comparison: try another."""


def case(seed):
    """The case of a seed; the same on every machine."""
    for attempt in range(400):
        rng = random.Random(f"twin {seed} {attempt}")
        try:
            if seed < OLD_SEEDS:
                return build(rng, seed)
            return cases_new.build(rng, seed, plan_of(seed),
                                   sys.modules[__name__])
        except (Again, Unsupported, TooLarge, Contradiction):
            continue
        except ValueError as e:
            if str(e) not in ("a place that is nowhere", "nobody else"):
                raise
    raise RuntimeError(f"no case for seed {seed}")


def plan_of(seed):
    """Of five seeds in a row three are of limits, one of notices, one of
    steps; each kind goes through its combinations in a fixed disorder. The
    later seeds are of what hangs on other clauses and on the past."""
    if seed >= OLD_SEEDS:
        plans = list(NEW_PLAN)
        random.Random("order").shuffle(plans)
        return plans[seed % len(plans)]
    turn = seed % 5
    kinds = (("limit", "ban"),) * 3 + (("notice",), ("step",))
    plans = [p for p in PLAN if p[0] in kinds[turn]]
    random.Random("order").shuffle(plans)
    n = seed // 5 * 3 + turn if turn < 3 else seed // 5
    return plans[n % len(plans)]


def build(rng, seed):
    kind, form, basis, status = plan_of(seed)
    force = {
        "basis": basis, "sides": form == "other side" or basis == "both",
        "claim": kind in ("limit", "ban") and rng.random() < 0.08,
        "tests": form == "tests", "tree": form == "less",
        "status": status in ("and", "or") or form.startswith("without"),
        "territory": status in ("stationed", "own"),
        "moves": kind in ("notice", "step"), "step": kind == "step",
        "notice": kind == "notice",
        "events": kind == "ban" or form == "event" or rng.random() < 0.05,
        "closed": kind == "limit" and rng.random() < 0.6,
        "overdraw": kind == "limit" and rng.random() < 0.05,
    }
    out = world(rng, seed, day, force)
    first, last = day(1), day(20)
    books(rng, out, basis, force, first, last)
    number(out)
    check_small(out)
    wrong = keepable(out, last) is not None
    if wrong and not force["overdraw"]:
        raise Again()
    draft = Drafter(rng, out, force, first, last)
    made = clauses(rng, out, draft, kind, form, status, wrong, force)
    number(out)
    if not wrong:
        totals(rng, out, first, last, kind)
    number(out)
    figures(rng, out, draft, made)
    number(out)
    for k, book in enumerate(out.books):
        if not book.entries:
            raise Again()
    out.marks.add((kind, form, basis, status))
    finish(rng, out, last, force)
    return out


def number(out):
    n = 0
    for b in out.books:
        for e in b.entries:
            n += 1
            e.number = n


def check_small(out):
    """At most 8 unknowns in all."""
    n = sum(1 for b in out.books for e in b.entries for s in e.stocks
            if s.figure[0] in ("range", "least"))
    if n > 8:
        raise Again()


def keepable(out, as_of):
    """None, or what is wrong with the books as of that day."""
    try:
        Judge(out, as_of)
    except Contradiction as e:
        return str(e)
    return None


# ---- totals and balances, which must fit -----------------------------------

def totals(rng, out, first, last, kind):
    if kind == "step" or rng.random() > (0.35 if kind == "limit" else 0.1):
        return balance(rng, out, first, last)
    book = rng.choice(out.books)
    actors = [p.name for p in out.parties.values()
              if p.kind in ("party", "formation")]
    for _ in range(rng.choice([1, 1, 2])):
        if book.keeper in out.parties:
            holder = ("names", (book.keeper,))
        elif rng.random() < 0.5:
            holder = ("side", rng.choice(list(out.sides)))
        else:
            holder = ("names", (rng.choice(actors),))
        spot = ("in", (rng.choice(list(out.places.zones)),))
        if rng.random() < 0.15:
            spot = ("within", 60, (list(out.places.zones)[0],))
        item = rng.choice(list(out.items))
        at = rng.randint(first, last)
        if any(e.when[0] == "time" and day_of(e.when) == at
               or e.arrives and e.arrives[0] == "time"
               and day_of(e.arrives) == at for e in book.entries):
            continue
        low, high = what_fits(out, book, holder, spot, item, at)
        a = int(low) + rng.choice([0, 0, 1, 5, 20])
        if high is not None:
            a = rng.randint(-int(-low // 1), int(high)) if -int(-low // 1) \
                <= int(high) else None
        if a is None:
            continue
        figure = rng.choice([("n", a), ("n", a), ("least", max(0, a - 3)),
                             ("range", max(0, a - 4), a + 3)])
        book.entries.append(Entry(("day", at), "total", holder, spot,
                                  stocks=[Stock(item, figure)]))
        if rng.random() < 0.12 and len(out.books) == 1 \
                and book.keeper == "analyst":
            book.entries.append(Entry(
                ("day", at), "total", holder, spot,
                stocks=[Stock(item, ("n", a + rng.randint(1, 15)))]))
        number(out)
    if keepable(out, last) is not None:
        raise Again()


def what_fits(out, book, holder, spot, item, at):
    """The ends of what may be there that day, as that book says."""
    judge = Judge(out, day(20))
    kind = ("side", holder[1]) if holder[0] == "side" else (
        "party", holder[1][0])
    _, names, side = subjects(out, kind)[0]
    main = predicate(out, names, side, ("sum", (item,), ()), (), [spot])
    basis = "declared" if book.keeper in out.parties else "estimated"
    ledger = [x for x in judge.ledgers if x.book is book
              and x.basis == basis][0]
    r = judge.reading(ledger, at * DAY + DAY - 1, main)
    return r.low, r.high


def balance(rng, out, first, last):
    """A balance that some world has, of what is surely in a zone or surely
    out of it, on a day without postings."""
    if rng.random() > 0.2:
        return
    judge = Judge(out, last)
    ledger = rng.choice(judge.ledgers)
    at = rng.randint(first, last)
    listed = forces(ledger, at * DAY)
    if any(t // DAY == at for t, _ in ledger.states) or not listed:
        return
    force = rng.choice(listed)[0]
    spot = ("in", (rng.choice(list(out.places.zones)),))
    names = frozenset(holder_names(out, force.holder))
    if len(names) > 1 or ledger.basis == "declared" \
            and names != {ledger.book.keeper}:
        return
    main = predicate(out, names, None, ("sum", (force.item,), ()), (), [spot])
    counter = judge.counter(ledger, at * DAY)
    answers = [counter.signatures(f, [main]) for f, _ in listed]
    if any(len(a) > 1 or f.to or f.done for a, (f, _) in zip(answers, listed)):
        return
    amount = w.total(a for x, (_, a) in zip(answers, listed)
                     if x == {(True,)})
    low, high = judge.scenarios(ledger)[0][0].ends(amount)
    ledger.book.entries.append(Entry(
        ("day", at), "balance", ("names", tuple(names)), spot,
        stocks=[Stock(force.item, ("n", rng.choice([low, high or low])))],
        balance=rng.choice([None, "opening", "closing"])))


# ---- clauses ---------------------------------------------------------------

def clauses(rng, out, draft, kind, form, status, wrong, force):
    """The clause asked for and a few more, in one or two articles."""
    made = []
    plans = [(kind, form, status)]
    for _ in range(rng.choice([0, 0, 1, 1, 2, 3])):
        plans.append(rng.choice([
            ("limit", rng.choice(LIMITS), rng.choice(STATUSES))] * 4 + [
            ("ban", "event", "none"), ("notice", rng.choice(NOTICES), "none")]))
    if form.startswith("waits"):
        plans.insert(0, ("step", rng.choice(["monitor", "to"]), "none"))
    if wrong:
        plans = [("ban", "event", "none")]
    for n, (k, f, s) in enumerate(plans):
        id = f"{n // 3 + 1}.{n + 1}"
        if k == "limit":
            made.append(draft.limit(id, f, s))
        elif k == "ban":
            made.append(draft.ban(id))
        elif k == "notice":
            made.append(draft.notice(id, f))
        else:
            made.append(draft.step(id, f, [c for c in made
                                           if c.kind == "step"]))
    for c in made:
        if c.kind != "step" and rng.random() < 0.1:
            c.first = ("day", draft.first + rng.randint(0, 12))
        if c.kind != "step" and rng.random() < 0.1:
            c.last = ("day", draft.last - rng.randint(0, 10))
            if c.first is not None and c.first[1] > c.last[1]:
                c.first, c.last = c.last, c.first   # else it is an error
    for c in made:
        for m in c.lines:
            places = [m.place] + [(m.place or []) + (x.place or [])
                                  for x in getattr(m, "which", ())]
            if not all(out.places.region(p) for p in places):
                raise Again()           # a place that is nowhere
    half = rng.randint(0, len(made))
    parts = [p for p in (made[:half], made[half:]) if p]
    out.articles = [Article(str(k + 1), f"Article {k + 1}", clauses=p)
                    for k, p in enumerate(parts)]
    if rng.random() < 0.06 and not any(c.kind == "step" or c.first
                                       for c in parts[0]):
        out.articles[0].first = ("day", draft.first + rng.randint(0, 6))
    extras(rng, out, made)
    for c in made:
        if c.kind == "limit" and isinstance(c.lines[0], Measure) \
                and rng.random() < 0.6:
            draft.close(c)
    if force["basis"] in ("evidence", "graded") and not wrong:
        for c in made:
            if c.kind == "limit" and isinstance(c.lines[0], Measure):
                draft.sightings(c, out.books[0], force["basis"] == "graded")
    return made


def figures(rng, out, draft, made):
    """Figures near what the books say; notices given; steps verified."""
    for c in made:
        if c.kind == "limit" and isinstance(c.lines[0], Measure):
            draft.figures(c)
    ids = [c.id for c in made if c.kind == "notice"]
    if ids:
        draft.tellings(ids)
    if any(c.kind == "step" for c in made):
        draft.step_figures()
        draft.verifications()


def extras(rng, out, made):
    """An evidence clause, an exception, a clause that is not judged."""
    last = out.articles[-1].clauses
    if any(e.grade for b in out.books for e in b.entries) \
            and rng.random() < 0.7:
        last.append(Clause("evidence", "8.1", None,
                           grade=rng.choice(["B2", "C3", "B1"])))
    limits = [c for c in made if c.kind == "limit"
              and isinstance(c.lines[0], Measure)
              and c.lines[0].relation == "at most"]
    if limits and rng.random() < 0.06:
        last.append(Clause(
            "exception", "8.2", None, targets=(("limit", limits[0].id),),
            adding=[Measure("at most", [(5, limits[0].lines[0].terms[0][1])])
                    ]))
    if rng.random() < 0.05:
        last.append(Clause("uncoded", "8.3", "An atmosphere of trust"))


# ---- which days, and is it fit? --------------------------------------------

def finish(rng, out, last, force):
    """Chooses days; marks a contradiction; refuses what no ruling settles."""
    can_be(out)
    twin = Twin(out)
    entries = [e for b in out.books for e in b.entries]
    end = max(day_of(e.when) for e in entries)
    busy = sorted({day_of(e.when) for e in entries} |
                  {day_of(e.arrives) for e in entries if e.arrives})
    telling = {"limit": ("total", "observe", "inspect", "move"),
               "notice": ("move", "event"), "ban": ("event",),
               "step": ("move",)}
    kinds = {x for k, *_ in out.marks for x in telling[k]}
    special = sorted({day_of(e.when) for e in entries if e.act in kinds})
    out.days = sorted(set(rng.sample(busy, min(2, len(busy)))) | {end} | set(
        rng.sample(special, min(3, len(special)))))
    steps = [c for _, c in out.clauses() if c.kind == "step"]
    if steps:
        for step in all_steps(Judge(out, end + 8)).values():
            limit = step.deadline()
            if limit is not None and limit // DAY <= end + 8:
                out.days.append(limit // DAY)
        out.days = sorted(set(out.days))[:5] + [end + 3]
    denials(out)
    out.contradiction = keepable(out, end) is not None
    if force["overdraw"] != out.contradiction and not force["overdraw"]:
        raise Again()
    if not out.contradiction:
        for d in out.days:
            out.answers[d] = twin.rows(d)


def can_be(out):
    """Refuses measures that nothing at all could be in, such as what is its
    own abroad (an example by hand asks that)."""
    judge = Judge(out, day_of(out.force) - 1)
    ledger = [x for x in judge.ledgers if x.basis == "estimated"][0]
    counter = judge.counter(ledger, 0)
    for _, c in out.clauses():
        if c.kind != "limit":
            continue
        more = [left_out(out, x) for _, x in out.clauses()
                if x.kind == "exception"]
        for _, line in lines_of(c):
            if isinstance(line, Ban):
                continue
            for _, names, side in subjects(out, line.whom):
                main = predicate(out, names, side, line.items, line.stated,
                                 line.place)
                for n in names:
                    one = replace(main, names=frozenset([n]))
                    for also in more or [[]]:
                        if is_nothing(counter, ledger, one,
                                      left_out(out, c) + also):
                            raise Again()


def is_nothing(counter, ledger, main, without):
    found = measures.left_open(counter, ledger,
                               [main] + [p for p, _ in without], ())
    return not any(counts(sig, [cap for _, cap in without]) for sig in found)


# ---- coverage --------------------------------------------------------------

def coverage(seeds):
    """{(kind, form, basis, status): cases}, and other counts."""
    plan, seen = Counter(), Counter()
    for seed in seeds:
        c = case(seed)
        plan.update(c.marks)
        seen["contradiction"] += c.contradiction
        for b in c.books:
            seen.update(e.act for e in b.entries)
        for _, clause in c.clauses():
            for m in clause.lines:
                if isinstance(m, Measure) and m.whom:
                    seen["whom " + m.whom[0]] += 1
                    seen["place " + (m.place[0][0] if m.place else
                                     "none")] += 1
        if not c.contradiction:
            for rows in c.answers.values():
                for r in rows:
                    if r.basis == "combined":
                        seen[f"{r.kind} {r.verdict} {r.reason}"] += 1
    return plan, seen


if __name__ == "__main__":
    a, b = (int(x) for x in sys.argv[1:3]) if len(sys.argv) > 2 else (0, 600)
    plan, seen = coverage(range(a, b))
    for name, n in sorted(seen.items()):
        print(f"{n:6} {name}")
    missing = [p for p in PLAN if p not in plan]
    print(f"{len(plan)} of {len(PLAN)} combinations of form, basis and status;"
          f" missing {missing[:5]}")
