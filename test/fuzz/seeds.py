#!/usr/bin/env python3
"""Make the seeds of the fuzz targets, test/fuzz/seeds/text, /boundaries,
/places, /table, /clock and /lsp.

    test/fuzz/seeds.py          (from the root of the tree)

For text: the examples of src/diag/kinds.def and of the language's page, each
with what it names; each pact with its books, and
small pacts cut from these: one clause, a few entries, and the declarations
that they name, and those that these name, and so on; with one entry more as a
what-if, and questions.
For boundaries: small files of two or three lands, in the format that
tools/boundaries/pack.mjs writes. For clock: small files of time zones.
For lsp: what an editor sends about a small pact.
"""
import ast
import csv
import glob
import hashlib
import html
import io
import json
import os
import re
import shutil
import struct
import zipfile

OUT = "test/fuzz/seeds"
CLAUSES = ("limit exception notice quota inform stay step consent inspection "
           "access evidence remedy equivalence uncoded").split()
ENTRIES = 5  # in a small book


def write(kind, data):
    name = hashlib.sha256(data).hexdigest()[:16]
    with open(os.path.join(OUT, kind, name), "wb") as f:
        f.write(data)


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


# ---- texts -------------------------------------------------------------------

def examples():
    """`wrong` and `right` of each kind of message."""
    strings = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
    for m in re.finditer(r"^KIND\(\w+, .*?^ *" + ",\n *".join(3 * [strings]) +
                         r"\)", read("src/diag/kinds.def"), re.M | re.S):
        for text in m.groups()[1:]:
            yield b"".join(ast.literal_eval("b" + part) for part in
                           re.findall(r'"(?:[^"\\]|\\.)*"', text))


def directives(text):
    """Lines from one in the first column to the next."""
    found, now = [], []
    for line in text.splitlines(keepends=True):
        if re.match(r"#|>|\s*$", line):
            continue
        if not line[0].isspace() and now:
            found.append("".join(now))
            now = []
        now.append(line)
    return found + ["".join(now)] if now else found


def words(directive):
    bare = re.sub(r'"[^"]*"|#.*', " ", directive)
    return set(re.findall(r"[^\s,:]+", bare))


def head(directive):
    return directive.split(None, 1)[0]


def names(directive):
    """What a declaration declares."""
    found = {directive.split()[1]} if len(directive.split()) > 1 else set()
    if head(directive) == "status":
        found |= words(directive.split("\n")[0])
    return found


def closure(start, declared):
    """The declarations that START names, and those that they name."""
    need, taken = set(), set()
    for d in start:
        need |= words(d)
    need |= {w.split("/")[0] for w in need}
    changed = True
    while changed:
        changed = False
        for i, d in enumerate(declared):
            if i not in taken and names(d) & need:
                taken.add(i)
                need |= words(d)
                changed = True
    return [declared[i] for i in sorted(taken)]


def small(pact, books):
    """One clause and a few entries at a time."""
    all_of_it = directives(pact)
    kept = [d for d in all_of_it if head(d) in ("pact", "article")]
    clauses = [d for d in all_of_it if head(d) in CLAUSES]
    declared = [d for d in all_of_it if d not in kept and d not in clauses]
    entries = [(b, d) for b in range(len(books)) for d in directives(books[b])]
    heads = {b: d for b, d in entries if head(d) == "book"}
    entries = [(b, d) for b, d in entries if head(d) != "book"]
    for i, clause in enumerate(clauses):
        first = i * ENTRIES % max(1, len(entries) - ENTRIES)
        chosen = entries[first:first + ENTRIES]
        book = [d for b, d in chosen if b == chosen[0][0]]
        text = kept[:1] + closure([clause] + book, declared) + [clause]
        title = [heads[chosen[0][0]]] if chosen and chosen[0][0] in heads \
            else []
        more = [d for b, d in entries[first + ENTRIES:] if b == chosen[0][0]]
        yield "".join(text), "".join(title + book), "".join(more[:1]), \
            asked(i, text, clause, book)


def asked(i, declared, clause, book):
    """What fuzz_text.c asks, a line for each: in the names of the text."""
    def name(*heads):
        found = [d.split()[1] for d in declared if head(d) in heads]
        return found[i % len(found)] if found else "nobody"
    whom = name("party", "formation")
    what = ("holdings", "movements", "observations")[i % 3]
    place = ("54.57 N 33.17 E", "48.5, -38", name("site"))[i % 3]
    zone = name("zone")
    return "\n".join([
        place, "5 km", clause.split()[1].rstrip(":"), whom, what,
        whom, name("item"), (zone, f"within 50 km of {zone}")[i % 2],
        book[-1].split()[0] if book else "2022-02-23",
        ("E0203", "L0101", "F101")[i % 3], "new"]) + "\n"


