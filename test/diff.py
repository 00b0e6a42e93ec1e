"""`diff`: pairs of texts and what becomes of each clause, by hand; each case
is replayed by `status` under both texts; texts are the same as themselves; and
what is stricter one way is looser the other way."""
import json
import os
import tempfile

from cli import ends, run
from schemas import misfits

HEAD = """pact "P"
  in force from 2022-02-01
side west "W"
side east "E"
party ARD "Ardenia" on west, territory ardenia
party BOR "Borovia" on east, territory borovia
party COR "Coria" on east
item tank "Tank"
item tank.new "New tank"
item tank.old "Old tank"
item gun "Gun"
item troops "Troops"
status posture: active, stored
zone ardenia = ring 50 N 10 E, 50 N 12 E, 52 N 12 E, 52 N 10 E
zone borovia = ring 50 N 20 E, 50 N 24 E, 52 N 24 E, 52 N 20 E
zone near = within 100 km of ardenia
site camp 51 N 22 E
"""
SAME, STRICTER, LOOSER, NEITHER = "same", "stricter", "looser", "neither"
NO_CASE = "no_case"
LIMIT = "limit 1\n  at most 100 tank of BOR in borovia"

# (name, clauses before, clauses after, {clause: what becomes of it}): by hand.
PAIRS = [
    ("nothing changes", LIMIT, LIMIT, {"1": SAME}),
    ("titles, notes and words decide nothing",
     '> Not too many.\nlimit 1 "Ceiling"\n  at most 100 tank of BOR in borovia',
     '> None of them.\nlimit 1\n  at most 100 tank of BOR in borovia\n'
     '  note "x"  # y', {"1": SAME}),
    ("a lower ceiling", LIMIT, LIMIT.replace("100", "90"), {"1": STRICTER}),
    ("a higher floor", LIMIT.replace("most", "least"),
     LIMIT.replace("at most 100", "at least 110"), {"1": STRICTER}),
    ("exactly, where there was a ceiling", LIMIT,
     LIMIT.replace("at most", "exactly"), {"1": STRICTER}),
    ("more here, less there",
     LIMIT + "\n  at most 10 gun of BOR in borovia",
     "limit 1\n  at most 110 tank of BOR in borovia\n"
     "  at most 9 gun of BOR in borovia", {"1": NEITHER}),
    ("a wider place", LIMIT, LIMIT.replace("in borovia",
                                           "within 50 km of borovia"),
     {"1": STRICTER}),
    ("another place", LIMIT, LIMIT.replace("borovia", "ardenia"),
     {"1": NEITHER}),
    ("a kind of them", LIMIT, LIMIT.replace("100 tank", "100 tank.new"),
     {"1": LOOSER}),
    ("two kinds together", LIMIT, LIMIT.replace("tank", "tank + gun"),
     {"1": STRICTER}),
    ("only those that are active", LIMIT,
     LIMIT.replace("BOR", "BOR that are active"), {"1": LOOSER}),
    ("whom it binds", LIMIT, LIMIT.replace("BOR", "each party"),
     {"1": STRICTER}),
    ("a side, where it was a party", LIMIT, LIMIT.replace("BOR", "side east"),
     {"1": STRICTER}),
    # 100 each allows 200; 150 in all allows one of them to have 101.
    ("in all, where it was each",
     LIMIT.replace("BOR", "each party on east"),
     "limit 1\n  at most 150 tank of side east in borovia",
     {"1": NEITHER}),
    ("a share of it", LIMIT + "\n  of which at most 40 that are active",
     LIMIT + "\n  of which at most 30 that are active", {"1": STRICTER}),
    ("it begins later", LIMIT, LIMIT + "\n  from 2022-03-01", {"1": LOOSER}),
    ("it ends sooner", LIMIT + "\n  until 2022-06-30",
     LIMIT + "\n  until 2022-05-31", {"1": LOOSER}),
    ("something is not counted", LIMIT,
     LIMIT + "\n  not counting tank that are stored", {"1": LOOSER}),
    ("a zone is drawn otherwise",
     "zone z = within 50 km of borovia\n" + LIMIT.replace("in borovia",
                                                          "in z"),
     "zone z = within 60 km of borovia\n" + LIMIT.replace("in borovia",
                                                          "in z"),
     {"1": STRICTER}),
    ("a number that is named, too", "number n = 100\n" +
     LIMIT.replace("100", "n"), LIMIT, {"1": NO_CASE}),
    ("new and gone", LIMIT, "limit 2\n  no gun of BOR in borovia",
     {"1": "gone", "2": "new"}),
]

MIRROR = {STRICTER: LOOSER, LOOSER: STRICTER, "new": "gone", "gone": "new"}


def asked(folder, before, after, *more):
    paths = []
    for name, text in (("old.pact", before), ("new.pact", after)):
        paths.append(os.path.join(folder, name))
        with open(paths[-1], "w", encoding="utf-8") as f:
            f.write(HEAD + text + "\n")
    done = run("diff", *paths, "--json", *more)
    return paths, done, json.loads(done.stdout) if done.stdout else None


def verdicts(folder, path, clause, case):
    """What `status` says of the clause in that case, on all bases."""
    book = os.path.join(folder, "case.book")
    with open(book, "w", encoding="utf-8") as f:
        f.write(case["book"])
    done = run("status", path, book, "--on", case["on"], "--json")
    if done.returncode:
        return done.stderr
    return [(r["verdict"], r["subject"]) for r in
            json.loads(done.stdout)["clauses"]
            if r["id"] == clause and r["basis"] == "combined"]


def replayed(folder, paths, doc):
    """Each case is broken under the one text, and not under the other."""
    for x in doc["clauses"]:
        for way, breaks, allows in (("stricter", 1, 0), ("looser", 0, 1)):
            if not x[way]:
                continue
            got = [verdicts(folder, p, x["id"], x[way]) for p in paths]
            if not any(v == "broken" for v, _ in got[breaks]):
                return f"{way} {x['id']}: nothing is broken: {got[breaks]}"
            if any(v == "broken" for v, _ in got[allows]):
                return f"{way} {x['id']}: the other breaks, too: {got[allows]}"
    return None


def shown(doc):
    """What has to have a case has one, and nothing else has."""
    ways = {STRICTER: (True, False), LOOSER: (False, True),
            NEITHER: (True, True), "new": (True, False),
            "gone": (False, True)}
    for x in doc["clauses"]:
        got = (bool(x["stricter"]), bool(x["looser"]))
        if got != ways.get(x["difference"], (False, False)):
            return f"{x['id']} is {x['difference']}, and has {got}"
    return None


def pair(name, before, after, want):
    with tempfile.TemporaryDirectory() as folder:
        for what, a, b, wanted in (
                (name, before, after, want),
                (name + ", the other way", after, before,
                 {k: MIRROR.get(v, v) for k, v in want.items()})):
            paths, done, doc = asked(folder, a, b)
            if doc is None:
                yield what, done.stderr
                continue
            got = {x["id"]: x["difference"] for x in doc["clauses"]}
            same = all(v == SAME for v in wanted.values())
            yield what, (None if got == wanted else f"it says {got}") or (
                None if done.returncode == (0 if same else 1)
                else f"exit code {done.returncode}") or (
                misfits(doc, "diff") or shown(doc) or
                replayed(folder, paths, doc))


def tests():
    for p in PAIRS:
        yield from pair(*p)
