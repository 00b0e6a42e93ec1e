"""The example of the repository: its verdicts by hand, and its sources.

Each row of pacts/drawdown-2022/expected.tsv, worked out from the rulings, is
held against each day of its stretch, all as of one day. The order of the files
changes nothing.

A source is written "PUBLISHER, DATE: what; via COPY". Its publisher, whoever
said it first, is what stands before the first comma. A name behind "via" is
none. Accounts on social networks begin with @ and are not counted, since
nobody knows who they are.
"""
import glob
import re
import subprocess

FOLDER = "pacts/drawdown-2022/"
FILES = sorted(glob.glob(FOLDER + "*.pact") + glob.glob(FOLDER + "*.book"))
FIRST, LAST = "2022-01-24", "2022-02-23"
NOT_MEASURED = ("not_due", "not_in_force", "not_judged")
ENTRIES_WANTED, PUBLISHERS_WANTED = 150, 25
SOURCE = re.compile(r'  source "([^",;]+), ([^:;"]*\b20[012]\d)(?:: [^;"]+)?'
                    r'(?:; via [^;"]+)?"$')


def by_hand():
    """(clause, line, subject) -> [(from, until, (verdict, low, high, allowed))]"""
    rows = {}
    with open(FOLDER + "expected.tsv", encoding="utf-8") as f:
        for line in list(f)[1:]:
            clause, n, who, first, until, *what = line.rstrip("\n").split("\t")
            rows.setdefault((clause, n, who), []).append(
                (first, until or "9999", tuple(what)))
    return rows


def agree(want, got):
    if want[0] != got[0]:
        return False
    return want[0] in NOT_MEASURED or (want[1:3] == got[1:3] and
                                       want[3] in ("", got[3]))


def days(files):
    return subprocess.run(["build-test/days", FIRST, LAST] + files,
                          capture_output=True, text=True)


def verdicts(run):
    rows = by_hand()
    wrong = {key: [] for key in rows}
    seen = {key: set() for key in rows}
    for line in run.stdout.splitlines():
        day, clause, n, who, *got = line.split("\t")
        key = (clause, n, who)
        seen.setdefault(key, set()).add(day)
        want = [w for first, until, w in rows.get(key, [])
                if first <= day < until]
        if len(want) != 1 or not agree(want[0], tuple(got)):
            wrong.setdefault(key, []).append(
                f"{day}: by hand {want}, the program {got}")
    for key, bad in sorted(wrong.items()):
        if len(seen[key]) != 31:
            bad.append(f"{len(seen[key])} of 31 days")
        yield " ".join(key), "\n".join(bad) or None


# ---- sources ----

def entries():
    """(where, its lines) of each dated entry of the books."""
    for path in FILES:
        with open(path, encoding="utf-8") as f:
            lines = f.read().splitlines()
        for n, line in enumerate(lines):
            if not re.match(r"\d{4}-\d\d-\d\d", line):
                continue
            below = n + 1
            while below < len(lines) and lines[below].startswith(" "):
                below += 1
            yield f"{path}:{n + 1}", lines[n:below]


def sources():
    n, publishers, bad = 0, set(), []
    for where, lines in entries():
        n += 1
        told = [line for line in lines if line.startswith("  source")]
        found = [SOURCE.match(line) for line in told]
        if not told or None in found:
            bad.append(f"{where}: {lines[0]}: {told}")
        publishers.update(m[1] for m in found if m and m[1][0] != "@")
    yield "each entry has a publisher and a date", "\n".join(bad) or None
    yield f"at least {ENTRIES_WANTED} dated entries", (
        None if n >= ENTRIES_WANTED else f"{n}")
    yield f"at least {PUBLISHERS_WANTED} publishers", (
        None if len(publishers) >= PUBLISHERS_WANTED else
        f"{len(publishers)}: {sorted(publishers)}")
    yield "the page tells how many", page(n, publishers)


def page(n, publishers):
    with open(FOLDER + "README.md", encoding="utf-8") as f:
        text = f.read()
    missing = sorted(p for p in publishers if p not in text)
    if f"{n} dated entries from {len(publishers)} publishers" not in text:
        missing.append(f"{n} dated entries from {len(publishers)} publishers")
    return "\n".join(missing) or None


def tests():
    run = days(FILES)
    yield "the program ran", run.stderr[-4000:] or None
    yield "files in another order", (
        None if days(FILES[::-1]).stdout == run.stdout else "another answer")
    yield from verdicts(run)
    yield from sources()
