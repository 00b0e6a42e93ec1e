/* read.c - all files into one pact: first every name, then every meaning
 *
 * Pass one walks each file once, declares names and notes where each
 * directive begins; `include` is followed, each file once.  Pass two builds
 * directives again where they begin and resolves them, declarations on
 * demand, then clauses, then entries.  So the order of blocks and their
 * split into files decide nothing.  Of entries pass one sees only the first
 * line: a book may have a million.
 */
#include "pact/clause.h"
#include "pact/look.h"

/* ---- pass one: names -------------------------------------------------------
 */

static struct waiting *note(struct parser *q, struct waitings *list,
                            const struct directive *d, int index)
{
    struct waiting *w = push(q->keep, list->at, list->n, list->cap);
    *w = (struct waiting){ .file = d->file,
                           .from = d->lines[0].from,
                           .index = index,
                           .article = -1,
                           .broken = q->broken,
                           .state = q->broken ? 2 : 0 };
    return w;
}

/* The name after the directive's word; false: reported. */
static bool new_name(struct cursor *c, str *name, span *at)
{
    *at = here(c);
    *name = word(c);
    if (word_kind(c) != TOKEN_WORD)
        return expected(c, "a name");
    c->i++;
    return true;
}

static void add_side(struct cursor *c)
{
    struct pact *p = c->q->p;
    str name, title = { 0 };
    span at;
    if (!new_name(c, &name, &at) ||
        !declare(c, NAME_SIDE, (int)p->sides_n, name, at))
        return;
    if (want_string(c, &title) && want_end(c))
        no_body(c);
    *push(c->q->keep, p->sides, p->sides_n, p->sides_cap) =
        (struct side){ name, title, at };
}

static void add_party(struct cursor *c, enum role role)
{
    struct parser *q = c->q;
    struct pact *p = q->p;
    str name;
    span at;
    if (!new_name(c, &name, &at))
        return;
    if (p->parties_n == HOLDERS_MAX) {
        struct diag *d =
            wrong(c, DIAG_TOO_BIG, at, "more than %d parties and others",
                  HOLDERS_MAX - 1);
        diag_help(q->diags, d, "declare only those who are named elsewhere");
        return;
    }
    if (!declare(c, NAME_PARTY, (int)p->parties_n, name, at))
        return;
    note(q, &q->parties, &c->d, (int)p->parties_n);
    *push(q->keep, p->parties, p->parties_n, p->parties_cap) =
        (struct party){ .name = name,
                        .role = role,
                        .side = -1,
                        .territory = -1,
                        .directed_by = -1,
                        .at = at };
}

/* Attributes are names too, shared by all items that have them. */
static void attr_names(struct cursor *c)
{
    for (bool next = true; !at_end(c); next = is(c, ","), c->i++)
        if (next && word_kind(c) == TOKEN_WORD && !reserved(word(c)) &&
            find(c->q, word(c), NAME_ATTR) < 0)
            declare(c, NAME_ATTR, 0, word(c), here(c));
}

static void add_item(struct cursor *c)
{
    struct parser *q = c->q;
    struct pact *p = q->p;
    str name;
    span at;
    if (!new_name(c, &name, &at))
        return;
    if (is(c, "=")) {
        if (declare(c, NAME_SET, (int)q->sets.n, name, at))
            note(q, &q->sets, &c->d, (int)q->sets.n);
        return;
    }
    if (!declare(c, NAME_ITEM, (int)p->items_n, name, at))
        return;
    note(q, &q->items, &c->d, (int)p->items_n);
    *push(q->keep, p->items, p->items_n, p->items_cap) =
        (struct item){ .name = name, .parent = -1, .at = at };
    if (word_kind(c) == TOKEN_STRING)
        c->i++;
    attr_names(c);
}

static void add_statuses(struct cursor *c)
{
    struct pact *p = c->q->p;
    str name;
    span at;
    if (!new_name(c, &name, &at) ||
        !declare(c, NAME_FAMILY, (int)p->families_n, name, at))
        return;
    int family = (int)p->families_n;
    *push(c->q->keep, p->families, p->families_n, p->families_cap) =
        (struct family){ name };
    if (!want(c, ":"))
        return;
    do {
        if (!new_name(c, &name, &at))
            return;
        if (p->statuses_n > INT16_MAX) {
            struct diag *d = wrong(c, DIAG_TOO_BIG, at,
                                   "more than %d statuses", INT16_MAX + 1);
            diag_help(c->q->diags, d, "tell fewer statuses apart");
            return;
        }
        if (declare(c, NAME_STATUS, (int)p->statuses_n, name, at))
            *push(c->q->keep, p->statuses, p->statuses_n, p->statuses_cap) =
                (struct status){ name, family };
    } while (eat(c, ","));
    if (word_kind(c) == TOKEN_STRING)
        c->i++;
    if (want_end(c))
        no_body(c);
}

