/* file_test.c - the packaged boundaries: names, facts, and broken files */
#include "some.h"

#include <string.h>

/* ---- SHA-256 (FIPS 180-4), to hold the file to what it says of itself --- */

static uint32_t turn(uint32_t x, int n)
{
    return x >> n | x << (32 - n);
}

/* The first 32 bits of the fractions of the square and cube roots of the
 * first primes. */
static uint32_t fraction(int nth, bool cube)
{
    int prime = 1;
    for (int k = 0; k <= nth;) {
        bool is = ++prime > 1;
        for (int d = 2; d * d <= prime; d++)
            is &= prime % d != 0;
        k += is;
    }
    long double root = cube ? cbrtl(prime) : sqrtl(prime);
    return (uint32_t)((root - floorl(root)) * 4294967296.0L);
}

static void block(uint32_t h[8], const uint32_t k[64], const uint8_t *p)
{
    uint32_t w[64], s[8];
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)p[4 * i] << 24 | (uint32_t)p[4 * i + 1] << 16 |
               (uint32_t)p[4 * i + 2] << 8 | p[4 * i + 3];
    for (int i = 16; i < 64; i++)
        w[i] = w[i - 16] + w[i - 7] +
               (turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3) +
               (turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10);
    memcpy(s, h, sizeof s);
    for (int i = 0; i < 64; i++) {
        uint32_t a = s[7] + k[i] + w[i] + ((s[4] & s[5]) ^ (~s[4] & s[6])) +
                     (turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25));
        uint32_t b = (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) +
                     ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof *s);
        s[4] += a;
        s[0] = a + b;
    }
    for (int i = 0; i < 8; i++)
        h[i] += s[i];
}

static str sha256(struct arena *keep, str text)
{
    uint32_t h[8], k[64];
    size_t n = (text.len + 8) / 64 * 64 + 64;
    uint8_t *p = new_n(keep, uint8_t, n);
    memcpy(p, text.at, text.len);
    p[text.len] = 0x80;
    for (size_t i = 0; i < 8; i++)
        p[n - 1 - i] = (uint8_t)((uint64_t)text.len * 8 >> 8 * i);
    for (int i = 0; i < 64; i++)
        k[i] = fraction(i, true);
    for (int i = 0; i < 8; i++)
        h[i] = fraction(i, false);
    for (size_t i = 0; i < n; i += 64)
        block(h, k, p + i);
    struct buf b = { .keep = keep };
    for (int i = 0; i < 8; i++)
        buf_fmt(&b, "%08x", h[i]);
    return buf_str(&b);
}

TEST(the_file_has_the_digest_that_it_names)
{
    CHECK_STR(sha256(keep, S("abc")), S("ba7816bf8f01cfea414140de5dae2223"
                                        "b00361a396177a9cb410ff61f20015ad"));
    CHECK_STR(geo_boundaries_sha256(the_geo()),
              sha256(keep, the_geo()->file.bytes));
    CHECK(str_starts(geo_boundaries_name(the_geo()), S("Natural Earth")));
    CHECK(geo_boundaries_year(the_geo()) == 2018);
}

/* A head of 56 bytes, the first section behind it. */
static struct geo *titled(struct arena *keep, const char *section, size_t n)
{
    char *bytes = new_n(keep, char, 56 + n);
    memset(bytes, 0, 56);
    memcpy(bytes, "geobnds1", 8);
    bytes[8] = 56;
    bytes[12] = (char)n;
    memcpy(bytes + 56, section, n);
    str file = { bytes, 56 + n };
    return geo_new(keep, &file);
}

TEST(the_year_stands_behind_the_title_or_is_not_known)
{
    /* 1936 is 15 * 128 + 16 */
    CHECK(geo_boundaries_year(titled(keep, "\2ab\x90\x0f", 5)) == 1936);
    CHECK(geo_boundaries_year(titled(keep, "\2ab", 3)) == 0);
    CHECK(geo_boundaries_year(titled(keep, "\2ab\x90", 4)) ==
          0); /* cut short */
    CHECK(geo_boundaries_year(titled(keep, "\2ab\xff\xff\x7f", 6)) == 0);
    CHECK_STR(geo_boundaries_name(titled(keep, "\2ab\x90\x0f", 5)), S("ab"));
}

/* What is built in is not looked at again by a run. Any two places differ in
 * some bit of their numbers, so that each edge is one of a set below. */