def documented():
    """The examples of the language's page, each with what it names."""
    def part(names, kind):
        paths = [f"test/docs/{name}.{kind}" for name in names]
        return "".join(read(p) for p in paths if os.path.exists(p))
    fence = r"^```(pact|book|wrong \w+) ?(.*)\n((?:(?!```).*\n)*)```"
    for m in re.finditer(fence, read("docs/language.md"), re.M):
        below = m[2].split()[1:] if m[2].startswith("in ") else []
        if m[2] and not below:
            continue
        declared = directives(part(below, "pact"))
        book = directives(part(below, "book")) if m[1] == "book" else []
        text = closure(directives(m[3]) + book, declared)
        if m[1] == "book":
            yield "".join(text), "".join(book) + m[3]
        else:
            yield "".join(text) + m[3], ""


def join(*parts):
    return b"===\n".join(p.encode() for p in parts)


def texts():
    for text in examples():
        write("text", text)
    for one in documented():
        write("text", join(*one))
    for folder in sorted(glob.glob("pacts/*/")):
        books = [read(p) for p in sorted(glob.glob(folder + "*.book"))]
        for path in sorted(glob.glob(folder + "*.pact")):
            pact = read(path)
            write("text", join(pact, "".join(books[:1])))
            for one in small(pact, books):
                write("text", join(*one))


# ---- boundaries --------------------------------------------------------------

def number(n):
    out = b""
    while n >= 128:
        out += bytes([n % 128 + 128])
        n //= 128
    return out + bytes([n])


def signed(n):
    return number(-2 * n - 1 if n < 0 else 2 * n)


def text(s):
    return number(len(s.encode())) + s.encode()


def places(ids):
    out, last = number(len(ids)), 0
    for i in sorted(ids):
        out += number(i - last)
        last = i
    return out


def keys(list_of):
    out, last = number(len(list_of)), b""
    for key, area, rank in sorted(list_of):
        now = key.encode()
        n = len(os.path.commonprefix([now, last]))
        out += number(n) + number(len(now) - n) + now[n:]
        out += number(area) + number(rank)
        last = now
    return out


def arcs(units, list_of):
    """Each: place on the left, on the right, corners in degrees east, north."""
    heads, bodies = number(units) + number(len(list_of)), b""
    for left, right, corners in list_of:
        body, x, y = b"", 0, 0
        for k, (lon, lat) in enumerate(corners):
            nx, ny = round((lon + 180) * units), round((lat + 90) * units)
            step = nx - x
            if k and step > 180 * units:
                step -= 360 * units
            if k and step < -180 * units:
                step += 360 * units
            body += signed(step) + signed(ny - y)
            x, y = nx % (360 * units), ny
        heads += b"".join(number(n) for n in
                          (left, right, len(corners), len(body)))
        bodies += body
    return heads + bodies


def boundaries(units, lands, areas, list_of_keys, list_of_arcs, n):
    sections = [
        text("Seeds"),
        number(len(lands)) + b"".join(
            text(two) + text(three) + places(ids) for two, three, ids in lands),
        number(n),
        number(len(areas)) + b"".join(
            text(name) + text(code) + places(ids) for name, code, ids in areas),
        keys(list_of_keys),
        arcs(units, list_of_arcs)]
    head, at = b"geobnds1", 8 + 8 * len(sections)
    for s in sections:
        head += at.to_bytes(4, "little") + len(s).to_bytes(4, "little")
        at += len(s)
    return head + b"".join(sections)


def shift(corners, lon):
    return [((x + lon + 180) % 360 - 180, y) for x, y in corners]


def files():
    lands = [("AA", "AAA", [1]), ("BB", "BBB", [2]), ("CC", "CCC", [2, 3])]
    areas = [("West", "AA", [1]), ("North", "AA", [1]), ("Twice", "AA", [1]),
             ("Twice", "BB", [2])]
    list_of_keys = [("west", 0, 0), ("north", 1, 0), ("twice", 2, 0),
                    ("twice", 3, 0), ("occident", 0, 2)]
    # two squares side by side, and an island
    outline = [(0, 1, [(10, 10), (0, 10), (0, 0), (10, 0)]),
               (1, 2, [(10, 10), (10, 0)]),
               (0, 2, [(10, 0), (20, 0), (20, 10), (10, 10)]),
               (0, 3, [(30, 0), (31, 0), (31, 1), (30, 0)])]
    for units in (1, 100, 10000):
        for lon in (0, 165, -15):
            moved = [(l, r, shift(c, lon)) for l, r, c in outline]
            write("boundaries", boundaries(units, lands, areas, list_of_keys,
                                           moved, 3))
    # one land round the south pole
    cap = [(0, 1, [(0, -70), (-90, -70), (-180, -70), (90, -70), (0, -70)])]
    write("boundaries", boundaries(10, lands[:1], areas[:1], list_of_keys[:1],
                                   cap, 1))
    write("boundaries", boundaries(10, [], [], [], [], 0))


# ---- tables ------------------------------------------------------------------

