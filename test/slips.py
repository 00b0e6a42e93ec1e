"""One wrong word in each form that is read, but not judged yet.

A form is put below test/docs/forces.pact and terms.pact: it must be read
without an error. Then one of its words is made wrong: that must be the one
error, in its place, and the message must say the words. Layout must keep the
meaning: done twice it is as done once, and says the same.
"""
import os
import re
import subprocess
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
PARTS = ["test/docs/forces.pact", "test/docs/terms.pact"]
MORE = """number level = 40
number reach = 40 km
number told of each party, declared
date opening = 2022-02-01
event launching.test
"""

# (form, its right words, the wrong ones, words of the message, and the words
# that the message points at if these are not the wrong ones)
LIMITS = [
    ("only troops of RU in belarus", "troops", "trops", "`troops`"),
    ("no tank or artillery of RU in belarus", "artillery", "artilery",
     "`artillery`"),
    ("no exercise or launching of RU", "launching", "lanching",
     "`launching`"),
    ("no launching by warship of each party in belarus", "warship", "warsip",
     "`warship`"),
    ("at most 20 tank or 30 acv of RU in belarus", "belarus", "bellarus",
     "`belarus`"),
    ("at most 100 missile destroyed by launching of RU", "destroyed by",
     "destroyed bye",
     "`in any way`", "bye"),
    ("at most 100 missile destroyed in any way of RU", "any way", "any weigh",
     "`in any way`", "in"),
    ("at most 15_000 lt of warship of US in poland", "of warship",
     "off warship", "`of`", "off"),
    ("at most 1_550 warheads on missile of US", "missile", "misile",
     "`missile`"),
    ("at most 10..20 tank of RU in belarus", "tank", "tnak", "`tank`"),
    ("at most between 10 and 20 tank of RU", "and", "or", "`and`"),
    ("at most 10% of level tank of RU in belarus", "level", "levle",
     "`level`"),
    ("at most the smaller of 10 and level tank of RU", "and level",
     "or level", "`and`", "or"),
    ("at most as many tank of RU as on 2022-02-06", "as on", "as by",
     "`on DATE` or `last reported`", "by"),
    ("at least as many tank of RU in belarus as last reported", "reported",
     "told", "`on DATE` or `last reported`", "last"),
    ("at most 100 tank of that party in belarus", "party", "partie",
     "`party` or `side`"),
    ("at most 100 tank of the other side in belarus", "side", "flank",
     "`party` or `side`"),
    ("at most 100 tank of RU in belarus in a calendar year", "calendar",
     "calender", "`calendar` or `rolling`"),
    ("at most 100 tank of RU in belarus in 3 rolling months", "months",
     "moons", "a unit of time"),
    ("at most 100 tank of RU in belarus at once", "at once", "at onec",
     "these words were not expected"),
    ("at most 100 tank of RU in a year from 5 February", "5 February",
     "30 February", "29 days", "30"),
    ("at most 100 tank of RU in the territory of each party", "each party",
     "each partys", "`party` or `side`", "partys"),
    ("at most 100 tank of RU at sites with tank that are active", "active",
     "activ", "`active`"),
    ("no tank of RU within reach of belarus", "belarus", "belaruss",
     "`belarus`"),
    ("at most 5 tank of RU at yelnya, inside russia", "russia", "rusia",
     "`russia`"),
    ("at most 40 tank of RU\n  of which at most 10%", "most 10%", "moist 10%",
     "`at most`", "moist"),
    ("at most 40 tank of RU\n  of which at most 30 tank of BY", "BY", "BYE",
     "no party `BYE`"),
    ("at most 40 tank of RU\n  of which at most 20 tank or 30 acv",
     "30 acv", "30 avc", "`acv`", "avc"),
    ("at most 40 tank of RU\n  not counting for 21 days tank that are active",
     "21 days", "21 dais", "`14 days`", "21"),
    ("at most 40 tank of RU\n  counting tank that are active as acv",
     "as acv", "is acv", "`as`", "is"),
    ("at most 5 tank of RU\n  each day from 08:00 to 16:00", "16:00", "noon",
     "`08:00`"),
    ("at most 5 tank of RU\n  from the day of exercise of RU/41CAA",
     "exercise", "exercize", "`exercise`"),
    ("at most 5 tank of RU\n  from the day of exercise of RU/41CAA",
     "RU/41CAA", "RO/41CAA", "no party `RO`"),
]
NOTICES = [
    ("any movement of RU through belarus\n  7 days before it starts",
     "belarus", "bellarus", "`belarus`"),
    ("any movement of RU from yelnya to luga\n  7 days before it starts",
     "luga", "lugga", "`luga`"),
    ("any exercise of RU for more than 72 hours\n  7 days before it starts",
     "more than", "more then", "`more than`", "more"),
    ("any change to tank or acv\n  7 days before it starts", "acv", "avc",
     "`acv`"),
    ("any movement of RU into the site named\n  7 days before it starts",
     "site named", "sight named", "`site named`", "sight"),
    ("any exercise of RU\n  by 15 November, 1 calendar year before it starts",
     "November", "Novembre", "`December`"),
    ("any exercise of RU\n  7 days before it starts\n"
     "  told by the mover and the host", "mover", "moover",
     "`the mover and the host`", "the moover"),
    ("any exercise of RU\n  7 days before it starts, to the host", "the host",
     "the hots", "`the host`", "the hots"),
    ("any exercise of RU\n  starts at most 5 days after the day notified",
     "notified", "notifyed", "`after the day notified`", "after the day"),
    ("any exercise of RU\n  7 days before it starts\n  not counting tank",
     "tank", "tnak", "`tank`"),
]
STEPS = [
    ("RU withdraws RU/41CAA + RU/49CAA from belarus\n  by 2022-05-01",
     "RU/49CAA", "RO/49CAA", "no party `RO`"),
    ("RU withdraws all tank from belarus\n  by 2022-05-01", "tank", "tnak",
     "`tank`"),
    ("RU withdraws 5 tank or 6 acv from belarus\n  by 2022-05-01", "acv",
     "avc", "`acv`"),
    ("RU transfers 300 tank to BY\n  by 2022-05-01", "BY", "BYE",
     "no party `BYE`"),
    ("RU destroys 300 tank in total since opening\n  by 2022-05-01",
     "opening", "openning", "`opening`"),
    ("RU destroys 300 tank in russia in total since opening\n"
     "  by 2022-05-01", "since", "sins", "`total since`", "total"),
    ("RU reaches no tank in belarus\n  by 2022-05-01", "belarus", "belrus",
     "`belarus`"),
    ("RU withdraws 5 tank from belarus\n  by 2022-05-01\n"
     "  begins on or before 2022-03-01", "on or before", "on and before",
     "`on or before`", "on"),
    ("RU withdraws 5 tank from belarus\n  by 2022-05-01\n  verified by OSCE "
     "within 14 days, parts within 5 days of each other", "each other",
     "one another", "`of each other`", "of one"),
    ("RU withdraws 5 tank from belarus\n  by 2022-05-01\n"
     "  verified by the host", "the host", "the hots", "`the host`",
     "the hots"),
]
INFORMS = [
    ("each party, its holdings, as of 1 January, by 15 December each year",
     "holdings", "holding", "no item `holding`"),
    ("each party, its tank and acv by unit in belarus, every 15 days", "acv",
     "avc", "`acv`"),
    ("each party, its tank in belarus, every 15 days", "belarus", "bellarus",
     "`belarus`"),
    ("each party, its warheads on missile\n  as of 1 March and 1 September "
     "each year, within 30 days after it, to the other side", "each year",
     "a year", "these words were not expected"),
    ("each party, its warheads on missile\n  as of 1 March and 1 September "
     "each year", "1 September each", "31 Sept each", "a month", "Sept"),
    ("each party, its tank\n  as of 1 March each year, within 30 days after "
     "it", "1 March", "0 March", "March has 31 days", "0"),
    ("each party, its tank, by day 5 of each month", "day 5", "day 35",
     "no month has a day 35", "35"),
    ("each party, its tank, within 3 months after each exercise", "exercise",
     "excercise", "`exercise`"),
    ("each party, an answer, within 48 hours after the request", "request",
     "requests", "no event `requests`"),
    ("each party, its telemetry of at most 5 launching in a calendar year",
     "launching", "lanching", "`launching`"),
    ("each party, its telemetry of at most 5 launching in a calendar year",
     "calendar", "calender", "`calendar` or `rolling`"),
    ("each side, its tank, every 15 days, to PL and US", "US", "USA",
     "no party `USA`"),
    ("each side, its tank\n  each day by 18:00", "18:00", "dusk", "`08:00`"),
    ("each side, its tank, every 15 days",
     "every 15 days", "ever 15 days", "when it is told", "ever"),
]
STAYS = [
    ("at most 21 days for warship of each party in near-ukraine", "21 days",
     "21 knots", "`14 days`", "21"),
    ("at most 21 days for warship of each party in near-ukraine", "warship",
     "worship", "`warship`"),
    ("at most 42 days for tank that are active", "active", "actif",
     "`active`"),
    ("at most 21 days for warship\n  counted afresh after 30 days away",
     "away", "gone", "`away`"),
]
INSPECTIONS = [
    ("each side accepts at most 6 in a calendar year, 2 from the same party",
     "same", "some", "`same` or `other`"),
    ("each party accepts at most 23% of level in a calendar year, rounded up",
     "level", "levle", "`level`"),
    ("each party accepts at most level in a calendar year, 50% from the same "
     "party, rounded up", "rounded up", "rounded off", "`up` or `down`",
     "off"),
    ("each party accepts at most 10 in a year from 5 February, at sites with "
     "missile that are active", "missile", "misile", "`missile`"),
    ("each party accepts at most 8 in a year from 5 February, at sites without"
     " missile", "without", "sans", "`with` or `without`"),
    ("each party accepts at least 1 from the other party\n  team of exactly "
     "77", "exactly 77", "exactly few", "a figure", "few"),
    ("each side accepts OSCE at any time, everywhere in belarus, without "
     "restriction", "everywhere", "anywhere", "`, everywhere`", ", anywhere"),
    ("each party offers at least 1 visit in 5 calendar years", "offers",
     "offer", "`accepts` or `offers`"),
    ("each party accepts at most 3 in a calendar year\n  at least 2 in a "
     "calendar month", "month", "moon", "a unit of time"),
    ("each party accepts at most 3 in a calendar year\n  at most 4 "
     "inspectors", "inspectors", "inspecters", "`inspectors`"),
    ("each party accepts at most 3 in a calendar year", "calendar year",
     "year", "no single meaning without its kind", "in a"),
    ("by OSCE of each party, in belarus + poland", "poland", "polland",
     "`poland`"),
    ("by OSCE, within 48 hours after a request by PL or RU", "PL or RU",
     "PLO or RU", "no party `PLO`", "PLO"),
    ("each party accepts at most 9\n  each unit at most 2, 1 from the same "
     "party\n  at most 1 at once",
     "each unit", "each unity", "no item `unity`", "unity"),
    ("each party accepts at most 3 in a calendar year\n  asked at least 32 "
     "hours before arrival", "before arrival", "before arriving",
     "`before arrival`", "before"),
    ("each party accepts at most 3 in a calendar year\n  answer within 24 "
     "hours", "24 hours", "a day", "`14 days`"),
    ("each party accepts at most 3 in a calendar year\n  access within 36 "
     "hours\n  lasts at most 48 hours", "lasts at most", "lasts at moist",
     "`at most`", "at"),
]
ACCESSES = [
    ("each side lets OSCE pass in belarus", "OSCE", "OSCD", "`OSCE`"),
    ("each side lets OSCE pass in belarus", "lets", "let", "`lets`"),
    ("each side lets OSCE see at yelnya", "see", "sea", "`pass` or `see`"),
    ("PL lets merchant-vessel of each party pass through poland", "poland",
     "polland", "`poland`"),
]
EQUIVALENCES = [
    ("1 tank is 1.0, 1 artillery is 1.2, 1_000 troops is 2.0", "artillery",
     "artilery", "`artillery`"),
    ("1 tank is 1.0, 1 artillery is 1.2", "is 1.2", "are 1.2", "`is`", "are"),
    ("1 tank is 1.0\n  available within 10 days of ukraine", "ukraine",
     "ukrain", "no site `ukrain`"),
    ("1 tank is 1.0\n  tolerance 10%", "10%", "10", "`10%`"),
    ("1 tank is 1.0\n  source \"ours\"", "source", "sauce",
     "a weight"),
]
DECLARED = [
    ("number n1 of each party = 15% of sites of it, rounded up, at least 1",
     "rounded up", "rounded off", "`up`", "off"),
    ("number n1 of each party, declared", "declared", "declard",
     "`declared`"),
    ("number n1 = 5 by side east or 6 by side west", "west", "vest",
     "`west`"),
    ("number n1 = the larger of tank of US and 1% of level", "level", "levle",
     "`level`"),
    ("number n1 = the largest tonnage on warship of each party as last "
     "reported", "warship", "warsip", "`warship`"),
    ("number n1 = level when level >= 10, otherwise 5", "otherwise", "else",
     "`, otherwise`", ", else"),
    ("number n1 = 1 for each 60 units of it", "each 60", "every 60", "`each`",
     "every"),
    ("date d1 = the day of exercise of RU/41CAA", "the day of", "the day on",
     "`of`", "on"),
    ("zone z1 = within reach of belarus", "belarus", "bellarus",
     "`belarus`"),
    ("zone z1 = ring 1 N 1 E, 25 km north of camp, 2 N 2 E", "north of",
     "nord of", "`south-west`", "nord"),
    ("unit RU/1 \"First\" 1 warship, tonnage 9_000 lt, home yurga", "yurga",
     "yurgga", "`yurga`"),
    ("unit RU/1 \"First\" 1 warship, tonnage 9_000 lt, home yurga",
     "tonnage", "tonage", "`tonnage`"),
]
ENTRIES = [
    ("2022-02-20 observe RU in belarus accurate to 2 km\n  60 tank",
     "2 km", "2 kn", "a unit of length", "kn"),
    ("2022-02-20 inspect RU by PL at yelnya\n  missing 5 tank", "tank",
     "tnak", "`tank`"),
    ("2022-02-20 inspect RU by PL at yelnya\n  covered 80%", "80%", "80",
     "`80%`"),
    ("2022-02-20 inspect RU by PL at yelnya\n  covered 80%", "80%", "180%",
     "0% to 100%"),
    ("2022-02-20 hold US at zagan\n  9_000 lt of warship", "warship",
     "warsip", "`warship`"),
    ("2022-02-20 hold US at zagan\n  40 warheads on missile", "missile",
     "misile", "`missile`"),
    ("2022-02-20 hold US at zagan\n  5 acv, active in poland", "in poland",
     "in polnad", "`poland`", "polnad"),
    ("2022-02-20 change RU at yelnya from stored to active at luga\n  5 tank",
     "at luga", "at lugga", "`luga`", "lugga"),
    ("2022-02-20 complete RU at yelnya\n  for tank that are active or stored",
     "or stored", "or storred", "`stored`", "storred"),
]
ENTRIES += [
    ("2022-03-02 restriction on OSCE by DNR at luhansk", "luhansk",
     "luhanks", "`luhansk`"),
    ("2022-03-02 restriction on OSCE by DNR at luhansk", "on OSCE", "of OSCE",
     "`on`", "of"),
    ("2022-03-02 declare told of RU 40", "told", "tolld", "`told`"),
    ("2022-03-02 declare told of RU 40", "40", "forty", "`1_000`"),
    ("2022-03-02 report holdings under 3.2", "3.2", "3.3",
     "no clause `3.3`"),
    ("2022-03-02 report RU under 3.2\n  3_061 tank\n  200 sites\n"
     "  notified 2022-03-01", "3_061", "3.061", "3_061"),
    ("2022-03-02 report RU under 3.2\n  3_061 tank", "tank", "tnak",
     "`tank`"),
    ("2022-03-02 report RU\n  40 warheads on missile", "missile", "misile",
     "`missile`"),
    ("2022-03-02 request to RU by US at yelnya under 3.2\n  id q1", "by US",
     "of US", "`by`", "of"),
    ("2022-03-02 answer to RU by US at yelnya\n  as part of q1", "RU", "RUS",
     "no party `RUS`"),
    ("2022-03-02 request to RU by US and GB and PL", "PL", "POL",
     "no party `POL`"),
    ("2022-03-02 answer to RU by US under 3.2", "under 3.2", "under 3",
     "no clause `3`", "3"),
    ("2022-03-02 notify exercise under 3.2", "exercise", "exercize",
     "`exercise`"),
    ("2022-03-02 protest US against RU on limit 1.1", "limit 1.1",
     "step 1.1", "`1.1` is a limit, not a step", "1.1"),
    ("2022-03-02 leave RU", "leave RU", "leave RU today",
     "these words were not expected", "today"),
    ("2022-03-02 renew step 5.1 until 2023-01-01", "until", "till",
     "`until`"),
    ("2022-03-02 renew until opening", "opening", "openning", "`opening`"),
    ("2022-02-20 inspect RU by PL at yelnya under 3.2\n  refused", "3.2",
     "3.3", "no clause `3.3`"),
]
ASKED = [
    ("scenario \"slow\"\n  drop m1\n  delay m1 to 2022-03-01", "delay",
     "dely", "`drop`, `delay` or `set`"),
    ("scenario \"slow\"\n  delay m1 to 2022-03-01", "2022-03-01", "March",
     "a date"),
    ("scenario \"slow\"\n  set limit 1.1 to 30 troops", "1.1", "1.2",
     "no clause `1.2`"),
    ("scenario \"slow\"\n  set limit 1.1 to 30 troops", "troops", "troosp",
     "`troops`"),
    ("expect broken 1.1 by RU on 2022-02-15", "broken", "brocken",
     "`kept`, `broken` or `undetermined`"),
    ("expect broken 1.1 by RU on 2022-02-15", "1.1", "11",
     "no clause `11`"),
    ("expect kept 1.1 by east on 2022-02-15", "east", "eats", "`east`"),
    ("offer o1: at most 500 troops from poland", "poland", "polland",
     "`poland`"),
    ("offer o1: at most 500 troops from poland", "troops", "trops",
     "`troops`"),
    ("observations \"x.parquet\"\n  source \"imagery\"\n  grade B2",
     "B2", "G2", "A1 to F6"),
    ("observations \"x.parquet\"\n  source \"imagery\"", "source",
     "sauce", "`source`"),
]


