#!/usr/bin/env python3
"""One book of movements, judged by us and added up by ledger(1), in one run.

    tools/bench.py [MOVEMENTS ...]      100000 and 1000000 if none is given

ledger is the double-entry program that Debian has; it is asked for the last
balance of the accounts in the zone. We answer more: the same figure for the
last day, and the verdict for every day before it. Both must give the same
figure, or this fails.
"""
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath("build/detente")
SITES = {"yelnya": "54.60 N 33.16 E", "luga": "58.74 N 29.85 E",
         "yurga": "55.72 N 84.94 E", "chita": "52.05 N 113.47 E"}
NEAR = {"yelnya", "luga"}
PACT = """pact "Bench"
  in force from 2022-01-01
party RU "Russia"
item troops "Soldiers"
zone near = west of 40 E
limit 1 "Ceiling"
  at most 200_000 troops of RU in near
"""


def moves(n):
    """Back and forth, so that no account runs dry."""
    names = list(SITES)
    first = datetime.date(2022, 1, 2)
    for i in range(n):
        day = first + datetime.timedelta(days=i * 365 // n)
        yield (day, names[i % 4], names[(i + 1 + i // 4 % 3) % 4],
               1 + i * 7 % 13)


def ours(path, n):
    with open(path, "w", encoding="utf-8") as f:
        f.write(PACT + "".join(f"site {s} {at}\n" for s, at in SITES.items()))
        for s in SITES:
            f.write(f"2022-01-01 hold RU at {s}\n  {50 * n} troops\n")
        f.write("2022-01-01 complete RU\n  for troops\n")
        for day, a, b, k in moves(n):
            f.write(f"{day} move RU from {a} to {b}\n  {k} troops\n")


def theirs(path, n):
    def account(site):
        return ("near:" if site in NEAR else "far:") + site
    with open(path, "w", encoding="utf-8") as f:
        for s in SITES:
            f.write(f"2022/01/01 hold\n  {account(s)}  {50 * n} troops\n"
                    "  outside\n\n")
        for day, a, b, k in moves(n):
            f.write(f"{day:%Y/%m/%d} move\n  {account(b)}  {k} troops\n"
                    f"  {account(a)}\n\n")


def timed(*words):
    start = time.monotonic()
    r = subprocess.run(words, capture_output=True, text=True, check=True)
    return r.stdout, time.monotonic() - start


def bench(n, folder):
    pact, journal = (os.path.join(folder, x) for x in ("b.pact", "b.ledger"))
    ours(pact, n)
    theirs(journal, n)
    said, we = timed(PROGRAM, "status", pact, "--json")
    measured = json.loads(said)["clauses"][0]["measured"]
    said, they = timed("ledger", "--args-only", "-f", journal, "balance",
                          "near", "--depth", "1")
    figure = int(re.search(r"-?\d+", said)[0])
    if measured["low"] != figure or measured["high"] != figure:
        sys.exit(f"they differ: {measured} and {figure}")
    print(f"{n:>9} movements: détente {we:6.2f} s, ledger {they:6.2f} s, "
          f"{they / we:.1f} times as fast; both say {figure}", flush=True)


def main():
    sizes = [int(x) for x in sys.argv[1:]] or [100000, 1000000]
    with tempfile.TemporaryDirectory() as folder:
        for n in sizes:
            bench(n, folder)


main()
