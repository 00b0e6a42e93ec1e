"""Bad input: a message with its place and a mend, exit 2, nothing written.

Each case is a text in which § stands before what is wrong: the message must
have the code, point at that line and column, and offer a mend; `check` ends
with 2, `fmt` leaves the files, and a sanitizer has nothing to say. What the
machine refuses (files, disks) and what is too much (lines, errors, includes)
comes after it, with bounds on memory that hold for the release build.
"""
import json
import os
import re
import resource
import socket
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
RELEASE = os.path.abspath("build/detente")
PACT = """pact "P"
  in force from 2022-01-24
side west "West"
side east "East"
party US "United States" on west
party RU "Russia" on east
monitor OSCE "Monitors"
item tank "Battle tank"
item troops
item launcher range 500 km
status storage: active, stored
event exercise
zone pl = country PL
site s0 52 N 20 E
site s1 60 N 60 E
limit 1
  at most 100 tank of RU in pl
step 2
  RU withdraws 3 tank from pl
  by 2022-06-01
"""
HOLD = "2022-01-24 hold RU at s0\n  50 tank\n"
MOST = str(2**127 - 1)   # the greatest whole number that is kept
OVER = str(2**127)

# (name, what stands in the pact, code)
IN_PACT = [
    # names that nobody declared
    ("an item", "limit 9\n  at most 1 §tnak of RU", "E0203"),
    ("a party", "limit 9\n  at most 1 tank of §RUS", "E0203"),
    ("a side", "limit 9\n  at most 1 tank of side §north", "E0203"),
    ("a side of a party", 'party PL "Poland" on §north', "E0203"),
    ("a territory", 'party PL "Poland" on west, territory §poland', "E0203"),
    ("a director", 'formation DNR "D" on east, directed by §R', "E0203"),
    ("a zone", "limit 9\n  at most 1 tank of RU in §pole", "E0203"),
    ("a zone in a zone", "zone near = within 9 km of §pole", "E0203"),
    ("a status", "limit 9\n  at most 1 tank of RU that are §activ", "E0203"),
    ("an attribute", "limit 9\n  at most 1 launcher with §reach >= 3 km of RU",
     "E0203"),
    ("a party of a unit", 'unit §UK/1 "One"', "E0203"),
    ("a home", 'unit RU/1 "One" home §s9', "E0203"),
    ("an event", "notice 9\n  any §exercse of RU\n  2 days before it starts",
     "E0203"),
    ("a number", "number za = §zb + 1", "E0203"),
    ("a date", "date za = 2 days after §zb", "E0203"),
    ("a country", "zone za = country §XQ", "E0212"),
    ("an area", 'zone za = area §"Atlantis"', "E0212"),
    ("a clause", "step 9\n  RU withdraws 3 tank from pl\n"
     "  within 3 days after step §8 is done", "E0208"),
    ("a clause that is no step", "step 9\n  RU withdraws 3 tank from pl\n"
     "  within 3 days after step §1 is done", "E0208"),
    ("a verifier", "step 9\n  RU withdraws 3 tank from pl\n"
     "  by 2022-07-01\n  verified by §UN", "E0203"),
    ("a directive", "§ban 9\n  no tank of RU", "E0201"),
    # dates that contradict each other, or no calendar has
    ("no such day", "date za = §2022-02-30", "E0106"),
    ("29 February of a common year", "date za = §1900-02-29", "E0106"),
    ("hour 25", "date za = §2022-02-20T25:00Z", "E0106"),
    ("month 13", "date za = §2022-13-01", "E0106"),
    ("a clause that ends before it begins",
     "limit 9\n  at most 1 tank of RU\n  from 2022-03-01\n"
     "  §until 2022-02-28", "E0304"),
    ("and on one line", "limit 9\n  at most 1 tank of RU\n"
     "  from 2022-03-01, §until 2022-02-28", "E0304"),
    ("an article that ends before it begins", 'article 9 "A"\n'
     "  from 2022-03-01\n  §until 2022-02-28", "E0304"),
    ("a clause that begins when its article is over", 'article 9 "A"\n'
     "  until 2022-02-28\nlimit §9\n  at most 1 tank of RU\n"
     "  from 2022-03-01", "E0304"),
    ("a clause that ends before its article begins", 'article 9 "A"\n'
     "  from 2022-03-01\nlimit 9\n  at most 1 tank of RU\n"
     "  §until 2022-02-28", "E0304"),
    ("a party that ends before it begins", 'party PL "Poland" on west\n'
     "  from 2022-03-01\n  §until 2022-02-28", "E0304"),
    ("a step due before it begins", "step 9\n  RU withdraws 3 tank from pl\n"
     "  from 2022-03-01\n  §by 2022-02-28", "E0304"),
    ("a step due before the pact is in force",
     "step 9\n  RU withdraws 3 tank from pl\n  §by 2022-01-23", "E0304"),
    ("a step due on the day behind which it begins",
     "step 9\n  RU withdraws 3 tank from pl\n  after 2022-03-01\n"
     "  §by 2022-03-01", "E0304"),
    ("two deadlines", "step 9\n  RU withdraws 3 tank from pl\n"
     "  by 2022-03-01\n  §by 2022-03-02", "E0308"),
    ("two beginnings", "limit 9\n  at most 1 tank of RU\n"
     "  from 2022-03-01\n  §from 2022-03-02", "E0216"),
    # figures that cannot be kept
    ("a ceiling", f"limit 9\n  at most §{OVER} tank of RU", "E0303"),
    ("a number beyond", f"number za = §{OVER}", "E0303"),
    ("a sum beyond", f"number za = §{MOST} + 1", "E0303"),
    ("a difference beyond", f"number za = §0 - {MOST} - 2", "E0303"),
    ("a sum of named ones beyond", f"number za = {MOST}\nnumber zb = §za + za",
     "E0303"),
    ("digits behind the point", "number za = §0." + "0" * 38 + "1", "E0303"),
    ("a fraction beyond", f"number za = §1/{OVER}", "E0303"),
    ("an attribute beyond", f"item new range §{MOST} km", "E0303"),
    ("a test beyond", f"limit 9\n  at most 1 launcher with range >= §{MOST}"
     " km of RU", "E0303"),
    ("a share beyond", "limit 9\n  at most 9 tank of RU\n"
     f"  not counting tank, up to §{OVER}", "E0303"),
    ("a length beyond", "zone za = within §99_999_999 km of pl", "E0303"),
    ("a time beyond", "date za = §99999999999 days after 2022-01-01",
     "E0303"),
    ("a latitude beyond", "site za §91 N 20 E", "E0310"),
    ("a longitude beyond", "site za 52 N §181 E", "E0310"),
    # the years 1 to 9999
    ("year 0", "date za = §0000-12-31", "E0106"),
    ("a day after the last", "date za = §1 day after 9999-12-31", "E0303"),
    ("a day before the first", "date za = §1 day before 0001-01-01", "E0303"),
    ("a month after the last", "date za = §1 month after 9999-12-01",
     "E0303"),
    ("a year before the first", "date za = §1 year before 0001-12-31",
     "E0303"),
    ("hours after the last", "date za = §1 hour after 9999-12-31", "E0303"),
    ("ten thousand years", "date za = §10000 years after 0001-01-01",
     "E0303"),
    ("a deadline after the last", "step 9\n  RU withdraws 3 tank from pl\n"
     "  §within 1 day of 9999-12-31", "E0303"),
    ("a clause after the last", "limit 9\n  at most 1 tank of RU\n"
     "  §after 9999-12-31", "E0303"),
    # sentences that go wrong
    ("a word that is not a name", "zone §2za = country PL", "E0206"),
    ("a line that ends too soon", "limit 9\n  at most§", "E0301"),
    ("a bracket", "zone za = §(pl)", "E0203"),
    ("no title", "party PL§", "E0301"),
    ("nobody", "limit 9\n  §at most 1 tank in pl", "E0306"),
    ("nothing below", "limit §9", "E0307"),
    ("a circle of two", "§zone za = zb\nzone zb = za", "E0209"),
]