TEST(all_edges_of_the_file_can_be_read)
{
    str bytes = the_geo()->file.bytes;
    struct geo *g = geo_new(keep, &bytes);
    for (uint32_t bit = 1; bit <= g->file.places_n; bit *= 2) {
        uint64_t *set = new_n(keep, uint64_t, places_words(&g->file));
        for (uint32_t place = 1; place <= g->file.places_n; place++)
            if (place & bit)
                set[(place - 1) / 64] |= (uint64_t)1 << (place - 1) % 64;
        CHECK_SEED(file_check(keep, &g->file, set), bit);
    }
    size_t good = 0;
    for (uint32_t i = 0; i < g->file.arcs_n; i++)
        good += g->file.arc[i].good;
    CHECK(good == g->file.arcs_n && good > 1000);
}

/* ---- names -------------------------------------------------------------- */

TEST(countries_answer_to_two_letters_and_three)
{
    static const char *const pairs[][2] = {
        { "UA", "UKR" }, { "RU", "RUS" }, { "US", "USA" }, { "FR", "FRA" },
        { "NO", "NOR" }, { "SS", "SSD" }, { "AX", "ALA" }, { "PS", "PSE" },
        { "EH", "ESH" }, { "XK", "XKX" }, { "TW", "TWN" }, { "KP", "PRK" },
        { "CD", "COD" }, { "RO", "ROU" }, { "TL", "TLS" }, { "VA", "VAT" },
    };
    for (size_t i = 0; i < COUNT(pairs); i++)
        CHECK_SEED(country(pairs[i][0]) == country(pairs[i][1]), i);
    static const char *const none[] = { "",   "U",    "XX",  "ZZZ", "-99",
                                        "-1", "UKRA", "SDS", "KOS", "AB" };
    for (size_t i = 0; i < COUNT(none); i++)
        CHECK_SEED(!geo_country(the_geo(), str_of(none[i])), i);
}

static void named(const char *query, size_t want, const char *first)
{
    size_t found, n;
    str names[8];
    const struct geo_zone *z =
        geo_area(the_geo(), str_of(query), &found, names, 8, &n);
    CHECK(found == want && (z != NULL) == (want == 1));
    CHECK(n <= 8 && (first != NULL) == (n > 0));
    if (first)
        CHECK_STR(names[0], str_of(first));
}

TEST(areas_are_found_by_name)
{
    named("Kaliningrad", 1, NULL);
    named("KALININGRAD", 1, NULL);
    named("kaliningrad, RU", 1, NULL);
    named("Kaliningrad, RUS", 1, NULL);
    named("Kaliningrad, ru", 1, NULL);
    named("Kaliningrad, PL", 0, "Kaliningrad, RU");
    named("Kalinigrad", 0, "Kaliningrad, RU");
    named("Limburg", 2, "Limburg, BE");
    named("Limburg, NL", 1, NULL);
    named("Donetsk", 1, NULL);
    named("donets'k", 1, NULL);
    named("Donets\xca\xb9k", 1, NULL);
    named("Addis Ababa", 1, NULL); /* before another that is also called so */
    named("Lviv", 1, NULL);
    named("Lvov", 1, NULL);
    named("Lemberg", 1, NULL);
    named("Kyiv", 1, NULL);
    named("Bavaria", 1, NULL);
    named("Bayern", 1, NULL);
    named("Scotland", 1, NULL);
    named("Svalbard", 1, NULL);
    named("Crimea", 1, NULL);
    named("Sevastopol", 1, NULL);
    named("Atlantis of the far north", 0, NULL);
    named("", 0, NULL);
    named(",", 0, NULL);
    named("\xff\xfe", 0, NULL);
    CHECK(area("Lviv") == area("L'viv, UA"));
    CHECK(area("S\xc3\xb6rmland") == area("sormland"));
    CHECK(area("Mazowieckie") == area("Masovian"));
}

/* The keys in the file are those that C makes: every area is found by its own
 * full name, alone or, where its land has the name twice, among others. */
TEST(every_area_is_found_by_its_full_name)
{
    struct geo *g = geo_new(keep, NULL);
    struct reader r = file_reader(&g->file, PART_AREAS);
    uint64_t n = read_number(&r);
    CHECK(n > 4500);
    for (uint64_t i = 0; i < n; i++) {
        str name = read_text(&r), code = read_text(&r), names[1];
        size_t found, names_n;
        read_places(&r, &g->file, NULL);
        struct arena_mark m = arena_mark(keep);
        if (i % 16 == 0) {
            struct geo *h = geo_new(keep, NULL);
            str full = code.len
                           ? str_fmt(keep, "%.*s, %.*s", STR(name), STR(code))
                           : name;
            geo_area(h, full, &found, names, 0, &names_n);
            CHECK_SEED(found >= 1, i);
        }
        arena_back(keep, m);
    }
    CHECK(!r.bad && r.at == r.end);
}

