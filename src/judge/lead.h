/* lead.h - inside judge/: how long before (or after) it has to be told
 *
 * What a notice is about starts at some moment; each line `notified` of it is
 * a telling, which comes in time or does not.
 */
#ifndef JUDGE_LEAD_H
#define JUDGE_LEAD_H

#include "judge/own.h"

/* NO_DAY: it was told, and nobody said for which day. */
enum answer { IN_TIME, TOLD_SOMETIME, NO_DAY, TOO_LATE, NOT_TOLD, UNSAID };

/* The best of what was told of E for clause C, if it started at START; of
 * several the earliest. *LEAD: from telling to start (or back), in days or
 * hours. */
enum answer lead_answer(const struct bench *b, const struct clause *c,
                        const struct notice *n, const struct entry *e,
                        instant start, qty *lead);
/* The last moment for telling of E lies before FROM. */
bool lead_before(const struct bench *b, const struct notice *n,
                 const struct entry *e, instant from);
/* `at most D after it`: is there time left to tell of E? */
bool lead_left(const struct bench *b, const struct notice *n,
               const struct entry *e, instant start);
/* How much ahead (or after) it must be told, as far as that is one figure. */
void lead_allowed(const struct notice *n, struct row *r);

#endif