static void add_event(struct cursor *c)
{
    struct pact *p = c->q->p;
    str name, title = { 0 };
    span at;
    if (!new_name(c, &name, &at) ||
        !declare(c, NAME_EVENT, (int)p->events_n, name, at))
        return;
    if (word_kind(c) == TOKEN_STRING)
        want_string(c, &title);
    if (want_end(c))
        no_body(c);
    *push(c->q->keep, p->events, p->events_n, p->events_cap) =
        (struct event_kind){ name, title, -1 };
}

/* zone NAME, or zone NAME of PARTY, zone NAME of side SIDE */
static bool zone_owner(struct cursor *c, str *owner, bool *side)
{
    *owner = S("");
    if (!eat(c, "of"))
        return true;
    *side = eat(c, "side");
    *owner = word(c);
    return word_kind(c) == TOKEN_WORD || expected(c, "a party or a side");
}

static void add_zone(struct cursor *c)
{
    struct parser *q = c->q;
    struct pact *p = q->p;
    str name, owner;
    span at;
    bool side = false;
    if (!new_name(c, &name, &at) || !zone_owner(c, &owner, &side))
        return;
    if (!declare(c, owner.len ? NAME_OWNED : NAME_ZONE, (int)p->zones_n, name,
                 at))
        return;
    struct zone z = { .name = name, .of_party = -1, .of_side = -1, .at = at };
    for (size_t n = 1; at_line(c, n); n++)
        if (!want(c, "status disputed") || !want_end(c))
            break;
        else
            z.disputed = true;
    note(q, &q->zones, &c->d, (int)p->zones_n);
    *push(q->keep, p->zones, p->zones_n, p->zones_cap) = z;
}

static void add_site(struct cursor *c)
{
    struct parser *q = c->q;
    struct pact *p = q->p;
    str name;
    span at;
    if (!new_name(c, &name, &at) ||
        !declare(c, NAME_SITE, (int)p->sites_n, name, at))
        return;
    note(q, &q->sites, &c->d, (int)p->sites_n);
    *push(q->keep, p->sites, p->sites_n, p->sites_cap) =
        (struct site){ .name = name, .spot = q->broken ? -1 : 0, .at = at };
}

static void add_number(struct cursor *c)
{
    struct parser *q = c->q;
    str name;
    span at;
    size_t n = q->numbers.n;
    if (!new_name(c, &name, &at) || !declare(c, NAME_NUMBER, (int)n, name, at))
        return;
    note(q, &q->numbers, &c->d, (int)n);
    *push(q->keep, q->numbers_of, n, q->numbers_cap) = QTY_NONE;
    struct pact *p = q->p;
    *push(q->keep, p->numbers, p->numbers_n, p->numbers_cap) =
        (struct number){ .name = name };
}

static void add_date(struct cursor *c)
{
    struct parser *q = c->q;
    str name;
    span at;
    size_t n = q->dates.n;
    if (!new_name(c, &name, &at) || !declare(c, NAME_DATE, (int)n, name, at))
        return;
    note(q, &q->dates, &c->d, (int)n);
    *push(q->keep, q->dates_of, n, q->dates_cap) = (struct moment){ 0 };
}

/* unit A/first: paths are no names, they need no declaration. */
static void add_unit(struct cursor *c)
{
    struct parser *q = c->q;
    struct pact *p = q->p;
    str path = word(c);
    span at = here(c);
    if (!lang_is_path(path)) {
        expected(c, "a unit's path, such as `ARD/first`");
        return;
    }
    c->i++;
    int was = map_put(&q->unit_paths, path, (int)p->units_n);
    if (was != (int)p->units_n) {
        struct diag *d = wrong(c, DIAG_NAME_TWICE, at,
                               "unit '%.*s' is declared twice", STR(path));
        diag_note(q->diags, d, p->units[was].at, "first declared here");
        diag_help(q->diags, d, "rename one of the two");
        return;
    }
    look_alike(c, 'u', path, at);
    note(q, &q->units, &c->d, (int)p->units_n);
    *push(q->keep, p->units, p->units_n, p->units_cap) =
        (struct unit){ .path = path, .at = at };
}

