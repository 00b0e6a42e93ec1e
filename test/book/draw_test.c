/* draw_test.c - what a debit draws on, and what a book must not say
 *
 * Each case is worked out by hand from docs/judging.md, sections 3 and 4, and
 * read in its own order and in others: the file's decides nothing.
 */
#include "book/kept.h"

/* ---- what a debit draws on ---------------------------------------------- */

TEST(a_unit_draws_on_what_holds_it)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  100 tank\n"
           "2022-02-15 move RU/41CAA from depot to camp\n"
           "  30 tank\n"
           "2022-02-16 disband RU/41CAA/35MRB at depot\n"
           "  10 tank\n"
           "2022-02-17 transfer RU/2 to BY at depot\n"
           "  1 tank\n",
           { "2022-02-15", "RU depot 70 tank; RU/41CAA camp 30 tank" },
           { "2022-02-16", "RU depot 60 tank; RU/41CAA camp 30 tank" },
           { "2022-02-17",
             "BY depot 1 tank; RU depot 59 tank; RU/41CAA camp 30 tank" });
}

TEST(its_own_account_comes_first_and_the_rest_from_its_parent)
{
    STANDS("2022-01-25 hold RU/41CAA at depot\n"
           "  50 tank\n"
           "2022-01-26 raise RU/41CAA/35MRB at depot\n"
           "  15 tank\n"
           "2022-02-15 move RU/41CAA/35MRB from depot to camp\n"
           "  12 tank\n"
           "2022-02-16 move RU/41CAA/35MRB from depot to camp\n"
           "  8 tank\n",
           { "2022-02-15", "RU/41CAA depot 50 tank; "
                           "RU/41CAA/35MRB camp 12 tank; "
                           "RU/41CAA/35MRB depot 3 tank" },
           { "2022-02-16",
             "RU/41CAA depot 45 tank; RU/41CAA/35MRB camp 20 tank" });
}

TEST(what_comes_to_hold_it_later_is_drawn_on_from_then_on)
{
    /* 50 - 10 of its own, then 60: 40 are its own, 20 of RU's 30 */
    STANDS("2022-01-25 hold RU/1 at depot\n"
           "  50 tank\n"
           "2022-02-01 move RU/1 from depot to camp\n"
           "  10 tank\n"
           "2022-02-02 raise RU at depot\n"
           "  30 tank\n"
           "2022-02-03 move RU/1 from depot to camp\n"
           "  60 tank\n",
           { "2022-02-01", "RU/1 camp 10 tank; RU/1 depot 40 tank" },
           { "2022-02-03", "RU depot 10 tank; RU/1 camp 70 tank" });
}

TEST(a_range_of_its_own_that_cannot_suffice_goes_first)
{
    /* 20 to 40 of its own and 50 taken: 10 to 30 are from the joint one */
    struct posted *t = book_post(keep,
                                 S("2022-01-25 hold BY + DNR at depot\n"
                                   "  100 tank\n"
                                   "2022-01-25 hold DNR at depot\n"
                                   "  20..40 tank\n"
                                   "2022-02-15 move DNR from depot to camp\n"
                                   "  50 tank\n"),
                                 NONE, LATEST);
    CHECK_STR(book_codes(keep, t), S(""));
    CHECK_STR(book_stands(keep, t, "2022-02-15"),
              S("BY + DNR depot 70..90 tank; DNR camp 50 tank"));
    CHECK_STR(book_together(keep, t, "2022-02-15", "depot", "camp"),
              S("120..140"));
}

TEST(the_nearest_that_holds_it_is_drawn_on)
{
#define SIDE "2022-01-25 hold side east at depot\n  500 tank\n"
#define JOINT "2022-01-25 hold RU + BY at depot\n  300 tank\n"
#define PARTY "2022-01-25 hold RU at depot\n  200 tank\n"
#define UNIT "2022-01-26 raise RU/1 at depot\n  100 tank\n"
#define MOVE "2022-02-15 move RU/1/2 from depot to camp\n  30 tank\n"
    STANDS(SIDE JOINT PARTY UNIT MOVE,
           { LATEST, "BY + RU depot 300 tank; RU depot 200 tank; "
                     "RU/1 depot 70 tank; RU/1/2 camp 30 tank; "
                     "side east depot 500 tank" });
    STANDS(SIDE JOINT PARTY MOVE,
           { LATEST, "BY + RU depot 300 tank; RU depot 170 tank; "
                     "RU/1/2 camp 30 tank; side east depot 500 tank" });
    STANDS(SIDE JOINT MOVE,
           { LATEST, "BY + RU depot 270 tank; RU/1/2 camp 30 tank; "
                     "side east depot 500 tank" });
    STANDS(SIDE MOVE,
           { LATEST, "RU/1/2 camp 30 tank; side east depot 470 tank" });
    REFUSED(MOVE, "E0403");
    /* more than all of them have */
    REFUSED(SIDE PARTY "2022-02-15 move RU/1/2 from depot to camp\n"
                       "  701 tank\n",
            "E0404");
#undef SIDE
#undef JOINT
#undef PARTY
#undef UNIT
#undef MOVE
    /* a side of one holds its only party's, too */
    STANDS("2022-01-25 hold side west at depot\n"
           "  10 tank\n"
           "2022-02-15 move US from depot to camp\n"
           "  4 tank\n",
           { LATEST, "US camp 4 tank; side west depot 6 tank" });
}

