"""The verbs beside the judging ones, held to what is known by hand."""
import json
import math
import os
import re
import subprocess
import tempfile

from cli import DAY, EXAMPLE, SMALL, ends, run


def read(*words):
    return json.loads(run(*words, "--json").stdout)


# ---- timeline ----

# pacts/small by hand. In force from 24 January, when the forces are there;
# what left on 15 February arrives on the 22nd, two days after the deadline.
STOOD = [
    ("1", None, "2022-01-24", "not_in_force", None, None),
    ("1", "2022-01-24", None, "kept", (4000, 5000), (0, 0)),
    ("2", None, "2022-01-24", "not_in_force", None, None),
    ("2", "2022-01-24", "2022-02-21", "not_due", (0, 0), (0, 0)),
    ("2", "2022-02-21", "2022-02-22", "broken", (0, 0), (0, 0)),
    ("2", "2022-02-22", None, "kept", (4000, 5000), (4000, 5000)),
]


def ends_of(measured):
    return measured and (measured["low"], measured["high"])


def combined(row):
    return [s for s in row["segments"] if s["basis"] == "combined"]


def agrees(on):
    """Does what goes on say what `status` says of that day?

    Evidence speaks only of the days on which something was seen.
    """
    rows = {}
    for row in read("status", EXAMPLE, *on)["clauses"]:
        key = row["id"], row["line"], str(row["subject"]), row["basis"]
        rows[key] = row["verdict"], row["reason"], row["measured"]
    seen = {}
    for row in read("timeline", EXAMPLE, *on)["clauses"]:
        for s in row["segments"]:
            key = row["id"], row["line"], str(row["subject"]), s["basis"]
            last = seen.get(key)
            gap = s["basis"] == "evidence" and s["from"] > last["until"] \
                if last and last["until"] else False
            if last and last["until"] != s["from"] and not gap:
                return f"a gap or an overlap: {last} {s}"
            seen[key] = s
    got = {k: (s["verdict"], s["reason"], s["measured"])
           for k, s in seen.items() if s["until"] is None}
    return None if got == rows else str(
        [(k, got.get(k), rows.get(k)) for k in {**got, **rows}
         if got.get(k) != rows.get(k)][:3])


def timelines():
    doc = read("timeline", SMALL, "--on", "2022-03-01")
    got = [(row["id"], s["from"], s["until"], s["verdict"],
            ends_of(s["first"]), ends_of(s["measured"]))
           for row in doc["clauses"] for s in combined(row)]
    yield "timeline of the small pact", None if got == STOOD else str(got)
    yield "timeline as text", ends(
        run("timeline", SMALL, "--on", "2022-03-01"), 0,
        ["               until 2022-01-23  not in force\n",
         "    2022-01-24 until 2022-02-20  not due       0; due by",
         "    2022-02-21 only              broken        0\n",
         "    2022-02-22 on                kept          4_000..5_000; late"])
    yield "timeline up to a day", ends(
        run("timeline", SMALL, "--on", "2022-02-20"), 0, ["not due"]) or (
        None if b"broken" not in
        run("timeline", SMALL, "--on", "2022-02-20").stdout else "broken")
    one = read("timeline", SMALL, "--clause", "2")["clauses"]
    yield "timeline --clause", (
        None if {row["id"] for row in one} == {"2"} else str(one)[:500])
    for how in ([], ["--json"]):
        yield f"timeline of no clause {how}", ends(
            run("timeline", SMALL, "--clause", "3", *how), 2,
            err=["no clause `3`", "it has 1, 2"])
    yield "a clause that is not judged", ends(
        run("timeline", EXAMPLE, "--clause=6.8", *DAY), 0,
        ["not judged: "])
    for on in (DAY, ["--on", "2022-02-15"], ["--on", "2022-01-01"]):
        yield f"timeline and status agree, {on[1]}", agrees(on)


# ---- --clause and --whom ----


def relates(row, clause, whom):
    s = row["subject"]
    if not s:
        return whom is None and clause in (None, row["id"])
    names = s["ids"] + ["side " + s["ids"][0]] if s["kind"] == "side" \
        else s["ids"]
    return clause in (None, row.get("id", row.get("clause"))) and (
        whom is None or whom in names)


