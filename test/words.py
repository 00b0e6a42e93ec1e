"""Every word counts: deleting any one gives an error or another meaning.

    python3 test/words.py --list    what becomes of each word of the example

build-test/meaning deletes one word after the other (outside quotes, `>` lines
and comments; signs are words, too) and compares all that is resolved. A word
that could go without changing anything would be a word that nobody needs to
write, and that a reader might take for something. What is not judged yet is
kept, and shown, as it is written; there each word is part of the meaning.

That the comparison sees differences, and only those, is tested as well: other
layouts of a text mean the same, and each deletion that is an error is one for
`check`.
"""
import collections
import os
import re
import subprocess
import sys
import tempfile

MEANING = os.path.abspath("build-test/meaning")
PROGRAM = os.path.abspath("build-test/detente")
PACTS = ("pacts/small", "pacts/drawdown-2022")
EVERY = 150  # so many words apart `check` is asked itself

Word = collections.namedtuple("Word", "end file line column word")


def files(folder):
    names = sorted(os.listdir(folder), key=lambda n: (n[-5:] != ".pact", n))
    return [f"{folder}/{n}" for n in names if n.endswith((".pact", ".book"))]


def deleted(paths):
    """What becomes of each word."""
    r = subprocess.run([MEANING, "--words", *paths], capture_output=True,
                       text=True, encoding="utf-8")
    if r.returncode:
        raise RuntimeError(f"meaning ended with {r.returncode}\n{r.stderr}")
    lines = [line.split("\t") for line in r.stdout.splitlines()]
    return [Word(end, file, int(line), int(column), word)
            for end, file, line, column, word in lines]


def meaning(paths, cwd=None):
    r = subprocess.run([MEANING, *paths], capture_output=True, cwd=cwd)
    return r.stdout if r.returncode == 0 else None


def words_of(path):
    """(line, column, word) of a file, by another reader than the program's:
    plain quotes, blanks and signs will do for the example."""
    with open(path, encoding="utf-8") as f:
        text = f.read()
    for n, line in enumerate(text.split("\n"), 1):
        if line.startswith(">"):
            continue
        line = re.sub(r'"[^"]*"', lambda m: '"' * len(m[0]), line)
        line = re.sub(r"(^|(?<=\s))#.*", "", line)
        for m in re.finditer(r'[<>]=|[,+&=<>]|[^\s",+&=<>]+', line):
            word, at = m[0], m.start() + 1
            while len(word) > 1 and word.endswith(":"):
                word = word[:-1]
            yield n, at, word
            for k in range(len(word), len(m[0])):
                yield n, at + k, ":"


def all_are_there(paths, words):
    for path in paths:
        got = [w[2:] for w in words if w.file == path]
        want = list(words_of(path))
        odd = [(g, w) for g, w in zip(got, want) if g != w][:3]
        yield f"each word of {path} was deleted", (
            None if got == want and got else f"{len(got)} words, not "
            f"{len(want)}; the first that differ: {odd}")


def none_is_idle(folder, words):
    errors = sum(w.end not in ("same", "other") for w in words)
    others = sum(w.end == "other" for w in words)
    idle = [w for w in words if w.end == "same"]
    yield (f"{folder}: of {len(words)} words {errors} give an error, {others} "
           "another meaning", None if not idle and errors else
           "could go:\n" + "\n".join(f"{w.file}:{w.line}:{w.column}: {w.word}"
                                     for w in idle))


def as_check_says(paths, words):
    """`check` of some texts without a word: 2 for an error, else 0."""
    for w in words[EVERY // 2::EVERY]:
        with tempfile.TemporaryDirectory() as folder:
            copies = []
            for path in paths:
                with open(path, encoding="utf-8") as f:
                    lines = f.read().split("\n")
                if path == w.file:
                    line = lines[w.line - 1]
                    rest = line[w.column - 1 + len(w.word):]
                    lines[w.line - 1] = line[:w.column - 1] + rest
                copies.append(os.path.join(folder, os.path.basename(path)))
                with open(copies[-1], "w", encoding="utf-8") as f:
                    f.write("\n".join(lines))
            r = subprocess.run([PROGRAM, "check", *copies],
                               capture_output=True, text=True)
        error = w.end not in ("same", "other")
        # of a text that means something else, the books may not add up
        good = r.returncode == 2 and f"error[{w.end}]" in r.stderr if error \
            else r.returncode == 0 or "error[E04" in r.stderr
        yield f"check without {w.file}:{w.line}:{w.column} {w.word}", (
            None if good else f"{w.end}, exit {r.returncode}\n"
            f"{r.stderr[:1000]}")


def same_text(paths):
    """Layouts that mean the same, and one figure that does not."""
    want = meaning(paths)
    for name, change in (
            ("CRLF", lambda t: t.replace("\n", "\r\n")),
            ("other blanks", lambda t: re.sub(r"(?m)^  (?=\S)", "\t   ", t)),
            ("no comments", lambda t: re.sub(r"(?m)^#.*\n|  # .*$", "", t)),
            ("blank lines", lambda t: t.replace("\nlimit", "\n\n\nlimit")),
            ("other digits", lambda t: t.replace("00_000 troops of side",
                                                 "00000 troops of side")),
            ("one figure", lambda t: t.replace("_000", "_001", 1))):
        with tempfile.TemporaryDirectory() as folder:
            for path in paths:
                with open(path, encoding="utf-8") as f:
                    text = change(f.read())
                with open(os.path.join(folder, os.path.basename(path)), "w",
                          encoding="utf-8", newline="") as f:
                    f.write(text)
            got = meaning([os.path.basename(p) for p in paths], folder)
        same = name != "one figure"
        yield f"{name}: {'the same' if same else 'another'} meaning", (
            None if want and got and (got == want) == same else
            "another meaning" if got else "not read")


def tests():
    for folder in PACTS:
        paths = files(folder)
        words = deleted(paths)
        yield from all_are_there(paths, words)
        yield from none_is_idle(folder, words)
        yield from as_check_says(paths, words)
        yield from same_text(paths)


def listed():
    for folder in PACTS:
        words = deleted(files(folder))
        for title, some in (
                ("an error", [w for w in words
                              if w.end not in ("same", "other")]),
                ("another meaning", [w for w in words if w.end == "other"]),
                ("nothing changes", [w for w in words if w.end == "same"])):
            print(f"{folder}: {title}: {len(some)}")
            for w in some:
                print(f"  {w.end}\t{w.file}:{w.line}:{w.column}\t{w.word}")


if __name__ == "__main__":
    if sys.argv[1:] != ["--list"]:
        sys.exit(__doc__)
    listed()