static void add_clause(struct cursor *c, enum clause_kind kind, int article)
{
    struct parser *q = c->q;
    struct pact *p = q->p;
    span at = here(c), head = { c->d.file, c->d.tokens[c->i - 1].from,
                                c->d.tokens[c->i - 1].to };
    str id;
    if (!want_id(c, &id))
        return;
    int was = map_put(&q->clause_ids, id, (int)p->clauses_n);
    if (was != (int)p->clauses_n) {
        struct diag *d = wrong(c, DIAG_CLAUSE_TWICE, at,
                               "there are two clauses `%.*s`", STR(id));
        diag_note(q->diags, d, p->clauses[was].at, "the first is here");
        diag_help(q->diags, d, "give one of them another number");
        return;
    }
    look_alike(c, 'c', id, at);
    note(q, &q->clauses, &c->d, (int)p->clauses_n)->article = article;
    *push(q->keep, p->clauses, p->clauses_n, p->clauses_cap) =
        (struct clause){ .kind = kind, .id = id, .at = at, .head = head };
}

static void add_article(struct cursor *c, int *article)
{
    struct parser *q = c->q;
    *article = (int)q->articles_n;
    note(q, &q->articles_at, &c->d, *article);
    *push(q->keep, q->articles, q->articles_n, q->articles_cap) =
        (struct article){ 0 };
}

static bool is_digit_at(str w)
{
    return *w.at >= '0' && *w.at <= '9';
}

static void unknown_directive(struct cursor *c)
{
    static const char *const heads[] = {
        "pact",       "book",      "include",  "side",      "party",
        "formation",  "non-party", "monitor",  "date",      "number",
        "item",       "status",    "event",    "zone",      "site",
        "unit",       "article",   "limit",    "exception", "notice",
        "quota",      "inform",    "stay",     "step",      "consent",
        "inspection", "access",    "evidence", "remedy",    "equivalence",
        "uncoded",    "scenario",  "expect",   "offer",     "observations"
    };
    str names[sizeof heads / sizeof *heads], best[3];
    size_t n = sizeof heads / sizeof *heads;
    for (size_t i = 0; i < n; i++)
        names[i] = str_of(heads[i]);
    struct diag *d =
        wrong(c, DIAG_DIRECTIVE_UNKNOWN, here(c),
              "no directive begins with '%.*s'", STR(brief(word(c))));
    size_t got = diag_nearest(c->q->keep, word(c), names, n, best);
    if (word(c).len && is_digit_at(word(c)))
        diag_help(c->q->diags, d,
                  "an entry begins with its date, as in `2024-04-30 move`; a "
                  "figure stands below it, indented");
    else if (got)
        diag_help(c->q->diags, d,
                  "did you mean `%.*s`? If the line belongs "
                  "to the one above, indent it.",
                  STR(best[0]));
    else
        diag_help(c->q->diags, d,
                  "a line in the first column begins a "
                  "directive or a dated entry; indent it if it belongs to "
                  "the line above");
}

struct file_now {
    int article;
    str folder;
    size_t known; /* directives and entries */
};

static fault read_file(struct parser *q, str path, const span *from);

/* One in the other; the stack has an end. */
enum { INCLUDES_MOST = 40 };

static fault include(struct cursor *c, const struct file_now *now)
{
    str path;
    span at = here(c);
    if (!want_string(c, &path) || !want_end(c))
        return NULL;
    while (str_starts(path, S("./"))) /* the same file, the same path */
        path = str_cut(path, 2, path.len);
    if (c->q->includes == INCLUDES_MOST) {
        struct diag *d =
            wrong(c, DIAG_INCLUDE, at, "more than %d files include each other",
                  INCLUDES_MOST);
        diag_help(c->q->diags, d, "does a file include itself?");
        return NULL;
    }
    if (!str_starts(path, S("/")) && now->folder.len)
        path = str_fmt(c->q->keep, "%.*s/%.*s", STR(now->folder), STR(path));
    c->q->includes++;
    fault f = read_file(c->q, path, &at);
    c->q->includes--;
    return f;
}