def narrowed():
    """What is left is what the whole says of that clause and that party."""
    lists = {"status": "clauses", "verify": "findings", "timeline": "clauses"}
    files = ["pacts/montreux-1936"]
    for verb, key in lists.items():
        whole = read(verb, *files)[key]
        some = {(r.get("id", r.get("clause")), n) for r in whole
                if r["subject"] for n in r["subject"]["ids"]}
        for clause, whom in sorted(some)[::5]:
            for c, w in ((clause, None), (None, whom), (clause, whom)):
                want = [r for r in whole if relates(r, c, w)]
                words = (["--clause", c] if c else []) + (
                    ["--whom", w] if w else [])
                got = read(verb, *files, *words)[key]
                yield f"{verb} {' '.join(words)}", (
                    None if got == want and want else "not the same rows")
    by_side = read("status", EXAMPLE, "--whom", "side east")["clauses"]
    yield "--whom of a side", (
        None if by_side and by_side == [
            r for r in read("status", EXAMPLE)["clauses"]
            if relates(r, None, "side east")] else "not the same rows")
    for verb in lists:
        yield f"{verb} says to whom it is narrowed", ends(
            run(verb, EXAMPLE, "--clause", "1.1", "--whom", "east"),
            1 if verb == "verify" else 0, ["\nonly clause 1.1 for east\n"])
        yield f"{verb} --whom nobody", ends(
            run(verb, SMALL, "--whom", "XX"), 2,
            err=["nothing is judged for `XX`; it is for: "])
        yield f"{verb} of no clause", ends(
            run(verb, SMALL, "--clause", "3"), 2, err=["no clause `3`"])
    yield "a clause that is not that party's", ends(
        run("verify", EXAMPLE, "--clause", "1.1", "--whom", "US"), 2,
        err=["clause `1.1` is not judged for `US`; it is for: side east"])


def findings_as_stretches():
    """Each finding allows what its stretch of the timeline allows."""
    for pact in (EXAMPLE, "pacts/cfe-1990", "pacts/montreux-1936"):
        at = {}
        for row in read("timeline", pact)["clauses"]:
            for s in row["segments"]:
                at.setdefault((row["id"], row["line"], str(row["subject"]),
                               s["basis"]), []).append(s)
        wrong = [f for f in read("verify", pact, "--strict")["findings"]
                 if not any(s["allowed"] == f["allowed"] for s in at[
                     f["clause"], f["line"], str(f["subject"]), f["basis"]])]
        yield f"what findings of {pact} allow", (
            str(wrong[0])[:500] if wrong else None)


# ---- zones ----

EQUATOR = b"""pact "Equator"
party AA "Aa"
zone near = within 100 km of camp
zone rest = beyond 100 km of camp
zone north = north of 1 N
zone front of AA = line through 1 S 29 E, 1 S 31 E
site camp 0 N 30 E
site camp2 0 N 30.1 E accurate to 3 km "Second"
site field in near
"""
DEGREE = 6378137 * math.pi / 180  # of the equator of WGS 84, in metres


def meridian(degrees):
    """Metres along a meridian from the equator, by many small steps."""
    e2, n, total = 0.00669437999014, 20000, 0
    for i in range(n):
        s = math.sin(math.radians(degrees * (i + 0.5) / n))
        total += 6378137 * (1 - e2) / (1 - e2 * s * s) ** 1.5
    return total / n * math.radians(degrees)


def asked(at, *words, stdin=EQUATOR):
    r = run("zones", "-", "--at", at, "--json", *words, stdin=stdin)
    return json.loads(r.stdout) if r.stdout else {"said": r.stderr.decode()}


def about(reach, metres):
    """Does the reach hold so many metres, and little else?"""
    return reach and reach["low"] <= metres <= reach["high"] and \
        reach["high"] - reach["low"] <= 2


def held(doc):
    return {z["zone"]: z for z in doc["zones"]}


