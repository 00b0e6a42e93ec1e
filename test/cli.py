"""The command line: what it takes, where it says what, and how it ends."""
import json
import os
import pty
import re
import subprocess
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
PACTS = os.path.abspath("pacts")
EXAMPLE = os.path.join(PACTS, "drawdown-2022")
SMALL = os.path.join(PACTS, "small")
DAY = ["--on", "2022-02-23"]


def run(*words, stdin=None, env=None, cwd=None):
    return subprocess.run([PROGRAM, *words], input=stdin, capture_output=True,
                          cwd=cwd, env=dict(os.environ, **(env or {})))


def holds(text, *parts):
    text = text.decode("utf-8")
    missing = [p for p in parts if p not in text]
    return f"{missing} not in:\n{text}" if missing else None


def ends(r, code, out=(), err=()):
    """What is wrong with how R ended; nothing may stand in the other place."""
    if r.returncode != code:
        return f"exit status {r.returncode}, not {code}:\n{r.stderr.decode()}"
    if not out and r.stdout:
        return f"on standard output: {r.stdout.decode()[:500]}"
    if not err and r.stderr:
        return f"on standard error: {r.stderr.decode()[:500]}"
    return holds(r.stdout, *out) or holds(r.stderr, *err)


# ---- usage ----

def verbs():
    text = run("help").stdout.decode()
    return re.findall(r"^  (\w+) +\S", text, re.M)


def usage():
    yield "no word: the list", ends(run(), 0, ["usage: detente VERB"])
    for word in ("--help", "-h"):
        yield word, ends(run(word), 0, ["usage: detente VERB"])
    yield "--version", ends(run("--version"), 0, ["detente 0."])
    yield "unknown verb", ends(run("frob"), 2, err=["no verb 'frob'", "status"])
    yield "a verb misspelt", ends(run("statsu"), 2, err=["status"])
    yield "help of no verb", ends(run("help", "frob"), 2, err=["no verb 'frob'"])
    for verb in verbs():
        yield f"help {verb}", ends(run("help", verb), 0,
                                   [f"usage: detente {verb}"])
        if verb != "help":
            yield f"{verb} alone", ends(run(verb), 2,
                                        err=[f"usage: detente {verb}"])
            yield f"{verb} --bogus", ends(run(verb, "--bogus", SMALL), 2,
                                          err=["no such option: '--bogus'"])
    yield "--on without a date", ends(run("status", SMALL, "--on"), 2,
                                      err=["a value is missing after"])
    yield "--on no date", ends(run("status", SMALL, "--on", "2022-13-01"), 2,
                               err=["is no day"])
    yield "--on=DATE", ends(run("status", SMALL, "--on=2022-02-21"), 0,
                            ["21 February 2022"])
    yield "an option of another verb", ends(
        run("status", "--strict", SMALL), 2, err=["--strict"])


def documented():
    """Help, docs/verbs.md and the man page name the same verbs and options."""
    with open("docs/verbs.md", encoding="utf-8") as f:
        page = f.read()
    with open("man/detente.1", encoding="utf-8") as f:
        man = f.read().replace("\\-", "-")
    for verb in verbs():
        text = run("help", verb).stdout.decode()
        options = re.findall(r"^  (--\w+)", text, re.M)
        says = re.search(rf"^  {verb} +(.*)$", run("help").stdout.decode(),
                         re.M)[1]
        bad = [f"docs/verbs.md lacks {x!r}" for x in
               [f"| `{verb} " if verb != "help" else "| `help "] + options +
               [says] if x not in page]
        bad += [f"the man page lacks {x!r}" for x in
                [f".BR {verb} "] + options if x not in man]
        row = re.search(rf"^\| `{verb}[ `].*$", page, re.M)
        for option in options:
            line = re.search(rf"^\| `{option}[ `].*$", page, re.M)
            if not line or f"`{verb}`" not in line[0]:
                bad.append(f"docs/verbs.md gives {option} not to {verb}")
        yield f"{verb} is documented", "\n".join(bad) or (
            None if row else "no row")


