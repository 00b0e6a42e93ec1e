"""Examples worked out by hand from judging.md, to judge the twin itself.

Each example is a function that returns a case and a list of what must come
out: (day, clause, line, subject, basis, verdict, reason, low, high). Nothing
here was computed by a program; the arithmetic stands beside it.
"""
from model import Clause, Which, Without
from small import E, IN, book, clauses, complete, day, limit, small

EXAMPLES = []


def example(f):
    EXAMPLES.append(f)
    return f


def at_most(n, **more):
    """at most N troops of RU in a"""
    return limit("at most", f"{n} troops", "RU", IN("za"), **more)


# ---- amounts, completes, moves ---------------------------------------------

@example
def open_without_complete():
    """10 held, nobody said that is all: 10.. of 20."""
    c = clauses(small(), at_most(20))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10 troops"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "no_complete", 10, None),
               (1, "1", 1, "RU", "estimated", "undetermined", "no_complete", 10, None)]


@example
def closed_from_its_date_on():
    """The complete of day 3 says nothing of day 2."""
    c = clauses(small(), at_most(20))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10..14 troops"),
         complete(3, "RU", "za", "troops"))
    return c, [(2, "1", 1, "RU", "combined", "undetermined", "no_complete", 10, None),
               (3, "1", 1, "RU", "combined", "kept", "", 10, 14)]


@example
def ranges_cancel():
    """u in 10..14 at a1; 9 go to a2, both in a: still u. Of it at a1: u - 9."""
    c = clauses(small(), at_most(12), limit("at least", "1 troops", "RU",
                                            [("at", ("a1",))], id="2"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10..14 troops"),
         E(2, "move", "RU", "a1", "9 troops", to="a2"),
         complete(1, "RU", "za", "troops"))
    return c, [(2, "1", 1, "RU", "combined", "undetermined", "range", 10, 14),
               (2, "2", 1, "RU", "combined", "kept", "", 1, 5)]


@example
def a_move_tells_of_the_days_before():
    """12 leave u in 10..14, so u was 12..14 already on day 1, as of day 3."""
    c = clauses(small(), at_most(20))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10..14 troops"),
         complete(1, "RU", "za", "troops"),
         E(3, "move", "RU", "a1", "12 troops", to="b1"))
    return c, [(2, "1", 1, "RU", "combined", "kept", "", 10, 14),
               (3, "1", 1, "RU", "combined", "kept", "", 0, 2)]


@example
def overdraft():
    c = clauses(small(), at_most(20))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10..14 troops"),
         E(3, "move", "RU", "a1", "15 troops", to="b1"))
    return c, [(3, "contradiction")]


@example
def complete_of_another_zone():
    """Complete in a + b covers a; complete in a leaves ab open."""
    c = clauses(small(), at_most(20), limit("at most", "20 troops", "RU",
                                            IN("zab"), id="2"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10 troops"),
         complete(2, "RU", "za", "troops"), complete(3, "RU", "zb", "troops"))
    return c, [(2, "1", 1, "RU", "combined", "kept", "", 10, 10),
               (2, "2", 1, "RU", "combined", "undetermined", "no_complete", 10, None),
               (3, "2", 1, "RU", "combined", "kept", "", 10, 10)]


@example
def complete_of_a_status():
    """Closed for the active only: active 4 of 5, all 4.. of 5."""
    c = clauses(small(), at_most(5), at_most(5, stated=("and", ("active",)),
                                             id="2"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "4 troops/active"),
         complete(1, "RU", "za", "troops", stated=("active",)))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "no_complete", 4, None),
               (1, "2", 1, "RU", "combined", "kept", "", 4, 4)]


