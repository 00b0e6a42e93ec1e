"""Lines `expect`: what becomes of each was worked out by hand from the rulings.

In test/tried/ RU holds 90 tanks and from 1 February 110, of at most 100, and
of 120 while US is belligerent, from 5 February; of US nobody says that all is
listed; of the east all is, and BY has none.
"""
import json

from cli import ends, holds, run
from schemas import misfits

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


# test/tried/slow.*: (scenario, clause, line, day, verdict, low of the measure)
SLOW = ["test/tried/slow.pact", "test/tried/slow.book"]
WHATIF = [
    (None, "2", 1, "2022-02-01", "broken", 6),   # told 26 January, 7 days asked
    (None, "3", 1, "2022-02-05", "kept", 40),    # 40 have left, of 20
    (None, "4", 1, "2022-02-10", "kept", 1),
    ("slow", "2", 1, "2022-02-01", "not_due", None),
    ("slow", "2", 1, "2022-02-20", "kept", 25),  # told when it was told
    ("slow", "3", 1, "2022-01-30", "not_due", 0),  # 20 days from 10 January
    ("slow", "3", 1, "2022-01-31", "broken", 0),
    ("slow", "3", 1, "2022-02-20", "kept", 40),
    ("slow", "1", 1, "2022-02-21", "kept", 0),   # it arrives on the 22nd now
    ("slow", "1", 1, "2022-02-22", "kept", 40),
    ("tight", "1", 1, "2022-02-10", "kept", 0),  # nothing has moved
    ("tight", "3", 1, "2022-02-10", "broken", 0),
    ("tight", "4", 1, "2022-02-10", "broken", 1),
    ("tighter", "1", 1, "2022-02-10", "broken", 40),
    ("tighter", "1", 2, "2022-02-10", "kept", 40),  # a share stays
]


def stands(scenario, clause, n, on):
    more = ["--scenario", scenario] if scenario else []
    doc = json.loads(run("status", *SLOW, "--on", on, "--json", *more).stdout)
    row, = [x for x in doc["clauses"] if x["basis"] == "combined" and
            (x["id"], x["line"]) == (clause, n)]
    m = row["measured"]
    return doc["scenario"], row["verdict"], m["low"] if m else None


def scenarios():
    for scenario, clause, n, on, verdict, low in WHATIF:
        got = stands(scenario, clause, n, on)
        yield f"{scenario}: {clause}, line {n} on {on}", (
            None if got == (scenario, verdict, low) else str(got))
    for verb in ("status", "verify", "timeline", "show", "test", "why"):
        words = [verb, *SLOW, *(["1"] if verb == "why" else []),
                 "--scenario", "slow"]
        r = run(*words)
        yield f"{verb} says so", holds(r.stdout, 'in the scenario "slow"')
        r = run(*words, "--json")
        yield f"{verb} says so in JSON", misfits(json.loads(r.stdout), verb)
        yield f"{verb} of an unknown one", ends(
            run(*words[:-1], "slwo"), 2, err=['did you mean "slow"?'])
    for name, said in (("early", "cannot be delayed to a day before"),
                       ("lost", "no entry of these books has the id `m2`")):
        yield name, ends(run("status", *SLOW, "--scenario", name), 2,
                         err=[said, SLOW[0]])
    with open(SLOW[0], encoding="utf-8") as f:
        text = f.read()
    for more, code, said in (
            ('scenario "slow"\n', "E0202", "two scenarios"),
            ('scenario "x"\n  set limit 1 to 3 exercise\n', "E0301",
             "no line of `limit 1` has a figure of this"),
            ('scenario "x"\n  set quota 4 to 3 days\n', "E0301",
             "no line of `quota 4` has a figure of this")):
        yield f"{said}: {more.strip()}", ends(
            run("check", "-", stdin=(text + more).encode()), 2,
            err=[code, said])


def line(x):
    m = x["measured"] or {"low": None, "high": None}
    return (x["line"], x["as_expected"], x["verdict"],
            x["subject"] and x["subject"]["ids"], m["low"], m["high"])


