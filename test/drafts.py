"""Small pacts in the manner of real treaties, against verdicts by hand.

test/drafts/expected.tsv was worked out by hand, most of it before the program
was asked; rows for faults that were found so were added after. Each row names
a pact of test/drafts/ (NAME.pact, with every NAME*.book beside it), a day, and
one row of `status`: clause, line, subject, basis. Its columns:

    subject     `?`: of whomever; there is one row
    verdict     as in docs/judging.md, section 7
    reason      empty: none; `*`: not asserted
    low, high   empty: not asserted; `open` is an end without a bound
    why         the sum by hand; nothing reads it

A pact that is refused fails with the message, once for each of its days.
"""
import glob
import json
import os
import subprocess

FOLDER = "test/drafts/"
PROGRAM = os.environ.get("DETENTE", "build-test/detente")


def by_hand():
    """The rows of the table, as dictionaries."""
    with open(FOLDER + "expected.tsv", encoding="utf-8") as f:
        head, *rows = [line.rstrip("\n").split("\t") for line in f]
    return [dict(zip(head, row, strict=True)) for row in rows]


def key(clause, line, subject, basis):
    return clause, str(line), "+".join(sorted(subject.split("+"))), basis


def end(amount):
    return "open" if amount is None else str(amount)


def status(pact, day):
    """What the program says of the day: {key: row}, or its refusal."""
    files = glob.glob(f"{FOLDER}{pact}.pact")
    files += sorted(glob.glob(f"{FOLDER}{pact}*.book"))
    run = subprocess.run([PROGRAM, "status", "--json", "--on", day] + files,
                         capture_output=True, text=True)
    if run.returncode:
        return None, f"exit status {run.returncode}\n{run.stderr}"
    rows = {}
    for row in json.loads(run.stdout)["clauses"]:
        whom = row["subject"] or {"ids": []}
        for who in ("+".join(whom["ids"]), "?"):
            rows[key(row["id"], row["line"], who, row["basis"])] = row
    return rows, None


def differs(want, got):
    """What is not as it was worked out, in words; None if all is."""
    if got is None:
        return "the program has no such row"
    measured = got.get("measured") or {}
    is_now = {"verdict": got["verdict"], "reason": got["reason"]}
    for name in ("low", "high"):
        is_now[name] = end(measured[name]) if measured else "none"
    free = {"reason": "*", "low": "", "high": ""}
    bad = [f"{name} {is_now[name] or 'none'}, by hand {want[name] or 'none'}"
           for name in is_now
           if want[name] != free.get(name) and want[name] != is_now[name]]
    return "; ".join(bad) + f" ({want['why']})" if bad else None


def tests():
    rows, said = by_hand(), {}
    for want in rows:
        pact, day = want["pact"], want["on-day"]
        if (pact, day) not in said:
            said[pact, day] = status(pact, day)
        got, refusal = said[pact, day]
        who = key(want["clause"], want["line"], want["subject"],
                  want["basis"])
        yield (" ".join([pact, day, *who]),
               refusal or differs(want, got.get(who)))
