"""More examples worked out by hand: events, notices, steps."""
from check_rules import example
from model import Ban, Clause, Deed, Measure
from small import E, IN, book, clauses, complete, small, whom


# ---- events and notices ----------------------------------------------------

def ban(**more):
    return Clause("limit", "1", "Ban", lines=[Ban(
        "exercise", ("more than", 100, "troops"), whom("each side"),
        IN("za"))], **more)


@example
def ban_of_events():
    """150 from day 2 to 3; joint; elsewhere; too small; size untold."""
    c = clauses(small(), ban())
    book(c, "analyst",
         E(2, "event", "RU+US", "a1", "150 troops", event="exercise", until=3),
         E(5, "event", "RU", "b1", "150 troops", event="exercise"),
         E(6, "event", "RU", "a1", "100 troops", event="exercise.alert"),
         E(7, "event", "RU", "a1", event="exercise"))
    east, west = ("1", 1, "side east", "combined"), \
        ("1", 1, "side west", "combined")
    return c, [(1, *west, "kept", "nothing_recorded", 0, 0),
               (2, *east, "broken", "", 1, 1), (3, *west, "broken", "", 1, 1),
               (4, *east, "kept", "nothing_recorded", 0, 0),
               (5, *east, "kept", "nothing_recorded", 0, 0),
               (6, *east, "kept", "nothing_recorded", 0, 0),
               (7, *east, "undetermined", "range", 0, 1)]


@example
def books_disagree_about_an_event():
    """As in the example of 2022: 300 in one book, 0..100 in the other."""
    c = clauses(small(), ban())
    book(c, "analyst", E(2, "event", "RU", "a1", "300 troops",
                         event="exercise"))
    book(c, "RU", E(2, "event", "RU", "a1", "0..100 troops",
                    event="exercise"))
    c.books[1].entries[0].number = c.books[0].entries[0].number
    east = ("1", 1, "side east")
    return c, [(2, *east, "estimated", "broken", "", 1, 1),
               (2, *east, "declared", "kept", "nothing_recorded", 0, 0),
               (2, *east, "combined", "undetermined", "disagree", 0, 1)]


def notice(lead=("before", 7, "days"), **more):
    given = dict(id="1", kinds=("movement",), whom=whom("RU"),
                 size=("at least", [(100, "troops")]), relation="into",
                 place=IN("zb"), lead=lead)
    given.update(more)
    return Clause("notice", title="Notice", **given)


@example
def notices_in_time_late_and_never():
    """Day 10: told on 3 (7 days); day 11: on 5 (6); 12: not; 13: silence;
    14: 90 only; 15: out of b."""
    c = clauses(small(), notice())
    book(c, "analyst", E(1, "hold", "RU", "a1", "900 troops"),
         E(10, "move", "RU", "a1", "100 troops", to="b1", notified=3),
         E(11, "move", "RU", "a1", "100 troops", to="b1", notified=5),
         E(12, "move", "RU", "a1", "100 troops", to="b1", not_notified=True),
         E(13, "move", "RU", "a1", "100 troops", to="b1"),
         E(14, "move", "RU", "a1", "90 troops", to="b1"),
         E(15, "move", "RU", "b1", "200 troops", to="a1"))
    row = ("1", 1, "RU", "combined")
    return c, [(9, *row, "not_due", "nothing_due", None, None),
               (10, *row, "kept", "", 7, 7), (11, *row, "broken", "late", 6, 6),
               (12, *row, "broken", "", None, None),
               (13, *row, "undetermined", "silence", None, None),
               (14, *row, "not_due", "nothing_due", None, None),
               (15, *row, "not_due", "nothing_due", None, None)]


@example
def notices_added_up():
    """60 on day 10 and 60 on 12 are 120 in 3 days; 60 on 15 stands alone."""
    c = clauses(small(), notice(added_up=3))
    book(c, "analyst", E(1, "hold", "RU/x", "a1", "900 troops"),
         E(1, "hold", "RU/y", "a1", "900 troops"),
         E(10, "move", "RU/x", "a1", "60 troops", to="b1"),
         E(12, "move", "RU/y", "a1", "60 troops", to="b1", notified=1),
         E(15, "move", "RU/y", "a1", "60 troops", to="b1"))
    row = ("1", 1, "RU", "combined")
    return c, [(10, *row, "not_due", "nothing_due", None, None),
               (12, *row, "kept", "", 11, 11),
               (15, *row, "not_due", "nothing_due", None, None)]


@example
def notices_in_hours_and_in_covers():
    """Told on day 8, which ends 24 hours before day 10: late for 48 hours,
    in time for 24. Silence inside `covers` is absence."""
    c = clauses(small(), notice(("before", 48, "hours")),
                notice(("before", 24, "hours"), id="2"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "900 troops"),
         E(10, "move", "RU", "a1", "100 troops", to="b1", notified=8),
         E(12, "move", "RU", "a1", "100 troops", to="b1"),
         covers=[("notices", "side east", 11, 20)])
    return c, [(10, "1", 1, "RU", "combined", "broken", "late", 24, 24),
               (10, "2", 1, "RU", "combined", "kept", "", 24, 24),
               (12, "1", 1, "RU", "combined", "broken", "", None, None)]


