#!/usr/bin/env python3
"""The program against its slow twin, on random cases.

    test/twin/twin.py                 as the suite does
    test/twin/twin.py 1234 1300       hunts: these seeds, and stops at the
                                      first five differences
    test/twin/twin.py --ask FOLDER    writes what the suite asks, the texts
                                      and FOLDER/questions: SEED<tab>question
    test/twin/twin.py --by-hand       the examples worked out by hand

The program is asked through build-test/batch: on its standard input lines of
DATE<tab>FILE<tab>FILE..., on its standard output for each of them one line,
the document of `detente status --json --on DATE FILES`, or
{"errors": [{"code", "message"}, ...]}.

Before a difference is laid at the program's door look into choices.py: what
the rulings leave open is decided there, and the other reading stands beside.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import by_hand                                              # noqa: E402
import check_rulings                                        # noqa: E402
import choices                                              # noqa: E402
import concrete                                             # noqa: E402
import kinds                                                # noqa: E402
import stories                                              # noqa: E402
import widen                                                # noqa: E402
from cases import NEW_PLAN, OLD_SEEDS, PLAN, case, plan_of  # noqa: E402
from follow import Unsupported                              # noqa: E402
from render import day_text, render, renamed, shuffled      # noqa: E402
from rules import Contradiction, Twin                       # noqa: E402
from small import day                                       # noqa: E402
from worlds import TooLarge                                 # noqa: E402

BATCH = os.environ.get("BATCH", os.path.join(HERE, "..", "..", "build-test",
                                             "batch"))
SEEDS, GROUP = 2000, 50
UNMEASURED = ("not_in_force", "not_due", "not_judged", "suspended")


# ---- asking the program ----------------------------------------------------

class Questions:
    """Many questions, put to one run of the program."""

    def __init__(self, place=None):
        self.folder = None if place else \
            tempfile.TemporaryDirectory(prefix="twin-")
        self.place = place or self.folder.name
        self.lines, self.count = [], 0

    def put(self, texts, days):
        """Writes the texts to a folder of their own and asks about DAYS.
        Returns the numbers of the answers."""
        self.count += 1
        folder = os.path.join(self.place, str(self.count))
        os.mkdir(folder)
        paths = []
        for name, text in texts.items():
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8", newline="") as f:
                f.write(text)
            if name != "part.pact":             # that one is included
                paths.append(path)
        first = len(self.lines)
        self.lines += ["\t".join([day_text(d)] + paths) for d in days]
        return list(range(first, len(self.lines)))

    def answers(self):
        """One document a question; a run that stops short is told as such."""
        try:
            run = subprocess.run(
                [BATCH], input="\n".join(self.lines) + "\n", timeout=600,
                capture_output=True, text=True, errors="replace")
        except (OSError, subprocess.TimeoutExpired) as e:
            return [{"garbage": str(e)}] * len(self.lines)
        out = []
        for line in run.stdout.split("\n")[:len(self.lines)]:
            try:
                out.append(json.loads(line))
            except ValueError:
                out.append({"garbage": line[:500]})
        missing = len(self.lines) - len(out)
        out += [{"garbage": f"status {run.returncode}: {run.stderr[-2000:]}"}
                ] * missing
        self.folder.cleanup()
        return out


# ---- comparing -------------------------------------------------------------

def amount(x):
    """Integers, "p/q", null."""
    return None if x is None else Fraction(x)


def measured(row):
    m = row.get("measured") or {}
    return amount(m.get("low")), amount(m.get("high"))


def key_of(row):
    subject = row.get("subject") or {"kind": None, "ids": []}
    host = row.get("host") or {"ids": [None]}
    return (row["id"], row["line"], subject["kind"],
            tuple(sorted(subject["ids"])), host["ids"][0], row["basis"])


def show(row):
    if hasattr(row, "verdict"):
        return f"{row.verdict} ({row.reason}) {row.low}..{row.high}" \
               f" of {row.allowed}"
    low, high = measured(row)
    return f"{row['verdict']} ({row['reason']}) {low}..{high}" \
           f" of {(row.get('allowed') or {}).get('amount')}"


def difference(mine, theirs):
    """What differs in one row, or None."""
    if "verdict" not in mine.vague and mine.verdict != theirs["verdict"]:
        return "verdict"
    if mine.verdict in UNMEASURED:
        same = "reason" in mine.vague or mine.reason == theirs["reason"]
        return None if same else "reason"
    if "measured" not in mine.vague \
            and (mine.low, mine.high) != measured(theirs):
        return "measured"
    if "reason" not in mine.vague and mine.reason != theirs["reason"]:
        return "reason"
    if "allowed" not in mine.vague and mine.allowed is not None \
            and mine.allowed != amount((theirs.get("allowed") or {}).get(
                "amount")):
        return "allowed"
    return None


def headroom(row):
    """"N - high .. N - low for a ceiling, low - N .. high - N for a floor"."""
    allowed, room = row.get("allowed"), row.get("headroom")
    low, high = measured(row)
    if row["kind"] != "limit" or row["verdict"] in UNMEASURED \
            or not allowed or not room:
        return None
    n = amount(allowed["amount"])
    if n is None:
        return None
    want = {"at_most": (None if high is None else n - high,
                        None if low is None else n - low),
            "at_least": (None if low is None else low - n,
                         None if high is None else high - n)}.get(
                             allowed["relation"])
    have = (amount(room["low"]), amount(room["high"]))
    return None if want in (None, have) else f"headroom {have}, not {want}"


def is_idle(kind, verdict, reason):
    """A consent of hosts that is not in force, or in whose zones nothing is,
    may have one row or one of each host."""
    return kind == "consent" and (verdict == "not_in_force"
                                  or reason == "nothing_due")


def compare(rows, document):
    """The first difference between the twin's rows and a document, or None.

    A basis that says nothing (0 and open) may have a row or not."""
    if "clauses" not in document:
        told = [f"{e.get('code')} {e.get('message')}"
                for e in document.get("errors", [])]
        return "the program says " + "; ".join(
            told or [json.dumps(document)])[:1500]
    theirs, unjudged = {}, {}
    rows = [r for r in rows if not is_idle(r.kind, r.verdict, r.reason)]
    for row in document["clauses"]:
        if row["kind"] in ("evidence", "exception") \
                or is_idle(row["kind"], row["verdict"], row["reason"]) \
                or row["line"] == 0 and row["verdict"] in UNMEASURED:
            continue
        if row.get("subject") is None:
            unjudged[row["id"]] = row
        elif key_of(row) in theirs:
            return f"two rows of {key_of(row)}"
        else:
            theirs[key_of(row)] = row
        if headroom(row):
            return f"{key_of(row)}: {headroom(row)}"
    for mine in rows:
        if mine.subject is None:
            other = unjudged.pop(mine.id, None)
        else:
            other = theirs.pop(mine.key, None)
        if other is None:
            if mine.speaks:
                return f"no row {mine.key}\n  twin:    {show(mine)}"
            continue
        what = difference(mine, other)
        if what:
            return (f"{mine.key}: {what}\n  twin:    {show(mine)}\n"
                    f"  program: {show(other)}")
    for key, row in list(theirs.items()) + list(unjudged.items()):
        silent = row["verdict"] in UNMEASURED \
            or measured(row) in ((0, None), (0, 0), (None, None)) \
            or row["reason"] == "nothing_recorded"
        if key[-1] == "combined" or row.get("subject") is None or not silent:
            return f"the twin has no row {key}\n  program: {show(row)}"
    return None


def expected(it, at):
    """The twin's rows, or None: a contradiction."""
    if at in it.answers:
        return it.answers[at]
    try:
        return Twin(it).rows(at)
    except Contradiction:
        return None


