#!/usr/bin/env python3
"""Run every test of the project; the last line is 'N passed, N failed'.

    test/run.py            all of them
    test/run.py WORD ...   only suites whose name holds one of the words
    test/run.py --first .. and no further than to the first that fails

A suite is a module in test/ with a function tests() that yields
(name, failure) for each test, failure being None or what went wrong. Suites
run side by side, one to a processor, each in a process of its own.
"""
import importlib
import multiprocessing
import os
import sys
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
SUITES = ["floors", "names", "unit", "clocks", "example", "messages", "lint", "known", "outlines",
          "docs", "drafts", "rulings", "cli", "verbs", "tried", "consolidated", "diff", "completions", "schemas",
          "pages", "highlight", "lsp", "pacts", "imports",
          "large", "hints", "slips", "worked", "bad", "words", "kept",
          "twin.twin"]


LONGEST = ["words", "twin.twin"]  # begun first, that none waits for them


def results(suite):
    """Its tests; what breaks off a suite is one more that failed."""
    try:
        yield from importlib.import_module(suite).tests()
    except Exception:
        yield "the suite itself", traceback.format_exc()


def run(suite, first=False):
    """Its name, how many passed and failed, and what it has to say."""
    good = bad = 0
    said = []
    for name, failure in results(suite):
        if failure is None:
            good += 1
            continue
        bad += 1
        said.append(f"FAILED {suite}: {name}\n{failure}\n")
        if first:
            break
    said.append(f"{suite}: {good} passed, {bad} failed\n")
    return good, bad, "".join(said)


def side_by_side(suites):
    """Each suite in a process, as many at once as there are processors."""
    here = set(suites)
    queue = [s for s in LONGEST if s in here]
    queue += [s for s in suites if s not in LONGEST]
    with multiprocessing.Pool(len(os.sched_getaffinity(0)),
                              maxtasksperchild=1) as pool:
        yield from pool.imap_unordered(run, queue, chunksize=1)


def main():
    os.chdir(os.path.dirname(HERE))
    sys.path.insert(0, HERE)
    words = [w for w in sys.argv[1:] if w != "--first"]
    first = len(words) < len(sys.argv) - 1
    suites = [s for s in SUITES
              if not words or any(w in s for w in words)]
    passed = failed = 0
    for good, bad, said in (run(s, True) for s in suites) if first \
            else side_by_side(suites):
        print(said, end="", flush=True)
        passed += good
        failed += bad
        if first and bad:
            sys.exit(1)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
