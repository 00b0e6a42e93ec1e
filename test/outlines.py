"""Zones and lines from files of GeoJSON: what is inside, and what is wrong.

Expected by hand: a ring of whole degrees holds what lies between them; its
sides are straight in longitude and latitude, so that the top of a ring along
60 N is 60 N all the way, where a geodesic would bulge some 23 km northward.
"""
import hashlib
import json
import os
import subprocess
import tempfile

PROGRAM = os.path.abspath("build-test/detente")


def box(w, s, e, n):
    return [[w, s], [e, s], [e, n], [w, n], [w, s]]


def feature(kind, at, **properties):
    return {"type": "Feature", "properties": properties,
            "geometry": {"type": kind, "coordinates": at}}


def collection(*features, **more):
    return {"type": "FeatureCollection", "features": list(features), **more}


ISLES = collection(
    feature("Polygon", [box(20, 50, 30, 60)], zone="A", no=1),
    feature("Polygon", [box(20, 40, 30, 50)[::-1], box(24, 44, 26, 46)],
            zone="B", no=2),
    feature("MultiPolygon", [[box(170, 0, 180, 10)], [box(-180, 0, -170, 10)]],
            zone="C", no=3),
    feature("LineString", [[20, 55], [30, 55]], zone="road", no=4),
    feature("MultiLineString", [[[0, 0], [1, 0]], [[5, 0], [6, 0]]],
            zone="roads", no=5))

# (what stands behind `zone z =`, position, yes or no)
INSIDE = [
    ("area from \"f.json\" where zone = \"A\"", "55 N 25 E", True),
    ("area from \"f.json\" where zone = \"A\"", "59.999 N 25 E", True),
    ("area from \"f.json\" where zone = \"A\"", "60.001 N 25 E", False),
    ("area from \"f.json\" where zone = \"A\"", "49.999 N 25 E", False),
    ("area from \"f.json\" where no = \"1\"", "55 N 25 E", True),
    ("area from \"f.json\" where zone = \"B\"", "42 N 25 E", True),
    ("area from \"f.json\" where zone = \"B\"", "45 N 25 E", False),
    ("area from \"f.json\" where zone = \"B\" and no = \"2\"", "51 N 25 E",
     False),
    ("area from \"f.json\" where zone = \"C\"", "5 N 180 E", True),
    ("area from \"f.json\" where zone = \"C\"", "5 N 179 E", True),
    ("area from \"f.json\" where zone = \"C\"", "5 N 171 W", True),
    ("area from \"f.json\" where zone = \"C\"", "5 N 169 E", False),
    ("north of road", "55.001 N 25 E", True),
    ("north of road", "54.999 N 25 E", False),
    ("within 1 km of roads", "0.001 N 5.5 E", True),
    ("within 1 km of roads", "0 N 3 E", False),
    ("area from \"f.json\" where zone = \"A\" as of 2022-01-01, inside "
     "half, accurate to 1 km", "55 N 21 E", True),
]

