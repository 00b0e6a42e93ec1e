/* cover.c - what of the treaty's words is coded */
#include "cli/cli.h"

static int run_cover(struct call *c)
{
    dt_text t;
    int code = call_read(c);
    if (code)
        return code;
    dt_end end = dt_cover(c->d, c->how, &t);
    return call_answer(c, end, t);
}

const struct verb verb_cover = {
    .name = "cover",
    .words = "PACT [BOOK...]",
    .says = "what of the treaty's words is coded, left out, or forgotten",
    .more = "Lists each paragraph: coded (with the treaty's words above it, a "
            "paraphrase, or\nnone), left out on purpose (`uncoded`), or "
            "forgotten: words above no clause, an\narticle without a clause, "
            "a number that is missing among the others.",
    .options = OPTION_JSON | OPTION_WITH,
    .run = run_cover,
};
