"""Each message: its golden file, and that its mend mends.

For every kind of src/diag/kinds.def the page of `detente explain` has a text
with the fault and one without. `check` of the first must say what the golden
file says, that message alone; `check` of the second must not say it.
"""
import json
import os
import re
import subprocess
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
# An example that JSON cannot hold: it is not UTF-8.
RAW = {"E0101": b'pact "Accord de d\xe9tente"\n'}


def codes():
    with open("src/diag/kinds.def", encoding="utf-8") as f:
        return re.findall(r'^KIND\(\w+, "([EL]\d+)"', f.read(), re.M)


def page(code):
    run = subprocess.run([PROGRAM, "explain", code, "--json"],
                         capture_output=True, text=True)
    return json.loads(run.stdout)


MAP = os.path.abspath("test/import/example.map")


def check(folder, text, code):
    if code.startswith("E05"):
        with open(os.path.join(folder, "example.csv"), "wb") as f:
            f.write(text)
        run = subprocess.run([PROGRAM, "import", "example.csv", "--map", MAP],
                             cwd=folder, capture_output=True, text=True)
        return run.returncode, run.stderr.replace(MAP, "example.map")
    with open(os.path.join(folder, "example.pact"), "wb") as f:
        f.write(text)
    run = subprocess.run([PROGRAM, "check", "example.pact"], cwd=folder,
                         capture_output=True, text=True, errors="replace")
    return run.returncode, run.stderr


def said(text):
    return re.findall(r"^(?:error|warning)\[(\w+)\]", text, re.M)


def one(folder, code):
    p = page(code)
    status, text = check(folder, RAW.get(code) or p["wrong"].encode(), code)
    with open(f"test/golden/{code}.txt", encoding="utf-8") as f:
        golden = f.read()
    if text != golden:
        return f"--- golden\n{golden}--- said\n{text}"
    if said(text) != [code]:
        return f"it says {said(text)}"
    refused = code.startswith("E05") and code > "E0502"  # rows of a table
    if status != (1 if refused else 2 if code[0] == "E" else 0):
        return f"exit status {status}"
    _, text = check(folder, p["right"].encode(), code)
    return text if code in said(text) or "error[" in text else None


def tests():
    known = codes()
    with tempfile.TemporaryDirectory() as folder:
        for code in known:
            yield code, one(folder, code)
    files = sorted(n[:-4] for n in os.listdir("test/golden")
                   if re.fullmatch(r"[EL]\d+\.txt", n))
    yield "no golden file is left over", (
        None if files == sorted(known) else str(set(files) ^ set(known)))
