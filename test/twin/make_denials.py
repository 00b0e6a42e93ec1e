"""Random entries that say that access was denied."""
import random

from model import Entry


def denials(case):
    """Adds some to one case in six, on days that are asked about. They are
    drawn by themselves: all else of the case stays as it was."""
    rng = random.Random(f"denied {case.seed}")
    if rng.random() >= 1 / 6:
        return
    names = list(case.parties)
    for _ in range(rng.choice([1, 1, 2])):
        day = rng.choice(case.days) - rng.choice([0, 0, 0, 1])
        spot = ("in", (rng.choice(list(case.places.zones)),)) \
            if rng.random() < 0.4 else ("at", tuple(rng.sample(
                list(case.places.sites), rng.choice([1, 1, 1, 2]))))
        e = Entry(("day", day), "restriction", who=(rng.choice(names),),
                  by=rng.choice(names), spot=spot)
        if rng.random() < 0.2:
            e.when = ("span", day, day + rng.randint(1, 2))
        if rng.random() < 0.3:
            e.until = e.when[-1] + rng.randint(0, 3)
        rng.choice(case.books).entries.append(e)
