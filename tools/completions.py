#!/usr/bin/env python3
"""Write the shell completions, from what `detente help` says.

    tools/completions.py PROGRAM FOLDER

The program is the one source of verbs and options; test/completions.py fails
where the files in completions/ are not what this writes.
"""
import os
import re
import subprocess
import sys

MADE = "Made by tools/completions.py from `detente help`."
GENERAL = [("--help", "", "the verb's own help, or the list of verbs"),
           ("--version", "", "the version")]


def said(program, *words):
    return subprocess.run([program, *words], capture_output=True, check=True,
                          text=True, encoding="utf-8").stdout


def read(program):
    """[(verb, what it says, its words, [(option, value, what it says)])]"""
    verbs = []
    for name, says in re.findall(r"^  (\w+) +(\S.*)$", said(program, "help"),
                                 re.M):
        text = said(program, "help", name)
        words = re.search(rf"^usage: detente {name} (.*)$", text, re.M)[1]
        options = re.findall(r"^  (--?[\w-]+)(?: ([A-Z]+))? +(\S.*)$", text,
                             re.M)
        verbs.append((name, says, words, options + GENERAL[:1]))
    return verbs


def lists(words):
    """The words of which one may stand: [holdings|movements|...]"""
    found = re.search(r"\[([a-z]+(?:\|[a-z]+)+)\]", words)
    return found[1].split("|") if found else []


def takes(words):
    """What stands behind the verb: "files", "folder", "verb" or nothing."""
    first = (words.strip("[]").split() or [""])[0].rstrip(".]")
    return {"PACT": "files", "FILE": "files", "FOLDER": "folder",
            "TABLE": "any", "VERB": "verb"}.get(first, "")


def valued(verbs):
    """All options that take a value."""
    return list(dict.fromkeys(o for v in verbs for o, value, _ in v[3]
                              if value))


def filed(verbs):
    """Those of them whose value is a file."""
    return list(dict.fromkeys(o for v in verbs for o, value, _ in v[3]
                              if value == "FILE"))


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


# ---- bash ----

BASH = r"""# bash completion for detente. %(made)s

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
    local verbs="%(verbs)s"
    COMPREPLY=()
    # the verb: the first word that belongs to no option
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        %(valued)s) ((i++)) ;;
        -*) ;;
        *)
            verb=${COMP_WORDS[i]}
            break
            ;;
        esac
    done
    case $prev in
    %(filed)s)
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        compopt -o filenames 2>/dev/null
        return
        ;;
    %(others)s) return ;;
    esac
    case $verb in
    "") words="$verbs --help --version" ;;
%(cases)s
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
"""


def bash(verbs):
    cases = []
    for name, _, words, options in verbs:
        offered = [o for o, _, _ in options] + lists(words)
        if takes(words) == "verb":
            offered.insert(0, "$verbs")
        line = f'    {name})\n        words="{" ".join(offered)}"\n'
        if takes(words) in ("files", "folder", "any"):
            line += f"        files={takes(words)}\n"
        cases.append(line + "        ;;")
    return BASH % {
        "made": MADE, "verbs": " ".join(v[0] for v in verbs),
        "valued": " | ".join(valued(verbs)),
        "others": " | ".join(o for o in valued(verbs)
                             if o not in filed(verbs)),
        "filed": " | ".join(filed(verbs)),
        "cases": "\n".join(cases)}


# ---- zsh ----

ZSH = r"""#compdef detente
# zsh completion for detente. %(made)s

_detente_files() {
    _files -g '*.(pact|book)'
}

_detente() {
    local -a verbs
    local verb i
    verbs=(
%(verbs)s
    )
    # the verb: the first word that belongs to no option
    for ((i = 2; i < CURRENT; i++)); do
        case $words[i] in
        (%(valued)s) ((i++)) ;;
        (-*) ;;
        (*)
            verb=$words[i]
            break
            ;;
        esac
    done
    case $verb in
    ('')
        if [[ $PREFIX == -* ]]; then
            _arguments %(general)s
        else
            _describe -t verbs verb verbs
        fi
        ;;
%(cases)s
    esac
}

_detente "$@"
"""


def zsh_option(option, value, says):
    text = option + "[" + re.sub(r"([\]\[:\\])", r"\\\1", says) + "]"
    if value:
        text += f":{value}:" + ("_files" if value == "FILE" else "")
    return quoted(("*" if option == "--with" else "") + text)


def zsh(verbs):
    cases = []
    for name, _, words, options in verbs:
        lines = [zsh_option(*o) for o in options]
        rest = {"files": "'*:file:_detente_files'",
                "folder": "'*:folder:_files -/'", "any": "'*:table:_files'",
                "verb": f"'*:verb:({' '.join(v[0] for v in verbs)})'",
                "": "'*: :'"}[takes(words)]
        if lists(words):
            rest = ("'*: :{ _alternative \"lists:list:(" +
                    " ".join(lists(words)) +
                    ")\" \"files:file:_detente_files\" }'")
        lines.append(rest)
        cases.append(f"    ({name})\n        _arguments \\\n            " +
                     " \\\n            ".join(lines) + "\n        ;;")
    return ZSH % {
        "made": MADE, "valued": "|".join(valued(verbs)),
        "verbs": "\n".join("        " + quoted(f"{n}:" + s.replace(":", "\\:"))
                           for n, s, _, _ in verbs),
        "general": " ".join(zsh_option(*o) for o in GENERAL),
        "cases": "\n".join(cases)}


# ---- fish ----

def fish_quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish(verbs):
    out = [f"# fish completion for detente. {MADE}", "",
           "complete -c detente -f"]
    for option, _, says in GENERAL:
        out.append(f"complete -c detente -n __fish_use_subcommand -l "
                   f"{option[2:]} -d {fish_quoted(says)}")
    for name, says, _, _ in verbs:
        out.append(f"complete -c detente -n __fish_use_subcommand -a {name} "
                   f"-d {fish_quoted(says)}")
    for name, _, words, options in verbs:
        begin = (f"complete -c detente -n '__fish_seen_subcommand_from "
                 f"{name}'")
        out.append("")
        for option, value, says in options:
            how = " -r -F" if value == "FILE" else " -x" if value else ""
            flag = f"-l {option[2:]}" if option[1] == "-" else \
                f"-s {option[1:]}"
            out.append(f"{begin} {flag}{how} -d {fish_quoted(says)}")
        offered = lists(words)
        if takes(words) == "verb":
            offered = [v[0] for v in verbs]
        if offered:
            out.append(f"{begin} -a '{' '.join(offered)}'")
        if takes(words) in ("files", "any"):
            out.append(f"{begin} -F")
        if takes(words) == "folder":
            out.append(f"{begin} -a '(__fish_complete_directories)'")
    return "\n".join(out) + "\n"


def main():
    program, folder = sys.argv[1:]
    verbs = read(os.path.abspath(program))
    for name, text in (("detente.bash", bash(verbs)), ("_detente", zsh(verbs)),
                       ("detente.fish", fish(verbs))):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)


if __name__ == "__main__":
    main()
