"""Completions: they are what the program's help says, and bash's work."""
import os
import re
import shutil
import subprocess
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
FILES = {"bash": "completions/detente.bash", "zsh": "completions/_detente",
         "fish": "completions/detente.fish"}
ASK = """source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
_detente
if ((${#COMPREPLY[@]})); then printf '%s\\n' "${COMPREPLY[@]}"; fi
"""


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def help_of(*words):
    return subprocess.run([PROGRAM, "help", *words], capture_output=True,
                          text=True).stdout


def verbs():
    return re.findall(r"^  (\w+) +\S", help_of(), re.M)


def offered(folder, *words):
    """What bash offers for the last of the words."""
    r = subprocess.run(["bash", "-c", ASK, "bash",
                        os.path.abspath(FILES["bash"]), "detente", *words],
                       capture_output=True, text=True, cwd=folder)
    return r.stderr or sorted(r.stdout.split("\n")[:-1])


def current():
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run(["python3", "tools/completions.py", PROGRAM,
                               folder], capture_output=True, text=True)
        for shell, path in FILES.items():
            name = os.path.join(folder, os.path.basename(path))
            yield f"{path} is what tools/completions.py makes", (
                made.stderr or (None if read(name) == read(path) else
                                "run it: it writes another file"))
    for shell, path in FILES.items():
        if shutil.which(shell):
            r = subprocess.run([shell, "-n", path], capture_output=True,
                               text=True)
            yield f"{shell} reads it", (r.stderr or None) if (
                r.returncode or r.stderr) else None


def complete():
    """Each verb with its options is in all three."""
    text = {shell: read(path) for shell, path in FILES.items()}
    cases = {"bash": r"^    {}\)\n(.*?);;", "zsh": r"^    \({}\)\n(.*?);;"}
    for verb in verbs():
        options = re.findall(r"^  (--[\w-]+)", help_of(verb), re.M)
        for shell, case in cases.items():
            part = re.search(case.format(verb), text[shell], re.M | re.S)
            missing = [o for o in options if not part or
                       not re.search(re.escape(o) + r"[ \[\"]", part[1])]
            yield f"{shell}: {verb}", str(missing) if missing else None
        from_fish = set(re.findall(
            rf"_from {verb}' -l ([\w-]+)", text["fish"]))
        missing = {o[2:] for o in options} - from_fish
        yield f"fish: {verb}", str(missing) if missing else None


def asked(folder):
    for name in ("a.pact", "b.book", "notes.txt", "two words.book"):
        open(os.path.join(folder, name), "w").close()
    os.mkdir(os.path.join(folder, "inside"))
    ours = ["a.pact", "b.book", "inside", "two words.book"]
    general = ["--help", "--version"]
    for words, want in (
            ([""], sorted(verbs())), (["st"], ["status"]),
            (["--"], general), (["status", ""], ours),
            (["status", "t"], ["two words.book"]),
            (["status", "--"], ["--clause", "--help", "--json", "--on",
                               "--scenario", "--whom", "--with"]),
            (["status", "--o"], ["--on"]), (["status", "--on", ""], []),
            (["status", "--on", "2022-02-01", "a"], ["a.pact"]),
            (["--on", "2022-02-01", "stat"], ["status"]),
            (["--on", "verify", ""], sorted(verbs())),
            (["--on", "verify", "status", "--str"], []),
            (["verify", "--str"], ["--strict"]),
            (["check", "a.pact", "--with", ""], sorted([*ours, "notes.txt"])),
            (["show", "a.pact", "m"], ["movements"]),
            (["show", ""], sorted([*ours, "holdings", "movements",
                                   "observations", "totals", "events"])),
            (["new", ""], ["inside"]), (["help", "ver"], ["verify"]),
            (["explain", ""], []), (["nonsense", ""], [])):
        got = offered(folder, *words)
        yield f"bash: {words}", None if got == want else str(got)
    for verb in verbs():
        options = re.findall(r"^  (--[\w-]+)", help_of(verb), re.M)
        want = sorted([*options, "--help"])
        got = offered(folder, verb, "--")
        yield f"bash: the options of {verb}", (
            None if got == want else str(got))


def tests():
    yield from current()
    yield from complete()
    with tempfile.TemporaryDirectory() as folder:
        yield from asked(folder)
