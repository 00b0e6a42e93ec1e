/* detente.c - the front door; see detente.h
 *
 * Each call catches what arena_take() throws when memory runs out: that is
 * the one jump of the house, and it lands here, on its way past whoever has
 * something to close (base/os.c); the run is over then.
 * Everything of a run lives in one arena, which dt_free() gives back.
 */
#include "own.h"

#include "lang/lang.h"

#include <openssl/evp.h>
#include <string.h>

/* A run may take this much and no more. */
#define CEILING ((size_t)32 << 30)
enum { MESSAGES_MOST = 100 };

const char *dt_version(void)
{
    return DETENTE_VERSION;
}

dt *dt_new_on(struct os os)
{
    dt *d = os_memory(sizeof *d);
    if (!d)
        return NULL;
    *d = (dt){ .arena = arena_new(CEILING), .os = os, .read = DT_FAULT };
    d->arena.full = &d->full;
    d->sources.keep = d->diags.keep = &d->arena;
    return d;
}

dt *dt_new(void)
{
    return dt_new_on(os_real());
}

void dt_free(dt *d)
{
    if (!d)
        return;
    arena_free(&d->arena);
    os_memory_back(d, sizeof *d);
}

void dt_columns(dt *d, size_t columns)
{
    d->columns = columns;
}

/* ---- how calls end ------------------------------------------------------ */

static dt_end refused(dt *d)
{
    d->spent = true;
    d->wrong = S("out of memory");
    return DT_FAULT;
}

static dt_end faulted(dt *d, fault f)
{
    d->wrong = fault_text(&d->arena, f);
    return DT_FAULT;
}

static dt_end wrongly(dt *d, str what)
{
    d->wrong = what;
    return DT_WRONG;
}

/* Names of files and what was asked may be any bytes; a text is UTF-8. */
static void give(const struct buf *b, dt_text *out)
{
    struct buf z = *b;
    buf_char(&z, 0);
    str text = str_clean(z.keep, buf_str(&z));
    *out = (dt_text){ text.at, text.len - 1 };
}

/* What the last call was refused is forgotten, but for files that could not
 * be read. false: the run is over. */
static bool begins(dt *d)
{
    if (d->read != DT_FAULT || !d->pact)
        d->wrong = S("");
    return !d->spent;
}

/* ---- reading and judging ------------------------------------------------ */

dt_end dt_edit(dt *d, const char *path, const char *text, size_t length)
{
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    edits_put(&d->edits, &d->arena, &d->os, str_of(path),
              (str){ text, length });
    return DT_OK;
}

static dt_end do_overlay(dt *d, const char *path)
{
    if (d->pact)
        return wrongly(d, S("a run reads once"));
    *push(&d->arena, d->overlays, d->overlays_n, d->overlays_cap) =
        str_copy(&d->arena, str_of(path));
    return DT_OK;
}

dt_end dt_overlay(dt *d, const char *path)
{
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_overlay(d, path);
}

static dt_end do_read(dt *d, const char *const *paths, size_t n)
{
    str *files = new_n(&d->arena, str, n + 1);
    for (size_t i = 0; i < n; i++)
        files[i] = str_of(paths[i]);
    if (d->pact)
        return wrongly(d, S("a run reads once"));
    fault f = pact_read_with(&d->arena, &d->os, &d->sources, &d->diags, files,
                             n, d->overlays, d->overlays_n, &d->pact);
    if (f)
        return faulted(d, f);
    return d->read = d->diags.errors ? DT_WRONG : DT_OK;
}

dt_end dt_read(dt *d, const char *const *paths, size_t n)
{
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_read(d, paths, n);
}

static dt_end do_scenario(dt *d, const char *name)
{
    if (d->read != DT_OK || d->judgement || d->pact->scenario.len)
        return wrongly(d, S("a scenario is named once, between reading and "
                            "judging"));
    return pact_scenario(d->pact, str_of(name), &d->wrong) ? DT_OK : DT_WRONG;
}

