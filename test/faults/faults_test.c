/* faults_test.c - the bad day: every call to the machine and every piece of
 * memory fails once, and what the real machine refuses is told.
 */
#include "check.h"
#include "door.h"
#include "faults/said.h"
#include "os_fake.h"

#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define PACT                                                                  \
    "pact \"A small one\"\n  in force from 2022-01-24\n"                      \
    "side east \"East\"\nparty RU \"Russia\" on east\n"                       \
    "item troops \"Soldiers\"\n"                                              \
    "zone north = north of 50 N\n"                                            \
    "zone south = ring 46 N 28 E, 38 N 28 E, 38 N 33 E\n"                     \
    "  status disputed\n"                                                     \
    "site camp 54 N 33 E accurate to 2 km\n"                                  \
    "site base 40 N 30 E\n"                                                   \
    "> verifiable and lasting\n"                                              \
    "limit 1 \"Ceiling\"\n  at most 100 troops of side east in north\n"       \
    "step 2 \"Down\"\n  RU withdraws 10 troops from north to south\n"         \
    "  by 2022-02-20\n"

#define BOOK                                                                  \
    "2022-01-20 hold RU at camp\n  110..130 troops\n  source \"told\"\n"      \
    "2022-01-25 complete RU in north\n  for troops\n"                         \
    "2022-02-01 move RU from camp to base\n  20 troops\n"                     \
    "  arrives 2022-02-03\n"

#define OVERLAY "book \"What if\"\n2022-02-02 observe RU at camp\n  1 troops\n"

#define UNTIDY "side   east  \"East\"\n\n\n\nparty RU   \"Russia\" on east\n"

static struct fake *machine(struct arena *keep)
{
    struct fake *f = new_one(keep, struct fake);
    fake_init(f, keep);
    fake_put(f, S("in/a.pact"), S(PACT));
    fake_put(f, S("in/b.book"), S(BOOK));
    fake_put(f, S("more.pact"), S("include \"rest/c.pact\"\n" PACT));
    fake_put(f, S("rest/c.pact"), S("party PL \"Poland\"\n"));
    fake_put(f, S("untidy.pact"), S(UNTIDY));
    fake_put(f, S("c"), S("not a pact"));
    fake_put(f, S("what.if"), S(OVERLAY));
    return f;
}

static dt *begin(struct fake *f)
{
    dt *d = dt_new_on(fake_os(f));
    CHECK(d);
    return d;
}

/* ---- the machine fails, call by call ------------------------------------ */

/* Whatever happened before: each call says how it ended, and none falls. */
static void ask_everything(dt *d)
{
    static const char *const again[] = { "in" };
    dt_text t;
    dt_judge(d, NULL);
    for (int how = 0; how < 32; how++) {
        dt_check(d, how, &t);
        dt_status(d, how, &t);
        dt_verify(d, how, &t);
        dt_why(d, "1", NULL, how, &t);
        dt_why(d, "2", "RU", how, &t);
        dt_timeline(d, NULL, how, &t);
        dt_show(d, NULL, how, &t);
        dt_zones(d, "54 N 33 E", "2 km", how, &t);
        dt_messages(d, how, &t);
    }
    dt_overlay(d, "in/b.book");
    dt_read(d, again, 1);
    dt_explain(d, "E0203", 0, &t);
    dt_format(d, "untidy.pact", DT_CHECK, &t);
}

static void told(const struct fake *f, dt *d)
{
    str m = messages(d);
    CHECK(str_starts(m, S("detente: cannot ")));
    CHECK(holds(m, f->failed_path));
    CHECK(holds(
        m, str_of(strcmp(f->failed, "kind") ? FAKE_FAILED : FAKE_MISSING)));
}

/* A file of which nobody can tell what it is can still be read. */
static bool harmless(const struct fake *f)
{
    return !strcmp(f->failed, "kind") && fake_get(f, f->failed_path).at;
}

