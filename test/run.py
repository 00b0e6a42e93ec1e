#!/usr/bin/env python3
"""Run every test of the project; the last line is 'N passed, N failed'.

    test/run.py            all of them
    test/run.py WORD ...   only suites whose name holds one of the words
    test/run.py --first .. and no further than to the first that fails

A suite is a module in test/ with a function tests() that yields
(name, failure) for each test, failure being None or what went wrong.
"""
import importlib
import os
import sys
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
SUITES = ["floors", "names", "unit", "example", "messages", "lint", "known", "outlines",
          "docs", "drafts", "rulings", "cli", "verbs", "tried", "consolidated", "completions", "schemas",
          "pages", "highlight", "lsp", "pacts", "imports",
          "large", "hints", "slips", "worked", "bad", "words", "kept",
          "twin.twin"]


def results(suite):
    """Its tests; what breaks off a suite is one more that failed."""
    try:
        yield from importlib.import_module(suite).tests()
    except Exception:
        yield "the suite itself", traceback.format_exc()


def main():
    os.chdir(os.path.dirname(HERE))
    sys.path.insert(0, HERE)
    words = [w for w in sys.argv[1:] if w != "--first"]
    first = len(words) < len(sys.argv) - 1
    passed = failed = 0
    for suite in SUITES:
        if words and not any(w in suite for w in words):
            continue
        good = bad = 0
        for name, failure in results(suite):
            if failure is None:
                good += 1
                continue
            bad += 1
            print(f"FAILED {suite}: {name}\n{failure}", flush=True)
            if first:
                sys.exit(1)
        print(f"{suite}: {good} passed, {bad} failed", flush=True)
        passed += good
        failed += bad
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
