"""A wider range tells less: what was kept may become undetermined, but never
broken or back, and the same of broken. (All worlds of the narrow book are
worlds of the wide one.)

Steps, consents and remedies are left out: what hangs on them begins "when it
is shown, not when it may have been".
"""
import copy
import random
from dataclasses import replace

KINDS = ("limit", "quota", "notice")
OPPOSITE = {("kept", "broken"), ("broken", "kept"),
            ("not_in_force", "broken"), ("broken", "not_in_force"),
            ("kept", "not_in_force")}


def widened(case, seed):
    """The case with some figures of its books made wider, or None."""
    rng = random.Random(f"wider {seed}")
    out = copy.copy(case)
    out.books = [replace(b, entries=list(b.entries)) for b in case.books]
    found = [(b, k, n) for b in out.books for k, e in enumerate(b.entries)
             for n, s in enumerate(e.stocks)
             if s.figure[0] in ("n", "range") and s.figure[1] > 0
             and e.act in ("hold", "raise", "recount", "event")]
    if not found:
        return None
    asked = {i.split(".")[0] for i in items_of(case)}
    found = [x for x in found if x[0].entries[x[1]].stocks[x[2]].item
             .split(".")[0] in asked] or found
    for book, k, n in rng.sample(found, min(len(found), rng.choice(
            [1, 1, 2, 3]))):
        e = book.entries[k]
        low, high = e.stocks[n].figure[1], e.stocks[n].figure[-1]
        less, more = rng.choice([(1, 1), (0, 6), (8, 0), (20, 20), (60, 60)])
        stocks = list(e.stocks)
        stocks[n] = replace(stocks[n], figure=(
            "range", max(0, low - less), high + more))
        book.entries[k] = replace(e, stocks=stocks)
    out.answers, out.contradiction = {}, False
    return out


def items_of(case):
    """The items that its clauses and conditions ask for."""
    for a, c in case.clauses():
        for m in c.lines + [x.fact[1] for x in c.conditions + a.conditions
                            if x.fact[0] == "there"]:
            for _, items in getattr(m, "terms", ()):
                yield from items[1] if items[0] == "sum" else items[1:]
            if getattr(m, "size", None):
                yield m.size[2]
        for _, item in c.size[1] if c.size else ():
            yield item


def turned(narrow, wide):
    """Rows whose verdict is another, where it may only have become less
    definite. NARROW, WIDE: {key: verdict}."""
    return [f"{key}: {was}, with a wider range {wide[key]}"
            for key, was in narrow.items()
            if (was, wide.get(key)) in OPPOSITE]


def of_twin(rows):
    return {r.key: r.verdict for r in rows
            if r.kind in KINDS and r.basis == "combined"}


def of_program(document):
    return {(r["id"], r["line"], r["subject"]["kind"],
             tuple(sorted(r["subject"]["ids"])), None,
             r["basis"]): r["verdict"]
            for r in document.get("clauses", ())
            if r["kind"] in KINDS and r["subject"]
            and r["basis"] == "combined"}