dt_end dt_scenario(dt *d, const char *name)
{
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_scenario(d, name);
}

/* The close of the day of the latest entry; of entry into force, if there is
 * none; INSTANT_MIN: neither is known. */
static instant latest(const struct pact *p)
{
    instant t = entries_until(p);
    if (t == INSTANT_MIN && p->from.kind == MOMENT_AT)
        t = day_opens(instant_day(p->from.at)) + DAY_SECONDS;
    return t;
}

/* As of CLOSE; NULL: the books contradict themselves. */
static struct judgement *judged(dt *d, instant close)
{
    struct ledger *l = ledger_post(&d->arena, d->pact, close);
    struct judgement *j = NULL;
    if (!d->diags.errors)
        j = judge(&d->arena, d->pact, l, close, false);
    return d->diags.errors ? NULL : j;
}

static dt_end do_judge(dt *d, const char *on)
{
    bool shape;
    day at;
    if (d->read != DT_OK || d->judgement || d->diags.errors)
        return wrongly(d, S("nothing was read that could be judged"));
    if (on && !day_read(str_of(on), &at, &shape))
        return wrongly(d, str_fmt(&d->arena,
                                  "'%s' is no day: write it as "
                                  "YEAR-MONTH-DAY, such as "
                                  "2022-02-23",
                                  on));
    d->close = on ? day_opens(at) + DAY_SECONDS : latest(d->pact);
    if (d->close == INSTANT_MIN)
        return wrongly(d, S("there is no entry, and no date of entry into "
                            "force: say of which day, with --on"));
    if (ledger_has_room(d->pact))
        d->judgement = judged(d, d->close);
    return d->judgement ? DT_OK : DT_WRONG;
}

dt_end dt_judge(dt *d, const char *on)
{
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_judge(d, on);
}

/* ---- answers ------------------------------------------------------------ */

static str sha256(dt *d, str text)
{
    static const char hex[] = "0123456789abcdef";
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    struct buf b = { .keep = &d->arena };
    if (!EVP_Digest(text.len ? text.at : "", text.len, sum, &n, EVP_sha256(),
                    NULL))
        arena_refused(&d->arena);
    for (unsigned i = 0; i < n; i++) {
        buf_char(&b, hex[sum[i] >> 4]);
        buf_char(&b, hex[sum[i] & 15]);
    }
    return buf_str(&b);
}

static struct run run_of(dt *d, int how)
{
    struct run r = { .keep = &d->arena,
                     .p = d->pact,
                     .j = d->judgement,
                     .close = d->close,
                     .version = S(DETENTE_VERSION),
                     .columns = d->columns,
                     .colour = (how & DT_COLOUR) != 0 };
    if (d->pact->clock_file.len)
        r.clock_sha256 = sha256(d, d->pact->clock_file);
    if (how & DT_JSON) {
        str *sums = new_n(&d->arena, str, d->sources.n + 1);
        for (size_t i = 0; i < d->sources.n; i++)
            sums[i] = sha256(d, d->sources.at[i].text);
        r.sha256 = sums;
    }
    return r;
}

static void do_messages(dt *d, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    if (d->wrong.len)
        buf_fmt(&b, "detente: %.*s\n", STR(d->wrong));
    diag_show_all(&b, &d->sources, &d->diags, (how & DT_WARNINGS) != 0,
                  (how & DT_COLOUR) != 0, MESSAGES_MOST);
    give(&b, out);
}

void dt_messages(dt *d, int how, dt_text *out)
{
    static const char none[] = "detente: out of memory\n";
    *out = (dt_text){ none, sizeof none - 1 };
    if (!setjmp(d->full))
        do_messages(d, how, out);
}

static dt_end do_check(dt *d, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    if (!d->pact)
        return wrongly(d, S("nothing was read"));
    if (d->read == DT_FAULT)
        return DT_FAULT; /* of which nothing is well written or wrong */
    if (!d->linted)
        pact_lint(d->pact);
    d->linted = true;
    struct run r = run_of(d, how);
    if (how & DT_JSON)
        show_check_json(&b, &r);
    else if (!d->diags.errors)
        show_check(&b, &r);
    give(&b, out);
    return d->diags.errors ? DT_WRONG : DT_OK;
}

