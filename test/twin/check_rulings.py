"""The twin against the table of test/rulings/, worked out by hand."""
import os
import sys
from datetime import date

import read_rulings
from rules import Contradiction, Twin

# Pacts of words that the twin does not judge yet.
UNKNOWN = {"crowd", "deeds", "freeze", "leads", "members", "others",
           "reckoned", "sometime", "sums", "total", "units"}
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..",
                      "rulings")


def text(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as f:
        return f.read()


def is_there(name):
    return os.path.exists(os.path.join(FOLDER, name))


def differs(want, rows):
    """None, or what the twin says instead."""
    ids = tuple(sorted(want["subject"].split("+")))
    found = [r for r in rows if r.id == want["clause"]
             and r.basis == want["basis"] and r.subject
             and tuple(sorted(r.subject[1])) == ids
             and (want["line"] == "?" or "line" in r.vague
                  or str(r.line) == want["line"])]
    for r in found:
        ends = {"low": r.low, "high": "open" if r.low is not None
                and r.high is None else r.high, "allowed": r.allowed}
        if r.verdict == want["verdict"] \
                and want["reason"] in ("*", r.reason) \
                and all(want[k] in ("", str(v), "none" if v is None else "")
                        for k, v in ends.items()
                        if k != "allowed" or v is not None):
            return None
    return f"{want}\n  twin: {found}"


def tests():
    head, *rows = [x.split("\t") for x in text("expected.tsv").split("\n")
                   if x]
    said = {}
    for want in [dict(zip(head, row, strict=True)) for row in rows]:
        if want["pact"] in UNKNOWN:
            continue
        pact, day = want["pact"], want["on-day"]
        if (pact, day) not in said:
            case = read_rulings.read(text(pact + ".pact"), *map(text, filter(
                is_there, (pact + ".book", pact + "-2.book"))))
            try:
                said[pact, day] = Twin(case).rows(
                    date.fromisoformat(day).toordinal())
            except Contradiction:
                said[pact, day] = None
        rows = said[pact, day]
        name = f"twin: {pact} {day} {want['clause']} {want['subject']}"
        if want["verdict"].startswith("E"):
            yield name, None if rows is None else "no contradiction"
        else:
            yield name, "contradiction" if rows is None \
                else differs(want, rows)


if __name__ == "__main__":
    bad = [f"{name}\n{wrong}" for name, wrong in tests() if wrong]
    print("\n".join(bad))
    sys.exit(1 if bad else 0)
