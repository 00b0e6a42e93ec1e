"""The language server, asked as editors ask: by hand, and by Neovim.

The texts are small, so each place that is expected can be counted by eye:
lines and characters from 0, a character outside the basic plane as two.
"""
import json
import os
import shutil
import subprocess
import tempfile

PROGRAM = os.path.abspath("build-test/detente")
PACT = """\
pact "Small 𝄞"
party ARD "Ardenia"
item tank "Tank"
zone west = west of 10 E
site camp 50 N 5 E
> No more than one hundred tanks in the west.
limit 1.1 "Ceiling"
  at most 100 tank of ARD in west
limit 2
  at most 80 tank of ARD in west
  when limit 1.1 is kept
"""
BOOK = """\
2030-01-01 hold ARD/1A at camp
  120 tank
"""


class Client:
    def __init__(self, folder):
        self.p = subprocess.Popen([PROGRAM, "lsp"], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE)
        self.n, self.told, self.folder = 0, {}, folder

    def uri(self, name):
        return "file://" + self.folder + "/" + name

    def raw(self, body):
        self.p.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.p.stdin.flush()

    def tell(self, method, **params):
        self.raw(json.dumps({"jsonrpc": "2.0", "method": method,
                             "params": params}).encode())

    def read(self):
        length = 0
        while True:
            line = self.p.stdout.readline()
            if not line:
                raise EOFError(self.p.stderr.read().decode())
            if not line.strip():
                break
            length = int(line.split(b":")[1])
        return json.loads(self.p.stdout.read(length))

    def ask(self, method, **params):
        self.n += 1
        self.raw(json.dumps({"jsonrpc": "2.0", "id": self.n, "method": method,
                             "params": params}).encode())
        return self.wait(self.n)

    def wait(self, n):
        while True:
            m = self.read()
            if "id" in m and m["id"] == n:
                return m
            if m.get("method") == "textDocument/publishDiagnostics":
                self.told[m["params"]["uri"]] = m["params"]["diagnostics"]

    def open(self, name, text):
        self.tell("textDocument/didOpen", textDocument={
            "uri": self.uri(name), "languageId": "detente", "version": 1,
            "text": text})

    def at(self, method, name, line, character, **more):
        return self.ask("textDocument/" + method,
                        textDocument={"uri": self.uri(name)},
                        position={"line": line, "character": character},
                        **more)

    def end(self):
        self.ask("shutdown")
        self.tell("exit")
        return self.p.wait(timeout=30)


def span(line, a, b):
    return {"start": {"line": line, "character": a},
            "end": {"line": line, "character": b}}


def differs(got, want):
    return None if got == want else f"got    {got}\nwanted {want}"


