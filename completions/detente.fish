# fish completion for detente. Made by tools/completions.py from `detente help`.

complete -c detente -f
complete -c detente -n __fish_use_subcommand -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n __fish_use_subcommand -l version -d 'the version'
complete -c detente -n __fish_use_subcommand -a new -d 'a small pact and book to go on from, in a new folder'
complete -c detente -n __fish_use_subcommand -a check -d 'is it well written? errors and warnings'
complete -c detente -n __fish_use_subcommand -a fmt -d 'canonical layout, in place'
complete -c detente -n __fish_use_subcommand -a status -d 'one line a clause for one day'
complete -c detente -n __fish_use_subcommand -a verify -d 'what is not kept up to that day, and why'
complete -c detente -n __fish_use_subcommand -a timeline -d 'how each clause stood over time, stretch by stretch'
complete -c detente -n __fish_use_subcommand -a why -d 'one verdict: the treaty\'s words, the figures, the entries'
complete -c detente -n __fish_use_subcommand -a show -d 'what the books list: holdings, movements, observations, events'
complete -c detente -n __fish_use_subcommand -a due -d 'what falls due after the day, overdue first'
complete -c detente -n __fish_use_subcommand -a test -d 'whether the lines `expect` of the pact are borne out'
complete -c detente -n __fish_use_subcommand -a cover -d 'what of the treaty\'s words is coded, left out, or forgotten'
complete -c detente -n __fish_use_subcommand -a consolidate -d 'the text in force on a day, as one pact'
complete -c detente -n __fish_use_subcommand -a diff -d 'two texts, clause by clause: stricter, looser, neither?'
complete -c detente -n __fish_use_subcommand -a zones -d 'which zones hold a place, how surely, and how far their edges are'
complete -c detente -n __fish_use_subcommand -a import -d 'a table becomes the entries of a book, by a mapping'
complete -c detente -n __fish_use_subcommand -a explain -d 'what a code means, a wrong and a right example'
complete -c detente -n __fish_use_subcommand -a lsp -d 'a language server, for editors to start'
complete -c detente -n __fish_use_subcommand -a help -d 'this list, or a verb\'s own help'

complete -c detente -n '__fish_seen_subcommand_from new' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from new' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from new' -a '(__fish_complete_directories)'

complete -c detente -n '__fish_seen_subcommand_from check' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from check' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from check' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from check' -F

complete -c detente -n '__fish_seen_subcommand_from fmt' -l check -d 'change nothing, say what would change'
complete -c detente -n '__fish_seen_subcommand_from fmt' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from fmt' -F

complete -c detente -n '__fish_seen_subcommand_from status' -l on -x -d 'as of the close of that day (else: of the latest entry\'s)'
complete -c detente -n '__fish_seen_subcommand_from status' -l clause -x -d 'of that clause only'
complete -c detente -n '__fish_seen_subcommand_from status' -l whom -x -d 'of that party or side only, and sums that it is in'
complete -c detente -n '__fish_seen_subcommand_from status' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from status' -l scenario -x -d 'as a scenario of the pact has it'
complete -c detente -n '__fish_seen_subcommand_from status' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from status' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from status' -F

complete -c detente -n '__fish_seen_subcommand_from verify' -l on -x -d 'as of the close of that day (else: of the latest entry\'s)'
complete -c detente -n '__fish_seen_subcommand_from verify' -l clause -x -d 'of that clause only'
complete -c detente -n '__fish_seen_subcommand_from verify' -l whom -x -d 'of that party or side only, and sums that it is in'
complete -c detente -n '__fish_seen_subcommand_from verify' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from verify' -l scenario -x -d 'as a scenario of the pact has it'
complete -c detente -n '__fish_seen_subcommand_from verify' -l strict -d 'what is undetermined stands out, too'
complete -c detente -n '__fish_seen_subcommand_from verify' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from verify' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from verify' -F

complete -c detente -n '__fish_seen_subcommand_from timeline' -l on -x -d 'as of the close of that day (else: of the latest entry\'s)'
complete -c detente -n '__fish_seen_subcommand_from timeline' -l clause -x -d 'of that clause only'
complete -c detente -n '__fish_seen_subcommand_from timeline' -l whom -x -d 'of that party or side only, and sums that it is in'
complete -c detente -n '__fish_seen_subcommand_from timeline' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from timeline' -l scenario -x -d 'as a scenario of the pact has it'
complete -c detente -n '__fish_seen_subcommand_from timeline' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from timeline' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from timeline' -F

