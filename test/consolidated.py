"""The text in force on a day: by hand, and of the real agreements.

Of an agreement the text in force is a pact again, in good layout, and on that
day it says of each of its clauses, on the same books, what the whole text says.
"""
import glob
import json
import os
import shutil
import subprocess
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
DAYS = {"cfe-1990": ["1994-01-01", "1999-12-31"],
        "drawdown-2022": ["2022-02-10"],
        "egypt-israel-1979": ["1981-01-01", "2012-08-01"],
        "golan-1974": ["1974-07-01"],
        "korea-2018": ["2018-10-01", "2022-12-26"],
        "minsk-2015": ["2015-01-01", "2018-08-01"],
        "montreux-1936": ["2031-08-10"],
        "newstart-2010": ["2014-01-01", "2022-09-01"],
        "vienna-2011": ["2010-01-01", "2020-03-02"],
        "washington-1922": ["1924-06-01", "1935-01-01"]}
# Days on which books name clauses that are left out.
NAMED = {("cfe-1990", "1994-01-01"), ("korea-2018", "2018-10-01"),
         ("egypt-israel-1979", "1981-01-01"),
         ("egypt-israel-1979", "2012-08-01"), ("vienna-2011", "2010-01-01")}
PACT = """\
# What was agreed.
pact "P"
  in force from 2030-01-01
party ARD "Ardenia"
item tank "Tank"

# The first years.
> No more than ten.
limit 1 "Early"
  at most 10 tank of ARD
  until 2030-12-31
exception 1.x to limit 1 "Then, too"
  at most 12 tank
article 2 "Later"
limit 2.1
  at most 5 tank of ARD
  from 2031-01-01
  unless limit 3 is kept
# Named by a clause of later.
limit 3
  no tank of ARD
  until 2030-06-30
expect kept 1 by ARD on 2030-02-01
scenario "s"
  set limit 1 to 11 tank
2030-01-01 complete ARD
  for tank
"""
LATER = """\
# The text in force on 1 February 2031. Left out, besides entries:
#   over: limit 1, "Early"
#   over: exception 1.x, "Then, too"

# What was agreed.
pact "P"
  in force from 2030-01-01
party ARD "Ardenia"
item tank "Tank"
article 2 "Later"
limit 2.1
  at most 5 tank of ARD
  from 2031-01-01
  unless limit 3 is kept
# Named by a clause of later.
limit 3
  no tank of ARD
  until 2030-06-30
"""
EARLIER = """\
# The text in force on 1 August 2030. Left out, besides entries:
#   over: limit 3
#   not yet in force: limit 2.1

# What was agreed.
pact "P"
  in force from 2030-01-01
party ARD "Ardenia"
item tank "Tank"

# The first years.
> No more than ten.
limit 1 "Early"
  at most 10 tank of ARD
  until 2030-12-31
exception 1.x to limit 1 "Then, too"
  at most 12 tank
"""


def run(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True,
                          encoding="utf-8", timeout=300)


def by_hand(folder, day, want):
    path = folder + "/p.pact"
    with open(path, "w", encoding="utf-8") as f:
        f.write(PACT)
    r = run("consolidate", path, "--on", day)
    return None if (r.returncode, r.stdout) == (0, want) else \
        f"exit status {r.returncode}\n{r.stderr}{r.stdout}"


def rows(*words):
    """What is said of each row, without its places in the text; None: the
    books name a clause that was left out."""
    r = run("status", *words, "--json")
    if "error[E0208]" in r.stderr:
        return None
    if r.returncode:
        raise RuntimeError(r.stderr)
    said = {}
    for row in json.loads(r.stdout)["clauses"]:
        key = json.dumps([row[k] for k in ("id", "line", "subject", "basis",
                                           "host")])
        said.setdefault(key, []).append(json.dumps(
            [row[k] for k in ("verdict", "reason", "measured", "allowed")]))
    return said


def of_agreement(folder, name, day):
    made = f"{folder}/{name}.pact"
    r = run("consolidate", f"pacts/{name}", "--on", day)
    if r.returncode:
        return r.stderr
    with open(made, "w", encoding="utf-8") as f:
        f.write(r.stdout)
    for path in glob.glob(f"pacts/{name}/*.geojson"):
        shutil.copy(path, folder)
    for words in (("check", made), ("fmt", made, "--check")):
        r = run(*words)
        if r.returncode:
            return f"{words[0]}\n{r.stderr}"
    books = sorted(glob.glob(f"pacts/{name}/*.book"))
    now, was = rows(made, *books, "--on", day), rows(f"pacts/{name}", "--on",
                                                     day)
    if now is None:
        return None if (name, day) in NAMED else "a book names what is left out"
    wrong = [f"{k}\nis {v}\nwas {was.get(k)}" for k, v in now.items()
             if was.get(k) != v]
    return "\n".join(wrong[:5]) or (None if now else "it says nothing")


def tests():
    with tempfile.TemporaryDirectory() as folder:
        yield "by hand: later", by_hand(folder, "2031-02-01", LATER)
        yield "by hand: earlier", by_hand(folder, "2030-08-01", EARLIER)
        for name, days in DAYS.items():
            for day in days:
                yield f"{name} on {day}", of_agreement(folder, name, day)
