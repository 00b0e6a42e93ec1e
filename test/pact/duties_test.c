/* duties_test.c - what is kept of duties and acts that are not judged yet */
#include "pact/duties.h"

#include "check.h"
#include "os_fake.h"

static const char names[] = "pact \"Test\"\n"
                            "  in force from 2022-01-01\n"
                            "side east \"East\"\n"
                            "side west \"West\"\n"
                            "party RU \"Russia\" on east\n"
                            "party BY \"Belarus\" on east\n"
                            "party US \"America\" on west\n"
                            "monitor OSCE \"Mission\"\n"
                            "item troops \"Troops\"\n"
                            "item tank \"Tank\"\n"
                            "item missile warheads in number\n"
                            "item ship tonnage in lt, crew in number\n"
                            "status storage: active, stored\n"
                            "event exercise \"Drill\"\n"
                            "number quota = 8\n"
                            "number level of each party, declared\n"
                            "site camp 55 N 60 E\n"
                            "zone near = within 50 km of camp\n";

static const struct pact *read_text(struct arena *keep, const char *text)
{
    struct fake fake;
    struct sources *sources = new_one(keep, struct sources);
    struct diags *diags = new_one(keep, struct diags);
    struct pact *p;
    str file = S("t.pact");
    fake_init(&fake, keep);
    fake_put(&fake, file, str_fmt(keep, "%s%s", names, text));
    struct os os = fake_os(&fake);
    sources->keep = diags->keep = keep;
    CHECK(!pact_read(keep, &os, sources, diags, &file, 1, &p));
    if (diags->errors) {
        struct buf out = { .keep = keep };
        diag_show_all(&out, sources, diags, true, false, 9);
        CHECK_STR(buf_str(&out), S(""));
    }
    return p;
}

static const struct duties *duties(struct arena *keep, const char *text)
{
    const struct pact *p = read_text(keep, text);
    CHECK(p->clauses_n == 1);
    CHECK(p->clauses[0].duties);
    return p->clauses[0].duties;
}

static bool is_time(struct duration d, int64_t n, enum time_unit unit)
{
    return d.n == n && d.unit == unit;
}

static bool is_int(qty q, int64_t n)
{
    return qty_ok(q) && qty_cmp(q, qty_int(n)) == 0;
}

TEST(an_inform_keeps_whom_what_and_when)
{
    const struct duties *d = duties(
        keep, "inform 1\n"
              "  each party on east, its tank and warheads on missile by unit "
              "in near, every 15 days\n"
              "  as of 1 March and 30 September each year, within 3 months "
              "after each exercise, to US and OSCE\n");
    CHECK(d->lines == 2 && d->informs_n == 1);
    const struct inform *i = &d->informs[0];
    CHECK(i->who.n == 2 && i->by_unit && i->places);
    CHECK(i->places[0] == i->places[1] && i->places[0] != ANYWHERE);
    CHECK(i->what.n == 2 && !i->what.at[0].attr.len);
    CHECK_STR(i->what.at[0].text, S("tank"));
    CHECK_STR(i->what.at[1].attr, S("warheads"));
    CHECK_STR(i->what.at[1].text, S("warheads on missile"));
    CHECK(i->what.at[1].kinds.in[2] == YES && i->what.at[1].kinds.in[1] == NO);
    CHECK(is_time(i->when.every, 15, DAYS) && !i->when.to_said);
    const struct schedule *s = &d->when;
    CHECK(s->as_of_n == 2 && s->as_of[0].month == 3 && s->as_of[0].day == 1);
    CHECK(s->as_of[1].month == 9 && s->as_of[1].day == 30);
    CHECK(is_time(s->after, 3, MONTHS) && s->each && !s->every.n);
    CHECK_STR(s->after_what, S("exercise"));
    CHECK(s->to_said && s->to.n == 2 && !s->to_other);
}

TEST(an_inform_by_day_hour_and_count)
{
    const struct duties *d =
        duties(keep, "inform 1\n"
                     "  each side, its holdings, by 15 December each year\n"
                     "  RU, its telemetry of at most 5 exercise in 2 calendar "
                     "years, by day 5 of each month\n"
                     "  each day by 18:30\n");
    const struct inform *i = d->informs;
    CHECK(d->informs_n == 2 && i[0].what.at[0].built_in);
    CHECK(i[0].when.by.month == 12 && i[0].when.by.day == 15);
    CHECK(is_int(i[1].most, 5) && i[1].event == 0 && !i[1].what.n);
    CHECK_STR(i[1].other, S("telemetry"));
    CHECK(i[1].in.kind == PERIOD_CALENDAR && is_time(i[1].in.span, 2, YEARS));
    CHECK(i[1].when.by_month_day == 5);
    CHECK(d->when.by_time_said && d->when.by_minute == 18 * 60 + 30);
}