TEST(every_key_is_what_c_makes_of_it)
{
    struct geo *g = geo_new(keep, NULL);
    struct reader r = file_reader(&g->file, PART_KEYS);
    uint64_t n = read_number(&r);
    char at[256];
    for (uint64_t i = 0; i < n; i++) {
        struct arena_mark m = arena_mark(keep);
        size_t same = (size_t)read_number(&r);
        str rest = read_text(&r);
        CHECK(same + rest.len <= sizeof at);
        memcpy(at + same, rest.at, rest.len);
        str key = { at, same + rest.len };
        CHECK_STR(name_key(keep, key), key);
        read_number(&r);
        read_number(&r);
        arena_back(keep, m);
    }
    CHECK(!r.bad && r.at == r.end);
}

/* ---- facts -------------------------------------------------------------- */

TEST(cities_lie_where_they_lie)
{
    static const struct {
        struct geo_point p;
        const char *land, *area;
    } v[] = {
        { { 55.75, 37.62 }, "RU", "Moskva, RU" },
        { { 59.90, 30.40 }, "RU", NULL },
        { { 54.70, 20.60 }, "RU", "Kaliningrad" },
        { { 64.75, 176.0 }, "RU", "Chukotka" },
        { { 62.0, 129.7 }, "RU", "Sakha (Yakutia)" },
        { { 59.6, 150.8 }, "RU", "Magadan" },
        { { 66.2, -173.0 }, "RU", "Chukotka" },
        { { 43.20, 131.95 }, "RU", "Primor'ye" },
        { { 50.45, 30.52 }, "UA", "Kiev City" },
        { { 48.01, 37.80 }, "UA", "Donetsk" },
        { { 54.22, 28.50 }, "BY", "Minsk" },
        { { 52.23, 21.01 }, "PL", "Mazowieckie" },
        { { 54.69, 25.28 }, "LT", NULL },
        { { 56.93, 24.15 }, "LV", NULL },
        { { 59.40, 24.75 }, "EE", NULL },
        { { 52.52, 13.40 }, "DE", "Berlin" },
        { { 48.14, 11.58 }, "DE", "Bayern" },
        { { 48.86, 2.35 }, "FR", "Paris" },
        { { 4.6, -52.6 }, "FR", NULL },
        { { 55.86, -4.25 }, "GB", "Scotland" },
        { { 51.51, -0.10 }, "GB", "England" },
        { { 78.5, 16.0 }, "NO", "Svalbard" },
        { { 39.93, 32.86 }, "TR", NULL },
        { { 33.50, 36.30 }, "SY", NULL },
        { { 37.57, 127.00 }, "KR", NULL },
        { { 39.03, 125.75 }, "KP", NULL },
        { { 25.05, 121.50 }, "TW", NULL },
        { { 39.90, 116.40 }, "CN", "Beijing" },
        { { 28.61, 77.21 }, "IN", NULL },
        { { 33.70, 73.05 }, "PK", NULL },
        { { 38.9, -77.02 }, "US", "District of Columbia" },
        { { 35.14, -79.0 }, "US", "North Carolina" },
        { { 34.05, -118.2 }, "US", "California" },
        { { 42.35, -83.1 }, "US", "Michigan" },
        { { 43.0, -86.8 }, "US", "Michigan" },
        { { 48.99, -116.0 }, "US", NULL },
        { { 49.01, -116.0 }, "CA", "British Columbia" },
        { { 64.8, -147.7 }, "US", "Alaska" },
        { { 52.9, 173.0 }, "US", "Alaska" },
        { { 21.4, -158.0 }, "US", "Hawaii" },
        { { 45.42, -75.70 }, "CA", NULL },
        { { 19.43, -99.13 }, "MX", NULL },
        { { -17.8, 178.0 }, "FJ", NULL },
        { { -16.75, -179.95 }, "FJ", NULL },
        { { -90, 0 }, "AQ", NULL },
        { { -80, 100 }, "AQ", NULL },
        { { -75, -179.99 }, NULL, NULL },
        { { 50, -30 }, NULL, NULL },
        { { 90, 0 }, NULL, NULL },
    };
    struct geo *g = the_geo();
    static const char *const all[] = {
        "RU", "UA", "BY", "PL", "LT", "LV", "EE", "DE", "FR", "GB", "NO", "TR",
        "SY", "KR", "KP", "TW", "CN", "IN", "PK", "US", "CA", "MX", "FJ", "AQ",
    };
    for (size_t i = 0; i < COUNT(v); i++) {
        for (size_t k = 0; k < COUNT(all); k++) {
            tri want = tri_of(v[i].land && !strcmp(v[i].land, all[k]));
            CHECK_SEED(geo_at(g, country(all[k]), v[i].p, 0) != tri_not(want),
                       i);
            CHECK_SEED(tri_of(leaf_holds(country(all[k]), v[i].p)) == want, i);
        }
        if (v[i].area)
            CHECK_SEED(leaf_holds(area(v[i].area), v[i].p), i);
    }
}