# the same for a book that follows on HOLD
IN_BOOK = [
    ("a holder", "2022-01-25 hold §RUS at s0\n  5 tank", "E0203"),
    ("a holder of a unit", "2022-01-25 hold §RUS/1 at s0\n  5 tank",
     "E0203"),
    ("an item", "2022-01-25 hold RU at s1\n  5 §tnak", "E0203"),
    ("a site", "2022-01-25 hold RU at §s3\n  5 tank", "E0203"),
    ("a destination", "2022-01-25 move RU from s0 to §s3\n  5 tank",
     "E0203"),
    ("a status", "2022-01-25 hold RU at s1\n  5 tank, §activ", "E0203"),
    ("an event", "2022-01-25 event §drill of RU", "E0203"),
    ("a clause", "2022-01-25 done step §9 by RU", "E0208"),
    ("a verb", "2022-01-25 §holds RU at s1\n  5 tank", "E0201"),
    ("a detail", "2022-01-25 hold RU at s1\n  5 tank\n  §sauce \"X\"",
     "E0301"),
    ("no such day", "§2022-02-30 hold RU at s1\n  5 tank", "E0106"),
    ("dates reversed", "§2022-02-20..2022-02-18 hold RU at s1\n  5 tank",
     "E0304"),
    ("half a stretch", "§2022-02-20..22 hold RU at s1\n  5 tank", "E0106"),
    ("it arrives before it leaves", "2022-01-25 move RU from s0 to s1\n"
     "  5 tank\n  arrives §2022-01-24", "E0304"),
    ("a drill ends before it begins", "2022-01-25 event exercise of RU\n"
     "  until §2022-01-24", "E0304"),
    ("what a book covers ends before it begins", 'book "B"\n'
     "  covers §notices of RU from 2022-02-01 until 2022-01-31", "E0304"),
    ("what a book covers has no date", 'book "B"\n  covers §notices of RU '
     "from 2022-02-01 until step 2 is done", "E0309"),
    ("a keeper of another kind", 'book "B"\n  kept by §tank', "E0204"),
    ("figures reversed", "2022-01-25 hold RU at s1\n  §9..5 tank", "E0304"),
    ("a figure beyond", f"2022-01-25 hold RU at s1\n  §{OVER} tank",
     "E0303"),
    ("a range beyond", f"2022-01-25 hold RU at s1\n  §5..{OVER} tank",
     "E0303"),
    ("all of what is there", "§2022-01-25 hold RU at s1\n  all tank",
     "E0301"),
    ("nothing below", "§2022-01-25 hold RU at s1", "E0307"),
    ("a figure that is no line of its own", "2022-01-25 hold RU at s1 §5 tank",
     "E0302"),
    ("more leaves than is there", "§2022-01-25 move RU from s0 to s1\n"
     "  51 tank", "E0404"),
    ("it leaves where nothing is", "§2022-01-25 move RU from s1 to s0\n"
     "  1 tank", "E0403"),
]