def session(c, folder):
    """(name, failure) of one session from hello to goodbye."""
    r = c.ask("initialize", processId=None, capabilities={})
    can = r["result"]["capabilities"]
    yield "says what it can do", None if all(
        can.get(k) for k in ("hoverProvider", "definitionProvider",
                             "renameProvider", "completionProvider",
                             "documentFormattingProvider")) else str(can)
    c.tell("initialized")
    c.open("small.pact", PACT)
    r = c.at("hover", "small.pact", 6, 7)["result"]
    yield "hover: words and value", differs(
        (r["contents"]["value"], r["range"]),
        ("**limit 1.1** Ceiling\n\n> No more than one hundred tanks in the "
         "west.\n\nAs of 2030-01-01:\n\n- ARD: broken, 120.. of at most 100 "
         "tank", span(6, 6, 9)))
    yield "no message of a good text", differs(
        [d for d in c.told.get(c.uri("small.pact"), [])
         if d["severity"] == 1], [])
    r = c.at("hover", "small.book", 0, 18)["result"]
    yield "hover: of a party in a book that is not open", differs(
        r["contents"]["value"], "**party ARD** Ardenia")
    r = c.at("definition", "small.pact", 10, 14)["result"]
    yield "definition of a clause", differs(r, [
        {"uri": c.uri("small.pact"), "range": span(6, 6, 9)}])
    r = c.at("references", "small.pact", 7, 23, context={})["result"]
    yield "uses of a party, in the book, too", differs(
        sorted((x["uri"], x["range"]["start"]["line"],
                x["range"]["start"]["character"],
                x["range"]["end"]["character"]) for x in r),
        [(c.uri("small.book"), 0, 16, 19), (c.uri("small.pact"), 1, 6, 9),
         (c.uri("small.pact"), 7, 22, 25), (c.uri("small.pact"), 9, 21, 24)])
    r = c.at("rename", "small.pact", 7, 23, newName="BOR")["result"]
    yield "renaming", differs(
        {u: [(e["range"]["start"]["line"], e["newText"]) for e in es]
         for u, es in r["changes"].items()},
        {c.uri("small.book"): [(0, "BOR")],
         c.uri("small.pact"): [(1, "BOR"), (7, "BOR"), (9, "BOR")]})
    for new, why in (("camp", "another thing is called so already"),
                     ("limit", "the texts would have an error then")):
        r = c.at("rename", "small.pact", 7, 23, newName=new)
        yield f"renaming to '{new}' is refused", None if why in r.get(
            "error", {}).get("message", "") else str(r)
    r = c.at("prepareRename", "small.pact", 7, 23)["result"]
    yield "what would be renamed", differs(r, span(7, 22, 25))
    r = c.at("completion", "small.pact", 7, 29)["result"]
    yield "behind `in` places", differs(
        sorted(x["label"] for x in r), ["camp", "west"])
    r = c.at("completion", "small.pact", 10, 13)["result"]
    yield "behind `limit` limits", differs(
        [x["label"] for x in r], ["1.1", "2"])
    r = c.at("completion", "small.pact", 11, 0)["result"]
    labels = [x["label"] for x in r]
    yield "in the first column what opens", None if "limit" in labels and \
        "camp" not in labels else str(labels)
    # the clef is two units wide: the quote behind it is character 13
    c.tell("textDocument/didChange",
           textDocument={"uri": c.uri("small.pact"), "version": 2},
           contentChanges=[{"range": span(0, 13, 13), "text": "!"},
                           {"range": span(7, 14, 18), "text": "tnak"}])
    c.at("hover", "small.pact", 0, 0)
    told = [d for d in c.told.get(c.uri("small.pact"), [])
            if d["severity"] == 1]
    yield "a slip is told as it is written", differs(
        [(d["code"], d["range"], d["source"]) for d in told],
        [("E0203", span(7, 14, 18), "detente")])
    r = c.ask("textDocument/formatting",
              textDocument={"uri": c.uri("small.pact")}, options={})
    yield "layout of a text in good layout", differs(r["result"], [])
    c.tell("textDocument/didChange",
           textDocument={"uri": c.uri("small.pact"), "version": 3},
           contentChanges=[{"text": PACT.replace("  at most", "   at  most")}])
    r = c.ask("textDocument/formatting",
              textDocument={"uri": c.uri("small.pact")}, options={})
    yield "layout", differs([(e["range"], e["newText"]) for e in r["result"]],
                            [(span(0, 0, 0) | {"end": {"line": 11,
                                                       "character": 0}},
                              PACT)])
    yield "the slip is mended and told no more", differs(
        [d for d in c.told[c.uri("small.pact")] if d["severity"] == 1], [])
    r = c.ask("textDocument/documentSymbol",
              textDocument={"uri": c.uri("small.pact")})["result"]
    yield "outline", differs([x["name"] for x in r],
                             ["party ARD", "item tank", "zone west",
                              "site camp", "limit 1.1", "limit 2"])
    with open(folder + "/small.pact", encoding="utf-8") as f:
        yield "no file was written", differs(f.read(), PACT)


def odd(c):
    """What no editor should send."""
    yield "an unknown method", differs(
        c.ask("textDocument/nonsense")["error"]["code"], -32601)
    c.raw(b"{ this is no JSON")
    yield "no JSON", differs(c.wait(None)["error"]["code"], -32700)
    c.open("none.pact", 'pact "a"\n')
    for method, params in (
            ("hover", {}), ("hover", {"position": 7}),
            ("definition", {"position": {"line": -1, "character": 1 << 40}}),
            ("completion", {"position": {"line": 99, "character": 0}})):
        r = c.ask("textDocument/" + method,
                  textDocument={"uri": c.uri("none.pact")}, **params)
        yield f"{method} of {params}", None if "result" in r else str(r)
    r = c.at("hover", "gone.pact", 0, 0)
    yield "of a file that is not there", differs(r["result"], None)
    r = c.ask("textDocument/hover", textDocument={"uri": "untitled:1"})
    yield "of no file", differs(r["result"], None)
    c.tell("textDocument/didChange", textDocument={"uri": c.uri("none.pact")},
           contentChanges=[{"range": span(5, 9, 2), "text": "x"},
                           {"range": {"start": {"line": 0, "character": 3},
                                      "end": {"line": 0, "character": 1}},
                            "text": ""}])
    c.tell("textDocument/didClose", textDocument={"uri": c.uri("none.pact")})
    yield "it still answers", differs(
        c.ask("textDocument/nonsense")["error"]["code"], -32601)
    yield "goodbye", differs(c.end(), 0)