TEST(a_stay_keeps_how_long_of_what)
{
    const struct duties *d =
        duties(keep, "stay 1\n"
                     "  at most 21 days for troops and tank of each party on "
                     "west that are active in near\n"
                     "  at most 6 weeks for tank\n"
                     "  counted afresh after 30 days away\n");
    CHECK(d->stays_n == 2 && is_time(d->away, 30, DAYS));
    CHECK(is_time(d->stays[0].most, 21, DAYS) && d->stays[0].what.n == 2);
    CHECK(d->stays[0].who.n == 1 && d->stays[0].stated.n == 1);
    CHECK(d->stays[0].places && d->stays[0].places[0] != ANYWHERE);
    CHECK(is_time(d->stays[1].most, 6, WEEKS));
    CHECK(d->stays[1].who.n == 3); /* nobody named: each party */
    CHECK(d->stays[1].places && d->stays[1].places[2] == ANYWHERE);
}

TEST(an_inspection_keeps_how_many_from_whom)
{
    const struct duties *d = duties(
        keep, "inspection 1\n"
              "  each party accepts at most 23% of level in a year from 5 "
              "February, 2 from the same party, rounded up, at sites without "
              "missile that are active\n"
              "  each party accepts at most quota in 3 rolling months, 50% "
              "from the other party\n"
              "  asked at least 32 hours before arrival\n"
              "  answer within 3 hours\n"
              "  access within 36 hours\n"
              "  lasts at most 48 hours\n"
              "  team of exactly 9\n"
              "  at most 4 inspectors\n");
    const struct inspection *in = &d->inspection;
    CHECK(in->lines_n == 2 && in->team.n == 9 && in->inspectors.n == 4);
    CHECK(is_time(in->asked.within, 32, HOURS) &&
          is_time(in->answer.within, 3, HOURS));
    CHECK(is_time(in->access.within, 36, HOURS) &&
          is_time(in->lasts.within, 48, HOURS));
    const struct accepts *a = &in->lines[0];
    CHECK(a->counted && a->relation == AT_MOST && a->who.n == 3);
    CHECK(qty_cmp(a->count.n, qty_ratio(23, 100)) == 0);
    CHECK_STR(a->count.of, S("level"));
    CHECK(a->in_said && a->in.kind == PERIOD_FROM_DAY &&
          a->in.from.month == 2 && a->in.from.day == 5);
    CHECK(a->same_said && is_int(a->same.n, 2) && !a->other_said);
    CHECK(a->rounded == ROUNDED_UP && a->sites_without && a->stated.n == 1);
    CHECK(a->kinds.in[2] == YES);
    a++;
    CHECK(is_int(a->count.n, 8) && !a->count.of.len && a->other.share);
    CHECK(a->in.kind == PERIOD_ROLLING && is_time(a->in.span, 3, MONTHS));
    CHECK(a->other_said && qty_cmp(a->other.n, qty_ratio(1, 2)) == 0);
}

TEST(an_inspection_by_others_or_at_any_time)
{
    const struct duties *d = duties(
        keep, "inspection 1\n"
              "  by OSCE of each side, in near\n"
              "  by OSCE, within 48 hours after a request by US or RU\n"
              "  RU accepts OSCE at any time, everywhere in near, without "
              "restriction\n"
              "  each unit at most 2, 1 from the same party\n"
              "  US offers at least 1 visit in 5 calendar years\n");
    const struct accepts *a = d->inspection.lines;
    CHECK(d->inspection.lines_n == 5);
    CHECK(a[0].by.n == 1 && a[0].who.n == 2 && a[0].places);
    CHECK(is_time(a[1].after_request, 48, HOURS) && a[1].requesters.n == 1);
    CHECK(a[1].requesters.at[0].kind == SUBJECT_SUM);
    CHECK(a[2].anytime && a[2].unrestricted && a[2].places && !a[2].counted);
    CHECK(a[3].each && a[3].same_said && is_int(a[3].count.n, 2));
    CHECK_STR(a[3].each_what, S("unit"));
    CHECK(a[4].offers && a[4].relation == AT_LEAST);
}