def forms():
    """(form as a text of its own, kind of its file, the rest of the case)"""
    for head, cases in (("limit 9", LIMITS), ("notice 9", NOTICES),
                        ("step 9", STEPS), ("inform 9", INFORMS),
                        ("stay 9", STAYS), ("inspection 9", INSPECTIONS),
                        ("access 9", ACCESSES),
                        ("equivalence 9", EQUIVALENCES)):
        for form, *rest in cases:
            yield f"{head}\n  {form}\n", "pact", rest
    for form, *rest in DECLARED + ASKED:
        yield form + "\n", "pact", rest
    for form, *rest in ENTRIES:
        yield form + "\n", "book", rest


def wrong_word(form, right, wrong, words, points=None):
    """The text with the slip, and where the message must point."""
    start = form.index(right)
    text = form[:start] + wrong + form[start + len(right):]
    points = points or wrong
    at = text.rfind(points, 0, start + len(wrong))
    return text, at if at >= 0 else text.index(points, start)


class Below:
    """Forms below a pact that knows their names."""

    def __init__(self, folder):
        self.folder, self.pact = folder, MORE
        for part in PARTS:
            with open(part, encoding="utf-8") as f:
                self.pact = f.read() + self.pact

    def check(self, form, kind):
        texts = {"form.pact": self.pact, "form.book": ""}
        texts["form." + kind] += form
        for name, text in texts.items():
            with open(os.path.join(self.folder, name), "w",
                      encoding="utf-8") as f:
                f.write(text)
        return subprocess.run([PROGRAM, "check", *texts], cwd=self.folder,
                              capture_output=True, text=True).stderr

    def first_line(self, kind):
        return self.pact.count("\n") if kind == "pact" else 0

    def right(self, form, kind):
        said = self.check(form, kind)
        return said if "error[" in said else None

    def slip(self, form, kind, rest):
        text, at = wrong_word(form, *rest)
        line = self.first_line(kind) + text.count("\n", 0, at) + 1
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        said = self.check(text, kind)
        errors = said.count("error[")
        place = re.search(r"^error.*\n *--> form\.\w+:(\d+):(\d+)", said,
                          re.M)
        there = place and place.groups() == (str(line), str(column))
        if errors == 1 and there and rest[2] in " ".join(said.split()):
            return None
        return f"{line}:{column}, {rest[2]}\n{text}{said}"

    def layout(self, form, kind):
        once = self.fmt(form, kind)
        if not once or self.fmt(once, kind) != once:
            return f"{form}\n{once}"
        return None if once.split() == form.split() else once

    def fmt(self, form, kind):
        run = subprocess.run([PROGRAM, "fmt", "-"], input=form,
                             capture_output=True, text=True)
        return run.stdout


def tests():
    with tempfile.TemporaryDirectory() as folder:
        below = Below(folder)
        for form, kind, rest in forms():
            yield f"it is read: {form}", below.right(form, kind)
            yield f"it is found: {form} {rest[1]}", below.slip(form, kind,
                                                               rest)
            yield f"its layout: {form}", below.layout(form, kind)