NVIM = """
vim.opt.rtp:prepend('editors/vim')
vim.cmd('syntax on')
vim.cmd('edit ' .. FILE)
local id = vim.lsp.start_client({ name = 'detente', cmd = { PROGRAM, 'lsp' },
                                  root_dir = FOLDER })
vim.lsp.buf_attach_client(0, id)
local out = {}
local function ask(method, line, character, more)
  local params = { textDocument = { uri = vim.uri_from_bufnr(0) },
                   position = { line = line, character = character } }
  for k, v in pairs(more or {}) do params[k] = v end
  local r = vim.lsp.buf_request_sync(0, method, params, 20000)
  return r and r[id] and r[id].result
end
vim.wait(20000, function() 
  local c = vim.lsp.get_client_by_id(id)
  return c ~= nil and c.initialized == true
end)
local hover = ask('textDocument/hover', 6, 7)
table.insert(out, hover and hover.contents.value or 'no hover')
local def = ask('textDocument/definition', 10, 14)
vim.lsp.util.jump_to_location(def[1], 'utf-16')
table.insert(out, 'line ' .. vim.api.nvim_win_get_cursor(0)[1])
local edit = ask('textDocument/rename', 7, 23, { newName = 'BOR' })
vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
table.insert(out, vim.api.nvim_buf_get_lines(0, 7, 8, true)[1])
vim.api.nvim_buf_set_lines(0, 7, 8, true, { '  at most 100 tnak of BOR in west' })
vim.wait(20000, function() return #vim.diagnostic.get(0, { severity = 1 }) > 0 end)
for _, d in ipairs(vim.diagnostic.get(0, { severity = 1 })) do
  table.insert(out, d.lnum .. ':' .. d.col .. ' ' .. d.message)
end
local f = io.open(OUT, 'w')
f:write(table.concat(out, '\\n--\\n'))
f:close()
vim.cmd('qa!')
"""


def by_neovim(folder):
    if not shutil.which("nvim"):
        return "Neovim is not there: ./setup test installs it"
    out = folder + "/out"
    with open(folder + "/try.lua", "w", encoding="utf-8") as f:
        f.write(f"local PROGRAM, FILE, FOLDER, OUT = '{PROGRAM}', "
                f"'{folder}/small.pact', '{folder}', '{out}'\n" + NVIM)
    r = subprocess.run(["nvim", "--headless", "-u", "NONE", "-i", "NONE",
                        "-c", f"luafile {folder}/try.lua", "-c", "qa!"],
                       capture_output=True, timeout=120,
                       stdin=subprocess.DEVNULL,
                       env=dict(os.environ, XDG_STATE_HOME=folder,
                                XDG_CACHE_HOME=folder))
    if not os.path.exists(out):
        return r.stderr.decode(errors="replace") or "it wrote nothing"
    with open(out, encoding="utf-8") as f:
        got = f.read().split("\n--\n")
    return differs(got, [
        "**limit 1.1** Ceiling\n\n> No more than one hundred tanks in the "
        "west.\n\nAs of 2030-01-01:\n\n- ARD: broken, 120.. of at most 100 "
        "tank", "line 7", "  at most 100 tank of BOR in west",
        "7:14 no item `tnak` is declared\nhelp: did you mean `tank`?"])


def folder_with(tmp):
    for name, text in (("small.pact", PACT), ("small.book", BOOK)):
        with open(f"{tmp}/{name}", "w", encoding="utf-8") as f:
            f.write(text)
    return tmp


def tests():
    with tempfile.TemporaryDirectory() as tmp:
        c = Client(folder_with(tmp))
        yield from session(c, tmp)
        yield from odd(c)
        c.p.stdin.close()
        error = c.p.stderr.read().decode()
        yield "nothing on standard error", error or None
    with tempfile.TemporaryDirectory() as tmp:
        yield "Neovim: hover, definition, renaming, messages", by_neovim(
            folder_with(tmp))
    r = subprocess.run([PROGRAM, "lsp"], input=b"", capture_output=True)
    yield "an end without goodbye", differs(r.returncode, 1)
