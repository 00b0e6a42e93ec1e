"""What `--json` prints fits docs/schema/, and has no key that is not there."""
import copy
import functools
import json
import os
import re
import tempfile

from cli import ASKED, DAY, EXAMPLE, SMALL, ends, holds, run


@functools.cache
def validator(name):
    """Of draft 2020-12 where jsonschema has it, else of draft 7."""
    import jsonschema
    schema = schemas()[name]
    kind = getattr(jsonschema, "Draft202012Validator",
                   jsonschema.Draft7Validator)
    kind.check_schema(schema)
    return kind(schema)


@functools.cache
def schemas():
    found = {}
    for name in [*ASKED, "explain", "new", "import"]:
        with open(f"docs/schema/{name}.json", encoding="utf-8") as f:
            found[name] = json.load(f)
    return found


def parts(schema, root):
    """The schemas that SCHEMA stands for: behind `$ref` and `anyOf`."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        yield from parts(root["$defs"][name], root)
    for part in schema.get("anyOf", []):
        yield from parts(part, root)
    yield schema


def undocumented(doc, schema, root, path=""):
    """Keys of DOC that no `properties` of its schema names."""
    if isinstance(doc, dict):
        known = {}
        for part in parts(schema, root):
            known.update(part.get("properties", {}))
        for key, value in doc.items():
            if key in known:
                yield from undocumented(value, known[key], root,
                                        f"{path}/{key}")
            else:
                yield f"{path}/{key}"
    if isinstance(doc, list):
        for part in parts(schema, root):
            for i, value in enumerate(doc if "items" in part else []):
                yield from undocumented(value, part["items"], root,
                                        f"{path}/{i}")


def silent(schema, path=""):
    """Properties and definitions without a description."""
    for group in ("properties", "$defs"):
        for key, value in schema.get(group, {}).items():
            if not value.get("description", "").endswith("."):
                if "const" not in value:
                    yield f"{path}/{key}"
            yield from silent(value, f"{path}/{key}")


def misfits(doc, name):
    schema = schemas()[name]
    wrong = [f"{'/'.join(map(str, e.path))}: {e.message[:300]}"
             for e in validator(name).iter_errors(doc)]
    wrong += [f"{key} is not documented" for key in
              undocumented(doc, schema, schema)]
    return "\n".join(wrong[:5]) or None


FRACTIONS = b"""pact "Fractions"
  in force from 2022-01-01
side west "West"
party AA "Aa" on west
item fuel "Fuel"
zone z = country UA
limit 1
  at most 10.5 fuel of AA in z
limit 2
  at most 99_999_999_999_999_999_999 fuel of AA in z
"""
FUEL = b"""2022-01-01 hold AA in z
  10/3 fuel
2022-01-01T12:30Z complete AA in z
  for fuel
