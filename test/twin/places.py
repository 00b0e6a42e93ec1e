"""Places by a table: who is inside what is known by construction.

The map is a row of boxes along the equator. Box k is centred on the equator
at longitude 10 + 3k, half a degree to each side. Round each lies a halo, all
that is within 60 km of it, and the rest of its column. So an atom is b0, h0,
e0, b1, ...; a zone is a set of atoms; a site lies in one atom, or may lie in
two where its accuracy reaches over an edge, or is `in` a zone.

A cell is (site or None, atom): the smallest thing that can be asked about.
A region is a set of cells. Where a force stands is the set of cells in which
it may stand; it is in a region if all of them are, out if none is, else
possibly in. That is section 5, "Place", in one sentence.

    zone words   ("a",) ("a", "+", "b", ...) ("a", "&", "b") ("a", "-", "b")
    place        a list of parts, all of which must hold:
                 ("in", words) ("outside", words) ("at", (site, ...))
                 ("within", 60, words) ("beyond", 60, words)
    spot         None | ("at", (site, ...)) | ("in", words) | ("pos", lat, lon)
"""
from dataclasses import dataclass

STEP, FIRST, HALF, HALO_KM = 3.0, 10.0, 0.5, 60
HALO = HALF + HALO_KM / 111.3195        # degrees of longitude on the equator


@dataclass
class Zone:
    name: str
    text: str                       # the definition, as words with zone names
    atoms: frozenset
    disputed: bool = False
    middle: float = None            # longitude, of zones that moves may name
    uses: tuple = ()                # names of other zones in the text


@dataclass
class Site:
    name: str
    atoms: frozenset                # one: sure; two: within its accuracy
    text: str                       # position, or `in` zone
    accurate: str = None
    lon: float = None
    lat: float = 0.0
    uses: tuple = ()


def centre(k):
    return FIRST + STEP * k


def atom_at(lon, boxes):
    """The atom in which a point near the equator lies."""
    k = min(max(int((lon - FIRST + STEP / 2) // STEP), 0), boxes - 1)
    off = abs(lon - centre(k))
    return ("b" if off <= HALF else "h" if off <= HALO else "e") + str(k)


def with_halo(atoms):
    """All that is within 60 km of these boxes."""
    return frozenset(atoms) | {"h" + a[1:] for a in atoms if a[0] == "b"}


class Places:
    def __init__(self, boxes, zones, sites):
        self.boxes, self.memory = boxes, {}
        self.zones = {z.name: z for z in zones}
        self.sites = {s.name: s for s in sites}
        self.atoms = frozenset(c + str(k) for k in range(boxes) for c in "bhe")
        self.cells = frozenset((None, a) for a in self.atoms) | frozenset(
            (s.name, a) for s in sites for a in s.atoms)

    def sum(self, words):
        """"`+ &` in zones go left to right" (places.md)"""
        atoms = self.zones[words[0]].atoms
        for op, name in zip(words[1::2], words[2::2]):
            other = self.zones[name].atoms
            atoms = (atoms | other if op == "+" else
                     atoms & other if op == "&" else atoms - other)
        return atoms

    def part(self, part):
        if part not in self.memory:
            self.memory[part] = self.cells_of(part)
        return self.memory[part]

    def cells_of(self, part):
        if part[0] == "at":
            return frozenset(c for c in self.cells if c[0] in part[1])
        if part[0] == "in":
            atoms = self.sum(part[1])
        elif part[0] == "outside":
            atoms = self.atoms - self.sum(part[1])
        elif part[0] == "within":
            atoms = with_halo(self.sum(part[2]))
        else:
            atoms = self.atoms - with_halo(self.sum(part[2]))
        return frozenset(c for c in self.cells if c[1] in atoms)

    def region(self, place):
        """The cells of a place; None is everywhere."""
        cells = self.cells
        for part in place or []:
            cells &= self.part(part)
        return cells

    def spot(self, spot):
        """The cells in which something there may stand."""
        if spot is None:
            return self.cells
        if spot[0] == "pos":
            return frozenset([(None, atom_at(spot[2], self.boxes))])
        return self.part(spot)

    def disputed(self):
        atoms = frozenset().union(*[z.atoms for z in self.zones.values()
                                    if z.disputed])
        return frozenset(c for c in self.cells if c[1] in atoms)

    def territory(self, zone):
        return self.part(("in", (zone,)))

    def longitude(self, spot):
        """Where a line from or to this spot begins: a zone's is its middle."""
        if spot[0] == "at":
            site = self.sites[spot[1][0]]
            return site.lon if site.lon is not None else None
        return self.zones[spot[1][0]].middle

    def between(self, a, b):
        """The cells that the shortest line between two spots touches."""
        x, y = sorted((self.longitude(a), self.longitude(b)))
        touched = {atom_at(x, self.boxes), atom_at(y, self.boxes)}
        for k in range(self.boxes):
            c = centre(k)
            edges = (c - STEP / 2, c - HALO, c - HALF, c + HALF, c + HALO,
                     c + STEP / 2)
            for left, right, kind in zip(edges, edges[1:], "ehbhe"):
                if left < y and right > x:
                    touched.add(kind + str(k))
        return frozenset((None, a) for a in touched)