@example
def complete_without_a_place_covers_the_tree():
    """Complete for artillery closes artillery.mlrs, not tank."""
    c = clauses(small(), limit("at most", "5 artillery.mlrs, 5 tank", "RU",
                               IN("za")))
    book(c, "analyst", complete(1, "RU", None, "artillery"))
    return c, [(1, "1", 1, "RU", "combined", "kept", "", 0, 0),
               (1, "1", 2, "RU", "combined", "undetermined", "no_complete", 0, None)]


@example
def raise_disband_destroy_recount():
    """10 + 5 - 2 - 3 = 10; recount to 8."""
    c = clauses(small(), at_most(9))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10 troops"),
         complete(1, "RU", "za", "troops"),
         E(2, "raise", "RU", "a1", "5 troops"),
         E(3, "disband", "RU", "a1", "2 troops"),
         E(3, "destroy", "RU", "a1", "3 troops"),
         E(4, "recount", "RU", "a1", "8 troops"))
    return c, [(2, "1", 1, "RU", "combined", "broken", "", 15, 15),
               (3, "1", 1, "RU", "combined", "broken", "", 10, 10),
               (4, "1", 1, "RU", "combined", "kept", "", 8, 8)]


@example
def transfer_and_change():
    """6 of 10 become Belarusian; then 3 of Russia's 4 are stored."""
    c = clauses(small(), at_most(5), at_most(2, stated=("and", ("active",)),
                                             id="2"),
                limit("at least", "6 troops", "BY", IN("za"), id="3"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10 troops/active"),
         complete(1, "RU", "za", "troops"),
         E(2, "transfer", "RU", "a1", "6 troops/active", to="BY"),
         E(3, "change", "RU", "a1", "3 troops", change=("active", "stored")))
    return c, [(2, "1", 1, "RU", "combined", "kept", "", 4, 4),
               (2, "3", 1, "BY", "combined", "kept", "", 6, None),
               (3, "2", 1, "RU", "combined", "kept", "", 1, 1)]


@example
def all_of_units_and_kinds():
    """All artillery of RU at a1: of RU/x and of mlrs, too; 2 of BY stay."""
    c = clauses(small(), limit("at most", "2 artillery", "side east", IN("za")),
                limit("exactly", "7 artillery", "RU", IN("zb"), id="2"))
    book(c, "analyst", E(1, "hold", "RU/rest", "a1", "3 artillery"),
         E(1, "hold", "RU/x", "a1", "4 artillery.mlrs"),
         E(1, "hold", "BY", "a1", "2 artillery"),
         complete(1, "side east", None, "artillery"),
         E(2, "move", "RU", "a1", "all artillery", to="b1"))
    return c, [(1, "1", 1, "side east", "combined", "broken", "", 9, 9),
               (2, "1", 1, "side east", "combined", "kept", "", 2, 2),
               (2, "2", 1, "RU", "combined", "kept", "", 7, 7)]


@example
def a_unit_draws_on_its_parent():
    """RU/x/y came with 3 and moves 5: 2 are of RU/x, which keeps 8."""
    c = clauses(small(), at_most(8))
    book(c, "analyst", E(1, "hold", "RU/x/y", "a2", "3 troops"),
         E(1.5, "move", "RU/x/y", "a2", "3 troops", to="a1"),
         E(1, "hold", "RU/x", "a1", "10 troops"),
         complete(1, "RU", "za", "troops"),
         E(2, "move", "RU/x/y", "a1", "5 troops", to="b1"))
    return c, [(2, "1", 1, "RU", "combined", "kept", "", 8, 8)]


@example
def a_member_draws_on_a_joint_account():
    """RU + BY have 10 at a1, shared nobody knows how; RU takes 4 to b1."""
    c = clauses(small(), at_most(8), limit("at most", "6 troops", "RU+BY",
                                           IN("za"), id="2"))
    book(c, "analyst", E(1, "hold", "RU+BY", "a1", "10 troops"),
         complete(1, "side east", None, "troops"),
         E(2, "move", "RU", "a1", "4 troops", to="b1"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "whose", 0, 10),
               (2, "1", 1, "RU", "combined", "kept", "", 0, 6),
               (2, "2", 1, "RU+BY", "combined", "kept", "", 6, 6)]


# ---- totals ----------------------------------------------------------------

@example
def total_of_its_own_day():
    """East 100 in a on day 2: RU at most 100 - 30 of BY; day 3 knows nothing."""
    c = clauses(small(), at_most(50), limit("at most", "90 troops",
                                            "side east", IN("za"), id="2"))
    book(c, "analyst", E(1, "hold", "BY", "a1", "30 troops"),
         E(2, "total", "side east", "za", "100 troops"))
    return c, [(2, "1", 1, "RU", "combined", "undetermined", "range", 0, 70),
               (2, "2", 1, "side east", "combined", "broken", "", 100, 100),
               (3, "2", 1, "side east", "combined", "undetermined", "no_complete", 30, None)]


@example
def total_and_what_is_listed_outside():
    """100 in a, 20 listed in b: at least 120 in a + b."""
    c = clauses(small(), limit("at most", "110 troops", "RU", IN("zab")))
    book(c, "analyst", E(1, "hold", "RU", "b1", "20 troops"),
         E(2, "total", "RU", "za", "100 troops"))
    return c, [(2, "1", 1, "RU", "combined", "broken", "", 120, None)]


@example
def total_with_a_complete_tells_of_unknowns():
    """u in 10..20 is all there is; a total of 13 on day 3 says u = 13. As of
    day 2 nobody knew."""
    c = clauses(small(), at_most(15))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10..20 troops"),
         complete(1, "RU", "za", "troops"),
         E(3, "total", "RU", "za", "13 troops"))
    return c, [(2, "1", 1, "RU", "combined", "undetermined", "range", 10, 20),
               (4, "1", 1, "RU", "combined", "kept", "", 13, 13)]


