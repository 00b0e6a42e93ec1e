"""timeline: what it says, held to what is known by hand and to `status`."""
import json

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


def tests():
    yield from timelines()
