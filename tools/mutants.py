#!/usr/bin/env python3
"""How much do the tests see? Small faults are put into the code, one at a time.

    tools/mutants.py [--rooms judge,book,geo] [--count 60] [--seed 1]
                     [--folder DIR] [--after N] [--trust] [--list]

A mutant is one change of one line of src/ROOM/*.c by one of the operators
below, chosen by the seed, as many from each room. It is built in a copy of the
tree outside of it (by default below the folder for temporary files; what is
built there is used again), without sanitizers, and the tests run until one
fails: first the twin, then the examples, then those in C (of geo the other way
round), then all that is left, and last what the fuzz targets have kept, with
sanitizers. The twin is slow, and what it says of a seed hangs on the program's
answers alone: so these are compared with the answers of the tree as it is, and
it is asked of seeds that have others. `survived` are those that no test has
seen. `--trust`: it is known that all tests pass without a mutant. `--after N`:
the first N are known, and left out.

A mutant that does not compile is replaced by the next; so is one that compiles
to the very same object, and one that tools/mutants.txt names, with a reason,
as the same in all that can be seen. Lines there are

    FILE | the line | the line as it is changed | the reason

The last line is the score; the exit code is 1 if fewer than nine of ten were
caught. It takes an hour or so, and is not part of what runs before a change.

Operators: a relation turned round (< and >, == and !=); a boundary moved (<
and <=, > and >=); + and -; && and ||; a number one more; a condition negated;
a statement left out; the smaller and the greater of two swapped.
"""
import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile

TREE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXCLUDED = os.path.join(TREE, "tools", "mutants.txt")
GROUP = 600  # questions of the twin that one run of the program is given


# ---- what can be changed ----

def code_only(text):
    """The text with comments, strings and directives blanked, same length."""
    def blank(m):
        return re.sub(r"[^\n]", " ", m[0])
    text = re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\])*\'',
                  blank, text, flags=re.S)
    return re.sub(r"(?m)^#(?:.*\\\n)*.*$", blank, text)


def swapped(pattern, table, name):
    """Each place of the pattern, in what the table makes of it."""
    def sites(code):
        for m in re.finditer(pattern, code):
            yield name, m.start(1), m.end(1), table[m[1]]
    return sites


def numbers(code):
    for m in re.finditer(r"(?<![\w.\[])(\d+)(?![\w.])", code):
        yield "number", m.start(), m.end(), str(int(m[0]) + 1)


def conditions(code):
    """if (C) and while (C) on one line, to if (!(C))."""
    for m in re.finditer(r"\b(?:if|while) \(", code):
        depth, i = 1, m.end()
        while depth and i < len(code) and code[i] != "\n":
            depth += (code[i] == "(") - (code[i] == ")")
            i += 1
        if not depth:
            yield "negated", m.end(), i - 1, f"!({code[m.end():i - 1]})"


def statements(code):
    """Calls and assignments on a line of their own."""
    for m in re.finditer(r"(?m)^ +((?:[\w.\[\]>*&()-]+ [-+*/|&]?= [^;\n]*|"
                         r"\w+\([^;\n]*\)|[\w.>-]+(?:\+\+|--));)$", code):
        if not m[1].startswith(("return", "assert")):
            yield "left out", m.start(1), m.end(1), ";"


def extremes(code):
    """a < b ? a : b and calls of least, most and the like."""
    for m in re.finditer(r" (<|>|<=|>=) [^?;&|\n]*\?", code):
        turned = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}[m[1]]
        yield "extreme", m.start(1), m.end(1), turned
    for m in re.finditer(r"\b(min|max|fmin|fmax)\(", code):
        yield ("extreme", m.start(1), m.end(1),
               m[1].replace("min", "M").replace("max", "min")
               .replace("M", "max"))


OPERATORS = [
    swapped(r" (<|>|==|!=) ", {"<": ">", ">": "<", "==": "!=", "!=": "=="},
            "relation"),
    swapped(r" (<|<=|>|>=) ", {"<": "<=", "<=": "<", ">": ">=", ">=": ">"},
            "boundary"),
    swapped(r"(?<=[\w)\]]) (\+|-|\+=|-=) ",
            {"+": "-", "-": "+", "+=": "-=", "-=": "+="}, "sum"),
    swapped(r" (&&|\|\|)[ \n]", {"&&": "||", "||": "&&"}, "logic"),
    numbers, conditions, statements, extremes,
]


class Mutant:
    def __init__(self, path, text, operator, start, end, new):
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        self.path, self.operator = path, operator
        self.line = text.count("\n", 0, start) + 1
        self.old = text[first:last].strip()
        self.new = (text[first:start] + new + text[end:last]).strip()
        self.text = text[:start] + new + text[end:]

    def key(self):
        return self.path, self.old, self.new

    def __str__(self):
        return (f"{self.path}:{self.line}: {self.operator}\n"
                f"    - {self.old}\n    + {self.new}")


