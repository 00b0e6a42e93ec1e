"""The examples in the documents: each fenced block does what its page says.

What stands behind the ``` tells what is done with the block:

    pact            `check` accepts it; warnings may be said
    pact in A B     ... below test/docs/A.pact and test/docs/B.pact
    pact as FILE    ... and the page's commands find it under that name; if the
                    repository has such a file, both hold the same text
    pact with FILE  ... beside test/docs/FILE
    book            a book of the last pact on the page, or of `in A B`, then
                    below test/docs/A.book, too, if there is one; or `as FILE`
    file FILE       the page's commands find it under that name
    overlay as FILE the page's commands find it under that name
    wrong CODE      `check` says exactly that code; perhaps with `in A B`
    console         lines `$ detente ...`, each with what it prints; a line
                    `...` alone stands for any lines
    reserved        the words of the language that cannot be names

Other blocks are left alone. Commands run as if in the repository's root: in a
folder that has all that is there, and a copy of pacts/, since `fmt` writes.
"""
import glob
import os
import re
import shutil
import subprocess
import tempfile

ROOT = os.getcwd()
PARTS = "test/docs/"
FENCE = re.compile(r" {0,3}```+ *(.*?) *$")
HEADS = ("pact book include side party formation non-party monitor date "
         "number item status event zone site unit article limit exception "
         "notice quota inform stay step consent inspection access evidence "
         "remedy equivalence uncoded").split()
LOOKS = re.compile(r"(?: {4}|\t)\s*(?:(?:%s) \S|\d{4}-\d\d-\d\d)"
                   % "|".join(HEADS))
ENV = {k: v for k, v in os.environ.items() if k != "COLUMNS"}
ENV.update(NO_COLOR="1", PATH=ROOT + "/build-test:" + ENV["PATH"])


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def blocks(text):
    """(line, words of the info string, text) of each fenced block."""
    opened = None
    for n, line in enumerate(text.splitlines(), 1):
        fence = FENCE.match(line)
        if fence and opened is None:
            opened = n, fence.group(1).split(), []
        elif fence and not fence.group(1):
            yield opened[0], opened[1], "".join(opened[2])
            opened = None
        elif opened:
            opened[2].append(line + "\n")
    if opened:
        yield opened[0], ["unclosed"], ""


def indented(text):
    """Lines outside of fences that look like a pact or a book."""
    inside = False
    for n, line in enumerate(text.splitlines(), 1):
        inside ^= bool(FENCE.match(line))
        if not inside and LOOKS.match(line):
            yield f"line {n}: {line}"


def run(command, folder, shell=False):
    return subprocess.run(command, cwd=folder, env=ENV, shell=shell, text=True,
                          encoding="utf-8", stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                          timeout=300)


def parts(names, kind):
    paths = [f"{PARTS}{name}.{kind}" for name in names]
    return "".join(read(path) for path in paths if os.path.exists(path))


