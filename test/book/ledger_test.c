/* ledger_test.c - what entries post
 *
 * Each case is worked out by hand from docs/judging.md, sections 2 to 4, and
 * read in its own order and in others: the file's decides nothing.
 */
#include "book/kept.h"
#include "judge/judge.h"

/* ---- hold, raise, move -------------------------------------------------- */

TEST(hold_opens_an_account_and_raise_adds_to_it)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  10_000..14_000 troops\n"
           "  200 tank\n"
           "2022-02-01 raise RU at depot\n"
           "  500 troops\n"
           "2022-02-03 raise RU at depot\n"
           "  at least 60 troops\n"
           "2022-02-04 raise BY at camp\n" /* without a hold before it */
           "  7 tank\n",
           { "2022-01-24", "" },
           { "2022-01-25", "RU depot 10000..14000 troops; RU depot 200 tank" },
           { "2022-02-01", "RU depot 10500..14500 troops; RU depot 200 tank" },
           { "2022-02-03", "RU depot 10560.. troops; RU depot 200 tank" },
           { "2022-02-04", "BY camp 7 tank; RU depot 10560.. troops; "
                           "RU depot 200 tank" });
}

TEST(hold_and_raise_of_one_day_add_up)
{
    STANDS("2022-01-25 raise RU at depot\n"
           "  50 tank\n"
           "2022-01-25 hold RU at depot\n"
           "  200 tank\n",
           { "2022-01-25", "RU depot 250 tank" });
}

TEST(a_move_is_there_at_once)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  100 tank\n"
           "2022-02-15 move RU from depot to camp\n"
           "  30 tank\n",
           { "2022-02-14", "RU depot 100 tank" },
           { "2022-02-15", "RU camp 30 tank; RU depot 70 tank" },
           { LATEST, "RU camp 30 tank; RU depot 70 tank" });
}

TEST(what_arrives_later_is_on_the_way_until_that_day_opens)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  100 tank\n"
           "2022-02-15 move RU from depot to camp\n"
           "  30 tank\n"
           "  arrives 2022-03-01\n"
           "2022-02-20 move RU from depot to camp\n"
           "  5 tank\n"
           "  arrives 2022-02-21T14:30Z\n"
           "2022-03-01 move RU from camp to home\n" /* the day it arrives */
           "  35 tank\n",
           { "2022-02-14", "RU depot 100 tank" },
           { "2022-02-15", "RU depot 70 tank; RU depot>camp 30 tank" },
           { "2022-02-21T14:29Z", "RU depot 65 tank; RU depot>camp 35 tank" },
           { "2022-02-21T14:30Z",
             "RU camp 5 tank; RU depot 65 tank; RU depot>camp 30 tank" },
           { "2022-02-28",
             "RU camp 5 tank; RU depot 65 tank; RU depot>camp 30 tank" },
           { "2022-03-01", "RU depot 65 tank; RU home 35 tank" });
    /* it cannot be used before */
    REFUSED("2022-01-25 hold RU at depot\n"
            "  100 tank\n"
            "2022-02-15 move RU from depot to camp\n"
            "  30 tank\n"
            "  arrives 2022-03-01\n"
            "2022-02-28 move RU from camp to home\n"
            "  30 tank\n",
            "E0403");
}

TEST(arriving_on_the_day_it_leaves_is_at_once)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  100 tank\n"
           "2022-02-15 move RU from depot to camp\n"
           "  30 tank\n"
           "  arrives 2022-02-15\n",
           { "2022-02-15", "RU camp 30 tank; RU depot 70 tank" });
}

