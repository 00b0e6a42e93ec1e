/* missing.c - a file that is not there, and what may have been meant */
#include "pact/parse.h"

fault pact_missing(struct arena *keep, struct os *os, str path, fault f)
{
    size_t n = path.len;
    struct os_names names;
    str near[3];
    while (n && path.at[n - 1] != '/')
        n--;
    str name = str_cut(path, n, path.len), folder = str_cut(path, 0, n);
    if (os->kind(os->self, keep, path) != OS_NOTHING ||
        os->list(os->self, keep, n ? folder : S("."), &names) ||
        !diag_nearest(keep, name, names.at, names.n, near))
        return f;
    str said = fault_text(keep, f);
    return fault_new(keep, NULL, "%.*s (did you mean '%.*s%.*s'?)", STR(said),
                     STR(folder), STR(near[0]));
}
