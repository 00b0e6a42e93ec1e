#!/usr/bin/env python3
"""The program against its twin on random pacts of the newer kinds.

    kinds.py KIND FIRST LAST    hunts: up to five differences
"""
import sys
from types import SimpleNamespace

import read_rulings
from judge import Contradiction
from make_duties import KINDS, make, world
from rules import Twin

SEEDS = 100


def case(kind, seed):
    """(texts, days, the case)"""
    texts, days = make(kind, seed)
    books = [t for name, t in texts.items() if name.endswith(".book")]
    return texts, days, read_rulings.read(texts["t.pact"], *books)


def group(tools, kind, seeds):
    """Reports of what differs among these seeds."""
    q, asked, out = tools.Questions(), [], []
    for seed in seeds:
        texts, days, it = case(kind, seed)
        asked.append((seed, texts, days, it, q.put(texts, days)))
    answers = q.answers()
    for seed, texts, days, it, there in asked:
        twin = Twin(it)
        for day, n in zip(days, there):
            try:
                rows = twin.rows(day)
            except Contradiction:
                rows = None
            what = tools.compare(rows, answers[n]) if rows is not None else (
                None if answers[n].get("errors") else "the books leave no "
                "world, and the program does not say so")
            if what:
                out.append(tools.report(f"{kind} {seed}", texts, day, what))
                break
    return out


def tests(tools):
    for kind in KINDS:
        for first in range(0, SEEDS, 50):
            yield (f"{kind}: seeds {first}..{first + 49}",
                   tools.told(group(tools, kind, range(first, first + 50))))


def main():
    import twin
    tools = SimpleNamespace(**vars(twin))
    kind, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    found = group(tools, kind, range(first, last))
    for text in found[:5]:
        print(text.replace(world(), "..."))
    print(f"{len(found)} differ")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