# letters, in either file: the text is given as bytes
LETTERS = [
    ("a NUL in a word", b"zone a\xc2\xa7\0b = country PL", "E0102"),
    ("a NUL in quotes", b'zone za = area "K\xc2\xa7\0"', "E0102"),
    ("a NUL in a comment", b"# so\xc2\xa7\0 on", "E0102"),
    ("a NUL in the treaty's words", b"> so\xc2\xa7\0 on\nlimit 9\n"
     b"  at most 1 tank of RU", "E0102"),
    ("a NUL in a path", b'include "a\xc2\xa7\0b.pact"', "E0102"),
    ("Latin-1 in a comment", b"# d\xc2\xa7\xe9tente", "E0101"),
    ("Latin-1 in the treaty's words", b"> d\xc2\xa7\xe9tente\nlimit 9\n"
     b"  at most 1 tank of RU", "E0101"),
    ("Latin-1 in a name", b"zone d\xc2\xa7\xe9tente = country PL", "E0101"),
    ("a surrogate", b"# \xc2\xa7\xed\xa0\x80", "E0101"),
    ("an overlong letter", b"# \xc2\xa7\xc0\xaf", "E0101"),
    ("beyond Unicode", b"# \xc2\xa7\xf4\x90\x80\x80", "E0101"),
    ("half a letter at the end", b"# \xc2\xa7\xe2\x82", "E0101"),
    ("a quote that stays open", b'zone za = area \xc2\xa7"Kaliningrad',
     "E0103"),
    ("a semicolon", b"number za = 1\xc2\xa7; number zb = 2", "E0102"),
]


def place(text):
    """The text without §, and the line and column where it stood."""
    mark = "§".encode()
    before, _, after = text.partition(mark)
    lines = before.decode("utf-8", "replace").split("\n")
    return before + after, len(lines), len(lines[-1]) + 1


def run(folder, *words, program=PROGRAM, **more):
    return subprocess.run([program, *words], cwd=folder, capture_output=True,
                          timeout=300, **more)


def sane(r):
    """Did it end by itself, with nothing for a sanitizer to say?"""
    err = r.stderr.decode("utf-8", "replace")
    if r.returncode not in (0, 1, 2):
        return f"exit status {r.returncode}\n{err[:3000]}"
    if "runtime error" in err or "Sanitizer" in err:
        return err[:3000]
    return None


def told(r, code, file, line, column):
    """Is there one message, of that code, with that place and a mend?"""
    err = r.stderr.decode("utf-8", "replace")
    wrong = sane(r) or (None if r.returncode == 2 else f"exit {r.returncode}")
    if wrong:
        return wrong + "\n" + err[:2000]
    parts = re.split(r"(?m)^(?=(?:error|warning)\[)", err)[1:]
    errors = [p for p in parts if p.startswith("error")]
    if len(errors) != 1 or not errors[0].startswith(f"error[{code}]"):
        return f"not one {code}:\n{err[:2000]}"
    if f"--> {file}:{line}:{column}\n" not in re.sub(r"   \(.*\)\n", "\n",
                                                     errors[0]):
        return f"not at {file}:{line}:{column}:\n{errors[0]}"
    return None if " = help: " in errors[0] else f"no mend:\n{errors[0]}"


def put(folder, name, text):
    with open(os.path.join(folder, name), "wb") as f:
        f.write(text if isinstance(text, bytes) else text.encode())


def contents(folder):
    out = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            with open(path, "rb") as f:
                out[name] = f.read()
    return out


def one(folder, pact, book, code):
    """The case as it is, with CRLF, with a mark, without a last line end."""
    marked = "pact" if "§".encode() in pact else "book"
    for how, change in (("", lambda t: t),
                        ("CRLF: ", lambda t: t.replace(b"\n", b"\r\n")),
                        ("a byte-order mark: ", lambda t: b"\xef\xbb\xbf" + t),
                        ("no final newline: ", lambda t: t.rstrip(b"\n"))):
        texts = {"p.pact": change(pact), "p.book": change(book)}
        file = "p." + marked
        texts[file], line, column = place(texts[file])
        column -= how.startswith("a byte") and line == 1
        for name, text in texts.items():
            put(folder, name, text)
        r = run(folder, "check", "p.pact", "p.book")
        wrong = told(r, code, file, line, column)
        if not wrong and r.stdout:
            wrong = f"an answer: {r.stdout[:300]}"
        if not wrong and contents(folder) != texts:
            wrong = "files were changed"
        if wrong:
            return how + wrong
    return None


