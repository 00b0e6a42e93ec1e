#!/usr/bin/env python3
"""Books of movements, judged by us and added up by three others.

    tools/bench.py [--alone] [MOVEMENTS ...]

Sizes are 10_000, 100_000 and 1_000_000 if none is given; at the last, hledger
and beancount take minutes. With --alone only we run.

25 units of two parties move six items between 20 sites: 500 accounts of six
figures. A movement is two lines, as books have them; every tenth names a
source, every twentieth an id of its own. The same movements, with the same
words as comments, are journals for ledger, hledger and beancount, which are
asked for all balances. Each must give, for every account and item, what adding
up here gives; so must we, who judge ten clauses over every day on top.

Then the time of `status` on the 2022 example, its boundaries and all.
"""
import collections
import csv
import datetime
import io
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath("build/detente")
ITEMS = ["troops", "tank", "acv", "artillery", "mortar", "launcher"]
UNITS = [("RU" if i < 15 else "BY", f"u{i:02}") for i in range(25)]
NEAR = {"s%02d" % i for i in range(8)}
SITES = {f"s{i:02}": f"{53 + i * .2:.1f} N {33 + i if i < 8 else 80 + i}.0 E"
         for i in range(20)}
FIRST = datetime.date(2021, 1, 2)
OPENING = 5_000                 # of each item in each account: none runs dry
DAYS = 1000

PACT = """pact "Bench"
  in force from 2021-01-01
side east "East"
party RU "Russia" on east
party BY "Belarus" on east
zone ukraine = country UA
zone near = within 500 km of ukraine, outside ukraine
zone far = beyond 1_000 km of ukraine
""" + "".join(f"item {x}\n" for x in ITEMS) \
    + "".join(f"limit {i + 1}\n  at most 1_000_000 {x} of side east in near\n"
              for i, x in enumerate(ITEMS)) + """limit 7
  at least 590_000 troops of each party in far
limit 8
  at most 1_150_000 tank + acv of RU in near
notice 9
  any movement of at least 590_000 troops of each party into near
  7 days before it starts
step 10
  RU reaches at most 590_000 launcher of RU in near
  by 2022-12-31
"""

Move = collections.namedtuple("Move", "day unit origin goal n item")