TEST(what_does_not_hold_it_is_not_drawn_on)
{
    /* neither its units' nor a sister's nor another's, nor at other places */
    REFUSED("2022-01-25 hold RU/1 at depot\n"
            "  100 tank\n"
            "2022-02-15 move RU from depot to camp\n"
            "  30 tank\n",
            "E0403");
    REFUSED("2022-01-25 hold RU/1 at depot\n"
            "  100 tank\n"
            "2022-02-15 move RU/12 from depot to camp\n"
            "  30 tank\n",
            "E0403");
    REFUSED("2022-01-25 hold side west at depot\n"
            "  100 tank\n"
            "2022-01-25 hold BY + DNR at depot\n"
            "  100 tank\n"
            "2022-01-25 hold RU or BY at depot\n"
            "  100 tank\n"
            "2022-01-25 hold RU at home\n"
            "  100 tank\n"
            "2022-01-25 hold RU at depot\n"
            "  100 troops\n"
            "  100 tank.t72\n"
            "2022-02-15 move RU from depot to camp\n"
            "  30 tank\n",
            "E0403");
}

TEST(two_that_are_as_near_are_ambiguous)
{
    REFUSED("2022-01-25 hold RU + BY at depot\n"
            "  100 tank\n"
            "2022-01-25 hold RU + DNR at depot\n"
            "  100 tank\n"
            "2022-02-15 move RU from depot to camp\n"
            "  30 tank\n",
            "E0407");
}

/* ---- statuses ----------------------------------------------------------- */

TEST(fewer_statuses_mean_the_one_account_that_fits)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  50 tank, stored, alert\n"
           "  40 tank, stored, resting\n"
           "2022-02-15 move RU from depot to camp\n"
           "  20 tank, alert\n"
           "2022-02-16 move RU from camp to home\n"
           "  20 tank\n",
           { "2022-02-15", "RU camp 20 tank, stored, alert; "
                           "RU depot 30 tank, stored, alert; "
                           "RU depot 40 tank, stored, resting" },
           { "2022-02-16", "RU depot 30 tank, stored, alert; "
                           "RU depot 40 tank, stored, resting; "
                           "RU home 20 tank, stored, alert" });
    /* of exactly these statuses, if there is one: here of none */
    STANDS("2022-01-25 hold RU at depot\n"
           "  50 tank, stored\n"
           "  40 tank, active\n"
           "  30 tank\n"
           "2022-02-15 move RU from depot to camp\n"
           "  20 tank\n",
           { LATEST, "RU camp 20 tank; RU depot 10 tank; "
                     "RU depot 40 tank, active; RU depot 50 tank, stored" });
    /* the order of statuses says nothing */
    STANDS("2022-01-25 hold RU at depot\n"
           "  50 tank, alert, stored\n"
           "2022-02-15 move RU from depot to camp\n"
           "  20 tank, stored, alert\n",
           { LATEST, "RU camp 20 tank, stored, alert; "
                     "RU depot 30 tank, stored, alert" });
    /* more statuses than the account has: none is known to have them */
    REFUSED("2022-01-25 hold RU at depot\n"
            "  50 tank\n"
            "2022-02-15 move RU from depot to camp\n"
            "  20 tank, stored\n",
            "E0403");
}

TEST(several_that_fit_are_an_error_that_lists_them)
{
    str book = S("2022-01-25 hold RU at depot\n"
                 "  50 tank, stored\n"
                 "2022-01-26 hold RU at depot\n"
                 "  40 tank, active\n"
                 "2022-02-15 move RU from depot to camp\n"
                 "  20 tank\n");
    book_in_any_order(keep, book, LATEST,
                      (struct state[]){ { LATEST, "RU depot 40 tank, active; "
                                                  "RU depot 50 tank, stored" },
                                        { NULL, NULL } },
                      "E0407");
    struct posted *t = book_post(keep, book, NONE, LATEST);
    CHECK_STR(book_points_at(keep, t), S("1 3"));
    bool first = str_ends(t->diags.at[0]->notes->text, S("tank, stored"));
    CHECK(first);
    CHECK_STR(t->diags.at[0]->notes->next->text,
              S("one is here: tank, active"));
}