def messages(folder):
    for name, text, code in IN_PACT:
        yield f"pact: {name}", one(folder, (PACT + text + "\n").encode(),
                                   HOLD.encode(), code)
    for name, text, code in IN_BOOK:
        yield f"book: {name}", one(folder, PACT.encode(),
                                   (HOLD + text + "\n").encode(), code)
    for name, text, code in LETTERS:
        yield f"pact: {name}", one(folder, PACT.encode() + text + b"\n",
                                   HOLD.encode(), code)
        yield f"book: {name}", one(folder, PACT.encode(),
                                   HOLD.encode() + text + b"\n", code)
    # what was broken is not looked at again once disputed zones are cut out
    for name, text in (
            ("a zone", b"zone cut = country LT\n  status disputed\n"
             b"zone rest = \xc2\xa7\xa0pl\n"),
            ("a site", b"zone cut = country LT\n  status disputed\n"
             b"site rest 5 N \xc2\xa7\xa0 5 E\n")):
        yield f"broken beside what is disputed: {name}", one(
            folder, PACT.encode() + text, HOLD.encode(), "E0101")
    line = PACT.count("\n") + 1
    put(folder, "p.pact", PACT.encode() + b'pact "d\xe9tente"\n')
    yield "a second pact that is broken", told(
        run(folder, "check", "p.pact"), "E0101", "p.pact", line, 8)
    yield from several(folder)
    for name, old, new in (
            ("it ends before it begins", "  in force from 2022-01-24\n",
             "  in force from 2022-01-24\n  §until 2022-01-23\n"),
            ("... and said the other way round",
             "  in force from 2022-01-24\n",
             "  §until 2022-01-23\n  in force from 2022-01-24\n"),
            ("it is signed when it is in force", "  in force",
             "  §signed 2022-01-25\n  in force")):
        yield f"header: {name}", one(
            folder, PACT.replace(old, new, 1).encode(), HOLD.encode(),
            "E0304")


def codes(r):
    """The code and the place of each error, in the order of the text."""
    return re.findall(r"error\[(\w+)\].*\n *--> \S+?:(\d+:\d+)",
                      r.stderr.decode())


# (name, the whole pact, what is said of it). Two pacts are one message, but
# what is wrong with their letters and words is told, too.
SEVERAL = [
    ("the first of two pacts has an open quote", b'pact "A\npact "B"\n',
     [("E0103", "1:6"), ("E0210", "2:1")]),
    ("the second has", b'pact "A"\npact "B\n', [("E0103", "2:6")]),
    ("both have", b'pact "A\npact "B\n',
     [("E0103", "1:6"), ("E0103", "2:6")]),
    ("the second of three has", b'pact "A"\npact "B\npact "C"\n',
     [("E0103", "2:6"), ("E0210", "3:1")]),
    ("two pacts, and an open quote elsewhere",
     b'pact "A"\npact "B"\nside west "W\nlimit 9\n  at most 1 tnak of RU\n',
     [("E0210", "2:1"), ("E0103", "3:11")]),
    ("two pacts, and broken letters elsewhere",
     b'pact "A"\n# d\xe9tente\npact "B"\ndate za = 2022-02-30\n',
     [("E0101", "2:4"), ("E0210", "3:1"), ("E0106", "4:11")]),
    ("two pacts, and what follows from them",
     b'pact "A"\npact "B"\nlimit 9\n  at most 1 tnak of RU\n',
     [("E0210", "2:1")])]


def several(folder):
    for name, text, said in SEVERAL:
        put(folder, "p.pact", text)
        r = run(folder, "check", "p.pact")
        yield name, sane(r) or (
            None if codes(r) == said and r.returncode == 2
            else f"{codes(r)}, not {said}")
    # what is quoted is quoted in whole characters
    e = "\u00e9" * 300
    for name, line, said in (
            ("a name", f"zone 1{e} = country LT", "'1" + e[:29] + "' cannot"),
            ("a name nobody declared", f"zone za = within 9 km of x{e}",
             "no zone `x" + e[:29] + "` is"),
            ("a directive", f"x{e} 9", "begins with 'x" + e[:29] + "'"),
            ("an entry", f"2022-01-25 x{e} RU",
             "says 'x" + e[:29] + "' after"),
            ("a name that is declared twice", f"zone x{e} = pl\n" * 2,
             "'x" + e + "' is declared twice")):
        put(folder, "p.pact", PACT + line + "\n")
        r = run(folder, "check", "p.pact", "--json")
        found = [x["message"] for x in json.loads(r.stdout)["errors"]]
        err = run(folder, "check", "p.pact").stderr.decode("utf-8", "replace")
        yield f"{name} of 600 bytes in whole characters", sane(r) or (
            None if len(found) == 1 and said in found[0] and said in err and
            "\ufffd" not in err.replace(e[:20], "") else str(found))
    broken = os.fsdecode(b"d\xe9.pact")
    put(folder, broken, 'pact "A\n')
    for words in (["check", broken], ["status", "p.pact", "--with", broken],
                  ["check", "gone-" + broken], ["fmt", "--check", broken]):
        put(folder, "p.pact", PACT)
        r = run(folder, *words)
        yield f"a file's name that is not UTF-8: {words[0]}", sane(r) or (
            None if r.returncode == 2 and "d\ufffd.pact" in
            r.stderr.decode("utf-8", "replace") and
            b"\xe9" not in r.stderr else repr(r.stderr))
    os.remove(os.path.join(folder, broken))