/* Read PATHS, the Nth call failing; returns how many calls there were. */
static long read_failing(struct arena *keep, long nth,
                         const char *const *paths, size_t n)
{
    struct fake *f = machine(keep);
    f->fail_at = nth;
    dt *d = begin(f);
    dt_text t;
    dt_end end = dt_read(d, paths, n);
    long calls = f->calls;
    if (!f->failed || harmless(f)) {
        CHECK(end == DT_OK && dt_judge(d, "2022-02-02") == DT_OK);
        CHECK(dt_status(d, 0, &t) == DT_OK && t.length);
    } else {
        CHECK(end == DT_FAULT);
        told(f, d);
        CHECK(dt_check(d, 0, &t) == DT_FAULT && !t.length);
        told(f, d);
        CHECK(dt_judge(d, NULL) == DT_WRONG);
        CHECK(dt_status(d, 0, &t) == DT_WRONG && !t.length);
    }
    ask_everything(d);
    dt_free(d);
    return calls;
}

static void read_every_way(struct arena *keep, const char *const *paths,
                           size_t n, long want)
{
    long calls = read_failing(keep, 0, paths, n);
    CHECK(calls == want);
    for (long nth = 1; nth <= calls; nth++)
        read_failing(keep, nth, paths, n);
}

TEST(reading_fails_at_every_call_to_the_machine)
{
    static const char *const one[] = { "in/a.pact" };
    static const char *const two[] = { "in/a.pact", "in/b.book" };
    static const char *const folder[] = { "in" };
    read_every_way(keep, one, 1, 2);    /* kind, read */
    read_every_way(keep, two, 2, 4);    /* kind, read, kind, read */
    read_every_way(keep, folder, 1, 4); /* kind, list, read, read */
}

TEST(an_include_that_fails_is_wrong_where_it_stands)
{
    static const char *const paths[] = { "more.pact" };
    for (int missing = 0; missing < 2; missing++) {
        struct fake *f = machine(keep);
        f->fail_at = missing ? 0 : 3; /* kind, read, read */
        if (missing)
            f->files[3].unreadable = true;
        dt *d = begin(f);
        CHECK(dt_read(d, paths, 1) == DT_WRONG);
        str m = messages(d);
        CHECK(holds(m, S("error[E0211]")) && holds(m, S("more.pact:1:9")));
        CHECK(holds(m, S("cannot read 'rest/c.pact'")));
        CHECK(holds(m, str_of(missing ? FAKE_CLOSED : FAKE_FAILED)));
        CHECK(dt_judge(d, NULL) == DT_WRONG);
        ask_everything(d);
        dt_free(d);
    }
}

/* The path of a file may be anything; the cause is told all the same. */
TEST(an_include_beside_a_path_that_is_not_utf8_tells_its_cause)
{
    static const char *const paths[] = { "\xff/d.pact" };
    struct fake *f = machine(keep);
    fake_put(f, S("\xff/d.pact"), S("include \"e.pact\"\n" PACT));
    dt *d = begin(f);
    CHECK(dt_read(d, paths, 1) == DT_WRONG);
    CHECK(holds(messages(d), S(FAKE_MISSING)));
    dt_text t;
    dt_check(d, DT_JSON, &t);
    CHECK(holds(text_of(t), S(FAKE_MISSING)));
    dt_free(d);
}

TEST(laying_out_fails_at_every_call_and_leaves_the_file)
{
    /* read, write; or read, and what is there that cannot be read */
    for (long nth = 0; nth <= 2; nth++) {
        struct fake *f = machine(keep);
        f->fail_at = nth;
        dt *d = begin(f);
        dt_text t;
        dt_end end = dt_format(d, "untidy.pact", 0, &t);
        bool same = str_eq(fake_get(f, S("untidy.pact")), S(UNTIDY));
        CHECK(f->calls == 2);
        CHECK(end == (nth ? DT_FAULT : DT_FINDINGS) && same == (nth > 0));
        if (nth)
            told(f, d);
        dt_free(d);
    }
}

