"""Words that are known and not judged yet: said by name, and no verdict.

test/known/known.pact uses one such form in each of its clauses. None may be
an error, and none may be passed over: each clause has a row that is not
judged, and no other verdict but `not_due`.
"""
import json
import re
import subprocess

PROGRAM = "build-test/detente"
FILES = ["test/known/known.pact", "test/known/known.book"]


def run(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True)


def clauses():
    with open(FILES[0], encoding="utf-8") as f:
        return re.findall(r"^(?:limit|notice|step|inform|stay|inspection|"
                          r"access) (\d+)$", f.read(), re.M)


def one(rows):
    got = {r["verdict"] for r in rows}
    return None if "not_judged" in got <= {"not_judged", "not_due"} else str(
        got)


def tests():
    r = run("check", FILES[0])
    said = set(re.findall(r"^(?:error|warning)\[(\w+)\]", r.stderr, re.M))
    yield "known words are no errors", (
        None if r.returncode == 0 and said == {"L0102"} else r.stderr)
    r = run("status", *FILES, "--json")
    rows = json.loads(r.stdout)["clauses"]
    for clause in clauses():
        yield f"clause {clause} is not judged", one(
            [row for row in rows if row["id"] == clause])
    yield "an equivalence is no duty", next(
        (str(row) for row in rows if row["id"] == "26"), None)
    before = json.loads(run("status", *FILES, "--json", "--on",
                            "2022-02-02").stdout)["clauses"]
    kept = [row["verdict"] for row in before if row["id"] == "20"]
    yield "a posting that is not judged takes verdicts away only later", (
        None if set(kept) == {"kept"} else str(kept))
