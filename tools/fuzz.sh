#!/bin/sh
# Fuzz each target, for so many seconds:
#
#   tools/fuzz.sh SECONDS
#
# `text` reads anything, `judge` changes texts so that they can still be read,
# and `boundaries` reads anything as the packaged boundaries.
#
# Wants clang-14 and its run-time library (Debian: clang-14,
# libclang-rt-14-dev). What was learnt stays in build-fuzz/corpus, so that the
# next run goes on from there. Exit 1: something was found.
#
# An input that crashes, leaks, hangs (30 s; the sanitizers make it some ten
# times slower) or takes over 3 GB is kept as build-fuzz/found/TARGET-*. To
# see it again, and to make it small:
#
#   build-fuzz/fuzz_TARGET FILE
#   build-fuzz/fuzz_TARGET -minimize_crash=1 -max_total_time=60 FILE
#
# An input of fuzz_text and fuzz_judge is a pact, a line "===" and a book: cut
# there, it can be given to build/detente. Once it is mended, put the small one
# into a test. What takes more than 4 KB (definitions that are nested a
# thousand deep, counters of 16 bits) these targets do not reach.
set -eu
case ${1-} in
'' | *[!0-9]*)
    echo "usage: tools/fuzz.sh SECONDS" >&2
    exit 2
    ;;
esac
cd "$(dirname "$0")/.."
folder=build-fuzz
[ -f $folder/build.ninja ] || CC=clang-14 meson setup $folder -Dfuzz=true \
    -Dbuildtype=debugoptimized -Db_lundef=false >/dev/null
ninja -C $folder --quiet fuzz_text fuzz_judge fuzz_boundaries
python3 test/fuzz/seeds.py
mkdir -p $folder/found

# fuzz TARGET SEEDS OPTIONS...
fuzz() {
    target=$1
    seeds=$2
    shift 2
    mkdir -p "$folder/corpus/$target"
    echo "fuzz: $target"
    $folder/fuzz_"$target" -max_total_time="$seconds" -timeout=30 \
        -rss_limit_mb=3072 -print_final_stats=1 \
        -artifact_prefix="$folder/found/$target-" "$@" \
        "$folder/corpus/$target" "test/fuzz/seeds/$seeds" \
        >"$folder/$target.log" 2>&1 && code=0 || code=1
    grep -E '^(SUMMARY|#[0-9]+	DONE|fuzz_|==[0-9]+==ERROR)' \
        "$folder/$target.log" || true
    [ "$code" = 0 ] || found=1
}

seconds=$1
found=0
fuzz text text -dict=test/fuzz/words.dict -max_len=4096
fuzz judge text -mutate_depth=1 -max_len=4096
fuzz boundaries boundaries -max_len=1024
if [ "$found" = 1 ]; then
    echo "fuzz: something was found: see $folder/found and $folder/*.log"
fi
exit "$found"
