/* narrow.c - the rows of one clause, or of one party, only */
#include "show/own.h"

/* Does the row speak for WHOM: by its name, its side, or as one of a sum? */
bool right_whom(const struct run *run, const struct row *r, str whom)
{
    if (!whom.len)
        return true;
    str text = subject_text(run->keep, &r->subject);
    if (str_eq(text, whom))
        return true;
    for (size_t i = 0; i < r->subject.ids_n; i++)
        if (str_eq(r->subject.ids[i], whom))
            return true;
    return false;
}

enum { NAMED_MOST = 12 };

/* "a, side b": each once, as far as they are few. */
static str all_whom(const struct run *run, const struct clause *c)
{
    struct buf all = { .keep = run->keep };
    str *seen = new_n(run->keep, str, run->j->rows_n + 1);
    size_t n = 0;
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        str text = subject_text(run->keep, &r->subject);
        bool known = (c && r->clause != c) || !r->subject.ids_n;
        for (size_t k = 0; k < n && !known; k++)
            known = str_eq(seen[k], text);
        if (known)
            continue;
        if (n == NAMED_MOST) {
            buf_z(&all, " ...");
            break;
        }
        seen[n++] = text;
        buf_fmt(&all, "%s%.*s", all.len ? ", " : "", STR(text));
    }
    return buf_str(&all);
}

bool judged_for(const struct run *run, const struct clause *c, str whom,
                str *wrong)
{
    for (size_t i = 0; i < run->j->rows_n; i++) {
        const struct row *r = run->j->rows[i];
        if ((!c || r->clause == c) && right_whom(run, r, whom))
            return true;
    }
    str all = all_whom(run, c);
    str what = c ? str_fmt(run->keep, "clause `%.*s` is not", STR(c->id))
                 : S("nothing is");
    *wrong = str_fmt(run->keep, "%.*s judged for `%.*s`%s%.*s", STR(what),
                     STR(whom), all.len ? "; it is for: " : "", STR(all));
    return false;
}

bool show_narrowed(struct run *run, str clause, str whom, str *wrong)
{
    struct arena *k = run->keep;
    const struct clause *c = NULL;
    if (clause.len && !(c = clause_wanted(run, clause, wrong)))
        return false;
    if (whom.len && !judged_for(run, c, whom, wrong))
        return false;
    if (!c && !whom.len)
        return true;
    struct judgement *j = new_one(k, struct judgement);
    *j = *run->j;
    j->rows = new_n(k, struct row *, run->j->rows_n);
    j->rows_n = 0;
    for (size_t i = 0; i < run->j->rows_n; i++) {
        struct row *r = run->j->rows[i];
        if ((!c || r->clause == c) && right_whom(run, r, whom))
            j->rows[j->rows_n++] = r;
    }
    j->rows_cap = j->rows_n;
    run->j = j;
    run->only_clause = c ? c->id : S("");
    run->only_whom = whom;
    return true;
}
