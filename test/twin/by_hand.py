"""Runs the examples of check_rules.py and check_steps.py."""
import check_steps
from check_rules import EXAMPLES
from rules import Contradiction, rows
from small import day

assert check_steps              # its examples are in the list


def subject(text):
    if text is None:
        return None
    if text.startswith("side "):
        return ("side", (text[5:],))
    ids = tuple(sorted(text.split("+")))
    return ("sum" if len(ids) > 1 else "party", ids)


def check(f):
    """What is wrong with an example, or None."""
    case, wanted = f()
    wrong = []
    for want in wanted:
        at, *rest = want
        this = case
        if len(rest) > 8:
            this = rest.pop()
        try:
            got = rows(this, day(at))
        except Contradiction as e:
            if rest != ["contradiction"]:
                wrong.append(f"day {at}: contradiction ({e}), not {rest}")
            continue
        if rest == ["contradiction"]:
            wrong.append(f"day {at}: no contradiction")
            continue
        id, line, who, basis, verdict, reason, low, high = rest
        found = [r for r in got if (r.id, r.line, r.basis) ==
                 (id, line, basis) and r.subject == subject(who)]
        is_so = [(r.verdict, r.reason, r.low, r.high) for r in found]
        if is_so != [(verdict, reason, low, high)]:
            wrong.append(f"day {at}: {rest[:4]}\n  by hand "
                         f"{(verdict, reason, low, high)}\n  twin    {is_so}")
    return "\n".join(wrong) or None


def tests():
    for f in EXAMPLES:
        yield f"by hand: {f.__name__.replace('_', ' ')}", check(f)


if __name__ == "__main__":
    bad = [(name, wrong) for name, wrong in tests() if wrong]
    for name, wrong in bad:
        print(f"FAILED {name}\n{wrong}")
    print(f"{len(EXAMPLES)} examples, {len(bad)} wrong")
