"""The example of the repository against its verdicts by hand.

pacts/drawdown-2022/expected.tsv was written before there was a program. Each
of its rows is held against each day of its stretch, all as of one day.
"""
import glob
import subprocess

FOLDER = "pacts/drawdown-2022/"
FILES = sorted(glob.glob(FOLDER + "*.pact") + glob.glob(FOLDER + "*.book"))
FIRST, LAST = "2022-01-24", "2022-02-23"
NOT_MEASURED = ("not_due", "not_in_force", "not_judged")


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


def tests():
    run = subprocess.run(["build-test/days", FIRST, LAST] + FILES,
                         capture_output=True, text=True)
    yield "the program ran", run.stderr[-4000:] or None
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