def places():
    doc = asked("0 N 31 E")
    z = held(doc)
    yield "outside, and how far", (
        None if z["near"]["holds"] == "outside" and
        about(z["near"]["edge"], DEGREE - 100000) and
        z["rest"]["holds"] == "inside" and
        about(z["rest"]["edge"], DEGREE - 100000) else str(z))
    yield "a parallel", (
        None if z["north"]["holds"] == "outside" and
        about(z["north"]["edge"], meridian(1)) else str(z["north"]))
    yield "a zone of a party", (
        None if z["front"]["party"] == "AA" and
        z["front"]["holds"] == "outside" else str(z["front"]))
    z = held(asked("0 N 30.5 E", "--accurate-to", "44 km"))
    yield "inside, and how far", (
        None if z["near"]["holds"] == "inside" and
        about(z["near"]["edge"], 100000 - DEGREE / 2) and
        z["rest"]["holds"] == "outside" else str(z))
    for words in (["0 N 30.5 E", "--accurate-to", "45 km"],
                  ["0 N 30.5 E accurate to 45 km"]):
        z = held(asked(*words))
        yield f"within the accuracy of the edge: {words}", (
            None if z["near"]["holds"] == z["rest"]["holds"] == "possibly" and
            about(z["near"]["edge"], 100000 - DEGREE / 2) else str(z))
    doc = asked("camp")
    yield "a site nearby", (
        None if [s["site"] for s in doc["sites"]] == ["camp2"] and
        about(doc["sites"][0]["away"], DEGREE / 10) and
        doc["at"]["site"] == "camp" else str(doc))
    doc = asked("field")
    yield "a site that is a zone", (
        None if held(doc)["near"]["holds"] == "inside" and
        held(doc)["near"]["edge"] is None and
        doc["at"]["latitude"] is None else str(doc))
    want = {k: v for k, v in asked("1.5 S 30.25 W")["at"].items()}
    for at in ("-1.5 -30.25", "-1.5, -30.25", "-1.5,-30.25", "1.5S 30.25W",
               " 1.5 S  30.25 W "):
        got = asked(at).get("at", {})
        yield f"at '{at}'", (
            None if (got.get("latitude"), got.get("longitude")) ==
            (want["latitude"], want["longitude"]) == (-1.5, -30.25)
            else str(got))
    for at, said in (
            ("", "write a position"), ("nowhere", "no site `nowhere`"),
            ("30 E 0 N", "begins with its latitude"),
            ("91 N 0 E", "from 0 to 90"), ("91, 0", "from 0 to 90"),
            ("0 181", "from 0 to 180"), ("0,5 N 3 E", "0.5 with a point"),
            ("0 N", "the line ends"), ("0 N 3 E 7", "were not expected"),
            ("near", "is a zone"), ("0 N 3 E # x", "write a position"),
            ("0 N 3 E accurate to 2 days", "a unit of length"),
            ("5 km north of nowhere", "no site `nowhere`")):
        yield f"at '{at}'", ends(
            run("zones", "-", "--at", at, stdin=EQUATOR), 2,
            err=["no place is", said])
    for words, said in ((["camp", "--accurate-to", "2 km"], "in the pact"),
                        (["0 0", "--accurate-to", "2"], "a unit of length"),
                        (["0 0", "--accurate-to", "far"], "a length")):
        yield f"at {words}", ends(
            run("zones", "-", "--at", *words, stdin=EQUATOR), 2, err=[said])
    yield "no --at", ends(run("zones", SMALL), 2, err=["where? say it with"])
    yield "zones of a faulty pact", ends(
        run("zones", "-", "--at", "0 0", stdin=EQUATOR + b"limit 1\n  x\n"), 2,
        err=["error[E"])
    yield "zones as text", ends(
        run("zones", "-", "--at", "0 N 30.5 E", stdin=EQUATOR), 0,
        ["  inside    near         edge 44.3 km away\n",
         "  outside   front of AA  edge ", "\n0 N 30.5 E\n"])
    yield "zones of a pact without any", ends(
        run("zones", "-", "--at", "0 0", stdin=b'pact "A"\n'), 0,
        ["the pact has no zones"])


# ---- a suspension without a right ----

def suspended():
    files = ["test/rulings/remedies.pact", "test/rulings/remedies.book"]
    yield "suspended without a right", ends(
        run("status", *files, "--on", "2027-03-05"), 0,
        ["  broken        US         suspended without a right\n"])
    yield "and the days after", ends(
        run("status", *files, "--on", "2027-03-15"), 0,
        ["  not due       US         no suspension without a right that day\n"])
    yield "over time", ends(
        run("timeline", *files, "--clause", "2", "--on", "2027-05-01"), 0,
        ["  side west, suspends\n"
         "    2027-04-28 only              broken        suspended without a "
         "right\n"
         "    2027-04-29 on                not due       no suspension "
         "without a right that day\n"])


# ---- a notice that nobody gave ----