def mutants_of(path):
    with open(os.path.join(TREE, path), encoding="utf-8") as f:
        text = f.read()
    code = code_only(text)
    return [Mutant(path, text, *site) for op in OPERATORS for site in op(code)]


def chosen(rooms, seed):
    """For each room its mutants in the order in which they are tried."""
    out = {}
    for room in rooms:
        folder = os.path.join(TREE, "src", room)
        all_of = [m for name in sorted(os.listdir(folder))
                  if name.endswith(".c")
                  for m in mutants_of(f"src/{room}/{name}")]
        random.Random(f"{seed} {room}").shuffle(all_of)
        out[room] = all_of
    return out


def excluded():
    out = {}
    if os.path.exists(EXCLUDED):
        with open(EXCLUDED, encoding="utf-8") as f:
            for line in f:
                parts = [p.strip() for p in line.split(" | ")]
                if len(parts) == 4 and not line.startswith("#"):
                    out[tuple(parts[:3])] = parts[3]
    return out


# ---- building and testing ----

def limits(seconds, memory=True):
    """For a mutant that goes on for ever, or takes all the memory."""
    def set_them():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return set_them


class Copy:
    """The tree, copied, and what is built of it."""

    def __init__(self, folder):
        self.folder = folder
        self.build = os.path.join(folder, "build-test")
        names = subprocess.run(["git", "ls-files", "-co",
                                "--exclude-standard"], cwd=TREE, check=True,
                               capture_output=True, text=True).stdout
        self.forget(set(names.split("\n")))
        for name in names.split("\n"):
            source = os.path.join(TREE, name)
            if not name or not os.path.isfile(source):
                continue
            with open(source, "rb") as f:
                self.put(name, f.read(), os.stat(source).st_mode)
        if not os.path.exists(os.path.join(self.build, "build.ninja")):
            self.do(["meson", "setup", "build-test", "-Dtests=true",
                     "-Dbuildtype=plain", "-Dc_args=-O1"])
        if not os.path.lexists(os.path.join(folder, "build")):
            os.symlink("build-test", os.path.join(folder, "build"))
        if self.do(["ninja", "-C", "build-test"]).returncode:
            sys.exit("the tree itself does not build")

    def forget(self, names):
        """Leave out what an earlier copy had, and the tree no longer has."""
        made = ("build", "build-test", "build-sane", "questions")
        for top, folders, files in os.walk(self.folder):
            if top == self.folder:
                folders[:] = [x for x in folders if x not in made]
            for x in files:
                path = os.path.join(top, x)
                if os.path.relpath(path, self.folder) not in names:
                    os.remove(path)

    def put(self, name, data, mode=None):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if os.path.exists(path):
            with open(path, "rb") as f:
                if f.read() == data:
                    return
        with open(path, "wb") as f:
            f.write(data)
        if mode is not None:
            os.chmod(path, mode)

    def do(self, words, seconds=400, memory=True):
        """SECONDS of the processor, for each process of it."""
        try:
            return subprocess.run(words, cwd=self.folder, timeout=3600,
                                  capture_output=True,
                                  preexec_fn=limits(seconds, memory))
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(words, 1, b"too slow", b"")

    def object(self, path):
        name = "libcore.a.p/" + path.replace("/", "_") + ".o"
        r = self.do(["ninja", "-C", "build-test", name])
        if r.returncode:
            return None
        with open(os.path.join(self.build, name), "rb") as f:
            return f.read()

    def twin(self, *words, seconds=40):
        return self.do([sys.executable, "test/twin/twin.py", *words], seconds)

    def learn(self):
        """What the twin asks, as (seed, question), and how the tree as it is
        answers."""
        twin = os.path.join(self.folder, "test", "twin")
        path = os.path.join(self.folder, "questions", "questions")
        newest = max(os.stat(os.path.join(twin, name)).st_mtime
                     for name in os.listdir(twin) if name.endswith(".py"))
        if not os.path.exists(path) or os.stat(path).st_mtime < newest:
            shutil.rmtree(os.path.dirname(path), ignore_errors=True)
            r = self.twin("--ask", "questions", seconds=3600)
            if r.returncode:
                sys.exit("the twin asks nothing: " + r.stderr.decode())
        with open(path, encoding="utf-8") as f:
            pairs = [line.rstrip("\n").split("\t", 1) for line in f]
        self.asked = [pairs[i:i + GROUP] for i in range(0, len(pairs), GROUP)]
        self.good = [self.answers(some) for some in self.asked]

    def answers(self, some, seconds=20):
        text = "".join(question + "\n" for _, question in some)
        r = subprocess.run(["build-test/batch"], cwd=self.folder,
                           input=text.encode(), capture_output=True,
                           preexec_fn=limits(seconds))
        out = r.stdout.split(b"\n")[:len(some)]
        return out + [b"nothing"] * (len(some) - len(out))

    def by_twin(self):
        """The first seed of which the twin says otherwise, as a run."""
        for some, good in zip(self.asked, self.good):
            other = {int(seed) for (seed, _), a, b in
                     zip(some, good, self.answers(some)) if a != b}
            for seed in sorted(other):
                r = self.twin(str(seed))
                if r.returncode:
                    return r
        return self.twin("--by-hand")

    def stages(self, room):
        """(name, what is built for it, how it is run, and how long its
        processes may run: some ten times what they need), quick ones first."""
        run = [sys.executable, "test/run.py", "--first"]
        stages = [
            ("twin", ["batch"], None, 0),
            ("examples", ["detente", "days"],
             run + ["example", "drafts", "rulings", "known", "worked"], 60),
            ("unit", ["unit"], ["build-test/unit"], 120)]
        if room == "geo":
            stages.reverse()
        stages.append(
            ("all the rest", ["all"], run + [
                "cli", "verbs", "messages", "docs", "lint", "schemas", "hints",
                "slips", "large", "kept", "bad", "words"], 200))
        return stages

    def caught(self, room):
        """The stage that sees it, and what it says; None: nothing does."""
        for name, targets, words, seconds in self.stages(room):
            if self.do(["ninja", "-C", "build-test", *targets]).returncode:
                return "linking", ""
            r = self.do(words, seconds) if words else self.by_twin()
            if r.returncode:
                return name, first_failure(r)
        r = self.sanitized()
        return ("sanitizers", first_failure(r)) if r.returncode else None

    def sanitized(self):
        """What the fuzz targets have kept, under the sanitizers; these take
        far more addresses than memory."""
        if not os.path.exists(os.path.join(self.folder, "build-sane")):
            self.do(["meson", "setup", "build-sane", "-Dtests=true",
                     "-Dbuildtype=debugoptimized", "-Db_lundef=false",
                     "-Db_sanitize=address,undefined"])
        if self.do(["ninja", "-C", "build-sane", "replay_text"]).returncode:
            sys.exit("the tree does not build with sanitizers")
        kept = os.path.join("test", "fuzz", "corpus", "text")
        names = sorted(os.listdir(os.path.join(self.folder, kept)))
        return self.do(["build-sane/replay_text",
                        *(os.path.join(kept, name) for name in names)],
                       400, memory=False)


