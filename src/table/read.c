/* read.c - which kind of table it is; see table.h */
#include "table/own.h"

bool table_ends_in(str path, const char *tail)
{
    str t = str_of(tail);
    return path.len > t.len &&
           str_same_letters(str_cut(path, path.len - t.len, path.len), t);
}

bool table_read(struct arena *keep, str path, str bytes,
                const struct table_how *how, struct table *out,
                struct table_wrong *wrong)
{
    struct table_how csv = *how;
    *wrong = (struct table_wrong){ .what = S(""), .view = S("") };
    if (!csv.separator && table_ends_in(path, ".tsv"))
        csv.separator = '\t';
    if (str_starts(bytes, S("PK\x03\x04")) || table_ends_in(path, ".xlsx"))
        return table_xlsx(keep, bytes, how, out, wrong);
    if (str_starts(bytes, S("\xd0\xcf\x11\xe0"))) {
        wrong->what = S("this is an old workbook (.xls), or one with a "
                        "password");
        wrong->help = S("save the sheet as .xlsx without one, or as `CSV "
                        "UTF-8`");
        return false;
    }
    return table_csv(keep, bytes, &csv, out, wrong);
}
