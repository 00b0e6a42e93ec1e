"""What is large, long or nested: an answer or a message, and never a crash."""
import os
import re
import subprocess
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
HEAD = ('pact "p"\n  in force from 2022-01-01\nparty RU "Russia"\n'
        'item tank "Battle tank"\nzone pl = country PL\nsite s0 52 N 20 E\n'
        'site s1 60 N 60 E\n')


def run(folder, *files, verb="check"):
    for name, text in files:
        with open(os.path.join(folder, name), "w", encoding="utf-8",
                  newline="") as f:
            f.write(text)
    return subprocess.run([PROGRAM, verb] + [name for name, _ in files],
                          cwd=folder, capture_output=True, text=True,
                          timeout=120)


def said(r):
    return re.findall(r"^(?:error|warning)\[(\w+)\]", r.stderr, re.M)


def chain(kind, n):
    """N definitions, each through the next; the last stands by itself."""
    one = {"zone": ("zone z{} = z{}", "zone z{} = country PL"),
           "date": ("date d{} = 1 days after d{}", "date d{} = 2022-01-01"),
           "number": ("number n{} = n{} + 1", "number n{} = 1"),
           "item": ("item i{} = i{}", "item i{} = tank")}[kind]
    return [one[0].format(i, i + 1) for i in range(n)] + [one[1].format(n)]


def nested(folder):
    for kind in ("zone", "date", "number", "item"):
        for n, codes in ((400, []), (600, ["E0303"])):
            lines = chain(kind, n)
            for order, text in (("forwards", lines),
                                ("backwards", lines[::-1])):
                r = run(folder, ("a.pact", HEAD + "\n".join(text) + "\n"))
                yield f"{n} of {kind}, {order}", (
                    None if said(r) == codes and
                    r.returncode == (2 if codes else 0) else r.stderr[:500])
    for n, codes in ((90, []), (5000, ["E0303"])):
        date = "date d = " + "1 days after " * n + "2022-01-01\n"
        r = run(folder, ("a.pact", HEAD + date))
        yield f"{n} moments in one line", (None if said(r) == codes
                                           else r.stderr[:500])


def includes(folder):
    r = run(folder, ("a.pact", HEAD + 'include "./a.pact"\n'))
    yield "a file that includes itself", (None if not said(r) and
                                          r.returncode == 0 else r.stderr)
    files = [(f"{i}.pact", f'include "{i + 1}.pact"\n') for i in range(60)]
    r = run(folder, ("first.pact", HEAD + 'include "0.pact"\n'))
    for name, text in files:
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)
    r = run(folder, ("first.pact", HEAD + 'include "0.pact"\n'))
    yield "60 files in each other", (None if said(r) == ["E0211"]
                                     else r.stderr[:500])


def blanks(folder):
    text = "".join(f"{HEAD}{blank}\n{blank} {blank}# a comment\n" for blank in
                   "\u2003")
    r = run(folder, ("a.pact", text))
    yield "lines of a word processor's blanks", (None if not said(r)
                                                 else r.stderr)
    r = run(folder, ("a.pact", text), verb="fmt")
    yield "and laid out", None if r.returncode in (0, 1) else r.stderr


def many(folder):
    steps = "".join(
        f"step {i}\n  RU withdraws 1 tank from pl\n" +
        (f"  within 30 days of step {i + 1} is done\n" if i < 299 else
         "  by 2022-06-01\n") for i in range(300))
    book = ("2022-01-01 hold RU at s0\n  100 tank\n"
            "2022-02-01 move RU from s0 to s1\n  50 tank\n")
    r = run(folder, ("a.pact", HEAD + steps), ("b.book", book), verb="status")
    yield "300 steps, each after the next", (
        None if r.returncode == 0 and "300 kept" in r.stdout
        else r.stderr + r.stdout[-300:])
    moves = "".join(f"2022-{1 + i // 28 % 12:02}-{1 + i % 28:02} move RU from "
                    f"s{i % 2} to s{1 - i % 2}\n  {1 + i % 7} tank\n"
                    for i in range(600))
    book = ("2022-01-01 hold RU at s0\n  5_000 tank\n"
            "2022-01-01 hold RU at s1\n  5_000 tank\n" + moves)
    step = "step 1\n  RU withdraws 3 tank from pl to beyond 9 km of pl\n"
    r = run(folder, ("a.pact", HEAD + step), ("b.book", book), verb="status")
    yield "600 moves of what is mixed: wider, and said", (
        None if r.returncode == 0 and "wider than need be" in r.stdout
        else r.stderr + r.stdout[-500:])
    seen = "".join(f"0001-01-0{i}..9998-12-31 observe RU at s0\n  5 tank\n"
                   for i in range(1, 5))
    r = run(folder, ("a.pact", HEAD + "limit 1\n  at most 4 tank of RU\n"),
            ("b.book", seen), verb="status")
    yield "an observation of ten thousand years", (
        None if r.returncode == 0 else r.stderr)
    units = "".join(f"2022-01-01 hold RU/u{i} at s0\n  1 tank\n"
                    for i in range(600))
    checks = "2022-01-02 balance RU at s0\n  600 tank\n" * 150
    r = run(folder, ("a.pact", HEAD), ("b.book", units + checks),
            verb="status")
    yield "balances of many units", None if r.returncode == 0 else r.stderr


def statuses(folder):
    """Nine statuses at once: not judged, and not "kept"."""
    names = [f"{c}{i}" for c in "abcdefghi" for i in (1, 2)]
    families = "".join(f"status f{c}: {c}1, {c}2\n" for c in "abcdefghi")
    limit = ("limit 1\n  at most 100 tank of RU that are " +
             " and ".join(f"{c}1" for c in "abcde") + "\n  of which at most "
             "10 that are " + " and ".join(f"{c}1" for c in "fghi") + "\n")
    book = ("2022-01-01 hold RU at s0\n  30 tank, " +
            ", ".join(f"{c}1" for c in "abcdefgh") + "\n")
    r = run(folder, ("a.pact", HEAD + families + limit), ("b.book", book),
            verb="status")
    yield f"{len(names) // 2} statuses at once", (
        None if "kept, 0" not in r.stdout and "not judged" in r.stdout
        else r.stdout)


def tests():
    for group in (nested, includes, blanks, many, statuses):
        with tempfile.TemporaryDirectory() as folder:
            yield from group(folder)
