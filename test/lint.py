"""Warnings of `check`: what draws them, and what comes near and does not.

Each case is a text (or a pact and a book) below a common beginning, and what
is to be said of it: codes with the words that have to stand in the message.
Worked out from docs/language.md, section 11, before it was asked.
"""
import json
import os
import re
import subprocess
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
HEAD = """party ARD "Ardenia"
party BOR "Borovia"
item tank
site camp 54 N 33 E
"""
USED = "limit 9\n  at most 100 tank of each party\n"
FORCES = """2022-01-25 hold ARD at camp
  200 tank
2022-01-25 hold BOR at camp
  200 tank
"""
SIDES = """side west "West"
side east "East"
party ARD "Ardenia" on east
party BOR "Borovia" on west
formation guard "Guard" on east, directed by ARD
formation watch "Watch" on east, directed by guard
item tank
item gun
"""
RING = "ring 50 N 10 E, 50 N 11 E, 51 N 11 E, 51 N 10 E"


def ring(east):
    return (f"ring 50 N {east} E, 50 N {east + 1} E, 51 N {east + 1} E, "
            f"51 N {east} E")


def old(header, zone):
    return (f'pact "P"\n  {header}\nparty ARD "Ardenia"\nitem tank\n'
            f"zone z = {zone}\nlimit 1\n  no tank of ARD in z\n")