# ---- what is right, at the edges ----

def edges(folder):
    """The first day and the last; the greatest figures; no wrong number."""
    put(folder, "p.pact", PACT.replace("2022-01-24", "0001-01-01") +
        "date first = 0001-01-01\ndate last = 9999-12-31\n"
        "limit 3\n  at most 60 tank of RU\n  from first, until last\n"
        "notice 4\n  any movement of RU\n  14 days before it starts\n"
        "step 5\n  RU withdraws 3 tank from pl\n  by 9999-12-31\n"
        "  none returns or is replaced for 9000 years\n"
        "  verified by OSCE within 4_000_000 days\n")
    put(folder, "p.book", "0001-01-01 hold RU at s0\n  50 tank\n"
        "0001-01-01 move RU from s0 to s1\n  5 tank\n"
        "  arrives 9999-12-31\n"
        "9999-12-31 event exercise of RU\n  until 9999-12-31\n"
        "9999-12-31 move RU from s0 to s1\n  1 tank\n"
        "0001-01-01..9999-12-31 observe RU at s0\n  5 tank\n"
        "9999-12-31 verified step 5 by OSCE\n")
    for day in ("0001-01-01", "0001-01-02", "2022-01-01", "9999-12-30",
                "9999-12-31"):
        for words in (["status"], ["verify", "--strict"], ["why", "5"],
                      ["why", "4"]):
            ask = [words[0], "p.pact", "p.book", *words[1:], "--on", day,
                   "--json"]
            r = run(folder, *ask)
            text = r.stdout.decode()
            dates = re.findall(r'"(\d+-\d\d-\d\d)', text)
            bad = [d for d in dates if len(d) != 10 or d < "0001-01-01"]
            yield f"{day}: {' '.join(words)}", (
                sane(r) or (None if r.returncode < 2 and dates and not bad
                            else f"{bad}\n{r.stderr.decode()[:1000]}"))
            ask.remove("--json")
            r = run(folder, *ask)
            yield f"{day}: {' '.join(words)}, as text", sane(r) or (
                None if r.returncode < 2 and "10000" not in r.stdout.decode()
                else r.stderr.decode() + r.stdout.decode())
    for day in ("0000-12-31", "10000-01-01", "2022-02-30"):
        r = run(folder, "status", "p.pact", "p.book", "--on", day)
        yield f"--on {day}", sane(r) or (
            None if r.returncode == 2 and b"is no day" in r.stderr
            else r.stderr.decode())
    yield from figures(folder)


def figures(folder):
    """The greatest that are kept are exact; sums beyond are refused."""
    great = 2**109 - 1
    put(folder, "p.pact", PACT + f"limit 9\n  at most {MOST} troops of RU\n"
        f"limit 10\n  at least {great} troops of RU\n")
    put(folder, "p.book", f"2022-01-24 hold RU at s0\n  {great} troops\n")
    r = run(folder, "status", "p.pact", "p.book", "--json")
    rows = {c["id"]: c for c in json.loads(r.stdout)["clauses"]}
    yield "the greatest figures are exact", sane(r) or (
        None if rows["10"]["measured"]["low"] == f"{great}/1" and
        rows["9"]["allowed"]["amount"] == f"{MOST}/1" and
        rows["9"]["verdict"] != "broken" else r.stdout.decode()[:3000])
    half = 2**109
    for name, book in (
            ("two accounts", f"2022-01-24 hold RU at s0\n  {half} troops\n"
             f"§2022-01-24 hold US at s0\n  {half} troops\n"),
            ("an account that grows",
             f"2022-01-24 hold RU at s0\n  {half} troops\n"
             f"§2022-01-24 raise RU at s0\n  {half} troops\n"),
            ("one figure",
             f"§2022-01-24 hold RU at s0\n  {MOST} troops\n"),
            ("an open one",
             f"§2022-01-24 hold RU at s0\n  at least {MOST} troops\n"),
            ("ranges", f"2022-01-24 hold RU/1 at s0\n  0..{half} troops\n"
             f"§2022-01-24 hold RU/2 at s0\n  5..{half} troops\n"),
            ("fractions", "".join(
                f"{'§' if i == 2 else ''}2022-01-24 hold RU/{i} at s0\n"
                f"  1/{p} troops\n" for i, p in enumerate(
                    (999999999989, 999999999961, 999999999937))))):
        text, line, column = place(book.encode())
        put(folder, "p.book", text)
        for verb in ("check", "status", "verify", "why"):
            r = run(folder, verb, "p.pact", "p.book",
                    *(["9"] if verb == "why" else []))
            yield f"sums beyond 128 bits, {name}: {verb}", told(
                r, "E0303", "p.book", line, column)
    # what a clause allows may be as great as a number can be
    demands = (f"at most {MOST} tank of RU in pl", f"at least {MOST} tank of "
               f"RU in pl", f"at most 1/{MOST} tank of RU",
               f"exactly {MOST} tank of RU")
    deeds = (f"RU withdraws {MOST} tank from pl", f"RU destroys {MOST} tank",
             f"RU withdraws 1/{MOST} tank from pl to beyond 9 km of pl",
             f"RU reaches at most {MOST} tank", f"RU reaches at least {MOST} "
             f"tank", f"RU disbands 1/{MOST} tank")
    put(folder, "p.pact", PACT + "limit 9\n" +
        "".join(f"  {d}\n" for d in demands) +
        f"  not counting tank, up to {MOST}\n"
        "step 10\n" + "".join(f"  {d}\n" for d in deeds) +
        "  none returns or is replaced for good\n  by 2022-03-01\n"
        f"notice 11\n  any movement of at least {MOST} tank or 1/{MOST} "
        "troops of RU\n  movements of one holder are added up over 9 days\n"
        "  7 days before it starts\n"
        f"limit 12\n  no exercise of more than {MOST} tank of RU\n")
    put(folder, "p.book", "2022-01-24 hold RU at s0\n  500/3 tank\n"
        "  2/7..900 troops\n"
        "2022-02-01 move RU from s0 to s1\n  1/9..8/9 tank\n  1 troops\n"
        "2022-02-02 event exercise of RU at s0\n  1/9..1/3 tank\n"
        "2022-02-03 destroy RU at s1\n  1/9 tank\n"
        "2022-02-03 complete RU\n  for tank and troops\n")
    for words in (["check"], ["status"], ["verify", "--strict"],
                  ["why", "9"], ["why", "10"], ["why", "11"], ["why", "12"]):
        for json_too in ([], ["--json"]):
            r = run(folder, words[0], "p.pact", "p.book", *words[1:],
                    *json_too)
            yield f"demands beyond what can be: {words + json_too}", (
                sane(r) or (None if r.returncode < 2 else
                            r.stderr.decode()[:2000]))


