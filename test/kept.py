"""What the fuzz targets have kept, once more, under the sanitizers.

test/fuzz/corpus holds what tools/fuzz.sh begins with: small inputs, each of
which reaches something that the others do not.
"""
import os
import re
import subprocess

CORPUS = "test/fuzz/corpus"
MOST = 320_000  # bytes of all of it
GROUP = 25
TARGETS = ("text", "boundaries", "places", "table", "clock", "lsp")


def files(target):
    folder = f"{CORPUS}/{target}"
    return [f"{folder}/{name}" for name in sorted(os.listdir(folder))]


def read(path):
    with open(path, "rb") as f:
        return f.read()


def replayed(target):
    paths = files(target)
    for i in range(0, len(paths), GROUP):
        some = paths[i:i + GROUP]
        r = subprocess.run([f"build-test/replay_{target}", *some],
                           capture_output=True, text=True, errors="replace")
        said = r.stdout.split()
        yield f"{target}: {os.path.basename(some[0])} and {len(some) - 1} more", (
            None if r.returncode == 0 and said == some and
            "runtime error" not in r.stderr
            else f"{said[-1:]}: {r.stderr[-3000:]}")


def words(path, pattern):
    with open(path, encoding="utf-8") as f:
        return sorted(set(re.findall(pattern, f.read())))


def all_kinds():
    """Each directive and each entry is in some input."""
    text = b"\n".join(read(p) for p in files("text"))
    heads = words("src/pact/read.c", r'eat\(c, "([a-z]+)"\)|is\(c, "([a-z]+)"'
                  r'\)|\{ "([a-z-]+)", add_') + \
        words("src/pact/clause.c", r'(?s)words\[\] = \{(.*?)\}')
    heads = set(re.findall(r"[a-z][a-z-]+", " ".join(
        "".join(h) if isinstance(h, tuple) else h for h in heads)))
    heads |= {"party", "formation", "non-party", "monitor"}
    heads -= {"of", "to", "and", "because"}  # words within a line
    acts = words("src/pact/entry.c", r'\{ "(\w+)", ENTRY_')
    lost = [h for h in sorted(heads)
            if not re.search(rb"(?m)^%s\b" % h.encode(), text)]
    lost += [a for a in acts if not re.search(
        rb"(?m)^\d{4}-\d\d-\d\d\S* %s\b" % a.encode(), text)]
    yield f"{len(heads)} directives and {len(acts)} entries", (
        None if not lost and len(heads) > 30 and len(acts) > 25
        else f"not in {CORPUS}/text: {lost}")


def tests():
    size = sum(len(read(p)) for t in TARGETS for p in files(t))
    yield f"the corpus has less than {MOST} bytes", (
        None if 0 < size < MOST else f"{size}")
    yield from all_kinds()
    for target in TARGETS:
        yield from replayed(target)
