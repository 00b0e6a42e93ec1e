"""The real agreements below pacts/: their verdicts by hand, their findings.

Each folder of pacts/ with an expected.tsv is tested here; drawdown-2022 has a
suite of its own (example), and the pages of all are tested by docs. A table
was worked out by hand, from the agreement and docs/judging.md, before the
program was asked. Its columns:

    clause, line, subject   one row of `status`; names of a sum are joined by +,
                            a line `?` is any
    from, until             the stretch on which it stands, `until` not within;
                            empty: to the last day of the table
    verdict, reason         as in docs/judging.md, section 7; reason `*`: free
    low, high, allowed      empty: free; `open`: no bound; `none`: no measure
    why                     the sum by hand; nothing reads it

Every row is held against each day that the table names within its stretch
(beginnings and last days), and on each of these days the program is asked as
of that day. A line that begins with # is a comment, and four of them speak:

    # warns: L0107 ...      the warnings that `check` gives, and no others but
                            L0102, of words that are not judged yet
    # day: D                one more day to be asked for
    # waits: REASON         the rows below are of words not judged yet: while
                            the program says `not_judged` or `not_due`, or has
                            the verdict without its figures, they wait, and are
                            told as waiting, not as passed. Once it judges them, at
                            the latest when `check` says no L0102 any more,
                            they have to agree like any other
    # judged                ends such a part

What `verify` says is held against test/golden/pacts/NAME.txt, which is written
only after each finding in it was judged by hand:

    python3 test/pacts.py NAME      prints what it says now
"""
import datetime
import glob
import json
import os
import re
import subprocess
import sys

PROGRAM = os.environ.get("DETENTE", "build-test/detente")
COLUMNS = ("clause line subject from until verdict reason low high allowed "
           "why").split()
OWN_SUITE = {"drawdown-2022"}


def run(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True,
                          encoding="utf-8", timeout=300,
                          env=dict(os.environ, NO_COLOR="1"))


def names():
    found = (os.path.basename(os.path.dirname(path))
             for path in glob.glob("pacts/*/expected.tsv"))
    return sorted(set(found) - OWN_SUITE)


# ---- the table ----

class Table:
    """Rows, the days that they name, and the warnings that are known."""

    def __init__(self, path):
        self.rows, self.days, self.warns, waits = [], set(), [], None
        with open(path, encoding="utf-8") as f:
            lines = f.read().splitlines()
        if lines[0].split("\t") != COLUMNS:
            raise ValueError(f"{path}: the first line names other columns")
        for n, line in enumerate(lines[1:], 2):
            speaks = re.match(r"# (warns|day|waits|judged):? *(.*)", line)
            if speaks and speaks[1] == "warns":
                self.warns += speaks[2].split()
            elif speaks and speaks[1] == "day":
                self.days.add(speaks[2])
            elif speaks:
                waits = speaks[2] or None
            elif line and line[0] != "#":
                self.add(f"{path}:{n}", line.split("\t"), waits)

    def add(self, where, cells, waits):
        if len(cells) != len(COLUMNS):
            raise ValueError(f"{where}: {len(cells)} columns")
        row = dict(zip(COLUMNS, cells), where=where, waits=waits)
        self.rows.append(row)
        self.days.add(row["from"])
        if row["until"]:
            end = datetime.date.fromisoformat(row["until"])
            self.days.add(str(end - datetime.timedelta(1)))


# ---- what the program says ----

def subject(row):
    whom = row["subject"] or {"ids": []}
    side = "side:" if whom.get("kind") == "side" else ""
    return side + "+".join(sorted(whom["ids"]))


def asked(name, day):
    """{(clause, line, subject): row}, or why the program refused."""
    r = run("status", f"pacts/{name}", "--on", day, "--json")
    if r.returncode:
        return None, f"exit status {r.returncode}\n{r.stderr}"
    rows = {}
    for row in json.loads(r.stdout)["clauses"]:
        if row["basis"] == "combined":
            key = row["id"], str(row["line"]), subject(row)
            rows.setdefault(key, []).append(row)
    return rows, None


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


FREE = {"verdict": None, "reason": "*", "low": "", "high": "", "allowed": ""}


def unlike(want, got):
    now = told(got)
    return [f"{name} {now[name] or 'none'}, by hand {want[name] or 'none'}"
            for name, free in FREE.items()
            if want[name] != free and want[name] != now[name]]