TEST(the_same_forces_in_both_places_are_one_unknown)
{
    struct posted *t = book_post(keep,
                                 S("2022-01-25 hold RU at depot\n"
                                   "  10_000..14_000 troops\n"
                                   "2022-02-01 move RU from depot to camp\n"
                                   "  9_000 troops\n"
                                   "2022-02-05 move RU from depot to home\n"
                                   "  500..900 troops\n"
                                   "  arrives 2022-02-09\n"
                                   "2022-02-09 move RU from home to camp\n"
                                   "  all troops\n"),
                                 NONE, LATEST);
    CHECK_STR(book_codes(keep, t), S(""));
    CHECK_STR(book_stands(keep, t, "2022-02-01"),
              S("RU camp 9000 troops; RU depot 1000..5000 troops"));
    CHECK_STR(book_together(keep, t, "2022-02-01", "depot", "camp"),
              S("10000..14000"));
    CHECK_STR(book_stands(keep, t, "2022-02-05"),
              S("RU camp 9000 troops; RU depot 100..4500 troops; "
                "RU depot>home 500..900 troops"));
    CHECK_STR(book_together(keep, t, "2022-02-05", "depot", "depot>home"),
              S("1000..5000"));
    CHECK_STR(book_stands(keep, t, "2022-02-09"),
              S("RU camp 9500..9900 troops; RU depot 100..4500 troops"));
    CHECK_STR(book_together(keep, t, "2022-02-09", "depot", "camp"),
              S("10000..14000"));
}

TEST(open_figures_stay_open_and_cancel)
{
    struct posted *t = book_post(keep,
                                 S("2022-01-25 hold RU at depot\n"
                                   "  at least 60 tank\n"
                                   "2022-02-01 move RU from depot to camp\n"
                                   "  50 tank\n"
                                   "2022-02-02 move RU from depot to home\n"
                                   "  at least 4 tank\n"),
                                 NONE, LATEST);
    CHECK_STR(book_stands(keep, t, "2022-02-01"),
              S("RU camp 50 tank; RU depot 10.. tank"));
    CHECK_STR(book_stands(keep, t, "2022-02-02"),
              S("RU camp 50 tank; RU depot 0.. tank; RU home 4.. tank"));
    CHECK_STR(book_together(keep, t, "2022-02-02", "depot", "home"),
              S("10.."));
}

TEST(figures_may_be_fractions_or_larger_than_any_army)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  90_000_000_000_000_000_000 troops\n"
           "  2.5 tank\n"
           "2022-02-01 move RU from depot to camp\n"
           "  30_000_000_000_000_000_000 troops\n"
           "  1.25 tank\n",
           { "2022-02-01", "RU camp 30000000000000000000 troops; "
                           "RU camp 5/4 tank; "
                           "RU depot 5/4 tank; "
                           "RU depot 60000000000000000000 troops" });
}

/* ---- what a movement tells backwards ------------------------------------ */

TEST(moving_12_000_out_of_10_000_to_14_000_tells_it_held_as_many)
{
#define HELD                                                                  \
    "2022-01-25 hold RU at depot\n"                                           \
    "  10_000..14_000 troops\n"                                               \
    "2022-02-01 move RU from depot to camp\n"                                 \
    "  12_000 troops\n"
    STANDS(HELD, { "2022-01-25", "RU depot 12000..14000 troops" },
           { "2022-02-01", "RU camp 12000 troops; RU depot 0..2000 troops" });
    /* and what comes in later does not take that back */
    STANDS(
        HELD "2022-02-02 raise RU at depot\n  5_000 troops\n",
        { "2022-01-25", "RU depot 12000..14000 troops" },
        { "2022-02-02", "RU camp 12000 troops; RU depot 5000..7000 troops" });
    /* but what comes in the same day counts: the state after it is what must
     * not be below zero */
    STANDS(HELD "2022-02-01 raise RU at depot\n  1_000 troops\n",
           { "2022-01-25", "RU depot 11000..14000 troops" },
           { "2022-02-01", "RU camp 12000 troops; RU depot 0..3000 troops" });
    STANDS(
        HELD "2022-02-01 raise RU at depot\n  5_000 troops\n",
        { "2022-01-25", "RU depot 10000..14000 troops" },
        { "2022-02-01", "RU camp 12000 troops; RU depot 3000..7000 troops" });
    /* as of the day before nothing of it is known */
    book_in_any_order(
        keep, S(HELD), "2022-01-31",
        (struct state[]){ { "2022-01-25", "RU depot 10000..14000 troops" },
                          { NULL, NULL } },
        "");
#undef HELD
}

