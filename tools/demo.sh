#!/bin/sh
# The example: what might have been signed in January 2022, judged on what was
# published in the weeks after. Each command is shown before its answer.
set -eu
cd "$(dirname "$0")/.."
PATH=$PWD/build:$PATH
p=pacts/drawdown-2022

run() {
    printf '\n$'
    for word in "$@"; do
        case $word in
        *' '*) printf " '%s'" "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n\n'
    "$@" || [ $? = 1 ] # 1: something stands out, and in this example it does
}

run detente status --on 2022-02-23 $p
run detente verify --on 2022-02-23 $p
run detente why $p 5.1 "side east" 2022-02-23
cat <<END

The pact is $p/drawdown.pact, what happened is in the books beside it.
The program is build/detente; 'build/detente help' tells what it can do.
END