# (what it is, pact, book or None, [(code, words) ...])
CASES = [
    # ---- look-alike names: of all kinds
    ("side and party", 'side ard "A"\nparty ARD "Ardenia" on ard\n' + USED +
     "item tank\n", None, [("L0101", "'ARD' looks like 'ard'")]),
    ("an accent", HEAD + USED + "site c\u00e2mp 55 N 33 E\n", None,
     [("L0101", "c\u00e2mp")]),
    ("Cyrillic letters", HEAD + USED + "site \u0441\u0430m\u0440 55 N 33 E\n",
     None, [("L0101", "'camp', another name")]),
    ("case of another script", HEAD + USED + "site \u043d\u0430 55 N 33 E\n"
     "site \u041d\u0410 55 N 34 E\n", None, [("L0101", "another name")]),
    ("a capital that alone is drawn alike", HEAD + USED +
     "site H-1 55 N 33 E\nsite \u041d-1 55 N 34 E\n", None,
     [("L0101", "another name")]),
    ("statuses", HEAD + USED + "status s: active, Active\n", None,
     [("L0101", "'Active'")]),
    ("attributes", HEAD + USED + "item gun range 5 km\nitem bow Range 1 km\n",
     None, [("L0101", "'Range'")]),
    ("numbers and dates", HEAD + "number n1 = 5\ndate N1 = 2022-01-01\n"
     "limit 9\n  at most n1 tank of each party\n  from N1\n", None,
     [("L0101", "'N1'")]),
    ("clauses", HEAD + "limit 1.a\n  at most 9 tank of ARD\n"
     "limit 1.A\n  at most 8 tank of BOR\n", None,
     [("L0101", "'1.A' looks like '1.a', another clause")]),
    ("a clause and a name", HEAD + "limit CAMP\n"
     "  at most 9 tank of each party\n", None, []),
    ("units of a book", HEAD + USED, "2022-01-25 hold ARD/1st at camp\n"
     "  5 tank\n2022-01-26 hold ARD/1ST at camp\n  5 tank\n"
     "2022-01-27 raise ARD/1ST at camp\n  5 tank\n",
     [("L0101", "'ARD/1ST' looks like 'ARD/1st', another unit")]),
    ("a unit, declared and used", HEAD + USED + 'unit ARD/1st "First"\n',
     "2022-01-25 hold ARD/1st at camp\n  5 tank\n", []),
    ("a one and an l are digits and letters", HEAD + USED +
     "site camp-1 55 N 33 E\nsite camp-l 55 N 33 E\n", None, []),

    # ---- a director bound alone
    ("alone", SIDES + "limit 1\n  at most 9 tank of ARD\n", None,
     [("L0106", "without guard and watch, whom it directs")]),
    ("alone in a sum", SIDES + "limit 1\n  at most 9 tank of ARD + BOR\n",
     None, [("L0106", "side east")]),
    ("the middle one", SIDES + "limit 1\n  no tank of guard\n", None,
     [("L0106", "'guard' is bound here without watch")]),
    ("once a clause", SIDES + "limit 1\n  no tank of ARD\n  no gun of ARD\n"
     "limit 2\n  no gun of ARD\n", None, [("L0106", ""), ("L0106", "")]),
    ("its side", SIDES + "limit 1\n  no tank of side east\n", None, []),
    ("each party", SIDES + "limit 1\n  no tank of each party\n", None, []),
    ("in a line of their own", SIDES + "limit 1\n  no tank of ARD\n"
     "  at most 9 tank of guard + watch\n", None, []),
    ("in another clause", SIDES + "limit 1\n  no tank of ARD\n"
     "limit 2\n  at most 9 tank of guard + watch\n", None, []),
    ("in another clause, of other things", SIDES +
     "limit 1\n  no tank of ARD\nlimit 2\n  no gun of guard + watch\n", None,
     [("L0106", "")]),
    ("in another clause, by their side", SIDES +
     "limit 1\n  no tank of ARD\nlimit 2\n  at most 9 tank of side east\n",
     None, [("L0106", "")]),
    ("a floor", SIDES + "limit 1\n  at least 9 tank of ARD\n", None, []),
    ("a notice", SIDES + "notice 1\n  any movement of at least 5 tank of ARD\n"
     "  7 days before it starts\n", None, [("L0106", "")]),
    ("a step", SIDES + "step 1\n  ARD destroys 5 tank\n  by 2022-03-01\n",
     None, [("L0106", "")]),
    ("who directs nobody", SIDES + "limit 1\n  no tank of BOR\n", None, []),

    # ---- a pact older than its boundaries (which are of 2018)
    ("of 2016", old("signed 2016-12-31", 'area "Lakes"'), None,
     [("L0107", "was signed in 2016, and its boundaries are those of 2018")]),
    ("of 2017", old("signed 2017-01-01", 'area "Lakes"'), None, []),
    ("in force", old("in force from 2016-12-31", 'area "Lakes"'), None,
     [("L0107", "is in force from 2016")]),
    ("signed before, in force after", old(
        "signed 2010-01-01\n  in force from 2019-01-01", "country SE"), None,
     [("L0107", "signed in 2010")]),
    ("two zones, one message", old("signed 1999-01-01", "country SE") +
     "zone y = countries SE and FI\n", None, [("L0107", "")]),
    ("a ring", old("signed 1936-01-01", RING), None, []),
    ("as of a day", old("signed 1999-01-01", "country SE as of 1999-01-01"),
     None, [("L0102", "")]),
    ("no date", old('note "of old"', "country SE"), None, []),

    # ---- empty zones
    ("disjoint countries", HEAD + USED + "zone za = country SE\n"
     "zone zb = country JP\nzone zc = za & zb\n", None, [("L0108", "'zc'")]),
    ("neighbours", HEAD + USED + "zone za = country SE\nzone zb = country NO\n"
     "zone zc = za & zb\n", None, [("L0108", "'zc'")]),
    ("less itself", HEAD + USED + f"zone za = {RING}\nzone zc = za - za\n",
     None, [("L0108", "'zc'")]),
    ("cut by what holds it", HEAD + USED + f"zone za = {RING}\n"
     "zone zc = within 10 km of za, outside big\n"
     "zone big = within 20 km of za\n", None, [("L0108", "'zc'")]),
    ("rings apart", HEAD + USED + f"zone za = {ring(10)}\n"
     f"zone zb = {ring(13)}\nzone zc = za & zb\n", None, [("L0108", "'zc'")]),
    ("rings that meet", HEAD + USED + f"zone za = {ring(10)}\n"
     "zone zb = ring 50 N 10.9 E, 50 N 12 E, 51 N 12 E, 51 N 10.9 E\n"
     "zone zc = za & zb\n", None, []),
    ("a line is no void", HEAD + USED +
     "zone za = line through 50 N 10 E, 51 N 10 E\n", None, []),
    ("a place of a clause", HEAD + f"zone za = {ring(10)}\n"
     "limit 1\n  at most 9 tank of each party in za, north of 60 N\n", None,
     [("L0108", "the zone that this is about")]),
    ("of a step", HEAD + f"zone za = {ring(10)}\nstep 1\n"
     "  each party withdraws 5 tank from za - za\n  by 2022-03-01\n", None,
     [("L0108", "")]),
    ("in an empty zone: said there", HEAD + f"zone za = {ring(10)}\n"
     "zone zb = za - za\nlimit 1\n  at most 9 tank of each party in zb\n",
     None, [("L0108", "'zb'")]),

    # ---- names that are used nowhere
    ("many sites", HEAD + USED + "site s1 1 N 1 E\nsite s2 2 N 1 E\n", FORCES,
     [("L0109", "2 sites are used nowhere: s1, s2")]),
    ("ten of them", HEAD + USED +
     "".join(f"site s{i} {i} N 1 E\n" for i in range(10)), FORCES,
     [("L0109", "10 sites are used nowhere: s0, s1, s2, s3, s4, s5, s6, s7 "
       "and 2 more")]),
    ("sites, and no book", HEAD + USED + "site s1 1 N 1 E\n", None, []),
    ("one of each kind", HEAD + USED + f"zone z = {RING}\nnumber n = 5\n"
     "date d = 2022-01-01\nstatus f: good, bad\nevent drill\nitem gun\n"
     'item set = tank + tank\nmonitor eye "Eye"\nformation corps "Corps"\n'
     f'non-party CEL "Celand"\nzone front of ARD = {ring(12)}\n', FORCES,
     [("L0109", "formation 'corps'"), ("L0109", "non-party 'CEL'"),
      ("L0109", "monitor 'eye'"), ("L0109", "item 'gun'"),
      ("L0109", "set of items 'set'"), ("L0109", "family of statuses 'f'"),
      ("L0109", "event 'drill'"), ("L0109", "zone 'z'"),
      ("L0109", "zone of each 'front'"), ("L0109", "date 'd'"),
      ("L0109", "number 'n'")]),
    ("one of each, used", HEAD + USED + f"zone z = {RING}\nnumber n = 5\n"
     "date d = 2022-01-01\nstatus f: good, bad\nevent drill\nitem gun\n"
     'item set = tank + gun\nmonitor eye "Eye"\nformation corps "Corps"\n'
     f'non-party CEL "Celand" territory y\nzone y = {ring(14)}\n'
     f"zone front of ARD = {ring(12)}\n"
     "limit 1\n  at most n set of ARD that are good in z\n  from d\n"
     "limit 2\n  no gun of ARD in its front\n  no drill of ARD\n"
     "limit 3\n  no gun of corps in the territory of CEL\n"
     "step 4\n  ARD destroys 5 gun\n  by d\n  verified by eye\n", FORCES, []),
    ("a side without anybody", SIDES + 'side south "South"\n'
     "limit 1\n  no tank of each side\n  no gun of each side\n", None,
     [("L0109", "side 'south'")]),
    ("a party without a duty", HEAD + "limit 1\n  no tank of ARD\n", None,
     [("L0109", "party 'BOR'")]),
    ("a party without a duty, on a side", SIDES +
     "limit 1\n  no tank of side east\n  no gun of side east\n", None, []),
    ("kept by it", HEAD + "limit 1\n  no tank of ARD\n",
     'book "B"\n  kept by BOR\n2022-01-25 hold ARD at camp\n  5 tank\n', []),
    ("a tree of items", HEAD + USED + "item tank.old\nitem tank.old.rusty\n",
     FORCES, []),
    ("below is used, above is not", HEAD + USED + "item gun\nitem gun.light\n"
     "item gun.heavy\nlimit 1\n  no gun.light of ARD\n", FORCES,
     [("L0109", "item 'gun.heavy'")]),
    ("forces are all items", HEAD + USED + "item gun\n"
     "limit 1\n  no forces of ARD at camp\n", FORCES, []),
    ("in words that are not judged", HEAD + USED + "site s1 1 N 1 E\n"
     "limit 1\n  at most 5 tank of ARD at s1 in a calendar year\n", FORCES,
     [("L0102", "")]),
    ("in an inspection", HEAD + USED + "site s1 1 N 1 E\n"
     "number n = 5\ninspection 1\n  each party accepts at most n at once, at s1\n", FORCES,
     []),
    ("in an offer", HEAD + USED + "offer o1: at most 5 tank from z\n"
     f"zone z = {RING}\n", FORCES, [("L0102", "")]),
    ("only in words of its own", HEAD + USED + "number n of each party, "
     "declared\n", None, [("L0109", "number 'n'")]),
    ("in a request", HEAD + USED + "site s1 1 N 1 E\n",
     FORCES + "2022-02-01 request to ARD by BOR at s1\n", []),
    ("cut out of every country", HEAD + USED + f"zone z = {RING}\n"
     "  status disputed\n", FORCES, []),
    ("declarations alone", HEAD + "number n = 5\n", None, []),
    ("nothing beside an error", HEAD + USED + "number n = 5\n"
     "limit 1\n  at most 5 tnak of ARD\n", None, [("E0203", "")]),

    # ---- dates outside the time in force
    ("ends before", 'pact "P"\n  in force from 2022-02-01\n' + HEAD +
     USED + "  until 2022-01-31\n", None,
     [("L0110", "this limit ends before the pact is in force")]),
    ("ends on its first day", 'pact "P"\n  in force from 2022-02-01\n' +
     HEAD + USED + "  until 2022-02-01\n", None, []),
    ("begins after", 'pact "P"\n  until 2022-02-01\n' + HEAD + USED +
     "  from 2022-02-02\n", None, [("L0110", "begins when")]),
    ("begins on its last day", 'pact "P"\n  until 2022-02-01\n' + HEAD +
     USED + "  from 2022-02-01\n", None, []),
    ("begins after the close of its last day", 'pact "P"\n'
     "  until 2022-02-01\n" + HEAD + USED + "  after 2022-02-01\n", None,
     [("L0110", "")]),
    ("renewable", 'pact "P"\n  until 2022-02-01, renewable\n' + HEAD + USED +
     "  from 2022-02-02\n", None, []),
    ("by its article", 'pact "P"\n  until 2022-02-01\n' + HEAD +
     "article 1\n  from 2022-03-01\n" + USED, None, [("L0110", "")]),
    ("due too late", 'pact "P"\n  until 2022-02-01\n' + HEAD + USED +
     "step 1\n  ARD destroys 5 tank\n  by 2022-02-02\n", None,
     [("L0110", "is due when the pact has ended")]),

    # ---- a year far from the others
    ("two slips", HEAD + USED, FORCES + "2122-02-01 raise ARD at camp\n"
     "  5 tank\n1922-02-01 observe ARD at camp\n  5 tank\n",
     [("L0111", "of 2122"), ("L0111", "of 1922")]),
    ("79 years", HEAD + USED, FORCES + "2101-02-01 raise ARD at camp\n"
     "  5 tank\n", []),
    ("80 years", HEAD + USED, FORCES + "2102-02-01 raise ARD at camp\n"
     "  5 tank\n", [("L0111", "of 2102")]),
    ("as many here as there", HEAD + USED, "2022-01-25 hold ARD at camp\n"
     "  5 tank\n2122-02-01 raise ARD at camp\n  5 tank\n", []),
    ("a century in steps", HEAD + USED, FORCES +
     "2072-01-01 observe ARD at camp\n  5 tank\n"
     "2122-01-01 observe ARD at camp\n  5 tank\n", []),

    # ---- steps that wait for each other
    ("for itself", HEAD + USED + "step 1\n  ARD destroys 5 tank\n"
     "  within 5 days after step 1 is done\n", None,
     [("L0112", "this step waits for itself")]),
    ("three", HEAD + USED + "".join(
        f"step {a}\n  ARD destroys 5 tank\n  after step {b} is verified\n"
        "  by 2022-03-01\n" for a, b in ((1, 2), (2, 3), (3, 1))), None,
     [("L0112", "these steps wait for each other: none is due before")]),
    ("in a row", HEAD + USED + "step 1\n  ARD destroys 5 tank\n"
     "  by 2022-03-01\n" + "".join(
         f"step {a}\n  ARD destroys 5 tank\n"
         f"  within 5 days after step {a - 1} is done\n" for a in (2, 3, 4)),
     None, []),
    ("two circles", HEAD + USED + "".join(
        f"step {a}\n  ARD destroys 5 tank\n"
        f"  within 5 days after step {b} is done\n"
        for a, b in ((1, 2), (2, 1), (3, 4), (4, 3), (5, 4))), None,
     [("L0112", "neither"), ("L0112", "neither")]),

    # ---- exceptions that are stricter
    ("a lower ceiling", HEAD + "limit 1\n  at most 100 tank of each party\n"
     "exception 8 to limit 1\n  at most 50 tank\n", None,
     [("L0121", "this allows less than limit 1, to which it is an exception: "
       "50, not 100")]),
    ("none at all", HEAD + "limit 1\n  at most 100 tank of each party\n"
     "exception 8 to limit 1\n  no tank\n", None,
     [("L0121", "exception: 0, not 100")]),
    ("the same, more, on top", HEAD +
     "limit 1\n  at most 100 tank of each party\n" + "".join(
         f"exception {n} to limit 1\n  {line}\n  from 202{n}-01-01\n"
         f"  until 202{n}-12-31\n" for n, line in (
             (2, "at most 100 tank"), (3, "at most 101 tank"),
             (4, "in addition at most 50 tank"))), None, []),
    ("a higher floor", HEAD + "limit 1\n  at least 100 tank of each party\n"
     "exception 8 to limit 1\n  at least 150 tank\n", None,
     [("L0121", "this demands more than limit 1, to which it is an exception: "
       "150, not 100")]),
    ("a lower floor", HEAD + "limit 1\n  at least 100 tank of each party\n"
     "exception 8 to limit 1\n  at least 50 tank\n", None, []),
    ("another exact figure", HEAD + "limit 1\n  exactly 100 tank of each "
     "party\nexception 8 to limit 1\n  exactly 50 tank\n", None, []),
    ("for one of two it is", HEAD + "limit 1\n  at most 100 tank of ARD\n"
     "  at most 40 tank of BOR\nexception 8 to limit 1\n  at most 50 tank\n",
     None, [("L0121", "50, not 100")]),
    ("for the other it is not", HEAD + "limit 1\n  at most 100 tank of ARD\n"
     "  at most 40 tank of BOR\nexception 8 to limit 1\n"
     "  at most 50 tank of BOR\n", None, []),
    ("one of its two lines", HEAD + "item gun\nlimit 1\n"
     "  at most 100 tank and 90 gun of each party\n"
     "exception 8 to limit 1\n  at most 150 tank\n  at most 30 gun\n", None,
     [("L0121", "30, not 90")]),
    ("to two clauses", HEAD + "limit 1\n  at most 100 tank of ARD\n"
     "limit 2\n  at most 80 tank of BOR\n"
     "exception 8 to limit 1 and limit 2\n  at most 90 tank\n", None,
     [("L0121", "than limit 1,")]),
    ("a quota", HEAD + USED + "event drill\nquota 1\n"
     "  at most 5 drill of each party in a calendar year\n"
     "exception 8 to quota 1\n  at most 3 drill in a calendar year\n", None,
     [("L0121", "than quota 1, to which it is an exception: 3, not 5")]),
    ("a quota, its time left out", HEAD + USED + "event drill\nquota 1\n"
     "  at most 5 drill of each party in a calendar year\n"
     "exception 8 to quota 1\n  at most 3 drill\n", None,
     [("L0121", "3, not 5")]),
    ("a quota of another time", HEAD + USED + "event drill\nquota 1\n"
     "  at most 5 drill of each party in a calendar year\n"
     "exception 8 to quota 1\n  at most 3 drill in a calendar month\n", None,
     []),

    # ---- bound, and not bound
    ("a monitor is, where it is named", HEAD + USED + 'monitor eye "Eye"\n'
     "limit 1\n  no tank of eye\n", None, []),
    ("in a sum", HEAD + USED + 'non-party CEL "Celand"\n'
     "limit 1\n  no tank of ARD + CEL\n", None, []),
    ("its step", HEAD + USED + 'non-party CEL "Celand"\n'
     "step 1\n  CEL destroys 5 tank\n  by 2022-03-01\n", None,
     [("L0113", "'CEL'")]),
    ("whose owner nobody knows", HEAD + USED +
     "limit 1\n  no tank of unknown\n", None, []),
]