def one_day(it, at, document):
    """What is wrong with the program's answer for one day."""
    rows = expected(it, at)
    if rows is None:
        return None if document.get("errors") else \
            "the books leave no world, and the program does not say so"
    if it.contradiction and document.get("errors"):
        return None                 # found before its day: no ruling forbids
    return compare(rows, document)


def report(seed, texts, at, what):
    body = "".join(f"---- {name}\n{text}" for name, text in texts.items())
    return f"seed {seed}, on {day_text(at)}: {what}\n{body}"


# ---- the same case in other words ------------------------------------------

def bare(x, back=None):
    """A document without what may differ: inputs, and where entries stand;
    with names mapped BACK."""
    if isinstance(x, dict):
        return {k: bare(v, back) for k, v in x.items()
                if k not in ("inputs", "file")
                and not (k == "line" and "file" in x)}
    if isinstance(x, list):
        return [bare(v, back) for v in x]
    if isinstance(x, str) and back:
        return re.sub(r"[\w-]+", lambda m: back.get(m[0], m[0]), x)
    return x


def unlike(one, other, path=""):
    """Where two documents differ first, or None."""
    if type(one) is not type(other):
        return f"{path}: {one} and {other}"
    if isinstance(one, dict):
        for k in sorted(set(one) | set(other)):
            if k not in one or k not in other:
                return f"{path}.{k} is in one only"
            found = unlike(one[k], other[k], f"{path}.{k}")
            if found:
                return found
    elif isinstance(one, list):
        if len(one) != len(other):
            return f"{path}: {len(one)} and {len(other)} of them"
        for k, (a, b) in enumerate(zip(one, other)):
            found = unlike(a, b, f"{path}[{k}]")
            if found:
                return found
    elif one != other:
        return f"{path}: {one} and {other}"
    return None


