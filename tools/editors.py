#!/usr/bin/env python3
"""Write the highlighting of three editors from one table of words.

    tools/editors.py           writes the files below editors/
    tools/editors.py --check   exit 1, and says which, if one would change

The table is the language's: words that open a directive, say what an entry
is, begin a line below it, or join words. What is not in it is a name.
"""
import json
import os
import re
import sys

OPENERS = "pact book include scenario expect offer observations".split()
NAMERS = """side party formation non-party monitor date number item status
event zone site unit article""".split()
HEADS = OPENERS + NAMERS
CLAUSES = """limit exception notice quota inform stay step consent inspection
access evidence remedy equivalence uncoded""".split()
ACTS = """hold total raise recount disband destroy balance complete move
transfer change observe inspect restriction declare report request answer
notify verified done consent protest suspend resume leave renew state claim
event""".split()
# What begins a line below a directive, besides the words that join.
LINES = """source note signed in force until withdrawal months time kept covers
not counting advised movements told answer asked team lasts accepts offers
withdraws destroys moves disbands transfers reaches none verified begins
resumes needs may suspend keep tolerance available weight drop delay set grade
means id arrives notified found missing covered refused accepted purpose
renewable starts once rounded declared because destroyed lets pass see""".split()
JOIN = """a after all an and any are area as at be before between beyond by
countries country each every except exactly fewer for from host if in inside
into is it its least less line more most nearer no none of on only or
otherwise out outside over per ring signature than that the there through to
under unless up when which while with within without""".split()
VERDICTS = "kept broken undetermined".split()
UNITS = """km m nmi ft mm inch t lt kg minute minutes hour hours day days week
weeks month months year years""".split()
MONTHS = """January February March April May June July August September October
November December""".split()

DATE = r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?"
NUMBER = r"\d[\d_]*(?:\.\d+)?(?:\.\.\d[\d_]*(?:\.\d+)?)?%?"
NAME_CHAR = r"\w./-"  # what a word goes on with
SAYS = "written by tools/editors.py"


def joined(words):
    """Longest first, so that `non-party` is not read as `non`."""
    return "|".join(sorted(set(words), key=lambda w: (-len(w), w)))


def alone(words):
    return rf"(?<![{NAME_CHAR}])(?:{joined(words)})(?![{NAME_CHAR}])"


# ---- TextMate ----

def textmate():
    rules = [
        ("comment.line.number-sign", r"(?:^|(?<=\s))#.*$"),
        ("markup.quote", r"^>~?.*$"),
        ("string.quoted.double", r"[\"“][^\"”]*[\"”]"),
    ]
    opener = {"match": rf"^(?:{joined(OPENERS)})(?=\s|$)",
              "name": "keyword.control.detente"}
    head = {
        "match": rf"^({joined(NAMERS + CLAUSES)})(?:\s+([^\s\",:]+))?"
                 rf"(?=[\s\",:]|$)",
        "captures": {"1": {"name": "keyword.control.detente"},
                     "2": {"name": "entity.name.detente"}}}
    entry = {
        "match": rf"^({DATE}(?:\.\.{DATE})?)\s+({joined(ACTS)})(?=\s|$)",
        "captures": {"1": {"name": "constant.numeric.date.detente"},
                     "2": {"name": "keyword.control.detente"}}}
    tail = [
        ("constant.numeric.date", rf"{DATE}(?:\.\.{DATE})?"),
        ("constant.numeric", rf"(?<![{NAME_CHAR}]){NUMBER}(?![\w/])"),
        ("constant.language", alone(VERDICTS)),
        ("support.type.unit", alone(UNITS + MONTHS)),
        ("keyword.other", alone(CLAUSES + LINES + JOIN
                                + ["side", "party", "parties"])),
    ]

    def rule(name, match):
        return {"name": name + ".detente", "match": match}

    patterns = ([rule(*r) for r in rules] + [opener, head, entry]
                + [rule(*r) for r in tail])
    return json.dumps({"name": "detente", "scopeName": "source.detente",
                       "comment": SAYS, "fileTypes": ["pact", "book"],
                       "patterns": patterns}, indent=2,
                      ensure_ascii=False) + "\n"


# ---- Vim ----

def vim_match(group, words):
    """Matches of few words each: later rules go before, keywords would not."""
    words, lines = sorted(set(words)), []
    for k in range(0, len(words), 8):
        some = r"\|".join(sorted(words[k:k + 8], key=lambda w: -len(w)))
        lines.append(rf'syn match {group} "\<\%({some}\)\>"')
    return "\n".join(lines)


