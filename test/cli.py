"""The command line: what it takes, where it says what, and how it ends."""
import fcntl
import json
import os
import pty
import re
import shutil
import signal
import struct
import subprocess
import tempfile
import termios

PROGRAM = os.path.abspath("build-test/detente")
PACTS = os.path.abspath("pacts")
EXAMPLE = os.path.join(PACTS, "drawdown-2022")
SMALL = os.path.join(PACTS, "small")
DAY = ["--on", "2022-02-23"]
# What each verb that answers is asked, on a pact of the repository.
ASKED = {"check": ["check", SMALL], "status": ["status", SMALL],
         "verify": ["verify", SMALL], "timeline": ["timeline", SMALL],
         "why": ["why", SMALL, "2"],
         "show": ["show", SMALL],
         "due": ["due", SMALL], "test": ["test", SMALL],
         "cover": ["cover", SMALL], "diff": ["diff", SMALL, SMALL],
         "zones": ["zones", SMALL, "--at", "yelnya"]}


def run(*words, stdin=None, env=None, cwd=None):
    return subprocess.run([PROGRAM, *words], input=stdin, capture_output=True,
                          cwd=cwd, env=dict(os.environ, **(env or {})))


def holds(text, *parts):
    text = text.decode("utf-8", "backslashreplace")
    missing = [p for p in parts if p not in text]
    return f"{missing} not in:\n{text}" if missing else None


def ends(r, code, out=(), err=()):
    """What is wrong with how R ended; nothing may stand in the other place."""
    if r.returncode != code:
        return f"exit status {r.returncode}, not {code}:\n{r.stderr[:4000]}"
    if not out and r.stdout:
        return f"on standard output: {r.stdout[:500]}"
    if not err and r.stderr:
        return f"on standard error: {r.stderr[:500]}"
    return holds(r.stdout, *out) or holds(r.stderr, *err)


def same(a, b):
    """Did two runs end alike, with an answer?"""
    if not a.stdout:
        return f"no answer: {a.stderr[:500]}"
    return None if (a.returncode, a.stdout, a.stderr) == \
        (b.returncode, b.stdout, b.stderr) else "another answer"


# ---- usage ----

def verbs():
    text = run("help").stdout.decode()
    return re.findall(r"^  (\w+) +\S", text, re.M)


def usage():
    yield "no word: the list", ends(run(), 0, ["usage: detente VERB"])
    for word in ("--help", "-h"):
        yield word, ends(run(word), 0, ["usage: detente VERB"])
    yield "--version", ends(run("--version"), 0, ["detente 0."])
    yield "unknown verb", ends(run("frob"), 2,
                               err=["no verb 'frob'", "status"])
    yield "a verb misspelt", ends(run("statsu"), 2, err=["status"])
    yield "help of no verb", ends(run("help", "frob"), 2,
                                  err=["no verb 'frob'"])
    for verb in verbs():
        yield f"help {verb}", ends(run("help", verb), 0,
                                   [f"usage: detente {verb}"])
        if verb not in ("help", "lsp"):  # lsp waits for an editor
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