def packed(rows):
    """A workbook with ROWS of text in its one sheet."""
    cells = "".join(
        f'<row r="{n}">' + "".join(
            f'<c r="{chr(65 + c)}{n}" t="inlineStr"><is><t>{html.escape(w)}'
            "</t></is></c>" for c, w in enumerate(row)) + "</row>"
        for n, row in enumerate(rows, 1))
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, text in (
                ("xl/workbook.xml", f'<workbook {space} xmlns:r="http://schema'
                 's.openxmlformats.org/officeDocument/2006/relationships">'
                 '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
                 "</workbook>"),
                ("xl/_rels/workbook.xml.rels", '<Relationships xmlns="http://s'
                 'chemas.openxmlformats.org/package/2006/relationships">'
                 '<Relationship Id="r1" Type="http://schemas.openxmlformats.or'
                 'g/officeDocument/2006/relationships/worksheet" Target="works'
                 'heets/sheet1.xml"/></Relationships>'),
                ("xl/worksheets/sheet1.xml", f"<worksheet {space}><sheetData>"
                 f"{cells}</sheetData></worksheet>")):
            z.writestr(zipfile.ZipInfo(name), text)  # of no date: same bytes
    return out.getvalue()


def tables():
    for path in sorted(glob.glob("test/import/*.csv")):
        mapping = read(path[:-4] + ".map").encode()
        head = read(path).splitlines()[:4]
        write("table", mapping + b"===\n" + "\n".join(head).encode())
        write("table", mapping + b"===\n" + packed(list(csv.reader(head))))


# ---- time zones ------------------------------------------------------------

RULES = ("", "UTC0", "EET-2", "<+0330>-3:30", "CET-1CEST,M3.5.0,M10.5.0/3",
         "IST-1GMT0,M10.5.0,M3.5.0/1", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
         "XXX3EDT4,0/0,J365/25", "AAA24BBB-24:59:59,J60/167,59/-167:59:59")


def tzif(version, moments, offsets, rule, leaps=0):
    """MOMENTS: (second, which of OFFSETS); as RFC 8536 has it."""
    def block(code, size):
        head = b"TZif" + version + bytes(15) + struct.pack(
            ">6I", 0, 0, leaps, len(moments), len(offsets), 4)
        return (head + b"".join(struct.pack(code, t) for t, _ in moments) +
                bytes(i for _, i in moments) +
                b"".join(struct.pack(">iBB", o, 0, 0) for o in offsets) +
                b"LMT\0" + bytes(leaps * (size + 4)))
    if version == b"\0":
        return block(">i", 4)
    return block(">i", 4) + block(">q", 8) + b"\n" + rule.encode() + b"\n"


def clocks():
    moments = [(-2000000000, 1), (0, 2), (1000000000, 1), (1000003600, 0)]
    offsets = [7324, 7200, -36000]
    for i, rule in enumerate(RULES):
        some = moments[:i % 5]
        write("clock", tzif(b"\0234"[i % 4:i % 4 + 1], some, offsets, rule))
        write("clock", tzif(b"2", [], offsets[:1], rule))
    write("clock", tzif(b"4", moments, offsets, "EET-2", 1))


# ---- an editor ---------------------------------------------------------------

def sent(method, params=None, number=None):
    message = {"jsonrpc": "2.0", "id": number, "method": method,
               "params": params or {}}
    if number is None:
        del message["id"]
    return json.dumps(message).encode()


def editors():
    """What is sent about a small pact that is in no file."""
    uri = {"uri": "file:///nowhere/a.pact"}
    text = ("pact \"P\"\nparty RU \"Russia\"\nitem tank\n"
            "zone z = north of 50 N\nlimit 1\n  at most 10 tank of RU in z\n")
    opened = [sent("initialize", number=1),
              sent("textDocument/didOpen",
                   {"textDocument": dict(uri, version=1, text=text)})]
    ends = [sent("shutdown", number=9), sent("exit")]
    about = {"textDocument": uri, "position": {"line": 5, "character": 22}}
    for method in ("hover", "definition", "references", "prepareRename",
                   "rename", "completion", "formatting", "documentSymbol"):
        asked = dict(about, newName="RUS", context={})
        write("lsp", b"\n===\n".join(
            opened + [sent("textDocument/" + method, asked, 2)] + ends))
    change = {"range": {"start": {"line": 2, "character": 0},
                        "end": {"line": 5, "character": 3}}, "text": "x"}
    write("lsp", b"\n===\n".join(opened + [
        sent("textDocument/didChange", {"textDocument": uri,
                                        "contentChanges": [change]}),
        sent("textDocument/didClose", {"textDocument": uri})] + ends))
    write("lsp", b"Content-Length: %d\r\n\r\n%sContent-Length: 7\r\n"
                 b"\r\n[1, 2]" % (len(opened[0]), opened[0]))


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    for kind in ("text", "boundaries", "places", "table", "clock", "lsp"):
        os.makedirs(os.path.join(OUT, kind))
    texts()
    files()
    write("places", read("test/docs/zones.geojson").encode())
    tables()
    clocks()
    editors()
    for kind in ("text", "boundaries", "places", "table", "clock", "lsp"):
        print(kind, len(os.listdir(os.path.join(OUT, kind))), "seeds")


main()
