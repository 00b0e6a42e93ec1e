#!/usr/bin/env python3
"""Draw docs/drawdown-2022.svg: each clause of the example over time.

    tools/picture.py [PROGRAM]      writes the picture to standard output

Everything in it comes from `detente status --json` and `detente why --json`.
"""
import datetime
import html
import json
import subprocess
import sys

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else "build/detente"
PACT = "pacts/drawdown-2022"
FIRST = datetime.date(2022, 1, 24)
LAST = datetime.date(2022, 2, 23)
DAYS = (LAST - FIRST).days + 1
LEFT, DAY, ROW, TOP = 430, 19, 22, 58
COLOURS = {"kept": "#5aa469", "broken": "#c8443a", "undetermined": "#ecc05c",
           "not_due": "#e4e4e0", "not_in_force": "#f4f4f1"}
NAMES = {"kept": "kept", "broken": "broken", "undetermined": "undetermined",
         "not_due": "not due", "not_in_force": "not in force"}


def ask(*words):
    run = subprocess.run([PROGRAM, *words, "--json", "--on", str(LAST), PACT],
                         capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def day_of(moment, otherwise):
    if moment is None:
        return otherwise
    day = datetime.date.fromisoformat(moment[:10])
    return max(0, min(DAYS, (day - FIRST).days))


def joined(segments):
    """Stretches of one verdict, whatever its reason."""
    out = []
    for s in segments:
        if out and out[-1]["verdict"] == s["verdict"]:
            out[-1] = dict(out[-1], until=s["until"])
        else:
            out.append(s)
    return out


def rows():
    """(label, segments) of each row that is judged."""
    seen = set()
    for status in ask("status")["clauses"]:
        clause = status["id"]
        if clause in seen or status["verdict"] == "not_judged":
            continue
        seen.add(clause)
        for row in ask("why", clause)["rows"]:
            if row["basis"] != "combined" or not row["segments"]:
                continue
            if all(s["verdict"] in ("not_due", "not_in_force")
                   for s in row["segments"]):
                continue
            who = " + ".join(row["subject"]["ids"])
            what = (row["segments"][-1]["allowed"] or {"unit": ""})["unit"]
            what = what or "days"  # nothing to tell
            what = "" if " " in what or what == "days" else f": {what}"
            if row["host"]:
                who += " in " + "+".join(row["host"]["ids"])
            yield (f"{clause}  {status['title']}, {who}{what}",
                   joined(row["segments"]))


def text(x, y, words, size=12, anchor="start", weight="normal"):
    return (f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" '
            f'font-weight="{weight}">{html.escape(words)}</text>')


def main():
    table = list(rows())
    width, height = LEFT + DAYS * DAY + 16, TOP + len(table) * ROW + 44
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
           f'height="{height}" viewBox="0 0 {width} {height}" '
           'font-family="sans-serif" fill="#222">',
           f'<rect width="{width}" height="{height}" fill="#fff"/>',
           text(12, 22, "A mutual drawdown in eastern Europe, judged day by "
                "day on what was published", 14, weight="bold")]
    for k in range(0, DAYS, 7):
        day = FIRST + datetime.timedelta(days=k)
        out.append(text(LEFT + k * DAY, TOP - 10,
                        f"{day.day} {day.strftime('%b')}", 11))
    for i, (label, segments) in enumerate(table):
        y = TOP + i * ROW
        out.append(text(12, y + 14, label))
        for s in segments:
            a, b = day_of(s["from"], 0), day_of(s["until"], DAYS)
            if b > a:
                out.append(
                    f'<rect x="{LEFT + a * DAY}" y="{y}" '
                    f'width="{(b - a) * DAY - 1}" height="{ROW - 4}" '
                    f'fill="{COLOURS[s["verdict"]]}"/>')
    x, y = LEFT, TOP + len(table) * ROW + 12
    for verdict, name in NAMES.items():
        out.append(f'<rect x="{x}" y="{y}" width="12" height="12" '
                   f'fill="{COLOURS[verdict]}" stroke="#ccc"/>')
        out.append(text(x + 17, y + 11, name, 11))
        x += 34 + 7 * len(name)
    print("\n".join(out + ["</svg>"]))


main()