TEST(two_ranges_narrow_each_other)
{
    struct posted *t = book_post(keep,
                                 S("2022-01-25 hold RU at depot\n"
                                   "  4_000..6_000 troops\n"
                                   "2022-02-01 move RU from depot to camp\n"
                                   "  5_000..8_000 troops\n"),
                                 NONE, LATEST);
    CHECK_STR(book_stands(keep, t, "2022-01-25"),
              S("RU depot 5000..6000 troops"));
    CHECK_STR(book_stands(keep, t, "2022-02-01"),
              S("RU camp 5000..6000 troops; RU depot 0..1000 troops"));
    CHECK_STR(book_together(keep, t, "2022-02-01", "depot", "camp"),
              S("5000..6000"));
}

TEST(what_is_moved_on_tells_of_where_it_came_from)
{
    /* at least 700 went on from camp, so 700 to 900 came */
    STANDS(
        "2022-01-25 hold RU at depot\n"
        "  1_000 troops\n"
        "2022-02-01 move RU from depot to camp\n"
        "  500..900 troops\n"
        "2022-02-03 move RU from camp to home\n"
        "  700 troops\n",
        { "2022-02-01", "RU camp 700..900 troops; RU depot 100..300 troops" },
        { "2022-02-03", "RU camp 0..200 troops; RU depot 100..300 troops; "
                        "RU home 700 troops" });
}

/* ---- as of -------------------------------------------------------------- */

TEST(what_is_dated_later_is_not_known)
{
    str book = S("2022-01-25 hold RU at depot\n"
                 "  100 tank\n"
                 "2022-02-15 move RU from depot to camp\n"
                 "  30 tank\n"
                 "  arrives 2022-03-01\n"
                 "2022-02-20 move RU from home to camp\n" /* an error later */
                 "  1 tank\n");
    book_in_any_order(
        keep, book, "2022-02-14",
        (struct state[]){ { LATEST, "RU depot 100 tank" }, { NULL, NULL } },
        "");
    book_in_any_order(keep, book, "2022-02-19",
                      (struct state[]){ { LATEST, "RU depot 70 tank; "
                                                  "RU depot>camp 30 tank" },
                                        { NULL, NULL } },
                      "");
    book_in_any_order(keep, book, "2022-02-20",
                      (struct state[]){ { NULL, NULL } }, "E0403");
}

/* ---- all ---------------------------------------------------------------- */

TEST(all_moves_what_the_holder_and_its_units_have_of_the_item_and_below)
{
    STANDS("2022-01-25 hold RU/1 at depot\n"
           "  40 tank\n"
           "2022-01-25 hold RU/2 at depot\n"
           "  10..20 tank.t72, stored\n"
           "  300 troops\n"
           "2022-01-25 hold RU/2 at home\n"
           "  3 tank\n"
           "2022-01-25 hold BY at depot\n"
           "  5 tank\n"
           "2022-02-15 move RU from depot to camp\n"
           "  all tank\n",
           { "2022-02-14", "BY depot 5 tank; RU/1 depot 40 tank; "
                           "RU/2 depot 10..20 tank.t72, stored; "
                           "RU/2 depot 300 troops; RU/2 home 3 tank" },
           { "2022-02-15", "BY depot 5 tank; RU/1 camp 40 tank; "
                           "RU/2 camp 10..20 tank.t72, stored; "
                           "RU/2 depot 300 troops; RU/2 home 3 tank" });
}