dt_end dt_check(dt *d, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_check(d, how, out);
}

/* The answers that need a judgement. */
enum question { STATUS, VERIFY, TIMELINE, WHY };

static dt_end do_answer(dt *d, enum question q, const char *clause,
                        const char *whom, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    bool json = how & DT_JSON, strict = how & DT_STRICT, found = true;
    if (!d->judgement)
        return wrongly(d, S("nothing has been judged"));
    struct run r = run_of(d, how);
    str c = str_of(clause ? clause : ""), w = str_of(whom ? whom : "");
    if (q != WHY && !show_narrowed(&r, c.len ? c : d->only_clause,
                                   d->only_whom, &d->wrong))
        return DT_WRONG;
    switch (q) {
    case STATUS: (json ? show_status_json : show_status)(&b, &r); break;
    case VERIFY:
        (json ? show_verify_json : show_verify)(&b, &r, strict);
        break;
    case TIMELINE: (json ? show_timeline_json : show_timeline)(&b, &r); break;
    case WHY:
        found = (json ? show_why_json : show_why)(&b, &r, c, w, &d->wrong);
        break;
    }
    if (!found)
        return DT_WRONG;
    give(&b, out);
    return q == VERIFY && run_broken(&r, strict) ? DT_FINDINGS : DT_OK;
}

/* As of the day of each line `expect`, each day once; NULL: see judged(). */
static struct judgement **judged_each(dt *d)
{
    const struct pact *p = d->pact;
    struct judgement **of =
        new_n(&d->arena, struct judgement *, p->expects_n + 1);
    for (size_t i = 0; i < p->expects_n; i++) {
        day on = instant_day(p->expects[i].on);
        for (size_t k = 0; k < i && !of[i]; k++)
            if (instant_day(p->expects[k].on) == on)
                of[i] = of[k];
        if (!of[i])
            of[i] = judged(d, day_opens(on) + DAY_SECONDS);
        if (!of[i])
            return NULL;
    }
    return of;
}

static dt_end do_test(dt *d, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    if (!d->judgement)
        return wrongly(d, S("nothing has been judged"));
    struct judgement **of = judged_each(d);
    if (!of)
        return DT_WRONG;
    struct run r = run_of(d, how);
    bool good = ((how & DT_JSON) ? show_test_json : show_test)(&b, &r, of);
    give(&b, out);
    return good ? DT_OK : DT_FINDINGS;
}

dt_end dt_test(dt *d, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_test(d, how, out);
}

/* Of the entries known on the day, and no others, as of UNTIL. */
static struct judgement *judged_ahead(dt *d, instant until)
{
    struct pact *p = new_one(&d->arena, struct pact);
    *p = *d->pact;
    p->entries = new_n(&d->arena, struct entry, p->entries_n + 1);
    p->entries_n = 0;
    for (size_t i = 0; i < d->pact->entries_n; i++)
        if (d->pact->entries[i].from < d->close)
            p->entries[p->entries_n++] = d->pact->entries[i];
    struct ledger *l = ledger_post(&d->arena, p, until);
    struct judgement *j = NULL;
    if (!d->diags.errors)
        j = judge(&d->arena, p, l, until, false);
    return d->diags.errors ? NULL : j;
}

static dt_end do_due(dt *d, const char *within, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    struct duration time = { 30, DAYS };
    instant until;
    if (!d->judgement)
        return wrongly(d, S("nothing has been judged"));
    if (within &&
        !pact_ask_duration(d->pact, str_of(within), &time, &d->wrong))
        return DT_WRONG;
    if (!duration_add(d->pact, d->close, false, time, 1, &until))
        return wrongly(d, S("that leads to no day of the calendar: say it in "
                            "days, with --within"));
    struct judgement *ahead = judged_ahead(d, until);
    if (!ahead)
        return DT_WRONG;
    struct run r = run_of(d, how);
    show_due(&b, &r, ahead, until,
             (how & DT_CALENDAR) ? DUE_CALENDAR
             : (how & DT_JSON)   ? DUE_JSON
                                 : DUE_TEXT);
    give(&b, out);
    return DT_OK;
}

