;;; detente-mode.el --- pacts and books of detente  -*- lexical-binding: t -*-

;; written by tools/editors.py
;; Highlights pacts and books. With Eglot (part of Emacs 29) `M-x eglot'
;; starts the language server.

;;; Code:

(defconst detente-heads
  '(
    "access" "article" "book" "consent" "date" "equivalence" "event"
    "evidence" "exception" "expect" "formation" "include" "inform"
    "inspection" "item" "limit" "monitor" "non-party" "notice" "number"
    "observations" "offer" "pact" "party" "quota" "remedy" "scenario" "side"
    "site" "status" "stay" "step" "uncoded" "unit" "zone"))

(defconst detente-acts
  '(
    "answer" "balance" "change" "claim" "complete" "consent" "declare"
    "destroy" "disband" "done" "event" "hold" "inspect" "leave" "move"
    "notify" "observe" "protest" "raise" "recount" "renew" "report"
    "request" "restriction" "resume" "state" "suspend" "total" "transfer"
    "verified"))

(defconst detente-words
  '(
    "a" "accepted" "accepts" "access" "advised" "after" "all" "an" "and"
    "answer" "any" "are" "area" "arrives" "as" "asked" "at" "available" "be"
    "because" "before" "begins" "between" "beyond" "by" "consent" "counting"
    "countries" "country" "covered" "covers" "declared" "delay" "destroyed"
    "destroys" "disbands" "drop" "each" "equivalence" "every" "evidence"
    "exactly" "except" "exception" "fewer" "for" "force" "found" "from"
    "grade" "host" "id" "if" "in" "inform" "inside" "inspection" "into" "is"
    "it" "its" "keep" "kept" "lasts" "least" "less" "lets" "limit" "line"
    "may" "means" "missing" "months" "more" "most" "movements" "moves"
    "nearer" "needs" "no" "none" "not" "note" "notice" "notified" "of"
    "offers" "on" "once" "only" "or" "otherwise" "out" "outside" "over"
    "parties" "party" "pass" "per" "purpose" "quota" "reaches" "refused"
    "remedy" "renewable" "resumes" "ring" "rounded" "see" "set" "side"
    "signature" "signed" "source" "starts" "stay" "step" "suspend" "team"
    "than" "that" "the" "there" "through" "time" "to" "told" "tolerance"
    "transfers" "uncoded" "under" "unless" "until" "up" "verified" "weight"
    "when" "which" "while" "with" "withdrawal" "withdraws" "within"
    "without"))

(defconst detente-units
  '(
    "April" "August" "December" "February" "January" "July" "June" "March"
    "May" "November" "October" "September" "day" "days" "ft" "hour" "hours"
    "inch" "kg" "km" "lt" "m" "minute" "minutes" "mm" "month" "months" "nmi"
    "t" "week" "weeks" "year" "years"))

(defconst detente-verdicts
  '(
    "broken" "kept" "undetermined"))

(defconst detente-keywords
  (let ((date "[0-9]\\{4\\}-[0-9][0-9]-[0-9][0-9]\\(?:T[0-9:]+Z?\\)?"))
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