# (text, paragraphs that are forgotten, loose words): by hand
P = 'pact "P"\nparty RU "Ru"\nitem tank\n'
NO = "\n  no tank of RU\n"
FORGOTTEN = [
    (P + f"limit 1{NO}limit 2{NO}", [], 0),
    (P + f"limit 4{NO}limit 7{NO}", [("5", "6")], 0),
    (P + f"limit 2.2{NO}limit 2.4{NO}", [("2.1", None), ("2.3", None)], 0),
    (P + f"limit 9.1{NO}limit 9.10{NO}", [("9.2", "9.9")], 0),
    (P + f"limit 1.1.1{NO}limit 1.3{NO}", [("1.2", None)], 0),
    (P + f"article 1\nlimit x{NO}", [], 0),    # below it, without a point
    (P + f"article 1\nlimit 2.1{NO}", [("1", None)], 0),
    (P + f"article 1\nlimit 1.1{NO}", [], 0),
    (P + f"> w\nlimit 1{NO}> x\n>~ y\n", [], 2),
    (P + f"limit 1{NO}> w\n2022-01-01 state RU calm\n", [], 1),
    (P + f"limit 1{NO}> w\nitem gun\n", [], 0),
    (P + f"limit 1{NO}uncoded 2 because \"vague\"\nlimit 3{NO}", [], 0),
]


def covers():
    for text, want, loose in FORGOTTEN:
        r = run("cover", "-", "--json", stdin=text.encode())
        doc = json.loads(r.stdout)
        got = [(x["id"], x["to"]) for x in doc["paragraphs"]
               if x["state"] == "forgotten"]
        yield f"forgotten in {text[len(P):]!r}", (
            misfits(doc, "cover") or
            (None if (got, len(doc["loose"])) == (want, loose) and
             r.returncode == bool(want or loose) else f"{got} {r}"))


DUES = ["test/tried/dues.pact", "test/tried/dues.book"]
# (day, within, what falls due: day, overdue, kind, clause): by hand.
# An exception of 21 days that begins on 31 January is over with 20 February.
FALLS = [
    ("2022-02-03", "30 days", [
        ("2022-02-01", True, "to_do", "4"),
        ("2022-02-10", False, "to_do", "3"),
        ("2022-02-15", False, "consent_ends", None),
        ("2022-02-20", False, "begins", "2"),
        ("2022-02-21", False, "turns", "1"),
        ("2022-03-01", False, "told", None),
        ("2022-03-02", False, "ends", "2")]),
    ("2022-02-03", "6 days", [("2022-02-01", True, "to_do", "4")]),
    ("2022-02-03", "7 days", [("2022-02-01", True, "to_do", "4"),
                              ("2022-02-10", False, "to_do", "3")]),
    # not told before the first of February
    ("2022-01-31", "1 day", [("2022-02-01", False, "to_do", "4")]),
    ("2022-01-31", "29 days", [
        ("2022-02-01", False, "to_do", "4"),
        ("2022-02-10", False, "to_do", "3"),
        ("2022-02-15", False, "consent_ends", None),
        ("2022-02-20", False, "begins", "2"),
        ("2022-02-21", False, "turns", "1")]),
    ("2022-12-30", "2 days", [
        ("2022-02-01", True, "to_do", "4"),
        ("2022-02-10", True, "to_do", "3"),
        ("2022-12-31", False, "ends", None)]),
]


def calendars():
    ask = ["due", *DUES, "--on", "2022-02-03", "--ics"]
    text = run(*ask).stdout
    lines = text.split(b"\r\n")
    yield "ics: CRLF and nothing else ends a line", (
        None if lines[-1] == b"" and b"\n" not in b"".join(lines)
        else repr(text))
    long = [x for x in lines if len(x) > 75]
    yield "ics: at most 75 octets", str(long) if long else None
    whole = text.replace(b"\r\n ", b"").decode().split("\r\n")
    yield "ics: what is folded is whole", (
        None if r'SUMMARY:limit 1\, "Ceiling"\, RU: broken from then on\, if '
        "nothing more happens: 120 of at most 100 tank in z" in whole
        else str(whole))
    stamps = {x for x in whole if x.startswith("DTSTAMP")}
    yield "ics: the stamp is the day", (
        None if stamps == {"DTSTAMP:20220203T000000Z"} else str(stamps))
    uids = [x for x in whole if x.startswith("UID:")]
    yield "ics: each has a name of its own", (
        None if len(set(uids)) == len(uids) == 7 else str(uids))
    ask[4] = "2022-02-05"
    later = run(*ask).stdout.decode().replace("\r\n ", "").split("\r\n")
    missing = set(uids) - set(later)
    yield "ics: names stay from day to day", str(missing) if missing else None


def dues():
    for on, within, want in FALLS:
        doc = json.loads(run("due", *DUES, "--on", on, "--within", within,
                             "--json").stdout)
        got = [(x["on"], x["overdue"], x["kind"], x["clause"])
               for x in doc["due"]]
        yield f"due on {on} within {within}", (
            misfits(doc, "due") or (None if got == want else str(got)))
    yield "within nothing", ends(run("due", *DUES, "--within", "soon"), 2,
                                 err=["no length of time is 'soon'"])
    yield from calendars()


def tests():
    yield from dues()
    yield from covers()
    yield from scenarios()
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