TEST(a_draft_is_there_whole_or_not_at_all)
{
    for (long nth = 0; nth <= 1; nth++) {
        struct fake *f = machine(keep);
        size_t files = f->n;
        f->fail_at = nth;
        dt *d = begin(f);
        dt_text t;
        CHECK(dt_draft(d, "new", 0, &t) == (nth ? DT_FAULT : DT_OK));
        CHECK(f->n == files + (nth ? 0 : 2) && (t.length > 0) == !nth);
        if (nth)
            told(f, d);
        CHECK(dt_draft(d, "in", 0, &t) == DT_FAULT && !t.length);
        CHECK(holds(messages(d), S(FAKE_THERE)));
        CHECK(dt_draft(d, "", 0, &t) == DT_WRONG);
        dt_free(d);
    }
}

/* ---- memory is refused, piece by piece ---------------------------------- */

/* One call ended with END: true, and the run is over, if memory ran out. */
static bool over(dt *d, dt_end end, dt_end want)
{
    if (end == want)
        return false;
    CHECK(end == DT_FAULT);
    CHECK(holds(messages(d), S("out of memory")));
    return true;
}

/* What is read, a clause in it, a zone, and an overlay or NULL. */
struct script {
    const char *path, *clause, *zone, *overlay;
};

/* Everything that can be asked; false: memory ran out. */
static bool ask_all(dt *d, struct script s)
{
    dt_text t;
    dt_listed some = { "movements", "RU", "troops", s.zone };
    if ((s.overlay && over(d, dt_overlay(d, s.overlay), DT_OK)) ||
        over(d, dt_read(d, &s.path, 1), DT_OK) ||
        over(d, dt_judge(d, "2022-02-02"), DT_OK))
        return false;
    for (int how = 0; how <= DT_JSON; how++)
        if (over(d, dt_status(d, how, &t), DT_OK) ||
            over(d, dt_verify(d, how | DT_STRICT, &t), DT_FINDINGS) ||
            over(d, dt_why(d, s.clause, NULL, how, &t), DT_OK) ||
            over(d, dt_timeline(d, NULL, how, &t), DT_OK) ||
            over(d, dt_show(d, NULL, how, &t), DT_OK) ||
            over(d, dt_show(d, &some, how, &t), DT_OK) ||
            over(d, dt_zones(d, "54 N 33 E", "2 km", how, &t), DT_OK) ||
            over(d, dt_zones(d, "nowhere", NULL, how, &t), DT_WRONG) ||
            over(d, dt_check(d, how, &t), DT_OK) ||
            over(d, dt_explain(d, "E0203", how, &t), DT_OK))
            return false;
    dt_messages(d, DT_WARNINGS, &t);
    return !holds(text_of(t), S("out of memory"));
}

/* jansson takes its own memory: the Nth piece from now is refused. */
static struct {
    long left;
    bool refused;
} json;

static void *json_memory(size_t n)
{
    if (!json.left || --json.left)
        return os_memory(n);
    json.refused = true;
    return NULL;
}

static void json_back(void *p)
{
    os_memory_back(p, 1); /* small, all of it */
}

/* A handle that was forgotten takes the lowest free number. */
static int lowest_free(void)
{
    int fd = open("/dev/null", O_RDONLY);
    close(fd);
    return fd;
}

static bool run_refused(long nth, struct os os, struct script s)
{
    int fd = lowest_free();
    os_memory_fail_at(nth);
    dt *d = dt_new_on(os);
    bool whole = d && ask_all(d, s);
    os_memory_fail_at(0);
    json.left = 0;
    if (d)
        ask_everything(d);
    dt_free(d);
    CHECK(lowest_free() == fd);
    return whole;
}

/* A pact with everything in it that asks for memory while a file is read,
 * in a folder of the real machine. */
