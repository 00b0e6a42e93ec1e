"""Conditions, exceptions, quotas, consents, remedies: verdicts by hand.

test/rulings/expected.tsv was worked out by hand from docs/judging.md before
the program could judge any of it. Each row names a pact of test/rulings/
(NAME.pact, with NAME.book beside it, and NAME-2.book if there is one), a day,
and one row of `status`: clause, line, subject, basis. Its columns:

    line        `?`: any; one of the rows that are left has to be so
    verdict     as in docs/judging.md, section 7; or the code of an error
    reason      empty: none; `*`: not asserted
    low, high   empty: not asserted; `open` is an end without a bound
    allowed     the figure in force; empty: not asserted
    why         the sum by hand; nothing reads it
"""
import json
import os
import subprocess

FOLDER = "test/rulings/"
PROGRAM = os.environ.get("DETENTE", "build-test/detente")


def by_hand():
    """The rows of the table, as dictionaries."""
    with open(FOLDER + "expected.tsv", encoding="utf-8") as f:
        head, *rows = [line.rstrip("\n").split("\t") for line in f]
    return [dict(zip(head, row, strict=True)) for row in rows]


def status(pact, day):
    """The rows that the program has for the day, or its refusal."""
    files = [FOLDER + pact + end for end in (".pact", ".book", "-2.book")]
    run = subprocess.run(
        [PROGRAM, "status", "--json", "--on", day,
         *filter(os.path.exists, files)], capture_output=True, text=True)
    if run.returncode:
        return None, f"exit status {run.returncode}\n{run.stderr}"
    return json.loads(run.stdout)["clauses"], None


def told(row):
    """What one row of the program says, in the words of the table."""
    measured, allowed = row.get("measured") or {}, row.get("allowed") or {}

    def end(name):
        if name not in measured:
            return "none"
        return "open" if measured[name] is None else str(measured[name])
    return {"verdict": row["verdict"], "reason": row["reason"],
            "low": end("low"), "high": end("high"),
            "allowed": str(allowed.get("amount", "none"))}


def is_meant(want, row):
    subject = row["subject"] or {"ids": []}
    return row["id"] == want["clause"] and row["basis"] == want["basis"] \
        and want["line"] in ("?", str(row["line"])) \
        and sorted(subject["ids"]) == sorted(want["subject"].split("+"))


def unlike(want, row):
    """What is not as it was worked out."""
    free = {"reason": "*", "low": "", "high": "", "allowed": ""}
    return [f"{name} {now or 'none'}, by hand {want[name] or 'none'}"
            for name, now in told(row).items()
            if want[name] != free.get(name) and want[name] != now]


def differs(want, rows):
    """None, or how the row that comes nearest is unlike."""
    found = [unlike(want, r) for r in rows if is_meant(want, r)]
    if not found:
        return "the program has no such row"
    best = min(found, key=len)
    return "; ".join(best) + f" ({want['why']})" if best else None


def tests():
    said = {}
    for want in by_hand():
        at = want["pact"], want["on-day"]
        if at not in said:
            said[at] = status(*at)
        rows, refusal = said[at]
        if want["verdict"].startswith("E"):
            failure = None if refusal and want["verdict"] in refusal else (
                f"not refused with {want['verdict']}\n{refusal or ''}")
        else:
            failure = refusal or differs(want, rows)
        yield (" ".join([*at, want["clause"], want["line"], want["subject"]]),
               failure)