TEST(an_access_keeps_who_passes_where)
{
    const struct duties *d =
        duties(keep, "access 1\n"
                     "  each side lets OSCE see at camp\n"
                     "  RU lets freight of each party pass through near\n");
    const struct access *a = d->accesses;
    CHECK(d->accesses_n == 2 && a[0].see && !a[0].through && a[0].who.n == 2);
    CHECK_STR(a[0].what, S("OSCE"));
    CHECK(!a[1].see && a[1].through && a[1].whose.n == 3 && a[1].places);
    CHECK_STR(a[1].what, S("freight"));
}

TEST(an_equivalence_keeps_its_weights)
{
    const struct duties *d =
        duties(keep, "equivalence 1\n"
                     "  1 tank is 1.5, 1_000 troops is 2\n"
                     "  available within 10 days of near\n"
                     "  tolerance 10%\n");
    const struct equivalence *e = &d->equivalence;
    CHECK(e->weights_n == 2 && is_int(e->weights[0].n, 1));
    CHECK(qty_cmp(e->weights[0].is, qty_ratio(3, 2)) == 0);
    CHECK(is_int(e->weights[1].n, 1000) && is_int(e->weights[1].is, 2));
    CHECK(is_time(e->within, 10, DAYS) && e->place != ANYWHERE);
    CHECK(e->tolerance_said && qty_cmp(e->tolerance, qty_ratio(1, 10)) == 0);
}

/* The act of the one entry. */
static const struct act *act(struct arena *keep, const char *text)
{
    const struct pact *p =
        read_text(keep, str_fmt(keep,
                                "step 1\n  RU withdraws 5 tank from near\n"
                                "  by 2022-05-01\n%s",
                                text)
                            .at);
    CHECK(p->entries_n == 1 && p->entries[0].kind >= ENTRY_REPORT);
    const struct act *a = entry_more(p, &p->entries[0])->act;
    CHECK(a);
    return a;
}

static bool is_only(const struct who *w, int party)
{
    struct who one = who_one(party);
    return who_same(w, &one);
}

TEST(an_act_keeps_who_where_and_of_what)
{
    /* parties are numbered as they stand, `unknown` being 0 */
    enum { RU = 1, US = 3, OSCE = 4 };
    const struct act *a = act(keep, "2022-03-01 declare level of RU 1_200\n");
    CHECK(is_only(&a->who, RU) && is_int(a->amount, 1200));
    CHECK_STR(a->what, S("level"));
    a = act(keep, "2022-03-01 request to RU by US at camp under 1\n");
    CHECK(is_only(&a->who, RU) && is_only(&a->by, US));
    CHECK_STR(a->clause, S("1"));
    a = act(keep, "2022-03-01 answer to RU and US by OSCE\n");
    CHECK(who_has(&a->who, RU) && who_has(&a->who, US));
    CHECK(!who_has(&a->who, OSCE) && is_only(&a->by, OSCE));
    a = act(keep, "2022-03-01 protest US against RU on step 1\n");
    CHECK(is_only(&a->by, US) && is_only(&a->who, RU));
    CHECK_STR(a->clause, S("1"));
}

TEST(the_figures_of_a_report_are_read)
{
    const struct act *a = act(keep, "2022-03-10 report RU under 1\n"
                                    "  3_061 tank, active in near\n"
                                    "  at least 40 warheads on missile\n"
                                    "  10..14 troops\n"
                                    "  200 sites\n"
                                    "  2 lt of ship\n"
                                    "  as of 2022-03-01\n"
                                    "  notified 2022-03-09\n");
    CHECK(a->figures_n == 5);
    const struct reported *r = a->figures;
    CHECK(is_int(r[0].low, 3061) && is_int(r[0].high, 3061));
    CHECK(r[0].figure == FIGURE_EXACT && r[0].stated.n == 1);
    CHECK_STR(r[0].what.text, S("tank"));
    CHECK(r[0].place != ANYWHERE && !r[0].dimension && !r[0].what.attr.len);
    CHECK(r[1].figure == FIGURE_AT_LEAST && is_int(r[1].low, 40));
    CHECK(!qty_ok(r[1].high) && r[1].place == ANYWHERE);
    CHECK_STR(r[1].what.attr, S("warheads"));
    CHECK(r[2].figure == FIGURE_RANGE && is_int(r[2].high, 14));
    CHECK(r[3].what.built_in && is_int(r[3].low, 200));
    CHECK_STR(r[3].what.text, S("sites"));
    CHECK(r[4].dimension == 'm');
    CHECK_STR(r[4].what.attr, S("tonnage"));
    CHECK(qty_cmp(r[4].low, qty_ratio(20320938176, 10000000)) == 0);
    CHECK(a->as_of.kind == MOMENT_AT && a->as_of.dated);
    CHECK(instant_day(a->as_of.at) == day_of((struct civil){ 2022, 3, 1 }));
}