TEST(all_of_an_item_below_or_of_a_status_leaves_the_rest)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  40 tank, stored\n"
           "  30 tank, active\n"
           "  20 tank.t72\n"
           "2022-02-15 move RU from depot to camp\n"
           "  all tank.t72\n"
           "2022-02-16 move RU from depot to camp\n"
           "  all tank, stored\n",
           { "2022-02-15", "RU camp 20 tank.t72; RU depot 30 tank, active; "
                           "RU depot 40 tank, stored" },
           { "2022-02-16", "RU camp 20 tank.t72; RU camp 40 tank, stored; "
                           "RU depot 30 tank, active" });
}

TEST(all_comes_after_the_stated_figures_of_its_batch)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  100 tank\n"
           "2022-01-25 hold RU at camp\n"
           "  7 tank\n"
           "2022-02-15 move RU from depot to home\n"
           "  all tank\n"
           "2022-02-15 move RU from depot to camp\n"
           "  60 tank\n",
           { "2022-02-15", "RU camp 67 tank; RU home 40 tank" });
    /* ... so it takes along what came by a stated figure or was raised */
    STANDS("2022-01-25 hold RU at depot\n"
           "  100 tank\n"
           "2022-02-15 move RU from camp to home\n"
           "  all tank\n"
           "2022-02-15 move RU from depot to camp\n"
           "  60 tank\n"
           "2022-02-15 raise RU at camp\n"
           "  2 tank\n",
           { "2022-02-15", "RU depot 40 tank; RU home 62 tank" });
}

TEST(all_of_nothing_that_was_ever_there_is_an_error)
{
    REFUSED("2022-01-25 hold RU at depot\n"
            "  100 tank\n"
            "2022-02-15 move RU from camp to home\n"
            "  all tank\n",
            "E0403");
    REFUSED("2022-01-25 hold RU at depot\n"
            "  100 tank\n"
            "2022-02-15 move RU/1 from depot to home\n" /* the party's own */
            "  all tank\n",
            "E0403");
}

/* ---- the other kinds ---------------------------------------------------- */

TEST(disband_and_destroy_take_from_the_book)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  100 tank\n"
           "  10..20 troops\n"
           "2022-02-01 disband RU at depot\n"
           "  30 tank\n"
           "2022-02-02 destroy RU at depot by cutting\n"
           "  5..6 tank\n"
           "  all troops\n",
           { "2022-02-01", "RU depot 10..20 troops; RU depot 70 tank" },
           { "2022-02-02", "RU depot 64..65 tank" });
    REFUSED("2022-01-25 hold RU at depot\n"
            "  100 tank\n"
            "2022-02-01 disband RU at depot\n"
            "  101 tank\n",
            "E0404");
}

TEST(transfer_changes_whose_it_is_and_nothing_else)
{
    STANDS(
        "2022-01-25 hold RU at depot\n"
        "  100 tank, stored\n"
        "2022-02-01 transfer RU to BY at depot\n"
        "  30 tank, stored\n"
        "2022-02-02 transfer RU to DNR + BY at depot\n"
        "  20 tank\n"
        "2022-02-03 transfer RU to BY/1 at depot\n"
        "  all tank\n",
        { "2022-02-01", "BY depot 30 tank, stored; RU depot 70 tank, stored" },
        { "2022-02-02", "BY + DNR depot 20 tank, stored; "
                        "BY depot 30 tank, stored; "
                        "RU depot 50 tank, stored" },
        { "2022-02-03", "BY + DNR depot 20 tank, stored; "
                        "BY depot 30 tank, stored; "
                        "BY/1 depot 50 tank, stored" });
}

TEST(change_gives_one_status_for_another)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  100 tank, stored, alert\n"
           "2022-02-01 change RU at depot from stored to active\n"
           "  30 tank\n"
           "2022-02-02 change RU at depot from stored to active\n"
           "  all tank\n"
           "2022-02-03 change RU at depot from alert to resting\n"
           "  1 tank, active\n",
           { "2022-02-01", "RU depot 30 tank, active, alert; "
                           "RU depot 70 tank, stored, alert" },
           { "2022-02-02", "RU depot 100 tank, active, alert" },
           { "2022-02-03", "RU depot 1 tank, active, resting; "
                           "RU depot 99 tank, active, alert" });
    REFUSED("2022-01-25 hold RU at depot\n"
            "  100 tank, active\n"
            "2022-02-01 change RU at depot from stored to active\n"
            "  30 tank\n",
            "E0403");
}