# ---- what the machine refuses ----

def machine(folder):
    put(folder, "p.pact", PACT)
    put(folder, "p.book", HOLD)
    put(folder, "bad.pact", "limit 1\n  at mots 4\n")
    os.mkdir(os.path.join(folder, "empty.pact"))
    os.symlink("nowhere", os.path.join(folder, "broken.pact"))
    os.symlink("loop.pact", os.path.join(folder, "loop.pact"))
    plug = socket.socket(socket.AF_UNIX)
    where = os.getcwd()
    os.chdir(folder)  # a socket's path is short
    plug.bind("plug.pact")
    os.chdir(where)
    before = contents(folder)
    long = "x" * 300 + ".pact"
    for name, path, words in (
            ("a missing file", "gone.pact", ["gone.pact", "No such file"]),
            ("a folder without pacts", "empty.pact", ["empty.pact"]),
            ("a broken link", "broken.pact", ["broken.pact", "No such file"]),
            ("a link to itself", "loop.pact", ["loop.pact", "levels"]),
            ("a socket", "plug.pact", ["plug.pact"]),
            ("a name that is too long", long, [long[:40], "too long"]),
            ("a file below a file", "p.pact/x.pact", ["p.pact/x.pact",
                                                      "Not a directory"])):
        for verb in ("check", "status", "verify", "fmt", "why"):
            words_given = [path, "p.book"] + (["1"] if verb == "why" else [])
            if verb == "fmt":
                words_given = [path]
            r = run(folder, verb, *words_given)
            err = r.stderr.decode()
            missing = [w for w in words if w not in err]
            yield f"{verb}: {name}", sane(r) or (
                None if r.returncode == 2 and not missing and not r.stdout
                else f"exit {r.returncode}, {missing} not in: {err[:600]}")
        put(folder, "q.pact", PACT + f'include "{path}"\n')
        line = PACT.count("\n") + 1
        r = run(folder, "check", "q.pact", "p.book")
        yield f"include: {name}", told(r, "E0211", "q.pact", line, 9)
    put(folder, "nothing.pact", "")
    put(folder, "comment.book", "# later\n")
    for name in ("nothing.pact", "comment.book"):
        for verb in (["check"], ["status"], ["verify", "--strict"]):
            r = run(folder, *verb, name)
            yield f"{verb[0]}: {name}", told(r, "E0215", name, 1, 1) or (
                None if b"neither a pact nor a book" in r.stderr
                else r.stderr.decode())
        os.remove(os.path.join(folder, name))
    for words in (["check", "./p.pakt"], ["fmt", "./p.pakt"],
                  ["status", "./p.pakt", "p.book"]):
        r = run(folder, *words)
        yield f"{words[0]}: a file misspelt", sane(r) or (
            None if r.returncode == 2 and b"cannot open './p.pakt'" in r.stderr
            and b"did you mean './p.pact'?" in r.stderr
            else r.stderr.decode())
    put(folder, "q.pact", PACT + 'include "p.bok"\n')
    r = run(folder, "check", "q.pact")
    yield "include of a file misspelt", told(
        r, "E0211", "q.pact", line, 9) or (
        None if b"did you mean 'p.book'?" in r.stderr else r.stderr.decode())
    put(folder, "q.pact", PACT + 'include ""\n')
    yield "include of nothing", told(run(folder, "check", "q.pact"),
                                     "E0211", "q.pact", line, 9)
    os.remove(os.path.join(folder, "q.pact"))
    r = run(folder, "fmt", "p.pact", "bad.pact", "gone.pact")
    yield "fmt of good, bad and missing", sane(r) or (
        None if r.returncode == 2 and b"gone.pact" in r.stderr
        else r.stderr.decode())
    yield "nothing was written", (
        None if contents(folder) == before else "files were changed")
    plug.close()
    yield from full(folder)


