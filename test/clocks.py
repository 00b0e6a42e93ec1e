"""Time zones: what base/clock.c says of clocks, beside Python's zoneinfo.

The twin knows nothing of tables: it asks zoneinfo what the clock shows at each
minute (of old times: second) around, and looks. By docs/judging.md, section 4:
a day begins when the zone's date is that day or later for the first time; a
time of day is the first moment at which the clock shows it, or a later one.
"""
import datetime
import os
import random
import subprocess
import zoneinfo

CLOCK = "build-test/clock"
ZONES = "/usr/share/zoneinfo"
SEEDS = 50
EPOCH = datetime.datetime(1970, 1, 1)
UTC = datetime.timezone.utc
DAY = 86400

# where clocks do odd things: at midnight, over a date line, by half an hour,
# summer time in winter, and rules for later years of each kind
ODD = ["Europe/Kyiv", "Asia/Beirut", "America/Havana", "Pacific/Apia",
       "America/St_Johns", "Australia/Lord_Howe", "Europe/Dublin",
       "America/Juneau", "Pacific/Kwajalein", "Asia/Manila",
       "Antarctica/Troll", "Africa/Casablanca", "America/Nuuk", "Asia/Gaza",
       "Asia/Tehran", "America/Sao_Paulo", "Africa/Cairo", "Asia/Pyongyang",
       "Africa/Monrovia", "Asia/Kathmandu", "America/Scoresbysund", "UTC",
       "CET", "EST5EDT", "Etc/GMT-14"]


class Twin:
    def __init__(self, name):
        self.zone = zoneinfo.ZoneInfo(name)

    def shows(self, utc):
        """What the clock shows, in seconds of its own since 1970."""
        t = (EPOCH + datetime.timedelta(seconds=utc)).replace(tzinfo=UTC)
        local = t.astimezone(self.zone).replace(tzinfo=None)
        passed = local - EPOCH
        return passed.days * DAY + passed.seconds

    def around(self, shown, step):
        """Each moment (in steps) in which the clock could show that."""
        return range(shown - 27 * 3600, shown + 27 * 3600, step)

    def first(self, shown, step):
        for utc in self.around(shown, step):
            if self.shows(utc) >= shown:
                return utc
        raise ValueError(shown)

    def times(self, shown, step):
        return [self.shows(utc) - utc for utc in self.around(shown, step)
                if self.shows(utc) == shown]

    def day_of(self, utc, step):
        """The latest date that was there up to now."""
        return max(self.shows(t) for t in range(utc - 27 * 3600, utc + 1, step)
                   ) // DAY


def changes(name, first, last):
    """Moments, by the minute, between which the clock is changed."""
    twin, found, step = Twin(name), [], 6 * 3600
    ahead = twin.shows(first) - first
    for utc in range(first + step, last, step):
        now = twin.shows(utc) - utc
        if now != ahead:
            found.append(utc)
        ahead = now
    return found


def seconds(year, month=1, day=1):
    return (datetime.datetime(year, month, day) - EPOCH).days * DAY


def asked(rng, name):
    """Questions and answers of the twin: around changes, and anywhere."""
    twin, out = Twin(name), []
    year = rng.choice([1925, 1945, 1975, 1991, 2011, 2022, 2024, 2040, 2400,
                       9000])
    near = changes(name, seconds(year), seconds(year + 1)) or [seconds(year)]
    for _ in range(3):
        utc = rng.choice(near) // 60 * 60 - 60 * rng.randrange(0, 1500)
        shown = twin.shows(utc) + 60 * rng.randrange(-200, 200)
        day, second = divmod(shown, DAY)
        # offsets of whole minutes: steps of a minute see all that happens
        if (twin.shows(utc) - utc) % 60:
            continue
        utc = utc // 60 * 60
        offsets = twin.times(shown, 60)
        first = twin.first(shown, 60)
        before = twin.shows(first - 60) - first + 60
        pair = ([offsets[0], offsets[-1]] if offsets
                else [before, twin.shows(first) - first])
        now = twin.shows(utc)
        this = twin.day_of(utc, 60)
        opens = twin.first(this * DAY, 60)
        out.append((f"first {day} {second}",
                    f"{first} {len(offsets)} {pair[0]} {pair[1]}"))
        out.append((f"is {utc}", f"{this} {utc - opens} {now // DAY} "
                                 f"{now % DAY} {now - utc}"))
        out.append((f"day {this}", str(opens)))
        out.append((f"back {utc}", str(utc)))
    return out


def ask(name, questions):
    run = subprocess.run([CLOCK, os.path.join(ZONES, name)], text=True,
                         input="".join(q + "\n" for q in questions),
                         capture_output=True, timeout=60)
    return run.stdout.splitlines() + [run.stderr] * bool(run.stderr)


# By hand: Kyiv skips 03:30 on 27 March 2022 and has it twice on 30 October;
# Apia had no 30 December 2011.
BY_HAND = [
    ("Europe/Kyiv", "first 19078 12600", "1648342800 0 7200 10800"),
    ("Europe/Kyiv", "first 19295 12600", "1667089800 2 10800 7200"),
    ("Europe/Kyiv", "day 19078", "1648332000"),
    ("Europe/Kyiv", "day 19079", "1648414800"),
    ("Pacific/Apia", "day 15337", "1325152800"),
    ("Pacific/Apia", "day 15338", "1325239200"),
    ("Pacific/Apia", "day 15339", "1325239200"),
]


def tests():
    for name, question, wanted in BY_HAND:
        found = ask(name, [question])
        yield (f"{name}, {question}",
               None if found == [wanted] else f"{found}, wanted {wanted}")
    zones = sorted(zoneinfo.available_timezones())
    for seed in range(SEEDS):
        rng = random.Random(seed)
        name = ODD[seed] if seed < len(ODD) else rng.choice(zones)
        pairs = asked(rng, name)
        found = ask(name, [q for q, _ in pairs])
        wrong = [(q, a, f) for (q, a), f in zip(pairs, found) if a != f]
        yield (f"{name}, seed {seed}",
               f"question, twin, program: {wrong[:3]} {found[len(pairs):]}"
               if wrong or len(found) != len(pairs) else None)
