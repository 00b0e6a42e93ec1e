au BufRead,BufNewFile *.pact,*.book setfiletype detente