dt_end dt_due(dt *d, const char *within, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_due(d, within, how, out);
}

static dt_end answer(dt *d, enum question q, const char *clause,
                     const char *whom, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_answer(d, q, clause, whom, how, out);
}

dt_end dt_narrow(dt *d, const char *clause, const char *whom)
{
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    d->only_clause = str_copy(&d->arena, str_of(clause ? clause : ""));
    d->only_whom = str_copy(&d->arena, str_of(whom ? whom : ""));
    return DT_OK;
}

dt_end dt_status(dt *d, int how, dt_text *out)
{
    return answer(d, STATUS, NULL, NULL, how, out);
}

dt_end dt_verify(dt *d, int how, dt_text *out)
{
    return answer(d, VERIFY, NULL, NULL, how, out);
}

dt_end dt_timeline(dt *d, const char *clause, int how, dt_text *out)
{
    return answer(d, TIMELINE, clause, NULL, how, out);
}

dt_end dt_why(dt *d, const char *clause, const char *whom, int how,
              dt_text *out)
{
    return answer(d, WHY, clause, whom, how, out);
}

/* ---- show --------------------------------------------------------------- */

static dt_end do_show(dt *d, const dt_listed *l, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    static const dt_listed all;
    if (!d->judgement)
        return wrongly(d, S("nothing has been judged"));
    l = l ? l : &all;
    struct run r = run_of(d, how);
    struct listed which = { .what = str_of(l->what ? l->what : ""),
                            .holder = str_of(l->holder ? l->holder : ""),
                            .item = str_of(l->item ? l->item : ""),
                            .in = str_of(l->in ? l->in : "") };
    if (!show_listed(&b, &r, which, (how & DT_JSON) != 0, &d->wrong))
        return DT_WRONG;
    give(&b, out);
    return DT_OK;
}

dt_end dt_show(dt *d, const dt_listed *listed, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_show(d, listed, how, out);
}

/* ---- zones: needs no judgement ------------------------------------------ */

static dt_end do_zones(dt *d, const char *at, const char *accuracy, int how,
                       dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    if (d->read != DT_OK)
        return wrongly(d, S("nothing was read that has zones"));
    struct run r = run_of(d, how);
    r.j = NULL;
    if (!show_zones(&b, &r, str_of(at ? at : ""),
                    str_of(accuracy ? accuracy : ""), (how & DT_JSON) != 0,
                    &d->wrong))
        return DT_WRONG;
    give(&b, out);
    return DT_OK;
}

dt_end dt_zones(dt *d, const char *at, const char *accuracy, int how,
                dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_zones(d, at, accuracy, how, out);
}

/* ---- names: needs no judgement ------------------------------------------ */

static dt_end do_names(dt *d, const char *wanted, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    if (!d->pact)
        return wrongly(d, S("nothing was read"));
    struct run r = run_of(d, DT_JSON);
    show_names(&b, &r, str_of(wanted ? wanted : ""));
    give(&b, out);
    return DT_OK;
}

dt_end dt_names(dt *d, const char *wanted, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_names(d, wanted, out);
}

static dt_end do_consolidate(dt *d, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    if (!d->judgement)
        return wrongly(d, S("nothing has been judged"));
    struct run r = run_of(d, 0);
    show_consolidated(&b, &r);
    give(&b, out);
    return DT_OK;
}

dt_end dt_consolidate(dt *d, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_consolidate(d, out);
}

/* ---- cover: needs no judgement ------------------------------------------ */