def vim():
    date = r"\d\{4}-\d\d-\d\d\%(T\d\d:\d\d\%(:\d\d\)\?Z\?\)\?"
    openers = r"\|".join(sorted(OPENERS))
    heads = r"\|".join(sorted(set(NAMERS + CLAUSES)))
    acts = r"\|".join(sorted(set(ACTS)))
    return rf'''" detente's pacts and books; {SAYS}
if exists("b:current_syntax")
  finish
endif
syn iskeyword @,48-57,_,-,.,/

{vim_match("detenteWord", CLAUSES + LINES + JOIN
           + ["side", "party", "parties"])}
{vim_match("detenteUnit", UNITS + MONTHS)}
{vim_match("detenteVerdict", VERDICTS)}
syn match detenteNumber "\<\d[0-9_]*\%(\.\d\+\)\?\%(\.\.\d[0-9_]*\%(\.\d\+\)\?\)\?%\?\>"
syn match detenteDate "\<{date}\%(\.\.{date}\)\?\>"
syn match detenteName "[^ \t\",:“]\+" contained
syn match detenteHead "^\%({openers}\)\>"
syn match detenteHead "^\%({heads}\)\>" nextgroup=detenteName skipwhite
syn match detenteAct "\%(^{date}\%(\.\.{date}\)\?\s\+\)\@<=\%({acts}\)\>"
syn region detenteString start=+["“]+ end=+["”]+ oneline
syn match detenteWords "^>.*$"
syn match detenteComment "\%(^\|\s\)\@<=#.*$"

hi def link detenteHead Statement
hi def link detenteAct Statement
hi def link detenteName Identifier
hi def link detenteWord Keyword
hi def link detenteVerdict Constant
hi def link detenteUnit Type
hi def link detenteNumber Number
hi def link detenteDate Number
hi def link detenteString String
hi def link detenteWords Special
hi def link detenteComment Comment
let b:current_syntax = "detente"
'''


# ---- Emacs ----

def lisp_list(words):
    lines, line = [], "   "
    for w in sorted(set(words)):
        if len(line) + len(w) > 73:
            lines.append(line)
            line = "   "
        line += f' "{w}"'
    return "\n".join(lines + [line])


def emacs():
    date = r"[0-9]\\{4\\}-[0-9][0-9]-[0-9][0-9]"
    return rf''';;; detente-mode.el --- pacts and books of detente  -*- lexical-binding: t -*-

;; {SAYS}
;; Highlights pacts and books. With Eglot (part of Emacs 29) `M-x eglot'
;; starts the language server.

;;; Code:

(defconst detente-heads
  '(
{lisp_list(HEADS + CLAUSES)}))

(defconst detente-acts
  '(
{lisp_list(ACTS)}))

(defconst detente-words
  '(
{lisp_list(CLAUSES + LINES + JOIN + ["side", "party", "parties"])}))

(defconst detente-units
  '(
{lisp_list(UNITS + MONTHS)}))

(defconst detente-verdicts
  '(
{lisp_list(VERDICTS)}))

(defconst detente-keywords
  (let ((date "{date}\\(?:T[0-9:]+Z?\\)?"))
    `(("^>.*$" 0 font-lock-doc-face t)
      (,(concat "^" (regexp-opt detente-heads t) "\\(?:[ \t]+\\([^ \t\n\",:]+\\)\\)?")
       (1 font-lock-keyword-face) (2 font-lock-variable-name-face nil t))
      (,(concat "^" date "\\(?:\\.\\." date "\\)?[ \t]+" (regexp-opt detente-acts t) "\\_>")
       1 font-lock-keyword-face)
      (,(concat "\\_<" date "\\(?:\\.\\." date "\\)?") . font-lock-constant-face)
      ("\\_<[0-9][0-9_.]*%?\\_>" . font-lock-constant-face)
      (,(regexp-opt detente-verdicts 'symbols) . font-lock-constant-face)
      (,(regexp-opt detente-units 'symbols) . font-lock-type-face)
      (,(regexp-opt detente-words 'symbols) . font-lock-builtin-face))))

(defvar detente-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (dolist (c '(?- ?_ ?. ?/))
      (modify-syntax-entry c "_" table))
    table))

;;;###autoload
(define-derived-mode detente-mode prog-mode "Detente"
  "Pacts and books of detente."
  (setq-local comment-start "# ")
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2)
  (setq-local font-lock-defaults '(detente-keywords)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.\\(?:pact\\|book\\)\\'" . detente-mode))

(with-eval-after-load 'eglot
  (defvar eglot-server-programs)
  (add-to-list 'eglot-server-programs '(detente-mode . ("detente" "lsp"))))

(provide 'detente-mode)
;;; detente-mode.el ends here
'''


FILES = {
    "editors/vscode/syntaxes/detente.tmLanguage.json": textmate,
    "editors/vim/syntax/detente.vim": vim,
    "editors/emacs/detente-mode.el": emacs,
}


def main():
    os.chdir(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    stale = []
    for path, make in FILES.items():
        text = make()
        try:
            with open(path, encoding="utf-8") as f:
                old = f.read()
        except FileNotFoundError:
            old = None
        if old == text:
            continue
        stale.append(path)
        if "--check" not in sys.argv:
            with open(path, "w", encoding="utf-8") as f:
                f.write(text)
    for path in stale:
        print(path)
    sys.exit(1 if stale and "--check" in sys.argv else 0)


if __name__ == "__main__":
    main()