SQUARE = {"type": "Polygon", "coordinates": [box(0, 0, 1, 1)]}
# (the file, or None; the words behind `zone z = `; words of the message)
WRONG = [
    (None, "area from \"f.json\"", ["cannot open 'f.json'", "folder"]),
    (SQUARE, "area from \"g.json\"", ["did you mean 'f.json'"]),
    ("{", "area from \"f.json\"", ["'f.json': this is no JSON: line 1"]),
    ("", "area from \"f.json\"", ["this is no JSON"]),
    (SQUARE, "area from \"f.SHP\"", ["not from .shp", "f.geojson f.shp"]),
    (SQUARE, "area from \"f.json\" where a = \"b\"",
     ["no features to choose from"]),
    ([1], "area from \"f.json\"", ["this is no geometry"]),
    ({"type": "Topology"}, "area from \"f.json\"",
     ["Polygon or a MultiPolygon", "\"Topology\""]),
    (collection(), "area from \"f.json\"", ["it holds no feature"]),
    (ISLES, "area from \"f.json\"", ["it holds 5 features", "where NAME"]),
    (ISLES, "area from \"f.json\" where zone = \"E\"",
     ["no feature has zone = \"E\"", "\"A\", \"B\", \"C\", \"road\""]),
    (ISLES, "area from \"f.json\" where sone = \"E\"",
     ["no feature has sone = \"E\"", "a property `sone`"]),
    (collection(feature("Polygon", [], a="b"), feature("Point", [], a="b")),
     "area from \"f.json\" where a = \"b\"",
     ["2 features have a = \"b\"", "and NAME"]),
    (feature("Polygon", [box(0, 0, 1, 1)], a="c"),
     "area from \"f.json\" where a = \"b\"",
     ["its feature does not have a = \"b\""]),
    (ISLES, "area from \"f.json\" where zone = \"road\"",
     ["feature 4 of 'f.json'", "this is a \"LineString\"", "`line from`"]),
    (ISLES, "line from \"f.json\" where zone = \"A\"",
     ["feature 1 of 'f.json'", "this is a \"Polygon\"", "`area from`"]),
    (collection({"type": "Feature", "properties": None, "geometry": None}),
     "area from \"f.json\"", ["feature 1 of 'f.json'", "no geometry"]),
    ({"type": "Polygon", "coordinates": [box(0, 0, 1, 1)[:4]]},
     "area from \"f.json\"", ["a ring is not closed", "once more"]),
    ({"type": "Polygon", "coordinates": [box(0, 0, 1, 1)[:3]]},
     "area from \"f.json\"", ["fewer than four positions"]),
    ({"type": "Polygon", "coordinates": []}, "area from \"f.json\"",
     ["has no rings"]),
    ({"type": "MultiPolygon", "coordinates": []}, "area from \"f.json\"",
     ["has no parts"]),
    ({"type": "Polygon", "coordinates": [box(0, 0, 1, 91)]},
     "area from \"f.json\"",
     ["position 3, [1, 91], is not on the Earth", "wrong way round"]),
    ({"type": "Polygon", "coordinates": [box(0, 0, 1, 90)]},
     "area from \"f.json\"", ["position 3 is a pole"]),
    ({"type": "Polygon", "coordinates": [[[0, 0], ["1", 0], [1, 1], [0, 0]]]},
     "area from \"f.json\"", ["position 2 is not two numbers"]),
    ({"type": "Polygon", "coordinates": [box(-170, 0, 170, 1)]},
     "area from \"f.json\"", ["side from position 1 goes half round",
                              "180 degrees"]),
    ({"type": "Polygon",
      "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]},
     "area from \"f.json\"", ["crosses or touches itself", "makevalid"]),
    ({"type": "LineString", "coordinates": [[0, 0]]}, "line from \"f.json\"",
     ["fewer than two positions"]),
    ({**SQUARE, "crs": {"type": "name", "properties": {
        "name": "urn:ogc:def:crs:EPSG::3857"}}}, "area from \"f.json\"",
     ["3857", "EPSG:4326"]),
]


def write(folder, name, what):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
        f.write(what if isinstance(what, str) else json.dumps(what))


def run(folder, *words):
    return subprocess.run([PROGRAM, *words], cwd=folder, capture_output=True,
                          text=True)


def inside(folder, zone, at, yes):
    write(folder, "p.pact", f"""pact "P"
party AA "Ardenia"
item tank
zone half = west of 25 E
zone road = line from "f.json" where zone = "road"
zone roads = line from "f.json" where zone = "roads"
zone z = {zone}
site spot {at}
limit 1
  no tank of AA in z
2022-01-01 hold AA at spot
  5 tank
""")
    r = run(folder, "status", "p.pact", "--json")
    if r.returncode > 1:
        return r.stderr
    got = json.loads(r.stdout)
    sums = {i["path"]: i["sha256"] for i in got["inputs"]}
    with open(os.path.join(folder, "f.json"), "rb") as f:
        want = hashlib.sha256(f.read()).hexdigest()
    if sums.get("f.json") != want:
        return f"inputs: {sums}"
    verdicts = {row["verdict"] for row in got["clauses"]}
    return None if verdicts == {"broken" if yes else "undetermined"} \
        else str(verdicts)


def wrong(what, zone, words):
    with tempfile.TemporaryDirectory() as folder:
        if what is not None:
            write(folder, "f.json", what)
        # a second zone of the same file: what is wrong with it is said once
        write(folder, "p.pact", f"zone z = {zone}\nzone y = z\n")
        r = run(folder, "check", "p.pact")
    flat = " ".join(r.stderr.replace("     more:", " more:").split())
    lost = [w for w in words if w not in flat]
    return None if not lost and r.returncode == 2 and \
        flat.count("error[") == 1 and "error[E0231]" in flat \
        else f"{lost}\n{r.stderr}"


def told_once():
    with tempfile.TemporaryDirectory() as folder:
        write(folder, "f.json", "{")
        write(folder, "p.pact", "zone z = area from \"f.json\"\n"
              "zone y = line from \"f.json\"\n")
        r = run(folder, "check", "p.pact")
    return None if r.stderr.count("error[") == 1 else r.stderr


def beside():
    """The path starts from the folder of the pact."""
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "in"))
        write(folder, "in/f.json", "\ufeff" + json.dumps(SQUARE))
        write(folder, "in/p.pact", "zone z = area from \"./f.json\"\n")
        r = run(folder, "check", "in/p.pact", "--json")
        got = [i["path"] for i in json.loads(r.stdout)["inputs"]]
    return None if got == ["in/p.pact", "in/f.json"] else str(got) + r.stderr


def tests():
    with tempfile.TemporaryDirectory() as folder:
        write(folder, "f.json", ISLES)
        for zone, at, yes in INSIDE:
            yield f"{zone}: {at}", inside(folder, zone, at, yes)
    for what, zone, words in WRONG:
        yield f"{words[0]}", wrong(what, zone, words)
    yield "what is wrong with a file is told once", told_once()
    yield "beside the pact", beside()