@example
def notices_when_after_advised_under():
    """Told the day after, which nobody knows yet on the day itself; a telling
    `under 1` counts for that clause only; advised only is never broken."""
    c = clauses(small(), notice(("when",)),
                notice(("after", 1, "days"), id="2"),
                notice(("when",), advised=True, id="3"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "900 troops"),
         E(10, "move", "RU", "a1", "100 troops", to="b1", notified=11),
         E(12, "move", "RU", "a1", "100 troops", to="b1",
           notified=[(12, "1")]))
    return c, [(10, "1", 1, "RU", "combined", "undetermined", "silence",
                None, None),
               (10, "2", 1, "RU", "combined", "not_due", "", None, None),
               (10, "3", 1, "RU", "combined", "kept", "", None, None),
               (12, "1", 1, "RU", "combined", "kept", "", 0, 0),
               (12, "2", 1, "RU", "combined", "not_due", "", None, None)]


@example
def notices_before_entry_into_force_and_events():
    """The last day for telling of day 5 lay before day 1. An alert of 100
    troops, `or 5 tank`, on day 9 told on day 2 is kept."""
    c = clauses(small(), notice(kinds=("exercise", "movement"), size=(
        "at least", [(100, "troops"), (5, "tank")]), relation=None))
    book(c, "analyst", E(5, "event", "RU", "b1", "100 troops",
                         event="exercise"),
         E(9, "event", "RU", "b1", "5 tank", event="exercise.alert",
           notified=2))
    return c, [(5, "1", 1, "RU", "combined", "not_due", "nothing_due", None, None),
               (9, "1", 1, "RU", "combined", "kept", "", 7, 7)]


# ---- steps -----------------------------------------------------------------

def withdraws(n, actor="RU", to=("in", ("zc",)), item="troops", **more):
    given = dict(id="1", deeds=[Deed(whom(actor), "withdraws",
                             [(n, ("sum", (item,), ()))], ("in", ("za",)), to)],
                 within=(10, "force"))
    given.update(more)
    return Clause("step", title="Step", **given)


@example
def withdrawal_done():
    """10 of 12 from a to c on day 4: not due before, then kept; they come
    back on day 8: it stays kept, `none returns` is broken."""
    c = clauses(small(), withdraws(10, stays=60))
    book(c, "analyst", E(1, "hold", "RU", "a1", "12 troops"),
         E(4, "move", "RU", "a1", "10 troops", to="c1"),
         E(8, "move", "RU", "c1", "3 troops", to="a2"))
    row = ("1", 1, "RU", "combined")
    return c, [(3, *row, "not_due", "", 0, 0),
               (4, *row, "kept", "", 10, 10),
               (7, "1", 2, "RU", "combined", "kept", "", 10, 10),
               (12, *row, "kept", "", 10, 10),
               (12, "1", 2, "RU", "combined", "broken", "", 7, 7)]


@example
def withdrawal_not_done():
    """8 of 10 to c, 4 more only to b. Deadline: the close of day 11."""
    c = clauses(small(), withdraws(10))
    book(c, "analyst", E(1, "hold", "RU", "a1", "20 troops"),
         E(4, "move", "RU", "a1", "8 troops", to="c1"),
         E(5, "move", "RU", "a1", "4 troops", to="b1"),
         E(14, "move", "RU", "b1", "4 troops", to="c1"))
    row = ("1", 1, "RU", "combined")
    return c, [(11, *row, "not_due", "", 8, 8),
               (12, *row, "broken", "", 8, 8),
               (14, *row, "kept", "late", 12, 12)]


@example
def withdrawal_and_others_arrivals():
    """10 leave a for c, 6 of BY's are none of RU's business; for the side
    they raise the balance again: 4."""
    c = clauses(small(), withdraws(10), withdraws(10, "side east", id="2"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "20 troops"),
         E(1, "hold", "BY", "b1", "20 troops"),
         E(4, "move", "RU", "a1", "10 troops", to="c1"),
         E(4, "move", "BY", "b1", "6 troops", to="a1"))
    return c, [(12, "1", 1, "RU", "combined", "kept", "", 10, 10),
               (12, "2", 1, "side east", "combined", "broken", "", 4, 4)]


@example
def withdrawal_that_mixes():
    """c1 has 5 of its own and 6 traced; 4 of the 11 go to b: 2..6 traced
    stand in c."""
    c = clauses(small(), withdraws(6))
    book(c, "analyst", E(1, "hold", "RU", "a1", "6 troops"),
         E(1, "hold", "RU", "c1", "5 troops"),
         E(4, "move", "RU", "a1", "5 troops", to="c1"),
         E(5, "move", "RU", "c1", "4 troops", to="b1"),
         E(6, "move", "RU", "a1", "1 troops", to="c1"))
    return c, [(12, "1", 1, "RU", "combined", "undetermined", "range", 2, 6)]


