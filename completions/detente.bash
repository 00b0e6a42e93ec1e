# bash completion for detente. Made by tools/completions.py from `detente help`.

_detente_files()
{
    local name
    while IFS= read -r name; do
        if [[ -d $name || $name == *.pact || $name == *.book ]]; then
            COMPREPLY+=("$name")
        fi
    done < <(compgen -f -- "$1")
    compopt -o filenames 2>/dev/null
}

_detente()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    local verb= files= words= i
    local verbs="new check fmt status verify timeline why show due test cover consolidate diff zones import explain lsp help"
    COMPREPLY=()
    # the verb: the first word that belongs to no option
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        --with | --on | --clause | --whom | --scenario | --holder | --item | --in | --within | --at | --accurate-to | --map | --pact | -o) ((i++)) ;;
        -*) ;;
        *)
            verb=${COMP_WORDS[i]}
            break
            ;;
        esac
    done
    case $prev in
    --with | --map | --pact | -o)
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        compopt -o filenames 2>/dev/null
        return
        ;;
    --on | --clause | --whom | --scenario | --holder | --item | --in | --within | --at | --accurate-to) return ;;
    esac
    case $verb in
    "") words="$verbs --help --version" ;;
    new)
        words="--json --help"
        files=folder
        ;;
    check)
        words="--with --json --help"
        files=files
        ;;
    fmt)
        words="--check --help"
        files=files
        ;;
    status)
        words="--on --clause --whom --with --scenario --json --help"
        files=files
        ;;
    verify)
        words="--on --clause --whom --with --scenario --strict --json --help"
        files=files
        ;;
    timeline)
        words="--on --clause --whom --with --scenario --json --help"
        files=files
        ;;
    why)
        words="--on --with --scenario --json --help"
        files=files
        ;;
    show)
        words="--on --holder --item --in --with --scenario --json --help holdings movements observations totals events"
        files=files
        ;;
    due)
        words="--on --with --scenario --within --ics --json --help"
        files=files
        ;;
    test)
        words="--on --with --scenario --json --help"
        files=files
        ;;
    cover)
        words="--with --json --help"
        files=files
        ;;
    consolidate)
        words="--on --with --scenario --help"
        files=files
        ;;
    diff)
        words="--clause --json --help"
        ;;
    zones)
        words="--at --accurate-to --with --json --help"
        files=files
        ;;
    import)
        words="--with --map --pact -o --replace --json --help"
        files=any
        ;;
    explain)
        words="--json --help"
        ;;
    lsp)
        words="--help"
        ;;
    help)
        words="$verbs --help"
        ;;
    esac
    if [[ $cur != -* && $files == folder ]]; then
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
        compopt -o filenames 2>/dev/null
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
    if [[ $cur == -* ]]; then
        return
    fi
    # options are offered once a - is there
    local offered=("${COMPREPLY[@]}") word
    COMPREPLY=()
    for word in "${offered[@]}"; do
        [[ $word == -* ]] || COMPREPLY+=("$word")
    done
    if [[ $files == files ]]; then
        _detente_files "$cur"
    elif [[ $files == any ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        compopt -o filenames 2>/dev/null
    fi
}

complete -F _detente detente