TEST(several_that_fit_are_no_error_where_none_of_them_is_needed)
{
    /* the unit's own suffices: its party's two are not asked for */
    STANDS("2022-01-25 hold RU at depot\n"
           "  50 tank, stored\n"
           "2022-01-26 change RU at depot from stored to active\n"
           "  20 tank, stored\n"
           "2022-01-27 move RU/1 from depot to camp\n"
           "  8 tank, stored\n"
           "2022-01-28 move RU/1 from camp to depot\n"
           "  8 tank\n"
           "2022-02-15 move RU/1 from depot to camp\n"
           "  5 tank\n",
           { LATEST, "RU depot 20 tank, active; RU depot 22 tank, stored; "
                     "RU/1 camp 5 tank, stored; RU/1 depot 3 tank, stored" });
    /* it does not: then which of them is asked */
    REFUSED("2022-01-25 hold RU at depot\n"
            "  50 tank, stored\n"
            "2022-01-26 change RU at depot from stored to active\n"
            "  20 tank, stored\n"
            "2022-01-27 move RU/1 from depot to camp\n"
            "  8 tank, stored\n"
            "2022-01-28 move RU/1 from camp to depot\n"
            "  8 tank\n"
            "2022-02-15 move RU/1 from depot to camp\n"
            "  9 tank\n",
            "E0407");
    REFUSED("2022-01-25 hold RU at depot\n"
            "  50 tank, stored\n"
            "2022-01-26 hold RU at depot\n"
            "  40 tank, active\n"
            "2022-02-15 recount RU at depot\n"
            "  20 tank\n",
            "E0407");
}

/* Which accounts fit is asked of what stands before the figures of the batch
 * move: what comes in by another of them is no second candidate. */
TEST(what_fits_does_not_hang_on_the_order_of_a_batch)
{
    STANDS("2022-01-25 hold RU at home\n"
           "  50 tank, stored\n"
           "2022-01-25 hold RU at camp\n"
           "  40 tank, active\n"
           "2022-02-15 move RU from home to camp\n"
           "  30 tank, stored\n"
           "2022-02-15 move RU from camp to depot\n"
           "  10 tank\n",
           { LATEST, "RU camp 30 tank, active; RU camp 30 tank, stored; "
                     "RU depot 10 tank, active; RU home 20 tank, stored" });
    /* nor is a parent's that comes to be in the batch drawn on first */
    STANDS("2022-01-25 hold RU at home\n"
           "  50 tank\n"
           "2022-01-25 hold side east at camp\n"
           "  40 tank\n"
           "2022-02-15 move RU from home to camp\n"
           "  30 tank\n"
           "2022-02-15 move RU from camp to depot\n"
           "  10 tank\n",
           { LATEST, "RU camp 20 tank; RU depot 10 tank; RU home 20 tank; "
                     "side east camp 40 tank" });
}

/* ---- errors ------------------------------------------------------------- */

TEST(a_second_hold_of_one_account_is_an_error)
{
#define HELD "2022-01-25 hold RU at depot\n  200 tank, stored\n"
    REFUSED(HELD "2022-02-25 hold RU at depot\n  180 tank, stored\n", "E0401");
    REFUSED(HELD "2022-02-25 hold RU at depot\n  200 tank, stored\n", "E0401");
    REFUSED(HELD "2022-01-25 hold RU at depot\n  1 tank, stored\n", "E0401");
    REFUSED("2022-01-25 hold RU at depot\n  0 tank\n"
            "2022-02-25 hold RU at depot\n  180 tank\n",
            "E0401");
    struct posted *t =
        book_post(keep,
                  S(HELD "2022-02-01 raise RU at depot\n  5 tank, stored\n"
                         "2022-02-25 hold RU at depot\n  180 tank, stored\n"),
                  NONE, LATEST);
    CHECK_STR(book_codes(keep, t), S("E0401"));
    CHECK_STR(book_points_at(keep, t), S("1"));
    /* another status, item, place or holder is another account */
    STANDS(HELD "2022-02-25 hold RU at depot\n  180 tank\n"
                "2022-02-25 hold RU at depot\n  180 tank, active\n"
                "2022-02-25 hold RU at depot\n  180 tank.t72, stored\n"
                "2022-02-25 hold RU at camp\n  180 tank, stored\n"
                "2022-02-25 hold BY at depot\n  180 tank, stored\n"
                "2022-02-25 hold RU + BY at depot\n  180 tank, stored\n",
           { "2022-01-25", "RU depot 200 tank, stored" });
#undef HELD
}