def full(folder):
    """A disk that takes no more, under fmt and under an answer."""
    big = b"party  RU   \"Russia\"\n" + b"#  words\n" * 3000
    put(folder, "big.pact", big)
    before = contents(folder)

    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    r = run(folder, "fmt", "big.pact", preexec_fn=small,
            restore_signals=False)
    yield "fmt on a full disk", sane(r) or (
        None if r.returncode == 2 and b"cannot write 'big.pact'" in r.stderr
        else repr(r))
    yield "and the file is whole, with nothing beside it", (
        None if contents(folder) == before else str(list(contents(folder))))
    for verb, words in (("check", []), ("status", []), ("verify", []),
                        ("why", ["1"]), ("explain", None)):
        ask = [verb, "E0101", "--json"] if words is None else \
            [verb, "p.pact", "p.book", *words, "--json"]
        with open("/dev/full", "wb") as out:
            r = subprocess.run([PROGRAM, *ask], cwd=folder, stdout=out,
                               stderr=subprocess.PIPE)
        yield f"{verb} --json on a full disk", sane(r) or (
            None if r.returncode == 2 and b"cannot write" in r.stderr and
            r.stderr.count(b"\n") == 1 else repr(r))
    with open("/dev/full", "wb") as out:
        r = subprocess.run([PROGRAM, "fmt", "-"], input=big, stdout=out,
                           stderr=subprocess.PIPE)
    yield "fmt - on a full disk", sane(r) or (
        None if r.returncode == 2 and b"cannot write" in r.stderr
        else repr(r))


# ---- what is too much ----

# A child begins with what its parent has had: so that a small process starts
# it, and writes last what the child had at most.
START = """import os, subprocess, sys
p = subprocess.Popen(sys.argv[1:])
_, status, usage = os.wait4(p.pid, 0)
sys.stderr.write("\\n%d" % usage.ru_maxrss)
sys.stderr.flush()
code = os.waitstatus_to_exitcode(status)
os._exit(code if code >= 0 else 128 - code)
"""


def peak(folder, *words):
    """The run, and the most memory it had, in MB (release build)."""
    r = subprocess.run([sys.executable, "-S", "-c", START, RELEASE, *words],
                       cwd=folder, capture_output=True, timeout=300)
    r.stderr, _, kb = r.stderr.rpartition(b"\n")
    return r, int(kb) / 1024


# The bound: 24 MB for the program, 64 bytes for each byte of text, and 4 kB for
# each message. A token takes 12 bytes and stands for two of text (a letter and
# a blank) or more; an array that grows is there in all its sizes until the
# arena goes: at most 4 times 6 bytes, and as much again for what it means or
# how it is laid out.
def bound(folder, names, messages):
    size = sum(os.path.getsize(os.path.join(folder, n)) for n in names)
    return 24 + 64 * size / 2**20 + messages / 2**8


def within(folder, code, *words, messages=0):
    names = [w for w in words[1:] if w[0] != "-"]
    r, mb = peak(folder, *words)
    most = bound(folder, names, messages)
    if r.returncode != code:
        return r, f"exit {r.returncode}\n{r.stderr[:2000]}"
    return r, (f"{mb:.0f} MB, over {most:.0f}" if mb > most else None)


