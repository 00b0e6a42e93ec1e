/* lsp.h - a language server: editors ask over two streams.
 *
 * Speaks the Language Server Protocol 3.17 (JSON-RPC with Content-Length
 * heads). It keeps what editors have open and asks the front door about it,
 * in a run of its own each time; nothing is written to any file.
 */
#ifndef LSP_LSP_H
#define LSP_LSP_H

#include <stdio.h>

/* Serve until `exit` or the end of IN. 0: after `shutdown`, as agreed; 1: IN
 * ended or `exit` came without it; 70: out of memory. */
int lsp_serve(FILE *in, FILE *out);

#endif