@example
def rival_totals():
    """40 and 60 of one day: broken at 50 under one only."""
    c = clauses(small(), at_most(50), at_most(30, id="2"))
    book(c, "analyst", E(2, "total", "RU", "za", "40 troops"),
         E(2, "total", "RU", "za", "60 troops"))
    return c, [(2, "1", 1, "RU", "combined", "undetermined", "range", 40, 60),
               (2, "2", 1, "RU", "combined", "broken", "", 40, 60)]


@example
def balance_that_no_world_has():
    c = clauses(small(), at_most(50))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10..14 troops"),
         E(2, "balance", "RU", "za", "12 troops"),
         E(4, "balance", "RU", "za", "15 troops"))
    return c, [(3, "1", 1, "RU", "combined", "undetermined", "no_complete", 10, None),
               (4, "contradiction")]


# ---- the order of a day ----------------------------------------------------

@example
def on_the_way():
    """From a1 to c1, days 2 to 5: not in a; 0..10 in b (between) and in c;
    in the whole of a + b + c for certain (bc with a: both ends)."""
    c = clauses(small(), at_most(5),
                limit("at most", "5 troops", "RU", IN("zb"), id="2"),
                limit("at most", "5 troops", "RU", IN("zc"), id="3"),
                limit("at most", "9 troops", "RU", [("in", ("zab", "+", "zc"))],
                      id="4"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10 troops"),
         complete(1, "RU", None, "troops"),
         E(2, "move", "RU", "a1", "10 troops", to="c1", arrives=5))
    way = ("combined", "undetermined", "on_the_way", 0, 10)
    return c, [(1, "1", 1, "RU", "combined", "broken", "", 10, 10),
               (2, "1", 1, "RU", "combined", "kept", "", 0, 0),
               (4, "2", 1, "RU", *way), (4, "3", 1, "RU", *way),
               (4, "4", 1, "RU", "combined", "broken", "", 10, 10),
               (5, "2", 1, "RU", "combined", "kept", "", 0, 0),
               (5, "3", 1, "RU", "combined", "broken", "", 10, 10)]


@example
def some_time_between():
    """A move of days 2..4 is 0..10 at both ends until the close of day 4."""
    c = clauses(small(), at_most(5), limit("at most", "5 troops", "RU",
                                           IN("zb"), id="2"),
                limit("at most", "10 troops", "RU", IN("zab"), id="3"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10 troops"),
         complete(1, "RU", None, "troops"),
         E((2, 4), "move", "RU", "a1", "10 troops", to="b1"))
    return c, [(4, "1", 1, "RU", "combined", "undetermined", "on_the_way", 0, 10),
               (4, "2", 1, "RU", "combined", "undetermined", "on_the_way", 0, 10),
               (4, "3", 1, "RU", "combined", "kept", "", 10, 10),
               (5, "1", 1, "RU", "combined", "kept", "", 0, 0),
               (5, "2", 1, "RU", "combined", "broken", "", 10, 10)]


@example
def a_breach_earlier_that_day():
    """15 from midnight to noon of day 2, then 5."""
    c = clauses(small(), at_most(9))
    book(c, "analyst", E(1, "hold", "RU", "a1", "5 troops"),
         complete(1, "RU", "za", "troops"),
         E(2, "move", "RU", "b1", "10 troops", to="a1"),
         E(1, "hold", "RU", "b1", "10 troops"),
         E(2.5, "move", "RU", "a1", "10 troops", to="b1"))
    return c, [(2, "1", 1, "RU", "combined", "broken", "", 15, 15),
               (3, "1", 1, "RU", "combined", "kept", "", 5, 5)]


@example
def one_batch():
    """In and out on one day: no verdict between."""
    c = clauses(small(), at_most(9))
    book(c, "analyst", E(1, "hold", "RU", "a1", "5 troops"),
         complete(1, "RU", "za", "troops"),
         E(2, "raise", "RU", "a1", "10 troops"),
         E(2, "move", "RU", "a1", "8 troops", to="b1"))
    return c, [(2, "1", 1, "RU", "combined", "kept", "", 7, 7)]


@example
def from_and_until():
    """From day 3 until day 4, both included; before the pact: not in force."""
    c = clauses(small(force=2), at_most(9, first=("day", day(3)),
                                        last=("day", day(4))))
    c.articles[0].last = ("day", day(9))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10 troops"))
    row = ("1", 1, "RU", "combined")
    return c, [(2, *row, "not_in_force", "", None, None),
               (3, *row, "broken", "", 10, None),
               (4, *row, "broken", "", 10, None),
               (5, *row, "not_in_force", "", None, None)]


# ---- in, out, possibly in --------------------------------------------------

@example
def place_only_overlaps():
    """Held in a + b, measured in a: 0..10, because of the place."""
    c = clauses(small(), at_most(5))
    book(c, "analyst", E(1, "hold", "RU", "zab", "10 troops"),
         complete(1, "RU", None, "troops"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "place", 0, 10)]


@example
def position_at_the_edge():
    """edge is uncertain in a, certain within 60 km of a."""
    c = clauses(small(), at_most(5), limit("at most", "5 troops", "RU",
                                           [("within", 60, ("za",))], id="2"),
                limit("at most", "0 troops", "RU", [("beyond", 60, ("za",))],
                      id="3"))
    book(c, "analyst", E(1, "hold", "RU", "edge", "10 troops"),
         complete(1, "RU", None, "troops"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "place", 0, 10),
               (1, "2", 1, "RU", "combined", "broken", "", 10, 10),
               (1, "3", 1, "RU", "combined", "kept", "", 0, 0)]


@example
def two_sites():
    """At a1 and b1, nobody knows how many where."""
    c = clauses(small(), at_most(5), limit("at most", "9 troops", "RU",
                                           IN("zab"), id="2"))
    book(c, "analyst", E(1, "hold", "RU", "a1+b1", "10 troops"),
         complete(1, "RU", None, "troops"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "place", 0, 10),
               (1, "2", 1, "RU", "combined", "broken", "", 10, 10)]


@example
def outside_and_differences():
    """b1 is outside a, in bc - c, and not in ab & c."""
    c = clauses(small(), limit("at most", "5 troops", "RU",
                               [("outside", ("za",))]),
                limit("at most", "5 troops", "RU", [("in", ("zbc", "-", "zc"))],
                      id="2"),
                limit("at most", "5 troops", "RU", [("in", ("zab", "&", "zc"))],
                      id="3"),
                limit("at most", "5 troops", "RU",
                      [("in", ("zab",)), ("outside", ("za",))], id="4"))
    book(c, "analyst", E(1, "hold", "RU", "b1", "10 troops"),
         complete(1, "RU", None, "troops"))
    return c, [(1, n, 1, "RU", "combined", "broken", "", 10, 10)
               for n in ("1", "2", "4")] + [
                   (1, "3", 1, "RU", "combined", "kept", "", 0, 0)]


@example
def sides_take_in_whom_they_direct():
    """LOC stands on west; DNR counts for east, not for RU."""
    c = clauses(small(), at_most(5), limit("at most", "5 troops", "each side",
                                           IN("za"), id="2"))
    book(c, "analyst", E(1, "hold", "DNR", "a1", "6 troops"),
         complete(1, "side east", None, "troops"),
         complete(1, "side west", None, "troops"))
    return c, [(1, "1", 1, "RU", "combined", "kept", "", 0, 0),
               (1, "2", 1, "side east", "combined", "broken", "", 6, 6),
               (1, "2", 1, "side west", "combined", "kept", "", 0, 0)]


@example
def claimed_direction():
    """LOC is said to be directed by RU from day 2: 0..6 for east, and the
    complete of the side says nothing of what else LOC may have."""
    c = clauses(small(), limit("at most", "5 troops", "side east", IN("za")))
    book(c, "analyst", E(1, "hold", "LOC", "a1", "6 troops"),
         complete(1, "side east", None, "troops"),
         E(2, "claim", claim=("LOC", "RU")))
    return c, [(1, "1", 1, "side east", "combined", "kept", "", 0, 0),
               (2, "1", 1, "side east", "combined", "undetermined",
                "no_complete", 0, None)]


@example
def subjects_of_each_and_all():
    """each party on west but PL: US alone; all parties but RU: one sum."""
    c = clauses(small(), limit("at least", "5 troops",
                               "each party on west except PL", IN("za")),
                limit("at least", "9 troops", "all parties except RU",
                      IN("za"), id="2"))
    book(c, "analyst", E(1, "hold", "US", "a1", "6 troops"),
         E(1, "hold", "BY", "a1", "4 troops"),
         E(1, "hold", "LOC", "a1", "100 troops"))
    return c, [(1, "1", 1, "US", "combined", "kept", "", 6, None),
               (1, "2", 1, "BY+US+PL", "combined", "kept", "", 10, None)]


@example
def kinds():
    """artillery may be mlrs; a difference leaves mlrs out; sums add."""
    c = clauses(small(), limit("at most", "2 artillery.mlrs", "RU", IN("za")),
                limit("at most", "9 artillery-artillery.mlrs", "RU", IN("za"),
                      id="2"),
                limit("at most", "7 tank+artillery", "RU", IN("za"), id="3"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "3 artillery",
                         "1 artillery.mlrs", "4 tank"),
         complete(1, "RU", None, "artillery", "tank"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "kind", 1, 4),
               (1, "2", 1, "RU", "combined", "kept", "", 0, 3),
               (1, "3", 1, "RU", "combined", "broken", "", 8, 8)]


@example
def tests():
    """range >= 300: big 500 yes, odd 200..400 perhaps, launcher unstated."""
    c = clauses(small(), limit("at most", "2 launcher", "RU", IN("za"),
                               tests=[("range", ">=", 300)]),
                limit("at most", "2 launcher", "RU", IN("za"), id="2",
                      tests=[("range", ">", 400)]),
                limit("no", "launcher", "RU", IN("za"), id="3",
                      tests=[("nuclear-capable", "flag", None)]))
    book(c, "analyst", E(1, "hold", "RU", "a1", "2 launcher.big",
                         "1 launcher.odd"),
         complete(1, "RU", None, "launcher"),
         E(2, "hold", "RU", "a1", "4 launcher"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "kind", 2, 3),
               (1, "2", 1, "RU", "combined", "kept", "", 2, 2),
               (1, "3", 1, "RU", "combined", "broken", "", 2, 3),
               (2, "1", 1, "RU", "combined", "undetermined", "kind", 2, 7)]


@example
def statuses():
    """3 active, 4 stored, 5 of no stated status; at most 6 active."""
    c = clauses(small(), limit("at most", "6 tank", "RU", IN("za"),
                               ("and", ("active",))),
                limit("at most", "6 tank", "RU", IN("za"),
                      ("or", ("active", "stored")), id="2"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "3 tank/active",
                         "4 tank/stored", "5 tank"),
         complete(1, "RU", None, "tank"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "status", 3, 8),
               (1, "2", 1, "RU", "combined", "broken", "", 7, 12)]


@example
def stationed_and_own():
    """Russia's own is a; 4 there, 6 in b; Belarus has no territory."""
    c = clauses(small(RU="za"), limit("at most", "5 troops", "RU", None,
                                     ("and", ("stationed",))),
                limit("at most", "5 troops", "RU", None, ("and", ("own",)),
                      id="2"),
                limit("at most", "5 troops", "BY", IN("zb"),
                      ("and", ("stationed",)), id="3"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "4 troops"),
         E(1, "hold", "RU", "b1", "6 troops"),
         E(1, "hold", "BY", "b1", "7 troops"),
         complete(1, "side east", None, "troops"))
    return c, [(1, "1", 1, "RU", "combined", "broken", "", 6, 6),
               (1, "2", 1, "RU", "combined", "kept", "", 4, 4),
               (1, "3", 1, "BY", "combined", "undetermined", "status", 0, 7)]


@example
def stationed_in_a_disputed_area():
    """a is Russia's and disputed: either is possible there."""
    c = clauses(small(RU="zab", disputed=("za",)), limit(
        "at most", "5 troops", "RU", None, ("and", ("stationed",))))
    book(c, "analyst", E(1, "hold", "RU", "a1", "6 troops"),
         E(1, "hold", "RU", "b1", "100 troops"),
         complete(1, "RU", None, "troops"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "status", 0, 6)]


@example
def own_abroad_is_nothing():
    """Russia's own is za: nothing of it can be its own in zb."""
    c = clauses(small(RU="za"), limit("at most", "0 troops", "RU", IN("zb"),
                                      ("and", ("own",))))
    book(c, "analyst", E(1, "hold", "RU", "b1", "6 troops"))
    return c, [(1, "1", 1, "RU", "combined", "kept", "", 0, 0)]


@example
def own_at_one_end_for_certain():
    """Some time between day 2 and 4 from za, Russia's own, to the edge of it:
    0..5 of its own on day 3."""
    c = clauses(small(RU="za"), limit("at least", "5 troops", "RU", None,
                                      ("and", ("own",))))
    book(c, "analyst", E(1, "hold", "RU", "a1", "5 troops"),
         E((2, 4), "move", "RU", "a1", "5 troops", to="edge"),
         complete(1, "RU", None, "troops"))
    return c, [(1, "1", 1, "RU", "combined", "kept", "", 5, 5),
               (3, "1", 1, "RU", "combined", "undetermined", "status", 0, 5)]


# ---- of which, not counting, several terms ---------------------------------

@example
def of_which():
    """a share of the ceiling: 30 of 40 tanks in a + b, 7 of 10 active in a;
    a bare number takes the item above."""
    which = [Which("at most", [(5, None)], ("and", ("active",))),
             Which("at most", [(10, ("sum", ("artillery",), ()))], None,
                   IN("za"))]
    c = clauses(small(), limit("at most", "40 tank", "RU", IN("zab"),
                               which=which))
    book(c, "analyst", E(1, "hold", "RU", "a1", "7 tank/active",
                         "23 tank/stored", "2 artillery"),
         E(1, "hold", "RU", "b1", "9 artillery"),
         complete(1, "RU", None, "tank", "artillery"))
    return c, [(1, "1", 1, "RU", "combined", "kept", "", 30, 30),
               (1, "1", 2, "RU", "combined", "broken", "", 7, 7),
               (1, "1", 3, "RU", "combined", "kept", "", 2, 2)]


@example
def not_counting():
    """Without a cap the stored are out: 7; up to 10 of 23: 30 - 10."""
    stored = ("and", ("stored",))
    c = clauses(small(), limit("at most", "7 tank", "RU", IN("za"), without=[
        Without(("sum", ("tank",), ()), None, stored)]),
        limit("at most", "19 tank", "RU", IN("za"), id="2", without=[
            Without(("sum", ("tank",), ()), None, stored, None, 10)]))
    book(c, "analyst", E(1, "hold", "RU", "a1", "7 tank/active",
                         "23 tank/stored"),
         complete(1, "RU", None, "tank"))
    return c, [(1, "1", 1, "RU", "combined", "kept", "", 7, 7),
               (1, "2", 1, "RU", "combined", "broken", "", 20, 20)]


@example
def not_counting_a_range():
    """M = 10 + u, X = u in 5..20, up to 8: M - min(u, 8) is 10 for u <= 8,
    22 for u = 20."""
    c = clauses(small(), limit("at most", "21 tank", "RU", IN("za"), without=[
        Without(("sum", ("tank",), ()), None, ("and", ("stored",)), None, 8)]))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10 tank/active",
                         "5..20 tank/stored"),
         complete(1, "RU", None, "tank"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "range", 10, 22)]