@example
def withdrawal_on_the_way_and_without_to():
    """On the way they have left, and stand nowhere."""
    c = clauses(small(), withdraws(10), withdraws(10, to=None, id="2"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "10 troops"),
         E(4, "move", "RU", "a1", "10 troops", to="c1", arrives=14))
    return c, [(4, "2", 1, "RU", "combined", "kept", "", 10, 10),
               (12, "1", 1, "RU", "combined", "broken", "", 0, 0),
               (14, "1", 1, "RU", "combined", "kept", "late", 10, 10)]


@example
def withdrawal_of_a_range_and_two_books():
    """RU says 10; the analyst 6..12 of 20: together 10, done."""
    c = clauses(small(), withdraws(10))
    book(c, "RU", E(1, "hold", "RU", "a1", "10 troops"),
         E(4, "move", "RU", "a1", "10 troops", to="c1"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "20 troops"),
         E(4, "move", "RU", "a1", "6..12 troops", to="c1"))
    return c, [(12, "1", 1, "RU", "declared", "kept", "", 10, 10),
               (12, "1", 1, "RU", "estimated", "undetermined", "range", 6, 12),
               (12, "1", 1, "RU", "combined", "kept", "", 10, 10)]


@example
def verification():
    """Done on day 4, verified on day 9: in time within 5 days; the next step
    waits for it, and its 3 days begin then."""
    c = clauses(small(), withdraws(10, verifier=("monitor", "OSCE"),
                                   verify_within=5),
                withdraws(2, within=(3, ("step", "1", "verified")), id="2"))
    book(c, "analyst", E(1, "hold", "RU", "a1", "20 troops"),
         E(4, "move", "RU", "a1", "10 troops", to="c1"),
         E(9, "verified", step="1", by="OSCE"),
         E(10, "move", "RU", "a1", "1 troops", to="c1"))
    ver = ("1", 2, "OSCE", "combined")
    return c, [(3, *ver, "not_due", "nothing_due", None, None),
               (8, *ver, "not_due", "", None, None),
               (9, *ver, "kept", "", None, None),
               (8, "2", 1, "RU", "combined", "not_due", "waits", None, None),
               (12, "2", 1, "RU", "combined", "not_due", "", 1, 1),
               (13, "2", 1, "RU", "combined", "broken", "", 1, 1)]


@example
def verification_missing_and_late():
    """Due by the close of day 7: silence, then (inside covers) broken."""
    c = clauses(small(), withdraws(10, verifier=("monitor", "OSCE"),
                                   verify_within=3))
    book(c, "analyst", E(1, "hold", "RU", "a1", "20 troops"),
         E(4, "move", "RU", "a1", "10 troops", to="c1"),
         E(9, "verified", step="1", by="OSCE"))
    ver = ("1", 2, "OSCE", "combined")
    d = clauses(small(), withdraws(10, verifier=("monitor", "OSCE"),
                                   verify_within=3))
    book(d, "analyst", E(1, "hold", "RU", "a1", "20 troops"),
         E(4, "move", "RU", "a1", "10 troops", to="c1"),
         covers=[("verifications", "OSCE", 1, 20)])
    return c, [(8, *ver, "undetermined", "silence", None, None),
               (9, *ver, "kept", "late", None, None),
               (8, *ver, "broken", "", None, None, d)]


@example
def verified_by_the_other_side():
    """Both sides act; each must verify the other's part."""
    c = clauses(small(), withdraws(10, verifier=("other side",),
                                   verify_within=5))
    step = c.articles[0].clauses[0]
    step.deeds.append(Deed(whom("US"), "destroys", [(2, ("sum", ("tank",),
                                                        ()))]))
    book(c, "analyst", E(1, "hold", "RU", "a1", "20 troops"),
         E(1, "hold", "US", "b1", "5 tank"),
         E(4, "move", "RU", "a1", "10 troops", to="c1"),
         E(5, "destroy", "US", "b1", "2 tank"),
         E(6, "verified", step="1", by="PL"))
    return c, [(5, "1", 2, "US", "combined", "kept", "", 2, 2),
               (6, "1", 3, "side west", "combined", "kept", "", None, None),
               (6, "1", 3, "side east", "combined", "not_due", "", None, None),
               (11, "1", 3, "side east", "combined", "undetermined", "silence", None, None)]


@example
def reaches():
    """Down to at most 5 by day 11: only a complete can tell."""
    m = Measure("at most", [(5, ("sum", ("troops",), ()))], whom("RU"), None,
                IN("za"))
    c = clauses(small(), Clause("step", "1", "Step", deeds=[
        Deed(whom("RU"), "reaches", measure=m)], within=(10, "force")))
    book(c, "analyst", E(1, "hold", "RU", "a1", "20 troops"),
         E(4, "move", "RU", "a1", "16 troops", to="c1"),
         complete(14, "RU", "za", "troops"))
    row = ("1", 1, "RU", "combined")
    return c, [(11, *row, "not_due", "", 4, None),
               (12, *row, "undetermined", "no_complete", 4, None),
               (14, *row, "kept", "late", 4, 4)]