# ---- exit codes and streams ----

def codes():
    yield "check, clean", ends(run("check", SMALL), 0, ["well written"])
    yield "status never stands out", ends(run("status", EXAMPLE, *DAY), 0,
                                          ["broken"])
    yield "verify, broken", ends(run("verify", EXAMPLE, *DAY), 1, ["F101"])
    yield "verify, kept", ends(
        run("verify", SMALL, "--on", "2022-02-14"), 0, ["Nothing stands out"])
    yield "verify --strict", ends(
        run("verify", "--strict", EXAMPLE, "--on", "2022-01-24"), 1, ["F901"])
    yield "explain", ends(run("explain", "E0104"), 0, ["a comma within"])
    yield "explain, lower case", ends(run("explain", "e0104"), 0, ["E0104"])
    yield "explain nothing", ends(run("explain", "E9999"), 1,
                                  err=["no code 'E9999'"])
    yield "why no clause", ends(run("why", EXAMPLE, "9.9"), 2,
                                err=["no clause `9.9`"])
    yield "why nobody", ends(run("why", EXAMPLE, "5.1", "FR"), 2,
                             err=["is not judged for `FR`", "side east"])
    yield "why, which clause", ends(run("why", EXAMPLE), 2,
                                    err=["which clause"])


def files(folder):
    lost = os.path.join(folder, "lost.pact")
    empty = os.path.join(folder, "empty.pact")
    open(empty, "w").close()
    bare = os.path.join(folder, "bare")
    os.mkdir(bare)
    pact, book = SMALL + "/small.pact", SMALL + "/small.book"
    yield "a missing file", ends(run("status", lost), 2,
                                 err=["cannot open", "lost.pact"])
    yield "a missing file for why", ends(run("why", lost, "1"), 2,
                                         err=["lost.pact"])
    yield "an empty file", ends(run("check", empty), 0, ["well written"])
    yield "an empty folder", ends(run("status", bare), 2,
                                  err=["no .pact or .book file"])
    yield "the book first", (
        None if run("status", book, pact).stdout
        == run("status", pact, book).stdout else "another answer")
    yield "a book alone", ends(run("status", book), 2, err=["E0215"])
    yield "the same file twice", (
        None if run("status", pact, pact, book).stdout
        == run("status", pact, book).stdout else "another answer")
    with open(pact, "rb") as f:
        text = f.read()
    yield "standard input", (
        None if run("status", "-", book, stdin=text).stdout
        == run("status", pact, book).stdout else "another answer")
    yield "why in any order", (
        None if run("why", "2", "2022-02-21", "RU", SMALL).stdout
        == run("why", SMALL, "2", "RU", "--on", "2022-02-21").stdout
        else "another answer")
    yield "nothing on standard input", ends(run("check", "-", stdin=b""), 0,
                                            ["well written"])


def formats(folder):
    path = os.path.join(folder, "wide.pact")
    untidy = b'party  RU   "Russia"\r\nitem tank\t"Tank"\r\n'
    tidy = b'party RU "Russia"\nitem tank "Tank"\n'

    def write(text):
        with open(path, "wb") as f:
            f.write(text)

    def read():
        with open(path, "rb") as f:
            return f.read()
    write(untidy)
    r = run("fmt", "--check", path)
    yield "fmt --check of an untidy file", (
        ends(r, 1, [path]) if r.stdout else ends(r, 1, err=[path])) or (
        None if read() == untidy else "it wrote")
    yield "fmt", ends(run("fmt", path), 0) or (
        None if read() == tidy else repr(read()))
    yield "fmt --check of a tidy one", ends(run("fmt", "--check", path), 0)
    yield "fmt of standard input", (
        None if run("fmt", "-", stdin=untidy).stdout == tidy else "it differs")
    write(b'party RU "Russia\n')
    yield "fmt of a text with errors", ends(run("fmt", path), 2,
                                            err=["E0103"]) or (
        None if read() == b'party RU "Russia\n' else "it wrote")
    os.remove(path)
    yield "fmt of no file", ends(run("fmt", path), 2, err=["wide.pact"])