static bool in_any_land(struct geo *g, struct geo_point p)
{
    uint64_t *set = new_n(g->keep, uint64_t, places_words(&g->file));
    struct reader r = file_reader(&g->file, PART_LANDS);
    uint64_t n = read_number(&r);
    for (uint64_t i = 0; i < n; i++) {
        read_text(&r);
        read_text(&r);
        read_places(&r, &g->file, set);
    }
    return leaf_holds(zone_area(g, set, AREA_ACCURACY), p);
}

TEST(what_is_disputed_is_in_no_country)
{
    static const struct {
        const char *area;
        struct geo_point p;
    } v[] = {
        { "Crimea", { 45.2, 34.2 } },
        { "Sevastopol", { 44.58, 33.65 } },
        { "Northern Cyprus", { 35.25, 33.5 } },
        { "Abkhazia", { 43.0, 41.2 } },
        { "Transnistria", { 46.85, 29.65 } },
        { "Somaliland", { 9.56, 44.06 } },
        { "Jammu and Kashmir", { 34.1, 75.5 } },
        { "Azad Kashmir", { 34.2, 73.6 } },
        { "Gilgit-Baltistan", { 35.5, 75.0 } },
        { "Siachen Glacier", { 35.35, 77.2 } },
        { "Western Sahara, west of the berm", { 23.8, -15.5 } },
        { "Southern Kurils", { 45.0, 147.8 } },
        { "Northern Territories", { 44.1, 145.9 } },
    };
    struct geo *g = the_geo();
    for (size_t i = 0; i < COUNT(v); i++) {
        CHECK_SEED(leaf_holds(area(v[i].area), v[i].p), i);
        CHECK_SEED(!in_any_land(g, v[i].p), i);
    }
    CHECK(in_any_land(g, (struct geo_point){ 46.6, 33 }));
    CHECK(leaf_holds(country("XK"), (struct geo_point){ 42.6, 21.0 }));
    CHECK(!leaf_holds(country("RS"), (struct geo_point){ 42.6, 21.0 }));
    CHECK(leaf_holds(country("KZ"), (struct geo_point){ 45.95, 63.3 }));
    CHECK(geo_inside(g, area("Crimea"),
                     geo_or(g, country("UA"), country("RU"))) == NO);
}

/* Along each shared edge and across it nothing gapes, nothing overlaps. */
TEST(no_slivers_between_neighbours)
{
    struct geo *g = the_geo();
    const struct geo_zone *pairs[][2] = {
        { country("PL"), country("DE") },
        { country("RU"), country("UA") },
        { area("Crimea"), country("UA") },
        { country("US"), country("CA") },
        { country("US"), country("MX") },
        { country("IN"), country("CN") },
        { area("Crimea"), area("Sevastopol") },
    };
    for (uint64_t seed = 1; seed <= 2000; seed++) {
        struct rng r = { seed };
        const struct geo_zone **z = pairs[seed % COUNT(pairs)];
        const struct geo_zone *both = geo_or(g, z[0], z[1]);
        /* a corner of the one that is no corner of the union lies between */
        const struct shape *s = zone_shape(z[0]);
        uint32_t k = (uint32_t)rng_below(&r, shape_parts(s));
        const struct shape *arc = shape_part(s, k);
        uint32_t i = (uint32_t)rng_below(&r, arc->corners_n - 1);
        struct geo_point p = { arc->lat[i], arc->lon[i] };
        if (shape_distance(zone_shape(both), p, 3000, NULL) < 3000)
            continue;
        struct geo_point q = near_point(&r, p, pow(10, between(&r, -2, 3.4)));
        CHECK_SEED(leaf_holds(both, q), seed);
        if (shape_distance(s, q, 1e-3, NULL) > 1e-3)
            CHECK_SEED(leaf_holds(z[0], q) != leaf_holds(z[1], q), seed);
    }
}

