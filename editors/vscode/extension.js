// Starts `detente lsp` for pacts and books.
"use strict";
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function activate() {
  const command = vscode.workspace.getConfiguration("detente").get("path");
  client = new LanguageClient(
    "detente",
    "détente",
    { command, args: ["lsp"] },
    { documentSelector: [{ scheme: "file", language: "detente" }] }
  );
  return client.start();
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