static void add_pact(struct cursor *c)
{
    struct parser *q = c->q;
    if (q->p->has_header) {
        struct diag *d =
            wrong(c, DIAG_TWO_PACTS, rest(c), "this is a second pact");
        diag_note(q->diags, d, q->p->header, "the first is here");
        diag_help(q->diags, d,
                  "several agreements at once are not judged "
                  "yet: give them one at a time");
        q->two_pacts = q->two_pacts || !q->broken; /* else it is not said */
        return;
    }
    q->p->has_header = true;
    q->p->header = rest(c);
    q->pact_at = (struct waiting){ .file = c->d.file,
                                   .from = c->d.lines[0].from,
                                   .state = q->broken ? 2 : 0 };
}

/* The book of a file: its entries are one keeper's. */
static int book_of(struct parser *q, uint32_t file)
{
    struct pact *p = q->p;
    if (q->file_book[file] < 0) {
        q->file_book[file] = (int)p->books_n;
        *push(q->keep, p->books, p->books_n, p->books_cap) =
            (struct book){ .keeper = -1, .file = file };
    }
    return q->file_book[file];
}

static void add_book(struct cursor *c)
{
    struct parser *q = c->q;
    int b = book_of(q, c->d.file);
    if (q->p->books[b].title.at) {
        struct diag *d = wrong(c, DIAG_TWO_PACTS, rest(c),
                               "this file has a second book header");
        diag_help(q->diags, d,
                  "a file is one book: put the other into a "
                  "file of its own");
        return;
    }
    q->p->books[b].title = S("?"); /* read later; a second one is an error */
    note(q, &q->books, &c->d, b);
}

static bool declaration(struct cursor *c)
{
    static const struct {
        const char *word;
        void (*add)(struct cursor *c);
    } kinds[] = { { "side", add_side },       { "item", add_item },
                  { "status", add_statuses }, { "event", add_event },
                  { "zone", add_zone },       { "site", add_site },
                  { "unit", add_unit },       { "number", add_number },
                  { "date", add_date } };
    static const char *const roles[] = { "party", "formation", "non-party",
                                         "monitor" }; /* ORDER ROLES */
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (eat(c, kinds[i].word)) {
            kinds[i].add(c);
            return true;
        }
    for (int i = 0; i < 4; i++)
        if (eat(c, roles[i])) {
            add_party(c, (enum role)i);
            return true;
        }
    return false;
}

/* One directive in pass one. */
static fault first_look(struct cursor *c, struct file_now *now)
{
    c->q->clause_now = S("");
    for (int i = 0; i <= CLAUSE_UNCODED; i++)
        if (eat(c, clause_word((enum clause_kind)i))) {
            add_clause(c, (enum clause_kind)i, now->article);
            return NULL;
        }
    if (declaration(c))
        return NULL;
    if (eat(c, "include"))
        return include(c, now);
    if (is(c, "pact"))
        add_pact(c);
    else if (is(c, "book"))
        add_book(c);
    else if (is(c, "article"))
        add_article(c, &now->article);
    else if (is(c, "expect") || is(c, "scenario")) {
        note(c->q, &c->q->known, &c->d, 0);
    } else if (is(c, "offer") || is(c, "observations")) {
        note(c->q, &c->q->known, &c->d, 0);
        not_judged_yet(c, here(c), word(c));
    } else {
        unknown_directive(c);
        now->known--;
    }
    return NULL;
}

/* Of what cannot be read (that is reported) the name is known all the same:
 * whoever uses it is not at fault. */
static void only_names(struct cursor *c, struct file_now *now)
{
    struct diags *d = c->q->diags;
    size_t n = d->n, errors = d->errors;
    if (is(c, "include"))
        return;
    c->q->broken = true;
    first_look(c, now);
    c->q->broken = false;
    d->n = n;
    d->errors = errors;
}

static bool is_entry(const struct cursor *c)
{
    enum token_kind k = word_kind(c);
    return k == TOKEN_DATE || k == TOKEN_INSTANT || k == TOKEN_DATES;
}

static str folder_of(str path)
{
    size_t n = path.len;
    while (n && path.at[n - 1] != '/')
        n--;
    return str_cut(path, 0, n ? n - 1 : 0);
}

static void not_there(struct parser *q, span from, fault f)
{
    str why = fault_text(q->keep, f);
    struct diag *d = diag_add(q->diags, DIAG_INCLUDE, from, "%.*s", STR(why));
    diag_help(q->diags, d,
              "the path is taken from the folder of the file "
              "that includes");
}