struct folder {
    const char *at, *pact, *book;
};

static const char *join(struct arena *keep, const char *folder,
                        const char *name)
{
    return str_z(keep, str_fmt(keep, "%s/%s", folder, name));
}

static struct folder real_folder(struct arena *keep)
{
    struct os os = os_real();
    char *at = str_z(keep, S("/tmp/detente-test-XXXXXX"));
    CHECK(mkdtemp(at));
    struct folder f = { at, join(keep, at, "a.pact"),
                        join(keep, at, "b.book") };
    CHECK(!os.write(os.self, keep, str_of(f.pact), S(PACT)));
    CHECK(!os.write(os.self, keep, str_of(f.book), S(BOOK)));
    return f;
}

static void remove_folder(const struct folder *f)
{
    CHECK(!unlink(f->pact) && !unlink(f->book) && !rmdir(f->at));
}

/* Objects one by one: over a thousand. */
TEST(a_run_ends_with_words_wherever_memory_is_refused)
{
    struct folder f = real_folder(keep);
    const char *overlay = join(keep, f.at, "what.if");
    struct os os = os_real();
    CHECK(!os.write(os.self, keep, str_of(overlay), S(OVERLAY)));
    struct script s = { f.at, "1", "north", overlay };
    long nth = 0;
    arena_tight(true);
    while (!run_refused(++nth, os_real(), s))
        ;
    arena_tight(false);
    CHECK(nth > 1000);
    CHECK(!unlink(overlay));
    remove_folder(&f);
}

/* As memory is asked for in earnest: block by block, by the example. */
TEST(the_example_ends_with_words_wherever_a_block_is_refused)
{
    struct script s = { "pacts/drawdown-2022", "1.1", "belarus", NULL };
    long nth = 0;
    while (!run_refused(++nth, os_real(), s))
        CHECK(nth < 100);
    CHECK(nth > 5);
}

TEST(a_run_ends_with_words_wherever_json_gets_no_memory)
{
    struct script s = { "in", "1", "north", "what.if" };
    struct fake *f = machine(keep);
    json_malloc_t take;
    json_free_t back;
    bool whole = false;
    json_get_alloc_funcs(&take, &back);
    json_set_alloc_funcs(json_memory, json_back);
    for (long nth = 1; !whole; nth++) {
        json.left = nth;
        json.refused = false;
        whole = run_refused(0, fake_os(f), s);
        CHECK(whole == !json.refused);
    }
    json_set_alloc_funcs(take, back);
}

/* ---- the real machine: laying out --------------------------------------- */

static str content(struct arena *keep, const char *path)
{
    str text;
    struct os os = os_real();
    CHECK(!os.read(os.self, keep, str_of(path), &text));
    return text;
}

static void put(struct arena *keep, const char *path, str text, mode_t mode)
{
    struct os os = os_real();
    CHECK(!os.write(os.self, keep, str_of(path), text));
    CHECK(!chmod(path, mode));
}

static size_t files_in(struct arena *keep, const char *folder)
{
    struct os os = os_real();
    struct os_names names;
    CHECK(!os.list(os.self, keep, str_of(folder), &names));
    return names.n;
}

/* One call of dt_format(); what it says goes to *SAID. */
static dt_end format(struct arena *keep, const char *path, int how, str *said)
{
    dt *d = dt_new();
    dt_text t;
    CHECK(d);
    dt_end end = dt_format(d, path, how, &t);
    *said = str_copy(keep, t.length ? text_of(t) : messages(d));
    dt_free(d);
    return end;
}