UNTOLD = """pact "Untold"
  in force from 2027-02-01
party AA "Aa"
item troops "Troops"
site camp 0 N 30 E
site base 0 N 40 E
notice 1
  any movement of at least 100 troops of AA
  14 days before it starts
"""
# The first was not told; of the second the book, which covers all notices,
# has none; the third was told, and late.
UNTOLD_BOOK = """book "B"
  covers notices of AA from 2027-02-01 until 2027-03-31
2027-02-01 hold AA at camp
  900 troops
2027-03-05 move AA from camp to base
  200 troops
  not notified
2027-03-10 move AA from camp to base
  200 troops
2027-03-20 move AA from camp to base
  200 troops
  notified 2027-03-10
"""


def untold(folder):
    for name, text in (("u.pact", UNTOLD), ("u.book", UNTOLD_BOOK)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)
    files = [os.path.join(folder, n) for n in ("u.pact", "u.book")]
    for day in ("2027-03-05", "2027-03-10"):
        yield f"why, not told: {day}", ends(
            run("why", *files, "1", "AA", day), 0,
            ["\n    not told\n", "2027-03-05  broken (not told)\n"])
    yield "why, told late: not said to be untold", (
        None if run("why", *files, "1", "AA", "2027-03-20").stdout.count(
            b"not told") == 2 else "said, or not said of the other two")
    yield "not told, over time", ends(
        run("timeline", *files, "--on", "2027-03-21"), 0,
        ["    2027-03-05 only              broken        not told\n",
         "    2027-03-10 only              broken        not told\n",
         "    2027-03-20 only              broken        told 10 days ahead; "
         "late\n"])
    yield "not told, on its day", ends(
        run("status", *files, "--on", "2027-03-05"), 0,
        ["broken   ", " at least 14 days asked; not told\n"])


# ---- show ----

LISTS = """pact "Lists"
  in force from 2022-01-01
side east "East"
side west "West"
party AA "Aa" on east
party BB "Bb" on west
item tank "Tank"
item tank.big "Big"
item troops "Troops"
status storage: active, stored
event exercise
site camp 0 N 30 E
site base 0 N 40 E
zone near = within 100 km of camp
"""
LISTED = """2022-01-01 hold AA/1B at camp
  10..14 tank, active
  100 troops
2022-01-02 complete AA in near
  for tank and troops that are active
2022-01-02 complete BB
  for tank
2022-01-03 total side east in near
  at least 90 troops
2022-01-04 restriction on BB by AA at camp
  until 2022-01-06
2022-01-04 event exercise "Drill" of AA + BB in near
  30 troops
  until 2022-01-09
  notified 2022-01-03
2022-01-05 event exercise of BB
2022-01-05 move AA/1B from camp to base
  9 tank, active
  arrives 2022-01-08
  notified 2022-01-02
2022-01-06 hold BB at base
  5 tank.big
2022-01-06 observe AA or BB at 0 N 30.5 E accurate to 60 km
  at least 3 tank
  grade B2, means satellite
  source "a picture"
2022-01-07 inspect AA by BB at camp
  refused
2022-01-09..2022-01-12 move AA/1B from base to camp
  all tank
  not notified
2022-01-20 move AA/1B from camp to base
  all troops
  notified 2022-01-19
"""
# By hand: what left on the 5th is on the way until the 8th; 10..14 less 9 are
# 1..5; what moved between the 9th and the 12th may be at either end.
ON_7 = [("AA/1B", "there", "at camp", None, "tank", 1, 5),
        ("AA/1B", "there", "at camp", None, "troops", 100, 100),
        ("AA/1B", "on_the_way", "at camp", "at base", "tank", 9, 9),
        ("BB", "there", "at base", None, "tank.big", 5, 5)]
ON_10 = [("AA/1B", "there", "at camp", None, "tank", 1, 5),
         ("AA/1B", "there", "at camp", None, "troops", 100, 100),
         ("AA/1B", "one_or_the_other", "at base", "at camp", "tank", 9, 9),
         ("BB", "there", "at base", None, "tank.big", 5, 5)]


def holdings(doc):
    return [(h["holder"]["text"], h["where"]["state"], h["where"]["place"],
             h["where"]["to"], h["item"], *ends_of(h["amount"]))
            for h in doc["holdings"]]


