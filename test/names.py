"""No party, place or treaty is named in src/: not in code, comments, pages.

What must not be named is gathered from what the repository itself declares
(the pacts of pacts/ and test/drafts/: names, and the proper nouns of titles),
from the packaged boundaries (areas and provinces), and from the lists below
(countries, of which the boundaries have only codes; treaties). Words that
are ordinary as well stand in ORDINARY, each for a reason.

The boundaries themselves are data; what finds areas by name (geo/names.c)
takes every name from there.
"""
import glob
import os
import re
import struct

COUNTRIES = """
Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria
Azerbaijan Bahamas Bahrain Bangladesh Barbados Belarus Belgium Belize Benin
Bhutan Bolivia Bosnia Botswana Brazil Britain Brunei Bulgaria Burundi Cambodia
Cameroon Canada Chad Chile China Colombia Comoros Congo Croatia Cuba Cyprus
Czechia Denmark Djibouti Dominica Ecuador Egypt England Eritrea Estonia
Eswatini Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana Greece
Greenland Grenada Guatemala Guinea Guyana Haiti Herzegovina Honduras Hungary
Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan
Kazakhstan Kenya Kiribati Korea Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon
Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg Madagascar Malawi
Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Micronesia Moldova
Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nauru Nepal
Netherlands Nicaragua Niger Nigeria Macedonia Norway Oman Pakistan Palau
Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia
Rwanda Samoa Scotland Senegal Serbia Seychelles Singapore Slovakia Slovenia
Somalia Spain Sudan Suriname Sweden Switzerland Syria Taiwan Tajikistan
Tanzania Thailand Timor Togo Tonga Trinidad Tunisia Turkey Turkmenistan Tuvalu
Uganda Ukraine Uruguay Uzbekistan Vanuatu Venezuela Vietnam Yemen Zambia
Zimbabwe Soviet America Europe Asia Africa Arabia Baltic Balkans
""".split()
OF_COUNTRIES = """
American British Chinese Egyptian European Finnish French German Israeli
Japanese Korean Polish Russian Swedish Turkish Ukrainian
""".split()
TREATIES = """
CFE INF NATO OSCE CSCE Vienna Minsk Montreux Sinai Helsinki Dayton
Panmunjom Geneva Budapest Astana Rarotonga Tlatelolco Antarctic
""".split() + ["New START", "Camp David", "Open Skies",
           "Conventional Armed Forces"]

# Ordinary words: A1, a grade of evidence; BY and NO, a parameter and an answer
# in C; GB, gigabytes; what sites and zones of the drafts are called after;
# what begins with a capital in a title; and Lakes, since the page of L0107 has
# to ask for some area by its name.
ORDINARY = set("""
A1 BY NO GB
abroad away camp depot far-away front half middle narrows older posts strip
whole post
Lakes
Mission Battle East Eastern Forces January North South Southern West Western
""".split())


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def areas():
    """The names in the packaged boundaries: tools/boundaries/pack.mjs."""
    with open("src/geo/boundaries.bin", "rb") as f:
        data = f.read()
    at, found = struct.unpack_from("<I", data, 8 + 8 * 3)[0], []

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte, at = data[at], at + 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def text():
        nonlocal at
        n = number()
        at += n
        return data[at - n:at].decode()

    for _ in range(number()):
        found.append(text())
        text()                                  # of which country
        for _ in range(number()):
            number()
    return found


def capitals(words):
    return re.findall(r"\b[A-Z][\w-]*\w", words)


def declared():
    """Names of the pacts, and the proper nouns of their titles."""
    found = set()
    for path in glob.glob("pacts/*/*.pact") + glob.glob("test/drafts/*.pact"):
        text = read(path)
        for name, rest in re.findall(
                r"^(?:party|formation|non-party|monitor|zone|site|unit) +"
                r"(\S+)(.*)$", text, re.M):
            found.update(part for part in name.split("/") if len(part) > 1)
            for title in re.findall(r'"([^"]*)"', rest):
                found.update(capitals(title))
        for title in re.findall(r'^(?:pact|side|article|limit|notice|step|'
                                r'quota|exception)\b[^"\n]*"([^"]*)"', text,
                                re.M):
            found.update(capitals(title)[title[:1].isupper():])
    return found


def named(text, unnamed):
    """Which of them stand in TEXT, as words of their own, and where."""
    for n, line in enumerate(text.splitlines(), 1):
        words = set(re.findall(r"[^\W_](?:[\w.-]*\w)?", line))
        words |= {part for w in words for part in re.split(r"[.-]", w)}
        for word in sorted(words & unnamed):
            yield f"line {n}: {word}"
        for phrase in (p for p in unnamed if " " in p and p in line):
            if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", line):
                yield f"line {n}: {phrase}"


def tests():
    some = declared()
    unnamed = (some | set(areas()) | set(COUNTRIES) | set(OF_COUNTRIES) |
               set(TREATIES)) - ORDINARY
    unnamed = {w for w in unnamed if len(w) > 1}
    for folder, _, names in sorted(os.walk("src")):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if not name.endswith((".bin", ".inc")):
                yield path, "\n".join(named(read(path), unnamed)) or None
    # the list itself, and its finder
    for word, of in (("UA", some), ("RU", some), ("yelnya", some),
                     ("Donetsk", some), ("near-ukraine", some),
                     ("Kaliningrad", unnamed), ("Nizhegorod", unnamed)):
        yield f"{word} is on the list", None if word in of else "it is not"
    for line in ("as RU/first does", "S(\"UA\")", "`near-ukraine`",
                 "Russia's", "in Camp David, it", "the Polish l",
                 "launcher.RU", "zone norway"):
        yield f"refused: {line}", (
            None if list(named(line, unnamed)) else "let by")
    for line in ("tri t = NO;", "over 4 GB", "A1 to F6", "Russian_", "trust"):
        yield f"let by: {line}", "\n".join(named(line, unnamed)) or None
