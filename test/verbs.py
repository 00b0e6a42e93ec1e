"""The verbs timeline and zones: held to what is known by hand and by twins."""
import json
import math

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
    """Does what goes on say what `status` says of that day?"""
    rows = {}
    for row in read("status", EXAMPLE, *on)["clauses"]:
        key = row["id"], row["line"], str(row["subject"]), row["basis"]
        rows[key] = row["verdict"], row["reason"], row["measured"]
    seen = {}
    for row in read("timeline", EXAMPLE, *on)["clauses"]:
        for s in row["segments"]:
            key = row["id"], row["line"], str(row["subject"]), s["basis"]
            last = seen.get(key)
            if last and last["until"] != s["from"]:
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
        run("timeline", EXAMPLE, "--clause=3.5", *DAY), 0,
        ["not judged: quota"])
    for on in (DAY, ["--on", "2022-02-15"], ["--on", "2022-01-01"]):
        yield f"timeline and status agree, {on[1]}", agrees(on)


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


def tests():
    yield from timelines()
    yield from places()