/* ---- recount, balance, total -------------------------------------------- */

TEST(recount_gives_a_new_figure_from_its_day_on)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  10_000 troops\n"
           "  10..20 tank\n"
           "2022-03-01 recount RU at depot\n"
           "  9_500 troops\n"
           "  14..40 tank\n"
           "2022-03-02 move RU from depot to camp\n"
           "  9_500 troops\n"
           "  20 tank\n",
           { "2022-02-28", "RU depot 10..20 tank; RU depot 10000 troops" },
           { "2022-03-01", "RU depot 20..40 tank; RU depot 9500 troops" },
           { "2022-03-02", "RU camp 20 tank; RU camp 9500 troops; "
                           "RU depot 0..20 tank" });
    REFUSED("2022-01-25 hold RU at depot\n"
            "  10_000 troops\n"
            "2022-03-01 recount RU at camp\n"
            "  9_500 troops\n"
            "2022-03-01 recount BY at depot\n"
            "  9_500 troops\n",
            "E0403; E0403");
}

TEST(recount_comes_last_in_its_batch)
{
    STANDS("2022-01-25 hold RU at depot\n"
           "  100 tank\n"
           "2022-03-01 recount RU at depot\n"
           "  50 tank\n"
           "2022-03-01 move RU from depot to camp\n"
           "  30 tank\n"
           "2022-03-01 raise RU at depot\n"
           "  5 tank\n",
           { "2022-03-01", "RU camp 30 tank; RU depot 50 tank" });
    STANDS("2022-01-25 hold RU at depot\n"
           "  100 tank\n"
           "2022-03-01 recount RU at depot\n"
           "  50 tank\n"
           "2022-03-01 move RU from depot to camp\n"
           "  all tank\n",
           { "2022-03-01", "RU camp 100 tank; RU depot 50 tank" });
}

/* What the entries of KIND gave to the outside by the close of ON. */
static str outside(struct arena *keep, struct posted *t, enum entry_kind kind,
                   const char *on)
{
    struct form f = form_of(qty_int(0));
    struct buf b = { .keep = keep };
    for (size_t i = 0; i < t->l->flows_n; i++) {
        const struct flow *x = &t->l->flows[i];
        CHECK(x->from != x->to && (x->from >= 0 || x->to >= 0));
        if (t->p->entries[x->entry].kind != kind || x->at >= book_close(on))
            continue;
        if (x->to < 0)
            f = form_add(keep, f, flow_amount(t->l, x), 1);
        if (x->from < 0)
            f = form_add(keep, f, flow_amount(t->l, x), -1);
    }
    book_add_ends(&b, t, f);
    return buf_str(&b);
}

