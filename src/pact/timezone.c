/* timezone.c - the pact's time zone: the machine's file of it; see
 * base/clock.h */
#include "pact/parse.h"

/* "CONTINENT/CITY": nothing that leads out of the folder. */
static bool zone_name(str s)
{
    bool good = s.len && s.at[0] != '/' && s.len < 100;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        good = good && ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                        (c >= '0' && c <= '9') || c == '_' || c == '+' ||
                        c == '-' || c == '/');
    }
    return good;
}

struct zones {
    str *at;
    size_t n, cap;
};

/* The zones in the folder BELOW the machine's own, and in those in it.  What
 * begins with a small letter is no zone. */
static void zones_in(struct parser *q, str below, int deep, struct zones *all)
{
    struct arena *k = q->keep;
    struct os_names names;
    str folder = str_fmt(k, OS_ZONES "/%.*s", STR(below));
    if (q->os->list(q->os->self, k, folder, &names))
        return;
    for (size_t i = 0; i < names.n; i++) {
        str name = names.at[i];
        str path = str_fmt(k, "%.*s%.*s", STR(below), STR(name));
        if (*name.at < 'A' || *name.at > 'Z')
            continue;
        *push(k, all->at, all->n, all->cap) = path;
        if (deep)
            zones_in(q, str_fmt(k, "%.*s/", STR(path)), deep - 1, all);
    }
}

/* The zone that NAME may have meant, or empty. */
static str zone_near(struct parser *q, str name)
{
    struct zones all = { 0 };
    str best[3];
    zones_in(q, S(""), 2, &all);
    for (size_t i = 0; i < all.n; i++) {
        str one = all.at[i];
        size_t city = one.len - (one.len < name.len ? one.len : name.len);
        if (city && one.at[city - 1] == '/' &&
            str_same_letters(str_cut(one, city, one.len), name))
            return one;
    }
    return diag_nearest(q->keep, name, all.at, all.n, best) ? best[0] : S("");
}

static bool no_zone(struct cursor *c, str name)
{
    struct parser *q = c->q;
    if (q->os->kind(q->os->self, q->keep, S(OS_ZONES)) != OS_FOLDER) {
        struct diag *d = wrong(c, DIAG_TIME_ZONE, here(c),
                               "this machine knows no time zones: "
                               "'" OS_ZONES "' is not there");
        diag_help(q->diags, d,
                  "install the package `tzdata`, or write `time zone UTC`");
        return false;
    }
    struct diag *d =
        wrong(c, DIAG_TIME_ZONE, here(c), "'%.*s' is no time zone", STR(name));
    str near = zone_near(q, name);
    if (near.len)
        diag_help(q->diags, d, "did you mean \"%.*s\"?", STR(near));
    else
        diag_help(q->diags, d,
                  "name it as the IANA does, by continent and city, as in "
                  "\"CONTINENT/CITY\"");
    return false;
}

static bool read_zone(struct cursor *c, str name)
{
    struct parser *q = c->q;
    struct pact *p = q->p;
    const char *wrongs;
    str path = str_fmt(q->keep, OS_ZONES "/%.*s", STR(name));
    if (!zone_name(name) || q->os->kind(q->os->self, q->keep, path) != OS_FILE)
        return no_zone(c, name);
    fault f = q->os->read(q->os->self, q->keep, path, &p->clock_file);
    if (f) {
        str text = fault_text(q->keep, f);
        wrong(c, DIAG_TIME_ZONE, here(c), "%.*s", STR(text));
        return false;
    }
    struct clock *clock = new_one(q->keep, struct clock);
    if (clock_read(q->keep, name, p->clock_file, clock, &wrongs)) {
        p->clock = clock;
        return true;
    }
    struct diag *d = wrong(c, DIAG_TIME_ZONE, here(c),
                           "the machine's file of that time zone, '%.*s', "
                           "cannot be used: %s",
                           STR(path), wrongs);
    diag_help(q->diags, d, "install the package `tzdata` anew");
    return false;
}

bool take_time_zone(struct cursor *c)
{
    if (eat(c, "UTC"))
        return want_end(c);
    if (word_kind(c) != TOKEN_STRING)
        return expected(c, "a time zone by its name in quotes, such as "
                           "\"CET\", or `UTC`");
    str name;
    uint32_t i = c->i;
    if (!want_string(c, &name) || !want_end(c))
        return false;
    c->i = i;
    return str_eq(name, S("UTC")) || read_zone(c, name);
}