static dt_end do_cover(dt *d, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    if (d->read != DT_OK)
        return wrongly(d, S("nothing was read that has words"));
    struct run r = run_of(d, how);
    r.j = NULL;
    bool good = show_cover(&b, &r, (how & DT_JSON) != 0);
    give(&b, out);
    return good ? DT_OK : DT_FINDINGS;
}

dt_end dt_cover(dt *d, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_cover(d, how, out);
}

/* ---- explain and format ------------------------------------------------- */

static dt_end do_explain(dt *d, const char *code, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    str near = { 0 };
    if (show_explain(&b, &d->arena, str_of(code), how & DT_JSON,
                     S(DETENTE_VERSION), &near)) {
        give(&b, out);
        return DT_OK;
    }
    return wrongly(d, near.len ? str_fmt(&d->arena,
                                         "no code '%s'; did you mean "
                                         "%.*s?",
                                         code, STR(near))
                               : str_fmt(&d->arena,
                                         "no code '%s': codes look "
                                         "like E0203, L0101 or F101",
                                         code));
}

dt_end dt_explain(dt *d, const char *code, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_explain(d, code, how, out);
}

static dt_end do_format(dt *d, const char *path, int how, dt_text *out)
{
    str text, formatted, p = str_of(path);
    fault f = d->os.read(d->os.self, &d->arena, p, &text);
    if (f)
        return faulted(d, pact_missing(&d->arena, &d->os, p, f));
    if (text.len > UINT32_MAX - 1)
        return wrongly(
            d, str_fmt(&d->arena, "cannot read '%s': over 4 GB", path));
    uint32_t file = (uint32_t)d->sources.n;
    *push(&d->arena, d->sources.at, d->sources.n, d->sources.cap) =
        (struct source){ .path = p, .text = text };
    if (!pact_is_text(&d->diags, file, text) ||
        !lang_format(&d->arena, &d->diags, file, text, &formatted))
        return DT_WRONG;
    bool same = str_eq(text, formatted), input = str_eq(p, S("-"));
    if (input && !(how & DT_CHECK)) {
        struct buf b = { .keep = &d->arena };
        buf_add(&b, formatted);
        give(&b, out);
        return DT_OK;
    }
    if (same)
        return DT_OK;
    if (!(how & DT_CHECK)) {
        f = d->os.write(d->os.self, &d->arena, p, formatted);
        if (f)
            return faulted(d, f);
    }
    return DT_FINDINGS;
}

dt_end dt_format(dt *d, const char *path, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_format(d, path, how, out);
}

/* ---- draft -------------------------------------------------------------- */

static dt_end do_draft(dt *d, const char *folder, int how, dt_text *out)
{
    struct buf b = { .keep = &d->arena };
    str path = str_of(folder);
    if (!path.len)
        return wrongly(d, S("a folder has a name"));
    struct os_file files[DRAFT_FILES];
    draft_files(files);
    fault f = d->os.folder(d->os.self, &d->arena, path, files, DRAFT_FILES);
    if (f)
        return faulted(d, f);
    show_draft(&b, &d->arena, path, how & DT_JSON, S(DETENTE_VERSION));
    give(&b, out);
    return DT_OK;
}

dt_end dt_draft(dt *d, const char *folder, int how, dt_text *out)
{
    *out = (dt_text){ "", 0 };
    if (!begins(d) || setjmp(d->full))
        return refused(d);
    return do_draft(d, folder, how, out);
}

/* ---- for the door's other file ------------------------------------------ */

dt_end door_refused(dt *d)
{
    return refused(d);
}

dt_end door_faulted(dt *d, fault f)
{
    return faulted(d, f);
}

dt_end door_wrongly(dt *d, str what)
{
    return wrongly(d, what);
}

void door_give(const struct buf *b, dt_text *out)
{
    give(b, out);
}

bool door_begins(dt *d)
{
    return begins(d);
}

struct run door_run(dt *d, int how)
{
    return run_of(d, how);
}

str door_sha256(dt *d, str text)
{
    return sha256(d, text);
}