def moves(n, have):
    """N movements by day, each of what is there; HAVE is kept up to date."""
    chance = random.Random(n)
    sites = list(SITES)
    for i in range(n):
        unit = chance.choice(UNITS)
        origin, goal = chance.sample(sites, 2)
        item = chance.choice(ITEMS)
        some = 1 + chance.randrange(20)
        have[unit, origin, item] -= some
        have[unit, goal, item] += some
        day = FIRST + datetime.timedelta(days=i * DAYS // n)
        yield Move(day, unit, origin, goal, some, item)


def words(i):
    """What else is said of movement I."""
    if i % 20 == 0:
        yield "id", f"m{i}"
    if i % 10 == 0:
        yield "source", "imagery and the railways' own figures"


# ---- the same in four languages -------------------------------------------

def ours(f, all_moves):
    f.write('book "Bench"\n  kept by analyst\n')
    for name, at in SITES.items():
        f.write(f"site {name} {at} accurate to 1 km\n")
    for party, unit in UNITS:
        for site in SITES:
            f.write(f"2021-01-01 hold {party}/{unit} at {site}\n")
            f.writelines(f"  {OPENING} {x}\n" for x in ITEMS)
    f.write("2021-01-01 complete side east\n  for "
            + " and ".join(ITEMS) + "\n")
    for i, m in enumerate(all_moves):
        f.write(f"{m.day} move {'/'.join(m.unit)} from {m.origin} to "
                f"{m.goal}\n  {m.n} {m.item}\n")
        f.writelines(f'  {a} "{b}"\n' if a == "source" else f"  {a} {b}\n"
                     for a, b in words(i))


def asserted(f, have, day):
    """A book's `balance` of every account: what is not so is an error."""
    for party, unit in UNITS:
        for site in SITES:
            f.write(f"{day} balance {party}/{unit} at {site}\n")
            f.writelines(f"  {have[(party, unit), site, x]} {x}\n"
                         for x in ITEMS)


def journal(f, all_moves):
    """For ledger and hledger."""
    for unit in UNITS:
        for site in SITES:
            f.write("2021-01-01 hold\n")
            f.writelines(f"  {':'.join(unit)}:{site}  {OPENING} {x}\n"
                         f"  outside  -{OPENING} {x}\n" for x in ITEMS)
    for i, m in enumerate(all_moves):
        unit = ":".join(m.unit)
        f.write(f"{m.day} move\n")
        f.writelines(f"  ; {a}: {b}\n" for a, b in words(i))
        f.write(f"  {unit}:{m.origin}  -{m.n} {m.item}\n"
                f"  {unit}:{m.goal}  {m.n} {m.item}\n")


def beans(f, all_moves):
    """For beancount, which wants capitals and accounts that were opened."""
    f.write("2021-01-01 open Equity:Outside\n")
    for party, unit in UNITS:
        for site in SITES:
            account = f"Assets:{party}:{unit}:{site}".title()
            f.write(f"2021-01-01 open {account}\n"
                    '2021-01-01 * "hold"\n')
            f.writelines(f"  {account}  {OPENING} {x.upper()}\n"
                         f"  Equity:Outside  -{OPENING} {x.upper()}\n"
                         for x in ITEMS)
    for i, m in enumerate(all_moves):
        unit, item = ":".join(m.unit), m.item.upper()
        f.write(f'{m.day} * "move"\n')
        f.writelines(f'  {a}: "{b}"\n' for a, b in words(i))
        f.write(f"  {f'Assets:{unit}:{m.origin}'.title()}  -{m.n} {item}\n"
                f"  {f'Assets:{unit}:{m.goal}'.title()}  {m.n} {item}\n")


# ---- running, and comparing -------------------------------------------------

def run(*command):
    """What it said, and what that took: seconds by the clock, seconds of
    computing, and MB of memory at most."""
    env = dict(os.environ, BEANCOUNT_DISABLE_LOAD_CACHE="1")
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        child = subprocess.Popen(command, stdout=out, stderr=err, env=env)
        _, end, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(end)
        out.seek(0)
        err.seek(0)
        if child.returncode:
            sys.exit(f"{command[0]} failed:\n{err.read().decode()[:2000]}")
        return out.read().decode(), (seconds, usage.ru_utime + usage.ru_stime,
                                     usage.ru_maxrss / 1024)


def best(*command):
    """The same of the quickest of several runs, up to five of them or ten
    seconds in all: the first one finds no memory ready."""
    said, cost = run(*command)
    total, again = cost[0], 1
    while again < 5 and total < 10:
        _, other = run(*command)
        total, again = total + other[0], again + 1
        cost = min(cost, other)
    return said, cost


def balances(said):
    """Lines of account and figures, as CSV, as {(unit, site, item): figure};
    what is zero is left out."""
    have = {}
    for row in csv.reader(io.StringIO(said)):
        name = row[0].strip().lower().removeprefix("assets:").split(":")
        if len(name) == 3:
            for n, item in re.findall(r"(-?\d+) ([A-Za-z]+)", row[1]):
                unit = (name[0].upper(), name[1])
                have[unit, name[2], item.lower()] = int(n)
    return {k: v for k, v in have.items() if v}


def compare(name, got, have):
    want = {k: v for k, v in have.items() if v}
    if got != want:
        wrong = {k for k in got.keys() | want.keys()
                 if got.get(k) != want.get(k)}
        sys.exit(f"{name} differs in {len(wrong)} balances, such as "
                 f"{min(wrong)}")


def check_us(files, have):
    """The ceilings' measures are the sums of the accounts in the zone."""
    said = json.loads(run(PROGRAM, "status", "--json", *files)[0])
    rows = {row["id"]: row for row in said["clauses"]}
    for item, row in [(x, rows[str(i + 1)]) for i, x in enumerate(ITEMS)]:
        total = sum(n for (_, site, x), n in have.items()
                    if site in NEAR and x == item)
        got = row["measured"]
        if (got["low"], got["high"]) != (total, total):
            sys.exit(f"{item}: {got} and {total} differ")


PEERS = [
    ("ledger", journal, ["ledger", "--args-only", "-f", "{}", "balance",
                         "--flat", "--no-total", "--balance-format",
                         "%(quoted(account)),%(quoted(display_total))\n"]),
    ("hledger", journal, ["hledger", "-f", "{}", "balance", "--flat", "-N",
                          "-O", "csv"]),
    ("beancount", beans, ["bean-query", "-q", "-f", "csv", "{}",
                          "select account, sum(position) group by account"]),
]


def show(name, cost, ours):
    ratios = "".join(f"{c / o:8.1f} x" for c, o in zip(cost, ours))
    print(f"  {name:10}{cost[0]:8.2f} s{cost[1]:8.2f} s{cost[2]:7.0f} MB"
          f"{ratios if cost != ours else ''}", flush=True)


def bench(n, folder, peers):
    have = collections.Counter({(u, s, x): OPENING for u in UNITS
                                for s in SITES for x in ITEMS})
    all_moves = list(moves(n, have))

    def write(name, how, *what):
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as f:
            how(f, *what)
        return path
    pact = write("b.pact", lambda f: f.write(PACT))
    book = write("b.book", ours, all_moves)
    print(f"{n} movements, {os.path.getsize(book) / 1e6:.1f} MB of text: "
          "time, computing, memory, and how many times ours", flush=True)
    _, us = best(PROGRAM, "status", pact, book)
    show("détente", us, us)
    check_us([pact, book], have)
    with open(book, "a", encoding="utf-8") as f:
        asserted(f, have, all_moves[-1].day)
    run(PROGRAM, "status", pact, book)
    for name, how, command in peers:
        path = write(name, how, all_moves)
        said, cost = best(*[x.replace("{}", path) for x in command])
        compare(name, balances(said), have)
        show(name, cost, us)


def example():
    costs = [run(PROGRAM, "status", "pacts/drawdown-2022")[1][0] * 1000
             for _ in range(25)]
    print(f"status of pacts/drawdown-2022: {min(costs):.1f} ms at best, "
          f"{statistics.median(costs):.1f} ms in the middle")


def main():
    sizes = [int(x) for x in sys.argv[1:] if x != "--alone"]
    peers = [] if "--alone" in sys.argv else PEERS
    with tempfile.TemporaryDirectory() as folder:
        for n in sizes or [10_000, 100_000, 1_000_000]:
            bench(n, folder, peers)
    example()


main()