def order():
    """Words and options where a newcomer puts them."""
    on = "--on", "2022-02-21"
    plain = run("status", SMALL, *on)
    yield "an option before the verb", same(run(*on, "status", SMALL), plain)
    yield "an option before the file", same(run("status", *on, SMALL), plain)
    yield "a switch before the verb", same(run("--json", "status", SMALL),
                                           run("status", SMALL, "--json"))
    yield "--on twice: the last one counts", same(
        run("status", "--on", "2022-02-01", SMALL, *on), plain)
    yield "--on twice, the first no day", same(
        run("status", "--on", "x", SMALL, *on), plain)
    yield "-- ends the options", same(run("status", *on, "--", SMALL), plain)
    yield "behind -- all words are files", ends(
        run("status", SMALL, "--", "--on"), 2, err=["cannot open '--on'"])
    yield "the file before the verb", ends(
        run(SMALL, "status"), 2, err=["the verb comes before", "status"])
    yield "options and no verb", ends(run("--json"), 2,
                                      err=["no verb", "status"])
    yield "an unknown option and no verb", ends(
        run("--bogus"), 2, err=["no such option: '--bogus'"])
    yield "a clause for status", ends(run("status", SMALL, "2"), 2,
                                      err=["cannot open '2'"])
    yield "no word at all", ends(run(""), 2, err=["no verb ''"])
    told = run("help", "status")
    for word in ("--help", "-h"):
        yield f"status {word}", same(run("status", word), told)
        yield f"status FILE {word}", same(run("status", SMALL, word), told)
        yield f"{word} status", same(run(word, "status"), told)
    yield "help of two", ends(run("help", "status", "why"), 2,
                              err=["one word too many: 'why'"])
    yield "explain two", ends(run("explain", "F101", "F102"), 2,
                              err=["one word too many: 'F102'"])
    yield "why, a fourth word", ends(
        run("why", SMALL, "2", "RU", "US"), 2,
        err=["one word too many: 'US'"])
    yield "why, two days", ends(
        run("why", SMALL, "2", "2022-02-21", "--on", "2022-02-20"), 2,
        err=["a second day: '2022-02-21'"])
    yield "why, one day twice", same(
        run("why", SMALL, "2", "2022-02-21", *on), run("why", SMALL, "2", *on))
    for day in ("", "today", "21.02.2022", "2022-02-30", "2022-2-21"):
        yield f"--on '{day}'", ends(run("status", SMALL, "--on", day), 2,
                                    err=[f"'{day}' is no day"])


def documented():
    """Help, docs/verbs.md and the man page name the same verbs and options."""
    with open("docs/verbs.md", encoding="utf-8") as f:
        page = f.read()
    with open("man/detente.1", encoding="utf-8") as f:
        man = f.read().replace("\\-", "-")
    for verb in verbs():
        text = run("help", verb).stdout.decode()
        options = re.findall(r"^  (--[\w-]+)", text, re.M)
        says = re.search(rf"^  {verb} +(.*)$", run("help").stdout.decode(),
                         re.M)[1]
        bad = [f"docs/verbs.md lacks {x!r}" for x in
               ["| `lsp`" if verb == "lsp" else f"| `{verb} "] + options +
               [says] if x not in page]
        bad += [f"the man page lacks {x!r}" for x in
                [".BR lsp" if verb == "lsp" else f".BR {verb} "] + options if x not in man]
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
        run("verify", SMALL, "--on", "2022-02-14"), 0, ["No clause is broken"])
    yield "verify --strict", ends(
        run("verify", "--strict", EXAMPLE, "--on", "2022-01-24"), 1, ["F901"])
    yield "verify --strict, all kept", ends(
        run("verify", "--strict", SMALL, "--on", "2022-02-14"), 0,
        ["No clause is broken or undetermined"])
    yield "verify, undetermined", ends(
        run("verify", *(f"test/rulings/visits.{end}"
                        for end in ("pact", "book")), "--on", "2027-03-02"),
        0, ["No clause is"])
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
    yield "an empty file", ends(run("check", empty), 2, err=["E0215"])
    yield "an empty folder", ends(run("status", bare), 2,
                                  err=["no .pact or .book file"])
    for verb, words in (("check", ()), ("verify", ()), ("why", ("1",))):
        yield f"an empty folder for {verb}", ends(
            run(verb, bare, *words), 2, err=["no .pact or .book file", bare])
    yield "fmt of an empty folder", ends(
        run("fmt", bare), 2, err=["no .pact or .book file", bare])
    yield "fmt of a folder that is not there", ends(
        run("fmt", lost), 2, err=["cannot open", "lost.pact"])
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
    yield "nothing on standard input", ends(run("check", "-", stdin=b""), 2,
                                            err=["E0215", "detente new"])
    closed = subprocess.run(["sh", "-c", 'exec "$0" check - <&-', PROGRAM],
                            capture_output=True)
    yield "a closed standard input", ends(closed, 2,
                                          err=["cannot read 'standard input'"])
    if os.getuid():
        shut = os.path.join(folder, "shut.pact")
        shutil.copy(pact, shut)
        os.chmod(shut, 0)
        yield "an unreadable file", ends(
            run("check", shut), 2, err=["cannot open", "Permission denied"])
    yield from names(folder, text)