@example
def not_counting_on_the_way():
    """4 stand, 17 come; of what is stored up to 10 are left out: 4..11, then
    11. (As in the example of 2022.)"""
    c = clauses(small(), limit("at most", "10 tank", "RU", IN("zb"), without=[
        Without(("sum", ("tank",), ()), None, ("and", ("stored",)), None, 10)]))
    book(c, "analyst", E(1, "hold", "RU", "b1", "4 tank/active"),
         E(1, "hold", "RU", "a1", "17 tank/stored"),
         complete(1, "RU", None, "tank"),
         E(2, "move", "RU", "a1", "17 tank/stored", to="b1", arrives=4))
    return c, [(2, "1", 1, "RU", "combined", "undetermined", "on_the_way", 4, 11),
               (4, "1", 1, "RU", "combined", "broken", "", 11, 11)]


# ---- bases -----------------------------------------------------------------

@example
def declared_and_estimated():
    """RU declares 10, the analyst sees 12..20: together nothing fits 10, so
    they disagree; at 25 both say kept."""
    c = clauses(small(), at_most(11), at_most(25, id="2"))
    book(c, "RU", E(1, "hold", "RU", "a1", "10 troops"),
         complete(1, "RU", None, "troops"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "12..20 troops"),
         complete(1, "RU", None, "troops"))
    return c, [(1, "1", 1, "RU", "declared", "kept", "", 10, 10),
               (1, "1", 1, "RU", "estimated", "broken", "", 12, 20),
               (1, "1", 1, "RU", "combined", "undetermined", "disagree", 10, 20),
               (1, "2", 1, "RU", "combined", "kept", "", 10, 20)]