def of_key(want, rows):
    who = "+".join(sorted(want["subject"].split("+")))
    return [got for (clause, line, of), several in rows.items()
            for got in several if (clause, of) == (want["clause"], who) and
            want["line"] in ("?", line)]


def differs(want, rows):
    """None, or how the row that comes nearest is unlike."""
    found = of_key(want, rows)
    if not found:
        return "the program has no such row"
    best = min((unlike(want, got) for got in found), key=len)
    return "; ".join(best) or None


def not_judged(want, rows):
    """Not at all (such a clause has one row, of nobody), or in part only."""
    found = of_key(want, rows)
    if not found:
        found = [got for key, several in rows.items() for got in several
                 if key[0] == want["clause"] and got["subject"] is None]
        return not found or found[0]["verdict"] == "not_judged"
    return any(got["verdict"] in ("not_judged", "not_due") or
               got["verdict"] == want["verdict"] and unlike(want, got)
               for got in found)


# ---- the tests of one agreement ----

def codes_of(name):
    r = run("check", f"pacts/{name}")
    return r, set(re.findall(r"^(?:error|warning)\[(\w+)\]",
                             r.stdout + r.stderr, re.M))


def checked(name, table):
    r, codes = codes_of(name)
    if codes - {"L0102"} != set(table.warns):
        return (f"{sorted(codes)}, and the table knows "
                f"{sorted(table.warns)}\n{r.stdout}{r.stderr}")
    return None if r.returncode == 0 else f"exit status {r.returncode}"


def row_tests(name, table):
    answers = {day: asked(name, day) for day in sorted(table.days)}
    for day, (_, refused) in answers.items():
        if refused:
            yield f"{name} on {day}", refused
    waiting, may_wait = 0, "L0102" in codes_of(name)[1]
    for want in table.rows:
        bad, waits = [], False
        for day, (rows, refused) in answers.items():
            within = want["from"] <= day < (want["until"] or "9999")
            wrong = differs(want, rows) if within and not refused else None
            if not wrong:
                continue
            if want["waits"] and may_wait and not_judged(want, rows):
                waits = True
            else:
                bad.append(f"{day}: {wrong} ({want['why']})")
        waiting += waits and not bad
        if bad or not waits:
            key = " ".join(want[c] for c in COLUMNS[:4])
            yield (f"{want['where']} {key}", "\n".join(bad) or None)
    if waiting:
        print(f"pacts: {name}: {waiting} rows of "
              f"{len(table.rows)} wait to be judged", flush=True)


def findings(name):
    r = run("verify", f"pacts/{name}")
    return f"{r.stdout}{r.stderr}exit status {r.returncode}\n"


def golden(name):
    path = f"test/golden/pacts/{name}.txt"
    if not os.path.exists(path):
        return f"no {path}"
    with open(path, encoding="utf-8") as f:
        return None if f.read() == findings(name) else findings(name)


def laid_out(name):
    """Whether `fmt` would change a file."""
    files = sorted(glob.glob(f"pacts/{name}/*.pact") +
                   glob.glob(f"pacts/{name}/*.book"))
    r = run("fmt", "--check", *files)
    return None if r.returncode == 0 else r.stdout + r.stderr


def expectations(name):
    """The pact's own `expect` lines; of words not judged yet they wait."""
    r = run("test", f"pacts/{name}", "--json")
    if r.returncode not in (0, 1):
        return f"exit status {r.returncode}\n{r.stderr}"
    every = json.loads(r.stdout)["expectations"]
    wrong = [e for e in every if not e["as_expected"]]
    waits = [e for e in wrong if e["verdict"] == "not_judged"]
    if waits:
        print(f"pacts: {name}: {len(waits)} of {len(every)} `expect` lines "
              "wait to be judged")
    bad = [f"{e['file']}:{e['line']}: {e['text']}" for e in wrong
           if e not in waits]
    return "\n".join(bad) or (None if every else "it expects nothing")


def tests():
    for name in names():
        table = Table(f"pacts/{name}/expected.tsv")
        yield f"{name}: check", checked(name, table)
        yield f"{name}: fmt", laid_out(name)
        yield f"{name}: test", expectations(name)
        yield from row_tests(name, table)
        yield f"{name}: verify", golden(name)


if __name__ == "__main__":
    print(findings(sys.argv[1]), end="")