def lists(folder):
    for name, text in (("l.pact", LISTS), ("l.book", LISTED)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)

    def at(on, *words):
        return read("show", folder, "--on", on, *words)
    for on, want in (("2022-01-07", ON_7), ("2022-01-10", ON_10)):
        got = holdings(at(on))
        yield f"holdings on {on}", (
            None if sorted(got, key=str) == sorted(want, key=str) else str(got))
    statuses = {h["item"]: h["statuses"] for h in at("2022-01-07")["holdings"]}
    yield "statuses", None if statuses == {
        "tank": ["active"], "troops": [], "tank.big": []} else str(statuses)
    moves = at("2022-01-07", "movements")
    yield "one list alone", (
        None if moves["holdings"] is moves["observations"] is None
        else str(moves)[:500])
    one = moves["movements"]
    yield "on the way, and notified", (
        None if len(one) == 1 and one[0]["on_the_way"] and
        one[0]["arrives"] == "2022-01-08" and
        one[0]["notices"] == [{"told": "notified", "at": "2022-01-02",
                               "under": []}] else str(one))
    one = at("2022-01-08", "movements")["movements"]
    yield "arrived", None if not one[0]["on_the_way"] else str(one)
    one = at("2022-01-19", "movements")["movements"]
    yield "all, and what it came to", (
        None if len(one) == 2 and one[1]["stocks"][0]["all"] and
        ends_of(one[1]["stocks"][0]["amount"]) == (9, 9) and
        one[1]["notices"][0]["told"] == "not_notified" and
        one[1]["until"] == "2022-01-12" else str(one))
    seen = at("2022-01-07", "observations")["observations"]
    yield "observations", (
        None if [(o["holder"]["text"], o["holder"]["either"], o["accuracy_m"],
                  o["grade"], o["means"], o["sources"], o["by"], o["refused"])
                 for o in seen[1:]] ==
        [("AA or BB", True, 60000, "B2", "satellite", ["a picture"], None,
          False), ("AA", False, None, None, None, [], "BB", True)]
        else str(seen))
    yield "where access was denied", (
        None if [(o["holder"]["text"], o["place"], o["denied_to"],
                  o["denied_until"]) for o in seen if o["denied_to"]] ==
        [("AA", "at camp", "BB", "2022-01-06")] else str(seen[0]))
    got = at("2022-01-07", "totals")["totals"]
    yield "totals", (
        None if [(t["from"], t["holder"]["text"], t["place"], t["complete"],
                  t["items"], t["statuses"],
                  [ends_of(s["amount"]) for s in t["stocks"]])
                 for t in got] ==
        [("2022-01-02", "AA", "in near", True, ["tank", "troops"], ["active"],
          []),
         ("2022-01-02", "BB", None, True, ["tank"], [], []),
         ("2022-01-03", "side east", "in near", False, [], [], [(90, None)])]
        else str(got))
    got = at("2022-01-07", "events")["events"]
    yield "events", (
        None if [(e["from"], e["until"], e["last_day"], e["holder"]["text"],
                  e["place"], e["event"], e["title"],
                  [ends_of(s["amount"]) for s in e["stocks"]],
                  [n["at"] for n in e["notices"]]) for e in got] ==
        [("2022-01-04", "2022-01-04", "2022-01-09", "AA + BB", "in near",
          "exercise", "Drill", [(30, 30)], ["2022-01-03"]),
         ("2022-01-05", "2022-01-05", "2022-01-05", "BB", None, "exercise",
          None, [], [])] else str(got))
    for words, of_all, events in (
            (["--item", "troops"], 2, 1), (["--item", "tank.big"], 2, 0),
            (["--holder", "BB"], 1, 2), (["--in", "near"], 3, 2),
            (["--in", "within 1 km of base"], 1, 1)):
        doc = at("2022-01-07", *words)
        got = len(doc["totals"]), len(doc["events"])
        yield f"totals and events {words}", (
            None if got == (of_all, events) else str(got))
    for words, want in (
            (["--item", "tank"], [r for r in ON_7 if r[4] != "troops"]),
            (["--item", "tank.big"], [r for r in ON_7 if r[4] != "troops"]),
            (["--item", "troops"], [ON_7[1]]),
            (["--holder", "BB"], [ON_7[3]]), (["--holder=AA/1B"], ON_7[:3]),
            (["--holder", "AA/1"], []), (["--holder", "side east"], ON_7[:3]),
            (["--in", "near"], ON_7[:3]), (["--in", "in near"], ON_7[:3]),
            (["--in", "within 1 km of base"], ON_7[2:]),
            (["--in", "outside near"], ON_7[2:])):
        got = holdings(at("2022-01-07", "holdings", *words))
        yield f"holdings {words}", (
            None if sorted(got, key=str) == sorted(want, key=str) else str(got))
    got = [(h["where"]["state"], h["in_zone"]) for h in
           at("2022-01-07", "--in", "near")["holdings"]]
    yield "possibly there", (
        None if sorted(got) == [("on_the_way", "possibly"),
                                ("there", "inside"), ("there", "inside")]
        else str(got))
    got = [o["in_zone"] for o in
           at("2022-01-07", "--in", "near")["observations"]]
    yield "seen there, or possibly", (
        None if got == ["inside", "possibly", "inside"] else str(got))
    got = [o["holder"]["text"] for o in
           at("2022-01-07", "--holder", "BB")["observations"]]
    yield "seen of one of two", None if got == ["AA or BB"] else str(got)
    yield "show as text", ends(
        run("show", folder, "--on", "2022-01-07"), 0,
        ["    on the way from camp to base  9 tank, active\n",
         "at camp                       1..5 tank, active\n",
         "  2022-01-05  AA/1B from camp to base: 9 tank, active; on the way "
         "until 2022-01-08; ",
         "  2022-01-06  AA or BB at 0 N 30.5 E, accurate to 60 km: 3.. tank; "
         "grade B2; satellite; ",
         "  2022-01-07  AA at camp: inspected by BB, refused\n",
         "  2022-01-04  AA at camp: access denied to BB; until 2022-01-06\n",
         "\nTotals\n  2022-01-02  AA in near: of tank and troops that are "
         "active all is listed\n  2022-01-02  BB: of tank all is listed\n"
         "  2022-01-03  side east in near: 90.. troops in all\n",
         "\nEvents\n  2022-01-04  AA + BB in near: exercise \"Drill\"; 30 "
         "troops; until 2022-01-09; notified 2022-01-03\n"
         "  2022-01-05  BB: exercise; nothing said of notice\n"])
    yield "an inspection that was let in", ends(
        run("show", EXAMPLE, "observations", "--holder", "BY"), 0,
        ["  2022-02-19  BY at obuz: inspected by LV + LT, accepted; "])
    for words, said in ((["--holder", "CC"], "no holder is 'CC'"),
                        (["--holder", ""], None),
                        (["--item", "tnak"], "no item is 'tnak'"),
                        (["--in", "camp"], "is a site"),
                        (["--in", "nowhere"], "no zone is 'nowhere'"),
                        (["holdings", "movements"], "one list"),
                        (["holding"], "cannot open 'holding'")):
        r = run("show", folder, *words)
        yield f"show {words}", ends(r, 2, err=[said]) if said else (
            None if r.returncode == 0 else r.stderr.decode())