def same(one, other, back=None):
    """Do two answers say the same? None, or where they differ."""
    if "errors" in one or "errors" in other:
        codes = [sorted(e.get("code", "") for e in x.get("errors", []))
                 for x in (one, other)]
        return None if codes[0] == codes[1] else f"errors {codes}"
    return unlike(bare(one), bare(other, back))


# ---- the suite -------------------------------------------------------------

def widened(it, q):
    """(the case with wider ranges, the numbers of the answers to it), or
    None."""
    wide = widen.widened(it, it.seed) if not it.contradiction else None
    if wide is None:
        return None
    return wide, q.put(render(wide), wide.days)


def wider(it, answers, there, asked):
    """What is wrong with the program's answers to wider ranges: with what
    the twin says, and with its own to the narrow ones."""
    wide, numbers = asked
    for at, narrow, n in zip(wide.days, there, numbers):
        try:
            what = one_day(wide, at, answers[n])
        except (Unsupported, TooLarge):
            continue
        what = what or "; ".join(widen.turned(
            widen.of_program(answers[narrow]), widen.of_program(answers[n])))
        if what:
            return report(f"{it.seed} with wider ranges", render(wide), at,
                          what)
    return None


def told_by_worlds(it, answers, there):
    """Definite verdicts of the program against worlds that last."""
    for at, n in zip(it.days, there):
        verdicts = {(k[0], k[1], k[2:4]): v for k, v in
                    widen.of_program(answers[n]).items()}
        mine = {(r.id, r.line, (r.subject[0], tuple(sorted(r.subject[1])))):
                r for r in it.answers[at] if r.basis == "combined"
                and r.subject}
        sure = {(k[0], k[1], mine[k].subject): v for k, v in verdicts.items()
                if k in mine and "reason" not in mine[k].vague}
        what = stories.check(it, it.seed, sure, at, 3)
        if what:
            return report(it.seed, render(it), at, "; ".join(what))
    return None


def ask(seeds, q):
    """Puts what is asked of some seeds, and returns what group() needs."""
    asked = []
    for seed in seeds:
        it = case(seed)
        texts = render(it)
        there = q.put(texts, it.days)
        mixed = named = back = wide = None
        if seed % 4 == 0:
            mixed = q.put(shuffled(it, seed), it.days[-1:])[0]
        if seed % 4 == 2:
            new, back = renamed(it, seed)
            named = q.put(new, it.days[-1:])[0]
        if seed % 4 in (1, 3):
            wide = widened(it, q)
        asked.append((it, texts, there, mixed, named, back, wide))
    return asked


def group(seeds):
    """(differences from the twin, shuffled, renamed, with wider ranges,
    from single worlds) of some seeds."""
    q = Questions()
    asked = ask(seeds, q)
    answers = q.answers()
    wrong = ([], [], [], [], [])
    for it, texts, there, mixed, named, back, wide in asked:
        what = at = None
        for at, n in zip(it.days, there):
            what = one_day(it, at, answers[n])
            if what:
                break
        if it.seed in choices.WAITING:
            what = None if what else "no longer waits: see choices.WAITING"
        if what:
            wrong[0].append(report(it.seed, texts, at, what))
        last = answers[there[-1]]
        if mixed is not None:
            what = same(last, answers[mixed])
            if what:
                wrong[1].append(report(it.seed, texts, it.days[-1], what))
        if named is not None:
            what = same(last, answers[named], back)
            if what:
                wrong[2].append(report(it.seed, texts, it.days[-1], what))
        if wide and it.seed not in choices.WAITING:
            wrong[3].append(wider(it, answers, there, wide))
        if it.seed >= OLD_SEEDS and stories.fits(it):
            wrong[4].append(told_by_worlds(it, answers, there))
    return [[x for x in some if x] for some in wrong]


def told(wrong):
    """None, or the first of them in full and how many there are."""
    if not wrong:
        return None
    return f"{len(wrong)} cases differ, the first of them:\n{wrong[0]}"