def names(folder, text):
    """Paths that a shell would need quotes for."""
    plain = run("status", SMALL).stdout
    for name in ("two words", "O'Brien's", 'a "quote"', "-dash", "%s%n",
                 "Österreich", "line\nbreak", b"\xff\xfe latin"):
        inside = os.fsencode(os.path.join(folder, "inside"))
        place = os.path.join(inside, os.fsencode(name))
        os.makedirs(place)
        for small in ("/small.pact", "/small.book"):
            shutil.copy(SMALL + small, place + small.encode())
        given = os.path.join(b".", os.fsencode(name))
        yield f"a folder called {name!r}", (
            None if run("status", given, cwd=inside).stdout == plain
            else "another answer")
        r = run("check", os.path.join(given, b"lost.pact"), cwd=inside)
        yield f"a file lost in {name!r}", (
            None if r.returncode == 2 and b"cannot open" in r.stderr
            and os.fsencode(name).decode(errors="replace") in
            r.stderr.decode() else repr(r))
        r = run("check", given, "--json", cwd=inside)
        paths = [x["path"] for x in json.loads(r.stdout)["inputs"]]
        want = (given + b"/small.pact").decode(errors="replace")
        yield f"JSON of {name!r}", None if want in paths else str(paths)
        shutil.rmtree(inside)
    path = os.path.join(folder, "without-suffix")
    with open(path, "wb") as f:
        f.write(text)
    yield "a pact without .pact", ends(run("check", path), 0, ["well written"])


