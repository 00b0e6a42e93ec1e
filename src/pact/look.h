/* look.h - inside pact/: lines that are not judged yet are read all the same
 *
 * A line that is known but not judged is looked over: every word of it has to
 * follow the grammar, every name, clause and step has to be there, figures
 * and dates have to be right.  Nothing is kept of it but what it says.  So a
 * slip in it is found when it is written, and not in the release that judges
 * it.
 *
 * Each function reads one phrase; false: what is wrong was reported.
 */
#ifndef PACT_LOOK_H
#define PACT_LOOK_H

#include "pact/duties.h"
#include "pact/parse.h"

/* ---- look.c: figures, things, whom -------------------------------------- */

bool look_name(struct cursor *c, const enum name_kind *kinds, size_t n);
bool look_word(struct cursor *c, const char *what); /* any word */
bool look_figure(struct cursor *c); /* a number, or a named one */
bool look_quantity(struct cursor *c);
bool look_amount(struct cursor *c); /* a figure, a range, a share, `all` */
bool is_amount(const struct cursor *c, uint32_t by);
bool look_thing(struct cursor *c);
bool look_items(struct cursor *c);
bool look_terms(struct cursor *c); /* amounts and what of */
bool look_stated(struct cursor *c);
bool look_sizes(struct cursor *c); /* what stands after `of` */
bool look_whom(struct cursor *c);
bool look_teller(struct cursor *c);

/* ---- look_where.c: places and times ------------------------------------- */

bool look_zones(struct cursor *c, bool sites);
bool look_place(struct cursor *c);
bool look_spot(struct cursor *c); /* after `from` and `to` */
bool look_far(struct cursor *c);
bool look_half(struct cursor *c);
bool look_cuts(struct cursor *c);
bool look_position(struct cursor *c);
bool look_moves(struct cursor *c);
bool look_moment(struct cursor *c);
bool is_span(const struct cursor *c);
bool look_spans(struct cursor *c);
bool is_period(const struct cursor *c);
/* [at once, in a calendar year, in 3 rolling months, in a year from 1 July] */
bool want_period(struct cursor *c, struct period *out);
bool want_year_day(struct cursor *c, struct year_day *out);
bool want_time_unit(struct cursor *c, enum time_unit *out);

/* ---- look_line.c, look_entry.c: whole lines ----------------------------- */

bool look_measure(struct cursor *c);
/* The line on which C stands, from its first word on. */
bool look_over(const struct cursor *c);
bool look_clause_line(struct cursor *c, str kind); /* below its head */
bool look_declaration(struct cursor *c, str kind, bool head);
bool look_entry(struct cursor *c, bool head);
/* A line that any entry may have. *HIT: it was one. */
bool look_detail(struct cursor *c, bool *hit);

/* ---- act.c, ask.c: what has meaning of its own, but is not judged ------- */

bool want_act(struct cursor *c, str word, struct act *out);
/* duties.c, report.c: a thing that is told; a figure below a report */
bool want_counted(struct cursor *c, struct counted *out);
bool want_reported(struct cursor *c, struct act *a);
void resolve_asked(struct parser *q, struct waiting *w);
/* Set the figure of X's clause. */
void change_clause(const struct pact *p, const struct change *x);
void resolve_expect(struct cursor *c); /* expect.c; after `expect` */

#endif