/* FILE has an entry. */
static void is_a_book(struct parser *q, uint32_t file)
{
    if (file < q->first_overlay)
        book_of(q, file);
    else if (q->file_book[file] == NO_BOOK)
        q->file_book[file] = WHICH_BOOK;
}

/* All directives of a file, in pass one. */
static fault walk(struct parser *q, uint32_t file, struct file_now *now)
{
    str text = q->p->sources->at[file].text;
    struct cursor c = { .q = q, .text = text };
    struct reader r; /* its own: reading goes on while files are included */
    fault f = NULL;
    reader_open(&r, q->keep, q->diags, file, text);
    while (!f) {
        size_t dated = reader_skip_dated(&r, &q->figures);
        if (dated)
            is_a_book(q, file);
        now->known += dated;
        q->dated += dated;
        if (!reader_next_head(&r, &c.d))
            break;
        at_line(&c, 0);
        if (is_entry(&c)) {
            is_a_book(q, file);
            now->known++;
            continue;
        }
        reader_at(&r, c.d.lines[0].from, &c.d);
        if (!at_line(&c, 0))
            continue;
        now->known++;
        if (c.d.bad)
            only_names(&c, now);
        else
            f = first_look(&c, now);
    }
    return f;
}

/* No line of it is ours: one message instead of one for each line. */
static void not_ours(struct diags *diags, uint32_t file, const char *because,
                     const char *mend)
{
    struct diag *d =
        diag_add(diags, DIAG_NOT_OURS, (span){ file, 0, 0 },
                 "no line of this file begins a directive or a dated entry");
    diag_because(diags, d, "%s", because);
    diag_help(diags, d, "%s", mend);
}

enum { FEW = 2, BEGINNING = 4096 };

/* A NUL or two in a text are a fault of their place. */
bool pact_is_text(struct diags *diags, uint32_t file, str text)
{
    str start = str_cut(text, 0, BEGINNING);
    size_t nuls = 0, good = str_utf8(start);
    for (size_t i = 0; i < start.len; i++)
        nuls += !start.at[i];
    if (!nuls || (nuls < start.len / 5 && good + 4 > start.len))
        return true;
    not_ours(diags, file, "it is not text, or it was saved as UTF-16",
             "give text that was saved as UTF-8");
    return false;
}

static fault walk_if_ours(struct parser *q, uint32_t file,
                          struct file_now *now)
{
    str text = q->p->sources->at[file].text;
    size_t before = q->diags->n, errors = q->diags->errors;
    if (!pact_is_text(q->diags, file, text)) {
        q->not_ours = true;
        return NULL;
    }
    fault f = walk(q, file, now);
    if (f || now->known || q->diags->n <= before + FEW)
        return f;
    q->not_ours = true;
    q->diags->n = before;
    q->diags->errors = errors;
    not_ours(q->diags, file, "it is neither a pact nor a book",
             "give .pact and .book files, or a folder that holds them");
    return NULL;
}

/* FROM: the `include` that asks, or NULL for one that the user gave. */
static fault read_file(struct parser *q, str path, const span *from)
{
    struct sources *s = q->p->sources;
    str text;
    if (map_get(&q->seen, path) >= 0)
        return NULL; /* read already */
    if (s->n < q->first_overlay && is_overlay(q, path))
        return NULL; /* comes last */
    map_put(&q->seen, path, 0);
    fault f = q->os->read(q->os->self, q->keep, path, &text);
    if (!f && text.len > UINT32_MAX - 1)
        f = fault_new(q->keep, NULL, "cannot read '%.*s': over 4 GB",
                      STR(path));
    if (f)
        f = pact_missing(q->keep, q->os, path, f);
    if (f && from)
        not_there(q, *from, f);
    if (f)
        return from ? NULL : f;
    uint32_t file = (uint32_t)s->n;
    size_t n = file;
    *push(s->keep, s->at, s->n, s->cap) =
        (struct source){ .path = path, .text = text };
    *push(q->keep, q->file_book, n, q->file_book_cap) = NO_BOOK;
    if (file >= q->first_overlay)
        *push(q->keep, q->p->overlays, q->p->overlays_n, q->p->overlays_cap) =
            path;
    struct file_now now = { .article = -1, .folder = folder_of(path) };
    return walk_if_ours(q, file, &now);
}

