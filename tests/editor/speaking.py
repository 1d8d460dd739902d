"""An editor, as far as the language server can tell: LSP over standard input and output."""

import json
import subprocess
from contextlib import contextmanager
from itertools import count

SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
ABLE = {
    "workspace": {"configuration": True},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
    },
}


class Editor:
    """One session with a server."""

    def __init__(self, server):
        self.server = server
        self.numbers = count(1)
        self.diagnostics = {}

    def ask(self, method, **params):
        """Send a request and wait for its answer."""
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._listen(message)

    def tell(self, method, **params):
        """Send a notification."""
        self._send({"method": method, "params": params})

    def open(self, path):
        """Open a file; return what the server has to say about it, as (line from 1, message)."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": path.read_text("utf-8")}
        self.diagnostics.pop(uri, None)
        self.tell("textDocument/didOpen", textDocument=document)
        while uri not in self.diagnostics:
            self._listen(self._read())
        return sorted((one["range"]["start"]["line"] + 1, one["message"]) for one in self.diagnostics[uri])

    def at(self, path, place, method):
        """Ask about a place of an open file: line and column, both from 1."""
        position = {"line": place[0] - 1, "character": place[1] - 1}
        return self.ask(f"textDocument/{method}", textDocument={"uri": path.as_uri()}, position=position)

    def hover(self, path, place):
        """Return the text that appears beside the pointer."""
        return self.at(path, place, "hover")["contents"]["value"]

    def completions(self, path, place):
        """Return what is offered at the cursor: label → text that would be written."""
        offered = self.at(path, place, "completion")["items"]
        return {one["label"]: one["insertText"] for one in offered}

    def _listen(self, message):
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            wanted = [SETTINGS.get(item["section"]) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message):
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self.server.stdin.flush()

    def _read(self):
        length = 0
        while line := self.server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has stopped"
        return json.loads(self.server.stdout.read(length))


@contextmanager
def editor(command, folder, environment):
    """Start a server, and end it with the session."""
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    try:
        session = Editor(server)
        session.ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities=ABLE)
        session.tell("initialized")
        session.tell("workspace/didChangeConfiguration", settings=SETTINGS)
        yield session
    finally:
        server.kill()
        server.communicate()