TEST(only_some_kinds_touch_the_outside)
{
    struct posted *t =
        book_post(keep,
                  S("2022-01-25 hold RU at depot\n"
                    "  10_000..14_000 troops, stored\n"
                    "2022-02-01 raise RU at depot\n"
                    "  500 troops, stored\n"
                    "2022-02-02 disband RU at depot\n"
                    "  40 troops\n"
                    "2022-02-03 destroy RU at depot\n"
                    "  3 troops\n"
                    "2022-02-04 move RU from depot to camp\n"
                    "  700 troops\n"
                    "2022-02-05 transfer RU to BY at camp\n"
                    "  200 troops\n"
                    "2022-02-06 change RU at camp from stored to "
                    "active\n"
                    "  all troops\n"
                    "2022-02-06 recount RU at depot\n"
                    "  9_000 troops\n"),
                  NONE, LATEST);
    CHECK_STR(book_codes(keep, t), S(""));
    CHECK_STR(outside(keep, t, ENTRY_HOLD, LATEST), S("-14000..-10000"));
    CHECK_STR(outside(keep, t, ENTRY_RAISE, LATEST), S("-500"));
    CHECK_STR(outside(keep, t, ENTRY_DISBAND, LATEST), S("40"));
    CHECK_STR(outside(keep, t, ENTRY_DESTROY, LATEST), S("3"));
    CHECK_STR(outside(keep, t, ENTRY_MOVE, LATEST), S("0"));
    CHECK_STR(outside(keep, t, ENTRY_TRANSFER, LATEST), S("0"));
    CHECK_STR(outside(keep, t, ENTRY_CHANGE, LATEST), S("0"));
    /* 9_757 .. 13_757 there by the postings, 757 .. 4_757 unexplained */
    CHECK_STR(outside(keep, t, ENTRY_RECOUNT, "2022-02-05"), S("0"));
    CHECK_STR(outside(keep, t, ENTRY_RECOUNT, "2022-02-06"), S("757..4757"));
    CHECK_STR(book_stands(keep, t, LATEST),
              S("BY camp 200 troops, stored; RU camp 500 troops, active; "
                "RU depot 9000 troops, stored"));
}

/* What judging finds wrong with a book, in any order of its entries. */
static void contradicts(struct arena *keep, str book, const char *want)
{
    struct arena_mark m = arena_mark(keep);
    for (uint64_t seed = 0; seed < 3; seed++) {
        struct posted *t =
            book_post(keep, book_shuffled(keep, book, seed), NONE, LATEST);
        CHECK_STR(book_codes(keep, t), S(""));
        judge(keep, t->p, t->l, book_close(LATEST), false);
        diag_sort(&t->diags);
        CHECK_STR(book_codes(keep, t), str_of(want));
        arena_back(keep, m);
    }
}

TEST(balance_asserts_a_figure_that_the_book_can_come_to)
{
#define HELD                                                                  \
    "2022-01-25 hold RU at depot\n"                                           \
    "  10_000..14_000 troops\n"                                               \
    "2022-02-01 move RU from depot to camp\n"                                 \
    "  9_000 troops\n"
    contradicts(
        keep, S(HELD "2022-03-05 balance RU at depot\n  3_000 troops\n"), "");
    contradicts(keep,
                S(HELD "2022-03-05 balance RU at depot\n  5_001 troops\n"),
                "E0405");
    contradicts(
        keep, S(HELD "2022-03-05 balance RU at depot\n  900..1_000 troops\n"),
        "");
    contradicts(keep,
                S(HELD "2022-03-05 balance RU at camp\n  8_000 troops\n"),
                "E0405");
    contradicts(keep,
                S(HELD "2022-01-31 balance RU at depot\n  12_000 troops\n"
                       "2022-02-01 balance RU at depot\n  2_000 troops\n"),
                "");
    /* it changes nothing: what it asserts is not told of other days */
    contradicts(keep,
                S(HELD "2022-03-05 balance RU at depot\n  3_000 troops\n"
                       "2022-03-06 balance RU at depot\n  4_000 troops\n"),
                "");
    STANDS(HELD "2022-03-05 balance RU at depot\n  3_000 troops\n",
           { LATEST, "RU camp 9000 troops; RU depot 1000..5000 troops" });
    /* the sum of what is listed for a holder: its units', too */
    contradicts(keep,
                S("2022-01-25 hold RU/1 at camp\n  40 tank\n"
                  "2022-01-25 hold RU/2 at camp\n  60 tank\n"
                  "2022-01-25 hold BY at camp\n  7 tank\n"
                  "2022-03-05 balance RU in near\n  100 tank\n"),
                "");
#undef HELD
}

