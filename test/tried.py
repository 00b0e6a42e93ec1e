"""Lines `expect`: what becomes of each was worked out by hand from the rulings.

In test/tried/ RU holds 90 tanks and from 1 February 110, of at most 100, and
of 120 while US is belligerent, from 5 February; of US nobody says that all is
listed; of the east all is, and BY has none.
"""
import json

from cli import ends, run

FILES = ["test/tried/tried.pact", "test/tried/tried.book"]
# (line, as expected, verdict, subject, low, high of the measure)
LINES = [
    (19, True, "kept", ["RU"], 90, 90),
    (20, True, "broken", ["RU"], 110, 110),
    (21, True, "undetermined", ["US"], 0, None),
    (22, True, "broken", ["RU"], 110, 110),  # of a side the worst within it
    (23, True, "kept", ["RU"], 110, 110),    # by the exception
    (24, True, "kept", ["east"], 110, 110),  # a side that takes it in
    (25, False, None, None, None, None),     # an exception has no verdict
    (26, False, "kept", ["BY"], 0, 0),
]
SEEN = {"1": (["kept", "broken", "undetermined"],
              ["kept", "broken", "undetermined"]),
        "1.a": (["at_work"], ["at_work"]),
        "2": (["kept"], ["kept"])}


def line(x):
    m = x["measured"] or {"low": None, "high": None}
    return (x["line"], x["as_expected"], x["verdict"],
            x["subject"] and x["subject"]["ids"], m["low"], m["high"])


def tests():
    r = run("test", *FILES, "--json")
    doc = json.loads(r.stdout)
    got = [line(x) for x in doc["expectations"]]
    yield "each line as by hand", None if got == LINES else str(got)
    seen = {x["id"]: (x["expected"], x["books"]) for x in doc["coverage"]}
    yield "what was seen as by hand", None if seen == SEEN else str(seen)
    yield "one that is not borne out", ends(run("test", *FILES), 1, [
        "not as expected  test/tried/tried.pact:26: broken 1 by BY on "
        "2022-02-01", "kept: 0 of at most 100 tank in z",
        "8 expected, 6 as expected"])
    yield "as JSON, too", None if r.returncode == 1 else str(r.returncode)
    before = json.loads(run("test", *FILES, "--on", "2022-01-31",
                            "--json").stdout)
    books = {x["id"]: x["books"] for x in before["coverage"]}
    yield "--on is of the books alone", (
        None if books == {"1": ["kept", "undetermined"], "1.a": [],
                          "2": ["kept"]} and
        [line(x) for x in before["expectations"]] == LINES else str(books))
    with open(FILES[0], encoding="utf-8") as f:
        good = [x for x in f.read().split("\n")
                if not x.startswith(("expect kept 1.a", "expect broken 1 by B"))]
    with open(FILES[1], encoding="utf-8") as f:
        book = "\n" + f.read().split("\n", 1)[1]
    r = run("test", "-", stdin=("\n".join(good) + book).encode())
    yield "all borne out", ends(r, 0, ["6 expected, 6 as expected"])
    step = ("step 4\n  RU withdraws 5 tank from z\n  by 2022-03-01\n"
            "expect kept 1 by RU on 3 days after step 4 is done\n")
    yield "a day that hangs on a step", ends(
        run("check", "-", stdin=("\n".join(good) + step).encode()), 2,
        err=["E0309", "an expectation is of a fixed day"])