complete -c detente -n '__fish_seen_subcommand_from why' -l on -x -d 'as of the close of that day (else: of the latest entry\'s)'
complete -c detente -n '__fish_seen_subcommand_from why' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from why' -l scenario -x -d 'as a scenario of the pact has it'
complete -c detente -n '__fish_seen_subcommand_from why' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from why' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from why' -F

complete -c detente -n '__fish_seen_subcommand_from show' -l on -x -d 'as of the close of that day (else: of the latest entry\'s)'
complete -c detente -n '__fish_seen_subcommand_from show' -l holder -x -d 'what that party, unit or side holds, moves or shows'
complete -c detente -n '__fish_seen_subcommand_from show' -l item -x -d 'of that item, and what lies below it'
complete -c detente -n '__fish_seen_subcommand_from show' -l in -x -d 'what is there, or possibly there'
complete -c detente -n '__fish_seen_subcommand_from show' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from show' -l scenario -x -d 'as a scenario of the pact has it'
complete -c detente -n '__fish_seen_subcommand_from show' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from show' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from show' -a 'holdings movements observations totals events'
complete -c detente -n '__fish_seen_subcommand_from show' -F

complete -c detente -n '__fish_seen_subcommand_from due' -l on -x -d 'as of the close of that day (else: of the latest entry\'s)'
complete -c detente -n '__fish_seen_subcommand_from due' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from due' -l scenario -x -d 'as a scenario of the pact has it'
complete -c detente -n '__fish_seen_subcommand_from due' -l within -x -d 'up to so long after the day, such as \'30 days\''
complete -c detente -n '__fish_seen_subcommand_from due' -l ics -d 'as iCalendar'
complete -c detente -n '__fish_seen_subcommand_from due' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from due' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from due' -F

complete -c detente -n '__fish_seen_subcommand_from test' -l on -x -d 'as of the close of that day (else: of the latest entry\'s)'
complete -c detente -n '__fish_seen_subcommand_from test' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from test' -l scenario -x -d 'as a scenario of the pact has it'
complete -c detente -n '__fish_seen_subcommand_from test' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from test' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from test' -F

complete -c detente -n '__fish_seen_subcommand_from cover' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from cover' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from cover' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from cover' -F

complete -c detente -n '__fish_seen_subcommand_from consolidate' -l on -x -d 'as of the close of that day (else: of the latest entry\'s)'
complete -c detente -n '__fish_seen_subcommand_from consolidate' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from consolidate' -l scenario -x -d 'as a scenario of the pact has it'
complete -c detente -n '__fish_seen_subcommand_from consolidate' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from consolidate' -F

complete -c detente -n '__fish_seen_subcommand_from diff' -l clause -x -d 'of that clause only'
complete -c detente -n '__fish_seen_subcommand_from diff' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from diff' -l help -d 'the verb\'s own help, or the list of verbs'

complete -c detente -n '__fish_seen_subcommand_from zones' -l at -x -d 'a position, such as \'54.57 N 33.17 E\', or a site'
complete -c detente -n '__fish_seen_subcommand_from zones' -l accurate-to -x -d 'how accurate the position is, such as \'5 km\''
complete -c detente -n '__fish_seen_subcommand_from zones' -l with -r -F -d 'a what-if beside the books; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from zones' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from zones' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from zones' -F

complete -c detente -n '__fish_seen_subcommand_from import' -l with -r -F -d 'a book whose entries are not taken again; may stand several times'
complete -c detente -n '__fish_seen_subcommand_from import' -l map -r -F -d 'the mapping: what the table\'s words mean'
complete -c detente -n '__fish_seen_subcommand_from import' -l pact -r -F -d 'hold the book to this pact, as `check` would'
complete -c detente -n '__fish_seen_subcommand_from import' -s o -r -F -d 'write the book there'
complete -c detente -n '__fish_seen_subcommand_from import' -l replace -d '... over a book that is there'
complete -c detente -n '__fish_seen_subcommand_from import' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from import' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from import' -F

complete -c detente -n '__fish_seen_subcommand_from explain' -l json -d 'one JSON document instead of text'
complete -c detente -n '__fish_seen_subcommand_from explain' -l help -d 'the verb\'s own help, or the list of verbs'

complete -c detente -n '__fish_seen_subcommand_from lsp' -l help -d 'the verb\'s own help, or the list of verbs'

complete -c detente -n '__fish_seen_subcommand_from help' -l help -d 'the verb\'s own help, or the list of verbs'
complete -c detente -n '__fish_seen_subcommand_from help' -a 'new check fmt status verify timeline why show due test cover consolidate diff zones import explain lsp help'