class Page:
    """A page's folder, and the last pact that stands on the page."""

    def __init__(self, folder):
        self.folder, self.pact = folder, None
        for name in os.listdir(ROOT):
            if name == "pacts":
                shutil.copytree(name, os.path.join(folder, name))
            elif name[0] != ".":
                os.symlink(os.path.join(ROOT, name),
                           os.path.join(folder, name))

    def check(self, *files):
        r = run(["detente", "check", *files], self.folder)
        return (r.returncode, r.stdout,
                re.findall(r"^(?:error|warning)\[(\w+)\]", r.stdout, re.M))

    def file(self, words, kind, text):
        """Where the block is written, and what is wrong with that."""
        if words[1:2] != ["as"]:
            name = ("block." if words[1:] else "page.") + kind
            write(os.path.join(self.folder, name), text)
            return name, None
        name, wrong = words[2], None
        path = os.path.join(self.folder, name)
        if os.path.exists(path) and read(path) != text:
            wrong = f"{name} holds another text"
        elif not os.path.exists(path):
            write(path, text)
        return name, wrong

    def accepted(self, words, text):
        kind = words[0]
        for name in words[2:] if words[1:2] == ["with"] else []:
            shutil.copy(PARTS + name, self.folder)
        below = words[2:] if words[1:2] == ["in"] else []
        missing = [n for n in below if not parts([n], "pact") and
                   not parts([n], "book")]
        if missing:
            return f"no {PARTS}{missing[0]}.pact"
        name, wrong = self.file(words, kind, parts(below, kind) + text)
        if wrong:
            return wrong
        files = [name]
        if kind == "pact":
            self.pact = name if not below else self.pact
        elif below:
            write(os.path.join(self.folder, "below.pact"),
                  parts(below, "pact"))
            files = ["below.pact", name]
        elif self.pact:
            files = [self.pact, name]
        code, said, codes = self.check(*files)
        return None if code == 0 and not any(
            c[0] == "E" for c in codes) else f"exit status {code}\n{said}"

    def wrong(self, words, text):
        below = words[3:] if words[2:3] == ["in"] else []
        write(os.path.join(self.folder, "block.pact"),
              parts(below, "pact") + text)
        _, said, codes = self.check("block.pact")
        return None if codes == words[1:2] else said

    def console(self, text):
        commands = re.split(r"^\$ ", text, flags=re.M)
        if commands[0]:
            return "it does not begin with a command"
        for command in commands[1:]:
            line, _, want = command.partition("\n")
            if not line.startswith("detente "):
                return f"not run: {line}"
            r = run(line, self.folder, shell=True)
            like = "".join(r"(?:.*\n)*?" if w == "..." else
                           re.escape(w) + r"\n" for w in want.splitlines())
            if r.returncode not in (0, 1, 2) or \
               not re.fullmatch(like, r.stdout):
                return (f"$ {line}\n{r.stdout}--- exit status {r.returncode}, "
                        f"and the page says\n{want}")
        return None


def reserved(text):
    source = read("src/pact/names.c")
    table = source[source.index("words[] = {"):source.index("};")]
    words = set(re.findall(r'"(\w+)"', table))
    return None if words == set(text.split()) else \
        f"only there or only here: {sorted(words ^ set(text.split()))}"


def page_tests(path, folder):
    page, text = Page(folder), read(path)
    for line, words, block in blocks(text):
        name = f"{path}:{line} {' '.join(words)}"
        kind = words[0] if words else ""
        if kind in ("pact", "book"):
            yield name, page.accepted(words, block)
        elif kind == "overlay":
            yield name, page.file(words, kind, block)[1]
        elif kind == "file":
            yield name, page.file(["file", "as", words[1]], kind, block)[1]
        elif kind == "wrong":
            yield name, page.wrong(words, block)
        elif kind == "console":
            yield name, page.console(block)
        elif kind == "reserved":
            yield name, reserved(block)
        elif kind == "unclosed":
            yield name, "the block is not closed"
    if path == "docs/language.md":
        bad = list(indented(text))
        yield f"{path}: no pact without a fence", "\n".join(bad) or None


def manual(path, folder):
    """The commands under EXAMPLES; my.pact is the reader's own."""
    Page(folder)
    shutil.copy("pacts/small/small.pact", os.path.join(folder, "my.pact"))
    text = read(path).partition(".SH EXAMPLES\n")[2].partition(".SH ")[0]
    for line in text.replace("\\-", "-").splitlines():
        if line.startswith("detente "):
            r = run(line, folder, shell=True)
            yield f"{path}: {line}", (
                None if r.returncode in (0, 1) else r.stdout)


def tests():
    pages = ["README.md", "man/detente.1"] + sorted(
        glob.glob("docs/*.md") + glob.glob("pacts/*/README.md"))
    for path in filter(os.path.exists, pages):
        with tempfile.TemporaryDirectory() as folder:
            one = manual if path.endswith(".1") else page_tests
            yield from one(path, folder)