# ---- --with ----

def written(folder, **files):
    """Paths of files; a _ in a name stands for its point."""
    paths = []
    for name, text in files.items():
        paths.append(os.path.join(folder, name.replace("_", ".")))
        with open(paths[-1], "w", encoding="utf-8") as f:
            f.write(text)
    return paths


MOVE = """2022-02-14 move RU/41CAA from yelnya to yurga
  3_000 troops
"""
LATE = ["--on", "2022-02-21"]
HOLD = """2022-01-24 hold RU/41CAA at yelnya
  4_000..5_000 troops
"""


def overlays(folder):
    pact = SMALL + "/small.pact"
    plan, other, lost = written(
        folder, plan_overlay=MOVE, other_overlay="""2022-01-25 raise US at yurga
  7 troops
""", lost_overlay=MOVE.replace("yurga", "nowhere"))
    plain = read("status", SMALL, *LATE)
    yield "without an overlay", None if plain["overlays"] == [] else str(plain)
    doc = read("status", SMALL, *LATE, "--with", plan)
    row = [r for r in doc["clauses"] if r["id"] == "2"
           and r["basis"] == "combined"][0]
    # of 4_000..5_000 the 3_000 are there, and all of the rest may be none
    yield "an overlay moves what a book lists", (
        None if (row["verdict"], row["measured"]["low"]) == ("kept", 3000) and
        doc["overlays"] == [plan] and
        [i["path"] for i in doc["inputs"]][-1] == plan else str(row))
    yield "before the verb", (
        None if read("--with", plan, "status", SMALL, *LATE) == doc and
        read("status", f"--with={plan}", SMALL, *LATE) == doc
        else "another answer")
    for words, out in (
            (["status", SMALL, *LATE], "2  First drawdown\n    kept"),
            (["verify", SMALL, *LATE], "No clause is broken."),
            (["timeline", SMALL, *LATE], "2022-02-14 on"),
            (["why", SMALL, "2", *LATE], plan + ":1"),
            (["show", SMALL, *LATE], "2022-02-14  RU/41CAA from yelnya"),
            (["zones", SMALL, "--at", "yelnya"], "outside   ukraine"),
            (["check", SMALL], "4 entries in 1 book: well written")):
        yield f"{words[0]} --with", ends(
            run(*words, "--with", plan), 0, [f"with overlay {plan}\n", out])
    far, = written(folder, far_overlay="zone far = within 9 km of yelnya\n")
    doc = read("zones", SMALL, "--at", "yelnya", "--with", far)
    yield "zones of an overlay", (
        None if doc["overlays"] == [far] and
        ("far", "inside") in [(z["zone"], z["holds"]) for z in doc["zones"]]
        else str(doc["zones"]))
    both = read("show", SMALL, *LATE, "--with", plan, "--with", other)
    yield "two overlays", (
        None if both["overlays"] == [plan, other] and
        len(both["holdings"]) == 3 else str(both["holdings"]))
    # 4 overlays: title and keeper decide what an overlay with a header is
    book, tale, own, copy, mine, named = written(
        folder, a_book='book "One"\n  kept by analyst\n' + HOLD,
        b_book='book "Two"\n' + HOLD,
        own_overlay='book "Three"\n' + MOVE,
        copy_overlay='book "One"\n' + MOVE,
        mine_overlay='book "One"\n  kept by somebody\n' + MOVE,
        named_overlay='book "One"\n  kept by analyst\n'
        "  covers notices of RU from 2022-01-01 until 2022-12-31\n" + MOVE)
    for words, code, said in (
            ([pact, book, "--with", copy], 0, ()),
            ([pact, book, tale, "--with", copy], 0, ()),
            ([pact, book, tale, "--with", named], 0, ()),
            ([pact, book, "--with", own], 2, ["E0403"]),
            ([pact, book, "--with", mine], 2, ["E0403"]),
            ([pact, book, tale, "--with", plan], 2,
             ["could add to several books", f'"One" ({book})',
              f'"Two" ({tale})', "begin it with the line"]),
            ([pact, book, book + "2", "--with", copy], 2,
             ["could add to several books", "different ones"]),
            ([pact, book, "--with", folder + "/gone"], 2,
             ["cannot open", "gone"]),
            ([pact, book, "--with", lost], 2, ["E0203", lost]),
            ([pact, "--with", plan], 2, ["E0403"])):
        written(folder, a_book2='book "One"\n' + HOLD)
        r = run("check", *words)
        yield f"check {[os.path.basename(w) for w in words]}", ends(
            r, code, [] if code else ["well written", "with overlay"], said)
    yield "covers of an overlay count", ends(
        run("check", pact, book, "--with", named, "--json"), 0, ["overlays"])
    # of two books a party's own is not the one that estimates
    party, = written(folder, c_book='book "Own"\n  kept by RU\n' + HOLD)
    doc = read("show", pact, party, book, "--with", plan, *LATE)
    there = [h["book"]["title"] for h in doc["holdings"]
             if h["where"]["place"] == "at yurga"]
    yield "it adds to the book that no party keeps", (
        None if there == ["One"] else str(there))
    doc = read("show", pact, party, "--with", plan, *LATE)
    yield "or to the only one, a party's", (
        None if [h["basis"] for h in doc["holdings"]] == ["declared"] * 2
        else str(doc["holdings"]))
    # a folder that holds the overlay takes it in as an overlay only
    inside = os.path.join(folder, "inside")
    os.mkdir(inside)
    written(inside, small_pact=open(pact, encoding="utf-8").read(),
            small_book=HOLD, what_book=MOVE)
    for way in (inside, inside + "/", os.path.join(inside, ".", "")):
        r = run("show", way, "--with", os.path.join(way, "what.book"), *LATE)
        yield f"an overlay in a folder that is given: {way[len(folder):]}", (
            ends(r, 0, ["with overlay", "1_000..2_000 troops"]))
    clause, = written(folder, d_overlay="limit 3\n  no troops of RU in ukraine\n")
    doc = read("status", SMALL, *LATE, "--with", clause)
    yield "a clause as a what-if", (
        None if "3" in {r["id"] for r in doc["clauses"]} else str(doc)[:500])