def first_failure(r):
    text = (r.stdout + r.stderr).decode("utf-8", "replace")
    m = re.search(r"(?m)^(?:\[  FAILED  \] (?!.*test)(.+?)|FAILED (.*)|"
                  r"not ok \d+ - (.*)|(seed \d+.*)|(.*Assertion.*)|"
                  r"(SUMMARY: .*|.*runtime error.*))$", text)
    return next(g for g in m.groups() if g)[:90] if m else \
        f"exit {r.returncode}"


def outcome(copy, m, same, known):
    """What became of the mutant; None: it is none. KNOWN: do not test it."""
    with open(os.path.join(copy.folder, m.path), encoding="utf-8") as f:
        good = f.read()
    before = same.get(m.path) or same.setdefault(m.path,
                                                 copy.object(m.path))
    copy.put(m.path, m.text.encode())
    try:
        after = copy.object(m.path)
        if after is None or after == before:
            return None
        return known or copy.caught(m.path.split("/")[1]) or \
            ("survived", "")
    finally:
        copy.put(m.path, good.encode())


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--rooms", default="judge,book,geo")
    a.add_argument("--count", type=int, default=60)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--folder", default=os.path.join(tempfile.gettempdir(),
                                                    "detente-mutants"))
    a.add_argument("--after", type=int, default=0)
    a.add_argument("--trust", action="store_true")
    a.add_argument("--list", action="store_true")
    a = a.parse_args()
    rooms = a.rooms.split(",")
    order, known = chosen(rooms, a.seed), excluded()
    if a.list:
        for room in rooms:
            print(f"{room}: {len(order[room])} places to change")
        return 0
    os.makedirs(a.folder, exist_ok=True)
    copy = Copy(a.folder)
    copy.learn()
    wrong = None if a.trust else copy.caught("judge")
    if wrong:
        sys.exit(f"the tests fail without a mutant: {wrong}")
    same, tried, survived = {}, 0, []
    left = {room: iter(order[room]) for room in rooms}
    while tried < a.count:
        room = rooms[tried % len(rooms)]
        m = next(left[room])
        if m.key() in known:
            print(f"excluded: {m}\n    {known[m.key()]}", flush=True)
            continue
        got = outcome(copy, m, same, tried < a.after)
        if got is None:
            continue
        tried += 1
        if tried <= a.after:
            continue
        print(f"{tried}. {m}\n    {got[0]}" +
              (f": {got[1]}" if got[1] else ""), flush=True)
        if got[0] == "survived":
            survived.append(m)
    for m in survived:
        print(f"survived: {m}")
    tried -= a.after
    caught = tried - len(survived)
    print(f"{caught} of {tried} mutants were caught")
    return 0 if caught * 10 >= tried * 9 else 1


if __name__ == "__main__":
    sys.exit(main())
