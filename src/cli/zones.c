/* zones.c - which zones hold a place? */
#include "cli/cli.h"

static int run_zones(struct call *c)
{
    dt_text t;
    if (!c->words_n)
        return call_usage(c->verb, "which pact?", NULL);
    if (!c->at)
        return call_usage(c->verb, "where? say it with --at", NULL);
    int code = call_read(c);
    if (code)
        return code;
    dt_end end = dt_zones(c->d, c->at, c->accurate_to, c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_zones = {
    .name = "zones",
    .words = "PACT [BOOK...] --at PLACE [OPTION...]",
    .says =
        "which zones hold a place, how surely, and how far their edges are",
    .more =
        "Tells of each zone of the pact whether the place is inside, outside, "
        "or possibly\ninside, given how accurate both are, and how far the "
        "edge is; and which sites\nlie within 25 km. PLACE is a position "
        "('54.57 N 33.17 E' or '54.57, 33.17', with\nminus signs for south "
        "and west) or the name of a site.",
    .options = OPTION_JSON | OPTION_AT | OPTION_ACCURATE_TO | OPTION_WITH,
    .run = run_zones,
};