TEST(a_total_below_what_is_listed_contradicts)
{
#define HELD                                                                  \
    "2022-01-25 hold RU at camp\n"                                            \
    "  200..250 tank\n"
    contradicts(keep, S(HELD "2022-01-26 total RU in near\n  150 tank\n"),
                "E0406");
    contradicts(keep, S(HELD "2022-01-26 total RU in near\n  220 tank\n"), "");
    contradicts(keep, S(HELD "2022-01-26 total RU in near\n  900 tank\n"), "");
    /* on no other day: it was 150 before the rest came */
    contradicts(keep,
                S("2022-01-25 hold RU at camp\n"
                  "  150 tank\n"
                  "2022-01-26 total RU in near\n"
                  "  150 tank\n"
                  "2022-01-27 raise RU at camp\n"
                  "  50 tank\n"),
                "");
    STANDS(HELD
           "2022-01-26 total RU in near\n  220 tank\n", /* posts nothing */
           { "2022-01-26", "RU camp 200..250 tank" });
#undef HELD
}

/* ---- some time between -------------------------------------------------- */

TEST(a_move_some_time_between_is_at_either_end_until_it_is_over)
{
#define MOVE                                                                  \
    "2022-01-25 hold RU at depot\n"                                           \
    "  100 tank\n"                                                            \
    "2022-02-01..2022-02-05 move RU from depot to camp\n"                     \
    "  40 tank\n"
    STANDS(MOVE, { "2022-01-31", "RU depot 100 tank" },
           { "2022-02-01", "RU depot 60 tank; RU depot?camp 40 tank" },
           { "2022-02-05", "RU depot 60 tank; RU depot?camp 40 tank" },
           { "2022-02-06", "RU camp 40 tank; RU depot 60 tank" });
    /* later entries can draw on it only from then on */
    REFUSED(MOVE "2022-02-05 move RU from camp to home\n  1 tank\n", "E0403");
    REFUSED(MOVE "2022-02-05 move RU from camp to home\n  all tank\n",
            "E0403");
    STANDS(MOVE "2022-02-06 move RU from camp to home\n  1 tank\n",
           { "2022-02-06", "RU camp 39 tank; RU depot 60 tank; "
                           "RU home 1 tank" });
#undef MOVE
    STANDS("2022-01-25 hold RU at depot\n  100 tank\n"
           "2022-02-01T10:00Z..2022-02-01T12:00Z move RU from depot to camp\n"
           "  40 tank\n",
           { "2022-02-01T09:59Z", "RU depot 100 tank" },
           { "2022-02-01T11:59Z", "RU depot 60 tank; RU depot?camp 40 tank" },
           { "2022-02-01T12:00Z", "RU camp 40 tank; RU depot 60 tank" });
}

TEST(what_came_or_went_some_time_between_is_there_or_not)
{
    STANDS("2022-02-01..2022-02-05 hold RU at depot\n"
           "  10..14 tank\n"
           "2022-02-07..2022-02-08 raise RU at depot\n"
           "  5 tank\n"
           "2022-02-10..2022-02-11 disband RU at depot\n"
           "  8 tank\n",
           { "2022-02-01", "RU depot?- 10..14 tank" },
           { "2022-02-06", "RU depot 10..14 tank" },
           { "2022-02-08", "RU depot 10..14 tank; RU depot?- 5 tank" },
           { "2022-02-09", "RU depot 15..19 tank" },
           { "2022-02-11", "RU depot 7..11 tank; RU depot?- 8 tank" },
           { "2022-02-12", "RU depot 7..11 tank" });
    REFUSED("2022-02-01..2022-02-05 hold RU at depot\n"
            "  10..14 tank\n"
            "2022-02-05 move RU from depot to camp\n"
            "  1 tank\n",
            "E0404");
    REFUSED("2022-02-01..2022-02-05 hold RU at depot\n"
            "  10..14 tank\n"
            "2022-02-10 hold RU at depot\n"
            "  10..14 tank\n",
            "E0401");
}