/* On a grid over eastern Europe each point is in one of its lands at most. */
TEST(no_point_is_in_two_lands)
{
    static const char *const codes[] = { "RU", "UA", "BY", "PL", "DE", "LT",
                                         "LV", "EE", "RO", "MD", "SK", "HU",
                                         "CZ", "FI", "NO", "SE" };
    for (uint64_t seed = 1; seed <= 1500; seed++) {
        struct rng r = { seed };
        struct geo_point p = { between(&r, 44, 70), between(&r, 10, 45) };
        int n = 0;
        for (size_t i = 0; i < COUNT(codes); i++)
            n += leaf_holds(country(codes[i]), p);
        CHECK_SEED(n <= 1, seed);
    }
}

/* ---- broken files ------------------------------------------------------- */

static void use(struct arena *keep, str bytes)
{
    struct geo *g = geo_new(keep, &bytes);
    static const char *const codes[] = { "LU", "UA", "FJ", "AQ", "VA" };
    static const char *const areas[] = { "Crimea", "Limburg", "Limburk" };
    str names[4];
    size_t found, n;
    double low, high;
    struct geo_point p = { 49.6, 6.1 };
    geo_boundaries_name(g);
    geo_boundaries_sha256(g);
    for (size_t i = 0; i < COUNT(areas); i++) {
        const struct geo_zone *z =
            geo_area(g, str_of(areas[i]), &found, names, 4, &n);
        CHECK(n <= 4 && (!z || found == 1));
        if (z)
            geo_at(g, z, p, 100);
    }
    for (size_t i = 0; i < COUNT(codes); i++) {
        const struct geo_zone *z = geo_country(g, str_of(codes[i]));
        if (!z)
            continue;
        geo_at(g, z, p, 0);
        geo_distance(g, z, p, &low, &high);
    }
}

TEST(a_file_cut_short_gives_no_areas)
{
    str whole = the_geo()->file.bytes;
    for (size_t i = 0; i < 120; i++) {
        struct arena_mark m = arena_mark(keep);
        size_t n = i < 60 ? i : whole.len * (i - 60) / 61;
        char *copy = new_n(keep, char, n + 1);
        memcpy(copy, whole.at, n);
        str bytes = { copy, n };
        struct geo *g = geo_new(keep, &bytes);
        CHECK_SEED(!geo_country(g, S("LU")) && !geo_country(g, S("UA")), i);
        use(keep, bytes);
        arena_back(keep, m);
    }
    str empty = { NULL, 0 };
    CHECK(!geo_country(geo_new(keep, &empty), S("UA")));
}

/* The head says that the arcs end a kilobyte before they do. */
TEST(arcs_that_do_not_fit_are_refused)
{
    str whole = the_geo()->file.bytes;
    unsigned char *copy = new_n(keep, unsigned char, whole.len);
    memcpy(copy, whole.at, whole.len);
    uint32_t n = 0;
    for (int i = 3; i >= 0; i--)
        n = n << 8 | copy[52 + i]; /* length of the sixth section */
    for (int i = 0; i < 4; i++)
        copy[52 + i] = (unsigned char)((n - 1024) >> 8 * i);
    str bytes = { (char *)copy, whole.len };
    CHECK(!geo_country(geo_new(keep, &bytes), S("LU")));
    use(keep, bytes);
}

TEST(a_file_with_bytes_turned_over_does_no_harm)
{
    str whole = the_geo()->file.bytes;
    char *copy = new_n(keep, char, whole.len);
    for (uint64_t seed = 1; seed <= 150; seed++) {
        struct arena_mark m = arena_mark(keep);
        struct rng r = { seed };
        memcpy(copy, whole.at, whole.len);
        /* mostly in the heads, where it matters most */
        size_t reach = seed % 3 ? 600 * 1000 : whole.len;
        if (seed % 7 == 0)
            reach = 120;
        for (int i = 0; i < 1 + (int)(seed % 40); i++)
            copy[rng_below(&r, reach)] ^= (char)(1 << rng_below(&r, 8));
        use(keep, (str){ copy, whole.len });
        arena_back(keep, m);
    }
}
