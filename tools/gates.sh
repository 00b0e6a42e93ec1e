#!/bin/sh
# The gates beside the tests: both compilers silent, layout as clang-format 14
# makes it. (Floors and golden files are tests.)
set -eu
cd "$(dirname "$0")/.."
for cc in gcc clang-14; do
    folder=build-gate-$cc
    rm -rf "$folder"
    CC=$cc meson setup "$folder" -Dtests=true -Dwerror=true \
        -Dbuildtype=debugoptimized >/dev/null
    if ! ninja -C "$folder" --quiet; then
        echo "gate: $cc has something to say"
        exit 1
    fi
    rm -rf "$folder"
    echo "gate: $cc is silent"
done
if ! clang-format-14 --dry-run --Werror $(git ls-files 'src/*.[ch]' \
        'test/*.[ch]' 2>/dev/null || find src test -name '*.[ch]'); then
    echo "gate: run clang-format-14 -i on the files named"
    exit 1
fi
echo "gate: layout"