TEST(a_transfer_some_time_between_cannot_be_drawn_on)
{
#define TRANSFER                                                              \
    "2022-01-25 hold RU at camp\n"                                            \
    "  100 tank\n"                                                            \
    "2022-02-01..2022-02-05 transfer RU to BY at camp\n"                      \
    "  40 tank\n"
    STANDS(
        TRANSFER "2022-02-06 move BY from camp to home\n  30 tank\n",
        { "2022-02-06", "BY camp 10 tank; BY home 30 tank; RU camp 60 tank" });
    REFUSED(TRANSFER "2022-02-05 move BY from camp to home\n  30 tank\n",
            "E0403");
    REFUSED(TRANSFER "2022-02-05 move RU from camp to home\n  61 tank\n",
            "E0404");
    REFUSED(TRANSFER "2022-02-05 move BY from camp to home\n  all tank\n",
            "E0403");
#undef TRANSFER
}

TEST(a_change_some_time_between_cannot_be_drawn_on)
{
#define CHANGE                                                                \
    "2022-01-25 hold RU at camp\n"                                            \
    "  100 tank, stored\n"                                                    \
    "2022-02-01..2022-02-05 change RU at camp from stored to active\n"        \
    "  40 tank\n"
    STANDS(
        CHANGE "2022-02-05 move RU from camp to home\n  60 tank\n",
        { "2022-02-06", "RU camp 40 tank, active; RU home 60 tank, stored" });
    REFUSED(CHANGE "2022-02-05 move RU from camp to home\n  61 tank\n",
            "E0404");
    REFUSED(CHANGE "2022-02-05 move RU from camp to home\n"
                   "  1 tank, active\n",
            "E0403");
    STANDS(
        CHANGE "2022-02-05 move RU from camp to home\n  all tank\n",
        { "2022-02-06", "RU camp 40 tank, active; RU home 60 tank, stored" });
#undef CHANGE
}

TEST(a_recount_some_time_between_holds_from_the_end_of_it)
{
    STANDS("2022-01-25 hold RU at camp\n"
           "  100 tank\n"
           "2022-02-01..2022-02-05 recount RU at camp\n"
           "  40 tank\n",
           { "2022-01-31", "RU camp 100 tank" },
           { "2022-02-06", "RU camp 40 tank" });
}

/* ---- books -------------------------------------------------------------- */

TEST(two_books_are_two_ledgers)
{
    str a = S("book \"A\"\n  kept by RU\n"
              "2022-01-25 hold RU at depot\n  100 tank\n"
              "2022-02-15 move RU from depot to camp\n  30 tank\n");
    str b = S("2022-01-25 hold RU at depot\n  80..90 tank\n"
              "2022-02-16 move RU from depot to camp\n  85 tank\n");
    struct posted *t = book_post(keep, a, b, LATEST);
    CHECK_STR(book_codes(keep, t), S(""));
    CHECK_STR(book_stands(keep, t, LATEST),
              S("0: RU camp 30 tank; 0: RU depot 70 tank; "
                "1: RU camp 85 tank; 1: RU depot 0..5 tank"));
    /* neither ever draws on the other's */
    t = book_post(keep, a,
                  S("2022-02-16 move RU from depot to home\n  5 tank\n"),
                  LATEST);
    CHECK_STR(book_codes(keep, t), S("E0403"));
    t = book_post(keep, a,
                  S("2022-01-25 hold RU at depot\n  4 tank\n"
                    "2022-02-16 move RU/1 from depot to home\n  5 tank\n"),
                  LATEST);
    CHECK_STR(book_codes(keep, t), S("E0404"));
    CHECK_STR(book_points_at(keep, t), S("1"));
    for (size_t i = 0; i < t->l->accounts_n; i++) {
        const struct account *x = &t->l->accounts[i];
        bool own =
            str_eq(t->l->holders[x->holder].text, S("RU")) && x->book == 0;
        CHECK(x->declared == own);
    }
}