TEST(a_unit_beside_its_parent_is_an_error)
{
    REFUSED("2022-01-25 hold RU at camp\n  200 tank\n"
            "2022-01-25 hold RU/41CAA at camp\n  50 tank\n",
            "E0402");
    REFUSED("2022-01-25 hold RU/41CAA at camp\n  50 tank\n"
            "2022-01-26 hold RU at camp\n  200 tank\n",
            "E0402");
    REFUSED("2022-01-25 hold RU/41CAA at camp\n  50 tank\n"
            "2022-01-26 hold RU/41CAA/35MRB at camp\n  20 tank\n",
            "E0402");
    REFUSED("2022-01-25 hold RU at camp\n  200 tank\n"
            "2022-01-25 hold RU/rest at camp\n  50 tank\n",
            "E0402");
    /* units side by side, and a parent of which the rest is stated */
    STANDS("2022-01-25 hold RU/rest at camp\n  150 tank\n"
           "2022-01-25 hold RU/41CAA at camp\n  50 tank\n"
           "2022-01-25 hold RU/41CAAX at camp\n  20 tank\n",
           { LATEST, "RU/41CAA camp 50 tank; RU/41CAAX camp 20 tank; "
                     "RU/rest camp 150 tank" });
    /* at another place, of another item or status */
    STANDS("2022-01-25 hold RU at camp\n  200 tank\n"
           "2022-01-25 hold RU/41CAA at home\n  50 tank\n"
           "2022-01-25 hold RU/41CAA at camp\n  50 troops\n  7 tank, stored\n",
           { LATEST, "RU camp 200 tank; RU/41CAA camp 50 troops; "
                     "RU/41CAA camp 7 tank, stored; RU/41CAA home 50 tank" });
    /* what a side or several have together is not a unit's */
    STANDS("2022-01-25 hold side east at camp\n  200 tank\n"
           "2022-01-25 hold RU + BY at camp\n  100 tank\n"
           "2022-01-25 hold RU/1 at camp\n  50 tank\n",
           { LATEST, "BY + RU camp 100 tank; RU/1 camp 50 tank; "
                     "side east camp 200 tank" });
}

TEST(nothing_can_leave_where_nothing_was)
{
    struct posted *t = book_post(keep,
                                 S("2022-01-25 hold RU at camp\n"
                                   "  200 tank\n"
                                   "2022-02-15 move RU from home to camp\n"
                                   "  50 tank\n"),
                                 NONE, LATEST);
    CHECK_STR(book_codes(keep, t), S("E0403"));
    CHECK_STR(t->diags.at[0]->text, S("this book holds no tank of RU there"));
    CHECK_STR(book_stands(keep, t, LATEST), S("RU camp 200 tank"));
    /* opened the day after */
    REFUSED("2022-02-16 hold RU at home\n  200 tank\n"
            "2022-02-15 move RU from home to camp\n  50 tank\n",
            "E0403");
}

TEST(more_than_can_be_there_in_any_world_is_an_error)
{
    struct posted *t = book_post(keep,
                                 S("2022-01-25 hold RU at camp\n"
                                   "  200..250 tank\n"
                                   "2022-01-26 raise RU at camp\n"
                                   "  10 tank\n"
                                   "2022-02-15 move RU from camp to home\n"
                                   "  230 tank\n" /* so it held 220 */
                                   "2022-02-16 move RU from camp to depot\n"
                                   "  50 tank\n"),
                                 NONE, LATEST);
    CHECK_STR(book_codes(keep, t), S("E0404"));
    CHECK_STR(t->diags.at[0]->text,
              S("this takes 20 tank more than can be there"));
    CHECK_STR(book_points_at(keep, t), S("1 3 5"));
    CHECK_STR(book_stands(keep, t, "2022-01-25"), S("RU camp 220..250 tank"));
    /* one cause, one message: what follows from it is not said, too */
    REFUSED("2022-01-25 hold RU at camp\n  200 tank\n"
            "2022-02-15 move RU from camp to home\n  230 tank\n"
            "2022-02-16 move RU from camp to home\n  1 tank\n",
            "E0404");
}

/* ---- batches ------------------------------------------------------------ */