/* Old and whole, or new and whole, and nothing left beside it. */
TEST(a_file_stays_whole_wherever_memory_is_refused)
{
    struct folder f = real_folder(keep);
    dt_text t;
    bool done = false;
    for (long nth = 1; !done; nth++) {
        put(keep, f.pact, S(UNTIDY), 0640);
        int fd = lowest_free();
        arena_tight(true);
        os_memory_fail_at(nth);
        dt *d = dt_new();
        dt_end end = d ? dt_format(d, f.pact, 0, &t) : DT_FAULT;
        os_memory_fail_at(0);
        arena_tight(false);
        done = end == DT_FINDINGS;
        CHECK(done || end == DT_FAULT);
        CHECK(done || !d || holds(messages(d), S("out of memory")));
        dt_free(d);
        CHECK(str_eq(content(keep, f.pact), S(UNTIDY)) == !done);
        CHECK(lowest_free() == fd && files_in(keep, f.at) == 2);
    }
    remove_folder(&f);
}

TEST(laying_out_keeps_the_mode_and_writes_through_links)
{
    struct folder f = real_folder(keep);
    const char *link = join(keep, f.at, "link"), *two = join(keep, f.at, "2");
    struct stat st;
    str said;
    put(keep, f.pact, S(UNTIDY), 0640);
    CHECK(!symlink("a.pact", link) && !symlink("link", two));
    CHECK(format(keep, two, DT_CHECK, &said) == DT_FINDINGS);
    CHECK_STR(content(keep, f.pact), S(UNTIDY));
    CHECK(format(keep, two, 0, &said) == DT_FINDINGS);
    CHECK_STR(content(keep, f.pact),
              S("side east \"East\"\n\nparty RU \"Russia\" on east\n"));
    CHECK(format(keep, two, 0, &said) == DT_OK);
    CHECK(!stat(f.pact, &st) && (st.st_mode & 07777) == 0640);
    CHECK(!lstat(link, &st) && S_ISLNK(st.st_mode));
    CHECK(!lstat(two, &st) && S_ISLNK(st.st_mode));
    CHECK(files_in(keep, f.at) == 4);
    CHECK(!unlink(link) && !unlink(two));
    remove_folder(&f);
}

/* As on a full disk: the new file cannot be written to its end. */
TEST(a_write_that_fails_half_way_leaves_the_file)
{
    struct folder f = real_folder(keep);
    struct rlimit was, few;
    str said;
    put(keep, f.pact, S(UNTIDY), 0640);
    void (*old)(int) = signal(SIGXFSZ, SIG_IGN);
    CHECK(!getrlimit(RLIMIT_FSIZE, &was));
    few = was;
    few.rlim_cur = 10;
    CHECK(!setrlimit(RLIMIT_FSIZE, &few));
    dt_end end = format(keep, f.pact, 0, &said);
    CHECK(!setrlimit(RLIMIT_FSIZE, &was));
    signal(SIGXFSZ, old);
    CHECK(end == DT_FAULT);
    CHECK_STR(
        said,
        str_fmt(keep, "detente: cannot write '%s': File too large\n", f.pact));
    CHECK_STR(content(keep, f.pact), S(UNTIDY));
    CHECK(files_in(keep, f.at) == 2);
    remove_folder(&f);
}

TEST(only_files_are_written)
{
    struct folder f = real_folder(keep);
    struct os os = os_real();
    const char *pipe_at = join(keep, f.at, "pipe");
    struct stat st;
    CHECK(!mkfifo(pipe_at, 0600));
    CHECK_STR(fault_text(keep, os.write(os.self, keep, str_of(f.at), S("x"))),
              str_fmt(keep, "cannot write '%s': it is a folder", f.at));
    CHECK_STR(
        fault_text(keep, os.write(os.self, keep, str_of(pipe_at), S("x"))),
        str_fmt(keep, "cannot write '%s': it is no file", pipe_at));
    CHECK(!stat(pipe_at, &st) && S_ISFIFO(st.st_mode));
    CHECK(!unlink(pipe_at));
    remove_folder(&f);
}

/* ---- the real machine: what may not be read or written ------------------ */

enum { NOBODY = 65534 };