@example
def declared_of_a_side():
    """RU keeps a book, BY none: the sum is 10.. ."""
    c = clauses(small(), limit("at most", "9 troops", "RU+BY", IN("za")))
    book(c, "RU", E(1, "hold", "RU", "a1", "10 troops"),
         complete(1, "RU", None, "troops"))
    return c, [(1, "1", 1, "RU+BY", "declared", "broken", "", 10, None),
               (1, "1", 1, "RU+BY", "combined", "broken", "", 10, None)]


@example
def two_analysts():
    """10..20 and 15..30 allow 15..20 together."""
    c = clauses(small(), at_most(22))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10..20 troops"),
         complete(1, "RU", None, "troops"))
    book(c, "press", E(1, "hold", "RU", "a1", "15..30 troops"),
         complete(1, "RU", None, "troops"))
    return c, [(1, "1", 1, "RU", "estimated", "kept", "", 15, 20),
               (1, "1", 1, "RU", "combined", "kept", "", 15, 20)]


@example
def evidence_of_a_day():
    """At least 8 seen on day 2, of what the book leaves open; stale on 3."""
    c = clauses(small(), at_most(7))
    book(c, "analyst", E(1, "hold", "RU", "a1", "5 troops"),
         E(2, "observe", "RU", "a1", "8+ troops"),
         E(2, "observe", "RU", "a2", "6 troops"))
    row = ("1", 1, "RU")
    return c, [(2, *row, "evidence", "broken", "", 8, None),
               (2, *row, "combined", "broken", "", 8, None),
               (3, *row, "combined", "undetermined", "no_complete", 5, None)]