def long_lines(folder):
    most = 10_000_000
    for name, text, code in (
            ("words", b"2022-01-25 hold RU at s0\n  " + b"x " * (most // 2),
             2),
            ("digits", b"number za = " + b"1" * most, 2),
            ("quote", b"limit 9 \"" + b"x" * most + b"\"\n"
             b"  at most 1 tank of RU", 0),
            ("commas", b"number za = " + b"2,400 " * (most // 6), 2),
            ("treaty's words", b"> " + b"x " * (most // 2) + b"\nlimit 9\n"
             b"  at most 1 tank of RU", 0),
            ("signs", b"zone za = pl " + b"+ pl " * (most // 5), 0),
            ("NULs", b"#" * 5000 + b"\n# " + b"\0" * most, 2),
            ("broken bytes", b"# " + b"\xff" * most, 2),
            ("holders", b"2022-01-25 hold RU " + b"+ RU " * (most // 5) +
             b"at s0\n  1 tank", 0),
            ("one path", b"2022-01-25 hold RU/" + b"x/" * (most // 2) +
             b"x at s1\n  1 tank", 0)):
        put(folder, "p.pact", PACT.encode() + text + b"\n")
        r, wrong = within(folder, code, "check", "p.pact")
        yield f"a line of 10 MB, {name}", wrong or (
            None if len(r.stderr) < 200_000
            else f"{len(r.stderr)} bytes said")
        before = contents(folder)["p.pact"]
        r, wrong = within(folder, 2 if code and name in (
            "commas", "NULs", "broken bytes") else 0, "fmt", "p.pact")
        yield f"a line of 10 MB, {name}: fmt", wrong
        if r.returncode == 2:
            yield f"a line of 10 MB, {name}: it stays", (
                None if contents(folder)["p.pact"] == before else "written")


def errors(folder):
    n = 10_000
    for name, text in (
            ("clauses", "".join(f"limit e{i}\n  at most 1 tnak of RU\n"
                                for i in range(n))),
            ("letters", "".join(f"number a{i} = 2,400\n" for i in range(n))),
            ("on one line", "number za = " + "2,400 " * n + "\n"),
            ("entries", "".join("2022-01-25 hold RU at s9\n  1 tank\n"
                                for _ in range(n))),
            ("directives", "".join(f"ban {i}\n" for i in range(n))),
            ("names", "".join("zone z = country PL\n" for _ in range(n + 1))),
            ("at the end", "".join("2022-01-25 move RU from s1 to s0\n"
                                   "  1 tank\n" for _ in range(n)))):
        put(folder, "p.pact", PACT + text)
        r = run(folder, "check", "p.pact")
        err = r.stderr.decode()
        shown = err.count("error[")
        last = err.rstrip("\n").split("\n")[-1]
        yield f"{n} errors, {name}", sane(r) or (
            None if r.returncode == 2 and shown <= 100 and
            (last.startswith(f"{n} errors") or (
                name in ("on one line",) and " errors" in last))
            else f"exit {r.returncode}, {shown} shown, {last}")
        yield f"{n} errors, {name}: each shown has a mend", (
            None if err.count(" = help: ") >= shown else err[:1000])
        _, wrong = within(folder, 2, "check", "p.pact", messages=n)
        yield f"{n} errors, {name}: memory", wrong
        r = run(folder, "check", "p.pact", "--json")
        yield f"{n} errors, {name}: as JSON", sane(r) or (
            None if r.returncode == 2 and
            len(json.loads(r.stdout)["errors"]) in (n, 1) or
            name == "on one line" else r.stdout[:300].decode())


def nesting(folder):
    n = 10_000
    for name, text, code in (
            ("brackets", "zone za = " + "(" * n + "pl" + ")" * n, 2),
            ("a path", "2022-01-25 hold RU" + "/x" * n + " at s1\n  1 tank",
             0),
            ("names by points", "item a" + ".a" * n + "\n" +
             "item a" + ".a" * (n // 2), 0),
            ("distances", "zone z0 = pl\n" + "".join(
                f"zone z{i} = within 1 km of z{i - 1}\n"
                for i in range(1, 400)), 0),
            ("cuts", "zone za = pl" + ", inside pl" * 200, 0),
            ("of which", "limit 9\n  at most 9 tank of RU\n" +
             "  of which at most 5\n" * 2000, 0),
            ("blanks", " " * n + "x", 2)):
        put(folder, "p.pact", PACT + text + "\n")
        r = run(folder, "check", "p.pact")
        yield f"nested {n} deep: {name}", sane(r) or (
            None if r.returncode == code and
            r.stderr.count(b"error[") == (code == 2)
            else f"exit {r.returncode}: {r.stderr.decode()[:1500]}")


def includes(folder):
    put(folder, "a.pact", PACT + 'include "b.pact"\n')
    put(folder, "b.pact", 'include "c.pact"\nzone b = country LT\n')
    put(folder, "c.pact", 'include "a.pact"\ninclude "./b.pact"\n'
        "zone c = country LV\n")
    for names in (["a.pact"], ["b.pact"], ["c.pact", "a.pact"]):
        r = run(folder, "check", *names)
        yield f"three that include each other, from {names}", sane(r) or (
            None if r.returncode == 0 else r.stderr.decode()[:1500])
    n = 1000
    put(folder, "a.pact", PACT + "".join(f'include "i{i}.pact"\n'
                                         for i in range(n)))
    for i in range(n):
        put(folder, f"i{i}.pact", f"zone of-{i} = country PL\n")
    r = run(folder, "check", "a.pact")
    yield "a thousand includes", sane(r) or (
        None if r.returncode == 0 and not r.stderr
        else r.stderr.decode()[:1500])
    _, wrong = within(folder, 0, "check", "a.pact")
    yield "a thousand includes: memory", wrong
    put(folder, "a.pact", PACT + 'include "gone.pact"\n' * n)
    r = run(folder, "check", "a.pact")
    yield "a thousand includes of what is not there", (
        None if not sane(r) and r.returncode == 2 else sane(r) or "exit")
    os.mkdir(os.path.join(folder, "sub"))
    put(folder, "a.pact", PACT + 'include "sub/../a.pact"\n')
    r = run(folder, "check", "a.pact")
    yield "a file that includes itself by another path", sane(r) or (
        None if r.returncode == 2 and b"E0210" in r.stderr
        else r.stderr.decode()[:1500])


def tests():
    for group in (messages, edges, machine, long_lines, errors, nesting,
                  includes):
        with tempfile.TemporaryDirectory() as folder:
            yield from group(folder)
