"""What a newcomer writes, and the mend that the message must offer.

Each case is a line that is wrong, put into a pact (or its book) that is right;
the answer must hold the words, in one message.
"""
import os
import re
import subprocess
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
PACT = """pact "P"
  in force from 2024-02-01
party ERI "Eritrea"
party ETH "Ethiopia"
item troops "Soldiers"
item tank
zone land = ring 10 N 38 E, 16 N 38 E, 16 N 44 E, 10 N 44 E
site camp 14.70 N 39.43 E
limit 1
  at most 4_000 troops of ERI in land
step 2
  ERI withdraws 200 troops from land
  by 2024-04-30
"""
BOOK = "2024-03-01 hold ERI at camp\n  5_000 troops\n"

# (what stands in its place, what it was, words of the message)
WRONG = [
    ("2024-03-01 hold", "1 March 2024 hold", ["2024-04-30"]),
    ("2024-03-01 hold", "2024-3-1 hold", ["2024-04-30"]),
    ("  by 2024-04-30", "  by 30 April 2024", ["2024-04-30"]),
    ("from 2024-02-01", "from on 2024-02-01", ["2024-04-30"]),
    ("5_000 troops", "1_800-2_200 troops", ["1_800..2_200"]),
    ("5_000 troops", "1_800–2_200 troops", ["1_800..2_200"]),
    ("5_000 troops", "5 000 troops", ["4_000"]),
    ("5_000 troops", "5'000 troops", ["4_000"]),
    ("5_000 troops", "about 5_000 troops", ["1_800..2_200", "at least"]),
    ("5_000 troops", "5_000 soldiers", ["`troops`", "`tank`"]),
    ("at most 4_000", "at most 4 000", ["4_000"]),
    ("at most 4_000", "at mots 4_000", ["at most"]),
    ("at most 4_000", "no more then 4_000", ["no more than"]),
    ("troops of ERI in land", "troops in land of ERI",
     ["before the place"]),
    ("14.70 N 39.43 E", "39.43 E 14.70 N", ["14.70 N 39.43 E"]),
    ("14.70 N 39.43 E", "14.70, 39.43", ["14.70 N 39.43 E"]),
    ("14.70 N 39.43 E", "14°42′N 39°26′E", ["14.70 N 39.43 E"]),
    ("hold ERI", "hold Eritrea", ["`ERI`"]),
]


def run(folder, *words):
    return subprocess.run([PROGRAM, *words], cwd=folder, capture_output=True,
                          text=True)


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
        f.write(text)


def slips(folder):
    for right, wrong, words in WRONG:
        write(folder, "p.pact", PACT.replace(right, wrong, 1))
        write(folder, "p.book", BOOK.replace(right, wrong, 1))
        said = run(folder, "check", "p.pact", "p.book").stderr
        codes = re.findall(r"^error\[(\w+)\]", said, re.M)
        missing = [w for w in words if w not in " ".join(said.split())]
        yield wrong, (None if len(codes) == 1 and not missing else said)


def cascades(folder):
    """One cause, one message."""
    for name, pact, book in (
            ("a comma in a position", PACT.replace("14.70 N", "14,70 N"),
             BOOK),
            ("a step's date", PACT.replace("2024-04-30", "30.04.2024"), BOOK),
            ("a zone misspelt", PACT.replace("= ring 10 N", "= rnig 10 N"),
             BOOK),
            ("a line not indented", PACT.replace("  at most", "at most"),
             BOOK),
            ("one of an entry", PACT, BOOK.replace("  5_000", "5_000"))):
        write(folder, "p.pact", pact)
        write(folder, "p.book", book + "2024-05-01 verified step 2 by ETH\n")
        said = run(folder, "check", "p.pact", "p.book").stderr
        codes = re.findall(r"^error\[(\w+)\]", said, re.M)
        yield f"one message: {name}", None if len(codes) == 1 else said


def asked(folder):
    write(folder, "p.pact", PACT)
    write(folder, "p.book", BOOK)
    said = run(folder, "why", "p.pact", "p.book", "9").stderr
    yield "why of no clause names those that are", (
        None if "1, 2" in said else said)
    said = run(folder, "help", "frob").stderr
    yield "help of no verb names those that are", (
        None if "status" in said else said)
    write(folder, "two.pact", PACT)
    said = run(folder, "check", "p.pact", "two.pact").stderr
    codes = re.findall(r"^error\[(\w+)\]", said, re.M)
    yield "two pacts at once: one message", (
        None if codes == ["E0210"] else said)


def other_kinds(folder):
    """An entry that names a clause by a kind that it is not."""
    for entry, words in (
            ("consent ETH to step 1", "`1` is a limit, not a step"),
            ("consent ETH to exception 2", "`2` is a step, not an exception"),
            ("suspend limit 2 by ETH", "`2` is a step, not a limit"),
            ("resume limit 2 by ETH", "`2` is a step, not a limit"),
            ("verified step 1 by ETH", "`1` is a limit, not a step"),
            ("done step 1 by ETH", "`1` is a limit, not a step"),
            ("protest ETH against ERI on step 1",
             "`1` is a limit, not a step")):
        write(folder, "p.pact", PACT)
        write(folder, "p.book", f"{BOOK}2024-05-01 {entry}\n")
        said = run(folder, "check", "p.pact", "p.book").stderr
        codes = re.findall(r"^error\[(\w+)\]", said, re.M)
        yield entry, None if codes == ["E0208"] and words in said else said


def tests():
    with tempfile.TemporaryDirectory() as folder:
        yield from slips(folder)
        yield from cascades(folder)
        yield from asked(folder)
        yield from other_kinds(folder)
