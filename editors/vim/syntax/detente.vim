" detente's pacts and books; written by tools/editors.py
if exists("b:current_syntax")
  finish
endif
syn iskeyword @,48-57,_,-,.,/

syn match detenteWord "\<\%(accepted\|accepts\|advised\|access\|after\|all\|an\|a\)\>"
syn match detenteWord "\<\%(arrives\|answer\|asked\|area\|and\|any\|are\|as\)\>"
syn match detenteWord "\<\%(available\|because\|between\|before\|begins\|beyond\|at\|be\)\>"
syn match detenteWord "\<\%(countries\|counting\|declared\|consent\|country\|covered\|covers\|by\)\>"
syn match detenteWord "\<\%(equivalence\|destroyed\|destroys\|disbands\|delay\|every\|drop\|each\)\>"
syn match detenteWord "\<\%(exception\|evidence\|exactly\|except\|fewer\|force\|found\|for\)\>"
syn match detenteWord "\<\%(inform\|inside\|grade\|from\|host\|id\|if\|in\)\>"
syn match detenteWord "\<\%(inspection\|lasts\|into\|keep\|kept\|its\|is\|it\)\>"
syn match detenteWord "\<\%(missing\|least\|limit\|means\|less\|lets\|line\|may\)\>"
syn match detenteWord "\<\%(movements\|months\|nearer\|moves\|needs\|more\|most\|no\)\>"
syn match detenteWord "\<\%(notified\|notice\|offers\|none\|note\|not\|of\|on\)\>"
syn match detenteWord "\<\%(otherwise\|outside\|parties\|once\|only\|over\|out\|or\)\>"
syn match detenteWord "\<\%(purpose\|reaches\|refused\|remedy\|party\|quota\|pass\|per\)\>"
syn match detenteWord "\<\%(renewable\|signature\|resumes\|rounded\|ring\|side\|see\|set\)\>"
syn match detenteWord "\<\%(suspend\|signed\|source\|starts\|stay\|step\|team\|than\)\>"
syn match detenteWord "\<\%(tolerance\|through\|there\|that\|time\|told\|the\|to\)\>"
syn match detenteWord "\<\%(transfers\|verified\|uncoded\|unless\|weight\|under\|until\|up\)\>"
syn match detenteWord "\<\%(withdrawal\|withdraws\|without\|within\|which\|while\|when\|with\)\>"
syn match detenteUnit "\<\%(December\|February\|January\|August\|April\|March\|July\|June\)\>"
syn match detenteUnit "\<\%(September\|November\|October\|days\|hour\|May\|day\|ft\)\>"
syn match detenteUnit "\<\%(minutes\|minute\|hours\|inch\|kg\|km\|lt\|m\)\>"
syn match detenteUnit "\<\%(months\|month\|weeks\|week\|year\|nmi\|mm\|t\)\>"
syn match detenteUnit "\<\%(years\)\>"
syn match detenteVerdict "\<\%(undetermined\|broken\|kept\)\>"
syn match detenteNumber "\<\d[0-9_]*\%(\.\d\+\)\?\%(\.\.\d[0-9_]*\%(\.\d\+\)\?\)\?%\?\>"
syn match detenteDate "\<\d\{4}-\d\d-\d\d\%(T\d\d:\d\d\%(:\d\d\)\?Z\?\)\?\%(\.\.\d\{4}-\d\d-\d\d\%(T\d\d:\d\d\%(:\d\d\)\?Z\?\)\?\)\?\>"
syn match detenteName "[^ \t\",:“]\+" contained
syn match detenteHead "^\%(book\|expect\|include\|observations\|offer\|pact\|scenario\)\>"
syn match detenteHead "^\%(access\|article\|consent\|date\|equivalence\|event\|evidence\|exception\|formation\|inform\|inspection\|item\|limit\|monitor\|non-party\|notice\|number\|party\|quota\|remedy\|side\|site\|status\|stay\|step\|uncoded\|unit\|zone\)\>" nextgroup=detenteName skipwhite
syn match detenteAct "\%(^\d\{4}-\d\d-\d\d\%(T\d\d:\d\d\%(:\d\d\)\?Z\?\)\?\%(\.\.\d\{4}-\d\d-\d\d\%(T\d\d:\d\d\%(:\d\d\)\?Z\?\)\?\)\?\s\+\)\@<=\%(answer\|balance\|change\|claim\|complete\|consent\|declare\|destroy\|disband\|done\|event\|hold\|inspect\|leave\|move\|notify\|observe\|protest\|raise\|recount\|renew\|report\|request\|restriction\|resume\|state\|suspend\|total\|transfer\|verified\)\>"
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