def program_by_hand():
    """The examples worked out by hand, asked of the program, too."""
    q, asked = Questions(), []
    for f in by_hand.EXAMPLES:
        it, wanted = f()
        days = sorted({day(x[0]) for x in wanted})
        texts = render(it)
        asked.append((f, it, texts, days, q.put(texts, days)))
    answers = q.answers()
    for f, it, texts, days, there in asked:
        what = None
        for at, n in zip(days, there):
            if expected(it, days[-1]) is None:
                it.contradiction = True
            what = what or one_day(it, at, answers[n])
            if what:
                what = report(f.__name__, texts, at, what)
                break
        yield f"program: {f.__name__.replace('_', ' ')}", what


def concrete_worlds(seeds):
    """Sampled worlds against the twin's verdicts."""
    out = []
    for seed in seeds:
        it = case(seed)
        if seed < OLD_SEEDS and concrete.fits(it):
            at = it.days[-1]
            for what in concrete.check(it, seed, it.answers[at], at, 30):
                out.append(report(seed, render(it), at, what))
        elif seed >= OLD_SEEDS and stories.fits(it):
            for at in it.days:
                for what in stories.check(it, seed, stories.of_twin(
                        it.answers[at]), at, 4):
                    out.append(report(seed, render(it), at, what))
    return told(out)


def wider_twin(seeds):
    """Wider ranges, asked of the twin alone."""
    out = []
    for seed in seeds:
        it = case(seed)
        wide = None if it.contradiction else widen.widened(it, seed)
        for at in it.days if wide else ():
            try:
                rows = Twin(wide).rows(at)
            except (Contradiction, Unsupported, TooLarge):
                continue
            for what in widen.turned(widen.of_twin(it.answers[at]),
                                     widen.of_twin(rows)):
                out.append(report(seed, render(wide), at, what))
    return told(out)


def tests():
    yield from by_hand.tests()
    yield from check_rulings.tests()
    missing = set(PLAN) - {plan_of(s) for s in range(OLD_SEEDS)}
    missing |= set(NEW_PLAN) - {plan_of(s) for s in range(OLD_SEEDS, SEEDS)}
    yield ("the seeds cover each pair of form, basis and status",
           f"missing {sorted(missing)[:5]}" if missing else None)
    for first in list(range(0, 120, 40)) + list(range(
            OLD_SEEDS, OLD_SEEDS + 240, 40)):
        seeds = range(first, first + 40)
        yield (f"concrete worlds of seeds {first}..{first + 39}",
               concrete_worlds(seeds))
        yield (f"wider ranges in seeds {first}..{first + 39}, by the twin",
               wider_twin(seeds))
    if not os.path.exists(BATCH):
        yield "the program agrees with its twin", "build-test/batch is missing"
        return
    yield from program_by_hand()
    yield from kinds.tests(sys.modules[__name__])
    for first in range(0, SEEDS, GROUP):
        name = f"seeds {first}..{first + GROUP - 1}"
        wrong = group(range(first, first + GROUP))
        for some, how in zip(wrong, ("", " shuffled", " renamed",
                                     " with wider ranges",
                                     " in single worlds")):
            yield name + how, told(some)


def hunt(first, last):
    """Prints up to five differences among these seeds."""
    left = 5
    for start in range(first, last, GROUP):
        for wrong in group(range(start, min(start + GROUP, last))):
            for text in wrong:
                print(text)
                left -= 1
                if left == 0:
                    return 1
    return 0 if left == 5 else 1


def write_questions(folder):
    """What the suite asks, for those who put it to several programs."""
    os.makedirs(folder, exist_ok=True)
    q, seed_of = Questions(os.path.abspath(folder)), []
    for seed in range(SEEDS):
        ask([seed], q)
        seed_of += [seed] * (len(q.lines) - len(seed_of))
    with open(os.path.join(folder, "questions"), "w", encoding="utf-8") as f:
        for seed, line in zip(seed_of, q.lines):
            f.write(f"{seed}\t{line}\n")


def main():
    if sys.argv[1:2] == ["--ask"]:
        return write_questions(sys.argv[2])
    if sys.argv[1:] == ["--by-hand"]:
        wrong = [f"FAILED {name}\n{what}" for name, what in program_by_hand()
                 if what]
        sys.exit("\n".join(wrong) or 0)
    if len(sys.argv) > 1:
        first = int(sys.argv[1])
        last = int(sys.argv[2]) if len(sys.argv) > 2 else first + 1
        sys.exit(hunt(first, last))
    bad = 0
    for name, failure in tests():
        if failure:
            bad += 1
            print(f"FAILED {name}\n{failure}")
    print(f"{bad} failed")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