TEST(what_counts_is_the_state_after_the_batch)
{
    STANDS("2022-01-25 hold RU at camp\n  20 tank\n"
           "2022-02-15 raise RU at camp\n  50 tank\n"
           "2022-02-15 move RU from camp to home\n  60 tank\n",
           { LATEST, "RU camp 10 tank; RU home 60 tank" });
    /* a chain, one link of which has no account before */
    STANDS("2022-01-25 hold RU at depot\n  100 tank\n"
           "2022-01-25 hold BY at home\n  1 tank\n"
           "2022-02-15 move RU from depot to camp\n  50 tank\n"
           "2022-02-15 move RU from camp to home\n  50 tank\n"
           "2022-02-15 transfer RU to BY at home\n  20 tank\n"
           "2022-02-15 move BY from home to depot\n  21 tank\n",
           { LATEST, "BY depot 21 tank; RU depot 50 tank; RU home 30 tank" });
    /* there and back again, and a swap */
    STANDS("2022-01-25 hold RU at depot\n  100 tank\n"
           "2022-02-15 move RU from depot to camp\n  100 tank\n"
           "2022-02-15 move RU from camp to depot\n  30 tank\n",
           { LATEST, "RU camp 70 tank; RU depot 30 tank" });
    /* two that take more together than there is */
    REFUSED("2022-01-25 hold RU at camp\n  100 tank\n"
            "2022-02-15 move RU from camp to home\n  60 tank\n"
            "2022-02-15 move RU from camp to depot\n  60 tank\n",
            "E0404");
    REFUSED("2022-01-25 hold RU at camp\n  20 tank\n"
            "2022-02-16 raise RU at camp\n  50 tank\n"
            "2022-02-15 move RU from camp to home\n  60 tank\n",
            "E0404");
}

TEST(all_is_what_is_left_and_never_less_than_none)
{
    REFUSED("2022-01-25 hold RU at camp\n  100 tank\n"
            "2022-02-15 disband RU at camp\n  101 tank\n"
            "2022-02-15 move RU from camp to home\n  all tank\n",
            "E0404");
    STANDS("2022-01-25 hold RU at camp\n  100..104 tank\n"
           "2022-01-25 hold RU at home\n  9 tank\n"
           "2022-02-15 disband RU at camp\n  102 tank\n"
           "2022-02-15 move RU from camp to home\n  all tank\n",
           { "2022-02-14", "RU camp 102..104 tank; RU home 9 tank" },
           { "2022-02-15", "RU home 9..11 tank" });
}

TEST(two_units_that_share_an_account_draw_on_it_together)
{
    STANDS("2022-01-25 hold RU at depot\n  100 tank\n"
           "2022-02-15 move RU/1 from depot to camp\n  30 tank\n"
           "2022-02-15 move RU/2 from depot to camp\n  50 tank\n"
           "2022-02-15 move RU from depot to home\n  20 tank\n",
           { LATEST, "RU home 20 tank; RU/1 camp 30 tank; "
                     "RU/2 camp 50 tank" });
    REFUSED("2022-01-25 hold RU at depot\n  100 tank\n"
            "2022-02-15 move RU/1 from depot to camp\n  30 tank\n"
            "2022-02-15 move RU/2 from depot to camp\n  50 tank\n"
            "2022-02-15 move RU from depot to home\n  21 tank\n",
            "E0404");
}

TEST(a_day_opens_before_its_hours)
{
    STANDS("2022-01-25 hold RU at depot\n  100 tank\n"
           "2022-02-15T14:30Z move RU from camp to home\n  30 tank\n"
           "2022-02-15T08:00Z move RU from depot to camp\n  40 tank\n"
           "2022-02-15 raise RU at depot\n  1 tank\n",
           { "2022-02-15T07:59Z", "RU depot 101 tank" },
           { "2022-02-15T08:00Z", "RU camp 40 tank; RU depot 61 tank" },
           { "2022-02-15T14:30Z",
             "RU camp 10 tank; RU depot 61 tank; RU home 30 tank" });
    REFUSED("2022-01-25 hold RU at depot\n  100 tank\n"
            "2022-02-15T07:30Z move RU from camp to home\n  30 tank\n"
            "2022-02-15T08:00Z move RU from depot to camp\n  40 tank\n",
            "E0403");
    REFUSED("2022-01-25 hold RU at depot\n  100 tank\n"
            "2022-02-15 move RU from camp to home\n  30 tank\n"
            "2022-02-15T08:00Z move RU from depot to camp\n  40 tank\n",
            "E0403");
}
