"""The pages keep up with the code: picture, codes, links, lists, versions."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
PICTURE = "docs/drawdown-2022.svg"
# Words that stand for any name in a path that a page tells: src/judge/KIND.c
ANY = re.compile(r"[A-Z]{3,}(?!\w*\.md)|[*<>]|\.\.\.")


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def pages():
    return ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] + sorted(
        glob.glob("docs/*.md") + glob.glob("pacts/*/README.md"))


def words(*paths):
    """`wrong` if PATHS are not as they should be, as a failure."""
    return "\n".join(paths) or None


# ---- the picture ----

def picture():
    r = subprocess.run([sys.executable, "tools/picture.py", PROGRAM],
                       capture_output=True)
    if r.returncode:
        return r.stderr.decode(errors="replace")[-4000:]
    with open(PICTURE, "rb") as f:
        if f.read() == r.stdout:
            return None
    with tempfile.NamedTemporaryFile(suffix=".svg", delete=False) as new:
        new.write(r.stdout)
    diff = subprocess.run(["diff", PICTURE, new.name], capture_output=True)
    return (f"tools/picture.py draws another one, {new.name}:\n"
            f"{diff.stdout.decode()[:2000]}")


# ---- codes ----

def defined():
    """code -> title, as the sources define them."""
    found = {}
    for path, head in (("src/diag/kinds.def", "KIND"),
                       ("src/show/findings.def", "FINDING")):
        for code, title in re.findall(
                rf'^{head}\(\w+,\s*"(\w+)",(?:\s*(?:error|warning),)?\s*'
                rf'"((?:[^"\\]|\\.)*)"', read(path), re.M):
            found.setdefault(code, []).append(title.replace('\\"', '"'))
    return found


def rows():
    """[(code, title, text)] of the tables of docs/findings.md."""
    found = []
    for line in read("docs/findings.md").splitlines():
        cells = [c.strip() for c in line.strip("|").split("|")]
        code = re.fullmatch(r"`([A-Z]\d+)`", cells[0])
        if line.startswith("|") and code:
            found.append((code[1], cells[1],
                          cells[2] if len(cells) > 2 else None))
    return found


def plain(text):
    return " ".join(text.replace("`", "").split())


def codes():
    known, listed = defined(), rows()
    names = [code for code, _, _ in listed]
    for path, head in (("src/diag/kinds.def", "KIND"),
                       ("src/show/findings.def", "FINDING")):
        n = len(re.findall(rf"^{head}\(", read(path), re.M))
        seen = sum(1 for c in known if (c[0] == "F") == (head == "FINDING"))
        yield f"{path}: each has a code of its own", (
            None if n == seen else f"{n} definitions, {seen} codes")
    yield "docs/findings.md lists each code once", words(*sorted(
        {c for c in names if names.count(c) > 1}))
    for first, last in (("F", "F"), ("E", "E"), ("L", "W")):
        some = [c for c in names if first <= c[0] <= last]
        yield f"docs/findings.md: {first} in order", (
            None if some == sorted(some) else str(some))
    told = {code: (title, text) for code, title, text in listed}
    for code in sorted(set(known) | set(told)):
        yield code, one_code(code, known.get(code), told.get(code))


def one_code(code, titles, row):
    if not titles:
        return "docs/findings.md has it, and no source defines it"
    if not row:
        return "docs/findings.md lacks it"
    r = subprocess.run([PROGRAM, "explain", code], capture_output=True,
                       text=True, errors="replace")
    head, _, rest = r.stdout.partition("\n")
    if r.returncode or head != f"{code}  {titles[0]}":
        return f"explain begins with {head!r}, not with {titles[0]!r}"
    page = [plain(p) for p in rest.strip().split("\n\n")]
    if len(page[0]) < 30:
        return f"explain tells only {rest!r}"
    if plain(row[0]) != plain(titles[0]):
        return f"docs/findings.md calls it {row[0]!r}, not {titles[0]!r}"
    if row[1] is not None and plain(row[1]) != page[0]:
        return (f"docs/findings.md says\n{plain(row[1])}\n"
                f"and explain\n{page[0]}")
    return None


# ---- links ----

def prose(path):
    """(line, text) outside of fenced blocks."""
    fence = False
    for n, line in enumerate(read(path).splitlines(), 1):
        if re.match(r" {0,3}```", line):
            fence = not fence
        elif not fence:
            yield n, line


def headings(path):
    """The anchors of a page, as forges make them of its headings."""
    found = []
    for _, line in prose(path):
        m = re.match(r"#{1,6} +(.*?)[ #]*$", line)
        if m:
            text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", m[1]).lower()
            anchor = re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
            n = sum(1 for a in found
                    if re.fullmatch(re.escape(anchor) + r"(-\d+)?", a))
            found.append(f"{anchor}-{n}" if anchor in found else anchor)
    return found


def dead(path, target):
    """What is wrong with a link of the page PATH, or None."""
    if re.match(r"[a-z]+:|//", target):
        return None
    name, _, anchor = target.partition("#")
    to = os.path.normpath(os.path.join(os.path.dirname(path), name)) \
        if name else path
    if to.startswith("..") or not os.path.exists(to):
        return "there is no such file"
    if anchor and anchor not in (headings(to) if to.endswith(".md") else ()):
        return "there is no such heading"
    return None


def links(path):
    # a link may be broken between two lines
    text = "\n".join(re.sub(r"`[^`]*`", "``", line)
                     for _, line in prose(path))
    targets = re.findall(r"\[[^]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)", text)
    targets += re.findall(r"^\[[^]]+\]:\s*(\S+)", text, re.M)
    return [f"{t}: {dead(path, t)}" for t in targets if dead(path, t)]


def told_files(path):
    """Paths in code spans that lead nowhere."""
    for n, line in prose(path):
        for span in re.findall(r"`([^`]+)`", line):
            m = re.fullmatch(r"(?:src|test|tools|docs|man|\.ci)/[\w./*<>-]*",
                             span)
            if m and not ANY.search(span.replace("README", "")) \
                    and not os.path.exists(span):
                yield f"line {n}: {span}"


def sections():
    """'docs/judging.md, section 9': there is a section 9."""
    for path in sorted(pages() + glob.glob("src/**/*.[ch]", recursive=True) +
                       glob.glob("docs/schema/*.json")):
        text = re.sub(r"\s+(\* )?", " ", read(path))
        for name, n in re.findall(
                r"(\w+\.md)(?:\]\([^)]*\))?,? sections? (\d+)", text):
            if not re.search(rf"^## {n}\. ", read(f"docs/{name}"), re.M):
                yield f"{path}: {name} has no section {n}"


def checkers():
    """The checks above do find what is wrong."""
    page = "docs/judging.md"
    for target in ("nowhere.md", "verbs.md#nowhere", "#nowhere", "../../etc",
                   "../README.md#nowhere", "drawdown-2022.svg#x"):
        yield f"refused: {target}", None if dead(page, target) else "let by"
    for target in ("verbs.md", "verbs.md#json", "#9-the-json-envelope",
                   "../README.md#two-commands", "https://nowhere.example/",
                   "schema/"):
        yield f"accepted: {target}", dead(page, target)


# ---- lists of files ----

def sources(*ends):
    return sorted(path for top in ("src", "test")
                  for path in glob.glob(f"{top}/**/*", recursive=True)
                  if path.endswith(ends))


def orphan(path, build):
    """Is this C file in no list of meson.build?"""
    folder, name = os.path.split(path)
    stem = name[:-len(".c")]
    return not (
        f"'{path}'" in build or
        (folder == "test" and "'test' / tool + '.c'" in build and
         re.search(rf"foreach tool : \[[^]]*'{stem}'", build)) or
        (folder == "test/fuzz" and "'test/fuzz/fuzz_' + file" in build and
         f": '{stem.removeprefix('fuzz_')}'" in build))


def lists():
    build = read("meson.build")
    yield "meson.build lists every C file", words(
        *(p for p in sources(".c") if orphan(p, build)))
    yield "refused: a C file that is not listed", (
        None if orphan("src/base/other.c", build) and
        orphan("test/other.c", build) and
        orphan("test/fuzz/fuzz_other.c", build) else "let by")
    yield "meson.build lists no file twice", words(*(
        p for p in sources(".c") if build.count(f"'{p}'") > 1 and
        p != "test/os_fake.c"))
    included = set()
    for path in sources(".c", ".h", ".def"):
        folder = os.path.dirname(path).partition("/")[2]
        for name in re.findall(r'^#include "([^"]+)"', read(path), re.M):
            included.update((name, os.path.join(folder, name)))
    yield "every header is included somewhere", words(*(
        p for p in sources(".h", ".def")
        if p.split("/", 1)[1] not in included))
    runs = read("test/run.py")
    python = {p: read(p) for p in sources(".py")}
    called = set(re.findall(r'"(?:\w+\.)*(\w+)"',
                            runs[runs.index("SUITES"):]))
    for text in python.values():
        for line in re.findall(r"^\s*(?:from|import) .*", text, re.M):
            called.update(re.findall(r"\w+", line))
    for path in ["setup", *glob.glob("tools/*")]:
        if os.path.isfile(path):
            called.update(re.findall(r"test/(?:\w+/)*(\w+)\.py", read(path)))
    yield "every Python file is a suite, imported, or run", words(*(
        p for p in python if os.path.basename(p)[:-3] not in called))
    yield "every suite that is here is run", words(*(
        p for p, text in python.items() if p.count("/") == 1 and
        re.search(r"^def tests\(\)", text, re.M) and
        f'"{os.path.basename(p)[:-3]}"' not in runs))


# ---- versions, and the man page ----

def versions():
    version = re.search(r"version: '([\d.]+)'", read("meson.build"))[1]
    yield "CHANGELOG.md begins with the version", (
        None if re.findall(r"^## (\S+)", read("CHANGELOG.md"),
                           re.M)[:1] == [version] else version)
    yield "the man page names the version", (
        None if f'"detente {version}"' in read("man/detente.1") else version)
    r = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True)
    yield "--version", None if r.stdout == f"detente {version}\n" else r.stdout


def manual():
    page = "man/detente.1"
    if not shutil.which("groff"):
        yield f"{page}: not looked at, since groff is not there", None
        return

    def said(text):
        r = subprocess.run(["groff", "-Tutf8", "-man", "-ww", "-z"],
                           input=text, capture_output=True)
        return r.stderr.decode(errors="replace") or \
            (f"exit status {r.returncode}" if r.returncode else None)
    with open(page, "rb") as f:
        text = f.read()
    yield f"{page}: groff has nothing to say", said(text)
    yield "refused: a macro that is not there", (
        None if said(text + b".XY nothing\n") else "let by")


def tests():
    yield PICTURE, picture()
    yield from codes()
    for path in pages():
        yield f"{path}: links", words(*links(path))
        yield f"{path}: files that it names", words(*told_files(path))
    yield "sections that are referred to", words(*sections())
    yield from checkers()
    yield from lists()
    yield from versions()
    yield from manual()