# ---- where it runs ----

def surroundings():
    plain = run("status", EXAMPLE, *DAY).stdout
    for locale in ("C", "tr_TR.UTF-8", "de_DE.UTF-8"):
        yield f"locale {locale}", (
            None if run("status", EXAMPLE, *DAY, env={"LC_ALL": locale}).stdout
            == plain else "another answer")
    yield "another folder", (
        None if run("status", EXAMPLE, *DAY, cwd="/").stdout == plain
        else "another answer")
    yield "no colour in a pipe", None if b"\x1b" not in plain else "colours"
    yield "lines of 100 columns", (
        None if all(len(x.decode()) <= 100 or b"Boundaries" in x
                    for x in plain.split(b"\n")) else "a longer one")
    p = subprocess.Popen([PROGRAM, "verify", EXAMPLE, *DAY],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    p.stdout.close()
    said = p.stderr.read()
    p.wait()
    yield "a reader that leaves", said.decode() or None
    with open("/dev/full", "w", encoding="utf-8") as full:
        r = subprocess.run([PROGRAM, "status", SMALL], stdout=full,
                           stderr=subprocess.PIPE)
    yield "a full disk", ends(subprocess.CompletedProcess(
        [], r.returncode, b"", r.stderr), 2, err=["cannot write"])
    for columns in (40, 20):
        yield f"a terminal of {columns} columns", terminal(columns)


def terminal(columns):
    """Run on a terminal of so many columns: it folds, and has colours."""
    import fcntl
    import struct
    import termios
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ,
                struct.pack("HHHH", 24, columns, 0, 0))
    p = subprocess.Popen([PROGRAM, "status", SMALL, "--on", "2022-02-21"],
                         stdout=follower, stderr=subprocess.PIPE,
                         env={k: v for k, v in os.environ.items()
                              if k != "NO_COLOR"})
    os.close(follower)
    out = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
    os.close(leader)
    p.wait()
    p.stderr.close()
    text = re.sub(r"\x1b\[[0-9;]*m", "", out.decode())
    if "\x1b[" not in out.decode():
        return "no colours"
    long = [x for x in text.split("\r\n")
            if len(x) > columns and len(x.split()) > 1
            and max(map(len, x.split())) + 20 < columns]
    return f"too long: {long}" if long else None


# ---- JSON ----

def documents():
    import jsonschema
    asked = {"check": ["check", EXAMPLE],
             "status": ["status", EXAMPLE, *DAY],
             "verify": ["verify", EXAMPLE, *DAY, "--strict"],
             "why": ["why", EXAMPLE, "5.1", *DAY],
             "explain": ["explain", "F101"]}
    for name, words in asked.items():
        with open(f"docs/schema/{name}.json", encoding="utf-8") as f:
            schema = json.load(f)
        jsonschema.Draft7Validator.check_schema(schema)
        doc = json.loads(run(*words, "--json").stdout)
        wrong = [f"{'/'.join(map(str, e.path))}: {e.message}" for e in
                 jsonschema.Draft7Validator(schema).iter_errors(doc)]
        yield f"{name} --json fits its schema", "\n".join(wrong[:5]) or None
    bad = run("check", "-", "--json", stdin=b"limit 1\n  at most 3 tnk\n")
    errors = json.loads(bad.stdout)["errors"]
    yield "check --json of a faulty text", (
        None if bad.returncode == 2 and errors and not bad.stderr
        else f"{bad.returncode} {errors} {bad.stderr}")


def tests():
    yield from usage()
    yield from documented()
    yield from codes()
    with tempfile.TemporaryDirectory() as folder:
        yield from files(folder)
    with tempfile.TemporaryDirectory() as folder:
        yield from formats(folder)
    yield from surroundings()
    yield from documents()
