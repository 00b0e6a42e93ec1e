"""Editors: the highlighting is current and marks what it should.

The expected marks were written by hand, a letter below each character:

    h head of a directive   n its name    a what an entry is   w other word
    v verdict   u unit, month   d date   # number   s quoted   > treaty's words
    c comment   . nothing

They are asked of Neovim, which reads the Vim files, and of the TextMate
grammar, by the small reader below.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

SAMPLE = """\
# a comment
ccccccccccc
> At most one hundred.
>>>>>>>>>>>>>>>>>>>>>>
limit 1.2 "Ceiling" # ours
hhhhh.nnn.sssssssss.cccccc
  at most 4_500 troops of RU in west-of
..ww.wwww.#####........ww....ww........
  within 30 days of 2022-02-01
..wwwwww.##.uuuu.ww.dddddddddd
non-party UA "Ukraine"
hhhhhhhhh.nn.sssssssss
2022-02-15 move RU/41CAA from limit.x to luga
dddddddddd.aaaa..........wwww.........ww.....
2022-02-15..2022-02-17T08:00Z hold RU at luga
ddddddddddddddddddddddddddddd.aaaa....ww.....
  10..14 launcher, id m1
..######...........ww...
expect broken 1.2 by RU on 15 March
hhhhhh.vvvvvv.###.ww....ww.##.uuuuu
"""

VIM = {"": ".", "detenteHead": "h", "detenteName": "n", "detenteAct": "a",
       "detenteWord": "w", "detenteVerdict": "v", "detenteUnit": "u",
       "detenteDate": "d", "detenteNumber": "#", "detenteString": "s",
       "detenteWords": ">", "detenteComment": "c"}
SCOPES = {"comment": "c", "markup.quote": ">", "string": "s",
          "keyword.control": "h", "entity.name": "n",
          "constant.numeric.date": "d", "constant.numeric": "#",
          "constant.language": "v", "support.type": "u", "keyword.other": "w"}


def sample():
    lines = SAMPLE.splitlines()
    return list(zip(lines[::2], lines[1::2]))


def alike(text, marks):
    """Blanks may be marked or not, where a mark goes on behind them."""
    return "".join("." if c.isspace() else m for c, m in zip(text, marks))


# ---- Neovim ----

SCRIPT = """
set rtp^=editors/vim
syntax on
edit {file}
let out = [&filetype]
for l in range(1, line('$'))
  let row = []
  for c in range(1, col([l, '$']) - 1)
    call add(row, synIDattr(synID(l, c, 1), 'name'))
  endfor
  call add(out, join(row, ','))
endfor
call writefile(out, '{out}')
qa!
"""


def by_vim():
    if not shutil.which("nvim"):
        return "Neovim is not there: ./setup test installs it"
    with tempfile.TemporaryDirectory() as tmp:
        file, out = tmp + "/sample.pact", tmp + "/out"
        with open(file, "w", encoding="utf-8") as f:
            f.write("\n".join(t for t, _ in sample()) + "\n")
        with open(tmp + "/s.vim", "w", encoding="utf-8") as f:
            f.write(SCRIPT.format(file=file, out=out))
        r = subprocess.run(["nvim", "-es", "-u", "NONE", "-i", "NONE", "-S",
                            tmp + "/s.vim"], capture_output=True, timeout=60,
                           stdin=subprocess.DEVNULL)
        if not os.path.exists(out):
            return r.stderr.decode(errors="replace") or "it wrote nothing"
        with open(out, encoding="utf-8") as f:
            kind, *rows = f.read().splitlines()
    if kind != "detente":
        return f"the file is of type '{kind}'"
    got = ["".join(VIM[g] for g in row.split(",")) for row in rows]
    return compare(got)


def compare(got):
    wrong = []
    for (text, want), have in zip(sample(), got):
        if alike(text, want) != alike(text, have):
            wrong.append(f"{text}\n{want} expected\n{have}")
    return "\n".join(wrong) or None


# ---- TextMate ----

def scope(name):
    best = max((s for s in SCOPES if name.startswith(s)), key=len)
    return SCOPES[best]


def textmate_line(rules, text):
    """The first rule that matches earliest, again and again."""
    marks, at = ["."] * len(text), 0
    while at < len(text):
        found = None
        for rule in rules:
            m = re.compile(rule["match"]).search(text, at)
            if m and m.end() > at and (not found or m.start() <
                                       found[0].start()):
                found = m, rule
        if not found:
            break
        m, rule = found
        if "name" in rule:
            marks[m.start():m.end()] = scope(rule["name"]) * len(m[0])
        for n, c in rule.get("captures", {}).items():
            if m[int(n)] is not None:
                s = m.span(int(n))
                marks[s[0]:s[1]] = scope(c["name"]) * (s[1] - s[0])
        at = max(m.end(), at + 1)
    return "".join(marks)


def by_textmate():
    path = "editors/vscode/syntaxes/detente.tmLanguage.json"
    with open(path, encoding="utf-8") as f:
        rules = json.load(f)["patterns"]
    got = [textmate_line(rules, t) for t, _ in sample()]
    # it has one name for the heads of directives and of entries
    return compare([m.replace("h", "a") if w.startswith("d") else m
                    for m, (_, w) in zip(got, sample())])


# ---- the words ----

def current():
    r = subprocess.run([sys.executable, "tools/editors.py", "--check"],
                       capture_output=True, text=True)
    return None if not r.returncode else \
        f"run tools/editors.py: {r.stdout}{r.stderr}"


def all_words():
    """Every reserved word, and every word that opens a directive in the
    pages, is known to the table."""
    sys.path.insert(0, "tools")
    import editors
    known = set(editors.HEADS + editors.CLAUSES + editors.LINES + editors.JOIN
                + editors.UNITS + editors.MONTHS + editors.ACTS
                + ["side", "party", "parties", "N", "S", "E", "W"])
    with open("docs/language.md", encoding="utf-8") as f:
        page = f.read()
    block = re.search(r"```reserved\n(.*?)```", page, re.S)[1]
    missing = set(block.split()) - known
    for body in re.findall(r"```(?:pact|book)[^\n]*\n(.*?)```", page, re.S):
        for line in body.splitlines():
            m = re.match(r"([a-z-]+) ", line)
            if m and m[1] not in editors.HEADS + editors.CLAUSES:
                missing.add(m[1])
            m = re.match(r"[\d.T:Z-]+ ([a-z]+)", line)
            if m and m[1] not in editors.ACTS:
                missing.add(m[1])
    return f"not in tools/editors.py: {sorted(missing)}" if missing else None


def tests():
    yield "the files are what tools/editors.py writes", current()
    yield "the table has all words", all_words()
    yield "the sample is marked as wanted, by Vim's rules", by_vim()
    yield "the sample is marked as wanted, by TextMate's", by_textmate()