def contents(folder):
    """Texts as editors leave them, and what is no text at all."""
    with open(SMALL + "/small.pact", "rb") as f:
        pact = f.read()
    with open(SMALL + "/small.book", "rb") as f:
        book = f.read()

    def write(name, text):
        path = os.path.join(folder, name)
        with open(path, "wb") as f:
            f.write(text)
        return path
    plain = run("status", SMALL)
    crlf = [t.replace(b"\n", b"\r\n") for t in (pact, book)]
    bom = b"\xef\xbb\xbf"
    for name, texts in (
            ("CRLF", crlf),
            ("no final newline", [pact.rstrip(), book.rstrip()]),
            ("a byte-order mark", [bom + pact, bom + book]),
            ("CRLF and a mark", [bom + t for t in crlf]),
            ("blank lines at the end", [pact + b"\n\n", book + b" \n\n"]),
            ("tabs", [pact.replace(b"\n  ", b"\n\t"),
                      book.replace(b"\n  ", b"\n\t")])):
        paths = [write(f"t.{end}", text)
                 for end, text in zip(("pact", "book"), texts)]
        yield name, same(run("status", *paths), plain)
    most = 10_000_000
    for name, text, code, out, err in (
            ("a NUL", b'pact "a\0b"\n', 2, (), ["E0102"]),
            ("a NUL far behind", b"#" * 5000 + b"\n" + b'side a\0 "x"\n', 2,
             (), ["E0102"]),
            ("not UTF-8", b'pact "Accord de d\xe9tente"\n', 2, (),
             ["E0101"]),
            ("UTF-16", pact.decode().encode("utf-16"), 2, (), ["E0214"]),
            ("lone CRs", pact.replace(b"\n", b"\r"), 2, (), ["E0102"]),
            ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 2, (),
             ["E0214"]),
            ("a long comment", b'pact "P"\n# ' + b"x " * (most // 2), 0,
             ["well written"], ()),
            ("a long word", b"x" * most, 2, (), ["E0201", "1 error"]),
            ("a long line", b"limit 1\n  " + b"x " * (most // 2), 2, (),
             ["E0301", "1 error"]),
            ("a long quote", b'pact "' + b"x" * most, 2, (), ["E0103"])):
        path = write("odd.pact", text)
        r = run("check", path)
        yield name, ends(r, code, out, err) or (
            None if len(r.stderr) < 5000 else f"{len(r.stderr)} bytes said")
        r = run("check", path, "--json")
        yield f"{name}, as JSON", (
            None if r.returncode == code and not r.stderr and
            json.loads(r.stdout)["schema"] == "check/1" else repr(r)[:2000])
        r = run("fmt", "--check", path)
        yield f"{name}, fmt", (
            None if r.returncode in (0, 1, 2) and
            r.stderr.count(b"error[") <= 100 else repr(r)[:2000])


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
    folded = os.path.join(folder, "folder")
    os.mkdir(folded)
    for name in ("a.pact", "b.book", "c.txt"):
        with open(os.path.join(folded, name), "wb") as f:
            f.write(untidy)
    r = run("fmt", "--check", folded)
    yield "fmt --check of a folder", ends(r, 1, err=["a.pact", "b.book"])
    yield "fmt of a folder", ends(run("fmt", folded), 0)
    left = {n: open(os.path.join(folded, n), "rb").read()
            for n in sorted(os.listdir(folded))}
    yield "fmt writes the pacts and books in it, and no more", (
        None if left == {"a.pact": tidy, "b.book": tidy, "c.txt": untidy}
        else str(left))
    os.remove(path)
    yield "fmt of no file", ends(run("fmt", path), 2, err=["wide.pact"])


# ---- where it runs ----

def surroundings():
    plain = {verb: run(*words) for verb, words in ASKED.items()}
    plain["explain"] = run("explain", "E0101")
    plain["status"] = run("status", EXAMPLE, *DAY)
    for name, env in (
            ("C", {"LC_ALL": "C"}), ("de_DE", {"LC_ALL": "de_DE.UTF-8"}),
            ("tr_TR", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
            ("another clock", {"TZ": "Asia/Tokyo"}),
            ("COLUMNS", {"COLUMNS": "40"}), ("no environment", None)):
        for verb, want in plain.items():
            r = subprocess.run(want.args, capture_output=True,
                               env={} if env is None
                               else dict(os.environ, **env))
            yield f"{verb}, {name}", same(r, want)
    yield "another folder", same(run("status", EXAMPLE, *DAY, cwd="/"),
                                 plain["status"])
    yield "a path from another folder", same(
        run("status", "drawdown-2022", *DAY, cwd=PACTS), plain["status"])
    text = plain["status"].stdout.decode()
    yield "no colour in a pipe", None if "\x1b" not in text else "colours"
    yield "lines of 100 columns", too_long(text, 100)
    yield from pipes()
    why = no_terminal()
    if why:
        yield f"not looked at, for want of a terminal: {why}", None
    for columns in () if why else (80, 40, 20):
        for words in (["status", EXAMPLE, *DAY], ["verify", EXAMPLE, *DAY],
                      ["why", EXAMPLE, "5.1", *DAY], ["status", SMALL],
                      ["timeline", EXAMPLE, *DAY],
                      ["zones", EXAMPLE, "--at", "54.57 N 33.17 E"],
                      ["show", EXAMPLE, *DAY],
                      ["verify", "--strict", SMALL, *DAY],
                      ["why", SMALL, "2"]):
            said = terminal(columns, words)
            yield f"{words[0]}, {columns} columns", (
                too_long(re.sub(r"\x1b\[[0-9;]*m", "", said), columns) or
                (None if "\x1b[" in said else "no colours"))
    if not why:
        yield from colours()
    for verb in ["", *verbs()]:
        yield f"help {verb}: at most 80 columns", too_long(
            run("help", *([verb] if verb else [])).stdout.decode(), 80)


def too_long(text, columns):
    """Lines that could have been parted, and are longer."""
    bad = [x for x in text.replace("\r\n", "\n").split("\n")
           if len(x) > columns and len(x.split()) > 1]
    return f"longer than {columns}: {bad[:5]}" if bad else None


def pipes():
    """Readers that leave, and a standard output that takes nothing."""
    asked = [*ASKED.values(), ["explain", "E0101"], ["help"],
             ["help", "status"], ["--version"], ["status", SMALL, "--json"]]
    for words in asked:
        name = " ".join(os.path.basename(w) for w in words)
        for restore, end in ((True, -signal.SIGPIPE), (False, 2)):
            left, into = os.pipe()
            os.close(left)  # before it is started: it may be quick
            p = subprocess.Popen(
                [PROGRAM, *words], stdout=into,
                stderr=subprocess.PIPE, restore_signals=restore)
            os.close(into)
            said = p.stderr.read()
            p.stderr.close()
            yield f"{name}: a reader that leaves, {end}", (
                said.decode() or
                (None if p.wait() == end else f"it ended with {p.wait()}"))
        for what, where in (("a full disk", ">/dev/full"),
                            ("a closed output", ">&-")):
            r = subprocess.run(["sh", "-c", f'exec "$@" {where}', "sh",
                                PROGRAM, *words], capture_output=True)
            yield f"{name}: {what}", ends(r, 2, err=["cannot write"]) or (
                None if r.stderr.count(b"\n") == 1 else r.stderr.decode())
    r = subprocess.run(["sh", "-c", '"$0" status "$1" | head -n 1', PROGRAM,
                        EXAMPLE], capture_output=True)
    yield "status | head -n 1", ends(r, 0, ["Mutual drawdown"])


def terminal(columns, words, env=None):
    """What a run prints on a terminal of so many columns."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ,
                struct.pack("HHHH", 24, columns, 0, 0))
    rest = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    p = subprocess.Popen([PROGRAM, *words], stdout=follower, stderr=follower,
                         env=dict(rest, **(env or {})))
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
    return out.decode()


def no_terminal():
    """Why there is none to be had here, or None."""
    try:
        for handle in pty.openpty():
            os.close(handle)
    except OSError as e:
        return str(e)
    return None


def colours():
    words = ["status", SMALL, "--on", "2022-02-21"]
    want = terminal(80, words)
    yield "NO_COLOR", (
        None if terminal(80, words, {"NO_COLOR": "1"}) ==
        re.sub(r"\x1b\[[0-9;]*m", "", want) != want else "another text")
    yield "NO_COLOR set to nothing", (
        None if terminal(80, words, {"NO_COLOR": ""}) == want
        else "another text")
    yield "no colour in JSON", (
        None if "\x1b" not in terminal(80, ["status", SMALL, "--json"])
        else "colours")
    yield "colours in a message", (
        None if "\x1b[" in terminal(80, ["status", SMALL + "/small.book"])
        else "no colours")
    yield "messages without colour in a pipe", (
        None if b"\x1b" not in run("status", SMALL + "/small.book").stderr
        else "colours")
    yield "a terminal that does not tell its width", too_long(
        re.sub(r"\x1b\[[0-9;]*m", "", terminal(0, words)), 100)


def answers(folder):
    """What the answers say where a newcomer could be misled."""
    plain = run("why", EXAMPLE, "5.1", "side east", *DAY)
    yield "why, as its headings print it", same(
        run("why", EXAMPLE, "step", "5.1", "side", "east", *DAY), plain)
    yield "why tells who claims that it is done", ends(
        run("why", EXAMPLE, "5.1", "side east", "--on", "2022-02-25"), 0,
        ["claimed to be done (a claim decides nothing)"])
    yield "a stretch begins with the figure of its first day", ends(
        run("why", EXAMPLE, "1.1", *DAY), 0, ["29_800.., at the end"])
    yield "before anything is in force", ends(
        run("verify", SMALL, "--on", "2020-01-01"), 0,
        ["No clause is in force that day"])
    yield "what is undetermined is counted", ends(
        run("verify", EXAMPLE, *DAY), 1, ["undetermined: detente verify "
                                          "--strict lists them"])
    yield "what one basis says stands apart", ends(
        run("verify", EXAMPLE, *DAY), 1, ["What one basis alone says"])
    timeless = os.path.join(folder, "t.pact")
    with open(timeless, "w", encoding="utf-8") as f:
        f.write('party RU "Russia"\nitem tank\nlimit 1\n'
                '  at most 5 tank of RU\n')
    yield "a day that nobody can know", ends(
        run("status", timeless), 2, err=["say of which day, with --on"])
    yield "and one that is said", ends(
        run("status", timeless, "--on", "2022-02-01"), 0, ["undetermined"])
    quotes = os.path.join(folder, "q.pact")
    text = ("pact “A \"B\" «C»”\n  source   «D “e” f»\n"
            "  note \"it’s\"\n").encode()
    with open(quotes, "wb") as f:
        f.write(text)
    r = run("fmt", quotes)
    with open(quotes, encoding="utf-8") as f:
        got = f.read()
    yield "quotes within quotes stay", (
        ends(r, 0) or (None if got == "pact “A \"B\" «C»”\n"
                       "  source \"D “e” f\"\n  note \"it’s\"\n" else got))
    with open(quotes, "wb") as f:
        f.write(text)
    os.chmod(quotes, 0o444)
    r = run("fmt", quotes)
    with open(quotes, "rb") as f:
        kept = f.read() == text
    yield "a file that is read-only stays", (
        ends(r, 2, err=["read-only"]) or (None if kept else "it was written"))
    book = os.path.join(folder, "b.book")
    with open(book, "w", encoding="utf-8") as f:
        f.write('event drill\n2022-02-15   event drill “Red #1” of RU at '
                'yelnya   # ours\nlimit 9\n  no drill of RU\n')
    yield "an entry is shown whole", ends(
        run("verify", SMALL, book), 1,
        ["2022-02-15 event drill “Red #1” of RU at yelnya\n"])


def balances():
    """By hand from docs/judging.md, section 3: 10 and 20 of two units, and
    what is not in a unit may be any unit's."""
    text = """party RU "Russia"
item tank
site s 54 N 33 E
2022-01-01 hold RU/1 at s
  10 tank
2022-01-01 hold RU/2 at s
  20 tank
2022-01-02 balance {} at s
  {} tank
"""
    loose = text.replace("hold RU/2 at s", "raise RU at s")
    for form, of, n, code in [
            (text, "RU/1", 10, 0), (text, "RU/1", 30, 1),
            (text, "RU/2", 10, 1), (text, "RU", 30, 0),
            (text, "RU", 10, 1), (loose, "RU/1", 10, 0),
            (loose, "RU/1", 30, 0), (loose, "RU/1", 31, 1),
            (loose, "RU/1", 9, 1), (loose, "RU", 30, 0)]:
        r = run("status", "-", stdin=form.format(of, n).encode())
        told = b"E0405" in r.stderr
        yield f"balance {of} {n}", None if told == bool(code) else \
            f"{r.stdout[:500]}{r.stderr[:500]}"


def tests():
    yield from usage()
    yield from balances()
    yield from order()
    yield from documented()
    yield from codes()
    with tempfile.TemporaryDirectory() as folder:
        yield from files(folder)
    with tempfile.TemporaryDirectory() as folder:
        yield from contents(folder)
    with tempfile.TemporaryDirectory() as folder:
        yield from formats(folder)
    with tempfile.TemporaryDirectory() as folder:
        yield from answers(folder)
    yield from surroundings()