@example
def evidence_against_the_books():
    """8 seen, 5 allowed: 8.. , and never kept."""
    c = clauses(small(), at_most(9), limit("at least", "6 troops", "RU",
                                           IN("za"), id="2"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "5 troops"),
         complete(1, "RU", None, "troops"),
         E(2, "observe", "RU", "a1", "8 troops"))
    return c, [(2, "1", 1, "RU", "combined", "undetermined", "discrepancy", 8, None),
               (2, "2", 1, "RU", "combined", "undetermined", "discrepancy", 8, None)]


@example
def evidence_and_a_move_of_that_day():
    """What left on day 2 may have been seen at its origin that day; all that
    is known of the day is what was seen."""
    c = clauses(small(), at_most(7))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10 troops"),
         complete(1, "RU", None, "troops"),
         E(2, "move", "RU", "a1", "10 troops", to="b1"),
         E(2, "observe", "RU", "a1", "8 troops"))
    return c, [(2, "1", 1, "RU", "combined", "broken", "", 8, 8)]


@example
def evidence_with_grades_and_of_one_or_the_other():
    """C3 is worse than B2; one of RU or BY counts for the sum only."""
    c = clauses(small(), at_most(7), limit("at most", "7 troops", "RU+BY",
                                           IN("za"), id="2"),
                Clause("evidence", "E1", grade="B2"))
    book(c, "analyst", E(1, "observe", "RU", "a1", "8 troops", grade="C3"),
         E(2, "observe", "RU|BY", "a1", "8 troops", grade="B1"),
         E(3, "observe", "RU", "a1", "9 troops"))
    return c, [(1, "1", 1, "RU", "combined", "undetermined", "no_complete", 0, None),
               (2, "1", 1, "RU", "combined", "undetermined", "no_complete", 0, None),
               (2, "2", 1, "RU+BY", "combined", "broken", "", 8, None),
               (3, "1", 1, "RU", "combined", "undetermined", "no_complete", 0, None)]


# ---- rows without judgement ------------------------------------------------

@example
def not_judged():
    c = clauses(small(), Clause("uncoded", "8", "spirit"))
    book(c, "analyst", E(2, "hold", "RU", "a1", "10 troops"))
    return c, [(2, "8", 1, None, "combined", "not_judged", "unjudged", None,
                None)]