# ---- new ----

def drafts(folder):
    draft = os.path.join(folder, "draft")
    r = run("new", draft)
    yield "new", ends(r, 0, [f"wrote {draft}/draft.pact\n",
                             f"wrote {draft}/draft.book\n",
                             f"  detente check {draft}\n",
                             f"  detente status {draft}\n"])
    for line in r.stdout.decode().split("next:\n")[1].split("\n")[:2]:
        yield f"what it says comes next:{line[9:16]}", ends(
            run(*line.split()[1:]), 0, ["A draft"])
    yield "check is silent", ends(run("check", draft), 0, ["well written"])
    yield "it has the layout", ends(run("fmt", "--check", draft), 0)
    verdicts = {r["subject"]["ids"][0]: r["verdict"] for r in
                read("status", draft)["clauses"]
                if r["basis"] == "combined" and r["id"] == "1"}
    yield "one is kept, one is undetermined", (
        None if verdicts == {"AR": "kept", "BO": "undetermined"}
        else str(verdicts))
    book = os.path.join(draft, "draft.book")
    with open(book, encoding="utf-8") as f:
        text = f.read()
    written(draft, draft_book=text.replace("# 2030-01-01", "2030-01-01")
            .replace("#   for tank\n", "  for tank\n"))
    verdicts = {r["subject"]["ids"][0]: r["verdict"] for r in
                read("status", draft)["clauses"]
                if r["basis"] == "combined" and r["id"] == "1"}
    yield "the lines that are to be tried settle it", (
        None if verdicts == {"AR": "kept", "BO": "kept"} else str(verdicts))
    tried = re.findall(r"detente ((?:status|why|zones|check) \.[^`\n]*)",
                       text + run("new", draft + "2").stdout.decode()
                       + open(draft + "/draft.pact", encoding="utf-8").read())
    for words in tried:
        words = words.split("  ")[0].split()
        yield f"in its comments: {words}", ends(
            run(*words, cwd=draft), 0, ["A draft"])
    yield "there are such comments", None if len(tried) > 3 else str(tried)
    before = sorted(os.listdir(folder))
    file, = written(folder, a_file="x")
    link = os.path.join(folder, "link")
    os.symlink("nowhere", link)
    for what in (draft, draft + "/", file, link, folder, ".", "/"):
        yield f"new where something is: {what[len(folder):]}", ends(
            run("new", what, cwd=folder), 2, err=["it is there already"])
    yield "new where there is no folder", ends(
        run("new", os.path.join(folder, "no", "such")), 2,
        err=["cannot make", "No such file"])
    yield "new without a name", ends(run("new", ""), 2, err=["has a name"])
    yield "new twice", ends(run("new", "a", "b"), 2, err=["one word too many"])
    r = subprocess.run(
        ["sh", "-c", 'trap "" XFSZ; ulimit -f 1; exec "$@"', "sh",
         run("help").args[0], "new", draft + "3"], capture_output=True)
    yield "new on a full disk", ends(r, 2, err=["cannot write"])
    yield "and nothing is left", (
        None if sorted(os.listdir(folder)) == sorted([*before, "a.file",
                                                      "link"])
        else str(os.listdir(folder)))
    r = subprocess.run(
        ["sh", "-c", 'exec "$@" >/dev/full', "sh", run("help").args[0], "new",
         draft + "4"], capture_output=True)
    yield "new with an output that is full", ends(
        r, 2, err=["cannot write to standard output"])
    quoted = os.path.join(folder, "it's new")
    said = run("new", quoted).stdout.decode()
    word = re.search(r"detente check (.*)\n", said)[1]
    r = subprocess.run(["sh", "-c", f"exec {run('help').args[0]} check {word}"],
                       capture_output=True)
    yield "new with a name to be quoted", ends(r, 0, ["A draft"])


def tests():
    yield from timelines()
    yield from narrowed()
    yield from findings_as_stretches()
    with tempfile.TemporaryDirectory() as folder:
        yield from drafts(folder)
    with tempfile.TemporaryDirectory() as folder:
        yield from overlays(folder)
    yield from places()
    yield from suspended()
    with tempfile.TemporaryDirectory() as folder:
        yield from untold(folder)
    with tempfile.TemporaryDirectory() as folder:
        yield from lists(folder)