/* A folder stands for the pacts and books in it. */
static fault read_path(struct parser *q, str path)
{
    struct os *os = q->os;
    if (os->kind(os->self, q->keep, path) != OS_FOLDER)
        return read_file(q, path, NULL);
    struct os_names names;
    fault f = os->list(os->self, q->keep, path, &names);
    static const char *const ends[] = { ".pact", ".book" };
    bool any = false;
    for (int pass = 0; !f && pass < 2; pass++)
        for (size_t i = 0; !f && i < names.n; i++)
            if (str_ends(names.at[i], str_of(ends[pass]))) {
                any = true;
                f = read_file(
                    q,
                    str_fmt(q->keep, "%.*s/%.*s", STR(path), STR(names.at[i])),
                    NULL);
            }
    if (!f && !any)
        f = fault_new(q->keep, NULL, "no .pact or .book file is in '%.*s'",
                      STR(path));
    return f;
}

/* ---- pass two: meaning -------------------------------------------------- */

static void event_parents(struct pact *p)
{
    for (size_t i = 0; i < p->events_n; i++) {
        size_t best = 0;
        for (size_t k = 0; k < p->events_n; k++) {
            str a = p->events[i].name, up = p->events[k].name;
            if (up.len > best && str_below(a, up, '.')) {
                p->events[i].parent = (int)k;
                best = up.len;
            }
        }
    }
}

/* Whose zone is it? Known once parties and sides are. */
static void zone_owners(struct parser *q)
{
    for (size_t i = 0; i < q->zones.n; i++) {
        struct zone *z = &q->p->zones[q->zones.at[i].index];
        struct cursor c = cursor_at(q, &q->zones.at[i]);
        c.i += 2;
        if (q->zones.at[i].broken || !eat(&c, "of"))
            continue;
        if (eat(&c, "side"))
            z->of_side = want_name(&c, NAME_SIDE);
        else
            z->of_party = want_name(&c, NAME_PARTY);
        for (size_t k = 0; k < i; k++) {
            const struct zone *o = &q->p->zones[q->zones.at[k].index];
            if (!str_eq(o->name, z->name) || o->of_side != z->of_side ||
                o->of_party != z->of_party || z->of_side + z->of_party == -2)
                continue;
            struct diag *d = wrong(&c, DIAG_NAME_TWICE, z->at,
                                   "'%.*s' of the same owner is declared "
                                   "twice",
                                   STR(z->name));
            diag_note(q->diags, d, o->at, "first declared here");
            diag_help(q->diags, d, "rename one of the two");
        }
    }
}

/* What is disputed is cut out of every country. These zones are resolved
 * first, as the file has them; all others then afresh, with the cut. */
static void disputed_zones(struct parser *q)
{
    const struct geo_zone *all = NULL;
    for (size_t i = 0; i < q->p->zones_n; i++) {
        const struct zone *z = &q->p->zones[i];
        if (!z->disputed || !resolve_zone(q, (int)i))
            continue;
        all = all ? geo_or(q->p->geo, all, z->geo) : z->geo;
    }
    if (!all)
        return;
    q->disputed = all;
    for (size_t i = 0; i < q->p->zones_n; i++)
        if (!q->p->zones[i].disputed && !q->zones.at[i].broken)
            q->zones.at[i].state = 0;
    for (size_t i = 0; i < q->sites.n; i++)
        if (!q->sites.at[i].broken)
            q->sites.at[i].state = 0;
}

static void headers(struct parser *q)
{
    for (size_t i = 0; i < q->books.n; i++) {
        if (q->books.at[i].state == 2)
            continue;
        struct cursor c = cursor_at(q, &q->books.at[i]);
        resolve_book(&c, &q->p->books[q->books.at[i].index]);
    }
    for (size_t i = 0; i < q->articles_at.n; i++) {
        if (q->articles_at.at[i].state == 2)
            continue;
        struct cursor c = cursor_at(q, &q->articles_at.at[i]);
        resolve_article(&c, &q->articles[q->articles_at.at[i].index]);
    }
}

/* All entries, file by file, in one walk through the text. There is room for
 * those that pass one has counted, so that nothing grows by being copied. */