/* As root everything may be read: be nobody meanwhile. */
static dt_end read_as_nobody(struct arena *keep, const char *path, str *said)
{
    bool root = !geteuid();
    const char *const paths[] = { path };
    dt *d = dt_new();
    CHECK(d && (!root || !seteuid(NOBODY)));
    dt_end end = dt_read(d, paths, 1);
    CHECK(!root || !seteuid(0));
    *said = str_copy(keep, messages(d));
    dt_free(d);
    return end;
}

static dt_end format_as_nobody(struct arena *keep, const char *path, str *said)
{
    bool root = !geteuid();
    dt *d = dt_new();
    dt_text t;
    CHECK(d && (!root || !seteuid(NOBODY)));
    dt_end end = dt_format(d, path, 0, &t);
    CHECK(!root || !seteuid(0));
    *said = str_copy(keep, messages(d));
    dt_free(d);
    return end;
}

TEST(what_may_not_be_read_is_named_with_the_cause)
{
    struct folder f = real_folder(keep);
    str said;
    CHECK(!chmod(f.at, 0755) && !chmod(f.pact, 0));
    CHECK(read_as_nobody(keep, f.pact, &said) == DT_FAULT);
    CHECK_STR(said,
              str_fmt(keep, "detente: cannot open '%s': Permission denied\n",
                      f.pact));
    CHECK(read_as_nobody(keep, f.at, &said) == DT_FAULT);
    CHECK_STR(said,
              str_fmt(keep, "detente: cannot open '%s': Permission denied\n",
                      f.pact));
    CHECK(!chmod(f.pact, 0644) && !chmod(f.at, 0711));
    CHECK(read_as_nobody(keep, f.pact, &said) == DT_OK);
    CHECK(!chmod(f.at, geteuid() ? 0311 : 0711));
    CHECK(read_as_nobody(keep, f.at, &said) == DT_FAULT);
    CHECK_STR(said, str_fmt(keep,
                            "detente: cannot open the folder '%s': "
                            "Permission denied\n",
                            f.at));
    CHECK(!chmod(f.at, 0700));
    remove_folder(&f);
}

TEST(a_folder_that_may_not_be_written_leaves_the_file)
{
    struct folder f = real_folder(keep);
    str said;
    put(keep, f.pact, S(UNTIDY), 0666);
    CHECK(!chmod(f.at, 0555));
    CHECK(format_as_nobody(keep, f.pact, &said) == DT_FAULT);
    CHECK_STR(said, str_fmt(keep,
                            "detente: cannot write beside '%s': "
                            "Permission denied\n",
                            f.pact));
    CHECK_STR(content(keep, f.pact), S(UNTIDY));
    CHECK(files_in(keep, f.at) == 2 && !chmod(f.at, 0700));
    remove_folder(&f);
}

static dt_end read_one(struct arena *keep, const char *path, str *said)
{
    const char *const paths[] = { path };
    dt *d = dt_new();
    CHECK(d);
    dt_end end = dt_read(d, paths, 1);
    *said = str_copy(keep, messages(d));
    dt_free(d);
    return end;
}