def check(folder, pact, book, *more):
    files = ["p.pact"]
    with open(os.path.join(folder, "p.pact"), "w", encoding="utf-8") as f:
        f.write(pact)
    if book is not None:
        files.append("p.book")
        with open(os.path.join(folder, "p.book"), "w", encoding="utf-8") as f:
            f.write(book)
    return subprocess.run([PROGRAM, "check", *files, *more], cwd=folder,
                          capture_output=True, text=True)


def one(folder, pact, book, want):
    said = check(folder, pact, book).stderr
    got = re.findall(r"^(?:error|warning)\[(\w+)\]: (.*)$", said, re.M)
    left = list(got)
    for code, words in want:
        hit = [g for g in left if g[0] == code and (words in g[1] or
                                                    words in said)]
        if not hit:
            return f"no {code} {words!r} in\n{said}"
        left.remove(hit[0])
    return f"not expected: {left}\n{said}" if left else None


def in_json(folder):
    pact = SIDES + "limit 1\n  no tank of ARD\n"
    r = check(folder, pact, None, "--json")
    doc = json.loads(r.stdout)
    got = [(m["code"], m["clause"], m["line"]) for m in doc["lint"]]
    yield "JSON has them in `lint`, with the clause", (
        None if got == [("L0106", "limit 1", 10)] and not doc["errors"]
        else str(got))
    r = subprocess.run([PROGRAM, "status", "p.pact", "--on", "2022-01-01"],
                       cwd=folder, capture_output=True, text=True)
    yield "other verbs say nothing of them", r.stderr or None


def tests():
    with tempfile.TemporaryDirectory() as folder:
        for name, pact, book, want in CASES:
            yield name, one(folder, pact, book, want)
        yield from in_json(folder)
    for pact in ("pacts/small", "pacts/small/small.pact"):
        r = subprocess.run([PROGRAM, "check", pact], capture_output=True,
                           text=True)
        yield f"a good pact is silent: {pact}", r.stderr or None