static void entries(struct parser *q)
{
    struct pact *p = q->p;
    p->entries = new_n(q->keep, struct entry, q->dated + 1);
    p->entries_cap = q->dated + 1;
    p->stocks = new_n(q->keep, struct stock, q->figures + 1);
    p->stocks_cap = q->figures + 1;
    for (size_t file = 0; file < q->p->sources->n; file++) {
        struct cursor c = { .q = q, .text = q->p->sources->at[file].text };
        struct reader r;
        if (q->file_book[file] < 0)
            continue;
        reader_open(&r, q->keep, q->diags, (uint32_t)file, c.text);
        while (reader_next(&r, &c.d)) {
            c.unjudged = S("");
            at_line(&c, 0);
            if (is_entry(&c) && !c.d.bad)
                read_entry(&c, q->file_book[file]);
        }
    }
}

/* Where the pact does not say how to leave, whoever does gets a row of its
 * own, and so a clause that nobody wrote. */
static void leaving(struct parser *q)
{
    struct pact *p = q->p;
    for (size_t i = 0; i < p->entries_n && !p->withdrawal.said; i++) {
        const struct entry *e = &p->entries[i];
        if (e->kind != ENTRY_LEAVE || pact_clause(p, S("leave")))
            continue;
        span at = entry_at(e);
        *push(q->keep, p->clauses, p->clauses_n, p->clauses_cap) =
            (struct clause){ .kind = CLAUSE_REMEDY,
                             .id = S("leave"),
                             .title = S("Leaving the pact"),
                             .at = at,
                             .head = at,
                             .leaving = true,
                             .remedy = { .back = -1 } };
    }
}

/* Nobody takes orders from those to whom he gives them. */
static void who_directs(struct parser *q)
{
    struct pact *p = q->p;
    for (size_t i = 0; i < p->parties_n; i++) {
        int at = p->parties[i].directed_by;
        for (size_t n = 0; at >= 0 && at != (int)i && n < p->parties_n; n++)
            at = p->parties[at].directed_by;
        if (at != (int)i)
            continue;
        struct diag *d = diag_add(q->diags, DIAG_CIRCLE, p->parties[i].at,
                                  "'%.*s' directs itself, through others",
                                  STR(p->parties[i].name));
        diag_help(q->diags, d, "leave out one `directed by` of the circle");
        p->parties[i].directed_by = -1;
    }
}

static void declarations(struct parser *q)
{
    q->sets_of = new_n(q->keep, struct kinds, q->sets.n + 1);
    event_parents(q->p);
    if (q->p->has_header && q->pact_at.state != 2) {
        struct cursor c = cursor_at(q, &q->pact_at);
        resolve_pact(&c);
    }
    for (size_t i = 0; i < q->dates.n; i++)
        resolve_date(q, (int)i);
    for (size_t i = 0; i < q->items.n; i++)
        resolve_item(q, &q->items.at[i]);
    for (size_t i = 0; i < q->sets.n; i++)
        resolve_set(q, (int)i);
    zone_owners(q);
    disputed_zones(q);
    for (size_t i = 0; i < q->zones.n; i++)
        resolve_zone(q, (int)i);
    for (size_t i = 0; i < q->sites.n; i++)
        resolve_site(q, (int)i);
    for (size_t i = 0; i < q->parties.n; i++)
        resolve_party(q, &q->parties.at[i]);
    who_directs(q);
    for (size_t i = 0; i < q->numbers.n; i++)
        resolve_number(q, (int)i);
    for (size_t i = 0; i < q->units.n; i++)
        resolve_unit(q, &q->units.at[i]);
}

static fault resolve_all(struct parser *q)
{
    declarations(q);
    headers(q);
    fault f = join_books(q);
    if (f)
        return f;
    for (size_t i = 0; i < q->clauses.n; i++)
        resolve_clause(q, &q->clauses.at[i]);
    link_exceptions(q);
    conditions_in_order(q);
    entries(q);
    leaving(q);
    for (size_t i = 0; i < q->known.n; i++)
        resolve_asked(q, &q->known.at[i]);
    return NULL;
}

