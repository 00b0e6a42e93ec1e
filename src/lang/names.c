/* names.c - what a name may be made of, and which names look alike
 *
 * Two names look alike if they differ only in case, in accents and strokes, or
 * in letters of other scripts that are drawn the same (the common ones of
 * Unicode Technical Standard 39, confusables: Cyrillic, Greek and Armenian
 * against Latin).
 */
#include "lang/lang.h"

#include <utf8proc.h>

static bool letter(uint32_t c)
{
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

static bool part(uint32_t c)
{
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return letter(c) || k == UTF8PROC_CATEGORY_MN ||
           k == UTF8PROC_CATEGORY_MC || k == UTF8PROC_CATEGORY_ND ||
           c == '-' || c == '_' || c == '.';
}

bool lang_is_name(str w)
{
    size_t i = 0;
    if (!w.len || !letter(str_rune(w, &i)))
        return false;
    while (i < w.len)
        if (!part(str_rune(w, &i)))
            return false;
    return true;
}

bool lang_is_path(str w)
{
    size_t i = 0, begin = 0, parts = 0;
    for (; i <= w.len; i++) {
        if (i < w.len && w.at[i] != '/')
            continue;
        str p = str_cut(w, begin, i);
        if (!p.len || (!parts && !lang_is_name(p)))
            return false;
        for (size_t k = 0; k < p.len;)
            if (!part(str_rune(p, &k)))
                return false;
        parts++;
        begin = i + 1;
    }
    return parts > 1;
}

/* The Latin letter that C is drawn like, or C. */
static uint32_t latin(uint32_t c)
{
    static const struct {
        uint16_t from;
        char to;
    } like[] = {
        { 0x0391, 'A' }, { 0x0392, 'B' }, { 0x0395, 'E' }, { 0x0396, 'Z' },
        { 0x0397, 'H' }, { 0x0399, 'I' }, { 0x039a, 'K' }, { 0x039c, 'M' },
        { 0x039d, 'N' }, { 0x039f, 'O' }, { 0x03a1, 'P' }, { 0x03a4, 'T' },
        { 0x03a5, 'Y' }, { 0x03a7, 'X' }, { 0x03b1, 'a' }, { 0x03bd, 'v' },
        { 0x03bf, 'o' }, { 0x03c1, 'p' }, { 0x03c5, 'u' }, { 0x03b9, 'i' },
        { 0x03ba, 'k' }, { 0x0405, 'S' }, { 0x0406, 'I' }, { 0x0408, 'J' },
        { 0x0410, 'A' }, { 0x0412, 'B' }, { 0x0415, 'E' }, { 0x041a, 'K' },
        { 0x041c, 'M' }, { 0x041d, 'H' }, { 0x041e, 'O' }, { 0x0420, 'P' },
        { 0x0421, 'C' }, { 0x0422, 'T' }, { 0x0425, 'X' }, { 0x0430, 'a' },
        { 0x0435, 'e' }, { 0x043e, 'o' }, { 0x0440, 'p' }, { 0x0441, 'c' },
        { 0x0443, 'y' }, { 0x0445, 'x' }, { 0x0455, 's' }, { 0x0456, 'i' },
        { 0x0458, 'j' }, { 0x04ae, 'Y' }, { 0x04bb, 'h' }, { 0x0501, 'd' },
        { 0x051b, 'q' }, { 0x051d, 'w' }, { 0x0423, 'Y' }, { 0x0474, 'V' },
        { 0x0475, 'v' }, { 0x04c0, 'I' }, { 0x050c, 'G' }, { 0x051a, 'Q' },
        { 0x051c, 'W' }, { 0x03f2, 'c' }, { 0x03f3, 'j' }, { 0x03f9, 'C' },
        { 0x0555, 'O' }, { 0x0585, 'o' }, { 0x054d, 'U' }, { 0x057d, 'u' },
        { 0x0570, 'h' }, { 0x0578, 'n' }, { 0x0581, 'g' }, { 0x0566, 'q' },
        { 0x0141, 'L' }, { 0x0142, 'l' }, { 0x00d8, 'O' }, { 0x00f8, 'o' },
        { 0x0110, 'D' }, { 0x0111, 'd' }, { 0x0126, 'H' }, { 0x0127, 'h' },
        { 0x0166, 'T' }, { 0x0167, 't' }, { 0x0131, 'i' }, { 0x0251, 'a' },
        { 0x0261, 'g' },
    };
    for (size_t i = 0; i < sizeof like / sizeof *like; i++)
        if (like[i].from == c)
            return (uint32_t)like[i].to;
    return c;
}

static uint32_t small(uint32_t c)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

str lang_skeleton(struct arena *keep, str name, bool capitals)
{
    struct buf b = { .keep = keep };
    for (size_t i = 0; i < name.len;) {
        utf8proc_int32_t parts[32];
        int last = 0;
        unsigned char plain = (unsigned char)name.at[i];
        if (plain < 128) { /* looks like itself */
            buf_char(
                &b, (char)(plain >= 'A' && plain <= 'Z' ? plain + 32 : plain));
            i++;
            continue;
        }
        utf8proc_ssize_t n = utf8proc_decompose_char(
            (utf8proc_int32_t)latin(capitals ? str_rune(name, &i)
                                             : small(str_rune(name, &i))),
            parts, 32,
            UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, &last);
        for (utf8proc_ssize_t k = 0; k < n && k < 32; k++) {
            utf8proc_uint8_t out[4];
            utf8proc_int32_t c =
                (utf8proc_int32_t)small(latin((uint32_t)parts[k]));
            utf8proc_ssize_t len = utf8proc_encode_char(c, out);
            buf_add(&b, (str){ (const char *)out, (size_t)len });
        }
    }
    return buf_str(&b);
}