2022-01-02 hold AA in z
"""


def questions():
    """(verb, words) of the documents that are held to their schemas."""
    yield "check", [EXAMPLE]
    for on in ([], ["--on", "1990-01-01"], DAY, ["--on", "2022-01-24"],
               ["--on", "2030-01-01"]):
        yield "status", [EXAMPLE, *on]
        yield "verify", [EXAMPLE, "--strict", *on]
        yield "timeline", [EXAMPLE, *on]
        yield "show", [EXAMPLE, *on]
    yield "show", [EXAMPLE, "holdings", "--holder", "side east", *DAY]
    yield "show", [EXAMPLE, "--in", "near-ukraine", "--item", "tank", *DAY]
    for at in ("54.57 N 33.17 E", "56 km south-west of yelnya", "smd-garrison",
               "yelnya", "0 0"):
        yield "zones", [EXAMPLE, "--at", at]
    status = json.loads(run("status", EXAMPLE, "--json").stdout)
    for clause in sorted({row["id"] for row in status["clauses"]}):
        yield "why", [EXAMPLE, clause, *DAY]
    for verb, words in ASKED.items():
        yield verb, words[1:]
    yield "why", [SMALL, "2", "RU", "--on", "2022-03-01"]
    # rows of a step as a whole: it was suspended without a right
    remedies = ["test/rulings/remedies.pact", "test/rulings/remedies.book",
                "--on", "2027-03-12"]
    for verb in ("status", "verify", "timeline", "show"):
        yield verb, remedies
    yield "why", ["2", *remedies]
    with open("docs/findings.md", encoding="utf-8") as f:
        for code in re.findall(r"^\| `(\w+)` \|", f.read(), re.M):
            yield "explain", [code]


def overlays():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "o.overlay")
        with open(path, "w", encoding="utf-8") as f:
            f.write("2022-02-14 observe RU at yelnya\n  1 troops\n")
        for verb, words in ASKED.items():
            if verb in ("zones", "diff"):
                continue
            r = run(*words, "--with", path, "--json")
            doc = json.loads(r.stdout)
            yield f"{verb} --with --json", (
                misfits(doc, verb) or
                (None if doc["overlays"] == [path] else str(doc["overlays"])))


def tests():
    try:
        known = schemas()
        validator("check")
    except (ImportError, OSError) as e:
        yield "the schemas, and jsonschema", str(e)
        return
    for name, schema in known.items():
        yield f"{name}.json describes all", ", ".join(silent(schema)) or None
        other = [k for k, d in schema["$defs"].items() for s in known.values()
                 if k in ("amount", "moment", "verdict", "reason", "basis",
                          "kind", "subject", "measured", "allowed", "entry",
                          "input", "boundaries", "day", "sha256")
                 and s["$defs"].get(k, d) != d] if "$defs" in schema else []
        yield f"{name}.json defines as the others do", str(other) if other \
            else None
    for verb, words in questions():
        r = run(verb, *words, "--json")
        name = " ".join(os.path.basename(w) for w in [verb, *words])
        yield f"{name} --json", (
            f"it says {r.stderr[:500]}" if r.stderr
            else misfits(json.loads(r.stdout), verb))
        if verb == "explain":
            wrong = json.loads(r.stdout)["wrong"]
            if wrong and words[0] != "E0101" and words[0][:3] != "E05":
                r = run("check", "-", "--json", stdin=wrong.encode())
                yield f"check --json of {words[0]}", (
                    misfits(json.loads(r.stdout), "check") or
                    (None if words[0] in r.stdout.decode() else "not said"))
    yield from overlays()
    with tempfile.TemporaryDirectory() as folder:
        r = run("new", os.path.join(folder, "draft"), "--json")
        yield "new --json", misfits(json.loads(r.stdout), "new")
    for table in ("orbat.csv", "cfe.csv"):
        r = run("import", f"test/import/{table}", "--json", "--map",
                f"test/import/{table[:-3]}map")
        yield f"import --json of {table}", misfits(json.loads(r.stdout),
                                                   "import")
    r = run("import", "-", "--map", "test/import/example.map", "--json",
            stdin=b"id,date,party,camp,lat,lon,tanks\n1,2,3,4,5,6,7\n")
    yield "import --json that refuses", misfits(json.loads(r.stdout), "import")
    yield from fractions()
    yield from errors()
    yield from refused()


def fractions():
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("f.pact", FRACTIONS), ("f.book", FUEL)):
            with open(os.path.join(folder, name), "wb") as f:
                f.write(text.replace(b"2022-01-02 hold AA in z\n", b""))
        r = run("status", folder, "--json")
        doc = json.loads(r.stdout)
        yield "fractions and large numbers", misfits(doc, "status")
        amounts = [row["allowed"]["amount"] for row in doc["clauses"]
                   if row["basis"] == "combined"]
        yield "are strings p/q", (
            None if amounts == ["21/2", "99999999999999999999/1"] and
            doc["clauses"][0]["measured"]["low"] == "10/3" else str(amounts))
        r = run("why", folder, "1", "--json")
        yield "an hour is an instant", (
            misfits(json.loads(r.stdout), "why") or
            holds(r.stdout, '"2022-01-01T12:30:00Z"'))


def errors():
    """Runs that end with 2: only `check` has a document for the text's."""
    faulty = b"limit 1\n  at most 3 tnk\n"
    r = run("check", "-", "--json", stdin=faulty)
    doc = json.loads(r.stdout)
    yield "check --json of a faulty text", (
        misfits(doc, "check") or
        (None if r.returncode == 2 and doc["errors"] and not r.stderr and
         doc["as_of"] is None else repr(r)))
    for verb, clause in (("status", []), ("verify", []), ("timeline", []),
                         ("why", ["1"]), ("show", []),
                         ("zones", ["--at", "0 0"])):
        yield f"{verb} --json of a faulty text", ends(
            run(verb, "-", *clause, "--json", stdin=faulty), 2,
            err=["error[E", "tnk"])
    for verb, clause in (("check", []), ("status", []), ("verify", []),
                         ("timeline", []), ("why", ["1"]), ("show", []),
                         ("zones", ["--at", "0 0"])):
        yield f"{verb} --json of a lost file", ends(
            run(verb, "lost.pact", *clause, "--json"), 2,
            err=["cannot open 'lost.pact'"])
    yield "why --json, no such clause", ends(
        run("why", SMALL, "9", "--json"), 2, err=["no clause `9`"])
    yield "explain --json, no such code", ends(
        run("explain", "E9999", "--json"), 1, err=["no code 'E9999'"])


def refused():
    """The schemas and the walk through keys do find what is wrong."""
    doc = json.loads(run("status", SMALL, "--json").stdout)
    row, measured = doc["clauses"][0], doc["clauses"][-1]["measured"]
    for name, where, key, value in (
            ("a key with a capital", row, "Verdict", "kept"),
            ("a key that is not documented", row, "colour", "red"),
            ("a key deep down", measured, "middle", 1),
            ("a verdict", row, "verdict", "brokn"),
            ("a reason", row, "reason", "mood"),
            ("a kind", row, "kind", "wish"),
            ("a basis", row, "basis", "rumour"),
            ("a fractional number", measured, "low", 1.5),
            ("an amount in words", measured, "low", "many"),
            ("a date", doc, "as_of", "23.02.2022"),
            ("the schema's name", doc, "schema", "status/2")):
        old = copy.deepcopy(where)
        where[key] = value
        yield f"refused: {name}", (
            None if misfits(doc, "status") else "it was let through")
        where.clear()
        where.update(old)
    gone = doc.pop("clauses")
    yield "refused: a missing key", (
        None if gone and misfits(doc, "status")
        else "it was let through")