static struct parser *parser_new(struct arena *keep, struct geo *geo,
                                 struct os *os, struct sources *sources,
                                 struct diags *diags)
{
    struct pact *p = new_one(keep, struct pact);
    struct parser *q = new_one(keep, struct parser);
    *p = (struct pact){ .keep = keep,
                        .sources = sources,
                        .diags = diags,
                        .geo = geo,
                        .clock = &clock_utc,
                        .reader = q };
    *q = (struct parser){ .p = p, .keep = keep, .diags = diags, .os = os };
    struct map *maps[] = { &q->names,      &q->skeletons,  &q->seen,
                           &q->clause_ids, &q->unit_paths, &q->holder_ids,
                           &q->spot_ids,   &q->stated_ids, &q->outline_ids };
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        maps[i]->keep = keep;
    *push(keep, p->spots, p->spots_n, p->spots_cap) =
        (struct spot){ .kind = SPOT_ANY, .text = S("anywhere") };
    *push(keep, p->stateds, p->stateds_n, p->stateds_cap) =
        (struct stated){ 0 };
    *push(keep, p->parties, p->parties_n, p->parties_cap) =
        (struct party){ .name = S("unknown"),
                        .role = ROLE_OTHER,
                        .side = -1,
                        .territory = -1,
                        .directed_by = -1 };
    struct cursor c = { .q = q };
    declare(&c, NAME_PARTY, 0, S("unknown"), (span){ 0 });
    return q;
}

/* Entries, and nothing that they could be about; or nothing at all. The one
 * party is `unknown`. */
static bool only_books(const struct parser *q)
{
    const struct pact *p = q->p;
    return !p->has_header && !p->clauses_n && !p->items_n &&
           p->parties_n == 1 &&
           (p->books_n || (!p->entries_n && q->names_n == 1 && !q->diags->n));
}

/* All else that was said follows from it, but for what is wrong with letters
 * and words, whatever they mean. */
static void only_that(struct diags *d, enum diag_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++)
        if (d->at[i]->kind == kind ||
            str_starts(diag_page(d->at[i]->kind)->code, S("E01")))
            d->at[n++] = d->at[i];
    d->n = d->errors = n;
}

static void no_pact(struct parser *q)
{
    span at = { q->p->books_n ? q->p->books[0].file : 0, 0, 0 };
    struct diag *d =
        diag_add(q->diags, DIAG_NO_PACT, at,
                 q->p->books_n ? "this is a book, and no pact was given"
                               : "nothing is said here: neither a pact nor a "
                                 "book");
    diag_help(q->diags, d,
              q->p->books_n
                  ? "name the .pact file, too, before or behind the book"
                  : "a pact begins `pact \"TITLE\"`; `detente new FOLDER` "
                    "writes one to go on from");
}

fault pact_read_with(struct arena *keep, struct os *os,
                     struct sources *sources, struct diags *diags,
                     const str *files, size_t n, const str *overlays,
                     size_t overlays_n, struct pact **out)
{
    return pact_read_on(keep, geo_new(keep, NULL), os, sources, diags, files,
                        n, overlays, overlays_n, out);
}

fault pact_read_on(struct arena *keep, struct geo *geo, struct os *os,
                   struct sources *sources, struct diags *diags,
                   const str *files, size_t n, const str *overlays,
                   size_t overlays_n, struct pact **out)
{
    struct parser *q = parser_new(keep, geo, os, sources, diags);
    fault f = NULL;
    *out = q->p;
    q->overlays = overlays;
    q->overlays_n = overlays_n;
    q->first_overlay = SIZE_MAX;
    for (size_t i = 0; !f && i < n; i++)
        f = read_path(q, files[i]);
    q->first_overlay = sources->n;
    q->books_given = q->p->books_n;
    for (size_t i = 0; !f && i < overlays_n; i++)
        f = read_path(q, overlays[i]);
    if (!f && q->two_pacts)
        only_that(q->diags, DIAG_TWO_PACTS);
    else if (!f && only_books(q) && !q->not_ours)
        no_pact(q);
    else if (!f)
        f = resolve_all(q);
    return f;
}

fault pact_read(struct arena *keep, struct os *os, struct sources *sources,
                struct diags *diags, const str *files, size_t n,
                struct pact **out)
{
    return pact_read_with(keep, os, sources, diags, files, n, NULL, 0, out);
}

const struct clause *pact_clause(const struct pact *p, str id)
{
    for (size_t i = 0; i < p->clauses_n; i++)
        if (str_eq(p->clauses[i].id, id))
            return &p->clauses[i];
    return NULL;
}

bool kind_of_item(const struct pact *p, int item, int ancestor)
{
    while (item >= 0 && item != ancestor)
        item = p->items[item].parent;
    return item == ancestor;
}

bool kind_of_event(const struct pact *p, int event, int ancestor)
{
    while (event >= 0 && event != ancestor)
        event = p->events[event].parent;
    return event == ancestor;
}
