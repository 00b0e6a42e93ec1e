"""Random worlds for cases.py: who, what, and a map that is known by heart."""
from model import Case, Item, Party
from places import HALF, Places, Site, Zone, centre, with_halo

TITLES = {"RU": "Russian Federation", "BY": "Belarus", "US": "United States",
          "PL": "Poland", "DNR": "Eastern formation",
          "LOC": "Local formation", "UA": "Ukraine", "OSCE": "Observers",
          "UN": "United Nations"}
SIDES = {"RU": "east", "BY": "east", "US": "west", "PL": "west"}
FAMILIES = {"storage": ("active", "stored", "lost"),
            "task": ("standing", "visiting", "training")}
BOXES = ("alfa", "brava", "chara", "delta")
ITEMS = {
    "troops": {}, "tank": {}, "artillery": {},
    "artillery.mlrs": {"range": ("is", 90), "calibre": ("is", 220)},
    "launcher": {}, "launcher.big": {"range": ("is", 500),
                                     "nuclear-capable": ("flag",)},
    "launcher.odd": {"range": ("between", 200, 400)},
}


def people(rng, force):
    """1 to 4 parties on two sides, at most one formation, a monitor."""
    chosen = rng.sample(list(SIDES), rng.randint(1, 4))
    if force.get("sides"):
        chosen = list(dict.fromkeys(["RU", "US"] + chosen))
    out = [Party(n, TITLES[n], "party", SIDES[n])
           for n in SIDES if n in chosen]
    master = rng.choice(out).name
    roll = rng.random()
    if roll < 0.2:
        out.append(Party("DNR", TITLES["DNR"], "formation",
                         SIDES[master], None, master))
    elif roll < 0.4 or force.get("claim"):
        out.append(Party("LOC", TITLES["LOC"], "formation",
                         rng.choice(out).on))
    if rng.random() < 0.2:
        out.append(Party("UA", TITLES["UA"], "non-party"))
    out.append(Party("OSCE", TITLES["OSCE"], "monitor"))
    return {p.name: p for p in out}


def things(rng, force):
    """2 to 4 items in a tree."""
    names = ["troops"] if rng.random() < 0.7 else ["tank"]
    families = [["artillery", "artillery.mlrs"],
                ["launcher", "launcher.big"], ["tank"], ["troops"],
                ["launcher", "launcher.odd"]]
    if force.get("tests"):
        names = ["launcher", rng.choice(["launcher.big", "launcher.odd"])]
    elif force.get("tree"):
        names += ["artillery", "artillery.mlrs"]
    while len(names) < 2 or (len(names) < 4 and rng.random() < 0.5):
        for n in rng.choice(families):
            if n not in names:
                names.append(n)
    return {n: Item(n, dict(ITEMS[n])) for n in ITEMS if n in names}


def ring(k):
    west, east = centre(k) - HALF, centre(k) + HALF
    return (f"ring {HALF} S {west} E, {HALF} S {east} E, "
            f"{HALF} N {east} E, {HALF} N {west} E")


def land(rng):
    """3 or 4 boxes, sums and halos of them, and sites that are well inside,
    well outside, or on the edge of one box."""
    n = rng.choice([3, 3, 4])
    torn = rng.randrange(n) if rng.random() < 0.15 else None
    zones = [Zone(BOXES[k], ring(k), frozenset([f"b{k}"]), k == torn,
                  centre(k)) for k in range(n)]

    def compound(name, text, atoms, *uses):
        zones.append(Zone(name, text, frozenset(atoms), uses=uses))
    a, b = rng.sample(range(n), 2)
    compound("pair", f"{BOXES[a]} + {BOXES[b]}", [f"b{a}", f"b{b}"],
             BOXES[a], BOXES[b])
    extra = rng.sample(["rest", "both", "near", "wide", "half"],
                       rng.randint(0, 3))
    if "rest" in extra:
        compound("rest", f"pair - {BOXES[a]}", [f"b{b}"], "pair", BOXES[a])
    if "both" in extra:
        compound("both", f"pair & {BOXES[b]}", [f"b{b}"], "pair", BOXES[b])
    if "near" in extra:
        compound("near", f"within 60 km of {BOXES[a]}",
                 with_halo([f"b{a}"]), BOXES[a])
    if "wide" in extra:
        compound("wide", "within 60 km of pair",
                 with_halo([f"b{a}", f"b{b}"]), "pair")
    if "half" in extra:
        compound("half", f"west of {centre(0) + 1.5} E",
                 ["b0", "h0", "e0"])
    return Places(n, zones, sites(rng, n))


def sites(rng, n):
    out, lats = [], iter(rng.sample(range(-19, 20), 20))

    def add(name, k, east, atoms, accurate=None):
        lat, lon = next(lats) / 100, round(centre(k) + east, 3)
        text = f"{abs(lat)} {'N' if lat >= 0 else 'S'} {lon} E"
        if accurate:
            text += f" accurate to {accurate} km"
        out.append(Site(name, frozenset(atoms), text, lon=lon, lat=lat))
    for k in range(n):
        for m in range(rng.randint(1, 2)):
            add(f"s{BOXES[k][0]}{m}", k, rng.choice([-0.3, -0.2, 0, 0.1, 0.25])
                + 0.01 * m, [f"b{k}"], rng.choice([None, None, 2, 5]))
    if rng.random() < 0.5:
        k = rng.randrange(n)
        add("halo", k, rng.choice([-0.78, 0.77]), [f"h{k}"])
    if rng.random() < 0.6:
        k = rng.randrange(n)
        add("away", k, 1.3 if k == n - 1 or rng.random() < 0.5 else 1.35,
            [f"e{k}"], rng.choice([None, 5]))
    if rng.random() < 0.35:
        k = rng.randrange(n)
        add("edge", k, rng.choice([-0.47, 0.47, 0.53]), [f"b{k}", f"h{k}"], 10)
    if rng.random() < 0.2:
        k = rng.randrange(n)
        out.append(Site("somewhere", frozenset([f"b{k}"]), f"in {BOXES[k]}",
                        lon=centre(k), uses=(BOXES[k],)))
    return out


def world(rng, seed, day, force):
    """A case without books and clauses. DAY turns 1, 2, ... into a date."""
    parties = people(rng, force)
    places = land(rng)
    for p in parties.values():
        if p.kind in ("party", "non-party") and (
                force.get("territory") or rng.random() < 0.35):
            p.territory = rng.choice(
                list(places.zones)[:places.boxes] + ["pair"])
    count = rng.choice([0, 1, 1, 2])
    if force.get("status"):
        count = max(count, 1)
    families = {f: FAMILIES[f] for f in rng.sample(list(FAMILIES), count)}
    first = day(rng.choice([1, 1, 2, 3, 5]))
    when = ("day", first)
    if rng.random() < 0.04:
        when = ("time", first * 1440 + 720)
    until = None
    if rng.random() < 0.12:
        until = ("day", first + rng.randint(8, 30))
    sides = {s: t for s, t in (("west", "The West"), ("east", "The East"))
             if any(p.on == s for p in parties.values())}
    return Case(seed, sides, parties,
                things(rng, force), families,
                ("exercise", "exercise.alert", "parade"), places, [], [],
                when, until)
