"""The tests in C, under the address and undefined-behaviour sanitizers."""
import os
import re
import subprocess

PROGRAM = "build-test/unit"


def tests():
    env = dict(os.environ, CMOCKA_MESSAGE_OUTPUT="TAP",
               ASAN_OPTIONS="detect_leaks=1:abort_on_error=0",
               UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1")
    run = subprocess.run([PROGRAM], env=env, capture_output=True, text=True,
                         errors="replace")
    lines = run.stdout.split("\n")
    seen = 0
    for line in lines:
        m = re.match(r"(not )?ok \d+ - (.*)", line)
        if m:
            seen += 1
            yield m[2], (run.stderr + run.stdout)[-4000:] if m[1] else None
    plan = re.search(r"^1\.\.(\d+)", run.stdout, re.M)
    ended = plan is not None and seen == int(plan[1])
    clean = run.returncode == 0 or any(l.startswith("not ok") for l in lines)
    yield ("the program ran to its end, and nothing leaked",
           None if ended and clean else (run.stdout + run.stderr)[-4000:])
