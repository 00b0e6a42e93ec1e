"""Includes go down, never up, and never into another room's private header."""
import os
import re


def plan():
    rooms = {}
    for line in open("src/FLOORS", encoding="utf-8"):
        words = line.split("#")[0].split()
        if words:
            rooms[words[1]] = (int(words[0]), set(words[2:]))
    return rooms


def room_of(path):
    parts = path.split("/")
    return parts[0] if len(parts) > 1 else "door"


def wrong(rooms, room, included):
    """What is wrong with INCLUDED in a file of ROOM, or None."""
    to = room_of(included)
    if to == room:
        return None
    if to not in rooms:
        return f"'{to}' is no room of src/FLOORS"
    if rooms[to][0] >= rooms[room][0]:
        return f"{room} (floor {rooms[room][0]}) reaches up or across to {to}"
    if included.split("/")[-1] not in rooms[to][1]:
        return f"'{included}' is private to {to}"
    return None


def tests():
    rooms = plan()
    for folder, _, names in sorted(os.walk("src")):
        for name in sorted(names):
            if not name.endswith((".c", ".h", ".def")):
                continue
            path = os.path.join(folder, name)
            room = room_of(os.path.relpath(path, "src"))
            bad = [] if room in rooms else [f"{room} is not in src/FLOORS"]
            for line in open(path, encoding="utf-8"):
                m = re.match(r'#include "(.*)"', line)
                if m and room in rooms:
                    what = wrong(rooms, room, m[1])
                    if what:
                        bad.append(what)
            yield path, "\n".join(bad) or None
    # the checker itself: three includes that must be refused
    fake = {"a": (1, {"a.h"}), "b": (2, {"b.h"}), "c": (2, {"c.h"})}
    for room, included in (("a", "b/b.h"), ("b", "c/c.h"), ("b", "a/own.h")):
        yield (f"refuses {included} in {room}",
               None if wrong(fake, room, included) else "it was let through")
