#!/bin/sh
# Fuzz each target, for so many seconds:
#
#   tools/fuzz.sh SECONDS
#   tools/fuzz.sh keep
#
# The second makes test/fuzz/corpus anew, from what it holds, the seeds and
# what runs have learnt: small inputs, each of which reaches something that
# those before it do not, up to 310 kB. The tests run each of them once.
#
# `text` reads anything, `judge` changes texts so that they can still be read,
# `boundaries` reads anything as the packaged boundaries, `places` as a file of
# places, `table` as a mapping and a table, `clock` as the file of a time zone,
# and `lsp` as what an editor sends.
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
keep) ;;
'' | *[!0-9]*)
    echo "usage: tools/fuzz.sh SECONDS | keep" >&2
    exit 2
    ;;
esac
cd "$(dirname "$0")/.."
folder=build-fuzz
[ -f $folder/build.ninja ] || CC=clang-14 CXX=clang++-14 meson setup $folder -Dfuzz=true \
    -Dbuildtype=debugoptimized -Db_lundef=false >/dev/null
ninja -C $folder --quiet fuzz_text fuzz_judge fuzz_boundaries \
    fuzz_places fuzz_table fuzz_clock fuzz_lsp
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
        "$folder/corpus/$target" "test/fuzz/corpus/$seeds" \
        "test/fuzz/seeds/$seeds" \
        >"$folder/$target.log" 2>&1 && code=0 || code=1
    grep -E '^(SUMMARY|#[0-9]+	DONE|fuzz_|==[0-9]+==ERROR)' \
        "$folder/$target.log" || true
    [ "$code" = 0 ] || found=1
}

# keep TARGET BYTES FOLDERS...: seeds as they are, of the rest the small ones
keep() {
    target=$1
    room=$2
    shift 2
    fresh=$folder/kept-$target
    rm -rf "$fresh"
    mkdir -p "$fresh" "$folder/corpus/$target"
    $folder/fuzz_"$target" -set_cover_merge=1 -timeout=30 "$fresh" \
        "test/fuzz/seeds/$target" >"$folder/$target.log" 2>&1
    $folder/fuzz_"$target" -set_cover_merge=1 -timeout=30 -max_len=1200 "$fresh" "$@" \
        >>"$folder/$target.log" 2>&1
    rm -rf "test/fuzz/corpus/$target"
    mkdir -p "test/fuzz/corpus/$target"
    for f in "test/fuzz/seeds/$target"/* $(ls -rS "$fresh"/*); do
        name=$(basename "$f")
        [ -e "$fresh/$name" ] || name=$(sha1sum <"$f" | cut -d ' ' -f 1)
        size=$(wc -c <"$f")
        [ -e "$fresh/$name" ] && [ "$room" -ge "$size" ] &&
            [ ! -e "test/fuzz/corpus/$target/$name" ] || continue
        cp "$f" "test/fuzz/corpus/$target/$name"
        room=$((room - size))
    done
    echo "fuzz: $target: $(ls "test/fuzz/corpus/$target" | wc -l) inputs kept"
}

if [ "$1" = keep ]; then
    keep text 270000 test/fuzz/corpus/text $folder/corpus/text \
        $folder/corpus/judge
    keep boundaries 20000 test/fuzz/corpus/boundaries $folder/corpus/boundaries
    keep places 8000 test/fuzz/corpus/places $folder/corpus/places
    keep table 12000 test/fuzz/corpus/table $folder/corpus/table
    keep clock 6000 test/fuzz/corpus/clock $folder/corpus/clock
    keep lsp 6000 test/fuzz/corpus/lsp $folder/corpus/lsp
    exit 0
fi

seconds=$1
found=0
fuzz text text -dict=test/fuzz/words.dict -max_len=4096
fuzz judge text -mutate_depth=1 -max_len=4096
fuzz boundaries boundaries -max_len=1024
fuzz places places -max_len=2048
fuzz table table -max_len=4096
fuzz clock clock -max_len=1024
fuzz lsp lsp -max_len=4096
if [ "$found" = 1 ]; then
    echo "fuzz: something was found: see $folder/found and $folder/*.log"
fi
exit "$found"