TEST(what_is_not_there_or_of_another_kind_is_named)
{
    struct folder f = real_folder(keep);
    const char *none = join(keep, f.at, "none.pact");
    const char *below = join(keep, f.pact, "c.pact"); /* a file as a folder */
    const char *loop = join(keep, f.at, "loop"), *big = join(keep, f.at, "4G");
    str said;
    CHECK(!symlink("loop", loop));
    CHECK(read_one(keep, none, &said) == DT_FAULT &&
          holds(said, S("No such")));
    CHECK(format(keep, none, 0, &said) == DT_FAULT &&
          holds(said, str_of(none)));
    CHECK(read_one(keep, below, &said) == DT_FAULT);
    CHECK(holds(said, str_of(below)) && holds(said, S("Not a directory")));
    CHECK(read_one(keep, loop, &said) == DT_FAULT &&
          holds(said, str_of(loop)));
    CHECK(read_one(keep, "", &said) == DT_FAULT && holds(said, S("''")));
    CHECK(format(keep, f.at, 0, &said) == DT_FAULT);
    CHECK_STR(
        said,
        str_fmt(keep, "detente: cannot read '%s': it is a folder\n", f.at));
    int fd = open(big, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    CHECK(fd >= 0 && !ftruncate(fd, (off_t)1 << 40) && !close(fd));
    CHECK(read_one(keep, big, &said) == DT_FAULT);
    CHECK_STR(said,
              str_fmt(keep, "detente: cannot read '%s': over 4 GB\n", big));
    CHECK(files_in(keep, f.at) == 4 && !unlink(loop) && !unlink(big));
    remove_folder(&f);
}

TEST(a_long_path_is_told_whole)
{
    struct buf b = { .keep = keep };
    str said;
    for (int i = 0; i < 180; i++)
        buf_z(&b, "/not-there");
    buf_char(&b, 0);
    CHECK(read_one(keep, b.at, &said) == DT_FAULT);
    CHECK_STR(said, str_fmt(keep,
                            "detente: cannot open '%s': No such file or "
                            "directory\n",
                            b.at));
}

TEST(an_empty_file_is_no_pact_and_is_left)
{
    struct folder f = real_folder(keep);
    str said;
    put(keep, f.pact, S(""), 0600);
    put(keep, f.book, S(""), 0600);
    CHECK(read_one(keep, f.pact, &said) == DT_WRONG);
    CHECK(str_starts(said, S("error[E0215]: nothing is said here")));
    CHECK(read_one(keep, f.at, &said) == DT_WRONG);
    CHECK(format(keep, f.pact, 0, &said) == DT_OK && !said.len);
    CHECK(!content(keep, f.pact).len);
    remove_folder(&f);
}

/* ---- the real machine: standard input ----------------------------------- */

/* Let TEXT come from standard input, by a pipe; returns what was there. */
static int feed(str text)
{
    int ends[2], was = dup(0);
    CHECK(!pipe(ends));
    CHECK(write(ends[1], text.at, text.len) == (ssize_t)text.len);
    close(ends[1]);
    CHECK(dup2(ends[0], 0) == 0);
    close(ends[0]);
    return was;
}

static void unfeed(int was)
{
    if (was < 0) {
        close(0);
        return;
    }
    dup2(was, 0);
    close(was);
}

TEST(standard_input_is_read_and_laid_out_to_the_answer)
{
    str said;
    int was = feed(S(PACT));
    dt_end end = read_one(keep, "-", &said);
    unfeed(was);
    CHECK(end == DT_OK && !said.len);

    was = feed(S(UNTIDY));
    end = format(keep, "-", 0, &said);
    unfeed(was);
    CHECK(end == DT_OK);
    CHECK_STR(said, S("side east \"East\"\n\nparty RU \"Russia\" on east\n"));

    was = feed(S(UNTIDY));
    end = format(keep, "-", DT_CHECK, &said);
    unfeed(was);
    CHECK(end == DT_FINDINGS && !said.len);

    was = feed(S("party RU \"Russia\n"));
    end = format(keep, "-", 0, &said);
    unfeed(was);
    CHECK(end == DT_WRONG && holds(said, S("-:1:10")));
}

/* A folder, or nothing at all, where standard input should be. */
TEST(standard_input_that_cannot_be_read_is_a_fault)
{
    str said;
    int was = dup(0), folder = open("/", O_RDONLY | O_CLOEXEC);
    CHECK(folder >= 0 && dup2(folder, 0) == 0);
    close(folder);
    dt_end end = read_one(keep, "-", &said);
    close(0);
    dt_end closed = read_one(keep, "-", &said);
    unfeed(was);
    CHECK(end == DT_FAULT && closed == DT_FAULT);
    CHECK_STR(said, S("detente: cannot read 'standard input': Bad file "
                      "descriptor\n"));
}
